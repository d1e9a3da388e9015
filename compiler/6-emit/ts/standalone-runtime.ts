// Written by scripts/embed-runtime.ts from runtime/standalone.ts and all that it uses: change those, then npm run generate.

/** What a standalone module ends with, and the names that no array of values beside it may have. */
export const standaloneRuntime = {
  names: (
    "Column DataError DataSource Draws Error Evaluation Float32Array Float64Array FromRows Initial Int32Array JSON LISTED Math " +
    "Metadata Number Object Options ParameterLayout ParameterViews Problems Progress Random RangeError Rows Run RunOptions " +
    "RuntimeClock RuntimeExamples RuntimeFloats Stop Train TrainDefaults TrainOptions TrainResult Trainable TrainableOf Uint32Array " +
    "below checkOption chooseHyper chooseRate classProblem columnsOfRow createExamples createFloats epochs examplesFromRows finishRun " +
    "floatProblem isClass performance readRows remedy runtimeEvaluate runtimeTrain shuffle sizeOf startRun trainEpoch trainModel " +
    "trainingSize"
  ).split(" ") as readonly string[],
  typescript: `/** What a call of \`train\` may choose, with the hyperparameters of this module. */
export type Options<Hyper> = Omit<TrainOptions, "hyper"> & {
  /** Hyperparameters that differ from the spec, by name. */
  readonly hyper?: Partial<Hyper> | undefined;
};

/** Training, typed by the module that is trained. */
export type Train<Params extends ParameterViews, Data, Hyper> = (data: Data, options?: Options<Hyper>) => TrainResult<Params>;

/** Rows of \`Width\` numbers. Rows whose lengths TypeScript does not know pass, and are checked when they are read. */
export type Rows<List extends readonly (readonly number[])[], Width extends number> = {
  readonly [Row in keyof List]: number extends List[Row]["length"] ? List[Row] : readonly number[] & { readonly length: Width };
};

/** Reading rows, typed by the module whose examples they are. */
export type FromRows<Data, Width extends number> = <const List extends readonly (readonly number[])[]>(rows: List & Rows<List, Width>) => Data;

/** Trains a module. */
function trainModel<Params extends ParameterViews, Hyper>(model: TrainableOf<Params>, data: RuntimeExamples, options?: Options<Hyper>): TrainResult<Params> {
  return runtimeTrain(model, data, options as TrainOptions | undefined);
}

/** Examples of the module that \`metadata\` is of. */
function readRows<Data extends RuntimeExamples>(metadata: Metadata, rows: readonly (readonly number[])[]): Data {
  return examplesFromRows(metadata.columns, rows, metadata.precision) as Data;
}

/** The columns as a row of data has them: the inputs, then targets, labels and indexes together, in order of declaration. */
function columnsOfRow(columns: readonly Column[]): readonly Column[] {
  const isInput = (column: Column): boolean => column.role === "input";
  return [...columns.filter(isInput), ...columns.filter((column) => !isInput(column))];
}

/** Room for \`size\` examples, all zeros: per column an array of \`[size, ...shape]\`. */
function createExamples(columns: readonly Column[], size: number, precision: Metadata["precision"]): RuntimeExamples {
  const room = (column: Column): RuntimeFloats | Int32Array => {
    const length = size * sizeOf(column.shape);
    return isClass(column) ? new Int32Array(length) : createFloats(precision, length);
  };
  return { size, columns: Object.fromEntries(columns.map((column) => [column.name, room(column)])) };
}

/** Why \`value\` cannot be an entry of a label or index column, in words that follow a place; \`null\` if it can or \`column\` is neither. */
function classProblem(column: Column, value: number): string | null {
  if (!isClass(column)) return null;
  const classes = column.classes ?? 2 ** 31;
  if (Number.isInteger(value) && value >= 0 && value < classes) return null;
  const range = column.classes === undefined ? "from 0" : \`from 0 to \${classes - 1}\`;
  return \`expected a whole number \${range}, found \${value}\`;
}

/**
 * Examples from rows of numbers, one row each, its columns ordered as \`columnsOfRow\` says.
 * \`place(row)\` names a row, counted from 0, in messages; without it, the first is "row 1".
 * Throws a \`DataError\` that lists the rows of wrong length, numbers that are not finite (in the given
 * precision), and labels and indexes that are no whole number in range.
 */
function examplesFromRows(
  columns: readonly Column[],
  rows: readonly (readonly number[])[],
  precision: Metadata["precision"],
  place: (row: number) => string = (row) => \`row \${row + 1}\`,
): RuntimeExamples {
  const ordered = columnsOfRow(columns);
  const widths = ordered.map((column) => sizeOf(column.shape));
  const rowLength = widths.reduce((sum, width) => sum + width, 0);
  const expected = \`\${rowLength} numbers (\${ordered.map((column, i) => \`\${column.name} \${widths[i]}\`).join(", ")})\`;
  const examples = createExamples(columns, rows.length, precision);
  const problems = new Problems();

  rows.forEach((row, r) => {
    if (row.length !== rowLength) {
      problems.add(place(r), \`expected \${expected}, found \${row.length}\`);
      return;
    }
    let start = 0;
    ordered.forEach((column, c) => {
      const width = widths[c]!;
      const values = examples.columns[column.name]!;
      for (let i = 0; i < width; i++) {
        const value = row[start + i]!;
        const problem = classProblem(column, value) ?? floatProblem(value, precision);
        if (problem === null) values[r * width + i] = value;
        else problems.add(\`\${place(r)}, number \${start + i + 1} (\${column.name})\`, problem);
      }
      start += width;
    });
  });
  problems.throwIfAny();
  return examples;
}

/**
 * How many of \`size\` examples, counted from the first, are for training; the others, at the end, validate.
 * A share above 0 keeps at least one example for either, if there are two.
 */
function trainingSize(size: number, share: number): number {
  if (share === 0 || size < 2) return size;
  return size - Math.min(size - 1, Math.max(1, Math.round(size * share)));
}

function isClass(column: Column): boolean {
  return column.role === "label" || column.role === "index";
}

function floatProblem(value: number, precision: Metadata["precision"]): string | null {
  if (!Number.isFinite(value)) return \`expected a finite number, found \${typeof value === "number" ? value : JSON.stringify(value)}\`;
  if (precision === "f32" && !Number.isFinite(Math.fround(value))) return \`\${value} is too large for 32 bits\`;
  return null;
}

/** How many problems a \`DataError\` lists; the rest are counted. */
const LISTED = 10;

/** Thrown for data from outside that does not fit the model: one line per problem, each with its place. */
class DataError extends Error {
  /** The first problems, \`place: what is wrong\`, at most ten. */
  readonly problems: readonly string[];

  /** \`unlisted\` is the number of further problems of the same data. */
  constructor(problems: readonly string[], unlisted = 0) {
    super(unlisted === 0 ? problems.join("\\n") : \`\${problems.join("\\n")}\\n… and \${unlisted} more\`);
    this.name = "DataError";
    this.problems = problems;
  }
}

/** Collects problems, so that a user sees the first ten at once and not one per run. */
class Problems {
  readonly #listed: string[] = [];
  #unlisted = 0;

  add(place: string, message: string): void {
    if (this.#listed.length < LISTED) this.#listed.push(\`\${place}: \${message}\`);
    else this.#unlisted++;
  }

  /** Throws a \`DataError\` if there was any problem. */
  throwIfAny(): void {
    if (this.#listed.length > 0) throw new DataError(this.#listed, this.#unlisted);
  }
}

/** The arrays that hold numbers: 64-bit by default, 32-bit under \`--precision f32\`. */
export type RuntimeFloats = Float64Array | Float32Array;

/** How a parameter starts: an initialiser of language.md, a constant fill, or literal values. */
type Initial =
  | { readonly kind: "glorot" | "he" | "lecun" | "orthogonal" | "normal" | "uniform" | "zeros" | "ones" }
  | { readonly kind: "fill"; readonly value: number }
  | { readonly kind: "literal"; readonly values: readonly number[] };

/** One trainable array, row-major, at \`offset\` of the flat parameter array. */
interface ParameterLayout {
  readonly name: string;
  readonly shape: readonly number[];
  readonly offset: number;
  readonly initial: Initial;
}

/** What one example has under one name. Labels and indexes are whole numbers from 0, one per entry of \`shape\`. */
interface Column {
  readonly name: string;
  readonly role: "input" | "target" | "label" | "index";
  /** The shape of one example's value in the data: \`[]\` is one number. A label is \`[]\`. */
  readonly shape: readonly number[];
  /** For labels and indexes, how many classes there are: legal values are 0 … classes − 1. */
  readonly classes?: number;
}

/** Where the examples come from when the user names no other source. */
type DataSource =
  | { readonly kind: "rows"; readonly rows: readonly (readonly number[])[] }
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "generator"; readonly name: string };

/** The defaults of \`train({...})\`. */
interface TrainDefaults {
  readonly optimizer: string;
  /** The rate as a number, or the text of its schedule (already compiled into \`step\`). */
  readonly rate: number | string;
  readonly batch: number;
  readonly epochs: number;
  /** The share of the examples, 0 ≤ share < 1, kept for validation; taken from the end. */
  readonly validation: number;
  readonly seed: number;
}

/** What a compiled module says of itself. */
interface Metadata {
  readonly name: string;
  /** SHA-256 of the spec's text, hexadecimal. */
  readonly hash: string;
  /** The version of gradc that wrote the module. */
  readonly version: string;
  readonly precision: "f64" | "f32";
  readonly parameters: readonly ParameterLayout[];
  readonly columns: readonly Column[];
  readonly hypers: readonly { readonly name: string; readonly value: number }[];
  readonly losses: readonly string[];
  readonly metrics: readonly string[];
  readonly outputs: readonly { readonly name: string; readonly shape: readonly number[] }[];
  readonly reduction: "mean" | "sum";
  readonly data: DataSource | null;
  readonly train: TrainDefaults;
}

/** Numbers that change from step to step. */
interface RuntimeClock {
  /** The step, from 1; 0 before training. */
  t: number;
  /** The epoch, from 1; 0 before training. */
  epoch: number;
  /** The learning rate; unused where the spec gives a schedule. */
  rate: number;
  /** The seed of the run: it keys the random draws of training. */
  seed: number;
}

/** Examples as columns: for each column of the spec its values, one example after the other in a flat array. */
interface RuntimeExamples {
  readonly size: number;
  readonly columns: { readonly [name: string]: RuntimeFloats | Int32Array };
}

/** Parameters as views (\`W1\`, \`b1\`, …, not listed here) on one flat array. */
export interface ParameterViews {
  readonly flat: RuntimeFloats;
}

/**
 * What the runtime needs of a compiled module that has a loss. A generated module satisfies it with narrower types.
 * \`order\` selects examples (all in their order if absent), \`from\` and \`to\` a half-open range of it.
 */
interface Trainable {
  readonly metadata: Metadata;
  createParameters(flat?: RuntimeFloats): ParameterViews;
  /** Seeded initial parameters. */
  initialise(seed: number): ParameterViews;
  /** The state of the update rule, all zeros. */
  createState(): RuntimeFloats;
  /** Hyperparameters at the values of the spec. */
  createHyper(): { [name: string]: number };
  /** Predictions, losses and metrics without training noise. Writes losses, then metrics, reduced, to \`report\`; returns the total loss. */
  evaluate(params: ParameterViews, data: RuntimeExamples, report: RuntimeFloats, order?: Uint32Array, from?: number, to?: number, hyper?: { readonly [name: string]: number }): number;
  /** Forward, backward and update over one batch; returns the reduced loss before the update. */
  step(params: ParameterViews, state: RuntimeFloats, data: RuntimeExamples, clock: RuntimeClock, order?: Uint32Array, from?: number, to?: number, hyper?: { readonly [name: string]: number }): number;
  /** The outputs of example \`row\`, each an array of numbers in \`into\`. */
  predict?(params: ParameterViews, data: RuntimeExamples, row: number, into?: { readonly [name: string]: RuntimeFloats }, hyper?: { readonly [name: string]: number }): unknown;
  createOutputs?(): { readonly [name: string]: RuntimeFloats };
}

/** How many numbers an array of this shape has; \`[]\`, the shape of a number, has 1. */
function sizeOf(shape: readonly number[]): number {
  return shape.reduce((size, extent) => size * extent, 1);
}

/** An array of zeros in the model's precision. */
function createFloats(precision: Metadata["precision"], length: number): RuntimeFloats {
  return precision === "f32" ? new Float32Array(length) : new Float64Array(length);
}

/** What a run of training may choose; what is absent is as the spec's \`train({...})\` says. */
export interface RunOptions {
  /** Passes over the training examples, from 0. */
  readonly epochs?: number | undefined;
  /** Examples per step, from 1; more than there are means all of them. */
  readonly batch?: number | undefined;
  /** The learning rate. Not for a spec whose rate is a schedule, which is compiled into the step. */
  readonly rate?: number | undefined;
  /** A whole number from 0; the same seed gives the same bits. */
  readonly seed?: number | undefined;
  /** Hyperparameters that differ from the spec, by name. */
  readonly hyper?: { readonly [name: string]: number } | undefined;
  /** The share of the examples, 0 ≤ share < 1, kept for validation; taken from the end. */
  readonly validation?: number | undefined;
}

/** A model whose parameters have the views of \`Params\`; every generated module with a loss is one. */
interface TrainableOf<Params extends ParameterViews> extends Trainable {
  initialise(seed: number): Params;
}

/** A run of training between two epochs: all that \`epochs\` reads and changes, so that it can be paused there. */
interface Run<Params extends ParameterViews = ParameterViews> {
  readonly model: Trainable;
  readonly data: RuntimeExamples;
  readonly params: Params;
  readonly state: RuntimeFloats;
  readonly hyper: { readonly [name: string]: number };
  readonly epochs: number;
  readonly batch: number;
  /** How many examples, from the first, are for training. */
  readonly trainingSize: number;
  /** The training examples in the order of the present epoch. */
  readonly order: Uint32Array;
  /** Steps and epochs done. */
  readonly clock: RuntimeClock;
}

/** Checks the options and sets up a run that has not made a step. Throws a \`RangeError\` that names a bad option. */
function startRun<Params extends ParameterViews>(
  model: TrainableOf<Params>,
  data: RuntimeExamples,
  options: RunOptions = {},
): Run<Params> {
  const defaults = model.metadata.train;
  const count = options.epochs ?? defaults.epochs;
  const batch = options.batch ?? defaults.batch;
  const seed = options.seed ?? defaults.seed;
  const share = options.validation ?? defaults.validation;
  checkOption(Number.isSafeInteger(count) && count >= 0, "epochs", "a whole number from 0", count);
  checkOption(Number.isSafeInteger(batch) && batch >= 1, "batch", "a whole number from 1", batch);
  checkOption(Number.isSafeInteger(seed) && seed >= 0, "seed", "a whole number from 0 to 2^53 - 1", seed);
  checkOption(share >= 0 && share < 1, "validation", "a share from 0 to less than 1", share);
  checkOption(data.size >= 1, "data", "at least one example", "none");
  const size = trainingSize(data.size, share);
  return {
    model,
    data,
    params: model.initialise(seed),
    state: model.createState(),
    hyper: chooseHyper(model, options.hyper ?? {}),
    epochs: count,
    batch: Math.min(batch, size),
    trainingSize: size,
    order: new Uint32Array(size),
    clock: { t: 0, epoch: 0, rate: chooseRate(defaults.rate, options.rate), seed },
  };
}

function chooseRate(fromSpec: number | string, chosen: number | undefined): number {
  if (typeof fromSpec === "string") {
    if (chosen === undefined) return 0;
    throw new RangeError(\`rate cannot be set: the spec gives the schedule \${fromSpec}, which is compiled into the model\`);
  }
  const rate = chosen ?? fromSpec;
  checkOption(Number.isFinite(rate) && rate >= 0, "rate", "a finite number from 0", rate);
  return rate;
}

function chooseHyper(model: Trainable, chosen: { readonly [name: string]: number }): { [name: string]: number } {
  const hyper = model.createHyper();
  for (const [name, value] of Object.entries(chosen)) {
    const names = Object.keys(hyper).join(", ") || "none";
    if (!Object.hasOwn(hyper, name)) throw new RangeError(\`hyper has no \${name}; expected \${names}\`);
    checkOption(Number.isFinite(value), \`hyper.\${name}\`, "a finite number", value);
    hyper[name] = value;
  }
  return hyper;
}

function checkOption(condition: boolean, option: string, expected: string, found: number | string): void {
  if (!condition) throw new RangeError(\`\${option}: expected \${expected}, found \${found}\`);
}

/** What a call of \`train\` may choose. */
export interface TrainOptions extends RunOptions {
  /** Called after each epoch. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Aborting it ends the run before the next epoch. */
  readonly signal?: AbortSignal | undefined;
}

/** How far training is, after an epoch. */
export interface Progress {
  /** The epoch that has just ended, from 1, and how many there will be. */
  readonly epoch: number;
  readonly epochs: number;
  /** Steps so far. */
  readonly step: number;
  /**
   * The loss over the epoch, each batch with the parameters as they were before its step: the mean of the step
   * losses weighted by their examples, or their sum where the model's reduction is "sum".
   */
  readonly loss: number;
  readonly examplesPerSecond: number;
  readonly secondsLeft: number;
}

/** Why, and after which epoch and step, training ended; of a diverged run, where the loss was no longer finite. */
export interface Stop {
  readonly kind: "finished" | "diverged" | "aborted";
  /** The reason as a sentence without its full stop. */
  readonly reason: string;
  readonly epoch: number;
  readonly step: number;
}

/** Losses and metrics over some examples, without training noise, by name; \`loss\` is the total. */
export interface Evaluation {
  readonly loss: number;
  readonly losses: { readonly [name: string]: number };
  readonly metrics: { readonly [name: string]: number };
}

export interface TrainResult<Params extends ParameterViews> {
  readonly params: Params;
  /** The state of the update rule after the last step. */
  readonly state: RuntimeFloats;
  readonly train: Evaluation;
  /** \`null\` if no examples were kept for validation. */
  readonly validation: Evaluation | null;
  readonly stopped: Stop;
  readonly seed: number;
  readonly hyper: { readonly [name: string]: number };
}

/**
 * Trains by stochastic gradient descent in shuffled batches, from the model's seeded initial parameters.
 * Stops early when a step's loss is not finite or the signal is aborted. Throws a \`RangeError\` for options out of range.
 */
function runtimeTrain<Params extends ParameterViews>(
  model: TrainableOf<Params>,
  data: RuntimeExamples,
  options: TrainOptions = {},
): TrainResult<Params> {
  const run = startRun(model, data, options);
  const passes = epochs(run);
  for (;;) {
    if (options.signal?.aborted === true && run.clock.epoch < run.epochs) {
      return finishRun(run, { kind: "aborted", reason: "training was aborted", epoch: run.clock.epoch, step: run.clock.t });
    }
    const pass = passes.next();
    if (pass.done === true) return finishRun(run, pass.value);
    options.onProgress?.(pass.value);
  }
}

/** Trains the epochs that the run still lacks, pausing after each, and returns why it stopped. */
function* epochs(run: Run): Generator<Progress, Stop, void> {
  const { clock } = run;
  const first = clock.epoch + 1;
  let seconds = 0;
  while (clock.epoch < run.epochs) {
    const start = performance.now();
    const loss = trainEpoch(run);
    // Only the training itself is timed: what the caller does in a pause is not part of the speed.
    seconds += (performance.now() - start) / 1000;
    if (!Number.isFinite(loss)) {
      const reason = \`the loss became \${loss} in epoch \${clock.epoch}, step \${clock.t}; \${remedy(run)}\`;
      return { kind: "diverged", reason, epoch: clock.epoch, step: clock.t };
    }
    const done = clock.epoch - first + 1;
    yield {
      epoch: clock.epoch,
      epochs: run.epochs,
      step: clock.t,
      loss,
      // A browser's clock may stand still over a short epoch.
      examplesPerSecond: (done * run.trainingSize) / Math.max(seconds, 1e-6),
      secondsLeft: (seconds / done) * (run.epochs - clock.epoch),
    };
  }
  return { kind: "finished", reason: \`all \${run.epochs} epochs are done\`, epoch: clock.epoch, step: clock.t };
}

/** Evaluates the parameters that a run has reached. */
function finishRun<Params extends ParameterViews>(run: Run<Params>, stopped: Stop): TrainResult<Params> {
  const { params, state, data, hyper, clock } = run;
  return {
    params,
    state,
    train: runtimeEvaluate(run, 0, run.trainingSize),
    validation: run.trainingSize < data.size ? runtimeEvaluate(run, run.trainingSize, data.size) : null,
    stopped,
    seed: clock.seed,
    hyper,
  };
}

/** One pass over the training examples; returns \`Progress.loss\`, or at once the first step loss that is not finite. */
function trainEpoch({ model, data, params, state, hyper, batch, trainingSize, order, clock }: Run): number {
  clock.epoch++;
  // From the identity, so that the order depends on seed and epoch alone and a paused run can be taken up again.
  for (let i = 0; i < trainingSize; i++) order[i] = i;
  shuffle(order, new Random(clock.seed, clock.epoch));
  const isMean = model.metadata.reduction === "mean";
  let total = 0;
  for (let from = 0; from < trainingSize; from += batch) {
    const to = Math.min(from + batch, trainingSize);
    clock.t++;
    const loss = model.step(params, state, data, clock, order, from, to, hyper);
    if (!Number.isFinite(loss)) return loss;
    total += isMean ? (loss * (to - from)) / trainingSize : loss;
  }
  return total;
}

/** What to try after a loss that is not finite. */
function remedy({ model, clock }: Run): string {
  if (clock.t === 1) return "no update was made yet, so look at the data and the initial parameters";
  const { rate } = model.metadata.train;
  return \`try a smaller rate than \${typeof rate === "string" ? rate : clock.rate}\`;
}

function runtimeEvaluate({ model, data, params, hyper }: Run, from: number, to: number): Evaluation {
  const { losses, metrics, precision } = model.metadata;
  const report = createFloats(precision, losses.length + metrics.length);
  const loss = model.evaluate(params, data, report, undefined, from, to, hyper);
  return {
    loss,
    losses: Object.fromEntries(losses.map((name, i) => [name, report[i]!])),
    metrics: Object.fromEntries(metrics.map((name, i) => [name, report[losses.length + i]!])),
  };
}

/**
 * A generator whose draws depend on \`seed\` (a whole number, 0 … 2⁵³ − 1) and \`stream\` (0 … 2³² − 1) only.
 * The algorithm is sfc32, three words of state and a counter; not for cryptography.
 * Source: Chris Doty-Humphrey, PractRand, \`sfc.cpp\` (public domain), seeded as its \`seed(s1, s2, s3)\` with the
 * words stream, low and high half of the seed, and 15 draws discarded.
 */
class Random {
  // Fields that start as numbers: seeding and shuffling four takes 75 ns on Node 20, and 500 with variables of a closure.
  #a = 0;
  #b = 0;
  #c = 0;
  #counter = 1;

  constructor(seed: number, stream = 0) {
    this.#a = stream | 0;
    this.#b = seed | 0;
    this.#c = Math.floor(seed / 2 ** 32) | 0;
    for (let i = 0; i < 15; i++) this.next();
  }

  /** A whole number uniform on 0 … 2³² − 1. */
  next(): number {
    const drawn = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + drawn) | 0;
    return drawn >>> 0;
  }
}

/** Where draws come from: a \`Random\`, or a test. */
type Draws = Pick<Random, "next">;

/** A whole number uniform on 0 … \`bound\` − 1, for \`bound\` up to 2³². */
function below(bound: number, random: Draws): number {
  // Cut to the bits that \`bound\` needs and drawn again if too large: unbiased, and quicker than a remainder.
  const mask = 0xffff_ffff >>> Math.clz32((bound - 1) | 1);
  for (;;) {
    const drawn = (random.next() & mask) >>> 0;
    if (drawn < bound) return drawn;
  }
}

/** Permutes \`order\` in place, every permutation equally likely (Fisher and Yates, as in Durstenfeld 1964). */
function shuffle(order: Uint32Array, random: Draws): void {
  for (let last = order.length - 1; last > 0; last--) {
    const other = below(last + 1, random);
    const moved = order[last]!;
    order[last] = order[other]!;
    order[other] = moved;
  }
}
`,
  javascript: `/** Trains a module. */
function trainModel(model, data, options) {
  return runtimeTrain(model, data, options);
}

/** Examples of the module that \`metadata\` is of. */
function readRows(metadata, rows) {
  return examplesFromRows(metadata.columns, rows, metadata.precision);
}

/** The columns as a row of data has them: the inputs, then targets, labels and indexes together, in order of declaration. */
function columnsOfRow(columns) {
  const isInput = (column) => column.role === "input";
  return [...columns.filter(isInput), ...columns.filter((column) => !isInput(column))];
}

/** Room for \`size\` examples, all zeros: per column an array of \`[size, ...shape]\`. */
function createExamples(columns, size, precision) {
  const room = (column) => {
    const length = size * sizeOf(column.shape);
    return isClass(column) ? new Int32Array(length) : createFloats(precision, length);
  };
  return { size, columns: Object.fromEntries(columns.map((column) => [column.name, room(column)])) };
}

/** Why \`value\` cannot be an entry of a label or index column, in words that follow a place; \`null\` if it can or \`column\` is neither. */
function classProblem(column, value) {
  if (!isClass(column)) return null;
  const classes = column.classes ?? 2 ** 31;
  if (Number.isInteger(value) && value >= 0 && value < classes) return null;
  const range = column.classes === undefined ? "from 0" : \`from 0 to \${classes - 1}\`;
  return \`expected a whole number \${range}, found \${value}\`;
}

/**
 * Examples from rows of numbers, one row each, its columns ordered as \`columnsOfRow\` says.
 * \`place(row)\` names a row, counted from 0, in messages; without it, the first is "row 1".
 * Throws a \`DataError\` that lists the rows of wrong length, numbers that are not finite (in the given
 * precision), and labels and indexes that are no whole number in range.
 */
function examplesFromRows(
  columns,
  rows,
  precision,
  place = (row) => \`row \${row + 1}\`,
) {
  const ordered = columnsOfRow(columns);
  const widths = ordered.map((column) => sizeOf(column.shape));
  const rowLength = widths.reduce((sum, width) => sum + width, 0);
  const expected = \`\${rowLength} numbers (\${ordered.map((column, i) => \`\${column.name} \${widths[i]}\`).join(", ")})\`;
  const examples = createExamples(columns, rows.length, precision);
  const problems = new Problems();

  rows.forEach((row, r) => {
    if (row.length !== rowLength) {
      problems.add(place(r), \`expected \${expected}, found \${row.length}\`);
      return;
    }
    let start = 0;
    ordered.forEach((column, c) => {
      const width = widths[c];
      const values = examples.columns[column.name];
      for (let i = 0; i < width; i++) {
        const value = row[start + i];
        const problem = classProblem(column, value) ?? floatProblem(value, precision);
        if (problem === null) values[r * width + i] = value;
        else problems.add(\`\${place(r)}, number \${start + i + 1} (\${column.name})\`, problem);
      }
      start += width;
    });
  });
  problems.throwIfAny();
  return examples;
}

/**
 * How many of \`size\` examples, counted from the first, are for training; the others, at the end, validate.
 * A share above 0 keeps at least one example for either, if there are two.
 */
function trainingSize(size, share) {
  if (share === 0 || size < 2) return size;
  return size - Math.min(size - 1, Math.max(1, Math.round(size * share)));
}

function isClass(column) {
  return column.role === "label" || column.role === "index";
}

function floatProblem(value, precision) {
  if (!Number.isFinite(value)) return \`expected a finite number, found \${typeof value === "number" ? value : JSON.stringify(value)}\`;
  if (precision === "f32" && !Number.isFinite(Math.fround(value))) return \`\${value} is too large for 32 bits\`;
  return null;
}

/** How many problems a \`DataError\` lists; the rest are counted. */
const LISTED = 10;

/** Thrown for data from outside that does not fit the model: one line per problem, each with its place. */
class DataError extends Error {
  /** The first problems, \`place: what is wrong\`, at most ten. */
  problems;

  /** \`unlisted\` is the number of further problems of the same data. */
  constructor(problems, unlisted = 0) {
    super(unlisted === 0 ? problems.join("\\n") : \`\${problems.join("\\n")}\\n… and \${unlisted} more\`);
    this.name = "DataError";
    this.problems = problems;
  }
}

/** Collects problems, so that a user sees the first ten at once and not one per run. */
class Problems {
  #listed = [];
  #unlisted = 0;

  add(place, message) {
    if (this.#listed.length < LISTED) this.#listed.push(\`\${place}: \${message}\`);
    else this.#unlisted++;
  }

  /** Throws a \`DataError\` if there was any problem. */
  throwIfAny() {
    if (this.#listed.length > 0) throw new DataError(this.#listed, this.#unlisted);
  }
}

/** How many numbers an array of this shape has; \`[]\`, the shape of a number, has 1. */
function sizeOf(shape) {
  return shape.reduce((size, extent) => size * extent, 1);
}

/** An array of zeros in the model's precision. */
function createFloats(precision, length) {
  return precision === "f32" ? new Float32Array(length) : new Float64Array(length);
}

/** Checks the options and sets up a run that has not made a step. Throws a \`RangeError\` that names a bad option. */
function startRun(
  model,
  data,
  options = {},
) {
  const defaults = model.metadata.train;
  const count = options.epochs ?? defaults.epochs;
  const batch = options.batch ?? defaults.batch;
  const seed = options.seed ?? defaults.seed;
  const share = options.validation ?? defaults.validation;
  checkOption(Number.isSafeInteger(count) && count >= 0, "epochs", "a whole number from 0", count);
  checkOption(Number.isSafeInteger(batch) && batch >= 1, "batch", "a whole number from 1", batch);
  checkOption(Number.isSafeInteger(seed) && seed >= 0, "seed", "a whole number from 0 to 2^53 - 1", seed);
  checkOption(share >= 0 && share < 1, "validation", "a share from 0 to less than 1", share);
  checkOption(data.size >= 1, "data", "at least one example", "none");
  const size = trainingSize(data.size, share);
  return {
    model,
    data,
    params: model.initialise(seed),
    state: model.createState(),
    hyper: chooseHyper(model, options.hyper ?? {}),
    epochs: count,
    batch: Math.min(batch, size),
    trainingSize: size,
    order: new Uint32Array(size),
    clock: { t: 0, epoch: 0, rate: chooseRate(defaults.rate, options.rate), seed },
  };
}

function chooseRate(fromSpec, chosen) {
  if (typeof fromSpec === "string") {
    if (chosen === undefined) return 0;
    throw new RangeError(\`rate cannot be set: the spec gives the schedule \${fromSpec}, which is compiled into the model\`);
  }
  const rate = chosen ?? fromSpec;
  checkOption(Number.isFinite(rate) && rate >= 0, "rate", "a finite number from 0", rate);
  return rate;
}

function chooseHyper(model, chosen) {
  const hyper = model.createHyper();
  for (const [name, value] of Object.entries(chosen)) {
    const names = Object.keys(hyper).join(", ") || "none";
    if (!Object.hasOwn(hyper, name)) throw new RangeError(\`hyper has no \${name}; expected \${names}\`);
    checkOption(Number.isFinite(value), \`hyper.\${name}\`, "a finite number", value);
    hyper[name] = value;
  }
  return hyper;
}

function checkOption(condition, option, expected, found) {
  if (!condition) throw new RangeError(\`\${option}: expected \${expected}, found \${found}\`);
}

/**
 * Trains by stochastic gradient descent in shuffled batches, from the model's seeded initial parameters.
 * Stops early when a step's loss is not finite or the signal is aborted. Throws a \`RangeError\` for options out of range.
 */
function runtimeTrain(
  model,
  data,
  options = {},
) {
  const run = startRun(model, data, options);
  const passes = epochs(run);
  for (;;) {
    if (options.signal?.aborted === true && run.clock.epoch < run.epochs) {
      return finishRun(run, { kind: "aborted", reason: "training was aborted", epoch: run.clock.epoch, step: run.clock.t });
    }
    const pass = passes.next();
    if (pass.done === true) return finishRun(run, pass.value);
    options.onProgress?.(pass.value);
  }
}

/** Trains the epochs that the run still lacks, pausing after each, and returns why it stopped. */
function* epochs(run) {
  const { clock } = run;
  const first = clock.epoch + 1;
  let seconds = 0;
  while (clock.epoch < run.epochs) {
    const start = performance.now();
    const loss = trainEpoch(run);
    // Only the training itself is timed: what the caller does in a pause is not part of the speed.
    seconds += (performance.now() - start) / 1000;
    if (!Number.isFinite(loss)) {
      const reason = \`the loss became \${loss} in epoch \${clock.epoch}, step \${clock.t}; \${remedy(run)}\`;
      return { kind: "diverged", reason, epoch: clock.epoch, step: clock.t };
    }
    const done = clock.epoch - first + 1;
    yield {
      epoch: clock.epoch,
      epochs: run.epochs,
      step: clock.t,
      loss,
      // A browser's clock may stand still over a short epoch.
      examplesPerSecond: (done * run.trainingSize) / Math.max(seconds, 1e-6),
      secondsLeft: (seconds / done) * (run.epochs - clock.epoch),
    };
  }
  return { kind: "finished", reason: \`all \${run.epochs} epochs are done\`, epoch: clock.epoch, step: clock.t };
}

/** Evaluates the parameters that a run has reached. */
function finishRun(run, stopped) {
  const { params, state, data, hyper, clock } = run;
  return {
    params,
    state,
    train: runtimeEvaluate(run, 0, run.trainingSize),
    validation: run.trainingSize < data.size ? runtimeEvaluate(run, run.trainingSize, data.size) : null,
    stopped,
    seed: clock.seed,
    hyper,
  };
}

/** One pass over the training examples; returns \`Progress.loss\`, or at once the first step loss that is not finite. */
function trainEpoch({ model, data, params, state, hyper, batch, trainingSize, order, clock }) {
  clock.epoch++;
  // From the identity, so that the order depends on seed and epoch alone and a paused run can be taken up again.
  for (let i = 0; i < trainingSize; i++) order[i] = i;
  shuffle(order, new Random(clock.seed, clock.epoch));
  const isMean = model.metadata.reduction === "mean";
  let total = 0;
  for (let from = 0; from < trainingSize; from += batch) {
    const to = Math.min(from + batch, trainingSize);
    clock.t++;
    const loss = model.step(params, state, data, clock, order, from, to, hyper);
    if (!Number.isFinite(loss)) return loss;
    total += isMean ? (loss * (to - from)) / trainingSize : loss;
  }
  return total;
}

/** What to try after a loss that is not finite. */
function remedy({ model, clock }) {
  if (clock.t === 1) return "no update was made yet, so look at the data and the initial parameters";
  const { rate } = model.metadata.train;
  return \`try a smaller rate than \${typeof rate === "string" ? rate : clock.rate}\`;
}

function runtimeEvaluate({ model, data, params, hyper }, from, to) {
  const { losses, metrics, precision } = model.metadata;
  const report = createFloats(precision, losses.length + metrics.length);
  const loss = model.evaluate(params, data, report, undefined, from, to, hyper);
  return {
    loss,
    losses: Object.fromEntries(losses.map((name, i) => [name, report[i]])),
    metrics: Object.fromEntries(metrics.map((name, i) => [name, report[losses.length + i]])),
  };
}

/**
 * A generator whose draws depend on \`seed\` (a whole number, 0 … 2⁵³ − 1) and \`stream\` (0 … 2³² − 1) only.
 * The algorithm is sfc32, three words of state and a counter; not for cryptography.
 * Source: Chris Doty-Humphrey, PractRand, \`sfc.cpp\` (public domain), seeded as its \`seed(s1, s2, s3)\` with the
 * words stream, low and high half of the seed, and 15 draws discarded.
 */
class Random {
  // Fields that start as numbers: seeding and shuffling four takes 75 ns on Node 20, and 500 with variables of a closure.
  #a = 0;
  #b = 0;
  #c = 0;
  #counter = 1;

  constructor(seed, stream = 0) {
    this.#a = stream | 0;
    this.#b = seed | 0;
    this.#c = Math.floor(seed / 2 ** 32) | 0;
    for (let i = 0; i < 15; i++) this.next();
  }

  /** A whole number uniform on 0 … 2³² − 1. */
  next() {
    const drawn = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + drawn) | 0;
    return drawn >>> 0;
  }
}

/** A whole number uniform on 0 … \`bound\` − 1, for \`bound\` up to 2³². */
function below(bound, random) {
  // Cut to the bits that \`bound\` needs and drawn again if too large: unbiased, and quicker than a remainder.
  const mask = 0xffff_ffff >>> Math.clz32((bound - 1) | 1);
  for (;;) {
    const drawn = (random.next() & mask) >>> 0;
    if (drawn < bound) return drawn;
  }
}

/** Permutes \`order\` in place, every permutation equally likely (Fisher and Yates, as in Durstenfeld 1964). */
function shuffle(order, random) {
  for (let last = order.length - 1; last > 0; last--) {
    const other = below(last + 1, random);
    const moved = order[last];
    order[last] = order[other];
    order[other] = moved;
  }
}
`,
  declarations: `/** What a call of \`train\` may choose, with the hyperparameters of this module. */
export type Options<Hyper> = Omit<TrainOptions, "hyper"> & {
  /** Hyperparameters that differ from the spec, by name. */
  readonly hyper?: Partial<Hyper> | undefined;
};

/** Training, typed by the module that is trained. */
export type Train<Params extends ParameterViews, Data, Hyper> = (data: Data, options?: Options<Hyper>) => TrainResult<Params>;

/** Rows of \`Width\` numbers. Rows whose lengths TypeScript does not know pass, and are checked when they are read. */
export type Rows<List extends readonly (readonly number[])[], Width extends number> = {
  readonly [Row in keyof List]: number extends List[Row]["length"] ? List[Row] : readonly number[] & { readonly length: Width };
};

/** Reading rows, typed by the module whose examples they are. */
export type FromRows<Data, Width extends number> = <const List extends readonly (readonly number[])[]>(rows: List & Rows<List, Width>) => Data;

/** The arrays that hold numbers: 64-bit by default, 32-bit under \`--precision f32\`. */
export type RuntimeFloats = Float64Array | Float32Array;

/** Parameters as views (\`W1\`, \`b1\`, …, not listed here) on one flat array. */
export interface ParameterViews {
  readonly flat: RuntimeFloats;
}

/** What a run of training may choose; what is absent is as the spec's \`train({...})\` says. */
export interface RunOptions {
  /** Passes over the training examples, from 0. */
  readonly epochs?: number | undefined;
  /** Examples per step, from 1; more than there are means all of them. */
  readonly batch?: number | undefined;
  /** The learning rate. Not for a spec whose rate is a schedule, which is compiled into the step. */
  readonly rate?: number | undefined;
  /** A whole number from 0; the same seed gives the same bits. */
  readonly seed?: number | undefined;
  /** Hyperparameters that differ from the spec, by name. */
  readonly hyper?: { readonly [name: string]: number } | undefined;
  /** The share of the examples, 0 ≤ share < 1, kept for validation; taken from the end. */
  readonly validation?: number | undefined;
}

/** What a call of \`train\` may choose. */
export interface TrainOptions extends RunOptions {
  /** Called after each epoch. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Aborting it ends the run before the next epoch. */
  readonly signal?: AbortSignal | undefined;
}

/** How far training is, after an epoch. */
export interface Progress {
  /** The epoch that has just ended, from 1, and how many there will be. */
  readonly epoch: number;
  readonly epochs: number;
  /** Steps so far. */
  readonly step: number;
  /**
   * The loss over the epoch, each batch with the parameters as they were before its step: the mean of the step
   * losses weighted by their examples, or their sum where the model's reduction is "sum".
   */
  readonly loss: number;
  readonly examplesPerSecond: number;
  readonly secondsLeft: number;
}

/** Why, and after which epoch and step, training ended; of a diverged run, where the loss was no longer finite. */
export interface Stop {
  readonly kind: "finished" | "diverged" | "aborted";
  /** The reason as a sentence without its full stop. */
  readonly reason: string;
  readonly epoch: number;
  readonly step: number;
}

/** Losses and metrics over some examples, without training noise, by name; \`loss\` is the total. */
export interface Evaluation {
  readonly loss: number;
  readonly losses: { readonly [name: string]: number };
  readonly metrics: { readonly [name: string]: number };
}

export interface TrainResult<Params extends ParameterViews> {
  readonly params: Params;
  /** The state of the update rule after the last step. */
  readonly state: RuntimeFloats;
  readonly train: Evaluation;
  /** \`null\` if no examples were kept for validation. */
  readonly validation: Evaluation | null;
  readonly stopped: Stop;
  readonly seed: number;
  readonly hyper: { readonly [name: string]: number };
}
`,
};
