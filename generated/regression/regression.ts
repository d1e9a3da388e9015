/**
 * regression: compiled by gradc 0.1.0 from regression.grad. Do not edit: change the spec and compile again.
 *
 * Spec        sha256 2b9ac83852d70e36d3a6bc954f2ceef1c9177fe58c534f92428f48446de93459
 * Parameters  37: W1 (12 × 1), b1 vector of 12, W2 (1 × 12), b2 vector of 1
 * Precision   64-bit
 * Convention  loss and gradients are the mean over the batch
 * Stable form 1 - square(tanh(x)) -> 2 / (2 + expm1(min(2 * abs(x), 709))) * (2 - 2 / (2 + expm1(min(2 * abs(x), 709))))
 *
 * Operations of gradient, for one example (sums over the batch left out):
 *   forward 146: 49 multiply, 36 add, 12 abs, 12 compare, 12 divide, 12 expm1, 12 sign, 1 subtract
 *   backward 84: 60 multiply, 12 divide, 12 subtract
 *
 * Schedule:
 *   forward  unrolled: 61 scalar operations, at most 2500
 *   evaluate  unrolled: 65 scalar operations, at most 2500
 *   gradient  unrolled: 309 scalar operations, at most 2500
 *   step  unrolled: 836 scalar operations, at most 2500
 *
 * parameters
 *   W1   12 × 1   glorot   # line 5
 *   b1   12       zeros    # line 6
 *   W2   1 × 12   glorot   # line 7
 *   b2   1        zeros    # line 8
 *
 * data
 *   x   1   input    # line 2
 *   d   1   target   # line 3
 *
 * forward
 *   h = tanh(W1 * x + b1)   12 per example       # line 10
 *   y = W2 * h + b2         1 per example        # line 11, output
 *   J = sum((y - d) .^ 2)   scalar per example   # line 12, loss
 *
 * mean over the batch of m examples
 *   J = (Σn sum((y - d) .^ 2)) / m   scalar   # line 12, loss
 *
 * backward (constant factors come in last, with Σn)
 *   dy = y - d                             1 per example    # EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); chain rule through square: ∂y/∂x = 2 * x; a factor 2 * (1/m) comes in later
 *   dh = W2' * dy                          12 per example   # W2 * h with respect to h: the matrix transposed, times the cotangent; a factor 2 * (1/m) comes in later
 *   dh_in = dh .* (1 - h .^ 2)             12 per example   # EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); chain rule through tanh: ∂y/∂x = 1 - square(y)
 *   dW1 = 2 * (1/m) * Σn outer(dh_in, x)   12 × 1           # EQ4: ∂C/∂w = δ aᵀ; W1 * x with respect to W1: outer product of the cotangent and the vector
 *   db1 = 2 * (1/m) * Σn dh_in             12               # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
 *   dW2 = 2 * (1/m) * Σn outer(dy, h)      1 × 12           # EQ4: ∂C/∂w = δ aᵀ; W2 * h with respect to W2: outer product of the cotangent and the vector
 *   db2 = 2 * (1/m) * Σn dy                1                # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
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
  readonly W1: Tensor<[12, 1]>;
  readonly b1: Tensor<[12]>;
  readonly W2: Tensor<[1, 12]>;
  readonly b2: Tensor<[1]>;
}

/** The spec has no hyperparameters. */
export type Hyper = Record<string, never>;

/** Examples as columns: for each name its values, one example after the other. */
export interface Examples {
  readonly size: number;
  readonly columns: { readonly x: Floats; readonly d: Floats };
}

/** Numbers that change from step to step: step and epoch count from 1; the seed keys random draws. */
export interface Clock {
  t: number;
  epoch: number;
  rate: number;
  seed: number;
}

/** In order: J. */
export type Report = Floats;

/** Gradients of the loss. */
export interface Gradients {
  readonly W1: Tensor<[12, 1]>;
  readonly b1: Tensor<[12]>;
  readonly W2: Tensor<[1, 12]>;
  readonly b2: Tensor<[1]>;
  /** Each loss over the batch. */
  readonly losses: Floats;
}

/** Predictions for one example. */
export type Outputs = { readonly y: Tensor<[1]> };

/** What the module is: names, shapes, defaults and data of the spec. */
export const metadata = {
  name: "regression",
  hash: "2b9ac83852d70e36d3a6bc954f2ceef1c9177fe58c534f92428f48446de93459",
  version: "0.1.0",
  precision: "f64",
  parameters: [
    { name: "W1", shape: [12, 1], offset: 0, initial: { kind: "glorot" } },
    { name: "b1", shape: [12], offset: 12, initial: { kind: "zeros" } },
    { name: "W2", shape: [1, 12], offset: 24, initial: { kind: "glorot" } },
    { name: "b2", shape: [1], offset: 36, initial: { kind: "zeros" } },
  ],
  columns: [{ name: "x", role: "input", shape: [1] }, { name: "d", role: "target", shape: [1] }],
  hypers: [],
  losses: ["J"],
  metrics: [],
  outputs: [{ name: "y", shape: [1] }],
  reduction: "mean",
  data: { kind: "generator", name: "sine" },
  train: { optimizer: "adam", rate: "0.03 * 0.99 ^ epoch", batch: 10, epochs: 300, validation: 0.2, seed: 1 },
} as const;

/** Parameters as views on one flat array, zero where none is given. */
export function createParameters(flat: Floats = new Float64Array(37)): Parameters {
  return {
    flat,
    W1: flat.subarray(0, 12),
    b1: flat.subarray(12, 24),
    W2: flat.subarray(24, 36),
    b2: flat.subarray(36, 37),
  };
}

/** Initial parameters: the same numbers for the same seed. */
export function initialise(seed: number, params: Parameters = createParameters()): Parameters {
  for (let k = 0; k < 12; k++) params.W1[k] = 0.6793662204867574 * (2 * uniform(seed, 0, k) - 1);
  params.b1.fill(0);
  for (let k = 0; k < 12; k++) params.W2[k] = 0.6793662204867574 * (2 * uniform(seed, 2, k) - 1);
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
    y: new Float64Array(1),
  };
}

/** Room for gradients. */
export function createGradients(_examples: number = 1): Gradients {
  return {
    W1: new Float64Array(12),
    b1: new Float64Array(12),
    W2: new Float64Array(12),
    b2: new Float64Array(1),
    losses: new Float64Array(1),
  };
}

/** The state of the update rule, all zeros. */
export function createState(): Floats {
  return new Float64Array(74);
}

/** The predictions for one example. */
export function forward(params: Parameters, x: Vector<1>, into: Outputs = createOutputs()): Outputs {
  const { W1, b1, W2, b2 } = params;

  // h = tanh(W1 * x + b1)   [line 10]
  const x2 = x[0];
  const h_1 = Math.tanh(W1[0] * x2 + b1[0]);
  const h_2 = Math.tanh(W1[1] * x2 + b1[1]);
  const h_3 = Math.tanh(W1[2] * x2 + b1[2]);
  const h_4 = Math.tanh(W1[3] * x2 + b1[3]);
  const h_5 = Math.tanh(W1[4] * x2 + b1[4]);
  const h_6 = Math.tanh(W1[5] * x2 + b1[5]);
  const h_7 = Math.tanh(W1[6] * x2 + b1[6]);
  const h_8 = Math.tanh(W1[7] * x2 + b1[7]);
  const h_9 = Math.tanh(W1[8] * x2 + b1[8]);
  const h_10 = Math.tanh(W1[9] * x2 + b1[9]);
  const h_11 = Math.tanh(W1[10] * x2 + b1[10]);
  const h_12 = Math.tanh(W1[11] * x2 + b1[11]);

  // y = W2 * h + b2   [line 11, output]
  into.y[0] = W2[0] * h_1 + W2[1] * h_2 + W2[2] * h_3 + W2[3] * h_4 + W2[4] * h_5 + W2[5] * h_6 + W2[6] * h_7 + W2[7] * h_8 + W2[8] * h_9 + W2[9] * h_10 + W2[10] * h_11 + W2[11] * h_12 + b2[0];
  return into;
}

/** Losses, then metrics, over the examples `order[from … to)`, as inference computes them, into `report`; returns the total loss. */
export function evaluate(params: Parameters, data: Examples, report: Report, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { W1, b1, W2, b2 } = params;
  const { x, d } = data.columns;
  const m = to - from;
  let J_sum = 0;
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];

    // h = tanh(W1 * x + b1)   [line 10]
    const x2 = x[row];
    const h_1 = Math.tanh(W1[0] * x2 + b1[0]);
    const h_2 = Math.tanh(W1[1] * x2 + b1[1]);
    const h_3 = Math.tanh(W1[2] * x2 + b1[2]);
    const h_4 = Math.tanh(W1[3] * x2 + b1[3]);
    const h_5 = Math.tanh(W1[4] * x2 + b1[4]);
    const h_6 = Math.tanh(W1[5] * x2 + b1[5]);
    const h_7 = Math.tanh(W1[6] * x2 + b1[6]);
    const h_8 = Math.tanh(W1[7] * x2 + b1[7]);
    const h_9 = Math.tanh(W1[8] * x2 + b1[8]);
    const h_10 = Math.tanh(W1[9] * x2 + b1[9]);
    const h_11 = Math.tanh(W1[10] * x2 + b1[10]);
    const h_12 = Math.tanh(W1[11] * x2 + b1[11]);

    // y = W2 * h + b2   [line 11, output]
    const y = W2[0] * h_1 + W2[1] * h_2 + W2[2] * h_3 + W2[3] * h_4 + W2[4] * h_5 + W2[5] * h_6 + W2[6] * h_7 + W2[7] * h_8 + W2[8] * h_9 + W2[9] * h_10 + W2[10] * h_11 + W2[11] * h_12 + b2[0];

    // dy = y - d   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z)]
    const dy = y - d[row];

    // J_sum = Σn sum(dy .^ 2)
    J_sum += dy * dy;
  }

  // J = J_sum / m   [line 12, loss]
  const J = J_sum / m;
  report[0] = J;
  return J;
}

/** The loss over the examples `order[from … to)` and its gradients, into `into`; returns the loss. */
export function gradient(params: Parameters, data: Examples, into: Gradients, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { W1, b1, W2, b2 } = params;
  const { x, d } = data.columns;
  const m = to - from;
  const share = 2 * (1 / m);
  let J_sum = 0;
  let dW2_1_1 = 0, dW2_1_2 = 0, dW2_1_3 = 0, dW2_1_4 = 0, dW2_1_5 = 0, dW2_1_6 = 0, dW2_1_7 = 0, dW2_1_8 = 0;
  let dW2_1_9 = 0, dW2_1_10 = 0, dW2_1_11 = 0, dW2_1_12 = 0;
  let db2 = 0;
  let dW1_1_1 = 0, dW1_2_1 = 0, dW1_3_1 = 0, dW1_4_1 = 0, dW1_5_1 = 0, dW1_6_1 = 0, dW1_7_1 = 0, dW1_8_1 = 0;
  let dW1_9_1 = 0, dW1_10_1 = 0, dW1_11_1 = 0, dW1_12_1 = 0;
  let db1_1 = 0, db1_2 = 0, db1_3 = 0, db1_4 = 0, db1_5 = 0, db1_6 = 0, db1_7 = 0, db1_8 = 0;
  let db1_9 = 0, db1_10 = 0, db1_11 = 0, db1_12 = 0;
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];

    // add = W1 * x + b1
    const x2 = x[row];
    const add_1 = W1[0] * x2 + b1[0];
    const add_2 = W1[1] * x2 + b1[1];
    const add_3 = W1[2] * x2 + b1[2];
    const add_4 = W1[3] * x2 + b1[3];
    const add_5 = W1[4] * x2 + b1[4];
    const add_6 = W1[5] * x2 + b1[5];
    const add_7 = W1[6] * x2 + b1[6];
    const add_8 = W1[7] * x2 + b1[7];
    const add_9 = W1[8] * x2 + b1[8];
    const add_10 = W1[9] * x2 + b1[9];
    const add_11 = W1[10] * x2 + b1[10];
    const add_12 = W1[11] * x2 + b1[11];

    // h_expm1 = expm1(min(2 * abs(add), 709))
    const h_expm1_1 = Math.expm1(Math.min(2 * Math.abs(add_1), 709));
    const h_expm1_2 = Math.expm1(Math.min(2 * Math.abs(add_2), 709));
    const h_expm1_3 = Math.expm1(Math.min(2 * Math.abs(add_3), 709));
    const h_expm1_4 = Math.expm1(Math.min(2 * Math.abs(add_4), 709));
    const h_expm1_5 = Math.expm1(Math.min(2 * Math.abs(add_5), 709));
    const h_expm1_6 = Math.expm1(Math.min(2 * Math.abs(add_6), 709));
    const h_expm1_7 = Math.expm1(Math.min(2 * Math.abs(add_7), 709));
    const h_expm1_8 = Math.expm1(Math.min(2 * Math.abs(add_8), 709));
    const h_expm1_9 = Math.expm1(Math.min(2 * Math.abs(add_9), 709));
    const h_expm1_10 = Math.expm1(Math.min(2 * Math.abs(add_10), 709));
    const h_expm1_11 = Math.expm1(Math.min(2 * Math.abs(add_11), 709));
    const h_expm1_12 = Math.expm1(Math.min(2 * Math.abs(add_12), 709));

    // h_den = 2 + h_expm1
    const h_den_1 = 2 + h_expm1_1;
    const h_den_2 = 2 + h_expm1_2;
    const h_den_3 = 2 + h_expm1_3;
    const h_den_4 = 2 + h_expm1_4;
    const h_den_5 = 2 + h_expm1_5;
    const h_den_6 = 2 + h_expm1_6;
    const h_den_7 = 2 + h_expm1_7;
    const h_den_8 = 2 + h_expm1_8;
    const h_den_9 = 2 + h_expm1_9;
    const h_den_10 = 2 + h_expm1_10;
    const h_den_11 = 2 + h_expm1_11;
    const h_den_12 = 2 + h_expm1_12;

    // h = sign(add) .* (h_expm1 ./ h_den)   [line 10]
    const h_1 = Math.sign(add_1) * (h_expm1_1 / h_den_1);
    const h_2 = Math.sign(add_2) * (h_expm1_2 / h_den_2);
    const h_3 = Math.sign(add_3) * (h_expm1_3 / h_den_3);
    const h_4 = Math.sign(add_4) * (h_expm1_4 / h_den_4);
    const h_5 = Math.sign(add_5) * (h_expm1_5 / h_den_5);
    const h_6 = Math.sign(add_6) * (h_expm1_6 / h_den_6);
    const h_7 = Math.sign(add_7) * (h_expm1_7 / h_den_7);
    const h_8 = Math.sign(add_8) * (h_expm1_8 / h_den_8);
    const h_9 = Math.sign(add_9) * (h_expm1_9 / h_den_9);
    const h_10 = Math.sign(add_10) * (h_expm1_10 / h_den_10);
    const h_11 = Math.sign(add_11) * (h_expm1_11 / h_den_11);
    const h_12 = Math.sign(add_12) * (h_expm1_12 / h_den_12);

    // y = W2 * h + b2   [line 11, output]
    const y = W2[0] * h_1 + W2[1] * h_2 + W2[2] * h_3 + W2[3] * h_4 + W2[4] * h_5 + W2[5] * h_6 + W2[6] * h_7 + W2[7] * h_8 + W2[8] * h_9 + W2[9] * h_10 + W2[10] * h_11 + W2[11] * h_12 + b2[0];

    // dy = y - d   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z)]
    const dy = y - d[row];

    // J_sum = Σn sum(dy .^ 2)
    J_sum += dy * dy;

    // dW2 = Σn outer(dy, h)   [EQ4: ∂C/∂w = δ aᵀ; line 11]
    dW2_1_1 += dy * h_1;
    dW2_1_2 += dy * h_2;
    dW2_1_3 += dy * h_3;
    dW2_1_4 += dy * h_4;
    dW2_1_5 += dy * h_5;
    dW2_1_6 += dy * h_6;
    dW2_1_7 += dy * h_7;
    dW2_1_8 += dy * h_8;
    dW2_1_9 += dy * h_9;
    dW2_1_10 += dy * h_10;
    dW2_1_11 += dy * h_11;
    dW2_1_12 += dy * h_12;

    // db2 = Σn dy   [EQ3: ∂C/∂b = δ]
    db2 += dy;

    // div = 2 ./ h_den
    const div_1 = 2 / h_den_1;
    const div_2 = 2 / h_den_2;
    const div_3 = 2 / h_den_3;
    const div_4 = 2 / h_den_4;
    const div_5 = 2 / h_den_5;
    const div_6 = 2 / h_den_6;
    const div_7 = 2 / h_den_7;
    const div_8 = 2 / h_den_8;
    const div_9 = 2 / h_den_9;
    const div_10 = 2 / h_den_10;
    const div_11 = 2 / h_den_11;
    const div_12 = 2 / h_den_12;

    // dh = W2' * dy   [W2 * h with respect to h: the matrix transposed, times the cotangent; line 11]
    const dh_1 = dy * W2[0];
    const dh_2 = dy * W2[1];
    const dh_3 = dy * W2[2];
    const dh_4 = dy * W2[3];
    const dh_5 = dy * W2[4];
    const dh_6 = dy * W2[5];
    const dh_7 = dy * W2[6];
    const dh_8 = dy * W2[7];
    const dh_9 = dy * W2[8];
    const dh_10 = dy * W2[9];
    const dh_11 = dy * W2[10];
    const dh_12 = dy * W2[11];

    // dh_in = dh .* (div .* (2 - div))   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 10]
    const dh_in_1 = dh_1 * (div_1 * (2 - div_1));
    const dh_in_2 = dh_2 * (div_2 * (2 - div_2));
    const dh_in_3 = dh_3 * (div_3 * (2 - div_3));
    const dh_in_4 = dh_4 * (div_4 * (2 - div_4));
    const dh_in_5 = dh_5 * (div_5 * (2 - div_5));
    const dh_in_6 = dh_6 * (div_6 * (2 - div_6));
    const dh_in_7 = dh_7 * (div_7 * (2 - div_7));
    const dh_in_8 = dh_8 * (div_8 * (2 - div_8));
    const dh_in_9 = dh_9 * (div_9 * (2 - div_9));
    const dh_in_10 = dh_10 * (div_10 * (2 - div_10));
    const dh_in_11 = dh_11 * (div_11 * (2 - div_11));
    const dh_in_12 = dh_12 * (div_12 * (2 - div_12));

    // dW1 = Σn outer(dh_in, x)   [EQ4: ∂C/∂w = δ aᵀ; line 10]
    dW1_1_1 += dh_in_1 * x2;
    dW1_2_1 += dh_in_2 * x2;
    dW1_3_1 += dh_in_3 * x2;
    dW1_4_1 += dh_in_4 * x2;
    dW1_5_1 += dh_in_5 * x2;
    dW1_6_1 += dh_in_6 * x2;
    dW1_7_1 += dh_in_7 * x2;
    dW1_8_1 += dh_in_8 * x2;
    dW1_9_1 += dh_in_9 * x2;
    dW1_10_1 += dh_in_10 * x2;
    dW1_11_1 += dh_in_11 * x2;
    dW1_12_1 += dh_in_12 * x2;

    // db1 = Σn dh_in   [EQ3: ∂C/∂b = δ]
    db1_1 += dh_in_1;
    db1_2 += dh_in_2;
    db1_3 += dh_in_3;
    db1_4 += dh_in_4;
    db1_5 += dh_in_5;
    db1_6 += dh_in_6;
    db1_7 += dh_in_7;
    db1_8 += dh_in_8;
    db1_9 += dh_in_9;
    db1_10 += dh_in_10;
    db1_11 += dh_in_11;
    db1_12 += dh_in_12;
  }

  // J = J_sum / m   [line 12, loss]
  const J = J_sum / m;
  into.losses[0] = J;

  // dW1 = share * dW1   [the mean over the batch]
  into.W1[0] = share * dW1_1_1;
  into.W1[1] = share * dW1_2_1;
  into.W1[2] = share * dW1_3_1;
  into.W1[3] = share * dW1_4_1;
  into.W1[4] = share * dW1_5_1;
  into.W1[5] = share * dW1_6_1;
  into.W1[6] = share * dW1_7_1;
  into.W1[7] = share * dW1_8_1;
  into.W1[8] = share * dW1_9_1;
  into.W1[9] = share * dW1_10_1;
  into.W1[10] = share * dW1_11_1;
  into.W1[11] = share * dW1_12_1;

  // db1 = share * db1   [the mean over the batch]
  into.b1[0] = share * db1_1;
  into.b1[1] = share * db1_2;
  into.b1[2] = share * db1_3;
  into.b1[3] = share * db1_4;
  into.b1[4] = share * db1_5;
  into.b1[5] = share * db1_6;
  into.b1[6] = share * db1_7;
  into.b1[7] = share * db1_8;
  into.b1[8] = share * db1_9;
  into.b1[9] = share * db1_10;
  into.b1[10] = share * db1_11;
  into.b1[11] = share * db1_12;

  // dW2 = share * dW2   [the mean over the batch]
  into.W2[0] = share * dW2_1_1;
  into.W2[1] = share * dW2_1_2;
  into.W2[2] = share * dW2_1_3;
  into.W2[3] = share * dW2_1_4;
  into.W2[4] = share * dW2_1_5;
  into.W2[5] = share * dW2_1_6;
  into.W2[6] = share * dW2_1_7;
  into.W2[7] = share * dW2_1_8;
  into.W2[8] = share * dW2_1_9;
  into.W2[9] = share * dW2_1_10;
  into.W2[10] = share * dW2_1_11;
  into.W2[11] = share * dW2_1_12;

  // db2 = share * db2   [the mean over the batch]
  into.b2[0] = share * db2;
  return J;
}

/** One step of training on the examples `order[from … to)`: forward, backward, update; returns the loss before the update. */
export function step(params: Parameters, state: Floats, data: Examples, clock: Clock, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { W1, b1, W2, b2 } = params;
  const { x, d } = data.columns;
  const { epoch, t } = clock;
  const m = to - from;
  const share = 1 / m;
  const share2 = 2 * share;
  const share3 = 0.2 * share;

  // scale = 0.03 * (0.99 ^ epoch / (1 - 0.9 ^ t))
  const scale = 0.03 * (Math.pow(0.99, epoch) / (1 - Math.pow(0.9, t)));

  // scale2 = 1 / (1 - 0.999 ^ t)
  const scale2 = 1 / (1 - Math.pow(0.999, t));
  let J_sum = 0;
  let dW2_1_1 = 0, dW2_1_2 = 0, dW2_1_3 = 0, dW2_1_4 = 0, dW2_1_5 = 0, dW2_1_6 = 0, dW2_1_7 = 0, dW2_1_8 = 0;
  let dW2_1_9 = 0, dW2_1_10 = 0, dW2_1_11 = 0, dW2_1_12 = 0;
  let db2 = 0;
  let dW1_1_1 = 0, dW1_2_1 = 0, dW1_3_1 = 0, dW1_4_1 = 0, dW1_5_1 = 0, dW1_6_1 = 0, dW1_7_1 = 0, dW1_8_1 = 0;
  let dW1_9_1 = 0, dW1_10_1 = 0, dW1_11_1 = 0, dW1_12_1 = 0;
  let db1_1 = 0, db1_2 = 0, db1_3 = 0, db1_4 = 0, db1_5 = 0, db1_6 = 0, db1_7 = 0, db1_8 = 0;
  let db1_9 = 0, db1_10 = 0, db1_11 = 0, db1_12 = 0;
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];

    // add = W1 * x + b1
    const x2 = x[row];
    const add_1 = W1[0] * x2 + b1[0];
    const add_2 = W1[1] * x2 + b1[1];
    const add_3 = W1[2] * x2 + b1[2];
    const add_4 = W1[3] * x2 + b1[3];
    const add_5 = W1[4] * x2 + b1[4];
    const add_6 = W1[5] * x2 + b1[5];
    const add_7 = W1[6] * x2 + b1[6];
    const add_8 = W1[7] * x2 + b1[7];
    const add_9 = W1[8] * x2 + b1[8];
    const add_10 = W1[9] * x2 + b1[9];
    const add_11 = W1[10] * x2 + b1[10];
    const add_12 = W1[11] * x2 + b1[11];

    // h_expm1 = expm1(min(2 * abs(add), 709))
    const h_expm1_1 = Math.expm1(Math.min(2 * Math.abs(add_1), 709));
    const h_expm1_2 = Math.expm1(Math.min(2 * Math.abs(add_2), 709));
    const h_expm1_3 = Math.expm1(Math.min(2 * Math.abs(add_3), 709));
    const h_expm1_4 = Math.expm1(Math.min(2 * Math.abs(add_4), 709));
    const h_expm1_5 = Math.expm1(Math.min(2 * Math.abs(add_5), 709));
    const h_expm1_6 = Math.expm1(Math.min(2 * Math.abs(add_6), 709));
    const h_expm1_7 = Math.expm1(Math.min(2 * Math.abs(add_7), 709));
    const h_expm1_8 = Math.expm1(Math.min(2 * Math.abs(add_8), 709));
    const h_expm1_9 = Math.expm1(Math.min(2 * Math.abs(add_9), 709));
    const h_expm1_10 = Math.expm1(Math.min(2 * Math.abs(add_10), 709));
    const h_expm1_11 = Math.expm1(Math.min(2 * Math.abs(add_11), 709));
    const h_expm1_12 = Math.expm1(Math.min(2 * Math.abs(add_12), 709));

    // h_den = 2 + h_expm1
    const h_den_1 = 2 + h_expm1_1;
    const h_den_2 = 2 + h_expm1_2;
    const h_den_3 = 2 + h_expm1_3;
    const h_den_4 = 2 + h_expm1_4;
    const h_den_5 = 2 + h_expm1_5;
    const h_den_6 = 2 + h_expm1_6;
    const h_den_7 = 2 + h_expm1_7;
    const h_den_8 = 2 + h_expm1_8;
    const h_den_9 = 2 + h_expm1_9;
    const h_den_10 = 2 + h_expm1_10;
    const h_den_11 = 2 + h_expm1_11;
    const h_den_12 = 2 + h_expm1_12;

    // h = sign(add) .* (h_expm1 ./ h_den)   [line 10]
    const h_1 = Math.sign(add_1) * (h_expm1_1 / h_den_1);
    const h_2 = Math.sign(add_2) * (h_expm1_2 / h_den_2);
    const h_3 = Math.sign(add_3) * (h_expm1_3 / h_den_3);
    const h_4 = Math.sign(add_4) * (h_expm1_4 / h_den_4);
    const h_5 = Math.sign(add_5) * (h_expm1_5 / h_den_5);
    const h_6 = Math.sign(add_6) * (h_expm1_6 / h_den_6);
    const h_7 = Math.sign(add_7) * (h_expm1_7 / h_den_7);
    const h_8 = Math.sign(add_8) * (h_expm1_8 / h_den_8);
    const h_9 = Math.sign(add_9) * (h_expm1_9 / h_den_9);
    const h_10 = Math.sign(add_10) * (h_expm1_10 / h_den_10);
    const h_11 = Math.sign(add_11) * (h_expm1_11 / h_den_11);
    const h_12 = Math.sign(add_12) * (h_expm1_12 / h_den_12);

    // y = W2 * h + b2   [line 11, output]
    const y = W2[0] * h_1 + W2[1] * h_2 + W2[2] * h_3 + W2[3] * h_4 + W2[4] * h_5 + W2[5] * h_6 + W2[6] * h_7 + W2[7] * h_8 + W2[8] * h_9 + W2[9] * h_10 + W2[10] * h_11 + W2[11] * h_12 + b2[0];

    // dy = y - d   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z)]
    const dy = y - d[row];

    // J_sum = Σn sum(dy .^ 2)
    J_sum += dy * dy;

    // dW2 = Σn outer(dy, h)   [EQ4: ∂C/∂w = δ aᵀ; line 11]
    dW2_1_1 += dy * h_1;
    dW2_1_2 += dy * h_2;
    dW2_1_3 += dy * h_3;
    dW2_1_4 += dy * h_4;
    dW2_1_5 += dy * h_5;
    dW2_1_6 += dy * h_6;
    dW2_1_7 += dy * h_7;
    dW2_1_8 += dy * h_8;
    dW2_1_9 += dy * h_9;
    dW2_1_10 += dy * h_10;
    dW2_1_11 += dy * h_11;
    dW2_1_12 += dy * h_12;

    // db2 = Σn dy   [EQ3: ∂C/∂b = δ]
    db2 += dy;

    // div = 2 ./ h_den
    const div_1 = 2 / h_den_1;
    const div_2 = 2 / h_den_2;
    const div_3 = 2 / h_den_3;
    const div_4 = 2 / h_den_4;
    const div_5 = 2 / h_den_5;
    const div_6 = 2 / h_den_6;
    const div_7 = 2 / h_den_7;
    const div_8 = 2 / h_den_8;
    const div_9 = 2 / h_den_9;
    const div_10 = 2 / h_den_10;
    const div_11 = 2 / h_den_11;
    const div_12 = 2 / h_den_12;

    // dh = W2' * dy   [W2 * h with respect to h: the matrix transposed, times the cotangent; line 11]
    const dh_1 = dy * W2[0];
    const dh_2 = dy * W2[1];
    const dh_3 = dy * W2[2];
    const dh_4 = dy * W2[3];
    const dh_5 = dy * W2[4];
    const dh_6 = dy * W2[5];
    const dh_7 = dy * W2[6];
    const dh_8 = dy * W2[7];
    const dh_9 = dy * W2[8];
    const dh_10 = dy * W2[9];
    const dh_11 = dy * W2[10];
    const dh_12 = dy * W2[11];

    // dh_in = dh .* (div .* (2 - div))   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 10]
    const dh_in_1 = dh_1 * (div_1 * (2 - div_1));
    const dh_in_2 = dh_2 * (div_2 * (2 - div_2));
    const dh_in_3 = dh_3 * (div_3 * (2 - div_3));
    const dh_in_4 = dh_4 * (div_4 * (2 - div_4));
    const dh_in_5 = dh_5 * (div_5 * (2 - div_5));
    const dh_in_6 = dh_6 * (div_6 * (2 - div_6));
    const dh_in_7 = dh_7 * (div_7 * (2 - div_7));
    const dh_in_8 = dh_8 * (div_8 * (2 - div_8));
    const dh_in_9 = dh_9 * (div_9 * (2 - div_9));
    const dh_in_10 = dh_10 * (div_10 * (2 - div_10));
    const dh_in_11 = dh_11 * (div_11 * (2 - div_11));
    const dh_in_12 = dh_12 * (div_12 * (2 - div_12));

    // dW1 = Σn outer(dh_in, x)   [EQ4: ∂C/∂w = δ aᵀ; line 10]
    dW1_1_1 += dh_in_1 * x2;
    dW1_2_1 += dh_in_2 * x2;
    dW1_3_1 += dh_in_3 * x2;
    dW1_4_1 += dh_in_4 * x2;
    dW1_5_1 += dh_in_5 * x2;
    dW1_6_1 += dh_in_6 * x2;
    dW1_7_1 += dh_in_7 * x2;
    dW1_8_1 += dh_in_8 * x2;
    dW1_9_1 += dh_in_9 * x2;
    dW1_10_1 += dh_in_10 * x2;
    dW1_11_1 += dh_in_11 * x2;
    dW1_12_1 += dh_in_12 * x2;

    // db1 = Σn dh_in   [EQ3: ∂C/∂b = δ]
    db1_1 += dh_in_1;
    db1_2 += dh_in_2;
    db1_3 += dh_in_3;
    db1_4 += dh_in_4;
    db1_5 += dh_in_5;
    db1_6 += dh_in_6;
    db1_7 += dh_in_7;
    db1_8 += dh_in_8;
    db1_9 += dh_in_9;
    db1_10 += dh_in_10;
    db1_11 += dh_in_11;
    db1_12 += dh_in_12;
  }

  // loss = J_sum / m   [line 12, loss]
  const loss = J_sum / m;

  // m_W1⁺ = 0.9 * m_W1 + share3 * dW1
  const m_W1_1_1 = 0.9 * state[0] + share3 * dW1_1_1;
  state[0] = m_W1_1_1;
  const m_W1_2_1 = 0.9 * state[1] + share3 * dW1_2_1;
  state[1] = m_W1_2_1;
  const m_W1_3_1 = 0.9 * state[2] + share3 * dW1_3_1;
  state[2] = m_W1_3_1;
  const m_W1_4_1 = 0.9 * state[3] + share3 * dW1_4_1;
  state[3] = m_W1_4_1;
  const m_W1_5_1 = 0.9 * state[4] + share3 * dW1_5_1;
  state[4] = m_W1_5_1;
  const m_W1_6_1 = 0.9 * state[5] + share3 * dW1_6_1;
  state[5] = m_W1_6_1;
  const m_W1_7_1 = 0.9 * state[6] + share3 * dW1_7_1;
  state[6] = m_W1_7_1;
  const m_W1_8_1 = 0.9 * state[7] + share3 * dW1_8_1;
  state[7] = m_W1_8_1;
  const m_W1_9_1 = 0.9 * state[8] + share3 * dW1_9_1;
  state[8] = m_W1_9_1;
  const m_W1_10_1 = 0.9 * state[9] + share3 * dW1_10_1;
  state[9] = m_W1_10_1;
  const m_W1_11_1 = 0.9 * state[10] + share3 * dW1_11_1;
  state[10] = m_W1_11_1;
  const m_W1_12_1 = 0.9 * state[11] + share3 * dW1_12_1;
  state[11] = m_W1_12_1;

  // v_W1⁺ = 0.999 * v_W1 + 0.001 * (share2 * dW1) .^ 2
  const t2 = share2 * dW1_1_1;
  const v_W1_1_1 = 0.999 * state[12] + 0.001 * (t2 * t2);
  state[12] = v_W1_1_1;
  const t3 = share2 * dW1_2_1;
  const v_W1_2_1 = 0.999 * state[13] + 0.001 * (t3 * t3);
  state[13] = v_W1_2_1;
  const t4 = share2 * dW1_3_1;
  const v_W1_3_1 = 0.999 * state[14] + 0.001 * (t4 * t4);
  state[14] = v_W1_3_1;
  const t5 = share2 * dW1_4_1;
  const v_W1_4_1 = 0.999 * state[15] + 0.001 * (t5 * t5);
  state[15] = v_W1_4_1;
  const t6 = share2 * dW1_5_1;
  const v_W1_5_1 = 0.999 * state[16] + 0.001 * (t6 * t6);
  state[16] = v_W1_5_1;
  const t7 = share2 * dW1_6_1;
  const v_W1_6_1 = 0.999 * state[17] + 0.001 * (t7 * t7);
  state[17] = v_W1_6_1;
  const t8 = share2 * dW1_7_1;
  const v_W1_7_1 = 0.999 * state[18] + 0.001 * (t8 * t8);
  state[18] = v_W1_7_1;
  const t9 = share2 * dW1_8_1;
  const v_W1_8_1 = 0.999 * state[19] + 0.001 * (t9 * t9);
  state[19] = v_W1_8_1;
  const t10 = share2 * dW1_9_1;
  const v_W1_9_1 = 0.999 * state[20] + 0.001 * (t10 * t10);
  state[20] = v_W1_9_1;
  const t11 = share2 * dW1_10_1;
  const v_W1_10_1 = 0.999 * state[21] + 0.001 * (t11 * t11);
  state[21] = v_W1_10_1;
  const t12 = share2 * dW1_11_1;
  const v_W1_11_1 = 0.999 * state[22] + 0.001 * (t12 * t12);
  state[22] = v_W1_11_1;
  const t13 = share2 * dW1_12_1;
  const v_W1_12_1 = 0.999 * state[23] + 0.001 * (t13 * t13);
  state[23] = v_W1_12_1;

  // W1⁺ = W1 - scale * (m_W1⁺ ./ (sqrt(scale2 * v_W1⁺) + 1e-8))
  W1[0] -= scale * (m_W1_1_1 / (Math.sqrt(scale2 * v_W1_1_1) + 1e-8));
  W1[1] -= scale * (m_W1_2_1 / (Math.sqrt(scale2 * v_W1_2_1) + 1e-8));
  W1[2] -= scale * (m_W1_3_1 / (Math.sqrt(scale2 * v_W1_3_1) + 1e-8));
  W1[3] -= scale * (m_W1_4_1 / (Math.sqrt(scale2 * v_W1_4_1) + 1e-8));
  W1[4] -= scale * (m_W1_5_1 / (Math.sqrt(scale2 * v_W1_5_1) + 1e-8));
  W1[5] -= scale * (m_W1_6_1 / (Math.sqrt(scale2 * v_W1_6_1) + 1e-8));
  W1[6] -= scale * (m_W1_7_1 / (Math.sqrt(scale2 * v_W1_7_1) + 1e-8));
  W1[7] -= scale * (m_W1_8_1 / (Math.sqrt(scale2 * v_W1_8_1) + 1e-8));
  W1[8] -= scale * (m_W1_9_1 / (Math.sqrt(scale2 * v_W1_9_1) + 1e-8));
  W1[9] -= scale * (m_W1_10_1 / (Math.sqrt(scale2 * v_W1_10_1) + 1e-8));
  W1[10] -= scale * (m_W1_11_1 / (Math.sqrt(scale2 * v_W1_11_1) + 1e-8));
  W1[11] -= scale * (m_W1_12_1 / (Math.sqrt(scale2 * v_W1_12_1) + 1e-8));

  // m_b1⁺ = 0.9 * m_b1 + share3 * db1
  const m_b1_1 = 0.9 * state[24] + share3 * db1_1;
  state[24] = m_b1_1;
  const m_b1_2 = 0.9 * state[25] + share3 * db1_2;
  state[25] = m_b1_2;
  const m_b1_3 = 0.9 * state[26] + share3 * db1_3;
  state[26] = m_b1_3;
  const m_b1_4 = 0.9 * state[27] + share3 * db1_4;
  state[27] = m_b1_4;
  const m_b1_5 = 0.9 * state[28] + share3 * db1_5;
  state[28] = m_b1_5;
  const m_b1_6 = 0.9 * state[29] + share3 * db1_6;
  state[29] = m_b1_6;
  const m_b1_7 = 0.9 * state[30] + share3 * db1_7;
  state[30] = m_b1_7;
  const m_b1_8 = 0.9 * state[31] + share3 * db1_8;
  state[31] = m_b1_8;
  const m_b1_9 = 0.9 * state[32] + share3 * db1_9;
  state[32] = m_b1_9;
  const m_b1_10 = 0.9 * state[33] + share3 * db1_10;
  state[33] = m_b1_10;
  const m_b1_11 = 0.9 * state[34] + share3 * db1_11;
  state[34] = m_b1_11;
  const m_b1_12 = 0.9 * state[35] + share3 * db1_12;
  state[35] = m_b1_12;

  // v_b1⁺ = 0.999 * v_b1 + 0.001 * (share2 * db1) .^ 2
  const t14 = share2 * db1_1;
  const v_b1_1 = 0.999 * state[36] + 0.001 * (t14 * t14);
  state[36] = v_b1_1;
  const t15 = share2 * db1_2;
  const v_b1_2 = 0.999 * state[37] + 0.001 * (t15 * t15);
  state[37] = v_b1_2;
  const t16 = share2 * db1_3;
  const v_b1_3 = 0.999 * state[38] + 0.001 * (t16 * t16);
  state[38] = v_b1_3;
  const t17 = share2 * db1_4;
  const v_b1_4 = 0.999 * state[39] + 0.001 * (t17 * t17);
  state[39] = v_b1_4;
  const t18 = share2 * db1_5;
  const v_b1_5 = 0.999 * state[40] + 0.001 * (t18 * t18);
  state[40] = v_b1_5;
  const t19 = share2 * db1_6;
  const v_b1_6 = 0.999 * state[41] + 0.001 * (t19 * t19);
  state[41] = v_b1_6;
  const t20 = share2 * db1_7;
  const v_b1_7 = 0.999 * state[42] + 0.001 * (t20 * t20);
  state[42] = v_b1_7;
  const t21 = share2 * db1_8;
  const v_b1_8 = 0.999 * state[43] + 0.001 * (t21 * t21);
  state[43] = v_b1_8;
  const t22 = share2 * db1_9;
  const v_b1_9 = 0.999 * state[44] + 0.001 * (t22 * t22);
  state[44] = v_b1_9;
  const t23 = share2 * db1_10;
  const v_b1_10 = 0.999 * state[45] + 0.001 * (t23 * t23);
  state[45] = v_b1_10;
  const t24 = share2 * db1_11;
  const v_b1_11 = 0.999 * state[46] + 0.001 * (t24 * t24);
  state[46] = v_b1_11;
  const t25 = share2 * db1_12;
  const v_b1_12 = 0.999 * state[47] + 0.001 * (t25 * t25);
  state[47] = v_b1_12;

  // b1⁺ = b1 - scale * (m_b1⁺ ./ (sqrt(scale2 * v_b1⁺) + 1e-8))
  b1[0] -= scale * (m_b1_1 / (Math.sqrt(scale2 * v_b1_1) + 1e-8));
  b1[1] -= scale * (m_b1_2 / (Math.sqrt(scale2 * v_b1_2) + 1e-8));
  b1[2] -= scale * (m_b1_3 / (Math.sqrt(scale2 * v_b1_3) + 1e-8));
  b1[3] -= scale * (m_b1_4 / (Math.sqrt(scale2 * v_b1_4) + 1e-8));
  b1[4] -= scale * (m_b1_5 / (Math.sqrt(scale2 * v_b1_5) + 1e-8));
  b1[5] -= scale * (m_b1_6 / (Math.sqrt(scale2 * v_b1_6) + 1e-8));
  b1[6] -= scale * (m_b1_7 / (Math.sqrt(scale2 * v_b1_7) + 1e-8));
  b1[7] -= scale * (m_b1_8 / (Math.sqrt(scale2 * v_b1_8) + 1e-8));
  b1[8] -= scale * (m_b1_9 / (Math.sqrt(scale2 * v_b1_9) + 1e-8));
  b1[9] -= scale * (m_b1_10 / (Math.sqrt(scale2 * v_b1_10) + 1e-8));
  b1[10] -= scale * (m_b1_11 / (Math.sqrt(scale2 * v_b1_11) + 1e-8));
  b1[11] -= scale * (m_b1_12 / (Math.sqrt(scale2 * v_b1_12) + 1e-8));

  // m_W2⁺ = 0.9 * m_W2 + share3 * dW2
  const m_W2_1_1 = 0.9 * state[48] + share3 * dW2_1_1;
  state[48] = m_W2_1_1;
  const m_W2_1_2 = 0.9 * state[49] + share3 * dW2_1_2;
  state[49] = m_W2_1_2;
  const m_W2_1_3 = 0.9 * state[50] + share3 * dW2_1_3;
  state[50] = m_W2_1_3;
  const m_W2_1_4 = 0.9 * state[51] + share3 * dW2_1_4;
  state[51] = m_W2_1_4;
  const m_W2_1_5 = 0.9 * state[52] + share3 * dW2_1_5;
  state[52] = m_W2_1_5;
  const m_W2_1_6 = 0.9 * state[53] + share3 * dW2_1_6;
  state[53] = m_W2_1_6;
  const m_W2_1_7 = 0.9 * state[54] + share3 * dW2_1_7;
  state[54] = m_W2_1_7;
  const m_W2_1_8 = 0.9 * state[55] + share3 * dW2_1_8;
  state[55] = m_W2_1_8;
  const m_W2_1_9 = 0.9 * state[56] + share3 * dW2_1_9;
  state[56] = m_W2_1_9;
  const m_W2_1_10 = 0.9 * state[57] + share3 * dW2_1_10;
  state[57] = m_W2_1_10;
  const m_W2_1_11 = 0.9 * state[58] + share3 * dW2_1_11;
  state[58] = m_W2_1_11;
  const m_W2_1_12 = 0.9 * state[59] + share3 * dW2_1_12;
  state[59] = m_W2_1_12;

  // v_W2⁺ = 0.999 * v_W2 + 0.001 * (share2 * dW2) .^ 2
  const t26 = share2 * dW2_1_1;
  const v_W2_1_1 = 0.999 * state[60] + 0.001 * (t26 * t26);
  state[60] = v_W2_1_1;
  const t27 = share2 * dW2_1_2;
  const v_W2_1_2 = 0.999 * state[61] + 0.001 * (t27 * t27);
  state[61] = v_W2_1_2;
  const t28 = share2 * dW2_1_3;
  const v_W2_1_3 = 0.999 * state[62] + 0.001 * (t28 * t28);
  state[62] = v_W2_1_3;
  const t29 = share2 * dW2_1_4;
  const v_W2_1_4 = 0.999 * state[63] + 0.001 * (t29 * t29);
  state[63] = v_W2_1_4;
  const t30 = share2 * dW2_1_5;
  const v_W2_1_5 = 0.999 * state[64] + 0.001 * (t30 * t30);
  state[64] = v_W2_1_5;
  const t31 = share2 * dW2_1_6;
  const v_W2_1_6 = 0.999 * state[65] + 0.001 * (t31 * t31);
  state[65] = v_W2_1_6;
  const t32 = share2 * dW2_1_7;
  const v_W2_1_7 = 0.999 * state[66] + 0.001 * (t32 * t32);
  state[66] = v_W2_1_7;
  const t33 = share2 * dW2_1_8;
  const v_W2_1_8 = 0.999 * state[67] + 0.001 * (t33 * t33);
  state[67] = v_W2_1_8;
  const t34 = share2 * dW2_1_9;
  const v_W2_1_9 = 0.999 * state[68] + 0.001 * (t34 * t34);
  state[68] = v_W2_1_9;
  const t35 = share2 * dW2_1_10;
  const v_W2_1_10 = 0.999 * state[69] + 0.001 * (t35 * t35);
  state[69] = v_W2_1_10;
  const t36 = share2 * dW2_1_11;
  const v_W2_1_11 = 0.999 * state[70] + 0.001 * (t36 * t36);
  state[70] = v_W2_1_11;
  const t37 = share2 * dW2_1_12;
  const v_W2_1_12 = 0.999 * state[71] + 0.001 * (t37 * t37);
  state[71] = v_W2_1_12;

  // W2⁺ = W2 - scale * (m_W2⁺ ./ (sqrt(scale2 * v_W2⁺) + 1e-8))
  W2[0] -= scale * (m_W2_1_1 / (Math.sqrt(scale2 * v_W2_1_1) + 1e-8));
  W2[1] -= scale * (m_W2_1_2 / (Math.sqrt(scale2 * v_W2_1_2) + 1e-8));
  W2[2] -= scale * (m_W2_1_3 / (Math.sqrt(scale2 * v_W2_1_3) + 1e-8));
  W2[3] -= scale * (m_W2_1_4 / (Math.sqrt(scale2 * v_W2_1_4) + 1e-8));
  W2[4] -= scale * (m_W2_1_5 / (Math.sqrt(scale2 * v_W2_1_5) + 1e-8));
  W2[5] -= scale * (m_W2_1_6 / (Math.sqrt(scale2 * v_W2_1_6) + 1e-8));
  W2[6] -= scale * (m_W2_1_7 / (Math.sqrt(scale2 * v_W2_1_7) + 1e-8));
  W2[7] -= scale * (m_W2_1_8 / (Math.sqrt(scale2 * v_W2_1_8) + 1e-8));
  W2[8] -= scale * (m_W2_1_9 / (Math.sqrt(scale2 * v_W2_1_9) + 1e-8));
  W2[9] -= scale * (m_W2_1_10 / (Math.sqrt(scale2 * v_W2_1_10) + 1e-8));
  W2[10] -= scale * (m_W2_1_11 / (Math.sqrt(scale2 * v_W2_1_11) + 1e-8));
  W2[11] -= scale * (m_W2_1_12 / (Math.sqrt(scale2 * v_W2_1_12) + 1e-8));

  // m_b2⁺ = 0.9 * m_b2 + share3 * db2
  const m_b2_2 = 0.9 * state[72] + share3 * db2;
  state[72] = m_b2_2;

  // v_b2⁺ = 0.999 * v_b2 + 0.001 * (share2 * db2) .^ 2
  const t38 = share2 * db2;
  const v_b2_2 = 0.999 * state[73] + 0.001 * (t38 * t38);
  state[73] = v_b2_2;

  // b2⁺ = b2 - scale * (m_b2⁺ ./ (sqrt(scale2 * v_b2⁺) + 1e-8))
  b2[0] -= scale * (m_b2_2 / (Math.sqrt(scale2 * v_b2_2) + 1e-8));
  return loss;
}

/** The predictions for one example among others. */
export function predict(params: Parameters, data: Examples, row: number, into: Outputs = createOutputs()): Outputs {
  return forward(params, data.columns.x.subarray(row * 1, row * 1 + 1), into);
}
