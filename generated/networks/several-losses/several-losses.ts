/**
 * several-losses: compiled by gradc 0.1.0 from several-losses.grad. Do not edit: change the spec and compile again.
 *
 * Spec        sha256 e39a907bb9df6a99e0b222825246ac8b20c70f43d48fdbd127da389cfeca61f5
 * Parameters  62: W1 (12 × 2), b1 vector of 12, w2 vector of 12, b2 scalar, w3 vector of 12, b3 scalar
 * Precision   64-bit
 * Convention  loss and gradients are the mean over the batch; the gradient of norm is 0 at 0
 * Stable form xlogy(d, sigmoid(z)) -> -(d * softplus(-z))
 *             xlogy(d, 1 - sigmoid(z)) -> -(d * softplus(z))
 *             d * softplus(-z) + (1 - d) * softplus(z) -> logisticLoss(z, d)
 *             1 - square(tanh(x)) -> 2 / (2 + expm1(min(2 * abs(x), 709))) * (2 - 2 / (2 + expm1(min(2 * abs(x), 709))))
 *
 * Operations of gradient, for one example (sums over the batch left out):
 *   forward 210: 76 multiply, 63 add, 13 abs, 13 compare, 13 divide, 12 expm1, 12 sign, 2 exp, 2 negate, 2 subtract, 1 log1p, 1 sqrt
 *   backward 157: 120 multiply, 13 subtract, 12 add, 12 divide
 *
 * Schedule:
 *   forward  unrolled: 126 scalar operations, at most 2500
 *   evaluate  unrolled: 151 scalar operations, at most 2500
 *   gradient  unrolled: 480 scalar operations, at most 2500
 *   step  unrolled: 1320 scalar operations, at most 2500
 *
 * parameters
 *   W1   12 × 2   glorot   # line 5
 *   b1   12       zeros    # line 6
 *   w2   12       zeros    # line 7
 *   b2   scalar   zeros    # line 8
 *   w3   12       zeros    # line 9
 *   b3   scalar   zeros    # line 10
 *
 * data
 *   x   2        input    # line 2
 *   d   scalar   target   # line 3
 *
 * hyperparameters
 *   lambda   scalar   0.5   # line 11
 *
 * forward
 *   h = tanh(W1 * x + b1)                   12 per example       # line 13
 *   t1 = dot(w2, h) + b2                    scalar per example   # line 14
 *   p = sigmoid(t1)                         scalar per example   # line 14, output
 *   r = dot(w3, h) + b3                     scalar per example   # line 15, output
 *   classes = logisticLoss(t1, d)           scalar per example   # line 16, loss
 *   distance = lambda * (r - norm(x)) ^ 2   scalar per example   # line 17, loss
 *   accuracy = (p > 0.5) == d               scalar per example   # line 19, metric
 *
 * mean over the batch of m examples
 *   classes = (Σn classes) / m                                      scalar   # line 16, loss
 *   distance = (lambda * Σn (r - norm(x)) ^ 2) / m                  scalar   # line 17, loss
 *   accuracy = (Σn accuracy) / m                                    scalar   # line 19, metric
 *   loss = (Σn classes) / m + (lambda * Σn (r - norm(x)) ^ 2) / m   scalar   # all losses
 *
 * backward (constant factors come in last, with Σn)
 *   dr = r - norm(x)                             scalar per example   # chain rule through square: ∂y/∂x = 2 * x; a factor t2 comes in later
 *   dclasses = 1/m                               scalar per example   # each term of a sum gets the cotangent of the sum
 *   t2 = 2 * (lambda / m)                        scalar
 *   dh = t2 * (dr * w3) + 1/m * ((p - d) * w2)   12 per example       # sum over every use of the value: dot(w2, h) with respect to h: the other factor times the cotangent; dot(w3, h) with respect to h: the other factor times the cotangent
 *   dh_in = dh .* (1 - h .^ 2)                   12 per example       # EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); chain rule through tanh: ∂y/∂x = 1 - square(y)
 *   dW1 = Σn outer(dh_in, x)                     12 × 2               # EQ4: ∂C/∂w = δ aᵀ; W1 * x with respect to W1: outer product of the cotangent and the vector
 *   db1 = Σn dh_in                               12                   # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
 *   dw2 = 1/m * Σn (p - d) * h                   12                   # dot(w2, h) with respect to w2: the other factor times the cotangent
 *   db2 = (Σn (p - d)) / m                       scalar               # the same for all examples: their cotangents add up
 *   dw3 = t2 * Σn dr * h                         12                   # dot(w3, h) with respect to w3: the other factor times the cotangent
 *   db3 = 2 * lambda / m * Σn dr                 scalar               # the same for all examples: their cotangents add up
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
  readonly W1: Tensor<[12, 2]>;
  readonly b1: Tensor<[12]>;
  readonly w2: Tensor<[12]>;
  readonly b2: Tensor<[]>;
  readonly w3: Tensor<[12]>;
  readonly b3: Tensor<[]>;
}

/** Numbers that can be changed between steps. */
export type Hyper = { lambda: number };

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

/** In order: classes, distance, accuracy. */
export type Report = Floats;

/** Gradients of the loss. */
export interface Gradients {
  readonly W1: Tensor<[12, 2]>;
  readonly b1: Tensor<[12]>;
  readonly w2: Tensor<[12]>;
  readonly b2: Tensor<[]>;
  readonly w3: Tensor<[12]>;
  readonly b3: Tensor<[]>;
  /** Each loss over the batch. */
  readonly losses: Floats;
}

/** Predictions for one example. */
export type Outputs = { readonly p: Tensor<[]>; readonly r: Tensor<[]> };

/** What the module is: names, shapes, defaults and data of the spec. */
export const metadata = {
  name: "several-losses",
  hash: "e39a907bb9df6a99e0b222825246ac8b20c70f43d48fdbd127da389cfeca61f5",
  version: "0.1.0",
  precision: "f64",
  parameters: [
    { name: "W1", shape: [12, 2], offset: 0, initial: { kind: "glorot" } },
    { name: "b1", shape: [12], offset: 24, initial: { kind: "zeros" } },
    { name: "w2", shape: [12], offset: 36, initial: { kind: "zeros" } },
    { name: "b2", shape: [], offset: 48, initial: { kind: "zeros" } },
    { name: "w3", shape: [12], offset: 49, initial: { kind: "zeros" } },
    { name: "b3", shape: [], offset: 61, initial: { kind: "zeros" } },
  ],
  columns: [{ name: "x", role: "input", shape: [2] }, { name: "d", role: "target", shape: [] }],
  hypers: [{ name: "lambda", value: 0.5 }],
  losses: ["classes", "distance"],
  metrics: ["accuracy"],
  outputs: [{ name: "p", shape: [] }, { name: "r", shape: [] }],
  reduction: "mean",
  data: { kind: "generator", name: "circle" },
  train: { optimizer: "adam", rate: 0.02, batch: 20, epochs: 60, validation: 0.2, seed: 1 },
} as const;

/** Parameters as views on one flat array, zero where none is given. */
export function createParameters(flat: Floats = new Float64Array(62)): Parameters {
  return {
    flat,
    W1: flat.subarray(0, 24),
    b1: flat.subarray(24, 36),
    w2: flat.subarray(36, 48),
    b2: flat.subarray(48, 49),
    w3: flat.subarray(49, 61),
    b3: flat.subarray(61, 62),
  };
}

/** Initial parameters: the same numbers for the same seed. */
export function initialise(seed: number, params: Parameters = createParameters()): Parameters {
  for (let k = 0; k < 24; k++) params.W1[k] = 0.6546536707079771 * (2 * uniform(seed, 0, k) - 1);
  params.b1.fill(0);
  params.w2.fill(0);
  params.b2.fill(0);
  params.w3.fill(0);
  params.b3.fill(0);
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
  return {
    lambda: 0.5,
  };
}

const defaults: Hyper = createHyper();

/** Room for the predictions of one example. */
export function createOutputs(): Outputs {
  return {
    p: new Float64Array(1),
    r: new Float64Array(1),
  };
}

/** Room for gradients. */
export function createGradients(_examples: number = 1): Gradients {
  return {
    W1: new Float64Array(24),
    b1: new Float64Array(12),
    w2: new Float64Array(12),
    b2: new Float64Array(1),
    w3: new Float64Array(12),
    b3: new Float64Array(1),
    losses: new Float64Array(2),
  };
}

/** The state of the update rule, all zeros. */
export function createState(): Floats {
  return new Float64Array(124);
}

/** The predictions for one example. */
export function forward(params: Parameters, x: Vector<2>, into: Outputs = createOutputs(), hyper: Hyper = defaults): Outputs {
  const { W1, b1, w2, b2, w3, b3 } = params;

  // h = tanh(W1 * x + b1)   [line 13]
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
  const h_9 = Math.tanh(W1[16] * x_1 + W1[17] * x_2 + b1[8]);
  const h_10 = Math.tanh(W1[18] * x_1 + W1[19] * x_2 + b1[9]);
  const h_11 = Math.tanh(W1[20] * x_1 + W1[21] * x_2 + b1[10]);
  const h_12 = Math.tanh(W1[22] * x_1 + W1[23] * x_2 + b1[11]);

  // p = sigmoid(dot(w2, h) + b2)   [line 14, output]
  into.p[0] = 1 / (1 + Math.exp(-(w2[0] * h_1 + w2[1] * h_2 + w2[2] * h_3 + w2[3] * h_4 + w2[4] * h_5 + w2[5] * h_6 + w2[6] * h_7 + w2[7] * h_8 + w2[8] * h_9 + w2[9] * h_10 + w2[10] * h_11 + w2[11] * h_12 + b2[0])));

  // r = dot(w3, h) + b3   [line 15, output]
  into.r[0] = w3[0] * h_1 + w3[1] * h_2 + w3[2] * h_3 + w3[3] * h_4 + w3[4] * h_5 + w3[5] * h_6 + w3[6] * h_7 + w3[7] * h_8 + w3[8] * h_9 + w3[9] * h_10 + w3[10] * h_11 + w3[11] * h_12 + b3[0];
  return into;
}

/** Losses, then metrics, over the examples `order[from … to)`, as inference computes them, into `report`; returns the total loss. */
export function evaluate(params: Parameters, data: Examples, report: Report, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length, hyper: Hyper = defaults): number {
  const { W1, b1, w2, b2, w3, b3 } = params;
  const { x, d } = data.columns;
  const { lambda } = hyper;
  const m = to - from;
  let classes_sum = 0;
  let distance_sum = 0;
  let accuracy_sum = 0;
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];

    // h = tanh(W1 * x + b1)   [line 13]
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
    const h_9 = Math.tanh(W1[16] * x_1 + W1[17] * x_2 + b1[8]);
    const h_10 = Math.tanh(W1[18] * x_1 + W1[19] * x_2 + b1[9]);
    const h_11 = Math.tanh(W1[20] * x_1 + W1[21] * x_2 + b1[10]);
    const h_12 = Math.tanh(W1[22] * x_1 + W1[23] * x_2 + b1[11]);

    // p_in = dot(w2, h) + b2   [line 14]
    const p_in = w2[0] * h_1 + w2[1] * h_2 + w2[2] * h_3 + w2[3] * h_4 + w2[4] * h_5 + w2[5] * h_6 + w2[6] * h_7 + w2[7] * h_8 + w2[8] * h_9 + w2[9] * h_10 + w2[10] * h_11 + w2[11] * h_12 + b2[0];

    // p = sigmoid(p_in)   [line 14, output]
    const p = 1 / (1 + Math.exp(-p_in));

    // r = dot(w3, h) + b3   [line 15, output]
    const r = w3[0] * h_1 + w3[1] * h_2 + w3[2] * h_3 + w3[3] * h_4 + w3[4] * h_5 + w3[5] * h_6 + w3[6] * h_7 + w3[7] * h_8 + w3[8] * h_9 + w3[9] * h_10 + w3[10] * h_11 + w3[11] * h_12 + b3[0];

    // accuracy = (p > 0.5) == d   [line 19, metric]
    const d2 = d[row];
    const accuracy = (p > 0.5 ? 1 : 0) === d2 ? 1 : 0;

    // classes = logisticLoss(p_in, d)   [line 16, loss]
    const classes = Math.max(p_in, 0) - d2 * p_in + Math.log1p(Math.exp(-Math.abs(p_in)));

    // classes_sum = Σn classes
    classes_sum += classes;

    // dr = r - sqrt(sum(x .^ 2))   [chain rule through square: ∂y/∂x = 2 * x]
    const dr = r - Math.sqrt(x_1 * x_1 + x_2 * x_2);

    // distance_sum = Σn dr ^ 2
    distance_sum += dr * dr;

    // accuracy_sum = Σn accuracy
    accuracy_sum += accuracy;
  }

  // classes2 = classes_sum / m   [line 16, loss]
  const classes2 = classes_sum / m;
  report[0] = classes2;

  // accuracy2 = accuracy_sum / m   [line 19, metric]
  report[2] = accuracy_sum / m;

  // distance = lambda * distance_sum / m   [line 17, loss]
  const distance = lambda * distance_sum / m;
  report[1] = distance;

  // loss = classes_sum / m + lambda * distance_sum / m   [all losses]
  const loss = classes2 + distance;
  return loss;
}

/** The loss over the examples `order[from … to)` and its gradients, into `into`; returns the loss. */
export function gradient(params: Parameters, data: Examples, into: Gradients, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length, hyper: Hyper = defaults): number {
  const { W1, b1, w2, b2, w3, b3 } = params;
  const { x, d } = data.columns;
  const { lambda } = hyper;
  const m = to - from;
  const share = 1 / m;
  const scale = lambda / m;
  const scale2 = 2 * scale;
  let classes_sum = 0;
  let distance_sum = 0;
  let dw2_1 = 0, dw2_2 = 0, dw2_3 = 0, dw2_4 = 0, dw2_5 = 0, dw2_6 = 0, dw2_7 = 0, dw2_8 = 0;
  let dw2_9 = 0, dw2_10 = 0, dw2_11 = 0, dw2_12 = 0;
  let db2_sum = 0;
  let dw3_1 = 0, dw3_2 = 0, dw3_3 = 0, dw3_4 = 0, dw3_5 = 0, dw3_6 = 0, dw3_7 = 0, dw3_8 = 0;
  let dw3_9 = 0, dw3_10 = 0, dw3_11 = 0, dw3_12 = 0;
  let db3_sum = 0;
  into.W1.fill(0);
  into.b1.fill(0);
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
    const add_9 = W1[16] * x_1 + W1[17] * x_2 + b1[8];
    const add_10 = W1[18] * x_1 + W1[19] * x_2 + b1[9];
    const add_11 = W1[20] * x_1 + W1[21] * x_2 + b1[10];
    const add_12 = W1[22] * x_1 + W1[23] * x_2 + b1[11];

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

    // h = sign(add) .* (h_expm1 ./ h_den)   [line 13]
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

    // p_in = dot(w2, h) + b2   [line 14]
    const p_in = w2[0] * h_1 + w2[1] * h_2 + w2[2] * h_3 + w2[3] * h_4 + w2[4] * h_5 + w2[5] * h_6 + w2[6] * h_7 + w2[7] * h_8 + w2[8] * h_9 + w2[9] * h_10 + w2[10] * h_11 + w2[11] * h_12 + b2[0];

    // p = sigmoid(p_in)   [line 14, output]
    const p = 1 / (1 + Math.exp(-p_in));

    // r = dot(w3, h) + b3   [line 15, output]
    const r = w3[0] * h_1 + w3[1] * h_2 + w3[2] * h_3 + w3[3] * h_4 + w3[4] * h_5 + w3[5] * h_6 + w3[6] * h_7 + w3[7] * h_8 + w3[8] * h_9 + w3[9] * h_10 + w3[10] * h_11 + w3[11] * h_12 + b3[0];

    // classes = logisticLoss(p_in, d)   [line 16, loss]
    const d2 = d[row];
    const classes = Math.max(p_in, 0) - d2 * p_in + Math.log1p(Math.exp(-Math.abs(p_in)));

    // classes_sum = Σn classes
    classes_sum += classes;

    // sub = p - d
    const sub = p - d2;

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

    // dr = r - sqrt(sum(x .^ 2))   [chain rule through square: ∂y/∂x = 2 * x]
    const dr = r - Math.sqrt(x_1 * x_1 + x_2 * x_2);

    // distance_sum = Σn dr ^ 2
    distance_sum += dr * dr;

    // dw2 = Σn sub * h   [dot(w2, h) with respect to w2: the other factor times the cotangent; line 14]
    dw2_1 += sub * h_1;
    dw2_2 += sub * h_2;
    dw2_3 += sub * h_3;
    dw2_4 += sub * h_4;
    dw2_5 += sub * h_5;
    dw2_6 += sub * h_6;
    dw2_7 += sub * h_7;
    dw2_8 += sub * h_8;
    dw2_9 += sub * h_9;
    dw2_10 += sub * h_10;
    dw2_11 += sub * h_11;
    dw2_12 += sub * h_12;

    // db2_sum = Σn sub
    db2_sum += sub;

    // dw3 = Σn dr * h   [dot(w3, h) with respect to w3: the other factor times the cotangent; line 15]
    dw3_1 += dr * h_1;
    dw3_2 += dr * h_2;
    dw3_3 += dr * h_3;
    dw3_4 += dr * h_4;
    dw3_5 += dr * h_5;
    dw3_6 += dr * h_6;
    dw3_7 += dr * h_7;
    dw3_8 += dr * h_8;
    dw3_9 += dr * h_9;
    dw3_10 += dr * h_10;
    dw3_11 += dr * h_11;
    dw3_12 += dr * h_12;

    // db3_sum = Σn dr
    db3_sum += dr;

    // dh = scale2 * (dr * w3) + share * (sub * w2)   [sum over every use of the value: dot(w2, h) with respect to h: the other factor times the cotangent; line 13]
    const dh_1 = scale2 * (dr * w3[0]) + share * (sub * w2[0]);
    const dh_2 = scale2 * (dr * w3[1]) + share * (sub * w2[1]);
    const dh_3 = scale2 * (dr * w3[2]) + share * (sub * w2[2]);
    const dh_4 = scale2 * (dr * w3[3]) + share * (sub * w2[3]);
    const dh_5 = scale2 * (dr * w3[4]) + share * (sub * w2[4]);
    const dh_6 = scale2 * (dr * w3[5]) + share * (sub * w2[5]);
    const dh_7 = scale2 * (dr * w3[6]) + share * (sub * w2[6]);
    const dh_8 = scale2 * (dr * w3[7]) + share * (sub * w2[7]);
    const dh_9 = scale2 * (dr * w3[8]) + share * (sub * w2[8]);
    const dh_10 = scale2 * (dr * w3[9]) + share * (sub * w2[9]);
    const dh_11 = scale2 * (dr * w3[10]) + share * (sub * w2[10]);
    const dh_12 = scale2 * (dr * w3[11]) + share * (sub * w2[11]);

    // dh_in = dh .* (div .* (2 - div))   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 13]
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

    // dW1 = Σn outer(dh_in, x)   [EQ4: ∂C/∂w = δ aᵀ; line 13]
    into.W1[0] += dh_in_1 * x_1;
    into.W1[1] += dh_in_1 * x_2;
    into.W1[2] += dh_in_2 * x_1;
    into.W1[3] += dh_in_2 * x_2;
    into.W1[4] += dh_in_3 * x_1;
    into.W1[5] += dh_in_3 * x_2;
    into.W1[6] += dh_in_4 * x_1;
    into.W1[7] += dh_in_4 * x_2;
    into.W1[8] += dh_in_5 * x_1;
    into.W1[9] += dh_in_5 * x_2;
    into.W1[10] += dh_in_6 * x_1;
    into.W1[11] += dh_in_6 * x_2;
    into.W1[12] += dh_in_7 * x_1;
    into.W1[13] += dh_in_7 * x_2;
    into.W1[14] += dh_in_8 * x_1;
    into.W1[15] += dh_in_8 * x_2;
    into.W1[16] += dh_in_9 * x_1;
    into.W1[17] += dh_in_9 * x_2;
    into.W1[18] += dh_in_10 * x_1;
    into.W1[19] += dh_in_10 * x_2;
    into.W1[20] += dh_in_11 * x_1;
    into.W1[21] += dh_in_11 * x_2;
    into.W1[22] += dh_in_12 * x_1;
    into.W1[23] += dh_in_12 * x_2;

    // db1 = Σn dh_in   [EQ3: ∂C/∂b = δ]
    into.b1[0] += dh_in_1;
    into.b1[1] += dh_in_2;
    into.b1[2] += dh_in_3;
    into.b1[3] += dh_in_4;
    into.b1[4] += dh_in_5;
    into.b1[5] += dh_in_6;
    into.b1[6] += dh_in_7;
    into.b1[7] += dh_in_8;
    into.b1[8] += dh_in_9;
    into.b1[9] += dh_in_10;
    into.b1[10] += dh_in_11;
    into.b1[11] += dh_in_12;
  }

  // classes2 = classes_sum / m   [line 16, loss]
  const classes2 = classes_sum / m;
  into.losses[0] = classes2;

  // dw2 = share * dw2   [the mean over the batch]
  into.w2[0] = share * dw2_1;
  into.w2[1] = share * dw2_2;
  into.w2[2] = share * dw2_3;
  into.w2[3] = share * dw2_4;
  into.w2[4] = share * dw2_5;
  into.w2[5] = share * dw2_6;
  into.w2[6] = share * dw2_7;
  into.w2[7] = share * dw2_8;
  into.w2[8] = share * dw2_9;
  into.w2[9] = share * dw2_10;
  into.w2[10] = share * dw2_11;
  into.w2[11] = share * dw2_12;

  // db2 = db2_sum / m   [the same for all examples: their cotangents add up]
  into.b2[0] = db2_sum / m;

  // distance = lambda * distance_sum / m   [line 17, loss]
  const distance = lambda * distance_sum / m;
  into.losses[1] = distance;

  // loss = classes_sum / m + lambda * distance_sum / m   [all losses]
  const loss = classes2 + distance;

  // dw3 = scale2 * dw3   [the mean over the batch]
  into.w3[0] = scale2 * dw3_1;
  into.w3[1] = scale2 * dw3_2;
  into.w3[2] = scale2 * dw3_3;
  into.w3[3] = scale2 * dw3_4;
  into.w3[4] = scale2 * dw3_5;
  into.w3[5] = scale2 * dw3_6;
  into.w3[6] = scale2 * dw3_7;
  into.w3[7] = scale2 * dw3_8;
  into.w3[8] = scale2 * dw3_9;
  into.w3[9] = scale2 * dw3_10;
  into.w3[10] = scale2 * dw3_11;
  into.w3[11] = scale2 * dw3_12;

  // db3 = 2 * (scale * db3_sum)   [the same for all examples: their cotangents add up]
  into.b3[0] = 2 * (scale * db3_sum);
  return loss;
}

/** One step of training on the examples `order[from … to)`: forward, backward, update; returns the loss before the update. */
export function step(params: Parameters, state: Floats, data: Examples, clock: Clock, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length, hyper: Hyper = defaults): number {
  const { W1, b1, w2, b2, w3, b3 } = params;
  const { x, d } = data.columns;
  const { lambda } = hyper;
  const { t, rate } = clock;
  const m = to - from;
  const share = 1 / m;
  const scale = lambda / m;
  const scale2 = 2 * scale;

  // scale3 = 1 - 0.9 ^ t
  const scale3 = 1 - Math.pow(0.9, t);

  // scale4 = 1 - 0.999 ^ t
  const scale4 = 1 - Math.pow(0.999, t);
  const stepSize = rate / scale3;
  const scale5 = 1 / scale4;
  const share2 = 0.1 * share;
  const scale6 = 0.2 * scale;
  let classes_sum = 0;
  let distance_sum = 0;
  let dw2_1 = 0, dw2_2 = 0, dw2_3 = 0, dw2_4 = 0, dw2_5 = 0, dw2_6 = 0, dw2_7 = 0, dw2_8 = 0;
  let dw2_9 = 0, dw2_10 = 0, dw2_11 = 0, dw2_12 = 0;
  let db2_sum = 0;
  let dw3_1 = 0, dw3_2 = 0, dw3_3 = 0, dw3_4 = 0, dw3_5 = 0, dw3_6 = 0, dw3_7 = 0, dw3_8 = 0;
  let dw3_9 = 0, dw3_10 = 0, dw3_11 = 0, dw3_12 = 0;
  let db3_sum = 0;
  let dW1_1_1 = 0, dW1_1_2 = 0, dW1_2_1 = 0, dW1_2_2 = 0, dW1_3_1 = 0, dW1_3_2 = 0, dW1_4_1 = 0, dW1_4_2 = 0;
  let dW1_5_1 = 0, dW1_5_2 = 0, dW1_6_1 = 0, dW1_6_2 = 0, dW1_7_1 = 0, dW1_7_2 = 0, dW1_8_1 = 0, dW1_8_2 = 0;
  let dW1_9_1 = 0, dW1_9_2 = 0, dW1_10_1 = 0, dW1_10_2 = 0, dW1_11_1 = 0, dW1_11_2 = 0, dW1_12_1 = 0, dW1_12_2 = 0;
  let db1_1 = 0, db1_2 = 0, db1_3 = 0, db1_4 = 0, db1_5 = 0, db1_6 = 0, db1_7 = 0, db1_8 = 0;
  let db1_9 = 0, db1_10 = 0, db1_11 = 0, db1_12 = 0;
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
    const add_9 = W1[16] * x_1 + W1[17] * x_2 + b1[8];
    const add_10 = W1[18] * x_1 + W1[19] * x_2 + b1[9];
    const add_11 = W1[20] * x_1 + W1[21] * x_2 + b1[10];
    const add_12 = W1[22] * x_1 + W1[23] * x_2 + b1[11];

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

    // h = sign(add) .* (h_expm1 ./ h_den)   [line 13]
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

    // p_in = dot(w2, h) + b2   [line 14]
    const p_in = w2[0] * h_1 + w2[1] * h_2 + w2[2] * h_3 + w2[3] * h_4 + w2[4] * h_5 + w2[5] * h_6 + w2[6] * h_7 + w2[7] * h_8 + w2[8] * h_9 + w2[9] * h_10 + w2[10] * h_11 + w2[11] * h_12 + b2[0];

    // p = sigmoid(p_in)   [line 14, output]
    const p = 1 / (1 + Math.exp(-p_in));

    // r = dot(w3, h) + b3   [line 15, output]
    const r = w3[0] * h_1 + w3[1] * h_2 + w3[2] * h_3 + w3[3] * h_4 + w3[4] * h_5 + w3[5] * h_6 + w3[6] * h_7 + w3[7] * h_8 + w3[8] * h_9 + w3[9] * h_10 + w3[10] * h_11 + w3[11] * h_12 + b3[0];

    // classes = logisticLoss(p_in, d)   [line 16, loss]
    const d2 = d[row];
    const classes = Math.max(p_in, 0) - d2 * p_in + Math.log1p(Math.exp(-Math.abs(p_in)));

    // classes_sum = Σn classes
    classes_sum += classes;

    // sub = p - d
    const sub = p - d2;

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

    // dr = r - sqrt(sum(x .^ 2))   [chain rule through square: ∂y/∂x = 2 * x]
    const dr = r - Math.sqrt(x_1 * x_1 + x_2 * x_2);

    // distance_sum = Σn dr ^ 2
    distance_sum += dr * dr;

    // dw2 = Σn sub * h   [dot(w2, h) with respect to w2: the other factor times the cotangent; line 14]
    dw2_1 += sub * h_1;
    dw2_2 += sub * h_2;
    dw2_3 += sub * h_3;
    dw2_4 += sub * h_4;
    dw2_5 += sub * h_5;
    dw2_6 += sub * h_6;
    dw2_7 += sub * h_7;
    dw2_8 += sub * h_8;
    dw2_9 += sub * h_9;
    dw2_10 += sub * h_10;
    dw2_11 += sub * h_11;
    dw2_12 += sub * h_12;

    // db2_sum = Σn sub
    db2_sum += sub;

    // dw3 = Σn dr * h   [dot(w3, h) with respect to w3: the other factor times the cotangent; line 15]
    dw3_1 += dr * h_1;
    dw3_2 += dr * h_2;
    dw3_3 += dr * h_3;
    dw3_4 += dr * h_4;
    dw3_5 += dr * h_5;
    dw3_6 += dr * h_6;
    dw3_7 += dr * h_7;
    dw3_8 += dr * h_8;
    dw3_9 += dr * h_9;
    dw3_10 += dr * h_10;
    dw3_11 += dr * h_11;
    dw3_12 += dr * h_12;

    // db3_sum = Σn dr
    db3_sum += dr;

    // dh = scale2 * (dr * w3) + share * (sub * w2)   [sum over every use of the value: dot(w2, h) with respect to h: the other factor times the cotangent; line 13]
    const dh_1 = scale2 * (dr * w3[0]) + share * (sub * w2[0]);
    const dh_2 = scale2 * (dr * w3[1]) + share * (sub * w2[1]);
    const dh_3 = scale2 * (dr * w3[2]) + share * (sub * w2[2]);
    const dh_4 = scale2 * (dr * w3[3]) + share * (sub * w2[3]);
    const dh_5 = scale2 * (dr * w3[4]) + share * (sub * w2[4]);
    const dh_6 = scale2 * (dr * w3[5]) + share * (sub * w2[5]);
    const dh_7 = scale2 * (dr * w3[6]) + share * (sub * w2[6]);
    const dh_8 = scale2 * (dr * w3[7]) + share * (sub * w2[7]);
    const dh_9 = scale2 * (dr * w3[8]) + share * (sub * w2[8]);
    const dh_10 = scale2 * (dr * w3[9]) + share * (sub * w2[9]);
    const dh_11 = scale2 * (dr * w3[10]) + share * (sub * w2[10]);
    const dh_12 = scale2 * (dr * w3[11]) + share * (sub * w2[11]);

    // dh_in = dh .* (div .* (2 - div))   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 13]
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

    // dW1 = Σn outer(dh_in, x)   [EQ4: ∂C/∂w = δ aᵀ; line 13]
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
    dW1_9_1 += dh_in_9 * x_1;
    dW1_9_2 += dh_in_9 * x_2;
    dW1_10_1 += dh_in_10 * x_1;
    dW1_10_2 += dh_in_10 * x_2;
    dW1_11_1 += dh_in_11 * x_1;
    dW1_11_2 += dh_in_11 * x_2;
    dW1_12_1 += dh_in_12 * x_1;
    dW1_12_2 += dh_in_12 * x_2;

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

  // db2 = db2_sum / m   [the same for all examples: their cotangents add up]
  const db2 = db2_sum / m;

  // m_b2⁺ = 0.9 * m_b2 + 0.1 * db2
  const m_b2_2 = 0.9 * state[96] + 0.1 * db2;
  state[96] = m_b2_2;

  // m_w2⁺ = 0.9 * m_w2 + share2 * dw2
  const m_w2_1 = 0.9 * state[72] + share2 * dw2_1;
  state[72] = m_w2_1;
  const m_w2_2 = 0.9 * state[73] + share2 * dw2_2;
  state[73] = m_w2_2;
  const m_w2_3 = 0.9 * state[74] + share2 * dw2_3;
  state[74] = m_w2_3;
  const m_w2_4 = 0.9 * state[75] + share2 * dw2_4;
  state[75] = m_w2_4;
  const m_w2_5 = 0.9 * state[76] + share2 * dw2_5;
  state[76] = m_w2_5;
  const m_w2_6 = 0.9 * state[77] + share2 * dw2_6;
  state[77] = m_w2_6;
  const m_w2_7 = 0.9 * state[78] + share2 * dw2_7;
  state[78] = m_w2_7;
  const m_w2_8 = 0.9 * state[79] + share2 * dw2_8;
  state[79] = m_w2_8;
  const m_w2_9 = 0.9 * state[80] + share2 * dw2_9;
  state[80] = m_w2_9;
  const m_w2_10 = 0.9 * state[81] + share2 * dw2_10;
  state[81] = m_w2_10;
  const m_w2_11 = 0.9 * state[82] + share2 * dw2_11;
  state[82] = m_w2_11;
  const m_w2_12 = 0.9 * state[83] + share2 * dw2_12;
  state[83] = m_w2_12;

  // v_w2⁺ = 0.999 * v_w2 + 0.001 * (share * dw2) .^ 2
  const t2 = share * dw2_1;
  const v_w2_1 = 0.999 * state[84] + 0.001 * (t2 * t2);
  state[84] = v_w2_1;
  const t3 = share * dw2_2;
  const v_w2_2 = 0.999 * state[85] + 0.001 * (t3 * t3);
  state[85] = v_w2_2;
  const t4 = share * dw2_3;
  const v_w2_3 = 0.999 * state[86] + 0.001 * (t4 * t4);
  state[86] = v_w2_3;
  const t5 = share * dw2_4;
  const v_w2_4 = 0.999 * state[87] + 0.001 * (t5 * t5);
  state[87] = v_w2_4;
  const t6 = share * dw2_5;
  const v_w2_5 = 0.999 * state[88] + 0.001 * (t6 * t6);
  state[88] = v_w2_5;
  const t7 = share * dw2_6;
  const v_w2_6 = 0.999 * state[89] + 0.001 * (t7 * t7);
  state[89] = v_w2_6;
  const t8 = share * dw2_7;
  const v_w2_7 = 0.999 * state[90] + 0.001 * (t8 * t8);
  state[90] = v_w2_7;
  const t9 = share * dw2_8;
  const v_w2_8 = 0.999 * state[91] + 0.001 * (t9 * t9);
  state[91] = v_w2_8;
  const t10 = share * dw2_9;
  const v_w2_9 = 0.999 * state[92] + 0.001 * (t10 * t10);
  state[92] = v_w2_9;
  const t11 = share * dw2_10;
  const v_w2_10 = 0.999 * state[93] + 0.001 * (t11 * t11);
  state[93] = v_w2_10;
  const t12 = share * dw2_11;
  const v_w2_11 = 0.999 * state[94] + 0.001 * (t12 * t12);
  state[94] = v_w2_11;
  const t13 = share * dw2_12;
  const v_w2_12 = 0.999 * state[95] + 0.001 * (t13 * t13);
  state[95] = v_w2_12;

  // w2⁺ = w2 - stepSize * (m_w2⁺ ./ (sqrt(scale5 * v_w2⁺) + 1e-8))
  w2[0] -= stepSize * (m_w2_1 / (Math.sqrt(scale5 * v_w2_1) + 1e-8));
  w2[1] -= stepSize * (m_w2_2 / (Math.sqrt(scale5 * v_w2_2) + 1e-8));
  w2[2] -= stepSize * (m_w2_3 / (Math.sqrt(scale5 * v_w2_3) + 1e-8));
  w2[3] -= stepSize * (m_w2_4 / (Math.sqrt(scale5 * v_w2_4) + 1e-8));
  w2[4] -= stepSize * (m_w2_5 / (Math.sqrt(scale5 * v_w2_5) + 1e-8));
  w2[5] -= stepSize * (m_w2_6 / (Math.sqrt(scale5 * v_w2_6) + 1e-8));
  w2[6] -= stepSize * (m_w2_7 / (Math.sqrt(scale5 * v_w2_7) + 1e-8));
  w2[7] -= stepSize * (m_w2_8 / (Math.sqrt(scale5 * v_w2_8) + 1e-8));
  w2[8] -= stepSize * (m_w2_9 / (Math.sqrt(scale5 * v_w2_9) + 1e-8));
  w2[9] -= stepSize * (m_w2_10 / (Math.sqrt(scale5 * v_w2_10) + 1e-8));
  w2[10] -= stepSize * (m_w2_11 / (Math.sqrt(scale5 * v_w2_11) + 1e-8));
  w2[11] -= stepSize * (m_w2_12 / (Math.sqrt(scale5 * v_w2_12) + 1e-8));

  // v_b2⁺ = 0.999 * v_b2 + 0.001 * db2 ^ 2
  const v_b2_2 = 0.999 * state[97] + 0.001 * (db2 * db2);
  state[97] = v_b2_2;

  // b2⁺ = b2 - rate * (m_b2⁺ / scale3) / (sqrt(v_b2⁺ / scale4) + 1e-8)
  b2[0] -= rate * (m_b2_2 / scale3) / (Math.sqrt(v_b2_2 / scale4) + 1e-8);

  // loss = classes_sum / m + lambda * distance_sum / m   [all losses]
  const loss = classes_sum / m + lambda * distance_sum / m;
  const scale7 = scale * db3_sum;

  // db3 = 2 * scale7   [the same for all examples: their cotangents add up]
  const db3 = 2 * scale7;

  // m_W1⁺ = 0.9 * m_W1 + 0.1 * dW1
  const m_W1_1_1 = 0.9 * state[0] + 0.1 * dW1_1_1;
  state[0] = m_W1_1_1;
  const m_W1_1_2 = 0.9 * state[1] + 0.1 * dW1_1_2;
  state[1] = m_W1_1_2;
  const m_W1_2_1 = 0.9 * state[2] + 0.1 * dW1_2_1;
  state[2] = m_W1_2_1;
  const m_W1_2_2 = 0.9 * state[3] + 0.1 * dW1_2_2;
  state[3] = m_W1_2_2;
  const m_W1_3_1 = 0.9 * state[4] + 0.1 * dW1_3_1;
  state[4] = m_W1_3_1;
  const m_W1_3_2 = 0.9 * state[5] + 0.1 * dW1_3_2;
  state[5] = m_W1_3_2;
  const m_W1_4_1 = 0.9 * state[6] + 0.1 * dW1_4_1;
  state[6] = m_W1_4_1;
  const m_W1_4_2 = 0.9 * state[7] + 0.1 * dW1_4_2;
  state[7] = m_W1_4_2;
  const m_W1_5_1 = 0.9 * state[8] + 0.1 * dW1_5_1;
  state[8] = m_W1_5_1;
  const m_W1_5_2 = 0.9 * state[9] + 0.1 * dW1_5_2;
  state[9] = m_W1_5_2;
  const m_W1_6_1 = 0.9 * state[10] + 0.1 * dW1_6_1;
  state[10] = m_W1_6_1;
  const m_W1_6_2 = 0.9 * state[11] + 0.1 * dW1_6_2;
  state[11] = m_W1_6_2;
  const m_W1_7_1 = 0.9 * state[12] + 0.1 * dW1_7_1;
  state[12] = m_W1_7_1;
  const m_W1_7_2 = 0.9 * state[13] + 0.1 * dW1_7_2;
  state[13] = m_W1_7_2;
  const m_W1_8_1 = 0.9 * state[14] + 0.1 * dW1_8_1;
  state[14] = m_W1_8_1;
  const m_W1_8_2 = 0.9 * state[15] + 0.1 * dW1_8_2;
  state[15] = m_W1_8_2;
  const m_W1_9_1 = 0.9 * state[16] + 0.1 * dW1_9_1;
  state[16] = m_W1_9_1;
  const m_W1_9_2 = 0.9 * state[17] + 0.1 * dW1_9_2;
  state[17] = m_W1_9_2;
  const m_W1_10_1 = 0.9 * state[18] + 0.1 * dW1_10_1;
  state[18] = m_W1_10_1;
  const m_W1_10_2 = 0.9 * state[19] + 0.1 * dW1_10_2;
  state[19] = m_W1_10_2;
  const m_W1_11_1 = 0.9 * state[20] + 0.1 * dW1_11_1;
  state[20] = m_W1_11_1;
  const m_W1_11_2 = 0.9 * state[21] + 0.1 * dW1_11_2;
  state[21] = m_W1_11_2;
  const m_W1_12_1 = 0.9 * state[22] + 0.1 * dW1_12_1;
  state[22] = m_W1_12_1;
  const m_W1_12_2 = 0.9 * state[23] + 0.1 * dW1_12_2;
  state[23] = m_W1_12_2;

  // v_W1⁺ = 0.999 * v_W1 + 0.001 * dW1 .^ 2
  const v_W1_1_1 = 0.999 * state[24] + 0.001 * (dW1_1_1 * dW1_1_1);
  state[24] = v_W1_1_1;
  const v_W1_1_2 = 0.999 * state[25] + 0.001 * (dW1_1_2 * dW1_1_2);
  state[25] = v_W1_1_2;
  const v_W1_2_1 = 0.999 * state[26] + 0.001 * (dW1_2_1 * dW1_2_1);
  state[26] = v_W1_2_1;
  const v_W1_2_2 = 0.999 * state[27] + 0.001 * (dW1_2_2 * dW1_2_2);
  state[27] = v_W1_2_2;
  const v_W1_3_1 = 0.999 * state[28] + 0.001 * (dW1_3_1 * dW1_3_1);
  state[28] = v_W1_3_1;
  const v_W1_3_2 = 0.999 * state[29] + 0.001 * (dW1_3_2 * dW1_3_2);
  state[29] = v_W1_3_2;
  const v_W1_4_1 = 0.999 * state[30] + 0.001 * (dW1_4_1 * dW1_4_1);
  state[30] = v_W1_4_1;
  const v_W1_4_2 = 0.999 * state[31] + 0.001 * (dW1_4_2 * dW1_4_2);
  state[31] = v_W1_4_2;
  const v_W1_5_1 = 0.999 * state[32] + 0.001 * (dW1_5_1 * dW1_5_1);
  state[32] = v_W1_5_1;
  const v_W1_5_2 = 0.999 * state[33] + 0.001 * (dW1_5_2 * dW1_5_2);
  state[33] = v_W1_5_2;
  const v_W1_6_1 = 0.999 * state[34] + 0.001 * (dW1_6_1 * dW1_6_1);
  state[34] = v_W1_6_1;
  const v_W1_6_2 = 0.999 * state[35] + 0.001 * (dW1_6_2 * dW1_6_2);
  state[35] = v_W1_6_2;
  const v_W1_7_1 = 0.999 * state[36] + 0.001 * (dW1_7_1 * dW1_7_1);
  state[36] = v_W1_7_1;
  const v_W1_7_2 = 0.999 * state[37] + 0.001 * (dW1_7_2 * dW1_7_2);
  state[37] = v_W1_7_2;
  const v_W1_8_1 = 0.999 * state[38] + 0.001 * (dW1_8_1 * dW1_8_1);
  state[38] = v_W1_8_1;
  const v_W1_8_2 = 0.999 * state[39] + 0.001 * (dW1_8_2 * dW1_8_2);
  state[39] = v_W1_8_2;
  const v_W1_9_1 = 0.999 * state[40] + 0.001 * (dW1_9_1 * dW1_9_1);
  state[40] = v_W1_9_1;
  const v_W1_9_2 = 0.999 * state[41] + 0.001 * (dW1_9_2 * dW1_9_2);
  state[41] = v_W1_9_2;
  const v_W1_10_1 = 0.999 * state[42] + 0.001 * (dW1_10_1 * dW1_10_1);
  state[42] = v_W1_10_1;
  const v_W1_10_2 = 0.999 * state[43] + 0.001 * (dW1_10_2 * dW1_10_2);
  state[43] = v_W1_10_2;
  const v_W1_11_1 = 0.999 * state[44] + 0.001 * (dW1_11_1 * dW1_11_1);
  state[44] = v_W1_11_1;
  const v_W1_11_2 = 0.999 * state[45] + 0.001 * (dW1_11_2 * dW1_11_2);
  state[45] = v_W1_11_2;
  const v_W1_12_1 = 0.999 * state[46] + 0.001 * (dW1_12_1 * dW1_12_1);
  state[46] = v_W1_12_1;
  const v_W1_12_2 = 0.999 * state[47] + 0.001 * (dW1_12_2 * dW1_12_2);
  state[47] = v_W1_12_2;

  // W1⁺ = W1 - stepSize * (m_W1⁺ ./ (sqrt(scale5 * v_W1⁺) + 1e-8))
  W1[0] -= stepSize * (m_W1_1_1 / (Math.sqrt(scale5 * v_W1_1_1) + 1e-8));
  W1[1] -= stepSize * (m_W1_1_2 / (Math.sqrt(scale5 * v_W1_1_2) + 1e-8));
  W1[2] -= stepSize * (m_W1_2_1 / (Math.sqrt(scale5 * v_W1_2_1) + 1e-8));
  W1[3] -= stepSize * (m_W1_2_2 / (Math.sqrt(scale5 * v_W1_2_2) + 1e-8));
  W1[4] -= stepSize * (m_W1_3_1 / (Math.sqrt(scale5 * v_W1_3_1) + 1e-8));
  W1[5] -= stepSize * (m_W1_3_2 / (Math.sqrt(scale5 * v_W1_3_2) + 1e-8));
  W1[6] -= stepSize * (m_W1_4_1 / (Math.sqrt(scale5 * v_W1_4_1) + 1e-8));
  W1[7] -= stepSize * (m_W1_4_2 / (Math.sqrt(scale5 * v_W1_4_2) + 1e-8));
  W1[8] -= stepSize * (m_W1_5_1 / (Math.sqrt(scale5 * v_W1_5_1) + 1e-8));
  W1[9] -= stepSize * (m_W1_5_2 / (Math.sqrt(scale5 * v_W1_5_2) + 1e-8));
  W1[10] -= stepSize * (m_W1_6_1 / (Math.sqrt(scale5 * v_W1_6_1) + 1e-8));
  W1[11] -= stepSize * (m_W1_6_2 / (Math.sqrt(scale5 * v_W1_6_2) + 1e-8));
  W1[12] -= stepSize * (m_W1_7_1 / (Math.sqrt(scale5 * v_W1_7_1) + 1e-8));
  W1[13] -= stepSize * (m_W1_7_2 / (Math.sqrt(scale5 * v_W1_7_2) + 1e-8));
  W1[14] -= stepSize * (m_W1_8_1 / (Math.sqrt(scale5 * v_W1_8_1) + 1e-8));
  W1[15] -= stepSize * (m_W1_8_2 / (Math.sqrt(scale5 * v_W1_8_2) + 1e-8));
  W1[16] -= stepSize * (m_W1_9_1 / (Math.sqrt(scale5 * v_W1_9_1) + 1e-8));
  W1[17] -= stepSize * (m_W1_9_2 / (Math.sqrt(scale5 * v_W1_9_2) + 1e-8));
  W1[18] -= stepSize * (m_W1_10_1 / (Math.sqrt(scale5 * v_W1_10_1) + 1e-8));
  W1[19] -= stepSize * (m_W1_10_2 / (Math.sqrt(scale5 * v_W1_10_2) + 1e-8));
  W1[20] -= stepSize * (m_W1_11_1 / (Math.sqrt(scale5 * v_W1_11_1) + 1e-8));
  W1[21] -= stepSize * (m_W1_11_2 / (Math.sqrt(scale5 * v_W1_11_2) + 1e-8));
  W1[22] -= stepSize * (m_W1_12_1 / (Math.sqrt(scale5 * v_W1_12_1) + 1e-8));
  W1[23] -= stepSize * (m_W1_12_2 / (Math.sqrt(scale5 * v_W1_12_2) + 1e-8));

  // m_b1⁺ = 0.9 * m_b1 + 0.1 * db1
  const m_b1_1 = 0.9 * state[48] + 0.1 * db1_1;
  state[48] = m_b1_1;
  const m_b1_2 = 0.9 * state[49] + 0.1 * db1_2;
  state[49] = m_b1_2;
  const m_b1_3 = 0.9 * state[50] + 0.1 * db1_3;
  state[50] = m_b1_3;
  const m_b1_4 = 0.9 * state[51] + 0.1 * db1_4;
  state[51] = m_b1_4;
  const m_b1_5 = 0.9 * state[52] + 0.1 * db1_5;
  state[52] = m_b1_5;
  const m_b1_6 = 0.9 * state[53] + 0.1 * db1_6;
  state[53] = m_b1_6;
  const m_b1_7 = 0.9 * state[54] + 0.1 * db1_7;
  state[54] = m_b1_7;
  const m_b1_8 = 0.9 * state[55] + 0.1 * db1_8;
  state[55] = m_b1_8;
  const m_b1_9 = 0.9 * state[56] + 0.1 * db1_9;
  state[56] = m_b1_9;
  const m_b1_10 = 0.9 * state[57] + 0.1 * db1_10;
  state[57] = m_b1_10;
  const m_b1_11 = 0.9 * state[58] + 0.1 * db1_11;
  state[58] = m_b1_11;
  const m_b1_12 = 0.9 * state[59] + 0.1 * db1_12;
  state[59] = m_b1_12;

  // v_b1⁺ = 0.999 * v_b1 + 0.001 * db1 .^ 2
  const v_b1_1 = 0.999 * state[60] + 0.001 * (db1_1 * db1_1);
  state[60] = v_b1_1;
  const v_b1_2 = 0.999 * state[61] + 0.001 * (db1_2 * db1_2);
  state[61] = v_b1_2;
  const v_b1_3 = 0.999 * state[62] + 0.001 * (db1_3 * db1_3);
  state[62] = v_b1_3;
  const v_b1_4 = 0.999 * state[63] + 0.001 * (db1_4 * db1_4);
  state[63] = v_b1_4;
  const v_b1_5 = 0.999 * state[64] + 0.001 * (db1_5 * db1_5);
  state[64] = v_b1_5;
  const v_b1_6 = 0.999 * state[65] + 0.001 * (db1_6 * db1_6);
  state[65] = v_b1_6;
  const v_b1_7 = 0.999 * state[66] + 0.001 * (db1_7 * db1_7);
  state[66] = v_b1_7;
  const v_b1_8 = 0.999 * state[67] + 0.001 * (db1_8 * db1_8);
  state[67] = v_b1_8;
  const v_b1_9 = 0.999 * state[68] + 0.001 * (db1_9 * db1_9);
  state[68] = v_b1_9;
  const v_b1_10 = 0.999 * state[69] + 0.001 * (db1_10 * db1_10);
  state[69] = v_b1_10;
  const v_b1_11 = 0.999 * state[70] + 0.001 * (db1_11 * db1_11);
  state[70] = v_b1_11;
  const v_b1_12 = 0.999 * state[71] + 0.001 * (db1_12 * db1_12);
  state[71] = v_b1_12;

  // b1⁺ = b1 - stepSize * (m_b1⁺ ./ (sqrt(scale5 * v_b1⁺) + 1e-8))
  b1[0] -= stepSize * (m_b1_1 / (Math.sqrt(scale5 * v_b1_1) + 1e-8));
  b1[1] -= stepSize * (m_b1_2 / (Math.sqrt(scale5 * v_b1_2) + 1e-8));
  b1[2] -= stepSize * (m_b1_3 / (Math.sqrt(scale5 * v_b1_3) + 1e-8));
  b1[3] -= stepSize * (m_b1_4 / (Math.sqrt(scale5 * v_b1_4) + 1e-8));
  b1[4] -= stepSize * (m_b1_5 / (Math.sqrt(scale5 * v_b1_5) + 1e-8));
  b1[5] -= stepSize * (m_b1_6 / (Math.sqrt(scale5 * v_b1_6) + 1e-8));
  b1[6] -= stepSize * (m_b1_7 / (Math.sqrt(scale5 * v_b1_7) + 1e-8));
  b1[7] -= stepSize * (m_b1_8 / (Math.sqrt(scale5 * v_b1_8) + 1e-8));
  b1[8] -= stepSize * (m_b1_9 / (Math.sqrt(scale5 * v_b1_9) + 1e-8));
  b1[9] -= stepSize * (m_b1_10 / (Math.sqrt(scale5 * v_b1_10) + 1e-8));
  b1[10] -= stepSize * (m_b1_11 / (Math.sqrt(scale5 * v_b1_11) + 1e-8));
  b1[11] -= stepSize * (m_b1_12 / (Math.sqrt(scale5 * v_b1_12) + 1e-8));

  // m_w3⁺ = 0.9 * m_w3 + scale6 * dw3
  const m_w3_1 = 0.9 * state[98] + scale6 * dw3_1;
  state[98] = m_w3_1;
  const m_w3_2 = 0.9 * state[99] + scale6 * dw3_2;
  state[99] = m_w3_2;
  const m_w3_3 = 0.9 * state[100] + scale6 * dw3_3;
  state[100] = m_w3_3;
  const m_w3_4 = 0.9 * state[101] + scale6 * dw3_4;
  state[101] = m_w3_4;
  const m_w3_5 = 0.9 * state[102] + scale6 * dw3_5;
  state[102] = m_w3_5;
  const m_w3_6 = 0.9 * state[103] + scale6 * dw3_6;
  state[103] = m_w3_6;
  const m_w3_7 = 0.9 * state[104] + scale6 * dw3_7;
  state[104] = m_w3_7;
  const m_w3_8 = 0.9 * state[105] + scale6 * dw3_8;
  state[105] = m_w3_8;
  const m_w3_9 = 0.9 * state[106] + scale6 * dw3_9;
  state[106] = m_w3_9;
  const m_w3_10 = 0.9 * state[107] + scale6 * dw3_10;
  state[107] = m_w3_10;
  const m_w3_11 = 0.9 * state[108] + scale6 * dw3_11;
  state[108] = m_w3_11;
  const m_w3_12 = 0.9 * state[109] + scale6 * dw3_12;
  state[109] = m_w3_12;

  // v_w3⁺ = 0.999 * v_w3 + 0.001 * (scale2 * dw3) .^ 2
  const t14 = scale2 * dw3_1;
  const v_w3_1 = 0.999 * state[110] + 0.001 * (t14 * t14);
  state[110] = v_w3_1;
  const t15 = scale2 * dw3_2;
  const v_w3_2 = 0.999 * state[111] + 0.001 * (t15 * t15);
  state[111] = v_w3_2;
  const t16 = scale2 * dw3_3;
  const v_w3_3 = 0.999 * state[112] + 0.001 * (t16 * t16);
  state[112] = v_w3_3;
  const t17 = scale2 * dw3_4;
  const v_w3_4 = 0.999 * state[113] + 0.001 * (t17 * t17);
  state[113] = v_w3_4;
  const t18 = scale2 * dw3_5;
  const v_w3_5 = 0.999 * state[114] + 0.001 * (t18 * t18);
  state[114] = v_w3_5;
  const t19 = scale2 * dw3_6;
  const v_w3_6 = 0.999 * state[115] + 0.001 * (t19 * t19);
  state[115] = v_w3_6;
  const t20 = scale2 * dw3_7;
  const v_w3_7 = 0.999 * state[116] + 0.001 * (t20 * t20);
  state[116] = v_w3_7;
  const t21 = scale2 * dw3_8;
  const v_w3_8 = 0.999 * state[117] + 0.001 * (t21 * t21);
  state[117] = v_w3_8;
  const t22 = scale2 * dw3_9;
  const v_w3_9 = 0.999 * state[118] + 0.001 * (t22 * t22);
  state[118] = v_w3_9;
  const t23 = scale2 * dw3_10;
  const v_w3_10 = 0.999 * state[119] + 0.001 * (t23 * t23);
  state[119] = v_w3_10;
  const t24 = scale2 * dw3_11;
  const v_w3_11 = 0.999 * state[120] + 0.001 * (t24 * t24);
  state[120] = v_w3_11;
  const t25 = scale2 * dw3_12;
  const v_w3_12 = 0.999 * state[121] + 0.001 * (t25 * t25);
  state[121] = v_w3_12;

  // w3⁺ = w3 - stepSize * (m_w3⁺ ./ (sqrt(scale5 * v_w3⁺) + 1e-8))
  w3[0] -= stepSize * (m_w3_1 / (Math.sqrt(scale5 * v_w3_1) + 1e-8));
  w3[1] -= stepSize * (m_w3_2 / (Math.sqrt(scale5 * v_w3_2) + 1e-8));
  w3[2] -= stepSize * (m_w3_3 / (Math.sqrt(scale5 * v_w3_3) + 1e-8));
  w3[3] -= stepSize * (m_w3_4 / (Math.sqrt(scale5 * v_w3_4) + 1e-8));
  w3[4] -= stepSize * (m_w3_5 / (Math.sqrt(scale5 * v_w3_5) + 1e-8));
  w3[5] -= stepSize * (m_w3_6 / (Math.sqrt(scale5 * v_w3_6) + 1e-8));
  w3[6] -= stepSize * (m_w3_7 / (Math.sqrt(scale5 * v_w3_7) + 1e-8));
  w3[7] -= stepSize * (m_w3_8 / (Math.sqrt(scale5 * v_w3_8) + 1e-8));
  w3[8] -= stepSize * (m_w3_9 / (Math.sqrt(scale5 * v_w3_9) + 1e-8));
  w3[9] -= stepSize * (m_w3_10 / (Math.sqrt(scale5 * v_w3_10) + 1e-8));
  w3[10] -= stepSize * (m_w3_11 / (Math.sqrt(scale5 * v_w3_11) + 1e-8));
  w3[11] -= stepSize * (m_w3_12 / (Math.sqrt(scale5 * v_w3_12) + 1e-8));

  // m_b3⁺ = 0.9 * m_b3 + 0.2 * scale7
  const m_b3_2 = 0.9 * state[122] + 0.2 * scale7;
  state[122] = m_b3_2;

  // v_b3⁺ = 0.999 * v_b3 + 0.001 * db3 ^ 2
  const v_b3_2 = 0.999 * state[123] + 0.001 * (db3 * db3);
  state[123] = v_b3_2;

  // b3⁺ = b3 - rate * (m_b3⁺ / scale3) / (sqrt(v_b3⁺ / scale4) + 1e-8)
  b3[0] -= rate * (m_b3_2 / scale3) / (Math.sqrt(v_b3_2 / scale4) + 1e-8);
  return loss;
}

/** The predictions for one example among others. */
export function predict(params: Parameters, data: Examples, row: number, into: Outputs = createOutputs(), hyper: Hyper = defaults): Outputs {
  return forward(params, data.columns.x.subarray(row * 2, row * 2 + 2), into, hyper);
}
