/**
 * weight-sharing: compiled by gradc 0.1.0 from weight-sharing.grad. Do not edit: change the spec and compile again.
 *
 * Spec        sha256 ea1520a33ae98042ba172e91beffcf6d7d9d5741077ef77353f15d5b9bf139b4
 * Parameters  97: U (8 × 2), W (8 × 8), b vector of 8, w vector of 8, a scalar
 * Precision   64-bit
 * Convention  loss and gradients are the mean over the batch
 * Stable form xlogy(d, sigmoid(z)) -> -(d * softplus(-z))
 *             xlogy(d, 1 - sigmoid(z)) -> -(d * softplus(z))
 *             d * softplus(-z) + (1 - d) * softplus(z) -> logisticLoss(z, d)
 *             1 - square(tanh(x)) -> 2 / (2 + expm1(min(2 * abs(x), 709))) * (2 - 2 / (2 + expm1(min(2 * abs(x), 709))))
 *
 * Operations of gradient, for one example (sums over the batch left out):
 *   forward 524: 201 multiply, 194 add, 25 abs, 25 compare, 25 divide, 24 expm1, 24 sign, 2 exp, 2 negate, 1 log1p, 1 subtract
 *   backward 513: 336 multiply, 128 add, 25 subtract, 24 divide
 *
 * Schedule:
 *   forward  unrolled: 373 scalar operations, at most 2500
 *   evaluate  unrolled: 387 scalar operations, at most 2500
 *   gradient  unrolled: 1403 scalar operations, at most 2500
 *   step  loops: 2768 scalar operations, more than 2500; of 55 steps 6 in register tiles, 35 in plain loops, 14 of at most 4 operations unrolled; examples in blocks of 64
 *     tiles     add2 144, add3 144, dW_sum 128, delta 152, dW_sum2 128, delta2 168
 *     loops     sum 24, add 8, h_expm1 32, h_den 8, h 24, h_expm1_2 32, h_den2 8, h2 24, h_expm1_3 32, h_den3 8, h3 24, y_in 17, J 8, dw 16, div 8, div2 8, div3 8, dh 8, dh_in 24, dU 32, db 8, dW 64, m_U 48, v_U 96, U 96, m_W 192, v_W 384, W 384, m_b 24, v_b 48, b 48, m_w 24, v_w 48, w 48, a 7
 *     unrolled  share 1, scale 2, scale2 2, share2 1, stepSize 1, scale3 1, y 4, J_sum 1, sub 1, da_sum 1, loss 1, da 1, m_a 3, v_a 4
 *
 * parameters
 *   U   8 × 2    glorot   # line 5
 *   W   8 × 8    glorot   # line 6
 *   b   8        zeros    # line 7
 *   w   8        zeros    # line 8
 *   a   scalar   zeros    # line 9
 *
 * data
 *   x   2        input    # line 2
 *   d   scalar   target   # line 3
 *
 * forward
 *   t1 = tanh(U * x + b)            8 per example        # lines 11, 13
 *   t2 = tanh(W * t1 + U * x + b)   8 per example        # lines 11, 13
 *   h = tanh(W * t2 + U * x + b)    8 per example        # line 13
 *   t3 = dot(w, h) + a              scalar per example   # line 14
 *   y = sigmoid(t3)                 scalar per example   # line 14, output
 *   J = logisticLoss(t3, d)         scalar per example   # line 15, loss
 *   accuracy = (y > 0.5) == d       scalar per example   # line 17, metric
 *
 * mean over the batch of m examples
 *   J = (Σn J) / m                 scalar   # line 15, loss
 *   accuracy = (Σn accuracy) / m   scalar   # line 17, metric
 *
 * backward (constant factors come in last, with Σn)
 *   dJ = 1/m                                              scalar per example   # each term of a sum gets the cotangent of the sum
 *   dh = (y - d) * w                                      8 per example        # dot(w, h) with respect to h: the other factor times the cotangent
 *   dh_in = dh .* (1 - h .^ 2)                            8 per example        # EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); chain rule through tanh: ∂y/∂x = 1 - square(y)
 *   δ1 = W' * dh_in .* (1 - t2 .^ 2)                      8 per example        # EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); chain rule through tanh: ∂y/∂x = 1 - square(y)
 *   δ2 = dh_in + δ1 + W' * δ1 .* (1 - t1 .^ 2)            8 per example        # EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); sum over every use of the value: chain rule through tanh: ∂y/∂x = 1 - square(y)
 *   dU = 1/m * Σn outer(δ2, x)                            8 × 2                # EQ4: ∂C/∂w = δ aᵀ; U * x with respect to U: outer product of the cotangent and the vector
 *   dW = 1/m * (Σn outer(dh_in, t2) + Σn outer(δ1, t1))   8 × 8                # EQ4: ∂C/∂w = δ aᵀ; sum over every use of the value: W * t1 with respect to W: outer product of the cotangent and the vector; W * t2 with respect to W: outer product of the cotangent and the vector
 *   db = 1/m * Σn δ2                                      8                    # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
 *   dw = 1/m * Σn (y - d) * h                             8                    # dot(w, h) with respect to w: the other factor times the cotangent
 *   da = (Σn (y - d)) / m                                 scalar               # the same for all examples: their cotangents add up
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
  readonly U: Tensor<[8, 2]>;
  readonly W: Tensor<[8, 8]>;
  readonly b: Tensor<[8]>;
  readonly w: Tensor<[8]>;
  readonly a: Tensor<[]>;
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
  readonly U: Tensor<[8, 2]>;
  readonly W: Tensor<[8, 8]>;
  readonly b: Tensor<[8]>;
  readonly w: Tensor<[8]>;
  readonly a: Tensor<[]>;
  /** Each loss over the batch. */
  readonly losses: Floats;
}

/** Predictions for one example. */
export type Outputs = { readonly y: Tensor<[]> };

/** What the module is: names, shapes, defaults and data of the spec. */
export const metadata = {
  name: "weight-sharing",
  hash: "ea1520a33ae98042ba172e91beffcf6d7d9d5741077ef77353f15d5b9bf139b4",
  version: "0.1.0",
  precision: "f64",
  parameters: [
    { name: "U", shape: [8, 2], offset: 0, initial: { kind: "glorot" } },
    { name: "W", shape: [8, 8], offset: 16, initial: { kind: "glorot" } },
    { name: "b", shape: [8], offset: 80, initial: { kind: "zeros" } },
    { name: "w", shape: [8], offset: 88, initial: { kind: "zeros" } },
    { name: "a", shape: [], offset: 96, initial: { kind: "zeros" } },
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
export function createParameters(flat: Floats = new Float64Array(97)): Parameters {
  return {
    flat,
    U: flat.subarray(0, 16),
    W: flat.subarray(16, 80),
    b: flat.subarray(80, 88),
    w: flat.subarray(88, 96),
    a: flat.subarray(96, 97),
  };
}

/** Initial parameters: the same numbers for the same seed. */
export function initialise(seed: number, params: Parameters = createParameters()): Parameters {
  for (let k = 0; k < 16; k++) params.U[k] = 0.7745966692414834 * (2 * uniform(seed, 0, k) - 1);
  for (let k = 0; k < 64; k++) params.W[k] = 0.6123724356957945 * (2 * uniform(seed, 1, k) - 1);
  params.b.fill(0);
  params.w.fill(0);
  params.a.fill(0);
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
    U: new Float64Array(16),
    W: new Float64Array(64),
    b: new Float64Array(8),
    w: new Float64Array(8),
    a: new Float64Array(1),
    losses: new Float64Array(1),
  };
}

/** The state of the update rule, all zeros. */
export function createState(): Floats {
  return new Float64Array(194);
}

const rows = new Int32Array(64);

const dw = new Float64Array(8);

const dW_sum = new Float64Array(64);

/** Room for dW_sum2 and dW, one after the other. */
const dW_sum2 = new Float64Array(64);

const dW = dW_sum2;

const dU = new Float64Array(16);

const db = new Float64Array(8);

/** Room for sum2 and h_den3, one after the other. */
const sum2 = new Float64Array(512);

const h_den3 = sum2;

const h_den = new Float64Array(512);

const h = new Float64Array(512);

/** Room for add2, add3 and div3, one after the other. */
const add2 = new Float64Array(512);

const add3 = add2;

const div3 = add2;

const h_den2 = new Float64Array(512);

/** Room for h2 and delta, one after the other. */
const h2 = new Float64Array(512);

const delta = h2;

/** Room for h3, div2 and delta2, one after the other. */
const h3 = new Float64Array(512);

const div2 = h3;

const delta2 = h3;

const dh_in = new Float64Array(512);

/** The predictions for one example. */
export function forward(params: Parameters, x: Vector<2>, into: Outputs = createOutputs()): Outputs {
  const { U, b, W, w, a } = params;

  // sum = U * x
  const x_1 = x[0];
  const x_2 = x[1];
  const sum_1 = U[0] * x_1 + U[1] * x_2;
  const sum_2 = U[2] * x_1 + U[3] * x_2;
  const sum_3 = U[4] * x_1 + U[5] * x_2;
  const sum_4 = U[6] * x_1 + U[7] * x_2;
  const sum_5 = U[8] * x_1 + U[9] * x_2;
  const sum_6 = U[10] * x_1 + U[11] * x_2;
  const sum_7 = U[12] * x_1 + U[13] * x_2;
  const sum_8 = U[14] * x_1 + U[15] * x_2;

  // h = tanh(sum + b)   [line 13]
  const h_1 = Math.tanh(sum_1 + b[0]);
  const h_2 = Math.tanh(sum_2 + b[1]);
  const h_3 = Math.tanh(sum_3 + b[2]);
  const h_4 = Math.tanh(sum_4 + b[3]);
  const h_5 = Math.tanh(sum_5 + b[4]);
  const h_6 = Math.tanh(sum_6 + b[5]);
  const h_7 = Math.tanh(sum_7 + b[6]);
  const h_8 = Math.tanh(sum_8 + b[7]);

  // h2 = tanh(W * h + sum + b)   [lines 11, 13]
  const h2_1 = Math.tanh(W[0] * h_1 + W[1] * h_2 + W[2] * h_3 + W[3] * h_4 + W[4] * h_5 + W[5] * h_6 + W[6] * h_7 + W[7] * h_8 + sum_1 + b[0]);
  const h2_2 = Math.tanh(W[8] * h_1 + W[9] * h_2 + W[10] * h_3 + W[11] * h_4 + W[12] * h_5 + W[13] * h_6 + W[14] * h_7 + W[15] * h_8 + sum_2 + b[1]);
  const h2_3 = Math.tanh(W[16] * h_1 + W[17] * h_2 + W[18] * h_3 + W[19] * h_4 + W[20] * h_5 + W[21] * h_6 + W[22] * h_7 + W[23] * h_8 + sum_3 + b[2]);
  const h2_4 = Math.tanh(W[24] * h_1 + W[25] * h_2 + W[26] * h_3 + W[27] * h_4 + W[28] * h_5 + W[29] * h_6 + W[30] * h_7 + W[31] * h_8 + sum_4 + b[3]);
  const h2_5 = Math.tanh(W[32] * h_1 + W[33] * h_2 + W[34] * h_3 + W[35] * h_4 + W[36] * h_5 + W[37] * h_6 + W[38] * h_7 + W[39] * h_8 + sum_5 + b[4]);
  const h2_6 = Math.tanh(W[40] * h_1 + W[41] * h_2 + W[42] * h_3 + W[43] * h_4 + W[44] * h_5 + W[45] * h_6 + W[46] * h_7 + W[47] * h_8 + sum_6 + b[5]);
  const h2_7 = Math.tanh(W[48] * h_1 + W[49] * h_2 + W[50] * h_3 + W[51] * h_4 + W[52] * h_5 + W[53] * h_6 + W[54] * h_7 + W[55] * h_8 + sum_7 + b[6]);
  const h2_8 = Math.tanh(W[56] * h_1 + W[57] * h_2 + W[58] * h_3 + W[59] * h_4 + W[60] * h_5 + W[61] * h_6 + W[62] * h_7 + W[63] * h_8 + sum_8 + b[7]);

  // h = tanh(W * h2 + sum + b)   [line 13]
  const h3_1 = Math.tanh(W[0] * h2_1 + W[1] * h2_2 + W[2] * h2_3 + W[3] * h2_4 + W[4] * h2_5 + W[5] * h2_6 + W[6] * h2_7 + W[7] * h2_8 + sum_1 + b[0]);
  const h3_2 = Math.tanh(W[8] * h2_1 + W[9] * h2_2 + W[10] * h2_3 + W[11] * h2_4 + W[12] * h2_5 + W[13] * h2_6 + W[14] * h2_7 + W[15] * h2_8 + sum_2 + b[1]);
  const h3_3 = Math.tanh(W[16] * h2_1 + W[17] * h2_2 + W[18] * h2_3 + W[19] * h2_4 + W[20] * h2_5 + W[21] * h2_6 + W[22] * h2_7 + W[23] * h2_8 + sum_3 + b[2]);
  const h3_4 = Math.tanh(W[24] * h2_1 + W[25] * h2_2 + W[26] * h2_3 + W[27] * h2_4 + W[28] * h2_5 + W[29] * h2_6 + W[30] * h2_7 + W[31] * h2_8 + sum_4 + b[3]);
  const h3_5 = Math.tanh(W[32] * h2_1 + W[33] * h2_2 + W[34] * h2_3 + W[35] * h2_4 + W[36] * h2_5 + W[37] * h2_6 + W[38] * h2_7 + W[39] * h2_8 + sum_5 + b[4]);
  const h3_6 = Math.tanh(W[40] * h2_1 + W[41] * h2_2 + W[42] * h2_3 + W[43] * h2_4 + W[44] * h2_5 + W[45] * h2_6 + W[46] * h2_7 + W[47] * h2_8 + sum_6 + b[5]);
  const h3_7 = Math.tanh(W[48] * h2_1 + W[49] * h2_2 + W[50] * h2_3 + W[51] * h2_4 + W[52] * h2_5 + W[53] * h2_6 + W[54] * h2_7 + W[55] * h2_8 + sum_7 + b[6]);
  const h3_8 = Math.tanh(W[56] * h2_1 + W[57] * h2_2 + W[58] * h2_3 + W[59] * h2_4 + W[60] * h2_5 + W[61] * h2_6 + W[62] * h2_7 + W[63] * h2_8 + sum_8 + b[7]);

  // y = sigmoid(dot(w, h) + a)   [line 14, output]
  into.y[0] = 1 / (1 + Math.exp(-(w[0] * h3_1 + w[1] * h3_2 + w[2] * h3_3 + w[3] * h3_4 + w[4] * h3_5 + w[5] * h3_6 + w[6] * h3_7 + w[7] * h3_8 + a[0])));
  return into;
}

/** Losses, then metrics, over the examples `order[from … to)`, as inference computes them, into `report`; returns the total loss. */
export function evaluate(params: Parameters, data: Examples, report: Report, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { U, b, W, w, a } = params;
  const { x, d } = data.columns;
  const m = to - from;
  let J_sum = 0;
  let accuracy_sum = 0;
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];

    // sum = U * x
    const x_1 = x[row * 2];
    const x_2 = x[row * 2 + 1];
    const sum_1 = U[0] * x_1 + U[1] * x_2;
    const sum_2 = U[2] * x_1 + U[3] * x_2;
    const sum_3 = U[4] * x_1 + U[5] * x_2;
    const sum_4 = U[6] * x_1 + U[7] * x_2;
    const sum_5 = U[8] * x_1 + U[9] * x_2;
    const sum_6 = U[10] * x_1 + U[11] * x_2;
    const sum_7 = U[12] * x_1 + U[13] * x_2;
    const sum_8 = U[14] * x_1 + U[15] * x_2;

    // h = tanh(sum + b)   [line 13]
    const h_1 = Math.tanh(sum_1 + b[0]);
    const h_2 = Math.tanh(sum_2 + b[1]);
    const h_3 = Math.tanh(sum_3 + b[2]);
    const h_4 = Math.tanh(sum_4 + b[3]);
    const h_5 = Math.tanh(sum_5 + b[4]);
    const h_6 = Math.tanh(sum_6 + b[5]);
    const h_7 = Math.tanh(sum_7 + b[6]);
    const h_8 = Math.tanh(sum_8 + b[7]);

    // h2 = tanh(W * h + sum + b)   [lines 11, 13]
    const h2_1 = Math.tanh(W[0] * h_1 + W[1] * h_2 + W[2] * h_3 + W[3] * h_4 + W[4] * h_5 + W[5] * h_6 + W[6] * h_7 + W[7] * h_8 + sum_1 + b[0]);
    const h2_2 = Math.tanh(W[8] * h_1 + W[9] * h_2 + W[10] * h_3 + W[11] * h_4 + W[12] * h_5 + W[13] * h_6 + W[14] * h_7 + W[15] * h_8 + sum_2 + b[1]);
    const h2_3 = Math.tanh(W[16] * h_1 + W[17] * h_2 + W[18] * h_3 + W[19] * h_4 + W[20] * h_5 + W[21] * h_6 + W[22] * h_7 + W[23] * h_8 + sum_3 + b[2]);
    const h2_4 = Math.tanh(W[24] * h_1 + W[25] * h_2 + W[26] * h_3 + W[27] * h_4 + W[28] * h_5 + W[29] * h_6 + W[30] * h_7 + W[31] * h_8 + sum_4 + b[3]);
    const h2_5 = Math.tanh(W[32] * h_1 + W[33] * h_2 + W[34] * h_3 + W[35] * h_4 + W[36] * h_5 + W[37] * h_6 + W[38] * h_7 + W[39] * h_8 + sum_5 + b[4]);
    const h2_6 = Math.tanh(W[40] * h_1 + W[41] * h_2 + W[42] * h_3 + W[43] * h_4 + W[44] * h_5 + W[45] * h_6 + W[46] * h_7 + W[47] * h_8 + sum_6 + b[5]);
    const h2_7 = Math.tanh(W[48] * h_1 + W[49] * h_2 + W[50] * h_3 + W[51] * h_4 + W[52] * h_5 + W[53] * h_6 + W[54] * h_7 + W[55] * h_8 + sum_7 + b[6]);
    const h2_8 = Math.tanh(W[56] * h_1 + W[57] * h_2 + W[58] * h_3 + W[59] * h_4 + W[60] * h_5 + W[61] * h_6 + W[62] * h_7 + W[63] * h_8 + sum_8 + b[7]);

    // h = tanh(W * h2 + sum + b)   [line 13]
    const h3_1 = Math.tanh(W[0] * h2_1 + W[1] * h2_2 + W[2] * h2_3 + W[3] * h2_4 + W[4] * h2_5 + W[5] * h2_6 + W[6] * h2_7 + W[7] * h2_8 + sum_1 + b[0]);
    const h3_2 = Math.tanh(W[8] * h2_1 + W[9] * h2_2 + W[10] * h2_3 + W[11] * h2_4 + W[12] * h2_5 + W[13] * h2_6 + W[14] * h2_7 + W[15] * h2_8 + sum_2 + b[1]);
    const h3_3 = Math.tanh(W[16] * h2_1 + W[17] * h2_2 + W[18] * h2_3 + W[19] * h2_4 + W[20] * h2_5 + W[21] * h2_6 + W[22] * h2_7 + W[23] * h2_8 + sum_3 + b[2]);
    const h3_4 = Math.tanh(W[24] * h2_1 + W[25] * h2_2 + W[26] * h2_3 + W[27] * h2_4 + W[28] * h2_5 + W[29] * h2_6 + W[30] * h2_7 + W[31] * h2_8 + sum_4 + b[3]);
    const h3_5 = Math.tanh(W[32] * h2_1 + W[33] * h2_2 + W[34] * h2_3 + W[35] * h2_4 + W[36] * h2_5 + W[37] * h2_6 + W[38] * h2_7 + W[39] * h2_8 + sum_5 + b[4]);
    const h3_6 = Math.tanh(W[40] * h2_1 + W[41] * h2_2 + W[42] * h2_3 + W[43] * h2_4 + W[44] * h2_5 + W[45] * h2_6 + W[46] * h2_7 + W[47] * h2_8 + sum_6 + b[5]);
    const h3_7 = Math.tanh(W[48] * h2_1 + W[49] * h2_2 + W[50] * h2_3 + W[51] * h2_4 + W[52] * h2_5 + W[53] * h2_6 + W[54] * h2_7 + W[55] * h2_8 + sum_7 + b[6]);
    const h3_8 = Math.tanh(W[56] * h2_1 + W[57] * h2_2 + W[58] * h2_3 + W[59] * h2_4 + W[60] * h2_5 + W[61] * h2_6 + W[62] * h2_7 + W[63] * h2_8 + sum_8 + b[7]);

    // y_in = dot(w, h) + a   [line 14]
    const y_in = w[0] * h3_1 + w[1] * h3_2 + w[2] * h3_3 + w[3] * h3_4 + w[4] * h3_5 + w[5] * h3_6 + w[6] * h3_7 + w[7] * h3_8 + a[0];

    // y = sigmoid(y_in)   [line 14, output]
    const y = 1 / (1 + Math.exp(-y_in));

    // accuracy = (y > 0.5) == d   [line 17, metric]
    const d2 = d[row];
    const accuracy = (y > 0.5 ? 1 : 0) === d2 ? 1 : 0;

    // J = logisticLoss(y_in, d)   [line 15, loss]
    const J = Math.max(y_in, 0) - d2 * y_in + Math.log1p(Math.exp(-Math.abs(y_in)));

    // J_sum = Σn J
    J_sum += J;

    // accuracy_sum = Σn accuracy
    accuracy_sum += accuracy;
  }

  // J2 = J_sum / m   [line 15, loss]
  const J2 = J_sum / m;
  report[0] = J2;

  // accuracy2 = accuracy_sum / m   [line 17, metric]
  report[1] = accuracy_sum / m;
  return J2;
}

/** The loss over the examples `order[from … to)` and its gradients, into `into`; returns the loss. */
export function gradient(params: Parameters, data: Examples, into: Gradients, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { U, b, W, w, a } = params;
  const { x, d } = data.columns;
  const m = to - from;
  const share = 1 / m;
  let J_sum = 0;
  let dw_1 = 0, dw_2 = 0, dw_3 = 0, dw_4 = 0, dw_5 = 0, dw_6 = 0, dw_7 = 0, dw_8 = 0;
  let da_sum = 0;
  let dW_sum_1_1 = 0, dW_sum_1_2 = 0, dW_sum_1_3 = 0, dW_sum_1_4 = 0, dW_sum_1_5 = 0, dW_sum_1_6 = 0, dW_sum_1_7 = 0, dW_sum_1_8 = 0;
  let dW_sum_2_1 = 0, dW_sum_2_2 = 0, dW_sum_2_3 = 0, dW_sum_2_4 = 0, dW_sum_2_5 = 0, dW_sum_2_6 = 0, dW_sum_2_7 = 0, dW_sum_2_8 = 0;
  let dW_sum_3_1 = 0, dW_sum_3_2 = 0, dW_sum_3_3 = 0, dW_sum_3_4 = 0, dW_sum_3_5 = 0, dW_sum_3_6 = 0, dW_sum_3_7 = 0, dW_sum_3_8 = 0;
  let dW_sum_4_1 = 0, dW_sum_4_2 = 0, dW_sum_4_3 = 0, dW_sum_4_4 = 0, dW_sum_4_5 = 0, dW_sum_4_6 = 0, dW_sum_4_7 = 0, dW_sum_4_8 = 0;
  let dW_sum_5_1 = 0, dW_sum_5_2 = 0, dW_sum_5_3 = 0, dW_sum_5_4 = 0, dW_sum_5_5 = 0, dW_sum_5_6 = 0, dW_sum_5_7 = 0, dW_sum_5_8 = 0;
  let dW_sum_6_1 = 0, dW_sum_6_2 = 0, dW_sum_6_3 = 0, dW_sum_6_4 = 0, dW_sum_6_5 = 0, dW_sum_6_6 = 0, dW_sum_6_7 = 0, dW_sum_6_8 = 0;
  let dW_sum_7_1 = 0, dW_sum_7_2 = 0, dW_sum_7_3 = 0, dW_sum_7_4 = 0, dW_sum_7_5 = 0, dW_sum_7_6 = 0, dW_sum_7_7 = 0, dW_sum_7_8 = 0;
  let dW_sum_8_1 = 0, dW_sum_8_2 = 0, dW_sum_8_3 = 0, dW_sum_8_4 = 0, dW_sum_8_5 = 0, dW_sum_8_6 = 0, dW_sum_8_7 = 0, dW_sum_8_8 = 0;
  let dW_sum2_1_1 = 0, dW_sum2_1_2 = 0, dW_sum2_1_3 = 0, dW_sum2_1_4 = 0, dW_sum2_1_5 = 0, dW_sum2_1_6 = 0, dW_sum2_1_7 = 0, dW_sum2_1_8 = 0;
  let dW_sum2_2_1 = 0, dW_sum2_2_2 = 0, dW_sum2_2_3 = 0, dW_sum2_2_4 = 0, dW_sum2_2_5 = 0, dW_sum2_2_6 = 0, dW_sum2_2_7 = 0, dW_sum2_2_8 = 0;
  let dW_sum2_3_1 = 0, dW_sum2_3_2 = 0, dW_sum2_3_3 = 0, dW_sum2_3_4 = 0, dW_sum2_3_5 = 0, dW_sum2_3_6 = 0, dW_sum2_3_7 = 0, dW_sum2_3_8 = 0;
  let dW_sum2_4_1 = 0, dW_sum2_4_2 = 0, dW_sum2_4_3 = 0, dW_sum2_4_4 = 0, dW_sum2_4_5 = 0, dW_sum2_4_6 = 0, dW_sum2_4_7 = 0, dW_sum2_4_8 = 0;
  let dW_sum2_5_1 = 0, dW_sum2_5_2 = 0, dW_sum2_5_3 = 0, dW_sum2_5_4 = 0, dW_sum2_5_5 = 0, dW_sum2_5_6 = 0, dW_sum2_5_7 = 0, dW_sum2_5_8 = 0;
  let dW_sum2_6_1 = 0, dW_sum2_6_2 = 0, dW_sum2_6_3 = 0, dW_sum2_6_4 = 0, dW_sum2_6_5 = 0, dW_sum2_6_6 = 0, dW_sum2_6_7 = 0, dW_sum2_6_8 = 0;
  let dW_sum2_7_1 = 0, dW_sum2_7_2 = 0, dW_sum2_7_3 = 0, dW_sum2_7_4 = 0, dW_sum2_7_5 = 0, dW_sum2_7_6 = 0, dW_sum2_7_7 = 0, dW_sum2_7_8 = 0;
  let dW_sum2_8_1 = 0, dW_sum2_8_2 = 0, dW_sum2_8_3 = 0, dW_sum2_8_4 = 0, dW_sum2_8_5 = 0, dW_sum2_8_6 = 0, dW_sum2_8_7 = 0, dW_sum2_8_8 = 0;
  let dU_1_1 = 0, dU_1_2 = 0, dU_2_1 = 0, dU_2_2 = 0, dU_3_1 = 0, dU_3_2 = 0, dU_4_1 = 0, dU_4_2 = 0;
  let dU_5_1 = 0, dU_5_2 = 0, dU_6_1 = 0, dU_6_2 = 0, dU_7_1 = 0, dU_7_2 = 0, dU_8_1 = 0, dU_8_2 = 0;
  let db_1 = 0, db_2 = 0, db_3 = 0, db_4 = 0, db_5 = 0, db_6 = 0, db_7 = 0, db_8 = 0;
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];

    // sum = U * x
    const x_1 = x[row * 2];
    const x_2 = x[row * 2 + 1];
    const sum_1 = U[0] * x_1 + U[1] * x_2;
    const sum_2 = U[2] * x_1 + U[3] * x_2;
    const sum_3 = U[4] * x_1 + U[5] * x_2;
    const sum_4 = U[6] * x_1 + U[7] * x_2;
    const sum_5 = U[8] * x_1 + U[9] * x_2;
    const sum_6 = U[10] * x_1 + U[11] * x_2;
    const sum_7 = U[12] * x_1 + U[13] * x_2;
    const sum_8 = U[14] * x_1 + U[15] * x_2;

    // add = sum + b
    const add_1 = sum_1 + b[0];
    const add_2 = sum_2 + b[1];
    const add_3 = sum_3 + b[2];
    const add_4 = sum_4 + b[3];
    const add_5 = sum_5 + b[4];
    const add_6 = sum_6 + b[5];
    const add_7 = sum_7 + b[6];
    const add_8 = sum_8 + b[7];

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

    // h = sign(add) .* (h_expm1 ./ h_den)   [line 13]
    const h_1 = Math.sign(add_1) * (h_expm1_1 / h_den_1);
    const h_2 = Math.sign(add_2) * (h_expm1_2 / h_den_2);
    const h_3 = Math.sign(add_3) * (h_expm1_3 / h_den_3);
    const h_4 = Math.sign(add_4) * (h_expm1_4 / h_den_4);
    const h_5 = Math.sign(add_5) * (h_expm1_5 / h_den_5);
    const h_6 = Math.sign(add_6) * (h_expm1_6 / h_den_6);
    const h_7 = Math.sign(add_7) * (h_expm1_7 / h_den_7);
    const h_8 = Math.sign(add_8) * (h_expm1_8 / h_den_8);

    // add2 = W * h + sum + b   [line 11]
    const add2_1 = W[0] * h_1 + W[1] * h_2 + W[2] * h_3 + W[3] * h_4 + W[4] * h_5 + W[5] * h_6 + W[6] * h_7 + W[7] * h_8 + sum_1 + b[0];
    const add2_2 = W[8] * h_1 + W[9] * h_2 + W[10] * h_3 + W[11] * h_4 + W[12] * h_5 + W[13] * h_6 + W[14] * h_7 + W[15] * h_8 + sum_2 + b[1];
    const add2_3 = W[16] * h_1 + W[17] * h_2 + W[18] * h_3 + W[19] * h_4 + W[20] * h_5 + W[21] * h_6 + W[22] * h_7 + W[23] * h_8 + sum_3 + b[2];
    const add2_4 = W[24] * h_1 + W[25] * h_2 + W[26] * h_3 + W[27] * h_4 + W[28] * h_5 + W[29] * h_6 + W[30] * h_7 + W[31] * h_8 + sum_4 + b[3];
    const add2_5 = W[32] * h_1 + W[33] * h_2 + W[34] * h_3 + W[35] * h_4 + W[36] * h_5 + W[37] * h_6 + W[38] * h_7 + W[39] * h_8 + sum_5 + b[4];
    const add2_6 = W[40] * h_1 + W[41] * h_2 + W[42] * h_3 + W[43] * h_4 + W[44] * h_5 + W[45] * h_6 + W[46] * h_7 + W[47] * h_8 + sum_6 + b[5];
    const add2_7 = W[48] * h_1 + W[49] * h_2 + W[50] * h_3 + W[51] * h_4 + W[52] * h_5 + W[53] * h_6 + W[54] * h_7 + W[55] * h_8 + sum_7 + b[6];
    const add2_8 = W[56] * h_1 + W[57] * h_2 + W[58] * h_3 + W[59] * h_4 + W[60] * h_5 + W[61] * h_6 + W[62] * h_7 + W[63] * h_8 + sum_8 + b[7];

    // h_expm1_2 = expm1(min(2 * abs(add2), 709))
    const h_expm1_2_1 = Math.expm1(Math.min(2 * Math.abs(add2_1), 709));
    const h_expm1_2_2 = Math.expm1(Math.min(2 * Math.abs(add2_2), 709));
    const h_expm1_2_3 = Math.expm1(Math.min(2 * Math.abs(add2_3), 709));
    const h_expm1_2_4 = Math.expm1(Math.min(2 * Math.abs(add2_4), 709));
    const h_expm1_2_5 = Math.expm1(Math.min(2 * Math.abs(add2_5), 709));
    const h_expm1_2_6 = Math.expm1(Math.min(2 * Math.abs(add2_6), 709));
    const h_expm1_2_7 = Math.expm1(Math.min(2 * Math.abs(add2_7), 709));
    const h_expm1_2_8 = Math.expm1(Math.min(2 * Math.abs(add2_8), 709));

    // h_den2 = 2 + h_expm1_2
    const h_den2_1 = 2 + h_expm1_2_1;
    const h_den2_2 = 2 + h_expm1_2_2;
    const h_den2_3 = 2 + h_expm1_2_3;
    const h_den2_4 = 2 + h_expm1_2_4;
    const h_den2_5 = 2 + h_expm1_2_5;
    const h_den2_6 = 2 + h_expm1_2_6;
    const h_den2_7 = 2 + h_expm1_2_7;
    const h_den2_8 = 2 + h_expm1_2_8;

    // h2 = sign(add2) .* (h_expm1_2 ./ h_den2)   [lines 11, 13]
    const h2_1 = Math.sign(add2_1) * (h_expm1_2_1 / h_den2_1);
    const h2_2 = Math.sign(add2_2) * (h_expm1_2_2 / h_den2_2);
    const h2_3 = Math.sign(add2_3) * (h_expm1_2_3 / h_den2_3);
    const h2_4 = Math.sign(add2_4) * (h_expm1_2_4 / h_den2_4);
    const h2_5 = Math.sign(add2_5) * (h_expm1_2_5 / h_den2_5);
    const h2_6 = Math.sign(add2_6) * (h_expm1_2_6 / h_den2_6);
    const h2_7 = Math.sign(add2_7) * (h_expm1_2_7 / h_den2_7);
    const h2_8 = Math.sign(add2_8) * (h_expm1_2_8 / h_den2_8);

    // add3 = W * h2 + sum + b   [line 11]
    const add3_1 = W[0] * h2_1 + W[1] * h2_2 + W[2] * h2_3 + W[3] * h2_4 + W[4] * h2_5 + W[5] * h2_6 + W[6] * h2_7 + W[7] * h2_8 + sum_1 + b[0];
    const add3_2 = W[8] * h2_1 + W[9] * h2_2 + W[10] * h2_3 + W[11] * h2_4 + W[12] * h2_5 + W[13] * h2_6 + W[14] * h2_7 + W[15] * h2_8 + sum_2 + b[1];
    const add3_3 = W[16] * h2_1 + W[17] * h2_2 + W[18] * h2_3 + W[19] * h2_4 + W[20] * h2_5 + W[21] * h2_6 + W[22] * h2_7 + W[23] * h2_8 + sum_3 + b[2];
    const add3_4 = W[24] * h2_1 + W[25] * h2_2 + W[26] * h2_3 + W[27] * h2_4 + W[28] * h2_5 + W[29] * h2_6 + W[30] * h2_7 + W[31] * h2_8 + sum_4 + b[3];
    const add3_5 = W[32] * h2_1 + W[33] * h2_2 + W[34] * h2_3 + W[35] * h2_4 + W[36] * h2_5 + W[37] * h2_6 + W[38] * h2_7 + W[39] * h2_8 + sum_5 + b[4];
    const add3_6 = W[40] * h2_1 + W[41] * h2_2 + W[42] * h2_3 + W[43] * h2_4 + W[44] * h2_5 + W[45] * h2_6 + W[46] * h2_7 + W[47] * h2_8 + sum_6 + b[5];
    const add3_7 = W[48] * h2_1 + W[49] * h2_2 + W[50] * h2_3 + W[51] * h2_4 + W[52] * h2_5 + W[53] * h2_6 + W[54] * h2_7 + W[55] * h2_8 + sum_7 + b[6];
    const add3_8 = W[56] * h2_1 + W[57] * h2_2 + W[58] * h2_3 + W[59] * h2_4 + W[60] * h2_5 + W[61] * h2_6 + W[62] * h2_7 + W[63] * h2_8 + sum_8 + b[7];

    // h_expm1_3 = expm1(min(2 * abs(add3), 709))
    const h_expm1_3_1 = Math.expm1(Math.min(2 * Math.abs(add3_1), 709));
    const h_expm1_3_2 = Math.expm1(Math.min(2 * Math.abs(add3_2), 709));
    const h_expm1_3_3 = Math.expm1(Math.min(2 * Math.abs(add3_3), 709));
    const h_expm1_3_4 = Math.expm1(Math.min(2 * Math.abs(add3_4), 709));
    const h_expm1_3_5 = Math.expm1(Math.min(2 * Math.abs(add3_5), 709));
    const h_expm1_3_6 = Math.expm1(Math.min(2 * Math.abs(add3_6), 709));
    const h_expm1_3_7 = Math.expm1(Math.min(2 * Math.abs(add3_7), 709));
    const h_expm1_3_8 = Math.expm1(Math.min(2 * Math.abs(add3_8), 709));

    // h_den3 = 2 + h_expm1_3
    const h_den3_1 = 2 + h_expm1_3_1;
    const h_den3_2 = 2 + h_expm1_3_2;
    const h_den3_3 = 2 + h_expm1_3_3;
    const h_den3_4 = 2 + h_expm1_3_4;
    const h_den3_5 = 2 + h_expm1_3_5;
    const h_den3_6 = 2 + h_expm1_3_6;
    const h_den3_7 = 2 + h_expm1_3_7;
    const h_den3_8 = 2 + h_expm1_3_8;

    // h = sign(add3) .* (h_expm1_3 ./ h_den3)   [line 13]
    const h3_1 = Math.sign(add3_1) * (h_expm1_3_1 / h_den3_1);
    const h3_2 = Math.sign(add3_2) * (h_expm1_3_2 / h_den3_2);
    const h3_3 = Math.sign(add3_3) * (h_expm1_3_3 / h_den3_3);
    const h3_4 = Math.sign(add3_4) * (h_expm1_3_4 / h_den3_4);
    const h3_5 = Math.sign(add3_5) * (h_expm1_3_5 / h_den3_5);
    const h3_6 = Math.sign(add3_6) * (h_expm1_3_6 / h_den3_6);
    const h3_7 = Math.sign(add3_7) * (h_expm1_3_7 / h_den3_7);
    const h3_8 = Math.sign(add3_8) * (h_expm1_3_8 / h_den3_8);

    // y_in = dot(w, h) + a   [line 14]
    const y_in = w[0] * h3_1 + w[1] * h3_2 + w[2] * h3_3 + w[3] * h3_4 + w[4] * h3_5 + w[5] * h3_6 + w[6] * h3_7 + w[7] * h3_8 + a[0];

    // y = sigmoid(y_in)   [line 14, output]
    const y = 1 / (1 + Math.exp(-y_in));

    // J = logisticLoss(y_in, d)   [line 15, loss]
    const d2 = d[row];
    const J = Math.max(y_in, 0) - d2 * y_in + Math.log1p(Math.exp(-Math.abs(y_in)));

    // J_sum = Σn J
    J_sum += J;

    // sub = y - d
    const sub = y - d2;

    // dw = Σn sub * h   [dot(w, h) with respect to w: the other factor times the cotangent; line 14]
    dw_1 += sub * h3_1;
    dw_2 += sub * h3_2;
    dw_3 += sub * h3_3;
    dw_4 += sub * h3_4;
    dw_5 += sub * h3_5;
    dw_6 += sub * h3_6;
    dw_7 += sub * h3_7;
    dw_8 += sub * h3_8;

    // da_sum = Σn sub
    da_sum += sub;

    // div = 2 ./ h_den3
    const div_1 = 2 / h_den3_1;
    const div_2 = 2 / h_den3_2;
    const div_3 = 2 / h_den3_3;
    const div_4 = 2 / h_den3_4;
    const div_5 = 2 / h_den3_5;
    const div_6 = 2 / h_den3_6;
    const div_7 = 2 / h_den3_7;
    const div_8 = 2 / h_den3_8;

    // div2 = 2 ./ h_den2
    const div2_1 = 2 / h_den2_1;
    const div2_2 = 2 / h_den2_2;
    const div2_3 = 2 / h_den2_3;
    const div2_4 = 2 / h_den2_4;
    const div2_5 = 2 / h_den2_5;
    const div2_6 = 2 / h_den2_6;
    const div2_7 = 2 / h_den2_7;
    const div2_8 = 2 / h_den2_8;

    // div3 = 2 ./ h_den
    const div3_1 = 2 / h_den_1;
    const div3_2 = 2 / h_den_2;
    const div3_3 = 2 / h_den_3;
    const div3_4 = 2 / h_den_4;
    const div3_5 = 2 / h_den_5;
    const div3_6 = 2 / h_den_6;
    const div3_7 = 2 / h_den_7;
    const div3_8 = 2 / h_den_8;

    // dh = sub * w   [dot(w, h) with respect to h: the other factor times the cotangent; line 14]
    const dh_1 = sub * w[0];
    const dh_2 = sub * w[1];
    const dh_3 = sub * w[2];
    const dh_4 = sub * w[3];
    const dh_5 = sub * w[4];
    const dh_6 = sub * w[5];
    const dh_7 = sub * w[6];
    const dh_8 = sub * w[7];

    // dh_in = dh .* (div .* (2 - div))   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 11]
    const dh_in_1 = dh_1 * (div_1 * (2 - div_1));
    const dh_in_2 = dh_2 * (div_2 * (2 - div_2));
    const dh_in_3 = dh_3 * (div_3 * (2 - div_3));
    const dh_in_4 = dh_4 * (div_4 * (2 - div_4));
    const dh_in_5 = dh_5 * (div_5 * (2 - div_5));
    const dh_in_6 = dh_6 * (div_6 * (2 - div_6));
    const dh_in_7 = dh_7 * (div_7 * (2 - div_7));
    const dh_in_8 = dh_8 * (div_8 * (2 - div_8));

    // dW_sum = Σn outer(dh_in, h2)   [line 11]
    dW_sum_1_1 += dh_in_1 * h2_1;
    dW_sum_1_2 += dh_in_1 * h2_2;
    dW_sum_1_3 += dh_in_1 * h2_3;
    dW_sum_1_4 += dh_in_1 * h2_4;
    dW_sum_1_5 += dh_in_1 * h2_5;
    dW_sum_1_6 += dh_in_1 * h2_6;
    dW_sum_1_7 += dh_in_1 * h2_7;
    dW_sum_1_8 += dh_in_1 * h2_8;
    dW_sum_2_1 += dh_in_2 * h2_1;
    dW_sum_2_2 += dh_in_2 * h2_2;
    dW_sum_2_3 += dh_in_2 * h2_3;
    dW_sum_2_4 += dh_in_2 * h2_4;
    dW_sum_2_5 += dh_in_2 * h2_5;
    dW_sum_2_6 += dh_in_2 * h2_6;
    dW_sum_2_7 += dh_in_2 * h2_7;
    dW_sum_2_8 += dh_in_2 * h2_8;
    dW_sum_3_1 += dh_in_3 * h2_1;
    dW_sum_3_2 += dh_in_3 * h2_2;
    dW_sum_3_3 += dh_in_3 * h2_3;
    dW_sum_3_4 += dh_in_3 * h2_4;
    dW_sum_3_5 += dh_in_3 * h2_5;
    dW_sum_3_6 += dh_in_3 * h2_6;
    dW_sum_3_7 += dh_in_3 * h2_7;
    dW_sum_3_8 += dh_in_3 * h2_8;
    dW_sum_4_1 += dh_in_4 * h2_1;
    dW_sum_4_2 += dh_in_4 * h2_2;
    dW_sum_4_3 += dh_in_4 * h2_3;
    dW_sum_4_4 += dh_in_4 * h2_4;
    dW_sum_4_5 += dh_in_4 * h2_5;
    dW_sum_4_6 += dh_in_4 * h2_6;
    dW_sum_4_7 += dh_in_4 * h2_7;
    dW_sum_4_8 += dh_in_4 * h2_8;
    dW_sum_5_1 += dh_in_5 * h2_1;
    dW_sum_5_2 += dh_in_5 * h2_2;
    dW_sum_5_3 += dh_in_5 * h2_3;
    dW_sum_5_4 += dh_in_5 * h2_4;
    dW_sum_5_5 += dh_in_5 * h2_5;
    dW_sum_5_6 += dh_in_5 * h2_6;
    dW_sum_5_7 += dh_in_5 * h2_7;
    dW_sum_5_8 += dh_in_5 * h2_8;
    dW_sum_6_1 += dh_in_6 * h2_1;
    dW_sum_6_2 += dh_in_6 * h2_2;
    dW_sum_6_3 += dh_in_6 * h2_3;
    dW_sum_6_4 += dh_in_6 * h2_4;
    dW_sum_6_5 += dh_in_6 * h2_5;
    dW_sum_6_6 += dh_in_6 * h2_6;
    dW_sum_6_7 += dh_in_6 * h2_7;
    dW_sum_6_8 += dh_in_6 * h2_8;
    dW_sum_7_1 += dh_in_7 * h2_1;
    dW_sum_7_2 += dh_in_7 * h2_2;
    dW_sum_7_3 += dh_in_7 * h2_3;
    dW_sum_7_4 += dh_in_7 * h2_4;
    dW_sum_7_5 += dh_in_7 * h2_5;
    dW_sum_7_6 += dh_in_7 * h2_6;
    dW_sum_7_7 += dh_in_7 * h2_7;
    dW_sum_7_8 += dh_in_7 * h2_8;
    dW_sum_8_1 += dh_in_8 * h2_1;
    dW_sum_8_2 += dh_in_8 * h2_2;
    dW_sum_8_3 += dh_in_8 * h2_3;
    dW_sum_8_4 += dh_in_8 * h2_4;
    dW_sum_8_5 += dh_in_8 * h2_5;
    dW_sum_8_6 += dh_in_8 * h2_6;
    dW_sum_8_7 += dh_in_8 * h2_7;
    dW_sum_8_8 += dh_in_8 * h2_8;

    // delta = W' * dh_in .* (div2 .* (2 - div2))   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 11]
    const delta_1 = (dh_in_1 * W[0] + dh_in_2 * W[8] + dh_in_3 * W[16] + dh_in_4 * W[24] + dh_in_5 * W[32] + dh_in_6 * W[40] + dh_in_7 * W[48] + dh_in_8 * W[56]) * (div2_1 * (2 - div2_1));
    const delta_2 = (dh_in_1 * W[1] + dh_in_2 * W[9] + dh_in_3 * W[17] + dh_in_4 * W[25] + dh_in_5 * W[33] + dh_in_6 * W[41] + dh_in_7 * W[49] + dh_in_8 * W[57]) * (div2_2 * (2 - div2_2));
    const delta_3 = (dh_in_1 * W[2] + dh_in_2 * W[10] + dh_in_3 * W[18] + dh_in_4 * W[26] + dh_in_5 * W[34] + dh_in_6 * W[42] + dh_in_7 * W[50] + dh_in_8 * W[58]) * (div2_3 * (2 - div2_3));
    const delta_4 = (dh_in_1 * W[3] + dh_in_2 * W[11] + dh_in_3 * W[19] + dh_in_4 * W[27] + dh_in_5 * W[35] + dh_in_6 * W[43] + dh_in_7 * W[51] + dh_in_8 * W[59]) * (div2_4 * (2 - div2_4));
    const delta_5 = (dh_in_1 * W[4] + dh_in_2 * W[12] + dh_in_3 * W[20] + dh_in_4 * W[28] + dh_in_5 * W[36] + dh_in_6 * W[44] + dh_in_7 * W[52] + dh_in_8 * W[60]) * (div2_5 * (2 - div2_5));
    const delta_6 = (dh_in_1 * W[5] + dh_in_2 * W[13] + dh_in_3 * W[21] + dh_in_4 * W[29] + dh_in_5 * W[37] + dh_in_6 * W[45] + dh_in_7 * W[53] + dh_in_8 * W[61]) * (div2_6 * (2 - div2_6));
    const delta_7 = (dh_in_1 * W[6] + dh_in_2 * W[14] + dh_in_3 * W[22] + dh_in_4 * W[30] + dh_in_5 * W[38] + dh_in_6 * W[46] + dh_in_7 * W[54] + dh_in_8 * W[62]) * (div2_7 * (2 - div2_7));
    const delta_8 = (dh_in_1 * W[7] + dh_in_2 * W[15] + dh_in_3 * W[23] + dh_in_4 * W[31] + dh_in_5 * W[39] + dh_in_6 * W[47] + dh_in_7 * W[55] + dh_in_8 * W[63]) * (div2_8 * (2 - div2_8));

    // dW_sum2 = Σn outer(delta, h)   [line 11]
    dW_sum2_1_1 += delta_1 * h_1;
    dW_sum2_1_2 += delta_1 * h_2;
    dW_sum2_1_3 += delta_1 * h_3;
    dW_sum2_1_4 += delta_1 * h_4;
    dW_sum2_1_5 += delta_1 * h_5;
    dW_sum2_1_6 += delta_1 * h_6;
    dW_sum2_1_7 += delta_1 * h_7;
    dW_sum2_1_8 += delta_1 * h_8;
    dW_sum2_2_1 += delta_2 * h_1;
    dW_sum2_2_2 += delta_2 * h_2;
    dW_sum2_2_3 += delta_2 * h_3;
    dW_sum2_2_4 += delta_2 * h_4;
    dW_sum2_2_5 += delta_2 * h_5;
    dW_sum2_2_6 += delta_2 * h_6;
    dW_sum2_2_7 += delta_2 * h_7;
    dW_sum2_2_8 += delta_2 * h_8;
    dW_sum2_3_1 += delta_3 * h_1;
    dW_sum2_3_2 += delta_3 * h_2;
    dW_sum2_3_3 += delta_3 * h_3;
    dW_sum2_3_4 += delta_3 * h_4;
    dW_sum2_3_5 += delta_3 * h_5;
    dW_sum2_3_6 += delta_3 * h_6;
    dW_sum2_3_7 += delta_3 * h_7;
    dW_sum2_3_8 += delta_3 * h_8;
    dW_sum2_4_1 += delta_4 * h_1;
    dW_sum2_4_2 += delta_4 * h_2;
    dW_sum2_4_3 += delta_4 * h_3;
    dW_sum2_4_4 += delta_4 * h_4;
    dW_sum2_4_5 += delta_4 * h_5;
    dW_sum2_4_6 += delta_4 * h_6;
    dW_sum2_4_7 += delta_4 * h_7;
    dW_sum2_4_8 += delta_4 * h_8;
    dW_sum2_5_1 += delta_5 * h_1;
    dW_sum2_5_2 += delta_5 * h_2;
    dW_sum2_5_3 += delta_5 * h_3;
    dW_sum2_5_4 += delta_5 * h_4;
    dW_sum2_5_5 += delta_5 * h_5;
    dW_sum2_5_6 += delta_5 * h_6;
    dW_sum2_5_7 += delta_5 * h_7;
    dW_sum2_5_8 += delta_5 * h_8;
    dW_sum2_6_1 += delta_6 * h_1;
    dW_sum2_6_2 += delta_6 * h_2;
    dW_sum2_6_3 += delta_6 * h_3;
    dW_sum2_6_4 += delta_6 * h_4;
    dW_sum2_6_5 += delta_6 * h_5;
    dW_sum2_6_6 += delta_6 * h_6;
    dW_sum2_6_7 += delta_6 * h_7;
    dW_sum2_6_8 += delta_6 * h_8;
    dW_sum2_7_1 += delta_7 * h_1;
    dW_sum2_7_2 += delta_7 * h_2;
    dW_sum2_7_3 += delta_7 * h_3;
    dW_sum2_7_4 += delta_7 * h_4;
    dW_sum2_7_5 += delta_7 * h_5;
    dW_sum2_7_6 += delta_7 * h_6;
    dW_sum2_7_7 += delta_7 * h_7;
    dW_sum2_7_8 += delta_7 * h_8;
    dW_sum2_8_1 += delta_8 * h_1;
    dW_sum2_8_2 += delta_8 * h_2;
    dW_sum2_8_3 += delta_8 * h_3;
    dW_sum2_8_4 += delta_8 * h_4;
    dW_sum2_8_5 += delta_8 * h_5;
    dW_sum2_8_6 += delta_8 * h_6;
    dW_sum2_8_7 += delta_8 * h_7;
    dW_sum2_8_8 += delta_8 * h_8;

    // delta2 = dh_in + delta + W' * delta .* (div3 .* (2 - div3))   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 13]
    const delta2_1 = dh_in_1 + delta_1 + (delta_1 * W[0] + delta_2 * W[8] + delta_3 * W[16] + delta_4 * W[24] + delta_5 * W[32] + delta_6 * W[40] + delta_7 * W[48] + delta_8 * W[56]) * (div3_1 * (2 - div3_1));
    const delta2_2 = dh_in_2 + delta_2 + (delta_1 * W[1] + delta_2 * W[9] + delta_3 * W[17] + delta_4 * W[25] + delta_5 * W[33] + delta_6 * W[41] + delta_7 * W[49] + delta_8 * W[57]) * (div3_2 * (2 - div3_2));
    const delta2_3 = dh_in_3 + delta_3 + (delta_1 * W[2] + delta_2 * W[10] + delta_3 * W[18] + delta_4 * W[26] + delta_5 * W[34] + delta_6 * W[42] + delta_7 * W[50] + delta_8 * W[58]) * (div3_3 * (2 - div3_3));
    const delta2_4 = dh_in_4 + delta_4 + (delta_1 * W[3] + delta_2 * W[11] + delta_3 * W[19] + delta_4 * W[27] + delta_5 * W[35] + delta_6 * W[43] + delta_7 * W[51] + delta_8 * W[59]) * (div3_4 * (2 - div3_4));
    const delta2_5 = dh_in_5 + delta_5 + (delta_1 * W[4] + delta_2 * W[12] + delta_3 * W[20] + delta_4 * W[28] + delta_5 * W[36] + delta_6 * W[44] + delta_7 * W[52] + delta_8 * W[60]) * (div3_5 * (2 - div3_5));
    const delta2_6 = dh_in_6 + delta_6 + (delta_1 * W[5] + delta_2 * W[13] + delta_3 * W[21] + delta_4 * W[29] + delta_5 * W[37] + delta_6 * W[45] + delta_7 * W[53] + delta_8 * W[61]) * (div3_6 * (2 - div3_6));
    const delta2_7 = dh_in_7 + delta_7 + (delta_1 * W[6] + delta_2 * W[14] + delta_3 * W[22] + delta_4 * W[30] + delta_5 * W[38] + delta_6 * W[46] + delta_7 * W[54] + delta_8 * W[62]) * (div3_7 * (2 - div3_7));
    const delta2_8 = dh_in_8 + delta_8 + (delta_1 * W[7] + delta_2 * W[15] + delta_3 * W[23] + delta_4 * W[31] + delta_5 * W[39] + delta_6 * W[47] + delta_7 * W[55] + delta_8 * W[63]) * (div3_8 * (2 - div3_8));

    // dU = Σn outer(delta2, x)   [EQ4: ∂C/∂w = δ aᵀ; line 13]
    dU_1_1 += delta2_1 * x_1;
    dU_1_2 += delta2_1 * x_2;
    dU_2_1 += delta2_2 * x_1;
    dU_2_2 += delta2_2 * x_2;
    dU_3_1 += delta2_3 * x_1;
    dU_3_2 += delta2_3 * x_2;
    dU_4_1 += delta2_4 * x_1;
    dU_4_2 += delta2_4 * x_2;
    dU_5_1 += delta2_5 * x_1;
    dU_5_2 += delta2_5 * x_2;
    dU_6_1 += delta2_6 * x_1;
    dU_6_2 += delta2_6 * x_2;
    dU_7_1 += delta2_7 * x_1;
    dU_7_2 += delta2_7 * x_2;
    dU_8_1 += delta2_8 * x_1;
    dU_8_2 += delta2_8 * x_2;

    // db = Σn delta2   [EQ3: ∂C/∂b = δ]
    db_1 += delta2_1;
    db_2 += delta2_2;
    db_3 += delta2_3;
    db_4 += delta2_4;
    db_5 += delta2_5;
    db_6 += delta2_6;
    db_7 += delta2_7;
    db_8 += delta2_8;
  }

  // J2 = J_sum / m   [line 15, loss]
  const J2 = J_sum / m;
  into.losses[0] = J2;

  // dU = share * dU   [the mean over the batch]
  into.U[0] = share * dU_1_1;
  into.U[1] = share * dU_1_2;
  into.U[2] = share * dU_2_1;
  into.U[3] = share * dU_2_2;
  into.U[4] = share * dU_3_1;
  into.U[5] = share * dU_3_2;
  into.U[6] = share * dU_4_1;
  into.U[7] = share * dU_4_2;
  into.U[8] = share * dU_5_1;
  into.U[9] = share * dU_5_2;
  into.U[10] = share * dU_6_1;
  into.U[11] = share * dU_6_2;
  into.U[12] = share * dU_7_1;
  into.U[13] = share * dU_7_2;
  into.U[14] = share * dU_8_1;
  into.U[15] = share * dU_8_2;

  // dW = dW_sum + dW_sum2   [EQ4: ∂C/∂w = δ aᵀ]
  const dW_1_1 = dW_sum_1_1 + dW_sum2_1_1;
  const dW_1_2 = dW_sum_1_2 + dW_sum2_1_2;
  const dW_1_3 = dW_sum_1_3 + dW_sum2_1_3;
  const dW_1_4 = dW_sum_1_4 + dW_sum2_1_4;
  const dW_1_5 = dW_sum_1_5 + dW_sum2_1_5;
  const dW_1_6 = dW_sum_1_6 + dW_sum2_1_6;
  const dW_1_7 = dW_sum_1_7 + dW_sum2_1_7;
  const dW_1_8 = dW_sum_1_8 + dW_sum2_1_8;
  const dW_2_1 = dW_sum_2_1 + dW_sum2_2_1;
  const dW_2_2 = dW_sum_2_2 + dW_sum2_2_2;
  const dW_2_3 = dW_sum_2_3 + dW_sum2_2_3;
  const dW_2_4 = dW_sum_2_4 + dW_sum2_2_4;
  const dW_2_5 = dW_sum_2_5 + dW_sum2_2_5;
  const dW_2_6 = dW_sum_2_6 + dW_sum2_2_6;
  const dW_2_7 = dW_sum_2_7 + dW_sum2_2_7;
  const dW_2_8 = dW_sum_2_8 + dW_sum2_2_8;
  const dW_3_1 = dW_sum_3_1 + dW_sum2_3_1;
  const dW_3_2 = dW_sum_3_2 + dW_sum2_3_2;
  const dW_3_3 = dW_sum_3_3 + dW_sum2_3_3;
  const dW_3_4 = dW_sum_3_4 + dW_sum2_3_4;
  const dW_3_5 = dW_sum_3_5 + dW_sum2_3_5;
  const dW_3_6 = dW_sum_3_6 + dW_sum2_3_6;
  const dW_3_7 = dW_sum_3_7 + dW_sum2_3_7;
  const dW_3_8 = dW_sum_3_8 + dW_sum2_3_8;
  const dW_4_1 = dW_sum_4_1 + dW_sum2_4_1;
  const dW_4_2 = dW_sum_4_2 + dW_sum2_4_2;
  const dW_4_3 = dW_sum_4_3 + dW_sum2_4_3;
  const dW_4_4 = dW_sum_4_4 + dW_sum2_4_4;
  const dW_4_5 = dW_sum_4_5 + dW_sum2_4_5;
  const dW_4_6 = dW_sum_4_6 + dW_sum2_4_6;
  const dW_4_7 = dW_sum_4_7 + dW_sum2_4_7;
  const dW_4_8 = dW_sum_4_8 + dW_sum2_4_8;
  const dW_5_1 = dW_sum_5_1 + dW_sum2_5_1;
  const dW_5_2 = dW_sum_5_2 + dW_sum2_5_2;
  const dW_5_3 = dW_sum_5_3 + dW_sum2_5_3;
  const dW_5_4 = dW_sum_5_4 + dW_sum2_5_4;
  const dW_5_5 = dW_sum_5_5 + dW_sum2_5_5;
  const dW_5_6 = dW_sum_5_6 + dW_sum2_5_6;
  const dW_5_7 = dW_sum_5_7 + dW_sum2_5_7;
  const dW_5_8 = dW_sum_5_8 + dW_sum2_5_8;
  const dW_6_1 = dW_sum_6_1 + dW_sum2_6_1;
  const dW_6_2 = dW_sum_6_2 + dW_sum2_6_2;
  const dW_6_3 = dW_sum_6_3 + dW_sum2_6_3;
  const dW_6_4 = dW_sum_6_4 + dW_sum2_6_4;
  const dW_6_5 = dW_sum_6_5 + dW_sum2_6_5;
  const dW_6_6 = dW_sum_6_6 + dW_sum2_6_6;
  const dW_6_7 = dW_sum_6_7 + dW_sum2_6_7;
  const dW_6_8 = dW_sum_6_8 + dW_sum2_6_8;
  const dW_7_1 = dW_sum_7_1 + dW_sum2_7_1;
  const dW_7_2 = dW_sum_7_2 + dW_sum2_7_2;
  const dW_7_3 = dW_sum_7_3 + dW_sum2_7_3;
  const dW_7_4 = dW_sum_7_4 + dW_sum2_7_4;
  const dW_7_5 = dW_sum_7_5 + dW_sum2_7_5;
  const dW_7_6 = dW_sum_7_6 + dW_sum2_7_6;
  const dW_7_7 = dW_sum_7_7 + dW_sum2_7_7;
  const dW_7_8 = dW_sum_7_8 + dW_sum2_7_8;
  const dW_8_1 = dW_sum_8_1 + dW_sum2_8_1;
  const dW_8_2 = dW_sum_8_2 + dW_sum2_8_2;
  const dW_8_3 = dW_sum_8_3 + dW_sum2_8_3;
  const dW_8_4 = dW_sum_8_4 + dW_sum2_8_4;
  const dW_8_5 = dW_sum_8_5 + dW_sum2_8_5;
  const dW_8_6 = dW_sum_8_6 + dW_sum2_8_6;
  const dW_8_7 = dW_sum_8_7 + dW_sum2_8_7;
  const dW_8_8 = dW_sum_8_8 + dW_sum2_8_8;

  // dW = share * dW   [the mean over the batch]
  into.W[0] = share * dW_1_1;
  into.W[1] = share * dW_1_2;
  into.W[2] = share * dW_1_3;
  into.W[3] = share * dW_1_4;
  into.W[4] = share * dW_1_5;
  into.W[5] = share * dW_1_6;
  into.W[6] = share * dW_1_7;
  into.W[7] = share * dW_1_8;
  into.W[8] = share * dW_2_1;
  into.W[9] = share * dW_2_2;
  into.W[10] = share * dW_2_3;
  into.W[11] = share * dW_2_4;
  into.W[12] = share * dW_2_5;
  into.W[13] = share * dW_2_6;
  into.W[14] = share * dW_2_7;
  into.W[15] = share * dW_2_8;
  into.W[16] = share * dW_3_1;
  into.W[17] = share * dW_3_2;
  into.W[18] = share * dW_3_3;
  into.W[19] = share * dW_3_4;
  into.W[20] = share * dW_3_5;
  into.W[21] = share * dW_3_6;
  into.W[22] = share * dW_3_7;
  into.W[23] = share * dW_3_8;
  into.W[24] = share * dW_4_1;
  into.W[25] = share * dW_4_2;
  into.W[26] = share * dW_4_3;
  into.W[27] = share * dW_4_4;
  into.W[28] = share * dW_4_5;
  into.W[29] = share * dW_4_6;
  into.W[30] = share * dW_4_7;
  into.W[31] = share * dW_4_8;
  into.W[32] = share * dW_5_1;
  into.W[33] = share * dW_5_2;
  into.W[34] = share * dW_5_3;
  into.W[35] = share * dW_5_4;
  into.W[36] = share * dW_5_5;
  into.W[37] = share * dW_5_6;
  into.W[38] = share * dW_5_7;
  into.W[39] = share * dW_5_8;
  into.W[40] = share * dW_6_1;
  into.W[41] = share * dW_6_2;
  into.W[42] = share * dW_6_3;
  into.W[43] = share * dW_6_4;
  into.W[44] = share * dW_6_5;
  into.W[45] = share * dW_6_6;
  into.W[46] = share * dW_6_7;
  into.W[47] = share * dW_6_8;
  into.W[48] = share * dW_7_1;
  into.W[49] = share * dW_7_2;
  into.W[50] = share * dW_7_3;
  into.W[51] = share * dW_7_4;
  into.W[52] = share * dW_7_5;
  into.W[53] = share * dW_7_6;
  into.W[54] = share * dW_7_7;
  into.W[55] = share * dW_7_8;
  into.W[56] = share * dW_8_1;
  into.W[57] = share * dW_8_2;
  into.W[58] = share * dW_8_3;
  into.W[59] = share * dW_8_4;
  into.W[60] = share * dW_8_5;
  into.W[61] = share * dW_8_6;
  into.W[62] = share * dW_8_7;
  into.W[63] = share * dW_8_8;

  // db = share * db   [the mean over the batch]
  into.b[0] = share * db_1;
  into.b[1] = share * db_2;
  into.b[2] = share * db_3;
  into.b[3] = share * db_4;
  into.b[4] = share * db_5;
  into.b[5] = share * db_6;
  into.b[6] = share * db_7;
  into.b[7] = share * db_8;

  // dw = share * dw   [the mean over the batch]
  into.w[0] = share * dw_1;
  into.w[1] = share * dw_2;
  into.w[2] = share * dw_3;
  into.w[3] = share * dw_4;
  into.w[4] = share * dw_5;
  into.w[5] = share * dw_6;
  into.w[6] = share * dw_7;
  into.w[7] = share * dw_8;

  // da = da_sum / m   [the same for all examples: their cotangents add up]
  into.a[0] = da_sum / m;
  return J2;
}

/** One step of training on the examples `order[from … to)`: forward, backward, update; returns the loss before the update. */
export function step(params: Parameters, state: Floats, data: Examples, clock: Clock, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { U, b, W, w, a } = params;
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
  let da_sum = 0;
  dW_sum.fill(0);
  dW_sum2.fill(0);
  dU.fill(0);
  db.fill(0);
  for (let first = from; first < to; first += 64) {
    const size = Math.min(64, to - first);
    for (let k = 0; k < size; k++) {
      const row = order === undefined ? first + k : order[first + k];
      rows[k] = row;
    }

    for (let k = 0; k < size; k++) {
      const row = rows[k];
      const row2 = row * 2;
      const k8 = k * 8;

      // sum2 = U * x
      // add = sum2 + b
      // h_expm1 = expm1(min(2 * abs(add), 709))
      // h_den = 2 + h_expm1
      // h = sign(add) .* (h_expm1 ./ h_den)   [line 13]
      const t2 = x[row2];
      const t3 = x[row2 + 1];
      for (let i = 0; i < 8; i++) {
        sum2[k8 + i] = U[i * 2] * t2 + U[i * 2 + 1] * t3;
        const add = sum2[k8 + i] + b[i];
        const h_expm1 = Math.expm1(Math.min(2 * Math.abs(add), 709));
        h_den[k8 + i] = 2 + h_expm1;
        h[k8 + i] = Math.sign(add) * (h_expm1 / h_den[k8 + i]);
      }
    }

    // add2 = W * h + sum2 + b   [line 11]
    for (let i = 0; i < 8; i += 4) {
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
        const k8_2 = k * 8;
        const k8_3 = k8_2 + 8;
        for (let j = 0; j < 8; j++) {
          const W_1 = W[i8 + j];
          const h_1 = h[k8_2 + j];
          const h_2 = h[k8_3 + j];
          const W_2 = W[i8_2 + j];
          const W_3 = W[i8_3 + j];
          const W_4 = W[i8_4 + j];
          s11 += W_1 * h_1;
          s12 += W_1 * h_2;
          s21 += W_2 * h_1;
          s22 += W_2 * h_2;
          s31 += W_3 * h_1;
          s32 += W_3 * h_2;
          s41 += W_4 * h_1;
          s42 += W_4 * h_2;
        }
        add2[k8_2 + i] = s11 + sum2[k8_2 + i] + b_1;
        add2[k8_3 + i] = s12 + sum2[k8_3 + i] + b_1;
        add2[k8_2 + i + 1] = s21 + sum2[k8_2 + i + 1] + b_2;
        add2[k8_3 + i + 1] = s22 + sum2[k8_3 + i + 1] + b_2;
        add2[k8_2 + i + 2] = s31 + sum2[k8_2 + i + 2] + b_3;
        add2[k8_3 + i + 2] = s32 + sum2[k8_3 + i + 2] + b_3;
        add2[k8_2 + i + 3] = s41 + sum2[k8_2 + i + 3] + b_4;
        add2[k8_3 + i + 3] = s42 + sum2[k8_3 + i + 3] + b_4;
      }
    }

    for (let k = 0; k < size; k++) {
      const k8 = k * 8;

      // h_expm1_2 = expm1(min(2 * abs(add2), 709))
      // h_den2 = 2 + h_expm1_2
      // h2 = sign(add2) .* (h_expm1_2 ./ h_den2)   [lines 11, 13]
      for (let i = 0; i < 8; i++) {
        const h_expm1_2 = Math.expm1(Math.min(2 * Math.abs(add2[k8 + i]), 709));
        h_den2[k8 + i] = 2 + h_expm1_2;
        h2[k8 + i] = Math.sign(add2[k8 + i]) * (h_expm1_2 / h_den2[k8 + i]);
      }
    }

    // add3 = W * h2 + sum2 + b   [line 11]
    for (let i = 0; i < 8; i += 4) {
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
        const k8_2 = k * 8;
        const k8_3 = k8_2 + 8;
        for (let j = 0; j < 8; j++) {
          const W_1 = W[i8 + j];
          const h2_1 = h2[k8_2 + j];
          const h2_2 = h2[k8_3 + j];
          const W_2 = W[i8_2 + j];
          const W_3 = W[i8_3 + j];
          const W_4 = W[i8_4 + j];
          s11 += W_1 * h2_1;
          s12 += W_1 * h2_2;
          s21 += W_2 * h2_1;
          s22 += W_2 * h2_2;
          s31 += W_3 * h2_1;
          s32 += W_3 * h2_2;
          s41 += W_4 * h2_1;
          s42 += W_4 * h2_2;
        }
        add3[k8_2 + i] = s11 + sum2[k8_2 + i] + b_1;
        add3[k8_3 + i] = s12 + sum2[k8_3 + i] + b_1;
        add3[k8_2 + i + 1] = s21 + sum2[k8_2 + i + 1] + b_2;
        add3[k8_3 + i + 1] = s22 + sum2[k8_3 + i + 1] + b_2;
        add3[k8_2 + i + 2] = s31 + sum2[k8_2 + i + 2] + b_3;
        add3[k8_3 + i + 2] = s32 + sum2[k8_3 + i + 2] + b_3;
        add3[k8_2 + i + 3] = s41 + sum2[k8_2 + i + 3] + b_4;
        add3[k8_3 + i + 3] = s42 + sum2[k8_3 + i + 3] + b_4;
      }
    }

    for (let k = 0; k < size; k++) {
      const row = rows[k];
      const k8 = k * 8;

      // h_expm1_3 = expm1(min(2 * abs(add3), 709))
      // h_den3 = 2 + h_expm1_3
      // h = sign(add3) .* (h_expm1_3 ./ h_den3)   [line 13]
      for (let i = 0; i < 8; i++) {
        const h_expm1_3 = Math.expm1(Math.min(2 * Math.abs(add3[k8 + i]), 709));
        h_den3[k8 + i] = 2 + h_expm1_3;
        h3[k8 + i] = Math.sign(add3[k8 + i]) * (h_expm1_3 / h_den3[k8 + i]);
      }

      // y_in = dot(w, h) + a   [line 14]
      let s = 0;
      for (let i = 0; i < 8; i++) {
        s += w[i] * h3[k8 + i];
      }
      const y_in = s + a[0];

      // y = sigmoid(y_in)   [line 14, output]
      const y = 1 / (1 + Math.exp(-y_in));

      // J = logisticLoss(y_in, d)   [line 15, loss]
      const J = Math.max(y_in, 0) - d[row] * y_in + Math.log1p(Math.exp(-Math.abs(y_in)));

      // J_sum = Σn J
      J_sum += J;

      // sub = y - d
      const sub = y - d[row];

      // dw = Σn sub * h   [dot(w, h) with respect to w: the other factor times the cotangent; line 14]
      for (let i = 0; i < 8; i++) {
        dw[i] += sub * h3[k8 + i];
      }

      // da_sum = Σn sub
      da_sum += sub;

      // div = 2 ./ h_den3
      // div2 = 2 ./ h_den2
      // div3 = 2 ./ h_den
      // dh = sub * w   [dot(w, h) with respect to h: the other factor times the cotangent; line 14]
      // dh_in = dh .* (div .* (2 - div))   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 11]
      for (let i = 0; i < 8; i++) {
        const div = 2 / h_den3[k8 + i];
        div2[k8 + i] = 2 / h_den2[k8 + i];
        div3[k8 + i] = 2 / h_den[k8 + i];
        const dh = sub * w[i];
        dh_in[k8 + i] = dh * (div * (2 - div));
      }
    }

    // dW_sum = Σn outer(dh_in, h2)   [line 11]
    for (let j = 0; j < 8; j += 4) {
      for (let i = 0; i < 8; i += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        for (let k = 0; k < size; k++) {
          const k8_2 = k * 8;
          const dh_in_1 = dh_in[k8_2 + i];
          const h2_1 = h2[k8_2 + j];
          const dh_in_2 = dh_in[k8_2 + i + 1];
          const h2_2 = h2[k8_2 + j + 1];
          const h2_3 = h2[k8_2 + j + 2];
          const h2_4 = h2[k8_2 + j + 3];
          s11 += dh_in_1 * h2_1;
          s12 += dh_in_2 * h2_1;
          s21 += dh_in_1 * h2_2;
          s22 += dh_in_2 * h2_2;
          s31 += dh_in_1 * h2_3;
          s32 += dh_in_2 * h2_3;
          s41 += dh_in_1 * h2_4;
          s42 += dh_in_2 * h2_4;
        }
        const i8 = i * 8;
        dW_sum[i8 + j] += s11;
        const i8_2 = i8 + 8;
        dW_sum[i8_2 + j] += s12;
        dW_sum[i8 + j + 1] += s21;
        dW_sum[i8_2 + j + 1] += s22;
        dW_sum[i8 + j + 2] += s31;
        dW_sum[i8_2 + j + 2] += s32;
        dW_sum[i8 + j + 3] += s41;
        dW_sum[i8_2 + j + 3] += s42;
      }
    }

    // delta = W' * dh_in .* (div2 .* (2 - div2))   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 11]
    for (let i = 0; i < 8; i += 4) {
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k8_2 = k * 8;
        const k8_3 = k8_2 + 8;
        for (let j = 0; j < 8; j++) {
          const dh_in_1 = dh_in[k8_2 + j];
          const j8 = j * 8;
          const W_1 = W[j8 + i];
          const dh_in_2 = dh_in[k8_3 + j];
          const W_2 = W[j8 + i + 1];
          const W_3 = W[j8 + i + 2];
          const W_4 = W[j8 + i + 3];
          s11 += dh_in_1 * W_1;
          s12 += dh_in_2 * W_1;
          s21 += dh_in_1 * W_2;
          s22 += dh_in_2 * W_2;
          s31 += dh_in_1 * W_3;
          s32 += dh_in_2 * W_3;
          s41 += dh_in_1 * W_4;
          s42 += dh_in_2 * W_4;
        }
        const div2_1 = div2[k8_2 + i];
        delta[k8_2 + i] = s11 * (div2_1 * (2 - div2_1));
        const div2_2 = div2[k8_3 + i];
        delta[k8_3 + i] = s12 * (div2_2 * (2 - div2_2));
        const div2_3 = div2[k8_2 + i + 1];
        delta[k8_2 + i + 1] = s21 * (div2_3 * (2 - div2_3));
        const div2_4 = div2[k8_3 + i + 1];
        delta[k8_3 + i + 1] = s22 * (div2_4 * (2 - div2_4));
        const div2_5 = div2[k8_2 + i + 2];
        delta[k8_2 + i + 2] = s31 * (div2_5 * (2 - div2_5));
        const div2_6 = div2[k8_3 + i + 2];
        delta[k8_3 + i + 2] = s32 * (div2_6 * (2 - div2_6));
        const div2_7 = div2[k8_2 + i + 3];
        delta[k8_2 + i + 3] = s41 * (div2_7 * (2 - div2_7));
        const div2_8 = div2[k8_3 + i + 3];
        delta[k8_3 + i + 3] = s42 * (div2_8 * (2 - div2_8));
      }
    }

    // dW_sum2 = Σn outer(delta, h)   [line 11]
    for (let j = 0; j < 8; j += 4) {
      for (let i = 0; i < 8; i += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        for (let k = 0; k < size; k++) {
          const k8_2 = k * 8;
          const delta_1 = delta[k8_2 + i];
          const h_1 = h[k8_2 + j];
          const delta_2 = delta[k8_2 + i + 1];
          const h_2 = h[k8_2 + j + 1];
          const h_3 = h[k8_2 + j + 2];
          const h_4 = h[k8_2 + j + 3];
          s11 += delta_1 * h_1;
          s12 += delta_2 * h_1;
          s21 += delta_1 * h_2;
          s22 += delta_2 * h_2;
          s31 += delta_1 * h_3;
          s32 += delta_2 * h_3;
          s41 += delta_1 * h_4;
          s42 += delta_2 * h_4;
        }
        const i8 = i * 8;
        dW_sum2[i8 + j] += s11;
        const i8_2 = i8 + 8;
        dW_sum2[i8_2 + j] += s12;
        dW_sum2[i8 + j + 1] += s21;
        dW_sum2[i8_2 + j + 1] += s22;
        dW_sum2[i8 + j + 2] += s31;
        dW_sum2[i8_2 + j + 2] += s32;
        dW_sum2[i8 + j + 3] += s41;
        dW_sum2[i8_2 + j + 3] += s42;
      }
    }

    // delta2 = dh_in + delta + W' * delta .* (div3 .* (2 - div3))   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 13]
    for (let i = 0; i < 8; i += 4) {
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k8_2 = k * 8;
        const k8_3 = k8_2 + 8;
        for (let j = 0; j < 8; j++) {
          const delta_1 = delta[k8_2 + j];
          const j8 = j * 8;
          const W_1 = W[j8 + i];
          const delta_2 = delta[k8_3 + j];
          const W_2 = W[j8 + i + 1];
          const W_3 = W[j8 + i + 2];
          const W_4 = W[j8 + i + 3];
          s11 += delta_1 * W_1;
          s12 += delta_2 * W_1;
          s21 += delta_1 * W_2;
          s22 += delta_2 * W_2;
          s31 += delta_1 * W_3;
          s32 += delta_2 * W_3;
          s41 += delta_1 * W_4;
          s42 += delta_2 * W_4;
        }
        const div3_1 = div3[k8_2 + i];
        delta2[k8_2 + i] = dh_in[k8_2 + i] + delta[k8_2 + i] + s11 * (div3_1 * (2 - div3_1));
        const div3_2 = div3[k8_3 + i];
        delta2[k8_3 + i] = dh_in[k8_3 + i] + delta[k8_3 + i] + s12 * (div3_2 * (2 - div3_2));
        const div3_3 = div3[k8_2 + i + 1];
        delta2[k8_2 + i + 1] = dh_in[k8_2 + i + 1] + delta[k8_2 + i + 1] + s21 * (div3_3 * (2 - div3_3));
        const div3_4 = div3[k8_3 + i + 1];
        delta2[k8_3 + i + 1] = dh_in[k8_3 + i + 1] + delta[k8_3 + i + 1] + s22 * (div3_4 * (2 - div3_4));
        const div3_5 = div3[k8_2 + i + 2];
        delta2[k8_2 + i + 2] = dh_in[k8_2 + i + 2] + delta[k8_2 + i + 2] + s31 * (div3_5 * (2 - div3_5));
        const div3_6 = div3[k8_3 + i + 2];
        delta2[k8_3 + i + 2] = dh_in[k8_3 + i + 2] + delta[k8_3 + i + 2] + s32 * (div3_6 * (2 - div3_6));
        const div3_7 = div3[k8_2 + i + 3];
        delta2[k8_2 + i + 3] = dh_in[k8_2 + i + 3] + delta[k8_2 + i + 3] + s41 * (div3_7 * (2 - div3_7));
        const div3_8 = div3[k8_3 + i + 3];
        delta2[k8_3 + i + 3] = dh_in[k8_3 + i + 3] + delta[k8_3 + i + 3] + s42 * (div3_8 * (2 - div3_8));
      }
    }

    for (let k = 0; k < size; k++) {
      const row = rows[k];
      const row2 = row * 2;
      const k8 = k * 8;

      // dU = Σn outer(delta2, x)   [EQ4: ∂C/∂w = δ aᵀ; line 13]
      for (let i = 0; i < 8; i++) {
        const t2 = delta2[k8 + i];
        const i2 = i * 2;
        for (let j = 0; j < 2; j++) {
          dU[i2 + j] += t2 * x[row2 + j];
        }
      }

      // db = Σn delta2   [EQ3: ∂C/∂b = δ]
      for (let i = 0; i < 8; i++) {
        db[i] += delta2[k8 + i];
      }
    }
  }

  // loss = J_sum / m   [line 15, loss]
  const loss = J_sum / m;

  // dW = dW_sum + dW_sum2   [EQ4: ∂C/∂w = δ aᵀ]
  for (let i = 0; i < 64; i++) {
    dW[i] = dW_sum[i] + dW_sum2[i];
  }

  // da = da_sum / m   [the same for all examples: their cotangents add up]
  const da = da_sum / m;

  // m_a⁺ = 0.9 * m_a + 0.1 * da
  state[192] = 0.9 * state[192] + 0.1 * da;

  // m_U⁺ = 0.9 * m_U + share2 * dU
  // v_U⁺ = 0.999 * v_U + 0.001 * (share * dU) .^ 2
  // U⁺ = U - stepSize * (m_U⁺ ./ (sqrt(scale3 * v_U⁺) + 1e-8))
  for (let i = 0; i < 16; i++) {
    state[i] = 0.9 * state[i] + share2 * dU[i];
    const t2 = share * dU[i];
    state[16 + i] = 0.999 * state[16 + i] + 0.001 * (t2 * t2);
    U[i] -= stepSize * (state[i] / (Math.sqrt(scale3 * state[16 + i]) + 1e-8));
  }

  // m_W⁺ = 0.9 * m_W + share2 * dW
  // v_W⁺ = 0.999 * v_W + 0.001 * (share * dW) .^ 2
  // W⁺ = W - stepSize * (m_W⁺ ./ (sqrt(scale3 * v_W⁺) + 1e-8))
  for (let i = 0; i < 64; i++) {
    state[32 + i] = 0.9 * state[32 + i] + share2 * dW[i];
    const t2 = share * dW[i];
    state[96 + i] = 0.999 * state[96 + i] + 0.001 * (t2 * t2);
    W[i] -= stepSize * (state[32 + i] / (Math.sqrt(scale3 * state[96 + i]) + 1e-8));
  }

  // m_b⁺ = 0.9 * m_b + share2 * db
  // v_b⁺ = 0.999 * v_b + 0.001 * (share * db) .^ 2
  // b⁺ = b - stepSize * (m_b⁺ ./ (sqrt(scale3 * v_b⁺) + 1e-8))
  // m_w⁺ = 0.9 * m_w + share2 * dw
  // v_w⁺ = 0.999 * v_w + 0.001 * (share * dw) .^ 2
  // w⁺ = w - stepSize * (m_w⁺ ./ (sqrt(scale3 * v_w⁺) + 1e-8))
  for (let i = 0; i < 8; i++) {
    state[160 + i] = 0.9 * state[160 + i] + share2 * db[i];
    const t2 = share * db[i];
    state[168 + i] = 0.999 * state[168 + i] + 0.001 * (t2 * t2);
    b[i] -= stepSize * (state[160 + i] / (Math.sqrt(scale3 * state[168 + i]) + 1e-8));
    state[176 + i] = 0.9 * state[176 + i] + share2 * dw[i];
    const t3 = share * dw[i];
    state[184 + i] = 0.999 * state[184 + i] + 0.001 * (t3 * t3);
    w[i] -= stepSize * (state[176 + i] / (Math.sqrt(scale3 * state[184 + i]) + 1e-8));
  }

  // v_a⁺ = 0.999 * v_a + 0.001 * da ^ 2
  state[193] = 0.999 * state[193] + 0.001 * (da * da);

  // a⁺ = a - rate * (m_a⁺ / scale) / (sqrt(v_a⁺ / scale2) + 1e-8)
  a[0] -= rate * (state[192] / scale) / (Math.sqrt(state[193] / scale2) + 1e-8);
  return loss;
}

/** The predictions for one example among others. */
export function predict(params: Parameters, data: Examples, row: number, into: Outputs = createOutputs()): Outputs {
  return forward(params, data.columns.x.subarray(row * 2, row * 2 + 2), into);
}
