/**
 * xor: compiled by gradc 0.1.0 from xor.grad. Do not edit: change the spec and compile again.
 *
 * Spec        sha256 36e588a757fb1400d28c447322486dfc6fa40f2bc3eda23f3e2c16a41081e152
 * Parameters  9: W1 (2 × 2), b1 vector of 2, W2 (1 × 2), b2 vector of 1
 * Precision   64-bit
 * Convention  loss and gradients are the mean over the batch; relu'(0) = 0
 *
 * Operations of gradient, for one example (sums over the batch left out):
 *   forward 16: 7 multiply, 6 add, 2 compare, 1 subtract
 *   backward 12: 8 multiply, 2 compare, 2 select
 *
 * Schedule:
 *   forward  unrolled: 17 scalar operations, at most 2500
 *   evaluate  unrolled: 22 scalar operations, at most 2500
 *   gradient  unrolled: 53 scalar operations, at most 2500
 *   step  unrolled: 62 scalar operations, at most 2500
 *
 * parameters
 *   W1   2 × 2   glorot   # line 5
 *   b1   2       zeros    # line 6
 *   W2   1 × 2   glorot   # line 7
 *   b2   1       zeros    # line 8
 *
 * data
 *   x   2   input    # line 2
 *   d   1   target   # line 3
 *
 * forward
 *   h = relu(W1 * x + b1)         2 per example        # line 10
 *   y = W2 * h + b2               1 per example        # line 11, output
 *   J = 0.5 * sum((y - d) .^ 2)   scalar per example   # line 12, loss
 *
 * mean over the batch of m examples
 *   J = 0.5 * ((Σn sum((y - d) .^ 2)) / m)   scalar   # line 12, loss
 *
 * backward (constant factors come in last, with Σn)
 *   dy = y - d                       1 per example   # EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); chain rule through square: ∂y/∂x = 2 * x
 *   dh = W2' * dy                    2 per example   # W2 * h with respect to h: the matrix transposed, times the cotangent
 *   dh_in = h > 0 ? dh : 0           2 per example   # EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); chain rule through relu: dx = y > 0 ? g : 0
 *   dW1 = 1/m * Σn outer(dh_in, x)   2 × 2           # EQ4: ∂C/∂w = δ aᵀ; W1 * x with respect to W1: outer product of the cotangent and the vector
 *   db1 = 1/m * Σn dh_in             2               # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
 *   dW2 = 1/m * Σn outer(dy, h)      1 × 2           # EQ4: ∂C/∂w = δ aᵀ; W2 * h with respect to W2: outer product of the cotangent and the vector
 *   db2 = 1/m * Σn dy                1               # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
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
  readonly W1: Tensor<[2, 2]>;
  readonly b1: Tensor<[2]>;
  readonly W2: Tensor<[1, 2]>;
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
  readonly W1: Tensor<[2, 2]>;
  readonly b1: Tensor<[2]>;
  readonly W2: Tensor<[1, 2]>;
  readonly b2: Tensor<[1]>;
  /** Each loss over the batch. */
  readonly losses: Floats;
}

/** Predictions for one example. */
export type Outputs = { readonly y: Tensor<[1]> };

/** What the module is: names, shapes, defaults and data of the spec. */
export const metadata = {
  name: "xor",
  hash: "36e588a757fb1400d28c447322486dfc6fa40f2bc3eda23f3e2c16a41081e152",
  version: "0.1.0",
  precision: "f64",
  parameters: [
    { name: "W1", shape: [2, 2], offset: 0, initial: { kind: "glorot" } },
    { name: "b1", shape: [2], offset: 4, initial: { kind: "zeros" } },
    { name: "W2", shape: [1, 2], offset: 6, initial: { kind: "glorot" } },
    { name: "b2", shape: [1], offset: 8, initial: { kind: "zeros" } },
  ],
  columns: [{ name: "x", role: "input", shape: [2] }, { name: "d", role: "target", shape: [1] }],
  hypers: [],
  losses: ["J"],
  metrics: [],
  outputs: [{ name: "y", shape: [1] }],
  reduction: "mean",
  data: { kind: "rows", rows: [[0, 0, 0], [0, 1, 1], [1, 0, 1], [1, 1, 0]] },
  train: { optimizer: "sgd", rate: 0.1, batch: 4, epochs: 2000, validation: 0, seed: 1 },
} as const;

/** Parameters as views on one flat array, zero where none is given. */
export function createParameters(flat: Floats = new Float64Array(9)): Parameters {
  return {
    flat,
    W1: flat.subarray(0, 4),
    b1: flat.subarray(4, 6),
    W2: flat.subarray(6, 8),
    b2: flat.subarray(8, 9),
  };
}

/** Initial parameters: the same numbers for the same seed. */
export function initialise(seed: number, params: Parameters = createParameters()): Parameters {
  for (let k = 0; k < 4; k++) params.W1[k] = 1.224744871391589 * (2 * uniform(seed, 0, k) - 1);
  params.b1.fill(0);
  for (let k = 0; k < 2; k++) params.W2[k] = 1.4142135623730951 * (2 * uniform(seed, 2, k) - 1);
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
    W1: new Float64Array(4),
    b1: new Float64Array(2),
    W2: new Float64Array(2),
    b2: new Float64Array(1),
    losses: new Float64Array(1),
  };
}

/** The state of the update rule, all zeros. */
export function createState(): Floats {
  return new Float64Array(0);
}

/** The predictions for one example. */
export function forward(params: Parameters, x: Vector<2>, into: Outputs = createOutputs()): Outputs {
  const { W1, b1, W2, b2 } = params;

  // h = relu(W1 * x + b1)   [line 10]
  const x_1 = x[0];
  const x_2 = x[1];
  const h_1 = Math.max(W1[0] * x_1 + W1[1] * x_2 + b1[0], 0);
  const h_2 = Math.max(W1[2] * x_1 + W1[3] * x_2 + b1[1], 0);

  // y = W2 * h + b2   [line 11, output]
  into.y[0] = W2[0] * h_1 + W2[1] * h_2 + b2[0];
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

    // h = relu(W1 * x + b1)   [line 10]
    const x_1 = x[row * 2];
    const x_2 = x[row * 2 + 1];
    const h_1 = Math.max(W1[0] * x_1 + W1[1] * x_2 + b1[0], 0);
    const h_2 = Math.max(W1[2] * x_1 + W1[3] * x_2 + b1[1], 0);

    // y = W2 * h + b2   [line 11, output]
    const y = W2[0] * h_1 + W2[1] * h_2 + b2[0];

    // dy = y - d   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z)]
    const dy = y - d[row];

    // J_sum = Σn sum(dy .^ 2)
    J_sum += dy * dy;
  }

  // J = 0.5 * (J_sum / m)   [line 12, loss]
  const J = 0.5 * (J_sum / m);
  report[0] = J;
  return J;
}

/** The loss over the examples `order[from … to)` and its gradients, into `into`; returns the loss. */
export function gradient(params: Parameters, data: Examples, into: Gradients, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { W1, b1, W2, b2 } = params;
  const { x, d } = data.columns;
  const m = to - from;
  const share = 1 / m;
  let J_sum = 0;
  let dW2_1_1 = 0, dW2_1_2 = 0;
  let db2 = 0;
  let dW1_1_1 = 0, dW1_1_2 = 0, dW1_2_1 = 0, dW1_2_2 = 0;
  let db1_1 = 0, db1_2 = 0;
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];

    // h = relu(W1 * x + b1)   [line 10]
    const x_1 = x[row * 2];
    const x_2 = x[row * 2 + 1];
    const h_1 = Math.max(W1[0] * x_1 + W1[1] * x_2 + b1[0], 0);
    const h_2 = Math.max(W1[2] * x_1 + W1[3] * x_2 + b1[1], 0);

    // y = W2 * h + b2   [line 11, output]
    const y = W2[0] * h_1 + W2[1] * h_2 + b2[0];

    // dy = y - d   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z)]
    const dy = y - d[row];

    // J_sum = Σn sum(dy .^ 2)
    J_sum += dy * dy;

    // dW2 = Σn outer(dy, h)   [EQ4: ∂C/∂w = δ aᵀ; line 11]
    dW2_1_1 += dy * h_1;
    dW2_1_2 += dy * h_2;

    // db2 = Σn dy   [EQ3: ∂C/∂b = δ]
    db2 += dy;

    // dh = W2' * dy   [W2 * h with respect to h: the matrix transposed, times the cotangent; line 11]
    const dh_1 = dy * W2[0];
    const dh_2 = dy * W2[1];

    // dh_in = h > 0 ? dh : 0   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 10]
    const dh_in_1 = h_1 > 0 ? dh_1 : 0;
    const dh_in_2 = h_2 > 0 ? dh_2 : 0;

    // dW1 = Σn outer(dh_in, x)   [EQ4: ∂C/∂w = δ aᵀ; line 10]
    dW1_1_1 += dh_in_1 * x_1;
    dW1_1_2 += dh_in_1 * x_2;
    dW1_2_1 += dh_in_2 * x_1;
    dW1_2_2 += dh_in_2 * x_2;

    // db1 = Σn dh_in   [EQ3: ∂C/∂b = δ]
    db1_1 += dh_in_1;
    db1_2 += dh_in_2;
  }

  // J = 0.5 * (J_sum / m)   [line 12, loss]
  const J = 0.5 * (J_sum / m);
  into.losses[0] = J;

  // dW1 = share * dW1   [the mean over the batch]
  into.W1[0] = share * dW1_1_1;
  into.W1[1] = share * dW1_1_2;
  into.W1[2] = share * dW1_2_1;
  into.W1[3] = share * dW1_2_2;

  // db1 = share * db1   [the mean over the batch]
  into.b1[0] = share * db1_1;
  into.b1[1] = share * db1_2;

  // dW2 = share * dW2   [the mean over the batch]
  into.W2[0] = share * dW2_1_1;
  into.W2[1] = share * dW2_1_2;

  // db2 = share * db2   [the mean over the batch]
  into.b2[0] = share * db2;
  return J;
}

/** One step of training on the examples `order[from … to)`: forward, backward, update; returns the loss before the update. */
export function step(params: Parameters, state: Floats, data: Examples, clock: Clock, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { W1, b1, W2, b2 } = params;
  const { x, d } = data.columns;
  const { rate } = clock;
  const m = to - from;
  const stepSize = rate / m;
  let J_sum = 0;
  let dW2_1_1 = 0, dW2_1_2 = 0;
  let db2 = 0;
  let dW1_1_1 = 0, dW1_1_2 = 0, dW1_2_1 = 0, dW1_2_2 = 0;
  let db1_1 = 0, db1_2 = 0;
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];

    // h = relu(W1 * x + b1)   [line 10]
    const x_1 = x[row * 2];
    const x_2 = x[row * 2 + 1];
    const h_1 = Math.max(W1[0] * x_1 + W1[1] * x_2 + b1[0], 0);
    const h_2 = Math.max(W1[2] * x_1 + W1[3] * x_2 + b1[1], 0);

    // y = W2 * h + b2   [line 11, output]
    const y = W2[0] * h_1 + W2[1] * h_2 + b2[0];

    // dy = y - d   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z)]
    const dy = y - d[row];

    // J_sum = Σn sum(dy .^ 2)
    J_sum += dy * dy;

    // dW2 = Σn outer(dy, h)   [EQ4: ∂C/∂w = δ aᵀ; line 11]
    dW2_1_1 += dy * h_1;
    dW2_1_2 += dy * h_2;

    // db2 = Σn dy   [EQ3: ∂C/∂b = δ]
    db2 += dy;

    // dh = W2' * dy   [W2 * h with respect to h: the matrix transposed, times the cotangent; line 11]
    const dh_1 = dy * W2[0];
    const dh_2 = dy * W2[1];

    // dh_in = h > 0 ? dh : 0   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 10]
    const dh_in_1 = h_1 > 0 ? dh_1 : 0;
    const dh_in_2 = h_2 > 0 ? dh_2 : 0;

    // dW1 = Σn outer(dh_in, x)   [EQ4: ∂C/∂w = δ aᵀ; line 10]
    dW1_1_1 += dh_in_1 * x_1;
    dW1_1_2 += dh_in_1 * x_2;
    dW1_2_1 += dh_in_2 * x_1;
    dW1_2_2 += dh_in_2 * x_2;

    // db1 = Σn dh_in   [EQ3: ∂C/∂b = δ]
    db1_1 += dh_in_1;
    db1_2 += dh_in_2;
  }

  // loss = 0.5 * (J_sum / m)   [line 12, loss]
  const loss = 0.5 * (J_sum / m);

  // W1⁺ = W1 - stepSize * dW1
  W1[0] -= stepSize * dW1_1_1;
  W1[1] -= stepSize * dW1_1_2;
  W1[2] -= stepSize * dW1_2_1;
  W1[3] -= stepSize * dW1_2_2;

  // b1⁺ = b1 - stepSize * db1
  b1[0] -= stepSize * db1_1;
  b1[1] -= stepSize * db1_2;

  // W2⁺ = W2 - stepSize * dW2
  W2[0] -= stepSize * dW2_1_1;
  W2[1] -= stepSize * dW2_1_2;

  // b2⁺ = b2 - stepSize * db2
  b2[0] -= stepSize * db2;
  return loss;
}

/** The predictions for one example among others. */
export function predict(params: Parameters, data: Examples, row: number, into: Outputs = createOutputs()): Outputs {
  return forward(params, data.columns.x.subarray(row * 2, row * 2 + 2), into);
}
