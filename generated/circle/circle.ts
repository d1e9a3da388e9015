/**
 * circle: compiled by gradc 0.1.0 from circle.grad. Do not edit: change the spec and compile again.
 *
 * Spec        sha256 e6fb7d7058a841c3819a28fe26296e1b68da3cf3acbacd2f8e3cdd09121b28aa
 * Parameters  33: W1 (8 × 2), b1 vector of 8, w2 vector of 8, b2 scalar
 * Precision   64-bit
 * Convention  loss and gradients are the mean over the batch
 * Stable form xlogy(d, sigmoid(z)) -> -(d * softplus(-z))
 *             xlogy(d, 1 - sigmoid(z)) -> -(d * softplus(z))
 *             d * softplus(-z) + (1 - d) * softplus(z) -> logisticLoss(z, d)
 *             1 - square(tanh(x)) -> 2 / (2 + expm1(min(2 * abs(x), 709))) * (2 - 2 / (2 + expm1(min(2 * abs(x), 709))))
 *
 * Operations of gradient, for one example (sums over the batch left out):
 *   forward 124: 41 multiply, 34 add, 9 abs, 9 compare, 9 divide, 8 expm1, 8 sign, 2 exp, 2 negate, 1 log1p, 1 subtract
 *   backward 65: 48 multiply, 9 subtract, 8 divide
 *
 * Schedule:
 *   forward  unrolled: 69 scalar operations, at most 2500
 *   evaluate  unrolled: 83 scalar operations, at most 2500
 *   gradient  unrolled: 267 scalar operations, at most 2500
 *   step  unrolled: 736 scalar operations, at most 2500
 *
 * parameters
 *   W1   8 × 2    glorot   # line 5
 *   b1   8        zeros    # line 6
 *   w2   8        zeros    # line 7
 *   b2   scalar   zeros    # line 8
 *
 * data
 *   x   2        input    # line 2
 *   d   scalar   target   # line 3
 *
 * forward
 *   h = tanh(W1 * x + b1)       8 per example        # line 10
 *   t1 = dot(w2, h) + b2        scalar per example   # line 11
 *   y = sigmoid(t1)             scalar per example   # line 11, output
 *   J = logisticLoss(t1, d)     scalar per example   # line 12, loss
 *   accuracy = (y > 0.5) == d   scalar per example   # line 14, metric
 *
 * mean over the batch of m examples
 *   J = (Σn J) / m                 scalar   # line 12, loss
 *   accuracy = (Σn accuracy) / m   scalar   # line 14, metric
 *
 * backward (constant factors come in last, with Σn)
 *   dJ = 1/m                         scalar per example   # each term of a sum gets the cotangent of the sum
 *   dh = (y - d) * w2                8 per example        # dot(w2, h) with respect to h: the other factor times the cotangent
 *   dh_in = dh .* (1 - h .^ 2)       8 per example        # EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); chain rule through tanh: ∂y/∂x = 1 - square(y)
 *   dW1 = 1/m * Σn outer(dh_in, x)   8 × 2                # EQ4: ∂C/∂w = δ aᵀ; W1 * x with respect to W1: outer product of the cotangent and the vector
 *   db1 = 1/m * Σn dh_in             8                    # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
 *   dw2 = 1/m * Σn (y - d) * h       8                    # dot(w2, h) with respect to w2: the other factor times the cotangent
 *   db2 = (Σn (y - d)) / m           scalar               # the same for all examples: their cotangents add up
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
  readonly W1: Tensor<[8, 2]>;
  readonly b1: Tensor<[8]>;
  readonly w2: Tensor<[8]>;
  readonly b2: Tensor<[]>;
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

/** In order: J, accuracy. */
export type Report = Floats;

/** Gradients of the loss. */
export interface Gradients {
  readonly W1: Tensor<[8, 2]>;
  readonly b1: Tensor<[8]>;
  readonly w2: Tensor<[8]>;
  readonly b2: Tensor<[]>;
  /** Each loss over the batch. */
  readonly losses: Floats;
}

/** Predictions for one example. */
export type Outputs = { readonly y: Tensor<[]> };

/** What the module is: names, shapes, defaults and data of the spec. */
export const metadata = {
  name: "circle",
  hash: "e6fb7d7058a841c3819a28fe26296e1b68da3cf3acbacd2f8e3cdd09121b28aa",
  version: "0.1.0",
  precision: "f64",
  parameters: [
    { name: "W1", shape: [8, 2], offset: 0, initial: { kind: "glorot" } },
    { name: "b1", shape: [8], offset: 16, initial: { kind: "zeros" } },
    { name: "w2", shape: [8], offset: 24, initial: { kind: "zeros" } },
    { name: "b2", shape: [], offset: 32, initial: { kind: "zeros" } },
  ],
  columns: [{ name: "x", role: "input", shape: [2] }, { name: "d", role: "target", shape: [] }],
  hypers: [],
  losses: ["J"],
  metrics: ["accuracy"],
  outputs: [{ name: "y", shape: [] }],
  reduction: "mean",
  data: { kind: "generator", name: "circle" },
  train: { optimizer: "adam", rate: 0.02, batch: 20, epochs: 100, validation: 0.2, seed: 1 },
} as const;

/** Parameters as views on one flat array, zero where none is given. */
export function createParameters(flat: Floats = new Float64Array(33)): Parameters {
  return {
    flat,
    W1: flat.subarray(0, 16),
    b1: flat.subarray(16, 24),
    w2: flat.subarray(24, 32),
    b2: flat.subarray(32, 33),
  };
}

/** Initial parameters: the same numbers for the same seed. */
export function initialise(seed: number, params: Parameters = createParameters()): Parameters {
  for (let k = 0; k < 16; k++) params.W1[k] = 0.7745966692414834 * (2 * uniform(seed, 0, k) - 1);
  params.b1.fill(0);
  params.w2.fill(0);
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
    W1: new Float64Array(16),
    b1: new Float64Array(8),
    w2: new Float64Array(8),
    b2: new Float64Array(1),
    losses: new Float64Array(1),
  };
}

/** The state of the update rule, all zeros. */
export function createState(): Floats {
  return new Float64Array(66);
}

/** The predictions for one example. */
export function forward(params: Parameters, x: Vector<2>, into: Outputs = createOutputs()): Outputs {
  const { W1, b1, w2, b2 } = params;

  // h = tanh(W1 * x + b1)   [line 10]
  const x_1 = x[0];
  const x_2 = x[1];
  const h_1 = Math.tanh(W1[0] * x_1 + W1[1] * x_2 + b1[0]);
  const h_2 = Math.tanh(W1[2] * x_1 + W1[3] * x_2 + b1[1]);
  const h_3 = Math.tanh(W1[4] * x_1 + W1[5] * x_2 + b1[2]);
  const h_4 = Math.tanh(W1[6] * x_1 + W1[7] * x_2 + b1[3]);
  const h_5 = Math.tanh(W1[8] * x_1 + W1[9] * x_2 + b1[4]);
  const h_6 = Math.tanh(W1[10] * x_1 + W1[11] * x_2 + b1[5]);
  const h_7 = Math.tanh(W1[12] * x_1 + W1[13] * x_2 + b1[6]);
  const h_8 = Math.tanh(W1[14] * x_1 + W1[15] * x_2 + b1[7]);

  // y = sigmoid(dot(w2, h) + b2)   [line 11, output]
  into.y[0] = 1 / (1 + Math.exp(-(w2[0] * h_1 + w2[1] * h_2 + w2[2] * h_3 + w2[3] * h_4 + w2[4] * h_5 + w2[5] * h_6 + w2[6] * h_7 + w2[7] * h_8 + b2[0])));
  return into;
}

/** Losses, then metrics, over the examples `order[from … to)`, as inference computes them, into `report`; returns the total loss. */
export function evaluate(params: Parameters, data: Examples, report: Report, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { W1, b1, w2, b2 } = params;
  const { x, d } = data.columns;
  const m = to - from;
  let J_sum = 0;
  let accuracy_sum = 0;
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];

    // h = tanh(W1 * x + b1)   [line 10]
    const x_1 = x[row * 2];
    const x_2 = x[row * 2 + 1];
    const h_1 = Math.tanh(W1[0] * x_1 + W1[1] * x_2 + b1[0]);
    const h_2 = Math.tanh(W1[2] * x_1 + W1[3] * x_2 + b1[1]);
    const h_3 = Math.tanh(W1[4] * x_1 + W1[5] * x_2 + b1[2]);
    const h_4 = Math.tanh(W1[6] * x_1 + W1[7] * x_2 + b1[3]);
    const h_5 = Math.tanh(W1[8] * x_1 + W1[9] * x_2 + b1[4]);
    const h_6 = Math.tanh(W1[10] * x_1 + W1[11] * x_2 + b1[5]);
    const h_7 = Math.tanh(W1[12] * x_1 + W1[13] * x_2 + b1[6]);
    const h_8 = Math.tanh(W1[14] * x_1 + W1[15] * x_2 + b1[7]);

    // y_in = dot(w2, h) + b2   [line 11]
    const y_in = w2[0] * h_1 + w2[1] * h_2 + w2[2] * h_3 + w2[3] * h_4 + w2[4] * h_5 + w2[5] * h_6 + w2[6] * h_7 + w2[7] * h_8 + b2[0];

    // y = sigmoid(y_in)   [line 11, output]
    const y = 1 / (1 + Math.exp(-y_in));

    // accuracy = (y > 0.5) == d   [line 14, metric]
    const d2 = d[row];
    const accuracy = (y > 0.5 ? 1 : 0) === d2 ? 1 : 0;

    // J = logisticLoss(y_in, d)   [line 12, loss]
    const J = Math.max(y_in, 0) - d2 * y_in + Math.log1p(Math.exp(-Math.abs(y_in)));

    // J_sum = Σn J
    J_sum += J;

    // accuracy_sum = Σn accuracy
    accuracy_sum += accuracy;
  }

  // J2 = J_sum / m   [line 12, loss]
  const J2 = J_sum / m;
  report[0] = J2;

  // accuracy2 = accuracy_sum / m   [line 14, metric]
  report[1] = accuracy_sum / m;
  return J2;
}

/** The loss over the examples `order[from … to)` and its gradients, into `into`; returns the loss. */
export function gradient(params: Parameters, data: Examples, into: Gradients, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { W1, b1, w2, b2 } = params;
  const { x, d } = data.columns;
  const m = to - from;
  const share = 1 / m;
  let J_sum = 0;
  let dw2_1 = 0, dw2_2 = 0, dw2_3 = 0, dw2_4 = 0, dw2_5 = 0, dw2_6 = 0, dw2_7 = 0, dw2_8 = 0;
  let db2_sum = 0;
  let dW1_1_1 = 0, dW1_1_2 = 0, dW1_2_1 = 0, dW1_2_2 = 0, dW1_3_1 = 0, dW1_3_2 = 0, dW1_4_1 = 0, dW1_4_2 = 0;
  let dW1_5_1 = 0, dW1_5_2 = 0, dW1_6_1 = 0, dW1_6_2 = 0, dW1_7_1 = 0, dW1_7_2 = 0, dW1_8_1 = 0, dW1_8_2 = 0;
  let db1_1 = 0, db1_2 = 0, db1_3 = 0, db1_4 = 0, db1_5 = 0, db1_6 = 0, db1_7 = 0, db1_8 = 0;
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];

    // add = W1 * x + b1
    const x_1 = x[row * 2];
    const x_2 = x[row * 2 + 1];
    const add_1 = W1[0] * x_1 + W1[1] * x_2 + b1[0];
    const add_2 = W1[2] * x_1 + W1[3] * x_2 + b1[1];
    const add_3 = W1[4] * x_1 + W1[5] * x_2 + b1[2];
    const add_4 = W1[6] * x_1 + W1[7] * x_2 + b1[3];
    const add_5 = W1[8] * x_1 + W1[9] * x_2 + b1[4];
    const add_6 = W1[10] * x_1 + W1[11] * x_2 + b1[5];
    const add_7 = W1[12] * x_1 + W1[13] * x_2 + b1[6];
    const add_8 = W1[14] * x_1 + W1[15] * x_2 + b1[7];

    // h_expm1 = expm1(min(2 * abs(add), 709))
    const h_expm1_1 = Math.expm1(Math.min(2 * Math.abs(add_1), 709));
    const h_expm1_2 = Math.expm1(Math.min(2 * Math.abs(add_2), 709));
    const h_expm1_3 = Math.expm1(Math.min(2 * Math.abs(add_3), 709));
    const h_expm1_4 = Math.expm1(Math.min(2 * Math.abs(add_4), 709));
    const h_expm1_5 = Math.expm1(Math.min(2 * Math.abs(add_5), 709));
    const h_expm1_6 = Math.expm1(Math.min(2 * Math.abs(add_6), 709));
    const h_expm1_7 = Math.expm1(Math.min(2 * Math.abs(add_7), 709));
    const h_expm1_8 = Math.expm1(Math.min(2 * Math.abs(add_8), 709));

    // h_den = 2 + h_expm1
    const h_den_1 = 2 + h_expm1_1;
    const h_den_2 = 2 + h_expm1_2;
    const h_den_3 = 2 + h_expm1_3;
    const h_den_4 = 2 + h_expm1_4;
    const h_den_5 = 2 + h_expm1_5;
    const h_den_6 = 2 + h_expm1_6;
    const h_den_7 = 2 + h_expm1_7;
    const h_den_8 = 2 + h_expm1_8;

    // h = sign(add) .* (h_expm1 ./ h_den)   [line 10]
    const h_1 = Math.sign(add_1) * (h_expm1_1 / h_den_1);
    const h_2 = Math.sign(add_2) * (h_expm1_2 / h_den_2);
    const h_3 = Math.sign(add_3) * (h_expm1_3 / h_den_3);
    const h_4 = Math.sign(add_4) * (h_expm1_4 / h_den_4);
    const h_5 = Math.sign(add_5) * (h_expm1_5 / h_den_5);
    const h_6 = Math.sign(add_6) * (h_expm1_6 / h_den_6);
    const h_7 = Math.sign(add_7) * (h_expm1_7 / h_den_7);
    const h_8 = Math.sign(add_8) * (h_expm1_8 / h_den_8);

    // y_in = dot(w2, h) + b2   [line 11]
    const y_in = w2[0] * h_1 + w2[1] * h_2 + w2[2] * h_3 + w2[3] * h_4 + w2[4] * h_5 + w2[5] * h_6 + w2[6] * h_7 + w2[7] * h_8 + b2[0];

    // y = sigmoid(y_in)   [line 11, output]
    const y = 1 / (1 + Math.exp(-y_in));

    // J = logisticLoss(y_in, d)   [line 12, loss]
    const d2 = d[row];
    const J = Math.max(y_in, 0) - d2 * y_in + Math.log1p(Math.exp(-Math.abs(y_in)));

    // J_sum = Σn J
    J_sum += J;

    // sub = y - d
    const sub = y - d2;

    // dw2 = Σn sub * h   [dot(w2, h) with respect to w2: the other factor times the cotangent; line 11]
    dw2_1 += sub * h_1;
    dw2_2 += sub * h_2;
    dw2_3 += sub * h_3;
    dw2_4 += sub * h_4;
    dw2_5 += sub * h_5;
    dw2_6 += sub * h_6;
    dw2_7 += sub * h_7;
    dw2_8 += sub * h_8;

    // db2_sum = Σn sub
    db2_sum += sub;

    // div = 2 ./ h_den
    const div_1 = 2 / h_den_1;
    const div_2 = 2 / h_den_2;
    const div_3 = 2 / h_den_3;
    const div_4 = 2 / h_den_4;
    const div_5 = 2 / h_den_5;
    const div_6 = 2 / h_den_6;
    const div_7 = 2 / h_den_7;
    const div_8 = 2 / h_den_8;

    // dh = sub * w2   [dot(w2, h) with respect to h: the other factor times the cotangent; line 11]
    const dh_1 = sub * w2[0];
    const dh_2 = sub * w2[1];
    const dh_3 = sub * w2[2];
    const dh_4 = sub * w2[3];
    const dh_5 = sub * w2[4];
    const dh_6 = sub * w2[5];
    const dh_7 = sub * w2[6];
    const dh_8 = sub * w2[7];

    // dh_in = dh .* (div .* (2 - div))   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 10]
    const dh_in_1 = dh_1 * (div_1 * (2 - div_1));
    const dh_in_2 = dh_2 * (div_2 * (2 - div_2));
    const dh_in_3 = dh_3 * (div_3 * (2 - div_3));
    const dh_in_4 = dh_4 * (div_4 * (2 - div_4));
    const dh_in_5 = dh_5 * (div_5 * (2 - div_5));
    const dh_in_6 = dh_6 * (div_6 * (2 - div_6));
    const dh_in_7 = dh_7 * (div_7 * (2 - div_7));
    const dh_in_8 = dh_8 * (div_8 * (2 - div_8));

    // dW1 = Σn outer(dh_in, x)   [EQ4: ∂C/∂w = δ aᵀ; line 10]
    dW1_1_1 += dh_in_1 * x_1;
    dW1_1_2 += dh_in_1 * x_2;
    dW1_2_1 += dh_in_2 * x_1;
    dW1_2_2 += dh_in_2 * x_2;
    dW1_3_1 += dh_in_3 * x_1;
    dW1_3_2 += dh_in_3 * x_2;
    dW1_4_1 += dh_in_4 * x_1;
    dW1_4_2 += dh_in_4 * x_2;
    dW1_5_1 += dh_in_5 * x_1;
    dW1_5_2 += dh_in_5 * x_2;
    dW1_6_1 += dh_in_6 * x_1;
    dW1_6_2 += dh_in_6 * x_2;
    dW1_7_1 += dh_in_7 * x_1;
    dW1_7_2 += dh_in_7 * x_2;
    dW1_8_1 += dh_in_8 * x_1;
    dW1_8_2 += dh_in_8 * x_2;

    // db1 = Σn dh_in   [EQ3: ∂C/∂b = δ]
    db1_1 += dh_in_1;
    db1_2 += dh_in_2;
    db1_3 += dh_in_3;
    db1_4 += dh_in_4;
    db1_5 += dh_in_5;
    db1_6 += dh_in_6;
    db1_7 += dh_in_7;
    db1_8 += dh_in_8;
  }

  // J2 = J_sum / m   [line 12, loss]
  const J2 = J_sum / m;
  into.losses[0] = J2;

  // dW1 = share * dW1   [the mean over the batch]
  into.W1[0] = share * dW1_1_1;
  into.W1[1] = share * dW1_1_2;
  into.W1[2] = share * dW1_2_1;
  into.W1[3] = share * dW1_2_2;
  into.W1[4] = share * dW1_3_1;
  into.W1[5] = share * dW1_3_2;
  into.W1[6] = share * dW1_4_1;
  into.W1[7] = share * dW1_4_2;
  into.W1[8] = share * dW1_5_1;
  into.W1[9] = share * dW1_5_2;
  into.W1[10] = share * dW1_6_1;
  into.W1[11] = share * dW1_6_2;
  into.W1[12] = share * dW1_7_1;
  into.W1[13] = share * dW1_7_2;
  into.W1[14] = share * dW1_8_1;
  into.W1[15] = share * dW1_8_2;

  // db1 = share * db1   [the mean over the batch]
  into.b1[0] = share * db1_1;
  into.b1[1] = share * db1_2;
  into.b1[2] = share * db1_3;
  into.b1[3] = share * db1_4;
  into.b1[4] = share * db1_5;
  into.b1[5] = share * db1_6;
  into.b1[6] = share * db1_7;
  into.b1[7] = share * db1_8;

  // dw2 = share * dw2   [the mean over the batch]
  into.w2[0] = share * dw2_1;
  into.w2[1] = share * dw2_2;
  into.w2[2] = share * dw2_3;
  into.w2[3] = share * dw2_4;
  into.w2[4] = share * dw2_5;
  into.w2[5] = share * dw2_6;
  into.w2[6] = share * dw2_7;
  into.w2[7] = share * dw2_8;

  // db2 = db2_sum / m   [the same for all examples: their cotangents add up]
  into.b2[0] = db2_sum / m;
  return J2;
}

/** One step of training on the examples `order[from … to)`: forward, backward, update; returns the loss before the update. */
export function step(params: Parameters, state: Floats, data: Examples, clock: Clock, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { W1, b1, w2, b2 } = params;
  const { x, d } = data.columns;
  const { t, rate } = clock;
  const m = to - from;
  const share = 1 / m;

  // scale = 1 - 0.9 ^ t
  const scale = 1 - Math.pow(0.9, t);

  // scale2 = 1 - 0.999 ^ t
  const scale2 = 1 - Math.pow(0.999, t);
  const share2 = 0.1 * share;
  const stepSize = rate / scale;
  const scale3 = 1 / scale2;
  let J_sum = 0;
  let dw2_1 = 0, dw2_2 = 0, dw2_3 = 0, dw2_4 = 0, dw2_5 = 0, dw2_6 = 0, dw2_7 = 0, dw2_8 = 0;
  let db2_sum = 0;
  let dW1_1_1 = 0, dW1_1_2 = 0, dW1_2_1 = 0, dW1_2_2 = 0, dW1_3_1 = 0, dW1_3_2 = 0, dW1_4_1 = 0, dW1_4_2 = 0;
  let dW1_5_1 = 0, dW1_5_2 = 0, dW1_6_1 = 0, dW1_6_2 = 0, dW1_7_1 = 0, dW1_7_2 = 0, dW1_8_1 = 0, dW1_8_2 = 0;
  let db1_1 = 0, db1_2 = 0, db1_3 = 0, db1_4 = 0, db1_5 = 0, db1_6 = 0, db1_7 = 0, db1_8 = 0;
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];

    // add = W1 * x + b1
    const x_1 = x[row * 2];
    const x_2 = x[row * 2 + 1];
    const add_1 = W1[0] * x_1 + W1[1] * x_2 + b1[0];
    const add_2 = W1[2] * x_1 + W1[3] * x_2 + b1[1];
    const add_3 = W1[4] * x_1 + W1[5] * x_2 + b1[2];
    const add_4 = W1[6] * x_1 + W1[7] * x_2 + b1[3];
    const add_5 = W1[8] * x_1 + W1[9] * x_2 + b1[4];
    const add_6 = W1[10] * x_1 + W1[11] * x_2 + b1[5];
    const add_7 = W1[12] * x_1 + W1[13] * x_2 + b1[6];
    const add_8 = W1[14] * x_1 + W1[15] * x_2 + b1[7];

    // h_expm1 = expm1(min(2 * abs(add), 709))
    const h_expm1_1 = Math.expm1(Math.min(2 * Math.abs(add_1), 709));
    const h_expm1_2 = Math.expm1(Math.min(2 * Math.abs(add_2), 709));
    const h_expm1_3 = Math.expm1(Math.min(2 * Math.abs(add_3), 709));
    const h_expm1_4 = Math.expm1(Math.min(2 * Math.abs(add_4), 709));
    const h_expm1_5 = Math.expm1(Math.min(2 * Math.abs(add_5), 709));
    const h_expm1_6 = Math.expm1(Math.min(2 * Math.abs(add_6), 709));
    const h_expm1_7 = Math.expm1(Math.min(2 * Math.abs(add_7), 709));
    const h_expm1_8 = Math.expm1(Math.min(2 * Math.abs(add_8), 709));

    // h_den = 2 + h_expm1
    const h_den_1 = 2 + h_expm1_1;
    const h_den_2 = 2 + h_expm1_2;
    const h_den_3 = 2 + h_expm1_3;
    const h_den_4 = 2 + h_expm1_4;
    const h_den_5 = 2 + h_expm1_5;
    const h_den_6 = 2 + h_expm1_6;
    const h_den_7 = 2 + h_expm1_7;
    const h_den_8 = 2 + h_expm1_8;

    // h = sign(add) .* (h_expm1 ./ h_den)   [line 10]
    const h_1 = Math.sign(add_1) * (h_expm1_1 / h_den_1);
    const h_2 = Math.sign(add_2) * (h_expm1_2 / h_den_2);
    const h_3 = Math.sign(add_3) * (h_expm1_3 / h_den_3);
    const h_4 = Math.sign(add_4) * (h_expm1_4 / h_den_4);
    const h_5 = Math.sign(add_5) * (h_expm1_5 / h_den_5);
    const h_6 = Math.sign(add_6) * (h_expm1_6 / h_den_6);
    const h_7 = Math.sign(add_7) * (h_expm1_7 / h_den_7);
    const h_8 = Math.sign(add_8) * (h_expm1_8 / h_den_8);

    // y_in = dot(w2, h) + b2   [line 11]
    const y_in = w2[0] * h_1 + w2[1] * h_2 + w2[2] * h_3 + w2[3] * h_4 + w2[4] * h_5 + w2[5] * h_6 + w2[6] * h_7 + w2[7] * h_8 + b2[0];

    // y = sigmoid(y_in)   [line 11, output]
    const y = 1 / (1 + Math.exp(-y_in));

    // J = logisticLoss(y_in, d)   [line 12, loss]
    const d2 = d[row];
    const J = Math.max(y_in, 0) - d2 * y_in + Math.log1p(Math.exp(-Math.abs(y_in)));

    // J_sum = Σn J
    J_sum += J;

    // sub = y - d
    const sub = y - d2;

    // dw2 = Σn sub * h   [dot(w2, h) with respect to w2: the other factor times the cotangent; line 11]
    dw2_1 += sub * h_1;
    dw2_2 += sub * h_2;
    dw2_3 += sub * h_3;
    dw2_4 += sub * h_4;
    dw2_5 += sub * h_5;
    dw2_6 += sub * h_6;
    dw2_7 += sub * h_7;
    dw2_8 += sub * h_8;

    // db2_sum = Σn sub
    db2_sum += sub;

    // div = 2 ./ h_den
    const div_1 = 2 / h_den_1;
    const div_2 = 2 / h_den_2;
    const div_3 = 2 / h_den_3;
    const div_4 = 2 / h_den_4;
    const div_5 = 2 / h_den_5;
    const div_6 = 2 / h_den_6;
    const div_7 = 2 / h_den_7;
    const div_8 = 2 / h_den_8;

    // dh = sub * w2   [dot(w2, h) with respect to h: the other factor times the cotangent; line 11]
    const dh_1 = sub * w2[0];
    const dh_2 = sub * w2[1];
    const dh_3 = sub * w2[2];
    const dh_4 = sub * w2[3];
    const dh_5 = sub * w2[4];
    const dh_6 = sub * w2[5];
    const dh_7 = sub * w2[6];
    const dh_8 = sub * w2[7];

    // dh_in = dh .* (div .* (2 - div))   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 10]
    const dh_in_1 = dh_1 * (div_1 * (2 - div_1));
    const dh_in_2 = dh_2 * (div_2 * (2 - div_2));
    const dh_in_3 = dh_3 * (div_3 * (2 - div_3));
    const dh_in_4 = dh_4 * (div_4 * (2 - div_4));
    const dh_in_5 = dh_5 * (div_5 * (2 - div_5));
    const dh_in_6 = dh_6 * (div_6 * (2 - div_6));
    const dh_in_7 = dh_7 * (div_7 * (2 - div_7));
    const dh_in_8 = dh_8 * (div_8 * (2 - div_8));

    // dW1 = Σn outer(dh_in, x)   [EQ4: ∂C/∂w = δ aᵀ; line 10]
    dW1_1_1 += dh_in_1 * x_1;
    dW1_1_2 += dh_in_1 * x_2;
    dW1_2_1 += dh_in_2 * x_1;
    dW1_2_2 += dh_in_2 * x_2;
    dW1_3_1 += dh_in_3 * x_1;
    dW1_3_2 += dh_in_3 * x_2;
    dW1_4_1 += dh_in_4 * x_1;
    dW1_4_2 += dh_in_4 * x_2;
    dW1_5_1 += dh_in_5 * x_1;
    dW1_5_2 += dh_in_5 * x_2;
    dW1_6_1 += dh_in_6 * x_1;
    dW1_6_2 += dh_in_6 * x_2;
    dW1_7_1 += dh_in_7 * x_1;
    dW1_7_2 += dh_in_7 * x_2;
    dW1_8_1 += dh_in_8 * x_1;
    dW1_8_2 += dh_in_8 * x_2;

    // db1 = Σn dh_in   [EQ3: ∂C/∂b = δ]
    db1_1 += dh_in_1;
    db1_2 += dh_in_2;
    db1_3 += dh_in_3;
    db1_4 += dh_in_4;
    db1_5 += dh_in_5;
    db1_6 += dh_in_6;
    db1_7 += dh_in_7;
    db1_8 += dh_in_8;
  }

  // loss = J_sum / m   [line 12, loss]
  const loss = J_sum / m;

  // db2 = db2_sum / m   [the same for all examples: their cotangents add up]
  const db2 = db2_sum / m;

  // m_b2⁺ = 0.9 * m_b2 + 0.1 * db2
  const m_b2_2 = 0.9 * state[64] + 0.1 * db2;
  state[64] = m_b2_2;

  // m_W1⁺ = 0.9 * m_W1 + share2 * dW1
  const m_W1_1_1 = 0.9 * state[0] + share2 * dW1_1_1;
  state[0] = m_W1_1_1;
  const m_W1_1_2 = 0.9 * state[1] + share2 * dW1_1_2;
  state[1] = m_W1_1_2;
  const m_W1_2_1 = 0.9 * state[2] + share2 * dW1_2_1;
  state[2] = m_W1_2_1;
  const m_W1_2_2 = 0.9 * state[3] + share2 * dW1_2_2;
  state[3] = m_W1_2_2;
  const m_W1_3_1 = 0.9 * state[4] + share2 * dW1_3_1;
  state[4] = m_W1_3_1;
  const m_W1_3_2 = 0.9 * state[5] + share2 * dW1_3_2;
  state[5] = m_W1_3_2;
  const m_W1_4_1 = 0.9 * state[6] + share2 * dW1_4_1;
  state[6] = m_W1_4_1;
  const m_W1_4_2 = 0.9 * state[7] + share2 * dW1_4_2;
  state[7] = m_W1_4_2;
  const m_W1_5_1 = 0.9 * state[8] + share2 * dW1_5_1;
  state[8] = m_W1_5_1;
  const m_W1_5_2 = 0.9 * state[9] + share2 * dW1_5_2;
  state[9] = m_W1_5_2;
  const m_W1_6_1 = 0.9 * state[10] + share2 * dW1_6_1;
  state[10] = m_W1_6_1;
  const m_W1_6_2 = 0.9 * state[11] + share2 * dW1_6_2;
  state[11] = m_W1_6_2;
  const m_W1_7_1 = 0.9 * state[12] + share2 * dW1_7_1;
  state[12] = m_W1_7_1;
  const m_W1_7_2 = 0.9 * state[13] + share2 * dW1_7_2;
  state[13] = m_W1_7_2;
  const m_W1_8_1 = 0.9 * state[14] + share2 * dW1_8_1;
  state[14] = m_W1_8_1;
  const m_W1_8_2 = 0.9 * state[15] + share2 * dW1_8_2;
  state[15] = m_W1_8_2;

  // v_W1⁺ = 0.999 * v_W1 + 0.001 * (share * dW1) .^ 2
  const t2 = share * dW1_1_1;
  const v_W1_1_1 = 0.999 * state[16] + 0.001 * (t2 * t2);
  state[16] = v_W1_1_1;
  const t3 = share * dW1_1_2;
  const v_W1_1_2 = 0.999 * state[17] + 0.001 * (t3 * t3);
  state[17] = v_W1_1_2;
  const t4 = share * dW1_2_1;
  const v_W1_2_1 = 0.999 * state[18] + 0.001 * (t4 * t4);
  state[18] = v_W1_2_1;
  const t5 = share * dW1_2_2;
  const v_W1_2_2 = 0.999 * state[19] + 0.001 * (t5 * t5);
  state[19] = v_W1_2_2;
  const t6 = share * dW1_3_1;
  const v_W1_3_1 = 0.999 * state[20] + 0.001 * (t6 * t6);
  state[20] = v_W1_3_1;
  const t7 = share * dW1_3_2;
  const v_W1_3_2 = 0.999 * state[21] + 0.001 * (t7 * t7);
  state[21] = v_W1_3_2;
  const t8 = share * dW1_4_1;
  const v_W1_4_1 = 0.999 * state[22] + 0.001 * (t8 * t8);
  state[22] = v_W1_4_1;
  const t9 = share * dW1_4_2;
  const v_W1_4_2 = 0.999 * state[23] + 0.001 * (t9 * t9);
  state[23] = v_W1_4_2;
  const t10 = share * dW1_5_1;
  const v_W1_5_1 = 0.999 * state[24] + 0.001 * (t10 * t10);
  state[24] = v_W1_5_1;
  const t11 = share * dW1_5_2;
  const v_W1_5_2 = 0.999 * state[25] + 0.001 * (t11 * t11);
  state[25] = v_W1_5_2;
  const t12 = share * dW1_6_1;
  const v_W1_6_1 = 0.999 * state[26] + 0.001 * (t12 * t12);
  state[26] = v_W1_6_1;
  const t13 = share * dW1_6_2;
  const v_W1_6_2 = 0.999 * state[27] + 0.001 * (t13 * t13);
  state[27] = v_W1_6_2;
  const t14 = share * dW1_7_1;
  const v_W1_7_1 = 0.999 * state[28] + 0.001 * (t14 * t14);
  state[28] = v_W1_7_1;
  const t15 = share * dW1_7_2;
  const v_W1_7_2 = 0.999 * state[29] + 0.001 * (t15 * t15);
  state[29] = v_W1_7_2;
  const t16 = share * dW1_8_1;
  const v_W1_8_1 = 0.999 * state[30] + 0.001 * (t16 * t16);
  state[30] = v_W1_8_1;
  const t17 = share * dW1_8_2;
  const v_W1_8_2 = 0.999 * state[31] + 0.001 * (t17 * t17);
  state[31] = v_W1_8_2;

  // W1⁺ = W1 - stepSize * (m_W1⁺ ./ (sqrt(scale3 * v_W1⁺) + 1e-8))
  W1[0] -= stepSize * (m_W1_1_1 / (Math.sqrt(scale3 * v_W1_1_1) + 1e-8));
  W1[1] -= stepSize * (m_W1_1_2 / (Math.sqrt(scale3 * v_W1_1_2) + 1e-8));
  W1[2] -= stepSize * (m_W1_2_1 / (Math.sqrt(scale3 * v_W1_2_1) + 1e-8));
  W1[3] -= stepSize * (m_W1_2_2 / (Math.sqrt(scale3 * v_W1_2_2) + 1e-8));
  W1[4] -= stepSize * (m_W1_3_1 / (Math.sqrt(scale3 * v_W1_3_1) + 1e-8));
  W1[5] -= stepSize * (m_W1_3_2 / (Math.sqrt(scale3 * v_W1_3_2) + 1e-8));
  W1[6] -= stepSize * (m_W1_4_1 / (Math.sqrt(scale3 * v_W1_4_1) + 1e-8));
  W1[7] -= stepSize * (m_W1_4_2 / (Math.sqrt(scale3 * v_W1_4_2) + 1e-8));
  W1[8] -= stepSize * (m_W1_5_1 / (Math.sqrt(scale3 * v_W1_5_1) + 1e-8));
  W1[9] -= stepSize * (m_W1_5_2 / (Math.sqrt(scale3 * v_W1_5_2) + 1e-8));
  W1[10] -= stepSize * (m_W1_6_1 / (Math.sqrt(scale3 * v_W1_6_1) + 1e-8));
  W1[11] -= stepSize * (m_W1_6_2 / (Math.sqrt(scale3 * v_W1_6_2) + 1e-8));
  W1[12] -= stepSize * (m_W1_7_1 / (Math.sqrt(scale3 * v_W1_7_1) + 1e-8));
  W1[13] -= stepSize * (m_W1_7_2 / (Math.sqrt(scale3 * v_W1_7_2) + 1e-8));
  W1[14] -= stepSize * (m_W1_8_1 / (Math.sqrt(scale3 * v_W1_8_1) + 1e-8));
  W1[15] -= stepSize * (m_W1_8_2 / (Math.sqrt(scale3 * v_W1_8_2) + 1e-8));

  // m_b1⁺ = 0.9 * m_b1 + share2 * db1
  const m_b1_1 = 0.9 * state[32] + share2 * db1_1;
  state[32] = m_b1_1;
  const m_b1_2 = 0.9 * state[33] + share2 * db1_2;
  state[33] = m_b1_2;
  const m_b1_3 = 0.9 * state[34] + share2 * db1_3;
  state[34] = m_b1_3;
  const m_b1_4 = 0.9 * state[35] + share2 * db1_4;
  state[35] = m_b1_4;
  const m_b1_5 = 0.9 * state[36] + share2 * db1_5;
  state[36] = m_b1_5;
  const m_b1_6 = 0.9 * state[37] + share2 * db1_6;
  state[37] = m_b1_6;
  const m_b1_7 = 0.9 * state[38] + share2 * db1_7;
  state[38] = m_b1_7;
  const m_b1_8 = 0.9 * state[39] + share2 * db1_8;
  state[39] = m_b1_8;

  // v_b1⁺ = 0.999 * v_b1 + 0.001 * (share * db1) .^ 2
  const t18 = share * db1_1;
  const v_b1_1 = 0.999 * state[40] + 0.001 * (t18 * t18);
  state[40] = v_b1_1;
  const t19 = share * db1_2;
  const v_b1_2 = 0.999 * state[41] + 0.001 * (t19 * t19);
  state[41] = v_b1_2;
  const t20 = share * db1_3;
  const v_b1_3 = 0.999 * state[42] + 0.001 * (t20 * t20);
  state[42] = v_b1_3;
  const t21 = share * db1_4;
  const v_b1_4 = 0.999 * state[43] + 0.001 * (t21 * t21);
  state[43] = v_b1_4;
  const t22 = share * db1_5;
  const v_b1_5 = 0.999 * state[44] + 0.001 * (t22 * t22);
  state[44] = v_b1_5;
  const t23 = share * db1_6;
  const v_b1_6 = 0.999 * state[45] + 0.001 * (t23 * t23);
  state[45] = v_b1_6;
  const t24 = share * db1_7;
  const v_b1_7 = 0.999 * state[46] + 0.001 * (t24 * t24);
  state[46] = v_b1_7;
  const t25 = share * db1_8;
  const v_b1_8 = 0.999 * state[47] + 0.001 * (t25 * t25);
  state[47] = v_b1_8;

  // b1⁺ = b1 - stepSize * (m_b1⁺ ./ (sqrt(scale3 * v_b1⁺) + 1e-8))
  b1[0] -= stepSize * (m_b1_1 / (Math.sqrt(scale3 * v_b1_1) + 1e-8));
  b1[1] -= stepSize * (m_b1_2 / (Math.sqrt(scale3 * v_b1_2) + 1e-8));
  b1[2] -= stepSize * (m_b1_3 / (Math.sqrt(scale3 * v_b1_3) + 1e-8));
  b1[3] -= stepSize * (m_b1_4 / (Math.sqrt(scale3 * v_b1_4) + 1e-8));
  b1[4] -= stepSize * (m_b1_5 / (Math.sqrt(scale3 * v_b1_5) + 1e-8));
  b1[5] -= stepSize * (m_b1_6 / (Math.sqrt(scale3 * v_b1_6) + 1e-8));
  b1[6] -= stepSize * (m_b1_7 / (Math.sqrt(scale3 * v_b1_7) + 1e-8));
  b1[7] -= stepSize * (m_b1_8 / (Math.sqrt(scale3 * v_b1_8) + 1e-8));

  // m_w2⁺ = 0.9 * m_w2 + share2 * dw2
  const m_w2_1 = 0.9 * state[48] + share2 * dw2_1;
  state[48] = m_w2_1;
  const m_w2_2 = 0.9 * state[49] + share2 * dw2_2;
  state[49] = m_w2_2;
  const m_w2_3 = 0.9 * state[50] + share2 * dw2_3;
  state[50] = m_w2_3;
  const m_w2_4 = 0.9 * state[51] + share2 * dw2_4;
  state[51] = m_w2_4;
  const m_w2_5 = 0.9 * state[52] + share2 * dw2_5;
  state[52] = m_w2_5;
  const m_w2_6 = 0.9 * state[53] + share2 * dw2_6;
  state[53] = m_w2_6;
  const m_w2_7 = 0.9 * state[54] + share2 * dw2_7;
  state[54] = m_w2_7;
  const m_w2_8 = 0.9 * state[55] + share2 * dw2_8;
  state[55] = m_w2_8;

  // v_w2⁺ = 0.999 * v_w2 + 0.001 * (share * dw2) .^ 2
  const t26 = share * dw2_1;
  const v_w2_1 = 0.999 * state[56] + 0.001 * (t26 * t26);
  state[56] = v_w2_1;
  const t27 = share * dw2_2;
  const v_w2_2 = 0.999 * state[57] + 0.001 * (t27 * t27);
  state[57] = v_w2_2;
  const t28 = share * dw2_3;
  const v_w2_3 = 0.999 * state[58] + 0.001 * (t28 * t28);
  state[58] = v_w2_3;
  const t29 = share * dw2_4;
  const v_w2_4 = 0.999 * state[59] + 0.001 * (t29 * t29);
  state[59] = v_w2_4;
  const t30 = share * dw2_5;
  const v_w2_5 = 0.999 * state[60] + 0.001 * (t30 * t30);
  state[60] = v_w2_5;
  const t31 = share * dw2_6;
  const v_w2_6 = 0.999 * state[61] + 0.001 * (t31 * t31);
  state[61] = v_w2_6;
  const t32 = share * dw2_7;
  const v_w2_7 = 0.999 * state[62] + 0.001 * (t32 * t32);
  state[62] = v_w2_7;
  const t33 = share * dw2_8;
  const v_w2_8 = 0.999 * state[63] + 0.001 * (t33 * t33);
  state[63] = v_w2_8;

  // w2⁺ = w2 - stepSize * (m_w2⁺ ./ (sqrt(scale3 * v_w2⁺) + 1e-8))
  w2[0] -= stepSize * (m_w2_1 / (Math.sqrt(scale3 * v_w2_1) + 1e-8));
  w2[1] -= stepSize * (m_w2_2 / (Math.sqrt(scale3 * v_w2_2) + 1e-8));
  w2[2] -= stepSize * (m_w2_3 / (Math.sqrt(scale3 * v_w2_3) + 1e-8));
  w2[3] -= stepSize * (m_w2_4 / (Math.sqrt(scale3 * v_w2_4) + 1e-8));
  w2[4] -= stepSize * (m_w2_5 / (Math.sqrt(scale3 * v_w2_5) + 1e-8));
  w2[5] -= stepSize * (m_w2_6 / (Math.sqrt(scale3 * v_w2_6) + 1e-8));
  w2[6] -= stepSize * (m_w2_7 / (Math.sqrt(scale3 * v_w2_7) + 1e-8));
  w2[7] -= stepSize * (m_w2_8 / (Math.sqrt(scale3 * v_w2_8) + 1e-8));

  // v_b2⁺ = 0.999 * v_b2 + 0.001 * db2 ^ 2
  const v_b2_2 = 0.999 * state[65] + 0.001 * (db2 * db2);
  state[65] = v_b2_2;

  // b2⁺ = b2 - rate * (m_b2⁺ / scale) / (sqrt(v_b2⁺ / scale2) + 1e-8)
  b2[0] -= rate * (m_b2_2 / scale) / (Math.sqrt(v_b2_2 / scale2) + 1e-8);
  return loss;
}

/** The predictions for one example among others. */
export function predict(params: Parameters, data: Examples, row: number, into: Outputs = createOutputs()): Outputs {
  return forward(params, data.columns.x.subarray(row * 2, row * 2 + 2), into);
}
