/**
 * causal-attention: compiled by gradc 0.1.0 from causal-attention.grad. Do not edit: change the spec and compile again.
 *
 * Spec        sha256 4e616a483b995931994e5e0a4a3f1cf4d4d2a655f1688fcad76a41ba632a8a91
 * Parameters  44: Q1 (3 × 2), K1 (3 × 2), V1 (3 × 2), Q2 (3 × 2), K2 (3 × 2), V2 (3 × 2), W (4 × 2)
 * Precision   64-bit
 * Convention  loss and gradients are the mean over the batch; of equal largest elements the first gets the gradient
 *
 * Operations of gradient, for one example (sums over the batch left out):
 *   forward 604: 260 multiply, 222 add, 34 subtract, 33 compare, 29 divide, 26 exp
 *   backward 724: 408 multiply, 296 add, 20 subtract
 *
 * Schedule:
 *   forward  unrolled: 988 scalar operations, at most 2500
 *   evaluate  unrolled: 1127 scalar operations, at most 2500
 *   gradient  unrolled: 2306 scalar operations, at most 2500
 *   step  loops: 2930 scalar operations, more than 2500; of 77 steps 1 in register tiles, 65 in plain loops, 11 of at most 4 operations unrolled; examples in blocks of 64; in 3 functions of at most 2000 written operations
 *     tiles     dW 64
 *     loops     padded 0, X1 8, sum 40, sum2 40, sum3 40, sum4 40, sum5 40, select 80, sum6 40, select2 80, max 28, T 32, max2 12, softmax_exp 32, sum7 12, softmax 16, max3 12, softmax_exp2 32, sum8 12, softmax2 16, add 56, add 56, Y 56, dY 8, J_sum 17, delta 48, delta2 48, sum9 28, delta3 48, delta4 56, dQ1 48, delta5 56, dK1 48, delta6 56, dV1 48, delta7 48, sum10 28, delta8 48, delta9 56, dQ2 48, delta10 56, dK2 48, delta11 56, dV2 48, m_Q1 18, v_Q1 36, Q1 36, m_K1 18, v_K1 36, K1 36, m_V1 18, v_V1 36, V1 36, m_Q2 18, v_Q2 36, Q2 36, m_K2 18, v_K2 36, K2 36, m_V2 18, v_V2 36, V2 36, m_W 24, v_W 48, W 48
 *     unrolled  padded 0, share 1, share2 1, share3 1, share4 1, stepSize 3, scale 3, share5 1, X1 0, T 0, loss 2
 *
 * parameters
 *   Q1   3 × 2   glorot   # line 4
 *   K1   3 × 2   glorot   # line 5
 *   V1   3 × 2   glorot   # line 6
 *   Q2   3 × 2   glorot   # line 7
 *   K2   3 × 2   glorot   # line 8
 *   V2   3 × 2   glorot   # line 9
 *   W    4 × 2   glorot   # line 10
 *
 * data
 *   X   4 × 2   input   # line 2
 *
 * forward
 *   mask = [1, 0, 0, 0; 1, 1, 0, 0; 1, 1, 1, 0; 1, 1, 1, 1]            4 × 4                # line 12
 *   X1 = concat(X, zeros(4, 1)) + concat(zeros(4, 2), ones(4, 1))      4 × 3 per example    # line 15
 *   t1 = softmax(mask ? 0.7071067811865475 * (X1 * Q1 * (K1' * X1')) : -1000000000, 2)   4 × 4 per example    # line 13
 *   t2 = softmax(mask ? 0.7071067811865475 * (X1 * Q2 * (K2' * X1')) : -1000000000, 2)   4 × 4 per example    # line 13
 *   t3 = concat(t1 * (X1 * V1), t2 * (X1 * V2))                        4 × 4 per example    # line 16
 *   Y = t3 * W                                                         4 × 2 per example    # line 16, output
 *   T = {[i, 1] ↦ (mask * X[:, 1])[i] / [1, 2, 3, 4][i]} + {[i, 2] ↦ max(mask ? X[:, 2] : -1000000000, [], 2)[i]}   4 × 2 per example    # line 19
 *   J = 0.125 * sum((Y - T) .^ 2)                                      scalar per example   # line 20, loss
 *
 * mean over the batch of m examples
 *   J = 0.125 * ((Σn sum((Y - T) .^ 2)) / m)   scalar   # line 20, loss
 *
 * backward (constant factors come in last, with Σn)
 *   dY = Y - T                                                       4 × 2 per example   # EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); chain rule through square: ∂y/∂x = 2 * x; a factor 0.25 * (1/m) comes in later
 *   dY_in = dY * W'                                                  4 × 4 per example   # t3 * W with respect to t3: the other matrix transposed, times the cotangent
 *   t4 = dY_in[:, 1:2] * (X1 * V1)'                                  4 × 4 per example   # concat(t1 * (X1 * V1), zeros(4, 2)) with respect to t1: the other matrix transposed, times the cotangent
 *   t5 = 0.17677669529663687 * (1/m)                                 scalar
 *   t6 = mask ? t1 .* (t4 - reshape(sum(t4 .* t1, 2), [4, 1])) : 0   4 × 4 per example   # chain rule through mul: ∂y/∂b = a
 *   dQ1 = t5 * Σn X1' * (t6 * (K1' * X1')')                          3 × 2               # EQ4: ∂C/∂w = δ aᵀ; X1 * Q1 with respect to Q1: the other matrix transposed, times the cotangent
 *   dK1 = t5 * Σn X1' * ((X1 * Q1)' * t6)'                           3 × 2               # EQ4: ∂C/∂w = δ aᵀ; K1' * X1' with respect to K1: the other matrix transposed, times the cotangent
 *   dV1 = 0.25 * (1/m) * Σn X1' * (t1' * dY_in[:, 1:2])              3 × 2               # EQ4: ∂C/∂w = δ aᵀ; X1 * V1 with respect to V1: the other matrix transposed, times the cotangent
 *   t7 = dY_in[:, 3:4] * (X1 * V2)'                                  4 × 4 per example   # concat(zeros(4, 2), t2 * (X1 * V2)) with respect to t2: the other matrix transposed, times the cotangent
 *   t8 = mask ? t2 .* (t7 - reshape(sum(t7 .* t2, 2), [4, 1])) : 0   4 × 4 per example   # chain rule through mul: ∂y/∂b = a
 *   dQ2 = t5 * Σn X1' * (t8 * (K2' * X1')')                          3 × 2               # EQ4: ∂C/∂w = δ aᵀ; X1 * Q2 with respect to Q2: the other matrix transposed, times the cotangent
 *   dK2 = t5 * Σn X1' * ((X1 * Q2)' * t8)'                           3 × 2               # EQ4: ∂C/∂w = δ aᵀ; K2' * X1' with respect to K2: the other matrix transposed, times the cotangent
 *   dV2 = 0.25 * (1/m) * Σn X1' * (t2' * dY_in[:, 3:4])              3 × 2               # EQ4: ∂C/∂w = δ aᵀ; X1 * V2 with respect to V2: the other matrix transposed, times the cotangent
 *   dW = 0.25 * (1/m) * Σn t3' * dY                                  4 × 2               # EQ4: ∂C/∂w = δ aᵀ; t3 * W with respect to W: the other matrix transposed, times the cotangent
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
  readonly Q1: Tensor<[3, 2]>;
  readonly K1: Tensor<[3, 2]>;
  readonly V1: Tensor<[3, 2]>;
  readonly Q2: Tensor<[3, 2]>;
  readonly K2: Tensor<[3, 2]>;
  readonly V2: Tensor<[3, 2]>;
  readonly W: Tensor<[4, 2]>;
}

/** The spec has no hyperparameters. */
export type Hyper = Record<string, never>;

/** Examples as columns: for each name its values, one example after the other. */
export interface Examples {
  readonly size: number;
  readonly columns: { readonly X: Floats };
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
  readonly Q1: Tensor<[3, 2]>;
  readonly K1: Tensor<[3, 2]>;
  readonly V1: Tensor<[3, 2]>;
  readonly Q2: Tensor<[3, 2]>;
  readonly K2: Tensor<[3, 2]>;
  readonly V2: Tensor<[3, 2]>;
  readonly W: Tensor<[4, 2]>;
  /** Each loss over the batch. */
  readonly losses: Floats;
}

/** Predictions for one example. */
export type Outputs = { readonly Y: Tensor<[4, 2]> };

/** What the module is: names, shapes, defaults and data of the spec. */
export const metadata = {
  name: "causal-attention",
  hash: "4e616a483b995931994e5e0a4a3f1cf4d4d2a655f1688fcad76a41ba632a8a91",
  version: "0.1.0",
  precision: "f64",
  parameters: [
    { name: "Q1", shape: [3, 2], offset: 0, initial: { kind: "glorot" } },
    { name: "K1", shape: [3, 2], offset: 6, initial: { kind: "glorot" } },
    { name: "V1", shape: [3, 2], offset: 12, initial: { kind: "glorot" } },
    { name: "Q2", shape: [3, 2], offset: 18, initial: { kind: "glorot" } },
    { name: "K2", shape: [3, 2], offset: 24, initial: { kind: "glorot" } },
    { name: "V2", shape: [3, 2], offset: 30, initial: { kind: "glorot" } },
    { name: "W", shape: [4, 2], offset: 36, initial: { kind: "glorot" } },
  ],
  columns: [{ name: "X", role: "input", shape: [4, 2] }],
  hypers: [],
  losses: ["J"],
  metrics: [],
  outputs: [{ name: "Y", shape: [4, 2] }],
  reduction: "mean",
  data: { kind: "generator", name: "normal" },
  train: { optimizer: "adam", rate: 0.02, batch: 8, epochs: 200, validation: 0.25, seed: 1 },
} as const;

/** Parameters as views on one flat array, zero where none is given. */
export function createParameters(flat: Floats = new Float64Array(44)): Parameters {
  return {
    flat,
    Q1: flat.subarray(0, 6),
    K1: flat.subarray(6, 12),
    V1: flat.subarray(12, 18),
    Q2: flat.subarray(18, 24),
    K2: flat.subarray(24, 30),
    V2: flat.subarray(30, 36),
    W: flat.subarray(36, 44),
  };
}

/** Initial parameters: the same numbers for the same seed. */
export function initialise(seed: number, params: Parameters = createParameters()): Parameters {
  for (let k = 0; k < 6; k++) params.Q1[k] = 1.0954451150103321 * (2 * uniform(seed, 0, k) - 1);
  for (let k = 0; k < 6; k++) params.K1[k] = 1.0954451150103321 * (2 * uniform(seed, 1, k) - 1);
  for (let k = 0; k < 6; k++) params.V1[k] = 1.0954451150103321 * (2 * uniform(seed, 2, k) - 1);
  for (let k = 0; k < 6; k++) params.Q2[k] = 1.0954451150103321 * (2 * uniform(seed, 3, k) - 1);
  for (let k = 0; k < 6; k++) params.K2[k] = 1.0954451150103321 * (2 * uniform(seed, 4, k) - 1);
  for (let k = 0; k < 6; k++) params.V2[k] = 1.0954451150103321 * (2 * uniform(seed, 5, k) - 1);
  for (let k = 0; k < 8; k++) params.W[k] = 1 * (2 * uniform(seed, 6, k) - 1);
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
    Y: new Float64Array(8),
  };
}

/** Room for gradients. */
export function createGradients(_examples: number = 1): Gradients {
  return {
    Q1: new Float64Array(6),
    K1: new Float64Array(6),
    V1: new Float64Array(6),
    Q2: new Float64Array(6),
    K2: new Float64Array(6),
    V2: new Float64Array(6),
    W: new Float64Array(8),
    losses: new Float64Array(1),
  };
}

/** The state of the update rule, all zeros. */
export function createState(): Floats {
  return new Float64Array(88);
}

/** Numbers of the spec. */
const constant1 = [1, 0, 0, 0, 1, 1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 1];

/** Numbers of the spec. */
const constant2 = [1, 2, 3, 4];

/** Room for padded and total, one after the other. */
const padded = new Float64Array(12);

const total = padded;

const share2 = new Float64Array(1);

const share3 = new Float64Array(1);

const share4 = new Float64Array(1);

const stepSize = new Float64Array(1);

const scale = new Float64Array(1);

const share5 = new Float64Array(1);

const rows = new Int32Array(64);

const J_sum = new Float64Array(1);

const dQ1 = new Float64Array(6);

const dK1 = new Float64Array(6);

const dV1 = new Float64Array(6);

const dQ2 = new Float64Array(6);

const dK2 = new Float64Array(6);

const dV2 = new Float64Array(6);

const dW = new Float64Array(8);

/** Room for add2, select2 and softmax_exp, one after the other. */
const add2 = new Float64Array(1024);

const select2 = add2;

const softmax_exp = add2;

/** Room for dY and T, one after the other. */
const dY = new Float64Array(512);

const T = dY;

const X1 = new Float64Array(768);

const sum2 = new Float64Array(512);

/** Room for sum2_2, sum9 and delta4, one after the other. */
const sum2_2 = new Float64Array(512);

const sum9 = sum2_2;

const delta4 = sum2_2;

const sum3 = new Float64Array(512);

const sum4 = new Float64Array(512);

/** Room for sum5, delta5, delta6, sum10 and delta9, one after the other. */
const sum5 = new Float64Array(512);

const delta5 = sum5;

const delta6 = sum5;

const sum10 = sum5;

const delta9 = sum5;

/** Room for sum6, delta10 and delta11, one after the other. */
const sum6 = new Float64Array(512);

const delta10 = sum6;

const delta11 = sum6;

/** Room for select2_2, softmax_exp2 and softmax2, one after the other. */
const select2_2 = new Float64Array(1024);

const softmax_exp2 = select2_2;

const softmax2 = select2_2;

/** Room for max3, max2_2, sum7, max3_2, sum8, Y, delta2, delta3, delta7 and delta8, one after the other. */
const delta2 = new Float64Array(1024);

const max3 = delta2;

const max2_2 = delta2;

const sum7 = delta2;

const max3_2 = delta2;

const sum8 = delta2;

const Y = delta2;

const delta3 = delta2;

const delta7 = delta2;

const delta8 = delta2;

const softmax3 = new Float64Array(1024);

const delta = new Float64Array(1024);

/** The predictions for one example. */
export function forward(params: Parameters, X: Vector<8>, into: Outputs = createOutputs()): Outputs {
  const { Q1, V1, Q2, V2, K1, K2, W } = params;

  // X1 = concat(X, zeros(4, 1)) + padded   [line 15]
  const X1_1_1 = X[0];
  const X1_1_2 = X[1];
  const X1_2_1 = X[2];
  const X1_2_2 = X[3];
  const X1_3_1 = X[4];
  const X1_3_2 = X[5];
  const X1_4_1 = X[6];
  const X1_4_2 = X[7];

  // sum = X1 * Q1
  const sum_1_1 = X1_1_1 * Q1[0] + X1_1_2 * Q1[2] + Q1[4];
  const sum_1_2 = X1_1_1 * Q1[1] + X1_1_2 * Q1[3] + Q1[5];
  const sum_2_1 = X1_2_1 * Q1[0] + X1_2_2 * Q1[2] + Q1[4];
  const sum_2_2 = X1_2_1 * Q1[1] + X1_2_2 * Q1[3] + Q1[5];
  const sum_3_1 = X1_3_1 * Q1[0] + X1_3_2 * Q1[2] + Q1[4];
  const sum_3_2 = X1_3_1 * Q1[1] + X1_3_2 * Q1[3] + Q1[5];
  const sum_4_1 = X1_4_1 * Q1[0] + X1_4_2 * Q1[2] + Q1[4];
  const sum_4_2 = X1_4_1 * Q1[1] + X1_4_2 * Q1[3] + Q1[5];

  // sum2 = X1 * V1
  const sum2_1_1 = X1_1_1 * V1[0] + X1_1_2 * V1[2] + V1[4];
  const sum2_1_2 = X1_1_1 * V1[1] + X1_1_2 * V1[3] + V1[5];
  const sum2_2_1 = X1_2_1 * V1[0] + X1_2_2 * V1[2] + V1[4];
  const sum2_2_2 = X1_2_1 * V1[1] + X1_2_2 * V1[3] + V1[5];
  const sum2_3_1 = X1_3_1 * V1[0] + X1_3_2 * V1[2] + V1[4];
  const sum2_3_2 = X1_3_1 * V1[1] + X1_3_2 * V1[3] + V1[5];
  const sum2_4_1 = X1_4_1 * V1[0] + X1_4_2 * V1[2] + V1[4];
  const sum2_4_2 = X1_4_1 * V1[1] + X1_4_2 * V1[3] + V1[5];

  // sum3 = X1 * Q2
  const sum3_1_1 = X1_1_1 * Q2[0] + X1_1_2 * Q2[2] + Q2[4];
  const sum3_1_2 = X1_1_1 * Q2[1] + X1_1_2 * Q2[3] + Q2[5];
  const sum3_2_1 = X1_2_1 * Q2[0] + X1_2_2 * Q2[2] + Q2[4];
  const sum3_2_2 = X1_2_1 * Q2[1] + X1_2_2 * Q2[3] + Q2[5];
  const sum3_3_1 = X1_3_1 * Q2[0] + X1_3_2 * Q2[2] + Q2[4];
  const sum3_3_2 = X1_3_1 * Q2[1] + X1_3_2 * Q2[3] + Q2[5];
  const sum3_4_1 = X1_4_1 * Q2[0] + X1_4_2 * Q2[2] + Q2[4];
  const sum3_4_2 = X1_4_1 * Q2[1] + X1_4_2 * Q2[3] + Q2[5];

  // sum4 = X1 * V2
  const sum4_1_1 = X1_1_1 * V2[0] + X1_1_2 * V2[2] + V2[4];
  const sum4_1_2 = X1_1_1 * V2[1] + X1_1_2 * V2[3] + V2[5];
  const sum4_2_1 = X1_2_1 * V2[0] + X1_2_2 * V2[2] + V2[4];
  const sum4_2_2 = X1_2_1 * V2[1] + X1_2_2 * V2[3] + V2[5];
  const sum4_3_1 = X1_3_1 * V2[0] + X1_3_2 * V2[2] + V2[4];
  const sum4_3_2 = X1_3_1 * V2[1] + X1_3_2 * V2[3] + V2[5];
  const sum4_4_1 = X1_4_1 * V2[0] + X1_4_2 * V2[2] + V2[4];
  const sum4_4_2 = X1_4_1 * V2[1] + X1_4_2 * V2[3] + V2[5];

  // sum5 = K1' * X1'
  const sum5_1_1 = X1_1_1 * K1[0] + X1_1_2 * K1[2] + K1[4];
  const sum5_1_2 = X1_2_1 * K1[0] + X1_2_2 * K1[2] + K1[4];
  const sum5_1_3 = X1_3_1 * K1[0] + X1_3_2 * K1[2] + K1[4];
  const sum5_1_4 = X1_4_1 * K1[0] + X1_4_2 * K1[2] + K1[4];
  const sum5_2_1 = X1_1_1 * K1[1] + X1_1_2 * K1[3] + K1[5];
  const sum5_2_2 = X1_2_1 * K1[1] + X1_2_2 * K1[3] + K1[5];
  const sum5_2_3 = X1_3_1 * K1[1] + X1_3_2 * K1[3] + K1[5];
  const sum5_2_4 = X1_4_1 * K1[1] + X1_4_2 * K1[3] + K1[5];

  // select = [1, 0, 0, 0; 1, 1, 0, 0; 1, 1, 1, 0; 1, 1, 1, 1] ? 0.7071067811865475 * (sum * sum5) : -1000000000   [line 13]
  const select_1_1 = 0.7071067811865475 * (sum_1_1 * sum5_1_1 + sum_1_2 * sum5_2_1);
  const select_2_1 = 0.7071067811865475 * (sum_2_1 * sum5_1_1 + sum_2_2 * sum5_2_1);
  const select_2_2 = 0.7071067811865475 * (sum_2_1 * sum5_1_2 + sum_2_2 * sum5_2_2);
  const select_3_1 = 0.7071067811865475 * (sum_3_1 * sum5_1_1 + sum_3_2 * sum5_2_1);
  const select_3_2 = 0.7071067811865475 * (sum_3_1 * sum5_1_2 + sum_3_2 * sum5_2_2);
  const select_3_3 = 0.7071067811865475 * (sum_3_1 * sum5_1_3 + sum_3_2 * sum5_2_3);
  const select_4_1 = 0.7071067811865475 * (sum_4_1 * sum5_1_1 + sum_4_2 * sum5_2_1);
  const select_4_2 = 0.7071067811865475 * (sum_4_1 * sum5_1_2 + sum_4_2 * sum5_2_2);
  const select_4_3 = 0.7071067811865475 * (sum_4_1 * sum5_1_3 + sum_4_2 * sum5_2_3);
  const select_4_4 = 0.7071067811865475 * (sum_4_1 * sum5_1_4 + sum_4_2 * sum5_2_4);

  // sum6 = K2' * X1'
  const sum6_1_1 = X1_1_1 * K2[0] + X1_1_2 * K2[2] + K2[4];
  const sum6_1_2 = X1_2_1 * K2[0] + X1_2_2 * K2[2] + K2[4];
  const sum6_1_3 = X1_3_1 * K2[0] + X1_3_2 * K2[2] + K2[4];
  const sum6_1_4 = X1_4_1 * K2[0] + X1_4_2 * K2[2] + K2[4];
  const sum6_2_1 = X1_1_1 * K2[1] + X1_1_2 * K2[3] + K2[5];
  const sum6_2_2 = X1_2_1 * K2[1] + X1_2_2 * K2[3] + K2[5];
  const sum6_2_3 = X1_3_1 * K2[1] + X1_3_2 * K2[3] + K2[5];
  const sum6_2_4 = X1_4_1 * K2[1] + X1_4_2 * K2[3] + K2[5];

  // select2 = [1, 0, 0, 0; 1, 1, 0, 0; 1, 1, 1, 0; 1, 1, 1, 1] ? 0.7071067811865475 * (sum3 * sum6) : -1000000000   [line 13]
  const select2_1_1 = 0.7071067811865475 * (sum3_1_1 * sum6_1_1 + sum3_1_2 * sum6_2_1);
  const select2_2_1 = 0.7071067811865475 * (sum3_2_1 * sum6_1_1 + sum3_2_2 * sum6_2_1);
  const select2_2_2 = 0.7071067811865475 * (sum3_2_1 * sum6_1_2 + sum3_2_2 * sum6_2_2);
  const select2_3_1 = 0.7071067811865475 * (sum3_3_1 * sum6_1_1 + sum3_3_2 * sum6_2_1);
  const select2_3_2 = 0.7071067811865475 * (sum3_3_1 * sum6_1_2 + sum3_3_2 * sum6_2_2);
  const select2_3_3 = 0.7071067811865475 * (sum3_3_1 * sum6_1_3 + sum3_3_2 * sum6_2_3);
  const select2_4_1 = 0.7071067811865475 * (sum3_4_1 * sum6_1_1 + sum3_4_2 * sum6_2_1);
  const select2_4_2 = 0.7071067811865475 * (sum3_4_1 * sum6_1_2 + sum3_4_2 * sum6_2_2);
  const select2_4_3 = 0.7071067811865475 * (sum3_4_1 * sum6_1_3 + sum3_4_2 * sum6_2_3);
  const select2_4_4 = 0.7071067811865475 * (sum3_4_1 * sum6_1_4 + sum3_4_2 * sum6_2_4);

  // max = max(select, [], 2)
  const max_1 = Math.max(select_1_1, -1000000000, -1000000000, -1000000000);
  const max_2 = Math.max(select_2_1, select_2_2, -1000000000, -1000000000);
  const max_3 = Math.max(select_3_1, select_3_2, select_3_3, -1000000000);
  const max_4 = Math.max(select_4_1, select_4_2, select_4_3, select_4_4);

  // softmax_exp = exp(select - reshape(max, [4, 1]))
  const softmax_exp_1_1 = Math.exp(select_1_1 - max_1);
  const softmax_exp_1_2 = Math.exp(-1000000000 - max_1);
  const softmax_exp_2_1 = Math.exp(select_2_1 - max_2);
  const softmax_exp_2_2 = Math.exp(select_2_2 - max_2);
  const softmax_exp_2_3 = Math.exp(-1000000000 - max_2);
  const softmax_exp_3_1 = Math.exp(select_3_1 - max_3);
  const softmax_exp_3_2 = Math.exp(select_3_2 - max_3);
  const softmax_exp_3_3 = Math.exp(select_3_3 - max_3);
  const softmax_exp_3_4 = Math.exp(-1000000000 - max_3);
  const softmax_exp_4_1 = Math.exp(select_4_1 - max_4);
  const softmax_exp_4_2 = Math.exp(select_4_2 - max_4);
  const softmax_exp_4_3 = Math.exp(select_4_3 - max_4);
  const softmax_exp_4_4 = Math.exp(select_4_4 - max_4);

  // sum7 = sum(softmax_exp, 2)
  const sum7_1 = softmax_exp_1_1 + softmax_exp_1_2 + softmax_exp_1_2 + softmax_exp_1_2;
  const sum7_2 = softmax_exp_2_1 + softmax_exp_2_2 + softmax_exp_2_3 + softmax_exp_2_3;
  const sum7_3 = softmax_exp_3_1 + softmax_exp_3_2 + softmax_exp_3_3 + softmax_exp_3_4;
  const sum7_4 = softmax_exp_4_1 + softmax_exp_4_2 + softmax_exp_4_3 + softmax_exp_4_4;

  // softmax = softmax_exp ./ reshape(sum7, [4, 1])   [line 13]
  const softmax_1_1 = softmax_exp_1_1 / sum7_1;
  const softmax_1_2 = softmax_exp_1_2 / sum7_1;
  const softmax_2_1 = softmax_exp_2_1 / sum7_2;
  const softmax_2_2 = softmax_exp_2_2 / sum7_2;
  const softmax_2_3 = softmax_exp_2_3 / sum7_2;
  const softmax_3_1 = softmax_exp_3_1 / sum7_3;
  const softmax_3_2 = softmax_exp_3_2 / sum7_3;
  const softmax_3_3 = softmax_exp_3_3 / sum7_3;
  const softmax_3_4 = softmax_exp_3_4 / sum7_3;
  const softmax_4_1 = softmax_exp_4_1 / sum7_4;
  const softmax_4_2 = softmax_exp_4_2 / sum7_4;
  const softmax_4_3 = softmax_exp_4_3 / sum7_4;
  const softmax_4_4 = softmax_exp_4_4 / sum7_4;

  // max2 = max(select2, [], 2)
  const max2_1 = Math.max(select2_1_1, -1000000000, -1000000000, -1000000000);
  const max2_2 = Math.max(select2_2_1, select2_2_2, -1000000000, -1000000000);
  const max2_3 = Math.max(select2_3_1, select2_3_2, select2_3_3, -1000000000);
  const max2_4 = Math.max(select2_4_1, select2_4_2, select2_4_3, select2_4_4);

  // softmax_exp2 = exp(select2 - reshape(max2, [4, 1]))
  const softmax_exp2_1_1 = Math.exp(select2_1_1 - max2_1);
  const softmax_exp2_1_2 = Math.exp(-1000000000 - max2_1);
  const softmax_exp2_2_1 = Math.exp(select2_2_1 - max2_2);
  const softmax_exp2_2_2 = Math.exp(select2_2_2 - max2_2);
  const softmax_exp2_2_3 = Math.exp(-1000000000 - max2_2);
  const softmax_exp2_3_1 = Math.exp(select2_3_1 - max2_3);
  const softmax_exp2_3_2 = Math.exp(select2_3_2 - max2_3);
  const softmax_exp2_3_3 = Math.exp(select2_3_3 - max2_3);
  const softmax_exp2_3_4 = Math.exp(-1000000000 - max2_3);
  const softmax_exp2_4_1 = Math.exp(select2_4_1 - max2_4);
  const softmax_exp2_4_2 = Math.exp(select2_4_2 - max2_4);
  const softmax_exp2_4_3 = Math.exp(select2_4_3 - max2_4);
  const softmax_exp2_4_4 = Math.exp(select2_4_4 - max2_4);

  // sum8 = sum(softmax_exp2, 2)
  const sum8_1 = softmax_exp2_1_1 + softmax_exp2_1_2 + softmax_exp2_1_2 + softmax_exp2_1_2;
  const sum8_2 = softmax_exp2_2_1 + softmax_exp2_2_2 + softmax_exp2_2_3 + softmax_exp2_2_3;
  const sum8_3 = softmax_exp2_3_1 + softmax_exp2_3_2 + softmax_exp2_3_3 + softmax_exp2_3_4;
  const sum8_4 = softmax_exp2_4_1 + softmax_exp2_4_2 + softmax_exp2_4_3 + softmax_exp2_4_4;

  // softmax2 = softmax_exp2 ./ reshape(sum8, [4, 1])   [line 13]
  const softmax2_1_1 = softmax_exp2_1_1 / sum8_1;
  const softmax2_1_2 = softmax_exp2_1_2 / sum8_1;
  const softmax2_2_1 = softmax_exp2_2_1 / sum8_2;
  const softmax2_2_2 = softmax_exp2_2_2 / sum8_2;
  const softmax2_2_3 = softmax_exp2_2_3 / sum8_2;
  const softmax2_3_1 = softmax_exp2_3_1 / sum8_3;
  const softmax2_3_2 = softmax_exp2_3_2 / sum8_3;
  const softmax2_3_3 = softmax_exp2_3_3 / sum8_3;
  const softmax2_3_4 = softmax_exp2_3_4 / sum8_3;
  const softmax2_4_1 = softmax_exp2_4_1 / sum8_4;
  const softmax2_4_2 = softmax_exp2_4_2 / sum8_4;
  const softmax2_4_3 = softmax_exp2_4_3 / sum8_4;
  const softmax2_4_4 = softmax_exp2_4_4 / sum8_4;

  // add = concat(softmax * sum2, softmax2 * sum4)   [line 16]
  const add_1_1 = softmax_1_1 * sum2_1_1 + softmax_1_2 * sum2_2_1 + softmax_1_2 * sum2_3_1 + softmax_1_2 * sum2_4_1;
  const add_1_2 = softmax_1_1 * sum2_1_2 + softmax_1_2 * sum2_2_2 + softmax_1_2 * sum2_3_2 + softmax_1_2 * sum2_4_2;
  const add_1_3 = softmax2_1_1 * sum4_1_1 + softmax2_1_2 * sum4_2_1 + softmax2_1_2 * sum4_3_1 + softmax2_1_2 * sum4_4_1;
  const add_1_4 = softmax2_1_1 * sum4_1_2 + softmax2_1_2 * sum4_2_2 + softmax2_1_2 * sum4_3_2 + softmax2_1_2 * sum4_4_2;
  const add_2_1 = softmax_2_1 * sum2_1_1 + softmax_2_2 * sum2_2_1 + softmax_2_3 * sum2_3_1 + softmax_2_3 * sum2_4_1;
  const add_2_2 = softmax_2_1 * sum2_1_2 + softmax_2_2 * sum2_2_2 + softmax_2_3 * sum2_3_2 + softmax_2_3 * sum2_4_2;
  const add_2_3 = softmax2_2_1 * sum4_1_1 + softmax2_2_2 * sum4_2_1 + softmax2_2_3 * sum4_3_1 + softmax2_2_3 * sum4_4_1;
  const add_2_4 = softmax2_2_1 * sum4_1_2 + softmax2_2_2 * sum4_2_2 + softmax2_2_3 * sum4_3_2 + softmax2_2_3 * sum4_4_2;
  const add_3_1 = softmax_3_1 * sum2_1_1 + softmax_3_2 * sum2_2_1 + softmax_3_3 * sum2_3_1 + softmax_3_4 * sum2_4_1;
  const add_3_2 = softmax_3_1 * sum2_1_2 + softmax_3_2 * sum2_2_2 + softmax_3_3 * sum2_3_2 + softmax_3_4 * sum2_4_2;
  const add_3_3 = softmax2_3_1 * sum4_1_1 + softmax2_3_2 * sum4_2_1 + softmax2_3_3 * sum4_3_1 + softmax2_3_4 * sum4_4_1;
  const add_3_4 = softmax2_3_1 * sum4_1_2 + softmax2_3_2 * sum4_2_2 + softmax2_3_3 * sum4_3_2 + softmax2_3_4 * sum4_4_2;
  const add_4_1 = softmax_4_1 * sum2_1_1 + softmax_4_2 * sum2_2_1 + softmax_4_3 * sum2_3_1 + softmax_4_4 * sum2_4_1;
  const add_4_2 = softmax_4_1 * sum2_1_2 + softmax_4_2 * sum2_2_2 + softmax_4_3 * sum2_3_2 + softmax_4_4 * sum2_4_2;
  const add_4_3 = softmax2_4_1 * sum4_1_1 + softmax2_4_2 * sum4_2_1 + softmax2_4_3 * sum4_3_1 + softmax2_4_4 * sum4_4_1;
  const add_4_4 = softmax2_4_1 * sum4_1_2 + softmax2_4_2 * sum4_2_2 + softmax2_4_3 * sum4_3_2 + softmax2_4_4 * sum4_4_2;

  // Y = add * W   [line 16, output]
  into.Y[0] = add_1_1 * W[0] + add_1_2 * W[2] + add_1_3 * W[4] + add_1_4 * W[6];
  into.Y[1] = add_1_1 * W[1] + add_1_2 * W[3] + add_1_3 * W[5] + add_1_4 * W[7];
  into.Y[2] = add_2_1 * W[0] + add_2_2 * W[2] + add_2_3 * W[4] + add_2_4 * W[6];
  into.Y[3] = add_2_1 * W[1] + add_2_2 * W[3] + add_2_3 * W[5] + add_2_4 * W[7];
  into.Y[4] = add_3_1 * W[0] + add_3_2 * W[2] + add_3_3 * W[4] + add_3_4 * W[6];
  into.Y[5] = add_3_1 * W[1] + add_3_2 * W[3] + add_3_3 * W[5] + add_3_4 * W[7];
  into.Y[6] = add_4_1 * W[0] + add_4_2 * W[2] + add_4_3 * W[4] + add_4_4 * W[6];
  into.Y[7] = add_4_1 * W[1] + add_4_2 * W[3] + add_4_3 * W[5] + add_4_4 * W[7];
  return into;
}

/** Losses, then metrics, over the examples `order[from … to)`, as inference computes them, into `report`; returns the total loss. */
export function evaluate(params: Parameters, data: Examples, report: Report, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { Q1, V1, Q2, V2, K1, K2, W } = params;
  const { X } = data.columns;
  const m = to - from;
  let J_sum = 0;
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];

    // X1 = concat(X, zeros(4, 1)) + padded   [line 15]
    const X1_1_1 = X[row * 8];
    const X1_1_2 = X[row * 8 + 1];
    const X1_2_1 = X[row * 8 + 2];
    const X1_2_2 = X[row * 8 + 3];
    const X1_3_1 = X[row * 8 + 4];
    const X1_3_2 = X[row * 8 + 5];
    const X1_4_1 = X[row * 8 + 6];
    const X1_4_2 = X[row * 8 + 7];

    // sum = X1 * Q1
    const sum_1_1 = X1_1_1 * Q1[0] + X1_1_2 * Q1[2] + Q1[4];
    const sum_1_2 = X1_1_1 * Q1[1] + X1_1_2 * Q1[3] + Q1[5];
    const sum_2_1 = X1_2_1 * Q1[0] + X1_2_2 * Q1[2] + Q1[4];
    const sum_2_2 = X1_2_1 * Q1[1] + X1_2_2 * Q1[3] + Q1[5];
    const sum_3_1 = X1_3_1 * Q1[0] + X1_3_2 * Q1[2] + Q1[4];
    const sum_3_2 = X1_3_1 * Q1[1] + X1_3_2 * Q1[3] + Q1[5];
    const sum_4_1 = X1_4_1 * Q1[0] + X1_4_2 * Q1[2] + Q1[4];
    const sum_4_2 = X1_4_1 * Q1[1] + X1_4_2 * Q1[3] + Q1[5];

    // sum2 = X1 * V1
    const sum2_1_1 = X1_1_1 * V1[0] + X1_1_2 * V1[2] + V1[4];
    const sum2_1_2 = X1_1_1 * V1[1] + X1_1_2 * V1[3] + V1[5];
    const sum2_2_1 = X1_2_1 * V1[0] + X1_2_2 * V1[2] + V1[4];
    const sum2_2_2 = X1_2_1 * V1[1] + X1_2_2 * V1[3] + V1[5];
    const sum2_3_1 = X1_3_1 * V1[0] + X1_3_2 * V1[2] + V1[4];
    const sum2_3_2 = X1_3_1 * V1[1] + X1_3_2 * V1[3] + V1[5];
    const sum2_4_1 = X1_4_1 * V1[0] + X1_4_2 * V1[2] + V1[4];
    const sum2_4_2 = X1_4_1 * V1[1] + X1_4_2 * V1[3] + V1[5];

    // sum3 = X1 * Q2
    const sum3_1_1 = X1_1_1 * Q2[0] + X1_1_2 * Q2[2] + Q2[4];
    const sum3_1_2 = X1_1_1 * Q2[1] + X1_1_2 * Q2[3] + Q2[5];
    const sum3_2_1 = X1_2_1 * Q2[0] + X1_2_2 * Q2[2] + Q2[4];
    const sum3_2_2 = X1_2_1 * Q2[1] + X1_2_2 * Q2[3] + Q2[5];
    const sum3_3_1 = X1_3_1 * Q2[0] + X1_3_2 * Q2[2] + Q2[4];
    const sum3_3_2 = X1_3_1 * Q2[1] + X1_3_2 * Q2[3] + Q2[5];
    const sum3_4_1 = X1_4_1 * Q2[0] + X1_4_2 * Q2[2] + Q2[4];
    const sum3_4_2 = X1_4_1 * Q2[1] + X1_4_2 * Q2[3] + Q2[5];

    // sum4 = X1 * V2
    const sum4_1_1 = X1_1_1 * V2[0] + X1_1_2 * V2[2] + V2[4];
    const sum4_1_2 = X1_1_1 * V2[1] + X1_1_2 * V2[3] + V2[5];
    const sum4_2_1 = X1_2_1 * V2[0] + X1_2_2 * V2[2] + V2[4];
    const sum4_2_2 = X1_2_1 * V2[1] + X1_2_2 * V2[3] + V2[5];
    const sum4_3_1 = X1_3_1 * V2[0] + X1_3_2 * V2[2] + V2[4];
    const sum4_3_2 = X1_3_1 * V2[1] + X1_3_2 * V2[3] + V2[5];
    const sum4_4_1 = X1_4_1 * V2[0] + X1_4_2 * V2[2] + V2[4];
    const sum4_4_2 = X1_4_1 * V2[1] + X1_4_2 * V2[3] + V2[5];

    // sum5 = K1' * X1'
    const sum5_1_1 = X1_1_1 * K1[0] + X1_1_2 * K1[2] + K1[4];
    const sum5_1_2 = X1_2_1 * K1[0] + X1_2_2 * K1[2] + K1[4];
    const sum5_1_3 = X1_3_1 * K1[0] + X1_3_2 * K1[2] + K1[4];
    const sum5_1_4 = X1_4_1 * K1[0] + X1_4_2 * K1[2] + K1[4];
    const sum5_2_1 = X1_1_1 * K1[1] + X1_1_2 * K1[3] + K1[5];
    const sum5_2_2 = X1_2_1 * K1[1] + X1_2_2 * K1[3] + K1[5];
    const sum5_2_3 = X1_3_1 * K1[1] + X1_3_2 * K1[3] + K1[5];
    const sum5_2_4 = X1_4_1 * K1[1] + X1_4_2 * K1[3] + K1[5];

    // select = [1, 0, 0, 0; 1, 1, 0, 0; 1, 1, 1, 0; 1, 1, 1, 1] ? 0.7071067811865475 * (sum * sum5) : -1000000000   [line 13]
    const select_1_1 = 0.7071067811865475 * (sum_1_1 * sum5_1_1 + sum_1_2 * sum5_2_1);
    const select_2_1 = 0.7071067811865475 * (sum_2_1 * sum5_1_1 + sum_2_2 * sum5_2_1);
    const select_2_2 = 0.7071067811865475 * (sum_2_1 * sum5_1_2 + sum_2_2 * sum5_2_2);
    const select_3_1 = 0.7071067811865475 * (sum_3_1 * sum5_1_1 + sum_3_2 * sum5_2_1);
    const select_3_2 = 0.7071067811865475 * (sum_3_1 * sum5_1_2 + sum_3_2 * sum5_2_2);
    const select_3_3 = 0.7071067811865475 * (sum_3_1 * sum5_1_3 + sum_3_2 * sum5_2_3);
    const select_4_1 = 0.7071067811865475 * (sum_4_1 * sum5_1_1 + sum_4_2 * sum5_2_1);
    const select_4_2 = 0.7071067811865475 * (sum_4_1 * sum5_1_2 + sum_4_2 * sum5_2_2);
    const select_4_3 = 0.7071067811865475 * (sum_4_1 * sum5_1_3 + sum_4_2 * sum5_2_3);
    const select_4_4 = 0.7071067811865475 * (sum_4_1 * sum5_1_4 + sum_4_2 * sum5_2_4);

    // sum6 = K2' * X1'
    const sum6_1_1 = X1_1_1 * K2[0] + X1_1_2 * K2[2] + K2[4];
    const sum6_1_2 = X1_2_1 * K2[0] + X1_2_2 * K2[2] + K2[4];
    const sum6_1_3 = X1_3_1 * K2[0] + X1_3_2 * K2[2] + K2[4];
    const sum6_1_4 = X1_4_1 * K2[0] + X1_4_2 * K2[2] + K2[4];
    const sum6_2_1 = X1_1_1 * K2[1] + X1_1_2 * K2[3] + K2[5];
    const sum6_2_2 = X1_2_1 * K2[1] + X1_2_2 * K2[3] + K2[5];
    const sum6_2_3 = X1_3_1 * K2[1] + X1_3_2 * K2[3] + K2[5];
    const sum6_2_4 = X1_4_1 * K2[1] + X1_4_2 * K2[3] + K2[5];

    // select2 = [1, 0, 0, 0; 1, 1, 0, 0; 1, 1, 1, 0; 1, 1, 1, 1] ? 0.7071067811865475 * (sum3 * sum6) : -1000000000   [line 13]
    const select2_1_1 = 0.7071067811865475 * (sum3_1_1 * sum6_1_1 + sum3_1_2 * sum6_2_1);
    const select2_2_1 = 0.7071067811865475 * (sum3_2_1 * sum6_1_1 + sum3_2_2 * sum6_2_1);
    const select2_2_2 = 0.7071067811865475 * (sum3_2_1 * sum6_1_2 + sum3_2_2 * sum6_2_2);
    const select2_3_1 = 0.7071067811865475 * (sum3_3_1 * sum6_1_1 + sum3_3_2 * sum6_2_1);
    const select2_3_2 = 0.7071067811865475 * (sum3_3_1 * sum6_1_2 + sum3_3_2 * sum6_2_2);
    const select2_3_3 = 0.7071067811865475 * (sum3_3_1 * sum6_1_3 + sum3_3_2 * sum6_2_3);
    const select2_4_1 = 0.7071067811865475 * (sum3_4_1 * sum6_1_1 + sum3_4_2 * sum6_2_1);
    const select2_4_2 = 0.7071067811865475 * (sum3_4_1 * sum6_1_2 + sum3_4_2 * sum6_2_2);
    const select2_4_3 = 0.7071067811865475 * (sum3_4_1 * sum6_1_3 + sum3_4_2 * sum6_2_3);
    const select2_4_4 = 0.7071067811865475 * (sum3_4_1 * sum6_1_4 + sum3_4_2 * sum6_2_4);

    // max = max([1, 0, 0, 0; 1, 1, 0, 0; 1, 1, 1, 0; 1, 1, 1, 1] ? X[:, 2] : -1000000000, [], 2)
    const max_1 = Math.max(X1_1_2, -1000000000, -1000000000, -1000000000);
    const t = Math.max(X1_1_2, X1_2_2);
    const max_2 = Math.max(t, -1000000000, -1000000000);
    const t2 = Math.max(t, X1_3_2);
    const max_3 = Math.max(t2, -1000000000);
    const max_4 = Math.max(t2, X1_4_2);

    // T = {[i, 1] ↦ ([1, 0, 0, 0; 1, 1, 0, 0; 1, 1, 1, 0; 1, 1, 1, 1] * X[:, 1])[i] / [1, 2, 3, 4][i]} + {[i, 2] ↦ max[i]}   [line 19]
    const t3 = X1_1_1 + X1_2_1;
    const T_2_1 = t3 / 2;
    const t4 = t3 + X1_3_1;
    const T_3_1 = t4 / 3;
    const T_4_1 = (t4 + X1_4_1) / 4;

    // max2 = max(select, [], 2)
    const max2_1 = Math.max(select_1_1, -1000000000, -1000000000, -1000000000);
    const max2_2 = Math.max(select_2_1, select_2_2, -1000000000, -1000000000);
    const max2_3 = Math.max(select_3_1, select_3_2, select_3_3, -1000000000);
    const max2_4 = Math.max(select_4_1, select_4_2, select_4_3, select_4_4);

    // softmax_exp = exp(select - reshape(max2, [4, 1]))
    const softmax_exp_1_1 = Math.exp(select_1_1 - max2_1);
    const softmax_exp_1_2 = Math.exp(-1000000000 - max2_1);
    const softmax_exp_2_1 = Math.exp(select_2_1 - max2_2);
    const softmax_exp_2_2 = Math.exp(select_2_2 - max2_2);
    const softmax_exp_2_3 = Math.exp(-1000000000 - max2_2);
    const softmax_exp_3_1 = Math.exp(select_3_1 - max2_3);
    const softmax_exp_3_2 = Math.exp(select_3_2 - max2_3);
    const softmax_exp_3_3 = Math.exp(select_3_3 - max2_3);
    const softmax_exp_3_4 = Math.exp(-1000000000 - max2_3);
    const softmax_exp_4_1 = Math.exp(select_4_1 - max2_4);
    const softmax_exp_4_2 = Math.exp(select_4_2 - max2_4);
    const softmax_exp_4_3 = Math.exp(select_4_3 - max2_4);
    const softmax_exp_4_4 = Math.exp(select_4_4 - max2_4);

    // sum7 = sum(softmax_exp, 2)
    const sum7_1 = softmax_exp_1_1 + softmax_exp_1_2 + softmax_exp_1_2 + softmax_exp_1_2;
    const sum7_2 = softmax_exp_2_1 + softmax_exp_2_2 + softmax_exp_2_3 + softmax_exp_2_3;
    const sum7_3 = softmax_exp_3_1 + softmax_exp_3_2 + softmax_exp_3_3 + softmax_exp_3_4;
    const sum7_4 = softmax_exp_4_1 + softmax_exp_4_2 + softmax_exp_4_3 + softmax_exp_4_4;

    // softmax = softmax_exp ./ reshape(sum7, [4, 1])   [line 13]
    const softmax_1_1 = softmax_exp_1_1 / sum7_1;
    const softmax_1_2 = softmax_exp_1_2 / sum7_1;
    const softmax_2_1 = softmax_exp_2_1 / sum7_2;
    const softmax_2_2 = softmax_exp_2_2 / sum7_2;
    const softmax_2_3 = softmax_exp_2_3 / sum7_2;
    const softmax_3_1 = softmax_exp_3_1 / sum7_3;
    const softmax_3_2 = softmax_exp_3_2 / sum7_3;
    const softmax_3_3 = softmax_exp_3_3 / sum7_3;
    const softmax_3_4 = softmax_exp_3_4 / sum7_3;
    const softmax_4_1 = softmax_exp_4_1 / sum7_4;
    const softmax_4_2 = softmax_exp_4_2 / sum7_4;
    const softmax_4_3 = softmax_exp_4_3 / sum7_4;
    const softmax_4_4 = softmax_exp_4_4 / sum7_4;

    // max3 = max(select2, [], 2)
    const max3_1 = Math.max(select2_1_1, -1000000000, -1000000000, -1000000000);
    const max3_2 = Math.max(select2_2_1, select2_2_2, -1000000000, -1000000000);
    const max3_3 = Math.max(select2_3_1, select2_3_2, select2_3_3, -1000000000);
    const max3_4 = Math.max(select2_4_1, select2_4_2, select2_4_3, select2_4_4);

    // softmax_exp2 = exp(select2 - reshape(max3, [4, 1]))
    const softmax_exp2_1_1 = Math.exp(select2_1_1 - max3_1);
    const softmax_exp2_1_2 = Math.exp(-1000000000 - max3_1);
    const softmax_exp2_2_1 = Math.exp(select2_2_1 - max3_2);
    const softmax_exp2_2_2 = Math.exp(select2_2_2 - max3_2);
    const softmax_exp2_2_3 = Math.exp(-1000000000 - max3_2);
    const softmax_exp2_3_1 = Math.exp(select2_3_1 - max3_3);
    const softmax_exp2_3_2 = Math.exp(select2_3_2 - max3_3);
    const softmax_exp2_3_3 = Math.exp(select2_3_3 - max3_3);
    const softmax_exp2_3_4 = Math.exp(-1000000000 - max3_3);
    const softmax_exp2_4_1 = Math.exp(select2_4_1 - max3_4);
    const softmax_exp2_4_2 = Math.exp(select2_4_2 - max3_4);
    const softmax_exp2_4_3 = Math.exp(select2_4_3 - max3_4);
    const softmax_exp2_4_4 = Math.exp(select2_4_4 - max3_4);

    // sum8 = sum(softmax_exp2, 2)
    const sum8_1 = softmax_exp2_1_1 + softmax_exp2_1_2 + softmax_exp2_1_2 + softmax_exp2_1_2;
    const sum8_2 = softmax_exp2_2_1 + softmax_exp2_2_2 + softmax_exp2_2_3 + softmax_exp2_2_3;
    const sum8_3 = softmax_exp2_3_1 + softmax_exp2_3_2 + softmax_exp2_3_3 + softmax_exp2_3_4;
    const sum8_4 = softmax_exp2_4_1 + softmax_exp2_4_2 + softmax_exp2_4_3 + softmax_exp2_4_4;

    // softmax2 = softmax_exp2 ./ reshape(sum8, [4, 1])   [line 13]
    const softmax2_1_1 = softmax_exp2_1_1 / sum8_1;
    const softmax2_1_2 = softmax_exp2_1_2 / sum8_1;
    const softmax2_2_1 = softmax_exp2_2_1 / sum8_2;
    const softmax2_2_2 = softmax_exp2_2_2 / sum8_2;
    const softmax2_2_3 = softmax_exp2_2_3 / sum8_2;
    const softmax2_3_1 = softmax_exp2_3_1 / sum8_3;
    const softmax2_3_2 = softmax_exp2_3_2 / sum8_3;
    const softmax2_3_3 = softmax_exp2_3_3 / sum8_3;
    const softmax2_3_4 = softmax_exp2_3_4 / sum8_3;
    const softmax2_4_1 = softmax_exp2_4_1 / sum8_4;
    const softmax2_4_2 = softmax_exp2_4_2 / sum8_4;
    const softmax2_4_3 = softmax_exp2_4_3 / sum8_4;
    const softmax2_4_4 = softmax_exp2_4_4 / sum8_4;

    // add = concat(softmax * sum2, softmax2 * sum4)   [line 16]
    const add_1_1 = softmax_1_1 * sum2_1_1 + softmax_1_2 * sum2_2_1 + softmax_1_2 * sum2_3_1 + softmax_1_2 * sum2_4_1;
    const add_1_2 = softmax_1_1 * sum2_1_2 + softmax_1_2 * sum2_2_2 + softmax_1_2 * sum2_3_2 + softmax_1_2 * sum2_4_2;
    const add_1_3 = softmax2_1_1 * sum4_1_1 + softmax2_1_2 * sum4_2_1 + softmax2_1_2 * sum4_3_1 + softmax2_1_2 * sum4_4_1;
    const add_1_4 = softmax2_1_1 * sum4_1_2 + softmax2_1_2 * sum4_2_2 + softmax2_1_2 * sum4_3_2 + softmax2_1_2 * sum4_4_2;
    const add_2_1 = softmax_2_1 * sum2_1_1 + softmax_2_2 * sum2_2_1 + softmax_2_3 * sum2_3_1 + softmax_2_3 * sum2_4_1;
    const add_2_2 = softmax_2_1 * sum2_1_2 + softmax_2_2 * sum2_2_2 + softmax_2_3 * sum2_3_2 + softmax_2_3 * sum2_4_2;
    const add_2_3 = softmax2_2_1 * sum4_1_1 + softmax2_2_2 * sum4_2_1 + softmax2_2_3 * sum4_3_1 + softmax2_2_3 * sum4_4_1;
    const add_2_4 = softmax2_2_1 * sum4_1_2 + softmax2_2_2 * sum4_2_2 + softmax2_2_3 * sum4_3_2 + softmax2_2_3 * sum4_4_2;
    const add_3_1 = softmax_3_1 * sum2_1_1 + softmax_3_2 * sum2_2_1 + softmax_3_3 * sum2_3_1 + softmax_3_4 * sum2_4_1;
    const add_3_2 = softmax_3_1 * sum2_1_2 + softmax_3_2 * sum2_2_2 + softmax_3_3 * sum2_3_2 + softmax_3_4 * sum2_4_2;
    const add_3_3 = softmax2_3_1 * sum4_1_1 + softmax2_3_2 * sum4_2_1 + softmax2_3_3 * sum4_3_1 + softmax2_3_4 * sum4_4_1;
    const add_3_4 = softmax2_3_1 * sum4_1_2 + softmax2_3_2 * sum4_2_2 + softmax2_3_3 * sum4_3_2 + softmax2_3_4 * sum4_4_2;
    const add_4_1 = softmax_4_1 * sum2_1_1 + softmax_4_2 * sum2_2_1 + softmax_4_3 * sum2_3_1 + softmax_4_4 * sum2_4_1;
    const add_4_2 = softmax_4_1 * sum2_1_2 + softmax_4_2 * sum2_2_2 + softmax_4_3 * sum2_3_2 + softmax_4_4 * sum2_4_2;
    const add_4_3 = softmax2_4_1 * sum4_1_1 + softmax2_4_2 * sum4_2_1 + softmax2_4_3 * sum4_3_1 + softmax2_4_4 * sum4_4_1;
    const add_4_4 = softmax2_4_1 * sum4_1_2 + softmax2_4_2 * sum4_2_2 + softmax2_4_3 * sum4_3_2 + softmax2_4_4 * sum4_4_2;

    // Y = add * W   [line 16, output]
    const Y_1_1 = add_1_1 * W[0] + add_1_2 * W[2] + add_1_3 * W[4] + add_1_4 * W[6];
    const Y_1_2 = add_1_1 * W[1] + add_1_2 * W[3] + add_1_3 * W[5] + add_1_4 * W[7];
    const Y_2_1 = add_2_1 * W[0] + add_2_2 * W[2] + add_2_3 * W[4] + add_2_4 * W[6];
    const Y_2_2 = add_2_1 * W[1] + add_2_2 * W[3] + add_2_3 * W[5] + add_2_4 * W[7];
    const Y_3_1 = add_3_1 * W[0] + add_3_2 * W[2] + add_3_3 * W[4] + add_3_4 * W[6];
    const Y_3_2 = add_3_1 * W[1] + add_3_2 * W[3] + add_3_3 * W[5] + add_3_4 * W[7];
    const Y_4_1 = add_4_1 * W[0] + add_4_2 * W[2] + add_4_3 * W[4] + add_4_4 * W[6];
    const Y_4_2 = add_4_1 * W[1] + add_4_2 * W[3] + add_4_3 * W[5] + add_4_4 * W[7];

    // dY = Y - T   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z)]
    const dY_1_1 = Y_1_1 - X1_1_1;
    const dY_1_2 = Y_1_2 - max_1;
    const dY_2_1 = Y_2_1 - T_2_1;
    const dY_2_2 = Y_2_2 - max_2;
    const dY_3_1 = Y_3_1 - T_3_1;
    const dY_3_2 = Y_3_2 - max_3;
    const dY_4_1 = Y_4_1 - T_4_1;
    const dY_4_2 = Y_4_2 - max_4;

    // J_sum = Σn sum(dY .^ 2)
    J_sum += dY_1_1 * dY_1_1 + dY_1_2 * dY_1_2 + dY_2_1 * dY_2_1 + dY_2_2 * dY_2_2 + dY_3_1 * dY_3_1 + dY_3_2 * dY_3_2 + dY_4_1 * dY_4_1 + dY_4_2 * dY_4_2;
  }

  // J = 0.125 * (J_sum / m)   [line 20, loss]
  const J = 0.125 * (J_sum / m);
  report[0] = J;
  return J;
}

/** The loss over the examples `order[from … to)` and its gradients, into `into`; returns the loss. */
export function gradient(params: Parameters, data: Examples, into: Gradients, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { Q1, V1, Q2, V2, K1, K2, W } = params;
  const { X } = data.columns;
  const m = to - from;
  const share = 1 / m;
  const share2 = 0.25 * share;
  const share3 = 0.17677669529663687 * share;
  let J_sum = 0;
  let dW_1_1 = 0, dW_1_2 = 0, dW_2_1 = 0, dW_2_2 = 0, dW_3_1 = 0, dW_3_2 = 0, dW_4_1 = 0, dW_4_2 = 0;
  let dQ1_1_1 = 0, dQ1_1_2 = 0, dQ1_2_1 = 0, dQ1_2_2 = 0, dQ1_3_1 = 0, dQ1_3_2 = 0;
  let dK1_1_1 = 0, dK1_1_2 = 0, dK1_2_1 = 0, dK1_2_2 = 0, dK1_3_1 = 0, dK1_3_2 = 0;
  let dV1_1_1 = 0, dV1_1_2 = 0, dV1_2_1 = 0, dV1_2_2 = 0, dV1_3_1 = 0, dV1_3_2 = 0;
  let dQ2_1_1 = 0, dQ2_1_2 = 0, dQ2_2_1 = 0, dQ2_2_2 = 0, dQ2_3_1 = 0, dQ2_3_2 = 0;
  let dK2_1_1 = 0, dK2_1_2 = 0, dK2_2_1 = 0, dK2_2_2 = 0, dK2_3_1 = 0, dK2_3_2 = 0;
  let dV2_1_1 = 0, dV2_1_2 = 0, dV2_2_1 = 0, dV2_2_2 = 0, dV2_3_1 = 0, dV2_3_2 = 0;
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];

    // X1 = concat(X, zeros(4, 1)) + padded   [line 15]
    const X1_1_1 = X[row * 8];
    const X1_1_2 = X[row * 8 + 1];
    const X1_2_1 = X[row * 8 + 2];
    const X1_2_2 = X[row * 8 + 3];
    const X1_3_1 = X[row * 8 + 4];
    const X1_3_2 = X[row * 8 + 5];
    const X1_4_1 = X[row * 8 + 6];
    const X1_4_2 = X[row * 8 + 7];

    // sum = X1 * Q1
    const sum_1_1 = X1_1_1 * Q1[0] + X1_1_2 * Q1[2] + Q1[4];
    const sum_1_2 = X1_1_1 * Q1[1] + X1_1_2 * Q1[3] + Q1[5];
    const sum_2_1 = X1_2_1 * Q1[0] + X1_2_2 * Q1[2] + Q1[4];
    const sum_2_2 = X1_2_1 * Q1[1] + X1_2_2 * Q1[3] + Q1[5];
    const sum_3_1 = X1_3_1 * Q1[0] + X1_3_2 * Q1[2] + Q1[4];
    const sum_3_2 = X1_3_1 * Q1[1] + X1_3_2 * Q1[3] + Q1[5];
    const sum_4_1 = X1_4_1 * Q1[0] + X1_4_2 * Q1[2] + Q1[4];
    const sum_4_2 = X1_4_1 * Q1[1] + X1_4_2 * Q1[3] + Q1[5];

    // sum2 = X1 * V1
    const sum2_1_1 = X1_1_1 * V1[0] + X1_1_2 * V1[2] + V1[4];
    const sum2_1_2 = X1_1_1 * V1[1] + X1_1_2 * V1[3] + V1[5];
    const sum2_2_1 = X1_2_1 * V1[0] + X1_2_2 * V1[2] + V1[4];
    const sum2_2_2 = X1_2_1 * V1[1] + X1_2_2 * V1[3] + V1[5];
    const sum2_3_1 = X1_3_1 * V1[0] + X1_3_2 * V1[2] + V1[4];
    const sum2_3_2 = X1_3_1 * V1[1] + X1_3_2 * V1[3] + V1[5];
    const sum2_4_1 = X1_4_1 * V1[0] + X1_4_2 * V1[2] + V1[4];
    const sum2_4_2 = X1_4_1 * V1[1] + X1_4_2 * V1[3] + V1[5];

    // sum3 = X1 * Q2
    const sum3_1_1 = X1_1_1 * Q2[0] + X1_1_2 * Q2[2] + Q2[4];
    const sum3_1_2 = X1_1_1 * Q2[1] + X1_1_2 * Q2[3] + Q2[5];
    const sum3_2_1 = X1_2_1 * Q2[0] + X1_2_2 * Q2[2] + Q2[4];
    const sum3_2_2 = X1_2_1 * Q2[1] + X1_2_2 * Q2[3] + Q2[5];
    const sum3_3_1 = X1_3_1 * Q2[0] + X1_3_2 * Q2[2] + Q2[4];
    const sum3_3_2 = X1_3_1 * Q2[1] + X1_3_2 * Q2[3] + Q2[5];
    const sum3_4_1 = X1_4_1 * Q2[0] + X1_4_2 * Q2[2] + Q2[4];
    const sum3_4_2 = X1_4_1 * Q2[1] + X1_4_2 * Q2[3] + Q2[5];

    // sum4 = X1 * V2
    const sum4_1_1 = X1_1_1 * V2[0] + X1_1_2 * V2[2] + V2[4];
    const sum4_1_2 = X1_1_1 * V2[1] + X1_1_2 * V2[3] + V2[5];
    const sum4_2_1 = X1_2_1 * V2[0] + X1_2_2 * V2[2] + V2[4];
    const sum4_2_2 = X1_2_1 * V2[1] + X1_2_2 * V2[3] + V2[5];
    const sum4_3_1 = X1_3_1 * V2[0] + X1_3_2 * V2[2] + V2[4];
    const sum4_3_2 = X1_3_1 * V2[1] + X1_3_2 * V2[3] + V2[5];
    const sum4_4_1 = X1_4_1 * V2[0] + X1_4_2 * V2[2] + V2[4];
    const sum4_4_2 = X1_4_1 * V2[1] + X1_4_2 * V2[3] + V2[5];

    // sum5 = K1' * X1'
    const sum5_1_1 = X1_1_1 * K1[0] + X1_1_2 * K1[2] + K1[4];
    const sum5_1_2 = X1_2_1 * K1[0] + X1_2_2 * K1[2] + K1[4];
    const sum5_1_3 = X1_3_1 * K1[0] + X1_3_2 * K1[2] + K1[4];
    const sum5_1_4 = X1_4_1 * K1[0] + X1_4_2 * K1[2] + K1[4];
    const sum5_2_1 = X1_1_1 * K1[1] + X1_1_2 * K1[3] + K1[5];
    const sum5_2_2 = X1_2_1 * K1[1] + X1_2_2 * K1[3] + K1[5];
    const sum5_2_3 = X1_3_1 * K1[1] + X1_3_2 * K1[3] + K1[5];
    const sum5_2_4 = X1_4_1 * K1[1] + X1_4_2 * K1[3] + K1[5];

    // select = [1, 0, 0, 0; 1, 1, 0, 0; 1, 1, 1, 0; 1, 1, 1, 1] ? 0.7071067811865475 * (sum * sum5) : -1000000000   [line 13]
    const select_1_1 = 0.7071067811865475 * (sum_1_1 * sum5_1_1 + sum_1_2 * sum5_2_1);
    const select_2_1 = 0.7071067811865475 * (sum_2_1 * sum5_1_1 + sum_2_2 * sum5_2_1);
    const select_2_2 = 0.7071067811865475 * (sum_2_1 * sum5_1_2 + sum_2_2 * sum5_2_2);
    const select_3_1 = 0.7071067811865475 * (sum_3_1 * sum5_1_1 + sum_3_2 * sum5_2_1);
    const select_3_2 = 0.7071067811865475 * (sum_3_1 * sum5_1_2 + sum_3_2 * sum5_2_2);
    const select_3_3 = 0.7071067811865475 * (sum_3_1 * sum5_1_3 + sum_3_2 * sum5_2_3);
    const select_4_1 = 0.7071067811865475 * (sum_4_1 * sum5_1_1 + sum_4_2 * sum5_2_1);
    const select_4_2 = 0.7071067811865475 * (sum_4_1 * sum5_1_2 + sum_4_2 * sum5_2_2);
    const select_4_3 = 0.7071067811865475 * (sum_4_1 * sum5_1_3 + sum_4_2 * sum5_2_3);
    const select_4_4 = 0.7071067811865475 * (sum_4_1 * sum5_1_4 + sum_4_2 * sum5_2_4);

    // sum6 = K2' * X1'
    const sum6_1_1 = X1_1_1 * K2[0] + X1_1_2 * K2[2] + K2[4];
    const sum6_1_2 = X1_2_1 * K2[0] + X1_2_2 * K2[2] + K2[4];
    const sum6_1_3 = X1_3_1 * K2[0] + X1_3_2 * K2[2] + K2[4];
    const sum6_1_4 = X1_4_1 * K2[0] + X1_4_2 * K2[2] + K2[4];
    const sum6_2_1 = X1_1_1 * K2[1] + X1_1_2 * K2[3] + K2[5];
    const sum6_2_2 = X1_2_1 * K2[1] + X1_2_2 * K2[3] + K2[5];
    const sum6_2_3 = X1_3_1 * K2[1] + X1_3_2 * K2[3] + K2[5];
    const sum6_2_4 = X1_4_1 * K2[1] + X1_4_2 * K2[3] + K2[5];

    // select2 = [1, 0, 0, 0; 1, 1, 0, 0; 1, 1, 1, 0; 1, 1, 1, 1] ? 0.7071067811865475 * (sum3 * sum6) : -1000000000   [line 13]
    const select2_1_1 = 0.7071067811865475 * (sum3_1_1 * sum6_1_1 + sum3_1_2 * sum6_2_1);
    const select2_2_1 = 0.7071067811865475 * (sum3_2_1 * sum6_1_1 + sum3_2_2 * sum6_2_1);
    const select2_2_2 = 0.7071067811865475 * (sum3_2_1 * sum6_1_2 + sum3_2_2 * sum6_2_2);
    const select2_3_1 = 0.7071067811865475 * (sum3_3_1 * sum6_1_1 + sum3_3_2 * sum6_2_1);
    const select2_3_2 = 0.7071067811865475 * (sum3_3_1 * sum6_1_2 + sum3_3_2 * sum6_2_2);
    const select2_3_3 = 0.7071067811865475 * (sum3_3_1 * sum6_1_3 + sum3_3_2 * sum6_2_3);
    const select2_4_1 = 0.7071067811865475 * (sum3_4_1 * sum6_1_1 + sum3_4_2 * sum6_2_1);
    const select2_4_2 = 0.7071067811865475 * (sum3_4_1 * sum6_1_2 + sum3_4_2 * sum6_2_2);
    const select2_4_3 = 0.7071067811865475 * (sum3_4_1 * sum6_1_3 + sum3_4_2 * sum6_2_3);
    const select2_4_4 = 0.7071067811865475 * (sum3_4_1 * sum6_1_4 + sum3_4_2 * sum6_2_4);

    // max = max([1, 0, 0, 0; 1, 1, 0, 0; 1, 1, 1, 0; 1, 1, 1, 1] ? X[:, 2] : -1000000000, [], 2)
    const max_1 = Math.max(X1_1_2, -1000000000, -1000000000, -1000000000);
    const t = Math.max(X1_1_2, X1_2_2);
    const max_2 = Math.max(t, -1000000000, -1000000000);
    const t2 = Math.max(t, X1_3_2);
    const max_3 = Math.max(t2, -1000000000);
    const max_4 = Math.max(t2, X1_4_2);

    // T = {[i, 1] ↦ ([1, 0, 0, 0; 1, 1, 0, 0; 1, 1, 1, 0; 1, 1, 1, 1] * X[:, 1])[i] / [1, 2, 3, 4][i]} + {[i, 2] ↦ max[i]}   [line 19]
    const t3 = X1_1_1 + X1_2_1;
    const T_2_1 = t3 / 2;
    const t4 = t3 + X1_3_1;
    const T_3_1 = t4 / 3;
    const T_4_1 = (t4 + X1_4_1) / 4;

    // max2 = max(select, [], 2)
    const max2_1 = Math.max(select_1_1, -1000000000, -1000000000, -1000000000);
    const max2_2 = Math.max(select_2_1, select_2_2, -1000000000, -1000000000);
    const max2_3 = Math.max(select_3_1, select_3_2, select_3_3, -1000000000);
    const max2_4 = Math.max(select_4_1, select_4_2, select_4_3, select_4_4);

    // softmax_exp = exp(select - reshape(max2, [4, 1]))
    const softmax_exp_1_1 = Math.exp(select_1_1 - max2_1);
    const softmax_exp_1_2 = Math.exp(-1000000000 - max2_1);
    const softmax_exp_2_1 = Math.exp(select_2_1 - max2_2);
    const softmax_exp_2_2 = Math.exp(select_2_2 - max2_2);
    const softmax_exp_2_3 = Math.exp(-1000000000 - max2_2);
    const softmax_exp_3_1 = Math.exp(select_3_1 - max2_3);
    const softmax_exp_3_2 = Math.exp(select_3_2 - max2_3);
    const softmax_exp_3_3 = Math.exp(select_3_3 - max2_3);
    const softmax_exp_3_4 = Math.exp(-1000000000 - max2_3);
    const softmax_exp_4_1 = Math.exp(select_4_1 - max2_4);
    const softmax_exp_4_2 = Math.exp(select_4_2 - max2_4);
    const softmax_exp_4_3 = Math.exp(select_4_3 - max2_4);
    const softmax_exp_4_4 = Math.exp(select_4_4 - max2_4);

    // sum7 = sum(softmax_exp, 2)
    const sum7_1 = softmax_exp_1_1 + softmax_exp_1_2 + softmax_exp_1_2 + softmax_exp_1_2;
    const sum7_2 = softmax_exp_2_1 + softmax_exp_2_2 + softmax_exp_2_3 + softmax_exp_2_3;
    const sum7_3 = softmax_exp_3_1 + softmax_exp_3_2 + softmax_exp_3_3 + softmax_exp_3_4;
    const sum7_4 = softmax_exp_4_1 + softmax_exp_4_2 + softmax_exp_4_3 + softmax_exp_4_4;

    // softmax = softmax_exp ./ reshape(sum7, [4, 1])   [line 13]
    const softmax_1_1 = softmax_exp_1_1 / sum7_1;
    const softmax_1_2 = softmax_exp_1_2 / sum7_1;
    const softmax_2_1 = softmax_exp_2_1 / sum7_2;
    const softmax_2_2 = softmax_exp_2_2 / sum7_2;
    const softmax_2_3 = softmax_exp_2_3 / sum7_2;
    const softmax_3_1 = softmax_exp_3_1 / sum7_3;
    const softmax_3_2 = softmax_exp_3_2 / sum7_3;
    const softmax_3_3 = softmax_exp_3_3 / sum7_3;
    const softmax_3_4 = softmax_exp_3_4 / sum7_3;
    const softmax_4_1 = softmax_exp_4_1 / sum7_4;
    const softmax_4_2 = softmax_exp_4_2 / sum7_4;
    const softmax_4_3 = softmax_exp_4_3 / sum7_4;
    const softmax_4_4 = softmax_exp_4_4 / sum7_4;

    // max3 = max(select2, [], 2)
    const max3_1 = Math.max(select2_1_1, -1000000000, -1000000000, -1000000000);
    const max3_2 = Math.max(select2_2_1, select2_2_2, -1000000000, -1000000000);
    const max3_3 = Math.max(select2_3_1, select2_3_2, select2_3_3, -1000000000);
    const max3_4 = Math.max(select2_4_1, select2_4_2, select2_4_3, select2_4_4);

    // softmax_exp2 = exp(select2 - reshape(max3, [4, 1]))
    const softmax_exp2_1_1 = Math.exp(select2_1_1 - max3_1);
    const softmax_exp2_1_2 = Math.exp(-1000000000 - max3_1);
    const softmax_exp2_2_1 = Math.exp(select2_2_1 - max3_2);
    const softmax_exp2_2_2 = Math.exp(select2_2_2 - max3_2);
    const softmax_exp2_2_3 = Math.exp(-1000000000 - max3_2);
    const softmax_exp2_3_1 = Math.exp(select2_3_1 - max3_3);
    const softmax_exp2_3_2 = Math.exp(select2_3_2 - max3_3);
    const softmax_exp2_3_3 = Math.exp(select2_3_3 - max3_3);
    const softmax_exp2_3_4 = Math.exp(-1000000000 - max3_3);
    const softmax_exp2_4_1 = Math.exp(select2_4_1 - max3_4);
    const softmax_exp2_4_2 = Math.exp(select2_4_2 - max3_4);
    const softmax_exp2_4_3 = Math.exp(select2_4_3 - max3_4);
    const softmax_exp2_4_4 = Math.exp(select2_4_4 - max3_4);

    // sum8 = sum(softmax_exp2, 2)
    const sum8_1 = softmax_exp2_1_1 + softmax_exp2_1_2 + softmax_exp2_1_2 + softmax_exp2_1_2;
    const sum8_2 = softmax_exp2_2_1 + softmax_exp2_2_2 + softmax_exp2_2_3 + softmax_exp2_2_3;
    const sum8_3 = softmax_exp2_3_1 + softmax_exp2_3_2 + softmax_exp2_3_3 + softmax_exp2_3_4;
    const sum8_4 = softmax_exp2_4_1 + softmax_exp2_4_2 + softmax_exp2_4_3 + softmax_exp2_4_4;

    // softmax2 = softmax_exp2 ./ reshape(sum8, [4, 1])   [line 13]
    const softmax2_1_1 = softmax_exp2_1_1 / sum8_1;
    const softmax2_1_2 = softmax_exp2_1_2 / sum8_1;
    const softmax2_2_1 = softmax_exp2_2_1 / sum8_2;
    const softmax2_2_2 = softmax_exp2_2_2 / sum8_2;
    const softmax2_2_3 = softmax_exp2_2_3 / sum8_2;
    const softmax2_3_1 = softmax_exp2_3_1 / sum8_3;
    const softmax2_3_2 = softmax_exp2_3_2 / sum8_3;
    const softmax2_3_3 = softmax_exp2_3_3 / sum8_3;
    const softmax2_3_4 = softmax_exp2_3_4 / sum8_3;
    const softmax2_4_1 = softmax_exp2_4_1 / sum8_4;
    const softmax2_4_2 = softmax_exp2_4_2 / sum8_4;
    const softmax2_4_3 = softmax_exp2_4_3 / sum8_4;
    const softmax2_4_4 = softmax_exp2_4_4 / sum8_4;

    // add = concat(softmax * sum2, softmax2 * sum4)   [line 16]
    const add_1_1 = softmax_1_1 * sum2_1_1 + softmax_1_2 * sum2_2_1 + softmax_1_2 * sum2_3_1 + softmax_1_2 * sum2_4_1;
    const add_1_2 = softmax_1_1 * sum2_1_2 + softmax_1_2 * sum2_2_2 + softmax_1_2 * sum2_3_2 + softmax_1_2 * sum2_4_2;
    const add_1_3 = softmax2_1_1 * sum4_1_1 + softmax2_1_2 * sum4_2_1 + softmax2_1_2 * sum4_3_1 + softmax2_1_2 * sum4_4_1;
    const add_1_4 = softmax2_1_1 * sum4_1_2 + softmax2_1_2 * sum4_2_2 + softmax2_1_2 * sum4_3_2 + softmax2_1_2 * sum4_4_2;
    const add_2_1 = softmax_2_1 * sum2_1_1 + softmax_2_2 * sum2_2_1 + softmax_2_3 * sum2_3_1 + softmax_2_3 * sum2_4_1;
    const add_2_2 = softmax_2_1 * sum2_1_2 + softmax_2_2 * sum2_2_2 + softmax_2_3 * sum2_3_2 + softmax_2_3 * sum2_4_2;
    const add_2_3 = softmax2_2_1 * sum4_1_1 + softmax2_2_2 * sum4_2_1 + softmax2_2_3 * sum4_3_1 + softmax2_2_3 * sum4_4_1;
    const add_2_4 = softmax2_2_1 * sum4_1_2 + softmax2_2_2 * sum4_2_2 + softmax2_2_3 * sum4_3_2 + softmax2_2_3 * sum4_4_2;
    const add_3_1 = softmax_3_1 * sum2_1_1 + softmax_3_2 * sum2_2_1 + softmax_3_3 * sum2_3_1 + softmax_3_4 * sum2_4_1;
    const add_3_2 = softmax_3_1 * sum2_1_2 + softmax_3_2 * sum2_2_2 + softmax_3_3 * sum2_3_2 + softmax_3_4 * sum2_4_2;
    const add_3_3 = softmax2_3_1 * sum4_1_1 + softmax2_3_2 * sum4_2_1 + softmax2_3_3 * sum4_3_1 + softmax2_3_4 * sum4_4_1;
    const add_3_4 = softmax2_3_1 * sum4_1_2 + softmax2_3_2 * sum4_2_2 + softmax2_3_3 * sum4_3_2 + softmax2_3_4 * sum4_4_2;
    const add_4_1 = softmax_4_1 * sum2_1_1 + softmax_4_2 * sum2_2_1 + softmax_4_3 * sum2_3_1 + softmax_4_4 * sum2_4_1;
    const add_4_2 = softmax_4_1 * sum2_1_2 + softmax_4_2 * sum2_2_2 + softmax_4_3 * sum2_3_2 + softmax_4_4 * sum2_4_2;
    const add_4_3 = softmax2_4_1 * sum4_1_1 + softmax2_4_2 * sum4_2_1 + softmax2_4_3 * sum4_3_1 + softmax2_4_4 * sum4_4_1;
    const add_4_4 = softmax2_4_1 * sum4_1_2 + softmax2_4_2 * sum4_2_2 + softmax2_4_3 * sum4_3_2 + softmax2_4_4 * sum4_4_2;

    // Y = add * W   [line 16, output]
    const Y_1_1 = add_1_1 * W[0] + add_1_2 * W[2] + add_1_3 * W[4] + add_1_4 * W[6];
    const Y_1_2 = add_1_1 * W[1] + add_1_2 * W[3] + add_1_3 * W[5] + add_1_4 * W[7];
    const Y_2_1 = add_2_1 * W[0] + add_2_2 * W[2] + add_2_3 * W[4] + add_2_4 * W[6];
    const Y_2_2 = add_2_1 * W[1] + add_2_2 * W[3] + add_2_3 * W[5] + add_2_4 * W[7];
    const Y_3_1 = add_3_1 * W[0] + add_3_2 * W[2] + add_3_3 * W[4] + add_3_4 * W[6];
    const Y_3_2 = add_3_1 * W[1] + add_3_2 * W[3] + add_3_3 * W[5] + add_3_4 * W[7];
    const Y_4_1 = add_4_1 * W[0] + add_4_2 * W[2] + add_4_3 * W[4] + add_4_4 * W[6];
    const Y_4_2 = add_4_1 * W[1] + add_4_2 * W[3] + add_4_3 * W[5] + add_4_4 * W[7];

    // dY = Y - T   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z)]
    const dY_1_1 = Y_1_1 - X1_1_1;
    const dY_1_2 = Y_1_2 - max_1;
    const dY_2_1 = Y_2_1 - T_2_1;
    const dY_2_2 = Y_2_2 - max_2;
    const dY_3_1 = Y_3_1 - T_3_1;
    const dY_3_2 = Y_3_2 - max_3;
    const dY_4_1 = Y_4_1 - T_4_1;
    const dY_4_2 = Y_4_2 - max_4;

    // J_sum = Σn sum(dY .^ 2)
    J_sum += dY_1_1 * dY_1_1 + dY_1_2 * dY_1_2 + dY_2_1 * dY_2_1 + dY_2_2 * dY_2_2 + dY_3_1 * dY_3_1 + dY_3_2 * dY_3_2 + dY_4_1 * dY_4_1 + dY_4_2 * dY_4_2;

    // dW = Σn add' * dY   [EQ4: ∂C/∂w = δ aᵀ; line 16]
    dW_1_1 += dY_1_1 * add_1_1 + dY_2_1 * add_2_1 + dY_3_1 * add_3_1 + dY_4_1 * add_4_1;
    dW_1_2 += dY_1_2 * add_1_1 + dY_2_2 * add_2_1 + dY_3_2 * add_3_1 + dY_4_2 * add_4_1;
    dW_2_1 += dY_1_1 * add_1_2 + dY_2_1 * add_2_2 + dY_3_1 * add_3_2 + dY_4_1 * add_4_2;
    dW_2_2 += dY_1_2 * add_1_2 + dY_2_2 * add_2_2 + dY_3_2 * add_3_2 + dY_4_2 * add_4_2;
    dW_3_1 += dY_1_1 * add_1_3 + dY_2_1 * add_2_3 + dY_3_1 * add_3_3 + dY_4_1 * add_4_3;
    dW_3_2 += dY_1_2 * add_1_3 + dY_2_2 * add_2_3 + dY_3_2 * add_3_3 + dY_4_2 * add_4_3;
    dW_4_1 += dY_1_1 * add_1_4 + dY_2_1 * add_2_4 + dY_3_1 * add_3_4 + dY_4_1 * add_4_4;
    dW_4_2 += dY_1_2 * add_1_4 + dY_2_2 * add_2_4 + dY_3_2 * add_3_4 + dY_4_2 * add_4_4;

    // delta = dY * W'   [line 16]
    const delta_1_1 = dY_1_1 * W[0] + dY_1_2 * W[1];
    const delta_1_2 = dY_1_1 * W[2] + dY_1_2 * W[3];
    const delta_1_3 = dY_1_1 * W[4] + dY_1_2 * W[5];
    const delta_1_4 = dY_1_1 * W[6] + dY_1_2 * W[7];
    const delta_2_1 = dY_2_1 * W[0] + dY_2_2 * W[1];
    const delta_2_2 = dY_2_1 * W[2] + dY_2_2 * W[3];
    const delta_2_3 = dY_2_1 * W[4] + dY_2_2 * W[5];
    const delta_2_4 = dY_2_1 * W[6] + dY_2_2 * W[7];
    const delta_3_1 = dY_3_1 * W[0] + dY_3_2 * W[1];
    const delta_3_2 = dY_3_1 * W[2] + dY_3_2 * W[3];
    const delta_3_3 = dY_3_1 * W[4] + dY_3_2 * W[5];
    const delta_3_4 = dY_3_1 * W[6] + dY_3_2 * W[7];
    const delta_4_1 = dY_4_1 * W[0] + dY_4_2 * W[1];
    const delta_4_2 = dY_4_1 * W[2] + dY_4_2 * W[3];
    const delta_4_3 = dY_4_1 * W[4] + dY_4_2 * W[5];
    const delta_4_4 = dY_4_1 * W[6] + dY_4_2 * W[7];

    // delta2 = delta[:, 1:2] * sum2'   [concat(softmax(t1, 2) * (X1 * V1), zeros(4, 2)) with respect to softmax(t1, 2): the other matrix transposed, times the cotangent]
    const delta2_1_1 = delta_1_1 * sum2_1_1 + delta_1_2 * sum2_1_2;
    const delta2_1_2 = delta_1_1 * sum2_2_1 + delta_1_2 * sum2_2_2;
    const delta2_1_3 = delta_1_1 * sum2_3_1 + delta_1_2 * sum2_3_2;
    const delta2_1_4 = delta_1_1 * sum2_4_1 + delta_1_2 * sum2_4_2;
    const delta2_2_1 = delta_2_1 * sum2_1_1 + delta_2_2 * sum2_1_2;
    const delta2_2_2 = delta_2_1 * sum2_2_1 + delta_2_2 * sum2_2_2;
    const delta2_2_3 = delta_2_1 * sum2_3_1 + delta_2_2 * sum2_3_2;
    const delta2_2_4 = delta_2_1 * sum2_4_1 + delta_2_2 * sum2_4_2;
    const delta2_3_1 = delta_3_1 * sum2_1_1 + delta_3_2 * sum2_1_2;
    const delta2_3_2 = delta_3_1 * sum2_2_1 + delta_3_2 * sum2_2_2;
    const delta2_3_3 = delta_3_1 * sum2_3_1 + delta_3_2 * sum2_3_2;
    const delta2_3_4 = delta_3_1 * sum2_4_1 + delta_3_2 * sum2_4_2;
    const delta2_4_1 = delta_4_1 * sum2_1_1 + delta_4_2 * sum2_1_2;
    const delta2_4_2 = delta_4_1 * sum2_2_1 + delta_4_2 * sum2_2_2;
    const delta2_4_3 = delta_4_1 * sum2_3_1 + delta_4_2 * sum2_3_2;
    const delta2_4_4 = delta_4_1 * sum2_4_1 + delta_4_2 * sum2_4_2;

    // sum9 = sum(delta2 .* softmax, 2)
    const sum9_1 = delta2_1_1 * softmax_1_1 + delta2_1_2 * softmax_1_2 + delta2_1_3 * softmax_1_2 + delta2_1_4 * softmax_1_2;
    const sum9_2 = delta2_2_1 * softmax_2_1 + delta2_2_2 * softmax_2_2 + delta2_2_3 * softmax_2_3 + delta2_2_4 * softmax_2_3;
    const sum9_3 = delta2_3_1 * softmax_3_1 + delta2_3_2 * softmax_3_2 + delta2_3_3 * softmax_3_3 + delta2_3_4 * softmax_3_4;
    const sum9_4 = delta2_4_1 * softmax_4_1 + delta2_4_2 * softmax_4_2 + delta2_4_3 * softmax_4_3 + delta2_4_4 * softmax_4_4;

    // delta3 = [1, 0, 0, 0; 1, 1, 0, 0; 1, 1, 1, 0; 1, 1, 1, 1] ? softmax .* (delta2 - reshape(sum9, [4, 1])) : 0   [chain rule through mul: ∂y/∂b = a; line 13]
    const delta3_1_1 = softmax_1_1 * (delta2_1_1 - sum9_1);
    const delta3_2_1 = softmax_2_1 * (delta2_2_1 - sum9_2);
    const delta3_2_2 = softmax_2_2 * (delta2_2_2 - sum9_2);
    const delta3_3_1 = softmax_3_1 * (delta2_3_1 - sum9_3);
    const delta3_3_2 = softmax_3_2 * (delta2_3_2 - sum9_3);
    const delta3_3_3 = softmax_3_3 * (delta2_3_3 - sum9_3);
    const delta3_4_1 = softmax_4_1 * (delta2_4_1 - sum9_4);
    const delta3_4_2 = softmax_4_2 * (delta2_4_2 - sum9_4);
    const delta3_4_3 = softmax_4_3 * (delta2_4_3 - sum9_4);
    const delta3_4_4 = softmax_4_4 * (delta2_4_4 - sum9_4);

    // delta4 = delta3 * sum5'   [line 13]
    const delta4_1_1 = delta3_1_1 * sum5_1_1;
    const delta4_1_2 = delta3_1_1 * sum5_2_1;
    const delta4_2_1 = delta3_2_1 * sum5_1_1 + delta3_2_2 * sum5_1_2;
    const delta4_2_2 = delta3_2_1 * sum5_2_1 + delta3_2_2 * sum5_2_2;
    const delta4_3_1 = delta3_3_1 * sum5_1_1 + delta3_3_2 * sum5_1_2 + delta3_3_3 * sum5_1_3;
    const delta4_3_2 = delta3_3_1 * sum5_2_1 + delta3_3_2 * sum5_2_2 + delta3_3_3 * sum5_2_3;
    const delta4_4_1 = delta3_4_1 * sum5_1_1 + delta3_4_2 * sum5_1_2 + delta3_4_3 * sum5_1_3 + delta3_4_4 * sum5_1_4;
    const delta4_4_2 = delta3_4_1 * sum5_2_1 + delta3_4_2 * sum5_2_2 + delta3_4_3 * sum5_2_3 + delta3_4_4 * sum5_2_4;

    // dQ1 = Σn X1' * delta4   [EQ4: ∂C/∂w = δ aᵀ; line 13]
    dQ1_1_1 += delta4_1_1 * X1_1_1 + delta4_2_1 * X1_2_1 + delta4_3_1 * X1_3_1 + delta4_4_1 * X1_4_1;
    dQ1_1_2 += delta4_1_2 * X1_1_1 + delta4_2_2 * X1_2_1 + delta4_3_2 * X1_3_1 + delta4_4_2 * X1_4_1;
    dQ1_2_1 += delta4_1_1 * X1_1_2 + delta4_2_1 * X1_2_2 + delta4_3_1 * X1_3_2 + delta4_4_1 * X1_4_2;
    dQ1_2_2 += delta4_1_2 * X1_1_2 + delta4_2_2 * X1_2_2 + delta4_3_2 * X1_3_2 + delta4_4_2 * X1_4_2;
    dQ1_3_1 += delta4_1_1 + delta4_2_1 + delta4_3_1 + delta4_4_1;
    dQ1_3_2 += delta4_1_2 + delta4_2_2 + delta4_3_2 + delta4_4_2;

    // delta5 = sum' * delta3   [line 13]
    const delta5_1_1 = delta3_1_1 * sum_1_1 + delta3_2_1 * sum_2_1 + delta3_3_1 * sum_3_1 + delta3_4_1 * sum_4_1;
    const delta5_1_2 = delta3_2_2 * sum_2_1 + delta3_3_2 * sum_3_1 + delta3_4_2 * sum_4_1;
    const delta5_1_3 = delta3_3_3 * sum_3_1 + delta3_4_3 * sum_4_1;
    const delta5_1_4 = delta3_4_4 * sum_4_1;
    const delta5_2_1 = delta3_1_1 * sum_1_2 + delta3_2_1 * sum_2_2 + delta3_3_1 * sum_3_2 + delta3_4_1 * sum_4_2;
    const delta5_2_2 = delta3_2_2 * sum_2_2 + delta3_3_2 * sum_3_2 + delta3_4_2 * sum_4_2;
    const delta5_2_3 = delta3_3_3 * sum_3_2 + delta3_4_3 * sum_4_2;
    const delta5_2_4 = delta3_4_4 * sum_4_2;

    // dK1 = Σn X1' * delta5'   [EQ4: ∂C/∂w = δ aᵀ; line 13]
    dK1_1_1 += delta5_1_1 * X1_1_1 + delta5_1_2 * X1_2_1 + delta5_1_3 * X1_3_1 + delta5_1_4 * X1_4_1;
    dK1_1_2 += delta5_2_1 * X1_1_1 + delta5_2_2 * X1_2_1 + delta5_2_3 * X1_3_1 + delta5_2_4 * X1_4_1;
    dK1_2_1 += delta5_1_1 * X1_1_2 + delta5_1_2 * X1_2_2 + delta5_1_3 * X1_3_2 + delta5_1_4 * X1_4_2;
    dK1_2_2 += delta5_2_1 * X1_1_2 + delta5_2_2 * X1_2_2 + delta5_2_3 * X1_3_2 + delta5_2_4 * X1_4_2;
    dK1_3_1 += delta5_1_1 + delta5_1_2 + delta5_1_3 + delta5_1_4;
    dK1_3_2 += delta5_2_1 + delta5_2_2 + delta5_2_3 + delta5_2_4;

    // delta6 = softmax' * delta[:, 1:2]
    const delta6_1_1 = delta_1_1 * softmax_1_1 + delta_2_1 * softmax_2_1 + delta_3_1 * softmax_3_1 + delta_4_1 * softmax_4_1;
    const delta6_1_2 = delta_1_2 * softmax_1_1 + delta_2_2 * softmax_2_1 + delta_3_2 * softmax_3_1 + delta_4_2 * softmax_4_1;
    const t5 = delta_1_1 * softmax_1_2;
    const delta6_2_1 = t5 + delta_2_1 * softmax_2_2 + delta_3_1 * softmax_3_2 + delta_4_1 * softmax_4_2;
    const t6 = delta_1_2 * softmax_1_2;
    const delta6_2_2 = t6 + delta_2_2 * softmax_2_2 + delta_3_2 * softmax_3_2 + delta_4_2 * softmax_4_2;
    const t7 = t5 + delta_2_1 * softmax_2_3;
    const delta6_3_1 = t7 + delta_3_1 * softmax_3_3 + delta_4_1 * softmax_4_3;
    const t8 = t6 + delta_2_2 * softmax_2_3;
    const delta6_3_2 = t8 + delta_3_2 * softmax_3_3 + delta_4_2 * softmax_4_3;
    const delta6_4_1 = t7 + delta_3_1 * softmax_3_4 + delta_4_1 * softmax_4_4;
    const delta6_4_2 = t8 + delta_3_2 * softmax_3_4 + delta_4_2 * softmax_4_4;

    // dV1 = Σn X1' * delta6   [EQ4: ∂C/∂w = δ aᵀ; line 13]
    dV1_1_1 += delta6_1_1 * X1_1_1 + delta6_2_1 * X1_2_1 + delta6_3_1 * X1_3_1 + delta6_4_1 * X1_4_1;
    dV1_1_2 += delta6_1_2 * X1_1_1 + delta6_2_2 * X1_2_1 + delta6_3_2 * X1_3_1 + delta6_4_2 * X1_4_1;
    dV1_2_1 += delta6_1_1 * X1_1_2 + delta6_2_1 * X1_2_2 + delta6_3_1 * X1_3_2 + delta6_4_1 * X1_4_2;
    dV1_2_2 += delta6_1_2 * X1_1_2 + delta6_2_2 * X1_2_2 + delta6_3_2 * X1_3_2 + delta6_4_2 * X1_4_2;
    dV1_3_1 += delta6_1_1 + delta6_2_1 + delta6_3_1 + delta6_4_1;
    dV1_3_2 += delta6_1_2 + delta6_2_2 + delta6_3_2 + delta6_4_2;

    // delta7 = delta[:, 3:4] * sum4'   [concat(zeros(4, 2), softmax(t2, 2) * (X1 * V2)) with respect to softmax(t2, 2): the other matrix transposed, times the cotangent]
    const delta7_1_1 = delta_1_3 * sum4_1_1 + delta_1_4 * sum4_1_2;
    const delta7_1_2 = delta_1_3 * sum4_2_1 + delta_1_4 * sum4_2_2;
    const delta7_1_3 = delta_1_3 * sum4_3_1 + delta_1_4 * sum4_3_2;
    const delta7_1_4 = delta_1_3 * sum4_4_1 + delta_1_4 * sum4_4_2;
    const delta7_2_1 = delta_2_3 * sum4_1_1 + delta_2_4 * sum4_1_2;
    const delta7_2_2 = delta_2_3 * sum4_2_1 + delta_2_4 * sum4_2_2;
    const delta7_2_3 = delta_2_3 * sum4_3_1 + delta_2_4 * sum4_3_2;
    const delta7_2_4 = delta_2_3 * sum4_4_1 + delta_2_4 * sum4_4_2;
    const delta7_3_1 = delta_3_3 * sum4_1_1 + delta_3_4 * sum4_1_2;
    const delta7_3_2 = delta_3_3 * sum4_2_1 + delta_3_4 * sum4_2_2;
    const delta7_3_3 = delta_3_3 * sum4_3_1 + delta_3_4 * sum4_3_2;
    const delta7_3_4 = delta_3_3 * sum4_4_1 + delta_3_4 * sum4_4_2;
    const delta7_4_1 = delta_4_3 * sum4_1_1 + delta_4_4 * sum4_1_2;
    const delta7_4_2 = delta_4_3 * sum4_2_1 + delta_4_4 * sum4_2_2;
    const delta7_4_3 = delta_4_3 * sum4_3_1 + delta_4_4 * sum4_3_2;
    const delta7_4_4 = delta_4_3 * sum4_4_1 + delta_4_4 * sum4_4_2;

    // sum10 = sum(delta7 .* softmax2, 2)
    const sum10_1 = delta7_1_1 * softmax2_1_1 + delta7_1_2 * softmax2_1_2 + delta7_1_3 * softmax2_1_2 + delta7_1_4 * softmax2_1_2;
    const sum10_2 = delta7_2_1 * softmax2_2_1 + delta7_2_2 * softmax2_2_2 + delta7_2_3 * softmax2_2_3 + delta7_2_4 * softmax2_2_3;
    const sum10_3 = delta7_3_1 * softmax2_3_1 + delta7_3_2 * softmax2_3_2 + delta7_3_3 * softmax2_3_3 + delta7_3_4 * softmax2_3_4;
    const sum10_4 = delta7_4_1 * softmax2_4_1 + delta7_4_2 * softmax2_4_2 + delta7_4_3 * softmax2_4_3 + delta7_4_4 * softmax2_4_4;

    // delta8 = [1, 0, 0, 0; 1, 1, 0, 0; 1, 1, 1, 0; 1, 1, 1, 1] ? softmax2 .* (delta7 - reshape(sum10, [4, 1])) : 0   [chain rule through mul: ∂y/∂b = a; line 13]
    const delta8_1_1 = softmax2_1_1 * (delta7_1_1 - sum10_1);
    const delta8_2_1 = softmax2_2_1 * (delta7_2_1 - sum10_2);
    const delta8_2_2 = softmax2_2_2 * (delta7_2_2 - sum10_2);
    const delta8_3_1 = softmax2_3_1 * (delta7_3_1 - sum10_3);
    const delta8_3_2 = softmax2_3_2 * (delta7_3_2 - sum10_3);
    const delta8_3_3 = softmax2_3_3 * (delta7_3_3 - sum10_3);
    const delta8_4_1 = softmax2_4_1 * (delta7_4_1 - sum10_4);
    const delta8_4_2 = softmax2_4_2 * (delta7_4_2 - sum10_4);
    const delta8_4_3 = softmax2_4_3 * (delta7_4_3 - sum10_4);
    const delta8_4_4 = softmax2_4_4 * (delta7_4_4 - sum10_4);

    // delta9 = delta8 * sum6'   [line 13]
    const delta9_1_1 = delta8_1_1 * sum6_1_1;
    const delta9_1_2 = delta8_1_1 * sum6_2_1;
    const delta9_2_1 = delta8_2_1 * sum6_1_1 + delta8_2_2 * sum6_1_2;
    const delta9_2_2 = delta8_2_1 * sum6_2_1 + delta8_2_2 * sum6_2_2;
    const delta9_3_1 = delta8_3_1 * sum6_1_1 + delta8_3_2 * sum6_1_2 + delta8_3_3 * sum6_1_3;
    const delta9_3_2 = delta8_3_1 * sum6_2_1 + delta8_3_2 * sum6_2_2 + delta8_3_3 * sum6_2_3;
    const delta9_4_1 = delta8_4_1 * sum6_1_1 + delta8_4_2 * sum6_1_2 + delta8_4_3 * sum6_1_3 + delta8_4_4 * sum6_1_4;
    const delta9_4_2 = delta8_4_1 * sum6_2_1 + delta8_4_2 * sum6_2_2 + delta8_4_3 * sum6_2_3 + delta8_4_4 * sum6_2_4;

    // dQ2 = Σn X1' * delta9   [EQ4: ∂C/∂w = δ aᵀ; line 13]
    dQ2_1_1 += delta9_1_1 * X1_1_1 + delta9_2_1 * X1_2_1 + delta9_3_1 * X1_3_1 + delta9_4_1 * X1_4_1;
    dQ2_1_2 += delta9_1_2 * X1_1_1 + delta9_2_2 * X1_2_1 + delta9_3_2 * X1_3_1 + delta9_4_2 * X1_4_1;
    dQ2_2_1 += delta9_1_1 * X1_1_2 + delta9_2_1 * X1_2_2 + delta9_3_1 * X1_3_2 + delta9_4_1 * X1_4_2;
    dQ2_2_2 += delta9_1_2 * X1_1_2 + delta9_2_2 * X1_2_2 + delta9_3_2 * X1_3_2 + delta9_4_2 * X1_4_2;
    dQ2_3_1 += delta9_1_1 + delta9_2_1 + delta9_3_1 + delta9_4_1;
    dQ2_3_2 += delta9_1_2 + delta9_2_2 + delta9_3_2 + delta9_4_2;

    // delta10 = sum3' * delta8   [line 13]
    const delta10_1_1 = delta8_1_1 * sum3_1_1 + delta8_2_1 * sum3_2_1 + delta8_3_1 * sum3_3_1 + delta8_4_1 * sum3_4_1;
    const delta10_1_2 = delta8_2_2 * sum3_2_1 + delta8_3_2 * sum3_3_1 + delta8_4_2 * sum3_4_1;
    const delta10_1_3 = delta8_3_3 * sum3_3_1 + delta8_4_3 * sum3_4_1;
    const delta10_1_4 = delta8_4_4 * sum3_4_1;
    const delta10_2_1 = delta8_1_1 * sum3_1_2 + delta8_2_1 * sum3_2_2 + delta8_3_1 * sum3_3_2 + delta8_4_1 * sum3_4_2;
    const delta10_2_2 = delta8_2_2 * sum3_2_2 + delta8_3_2 * sum3_3_2 + delta8_4_2 * sum3_4_2;
    const delta10_2_3 = delta8_3_3 * sum3_3_2 + delta8_4_3 * sum3_4_2;
    const delta10_2_4 = delta8_4_4 * sum3_4_2;

    // dK2 = Σn X1' * delta10'   [EQ4: ∂C/∂w = δ aᵀ; line 13]
    dK2_1_1 += delta10_1_1 * X1_1_1 + delta10_1_2 * X1_2_1 + delta10_1_3 * X1_3_1 + delta10_1_4 * X1_4_1;
    dK2_1_2 += delta10_2_1 * X1_1_1 + delta10_2_2 * X1_2_1 + delta10_2_3 * X1_3_1 + delta10_2_4 * X1_4_1;
    dK2_2_1 += delta10_1_1 * X1_1_2 + delta10_1_2 * X1_2_2 + delta10_1_3 * X1_3_2 + delta10_1_4 * X1_4_2;
    dK2_2_2 += delta10_2_1 * X1_1_2 + delta10_2_2 * X1_2_2 + delta10_2_3 * X1_3_2 + delta10_2_4 * X1_4_2;
    dK2_3_1 += delta10_1_1 + delta10_1_2 + delta10_1_3 + delta10_1_4;
    dK2_3_2 += delta10_2_1 + delta10_2_2 + delta10_2_3 + delta10_2_4;

    // delta11 = softmax2' * delta[:, 3:4]
    const delta11_1_1 = delta_1_3 * softmax2_1_1 + delta_2_3 * softmax2_2_1 + delta_3_3 * softmax2_3_1 + delta_4_3 * softmax2_4_1;
    const delta11_1_2 = delta_1_4 * softmax2_1_1 + delta_2_4 * softmax2_2_1 + delta_3_4 * softmax2_3_1 + delta_4_4 * softmax2_4_1;
    const t9 = delta_1_3 * softmax2_1_2;
    const delta11_2_1 = t9 + delta_2_3 * softmax2_2_2 + delta_3_3 * softmax2_3_2 + delta_4_3 * softmax2_4_2;
    const t10 = delta_1_4 * softmax2_1_2;
    const delta11_2_2 = t10 + delta_2_4 * softmax2_2_2 + delta_3_4 * softmax2_3_2 + delta_4_4 * softmax2_4_2;
    const t11 = t9 + delta_2_3 * softmax2_2_3;
    const delta11_3_1 = t11 + delta_3_3 * softmax2_3_3 + delta_4_3 * softmax2_4_3;
    const t12 = t10 + delta_2_4 * softmax2_2_3;
    const delta11_3_2 = t12 + delta_3_4 * softmax2_3_3 + delta_4_4 * softmax2_4_3;
    const delta11_4_1 = t11 + delta_3_3 * softmax2_3_4 + delta_4_3 * softmax2_4_4;
    const delta11_4_2 = t12 + delta_3_4 * softmax2_3_4 + delta_4_4 * softmax2_4_4;

    // dV2 = Σn X1' * delta11   [EQ4: ∂C/∂w = δ aᵀ; line 13]
    dV2_1_1 += delta11_1_1 * X1_1_1 + delta11_2_1 * X1_2_1 + delta11_3_1 * X1_3_1 + delta11_4_1 * X1_4_1;
    dV2_1_2 += delta11_1_2 * X1_1_1 + delta11_2_2 * X1_2_1 + delta11_3_2 * X1_3_1 + delta11_4_2 * X1_4_1;
    dV2_2_1 += delta11_1_1 * X1_1_2 + delta11_2_1 * X1_2_2 + delta11_3_1 * X1_3_2 + delta11_4_1 * X1_4_2;
    dV2_2_2 += delta11_1_2 * X1_1_2 + delta11_2_2 * X1_2_2 + delta11_3_2 * X1_3_2 + delta11_4_2 * X1_4_2;
    dV2_3_1 += delta11_1_1 + delta11_2_1 + delta11_3_1 + delta11_4_1;
    dV2_3_2 += delta11_1_2 + delta11_2_2 + delta11_3_2 + delta11_4_2;
  }

  // J = 0.125 * (J_sum / m)   [line 20, loss]
  const J = 0.125 * (J_sum / m);
  into.losses[0] = J;

  // dQ1 = share3 * dQ1   [the mean over the batch]
  into.Q1[0] = share3 * dQ1_1_1;
  into.Q1[1] = share3 * dQ1_1_2;
  into.Q1[2] = share3 * dQ1_2_1;
  into.Q1[3] = share3 * dQ1_2_2;
  into.Q1[4] = share3 * dQ1_3_1;
  into.Q1[5] = share3 * dQ1_3_2;

  // dK1 = share3 * dK1   [the mean over the batch]
  into.K1[0] = share3 * dK1_1_1;
  into.K1[1] = share3 * dK1_1_2;
  into.K1[2] = share3 * dK1_2_1;
  into.K1[3] = share3 * dK1_2_2;
  into.K1[4] = share3 * dK1_3_1;
  into.K1[5] = share3 * dK1_3_2;

  // dV1 = share2 * dV1   [the mean over the batch]
  into.V1[0] = share2 * dV1_1_1;
  into.V1[1] = share2 * dV1_1_2;
  into.V1[2] = share2 * dV1_2_1;
  into.V1[3] = share2 * dV1_2_2;
  into.V1[4] = share2 * dV1_3_1;
  into.V1[5] = share2 * dV1_3_2;

  // dQ2 = share3 * dQ2   [the mean over the batch]
  into.Q2[0] = share3 * dQ2_1_1;
  into.Q2[1] = share3 * dQ2_1_2;
  into.Q2[2] = share3 * dQ2_2_1;
  into.Q2[3] = share3 * dQ2_2_2;
  into.Q2[4] = share3 * dQ2_3_1;
  into.Q2[5] = share3 * dQ2_3_2;

  // dK2 = share3 * dK2   [the mean over the batch]
  into.K2[0] = share3 * dK2_1_1;
  into.K2[1] = share3 * dK2_1_2;
  into.K2[2] = share3 * dK2_2_1;
  into.K2[3] = share3 * dK2_2_2;
  into.K2[4] = share3 * dK2_3_1;
  into.K2[5] = share3 * dK2_3_2;

  // dV2 = share2 * dV2   [the mean over the batch]
  into.V2[0] = share2 * dV2_1_1;
  into.V2[1] = share2 * dV2_1_2;
  into.V2[2] = share2 * dV2_2_1;
  into.V2[3] = share2 * dV2_2_2;
  into.V2[4] = share2 * dV2_3_1;
  into.V2[5] = share2 * dV2_3_2;

  // dW = share2 * dW   [the mean over the batch]
  into.W[0] = share2 * dW_1_1;
  into.W[1] = share2 * dW_1_2;
  into.W[2] = share2 * dW_2_1;
  into.W[3] = share2 * dW_2_2;
  into.W[4] = share2 * dW_3_1;
  into.W[5] = share2 * dW_3_2;
  into.W[6] = share2 * dW_4_1;
  into.W[7] = share2 * dW_4_2;
  return J;
}

/** One step of training on the examples `order[from … to)`: forward, backward, update; returns the loss before the update. */
export function step(params: Parameters, state: Floats, data: Examples, clock: Clock, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const m = to - from;
  stepPart(clock, m);
  J_sum.fill(0);
  dQ1.fill(0);
  dK1.fill(0);
  dV1.fill(0);
  dQ2.fill(0);
  dK2.fill(0);
  dV2.fill(0);
  dW.fill(0);
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

/** A part of `step`: padded, share, share2, share3, share4, stepSize, scale, share5. */
function stepPart(clock: Clock, m: number): void {
  const { rate, t } = clock;

  // padded = concat(zeros(4, 2), ones(4, 1))
  for (let i = 0; i < 4; i++) {
    const i3 = i * 3;
    for (let j = 0; j < 2; j++) {
      padded[i3 + j] = 0;
    }
  }
  padded[2] = 1;
  padded[5] = 1;
  padded[8] = 1;
  padded[11] = 1;
  const share = 1 / m;

  // share2 = 0.25 * share
  share2[0] = 0.25 * share;

  // share3 = 0.17677669529663687 * share
  share3[0] = 0.17677669529663687 * share;

  // share4 = 0.017677669529663688 * share
  share4[0] = 0.017677669529663688 * share;

  // stepSize = rate / (1 - 0.9 ^ t)
  stepSize[0] = rate / (1 - Math.pow(0.9, t));

  // scale = 1 / (1 - 0.999 ^ t)
  scale[0] = 1 / (1 - Math.pow(0.999, t));

  // share5 = 0.025 * share
  share5[0] = 0.025 * share;
}

/** A part of `step`: X1, sum, sum2, sum3, sum4, sum5, select and 36 more. */
function stepPart2(params: Parameters, data: Examples, size: number): void {
  const { Q1, V1, Q2, V2, K1, K2, W } = params;
  const { X } = data.columns;

  for (let k = 0; k < size; k++) {
    const row = rows[k];
    const row8 = row * 8;
    const k4 = k * 4;
    const k8 = k * 8;
    const k12 = k * 12;
    const k16 = k * 16;

    // X1 = concat(X, zeros(4, 1)) + padded   [line 15]
    for (let i = 0; i < 4; i++) {
      const i2 = i * 2;
      const i3 = i * 3;
      for (let j = 0; j < 2; j++) {
        X1[k12 + i3 + j] = X[row8 + i2 + j] + padded[i3 + j];
      }
    }
    X1[k12 + 2] = padded[2];
    X1[k12 + 5] = padded[5];
    X1[k12 + 8] = padded[8];
    X1[k12 + 11] = padded[11];

    // sum2 = X1 * Q1
    // sum2_2 = X1 * V1
    // sum3 = X1 * Q2
    // sum4 = X1 * V2
    for (let i = 0; i < 4; i++) {
      const t = X1[k12 + i * 3];
      const t2 = X1[k12 + i * 3 + 1];
      const t3 = X1[k12 + i * 3 + 2];
      const i2 = i * 2;
      for (let j = 0; j < 2; j++) {
        sum2[k8 + i2 + j] = t * Q1[j] + t2 * Q1[j + 2] + t3 * Q1[j + 4];
        sum2_2[k8 + i2 + j] = t * V1[j] + t2 * V1[j + 2] + t3 * V1[j + 4];
        sum3[k8 + i2 + j] = t * Q2[j] + t2 * Q2[j + 2] + t3 * Q2[j + 4];
        sum4[k8 + i2 + j] = t * V2[j] + t2 * V2[j + 2] + t3 * V2[j + 4];
      }
    }

    // sum5 = K1' * X1'
    for (let i = 0; i < 2; i++) {
      const t = K1[i];
      const t2 = K1[i + 2];
      const t3 = K1[i + 4];
      const i4 = i * 4;
      for (let j = 0; j < 4; j++) {
        sum5[k8 + i4 + j] = X1[k12 + j * 3] * t + X1[k12 + j * 3 + 1] * t2 + X1[k12 + j * 3 + 2] * t3;
      }
    }

    // select2 = [1, 0, 0, 0; 1, 1, 0, 0; 1, 1, 1, 0; 1, 1, 1, 1] ? 0.7071067811865475 * (sum2 * sum5) : -1000000000   [line 13]
    for (let i = 0; i < 4; i++) {
      const i4 = i * 4;
      const t = sum2[k8 + i * 2];
      const t2 = sum2[k8 + i * 2 + 1];
      for (let j = 0; j < 4; j++) {
        select2[k16 + i4 + j] = constant1[i4 + j] !== 0 ? 0.7071067811865475 * (t * sum5[k8 + j] + t2 * sum5[k8 + j + 4]) : -1000000000;
      }
    }

    // sum6 = K2' * X1'
    for (let i = 0; i < 2; i++) {
      const t = K2[i];
      const t2 = K2[i + 2];
      const t3 = K2[i + 4];
      const i4 = i * 4;
      for (let j = 0; j < 4; j++) {
        sum6[k8 + i4 + j] = X1[k12 + j * 3] * t + X1[k12 + j * 3 + 1] * t2 + X1[k12 + j * 3 + 2] * t3;
      }
    }

    // select2_2 = [1, 0, 0, 0; 1, 1, 0, 0; 1, 1, 1, 0; 1, 1, 1, 1] ? 0.7071067811865475 * (sum3 * sum6) : -1000000000   [line 13]
    for (let i = 0; i < 4; i++) {
      const i4 = i * 4;
      const t = sum3[k8 + i * 2];
      const t2 = sum3[k8 + i * 2 + 1];
      for (let j = 0; j < 4; j++) {
        select2_2[k16 + i4 + j] = constant1[i4 + j] !== 0 ? 0.7071067811865475 * (t * sum6[k8 + j] + t2 * sum6[k8 + j + 4]) : -1000000000;
      }
    }

    // max3 = max([1, 0, 0, 0; 1, 1, 0, 0; 1, 1, 1, 0; 1, 1, 1, 1] ? X[:, 2] : -1000000000, [], 2)
    // T = {[i, 1] ↦ ([1, 0, 0, 0; 1, 1, 0, 0; 1, 1, 1, 0; 1, 1, 1, 1] * X[:, 1])[i] / [1, 2, 3, 4][i]} + {[i, 2] ↦ max3[i]}   [line 19]
    const t = X[row8 + 1];
    const t2 = X[row8 + 3];
    const t3 = X[row8 + 5];
    const t4 = X[row8 + 7];
    const t5 = X[row8];
    const t6 = X[row8 + 2];
    const t7 = X[row8 + 4];
    const t8 = X[row8 + 6];
    for (let i = 0; i < 4; i++) {
      max3[k4 + i] = Math.max(constant1[i * 4] !== 0 ? t : -1000000000, constant1[i * 4 + 1] !== 0 ? t2 : -1000000000, constant1[i * 4 + 2] !== 0 ? t3 : -1000000000, constant1[i * 4 + 3] !== 0 ? t4 : -1000000000);
      T[k8 + i * 2] = (constant1[i * 4] * t5 + constant1[i * 4 + 1] * t6 + constant1[i * 4 + 2] * t7 + constant1[i * 4 + 3] * t8) / constant2[i];
    }

    // T = {[i, 1] ↦ ([1, 0, 0, 0; 1, 1, 0, 0; 1, 1, 1, 0; 1, 1, 1, 1] * X[:, 1])[i] / [1, 2, 3, 4][i]} + {[i, 2] ↦ max3[i]}   [line 19]
    T[k8 + 1] = max3[k4];
    T[k8 + 3] = max3[k4 + 1];
    T[k8 + 5] = max3[k4 + 2];
    T[k8 + 7] = max3[k4 + 3];

    // max2_2 = max(select2, [], 2)
    for (let i = 0; i < 4; i++) {
      max2_2[k4 + i] = Math.max(select2[k16 + i * 4], select2[k16 + i * 4 + 1], select2[k16 + i * 4 + 2], select2[k16 + i * 4 + 3]);
    }

    // softmax_exp = exp(select2 - reshape(max2_2, [4, 1]))
    for (let i = 0; i < 4; i++) {
      const i4 = i * 4;
      const t9 = max2_2[k4 + i];
      for (let j = 0; j < 4; j++) {
        softmax_exp[k16 + i4 + j] = Math.exp(select2[k16 + i4 + j] - t9);
      }
    }

    // sum7 = sum(softmax_exp, 2)
    for (let i = 0; i < 4; i++) {
      sum7[k4 + i] = softmax_exp[k16 + i * 4] + softmax_exp[k16 + i * 4 + 1] + softmax_exp[k16 + i * 4 + 2] + softmax_exp[k16 + i * 4 + 3];
    }

    // softmax3 = softmax_exp ./ reshape(sum7, [4, 1])   [line 13]
    for (let i = 0; i < 4; i++) {
      const i4 = i * 4;
      const t9 = sum7[k4 + i];
      for (let j = 0; j < 4; j++) {
        softmax3[k16 + i4 + j] = softmax_exp[k16 + i4 + j] / t9;
      }
    }

    // max3_2 = max(select2_2, [], 2)
    for (let i = 0; i < 4; i++) {
      max3_2[k4 + i] = Math.max(select2_2[k16 + i * 4], select2_2[k16 + i * 4 + 1], select2_2[k16 + i * 4 + 2], select2_2[k16 + i * 4 + 3]);
    }

    // softmax_exp2 = exp(select2_2 - reshape(max3_2, [4, 1]))
    for (let i = 0; i < 4; i++) {
      const i4 = i * 4;
      const t9 = max3_2[k4 + i];
      for (let j = 0; j < 4; j++) {
        softmax_exp2[k16 + i4 + j] = Math.exp(select2_2[k16 + i4 + j] - t9);
      }
    }

    // sum8 = sum(softmax_exp2, 2)
    for (let i = 0; i < 4; i++) {
      sum8[k4 + i] = softmax_exp2[k16 + i * 4] + softmax_exp2[k16 + i * 4 + 1] + softmax_exp2[k16 + i * 4 + 2] + softmax_exp2[k16 + i * 4 + 3];
    }

    // softmax2 = softmax_exp2 ./ reshape(sum8, [4, 1])   [line 13]
    for (let i = 0; i < 4; i++) {
      const i4 = i * 4;
      const t9 = sum8[k4 + i];
      for (let j = 0; j < 4; j++) {
        softmax2[k16 + i4 + j] = softmax_exp2[k16 + i4 + j] / t9;
      }
    }

    // add2 = concat(softmax3 * sum2_2, softmax2 * sum4)   [line 16]
    for (let i = 0; i < 4; i++) {
      const t9 = softmax3[k16 + i * 4];
      const t10 = softmax3[k16 + i * 4 + 1];
      const t11 = softmax3[k16 + i * 4 + 2];
      const t12 = softmax3[k16 + i * 4 + 3];
      const i4 = i * 4;
      for (let j = 0; j < 2; j++) {
        add2[k16 + i4 + j] = t9 * sum2_2[k8 + j] + t10 * sum2_2[k8 + j + 2] + t11 * sum2_2[k8 + j + 4] + t12 * sum2_2[k8 + j + 6];
      }
    }
    for (let i = 0; i < 4; i++) {
      const t9 = softmax2[k16 + i * 4];
      const t10 = softmax2[k16 + i * 4 + 1];
      const t11 = softmax2[k16 + i * 4 + 2];
      const t12 = softmax2[k16 + i * 4 + 3];
      const i4 = i * 4;
      for (let j = 0; j < 2; j++) {
        add2[k16 + i4 + j + 2] = t9 * sum4[k8 + j] + t10 * sum4[k8 + j + 2] + t11 * sum4[k8 + j + 4] + t12 * sum4[k8 + j + 6];
      }
    }

    // Y = add2 * W   [line 16, output]
    for (let i = 0; i < 4; i++) {
      const t9 = add2[k16 + i * 4];
      const t10 = add2[k16 + i * 4 + 1];
      const t11 = add2[k16 + i * 4 + 2];
      const t12 = add2[k16 + i * 4 + 3];
      const i2 = i * 2;
      for (let j = 0; j < 2; j++) {
        Y[k8 + i2 + j] = t9 * W[j] + t10 * W[j + 2] + t11 * W[j + 4] + t12 * W[j + 6];
      }
    }

    // dY = Y - T   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z)]
    for (let i = 0; i < 8; i++) {
      dY[k8 + i] = Y[k8 + i] - T[k8 + i];
    }

    // J_sum = Σn sum(dY .^ 2)
    let s = 0;
    for (let i = 0; i < 4; i++) {
      s += dY[k8 + i * 2] * dY[k8 + i * 2] + dY[k8 + i * 2 + 1] * dY[k8 + i * 2 + 1];
    }
    J_sum[0] += s;

    // delta = dY * W'   [line 16]
    for (let i = 0; i < 4; i++) {
      const t9 = dY[k8 + i * 2];
      const t10 = dY[k8 + i * 2 + 1];
      const i4 = i * 4;
      for (let j = 0; j < 4; j++) {
        delta[k16 + i4 + j] = t9 * W[j * 2] + t10 * W[j * 2 + 1];
      }
    }

    // delta2 = delta[:, 1:2] * sum2_2'   [concat(softmax(t1, 2) * (X1 * V1), zeros(4, 2)) with respect to softmax(t1, 2): the other matrix transposed, times the cotangent]
    for (let i = 0; i < 4; i++) {
      const t9 = delta[k16 + i * 4];
      const t10 = delta[k16 + i * 4 + 1];
      const i4 = i * 4;
      for (let j = 0; j < 4; j++) {
        delta2[k16 + i4 + j] = t9 * sum2_2[k8 + j * 2] + t10 * sum2_2[k8 + j * 2 + 1];
      }
    }

    // sum9 = sum(delta2 .* softmax3, 2)
    for (let i = 0; i < 4; i++) {
      sum9[k4 + i] = delta2[k16 + i * 4] * softmax3[k16 + i * 4] + delta2[k16 + i * 4 + 1] * softmax3[k16 + i * 4 + 1] + delta2[k16 + i * 4 + 2] * softmax3[k16 + i * 4 + 2] + delta2[k16 + i * 4 + 3] * softmax3[k16 + i * 4 + 3];
    }

    // delta3 = [1, 0, 0, 0; 1, 1, 0, 0; 1, 1, 1, 0; 1, 1, 1, 1] ? softmax3 .* (delta2 - reshape(sum9, [4, 1])) : 0   [chain rule through mul: ∂y/∂b = a; line 13]
    for (let i = 0; i < 4; i++) {
      const i4 = i * 4;
      const t9 = sum9[k4 + i];
      for (let j = 0; j < 4; j++) {
        delta3[k16 + i4 + j] = constant1[i4 + j] !== 0 ? softmax3[k16 + i4 + j] * (delta2[k16 + i4 + j] - t9) : 0;
      }
    }

    // delta4 = delta3 * sum5'   [line 13]
    for (let i = 0; i < 4; i++) {
      const t9 = delta3[k16 + i * 4];
      const t10 = delta3[k16 + i * 4 + 1];
      const t11 = delta3[k16 + i * 4 + 2];
      const t12 = delta3[k16 + i * 4 + 3];
      const i2 = i * 2;
      for (let j = 0; j < 2; j++) {
        delta4[k8 + i2 + j] = t9 * sum5[k8 + j * 4] + t10 * sum5[k8 + j * 4 + 1] + t11 * sum5[k8 + j * 4 + 2] + t12 * sum5[k8 + j * 4 + 3];
      }
    }

    // dQ1 = Σn X1' * delta4   [EQ4: ∂C/∂w = δ aᵀ; line 13]
    for (let i = 0; i < 3; i++) {
      const t9 = X1[k12 + i];
      const t10 = X1[k12 + i + 3];
      const t11 = X1[k12 + i + 6];
      const t12 = X1[k12 + i + 9];
      const i2 = i * 2;
      for (let j = 0; j < 2; j++) {
        dQ1[i2 + j] += delta4[k8 + j] * t9 + delta4[k8 + j + 2] * t10 + delta4[k8 + j + 4] * t11 + delta4[k8 + j + 6] * t12;
      }
    }

    // delta5 = sum2' * delta3   [line 13]
    for (let i = 0; i < 2; i++) {
      const t9 = sum2[k8 + i];
      const t10 = sum2[k8 + i + 2];
      const t11 = sum2[k8 + i + 4];
      const t12 = sum2[k8 + i + 6];
      const i4 = i * 4;
      for (let j = 0; j < 4; j++) {
        delta5[k8 + i4 + j] = delta3[k16 + j] * t9 + delta3[k16 + j + 4] * t10 + delta3[k16 + j + 8] * t11 + delta3[k16 + j + 12] * t12;
      }
    }

    // dK1 = Σn X1' * delta5'   [EQ4: ∂C/∂w = δ aᵀ; line 13]
    for (let i = 0; i < 3; i++) {
      const t9 = X1[k12 + i];
      const t10 = X1[k12 + i + 3];
      const t11 = X1[k12 + i + 6];
      const t12 = X1[k12 + i + 9];
      const i2 = i * 2;
      for (let j = 0; j < 2; j++) {
        dK1[i2 + j] += delta5[k8 + j * 4] * t9 + delta5[k8 + j * 4 + 1] * t10 + delta5[k8 + j * 4 + 2] * t11 + delta5[k8 + j * 4 + 3] * t12;
      }
    }

    // delta6 = softmax3' * delta[:, 1:2]
    for (let i = 0; i < 4; i++) {
      const t9 = softmax3[k16 + i];
      const t10 = softmax3[k16 + i + 4];
      const t11 = softmax3[k16 + i + 8];
      const t12 = softmax3[k16 + i + 12];
      const i2 = i * 2;
      for (let j = 0; j < 2; j++) {
        delta6[k8 + i2 + j] = delta[k16 + j] * t9 + delta[k16 + j + 4] * t10 + delta[k16 + j + 8] * t11 + delta[k16 + j + 12] * t12;
      }
    }

    // dV1 = Σn X1' * delta6   [EQ4: ∂C/∂w = δ aᵀ; line 13]
    for (let i = 0; i < 3; i++) {
      const t9 = X1[k12 + i];
      const t10 = X1[k12 + i + 3];
      const t11 = X1[k12 + i + 6];
      const t12 = X1[k12 + i + 9];
      const i2 = i * 2;
      for (let j = 0; j < 2; j++) {
        dV1[i2 + j] += delta6[k8 + j] * t9 + delta6[k8 + j + 2] * t10 + delta6[k8 + j + 4] * t11 + delta6[k8 + j + 6] * t12;
      }
    }

    // delta7 = delta[:, 3:4] * sum4'   [concat(zeros(4, 2), softmax(t2, 2) * (X1 * V2)) with respect to softmax(t2, 2): the other matrix transposed, times the cotangent]
    for (let i = 0; i < 4; i++) {
      const t9 = delta[k16 + i * 4 + 2];
      const t10 = delta[k16 + i * 4 + 3];
      const i4 = i * 4;
      for (let j = 0; j < 4; j++) {
        delta7[k16 + i4 + j] = t9 * sum4[k8 + j * 2] + t10 * sum4[k8 + j * 2 + 1];
      }
    }

    // sum10 = sum(delta7 .* softmax2, 2)
    for (let i = 0; i < 4; i++) {
      sum10[k4 + i] = delta7[k16 + i * 4] * softmax2[k16 + i * 4] + delta7[k16 + i * 4 + 1] * softmax2[k16 + i * 4 + 1] + delta7[k16 + i * 4 + 2] * softmax2[k16 + i * 4 + 2] + delta7[k16 + i * 4 + 3] * softmax2[k16 + i * 4 + 3];
    }

    // delta8 = [1, 0, 0, 0; 1, 1, 0, 0; 1, 1, 1, 0; 1, 1, 1, 1] ? softmax2 .* (delta7 - reshape(sum10, [4, 1])) : 0   [chain rule through mul: ∂y/∂b = a; line 13]
    for (let i = 0; i < 4; i++) {
      const i4 = i * 4;
      const t9 = sum10[k4 + i];
      for (let j = 0; j < 4; j++) {
        delta8[k16 + i4 + j] = constant1[i4 + j] !== 0 ? softmax2[k16 + i4 + j] * (delta7[k16 + i4 + j] - t9) : 0;
      }
    }

    // delta9 = delta8 * sum6'   [line 13]
    for (let i = 0; i < 4; i++) {
      const t9 = delta8[k16 + i * 4];
      const t10 = delta8[k16 + i * 4 + 1];
      const t11 = delta8[k16 + i * 4 + 2];
      const t12 = delta8[k16 + i * 4 + 3];
      const i2 = i * 2;
      for (let j = 0; j < 2; j++) {
        delta9[k8 + i2 + j] = t9 * sum6[k8 + j * 4] + t10 * sum6[k8 + j * 4 + 1] + t11 * sum6[k8 + j * 4 + 2] + t12 * sum6[k8 + j * 4 + 3];
      }
    }

    // dQ2 = Σn X1' * delta9   [EQ4: ∂C/∂w = δ aᵀ; line 13]
    for (let i = 0; i < 3; i++) {
      const t9 = X1[k12 + i];
      const t10 = X1[k12 + i + 3];
      const t11 = X1[k12 + i + 6];
      const t12 = X1[k12 + i + 9];
      const i2 = i * 2;
      for (let j = 0; j < 2; j++) {
        dQ2[i2 + j] += delta9[k8 + j] * t9 + delta9[k8 + j + 2] * t10 + delta9[k8 + j + 4] * t11 + delta9[k8 + j + 6] * t12;
      }
    }

    // delta10 = sum3' * delta8   [line 13]
    for (let i = 0; i < 2; i++) {
      const t9 = sum3[k8 + i];
      const t10 = sum3[k8 + i + 2];
      const t11 = sum3[k8 + i + 4];
      const t12 = sum3[k8 + i + 6];
      const i4 = i * 4;
      for (let j = 0; j < 4; j++) {
        delta10[k8 + i4 + j] = delta8[k16 + j] * t9 + delta8[k16 + j + 4] * t10 + delta8[k16 + j + 8] * t11 + delta8[k16 + j + 12] * t12;
      }
    }

    // dK2 = Σn X1' * delta10'   [EQ4: ∂C/∂w = δ aᵀ; line 13]
    for (let i = 0; i < 3; i++) {
      const t9 = X1[k12 + i];
      const t10 = X1[k12 + i + 3];
      const t11 = X1[k12 + i + 6];
      const t12 = X1[k12 + i + 9];
      const i2 = i * 2;
      for (let j = 0; j < 2; j++) {
        dK2[i2 + j] += delta10[k8 + j * 4] * t9 + delta10[k8 + j * 4 + 1] * t10 + delta10[k8 + j * 4 + 2] * t11 + delta10[k8 + j * 4 + 3] * t12;
      }
    }

    // delta11 = softmax2' * delta[:, 3:4]
    for (let i = 0; i < 4; i++) {
      const t9 = softmax2[k16 + i];
      const t10 = softmax2[k16 + i + 4];
      const t11 = softmax2[k16 + i + 8];
      const t12 = softmax2[k16 + i + 12];
      const i2 = i * 2;
      for (let j = 0; j < 2; j++) {
        delta11[k8 + i2 + j] = delta[k16 + j + 2] * t9 + delta[k16 + j + 6] * t10 + delta[k16 + j + 10] * t11 + delta[k16 + j + 14] * t12;
      }
    }

    // dV2 = Σn X1' * delta11   [EQ4: ∂C/∂w = δ aᵀ; line 13]
    for (let i = 0; i < 3; i++) {
      const t9 = X1[k12 + i];
      const t10 = X1[k12 + i + 3];
      const t11 = X1[k12 + i + 6];
      const t12 = X1[k12 + i + 9];
      const i2 = i * 2;
      for (let j = 0; j < 2; j++) {
        dV2[i2 + j] += delta11[k8 + j] * t9 + delta11[k8 + j + 2] * t10 + delta11[k8 + j + 4] * t11 + delta11[k8 + j + 6] * t12;
      }
    }
  }

  // dW = Σn add2' * dY   [EQ4: ∂C/∂w = δ aᵀ; line 16]
  for (let i = 0; i < 4; i += 4) {
    const i2 = i * 2;
    const i2_2 = i2 + 2;
    const i2_3 = i2 + 4;
    const i2_4 = i2 + 6;
    for (let j = 0; j < 2; j += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k8_2 = k * 8;
        const dY_1 = dY[k8_2 + j];
        const k16_2 = k * 16;
        const add_1 = add2[k16_2 + i];
        const dY_2 = dY[k8_2 + j + 2];
        const add_2 = add2[k16_2 + i + 4];
        const dY_3 = dY[k8_2 + j + 4];
        const add_3 = add2[k16_2 + i + 8];
        const dY_4 = dY[k8_2 + j + 6];
        const add_4 = add2[k16_2 + i + 12];
        const dY_5 = dY[k8_2 + j + 1];
        const dY_6 = dY[k8_2 + j + 3];
        const dY_7 = dY[k8_2 + j + 5];
        const dY_8 = dY[k8_2 + j + 7];
        const add_5 = add2[k16_2 + i + 1];
        const add_6 = add2[k16_2 + i + 5];
        const add_7 = add2[k16_2 + i + 9];
        const add_8 = add2[k16_2 + i + 13];
        const add_9 = add2[k16_2 + i + 2];
        const add_10 = add2[k16_2 + i + 6];
        const add_11 = add2[k16_2 + i + 10];
        const add_12 = add2[k16_2 + i + 14];
        const add_13 = add2[k16_2 + i + 3];
        const add_14 = add2[k16_2 + i + 7];
        const add_15 = add2[k16_2 + i + 11];
        const add_16 = add2[k16_2 + i + 15];
        s11 += dY_1 * add_1 + dY_2 * add_2 + dY_3 * add_3 + dY_4 * add_4;
        s12 += dY_5 * add_1 + dY_6 * add_2 + dY_7 * add_3 + dY_8 * add_4;
        s21 += dY_1 * add_5 + dY_2 * add_6 + dY_3 * add_7 + dY_4 * add_8;
        s22 += dY_5 * add_5 + dY_6 * add_6 + dY_7 * add_7 + dY_8 * add_8;
        s31 += dY_1 * add_9 + dY_2 * add_10 + dY_3 * add_11 + dY_4 * add_12;
        s32 += dY_5 * add_9 + dY_6 * add_10 + dY_7 * add_11 + dY_8 * add_12;
        s41 += dY_1 * add_13 + dY_2 * add_14 + dY_3 * add_15 + dY_4 * add_16;
        s42 += dY_5 * add_13 + dY_6 * add_14 + dY_7 * add_15 + dY_8 * add_16;
      }
      dW[i2 + j] += s11;
      dW[i2 + j + 1] += s12;
      dW[i2_2 + j] += s21;
      dW[i2_2 + j + 1] += s22;
      dW[i2_3 + j] += s31;
      dW[i2_3 + j + 1] += s32;
      dW[i2_4 + j] += s41;
      dW[i2_4 + j + 1] += s42;
    }
  }
}

/** A part of `step`: loss, m_Q1, v_Q1, Q1, m_K1, v_K1, K1 and 15 more. */
function stepPart3(params: Parameters, state: Floats, m: number): void {
  const { Q1, K1, V1, Q2, K2, V2, W } = params;

  // loss = 0.125 * (J_sum / m)   [line 20, loss]
  total[0] = 0.125 * (J_sum[0] / m);

  // m_Q1⁺ = 0.9 * m_Q1 + share4 * dQ1
  // v_Q1⁺ = 0.999 * v_Q1 + 0.001 * (share3 * dQ1) .^ 2
  // Q1⁺ = Q1 - stepSize * (m_Q1⁺ ./ (sqrt(scale * v_Q1⁺) + 1e-8))
  // m_K1⁺ = 0.9 * m_K1 + share4 * dK1
  // v_K1⁺ = 0.999 * v_K1 + 0.001 * (share3 * dK1) .^ 2
  // K1⁺ = K1 - stepSize * (m_K1⁺ ./ (sqrt(scale * v_K1⁺) + 1e-8))
  // m_V1⁺ = 0.9 * m_V1 + share5 * dV1
  // v_V1⁺ = 0.999 * v_V1 + 0.001 * (share2 * dV1) .^ 2
  // V1⁺ = V1 - stepSize * (m_V1⁺ ./ (sqrt(scale * v_V1⁺) + 1e-8))
  // m_Q2⁺ = 0.9 * m_Q2 + share4 * dQ2
  // v_Q2⁺ = 0.999 * v_Q2 + 0.001 * (share3 * dQ2) .^ 2
  // Q2⁺ = Q2 - stepSize * (m_Q2⁺ ./ (sqrt(scale * v_Q2⁺) + 1e-8))
  // m_K2⁺ = 0.9 * m_K2 + share4 * dK2
  // v_K2⁺ = 0.999 * v_K2 + 0.001 * (share3 * dK2) .^ 2
  // K2⁺ = K2 - stepSize * (m_K2⁺ ./ (sqrt(scale * v_K2⁺) + 1e-8))
  // m_V2⁺ = 0.9 * m_V2 + share5 * dV2
  // v_V2⁺ = 0.999 * v_V2 + 0.001 * (share2 * dV2) .^ 2
  // V2⁺ = V2 - stepSize * (m_V2⁺ ./ (sqrt(scale * v_V2⁺) + 1e-8))
  const t = share4[0];
  const t2 = share3[0];
  const t4 = stepSize[0];
  const t5 = scale[0];
  const t7 = share5[0];
  const t8 = share2[0];
  for (let i = 0; i < 6; i++) {
    state[i] = 0.9 * state[i] + t * dQ1[i];
    const t3 = t2 * dQ1[i];
    state[6 + i] = 0.999 * state[6 + i] + 0.001 * (t3 * t3);
    Q1[i] -= t4 * (state[i] / (Math.sqrt(t5 * state[6 + i]) + 1e-8));
    state[12 + i] = 0.9 * state[12 + i] + t * dK1[i];
    const t6 = t2 * dK1[i];
    state[18 + i] = 0.999 * state[18 + i] + 0.001 * (t6 * t6);
    K1[i] -= t4 * (state[12 + i] / (Math.sqrt(t5 * state[18 + i]) + 1e-8));
    state[24 + i] = 0.9 * state[24 + i] + t7 * dV1[i];
    const t9 = t8 * dV1[i];
    state[30 + i] = 0.999 * state[30 + i] + 0.001 * (t9 * t9);
    V1[i] -= t4 * (state[24 + i] / (Math.sqrt(t5 * state[30 + i]) + 1e-8));
    state[36 + i] = 0.9 * state[36 + i] + t * dQ2[i];
    const t10 = t2 * dQ2[i];
    state[42 + i] = 0.999 * state[42 + i] + 0.001 * (t10 * t10);
    Q2[i] -= t4 * (state[36 + i] / (Math.sqrt(t5 * state[42 + i]) + 1e-8));
    state[48 + i] = 0.9 * state[48 + i] + t * dK2[i];
    const t11 = t2 * dK2[i];
    state[54 + i] = 0.999 * state[54 + i] + 0.001 * (t11 * t11);
    K2[i] -= t4 * (state[48 + i] / (Math.sqrt(t5 * state[54 + i]) + 1e-8));
    state[60 + i] = 0.9 * state[60 + i] + t7 * dV2[i];
    const t12 = t8 * dV2[i];
    state[66 + i] = 0.999 * state[66 + i] + 0.001 * (t12 * t12);
    V2[i] -= t4 * (state[60 + i] / (Math.sqrt(t5 * state[66 + i]) + 1e-8));
  }

  // m_W⁺ = 0.9 * m_W + share5 * dW
  // v_W⁺ = 0.999 * v_W + 0.001 * (share2 * dW) .^ 2
  // W⁺ = W - stepSize * (m_W⁺ ./ (sqrt(scale * v_W⁺) + 1e-8))
  const t3 = share5[0];
  const t6 = share2[0];
  const t10 = stepSize[0];
  const t11 = scale[0];
  for (let i = 0; i < 8; i++) {
    state[72 + i] = 0.9 * state[72 + i] + t3 * dW[i];
    const t9 = t6 * dW[i];
    state[80 + i] = 0.999 * state[80 + i] + 0.001 * (t9 * t9);
    W[i] -= t10 * (state[72 + i] / (Math.sqrt(t11 * state[80 + i]) + 1e-8));
  }
}

/** The predictions for one example among others. */
export function predict(params: Parameters, data: Examples, row: number, into: Outputs = createOutputs()): Outputs {
  return forward(params, data.columns.X.subarray(row * 8, row * 8 + 8), into);
}
