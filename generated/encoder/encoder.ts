/**
 * encoder: compiled by gradc 0.1.0 from encoder.grad. Do not edit: change the spec and compile again.
 *
 * Spec        sha256 8cc0befd7a9b0fb5d8bb6b7545c66a16c1ab011a40d40c8769b4c9acfb628a9b
 * Parameters  59: W1 (3 × 8), b1 vector of 3, W2 (8 × 3), b2 vector of 8
 * Precision   64-bit
 * Convention  loss and gradients are the mean over the batch
 * Stable form xlogy(d, sigmoid(z)) -> -(d * softplus(-z))
 *             xlogy(d, 1 - sigmoid(z)) -> -(d * softplus(z))
 *             d * softplus(-z) + (1 - d) * softplus(z) -> logisticLoss(z, d)
 *             1 - sigmoid(x) -> 1 / (1 + exp(min(x, 709)))
 *
 * Operations of gradient, for one example (sums over the batch left out):
 *   forward 211: 74 add, 56 multiply, 19 exp, 16 negate, 11 compare, 11 divide, 8 abs, 8 log1p, 8 subtract
 *   backward 107: 75 multiply, 21 add, 8 subtract, 3 divide
 *
 * Schedule:
 *   forward  unrolled: 151 scalar operations, at most 2500
 *   evaluate  unrolled: 246 scalar operations, at most 2500
 *   gradient  unrolled: 454 scalar operations, at most 2500
 *   step  unrolled: 631 scalar operations, at most 2500
 *
 * parameters
 *   W1   3 × 8   glorot   # line 4
 *   b1   3       zeros    # line 5
 *   W2   8 × 3   glorot   # line 6
 *   b2   8       zeros    # line 7
 *
 * data
 *   x   8   input   # line 2
 *
 * forward
 *   h = sigmoid(W1 * x + b1)            3 per example        # line 9
 *   y = sigmoid(W2 * h + b2)            8 per example        # line 10, output
 *   t1 = logisticLoss(W2 * h + b2, x)   8 per example
 *   J = sum(t1)                         scalar per example   # line 11, loss
 *   right = argmax(y) == argmax(x)      scalar per example   # line 13, metric
 *
 * mean over the batch of m examples
 *   J = (Σn sum(t1)) / m     scalar   # line 11, loss
 *   right = (Σn right) / m   scalar   # line 13, metric
 *
 * backward (constant factors come in last, with Σn)
 *   δ = y - x                        8 per example   # EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z)
 *   dh = W2' * δ                     3 per example   # W2 * h with respect to h: the matrix transposed, times the cotangent
 *   dh_in = dh .* (h .* (1 - h))     3 per example   # EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); chain rule through sigmoid: ∂y/∂x = y * (1 - y)
 *   dW1 = 1/m * Σn outer(dh_in, x)   3 × 8           # EQ4: ∂C/∂w = δ aᵀ; W1 * x with respect to W1: outer product of the cotangent and the vector
 *   db1 = 1/m * Σn dh_in             3               # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
 *   dW2 = 1/m * Σn outer(δ, h)       8 × 3           # EQ4: ∂C/∂w = δ aᵀ; W2 * h with respect to W2: outer product of the cotangent and the vector
 *   db2 = 1/m * Σn δ                 8               # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
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
  readonly W1: Tensor<[3, 8]>;
  readonly b1: Tensor<[3]>;
  readonly W2: Tensor<[8, 3]>;
  readonly b2: Tensor<[8]>;
}

/** The spec has no hyperparameters. */
export type Hyper = Record<string, never>;

/** Examples as columns: for each name its values, one example after the other. */
export interface Examples {
  readonly size: number;
  readonly columns: { readonly x: Floats };
}

/** Numbers that change from step to step: step and epoch count from 1; the seed keys random draws. */
export interface Clock {
  t: number;
  epoch: number;
  rate: number;
  seed: number;
}

/** In order: J, right. */
export type Report = Floats;

/** Gradients of the loss. */
export interface Gradients {
  readonly W1: Tensor<[3, 8]>;
  readonly b1: Tensor<[3]>;
  readonly W2: Tensor<[8, 3]>;
  readonly b2: Tensor<[8]>;
  /** Each loss over the batch. */
  readonly losses: Floats;
}

/** Predictions for one example. */
export type Outputs = { readonly y: Tensor<[8]> };

/** What the module is: names, shapes, defaults and data of the spec. */
export const metadata = {
  name: "encoder",
  hash: "8cc0befd7a9b0fb5d8bb6b7545c66a16c1ab011a40d40c8769b4c9acfb628a9b",
  version: "0.1.0",
  precision: "f64",
  parameters: [
    { name: "W1", shape: [3, 8], offset: 0, initial: { kind: "glorot" } },
    { name: "b1", shape: [3], offset: 24, initial: { kind: "zeros" } },
    { name: "W2", shape: [8, 3], offset: 27, initial: { kind: "glorot" } },
    { name: "b2", shape: [8], offset: 51, initial: { kind: "zeros" } },
  ],
  columns: [{ name: "x", role: "input", shape: [8] }],
  hypers: [],
  losses: ["J"],
  metrics: ["right"],
  outputs: [{ name: "y", shape: [8] }],
  reduction: "mean",
  data: {
    kind: "rows",
    rows: [
      [1, 0, 0, 0, 0, 0, 0, 0],
      [0, 1, 0, 0, 0, 0, 0, 0],
      [0, 0, 1, 0, 0, 0, 0, 0],
      [0, 0, 0, 1, 0, 0, 0, 0],
      [0, 0, 0, 0, 1, 0, 0, 0],
      [0, 0, 0, 0, 0, 1, 0, 0],
      [0, 0, 0, 0, 0, 0, 1, 0],
      [0, 0, 0, 0, 0, 0, 0, 1],
    ],
  },
  train: { optimizer: "momentum", rate: 0.5, batch: 8, epochs: 3000, validation: 0, seed: 1 },
} as const;

/** Parameters as views on one flat array, zero where none is given. */
export function createParameters(flat: Floats = new Float64Array(59)): Parameters {
  return {
    flat,
    W1: flat.subarray(0, 24),
    b1: flat.subarray(24, 27),
    W2: flat.subarray(27, 51),
    b2: flat.subarray(51, 59),
  };
}

/** Initial parameters: the same numbers for the same seed. */
export function initialise(seed: number, params: Parameters = createParameters()): Parameters {
  for (let k = 0; k < 24; k++) params.W1[k] = 0.7385489458759964 * (2 * uniform(seed, 0, k) - 1);
  params.b1.fill(0);
  for (let k = 0; k < 24; k++) params.W2[k] = 0.7385489458759964 * (2 * uniform(seed, 2, k) - 1);
  params.b2.fill(0);
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

/** Hyperparameters at the values of the spec. */
export function createHyper(): Hyper {
  return {};
}

/** Room for the predictions of one example. */
export function createOutputs(): Outputs {
  return {
    y: new Float64Array(8),
  };
}

/** Room for gradients. */
export function createGradients(_examples: number = 1): Gradients {
  return {
    W1: new Float64Array(24),
    b1: new Float64Array(3),
    W2: new Float64Array(24),
    b2: new Float64Array(8),
    losses: new Float64Array(1),
  };
}

/** The state of the update rule, all zeros. */
export function createState(): Floats {
  return new Float64Array(59);
}

/** The predictions for one example. */
export function forward(params: Parameters, x: Vector<8>, into: Outputs = createOutputs()): Outputs {
  const { W1, b1, W2, b2 } = params;

  // h = sigmoid(W1 * x + b1)   [line 9]
  const x_1 = x[0];
  const x_2 = x[1];
  const x_3 = x[2];
  const x_4 = x[3];
  const x_5 = x[4];
  const x_6 = x[5];
  const x_7 = x[6];
  const x_8 = x[7];
  const h_1 = 1 / (1 + Math.exp(-(W1[0] * x_1 + W1[1] * x_2 + W1[2] * x_3 + W1[3] * x_4 + W1[4] * x_5 + W1[5] * x_6 + W1[6] * x_7 + W1[7] * x_8 + b1[0])));
  const h_2 = 1 / (1 + Math.exp(-(W1[8] * x_1 + W1[9] * x_2 + W1[10] * x_3 + W1[11] * x_4 + W1[12] * x_5 + W1[13] * x_6 + W1[14] * x_7 + W1[15] * x_8 + b1[1])));
  const h_3 = 1 / (1 + Math.exp(-(W1[16] * x_1 + W1[17] * x_2 + W1[18] * x_3 + W1[19] * x_4 + W1[20] * x_5 + W1[21] * x_6 + W1[22] * x_7 + W1[23] * x_8 + b1[2])));

  // y = sigmoid(W2 * h + b2)   [line 10, output]
  into.y[0] = 1 / (1 + Math.exp(-(W2[0] * h_1 + W2[1] * h_2 + W2[2] * h_3 + b2[0])));
  into.y[1] = 1 / (1 + Math.exp(-(W2[3] * h_1 + W2[4] * h_2 + W2[5] * h_3 + b2[1])));
  into.y[2] = 1 / (1 + Math.exp(-(W2[6] * h_1 + W2[7] * h_2 + W2[8] * h_3 + b2[2])));
  into.y[3] = 1 / (1 + Math.exp(-(W2[9] * h_1 + W2[10] * h_2 + W2[11] * h_3 + b2[3])));
  into.y[4] = 1 / (1 + Math.exp(-(W2[12] * h_1 + W2[13] * h_2 + W2[14] * h_3 + b2[4])));
  into.y[5] = 1 / (1 + Math.exp(-(W2[15] * h_1 + W2[16] * h_2 + W2[17] * h_3 + b2[5])));
  into.y[6] = 1 / (1 + Math.exp(-(W2[18] * h_1 + W2[19] * h_2 + W2[20] * h_3 + b2[6])));
  into.y[7] = 1 / (1 + Math.exp(-(W2[21] * h_1 + W2[22] * h_2 + W2[23] * h_3 + b2[7])));
  return into;
}

/** Losses, then metrics, over the examples `order[from … to)`, as inference computes them, into `report`; returns the total loss. */
export function evaluate(params: Parameters, data: Examples, report: Report, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { W1, b1, W2, b2 } = params;
  const { x } = data.columns;
  const m = to - from;
  let J_sum = 0;
  let right_sum = 0;
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];

    // h = sigmoid(W1 * x + b1)   [line 9]
    const x_1 = x[row * 8];
    const x_2 = x[row * 8 + 1];
    const x_3 = x[row * 8 + 2];
    const x_4 = x[row * 8 + 3];
    const x_5 = x[row * 8 + 4];
    const x_6 = x[row * 8 + 5];
    const x_7 = x[row * 8 + 6];
    const x_8 = x[row * 8 + 7];
    const h_1 = 1 / (1 + Math.exp(-(W1[0] * x_1 + W1[1] * x_2 + W1[2] * x_3 + W1[3] * x_4 + W1[4] * x_5 + W1[5] * x_6 + W1[6] * x_7 + W1[7] * x_8 + b1[0])));
    const h_2 = 1 / (1 + Math.exp(-(W1[8] * x_1 + W1[9] * x_2 + W1[10] * x_3 + W1[11] * x_4 + W1[12] * x_5 + W1[13] * x_6 + W1[14] * x_7 + W1[15] * x_8 + b1[1])));
    const h_3 = 1 / (1 + Math.exp(-(W1[16] * x_1 + W1[17] * x_2 + W1[18] * x_3 + W1[19] * x_4 + W1[20] * x_5 + W1[21] * x_6 + W1[22] * x_7 + W1[23] * x_8 + b1[2])));

    // y_in = W2 * h + b2
    const y_in_1 = W2[0] * h_1 + W2[1] * h_2 + W2[2] * h_3 + b2[0];
    const y_in_2 = W2[3] * h_1 + W2[4] * h_2 + W2[5] * h_3 + b2[1];
    const y_in_3 = W2[6] * h_1 + W2[7] * h_2 + W2[8] * h_3 + b2[2];
    const y_in_4 = W2[9] * h_1 + W2[10] * h_2 + W2[11] * h_3 + b2[3];
    const y_in_5 = W2[12] * h_1 + W2[13] * h_2 + W2[14] * h_3 + b2[4];
    const y_in_6 = W2[15] * h_1 + W2[16] * h_2 + W2[17] * h_3 + b2[5];
    const y_in_7 = W2[18] * h_1 + W2[19] * h_2 + W2[20] * h_3 + b2[6];
    const y_in_8 = W2[21] * h_1 + W2[22] * h_2 + W2[23] * h_3 + b2[7];

    // J_sum = Σn sum(logisticLoss(y_in, x))
    J_sum += Math.max(y_in_1, 0) - x_1 * y_in_1 + Math.log1p(Math.exp(-Math.abs(y_in_1))) + (Math.max(y_in_2, 0) - x_2 * y_in_2 + Math.log1p(Math.exp(-Math.abs(y_in_2)))) + (Math.max(y_in_3, 0) - x_3 * y_in_3 + Math.log1p(Math.exp(-Math.abs(y_in_3)))) + (Math.max(y_in_4, 0) - x_4 * y_in_4 + Math.log1p(Math.exp(-Math.abs(y_in_4)))) + (Math.max(y_in_5, 0) - x_5 * y_in_5 + Math.log1p(Math.exp(-Math.abs(y_in_5)))) + (Math.max(y_in_6, 0) - x_6 * y_in_6 + Math.log1p(Math.exp(-Math.abs(y_in_6)))) + (Math.max(y_in_7, 0) - x_7 * y_in_7 + Math.log1p(Math.exp(-Math.abs(y_in_7)))) + (Math.max(y_in_8, 0) - x_8 * y_in_8 + Math.log1p(Math.exp(-Math.abs(y_in_8))));

    // y = sigmoid(y_in)   [line 10, output]
    const y_1 = 1 / (1 + Math.exp(-y_in_1));
    const y_2 = 1 / (1 + Math.exp(-y_in_2));
    const y_3 = 1 / (1 + Math.exp(-y_in_3));
    const y_4 = 1 / (1 + Math.exp(-y_in_4));
    const y_5 = 1 / (1 + Math.exp(-y_in_5));
    const y_6 = 1 / (1 + Math.exp(-y_in_6));
    const y_7 = 1 / (1 + Math.exp(-y_in_7));
    const y_8 = 1 / (1 + Math.exp(-y_in_8));

    // right = argmax(y) == argmax(x)   [line 13, metric]
    const t5 = Math.max(y_1, y_2);
    const t4 = Math.max(t5, y_3);
    const t3 = Math.max(t4, y_4);
    const t2 = Math.max(t3, y_5);
    const t = Math.max(t2, y_6);
    const t10 = Math.max(x_1, x_2);
    const t9 = Math.max(t10, x_3);
    const t8 = Math.max(t9, x_4);
    const t7 = Math.max(t8, x_5);
    const t6 = Math.max(t7, x_6);
    const right = (y_8 > Math.max(t, y_7) ? 7 : (y_7 > t ? 6 : (y_6 > t2 ? 5 : (y_5 > t3 ? 4 : (y_4 > t4 ? 3 : (y_3 > t5 ? 2 : (y_2 > y_1 ? 1 : 0))))))) + 1 === (x_8 > Math.max(t6, x_7) ? 7 : (x_7 > t6 ? 6 : (x_6 > t7 ? 5 : (x_5 > t8 ? 4 : (x_4 > t9 ? 3 : (x_3 > t10 ? 2 : (x_2 > x_1 ? 1 : 0))))))) + 1 ? 1 : 0;

    // right_sum = Σn right
    right_sum += right;
  }

  // J = J_sum / m   [line 11, loss]
  const J = J_sum / m;
  report[0] = J;

  // right2 = right_sum / m   [line 13, metric]
  report[1] = right_sum / m;
  return J;
}

/** The loss over the examples `order[from … to)` and its gradients, into `into`; returns the loss. */
export function gradient(params: Parameters, data: Examples, into: Gradients, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { W1, b1, W2, b2 } = params;
  const { x } = data.columns;
  const m = to - from;
  const share = 1 / m;
  let J_sum = 0;
  let dW2_1_1 = 0, dW2_1_2 = 0, dW2_1_3 = 0, dW2_2_1 = 0, dW2_2_2 = 0, dW2_2_3 = 0, dW2_3_1 = 0, dW2_3_2 = 0;
  let dW2_3_3 = 0, dW2_4_1 = 0, dW2_4_2 = 0, dW2_4_3 = 0, dW2_5_1 = 0, dW2_5_2 = 0, dW2_5_3 = 0, dW2_6_1 = 0;
  let dW2_6_2 = 0, dW2_6_3 = 0, dW2_7_1 = 0, dW2_7_2 = 0, dW2_7_3 = 0, dW2_8_1 = 0, dW2_8_2 = 0, dW2_8_3 = 0;
  let db2_1 = 0, db2_2 = 0, db2_3 = 0, db2_4 = 0, db2_5 = 0, db2_6 = 0, db2_7 = 0, db2_8 = 0;
  let dW1_1_1 = 0, dW1_1_2 = 0, dW1_1_3 = 0, dW1_1_4 = 0, dW1_1_5 = 0, dW1_1_6 = 0, dW1_1_7 = 0, dW1_1_8 = 0;
  let dW1_2_1 = 0, dW1_2_2 = 0, dW1_2_3 = 0, dW1_2_4 = 0, dW1_2_5 = 0, dW1_2_6 = 0, dW1_2_7 = 0, dW1_2_8 = 0;
  let dW1_3_1 = 0, dW1_3_2 = 0, dW1_3_3 = 0, dW1_3_4 = 0, dW1_3_5 = 0, dW1_3_6 = 0, dW1_3_7 = 0, dW1_3_8 = 0;
  let db1_1 = 0, db1_2 = 0, db1_3 = 0;
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];

    // h_exp = exp(min(W1 * x + b1, 709))
    const x_1 = x[row * 8];
    const x_2 = x[row * 8 + 1];
    const x_3 = x[row * 8 + 2];
    const x_4 = x[row * 8 + 3];
    const x_5 = x[row * 8 + 4];
    const x_6 = x[row * 8 + 5];
    const x_7 = x[row * 8 + 6];
    const x_8 = x[row * 8 + 7];
    const h_exp_1 = Math.exp(Math.min(W1[0] * x_1 + W1[1] * x_2 + W1[2] * x_3 + W1[3] * x_4 + W1[4] * x_5 + W1[5] * x_6 + W1[6] * x_7 + W1[7] * x_8 + b1[0], 709));
    const h_exp_2 = Math.exp(Math.min(W1[8] * x_1 + W1[9] * x_2 + W1[10] * x_3 + W1[11] * x_4 + W1[12] * x_5 + W1[13] * x_6 + W1[14] * x_7 + W1[15] * x_8 + b1[1], 709));
    const h_exp_3 = Math.exp(Math.min(W1[16] * x_1 + W1[17] * x_2 + W1[18] * x_3 + W1[19] * x_4 + W1[20] * x_5 + W1[21] * x_6 + W1[22] * x_7 + W1[23] * x_8 + b1[2], 709));

    // h_den = 1 + h_exp
    const h_den_1 = 1 + h_exp_1;
    const h_den_2 = 1 + h_exp_2;
    const h_den_3 = 1 + h_exp_3;

    // h = h_exp ./ h_den   [line 9]
    const h_1 = h_exp_1 / h_den_1;
    const h_2 = h_exp_2 / h_den_2;
    const h_3 = h_exp_3 / h_den_3;

    // y_in = W2 * h + b2
    const y_in_1 = W2[0] * h_1 + W2[1] * h_2 + W2[2] * h_3 + b2[0];
    const y_in_2 = W2[3] * h_1 + W2[4] * h_2 + W2[5] * h_3 + b2[1];
    const y_in_3 = W2[6] * h_1 + W2[7] * h_2 + W2[8] * h_3 + b2[2];
    const y_in_4 = W2[9] * h_1 + W2[10] * h_2 + W2[11] * h_3 + b2[3];
    const y_in_5 = W2[12] * h_1 + W2[13] * h_2 + W2[14] * h_3 + b2[4];
    const y_in_6 = W2[15] * h_1 + W2[16] * h_2 + W2[17] * h_3 + b2[5];
    const y_in_7 = W2[18] * h_1 + W2[19] * h_2 + W2[20] * h_3 + b2[6];
    const y_in_8 = W2[21] * h_1 + W2[22] * h_2 + W2[23] * h_3 + b2[7];

    // J_sum = Σn sum(logisticLoss(y_in, x))
    J_sum += Math.max(y_in_1, 0) - x_1 * y_in_1 + Math.log1p(Math.exp(-Math.abs(y_in_1))) + (Math.max(y_in_2, 0) - x_2 * y_in_2 + Math.log1p(Math.exp(-Math.abs(y_in_2)))) + (Math.max(y_in_3, 0) - x_3 * y_in_3 + Math.log1p(Math.exp(-Math.abs(y_in_3)))) + (Math.max(y_in_4, 0) - x_4 * y_in_4 + Math.log1p(Math.exp(-Math.abs(y_in_4)))) + (Math.max(y_in_5, 0) - x_5 * y_in_5 + Math.log1p(Math.exp(-Math.abs(y_in_5)))) + (Math.max(y_in_6, 0) - x_6 * y_in_6 + Math.log1p(Math.exp(-Math.abs(y_in_6)))) + (Math.max(y_in_7, 0) - x_7 * y_in_7 + Math.log1p(Math.exp(-Math.abs(y_in_7)))) + (Math.max(y_in_8, 0) - x_8 * y_in_8 + Math.log1p(Math.exp(-Math.abs(y_in_8))));

    // y = sigmoid(y_in)   [line 10, output]
    const y_1 = 1 / (1 + Math.exp(-y_in_1));
    const y_2 = 1 / (1 + Math.exp(-y_in_2));
    const y_3 = 1 / (1 + Math.exp(-y_in_3));
    const y_4 = 1 / (1 + Math.exp(-y_in_4));
    const y_5 = 1 / (1 + Math.exp(-y_in_5));
    const y_6 = 1 / (1 + Math.exp(-y_in_6));
    const y_7 = 1 / (1 + Math.exp(-y_in_7));
    const y_8 = 1 / (1 + Math.exp(-y_in_8));

    // sub = y - x   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z)]
    const sub_1 = y_1 - x_1;
    const sub_2 = y_2 - x_2;
    const sub_3 = y_3 - x_3;
    const sub_4 = y_4 - x_4;
    const sub_5 = y_5 - x_5;
    const sub_6 = y_6 - x_6;
    const sub_7 = y_7 - x_7;
    const sub_8 = y_8 - x_8;

    // dW2 = Σn outer(sub, h)   [EQ4: ∂C/∂w = δ aᵀ; line 10]
    dW2_1_1 += sub_1 * h_1;
    dW2_1_2 += sub_1 * h_2;
    dW2_1_3 += sub_1 * h_3;
    dW2_2_1 += sub_2 * h_1;
    dW2_2_2 += sub_2 * h_2;
    dW2_2_3 += sub_2 * h_3;
    dW2_3_1 += sub_3 * h_1;
    dW2_3_2 += sub_3 * h_2;
    dW2_3_3 += sub_3 * h_3;
    dW2_4_1 += sub_4 * h_1;
    dW2_4_2 += sub_4 * h_2;
    dW2_4_3 += sub_4 * h_3;
    dW2_5_1 += sub_5 * h_1;
    dW2_5_2 += sub_5 * h_2;
    dW2_5_3 += sub_5 * h_3;
    dW2_6_1 += sub_6 * h_1;
    dW2_6_2 += sub_6 * h_2;
    dW2_6_3 += sub_6 * h_3;
    dW2_7_1 += sub_7 * h_1;
    dW2_7_2 += sub_7 * h_2;
    dW2_7_3 += sub_7 * h_3;
    dW2_8_1 += sub_8 * h_1;
    dW2_8_2 += sub_8 * h_2;
    dW2_8_3 += sub_8 * h_3;

    // db2 = Σn sub   [EQ3: ∂C/∂b = δ]
    db2_1 += sub_1;
    db2_2 += sub_2;
    db2_3 += sub_3;
    db2_4 += sub_4;
    db2_5 += sub_5;
    db2_6 += sub_6;
    db2_7 += sub_7;
    db2_8 += sub_8;

    // dh = W2' * sub   [W2 * h with respect to h: the matrix transposed, times the cotangent; line 10]
    const dh_1 = sub_1 * W2[0] + sub_2 * W2[3] + sub_3 * W2[6] + sub_4 * W2[9] + sub_5 * W2[12] + sub_6 * W2[15] + sub_7 * W2[18] + sub_8 * W2[21];
    const dh_2 = sub_1 * W2[1] + sub_2 * W2[4] + sub_3 * W2[7] + sub_4 * W2[10] + sub_5 * W2[13] + sub_6 * W2[16] + sub_7 * W2[19] + sub_8 * W2[22];
    const dh_3 = sub_1 * W2[2] + sub_2 * W2[5] + sub_3 * W2[8] + sub_4 * W2[11] + sub_5 * W2[14] + sub_6 * W2[17] + sub_7 * W2[20] + sub_8 * W2[23];

    // dh_in = dh .* (h ./ h_den)   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 9]
    const dh_in_1 = dh_1 * (h_1 / h_den_1);
    const dh_in_2 = dh_2 * (h_2 / h_den_2);
    const dh_in_3 = dh_3 * (h_3 / h_den_3);

    // dW1 = Σn outer(dh_in, x)   [EQ4: ∂C/∂w = δ aᵀ; line 9]
    dW1_1_1 += dh_in_1 * x_1;
    dW1_1_2 += dh_in_1 * x_2;
    dW1_1_3 += dh_in_1 * x_3;
    dW1_1_4 += dh_in_1 * x_4;
    dW1_1_5 += dh_in_1 * x_5;
    dW1_1_6 += dh_in_1 * x_6;
    dW1_1_7 += dh_in_1 * x_7;
    dW1_1_8 += dh_in_1 * x_8;
    dW1_2_1 += dh_in_2 * x_1;
    dW1_2_2 += dh_in_2 * x_2;
    dW1_2_3 += dh_in_2 * x_3;
    dW1_2_4 += dh_in_2 * x_4;
    dW1_2_5 += dh_in_2 * x_5;
    dW1_2_6 += dh_in_2 * x_6;
    dW1_2_7 += dh_in_2 * x_7;
    dW1_2_8 += dh_in_2 * x_8;
    dW1_3_1 += dh_in_3 * x_1;
    dW1_3_2 += dh_in_3 * x_2;
    dW1_3_3 += dh_in_3 * x_3;
    dW1_3_4 += dh_in_3 * x_4;
    dW1_3_5 += dh_in_3 * x_5;
    dW1_3_6 += dh_in_3 * x_6;
    dW1_3_7 += dh_in_3 * x_7;
    dW1_3_8 += dh_in_3 * x_8;

    // db1 = Σn dh_in   [EQ3: ∂C/∂b = δ]
    db1_1 += dh_in_1;
    db1_2 += dh_in_2;
    db1_3 += dh_in_3;
  }

  // J = J_sum / m   [line 11, loss]
  const J = J_sum / m;
  into.losses[0] = J;

  // dW1 = share * dW1   [the mean over the batch]
  into.W1[0] = share * dW1_1_1;
  into.W1[1] = share * dW1_1_2;
  into.W1[2] = share * dW1_1_3;
  into.W1[3] = share * dW1_1_4;
  into.W1[4] = share * dW1_1_5;
  into.W1[5] = share * dW1_1_6;
  into.W1[6] = share * dW1_1_7;
  into.W1[7] = share * dW1_1_8;
  into.W1[8] = share * dW1_2_1;
  into.W1[9] = share * dW1_2_2;
  into.W1[10] = share * dW1_2_3;
  into.W1[11] = share * dW1_2_4;
  into.W1[12] = share * dW1_2_5;
  into.W1[13] = share * dW1_2_6;
  into.W1[14] = share * dW1_2_7;
  into.W1[15] = share * dW1_2_8;
  into.W1[16] = share * dW1_3_1;
  into.W1[17] = share * dW1_3_2;
  into.W1[18] = share * dW1_3_3;
  into.W1[19] = share * dW1_3_4;
  into.W1[20] = share * dW1_3_5;
  into.W1[21] = share * dW1_3_6;
  into.W1[22] = share * dW1_3_7;
  into.W1[23] = share * dW1_3_8;

  // db1 = share * db1   [the mean over the batch]
  into.b1[0] = share * db1_1;
  into.b1[1] = share * db1_2;
  into.b1[2] = share * db1_3;

  // dW2 = share * dW2   [the mean over the batch]
  into.W2[0] = share * dW2_1_1;
  into.W2[1] = share * dW2_1_2;
  into.W2[2] = share * dW2_1_3;
  into.W2[3] = share * dW2_2_1;
  into.W2[4] = share * dW2_2_2;
  into.W2[5] = share * dW2_2_3;
  into.W2[6] = share * dW2_3_1;
  into.W2[7] = share * dW2_3_2;
  into.W2[8] = share * dW2_3_3;
  into.W2[9] = share * dW2_4_1;
  into.W2[10] = share * dW2_4_2;
  into.W2[11] = share * dW2_4_3;
  into.W2[12] = share * dW2_5_1;
  into.W2[13] = share * dW2_5_2;
  into.W2[14] = share * dW2_5_3;
  into.W2[15] = share * dW2_6_1;
  into.W2[16] = share * dW2_6_2;
  into.W2[17] = share * dW2_6_3;
  into.W2[18] = share * dW2_7_1;
  into.W2[19] = share * dW2_7_2;
  into.W2[20] = share * dW2_7_3;
  into.W2[21] = share * dW2_8_1;
  into.W2[22] = share * dW2_8_2;
  into.W2[23] = share * dW2_8_3;

  // db2 = share * db2   [the mean over the batch]
  into.b2[0] = share * db2_1;
  into.b2[1] = share * db2_2;
  into.b2[2] = share * db2_3;
  into.b2[3] = share * db2_4;
  into.b2[4] = share * db2_5;
  into.b2[5] = share * db2_6;
  into.b2[6] = share * db2_7;
  into.b2[7] = share * db2_8;
  return J;
}

/** One step of training on the examples `order[from … to)`: forward, backward, update; returns the loss before the update. */
export function step(params: Parameters, state: Floats, data: Examples, clock: Clock, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { W1, b1, W2, b2 } = params;
  const { x } = data.columns;
  const { rate } = clock;
  const m = to - from;
  const stepSize = rate / m;
  let J_sum = 0;
  let dW2_1_1 = 0, dW2_1_2 = 0, dW2_1_3 = 0, dW2_2_1 = 0, dW2_2_2 = 0, dW2_2_3 = 0, dW2_3_1 = 0, dW2_3_2 = 0;
  let dW2_3_3 = 0, dW2_4_1 = 0, dW2_4_2 = 0, dW2_4_3 = 0, dW2_5_1 = 0, dW2_5_2 = 0, dW2_5_3 = 0, dW2_6_1 = 0;
  let dW2_6_2 = 0, dW2_6_3 = 0, dW2_7_1 = 0, dW2_7_2 = 0, dW2_7_3 = 0, dW2_8_1 = 0, dW2_8_2 = 0, dW2_8_3 = 0;
  let db2_1 = 0, db2_2 = 0, db2_3 = 0, db2_4 = 0, db2_5 = 0, db2_6 = 0, db2_7 = 0, db2_8 = 0;
  let dW1_1_1 = 0, dW1_1_2 = 0, dW1_1_3 = 0, dW1_1_4 = 0, dW1_1_5 = 0, dW1_1_6 = 0, dW1_1_7 = 0, dW1_1_8 = 0;
  let dW1_2_1 = 0, dW1_2_2 = 0, dW1_2_3 = 0, dW1_2_4 = 0, dW1_2_5 = 0, dW1_2_6 = 0, dW1_2_7 = 0, dW1_2_8 = 0;
  let dW1_3_1 = 0, dW1_3_2 = 0, dW1_3_3 = 0, dW1_3_4 = 0, dW1_3_5 = 0, dW1_3_6 = 0, dW1_3_7 = 0, dW1_3_8 = 0;
  let db1_1 = 0, db1_2 = 0, db1_3 = 0;
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];

    // h_exp = exp(min(W1 * x + b1, 709))
    const x_1 = x[row * 8];
    const x_2 = x[row * 8 + 1];
    const x_3 = x[row * 8 + 2];
    const x_4 = x[row * 8 + 3];
    const x_5 = x[row * 8 + 4];
    const x_6 = x[row * 8 + 5];
    const x_7 = x[row * 8 + 6];
    const x_8 = x[row * 8 + 7];
    const h_exp_1 = Math.exp(Math.min(W1[0] * x_1 + W1[1] * x_2 + W1[2] * x_3 + W1[3] * x_4 + W1[4] * x_5 + W1[5] * x_6 + W1[6] * x_7 + W1[7] * x_8 + b1[0], 709));
    const h_exp_2 = Math.exp(Math.min(W1[8] * x_1 + W1[9] * x_2 + W1[10] * x_3 + W1[11] * x_4 + W1[12] * x_5 + W1[13] * x_6 + W1[14] * x_7 + W1[15] * x_8 + b1[1], 709));
    const h_exp_3 = Math.exp(Math.min(W1[16] * x_1 + W1[17] * x_2 + W1[18] * x_3 + W1[19] * x_4 + W1[20] * x_5 + W1[21] * x_6 + W1[22] * x_7 + W1[23] * x_8 + b1[2], 709));

    // h_den = 1 + h_exp
    const h_den_1 = 1 + h_exp_1;
    const h_den_2 = 1 + h_exp_2;
    const h_den_3 = 1 + h_exp_3;

    // h = h_exp ./ h_den   [line 9]
    const h_1 = h_exp_1 / h_den_1;
    const h_2 = h_exp_2 / h_den_2;
    const h_3 = h_exp_3 / h_den_3;

    // y_in = W2 * h + b2
    const y_in_1 = W2[0] * h_1 + W2[1] * h_2 + W2[2] * h_3 + b2[0];
    const y_in_2 = W2[3] * h_1 + W2[4] * h_2 + W2[5] * h_3 + b2[1];
    const y_in_3 = W2[6] * h_1 + W2[7] * h_2 + W2[8] * h_3 + b2[2];
    const y_in_4 = W2[9] * h_1 + W2[10] * h_2 + W2[11] * h_3 + b2[3];
    const y_in_5 = W2[12] * h_1 + W2[13] * h_2 + W2[14] * h_3 + b2[4];
    const y_in_6 = W2[15] * h_1 + W2[16] * h_2 + W2[17] * h_3 + b2[5];
    const y_in_7 = W2[18] * h_1 + W2[19] * h_2 + W2[20] * h_3 + b2[6];
    const y_in_8 = W2[21] * h_1 + W2[22] * h_2 + W2[23] * h_3 + b2[7];

    // J_sum = Σn sum(logisticLoss(y_in, x))
    J_sum += Math.max(y_in_1, 0) - x_1 * y_in_1 + Math.log1p(Math.exp(-Math.abs(y_in_1))) + (Math.max(y_in_2, 0) - x_2 * y_in_2 + Math.log1p(Math.exp(-Math.abs(y_in_2)))) + (Math.max(y_in_3, 0) - x_3 * y_in_3 + Math.log1p(Math.exp(-Math.abs(y_in_3)))) + (Math.max(y_in_4, 0) - x_4 * y_in_4 + Math.log1p(Math.exp(-Math.abs(y_in_4)))) + (Math.max(y_in_5, 0) - x_5 * y_in_5 + Math.log1p(Math.exp(-Math.abs(y_in_5)))) + (Math.max(y_in_6, 0) - x_6 * y_in_6 + Math.log1p(Math.exp(-Math.abs(y_in_6)))) + (Math.max(y_in_7, 0) - x_7 * y_in_7 + Math.log1p(Math.exp(-Math.abs(y_in_7)))) + (Math.max(y_in_8, 0) - x_8 * y_in_8 + Math.log1p(Math.exp(-Math.abs(y_in_8))));

    // y = sigmoid(y_in)   [line 10, output]
    const y_1 = 1 / (1 + Math.exp(-y_in_1));
    const y_2 = 1 / (1 + Math.exp(-y_in_2));
    const y_3 = 1 / (1 + Math.exp(-y_in_3));
    const y_4 = 1 / (1 + Math.exp(-y_in_4));
    const y_5 = 1 / (1 + Math.exp(-y_in_5));
    const y_6 = 1 / (1 + Math.exp(-y_in_6));
    const y_7 = 1 / (1 + Math.exp(-y_in_7));
    const y_8 = 1 / (1 + Math.exp(-y_in_8));

    // sub = y - x   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z)]
    const sub_1 = y_1 - x_1;
    const sub_2 = y_2 - x_2;
    const sub_3 = y_3 - x_3;
    const sub_4 = y_4 - x_4;
    const sub_5 = y_5 - x_5;
    const sub_6 = y_6 - x_6;
    const sub_7 = y_7 - x_7;
    const sub_8 = y_8 - x_8;

    // dW2 = Σn outer(sub, h)   [EQ4: ∂C/∂w = δ aᵀ; line 10]
    dW2_1_1 += sub_1 * h_1;
    dW2_1_2 += sub_1 * h_2;
    dW2_1_3 += sub_1 * h_3;
    dW2_2_1 += sub_2 * h_1;
    dW2_2_2 += sub_2 * h_2;
    dW2_2_3 += sub_2 * h_3;
    dW2_3_1 += sub_3 * h_1;
    dW2_3_2 += sub_3 * h_2;
    dW2_3_3 += sub_3 * h_3;
    dW2_4_1 += sub_4 * h_1;
    dW2_4_2 += sub_4 * h_2;
    dW2_4_3 += sub_4 * h_3;
    dW2_5_1 += sub_5 * h_1;
    dW2_5_2 += sub_5 * h_2;
    dW2_5_3 += sub_5 * h_3;
    dW2_6_1 += sub_6 * h_1;
    dW2_6_2 += sub_6 * h_2;
    dW2_6_3 += sub_6 * h_3;
    dW2_7_1 += sub_7 * h_1;
    dW2_7_2 += sub_7 * h_2;
    dW2_7_3 += sub_7 * h_3;
    dW2_8_1 += sub_8 * h_1;
    dW2_8_2 += sub_8 * h_2;
    dW2_8_3 += sub_8 * h_3;

    // db2 = Σn sub   [EQ3: ∂C/∂b = δ]
    db2_1 += sub_1;
    db2_2 += sub_2;
    db2_3 += sub_3;
    db2_4 += sub_4;
    db2_5 += sub_5;
    db2_6 += sub_6;
    db2_7 += sub_7;
    db2_8 += sub_8;

    // dh = W2' * sub   [W2 * h with respect to h: the matrix transposed, times the cotangent; line 10]
    const dh_1 = sub_1 * W2[0] + sub_2 * W2[3] + sub_3 * W2[6] + sub_4 * W2[9] + sub_5 * W2[12] + sub_6 * W2[15] + sub_7 * W2[18] + sub_8 * W2[21];
    const dh_2 = sub_1 * W2[1] + sub_2 * W2[4] + sub_3 * W2[7] + sub_4 * W2[10] + sub_5 * W2[13] + sub_6 * W2[16] + sub_7 * W2[19] + sub_8 * W2[22];
    const dh_3 = sub_1 * W2[2] + sub_2 * W2[5] + sub_3 * W2[8] + sub_4 * W2[11] + sub_5 * W2[14] + sub_6 * W2[17] + sub_7 * W2[20] + sub_8 * W2[23];

    // dh_in = dh .* (h ./ h_den)   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 9]
    const dh_in_1 = dh_1 * (h_1 / h_den_1);
    const dh_in_2 = dh_2 * (h_2 / h_den_2);
    const dh_in_3 = dh_3 * (h_3 / h_den_3);

    // dW1 = Σn outer(dh_in, x)   [EQ4: ∂C/∂w = δ aᵀ; line 9]
    dW1_1_1 += dh_in_1 * x_1;
    dW1_1_2 += dh_in_1 * x_2;
    dW1_1_3 += dh_in_1 * x_3;
    dW1_1_4 += dh_in_1 * x_4;
    dW1_1_5 += dh_in_1 * x_5;
    dW1_1_6 += dh_in_1 * x_6;
    dW1_1_7 += dh_in_1 * x_7;
    dW1_1_8 += dh_in_1 * x_8;
    dW1_2_1 += dh_in_2 * x_1;
    dW1_2_2 += dh_in_2 * x_2;
    dW1_2_3 += dh_in_2 * x_3;
    dW1_2_4 += dh_in_2 * x_4;
    dW1_2_5 += dh_in_2 * x_5;
    dW1_2_6 += dh_in_2 * x_6;
    dW1_2_7 += dh_in_2 * x_7;
    dW1_2_8 += dh_in_2 * x_8;
    dW1_3_1 += dh_in_3 * x_1;
    dW1_3_2 += dh_in_3 * x_2;
    dW1_3_3 += dh_in_3 * x_3;
    dW1_3_4 += dh_in_3 * x_4;
    dW1_3_5 += dh_in_3 * x_5;
    dW1_3_6 += dh_in_3 * x_6;
    dW1_3_7 += dh_in_3 * x_7;
    dW1_3_8 += dh_in_3 * x_8;

    // db1 = Σn dh_in   [EQ3: ∂C/∂b = δ]
    db1_1 += dh_in_1;
    db1_2 += dh_in_2;
    db1_3 += dh_in_3;
  }

  // loss = J_sum / m   [line 11, loss]
  const loss = J_sum / m;

  // v_W1⁺ = 0.9 * v_W1 - stepSize * dW1
  const v_W1_1_1 = 0.9 * state[0] - stepSize * dW1_1_1;
  state[0] = v_W1_1_1;
  const v_W1_1_2 = 0.9 * state[1] - stepSize * dW1_1_2;
  state[1] = v_W1_1_2;
  const v_W1_1_3 = 0.9 * state[2] - stepSize * dW1_1_3;
  state[2] = v_W1_1_3;
  const v_W1_1_4 = 0.9 * state[3] - stepSize * dW1_1_4;
  state[3] = v_W1_1_4;
  const v_W1_1_5 = 0.9 * state[4] - stepSize * dW1_1_5;
  state[4] = v_W1_1_5;
  const v_W1_1_6 = 0.9 * state[5] - stepSize * dW1_1_6;
  state[5] = v_W1_1_6;
  const v_W1_1_7 = 0.9 * state[6] - stepSize * dW1_1_7;
  state[6] = v_W1_1_7;
  const v_W1_1_8 = 0.9 * state[7] - stepSize * dW1_1_8;
  state[7] = v_W1_1_8;
  const v_W1_2_1 = 0.9 * state[8] - stepSize * dW1_2_1;
  state[8] = v_W1_2_1;
  const v_W1_2_2 = 0.9 * state[9] - stepSize * dW1_2_2;
  state[9] = v_W1_2_2;
  const v_W1_2_3 = 0.9 * state[10] - stepSize * dW1_2_3;
  state[10] = v_W1_2_3;
  const v_W1_2_4 = 0.9 * state[11] - stepSize * dW1_2_4;
  state[11] = v_W1_2_4;
  const v_W1_2_5 = 0.9 * state[12] - stepSize * dW1_2_5;
  state[12] = v_W1_2_5;
  const v_W1_2_6 = 0.9 * state[13] - stepSize * dW1_2_6;
  state[13] = v_W1_2_6;
  const v_W1_2_7 = 0.9 * state[14] - stepSize * dW1_2_7;
  state[14] = v_W1_2_7;
  const v_W1_2_8 = 0.9 * state[15] - stepSize * dW1_2_8;
  state[15] = v_W1_2_8;
  const v_W1_3_1 = 0.9 * state[16] - stepSize * dW1_3_1;
  state[16] = v_W1_3_1;
  const v_W1_3_2 = 0.9 * state[17] - stepSize * dW1_3_2;
  state[17] = v_W1_3_2;
  const v_W1_3_3 = 0.9 * state[18] - stepSize * dW1_3_3;
  state[18] = v_W1_3_3;
  const v_W1_3_4 = 0.9 * state[19] - stepSize * dW1_3_4;
  state[19] = v_W1_3_4;
  const v_W1_3_5 = 0.9 * state[20] - stepSize * dW1_3_5;
  state[20] = v_W1_3_5;
  const v_W1_3_6 = 0.9 * state[21] - stepSize * dW1_3_6;
  state[21] = v_W1_3_6;
  const v_W1_3_7 = 0.9 * state[22] - stepSize * dW1_3_7;
  state[22] = v_W1_3_7;
  const v_W1_3_8 = 0.9 * state[23] - stepSize * dW1_3_8;
  state[23] = v_W1_3_8;

  // W1⁺ = W1 + v_W1⁺
  W1[0] += v_W1_1_1;
  W1[1] += v_W1_1_2;
  W1[2] += v_W1_1_3;
  W1[3] += v_W1_1_4;
  W1[4] += v_W1_1_5;
  W1[5] += v_W1_1_6;
  W1[6] += v_W1_1_7;
  W1[7] += v_W1_1_8;
  W1[8] += v_W1_2_1;
  W1[9] += v_W1_2_2;
  W1[10] += v_W1_2_3;
  W1[11] += v_W1_2_4;
  W1[12] += v_W1_2_5;
  W1[13] += v_W1_2_6;
  W1[14] += v_W1_2_7;
  W1[15] += v_W1_2_8;
  W1[16] += v_W1_3_1;
  W1[17] += v_W1_3_2;
  W1[18] += v_W1_3_3;
  W1[19] += v_W1_3_4;
  W1[20] += v_W1_3_5;
  W1[21] += v_W1_3_6;
  W1[22] += v_W1_3_7;
  W1[23] += v_W1_3_8;

  // v_b1⁺ = 0.9 * v_b1 - stepSize * db1
  const v_b1_1 = 0.9 * state[24] - stepSize * db1_1;
  state[24] = v_b1_1;
  const v_b1_2 = 0.9 * state[25] - stepSize * db1_2;
  state[25] = v_b1_2;
  const v_b1_3 = 0.9 * state[26] - stepSize * db1_3;
  state[26] = v_b1_3;

  // b1⁺ = b1 + v_b1⁺
  b1[0] += v_b1_1;
  b1[1] += v_b1_2;
  b1[2] += v_b1_3;

  // v_W2⁺ = 0.9 * v_W2 - stepSize * dW2
  const v_W2_1_1 = 0.9 * state[27] - stepSize * dW2_1_1;
  state[27] = v_W2_1_1;
  const v_W2_1_2 = 0.9 * state[28] - stepSize * dW2_1_2;
  state[28] = v_W2_1_2;
  const v_W2_1_3 = 0.9 * state[29] - stepSize * dW2_1_3;
  state[29] = v_W2_1_3;
  const v_W2_2_1 = 0.9 * state[30] - stepSize * dW2_2_1;
  state[30] = v_W2_2_1;
  const v_W2_2_2 = 0.9 * state[31] - stepSize * dW2_2_2;
  state[31] = v_W2_2_2;
  const v_W2_2_3 = 0.9 * state[32] - stepSize * dW2_2_3;
  state[32] = v_W2_2_3;
  const v_W2_3_1 = 0.9 * state[33] - stepSize * dW2_3_1;
  state[33] = v_W2_3_1;
  const v_W2_3_2 = 0.9 * state[34] - stepSize * dW2_3_2;
  state[34] = v_W2_3_2;
  const v_W2_3_3 = 0.9 * state[35] - stepSize * dW2_3_3;
  state[35] = v_W2_3_3;
  const v_W2_4_1 = 0.9 * state[36] - stepSize * dW2_4_1;
  state[36] = v_W2_4_1;
  const v_W2_4_2 = 0.9 * state[37] - stepSize * dW2_4_2;
  state[37] = v_W2_4_2;
  const v_W2_4_3 = 0.9 * state[38] - stepSize * dW2_4_3;
  state[38] = v_W2_4_3;
  const v_W2_5_1 = 0.9 * state[39] - stepSize * dW2_5_1;
  state[39] = v_W2_5_1;
  const v_W2_5_2 = 0.9 * state[40] - stepSize * dW2_5_2;
  state[40] = v_W2_5_2;
  const v_W2_5_3 = 0.9 * state[41] - stepSize * dW2_5_3;
  state[41] = v_W2_5_3;
  const v_W2_6_1 = 0.9 * state[42] - stepSize * dW2_6_1;
  state[42] = v_W2_6_1;
  const v_W2_6_2 = 0.9 * state[43] - stepSize * dW2_6_2;
  state[43] = v_W2_6_2;
  const v_W2_6_3 = 0.9 * state[44] - stepSize * dW2_6_3;
  state[44] = v_W2_6_3;
  const v_W2_7_1 = 0.9 * state[45] - stepSize * dW2_7_1;
  state[45] = v_W2_7_1;
  const v_W2_7_2 = 0.9 * state[46] - stepSize * dW2_7_2;
  state[46] = v_W2_7_2;
  const v_W2_7_3 = 0.9 * state[47] - stepSize * dW2_7_3;
  state[47] = v_W2_7_3;
  const v_W2_8_1 = 0.9 * state[48] - stepSize * dW2_8_1;
  state[48] = v_W2_8_1;
  const v_W2_8_2 = 0.9 * state[49] - stepSize * dW2_8_2;
  state[49] = v_W2_8_2;
  const v_W2_8_3 = 0.9 * state[50] - stepSize * dW2_8_3;
  state[50] = v_W2_8_3;

  // W2⁺ = W2 + v_W2⁺
  W2[0] += v_W2_1_1;
  W2[1] += v_W2_1_2;
  W2[2] += v_W2_1_3;
  W2[3] += v_W2_2_1;
  W2[4] += v_W2_2_2;
  W2[5] += v_W2_2_3;
  W2[6] += v_W2_3_1;
  W2[7] += v_W2_3_2;
  W2[8] += v_W2_3_3;
  W2[9] += v_W2_4_1;
  W2[10] += v_W2_4_2;
  W2[11] += v_W2_4_3;
  W2[12] += v_W2_5_1;
  W2[13] += v_W2_5_2;
  W2[14] += v_W2_5_3;
  W2[15] += v_W2_6_1;
  W2[16] += v_W2_6_2;
  W2[17] += v_W2_6_3;
  W2[18] += v_W2_7_1;
  W2[19] += v_W2_7_2;
  W2[20] += v_W2_7_3;
  W2[21] += v_W2_8_1;
  W2[22] += v_W2_8_2;
  W2[23] += v_W2_8_3;

  // v_b2⁺ = 0.9 * v_b2 - stepSize * db2
  const v_b2_1 = 0.9 * state[51] - stepSize * db2_1;
  state[51] = v_b2_1;
  const v_b2_2 = 0.9 * state[52] - stepSize * db2_2;
  state[52] = v_b2_2;
  const v_b2_3 = 0.9 * state[53] - stepSize * db2_3;
  state[53] = v_b2_3;
  const v_b2_4 = 0.9 * state[54] - stepSize * db2_4;
  state[54] = v_b2_4;
  const v_b2_5 = 0.9 * state[55] - stepSize * db2_5;
  state[55] = v_b2_5;
  const v_b2_6 = 0.9 * state[56] - stepSize * db2_6;
  state[56] = v_b2_6;
  const v_b2_7 = 0.9 * state[57] - stepSize * db2_7;
  state[57] = v_b2_7;
  const v_b2_8 = 0.9 * state[58] - stepSize * db2_8;
  state[58] = v_b2_8;

  // b2⁺ = b2 + v_b2⁺
  b2[0] += v_b2_1;
  b2[1] += v_b2_2;
  b2[2] += v_b2_3;
  b2[3] += v_b2_4;
  b2[4] += v_b2_5;
  b2[5] += v_b2_6;
  b2[6] += v_b2_7;
  b2[7] += v_b2_8;
  return loss;
}

/** The predictions for one example among others. */
export function predict(params: Parameters, data: Examples, row: number, into: Outputs = createOutputs()): Outputs {
  return forward(params, data.columns.x.subarray(row * 8, row * 8 + 8), into);
}
