/**
 * residual: compiled by gradc 0.1.0 from residual.grad. Do not edit: change the spec and compile again.
 *
 * Spec        sha256 37d109e610c7415d56c20118d5ead0e6feba3433394a8537e6fe24a90d27589d
 * Parameters  315: W0 (8 × 2), W1 (8 × 8), b1 vector of 8, V1 (8 × 8), W2 (8 × 8), b2 vector of 8, V2 (8 × 8), U (3 × 8), a vector of 3
 * Precision   64-bit
 * Convention  loss and gradients are the mean over the batch; relu'(0) = 0
 * Stable form xlogy(d, softmax(z)) -> d .* logSoftmax(z)
 *
 * Operations of gradient, for one example (sums over the batch left out):
 *   forward 625: 299 multiply, 292 add, 21 compare, 6 subtract, 3 divide, 3 exp, 1 log
 *   backward 867: 576 multiply, 256 add, 16 compare, 16 select, 3 subtract
 *
 * Schedule:
 *   forward  unrolled: 658 scalar operations, at most 2500
 *   evaluate  unrolled: 688 scalar operations, at most 2500
 *   gradient  unrolled: 2215 scalar operations, at most 2500
 *   step  loops: 6632 scalar operations, more than 2500; of 60 steps 12 in register tiles, 36 in plain loops, 12 of at most 4 operations unrolled; examples in blocks of 64; in 3 functions of at most 2000 written operations
 *     tiles     relu 144, h1 136, relu2 144, h2 136, dV2 128, delta2 144, dW2 128, dh1 136, dV1 128, delta3 144, dW1 128, dh0 136
 *     loops     h0 24, add 51, J_sum 12, delta 6, dU 48, dh2 40, db2 8, db1 8, dW0 32, m_W0 48, v_W0 96, W0 96, m_W1 192, v_W1 384, W1 384, m_b1 24, v_b1 48, b1 48, m_V1 192, v_V1 384, V1 384, m_W2 192, v_W2 384, W2 384, m_b2 24, v_b2 48, b2 48, m_V2 192, v_V2 384, V2 384, m_U 72, v_U 144, U 144, m_a 9, v_a 18, a 18
 *     unrolled  share 1, share2 1, stepSize 3, scale 3, max 2, logSoftmax_in 3, p_exp 3, sum 2, p 3, log 1, da 3, loss 2
 *
 * parameters
 *   W0   8 × 2   glorot   # line 5
 *   W1   8 × 8   glorot   # line 6
 *   b1   8       zeros    # line 7
 *   V1   8 × 8   glorot   # line 8
 *   W2   8 × 8   glorot   # line 9
 *   b2   8       zeros    # line 10
 *   V2   8 × 8   glorot   # line 11
 *   U    3 × 8   glorot   # line 12
 *   a    3       zeros    # line 13
 *
 * data
 *   x   2   input        # line 2
 *   c   3   label of 3   # line 3
 *
 * forward
 *   h0 = W0 * x                         8 per example        # line 17
 *   t1 = relu(W1 * h0 + b1)             8 per example        # line 15
 *   h1 = h0 + V1 * t1                   8 per example        # line 18
 *   t2 = relu(W2 * h1 + b2)             8 per example        # line 15
 *   h2 = h1 + V2 * t2                   8 per example        # line 19
 *   p = softmax(U * h2 + a)             3 per example        # line 20, output
 *   t3 = c .* logSoftmax(U * h2 + a)    3 per example
 *   J = -sum(t3)                        scalar per example   # line 21, loss
 *   accuracy = argmax(p) == argmax(c)   scalar per example   # line 23, metric
 *
 * mean over the batch of m examples
 *   J = -((Σn sum(t3)) / m)        scalar   # line 21, loss
 *   accuracy = (Σn accuracy) / m   scalar   # line 23, metric
 *
 * backward (constant factors come in last, with Σn)
 *   δ1 = p - c                      3 per example   # EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); chain rule through logSoftmax: dx = g - softmax(x) .* sum(g)
 *   dh2 = U' * δ1                   8 per example   # EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); U * h2 with respect to h2: the matrix transposed, times the cotangent
 *   δ2 = t2 > 0 ? V2' * dh2 : 0     8 per example   # EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); chain rule through relu: dx = y > 0 ? g : 0
 *   dh1 = dh2 + W2' * δ2            8 per example   # EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); sum over every use of the value: W2 * h1 with respect to h1: the matrix transposed, times the cotangent
 *   δ3 = t1 > 0 ? V1' * dh1 : 0     8 per example   # EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); chain rule through relu: dx = y > 0 ? g : 0
 *   dh0 = dh1 + W1' * δ3            8 per example   # EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); sum over every use of the value: W1 * h0 with respect to h0: the matrix transposed, times the cotangent; W2 * h1 with respect to h1: the matrix transposed, times the cotangent
 *   dW0 = 1/m * Σn outer(dh0, x)    8 × 2           # EQ4: ∂C/∂w = δ aᵀ; W0 * x with respect to W0: outer product of the cotangent and the vector
 *   dW1 = 1/m * Σn outer(δ3, h0)    8 × 8           # EQ4: ∂C/∂w = δ aᵀ; W1 * h0 with respect to W1: outer product of the cotangent and the vector
 *   db1 = 1/m * Σn δ3               8               # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
 *   dV1 = 1/m * Σn outer(dh1, t1)   8 × 8           # EQ4: ∂C/∂w = δ aᵀ; V1 * t1 with respect to V1: outer product of the cotangent and the vector
 *   dW2 = 1/m * Σn outer(δ2, h1)    8 × 8           # EQ4: ∂C/∂w = δ aᵀ; W2 * h1 with respect to W2: outer product of the cotangent and the vector
 *   db2 = 1/m * Σn δ2               8               # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
 *   dV2 = 1/m * Σn outer(dh2, t2)   8 × 8           # EQ4: ∂C/∂w = δ aᵀ; V2 * t2 with respect to V2: outer product of the cotangent and the vector
 *   dU = 1/m * Σn outer(δ1, h2)     3 × 8           # EQ4: ∂C/∂w = δ aᵀ; U * h2 with respect to U: outer product of the cotangent and the vector
 *   da = 1/m * Σn δ1                3               # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
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
  readonly W0: Tensor<[8, 2]>;
  readonly W1: Tensor<[8, 8]>;
  readonly b1: Tensor<[8]>;
  readonly V1: Tensor<[8, 8]>;
  readonly W2: Tensor<[8, 8]>;
  readonly b2: Tensor<[8]>;
  readonly V2: Tensor<[8, 8]>;
  readonly U: Tensor<[3, 8]>;
  readonly a: Tensor<[3]>;
}

/** The spec has no hyperparameters. */
export type Hyper = Record<string, never>;

/** Examples as columns: for each name its values, one example after the other. */
export interface Examples {
  readonly size: number;
  readonly columns: { readonly x: Floats; readonly c: Int32Array };
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
  readonly W0: Tensor<[8, 2]>;
  readonly W1: Tensor<[8, 8]>;
  readonly b1: Tensor<[8]>;
  readonly V1: Tensor<[8, 8]>;
  readonly W2: Tensor<[8, 8]>;
  readonly b2: Tensor<[8]>;
  readonly V2: Tensor<[8, 8]>;
  readonly U: Tensor<[3, 8]>;
  readonly a: Tensor<[3]>;
  /** Each loss over the batch. */
  readonly losses: Floats;
}

/** Predictions for one example. */
export type Outputs = { readonly p: Tensor<[3]> };

/** What the module is: names, shapes, defaults and data of the spec. */
export const metadata = {
  name: "residual",
  hash: "37d109e610c7415d56c20118d5ead0e6feba3433394a8537e6fe24a90d27589d",
  version: "0.1.0",
  precision: "f64",
  parameters: [
    { name: "W0", shape: [8, 2], offset: 0, initial: { kind: "glorot" } },
    { name: "W1", shape: [8, 8], offset: 16, initial: { kind: "glorot" } },
    { name: "b1", shape: [8], offset: 80, initial: { kind: "zeros" } },
    { name: "V1", shape: [8, 8], offset: 88, initial: { kind: "glorot" } },
    { name: "W2", shape: [8, 8], offset: 152, initial: { kind: "glorot" } },
    { name: "b2", shape: [8], offset: 216, initial: { kind: "zeros" } },
    { name: "V2", shape: [8, 8], offset: 224, initial: { kind: "glorot" } },
    { name: "U", shape: [3, 8], offset: 288, initial: { kind: "glorot" } },
    { name: "a", shape: [3], offset: 312, initial: { kind: "zeros" } },
  ],
  columns: [{ name: "x", role: "input", shape: [2] }, { name: "c", role: "label", shape: [], classes: 3 }],
  hypers: [],
  losses: ["J"],
  metrics: ["accuracy"],
  outputs: [{ name: "p", shape: [3] }],
  reduction: "mean",
  data: { kind: "generator", name: "spiral" },
  train: { optimizer: "adam", rate: 0.01, batch: 30, epochs: 60, validation: 0.2, seed: 1 },
} as const;

/** Parameters as views on one flat array, zero where none is given. */
export function createParameters(flat: Floats = new Float64Array(315)): Parameters {
  return {
    flat,
    W0: flat.subarray(0, 16),
    W1: flat.subarray(16, 80),
    b1: flat.subarray(80, 88),
    V1: flat.subarray(88, 152),
    W2: flat.subarray(152, 216),
    b2: flat.subarray(216, 224),
    V2: flat.subarray(224, 288),
    U: flat.subarray(288, 312),
    a: flat.subarray(312, 315),
  };
}

/** Initial parameters: the same numbers for the same seed. */
export function initialise(seed: number, params: Parameters = createParameters()): Parameters {
  for (let k = 0; k < 16; k++) params.W0[k] = 0.7745966692414834 * (2 * uniform(seed, 0, k) - 1);
  for (let k = 0; k < 64; k++) params.W1[k] = 0.6123724356957945 * (2 * uniform(seed, 1, k) - 1);
  params.b1.fill(0);
  for (let k = 0; k < 64; k++) params.V1[k] = 0.6123724356957945 * (2 * uniform(seed, 3, k) - 1);
  for (let k = 0; k < 64; k++) params.W2[k] = 0.6123724356957945 * (2 * uniform(seed, 4, k) - 1);
  params.b2.fill(0);
  for (let k = 0; k < 64; k++) params.V2[k] = 0.6123724356957945 * (2 * uniform(seed, 6, k) - 1);
  for (let k = 0; k < 24; k++) params.U[k] = 0.7385489458759964 * (2 * uniform(seed, 7, k) - 1);
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
    p: new Float64Array(3),
  };
}

/** Room for gradients. */
export function createGradients(_examples: number = 1): Gradients {
  return {
    W0: new Float64Array(16),
    W1: new Float64Array(64),
    b1: new Float64Array(8),
    V1: new Float64Array(64),
    W2: new Float64Array(64),
    b2: new Float64Array(8),
    V2: new Float64Array(64),
    U: new Float64Array(24),
    a: new Float64Array(3),
    losses: new Float64Array(1),
  };
}

/** The state of the update rule, all zeros. */
export function createState(): Floats {
  return new Float64Array(630);
}

const share = new Float64Array(1);

const share2 = new Float64Array(1);

const stepSize = new Float64Array(1);

const scale = new Float64Array(1);

const rows = new Int32Array(64);

const J_sum = new Float64Array(1);

const dU = new Float64Array(24);

const da = new Float64Array(3);

const dV2 = new Float64Array(64);

const dW2 = new Float64Array(64);

const db2 = new Float64Array(8);

const dV1 = new Float64Array(64);

const dW1 = new Float64Array(64);

const db1 = new Float64Array(8);

const dW0 = new Float64Array(16);

const h0 = new Float64Array(512);

const relu2 = new Float64Array(512);

const h1 = new Float64Array(512);

/** Room for relu2_2 and dh1, one after the other. */
const relu2_2 = new Float64Array(512);

const dh1 = relu2_2;

/** Room for h2, dh2 and dh0, one after the other. */
const h2 = new Float64Array(512);

const dh2 = h2;

const dh0 = h2;

/** Room for add2, delta2 and delta3, one after the other. */
const delta2 = new Float64Array(512);

const add2 = delta2;

const delta3 = delta2;

/** Room for p, delta and total, one after the other. */
const p = new Float64Array(192);

const delta = p;

const total = p;

/** The predictions for one example. */
export function forward(params: Parameters, x: Vector<2>, into: Outputs = createOutputs()): Outputs {
  const { W0, W1, b1, V1, W2, b2, V2, U, a } = params;

  // h0 = W0 * x   [line 17]
  const x_1 = x[0];
  const x_2 = x[1];
  const h0_1 = W0[0] * x_1 + W0[1] * x_2;
  const h0_2 = W0[2] * x_1 + W0[3] * x_2;
  const h0_3 = W0[4] * x_1 + W0[5] * x_2;
  const h0_4 = W0[6] * x_1 + W0[7] * x_2;
  const h0_5 = W0[8] * x_1 + W0[9] * x_2;
  const h0_6 = W0[10] * x_1 + W0[11] * x_2;
  const h0_7 = W0[12] * x_1 + W0[13] * x_2;
  const h0_8 = W0[14] * x_1 + W0[15] * x_2;

  // relu = relu(W1 * h0 + b1)   [line 15]
  const relu_1 = Math.max(W1[0] * h0_1 + W1[1] * h0_2 + W1[2] * h0_3 + W1[3] * h0_4 + W1[4] * h0_5 + W1[5] * h0_6 + W1[6] * h0_7 + W1[7] * h0_8 + b1[0], 0);
  const relu_2 = Math.max(W1[8] * h0_1 + W1[9] * h0_2 + W1[10] * h0_3 + W1[11] * h0_4 + W1[12] * h0_5 + W1[13] * h0_6 + W1[14] * h0_7 + W1[15] * h0_8 + b1[1], 0);
  const relu_3 = Math.max(W1[16] * h0_1 + W1[17] * h0_2 + W1[18] * h0_3 + W1[19] * h0_4 + W1[20] * h0_5 + W1[21] * h0_6 + W1[22] * h0_7 + W1[23] * h0_8 + b1[2], 0);
  const relu_4 = Math.max(W1[24] * h0_1 + W1[25] * h0_2 + W1[26] * h0_3 + W1[27] * h0_4 + W1[28] * h0_5 + W1[29] * h0_6 + W1[30] * h0_7 + W1[31] * h0_8 + b1[3], 0);
  const relu_5 = Math.max(W1[32] * h0_1 + W1[33] * h0_2 + W1[34] * h0_3 + W1[35] * h0_4 + W1[36] * h0_5 + W1[37] * h0_6 + W1[38] * h0_7 + W1[39] * h0_8 + b1[4], 0);
  const relu_6 = Math.max(W1[40] * h0_1 + W1[41] * h0_2 + W1[42] * h0_3 + W1[43] * h0_4 + W1[44] * h0_5 + W1[45] * h0_6 + W1[46] * h0_7 + W1[47] * h0_8 + b1[5], 0);
  const relu_7 = Math.max(W1[48] * h0_1 + W1[49] * h0_2 + W1[50] * h0_3 + W1[51] * h0_4 + W1[52] * h0_5 + W1[53] * h0_6 + W1[54] * h0_7 + W1[55] * h0_8 + b1[6], 0);
  const relu_8 = Math.max(W1[56] * h0_1 + W1[57] * h0_2 + W1[58] * h0_3 + W1[59] * h0_4 + W1[60] * h0_5 + W1[61] * h0_6 + W1[62] * h0_7 + W1[63] * h0_8 + b1[7], 0);

  // h1 = h0 + V1 * relu   [line 18]
  const h1_1 = h0_1 + (V1[0] * relu_1 + V1[1] * relu_2 + V1[2] * relu_3 + V1[3] * relu_4 + V1[4] * relu_5 + V1[5] * relu_6 + V1[6] * relu_7 + V1[7] * relu_8);
  const h1_2 = h0_2 + (V1[8] * relu_1 + V1[9] * relu_2 + V1[10] * relu_3 + V1[11] * relu_4 + V1[12] * relu_5 + V1[13] * relu_6 + V1[14] * relu_7 + V1[15] * relu_8);
  const h1_3 = h0_3 + (V1[16] * relu_1 + V1[17] * relu_2 + V1[18] * relu_3 + V1[19] * relu_4 + V1[20] * relu_5 + V1[21] * relu_6 + V1[22] * relu_7 + V1[23] * relu_8);
  const h1_4 = h0_4 + (V1[24] * relu_1 + V1[25] * relu_2 + V1[26] * relu_3 + V1[27] * relu_4 + V1[28] * relu_5 + V1[29] * relu_6 + V1[30] * relu_7 + V1[31] * relu_8);
  const h1_5 = h0_5 + (V1[32] * relu_1 + V1[33] * relu_2 + V1[34] * relu_3 + V1[35] * relu_4 + V1[36] * relu_5 + V1[37] * relu_6 + V1[38] * relu_7 + V1[39] * relu_8);
  const h1_6 = h0_6 + (V1[40] * relu_1 + V1[41] * relu_2 + V1[42] * relu_3 + V1[43] * relu_4 + V1[44] * relu_5 + V1[45] * relu_6 + V1[46] * relu_7 + V1[47] * relu_8);
  const h1_7 = h0_7 + (V1[48] * relu_1 + V1[49] * relu_2 + V1[50] * relu_3 + V1[51] * relu_4 + V1[52] * relu_5 + V1[53] * relu_6 + V1[54] * relu_7 + V1[55] * relu_8);
  const h1_8 = h0_8 + (V1[56] * relu_1 + V1[57] * relu_2 + V1[58] * relu_3 + V1[59] * relu_4 + V1[60] * relu_5 + V1[61] * relu_6 + V1[62] * relu_7 + V1[63] * relu_8);

  // relu2 = relu(W2 * h1 + b2)   [line 15]
  const relu2_1 = Math.max(W2[0] * h1_1 + W2[1] * h1_2 + W2[2] * h1_3 + W2[3] * h1_4 + W2[4] * h1_5 + W2[5] * h1_6 + W2[6] * h1_7 + W2[7] * h1_8 + b2[0], 0);
  const relu2_2 = Math.max(W2[8] * h1_1 + W2[9] * h1_2 + W2[10] * h1_3 + W2[11] * h1_4 + W2[12] * h1_5 + W2[13] * h1_6 + W2[14] * h1_7 + W2[15] * h1_8 + b2[1], 0);
  const relu2_3 = Math.max(W2[16] * h1_1 + W2[17] * h1_2 + W2[18] * h1_3 + W2[19] * h1_4 + W2[20] * h1_5 + W2[21] * h1_6 + W2[22] * h1_7 + W2[23] * h1_8 + b2[2], 0);
  const relu2_4 = Math.max(W2[24] * h1_1 + W2[25] * h1_2 + W2[26] * h1_3 + W2[27] * h1_4 + W2[28] * h1_5 + W2[29] * h1_6 + W2[30] * h1_7 + W2[31] * h1_8 + b2[3], 0);
  const relu2_5 = Math.max(W2[32] * h1_1 + W2[33] * h1_2 + W2[34] * h1_3 + W2[35] * h1_4 + W2[36] * h1_5 + W2[37] * h1_6 + W2[38] * h1_7 + W2[39] * h1_8 + b2[4], 0);
  const relu2_6 = Math.max(W2[40] * h1_1 + W2[41] * h1_2 + W2[42] * h1_3 + W2[43] * h1_4 + W2[44] * h1_5 + W2[45] * h1_6 + W2[46] * h1_7 + W2[47] * h1_8 + b2[5], 0);
  const relu2_7 = Math.max(W2[48] * h1_1 + W2[49] * h1_2 + W2[50] * h1_3 + W2[51] * h1_4 + W2[52] * h1_5 + W2[53] * h1_6 + W2[54] * h1_7 + W2[55] * h1_8 + b2[6], 0);
  const relu2_8 = Math.max(W2[56] * h1_1 + W2[57] * h1_2 + W2[58] * h1_3 + W2[59] * h1_4 + W2[60] * h1_5 + W2[61] * h1_6 + W2[62] * h1_7 + W2[63] * h1_8 + b2[7], 0);

  // h2 = h1 + V2 * relu2   [line 19]
  const h2_1 = h1_1 + (V2[0] * relu2_1 + V2[1] * relu2_2 + V2[2] * relu2_3 + V2[3] * relu2_4 + V2[4] * relu2_5 + V2[5] * relu2_6 + V2[6] * relu2_7 + V2[7] * relu2_8);
  const h2_2 = h1_2 + (V2[8] * relu2_1 + V2[9] * relu2_2 + V2[10] * relu2_3 + V2[11] * relu2_4 + V2[12] * relu2_5 + V2[13] * relu2_6 + V2[14] * relu2_7 + V2[15] * relu2_8);
  const h2_3 = h1_3 + (V2[16] * relu2_1 + V2[17] * relu2_2 + V2[18] * relu2_3 + V2[19] * relu2_4 + V2[20] * relu2_5 + V2[21] * relu2_6 + V2[22] * relu2_7 + V2[23] * relu2_8);
  const h2_4 = h1_4 + (V2[24] * relu2_1 + V2[25] * relu2_2 + V2[26] * relu2_3 + V2[27] * relu2_4 + V2[28] * relu2_5 + V2[29] * relu2_6 + V2[30] * relu2_7 + V2[31] * relu2_8);
  const h2_5 = h1_5 + (V2[32] * relu2_1 + V2[33] * relu2_2 + V2[34] * relu2_3 + V2[35] * relu2_4 + V2[36] * relu2_5 + V2[37] * relu2_6 + V2[38] * relu2_7 + V2[39] * relu2_8);
  const h2_6 = h1_6 + (V2[40] * relu2_1 + V2[41] * relu2_2 + V2[42] * relu2_3 + V2[43] * relu2_4 + V2[44] * relu2_5 + V2[45] * relu2_6 + V2[46] * relu2_7 + V2[47] * relu2_8);
  const h2_7 = h1_7 + (V2[48] * relu2_1 + V2[49] * relu2_2 + V2[50] * relu2_3 + V2[51] * relu2_4 + V2[52] * relu2_5 + V2[53] * relu2_6 + V2[54] * relu2_7 + V2[55] * relu2_8);
  const h2_8 = h1_8 + (V2[56] * relu2_1 + V2[57] * relu2_2 + V2[58] * relu2_3 + V2[59] * relu2_4 + V2[60] * relu2_5 + V2[61] * relu2_6 + V2[62] * relu2_7 + V2[63] * relu2_8);

  // add = U * h2 + a
  const add_1 = U[0] * h2_1 + U[1] * h2_2 + U[2] * h2_3 + U[3] * h2_4 + U[4] * h2_5 + U[5] * h2_6 + U[6] * h2_7 + U[7] * h2_8 + a[0];
  const add_2 = U[8] * h2_1 + U[9] * h2_2 + U[10] * h2_3 + U[11] * h2_4 + U[12] * h2_5 + U[13] * h2_6 + U[14] * h2_7 + U[15] * h2_8 + a[1];
  const add_3 = U[16] * h2_1 + U[17] * h2_2 + U[18] * h2_3 + U[19] * h2_4 + U[20] * h2_5 + U[21] * h2_6 + U[22] * h2_7 + U[23] * h2_8 + a[2];

  // max = max(add)
  const max = Math.max(add_1, add_2, add_3);

  // p_exp = exp(add - max)
  const p_exp_1 = Math.exp(add_1 - max);
  const p_exp_2 = Math.exp(add_2 - max);
  const p_exp_3 = Math.exp(add_3 - max);

  // sum = sum(p_exp)
  const sum = p_exp_1 + p_exp_2 + p_exp_3;

  // p = p_exp / sum   [line 20, output]
  into.p[0] = p_exp_1 / sum;
  into.p[1] = p_exp_2 / sum;
  into.p[2] = p_exp_3 / sum;
  return into;
}

/** Losses, then metrics, over the examples `order[from … to)`, as inference computes them, into `report`; returns the total loss. */
export function evaluate(params: Parameters, data: Examples, report: Report, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { W0, W1, b1, V1, W2, b2, V2, U, a } = params;
  const { x, c } = data.columns;
  const m = to - from;
  let J_sum = 0;
  let accuracy_sum = 0;
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];

    // h0 = W0 * x   [line 17]
    const x_1 = x[row * 2];
    const x_2 = x[row * 2 + 1];
    const h0_1 = W0[0] * x_1 + W0[1] * x_2;
    const h0_2 = W0[2] * x_1 + W0[3] * x_2;
    const h0_3 = W0[4] * x_1 + W0[5] * x_2;
    const h0_4 = W0[6] * x_1 + W0[7] * x_2;
    const h0_5 = W0[8] * x_1 + W0[9] * x_2;
    const h0_6 = W0[10] * x_1 + W0[11] * x_2;
    const h0_7 = W0[12] * x_1 + W0[13] * x_2;
    const h0_8 = W0[14] * x_1 + W0[15] * x_2;

    // relu = relu(W1 * h0 + b1)   [line 15]
    const relu_1 = Math.max(W1[0] * h0_1 + W1[1] * h0_2 + W1[2] * h0_3 + W1[3] * h0_4 + W1[4] * h0_5 + W1[5] * h0_6 + W1[6] * h0_7 + W1[7] * h0_8 + b1[0], 0);
    const relu_2 = Math.max(W1[8] * h0_1 + W1[9] * h0_2 + W1[10] * h0_3 + W1[11] * h0_4 + W1[12] * h0_5 + W1[13] * h0_6 + W1[14] * h0_7 + W1[15] * h0_8 + b1[1], 0);
    const relu_3 = Math.max(W1[16] * h0_1 + W1[17] * h0_2 + W1[18] * h0_3 + W1[19] * h0_4 + W1[20] * h0_5 + W1[21] * h0_6 + W1[22] * h0_7 + W1[23] * h0_8 + b1[2], 0);
    const relu_4 = Math.max(W1[24] * h0_1 + W1[25] * h0_2 + W1[26] * h0_3 + W1[27] * h0_4 + W1[28] * h0_5 + W1[29] * h0_6 + W1[30] * h0_7 + W1[31] * h0_8 + b1[3], 0);
    const relu_5 = Math.max(W1[32] * h0_1 + W1[33] * h0_2 + W1[34] * h0_3 + W1[35] * h0_4 + W1[36] * h0_5 + W1[37] * h0_6 + W1[38] * h0_7 + W1[39] * h0_8 + b1[4], 0);
    const relu_6 = Math.max(W1[40] * h0_1 + W1[41] * h0_2 + W1[42] * h0_3 + W1[43] * h0_4 + W1[44] * h0_5 + W1[45] * h0_6 + W1[46] * h0_7 + W1[47] * h0_8 + b1[5], 0);
    const relu_7 = Math.max(W1[48] * h0_1 + W1[49] * h0_2 + W1[50] * h0_3 + W1[51] * h0_4 + W1[52] * h0_5 + W1[53] * h0_6 + W1[54] * h0_7 + W1[55] * h0_8 + b1[6], 0);
    const relu_8 = Math.max(W1[56] * h0_1 + W1[57] * h0_2 + W1[58] * h0_3 + W1[59] * h0_4 + W1[60] * h0_5 + W1[61] * h0_6 + W1[62] * h0_7 + W1[63] * h0_8 + b1[7], 0);

    // h1 = h0 + V1 * relu   [line 18]
    const h1_1 = h0_1 + (V1[0] * relu_1 + V1[1] * relu_2 + V1[2] * relu_3 + V1[3] * relu_4 + V1[4] * relu_5 + V1[5] * relu_6 + V1[6] * relu_7 + V1[7] * relu_8);
    const h1_2 = h0_2 + (V1[8] * relu_1 + V1[9] * relu_2 + V1[10] * relu_3 + V1[11] * relu_4 + V1[12] * relu_5 + V1[13] * relu_6 + V1[14] * relu_7 + V1[15] * relu_8);
    const h1_3 = h0_3 + (V1[16] * relu_1 + V1[17] * relu_2 + V1[18] * relu_3 + V1[19] * relu_4 + V1[20] * relu_5 + V1[21] * relu_6 + V1[22] * relu_7 + V1[23] * relu_8);
    const h1_4 = h0_4 + (V1[24] * relu_1 + V1[25] * relu_2 + V1[26] * relu_3 + V1[27] * relu_4 + V1[28] * relu_5 + V1[29] * relu_6 + V1[30] * relu_7 + V1[31] * relu_8);
    const h1_5 = h0_5 + (V1[32] * relu_1 + V1[33] * relu_2 + V1[34] * relu_3 + V1[35] * relu_4 + V1[36] * relu_5 + V1[37] * relu_6 + V1[38] * relu_7 + V1[39] * relu_8);
    const h1_6 = h0_6 + (V1[40] * relu_1 + V1[41] * relu_2 + V1[42] * relu_3 + V1[43] * relu_4 + V1[44] * relu_5 + V1[45] * relu_6 + V1[46] * relu_7 + V1[47] * relu_8);
    const h1_7 = h0_7 + (V1[48] * relu_1 + V1[49] * relu_2 + V1[50] * relu_3 + V1[51] * relu_4 + V1[52] * relu_5 + V1[53] * relu_6 + V1[54] * relu_7 + V1[55] * relu_8);
    const h1_8 = h0_8 + (V1[56] * relu_1 + V1[57] * relu_2 + V1[58] * relu_3 + V1[59] * relu_4 + V1[60] * relu_5 + V1[61] * relu_6 + V1[62] * relu_7 + V1[63] * relu_8);

    // relu2 = relu(W2 * h1 + b2)   [line 15]
    const relu2_1 = Math.max(W2[0] * h1_1 + W2[1] * h1_2 + W2[2] * h1_3 + W2[3] * h1_4 + W2[4] * h1_5 + W2[5] * h1_6 + W2[6] * h1_7 + W2[7] * h1_8 + b2[0], 0);
    const relu2_2 = Math.max(W2[8] * h1_1 + W2[9] * h1_2 + W2[10] * h1_3 + W2[11] * h1_4 + W2[12] * h1_5 + W2[13] * h1_6 + W2[14] * h1_7 + W2[15] * h1_8 + b2[1], 0);
    const relu2_3 = Math.max(W2[16] * h1_1 + W2[17] * h1_2 + W2[18] * h1_3 + W2[19] * h1_4 + W2[20] * h1_5 + W2[21] * h1_6 + W2[22] * h1_7 + W2[23] * h1_8 + b2[2], 0);
    const relu2_4 = Math.max(W2[24] * h1_1 + W2[25] * h1_2 + W2[26] * h1_3 + W2[27] * h1_4 + W2[28] * h1_5 + W2[29] * h1_6 + W2[30] * h1_7 + W2[31] * h1_8 + b2[3], 0);
    const relu2_5 = Math.max(W2[32] * h1_1 + W2[33] * h1_2 + W2[34] * h1_3 + W2[35] * h1_4 + W2[36] * h1_5 + W2[37] * h1_6 + W2[38] * h1_7 + W2[39] * h1_8 + b2[4], 0);
    const relu2_6 = Math.max(W2[40] * h1_1 + W2[41] * h1_2 + W2[42] * h1_3 + W2[43] * h1_4 + W2[44] * h1_5 + W2[45] * h1_6 + W2[46] * h1_7 + W2[47] * h1_8 + b2[5], 0);
    const relu2_7 = Math.max(W2[48] * h1_1 + W2[49] * h1_2 + W2[50] * h1_3 + W2[51] * h1_4 + W2[52] * h1_5 + W2[53] * h1_6 + W2[54] * h1_7 + W2[55] * h1_8 + b2[6], 0);
    const relu2_8 = Math.max(W2[56] * h1_1 + W2[57] * h1_2 + W2[58] * h1_3 + W2[59] * h1_4 + W2[60] * h1_5 + W2[61] * h1_6 + W2[62] * h1_7 + W2[63] * h1_8 + b2[7], 0);

    // h2 = h1 + V2 * relu2   [line 19]
    const h2_1 = h1_1 + (V2[0] * relu2_1 + V2[1] * relu2_2 + V2[2] * relu2_3 + V2[3] * relu2_4 + V2[4] * relu2_5 + V2[5] * relu2_6 + V2[6] * relu2_7 + V2[7] * relu2_8);
    const h2_2 = h1_2 + (V2[8] * relu2_1 + V2[9] * relu2_2 + V2[10] * relu2_3 + V2[11] * relu2_4 + V2[12] * relu2_5 + V2[13] * relu2_6 + V2[14] * relu2_7 + V2[15] * relu2_8);
    const h2_3 = h1_3 + (V2[16] * relu2_1 + V2[17] * relu2_2 + V2[18] * relu2_3 + V2[19] * relu2_4 + V2[20] * relu2_5 + V2[21] * relu2_6 + V2[22] * relu2_7 + V2[23] * relu2_8);
    const h2_4 = h1_4 + (V2[24] * relu2_1 + V2[25] * relu2_2 + V2[26] * relu2_3 + V2[27] * relu2_4 + V2[28] * relu2_5 + V2[29] * relu2_6 + V2[30] * relu2_7 + V2[31] * relu2_8);
    const h2_5 = h1_5 + (V2[32] * relu2_1 + V2[33] * relu2_2 + V2[34] * relu2_3 + V2[35] * relu2_4 + V2[36] * relu2_5 + V2[37] * relu2_6 + V2[38] * relu2_7 + V2[39] * relu2_8);
    const h2_6 = h1_6 + (V2[40] * relu2_1 + V2[41] * relu2_2 + V2[42] * relu2_3 + V2[43] * relu2_4 + V2[44] * relu2_5 + V2[45] * relu2_6 + V2[46] * relu2_7 + V2[47] * relu2_8);
    const h2_7 = h1_7 + (V2[48] * relu2_1 + V2[49] * relu2_2 + V2[50] * relu2_3 + V2[51] * relu2_4 + V2[52] * relu2_5 + V2[53] * relu2_6 + V2[54] * relu2_7 + V2[55] * relu2_8);
    const h2_8 = h1_8 + (V2[56] * relu2_1 + V2[57] * relu2_2 + V2[58] * relu2_3 + V2[59] * relu2_4 + V2[60] * relu2_5 + V2[61] * relu2_6 + V2[62] * relu2_7 + V2[63] * relu2_8);

    // add = U * h2 + a
    const add_1 = U[0] * h2_1 + U[1] * h2_2 + U[2] * h2_3 + U[3] * h2_4 + U[4] * h2_5 + U[5] * h2_6 + U[6] * h2_7 + U[7] * h2_8 + a[0];
    const add_2 = U[8] * h2_1 + U[9] * h2_2 + U[10] * h2_3 + U[11] * h2_4 + U[12] * h2_5 + U[13] * h2_6 + U[14] * h2_7 + U[15] * h2_8 + a[1];
    const add_3 = U[16] * h2_1 + U[17] * h2_2 + U[18] * h2_3 + U[19] * h2_4 + U[20] * h2_5 + U[21] * h2_6 + U[22] * h2_7 + U[23] * h2_8 + a[2];

    // max = max(add)
    const max = Math.max(add_1, add_2, add_3);

    // logSoftmax_in = add - max
    const logSoftmax_in_1 = add_1 - max;
    const logSoftmax_in_2 = add_2 - max;
    const logSoftmax_in_3 = add_3 - max;

    // p_exp = exp(logSoftmax_in)
    const p_exp_1 = Math.exp(logSoftmax_in_1);
    const p_exp_2 = Math.exp(logSoftmax_in_2);
    const p_exp_3 = Math.exp(logSoftmax_in_3);

    // sum = sum(p_exp)
    const sum = p_exp_1 + p_exp_2 + p_exp_3;

    // p = p_exp / sum   [line 20, output]
    const p_1 = p_exp_1 / sum;
    const p_2 = p_exp_2 / sum;
    const p_3 = p_exp_3 / sum;

    // log = log(sum)
    const log = Math.log(sum);

    // J_sum = Σn sum(c .* (logSoftmax_in - log))
    const c2 = c[row];
    const t = c2 === 0 ? 1 : 0;
    const t2 = c2 === 1 ? 1 : 0;
    const t3 = c2 === 2 ? 1 : 0;
    J_sum += t * (logSoftmax_in_1 - log) + t2 * (logSoftmax_in_2 - log) + t3 * (logSoftmax_in_3 - log);

    // accuracy = argmax(p) == argmax(c)   [line 23, metric]
    const accuracy = (p_3 > Math.max(p_1, p_2) ? 2 : (p_2 > p_1 ? 1 : 0)) + 1 === (t3 > Math.max(t, t2) ? 2 : (t2 > t ? 1 : 0)) + 1 ? 1 : 0;

    // accuracy_sum = Σn accuracy
    accuracy_sum += accuracy;
  }

  // J = -(J_sum / m)   [line 21, loss]
  const J = -(J_sum / m);
  report[0] = J;

  // accuracy2 = accuracy_sum / m   [line 23, metric]
  report[1] = accuracy_sum / m;
  return J;
}

/** The loss over the examples `order[from … to)` and its gradients, into `into`; returns the loss. */
export function gradient(params: Parameters, data: Examples, into: Gradients, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { W0, W1, b1, V1, W2, b2, V2, U, a } = params;
  const { x, c } = data.columns;
  const m = to - from;
  const share = 1 / m;
  let J_sum = 0;
  let dU_1_1 = 0, dU_1_2 = 0, dU_1_3 = 0, dU_1_4 = 0, dU_1_5 = 0, dU_1_6 = 0, dU_1_7 = 0, dU_1_8 = 0;
  let dU_2_1 = 0, dU_2_2 = 0, dU_2_3 = 0, dU_2_4 = 0, dU_2_5 = 0, dU_2_6 = 0, dU_2_7 = 0, dU_2_8 = 0;
  let dU_3_1 = 0, dU_3_2 = 0, dU_3_3 = 0, dU_3_4 = 0, dU_3_5 = 0, dU_3_6 = 0, dU_3_7 = 0, dU_3_8 = 0;
  let da_1 = 0, da_2 = 0, da_3 = 0;
  let dV2_1_1 = 0, dV2_1_2 = 0, dV2_1_3 = 0, dV2_1_4 = 0, dV2_1_5 = 0, dV2_1_6 = 0, dV2_1_7 = 0, dV2_1_8 = 0;
  let dV2_2_1 = 0, dV2_2_2 = 0, dV2_2_3 = 0, dV2_2_4 = 0, dV2_2_5 = 0, dV2_2_6 = 0, dV2_2_7 = 0, dV2_2_8 = 0;
  let dV2_3_1 = 0, dV2_3_2 = 0, dV2_3_3 = 0, dV2_3_4 = 0, dV2_3_5 = 0, dV2_3_6 = 0, dV2_3_7 = 0, dV2_3_8 = 0;
  let dV2_4_1 = 0, dV2_4_2 = 0, dV2_4_3 = 0, dV2_4_4 = 0, dV2_4_5 = 0, dV2_4_6 = 0, dV2_4_7 = 0, dV2_4_8 = 0;
  let dV2_5_1 = 0, dV2_5_2 = 0, dV2_5_3 = 0, dV2_5_4 = 0, dV2_5_5 = 0, dV2_5_6 = 0, dV2_5_7 = 0, dV2_5_8 = 0;
  let dV2_6_1 = 0, dV2_6_2 = 0, dV2_6_3 = 0, dV2_6_4 = 0, dV2_6_5 = 0, dV2_6_6 = 0, dV2_6_7 = 0, dV2_6_8 = 0;
  let dV2_7_1 = 0, dV2_7_2 = 0, dV2_7_3 = 0, dV2_7_4 = 0, dV2_7_5 = 0, dV2_7_6 = 0, dV2_7_7 = 0, dV2_7_8 = 0;
  let dV2_8_1 = 0, dV2_8_2 = 0, dV2_8_3 = 0, dV2_8_4 = 0, dV2_8_5 = 0, dV2_8_6 = 0, dV2_8_7 = 0, dV2_8_8 = 0;
  let dW2_1_1 = 0, dW2_1_2 = 0, dW2_1_3 = 0, dW2_1_4 = 0, dW2_1_5 = 0, dW2_1_6 = 0, dW2_1_7 = 0, dW2_1_8 = 0;
  let dW2_2_1 = 0, dW2_2_2 = 0, dW2_2_3 = 0, dW2_2_4 = 0, dW2_2_5 = 0, dW2_2_6 = 0, dW2_2_7 = 0, dW2_2_8 = 0;
  let dW2_3_1 = 0, dW2_3_2 = 0, dW2_3_3 = 0, dW2_3_4 = 0, dW2_3_5 = 0, dW2_3_6 = 0, dW2_3_7 = 0, dW2_3_8 = 0;
  let dW2_4_1 = 0, dW2_4_2 = 0, dW2_4_3 = 0, dW2_4_4 = 0, dW2_4_5 = 0, dW2_4_6 = 0, dW2_4_7 = 0, dW2_4_8 = 0;
  let dW2_5_1 = 0, dW2_5_2 = 0, dW2_5_3 = 0, dW2_5_4 = 0, dW2_5_5 = 0, dW2_5_6 = 0, dW2_5_7 = 0, dW2_5_8 = 0;
  let dW2_6_1 = 0, dW2_6_2 = 0, dW2_6_3 = 0, dW2_6_4 = 0, dW2_6_5 = 0, dW2_6_6 = 0, dW2_6_7 = 0, dW2_6_8 = 0;
  let dW2_7_1 = 0, dW2_7_2 = 0, dW2_7_3 = 0, dW2_7_4 = 0, dW2_7_5 = 0, dW2_7_6 = 0, dW2_7_7 = 0, dW2_7_8 = 0;
  let dW2_8_1 = 0, dW2_8_2 = 0, dW2_8_3 = 0, dW2_8_4 = 0, dW2_8_5 = 0, dW2_8_6 = 0, dW2_8_7 = 0, dW2_8_8 = 0;
  let db2_1 = 0, db2_2 = 0, db2_3 = 0, db2_4 = 0, db2_5 = 0, db2_6 = 0, db2_7 = 0, db2_8 = 0;
  let dV1_1_1 = 0, dV1_1_2 = 0, dV1_1_3 = 0, dV1_1_4 = 0, dV1_1_5 = 0, dV1_1_6 = 0, dV1_1_7 = 0, dV1_1_8 = 0;
  let dV1_2_1 = 0, dV1_2_2 = 0, dV1_2_3 = 0, dV1_2_4 = 0, dV1_2_5 = 0, dV1_2_6 = 0, dV1_2_7 = 0, dV1_2_8 = 0;
  let dV1_3_1 = 0, dV1_3_2 = 0, dV1_3_3 = 0, dV1_3_4 = 0, dV1_3_5 = 0, dV1_3_6 = 0, dV1_3_7 = 0, dV1_3_8 = 0;
  let dV1_4_1 = 0, dV1_4_2 = 0, dV1_4_3 = 0, dV1_4_4 = 0, dV1_4_5 = 0, dV1_4_6 = 0, dV1_4_7 = 0, dV1_4_8 = 0;
  let dV1_5_1 = 0, dV1_5_2 = 0, dV1_5_3 = 0, dV1_5_4 = 0, dV1_5_5 = 0, dV1_5_6 = 0, dV1_5_7 = 0, dV1_5_8 = 0;
  let dV1_6_1 = 0, dV1_6_2 = 0, dV1_6_3 = 0, dV1_6_4 = 0, dV1_6_5 = 0, dV1_6_6 = 0, dV1_6_7 = 0, dV1_6_8 = 0;
  let dV1_7_1 = 0, dV1_7_2 = 0, dV1_7_3 = 0, dV1_7_4 = 0, dV1_7_5 = 0, dV1_7_6 = 0, dV1_7_7 = 0, dV1_7_8 = 0;
  let dV1_8_1 = 0, dV1_8_2 = 0, dV1_8_3 = 0, dV1_8_4 = 0, dV1_8_5 = 0, dV1_8_6 = 0, dV1_8_7 = 0, dV1_8_8 = 0;
  let dW1_1_1 = 0, dW1_1_2 = 0, dW1_1_3 = 0, dW1_1_4 = 0, dW1_1_5 = 0, dW1_1_6 = 0, dW1_1_7 = 0, dW1_1_8 = 0;
  let dW1_2_1 = 0, dW1_2_2 = 0, dW1_2_3 = 0, dW1_2_4 = 0, dW1_2_5 = 0, dW1_2_6 = 0, dW1_2_7 = 0, dW1_2_8 = 0;
  let dW1_3_1 = 0, dW1_3_2 = 0, dW1_3_3 = 0, dW1_3_4 = 0, dW1_3_5 = 0, dW1_3_6 = 0, dW1_3_7 = 0, dW1_3_8 = 0;
  let dW1_4_1 = 0, dW1_4_2 = 0, dW1_4_3 = 0, dW1_4_4 = 0, dW1_4_5 = 0, dW1_4_6 = 0, dW1_4_7 = 0, dW1_4_8 = 0;
  let dW1_5_1 = 0, dW1_5_2 = 0, dW1_5_3 = 0, dW1_5_4 = 0, dW1_5_5 = 0, dW1_5_6 = 0, dW1_5_7 = 0, dW1_5_8 = 0;
  let dW1_6_1 = 0, dW1_6_2 = 0, dW1_6_3 = 0, dW1_6_4 = 0, dW1_6_5 = 0, dW1_6_6 = 0, dW1_6_7 = 0, dW1_6_8 = 0;
  let dW1_7_1 = 0, dW1_7_2 = 0, dW1_7_3 = 0, dW1_7_4 = 0, dW1_7_5 = 0, dW1_7_6 = 0, dW1_7_7 = 0, dW1_7_8 = 0;
  let dW1_8_1 = 0, dW1_8_2 = 0, dW1_8_3 = 0, dW1_8_4 = 0, dW1_8_5 = 0, dW1_8_6 = 0, dW1_8_7 = 0, dW1_8_8 = 0;
  let db1_1 = 0, db1_2 = 0, db1_3 = 0, db1_4 = 0, db1_5 = 0, db1_6 = 0, db1_7 = 0, db1_8 = 0;
  let dW0_1_1 = 0, dW0_1_2 = 0, dW0_2_1 = 0, dW0_2_2 = 0, dW0_3_1 = 0, dW0_3_2 = 0, dW0_4_1 = 0, dW0_4_2 = 0;
  let dW0_5_1 = 0, dW0_5_2 = 0, dW0_6_1 = 0, dW0_6_2 = 0, dW0_7_1 = 0, dW0_7_2 = 0, dW0_8_1 = 0, dW0_8_2 = 0;
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];

    // h0 = W0 * x   [line 17]
    const x_1 = x[row * 2];
    const x_2 = x[row * 2 + 1];
    const h0_1 = W0[0] * x_1 + W0[1] * x_2;
    const h0_2 = W0[2] * x_1 + W0[3] * x_2;
    const h0_3 = W0[4] * x_1 + W0[5] * x_2;
    const h0_4 = W0[6] * x_1 + W0[7] * x_2;
    const h0_5 = W0[8] * x_1 + W0[9] * x_2;
    const h0_6 = W0[10] * x_1 + W0[11] * x_2;
    const h0_7 = W0[12] * x_1 + W0[13] * x_2;
    const h0_8 = W0[14] * x_1 + W0[15] * x_2;

    // relu = relu(W1 * h0 + b1)   [line 15]
    const relu_1 = Math.max(W1[0] * h0_1 + W1[1] * h0_2 + W1[2] * h0_3 + W1[3] * h0_4 + W1[4] * h0_5 + W1[5] * h0_6 + W1[6] * h0_7 + W1[7] * h0_8 + b1[0], 0);
    const relu_2 = Math.max(W1[8] * h0_1 + W1[9] * h0_2 + W1[10] * h0_3 + W1[11] * h0_4 + W1[12] * h0_5 + W1[13] * h0_6 + W1[14] * h0_7 + W1[15] * h0_8 + b1[1], 0);
    const relu_3 = Math.max(W1[16] * h0_1 + W1[17] * h0_2 + W1[18] * h0_3 + W1[19] * h0_4 + W1[20] * h0_5 + W1[21] * h0_6 + W1[22] * h0_7 + W1[23] * h0_8 + b1[2], 0);
    const relu_4 = Math.max(W1[24] * h0_1 + W1[25] * h0_2 + W1[26] * h0_3 + W1[27] * h0_4 + W1[28] * h0_5 + W1[29] * h0_6 + W1[30] * h0_7 + W1[31] * h0_8 + b1[3], 0);
    const relu_5 = Math.max(W1[32] * h0_1 + W1[33] * h0_2 + W1[34] * h0_3 + W1[35] * h0_4 + W1[36] * h0_5 + W1[37] * h0_6 + W1[38] * h0_7 + W1[39] * h0_8 + b1[4], 0);
    const relu_6 = Math.max(W1[40] * h0_1 + W1[41] * h0_2 + W1[42] * h0_3 + W1[43] * h0_4 + W1[44] * h0_5 + W1[45] * h0_6 + W1[46] * h0_7 + W1[47] * h0_8 + b1[5], 0);
    const relu_7 = Math.max(W1[48] * h0_1 + W1[49] * h0_2 + W1[50] * h0_3 + W1[51] * h0_4 + W1[52] * h0_5 + W1[53] * h0_6 + W1[54] * h0_7 + W1[55] * h0_8 + b1[6], 0);
    const relu_8 = Math.max(W1[56] * h0_1 + W1[57] * h0_2 + W1[58] * h0_3 + W1[59] * h0_4 + W1[60] * h0_5 + W1[61] * h0_6 + W1[62] * h0_7 + W1[63] * h0_8 + b1[7], 0);

    // h1 = h0 + V1 * relu   [line 18]
    const h1_1 = h0_1 + (V1[0] * relu_1 + V1[1] * relu_2 + V1[2] * relu_3 + V1[3] * relu_4 + V1[4] * relu_5 + V1[5] * relu_6 + V1[6] * relu_7 + V1[7] * relu_8);
    const h1_2 = h0_2 + (V1[8] * relu_1 + V1[9] * relu_2 + V1[10] * relu_3 + V1[11] * relu_4 + V1[12] * relu_5 + V1[13] * relu_6 + V1[14] * relu_7 + V1[15] * relu_8);
    const h1_3 = h0_3 + (V1[16] * relu_1 + V1[17] * relu_2 + V1[18] * relu_3 + V1[19] * relu_4 + V1[20] * relu_5 + V1[21] * relu_6 + V1[22] * relu_7 + V1[23] * relu_8);
    const h1_4 = h0_4 + (V1[24] * relu_1 + V1[25] * relu_2 + V1[26] * relu_3 + V1[27] * relu_4 + V1[28] * relu_5 + V1[29] * relu_6 + V1[30] * relu_7 + V1[31] * relu_8);
    const h1_5 = h0_5 + (V1[32] * relu_1 + V1[33] * relu_2 + V1[34] * relu_3 + V1[35] * relu_4 + V1[36] * relu_5 + V1[37] * relu_6 + V1[38] * relu_7 + V1[39] * relu_8);
    const h1_6 = h0_6 + (V1[40] * relu_1 + V1[41] * relu_2 + V1[42] * relu_3 + V1[43] * relu_4 + V1[44] * relu_5 + V1[45] * relu_6 + V1[46] * relu_7 + V1[47] * relu_8);
    const h1_7 = h0_7 + (V1[48] * relu_1 + V1[49] * relu_2 + V1[50] * relu_3 + V1[51] * relu_4 + V1[52] * relu_5 + V1[53] * relu_6 + V1[54] * relu_7 + V1[55] * relu_8);
    const h1_8 = h0_8 + (V1[56] * relu_1 + V1[57] * relu_2 + V1[58] * relu_3 + V1[59] * relu_4 + V1[60] * relu_5 + V1[61] * relu_6 + V1[62] * relu_7 + V1[63] * relu_8);

    // relu2 = relu(W2 * h1 + b2)   [line 15]
    const relu2_1 = Math.max(W2[0] * h1_1 + W2[1] * h1_2 + W2[2] * h1_3 + W2[3] * h1_4 + W2[4] * h1_5 + W2[5] * h1_6 + W2[6] * h1_7 + W2[7] * h1_8 + b2[0], 0);
    const relu2_2 = Math.max(W2[8] * h1_1 + W2[9] * h1_2 + W2[10] * h1_3 + W2[11] * h1_4 + W2[12] * h1_5 + W2[13] * h1_6 + W2[14] * h1_7 + W2[15] * h1_8 + b2[1], 0);
    const relu2_3 = Math.max(W2[16] * h1_1 + W2[17] * h1_2 + W2[18] * h1_3 + W2[19] * h1_4 + W2[20] * h1_5 + W2[21] * h1_6 + W2[22] * h1_7 + W2[23] * h1_8 + b2[2], 0);
    const relu2_4 = Math.max(W2[24] * h1_1 + W2[25] * h1_2 + W2[26] * h1_3 + W2[27] * h1_4 + W2[28] * h1_5 + W2[29] * h1_6 + W2[30] * h1_7 + W2[31] * h1_8 + b2[3], 0);
    const relu2_5 = Math.max(W2[32] * h1_1 + W2[33] * h1_2 + W2[34] * h1_3 + W2[35] * h1_4 + W2[36] * h1_5 + W2[37] * h1_6 + W2[38] * h1_7 + W2[39] * h1_8 + b2[4], 0);
    const relu2_6 = Math.max(W2[40] * h1_1 + W2[41] * h1_2 + W2[42] * h1_3 + W2[43] * h1_4 + W2[44] * h1_5 + W2[45] * h1_6 + W2[46] * h1_7 + W2[47] * h1_8 + b2[5], 0);
    const relu2_7 = Math.max(W2[48] * h1_1 + W2[49] * h1_2 + W2[50] * h1_3 + W2[51] * h1_4 + W2[52] * h1_5 + W2[53] * h1_6 + W2[54] * h1_7 + W2[55] * h1_8 + b2[6], 0);
    const relu2_8 = Math.max(W2[56] * h1_1 + W2[57] * h1_2 + W2[58] * h1_3 + W2[59] * h1_4 + W2[60] * h1_5 + W2[61] * h1_6 + W2[62] * h1_7 + W2[63] * h1_8 + b2[7], 0);

    // h2 = h1 + V2 * relu2   [line 19]
    const h2_1 = h1_1 + (V2[0] * relu2_1 + V2[1] * relu2_2 + V2[2] * relu2_3 + V2[3] * relu2_4 + V2[4] * relu2_5 + V2[5] * relu2_6 + V2[6] * relu2_7 + V2[7] * relu2_8);
    const h2_2 = h1_2 + (V2[8] * relu2_1 + V2[9] * relu2_2 + V2[10] * relu2_3 + V2[11] * relu2_4 + V2[12] * relu2_5 + V2[13] * relu2_6 + V2[14] * relu2_7 + V2[15] * relu2_8);
    const h2_3 = h1_3 + (V2[16] * relu2_1 + V2[17] * relu2_2 + V2[18] * relu2_3 + V2[19] * relu2_4 + V2[20] * relu2_5 + V2[21] * relu2_6 + V2[22] * relu2_7 + V2[23] * relu2_8);
    const h2_4 = h1_4 + (V2[24] * relu2_1 + V2[25] * relu2_2 + V2[26] * relu2_3 + V2[27] * relu2_4 + V2[28] * relu2_5 + V2[29] * relu2_6 + V2[30] * relu2_7 + V2[31] * relu2_8);
    const h2_5 = h1_5 + (V2[32] * relu2_1 + V2[33] * relu2_2 + V2[34] * relu2_3 + V2[35] * relu2_4 + V2[36] * relu2_5 + V2[37] * relu2_6 + V2[38] * relu2_7 + V2[39] * relu2_8);
    const h2_6 = h1_6 + (V2[40] * relu2_1 + V2[41] * relu2_2 + V2[42] * relu2_3 + V2[43] * relu2_4 + V2[44] * relu2_5 + V2[45] * relu2_6 + V2[46] * relu2_7 + V2[47] * relu2_8);
    const h2_7 = h1_7 + (V2[48] * relu2_1 + V2[49] * relu2_2 + V2[50] * relu2_3 + V2[51] * relu2_4 + V2[52] * relu2_5 + V2[53] * relu2_6 + V2[54] * relu2_7 + V2[55] * relu2_8);
    const h2_8 = h1_8 + (V2[56] * relu2_1 + V2[57] * relu2_2 + V2[58] * relu2_3 + V2[59] * relu2_4 + V2[60] * relu2_5 + V2[61] * relu2_6 + V2[62] * relu2_7 + V2[63] * relu2_8);

    // add = U * h2 + a
    const add_1 = U[0] * h2_1 + U[1] * h2_2 + U[2] * h2_3 + U[3] * h2_4 + U[4] * h2_5 + U[5] * h2_6 + U[6] * h2_7 + U[7] * h2_8 + a[0];
    const add_2 = U[8] * h2_1 + U[9] * h2_2 + U[10] * h2_3 + U[11] * h2_4 + U[12] * h2_5 + U[13] * h2_6 + U[14] * h2_7 + U[15] * h2_8 + a[1];
    const add_3 = U[16] * h2_1 + U[17] * h2_2 + U[18] * h2_3 + U[19] * h2_4 + U[20] * h2_5 + U[21] * h2_6 + U[22] * h2_7 + U[23] * h2_8 + a[2];

    // max = max(add)
    const max = Math.max(add_1, add_2, add_3);

    // logSoftmax_in = add - max
    const logSoftmax_in_1 = add_1 - max;
    const logSoftmax_in_2 = add_2 - max;
    const logSoftmax_in_3 = add_3 - max;

    // p_exp = exp(logSoftmax_in)
    const p_exp_1 = Math.exp(logSoftmax_in_1);
    const p_exp_2 = Math.exp(logSoftmax_in_2);
    const p_exp_3 = Math.exp(logSoftmax_in_3);

    // sum = sum(p_exp)
    const sum = p_exp_1 + p_exp_2 + p_exp_3;

    // p = p_exp / sum   [line 20, output]
    const p_1 = p_exp_1 / sum;
    const p_2 = p_exp_2 / sum;
    const p_3 = p_exp_3 / sum;

    // log = log(sum)
    const log = Math.log(sum);

    // J_sum = Σn sum(c .* (logSoftmax_in - log))
    const c2 = c[row];
    const t = c2 === 0 ? 1 : 0;
    const t2 = c2 === 1 ? 1 : 0;
    const t3 = c2 === 2 ? 1 : 0;
    J_sum += t * (logSoftmax_in_1 - log) + t2 * (logSoftmax_in_2 - log) + t3 * (logSoftmax_in_3 - log);

    // delta = p - c   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); line 20]
    const delta_1 = p_1 - t;
    const delta_2 = p_2 - t2;
    const delta_3 = p_3 - t3;

    // dU = Σn outer(delta, h2)   [EQ4: ∂C/∂w = δ aᵀ; line 20]
    dU_1_1 += delta_1 * h2_1;
    dU_1_2 += delta_1 * h2_2;
    dU_1_3 += delta_1 * h2_3;
    dU_1_4 += delta_1 * h2_4;
    dU_1_5 += delta_1 * h2_5;
    dU_1_6 += delta_1 * h2_6;
    dU_1_7 += delta_1 * h2_7;
    dU_1_8 += delta_1 * h2_8;
    dU_2_1 += delta_2 * h2_1;
    dU_2_2 += delta_2 * h2_2;
    dU_2_3 += delta_2 * h2_3;
    dU_2_4 += delta_2 * h2_4;
    dU_2_5 += delta_2 * h2_5;
    dU_2_6 += delta_2 * h2_6;
    dU_2_7 += delta_2 * h2_7;
    dU_2_8 += delta_2 * h2_8;
    dU_3_1 += delta_3 * h2_1;
    dU_3_2 += delta_3 * h2_2;
    dU_3_3 += delta_3 * h2_3;
    dU_3_4 += delta_3 * h2_4;
    dU_3_5 += delta_3 * h2_5;
    dU_3_6 += delta_3 * h2_6;
    dU_3_7 += delta_3 * h2_7;
    dU_3_8 += delta_3 * h2_8;

    // da = Σn delta   [EQ3: ∂C/∂b = δ]
    da_1 += delta_1;
    da_2 += delta_2;
    da_3 += delta_3;

    // dh2 = U' * delta   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 20]
    const dh2_1 = delta_1 * U[0] + delta_2 * U[8] + delta_3 * U[16];
    const dh2_2 = delta_1 * U[1] + delta_2 * U[9] + delta_3 * U[17];
    const dh2_3 = delta_1 * U[2] + delta_2 * U[10] + delta_3 * U[18];
    const dh2_4 = delta_1 * U[3] + delta_2 * U[11] + delta_3 * U[19];
    const dh2_5 = delta_1 * U[4] + delta_2 * U[12] + delta_3 * U[20];
    const dh2_6 = delta_1 * U[5] + delta_2 * U[13] + delta_3 * U[21];
    const dh2_7 = delta_1 * U[6] + delta_2 * U[14] + delta_3 * U[22];
    const dh2_8 = delta_1 * U[7] + delta_2 * U[15] + delta_3 * U[23];

    // dV2 = Σn outer(dh2, relu2)   [EQ4: ∂C/∂w = δ aᵀ; line 15]
    dV2_1_1 += dh2_1 * relu2_1;
    dV2_1_2 += dh2_1 * relu2_2;
    dV2_1_3 += dh2_1 * relu2_3;
    dV2_1_4 += dh2_1 * relu2_4;
    dV2_1_5 += dh2_1 * relu2_5;
    dV2_1_6 += dh2_1 * relu2_6;
    dV2_1_7 += dh2_1 * relu2_7;
    dV2_1_8 += dh2_1 * relu2_8;
    dV2_2_1 += dh2_2 * relu2_1;
    dV2_2_2 += dh2_2 * relu2_2;
    dV2_2_3 += dh2_2 * relu2_3;
    dV2_2_4 += dh2_2 * relu2_4;
    dV2_2_5 += dh2_2 * relu2_5;
    dV2_2_6 += dh2_2 * relu2_6;
    dV2_2_7 += dh2_2 * relu2_7;
    dV2_2_8 += dh2_2 * relu2_8;
    dV2_3_1 += dh2_3 * relu2_1;
    dV2_3_2 += dh2_3 * relu2_2;
    dV2_3_3 += dh2_3 * relu2_3;
    dV2_3_4 += dh2_3 * relu2_4;
    dV2_3_5 += dh2_3 * relu2_5;
    dV2_3_6 += dh2_3 * relu2_6;
    dV2_3_7 += dh2_3 * relu2_7;
    dV2_3_8 += dh2_3 * relu2_8;
    dV2_4_1 += dh2_4 * relu2_1;
    dV2_4_2 += dh2_4 * relu2_2;
    dV2_4_3 += dh2_4 * relu2_3;
    dV2_4_4 += dh2_4 * relu2_4;
    dV2_4_5 += dh2_4 * relu2_5;
    dV2_4_6 += dh2_4 * relu2_6;
    dV2_4_7 += dh2_4 * relu2_7;
    dV2_4_8 += dh2_4 * relu2_8;
    dV2_5_1 += dh2_5 * relu2_1;
    dV2_5_2 += dh2_5 * relu2_2;
    dV2_5_3 += dh2_5 * relu2_3;
    dV2_5_4 += dh2_5 * relu2_4;
    dV2_5_5 += dh2_5 * relu2_5;
    dV2_5_6 += dh2_5 * relu2_6;
    dV2_5_7 += dh2_5 * relu2_7;
    dV2_5_8 += dh2_5 * relu2_8;
    dV2_6_1 += dh2_6 * relu2_1;
    dV2_6_2 += dh2_6 * relu2_2;
    dV2_6_3 += dh2_6 * relu2_3;
    dV2_6_4 += dh2_6 * relu2_4;
    dV2_6_5 += dh2_6 * relu2_5;
    dV2_6_6 += dh2_6 * relu2_6;
    dV2_6_7 += dh2_6 * relu2_7;
    dV2_6_8 += dh2_6 * relu2_8;
    dV2_7_1 += dh2_7 * relu2_1;
    dV2_7_2 += dh2_7 * relu2_2;
    dV2_7_3 += dh2_7 * relu2_3;
    dV2_7_4 += dh2_7 * relu2_4;
    dV2_7_5 += dh2_7 * relu2_5;
    dV2_7_6 += dh2_7 * relu2_6;
    dV2_7_7 += dh2_7 * relu2_7;
    dV2_7_8 += dh2_7 * relu2_8;
    dV2_8_1 += dh2_8 * relu2_1;
    dV2_8_2 += dh2_8 * relu2_2;
    dV2_8_3 += dh2_8 * relu2_3;
    dV2_8_4 += dh2_8 * relu2_4;
    dV2_8_5 += dh2_8 * relu2_5;
    dV2_8_6 += dh2_8 * relu2_6;
    dV2_8_7 += dh2_8 * relu2_7;
    dV2_8_8 += dh2_8 * relu2_8;

    // delta2 = relu2 > 0 ? V2' * dh2 : 0   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 15]
    const delta2_1 = relu2_1 > 0 ? dh2_1 * V2[0] + dh2_2 * V2[8] + dh2_3 * V2[16] + dh2_4 * V2[24] + dh2_5 * V2[32] + dh2_6 * V2[40] + dh2_7 * V2[48] + dh2_8 * V2[56] : 0;
    const delta2_2 = relu2_2 > 0 ? dh2_1 * V2[1] + dh2_2 * V2[9] + dh2_3 * V2[17] + dh2_4 * V2[25] + dh2_5 * V2[33] + dh2_6 * V2[41] + dh2_7 * V2[49] + dh2_8 * V2[57] : 0;
    const delta2_3 = relu2_3 > 0 ? dh2_1 * V2[2] + dh2_2 * V2[10] + dh2_3 * V2[18] + dh2_4 * V2[26] + dh2_5 * V2[34] + dh2_6 * V2[42] + dh2_7 * V2[50] + dh2_8 * V2[58] : 0;
    const delta2_4 = relu2_4 > 0 ? dh2_1 * V2[3] + dh2_2 * V2[11] + dh2_3 * V2[19] + dh2_4 * V2[27] + dh2_5 * V2[35] + dh2_6 * V2[43] + dh2_7 * V2[51] + dh2_8 * V2[59] : 0;
    const delta2_5 = relu2_5 > 0 ? dh2_1 * V2[4] + dh2_2 * V2[12] + dh2_3 * V2[20] + dh2_4 * V2[28] + dh2_5 * V2[36] + dh2_6 * V2[44] + dh2_7 * V2[52] + dh2_8 * V2[60] : 0;
    const delta2_6 = relu2_6 > 0 ? dh2_1 * V2[5] + dh2_2 * V2[13] + dh2_3 * V2[21] + dh2_4 * V2[29] + dh2_5 * V2[37] + dh2_6 * V2[45] + dh2_7 * V2[53] + dh2_8 * V2[61] : 0;
    const delta2_7 = relu2_7 > 0 ? dh2_1 * V2[6] + dh2_2 * V2[14] + dh2_3 * V2[22] + dh2_4 * V2[30] + dh2_5 * V2[38] + dh2_6 * V2[46] + dh2_7 * V2[54] + dh2_8 * V2[62] : 0;
    const delta2_8 = relu2_8 > 0 ? dh2_1 * V2[7] + dh2_2 * V2[15] + dh2_3 * V2[23] + dh2_4 * V2[31] + dh2_5 * V2[39] + dh2_6 * V2[47] + dh2_7 * V2[55] + dh2_8 * V2[63] : 0;

    // dW2 = Σn outer(delta2, h1)   [EQ4: ∂C/∂w = δ aᵀ; line 15]
    dW2_1_1 += delta2_1 * h1_1;
    dW2_1_2 += delta2_1 * h1_2;
    dW2_1_3 += delta2_1 * h1_3;
    dW2_1_4 += delta2_1 * h1_4;
    dW2_1_5 += delta2_1 * h1_5;
    dW2_1_6 += delta2_1 * h1_6;
    dW2_1_7 += delta2_1 * h1_7;
    dW2_1_8 += delta2_1 * h1_8;
    dW2_2_1 += delta2_2 * h1_1;
    dW2_2_2 += delta2_2 * h1_2;
    dW2_2_3 += delta2_2 * h1_3;
    dW2_2_4 += delta2_2 * h1_4;
    dW2_2_5 += delta2_2 * h1_5;
    dW2_2_6 += delta2_2 * h1_6;
    dW2_2_7 += delta2_2 * h1_7;
    dW2_2_8 += delta2_2 * h1_8;
    dW2_3_1 += delta2_3 * h1_1;
    dW2_3_2 += delta2_3 * h1_2;
    dW2_3_3 += delta2_3 * h1_3;
    dW2_3_4 += delta2_3 * h1_4;
    dW2_3_5 += delta2_3 * h1_5;
    dW2_3_6 += delta2_3 * h1_6;
    dW2_3_7 += delta2_3 * h1_7;
    dW2_3_8 += delta2_3 * h1_8;
    dW2_4_1 += delta2_4 * h1_1;
    dW2_4_2 += delta2_4 * h1_2;
    dW2_4_3 += delta2_4 * h1_3;
    dW2_4_4 += delta2_4 * h1_4;
    dW2_4_5 += delta2_4 * h1_5;
    dW2_4_6 += delta2_4 * h1_6;
    dW2_4_7 += delta2_4 * h1_7;
    dW2_4_8 += delta2_4 * h1_8;
    dW2_5_1 += delta2_5 * h1_1;
    dW2_5_2 += delta2_5 * h1_2;
    dW2_5_3 += delta2_5 * h1_3;
    dW2_5_4 += delta2_5 * h1_4;
    dW2_5_5 += delta2_5 * h1_5;
    dW2_5_6 += delta2_5 * h1_6;
    dW2_5_7 += delta2_5 * h1_7;
    dW2_5_8 += delta2_5 * h1_8;
    dW2_6_1 += delta2_6 * h1_1;
    dW2_6_2 += delta2_6 * h1_2;
    dW2_6_3 += delta2_6 * h1_3;
    dW2_6_4 += delta2_6 * h1_4;
    dW2_6_5 += delta2_6 * h1_5;
    dW2_6_6 += delta2_6 * h1_6;
    dW2_6_7 += delta2_6 * h1_7;
    dW2_6_8 += delta2_6 * h1_8;
    dW2_7_1 += delta2_7 * h1_1;
    dW2_7_2 += delta2_7 * h1_2;
    dW2_7_3 += delta2_7 * h1_3;
    dW2_7_4 += delta2_7 * h1_4;
    dW2_7_5 += delta2_7 * h1_5;
    dW2_7_6 += delta2_7 * h1_6;
    dW2_7_7 += delta2_7 * h1_7;
    dW2_7_8 += delta2_7 * h1_8;
    dW2_8_1 += delta2_8 * h1_1;
    dW2_8_2 += delta2_8 * h1_2;
    dW2_8_3 += delta2_8 * h1_3;
    dW2_8_4 += delta2_8 * h1_4;
    dW2_8_5 += delta2_8 * h1_5;
    dW2_8_6 += delta2_8 * h1_6;
    dW2_8_7 += delta2_8 * h1_7;
    dW2_8_8 += delta2_8 * h1_8;

    // db2 = Σn delta2   [EQ3: ∂C/∂b = δ]
    db2_1 += delta2_1;
    db2_2 += delta2_2;
    db2_3 += delta2_3;
    db2_4 += delta2_4;
    db2_5 += delta2_5;
    db2_6 += delta2_6;
    db2_7 += delta2_7;
    db2_8 += delta2_8;

    // dh1 = dh2 + W2' * delta2   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 15]
    const dh1_1 = dh2_1 + (delta2_1 * W2[0] + delta2_2 * W2[8] + delta2_3 * W2[16] + delta2_4 * W2[24] + delta2_5 * W2[32] + delta2_6 * W2[40] + delta2_7 * W2[48] + delta2_8 * W2[56]);
    const dh1_2 = dh2_2 + (delta2_1 * W2[1] + delta2_2 * W2[9] + delta2_3 * W2[17] + delta2_4 * W2[25] + delta2_5 * W2[33] + delta2_6 * W2[41] + delta2_7 * W2[49] + delta2_8 * W2[57]);
    const dh1_3 = dh2_3 + (delta2_1 * W2[2] + delta2_2 * W2[10] + delta2_3 * W2[18] + delta2_4 * W2[26] + delta2_5 * W2[34] + delta2_6 * W2[42] + delta2_7 * W2[50] + delta2_8 * W2[58]);
    const dh1_4 = dh2_4 + (delta2_1 * W2[3] + delta2_2 * W2[11] + delta2_3 * W2[19] + delta2_4 * W2[27] + delta2_5 * W2[35] + delta2_6 * W2[43] + delta2_7 * W2[51] + delta2_8 * W2[59]);
    const dh1_5 = dh2_5 + (delta2_1 * W2[4] + delta2_2 * W2[12] + delta2_3 * W2[20] + delta2_4 * W2[28] + delta2_5 * W2[36] + delta2_6 * W2[44] + delta2_7 * W2[52] + delta2_8 * W2[60]);
    const dh1_6 = dh2_6 + (delta2_1 * W2[5] + delta2_2 * W2[13] + delta2_3 * W2[21] + delta2_4 * W2[29] + delta2_5 * W2[37] + delta2_6 * W2[45] + delta2_7 * W2[53] + delta2_8 * W2[61]);
    const dh1_7 = dh2_7 + (delta2_1 * W2[6] + delta2_2 * W2[14] + delta2_3 * W2[22] + delta2_4 * W2[30] + delta2_5 * W2[38] + delta2_6 * W2[46] + delta2_7 * W2[54] + delta2_8 * W2[62]);
    const dh1_8 = dh2_8 + (delta2_1 * W2[7] + delta2_2 * W2[15] + delta2_3 * W2[23] + delta2_4 * W2[31] + delta2_5 * W2[39] + delta2_6 * W2[47] + delta2_7 * W2[55] + delta2_8 * W2[63]);

    // dV1 = Σn outer(dh1, relu)   [EQ4: ∂C/∂w = δ aᵀ; line 15]
    dV1_1_1 += dh1_1 * relu_1;
    dV1_1_2 += dh1_1 * relu_2;
    dV1_1_3 += dh1_1 * relu_3;
    dV1_1_4 += dh1_1 * relu_4;
    dV1_1_5 += dh1_1 * relu_5;
    dV1_1_6 += dh1_1 * relu_6;
    dV1_1_7 += dh1_1 * relu_7;
    dV1_1_8 += dh1_1 * relu_8;
    dV1_2_1 += dh1_2 * relu_1;
    dV1_2_2 += dh1_2 * relu_2;
    dV1_2_3 += dh1_2 * relu_3;
    dV1_2_4 += dh1_2 * relu_4;
    dV1_2_5 += dh1_2 * relu_5;
    dV1_2_6 += dh1_2 * relu_6;
    dV1_2_7 += dh1_2 * relu_7;
    dV1_2_8 += dh1_2 * relu_8;
    dV1_3_1 += dh1_3 * relu_1;
    dV1_3_2 += dh1_3 * relu_2;
    dV1_3_3 += dh1_3 * relu_3;
    dV1_3_4 += dh1_3 * relu_4;
    dV1_3_5 += dh1_3 * relu_5;
    dV1_3_6 += dh1_3 * relu_6;
    dV1_3_7 += dh1_3 * relu_7;
    dV1_3_8 += dh1_3 * relu_8;
    dV1_4_1 += dh1_4 * relu_1;
    dV1_4_2 += dh1_4 * relu_2;
    dV1_4_3 += dh1_4 * relu_3;
    dV1_4_4 += dh1_4 * relu_4;
    dV1_4_5 += dh1_4 * relu_5;
    dV1_4_6 += dh1_4 * relu_6;
    dV1_4_7 += dh1_4 * relu_7;
    dV1_4_8 += dh1_4 * relu_8;
    dV1_5_1 += dh1_5 * relu_1;
    dV1_5_2 += dh1_5 * relu_2;
    dV1_5_3 += dh1_5 * relu_3;
    dV1_5_4 += dh1_5 * relu_4;
    dV1_5_5 += dh1_5 * relu_5;
    dV1_5_6 += dh1_5 * relu_6;
    dV1_5_7 += dh1_5 * relu_7;
    dV1_5_8 += dh1_5 * relu_8;
    dV1_6_1 += dh1_6 * relu_1;
    dV1_6_2 += dh1_6 * relu_2;
    dV1_6_3 += dh1_6 * relu_3;
    dV1_6_4 += dh1_6 * relu_4;
    dV1_6_5 += dh1_6 * relu_5;
    dV1_6_6 += dh1_6 * relu_6;
    dV1_6_7 += dh1_6 * relu_7;
    dV1_6_8 += dh1_6 * relu_8;
    dV1_7_1 += dh1_7 * relu_1;
    dV1_7_2 += dh1_7 * relu_2;
    dV1_7_3 += dh1_7 * relu_3;
    dV1_7_4 += dh1_7 * relu_4;
    dV1_7_5 += dh1_7 * relu_5;
    dV1_7_6 += dh1_7 * relu_6;
    dV1_7_7 += dh1_7 * relu_7;
    dV1_7_8 += dh1_7 * relu_8;
    dV1_8_1 += dh1_8 * relu_1;
    dV1_8_2 += dh1_8 * relu_2;
    dV1_8_3 += dh1_8 * relu_3;
    dV1_8_4 += dh1_8 * relu_4;
    dV1_8_5 += dh1_8 * relu_5;
    dV1_8_6 += dh1_8 * relu_6;
    dV1_8_7 += dh1_8 * relu_7;
    dV1_8_8 += dh1_8 * relu_8;

    // delta3 = relu > 0 ? V1' * dh1 : 0   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 15]
    const delta3_1 = relu_1 > 0 ? dh1_1 * V1[0] + dh1_2 * V1[8] + dh1_3 * V1[16] + dh1_4 * V1[24] + dh1_5 * V1[32] + dh1_6 * V1[40] + dh1_7 * V1[48] + dh1_8 * V1[56] : 0;
    const delta3_2 = relu_2 > 0 ? dh1_1 * V1[1] + dh1_2 * V1[9] + dh1_3 * V1[17] + dh1_4 * V1[25] + dh1_5 * V1[33] + dh1_6 * V1[41] + dh1_7 * V1[49] + dh1_8 * V1[57] : 0;
    const delta3_3 = relu_3 > 0 ? dh1_1 * V1[2] + dh1_2 * V1[10] + dh1_3 * V1[18] + dh1_4 * V1[26] + dh1_5 * V1[34] + dh1_6 * V1[42] + dh1_7 * V1[50] + dh1_8 * V1[58] : 0;
    const delta3_4 = relu_4 > 0 ? dh1_1 * V1[3] + dh1_2 * V1[11] + dh1_3 * V1[19] + dh1_4 * V1[27] + dh1_5 * V1[35] + dh1_6 * V1[43] + dh1_7 * V1[51] + dh1_8 * V1[59] : 0;
    const delta3_5 = relu_5 > 0 ? dh1_1 * V1[4] + dh1_2 * V1[12] + dh1_3 * V1[20] + dh1_4 * V1[28] + dh1_5 * V1[36] + dh1_6 * V1[44] + dh1_7 * V1[52] + dh1_8 * V1[60] : 0;
    const delta3_6 = relu_6 > 0 ? dh1_1 * V1[5] + dh1_2 * V1[13] + dh1_3 * V1[21] + dh1_4 * V1[29] + dh1_5 * V1[37] + dh1_6 * V1[45] + dh1_7 * V1[53] + dh1_8 * V1[61] : 0;
    const delta3_7 = relu_7 > 0 ? dh1_1 * V1[6] + dh1_2 * V1[14] + dh1_3 * V1[22] + dh1_4 * V1[30] + dh1_5 * V1[38] + dh1_6 * V1[46] + dh1_7 * V1[54] + dh1_8 * V1[62] : 0;
    const delta3_8 = relu_8 > 0 ? dh1_1 * V1[7] + dh1_2 * V1[15] + dh1_3 * V1[23] + dh1_4 * V1[31] + dh1_5 * V1[39] + dh1_6 * V1[47] + dh1_7 * V1[55] + dh1_8 * V1[63] : 0;

    // dW1 = Σn outer(delta3, h0)   [EQ4: ∂C/∂w = δ aᵀ; line 15]
    dW1_1_1 += delta3_1 * h0_1;
    dW1_1_2 += delta3_1 * h0_2;
    dW1_1_3 += delta3_1 * h0_3;
    dW1_1_4 += delta3_1 * h0_4;
    dW1_1_5 += delta3_1 * h0_5;
    dW1_1_6 += delta3_1 * h0_6;
    dW1_1_7 += delta3_1 * h0_7;
    dW1_1_8 += delta3_1 * h0_8;
    dW1_2_1 += delta3_2 * h0_1;
    dW1_2_2 += delta3_2 * h0_2;
    dW1_2_3 += delta3_2 * h0_3;
    dW1_2_4 += delta3_2 * h0_4;
    dW1_2_5 += delta3_2 * h0_5;
    dW1_2_6 += delta3_2 * h0_6;
    dW1_2_7 += delta3_2 * h0_7;
    dW1_2_8 += delta3_2 * h0_8;
    dW1_3_1 += delta3_3 * h0_1;
    dW1_3_2 += delta3_3 * h0_2;
    dW1_3_3 += delta3_3 * h0_3;
    dW1_3_4 += delta3_3 * h0_4;
    dW1_3_5 += delta3_3 * h0_5;
    dW1_3_6 += delta3_3 * h0_6;
    dW1_3_7 += delta3_3 * h0_7;
    dW1_3_8 += delta3_3 * h0_8;
    dW1_4_1 += delta3_4 * h0_1;
    dW1_4_2 += delta3_4 * h0_2;
    dW1_4_3 += delta3_4 * h0_3;
    dW1_4_4 += delta3_4 * h0_4;
    dW1_4_5 += delta3_4 * h0_5;
    dW1_4_6 += delta3_4 * h0_6;
    dW1_4_7 += delta3_4 * h0_7;
    dW1_4_8 += delta3_4 * h0_8;
    dW1_5_1 += delta3_5 * h0_1;
    dW1_5_2 += delta3_5 * h0_2;
    dW1_5_3 += delta3_5 * h0_3;
    dW1_5_4 += delta3_5 * h0_4;
    dW1_5_5 += delta3_5 * h0_5;
    dW1_5_6 += delta3_5 * h0_6;
    dW1_5_7 += delta3_5 * h0_7;
    dW1_5_8 += delta3_5 * h0_8;
    dW1_6_1 += delta3_6 * h0_1;
    dW1_6_2 += delta3_6 * h0_2;
    dW1_6_3 += delta3_6 * h0_3;
    dW1_6_4 += delta3_6 * h0_4;
    dW1_6_5 += delta3_6 * h0_5;
    dW1_6_6 += delta3_6 * h0_6;
    dW1_6_7 += delta3_6 * h0_7;
    dW1_6_8 += delta3_6 * h0_8;
    dW1_7_1 += delta3_7 * h0_1;
    dW1_7_2 += delta3_7 * h0_2;
    dW1_7_3 += delta3_7 * h0_3;
    dW1_7_4 += delta3_7 * h0_4;
    dW1_7_5 += delta3_7 * h0_5;
    dW1_7_6 += delta3_7 * h0_6;
    dW1_7_7 += delta3_7 * h0_7;
    dW1_7_8 += delta3_7 * h0_8;
    dW1_8_1 += delta3_8 * h0_1;
    dW1_8_2 += delta3_8 * h0_2;
    dW1_8_3 += delta3_8 * h0_3;
    dW1_8_4 += delta3_8 * h0_4;
    dW1_8_5 += delta3_8 * h0_5;
    dW1_8_6 += delta3_8 * h0_6;
    dW1_8_7 += delta3_8 * h0_7;
    dW1_8_8 += delta3_8 * h0_8;

    // db1 = Σn delta3   [EQ3: ∂C/∂b = δ]
    db1_1 += delta3_1;
    db1_2 += delta3_2;
    db1_3 += delta3_3;
    db1_4 += delta3_4;
    db1_5 += delta3_5;
    db1_6 += delta3_6;
    db1_7 += delta3_7;
    db1_8 += delta3_8;

    // dh0 = dh1 + W1' * delta3   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 17]
    const dh0_1 = dh1_1 + (delta3_1 * W1[0] + delta3_2 * W1[8] + delta3_3 * W1[16] + delta3_4 * W1[24] + delta3_5 * W1[32] + delta3_6 * W1[40] + delta3_7 * W1[48] + delta3_8 * W1[56]);
    const dh0_2 = dh1_2 + (delta3_1 * W1[1] + delta3_2 * W1[9] + delta3_3 * W1[17] + delta3_4 * W1[25] + delta3_5 * W1[33] + delta3_6 * W1[41] + delta3_7 * W1[49] + delta3_8 * W1[57]);
    const dh0_3 = dh1_3 + (delta3_1 * W1[2] + delta3_2 * W1[10] + delta3_3 * W1[18] + delta3_4 * W1[26] + delta3_5 * W1[34] + delta3_6 * W1[42] + delta3_7 * W1[50] + delta3_8 * W1[58]);
    const dh0_4 = dh1_4 + (delta3_1 * W1[3] + delta3_2 * W1[11] + delta3_3 * W1[19] + delta3_4 * W1[27] + delta3_5 * W1[35] + delta3_6 * W1[43] + delta3_7 * W1[51] + delta3_8 * W1[59]);
    const dh0_5 = dh1_5 + (delta3_1 * W1[4] + delta3_2 * W1[12] + delta3_3 * W1[20] + delta3_4 * W1[28] + delta3_5 * W1[36] + delta3_6 * W1[44] + delta3_7 * W1[52] + delta3_8 * W1[60]);
    const dh0_6 = dh1_6 + (delta3_1 * W1[5] + delta3_2 * W1[13] + delta3_3 * W1[21] + delta3_4 * W1[29] + delta3_5 * W1[37] + delta3_6 * W1[45] + delta3_7 * W1[53] + delta3_8 * W1[61]);
    const dh0_7 = dh1_7 + (delta3_1 * W1[6] + delta3_2 * W1[14] + delta3_3 * W1[22] + delta3_4 * W1[30] + delta3_5 * W1[38] + delta3_6 * W1[46] + delta3_7 * W1[54] + delta3_8 * W1[62]);
    const dh0_8 = dh1_8 + (delta3_1 * W1[7] + delta3_2 * W1[15] + delta3_3 * W1[23] + delta3_4 * W1[31] + delta3_5 * W1[39] + delta3_6 * W1[47] + delta3_7 * W1[55] + delta3_8 * W1[63]);

    // dW0 = Σn outer(dh0, x)   [EQ4: ∂C/∂w = δ aᵀ; line 17]
    dW0_1_1 += dh0_1 * x_1;
    dW0_1_2 += dh0_1 * x_2;
    dW0_2_1 += dh0_2 * x_1;
    dW0_2_2 += dh0_2 * x_2;
    dW0_3_1 += dh0_3 * x_1;
    dW0_3_2 += dh0_3 * x_2;
    dW0_4_1 += dh0_4 * x_1;
    dW0_4_2 += dh0_4 * x_2;
    dW0_5_1 += dh0_5 * x_1;
    dW0_5_2 += dh0_5 * x_2;
    dW0_6_1 += dh0_6 * x_1;
    dW0_6_2 += dh0_6 * x_2;
    dW0_7_1 += dh0_7 * x_1;
    dW0_7_2 += dh0_7 * x_2;
    dW0_8_1 += dh0_8 * x_1;
    dW0_8_2 += dh0_8 * x_2;
  }

  // J = -(J_sum / m)   [line 21, loss]
  const J = -(J_sum / m);
  into.losses[0] = J;

  // dW0 = share * dW0   [the mean over the batch]
  into.W0[0] = share * dW0_1_1;
  into.W0[1] = share * dW0_1_2;
  into.W0[2] = share * dW0_2_1;
  into.W0[3] = share * dW0_2_2;
  into.W0[4] = share * dW0_3_1;
  into.W0[5] = share * dW0_3_2;
  into.W0[6] = share * dW0_4_1;
  into.W0[7] = share * dW0_4_2;
  into.W0[8] = share * dW0_5_1;
  into.W0[9] = share * dW0_5_2;
  into.W0[10] = share * dW0_6_1;
  into.W0[11] = share * dW0_6_2;
  into.W0[12] = share * dW0_7_1;
  into.W0[13] = share * dW0_7_2;
  into.W0[14] = share * dW0_8_1;
  into.W0[15] = share * dW0_8_2;

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
  into.W1[24] = share * dW1_4_1;
  into.W1[25] = share * dW1_4_2;
  into.W1[26] = share * dW1_4_3;
  into.W1[27] = share * dW1_4_4;
  into.W1[28] = share * dW1_4_5;
  into.W1[29] = share * dW1_4_6;
  into.W1[30] = share * dW1_4_7;
  into.W1[31] = share * dW1_4_8;
  into.W1[32] = share * dW1_5_1;
  into.W1[33] = share * dW1_5_2;
  into.W1[34] = share * dW1_5_3;
  into.W1[35] = share * dW1_5_4;
  into.W1[36] = share * dW1_5_5;
  into.W1[37] = share * dW1_5_6;
  into.W1[38] = share * dW1_5_7;
  into.W1[39] = share * dW1_5_8;
  into.W1[40] = share * dW1_6_1;
  into.W1[41] = share * dW1_6_2;
  into.W1[42] = share * dW1_6_3;
  into.W1[43] = share * dW1_6_4;
  into.W1[44] = share * dW1_6_5;
  into.W1[45] = share * dW1_6_6;
  into.W1[46] = share * dW1_6_7;
  into.W1[47] = share * dW1_6_8;
  into.W1[48] = share * dW1_7_1;
  into.W1[49] = share * dW1_7_2;
  into.W1[50] = share * dW1_7_3;
  into.W1[51] = share * dW1_7_4;
  into.W1[52] = share * dW1_7_5;
  into.W1[53] = share * dW1_7_6;
  into.W1[54] = share * dW1_7_7;
  into.W1[55] = share * dW1_7_8;
  into.W1[56] = share * dW1_8_1;
  into.W1[57] = share * dW1_8_2;
  into.W1[58] = share * dW1_8_3;
  into.W1[59] = share * dW1_8_4;
  into.W1[60] = share * dW1_8_5;
  into.W1[61] = share * dW1_8_6;
  into.W1[62] = share * dW1_8_7;
  into.W1[63] = share * dW1_8_8;

  // db1 = share * db1   [the mean over the batch]
  into.b1[0] = share * db1_1;
  into.b1[1] = share * db1_2;
  into.b1[2] = share * db1_3;
  into.b1[3] = share * db1_4;
  into.b1[4] = share * db1_5;
  into.b1[5] = share * db1_6;
  into.b1[6] = share * db1_7;
  into.b1[7] = share * db1_8;

  // dV1 = share * dV1   [the mean over the batch]
  into.V1[0] = share * dV1_1_1;
  into.V1[1] = share * dV1_1_2;
  into.V1[2] = share * dV1_1_3;
  into.V1[3] = share * dV1_1_4;
  into.V1[4] = share * dV1_1_5;
  into.V1[5] = share * dV1_1_6;
  into.V1[6] = share * dV1_1_7;
  into.V1[7] = share * dV1_1_8;
  into.V1[8] = share * dV1_2_1;
  into.V1[9] = share * dV1_2_2;
  into.V1[10] = share * dV1_2_3;
  into.V1[11] = share * dV1_2_4;
  into.V1[12] = share * dV1_2_5;
  into.V1[13] = share * dV1_2_6;
  into.V1[14] = share * dV1_2_7;
  into.V1[15] = share * dV1_2_8;
  into.V1[16] = share * dV1_3_1;
  into.V1[17] = share * dV1_3_2;
  into.V1[18] = share * dV1_3_3;
  into.V1[19] = share * dV1_3_4;
  into.V1[20] = share * dV1_3_5;
  into.V1[21] = share * dV1_3_6;
  into.V1[22] = share * dV1_3_7;
  into.V1[23] = share * dV1_3_8;
  into.V1[24] = share * dV1_4_1;
  into.V1[25] = share * dV1_4_2;
  into.V1[26] = share * dV1_4_3;
  into.V1[27] = share * dV1_4_4;
  into.V1[28] = share * dV1_4_5;
  into.V1[29] = share * dV1_4_6;
  into.V1[30] = share * dV1_4_7;
  into.V1[31] = share * dV1_4_8;
  into.V1[32] = share * dV1_5_1;
  into.V1[33] = share * dV1_5_2;
  into.V1[34] = share * dV1_5_3;
  into.V1[35] = share * dV1_5_4;
  into.V1[36] = share * dV1_5_5;
  into.V1[37] = share * dV1_5_6;
  into.V1[38] = share * dV1_5_7;
  into.V1[39] = share * dV1_5_8;
  into.V1[40] = share * dV1_6_1;
  into.V1[41] = share * dV1_6_2;
  into.V1[42] = share * dV1_6_3;
  into.V1[43] = share * dV1_6_4;
  into.V1[44] = share * dV1_6_5;
  into.V1[45] = share * dV1_6_6;
  into.V1[46] = share * dV1_6_7;
  into.V1[47] = share * dV1_6_8;
  into.V1[48] = share * dV1_7_1;
  into.V1[49] = share * dV1_7_2;
  into.V1[50] = share * dV1_7_3;
  into.V1[51] = share * dV1_7_4;
  into.V1[52] = share * dV1_7_5;
  into.V1[53] = share * dV1_7_6;
  into.V1[54] = share * dV1_7_7;
  into.V1[55] = share * dV1_7_8;
  into.V1[56] = share * dV1_8_1;
  into.V1[57] = share * dV1_8_2;
  into.V1[58] = share * dV1_8_3;
  into.V1[59] = share * dV1_8_4;
  into.V1[60] = share * dV1_8_5;
  into.V1[61] = share * dV1_8_6;
  into.V1[62] = share * dV1_8_7;
  into.V1[63] = share * dV1_8_8;

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
  into.W2[48] = share * dW2_7_1;
  into.W2[49] = share * dW2_7_2;
  into.W2[50] = share * dW2_7_3;
  into.W2[51] = share * dW2_7_4;
  into.W2[52] = share * dW2_7_5;
  into.W2[53] = share * dW2_7_6;
  into.W2[54] = share * dW2_7_7;
  into.W2[55] = share * dW2_7_8;
  into.W2[56] = share * dW2_8_1;
  into.W2[57] = share * dW2_8_2;
  into.W2[58] = share * dW2_8_3;
  into.W2[59] = share * dW2_8_4;
  into.W2[60] = share * dW2_8_5;
  into.W2[61] = share * dW2_8_6;
  into.W2[62] = share * dW2_8_7;
  into.W2[63] = share * dW2_8_8;

  // db2 = share * db2   [the mean over the batch]
  into.b2[0] = share * db2_1;
  into.b2[1] = share * db2_2;
  into.b2[2] = share * db2_3;
  into.b2[3] = share * db2_4;
  into.b2[4] = share * db2_5;
  into.b2[5] = share * db2_6;
  into.b2[6] = share * db2_7;
  into.b2[7] = share * db2_8;

  // dV2 = share * dV2   [the mean over the batch]
  into.V2[0] = share * dV2_1_1;
  into.V2[1] = share * dV2_1_2;
  into.V2[2] = share * dV2_1_3;
  into.V2[3] = share * dV2_1_4;
  into.V2[4] = share * dV2_1_5;
  into.V2[5] = share * dV2_1_6;
  into.V2[6] = share * dV2_1_7;
  into.V2[7] = share * dV2_1_8;
  into.V2[8] = share * dV2_2_1;
  into.V2[9] = share * dV2_2_2;
  into.V2[10] = share * dV2_2_3;
  into.V2[11] = share * dV2_2_4;
  into.V2[12] = share * dV2_2_5;
  into.V2[13] = share * dV2_2_6;
  into.V2[14] = share * dV2_2_7;
  into.V2[15] = share * dV2_2_8;
  into.V2[16] = share * dV2_3_1;
  into.V2[17] = share * dV2_3_2;
  into.V2[18] = share * dV2_3_3;
  into.V2[19] = share * dV2_3_4;
  into.V2[20] = share * dV2_3_5;
  into.V2[21] = share * dV2_3_6;
  into.V2[22] = share * dV2_3_7;
  into.V2[23] = share * dV2_3_8;
  into.V2[24] = share * dV2_4_1;
  into.V2[25] = share * dV2_4_2;
  into.V2[26] = share * dV2_4_3;
  into.V2[27] = share * dV2_4_4;
  into.V2[28] = share * dV2_4_5;
  into.V2[29] = share * dV2_4_6;
  into.V2[30] = share * dV2_4_7;
  into.V2[31] = share * dV2_4_8;
  into.V2[32] = share * dV2_5_1;
  into.V2[33] = share * dV2_5_2;
  into.V2[34] = share * dV2_5_3;
  into.V2[35] = share * dV2_5_4;
  into.V2[36] = share * dV2_5_5;
  into.V2[37] = share * dV2_5_6;
  into.V2[38] = share * dV2_5_7;
  into.V2[39] = share * dV2_5_8;
  into.V2[40] = share * dV2_6_1;
  into.V2[41] = share * dV2_6_2;
  into.V2[42] = share * dV2_6_3;
  into.V2[43] = share * dV2_6_4;
  into.V2[44] = share * dV2_6_5;
  into.V2[45] = share * dV2_6_6;
  into.V2[46] = share * dV2_6_7;
  into.V2[47] = share * dV2_6_8;
  into.V2[48] = share * dV2_7_1;
  into.V2[49] = share * dV2_7_2;
  into.V2[50] = share * dV2_7_3;
  into.V2[51] = share * dV2_7_4;
  into.V2[52] = share * dV2_7_5;
  into.V2[53] = share * dV2_7_6;
  into.V2[54] = share * dV2_7_7;
  into.V2[55] = share * dV2_7_8;
  into.V2[56] = share * dV2_8_1;
  into.V2[57] = share * dV2_8_2;
  into.V2[58] = share * dV2_8_3;
  into.V2[59] = share * dV2_8_4;
  into.V2[60] = share * dV2_8_5;
  into.V2[61] = share * dV2_8_6;
  into.V2[62] = share * dV2_8_7;
  into.V2[63] = share * dV2_8_8;

  // dU = share * dU   [the mean over the batch]
  into.U[0] = share * dU_1_1;
  into.U[1] = share * dU_1_2;
  into.U[2] = share * dU_1_3;
  into.U[3] = share * dU_1_4;
  into.U[4] = share * dU_1_5;
  into.U[5] = share * dU_1_6;
  into.U[6] = share * dU_1_7;
  into.U[7] = share * dU_1_8;
  into.U[8] = share * dU_2_1;
  into.U[9] = share * dU_2_2;
  into.U[10] = share * dU_2_3;
  into.U[11] = share * dU_2_4;
  into.U[12] = share * dU_2_5;
  into.U[13] = share * dU_2_6;
  into.U[14] = share * dU_2_7;
  into.U[15] = share * dU_2_8;
  into.U[16] = share * dU_3_1;
  into.U[17] = share * dU_3_2;
  into.U[18] = share * dU_3_3;
  into.U[19] = share * dU_3_4;
  into.U[20] = share * dU_3_5;
  into.U[21] = share * dU_3_6;
  into.U[22] = share * dU_3_7;
  into.U[23] = share * dU_3_8;

  // da = share * da   [the mean over the batch]
  into.a[0] = share * da_1;
  into.a[1] = share * da_2;
  into.a[2] = share * da_3;
  return J;
}

/** One step of training on the examples `order[from … to)`: forward, backward, update; returns the loss before the update. */
export function step(params: Parameters, state: Floats, data: Examples, clock: Clock, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const m = to - from;
  stepPart(clock, m);
  J_sum.fill(0);
  dU.fill(0);
  da.fill(0);
  dV2.fill(0);
  dW2.fill(0);
  db2.fill(0);
  dV1.fill(0);
  dW1.fill(0);
  db1.fill(0);
  dW0.fill(0);
  for (let first = from; first < to; first += 64) {
    const size = Math.min(64, to - first);
    for (let k = 0; k < size; k++) {
      const row = order === undefined ? first + k : order[first + k];
      rows[k] = row;
    }
    stepPart2(params, data, size);
  }
  stepPart3(params, state, m);
  return total[0];
}

/** A part of `step`: share, share2, stepSize, scale. */
function stepPart(clock: Clock, m: number): void {
  const { rate, t } = clock;

  // share = 1/m
  const share3 = 1 / m;
  share[0] = share3;

  // share2 = 0.1 * share
  share2[0] = 0.1 * share3;

  // stepSize = rate / (1 - 0.9 ^ t)
  stepSize[0] = rate / (1 - Math.pow(0.9, t));

  // scale = 1 / (1 - 0.999 ^ t)
  scale[0] = 1 / (1 - Math.pow(0.999, t));
}

/** A part of `step`: h0, relu, h1, relu2, h2, add, max and 21 more. */
function stepPart2(params: Parameters, data: Examples, size: number): void {
  const { W0, W1, b1, V1, W2, b2, V2, U, a } = params;
  const { x, c } = data.columns;

  for (let k = 0; k < size; k++) {
    const row = rows[k];
    const row2 = row * 2;
    const k8 = k * 8;

    // h0 = W0 * x   [line 17]
    const t = x[row2];
    const t2 = x[row2 + 1];
    for (let i = 0; i < 8; i++) {
      h0[k8 + i] = W0[i * 2] * t + W0[i * 2 + 1] * t2;
    }
  }

  // relu2 = relu(W1 * h0 + b1)   [line 15]
  for (let i = 0; i < 8; i += 4) {
    const i8 = i * 8;
    const i8_2 = i8 + 8;
    const i8_3 = i8 + 16;
    const i8_4 = i8 + 24;
    const b1_1 = b1[i];
    const b1_2 = b1[i + 1];
    const b1_3 = b1[i + 2];
    const b1_4 = b1[i + 3];
    for (let k = 0; k < size; k += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      const k8_2 = k * 8;
      const k8_3 = k8_2 + 8;
      for (let j = 0; j < 8; j++) {
        const W1_1 = W1[i8 + j];
        const h0_1 = h0[k8_2 + j];
        const h0_2 = h0[k8_3 + j];
        const W1_2 = W1[i8_2 + j];
        const W1_3 = W1[i8_3 + j];
        const W1_4 = W1[i8_4 + j];
        s11 += W1_1 * h0_1;
        s12 += W1_1 * h0_2;
        s21 += W1_2 * h0_1;
        s22 += W1_2 * h0_2;
        s31 += W1_3 * h0_1;
        s32 += W1_3 * h0_2;
        s41 += W1_4 * h0_1;
        s42 += W1_4 * h0_2;
      }
      relu2[k8_2 + i] = Math.max(s11 + b1_1, 0);
      relu2[k8_3 + i] = Math.max(s12 + b1_1, 0);
      relu2[k8_2 + i + 1] = Math.max(s21 + b1_2, 0);
      relu2[k8_3 + i + 1] = Math.max(s22 + b1_2, 0);
      relu2[k8_2 + i + 2] = Math.max(s31 + b1_3, 0);
      relu2[k8_3 + i + 2] = Math.max(s32 + b1_3, 0);
      relu2[k8_2 + i + 3] = Math.max(s41 + b1_4, 0);
      relu2[k8_3 + i + 3] = Math.max(s42 + b1_4, 0);
    }
  }

  // h1 = h0 + V1 * relu2   [line 18]
  for (let i = 0; i < 8; i += 4) {
    const i8 = i * 8;
    const i8_2 = i8 + 8;
    const i8_3 = i8 + 16;
    const i8_4 = i8 + 24;
    for (let k = 0; k < size; k += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      const k8_2 = k * 8;
      const k8_3 = k8_2 + 8;
      for (let j = 0; j < 8; j++) {
        const V1_1 = V1[i8 + j];
        const relu_1 = relu2[k8_2 + j];
        const relu_2 = relu2[k8_3 + j];
        const V1_2 = V1[i8_2 + j];
        const V1_3 = V1[i8_3 + j];
        const V1_4 = V1[i8_4 + j];
        s11 += V1_1 * relu_1;
        s12 += V1_1 * relu_2;
        s21 += V1_2 * relu_1;
        s22 += V1_2 * relu_2;
        s31 += V1_3 * relu_1;
        s32 += V1_3 * relu_2;
        s41 += V1_4 * relu_1;
        s42 += V1_4 * relu_2;
      }
      h1[k8_2 + i] = h0[k8_2 + i] + s11;
      h1[k8_3 + i] = h0[k8_3 + i] + s12;
      h1[k8_2 + i + 1] = h0[k8_2 + i + 1] + s21;
      h1[k8_3 + i + 1] = h0[k8_3 + i + 1] + s22;
      h1[k8_2 + i + 2] = h0[k8_2 + i + 2] + s31;
      h1[k8_3 + i + 2] = h0[k8_3 + i + 2] + s32;
      h1[k8_2 + i + 3] = h0[k8_2 + i + 3] + s41;
      h1[k8_3 + i + 3] = h0[k8_3 + i + 3] + s42;
    }
  }

  // relu2_2 = relu(W2 * h1 + b2)   [line 15]
  for (let i = 0; i < 8; i += 4) {
    const i8 = i * 8;
    const i8_2 = i8 + 8;
    const i8_3 = i8 + 16;
    const i8_4 = i8 + 24;
    const b2_1 = b2[i];
    const b2_2 = b2[i + 1];
    const b2_3 = b2[i + 2];
    const b2_4 = b2[i + 3];
    for (let k = 0; k < size; k += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      const k8_2 = k * 8;
      const k8_3 = k8_2 + 8;
      for (let j = 0; j < 8; j++) {
        const W2_1 = W2[i8 + j];
        const h1_1 = h1[k8_2 + j];
        const h1_2 = h1[k8_3 + j];
        const W2_2 = W2[i8_2 + j];
        const W2_3 = W2[i8_3 + j];
        const W2_4 = W2[i8_4 + j];
        s11 += W2_1 * h1_1;
        s12 += W2_1 * h1_2;
        s21 += W2_2 * h1_1;
        s22 += W2_2 * h1_2;
        s31 += W2_3 * h1_1;
        s32 += W2_3 * h1_2;
        s41 += W2_4 * h1_1;
        s42 += W2_4 * h1_2;
      }
      relu2_2[k8_2 + i] = Math.max(s11 + b2_1, 0);
      relu2_2[k8_3 + i] = Math.max(s12 + b2_1, 0);
      relu2_2[k8_2 + i + 1] = Math.max(s21 + b2_2, 0);
      relu2_2[k8_3 + i + 1] = Math.max(s22 + b2_2, 0);
      relu2_2[k8_2 + i + 2] = Math.max(s31 + b2_3, 0);
      relu2_2[k8_3 + i + 2] = Math.max(s32 + b2_3, 0);
      relu2_2[k8_2 + i + 3] = Math.max(s41 + b2_4, 0);
      relu2_2[k8_3 + i + 3] = Math.max(s42 + b2_4, 0);
    }
  }

  // h2 = h1 + V2 * relu2_2   [line 19]
  for (let i = 0; i < 8; i += 4) {
    const i8 = i * 8;
    const i8_2 = i8 + 8;
    const i8_3 = i8 + 16;
    const i8_4 = i8 + 24;
    for (let k = 0; k < size; k += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      const k8_2 = k * 8;
      const k8_3 = k8_2 + 8;
      for (let j = 0; j < 8; j++) {
        const V2_1 = V2[i8 + j];
        const relu2_1 = relu2_2[k8_2 + j];
        const relu2_2_2 = relu2_2[k8_3 + j];
        const V2_2 = V2[i8_2 + j];
        const V2_3 = V2[i8_3 + j];
        const V2_4 = V2[i8_4 + j];
        s11 += V2_1 * relu2_1;
        s12 += V2_1 * relu2_2_2;
        s21 += V2_2 * relu2_1;
        s22 += V2_2 * relu2_2_2;
        s31 += V2_3 * relu2_1;
        s32 += V2_3 * relu2_2_2;
        s41 += V2_4 * relu2_1;
        s42 += V2_4 * relu2_2_2;
      }
      h2[k8_2 + i] = h1[k8_2 + i] + s11;
      h2[k8_3 + i] = h1[k8_3 + i] + s12;
      h2[k8_2 + i + 1] = h1[k8_2 + i + 1] + s21;
      h2[k8_3 + i + 1] = h1[k8_3 + i + 1] + s22;
      h2[k8_2 + i + 2] = h1[k8_2 + i + 2] + s31;
      h2[k8_3 + i + 2] = h1[k8_3 + i + 2] + s32;
      h2[k8_2 + i + 3] = h1[k8_2 + i + 3] + s41;
      h2[k8_3 + i + 3] = h1[k8_3 + i + 3] + s42;
    }
  }

  for (let k = 0; k < size; k++) {
    const row = rows[k];
    const k3 = k * 3;
    const k8 = k * 8;

    // add2 = U * h2 + a
    for (let i = 0; i < 3; i++) {
      let s = 0;
      const i8 = i * 8;
      for (let j = 0; j < 8; j++) {
        s += U[i8 + j] * h2[k8 + j];
      }
      add2[k3 + i] = s + a[i];
    }

    // max = max(add2)
    const add_1 = add2[k3];
    const add_2 = add2[k3 + 1];
    const add_3 = add2[k3 + 2];
    const max = Math.max(add_1, add_2, add_3);

    // logSoftmax_in = add2 - max
    const logSoftmax_in_1 = add_1 - max;
    const logSoftmax_in_2 = add_2 - max;
    const logSoftmax_in_3 = add_3 - max;

    // p_exp = exp(logSoftmax_in)
    const p_exp_1 = Math.exp(logSoftmax_in_1);
    const p_exp_2 = Math.exp(logSoftmax_in_2);
    const p_exp_3 = Math.exp(logSoftmax_in_3);

    // sum = sum(p_exp)
    const sum = p_exp_1 + p_exp_2 + p_exp_3;

    // p = p_exp / sum   [line 20, output]
    p[k3] = p_exp_1 / sum;
    p[k3 + 1] = p_exp_2 / sum;
    p[k3 + 2] = p_exp_3 / sum;

    // log = log(sum)
    const log = Math.log(sum);

    // J_sum = Σn sum(c .* (logSoftmax_in - log))
    J_sum[0] += (c[row] === 0 ? 1 : 0) * (logSoftmax_in_1 - log) + (c[row] === 1 ? 1 : 0) * (logSoftmax_in_2 - log) + (c[row] === 2 ? 1 : 0) * (logSoftmax_in_3 - log);

    // delta = p - c   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); line 20]
    const t = c[row];
    for (let i = 0; i < 3; i++) {
      delta[k3 + i] = p[k3 + i] - (t === i ? 1 : 0);
    }

    // dU = Σn outer(delta, h2)   [EQ4: ∂C/∂w = δ aᵀ; line 20]
    for (let i = 0; i < 3; i++) {
      const t2 = delta[k3 + i];
      const i8 = i * 8;
      for (let j = 0; j < 8; j++) {
        dU[i8 + j] += t2 * h2[k8 + j];
      }
    }

    // da = Σn delta   [EQ3: ∂C/∂b = δ]
    da[0] += delta[k3];
    da[1] += delta[k3 + 1];
    da[2] += delta[k3 + 2];

    // dh2 = U' * delta   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 20]
    const t2 = delta[k3];
    const t3 = delta[k3 + 1];
    const t4 = delta[k3 + 2];
    for (let i = 0; i < 8; i++) {
      dh2[k8 + i] = t2 * U[i] + t3 * U[i + 8] + t4 * U[i + 16];
    }
  }

  // dV2 = Σn outer(dh2, relu2_2)   [EQ4: ∂C/∂w = δ aᵀ; line 15]
  for (let j = 0; j < 8; j += 4) {
    for (let i = 0; i < 8; i += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k8_2 = k * 8;
        const dh2_1 = dh2[k8_2 + i];
        const relu2_1 = relu2_2[k8_2 + j];
        const dh2_2 = dh2[k8_2 + i + 1];
        const relu2_2_2 = relu2_2[k8_2 + j + 1];
        const relu2_3 = relu2_2[k8_2 + j + 2];
        const relu2_4 = relu2_2[k8_2 + j + 3];
        s11 += dh2_1 * relu2_1;
        s12 += dh2_2 * relu2_1;
        s21 += dh2_1 * relu2_2_2;
        s22 += dh2_2 * relu2_2_2;
        s31 += dh2_1 * relu2_3;
        s32 += dh2_2 * relu2_3;
        s41 += dh2_1 * relu2_4;
        s42 += dh2_2 * relu2_4;
      }
      const i8 = i * 8;
      dV2[i8 + j] += s11;
      const i8_2 = i8 + 8;
      dV2[i8_2 + j] += s12;
      dV2[i8 + j + 1] += s21;
      dV2[i8_2 + j + 1] += s22;
      dV2[i8 + j + 2] += s31;
      dV2[i8_2 + j + 2] += s32;
      dV2[i8 + j + 3] += s41;
      dV2[i8_2 + j + 3] += s42;
    }
  }

  // delta2 = relu2_2 > 0 ? V2' * dh2 : 0   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 15]
  for (let i = 0; i < 8; i += 4) {
    for (let k = 0; k < size; k += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      const k8_2 = k * 8;
      const k8_3 = k8_2 + 8;
      for (let j = 0; j < 8; j++) {
        const dh2_1 = dh2[k8_2 + j];
        const j8 = j * 8;
        const V2_1 = V2[j8 + i];
        const dh2_2 = dh2[k8_3 + j];
        const V2_2 = V2[j8 + i + 1];
        const V2_3 = V2[j8 + i + 2];
        const V2_4 = V2[j8 + i + 3];
        s11 += dh2_1 * V2_1;
        s12 += dh2_2 * V2_1;
        s21 += dh2_1 * V2_2;
        s22 += dh2_2 * V2_2;
        s31 += dh2_1 * V2_3;
        s32 += dh2_2 * V2_3;
        s41 += dh2_1 * V2_4;
        s42 += dh2_2 * V2_4;
      }
      delta2[k8_2 + i] = relu2_2[k8_2 + i] > 0 ? s11 : 0;
      delta2[k8_3 + i] = relu2_2[k8_3 + i] > 0 ? s12 : 0;
      delta2[k8_2 + i + 1] = relu2_2[k8_2 + i + 1] > 0 ? s21 : 0;
      delta2[k8_3 + i + 1] = relu2_2[k8_3 + i + 1] > 0 ? s22 : 0;
      delta2[k8_2 + i + 2] = relu2_2[k8_2 + i + 2] > 0 ? s31 : 0;
      delta2[k8_3 + i + 2] = relu2_2[k8_3 + i + 2] > 0 ? s32 : 0;
      delta2[k8_2 + i + 3] = relu2_2[k8_2 + i + 3] > 0 ? s41 : 0;
      delta2[k8_3 + i + 3] = relu2_2[k8_3 + i + 3] > 0 ? s42 : 0;
    }
  }

  // dW2 = Σn outer(delta2, h1)   [EQ4: ∂C/∂w = δ aᵀ; line 15]
  for (let j = 0; j < 8; j += 4) {
    for (let i = 0; i < 8; i += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k8_2 = k * 8;
        const delta2_1 = delta2[k8_2 + i];
        const h1_1 = h1[k8_2 + j];
        const delta2_2 = delta2[k8_2 + i + 1];
        const h1_2 = h1[k8_2 + j + 1];
        const h1_3 = h1[k8_2 + j + 2];
        const h1_4 = h1[k8_2 + j + 3];
        s11 += delta2_1 * h1_1;
        s12 += delta2_2 * h1_1;
        s21 += delta2_1 * h1_2;
        s22 += delta2_2 * h1_2;
        s31 += delta2_1 * h1_3;
        s32 += delta2_2 * h1_3;
        s41 += delta2_1 * h1_4;
        s42 += delta2_2 * h1_4;
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

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;

    // db2 = Σn delta2   [EQ3: ∂C/∂b = δ]
    for (let i = 0; i < 8; i++) {
      db2[i] += delta2[k8 + i];
    }
  }

  // dh1 = dh2 + W2' * delta2   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 15]
  for (let i = 0; i < 8; i += 4) {
    for (let k = 0; k < size; k += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      const k8_2 = k * 8;
      const k8_3 = k8_2 + 8;
      for (let j = 0; j < 8; j++) {
        const delta2_1 = delta2[k8_2 + j];
        const j8 = j * 8;
        const W2_1 = W2[j8 + i];
        const delta2_2 = delta2[k8_3 + j];
        const W2_2 = W2[j8 + i + 1];
        const W2_3 = W2[j8 + i + 2];
        const W2_4 = W2[j8 + i + 3];
        s11 += delta2_1 * W2_1;
        s12 += delta2_2 * W2_1;
        s21 += delta2_1 * W2_2;
        s22 += delta2_2 * W2_2;
        s31 += delta2_1 * W2_3;
        s32 += delta2_2 * W2_3;
        s41 += delta2_1 * W2_4;
        s42 += delta2_2 * W2_4;
      }
      dh1[k8_2 + i] = dh2[k8_2 + i] + s11;
      dh1[k8_3 + i] = dh2[k8_3 + i] + s12;
      dh1[k8_2 + i + 1] = dh2[k8_2 + i + 1] + s21;
      dh1[k8_3 + i + 1] = dh2[k8_3 + i + 1] + s22;
      dh1[k8_2 + i + 2] = dh2[k8_2 + i + 2] + s31;
      dh1[k8_3 + i + 2] = dh2[k8_3 + i + 2] + s32;
      dh1[k8_2 + i + 3] = dh2[k8_2 + i + 3] + s41;
      dh1[k8_3 + i + 3] = dh2[k8_3 + i + 3] + s42;
    }
  }

  // dV1 = Σn outer(dh1, relu2)   [EQ4: ∂C/∂w = δ aᵀ; line 15]
  for (let j = 0; j < 8; j += 4) {
    for (let i = 0; i < 8; i += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k8_2 = k * 8;
        const dh1_1 = dh1[k8_2 + i];
        const relu_1 = relu2[k8_2 + j];
        const dh1_2 = dh1[k8_2 + i + 1];
        const relu_2 = relu2[k8_2 + j + 1];
        const relu_3 = relu2[k8_2 + j + 2];
        const relu_4 = relu2[k8_2 + j + 3];
        s11 += dh1_1 * relu_1;
        s12 += dh1_2 * relu_1;
        s21 += dh1_1 * relu_2;
        s22 += dh1_2 * relu_2;
        s31 += dh1_1 * relu_3;
        s32 += dh1_2 * relu_3;
        s41 += dh1_1 * relu_4;
        s42 += dh1_2 * relu_4;
      }
      const i8 = i * 8;
      dV1[i8 + j] += s11;
      const i8_2 = i8 + 8;
      dV1[i8_2 + j] += s12;
      dV1[i8 + j + 1] += s21;
      dV1[i8_2 + j + 1] += s22;
      dV1[i8 + j + 2] += s31;
      dV1[i8_2 + j + 2] += s32;
      dV1[i8 + j + 3] += s41;
      dV1[i8_2 + j + 3] += s42;
    }
  }

  // delta3 = relu2 > 0 ? V1' * dh1 : 0   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 15]
  for (let i = 0; i < 8; i += 4) {
    for (let k = 0; k < size; k += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      const k8_2 = k * 8;
      const k8_3 = k8_2 + 8;
      for (let j = 0; j < 8; j++) {
        const dh1_1 = dh1[k8_2 + j];
        const j8 = j * 8;
        const V1_1 = V1[j8 + i];
        const dh1_2 = dh1[k8_3 + j];
        const V1_2 = V1[j8 + i + 1];
        const V1_3 = V1[j8 + i + 2];
        const V1_4 = V1[j8 + i + 3];
        s11 += dh1_1 * V1_1;
        s12 += dh1_2 * V1_1;
        s21 += dh1_1 * V1_2;
        s22 += dh1_2 * V1_2;
        s31 += dh1_1 * V1_3;
        s32 += dh1_2 * V1_3;
        s41 += dh1_1 * V1_4;
        s42 += dh1_2 * V1_4;
      }
      delta3[k8_2 + i] = relu2[k8_2 + i] > 0 ? s11 : 0;
      delta3[k8_3 + i] = relu2[k8_3 + i] > 0 ? s12 : 0;
      delta3[k8_2 + i + 1] = relu2[k8_2 + i + 1] > 0 ? s21 : 0;
      delta3[k8_3 + i + 1] = relu2[k8_3 + i + 1] > 0 ? s22 : 0;
      delta3[k8_2 + i + 2] = relu2[k8_2 + i + 2] > 0 ? s31 : 0;
      delta3[k8_3 + i + 2] = relu2[k8_3 + i + 2] > 0 ? s32 : 0;
      delta3[k8_2 + i + 3] = relu2[k8_2 + i + 3] > 0 ? s41 : 0;
      delta3[k8_3 + i + 3] = relu2[k8_3 + i + 3] > 0 ? s42 : 0;
    }
  }

  // dW1 = Σn outer(delta3, h0)   [EQ4: ∂C/∂w = δ aᵀ; line 15]
  for (let j = 0; j < 8; j += 4) {
    for (let i = 0; i < 8; i += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k8_2 = k * 8;
        const delta3_1 = delta3[k8_2 + i];
        const h0_1 = h0[k8_2 + j];
        const delta3_2 = delta3[k8_2 + i + 1];
        const h0_2 = h0[k8_2 + j + 1];
        const h0_3 = h0[k8_2 + j + 2];
        const h0_4 = h0[k8_2 + j + 3];
        s11 += delta3_1 * h0_1;
        s12 += delta3_2 * h0_1;
        s21 += delta3_1 * h0_2;
        s22 += delta3_2 * h0_2;
        s31 += delta3_1 * h0_3;
        s32 += delta3_2 * h0_3;
        s41 += delta3_1 * h0_4;
        s42 += delta3_2 * h0_4;
      }
      const i8 = i * 8;
      dW1[i8 + j] += s11;
      const i8_2 = i8 + 8;
      dW1[i8_2 + j] += s12;
      dW1[i8 + j + 1] += s21;
      dW1[i8_2 + j + 1] += s22;
      dW1[i8 + j + 2] += s31;
      dW1[i8_2 + j + 2] += s32;
      dW1[i8 + j + 3] += s41;
      dW1[i8_2 + j + 3] += s42;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;

    // db1 = Σn delta3   [EQ3: ∂C/∂b = δ]
    for (let i = 0; i < 8; i++) {
      db1[i] += delta3[k8 + i];
    }
  }

  // dh0 = dh1 + W1' * delta3   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 17]
  for (let i = 0; i < 8; i += 4) {
    for (let k = 0; k < size; k += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      const k8_2 = k * 8;
      const k8_3 = k8_2 + 8;
      for (let j = 0; j < 8; j++) {
        const delta3_1 = delta3[k8_2 + j];
        const j8 = j * 8;
        const W1_1 = W1[j8 + i];
        const delta3_2 = delta3[k8_3 + j];
        const W1_2 = W1[j8 + i + 1];
        const W1_3 = W1[j8 + i + 2];
        const W1_4 = W1[j8 + i + 3];
        s11 += delta3_1 * W1_1;
        s12 += delta3_2 * W1_1;
        s21 += delta3_1 * W1_2;
        s22 += delta3_2 * W1_2;
        s31 += delta3_1 * W1_3;
        s32 += delta3_2 * W1_3;
        s41 += delta3_1 * W1_4;
        s42 += delta3_2 * W1_4;
      }
      dh0[k8_2 + i] = dh1[k8_2 + i] + s11;
      dh0[k8_3 + i] = dh1[k8_3 + i] + s12;
      dh0[k8_2 + i + 1] = dh1[k8_2 + i + 1] + s21;
      dh0[k8_3 + i + 1] = dh1[k8_3 + i + 1] + s22;
      dh0[k8_2 + i + 2] = dh1[k8_2 + i + 2] + s31;
      dh0[k8_3 + i + 2] = dh1[k8_3 + i + 2] + s32;
      dh0[k8_2 + i + 3] = dh1[k8_2 + i + 3] + s41;
      dh0[k8_3 + i + 3] = dh1[k8_3 + i + 3] + s42;
    }
  }

  for (let k = 0; k < size; k++) {
    const row = rows[k];
    const row2 = row * 2;
    const k8 = k * 8;

    // dW0 = Σn outer(dh0, x)   [EQ4: ∂C/∂w = δ aᵀ; line 17]
    for (let i = 0; i < 8; i++) {
      const t = dh0[k8 + i];
      const i2 = i * 2;
      for (let j = 0; j < 2; j++) {
        dW0[i2 + j] += t * x[row2 + j];
      }
    }
  }
}

/** A part of `step`: loss, m_W0, v_W0, W0, m_W1, v_W1, W1 and 21 more. */
function stepPart3(params: Parameters, state: Floats, m: number): void {
  const { W0, W1, b1, V1, W2, b2, V2, U, a } = params;

  // loss = -(J_sum / m)   [line 21, loss]
  total[0] = -(J_sum[0] / m);

  // m_W0⁺ = 0.9 * m_W0 + share2 * dW0
  // v_W0⁺ = 0.999 * v_W0 + 0.001 * (share * dW0) .^ 2
  // W0⁺ = W0 - stepSize * (m_W0⁺ ./ (sqrt(scale * v_W0⁺) + 1e-8))
  const t = share2[0];
  const t2 = share[0];
  const t4 = stepSize[0];
  const t5 = scale[0];
  for (let i = 0; i < 16; i++) {
    state[i] = 0.9 * state[i] + t * dW0[i];
    const t3 = t2 * dW0[i];
    state[16 + i] = 0.999 * state[16 + i] + 0.001 * (t3 * t3);
    W0[i] -= t4 * (state[i] / (Math.sqrt(t5 * state[16 + i]) + 1e-8));
  }

  // m_W1⁺ = 0.9 * m_W1 + share2 * dW1
  // v_W1⁺ = 0.999 * v_W1 + 0.001 * (share * dW1) .^ 2
  // W1⁺ = W1 - stepSize * (m_W1⁺ ./ (sqrt(scale * v_W1⁺) + 1e-8))
  const t3 = share2[0];
  const t6 = share[0];
  const t8 = stepSize[0];
  const t9 = scale[0];
  for (let i = 0; i < 64; i++) {
    state[32 + i] = 0.9 * state[32 + i] + t3 * dW1[i];
    const t7 = t6 * dW1[i];
    state[96 + i] = 0.999 * state[96 + i] + 0.001 * (t7 * t7);
    W1[i] -= t8 * (state[32 + i] / (Math.sqrt(t9 * state[96 + i]) + 1e-8));
  }

  // m_b1⁺ = 0.9 * m_b1 + share2 * db1
  // v_b1⁺ = 0.999 * v_b1 + 0.001 * (share * db1) .^ 2
  // b1⁺ = b1 - stepSize * (m_b1⁺ ./ (sqrt(scale * v_b1⁺) + 1e-8))
  const t7 = share2[0];
  const t10 = share[0];
  const t12 = stepSize[0];
  const t13 = scale[0];
  for (let i = 0; i < 8; i++) {
    state[160 + i] = 0.9 * state[160 + i] + t7 * db1[i];
    const t11 = t10 * db1[i];
    state[168 + i] = 0.999 * state[168 + i] + 0.001 * (t11 * t11);
    b1[i] -= t12 * (state[160 + i] / (Math.sqrt(t13 * state[168 + i]) + 1e-8));
  }

  // m_V1⁺ = 0.9 * m_V1 + share2 * dV1
  // v_V1⁺ = 0.999 * v_V1 + 0.001 * (share * dV1) .^ 2
  // V1⁺ = V1 - stepSize * (m_V1⁺ ./ (sqrt(scale * v_V1⁺) + 1e-8))
  // m_W2⁺ = 0.9 * m_W2 + share2 * dW2
  // v_W2⁺ = 0.999 * v_W2 + 0.001 * (share * dW2) .^ 2
  // W2⁺ = W2 - stepSize * (m_W2⁺ ./ (sqrt(scale * v_W2⁺) + 1e-8))
  const t11 = share2[0];
  const t14 = share[0];
  const t16 = stepSize[0];
  const t17 = scale[0];
  for (let i = 0; i < 64; i++) {
    state[176 + i] = 0.9 * state[176 + i] + t11 * dV1[i];
    const t15 = t14 * dV1[i];
    state[240 + i] = 0.999 * state[240 + i] + 0.001 * (t15 * t15);
    V1[i] -= t16 * (state[176 + i] / (Math.sqrt(t17 * state[240 + i]) + 1e-8));
    state[304 + i] = 0.9 * state[304 + i] + t11 * dW2[i];
    const t18 = t14 * dW2[i];
    state[368 + i] = 0.999 * state[368 + i] + 0.001 * (t18 * t18);
    W2[i] -= t16 * (state[304 + i] / (Math.sqrt(t17 * state[368 + i]) + 1e-8));
  }

  // m_b2⁺ = 0.9 * m_b2 + share2 * db2
  // v_b2⁺ = 0.999 * v_b2 + 0.001 * (share * db2) .^ 2
  // b2⁺ = b2 - stepSize * (m_b2⁺ ./ (sqrt(scale * v_b2⁺) + 1e-8))
  const t15 = share2[0];
  const t18 = share[0];
  const t20 = stepSize[0];
  const t21 = scale[0];
  for (let i = 0; i < 8; i++) {
    state[432 + i] = 0.9 * state[432 + i] + t15 * db2[i];
    const t19 = t18 * db2[i];
    state[440 + i] = 0.999 * state[440 + i] + 0.001 * (t19 * t19);
    b2[i] -= t20 * (state[432 + i] / (Math.sqrt(t21 * state[440 + i]) + 1e-8));
  }

  // m_V2⁺ = 0.9 * m_V2 + share2 * dV2
  // v_V2⁺ = 0.999 * v_V2 + 0.001 * (share * dV2) .^ 2
  // V2⁺ = V2 - stepSize * (m_V2⁺ ./ (sqrt(scale * v_V2⁺) + 1e-8))
  const t19 = share2[0];
  const t22 = share[0];
  const t24 = stepSize[0];
  const t25 = scale[0];
  for (let i = 0; i < 64; i++) {
    state[448 + i] = 0.9 * state[448 + i] + t19 * dV2[i];
    const t23 = t22 * dV2[i];
    state[512 + i] = 0.999 * state[512 + i] + 0.001 * (t23 * t23);
    V2[i] -= t24 * (state[448 + i] / (Math.sqrt(t25 * state[512 + i]) + 1e-8));
  }

  // m_U⁺ = 0.9 * m_U + share2 * dU
  // v_U⁺ = 0.999 * v_U + 0.001 * (share * dU) .^ 2
  // U⁺ = U - stepSize * (m_U⁺ ./ (sqrt(scale * v_U⁺) + 1e-8))
  const t23 = share2[0];
  const t26 = share[0];
  const t28 = stepSize[0];
  const t29 = scale[0];
  for (let i = 0; i < 24; i++) {
    state[576 + i] = 0.9 * state[576 + i] + t23 * dU[i];
    const t27 = t26 * dU[i];
    state[600 + i] = 0.999 * state[600 + i] + 0.001 * (t27 * t27);
    U[i] -= t28 * (state[576 + i] / (Math.sqrt(t29 * state[600 + i]) + 1e-8));
  }

  // m_a⁺ = 0.9 * m_a + share2 * da
  // v_a⁺ = 0.999 * v_a + 0.001 * (share * da) .^ 2
  // a⁺ = a - stepSize * (m_a⁺ ./ (sqrt(scale * v_a⁺) + 1e-8))
  const t27 = share2[0];
  const t30 = share[0];
  const t32 = stepSize[0];
  const t33 = scale[0];
  for (let i = 0; i < 3; i++) {
    state[624 + i] = 0.9 * state[624 + i] + t27 * da[i];
    const t31 = t30 * da[i];
    state[627 + i] = 0.999 * state[627 + i] + 0.001 * (t31 * t31);
    a[i] -= t32 * (state[624 + i] / (Math.sqrt(t33 * state[627 + i]) + 1e-8));
  }
}

/** The predictions for one example among others. */
export function predict(params: Parameters, data: Examples, row: number, into: Outputs = createOutputs()): Outputs {
  return forward(params, data.columns.x.subarray(row * 2, row * 2 + 2), into);
}
