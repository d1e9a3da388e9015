/**
 * bag-of-words: compiled by gradc 0.1.0 from bag-of-words.grad. Do not edit: change the spec and compile again.
 *
 * Spec        sha256 1ef58bc2040bbaecd7f988bc94db611efb455494637c15d215fff27e5f415530
 * Parameters  4036: E (500 × 8), W (4 × 8), b vector of 4
 * Precision   64-bit
 * Convention  loss and gradients are the mean over the batch
 * Lookup      a step updates E only where examples looked it up: where the gradient is 0 the update rule changes nothing
 * Stable form xlogy(d, softmax(z)) -> d .* logSoftmax(z)
 *
 * Operations of gradient, for one example (sums over the batch left out):
 *   forward 266: 202 add, 40 multiply, 8 subtract, 7 compare, 4 divide, 4 exp, 1 log
 *   backward 96: 64 multiply, 24 add, 4 compare, 4 subtract
 *
 * Schedule:
 *   forward  unrolled: 252 scalar operations, at most 2500
 *   evaluate  unrolled: 289 scalar operations, at most 2500
 *   gradient  loops: 4610 scalar operations, more than 2500; of 21 steps 3 in register tiles, 6 in plain loops, 12 of at most 4 operations unrolled; examples in blocks of 64
 *     tiles     sum 160, add 72, dW 64
 *     loops     J_sum 16, delta 8, delta2 56, dE 160, grad_E 4000, grad_W 32
 *     unrolled  share 1, share2 1, max 3, logSoftmax_in 4, y_exp 4, sum2 3, y 4, log 1, db 4, J 2, grad_b 4, loss 0
 *   step  unrolled: 2340 scalar operations, at most 2500; what examples looked up is updated in loops
 *     loops     s_E 640, E 800, dE_rows 0
 *     unrolled  share 1, share2 1, stepSize 1, stepSize2 1, sum 160, add 72, max 4, logSoftmax_in 4, y_exp 4, sum2 4, y 4, log 1, J_sum 17, delta 8, dW 64, db 4, delta2 64, dE_rows 160, loss 2, s_W 128, W 160, s_b 16, b 20
 *
 * parameters
 *   E   500 × 8   normal   # line 6
 *   W   4 × 8     glorot   # line 7
 *   b   4         zeros    # line 8
 *
 * data
 *   words   20   index of 500   # line 3
 *   d       4    label of 4     # line 4
 *
 * forward
 *   t1 = sum(E[words, :], 1)            8 per example        # lines 10, 11
 *   h = 0.05 * t1                       8 per example        # line 10
 *   t2 = 0.05 * (W * t1) + b            4 per example        # line 11
 *   y = softmax(t2)                     4 per example        # line 11, output
 *   t3 = d .* logSoftmax(t2)            4 per example
 *   J = -sum(t3)                        scalar per example   # line 12, loss
 *   accuracy = argmax(y) == argmax(d)   scalar per example   # line 13, metric
 *
 * mean over the batch of m examples
 *   J = -((Σn sum(t3)) / m)        scalar   # line 12, loss
 *   accuracy = (Σn accuracy) / m   scalar   # line 13, metric
 *
 * backward
 *   δ = y - d                               4 per example   # EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); chain rule through logSoftmax: dx = g - softmax(x) .* sum(g)
 *   t4[words[i], j] += Σ n,i  (W' * δ)[j]   500 × 8         # each term of a sum gets the cotangent of the sum
 *   dE = 0.05 * (1/m) * t4                  500 × 8         # each term of a sum gets the cotangent of the sum
 *   dW = 0.05 * (1/m) * Σn outer(δ, t1)     4 × 8           # EQ4: ∂C/∂w = δ aᵀ; W * t1 with respect to W: outer product of the cotangent and the vector
 *   db = 1/m * Σn δ                         4               # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
 */

/** The arrays that hold numbers. */
export type Floats = Float64Array;

/** Row-major numbers. The mark, never set, carries the shape, so that a 2-vector is not a 3-vector. */
export type Tensor<Shape extends readonly number[]> = Floats & { readonly shape?: Shape };

/** N numbers, row-major: an array literal of that length, or a typed array. */
export type Vector<N extends number> = Tensor<[N]> | (readonly number[] & { readonly length: N });

/** Trainable numbers: views on one flat array. */
export interface Parameters {
  /** All of them, one parameter after the other. */
  readonly flat: Floats;
  readonly E: Tensor<[500, 8]>;
  readonly W: Tensor<[4, 8]>;
  readonly b: Tensor<[4]>;
}

/** The spec has no hyperparameters. */
export type Hyper = Record<string, never>;

/** Examples as columns: for each name its values, one example after the other. */
export interface Examples {
  readonly size: number;
  readonly columns: { readonly words: Int32Array; readonly d: Int32Array };
}

/** Numbers that change from step to step: step and epoch count from 1; the seed keys random draws. */
export interface Clock {
  t: number;
  epoch: number;
  rate: number;
  seed: number;
}

/** In order: J, accuracy. */
export type Report = Floats;

/** Gradients of the loss. */
export interface Gradients {
  readonly E: Tensor<[500, 8]>;
  readonly W: Tensor<[4, 8]>;
  readonly b: Tensor<[4]>;
  /** Each loss over the batch. */
  readonly losses: Floats;
}

/** Predictions for one example. */
export type Outputs = { readonly y: Tensor<[4]> };

/** What the module is: names, shapes, defaults and data of the spec. */
export const metadata = {
  name: "bag-of-words",
  hash: "1ef58bc2040bbaecd7f988bc94db611efb455494637c15d215fff27e5f415530",
  version: "0.1.0",
  precision: "f64",
  parameters: [
    { name: "E", shape: [500, 8], offset: 0, initial: { kind: "normal" } },
    { name: "W", shape: [4, 8], offset: 4000, initial: { kind: "glorot" } },
    { name: "b", shape: [4], offset: 4032, initial: { kind: "zeros" } },
  ],
  columns: [
    { name: "words", role: "index", shape: [20], classes: 500 },
    { name: "d", role: "label", shape: [], classes: 4 },
  ],
  hypers: [],
  losses: ["J"],
  metrics: ["accuracy"],
  outputs: [{ name: "y", shape: [4] }],
  reduction: "mean",
  data: { kind: "generator", name: "topics" },
  train: { optimizer: "adagrad", rate: 0.1, batch: 16, epochs: 20, validation: 0.2, seed: 0 },
} as const;

/** Parameters as views on one flat array, zero where none is given. */
export function createParameters(flat: Floats = new Float64Array(4036)): Parameters {
  return {
    flat,
    E: flat.subarray(0, 4000),
    W: flat.subarray(4000, 4032),
    b: flat.subarray(4032, 4036),
  };
}

/** Initial parameters: the same numbers for the same seed. */
export function initialise(seed: number, params: Parameters = createParameters()): Parameters {
  for (let k = 0; k < 4000; k++) params.E[k] = 0.05 * normal(seed, 0, k);
  for (let k = 0; k < 32; k++) params.W[k] = 0.7071067811865476 * (2 * uniform(seed, 1, k) - 1);
  params.b.fill(0);
  return params;
}

/** A uniform number in [0, 1) that depends on its seed, stream and position alone. */
function uniform(seed: number, stream: number, position: number): number {
  let h = 0;
  for (const word of [seed, seed / 4294967296, stream, position]) {
    h = Math.imul(h ^ word, 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35) + 0x9e3779b9;
    h ^= h >>> 16;
  }
  return (h >>> 0) / 4294967296;
}

/** A number of the standard normal distribution (Box and Muller 1958). */
function normal(seed: number, stream: number, position: number): number {
  const radius = Math.sqrt(-2 * Math.log(1 - uniform(seed, stream, 2 * position)));
  return radius * Math.cos(2 * Math.PI * uniform(seed, stream, 2 * position + 1));
}

/** Hyperparameters at the values of the spec. */
export function createHyper(): Hyper {
  return {};
}

/** Room for the predictions of one example. */
export function createOutputs(): Outputs {
  return {
    y: new Float64Array(4),
  };
}

/** Room for gradients. */
export function createGradients(_examples: number = 1): Gradients {
  return {
    E: new Float64Array(4000),
    W: new Float64Array(32),
    b: new Float64Array(4),
    losses: new Float64Array(1),
  };
}

/** The state of the update rule, all zeros. */
export function createState(): Floats {
  return new Float64Array(4036);
}

const words_block = new Int32Array(1320);

const rows = new Int32Array(66);

const dE = new Float64Array(4000);

const dW = new Float64Array(32);

const sum2 = new Float64Array(528);

/** Room for add2 and delta, one after the other. */
const add2 = new Float64Array(264);

const delta = add2;

/** Room for y and delta2, one after the other. */
const delta2 = new Float64Array(528);

const y = delta2;

const dE_rows = new Float64Array(4000);

/** The predictions for one example. */
export function forward(params: Parameters, words: Vector<20> | Int32Array, into: Outputs = createOutputs()): Outputs {
  const { E, W, b } = params;

  // sum = sum(E[words, :], 1)   [lines 10, 11]
  const words_1 = words[0];
  const words_2 = words[1];
  const words_3 = words[2];
  const words_4 = words[3];
  const words_5 = words[4];
  const words_6 = words[5];
  const words_7 = words[6];
  const words_8 = words[7];
  const words_9 = words[8];
  const words_10 = words[9];
  const words_11 = words[10];
  const words_12 = words[11];
  const words_13 = words[12];
  const words_14 = words[13];
  const words_15 = words[14];
  const words_16 = words[15];
  const words_17 = words[16];
  const words_18 = words[17];
  const words_19 = words[18];
  const words_20 = words[19];
  const sum_1 = E[words_1 * 8] + E[words_2 * 8] + E[words_3 * 8] + E[words_4 * 8] + E[words_5 * 8] + E[words_6 * 8] + E[words_7 * 8] + E[words_8 * 8] + E[words_9 * 8] + E[words_10 * 8] + E[words_11 * 8] + E[words_12 * 8] + E[words_13 * 8] + E[words_14 * 8] + E[words_15 * 8] + E[words_16 * 8] + E[words_17 * 8] + E[words_18 * 8] + E[words_19 * 8] + E[words_20 * 8];
  const sum_2 = E[words_1 * 8 + 1] + E[words_2 * 8 + 1] + E[words_3 * 8 + 1] + E[words_4 * 8 + 1] + E[words_5 * 8 + 1] + E[words_6 * 8 + 1] + E[words_7 * 8 + 1] + E[words_8 * 8 + 1] + E[words_9 * 8 + 1] + E[words_10 * 8 + 1] + E[words_11 * 8 + 1] + E[words_12 * 8 + 1] + E[words_13 * 8 + 1] + E[words_14 * 8 + 1] + E[words_15 * 8 + 1] + E[words_16 * 8 + 1] + E[words_17 * 8 + 1] + E[words_18 * 8 + 1] + E[words_19 * 8 + 1] + E[words_20 * 8 + 1];
  const sum_3 = E[words_1 * 8 + 2] + E[words_2 * 8 + 2] + E[words_3 * 8 + 2] + E[words_4 * 8 + 2] + E[words_5 * 8 + 2] + E[words_6 * 8 + 2] + E[words_7 * 8 + 2] + E[words_8 * 8 + 2] + E[words_9 * 8 + 2] + E[words_10 * 8 + 2] + E[words_11 * 8 + 2] + E[words_12 * 8 + 2] + E[words_13 * 8 + 2] + E[words_14 * 8 + 2] + E[words_15 * 8 + 2] + E[words_16 * 8 + 2] + E[words_17 * 8 + 2] + E[words_18 * 8 + 2] + E[words_19 * 8 + 2] + E[words_20 * 8 + 2];
  const sum_4 = E[words_1 * 8 + 3] + E[words_2 * 8 + 3] + E[words_3 * 8 + 3] + E[words_4 * 8 + 3] + E[words_5 * 8 + 3] + E[words_6 * 8 + 3] + E[words_7 * 8 + 3] + E[words_8 * 8 + 3] + E[words_9 * 8 + 3] + E[words_10 * 8 + 3] + E[words_11 * 8 + 3] + E[words_12 * 8 + 3] + E[words_13 * 8 + 3] + E[words_14 * 8 + 3] + E[words_15 * 8 + 3] + E[words_16 * 8 + 3] + E[words_17 * 8 + 3] + E[words_18 * 8 + 3] + E[words_19 * 8 + 3] + E[words_20 * 8 + 3];
  const sum_5 = E[words_1 * 8 + 4] + E[words_2 * 8 + 4] + E[words_3 * 8 + 4] + E[words_4 * 8 + 4] + E[words_5 * 8 + 4] + E[words_6 * 8 + 4] + E[words_7 * 8 + 4] + E[words_8 * 8 + 4] + E[words_9 * 8 + 4] + E[words_10 * 8 + 4] + E[words_11 * 8 + 4] + E[words_12 * 8 + 4] + E[words_13 * 8 + 4] + E[words_14 * 8 + 4] + E[words_15 * 8 + 4] + E[words_16 * 8 + 4] + E[words_17 * 8 + 4] + E[words_18 * 8 + 4] + E[words_19 * 8 + 4] + E[words_20 * 8 + 4];
  const sum_6 = E[words_1 * 8 + 5] + E[words_2 * 8 + 5] + E[words_3 * 8 + 5] + E[words_4 * 8 + 5] + E[words_5 * 8 + 5] + E[words_6 * 8 + 5] + E[words_7 * 8 + 5] + E[words_8 * 8 + 5] + E[words_9 * 8 + 5] + E[words_10 * 8 + 5] + E[words_11 * 8 + 5] + E[words_12 * 8 + 5] + E[words_13 * 8 + 5] + E[words_14 * 8 + 5] + E[words_15 * 8 + 5] + E[words_16 * 8 + 5] + E[words_17 * 8 + 5] + E[words_18 * 8 + 5] + E[words_19 * 8 + 5] + E[words_20 * 8 + 5];
  const sum_7 = E[words_1 * 8 + 6] + E[words_2 * 8 + 6] + E[words_3 * 8 + 6] + E[words_4 * 8 + 6] + E[words_5 * 8 + 6] + E[words_6 * 8 + 6] + E[words_7 * 8 + 6] + E[words_8 * 8 + 6] + E[words_9 * 8 + 6] + E[words_10 * 8 + 6] + E[words_11 * 8 + 6] + E[words_12 * 8 + 6] + E[words_13 * 8 + 6] + E[words_14 * 8 + 6] + E[words_15 * 8 + 6] + E[words_16 * 8 + 6] + E[words_17 * 8 + 6] + E[words_18 * 8 + 6] + E[words_19 * 8 + 6] + E[words_20 * 8 + 6];
  const sum_8 = E[words_1 * 8 + 7] + E[words_2 * 8 + 7] + E[words_3 * 8 + 7] + E[words_4 * 8 + 7] + E[words_5 * 8 + 7] + E[words_6 * 8 + 7] + E[words_7 * 8 + 7] + E[words_8 * 8 + 7] + E[words_9 * 8 + 7] + E[words_10 * 8 + 7] + E[words_11 * 8 + 7] + E[words_12 * 8 + 7] + E[words_13 * 8 + 7] + E[words_14 * 8 + 7] + E[words_15 * 8 + 7] + E[words_16 * 8 + 7] + E[words_17 * 8 + 7] + E[words_18 * 8 + 7] + E[words_19 * 8 + 7] + E[words_20 * 8 + 7];

  // add = 0.05 * (W * sum) + b   [line 11]
  const add_1 = 0.05 * (W[0] * sum_1 + W[1] * sum_2 + W[2] * sum_3 + W[3] * sum_4 + W[4] * sum_5 + W[5] * sum_6 + W[6] * sum_7 + W[7] * sum_8) + b[0];
  const add_2 = 0.05 * (W[8] * sum_1 + W[9] * sum_2 + W[10] * sum_3 + W[11] * sum_4 + W[12] * sum_5 + W[13] * sum_6 + W[14] * sum_7 + W[15] * sum_8) + b[1];
  const add_3 = 0.05 * (W[16] * sum_1 + W[17] * sum_2 + W[18] * sum_3 + W[19] * sum_4 + W[20] * sum_5 + W[21] * sum_6 + W[22] * sum_7 + W[23] * sum_8) + b[2];
  const add_4 = 0.05 * (W[24] * sum_1 + W[25] * sum_2 + W[26] * sum_3 + W[27] * sum_4 + W[28] * sum_5 + W[29] * sum_6 + W[30] * sum_7 + W[31] * sum_8) + b[3];

  // max = max(add)
  const max = Math.max(add_1, add_2, add_3, add_4);

  // y_exp = exp(add - max)
  const y_exp_1 = Math.exp(add_1 - max);
  const y_exp_2 = Math.exp(add_2 - max);
  const y_exp_3 = Math.exp(add_3 - max);
  const y_exp_4 = Math.exp(add_4 - max);

  // sum2 = sum(y_exp)
  const sum2 = y_exp_1 + y_exp_2 + y_exp_3 + y_exp_4;

  // y = y_exp / sum2   [line 11, output]
  into.y[0] = y_exp_1 / sum2;
  into.y[1] = y_exp_2 / sum2;
  into.y[2] = y_exp_3 / sum2;
  into.y[3] = y_exp_4 / sum2;
  return into;
}

/** Losses, then metrics, over the examples `order[from … to)`, as inference computes them, into `report`; returns the total loss. */
export function evaluate(params: Parameters, data: Examples, report: Report, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { E, W, b } = params;
  const { words, d } = data.columns;
  const m = to - from;
  let J_sum = 0;
  let accuracy_sum = 0;
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];

    // sum = sum(E[words, :], 1)   [lines 10, 11]
    const words_1 = words[row * 20];
    const words_2 = words[row * 20 + 1];
    const words_3 = words[row * 20 + 2];
    const words_4 = words[row * 20 + 3];
    const words_5 = words[row * 20 + 4];
    const words_6 = words[row * 20 + 5];
    const words_7 = words[row * 20 + 6];
    const words_8 = words[row * 20 + 7];
    const words_9 = words[row * 20 + 8];
    const words_10 = words[row * 20 + 9];
    const words_11 = words[row * 20 + 10];
    const words_12 = words[row * 20 + 11];
    const words_13 = words[row * 20 + 12];
    const words_14 = words[row * 20 + 13];
    const words_15 = words[row * 20 + 14];
    const words_16 = words[row * 20 + 15];
    const words_17 = words[row * 20 + 16];
    const words_18 = words[row * 20 + 17];
    const words_19 = words[row * 20 + 18];
    const words_20 = words[row * 20 + 19];
    const sum_1 = E[words_1 * 8] + E[words_2 * 8] + E[words_3 * 8] + E[words_4 * 8] + E[words_5 * 8] + E[words_6 * 8] + E[words_7 * 8] + E[words_8 * 8] + E[words_9 * 8] + E[words_10 * 8] + E[words_11 * 8] + E[words_12 * 8] + E[words_13 * 8] + E[words_14 * 8] + E[words_15 * 8] + E[words_16 * 8] + E[words_17 * 8] + E[words_18 * 8] + E[words_19 * 8] + E[words_20 * 8];
    const sum_2 = E[words_1 * 8 + 1] + E[words_2 * 8 + 1] + E[words_3 * 8 + 1] + E[words_4 * 8 + 1] + E[words_5 * 8 + 1] + E[words_6 * 8 + 1] + E[words_7 * 8 + 1] + E[words_8 * 8 + 1] + E[words_9 * 8 + 1] + E[words_10 * 8 + 1] + E[words_11 * 8 + 1] + E[words_12 * 8 + 1] + E[words_13 * 8 + 1] + E[words_14 * 8 + 1] + E[words_15 * 8 + 1] + E[words_16 * 8 + 1] + E[words_17 * 8 + 1] + E[words_18 * 8 + 1] + E[words_19 * 8 + 1] + E[words_20 * 8 + 1];
    const sum_3 = E[words_1 * 8 + 2] + E[words_2 * 8 + 2] + E[words_3 * 8 + 2] + E[words_4 * 8 + 2] + E[words_5 * 8 + 2] + E[words_6 * 8 + 2] + E[words_7 * 8 + 2] + E[words_8 * 8 + 2] + E[words_9 * 8 + 2] + E[words_10 * 8 + 2] + E[words_11 * 8 + 2] + E[words_12 * 8 + 2] + E[words_13 * 8 + 2] + E[words_14 * 8 + 2] + E[words_15 * 8 + 2] + E[words_16 * 8 + 2] + E[words_17 * 8 + 2] + E[words_18 * 8 + 2] + E[words_19 * 8 + 2] + E[words_20 * 8 + 2];
    const sum_4 = E[words_1 * 8 + 3] + E[words_2 * 8 + 3] + E[words_3 * 8 + 3] + E[words_4 * 8 + 3] + E[words_5 * 8 + 3] + E[words_6 * 8 + 3] + E[words_7 * 8 + 3] + E[words_8 * 8 + 3] + E[words_9 * 8 + 3] + E[words_10 * 8 + 3] + E[words_11 * 8 + 3] + E[words_12 * 8 + 3] + E[words_13 * 8 + 3] + E[words_14 * 8 + 3] + E[words_15 * 8 + 3] + E[words_16 * 8 + 3] + E[words_17 * 8 + 3] + E[words_18 * 8 + 3] + E[words_19 * 8 + 3] + E[words_20 * 8 + 3];
    const sum_5 = E[words_1 * 8 + 4] + E[words_2 * 8 + 4] + E[words_3 * 8 + 4] + E[words_4 * 8 + 4] + E[words_5 * 8 + 4] + E[words_6 * 8 + 4] + E[words_7 * 8 + 4] + E[words_8 * 8 + 4] + E[words_9 * 8 + 4] + E[words_10 * 8 + 4] + E[words_11 * 8 + 4] + E[words_12 * 8 + 4] + E[words_13 * 8 + 4] + E[words_14 * 8 + 4] + E[words_15 * 8 + 4] + E[words_16 * 8 + 4] + E[words_17 * 8 + 4] + E[words_18 * 8 + 4] + E[words_19 * 8 + 4] + E[words_20 * 8 + 4];
    const sum_6 = E[words_1 * 8 + 5] + E[words_2 * 8 + 5] + E[words_3 * 8 + 5] + E[words_4 * 8 + 5] + E[words_5 * 8 + 5] + E[words_6 * 8 + 5] + E[words_7 * 8 + 5] + E[words_8 * 8 + 5] + E[words_9 * 8 + 5] + E[words_10 * 8 + 5] + E[words_11 * 8 + 5] + E[words_12 * 8 + 5] + E[words_13 * 8 + 5] + E[words_14 * 8 + 5] + E[words_15 * 8 + 5] + E[words_16 * 8 + 5] + E[words_17 * 8 + 5] + E[words_18 * 8 + 5] + E[words_19 * 8 + 5] + E[words_20 * 8 + 5];
    const sum_7 = E[words_1 * 8 + 6] + E[words_2 * 8 + 6] + E[words_3 * 8 + 6] + E[words_4 * 8 + 6] + E[words_5 * 8 + 6] + E[words_6 * 8 + 6] + E[words_7 * 8 + 6] + E[words_8 * 8 + 6] + E[words_9 * 8 + 6] + E[words_10 * 8 + 6] + E[words_11 * 8 + 6] + E[words_12 * 8 + 6] + E[words_13 * 8 + 6] + E[words_14 * 8 + 6] + E[words_15 * 8 + 6] + E[words_16 * 8 + 6] + E[words_17 * 8 + 6] + E[words_18 * 8 + 6] + E[words_19 * 8 + 6] + E[words_20 * 8 + 6];
    const sum_8 = E[words_1 * 8 + 7] + E[words_2 * 8 + 7] + E[words_3 * 8 + 7] + E[words_4 * 8 + 7] + E[words_5 * 8 + 7] + E[words_6 * 8 + 7] + E[words_7 * 8 + 7] + E[words_8 * 8 + 7] + E[words_9 * 8 + 7] + E[words_10 * 8 + 7] + E[words_11 * 8 + 7] + E[words_12 * 8 + 7] + E[words_13 * 8 + 7] + E[words_14 * 8 + 7] + E[words_15 * 8 + 7] + E[words_16 * 8 + 7] + E[words_17 * 8 + 7] + E[words_18 * 8 + 7] + E[words_19 * 8 + 7] + E[words_20 * 8 + 7];

    // add = 0.05 * (W * sum) + b   [line 11]
    const add_1 = 0.05 * (W[0] * sum_1 + W[1] * sum_2 + W[2] * sum_3 + W[3] * sum_4 + W[4] * sum_5 + W[5] * sum_6 + W[6] * sum_7 + W[7] * sum_8) + b[0];
    const add_2 = 0.05 * (W[8] * sum_1 + W[9] * sum_2 + W[10] * sum_3 + W[11] * sum_4 + W[12] * sum_5 + W[13] * sum_6 + W[14] * sum_7 + W[15] * sum_8) + b[1];
    const add_3 = 0.05 * (W[16] * sum_1 + W[17] * sum_2 + W[18] * sum_3 + W[19] * sum_4 + W[20] * sum_5 + W[21] * sum_6 + W[22] * sum_7 + W[23] * sum_8) + b[2];
    const add_4 = 0.05 * (W[24] * sum_1 + W[25] * sum_2 + W[26] * sum_3 + W[27] * sum_4 + W[28] * sum_5 + W[29] * sum_6 + W[30] * sum_7 + W[31] * sum_8) + b[3];

    // max = max(add)
    const max = Math.max(add_1, add_2, add_3, add_4);

    // logSoftmax_in = add - max
    const logSoftmax_in_1 = add_1 - max;
    const logSoftmax_in_2 = add_2 - max;
    const logSoftmax_in_3 = add_3 - max;
    const logSoftmax_in_4 = add_4 - max;

    // y_exp = exp(logSoftmax_in)
    const y_exp_1 = Math.exp(logSoftmax_in_1);
    const y_exp_2 = Math.exp(logSoftmax_in_2);
    const y_exp_3 = Math.exp(logSoftmax_in_3);
    const y_exp_4 = Math.exp(logSoftmax_in_4);

    // sum2 = sum(y_exp)
    const sum2 = y_exp_1 + y_exp_2 + y_exp_3 + y_exp_4;

    // y = y_exp / sum2   [line 11, output]
    const y_1 = y_exp_1 / sum2;
    const y_2 = y_exp_2 / sum2;
    const y_3 = y_exp_3 / sum2;
    const y_4 = y_exp_4 / sum2;

    // log = log(sum2)
    const log = Math.log(sum2);

    // J_sum = Σn sum(d .* (logSoftmax_in - log))
    const d2 = d[row];
    const t = d2 === 0 ? 1 : 0;
    const t2 = d2 === 1 ? 1 : 0;
    const t3 = d2 === 2 ? 1 : 0;
    const t4 = d2 === 3 ? 1 : 0;
    J_sum += t * (logSoftmax_in_1 - log) + t2 * (logSoftmax_in_2 - log) + t3 * (logSoftmax_in_3 - log) + t4 * (logSoftmax_in_4 - log);

    // accuracy = argmax(y) == argmax(d)   [line 13, metric]
    const t5 = Math.max(y_1, y_2);
    const t6 = Math.max(t, t2);
    const accuracy = (y_4 > Math.max(t5, y_3) ? 3 : (y_3 > t5 ? 2 : (y_2 > y_1 ? 1 : 0))) + 1 === (t4 > Math.max(t6, t3) ? 3 : (t3 > t6 ? 2 : (t2 > t ? 1 : 0))) + 1 ? 1 : 0;

    // accuracy_sum = Σn accuracy
    accuracy_sum += accuracy;
  }

  // J = -(J_sum / m)   [line 12, loss]
  const J = -(J_sum / m);
  report[0] = J;

  // accuracy2 = accuracy_sum / m   [line 13, metric]
  report[1] = accuracy_sum / m;
  return J;
}

/** The loss over the examples `order[from … to)` and its gradients, into `into`; returns the loss. */
export function gradient(params: Parameters, data: Examples, into: Gradients, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { E, W, b } = params;
  const { words, d } = data.columns;
  const m = to - from;
  const share = 1 / m;
  const share2 = 0.05 * share;
  let J_sum = 0;
  let db_1 = 0, db_2 = 0, db_3 = 0, db_4 = 0;
  dE.fill(0);
  dW.fill(0);
  for (let first = from; first < to; first += 64) {
    const size = Math.min(64, to - first);
    for (let k = 0; k < size; k++) {
      const row = order === undefined ? first + k : order[first + k];
      rows[k] = row;
      for (let i = 0; i < 20; i++) words_block[k * 20 + i] = words[row * 20 + i];
    }

    // sum2 = sum(E[words, :], 1)   [lines 10, 11]
    for (let i = 0; i < 8; i++) {
      for (let k = 0; k < size; k += 6) {
        let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
        const k20 = k * 20;
        const k20_2 = k20 + 20;
        const k20_3 = k20 + 40;
        const k20_4 = k20 + 60;
        const k20_5 = k20 + 80;
        const k20_6 = k20 + 100;
        for (let j = 0; j < 20; j++) {
          s11 += E[i + words_block[k20 + j] * 8];
          s12 += E[i + words_block[k20_2 + j] * 8];
          s13 += E[i + words_block[k20_3 + j] * 8];
          s14 += E[i + words_block[k20_4 + j] * 8];
          s15 += E[i + words_block[k20_5 + j] * 8];
          s16 += E[i + words_block[k20_6 + j] * 8];
        }
        const k8 = k * 8;
        sum2[k8 + i] = s11;
        const k8_2 = k8 + 8;
        sum2[k8_2 + i] = s12;
        const k8_3 = k8 + 16;
        sum2[k8_3 + i] = s13;
        const k8_4 = k8 + 24;
        sum2[k8_4 + i] = s14;
        const k8_5 = k8 + 32;
        sum2[k8_5 + i] = s15;
        const k8_6 = k8 + 40;
        sum2[k8_6 + i] = s16;
      }
    }

    // add2 = 0.05 * (W * sum2) + b   [line 11]
    for (let i = 0; i < 4; i += 4) {
      const i8 = i * 8;
      const i8_2 = i8 + 8;
      const i8_3 = i8 + 16;
      const i8_4 = i8 + 24;
      const b_1 = b[i];
      const b_2 = b[i + 1];
      const b_3 = b[i + 2];
      const b_4 = b[i + 3];
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k8 = k * 8;
        const k8_2 = k8 + 8;
        for (let j = 0; j < 8; j++) {
          const W_1 = W[i8 + j];
          const sum_1 = sum2[k8 + j];
          const sum_2 = sum2[k8_2 + j];
          const W_2 = W[i8_2 + j];
          const W_3 = W[i8_3 + j];
          const W_4 = W[i8_4 + j];
          s11 += W_1 * sum_1;
          s12 += W_1 * sum_2;
          s21 += W_2 * sum_1;
          s22 += W_2 * sum_2;
          s31 += W_3 * sum_1;
          s32 += W_3 * sum_2;
          s41 += W_4 * sum_1;
          s42 += W_4 * sum_2;
        }
        const k4 = k * 4;
        add2[k4 + i] = 0.05 * s11 + b_1;
        const k4_2 = k4 + 4;
        add2[k4_2 + i] = 0.05 * s12 + b_1;
        add2[k4 + i + 1] = 0.05 * s21 + b_2;
        add2[k4_2 + i + 1] = 0.05 * s22 + b_2;
        add2[k4 + i + 2] = 0.05 * s31 + b_3;
        add2[k4_2 + i + 2] = 0.05 * s32 + b_3;
        add2[k4 + i + 3] = 0.05 * s41 + b_4;
        add2[k4_2 + i + 3] = 0.05 * s42 + b_4;
      }
    }

    for (let k = 0; k < size; k++) {
      const row = rows[k];
      const row20 = row * 20;
      const k4 = k * 4;
      const k8 = k * 8;

      // max = max(add2)
      const add_1 = add2[k4];
      const add_2 = add2[k4 + 1];
      const add_3 = add2[k4 + 2];
      const add_4 = add2[k4 + 3];
      const max = Math.max(add_1, add_2, add_3, add_4);

      // logSoftmax_in = add2 - max
      const logSoftmax_in_1 = add_1 - max;
      const logSoftmax_in_2 = add_2 - max;
      const logSoftmax_in_3 = add_3 - max;
      const logSoftmax_in_4 = add_4 - max;

      // y_exp = exp(logSoftmax_in)
      const y_exp_1 = Math.exp(logSoftmax_in_1);
      const y_exp_2 = Math.exp(logSoftmax_in_2);
      const y_exp_3 = Math.exp(logSoftmax_in_3);
      const y_exp_4 = Math.exp(logSoftmax_in_4);

      // sum2 = sum(y_exp)
      const sum2_2 = y_exp_1 + y_exp_2 + y_exp_3 + y_exp_4;

      // y = y_exp / sum2   [line 11, output]
      y[k4] = y_exp_1 / sum2_2;
      y[k4 + 1] = y_exp_2 / sum2_2;
      y[k4 + 2] = y_exp_3 / sum2_2;
      y[k4 + 3] = y_exp_4 / sum2_2;

      // log = log(sum2)
      const log = Math.log(sum2_2);

      // J_sum = Σn sum(d .* (logSoftmax_in - log))
      J_sum += (d[row] === 0 ? 1 : 0) * (logSoftmax_in_1 - log) + (d[row] === 1 ? 1 : 0) * (logSoftmax_in_2 - log) + (d[row] === 2 ? 1 : 0) * (logSoftmax_in_3 - log) + (d[row] === 3 ? 1 : 0) * (logSoftmax_in_4 - log);

      // delta = y - d   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); line 11]
      const t = d[row];
      for (let i = 0; i < 4; i++) {
        delta[k4 + i] = y[k4 + i] - (t === i ? 1 : 0);
      }

      // db = Σn delta   [EQ3: ∂C/∂b = δ]
      db_1 += delta[k4];
      db_2 += delta[k4 + 1];
      db_3 += delta[k4 + 2];
      db_4 += delta[k4 + 3];

      // delta2 = W' * delta   [line 11]
      const t2 = delta[k4];
      const t3 = delta[k4 + 1];
      const t4 = delta[k4 + 2];
      const t5 = delta[k4 + 3];
      for (let i = 0; i < 8; i++) {
        delta2[k8 + i] = t2 * W[i] + t3 * W[i + 8] + t4 * W[i + 16] + t5 * W[i + 24];
      }

      // dE[words[i], j] += Σ n,i  delta2[j]   [each term of a sum gets the cotangent of the sum; line 10]
      for (let i = 0; i < 20; i++) {
        const words8 = words[row20 + i] * 8;
        for (let j = 0; j < 8; j++) {
          dE[words8 + j] += delta2[k8 + j];
        }
      }
    }

    // dW = Σn outer(delta, sum2)   [EQ4: ∂C/∂w = δ aᵀ; line 11]
    for (let j = 0; j < 8; j += 4) {
      for (let i = 0; i < 4; i += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        for (let k = 0; k < size; k++) {
          const k4_2 = k * 4;
          const delta_1 = delta[k4_2 + i];
          const k8_2 = k * 8;
          const sum_1 = sum2[k8_2 + j];
          const delta_2 = delta[k4_2 + i + 1];
          const sum_2 = sum2[k8_2 + j + 1];
          const sum_3 = sum2[k8_2 + j + 2];
          const sum_4 = sum2[k8_2 + j + 3];
          s11 += delta_1 * sum_1;
          s12 += delta_2 * sum_1;
          s21 += delta_1 * sum_2;
          s22 += delta_2 * sum_2;
          s31 += delta_1 * sum_3;
          s32 += delta_2 * sum_3;
          s41 += delta_1 * sum_4;
          s42 += delta_2 * sum_4;
        }
        const i8 = i * 8;
        dW[i8 + j] += s11;
        const i8_2 = i8 + 8;
        dW[i8_2 + j] += s12;
        dW[i8 + j + 1] += s21;
        dW[i8_2 + j + 1] += s22;
        dW[i8 + j + 2] += s31;
        dW[i8_2 + j + 2] += s32;
        dW[i8 + j + 3] += s41;
        dW[i8_2 + j + 3] += s42;
      }
    }
  }

  // J = -(J_sum / m)   [line 12, loss]
  into.losses[0] = -(J_sum / m);

  // dE = share2 * dE   [the mean over the batch]
  for (let i = 0; i < 4000; i++) {
    into.E[i] = share2 * dE[i];
  }

  // dW = share2 * dW   [the mean over the batch]
  for (let i = 0; i < 32; i++) {
    into.W[i] = share2 * dW[i];
  }

  // db = share * db   [the mean over the batch]
  into.b[0] = share * db_1;
  into.b[1] = share * db_2;
  into.b[2] = share * db_3;
  into.b[3] = share * db_4;

  // loss = -(J_sum / m)   [line 12, loss]
  const loss = into.losses[0];
  return loss;
}

/** One step of training on the examples `order[from … to)`: forward, backward, update; returns the loss before the update. */
export function step(params: Parameters, state: Floats, data: Examples, clock: Clock, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { E, W, b } = params;
  const { words, d } = data.columns;
  const { rate } = clock;
  const m = to - from;
  const share = 1 / m;
  const share2 = 0.05 * share;
  const stepSize = rate / m;
  const stepSize2 = 0.05 * stepSize;
  let J_sum = 0;
  let dW_1_1 = 0, dW_1_2 = 0, dW_1_3 = 0, dW_1_4 = 0, dW_1_5 = 0, dW_1_6 = 0, dW_1_7 = 0, dW_1_8 = 0;
  let dW_2_1 = 0, dW_2_2 = 0, dW_2_3 = 0, dW_2_4 = 0, dW_2_5 = 0, dW_2_6 = 0, dW_2_7 = 0, dW_2_8 = 0;
  let dW_3_1 = 0, dW_3_2 = 0, dW_3_3 = 0, dW_3_4 = 0, dW_3_5 = 0, dW_3_6 = 0, dW_3_7 = 0, dW_3_8 = 0;
  let dW_4_1 = 0, dW_4_2 = 0, dW_4_3 = 0, dW_4_4 = 0, dW_4_5 = 0, dW_4_6 = 0, dW_4_7 = 0, dW_4_8 = 0;
  let db_1 = 0, db_2 = 0, db_3 = 0, db_4 = 0;
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];

    // sum = sum(E[words, :], 1)   [lines 10, 11]
    const words_1 = words[row * 20];
    const words_2 = words[row * 20 + 1];
    const words_3 = words[row * 20 + 2];
    const words_4 = words[row * 20 + 3];
    const words_5 = words[row * 20 + 4];
    const words_6 = words[row * 20 + 5];
    const words_7 = words[row * 20 + 6];
    const words_8 = words[row * 20 + 7];
    const words_9 = words[row * 20 + 8];
    const words_10 = words[row * 20 + 9];
    const words_11 = words[row * 20 + 10];
    const words_12 = words[row * 20 + 11];
    const words_13 = words[row * 20 + 12];
    const words_14 = words[row * 20 + 13];
    const words_15 = words[row * 20 + 14];
    const words_16 = words[row * 20 + 15];
    const words_17 = words[row * 20 + 16];
    const words_18 = words[row * 20 + 17];
    const words_19 = words[row * 20 + 18];
    const words_20 = words[row * 20 + 19];
    const sum_1 = E[words_1 * 8] + E[words_2 * 8] + E[words_3 * 8] + E[words_4 * 8] + E[words_5 * 8] + E[words_6 * 8] + E[words_7 * 8] + E[words_8 * 8] + E[words_9 * 8] + E[words_10 * 8] + E[words_11 * 8] + E[words_12 * 8] + E[words_13 * 8] + E[words_14 * 8] + E[words_15 * 8] + E[words_16 * 8] + E[words_17 * 8] + E[words_18 * 8] + E[words_19 * 8] + E[words_20 * 8];
    const sum_2 = E[words_1 * 8 + 1] + E[words_2 * 8 + 1] + E[words_3 * 8 + 1] + E[words_4 * 8 + 1] + E[words_5 * 8 + 1] + E[words_6 * 8 + 1] + E[words_7 * 8 + 1] + E[words_8 * 8 + 1] + E[words_9 * 8 + 1] + E[words_10 * 8 + 1] + E[words_11 * 8 + 1] + E[words_12 * 8 + 1] + E[words_13 * 8 + 1] + E[words_14 * 8 + 1] + E[words_15 * 8 + 1] + E[words_16 * 8 + 1] + E[words_17 * 8 + 1] + E[words_18 * 8 + 1] + E[words_19 * 8 + 1] + E[words_20 * 8 + 1];
    const sum_3 = E[words_1 * 8 + 2] + E[words_2 * 8 + 2] + E[words_3 * 8 + 2] + E[words_4 * 8 + 2] + E[words_5 * 8 + 2] + E[words_6 * 8 + 2] + E[words_7 * 8 + 2] + E[words_8 * 8 + 2] + E[words_9 * 8 + 2] + E[words_10 * 8 + 2] + E[words_11 * 8 + 2] + E[words_12 * 8 + 2] + E[words_13 * 8 + 2] + E[words_14 * 8 + 2] + E[words_15 * 8 + 2] + E[words_16 * 8 + 2] + E[words_17 * 8 + 2] + E[words_18 * 8 + 2] + E[words_19 * 8 + 2] + E[words_20 * 8 + 2];
    const sum_4 = E[words_1 * 8 + 3] + E[words_2 * 8 + 3] + E[words_3 * 8 + 3] + E[words_4 * 8 + 3] + E[words_5 * 8 + 3] + E[words_6 * 8 + 3] + E[words_7 * 8 + 3] + E[words_8 * 8 + 3] + E[words_9 * 8 + 3] + E[words_10 * 8 + 3] + E[words_11 * 8 + 3] + E[words_12 * 8 + 3] + E[words_13 * 8 + 3] + E[words_14 * 8 + 3] + E[words_15 * 8 + 3] + E[words_16 * 8 + 3] + E[words_17 * 8 + 3] + E[words_18 * 8 + 3] + E[words_19 * 8 + 3] + E[words_20 * 8 + 3];
    const sum_5 = E[words_1 * 8 + 4] + E[words_2 * 8 + 4] + E[words_3 * 8 + 4] + E[words_4 * 8 + 4] + E[words_5 * 8 + 4] + E[words_6 * 8 + 4] + E[words_7 * 8 + 4] + E[words_8 * 8 + 4] + E[words_9 * 8 + 4] + E[words_10 * 8 + 4] + E[words_11 * 8 + 4] + E[words_12 * 8 + 4] + E[words_13 * 8 + 4] + E[words_14 * 8 + 4] + E[words_15 * 8 + 4] + E[words_16 * 8 + 4] + E[words_17 * 8 + 4] + E[words_18 * 8 + 4] + E[words_19 * 8 + 4] + E[words_20 * 8 + 4];
    const sum_6 = E[words_1 * 8 + 5] + E[words_2 * 8 + 5] + E[words_3 * 8 + 5] + E[words_4 * 8 + 5] + E[words_5 * 8 + 5] + E[words_6 * 8 + 5] + E[words_7 * 8 + 5] + E[words_8 * 8 + 5] + E[words_9 * 8 + 5] + E[words_10 * 8 + 5] + E[words_11 * 8 + 5] + E[words_12 * 8 + 5] + E[words_13 * 8 + 5] + E[words_14 * 8 + 5] + E[words_15 * 8 + 5] + E[words_16 * 8 + 5] + E[words_17 * 8 + 5] + E[words_18 * 8 + 5] + E[words_19 * 8 + 5] + E[words_20 * 8 + 5];
    const sum_7 = E[words_1 * 8 + 6] + E[words_2 * 8 + 6] + E[words_3 * 8 + 6] + E[words_4 * 8 + 6] + E[words_5 * 8 + 6] + E[words_6 * 8 + 6] + E[words_7 * 8 + 6] + E[words_8 * 8 + 6] + E[words_9 * 8 + 6] + E[words_10 * 8 + 6] + E[words_11 * 8 + 6] + E[words_12 * 8 + 6] + E[words_13 * 8 + 6] + E[words_14 * 8 + 6] + E[words_15 * 8 + 6] + E[words_16 * 8 + 6] + E[words_17 * 8 + 6] + E[words_18 * 8 + 6] + E[words_19 * 8 + 6] + E[words_20 * 8 + 6];
    const sum_8 = E[words_1 * 8 + 7] + E[words_2 * 8 + 7] + E[words_3 * 8 + 7] + E[words_4 * 8 + 7] + E[words_5 * 8 + 7] + E[words_6 * 8 + 7] + E[words_7 * 8 + 7] + E[words_8 * 8 + 7] + E[words_9 * 8 + 7] + E[words_10 * 8 + 7] + E[words_11 * 8 + 7] + E[words_12 * 8 + 7] + E[words_13 * 8 + 7] + E[words_14 * 8 + 7] + E[words_15 * 8 + 7] + E[words_16 * 8 + 7] + E[words_17 * 8 + 7] + E[words_18 * 8 + 7] + E[words_19 * 8 + 7] + E[words_20 * 8 + 7];

    // add = 0.05 * (W * sum) + b   [line 11]
    const add_1 = 0.05 * (W[0] * sum_1 + W[1] * sum_2 + W[2] * sum_3 + W[3] * sum_4 + W[4] * sum_5 + W[5] * sum_6 + W[6] * sum_7 + W[7] * sum_8) + b[0];
    const add_2 = 0.05 * (W[8] * sum_1 + W[9] * sum_2 + W[10] * sum_3 + W[11] * sum_4 + W[12] * sum_5 + W[13] * sum_6 + W[14] * sum_7 + W[15] * sum_8) + b[1];
    const add_3 = 0.05 * (W[16] * sum_1 + W[17] * sum_2 + W[18] * sum_3 + W[19] * sum_4 + W[20] * sum_5 + W[21] * sum_6 + W[22] * sum_7 + W[23] * sum_8) + b[2];
    const add_4 = 0.05 * (W[24] * sum_1 + W[25] * sum_2 + W[26] * sum_3 + W[27] * sum_4 + W[28] * sum_5 + W[29] * sum_6 + W[30] * sum_7 + W[31] * sum_8) + b[3];

    // max = max(add)
    const max = Math.max(add_1, add_2, add_3, add_4);

    // logSoftmax_in = add - max
    const logSoftmax_in_1 = add_1 - max;
    const logSoftmax_in_2 = add_2 - max;
    const logSoftmax_in_3 = add_3 - max;
    const logSoftmax_in_4 = add_4 - max;

    // y_exp = exp(logSoftmax_in)
    const y_exp_1 = Math.exp(logSoftmax_in_1);
    const y_exp_2 = Math.exp(logSoftmax_in_2);
    const y_exp_3 = Math.exp(logSoftmax_in_3);
    const y_exp_4 = Math.exp(logSoftmax_in_4);

    // sum2 = sum(y_exp)
    const sum2 = y_exp_1 + y_exp_2 + y_exp_3 + y_exp_4;

    // y = y_exp / sum2   [line 11, output]
    const y_1 = y_exp_1 / sum2;
    const y_2 = y_exp_2 / sum2;
    const y_3 = y_exp_3 / sum2;
    const y_4 = y_exp_4 / sum2;

    // log = log(sum2)
    const log = Math.log(sum2);

    // J_sum = Σn sum(d .* (logSoftmax_in - log))
    const d2 = d[row];
    const t = d2 === 0 ? 1 : 0;
    const t2 = d2 === 1 ? 1 : 0;
    const t3 = d2 === 2 ? 1 : 0;
    const t4 = d2 === 3 ? 1 : 0;
    J_sum += t * (logSoftmax_in_1 - log) + t2 * (logSoftmax_in_2 - log) + t3 * (logSoftmax_in_3 - log) + t4 * (logSoftmax_in_4 - log);

    // delta = y - d   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); line 11]
    const delta_1 = y_1 - t;
    const delta_2 = y_2 - t2;
    const delta_3 = y_3 - t3;
    const delta_4 = y_4 - t4;

    // dW = Σn outer(delta, sum)   [EQ4: ∂C/∂w = δ aᵀ; line 11]
    dW_1_1 += delta_1 * sum_1;
    dW_1_2 += delta_1 * sum_2;
    dW_1_3 += delta_1 * sum_3;
    dW_1_4 += delta_1 * sum_4;
    dW_1_5 += delta_1 * sum_5;
    dW_1_6 += delta_1 * sum_6;
    dW_1_7 += delta_1 * sum_7;
    dW_1_8 += delta_1 * sum_8;
    dW_2_1 += delta_2 * sum_1;
    dW_2_2 += delta_2 * sum_2;
    dW_2_3 += delta_2 * sum_3;
    dW_2_4 += delta_2 * sum_4;
    dW_2_5 += delta_2 * sum_5;
    dW_2_6 += delta_2 * sum_6;
    dW_2_7 += delta_2 * sum_7;
    dW_2_8 += delta_2 * sum_8;
    dW_3_1 += delta_3 * sum_1;
    dW_3_2 += delta_3 * sum_2;
    dW_3_3 += delta_3 * sum_3;
    dW_3_4 += delta_3 * sum_4;
    dW_3_5 += delta_3 * sum_5;
    dW_3_6 += delta_3 * sum_6;
    dW_3_7 += delta_3 * sum_7;
    dW_3_8 += delta_3 * sum_8;
    dW_4_1 += delta_4 * sum_1;
    dW_4_2 += delta_4 * sum_2;
    dW_4_3 += delta_4 * sum_3;
    dW_4_4 += delta_4 * sum_4;
    dW_4_5 += delta_4 * sum_5;
    dW_4_6 += delta_4 * sum_6;
    dW_4_7 += delta_4 * sum_7;
    dW_4_8 += delta_4 * sum_8;

    // db = Σn delta   [EQ3: ∂C/∂b = δ]
    db_1 += delta_1;
    db_2 += delta_2;
    db_3 += delta_3;
    db_4 += delta_4;

    // delta2 = W' * delta   [line 11]
    const delta2_1 = delta_1 * W[0] + delta_2 * W[8] + delta_3 * W[16] + delta_4 * W[24];
    const delta2_2 = delta_1 * W[1] + delta_2 * W[9] + delta_3 * W[17] + delta_4 * W[25];
    const delta2_3 = delta_1 * W[2] + delta_2 * W[10] + delta_3 * W[18] + delta_4 * W[26];
    const delta2_4 = delta_1 * W[3] + delta_2 * W[11] + delta_3 * W[19] + delta_4 * W[27];
    const delta2_5 = delta_1 * W[4] + delta_2 * W[12] + delta_3 * W[20] + delta_4 * W[28];
    const delta2_6 = delta_1 * W[5] + delta_2 * W[13] + delta_3 * W[21] + delta_4 * W[29];
    const delta2_7 = delta_1 * W[6] + delta_2 * W[14] + delta_3 * W[22] + delta_4 * W[30];
    const delta2_8 = delta_1 * W[7] + delta_2 * W[15] + delta_3 * W[23] + delta_4 * W[31];

    // dE_rows[words[i], j] += Σ n,i  delta2[j]   [each term of a sum gets the cotangent of the sum; line 10]
    dE_rows[words_1 * 8] += delta2_1;
    dE_rows[words_1 * 8 + 1] += delta2_2;
    dE_rows[words_1 * 8 + 2] += delta2_3;
    dE_rows[words_1 * 8 + 3] += delta2_4;
    dE_rows[words_1 * 8 + 4] += delta2_5;
    dE_rows[words_1 * 8 + 5] += delta2_6;
    dE_rows[words_1 * 8 + 6] += delta2_7;
    dE_rows[words_1 * 8 + 7] += delta2_8;
    dE_rows[words_2 * 8] += delta2_1;
    dE_rows[words_2 * 8 + 1] += delta2_2;
    dE_rows[words_2 * 8 + 2] += delta2_3;
    dE_rows[words_2 * 8 + 3] += delta2_4;
    dE_rows[words_2 * 8 + 4] += delta2_5;
    dE_rows[words_2 * 8 + 5] += delta2_6;
    dE_rows[words_2 * 8 + 6] += delta2_7;
    dE_rows[words_2 * 8 + 7] += delta2_8;
    dE_rows[words_3 * 8] += delta2_1;
    dE_rows[words_3 * 8 + 1] += delta2_2;
    dE_rows[words_3 * 8 + 2] += delta2_3;
    dE_rows[words_3 * 8 + 3] += delta2_4;
    dE_rows[words_3 * 8 + 4] += delta2_5;
    dE_rows[words_3 * 8 + 5] += delta2_6;
    dE_rows[words_3 * 8 + 6] += delta2_7;
    dE_rows[words_3 * 8 + 7] += delta2_8;
    dE_rows[words_4 * 8] += delta2_1;
    dE_rows[words_4 * 8 + 1] += delta2_2;
    dE_rows[words_4 * 8 + 2] += delta2_3;
    dE_rows[words_4 * 8 + 3] += delta2_4;
    dE_rows[words_4 * 8 + 4] += delta2_5;
    dE_rows[words_4 * 8 + 5] += delta2_6;
    dE_rows[words_4 * 8 + 6] += delta2_7;
    dE_rows[words_4 * 8 + 7] += delta2_8;
    dE_rows[words_5 * 8] += delta2_1;
    dE_rows[words_5 * 8 + 1] += delta2_2;
    dE_rows[words_5 * 8 + 2] += delta2_3;
    dE_rows[words_5 * 8 + 3] += delta2_4;
    dE_rows[words_5 * 8 + 4] += delta2_5;
    dE_rows[words_5 * 8 + 5] += delta2_6;
    dE_rows[words_5 * 8 + 6] += delta2_7;
    dE_rows[words_5 * 8 + 7] += delta2_8;
    dE_rows[words_6 * 8] += delta2_1;
    dE_rows[words_6 * 8 + 1] += delta2_2;
    dE_rows[words_6 * 8 + 2] += delta2_3;
    dE_rows[words_6 * 8 + 3] += delta2_4;
    dE_rows[words_6 * 8 + 4] += delta2_5;
    dE_rows[words_6 * 8 + 5] += delta2_6;
    dE_rows[words_6 * 8 + 6] += delta2_7;
    dE_rows[words_6 * 8 + 7] += delta2_8;
    dE_rows[words_7 * 8] += delta2_1;
    dE_rows[words_7 * 8 + 1] += delta2_2;
    dE_rows[words_7 * 8 + 2] += delta2_3;
    dE_rows[words_7 * 8 + 3] += delta2_4;
    dE_rows[words_7 * 8 + 4] += delta2_5;
    dE_rows[words_7 * 8 + 5] += delta2_6;
    dE_rows[words_7 * 8 + 6] += delta2_7;
    dE_rows[words_7 * 8 + 7] += delta2_8;
    dE_rows[words_8 * 8] += delta2_1;
    dE_rows[words_8 * 8 + 1] += delta2_2;
    dE_rows[words_8 * 8 + 2] += delta2_3;
    dE_rows[words_8 * 8 + 3] += delta2_4;
    dE_rows[words_8 * 8 + 4] += delta2_5;
    dE_rows[words_8 * 8 + 5] += delta2_6;
    dE_rows[words_8 * 8 + 6] += delta2_7;
    dE_rows[words_8 * 8 + 7] += delta2_8;
    dE_rows[words_9 * 8] += delta2_1;
    dE_rows[words_9 * 8 + 1] += delta2_2;
    dE_rows[words_9 * 8 + 2] += delta2_3;
    dE_rows[words_9 * 8 + 3] += delta2_4;
    dE_rows[words_9 * 8 + 4] += delta2_5;
    dE_rows[words_9 * 8 + 5] += delta2_6;
    dE_rows[words_9 * 8 + 6] += delta2_7;
    dE_rows[words_9 * 8 + 7] += delta2_8;
    dE_rows[words_10 * 8] += delta2_1;
    dE_rows[words_10 * 8 + 1] += delta2_2;
    dE_rows[words_10 * 8 + 2] += delta2_3;
    dE_rows[words_10 * 8 + 3] += delta2_4;
    dE_rows[words_10 * 8 + 4] += delta2_5;
    dE_rows[words_10 * 8 + 5] += delta2_6;
    dE_rows[words_10 * 8 + 6] += delta2_7;
    dE_rows[words_10 * 8 + 7] += delta2_8;
    dE_rows[words_11 * 8] += delta2_1;
    dE_rows[words_11 * 8 + 1] += delta2_2;
    dE_rows[words_11 * 8 + 2] += delta2_3;
    dE_rows[words_11 * 8 + 3] += delta2_4;
    dE_rows[words_11 * 8 + 4] += delta2_5;
    dE_rows[words_11 * 8 + 5] += delta2_6;
    dE_rows[words_11 * 8 + 6] += delta2_7;
    dE_rows[words_11 * 8 + 7] += delta2_8;
    dE_rows[words_12 * 8] += delta2_1;
    dE_rows[words_12 * 8 + 1] += delta2_2;
    dE_rows[words_12 * 8 + 2] += delta2_3;
    dE_rows[words_12 * 8 + 3] += delta2_4;
    dE_rows[words_12 * 8 + 4] += delta2_5;
    dE_rows[words_12 * 8 + 5] += delta2_6;
    dE_rows[words_12 * 8 + 6] += delta2_7;
    dE_rows[words_12 * 8 + 7] += delta2_8;
    dE_rows[words_13 * 8] += delta2_1;
    dE_rows[words_13 * 8 + 1] += delta2_2;
    dE_rows[words_13 * 8 + 2] += delta2_3;
    dE_rows[words_13 * 8 + 3] += delta2_4;
    dE_rows[words_13 * 8 + 4] += delta2_5;
    dE_rows[words_13 * 8 + 5] += delta2_6;
    dE_rows[words_13 * 8 + 6] += delta2_7;
    dE_rows[words_13 * 8 + 7] += delta2_8;
    dE_rows[words_14 * 8] += delta2_1;
    dE_rows[words_14 * 8 + 1] += delta2_2;
    dE_rows[words_14 * 8 + 2] += delta2_3;
    dE_rows[words_14 * 8 + 3] += delta2_4;
    dE_rows[words_14 * 8 + 4] += delta2_5;
    dE_rows[words_14 * 8 + 5] += delta2_6;
    dE_rows[words_14 * 8 + 6] += delta2_7;
    dE_rows[words_14 * 8 + 7] += delta2_8;
    dE_rows[words_15 * 8] += delta2_1;
    dE_rows[words_15 * 8 + 1] += delta2_2;
    dE_rows[words_15 * 8 + 2] += delta2_3;
    dE_rows[words_15 * 8 + 3] += delta2_4;
    dE_rows[words_15 * 8 + 4] += delta2_5;
    dE_rows[words_15 * 8 + 5] += delta2_6;
    dE_rows[words_15 * 8 + 6] += delta2_7;
    dE_rows[words_15 * 8 + 7] += delta2_8;
    dE_rows[words_16 * 8] += delta2_1;
    dE_rows[words_16 * 8 + 1] += delta2_2;
    dE_rows[words_16 * 8 + 2] += delta2_3;
    dE_rows[words_16 * 8 + 3] += delta2_4;
    dE_rows[words_16 * 8 + 4] += delta2_5;
    dE_rows[words_16 * 8 + 5] += delta2_6;
    dE_rows[words_16 * 8 + 6] += delta2_7;
    dE_rows[words_16 * 8 + 7] += delta2_8;
    dE_rows[words_17 * 8] += delta2_1;
    dE_rows[words_17 * 8 + 1] += delta2_2;
    dE_rows[words_17 * 8 + 2] += delta2_3;
    dE_rows[words_17 * 8 + 3] += delta2_4;
    dE_rows[words_17 * 8 + 4] += delta2_5;
    dE_rows[words_17 * 8 + 5] += delta2_6;
    dE_rows[words_17 * 8 + 6] += delta2_7;
    dE_rows[words_17 * 8 + 7] += delta2_8;
    dE_rows[words_18 * 8] += delta2_1;
    dE_rows[words_18 * 8 + 1] += delta2_2;
    dE_rows[words_18 * 8 + 2] += delta2_3;
    dE_rows[words_18 * 8 + 3] += delta2_4;
    dE_rows[words_18 * 8 + 4] += delta2_5;
    dE_rows[words_18 * 8 + 5] += delta2_6;
    dE_rows[words_18 * 8 + 6] += delta2_7;
    dE_rows[words_18 * 8 + 7] += delta2_8;
    dE_rows[words_19 * 8] += delta2_1;
    dE_rows[words_19 * 8 + 1] += delta2_2;
    dE_rows[words_19 * 8 + 2] += delta2_3;
    dE_rows[words_19 * 8 + 3] += delta2_4;
    dE_rows[words_19 * 8 + 4] += delta2_5;
    dE_rows[words_19 * 8 + 5] += delta2_6;
    dE_rows[words_19 * 8 + 6] += delta2_7;
    dE_rows[words_19 * 8 + 7] += delta2_8;
    dE_rows[words_20 * 8] += delta2_1;
    dE_rows[words_20 * 8 + 1] += delta2_2;
    dE_rows[words_20 * 8 + 2] += delta2_3;
    dE_rows[words_20 * 8 + 3] += delta2_4;
    dE_rows[words_20 * 8 + 4] += delta2_5;
    dE_rows[words_20 * 8 + 5] += delta2_6;
    dE_rows[words_20 * 8 + 6] += delta2_7;
    dE_rows[words_20 * 8 + 7] += delta2_8;
  }

  // loss = -(J_sum / m)   [line 12, loss]
  const loss = -(J_sum / m);

  // s_W⁺ = s_W + (share2 * dW) .^ 2
  const t = share2 * dW_1_1;
  const s_W_1_1 = state[4000] + t * t;
  state[4000] = s_W_1_1;
  const t2 = share2 * dW_1_2;
  const s_W_1_2 = state[4001] + t2 * t2;
  state[4001] = s_W_1_2;
  const t3 = share2 * dW_1_3;
  const s_W_1_3 = state[4002] + t3 * t3;
  state[4002] = s_W_1_3;
  const t4 = share2 * dW_1_4;
  const s_W_1_4 = state[4003] + t4 * t4;
  state[4003] = s_W_1_4;
  const t5 = share2 * dW_1_5;
  const s_W_1_5 = state[4004] + t5 * t5;
  state[4004] = s_W_1_5;
  const t6 = share2 * dW_1_6;
  const s_W_1_6 = state[4005] + t6 * t6;
  state[4005] = s_W_1_6;
  const t7 = share2 * dW_1_7;
  const s_W_1_7 = state[4006] + t7 * t7;
  state[4006] = s_W_1_7;
  const t8 = share2 * dW_1_8;
  const s_W_1_8 = state[4007] + t8 * t8;
  state[4007] = s_W_1_8;
  const t9 = share2 * dW_2_1;
  const s_W_2_1 = state[4008] + t9 * t9;
  state[4008] = s_W_2_1;
  const t10 = share2 * dW_2_2;
  const s_W_2_2 = state[4009] + t10 * t10;
  state[4009] = s_W_2_2;
  const t11 = share2 * dW_2_3;
  const s_W_2_3 = state[4010] + t11 * t11;
  state[4010] = s_W_2_3;
  const t12 = share2 * dW_2_4;
  const s_W_2_4 = state[4011] + t12 * t12;
  state[4011] = s_W_2_4;
  const t13 = share2 * dW_2_5;
  const s_W_2_5 = state[4012] + t13 * t13;
  state[4012] = s_W_2_5;
  const t14 = share2 * dW_2_6;
  const s_W_2_6 = state[4013] + t14 * t14;
  state[4013] = s_W_2_6;
  const t15 = share2 * dW_2_7;
  const s_W_2_7 = state[4014] + t15 * t15;
  state[4014] = s_W_2_7;
  const t16 = share2 * dW_2_8;
  const s_W_2_8 = state[4015] + t16 * t16;
  state[4015] = s_W_2_8;
  const t17 = share2 * dW_3_1;
  const s_W_3_1 = state[4016] + t17 * t17;
  state[4016] = s_W_3_1;
  const t18 = share2 * dW_3_2;
  const s_W_3_2 = state[4017] + t18 * t18;
  state[4017] = s_W_3_2;
  const t19 = share2 * dW_3_3;
  const s_W_3_3 = state[4018] + t19 * t19;
  state[4018] = s_W_3_3;
  const t20 = share2 * dW_3_4;
  const s_W_3_4 = state[4019] + t20 * t20;
  state[4019] = s_W_3_4;
  const t21 = share2 * dW_3_5;
  const s_W_3_5 = state[4020] + t21 * t21;
  state[4020] = s_W_3_5;
  const t22 = share2 * dW_3_6;
  const s_W_3_6 = state[4021] + t22 * t22;
  state[4021] = s_W_3_6;
  const t23 = share2 * dW_3_7;
  const s_W_3_7 = state[4022] + t23 * t23;
  state[4022] = s_W_3_7;
  const t24 = share2 * dW_3_8;
  const s_W_3_8 = state[4023] + t24 * t24;
  state[4023] = s_W_3_8;
  const t25 = share2 * dW_4_1;
  const s_W_4_1 = state[4024] + t25 * t25;
  state[4024] = s_W_4_1;
  const t26 = share2 * dW_4_2;
  const s_W_4_2 = state[4025] + t26 * t26;
  state[4025] = s_W_4_2;
  const t27 = share2 * dW_4_3;
  const s_W_4_3 = state[4026] + t27 * t27;
  state[4026] = s_W_4_3;
  const t28 = share2 * dW_4_4;
  const s_W_4_4 = state[4027] + t28 * t28;
  state[4027] = s_W_4_4;
  const t29 = share2 * dW_4_5;
  const s_W_4_5 = state[4028] + t29 * t29;
  state[4028] = s_W_4_5;
  const t30 = share2 * dW_4_6;
  const s_W_4_6 = state[4029] + t30 * t30;
  state[4029] = s_W_4_6;
  const t31 = share2 * dW_4_7;
  const s_W_4_7 = state[4030] + t31 * t31;
  state[4030] = s_W_4_7;
  const t32 = share2 * dW_4_8;
  const s_W_4_8 = state[4031] + t32 * t32;
  state[4031] = s_W_4_8;

  // W⁺ = W - stepSize2 * (dW ./ (sqrt(s_W⁺) + 1e-10))
  W[0] -= stepSize2 * (dW_1_1 / (Math.sqrt(s_W_1_1) + 1e-10));
  W[1] -= stepSize2 * (dW_1_2 / (Math.sqrt(s_W_1_2) + 1e-10));
  W[2] -= stepSize2 * (dW_1_3 / (Math.sqrt(s_W_1_3) + 1e-10));
  W[3] -= stepSize2 * (dW_1_4 / (Math.sqrt(s_W_1_4) + 1e-10));
  W[4] -= stepSize2 * (dW_1_5 / (Math.sqrt(s_W_1_5) + 1e-10));
  W[5] -= stepSize2 * (dW_1_6 / (Math.sqrt(s_W_1_6) + 1e-10));
  W[6] -= stepSize2 * (dW_1_7 / (Math.sqrt(s_W_1_7) + 1e-10));
  W[7] -= stepSize2 * (dW_1_8 / (Math.sqrt(s_W_1_8) + 1e-10));
  W[8] -= stepSize2 * (dW_2_1 / (Math.sqrt(s_W_2_1) + 1e-10));
  W[9] -= stepSize2 * (dW_2_2 / (Math.sqrt(s_W_2_2) + 1e-10));
  W[10] -= stepSize2 * (dW_2_3 / (Math.sqrt(s_W_2_3) + 1e-10));
  W[11] -= stepSize2 * (dW_2_4 / (Math.sqrt(s_W_2_4) + 1e-10));
  W[12] -= stepSize2 * (dW_2_5 / (Math.sqrt(s_W_2_5) + 1e-10));
  W[13] -= stepSize2 * (dW_2_6 / (Math.sqrt(s_W_2_6) + 1e-10));
  W[14] -= stepSize2 * (dW_2_7 / (Math.sqrt(s_W_2_7) + 1e-10));
  W[15] -= stepSize2 * (dW_2_8 / (Math.sqrt(s_W_2_8) + 1e-10));
  W[16] -= stepSize2 * (dW_3_1 / (Math.sqrt(s_W_3_1) + 1e-10));
  W[17] -= stepSize2 * (dW_3_2 / (Math.sqrt(s_W_3_2) + 1e-10));
  W[18] -= stepSize2 * (dW_3_3 / (Math.sqrt(s_W_3_3) + 1e-10));
  W[19] -= stepSize2 * (dW_3_4 / (Math.sqrt(s_W_3_4) + 1e-10));
  W[20] -= stepSize2 * (dW_3_5 / (Math.sqrt(s_W_3_5) + 1e-10));
  W[21] -= stepSize2 * (dW_3_6 / (Math.sqrt(s_W_3_6) + 1e-10));
  W[22] -= stepSize2 * (dW_3_7 / (Math.sqrt(s_W_3_7) + 1e-10));
  W[23] -= stepSize2 * (dW_3_8 / (Math.sqrt(s_W_3_8) + 1e-10));
  W[24] -= stepSize2 * (dW_4_1 / (Math.sqrt(s_W_4_1) + 1e-10));
  W[25] -= stepSize2 * (dW_4_2 / (Math.sqrt(s_W_4_2) + 1e-10));
  W[26] -= stepSize2 * (dW_4_3 / (Math.sqrt(s_W_4_3) + 1e-10));
  W[27] -= stepSize2 * (dW_4_4 / (Math.sqrt(s_W_4_4) + 1e-10));
  W[28] -= stepSize2 * (dW_4_5 / (Math.sqrt(s_W_4_5) + 1e-10));
  W[29] -= stepSize2 * (dW_4_6 / (Math.sqrt(s_W_4_6) + 1e-10));
  W[30] -= stepSize2 * (dW_4_7 / (Math.sqrt(s_W_4_7) + 1e-10));
  W[31] -= stepSize2 * (dW_4_8 / (Math.sqrt(s_W_4_8) + 1e-10));

  // s_b⁺ = s_b + (share * db) .^ 2
  const t33 = share * db_1;
  const s_b_1 = state[4032] + t33 * t33;
  state[4032] = s_b_1;
  const t34 = share * db_2;
  const s_b_2 = state[4033] + t34 * t34;
  state[4033] = s_b_2;
  const t35 = share * db_3;
  const s_b_3 = state[4034] + t35 * t35;
  state[4034] = s_b_3;
  const t36 = share * db_4;
  const s_b_4 = state[4035] + t36 * t36;
  state[4035] = s_b_4;

  // b⁺ = b - stepSize * (db ./ (sqrt(s_b⁺) + 1e-10))
  b[0] -= stepSize * (db_1 / (Math.sqrt(s_b_1) + 1e-10));
  b[1] -= stepSize * (db_2 / (Math.sqrt(s_b_2) + 1e-10));
  b[2] -= stepSize * (db_3 / (Math.sqrt(s_b_3) + 1e-10));
  b[3] -= stepSize * (db_4 / (Math.sqrt(s_b_4) + 1e-10));

  // What the examples looked up in E; the rest is left alone: where its gradient is 0 the update rule changes nothing.
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];
    const row20 = row * 20;

    // s_E⁺ = s_E + (share2 * dE_rows) .^ 2
    // E⁺ = E - stepSize2 * (dE_rows ./ (sqrt(s_E⁺) + 1e-10))
    // dE_rows = 0
    for (let i = 0; i < 20; i++) {
      const words8 = words[row20 + i] * 8;
      for (let j = 0; j < 8; j++) {
        const t37 = share2 * dE_rows[words8 + j];
        state[words8 + j] += t37 * t37;
        E[words8 + j] -= stepSize2 * (dE_rows[words8 + j] / (Math.sqrt(state[words8 + j]) + 1e-10));
        dE_rows[words8 + j] = 0;
      }
    }
  }
  return loss;
}

/** The predictions for one example among others. */
export function predict(params: Parameters, data: Examples, row: number, into: Outputs = createOutputs()): Outputs {
  return forward(params, data.columns.words.subarray(row * 20, row * 20 + 20), into);
}
