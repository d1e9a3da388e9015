/**
 * gru: compiled by gradc 0.1.0 from gru.grad. Do not edit: change the spec and compile again.
 *
 * Spec        sha256 d9648223e1a8a49f390627929d844efa0b2578e8fd277d546f0fa527fd9afb33
 * Parameters  929: Wz (16 × 2), Uz (16 × 16), bz vector of 16, Wr (16 × 2), Ur (16 × 16), br vector of 16, Wn (16 × 2), Un (16 × 16), bn vector of 16, v vector of 16, c0 scalar
 * Precision   64-bit
 * Convention  loss and gradients are the mean over the batch
 * Stable form 1 - sigmoid(x) -> 1 / (1 + exp(min(x, 709)))
 *             1 - square(tanh(x)) -> 2 / (2 + expm1(min(2 * abs(x), 709))) * (2 - 2 / (2 + expm1(min(2 * abs(x), 709))))
 *
 * Operations of gradient, for one example (sums over the batch left out):
 *   forward 41955: 19537 add, 18577 multiply, 1280 divide, 960 compare, 640 exp, 320 abs, 320 expm1, 320 sign, 1 subtract
 *   backward 72976: 36176 multiply, 34880 add, 1280 divide, 640 subtract
 *
 * Schedule:
 *   forward  loops: 40673 scalar operations, more than 2500; of 6 steps 3 in register tiles, 3 in plain loops; a loop over 20 time steps, first to last
 *     tiles     z_exp 12480, mul 13440, h_states 13440
 *     loops     h_states 0, z_den 320, y 33
 *   evaluate  loops: 40677 scalar operations, more than 2500; of 11 steps 3 in register tiles, 3 in plain loops, 5 of at most 4 operations unrolled; a loop over 20 time steps, first to last; examples in blocks of 64
 *     tiles     z_exp 12480, mul 13440, h_states 13440
 *     loops     h_states 0, z_den 320, y 33
 *     unrolled  dy 1, J 1, J_sum 1, J2 1, loss 0
 *   gradient  loops: 116842 scalar operations, more than 2500; of 41 steps 14 in register tiles, 19 in plain loops, 8 of at most 4 operations unrolled; a loop over 20 time steps, first to last; a loop over 20 time steps, last to first; examples in blocks of 64; in 4 functions of at most 2000 written operations
 *     tiles     z_exp 12480, r_exp 12480, add 11840, delta4 10240, dh_states_before 22080, grad_Wz 1312, grad_Uz 10496, grad_bz 336, grad_Wr 1312, grad_Ur 10496, grad_br 336, grad_Wn 1312, grad_Un 10496, grad_bn 336
 *     loops     h_states 0, z_den 320, z 320, r_den 320, r 320, mul 320, n_expm1 1280, n_den 320, n 960, h_states 960, y 33, dv 32, div 320, dh_states_before 0, delta 960, delta2 1600, delta3 1280, delta5 960, grad_v 16
 *     unrolled  share 2, dy 1, J 1, J_sum 1, dc0_sum 1, J2 1, grad_c0 2, loss 0
 *   step  loops: 132675 scalar operations, more than 2500; of 83 steps 14 in register tiles, 51 in plain loops, 18 of at most 4 operations unrolled; a loop over 20 time steps, first to last; a loop over 20 time steps, last to first; examples in blocks of 64; in 4 functions of at most 2000 written operations
 *     tiles     z_exp 12480, r_exp 12480, add 11840, delta4 10240, dh_states_before 22080, dWz 1312, dUz 10496, dbz 336, dWr 1312, dUr 10496, dbr 336, dWn 1312, dUn 10496, dbn 336
 *     loops     h_states 0, z_den 320, z 320, r_den 320, r 320, mul 320, n_expm1 1280, n_den 320, n 960, h_states 960, y 33, dv 32, div 320, dh_states_before 0, delta 960, delta2 1600, delta3 1280, delta5 960, scale5 1902, m_Wz 96, v_Wz 192, Wz 192, m_Uz 768, v_Uz 1536, Uz 1536, m_bz 48, v_bz 96, bz 96, m_Wr 96, v_Wr 192, Wr 192, m_Ur 768, v_Ur 1536, Ur 1536, m_br 48, v_br 96, br 96, m_Wn 96, v_Wn 192, Wn 192, m_Un 768, v_Un 1536, Un 1536, m_bn 48, v_bn 96, bn 96, m_v 48, v_v 96, v 96, v_c0 6, c0 7
 *     unrolled  share 2, scale 2, scale2 2, stepSize 1, scale3 1, dy 1, J 1, J_sum 1, dc0_sum 1, loss 1, scale4 1, dc0 1, scale6 1, scale7 1, scale8 1, scale9 1, scale10 1, m_c0 3
 *
 * parameters
 *   Wz   16 × 2    glorot   # line 5
 *   Uz   16 × 16   glorot   # line 6
 *   bz   16        -1.5     # line 7
 *   Wr   16 × 2    glorot   # line 8
 *   Ur   16 × 16   glorot   # line 9
 *   br   16        zeros    # line 10
 *   Wn   16 × 2    glorot   # line 11
 *   Un   16 × 16   glorot   # line 12
 *   bn   16        zeros    # line 13
 *   v    16        normal   # line 14
 *   c0   scalar    zeros    # line 15
 *
 * data
 *   x   20 × 2   input    # line 2
 *   d   scalar   target   # line 3
 *
 * forward
 *   z = sigmoid(x * Wz' + before(h_states) * Uz' + bz)   20 × 16 per example   # lines 17, 18, 19
 *   r = sigmoid(x * Wr' + before(h_states) * Ur' + br)   20 × 16 per example   # lines 18, 19
 *   t1 = r .* before(h_states)                           20 × 16 per example   # line 18
 *   n = tanh(x * Wn' + t1 * Un' + bn)                    20 × 16 per example   # lines 17, 18
 *   h_states = (1 - z) .* before(h_states) + z .* n      20 × 16 per example   # lines 17, 18, 19
 *   h = h_states[20, :]                                  16 per example        # line 21
 *   y = dot(v, h_states[20, :]) + c0                     scalar per example    # line 22, output
 *   J = (y - d) ^ 2                                      scalar per example    # line 23, loss
 *
 * mean over the batch of m examples
 *   J = (Σn J) / m   scalar   # line 23, loss
 *
 * backward (constant factors come in last, with Σn)
 *   dy = y - d                                                         scalar per example    # chain rule through square: ∂J/∂dy = 2 * dy; a factor 2 * (1/m) comes in later
 *   dJ = 1/m                                                           scalar per example    # each term of a sum gets the cotangent of the sum
 *   dv = 2 * (1/m) * Σn dy * h_states[20, :]                           16                    # dot(v, h_states[20, :]) with respect to v: the matrix transposed, times the cotangent
 *   dc0 = 2 * ((Σn dy) / m)                                            scalar                # the same for all examples: their cotangents add up
 *   t2[20, i] = dy * v[i]                                              20 × 16 per example   # dot(v, h_states[20, :]) with respect to h_states: outer product of the cotangent and the vector
 *   t3 = 2 * (1/m) * t2 + after(dh_states_before)                      20 × 16 per example   # sum over every use of the value: through time: the cotangent of the next step
 *   t4 = (t3 .* n - t3 .* before(h_states)) .* (z .* (1 - z))          20 × 16 per example   # chain rule through sigmoid: ∂y/∂x = y * (1 - y)
 *   t5 = t3 .* z .* (1 - n .^ 2)                                       20 × 16 per example   # chain rule through tanh: ∂y/∂x = 1 - square(y)
 *   δ = t5 * Un .* before(h_states) .* (r .* (1 - r))                  20 × 16 per example   # EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); chain rule through sigmoid: ∂y/∂x = y * (1 - y)
 *   dh_states_before = t5 * Un .* r + δ * Ur + t3 .* (1 - z) + t4 * Uz   20 × 16 per example   # sum over every use of the value: before(h_states) * Uz' with respect to before(h_states): the other matrix transposed, times the cotangent; chain rule through mul: ∂y/∂b = a; before(h_states) * Ur' with respect to before(h_states): the other matrix transposed, times the cotangent
 *   dWz = Σn t4' * x                                                   16 × 2                # EQ4: ∂C/∂w = δ aᵀ; x * Wz' with respect to Wz: the other matrix transposed, times the cotangent
 *   dUz = Σn t4' * before(h_states)                                    16 × 16               # EQ4: ∂C/∂w = δ aᵀ; before(h_states) * Uz' with respect to Uz: the other matrix transposed, times the cotangent
 *   dbz = Σn sum(t4, 1)                                                16                    # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
 *   dWr = Σn δ' * x                                                    16 × 2                # EQ4: ∂C/∂w = δ aᵀ; x * Wr' with respect to Wr: the other matrix transposed, times the cotangent
 *   dUr = Σn δ' * before(h_states)                                     16 × 16               # EQ4: ∂C/∂w = δ aᵀ; before(h_states) * Ur' with respect to Ur: the other matrix transposed, times the cotangent
 *   dbr = Σn sum(δ, 1)                                                 16                    # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
 *   dWn = Σn t5' * x                                                   16 × 2                # EQ4: ∂C/∂w = δ aᵀ; x * Wn' with respect to Wn: the other matrix transposed, times the cotangent
 *   dUn = Σn t5' * t1                                                  16 × 16               # EQ4: ∂C/∂w = δ aᵀ; t1 * Un' with respect to Un: the other matrix transposed, times the cotangent
 *   dbn = Σn sum(t5, 1)                                                16                    # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
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
  readonly Wz: Tensor<[16, 2]>;
  readonly Uz: Tensor<[16, 16]>;
  readonly bz: Tensor<[16]>;
  readonly Wr: Tensor<[16, 2]>;
  readonly Ur: Tensor<[16, 16]>;
  readonly br: Tensor<[16]>;
  readonly Wn: Tensor<[16, 2]>;
  readonly Un: Tensor<[16, 16]>;
  readonly bn: Tensor<[16]>;
  readonly v: Tensor<[16]>;
  readonly c0: Tensor<[]>;
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
  readonly Wz: Tensor<[16, 2]>;
  readonly Uz: Tensor<[16, 16]>;
  readonly bz: Tensor<[16]>;
  readonly Wr: Tensor<[16, 2]>;
  readonly Ur: Tensor<[16, 16]>;
  readonly br: Tensor<[16]>;
  readonly Wn: Tensor<[16, 2]>;
  readonly Un: Tensor<[16, 16]>;
  readonly bn: Tensor<[16]>;
  readonly v: Tensor<[16]>;
  readonly c0: Tensor<[]>;
  /** Each loss over the batch. */
  readonly losses: Floats;
}

/** Predictions for one example. */
export type Outputs = { readonly y: Tensor<[]> };

/** What the module is: names, shapes, defaults and data of the spec. */
export const metadata = {
  name: "gru",
  hash: "d9648223e1a8a49f390627929d844efa0b2578e8fd277d546f0fa527fd9afb33",
  version: "0.1.0",
  precision: "f64",
  parameters: [
    { name: "Wz", shape: [16, 2], offset: 0, initial: { kind: "glorot" } },
    { name: "Uz", shape: [16, 16], offset: 32, initial: { kind: "glorot" } },
    { name: "bz", shape: [16], offset: 288, initial: { kind: "fill", value: -1.5 } },
    { name: "Wr", shape: [16, 2], offset: 304, initial: { kind: "glorot" } },
    { name: "Ur", shape: [16, 16], offset: 336, initial: { kind: "glorot" } },
    { name: "br", shape: [16], offset: 592, initial: { kind: "zeros" } },
    { name: "Wn", shape: [16, 2], offset: 608, initial: { kind: "glorot" } },
    { name: "Un", shape: [16, 16], offset: 640, initial: { kind: "glorot" } },
    { name: "bn", shape: [16], offset: 896, initial: { kind: "zeros" } },
    { name: "v", shape: [16], offset: 912, initial: { kind: "normal" } },
    { name: "c0", shape: [], offset: 928, initial: { kind: "zeros" } },
  ],
  columns: [{ name: "x", role: "input", shape: [20, 2] }, { name: "d", role: "target", shape: [] }],
  hypers: [],
  losses: ["J"],
  metrics: [],
  outputs: [{ name: "y", shape: [] }],
  reduction: "mean",
  data: { kind: "generator", name: "adding" },
  train: { optimizer: "adam", rate: 0.01, batch: 32, epochs: 12, validation: 0.1, seed: 1 },
} as const;

/** Parameters as views on one flat array, zero where none is given. */
export function createParameters(flat: Floats = new Float64Array(929)): Parameters {
  return {
    flat,
    Wz: flat.subarray(0, 32),
    Uz: flat.subarray(32, 288),
    bz: flat.subarray(288, 304),
    Wr: flat.subarray(304, 336),
    Ur: flat.subarray(336, 592),
    br: flat.subarray(592, 608),
    Wn: flat.subarray(608, 640),
    Un: flat.subarray(640, 896),
    bn: flat.subarray(896, 912),
    v: flat.subarray(912, 928),
    c0: flat.subarray(928, 929),
  };
}

/** Initial parameters: the same numbers for the same seed. */
export function initialise(seed: number, params: Parameters = createParameters()): Parameters {
  for (let k = 0; k < 32; k++) params.Wz[k] = 0.5773502691896257 * (2 * uniform(seed, 0, k) - 1);
  for (let k = 0; k < 256; k++) params.Uz[k] = 0.4330127018922193 * (2 * uniform(seed, 1, k) - 1);
  params.bz.fill(-1.5);
  for (let k = 0; k < 32; k++) params.Wr[k] = 0.5773502691896257 * (2 * uniform(seed, 3, k) - 1);
  for (let k = 0; k < 256; k++) params.Ur[k] = 0.4330127018922193 * (2 * uniform(seed, 4, k) - 1);
  params.br.fill(0);
  for (let k = 0; k < 32; k++) params.Wn[k] = 0.5773502691896257 * (2 * uniform(seed, 6, k) - 1);
  for (let k = 0; k < 256; k++) params.Un[k] = 0.4330127018922193 * (2 * uniform(seed, 7, k) - 1);
  params.bn.fill(0);
  for (let k = 0; k < 16; k++) params.v[k] = 0.05 * normal(seed, 9, k);
  params.c0.fill(0);
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
    y: new Float64Array(1),
  };
}

/** Room for gradients. */
export function createGradients(_examples: number = 1): Gradients {
  return {
    Wz: new Float64Array(32),
    Uz: new Float64Array(256),
    bz: new Float64Array(16),
    Wr: new Float64Array(32),
    Ur: new Float64Array(256),
    br: new Float64Array(16),
    Wn: new Float64Array(32),
    Un: new Float64Array(256),
    bn: new Float64Array(16),
    v: new Float64Array(16),
    c0: new Float64Array(1),
    losses: new Float64Array(1),
  };
}

/** The state of the update rule, all zeros. */
export function createState(): Floats {
  return new Float64Array(1858);
}

const h_states = new Float64Array(21504);

/** Room for z_exp and dh_states_before, one after the other. */
const dh_states_before = new Float64Array(21504);

const z_exp = dh_states_before;

const z_den = new Float64Array(20480);

const mul2 = new Float64Array(20480);

const x_block = new Float64Array(2560);

const rows = new Int32Array(64);

const share = new Float64Array(1);

const J_sum = new Float64Array(1);

const dv = new Float64Array(16);

const dc0_sum = new Float64Array(1);

const z = new Float64Array(20480);

/** Room for r_exp and delta2, one after the other. */
const r_exp = new Float64Array(20480);

const delta2 = r_exp;

const r_den = new Float64Array(20480);

const r = new Float64Array(20480);

/** Room for add2 and delta, one after the other. */
const add2 = new Float64Array(20480);

const delta = add2;

/** Room for n_den and div2, one after the other. */
const n_den = new Float64Array(20480);

const div2 = n_den;

const n = new Float64Array(20480);

/** Room for dy and total, one after the other. */
const dy = new Float64Array(64);

const total = dy;

const delta3 = new Float64Array(20480);

const delta4 = new Float64Array(20480);

const delta5 = new Float64Array(20480);

const scale = new Float64Array(1);

const scale2 = new Float64Array(1);

const stepSize = new Float64Array(1);

const scale3 = new Float64Array(1);

const dWz = new Float64Array(32);

const dUz = new Float64Array(256);

const dbz = new Float64Array(16);

const dWr = new Float64Array(32);

const dUr = new Float64Array(256);

const dbr = new Float64Array(16);

const dWn = new Float64Array(32);

const dUn = new Float64Array(256);

const dbn = new Float64Array(16);

/** The predictions for one example. */
export function forward(params: Parameters, x: Vector<40>, into: Outputs = createOutputs()): Outputs {
  const { Wz, Uz, bz, Wr, Ur, br, Wn, Un, bn, v, c0 } = params;

  // h_states before the first time step: 0
  for (let i = 0; i < 16; i++) {
    h_states[i] = 0;
  }

  for (let t = 0; t < 20; t++) {
    const t2 = t * 2;
    const t16 = t * 16;

    // z_exp = exp(min(x * Wz' + before(h_states) * Uz' + bz, 709))
    const x_1 = x[t2];
    const x_2 = x[t2 + 1];
    for (let i = 0; i < 12; i += 6) {
      let s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0;
      const i16 = i * 16;
      const i16_2 = i16 + 16;
      const i16_3 = i16 + 32;
      const i16_4 = i16 + 48;
      const i16_5 = i16 + 64;
      const i16_6 = i16 + 80;
      for (let j = 0; j < 16; j++) {
        const h_states_1 = h_states[t16 + j];
        s1 += Uz[i16 + j] * h_states_1;
        s2 += Uz[i16_2 + j] * h_states_1;
        s3 += Uz[i16_3 + j] * h_states_1;
        s4 += Uz[i16_4 + j] * h_states_1;
        s5 += Uz[i16_5 + j] * h_states_1;
        s6 += Uz[i16_6 + j] * h_states_1;
      }
      const i2 = i * 2;
      z_exp[t16 + i] = Math.exp(Math.min(Wz[i2] * x_1 + Wz[i2 + 1] * x_2 + s1 + bz[i], 709));
      const i2_2 = i2 + 2;
      z_exp[t16 + i + 1] = Math.exp(Math.min(Wz[i2_2] * x_1 + Wz[i2_2 + 1] * x_2 + s2 + bz[i + 1], 709));
      const i2_3 = i2 + 4;
      z_exp[t16 + i + 2] = Math.exp(Math.min(Wz[i2_3] * x_1 + Wz[i2_3 + 1] * x_2 + s3 + bz[i + 2], 709));
      const i2_4 = i2 + 6;
      z_exp[t16 + i + 3] = Math.exp(Math.min(Wz[i2_4] * x_1 + Wz[i2_4 + 1] * x_2 + s4 + bz[i + 3], 709));
      const i2_5 = i2 + 8;
      z_exp[t16 + i + 4] = Math.exp(Math.min(Wz[i2_5] * x_1 + Wz[i2_5 + 1] * x_2 + s5 + bz[i + 4], 709));
      const i2_6 = i2 + 10;
      z_exp[t16 + i + 5] = Math.exp(Math.min(Wz[i2_6] * x_1 + Wz[i2_6 + 1] * x_2 + s6 + bz[i + 5], 709));
    }
    for (let i = 12; i < 16; i += 4) {
      let s1_2 = 0, s2_2 = 0, s3_2 = 0, s4_2 = 0;
      const i16_7 = i * 16;
      const i16_8 = i16_7 + 16;
      const i16_9 = i16_7 + 32;
      const i16_10 = i16_7 + 48;
      for (let j = 0; j < 16; j++) {
        const h_states_1_2 = h_states[t16 + j];
        s1_2 += Uz[i16_7 + j] * h_states_1_2;
        s2_2 += Uz[i16_8 + j] * h_states_1_2;
        s3_2 += Uz[i16_9 + j] * h_states_1_2;
        s4_2 += Uz[i16_10 + j] * h_states_1_2;
      }
      const i2_7 = i * 2;
      z_exp[t16 + i] = Math.exp(Math.min(Wz[i2_7] * x_1 + Wz[i2_7 + 1] * x_2 + s1_2 + bz[i], 709));
      const i2_8 = i2_7 + 2;
      z_exp[t16 + i + 1] = Math.exp(Math.min(Wz[i2_8] * x_1 + Wz[i2_8 + 1] * x_2 + s2_2 + bz[i + 1], 709));
      const i2_9 = i2_7 + 4;
      z_exp[t16 + i + 2] = Math.exp(Math.min(Wz[i2_9] * x_1 + Wz[i2_9 + 1] * x_2 + s3_2 + bz[i + 2], 709));
      const i2_10 = i2_7 + 6;
      z_exp[t16 + i + 3] = Math.exp(Math.min(Wz[i2_10] * x_1 + Wz[i2_10 + 1] * x_2 + s4_2 + bz[i + 3], 709));
    }

    // z_den = 1 + z_exp
    for (let i = 0; i < 16; i++) {
      z_den[t16 + i] = 1 + z_exp[t16 + i];
    }

    // mul2 = sigmoid(x * Wr' + before(h_states) * Ur' + br) .* before(h_states)   [line 18]
    const x_1_2 = x[t2];
    const x_2_2 = x[t2 + 1];
    for (let i = 0; i < 12; i += 6) {
      let s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0;
      const i16 = i * 16;
      const i16_2 = i16 + 16;
      const i16_3 = i16 + 32;
      const i16_4 = i16 + 48;
      const i16_5 = i16 + 64;
      const i16_6 = i16 + 80;
      for (let j = 0; j < 16; j++) {
        const h_states_1 = h_states[t16 + j];
        s1 += Ur[i16 + j] * h_states_1;
        s2 += Ur[i16_2 + j] * h_states_1;
        s3 += Ur[i16_3 + j] * h_states_1;
        s4 += Ur[i16_4 + j] * h_states_1;
        s5 += Ur[i16_5 + j] * h_states_1;
        s6 += Ur[i16_6 + j] * h_states_1;
      }
      const i2 = i * 2;
      mul2[t16 + i] = 1 / (1 + Math.exp(-(Wr[i2] * x_1_2 + Wr[i2 + 1] * x_2_2 + s1 + br[i]))) * h_states[t16 + i];
      const i2_2 = i2 + 2;
      mul2[t16 + i + 1] = 1 / (1 + Math.exp(-(Wr[i2_2] * x_1_2 + Wr[i2_2 + 1] * x_2_2 + s2 + br[i + 1]))) * h_states[t16 + i + 1];
      const i2_3 = i2 + 4;
      mul2[t16 + i + 2] = 1 / (1 + Math.exp(-(Wr[i2_3] * x_1_2 + Wr[i2_3 + 1] * x_2_2 + s3 + br[i + 2]))) * h_states[t16 + i + 2];
      const i2_4 = i2 + 6;
      mul2[t16 + i + 3] = 1 / (1 + Math.exp(-(Wr[i2_4] * x_1_2 + Wr[i2_4 + 1] * x_2_2 + s4 + br[i + 3]))) * h_states[t16 + i + 3];
      const i2_5 = i2 + 8;
      mul2[t16 + i + 4] = 1 / (1 + Math.exp(-(Wr[i2_5] * x_1_2 + Wr[i2_5 + 1] * x_2_2 + s5 + br[i + 4]))) * h_states[t16 + i + 4];
      const i2_6 = i2 + 10;
      mul2[t16 + i + 5] = 1 / (1 + Math.exp(-(Wr[i2_6] * x_1_2 + Wr[i2_6 + 1] * x_2_2 + s6 + br[i + 5]))) * h_states[t16 + i + 5];
    }
    for (let i = 12; i < 16; i += 4) {
      let s1_2 = 0, s2_2 = 0, s3_2 = 0, s4_2 = 0;
      const i16_7 = i * 16;
      const i16_8 = i16_7 + 16;
      const i16_9 = i16_7 + 32;
      const i16_10 = i16_7 + 48;
      for (let j = 0; j < 16; j++) {
        const h_states_1_2 = h_states[t16 + j];
        s1_2 += Ur[i16_7 + j] * h_states_1_2;
        s2_2 += Ur[i16_8 + j] * h_states_1_2;
        s3_2 += Ur[i16_9 + j] * h_states_1_2;
        s4_2 += Ur[i16_10 + j] * h_states_1_2;
      }
      const i2_7 = i * 2;
      mul2[t16 + i] = 1 / (1 + Math.exp(-(Wr[i2_7] * x_1_2 + Wr[i2_7 + 1] * x_2_2 + s1_2 + br[i]))) * h_states[t16 + i];
      const i2_8 = i2_7 + 2;
      mul2[t16 + i + 1] = 1 / (1 + Math.exp(-(Wr[i2_8] * x_1_2 + Wr[i2_8 + 1] * x_2_2 + s2_2 + br[i + 1]))) * h_states[t16 + i + 1];
      const i2_9 = i2_7 + 4;
      mul2[t16 + i + 2] = 1 / (1 + Math.exp(-(Wr[i2_9] * x_1_2 + Wr[i2_9 + 1] * x_2_2 + s3_2 + br[i + 2]))) * h_states[t16 + i + 2];
      const i2_10 = i2_7 + 6;
      mul2[t16 + i + 3] = 1 / (1 + Math.exp(-(Wr[i2_10] * x_1_2 + Wr[i2_10 + 1] * x_2_2 + s4_2 + br[i + 3]))) * h_states[t16 + i + 3];
    }

    // h_states = before(h_states) ./ z_den + z_exp ./ z_den .* tanh(x * Wn' + mul2 * Un' + bn)   [lines 17, 18, 19]
    const x_1_3 = x[t2];
    const x_2_3 = x[t2 + 1];
    const t16_2 = t16 + 16;
    for (let i = 0; i < 12; i += 6) {
      let s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0;
      const i16 = i * 16;
      const i16_2 = i16 + 16;
      const i16_3 = i16 + 32;
      const i16_4 = i16 + 48;
      const i16_5 = i16 + 64;
      const i16_6 = i16 + 80;
      for (let j = 0; j < 16; j++) {
        const mul_1 = mul2[t16 + j];
        s1 += Un[i16 + j] * mul_1;
        s2 += Un[i16_2 + j] * mul_1;
        s3 += Un[i16_3 + j] * mul_1;
        s4 += Un[i16_4 + j] * mul_1;
        s5 += Un[i16_5 + j] * mul_1;
        s6 += Un[i16_6 + j] * mul_1;
      }
      const z_den_1 = z_den[t16 + i];
      const i2 = i * 2;
      h_states[t16_2 + i] = h_states[t16 + i] / z_den_1 + z_exp[t16 + i] / z_den_1 * Math.tanh(Wn[i2] * x_1_3 + Wn[i2 + 1] * x_2_3 + s1 + bn[i]);
      const z_den_2 = z_den[t16 + i + 1];
      const i2_2 = i2 + 2;
      h_states[t16_2 + i + 1] = h_states[t16 + i + 1] / z_den_2 + z_exp[t16 + i + 1] / z_den_2 * Math.tanh(Wn[i2_2] * x_1_3 + Wn[i2_2 + 1] * x_2_3 + s2 + bn[i + 1]);
      const z_den_3 = z_den[t16 + i + 2];
      const i2_3 = i2 + 4;
      h_states[t16_2 + i + 2] = h_states[t16 + i + 2] / z_den_3 + z_exp[t16 + i + 2] / z_den_3 * Math.tanh(Wn[i2_3] * x_1_3 + Wn[i2_3 + 1] * x_2_3 + s3 + bn[i + 2]);
      const z_den_4 = z_den[t16 + i + 3];
      const i2_4 = i2 + 6;
      h_states[t16_2 + i + 3] = h_states[t16 + i + 3] / z_den_4 + z_exp[t16 + i + 3] / z_den_4 * Math.tanh(Wn[i2_4] * x_1_3 + Wn[i2_4 + 1] * x_2_3 + s4 + bn[i + 3]);
      const z_den_5 = z_den[t16 + i + 4];
      const i2_5 = i2 + 8;
      h_states[t16_2 + i + 4] = h_states[t16 + i + 4] / z_den_5 + z_exp[t16 + i + 4] / z_den_5 * Math.tanh(Wn[i2_5] * x_1_3 + Wn[i2_5 + 1] * x_2_3 + s5 + bn[i + 4]);
      const z_den_6 = z_den[t16 + i + 5];
      const i2_6 = i2 + 10;
      h_states[t16_2 + i + 5] = h_states[t16 + i + 5] / z_den_6 + z_exp[t16 + i + 5] / z_den_6 * Math.tanh(Wn[i2_6] * x_1_3 + Wn[i2_6 + 1] * x_2_3 + s6 + bn[i + 5]);
    }
    for (let i = 12; i < 16; i += 4) {
      let s1_2 = 0, s2_2 = 0, s3_2 = 0, s4_2 = 0;
      const i16_7 = i * 16;
      const i16_8 = i16_7 + 16;
      const i16_9 = i16_7 + 32;
      const i16_10 = i16_7 + 48;
      for (let j = 0; j < 16; j++) {
        const mul_1_2 = mul2[t16 + j];
        s1_2 += Un[i16_7 + j] * mul_1_2;
        s2_2 += Un[i16_8 + j] * mul_1_2;
        s3_2 += Un[i16_9 + j] * mul_1_2;
        s4_2 += Un[i16_10 + j] * mul_1_2;
      }
      const z_den_1_2 = z_den[t16 + i];
      const i2_7 = i * 2;
      h_states[t16_2 + i] = h_states[t16 + i] / z_den_1_2 + z_exp[t16 + i] / z_den_1_2 * Math.tanh(Wn[i2_7] * x_1_3 + Wn[i2_7 + 1] * x_2_3 + s1_2 + bn[i]);
      const z_den_2_2 = z_den[t16 + i + 1];
      const i2_8 = i2_7 + 2;
      h_states[t16_2 + i + 1] = h_states[t16 + i + 1] / z_den_2_2 + z_exp[t16 + i + 1] / z_den_2_2 * Math.tanh(Wn[i2_8] * x_1_3 + Wn[i2_8 + 1] * x_2_3 + s2_2 + bn[i + 1]);
      const z_den_3_2 = z_den[t16 + i + 2];
      const i2_9 = i2_7 + 4;
      h_states[t16_2 + i + 2] = h_states[t16 + i + 2] / z_den_3_2 + z_exp[t16 + i + 2] / z_den_3_2 * Math.tanh(Wn[i2_9] * x_1_3 + Wn[i2_9 + 1] * x_2_3 + s3_2 + bn[i + 2]);
      const z_den_4_2 = z_den[t16 + i + 3];
      const i2_10 = i2_7 + 6;
      h_states[t16_2 + i + 3] = h_states[t16 + i + 3] / z_den_4_2 + z_exp[t16 + i + 3] / z_den_4_2 * Math.tanh(Wn[i2_10] * x_1_3 + Wn[i2_10 + 1] * x_2_3 + s4_2 + bn[i + 3]);
    }
  }

  // y = dot(v, h_states[20, :]) + c0   [line 22, output]
  let s = 0;
  for (let i = 0; i < 16; i++) {
    s += v[i] * h_states[i + 320];
  }
  into.y[0] = s + c0[0];
  return into;
}

/** Losses, then metrics, over the examples `order[from … to)`, as inference computes them, into `report`; returns the total loss. */
export function evaluate(params: Parameters, data: Examples, report: Report, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { Wz, Uz, bz, Wr, Ur, br, Wn, Un, bn, v, c0 } = params;
  const { x, d } = data.columns;
  const m = to - from;
  let J_sum = 0;
  for (let first = from; first < to; first += 64) {
    const size = Math.min(64, to - first);
    for (let k = 0; k < size; k++) {
      const row = order === undefined ? first + k : order[first + k];
      rows[k] = row;
      for (let i = 0; i < 40; i++) x_block[k * 40 + i] = x[row * 40 + i];
    }

    for (let k = 0; k < size; k++) {
      const k336 = k * 336;

      // h_states before the first time step: 0
      for (let i = 0; i < 16; i++) {
        h_states[k336 + i] = 0;
      }
    }

    for (let t = 0; t < 20; t++) {
      const t2 = t * 2;
      const t16 = t * 16;

      // z_exp = exp(min(x * Wz' + before(h_states) * Uz' + bz, 709))
      for (let i = 0; i < 16; i += 4) {
        const i16 = i * 16;
        const i16_2 = i16 + 16;
        const i16_3 = i16 + 32;
        const i16_4 = i16 + 48;
        const i2 = i * 2;
        const Wz_1 = Wz[i2];
        const Wz_2 = Wz[i2 + 1];
        const bz_1 = bz[i];
        const i2_2 = i2 + 2;
        const Wz_3 = Wz[i2_2];
        const Wz_4 = Wz[i2_2 + 1];
        const bz_2 = bz[i + 1];
        const i2_3 = i2 + 4;
        const Wz_5 = Wz[i2_3];
        const Wz_6 = Wz[i2_3 + 1];
        const bz_3 = bz[i + 2];
        const i2_4 = i2 + 6;
        const Wz_7 = Wz[i2_4];
        const Wz_8 = Wz[i2_4 + 1];
        const bz_4 = bz[i + 3];
        for (let k = 0; k < size; k += 2) {
          let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
          const k336_2 = k * 336;
          const k336_3 = k336_2 + 336;
          for (let j = 0; j < 16; j++) {
            const Uz_1 = Uz[i16 + j];
            const h_states_1 = h_states[k336_2 + t16 + j];
            const h_states_2 = h_states[k336_3 + t16 + j];
            const Uz_2 = Uz[i16_2 + j];
            const Uz_3 = Uz[i16_3 + j];
            const Uz_4 = Uz[i16_4 + j];
            s11 += Uz_1 * h_states_1;
            s12 += Uz_1 * h_states_2;
            s21 += Uz_2 * h_states_1;
            s22 += Uz_2 * h_states_2;
            s31 += Uz_3 * h_states_1;
            s32 += Uz_3 * h_states_2;
            s41 += Uz_4 * h_states_1;
            s42 += Uz_4 * h_states_2;
          }
          const k40 = k * 40;
          const x_1 = x_block[k40 + t2];
          const x_2 = x_block[k40 + t2 + 1];
          const k320 = k * 320;
          z_exp[k320 + t16 + i] = Math.exp(Math.min(Wz_1 * x_1 + Wz_2 * x_2 + s11 + bz_1, 709));
          const k40_2 = k40 + 40;
          const x_3 = x_block[k40_2 + t2];
          const x_4 = x_block[k40_2 + t2 + 1];
          const k320_2 = k320 + 320;
          z_exp[k320_2 + t16 + i] = Math.exp(Math.min(Wz_1 * x_3 + Wz_2 * x_4 + s12 + bz_1, 709));
          z_exp[k320 + t16 + i + 1] = Math.exp(Math.min(Wz_3 * x_1 + Wz_4 * x_2 + s21 + bz_2, 709));
          z_exp[k320_2 + t16 + i + 1] = Math.exp(Math.min(Wz_3 * x_3 + Wz_4 * x_4 + s22 + bz_2, 709));
          z_exp[k320 + t16 + i + 2] = Math.exp(Math.min(Wz_5 * x_1 + Wz_6 * x_2 + s31 + bz_3, 709));
          z_exp[k320_2 + t16 + i + 2] = Math.exp(Math.min(Wz_5 * x_3 + Wz_6 * x_4 + s32 + bz_3, 709));
          z_exp[k320 + t16 + i + 3] = Math.exp(Math.min(Wz_7 * x_1 + Wz_8 * x_2 + s41 + bz_4, 709));
          z_exp[k320_2 + t16 + i + 3] = Math.exp(Math.min(Wz_7 * x_3 + Wz_8 * x_4 + s42 + bz_4, 709));
        }
      }

      for (let k = 0; k < size; k++) {
        const k320 = k * 320;

        // z_den = 1 + z_exp
        for (let i = 0; i < 16; i++) {
          z_den[k320 + t16 + i] = 1 + z_exp[k320 + t16 + i];
        }
      }

      // mul2 = sigmoid(x * Wr' + before(h_states) * Ur' + br) .* before(h_states)   [line 18]
      for (let i = 0; i < 16; i += 4) {
        const i16 = i * 16;
        const i16_2 = i16 + 16;
        const i16_3 = i16 + 32;
        const i16_4 = i16 + 48;
        const i2 = i * 2;
        const Wr_1 = Wr[i2];
        const Wr_2 = Wr[i2 + 1];
        const br_1 = br[i];
        const i2_2 = i2 + 2;
        const Wr_3 = Wr[i2_2];
        const Wr_4 = Wr[i2_2 + 1];
        const br_2 = br[i + 1];
        const i2_3 = i2 + 4;
        const Wr_5 = Wr[i2_3];
        const Wr_6 = Wr[i2_3 + 1];
        const br_3 = br[i + 2];
        const i2_4 = i2 + 6;
        const Wr_7 = Wr[i2_4];
        const Wr_8 = Wr[i2_4 + 1];
        const br_4 = br[i + 3];
        for (let k = 0; k < size; k += 2) {
          let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
          const k336_2 = k * 336;
          const k336_3 = k336_2 + 336;
          for (let j = 0; j < 16; j++) {
            const Ur_1 = Ur[i16 + j];
            const h_states_1 = h_states[k336_2 + t16 + j];
            const h_states_2 = h_states[k336_3 + t16 + j];
            const Ur_2 = Ur[i16_2 + j];
            const Ur_3 = Ur[i16_3 + j];
            const Ur_4 = Ur[i16_4 + j];
            s11 += Ur_1 * h_states_1;
            s12 += Ur_1 * h_states_2;
            s21 += Ur_2 * h_states_1;
            s22 += Ur_2 * h_states_2;
            s31 += Ur_3 * h_states_1;
            s32 += Ur_3 * h_states_2;
            s41 += Ur_4 * h_states_1;
            s42 += Ur_4 * h_states_2;
          }
          const k40 = k * 40;
          const x_1 = x_block[k40 + t2];
          const x_2 = x_block[k40 + t2 + 1];
          const k320_2 = k * 320;
          mul2[k320_2 + t16 + i] = 1 / (1 + Math.exp(-(Wr_1 * x_1 + Wr_2 * x_2 + s11 + br_1))) * h_states[k336_2 + t16 + i];
          const k40_2 = k40 + 40;
          const x_3 = x_block[k40_2 + t2];
          const x_4 = x_block[k40_2 + t2 + 1];
          const k320_3 = k320_2 + 320;
          mul2[k320_3 + t16 + i] = 1 / (1 + Math.exp(-(Wr_1 * x_3 + Wr_2 * x_4 + s12 + br_1))) * h_states[k336_3 + t16 + i];
          mul2[k320_2 + t16 + i + 1] = 1 / (1 + Math.exp(-(Wr_3 * x_1 + Wr_4 * x_2 + s21 + br_2))) * h_states[k336_2 + t16 + i + 1];
          mul2[k320_3 + t16 + i + 1] = 1 / (1 + Math.exp(-(Wr_3 * x_3 + Wr_4 * x_4 + s22 + br_2))) * h_states[k336_3 + t16 + i + 1];
          mul2[k320_2 + t16 + i + 2] = 1 / (1 + Math.exp(-(Wr_5 * x_1 + Wr_6 * x_2 + s31 + br_3))) * h_states[k336_2 + t16 + i + 2];
          mul2[k320_3 + t16 + i + 2] = 1 / (1 + Math.exp(-(Wr_5 * x_3 + Wr_6 * x_4 + s32 + br_3))) * h_states[k336_3 + t16 + i + 2];
          mul2[k320_2 + t16 + i + 3] = 1 / (1 + Math.exp(-(Wr_7 * x_1 + Wr_8 * x_2 + s41 + br_4))) * h_states[k336_2 + t16 + i + 3];
          mul2[k320_3 + t16 + i + 3] = 1 / (1 + Math.exp(-(Wr_7 * x_3 + Wr_8 * x_4 + s42 + br_4))) * h_states[k336_3 + t16 + i + 3];
        }
      }

      // h_states = before(h_states) ./ z_den + z_exp ./ z_den .* tanh(x * Wn' + mul2 * Un' + bn)   [lines 17, 18, 19]
      for (let i = 0; i < 16; i += 4) {
        const i16 = i * 16;
        const i16_2 = i16 + 16;
        const i16_3 = i16 + 32;
        const i16_4 = i16 + 48;
        const i2 = i * 2;
        const Wn_1 = Wn[i2];
        const Wn_2 = Wn[i2 + 1];
        const bn_1 = bn[i];
        const i2_2 = i2 + 2;
        const Wn_3 = Wn[i2_2];
        const Wn_4 = Wn[i2_2 + 1];
        const bn_2 = bn[i + 1];
        const i2_3 = i2 + 4;
        const Wn_5 = Wn[i2_3];
        const Wn_6 = Wn[i2_3 + 1];
        const bn_3 = bn[i + 2];
        const i2_4 = i2 + 6;
        const Wn_7 = Wn[i2_4];
        const Wn_8 = Wn[i2_4 + 1];
        const bn_4 = bn[i + 3];
        for (let k = 0; k < size; k += 2) {
          let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
          const k320_2 = k * 320;
          const k320_3 = k320_2 + 320;
          for (let j = 0; j < 16; j++) {
            const Un_1 = Un[i16 + j];
            const mul_1 = mul2[k320_2 + t16 + j];
            const mul_2 = mul2[k320_3 + t16 + j];
            const Un_2 = Un[i16_2 + j];
            const Un_3 = Un[i16_3 + j];
            const Un_4 = Un[i16_4 + j];
            s11 += Un_1 * mul_1;
            s12 += Un_1 * mul_2;
            s21 += Un_2 * mul_1;
            s22 += Un_2 * mul_2;
            s31 += Un_3 * mul_1;
            s32 += Un_3 * mul_2;
            s41 += Un_4 * mul_1;
            s42 += Un_4 * mul_2;
          }
          const k336_2 = k * 336;
          const z_den_1 = z_den[k320_2 + t16 + i];
          const k40 = k * 40;
          const x_1 = x_block[k40 + t2];
          const x_2 = x_block[k40 + t2 + 1];
          h_states[k336_2 + t16 + i + 16] = h_states[k336_2 + t16 + i] / z_den_1 + z_exp[k320_2 + t16 + i] / z_den_1 * Math.tanh(Wn_1 * x_1 + Wn_2 * x_2 + s11 + bn_1);
          const k336_3 = k336_2 + 336;
          const z_den_2 = z_den[k320_3 + t16 + i];
          const k40_2 = k40 + 40;
          const x_3 = x_block[k40_2 + t2];
          const x_4 = x_block[k40_2 + t2 + 1];
          h_states[k336_3 + t16 + i + 16] = h_states[k336_3 + t16 + i] / z_den_2 + z_exp[k320_3 + t16 + i] / z_den_2 * Math.tanh(Wn_1 * x_3 + Wn_2 * x_4 + s12 + bn_1);
          const z_den_3 = z_den[k320_2 + t16 + i + 1];
          h_states[k336_2 + t16 + i + 17] = h_states[k336_2 + t16 + i + 1] / z_den_3 + z_exp[k320_2 + t16 + i + 1] / z_den_3 * Math.tanh(Wn_3 * x_1 + Wn_4 * x_2 + s21 + bn_2);
          const z_den_4 = z_den[k320_3 + t16 + i + 1];
          h_states[k336_3 + t16 + i + 17] = h_states[k336_3 + t16 + i + 1] / z_den_4 + z_exp[k320_3 + t16 + i + 1] / z_den_4 * Math.tanh(Wn_3 * x_3 + Wn_4 * x_4 + s22 + bn_2);
          const z_den_5 = z_den[k320_2 + t16 + i + 2];
          h_states[k336_2 + t16 + i + 18] = h_states[k336_2 + t16 + i + 2] / z_den_5 + z_exp[k320_2 + t16 + i + 2] / z_den_5 * Math.tanh(Wn_5 * x_1 + Wn_6 * x_2 + s31 + bn_3);
          const z_den_6 = z_den[k320_3 + t16 + i + 2];
          h_states[k336_3 + t16 + i + 18] = h_states[k336_3 + t16 + i + 2] / z_den_6 + z_exp[k320_3 + t16 + i + 2] / z_den_6 * Math.tanh(Wn_5 * x_3 + Wn_6 * x_4 + s32 + bn_3);
          const z_den_7 = z_den[k320_2 + t16 + i + 3];
          h_states[k336_2 + t16 + i + 19] = h_states[k336_2 + t16 + i + 3] / z_den_7 + z_exp[k320_2 + t16 + i + 3] / z_den_7 * Math.tanh(Wn_7 * x_1 + Wn_8 * x_2 + s41 + bn_4);
          const z_den_8 = z_den[k320_3 + t16 + i + 3];
          h_states[k336_3 + t16 + i + 19] = h_states[k336_3 + t16 + i + 3] / z_den_8 + z_exp[k320_3 + t16 + i + 3] / z_den_8 * Math.tanh(Wn_7 * x_3 + Wn_8 * x_4 + s42 + bn_4);
        }
      }
    }

    for (let k = 0; k < size; k++) {
      const row = rows[k];
      const k336 = k * 336;

      // y = dot(v, h_states[20, :]) + c0   [line 22, output]
      let s = 0;
      for (let i = 0; i < 16; i++) {
        s += v[i] * h_states[k336 + i + 320];
      }
      const y = s + c0[0];

      // dy = y - d   [chain rule through square: ∂J/∂dy = 2 * dy]
      const dy = y - d[row];

      // J = dy ^ 2   [line 23, loss]
      const J = dy * dy;

      // J_sum = Σn J
      J_sum += J;
    }
  }

  // J2 = J_sum / m   [line 23, loss]
  const J2 = J_sum / m;
  report[0] = J2;
  return J2;
}

/** The loss over the examples `order[from … to)` and its gradients, into `into`; returns the loss. */
export function gradient(params: Parameters, data: Examples, into: Gradients, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { x } = data.columns;
  const m = to - from;
  gradientPart(m);
  J_sum.fill(0);
  dv.fill(0);
  dc0_sum.fill(0);
  into.Wz.fill(0);
  into.Uz.fill(0);
  into.bz.fill(0);
  into.Wr.fill(0);
  into.Ur.fill(0);
  into.br.fill(0);
  into.Wn.fill(0);
  into.Un.fill(0);
  into.bn.fill(0);
  for (let first = from; first < to; first += 64) {
    const size = Math.min(64, to - first);
    for (let k = 0; k < size; k++) {
      const row = order === undefined ? first + k : order[first + k];
      rows[k] = row;
      for (let i = 0; i < 40; i++) x_block[k * 40 + i] = x[row * 40 + i];
    }
    gradientPart2(params, data, into, size);
    gradientPart3(into, size);
  }
  gradientPart4(into, m);
  return total[0];
}

/** A part of `gradient`: share. */
function gradientPart(m: number): void {
  // share = 2 * (1/m)
  share[0] = 2 * (1 / m);
}

/** A part of `gradient`: h_states, z_exp, z_den, z, r_exp, r_den, r and 21 more. */
function gradientPart2(params: Parameters, data: Examples, into: Gradients, size: number): void {
  const { Wz, Uz, bz, Wr, Ur, br, Wn, Un, bn, v, c0 } = params;
  const { d } = data.columns;

  for (let k = 0; k < size; k++) {
    const k336 = k * 336;

    // h_states before the first time step: 0
    for (let i = 0; i < 16; i++) {
      h_states[k336 + i] = 0;
    }
  }

  for (let t = 0; t < 20; t++) {
    const t2 = t * 2;
    const t16 = t * 16;

    // z_exp = exp(min(x * Wz' + before(h_states) * Uz' + bz, 709))
    for (let i = 0; i < 16; i += 4) {
      const i16 = i * 16;
      const i16_2 = i16 + 16;
      const i16_3 = i16 + 32;
      const i16_4 = i16 + 48;
      const i2 = i * 2;
      const Wz_1 = Wz[i2];
      const Wz_2 = Wz[i2 + 1];
      const bz_1 = bz[i];
      const i2_2 = i2 + 2;
      const Wz_3 = Wz[i2_2];
      const Wz_4 = Wz[i2_2 + 1];
      const bz_2 = bz[i + 1];
      const i2_3 = i2 + 4;
      const Wz_5 = Wz[i2_3];
      const Wz_6 = Wz[i2_3 + 1];
      const bz_3 = bz[i + 2];
      const i2_4 = i2 + 6;
      const Wz_7 = Wz[i2_4];
      const Wz_8 = Wz[i2_4 + 1];
      const bz_4 = bz[i + 3];
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k336_2 = k * 336;
        const k336_3 = k336_2 + 336;
        for (let j = 0; j < 16; j++) {
          const Uz_1 = Uz[i16 + j];
          const h_states_1 = h_states[k336_2 + t16 + j];
          const h_states_2 = h_states[k336_3 + t16 + j];
          const Uz_2 = Uz[i16_2 + j];
          const Uz_3 = Uz[i16_3 + j];
          const Uz_4 = Uz[i16_4 + j];
          s11 += Uz_1 * h_states_1;
          s12 += Uz_1 * h_states_2;
          s21 += Uz_2 * h_states_1;
          s22 += Uz_2 * h_states_2;
          s31 += Uz_3 * h_states_1;
          s32 += Uz_3 * h_states_2;
          s41 += Uz_4 * h_states_1;
          s42 += Uz_4 * h_states_2;
        }
        const k40 = k * 40;
        const x_1 = x_block[k40 + t2];
        const x_2 = x_block[k40 + t2 + 1];
        const k320 = k * 320;
        z_exp[k320 + t16 + i] = Math.exp(Math.min(Wz_1 * x_1 + Wz_2 * x_2 + s11 + bz_1, 709));
        const k40_2 = k40 + 40;
        const x_3 = x_block[k40_2 + t2];
        const x_4 = x_block[k40_2 + t2 + 1];
        const k320_2 = k320 + 320;
        z_exp[k320_2 + t16 + i] = Math.exp(Math.min(Wz_1 * x_3 + Wz_2 * x_4 + s12 + bz_1, 709));
        z_exp[k320 + t16 + i + 1] = Math.exp(Math.min(Wz_3 * x_1 + Wz_4 * x_2 + s21 + bz_2, 709));
        z_exp[k320_2 + t16 + i + 1] = Math.exp(Math.min(Wz_3 * x_3 + Wz_4 * x_4 + s22 + bz_2, 709));
        z_exp[k320 + t16 + i + 2] = Math.exp(Math.min(Wz_5 * x_1 + Wz_6 * x_2 + s31 + bz_3, 709));
        z_exp[k320_2 + t16 + i + 2] = Math.exp(Math.min(Wz_5 * x_3 + Wz_6 * x_4 + s32 + bz_3, 709));
        z_exp[k320 + t16 + i + 3] = Math.exp(Math.min(Wz_7 * x_1 + Wz_8 * x_2 + s41 + bz_4, 709));
        z_exp[k320_2 + t16 + i + 3] = Math.exp(Math.min(Wz_7 * x_3 + Wz_8 * x_4 + s42 + bz_4, 709));
      }
    }

    for (let k = 0; k < size; k++) {
      const k320 = k * 320;

      // z_den = 1 + z_exp
      // z = z_exp ./ z_den   [lines 17, 18, 19]
      for (let i = 0; i < 16; i++) {
        z_den[k320 + t16 + i] = 1 + z_exp[k320 + t16 + i];
        z[k320 + t16 + i] = z_exp[k320 + t16 + i] / z_den[k320 + t16 + i];
      }
    }

    // r_exp = exp(min(x * Wr' + before(h_states) * Ur' + br, 709))
    for (let i = 0; i < 16; i += 4) {
      const i16 = i * 16;
      const i16_2 = i16 + 16;
      const i16_3 = i16 + 32;
      const i16_4 = i16 + 48;
      const i2 = i * 2;
      const Wr_1 = Wr[i2];
      const Wr_2 = Wr[i2 + 1];
      const br_1 = br[i];
      const i2_2 = i2 + 2;
      const Wr_3 = Wr[i2_2];
      const Wr_4 = Wr[i2_2 + 1];
      const br_2 = br[i + 1];
      const i2_3 = i2 + 4;
      const Wr_5 = Wr[i2_3];
      const Wr_6 = Wr[i2_3 + 1];
      const br_3 = br[i + 2];
      const i2_4 = i2 + 6;
      const Wr_7 = Wr[i2_4];
      const Wr_8 = Wr[i2_4 + 1];
      const br_4 = br[i + 3];
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k336_2 = k * 336;
        const k336_3 = k336_2 + 336;
        for (let j = 0; j < 16; j++) {
          const Ur_1 = Ur[i16 + j];
          const h_states_1 = h_states[k336_2 + t16 + j];
          const h_states_2 = h_states[k336_3 + t16 + j];
          const Ur_2 = Ur[i16_2 + j];
          const Ur_3 = Ur[i16_3 + j];
          const Ur_4 = Ur[i16_4 + j];
          s11 += Ur_1 * h_states_1;
          s12 += Ur_1 * h_states_2;
          s21 += Ur_2 * h_states_1;
          s22 += Ur_2 * h_states_2;
          s31 += Ur_3 * h_states_1;
          s32 += Ur_3 * h_states_2;
          s41 += Ur_4 * h_states_1;
          s42 += Ur_4 * h_states_2;
        }
        const k40 = k * 40;
        const x_1 = x_block[k40 + t2];
        const x_2 = x_block[k40 + t2 + 1];
        const k320_2 = k * 320;
        r_exp[k320_2 + t16 + i] = Math.exp(Math.min(Wr_1 * x_1 + Wr_2 * x_2 + s11 + br_1, 709));
        const k40_2 = k40 + 40;
        const x_3 = x_block[k40_2 + t2];
        const x_4 = x_block[k40_2 + t2 + 1];
        const k320_3 = k320_2 + 320;
        r_exp[k320_3 + t16 + i] = Math.exp(Math.min(Wr_1 * x_3 + Wr_2 * x_4 + s12 + br_1, 709));
        r_exp[k320_2 + t16 + i + 1] = Math.exp(Math.min(Wr_3 * x_1 + Wr_4 * x_2 + s21 + br_2, 709));
        r_exp[k320_3 + t16 + i + 1] = Math.exp(Math.min(Wr_3 * x_3 + Wr_4 * x_4 + s22 + br_2, 709));
        r_exp[k320_2 + t16 + i + 2] = Math.exp(Math.min(Wr_5 * x_1 + Wr_6 * x_2 + s31 + br_3, 709));
        r_exp[k320_3 + t16 + i + 2] = Math.exp(Math.min(Wr_5 * x_3 + Wr_6 * x_4 + s32 + br_3, 709));
        r_exp[k320_2 + t16 + i + 3] = Math.exp(Math.min(Wr_7 * x_1 + Wr_8 * x_2 + s41 + br_4, 709));
        r_exp[k320_3 + t16 + i + 3] = Math.exp(Math.min(Wr_7 * x_3 + Wr_8 * x_4 + s42 + br_4, 709));
      }
    }

    for (let k = 0; k < size; k++) {
      const k320 = k * 320;
      const k336 = k * 336;

      // r_den = 1 + r_exp
      // r = r_exp ./ r_den   [lines 18, 19]
      // mul2 = r .* before(h_states)   [line 18]
      for (let i = 0; i < 16; i++) {
        r_den[k320 + t16 + i] = 1 + r_exp[k320 + t16 + i];
        r[k320 + t16 + i] = r_exp[k320 + t16 + i] / r_den[k320 + t16 + i];
        mul2[k320 + t16 + i] = r[k320 + t16 + i] * h_states[k336 + t16 + i];
      }
    }

    // add2 = x * Wn' + mul2 * Un' + bn   [line 18]
    for (let i = 0; i < 16; i += 4) {
      const i16 = i * 16;
      const i16_2 = i16 + 16;
      const i16_3 = i16 + 32;
      const i16_4 = i16 + 48;
      const i2 = i * 2;
      const Wn_1 = Wn[i2];
      const Wn_2 = Wn[i2 + 1];
      const bn_1 = bn[i];
      const i2_2 = i2 + 2;
      const Wn_3 = Wn[i2_2];
      const Wn_4 = Wn[i2_2 + 1];
      const bn_2 = bn[i + 1];
      const i2_3 = i2 + 4;
      const Wn_5 = Wn[i2_3];
      const Wn_6 = Wn[i2_3 + 1];
      const bn_3 = bn[i + 2];
      const i2_4 = i2 + 6;
      const Wn_7 = Wn[i2_4];
      const Wn_8 = Wn[i2_4 + 1];
      const bn_4 = bn[i + 3];
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k320_2 = k * 320;
        const k320_3 = k320_2 + 320;
        for (let j = 0; j < 16; j++) {
          const Un_1 = Un[i16 + j];
          const mul_1 = mul2[k320_2 + t16 + j];
          const mul_2 = mul2[k320_3 + t16 + j];
          const Un_2 = Un[i16_2 + j];
          const Un_3 = Un[i16_3 + j];
          const Un_4 = Un[i16_4 + j];
          s11 += Un_1 * mul_1;
          s12 += Un_1 * mul_2;
          s21 += Un_2 * mul_1;
          s22 += Un_2 * mul_2;
          s31 += Un_3 * mul_1;
          s32 += Un_3 * mul_2;
          s41 += Un_4 * mul_1;
          s42 += Un_4 * mul_2;
        }
        const k40 = k * 40;
        const x_1 = x_block[k40 + t2];
        const x_2 = x_block[k40 + t2 + 1];
        add2[k320_2 + t16 + i] = Wn_1 * x_1 + Wn_2 * x_2 + s11 + bn_1;
        const k40_2 = k40 + 40;
        const x_3 = x_block[k40_2 + t2];
        const x_4 = x_block[k40_2 + t2 + 1];
        add2[k320_3 + t16 + i] = Wn_1 * x_3 + Wn_2 * x_4 + s12 + bn_1;
        add2[k320_2 + t16 + i + 1] = Wn_3 * x_1 + Wn_4 * x_2 + s21 + bn_2;
        add2[k320_3 + t16 + i + 1] = Wn_3 * x_3 + Wn_4 * x_4 + s22 + bn_2;
        add2[k320_2 + t16 + i + 2] = Wn_5 * x_1 + Wn_6 * x_2 + s31 + bn_3;
        add2[k320_3 + t16 + i + 2] = Wn_5 * x_3 + Wn_6 * x_4 + s32 + bn_3;
        add2[k320_2 + t16 + i + 3] = Wn_7 * x_1 + Wn_8 * x_2 + s41 + bn_4;
        add2[k320_3 + t16 + i + 3] = Wn_7 * x_3 + Wn_8 * x_4 + s42 + bn_4;
      }
    }

    for (let k = 0; k < size; k++) {
      const k320 = k * 320;
      const k336 = k * 336;

      // n_expm1 = expm1(min(2 * abs(add2), 709))
      // n_den = 2 + n_expm1
      // n = sign(add2) .* (n_expm1 ./ n_den)   [lines 17, 18]
      // h_states = before(h_states) ./ z_den + z .* n   [lines 17, 18, 19]
      for (let i = 0; i < 16; i++) {
        const n_expm1 = Math.expm1(Math.min(2 * Math.abs(add2[k320 + t16 + i]), 709));
        n_den[k320 + t16 + i] = 2 + n_expm1;
        n[k320 + t16 + i] = Math.sign(add2[k320 + t16 + i]) * (n_expm1 / n_den[k320 + t16 + i]);
        h_states[k336 + t16 + i + 16] = h_states[k336 + t16 + i] / z_den[k320 + t16 + i] + z[k320 + t16 + i] * n[k320 + t16 + i];
      }
    }
  }

  for (let k = 0; k < size; k++) {
    const row = rows[k];
    const k320 = k * 320;
    const k336 = k * 336;

    // y = dot(v, h_states[20, :]) + c0   [line 22, output]
    let s = 0;
    for (let i = 0; i < 16; i++) {
      s += v[i] * h_states[k336 + i + 320];
    }
    const y = s + c0[0];

    // dy = y - d   [chain rule through square: ∂J/∂dy = 2 * dy]
    const dy2 = y - d[row];
    dy[k] = dy2;

    // J = dy ^ 2   [line 23, loss]
    const J = dy2 * dy2;

    // J_sum = Σn J
    J_sum[0] += J;

    // dv = Σn dy * h_states[20, :]   [dot(v, h_states[20, :]) with respect to v: the matrix transposed, times the cotangent; line 22]
    const t3 = dy[k];
    for (let i = 0; i < 16; i++) {
      dv[i] += t3 * h_states[k336 + i + 320];
    }

    // dc0_sum = Σn dy
    dc0_sum[0] += dy[k];

    // div2 = 2 ./ n_den
    for (let i = 0; i < 320; i++) {
      div2[k320 + i] = 2 / n_den[k320 + i];
    }

    // dh_states_before after the last time step: 0
    for (let i = 0; i < 16; i++) {
      dh_states_before[k336 + i + 320] = 0;
    }
  }

  for (let t3 = 19; t3 >= 0; t3--) {
    const t316 = t3 * 16;

    for (let k = 0; k < size; k++) {
      const k320 = k * 320;
      const k336 = k * 336;

      // delta = share * {[20, i] ↦ dy * v[i]} + after(dh_states_before)   [sum over every use of the value: through time: the cotangent of the next step; line 17]
      // delta2 = (delta .* n - delta .* before(h_states)) .* (z ./ z_den)   [chain rule through sigmoid: ∂y/∂x = y * (1 - y); line 19]
      // delta3 = delta .* z .* (div2 .* (2 - div2))   [chain rule through tanh: ∂y/∂x = 1 - square(y); line 18]
      const t4 = share[0];
      const t5 = dy[k];
      for (let i = 0; i < 16; i++) {
        delta[k320 + t316 + i] = t4 * (t3 - 19 === 0 ? t5 * v[i] : 0) + dh_states_before[k336 + t316 + i + 16];
        delta2[k320 + t316 + i] = (delta[k320 + t316 + i] * n[k320 + t316 + i] - delta[k320 + t316 + i] * h_states[k336 + t316 + i]) * (z[k320 + t316 + i] / z_den[k320 + t316 + i]);
        delta3[k320 + t316 + i] = delta[k320 + t316 + i] * z[k320 + t316 + i] * (div2[k320 + t316 + i] * (2 - div2[k320 + t316 + i]));
      }
    }

    // delta4 = delta3 * Un   [line 18]
    for (let i = 0; i < 16; i += 4) {
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k320_2 = k * 320;
        const k320_3 = k320_2 + 320;
        for (let j = 0; j < 16; j++) {
          const delta3_1 = delta3[k320_2 + t316 + j];
          const j16 = j * 16;
          const Un_1 = Un[j16 + i];
          const delta3_2 = delta3[k320_3 + t316 + j];
          const Un_2 = Un[j16 + i + 1];
          const Un_3 = Un[j16 + i + 2];
          const Un_4 = Un[j16 + i + 3];
          s11 += delta3_1 * Un_1;
          s12 += delta3_2 * Un_1;
          s21 += delta3_1 * Un_2;
          s22 += delta3_2 * Un_2;
          s31 += delta3_1 * Un_3;
          s32 += delta3_2 * Un_3;
          s41 += delta3_1 * Un_4;
          s42 += delta3_2 * Un_4;
        }
        delta4[k320_2 + t316 + i] = s11;
        delta4[k320_3 + t316 + i] = s12;
        delta4[k320_2 + t316 + i + 1] = s21;
        delta4[k320_3 + t316 + i + 1] = s22;
        delta4[k320_2 + t316 + i + 2] = s31;
        delta4[k320_3 + t316 + i + 2] = s32;
        delta4[k320_2 + t316 + i + 3] = s41;
        delta4[k320_3 + t316 + i + 3] = s42;
      }
    }

    for (let k = 0; k < size; k++) {
      const k320 = k * 320;
      const k336 = k * 336;

      // delta5 = delta4 .* before(h_states) .* (r ./ r_den)   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 19]
      for (let i = 0; i < 16; i++) {
        delta5[k320 + t316 + i] = delta4[k320 + t316 + i] * h_states[k336 + t316 + i] * (r[k320 + t316 + i] / r_den[k320 + t316 + i]);
      }
    }

    // dh_states_before = delta4 .* r + delta5 * Ur + delta ./ z_den + delta2 * Uz   [sum over every use of the value: before(h_states) * Uz' with respect to before(h_states): the other matrix transposed, times the cotangent]
    for (let i = 0; i < 16; i += 4) {
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k320_2 = k * 320;
        const k320_3 = k320_2 + 320;
        for (let j = 0; j < 16; j++) {
          const delta5_1 = delta5[k320_2 + t316 + j];
          const j16 = j * 16;
          const Ur_1 = Ur[j16 + i];
          const delta5_2 = delta5[k320_3 + t316 + j];
          const Ur_2 = Ur[j16 + i + 1];
          const Ur_3 = Ur[j16 + i + 2];
          const Ur_4 = Ur[j16 + i + 3];
          s11 += delta5_1 * Ur_1;
          s12 += delta5_2 * Ur_1;
          s21 += delta5_1 * Ur_2;
          s22 += delta5_2 * Ur_2;
          s31 += delta5_1 * Ur_3;
          s32 += delta5_2 * Ur_3;
          s41 += delta5_1 * Ur_4;
          s42 += delta5_2 * Ur_4;
        }
        let s11_2 = 0, s12_2 = 0, s21_2 = 0, s22_2 = 0, s31_2 = 0, s32_2 = 0, s41_2 = 0, s42_2 = 0;
        for (let j = 0; j < 16; j++) {
          const delta2_1 = delta2[k320_2 + t316 + j];
          const j16_2 = j * 16;
          const Uz_1 = Uz[j16_2 + i];
          const delta2_2 = delta2[k320_3 + t316 + j];
          const Uz_2 = Uz[j16_2 + i + 1];
          const Uz_3 = Uz[j16_2 + i + 2];
          const Uz_4 = Uz[j16_2 + i + 3];
          s11_2 += delta2_1 * Uz_1;
          s12_2 += delta2_2 * Uz_1;
          s21_2 += delta2_1 * Uz_2;
          s22_2 += delta2_2 * Uz_2;
          s31_2 += delta2_1 * Uz_3;
          s32_2 += delta2_2 * Uz_3;
          s41_2 += delta2_1 * Uz_4;
          s42_2 += delta2_2 * Uz_4;
        }
        const k336_2 = k * 336;
        dh_states_before[k336_2 + t316 + i] = delta4[k320_2 + t316 + i] * r[k320_2 + t316 + i] + s11 + delta[k320_2 + t316 + i] / z_den[k320_2 + t316 + i] + s11_2;
        const k336_3 = k336_2 + 336;
        dh_states_before[k336_3 + t316 + i] = delta4[k320_3 + t316 + i] * r[k320_3 + t316 + i] + s12 + delta[k320_3 + t316 + i] / z_den[k320_3 + t316 + i] + s12_2;
        dh_states_before[k336_2 + t316 + i + 1] = delta4[k320_2 + t316 + i + 1] * r[k320_2 + t316 + i + 1] + s21 + delta[k320_2 + t316 + i + 1] / z_den[k320_2 + t316 + i + 1] + s21_2;
        dh_states_before[k336_3 + t316 + i + 1] = delta4[k320_3 + t316 + i + 1] * r[k320_3 + t316 + i + 1] + s22 + delta[k320_3 + t316 + i + 1] / z_den[k320_3 + t316 + i + 1] + s22_2;
        dh_states_before[k336_2 + t316 + i + 2] = delta4[k320_2 + t316 + i + 2] * r[k320_2 + t316 + i + 2] + s31 + delta[k320_2 + t316 + i + 2] / z_den[k320_2 + t316 + i + 2] + s31_2;
        dh_states_before[k336_3 + t316 + i + 2] = delta4[k320_3 + t316 + i + 2] * r[k320_3 + t316 + i + 2] + s32 + delta[k320_3 + t316 + i + 2] / z_den[k320_3 + t316 + i + 2] + s32_2;
        dh_states_before[k336_2 + t316 + i + 3] = delta4[k320_2 + t316 + i + 3] * r[k320_2 + t316 + i + 3] + s41 + delta[k320_2 + t316 + i + 3] / z_den[k320_2 + t316 + i + 3] + s41_2;
        dh_states_before[k336_3 + t316 + i + 3] = delta4[k320_3 + t316 + i + 3] * r[k320_3 + t316 + i + 3] + s42 + delta[k320_3 + t316 + i + 3] / z_den[k320_3 + t316 + i + 3] + s42_2;
      }
    }
  }

  // dWz = Σn delta2' * x   [EQ4: ∂C/∂w = δ aᵀ; line 19]
  for (let i = 0; i < 16; i += 4) {
    const i2 = i * 2;
    const i2_2 = i2 + 2;
    const i2_3 = i2 + 4;
    const i2_4 = i2 + 6;
    for (let j = 0; j < 2; j += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k320_2 = k * 320;
        const k40 = k * 40;
        for (let p = 0; p < 20; p++) {
          const p16 = p * 16;
          const delta2_1 = delta2[k320_2 + p16 + i];
          const p2 = p * 2;
          const x_1 = x_block[k40 + p2 + j];
          const x_2 = x_block[k40 + p2 + j + 1];
          const delta2_2 = delta2[k320_2 + p16 + i + 1];
          const delta2_3 = delta2[k320_2 + p16 + i + 2];
          const delta2_4 = delta2[k320_2 + p16 + i + 3];
          s11 += delta2_1 * x_1;
          s12 += delta2_1 * x_2;
          s21 += delta2_2 * x_1;
          s22 += delta2_2 * x_2;
          s31 += delta2_3 * x_1;
          s32 += delta2_3 * x_2;
          s41 += delta2_4 * x_1;
          s42 += delta2_4 * x_2;
        }
      }
      into.Wz[i2 + j] += s11;
      into.Wz[i2 + j + 1] += s12;
      into.Wz[i2_2 + j] += s21;
      into.Wz[i2_2 + j + 1] += s22;
      into.Wz[i2_3 + j] += s31;
      into.Wz[i2_3 + j + 1] += s32;
      into.Wz[i2_4 + j] += s41;
      into.Wz[i2_4 + j + 1] += s42;
    }
  }

  // dUz = Σn delta2' * before(h_states)   [EQ4: ∂C/∂w = δ aᵀ; line 19]
  for (let j = 0; j < 16; j += 4) {
    for (let i = 0; i < 16; i += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k320_2 = k * 320;
        const k336_2 = k * 336;
        for (let p = 0; p < 20; p++) {
          const p16 = p * 16;
          const delta2_1 = delta2[k320_2 + p16 + i];
          const h_states_1 = h_states[k336_2 + p16 + j];
          const delta2_2 = delta2[k320_2 + p16 + i + 1];
          const h_states_2 = h_states[k336_2 + p16 + j + 1];
          const h_states_3 = h_states[k336_2 + p16 + j + 2];
          const h_states_4 = h_states[k336_2 + p16 + j + 3];
          s11 += delta2_1 * h_states_1;
          s12 += delta2_2 * h_states_1;
          s21 += delta2_1 * h_states_2;
          s22 += delta2_2 * h_states_2;
          s31 += delta2_1 * h_states_3;
          s32 += delta2_2 * h_states_3;
          s41 += delta2_1 * h_states_4;
          s42 += delta2_2 * h_states_4;
        }
      }
      const i16 = i * 16;
      into.Uz[i16 + j] += s11;
      const i16_2 = i16 + 16;
      into.Uz[i16_2 + j] += s12;
      into.Uz[i16 + j + 1] += s21;
      into.Uz[i16_2 + j + 1] += s22;
      into.Uz[i16 + j + 2] += s31;
      into.Uz[i16_2 + j + 2] += s32;
      into.Uz[i16 + j + 3] += s41;
      into.Uz[i16_2 + j + 3] += s42;
    }
  }

  // dbz = Σn sum(delta2, 1)   [EQ3: ∂C/∂b = δ]
  for (let i = 0; i < 16; i += 4) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
    for (let k = 0; k < size; k++) {
      const k320_2 = k * 320;
      for (let j = 0; j < 20; j++) {
        const j16 = j * 16;
        s1 += delta2[k320_2 + j16 + i];
        s2 += delta2[k320_2 + j16 + i + 1];
        s3 += delta2[k320_2 + j16 + i + 2];
        s4 += delta2[k320_2 + j16 + i + 3];
      }
    }
    into.bz[i] += s1;
    into.bz[i + 1] += s2;
    into.bz[i + 2] += s3;
    into.bz[i + 3] += s4;
  }
}

/** A part of `gradient`: grad_Wr, grad_Ur, grad_br, grad_Wn, grad_Un, grad_bn. */
function gradientPart3(into: Gradients, size: number): void {
  // dWr = Σn delta5' * x   [EQ4: ∂C/∂w = δ aᵀ; line 19]
  for (let i = 0; i < 16; i += 4) {
    const i2 = i * 2;
    const i2_2 = i2 + 2;
    const i2_3 = i2 + 4;
    const i2_4 = i2 + 6;
    for (let j = 0; j < 2; j += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k320 = k * 320;
        const k40 = k * 40;
        for (let p = 0; p < 20; p++) {
          const p16 = p * 16;
          const delta5_1 = delta5[k320 + p16 + i];
          const p2 = p * 2;
          const x_1 = x_block[k40 + p2 + j];
          const x_2 = x_block[k40 + p2 + j + 1];
          const delta5_2 = delta5[k320 + p16 + i + 1];
          const delta5_3 = delta5[k320 + p16 + i + 2];
          const delta5_4 = delta5[k320 + p16 + i + 3];
          s11 += delta5_1 * x_1;
          s12 += delta5_1 * x_2;
          s21 += delta5_2 * x_1;
          s22 += delta5_2 * x_2;
          s31 += delta5_3 * x_1;
          s32 += delta5_3 * x_2;
          s41 += delta5_4 * x_1;
          s42 += delta5_4 * x_2;
        }
      }
      into.Wr[i2 + j] += s11;
      into.Wr[i2 + j + 1] += s12;
      into.Wr[i2_2 + j] += s21;
      into.Wr[i2_2 + j + 1] += s22;
      into.Wr[i2_3 + j] += s31;
      into.Wr[i2_3 + j + 1] += s32;
      into.Wr[i2_4 + j] += s41;
      into.Wr[i2_4 + j + 1] += s42;
    }
  }

  // dUr = Σn delta5' * before(h_states)   [EQ4: ∂C/∂w = δ aᵀ; line 19]
  for (let j = 0; j < 16; j += 4) {
    for (let i = 0; i < 16; i += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k320 = k * 320;
        const k336 = k * 336;
        for (let p = 0; p < 20; p++) {
          const p16 = p * 16;
          const delta5_1 = delta5[k320 + p16 + i];
          const h_states_1 = h_states[k336 + p16 + j];
          const delta5_2 = delta5[k320 + p16 + i + 1];
          const h_states_2 = h_states[k336 + p16 + j + 1];
          const h_states_3 = h_states[k336 + p16 + j + 2];
          const h_states_4 = h_states[k336 + p16 + j + 3];
          s11 += delta5_1 * h_states_1;
          s12 += delta5_2 * h_states_1;
          s21 += delta5_1 * h_states_2;
          s22 += delta5_2 * h_states_2;
          s31 += delta5_1 * h_states_3;
          s32 += delta5_2 * h_states_3;
          s41 += delta5_1 * h_states_4;
          s42 += delta5_2 * h_states_4;
        }
      }
      const i16 = i * 16;
      into.Ur[i16 + j] += s11;
      const i16_2 = i16 + 16;
      into.Ur[i16_2 + j] += s12;
      into.Ur[i16 + j + 1] += s21;
      into.Ur[i16_2 + j + 1] += s22;
      into.Ur[i16 + j + 2] += s31;
      into.Ur[i16_2 + j + 2] += s32;
      into.Ur[i16 + j + 3] += s41;
      into.Ur[i16_2 + j + 3] += s42;
    }
  }

  // dbr = Σn sum(delta5, 1)   [EQ3: ∂C/∂b = δ]
  for (let i = 0; i < 16; i += 4) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
    for (let k = 0; k < size; k++) {
      const k320 = k * 320;
      for (let j = 0; j < 20; j++) {
        const j16 = j * 16;
        s1 += delta5[k320 + j16 + i];
        s2 += delta5[k320 + j16 + i + 1];
        s3 += delta5[k320 + j16 + i + 2];
        s4 += delta5[k320 + j16 + i + 3];
      }
    }
    into.br[i] += s1;
    into.br[i + 1] += s2;
    into.br[i + 2] += s3;
    into.br[i + 3] += s4;
  }

  // dWn = Σn delta3' * x   [EQ4: ∂C/∂w = δ aᵀ; line 18]
  for (let i = 0; i < 16; i += 4) {
    const i2 = i * 2;
    const i2_2 = i2 + 2;
    const i2_3 = i2 + 4;
    const i2_4 = i2 + 6;
    for (let j = 0; j < 2; j += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k320 = k * 320;
        const k40 = k * 40;
        for (let p = 0; p < 20; p++) {
          const p16 = p * 16;
          const delta3_1 = delta3[k320 + p16 + i];
          const p2 = p * 2;
          const x_1 = x_block[k40 + p2 + j];
          const x_2 = x_block[k40 + p2 + j + 1];
          const delta3_2 = delta3[k320 + p16 + i + 1];
          const delta3_3 = delta3[k320 + p16 + i + 2];
          const delta3_4 = delta3[k320 + p16 + i + 3];
          s11 += delta3_1 * x_1;
          s12 += delta3_1 * x_2;
          s21 += delta3_2 * x_1;
          s22 += delta3_2 * x_2;
          s31 += delta3_3 * x_1;
          s32 += delta3_3 * x_2;
          s41 += delta3_4 * x_1;
          s42 += delta3_4 * x_2;
        }
      }
      into.Wn[i2 + j] += s11;
      into.Wn[i2 + j + 1] += s12;
      into.Wn[i2_2 + j] += s21;
      into.Wn[i2_2 + j + 1] += s22;
      into.Wn[i2_3 + j] += s31;
      into.Wn[i2_3 + j + 1] += s32;
      into.Wn[i2_4 + j] += s41;
      into.Wn[i2_4 + j + 1] += s42;
    }
  }

  // dUn = Σn delta3' * mul2   [EQ4: ∂C/∂w = δ aᵀ; line 18]
  for (let j = 0; j < 16; j += 4) {
    for (let i = 0; i < 16; i += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k320 = k * 320;
        for (let p = 0; p < 20; p++) {
          const p16 = p * 16;
          const delta3_1 = delta3[k320 + p16 + i];
          const mul_1 = mul2[k320 + p16 + j];
          const delta3_2 = delta3[k320 + p16 + i + 1];
          const mul_2 = mul2[k320 + p16 + j + 1];
          const mul_3 = mul2[k320 + p16 + j + 2];
          const mul_4 = mul2[k320 + p16 + j + 3];
          s11 += delta3_1 * mul_1;
          s12 += delta3_2 * mul_1;
          s21 += delta3_1 * mul_2;
          s22 += delta3_2 * mul_2;
          s31 += delta3_1 * mul_3;
          s32 += delta3_2 * mul_3;
          s41 += delta3_1 * mul_4;
          s42 += delta3_2 * mul_4;
        }
      }
      const i16 = i * 16;
      into.Un[i16 + j] += s11;
      const i16_2 = i16 + 16;
      into.Un[i16_2 + j] += s12;
      into.Un[i16 + j + 1] += s21;
      into.Un[i16_2 + j + 1] += s22;
      into.Un[i16 + j + 2] += s31;
      into.Un[i16_2 + j + 2] += s32;
      into.Un[i16 + j + 3] += s41;
      into.Un[i16_2 + j + 3] += s42;
    }
  }

  // dbn = Σn sum(delta3, 1)   [EQ3: ∂C/∂b = δ]
  for (let i = 0; i < 16; i += 4) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
    for (let k = 0; k < size; k++) {
      const k320 = k * 320;
      for (let j = 0; j < 20; j++) {
        const j16 = j * 16;
        s1 += delta3[k320 + j16 + i];
        s2 += delta3[k320 + j16 + i + 1];
        s3 += delta3[k320 + j16 + i + 2];
        s4 += delta3[k320 + j16 + i + 3];
      }
    }
    into.bn[i] += s1;
    into.bn[i + 1] += s2;
    into.bn[i + 2] += s3;
    into.bn[i + 3] += s4;
  }
}

/** A part of `gradient`: J2, grad_v, grad_c0, loss. */
function gradientPart4(into: Gradients, m: number): void {
  // J2 = J_sum / m   [line 23, loss]
  into.losses[0] = J_sum[0] / m;

  // dv = share * dv   [the mean over the batch]
  const t = share[0];
  for (let i = 0; i < 16; i++) {
    into.v[i] = t * dv[i];
  }

  // dc0 = 2 * (dc0_sum / m)   [the same for all examples: their cotangents add up]
  into.c0[0] = 2 * (dc0_sum[0] / m);

  // loss = J_sum / m   [line 23, loss]
  total[0] = into.losses[0];
}

/** One step of training on the examples `order[from … to)`: forward, backward, update; returns the loss before the update. */
export function step(params: Parameters, state: Floats, data: Examples, clock: Clock, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { x } = data.columns;
  const m = to - from;
  stepPart(clock, m);
  J_sum.fill(0);
  dv.fill(0);
  dc0_sum.fill(0);
  dWz.fill(0);
  dUz.fill(0);
  dbz.fill(0);
  dWr.fill(0);
  dUr.fill(0);
  dbr.fill(0);
  dWn.fill(0);
  dUn.fill(0);
  dbn.fill(0);
  for (let first = from; first < to; first += 64) {
    const size = Math.min(64, to - first);
    for (let k = 0; k < size; k++) {
      const row = order === undefined ? first + k : order[first + k];
      rows[k] = row;
      for (let i = 0; i < 40; i++) x_block[k * 40 + i] = x[row * 40 + i];
    }
    stepPart2(params, data, size);
    stepPart3(size);
  }
  stepPart4(params, state, clock, m);
  return total[0];
}

/** A part of `step`: share, scale, scale2, stepSize, scale3. */
function stepPart(clock: Clock, m: number): void {
  const { t, rate } = clock;

  // share = 2 * (1/m)
  share[0] = 2 * (1 / m);

  // scale = 1 - 0.9 ^ t
  const scale4 = 1 - Math.pow(0.9, t);
  scale[0] = scale4;

  // scale2 = 1 - 0.999 ^ t
  const scale2_2 = 1 - Math.pow(0.999, t);
  scale2[0] = scale2_2;

  // stepSize = rate / scale
  stepSize[0] = rate / scale4;

  // scale3 = 1/scale2
  scale3[0] = 1 / scale2_2;
}

/** A part of `step`: h_states, z_exp, z_den, z, r_exp, r_den, r and 21 more. */
function stepPart2(params: Parameters, data: Examples, size: number): void {
  const { Wz, Uz, bz, Wr, Ur, br, Wn, Un, bn, v, c0 } = params;
  const { d } = data.columns;

  for (let k = 0; k < size; k++) {
    const k336 = k * 336;

    // h_states before the first time step: 0
    for (let i = 0; i < 16; i++) {
      h_states[k336 + i] = 0;
    }
  }

  for (let t = 0; t < 20; t++) {
    const t2 = t * 2;
    const t16 = t * 16;

    // z_exp = exp(min(x * Wz' + before(h_states) * Uz' + bz, 709))
    for (let i = 0; i < 16; i += 4) {
      const i16 = i * 16;
      const i16_2 = i16 + 16;
      const i16_3 = i16 + 32;
      const i16_4 = i16 + 48;
      const i2 = i * 2;
      const Wz_1 = Wz[i2];
      const Wz_2 = Wz[i2 + 1];
      const bz_1 = bz[i];
      const i2_2 = i2 + 2;
      const Wz_3 = Wz[i2_2];
      const Wz_4 = Wz[i2_2 + 1];
      const bz_2 = bz[i + 1];
      const i2_3 = i2 + 4;
      const Wz_5 = Wz[i2_3];
      const Wz_6 = Wz[i2_3 + 1];
      const bz_3 = bz[i + 2];
      const i2_4 = i2 + 6;
      const Wz_7 = Wz[i2_4];
      const Wz_8 = Wz[i2_4 + 1];
      const bz_4 = bz[i + 3];
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k336_2 = k * 336;
        const k336_3 = k336_2 + 336;
        for (let j = 0; j < 16; j++) {
          const Uz_1 = Uz[i16 + j];
          const h_states_1 = h_states[k336_2 + t16 + j];
          const h_states_2 = h_states[k336_3 + t16 + j];
          const Uz_2 = Uz[i16_2 + j];
          const Uz_3 = Uz[i16_3 + j];
          const Uz_4 = Uz[i16_4 + j];
          s11 += Uz_1 * h_states_1;
          s12 += Uz_1 * h_states_2;
          s21 += Uz_2 * h_states_1;
          s22 += Uz_2 * h_states_2;
          s31 += Uz_3 * h_states_1;
          s32 += Uz_3 * h_states_2;
          s41 += Uz_4 * h_states_1;
          s42 += Uz_4 * h_states_2;
        }
        const k40 = k * 40;
        const x_1 = x_block[k40 + t2];
        const x_2 = x_block[k40 + t2 + 1];
        const k320 = k * 320;
        z_exp[k320 + t16 + i] = Math.exp(Math.min(Wz_1 * x_1 + Wz_2 * x_2 + s11 + bz_1, 709));
        const k40_2 = k40 + 40;
        const x_3 = x_block[k40_2 + t2];
        const x_4 = x_block[k40_2 + t2 + 1];
        const k320_2 = k320 + 320;
        z_exp[k320_2 + t16 + i] = Math.exp(Math.min(Wz_1 * x_3 + Wz_2 * x_4 + s12 + bz_1, 709));
        z_exp[k320 + t16 + i + 1] = Math.exp(Math.min(Wz_3 * x_1 + Wz_4 * x_2 + s21 + bz_2, 709));
        z_exp[k320_2 + t16 + i + 1] = Math.exp(Math.min(Wz_3 * x_3 + Wz_4 * x_4 + s22 + bz_2, 709));
        z_exp[k320 + t16 + i + 2] = Math.exp(Math.min(Wz_5 * x_1 + Wz_6 * x_2 + s31 + bz_3, 709));
        z_exp[k320_2 + t16 + i + 2] = Math.exp(Math.min(Wz_5 * x_3 + Wz_6 * x_4 + s32 + bz_3, 709));
        z_exp[k320 + t16 + i + 3] = Math.exp(Math.min(Wz_7 * x_1 + Wz_8 * x_2 + s41 + bz_4, 709));
        z_exp[k320_2 + t16 + i + 3] = Math.exp(Math.min(Wz_7 * x_3 + Wz_8 * x_4 + s42 + bz_4, 709));
      }
    }

    for (let k = 0; k < size; k++) {
      const k320 = k * 320;

      // z_den = 1 + z_exp
      // z = z_exp ./ z_den   [lines 17, 18, 19]
      for (let i = 0; i < 16; i++) {
        z_den[k320 + t16 + i] = 1 + z_exp[k320 + t16 + i];
        z[k320 + t16 + i] = z_exp[k320 + t16 + i] / z_den[k320 + t16 + i];
      }
    }

    // r_exp = exp(min(x * Wr' + before(h_states) * Ur' + br, 709))
    for (let i = 0; i < 16; i += 4) {
      const i16 = i * 16;
      const i16_2 = i16 + 16;
      const i16_3 = i16 + 32;
      const i16_4 = i16 + 48;
      const i2 = i * 2;
      const Wr_1 = Wr[i2];
      const Wr_2 = Wr[i2 + 1];
      const br_1 = br[i];
      const i2_2 = i2 + 2;
      const Wr_3 = Wr[i2_2];
      const Wr_4 = Wr[i2_2 + 1];
      const br_2 = br[i + 1];
      const i2_3 = i2 + 4;
      const Wr_5 = Wr[i2_3];
      const Wr_6 = Wr[i2_3 + 1];
      const br_3 = br[i + 2];
      const i2_4 = i2 + 6;
      const Wr_7 = Wr[i2_4];
      const Wr_8 = Wr[i2_4 + 1];
      const br_4 = br[i + 3];
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k336_2 = k * 336;
        const k336_3 = k336_2 + 336;
        for (let j = 0; j < 16; j++) {
          const Ur_1 = Ur[i16 + j];
          const h_states_1 = h_states[k336_2 + t16 + j];
          const h_states_2 = h_states[k336_3 + t16 + j];
          const Ur_2 = Ur[i16_2 + j];
          const Ur_3 = Ur[i16_3 + j];
          const Ur_4 = Ur[i16_4 + j];
          s11 += Ur_1 * h_states_1;
          s12 += Ur_1 * h_states_2;
          s21 += Ur_2 * h_states_1;
          s22 += Ur_2 * h_states_2;
          s31 += Ur_3 * h_states_1;
          s32 += Ur_3 * h_states_2;
          s41 += Ur_4 * h_states_1;
          s42 += Ur_4 * h_states_2;
        }
        const k40 = k * 40;
        const x_1 = x_block[k40 + t2];
        const x_2 = x_block[k40 + t2 + 1];
        const k320_2 = k * 320;
        r_exp[k320_2 + t16 + i] = Math.exp(Math.min(Wr_1 * x_1 + Wr_2 * x_2 + s11 + br_1, 709));
        const k40_2 = k40 + 40;
        const x_3 = x_block[k40_2 + t2];
        const x_4 = x_block[k40_2 + t2 + 1];
        const k320_3 = k320_2 + 320;
        r_exp[k320_3 + t16 + i] = Math.exp(Math.min(Wr_1 * x_3 + Wr_2 * x_4 + s12 + br_1, 709));
        r_exp[k320_2 + t16 + i + 1] = Math.exp(Math.min(Wr_3 * x_1 + Wr_4 * x_2 + s21 + br_2, 709));
        r_exp[k320_3 + t16 + i + 1] = Math.exp(Math.min(Wr_3 * x_3 + Wr_4 * x_4 + s22 + br_2, 709));
        r_exp[k320_2 + t16 + i + 2] = Math.exp(Math.min(Wr_5 * x_1 + Wr_6 * x_2 + s31 + br_3, 709));
        r_exp[k320_3 + t16 + i + 2] = Math.exp(Math.min(Wr_5 * x_3 + Wr_6 * x_4 + s32 + br_3, 709));
        r_exp[k320_2 + t16 + i + 3] = Math.exp(Math.min(Wr_7 * x_1 + Wr_8 * x_2 + s41 + br_4, 709));
        r_exp[k320_3 + t16 + i + 3] = Math.exp(Math.min(Wr_7 * x_3 + Wr_8 * x_4 + s42 + br_4, 709));
      }
    }

    for (let k = 0; k < size; k++) {
      const k320 = k * 320;
      const k336 = k * 336;

      // r_den = 1 + r_exp
      // r = r_exp ./ r_den   [lines 18, 19]
      // mul2 = r .* before(h_states)   [line 18]
      for (let i = 0; i < 16; i++) {
        r_den[k320 + t16 + i] = 1 + r_exp[k320 + t16 + i];
        r[k320 + t16 + i] = r_exp[k320 + t16 + i] / r_den[k320 + t16 + i];
        mul2[k320 + t16 + i] = r[k320 + t16 + i] * h_states[k336 + t16 + i];
      }
    }

    // add2 = x * Wn' + mul2 * Un' + bn   [line 18]
    for (let i = 0; i < 16; i += 4) {
      const i16 = i * 16;
      const i16_2 = i16 + 16;
      const i16_3 = i16 + 32;
      const i16_4 = i16 + 48;
      const i2 = i * 2;
      const Wn_1 = Wn[i2];
      const Wn_2 = Wn[i2 + 1];
      const bn_1 = bn[i];
      const i2_2 = i2 + 2;
      const Wn_3 = Wn[i2_2];
      const Wn_4 = Wn[i2_2 + 1];
      const bn_2 = bn[i + 1];
      const i2_3 = i2 + 4;
      const Wn_5 = Wn[i2_3];
      const Wn_6 = Wn[i2_3 + 1];
      const bn_3 = bn[i + 2];
      const i2_4 = i2 + 6;
      const Wn_7 = Wn[i2_4];
      const Wn_8 = Wn[i2_4 + 1];
      const bn_4 = bn[i + 3];
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k320_2 = k * 320;
        const k320_3 = k320_2 + 320;
        for (let j = 0; j < 16; j++) {
          const Un_1 = Un[i16 + j];
          const mul_1 = mul2[k320_2 + t16 + j];
          const mul_2 = mul2[k320_3 + t16 + j];
          const Un_2 = Un[i16_2 + j];
          const Un_3 = Un[i16_3 + j];
          const Un_4 = Un[i16_4 + j];
          s11 += Un_1 * mul_1;
          s12 += Un_1 * mul_2;
          s21 += Un_2 * mul_1;
          s22 += Un_2 * mul_2;
          s31 += Un_3 * mul_1;
          s32 += Un_3 * mul_2;
          s41 += Un_4 * mul_1;
          s42 += Un_4 * mul_2;
        }
        const k40 = k * 40;
        const x_1 = x_block[k40 + t2];
        const x_2 = x_block[k40 + t2 + 1];
        add2[k320_2 + t16 + i] = Wn_1 * x_1 + Wn_2 * x_2 + s11 + bn_1;
        const k40_2 = k40 + 40;
        const x_3 = x_block[k40_2 + t2];
        const x_4 = x_block[k40_2 + t2 + 1];
        add2[k320_3 + t16 + i] = Wn_1 * x_3 + Wn_2 * x_4 + s12 + bn_1;
        add2[k320_2 + t16 + i + 1] = Wn_3 * x_1 + Wn_4 * x_2 + s21 + bn_2;
        add2[k320_3 + t16 + i + 1] = Wn_3 * x_3 + Wn_4 * x_4 + s22 + bn_2;
        add2[k320_2 + t16 + i + 2] = Wn_5 * x_1 + Wn_6 * x_2 + s31 + bn_3;
        add2[k320_3 + t16 + i + 2] = Wn_5 * x_3 + Wn_6 * x_4 + s32 + bn_3;
        add2[k320_2 + t16 + i + 3] = Wn_7 * x_1 + Wn_8 * x_2 + s41 + bn_4;
        add2[k320_3 + t16 + i + 3] = Wn_7 * x_3 + Wn_8 * x_4 + s42 + bn_4;
      }
    }

    for (let k = 0; k < size; k++) {
      const k320 = k * 320;
      const k336 = k * 336;

      // n_expm1 = expm1(min(2 * abs(add2), 709))
      // n_den = 2 + n_expm1
      // n = sign(add2) .* (n_expm1 ./ n_den)   [lines 17, 18]
      // h_states = before(h_states) ./ z_den + z .* n   [lines 17, 18, 19]
      for (let i = 0; i < 16; i++) {
        const n_expm1 = Math.expm1(Math.min(2 * Math.abs(add2[k320 + t16 + i]), 709));
        n_den[k320 + t16 + i] = 2 + n_expm1;
        n[k320 + t16 + i] = Math.sign(add2[k320 + t16 + i]) * (n_expm1 / n_den[k320 + t16 + i]);
        h_states[k336 + t16 + i + 16] = h_states[k336 + t16 + i] / z_den[k320 + t16 + i] + z[k320 + t16 + i] * n[k320 + t16 + i];
      }
    }
  }

  for (let k = 0; k < size; k++) {
    const row = rows[k];
    const k320 = k * 320;
    const k336 = k * 336;

    // y = dot(v, h_states[20, :]) + c0   [line 22, output]
    let s = 0;
    for (let i = 0; i < 16; i++) {
      s += v[i] * h_states[k336 + i + 320];
    }
    const y = s + c0[0];

    // dy = y - d   [chain rule through square: ∂J/∂dy = 2 * dy]
    const dy2 = y - d[row];
    dy[k] = dy2;

    // J = dy ^ 2   [line 23, loss]
    const J = dy2 * dy2;

    // J_sum = Σn J
    J_sum[0] += J;

    // dv = Σn dy * h_states[20, :]   [dot(v, h_states[20, :]) with respect to v: the matrix transposed, times the cotangent; line 22]
    const t3 = dy[k];
    for (let i = 0; i < 16; i++) {
      dv[i] += t3 * h_states[k336 + i + 320];
    }

    // dc0_sum = Σn dy
    dc0_sum[0] += dy[k];

    // div2 = 2 ./ n_den
    for (let i = 0; i < 320; i++) {
      div2[k320 + i] = 2 / n_den[k320 + i];
    }

    // dh_states_before after the last time step: 0
    for (let i = 0; i < 16; i++) {
      dh_states_before[k336 + i + 320] = 0;
    }
  }

  for (let t3 = 19; t3 >= 0; t3--) {
    const t316 = t3 * 16;

    for (let k = 0; k < size; k++) {
      const k320 = k * 320;
      const k336 = k * 336;

      // delta = share * {[20, i] ↦ dy * v[i]} + after(dh_states_before)   [sum over every use of the value: through time: the cotangent of the next step; line 17]
      // delta2 = (delta .* n - delta .* before(h_states)) .* (z ./ z_den)   [chain rule through sigmoid: ∂y/∂x = y * (1 - y); line 19]
      // delta3 = delta .* z .* (div2 .* (2 - div2))   [chain rule through tanh: ∂y/∂x = 1 - square(y); line 18]
      const t4 = share[0];
      const t5 = dy[k];
      for (let i = 0; i < 16; i++) {
        delta[k320 + t316 + i] = t4 * (t3 - 19 === 0 ? t5 * v[i] : 0) + dh_states_before[k336 + t316 + i + 16];
        delta2[k320 + t316 + i] = (delta[k320 + t316 + i] * n[k320 + t316 + i] - delta[k320 + t316 + i] * h_states[k336 + t316 + i]) * (z[k320 + t316 + i] / z_den[k320 + t316 + i]);
        delta3[k320 + t316 + i] = delta[k320 + t316 + i] * z[k320 + t316 + i] * (div2[k320 + t316 + i] * (2 - div2[k320 + t316 + i]));
      }
    }

    // delta4 = delta3 * Un   [line 18]
    for (let i = 0; i < 16; i += 4) {
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k320_2 = k * 320;
        const k320_3 = k320_2 + 320;
        for (let j = 0; j < 16; j++) {
          const delta3_1 = delta3[k320_2 + t316 + j];
          const j16 = j * 16;
          const Un_1 = Un[j16 + i];
          const delta3_2 = delta3[k320_3 + t316 + j];
          const Un_2 = Un[j16 + i + 1];
          const Un_3 = Un[j16 + i + 2];
          const Un_4 = Un[j16 + i + 3];
          s11 += delta3_1 * Un_1;
          s12 += delta3_2 * Un_1;
          s21 += delta3_1 * Un_2;
          s22 += delta3_2 * Un_2;
          s31 += delta3_1 * Un_3;
          s32 += delta3_2 * Un_3;
          s41 += delta3_1 * Un_4;
          s42 += delta3_2 * Un_4;
        }
        delta4[k320_2 + t316 + i] = s11;
        delta4[k320_3 + t316 + i] = s12;
        delta4[k320_2 + t316 + i + 1] = s21;
        delta4[k320_3 + t316 + i + 1] = s22;
        delta4[k320_2 + t316 + i + 2] = s31;
        delta4[k320_3 + t316 + i + 2] = s32;
        delta4[k320_2 + t316 + i + 3] = s41;
        delta4[k320_3 + t316 + i + 3] = s42;
      }
    }

    for (let k = 0; k < size; k++) {
      const k320 = k * 320;
      const k336 = k * 336;

      // delta5 = delta4 .* before(h_states) .* (r ./ r_den)   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 19]
      for (let i = 0; i < 16; i++) {
        delta5[k320 + t316 + i] = delta4[k320 + t316 + i] * h_states[k336 + t316 + i] * (r[k320 + t316 + i] / r_den[k320 + t316 + i]);
      }
    }

    // dh_states_before = delta4 .* r + delta5 * Ur + delta ./ z_den + delta2 * Uz   [sum over every use of the value: before(h_states) * Uz' with respect to before(h_states): the other matrix transposed, times the cotangent]
    for (let i = 0; i < 16; i += 4) {
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k320_2 = k * 320;
        const k320_3 = k320_2 + 320;
        for (let j = 0; j < 16; j++) {
          const delta5_1 = delta5[k320_2 + t316 + j];
          const j16 = j * 16;
          const Ur_1 = Ur[j16 + i];
          const delta5_2 = delta5[k320_3 + t316 + j];
          const Ur_2 = Ur[j16 + i + 1];
          const Ur_3 = Ur[j16 + i + 2];
          const Ur_4 = Ur[j16 + i + 3];
          s11 += delta5_1 * Ur_1;
          s12 += delta5_2 * Ur_1;
          s21 += delta5_1 * Ur_2;
          s22 += delta5_2 * Ur_2;
          s31 += delta5_1 * Ur_3;
          s32 += delta5_2 * Ur_3;
          s41 += delta5_1 * Ur_4;
          s42 += delta5_2 * Ur_4;
        }
        let s11_2 = 0, s12_2 = 0, s21_2 = 0, s22_2 = 0, s31_2 = 0, s32_2 = 0, s41_2 = 0, s42_2 = 0;
        for (let j = 0; j < 16; j++) {
          const delta2_1 = delta2[k320_2 + t316 + j];
          const j16_2 = j * 16;
          const Uz_1 = Uz[j16_2 + i];
          const delta2_2 = delta2[k320_3 + t316 + j];
          const Uz_2 = Uz[j16_2 + i + 1];
          const Uz_3 = Uz[j16_2 + i + 2];
          const Uz_4 = Uz[j16_2 + i + 3];
          s11_2 += delta2_1 * Uz_1;
          s12_2 += delta2_2 * Uz_1;
          s21_2 += delta2_1 * Uz_2;
          s22_2 += delta2_2 * Uz_2;
          s31_2 += delta2_1 * Uz_3;
          s32_2 += delta2_2 * Uz_3;
          s41_2 += delta2_1 * Uz_4;
          s42_2 += delta2_2 * Uz_4;
        }
        const k336_2 = k * 336;
        dh_states_before[k336_2 + t316 + i] = delta4[k320_2 + t316 + i] * r[k320_2 + t316 + i] + s11 + delta[k320_2 + t316 + i] / z_den[k320_2 + t316 + i] + s11_2;
        const k336_3 = k336_2 + 336;
        dh_states_before[k336_3 + t316 + i] = delta4[k320_3 + t316 + i] * r[k320_3 + t316 + i] + s12 + delta[k320_3 + t316 + i] / z_den[k320_3 + t316 + i] + s12_2;
        dh_states_before[k336_2 + t316 + i + 1] = delta4[k320_2 + t316 + i + 1] * r[k320_2 + t316 + i + 1] + s21 + delta[k320_2 + t316 + i + 1] / z_den[k320_2 + t316 + i + 1] + s21_2;
        dh_states_before[k336_3 + t316 + i + 1] = delta4[k320_3 + t316 + i + 1] * r[k320_3 + t316 + i + 1] + s22 + delta[k320_3 + t316 + i + 1] / z_den[k320_3 + t316 + i + 1] + s22_2;
        dh_states_before[k336_2 + t316 + i + 2] = delta4[k320_2 + t316 + i + 2] * r[k320_2 + t316 + i + 2] + s31 + delta[k320_2 + t316 + i + 2] / z_den[k320_2 + t316 + i + 2] + s31_2;
        dh_states_before[k336_3 + t316 + i + 2] = delta4[k320_3 + t316 + i + 2] * r[k320_3 + t316 + i + 2] + s32 + delta[k320_3 + t316 + i + 2] / z_den[k320_3 + t316 + i + 2] + s32_2;
        dh_states_before[k336_2 + t316 + i + 3] = delta4[k320_2 + t316 + i + 3] * r[k320_2 + t316 + i + 3] + s41 + delta[k320_2 + t316 + i + 3] / z_den[k320_2 + t316 + i + 3] + s41_2;
        dh_states_before[k336_3 + t316 + i + 3] = delta4[k320_3 + t316 + i + 3] * r[k320_3 + t316 + i + 3] + s42 + delta[k320_3 + t316 + i + 3] / z_den[k320_3 + t316 + i + 3] + s42_2;
      }
    }
  }

  // dWz = Σn delta2' * x   [EQ4: ∂C/∂w = δ aᵀ; line 19]
  for (let i = 0; i < 16; i += 4) {
    const i2 = i * 2;
    const i2_2 = i2 + 2;
    const i2_3 = i2 + 4;
    const i2_4 = i2 + 6;
    for (let j = 0; j < 2; j += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k320_2 = k * 320;
        const k40 = k * 40;
        for (let p = 0; p < 20; p++) {
          const p16 = p * 16;
          const delta2_1 = delta2[k320_2 + p16 + i];
          const p2 = p * 2;
          const x_1 = x_block[k40 + p2 + j];
          const x_2 = x_block[k40 + p2 + j + 1];
          const delta2_2 = delta2[k320_2 + p16 + i + 1];
          const delta2_3 = delta2[k320_2 + p16 + i + 2];
          const delta2_4 = delta2[k320_2 + p16 + i + 3];
          s11 += delta2_1 * x_1;
          s12 += delta2_1 * x_2;
          s21 += delta2_2 * x_1;
          s22 += delta2_2 * x_2;
          s31 += delta2_3 * x_1;
          s32 += delta2_3 * x_2;
          s41 += delta2_4 * x_1;
          s42 += delta2_4 * x_2;
        }
      }
      dWz[i2 + j] += s11;
      dWz[i2 + j + 1] += s12;
      dWz[i2_2 + j] += s21;
      dWz[i2_2 + j + 1] += s22;
      dWz[i2_3 + j] += s31;
      dWz[i2_3 + j + 1] += s32;
      dWz[i2_4 + j] += s41;
      dWz[i2_4 + j + 1] += s42;
    }
  }

  // dUz = Σn delta2' * before(h_states)   [EQ4: ∂C/∂w = δ aᵀ; line 19]
  for (let j = 0; j < 16; j += 4) {
    for (let i = 0; i < 16; i += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k320_2 = k * 320;
        const k336_2 = k * 336;
        for (let p = 0; p < 20; p++) {
          const p16 = p * 16;
          const delta2_1 = delta2[k320_2 + p16 + i];
          const h_states_1 = h_states[k336_2 + p16 + j];
          const delta2_2 = delta2[k320_2 + p16 + i + 1];
          const h_states_2 = h_states[k336_2 + p16 + j + 1];
          const h_states_3 = h_states[k336_2 + p16 + j + 2];
          const h_states_4 = h_states[k336_2 + p16 + j + 3];
          s11 += delta2_1 * h_states_1;
          s12 += delta2_2 * h_states_1;
          s21 += delta2_1 * h_states_2;
          s22 += delta2_2 * h_states_2;
          s31 += delta2_1 * h_states_3;
          s32 += delta2_2 * h_states_3;
          s41 += delta2_1 * h_states_4;
          s42 += delta2_2 * h_states_4;
        }
      }
      const i16 = i * 16;
      dUz[i16 + j] += s11;
      const i16_2 = i16 + 16;
      dUz[i16_2 + j] += s12;
      dUz[i16 + j + 1] += s21;
      dUz[i16_2 + j + 1] += s22;
      dUz[i16 + j + 2] += s31;
      dUz[i16_2 + j + 2] += s32;
      dUz[i16 + j + 3] += s41;
      dUz[i16_2 + j + 3] += s42;
    }
  }

  // dbz = Σn sum(delta2, 1)   [EQ3: ∂C/∂b = δ]
  for (let i = 0; i < 16; i += 4) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
    for (let k = 0; k < size; k++) {
      const k320_2 = k * 320;
      for (let j = 0; j < 20; j++) {
        const j16 = j * 16;
        s1 += delta2[k320_2 + j16 + i];
        s2 += delta2[k320_2 + j16 + i + 1];
        s3 += delta2[k320_2 + j16 + i + 2];
        s4 += delta2[k320_2 + j16 + i + 3];
      }
    }
    dbz[i] += s1;
    dbz[i + 1] += s2;
    dbz[i + 2] += s3;
    dbz[i + 3] += s4;
  }
}

/** A part of `step`: dWr, dUr, dbr, dWn, dUn, dbn. */
function stepPart3(size: number): void {
  // dWr = Σn delta5' * x   [EQ4: ∂C/∂w = δ aᵀ; line 19]
  for (let i = 0; i < 16; i += 4) {
    const i2 = i * 2;
    const i2_2 = i2 + 2;
    const i2_3 = i2 + 4;
    const i2_4 = i2 + 6;
    for (let j = 0; j < 2; j += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k320 = k * 320;
        const k40 = k * 40;
        for (let p = 0; p < 20; p++) {
          const p16 = p * 16;
          const delta5_1 = delta5[k320 + p16 + i];
          const p2 = p * 2;
          const x_1 = x_block[k40 + p2 + j];
          const x_2 = x_block[k40 + p2 + j + 1];
          const delta5_2 = delta5[k320 + p16 + i + 1];
          const delta5_3 = delta5[k320 + p16 + i + 2];
          const delta5_4 = delta5[k320 + p16 + i + 3];
          s11 += delta5_1 * x_1;
          s12 += delta5_1 * x_2;
          s21 += delta5_2 * x_1;
          s22 += delta5_2 * x_2;
          s31 += delta5_3 * x_1;
          s32 += delta5_3 * x_2;
          s41 += delta5_4 * x_1;
          s42 += delta5_4 * x_2;
        }
      }
      dWr[i2 + j] += s11;
      dWr[i2 + j + 1] += s12;
      dWr[i2_2 + j] += s21;
      dWr[i2_2 + j + 1] += s22;
      dWr[i2_3 + j] += s31;
      dWr[i2_3 + j + 1] += s32;
      dWr[i2_4 + j] += s41;
      dWr[i2_4 + j + 1] += s42;
    }
  }

  // dUr = Σn delta5' * before(h_states)   [EQ4: ∂C/∂w = δ aᵀ; line 19]
  for (let j = 0; j < 16; j += 4) {
    for (let i = 0; i < 16; i += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k320 = k * 320;
        const k336 = k * 336;
        for (let p = 0; p < 20; p++) {
          const p16 = p * 16;
          const delta5_1 = delta5[k320 + p16 + i];
          const h_states_1 = h_states[k336 + p16 + j];
          const delta5_2 = delta5[k320 + p16 + i + 1];
          const h_states_2 = h_states[k336 + p16 + j + 1];
          const h_states_3 = h_states[k336 + p16 + j + 2];
          const h_states_4 = h_states[k336 + p16 + j + 3];
          s11 += delta5_1 * h_states_1;
          s12 += delta5_2 * h_states_1;
          s21 += delta5_1 * h_states_2;
          s22 += delta5_2 * h_states_2;
          s31 += delta5_1 * h_states_3;
          s32 += delta5_2 * h_states_3;
          s41 += delta5_1 * h_states_4;
          s42 += delta5_2 * h_states_4;
        }
      }
      const i16 = i * 16;
      dUr[i16 + j] += s11;
      const i16_2 = i16 + 16;
      dUr[i16_2 + j] += s12;
      dUr[i16 + j + 1] += s21;
      dUr[i16_2 + j + 1] += s22;
      dUr[i16 + j + 2] += s31;
      dUr[i16_2 + j + 2] += s32;
      dUr[i16 + j + 3] += s41;
      dUr[i16_2 + j + 3] += s42;
    }
  }

  // dbr = Σn sum(delta5, 1)   [EQ3: ∂C/∂b = δ]
  for (let i = 0; i < 16; i += 4) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
    for (let k = 0; k < size; k++) {
      const k320 = k * 320;
      for (let j = 0; j < 20; j++) {
        const j16 = j * 16;
        s1 += delta5[k320 + j16 + i];
        s2 += delta5[k320 + j16 + i + 1];
        s3 += delta5[k320 + j16 + i + 2];
        s4 += delta5[k320 + j16 + i + 3];
      }
    }
    dbr[i] += s1;
    dbr[i + 1] += s2;
    dbr[i + 2] += s3;
    dbr[i + 3] += s4;
  }

  // dWn = Σn delta3' * x   [EQ4: ∂C/∂w = δ aᵀ; line 18]
  for (let i = 0; i < 16; i += 4) {
    const i2 = i * 2;
    const i2_2 = i2 + 2;
    const i2_3 = i2 + 4;
    const i2_4 = i2 + 6;
    for (let j = 0; j < 2; j += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k320 = k * 320;
        const k40 = k * 40;
        for (let p = 0; p < 20; p++) {
          const p16 = p * 16;
          const delta3_1 = delta3[k320 + p16 + i];
          const p2 = p * 2;
          const x_1 = x_block[k40 + p2 + j];
          const x_2 = x_block[k40 + p2 + j + 1];
          const delta3_2 = delta3[k320 + p16 + i + 1];
          const delta3_3 = delta3[k320 + p16 + i + 2];
          const delta3_4 = delta3[k320 + p16 + i + 3];
          s11 += delta3_1 * x_1;
          s12 += delta3_1 * x_2;
          s21 += delta3_2 * x_1;
          s22 += delta3_2 * x_2;
          s31 += delta3_3 * x_1;
          s32 += delta3_3 * x_2;
          s41 += delta3_4 * x_1;
          s42 += delta3_4 * x_2;
        }
      }
      dWn[i2 + j] += s11;
      dWn[i2 + j + 1] += s12;
      dWn[i2_2 + j] += s21;
      dWn[i2_2 + j + 1] += s22;
      dWn[i2_3 + j] += s31;
      dWn[i2_3 + j + 1] += s32;
      dWn[i2_4 + j] += s41;
      dWn[i2_4 + j + 1] += s42;
    }
  }

  // dUn = Σn delta3' * mul2   [EQ4: ∂C/∂w = δ aᵀ; line 18]
  for (let j = 0; j < 16; j += 4) {
    for (let i = 0; i < 16; i += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k320 = k * 320;
        for (let p = 0; p < 20; p++) {
          const p16 = p * 16;
          const delta3_1 = delta3[k320 + p16 + i];
          const mul_1 = mul2[k320 + p16 + j];
          const delta3_2 = delta3[k320 + p16 + i + 1];
          const mul_2 = mul2[k320 + p16 + j + 1];
          const mul_3 = mul2[k320 + p16 + j + 2];
          const mul_4 = mul2[k320 + p16 + j + 3];
          s11 += delta3_1 * mul_1;
          s12 += delta3_2 * mul_1;
          s21 += delta3_1 * mul_2;
          s22 += delta3_2 * mul_2;
          s31 += delta3_1 * mul_3;
          s32 += delta3_2 * mul_3;
          s41 += delta3_1 * mul_4;
          s42 += delta3_2 * mul_4;
        }
      }
      const i16 = i * 16;
      dUn[i16 + j] += s11;
      const i16_2 = i16 + 16;
      dUn[i16_2 + j] += s12;
      dUn[i16 + j + 1] += s21;
      dUn[i16_2 + j + 1] += s22;
      dUn[i16 + j + 2] += s31;
      dUn[i16_2 + j + 2] += s32;
      dUn[i16 + j + 3] += s41;
      dUn[i16_2 + j + 3] += s42;
    }
  }

  // dbn = Σn sum(delta3, 1)   [EQ3: ∂C/∂b = δ]
  for (let i = 0; i < 16; i += 4) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
    for (let k = 0; k < size; k++) {
      const k320 = k * 320;
      for (let j = 0; j < 20; j++) {
        const j16 = j * 16;
        s1 += delta3[k320 + j16 + i];
        s2 += delta3[k320 + j16 + i + 1];
        s3 += delta3[k320 + j16 + i + 2];
        s4 += delta3[k320 + j16 + i + 3];
      }
    }
    dbn[i] += s1;
    dbn[i + 1] += s2;
    dbn[i + 2] += s3;
    dbn[i + 3] += s4;
  }
}

/** A part of `step`: loss, scale4, dc0, scale5, scale6, m_Wz, v_Wz and 35 more. */
function stepPart4(params: Parameters, state: Floats, clock: Clock, m: number): void {
  const { Wz, Uz, bz, Wr, Ur, br, Wn, Un, bn, v, c0 } = params;
  const { rate } = clock;

  // loss = J_sum / m   [line 23, loss]
  total[0] = J_sum[0] / m;

  // scale4 = dc0_sum / m
  const scale4 = dc0_sum[0] / m;

  // dc0 = 2 * scale4   [the same for all examples: their cotangents add up]
  const dc0 = 2 * scale4;

  // scale5 = min(1, 1 / sqrt(sum(dWz .^ 2) + sum(dUz .^ 2) + sum(dbz .^ 2) + sum(dWr .^ 2) + sum(dUr .^ 2) + sum(dbr .^ 2) + sum(dWn .^ 2) + sum …
  let s = 0;
  for (let i = 0; i < 16; i++) {
    s += dWz[i * 2] * dWz[i * 2] + dWz[i * 2 + 1] * dWz[i * 2 + 1];
  }
  let s2 = 0;
  for (let i = 0; i < 16; i++) {
    const i16 = i * 16;
    for (let j = 0; j < 16; j++) {
      s2 += dUz[i16 + j] * dUz[i16 + j];
    }
  }
  let s3 = 0;
  for (let i = 0; i < 16; i++) {
    s3 += dbz[i] * dbz[i];
  }
  let s4 = 0;
  for (let i = 0; i < 16; i++) {
    s4 += dWr[i * 2] * dWr[i * 2] + dWr[i * 2 + 1] * dWr[i * 2 + 1];
  }
  let s5 = 0;
  for (let i = 0; i < 16; i++) {
    const i16_2 = i * 16;
    for (let j = 0; j < 16; j++) {
      s5 += dUr[i16_2 + j] * dUr[i16_2 + j];
    }
  }
  let s6 = 0;
  for (let i = 0; i < 16; i++) {
    s6 += dbr[i] * dbr[i];
  }
  let s7 = 0;
  for (let i = 0; i < 16; i++) {
    s7 += dWn[i * 2] * dWn[i * 2] + dWn[i * 2 + 1] * dWn[i * 2 + 1];
  }
  let s8 = 0;
  for (let i = 0; i < 16; i++) {
    const i16_3 = i * 16;
    for (let j = 0; j < 16; j++) {
      s8 += dUn[i16_3 + j] * dUn[i16_3 + j];
    }
  }
  let s9 = 0;
  for (let i = 0; i < 16; i++) {
    s9 += dbn[i] * dbn[i];
  }
  let s10 = 0;
  const t = share[0];
  for (let i = 0; i < 16; i++) {
    const t2 = t * dv[i];
    s10 += t2 * t2;
  }
  const scale5 = Math.min(1, 1 / Math.sqrt(s + s2 + s3 + s4 + s5 + s6 + s7 + s8 + s9 + s10 + dc0 * dc0));
  const scale6 = 0.1 * scale5;

  // m_Wz⁺ = 0.9 * m_Wz + scale6 * dWz
  // v_Wz⁺ = 0.999 * v_Wz + 0.001 * (scale5 * dWz) .^ 2
  // Wz⁺ = Wz - stepSize * (m_Wz⁺ ./ (sqrt(scale3 * v_Wz⁺) + 1e-8))
  const t3 = stepSize[0];
  const t4 = scale3[0];
  for (let i = 0; i < 32; i++) {
    state[i] = 0.9 * state[i] + scale6 * dWz[i];
    const t2 = scale5 * dWz[i];
    state[32 + i] = 0.999 * state[32 + i] + 0.001 * (t2 * t2);
    Wz[i] -= t3 * (state[i] / (Math.sqrt(t4 * state[32 + i]) + 1e-8));
  }

  // m_Uz⁺ = 0.9 * m_Uz + scale6 * dUz
  // v_Uz⁺ = 0.999 * v_Uz + 0.001 * (scale5 * dUz) .^ 2
  // Uz⁺ = Uz - stepSize * (m_Uz⁺ ./ (sqrt(scale3 * v_Uz⁺) + 1e-8))
  const t5 = stepSize[0];
  const t6 = scale3[0];
  for (let i = 0; i < 256; i++) {
    state[64 + i] = 0.9 * state[64 + i] + scale6 * dUz[i];
    const t2 = scale5 * dUz[i];
    state[320 + i] = 0.999 * state[320 + i] + 0.001 * (t2 * t2);
    Uz[i] -= t5 * (state[64 + i] / (Math.sqrt(t6 * state[320 + i]) + 1e-8));
  }

  // m_bz⁺ = 0.9 * m_bz + scale6 * dbz
  // v_bz⁺ = 0.999 * v_bz + 0.001 * (scale5 * dbz) .^ 2
  // bz⁺ = bz - stepSize * (m_bz⁺ ./ (sqrt(scale3 * v_bz⁺) + 1e-8))
  const t7 = stepSize[0];
  const t8 = scale3[0];
  for (let i = 0; i < 16; i++) {
    state[576 + i] = 0.9 * state[576 + i] + scale6 * dbz[i];
    const t2 = scale5 * dbz[i];
    state[592 + i] = 0.999 * state[592 + i] + 0.001 * (t2 * t2);
    bz[i] -= t7 * (state[576 + i] / (Math.sqrt(t8 * state[592 + i]) + 1e-8));
  }

  // m_Wr⁺ = 0.9 * m_Wr + scale6 * dWr
  // v_Wr⁺ = 0.999 * v_Wr + 0.001 * (scale5 * dWr) .^ 2
  // Wr⁺ = Wr - stepSize * (m_Wr⁺ ./ (sqrt(scale3 * v_Wr⁺) + 1e-8))
  const t9 = stepSize[0];
  const t10 = scale3[0];
  for (let i = 0; i < 32; i++) {
    state[608 + i] = 0.9 * state[608 + i] + scale6 * dWr[i];
    const t2 = scale5 * dWr[i];
    state[640 + i] = 0.999 * state[640 + i] + 0.001 * (t2 * t2);
    Wr[i] -= t9 * (state[608 + i] / (Math.sqrt(t10 * state[640 + i]) + 1e-8));
  }

  // m_Ur⁺ = 0.9 * m_Ur + scale6 * dUr
  // v_Ur⁺ = 0.999 * v_Ur + 0.001 * (scale5 * dUr) .^ 2
  // Ur⁺ = Ur - stepSize * (m_Ur⁺ ./ (sqrt(scale3 * v_Ur⁺) + 1e-8))
  const t11 = stepSize[0];
  const t12 = scale3[0];
  for (let i = 0; i < 256; i++) {
    state[672 + i] = 0.9 * state[672 + i] + scale6 * dUr[i];
    const t2 = scale5 * dUr[i];
    state[928 + i] = 0.999 * state[928 + i] + 0.001 * (t2 * t2);
    Ur[i] -= t11 * (state[672 + i] / (Math.sqrt(t12 * state[928 + i]) + 1e-8));
  }

  // m_br⁺ = 0.9 * m_br + scale6 * dbr
  // v_br⁺ = 0.999 * v_br + 0.001 * (scale5 * dbr) .^ 2
  // br⁺ = br - stepSize * (m_br⁺ ./ (sqrt(scale3 * v_br⁺) + 1e-8))
  const t13 = stepSize[0];
  const t14 = scale3[0];
  for (let i = 0; i < 16; i++) {
    state[1184 + i] = 0.9 * state[1184 + i] + scale6 * dbr[i];
    const t2 = scale5 * dbr[i];
    state[1200 + i] = 0.999 * state[1200 + i] + 0.001 * (t2 * t2);
    br[i] -= t13 * (state[1184 + i] / (Math.sqrt(t14 * state[1200 + i]) + 1e-8));
  }

  // m_Wn⁺ = 0.9 * m_Wn + scale6 * dWn
  // v_Wn⁺ = 0.999 * v_Wn + 0.001 * (scale5 * dWn) .^ 2
  // Wn⁺ = Wn - stepSize * (m_Wn⁺ ./ (sqrt(scale3 * v_Wn⁺) + 1e-8))
  const t15 = stepSize[0];
  const t16 = scale3[0];
  for (let i = 0; i < 32; i++) {
    state[1216 + i] = 0.9 * state[1216 + i] + scale6 * dWn[i];
    const t2 = scale5 * dWn[i];
    state[1248 + i] = 0.999 * state[1248 + i] + 0.001 * (t2 * t2);
    Wn[i] -= t15 * (state[1216 + i] / (Math.sqrt(t16 * state[1248 + i]) + 1e-8));
  }

  // m_Un⁺ = 0.9 * m_Un + scale6 * dUn
  // v_Un⁺ = 0.999 * v_Un + 0.001 * (scale5 * dUn) .^ 2
  // Un⁺ = Un - stepSize * (m_Un⁺ ./ (sqrt(scale3 * v_Un⁺) + 1e-8))
  const t17 = stepSize[0];
  const t18 = scale3[0];
  for (let i = 0; i < 256; i++) {
    state[1280 + i] = 0.9 * state[1280 + i] + scale6 * dUn[i];
    const t2 = scale5 * dUn[i];
    state[1536 + i] = 0.999 * state[1536 + i] + 0.001 * (t2 * t2);
    Un[i] -= t17 * (state[1280 + i] / (Math.sqrt(t18 * state[1536 + i]) + 1e-8));
  }

  // m_bn⁺ = 0.9 * m_bn + scale6 * dbn
  // v_bn⁺ = 0.999 * v_bn + 0.001 * (scale5 * dbn) .^ 2
  // bn⁺ = bn - stepSize * (m_bn⁺ ./ (sqrt(scale3 * v_bn⁺) + 1e-8))
  const t19 = stepSize[0];
  const t20 = scale3[0];
  for (let i = 0; i < 16; i++) {
    state[1792 + i] = 0.9 * state[1792 + i] + scale6 * dbn[i];
    const t2 = scale5 * dbn[i];
    state[1808 + i] = 0.999 * state[1808 + i] + 0.001 * (t2 * t2);
    bn[i] -= t19 * (state[1792 + i] / (Math.sqrt(t20 * state[1808 + i]) + 1e-8));
  }
  const scale7 = scale5 / m;
  const scale8 = 0.2 * scale7;

  // m_v⁺ = 0.9 * m_v + scale8 * dv
  for (let i = 0; i < 16; i++) {
    state[1824 + i] = 0.9 * state[1824 + i] + scale8 * dv[i];
  }
  const scale9 = 2 * scale7;

  // v_v⁺ = 0.999 * v_v + 0.001 * (scale9 * dv) .^ 2
  // v⁺ = v - stepSize * (m_v⁺ ./ (sqrt(scale3 * v_v⁺) + 1e-8))
  const t21 = stepSize[0];
  const t22 = scale3[0];
  for (let i = 0; i < 16; i++) {
    const t2 = scale9 * dv[i];
    state[1840 + i] = 0.999 * state[1840 + i] + 0.001 * (t2 * t2);
    v[i] -= t21 * (state[1824 + i] / (Math.sqrt(t22 * state[1840 + i]) + 1e-8));
  }
  const scale10 = scale5 * scale4;

  // m_c0⁺ = 0.9 * m_c0 + 0.2 * scale10
  state[1856] = 0.9 * state[1856] + 0.2 * scale10;

  // v_c0⁺ = 0.999 * v_c0 + 0.001 * (2 * scale10) ^ 2
  const t2 = 2 * scale10;
  state[1857] = 0.999 * state[1857] + 0.001 * (t2 * t2);

  // c0⁺ = c0 - rate * (m_c0⁺ / scale) / (sqrt(v_c0⁺ / scale2) + 1e-8)
  c0[0] -= rate * (state[1856] / scale[0]) / (Math.sqrt(state[1857] / scale2[0]) + 1e-8);
}

/** The predictions for one example among others. */
export function predict(params: Parameters, data: Examples, row: number, into: Outputs = createOutputs()): Outputs {
  return forward(params, data.columns.x.subarray(row * 40, row * 40 + 40), into);
}
