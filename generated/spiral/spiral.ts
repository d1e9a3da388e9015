/**
 * spiral: compiled by gradc 0.1.0 from spiral.grad. Do not edit: change the spec and compile again.
 *
 * Spec        sha256 ab573b44e1587c502ff6ba731a920a998e9a91bc9a2ac88fa539a295f23d99a9
 * Parameters  747: W1 (24 × 2), b1 vector of 24, W2 (24 × 24), b2 vector of 24, W3 (3 × 24), b3 vector of 3
 * Precision   64-bit
 * Convention  loss and gradients are the mean over the batch
 * Stable form xlogy(d, softmax(z)) -> d .* logSoftmax(z)
 *             1 - square(tanh(x)) -> 2 / (2 + expm1(min(2 * abs(x), 709))) * (2 - 2 / (2 + expm1(min(2 * abs(x), 709))))
 *
 * Operations of gradient, for one example (sums over the batch left out):
 *   forward 1828: 795 multiply, 775 add, 53 compare, 51 divide, 48 abs, 48 expm1, 48 sign, 6 subtract, 3 exp, 1 log
 *   backward 2166: 1440 multiply, 624 add, 51 subtract, 48 divide, 3 compare
 *
 * Schedule:
 *   forward  unrolled: 1506 scalar operations, at most 2500
 *   evaluate  unrolled: 1536 scalar operations, at most 2500
 *   gradient  loops: 5543 scalar operations, more than 2500; of 38 steps 6 in register tiles, 21 in plain loops, 11 of at most 4 operations unrolled; examples in blocks of 64
 *     tiles     add2 1176, add3 147, dW2 1152, dW3 144, dh1 1152, dW1 96
 *     loops     add 96, h1_expm1 96, h1_den 24, h1 72, h2_expm1 96, h2_den 24, h2 72, div 24, div2 24, J_sum 12, delta 6, dh2 120, dh2_in 72, db2 24, dh1_in 72, db1 24, grad_W1 48, grad_b1 24, grad_W2 576, grad_b2 24, grad_W3 72
 *     unrolled  share 1, max 2, logSoftmax_in 3, p_exp 3, sum 2, p 3, log 1, db3 3, J 2, grad_b3 3, loss 0
 *   step  loops: 16008 scalar operations, more than 2500; of 52 steps 6 in register tiles, 34 in plain loops, 12 of at most 4 operations unrolled; examples in blocks of 64
 *     tiles     add2 1176, add3 147, dW2 1152, dW3 144, dh1 1152, dW1 96
 *     loops     add 96, h1_expm1 96, h1_den 24, h1 72, h2_expm1 96, h2_den 24, h2 72, div 24, div2 24, J_sum 12, delta 6, dh2 120, dh2_in 72, db2 24, dh1_in 72, db1 24, m_W1 144, v_W1 288, W1 288, m_b1 72, v_b1 144, b1 144, m_W2 1728, v_W2 3456, W2 3456, m_b2 72, v_b2 144, b2 144, m_W3 216, v_W3 432, W3 432, m_b3 9, v_b3 18, b3 18
 *     unrolled  share 1, share2 1, stepSize 3, scale 3, max 2, logSoftmax_in 3, p_exp 3, sum 2, p 3, log 1, db3 3, loss 2
 *
 * parameters
 *   W1   24 × 2    glorot   # line 5
 *   b1   24        zeros    # line 6
 *   W2   24 × 24   glorot   # line 7
 *   b2   24        zeros    # line 8
 *   W3   3 × 24    glorot   # line 9
 *   b3   3         zeros    # line 10
 *
 * data
 *   x   2   input        # line 2
 *   c   3   label of 3   # line 3
 *
 * forward
 *   h1 = tanh(W1 * x + b1)               24 per example       # line 12
 *   h2 = tanh(W2 * h1 + b2)              24 per example       # line 13
 *   p = softmax(W3 * h2 + b3)            3 per example        # line 14, output
 *   t1 = c .* logSoftmax(W3 * h2 + b3)   3 per example
 *   J = -sum(t1)                         scalar per example   # line 15, loss
 *   accuracy = argmax(p) == argmax(c)    scalar per example   # line 17, metric
 *
 * mean over the batch of m examples
 *   J = -((Σn sum(t1)) / m)        scalar   # line 15, loss
 *   accuracy = (Σn accuracy) / m   scalar   # line 17, metric
 *
 * backward (constant factors come in last, with Σn)
 *   δ = p - c                          3 per example    # EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); chain rule through logSoftmax: dx = g - softmax(x) .* sum(g)
 *   dh2 = W3' * δ                      24 per example   # W3 * h2 with respect to h2: the matrix transposed, times the cotangent
 *   dh2_in = dh2 .* (1 - h2 .^ 2)      24 per example   # EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); chain rule through tanh: ∂y/∂x = 1 - square(y)
 *   dh1 = W2' * dh2_in                 24 per example   # W2 * h1 with respect to h1: the matrix transposed, times the cotangent
 *   dh1_in = dh1 .* (1 - h1 .^ 2)      24 per example   # EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); chain rule through tanh: ∂y/∂x = 1 - square(y)
 *   dW1 = 1/m * Σn outer(dh1_in, x)    24 × 2           # EQ4: ∂C/∂w = δ aᵀ; W1 * x with respect to W1: outer product of the cotangent and the vector
 *   db1 = 1/m * Σn dh1_in              24               # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
 *   dW2 = 1/m * Σn outer(dh2_in, h1)   24 × 24          # EQ4: ∂C/∂w = δ aᵀ; W2 * h1 with respect to W2: outer product of the cotangent and the vector
 *   db2 = 1/m * Σn dh2_in              24               # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
 *   dW3 = 1/m * Σn outer(δ, h2)        3 × 24           # EQ4: ∂C/∂w = δ aᵀ; W3 * h2 with respect to W3: outer product of the cotangent and the vector
 *   db3 = 1/m * Σn δ                   3                # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
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
  readonly W1: Tensor<[24, 2]>;
  readonly b1: Tensor<[24]>;
  readonly W2: Tensor<[24, 24]>;
  readonly b2: Tensor<[24]>;
  readonly W3: Tensor<[3, 24]>;
  readonly b3: Tensor<[3]>;
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
  readonly W1: Tensor<[24, 2]>;
  readonly b1: Tensor<[24]>;
  readonly W2: Tensor<[24, 24]>;
  readonly b2: Tensor<[24]>;
  readonly W3: Tensor<[3, 24]>;
  readonly b3: Tensor<[3]>;
  /** Each loss over the batch. */
  readonly losses: Floats;
}

/** Predictions for one example. */
export type Outputs = { readonly p: Tensor<[3]> };

/** What the module is: names, shapes, defaults and data of the spec. */
export const metadata = {
  name: "spiral",
  hash: "ab573b44e1587c502ff6ba731a920a998e9a91bc9a2ac88fa539a295f23d99a9",
  version: "0.1.0",
  precision: "f64",
  parameters: [
    { name: "W1", shape: [24, 2], offset: 0, initial: { kind: "glorot" } },
    { name: "b1", shape: [24], offset: 48, initial: { kind: "zeros" } },
    { name: "W2", shape: [24, 24], offset: 72, initial: { kind: "glorot" } },
    { name: "b2", shape: [24], offset: 648, initial: { kind: "zeros" } },
    { name: "W3", shape: [3, 24], offset: 672, initial: { kind: "glorot" } },
    { name: "b3", shape: [3], offset: 744, initial: { kind: "zeros" } },
  ],
  columns: [{ name: "x", role: "input", shape: [2] }, { name: "c", role: "label", shape: [], classes: 3 }],
  hypers: [],
  losses: ["J"],
  metrics: ["accuracy"],
  outputs: [{ name: "p", shape: [3] }],
  reduction: "mean",
  data: { kind: "generator", name: "spiral" },
  train: { optimizer: "adam", rate: 0.01, batch: 30, epochs: 100, validation: 0.2, seed: 1 },
} as const;

/** Parameters as views on one flat array, zero where none is given. */
export function createParameters(flat: Floats = new Float64Array(747)): Parameters {
  return {
    flat,
    W1: flat.subarray(0, 48),
    b1: flat.subarray(48, 72),
    W2: flat.subarray(72, 648),
    b2: flat.subarray(648, 672),
    W3: flat.subarray(672, 744),
    b3: flat.subarray(744, 747),
  };
}

/** Initial parameters: the same numbers for the same seed. */
export function initialise(seed: number, params: Parameters = createParameters()): Parameters {
  for (let k = 0; k < 48; k++) params.W1[k] = 0.4803844614152614 * (2 * uniform(seed, 0, k) - 1);
  params.b1.fill(0);
  for (let k = 0; k < 576; k++) params.W2[k] = 0.3535533905932738 * (2 * uniform(seed, 2, k) - 1);
  params.b2.fill(0);
  for (let k = 0; k < 72; k++) params.W3[k] = 0.4714045207910317 * (2 * uniform(seed, 4, k) - 1);
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
    W1: new Float64Array(48),
    b1: new Float64Array(24),
    W2: new Float64Array(576),
    b2: new Float64Array(24),
    W3: new Float64Array(72),
    b3: new Float64Array(3),
    losses: new Float64Array(1),
  };
}

/** The state of the update rule, all zeros. */
export function createState(): Floats {
  return new Float64Array(1494);
}

const x_block = new Float64Array(132);

const rows = new Int32Array(66);

const db2 = new Float64Array(24);

const dW2 = new Float64Array(576);

const dW3 = new Float64Array(72);

const db1 = new Float64Array(24);

const dW1 = new Float64Array(48);

const h1_den = new Float64Array(1584);

const h1 = new Float64Array(1584);

/** Room for add2 and div2, one after the other. */
const add2 = new Float64Array(1584);

const div2 = add2;

/** Room for h2_den and dh2_in, one after the other. */
const h2_den = new Float64Array(1584);

const dh2_in = h2_den;

/** Room for h2 and dh1, one after the other. */
const h2 = new Float64Array(1584);

const dh1 = h2;

/** Room for add3 and delta, one after the other. */
const add3 = new Float64Array(198);

const delta = add3;

/** Room for div2_2 and dh1_in, one after the other. */
const div2_2 = new Float64Array(1584);

const dh1_in = div2_2;

const p = new Float64Array(198);

const db3 = new Float64Array(3);

/** The predictions for one example. */
export function forward(params: Parameters, x: Vector<2>, into: Outputs = createOutputs()): Outputs {
  const { W1, b1, W2, b2, W3, b3 } = params;

  // h1 = tanh(W1 * x + b1)   [line 12]
  const x_1 = x[0];
  const x_2 = x[1];
  const h1_1 = Math.tanh(W1[0] * x_1 + W1[1] * x_2 + b1[0]);
  const h1_2 = Math.tanh(W1[2] * x_1 + W1[3] * x_2 + b1[1]);
  const h1_3 = Math.tanh(W1[4] * x_1 + W1[5] * x_2 + b1[2]);
  const h1_4 = Math.tanh(W1[6] * x_1 + W1[7] * x_2 + b1[3]);
  const h1_5 = Math.tanh(W1[8] * x_1 + W1[9] * x_2 + b1[4]);
  const h1_6 = Math.tanh(W1[10] * x_1 + W1[11] * x_2 + b1[5]);
  const h1_7 = Math.tanh(W1[12] * x_1 + W1[13] * x_2 + b1[6]);
  const h1_8 = Math.tanh(W1[14] * x_1 + W1[15] * x_2 + b1[7]);
  const h1_9 = Math.tanh(W1[16] * x_1 + W1[17] * x_2 + b1[8]);
  const h1_10 = Math.tanh(W1[18] * x_1 + W1[19] * x_2 + b1[9]);
  const h1_11 = Math.tanh(W1[20] * x_1 + W1[21] * x_2 + b1[10]);
  const h1_12 = Math.tanh(W1[22] * x_1 + W1[23] * x_2 + b1[11]);
  const h1_13 = Math.tanh(W1[24] * x_1 + W1[25] * x_2 + b1[12]);
  const h1_14 = Math.tanh(W1[26] * x_1 + W1[27] * x_2 + b1[13]);
  const h1_15 = Math.tanh(W1[28] * x_1 + W1[29] * x_2 + b1[14]);
  const h1_16 = Math.tanh(W1[30] * x_1 + W1[31] * x_2 + b1[15]);
  const h1_17 = Math.tanh(W1[32] * x_1 + W1[33] * x_2 + b1[16]);
  const h1_18 = Math.tanh(W1[34] * x_1 + W1[35] * x_2 + b1[17]);
  const h1_19 = Math.tanh(W1[36] * x_1 + W1[37] * x_2 + b1[18]);
  const h1_20 = Math.tanh(W1[38] * x_1 + W1[39] * x_2 + b1[19]);
  const h1_21 = Math.tanh(W1[40] * x_1 + W1[41] * x_2 + b1[20]);
  const h1_22 = Math.tanh(W1[42] * x_1 + W1[43] * x_2 + b1[21]);
  const h1_23 = Math.tanh(W1[44] * x_1 + W1[45] * x_2 + b1[22]);
  const h1_24 = Math.tanh(W1[46] * x_1 + W1[47] * x_2 + b1[23]);

  // h2 = tanh(W2 * h1 + b2)   [line 13]
  const h2_1 = Math.tanh(W2[0] * h1_1 + W2[1] * h1_2 + W2[2] * h1_3 + W2[3] * h1_4 + W2[4] * h1_5 + W2[5] * h1_6 + W2[6] * h1_7 + W2[7] * h1_8 + W2[8] * h1_9 + W2[9] * h1_10 + W2[10] * h1_11 + W2[11] * h1_12 + W2[12] * h1_13 + W2[13] * h1_14 + W2[14] * h1_15 + W2[15] * h1_16 + W2[16] * h1_17 + W2[17] * h1_18 + W2[18] * h1_19 + W2[19] * h1_20 + W2[20] * h1_21 + W2[21] * h1_22 + W2[22] * h1_23 + W2[23] * h1_24 + b2[0]);
  const h2_2 = Math.tanh(W2[24] * h1_1 + W2[25] * h1_2 + W2[26] * h1_3 + W2[27] * h1_4 + W2[28] * h1_5 + W2[29] * h1_6 + W2[30] * h1_7 + W2[31] * h1_8 + W2[32] * h1_9 + W2[33] * h1_10 + W2[34] * h1_11 + W2[35] * h1_12 + W2[36] * h1_13 + W2[37] * h1_14 + W2[38] * h1_15 + W2[39] * h1_16 + W2[40] * h1_17 + W2[41] * h1_18 + W2[42] * h1_19 + W2[43] * h1_20 + W2[44] * h1_21 + W2[45] * h1_22 + W2[46] * h1_23 + W2[47] * h1_24 + b2[1]);
  const h2_3 = Math.tanh(W2[48] * h1_1 + W2[49] * h1_2 + W2[50] * h1_3 + W2[51] * h1_4 + W2[52] * h1_5 + W2[53] * h1_6 + W2[54] * h1_7 + W2[55] * h1_8 + W2[56] * h1_9 + W2[57] * h1_10 + W2[58] * h1_11 + W2[59] * h1_12 + W2[60] * h1_13 + W2[61] * h1_14 + W2[62] * h1_15 + W2[63] * h1_16 + W2[64] * h1_17 + W2[65] * h1_18 + W2[66] * h1_19 + W2[67] * h1_20 + W2[68] * h1_21 + W2[69] * h1_22 + W2[70] * h1_23 + W2[71] * h1_24 + b2[2]);
  const h2_4 = Math.tanh(W2[72] * h1_1 + W2[73] * h1_2 + W2[74] * h1_3 + W2[75] * h1_4 + W2[76] * h1_5 + W2[77] * h1_6 + W2[78] * h1_7 + W2[79] * h1_8 + W2[80] * h1_9 + W2[81] * h1_10 + W2[82] * h1_11 + W2[83] * h1_12 + W2[84] * h1_13 + W2[85] * h1_14 + W2[86] * h1_15 + W2[87] * h1_16 + W2[88] * h1_17 + W2[89] * h1_18 + W2[90] * h1_19 + W2[91] * h1_20 + W2[92] * h1_21 + W2[93] * h1_22 + W2[94] * h1_23 + W2[95] * h1_24 + b2[3]);
  const h2_5 = Math.tanh(W2[96] * h1_1 + W2[97] * h1_2 + W2[98] * h1_3 + W2[99] * h1_4 + W2[100] * h1_5 + W2[101] * h1_6 + W2[102] * h1_7 + W2[103] * h1_8 + W2[104] * h1_9 + W2[105] * h1_10 + W2[106] * h1_11 + W2[107] * h1_12 + W2[108] * h1_13 + W2[109] * h1_14 + W2[110] * h1_15 + W2[111] * h1_16 + W2[112] * h1_17 + W2[113] * h1_18 + W2[114] * h1_19 + W2[115] * h1_20 + W2[116] * h1_21 + W2[117] * h1_22 + W2[118] * h1_23 + W2[119] * h1_24 + b2[4]);
  const h2_6 = Math.tanh(W2[120] * h1_1 + W2[121] * h1_2 + W2[122] * h1_3 + W2[123] * h1_4 + W2[124] * h1_5 + W2[125] * h1_6 + W2[126] * h1_7 + W2[127] * h1_8 + W2[128] * h1_9 + W2[129] * h1_10 + W2[130] * h1_11 + W2[131] * h1_12 + W2[132] * h1_13 + W2[133] * h1_14 + W2[134] * h1_15 + W2[135] * h1_16 + W2[136] * h1_17 + W2[137] * h1_18 + W2[138] * h1_19 + W2[139] * h1_20 + W2[140] * h1_21 + W2[141] * h1_22 + W2[142] * h1_23 + W2[143] * h1_24 + b2[5]);
  const h2_7 = Math.tanh(W2[144] * h1_1 + W2[145] * h1_2 + W2[146] * h1_3 + W2[147] * h1_4 + W2[148] * h1_5 + W2[149] * h1_6 + W2[150] * h1_7 + W2[151] * h1_8 + W2[152] * h1_9 + W2[153] * h1_10 + W2[154] * h1_11 + W2[155] * h1_12 + W2[156] * h1_13 + W2[157] * h1_14 + W2[158] * h1_15 + W2[159] * h1_16 + W2[160] * h1_17 + W2[161] * h1_18 + W2[162] * h1_19 + W2[163] * h1_20 + W2[164] * h1_21 + W2[165] * h1_22 + W2[166] * h1_23 + W2[167] * h1_24 + b2[6]);
  const h2_8 = Math.tanh(W2[168] * h1_1 + W2[169] * h1_2 + W2[170] * h1_3 + W2[171] * h1_4 + W2[172] * h1_5 + W2[173] * h1_6 + W2[174] * h1_7 + W2[175] * h1_8 + W2[176] * h1_9 + W2[177] * h1_10 + W2[178] * h1_11 + W2[179] * h1_12 + W2[180] * h1_13 + W2[181] * h1_14 + W2[182] * h1_15 + W2[183] * h1_16 + W2[184] * h1_17 + W2[185] * h1_18 + W2[186] * h1_19 + W2[187] * h1_20 + W2[188] * h1_21 + W2[189] * h1_22 + W2[190] * h1_23 + W2[191] * h1_24 + b2[7]);
  const h2_9 = Math.tanh(W2[192] * h1_1 + W2[193] * h1_2 + W2[194] * h1_3 + W2[195] * h1_4 + W2[196] * h1_5 + W2[197] * h1_6 + W2[198] * h1_7 + W2[199] * h1_8 + W2[200] * h1_9 + W2[201] * h1_10 + W2[202] * h1_11 + W2[203] * h1_12 + W2[204] * h1_13 + W2[205] * h1_14 + W2[206] * h1_15 + W2[207] * h1_16 + W2[208] * h1_17 + W2[209] * h1_18 + W2[210] * h1_19 + W2[211] * h1_20 + W2[212] * h1_21 + W2[213] * h1_22 + W2[214] * h1_23 + W2[215] * h1_24 + b2[8]);
  const h2_10 = Math.tanh(W2[216] * h1_1 + W2[217] * h1_2 + W2[218] * h1_3 + W2[219] * h1_4 + W2[220] * h1_5 + W2[221] * h1_6 + W2[222] * h1_7 + W2[223] * h1_8 + W2[224] * h1_9 + W2[225] * h1_10 + W2[226] * h1_11 + W2[227] * h1_12 + W2[228] * h1_13 + W2[229] * h1_14 + W2[230] * h1_15 + W2[231] * h1_16 + W2[232] * h1_17 + W2[233] * h1_18 + W2[234] * h1_19 + W2[235] * h1_20 + W2[236] * h1_21 + W2[237] * h1_22 + W2[238] * h1_23 + W2[239] * h1_24 + b2[9]);
  const h2_11 = Math.tanh(W2[240] * h1_1 + W2[241] * h1_2 + W2[242] * h1_3 + W2[243] * h1_4 + W2[244] * h1_5 + W2[245] * h1_6 + W2[246] * h1_7 + W2[247] * h1_8 + W2[248] * h1_9 + W2[249] * h1_10 + W2[250] * h1_11 + W2[251] * h1_12 + W2[252] * h1_13 + W2[253] * h1_14 + W2[254] * h1_15 + W2[255] * h1_16 + W2[256] * h1_17 + W2[257] * h1_18 + W2[258] * h1_19 + W2[259] * h1_20 + W2[260] * h1_21 + W2[261] * h1_22 + W2[262] * h1_23 + W2[263] * h1_24 + b2[10]);
  const h2_12 = Math.tanh(W2[264] * h1_1 + W2[265] * h1_2 + W2[266] * h1_3 + W2[267] * h1_4 + W2[268] * h1_5 + W2[269] * h1_6 + W2[270] * h1_7 + W2[271] * h1_8 + W2[272] * h1_9 + W2[273] * h1_10 + W2[274] * h1_11 + W2[275] * h1_12 + W2[276] * h1_13 + W2[277] * h1_14 + W2[278] * h1_15 + W2[279] * h1_16 + W2[280] * h1_17 + W2[281] * h1_18 + W2[282] * h1_19 + W2[283] * h1_20 + W2[284] * h1_21 + W2[285] * h1_22 + W2[286] * h1_23 + W2[287] * h1_24 + b2[11]);
  const h2_13 = Math.tanh(W2[288] * h1_1 + W2[289] * h1_2 + W2[290] * h1_3 + W2[291] * h1_4 + W2[292] * h1_5 + W2[293] * h1_6 + W2[294] * h1_7 + W2[295] * h1_8 + W2[296] * h1_9 + W2[297] * h1_10 + W2[298] * h1_11 + W2[299] * h1_12 + W2[300] * h1_13 + W2[301] * h1_14 + W2[302] * h1_15 + W2[303] * h1_16 + W2[304] * h1_17 + W2[305] * h1_18 + W2[306] * h1_19 + W2[307] * h1_20 + W2[308] * h1_21 + W2[309] * h1_22 + W2[310] * h1_23 + W2[311] * h1_24 + b2[12]);
  const h2_14 = Math.tanh(W2[312] * h1_1 + W2[313] * h1_2 + W2[314] * h1_3 + W2[315] * h1_4 + W2[316] * h1_5 + W2[317] * h1_6 + W2[318] * h1_7 + W2[319] * h1_8 + W2[320] * h1_9 + W2[321] * h1_10 + W2[322] * h1_11 + W2[323] * h1_12 + W2[324] * h1_13 + W2[325] * h1_14 + W2[326] * h1_15 + W2[327] * h1_16 + W2[328] * h1_17 + W2[329] * h1_18 + W2[330] * h1_19 + W2[331] * h1_20 + W2[332] * h1_21 + W2[333] * h1_22 + W2[334] * h1_23 + W2[335] * h1_24 + b2[13]);
  const h2_15 = Math.tanh(W2[336] * h1_1 + W2[337] * h1_2 + W2[338] * h1_3 + W2[339] * h1_4 + W2[340] * h1_5 + W2[341] * h1_6 + W2[342] * h1_7 + W2[343] * h1_8 + W2[344] * h1_9 + W2[345] * h1_10 + W2[346] * h1_11 + W2[347] * h1_12 + W2[348] * h1_13 + W2[349] * h1_14 + W2[350] * h1_15 + W2[351] * h1_16 + W2[352] * h1_17 + W2[353] * h1_18 + W2[354] * h1_19 + W2[355] * h1_20 + W2[356] * h1_21 + W2[357] * h1_22 + W2[358] * h1_23 + W2[359] * h1_24 + b2[14]);
  const h2_16 = Math.tanh(W2[360] * h1_1 + W2[361] * h1_2 + W2[362] * h1_3 + W2[363] * h1_4 + W2[364] * h1_5 + W2[365] * h1_6 + W2[366] * h1_7 + W2[367] * h1_8 + W2[368] * h1_9 + W2[369] * h1_10 + W2[370] * h1_11 + W2[371] * h1_12 + W2[372] * h1_13 + W2[373] * h1_14 + W2[374] * h1_15 + W2[375] * h1_16 + W2[376] * h1_17 + W2[377] * h1_18 + W2[378] * h1_19 + W2[379] * h1_20 + W2[380] * h1_21 + W2[381] * h1_22 + W2[382] * h1_23 + W2[383] * h1_24 + b2[15]);
  const h2_17 = Math.tanh(W2[384] * h1_1 + W2[385] * h1_2 + W2[386] * h1_3 + W2[387] * h1_4 + W2[388] * h1_5 + W2[389] * h1_6 + W2[390] * h1_7 + W2[391] * h1_8 + W2[392] * h1_9 + W2[393] * h1_10 + W2[394] * h1_11 + W2[395] * h1_12 + W2[396] * h1_13 + W2[397] * h1_14 + W2[398] * h1_15 + W2[399] * h1_16 + W2[400] * h1_17 + W2[401] * h1_18 + W2[402] * h1_19 + W2[403] * h1_20 + W2[404] * h1_21 + W2[405] * h1_22 + W2[406] * h1_23 + W2[407] * h1_24 + b2[16]);
  const h2_18 = Math.tanh(W2[408] * h1_1 + W2[409] * h1_2 + W2[410] * h1_3 + W2[411] * h1_4 + W2[412] * h1_5 + W2[413] * h1_6 + W2[414] * h1_7 + W2[415] * h1_8 + W2[416] * h1_9 + W2[417] * h1_10 + W2[418] * h1_11 + W2[419] * h1_12 + W2[420] * h1_13 + W2[421] * h1_14 + W2[422] * h1_15 + W2[423] * h1_16 + W2[424] * h1_17 + W2[425] * h1_18 + W2[426] * h1_19 + W2[427] * h1_20 + W2[428] * h1_21 + W2[429] * h1_22 + W2[430] * h1_23 + W2[431] * h1_24 + b2[17]);
  const h2_19 = Math.tanh(W2[432] * h1_1 + W2[433] * h1_2 + W2[434] * h1_3 + W2[435] * h1_4 + W2[436] * h1_5 + W2[437] * h1_6 + W2[438] * h1_7 + W2[439] * h1_8 + W2[440] * h1_9 + W2[441] * h1_10 + W2[442] * h1_11 + W2[443] * h1_12 + W2[444] * h1_13 + W2[445] * h1_14 + W2[446] * h1_15 + W2[447] * h1_16 + W2[448] * h1_17 + W2[449] * h1_18 + W2[450] * h1_19 + W2[451] * h1_20 + W2[452] * h1_21 + W2[453] * h1_22 + W2[454] * h1_23 + W2[455] * h1_24 + b2[18]);
  const h2_20 = Math.tanh(W2[456] * h1_1 + W2[457] * h1_2 + W2[458] * h1_3 + W2[459] * h1_4 + W2[460] * h1_5 + W2[461] * h1_6 + W2[462] * h1_7 + W2[463] * h1_8 + W2[464] * h1_9 + W2[465] * h1_10 + W2[466] * h1_11 + W2[467] * h1_12 + W2[468] * h1_13 + W2[469] * h1_14 + W2[470] * h1_15 + W2[471] * h1_16 + W2[472] * h1_17 + W2[473] * h1_18 + W2[474] * h1_19 + W2[475] * h1_20 + W2[476] * h1_21 + W2[477] * h1_22 + W2[478] * h1_23 + W2[479] * h1_24 + b2[19]);
  const h2_21 = Math.tanh(W2[480] * h1_1 + W2[481] * h1_2 + W2[482] * h1_3 + W2[483] * h1_4 + W2[484] * h1_5 + W2[485] * h1_6 + W2[486] * h1_7 + W2[487] * h1_8 + W2[488] * h1_9 + W2[489] * h1_10 + W2[490] * h1_11 + W2[491] * h1_12 + W2[492] * h1_13 + W2[493] * h1_14 + W2[494] * h1_15 + W2[495] * h1_16 + W2[496] * h1_17 + W2[497] * h1_18 + W2[498] * h1_19 + W2[499] * h1_20 + W2[500] * h1_21 + W2[501] * h1_22 + W2[502] * h1_23 + W2[503] * h1_24 + b2[20]);
  const h2_22 = Math.tanh(W2[504] * h1_1 + W2[505] * h1_2 + W2[506] * h1_3 + W2[507] * h1_4 + W2[508] * h1_5 + W2[509] * h1_6 + W2[510] * h1_7 + W2[511] * h1_8 + W2[512] * h1_9 + W2[513] * h1_10 + W2[514] * h1_11 + W2[515] * h1_12 + W2[516] * h1_13 + W2[517] * h1_14 + W2[518] * h1_15 + W2[519] * h1_16 + W2[520] * h1_17 + W2[521] * h1_18 + W2[522] * h1_19 + W2[523] * h1_20 + W2[524] * h1_21 + W2[525] * h1_22 + W2[526] * h1_23 + W2[527] * h1_24 + b2[21]);
  const h2_23 = Math.tanh(W2[528] * h1_1 + W2[529] * h1_2 + W2[530] * h1_3 + W2[531] * h1_4 + W2[532] * h1_5 + W2[533] * h1_6 + W2[534] * h1_7 + W2[535] * h1_8 + W2[536] * h1_9 + W2[537] * h1_10 + W2[538] * h1_11 + W2[539] * h1_12 + W2[540] * h1_13 + W2[541] * h1_14 + W2[542] * h1_15 + W2[543] * h1_16 + W2[544] * h1_17 + W2[545] * h1_18 + W2[546] * h1_19 + W2[547] * h1_20 + W2[548] * h1_21 + W2[549] * h1_22 + W2[550] * h1_23 + W2[551] * h1_24 + b2[22]);
  const h2_24 = Math.tanh(W2[552] * h1_1 + W2[553] * h1_2 + W2[554] * h1_3 + W2[555] * h1_4 + W2[556] * h1_5 + W2[557] * h1_6 + W2[558] * h1_7 + W2[559] * h1_8 + W2[560] * h1_9 + W2[561] * h1_10 + W2[562] * h1_11 + W2[563] * h1_12 + W2[564] * h1_13 + W2[565] * h1_14 + W2[566] * h1_15 + W2[567] * h1_16 + W2[568] * h1_17 + W2[569] * h1_18 + W2[570] * h1_19 + W2[571] * h1_20 + W2[572] * h1_21 + W2[573] * h1_22 + W2[574] * h1_23 + W2[575] * h1_24 + b2[23]);

  // add = W3 * h2 + b3
  const add_1 = W3[0] * h2_1 + W3[1] * h2_2 + W3[2] * h2_3 + W3[3] * h2_4 + W3[4] * h2_5 + W3[5] * h2_6 + W3[6] * h2_7 + W3[7] * h2_8 + W3[8] * h2_9 + W3[9] * h2_10 + W3[10] * h2_11 + W3[11] * h2_12 + W3[12] * h2_13 + W3[13] * h2_14 + W3[14] * h2_15 + W3[15] * h2_16 + W3[16] * h2_17 + W3[17] * h2_18 + W3[18] * h2_19 + W3[19] * h2_20 + W3[20] * h2_21 + W3[21] * h2_22 + W3[22] * h2_23 + W3[23] * h2_24 + b3[0];
  const add_2 = W3[24] * h2_1 + W3[25] * h2_2 + W3[26] * h2_3 + W3[27] * h2_4 + W3[28] * h2_5 + W3[29] * h2_6 + W3[30] * h2_7 + W3[31] * h2_8 + W3[32] * h2_9 + W3[33] * h2_10 + W3[34] * h2_11 + W3[35] * h2_12 + W3[36] * h2_13 + W3[37] * h2_14 + W3[38] * h2_15 + W3[39] * h2_16 + W3[40] * h2_17 + W3[41] * h2_18 + W3[42] * h2_19 + W3[43] * h2_20 + W3[44] * h2_21 + W3[45] * h2_22 + W3[46] * h2_23 + W3[47] * h2_24 + b3[1];
  const add_3 = W3[48] * h2_1 + W3[49] * h2_2 + W3[50] * h2_3 + W3[51] * h2_4 + W3[52] * h2_5 + W3[53] * h2_6 + W3[54] * h2_7 + W3[55] * h2_8 + W3[56] * h2_9 + W3[57] * h2_10 + W3[58] * h2_11 + W3[59] * h2_12 + W3[60] * h2_13 + W3[61] * h2_14 + W3[62] * h2_15 + W3[63] * h2_16 + W3[64] * h2_17 + W3[65] * h2_18 + W3[66] * h2_19 + W3[67] * h2_20 + W3[68] * h2_21 + W3[69] * h2_22 + W3[70] * h2_23 + W3[71] * h2_24 + b3[2];

  // max = max(add)
  const max = Math.max(add_1, add_2, add_3);

  // p_exp = exp(add - max)
  const p_exp_1 = Math.exp(add_1 - max);
  const p_exp_2 = Math.exp(add_2 - max);
  const p_exp_3 = Math.exp(add_3 - max);

  // sum = sum(p_exp)
  const sum = p_exp_1 + p_exp_2 + p_exp_3;

  // p = p_exp / sum   [line 14, output]
  into.p[0] = p_exp_1 / sum;
  into.p[1] = p_exp_2 / sum;
  into.p[2] = p_exp_3 / sum;
  return into;
}

/** Losses, then metrics, over the examples `order[from … to)`, as inference computes them, into `report`; returns the total loss. */
export function evaluate(params: Parameters, data: Examples, report: Report, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { W1, b1, W2, b2, W3, b3 } = params;
  const { x, c } = data.columns;
  const m = to - from;
  let J_sum = 0;
  let accuracy_sum = 0;
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];

    // h1 = tanh(W1 * x + b1)   [line 12]
    const x_1 = x[row * 2];
    const x_2 = x[row * 2 + 1];
    const h1_1 = Math.tanh(W1[0] * x_1 + W1[1] * x_2 + b1[0]);
    const h1_2 = Math.tanh(W1[2] * x_1 + W1[3] * x_2 + b1[1]);
    const h1_3 = Math.tanh(W1[4] * x_1 + W1[5] * x_2 + b1[2]);
    const h1_4 = Math.tanh(W1[6] * x_1 + W1[7] * x_2 + b1[3]);
    const h1_5 = Math.tanh(W1[8] * x_1 + W1[9] * x_2 + b1[4]);
    const h1_6 = Math.tanh(W1[10] * x_1 + W1[11] * x_2 + b1[5]);
    const h1_7 = Math.tanh(W1[12] * x_1 + W1[13] * x_2 + b1[6]);
    const h1_8 = Math.tanh(W1[14] * x_1 + W1[15] * x_2 + b1[7]);
    const h1_9 = Math.tanh(W1[16] * x_1 + W1[17] * x_2 + b1[8]);
    const h1_10 = Math.tanh(W1[18] * x_1 + W1[19] * x_2 + b1[9]);
    const h1_11 = Math.tanh(W1[20] * x_1 + W1[21] * x_2 + b1[10]);
    const h1_12 = Math.tanh(W1[22] * x_1 + W1[23] * x_2 + b1[11]);
    const h1_13 = Math.tanh(W1[24] * x_1 + W1[25] * x_2 + b1[12]);
    const h1_14 = Math.tanh(W1[26] * x_1 + W1[27] * x_2 + b1[13]);
    const h1_15 = Math.tanh(W1[28] * x_1 + W1[29] * x_2 + b1[14]);
    const h1_16 = Math.tanh(W1[30] * x_1 + W1[31] * x_2 + b1[15]);
    const h1_17 = Math.tanh(W1[32] * x_1 + W1[33] * x_2 + b1[16]);
    const h1_18 = Math.tanh(W1[34] * x_1 + W1[35] * x_2 + b1[17]);
    const h1_19 = Math.tanh(W1[36] * x_1 + W1[37] * x_2 + b1[18]);
    const h1_20 = Math.tanh(W1[38] * x_1 + W1[39] * x_2 + b1[19]);
    const h1_21 = Math.tanh(W1[40] * x_1 + W1[41] * x_2 + b1[20]);
    const h1_22 = Math.tanh(W1[42] * x_1 + W1[43] * x_2 + b1[21]);
    const h1_23 = Math.tanh(W1[44] * x_1 + W1[45] * x_2 + b1[22]);
    const h1_24 = Math.tanh(W1[46] * x_1 + W1[47] * x_2 + b1[23]);

    // h2 = tanh(W2 * h1 + b2)   [line 13]
    const h2_1 = Math.tanh(W2[0] * h1_1 + W2[1] * h1_2 + W2[2] * h1_3 + W2[3] * h1_4 + W2[4] * h1_5 + W2[5] * h1_6 + W2[6] * h1_7 + W2[7] * h1_8 + W2[8] * h1_9 + W2[9] * h1_10 + W2[10] * h1_11 + W2[11] * h1_12 + W2[12] * h1_13 + W2[13] * h1_14 + W2[14] * h1_15 + W2[15] * h1_16 + W2[16] * h1_17 + W2[17] * h1_18 + W2[18] * h1_19 + W2[19] * h1_20 + W2[20] * h1_21 + W2[21] * h1_22 + W2[22] * h1_23 + W2[23] * h1_24 + b2[0]);
    const h2_2 = Math.tanh(W2[24] * h1_1 + W2[25] * h1_2 + W2[26] * h1_3 + W2[27] * h1_4 + W2[28] * h1_5 + W2[29] * h1_6 + W2[30] * h1_7 + W2[31] * h1_8 + W2[32] * h1_9 + W2[33] * h1_10 + W2[34] * h1_11 + W2[35] * h1_12 + W2[36] * h1_13 + W2[37] * h1_14 + W2[38] * h1_15 + W2[39] * h1_16 + W2[40] * h1_17 + W2[41] * h1_18 + W2[42] * h1_19 + W2[43] * h1_20 + W2[44] * h1_21 + W2[45] * h1_22 + W2[46] * h1_23 + W2[47] * h1_24 + b2[1]);
    const h2_3 = Math.tanh(W2[48] * h1_1 + W2[49] * h1_2 + W2[50] * h1_3 + W2[51] * h1_4 + W2[52] * h1_5 + W2[53] * h1_6 + W2[54] * h1_7 + W2[55] * h1_8 + W2[56] * h1_9 + W2[57] * h1_10 + W2[58] * h1_11 + W2[59] * h1_12 + W2[60] * h1_13 + W2[61] * h1_14 + W2[62] * h1_15 + W2[63] * h1_16 + W2[64] * h1_17 + W2[65] * h1_18 + W2[66] * h1_19 + W2[67] * h1_20 + W2[68] * h1_21 + W2[69] * h1_22 + W2[70] * h1_23 + W2[71] * h1_24 + b2[2]);
    const h2_4 = Math.tanh(W2[72] * h1_1 + W2[73] * h1_2 + W2[74] * h1_3 + W2[75] * h1_4 + W2[76] * h1_5 + W2[77] * h1_6 + W2[78] * h1_7 + W2[79] * h1_8 + W2[80] * h1_9 + W2[81] * h1_10 + W2[82] * h1_11 + W2[83] * h1_12 + W2[84] * h1_13 + W2[85] * h1_14 + W2[86] * h1_15 + W2[87] * h1_16 + W2[88] * h1_17 + W2[89] * h1_18 + W2[90] * h1_19 + W2[91] * h1_20 + W2[92] * h1_21 + W2[93] * h1_22 + W2[94] * h1_23 + W2[95] * h1_24 + b2[3]);
    const h2_5 = Math.tanh(W2[96] * h1_1 + W2[97] * h1_2 + W2[98] * h1_3 + W2[99] * h1_4 + W2[100] * h1_5 + W2[101] * h1_6 + W2[102] * h1_7 + W2[103] * h1_8 + W2[104] * h1_9 + W2[105] * h1_10 + W2[106] * h1_11 + W2[107] * h1_12 + W2[108] * h1_13 + W2[109] * h1_14 + W2[110] * h1_15 + W2[111] * h1_16 + W2[112] * h1_17 + W2[113] * h1_18 + W2[114] * h1_19 + W2[115] * h1_20 + W2[116] * h1_21 + W2[117] * h1_22 + W2[118] * h1_23 + W2[119] * h1_24 + b2[4]);
    const h2_6 = Math.tanh(W2[120] * h1_1 + W2[121] * h1_2 + W2[122] * h1_3 + W2[123] * h1_4 + W2[124] * h1_5 + W2[125] * h1_6 + W2[126] * h1_7 + W2[127] * h1_8 + W2[128] * h1_9 + W2[129] * h1_10 + W2[130] * h1_11 + W2[131] * h1_12 + W2[132] * h1_13 + W2[133] * h1_14 + W2[134] * h1_15 + W2[135] * h1_16 + W2[136] * h1_17 + W2[137] * h1_18 + W2[138] * h1_19 + W2[139] * h1_20 + W2[140] * h1_21 + W2[141] * h1_22 + W2[142] * h1_23 + W2[143] * h1_24 + b2[5]);
    const h2_7 = Math.tanh(W2[144] * h1_1 + W2[145] * h1_2 + W2[146] * h1_3 + W2[147] * h1_4 + W2[148] * h1_5 + W2[149] * h1_6 + W2[150] * h1_7 + W2[151] * h1_8 + W2[152] * h1_9 + W2[153] * h1_10 + W2[154] * h1_11 + W2[155] * h1_12 + W2[156] * h1_13 + W2[157] * h1_14 + W2[158] * h1_15 + W2[159] * h1_16 + W2[160] * h1_17 + W2[161] * h1_18 + W2[162] * h1_19 + W2[163] * h1_20 + W2[164] * h1_21 + W2[165] * h1_22 + W2[166] * h1_23 + W2[167] * h1_24 + b2[6]);
    const h2_8 = Math.tanh(W2[168] * h1_1 + W2[169] * h1_2 + W2[170] * h1_3 + W2[171] * h1_4 + W2[172] * h1_5 + W2[173] * h1_6 + W2[174] * h1_7 + W2[175] * h1_8 + W2[176] * h1_9 + W2[177] * h1_10 + W2[178] * h1_11 + W2[179] * h1_12 + W2[180] * h1_13 + W2[181] * h1_14 + W2[182] * h1_15 + W2[183] * h1_16 + W2[184] * h1_17 + W2[185] * h1_18 + W2[186] * h1_19 + W2[187] * h1_20 + W2[188] * h1_21 + W2[189] * h1_22 + W2[190] * h1_23 + W2[191] * h1_24 + b2[7]);
    const h2_9 = Math.tanh(W2[192] * h1_1 + W2[193] * h1_2 + W2[194] * h1_3 + W2[195] * h1_4 + W2[196] * h1_5 + W2[197] * h1_6 + W2[198] * h1_7 + W2[199] * h1_8 + W2[200] * h1_9 + W2[201] * h1_10 + W2[202] * h1_11 + W2[203] * h1_12 + W2[204] * h1_13 + W2[205] * h1_14 + W2[206] * h1_15 + W2[207] * h1_16 + W2[208] * h1_17 + W2[209] * h1_18 + W2[210] * h1_19 + W2[211] * h1_20 + W2[212] * h1_21 + W2[213] * h1_22 + W2[214] * h1_23 + W2[215] * h1_24 + b2[8]);
    const h2_10 = Math.tanh(W2[216] * h1_1 + W2[217] * h1_2 + W2[218] * h1_3 + W2[219] * h1_4 + W2[220] * h1_5 + W2[221] * h1_6 + W2[222] * h1_7 + W2[223] * h1_8 + W2[224] * h1_9 + W2[225] * h1_10 + W2[226] * h1_11 + W2[227] * h1_12 + W2[228] * h1_13 + W2[229] * h1_14 + W2[230] * h1_15 + W2[231] * h1_16 + W2[232] * h1_17 + W2[233] * h1_18 + W2[234] * h1_19 + W2[235] * h1_20 + W2[236] * h1_21 + W2[237] * h1_22 + W2[238] * h1_23 + W2[239] * h1_24 + b2[9]);
    const h2_11 = Math.tanh(W2[240] * h1_1 + W2[241] * h1_2 + W2[242] * h1_3 + W2[243] * h1_4 + W2[244] * h1_5 + W2[245] * h1_6 + W2[246] * h1_7 + W2[247] * h1_8 + W2[248] * h1_9 + W2[249] * h1_10 + W2[250] * h1_11 + W2[251] * h1_12 + W2[252] * h1_13 + W2[253] * h1_14 + W2[254] * h1_15 + W2[255] * h1_16 + W2[256] * h1_17 + W2[257] * h1_18 + W2[258] * h1_19 + W2[259] * h1_20 + W2[260] * h1_21 + W2[261] * h1_22 + W2[262] * h1_23 + W2[263] * h1_24 + b2[10]);
    const h2_12 = Math.tanh(W2[264] * h1_1 + W2[265] * h1_2 + W2[266] * h1_3 + W2[267] * h1_4 + W2[268] * h1_5 + W2[269] * h1_6 + W2[270] * h1_7 + W2[271] * h1_8 + W2[272] * h1_9 + W2[273] * h1_10 + W2[274] * h1_11 + W2[275] * h1_12 + W2[276] * h1_13 + W2[277] * h1_14 + W2[278] * h1_15 + W2[279] * h1_16 + W2[280] * h1_17 + W2[281] * h1_18 + W2[282] * h1_19 + W2[283] * h1_20 + W2[284] * h1_21 + W2[285] * h1_22 + W2[286] * h1_23 + W2[287] * h1_24 + b2[11]);
    const h2_13 = Math.tanh(W2[288] * h1_1 + W2[289] * h1_2 + W2[290] * h1_3 + W2[291] * h1_4 + W2[292] * h1_5 + W2[293] * h1_6 + W2[294] * h1_7 + W2[295] * h1_8 + W2[296] * h1_9 + W2[297] * h1_10 + W2[298] * h1_11 + W2[299] * h1_12 + W2[300] * h1_13 + W2[301] * h1_14 + W2[302] * h1_15 + W2[303] * h1_16 + W2[304] * h1_17 + W2[305] * h1_18 + W2[306] * h1_19 + W2[307] * h1_20 + W2[308] * h1_21 + W2[309] * h1_22 + W2[310] * h1_23 + W2[311] * h1_24 + b2[12]);
    const h2_14 = Math.tanh(W2[312] * h1_1 + W2[313] * h1_2 + W2[314] * h1_3 + W2[315] * h1_4 + W2[316] * h1_5 + W2[317] * h1_6 + W2[318] * h1_7 + W2[319] * h1_8 + W2[320] * h1_9 + W2[321] * h1_10 + W2[322] * h1_11 + W2[323] * h1_12 + W2[324] * h1_13 + W2[325] * h1_14 + W2[326] * h1_15 + W2[327] * h1_16 + W2[328] * h1_17 + W2[329] * h1_18 + W2[330] * h1_19 + W2[331] * h1_20 + W2[332] * h1_21 + W2[333] * h1_22 + W2[334] * h1_23 + W2[335] * h1_24 + b2[13]);
    const h2_15 = Math.tanh(W2[336] * h1_1 + W2[337] * h1_2 + W2[338] * h1_3 + W2[339] * h1_4 + W2[340] * h1_5 + W2[341] * h1_6 + W2[342] * h1_7 + W2[343] * h1_8 + W2[344] * h1_9 + W2[345] * h1_10 + W2[346] * h1_11 + W2[347] * h1_12 + W2[348] * h1_13 + W2[349] * h1_14 + W2[350] * h1_15 + W2[351] * h1_16 + W2[352] * h1_17 + W2[353] * h1_18 + W2[354] * h1_19 + W2[355] * h1_20 + W2[356] * h1_21 + W2[357] * h1_22 + W2[358] * h1_23 + W2[359] * h1_24 + b2[14]);
    const h2_16 = Math.tanh(W2[360] * h1_1 + W2[361] * h1_2 + W2[362] * h1_3 + W2[363] * h1_4 + W2[364] * h1_5 + W2[365] * h1_6 + W2[366] * h1_7 + W2[367] * h1_8 + W2[368] * h1_9 + W2[369] * h1_10 + W2[370] * h1_11 + W2[371] * h1_12 + W2[372] * h1_13 + W2[373] * h1_14 + W2[374] * h1_15 + W2[375] * h1_16 + W2[376] * h1_17 + W2[377] * h1_18 + W2[378] * h1_19 + W2[379] * h1_20 + W2[380] * h1_21 + W2[381] * h1_22 + W2[382] * h1_23 + W2[383] * h1_24 + b2[15]);
    const h2_17 = Math.tanh(W2[384] * h1_1 + W2[385] * h1_2 + W2[386] * h1_3 + W2[387] * h1_4 + W2[388] * h1_5 + W2[389] * h1_6 + W2[390] * h1_7 + W2[391] * h1_8 + W2[392] * h1_9 + W2[393] * h1_10 + W2[394] * h1_11 + W2[395] * h1_12 + W2[396] * h1_13 + W2[397] * h1_14 + W2[398] * h1_15 + W2[399] * h1_16 + W2[400] * h1_17 + W2[401] * h1_18 + W2[402] * h1_19 + W2[403] * h1_20 + W2[404] * h1_21 + W2[405] * h1_22 + W2[406] * h1_23 + W2[407] * h1_24 + b2[16]);
    const h2_18 = Math.tanh(W2[408] * h1_1 + W2[409] * h1_2 + W2[410] * h1_3 + W2[411] * h1_4 + W2[412] * h1_5 + W2[413] * h1_6 + W2[414] * h1_7 + W2[415] * h1_8 + W2[416] * h1_9 + W2[417] * h1_10 + W2[418] * h1_11 + W2[419] * h1_12 + W2[420] * h1_13 + W2[421] * h1_14 + W2[422] * h1_15 + W2[423] * h1_16 + W2[424] * h1_17 + W2[425] * h1_18 + W2[426] * h1_19 + W2[427] * h1_20 + W2[428] * h1_21 + W2[429] * h1_22 + W2[430] * h1_23 + W2[431] * h1_24 + b2[17]);
    const h2_19 = Math.tanh(W2[432] * h1_1 + W2[433] * h1_2 + W2[434] * h1_3 + W2[435] * h1_4 + W2[436] * h1_5 + W2[437] * h1_6 + W2[438] * h1_7 + W2[439] * h1_8 + W2[440] * h1_9 + W2[441] * h1_10 + W2[442] * h1_11 + W2[443] * h1_12 + W2[444] * h1_13 + W2[445] * h1_14 + W2[446] * h1_15 + W2[447] * h1_16 + W2[448] * h1_17 + W2[449] * h1_18 + W2[450] * h1_19 + W2[451] * h1_20 + W2[452] * h1_21 + W2[453] * h1_22 + W2[454] * h1_23 + W2[455] * h1_24 + b2[18]);
    const h2_20 = Math.tanh(W2[456] * h1_1 + W2[457] * h1_2 + W2[458] * h1_3 + W2[459] * h1_4 + W2[460] * h1_5 + W2[461] * h1_6 + W2[462] * h1_7 + W2[463] * h1_8 + W2[464] * h1_9 + W2[465] * h1_10 + W2[466] * h1_11 + W2[467] * h1_12 + W2[468] * h1_13 + W2[469] * h1_14 + W2[470] * h1_15 + W2[471] * h1_16 + W2[472] * h1_17 + W2[473] * h1_18 + W2[474] * h1_19 + W2[475] * h1_20 + W2[476] * h1_21 + W2[477] * h1_22 + W2[478] * h1_23 + W2[479] * h1_24 + b2[19]);
    const h2_21 = Math.tanh(W2[480] * h1_1 + W2[481] * h1_2 + W2[482] * h1_3 + W2[483] * h1_4 + W2[484] * h1_5 + W2[485] * h1_6 + W2[486] * h1_7 + W2[487] * h1_8 + W2[488] * h1_9 + W2[489] * h1_10 + W2[490] * h1_11 + W2[491] * h1_12 + W2[492] * h1_13 + W2[493] * h1_14 + W2[494] * h1_15 + W2[495] * h1_16 + W2[496] * h1_17 + W2[497] * h1_18 + W2[498] * h1_19 + W2[499] * h1_20 + W2[500] * h1_21 + W2[501] * h1_22 + W2[502] * h1_23 + W2[503] * h1_24 + b2[20]);
    const h2_22 = Math.tanh(W2[504] * h1_1 + W2[505] * h1_2 + W2[506] * h1_3 + W2[507] * h1_4 + W2[508] * h1_5 + W2[509] * h1_6 + W2[510] * h1_7 + W2[511] * h1_8 + W2[512] * h1_9 + W2[513] * h1_10 + W2[514] * h1_11 + W2[515] * h1_12 + W2[516] * h1_13 + W2[517] * h1_14 + W2[518] * h1_15 + W2[519] * h1_16 + W2[520] * h1_17 + W2[521] * h1_18 + W2[522] * h1_19 + W2[523] * h1_20 + W2[524] * h1_21 + W2[525] * h1_22 + W2[526] * h1_23 + W2[527] * h1_24 + b2[21]);
    const h2_23 = Math.tanh(W2[528] * h1_1 + W2[529] * h1_2 + W2[530] * h1_3 + W2[531] * h1_4 + W2[532] * h1_5 + W2[533] * h1_6 + W2[534] * h1_7 + W2[535] * h1_8 + W2[536] * h1_9 + W2[537] * h1_10 + W2[538] * h1_11 + W2[539] * h1_12 + W2[540] * h1_13 + W2[541] * h1_14 + W2[542] * h1_15 + W2[543] * h1_16 + W2[544] * h1_17 + W2[545] * h1_18 + W2[546] * h1_19 + W2[547] * h1_20 + W2[548] * h1_21 + W2[549] * h1_22 + W2[550] * h1_23 + W2[551] * h1_24 + b2[22]);
    const h2_24 = Math.tanh(W2[552] * h1_1 + W2[553] * h1_2 + W2[554] * h1_3 + W2[555] * h1_4 + W2[556] * h1_5 + W2[557] * h1_6 + W2[558] * h1_7 + W2[559] * h1_8 + W2[560] * h1_9 + W2[561] * h1_10 + W2[562] * h1_11 + W2[563] * h1_12 + W2[564] * h1_13 + W2[565] * h1_14 + W2[566] * h1_15 + W2[567] * h1_16 + W2[568] * h1_17 + W2[569] * h1_18 + W2[570] * h1_19 + W2[571] * h1_20 + W2[572] * h1_21 + W2[573] * h1_22 + W2[574] * h1_23 + W2[575] * h1_24 + b2[23]);

    // add = W3 * h2 + b3
    const add_1 = W3[0] * h2_1 + W3[1] * h2_2 + W3[2] * h2_3 + W3[3] * h2_4 + W3[4] * h2_5 + W3[5] * h2_6 + W3[6] * h2_7 + W3[7] * h2_8 + W3[8] * h2_9 + W3[9] * h2_10 + W3[10] * h2_11 + W3[11] * h2_12 + W3[12] * h2_13 + W3[13] * h2_14 + W3[14] * h2_15 + W3[15] * h2_16 + W3[16] * h2_17 + W3[17] * h2_18 + W3[18] * h2_19 + W3[19] * h2_20 + W3[20] * h2_21 + W3[21] * h2_22 + W3[22] * h2_23 + W3[23] * h2_24 + b3[0];
    const add_2 = W3[24] * h2_1 + W3[25] * h2_2 + W3[26] * h2_3 + W3[27] * h2_4 + W3[28] * h2_5 + W3[29] * h2_6 + W3[30] * h2_7 + W3[31] * h2_8 + W3[32] * h2_9 + W3[33] * h2_10 + W3[34] * h2_11 + W3[35] * h2_12 + W3[36] * h2_13 + W3[37] * h2_14 + W3[38] * h2_15 + W3[39] * h2_16 + W3[40] * h2_17 + W3[41] * h2_18 + W3[42] * h2_19 + W3[43] * h2_20 + W3[44] * h2_21 + W3[45] * h2_22 + W3[46] * h2_23 + W3[47] * h2_24 + b3[1];
    const add_3 = W3[48] * h2_1 + W3[49] * h2_2 + W3[50] * h2_3 + W3[51] * h2_4 + W3[52] * h2_5 + W3[53] * h2_6 + W3[54] * h2_7 + W3[55] * h2_8 + W3[56] * h2_9 + W3[57] * h2_10 + W3[58] * h2_11 + W3[59] * h2_12 + W3[60] * h2_13 + W3[61] * h2_14 + W3[62] * h2_15 + W3[63] * h2_16 + W3[64] * h2_17 + W3[65] * h2_18 + W3[66] * h2_19 + W3[67] * h2_20 + W3[68] * h2_21 + W3[69] * h2_22 + W3[70] * h2_23 + W3[71] * h2_24 + b3[2];

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

    // p = p_exp / sum   [line 14, output]
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

    // accuracy = argmax(p) == argmax(c)   [line 17, metric]
    const accuracy = (p_3 > Math.max(p_1, p_2) ? 2 : (p_2 > p_1 ? 1 : 0)) + 1 === (t3 > Math.max(t, t2) ? 2 : (t2 > t ? 1 : 0)) + 1 ? 1 : 0;

    // accuracy_sum = Σn accuracy
    accuracy_sum += accuracy;
  }

  // J = -(J_sum / m)   [line 15, loss]
  const J = -(J_sum / m);
  report[0] = J;

  // accuracy2 = accuracy_sum / m   [line 17, metric]
  report[1] = accuracy_sum / m;
  return J;
}

/** The loss over the examples `order[from … to)` and its gradients, into `into`; returns the loss. */
export function gradient(params: Parameters, data: Examples, into: Gradients, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { W1, b1, W2, b2, W3, b3 } = params;
  const { x, c } = data.columns;
  const m = to - from;
  const share = 1 / m;
  let J_sum = 0;
  let db3_1 = 0, db3_2 = 0, db3_3 = 0;
  db2.fill(0);
  dW2.fill(0);
  dW3.fill(0);
  db1.fill(0);
  dW1.fill(0);
  for (let first = from; first < to; first += 64) {
    const size = Math.min(64, to - first);
    for (let k = 0; k < size; k++) {
      const row = order === undefined ? first + k : order[first + k];
      rows[k] = row;
      for (let i = 0; i < 2; i++) x_block[k * 2 + i] = x[row * 2 + i];
    }

    for (let k = 0; k < size; k++) {
      const row = rows[k];
      const row2 = row * 2;
      const k24 = k * 24;

      // add = W1 * x + b1
      // h1_expm1 = expm1(min(2 * abs(add), 709))
      // h1_den = 2 + h1_expm1
      // h1 = sign(add) .* (h1_expm1 ./ h1_den)   [line 12]
      const t = x[row2];
      const t2 = x[row2 + 1];
      for (let i = 0; i < 24; i++) {
        const add = W1[i * 2] * t + W1[i * 2 + 1] * t2 + b1[i];
        const h1_expm1 = Math.expm1(Math.min(2 * Math.abs(add), 709));
        h1_den[k24 + i] = 2 + h1_expm1;
        h1[k24 + i] = Math.sign(add) * (h1_expm1 / h1_den[k24 + i]);
      }
    }

    // add2 = W2 * h1 + b2
    for (let k = 0; k < size; k += 3) {
      const k24_2 = k * 24;
      const k24_3 = k24_2 + 24;
      const k24_4 = k24_2 + 48;
      for (let i = 0; i < 24; i += 3) {
        let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
        const i24 = i * 24;
        const i24_2 = i24 + 24;
        const i24_3 = i24 + 48;
        for (let j = 0; j < 24; j++) {
          const W2_1 = W2[i24 + j];
          const h1_1 = h1[k24_2 + j];
          const W2_2 = W2[i24_2 + j];
          const W2_3 = W2[i24_3 + j];
          const h1_2 = h1[k24_3 + j];
          const h1_3 = h1[k24_4 + j];
          s11 += W2_1 * h1_1;
          s12 += W2_2 * h1_1;
          s13 += W2_3 * h1_1;
          s21 += W2_1 * h1_2;
          s22 += W2_2 * h1_2;
          s23 += W2_3 * h1_2;
          s31 += W2_1 * h1_3;
          s32 += W2_2 * h1_3;
          s33 += W2_3 * h1_3;
        }
        const b2_1 = b2[i];
        add2[k24_2 + i] = s11 + b2_1;
        const b2_2 = b2[i + 1];
        add2[k24_2 + i + 1] = s12 + b2_2;
        const b2_3 = b2[i + 2];
        add2[k24_2 + i + 2] = s13 + b2_3;
        add2[k24_3 + i] = s21 + b2_1;
        add2[k24_3 + i + 1] = s22 + b2_2;
        add2[k24_3 + i + 2] = s23 + b2_3;
        add2[k24_4 + i] = s31 + b2_1;
        add2[k24_4 + i + 1] = s32 + b2_2;
        add2[k24_4 + i + 2] = s33 + b2_3;
      }
    }

    for (let k = 0; k < size; k++) {
      const k24 = k * 24;

      // h2_expm1 = expm1(min(2 * abs(add2), 709))
      // h2_den = 2 + h2_expm1
      // h2 = sign(add2) .* (h2_expm1 ./ h2_den)   [line 13]
      for (let i = 0; i < 24; i++) {
        const h2_expm1 = Math.expm1(Math.min(2 * Math.abs(add2[k24 + i]), 709));
        h2_den[k24 + i] = 2 + h2_expm1;
        h2[k24 + i] = Math.sign(add2[k24 + i]) * (h2_expm1 / h2_den[k24 + i]);
      }
    }

    // add3 = W3 * h2 + b3
    for (let k = 0; k < size; k += 3) {
      const k24_2 = k * 24;
      const k24_3 = k24_2 + 24;
      const k24_4 = k24_2 + 48;
      const k3 = k * 3;
      const k3_2 = k3 + 3;
      const k3_3 = k3 + 6;
      for (let i = 0; i < 3; i += 3) {
        let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
        const i24 = i * 24;
        const i24_2 = i24 + 24;
        const i24_3 = i24 + 48;
        for (let j = 0; j < 24; j++) {
          const W3_1 = W3[i24 + j];
          const h2_1 = h2[k24_2 + j];
          const W3_2 = W3[i24_2 + j];
          const W3_3 = W3[i24_3 + j];
          const h2_2 = h2[k24_3 + j];
          const h2_3 = h2[k24_4 + j];
          s11 += W3_1 * h2_1;
          s12 += W3_2 * h2_1;
          s13 += W3_3 * h2_1;
          s21 += W3_1 * h2_2;
          s22 += W3_2 * h2_2;
          s23 += W3_3 * h2_2;
          s31 += W3_1 * h2_3;
          s32 += W3_2 * h2_3;
          s33 += W3_3 * h2_3;
        }
        const b3_1 = b3[i];
        add3[k3 + i] = s11 + b3_1;
        const b3_2 = b3[i + 1];
        add3[k3 + i + 1] = s12 + b3_2;
        const b3_3 = b3[i + 2];
        add3[k3 + i + 2] = s13 + b3_3;
        add3[k3_2 + i] = s21 + b3_1;
        add3[k3_2 + i + 1] = s22 + b3_2;
        add3[k3_2 + i + 2] = s23 + b3_3;
        add3[k3_3 + i] = s31 + b3_1;
        add3[k3_3 + i + 1] = s32 + b3_2;
        add3[k3_3 + i + 2] = s33 + b3_3;
      }
    }

    for (let k = 0; k < size; k++) {
      const row = rows[k];
      const k3 = k * 3;
      const k24 = k * 24;

      // div2 = 2 ./ h2_den
      // div2_2 = 2 ./ h1_den
      for (let i = 0; i < 24; i++) {
        div2[k24 + i] = 2 / h2_den[k24 + i];
        div2_2[k24 + i] = 2 / h1_den[k24 + i];
      }

      // max = max(add3)
      const add3_1 = add3[k3];
      const add3_2 = add3[k3 + 1];
      const add3_3 = add3[k3 + 2];
      const max = Math.max(add3_1, add3_2, add3_3);

      // logSoftmax_in = add3 - max
      const logSoftmax_in_1 = add3_1 - max;
      const logSoftmax_in_2 = add3_2 - max;
      const logSoftmax_in_3 = add3_3 - max;

      // p_exp = exp(logSoftmax_in)
      const p_exp_1 = Math.exp(logSoftmax_in_1);
      const p_exp_2 = Math.exp(logSoftmax_in_2);
      const p_exp_3 = Math.exp(logSoftmax_in_3);

      // sum = sum(p_exp)
      const sum = p_exp_1 + p_exp_2 + p_exp_3;

      // p = p_exp / sum   [line 14, output]
      p[k3] = p_exp_1 / sum;
      p[k3 + 1] = p_exp_2 / sum;
      p[k3 + 2] = p_exp_3 / sum;

      // log = log(sum)
      const log = Math.log(sum);

      // J_sum = Σn sum(c .* (logSoftmax_in - log))
      J_sum += (c[row] === 0 ? 1 : 0) * (logSoftmax_in_1 - log) + (c[row] === 1 ? 1 : 0) * (logSoftmax_in_2 - log) + (c[row] === 2 ? 1 : 0) * (logSoftmax_in_3 - log);

      // delta = p - c   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); line 14]
      const t = c[row];
      for (let i = 0; i < 3; i++) {
        delta[k3 + i] = p[k3 + i] - (t === i ? 1 : 0);
      }

      // db3 = Σn delta   [EQ3: ∂C/∂b = δ]
      db3_1 += delta[k3];
      db3_2 += delta[k3 + 1];
      db3_3 += delta[k3 + 2];

      // dh2 = W3' * delta   [W3 * h2 with respect to h2: the matrix transposed, times the cotangent; line 14]
      // dh2_in = dh2 .* (div2 .* (2 - div2))   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 13]
      const t2 = delta[k3];
      const t3 = delta[k3 + 1];
      const t4 = delta[k3 + 2];
      for (let i = 0; i < 24; i++) {
        const dh2 = t2 * W3[i] + t3 * W3[i + 24] + t4 * W3[i + 48];
        dh2_in[k24 + i] = dh2 * (div2[k24 + i] * (2 - div2[k24 + i]));
      }

      // db2 = Σn dh2_in   [EQ3: ∂C/∂b = δ]
      for (let i = 0; i < 24; i++) {
        db2[i] += dh2_in[k24 + i];
      }
    }

    // dW2 = Σn outer(dh2_in, h1)   [EQ4: ∂C/∂w = δ aᵀ; line 13]
    for (let i = 0; i < 24; i += 3) {
      const i24 = i * 24;
      const i24_2 = i24 + 24;
      const i24_3 = i24 + 48;
      for (let j = 0; j < 24; j += 3) {
        let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
        for (let k = 0; k < size; k++) {
          const k24_2 = k * 24;
          const dh2_in_1 = dh2_in[k24_2 + i];
          const h1_1 = h1[k24_2 + j];
          const h1_2 = h1[k24_2 + j + 1];
          const h1_3 = h1[k24_2 + j + 2];
          const dh2_in_2 = dh2_in[k24_2 + i + 1];
          const dh2_in_3 = dh2_in[k24_2 + i + 2];
          s11 += dh2_in_1 * h1_1;
          s12 += dh2_in_1 * h1_2;
          s13 += dh2_in_1 * h1_3;
          s21 += dh2_in_2 * h1_1;
          s22 += dh2_in_2 * h1_2;
          s23 += dh2_in_2 * h1_3;
          s31 += dh2_in_3 * h1_1;
          s32 += dh2_in_3 * h1_2;
          s33 += dh2_in_3 * h1_3;
        }
        dW2[i24 + j] += s11;
        dW2[i24 + j + 1] += s12;
        dW2[i24 + j + 2] += s13;
        dW2[i24_2 + j] += s21;
        dW2[i24_2 + j + 1] += s22;
        dW2[i24_2 + j + 2] += s23;
        dW2[i24_3 + j] += s31;
        dW2[i24_3 + j + 1] += s32;
        dW2[i24_3 + j + 2] += s33;
      }
    }

    // dW3 = Σn outer(delta, h2)   [EQ4: ∂C/∂w = δ aᵀ; line 14]
    for (let i = 0; i < 3; i += 3) {
      const i24 = i * 24;
      const i24_2 = i24 + 24;
      const i24_3 = i24 + 48;
      for (let j = 0; j < 24; j += 3) {
        let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
        for (let k = 0; k < size; k++) {
          const k3_2 = k * 3;
          const delta_1 = delta[k3_2 + i];
          const k24_2 = k * 24;
          const h2_1 = h2[k24_2 + j];
          const h2_2 = h2[k24_2 + j + 1];
          const h2_3 = h2[k24_2 + j + 2];
          const delta_2 = delta[k3_2 + i + 1];
          const delta_3 = delta[k3_2 + i + 2];
          s11 += delta_1 * h2_1;
          s12 += delta_1 * h2_2;
          s13 += delta_1 * h2_3;
          s21 += delta_2 * h2_1;
          s22 += delta_2 * h2_2;
          s23 += delta_2 * h2_3;
          s31 += delta_3 * h2_1;
          s32 += delta_3 * h2_2;
          s33 += delta_3 * h2_3;
        }
        dW3[i24 + j] += s11;
        dW3[i24 + j + 1] += s12;
        dW3[i24 + j + 2] += s13;
        dW3[i24_2 + j] += s21;
        dW3[i24_2 + j + 1] += s22;
        dW3[i24_2 + j + 2] += s23;
        dW3[i24_3 + j] += s31;
        dW3[i24_3 + j + 1] += s32;
        dW3[i24_3 + j + 2] += s33;
      }
    }

    // dh1 = W2' * dh2_in   [W2 * h1 with respect to h1: the matrix transposed, times the cotangent; line 13]
    for (let k = 0; k < size; k += 3) {
      const k24_2 = k * 24;
      const k24_3 = k24_2 + 24;
      const k24_4 = k24_2 + 48;
      for (let i = 0; i < 24; i += 3) {
        let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
        for (let j = 0; j < 24; j++) {
          const dh2_in_1 = dh2_in[k24_2 + j];
          const j24 = j * 24;
          const W2_1 = W2[j24 + i];
          const W2_2 = W2[j24 + i + 1];
          const W2_3 = W2[j24 + i + 2];
          const dh2_in_2 = dh2_in[k24_3 + j];
          const dh2_in_3 = dh2_in[k24_4 + j];
          s11 += dh2_in_1 * W2_1;
          s12 += dh2_in_1 * W2_2;
          s13 += dh2_in_1 * W2_3;
          s21 += dh2_in_2 * W2_1;
          s22 += dh2_in_2 * W2_2;
          s23 += dh2_in_2 * W2_3;
          s31 += dh2_in_3 * W2_1;
          s32 += dh2_in_3 * W2_2;
          s33 += dh2_in_3 * W2_3;
        }
        dh1[k24_2 + i] = s11;
        dh1[k24_2 + i + 1] = s12;
        dh1[k24_2 + i + 2] = s13;
        dh1[k24_3 + i] = s21;
        dh1[k24_3 + i + 1] = s22;
        dh1[k24_3 + i + 2] = s23;
        dh1[k24_4 + i] = s31;
        dh1[k24_4 + i + 1] = s32;
        dh1[k24_4 + i + 2] = s33;
      }
    }

    for (let k = 0; k < size; k++) {
      const k24 = k * 24;

      // dh1_in = dh1 .* (div2_2 .* (2 - div2_2))   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 12]
      for (let i = 0; i < 24; i++) {
        dh1_in[k24 + i] = dh1[k24 + i] * (div2_2[k24 + i] * (2 - div2_2[k24 + i]));
      }

      // db1 = Σn dh1_in   [EQ3: ∂C/∂b = δ]
      for (let i = 0; i < 24; i++) {
        db1[i] += dh1_in[k24 + i];
      }
    }

    // dW1 = Σn outer(dh1_in, x)   [EQ4: ∂C/∂w = δ aᵀ; line 12]
    for (let i = 0; i < 24; i += 4) {
      const i2 = i * 2;
      const i2_2 = i2 + 2;
      const i2_3 = i2 + 4;
      const i2_4 = i2 + 6;
      for (let j = 0; j < 2; j += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        for (let k = 0; k < size; k++) {
          const k24_2 = k * 24;
          const dh1_in_1 = dh1_in[k24_2 + i];
          const k2 = k * 2;
          const x_1 = x_block[k2 + j];
          const x_2 = x_block[k2 + j + 1];
          const dh1_in_2 = dh1_in[k24_2 + i + 1];
          const dh1_in_3 = dh1_in[k24_2 + i + 2];
          const dh1_in_4 = dh1_in[k24_2 + i + 3];
          s11 += dh1_in_1 * x_1;
          s12 += dh1_in_1 * x_2;
          s21 += dh1_in_2 * x_1;
          s22 += dh1_in_2 * x_2;
          s31 += dh1_in_3 * x_1;
          s32 += dh1_in_3 * x_2;
          s41 += dh1_in_4 * x_1;
          s42 += dh1_in_4 * x_2;
        }
        dW1[i2 + j] += s11;
        dW1[i2 + j + 1] += s12;
        dW1[i2_2 + j] += s21;
        dW1[i2_2 + j + 1] += s22;
        dW1[i2_3 + j] += s31;
        dW1[i2_3 + j + 1] += s32;
        dW1[i2_4 + j] += s41;
        dW1[i2_4 + j + 1] += s42;
      }
    }
  }

  // J = -(J_sum / m)   [line 15, loss]
  into.losses[0] = -(J_sum / m);

  // dW1 = share * dW1   [the mean over the batch]
  for (let i = 0; i < 48; i++) {
    into.W1[i] = share * dW1[i];
  }

  // db1 = share * db1   [the mean over the batch]
  for (let i = 0; i < 24; i++) {
    into.b1[i] = share * db1[i];
  }

  // dW2 = share * dW2   [the mean over the batch]
  for (let i = 0; i < 576; i++) {
    into.W2[i] = share * dW2[i];
  }

  // db2 = share * db2   [the mean over the batch]
  for (let i = 0; i < 24; i++) {
    into.b2[i] = share * db2[i];
  }

  // dW3 = share * dW3   [the mean over the batch]
  for (let i = 0; i < 72; i++) {
    into.W3[i] = share * dW3[i];
  }

  // db3 = share * db3   [the mean over the batch]
  into.b3[0] = share * db3_1;
  into.b3[1] = share * db3_2;
  into.b3[2] = share * db3_3;

  // loss = -(J_sum / m)   [line 15, loss]
  const loss = into.losses[0];
  return loss;
}

/** One step of training on the examples `order[from … to)`: forward, backward, update; returns the loss before the update. */
export function step(params: Parameters, state: Floats, data: Examples, clock: Clock, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { W1, b1, W2, b2, W3, b3 } = params;
  const { x, c } = data.columns;
  const { rate, t } = clock;
  const m = to - from;
  const share = 1 / m;
  const share2 = 0.1 * share;

  // stepSize = rate / (1 - 0.9 ^ t)
  const stepSize = rate / (1 - Math.pow(0.9, t));

  // scale = 1 / (1 - 0.999 ^ t)
  const scale = 1 / (1 - Math.pow(0.999, t));
  let J_sum = 0;
  db3.fill(0);
  db2.fill(0);
  dW2.fill(0);
  dW3.fill(0);
  db1.fill(0);
  dW1.fill(0);
  for (let first = from; first < to; first += 64) {
    const size = Math.min(64, to - first);
    for (let k = 0; k < size; k++) {
      const row = order === undefined ? first + k : order[first + k];
      rows[k] = row;
      for (let i = 0; i < 2; i++) x_block[k * 2 + i] = x[row * 2 + i];
    }

    for (let k = 0; k < size; k++) {
      const row = rows[k];
      const row2 = row * 2;
      const k24 = k * 24;

      // add = W1 * x + b1
      // h1_expm1 = expm1(min(2 * abs(add), 709))
      // h1_den = 2 + h1_expm1
      // h1 = sign(add) .* (h1_expm1 ./ h1_den)   [line 12]
      const t2 = x[row2];
      const t3 = x[row2 + 1];
      for (let i = 0; i < 24; i++) {
        const add = W1[i * 2] * t2 + W1[i * 2 + 1] * t3 + b1[i];
        const h1_expm1 = Math.expm1(Math.min(2 * Math.abs(add), 709));
        h1_den[k24 + i] = 2 + h1_expm1;
        h1[k24 + i] = Math.sign(add) * (h1_expm1 / h1_den[k24 + i]);
      }
    }

    // add2 = W2 * h1 + b2
    for (let k = 0; k < size; k += 3) {
      const k24_2 = k * 24;
      const k24_3 = k24_2 + 24;
      const k24_4 = k24_2 + 48;
      for (let i = 0; i < 24; i += 3) {
        let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
        const i24 = i * 24;
        const i24_2 = i24 + 24;
        const i24_3 = i24 + 48;
        for (let j = 0; j < 24; j++) {
          const W2_1 = W2[i24 + j];
          const h1_1 = h1[k24_2 + j];
          const W2_2 = W2[i24_2 + j];
          const W2_3 = W2[i24_3 + j];
          const h1_2 = h1[k24_3 + j];
          const h1_3 = h1[k24_4 + j];
          s11 += W2_1 * h1_1;
          s12 += W2_2 * h1_1;
          s13 += W2_3 * h1_1;
          s21 += W2_1 * h1_2;
          s22 += W2_2 * h1_2;
          s23 += W2_3 * h1_2;
          s31 += W2_1 * h1_3;
          s32 += W2_2 * h1_3;
          s33 += W2_3 * h1_3;
        }
        const b2_1 = b2[i];
        add2[k24_2 + i] = s11 + b2_1;
        const b2_2 = b2[i + 1];
        add2[k24_2 + i + 1] = s12 + b2_2;
        const b2_3 = b2[i + 2];
        add2[k24_2 + i + 2] = s13 + b2_3;
        add2[k24_3 + i] = s21 + b2_1;
        add2[k24_3 + i + 1] = s22 + b2_2;
        add2[k24_3 + i + 2] = s23 + b2_3;
        add2[k24_4 + i] = s31 + b2_1;
        add2[k24_4 + i + 1] = s32 + b2_2;
        add2[k24_4 + i + 2] = s33 + b2_3;
      }
    }

    for (let k = 0; k < size; k++) {
      const k24 = k * 24;

      // h2_expm1 = expm1(min(2 * abs(add2), 709))
      // h2_den = 2 + h2_expm1
      // h2 = sign(add2) .* (h2_expm1 ./ h2_den)   [line 13]
      for (let i = 0; i < 24; i++) {
        const h2_expm1 = Math.expm1(Math.min(2 * Math.abs(add2[k24 + i]), 709));
        h2_den[k24 + i] = 2 + h2_expm1;
        h2[k24 + i] = Math.sign(add2[k24 + i]) * (h2_expm1 / h2_den[k24 + i]);
      }
    }

    // add3 = W3 * h2 + b3
    for (let k = 0; k < size; k += 3) {
      const k24_2 = k * 24;
      const k24_3 = k24_2 + 24;
      const k24_4 = k24_2 + 48;
      const k3 = k * 3;
      const k3_2 = k3 + 3;
      const k3_3 = k3 + 6;
      for (let i = 0; i < 3; i += 3) {
        let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
        const i24 = i * 24;
        const i24_2 = i24 + 24;
        const i24_3 = i24 + 48;
        for (let j = 0; j < 24; j++) {
          const W3_1 = W3[i24 + j];
          const h2_1 = h2[k24_2 + j];
          const W3_2 = W3[i24_2 + j];
          const W3_3 = W3[i24_3 + j];
          const h2_2 = h2[k24_3 + j];
          const h2_3 = h2[k24_4 + j];
          s11 += W3_1 * h2_1;
          s12 += W3_2 * h2_1;
          s13 += W3_3 * h2_1;
          s21 += W3_1 * h2_2;
          s22 += W3_2 * h2_2;
          s23 += W3_3 * h2_2;
          s31 += W3_1 * h2_3;
          s32 += W3_2 * h2_3;
          s33 += W3_3 * h2_3;
        }
        const b3_1 = b3[i];
        add3[k3 + i] = s11 + b3_1;
        const b3_2 = b3[i + 1];
        add3[k3 + i + 1] = s12 + b3_2;
        const b3_3 = b3[i + 2];
        add3[k3 + i + 2] = s13 + b3_3;
        add3[k3_2 + i] = s21 + b3_1;
        add3[k3_2 + i + 1] = s22 + b3_2;
        add3[k3_2 + i + 2] = s23 + b3_3;
        add3[k3_3 + i] = s31 + b3_1;
        add3[k3_3 + i + 1] = s32 + b3_2;
        add3[k3_3 + i + 2] = s33 + b3_3;
      }
    }

    for (let k = 0; k < size; k++) {
      const row = rows[k];
      const k3 = k * 3;
      const k24 = k * 24;

      // div2 = 2 ./ h2_den
      // div2_2 = 2 ./ h1_den
      for (let i = 0; i < 24; i++) {
        div2[k24 + i] = 2 / h2_den[k24 + i];
        div2_2[k24 + i] = 2 / h1_den[k24 + i];
      }

      // max = max(add3)
      const add3_1 = add3[k3];
      const add3_2 = add3[k3 + 1];
      const add3_3 = add3[k3 + 2];
      const max = Math.max(add3_1, add3_2, add3_3);

      // logSoftmax_in = add3 - max
      const logSoftmax_in_1 = add3_1 - max;
      const logSoftmax_in_2 = add3_2 - max;
      const logSoftmax_in_3 = add3_3 - max;

      // p_exp = exp(logSoftmax_in)
      const p_exp_1 = Math.exp(logSoftmax_in_1);
      const p_exp_2 = Math.exp(logSoftmax_in_2);
      const p_exp_3 = Math.exp(logSoftmax_in_3);

      // sum = sum(p_exp)
      const sum = p_exp_1 + p_exp_2 + p_exp_3;

      // p = p_exp / sum   [line 14, output]
      p[k3] = p_exp_1 / sum;
      p[k3 + 1] = p_exp_2 / sum;
      p[k3 + 2] = p_exp_3 / sum;

      // log = log(sum)
      const log = Math.log(sum);

      // J_sum = Σn sum(c .* (logSoftmax_in - log))
      J_sum += (c[row] === 0 ? 1 : 0) * (logSoftmax_in_1 - log) + (c[row] === 1 ? 1 : 0) * (logSoftmax_in_2 - log) + (c[row] === 2 ? 1 : 0) * (logSoftmax_in_3 - log);

      // delta = p - c   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); line 14]
      const t2 = c[row];
      for (let i = 0; i < 3; i++) {
        delta[k3 + i] = p[k3 + i] - (t2 === i ? 1 : 0);
      }

      // db3 = Σn delta   [EQ3: ∂C/∂b = δ]
      db3[0] += delta[k3];
      db3[1] += delta[k3 + 1];
      db3[2] += delta[k3 + 2];

      // dh2 = W3' * delta   [W3 * h2 with respect to h2: the matrix transposed, times the cotangent; line 14]
      // dh2_in = dh2 .* (div2 .* (2 - div2))   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 13]
      const t3 = delta[k3];
      const t4 = delta[k3 + 1];
      const t5 = delta[k3 + 2];
      for (let i = 0; i < 24; i++) {
        const dh2 = t3 * W3[i] + t4 * W3[i + 24] + t5 * W3[i + 48];
        dh2_in[k24 + i] = dh2 * (div2[k24 + i] * (2 - div2[k24 + i]));
      }

      // db2 = Σn dh2_in   [EQ3: ∂C/∂b = δ]
      for (let i = 0; i < 24; i++) {
        db2[i] += dh2_in[k24 + i];
      }
    }

    // dW2 = Σn outer(dh2_in, h1)   [EQ4: ∂C/∂w = δ aᵀ; line 13]
    for (let i = 0; i < 24; i += 3) {
      const i24 = i * 24;
      const i24_2 = i24 + 24;
      const i24_3 = i24 + 48;
      for (let j = 0; j < 24; j += 3) {
        let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
        for (let k = 0; k < size; k++) {
          const k24_2 = k * 24;
          const dh2_in_1 = dh2_in[k24_2 + i];
          const h1_1 = h1[k24_2 + j];
          const h1_2 = h1[k24_2 + j + 1];
          const h1_3 = h1[k24_2 + j + 2];
          const dh2_in_2 = dh2_in[k24_2 + i + 1];
          const dh2_in_3 = dh2_in[k24_2 + i + 2];
          s11 += dh2_in_1 * h1_1;
          s12 += dh2_in_1 * h1_2;
          s13 += dh2_in_1 * h1_3;
          s21 += dh2_in_2 * h1_1;
          s22 += dh2_in_2 * h1_2;
          s23 += dh2_in_2 * h1_3;
          s31 += dh2_in_3 * h1_1;
          s32 += dh2_in_3 * h1_2;
          s33 += dh2_in_3 * h1_3;
        }
        dW2[i24 + j] += s11;
        dW2[i24 + j + 1] += s12;
        dW2[i24 + j + 2] += s13;
        dW2[i24_2 + j] += s21;
        dW2[i24_2 + j + 1] += s22;
        dW2[i24_2 + j + 2] += s23;
        dW2[i24_3 + j] += s31;
        dW2[i24_3 + j + 1] += s32;
        dW2[i24_3 + j + 2] += s33;
      }
    }

    // dW3 = Σn outer(delta, h2)   [EQ4: ∂C/∂w = δ aᵀ; line 14]
    for (let i = 0; i < 3; i += 3) {
      const i24 = i * 24;
      const i24_2 = i24 + 24;
      const i24_3 = i24 + 48;
      for (let j = 0; j < 24; j += 3) {
        let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
        for (let k = 0; k < size; k++) {
          const k3_2 = k * 3;
          const delta_1 = delta[k3_2 + i];
          const k24_2 = k * 24;
          const h2_1 = h2[k24_2 + j];
          const h2_2 = h2[k24_2 + j + 1];
          const h2_3 = h2[k24_2 + j + 2];
          const delta_2 = delta[k3_2 + i + 1];
          const delta_3 = delta[k3_2 + i + 2];
          s11 += delta_1 * h2_1;
          s12 += delta_1 * h2_2;
          s13 += delta_1 * h2_3;
          s21 += delta_2 * h2_1;
          s22 += delta_2 * h2_2;
          s23 += delta_2 * h2_3;
          s31 += delta_3 * h2_1;
          s32 += delta_3 * h2_2;
          s33 += delta_3 * h2_3;
        }
        dW3[i24 + j] += s11;
        dW3[i24 + j + 1] += s12;
        dW3[i24 + j + 2] += s13;
        dW3[i24_2 + j] += s21;
        dW3[i24_2 + j + 1] += s22;
        dW3[i24_2 + j + 2] += s23;
        dW3[i24_3 + j] += s31;
        dW3[i24_3 + j + 1] += s32;
        dW3[i24_3 + j + 2] += s33;
      }
    }

    // dh1 = W2' * dh2_in   [W2 * h1 with respect to h1: the matrix transposed, times the cotangent; line 13]
    for (let k = 0; k < size; k += 3) {
      const k24_2 = k * 24;
      const k24_3 = k24_2 + 24;
      const k24_4 = k24_2 + 48;
      for (let i = 0; i < 24; i += 3) {
        let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
        for (let j = 0; j < 24; j++) {
          const dh2_in_1 = dh2_in[k24_2 + j];
          const j24 = j * 24;
          const W2_1 = W2[j24 + i];
          const W2_2 = W2[j24 + i + 1];
          const W2_3 = W2[j24 + i + 2];
          const dh2_in_2 = dh2_in[k24_3 + j];
          const dh2_in_3 = dh2_in[k24_4 + j];
          s11 += dh2_in_1 * W2_1;
          s12 += dh2_in_1 * W2_2;
          s13 += dh2_in_1 * W2_3;
          s21 += dh2_in_2 * W2_1;
          s22 += dh2_in_2 * W2_2;
          s23 += dh2_in_2 * W2_3;
          s31 += dh2_in_3 * W2_1;
          s32 += dh2_in_3 * W2_2;
          s33 += dh2_in_3 * W2_3;
        }
        dh1[k24_2 + i] = s11;
        dh1[k24_2 + i + 1] = s12;
        dh1[k24_2 + i + 2] = s13;
        dh1[k24_3 + i] = s21;
        dh1[k24_3 + i + 1] = s22;
        dh1[k24_3 + i + 2] = s23;
        dh1[k24_4 + i] = s31;
        dh1[k24_4 + i + 1] = s32;
        dh1[k24_4 + i + 2] = s33;
      }
    }

    for (let k = 0; k < size; k++) {
      const k24 = k * 24;

      // dh1_in = dh1 .* (div2_2 .* (2 - div2_2))   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 12]
      for (let i = 0; i < 24; i++) {
        dh1_in[k24 + i] = dh1[k24 + i] * (div2_2[k24 + i] * (2 - div2_2[k24 + i]));
      }

      // db1 = Σn dh1_in   [EQ3: ∂C/∂b = δ]
      for (let i = 0; i < 24; i++) {
        db1[i] += dh1_in[k24 + i];
      }
    }

    // dW1 = Σn outer(dh1_in, x)   [EQ4: ∂C/∂w = δ aᵀ; line 12]
    for (let i = 0; i < 24; i += 4) {
      const i2 = i * 2;
      const i2_2 = i2 + 2;
      const i2_3 = i2 + 4;
      const i2_4 = i2 + 6;
      for (let j = 0; j < 2; j += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        for (let k = 0; k < size; k++) {
          const k24_2 = k * 24;
          const dh1_in_1 = dh1_in[k24_2 + i];
          const k2 = k * 2;
          const x_1 = x_block[k2 + j];
          const x_2 = x_block[k2 + j + 1];
          const dh1_in_2 = dh1_in[k24_2 + i + 1];
          const dh1_in_3 = dh1_in[k24_2 + i + 2];
          const dh1_in_4 = dh1_in[k24_2 + i + 3];
          s11 += dh1_in_1 * x_1;
          s12 += dh1_in_1 * x_2;
          s21 += dh1_in_2 * x_1;
          s22 += dh1_in_2 * x_2;
          s31 += dh1_in_3 * x_1;
          s32 += dh1_in_3 * x_2;
          s41 += dh1_in_4 * x_1;
          s42 += dh1_in_4 * x_2;
        }
        dW1[i2 + j] += s11;
        dW1[i2 + j + 1] += s12;
        dW1[i2_2 + j] += s21;
        dW1[i2_2 + j + 1] += s22;
        dW1[i2_3 + j] += s31;
        dW1[i2_3 + j + 1] += s32;
        dW1[i2_4 + j] += s41;
        dW1[i2_4 + j + 1] += s42;
      }
    }
  }

  // loss = -(J_sum / m)   [line 15, loss]
  const loss = -(J_sum / m);

  // m_W1⁺ = 0.9 * m_W1 + share2 * dW1
  // v_W1⁺ = 0.999 * v_W1 + 0.001 * (share * dW1) .^ 2
  // W1⁺ = W1 - stepSize * (m_W1⁺ ./ (sqrt(scale * v_W1⁺) + 1e-8))
  for (let i = 0; i < 48; i++) {
    state[i] = 0.9 * state[i] + share2 * dW1[i];
    const t2 = share * dW1[i];
    state[48 + i] = 0.999 * state[48 + i] + 0.001 * (t2 * t2);
    W1[i] -= stepSize * (state[i] / (Math.sqrt(scale * state[48 + i]) + 1e-8));
  }

  // m_b1⁺ = 0.9 * m_b1 + share2 * db1
  // v_b1⁺ = 0.999 * v_b1 + 0.001 * (share * db1) .^ 2
  // b1⁺ = b1 - stepSize * (m_b1⁺ ./ (sqrt(scale * v_b1⁺) + 1e-8))
  for (let i = 0; i < 24; i++) {
    state[96 + i] = 0.9 * state[96 + i] + share2 * db1[i];
    const t2 = share * db1[i];
    state[120 + i] = 0.999 * state[120 + i] + 0.001 * (t2 * t2);
    b1[i] -= stepSize * (state[96 + i] / (Math.sqrt(scale * state[120 + i]) + 1e-8));
  }

  // m_W2⁺ = 0.9 * m_W2 + share2 * dW2
  // v_W2⁺ = 0.999 * v_W2 + 0.001 * (share * dW2) .^ 2
  // W2⁺ = W2 - stepSize * (m_W2⁺ ./ (sqrt(scale * v_W2⁺) + 1e-8))
  for (let i = 0; i < 576; i++) {
    state[144 + i] = 0.9 * state[144 + i] + share2 * dW2[i];
    const t2 = share * dW2[i];
    state[720 + i] = 0.999 * state[720 + i] + 0.001 * (t2 * t2);
    W2[i] -= stepSize * (state[144 + i] / (Math.sqrt(scale * state[720 + i]) + 1e-8));
  }

  // m_b2⁺ = 0.9 * m_b2 + share2 * db2
  // v_b2⁺ = 0.999 * v_b2 + 0.001 * (share * db2) .^ 2
  // b2⁺ = b2 - stepSize * (m_b2⁺ ./ (sqrt(scale * v_b2⁺) + 1e-8))
  for (let i = 0; i < 24; i++) {
    state[1296 + i] = 0.9 * state[1296 + i] + share2 * db2[i];
    const t2 = share * db2[i];
    state[1320 + i] = 0.999 * state[1320 + i] + 0.001 * (t2 * t2);
    b2[i] -= stepSize * (state[1296 + i] / (Math.sqrt(scale * state[1320 + i]) + 1e-8));
  }

  // m_W3⁺ = 0.9 * m_W3 + share2 * dW3
  // v_W3⁺ = 0.999 * v_W3 + 0.001 * (share * dW3) .^ 2
  // W3⁺ = W3 - stepSize * (m_W3⁺ ./ (sqrt(scale * v_W3⁺) + 1e-8))
  for (let i = 0; i < 72; i++) {
    state[1344 + i] = 0.9 * state[1344 + i] + share2 * dW3[i];
    const t2 = share * dW3[i];
    state[1416 + i] = 0.999 * state[1416 + i] + 0.001 * (t2 * t2);
    W3[i] -= stepSize * (state[1344 + i] / (Math.sqrt(scale * state[1416 + i]) + 1e-8));
  }

  // m_b3⁺ = 0.9 * m_b3 + share2 * db3
  // v_b3⁺ = 0.999 * v_b3 + 0.001 * (share * db3) .^ 2
  // b3⁺ = b3 - stepSize * (m_b3⁺ ./ (sqrt(scale * v_b3⁺) + 1e-8))
  for (let i = 0; i < 3; i++) {
    state[1488 + i] = 0.9 * state[1488 + i] + share2 * db3[i];
    const t2 = share * db3[i];
    state[1491 + i] = 0.999 * state[1491 + i] + 0.001 * (t2 * t2);
    b3[i] -= stepSize * (state[1488 + i] / (Math.sqrt(scale * state[1491 + i]) + 1e-8));
  }
  return loss;
}

/** The predictions for one example among others. */
export function predict(params: Parameters, data: Examples, row: number, into: Outputs = createOutputs()): Outputs {
  return forward(params, data.columns.x.subarray(row * 2, row * 2 + 2), into);
}
