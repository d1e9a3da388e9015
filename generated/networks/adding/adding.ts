/**
 * adding: compiled by gradc 0.1.0 from adding.grad. Do not edit: change the spec and compile again.
 *
 * Spec        sha256 c7bd0f1770bd407053da001cf5d02e3adde5243bd4a4b48ab80f2bb7ad40a59d
 * Parameters  1233: Wi (16 × 2), Ui (16 × 16), bi vector of 16, Wf (16 × 2), Uf (16 × 16), bf vector of 16, Wo (16 × 2), Uo (16 × 16), bo vector of 16, Wg (16 × 2), Ug (16 × 16), bg vector of 16, v vector of 16, c0 scalar
 * Precision   64-bit
 * Convention  loss and gradients are the mean over the batch
 * Stable form 1 - square(tanh(x)) -> 2 / (2 + expm1(min(2 * abs(x), 709))) * (2 - 2 / (2 + expm1(min(2 * abs(x), 709))))
 *             1 - sigmoid(x) -> 1 / (1 + exp(min(x, 709)))
 *
 * Operations of gradient, for one example (sums over the batch left out):
 *   forward 57635: 26257 add, 25297 multiply, 1600 compare, 1600 divide, 960 exp, 640 abs, 640 expm1, 640 sign, 1 subtract
 *   backward 96976: 48336 multiply, 46400 add, 1600 divide, 640 subtract
 *
 * Schedule:
 *   forward  loops: 69153 scalar operations, more than 2500; of 5 steps 2 in register tiles, 3 in plain loops; a loop over 20 time steps, first to last
 *     tiles     c 39360, s_states 13760
 *     loops     s_states 0, s_states 0, y 33
 *   evaluate  loops: 69157 scalar operations, more than 2500; of 10 steps 2 in register tiles, 3 in plain loops, 5 of at most 4 operations unrolled; a loop over 20 time steps, first to last; examples in blocks of 64
 *     tiles     c 39360, s_states 13760
 *     loops     s_states 0, s_states 0, y 33
 *     unrolled  dy 1, J 1, J_sum 1, J2 1, loss 0
 *   gradient  loops: 201946 scalar operations, more than 2500; of 55 steps 17 in register tiles, 30 in plain loops, 8 of at most 4 operations unrolled; a loop over 20 time steps, first to last; a loop over 20 time steps, last to first; examples in blocks of 32; in 4 functions of at most 2000 written operations
 *     tiles     o_exp 12480, f_exp 12480, i_exp 12480, add 11840, ds_states_before 41920, grad_Wi 1312, grad_Ui 10496, grad_bi 336, grad_Wf 1312, grad_Uf 10496, grad_bf 336, grad_Wo 1312, grad_Uo 10496, grad_bo 336, grad_Wg 1312, grad_Ug 10496, grad_bg 336
 *     loops     s_states 0, o_den 320, o 320, f_den 320, f 320, i_den 320, i 320, g_expm1 1280, g_den 320, g 960, c 960, expm1 1280, add2 320, mul 960, s_states 320, s_states 0, y 33, dv 32, div 320, div2 320, ds_states_before 0, delta 960, delta 0, delta2 1600, delta3 960, delta4 960, delta5 960, delta6 1280, ds_states_before 320, grad_v 16
 *     unrolled  share 2, dy 1, J 1, J_sum 1, dc0_sum 1, J2 1, grad_c0 2, loss 0
 *   step  loops: 222950 scalar operations, more than 2500; of 106 steps 17 in register tiles, 71 in plain loops, 18 of at most 4 operations unrolled; a loop over 20 time steps, first to last; a loop over 20 time steps, last to first; examples in blocks of 32; in 4 functions of at most 2000 written operations
 *     tiles     o_exp 12480, f_exp 12480, i_exp 12480, add 11840, ds_states_before 41920, dWi 1312, dUi 10496, dbi 336, dWf 1312, dUf 10496, dbf 336, dWo 1312, dUo 10496, dbo 336, dWg 1312, dUg 10496, dbg 336
 *     loops     s_states 0, o_den 320, o 320, f_den 320, f 320, i_den 320, i 320, g_expm1 1280, g_den 320, g 960, c 960, expm1 1280, add2 320, mul 960, s_states 320, s_states 0, y 33, dv 32, div 320, div2 320, ds_states_before 0, delta 960, delta 0, delta2 1600, delta3 960, delta4 960, delta5 960, delta6 1280, ds_states_before 320, scale5 2513, m_Wi 96, v_Wi 192, Wi 192, m_Ui 768, v_Ui 1536, Ui 1536, m_bi 48, v_bi 96, bi 96, m_Wf 96, v_Wf 192, Wf 192, m_Uf 768, v_Uf 1536, Uf 1536, m_bf 48, v_bf 96, bf 96, m_Wo 96, v_Wo 192, Wo 192, m_Uo 768, v_Uo 1536, Uo 1536, m_bo 48, v_bo 96, bo 96, m_Wg 96, v_Wg 192, Wg 192, m_Ug 768, v_Ug 1536, Ug 1536, m_bg 48, v_bg 96, bg 96, m_v 48, v_v 96, v 96, v_c0 6, c0 7
 *     unrolled  share 2, scale 2, scale2 2, stepSize 1, scale3 1, dy 1, J 1, J_sum 1, dc0_sum 1, loss 1, scale4 1, dc0 1, scale6 1, scale7 1, scale8 1, scale9 1, scale10 1, m_c0 3
 *
 * parameters
 *   Wi   16 × 2    glorot                  # line 5
 *   Ui   16 × 16   glorot                  # line 6
 *   bi   16        zeros                   # line 7
 *   Wf   16 × 2    glorot                  # line 8
 *   Uf   16 × 16   glorot                  # line 9
 *   bf   16        [2, 2, 2, 2, …, 2, 2]   # line 10
 *   Wo   16 × 2    glorot                  # line 11
 *   Uo   16 × 16   glorot                  # line 12
 *   bo   16        zeros                   # line 13
 *   Wg   16 × 2    glorot                  # line 14
 *   Ug   16 × 16   glorot                  # line 15
 *   bg   16        zeros                   # line 16
 *   v    16        normal                  # line 17
 *   c0   scalar    zeros                   # line 18
 *
 * data
 *   x   20 × 2   input    # line 2
 *   d   scalar   target   # line 3
 *
 * forward
 *   o = sigmoid(x * Wo' + before(s_states)[:, 1, :] * Uo' + bo)   20 × 16 per example       # lines 21, 22, 23
 *   f = sigmoid(x * Wf' + before(s_states)[:, 1, :] * Uf' + bf)   20 × 16 per example       # lines 22, 23
 *   i = sigmoid(x * Wi' + before(s_states)[:, 1, :] * Ui' + bi)   20 × 16 per example       # lines 22, 23
 *   g = tanh(x * Wg' + before(s_states)[:, 1, :] * Ug' + bg)      20 × 16 per example       # lines 22, 23
 *   c = f .* before(s_states)[:, 2, :] + i .* g                   20 × 16 per example       # lines 21, 22
 *   s_states = [o .* tanh(c); c]                                  20 × 2 × 16 per example   # lines 21, 22, 23, 24
 *   s = s_states[20, :, :]                                        2 × 16 per example        # line 26
 *   y = dot(v, s_states[20, 1, :]) + c0                           scalar per example        # line 27, output
 *   J = (y - d) ^ 2                                               scalar per example        # line 28, loss
 *
 * mean over the batch of m examples
 *   J = (Σn J) / m   scalar   # line 28, loss
 *
 * backward (constant factors come in last, with Σn)
 *   dy = y - d                                                         scalar per example        # chain rule through square: ∂J/∂dy = 2 * dy; a factor 2 * (1/m) comes in later
 *   dJ = 1/m                                                           scalar per example        # each term of a sum gets the cotangent of the sum
 *   dv = 2 * (1/m) * Σn dy * s_states[20, 1, :]                        16                        # dot(v, s_states[20, 1, :]) with respect to v: the other factor times the cotangent
 *   dc0 = 2 * ((Σn dy) / m)                                            scalar                    # the same for all examples: their cotangents add up
 *   t1[20, 1, j] = dy * v[j]                                           20 × 2 × 16 per example   # dot(v, s_states[20, 1, :]) with respect to s_states: the other factor times the cotangent
 *   t2 = 2 * (1/m) * t1 + after(ds_states_before)                      20 × 2 × 16 per example   # sum over every use of the value: through time: the cotangent of the next step
 *   t3 = t2[:, 2, :] + t2[:, 1, :] .* o .* (1 - tanh(c) .^ 2)          20 × 16 per example       # sum over every use of the value: chain rule through tanh: ∂y/∂x = 1 - square(y); each cotangent goes where the number was read
 *   t4 = t3 .* g .* (i .* (1 - i))                                     20 × 16 per example       # chain rule through sigmoid: ∂y/∂x = y * (1 - y)
 *   t5 = t3 .* before(s_states)[:, 2, :] .* (f .* (1 - f))             20 × 16 per example       # chain rule through sigmoid: ∂y/∂x = y * (1 - y)
 *   t6 = t2[:, 1, :] .* tanh(c) .* (o .* (1 - o))                      20 × 16 per example       # chain rule through sigmoid: ∂y/∂x = y * (1 - y)
 *   t7 = t3 .* i .* (1 - g .^ 2)                                       20 × 16 per example       # chain rule through tanh: ∂y/∂x = 1 - square(y)
 *   ds_states_before = [t7 * Ug + t4 * Ui + t5 * Uf + t6 * Uo; t3 .* f]   20 × 2 × 16 per example   # sum over every use of the value: before(s_states)[:, 1, :] * Uo' with respect to before(s_states): the other factor times the cotangent; before(s_states)[:, 1, :] * Uf' with respect to before(s_states): the other factor times the cotangent; each cotangent goes where the number was read
 *   dWi = Σn t4' * x                                                   16 × 2                    # EQ4: ∂C/∂w = δ aᵀ; x * Wi' with respect to Wi: the other matrix transposed, times the cotangent
 *   dUi = Σn t4' * before(s_states)[:, 1, :]                           16 × 16                   # before(s_states)[:, 1, :] * Ui' with respect to Ui: the other factor times the cotangent
 *   dbi = Σn sum(t4, 1)                                                16                        # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
 *   dWf = Σn t5' * x                                                   16 × 2                    # EQ4: ∂C/∂w = δ aᵀ; x * Wf' with respect to Wf: the other matrix transposed, times the cotangent
 *   dUf = Σn t5' * before(s_states)[:, 1, :]                           16 × 16                   # before(s_states)[:, 1, :] * Uf' with respect to Uf: the other factor times the cotangent
 *   dbf = Σn sum(t5, 1)                                                16                        # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
 *   dWo = Σn t6' * x                                                   16 × 2                    # EQ4: ∂C/∂w = δ aᵀ; x * Wo' with respect to Wo: the other matrix transposed, times the cotangent
 *   dUo = Σn t6' * before(s_states)[:, 1, :]                           16 × 16                   # before(s_states)[:, 1, :] * Uo' with respect to Uo: the other factor times the cotangent
 *   dbo = Σn sum(t6, 1)                                                16                        # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
 *   dWg = Σn t7' * x                                                   16 × 2                    # EQ4: ∂C/∂w = δ aᵀ; x * Wg' with respect to Wg: the other matrix transposed, times the cotangent
 *   dUg = Σn t7' * before(s_states)[:, 1, :]                           16 × 16                   # before(s_states)[:, 1, :] * Ug' with respect to Ug: the other factor times the cotangent
 *   dbg = Σn sum(t7, 1)                                                16                        # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
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
  readonly Wi: Tensor<[16, 2]>;
  readonly Ui: Tensor<[16, 16]>;
  readonly bi: Tensor<[16]>;
  readonly Wf: Tensor<[16, 2]>;
  readonly Uf: Tensor<[16, 16]>;
  readonly bf: Tensor<[16]>;
  readonly Wo: Tensor<[16, 2]>;
  readonly Uo: Tensor<[16, 16]>;
  readonly bo: Tensor<[16]>;
  readonly Wg: Tensor<[16, 2]>;
  readonly Ug: Tensor<[16, 16]>;
  readonly bg: Tensor<[16]>;
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
  readonly Wi: Tensor<[16, 2]>;
  readonly Ui: Tensor<[16, 16]>;
  readonly bi: Tensor<[16]>;
  readonly Wf: Tensor<[16, 2]>;
  readonly Uf: Tensor<[16, 16]>;
  readonly bf: Tensor<[16]>;
  readonly Wo: Tensor<[16, 2]>;
  readonly Uo: Tensor<[16, 16]>;
  readonly bo: Tensor<[16]>;
  readonly Wg: Tensor<[16, 2]>;
  readonly Ug: Tensor<[16, 16]>;
  readonly bg: Tensor<[16]>;
  readonly v: Tensor<[16]>;
  readonly c0: Tensor<[]>;
  /** Each loss over the batch. */
  readonly losses: Floats;
}

/** Predictions for one example. */
export type Outputs = { readonly y: Tensor<[]> };

/** What the module is: names, shapes, defaults and data of the spec. */
export const metadata = {
  name: "adding",
  hash: "c7bd0f1770bd407053da001cf5d02e3adde5243bd4a4b48ab80f2bb7ad40a59d",
  version: "0.1.0",
  precision: "f64",
  parameters: [
    { name: "Wi", shape: [16, 2], offset: 0, initial: { kind: "glorot" } },
    { name: "Ui", shape: [16, 16], offset: 32, initial: { kind: "glorot" } },
    { name: "bi", shape: [16], offset: 288, initial: { kind: "zeros" } },
    { name: "Wf", shape: [16, 2], offset: 304, initial: { kind: "glorot" } },
    { name: "Uf", shape: [16, 16], offset: 336, initial: { kind: "glorot" } },
    {
      name: "bf",
      shape: [16],
      offset: 592,
      initial: { kind: "literal", values: [2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2] },
    },
    { name: "Wo", shape: [16, 2], offset: 608, initial: { kind: "glorot" } },
    { name: "Uo", shape: [16, 16], offset: 640, initial: { kind: "glorot" } },
    { name: "bo", shape: [16], offset: 896, initial: { kind: "zeros" } },
    { name: "Wg", shape: [16, 2], offset: 912, initial: { kind: "glorot" } },
    { name: "Ug", shape: [16, 16], offset: 944, initial: { kind: "glorot" } },
    { name: "bg", shape: [16], offset: 1200, initial: { kind: "zeros" } },
    { name: "v", shape: [16], offset: 1216, initial: { kind: "normal" } },
    { name: "c0", shape: [], offset: 1232, initial: { kind: "zeros" } },
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
export function createParameters(flat: Floats = new Float64Array(1233)): Parameters {
  return {
    flat,
    Wi: flat.subarray(0, 32),
    Ui: flat.subarray(32, 288),
    bi: flat.subarray(288, 304),
    Wf: flat.subarray(304, 336),
    Uf: flat.subarray(336, 592),
    bf: flat.subarray(592, 608),
    Wo: flat.subarray(608, 640),
    Uo: flat.subarray(640, 896),
    bo: flat.subarray(896, 912),
    Wg: flat.subarray(912, 944),
    Ug: flat.subarray(944, 1200),
    bg: flat.subarray(1200, 1216),
    v: flat.subarray(1216, 1232),
    c0: flat.subarray(1232, 1233),
  };
}

/** Initial parameters: the same numbers for the same seed. */
export function initialise(seed: number, params: Parameters = createParameters()): Parameters {
  for (let k = 0; k < 32; k++) params.Wi[k] = 0.5773502691896257 * (2 * uniform(seed, 0, k) - 1);
  for (let k = 0; k < 256; k++) params.Ui[k] = 0.4330127018922193 * (2 * uniform(seed, 1, k) - 1);
  params.bi.fill(0);
  for (let k = 0; k < 32; k++) params.Wf[k] = 0.5773502691896257 * (2 * uniform(seed, 3, k) - 1);
  for (let k = 0; k < 256; k++) params.Uf[k] = 0.4330127018922193 * (2 * uniform(seed, 4, k) - 1);
  params.bf.set([2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2]);
  for (let k = 0; k < 32; k++) params.Wo[k] = 0.5773502691896257 * (2 * uniform(seed, 6, k) - 1);
  for (let k = 0; k < 256; k++) params.Uo[k] = 0.4330127018922193 * (2 * uniform(seed, 7, k) - 1);
  params.bo.fill(0);
  for (let k = 0; k < 32; k++) params.Wg[k] = 0.5773502691896257 * (2 * uniform(seed, 9, k) - 1);
  for (let k = 0; k < 256; k++) params.Ug[k] = 0.4330127018922193 * (2 * uniform(seed, 10, k) - 1);
  params.bg.fill(0);
  for (let k = 0; k < 16; k++) params.v[k] = 0.05 * normal(seed, 12, k);
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
    Wi: new Float64Array(32),
    Ui: new Float64Array(256),
    bi: new Float64Array(16),
    Wf: new Float64Array(32),
    Uf: new Float64Array(256),
    bf: new Float64Array(16),
    Wo: new Float64Array(32),
    Uo: new Float64Array(256),
    bo: new Float64Array(16),
    Wg: new Float64Array(32),
    Ug: new Float64Array(256),
    bg: new Float64Array(16),
    v: new Float64Array(16),
    c0: new Float64Array(1),
    losses: new Float64Array(1),
  };
}

/** The state of the update rule, all zeros. */
export function createState(): Floats {
  return new Float64Array(2466);
}

const s_states = new Float64Array(43008);

/** Room for c and ds_states_before, one after the other. */
const ds_states_before = new Float64Array(21504);

const c = ds_states_before;

const x_block = new Float64Array(2560);

const rows = new Int32Array(64);

const share = new Float64Array(1);

const J_sum = new Float64Array(1);

const dv = new Float64Array(16);

const dc0_sum = new Float64Array(1);

/** Room for o_exp and delta, one after the other. */
const delta = new Float64Array(20480);

const o_exp = delta;

const o_den = new Float64Array(10240);

const o = new Float64Array(10240);

/** Room for f_exp and delta4, one after the other. */
const f_exp = new Float64Array(10240);

const delta4 = f_exp;

const f_den = new Float64Array(10240);

const f = new Float64Array(10240);

/** Room for i_exp and div2, one after the other. */
const i_exp = new Float64Array(10240);

const div2 = i_exp;

const i_den = new Float64Array(10240);

const i = new Float64Array(10240);

/** Room for add2 and div3, one after the other. */
const add2 = new Float64Array(10240);

const div3 = add2;

/** Room for g_den and delta3, one after the other. */
const g_den = new Float64Array(10240);

const delta3 = g_den;

const g = new Float64Array(10240);

/** Room for add2_2 and delta2, one after the other. */
const add2_2 = new Float64Array(10240);

const delta2 = add2_2;

const mul2 = new Float64Array(10240);

/** Room for dy and total, one after the other. */
const dy = new Float64Array(32);

const total = dy;

const delta5 = new Float64Array(10240);

const delta6 = new Float64Array(10240);

const scale = new Float64Array(1);

const scale2 = new Float64Array(1);

const stepSize = new Float64Array(1);

const scale3 = new Float64Array(1);

const dWi = new Float64Array(32);

const dUi = new Float64Array(256);

const dbi = new Float64Array(16);

const dWf = new Float64Array(32);

const dUf = new Float64Array(256);

const dbf = new Float64Array(16);

const dWo = new Float64Array(32);

const dUo = new Float64Array(256);

const dbo = new Float64Array(16);

const dWg = new Float64Array(32);

const dUg = new Float64Array(256);

const dbg = new Float64Array(16);

/** The predictions for one example. */
export function forward(params: Parameters, x: Vector<40>, into: Outputs = createOutputs()): Outputs {
  const { Wf, Uf, bf, Wi, Ui, bi, Wg, Ug, bg, Wo, Uo, bo, v, c0 } = params;

  // s_states before the first time step: 0
  for (let i = 0; i < 32; i++) {
    s_states[i] = 0;
  }

  for (let t = 0; t < 20; t++) {
    const t2 = t * 2;
    const t16 = t * 16;
    const t32 = t * 32;

    // c = sigmoid(x * Wf' + before(s_states)[:, 1, :] * Uf' + bf) .* before(s_states)[:, 2, :] + sigmoid(x * Wi' + before(s_states)[:, 1, :] * Ui' …   [lines 21, 22]
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
        const s_states_1 = s_states[t32 + j];
        s1 += Uf[i16 + j] * s_states_1;
        s2 += Uf[i16_2 + j] * s_states_1;
        s3 += Uf[i16_3 + j] * s_states_1;
        s4 += Uf[i16_4 + j] * s_states_1;
        s5 += Uf[i16_5 + j] * s_states_1;
        s6 += Uf[i16_6 + j] * s_states_1;
      }
      let s1_2 = 0, s2_2 = 0, s3_2 = 0, s4_2 = 0, s5_2 = 0, s6_2 = 0;
      for (let j = 0; j < 16; j++) {
        const s_states_2 = s_states[t32 + j];
        s1_2 += Ui[i16 + j] * s_states_2;
        s2_2 += Ui[i16_2 + j] * s_states_2;
        s3_2 += Ui[i16_3 + j] * s_states_2;
        s4_2 += Ui[i16_4 + j] * s_states_2;
        s5_2 += Ui[i16_5 + j] * s_states_2;
        s6_2 += Ui[i16_6 + j] * s_states_2;
      }
      let s1_3 = 0, s2_3 = 0, s3_3 = 0, s4_3 = 0, s5_3 = 0, s6_3 = 0;
      for (let j = 0; j < 16; j++) {
        const s_states_3 = s_states[t32 + j];
        s1_3 += Ug[i16 + j] * s_states_3;
        s2_3 += Ug[i16_2 + j] * s_states_3;
        s3_3 += Ug[i16_3 + j] * s_states_3;
        s4_3 += Ug[i16_4 + j] * s_states_3;
        s5_3 += Ug[i16_5 + j] * s_states_3;
        s6_3 += Ug[i16_6 + j] * s_states_3;
      }
      const i2 = i * 2;
      c[t16 + i] = 1 / (1 + Math.exp(-(Wf[i2] * x_1 + Wf[i2 + 1] * x_2 + s1 + bf[i]))) * s_states[t32 + i + 16] + 1 / (1 + Math.exp(-(Wi[i2] * x_1 + Wi[i2 + 1] * x_2 + s1_2 + bi[i]))) * Math.tanh(Wg[i2] * x_1 + Wg[i2 + 1] * x_2 + s1_3 + bg[i]);
      const i2_2 = i2 + 2;
      c[t16 + i + 1] = 1 / (1 + Math.exp(-(Wf[i2_2] * x_1 + Wf[i2_2 + 1] * x_2 + s2 + bf[i + 1]))) * s_states[t32 + i + 17] + 1 / (1 + Math.exp(-(Wi[i2_2] * x_1 + Wi[i2_2 + 1] * x_2 + s2_2 + bi[i + 1]))) * Math.tanh(Wg[i2_2] * x_1 + Wg[i2_2 + 1] * x_2 + s2_3 + bg[i + 1]);
      const i2_3 = i2 + 4;
      c[t16 + i + 2] = 1 / (1 + Math.exp(-(Wf[i2_3] * x_1 + Wf[i2_3 + 1] * x_2 + s3 + bf[i + 2]))) * s_states[t32 + i + 18] + 1 / (1 + Math.exp(-(Wi[i2_3] * x_1 + Wi[i2_3 + 1] * x_2 + s3_2 + bi[i + 2]))) * Math.tanh(Wg[i2_3] * x_1 + Wg[i2_3 + 1] * x_2 + s3_3 + bg[i + 2]);
      const i2_4 = i2 + 6;
      c[t16 + i + 3] = 1 / (1 + Math.exp(-(Wf[i2_4] * x_1 + Wf[i2_4 + 1] * x_2 + s4 + bf[i + 3]))) * s_states[t32 + i + 19] + 1 / (1 + Math.exp(-(Wi[i2_4] * x_1 + Wi[i2_4 + 1] * x_2 + s4_2 + bi[i + 3]))) * Math.tanh(Wg[i2_4] * x_1 + Wg[i2_4 + 1] * x_2 + s4_3 + bg[i + 3]);
      const i2_5 = i2 + 8;
      c[t16 + i + 4] = 1 / (1 + Math.exp(-(Wf[i2_5] * x_1 + Wf[i2_5 + 1] * x_2 + s5 + bf[i + 4]))) * s_states[t32 + i + 20] + 1 / (1 + Math.exp(-(Wi[i2_5] * x_1 + Wi[i2_5 + 1] * x_2 + s5_2 + bi[i + 4]))) * Math.tanh(Wg[i2_5] * x_1 + Wg[i2_5 + 1] * x_2 + s5_3 + bg[i + 4]);
      const i2_6 = i2 + 10;
      c[t16 + i + 5] = 1 / (1 + Math.exp(-(Wf[i2_6] * x_1 + Wf[i2_6 + 1] * x_2 + s6 + bf[i + 5]))) * s_states[t32 + i + 21] + 1 / (1 + Math.exp(-(Wi[i2_6] * x_1 + Wi[i2_6 + 1] * x_2 + s6_2 + bi[i + 5]))) * Math.tanh(Wg[i2_6] * x_1 + Wg[i2_6 + 1] * x_2 + s6_3 + bg[i + 5]);
    }
    for (let i = 12; i < 16; i += 4) {
      let s1_4 = 0, s2_4 = 0, s3_4 = 0, s4_4 = 0;
      const i16_7 = i * 16;
      const i16_8 = i16_7 + 16;
      const i16_9 = i16_7 + 32;
      const i16_10 = i16_7 + 48;
      for (let j = 0; j < 16; j++) {
        const s_states_1_2 = s_states[t32 + j];
        s1_4 += Uf[i16_7 + j] * s_states_1_2;
        s2_4 += Uf[i16_8 + j] * s_states_1_2;
        s3_4 += Uf[i16_9 + j] * s_states_1_2;
        s4_4 += Uf[i16_10 + j] * s_states_1_2;
      }
      let s1_5 = 0, s2_5 = 0, s3_5 = 0, s4_5 = 0;
      for (let j = 0; j < 16; j++) {
        const s_states_2_2 = s_states[t32 + j];
        s1_5 += Ui[i16_7 + j] * s_states_2_2;
        s2_5 += Ui[i16_8 + j] * s_states_2_2;
        s3_5 += Ui[i16_9 + j] * s_states_2_2;
        s4_5 += Ui[i16_10 + j] * s_states_2_2;
      }
      let s1_6 = 0, s2_6 = 0, s3_6 = 0, s4_6 = 0;
      for (let j = 0; j < 16; j++) {
        const s_states_3_2 = s_states[t32 + j];
        s1_6 += Ug[i16_7 + j] * s_states_3_2;
        s2_6 += Ug[i16_8 + j] * s_states_3_2;
        s3_6 += Ug[i16_9 + j] * s_states_3_2;
        s4_6 += Ug[i16_10 + j] * s_states_3_2;
      }
      const i2_7 = i * 2;
      c[t16 + i] = 1 / (1 + Math.exp(-(Wf[i2_7] * x_1 + Wf[i2_7 + 1] * x_2 + s1_4 + bf[i]))) * s_states[t32 + i + 16] + 1 / (1 + Math.exp(-(Wi[i2_7] * x_1 + Wi[i2_7 + 1] * x_2 + s1_5 + bi[i]))) * Math.tanh(Wg[i2_7] * x_1 + Wg[i2_7 + 1] * x_2 + s1_6 + bg[i]);
      const i2_8 = i2_7 + 2;
      c[t16 + i + 1] = 1 / (1 + Math.exp(-(Wf[i2_8] * x_1 + Wf[i2_8 + 1] * x_2 + s2_4 + bf[i + 1]))) * s_states[t32 + i + 17] + 1 / (1 + Math.exp(-(Wi[i2_8] * x_1 + Wi[i2_8 + 1] * x_2 + s2_5 + bi[i + 1]))) * Math.tanh(Wg[i2_8] * x_1 + Wg[i2_8 + 1] * x_2 + s2_6 + bg[i + 1]);
      const i2_9 = i2_7 + 4;
      c[t16 + i + 2] = 1 / (1 + Math.exp(-(Wf[i2_9] * x_1 + Wf[i2_9 + 1] * x_2 + s3_4 + bf[i + 2]))) * s_states[t32 + i + 18] + 1 / (1 + Math.exp(-(Wi[i2_9] * x_1 + Wi[i2_9 + 1] * x_2 + s3_5 + bi[i + 2]))) * Math.tanh(Wg[i2_9] * x_1 + Wg[i2_9 + 1] * x_2 + s3_6 + bg[i + 2]);
      const i2_10 = i2_7 + 6;
      c[t16 + i + 3] = 1 / (1 + Math.exp(-(Wf[i2_10] * x_1 + Wf[i2_10 + 1] * x_2 + s4_4 + bf[i + 3]))) * s_states[t32 + i + 19] + 1 / (1 + Math.exp(-(Wi[i2_10] * x_1 + Wi[i2_10 + 1] * x_2 + s4_5 + bi[i + 3]))) * Math.tanh(Wg[i2_10] * x_1 + Wg[i2_10 + 1] * x_2 + s4_6 + bg[i + 3]);
    }

    // s_states = [sigmoid(x * Wo' + before(s_states)[:, 1, :] * Uo' + bo) .* tanh(c); c]   [lines 21, 22, 23, 24]
    const x_1_2 = x[t2];
    const x_2_2 = x[t2 + 1];
    const t32_2 = t32 + 32;
    for (let i = 0; i < 12; i += 6) {
      let s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0;
      const i16 = i * 16;
      const i16_2 = i16 + 16;
      const i16_3 = i16 + 32;
      const i16_4 = i16 + 48;
      const i16_5 = i16 + 64;
      const i16_6 = i16 + 80;
      for (let j = 0; j < 16; j++) {
        const s_states_1 = s_states[t32 + j];
        s1 += Uo[i16 + j] * s_states_1;
        s2 += Uo[i16_2 + j] * s_states_1;
        s3 += Uo[i16_3 + j] * s_states_1;
        s4 += Uo[i16_4 + j] * s_states_1;
        s5 += Uo[i16_5 + j] * s_states_1;
        s6 += Uo[i16_6 + j] * s_states_1;
      }
      const i2 = i * 2;
      s_states[t32_2 + i] = 1 / (1 + Math.exp(-(Wo[i2] * x_1_2 + Wo[i2 + 1] * x_2_2 + s1 + bo[i]))) * Math.tanh(c[t16 + i]);
      const i2_2 = i2 + 2;
      s_states[t32_2 + i + 1] = 1 / (1 + Math.exp(-(Wo[i2_2] * x_1_2 + Wo[i2_2 + 1] * x_2_2 + s2 + bo[i + 1]))) * Math.tanh(c[t16 + i + 1]);
      const i2_3 = i2 + 4;
      s_states[t32_2 + i + 2] = 1 / (1 + Math.exp(-(Wo[i2_3] * x_1_2 + Wo[i2_3 + 1] * x_2_2 + s3 + bo[i + 2]))) * Math.tanh(c[t16 + i + 2]);
      const i2_4 = i2 + 6;
      s_states[t32_2 + i + 3] = 1 / (1 + Math.exp(-(Wo[i2_4] * x_1_2 + Wo[i2_4 + 1] * x_2_2 + s4 + bo[i + 3]))) * Math.tanh(c[t16 + i + 3]);
      const i2_5 = i2 + 8;
      s_states[t32_2 + i + 4] = 1 / (1 + Math.exp(-(Wo[i2_5] * x_1_2 + Wo[i2_5 + 1] * x_2_2 + s5 + bo[i + 4]))) * Math.tanh(c[t16 + i + 4]);
      const i2_6 = i2 + 10;
      s_states[t32_2 + i + 5] = 1 / (1 + Math.exp(-(Wo[i2_6] * x_1_2 + Wo[i2_6 + 1] * x_2_2 + s6 + bo[i + 5]))) * Math.tanh(c[t16 + i + 5]);
    }
    for (let i = 12; i < 16; i += 4) {
      let s1_2 = 0, s2_2 = 0, s3_2 = 0, s4_2 = 0;
      const i16_7 = i * 16;
      const i16_8 = i16_7 + 16;
      const i16_9 = i16_7 + 32;
      const i16_10 = i16_7 + 48;
      for (let j = 0; j < 16; j++) {
        const s_states_1_2 = s_states[t32 + j];
        s1_2 += Uo[i16_7 + j] * s_states_1_2;
        s2_2 += Uo[i16_8 + j] * s_states_1_2;
        s3_2 += Uo[i16_9 + j] * s_states_1_2;
        s4_2 += Uo[i16_10 + j] * s_states_1_2;
      }
      const i2_7 = i * 2;
      s_states[t32_2 + i] = 1 / (1 + Math.exp(-(Wo[i2_7] * x_1_2 + Wo[i2_7 + 1] * x_2_2 + s1_2 + bo[i]))) * Math.tanh(c[t16 + i]);
      const i2_8 = i2_7 + 2;
      s_states[t32_2 + i + 1] = 1 / (1 + Math.exp(-(Wo[i2_8] * x_1_2 + Wo[i2_8 + 1] * x_2_2 + s2_2 + bo[i + 1]))) * Math.tanh(c[t16 + i + 1]);
      const i2_9 = i2_7 + 4;
      s_states[t32_2 + i + 2] = 1 / (1 + Math.exp(-(Wo[i2_9] * x_1_2 + Wo[i2_9 + 1] * x_2_2 + s3_2 + bo[i + 2]))) * Math.tanh(c[t16 + i + 2]);
      const i2_10 = i2_7 + 6;
      s_states[t32_2 + i + 3] = 1 / (1 + Math.exp(-(Wo[i2_10] * x_1_2 + Wo[i2_10 + 1] * x_2_2 + s4_2 + bo[i + 3]))) * Math.tanh(c[t16 + i + 3]);
    }
    for (let i = 0; i < 16; i++) {
      s_states[t32 + i + 48] = c[t16 + i];
    }
  }

  // y = dot(v, s_states[20, 1, :]) + c0   [line 27, output]
  let s = 0;
  for (let i = 0; i < 16; i++) {
    s += v[i] * s_states[i + 640];
  }
  into.y[0] = s + c0[0];
  return into;
}

/** Losses, then metrics, over the examples `order[from … to)`, as inference computes them, into `report`; returns the total loss. */
export function evaluate(params: Parameters, data: Examples, report: Report, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { Wf, Uf, bf, Wi, Ui, bi, Wg, Ug, bg, Wo, Uo, bo, v, c0 } = params;
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
      const k672 = k * 672;

      // s_states before the first time step: 0
      for (let i = 0; i < 32; i++) {
        s_states[k672 + i] = 0;
      }
    }

    for (let t = 0; t < 20; t++) {
      const t2 = t * 2;
      const t16 = t * 16;
      const t32 = t * 32;

      // c = sigmoid(x * Wf' + before(s_states)[:, 1, :] * Uf' + bf) .* before(s_states)[:, 2, :] + sigmoid(x * Wi' + before(s_states)[:, 1, :] * Ui' …   [lines 21, 22]
      for (let i = 0; i < 16; i += 4) {
        const i16 = i * 16;
        const i16_2 = i16 + 16;
        const i16_3 = i16 + 32;
        const i16_4 = i16 + 48;
        const i2 = i * 2;
        const Wf_1 = Wf[i2];
        const Wf_2 = Wf[i2 + 1];
        const bf_1 = bf[i];
        const Wi_1 = Wi[i2];
        const Wi_2 = Wi[i2 + 1];
        const bi_1 = bi[i];
        const Wg_1 = Wg[i2];
        const Wg_2 = Wg[i2 + 1];
        const bg_1 = bg[i];
        const i2_2 = i2 + 2;
        const Wf_3 = Wf[i2_2];
        const Wf_4 = Wf[i2_2 + 1];
        const bf_2 = bf[i + 1];
        const Wi_3 = Wi[i2_2];
        const Wi_4 = Wi[i2_2 + 1];
        const bi_2 = bi[i + 1];
        const Wg_3 = Wg[i2_2];
        const Wg_4 = Wg[i2_2 + 1];
        const bg_2 = bg[i + 1];
        const i2_3 = i2 + 4;
        const Wf_5 = Wf[i2_3];
        const Wf_6 = Wf[i2_3 + 1];
        const bf_3 = bf[i + 2];
        const Wi_5 = Wi[i2_3];
        const Wi_6 = Wi[i2_3 + 1];
        const bi_3 = bi[i + 2];
        const Wg_5 = Wg[i2_3];
        const Wg_6 = Wg[i2_3 + 1];
        const bg_3 = bg[i + 2];
        const i2_4 = i2 + 6;
        const Wf_7 = Wf[i2_4];
        const Wf_8 = Wf[i2_4 + 1];
        const bf_4 = bf[i + 3];
        const Wi_7 = Wi[i2_4];
        const Wi_8 = Wi[i2_4 + 1];
        const bi_4 = bi[i + 3];
        const Wg_7 = Wg[i2_4];
        const Wg_8 = Wg[i2_4 + 1];
        const bg_4 = bg[i + 3];
        for (let k = 0; k < size; k += 2) {
          let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
          const k672_2 = k * 672;
          const k672_3 = k672_2 + 672;
          for (let j = 0; j < 16; j++) {
            const Uf_1 = Uf[i16 + j];
            const s_states_1 = s_states[k672_2 + t32 + j];
            const s_states_2 = s_states[k672_3 + t32 + j];
            const Uf_2 = Uf[i16_2 + j];
            const Uf_3 = Uf[i16_3 + j];
            const Uf_4 = Uf[i16_4 + j];
            s11 += Uf_1 * s_states_1;
            s12 += Uf_1 * s_states_2;
            s21 += Uf_2 * s_states_1;
            s22 += Uf_2 * s_states_2;
            s31 += Uf_3 * s_states_1;
            s32 += Uf_3 * s_states_2;
            s41 += Uf_4 * s_states_1;
            s42 += Uf_4 * s_states_2;
          }
          let s11_2 = 0, s12_2 = 0, s21_2 = 0, s22_2 = 0, s31_2 = 0, s32_2 = 0, s41_2 = 0, s42_2 = 0;
          for (let j = 0; j < 16; j++) {
            const Ui_1 = Ui[i16 + j];
            const s_states_3 = s_states[k672_2 + t32 + j];
            const s_states_4 = s_states[k672_3 + t32 + j];
            const Ui_2 = Ui[i16_2 + j];
            const Ui_3 = Ui[i16_3 + j];
            const Ui_4 = Ui[i16_4 + j];
            s11_2 += Ui_1 * s_states_3;
            s12_2 += Ui_1 * s_states_4;
            s21_2 += Ui_2 * s_states_3;
            s22_2 += Ui_2 * s_states_4;
            s31_2 += Ui_3 * s_states_3;
            s32_2 += Ui_3 * s_states_4;
            s41_2 += Ui_4 * s_states_3;
            s42_2 += Ui_4 * s_states_4;
          }
          let s11_3 = 0, s12_3 = 0, s21_3 = 0, s22_3 = 0, s31_3 = 0, s32_3 = 0, s41_3 = 0, s42_3 = 0;
          for (let j = 0; j < 16; j++) {
            const Ug_1 = Ug[i16 + j];
            const s_states_5 = s_states[k672_2 + t32 + j];
            const s_states_6 = s_states[k672_3 + t32 + j];
            const Ug_2 = Ug[i16_2 + j];
            const Ug_3 = Ug[i16_3 + j];
            const Ug_4 = Ug[i16_4 + j];
            s11_3 += Ug_1 * s_states_5;
            s12_3 += Ug_1 * s_states_6;
            s21_3 += Ug_2 * s_states_5;
            s22_3 += Ug_2 * s_states_6;
            s31_3 += Ug_3 * s_states_5;
            s32_3 += Ug_3 * s_states_6;
            s41_3 += Ug_4 * s_states_5;
            s42_3 += Ug_4 * s_states_6;
          }
          const k40 = k * 40;
          const x_1 = x_block[k40 + t2];
          const x_2 = x_block[k40 + t2 + 1];
          const k320 = k * 320;
          c[k320 + t16 + i] = 1 / (1 + Math.exp(-(Wf_1 * x_1 + Wf_2 * x_2 + s11 + bf_1))) * s_states[k672_2 + t32 + i + 16] + 1 / (1 + Math.exp(-(Wi_1 * x_1 + Wi_2 * x_2 + s11_2 + bi_1))) * Math.tanh(Wg_1 * x_1 + Wg_2 * x_2 + s11_3 + bg_1);
          const k40_2 = k40 + 40;
          const x_3 = x_block[k40_2 + t2];
          const x_4 = x_block[k40_2 + t2 + 1];
          const k320_2 = k320 + 320;
          c[k320_2 + t16 + i] = 1 / (1 + Math.exp(-(Wf_1 * x_3 + Wf_2 * x_4 + s12 + bf_1))) * s_states[k672_3 + t32 + i + 16] + 1 / (1 + Math.exp(-(Wi_1 * x_3 + Wi_2 * x_4 + s12_2 + bi_1))) * Math.tanh(Wg_1 * x_3 + Wg_2 * x_4 + s12_3 + bg_1);
          c[k320 + t16 + i + 1] = 1 / (1 + Math.exp(-(Wf_3 * x_1 + Wf_4 * x_2 + s21 + bf_2))) * s_states[k672_2 + t32 + i + 17] + 1 / (1 + Math.exp(-(Wi_3 * x_1 + Wi_4 * x_2 + s21_2 + bi_2))) * Math.tanh(Wg_3 * x_1 + Wg_4 * x_2 + s21_3 + bg_2);
          c[k320_2 + t16 + i + 1] = 1 / (1 + Math.exp(-(Wf_3 * x_3 + Wf_4 * x_4 + s22 + bf_2))) * s_states[k672_3 + t32 + i + 17] + 1 / (1 + Math.exp(-(Wi_3 * x_3 + Wi_4 * x_4 + s22_2 + bi_2))) * Math.tanh(Wg_3 * x_3 + Wg_4 * x_4 + s22_3 + bg_2);
          c[k320 + t16 + i + 2] = 1 / (1 + Math.exp(-(Wf_5 * x_1 + Wf_6 * x_2 + s31 + bf_3))) * s_states[k672_2 + t32 + i + 18] + 1 / (1 + Math.exp(-(Wi_5 * x_1 + Wi_6 * x_2 + s31_2 + bi_3))) * Math.tanh(Wg_5 * x_1 + Wg_6 * x_2 + s31_3 + bg_3);
          c[k320_2 + t16 + i + 2] = 1 / (1 + Math.exp(-(Wf_5 * x_3 + Wf_6 * x_4 + s32 + bf_3))) * s_states[k672_3 + t32 + i + 18] + 1 / (1 + Math.exp(-(Wi_5 * x_3 + Wi_6 * x_4 + s32_2 + bi_3))) * Math.tanh(Wg_5 * x_3 + Wg_6 * x_4 + s32_3 + bg_3);
          c[k320 + t16 + i + 3] = 1 / (1 + Math.exp(-(Wf_7 * x_1 + Wf_8 * x_2 + s41 + bf_4))) * s_states[k672_2 + t32 + i + 19] + 1 / (1 + Math.exp(-(Wi_7 * x_1 + Wi_8 * x_2 + s41_2 + bi_4))) * Math.tanh(Wg_7 * x_1 + Wg_8 * x_2 + s41_3 + bg_4);
          c[k320_2 + t16 + i + 3] = 1 / (1 + Math.exp(-(Wf_7 * x_3 + Wf_8 * x_4 + s42 + bf_4))) * s_states[k672_3 + t32 + i + 19] + 1 / (1 + Math.exp(-(Wi_7 * x_3 + Wi_8 * x_4 + s42_2 + bi_4))) * Math.tanh(Wg_7 * x_3 + Wg_8 * x_4 + s42_3 + bg_4);
        }
      }

      // s_states = [sigmoid(x * Wo' + before(s_states)[:, 1, :] * Uo' + bo) .* tanh(c); c]   [lines 21, 22, 23, 24]
      for (let i = 0; i < 16; i += 4) {
        const i16 = i * 16;
        const i16_2 = i16 + 16;
        const i16_3 = i16 + 32;
        const i16_4 = i16 + 48;
        const i2 = i * 2;
        const Wo_1 = Wo[i2];
        const Wo_2 = Wo[i2 + 1];
        const bo_1 = bo[i];
        const i2_2 = i2 + 2;
        const Wo_3 = Wo[i2_2];
        const Wo_4 = Wo[i2_2 + 1];
        const bo_2 = bo[i + 1];
        const i2_3 = i2 + 4;
        const Wo_5 = Wo[i2_3];
        const Wo_6 = Wo[i2_3 + 1];
        const bo_3 = bo[i + 2];
        const i2_4 = i2 + 6;
        const Wo_7 = Wo[i2_4];
        const Wo_8 = Wo[i2_4 + 1];
        const bo_4 = bo[i + 3];
        for (let k = 0; k < size; k += 2) {
          let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
          const k672_2 = k * 672;
          const k672_3 = k672_2 + 672;
          for (let j = 0; j < 16; j++) {
            const Uo_1 = Uo[i16 + j];
            const s_states_1 = s_states[k672_2 + t32 + j];
            const s_states_2 = s_states[k672_3 + t32 + j];
            const Uo_2 = Uo[i16_2 + j];
            const Uo_3 = Uo[i16_3 + j];
            const Uo_4 = Uo[i16_4 + j];
            s11 += Uo_1 * s_states_1;
            s12 += Uo_1 * s_states_2;
            s21 += Uo_2 * s_states_1;
            s22 += Uo_2 * s_states_2;
            s31 += Uo_3 * s_states_1;
            s32 += Uo_3 * s_states_2;
            s41 += Uo_4 * s_states_1;
            s42 += Uo_4 * s_states_2;
          }
          const k40 = k * 40;
          const x_1 = x_block[k40 + t2];
          const x_2 = x_block[k40 + t2 + 1];
          const k320 = k * 320;
          s_states[k672_2 + t32 + i + 32] = 1 / (1 + Math.exp(-(Wo_1 * x_1 + Wo_2 * x_2 + s11 + bo_1))) * Math.tanh(c[k320 + t16 + i]);
          const k40_2 = k40 + 40;
          const x_3 = x_block[k40_2 + t2];
          const x_4 = x_block[k40_2 + t2 + 1];
          const k320_2 = k320 + 320;
          s_states[k672_3 + t32 + i + 32] = 1 / (1 + Math.exp(-(Wo_1 * x_3 + Wo_2 * x_4 + s12 + bo_1))) * Math.tanh(c[k320_2 + t16 + i]);
          s_states[k672_2 + t32 + i + 33] = 1 / (1 + Math.exp(-(Wo_3 * x_1 + Wo_4 * x_2 + s21 + bo_2))) * Math.tanh(c[k320 + t16 + i + 1]);
          s_states[k672_3 + t32 + i + 33] = 1 / (1 + Math.exp(-(Wo_3 * x_3 + Wo_4 * x_4 + s22 + bo_2))) * Math.tanh(c[k320_2 + t16 + i + 1]);
          s_states[k672_2 + t32 + i + 34] = 1 / (1 + Math.exp(-(Wo_5 * x_1 + Wo_6 * x_2 + s31 + bo_3))) * Math.tanh(c[k320 + t16 + i + 2]);
          s_states[k672_3 + t32 + i + 34] = 1 / (1 + Math.exp(-(Wo_5 * x_3 + Wo_6 * x_4 + s32 + bo_3))) * Math.tanh(c[k320_2 + t16 + i + 2]);
          s_states[k672_2 + t32 + i + 35] = 1 / (1 + Math.exp(-(Wo_7 * x_1 + Wo_8 * x_2 + s41 + bo_4))) * Math.tanh(c[k320 + t16 + i + 3]);
          s_states[k672_3 + t32 + i + 35] = 1 / (1 + Math.exp(-(Wo_7 * x_3 + Wo_8 * x_4 + s42 + bo_4))) * Math.tanh(c[k320_2 + t16 + i + 3]);
        }
      }

      for (let k = 0; k < size; k++) {
        const k320 = k * 320;
        const k672 = k * 672;
        for (let i = 0; i < 16; i++) {
          s_states[k672 + t32 + i + 48] = c[k320 + t16 + i];
        }
      }
    }

    for (let k = 0; k < size; k++) {
      const row = rows[k];
      const k672 = k * 672;

      // y = dot(v, s_states[20, 1, :]) + c0   [line 27, output]
      let s = 0;
      for (let i = 0; i < 16; i++) {
        s += v[i] * s_states[k672 + i + 640];
      }
      const y = s + c0[0];

      // dy = y - d   [chain rule through square: ∂J/∂dy = 2 * dy]
      const dy = y - d[row];

      // J = dy ^ 2   [line 28, loss]
      const J = dy * dy;

      // J_sum = Σn J
      J_sum += J;
    }
  }

  // J2 = J_sum / m   [line 28, loss]
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
  into.Wi.fill(0);
  into.Ui.fill(0);
  into.bi.fill(0);
  into.Wf.fill(0);
  into.Uf.fill(0);
  into.bf.fill(0);
  into.Wo.fill(0);
  into.Uo.fill(0);
  into.bo.fill(0);
  into.Wg.fill(0);
  into.Ug.fill(0);
  into.bg.fill(0);
  for (let first = from; first < to; first += 32) {
    const size = Math.min(32, to - first);
    for (let k = 0; k < size; k++) {
      const row = order === undefined ? first + k : order[first + k];
      rows[k] = row;
      for (let j = 0; j < 40; j++) x_block[k * 40 + j] = x[row * 40 + j];
    }
    gradientPart2(params, data, size);
    gradientPart3(params, into, size);
  }
  gradientPart4(into, m);
  return total[0];
}

/** A part of `gradient`: share. */
function gradientPart(m: number): void {
  // share = 2 * (1/m)
  share[0] = 2 * (1 / m);
}

/** A part of `gradient`: s_states, o_exp, o_den, o, f_exp, f_den, f and 20 more. */
function gradientPart2(params: Parameters, data: Examples, size: number): void {
  const { Wo, Uo, bo, Wf, Uf, bf, Wi, Ui, bi, Wg, Ug, bg, v, c0 } = params;
  const { d } = data.columns;

  for (let k = 0; k < size; k++) {
    const k672 = k * 672;

    // s_states before the first time step: 0
    for (let j = 0; j < 32; j++) {
      s_states[k672 + j] = 0;
    }
  }

  for (let t = 0; t < 20; t++) {
    const t2 = t * 2;
    const t16 = t * 16;
    const t32 = t * 32;

    // o_exp = exp(min(x * Wo' + before(s_states)[:, 1, :] * Uo' + bo, 709))
    for (let j = 0; j < 16; j += 4) {
      const j16 = j * 16;
      const j16_2 = j16 + 16;
      const j16_3 = j16 + 32;
      const j16_4 = j16 + 48;
      const j2 = j * 2;
      const Wo_1 = Wo[j2];
      const Wo_2 = Wo[j2 + 1];
      const bo_1 = bo[j];
      const j2_2 = j2 + 2;
      const Wo_3 = Wo[j2_2];
      const Wo_4 = Wo[j2_2 + 1];
      const bo_2 = bo[j + 1];
      const j2_3 = j2 + 4;
      const Wo_5 = Wo[j2_3];
      const Wo_6 = Wo[j2_3 + 1];
      const bo_3 = bo[j + 2];
      const j2_4 = j2 + 6;
      const Wo_7 = Wo[j2_4];
      const Wo_8 = Wo[j2_4 + 1];
      const bo_4 = bo[j + 3];
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k672_2 = k * 672;
        const k672_3 = k672_2 + 672;
        for (let p = 0; p < 16; p++) {
          const Uo_1 = Uo[j16 + p];
          const s_states_1 = s_states[k672_2 + t32 + p];
          const s_states_2 = s_states[k672_3 + t32 + p];
          const Uo_2 = Uo[j16_2 + p];
          const Uo_3 = Uo[j16_3 + p];
          const Uo_4 = Uo[j16_4 + p];
          s11 += Uo_1 * s_states_1;
          s12 += Uo_1 * s_states_2;
          s21 += Uo_2 * s_states_1;
          s22 += Uo_2 * s_states_2;
          s31 += Uo_3 * s_states_1;
          s32 += Uo_3 * s_states_2;
          s41 += Uo_4 * s_states_1;
          s42 += Uo_4 * s_states_2;
        }
        const k40 = k * 40;
        const x_1 = x_block[k40 + t2];
        const x_2 = x_block[k40 + t2 + 1];
        const k320 = k * 320;
        o_exp[k320 + t16 + j] = Math.exp(Math.min(Wo_1 * x_1 + Wo_2 * x_2 + s11 + bo_1, 709));
        const k40_2 = k40 + 40;
        const x_3 = x_block[k40_2 + t2];
        const x_4 = x_block[k40_2 + t2 + 1];
        const k320_2 = k320 + 320;
        o_exp[k320_2 + t16 + j] = Math.exp(Math.min(Wo_1 * x_3 + Wo_2 * x_4 + s12 + bo_1, 709));
        o_exp[k320 + t16 + j + 1] = Math.exp(Math.min(Wo_3 * x_1 + Wo_4 * x_2 + s21 + bo_2, 709));
        o_exp[k320_2 + t16 + j + 1] = Math.exp(Math.min(Wo_3 * x_3 + Wo_4 * x_4 + s22 + bo_2, 709));
        o_exp[k320 + t16 + j + 2] = Math.exp(Math.min(Wo_5 * x_1 + Wo_6 * x_2 + s31 + bo_3, 709));
        o_exp[k320_2 + t16 + j + 2] = Math.exp(Math.min(Wo_5 * x_3 + Wo_6 * x_4 + s32 + bo_3, 709));
        o_exp[k320 + t16 + j + 3] = Math.exp(Math.min(Wo_7 * x_1 + Wo_8 * x_2 + s41 + bo_4, 709));
        o_exp[k320_2 + t16 + j + 3] = Math.exp(Math.min(Wo_7 * x_3 + Wo_8 * x_4 + s42 + bo_4, 709));
      }
    }

    for (let k = 0; k < size; k++) {
      const k320 = k * 320;

      // o_den = 1 + o_exp
      // o = o_exp ./ o_den   [lines 21, 22, 23]
      for (let j = 0; j < 16; j++) {
        o_den[k320 + t16 + j] = 1 + o_exp[k320 + t16 + j];
        o[k320 + t16 + j] = o_exp[k320 + t16 + j] / o_den[k320 + t16 + j];
      }
    }

    // f_exp = exp(min(x * Wf' + before(s_states)[:, 1, :] * Uf' + bf, 709))
    for (let j = 0; j < 16; j += 4) {
      const j16 = j * 16;
      const j16_2 = j16 + 16;
      const j16_3 = j16 + 32;
      const j16_4 = j16 + 48;
      const j2 = j * 2;
      const Wf_1 = Wf[j2];
      const Wf_2 = Wf[j2 + 1];
      const bf_1 = bf[j];
      const j2_2 = j2 + 2;
      const Wf_3 = Wf[j2_2];
      const Wf_4 = Wf[j2_2 + 1];
      const bf_2 = bf[j + 1];
      const j2_3 = j2 + 4;
      const Wf_5 = Wf[j2_3];
      const Wf_6 = Wf[j2_3 + 1];
      const bf_3 = bf[j + 2];
      const j2_4 = j2 + 6;
      const Wf_7 = Wf[j2_4];
      const Wf_8 = Wf[j2_4 + 1];
      const bf_4 = bf[j + 3];
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k672_2 = k * 672;
        const k672_3 = k672_2 + 672;
        for (let p = 0; p < 16; p++) {
          const Uf_1 = Uf[j16 + p];
          const s_states_1 = s_states[k672_2 + t32 + p];
          const s_states_2 = s_states[k672_3 + t32 + p];
          const Uf_2 = Uf[j16_2 + p];
          const Uf_3 = Uf[j16_3 + p];
          const Uf_4 = Uf[j16_4 + p];
          s11 += Uf_1 * s_states_1;
          s12 += Uf_1 * s_states_2;
          s21 += Uf_2 * s_states_1;
          s22 += Uf_2 * s_states_2;
          s31 += Uf_3 * s_states_1;
          s32 += Uf_3 * s_states_2;
          s41 += Uf_4 * s_states_1;
          s42 += Uf_4 * s_states_2;
        }
        const k40 = k * 40;
        const x_1 = x_block[k40 + t2];
        const x_2 = x_block[k40 + t2 + 1];
        const k320_2 = k * 320;
        f_exp[k320_2 + t16 + j] = Math.exp(Math.min(Wf_1 * x_1 + Wf_2 * x_2 + s11 + bf_1, 709));
        const k40_2 = k40 + 40;
        const x_3 = x_block[k40_2 + t2];
        const x_4 = x_block[k40_2 + t2 + 1];
        const k320_3 = k320_2 + 320;
        f_exp[k320_3 + t16 + j] = Math.exp(Math.min(Wf_1 * x_3 + Wf_2 * x_4 + s12 + bf_1, 709));
        f_exp[k320_2 + t16 + j + 1] = Math.exp(Math.min(Wf_3 * x_1 + Wf_4 * x_2 + s21 + bf_2, 709));
        f_exp[k320_3 + t16 + j + 1] = Math.exp(Math.min(Wf_3 * x_3 + Wf_4 * x_4 + s22 + bf_2, 709));
        f_exp[k320_2 + t16 + j + 2] = Math.exp(Math.min(Wf_5 * x_1 + Wf_6 * x_2 + s31 + bf_3, 709));
        f_exp[k320_3 + t16 + j + 2] = Math.exp(Math.min(Wf_5 * x_3 + Wf_6 * x_4 + s32 + bf_3, 709));
        f_exp[k320_2 + t16 + j + 3] = Math.exp(Math.min(Wf_7 * x_1 + Wf_8 * x_2 + s41 + bf_4, 709));
        f_exp[k320_3 + t16 + j + 3] = Math.exp(Math.min(Wf_7 * x_3 + Wf_8 * x_4 + s42 + bf_4, 709));
      }
    }

    for (let k = 0; k < size; k++) {
      const k320 = k * 320;

      // f_den = 1 + f_exp
      // f = f_exp ./ f_den   [lines 22, 23]
      for (let j = 0; j < 16; j++) {
        f_den[k320 + t16 + j] = 1 + f_exp[k320 + t16 + j];
        f[k320 + t16 + j] = f_exp[k320 + t16 + j] / f_den[k320 + t16 + j];
      }
    }

    // i_exp = exp(min(x * Wi' + before(s_states)[:, 1, :] * Ui' + bi, 709))
    for (let j = 0; j < 16; j += 4) {
      const j16 = j * 16;
      const j16_2 = j16 + 16;
      const j16_3 = j16 + 32;
      const j16_4 = j16 + 48;
      const j2 = j * 2;
      const Wi_1 = Wi[j2];
      const Wi_2 = Wi[j2 + 1];
      const bi_1 = bi[j];
      const j2_2 = j2 + 2;
      const Wi_3 = Wi[j2_2];
      const Wi_4 = Wi[j2_2 + 1];
      const bi_2 = bi[j + 1];
      const j2_3 = j2 + 4;
      const Wi_5 = Wi[j2_3];
      const Wi_6 = Wi[j2_3 + 1];
      const bi_3 = bi[j + 2];
      const j2_4 = j2 + 6;
      const Wi_7 = Wi[j2_4];
      const Wi_8 = Wi[j2_4 + 1];
      const bi_4 = bi[j + 3];
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k672_2 = k * 672;
        const k672_3 = k672_2 + 672;
        for (let p = 0; p < 16; p++) {
          const Ui_1 = Ui[j16 + p];
          const s_states_1 = s_states[k672_2 + t32 + p];
          const s_states_2 = s_states[k672_3 + t32 + p];
          const Ui_2 = Ui[j16_2 + p];
          const Ui_3 = Ui[j16_3 + p];
          const Ui_4 = Ui[j16_4 + p];
          s11 += Ui_1 * s_states_1;
          s12 += Ui_1 * s_states_2;
          s21 += Ui_2 * s_states_1;
          s22 += Ui_2 * s_states_2;
          s31 += Ui_3 * s_states_1;
          s32 += Ui_3 * s_states_2;
          s41 += Ui_4 * s_states_1;
          s42 += Ui_4 * s_states_2;
        }
        const k40 = k * 40;
        const x_1 = x_block[k40 + t2];
        const x_2 = x_block[k40 + t2 + 1];
        const k320_2 = k * 320;
        i_exp[k320_2 + t16 + j] = Math.exp(Math.min(Wi_1 * x_1 + Wi_2 * x_2 + s11 + bi_1, 709));
        const k40_2 = k40 + 40;
        const x_3 = x_block[k40_2 + t2];
        const x_4 = x_block[k40_2 + t2 + 1];
        const k320_3 = k320_2 + 320;
        i_exp[k320_3 + t16 + j] = Math.exp(Math.min(Wi_1 * x_3 + Wi_2 * x_4 + s12 + bi_1, 709));
        i_exp[k320_2 + t16 + j + 1] = Math.exp(Math.min(Wi_3 * x_1 + Wi_4 * x_2 + s21 + bi_2, 709));
        i_exp[k320_3 + t16 + j + 1] = Math.exp(Math.min(Wi_3 * x_3 + Wi_4 * x_4 + s22 + bi_2, 709));
        i_exp[k320_2 + t16 + j + 2] = Math.exp(Math.min(Wi_5 * x_1 + Wi_6 * x_2 + s31 + bi_3, 709));
        i_exp[k320_3 + t16 + j + 2] = Math.exp(Math.min(Wi_5 * x_3 + Wi_6 * x_4 + s32 + bi_3, 709));
        i_exp[k320_2 + t16 + j + 3] = Math.exp(Math.min(Wi_7 * x_1 + Wi_8 * x_2 + s41 + bi_4, 709));
        i_exp[k320_3 + t16 + j + 3] = Math.exp(Math.min(Wi_7 * x_3 + Wi_8 * x_4 + s42 + bi_4, 709));
      }
    }

    for (let k = 0; k < size; k++) {
      const k320 = k * 320;

      // i_den = 1 + i_exp
      // i = i_exp ./ i_den   [lines 22, 23]
      for (let j = 0; j < 16; j++) {
        i_den[k320 + t16 + j] = 1 + i_exp[k320 + t16 + j];
        i[k320 + t16 + j] = i_exp[k320 + t16 + j] / i_den[k320 + t16 + j];
      }
    }

    // add2 = x * Wg' + before(s_states)[:, 1, :] * Ug' + bg   [line 23]
    for (let j = 0; j < 16; j += 4) {
      const j16 = j * 16;
      const j16_2 = j16 + 16;
      const j16_3 = j16 + 32;
      const j16_4 = j16 + 48;
      const j2 = j * 2;
      const Wg_1 = Wg[j2];
      const Wg_2 = Wg[j2 + 1];
      const bg_1 = bg[j];
      const j2_2 = j2 + 2;
      const Wg_3 = Wg[j2_2];
      const Wg_4 = Wg[j2_2 + 1];
      const bg_2 = bg[j + 1];
      const j2_3 = j2 + 4;
      const Wg_5 = Wg[j2_3];
      const Wg_6 = Wg[j2_3 + 1];
      const bg_3 = bg[j + 2];
      const j2_4 = j2 + 6;
      const Wg_7 = Wg[j2_4];
      const Wg_8 = Wg[j2_4 + 1];
      const bg_4 = bg[j + 3];
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k672_2 = k * 672;
        const k672_3 = k672_2 + 672;
        for (let p = 0; p < 16; p++) {
          const Ug_1 = Ug[j16 + p];
          const s_states_1 = s_states[k672_2 + t32 + p];
          const s_states_2 = s_states[k672_3 + t32 + p];
          const Ug_2 = Ug[j16_2 + p];
          const Ug_3 = Ug[j16_3 + p];
          const Ug_4 = Ug[j16_4 + p];
          s11 += Ug_1 * s_states_1;
          s12 += Ug_1 * s_states_2;
          s21 += Ug_2 * s_states_1;
          s22 += Ug_2 * s_states_2;
          s31 += Ug_3 * s_states_1;
          s32 += Ug_3 * s_states_2;
          s41 += Ug_4 * s_states_1;
          s42 += Ug_4 * s_states_2;
        }
        const k40 = k * 40;
        const x_1 = x_block[k40 + t2];
        const x_2 = x_block[k40 + t2 + 1];
        const k320_2 = k * 320;
        add2[k320_2 + t16 + j] = Wg_1 * x_1 + Wg_2 * x_2 + s11 + bg_1;
        const k40_2 = k40 + 40;
        const x_3 = x_block[k40_2 + t2];
        const x_4 = x_block[k40_2 + t2 + 1];
        const k320_3 = k320_2 + 320;
        add2[k320_3 + t16 + j] = Wg_1 * x_3 + Wg_2 * x_4 + s12 + bg_1;
        add2[k320_2 + t16 + j + 1] = Wg_3 * x_1 + Wg_4 * x_2 + s21 + bg_2;
        add2[k320_3 + t16 + j + 1] = Wg_3 * x_3 + Wg_4 * x_4 + s22 + bg_2;
        add2[k320_2 + t16 + j + 2] = Wg_5 * x_1 + Wg_6 * x_2 + s31 + bg_3;
        add2[k320_3 + t16 + j + 2] = Wg_5 * x_3 + Wg_6 * x_4 + s32 + bg_3;
        add2[k320_2 + t16 + j + 3] = Wg_7 * x_1 + Wg_8 * x_2 + s41 + bg_4;
        add2[k320_3 + t16 + j + 3] = Wg_7 * x_3 + Wg_8 * x_4 + s42 + bg_4;
      }
    }

    for (let k = 0; k < size; k++) {
      const k320 = k * 320;
      const k672 = k * 672;

      // g_expm1 = expm1(min(2 * abs(add2), 709))
      // g_den = 2 + g_expm1
      // g = sign(add2) .* (g_expm1 ./ g_den)   [lines 22, 23]
      // c = f .* before(s_states)[:, 2, :] + i .* g   [lines 21, 22]
      // expm1 = expm1(min(2 * abs(c), 709))
      // add2_2 = 2 + expm1
      // mul2 = sign(c) .* (expm1 ./ add2_2)   [line 21]
      for (let j = 0; j < 16; j++) {
        const g_expm1 = Math.expm1(Math.min(2 * Math.abs(add2[k320 + t16 + j]), 709));
        g_den[k320 + t16 + j] = 2 + g_expm1;
        g[k320 + t16 + j] = Math.sign(add2[k320 + t16 + j]) * (g_expm1 / g_den[k320 + t16 + j]);
        c[k320 + t16 + j] = f[k320 + t16 + j] * s_states[k672 + t32 + j + 16] + i[k320 + t16 + j] * g[k320 + t16 + j];
        const expm1 = Math.expm1(Math.min(2 * Math.abs(c[k320 + t16 + j]), 709));
        add2_2[k320 + t16 + j] = 2 + expm1;
        mul2[k320 + t16 + j] = Math.sign(c[k320 + t16 + j]) * (expm1 / add2_2[k320 + t16 + j]);
      }

      // s_states = [o .* mul2; c]   [lines 21, 22, 23, 24]
      for (let j = 0; j < 16; j++) {
        s_states[k672 + t32 + j + 32] = o[k320 + t16 + j] * mul2[k320 + t16 + j];
      }
      for (let j = 0; j < 16; j++) {
        s_states[k672 + t32 + j + 48] = c[k320 + t16 + j];
      }
    }
  }

  for (let k = 0; k < size; k++) {
    const row = rows[k];
    const k320 = k * 320;
    const k672 = k * 672;

    // y = dot(v, s_states[20, 1, :]) + c0   [line 27, output]
    let s = 0;
    for (let j = 0; j < 16; j++) {
      s += v[j] * s_states[k672 + j + 640];
    }
    const y = s + c0[0];

    // dy = y - d   [chain rule through square: ∂J/∂dy = 2 * dy]
    const dy2 = y - d[row];
    dy[k] = dy2;

    // J = dy ^ 2   [line 28, loss]
    const J = dy2 * dy2;

    // J_sum = Σn J
    J_sum[0] += J;

    // dv = Σn dy * s_states[20, 1, :]   [dot(v, s_states[20, 1, :]) with respect to v: the other factor times the cotangent; line 27]
    const t3 = dy[k];
    for (let j = 0; j < 16; j++) {
      dv[j] += t3 * s_states[k672 + j + 640];
    }

    // dc0_sum = Σn dy
    dc0_sum[0] += dy[k];

    // div3 = 2 ./ add2_2
    // div2 = 2 ./ g_den
    for (let j = 0; j < 320; j++) {
      div3[k320 + j] = 2 / add2_2[k320 + j];
      div2[k320 + j] = 2 / g_den[k320 + j];
    }

    // ds_states_before after the last time step: 0
    for (let j = 0; j < 32; j++) {
      ds_states_before[k672 + j + 640] = 0;
    }
  }
}

/** A part of `gradient`: delta, delta2, delta3, delta4, delta5, delta6, ds_states_before and 12 more. */
function gradientPart3(params: Parameters, into: Gradients, size: number): void {
  const { v, Ug, Ui, Uf, Uo } = params;

  for (let t = 19; t >= 0; t--) {
    const t16 = t * 16;
    const t32 = t * 32;

    for (let k = 0; k < size; k++) {
      const k320 = k * 320;
      const k640 = k * 640;
      const k672 = k * 672;

      // delta = share * {[20, 1, j] ↦ dy * v[j]} + after(ds_states_before)   [sum over every use of the value: through time: the cotangent of the next step; line 21]
      const t2 = share[0];
      const t3 = dy[k];
      for (let j = 0; j < 16; j++) {
        delta[k640 + t32 + j] = t2 * (t - 19 === 0 ? t3 * v[j] : 0) + ds_states_before[k672 + t32 + j + 32];
      }
      for (let j = 0; j < 16; j++) {
        delta[k640 + t32 + j + 16] = ds_states_before[k672 + t32 + j + 48];
      }

      // delta2 = delta[:, 2, :] + delta[:, 1, :] .* o .* (div3 .* (2 - div3))   [sum over every use of the value: chain rule through tanh: ∂y/∂x = 1 - square(y); line 22]
      // delta3 = delta2 .* g .* (i ./ i_den)   [chain rule through sigmoid: ∂y/∂x = y * (1 - y); line 23]
      // delta4 = delta2 .* before(s_states)[:, 2, :] .* (f ./ f_den)   [chain rule through sigmoid: ∂y/∂x = y * (1 - y); line 23]
      // delta5 = delta[:, 1, :] .* mul2 .* (o ./ o_den)   [chain rule through sigmoid: ∂y/∂x = y * (1 - y); line 23]
      // delta6 = delta2 .* i .* (div2 .* (2 - div2))   [chain rule through tanh: ∂y/∂x = 1 - square(y); line 23]
      for (let j = 0; j < 16; j++) {
        delta2[k320 + t16 + j] = delta[k640 + t32 + j + 16] + delta[k640 + t32 + j] * o[k320 + t16 + j] * (div3[k320 + t16 + j] * (2 - div3[k320 + t16 + j]));
        delta3[k320 + t16 + j] = delta2[k320 + t16 + j] * g[k320 + t16 + j] * (i[k320 + t16 + j] / i_den[k320 + t16 + j]);
        delta4[k320 + t16 + j] = delta2[k320 + t16 + j] * s_states[k672 + t32 + j + 16] * (f[k320 + t16 + j] / f_den[k320 + t16 + j]);
        delta5[k320 + t16 + j] = delta[k640 + t32 + j] * mul2[k320 + t16 + j] * (o[k320 + t16 + j] / o_den[k320 + t16 + j]);
        delta6[k320 + t16 + j] = delta2[k320 + t16 + j] * i[k320 + t16 + j] * (div2[k320 + t16 + j] * (2 - div2[k320 + t16 + j]));
      }
    }

    // ds_states_before = [delta6 * Ug + delta3 * Ui + delta4 * Uf + delta5 * Uo; delta2 .* f]   [sum over every use of the value: before(s_states)[:, 1, :] * Uo' with respect to before(s_states): the other factor times the cotangent]
    for (let j = 0; j < 16; j += 4) {
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k320_2 = k * 320;
        const k320_3 = k320_2 + 320;
        for (let p = 0; p < 16; p++) {
          const delta6_1 = delta6[k320_2 + t16 + p];
          const p16 = p * 16;
          const Ug_1 = Ug[p16 + j];
          const delta6_2 = delta6[k320_3 + t16 + p];
          const Ug_2 = Ug[p16 + j + 1];
          const Ug_3 = Ug[p16 + j + 2];
          const Ug_4 = Ug[p16 + j + 3];
          s11 += delta6_1 * Ug_1;
          s12 += delta6_2 * Ug_1;
          s21 += delta6_1 * Ug_2;
          s22 += delta6_2 * Ug_2;
          s31 += delta6_1 * Ug_3;
          s32 += delta6_2 * Ug_3;
          s41 += delta6_1 * Ug_4;
          s42 += delta6_2 * Ug_4;
        }
        let s11_2 = 0, s12_2 = 0, s21_2 = 0, s22_2 = 0, s31_2 = 0, s32_2 = 0, s41_2 = 0, s42_2 = 0;
        for (let p = 0; p < 16; p++) {
          const delta3_1 = delta3[k320_2 + t16 + p];
          const p16_2 = p * 16;
          const Ui_1 = Ui[p16_2 + j];
          const delta3_2 = delta3[k320_3 + t16 + p];
          const Ui_2 = Ui[p16_2 + j + 1];
          const Ui_3 = Ui[p16_2 + j + 2];
          const Ui_4 = Ui[p16_2 + j + 3];
          s11_2 += delta3_1 * Ui_1;
          s12_2 += delta3_2 * Ui_1;
          s21_2 += delta3_1 * Ui_2;
          s22_2 += delta3_2 * Ui_2;
          s31_2 += delta3_1 * Ui_3;
          s32_2 += delta3_2 * Ui_3;
          s41_2 += delta3_1 * Ui_4;
          s42_2 += delta3_2 * Ui_4;
        }
        let s11_3 = 0, s12_3 = 0, s21_3 = 0, s22_3 = 0, s31_3 = 0, s32_3 = 0, s41_3 = 0, s42_3 = 0;
        for (let p = 0; p < 16; p++) {
          const delta4_1 = delta4[k320_2 + t16 + p];
          const p16_3 = p * 16;
          const Uf_1 = Uf[p16_3 + j];
          const delta4_2 = delta4[k320_3 + t16 + p];
          const Uf_2 = Uf[p16_3 + j + 1];
          const Uf_3 = Uf[p16_3 + j + 2];
          const Uf_4 = Uf[p16_3 + j + 3];
          s11_3 += delta4_1 * Uf_1;
          s12_3 += delta4_2 * Uf_1;
          s21_3 += delta4_1 * Uf_2;
          s22_3 += delta4_2 * Uf_2;
          s31_3 += delta4_1 * Uf_3;
          s32_3 += delta4_2 * Uf_3;
          s41_3 += delta4_1 * Uf_4;
          s42_3 += delta4_2 * Uf_4;
        }
        let s11_4 = 0, s12_4 = 0, s21_4 = 0, s22_4 = 0, s31_4 = 0, s32_4 = 0, s41_4 = 0, s42_4 = 0;
        for (let p = 0; p < 16; p++) {
          const delta5_1 = delta5[k320_2 + t16 + p];
          const p16_4 = p * 16;
          const Uo_1 = Uo[p16_4 + j];
          const delta5_2 = delta5[k320_3 + t16 + p];
          const Uo_2 = Uo[p16_4 + j + 1];
          const Uo_3 = Uo[p16_4 + j + 2];
          const Uo_4 = Uo[p16_4 + j + 3];
          s11_4 += delta5_1 * Uo_1;
          s12_4 += delta5_2 * Uo_1;
          s21_4 += delta5_1 * Uo_2;
          s22_4 += delta5_2 * Uo_2;
          s31_4 += delta5_1 * Uo_3;
          s32_4 += delta5_2 * Uo_3;
          s41_4 += delta5_1 * Uo_4;
          s42_4 += delta5_2 * Uo_4;
        }
        const k672_2 = k * 672;
        ds_states_before[k672_2 + t32 + j] = s11 + s11_2 + s11_3 + s11_4;
        const k672_3 = k672_2 + 672;
        ds_states_before[k672_3 + t32 + j] = s12 + s12_2 + s12_3 + s12_4;
        ds_states_before[k672_2 + t32 + j + 1] = s21 + s21_2 + s21_3 + s21_4;
        ds_states_before[k672_3 + t32 + j + 1] = s22 + s22_2 + s22_3 + s22_4;
        ds_states_before[k672_2 + t32 + j + 2] = s31 + s31_2 + s31_3 + s31_4;
        ds_states_before[k672_3 + t32 + j + 2] = s32 + s32_2 + s32_3 + s32_4;
        ds_states_before[k672_2 + t32 + j + 3] = s41 + s41_2 + s41_3 + s41_4;
        ds_states_before[k672_3 + t32 + j + 3] = s42 + s42_2 + s42_3 + s42_4;
      }
    }

    for (let k = 0; k < size; k++) {
      const k320 = k * 320;
      const k672 = k * 672;
      for (let j = 0; j < 16; j++) {
        ds_states_before[k672 + t32 + j + 16] = delta2[k320 + t16 + j] * f[k320 + t16 + j];
      }
    }
  }

  // dWi = Σn delta3' * x   [EQ4: ∂C/∂w = δ aᵀ; line 23]
  for (let j = 0; j < 16; j += 4) {
    const j2 = j * 2;
    const j2_2 = j2 + 2;
    const j2_3 = j2 + 4;
    const j2_4 = j2 + 6;
    for (let p = 0; p < 2; p += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k320_2 = k * 320;
        const k40 = k * 40;
        for (let q = 0; q < 20; q++) {
          const q16 = q * 16;
          const delta3_1 = delta3[k320_2 + q16 + j];
          const q2 = q * 2;
          const x_1 = x_block[k40 + q2 + p];
          const x_2 = x_block[k40 + q2 + p + 1];
          const delta3_2 = delta3[k320_2 + q16 + j + 1];
          const delta3_3 = delta3[k320_2 + q16 + j + 2];
          const delta3_4 = delta3[k320_2 + q16 + j + 3];
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
      into.Wi[j2 + p] += s11;
      into.Wi[j2 + p + 1] += s12;
      into.Wi[j2_2 + p] += s21;
      into.Wi[j2_2 + p + 1] += s22;
      into.Wi[j2_3 + p] += s31;
      into.Wi[j2_3 + p + 1] += s32;
      into.Wi[j2_4 + p] += s41;
      into.Wi[j2_4 + p + 1] += s42;
    }
  }

  // dUi = Σn delta3' * before(s_states)[:, 1, :]   [before(s_states)[:, 1, :] * Ui' with respect to Ui: the other factor times the cotangent; line 23]
  for (let p = 0; p < 16; p += 4) {
    for (let j = 0; j < 16; j += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k320_2 = k * 320;
        const k672_2 = k * 672;
        for (let q = 0; q < 20; q++) {
          const q16 = q * 16;
          const delta3_1 = delta3[k320_2 + q16 + j];
          const q32 = q * 32;
          const s_states_1 = s_states[k672_2 + q32 + p];
          const delta3_2 = delta3[k320_2 + q16 + j + 1];
          const s_states_2 = s_states[k672_2 + q32 + p + 1];
          const s_states_3 = s_states[k672_2 + q32 + p + 2];
          const s_states_4 = s_states[k672_2 + q32 + p + 3];
          s11 += delta3_1 * s_states_1;
          s12 += delta3_2 * s_states_1;
          s21 += delta3_1 * s_states_2;
          s22 += delta3_2 * s_states_2;
          s31 += delta3_1 * s_states_3;
          s32 += delta3_2 * s_states_3;
          s41 += delta3_1 * s_states_4;
          s42 += delta3_2 * s_states_4;
        }
      }
      const j16 = j * 16;
      into.Ui[j16 + p] += s11;
      const j16_2 = j16 + 16;
      into.Ui[j16_2 + p] += s12;
      into.Ui[j16 + p + 1] += s21;
      into.Ui[j16_2 + p + 1] += s22;
      into.Ui[j16 + p + 2] += s31;
      into.Ui[j16_2 + p + 2] += s32;
      into.Ui[j16 + p + 3] += s41;
      into.Ui[j16_2 + p + 3] += s42;
    }
  }

  // dbi = Σn sum(delta3, 1)   [EQ3: ∂C/∂b = δ]
  for (let j = 0; j < 16; j += 4) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
    for (let k = 0; k < size; k++) {
      const k320_2 = k * 320;
      for (let p = 0; p < 20; p++) {
        const p16 = p * 16;
        s1 += delta3[k320_2 + p16 + j];
        s2 += delta3[k320_2 + p16 + j + 1];
        s3 += delta3[k320_2 + p16 + j + 2];
        s4 += delta3[k320_2 + p16 + j + 3];
      }
    }
    into.bi[j] += s1;
    into.bi[j + 1] += s2;
    into.bi[j + 2] += s3;
    into.bi[j + 3] += s4;
  }

  // dWf = Σn delta4' * x   [EQ4: ∂C/∂w = δ aᵀ; line 23]
  for (let j = 0; j < 16; j += 4) {
    const j2 = j * 2;
    const j2_2 = j2 + 2;
    const j2_3 = j2 + 4;
    const j2_4 = j2 + 6;
    for (let p = 0; p < 2; p += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k320_2 = k * 320;
        const k40 = k * 40;
        for (let q = 0; q < 20; q++) {
          const q16 = q * 16;
          const delta4_1 = delta4[k320_2 + q16 + j];
          const q2 = q * 2;
          const x_1 = x_block[k40 + q2 + p];
          const x_2 = x_block[k40 + q2 + p + 1];
          const delta4_2 = delta4[k320_2 + q16 + j + 1];
          const delta4_3 = delta4[k320_2 + q16 + j + 2];
          const delta4_4 = delta4[k320_2 + q16 + j + 3];
          s11 += delta4_1 * x_1;
          s12 += delta4_1 * x_2;
          s21 += delta4_2 * x_1;
          s22 += delta4_2 * x_2;
          s31 += delta4_3 * x_1;
          s32 += delta4_3 * x_2;
          s41 += delta4_4 * x_1;
          s42 += delta4_4 * x_2;
        }
      }
      into.Wf[j2 + p] += s11;
      into.Wf[j2 + p + 1] += s12;
      into.Wf[j2_2 + p] += s21;
      into.Wf[j2_2 + p + 1] += s22;
      into.Wf[j2_3 + p] += s31;
      into.Wf[j2_3 + p + 1] += s32;
      into.Wf[j2_4 + p] += s41;
      into.Wf[j2_4 + p + 1] += s42;
    }
  }

  // dUf = Σn delta4' * before(s_states)[:, 1, :]   [before(s_states)[:, 1, :] * Uf' with respect to Uf: the other factor times the cotangent; line 23]
  for (let p = 0; p < 16; p += 4) {
    for (let j = 0; j < 16; j += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k320_2 = k * 320;
        const k672_2 = k * 672;
        for (let q = 0; q < 20; q++) {
          const q16 = q * 16;
          const delta4_1 = delta4[k320_2 + q16 + j];
          const q32 = q * 32;
          const s_states_1 = s_states[k672_2 + q32 + p];
          const delta4_2 = delta4[k320_2 + q16 + j + 1];
          const s_states_2 = s_states[k672_2 + q32 + p + 1];
          const s_states_3 = s_states[k672_2 + q32 + p + 2];
          const s_states_4 = s_states[k672_2 + q32 + p + 3];
          s11 += delta4_1 * s_states_1;
          s12 += delta4_2 * s_states_1;
          s21 += delta4_1 * s_states_2;
          s22 += delta4_2 * s_states_2;
          s31 += delta4_1 * s_states_3;
          s32 += delta4_2 * s_states_3;
          s41 += delta4_1 * s_states_4;
          s42 += delta4_2 * s_states_4;
        }
      }
      const j16 = j * 16;
      into.Uf[j16 + p] += s11;
      const j16_2 = j16 + 16;
      into.Uf[j16_2 + p] += s12;
      into.Uf[j16 + p + 1] += s21;
      into.Uf[j16_2 + p + 1] += s22;
      into.Uf[j16 + p + 2] += s31;
      into.Uf[j16_2 + p + 2] += s32;
      into.Uf[j16 + p + 3] += s41;
      into.Uf[j16_2 + p + 3] += s42;
    }
  }

  // dbf = Σn sum(delta4, 1)   [EQ3: ∂C/∂b = δ]
  for (let j = 0; j < 16; j += 4) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
    for (let k = 0; k < size; k++) {
      const k320_2 = k * 320;
      for (let p = 0; p < 20; p++) {
        const p16 = p * 16;
        s1 += delta4[k320_2 + p16 + j];
        s2 += delta4[k320_2 + p16 + j + 1];
        s3 += delta4[k320_2 + p16 + j + 2];
        s4 += delta4[k320_2 + p16 + j + 3];
      }
    }
    into.bf[j] += s1;
    into.bf[j + 1] += s2;
    into.bf[j + 2] += s3;
    into.bf[j + 3] += s4;
  }

  // dWo = Σn delta5' * x   [EQ4: ∂C/∂w = δ aᵀ; line 23]
  for (let j = 0; j < 16; j += 4) {
    const j2 = j * 2;
    const j2_2 = j2 + 2;
    const j2_3 = j2 + 4;
    const j2_4 = j2 + 6;
    for (let p = 0; p < 2; p += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k320_2 = k * 320;
        const k40 = k * 40;
        for (let q = 0; q < 20; q++) {
          const q16 = q * 16;
          const delta5_1 = delta5[k320_2 + q16 + j];
          const q2 = q * 2;
          const x_1 = x_block[k40 + q2 + p];
          const x_2 = x_block[k40 + q2 + p + 1];
          const delta5_2 = delta5[k320_2 + q16 + j + 1];
          const delta5_3 = delta5[k320_2 + q16 + j + 2];
          const delta5_4 = delta5[k320_2 + q16 + j + 3];
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
      into.Wo[j2 + p] += s11;
      into.Wo[j2 + p + 1] += s12;
      into.Wo[j2_2 + p] += s21;
      into.Wo[j2_2 + p + 1] += s22;
      into.Wo[j2_3 + p] += s31;
      into.Wo[j2_3 + p + 1] += s32;
      into.Wo[j2_4 + p] += s41;
      into.Wo[j2_4 + p + 1] += s42;
    }
  }

  // dUo = Σn delta5' * before(s_states)[:, 1, :]   [before(s_states)[:, 1, :] * Uo' with respect to Uo: the other factor times the cotangent; line 23]
  for (let p = 0; p < 16; p += 4) {
    for (let j = 0; j < 16; j += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k320_2 = k * 320;
        const k672_2 = k * 672;
        for (let q = 0; q < 20; q++) {
          const q16 = q * 16;
          const delta5_1 = delta5[k320_2 + q16 + j];
          const q32 = q * 32;
          const s_states_1 = s_states[k672_2 + q32 + p];
          const delta5_2 = delta5[k320_2 + q16 + j + 1];
          const s_states_2 = s_states[k672_2 + q32 + p + 1];
          const s_states_3 = s_states[k672_2 + q32 + p + 2];
          const s_states_4 = s_states[k672_2 + q32 + p + 3];
          s11 += delta5_1 * s_states_1;
          s12 += delta5_2 * s_states_1;
          s21 += delta5_1 * s_states_2;
          s22 += delta5_2 * s_states_2;
          s31 += delta5_1 * s_states_3;
          s32 += delta5_2 * s_states_3;
          s41 += delta5_1 * s_states_4;
          s42 += delta5_2 * s_states_4;
        }
      }
      const j16 = j * 16;
      into.Uo[j16 + p] += s11;
      const j16_2 = j16 + 16;
      into.Uo[j16_2 + p] += s12;
      into.Uo[j16 + p + 1] += s21;
      into.Uo[j16_2 + p + 1] += s22;
      into.Uo[j16 + p + 2] += s31;
      into.Uo[j16_2 + p + 2] += s32;
      into.Uo[j16 + p + 3] += s41;
      into.Uo[j16_2 + p + 3] += s42;
    }
  }

  // dbo = Σn sum(delta5, 1)   [EQ3: ∂C/∂b = δ]
  for (let j = 0; j < 16; j += 4) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
    for (let k = 0; k < size; k++) {
      const k320_2 = k * 320;
      for (let p = 0; p < 20; p++) {
        const p16 = p * 16;
        s1 += delta5[k320_2 + p16 + j];
        s2 += delta5[k320_2 + p16 + j + 1];
        s3 += delta5[k320_2 + p16 + j + 2];
        s4 += delta5[k320_2 + p16 + j + 3];
      }
    }
    into.bo[j] += s1;
    into.bo[j + 1] += s2;
    into.bo[j + 2] += s3;
    into.bo[j + 3] += s4;
  }

  // dWg = Σn delta6' * x   [EQ4: ∂C/∂w = δ aᵀ; line 23]
  for (let j = 0; j < 16; j += 4) {
    const j2 = j * 2;
    const j2_2 = j2 + 2;
    const j2_3 = j2 + 4;
    const j2_4 = j2 + 6;
    for (let p = 0; p < 2; p += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k320_2 = k * 320;
        const k40 = k * 40;
        for (let q = 0; q < 20; q++) {
          const q16 = q * 16;
          const delta6_1 = delta6[k320_2 + q16 + j];
          const q2 = q * 2;
          const x_1 = x_block[k40 + q2 + p];
          const x_2 = x_block[k40 + q2 + p + 1];
          const delta6_2 = delta6[k320_2 + q16 + j + 1];
          const delta6_3 = delta6[k320_2 + q16 + j + 2];
          const delta6_4 = delta6[k320_2 + q16 + j + 3];
          s11 += delta6_1 * x_1;
          s12 += delta6_1 * x_2;
          s21 += delta6_2 * x_1;
          s22 += delta6_2 * x_2;
          s31 += delta6_3 * x_1;
          s32 += delta6_3 * x_2;
          s41 += delta6_4 * x_1;
          s42 += delta6_4 * x_2;
        }
      }
      into.Wg[j2 + p] += s11;
      into.Wg[j2 + p + 1] += s12;
      into.Wg[j2_2 + p] += s21;
      into.Wg[j2_2 + p + 1] += s22;
      into.Wg[j2_3 + p] += s31;
      into.Wg[j2_3 + p + 1] += s32;
      into.Wg[j2_4 + p] += s41;
      into.Wg[j2_4 + p + 1] += s42;
    }
  }

  // dUg = Σn delta6' * before(s_states)[:, 1, :]   [before(s_states)[:, 1, :] * Ug' with respect to Ug: the other factor times the cotangent; line 23]
  for (let p = 0; p < 16; p += 4) {
    for (let j = 0; j < 16; j += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k320_2 = k * 320;
        const k672_2 = k * 672;
        for (let q = 0; q < 20; q++) {
          const q16 = q * 16;
          const delta6_1 = delta6[k320_2 + q16 + j];
          const q32 = q * 32;
          const s_states_1 = s_states[k672_2 + q32 + p];
          const delta6_2 = delta6[k320_2 + q16 + j + 1];
          const s_states_2 = s_states[k672_2 + q32 + p + 1];
          const s_states_3 = s_states[k672_2 + q32 + p + 2];
          const s_states_4 = s_states[k672_2 + q32 + p + 3];
          s11 += delta6_1 * s_states_1;
          s12 += delta6_2 * s_states_1;
          s21 += delta6_1 * s_states_2;
          s22 += delta6_2 * s_states_2;
          s31 += delta6_1 * s_states_3;
          s32 += delta6_2 * s_states_3;
          s41 += delta6_1 * s_states_4;
          s42 += delta6_2 * s_states_4;
        }
      }
      const j16 = j * 16;
      into.Ug[j16 + p] += s11;
      const j16_2 = j16 + 16;
      into.Ug[j16_2 + p] += s12;
      into.Ug[j16 + p + 1] += s21;
      into.Ug[j16_2 + p + 1] += s22;
      into.Ug[j16 + p + 2] += s31;
      into.Ug[j16_2 + p + 2] += s32;
      into.Ug[j16 + p + 3] += s41;
      into.Ug[j16_2 + p + 3] += s42;
    }
  }

  // dbg = Σn sum(delta6, 1)   [EQ3: ∂C/∂b = δ]
  for (let j = 0; j < 16; j += 4) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
    for (let k = 0; k < size; k++) {
      const k320_2 = k * 320;
      for (let p = 0; p < 20; p++) {
        const p16 = p * 16;
        s1 += delta6[k320_2 + p16 + j];
        s2 += delta6[k320_2 + p16 + j + 1];
        s3 += delta6[k320_2 + p16 + j + 2];
        s4 += delta6[k320_2 + p16 + j + 3];
      }
    }
    into.bg[j] += s1;
    into.bg[j + 1] += s2;
    into.bg[j + 2] += s3;
    into.bg[j + 3] += s4;
  }
}

/** A part of `gradient`: J2, grad_v, grad_c0, loss. */
function gradientPart4(into: Gradients, m: number): void {
  // J2 = J_sum / m   [line 28, loss]
  into.losses[0] = J_sum[0] / m;

  // dv = share * dv   [the mean over the batch]
  const t = share[0];
  for (let j = 0; j < 16; j++) {
    into.v[j] = t * dv[j];
  }

  // dc0 = 2 * (dc0_sum / m)   [the same for all examples: their cotangents add up]
  into.c0[0] = 2 * (dc0_sum[0] / m);

  // loss = J_sum / m   [line 28, loss]
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
  dWi.fill(0);
  dUi.fill(0);
  dbi.fill(0);
  dWf.fill(0);
  dUf.fill(0);
  dbf.fill(0);
  dWo.fill(0);
  dUo.fill(0);
  dbo.fill(0);
  dWg.fill(0);
  dUg.fill(0);
  dbg.fill(0);
  for (let first = from; first < to; first += 32) {
    const size = Math.min(32, to - first);
    for (let k = 0; k < size; k++) {
      const row = order === undefined ? first + k : order[first + k];
      rows[k] = row;
      for (let j = 0; j < 40; j++) x_block[k * 40 + j] = x[row * 40 + j];
    }
    stepPart2(params, data, size);
    stepPart3(params, size);
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

/** A part of `step`: s_states, o_exp, o_den, o, f_exp, f_den, f and 20 more. */
function stepPart2(params: Parameters, data: Examples, size: number): void {
  const { Wo, Uo, bo, Wf, Uf, bf, Wi, Ui, bi, Wg, Ug, bg, v, c0 } = params;
  const { d } = data.columns;

  for (let k = 0; k < size; k++) {
    const k672 = k * 672;

    // s_states before the first time step: 0
    for (let j = 0; j < 32; j++) {
      s_states[k672 + j] = 0;
    }
  }

  for (let t = 0; t < 20; t++) {
    const t2 = t * 2;
    const t16 = t * 16;
    const t32 = t * 32;

    // o_exp = exp(min(x * Wo' + before(s_states)[:, 1, :] * Uo' + bo, 709))
    for (let j = 0; j < 16; j += 4) {
      const j16 = j * 16;
      const j16_2 = j16 + 16;
      const j16_3 = j16 + 32;
      const j16_4 = j16 + 48;
      const j2 = j * 2;
      const Wo_1 = Wo[j2];
      const Wo_2 = Wo[j2 + 1];
      const bo_1 = bo[j];
      const j2_2 = j2 + 2;
      const Wo_3 = Wo[j2_2];
      const Wo_4 = Wo[j2_2 + 1];
      const bo_2 = bo[j + 1];
      const j2_3 = j2 + 4;
      const Wo_5 = Wo[j2_3];
      const Wo_6 = Wo[j2_3 + 1];
      const bo_3 = bo[j + 2];
      const j2_4 = j2 + 6;
      const Wo_7 = Wo[j2_4];
      const Wo_8 = Wo[j2_4 + 1];
      const bo_4 = bo[j + 3];
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k672_2 = k * 672;
        const k672_3 = k672_2 + 672;
        for (let p = 0; p < 16; p++) {
          const Uo_1 = Uo[j16 + p];
          const s_states_1 = s_states[k672_2 + t32 + p];
          const s_states_2 = s_states[k672_3 + t32 + p];
          const Uo_2 = Uo[j16_2 + p];
          const Uo_3 = Uo[j16_3 + p];
          const Uo_4 = Uo[j16_4 + p];
          s11 += Uo_1 * s_states_1;
          s12 += Uo_1 * s_states_2;
          s21 += Uo_2 * s_states_1;
          s22 += Uo_2 * s_states_2;
          s31 += Uo_3 * s_states_1;
          s32 += Uo_3 * s_states_2;
          s41 += Uo_4 * s_states_1;
          s42 += Uo_4 * s_states_2;
        }
        const k40 = k * 40;
        const x_1 = x_block[k40 + t2];
        const x_2 = x_block[k40 + t2 + 1];
        const k320 = k * 320;
        o_exp[k320 + t16 + j] = Math.exp(Math.min(Wo_1 * x_1 + Wo_2 * x_2 + s11 + bo_1, 709));
        const k40_2 = k40 + 40;
        const x_3 = x_block[k40_2 + t2];
        const x_4 = x_block[k40_2 + t2 + 1];
        const k320_2 = k320 + 320;
        o_exp[k320_2 + t16 + j] = Math.exp(Math.min(Wo_1 * x_3 + Wo_2 * x_4 + s12 + bo_1, 709));
        o_exp[k320 + t16 + j + 1] = Math.exp(Math.min(Wo_3 * x_1 + Wo_4 * x_2 + s21 + bo_2, 709));
        o_exp[k320_2 + t16 + j + 1] = Math.exp(Math.min(Wo_3 * x_3 + Wo_4 * x_4 + s22 + bo_2, 709));
        o_exp[k320 + t16 + j + 2] = Math.exp(Math.min(Wo_5 * x_1 + Wo_6 * x_2 + s31 + bo_3, 709));
        o_exp[k320_2 + t16 + j + 2] = Math.exp(Math.min(Wo_5 * x_3 + Wo_6 * x_4 + s32 + bo_3, 709));
        o_exp[k320 + t16 + j + 3] = Math.exp(Math.min(Wo_7 * x_1 + Wo_8 * x_2 + s41 + bo_4, 709));
        o_exp[k320_2 + t16 + j + 3] = Math.exp(Math.min(Wo_7 * x_3 + Wo_8 * x_4 + s42 + bo_4, 709));
      }
    }

    for (let k = 0; k < size; k++) {
      const k320 = k * 320;

      // o_den = 1 + o_exp
      // o = o_exp ./ o_den   [lines 21, 22, 23]
      for (let j = 0; j < 16; j++) {
        o_den[k320 + t16 + j] = 1 + o_exp[k320 + t16 + j];
        o[k320 + t16 + j] = o_exp[k320 + t16 + j] / o_den[k320 + t16 + j];
      }
    }

    // f_exp = exp(min(x * Wf' + before(s_states)[:, 1, :] * Uf' + bf, 709))
    for (let j = 0; j < 16; j += 4) {
      const j16 = j * 16;
      const j16_2 = j16 + 16;
      const j16_3 = j16 + 32;
      const j16_4 = j16 + 48;
      const j2 = j * 2;
      const Wf_1 = Wf[j2];
      const Wf_2 = Wf[j2 + 1];
      const bf_1 = bf[j];
      const j2_2 = j2 + 2;
      const Wf_3 = Wf[j2_2];
      const Wf_4 = Wf[j2_2 + 1];
      const bf_2 = bf[j + 1];
      const j2_3 = j2 + 4;
      const Wf_5 = Wf[j2_3];
      const Wf_6 = Wf[j2_3 + 1];
      const bf_3 = bf[j + 2];
      const j2_4 = j2 + 6;
      const Wf_7 = Wf[j2_4];
      const Wf_8 = Wf[j2_4 + 1];
      const bf_4 = bf[j + 3];
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k672_2 = k * 672;
        const k672_3 = k672_2 + 672;
        for (let p = 0; p < 16; p++) {
          const Uf_1 = Uf[j16 + p];
          const s_states_1 = s_states[k672_2 + t32 + p];
          const s_states_2 = s_states[k672_3 + t32 + p];
          const Uf_2 = Uf[j16_2 + p];
          const Uf_3 = Uf[j16_3 + p];
          const Uf_4 = Uf[j16_4 + p];
          s11 += Uf_1 * s_states_1;
          s12 += Uf_1 * s_states_2;
          s21 += Uf_2 * s_states_1;
          s22 += Uf_2 * s_states_2;
          s31 += Uf_3 * s_states_1;
          s32 += Uf_3 * s_states_2;
          s41 += Uf_4 * s_states_1;
          s42 += Uf_4 * s_states_2;
        }
        const k40 = k * 40;
        const x_1 = x_block[k40 + t2];
        const x_2 = x_block[k40 + t2 + 1];
        const k320_2 = k * 320;
        f_exp[k320_2 + t16 + j] = Math.exp(Math.min(Wf_1 * x_1 + Wf_2 * x_2 + s11 + bf_1, 709));
        const k40_2 = k40 + 40;
        const x_3 = x_block[k40_2 + t2];
        const x_4 = x_block[k40_2 + t2 + 1];
        const k320_3 = k320_2 + 320;
        f_exp[k320_3 + t16 + j] = Math.exp(Math.min(Wf_1 * x_3 + Wf_2 * x_4 + s12 + bf_1, 709));
        f_exp[k320_2 + t16 + j + 1] = Math.exp(Math.min(Wf_3 * x_1 + Wf_4 * x_2 + s21 + bf_2, 709));
        f_exp[k320_3 + t16 + j + 1] = Math.exp(Math.min(Wf_3 * x_3 + Wf_4 * x_4 + s22 + bf_2, 709));
        f_exp[k320_2 + t16 + j + 2] = Math.exp(Math.min(Wf_5 * x_1 + Wf_6 * x_2 + s31 + bf_3, 709));
        f_exp[k320_3 + t16 + j + 2] = Math.exp(Math.min(Wf_5 * x_3 + Wf_6 * x_4 + s32 + bf_3, 709));
        f_exp[k320_2 + t16 + j + 3] = Math.exp(Math.min(Wf_7 * x_1 + Wf_8 * x_2 + s41 + bf_4, 709));
        f_exp[k320_3 + t16 + j + 3] = Math.exp(Math.min(Wf_7 * x_3 + Wf_8 * x_4 + s42 + bf_4, 709));
      }
    }

    for (let k = 0; k < size; k++) {
      const k320 = k * 320;

      // f_den = 1 + f_exp
      // f = f_exp ./ f_den   [lines 22, 23]
      for (let j = 0; j < 16; j++) {
        f_den[k320 + t16 + j] = 1 + f_exp[k320 + t16 + j];
        f[k320 + t16 + j] = f_exp[k320 + t16 + j] / f_den[k320 + t16 + j];
      }
    }

    // i_exp = exp(min(x * Wi' + before(s_states)[:, 1, :] * Ui' + bi, 709))
    for (let j = 0; j < 16; j += 4) {
      const j16 = j * 16;
      const j16_2 = j16 + 16;
      const j16_3 = j16 + 32;
      const j16_4 = j16 + 48;
      const j2 = j * 2;
      const Wi_1 = Wi[j2];
      const Wi_2 = Wi[j2 + 1];
      const bi_1 = bi[j];
      const j2_2 = j2 + 2;
      const Wi_3 = Wi[j2_2];
      const Wi_4 = Wi[j2_2 + 1];
      const bi_2 = bi[j + 1];
      const j2_3 = j2 + 4;
      const Wi_5 = Wi[j2_3];
      const Wi_6 = Wi[j2_3 + 1];
      const bi_3 = bi[j + 2];
      const j2_4 = j2 + 6;
      const Wi_7 = Wi[j2_4];
      const Wi_8 = Wi[j2_4 + 1];
      const bi_4 = bi[j + 3];
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k672_2 = k * 672;
        const k672_3 = k672_2 + 672;
        for (let p = 0; p < 16; p++) {
          const Ui_1 = Ui[j16 + p];
          const s_states_1 = s_states[k672_2 + t32 + p];
          const s_states_2 = s_states[k672_3 + t32 + p];
          const Ui_2 = Ui[j16_2 + p];
          const Ui_3 = Ui[j16_3 + p];
          const Ui_4 = Ui[j16_4 + p];
          s11 += Ui_1 * s_states_1;
          s12 += Ui_1 * s_states_2;
          s21 += Ui_2 * s_states_1;
          s22 += Ui_2 * s_states_2;
          s31 += Ui_3 * s_states_1;
          s32 += Ui_3 * s_states_2;
          s41 += Ui_4 * s_states_1;
          s42 += Ui_4 * s_states_2;
        }
        const k40 = k * 40;
        const x_1 = x_block[k40 + t2];
        const x_2 = x_block[k40 + t2 + 1];
        const k320_2 = k * 320;
        i_exp[k320_2 + t16 + j] = Math.exp(Math.min(Wi_1 * x_1 + Wi_2 * x_2 + s11 + bi_1, 709));
        const k40_2 = k40 + 40;
        const x_3 = x_block[k40_2 + t2];
        const x_4 = x_block[k40_2 + t2 + 1];
        const k320_3 = k320_2 + 320;
        i_exp[k320_3 + t16 + j] = Math.exp(Math.min(Wi_1 * x_3 + Wi_2 * x_4 + s12 + bi_1, 709));
        i_exp[k320_2 + t16 + j + 1] = Math.exp(Math.min(Wi_3 * x_1 + Wi_4 * x_2 + s21 + bi_2, 709));
        i_exp[k320_3 + t16 + j + 1] = Math.exp(Math.min(Wi_3 * x_3 + Wi_4 * x_4 + s22 + bi_2, 709));
        i_exp[k320_2 + t16 + j + 2] = Math.exp(Math.min(Wi_5 * x_1 + Wi_6 * x_2 + s31 + bi_3, 709));
        i_exp[k320_3 + t16 + j + 2] = Math.exp(Math.min(Wi_5 * x_3 + Wi_6 * x_4 + s32 + bi_3, 709));
        i_exp[k320_2 + t16 + j + 3] = Math.exp(Math.min(Wi_7 * x_1 + Wi_8 * x_2 + s41 + bi_4, 709));
        i_exp[k320_3 + t16 + j + 3] = Math.exp(Math.min(Wi_7 * x_3 + Wi_8 * x_4 + s42 + bi_4, 709));
      }
    }

    for (let k = 0; k < size; k++) {
      const k320 = k * 320;

      // i_den = 1 + i_exp
      // i = i_exp ./ i_den   [lines 22, 23]
      for (let j = 0; j < 16; j++) {
        i_den[k320 + t16 + j] = 1 + i_exp[k320 + t16 + j];
        i[k320 + t16 + j] = i_exp[k320 + t16 + j] / i_den[k320 + t16 + j];
      }
    }

    // add2 = x * Wg' + before(s_states)[:, 1, :] * Ug' + bg   [line 23]
    for (let j = 0; j < 16; j += 4) {
      const j16 = j * 16;
      const j16_2 = j16 + 16;
      const j16_3 = j16 + 32;
      const j16_4 = j16 + 48;
      const j2 = j * 2;
      const Wg_1 = Wg[j2];
      const Wg_2 = Wg[j2 + 1];
      const bg_1 = bg[j];
      const j2_2 = j2 + 2;
      const Wg_3 = Wg[j2_2];
      const Wg_4 = Wg[j2_2 + 1];
      const bg_2 = bg[j + 1];
      const j2_3 = j2 + 4;
      const Wg_5 = Wg[j2_3];
      const Wg_6 = Wg[j2_3 + 1];
      const bg_3 = bg[j + 2];
      const j2_4 = j2 + 6;
      const Wg_7 = Wg[j2_4];
      const Wg_8 = Wg[j2_4 + 1];
      const bg_4 = bg[j + 3];
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k672_2 = k * 672;
        const k672_3 = k672_2 + 672;
        for (let p = 0; p < 16; p++) {
          const Ug_1 = Ug[j16 + p];
          const s_states_1 = s_states[k672_2 + t32 + p];
          const s_states_2 = s_states[k672_3 + t32 + p];
          const Ug_2 = Ug[j16_2 + p];
          const Ug_3 = Ug[j16_3 + p];
          const Ug_4 = Ug[j16_4 + p];
          s11 += Ug_1 * s_states_1;
          s12 += Ug_1 * s_states_2;
          s21 += Ug_2 * s_states_1;
          s22 += Ug_2 * s_states_2;
          s31 += Ug_3 * s_states_1;
          s32 += Ug_3 * s_states_2;
          s41 += Ug_4 * s_states_1;
          s42 += Ug_4 * s_states_2;
        }
        const k40 = k * 40;
        const x_1 = x_block[k40 + t2];
        const x_2 = x_block[k40 + t2 + 1];
        const k320_2 = k * 320;
        add2[k320_2 + t16 + j] = Wg_1 * x_1 + Wg_2 * x_2 + s11 + bg_1;
        const k40_2 = k40 + 40;
        const x_3 = x_block[k40_2 + t2];
        const x_4 = x_block[k40_2 + t2 + 1];
        const k320_3 = k320_2 + 320;
        add2[k320_3 + t16 + j] = Wg_1 * x_3 + Wg_2 * x_4 + s12 + bg_1;
        add2[k320_2 + t16 + j + 1] = Wg_3 * x_1 + Wg_4 * x_2 + s21 + bg_2;
        add2[k320_3 + t16 + j + 1] = Wg_3 * x_3 + Wg_4 * x_4 + s22 + bg_2;
        add2[k320_2 + t16 + j + 2] = Wg_5 * x_1 + Wg_6 * x_2 + s31 + bg_3;
        add2[k320_3 + t16 + j + 2] = Wg_5 * x_3 + Wg_6 * x_4 + s32 + bg_3;
        add2[k320_2 + t16 + j + 3] = Wg_7 * x_1 + Wg_8 * x_2 + s41 + bg_4;
        add2[k320_3 + t16 + j + 3] = Wg_7 * x_3 + Wg_8 * x_4 + s42 + bg_4;
      }
    }

    for (let k = 0; k < size; k++) {
      const k320 = k * 320;
      const k672 = k * 672;

      // g_expm1 = expm1(min(2 * abs(add2), 709))
      // g_den = 2 + g_expm1
      // g = sign(add2) .* (g_expm1 ./ g_den)   [lines 22, 23]
      // c = f .* before(s_states)[:, 2, :] + i .* g   [lines 21, 22]
      // expm1 = expm1(min(2 * abs(c), 709))
      // add2_2 = 2 + expm1
      // mul2 = sign(c) .* (expm1 ./ add2_2)   [line 21]
      for (let j = 0; j < 16; j++) {
        const g_expm1 = Math.expm1(Math.min(2 * Math.abs(add2[k320 + t16 + j]), 709));
        g_den[k320 + t16 + j] = 2 + g_expm1;
        g[k320 + t16 + j] = Math.sign(add2[k320 + t16 + j]) * (g_expm1 / g_den[k320 + t16 + j]);
        c[k320 + t16 + j] = f[k320 + t16 + j] * s_states[k672 + t32 + j + 16] + i[k320 + t16 + j] * g[k320 + t16 + j];
        const expm1 = Math.expm1(Math.min(2 * Math.abs(c[k320 + t16 + j]), 709));
        add2_2[k320 + t16 + j] = 2 + expm1;
        mul2[k320 + t16 + j] = Math.sign(c[k320 + t16 + j]) * (expm1 / add2_2[k320 + t16 + j]);
      }

      // s_states = [o .* mul2; c]   [lines 21, 22, 23, 24]
      for (let j = 0; j < 16; j++) {
        s_states[k672 + t32 + j + 32] = o[k320 + t16 + j] * mul2[k320 + t16 + j];
      }
      for (let j = 0; j < 16; j++) {
        s_states[k672 + t32 + j + 48] = c[k320 + t16 + j];
      }
    }
  }

  for (let k = 0; k < size; k++) {
    const row = rows[k];
    const k320 = k * 320;
    const k672 = k * 672;

    // y = dot(v, s_states[20, 1, :]) + c0   [line 27, output]
    let s = 0;
    for (let j = 0; j < 16; j++) {
      s += v[j] * s_states[k672 + j + 640];
    }
    const y = s + c0[0];

    // dy = y - d   [chain rule through square: ∂J/∂dy = 2 * dy]
    const dy2 = y - d[row];
    dy[k] = dy2;

    // J = dy ^ 2   [line 28, loss]
    const J = dy2 * dy2;

    // J_sum = Σn J
    J_sum[0] += J;

    // dv = Σn dy * s_states[20, 1, :]   [dot(v, s_states[20, 1, :]) with respect to v: the other factor times the cotangent; line 27]
    const t3 = dy[k];
    for (let j = 0; j < 16; j++) {
      dv[j] += t3 * s_states[k672 + j + 640];
    }

    // dc0_sum = Σn dy
    dc0_sum[0] += dy[k];

    // div3 = 2 ./ add2_2
    // div2 = 2 ./ g_den
    for (let j = 0; j < 320; j++) {
      div3[k320 + j] = 2 / add2_2[k320 + j];
      div2[k320 + j] = 2 / g_den[k320 + j];
    }

    // ds_states_before after the last time step: 0
    for (let j = 0; j < 32; j++) {
      ds_states_before[k672 + j + 640] = 0;
    }
  }
}

/** A part of `step`: delta, delta2, delta3, delta4, delta5, delta6, ds_states_before and 12 more. */
function stepPart3(params: Parameters, size: number): void {
  const { v, Ug, Ui, Uf, Uo } = params;

  for (let t = 19; t >= 0; t--) {
    const t16 = t * 16;
    const t32 = t * 32;

    for (let k = 0; k < size; k++) {
      const k320 = k * 320;
      const k640 = k * 640;
      const k672 = k * 672;

      // delta = share * {[20, 1, j] ↦ dy * v[j]} + after(ds_states_before)   [sum over every use of the value: through time: the cotangent of the next step; line 21]
      const t2 = share[0];
      const t3 = dy[k];
      for (let j = 0; j < 16; j++) {
        delta[k640 + t32 + j] = t2 * (t - 19 === 0 ? t3 * v[j] : 0) + ds_states_before[k672 + t32 + j + 32];
      }
      for (let j = 0; j < 16; j++) {
        delta[k640 + t32 + j + 16] = ds_states_before[k672 + t32 + j + 48];
      }

      // delta2 = delta[:, 2, :] + delta[:, 1, :] .* o .* (div3 .* (2 - div3))   [sum over every use of the value: chain rule through tanh: ∂y/∂x = 1 - square(y); line 22]
      // delta3 = delta2 .* g .* (i ./ i_den)   [chain rule through sigmoid: ∂y/∂x = y * (1 - y); line 23]
      // delta4 = delta2 .* before(s_states)[:, 2, :] .* (f ./ f_den)   [chain rule through sigmoid: ∂y/∂x = y * (1 - y); line 23]
      // delta5 = delta[:, 1, :] .* mul2 .* (o ./ o_den)   [chain rule through sigmoid: ∂y/∂x = y * (1 - y); line 23]
      // delta6 = delta2 .* i .* (div2 .* (2 - div2))   [chain rule through tanh: ∂y/∂x = 1 - square(y); line 23]
      for (let j = 0; j < 16; j++) {
        delta2[k320 + t16 + j] = delta[k640 + t32 + j + 16] + delta[k640 + t32 + j] * o[k320 + t16 + j] * (div3[k320 + t16 + j] * (2 - div3[k320 + t16 + j]));
        delta3[k320 + t16 + j] = delta2[k320 + t16 + j] * g[k320 + t16 + j] * (i[k320 + t16 + j] / i_den[k320 + t16 + j]);
        delta4[k320 + t16 + j] = delta2[k320 + t16 + j] * s_states[k672 + t32 + j + 16] * (f[k320 + t16 + j] / f_den[k320 + t16 + j]);
        delta5[k320 + t16 + j] = delta[k640 + t32 + j] * mul2[k320 + t16 + j] * (o[k320 + t16 + j] / o_den[k320 + t16 + j]);
        delta6[k320 + t16 + j] = delta2[k320 + t16 + j] * i[k320 + t16 + j] * (div2[k320 + t16 + j] * (2 - div2[k320 + t16 + j]));
      }
    }

    // ds_states_before = [delta6 * Ug + delta3 * Ui + delta4 * Uf + delta5 * Uo; delta2 .* f]   [sum over every use of the value: before(s_states)[:, 1, :] * Uo' with respect to before(s_states): the other factor times the cotangent]
    for (let j = 0; j < 16; j += 4) {
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k320_2 = k * 320;
        const k320_3 = k320_2 + 320;
        for (let p = 0; p < 16; p++) {
          const delta6_1 = delta6[k320_2 + t16 + p];
          const p16 = p * 16;
          const Ug_1 = Ug[p16 + j];
          const delta6_2 = delta6[k320_3 + t16 + p];
          const Ug_2 = Ug[p16 + j + 1];
          const Ug_3 = Ug[p16 + j + 2];
          const Ug_4 = Ug[p16 + j + 3];
          s11 += delta6_1 * Ug_1;
          s12 += delta6_2 * Ug_1;
          s21 += delta6_1 * Ug_2;
          s22 += delta6_2 * Ug_2;
          s31 += delta6_1 * Ug_3;
          s32 += delta6_2 * Ug_3;
          s41 += delta6_1 * Ug_4;
          s42 += delta6_2 * Ug_4;
        }
        let s11_2 = 0, s12_2 = 0, s21_2 = 0, s22_2 = 0, s31_2 = 0, s32_2 = 0, s41_2 = 0, s42_2 = 0;
        for (let p = 0; p < 16; p++) {
          const delta3_1 = delta3[k320_2 + t16 + p];
          const p16_2 = p * 16;
          const Ui_1 = Ui[p16_2 + j];
          const delta3_2 = delta3[k320_3 + t16 + p];
          const Ui_2 = Ui[p16_2 + j + 1];
          const Ui_3 = Ui[p16_2 + j + 2];
          const Ui_4 = Ui[p16_2 + j + 3];
          s11_2 += delta3_1 * Ui_1;
          s12_2 += delta3_2 * Ui_1;
          s21_2 += delta3_1 * Ui_2;
          s22_2 += delta3_2 * Ui_2;
          s31_2 += delta3_1 * Ui_3;
          s32_2 += delta3_2 * Ui_3;
          s41_2 += delta3_1 * Ui_4;
          s42_2 += delta3_2 * Ui_4;
        }
        let s11_3 = 0, s12_3 = 0, s21_3 = 0, s22_3 = 0, s31_3 = 0, s32_3 = 0, s41_3 = 0, s42_3 = 0;
        for (let p = 0; p < 16; p++) {
          const delta4_1 = delta4[k320_2 + t16 + p];
          const p16_3 = p * 16;
          const Uf_1 = Uf[p16_3 + j];
          const delta4_2 = delta4[k320_3 + t16 + p];
          const Uf_2 = Uf[p16_3 + j + 1];
          const Uf_3 = Uf[p16_3 + j + 2];
          const Uf_4 = Uf[p16_3 + j + 3];
          s11_3 += delta4_1 * Uf_1;
          s12_3 += delta4_2 * Uf_1;
          s21_3 += delta4_1 * Uf_2;
          s22_3 += delta4_2 * Uf_2;
          s31_3 += delta4_1 * Uf_3;
          s32_3 += delta4_2 * Uf_3;
          s41_3 += delta4_1 * Uf_4;
          s42_3 += delta4_2 * Uf_4;
        }
        let s11_4 = 0, s12_4 = 0, s21_4 = 0, s22_4 = 0, s31_4 = 0, s32_4 = 0, s41_4 = 0, s42_4 = 0;
        for (let p = 0; p < 16; p++) {
          const delta5_1 = delta5[k320_2 + t16 + p];
          const p16_4 = p * 16;
          const Uo_1 = Uo[p16_4 + j];
          const delta5_2 = delta5[k320_3 + t16 + p];
          const Uo_2 = Uo[p16_4 + j + 1];
          const Uo_3 = Uo[p16_4 + j + 2];
          const Uo_4 = Uo[p16_4 + j + 3];
          s11_4 += delta5_1 * Uo_1;
          s12_4 += delta5_2 * Uo_1;
          s21_4 += delta5_1 * Uo_2;
          s22_4 += delta5_2 * Uo_2;
          s31_4 += delta5_1 * Uo_3;
          s32_4 += delta5_2 * Uo_3;
          s41_4 += delta5_1 * Uo_4;
          s42_4 += delta5_2 * Uo_4;
        }
        const k672_2 = k * 672;
        ds_states_before[k672_2 + t32 + j] = s11 + s11_2 + s11_3 + s11_4;
        const k672_3 = k672_2 + 672;
        ds_states_before[k672_3 + t32 + j] = s12 + s12_2 + s12_3 + s12_4;
        ds_states_before[k672_2 + t32 + j + 1] = s21 + s21_2 + s21_3 + s21_4;
        ds_states_before[k672_3 + t32 + j + 1] = s22 + s22_2 + s22_3 + s22_4;
        ds_states_before[k672_2 + t32 + j + 2] = s31 + s31_2 + s31_3 + s31_4;
        ds_states_before[k672_3 + t32 + j + 2] = s32 + s32_2 + s32_3 + s32_4;
        ds_states_before[k672_2 + t32 + j + 3] = s41 + s41_2 + s41_3 + s41_4;
        ds_states_before[k672_3 + t32 + j + 3] = s42 + s42_2 + s42_3 + s42_4;
      }
    }

    for (let k = 0; k < size; k++) {
      const k320 = k * 320;
      const k672 = k * 672;
      for (let j = 0; j < 16; j++) {
        ds_states_before[k672 + t32 + j + 16] = delta2[k320 + t16 + j] * f[k320 + t16 + j];
      }
    }
  }

  // dWi = Σn delta3' * x   [EQ4: ∂C/∂w = δ aᵀ; line 23]
  for (let j = 0; j < 16; j += 4) {
    const j2 = j * 2;
    const j2_2 = j2 + 2;
    const j2_3 = j2 + 4;
    const j2_4 = j2 + 6;
    for (let p = 0; p < 2; p += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k320_2 = k * 320;
        const k40 = k * 40;
        for (let q = 0; q < 20; q++) {
          const q16 = q * 16;
          const delta3_1 = delta3[k320_2 + q16 + j];
          const q2 = q * 2;
          const x_1 = x_block[k40 + q2 + p];
          const x_2 = x_block[k40 + q2 + p + 1];
          const delta3_2 = delta3[k320_2 + q16 + j + 1];
          const delta3_3 = delta3[k320_2 + q16 + j + 2];
          const delta3_4 = delta3[k320_2 + q16 + j + 3];
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
      dWi[j2 + p] += s11;
      dWi[j2 + p + 1] += s12;
      dWi[j2_2 + p] += s21;
      dWi[j2_2 + p + 1] += s22;
      dWi[j2_3 + p] += s31;
      dWi[j2_3 + p + 1] += s32;
      dWi[j2_4 + p] += s41;
      dWi[j2_4 + p + 1] += s42;
    }
  }

  // dUi = Σn delta3' * before(s_states)[:, 1, :]   [before(s_states)[:, 1, :] * Ui' with respect to Ui: the other factor times the cotangent; line 23]
  for (let p = 0; p < 16; p += 4) {
    for (let j = 0; j < 16; j += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k320_2 = k * 320;
        const k672_2 = k * 672;
        for (let q = 0; q < 20; q++) {
          const q16 = q * 16;
          const delta3_1 = delta3[k320_2 + q16 + j];
          const q32 = q * 32;
          const s_states_1 = s_states[k672_2 + q32 + p];
          const delta3_2 = delta3[k320_2 + q16 + j + 1];
          const s_states_2 = s_states[k672_2 + q32 + p + 1];
          const s_states_3 = s_states[k672_2 + q32 + p + 2];
          const s_states_4 = s_states[k672_2 + q32 + p + 3];
          s11 += delta3_1 * s_states_1;
          s12 += delta3_2 * s_states_1;
          s21 += delta3_1 * s_states_2;
          s22 += delta3_2 * s_states_2;
          s31 += delta3_1 * s_states_3;
          s32 += delta3_2 * s_states_3;
          s41 += delta3_1 * s_states_4;
          s42 += delta3_2 * s_states_4;
        }
      }
      const j16 = j * 16;
      dUi[j16 + p] += s11;
      const j16_2 = j16 + 16;
      dUi[j16_2 + p] += s12;
      dUi[j16 + p + 1] += s21;
      dUi[j16_2 + p + 1] += s22;
      dUi[j16 + p + 2] += s31;
      dUi[j16_2 + p + 2] += s32;
      dUi[j16 + p + 3] += s41;
      dUi[j16_2 + p + 3] += s42;
    }
  }

  // dbi = Σn sum(delta3, 1)   [EQ3: ∂C/∂b = δ]
  for (let j = 0; j < 16; j += 4) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
    for (let k = 0; k < size; k++) {
      const k320_2 = k * 320;
      for (let p = 0; p < 20; p++) {
        const p16 = p * 16;
        s1 += delta3[k320_2 + p16 + j];
        s2 += delta3[k320_2 + p16 + j + 1];
        s3 += delta3[k320_2 + p16 + j + 2];
        s4 += delta3[k320_2 + p16 + j + 3];
      }
    }
    dbi[j] += s1;
    dbi[j + 1] += s2;
    dbi[j + 2] += s3;
    dbi[j + 3] += s4;
  }

  // dWf = Σn delta4' * x   [EQ4: ∂C/∂w = δ aᵀ; line 23]
  for (let j = 0; j < 16; j += 4) {
    const j2 = j * 2;
    const j2_2 = j2 + 2;
    const j2_3 = j2 + 4;
    const j2_4 = j2 + 6;
    for (let p = 0; p < 2; p += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k320_2 = k * 320;
        const k40 = k * 40;
        for (let q = 0; q < 20; q++) {
          const q16 = q * 16;
          const delta4_1 = delta4[k320_2 + q16 + j];
          const q2 = q * 2;
          const x_1 = x_block[k40 + q2 + p];
          const x_2 = x_block[k40 + q2 + p + 1];
          const delta4_2 = delta4[k320_2 + q16 + j + 1];
          const delta4_3 = delta4[k320_2 + q16 + j + 2];
          const delta4_4 = delta4[k320_2 + q16 + j + 3];
          s11 += delta4_1 * x_1;
          s12 += delta4_1 * x_2;
          s21 += delta4_2 * x_1;
          s22 += delta4_2 * x_2;
          s31 += delta4_3 * x_1;
          s32 += delta4_3 * x_2;
          s41 += delta4_4 * x_1;
          s42 += delta4_4 * x_2;
        }
      }
      dWf[j2 + p] += s11;
      dWf[j2 + p + 1] += s12;
      dWf[j2_2 + p] += s21;
      dWf[j2_2 + p + 1] += s22;
      dWf[j2_3 + p] += s31;
      dWf[j2_3 + p + 1] += s32;
      dWf[j2_4 + p] += s41;
      dWf[j2_4 + p + 1] += s42;
    }
  }

  // dUf = Σn delta4' * before(s_states)[:, 1, :]   [before(s_states)[:, 1, :] * Uf' with respect to Uf: the other factor times the cotangent; line 23]
  for (let p = 0; p < 16; p += 4) {
    for (let j = 0; j < 16; j += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k320_2 = k * 320;
        const k672_2 = k * 672;
        for (let q = 0; q < 20; q++) {
          const q16 = q * 16;
          const delta4_1 = delta4[k320_2 + q16 + j];
          const q32 = q * 32;
          const s_states_1 = s_states[k672_2 + q32 + p];
          const delta4_2 = delta4[k320_2 + q16 + j + 1];
          const s_states_2 = s_states[k672_2 + q32 + p + 1];
          const s_states_3 = s_states[k672_2 + q32 + p + 2];
          const s_states_4 = s_states[k672_2 + q32 + p + 3];
          s11 += delta4_1 * s_states_1;
          s12 += delta4_2 * s_states_1;
          s21 += delta4_1 * s_states_2;
          s22 += delta4_2 * s_states_2;
          s31 += delta4_1 * s_states_3;
          s32 += delta4_2 * s_states_3;
          s41 += delta4_1 * s_states_4;
          s42 += delta4_2 * s_states_4;
        }
      }
      const j16 = j * 16;
      dUf[j16 + p] += s11;
      const j16_2 = j16 + 16;
      dUf[j16_2 + p] += s12;
      dUf[j16 + p + 1] += s21;
      dUf[j16_2 + p + 1] += s22;
      dUf[j16 + p + 2] += s31;
      dUf[j16_2 + p + 2] += s32;
      dUf[j16 + p + 3] += s41;
      dUf[j16_2 + p + 3] += s42;
    }
  }

  // dbf = Σn sum(delta4, 1)   [EQ3: ∂C/∂b = δ]
  for (let j = 0; j < 16; j += 4) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
    for (let k = 0; k < size; k++) {
      const k320_2 = k * 320;
      for (let p = 0; p < 20; p++) {
        const p16 = p * 16;
        s1 += delta4[k320_2 + p16 + j];
        s2 += delta4[k320_2 + p16 + j + 1];
        s3 += delta4[k320_2 + p16 + j + 2];
        s4 += delta4[k320_2 + p16 + j + 3];
      }
    }
    dbf[j] += s1;
    dbf[j + 1] += s2;
    dbf[j + 2] += s3;
    dbf[j + 3] += s4;
  }

  // dWo = Σn delta5' * x   [EQ4: ∂C/∂w = δ aᵀ; line 23]
  for (let j = 0; j < 16; j += 4) {
    const j2 = j * 2;
    const j2_2 = j2 + 2;
    const j2_3 = j2 + 4;
    const j2_4 = j2 + 6;
    for (let p = 0; p < 2; p += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k320_2 = k * 320;
        const k40 = k * 40;
        for (let q = 0; q < 20; q++) {
          const q16 = q * 16;
          const delta5_1 = delta5[k320_2 + q16 + j];
          const q2 = q * 2;
          const x_1 = x_block[k40 + q2 + p];
          const x_2 = x_block[k40 + q2 + p + 1];
          const delta5_2 = delta5[k320_2 + q16 + j + 1];
          const delta5_3 = delta5[k320_2 + q16 + j + 2];
          const delta5_4 = delta5[k320_2 + q16 + j + 3];
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
      dWo[j2 + p] += s11;
      dWo[j2 + p + 1] += s12;
      dWo[j2_2 + p] += s21;
      dWo[j2_2 + p + 1] += s22;
      dWo[j2_3 + p] += s31;
      dWo[j2_3 + p + 1] += s32;
      dWo[j2_4 + p] += s41;
      dWo[j2_4 + p + 1] += s42;
    }
  }

  // dUo = Σn delta5' * before(s_states)[:, 1, :]   [before(s_states)[:, 1, :] * Uo' with respect to Uo: the other factor times the cotangent; line 23]
  for (let p = 0; p < 16; p += 4) {
    for (let j = 0; j < 16; j += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k320_2 = k * 320;
        const k672_2 = k * 672;
        for (let q = 0; q < 20; q++) {
          const q16 = q * 16;
          const delta5_1 = delta5[k320_2 + q16 + j];
          const q32 = q * 32;
          const s_states_1 = s_states[k672_2 + q32 + p];
          const delta5_2 = delta5[k320_2 + q16 + j + 1];
          const s_states_2 = s_states[k672_2 + q32 + p + 1];
          const s_states_3 = s_states[k672_2 + q32 + p + 2];
          const s_states_4 = s_states[k672_2 + q32 + p + 3];
          s11 += delta5_1 * s_states_1;
          s12 += delta5_2 * s_states_1;
          s21 += delta5_1 * s_states_2;
          s22 += delta5_2 * s_states_2;
          s31 += delta5_1 * s_states_3;
          s32 += delta5_2 * s_states_3;
          s41 += delta5_1 * s_states_4;
          s42 += delta5_2 * s_states_4;
        }
      }
      const j16 = j * 16;
      dUo[j16 + p] += s11;
      const j16_2 = j16 + 16;
      dUo[j16_2 + p] += s12;
      dUo[j16 + p + 1] += s21;
      dUo[j16_2 + p + 1] += s22;
      dUo[j16 + p + 2] += s31;
      dUo[j16_2 + p + 2] += s32;
      dUo[j16 + p + 3] += s41;
      dUo[j16_2 + p + 3] += s42;
    }
  }

  // dbo = Σn sum(delta5, 1)   [EQ3: ∂C/∂b = δ]
  for (let j = 0; j < 16; j += 4) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
    for (let k = 0; k < size; k++) {
      const k320_2 = k * 320;
      for (let p = 0; p < 20; p++) {
        const p16 = p * 16;
        s1 += delta5[k320_2 + p16 + j];
        s2 += delta5[k320_2 + p16 + j + 1];
        s3 += delta5[k320_2 + p16 + j + 2];
        s4 += delta5[k320_2 + p16 + j + 3];
      }
    }
    dbo[j] += s1;
    dbo[j + 1] += s2;
    dbo[j + 2] += s3;
    dbo[j + 3] += s4;
  }

  // dWg = Σn delta6' * x   [EQ4: ∂C/∂w = δ aᵀ; line 23]
  for (let j = 0; j < 16; j += 4) {
    const j2 = j * 2;
    const j2_2 = j2 + 2;
    const j2_3 = j2 + 4;
    const j2_4 = j2 + 6;
    for (let p = 0; p < 2; p += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k320_2 = k * 320;
        const k40 = k * 40;
        for (let q = 0; q < 20; q++) {
          const q16 = q * 16;
          const delta6_1 = delta6[k320_2 + q16 + j];
          const q2 = q * 2;
          const x_1 = x_block[k40 + q2 + p];
          const x_2 = x_block[k40 + q2 + p + 1];
          const delta6_2 = delta6[k320_2 + q16 + j + 1];
          const delta6_3 = delta6[k320_2 + q16 + j + 2];
          const delta6_4 = delta6[k320_2 + q16 + j + 3];
          s11 += delta6_1 * x_1;
          s12 += delta6_1 * x_2;
          s21 += delta6_2 * x_1;
          s22 += delta6_2 * x_2;
          s31 += delta6_3 * x_1;
          s32 += delta6_3 * x_2;
          s41 += delta6_4 * x_1;
          s42 += delta6_4 * x_2;
        }
      }
      dWg[j2 + p] += s11;
      dWg[j2 + p + 1] += s12;
      dWg[j2_2 + p] += s21;
      dWg[j2_2 + p + 1] += s22;
      dWg[j2_3 + p] += s31;
      dWg[j2_3 + p + 1] += s32;
      dWg[j2_4 + p] += s41;
      dWg[j2_4 + p + 1] += s42;
    }
  }

  // dUg = Σn delta6' * before(s_states)[:, 1, :]   [before(s_states)[:, 1, :] * Ug' with respect to Ug: the other factor times the cotangent; line 23]
  for (let p = 0; p < 16; p += 4) {
    for (let j = 0; j < 16; j += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k320_2 = k * 320;
        const k672_2 = k * 672;
        for (let q = 0; q < 20; q++) {
          const q16 = q * 16;
          const delta6_1 = delta6[k320_2 + q16 + j];
          const q32 = q * 32;
          const s_states_1 = s_states[k672_2 + q32 + p];
          const delta6_2 = delta6[k320_2 + q16 + j + 1];
          const s_states_2 = s_states[k672_2 + q32 + p + 1];
          const s_states_3 = s_states[k672_2 + q32 + p + 2];
          const s_states_4 = s_states[k672_2 + q32 + p + 3];
          s11 += delta6_1 * s_states_1;
          s12 += delta6_2 * s_states_1;
          s21 += delta6_1 * s_states_2;
          s22 += delta6_2 * s_states_2;
          s31 += delta6_1 * s_states_3;
          s32 += delta6_2 * s_states_3;
          s41 += delta6_1 * s_states_4;
          s42 += delta6_2 * s_states_4;
        }
      }
      const j16 = j * 16;
      dUg[j16 + p] += s11;
      const j16_2 = j16 + 16;
      dUg[j16_2 + p] += s12;
      dUg[j16 + p + 1] += s21;
      dUg[j16_2 + p + 1] += s22;
      dUg[j16 + p + 2] += s31;
      dUg[j16_2 + p + 2] += s32;
      dUg[j16 + p + 3] += s41;
      dUg[j16_2 + p + 3] += s42;
    }
  }

  // dbg = Σn sum(delta6, 1)   [EQ3: ∂C/∂b = δ]
  for (let j = 0; j < 16; j += 4) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
    for (let k = 0; k < size; k++) {
      const k320_2 = k * 320;
      for (let p = 0; p < 20; p++) {
        const p16 = p * 16;
        s1 += delta6[k320_2 + p16 + j];
        s2 += delta6[k320_2 + p16 + j + 1];
        s3 += delta6[k320_2 + p16 + j + 2];
        s4 += delta6[k320_2 + p16 + j + 3];
      }
    }
    dbg[j] += s1;
    dbg[j + 1] += s2;
    dbg[j + 2] += s3;
    dbg[j + 3] += s4;
  }
}

/** A part of `step`: loss, scale4, dc0, scale5, scale6, m_Wi, v_Wi and 44 more. */
function stepPart4(params: Parameters, state: Floats, clock: Clock, m: number): void {
  const { Wi, Ui, bi, Wf, Uf, bf, Wo, Uo, bo, Wg, Ug, bg, v, c0 } = params;
  const { rate } = clock;

  // loss = J_sum / m   [line 28, loss]
  total[0] = J_sum[0] / m;

  // scale4 = dc0_sum / m
  const scale4 = dc0_sum[0] / m;

  // dc0 = 2 * scale4   [the same for all examples: their cotangents add up]
  const dc0 = 2 * scale4;

  // scale5 = min(1, 1 / sqrt(sum(dWi .^ 2) + sum(dUi .^ 2) + sum(dbi .^ 2) + sum(dWf .^ 2) + sum(dUf .^ 2) + sum(dbf .^ 2) + sum(dWo .^ 2) + sum …
  let s = 0;
  for (let j = 0; j < 16; j++) {
    s += dWi[j * 2] * dWi[j * 2] + dWi[j * 2 + 1] * dWi[j * 2 + 1];
  }
  let s2 = 0;
  for (let j = 0; j < 16; j++) {
    const j16 = j * 16;
    for (let p = 0; p < 16; p++) {
      s2 += dUi[j16 + p] * dUi[j16 + p];
    }
  }
  let s3 = 0;
  for (let j = 0; j < 16; j++) {
    s3 += dbi[j] * dbi[j];
  }
  let s4 = 0;
  for (let j = 0; j < 16; j++) {
    s4 += dWf[j * 2] * dWf[j * 2] + dWf[j * 2 + 1] * dWf[j * 2 + 1];
  }
  let s5 = 0;
  for (let j = 0; j < 16; j++) {
    const j16_2 = j * 16;
    for (let p = 0; p < 16; p++) {
      s5 += dUf[j16_2 + p] * dUf[j16_2 + p];
    }
  }
  let s6 = 0;
  for (let j = 0; j < 16; j++) {
    s6 += dbf[j] * dbf[j];
  }
  let s7 = 0;
  for (let j = 0; j < 16; j++) {
    s7 += dWo[j * 2] * dWo[j * 2] + dWo[j * 2 + 1] * dWo[j * 2 + 1];
  }
  let s8 = 0;
  for (let j = 0; j < 16; j++) {
    const j16_3 = j * 16;
    for (let p = 0; p < 16; p++) {
      s8 += dUo[j16_3 + p] * dUo[j16_3 + p];
    }
  }
  let s9 = 0;
  for (let j = 0; j < 16; j++) {
    s9 += dbo[j] * dbo[j];
  }
  let s10 = 0;
  for (let j = 0; j < 16; j++) {
    s10 += dWg[j * 2] * dWg[j * 2] + dWg[j * 2 + 1] * dWg[j * 2 + 1];
  }
  let s11 = 0;
  for (let j = 0; j < 16; j++) {
    const j16_4 = j * 16;
    for (let p = 0; p < 16; p++) {
      s11 += dUg[j16_4 + p] * dUg[j16_4 + p];
    }
  }
  let s12 = 0;
  for (let j = 0; j < 16; j++) {
    s12 += dbg[j] * dbg[j];
  }
  let s13 = 0;
  const t = share[0];
  for (let j = 0; j < 16; j++) {
    const t2 = t * dv[j];
    s13 += t2 * t2;
  }
  const scale5 = Math.min(1, 1 / Math.sqrt(s + s2 + s3 + s4 + s5 + s6 + s7 + s8 + s9 + s10 + s11 + s12 + s13 + dc0 * dc0));
  const scale6 = 0.1 * scale5;

  // m_Wi⁺ = 0.9 * m_Wi + scale6 * dWi
  // v_Wi⁺ = 0.999 * v_Wi + 0.001 * (scale5 * dWi) .^ 2
  // Wi⁺ = Wi - stepSize * (m_Wi⁺ ./ (sqrt(scale3 * v_Wi⁺) + 1e-8))
  const t3 = stepSize[0];
  const t4 = scale3[0];
  for (let j = 0; j < 32; j++) {
    state[j] = 0.9 * state[j] + scale6 * dWi[j];
    const t2 = scale5 * dWi[j];
    state[32 + j] = 0.999 * state[32 + j] + 0.001 * (t2 * t2);
    Wi[j] -= t3 * (state[j] / (Math.sqrt(t4 * state[32 + j]) + 1e-8));
  }

  // m_Ui⁺ = 0.9 * m_Ui + scale6 * dUi
  // v_Ui⁺ = 0.999 * v_Ui + 0.001 * (scale5 * dUi) .^ 2
  // Ui⁺ = Ui - stepSize * (m_Ui⁺ ./ (sqrt(scale3 * v_Ui⁺) + 1e-8))
  const t5 = stepSize[0];
  const t6 = scale3[0];
  for (let j = 0; j < 256; j++) {
    state[64 + j] = 0.9 * state[64 + j] + scale6 * dUi[j];
    const t2 = scale5 * dUi[j];
    state[320 + j] = 0.999 * state[320 + j] + 0.001 * (t2 * t2);
    Ui[j] -= t5 * (state[64 + j] / (Math.sqrt(t6 * state[320 + j]) + 1e-8));
  }

  // m_bi⁺ = 0.9 * m_bi + scale6 * dbi
  // v_bi⁺ = 0.999 * v_bi + 0.001 * (scale5 * dbi) .^ 2
  // bi⁺ = bi - stepSize * (m_bi⁺ ./ (sqrt(scale3 * v_bi⁺) + 1e-8))
  const t7 = stepSize[0];
  const t8 = scale3[0];
  for (let j = 0; j < 16; j++) {
    state[576 + j] = 0.9 * state[576 + j] + scale6 * dbi[j];
    const t2 = scale5 * dbi[j];
    state[592 + j] = 0.999 * state[592 + j] + 0.001 * (t2 * t2);
    bi[j] -= t7 * (state[576 + j] / (Math.sqrt(t8 * state[592 + j]) + 1e-8));
  }

  // m_Wf⁺ = 0.9 * m_Wf + scale6 * dWf
  // v_Wf⁺ = 0.999 * v_Wf + 0.001 * (scale5 * dWf) .^ 2
  // Wf⁺ = Wf - stepSize * (m_Wf⁺ ./ (sqrt(scale3 * v_Wf⁺) + 1e-8))
  const t9 = stepSize[0];
  const t10 = scale3[0];
  for (let j = 0; j < 32; j++) {
    state[608 + j] = 0.9 * state[608 + j] + scale6 * dWf[j];
    const t2 = scale5 * dWf[j];
    state[640 + j] = 0.999 * state[640 + j] + 0.001 * (t2 * t2);
    Wf[j] -= t9 * (state[608 + j] / (Math.sqrt(t10 * state[640 + j]) + 1e-8));
  }

  // m_Uf⁺ = 0.9 * m_Uf + scale6 * dUf
  // v_Uf⁺ = 0.999 * v_Uf + 0.001 * (scale5 * dUf) .^ 2
  // Uf⁺ = Uf - stepSize * (m_Uf⁺ ./ (sqrt(scale3 * v_Uf⁺) + 1e-8))
  const t11 = stepSize[0];
  const t12 = scale3[0];
  for (let j = 0; j < 256; j++) {
    state[672 + j] = 0.9 * state[672 + j] + scale6 * dUf[j];
    const t2 = scale5 * dUf[j];
    state[928 + j] = 0.999 * state[928 + j] + 0.001 * (t2 * t2);
    Uf[j] -= t11 * (state[672 + j] / (Math.sqrt(t12 * state[928 + j]) + 1e-8));
  }

  // m_bf⁺ = 0.9 * m_bf + scale6 * dbf
  // v_bf⁺ = 0.999 * v_bf + 0.001 * (scale5 * dbf) .^ 2
  // bf⁺ = bf - stepSize * (m_bf⁺ ./ (sqrt(scale3 * v_bf⁺) + 1e-8))
  const t13 = stepSize[0];
  const t14 = scale3[0];
  for (let j = 0; j < 16; j++) {
    state[1184 + j] = 0.9 * state[1184 + j] + scale6 * dbf[j];
    const t2 = scale5 * dbf[j];
    state[1200 + j] = 0.999 * state[1200 + j] + 0.001 * (t2 * t2);
    bf[j] -= t13 * (state[1184 + j] / (Math.sqrt(t14 * state[1200 + j]) + 1e-8));
  }

  // m_Wo⁺ = 0.9 * m_Wo + scale6 * dWo
  // v_Wo⁺ = 0.999 * v_Wo + 0.001 * (scale5 * dWo) .^ 2
  // Wo⁺ = Wo - stepSize * (m_Wo⁺ ./ (sqrt(scale3 * v_Wo⁺) + 1e-8))
  const t15 = stepSize[0];
  const t16 = scale3[0];
  for (let j = 0; j < 32; j++) {
    state[1216 + j] = 0.9 * state[1216 + j] + scale6 * dWo[j];
    const t2 = scale5 * dWo[j];
    state[1248 + j] = 0.999 * state[1248 + j] + 0.001 * (t2 * t2);
    Wo[j] -= t15 * (state[1216 + j] / (Math.sqrt(t16 * state[1248 + j]) + 1e-8));
  }

  // m_Uo⁺ = 0.9 * m_Uo + scale6 * dUo
  // v_Uo⁺ = 0.999 * v_Uo + 0.001 * (scale5 * dUo) .^ 2
  // Uo⁺ = Uo - stepSize * (m_Uo⁺ ./ (sqrt(scale3 * v_Uo⁺) + 1e-8))
  const t17 = stepSize[0];
  const t18 = scale3[0];
  for (let j = 0; j < 256; j++) {
    state[1280 + j] = 0.9 * state[1280 + j] + scale6 * dUo[j];
    const t2 = scale5 * dUo[j];
    state[1536 + j] = 0.999 * state[1536 + j] + 0.001 * (t2 * t2);
    Uo[j] -= t17 * (state[1280 + j] / (Math.sqrt(t18 * state[1536 + j]) + 1e-8));
  }

  // m_bo⁺ = 0.9 * m_bo + scale6 * dbo
  // v_bo⁺ = 0.999 * v_bo + 0.001 * (scale5 * dbo) .^ 2
  // bo⁺ = bo - stepSize * (m_bo⁺ ./ (sqrt(scale3 * v_bo⁺) + 1e-8))
  const t19 = stepSize[0];
  const t20 = scale3[0];
  for (let j = 0; j < 16; j++) {
    state[1792 + j] = 0.9 * state[1792 + j] + scale6 * dbo[j];
    const t2 = scale5 * dbo[j];
    state[1808 + j] = 0.999 * state[1808 + j] + 0.001 * (t2 * t2);
    bo[j] -= t19 * (state[1792 + j] / (Math.sqrt(t20 * state[1808 + j]) + 1e-8));
  }

  // m_Wg⁺ = 0.9 * m_Wg + scale6 * dWg
  // v_Wg⁺ = 0.999 * v_Wg + 0.001 * (scale5 * dWg) .^ 2
  // Wg⁺ = Wg - stepSize * (m_Wg⁺ ./ (sqrt(scale3 * v_Wg⁺) + 1e-8))
  const t21 = stepSize[0];
  const t22 = scale3[0];
  for (let j = 0; j < 32; j++) {
    state[1824 + j] = 0.9 * state[1824 + j] + scale6 * dWg[j];
    const t2 = scale5 * dWg[j];
    state[1856 + j] = 0.999 * state[1856 + j] + 0.001 * (t2 * t2);
    Wg[j] -= t21 * (state[1824 + j] / (Math.sqrt(t22 * state[1856 + j]) + 1e-8));
  }

  // m_Ug⁺ = 0.9 * m_Ug + scale6 * dUg
  // v_Ug⁺ = 0.999 * v_Ug + 0.001 * (scale5 * dUg) .^ 2
  // Ug⁺ = Ug - stepSize * (m_Ug⁺ ./ (sqrt(scale3 * v_Ug⁺) + 1e-8))
  const t23 = stepSize[0];
  const t24 = scale3[0];
  for (let j = 0; j < 256; j++) {
    state[1888 + j] = 0.9 * state[1888 + j] + scale6 * dUg[j];
    const t2 = scale5 * dUg[j];
    state[2144 + j] = 0.999 * state[2144 + j] + 0.001 * (t2 * t2);
    Ug[j] -= t23 * (state[1888 + j] / (Math.sqrt(t24 * state[2144 + j]) + 1e-8));
  }

  // m_bg⁺ = 0.9 * m_bg + scale6 * dbg
  // v_bg⁺ = 0.999 * v_bg + 0.001 * (scale5 * dbg) .^ 2
  // bg⁺ = bg - stepSize * (m_bg⁺ ./ (sqrt(scale3 * v_bg⁺) + 1e-8))
  const t25 = stepSize[0];
  const t26 = scale3[0];
  for (let j = 0; j < 16; j++) {
    state[2400 + j] = 0.9 * state[2400 + j] + scale6 * dbg[j];
    const t2 = scale5 * dbg[j];
    state[2416 + j] = 0.999 * state[2416 + j] + 0.001 * (t2 * t2);
    bg[j] -= t25 * (state[2400 + j] / (Math.sqrt(t26 * state[2416 + j]) + 1e-8));
  }
  const scale7 = scale5 / m;
  const scale8 = 0.2 * scale7;

  // m_v⁺ = 0.9 * m_v + scale8 * dv
  for (let j = 0; j < 16; j++) {
    state[2432 + j] = 0.9 * state[2432 + j] + scale8 * dv[j];
  }
  const scale9 = 2 * scale7;

  // v_v⁺ = 0.999 * v_v + 0.001 * (scale9 * dv) .^ 2
  // v⁺ = v - stepSize * (m_v⁺ ./ (sqrt(scale3 * v_v⁺) + 1e-8))
  const t27 = stepSize[0];
  const t28 = scale3[0];
  for (let j = 0; j < 16; j++) {
    const t2 = scale9 * dv[j];
    state[2448 + j] = 0.999 * state[2448 + j] + 0.001 * (t2 * t2);
    v[j] -= t27 * (state[2432 + j] / (Math.sqrt(t28 * state[2448 + j]) + 1e-8));
  }
  const scale10 = scale5 * scale4;

  // m_c0⁺ = 0.9 * m_c0 + 0.2 * scale10
  state[2464] = 0.9 * state[2464] + 0.2 * scale10;

  // v_c0⁺ = 0.999 * v_c0 + 0.001 * (2 * scale10) ^ 2
  const t2 = 2 * scale10;
  state[2465] = 0.999 * state[2465] + 0.001 * (t2 * t2);

  // c0⁺ = c0 - rate * (m_c0⁺ / scale) / (sqrt(v_c0⁺ / scale2) + 1e-8)
  c0[0] -= rate * (state[2464] / scale[0]) / (Math.sqrt(state[2465] / scale2[0]) + 1e-8);
}

/** The predictions for one example among others. */
export function predict(params: Parameters, data: Examples, row: number, into: Outputs = createOutputs()): Outputs {
  return forward(params, data.columns.x.subarray(row * 40, row * 40 + 40), into);
}
