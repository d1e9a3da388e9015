// Written by scripts/embed-runtime.ts from runtime/standalone.ts and all that it uses: change those, then npm run generate.

/** What a standalone module ends with, and the names that no array of values beside it may have. */
export const standaloneRuntime = {
  names: (
    "Column DataSource Draws Evaluation Float32Array Float64Array FromRows Infinity Initial Int32Array Math Metadata Number Object " +
    "Options ParameterLayout ParameterViews Piece Pieces Progress Promise Random RangeError Rows Run RunOptions RuntimeClock " +
    "RuntimeExamples RuntimeFloats StepProgress Stop StopRules Symbol Timer Train TrainDefaults TrainResult Trainable TrainableOf " +
    "Trained Training Uint32Array Watchers below betweenPauses chunk columnsOfRow createExamples createFloats evaluateRange " +
    "examplesUsed inMemory isClass performance readRows runTraining setTimeout shuffle sizeOf startRun trainInMemory trainModel " +
    "trainingSize"
  ).split(" ") as readonly string[],
  typescript: `/** What a call of \`train\` may choose, with the hyperparameters of this module. */
export type Options<Hyper> = Omit<RunOptions, "hyper"> & Watchers & {
  /** Hyperparameters that differ from the spec, by name. */
  readonly hyper?: Partial<Hyper> | undefined;
};

/** Training, typed by the module that is trained. */
export type Train<Params extends ParameterViews, Data, Hyper> = (data: Data, options?: Options<Hyper>) => Training<Params>;

/** Rows of \`Width\` numbers. Rows whose lengths TypeScript does not know pass, and are checked when they are read. */
export type Rows<List extends readonly (readonly number[])[], Width extends number> = {
  readonly [Row in keyof List]: number extends List[Row]["length"] ? List[Row] : readonly number[] & { readonly length: Width };
};

/** Reading rows, typed by the module whose examples they are. */
export type FromRows<Data, Width extends number> = <const List extends readonly (readonly number[])[]>(rows: List & Rows<List, Width>) => Data;

/** Trains a module on examples in memory. */
function trainModel<Params extends ParameterViews, Hyper>(model: TrainableOf<Params>, data: RuntimeExamples, options: Options<Hyper> = {}): Training<Params> {
  return trainInMemory(model, data, options as RunOptions & Watchers);
}

/** Examples of the module that \`metadata\` is of. Throws a \`RangeError\` for the first row of another length, or number that does not fit its column. */
function readRows<Data extends RuntimeExamples>(metadata: Metadata, rows: readonly (readonly number[])[]): Data {
  const examples = createExamples(metadata.columns, rows.length, metadata.precision);
  for (const [r, row] of rows.entries()) {
    let at = 0;
    for (const column of columnsOfRow(metadata.columns)) {
      const values = examples.columns[column.name]!;
      for (let i = r * sizeOf(column.shape); i < (r + 1) * sizeOf(column.shape); i++) {
        const value = row[at++]!;
        values[i] = value;
        // A number that is not finite is none, and a class that an array of integers changes was none.
        const isFit = isClass(column) ? values[i] === value && value >= 0 && value < (column.classes ?? Infinity) : Number.isFinite(values[i]);
        if (at <= row.length && !isFit) throw new RangeError(\`row \${r + 1}: \${value} is no \${column.name}\`);
      }
    }
    if (at !== row.length) throw new RangeError(\`row \${r + 1}: expected \${at} numbers, found \${row.length}\`);
  }
  return examples as Data;
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

/**
 * How many of \`size\` examples, counted from the first, are for training; the others, at the end, validate.
 * A share above 0 keeps at least one example for either, if there are two.
 */
function trainingSize(size: number, share: number): number {
  if (share === 0 || size < 2) return size;
  return size - Math.min(size - 1, Math.max(1, Math.round(size * share)));
}

/** Whether a column holds whole numbers from 0, and not numbers to calculate with. */
function isClass(column: Column): boolean {
  return column.role === "label" || column.role === "index";
}

/** The arrays that hold numbers: 64-bit by default, 32-bit under \`--precision f32\`. */
export type RuntimeFloats = Float64Array | Float32Array;

/** How a parameter starts: an initialiser of language.md, a constant fill, or literal values. */
type Initial =
  | { readonly kind: "glorot" | "he" | "lecun" | "orthogonal" | "normal" | "uniform" | "zeros" | "ones" }
  | { readonly kind: "fill"; readonly value: number }
  | { readonly kind: "literal"; readonly values: readonly number[] };

/** One trainable array, or one of running statistics, row-major, at \`offset\` of the flat parameter array. */
interface ParameterLayout {
  readonly name: string;
  readonly shape: readonly number[];
  readonly offset: number;
  readonly initial: Initial;
  /** It is not trained: each step of training sets it by the statistic of its batch, and inference computes with it. */
  readonly statistic?: true;
}

/** What one example has under one name. Labels and indexes are whole numbers from 0, one per entry of \`shape\`. */
interface Column {
  readonly name: string;
  readonly role: "input" | "target" | "label" | "index";
  /** The shape of one example's value in the data: \`[]\` is one number. */
  readonly shape: readonly number[];
  /** For labels and indexes, how many classes there are: legal values are 0 … classes − 1. */
  readonly classes?: number;
}

/** Where the examples come from when the user names no other source. */
type DataSource =
  | { readonly kind: "rows"; readonly rows: readonly (readonly number[])[] }
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "generator"; readonly name: string };

/** What ends a run before its epochs are done; looked at after each epoch, the first that holds ends it. */
export interface StopRules {
  /** The most by which the loss over all training examples, as inference computes it, differs from what it was an epoch before. */
  readonly lossChange?: number | undefined;
  /** The largest 2-norm of the change of all parameters over the epoch. */
  readonly weightChange?: number | undefined;
  /** The largest 2-norm of the gradient of the loss over all training examples. */
  readonly gradientNorm?: number | undefined;
  /** How many epochs the validation loss may not improve, from 1; the parameters of the best epoch are given back. */
  readonly patience?: number | undefined;
}

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
  /** Absent where the spec has none. */
  readonly stop?: StopRules;
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
  /** The gradient of the reduced loss, into what \`createGradients\` makes; returns the loss. */
  gradient?(params: ParameterViews, data: RuntimeExamples, into: object, order?: Uint32Array, from?: number, to?: number, hyper?: { readonly [name: string]: number }, clock?: RuntimeClock): number;
  /** An array for the gradient of each parameter in their order, and one, \`losses\`, for the losses. */
  createGradients?(examples?: number): object;
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
  /** All parameters to start from, in the order of \`metadata.parameters\`, in place of the seeded ones. They are copied. */
  readonly params?: ArrayLike<number> | undefined;
}

/** A model whose parameters have the views of \`Params\`; every generated module with a loss is one. */
interface TrainableOf<Params extends ParameterViews> extends Trainable {
  initialise(seed: number): Params;
}

/** A run of training between two steps: all that they read and change, so that it can be paused there. */
interface Run<Params extends ParameterViews = ParameterViews> {
  readonly model: Trainable;
  readonly params: Params;
  readonly state: RuntimeFloats;
  readonly hyper: { readonly [name: string]: number };
  readonly epochs: number;
  readonly batch: number;
  readonly validation: number;
  /** How many examples there are, and how many of them, from the first, are for training. */
  readonly size: number;
  readonly trainingSize: number;
  /** The step and epoch under way, or the last ones. */
  readonly clock: RuntimeClock;
  /** Epochs that are done. */
  epoch: number;
  /** Training examples of the next epoch that it has used already. */
  position: number;
  /** The losses of these steps, weighted as \`Progress.loss\` says. */
  loss: number;
  /** Why it is to end here, before its epochs are done: its kind and the reason, as in \`Stop\`. */
  verdict?: readonly [kind: Stop["kind"], reason: string];
}

/** Sets up a run that has not made a step. Throws a \`RangeError\` that names an option out of range; \`checkOptions\` tells more. */
function startRun<Params extends ParameterViews>(model: TrainableOf<Params>, size: number, options: RunOptions = {}): Run<Params> {
  const { rate: fromSpec, ...defaults } = model.metadata.train;
  const { epochs = defaults.epochs, batch = defaults.batch, seed = defaults.seed, validation = defaults.validation, rate = typeof fromSpec === "number" ? fromSpec : 0 } = options;
  const params = model.initialise(seed);
  const given = options.params ?? params.flat;
  const hyper = model.createHyper();
  const isFit = {
    epochs: epochs >= 0,
    batch: batch % 1 === 0 && batch > 0,
    seed: seed >= 0,
    validation: validation >= 0 && validation < 1,
    rate: rate >= 0 && (options.rate === undefined || rate === options.rate && typeof fromSpec === "number"),
    hyper: Object.entries(options.hyper ?? {}).every(([name, value]) => name in hyper && Number.isFinite(value)),
    params: given.length === params.flat.length,
    data: size > 0,
  };
  for (const [option, fits] of Object.entries(isFit)) if (!fits) throw new RangeError(\`\${option}: out of range\`);
  params.flat.set(given);
  return {
    model,
    params,
    state: model.createState(),
    hyper: { ...hyper, ...options.hyper },
    epochs,
    batch,
    validation,
    size,
    trainingSize: trainingSize(size, validation),
    clock: { t: 0, epoch: 0, rate, seed },
    epoch: 0,
    position: 0,
    loss: 0,
  };
}

/** Who watches a run of training, and who may end it. */
export interface Watchers {
  /** Aborting it ends the run after the present step. */
  readonly signal?: AbortSignal | undefined;
  /** Called after each epoch; a promise that it returns is waited for. */
  readonly onEpoch?: ((progress: Progress) => unknown) | undefined;
  /** Called after each step. */
  readonly onStep?: ((step: StepProgress) => void) | undefined;
  /** Called before each of the pauses, some 20 a second, in which training gives way to the event loop. */
  readonly onPause?: ((progress: Progress) => void) | undefined;
  /** Called when the last step is made, before the parameters are evaluated. */
  readonly onStop?: ((stop: Stop) => void) | undefined;
}

/** One step of training. */
export interface StepProgress {
  /** From 1. */
  readonly step: number;
  readonly epoch: number;
  /** The reduced loss of the step's batch, before the update. */
  readonly loss: number;
}

/** How far training is. */
export interface Progress {
  /** The epoch under way or the one that has just ended, from 1, and how many there will be. */
  readonly epoch: number;
  readonly epochs: number;
  /** The share of this epoch that is done: 1 after it. */
  readonly part: number;
  /** Steps so far. */
  readonly step: number;
  /**
   * The loss over this epoch so far, each batch with the parameters as they were before its step: the mean of the
   * step losses weighted by their examples, or their sum where the model's reduction is "sum".
   */
  readonly loss: number;
  /** Losses and metrics on the validation examples; \`null\` if there are none, and within an epoch. */
  readonly validation: Evaluation | null;
  readonly examplesPerSecond: number;
  readonly secondsLeft: number;
}

/** Why, and in which epoch and after which step, training ended; of a diverged run, where the loss was no longer finite. */
export interface Stop {
  /** \`converged\` by one of the rules for that, \`early\` because the validation loss no longer improved. */
  readonly kind: "finished" | "diverged" | "aborted" | "converged" | "early";
  /** The reason as a sentence without its full stop. */
  readonly reason: string;
  readonly epoch: number;
  readonly step: number;
  /** Of a run that a rule ended, which, and the value that it was ended by: a change, a norm, or a number of epochs. */
  readonly rule?: keyof StopRules;
  readonly value?: number;
  /** With \`patience\`, the epoch whose parameters are given back, and its validation loss; absent if none was done. */
  readonly best?: { readonly epoch: number; readonly loss: number };
}

/** Losses and metrics over some examples, without training noise, by name; \`loss\` is the total. */
export interface Evaluation {
  readonly loss: number;
  readonly losses: { readonly [name: string]: number };
  readonly metrics: { readonly [name: string]: number };
}

/** What is evaluated: a model with its trained numbers. */
interface Trained {
  readonly model: Trainable;
  readonly params: ParameterViews;
  readonly hyper: { readonly [name: string]: number };
}

/** Examples evaluated in one call: fixed, so that the rounding of the result does not depend on the speed of the machine. */
const chunk = 64;

/**
 * Evaluates the examples from \`from\` to before \`to\`, counted over all data, a chunk at a time, a mean over none being NaN; \`rest\` is called after
 * each and may give way to others. What a loss counts once per batch is counted once.
 */
async function evaluateRange({ model, params, hyper }: Trained, pieces: Pieces, from: number, to: number, rest: () => Promise<void> | null): Promise<Evaluation> {
  const { losses, metrics, precision, reduction } = model.metadata;
  const report = createFloats(precision, losses.length + metrics.length);
  // Weights are in chunks, divided by at the end: those of whole chunks are exact, so that a mean of ones is 1.
  const isSum = reduction === "sum";
  const unit = Math.min(chunk, to - from);
  const divisor = isSum ? 1 : (to - from) / unit;
  let sums = [0, ...report];
  for (let at = from; at < to; ) {
    const { data, first } = await pieces.at(at);
    const end = Math.min(to, first + data.size, at + chunk);
    const over = (stop: number): number[] => [model.evaluate(params, data, report, undefined, at - first, stop - first, hyper), ...report];
    const values = over(end);
    // A sum over no examples consists of what is counted once: each chunk after the first is taken without it. A mean
    // of means weighted by examples counts that once by itself.
    const once = isSum && at > from ? over(at) : [];
    sums = sums.map((sum, k) => sum + (isSum ? values[k]! - (once[k] ?? 0) : (values[k]! * (end - at)) / unit));
    at = end;
    await rest();
  }
  const named = (names: readonly string[], offset: number): { readonly [name: string]: number } => Object.fromEntries(names.map((name, k) => [name, sums[offset + k]! / divisor]));
  return { loss: sums[0]! / divisor, losses: named(losses, 1), metrics: named(metrics, 1 + losses.length) };
}

/** Examples that are in memory together, all of the data or a part of it. */
interface Piece {
  readonly data: RuntimeExamples;
  /** Which piece of the data it is, from 0. */
  readonly index: number;
  /** How many examples of the data come before it. */
  readonly first: number;
}

/** What training reads: of data in memory one piece, of a stream one after the other. */
interface Pieces {
  /** How many examples there are in all. */
  readonly size: number;
  /** The piece that holds an example, counted from 0 over all data. The same piece is the same object while it is in memory. */
  at(example: number): Piece | Promise<Piece>;
  /** Lets go of what is open, a file for example, until \`at\` is called again; for data that have something open. */
  close?(): Promise<void>;
}

/** Data in memory as their one piece. */
function inMemory(data: RuntimeExamples): Pieces {
  const piece: Piece = { data, index: 0, first: 0 };
  return { size: data.size, at: () => piece };
}

/** \`train\` for data in memory alone and without resuming: what a file that holds model and trainer needs, and no more. */
function trainInMemory<Params extends ParameterViews>(model: TrainableOf<Params>, data: RuntimeExamples, options: RunOptions & Watchers = {}): Training<Params> {
  return runTraining(startRun(model, data.size, options), inMemory(data), options);
}

/** What training gives. */
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
  /** The time of a step on the average, with shuffling and without evaluation; \`null\` if none was made. */
  readonly millisecondsPerStep: number | null;
}

/**
 * Training under way: await it for its result, or iterate over its epochs with for await; it starts with the first of
 * these. Leaving the iteration pauses it, awaiting it afterwards continues.
 */
export interface Training<Params extends ParameterViews> extends PromiseLike<TrainResult<Params>>, AsyncIterable<Progress> {}

/** A run of training on pieces of data, which gives way to the event loop. */
function runTraining<Params extends ParameterViews>(run: Run<Params>, pieces: Pieces, { signal, onEpoch, onStep, onPause, onStop }: Watchers): Training<Params> {
  const { model, params, state, hyper, epochs, batch, size, trainingSize, clock } = run;
  const isMean = model.metadata.reduction === "mean";
  const timer = new Timer();
  const random = new Random(0);
  const firstStep = clock.t;
  const firstExample = examplesUsed(run);
  /** The training examples of a piece in the order of the present epoch, and which piece it is. */
  let order = new Uint32Array(0);
  let ordered: Piece | null = null;
  /** The loss over the last whole epoch. */
  let epochLoss = 0;
  let stopped: Stop | null = null;
  /** Settled when no one is advancing the run: only one does at a time. */
  let turn: Promise<unknown> = Promise.resolve();
  let result: Promise<TrainResult<Params>> | null = null;

  function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const next = turn.then(work);
    turn = next;
    return next;
  }

  function stop(kind: Stop["kind"], reason: string): void {
    stopped ??= { kind, reason, epoch: clock.epoch, step: clock.t };
  }

  function isGoing(): boolean {
    if (run.verdict !== undefined) stop(...run.verdict);
    const kind = run.epoch >= epochs ? "finished" : signal?.aborted === true ? "aborted" : null;
    if (kind !== null) stop(kind, \`\${kind} \${run.position === 0 ? "after" : "in"} epoch \${clock.epoch} of \${epochs}\`);
    return stopped === null;
  }

  /** Goes on to the end of the run, or of the epoch if only one is wanted; \`null\` at the end of the run. */
  async function advance(isOne: boolean): Promise<Progress | null> {
    if (stopped !== null) return null;
    timer.lap();
    while (isGoing()) {
      const piece = pieces.at(run.position);
      if (piece instanceof Promise) {
        await piece;
        continue;
      }
      makeSteps(piece);
      if (run.position === trainingSize) {
        epochLoss = run.loss;
        run.epoch++;
        run.position = run.loss = 0;
        if (isOne || onEpoch !== undefined) {
          timer.step += timer.lap();
          const progress = progressWith(trainingSize < size ? await evaluate(trainingSize, size) : null);
          await onEpoch?.(progress);
          timer.lap();
          if (isOne) return progress;
        }
      }
      if (timer.left <= 0 && timer.look()) {
        timer.step += timer.lap();
        await pause();
      }
    }
    timer.step += timer.lap();
    onStop?.(stopped!);
    return null;
  }

  /** Makes steps on a piece: up to where the clock is to be looked at, or one where each is watched. */
  function makeSteps(piece: Piece): void {
    const end = Math.min(piece.data.size, trainingSize - piece.first);
    if (piece !== ordered || clock.epoch <= run.epoch) shufflePiece(piece, end);
    const before = clock.t;
    const loss = stepThrough(piece, end, onStep === undefined ? timer.left : 1);
    timer.left -= clock.t - before;
    onStep?.({ step: clock.t, epoch: clock.epoch, loss });
    if (!Number.isFinite(loss)) stop("diverged", \`the loss became \${loss} in epoch \${clock.epoch}, step \${clock.t}\`);
  }

  /** The loop around \`step\`; returns the last loss, and stops behind the first that is not finite. Nothing is allocated here. */
  function stepThrough({ data, first }: Piece, end: number, most: number): number {
    let at = run.position - first;
    let total = run.loss;
    let loss = 0;
    // In local variables: a fraction that is stored in an object may be a new one each time.
    for (; at < end && most > 0; most--) {
      const to = Math.min(at + batch, end);
      clock.t++;
      loss = model.step(params, state, data, clock, order, at, to, hyper);
      if (!Number.isFinite(loss)) break;
      total += loss * (isMean ? (to - at) / trainingSize : 1);
      at = to;
    }
    run.position = first + at;
    run.loss = total;
    return loss;
  }

  /** Puts the training examples of a piece, its first \`count\`, in an order that seed, epoch and piece determine. */
  function shufflePiece(piece: Piece, count: number): void {
    clock.epoch = run.epoch + 1;
    if (order.length < count) order = new Uint32Array(count);
    // From the identity, so that a run that was stopped can be taken up again.
    for (let i = 0; i < count; i++) order[i] = i;
    random.restart(clock.seed, clock.epoch, piece.index);
    shuffle(order, random, count);
    ordered = piece;
  }

  /** Gives way, between two steps or within an evaluation. */
  function pause(): Promise<void> {
    onPause?.(progressWith(null));
    return timer.pause();
  }

  function progressWith(validation: Evaluation | null): Progress {
    const isOver = clock.epoch === run.epoch;
    const part = isOver ? 1 : run.position / trainingSize;
    const used = examplesUsed(run) - firstExample;
    return {
      epoch: clock.epoch,
      epochs,
      part,
      step: clock.t,
      loss: isOver ? epochLoss : isMean ? run.loss / part : run.loss,
      validation,
      // A browser's clock may stand still over a short epoch.
      examplesPerSecond: (1000 * used) / Math.max(timer.step, 1e-3),
      secondsLeft: ((performance.now() - timer.start) / used / 1000) * (epochs * trainingSize - examplesUsed(run)),
    };
  }

  /** Evaluates the examples from one to before another. */
  function evaluate(from: number, to: number): Promise<Evaluation> {
    return evaluateRange(run, pieces, from, to, () => (timer.isPauseDue() ? pause() : null));
  }

  async function finish(): Promise<TrainResult<Params>> {
    await advance(false);
    const steps = clock.t - firstStep;
    const end = {
      params,
      state,
      train: await evaluate(0, trainingSize),
      validation: trainingSize < size ? await evaluate(trainingSize, size) : null,
      stopped: stopped!,
      seed: clock.seed,
      hyper,
      millisecondsPerStep: steps === 0 ? null : timer.step / steps,
    };
    await pieces.close?.();
    return end;
  }

  return {
    then(onResult, onFailure) {
      result ??= inTurn(finish);
      return result.then(onResult, onFailure);
    },
    async *[Symbol.asyncIterator]() {
      try {
        for (;;) {
          const progress = await inTurn(() => advance(true));
          if (progress === null) return;
          yield progress;
        }
      } finally {
        await inTurn(async () => pieces.close?.());
      }
    },
  };
}

/** Training examples used since the run was started, each as often as it was. */
const examplesUsed = ({ epoch, trainingSize, position }: Run): number => epoch * trainingSize + position;

/**
 * A generator whose draws depend on \`seed\` (a whole number, 0 … 2⁵³ − 1), \`stream\` and \`part\` (0 … 2³² − 1) only.
 * The algorithm is sfc32, three words of state and a counter; not for cryptography.
 * Source: Chris Doty-Humphrey, PractRand, \`sfc.cpp\` (public domain), seeded as its \`seed(s1, s2, s3)\` with the
 * words stream, low and high half of the seed, the counter \`part\` further on, and 15 draws discarded.
 */
class Random {
  // Fields that start as numbers: seeding and shuffling four takes 75 ns on Node 20, and 500 with variables of a closure.
  #a = 0;
  #b = 0;
  #c = 0;
  #counter = 1;

  constructor(seed: number, stream = 0, part = 0) {
    this.restart(seed, stream, part);
  }

  /** Makes this the generator of other numbers, without making an object. */
  restart(seed: number, stream = 0, part = 0): void {
    this.#a = stream | 0;
    this.#b = seed | 0;
    this.#c = Math.floor(seed / 2 ** 32) | 0;
    this.#counter = (1 + part) | 0;
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

/** Permutes the first \`size\` of \`order\` in place, every permutation equally likely (Fisher and Yates, as in Durstenfeld 1964). */
function shuffle(order: Uint32Array, random: Draws, size = order.length): void {
  for (let last = size - 1; last > 0; last--) {
    const other = below(last + 1, random);
    const moved = order[last]!;
    order[last] = order[other]!;
    order[other] = moved;
  }
}

/** Milliseconds of work after which others get their turn. */
const betweenPauses = 50;

/** Tells when training should give way to the event loop, and how long its work has taken so far. */
class Timer {
  /** Steps that may be made before the clock is looked at again. */
  left = 1;
  /** Milliseconds of steps; evaluation, and what callers do between, is left out. */
  step = 0;
  readonly start = performance.now();
  #stride = 1;
  #lap = this.start;
  #looked = this.start;
  #paused = this.start;

  /** Milliseconds since the last lap. */
  lap(): number {
    const before = this.#lap;
    this.#lap = performance.now();
    return this.#lap - before;
  }

  /** Whether a pause is due; finds how many steps take a few milliseconds, so that they are not slowed down by the clock. */
  look(): boolean {
    const before = this.#looked;
    this.#looked = performance.now();
    this.left = this.#stride = Math.ceil(this.#stride * Math.min(2, betweenPauses / 10 / (this.#looked - before)));
    return this.isPauseDue();
  }

  isPauseDue(): boolean {
    return performance.now() - this.#paused > betweenPauses;
  }

  /** Gives way: a macrotask, so that a page is drawn and events arrive. */
  async pause(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.#lap = this.#looked = this.#paused = performance.now();
  }
}
`,
  javascript: `/** Trains a module on examples in memory. */
function trainModel(model, data, options = {}) {
  return trainInMemory(model, data, options);
}

/** Examples of the module that \`metadata\` is of. Throws a \`RangeError\` for the first row of another length, or number that does not fit its column. */
function readRows(metadata, rows) {
  const examples = createExamples(metadata.columns, rows.length, metadata.precision);
  for (const [r, row] of rows.entries()) {
    let at = 0;
    for (const column of columnsOfRow(metadata.columns)) {
      const values = examples.columns[column.name];
      for (let i = r * sizeOf(column.shape); i < (r + 1) * sizeOf(column.shape); i++) {
        const value = row[at++];
        values[i] = value;
        // A number that is not finite is none, and a class that an array of integers changes was none.
        const isFit = isClass(column) ? values[i] === value && value >= 0 && value < (column.classes ?? Infinity) : Number.isFinite(values[i]);
        if (at <= row.length && !isFit) throw new RangeError(\`row \${r + 1}: \${value} is no \${column.name}\`);
      }
    }
    if (at !== row.length) throw new RangeError(\`row \${r + 1}: expected \${at} numbers, found \${row.length}\`);
  }
  return examples;
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

/**
 * How many of \`size\` examples, counted from the first, are for training; the others, at the end, validate.
 * A share above 0 keeps at least one example for either, if there are two.
 */
function trainingSize(size, share) {
  if (share === 0 || size < 2) return size;
  return size - Math.min(size - 1, Math.max(1, Math.round(size * share)));
}

/** Whether a column holds whole numbers from 0, and not numbers to calculate with. */
function isClass(column) {
  return column.role === "label" || column.role === "index";
}

/** How many numbers an array of this shape has; \`[]\`, the shape of a number, has 1. */
function sizeOf(shape) {
  return shape.reduce((size, extent) => size * extent, 1);
}

/** An array of zeros in the model's precision. */
function createFloats(precision, length) {
  return precision === "f32" ? new Float32Array(length) : new Float64Array(length);
}

/** Sets up a run that has not made a step. Throws a \`RangeError\` that names an option out of range; \`checkOptions\` tells more. */
function startRun(model, size, options = {}) {
  const { rate: fromSpec, ...defaults } = model.metadata.train;
  const { epochs = defaults.epochs, batch = defaults.batch, seed = defaults.seed, validation = defaults.validation, rate = typeof fromSpec === "number" ? fromSpec : 0 } = options;
  const params = model.initialise(seed);
  const given = options.params ?? params.flat;
  const hyper = model.createHyper();
  const isFit = {
    epochs: epochs >= 0,
    batch: batch % 1 === 0 && batch > 0,
    seed: seed >= 0,
    validation: validation >= 0 && validation < 1,
    rate: rate >= 0 && (options.rate === undefined || rate === options.rate && typeof fromSpec === "number"),
    hyper: Object.entries(options.hyper ?? {}).every(([name, value]) => name in hyper && Number.isFinite(value)),
    params: given.length === params.flat.length,
    data: size > 0,
  };
  for (const [option, fits] of Object.entries(isFit)) if (!fits) throw new RangeError(\`\${option}: out of range\`);
  params.flat.set(given);
  return {
    model,
    params,
    state: model.createState(),
    hyper: { ...hyper, ...options.hyper },
    epochs,
    batch,
    validation,
    size,
    trainingSize: trainingSize(size, validation),
    clock: { t: 0, epoch: 0, rate, seed },
    epoch: 0,
    position: 0,
    loss: 0,
  };
}

/** Examples evaluated in one call: fixed, so that the rounding of the result does not depend on the speed of the machine. */
const chunk = 64;

/**
 * Evaluates the examples from \`from\` to before \`to\`, counted over all data, a chunk at a time, a mean over none being NaN; \`rest\` is called after
 * each and may give way to others. What a loss counts once per batch is counted once.
 */
async function evaluateRange({ model, params, hyper }, pieces, from, to, rest) {
  const { losses, metrics, precision, reduction } = model.metadata;
  const report = createFloats(precision, losses.length + metrics.length);
  // Weights are in chunks, divided by at the end: those of whole chunks are exact, so that a mean of ones is 1.
  const isSum = reduction === "sum";
  const unit = Math.min(chunk, to - from);
  const divisor = isSum ? 1 : (to - from) / unit;
  let sums = [0, ...report];
  for (let at = from; at < to; ) {
    const { data, first } = await pieces.at(at);
    const end = Math.min(to, first + data.size, at + chunk);
    const over = (stop) => [model.evaluate(params, data, report, undefined, at - first, stop - first, hyper), ...report];
    const values = over(end);
    // A sum over no examples consists of what is counted once: each chunk after the first is taken without it. A mean
    // of means weighted by examples counts that once by itself.
    const once = isSum && at > from ? over(at) : [];
    sums = sums.map((sum, k) => sum + (isSum ? values[k] - (once[k] ?? 0) : (values[k] * (end - at)) / unit));
    at = end;
    await rest();
  }
  const named = (names, offset) => Object.fromEntries(names.map((name, k) => [name, sums[offset + k] / divisor]));
  return { loss: sums[0] / divisor, losses: named(losses, 1), metrics: named(metrics, 1 + losses.length) };
}

/** Data in memory as their one piece. */
function inMemory(data) {
  const piece = { data, index: 0, first: 0 };
  return { size: data.size, at: () => piece };
}

/** \`train\` for data in memory alone and without resuming: what a file that holds model and trainer needs, and no more. */
function trainInMemory(model, data, options = {}) {
  return runTraining(startRun(model, data.size, options), inMemory(data), options);
}

/** A run of training on pieces of data, which gives way to the event loop. */
function runTraining(run, pieces, { signal, onEpoch, onStep, onPause, onStop }) {
  const { model, params, state, hyper, epochs, batch, size, trainingSize, clock } = run;
  const isMean = model.metadata.reduction === "mean";
  const timer = new Timer();
  const random = new Random(0);
  const firstStep = clock.t;
  const firstExample = examplesUsed(run);
  /** The training examples of a piece in the order of the present epoch, and which piece it is. */
  let order = new Uint32Array(0);
  let ordered = null;
  /** The loss over the last whole epoch. */
  let epochLoss = 0;
  let stopped = null;
  /** Settled when no one is advancing the run: only one does at a time. */
  let turn = Promise.resolve();
  let result = null;

  function inTurn(work) {
    const next = turn.then(work);
    turn = next;
    return next;
  }

  function stop(kind, reason) {
    stopped ??= { kind, reason, epoch: clock.epoch, step: clock.t };
  }

  function isGoing() {
    if (run.verdict !== undefined) stop(...run.verdict);
    const kind = run.epoch >= epochs ? "finished" : signal?.aborted === true ? "aborted" : null;
    if (kind !== null) stop(kind, \`\${kind} \${run.position === 0 ? "after" : "in"} epoch \${clock.epoch} of \${epochs}\`);
    return stopped === null;
  }

  /** Goes on to the end of the run, or of the epoch if only one is wanted; \`null\` at the end of the run. */
  async function advance(isOne) {
    if (stopped !== null) return null;
    timer.lap();
    while (isGoing()) {
      const piece = pieces.at(run.position);
      if (piece instanceof Promise) {
        await piece;
        continue;
      }
      makeSteps(piece);
      if (run.position === trainingSize) {
        epochLoss = run.loss;
        run.epoch++;
        run.position = run.loss = 0;
        if (isOne || onEpoch !== undefined) {
          timer.step += timer.lap();
          const progress = progressWith(trainingSize < size ? await evaluate(trainingSize, size) : null);
          await onEpoch?.(progress);
          timer.lap();
          if (isOne) return progress;
        }
      }
      if (timer.left <= 0 && timer.look()) {
        timer.step += timer.lap();
        await pause();
      }
    }
    timer.step += timer.lap();
    onStop?.(stopped);
    return null;
  }

  /** Makes steps on a piece: up to where the clock is to be looked at, or one where each is watched. */
  function makeSteps(piece) {
    const end = Math.min(piece.data.size, trainingSize - piece.first);
    if (piece !== ordered || clock.epoch <= run.epoch) shufflePiece(piece, end);
    const before = clock.t;
    const loss = stepThrough(piece, end, onStep === undefined ? timer.left : 1);
    timer.left -= clock.t - before;
    onStep?.({ step: clock.t, epoch: clock.epoch, loss });
    if (!Number.isFinite(loss)) stop("diverged", \`the loss became \${loss} in epoch \${clock.epoch}, step \${clock.t}\`);
  }

  /** The loop around \`step\`; returns the last loss, and stops behind the first that is not finite. Nothing is allocated here. */
  function stepThrough({ data, first }, end, most) {
    let at = run.position - first;
    let total = run.loss;
    let loss = 0;
    // In local variables: a fraction that is stored in an object may be a new one each time.
    for (; at < end && most > 0; most--) {
      const to = Math.min(at + batch, end);
      clock.t++;
      loss = model.step(params, state, data, clock, order, at, to, hyper);
      if (!Number.isFinite(loss)) break;
      total += loss * (isMean ? (to - at) / trainingSize : 1);
      at = to;
    }
    run.position = first + at;
    run.loss = total;
    return loss;
  }

  /** Puts the training examples of a piece, its first \`count\`, in an order that seed, epoch and piece determine. */
  function shufflePiece(piece, count) {
    clock.epoch = run.epoch + 1;
    if (order.length < count) order = new Uint32Array(count);
    // From the identity, so that a run that was stopped can be taken up again.
    for (let i = 0; i < count; i++) order[i] = i;
    random.restart(clock.seed, clock.epoch, piece.index);
    shuffle(order, random, count);
    ordered = piece;
  }

  /** Gives way, between two steps or within an evaluation. */
  function pause() {
    onPause?.(progressWith(null));
    return timer.pause();
  }

  function progressWith(validation) {
    const isOver = clock.epoch === run.epoch;
    const part = isOver ? 1 : run.position / trainingSize;
    const used = examplesUsed(run) - firstExample;
    return {
      epoch: clock.epoch,
      epochs,
      part,
      step: clock.t,
      loss: isOver ? epochLoss : isMean ? run.loss / part : run.loss,
      validation,
      // A browser's clock may stand still over a short epoch.
      examplesPerSecond: (1000 * used) / Math.max(timer.step, 1e-3),
      secondsLeft: ((performance.now() - timer.start) / used / 1000) * (epochs * trainingSize - examplesUsed(run)),
    };
  }

  /** Evaluates the examples from one to before another. */
  function evaluate(from, to) {
    return evaluateRange(run, pieces, from, to, () => (timer.isPauseDue() ? pause() : null));
  }

  async function finish() {
    await advance(false);
    const steps = clock.t - firstStep;
    const end = {
      params,
      state,
      train: await evaluate(0, trainingSize),
      validation: trainingSize < size ? await evaluate(trainingSize, size) : null,
      stopped: stopped,
      seed: clock.seed,
      hyper,
      millisecondsPerStep: steps === 0 ? null : timer.step / steps,
    };
    await pieces.close?.();
    return end;
  }

  return {
    then(onResult, onFailure) {
      result ??= inTurn(finish);
      return result.then(onResult, onFailure);
    },
    async *[Symbol.asyncIterator]() {
      try {
        for (;;) {
          const progress = await inTurn(() => advance(true));
          if (progress === null) return;
          yield progress;
        }
      } finally {
        await inTurn(async () => pieces.close?.());
      }
    },
  };
}

/** Training examples used since the run was started, each as often as it was. */
const examplesUsed = ({ epoch, trainingSize, position }) => epoch * trainingSize + position;

/**
 * A generator whose draws depend on \`seed\` (a whole number, 0 … 2⁵³ − 1), \`stream\` and \`part\` (0 … 2³² − 1) only.
 * The algorithm is sfc32, three words of state and a counter; not for cryptography.
 * Source: Chris Doty-Humphrey, PractRand, \`sfc.cpp\` (public domain), seeded as its \`seed(s1, s2, s3)\` with the
 * words stream, low and high half of the seed, the counter \`part\` further on, and 15 draws discarded.
 */
class Random {
  // Fields that start as numbers: seeding and shuffling four takes 75 ns on Node 20, and 500 with variables of a closure.
  #a = 0;
  #b = 0;
  #c = 0;
  #counter = 1;

  constructor(seed, stream = 0, part = 0) {
    this.restart(seed, stream, part);
  }

  /** Makes this the generator of other numbers, without making an object. */
  restart(seed, stream = 0, part = 0) {
    this.#a = stream | 0;
    this.#b = seed | 0;
    this.#c = Math.floor(seed / 2 ** 32) | 0;
    this.#counter = (1 + part) | 0;
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

/** Permutes the first \`size\` of \`order\` in place, every permutation equally likely (Fisher and Yates, as in Durstenfeld 1964). */
function shuffle(order, random, size = order.length) {
  for (let last = size - 1; last > 0; last--) {
    const other = below(last + 1, random);
    const moved = order[last];
    order[last] = order[other];
    order[other] = moved;
  }
}

/** Milliseconds of work after which others get their turn. */
const betweenPauses = 50;

/** Tells when training should give way to the event loop, and how long its work has taken so far. */
class Timer {
  /** Steps that may be made before the clock is looked at again. */
  left = 1;
  /** Milliseconds of steps; evaluation, and what callers do between, is left out. */
  step = 0;
  start = performance.now();
  #stride = 1;
  #lap = this.start;
  #looked = this.start;
  #paused = this.start;

  /** Milliseconds since the last lap. */
  lap() {
    const before = this.#lap;
    this.#lap = performance.now();
    return this.#lap - before;
  }

  /** Whether a pause is due; finds how many steps take a few milliseconds, so that they are not slowed down by the clock. */
  look() {
    const before = this.#looked;
    this.#looked = performance.now();
    this.left = this.#stride = Math.ceil(this.#stride * Math.min(2, betweenPauses / 10 / (this.#looked - before)));
    return this.isPauseDue();
  }

  isPauseDue() {
    return performance.now() - this.#paused > betweenPauses;
  }

  /** Gives way: a macrotask, so that a page is drawn and events arrive. */
  async pause() {
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.#lap = this.#looked = this.#paused = performance.now();
  }
}
`,
  declarations: `/** What a call of \`train\` may choose, with the hyperparameters of this module. */
export type Options<Hyper> = Omit<RunOptions, "hyper"> & Watchers & {
  /** Hyperparameters that differ from the spec, by name. */
  readonly hyper?: Partial<Hyper> | undefined;
};

/** Training, typed by the module that is trained. */
export type Train<Params extends ParameterViews, Data, Hyper> = (data: Data, options?: Options<Hyper>) => Training<Params>;

/** Rows of \`Width\` numbers. Rows whose lengths TypeScript does not know pass, and are checked when they are read. */
export type Rows<List extends readonly (readonly number[])[], Width extends number> = {
  readonly [Row in keyof List]: number extends List[Row]["length"] ? List[Row] : readonly number[] & { readonly length: Width };
};

/** Reading rows, typed by the module whose examples they are. */
export type FromRows<Data, Width extends number> = <const List extends readonly (readonly number[])[]>(rows: List & Rows<List, Width>) => Data;

/** The arrays that hold numbers: 64-bit by default, 32-bit under \`--precision f32\`. */
export type RuntimeFloats = Float64Array | Float32Array;

/** What ends a run before its epochs are done; looked at after each epoch, the first that holds ends it. */
export interface StopRules {
  /** The most by which the loss over all training examples, as inference computes it, differs from what it was an epoch before. */
  readonly lossChange?: number | undefined;
  /** The largest 2-norm of the change of all parameters over the epoch. */
  readonly weightChange?: number | undefined;
  /** The largest 2-norm of the gradient of the loss over all training examples. */
  readonly gradientNorm?: number | undefined;
  /** How many epochs the validation loss may not improve, from 1; the parameters of the best epoch are given back. */
  readonly patience?: number | undefined;
}

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
  /** All parameters to start from, in the order of \`metadata.parameters\`, in place of the seeded ones. They are copied. */
  readonly params?: ArrayLike<number> | undefined;
}

/** Who watches a run of training, and who may end it. */
export interface Watchers {
  /** Aborting it ends the run after the present step. */
  readonly signal?: AbortSignal | undefined;
  /** Called after each epoch; a promise that it returns is waited for. */
  readonly onEpoch?: ((progress: Progress) => unknown) | undefined;
  /** Called after each step. */
  readonly onStep?: ((step: StepProgress) => void) | undefined;
  /** Called before each of the pauses, some 20 a second, in which training gives way to the event loop. */
  readonly onPause?: ((progress: Progress) => void) | undefined;
  /** Called when the last step is made, before the parameters are evaluated. */
  readonly onStop?: ((stop: Stop) => void) | undefined;
}

/** One step of training. */
export interface StepProgress {
  /** From 1. */
  readonly step: number;
  readonly epoch: number;
  /** The reduced loss of the step's batch, before the update. */
  readonly loss: number;
}

/** How far training is. */
export interface Progress {
  /** The epoch under way or the one that has just ended, from 1, and how many there will be. */
  readonly epoch: number;
  readonly epochs: number;
  /** The share of this epoch that is done: 1 after it. */
  readonly part: number;
  /** Steps so far. */
  readonly step: number;
  /**
   * The loss over this epoch so far, each batch with the parameters as they were before its step: the mean of the
   * step losses weighted by their examples, or their sum where the model's reduction is "sum".
   */
  readonly loss: number;
  /** Losses and metrics on the validation examples; \`null\` if there are none, and within an epoch. */
  readonly validation: Evaluation | null;
  readonly examplesPerSecond: number;
  readonly secondsLeft: number;
}

/** Why, and in which epoch and after which step, training ended; of a diverged run, where the loss was no longer finite. */
export interface Stop {
  /** \`converged\` by one of the rules for that, \`early\` because the validation loss no longer improved. */
  readonly kind: "finished" | "diverged" | "aborted" | "converged" | "early";
  /** The reason as a sentence without its full stop. */
  readonly reason: string;
  readonly epoch: number;
  readonly step: number;
  /** Of a run that a rule ended, which, and the value that it was ended by: a change, a norm, or a number of epochs. */
  readonly rule?: keyof StopRules;
  readonly value?: number;
  /** With \`patience\`, the epoch whose parameters are given back, and its validation loss; absent if none was done. */
  readonly best?: { readonly epoch: number; readonly loss: number };
}

/** Losses and metrics over some examples, without training noise, by name; \`loss\` is the total. */
export interface Evaluation {
  readonly loss: number;
  readonly losses: { readonly [name: string]: number };
  readonly metrics: { readonly [name: string]: number };
}

/** What training gives. */
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
  /** The time of a step on the average, with shuffling and without evaluation; \`null\` if none was made. */
  readonly millisecondsPerStep: number | null;
}

/**
 * Training under way: await it for its result, or iterate over its epochs with for await; it starts with the first of
 * these. Leaving the iteration pauses it, awaiting it afterwards continues.
 */
export interface Training<Params extends ParameterViews> extends PromiseLike<TrainResult<Params>>, AsyncIterable<Progress> {}
`,
};
