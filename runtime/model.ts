/** The arrays that hold numbers: 64-bit by default, 32-bit under `--precision f32`. */
export type Floats = Float64Array | Float32Array;

/** How a parameter starts: an initialiser of language.md, a constant fill, or literal values. */
export type Initial =
  | { readonly kind: "glorot" | "he" | "lecun" | "orthogonal" | "normal" | "uniform" | "zeros" | "ones" }
  | { readonly kind: "fill"; readonly value: number }
  | { readonly kind: "literal"; readonly values: readonly number[] };

/** One trainable array, or one of running statistics, row-major, at `offset` of the flat parameter array. */
export interface ParameterLayout {
  readonly name: string;
  readonly shape: readonly number[];
  readonly offset: number;
  readonly initial: Initial;
  /** It is not trained: each step of training sets it by the statistic of its batch, and inference computes with it. */
  readonly statistic?: true;
}

/** What one example has under one name. Labels and indexes are whole numbers from 0, one per entry of `shape`. */
export interface Column {
  readonly name: string;
  readonly role: "input" | "target" | "label" | "index";
  /** The shape of one example's value in the data: `[]` is one number. */
  readonly shape: readonly number[];
  /** For labels and indexes, how many classes there are: legal values are 0 … classes − 1. */
  readonly classes?: number;
}

/** Where the examples come from when the user names no other source. */
export type DataSource =
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

/** The defaults of `train({...})`. */
export interface TrainDefaults {
  readonly optimizer: string;
  /** The rate as a number, or the text of its schedule (already compiled into `step`). */
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
export interface Metadata {
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
export interface Clock {
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
export interface Examples {
  readonly size: number;
  readonly columns: { readonly [name: string]: Floats | Int32Array };
}

/** Examples in pieces, for data that memory does not hold: every call of `pieces` gives the same ones in the same order. */
export interface ExampleStream {
  /** How many examples there are in all. */
  readonly size: number;
  pieces(): AsyncIterable<Examples>;
}

/** Parameters as views (`W1`, `b1`, …, not listed here) on one flat array. */
export interface ParameterViews {
  readonly flat: Floats;
}

/**
 * What the runtime needs of a compiled module that has a loss. A generated module satisfies it with narrower types.
 * `order` selects examples (all in their order if absent), `from` and `to` a half-open range of it.
 */
export interface Trainable {
  readonly metadata: Metadata;
  createParameters(flat?: Floats): ParameterViews;
  /** Seeded initial parameters. */
  initialise(seed: number): ParameterViews;
  /** The state of the update rule, all zeros. */
  createState(): Floats;
  /** Hyperparameters at the values of the spec. */
  createHyper(): { [name: string]: number };
  /** Predictions, losses and metrics without training noise. Writes losses, then metrics, reduced, to `report`; returns the total loss. */
  evaluate(params: ParameterViews, data: Examples, report: Floats, order?: Uint32Array, from?: number, to?: number, hyper?: { readonly [name: string]: number }): number;
  /** Forward, backward and update over one batch; returns the reduced loss before the update. */
  step(params: ParameterViews, state: Floats, data: Examples, clock: Clock, order?: Uint32Array, from?: number, to?: number, hyper?: { readonly [name: string]: number }): number;
  /** The gradient of the reduced loss, into what `createGradients` makes; returns the loss. */
  gradient?(params: ParameterViews, data: Examples, into: object, order?: Uint32Array, from?: number, to?: number, hyper?: { readonly [name: string]: number }, clock?: Clock): number;
  /** An array for the gradient of each parameter in their order, and one, `losses`, for the losses. */
  createGradients?(examples?: number): object;
  /** The outputs of example `row`, each an array of numbers in `into`. */
  predict?(params: ParameterViews, data: Examples, row: number, into?: { readonly [name: string]: Floats }, hyper?: { readonly [name: string]: number }): unknown;
  createOutputs?(): { readonly [name: string]: Floats };
}
