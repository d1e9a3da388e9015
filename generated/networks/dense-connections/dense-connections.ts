/**
 * dense-connections: compiled by gradc 0.1.0 from dense-connections.grad. Do not edit: change the spec and compile again.
 *
 * Spec        sha256 61e4f6884cbc382313bc06c6d2a0b76e414b420a7c94d00963c3cf8006b6094f
 * Parameters  183: W1 (6 × 2), b1 vector of 6, W2 (6 × 8), b2 vector of 6, W3 (6 × 14), b3 vector of 6, w vector of 20, b scalar
 * Precision   64-bit
 * Convention  loss and gradients are the mean over the batch
 * Stable form xlogy(d, sigmoid(z)) -> -(d * softplus(-z))
 *             xlogy(d, 1 - sigmoid(z)) -> -(d * softplus(z))
 *             d * softplus(-z) + (1 - d) * softplus(z) -> logisticLoss(z, d)
 *             1 - square(tanh(x)) -> 2 / (2 + expm1(min(2 * abs(x), 709))) * (2 - 2 / (2 + expm1(min(2 * abs(x), 709))))
 *
 * Operations of gradient, for one example (sums over the batch left out):
 *   forward 484: 201 multiply, 184 add, 19 abs, 19 compare, 19 divide, 18 expm1, 18 sign, 2 exp, 2 negate, 1 log1p, 1 subtract
 *   backward 471: 326 multiply, 108 add, 19 subtract, 18 divide
 *
 * Schedule:
 *   forward  unrolled: 465 scalar operations, at most 2500
 *   evaluate  unrolled: 479 scalar operations, at most 2500
 *   gradient  unrolled: 1507 scalar operations, at most 2500
 *   step  loops: 4076 scalar operations, more than 2500; of 78 steps 6 in register tiles, 55 in plain loops, 17 of at most 4 operations unrolled; examples in blocks of 64
 *     tiles     add3 102, add5 174, dW3 168, delta2 168, dW2 96, delta3 96
 *     loops     add 24, h1_expm1 24, h1_den 6, h1 18, add2 0, h2_expm1 24, h2_den 6, h2 18, add4 0, add4 0, h3_expm1 24, h3_den 6, h3 18, add6 0, add6 0, add6 0, y_in 41, J 8, dw 40, div 6, div2 6, div3 6, delta 20, dh3_in 18, db3 6, dh2 6, dh1_in 6, dh2_in 18, db2 6, dh1 6, delta4 18, dW1 24, db1 6, m_W1 36, v_W1 72, W1 72, m_b1 18, v_b1 36, b1 36, m_W2 144, v_W2 288, W2 288, m_b2 18, v_b2 36, b2 36, m_W3 252, v_W3 504, W3 504, m_b3 18, v_b3 36, b3 36, m_w 60, v_w 120, w 120, b 7
 *     unrolled  share 1, scale 2, scale2 2, share2 1, stepSize 1, scale3 1, add2 0, add4 0, add6 0, y 4, J_sum 1, sub 1, db_sum 1, loss 1, db 1, m_b 3, v_b 4
 *
 * parameters
 *   W1   6 × 2    glorot   # line 5
 *   b1   6        zeros    # line 6
 *   W2   6 × 8    glorot   # line 7
 *   b2   6        zeros    # line 8
 *   W3   6 × 14   glorot   # line 9
 *   b3   6        zeros    # line 10
 *   w    20       zeros    # line 11
 *   b    scalar   zeros    # line 12
 *
 * data
 *   x   2        input    # line 2
 *   d   scalar   target   # line 3
 *
 * forward
 *   h1 = tanh(W1 * x + b1)       6 per example        # line 14
 *   t1 = concat(x, h1)           8 per example        # line 15
 *   h2 = tanh(W2 * t1 + b2)      6 per example        # line 15
 *   t2 = concat(x, h1, h2)       14 per example       # line 16
 *   h3 = tanh(W3 * t2 + b3)      6 per example        # line 16
 *   t3 = concat(x, h1, h2, h3)   20 per example       # line 17
 *   t4 = dot(w, t3) + b          scalar per example   # line 17
 *   y = sigmoid(t4)              scalar per example   # line 17, output
 *   J = logisticLoss(t4, d)      scalar per example   # line 18, loss
 *   accuracy = (y > 0.5) == d    scalar per example   # line 20, metric
 *
 * mean over the batch of m examples
 *   J = (Σn J) / m                 scalar   # line 18, loss
 *   accuracy = (Σn accuracy) / m   scalar   # line 20, metric
 *
 * backward (constant factors come in last, with Σn)
 *   dJ = 1/m                                            scalar per example   # each term of a sum gets the cotangent of the sum
 *   dh3 = ((y - d) * w)[15:20]                          6 per example        # each cotangent goes where the number was read
 *   dh3_in = dh3 .* (1 - h3 .^ 2)                       6 per example        # EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); chain rule through tanh: ∂y/∂x = 1 - square(y)
 *   dh2 = ((y - d) * w)[9:14] + (W3' * dh3_in)[9:14]    6 per example        # sum over every use of the value: each cotangent goes where the number was read
 *   dh1_in = ((y - d) * w)[3:8] + (W3' * dh3_in)[3:8]   6 per example        # sum over every use of the value: each cotangent goes where the number was read
 *   dh2_in = dh2 .* (1 - h2 .^ 2)                       6 per example        # EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); chain rule through tanh: ∂y/∂x = 1 - square(y)
 *   dh1 = dh1_in + (W2' * dh2_in)[3:8]                  6 per example        # sum over every use of the value: each cotangent goes where the number was read
 *   δ = dh1 .* (1 - h1 .^ 2)                            6 per example        # EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); chain rule through tanh: ∂y/∂x = 1 - square(y)
 *   dW1 = 1/m * Σn outer(δ, x)                          6 × 2                # EQ4: ∂C/∂w = δ aᵀ; W1 * x with respect to W1: outer product of the cotangent and the vector
 *   db1 = 1/m * Σn δ                                    6                    # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
 *   dW2 = 1/m * Σn outer(dh2_in, t1)                    6 × 8                # EQ4: ∂C/∂w = δ aᵀ; W2 * t1 with respect to W2: outer product of the cotangent and the vector
 *   db2 = 1/m * Σn dh2_in                               6                    # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
 *   dW3 = 1/m * Σn outer(dh3_in, t2)                    6 × 14               # EQ4: ∂C/∂w = δ aᵀ; W3 * t2 with respect to W3: outer product of the cotangent and the vector
 *   db3 = 1/m * Σn dh3_in                               6                    # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
 *   dw = 1/m * Σn (y - d) * t3                          20                   # dot(w, t3) with respect to w: the other factor times the cotangent
 *   db = (Σn (y - d)) / m                               scalar               # the same for all examples: their cotangents add up
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
  readonly W1: Tensor<[6, 2]>;
  readonly b1: Tensor<[6]>;
  readonly W2: Tensor<[6, 8]>;
  readonly b2: Tensor<[6]>;
  readonly W3: Tensor<[6, 14]>;
  readonly b3: Tensor<[6]>;
  readonly w: Tensor<[20]>;
  readonly b: Tensor<[]>;
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
  readonly W1: Tensor<[6, 2]>;
  readonly b1: Tensor<[6]>;
  readonly W2: Tensor<[6, 8]>;
  readonly b2: Tensor<[6]>;
  readonly W3: Tensor<[6, 14]>;
  readonly b3: Tensor<[6]>;
  readonly w: Tensor<[20]>;
  readonly b: Tensor<[]>;
  /** Each loss over the batch. */
  readonly losses: Floats;
}

/** Predictions for one example. */
export type Outputs = { readonly y: Tensor<[]> };

/** What the module is: names, shapes, defaults and data of the spec. */
export const metadata = {
  name: "dense-connections",
  hash: "61e4f6884cbc382313bc06c6d2a0b76e414b420a7c94d00963c3cf8006b6094f",
  version: "0.1.0",
  precision: "f64",
  parameters: [
    { name: "W1", shape: [6, 2], offset: 0, initial: { kind: "glorot" } },
    { name: "b1", shape: [6], offset: 12, initial: { kind: "zeros" } },
    { name: "W2", shape: [6, 8], offset: 18, initial: { kind: "glorot" } },
    { name: "b2", shape: [6], offset: 66, initial: { kind: "zeros" } },
    { name: "W3", shape: [6, 14], offset: 72, initial: { kind: "glorot" } },
    { name: "b3", shape: [6], offset: 156, initial: { kind: "zeros" } },
    { name: "w", shape: [20], offset: 162, initial: { kind: "zeros" } },
    { name: "b", shape: [], offset: 182, initial: { kind: "zeros" } },
  ],
  columns: [{ name: "x", role: "input", shape: [2] }, { name: "d", role: "target", shape: [] }],
  hypers: [],
  losses: ["J"],
  metrics: ["accuracy"],
  outputs: [{ name: "y", shape: [] }],
  reduction: "mean",
  data: { kind: "generator", name: "spiral" },
  train: { optimizer: "adam", rate: 0.01, batch: 20, epochs: 100, validation: 0.2, seed: 1 },
} as const;

/** Parameters as views on one flat array, zero where none is given. */
export function createParameters(flat: Floats = new Float64Array(183)): Parameters {
  return {
    flat,
    W1: flat.subarray(0, 12),
    b1: flat.subarray(12, 18),
    W2: flat.subarray(18, 66),
    b2: flat.subarray(66, 72),
    W3: flat.subarray(72, 156),
    b3: flat.subarray(156, 162),
    w: flat.subarray(162, 182),
    b: flat.subarray(182, 183),
  };
}

/** Initial parameters: the same numbers for the same seed. */
export function initialise(seed: number, params: Parameters = createParameters()): Parameters {
  for (let k = 0; k < 12; k++) params.W1[k] = 0.8660254037844386 * (2 * uniform(seed, 0, k) - 1);
  params.b1.fill(0);
  for (let k = 0; k < 48; k++) params.W2[k] = 0.6546536707079771 * (2 * uniform(seed, 2, k) - 1);
  params.b2.fill(0);
  for (let k = 0; k < 84; k++) params.W3[k] = 0.5477225575051661 * (2 * uniform(seed, 4, k) - 1);
  params.b3.fill(0);
  params.w.fill(0);
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
    b1: new Float64Array(6),
    W2: new Float64Array(48),
    b2: new Float64Array(6),
    W3: new Float64Array(84),
    b3: new Float64Array(6),
    w: new Float64Array(20),
    b: new Float64Array(1),
    losses: new Float64Array(1),
  };
}

/** The state of the update rule, all zeros. */
export function createState(): Floats {
  return new Float64Array(366);
}

const rows = new Int32Array(66);

const dw = new Float64Array(20);

const db3 = new Float64Array(6);

const dW3 = new Float64Array(84);

const db2 = new Float64Array(6);

const dW2 = new Float64Array(48);

const dW1 = new Float64Array(12);

const db1 = new Float64Array(6);

const h1_den = new Float64Array(396);

const h1 = new Float64Array(396);

/** Room for add2 and delta3, one after the other. */
const add2 = new Float64Array(528);

const delta3 = add2;

/** Room for add3, delta and add6, one after the other. */
const delta = new Float64Array(1320);

const add3 = delta;

const add6 = delta;

const h2_den = new Float64Array(396);

/** Room for h2, div2 and dh2_in, one after the other. */
const h2 = new Float64Array(396);

const div2 = h2;

const dh2_in = h2;

/** Room for add4 and delta2, one after the other. */
const add4 = new Float64Array(924);

const delta2 = add4;

/** Room for add5 and div3, one after the other. */
const add5 = new Float64Array(396);

const div3 = add5;

/** Room for h3_den, dh3_in and dh1_in, one after the other. */
const h3_den = new Float64Array(396);

const dh3_in = h3_den;

const dh1_in = h3_den;

/** Room for h3, div2_2 and delta4, one after the other. */
const h3 = new Float64Array(396);

const div2_2 = h3;

const delta4 = h3;

/** The predictions for one example. */
export function forward(params: Parameters, x: Vector<2>, into: Outputs = createOutputs()): Outputs {
  const { W1, b1, W2, b2, W3, b3, w, b } = params;

  // h1 = tanh(W1 * x + b1)   [line 14]
  const x_1 = x[0];
  const x_2 = x[1];
  const h1_1 = Math.tanh(W1[0] * x_1 + W1[1] * x_2 + b1[0]);
  const h1_2 = Math.tanh(W1[2] * x_1 + W1[3] * x_2 + b1[1]);
  const h1_3 = Math.tanh(W1[4] * x_1 + W1[5] * x_2 + b1[2]);
  const h1_4 = Math.tanh(W1[6] * x_1 + W1[7] * x_2 + b1[3]);
  const h1_5 = Math.tanh(W1[8] * x_1 + W1[9] * x_2 + b1[4]);
  const h1_6 = Math.tanh(W1[10] * x_1 + W1[11] * x_2 + b1[5]);

  // h2 = tanh(W2 * add + b2)   [line 15]
  const h2_1 = Math.tanh(W2[0] * x_1 + W2[1] * x_2 + W2[2] * h1_1 + W2[3] * h1_2 + W2[4] * h1_3 + W2[5] * h1_4 + W2[6] * h1_5 + W2[7] * h1_6 + b2[0]);
  const h2_2 = Math.tanh(W2[8] * x_1 + W2[9] * x_2 + W2[10] * h1_1 + W2[11] * h1_2 + W2[12] * h1_3 + W2[13] * h1_4 + W2[14] * h1_5 + W2[15] * h1_6 + b2[1]);
  const h2_3 = Math.tanh(W2[16] * x_1 + W2[17] * x_2 + W2[18] * h1_1 + W2[19] * h1_2 + W2[20] * h1_3 + W2[21] * h1_4 + W2[22] * h1_5 + W2[23] * h1_6 + b2[2]);
  const h2_4 = Math.tanh(W2[24] * x_1 + W2[25] * x_2 + W2[26] * h1_1 + W2[27] * h1_2 + W2[28] * h1_3 + W2[29] * h1_4 + W2[30] * h1_5 + W2[31] * h1_6 + b2[3]);
  const h2_5 = Math.tanh(W2[32] * x_1 + W2[33] * x_2 + W2[34] * h1_1 + W2[35] * h1_2 + W2[36] * h1_3 + W2[37] * h1_4 + W2[38] * h1_5 + W2[39] * h1_6 + b2[4]);
  const h2_6 = Math.tanh(W2[40] * x_1 + W2[41] * x_2 + W2[42] * h1_1 + W2[43] * h1_2 + W2[44] * h1_3 + W2[45] * h1_4 + W2[46] * h1_5 + W2[47] * h1_6 + b2[5]);

  // h3 = tanh(W3 * add2 + b3)   [line 16]
  const h3_1 = Math.tanh(W3[0] * x_1 + W3[1] * x_2 + W3[2] * h1_1 + W3[3] * h1_2 + W3[4] * h1_3 + W3[5] * h1_4 + W3[6] * h1_5 + W3[7] * h1_6 + W3[8] * h2_1 + W3[9] * h2_2 + W3[10] * h2_3 + W3[11] * h2_4 + W3[12] * h2_5 + W3[13] * h2_6 + b3[0]);
  const h3_2 = Math.tanh(W3[14] * x_1 + W3[15] * x_2 + W3[16] * h1_1 + W3[17] * h1_2 + W3[18] * h1_3 + W3[19] * h1_4 + W3[20] * h1_5 + W3[21] * h1_6 + W3[22] * h2_1 + W3[23] * h2_2 + W3[24] * h2_3 + W3[25] * h2_4 + W3[26] * h2_5 + W3[27] * h2_6 + b3[1]);
  const h3_3 = Math.tanh(W3[28] * x_1 + W3[29] * x_2 + W3[30] * h1_1 + W3[31] * h1_2 + W3[32] * h1_3 + W3[33] * h1_4 + W3[34] * h1_5 + W3[35] * h1_6 + W3[36] * h2_1 + W3[37] * h2_2 + W3[38] * h2_3 + W3[39] * h2_4 + W3[40] * h2_5 + W3[41] * h2_6 + b3[2]);
  const h3_4 = Math.tanh(W3[42] * x_1 + W3[43] * x_2 + W3[44] * h1_1 + W3[45] * h1_2 + W3[46] * h1_3 + W3[47] * h1_4 + W3[48] * h1_5 + W3[49] * h1_6 + W3[50] * h2_1 + W3[51] * h2_2 + W3[52] * h2_3 + W3[53] * h2_4 + W3[54] * h2_5 + W3[55] * h2_6 + b3[3]);
  const h3_5 = Math.tanh(W3[56] * x_1 + W3[57] * x_2 + W3[58] * h1_1 + W3[59] * h1_2 + W3[60] * h1_3 + W3[61] * h1_4 + W3[62] * h1_5 + W3[63] * h1_6 + W3[64] * h2_1 + W3[65] * h2_2 + W3[66] * h2_3 + W3[67] * h2_4 + W3[68] * h2_5 + W3[69] * h2_6 + b3[4]);
  const h3_6 = Math.tanh(W3[70] * x_1 + W3[71] * x_2 + W3[72] * h1_1 + W3[73] * h1_2 + W3[74] * h1_3 + W3[75] * h1_4 + W3[76] * h1_5 + W3[77] * h1_6 + W3[78] * h2_1 + W3[79] * h2_2 + W3[80] * h2_3 + W3[81] * h2_4 + W3[82] * h2_5 + W3[83] * h2_6 + b3[5]);

  // y = sigmoid(dot(w, concat(x, h1, h2, h3)) + b)   [line 17, output]
  into.y[0] = 1 / (1 + Math.exp(-(w[0] * x_1 + w[1] * x_2 + w[2] * h1_1 + w[3] * h1_2 + w[4] * h1_3 + w[5] * h1_4 + w[6] * h1_5 + w[7] * h1_6 + w[8] * h2_1 + w[9] * h2_2 + w[10] * h2_3 + w[11] * h2_4 + w[12] * h2_5 + w[13] * h2_6 + w[14] * h3_1 + w[15] * h3_2 + w[16] * h3_3 + w[17] * h3_4 + w[18] * h3_5 + w[19] * h3_6 + b[0])));
  return into;
}

/** Losses, then metrics, over the examples `order[from … to)`, as inference computes them, into `report`; returns the total loss. */
export function evaluate(params: Parameters, data: Examples, report: Report, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { W1, b1, W2, b2, W3, b3, w, b } = params;
  const { x, d } = data.columns;
  const m = to - from;
  let J_sum = 0;
  let accuracy_sum = 0;
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];

    // h1 = tanh(W1 * x + b1)   [line 14]
    const x_1 = x[row * 2];
    const x_2 = x[row * 2 + 1];
    const h1_1 = Math.tanh(W1[0] * x_1 + W1[1] * x_2 + b1[0]);
    const h1_2 = Math.tanh(W1[2] * x_1 + W1[3] * x_2 + b1[1]);
    const h1_3 = Math.tanh(W1[4] * x_1 + W1[5] * x_2 + b1[2]);
    const h1_4 = Math.tanh(W1[6] * x_1 + W1[7] * x_2 + b1[3]);
    const h1_5 = Math.tanh(W1[8] * x_1 + W1[9] * x_2 + b1[4]);
    const h1_6 = Math.tanh(W1[10] * x_1 + W1[11] * x_2 + b1[5]);

    // h2 = tanh(W2 * add + b2)   [line 15]
    const h2_1 = Math.tanh(W2[0] * x_1 + W2[1] * x_2 + W2[2] * h1_1 + W2[3] * h1_2 + W2[4] * h1_3 + W2[5] * h1_4 + W2[6] * h1_5 + W2[7] * h1_6 + b2[0]);
    const h2_2 = Math.tanh(W2[8] * x_1 + W2[9] * x_2 + W2[10] * h1_1 + W2[11] * h1_2 + W2[12] * h1_3 + W2[13] * h1_4 + W2[14] * h1_5 + W2[15] * h1_6 + b2[1]);
    const h2_3 = Math.tanh(W2[16] * x_1 + W2[17] * x_2 + W2[18] * h1_1 + W2[19] * h1_2 + W2[20] * h1_3 + W2[21] * h1_4 + W2[22] * h1_5 + W2[23] * h1_6 + b2[2]);
    const h2_4 = Math.tanh(W2[24] * x_1 + W2[25] * x_2 + W2[26] * h1_1 + W2[27] * h1_2 + W2[28] * h1_3 + W2[29] * h1_4 + W2[30] * h1_5 + W2[31] * h1_6 + b2[3]);
    const h2_5 = Math.tanh(W2[32] * x_1 + W2[33] * x_2 + W2[34] * h1_1 + W2[35] * h1_2 + W2[36] * h1_3 + W2[37] * h1_4 + W2[38] * h1_5 + W2[39] * h1_6 + b2[4]);
    const h2_6 = Math.tanh(W2[40] * x_1 + W2[41] * x_2 + W2[42] * h1_1 + W2[43] * h1_2 + W2[44] * h1_3 + W2[45] * h1_4 + W2[46] * h1_5 + W2[47] * h1_6 + b2[5]);

    // h3 = tanh(W3 * add2 + b3)   [line 16]
    const h3_1 = Math.tanh(W3[0] * x_1 + W3[1] * x_2 + W3[2] * h1_1 + W3[3] * h1_2 + W3[4] * h1_3 + W3[5] * h1_4 + W3[6] * h1_5 + W3[7] * h1_6 + W3[8] * h2_1 + W3[9] * h2_2 + W3[10] * h2_3 + W3[11] * h2_4 + W3[12] * h2_5 + W3[13] * h2_6 + b3[0]);
    const h3_2 = Math.tanh(W3[14] * x_1 + W3[15] * x_2 + W3[16] * h1_1 + W3[17] * h1_2 + W3[18] * h1_3 + W3[19] * h1_4 + W3[20] * h1_5 + W3[21] * h1_6 + W3[22] * h2_1 + W3[23] * h2_2 + W3[24] * h2_3 + W3[25] * h2_4 + W3[26] * h2_5 + W3[27] * h2_6 + b3[1]);
    const h3_3 = Math.tanh(W3[28] * x_1 + W3[29] * x_2 + W3[30] * h1_1 + W3[31] * h1_2 + W3[32] * h1_3 + W3[33] * h1_4 + W3[34] * h1_5 + W3[35] * h1_6 + W3[36] * h2_1 + W3[37] * h2_2 + W3[38] * h2_3 + W3[39] * h2_4 + W3[40] * h2_5 + W3[41] * h2_6 + b3[2]);
    const h3_4 = Math.tanh(W3[42] * x_1 + W3[43] * x_2 + W3[44] * h1_1 + W3[45] * h1_2 + W3[46] * h1_3 + W3[47] * h1_4 + W3[48] * h1_5 + W3[49] * h1_6 + W3[50] * h2_1 + W3[51] * h2_2 + W3[52] * h2_3 + W3[53] * h2_4 + W3[54] * h2_5 + W3[55] * h2_6 + b3[3]);
    const h3_5 = Math.tanh(W3[56] * x_1 + W3[57] * x_2 + W3[58] * h1_1 + W3[59] * h1_2 + W3[60] * h1_3 + W3[61] * h1_4 + W3[62] * h1_5 + W3[63] * h1_6 + W3[64] * h2_1 + W3[65] * h2_2 + W3[66] * h2_3 + W3[67] * h2_4 + W3[68] * h2_5 + W3[69] * h2_6 + b3[4]);
    const h3_6 = Math.tanh(W3[70] * x_1 + W3[71] * x_2 + W3[72] * h1_1 + W3[73] * h1_2 + W3[74] * h1_3 + W3[75] * h1_4 + W3[76] * h1_5 + W3[77] * h1_6 + W3[78] * h2_1 + W3[79] * h2_2 + W3[80] * h2_3 + W3[81] * h2_4 + W3[82] * h2_5 + W3[83] * h2_6 + b3[5]);

    // y_in = dot(w, concat(x, h1, h2, h3)) + b   [line 17]
    const y_in = w[0] * x_1 + w[1] * x_2 + w[2] * h1_1 + w[3] * h1_2 + w[4] * h1_3 + w[5] * h1_4 + w[6] * h1_5 + w[7] * h1_6 + w[8] * h2_1 + w[9] * h2_2 + w[10] * h2_3 + w[11] * h2_4 + w[12] * h2_5 + w[13] * h2_6 + w[14] * h3_1 + w[15] * h3_2 + w[16] * h3_3 + w[17] * h3_4 + w[18] * h3_5 + w[19] * h3_6 + b[0];

    // y = sigmoid(y_in)   [line 17, output]
    const y = 1 / (1 + Math.exp(-y_in));

    // accuracy = (y > 0.5) == d   [line 20, metric]
    const d2 = d[row];
    const accuracy = (y > 0.5 ? 1 : 0) === d2 ? 1 : 0;

    // J = logisticLoss(y_in, d)   [line 18, loss]
    const J = Math.max(y_in, 0) - d2 * y_in + Math.log1p(Math.exp(-Math.abs(y_in)));

    // J_sum = Σn J
    J_sum += J;

    // accuracy_sum = Σn accuracy
    accuracy_sum += accuracy;
  }

  // J2 = J_sum / m   [line 18, loss]
  const J2 = J_sum / m;
  report[0] = J2;

  // accuracy2 = accuracy_sum / m   [line 20, metric]
  report[1] = accuracy_sum / m;
  return J2;
}

/** The loss over the examples `order[from … to)` and its gradients, into `into`; returns the loss. */
export function gradient(params: Parameters, data: Examples, into: Gradients, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { W1, b1, W2, b2, W3, b3, w, b } = params;
  const { x, d } = data.columns;
  const m = to - from;
  const share = 1 / m;
  let J_sum = 0;
  let dw_1 = 0, dw_2 = 0, dw_3 = 0, dw_4 = 0, dw_5 = 0, dw_6 = 0, dw_7 = 0, dw_8 = 0;
  let dw_9 = 0, dw_10 = 0, dw_11 = 0, dw_12 = 0, dw_13 = 0, dw_14 = 0, dw_15 = 0, dw_16 = 0;
  let dw_17 = 0, dw_18 = 0, dw_19 = 0, dw_20 = 0;
  let db_sum = 0;
  let dW3_1_1 = 0, dW3_1_2 = 0, dW3_1_3 = 0, dW3_1_4 = 0, dW3_1_5 = 0, dW3_1_6 = 0, dW3_1_7 = 0, dW3_1_8 = 0;
  let dW3_1_9 = 0, dW3_1_10 = 0, dW3_1_11 = 0, dW3_1_12 = 0, dW3_1_13 = 0, dW3_1_14 = 0, dW3_2_1 = 0, dW3_2_2 = 0;
  let dW3_2_3 = 0, dW3_2_4 = 0, dW3_2_5 = 0, dW3_2_6 = 0, dW3_2_7 = 0, dW3_2_8 = 0, dW3_2_9 = 0, dW3_2_10 = 0;
  let dW3_2_11 = 0, dW3_2_12 = 0, dW3_2_13 = 0, dW3_2_14 = 0, dW3_3_1 = 0, dW3_3_2 = 0, dW3_3_3 = 0, dW3_3_4 = 0;
  let dW3_3_5 = 0, dW3_3_6 = 0, dW3_3_7 = 0, dW3_3_8 = 0, dW3_3_9 = 0, dW3_3_10 = 0, dW3_3_11 = 0, dW3_3_12 = 0;
  let dW3_3_13 = 0, dW3_3_14 = 0, dW3_4_1 = 0, dW3_4_2 = 0, dW3_4_3 = 0, dW3_4_4 = 0, dW3_4_5 = 0, dW3_4_6 = 0;
  let dW3_4_7 = 0, dW3_4_8 = 0, dW3_4_9 = 0, dW3_4_10 = 0, dW3_4_11 = 0, dW3_4_12 = 0, dW3_4_13 = 0, dW3_4_14 = 0;
  let dW3_5_1 = 0, dW3_5_2 = 0, dW3_5_3 = 0, dW3_5_4 = 0, dW3_5_5 = 0, dW3_5_6 = 0, dW3_5_7 = 0, dW3_5_8 = 0;
  let dW3_5_9 = 0, dW3_5_10 = 0, dW3_5_11 = 0, dW3_5_12 = 0, dW3_5_13 = 0, dW3_5_14 = 0, dW3_6_1 = 0, dW3_6_2 = 0;
  let dW3_6_3 = 0, dW3_6_4 = 0, dW3_6_5 = 0, dW3_6_6 = 0, dW3_6_7 = 0, dW3_6_8 = 0, dW3_6_9 = 0, dW3_6_10 = 0;
  let dW3_6_11 = 0, dW3_6_12 = 0, dW3_6_13 = 0, dW3_6_14 = 0;
  let db3_1 = 0, db3_2 = 0, db3_3 = 0, db3_4 = 0, db3_5 = 0, db3_6 = 0;
  let dW2_1_1 = 0, dW2_1_2 = 0, dW2_1_3 = 0, dW2_1_4 = 0, dW2_1_5 = 0, dW2_1_6 = 0, dW2_1_7 = 0, dW2_1_8 = 0;
  let dW2_2_1 = 0, dW2_2_2 = 0, dW2_2_3 = 0, dW2_2_4 = 0, dW2_2_5 = 0, dW2_2_6 = 0, dW2_2_7 = 0, dW2_2_8 = 0;
  let dW2_3_1 = 0, dW2_3_2 = 0, dW2_3_3 = 0, dW2_3_4 = 0, dW2_3_5 = 0, dW2_3_6 = 0, dW2_3_7 = 0, dW2_3_8 = 0;
  let dW2_4_1 = 0, dW2_4_2 = 0, dW2_4_3 = 0, dW2_4_4 = 0, dW2_4_5 = 0, dW2_4_6 = 0, dW2_4_7 = 0, dW2_4_8 = 0;
  let dW2_5_1 = 0, dW2_5_2 = 0, dW2_5_3 = 0, dW2_5_4 = 0, dW2_5_5 = 0, dW2_5_6 = 0, dW2_5_7 = 0, dW2_5_8 = 0;
  let dW2_6_1 = 0, dW2_6_2 = 0, dW2_6_3 = 0, dW2_6_4 = 0, dW2_6_5 = 0, dW2_6_6 = 0, dW2_6_7 = 0, dW2_6_8 = 0;
  let db2_1 = 0, db2_2 = 0, db2_3 = 0, db2_4 = 0, db2_5 = 0, db2_6 = 0;
  let dW1_1_1 = 0, dW1_1_2 = 0, dW1_2_1 = 0, dW1_2_2 = 0, dW1_3_1 = 0, dW1_3_2 = 0, dW1_4_1 = 0, dW1_4_2 = 0;
  let dW1_5_1 = 0, dW1_5_2 = 0, dW1_6_1 = 0, dW1_6_2 = 0;
  let db1_1 = 0, db1_2 = 0, db1_3 = 0, db1_4 = 0, db1_5 = 0, db1_6 = 0;
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

    // h1_expm1 = expm1(min(2 * abs(add), 709))
    const h1_expm1_1 = Math.expm1(Math.min(2 * Math.abs(add_1), 709));
    const h1_expm1_2 = Math.expm1(Math.min(2 * Math.abs(add_2), 709));
    const h1_expm1_3 = Math.expm1(Math.min(2 * Math.abs(add_3), 709));
    const h1_expm1_4 = Math.expm1(Math.min(2 * Math.abs(add_4), 709));
    const h1_expm1_5 = Math.expm1(Math.min(2 * Math.abs(add_5), 709));
    const h1_expm1_6 = Math.expm1(Math.min(2 * Math.abs(add_6), 709));

    // h1_den = 2 + h1_expm1
    const h1_den_1 = 2 + h1_expm1_1;
    const h1_den_2 = 2 + h1_expm1_2;
    const h1_den_3 = 2 + h1_expm1_3;
    const h1_den_4 = 2 + h1_expm1_4;
    const h1_den_5 = 2 + h1_expm1_5;
    const h1_den_6 = 2 + h1_expm1_6;

    // h1 = sign(add) .* (h1_expm1 ./ h1_den)   [line 14]
    const h1_1 = Math.sign(add_1) * (h1_expm1_1 / h1_den_1);
    const h1_2 = Math.sign(add_2) * (h1_expm1_2 / h1_den_2);
    const h1_3 = Math.sign(add_3) * (h1_expm1_3 / h1_den_3);
    const h1_4 = Math.sign(add_4) * (h1_expm1_4 / h1_den_4);
    const h1_5 = Math.sign(add_5) * (h1_expm1_5 / h1_den_5);
    const h1_6 = Math.sign(add_6) * (h1_expm1_6 / h1_den_6);

    // add3 = W2 * add2 + b2
    const add3_1 = W2[0] * x_1 + W2[1] * x_2 + W2[2] * h1_1 + W2[3] * h1_2 + W2[4] * h1_3 + W2[5] * h1_4 + W2[6] * h1_5 + W2[7] * h1_6 + b2[0];
    const add3_2 = W2[8] * x_1 + W2[9] * x_2 + W2[10] * h1_1 + W2[11] * h1_2 + W2[12] * h1_3 + W2[13] * h1_4 + W2[14] * h1_5 + W2[15] * h1_6 + b2[1];
    const add3_3 = W2[16] * x_1 + W2[17] * x_2 + W2[18] * h1_1 + W2[19] * h1_2 + W2[20] * h1_3 + W2[21] * h1_4 + W2[22] * h1_5 + W2[23] * h1_6 + b2[2];
    const add3_4 = W2[24] * x_1 + W2[25] * x_2 + W2[26] * h1_1 + W2[27] * h1_2 + W2[28] * h1_3 + W2[29] * h1_4 + W2[30] * h1_5 + W2[31] * h1_6 + b2[3];
    const add3_5 = W2[32] * x_1 + W2[33] * x_2 + W2[34] * h1_1 + W2[35] * h1_2 + W2[36] * h1_3 + W2[37] * h1_4 + W2[38] * h1_5 + W2[39] * h1_6 + b2[4];
    const add3_6 = W2[40] * x_1 + W2[41] * x_2 + W2[42] * h1_1 + W2[43] * h1_2 + W2[44] * h1_3 + W2[45] * h1_4 + W2[46] * h1_5 + W2[47] * h1_6 + b2[5];

    // h2_expm1 = expm1(min(2 * abs(add3), 709))
    const h2_expm1_1 = Math.expm1(Math.min(2 * Math.abs(add3_1), 709));
    const h2_expm1_2 = Math.expm1(Math.min(2 * Math.abs(add3_2), 709));
    const h2_expm1_3 = Math.expm1(Math.min(2 * Math.abs(add3_3), 709));
    const h2_expm1_4 = Math.expm1(Math.min(2 * Math.abs(add3_4), 709));
    const h2_expm1_5 = Math.expm1(Math.min(2 * Math.abs(add3_5), 709));
    const h2_expm1_6 = Math.expm1(Math.min(2 * Math.abs(add3_6), 709));

    // h2_den = 2 + h2_expm1
    const h2_den_1 = 2 + h2_expm1_1;
    const h2_den_2 = 2 + h2_expm1_2;
    const h2_den_3 = 2 + h2_expm1_3;
    const h2_den_4 = 2 + h2_expm1_4;
    const h2_den_5 = 2 + h2_expm1_5;
    const h2_den_6 = 2 + h2_expm1_6;

    // h2 = sign(add3) .* (h2_expm1 ./ h2_den)   [line 15]
    const h2_1 = Math.sign(add3_1) * (h2_expm1_1 / h2_den_1);
    const h2_2 = Math.sign(add3_2) * (h2_expm1_2 / h2_den_2);
    const h2_3 = Math.sign(add3_3) * (h2_expm1_3 / h2_den_3);
    const h2_4 = Math.sign(add3_4) * (h2_expm1_4 / h2_den_4);
    const h2_5 = Math.sign(add3_5) * (h2_expm1_5 / h2_den_5);
    const h2_6 = Math.sign(add3_6) * (h2_expm1_6 / h2_den_6);

    // add5 = W3 * add4 + b3
    const add5_1 = W3[0] * x_1 + W3[1] * x_2 + W3[2] * h1_1 + W3[3] * h1_2 + W3[4] * h1_3 + W3[5] * h1_4 + W3[6] * h1_5 + W3[7] * h1_6 + W3[8] * h2_1 + W3[9] * h2_2 + W3[10] * h2_3 + W3[11] * h2_4 + W3[12] * h2_5 + W3[13] * h2_6 + b3[0];
    const add5_2 = W3[14] * x_1 + W3[15] * x_2 + W3[16] * h1_1 + W3[17] * h1_2 + W3[18] * h1_3 + W3[19] * h1_4 + W3[20] * h1_5 + W3[21] * h1_6 + W3[22] * h2_1 + W3[23] * h2_2 + W3[24] * h2_3 + W3[25] * h2_4 + W3[26] * h2_5 + W3[27] * h2_6 + b3[1];
    const add5_3 = W3[28] * x_1 + W3[29] * x_2 + W3[30] * h1_1 + W3[31] * h1_2 + W3[32] * h1_3 + W3[33] * h1_4 + W3[34] * h1_5 + W3[35] * h1_6 + W3[36] * h2_1 + W3[37] * h2_2 + W3[38] * h2_3 + W3[39] * h2_4 + W3[40] * h2_5 + W3[41] * h2_6 + b3[2];
    const add5_4 = W3[42] * x_1 + W3[43] * x_2 + W3[44] * h1_1 + W3[45] * h1_2 + W3[46] * h1_3 + W3[47] * h1_4 + W3[48] * h1_5 + W3[49] * h1_6 + W3[50] * h2_1 + W3[51] * h2_2 + W3[52] * h2_3 + W3[53] * h2_4 + W3[54] * h2_5 + W3[55] * h2_6 + b3[3];
    const add5_5 = W3[56] * x_1 + W3[57] * x_2 + W3[58] * h1_1 + W3[59] * h1_2 + W3[60] * h1_3 + W3[61] * h1_4 + W3[62] * h1_5 + W3[63] * h1_6 + W3[64] * h2_1 + W3[65] * h2_2 + W3[66] * h2_3 + W3[67] * h2_4 + W3[68] * h2_5 + W3[69] * h2_6 + b3[4];
    const add5_6 = W3[70] * x_1 + W3[71] * x_2 + W3[72] * h1_1 + W3[73] * h1_2 + W3[74] * h1_3 + W3[75] * h1_4 + W3[76] * h1_5 + W3[77] * h1_6 + W3[78] * h2_1 + W3[79] * h2_2 + W3[80] * h2_3 + W3[81] * h2_4 + W3[82] * h2_5 + W3[83] * h2_6 + b3[5];

    // h3_expm1 = expm1(min(2 * abs(add5), 709))
    const h3_expm1_1 = Math.expm1(Math.min(2 * Math.abs(add5_1), 709));
    const h3_expm1_2 = Math.expm1(Math.min(2 * Math.abs(add5_2), 709));
    const h3_expm1_3 = Math.expm1(Math.min(2 * Math.abs(add5_3), 709));
    const h3_expm1_4 = Math.expm1(Math.min(2 * Math.abs(add5_4), 709));
    const h3_expm1_5 = Math.expm1(Math.min(2 * Math.abs(add5_5), 709));
    const h3_expm1_6 = Math.expm1(Math.min(2 * Math.abs(add5_6), 709));

    // h3_den = 2 + h3_expm1
    const h3_den_1 = 2 + h3_expm1_1;
    const h3_den_2 = 2 + h3_expm1_2;
    const h3_den_3 = 2 + h3_expm1_3;
    const h3_den_4 = 2 + h3_expm1_4;
    const h3_den_5 = 2 + h3_expm1_5;
    const h3_den_6 = 2 + h3_expm1_6;

    // h3 = sign(add5) .* (h3_expm1 ./ h3_den)   [line 16]
    const h3_1 = Math.sign(add5_1) * (h3_expm1_1 / h3_den_1);
    const h3_2 = Math.sign(add5_2) * (h3_expm1_2 / h3_den_2);
    const h3_3 = Math.sign(add5_3) * (h3_expm1_3 / h3_den_3);
    const h3_4 = Math.sign(add5_4) * (h3_expm1_4 / h3_den_4);
    const h3_5 = Math.sign(add5_5) * (h3_expm1_5 / h3_den_5);
    const h3_6 = Math.sign(add5_6) * (h3_expm1_6 / h3_den_6);

    // y_in = dot(w, add6) + b   [line 17]
    const y_in = w[0] * x_1 + w[1] * x_2 + w[2] * h1_1 + w[3] * h1_2 + w[4] * h1_3 + w[5] * h1_4 + w[6] * h1_5 + w[7] * h1_6 + w[8] * h2_1 + w[9] * h2_2 + w[10] * h2_3 + w[11] * h2_4 + w[12] * h2_5 + w[13] * h2_6 + w[14] * h3_1 + w[15] * h3_2 + w[16] * h3_3 + w[17] * h3_4 + w[18] * h3_5 + w[19] * h3_6 + b[0];

    // y = sigmoid(y_in)   [line 17, output]
    const y = 1 / (1 + Math.exp(-y_in));

    // J = logisticLoss(y_in, d)   [line 18, loss]
    const d2 = d[row];
    const J = Math.max(y_in, 0) - d2 * y_in + Math.log1p(Math.exp(-Math.abs(y_in)));

    // J_sum = Σn J
    J_sum += J;

    // sub = y - d
    const sub = y - d2;

    // dw = Σn sub * add6   [dot(w, t3) with respect to w: the other factor times the cotangent; line 17]
    dw_1 += sub * x_1;
    dw_2 += sub * x_2;
    dw_3 += sub * h1_1;
    dw_4 += sub * h1_2;
    dw_5 += sub * h1_3;
    dw_6 += sub * h1_4;
    dw_7 += sub * h1_5;
    dw_8 += sub * h1_6;
    dw_9 += sub * h2_1;
    dw_10 += sub * h2_2;
    dw_11 += sub * h2_3;
    dw_12 += sub * h2_4;
    dw_13 += sub * h2_5;
    dw_14 += sub * h2_6;
    dw_15 += sub * h3_1;
    dw_16 += sub * h3_2;
    dw_17 += sub * h3_3;
    dw_18 += sub * h3_4;
    dw_19 += sub * h3_5;
    dw_20 += sub * h3_6;

    // db_sum = Σn sub
    db_sum += sub;

    // div = 2 ./ h3_den
    const div_1 = 2 / h3_den_1;
    const div_2 = 2 / h3_den_2;
    const div_3 = 2 / h3_den_3;
    const div_4 = 2 / h3_den_4;
    const div_5 = 2 / h3_den_5;
    const div_6 = 2 / h3_den_6;

    // div2 = 2 ./ h2_den
    const div2_1 = 2 / h2_den_1;
    const div2_2 = 2 / h2_den_2;
    const div2_3 = 2 / h2_den_3;
    const div2_4 = 2 / h2_den_4;
    const div2_5 = 2 / h2_den_5;
    const div2_6 = 2 / h2_den_6;

    // div3 = 2 ./ h1_den
    const div3_1 = 2 / h1_den_1;
    const div3_2 = 2 / h1_den_2;
    const div3_3 = 2 / h1_den_3;
    const div3_4 = 2 / h1_den_4;
    const div3_5 = 2 / h1_den_5;
    const div3_6 = 2 / h1_den_6;

    // delta = sub * w   [line 17]
    const delta_3 = sub * w[2];
    const delta_4 = sub * w[3];
    const delta_5 = sub * w[4];
    const delta_6 = sub * w[5];
    const delta_7 = sub * w[6];
    const delta_8 = sub * w[7];
    const delta_9 = sub * w[8];
    const delta_10 = sub * w[9];
    const delta_11 = sub * w[10];
    const delta_12 = sub * w[11];
    const delta_13 = sub * w[12];
    const delta_14 = sub * w[13];
    const delta_15 = sub * w[14];
    const delta_16 = sub * w[15];
    const delta_17 = sub * w[16];
    const delta_18 = sub * w[17];
    const delta_19 = sub * w[18];
    const delta_20 = sub * w[19];

    // dh3_in = dh3 .* (div .* (2 - div))   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 16]
    const dh3_in_1 = delta_15 * (div_1 * (2 - div_1));
    const dh3_in_2 = delta_16 * (div_2 * (2 - div_2));
    const dh3_in_3 = delta_17 * (div_3 * (2 - div_3));
    const dh3_in_4 = delta_18 * (div_4 * (2 - div_4));
    const dh3_in_5 = delta_19 * (div_5 * (2 - div_5));
    const dh3_in_6 = delta_20 * (div_6 * (2 - div_6));

    // dW3 = Σn outer(dh3_in, add4)   [EQ4: ∂C/∂w = δ aᵀ; line 16]
    dW3_1_1 += dh3_in_1 * x_1;
    dW3_1_2 += dh3_in_1 * x_2;
    dW3_1_3 += dh3_in_1 * h1_1;
    dW3_1_4 += dh3_in_1 * h1_2;
    dW3_1_5 += dh3_in_1 * h1_3;
    dW3_1_6 += dh3_in_1 * h1_4;
    dW3_1_7 += dh3_in_1 * h1_5;
    dW3_1_8 += dh3_in_1 * h1_6;
    dW3_1_9 += dh3_in_1 * h2_1;
    dW3_1_10 += dh3_in_1 * h2_2;
    dW3_1_11 += dh3_in_1 * h2_3;
    dW3_1_12 += dh3_in_1 * h2_4;
    dW3_1_13 += dh3_in_1 * h2_5;
    dW3_1_14 += dh3_in_1 * h2_6;
    dW3_2_1 += dh3_in_2 * x_1;
    dW3_2_2 += dh3_in_2 * x_2;
    dW3_2_3 += dh3_in_2 * h1_1;
    dW3_2_4 += dh3_in_2 * h1_2;
    dW3_2_5 += dh3_in_2 * h1_3;
    dW3_2_6 += dh3_in_2 * h1_4;
    dW3_2_7 += dh3_in_2 * h1_5;
    dW3_2_8 += dh3_in_2 * h1_6;
    dW3_2_9 += dh3_in_2 * h2_1;
    dW3_2_10 += dh3_in_2 * h2_2;
    dW3_2_11 += dh3_in_2 * h2_3;
    dW3_2_12 += dh3_in_2 * h2_4;
    dW3_2_13 += dh3_in_2 * h2_5;
    dW3_2_14 += dh3_in_2 * h2_6;
    dW3_3_1 += dh3_in_3 * x_1;
    dW3_3_2 += dh3_in_3 * x_2;
    dW3_3_3 += dh3_in_3 * h1_1;
    dW3_3_4 += dh3_in_3 * h1_2;
    dW3_3_5 += dh3_in_3 * h1_3;
    dW3_3_6 += dh3_in_3 * h1_4;
    dW3_3_7 += dh3_in_3 * h1_5;
    dW3_3_8 += dh3_in_3 * h1_6;
    dW3_3_9 += dh3_in_3 * h2_1;
    dW3_3_10 += dh3_in_3 * h2_2;
    dW3_3_11 += dh3_in_3 * h2_3;
    dW3_3_12 += dh3_in_3 * h2_4;
    dW3_3_13 += dh3_in_3 * h2_5;
    dW3_3_14 += dh3_in_3 * h2_6;
    dW3_4_1 += dh3_in_4 * x_1;
    dW3_4_2 += dh3_in_4 * x_2;
    dW3_4_3 += dh3_in_4 * h1_1;
    dW3_4_4 += dh3_in_4 * h1_2;
    dW3_4_5 += dh3_in_4 * h1_3;
    dW3_4_6 += dh3_in_4 * h1_4;
    dW3_4_7 += dh3_in_4 * h1_5;
    dW3_4_8 += dh3_in_4 * h1_6;
    dW3_4_9 += dh3_in_4 * h2_1;
    dW3_4_10 += dh3_in_4 * h2_2;
    dW3_4_11 += dh3_in_4 * h2_3;
    dW3_4_12 += dh3_in_4 * h2_4;
    dW3_4_13 += dh3_in_4 * h2_5;
    dW3_4_14 += dh3_in_4 * h2_6;
    dW3_5_1 += dh3_in_5 * x_1;
    dW3_5_2 += dh3_in_5 * x_2;
    dW3_5_3 += dh3_in_5 * h1_1;
    dW3_5_4 += dh3_in_5 * h1_2;
    dW3_5_5 += dh3_in_5 * h1_3;
    dW3_5_6 += dh3_in_5 * h1_4;
    dW3_5_7 += dh3_in_5 * h1_5;
    dW3_5_8 += dh3_in_5 * h1_6;
    dW3_5_9 += dh3_in_5 * h2_1;
    dW3_5_10 += dh3_in_5 * h2_2;
    dW3_5_11 += dh3_in_5 * h2_3;
    dW3_5_12 += dh3_in_5 * h2_4;
    dW3_5_13 += dh3_in_5 * h2_5;
    dW3_5_14 += dh3_in_5 * h2_6;
    dW3_6_1 += dh3_in_6 * x_1;
    dW3_6_2 += dh3_in_6 * x_2;
    dW3_6_3 += dh3_in_6 * h1_1;
    dW3_6_4 += dh3_in_6 * h1_2;
    dW3_6_5 += dh3_in_6 * h1_3;
    dW3_6_6 += dh3_in_6 * h1_4;
    dW3_6_7 += dh3_in_6 * h1_5;
    dW3_6_8 += dh3_in_6 * h1_6;
    dW3_6_9 += dh3_in_6 * h2_1;
    dW3_6_10 += dh3_in_6 * h2_2;
    dW3_6_11 += dh3_in_6 * h2_3;
    dW3_6_12 += dh3_in_6 * h2_4;
    dW3_6_13 += dh3_in_6 * h2_5;
    dW3_6_14 += dh3_in_6 * h2_6;

    // db3 = Σn dh3_in   [EQ3: ∂C/∂b = δ]
    db3_1 += dh3_in_1;
    db3_2 += dh3_in_2;
    db3_3 += dh3_in_3;
    db3_4 += dh3_in_4;
    db3_5 += dh3_in_5;
    db3_6 += dh3_in_6;

    // delta2 = W3' * dh3_in   [line 16]
    const delta2_3 = dh3_in_1 * W3[2] + dh3_in_2 * W3[16] + dh3_in_3 * W3[30] + dh3_in_4 * W3[44] + dh3_in_5 * W3[58] + dh3_in_6 * W3[72];
    const delta2_4 = dh3_in_1 * W3[3] + dh3_in_2 * W3[17] + dh3_in_3 * W3[31] + dh3_in_4 * W3[45] + dh3_in_5 * W3[59] + dh3_in_6 * W3[73];
    const delta2_5 = dh3_in_1 * W3[4] + dh3_in_2 * W3[18] + dh3_in_3 * W3[32] + dh3_in_4 * W3[46] + dh3_in_5 * W3[60] + dh3_in_6 * W3[74];
    const delta2_6 = dh3_in_1 * W3[5] + dh3_in_2 * W3[19] + dh3_in_3 * W3[33] + dh3_in_4 * W3[47] + dh3_in_5 * W3[61] + dh3_in_6 * W3[75];
    const delta2_7 = dh3_in_1 * W3[6] + dh3_in_2 * W3[20] + dh3_in_3 * W3[34] + dh3_in_4 * W3[48] + dh3_in_5 * W3[62] + dh3_in_6 * W3[76];
    const delta2_8 = dh3_in_1 * W3[7] + dh3_in_2 * W3[21] + dh3_in_3 * W3[35] + dh3_in_4 * W3[49] + dh3_in_5 * W3[63] + dh3_in_6 * W3[77];
    const delta2_9 = dh3_in_1 * W3[8] + dh3_in_2 * W3[22] + dh3_in_3 * W3[36] + dh3_in_4 * W3[50] + dh3_in_5 * W3[64] + dh3_in_6 * W3[78];
    const delta2_10 = dh3_in_1 * W3[9] + dh3_in_2 * W3[23] + dh3_in_3 * W3[37] + dh3_in_4 * W3[51] + dh3_in_5 * W3[65] + dh3_in_6 * W3[79];
    const delta2_11 = dh3_in_1 * W3[10] + dh3_in_2 * W3[24] + dh3_in_3 * W3[38] + dh3_in_4 * W3[52] + dh3_in_5 * W3[66] + dh3_in_6 * W3[80];
    const delta2_12 = dh3_in_1 * W3[11] + dh3_in_2 * W3[25] + dh3_in_3 * W3[39] + dh3_in_4 * W3[53] + dh3_in_5 * W3[67] + dh3_in_6 * W3[81];
    const delta2_13 = dh3_in_1 * W3[12] + dh3_in_2 * W3[26] + dh3_in_3 * W3[40] + dh3_in_4 * W3[54] + dh3_in_5 * W3[68] + dh3_in_6 * W3[82];
    const delta2_14 = dh3_in_1 * W3[13] + dh3_in_2 * W3[27] + dh3_in_3 * W3[41] + dh3_in_4 * W3[55] + dh3_in_5 * W3[69] + dh3_in_6 * W3[83];

    // dh2 = delta[9:14] + delta2[9:14]   [sum over every use of the value: each cotangent goes where the number was read; line 15]
    const dh2_1 = delta_9 + delta2_9;
    const dh2_2 = delta_10 + delta2_10;
    const dh2_3 = delta_11 + delta2_11;
    const dh2_4 = delta_12 + delta2_12;
    const dh2_5 = delta_13 + delta2_13;
    const dh2_6 = delta_14 + delta2_14;

    // dh1_in = delta[3:8] + delta2[3:8]   [sum over every use of the value: each cotangent goes where the number was read; line 14]
    const dh1_in_1 = delta_3 + delta2_3;
    const dh1_in_2 = delta_4 + delta2_4;
    const dh1_in_3 = delta_5 + delta2_5;
    const dh1_in_4 = delta_6 + delta2_6;
    const dh1_in_5 = delta_7 + delta2_7;
    const dh1_in_6 = delta_8 + delta2_8;

    // dh2_in = dh2 .* (div2 .* (2 - div2))   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 15]
    const dh2_in_1 = dh2_1 * (div2_1 * (2 - div2_1));
    const dh2_in_2 = dh2_2 * (div2_2 * (2 - div2_2));
    const dh2_in_3 = dh2_3 * (div2_3 * (2 - div2_3));
    const dh2_in_4 = dh2_4 * (div2_4 * (2 - div2_4));
    const dh2_in_5 = dh2_5 * (div2_5 * (2 - div2_5));
    const dh2_in_6 = dh2_6 * (div2_6 * (2 - div2_6));

    // dW2 = Σn outer(dh2_in, add2)   [EQ4: ∂C/∂w = δ aᵀ; line 15]
    dW2_1_1 += dh2_in_1 * x_1;
    dW2_1_2 += dh2_in_1 * x_2;
    dW2_1_3 += dh2_in_1 * h1_1;
    dW2_1_4 += dh2_in_1 * h1_2;
    dW2_1_5 += dh2_in_1 * h1_3;
    dW2_1_6 += dh2_in_1 * h1_4;
    dW2_1_7 += dh2_in_1 * h1_5;
    dW2_1_8 += dh2_in_1 * h1_6;
    dW2_2_1 += dh2_in_2 * x_1;
    dW2_2_2 += dh2_in_2 * x_2;
    dW2_2_3 += dh2_in_2 * h1_1;
    dW2_2_4 += dh2_in_2 * h1_2;
    dW2_2_5 += dh2_in_2 * h1_3;
    dW2_2_6 += dh2_in_2 * h1_4;
    dW2_2_7 += dh2_in_2 * h1_5;
    dW2_2_8 += dh2_in_2 * h1_6;
    dW2_3_1 += dh2_in_3 * x_1;
    dW2_3_2 += dh2_in_3 * x_2;
    dW2_3_3 += dh2_in_3 * h1_1;
    dW2_3_4 += dh2_in_3 * h1_2;
    dW2_3_5 += dh2_in_3 * h1_3;
    dW2_3_6 += dh2_in_3 * h1_4;
    dW2_3_7 += dh2_in_3 * h1_5;
    dW2_3_8 += dh2_in_3 * h1_6;
    dW2_4_1 += dh2_in_4 * x_1;
    dW2_4_2 += dh2_in_4 * x_2;
    dW2_4_3 += dh2_in_4 * h1_1;
    dW2_4_4 += dh2_in_4 * h1_2;
    dW2_4_5 += dh2_in_4 * h1_3;
    dW2_4_6 += dh2_in_4 * h1_4;
    dW2_4_7 += dh2_in_4 * h1_5;
    dW2_4_8 += dh2_in_4 * h1_6;
    dW2_5_1 += dh2_in_5 * x_1;
    dW2_5_2 += dh2_in_5 * x_2;
    dW2_5_3 += dh2_in_5 * h1_1;
    dW2_5_4 += dh2_in_5 * h1_2;
    dW2_5_5 += dh2_in_5 * h1_3;
    dW2_5_6 += dh2_in_5 * h1_4;
    dW2_5_7 += dh2_in_5 * h1_5;
    dW2_5_8 += dh2_in_5 * h1_6;
    dW2_6_1 += dh2_in_6 * x_1;
    dW2_6_2 += dh2_in_6 * x_2;
    dW2_6_3 += dh2_in_6 * h1_1;
    dW2_6_4 += dh2_in_6 * h1_2;
    dW2_6_5 += dh2_in_6 * h1_3;
    dW2_6_6 += dh2_in_6 * h1_4;
    dW2_6_7 += dh2_in_6 * h1_5;
    dW2_6_8 += dh2_in_6 * h1_6;

    // db2 = Σn dh2_in   [EQ3: ∂C/∂b = δ]
    db2_1 += dh2_in_1;
    db2_2 += dh2_in_2;
    db2_3 += dh2_in_3;
    db2_4 += dh2_in_4;
    db2_5 += dh2_in_5;
    db2_6 += dh2_in_6;

    // delta3 = W2' * dh2_in   [line 15]
    const delta3_3 = dh2_in_1 * W2[2] + dh2_in_2 * W2[10] + dh2_in_3 * W2[18] + dh2_in_4 * W2[26] + dh2_in_5 * W2[34] + dh2_in_6 * W2[42];
    const delta3_4 = dh2_in_1 * W2[3] + dh2_in_2 * W2[11] + dh2_in_3 * W2[19] + dh2_in_4 * W2[27] + dh2_in_5 * W2[35] + dh2_in_6 * W2[43];
    const delta3_5 = dh2_in_1 * W2[4] + dh2_in_2 * W2[12] + dh2_in_3 * W2[20] + dh2_in_4 * W2[28] + dh2_in_5 * W2[36] + dh2_in_6 * W2[44];
    const delta3_6 = dh2_in_1 * W2[5] + dh2_in_2 * W2[13] + dh2_in_3 * W2[21] + dh2_in_4 * W2[29] + dh2_in_5 * W2[37] + dh2_in_6 * W2[45];
    const delta3_7 = dh2_in_1 * W2[6] + dh2_in_2 * W2[14] + dh2_in_3 * W2[22] + dh2_in_4 * W2[30] + dh2_in_5 * W2[38] + dh2_in_6 * W2[46];
    const delta3_8 = dh2_in_1 * W2[7] + dh2_in_2 * W2[15] + dh2_in_3 * W2[23] + dh2_in_4 * W2[31] + dh2_in_5 * W2[39] + dh2_in_6 * W2[47];

    // dh1 = dh1_in + delta3[3:8]   [sum over every use of the value: each cotangent goes where the number was read; line 14]
    const dh1_1 = dh1_in_1 + delta3_3;
    const dh1_2 = dh1_in_2 + delta3_4;
    const dh1_3 = dh1_in_3 + delta3_5;
    const dh1_4 = dh1_in_4 + delta3_6;
    const dh1_5 = dh1_in_5 + delta3_7;
    const dh1_6 = dh1_in_6 + delta3_8;

    // delta4 = dh1 .* (div3 .* (2 - div3))   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 14]
    const delta4_1 = dh1_1 * (div3_1 * (2 - div3_1));
    const delta4_2 = dh1_2 * (div3_2 * (2 - div3_2));
    const delta4_3 = dh1_3 * (div3_3 * (2 - div3_3));
    const delta4_4 = dh1_4 * (div3_4 * (2 - div3_4));
    const delta4_5 = dh1_5 * (div3_5 * (2 - div3_5));
    const delta4_6 = dh1_6 * (div3_6 * (2 - div3_6));

    // dW1 = Σn outer(delta4, x)   [EQ4: ∂C/∂w = δ aᵀ; line 14]
    dW1_1_1 += delta4_1 * x_1;
    dW1_1_2 += delta4_1 * x_2;
    dW1_2_1 += delta4_2 * x_1;
    dW1_2_2 += delta4_2 * x_2;
    dW1_3_1 += delta4_3 * x_1;
    dW1_3_2 += delta4_3 * x_2;
    dW1_4_1 += delta4_4 * x_1;
    dW1_4_2 += delta4_4 * x_2;
    dW1_5_1 += delta4_5 * x_1;
    dW1_5_2 += delta4_5 * x_2;
    dW1_6_1 += delta4_6 * x_1;
    dW1_6_2 += delta4_6 * x_2;

    // db1 = Σn delta4   [EQ3: ∂C/∂b = δ]
    db1_1 += delta4_1;
    db1_2 += delta4_2;
    db1_3 += delta4_3;
    db1_4 += delta4_4;
    db1_5 += delta4_5;
    db1_6 += delta4_6;
  }

  // J2 = J_sum / m   [line 18, loss]
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

  // db1 = share * db1   [the mean over the batch]
  into.b1[0] = share * db1_1;
  into.b1[1] = share * db1_2;
  into.b1[2] = share * db1_3;
  into.b1[3] = share * db1_4;
  into.b1[4] = share * db1_5;
  into.b1[5] = share * db1_6;

  // dW2 = share * dW2   [the mean over the batch]
  into.W2[0] = share * dW2_1_1;
  into.W2[1] = share * dW2_1_2;
  into.W2[2] = share * dW2_1_3;
  into.W2[3] = share * dW2_1_4;
  into.W2[4] = share * dW2_1_5;
  into.W2[5] = share * dW2_1_6;
  into.W2[6] = share * dW2_1_7;
  into.W2[7] = share * dW2_1_8;
  into.W2[8] = share * dW2_2_1;
  into.W2[9] = share * dW2_2_2;
  into.W2[10] = share * dW2_2_3;
  into.W2[11] = share * dW2_2_4;
  into.W2[12] = share * dW2_2_5;
  into.W2[13] = share * dW2_2_6;
  into.W2[14] = share * dW2_2_7;
  into.W2[15] = share * dW2_2_8;
  into.W2[16] = share * dW2_3_1;
  into.W2[17] = share * dW2_3_2;
  into.W2[18] = share * dW2_3_3;
  into.W2[19] = share * dW2_3_4;
  into.W2[20] = share * dW2_3_5;
  into.W2[21] = share * dW2_3_6;
  into.W2[22] = share * dW2_3_7;
  into.W2[23] = share * dW2_3_8;
  into.W2[24] = share * dW2_4_1;
  into.W2[25] = share * dW2_4_2;
  into.W2[26] = share * dW2_4_3;
  into.W2[27] = share * dW2_4_4;
  into.W2[28] = share * dW2_4_5;
  into.W2[29] = share * dW2_4_6;
  into.W2[30] = share * dW2_4_7;
  into.W2[31] = share * dW2_4_8;
  into.W2[32] = share * dW2_5_1;
  into.W2[33] = share * dW2_5_2;
  into.W2[34] = share * dW2_5_3;
  into.W2[35] = share * dW2_5_4;
  into.W2[36] = share * dW2_5_5;
  into.W2[37] = share * dW2_5_6;
  into.W2[38] = share * dW2_5_7;
  into.W2[39] = share * dW2_5_8;
  into.W2[40] = share * dW2_6_1;
  into.W2[41] = share * dW2_6_2;
  into.W2[42] = share * dW2_6_3;
  into.W2[43] = share * dW2_6_4;
  into.W2[44] = share * dW2_6_5;
  into.W2[45] = share * dW2_6_6;
  into.W2[46] = share * dW2_6_7;
  into.W2[47] = share * dW2_6_8;

  // db2 = share * db2   [the mean over the batch]
  into.b2[0] = share * db2_1;
  into.b2[1] = share * db2_2;
  into.b2[2] = share * db2_3;
  into.b2[3] = share * db2_4;
  into.b2[4] = share * db2_5;
  into.b2[5] = share * db2_6;

  // dW3 = share * dW3   [the mean over the batch]
  into.W3[0] = share * dW3_1_1;
  into.W3[1] = share * dW3_1_2;
  into.W3[2] = share * dW3_1_3;
  into.W3[3] = share * dW3_1_4;
  into.W3[4] = share * dW3_1_5;
  into.W3[5] = share * dW3_1_6;
  into.W3[6] = share * dW3_1_7;
  into.W3[7] = share * dW3_1_8;
  into.W3[8] = share * dW3_1_9;
  into.W3[9] = share * dW3_1_10;
  into.W3[10] = share * dW3_1_11;
  into.W3[11] = share * dW3_1_12;
  into.W3[12] = share * dW3_1_13;
  into.W3[13] = share * dW3_1_14;
  into.W3[14] = share * dW3_2_1;
  into.W3[15] = share * dW3_2_2;
  into.W3[16] = share * dW3_2_3;
  into.W3[17] = share * dW3_2_4;
  into.W3[18] = share * dW3_2_5;
  into.W3[19] = share * dW3_2_6;
  into.W3[20] = share * dW3_2_7;
  into.W3[21] = share * dW3_2_8;
  into.W3[22] = share * dW3_2_9;
  into.W3[23] = share * dW3_2_10;
  into.W3[24] = share * dW3_2_11;
  into.W3[25] = share * dW3_2_12;
  into.W3[26] = share * dW3_2_13;
  into.W3[27] = share * dW3_2_14;
  into.W3[28] = share * dW3_3_1;
  into.W3[29] = share * dW3_3_2;
  into.W3[30] = share * dW3_3_3;
  into.W3[31] = share * dW3_3_4;
  into.W3[32] = share * dW3_3_5;
  into.W3[33] = share * dW3_3_6;
  into.W3[34] = share * dW3_3_7;
  into.W3[35] = share * dW3_3_8;
  into.W3[36] = share * dW3_3_9;
  into.W3[37] = share * dW3_3_10;
  into.W3[38] = share * dW3_3_11;
  into.W3[39] = share * dW3_3_12;
  into.W3[40] = share * dW3_3_13;
  into.W3[41] = share * dW3_3_14;
  into.W3[42] = share * dW3_4_1;
  into.W3[43] = share * dW3_4_2;
  into.W3[44] = share * dW3_4_3;
  into.W3[45] = share * dW3_4_4;
  into.W3[46] = share * dW3_4_5;
  into.W3[47] = share * dW3_4_6;
  into.W3[48] = share * dW3_4_7;
  into.W3[49] = share * dW3_4_8;
  into.W3[50] = share * dW3_4_9;
  into.W3[51] = share * dW3_4_10;
  into.W3[52] = share * dW3_4_11;
  into.W3[53] = share * dW3_4_12;
  into.W3[54] = share * dW3_4_13;
  into.W3[55] = share * dW3_4_14;
  into.W3[56] = share * dW3_5_1;
  into.W3[57] = share * dW3_5_2;
  into.W3[58] = share * dW3_5_3;
  into.W3[59] = share * dW3_5_4;
  into.W3[60] = share * dW3_5_5;
  into.W3[61] = share * dW3_5_6;
  into.W3[62] = share * dW3_5_7;
  into.W3[63] = share * dW3_5_8;
  into.W3[64] = share * dW3_5_9;
  into.W3[65] = share * dW3_5_10;
  into.W3[66] = share * dW3_5_11;
  into.W3[67] = share * dW3_5_12;
  into.W3[68] = share * dW3_5_13;
  into.W3[69] = share * dW3_5_14;
  into.W3[70] = share * dW3_6_1;
  into.W3[71] = share * dW3_6_2;
  into.W3[72] = share * dW3_6_3;
  into.W3[73] = share * dW3_6_4;
  into.W3[74] = share * dW3_6_5;
  into.W3[75] = share * dW3_6_6;
  into.W3[76] = share * dW3_6_7;
  into.W3[77] = share * dW3_6_8;
  into.W3[78] = share * dW3_6_9;
  into.W3[79] = share * dW3_6_10;
  into.W3[80] = share * dW3_6_11;
  into.W3[81] = share * dW3_6_12;
  into.W3[82] = share * dW3_6_13;
  into.W3[83] = share * dW3_6_14;

  // db3 = share * db3   [the mean over the batch]
  into.b3[0] = share * db3_1;
  into.b3[1] = share * db3_2;
  into.b3[2] = share * db3_3;
  into.b3[3] = share * db3_4;
  into.b3[4] = share * db3_5;
  into.b3[5] = share * db3_6;

  // dw = share * dw   [the mean over the batch]
  into.w[0] = share * dw_1;
  into.w[1] = share * dw_2;
  into.w[2] = share * dw_3;
  into.w[3] = share * dw_4;
  into.w[4] = share * dw_5;
  into.w[5] = share * dw_6;
  into.w[6] = share * dw_7;
  into.w[7] = share * dw_8;
  into.w[8] = share * dw_9;
  into.w[9] = share * dw_10;
  into.w[10] = share * dw_11;
  into.w[11] = share * dw_12;
  into.w[12] = share * dw_13;
  into.w[13] = share * dw_14;
  into.w[14] = share * dw_15;
  into.w[15] = share * dw_16;
  into.w[16] = share * dw_17;
  into.w[17] = share * dw_18;
  into.w[18] = share * dw_19;
  into.w[19] = share * dw_20;

  // db = db_sum / m   [the same for all examples: their cotangents add up]
  into.b[0] = db_sum / m;
  return J2;
}

/** One step of training on the examples `order[from … to)`: forward, backward, update; returns the loss before the update. */
export function step(params: Parameters, state: Floats, data: Examples, clock: Clock, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { W1, b1, W2, b2, W3, b3, w, b } = params;
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
  dw.fill(0);
  let db_sum = 0;
  db3.fill(0);
  dW3.fill(0);
  db2.fill(0);
  dW2.fill(0);
  dW1.fill(0);
  db1.fill(0);
  for (let first = from; first < to; first += 64) {
    const size = Math.min(64, to - first);
    for (let k = 0; k < size; k++) {
      const row = order === undefined ? first + k : order[first + k];
      rows[k] = row;
    }

    for (let k = 0; k < size; k++) {
      const row = rows[k];
      const row2 = row * 2;
      const k6 = k * 6;
      const k8 = k * 8;

      // add = W1 * x + b1
      // h1_expm1 = expm1(min(2 * abs(add), 709))
      // h1_den = 2 + h1_expm1
      // h1 = sign(add) .* (h1_expm1 ./ h1_den)   [line 14]
      const t2 = x[row2];
      const t3 = x[row2 + 1];
      for (let i = 0; i < 6; i++) {
        const add = W1[i * 2] * t2 + W1[i * 2 + 1] * t3 + b1[i];
        const h1_expm1 = Math.expm1(Math.min(2 * Math.abs(add), 709));
        h1_den[k6 + i] = 2 + h1_expm1;
        h1[k6 + i] = Math.sign(add) * (h1_expm1 / h1_den[k6 + i]);
      }

      // add2 = concat(x, h1)   [line 15]
      add2[k8] = x[row2];
      add2[k8 + 1] = x[row2 + 1];
      for (let i = 0; i < 6; i++) {
        add2[k8 + i + 2] = h1[k6 + i];
      }
    }

    // add3 = W2 * add2 + b2
    for (let k = 0; k < size; k += 3) {
      const k8_2 = k * 8;
      const k8_3 = k8_2 + 8;
      const k8_4 = k8_2 + 16;
      const k6_2 = k * 6;
      const k6_3 = k6_2 + 6;
      const k6_4 = k6_2 + 12;
      for (let i = 0; i < 6; i += 3) {
        let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
        const i8 = i * 8;
        const i8_2 = i8 + 8;
        const i8_3 = i8 + 16;
        for (let j = 0; j < 8; j++) {
          const W2_1 = W2[i8 + j];
          const add2_1 = add2[k8_2 + j];
          const W2_2 = W2[i8_2 + j];
          const W2_3 = W2[i8_3 + j];
          const add2_2 = add2[k8_3 + j];
          const add2_3 = add2[k8_4 + j];
          s11 += W2_1 * add2_1;
          s12 += W2_2 * add2_1;
          s13 += W2_3 * add2_1;
          s21 += W2_1 * add2_2;
          s22 += W2_2 * add2_2;
          s23 += W2_3 * add2_2;
          s31 += W2_1 * add2_3;
          s32 += W2_2 * add2_3;
          s33 += W2_3 * add2_3;
        }
        const b2_1 = b2[i];
        add3[k6_2 + i] = s11 + b2_1;
        const b2_2 = b2[i + 1];
        add3[k6_2 + i + 1] = s12 + b2_2;
        const b2_3 = b2[i + 2];
        add3[k6_2 + i + 2] = s13 + b2_3;
        add3[k6_3 + i] = s21 + b2_1;
        add3[k6_3 + i + 1] = s22 + b2_2;
        add3[k6_3 + i + 2] = s23 + b2_3;
        add3[k6_4 + i] = s31 + b2_1;
        add3[k6_4 + i + 1] = s32 + b2_2;
        add3[k6_4 + i + 2] = s33 + b2_3;
      }
    }

    for (let k = 0; k < size; k++) {
      const row = rows[k];
      const row2 = row * 2;
      const k6 = k * 6;
      const k14 = k * 14;

      // h2_expm1 = expm1(min(2 * abs(add3), 709))
      // h2_den = 2 + h2_expm1
      // h2 = sign(add3) .* (h2_expm1 ./ h2_den)   [line 15]
      for (let i = 0; i < 6; i++) {
        const h2_expm1 = Math.expm1(Math.min(2 * Math.abs(add3[k6 + i]), 709));
        h2_den[k6 + i] = 2 + h2_expm1;
        h2[k6 + i] = Math.sign(add3[k6 + i]) * (h2_expm1 / h2_den[k6 + i]);
      }

      // add4 = concat(x, h1, h2)   [line 16]
      add4[k14] = x[row2];
      add4[k14 + 1] = x[row2 + 1];
      for (let i = 0; i < 6; i++) {
        add4[k14 + i + 2] = h1[k6 + i];
      }
      for (let i = 0; i < 6; i++) {
        add4[k14 + i + 8] = h2[k6 + i];
      }
    }

    // add5 = W3 * add4 + b3
    for (let k = 0; k < size; k += 3) {
      const k14_2 = k * 14;
      const k14_3 = k14_2 + 14;
      const k14_4 = k14_2 + 28;
      const k6_2 = k * 6;
      const k6_3 = k6_2 + 6;
      const k6_4 = k6_2 + 12;
      for (let i = 0; i < 6; i += 3) {
        let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
        const i14 = i * 14;
        const i14_2 = i14 + 14;
        const i14_3 = i14 + 28;
        for (let j = 0; j < 14; j++) {
          const W3_1 = W3[i14 + j];
          const add4_1 = add4[k14_2 + j];
          const W3_2 = W3[i14_2 + j];
          const W3_3 = W3[i14_3 + j];
          const add4_2 = add4[k14_3 + j];
          const add4_3 = add4[k14_4 + j];
          s11 += W3_1 * add4_1;
          s12 += W3_2 * add4_1;
          s13 += W3_3 * add4_1;
          s21 += W3_1 * add4_2;
          s22 += W3_2 * add4_2;
          s23 += W3_3 * add4_2;
          s31 += W3_1 * add4_3;
          s32 += W3_2 * add4_3;
          s33 += W3_3 * add4_3;
        }
        const b3_1 = b3[i];
        add5[k6_2 + i] = s11 + b3_1;
        const b3_2 = b3[i + 1];
        add5[k6_2 + i + 1] = s12 + b3_2;
        const b3_3 = b3[i + 2];
        add5[k6_2 + i + 2] = s13 + b3_3;
        add5[k6_3 + i] = s21 + b3_1;
        add5[k6_3 + i + 1] = s22 + b3_2;
        add5[k6_3 + i + 2] = s23 + b3_3;
        add5[k6_4 + i] = s31 + b3_1;
        add5[k6_4 + i + 1] = s32 + b3_2;
        add5[k6_4 + i + 2] = s33 + b3_3;
      }
    }

    for (let k = 0; k < size; k++) {
      const row = rows[k];
      const row2 = row * 2;
      const k6 = k * 6;
      const k20 = k * 20;

      // h3_expm1 = expm1(min(2 * abs(add5), 709))
      // h3_den = 2 + h3_expm1
      // h3 = sign(add5) .* (h3_expm1 ./ h3_den)   [line 16]
      for (let i = 0; i < 6; i++) {
        const h3_expm1 = Math.expm1(Math.min(2 * Math.abs(add5[k6 + i]), 709));
        h3_den[k6 + i] = 2 + h3_expm1;
        h3[k6 + i] = Math.sign(add5[k6 + i]) * (h3_expm1 / h3_den[k6 + i]);
      }

      // add6 = concat(x, h1, h2, h3)   [line 17]
      add6[k20] = x[row2];
      add6[k20 + 1] = x[row2 + 1];
      for (let i = 0; i < 6; i++) {
        add6[k20 + i + 2] = h1[k6 + i];
      }
      for (let i = 0; i < 6; i++) {
        add6[k20 + i + 8] = h2[k6 + i];
      }
      for (let i = 0; i < 6; i++) {
        add6[k20 + i + 14] = h3[k6 + i];
      }

      // y_in = dot(w, add6) + b   [line 17]
      let s = 0;
      for (let i = 0; i < 20; i++) {
        s += w[i] * add6[k20 + i];
      }
      const y_in = s + b[0];

      // y = sigmoid(y_in)   [line 17, output]
      const y = 1 / (1 + Math.exp(-y_in));

      // J = logisticLoss(y_in, d)   [line 18, loss]
      const J = Math.max(y_in, 0) - d[row] * y_in + Math.log1p(Math.exp(-Math.abs(y_in)));

      // J_sum = Σn J
      J_sum += J;

      // sub = y - d
      const sub = y - d[row];

      // dw = Σn sub * add6   [dot(w, t3) with respect to w: the other factor times the cotangent; line 17]
      for (let i = 0; i < 20; i++) {
        dw[i] += sub * add6[k20 + i];
      }

      // db_sum = Σn sub
      db_sum += sub;

      // div2 = 2 ./ h3_den
      // div2_2 = 2 ./ h2_den
      // div3 = 2 ./ h1_den
      for (let i = 0; i < 6; i++) {
        div2[k6 + i] = 2 / h3_den[k6 + i];
        div2_2[k6 + i] = 2 / h2_den[k6 + i];
        div3[k6 + i] = 2 / h1_den[k6 + i];
      }

      // delta = sub * w   [line 17]
      for (let i = 0; i < 20; i++) {
        delta[k20 + i] = sub * w[i];
      }

      // dh3_in = dh3 .* (div2 .* (2 - div2))   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 16]
      for (let i = 0; i < 6; i++) {
        dh3_in[k6 + i] = delta[k20 + i + 14] * (div2[k6 + i] * (2 - div2[k6 + i]));
      }

      // db3 = Σn dh3_in   [EQ3: ∂C/∂b = δ]
      for (let i = 0; i < 6; i++) {
        db3[i] += dh3_in[k6 + i];
      }
    }

    // dW3 = Σn outer(dh3_in, add4)   [EQ4: ∂C/∂w = δ aᵀ; line 16]
    for (let i = 0; i < 6; i += 3) {
      const i14 = i * 14;
      const i14_2 = i14 + 14;
      const i14_3 = i14 + 28;
      for (let j = 0; j < 12; j += 3) {
        let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
        for (let k = 0; k < size; k++) {
          const k6_2 = k * 6;
          const dh3_in_1 = dh3_in[k6_2 + i];
          const k14_2 = k * 14;
          const add4_1 = add4[k14_2 + j];
          const add4_2 = add4[k14_2 + j + 1];
          const add4_3 = add4[k14_2 + j + 2];
          const dh3_in_2 = dh3_in[k6_2 + i + 1];
          const dh3_in_3 = dh3_in[k6_2 + i + 2];
          s11 += dh3_in_1 * add4_1;
          s12 += dh3_in_1 * add4_2;
          s13 += dh3_in_1 * add4_3;
          s21 += dh3_in_2 * add4_1;
          s22 += dh3_in_2 * add4_2;
          s23 += dh3_in_2 * add4_3;
          s31 += dh3_in_3 * add4_1;
          s32 += dh3_in_3 * add4_2;
          s33 += dh3_in_3 * add4_3;
        }
        dW3[i14 + j] += s11;
        dW3[i14 + j + 1] += s12;
        dW3[i14 + j + 2] += s13;
        dW3[i14_2 + j] += s21;
        dW3[i14_2 + j + 1] += s22;
        dW3[i14_2 + j + 2] += s23;
        dW3[i14_3 + j] += s31;
        dW3[i14_3 + j + 1] += s32;
        dW3[i14_3 + j + 2] += s33;
      }
      for (let j = 12; j < 14; j += 2) {
        let s11_2 = 0, s12_2 = 0, s21_2 = 0, s22_2 = 0, s31_2 = 0, s32_2 = 0;
        for (let k = 0; k < size; k++) {
          const k6_3 = k * 6;
          const dh3_in_1_2 = dh3_in[k6_3 + i];
          const k14_3 = k * 14;
          const add4_1_2 = add4[k14_3 + j];
          const add4_2_2 = add4[k14_3 + j + 1];
          const dh3_in_2_2 = dh3_in[k6_3 + i + 1];
          const dh3_in_3_2 = dh3_in[k6_3 + i + 2];
          s11_2 += dh3_in_1_2 * add4_1_2;
          s12_2 += dh3_in_1_2 * add4_2_2;
          s21_2 += dh3_in_2_2 * add4_1_2;
          s22_2 += dh3_in_2_2 * add4_2_2;
          s31_2 += dh3_in_3_2 * add4_1_2;
          s32_2 += dh3_in_3_2 * add4_2_2;
        }
        dW3[i14 + j] += s11_2;
        dW3[i14 + j + 1] += s12_2;
        dW3[i14_2 + j] += s21_2;
        dW3[i14_2 + j + 1] += s22_2;
        dW3[i14_3 + j] += s31_2;
        dW3[i14_3 + j + 1] += s32_2;
      }
    }

    // delta2 = W3' * dh3_in   [line 16]
    for (let k = 0; k < size; k += 4) {
      const k6_2 = k * 6;
      const k6_3 = k6_2 + 6;
      const k6_4 = k6_2 + 12;
      const k6_5 = k6_2 + 18;
      const k14_2 = k * 14;
      const k14_3 = k14_2 + 14;
      const k14_4 = k14_2 + 28;
      const k14_5 = k14_2 + 42;
      for (let i = 0; i < 14; i += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        for (let j = 0; j < 6; j++) {
          const dh3_in_1 = dh3_in[k6_2 + j];
          const j14 = j * 14;
          const W3_1 = W3[j14 + i];
          const W3_2 = W3[j14 + i + 1];
          const dh3_in_2 = dh3_in[k6_3 + j];
          const dh3_in_3 = dh3_in[k6_4 + j];
          const dh3_in_4 = dh3_in[k6_5 + j];
          s11 += dh3_in_1 * W3_1;
          s12 += dh3_in_1 * W3_2;
          s21 += dh3_in_2 * W3_1;
          s22 += dh3_in_2 * W3_2;
          s31 += dh3_in_3 * W3_1;
          s32 += dh3_in_3 * W3_2;
          s41 += dh3_in_4 * W3_1;
          s42 += dh3_in_4 * W3_2;
        }
        delta2[k14_2 + i] = s11;
        delta2[k14_2 + i + 1] = s12;
        delta2[k14_3 + i] = s21;
        delta2[k14_3 + i + 1] = s22;
        delta2[k14_4 + i] = s31;
        delta2[k14_4 + i + 1] = s32;
        delta2[k14_5 + i] = s41;
        delta2[k14_5 + i + 1] = s42;
      }
    }

    for (let k = 0; k < size; k++) {
      const k6 = k * 6;
      const k14 = k * 14;
      const k20 = k * 20;

      // dh2 = delta[9:14] + delta2[9:14]   [sum over every use of the value: each cotangent goes where the number was read; line 15]
      // dh1_in = delta[3:8] + delta2[3:8]   [sum over every use of the value: each cotangent goes where the number was read; line 14]
      // dh2_in = dh2 .* (div2_2 .* (2 - div2_2))   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 15]
      for (let i = 0; i < 6; i++) {
        const dh2 = delta[k20 + i + 8] + delta2[k14 + i + 8];
        dh1_in[k6 + i] = delta[k20 + i + 2] + delta2[k14 + i + 2];
        dh2_in[k6 + i] = dh2 * (div2_2[k6 + i] * (2 - div2_2[k6 + i]));
      }

      // db2 = Σn dh2_in   [EQ3: ∂C/∂b = δ]
      for (let i = 0; i < 6; i++) {
        db2[i] += dh2_in[k6 + i];
      }
    }

    // dW2 = Σn outer(dh2_in, add2)   [EQ4: ∂C/∂w = δ aᵀ; line 15]
    for (let j = 0; j < 8; j += 4) {
      for (let i = 0; i < 6; i += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        for (let k = 0; k < size; k++) {
          const k6_2 = k * 6;
          const dh2_in_1 = dh2_in[k6_2 + i];
          const k8_2 = k * 8;
          const add2_1 = add2[k8_2 + j];
          const dh2_in_2 = dh2_in[k6_2 + i + 1];
          const add2_2 = add2[k8_2 + j + 1];
          const add2_3 = add2[k8_2 + j + 2];
          const add2_4 = add2[k8_2 + j + 3];
          s11 += dh2_in_1 * add2_1;
          s12 += dh2_in_2 * add2_1;
          s21 += dh2_in_1 * add2_2;
          s22 += dh2_in_2 * add2_2;
          s31 += dh2_in_1 * add2_3;
          s32 += dh2_in_2 * add2_3;
          s41 += dh2_in_1 * add2_4;
          s42 += dh2_in_2 * add2_4;
        }
        const i8 = i * 8;
        dW2[i8 + j] += s11;
        const i8_2 = i8 + 8;
        dW2[i8_2 + j] += s12;
        dW2[i8 + j + 1] += s21;
        dW2[i8_2 + j + 1] += s22;
        dW2[i8 + j + 2] += s31;
        dW2[i8_2 + j + 2] += s32;
        dW2[i8 + j + 3] += s41;
        dW2[i8_2 + j + 3] += s42;
      }
    }

    // delta3 = W2' * dh2_in   [line 15]
    for (let i = 0; i < 8; i += 4) {
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k6_2 = k * 6;
        const k6_3 = k6_2 + 6;
        for (let j = 0; j < 6; j++) {
          const dh2_in_1 = dh2_in[k6_2 + j];
          const j8 = j * 8;
          const W2_1 = W2[j8 + i];
          const dh2_in_2 = dh2_in[k6_3 + j];
          const W2_2 = W2[j8 + i + 1];
          const W2_3 = W2[j8 + i + 2];
          const W2_4 = W2[j8 + i + 3];
          s11 += dh2_in_1 * W2_1;
          s12 += dh2_in_2 * W2_1;
          s21 += dh2_in_1 * W2_2;
          s22 += dh2_in_2 * W2_2;
          s31 += dh2_in_1 * W2_3;
          s32 += dh2_in_2 * W2_3;
          s41 += dh2_in_1 * W2_4;
          s42 += dh2_in_2 * W2_4;
        }
        const k8_2 = k * 8;
        delta3[k8_2 + i] = s11;
        const k8_3 = k8_2 + 8;
        delta3[k8_3 + i] = s12;
        delta3[k8_2 + i + 1] = s21;
        delta3[k8_3 + i + 1] = s22;
        delta3[k8_2 + i + 2] = s31;
        delta3[k8_3 + i + 2] = s32;
        delta3[k8_2 + i + 3] = s41;
        delta3[k8_3 + i + 3] = s42;
      }
    }

    for (let k = 0; k < size; k++) {
      const row = rows[k];
      const row2 = row * 2;
      const k6 = k * 6;
      const k8 = k * 8;

      // dh1 = dh1_in + delta3[3:8]   [sum over every use of the value: each cotangent goes where the number was read; line 14]
      // delta4 = dh1 .* (div3 .* (2 - div3))   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 14]
      for (let i = 0; i < 6; i++) {
        const dh1 = dh1_in[k6 + i] + delta3[k8 + i + 2];
        delta4[k6 + i] = dh1 * (div3[k6 + i] * (2 - div3[k6 + i]));
      }

      // dW1 = Σn outer(delta4, x)   [EQ4: ∂C/∂w = δ aᵀ; line 14]
      for (let i = 0; i < 6; i++) {
        const t2 = delta4[k6 + i];
        const i2 = i * 2;
        for (let j = 0; j < 2; j++) {
          dW1[i2 + j] += t2 * x[row2 + j];
        }
      }

      // db1 = Σn delta4   [EQ3: ∂C/∂b = δ]
      for (let i = 0; i < 6; i++) {
        db1[i] += delta4[k6 + i];
      }
    }
  }

  // loss = J_sum / m   [line 18, loss]
  const loss = J_sum / m;

  // db = db_sum / m   [the same for all examples: their cotangents add up]
  const db = db_sum / m;

  // m_b⁺ = 0.9 * m_b + 0.1 * db
  state[364] = 0.9 * state[364] + 0.1 * db;

  // m_W1⁺ = 0.9 * m_W1 + share2 * dW1
  // v_W1⁺ = 0.999 * v_W1 + 0.001 * (share * dW1) .^ 2
  // W1⁺ = W1 - stepSize * (m_W1⁺ ./ (sqrt(scale3 * v_W1⁺) + 1e-8))
  for (let i = 0; i < 12; i++) {
    state[i] = 0.9 * state[i] + share2 * dW1[i];
    const t2 = share * dW1[i];
    state[12 + i] = 0.999 * state[12 + i] + 0.001 * (t2 * t2);
    W1[i] -= stepSize * (state[i] / (Math.sqrt(scale3 * state[12 + i]) + 1e-8));
  }

  // m_b1⁺ = 0.9 * m_b1 + share2 * db1
  // v_b1⁺ = 0.999 * v_b1 + 0.001 * (share * db1) .^ 2
  // b1⁺ = b1 - stepSize * (m_b1⁺ ./ (sqrt(scale3 * v_b1⁺) + 1e-8))
  for (let i = 0; i < 6; i++) {
    state[24 + i] = 0.9 * state[24 + i] + share2 * db1[i];
    const t2 = share * db1[i];
    state[30 + i] = 0.999 * state[30 + i] + 0.001 * (t2 * t2);
    b1[i] -= stepSize * (state[24 + i] / (Math.sqrt(scale3 * state[30 + i]) + 1e-8));
  }

  // m_W2⁺ = 0.9 * m_W2 + share2 * dW2
  // v_W2⁺ = 0.999 * v_W2 + 0.001 * (share * dW2) .^ 2
  // W2⁺ = W2 - stepSize * (m_W2⁺ ./ (sqrt(scale3 * v_W2⁺) + 1e-8))
  for (let i = 0; i < 48; i++) {
    state[36 + i] = 0.9 * state[36 + i] + share2 * dW2[i];
    const t2 = share * dW2[i];
    state[84 + i] = 0.999 * state[84 + i] + 0.001 * (t2 * t2);
    W2[i] -= stepSize * (state[36 + i] / (Math.sqrt(scale3 * state[84 + i]) + 1e-8));
  }

  // m_b2⁺ = 0.9 * m_b2 + share2 * db2
  // v_b2⁺ = 0.999 * v_b2 + 0.001 * (share * db2) .^ 2
  // b2⁺ = b2 - stepSize * (m_b2⁺ ./ (sqrt(scale3 * v_b2⁺) + 1e-8))
  for (let i = 0; i < 6; i++) {
    state[132 + i] = 0.9 * state[132 + i] + share2 * db2[i];
    const t2 = share * db2[i];
    state[138 + i] = 0.999 * state[138 + i] + 0.001 * (t2 * t2);
    b2[i] -= stepSize * (state[132 + i] / (Math.sqrt(scale3 * state[138 + i]) + 1e-8));
  }

  // m_W3⁺ = 0.9 * m_W3 + share2 * dW3
  // v_W3⁺ = 0.999 * v_W3 + 0.001 * (share * dW3) .^ 2
  // W3⁺ = W3 - stepSize * (m_W3⁺ ./ (sqrt(scale3 * v_W3⁺) + 1e-8))
  for (let i = 0; i < 84; i++) {
    state[144 + i] = 0.9 * state[144 + i] + share2 * dW3[i];
    const t2 = share * dW3[i];
    state[228 + i] = 0.999 * state[228 + i] + 0.001 * (t2 * t2);
    W3[i] -= stepSize * (state[144 + i] / (Math.sqrt(scale3 * state[228 + i]) + 1e-8));
  }

  // m_b3⁺ = 0.9 * m_b3 + share2 * db3
  // v_b3⁺ = 0.999 * v_b3 + 0.001 * (share * db3) .^ 2
  // b3⁺ = b3 - stepSize * (m_b3⁺ ./ (sqrt(scale3 * v_b3⁺) + 1e-8))
  for (let i = 0; i < 6; i++) {
    state[312 + i] = 0.9 * state[312 + i] + share2 * db3[i];
    const t2 = share * db3[i];
    state[318 + i] = 0.999 * state[318 + i] + 0.001 * (t2 * t2);
    b3[i] -= stepSize * (state[312 + i] / (Math.sqrt(scale3 * state[318 + i]) + 1e-8));
  }

  // m_w⁺ = 0.9 * m_w + share2 * dw
  // v_w⁺ = 0.999 * v_w + 0.001 * (share * dw) .^ 2
  // w⁺ = w - stepSize * (m_w⁺ ./ (sqrt(scale3 * v_w⁺) + 1e-8))
  for (let i = 0; i < 20; i++) {
    state[324 + i] = 0.9 * state[324 + i] + share2 * dw[i];
    const t2 = share * dw[i];
    state[344 + i] = 0.999 * state[344 + i] + 0.001 * (t2 * t2);
    w[i] -= stepSize * (state[324 + i] / (Math.sqrt(scale3 * state[344 + i]) + 1e-8));
  }

  // v_b⁺ = 0.999 * v_b + 0.001 * db ^ 2
  state[365] = 0.999 * state[365] + 0.001 * (db * db);

  // b⁺ = b - rate * (m_b⁺ / scale) / (sqrt(v_b⁺ / scale2) + 1e-8)
  b[0] -= rate * (state[364] / scale) / (Math.sqrt(state[365] / scale2) + 1e-8);
  return loss;
}

/** The predictions for one example among others. */
export function predict(params: Parameters, data: Examples, row: number, into: Outputs = createOutputs()): Outputs {
  return forward(params, data.columns.x.subarray(row * 2, row * 2 + 2), into);
}
