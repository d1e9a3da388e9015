/**
 * characters: compiled by gradc 0.1.0 from characters.grad. Do not edit: change the spec and compile again.
 *
 * Spec        sha256 ef195613188fb7ccac43125b57662eb71398169326bf66aebbf14b09b996ffb3
 * Parameters  14560: E (128 × 16), Wz (48 × 16), Uz (48 × 48), bz vector of 48, Wn (48 × 16), Un (48 × 48), bn vector of 48, V (128 × 48), b vector of 128
 * Precision   64-bit
 * Convention  loss and gradients are the mean over the batch
 * Stable form xlogy(d, softmax(z)) -> d .* logSoftmax(z)
 *             1 - sigmoid(x) -> 1 / (1 + exp(min(x, 709)))
 *             1 - square(tanh(x)) -> 2 / (2 + expm1(min(2 * abs(x), 709))) * (2 - 2 / (2 + expm1(min(2 * abs(x), 709))))
 *
 * Operations of gradient, for one example (sums over the batch left out):
 *   forward 856608: 416256 add, 401920 multiply, 11264 compare, 8704 divide, 8192 subtract, 5632 exp, 1536 abs, 1536 expm1, 1536 sign, 32 log
 *   backward 1611264: 798208 add, 797184 multiply, 7168 subtract, 4608 divide, 4096 compare
 *
 * Schedule:
 *   forward  loops: 829440 scalar operations, more than 2500; of 9 steps 4 in register tiles, 5 in plain loops; a loop over 32 time steps, first to last
 *     tiles     H_exp 202752, H 207360, add 397312, sum 4096
 *     loops     H 0, H_den 1536, max 4096, p_exp 8192, p 4096
 *   evaluate  loops: 858278 scalar operations, more than 2500; of 16 steps 4 in register tiles, 9 in plain loops, 3 of at most 4 operations unrolled; a loop over 32 time steps, first to last; examples in blocks of 16
 *     tiles     H_exp 202752, H 207360, add 397312, sum 4096
 *     loops     H 0, H_den 1536, max 4096, logSoftmax_in 4096, p_exp 4096, p 4096, log 32, J_sum 16385, accuracy_sum 12417
 *     unrolled  J 2, accuracy 2, loss 0
 *   gradient  loops: 2489733 scalar operations, more than 2500; of 40 steps 14 in register tiles, 23 in plain loops, 3 of at most 4 operations unrolled; a loop over 32 time steps, first to last; a loop over 32 time steps, last to first; examples in blocks of 8; in 4 functions of at most 2000 written operations
 *     tiles     H_exp 202752, add 199680, add2 397312, sum 4096, dV 399360, db 4224, dH 396288, dH_before 299520, grad_Wz 49920, grad_Uz 149760, grad_bz 1584, grad_Wn 49920, grad_Un 149760, grad_bn 1584
 *     loops     H 0, H_den 1536, z 1536, H_expm1 6144, H_den2 1536, n 4608, H 4608, max 4096, logSoftmax_in 4096, p_exp 4096, p 4096, log 32, J_sum 16385, delta 8192, div 1536, dH_before 0, delta2 6144, delta3 7680, dE_sum 49664, dE_sum2 49664, grad_E 2048, grad_V 6144, grad_b 128
 *     unrolled  share 2, J 2, loss 0
 *   step  loops: 2743546 scalar operations, more than 2500; of 71 steps 14 in register tiles, 49 in plain loops, 8 of at most 4 operations unrolled; a loop over 32 time steps, first to last; a loop over 32 time steps, last to first; examples in blocks of 8; in 4 functions of at most 2000 written operations
 *     tiles     H_exp 202752, add 199680, add2 397312, sum 4096, dV 399360, db 4224, dH 396288, dH_before 299520, dWz 49920, dUz 149760, dbz 1584, dWn 49920, dUn 149760, dbn 1584
 *     loops     H 0, H_den 1536, z 1536, H_expm1 6144, H_den2 1536, n 4608, H 4608, max 4096, logSoftmax_in 4096, p_exp 4096, p 4096, log 32, J_sum 16385, delta 8192, div 1536, dH_before 0, delta2 6144, delta3 7680, dE_sum 49664, dE_sum2 49664, dE 2048, scale2 41675, m_E 6144, v_E 12288, E 12288, m_Wz 2304, v_Wz 4608, Wz 4608, m_Uz 6912, v_Uz 13824, Uz 13824, m_bz 144, v_bz 288, bz 288, m_Wn 2304, v_Wn 4608, Wn 4608, m_Un 6912, v_Un 13824, Un 13824, m_bn 144, v_bn 288, bn 288, m_V 18432, v_V 36864, V 36864, m_b 384, v_b 768, b 768
 *     unrolled  share 2, stepSize 3, scale 3, loss 2, scale3 1, scale4 1, scale5 1, scale6 1
 *
 * parameters
 *   E    128 × 16   normal   # line 5
 *   Wz   48 × 16    glorot   # line 6
 *   Uz   48 × 48    glorot   # line 7
 *   bz   48         -0.5     # line 8
 *   Wn   48 × 16    glorot   # line 9
 *   Un   48 × 48    glorot   # line 10
 *   bn   48         zeros    # line 11
 *   V    128 × 48   glorot   # line 12
 *   b    128        zeros    # line 13
 *
 * data
 *   x   32         index of 128   # line 2
 *   c   32 × 128   label of 128   # line 3
 *
 * forward
 *   z = sigmoid(E[x, :] * Wz' + before(H) * Uz' + bz)   32 × 48 per example    # lines 15, 16
 *   n = tanh(E[x, :] * Wn' + before(H) * Un' + bn)      32 × 48 per example    # lines 15, 16
 *   H = (1 - z) .* before(H) + z .* n                   32 × 48 per example    # line 18
 *   p = softmax(H * V' + b, 2)                          32 × 128 per example   # line 19, output
 *   t1 = c .* logSoftmax(H * V' + b, 2)                 32 × 128 per example
 *   J = -1/32 * sum(t1)                                 scalar per example     # line 20, loss
 *   t2 = argmax(p, 2) == argmax(c, 2)                   32 per example         # line 22
 *   accuracy = 1/32 * sum(t2)                           scalar per example     # line 22, metric
 *
 * mean over the batch of m examples
 *   J = -1/32 * ((Σn sum(t1)) / m)         scalar   # line 20, loss
 *   accuracy = 1/32 * ((Σn sum(t2)) / m)   scalar   # line 22, metric
 *
 * backward
 *   δ1 = p - c                                           32 × 128 per example   # EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); chain rule through logSoftmax: dx = g - softmax(x) .* sum(g)
 *   dV = 1/32 * (1/m) * Σn δ1' * H                       128 × 48               # EQ4: ∂C/∂w = δ aᵀ; H * V' with respect to V: the other matrix transposed, times the cotangent
 *   db = 1/32 * (1/m) * Σn sum(δ1, 1)                    128                    # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
 *   dH = 1/32 * (1/m) * (δ1 * V) + after(dH_before)      32 × 48 per example    # sum over every use of the value: through time: the cotangent of the next step; H * V' with respect to H: the other matrix transposed, times the cotangent
 *   δ2 = dH .* z .* (1 - n .^ 2)                         32 × 48 per example    # EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); chain rule through tanh: ∂y/∂x = 1 - square(y)
 *   δ3 = (dH .* n - dH .* before(H)) .* (z .* (1 - z))   32 × 48 per example    # EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); chain rule through sigmoid: ∂y/∂x = y * (1 - y)
 *   dH_before = δ2 * Un + dH .* (1 - z) + δ3 * Uz        32 × 48 per example    # sum over every use of the value: before(H) * Uz' with respect to before(H): the other matrix transposed, times the cotangent; chain rule through mul: ∂y/∂b = a; before(H) * Un' with respect to before(H): the other matrix transposed, times the cotangent
 *   t3[x[i], j] += Σ n,i,k  δ2[i, k] * Wn[k, j]          128 × 16               # E[x, :] * Wn' with respect to E: the other matrix transposed, times the cotangent
 *   t4[x[i], j] += Σ n,i,k  δ3[i, k] * Wz[k, j]          128 × 16               # E[x, :] * Wz' with respect to E: the other matrix transposed, times the cotangent
 *   dE = t3 + t4                                         128 × 16               # sum over every use of the value
 *   dWz = Σn δ3' * E[x, :]                               48 × 16                # E[x, :] * Wz' with respect to Wz: the other matrix transposed, times the cotangent
 *   dUz = Σn δ3' * before(H)                             48 × 48                # EQ4: ∂C/∂w = δ aᵀ; before(H) * Uz' with respect to Uz: the other matrix transposed, times the cotangent
 *   dbz = Σn sum(δ3, 1)                                  48                     # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
 *   dWn = Σn δ2' * E[x, :]                               48 × 16                # E[x, :] * Wn' with respect to Wn: the other matrix transposed, times the cotangent
 *   dUn = Σn δ2' * before(H)                             48 × 48                # EQ4: ∂C/∂w = δ aᵀ; before(H) * Un' with respect to Un: the other matrix transposed, times the cotangent
 *   dbn = Σn sum(δ2, 1)                                  48                     # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
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
  readonly E: Tensor<[128, 16]>;
  readonly Wz: Tensor<[48, 16]>;
  readonly Uz: Tensor<[48, 48]>;
  readonly bz: Tensor<[48]>;
  readonly Wn: Tensor<[48, 16]>;
  readonly Un: Tensor<[48, 48]>;
  readonly bn: Tensor<[48]>;
  readonly V: Tensor<[128, 48]>;
  readonly b: Tensor<[128]>;
}

/** The spec has no hyperparameters. */
export type Hyper = Record<string, never>;

/** Examples as columns: for each name its values, one example after the other. */
export interface Examples {
  readonly size: number;
  readonly columns: { readonly x: Int32Array; readonly c: Int32Array };
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
  readonly E: Tensor<[128, 16]>;
  readonly Wz: Tensor<[48, 16]>;
  readonly Uz: Tensor<[48, 48]>;
  readonly bz: Tensor<[48]>;
  readonly Wn: Tensor<[48, 16]>;
  readonly Un: Tensor<[48, 48]>;
  readonly bn: Tensor<[48]>;
  readonly V: Tensor<[128, 48]>;
  readonly b: Tensor<[128]>;
  /** Each loss over the batch. */
  readonly losses: Floats;
}

/** Predictions for one example. */
export type Outputs = { readonly p: Tensor<[32, 128]> };

/** What the module is: names, shapes, defaults and data of the spec. */
export const metadata = {
  name: "characters",
  hash: "ef195613188fb7ccac43125b57662eb71398169326bf66aebbf14b09b996ffb3",
  version: "0.1.0",
  precision: "f64",
  parameters: [
    { name: "E", shape: [128, 16], offset: 0, initial: { kind: "normal" } },
    { name: "Wz", shape: [48, 16], offset: 2048, initial: { kind: "glorot" } },
    { name: "Uz", shape: [48, 48], offset: 2816, initial: { kind: "glorot" } },
    { name: "bz", shape: [48], offset: 5120, initial: { kind: "fill", value: -0.5 } },
    { name: "Wn", shape: [48, 16], offset: 5168, initial: { kind: "glorot" } },
    { name: "Un", shape: [48, 48], offset: 5936, initial: { kind: "glorot" } },
    { name: "bn", shape: [48], offset: 8240, initial: { kind: "zeros" } },
    { name: "V", shape: [128, 48], offset: 8288, initial: { kind: "glorot" } },
    { name: "b", shape: [128], offset: 14432, initial: { kind: "zeros" } },
  ],
  columns: [
    { name: "x", role: "index", shape: [32], classes: 128 },
    { name: "c", role: "label", shape: [32], classes: 128 },
  ],
  hypers: [],
  losses: ["J"],
  metrics: ["accuracy"],
  outputs: [{ name: "p", shape: [32, 128] }],
  reduction: "mean",
  data: { kind: "generator", name: "sentences" },
  train: { optimizer: "adam", rate: 0.01, batch: 16, epochs: 20, validation: 0.1, seed: 1 },
} as const;

/** Parameters as views on one flat array, zero where none is given. */
export function createParameters(flat: Floats = new Float64Array(14560)): Parameters {
  return {
    flat,
    E: flat.subarray(0, 2048),
    Wz: flat.subarray(2048, 2816),
    Uz: flat.subarray(2816, 5120),
    bz: flat.subarray(5120, 5168),
    Wn: flat.subarray(5168, 5936),
    Un: flat.subarray(5936, 8240),
    bn: flat.subarray(8240, 8288),
    V: flat.subarray(8288, 14432),
    b: flat.subarray(14432, 14560),
  };
}

/** Initial parameters: the same numbers for the same seed. */
export function initialise(seed: number, params: Parameters = createParameters()): Parameters {
  for (let k = 0; k < 2048; k++) params.E[k] = 0.05 * normal(seed, 0, k);
  for (let k = 0; k < 768; k++) params.Wz[k] = 0.30618621784789724 * (2 * uniform(seed, 1, k) - 1);
  for (let k = 0; k < 2304; k++) params.Uz[k] = 0.25 * (2 * uniform(seed, 2, k) - 1);
  params.bz.fill(-0.5);
  for (let k = 0; k < 768; k++) params.Wn[k] = 0.30618621784789724 * (2 * uniform(seed, 4, k) - 1);
  for (let k = 0; k < 2304; k++) params.Un[k] = 0.25 * (2 * uniform(seed, 5, k) - 1);
  params.bn.fill(0);
  for (let k = 0; k < 6144; k++) params.V[k] = 0.1846372364689991 * (2 * uniform(seed, 7, k) - 1);
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

/** A number of the standard normal distribution (Box and Muller 1958). */
function normal(seed: number, stream: number, position: number): number {
  const radius = Math.sqrt(-2 * Math.log(1 - uniform(seed, stream, 2 * position)));
  return radius * Math.cos(2 * Math.PI * uniform(seed, stream, 2 * position + 1));
}

/** Hyperparameters at the values of the spec. */
export function createHyper(): Hyper {
  return {};
}

/** Room for the predictions of one example. */
export function createOutputs(): Outputs {
  return {
    p: new Float64Array(4096),
  };
}

/** Room for gradients. */
export function createGradients(_examples: number = 1): Gradients {
  return {
    E: new Float64Array(2048),
    Wz: new Float64Array(768),
    Uz: new Float64Array(2304),
    bz: new Float64Array(48),
    Wn: new Float64Array(768),
    Un: new Float64Array(2304),
    bn: new Float64Array(48),
    V: new Float64Array(6144),
    b: new Float64Array(128),
    losses: new Float64Array(1),
  };
}

/** The state of the update rule, all zeros. */
export function createState(): Floats {
  return new Float64Array(29120);
}

const H = new Float64Array(28512);

/** Room for H_exp, logSoftmax_in, add2 and delta, one after the other. */
const logSoftmax_in = new Float64Array(73728);

const H_exp = logSoftmax_in;

const add2 = logSoftmax_in;

const delta = logSoftmax_in;

const H_den = new Float64Array(27648);

/** Room for add3, p_exp, p and dH, one after the other. */
const add3 = new Float64Array(73728);

const p_exp = add3;

const p = add3;

const dH = add3;

/** Room for max3, sum2, delta3 and total, one after the other. */
const delta3 = new Float64Array(18432);

const max3 = delta3;

const sum2 = delta3;

const total = delta3;

const x_block = new Int32Array(576);

const rows = new Int32Array(18);

/** Room for log3 and delta2, one after the other. */
const delta2 = new Float64Array(18432);

const log3 = delta2;

const share = new Float64Array(1);

const J_sum = new Float64Array(1);

const dV = new Float64Array(6144);

const db = new Float64Array(128);

const dE_sum = new Float64Array(2048);

/** Room for dE_sum2 and dE, one after the other. */
const dE_sum2 = new Float64Array(2048);

const dE = dE_sum2;

const z = new Float64Array(18432);

/** Room for add4 and dH_before, one after the other. */
const dH_before = new Float64Array(19008);

const add4 = dH_before;

/** Room for H_den2 and div2, one after the other. */
const H_den2 = new Float64Array(18432);

const div2 = H_den2;

const n = new Float64Array(18432);

const stepSize = new Float64Array(1);

const scale = new Float64Array(1);

const dWz = new Float64Array(768);

const dUz = new Float64Array(2304);

const dbz = new Float64Array(48);

const dWn = new Float64Array(768);

const dUn = new Float64Array(2304);

const dbn = new Float64Array(48);

/** The predictions for one example. */
export function forward(params: Parameters, x: Vector<32> | Int32Array, into: Outputs = createOutputs()): Outputs {
  const { Wz, E, Uz, bz, Wn, Un, bn, V, b } = params;

  // H before the first time step: 0
  for (let i = 0; i < 48; i++) {
    H[i] = 0;
  }

  for (let t = 0; t < 32; t++) {
    const t48 = t * 48;

    // H_exp = exp(min(E[x, :] * Wz' + before(H) * Uz' + bz, 709))
    const x16 = x[t] * 16;
    for (let i = 0; i < 48; i += 6) {
      let s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0;
      const i16 = i * 16;
      const i16_2 = i16 + 16;
      const i16_3 = i16 + 32;
      const i16_4 = i16 + 48;
      const i16_5 = i16 + 64;
      const i16_6 = i16 + 80;
      for (let j = 0; j < 16; j++) {
        const E_1 = E[x16 + j];
        s1 += Wz[i16 + j] * E_1;
        s2 += Wz[i16_2 + j] * E_1;
        s3 += Wz[i16_3 + j] * E_1;
        s4 += Wz[i16_4 + j] * E_1;
        s5 += Wz[i16_5 + j] * E_1;
        s6 += Wz[i16_6 + j] * E_1;
      }
      let s1_2 = 0, s2_2 = 0, s3_2 = 0, s4_2 = 0, s5_2 = 0, s6_2 = 0;
      const i48 = i * 48;
      const i48_2 = i48 + 48;
      const i48_3 = i48 + 96;
      const i48_4 = i48 + 144;
      const i48_5 = i48 + 192;
      const i48_6 = i48 + 240;
      for (let j = 0; j < 48; j++) {
        const H_1 = H[t48 + j];
        s1_2 += Uz[i48 + j] * H_1;
        s2_2 += Uz[i48_2 + j] * H_1;
        s3_2 += Uz[i48_3 + j] * H_1;
        s4_2 += Uz[i48_4 + j] * H_1;
        s5_2 += Uz[i48_5 + j] * H_1;
        s6_2 += Uz[i48_6 + j] * H_1;
      }
      H_exp[t48 + i] = Math.exp(Math.min(s1 + s1_2 + bz[i], 709));
      H_exp[t48 + i + 1] = Math.exp(Math.min(s2 + s2_2 + bz[i + 1], 709));
      H_exp[t48 + i + 2] = Math.exp(Math.min(s3 + s3_2 + bz[i + 2], 709));
      H_exp[t48 + i + 3] = Math.exp(Math.min(s4 + s4_2 + bz[i + 3], 709));
      H_exp[t48 + i + 4] = Math.exp(Math.min(s5 + s5_2 + bz[i + 4], 709));
      H_exp[t48 + i + 5] = Math.exp(Math.min(s6 + s6_2 + bz[i + 5], 709));
    }

    // H_den = 1 + H_exp
    for (let i = 0; i < 48; i++) {
      H_den[t48 + i] = 1 + H_exp[t48 + i];
    }

    // H = before(H) ./ H_den + H_exp ./ H_den .* tanh(E[x, :] * Wn' + before(H) * Un' + bn)   [line 18]
    const x16_2 = x[t] * 16;
    const t48_2 = t48 + 48;
    for (let i = 0; i < 48; i += 6) {
      let s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0;
      const i16 = i * 16;
      const i16_2 = i16 + 16;
      const i16_3 = i16 + 32;
      const i16_4 = i16 + 48;
      const i16_5 = i16 + 64;
      const i16_6 = i16 + 80;
      for (let j = 0; j < 16; j++) {
        const E_1 = E[x16_2 + j];
        s1 += Wn[i16 + j] * E_1;
        s2 += Wn[i16_2 + j] * E_1;
        s3 += Wn[i16_3 + j] * E_1;
        s4 += Wn[i16_4 + j] * E_1;
        s5 += Wn[i16_5 + j] * E_1;
        s6 += Wn[i16_6 + j] * E_1;
      }
      let s1_2 = 0, s2_2 = 0, s3_2 = 0, s4_2 = 0, s5_2 = 0, s6_2 = 0;
      const i48 = i * 48;
      const i48_2 = i48 + 48;
      const i48_3 = i48 + 96;
      const i48_4 = i48 + 144;
      const i48_5 = i48 + 192;
      const i48_6 = i48 + 240;
      for (let j = 0; j < 48; j++) {
        const H_1 = H[t48 + j];
        s1_2 += Un[i48 + j] * H_1;
        s2_2 += Un[i48_2 + j] * H_1;
        s3_2 += Un[i48_3 + j] * H_1;
        s4_2 += Un[i48_4 + j] * H_1;
        s5_2 += Un[i48_5 + j] * H_1;
        s6_2 += Un[i48_6 + j] * H_1;
      }
      const H_den_1 = H_den[t48 + i];
      H[t48_2 + i] = H[t48 + i] / H_den_1 + H_exp[t48 + i] / H_den_1 * Math.tanh(s1 + s1_2 + bn[i]);
      const H_den_2 = H_den[t48 + i + 1];
      H[t48_2 + i + 1] = H[t48 + i + 1] / H_den_2 + H_exp[t48 + i + 1] / H_den_2 * Math.tanh(s2 + s2_2 + bn[i + 1]);
      const H_den_3 = H_den[t48 + i + 2];
      H[t48_2 + i + 2] = H[t48 + i + 2] / H_den_3 + H_exp[t48 + i + 2] / H_den_3 * Math.tanh(s3 + s3_2 + bn[i + 2]);
      const H_den_4 = H_den[t48 + i + 3];
      H[t48_2 + i + 3] = H[t48 + i + 3] / H_den_4 + H_exp[t48 + i + 3] / H_den_4 * Math.tanh(s4 + s4_2 + bn[i + 3]);
      const H_den_5 = H_den[t48 + i + 4];
      H[t48_2 + i + 4] = H[t48 + i + 4] / H_den_5 + H_exp[t48 + i + 4] / H_den_5 * Math.tanh(s5 + s5_2 + bn[i + 4]);
      const H_den_6 = H_den[t48 + i + 5];
      H[t48_2 + i + 5] = H[t48 + i + 5] / H_den_6 + H_exp[t48 + i + 5] / H_den_6 * Math.tanh(s6 + s6_2 + bn[i + 5]);
    }
  }

  // add3 = H * V' + b
  for (let j = 0; j < 128; j += 4) {
    const j48 = j * 48;
    const j48_2 = j48 + 48;
    const j48_3 = j48 + 96;
    const j48_4 = j48 + 144;
    const b_1 = b[j];
    const b_2 = b[j + 1];
    const b_3 = b[j + 2];
    const b_4 = b[j + 3];
    for (let i = 0; i < 32; i += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      const i48 = i * 48;
      const i48_2 = i48 + 48;
      const i48_3 = i48 + 96;
      for (let q = 0; q < 48; q++) {
        const H_1 = H[i48_2 + q];
        const V_1 = V[j48 + q];
        const H_2 = H[i48_3 + q];
        const V_2 = V[j48_2 + q];
        const V_3 = V[j48_3 + q];
        const V_4 = V[j48_4 + q];
        s11 += H_1 * V_1;
        s12 += H_2 * V_1;
        s21 += H_1 * V_2;
        s22 += H_2 * V_2;
        s31 += H_1 * V_3;
        s32 += H_2 * V_3;
        s41 += H_1 * V_4;
        s42 += H_2 * V_4;
      }
      const i128 = i * 128;
      add3[i128 + j] = s11 + b_1;
      const i128_2 = i128 + 128;
      add3[i128_2 + j] = s12 + b_1;
      add3[i128 + j + 1] = s21 + b_2;
      add3[i128_2 + j + 1] = s22 + b_2;
      add3[i128 + j + 2] = s31 + b_3;
      add3[i128_2 + j + 2] = s32 + b_3;
      add3[i128 + j + 3] = s41 + b_4;
      add3[i128_2 + j + 3] = s42 + b_4;
    }
  }

  // max3 = max(add3, [], 2)
  for (let i = 0; i < 32; i++) {
    let best = -Infinity;
    const i128 = i * 128;
    for (let j = 0; j < 128; j++) {
      best = Math.max(best, add3[i128 + j]);
    }
    max3[i] = best;
  }

  // p_exp = exp(add3 - reshape(max3, [32, 1]))
  for (let i = 0; i < 32; i++) {
    const i128 = i * 128;
    const t2 = max3[i];
    for (let j = 0; j < 128; j++) {
      p_exp[i128 + j] = Math.exp(add3[i128 + j] - t2);
    }
  }

  // sum2 = sum(p_exp, 2)
  for (let i = 0; i < 32; i += 4) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
    const i128 = i * 128;
    const i128_2 = i128 + 128;
    const i128_3 = i128 + 256;
    const i128_4 = i128 + 384;
    for (let j = 0; j < 128; j++) {
      s1 += p_exp[i128 + j];
      s2 += p_exp[i128_2 + j];
      s3 += p_exp[i128_3 + j];
      s4 += p_exp[i128_4 + j];
    }
    sum2[i] = s1;
    sum2[i + 1] = s2;
    sum2[i + 2] = s3;
    sum2[i + 3] = s4;
  }

  // p = p_exp ./ reshape(sum2, [32, 1])   [line 19, output]
  for (let i = 0; i < 32; i++) {
    const i128 = i * 128;
    const t2 = sum2[i];
    for (let j = 0; j < 128; j++) {
      into.p[i128 + j] = p_exp[i128 + j] / t2;
    }
  }
  return into;
}

/** Losses, then metrics, over the examples `order[from … to)`, as inference computes them, into `report`; returns the total loss. */
export function evaluate(params: Parameters, data: Examples, report: Report, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { Wz, E, Uz, bz, Wn, Un, bn, V, b } = params;
  const { x, c } = data.columns;
  const m = to - from;
  let J_sum = 0;
  let accuracy_sum = 0;
  for (let first = from; first < to; first += 16) {
    const size = Math.min(16, to - first);
    for (let k = 0; k < size; k++) {
      const row = order === undefined ? first + k : order[first + k];
      rows[k] = row;
      for (let i = 0; i < 32; i++) x_block[k * 32 + i] = x[row * 32 + i];
    }

    for (let k = 0; k < size; k++) {
      const k1584 = k * 1584;

      // H before the first time step: 0
      for (let i = 0; i < 48; i++) {
        H[k1584 + i] = 0;
      }
    }

    for (let t = 0; t < 32; t++) {
      const t48 = t * 48;

      // H_exp = exp(min(E[x, :] * Wz' + before(H) * Uz' + bz, 709))
      for (let k = 0; k < size; k += 3) {
        const k32 = k * 32;
        const x16 = x_block[k32 + t] * 16;
        const k32_2 = k32 + 32;
        const x16_2 = x_block[k32_2 + t] * 16;
        const k32_3 = k32 + 64;
        const x16_3 = x_block[k32_3 + t] * 16;
        const k1584_2 = k * 1584;
        const k1584_3 = k1584_2 + 1584;
        const k1584_4 = k1584_2 + 3168;
        const k1536 = k * 1536;
        const k1536_2 = k1536 + 1536;
        const k1536_3 = k1536 + 3072;
        for (let i = 0; i < 48; i += 3) {
          let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
          const i16 = i * 16;
          const i16_2 = i16 + 16;
          const i16_3 = i16 + 32;
          for (let j = 0; j < 16; j++) {
            const Wz_1 = Wz[i16 + j];
            const E_1 = E[x16 + j];
            const Wz_2 = Wz[i16_2 + j];
            const Wz_3 = Wz[i16_3 + j];
            const E_2 = E[x16_2 + j];
            const E_3 = E[x16_3 + j];
            s11 += Wz_1 * E_1;
            s12 += Wz_2 * E_1;
            s13 += Wz_3 * E_1;
            s21 += Wz_1 * E_2;
            s22 += Wz_2 * E_2;
            s23 += Wz_3 * E_2;
            s31 += Wz_1 * E_3;
            s32 += Wz_2 * E_3;
            s33 += Wz_3 * E_3;
          }
          let s11_2 = 0, s12_2 = 0, s13_2 = 0, s21_2 = 0, s22_2 = 0, s23_2 = 0, s31_2 = 0, s32_2 = 0, s33_2 = 0;
          const i48 = i * 48;
          const i48_2 = i48 + 48;
          const i48_3 = i48 + 96;
          for (let j = 0; j < 48; j++) {
            const Uz_1 = Uz[i48 + j];
            const H_1 = H[k1584_2 + t48 + j];
            const Uz_2 = Uz[i48_2 + j];
            const Uz_3 = Uz[i48_3 + j];
            const H_2 = H[k1584_3 + t48 + j];
            const H_3 = H[k1584_4 + t48 + j];
            s11_2 += Uz_1 * H_1;
            s12_2 += Uz_2 * H_1;
            s13_2 += Uz_3 * H_1;
            s21_2 += Uz_1 * H_2;
            s22_2 += Uz_2 * H_2;
            s23_2 += Uz_3 * H_2;
            s31_2 += Uz_1 * H_3;
            s32_2 += Uz_2 * H_3;
            s33_2 += Uz_3 * H_3;
          }
          const bz_1 = bz[i];
          H_exp[k1536 + t48 + i] = Math.exp(Math.min(s11 + s11_2 + bz_1, 709));
          const bz_2 = bz[i + 1];
          H_exp[k1536 + t48 + i + 1] = Math.exp(Math.min(s12 + s12_2 + bz_2, 709));
          const bz_3 = bz[i + 2];
          H_exp[k1536 + t48 + i + 2] = Math.exp(Math.min(s13 + s13_2 + bz_3, 709));
          H_exp[k1536_2 + t48 + i] = Math.exp(Math.min(s21 + s21_2 + bz_1, 709));
          H_exp[k1536_2 + t48 + i + 1] = Math.exp(Math.min(s22 + s22_2 + bz_2, 709));
          H_exp[k1536_2 + t48 + i + 2] = Math.exp(Math.min(s23 + s23_2 + bz_3, 709));
          H_exp[k1536_3 + t48 + i] = Math.exp(Math.min(s31 + s31_2 + bz_1, 709));
          H_exp[k1536_3 + t48 + i + 1] = Math.exp(Math.min(s32 + s32_2 + bz_2, 709));
          H_exp[k1536_3 + t48 + i + 2] = Math.exp(Math.min(s33 + s33_2 + bz_3, 709));
        }
      }

      for (let k = 0; k < size; k++) {
        const k1536 = k * 1536;

        // H_den = 1 + H_exp
        for (let i = 0; i < 48; i++) {
          H_den[k1536 + t48 + i] = 1 + H_exp[k1536 + t48 + i];
        }
      }

      // H = before(H) ./ H_den + H_exp ./ H_den .* tanh(E[x, :] * Wn' + before(H) * Un' + bn)   [line 18]
      for (let k = 0; k < size; k += 3) {
        const k32 = k * 32;
        const x16 = x_block[k32 + t] * 16;
        const k32_2 = k32 + 32;
        const x16_2 = x_block[k32_2 + t] * 16;
        const k32_3 = k32 + 64;
        const x16_3 = x_block[k32_3 + t] * 16;
        const k1584_2 = k * 1584;
        const k1584_3 = k1584_2 + 1584;
        const k1584_4 = k1584_2 + 3168;
        const k1536_2 = k * 1536;
        const k1536_3 = k1536_2 + 1536;
        const k1536_4 = k1536_2 + 3072;
        for (let i = 0; i < 48; i += 3) {
          let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
          const i16 = i * 16;
          const i16_2 = i16 + 16;
          const i16_3 = i16 + 32;
          for (let j = 0; j < 16; j++) {
            const Wn_1 = Wn[i16 + j];
            const E_1 = E[x16 + j];
            const Wn_2 = Wn[i16_2 + j];
            const Wn_3 = Wn[i16_3 + j];
            const E_2 = E[x16_2 + j];
            const E_3 = E[x16_3 + j];
            s11 += Wn_1 * E_1;
            s12 += Wn_2 * E_1;
            s13 += Wn_3 * E_1;
            s21 += Wn_1 * E_2;
            s22 += Wn_2 * E_2;
            s23 += Wn_3 * E_2;
            s31 += Wn_1 * E_3;
            s32 += Wn_2 * E_3;
            s33 += Wn_3 * E_3;
          }
          let s11_2 = 0, s12_2 = 0, s13_2 = 0, s21_2 = 0, s22_2 = 0, s23_2 = 0, s31_2 = 0, s32_2 = 0, s33_2 = 0;
          const i48 = i * 48;
          const i48_2 = i48 + 48;
          const i48_3 = i48 + 96;
          for (let j = 0; j < 48; j++) {
            const Un_1 = Un[i48 + j];
            const H_1 = H[k1584_2 + t48 + j];
            const Un_2 = Un[i48_2 + j];
            const Un_3 = Un[i48_3 + j];
            const H_2 = H[k1584_3 + t48 + j];
            const H_3 = H[k1584_4 + t48 + j];
            s11_2 += Un_1 * H_1;
            s12_2 += Un_2 * H_1;
            s13_2 += Un_3 * H_1;
            s21_2 += Un_1 * H_2;
            s22_2 += Un_2 * H_2;
            s23_2 += Un_3 * H_2;
            s31_2 += Un_1 * H_3;
            s32_2 += Un_2 * H_3;
            s33_2 += Un_3 * H_3;
          }
          const H_den_1 = H_den[k1536_2 + t48 + i];
          const bn_1 = bn[i];
          H[k1584_2 + t48 + i + 48] = H[k1584_2 + t48 + i] / H_den_1 + H_exp[k1536_2 + t48 + i] / H_den_1 * Math.tanh(s11 + s11_2 + bn_1);
          const H_den_2 = H_den[k1536_2 + t48 + i + 1];
          const bn_2 = bn[i + 1];
          H[k1584_2 + t48 + i + 49] = H[k1584_2 + t48 + i + 1] / H_den_2 + H_exp[k1536_2 + t48 + i + 1] / H_den_2 * Math.tanh(s12 + s12_2 + bn_2);
          const H_den_3 = H_den[k1536_2 + t48 + i + 2];
          const bn_3 = bn[i + 2];
          H[k1584_2 + t48 + i + 50] = H[k1584_2 + t48 + i + 2] / H_den_3 + H_exp[k1536_2 + t48 + i + 2] / H_den_3 * Math.tanh(s13 + s13_2 + bn_3);
          const H_den_4 = H_den[k1536_3 + t48 + i];
          H[k1584_3 + t48 + i + 48] = H[k1584_3 + t48 + i] / H_den_4 + H_exp[k1536_3 + t48 + i] / H_den_4 * Math.tanh(s21 + s21_2 + bn_1);
          const H_den_5 = H_den[k1536_3 + t48 + i + 1];
          H[k1584_3 + t48 + i + 49] = H[k1584_3 + t48 + i + 1] / H_den_5 + H_exp[k1536_3 + t48 + i + 1] / H_den_5 * Math.tanh(s22 + s22_2 + bn_2);
          const H_den_6 = H_den[k1536_3 + t48 + i + 2];
          H[k1584_3 + t48 + i + 50] = H[k1584_3 + t48 + i + 2] / H_den_6 + H_exp[k1536_3 + t48 + i + 2] / H_den_6 * Math.tanh(s23 + s23_2 + bn_3);
          const H_den_7 = H_den[k1536_4 + t48 + i];
          H[k1584_4 + t48 + i + 48] = H[k1584_4 + t48 + i] / H_den_7 + H_exp[k1536_4 + t48 + i] / H_den_7 * Math.tanh(s31 + s31_2 + bn_1);
          const H_den_8 = H_den[k1536_4 + t48 + i + 1];
          H[k1584_4 + t48 + i + 49] = H[k1584_4 + t48 + i + 1] / H_den_8 + H_exp[k1536_4 + t48 + i + 1] / H_den_8 * Math.tanh(s32 + s32_2 + bn_2);
          const H_den_9 = H_den[k1536_4 + t48 + i + 2];
          H[k1584_4 + t48 + i + 50] = H[k1584_4 + t48 + i + 2] / H_den_9 + H_exp[k1536_4 + t48 + i + 2] / H_den_9 * Math.tanh(s33 + s33_2 + bn_3);
        }
      }
    }

    // add3 = H * V' + b
    for (let i = 0; i < 32; i++) {
      const i48 = i * 48;
      const i128 = i * 128;
      for (let j = 0; j < 128; j += 4) {
        const j48 = j * 48;
        const j48_2 = j48 + 48;
        const j48_3 = j48 + 96;
        const j48_4 = j48 + 144;
        const b_1 = b[j];
        const b_2 = b[j + 1];
        const b_3 = b[j + 2];
        const b_4 = b[j + 3];
        for (let k = 0; k < size; k += 2) {
          let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
          const k1584_2 = k * 1584;
          const k1584_3 = k1584_2 + 1584;
          for (let q = 0; q < 48; q++) {
            const H_1 = H[k1584_2 + i48 + q + 48];
            const V_1 = V[j48 + q];
            const H_2 = H[k1584_3 + i48 + q + 48];
            const V_2 = V[j48_2 + q];
            const V_3 = V[j48_3 + q];
            const V_4 = V[j48_4 + q];
            s111 += H_1 * V_1;
            s112 += H_2 * V_1;
            s121 += H_1 * V_2;
            s122 += H_2 * V_2;
            s131 += H_1 * V_3;
            s132 += H_2 * V_3;
            s141 += H_1 * V_4;
            s142 += H_2 * V_4;
          }
          const k4096 = k * 4096;
          add3[k4096 + i128 + j] = s111 + b_1;
          const k4096_2 = k4096 + 4096;
          add3[k4096_2 + i128 + j] = s112 + b_1;
          add3[k4096 + i128 + j + 1] = s121 + b_2;
          add3[k4096_2 + i128 + j + 1] = s122 + b_2;
          add3[k4096 + i128 + j + 2] = s131 + b_3;
          add3[k4096_2 + i128 + j + 2] = s132 + b_3;
          add3[k4096 + i128 + j + 3] = s141 + b_4;
          add3[k4096_2 + i128 + j + 3] = s142 + b_4;
        }
      }
    }

    for (let k = 0; k < size; k++) {
      const k32 = k * 32;
      const k4096 = k * 4096;

      // max3 = max(add3, [], 2)
      for (let i = 0; i < 32; i++) {
        let best = -Infinity;
        const i128 = i * 128;
        for (let j = 0; j < 128; j++) {
          best = Math.max(best, add3[k4096 + i128 + j]);
        }
        max3[k32 + i] = best;
      }

      // logSoftmax_in = add3 - reshape(max3, [32, 1])
      for (let i = 0; i < 32; i++) {
        const i128 = i * 128;
        const t2 = max3[k32 + i];
        for (let j = 0; j < 128; j++) {
          logSoftmax_in[k4096 + i128 + j] = add3[k4096 + i128 + j] - t2;
        }
      }

      // p_exp = exp(logSoftmax_in)
      for (let i = 0; i < 4096; i++) {
        p_exp[k4096 + i] = Math.exp(logSoftmax_in[k4096 + i]);
      }
    }

    // sum2 = sum(p_exp, 2)
    for (let i = 0; i < 32; i++) {
      const i128 = i * 128;
      for (let k = 0; k < size; k += 6) {
        let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
        const k4096_2 = k * 4096;
        const k4096_3 = k4096_2 + 4096;
        const k4096_4 = k4096_2 + 8192;
        const k4096_5 = k4096_2 + 12288;
        const k4096_6 = k4096_2 + 16384;
        const k4096_7 = k4096_2 + 20480;
        for (let j = 0; j < 128; j++) {
          s11 += p_exp[k4096_2 + i128 + j];
          s12 += p_exp[k4096_3 + i128 + j];
          s13 += p_exp[k4096_4 + i128 + j];
          s14 += p_exp[k4096_5 + i128 + j];
          s15 += p_exp[k4096_6 + i128 + j];
          s16 += p_exp[k4096_7 + i128 + j];
        }
        const k32_2 = k * 32;
        sum2[k32_2 + i] = s11;
        const k32_3 = k32_2 + 32;
        sum2[k32_3 + i] = s12;
        const k32_4 = k32_2 + 64;
        sum2[k32_4 + i] = s13;
        const k32_5 = k32_2 + 96;
        sum2[k32_5 + i] = s14;
        const k32_6 = k32_2 + 128;
        sum2[k32_6 + i] = s15;
        const k32_7 = k32_2 + 160;
        sum2[k32_7 + i] = s16;
      }
    }

    for (let k = 0; k < size; k++) {
      const row = rows[k];
      const row32 = row * 32;
      const k32 = k * 32;
      const k4096 = k * 4096;

      // p = p_exp ./ reshape(sum2, [32, 1])   [line 19, output]
      for (let i = 0; i < 32; i++) {
        const i128 = i * 128;
        const t2 = sum2[k32 + i];
        for (let j = 0; j < 128; j++) {
          p[k4096 + i128 + j] = p_exp[k4096 + i128 + j] / t2;
        }
      }

      // log3 = log(reshape(sum2, [32, 1]))
      for (let i = 0; i < 32; i++) {
        log3[k32 + i] = Math.log(sum2[k32 + i]);
      }

      // J_sum = Σn sum(c .* (logSoftmax_in - log3))
      let s = 0;
      for (let i = 0; i < 32; i++) {
        const t2 = c[row32 + i];
        const i128 = i * 128;
        const t3 = log3[k32 + i];
        for (let j = 0; j < 128; j++) {
          s += (t2 === j ? 1 : 0) * (logSoftmax_in[k4096 + i128 + j] - t3);
        }
      }
      J_sum += s;

      // accuracy_sum = Σn sum(argmax(p, 2) == argmax(c, 2))
      let s2 = 0;
      for (let i = 0; i < 32; i++) {
        let best = -Infinity;
        let at = 0;
        const i128 = i * 128;
        for (let j = 0; j < 128; j++) {
          const t2 = p[k4096 + i128 + j];
          if (t2 > best) {
            best = t2;
            at = j;
          }
        }
        let best2 = -Infinity;
        let at2 = 0;
        const t3 = c[row32 + i];
        for (let j = 0; j < 128; j++) {
          const t4 = t3 === j ? 1 : 0;
          if (t4 > best2) {
            best2 = t4;
            at2 = j;
          }
        }
        s2 += at + 1 === at2 + 1 ? 1 : 0;
      }
      accuracy_sum += s2;
    }
  }

  // J = -1/32 * (J_sum / m)   [line 20, loss]
  const J = -0.03125 * (J_sum / m);
  report[0] = J;

  // accuracy = 1/32 * (accuracy_sum / m)   [line 22, metric]
  report[1] = 0.03125 * (accuracy_sum / m);
  return J;
}

/** The loss over the examples `order[from … to)` and its gradients, into `into`; returns the loss. */
export function gradient(params: Parameters, data: Examples, into: Gradients, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { x } = data.columns;
  const m = to - from;
  gradientPart(m);
  J_sum.fill(0);
  dV.fill(0);
  db.fill(0);
  into.Wz.fill(0);
  into.Uz.fill(0);
  into.bz.fill(0);
  into.Wn.fill(0);
  into.Un.fill(0);
  into.bn.fill(0);
  dE_sum.fill(0);
  dE_sum2.fill(0);
  for (let first = from; first < to; first += 8) {
    const size = Math.min(8, to - first);
    for (let k = 0; k < size; k++) {
      const row = order === undefined ? first + k : order[first + k];
      rows[k] = row;
      for (let i = 0; i < 32; i++) x_block[k * 32 + i] = x[row * 32 + i];
    }
    gradientPart2(params, data, into, size);
    gradientPart3(params, data, into, size);
  }
  gradientPart4(into, m);
  return total[0];
}

/** A part of `gradient`: share. */
function gradientPart(m: number): void {
  // share = 1/32 * (1/m)
  share[0] = 0.03125 * (1 / m);
}

/** A part of `gradient`: H, H_exp, H_den, z, add, H_expm1, H_den2 and 18 more. */
function gradientPart2(params: Parameters, data: Examples, into: Gradients, size: number): void {
  const { Wz, E, Uz, bz, Wn, Un, bn, V, b } = params;
  const { c } = data.columns;

  for (let k = 0; k < size; k++) {
    const k1584 = k * 1584;

    // H before the first time step: 0
    for (let i = 0; i < 48; i++) {
      H[k1584 + i] = 0;
    }
  }

  for (let t = 0; t < 32; t++) {
    const t48 = t * 48;

    // H_exp = exp(min(E[x, :] * Wz' + before(H) * Uz' + bz, 709))
    for (let k = 0; k < size; k += 3) {
      const k32 = k * 32;
      const x16 = x_block[k32 + t] * 16;
      const k32_2 = k32 + 32;
      const x16_2 = x_block[k32_2 + t] * 16;
      const k32_3 = k32 + 64;
      const x16_3 = x_block[k32_3 + t] * 16;
      const k1584_2 = k * 1584;
      const k1584_3 = k1584_2 + 1584;
      const k1584_4 = k1584_2 + 3168;
      const k1536 = k * 1536;
      const k1536_2 = k1536 + 1536;
      const k1536_3 = k1536 + 3072;
      for (let i = 0; i < 48; i += 3) {
        let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
        const i16 = i * 16;
        const i16_2 = i16 + 16;
        const i16_3 = i16 + 32;
        for (let j = 0; j < 16; j++) {
          const Wz_1 = Wz[i16 + j];
          const E_1 = E[x16 + j];
          const Wz_2 = Wz[i16_2 + j];
          const Wz_3 = Wz[i16_3 + j];
          const E_2 = E[x16_2 + j];
          const E_3 = E[x16_3 + j];
          s11 += Wz_1 * E_1;
          s12 += Wz_2 * E_1;
          s13 += Wz_3 * E_1;
          s21 += Wz_1 * E_2;
          s22 += Wz_2 * E_2;
          s23 += Wz_3 * E_2;
          s31 += Wz_1 * E_3;
          s32 += Wz_2 * E_3;
          s33 += Wz_3 * E_3;
        }
        let s11_2 = 0, s12_2 = 0, s13_2 = 0, s21_2 = 0, s22_2 = 0, s23_2 = 0, s31_2 = 0, s32_2 = 0, s33_2 = 0;
        const i48 = i * 48;
        const i48_2 = i48 + 48;
        const i48_3 = i48 + 96;
        for (let j = 0; j < 48; j++) {
          const Uz_1 = Uz[i48 + j];
          const H_1 = H[k1584_2 + t48 + j];
          const Uz_2 = Uz[i48_2 + j];
          const Uz_3 = Uz[i48_3 + j];
          const H_2 = H[k1584_3 + t48 + j];
          const H_3 = H[k1584_4 + t48 + j];
          s11_2 += Uz_1 * H_1;
          s12_2 += Uz_2 * H_1;
          s13_2 += Uz_3 * H_1;
          s21_2 += Uz_1 * H_2;
          s22_2 += Uz_2 * H_2;
          s23_2 += Uz_3 * H_2;
          s31_2 += Uz_1 * H_3;
          s32_2 += Uz_2 * H_3;
          s33_2 += Uz_3 * H_3;
        }
        const bz_1 = bz[i];
        H_exp[k1536 + t48 + i] = Math.exp(Math.min(s11 + s11_2 + bz_1, 709));
        const bz_2 = bz[i + 1];
        H_exp[k1536 + t48 + i + 1] = Math.exp(Math.min(s12 + s12_2 + bz_2, 709));
        const bz_3 = bz[i + 2];
        H_exp[k1536 + t48 + i + 2] = Math.exp(Math.min(s13 + s13_2 + bz_3, 709));
        H_exp[k1536_2 + t48 + i] = Math.exp(Math.min(s21 + s21_2 + bz_1, 709));
        H_exp[k1536_2 + t48 + i + 1] = Math.exp(Math.min(s22 + s22_2 + bz_2, 709));
        H_exp[k1536_2 + t48 + i + 2] = Math.exp(Math.min(s23 + s23_2 + bz_3, 709));
        H_exp[k1536_3 + t48 + i] = Math.exp(Math.min(s31 + s31_2 + bz_1, 709));
        H_exp[k1536_3 + t48 + i + 1] = Math.exp(Math.min(s32 + s32_2 + bz_2, 709));
        H_exp[k1536_3 + t48 + i + 2] = Math.exp(Math.min(s33 + s33_2 + bz_3, 709));
      }
    }

    for (let k = 0; k < size; k++) {
      const k1536 = k * 1536;

      // H_den = 1 + H_exp
      // z = H_exp ./ H_den   [lines 15, 16]
      for (let i = 0; i < 48; i++) {
        H_den[k1536 + t48 + i] = 1 + H_exp[k1536 + t48 + i];
        z[k1536 + t48 + i] = H_exp[k1536 + t48 + i] / H_den[k1536 + t48 + i];
      }
    }

    // add4 = E[x, :] * Wn' + before(H) * Un' + bn   [line 16]
    for (let k = 0; k < size; k += 3) {
      const k32 = k * 32;
      const x16 = x_block[k32 + t] * 16;
      const k32_2 = k32 + 32;
      const x16_2 = x_block[k32_2 + t] * 16;
      const k32_3 = k32 + 64;
      const x16_3 = x_block[k32_3 + t] * 16;
      const k1584_2 = k * 1584;
      const k1584_3 = k1584_2 + 1584;
      const k1584_4 = k1584_2 + 3168;
      const k1536_2 = k * 1536;
      const k1536_3 = k1536_2 + 1536;
      const k1536_4 = k1536_2 + 3072;
      for (let i = 0; i < 48; i += 3) {
        let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
        const i16 = i * 16;
        const i16_2 = i16 + 16;
        const i16_3 = i16 + 32;
        for (let j = 0; j < 16; j++) {
          const Wn_1 = Wn[i16 + j];
          const E_1 = E[x16 + j];
          const Wn_2 = Wn[i16_2 + j];
          const Wn_3 = Wn[i16_3 + j];
          const E_2 = E[x16_2 + j];
          const E_3 = E[x16_3 + j];
          s11 += Wn_1 * E_1;
          s12 += Wn_2 * E_1;
          s13 += Wn_3 * E_1;
          s21 += Wn_1 * E_2;
          s22 += Wn_2 * E_2;
          s23 += Wn_3 * E_2;
          s31 += Wn_1 * E_3;
          s32 += Wn_2 * E_3;
          s33 += Wn_3 * E_3;
        }
        let s11_2 = 0, s12_2 = 0, s13_2 = 0, s21_2 = 0, s22_2 = 0, s23_2 = 0, s31_2 = 0, s32_2 = 0, s33_2 = 0;
        const i48 = i * 48;
        const i48_2 = i48 + 48;
        const i48_3 = i48 + 96;
        for (let j = 0; j < 48; j++) {
          const Un_1 = Un[i48 + j];
          const H_1 = H[k1584_2 + t48 + j];
          const Un_2 = Un[i48_2 + j];
          const Un_3 = Un[i48_3 + j];
          const H_2 = H[k1584_3 + t48 + j];
          const H_3 = H[k1584_4 + t48 + j];
          s11_2 += Un_1 * H_1;
          s12_2 += Un_2 * H_1;
          s13_2 += Un_3 * H_1;
          s21_2 += Un_1 * H_2;
          s22_2 += Un_2 * H_2;
          s23_2 += Un_3 * H_2;
          s31_2 += Un_1 * H_3;
          s32_2 += Un_2 * H_3;
          s33_2 += Un_3 * H_3;
        }
        const bn_1 = bn[i];
        add4[k1536_2 + t48 + i] = s11 + s11_2 + bn_1;
        const bn_2 = bn[i + 1];
        add4[k1536_2 + t48 + i + 1] = s12 + s12_2 + bn_2;
        const bn_3 = bn[i + 2];
        add4[k1536_2 + t48 + i + 2] = s13 + s13_2 + bn_3;
        add4[k1536_3 + t48 + i] = s21 + s21_2 + bn_1;
        add4[k1536_3 + t48 + i + 1] = s22 + s22_2 + bn_2;
        add4[k1536_3 + t48 + i + 2] = s23 + s23_2 + bn_3;
        add4[k1536_4 + t48 + i] = s31 + s31_2 + bn_1;
        add4[k1536_4 + t48 + i + 1] = s32 + s32_2 + bn_2;
        add4[k1536_4 + t48 + i + 2] = s33 + s33_2 + bn_3;
      }
    }

    for (let k = 0; k < size; k++) {
      const k1536 = k * 1536;
      const k1584 = k * 1584;

      // H_expm1 = expm1(min(2 * abs(add4), 709))
      // H_den2 = 2 + H_expm1
      // n = sign(add4) .* (H_expm1 ./ H_den2)   [lines 15, 16]
      // H = before(H) ./ H_den + z .* n   [line 18]
      for (let i = 0; i < 48; i++) {
        const H_expm1 = Math.expm1(Math.min(2 * Math.abs(add4[k1536 + t48 + i]), 709));
        H_den2[k1536 + t48 + i] = 2 + H_expm1;
        n[k1536 + t48 + i] = Math.sign(add4[k1536 + t48 + i]) * (H_expm1 / H_den2[k1536 + t48 + i]);
        H[k1584 + t48 + i + 48] = H[k1584 + t48 + i] / H_den[k1536 + t48 + i] + z[k1536 + t48 + i] * n[k1536 + t48 + i];
      }
    }
  }

  // add2 = H * V' + b
  for (let i = 0; i < 32; i++) {
    const i48 = i * 48;
    const i128 = i * 128;
    for (let j = 0; j < 128; j += 4) {
      const j48 = j * 48;
      const j48_2 = j48 + 48;
      const j48_3 = j48 + 96;
      const j48_4 = j48 + 144;
      const b_1 = b[j];
      const b_2 = b[j + 1];
      const b_3 = b[j + 2];
      const b_4 = b[j + 3];
      for (let k = 0; k < size; k += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        const k1584_2 = k * 1584;
        const k1584_3 = k1584_2 + 1584;
        for (let q = 0; q < 48; q++) {
          const H_1 = H[k1584_2 + i48 + q + 48];
          const V_1 = V[j48 + q];
          const H_2 = H[k1584_3 + i48 + q + 48];
          const V_2 = V[j48_2 + q];
          const V_3 = V[j48_3 + q];
          const V_4 = V[j48_4 + q];
          s111 += H_1 * V_1;
          s112 += H_2 * V_1;
          s121 += H_1 * V_2;
          s122 += H_2 * V_2;
          s131 += H_1 * V_3;
          s132 += H_2 * V_3;
          s141 += H_1 * V_4;
          s142 += H_2 * V_4;
        }
        const k4096 = k * 4096;
        add2[k4096 + i128 + j] = s111 + b_1;
        const k4096_2 = k4096 + 4096;
        add2[k4096_2 + i128 + j] = s112 + b_1;
        add2[k4096 + i128 + j + 1] = s121 + b_2;
        add2[k4096_2 + i128 + j + 1] = s122 + b_2;
        add2[k4096 + i128 + j + 2] = s131 + b_3;
        add2[k4096_2 + i128 + j + 2] = s132 + b_3;
        add2[k4096 + i128 + j + 3] = s141 + b_4;
        add2[k4096_2 + i128 + j + 3] = s142 + b_4;
      }
    }
  }

  for (let k = 0; k < size; k++) {
    const k32 = k * 32;
    const k4096 = k * 4096;

    // max3 = max(add2, [], 2)
    for (let i = 0; i < 32; i++) {
      let best = -Infinity;
      const i128 = i * 128;
      for (let j = 0; j < 128; j++) {
        best = Math.max(best, add2[k4096 + i128 + j]);
      }
      max3[k32 + i] = best;
    }

    // logSoftmax_in = add2 - reshape(max3, [32, 1])
    for (let i = 0; i < 32; i++) {
      const i128 = i * 128;
      const t2 = max3[k32 + i];
      for (let j = 0; j < 128; j++) {
        logSoftmax_in[k4096 + i128 + j] = add2[k4096 + i128 + j] - t2;
      }
    }

    // p_exp = exp(logSoftmax_in)
    for (let i = 0; i < 4096; i++) {
      p_exp[k4096 + i] = Math.exp(logSoftmax_in[k4096 + i]);
    }
  }

  // sum2 = sum(p_exp, 2)
  for (let i = 0; i < 32; i++) {
    const i128 = i * 128;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k4096_2 = k * 4096;
      const k4096_3 = k4096_2 + 4096;
      const k4096_4 = k4096_2 + 8192;
      const k4096_5 = k4096_2 + 12288;
      const k4096_6 = k4096_2 + 16384;
      const k4096_7 = k4096_2 + 20480;
      for (let j = 0; j < 128; j++) {
        s11 += p_exp[k4096_2 + i128 + j];
        s12 += p_exp[k4096_3 + i128 + j];
        s13 += p_exp[k4096_4 + i128 + j];
        s14 += p_exp[k4096_5 + i128 + j];
        s15 += p_exp[k4096_6 + i128 + j];
        s16 += p_exp[k4096_7 + i128 + j];
      }
      const k32_2 = k * 32;
      sum2[k32_2 + i] = s11;
      const k32_3 = k32_2 + 32;
      sum2[k32_3 + i] = s12;
      const k32_4 = k32_2 + 64;
      sum2[k32_4 + i] = s13;
      const k32_5 = k32_2 + 96;
      sum2[k32_5 + i] = s14;
      const k32_6 = k32_2 + 128;
      sum2[k32_6 + i] = s15;
      const k32_7 = k32_2 + 160;
      sum2[k32_7 + i] = s16;
    }
  }

  for (let k = 0; k < size; k++) {
    const row = rows[k];
    const row32 = row * 32;
    const k32 = k * 32;
    const k1536 = k * 1536;
    const k1584 = k * 1584;
    const k4096 = k * 4096;

    // p = p_exp ./ reshape(sum2, [32, 1])   [line 19, output]
    for (let i = 0; i < 32; i++) {
      const i128 = i * 128;
      const t2 = sum2[k32 + i];
      for (let j = 0; j < 128; j++) {
        p[k4096 + i128 + j] = p_exp[k4096 + i128 + j] / t2;
      }
    }

    // log3 = log(reshape(sum2, [32, 1]))
    for (let i = 0; i < 32; i++) {
      log3[k32 + i] = Math.log(sum2[k32 + i]);
    }

    // J_sum = Σn sum(c .* (logSoftmax_in - log3))
    let s = 0;
    for (let i = 0; i < 32; i++) {
      const t2 = c[row32 + i];
      const i128 = i * 128;
      const t3 = log3[k32 + i];
      for (let j = 0; j < 128; j++) {
        s += (t2 === j ? 1 : 0) * (logSoftmax_in[k4096 + i128 + j] - t3);
      }
    }
    J_sum[0] += s;

    // delta = p - c   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); line 19]
    for (let i = 0; i < 32; i++) {
      const i128 = i * 128;
      const t2 = c[row32 + i];
      for (let j = 0; j < 128; j++) {
        delta[k4096 + i128 + j] = p[k4096 + i128 + j] - (t2 === j ? 1 : 0);
      }
    }

    // div2 = 2 ./ H_den2
    for (let i = 0; i < 1536; i++) {
      div2[k1536 + i] = 2 / H_den2[k1536 + i];
    }

    // dH_before after the last time step: 0
    for (let i = 0; i < 48; i++) {
      dH_before[k1584 + i + 1536] = 0;
    }
  }

  // dV = Σn delta' * H   [EQ4: ∂C/∂w = δ aᵀ; line 19]
  for (let j = 0; j < 48; j += 4) {
    for (let i = 0; i < 128; i += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k4096_2 = k * 4096;
        const k1584_2 = k * 1584;
        for (let q = 0; q < 32; q++) {
          const q128 = q * 128;
          const delta_1 = delta[k4096_2 + q128 + i];
          const q48 = q * 48;
          const H_1 = H[k1584_2 + q48 + j + 48];
          const delta_2 = delta[k4096_2 + q128 + i + 1];
          const H_2 = H[k1584_2 + q48 + j + 49];
          const H_3 = H[k1584_2 + q48 + j + 50];
          const H_4 = H[k1584_2 + q48 + j + 51];
          s11 += delta_1 * H_1;
          s12 += delta_2 * H_1;
          s21 += delta_1 * H_2;
          s22 += delta_2 * H_2;
          s31 += delta_1 * H_3;
          s32 += delta_2 * H_3;
          s41 += delta_1 * H_4;
          s42 += delta_2 * H_4;
        }
      }
      const i48 = i * 48;
      dV[i48 + j] += s11;
      const i48_2 = i48 + 48;
      dV[i48_2 + j] += s12;
      dV[i48 + j + 1] += s21;
      dV[i48_2 + j + 1] += s22;
      dV[i48 + j + 2] += s31;
      dV[i48_2 + j + 2] += s32;
      dV[i48 + j + 3] += s41;
      dV[i48_2 + j + 3] += s42;
    }
  }

  // db = Σn sum(delta, 1)   [EQ3: ∂C/∂b = δ]
  for (let i = 0; i < 128; i += 4) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
    for (let k = 0; k < size; k++) {
      const k4096_2 = k * 4096;
      for (let j = 0; j < 32; j++) {
        const j128 = j * 128;
        s1 += delta[k4096_2 + j128 + i];
        s2 += delta[k4096_2 + j128 + i + 1];
        s3 += delta[k4096_2 + j128 + i + 2];
        s4 += delta[k4096_2 + j128 + i + 3];
      }
    }
    db[i] += s1;
    db[i + 1] += s2;
    db[i + 2] += s3;
    db[i + 3] += s4;
  }

  for (let t2 = 31; t2 >= 0; t2--) {
    const t248 = t2 * 48;
    const t2128 = t2 * 128;

    // dH = share * (delta * V) + after(dH_before)   [sum over every use of the value: through time: the cotangent of the next step; line 15]
    const share_1 = share[0];
    for (let k = 0; k < size; k += 3) {
      const k4096_2 = k * 4096;
      const k4096_3 = k4096_2 + 4096;
      const k4096_4 = k4096_2 + 8192;
      const k1584_2 = k * 1584;
      const k1536_2 = k * 1536;
      const k1584_3 = k1584_2 + 1584;
      const k1536_3 = k1536_2 + 1536;
      const k1584_4 = k1584_2 + 3168;
      const k1536_4 = k1536_2 + 3072;
      for (let i = 0; i < 48; i += 3) {
        let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
        for (let j = 0; j < 128; j++) {
          const delta_1 = delta[k4096_2 + t2128 + j];
          const j48 = j * 48;
          const V_1 = V[j48 + i];
          const V_2 = V[j48 + i + 1];
          const V_3 = V[j48 + i + 2];
          const delta_2 = delta[k4096_3 + t2128 + j];
          const delta_3 = delta[k4096_4 + t2128 + j];
          s11 += delta_1 * V_1;
          s12 += delta_1 * V_2;
          s13 += delta_1 * V_3;
          s21 += delta_2 * V_1;
          s22 += delta_2 * V_2;
          s23 += delta_2 * V_3;
          s31 += delta_3 * V_1;
          s32 += delta_3 * V_2;
          s33 += delta_3 * V_3;
        }
        dH[k1536_2 + t248 + i] = share_1 * s11 + dH_before[k1584_2 + t248 + i + 48];
        dH[k1536_2 + t248 + i + 1] = share_1 * s12 + dH_before[k1584_2 + t248 + i + 49];
        dH[k1536_2 + t248 + i + 2] = share_1 * s13 + dH_before[k1584_2 + t248 + i + 50];
        dH[k1536_3 + t248 + i] = share_1 * s21 + dH_before[k1584_3 + t248 + i + 48];
        dH[k1536_3 + t248 + i + 1] = share_1 * s22 + dH_before[k1584_3 + t248 + i + 49];
        dH[k1536_3 + t248 + i + 2] = share_1 * s23 + dH_before[k1584_3 + t248 + i + 50];
        dH[k1536_4 + t248 + i] = share_1 * s31 + dH_before[k1584_4 + t248 + i + 48];
        dH[k1536_4 + t248 + i + 1] = share_1 * s32 + dH_before[k1584_4 + t248 + i + 49];
        dH[k1536_4 + t248 + i + 2] = share_1 * s33 + dH_before[k1584_4 + t248 + i + 50];
      }
    }

    for (let k = 0; k < size; k++) {
      const k1536 = k * 1536;
      const k1584 = k * 1584;

      // delta2 = dH .* z .* (div2 .* (2 - div2))   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 16]
      // delta3 = (dH .* n - dH .* before(H)) .* (z ./ H_den)   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 16]
      for (let i = 0; i < 48; i++) {
        delta2[k1536 + t248 + i] = dH[k1536 + t248 + i] * z[k1536 + t248 + i] * (div2[k1536 + t248 + i] * (2 - div2[k1536 + t248 + i]));
        delta3[k1536 + t248 + i] = (dH[k1536 + t248 + i] * n[k1536 + t248 + i] - dH[k1536 + t248 + i] * H[k1584 + t248 + i]) * (z[k1536 + t248 + i] / H_den[k1536 + t248 + i]);
      }
    }

    // dH_before = delta2 * Un + dH ./ H_den + delta3 * Uz   [sum over every use of the value: before(H) * Uz' with respect to before(H): the other matrix transposed, times the cotangent]
    for (let k = 0; k < size; k += 3) {
      const k1536_2 = k * 1536;
      const k1536_3 = k1536_2 + 1536;
      const k1536_4 = k1536_2 + 3072;
      const k1584_2 = k * 1584;
      const k1584_3 = k1584_2 + 1584;
      const k1584_4 = k1584_2 + 3168;
      for (let i = 0; i < 48; i += 3) {
        let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
        for (let j = 0; j < 48; j++) {
          const delta2_1 = delta2[k1536_2 + t248 + j];
          const j48 = j * 48;
          const Un_1 = Un[j48 + i];
          const Un_2 = Un[j48 + i + 1];
          const Un_3 = Un[j48 + i + 2];
          const delta2_2 = delta2[k1536_3 + t248 + j];
          const delta2_3 = delta2[k1536_4 + t248 + j];
          s11 += delta2_1 * Un_1;
          s12 += delta2_1 * Un_2;
          s13 += delta2_1 * Un_3;
          s21 += delta2_2 * Un_1;
          s22 += delta2_2 * Un_2;
          s23 += delta2_2 * Un_3;
          s31 += delta2_3 * Un_1;
          s32 += delta2_3 * Un_2;
          s33 += delta2_3 * Un_3;
        }
        let s11_2 = 0, s12_2 = 0, s13_2 = 0, s21_2 = 0, s22_2 = 0, s23_2 = 0, s31_2 = 0, s32_2 = 0, s33_2 = 0;
        for (let j = 0; j < 48; j++) {
          const delta3_1 = delta3[k1536_2 + t248 + j];
          const j48_2 = j * 48;
          const Uz_1 = Uz[j48_2 + i];
          const Uz_2 = Uz[j48_2 + i + 1];
          const Uz_3 = Uz[j48_2 + i + 2];
          const delta3_2 = delta3[k1536_3 + t248 + j];
          const delta3_3 = delta3[k1536_4 + t248 + j];
          s11_2 += delta3_1 * Uz_1;
          s12_2 += delta3_1 * Uz_2;
          s13_2 += delta3_1 * Uz_3;
          s21_2 += delta3_2 * Uz_1;
          s22_2 += delta3_2 * Uz_2;
          s23_2 += delta3_2 * Uz_3;
          s31_2 += delta3_3 * Uz_1;
          s32_2 += delta3_3 * Uz_2;
          s33_2 += delta3_3 * Uz_3;
        }
        dH_before[k1584_2 + t248 + i] = s11 + dH[k1536_2 + t248 + i] / H_den[k1536_2 + t248 + i] + s11_2;
        dH_before[k1584_2 + t248 + i + 1] = s12 + dH[k1536_2 + t248 + i + 1] / H_den[k1536_2 + t248 + i + 1] + s12_2;
        dH_before[k1584_2 + t248 + i + 2] = s13 + dH[k1536_2 + t248 + i + 2] / H_den[k1536_2 + t248 + i + 2] + s13_2;
        dH_before[k1584_3 + t248 + i] = s21 + dH[k1536_3 + t248 + i] / H_den[k1536_3 + t248 + i] + s21_2;
        dH_before[k1584_3 + t248 + i + 1] = s22 + dH[k1536_3 + t248 + i + 1] / H_den[k1536_3 + t248 + i + 1] + s22_2;
        dH_before[k1584_3 + t248 + i + 2] = s23 + dH[k1536_3 + t248 + i + 2] / H_den[k1536_3 + t248 + i + 2] + s23_2;
        dH_before[k1584_4 + t248 + i] = s31 + dH[k1536_4 + t248 + i] / H_den[k1536_4 + t248 + i] + s31_2;
        dH_before[k1584_4 + t248 + i + 1] = s32 + dH[k1536_4 + t248 + i + 1] / H_den[k1536_4 + t248 + i + 1] + s32_2;
        dH_before[k1584_4 + t248 + i + 2] = s33 + dH[k1536_4 + t248 + i + 2] / H_den[k1536_4 + t248 + i + 2] + s33_2;
      }
    }
  }

  // dWz = Σn delta3' * E[x, :]   [E[x, :] * Wz' with respect to Wz: the other matrix transposed, times the cotangent; line 16]
  for (let j = 0; j < 16; j += 4) {
    for (let i = 0; i < 48; i += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k1536_2 = k * 1536;
        const k32_2 = k * 32;
        for (let q = 0; q < 32; q++) {
          const q48 = q * 48;
          const delta3_1 = delta3[k1536_2 + q48 + i];
          const E_1 = E[j + x_block[k32_2 + q] * 16];
          const delta3_2 = delta3[k1536_2 + q48 + i + 1];
          const E_2 = E[j + x_block[k32_2 + q] * 16 + 1];
          const E_3 = E[j + x_block[k32_2 + q] * 16 + 2];
          const E_4 = E[j + x_block[k32_2 + q] * 16 + 3];
          s11 += delta3_1 * E_1;
          s12 += delta3_2 * E_1;
          s21 += delta3_1 * E_2;
          s22 += delta3_2 * E_2;
          s31 += delta3_1 * E_3;
          s32 += delta3_2 * E_3;
          s41 += delta3_1 * E_4;
          s42 += delta3_2 * E_4;
        }
      }
      const i16 = i * 16;
      into.Wz[i16 + j] += s11;
      const i16_2 = i16 + 16;
      into.Wz[i16_2 + j] += s12;
      into.Wz[i16 + j + 1] += s21;
      into.Wz[i16_2 + j + 1] += s22;
      into.Wz[i16 + j + 2] += s31;
      into.Wz[i16_2 + j + 2] += s32;
      into.Wz[i16 + j + 3] += s41;
      into.Wz[i16_2 + j + 3] += s42;
    }
  }
}

/** A part of `gradient`: grad_Uz, grad_bz, grad_Wn, grad_Un, grad_bn, dE_sum, dE_sum2. */
function gradientPart3(params: Parameters, data: Examples, into: Gradients, size: number): void {
  const { E, Wn, Wz } = params;
  const { x } = data.columns;

  // dUz = Σn delta3' * before(H)   [EQ4: ∂C/∂w = δ aᵀ; line 16]
  for (let i = 0; i < 48; i += 3) {
    const i48 = i * 48;
    const i48_2 = i48 + 48;
    const i48_3 = i48 + 96;
    for (let j = 0; j < 48; j += 3) {
      let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
      for (let k = 0; k < size; k++) {
        const k1536 = k * 1536;
        const k1584 = k * 1584;
        for (let q = 0; q < 32; q++) {
          const q48 = q * 48;
          const delta3_1 = delta3[k1536 + q48 + i];
          const H_1 = H[k1584 + q48 + j];
          const H_2 = H[k1584 + q48 + j + 1];
          const H_3 = H[k1584 + q48 + j + 2];
          const delta3_2 = delta3[k1536 + q48 + i + 1];
          const delta3_3 = delta3[k1536 + q48 + i + 2];
          s11 += delta3_1 * H_1;
          s12 += delta3_1 * H_2;
          s13 += delta3_1 * H_3;
          s21 += delta3_2 * H_1;
          s22 += delta3_2 * H_2;
          s23 += delta3_2 * H_3;
          s31 += delta3_3 * H_1;
          s32 += delta3_3 * H_2;
          s33 += delta3_3 * H_3;
        }
      }
      into.Uz[i48 + j] += s11;
      into.Uz[i48 + j + 1] += s12;
      into.Uz[i48 + j + 2] += s13;
      into.Uz[i48_2 + j] += s21;
      into.Uz[i48_2 + j + 1] += s22;
      into.Uz[i48_2 + j + 2] += s23;
      into.Uz[i48_3 + j] += s31;
      into.Uz[i48_3 + j + 1] += s32;
      into.Uz[i48_3 + j + 2] += s33;
    }
  }

  // dbz = Σn sum(delta3, 1)   [EQ3: ∂C/∂b = δ]
  for (let i = 0; i < 48; i += 6) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0;
    for (let k = 0; k < size; k++) {
      const k1536 = k * 1536;
      for (let j = 0; j < 32; j++) {
        const j48 = j * 48;
        s1 += delta3[k1536 + j48 + i];
        s2 += delta3[k1536 + j48 + i + 1];
        s3 += delta3[k1536 + j48 + i + 2];
        s4 += delta3[k1536 + j48 + i + 3];
        s5 += delta3[k1536 + j48 + i + 4];
        s6 += delta3[k1536 + j48 + i + 5];
      }
    }
    into.bz[i] += s1;
    into.bz[i + 1] += s2;
    into.bz[i + 2] += s3;
    into.bz[i + 3] += s4;
    into.bz[i + 4] += s5;
    into.bz[i + 5] += s6;
  }

  // dWn = Σn delta2' * E[x, :]   [E[x, :] * Wn' with respect to Wn: the other matrix transposed, times the cotangent; line 16]
  for (let j = 0; j < 16; j += 4) {
    for (let i = 0; i < 48; i += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k1536 = k * 1536;
        const k32 = k * 32;
        for (let q = 0; q < 32; q++) {
          const q48 = q * 48;
          const delta2_1 = delta2[k1536 + q48 + i];
          const E_1 = E[j + x_block[k32 + q] * 16];
          const delta2_2 = delta2[k1536 + q48 + i + 1];
          const E_2 = E[j + x_block[k32 + q] * 16 + 1];
          const E_3 = E[j + x_block[k32 + q] * 16 + 2];
          const E_4 = E[j + x_block[k32 + q] * 16 + 3];
          s11 += delta2_1 * E_1;
          s12 += delta2_2 * E_1;
          s21 += delta2_1 * E_2;
          s22 += delta2_2 * E_2;
          s31 += delta2_1 * E_3;
          s32 += delta2_2 * E_3;
          s41 += delta2_1 * E_4;
          s42 += delta2_2 * E_4;
        }
      }
      const i16 = i * 16;
      into.Wn[i16 + j] += s11;
      const i16_2 = i16 + 16;
      into.Wn[i16_2 + j] += s12;
      into.Wn[i16 + j + 1] += s21;
      into.Wn[i16_2 + j + 1] += s22;
      into.Wn[i16 + j + 2] += s31;
      into.Wn[i16_2 + j + 2] += s32;
      into.Wn[i16 + j + 3] += s41;
      into.Wn[i16_2 + j + 3] += s42;
    }
  }

  // dUn = Σn delta2' * before(H)   [EQ4: ∂C/∂w = δ aᵀ; line 16]
  for (let i = 0; i < 48; i += 3) {
    const i48 = i * 48;
    const i48_2 = i48 + 48;
    const i48_3 = i48 + 96;
    for (let j = 0; j < 48; j += 3) {
      let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
      for (let k = 0; k < size; k++) {
        const k1536 = k * 1536;
        const k1584 = k * 1584;
        for (let q = 0; q < 32; q++) {
          const q48 = q * 48;
          const delta2_1 = delta2[k1536 + q48 + i];
          const H_1 = H[k1584 + q48 + j];
          const H_2 = H[k1584 + q48 + j + 1];
          const H_3 = H[k1584 + q48 + j + 2];
          const delta2_2 = delta2[k1536 + q48 + i + 1];
          const delta2_3 = delta2[k1536 + q48 + i + 2];
          s11 += delta2_1 * H_1;
          s12 += delta2_1 * H_2;
          s13 += delta2_1 * H_3;
          s21 += delta2_2 * H_1;
          s22 += delta2_2 * H_2;
          s23 += delta2_2 * H_3;
          s31 += delta2_3 * H_1;
          s32 += delta2_3 * H_2;
          s33 += delta2_3 * H_3;
        }
      }
      into.Un[i48 + j] += s11;
      into.Un[i48 + j + 1] += s12;
      into.Un[i48 + j + 2] += s13;
      into.Un[i48_2 + j] += s21;
      into.Un[i48_2 + j + 1] += s22;
      into.Un[i48_2 + j + 2] += s23;
      into.Un[i48_3 + j] += s31;
      into.Un[i48_3 + j + 1] += s32;
      into.Un[i48_3 + j + 2] += s33;
    }
  }

  // dbn = Σn sum(delta2, 1)   [EQ3: ∂C/∂b = δ]
  for (let i = 0; i < 48; i += 6) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0;
    for (let k = 0; k < size; k++) {
      const k1536 = k * 1536;
      for (let j = 0; j < 32; j++) {
        const j48 = j * 48;
        s1 += delta2[k1536 + j48 + i];
        s2 += delta2[k1536 + j48 + i + 1];
        s3 += delta2[k1536 + j48 + i + 2];
        s4 += delta2[k1536 + j48 + i + 3];
        s5 += delta2[k1536 + j48 + i + 4];
        s6 += delta2[k1536 + j48 + i + 5];
      }
    }
    into.bn[i] += s1;
    into.bn[i + 1] += s2;
    into.bn[i + 2] += s3;
    into.bn[i + 3] += s4;
    into.bn[i + 4] += s5;
    into.bn[i + 5] += s6;
  }

  for (let k = 0; k < size; k++) {
    const row = rows[k];
    const row32 = row * 32;
    const k1536 = k * 1536;

    // dE_sum[x[i], j] += Σ n,i,k  delta2[i, k] * Wn[k, j]   [E[x, :] * Wn' with respect to E: the other matrix transposed, times the cotangent; line 16]
    for (let i = 0; i < 32; i++) {
      const i48 = i * 48;
      const x16 = x[row32 + i] * 16;
      for (let j = 0; j < 16; j++) {
        let s = 0;
        for (let q = 0; q < 48; q++) {
          s += delta2[k1536 + i48 + q] * Wn[q * 16 + j];
        }
        dE_sum[x16 + j] += s;
      }
    }

    // dE_sum2[x[i], j] += Σ n,i,k  delta3[i, k] * Wz[k, j]   [E[x, :] * Wz' with respect to E: the other matrix transposed, times the cotangent; line 16]
    for (let i = 0; i < 32; i++) {
      const i48 = i * 48;
      const x16 = x[row32 + i] * 16;
      for (let j = 0; j < 16; j++) {
        let s = 0;
        for (let q = 0; q < 48; q++) {
          s += delta3[k1536 + i48 + q] * Wz[q * 16 + j];
        }
        dE_sum2[x16 + j] += s;
      }
    }
  }
}

/** A part of `gradient`: J, grad_E, grad_V, grad_b, loss. */
function gradientPart4(into: Gradients, m: number): void {
  // J = -1/32 * (J_sum / m)   [line 20, loss]
  into.losses[0] = -0.03125 * (J_sum[0] / m);

  // dE = dE_sum + dE_sum2   [sum over every use of the value]
  for (let i = 0; i < 2048; i++) {
    into.E[i] = dE_sum[i] + dE_sum2[i];
  }

  // dV = share * dV   [the mean over the batch]
  const t = share[0];
  for (let i = 0; i < 6144; i++) {
    into.V[i] = t * dV[i];
  }

  // db = share * db   [the mean over the batch]
  const t2 = share[0];
  for (let i = 0; i < 128; i++) {
    into.b[i] = t2 * db[i];
  }

  // loss = -1/32 * (J_sum / m)   [line 20, loss]
  total[0] = into.losses[0];
}

/** One step of training on the examples `order[from … to)`: forward, backward, update; returns the loss before the update. */
export function step(params: Parameters, state: Floats, data: Examples, clock: Clock, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { x } = data.columns;
  const m = to - from;
  stepPart(clock, m);
  J_sum.fill(0);
  dV.fill(0);
  db.fill(0);
  dWz.fill(0);
  dUz.fill(0);
  dbz.fill(0);
  dWn.fill(0);
  dUn.fill(0);
  dbn.fill(0);
  dE_sum.fill(0);
  dE_sum2.fill(0);
  for (let first = from; first < to; first += 8) {
    const size = Math.min(8, to - first);
    for (let k = 0; k < size; k++) {
      const row = order === undefined ? first + k : order[first + k];
      rows[k] = row;
      for (let i = 0; i < 32; i++) x_block[k * 32 + i] = x[row * 32 + i];
    }
    stepPart2(params, data, size);
    stepPart3(params, data, size);
  }
  stepPart4(params, state, m);
  return total[0];
}

/** A part of `step`: share, stepSize, scale. */
function stepPart(clock: Clock, m: number): void {
  const { rate, t } = clock;

  // share = 1/32 * (1/m)
  share[0] = 0.03125 * (1 / m);

  // stepSize = rate / (1 - 0.9 ^ t)
  stepSize[0] = rate / (1 - Math.pow(0.9, t));

  // scale = 1 / (1 - 0.999 ^ t)
  scale[0] = 1 / (1 - Math.pow(0.999, t));
}

/** A part of `step`: H, H_exp, H_den, z, add, H_expm1, H_den2 and 18 more. */
function stepPart2(params: Parameters, data: Examples, size: number): void {
  const { Wz, E, Uz, bz, Wn, Un, bn, V, b } = params;
  const { c } = data.columns;

  for (let k = 0; k < size; k++) {
    const k1584 = k * 1584;

    // H before the first time step: 0
    for (let i = 0; i < 48; i++) {
      H[k1584 + i] = 0;
    }
  }

  for (let t = 0; t < 32; t++) {
    const t48 = t * 48;

    // H_exp = exp(min(E[x, :] * Wz' + before(H) * Uz' + bz, 709))
    for (let k = 0; k < size; k += 3) {
      const k32 = k * 32;
      const x16 = x_block[k32 + t] * 16;
      const k32_2 = k32 + 32;
      const x16_2 = x_block[k32_2 + t] * 16;
      const k32_3 = k32 + 64;
      const x16_3 = x_block[k32_3 + t] * 16;
      const k1584_2 = k * 1584;
      const k1584_3 = k1584_2 + 1584;
      const k1584_4 = k1584_2 + 3168;
      const k1536 = k * 1536;
      const k1536_2 = k1536 + 1536;
      const k1536_3 = k1536 + 3072;
      for (let i = 0; i < 48; i += 3) {
        let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
        const i16 = i * 16;
        const i16_2 = i16 + 16;
        const i16_3 = i16 + 32;
        for (let j = 0; j < 16; j++) {
          const Wz_1 = Wz[i16 + j];
          const E_1 = E[x16 + j];
          const Wz_2 = Wz[i16_2 + j];
          const Wz_3 = Wz[i16_3 + j];
          const E_2 = E[x16_2 + j];
          const E_3 = E[x16_3 + j];
          s11 += Wz_1 * E_1;
          s12 += Wz_2 * E_1;
          s13 += Wz_3 * E_1;
          s21 += Wz_1 * E_2;
          s22 += Wz_2 * E_2;
          s23 += Wz_3 * E_2;
          s31 += Wz_1 * E_3;
          s32 += Wz_2 * E_3;
          s33 += Wz_3 * E_3;
        }
        let s11_2 = 0, s12_2 = 0, s13_2 = 0, s21_2 = 0, s22_2 = 0, s23_2 = 0, s31_2 = 0, s32_2 = 0, s33_2 = 0;
        const i48 = i * 48;
        const i48_2 = i48 + 48;
        const i48_3 = i48 + 96;
        for (let j = 0; j < 48; j++) {
          const Uz_1 = Uz[i48 + j];
          const H_1 = H[k1584_2 + t48 + j];
          const Uz_2 = Uz[i48_2 + j];
          const Uz_3 = Uz[i48_3 + j];
          const H_2 = H[k1584_3 + t48 + j];
          const H_3 = H[k1584_4 + t48 + j];
          s11_2 += Uz_1 * H_1;
          s12_2 += Uz_2 * H_1;
          s13_2 += Uz_3 * H_1;
          s21_2 += Uz_1 * H_2;
          s22_2 += Uz_2 * H_2;
          s23_2 += Uz_3 * H_2;
          s31_2 += Uz_1 * H_3;
          s32_2 += Uz_2 * H_3;
          s33_2 += Uz_3 * H_3;
        }
        const bz_1 = bz[i];
        H_exp[k1536 + t48 + i] = Math.exp(Math.min(s11 + s11_2 + bz_1, 709));
        const bz_2 = bz[i + 1];
        H_exp[k1536 + t48 + i + 1] = Math.exp(Math.min(s12 + s12_2 + bz_2, 709));
        const bz_3 = bz[i + 2];
        H_exp[k1536 + t48 + i + 2] = Math.exp(Math.min(s13 + s13_2 + bz_3, 709));
        H_exp[k1536_2 + t48 + i] = Math.exp(Math.min(s21 + s21_2 + bz_1, 709));
        H_exp[k1536_2 + t48 + i + 1] = Math.exp(Math.min(s22 + s22_2 + bz_2, 709));
        H_exp[k1536_2 + t48 + i + 2] = Math.exp(Math.min(s23 + s23_2 + bz_3, 709));
        H_exp[k1536_3 + t48 + i] = Math.exp(Math.min(s31 + s31_2 + bz_1, 709));
        H_exp[k1536_3 + t48 + i + 1] = Math.exp(Math.min(s32 + s32_2 + bz_2, 709));
        H_exp[k1536_3 + t48 + i + 2] = Math.exp(Math.min(s33 + s33_2 + bz_3, 709));
      }
    }

    for (let k = 0; k < size; k++) {
      const k1536 = k * 1536;

      // H_den = 1 + H_exp
      // z = H_exp ./ H_den   [lines 15, 16]
      for (let i = 0; i < 48; i++) {
        H_den[k1536 + t48 + i] = 1 + H_exp[k1536 + t48 + i];
        z[k1536 + t48 + i] = H_exp[k1536 + t48 + i] / H_den[k1536 + t48 + i];
      }
    }

    // add4 = E[x, :] * Wn' + before(H) * Un' + bn   [line 16]
    for (let k = 0; k < size; k += 3) {
      const k32 = k * 32;
      const x16 = x_block[k32 + t] * 16;
      const k32_2 = k32 + 32;
      const x16_2 = x_block[k32_2 + t] * 16;
      const k32_3 = k32 + 64;
      const x16_3 = x_block[k32_3 + t] * 16;
      const k1584_2 = k * 1584;
      const k1584_3 = k1584_2 + 1584;
      const k1584_4 = k1584_2 + 3168;
      const k1536_2 = k * 1536;
      const k1536_3 = k1536_2 + 1536;
      const k1536_4 = k1536_2 + 3072;
      for (let i = 0; i < 48; i += 3) {
        let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
        const i16 = i * 16;
        const i16_2 = i16 + 16;
        const i16_3 = i16 + 32;
        for (let j = 0; j < 16; j++) {
          const Wn_1 = Wn[i16 + j];
          const E_1 = E[x16 + j];
          const Wn_2 = Wn[i16_2 + j];
          const Wn_3 = Wn[i16_3 + j];
          const E_2 = E[x16_2 + j];
          const E_3 = E[x16_3 + j];
          s11 += Wn_1 * E_1;
          s12 += Wn_2 * E_1;
          s13 += Wn_3 * E_1;
          s21 += Wn_1 * E_2;
          s22 += Wn_2 * E_2;
          s23 += Wn_3 * E_2;
          s31 += Wn_1 * E_3;
          s32 += Wn_2 * E_3;
          s33 += Wn_3 * E_3;
        }
        let s11_2 = 0, s12_2 = 0, s13_2 = 0, s21_2 = 0, s22_2 = 0, s23_2 = 0, s31_2 = 0, s32_2 = 0, s33_2 = 0;
        const i48 = i * 48;
        const i48_2 = i48 + 48;
        const i48_3 = i48 + 96;
        for (let j = 0; j < 48; j++) {
          const Un_1 = Un[i48 + j];
          const H_1 = H[k1584_2 + t48 + j];
          const Un_2 = Un[i48_2 + j];
          const Un_3 = Un[i48_3 + j];
          const H_2 = H[k1584_3 + t48 + j];
          const H_3 = H[k1584_4 + t48 + j];
          s11_2 += Un_1 * H_1;
          s12_2 += Un_2 * H_1;
          s13_2 += Un_3 * H_1;
          s21_2 += Un_1 * H_2;
          s22_2 += Un_2 * H_2;
          s23_2 += Un_3 * H_2;
          s31_2 += Un_1 * H_3;
          s32_2 += Un_2 * H_3;
          s33_2 += Un_3 * H_3;
        }
        const bn_1 = bn[i];
        add4[k1536_2 + t48 + i] = s11 + s11_2 + bn_1;
        const bn_2 = bn[i + 1];
        add4[k1536_2 + t48 + i + 1] = s12 + s12_2 + bn_2;
        const bn_3 = bn[i + 2];
        add4[k1536_2 + t48 + i + 2] = s13 + s13_2 + bn_3;
        add4[k1536_3 + t48 + i] = s21 + s21_2 + bn_1;
        add4[k1536_3 + t48 + i + 1] = s22 + s22_2 + bn_2;
        add4[k1536_3 + t48 + i + 2] = s23 + s23_2 + bn_3;
        add4[k1536_4 + t48 + i] = s31 + s31_2 + bn_1;
        add4[k1536_4 + t48 + i + 1] = s32 + s32_2 + bn_2;
        add4[k1536_4 + t48 + i + 2] = s33 + s33_2 + bn_3;
      }
    }

    for (let k = 0; k < size; k++) {
      const k1536 = k * 1536;
      const k1584 = k * 1584;

      // H_expm1 = expm1(min(2 * abs(add4), 709))
      // H_den2 = 2 + H_expm1
      // n = sign(add4) .* (H_expm1 ./ H_den2)   [lines 15, 16]
      // H = before(H) ./ H_den + z .* n   [line 18]
      for (let i = 0; i < 48; i++) {
        const H_expm1 = Math.expm1(Math.min(2 * Math.abs(add4[k1536 + t48 + i]), 709));
        H_den2[k1536 + t48 + i] = 2 + H_expm1;
        n[k1536 + t48 + i] = Math.sign(add4[k1536 + t48 + i]) * (H_expm1 / H_den2[k1536 + t48 + i]);
        H[k1584 + t48 + i + 48] = H[k1584 + t48 + i] / H_den[k1536 + t48 + i] + z[k1536 + t48 + i] * n[k1536 + t48 + i];
      }
    }
  }

  // add2 = H * V' + b
  for (let i = 0; i < 32; i++) {
    const i48 = i * 48;
    const i128 = i * 128;
    for (let j = 0; j < 128; j += 4) {
      const j48 = j * 48;
      const j48_2 = j48 + 48;
      const j48_3 = j48 + 96;
      const j48_4 = j48 + 144;
      const b_1 = b[j];
      const b_2 = b[j + 1];
      const b_3 = b[j + 2];
      const b_4 = b[j + 3];
      for (let k = 0; k < size; k += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        const k1584_2 = k * 1584;
        const k1584_3 = k1584_2 + 1584;
        for (let q = 0; q < 48; q++) {
          const H_1 = H[k1584_2 + i48 + q + 48];
          const V_1 = V[j48 + q];
          const H_2 = H[k1584_3 + i48 + q + 48];
          const V_2 = V[j48_2 + q];
          const V_3 = V[j48_3 + q];
          const V_4 = V[j48_4 + q];
          s111 += H_1 * V_1;
          s112 += H_2 * V_1;
          s121 += H_1 * V_2;
          s122 += H_2 * V_2;
          s131 += H_1 * V_3;
          s132 += H_2 * V_3;
          s141 += H_1 * V_4;
          s142 += H_2 * V_4;
        }
        const k4096 = k * 4096;
        add2[k4096 + i128 + j] = s111 + b_1;
        const k4096_2 = k4096 + 4096;
        add2[k4096_2 + i128 + j] = s112 + b_1;
        add2[k4096 + i128 + j + 1] = s121 + b_2;
        add2[k4096_2 + i128 + j + 1] = s122 + b_2;
        add2[k4096 + i128 + j + 2] = s131 + b_3;
        add2[k4096_2 + i128 + j + 2] = s132 + b_3;
        add2[k4096 + i128 + j + 3] = s141 + b_4;
        add2[k4096_2 + i128 + j + 3] = s142 + b_4;
      }
    }
  }

  for (let k = 0; k < size; k++) {
    const k32 = k * 32;
    const k4096 = k * 4096;

    // max3 = max(add2, [], 2)
    for (let i = 0; i < 32; i++) {
      let best = -Infinity;
      const i128 = i * 128;
      for (let j = 0; j < 128; j++) {
        best = Math.max(best, add2[k4096 + i128 + j]);
      }
      max3[k32 + i] = best;
    }

    // logSoftmax_in = add2 - reshape(max3, [32, 1])
    for (let i = 0; i < 32; i++) {
      const i128 = i * 128;
      const t2 = max3[k32 + i];
      for (let j = 0; j < 128; j++) {
        logSoftmax_in[k4096 + i128 + j] = add2[k4096 + i128 + j] - t2;
      }
    }

    // p_exp = exp(logSoftmax_in)
    for (let i = 0; i < 4096; i++) {
      p_exp[k4096 + i] = Math.exp(logSoftmax_in[k4096 + i]);
    }
  }

  // sum2 = sum(p_exp, 2)
  for (let i = 0; i < 32; i++) {
    const i128 = i * 128;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k4096_2 = k * 4096;
      const k4096_3 = k4096_2 + 4096;
      const k4096_4 = k4096_2 + 8192;
      const k4096_5 = k4096_2 + 12288;
      const k4096_6 = k4096_2 + 16384;
      const k4096_7 = k4096_2 + 20480;
      for (let j = 0; j < 128; j++) {
        s11 += p_exp[k4096_2 + i128 + j];
        s12 += p_exp[k4096_3 + i128 + j];
        s13 += p_exp[k4096_4 + i128 + j];
        s14 += p_exp[k4096_5 + i128 + j];
        s15 += p_exp[k4096_6 + i128 + j];
        s16 += p_exp[k4096_7 + i128 + j];
      }
      const k32_2 = k * 32;
      sum2[k32_2 + i] = s11;
      const k32_3 = k32_2 + 32;
      sum2[k32_3 + i] = s12;
      const k32_4 = k32_2 + 64;
      sum2[k32_4 + i] = s13;
      const k32_5 = k32_2 + 96;
      sum2[k32_5 + i] = s14;
      const k32_6 = k32_2 + 128;
      sum2[k32_6 + i] = s15;
      const k32_7 = k32_2 + 160;
      sum2[k32_7 + i] = s16;
    }
  }

  for (let k = 0; k < size; k++) {
    const row = rows[k];
    const row32 = row * 32;
    const k32 = k * 32;
    const k1536 = k * 1536;
    const k1584 = k * 1584;
    const k4096 = k * 4096;

    // p = p_exp ./ reshape(sum2, [32, 1])   [line 19, output]
    for (let i = 0; i < 32; i++) {
      const i128 = i * 128;
      const t2 = sum2[k32 + i];
      for (let j = 0; j < 128; j++) {
        p[k4096 + i128 + j] = p_exp[k4096 + i128 + j] / t2;
      }
    }

    // log3 = log(reshape(sum2, [32, 1]))
    for (let i = 0; i < 32; i++) {
      log3[k32 + i] = Math.log(sum2[k32 + i]);
    }

    // J_sum = Σn sum(c .* (logSoftmax_in - log3))
    let s = 0;
    for (let i = 0; i < 32; i++) {
      const t2 = c[row32 + i];
      const i128 = i * 128;
      const t3 = log3[k32 + i];
      for (let j = 0; j < 128; j++) {
        s += (t2 === j ? 1 : 0) * (logSoftmax_in[k4096 + i128 + j] - t3);
      }
    }
    J_sum[0] += s;

    // delta = p - c   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); line 19]
    for (let i = 0; i < 32; i++) {
      const i128 = i * 128;
      const t2 = c[row32 + i];
      for (let j = 0; j < 128; j++) {
        delta[k4096 + i128 + j] = p[k4096 + i128 + j] - (t2 === j ? 1 : 0);
      }
    }

    // div2 = 2 ./ H_den2
    for (let i = 0; i < 1536; i++) {
      div2[k1536 + i] = 2 / H_den2[k1536 + i];
    }

    // dH_before after the last time step: 0
    for (let i = 0; i < 48; i++) {
      dH_before[k1584 + i + 1536] = 0;
    }
  }

  // dV = Σn delta' * H   [EQ4: ∂C/∂w = δ aᵀ; line 19]
  for (let j = 0; j < 48; j += 4) {
    for (let i = 0; i < 128; i += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k4096_2 = k * 4096;
        const k1584_2 = k * 1584;
        for (let q = 0; q < 32; q++) {
          const q128 = q * 128;
          const delta_1 = delta[k4096_2 + q128 + i];
          const q48 = q * 48;
          const H_1 = H[k1584_2 + q48 + j + 48];
          const delta_2 = delta[k4096_2 + q128 + i + 1];
          const H_2 = H[k1584_2 + q48 + j + 49];
          const H_3 = H[k1584_2 + q48 + j + 50];
          const H_4 = H[k1584_2 + q48 + j + 51];
          s11 += delta_1 * H_1;
          s12 += delta_2 * H_1;
          s21 += delta_1 * H_2;
          s22 += delta_2 * H_2;
          s31 += delta_1 * H_3;
          s32 += delta_2 * H_3;
          s41 += delta_1 * H_4;
          s42 += delta_2 * H_4;
        }
      }
      const i48 = i * 48;
      dV[i48 + j] += s11;
      const i48_2 = i48 + 48;
      dV[i48_2 + j] += s12;
      dV[i48 + j + 1] += s21;
      dV[i48_2 + j + 1] += s22;
      dV[i48 + j + 2] += s31;
      dV[i48_2 + j + 2] += s32;
      dV[i48 + j + 3] += s41;
      dV[i48_2 + j + 3] += s42;
    }
  }

  // db = Σn sum(delta, 1)   [EQ3: ∂C/∂b = δ]
  for (let i = 0; i < 128; i += 4) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
    for (let k = 0; k < size; k++) {
      const k4096_2 = k * 4096;
      for (let j = 0; j < 32; j++) {
        const j128 = j * 128;
        s1 += delta[k4096_2 + j128 + i];
        s2 += delta[k4096_2 + j128 + i + 1];
        s3 += delta[k4096_2 + j128 + i + 2];
        s4 += delta[k4096_2 + j128 + i + 3];
      }
    }
    db[i] += s1;
    db[i + 1] += s2;
    db[i + 2] += s3;
    db[i + 3] += s4;
  }

  for (let t2 = 31; t2 >= 0; t2--) {
    const t248 = t2 * 48;
    const t2128 = t2 * 128;

    // dH = share * (delta * V) + after(dH_before)   [sum over every use of the value: through time: the cotangent of the next step; line 15]
    const share_1 = share[0];
    for (let k = 0; k < size; k += 3) {
      const k4096_2 = k * 4096;
      const k4096_3 = k4096_2 + 4096;
      const k4096_4 = k4096_2 + 8192;
      const k1584_2 = k * 1584;
      const k1536_2 = k * 1536;
      const k1584_3 = k1584_2 + 1584;
      const k1536_3 = k1536_2 + 1536;
      const k1584_4 = k1584_2 + 3168;
      const k1536_4 = k1536_2 + 3072;
      for (let i = 0; i < 48; i += 3) {
        let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
        for (let j = 0; j < 128; j++) {
          const delta_1 = delta[k4096_2 + t2128 + j];
          const j48 = j * 48;
          const V_1 = V[j48 + i];
          const V_2 = V[j48 + i + 1];
          const V_3 = V[j48 + i + 2];
          const delta_2 = delta[k4096_3 + t2128 + j];
          const delta_3 = delta[k4096_4 + t2128 + j];
          s11 += delta_1 * V_1;
          s12 += delta_1 * V_2;
          s13 += delta_1 * V_3;
          s21 += delta_2 * V_1;
          s22 += delta_2 * V_2;
          s23 += delta_2 * V_3;
          s31 += delta_3 * V_1;
          s32 += delta_3 * V_2;
          s33 += delta_3 * V_3;
        }
        dH[k1536_2 + t248 + i] = share_1 * s11 + dH_before[k1584_2 + t248 + i + 48];
        dH[k1536_2 + t248 + i + 1] = share_1 * s12 + dH_before[k1584_2 + t248 + i + 49];
        dH[k1536_2 + t248 + i + 2] = share_1 * s13 + dH_before[k1584_2 + t248 + i + 50];
        dH[k1536_3 + t248 + i] = share_1 * s21 + dH_before[k1584_3 + t248 + i + 48];
        dH[k1536_3 + t248 + i + 1] = share_1 * s22 + dH_before[k1584_3 + t248 + i + 49];
        dH[k1536_3 + t248 + i + 2] = share_1 * s23 + dH_before[k1584_3 + t248 + i + 50];
        dH[k1536_4 + t248 + i] = share_1 * s31 + dH_before[k1584_4 + t248 + i + 48];
        dH[k1536_4 + t248 + i + 1] = share_1 * s32 + dH_before[k1584_4 + t248 + i + 49];
        dH[k1536_4 + t248 + i + 2] = share_1 * s33 + dH_before[k1584_4 + t248 + i + 50];
      }
    }

    for (let k = 0; k < size; k++) {
      const k1536 = k * 1536;
      const k1584 = k * 1584;

      // delta2 = dH .* z .* (div2 .* (2 - div2))   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 16]
      // delta3 = (dH .* n - dH .* before(H)) .* (z ./ H_den)   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 16]
      for (let i = 0; i < 48; i++) {
        delta2[k1536 + t248 + i] = dH[k1536 + t248 + i] * z[k1536 + t248 + i] * (div2[k1536 + t248 + i] * (2 - div2[k1536 + t248 + i]));
        delta3[k1536 + t248 + i] = (dH[k1536 + t248 + i] * n[k1536 + t248 + i] - dH[k1536 + t248 + i] * H[k1584 + t248 + i]) * (z[k1536 + t248 + i] / H_den[k1536 + t248 + i]);
      }
    }

    // dH_before = delta2 * Un + dH ./ H_den + delta3 * Uz   [sum over every use of the value: before(H) * Uz' with respect to before(H): the other matrix transposed, times the cotangent]
    for (let k = 0; k < size; k += 3) {
      const k1536_2 = k * 1536;
      const k1536_3 = k1536_2 + 1536;
      const k1536_4 = k1536_2 + 3072;
      const k1584_2 = k * 1584;
      const k1584_3 = k1584_2 + 1584;
      const k1584_4 = k1584_2 + 3168;
      for (let i = 0; i < 48; i += 3) {
        let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
        for (let j = 0; j < 48; j++) {
          const delta2_1 = delta2[k1536_2 + t248 + j];
          const j48 = j * 48;
          const Un_1 = Un[j48 + i];
          const Un_2 = Un[j48 + i + 1];
          const Un_3 = Un[j48 + i + 2];
          const delta2_2 = delta2[k1536_3 + t248 + j];
          const delta2_3 = delta2[k1536_4 + t248 + j];
          s11 += delta2_1 * Un_1;
          s12 += delta2_1 * Un_2;
          s13 += delta2_1 * Un_3;
          s21 += delta2_2 * Un_1;
          s22 += delta2_2 * Un_2;
          s23 += delta2_2 * Un_3;
          s31 += delta2_3 * Un_1;
          s32 += delta2_3 * Un_2;
          s33 += delta2_3 * Un_3;
        }
        let s11_2 = 0, s12_2 = 0, s13_2 = 0, s21_2 = 0, s22_2 = 0, s23_2 = 0, s31_2 = 0, s32_2 = 0, s33_2 = 0;
        for (let j = 0; j < 48; j++) {
          const delta3_1 = delta3[k1536_2 + t248 + j];
          const j48_2 = j * 48;
          const Uz_1 = Uz[j48_2 + i];
          const Uz_2 = Uz[j48_2 + i + 1];
          const Uz_3 = Uz[j48_2 + i + 2];
          const delta3_2 = delta3[k1536_3 + t248 + j];
          const delta3_3 = delta3[k1536_4 + t248 + j];
          s11_2 += delta3_1 * Uz_1;
          s12_2 += delta3_1 * Uz_2;
          s13_2 += delta3_1 * Uz_3;
          s21_2 += delta3_2 * Uz_1;
          s22_2 += delta3_2 * Uz_2;
          s23_2 += delta3_2 * Uz_3;
          s31_2 += delta3_3 * Uz_1;
          s32_2 += delta3_3 * Uz_2;
          s33_2 += delta3_3 * Uz_3;
        }
        dH_before[k1584_2 + t248 + i] = s11 + dH[k1536_2 + t248 + i] / H_den[k1536_2 + t248 + i] + s11_2;
        dH_before[k1584_2 + t248 + i + 1] = s12 + dH[k1536_2 + t248 + i + 1] / H_den[k1536_2 + t248 + i + 1] + s12_2;
        dH_before[k1584_2 + t248 + i + 2] = s13 + dH[k1536_2 + t248 + i + 2] / H_den[k1536_2 + t248 + i + 2] + s13_2;
        dH_before[k1584_3 + t248 + i] = s21 + dH[k1536_3 + t248 + i] / H_den[k1536_3 + t248 + i] + s21_2;
        dH_before[k1584_3 + t248 + i + 1] = s22 + dH[k1536_3 + t248 + i + 1] / H_den[k1536_3 + t248 + i + 1] + s22_2;
        dH_before[k1584_3 + t248 + i + 2] = s23 + dH[k1536_3 + t248 + i + 2] / H_den[k1536_3 + t248 + i + 2] + s23_2;
        dH_before[k1584_4 + t248 + i] = s31 + dH[k1536_4 + t248 + i] / H_den[k1536_4 + t248 + i] + s31_2;
        dH_before[k1584_4 + t248 + i + 1] = s32 + dH[k1536_4 + t248 + i + 1] / H_den[k1536_4 + t248 + i + 1] + s32_2;
        dH_before[k1584_4 + t248 + i + 2] = s33 + dH[k1536_4 + t248 + i + 2] / H_den[k1536_4 + t248 + i + 2] + s33_2;
      }
    }
  }

  // dWz = Σn delta3' * E[x, :]   [E[x, :] * Wz' with respect to Wz: the other matrix transposed, times the cotangent; line 16]
  for (let j = 0; j < 16; j += 4) {
    for (let i = 0; i < 48; i += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k1536_2 = k * 1536;
        const k32_2 = k * 32;
        for (let q = 0; q < 32; q++) {
          const q48 = q * 48;
          const delta3_1 = delta3[k1536_2 + q48 + i];
          const E_1 = E[j + x_block[k32_2 + q] * 16];
          const delta3_2 = delta3[k1536_2 + q48 + i + 1];
          const E_2 = E[j + x_block[k32_2 + q] * 16 + 1];
          const E_3 = E[j + x_block[k32_2 + q] * 16 + 2];
          const E_4 = E[j + x_block[k32_2 + q] * 16 + 3];
          s11 += delta3_1 * E_1;
          s12 += delta3_2 * E_1;
          s21 += delta3_1 * E_2;
          s22 += delta3_2 * E_2;
          s31 += delta3_1 * E_3;
          s32 += delta3_2 * E_3;
          s41 += delta3_1 * E_4;
          s42 += delta3_2 * E_4;
        }
      }
      const i16 = i * 16;
      dWz[i16 + j] += s11;
      const i16_2 = i16 + 16;
      dWz[i16_2 + j] += s12;
      dWz[i16 + j + 1] += s21;
      dWz[i16_2 + j + 1] += s22;
      dWz[i16 + j + 2] += s31;
      dWz[i16_2 + j + 2] += s32;
      dWz[i16 + j + 3] += s41;
      dWz[i16_2 + j + 3] += s42;
    }
  }
}

/** A part of `step`: dUz, dbz, dWn, dUn, dbn, dE_sum, dE_sum2. */
function stepPart3(params: Parameters, data: Examples, size: number): void {
  const { E, Wn, Wz } = params;
  const { x } = data.columns;

  // dUz = Σn delta3' * before(H)   [EQ4: ∂C/∂w = δ aᵀ; line 16]
  for (let i = 0; i < 48; i += 3) {
    const i48 = i * 48;
    const i48_2 = i48 + 48;
    const i48_3 = i48 + 96;
    for (let j = 0; j < 48; j += 3) {
      let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
      for (let k = 0; k < size; k++) {
        const k1536 = k * 1536;
        const k1584 = k * 1584;
        for (let q = 0; q < 32; q++) {
          const q48 = q * 48;
          const delta3_1 = delta3[k1536 + q48 + i];
          const H_1 = H[k1584 + q48 + j];
          const H_2 = H[k1584 + q48 + j + 1];
          const H_3 = H[k1584 + q48 + j + 2];
          const delta3_2 = delta3[k1536 + q48 + i + 1];
          const delta3_3 = delta3[k1536 + q48 + i + 2];
          s11 += delta3_1 * H_1;
          s12 += delta3_1 * H_2;
          s13 += delta3_1 * H_3;
          s21 += delta3_2 * H_1;
          s22 += delta3_2 * H_2;
          s23 += delta3_2 * H_3;
          s31 += delta3_3 * H_1;
          s32 += delta3_3 * H_2;
          s33 += delta3_3 * H_3;
        }
      }
      dUz[i48 + j] += s11;
      dUz[i48 + j + 1] += s12;
      dUz[i48 + j + 2] += s13;
      dUz[i48_2 + j] += s21;
      dUz[i48_2 + j + 1] += s22;
      dUz[i48_2 + j + 2] += s23;
      dUz[i48_3 + j] += s31;
      dUz[i48_3 + j + 1] += s32;
      dUz[i48_3 + j + 2] += s33;
    }
  }

  // dbz = Σn sum(delta3, 1)   [EQ3: ∂C/∂b = δ]
  for (let i = 0; i < 48; i += 6) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0;
    for (let k = 0; k < size; k++) {
      const k1536 = k * 1536;
      for (let j = 0; j < 32; j++) {
        const j48 = j * 48;
        s1 += delta3[k1536 + j48 + i];
        s2 += delta3[k1536 + j48 + i + 1];
        s3 += delta3[k1536 + j48 + i + 2];
        s4 += delta3[k1536 + j48 + i + 3];
        s5 += delta3[k1536 + j48 + i + 4];
        s6 += delta3[k1536 + j48 + i + 5];
      }
    }
    dbz[i] += s1;
    dbz[i + 1] += s2;
    dbz[i + 2] += s3;
    dbz[i + 3] += s4;
    dbz[i + 4] += s5;
    dbz[i + 5] += s6;
  }

  // dWn = Σn delta2' * E[x, :]   [E[x, :] * Wn' with respect to Wn: the other matrix transposed, times the cotangent; line 16]
  for (let j = 0; j < 16; j += 4) {
    for (let i = 0; i < 48; i += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k1536 = k * 1536;
        const k32 = k * 32;
        for (let q = 0; q < 32; q++) {
          const q48 = q * 48;
          const delta2_1 = delta2[k1536 + q48 + i];
          const E_1 = E[j + x_block[k32 + q] * 16];
          const delta2_2 = delta2[k1536 + q48 + i + 1];
          const E_2 = E[j + x_block[k32 + q] * 16 + 1];
          const E_3 = E[j + x_block[k32 + q] * 16 + 2];
          const E_4 = E[j + x_block[k32 + q] * 16 + 3];
          s11 += delta2_1 * E_1;
          s12 += delta2_2 * E_1;
          s21 += delta2_1 * E_2;
          s22 += delta2_2 * E_2;
          s31 += delta2_1 * E_3;
          s32 += delta2_2 * E_3;
          s41 += delta2_1 * E_4;
          s42 += delta2_2 * E_4;
        }
      }
      const i16 = i * 16;
      dWn[i16 + j] += s11;
      const i16_2 = i16 + 16;
      dWn[i16_2 + j] += s12;
      dWn[i16 + j + 1] += s21;
      dWn[i16_2 + j + 1] += s22;
      dWn[i16 + j + 2] += s31;
      dWn[i16_2 + j + 2] += s32;
      dWn[i16 + j + 3] += s41;
      dWn[i16_2 + j + 3] += s42;
    }
  }

  // dUn = Σn delta2' * before(H)   [EQ4: ∂C/∂w = δ aᵀ; line 16]
  for (let i = 0; i < 48; i += 3) {
    const i48 = i * 48;
    const i48_2 = i48 + 48;
    const i48_3 = i48 + 96;
    for (let j = 0; j < 48; j += 3) {
      let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
      for (let k = 0; k < size; k++) {
        const k1536 = k * 1536;
        const k1584 = k * 1584;
        for (let q = 0; q < 32; q++) {
          const q48 = q * 48;
          const delta2_1 = delta2[k1536 + q48 + i];
          const H_1 = H[k1584 + q48 + j];
          const H_2 = H[k1584 + q48 + j + 1];
          const H_3 = H[k1584 + q48 + j + 2];
          const delta2_2 = delta2[k1536 + q48 + i + 1];
          const delta2_3 = delta2[k1536 + q48 + i + 2];
          s11 += delta2_1 * H_1;
          s12 += delta2_1 * H_2;
          s13 += delta2_1 * H_3;
          s21 += delta2_2 * H_1;
          s22 += delta2_2 * H_2;
          s23 += delta2_2 * H_3;
          s31 += delta2_3 * H_1;
          s32 += delta2_3 * H_2;
          s33 += delta2_3 * H_3;
        }
      }
      dUn[i48 + j] += s11;
      dUn[i48 + j + 1] += s12;
      dUn[i48 + j + 2] += s13;
      dUn[i48_2 + j] += s21;
      dUn[i48_2 + j + 1] += s22;
      dUn[i48_2 + j + 2] += s23;
      dUn[i48_3 + j] += s31;
      dUn[i48_3 + j + 1] += s32;
      dUn[i48_3 + j + 2] += s33;
    }
  }

  // dbn = Σn sum(delta2, 1)   [EQ3: ∂C/∂b = δ]
  for (let i = 0; i < 48; i += 6) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0;
    for (let k = 0; k < size; k++) {
      const k1536 = k * 1536;
      for (let j = 0; j < 32; j++) {
        const j48 = j * 48;
        s1 += delta2[k1536 + j48 + i];
        s2 += delta2[k1536 + j48 + i + 1];
        s3 += delta2[k1536 + j48 + i + 2];
        s4 += delta2[k1536 + j48 + i + 3];
        s5 += delta2[k1536 + j48 + i + 4];
        s6 += delta2[k1536 + j48 + i + 5];
      }
    }
    dbn[i] += s1;
    dbn[i + 1] += s2;
    dbn[i + 2] += s3;
    dbn[i + 3] += s4;
    dbn[i + 4] += s5;
    dbn[i + 5] += s6;
  }

  for (let k = 0; k < size; k++) {
    const row = rows[k];
    const row32 = row * 32;
    const k1536 = k * 1536;

    // dE_sum[x[i], j] += Σ n,i,k  delta2[i, k] * Wn[k, j]   [E[x, :] * Wn' with respect to E: the other matrix transposed, times the cotangent; line 16]
    for (let i = 0; i < 32; i++) {
      const i48 = i * 48;
      const x16 = x[row32 + i] * 16;
      for (let j = 0; j < 16; j++) {
        let s = 0;
        for (let q = 0; q < 48; q++) {
          s += delta2[k1536 + i48 + q] * Wn[q * 16 + j];
        }
        dE_sum[x16 + j] += s;
      }
    }

    // dE_sum2[x[i], j] += Σ n,i,k  delta3[i, k] * Wz[k, j]   [E[x, :] * Wz' with respect to E: the other matrix transposed, times the cotangent; line 16]
    for (let i = 0; i < 32; i++) {
      const i48 = i * 48;
      const x16 = x[row32 + i] * 16;
      for (let j = 0; j < 16; j++) {
        let s = 0;
        for (let q = 0; q < 48; q++) {
          s += delta3[k1536 + i48 + q] * Wz[q * 16 + j];
        }
        dE_sum2[x16 + j] += s;
      }
    }
  }
}

/** A part of `step`: loss, dE, scale2, scale3, m_E, v_E, E and 27 more. */
function stepPart4(params: Parameters, state: Floats, m: number): void {
  const { E, Wz, Uz, bz, Wn, Un, bn, V, b } = params;

  // loss = -1/32 * (J_sum / m)   [line 20, loss]
  total[0] = -0.03125 * (J_sum[0] / m);

  // dE = dE_sum + dE_sum2   [sum over every use of the value]
  for (let i = 0; i < 2048; i++) {
    dE[i] = dE_sum[i] + dE_sum2[i];
  }

  // scale2 = min(1, 1 / sqrt(sum(dE .^ 2) + sum(dWz .^ 2) + sum(dUz .^ 2) + sum(dbz .^ 2) + sum(dWn .^ 2) + sum(dUn .^ 2) + sum(dbn .^ 2) + sum( …
  let s = 0;
  for (let i = 0; i < 128; i++) {
    const i16 = i * 16;
    for (let j = 0; j < 16; j++) {
      s += dE[i16 + j] * dE[i16 + j];
    }
  }
  let s2 = 0;
  for (let i = 0; i < 48; i++) {
    const i16_2 = i * 16;
    for (let j = 0; j < 16; j++) {
      s2 += dWz[i16_2 + j] * dWz[i16_2 + j];
    }
  }
  let s3 = 0;
  for (let i = 0; i < 48; i++) {
    const i48 = i * 48;
    for (let j = 0; j < 48; j++) {
      s3 += dUz[i48 + j] * dUz[i48 + j];
    }
  }
  let s4 = 0;
  for (let i = 0; i < 48; i++) {
    s4 += dbz[i] * dbz[i];
  }
  let s5 = 0;
  for (let i = 0; i < 48; i++) {
    const i16_3 = i * 16;
    for (let j = 0; j < 16; j++) {
      s5 += dWn[i16_3 + j] * dWn[i16_3 + j];
    }
  }
  let s6 = 0;
  for (let i = 0; i < 48; i++) {
    const i48_2 = i * 48;
    for (let j = 0; j < 48; j++) {
      s6 += dUn[i48_2 + j] * dUn[i48_2 + j];
    }
  }
  let s7 = 0;
  for (let i = 0; i < 48; i++) {
    s7 += dbn[i] * dbn[i];
  }
  let s8 = 0;
  const t = share[0];
  for (let i = 0; i < 128; i++) {
    const i48_3 = i * 48;
    for (let j = 0; j < 48; j++) {
      const t2 = t * dV[i48_3 + j];
      s8 += t2 * t2;
    }
  }
  let s9 = 0;
  for (let i = 0; i < 128; i++) {
    const t3 = t * db[i];
    s9 += t3 * t3;
  }
  const scale2 = Math.min(1, 1 / Math.sqrt(s + s2 + s3 + s4 + s5 + s6 + s7 + s8 + s9));
  const scale3 = 0.1 * scale2;

  // m_E⁺ = 0.9 * m_E + scale3 * dE
  // v_E⁺ = 0.999 * v_E + 0.001 * (scale2 * dE) .^ 2
  // E⁺ = E - stepSize * (m_E⁺ ./ (sqrt(scale * v_E⁺) + 1e-8))
  const t3 = stepSize[0];
  const t4 = scale[0];
  for (let i = 0; i < 2048; i++) {
    state[i] = 0.9 * state[i] + scale3 * dE[i];
    const t2 = scale2 * dE[i];
    state[2048 + i] = 0.999 * state[2048 + i] + 0.001 * (t2 * t2);
    E[i] -= t3 * (state[i] / (Math.sqrt(t4 * state[2048 + i]) + 1e-8));
  }

  // m_Wz⁺ = 0.9 * m_Wz + scale3 * dWz
  // v_Wz⁺ = 0.999 * v_Wz + 0.001 * (scale2 * dWz) .^ 2
  // Wz⁺ = Wz - stepSize * (m_Wz⁺ ./ (sqrt(scale * v_Wz⁺) + 1e-8))
  const t5 = stepSize[0];
  const t6 = scale[0];
  for (let i = 0; i < 768; i++) {
    state[4096 + i] = 0.9 * state[4096 + i] + scale3 * dWz[i];
    const t2 = scale2 * dWz[i];
    state[4864 + i] = 0.999 * state[4864 + i] + 0.001 * (t2 * t2);
    Wz[i] -= t5 * (state[4096 + i] / (Math.sqrt(t6 * state[4864 + i]) + 1e-8));
  }

  // m_Uz⁺ = 0.9 * m_Uz + scale3 * dUz
  // v_Uz⁺ = 0.999 * v_Uz + 0.001 * (scale2 * dUz) .^ 2
  // Uz⁺ = Uz - stepSize * (m_Uz⁺ ./ (sqrt(scale * v_Uz⁺) + 1e-8))
  const t7 = stepSize[0];
  const t8 = scale[0];
  for (let i = 0; i < 2304; i++) {
    state[5632 + i] = 0.9 * state[5632 + i] + scale3 * dUz[i];
    const t2 = scale2 * dUz[i];
    state[7936 + i] = 0.999 * state[7936 + i] + 0.001 * (t2 * t2);
    Uz[i] -= t7 * (state[5632 + i] / (Math.sqrt(t8 * state[7936 + i]) + 1e-8));
  }

  // m_bz⁺ = 0.9 * m_bz + scale3 * dbz
  // v_bz⁺ = 0.999 * v_bz + 0.001 * (scale2 * dbz) .^ 2
  // bz⁺ = bz - stepSize * (m_bz⁺ ./ (sqrt(scale * v_bz⁺) + 1e-8))
  const t9 = stepSize[0];
  const t10 = scale[0];
  for (let i = 0; i < 48; i++) {
    state[10240 + i] = 0.9 * state[10240 + i] + scale3 * dbz[i];
    const t2 = scale2 * dbz[i];
    state[10288 + i] = 0.999 * state[10288 + i] + 0.001 * (t2 * t2);
    bz[i] -= t9 * (state[10240 + i] / (Math.sqrt(t10 * state[10288 + i]) + 1e-8));
  }

  // m_Wn⁺ = 0.9 * m_Wn + scale3 * dWn
  // v_Wn⁺ = 0.999 * v_Wn + 0.001 * (scale2 * dWn) .^ 2
  // Wn⁺ = Wn - stepSize * (m_Wn⁺ ./ (sqrt(scale * v_Wn⁺) + 1e-8))
  const t11 = stepSize[0];
  const t12 = scale[0];
  for (let i = 0; i < 768; i++) {
    state[10336 + i] = 0.9 * state[10336 + i] + scale3 * dWn[i];
    const t2 = scale2 * dWn[i];
    state[11104 + i] = 0.999 * state[11104 + i] + 0.001 * (t2 * t2);
    Wn[i] -= t11 * (state[10336 + i] / (Math.sqrt(t12 * state[11104 + i]) + 1e-8));
  }

  // m_Un⁺ = 0.9 * m_Un + scale3 * dUn
  // v_Un⁺ = 0.999 * v_Un + 0.001 * (scale2 * dUn) .^ 2
  // Un⁺ = Un - stepSize * (m_Un⁺ ./ (sqrt(scale * v_Un⁺) + 1e-8))
  const t13 = stepSize[0];
  const t14 = scale[0];
  for (let i = 0; i < 2304; i++) {
    state[11872 + i] = 0.9 * state[11872 + i] + scale3 * dUn[i];
    const t2 = scale2 * dUn[i];
    state[14176 + i] = 0.999 * state[14176 + i] + 0.001 * (t2 * t2);
    Un[i] -= t13 * (state[11872 + i] / (Math.sqrt(t14 * state[14176 + i]) + 1e-8));
  }

  // m_bn⁺ = 0.9 * m_bn + scale3 * dbn
  // v_bn⁺ = 0.999 * v_bn + 0.001 * (scale2 * dbn) .^ 2
  // bn⁺ = bn - stepSize * (m_bn⁺ ./ (sqrt(scale * v_bn⁺) + 1e-8))
  const t15 = stepSize[0];
  const t16 = scale[0];
  for (let i = 0; i < 48; i++) {
    state[16480 + i] = 0.9 * state[16480 + i] + scale3 * dbn[i];
    const t2 = scale2 * dbn[i];
    state[16528 + i] = 0.999 * state[16528 + i] + 0.001 * (t2 * t2);
    bn[i] -= t15 * (state[16480 + i] / (Math.sqrt(t16 * state[16528 + i]) + 1e-8));
  }
  const scale4 = scale2 / m;

  // scale5 = 1/320 * scale4
  const scale5 = 0.003125 * scale4;

  // m_V⁺ = 0.9 * m_V + scale5 * dV
  for (let i = 0; i < 6144; i++) {
    state[16576 + i] = 0.9 * state[16576 + i] + scale5 * dV[i];
  }

  // scale6 = 1/32 * scale4
  const scale6 = 0.03125 * scale4;

  // v_V⁺ = 0.999 * v_V + 0.001 * (scale6 * dV) .^ 2
  // V⁺ = V - stepSize * (m_V⁺ ./ (sqrt(scale * v_V⁺) + 1e-8))
  const t17 = stepSize[0];
  const t18 = scale[0];
  for (let i = 0; i < 6144; i++) {
    const t2 = scale6 * dV[i];
    state[22720 + i] = 0.999 * state[22720 + i] + 0.001 * (t2 * t2);
    V[i] -= t17 * (state[16576 + i] / (Math.sqrt(t18 * state[22720 + i]) + 1e-8));
  }

  // m_b⁺ = 0.9 * m_b + scale5 * db
  // v_b⁺ = 0.999 * v_b + 0.001 * (scale6 * db) .^ 2
  // b⁺ = b - stepSize * (m_b⁺ ./ (sqrt(scale * v_b⁺) + 1e-8))
  const t19 = stepSize[0];
  const t20 = scale[0];
  for (let i = 0; i < 128; i++) {
    state[28864 + i] = 0.9 * state[28864 + i] + scale5 * db[i];
    const t2 = scale6 * db[i];
    state[28992 + i] = 0.999 * state[28992 + i] + 0.001 * (t2 * t2);
    b[i] -= t19 * (state[28864 + i] / (Math.sqrt(t20 * state[28992 + i]) + 1e-8));
  }
}

/** The predictions for one example among others. */
export function predict(params: Parameters, data: Examples, row: number, into: Outputs = createOutputs()): Outputs {
  return forward(params, data.columns.x.subarray(row * 32, row * 32 + 32), into);
}
