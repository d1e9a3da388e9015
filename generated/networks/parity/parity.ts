/**
 * parity: compiled by gradc 0.1.0 from parity.grad. Do not edit: change the spec and compile again.
 *
 * Spec        sha256 ddd480ae915e4691e1e38dcb9d7930d3b600dd90e9bf498aaf4e71de21f33973
 * Parameters  329: W vector of 32, Ui (8 × 8), Uf (8 × 8), Uo (8 × 8), Ug (8 × 8), b vector of 32, v vector of 8, c0 scalar
 * Precision   64-bit
 * Convention  loss and gradients are the mean over the batch
 * Stable form xlogy(d, sigmoid(z)) -> -(d * softplus(-z))
 *             xlogy(d, 1 - sigmoid(z)) -> -(d * softplus(z))
 *             d * softplus(-z) + (1 - d) * softplus(z) -> logisticLoss(z, d)
 *             1 - square(tanh(x)) -> 2 / (2 + expm1(min(2 * abs(x), 709))) * (2 - 2 / (2 + expm1(min(2 * abs(x), 709))))
 *             1 - sigmoid(x) -> 1 / (1 + exp(min(x, 709)))
 *
 * Operations of gradient, for one example (sums over the batch left out):
 *   forward 7280: 3104 add, 2888 multiply, 328 compare, 328 divide, 208 exp, 136 abs, 128 expm1, 128 sign, 16 negate, 8 log1p, 8 subtract
 *   backward 11600: 5632 multiply, 5512 add, 320 divide, 136 subtract
 *
 * Schedule:
 *   forward  loops: 7912 scalar operations, more than 2500; of 6 steps 3 in register tiles, 3 in plain loops; a loop over 8 time steps, first to last
 *     tiles     c 4160, s 1472, y 168
 *     loops     a 512, s 0, s 0
 *   evaluate  loops: 8013 scalar operations, more than 2500; of 12 steps 3 in register tiles, 6 in plain loops, 3 of at most 4 operations unrolled; a loop over 8 time steps, first to last; examples in blocks of 64
 *     tiles     c 4160, s 1472, y_in 136
 *     loops     a 512, s 0, s 0, J_sum 73, y 32, accuracy_sum 25
 *     unrolled  J 1, accuracy 2, loss 0
 *   gradient  loops: 24725 scalar operations, more than 2500; of 58 steps 13 in register tiles, 41 in plain loops, 4 of at most 4 operations unrolled; a loop over 8 time steps, first to last; a loop over 8 time steps, last to first; examples in blocks of 64; in 4 functions of at most 2000 written operations
 *     tiles     o_exp 1216, f_exp 1216, i_exp 1344, add 1088, y_in 136, ds_before 4288, dv 136, dW_sum2 544, grad_Ui 1088, grad_Uf 1088, grad_Uo 1088, grad_Ug 1088, db_sum2 288
 *     loops     a 512, s 0, o_den 64, o 64, f_den 64, f 64, i_den 64, i 64, g_expm1 256, g_den 64, g 192, c 192, expm1 256, add2 64, mul 192, s 64, s 0, J_sum 73, y 32, sub 8, dc0_sum 9, div 64, div2 64, ds_before 0, ds 192, ds 0, delta 320, delta2 192, delta3 256, delta4 192, delta5 192, ds_before 64, dW_sum 544, db_sum 288, delta6 0, delta6 0, delta6 0, delta6 0, grad_W 32, grad_b 32, grad_v 8
 *     unrolled  share 1, J 1, grad_c0 1, loss 0
 *   step  loops: 29018 scalar operations, more than 2500; of 85 steps 13 in register tiles, 62 in plain loops, 10 of at most 4 operations unrolled; a loop over 8 time steps, first to last; a loop over 8 time steps, last to first; examples in blocks of 64; in 4 functions of at most 2000 written operations
 *     tiles     o_exp 1216, f_exp 1216, i_exp 1344, add 1088, y_in 136, ds_before 4288, dv 136, dW_sum2 544, dUi 1088, dUf 1088, dUo 1088, dUg 1088, db_sum2 288
 *     loops     a 512, s 0, o_den 64, o 64, f_den 64, f 64, i_den 64, i 64, g_expm1 256, g_den 64, g 192, c 192, expm1 256, add2 64, mul 192, s 64, s 0, J_sum 73, y 32, sub 8, dc0_sum 9, div 64, div2 64, ds_before 0, ds 192, ds 0, delta 320, delta2 192, delta3 256, delta4 192, delta5 192, ds_before 64, dW_sum 544, db_sum 288, delta6 0, delta6 0, delta6 0, delta6 0, dW 32, db 32, m_W 96, v_W 128, W 192, m_Ui 192, v_Ui 256, Ui 384, m_Uf 192, v_Uf 256, Uf 384, m_Uo 192, v_Uo 256, Uo 384, m_Ug 192, v_Ug 256, Ug 384, m_b 96, v_b 128, b 192, m_v 24, v_v 48, v 48, c0 7
 *     unrolled  share 1, scale 2, scale2 2, stepSize 1, scale3 1, share2 1, loss 1, dc0 1, m_c0 3, v_c0 4
 *
 * parameters
 *   W    32       zeros                   # line 5
 *   Ui   8 × 8    glorot                  # line 6
 *   Uf   8 × 8    glorot                  # line 7
 *   Uo   8 × 8    glorot                  # line 8
 *   Ug   8 × 8    glorot                  # line 9
 *   b    32       [0, 0, 0, 0, …, 0, 0]   # line 10
 *   v    8        normal                  # line 11
 *   c0   scalar   zeros                   # line 12
 *
 * data
 *   x   8   input    # line 2
 *   d   8   target   # line 3
 *
 * forward
 *   a = W .* reshape(x, [8, 1]) + b                                    8 × 32 per example      # lines 16, 17
 *   o = sigmoid(a[:, 17:24] + before(s)[:, 1, :] * Uo')                8 × 8 per example       # lines 14, 15, 16
 *   f = sigmoid(a[:, 9:16] + before(s)[:, 1, :] * Uf')                 8 × 8 per example       # lines 15, 16
 *   i = sigmoid(W[1:8] .* reshape(x, [8, 1]) + b[1:8] + before(s)[:, 1, :] * Ui')   8 × 8 per example       # lines 15, 16
 *   g = tanh(a[:, 25:32] + before(s)[:, 1, :] * Ug')                   8 × 8 per example       # lines 15, 16
 *   c = f .* before(s)[:, 2, :] + i .* g                               8 × 8 per example       # lines 14, 15
 *   s = [o .* tanh(c); c]                                              8 × 2 × 8 per example   # line 19
 *   t1 = s[:, 1, :] * v + c0                                           8 per example           # line 20
 *   y = sigmoid(t1)                                                    8 per example           # line 20, output
 *   t2 = logisticLoss(t1, d)                                           8 per example
 *   J = sum(t2)                                                        scalar per example      # line 21, loss
 *   t3 = (y > 0.5) == d                                                8 per example           # line 23
 *   accuracy = 0.125 * sum(t3)                                         scalar per example      # line 23, metric
 *
 * mean over the batch of m examples
 *   J = (Σn sum(t2)) / m                    scalar   # line 21, loss
 *   accuracy = 0.125 * ((Σn sum(t3)) / m)   scalar   # line 23, metric
 *
 * backward
 *   dv = 1/m * Σn s[:, 1, :]' * (y - d)                                8                       # s[:, 1, :] * v with respect to v: the other factor times the cotangent
 *   dc0 = (Σn sum(y - d)) / m                                          scalar                  # the same for all examples: their cotangents add up
 *   t4[j, 1, k] = (y[j] - d[j]) * v[k]                                 8 × 2 × 8 per example   # s[:, 1, :] * v with respect to s: the other factor times the cotangent
 *   ds = 1/m * t4 + after(ds_before)                                   8 × 2 × 8 per example   # sum over every use of the value: through time: the cotangent of the next step
 *   t5 = ds[:, 2, :] + ds[:, 1, :] .* o .* (1 - tanh(c) .^ 2)          8 × 8 per example       # sum over every use of the value: chain rule through tanh: ∂y/∂x = 1 - square(y); each cotangent goes where the number was read
 *   t6 = t5 .* g .* (i .* (1 - i))                                     8 × 8 per example       # chain rule through sigmoid: ∂y/∂x = y * (1 - y)
 *   t7 = t5 .* i .* (1 - g .^ 2)                                       8 × 8 per example       # chain rule through tanh: ∂y/∂x = 1 - square(y)
 *   t8 = ds[:, 1, :] .* tanh(c) .* (o .* (1 - o))                      8 × 8 per example       # chain rule through sigmoid: ∂y/∂x = y * (1 - y)
 *   t9 = t5 .* before(s)[:, 2, :] .* (f .* (1 - f))                    8 × 8 per example       # chain rule through sigmoid: ∂y/∂x = y * (1 - y)
 *   ds_before = [t7 * Ug + t6 * Ui + t9 * Uf + t8 * Uo; t5 .* f]       8 × 2 × 8 per example   # sum over every use of the value: before(s)[:, 1, :] * Uo' with respect to before(s): the other factor times the cotangent; before(s)[:, 1, :] * Uf' with respect to before(s): the other factor times the cotangent; each cotangent goes where the number was read
 *   t10 = concat(zeros(8, 24), t7) + concat(zeros(8, 16), t8, zeros(8, 8)) + concat(zeros(8, 8), t9, zeros(8, 16))   8 × 32 per example      # sum over every use of the value: each cotangent goes where the number was read
 *   dW = Σn concat(sum(t6 .* reshape(x, [8, 1]), 1), zeros(24)) + Σn sum(t10 .* reshape(x, [8, 1]), 1)   32                      # sum over every use of the value: the same for all examples: their cotangents add up
 *   dUi = Σn t6' * before(s)[:, 1, :]                                  8 × 8                   # before(s)[:, 1, :] * Ui' with respect to Ui: the other factor times the cotangent
 *   dUf = Σn t9' * before(s)[:, 1, :]                                  8 × 8                   # before(s)[:, 1, :] * Uf' with respect to Uf: the other factor times the cotangent
 *   dUo = Σn t8' * before(s)[:, 1, :]                                  8 × 8                   # before(s)[:, 1, :] * Uo' with respect to Uo: the other factor times the cotangent
 *   dUg = Σn t7' * before(s)[:, 1, :]                                  8 × 8                   # before(s)[:, 1, :] * Ug' with respect to Ug: the other factor times the cotangent
 *   db = Σn concat(sum(t6, 1), zeros(24)) + Σn sum(t10, 1)             32                      # sum over every use of the value: the same for all examples: their cotangents add up
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
  readonly W: Tensor<[32]>;
  readonly Ui: Tensor<[8, 8]>;
  readonly Uf: Tensor<[8, 8]>;
  readonly Uo: Tensor<[8, 8]>;
  readonly Ug: Tensor<[8, 8]>;
  readonly b: Tensor<[32]>;
  readonly v: Tensor<[8]>;
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

/** In order: J, accuracy. */
export type Report = Floats;

/** Gradients of the loss. */
export interface Gradients {
  readonly W: Tensor<[32]>;
  readonly Ui: Tensor<[8, 8]>;
  readonly Uf: Tensor<[8, 8]>;
  readonly Uo: Tensor<[8, 8]>;
  readonly Ug: Tensor<[8, 8]>;
  readonly b: Tensor<[32]>;
  readonly v: Tensor<[8]>;
  readonly c0: Tensor<[]>;
  /** Each loss over the batch. */
  readonly losses: Floats;
}

/** Predictions for one example. */
export type Outputs = { readonly y: Tensor<[8]> };

/** What the module is: names, shapes, defaults and data of the spec. */
export const metadata = {
  name: "parity",
  hash: "ddd480ae915e4691e1e38dcb9d7930d3b600dd90e9bf498aaf4e71de21f33973",
  version: "0.1.0",
  precision: "f64",
  parameters: [
    { name: "W", shape: [32], offset: 0, initial: { kind: "zeros" } },
    { name: "Ui", shape: [8, 8], offset: 32, initial: { kind: "glorot" } },
    { name: "Uf", shape: [8, 8], offset: 96, initial: { kind: "glorot" } },
    { name: "Uo", shape: [8, 8], offset: 160, initial: { kind: "glorot" } },
    { name: "Ug", shape: [8, 8], offset: 224, initial: { kind: "glorot" } },
    {
      name: "b",
      shape: [32],
      offset: 288,
      initial: {
        kind: "literal",
        values: [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      },
    },
    { name: "v", shape: [8], offset: 320, initial: { kind: "normal" } },
    { name: "c0", shape: [], offset: 328, initial: { kind: "zeros" } },
  ],
  columns: [{ name: "x", role: "input", shape: [8] }, { name: "d", role: "target", shape: [8] }],
  hypers: [],
  losses: ["J"],
  metrics: ["accuracy"],
  outputs: [{ name: "y", shape: [8] }],
  reduction: "mean",
  data: { kind: "generator", name: "parity" },
  train: { optimizer: "adam", rate: 0.02, batch: 16, epochs: 200, validation: 0, seed: 1 },
} as const;

/** Parameters as views on one flat array, zero where none is given. */
export function createParameters(flat: Floats = new Float64Array(329)): Parameters {
  return {
    flat,
    W: flat.subarray(0, 32),
    Ui: flat.subarray(32, 96),
    Uf: flat.subarray(96, 160),
    Uo: flat.subarray(160, 224),
    Ug: flat.subarray(224, 288),
    b: flat.subarray(288, 320),
    v: flat.subarray(320, 328),
    c0: flat.subarray(328, 329),
  };
}

/** Initial parameters: the same numbers for the same seed. */
export function initialise(seed: number, params: Parameters = createParameters()): Parameters {
  params.W.fill(0);
  for (let k = 0; k < 64; k++) params.Ui[k] = 0.6123724356957945 * (2 * uniform(seed, 1, k) - 1);
  for (let k = 0; k < 64; k++) params.Uf[k] = 0.6123724356957945 * (2 * uniform(seed, 2, k) - 1);
  for (let k = 0; k < 64; k++) params.Uo[k] = 0.6123724356957945 * (2 * uniform(seed, 3, k) - 1);
  for (let k = 0; k < 64; k++) params.Ug[k] = 0.6123724356957945 * (2 * uniform(seed, 4, k) - 1);
  params.b.set([0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  for (let k = 0; k < 8; k++) params.v[k] = 0.05 * normal(seed, 6, k);
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
    y: new Float64Array(8),
  };
}

/** Room for gradients. */
export function createGradients(_examples: number = 1): Gradients {
  return {
    W: new Float64Array(32),
    Ui: new Float64Array(64),
    Uf: new Float64Array(64),
    Uo: new Float64Array(64),
    Ug: new Float64Array(64),
    b: new Float64Array(32),
    v: new Float64Array(8),
    c0: new Float64Array(1),
    losses: new Float64Array(1),
  };
}

/** The state of the update rule, all zeros. */
export function createState(): Floats {
  return new Float64Array(658);
}

/** Room for a, ds_before and delta6, one after the other. */
const a = new Float64Array(16896);

const ds_before = a;

const delta6 = a;

const s = new Float64Array(9504);

/** Room for c and ds, one after the other. */
const ds = new Float64Array(8448);

const c = ds;

/** Room for x_block, y and db, one after the other. */
const x_block = new Float64Array(528);

const y = x_block;

const db = x_block;

const rows = new Int32Array(66);

/** Room for y_in, delta5 and total, one after the other. */
const delta5 = new Float64Array(4224);

const y_in = delta5;

const total = delta5;

const share = new Float64Array(1);

const J_sum = new Float64Array(1);

const dc0_sum = new Float64Array(1);

const dW_sum = new Float64Array(32);

const db_sum = new Float64Array(32);

const dv = new Float64Array(8);

const dW_sum2 = new Float64Array(32);

const db_sum2 = new Float64Array(32);

/** Room for o_exp and delta4, one after the other. */
const o_exp = new Float64Array(4224);

const delta4 = o_exp;

const o_den = new Float64Array(4224);

const o = new Float64Array(4224);

/** Room for f_exp and delta3, one after the other. */
const f_exp = new Float64Array(4224);

const delta3 = f_exp;

const f_den = new Float64Array(4224);

const f = new Float64Array(4224);

/** Room for i_exp and div2, one after the other. */
const i_exp = new Float64Array(4224);

const div2 = i_exp;

const i_den = new Float64Array(4224);

const i = new Float64Array(4224);

/** Room for add2 and div3, one after the other. */
const add2 = new Float64Array(4224);

const div3 = add2;

/** Room for g_den and delta2, one after the other. */
const g_den = new Float64Array(4224);

const delta2 = g_den;

const g = new Float64Array(4224);

/** Room for add2_2 and delta, one after the other. */
const add2_2 = new Float64Array(4224);

const delta = add2_2;

const mul2 = new Float64Array(4224);

/** Room for sub2 and dW, one after the other. */
const sub2 = new Float64Array(528);

const dW = sub2;

const scale = new Float64Array(1);

const scale2 = new Float64Array(1);

const stepSize = new Float64Array(1);

const scale3 = new Float64Array(1);

const share2 = new Float64Array(1);

const dUi = new Float64Array(64);

const dUf = new Float64Array(64);

const dUo = new Float64Array(64);

const dUg = new Float64Array(64);

/** The predictions for one example. */
export function forward(params: Parameters, x: Vector<8>, into: Outputs = createOutputs()): Outputs {
  const { W, b, Uf, Ui, Ug, Uo, v, c0 } = params;

  // a = W .* reshape(x, [8, 1]) + b   [lines 16, 17]
  for (let i = 0; i < 8; i++) {
    const t = x[i];
    const i32 = i * 32;
    for (let j = 0; j < 32; j++) {
      a[i32 + j] = W[j] * t + b[j];
    }
  }

  // s before the first time step: 0
  for (let i = 0; i < 16; i++) {
    s[i] = 0;
  }

  for (let t = 0; t < 8; t++) {
    const t8 = t * 8;
    const t16 = t * 16;
    const t32 = t * 32;

    // c = sigmoid(a[:, 9:16] + before(s)[:, 1, :] * Uf') .* before(s)[:, 2, :] + sigmoid(W[1:8] .* reshape(x, [8, 1]) + b[1:8] + before(s)[:, 1, : …   [lines 14, 15]
    const x_1 = x[t];
    for (let i = 0; i < 6; i += 6) {
      let s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0;
      const i8 = i * 8;
      const i8_2 = i8 + 8;
      const i8_3 = i8 + 16;
      const i8_4 = i8 + 24;
      const i8_5 = i8 + 32;
      const i8_6 = i8 + 40;
      for (let j = 0; j < 8; j++) {
        const s_1 = s[t16 + j];
        s1 += Uf[i8 + j] * s_1;
        s2 += Uf[i8_2 + j] * s_1;
        s3 += Uf[i8_3 + j] * s_1;
        s4 += Uf[i8_4 + j] * s_1;
        s5 += Uf[i8_5 + j] * s_1;
        s6 += Uf[i8_6 + j] * s_1;
      }
      let s1_2 = 0, s2_2 = 0, s3_2 = 0, s4_2 = 0, s5_2 = 0, s6_2 = 0;
      for (let j = 0; j < 8; j++) {
        const s_2 = s[t16 + j];
        s1_2 += Ui[i8 + j] * s_2;
        s2_2 += Ui[i8_2 + j] * s_2;
        s3_2 += Ui[i8_3 + j] * s_2;
        s4_2 += Ui[i8_4 + j] * s_2;
        s5_2 += Ui[i8_5 + j] * s_2;
        s6_2 += Ui[i8_6 + j] * s_2;
      }
      let s1_3 = 0, s2_3 = 0, s3_3 = 0, s4_3 = 0, s5_3 = 0, s6_3 = 0;
      for (let j = 0; j < 8; j++) {
        const s_3 = s[t16 + j];
        s1_3 += Ug[i8 + j] * s_3;
        s2_3 += Ug[i8_2 + j] * s_3;
        s3_3 += Ug[i8_3 + j] * s_3;
        s4_3 += Ug[i8_4 + j] * s_3;
        s5_3 += Ug[i8_5 + j] * s_3;
        s6_3 += Ug[i8_6 + j] * s_3;
      }
      c[t8 + i] = 1 / (1 + Math.exp(-(a[t32 + i + 8] + s1))) * s[t16 + i + 8] + 1 / (1 + Math.exp(-(W[i] * x_1 + b[i] + s1_2))) * Math.tanh(a[t32 + i + 24] + s1_3);
      c[t8 + i + 1] = 1 / (1 + Math.exp(-(a[t32 + i + 9] + s2))) * s[t16 + i + 9] + 1 / (1 + Math.exp(-(W[i + 1] * x_1 + b[i + 1] + s2_2))) * Math.tanh(a[t32 + i + 25] + s2_3);
      c[t8 + i + 2] = 1 / (1 + Math.exp(-(a[t32 + i + 10] + s3))) * s[t16 + i + 10] + 1 / (1 + Math.exp(-(W[i + 2] * x_1 + b[i + 2] + s3_2))) * Math.tanh(a[t32 + i + 26] + s3_3);
      c[t8 + i + 3] = 1 / (1 + Math.exp(-(a[t32 + i + 11] + s4))) * s[t16 + i + 11] + 1 / (1 + Math.exp(-(W[i + 3] * x_1 + b[i + 3] + s4_2))) * Math.tanh(a[t32 + i + 27] + s4_3);
      c[t8 + i + 4] = 1 / (1 + Math.exp(-(a[t32 + i + 12] + s5))) * s[t16 + i + 12] + 1 / (1 + Math.exp(-(W[i + 4] * x_1 + b[i + 4] + s5_2))) * Math.tanh(a[t32 + i + 28] + s5_3);
      c[t8 + i + 5] = 1 / (1 + Math.exp(-(a[t32 + i + 13] + s6))) * s[t16 + i + 13] + 1 / (1 + Math.exp(-(W[i + 5] * x_1 + b[i + 5] + s6_2))) * Math.tanh(a[t32 + i + 29] + s6_3);
    }
    for (let i = 6; i < 8; i += 2) {
      let s1_4 = 0, s2_4 = 0;
      const i8_7 = i * 8;
      const i8_8 = i8_7 + 8;
      for (let j = 0; j < 8; j++) {
        const s_1_2 = s[t16 + j];
        s1_4 += Uf[i8_7 + j] * s_1_2;
        s2_4 += Uf[i8_8 + j] * s_1_2;
      }
      let s1_5 = 0, s2_5 = 0;
      for (let j = 0; j < 8; j++) {
        const s_2_2 = s[t16 + j];
        s1_5 += Ui[i8_7 + j] * s_2_2;
        s2_5 += Ui[i8_8 + j] * s_2_2;
      }
      let s1_6 = 0, s2_6 = 0;
      for (let j = 0; j < 8; j++) {
        const s_3_2 = s[t16 + j];
        s1_6 += Ug[i8_7 + j] * s_3_2;
        s2_6 += Ug[i8_8 + j] * s_3_2;
      }
      c[t8 + i] = 1 / (1 + Math.exp(-(a[t32 + i + 8] + s1_4))) * s[t16 + i + 8] + 1 / (1 + Math.exp(-(W[i] * x_1 + b[i] + s1_5))) * Math.tanh(a[t32 + i + 24] + s1_6);
      c[t8 + i + 1] = 1 / (1 + Math.exp(-(a[t32 + i + 9] + s2_4))) * s[t16 + i + 9] + 1 / (1 + Math.exp(-(W[i + 1] * x_1 + b[i + 1] + s2_5))) * Math.tanh(a[t32 + i + 25] + s2_6);
    }

    // s = [sigmoid(a[:, 17:24] + before(s)[:, 1, :] * Uo') .* tanh(c); c]   [line 19]
    const t16_2 = t16 + 16;
    for (let i = 0; i < 6; i += 6) {
      let s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0;
      const i8 = i * 8;
      const i8_2 = i8 + 8;
      const i8_3 = i8 + 16;
      const i8_4 = i8 + 24;
      const i8_5 = i8 + 32;
      const i8_6 = i8 + 40;
      for (let j = 0; j < 8; j++) {
        const s_1 = s[t16 + j];
        s1 += Uo[i8 + j] * s_1;
        s2 += Uo[i8_2 + j] * s_1;
        s3 += Uo[i8_3 + j] * s_1;
        s4 += Uo[i8_4 + j] * s_1;
        s5 += Uo[i8_5 + j] * s_1;
        s6 += Uo[i8_6 + j] * s_1;
      }
      s[t16_2 + i] = 1 / (1 + Math.exp(-(a[t32 + i + 16] + s1))) * Math.tanh(c[t8 + i]);
      s[t16_2 + i + 1] = 1 / (1 + Math.exp(-(a[t32 + i + 17] + s2))) * Math.tanh(c[t8 + i + 1]);
      s[t16_2 + i + 2] = 1 / (1 + Math.exp(-(a[t32 + i + 18] + s3))) * Math.tanh(c[t8 + i + 2]);
      s[t16_2 + i + 3] = 1 / (1 + Math.exp(-(a[t32 + i + 19] + s4))) * Math.tanh(c[t8 + i + 3]);
      s[t16_2 + i + 4] = 1 / (1 + Math.exp(-(a[t32 + i + 20] + s5))) * Math.tanh(c[t8 + i + 4]);
      s[t16_2 + i + 5] = 1 / (1 + Math.exp(-(a[t32 + i + 21] + s6))) * Math.tanh(c[t8 + i + 5]);
    }
    for (let i = 6; i < 8; i += 2) {
      let s1_2 = 0, s2_2 = 0;
      const i8_7 = i * 8;
      const i8_8 = i8_7 + 8;
      for (let j = 0; j < 8; j++) {
        const s_1_2 = s[t16 + j];
        s1_2 += Uo[i8_7 + j] * s_1_2;
        s2_2 += Uo[i8_8 + j] * s_1_2;
      }
      s[t16_2 + i] = 1 / (1 + Math.exp(-(a[t32 + i + 16] + s1_2))) * Math.tanh(c[t8 + i]);
      s[t16_2 + i + 1] = 1 / (1 + Math.exp(-(a[t32 + i + 17] + s2_2))) * Math.tanh(c[t8 + i + 1]);
    }
    for (let i = 0; i < 8; i++) {
      s[t16 + i + 24] = c[t8 + i];
    }
  }

  // y = sigmoid(s[:, 1, :] * v + c0)   [line 20, output]
  const c0_1 = c0[0];
  for (let i = 0; i < 6; i += 6) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0;
    const i16 = i * 16;
    const i16_2 = i16 + 16;
    const i16_3 = i16 + 32;
    const i16_4 = i16 + 48;
    const i16_5 = i16 + 64;
    const i16_6 = i16 + 80;
    const i16_7 = i16 + 96;
    for (let j = 0; j < 8; j++) {
      const v_1 = v[j];
      s1 += s[i16_2 + j] * v_1;
      s2 += s[i16_3 + j] * v_1;
      s3 += s[i16_4 + j] * v_1;
      s4 += s[i16_5 + j] * v_1;
      s5 += s[i16_6 + j] * v_1;
      s6 += s[i16_7 + j] * v_1;
    }
    into.y[i] = 1 / (1 + Math.exp(-(s1 + c0_1)));
    into.y[i + 1] = 1 / (1 + Math.exp(-(s2 + c0_1)));
    into.y[i + 2] = 1 / (1 + Math.exp(-(s3 + c0_1)));
    into.y[i + 3] = 1 / (1 + Math.exp(-(s4 + c0_1)));
    into.y[i + 4] = 1 / (1 + Math.exp(-(s5 + c0_1)));
    into.y[i + 5] = 1 / (1 + Math.exp(-(s6 + c0_1)));
  }
  for (let i = 6; i < 8; i += 2) {
    let s1_2 = 0, s2_2 = 0;
    const i16_8 = i * 16;
    const i16_9 = i16_8 + 16;
    const i16_10 = i16_8 + 32;
    for (let j = 0; j < 8; j++) {
      const v_1_2 = v[j];
      s1_2 += s[i16_9 + j] * v_1_2;
      s2_2 += s[i16_10 + j] * v_1_2;
    }
    into.y[i] = 1 / (1 + Math.exp(-(s1_2 + c0_1)));
    into.y[i + 1] = 1 / (1 + Math.exp(-(s2_2 + c0_1)));
  }
  return into;
}

/** Losses, then metrics, over the examples `order[from … to)`, as inference computes them, into `report`; returns the total loss. */
export function evaluate(params: Parameters, data: Examples, report: Report, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { W, b, Uf, Ui, Ug, Uo, v, c0 } = params;
  const { x, d } = data.columns;
  const m = to - from;
  let J_sum = 0;
  let accuracy_sum = 0;
  for (let first = from; first < to; first += 64) {
    const size = Math.min(64, to - first);
    for (let k = 0; k < size; k++) {
      const row = order === undefined ? first + k : order[first + k];
      rows[k] = row;
      for (let i = 0; i < 8; i++) x_block[k * 8 + i] = x[row * 8 + i];
    }

    for (let k = 0; k < size; k++) {
      const row = rows[k];
      const row8 = row * 8;
      const k144 = k * 144;
      const k256 = k * 256;

      // a = W .* reshape(x, [8, 1]) + b   [lines 16, 17]
      for (let i = 0; i < 8; i++) {
        const t = x[row8 + i];
        const i32 = i * 32;
        for (let j = 0; j < 32; j++) {
          a[k256 + i32 + j] = W[j] * t + b[j];
        }
      }

      // s before the first time step: 0
      for (let i = 0; i < 16; i++) {
        s[k144 + i] = 0;
      }
    }

    for (let t = 0; t < 8; t++) {
      const t8 = t * 8;
      const t16 = t * 16;
      const t32 = t * 32;

      // c = sigmoid(a[:, 9:16] + before(s)[:, 1, :] * Uf') .* before(s)[:, 2, :] + sigmoid(W[1:8] .* reshape(x, [8, 1]) + b[1:8] + before(s)[:, 1, : …   [lines 14, 15]
      for (let i = 0; i < 8; i += 4) {
        const i8 = i * 8;
        const i8_2 = i8 + 8;
        const i8_3 = i8 + 16;
        const i8_4 = i8 + 24;
        const W_1 = W[i];
        const b_1 = b[i];
        const W_2 = W[i + 1];
        const b_2 = b[i + 1];
        const W_3 = W[i + 2];
        const b_3 = b[i + 2];
        const W_4 = W[i + 3];
        const b_4 = b[i + 3];
        for (let k = 0; k < size; k += 2) {
          let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
          const k144_2 = k * 144;
          const k144_3 = k144_2 + 144;
          for (let j = 0; j < 8; j++) {
            const Uf_1 = Uf[i8 + j];
            const s_1 = s[k144_2 + t16 + j];
            const s_2 = s[k144_3 + t16 + j];
            const Uf_2 = Uf[i8_2 + j];
            const Uf_3 = Uf[i8_3 + j];
            const Uf_4 = Uf[i8_4 + j];
            s11 += Uf_1 * s_1;
            s12 += Uf_1 * s_2;
            s21 += Uf_2 * s_1;
            s22 += Uf_2 * s_2;
            s31 += Uf_3 * s_1;
            s32 += Uf_3 * s_2;
            s41 += Uf_4 * s_1;
            s42 += Uf_4 * s_2;
          }
          let s11_2 = 0, s12_2 = 0, s21_2 = 0, s22_2 = 0, s31_2 = 0, s32_2 = 0, s41_2 = 0, s42_2 = 0;
          for (let j = 0; j < 8; j++) {
            const Ui_1 = Ui[i8 + j];
            const s_3 = s[k144_2 + t16 + j];
            const s_4 = s[k144_3 + t16 + j];
            const Ui_2 = Ui[i8_2 + j];
            const Ui_3 = Ui[i8_3 + j];
            const Ui_4 = Ui[i8_4 + j];
            s11_2 += Ui_1 * s_3;
            s12_2 += Ui_1 * s_4;
            s21_2 += Ui_2 * s_3;
            s22_2 += Ui_2 * s_4;
            s31_2 += Ui_3 * s_3;
            s32_2 += Ui_3 * s_4;
            s41_2 += Ui_4 * s_3;
            s42_2 += Ui_4 * s_4;
          }
          let s11_3 = 0, s12_3 = 0, s21_3 = 0, s22_3 = 0, s31_3 = 0, s32_3 = 0, s41_3 = 0, s42_3 = 0;
          for (let j = 0; j < 8; j++) {
            const Ug_1 = Ug[i8 + j];
            const s_5 = s[k144_2 + t16 + j];
            const s_6 = s[k144_3 + t16 + j];
            const Ug_2 = Ug[i8_2 + j];
            const Ug_3 = Ug[i8_3 + j];
            const Ug_4 = Ug[i8_4 + j];
            s11_3 += Ug_1 * s_5;
            s12_3 += Ug_1 * s_6;
            s21_3 += Ug_2 * s_5;
            s22_3 += Ug_2 * s_6;
            s31_3 += Ug_3 * s_5;
            s32_3 += Ug_3 * s_6;
            s41_3 += Ug_4 * s_5;
            s42_3 += Ug_4 * s_6;
          }
          const k256_2 = k * 256;
          const k8 = k * 8;
          const x_1 = x_block[k8 + t];
          const k64 = k * 64;
          c[k64 + t8 + i] = 1 / (1 + Math.exp(-(a[k256_2 + t32 + i + 8] + s11))) * s[k144_2 + t16 + i + 8] + 1 / (1 + Math.exp(-(W_1 * x_1 + b_1 + s11_2))) * Math.tanh(a[k256_2 + t32 + i + 24] + s11_3);
          const k256_3 = k256_2 + 256;
          const k8_2 = k8 + 8;
          const x_2 = x_block[k8_2 + t];
          const k64_2 = k64 + 64;
          c[k64_2 + t8 + i] = 1 / (1 + Math.exp(-(a[k256_3 + t32 + i + 8] + s12))) * s[k144_3 + t16 + i + 8] + 1 / (1 + Math.exp(-(W_1 * x_2 + b_1 + s12_2))) * Math.tanh(a[k256_3 + t32 + i + 24] + s12_3);
          c[k64 + t8 + i + 1] = 1 / (1 + Math.exp(-(a[k256_2 + t32 + i + 9] + s21))) * s[k144_2 + t16 + i + 9] + 1 / (1 + Math.exp(-(W_2 * x_1 + b_2 + s21_2))) * Math.tanh(a[k256_2 + t32 + i + 25] + s21_3);
          c[k64_2 + t8 + i + 1] = 1 / (1 + Math.exp(-(a[k256_3 + t32 + i + 9] + s22))) * s[k144_3 + t16 + i + 9] + 1 / (1 + Math.exp(-(W_2 * x_2 + b_2 + s22_2))) * Math.tanh(a[k256_3 + t32 + i + 25] + s22_3);
          c[k64 + t8 + i + 2] = 1 / (1 + Math.exp(-(a[k256_2 + t32 + i + 10] + s31))) * s[k144_2 + t16 + i + 10] + 1 / (1 + Math.exp(-(W_3 * x_1 + b_3 + s31_2))) * Math.tanh(a[k256_2 + t32 + i + 26] + s31_3);
          c[k64_2 + t8 + i + 2] = 1 / (1 + Math.exp(-(a[k256_3 + t32 + i + 10] + s32))) * s[k144_3 + t16 + i + 10] + 1 / (1 + Math.exp(-(W_3 * x_2 + b_3 + s32_2))) * Math.tanh(a[k256_3 + t32 + i + 26] + s32_3);
          c[k64 + t8 + i + 3] = 1 / (1 + Math.exp(-(a[k256_2 + t32 + i + 11] + s41))) * s[k144_2 + t16 + i + 11] + 1 / (1 + Math.exp(-(W_4 * x_1 + b_4 + s41_2))) * Math.tanh(a[k256_2 + t32 + i + 27] + s41_3);
          c[k64_2 + t8 + i + 3] = 1 / (1 + Math.exp(-(a[k256_3 + t32 + i + 11] + s42))) * s[k144_3 + t16 + i + 11] + 1 / (1 + Math.exp(-(W_4 * x_2 + b_4 + s42_2))) * Math.tanh(a[k256_3 + t32 + i + 27] + s42_3);
        }
      }

      // s = [sigmoid(a[:, 17:24] + before(s)[:, 1, :] * Uo') .* tanh(c); c]   [line 19]
      for (let i = 0; i < 8; i += 4) {
        const i8 = i * 8;
        const i8_2 = i8 + 8;
        const i8_3 = i8 + 16;
        const i8_4 = i8 + 24;
        for (let k = 0; k < size; k += 2) {
          let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
          const k144_2 = k * 144;
          const k144_3 = k144_2 + 144;
          for (let j = 0; j < 8; j++) {
            const Uo_1 = Uo[i8 + j];
            const s_1 = s[k144_2 + t16 + j];
            const s_2 = s[k144_3 + t16 + j];
            const Uo_2 = Uo[i8_2 + j];
            const Uo_3 = Uo[i8_3 + j];
            const Uo_4 = Uo[i8_4 + j];
            s11 += Uo_1 * s_1;
            s12 += Uo_1 * s_2;
            s21 += Uo_2 * s_1;
            s22 += Uo_2 * s_2;
            s31 += Uo_3 * s_1;
            s32 += Uo_3 * s_2;
            s41 += Uo_4 * s_1;
            s42 += Uo_4 * s_2;
          }
          const k256_2 = k * 256;
          const k64 = k * 64;
          s[k144_2 + t16 + i + 16] = 1 / (1 + Math.exp(-(a[k256_2 + t32 + i + 16] + s11))) * Math.tanh(c[k64 + t8 + i]);
          const k256_3 = k256_2 + 256;
          const k64_2 = k64 + 64;
          s[k144_3 + t16 + i + 16] = 1 / (1 + Math.exp(-(a[k256_3 + t32 + i + 16] + s12))) * Math.tanh(c[k64_2 + t8 + i]);
          s[k144_2 + t16 + i + 17] = 1 / (1 + Math.exp(-(a[k256_2 + t32 + i + 17] + s21))) * Math.tanh(c[k64 + t8 + i + 1]);
          s[k144_3 + t16 + i + 17] = 1 / (1 + Math.exp(-(a[k256_3 + t32 + i + 17] + s22))) * Math.tanh(c[k64_2 + t8 + i + 1]);
          s[k144_2 + t16 + i + 18] = 1 / (1 + Math.exp(-(a[k256_2 + t32 + i + 18] + s31))) * Math.tanh(c[k64 + t8 + i + 2]);
          s[k144_3 + t16 + i + 18] = 1 / (1 + Math.exp(-(a[k256_3 + t32 + i + 18] + s32))) * Math.tanh(c[k64_2 + t8 + i + 2]);
          s[k144_2 + t16 + i + 19] = 1 / (1 + Math.exp(-(a[k256_2 + t32 + i + 19] + s41))) * Math.tanh(c[k64 + t8 + i + 3]);
          s[k144_3 + t16 + i + 19] = 1 / (1 + Math.exp(-(a[k256_3 + t32 + i + 19] + s42))) * Math.tanh(c[k64_2 + t8 + i + 3]);
        }
      }

      for (let k = 0; k < size; k++) {
        const k64 = k * 64;
        const k144 = k * 144;
        for (let i = 0; i < 8; i++) {
          s[k144 + t16 + i + 24] = c[k64 + t8 + i];
        }
      }
    }

    // y_in = s[:, 1, :] * v + c0   [line 20]
    const c0_1 = c0[0];
    for (let i = 0; i < 8; i++) {
      const i16 = i * 16;
      for (let k = 0; k < size; k += 6) {
        let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
        const k144_2 = k * 144;
        const k144_3 = k144_2 + 144;
        const k144_4 = k144_2 + 288;
        const k144_5 = k144_2 + 432;
        const k144_6 = k144_2 + 576;
        const k144_7 = k144_2 + 720;
        for (let j = 0; j < 8; j++) {
          const v_1 = v[j];
          s11 += s[k144_2 + i16 + j + 16] * v_1;
          s12 += s[k144_3 + i16 + j + 16] * v_1;
          s13 += s[k144_4 + i16 + j + 16] * v_1;
          s14 += s[k144_5 + i16 + j + 16] * v_1;
          s15 += s[k144_6 + i16 + j + 16] * v_1;
          s16 += s[k144_7 + i16 + j + 16] * v_1;
        }
        const k8 = k * 8;
        y_in[k8 + i] = s11 + c0_1;
        const k8_2 = k8 + 8;
        y_in[k8_2 + i] = s12 + c0_1;
        const k8_3 = k8 + 16;
        y_in[k8_3 + i] = s13 + c0_1;
        const k8_4 = k8 + 24;
        y_in[k8_4 + i] = s14 + c0_1;
        const k8_5 = k8 + 32;
        y_in[k8_5 + i] = s15 + c0_1;
        const k8_6 = k8 + 40;
        y_in[k8_6 + i] = s16 + c0_1;
      }
    }

    for (let k = 0; k < size; k++) {
      const row = rows[k];
      const row8 = row * 8;
      const k8 = k * 8;

      // J_sum = Σn sum(logisticLoss(y_in, d))
      let s2 = 0;
      for (let i = 0; i < 8; i++) {
        s2 += Math.max(y_in[k8 + i], 0) - d[row8 + i] * y_in[k8 + i] + Math.log1p(Math.exp(-Math.abs(y_in[k8 + i])));
      }
      J_sum += s2;

      // y = sigmoid(y_in)   [line 20, output]
      for (let i = 0; i < 8; i++) {
        y[k8 + i] = 1 / (1 + Math.exp(-y_in[k8 + i]));
      }

      // accuracy_sum = Σn sum((y > 0.5) == d)
      let s3 = 0;
      for (let i = 0; i < 8; i++) {
        s3 += (y[k8 + i] > 0.5 ? 1 : 0) === d[row8 + i] ? 1 : 0;
      }
      accuracy_sum += s3;
    }
  }

  // J = J_sum / m   [line 21, loss]
  const J = J_sum / m;
  report[0] = J;

  // accuracy = 0.125 * (accuracy_sum / m)   [line 23, metric]
  report[1] = 0.125 * (accuracy_sum / m);
  return J;
}

/** The loss over the examples `order[from … to)` and its gradients, into `into`; returns the loss. */
export function gradient(params: Parameters, data: Examples, into: Gradients, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { x } = data.columns;
  const m = to - from;
  gradientPart(m);
  J_sum.fill(0);
  dc0_sum.fill(0);
  dW_sum.fill(0);
  db_sum.fill(0);
  dv.fill(0);
  dW_sum2.fill(0);
  into.Ui.fill(0);
  into.Uf.fill(0);
  into.Uo.fill(0);
  into.Ug.fill(0);
  db_sum2.fill(0);
  for (let first = from; first < to; first += 64) {
    const size = Math.min(64, to - first);
    for (let k = 0; k < size; k++) {
      const row = order === undefined ? first + k : order[first + k];
      rows[k] = row;
      for (let j = 0; j < 8; j++) x_block[k * 8 + j] = x[row * 8 + j];
    }
    gradientPart2(params, data, size);
    gradientPart3(into, size);
  }
  gradientPart4(into, m);
  return total[0];
}

/** A part of `gradient`: share. */
function gradientPart(m: number): void {
  // share = 1/m
  share[0] = 1 / m;
}

/** A part of `gradient`: a, s, o_exp, o_den, o, f_exp, f_den and 29 more. */
function gradientPart2(params: Parameters, data: Examples, size: number): void {
  const { W, b, Uo, Uf, Ui, Ug, v, c0 } = params;
  const { x, d } = data.columns;

  for (let k = 0; k < size; k++) {
    const row = rows[k];
    const row8 = row * 8;
    const k144 = k * 144;
    const k256 = k * 256;

    // a = W .* reshape(x, [8, 1]) + b   [lines 16, 17]
    for (let j = 0; j < 8; j++) {
      const t = x[row8 + j];
      const j32 = j * 32;
      for (let p = 0; p < 32; p++) {
        a[k256 + j32 + p] = W[p] * t + b[p];
      }
    }

    // s before the first time step: 0
    for (let j = 0; j < 16; j++) {
      s[k144 + j] = 0;
    }
  }

  for (let t = 0; t < 8; t++) {
    const t8 = t * 8;
    const t16 = t * 16;
    const t32 = t * 32;

    // o_exp = exp(min(a[:, 17:24] + before(s)[:, 1, :] * Uo', 709))
    for (let j = 0; j < 8; j += 4) {
      const j8 = j * 8;
      const j8_2 = j8 + 8;
      const j8_3 = j8 + 16;
      const j8_4 = j8 + 24;
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k144_2 = k * 144;
        const k144_3 = k144_2 + 144;
        for (let p = 0; p < 8; p++) {
          const Uo_1 = Uo[j8 + p];
          const s_1 = s[k144_2 + t16 + p];
          const s_2 = s[k144_3 + t16 + p];
          const Uo_2 = Uo[j8_2 + p];
          const Uo_3 = Uo[j8_3 + p];
          const Uo_4 = Uo[j8_4 + p];
          s11 += Uo_1 * s_1;
          s12 += Uo_1 * s_2;
          s21 += Uo_2 * s_1;
          s22 += Uo_2 * s_2;
          s31 += Uo_3 * s_1;
          s32 += Uo_3 * s_2;
          s41 += Uo_4 * s_1;
          s42 += Uo_4 * s_2;
        }
        const k256_2 = k * 256;
        const k64 = k * 64;
        o_exp[k64 + t8 + j] = Math.exp(Math.min(a[k256_2 + t32 + j + 16] + s11, 709));
        const k256_3 = k256_2 + 256;
        const k64_2 = k64 + 64;
        o_exp[k64_2 + t8 + j] = Math.exp(Math.min(a[k256_3 + t32 + j + 16] + s12, 709));
        o_exp[k64 + t8 + j + 1] = Math.exp(Math.min(a[k256_2 + t32 + j + 17] + s21, 709));
        o_exp[k64_2 + t8 + j + 1] = Math.exp(Math.min(a[k256_3 + t32 + j + 17] + s22, 709));
        o_exp[k64 + t8 + j + 2] = Math.exp(Math.min(a[k256_2 + t32 + j + 18] + s31, 709));
        o_exp[k64_2 + t8 + j + 2] = Math.exp(Math.min(a[k256_3 + t32 + j + 18] + s32, 709));
        o_exp[k64 + t8 + j + 3] = Math.exp(Math.min(a[k256_2 + t32 + j + 19] + s41, 709));
        o_exp[k64_2 + t8 + j + 3] = Math.exp(Math.min(a[k256_3 + t32 + j + 19] + s42, 709));
      }
    }

    for (let k = 0; k < size; k++) {
      const k64 = k * 64;

      // o_den = 1 + o_exp
      // o = o_exp ./ o_den   [lines 14, 15, 16]
      for (let j = 0; j < 8; j++) {
        o_den[k64 + t8 + j] = 1 + o_exp[k64 + t8 + j];
        o[k64 + t8 + j] = o_exp[k64 + t8 + j] / o_den[k64 + t8 + j];
      }
    }

    // f_exp = exp(min(a[:, 9:16] + before(s)[:, 1, :] * Uf', 709))
    for (let j = 0; j < 8; j += 4) {
      const j8 = j * 8;
      const j8_2 = j8 + 8;
      const j8_3 = j8 + 16;
      const j8_4 = j8 + 24;
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k144_2 = k * 144;
        const k144_3 = k144_2 + 144;
        for (let p = 0; p < 8; p++) {
          const Uf_1 = Uf[j8 + p];
          const s_1 = s[k144_2 + t16 + p];
          const s_2 = s[k144_3 + t16 + p];
          const Uf_2 = Uf[j8_2 + p];
          const Uf_3 = Uf[j8_3 + p];
          const Uf_4 = Uf[j8_4 + p];
          s11 += Uf_1 * s_1;
          s12 += Uf_1 * s_2;
          s21 += Uf_2 * s_1;
          s22 += Uf_2 * s_2;
          s31 += Uf_3 * s_1;
          s32 += Uf_3 * s_2;
          s41 += Uf_4 * s_1;
          s42 += Uf_4 * s_2;
        }
        const k256_2 = k * 256;
        const k64_2 = k * 64;
        f_exp[k64_2 + t8 + j] = Math.exp(Math.min(a[k256_2 + t32 + j + 8] + s11, 709));
        const k256_3 = k256_2 + 256;
        const k64_3 = k64_2 + 64;
        f_exp[k64_3 + t8 + j] = Math.exp(Math.min(a[k256_3 + t32 + j + 8] + s12, 709));
        f_exp[k64_2 + t8 + j + 1] = Math.exp(Math.min(a[k256_2 + t32 + j + 9] + s21, 709));
        f_exp[k64_3 + t8 + j + 1] = Math.exp(Math.min(a[k256_3 + t32 + j + 9] + s22, 709));
        f_exp[k64_2 + t8 + j + 2] = Math.exp(Math.min(a[k256_2 + t32 + j + 10] + s31, 709));
        f_exp[k64_3 + t8 + j + 2] = Math.exp(Math.min(a[k256_3 + t32 + j + 10] + s32, 709));
        f_exp[k64_2 + t8 + j + 3] = Math.exp(Math.min(a[k256_2 + t32 + j + 11] + s41, 709));
        f_exp[k64_3 + t8 + j + 3] = Math.exp(Math.min(a[k256_3 + t32 + j + 11] + s42, 709));
      }
    }

    for (let k = 0; k < size; k++) {
      const k64 = k * 64;

      // f_den = 1 + f_exp
      // f = f_exp ./ f_den   [lines 15, 16]
      for (let j = 0; j < 8; j++) {
        f_den[k64 + t8 + j] = 1 + f_exp[k64 + t8 + j];
        f[k64 + t8 + j] = f_exp[k64 + t8 + j] / f_den[k64 + t8 + j];
      }
    }

    // i_exp = exp(min(W[1:8] .* reshape(x, [8, 1]) + b[1:8] + before(s)[:, 1, :] * Ui', 709))
    for (let j = 0; j < 8; j += 4) {
      const j8 = j * 8;
      const j8_2 = j8 + 8;
      const j8_3 = j8 + 16;
      const j8_4 = j8 + 24;
      const W_1 = W[j];
      const b_1 = b[j];
      const W_2 = W[j + 1];
      const b_2 = b[j + 1];
      const W_3 = W[j + 2];
      const b_3 = b[j + 2];
      const W_4 = W[j + 3];
      const b_4 = b[j + 3];
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k144_2 = k * 144;
        const k144_3 = k144_2 + 144;
        for (let p = 0; p < 8; p++) {
          const Ui_1 = Ui[j8 + p];
          const s_1 = s[k144_2 + t16 + p];
          const s_2 = s[k144_3 + t16 + p];
          const Ui_2 = Ui[j8_2 + p];
          const Ui_3 = Ui[j8_3 + p];
          const Ui_4 = Ui[j8_4 + p];
          s11 += Ui_1 * s_1;
          s12 += Ui_1 * s_2;
          s21 += Ui_2 * s_1;
          s22 += Ui_2 * s_2;
          s31 += Ui_3 * s_1;
          s32 += Ui_3 * s_2;
          s41 += Ui_4 * s_1;
          s42 += Ui_4 * s_2;
        }
        const k8 = k * 8;
        const x_1 = x_block[k8 + t];
        const k64_2 = k * 64;
        i_exp[k64_2 + t8 + j] = Math.exp(Math.min(W_1 * x_1 + b_1 + s11, 709));
        const k8_2 = k8 + 8;
        const x_2 = x_block[k8_2 + t];
        const k64_3 = k64_2 + 64;
        i_exp[k64_3 + t8 + j] = Math.exp(Math.min(W_1 * x_2 + b_1 + s12, 709));
        i_exp[k64_2 + t8 + j + 1] = Math.exp(Math.min(W_2 * x_1 + b_2 + s21, 709));
        i_exp[k64_3 + t8 + j + 1] = Math.exp(Math.min(W_2 * x_2 + b_2 + s22, 709));
        i_exp[k64_2 + t8 + j + 2] = Math.exp(Math.min(W_3 * x_1 + b_3 + s31, 709));
        i_exp[k64_3 + t8 + j + 2] = Math.exp(Math.min(W_3 * x_2 + b_3 + s32, 709));
        i_exp[k64_2 + t8 + j + 3] = Math.exp(Math.min(W_4 * x_1 + b_4 + s41, 709));
        i_exp[k64_3 + t8 + j + 3] = Math.exp(Math.min(W_4 * x_2 + b_4 + s42, 709));
      }
    }

    for (let k = 0; k < size; k++) {
      const k64 = k * 64;

      // i_den = 1 + i_exp
      // i = i_exp ./ i_den   [lines 15, 16]
      for (let j = 0; j < 8; j++) {
        i_den[k64 + t8 + j] = 1 + i_exp[k64 + t8 + j];
        i[k64 + t8 + j] = i_exp[k64 + t8 + j] / i_den[k64 + t8 + j];
      }
    }

    // add2 = a[:, 25:32] + before(s)[:, 1, :] * Ug'   [line 16]
    for (let j = 0; j < 8; j += 4) {
      const j8 = j * 8;
      const j8_2 = j8 + 8;
      const j8_3 = j8 + 16;
      const j8_4 = j8 + 24;
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k144_2 = k * 144;
        const k144_3 = k144_2 + 144;
        for (let p = 0; p < 8; p++) {
          const Ug_1 = Ug[j8 + p];
          const s_1 = s[k144_2 + t16 + p];
          const s_2 = s[k144_3 + t16 + p];
          const Ug_2 = Ug[j8_2 + p];
          const Ug_3 = Ug[j8_3 + p];
          const Ug_4 = Ug[j8_4 + p];
          s11 += Ug_1 * s_1;
          s12 += Ug_1 * s_2;
          s21 += Ug_2 * s_1;
          s22 += Ug_2 * s_2;
          s31 += Ug_3 * s_1;
          s32 += Ug_3 * s_2;
          s41 += Ug_4 * s_1;
          s42 += Ug_4 * s_2;
        }
        const k256_2 = k * 256;
        const k64_2 = k * 64;
        add2[k64_2 + t8 + j] = a[k256_2 + t32 + j + 24] + s11;
        const k256_3 = k256_2 + 256;
        const k64_3 = k64_2 + 64;
        add2[k64_3 + t8 + j] = a[k256_3 + t32 + j + 24] + s12;
        add2[k64_2 + t8 + j + 1] = a[k256_2 + t32 + j + 25] + s21;
        add2[k64_3 + t8 + j + 1] = a[k256_3 + t32 + j + 25] + s22;
        add2[k64_2 + t8 + j + 2] = a[k256_2 + t32 + j + 26] + s31;
        add2[k64_3 + t8 + j + 2] = a[k256_3 + t32 + j + 26] + s32;
        add2[k64_2 + t8 + j + 3] = a[k256_2 + t32 + j + 27] + s41;
        add2[k64_3 + t8 + j + 3] = a[k256_3 + t32 + j + 27] + s42;
      }
    }

    for (let k = 0; k < size; k++) {
      const k64 = k * 64;
      const k144 = k * 144;

      // g_expm1 = expm1(min(2 * abs(add2), 709))
      // g_den = 2 + g_expm1
      // g = sign(add2) .* (g_expm1 ./ g_den)   [lines 15, 16]
      // c = f .* before(s)[:, 2, :] + i .* g   [lines 14, 15]
      // expm1 = expm1(min(2 * abs(c), 709))
      // add2_2 = 2 + expm1
      // mul2 = sign(c) .* (expm1 ./ add2_2)   [line 14]
      for (let j = 0; j < 8; j++) {
        const g_expm1 = Math.expm1(Math.min(2 * Math.abs(add2[k64 + t8 + j]), 709));
        g_den[k64 + t8 + j] = 2 + g_expm1;
        g[k64 + t8 + j] = Math.sign(add2[k64 + t8 + j]) * (g_expm1 / g_den[k64 + t8 + j]);
        c[k64 + t8 + j] = f[k64 + t8 + j] * s[k144 + t16 + j + 8] + i[k64 + t8 + j] * g[k64 + t8 + j];
        const expm1 = Math.expm1(Math.min(2 * Math.abs(c[k64 + t8 + j]), 709));
        add2_2[k64 + t8 + j] = 2 + expm1;
        mul2[k64 + t8 + j] = Math.sign(c[k64 + t8 + j]) * (expm1 / add2_2[k64 + t8 + j]);
      }

      // s = [o .* mul2; c]   [line 19]
      for (let j = 0; j < 8; j++) {
        s[k144 + t16 + j + 16] = o[k64 + t8 + j] * mul2[k64 + t8 + j];
      }
      for (let j = 0; j < 8; j++) {
        s[k144 + t16 + j + 24] = c[k64 + t8 + j];
      }
    }
  }

  // y_in = s[:, 1, :] * v + c0   [line 20]
  const c0_1 = c0[0];
  for (let j = 0; j < 8; j++) {
    const j16 = j * 16;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k144_2 = k * 144;
      const k144_3 = k144_2 + 144;
      const k144_4 = k144_2 + 288;
      const k144_5 = k144_2 + 432;
      const k144_6 = k144_2 + 576;
      const k144_7 = k144_2 + 720;
      for (let p = 0; p < 8; p++) {
        const v_1 = v[p];
        s11 += s[k144_2 + j16 + p + 16] * v_1;
        s12 += s[k144_3 + j16 + p + 16] * v_1;
        s13 += s[k144_4 + j16 + p + 16] * v_1;
        s14 += s[k144_5 + j16 + p + 16] * v_1;
        s15 += s[k144_6 + j16 + p + 16] * v_1;
        s16 += s[k144_7 + j16 + p + 16] * v_1;
      }
      const k8 = k * 8;
      y_in[k8 + j] = s11 + c0_1;
      const k8_2 = k8 + 8;
      y_in[k8_2 + j] = s12 + c0_1;
      const k8_3 = k8 + 16;
      y_in[k8_3 + j] = s13 + c0_1;
      const k8_4 = k8 + 24;
      y_in[k8_4 + j] = s14 + c0_1;
      const k8_5 = k8 + 32;
      y_in[k8_5 + j] = s15 + c0_1;
      const k8_6 = k8 + 40;
      y_in[k8_6 + j] = s16 + c0_1;
    }
  }

  for (let k = 0; k < size; k++) {
    const row = rows[k];
    const row8 = row * 8;
    const k8 = k * 8;
    const k64 = k * 64;
    const k144 = k * 144;

    // J_sum = Σn sum(logisticLoss(y_in, d))
    let s2 = 0;
    for (let j = 0; j < 8; j++) {
      s2 += Math.max(y_in[k8 + j], 0) - d[row8 + j] * y_in[k8 + j] + Math.log1p(Math.exp(-Math.abs(y_in[k8 + j])));
    }
    J_sum[0] += s2;

    // y = sigmoid(y_in)   [line 20, output]
    // sub2 = y - d
    for (let j = 0; j < 8; j++) {
      const y = 1 / (1 + Math.exp(-y_in[k8 + j]));
      sub2[k8 + j] = y - d[row8 + j];
    }

    // dc0_sum = Σn sum(sub2)
    let s3 = 0;
    for (let j = 0; j < 8; j++) {
      s3 += sub2[k8 + j];
    }
    dc0_sum[0] += s3;

    // div3 = 2 ./ add2_2
    // div2 = 2 ./ g_den
    for (let j = 0; j < 64; j++) {
      div3[k64 + j] = 2 / add2_2[k64 + j];
      div2[k64 + j] = 2 / g_den[k64 + j];
    }

    // ds_before after the last time step: 0
    for (let j = 0; j < 16; j++) {
      ds_before[k144 + j + 128] = 0;
    }
  }

  for (let t2 = 7; t2 >= 0; t2--) {
    const t28 = t2 * 8;
    const t216 = t2 * 16;

    for (let k = 0; k < size; k++) {
      const k8 = k * 8;
      const k64 = k * 64;
      const k128 = k * 128;
      const k144 = k * 144;

      // ds = share * {[j, 1, k] ↦ sub2[j] * v[k]} + after(ds_before)   [sum over every use of the value: through time: the cotangent of the next step; line 14]
      const t3 = share[0];
      const t4 = sub2[k8 + t2];
      for (let j = 0; j < 8; j++) {
        ds[k128 + t216 + j] = t3 * (t4 * v[j]) + ds_before[k144 + t216 + j + 16];
      }
      for (let j = 0; j < 8; j++) {
        ds[k128 + t216 + j + 8] = ds_before[k144 + t216 + j + 24];
      }

      // delta = ds[:, 2, :] + ds[:, 1, :] .* o .* (div3 .* (2 - div3))   [sum over every use of the value: chain rule through tanh: ∂y/∂x = 1 - square(y); line 15]
      // delta2 = delta .* g .* (i ./ i_den)   [chain rule through sigmoid: ∂y/∂x = y * (1 - y); line 16]
      // delta3 = delta .* i .* (div2 .* (2 - div2))   [chain rule through tanh: ∂y/∂x = 1 - square(y); line 16]
      // delta4 = ds[:, 1, :] .* mul2 .* (o ./ o_den)   [chain rule through sigmoid: ∂y/∂x = y * (1 - y); line 16]
      // delta5 = delta .* before(s)[:, 2, :] .* (f ./ f_den)   [chain rule through sigmoid: ∂y/∂x = y * (1 - y); line 16]
      for (let j = 0; j < 8; j++) {
        delta[k64 + t28 + j] = ds[k128 + t216 + j + 8] + ds[k128 + t216 + j] * o[k64 + t28 + j] * (div3[k64 + t28 + j] * (2 - div3[k64 + t28 + j]));
        delta2[k64 + t28 + j] = delta[k64 + t28 + j] * g[k64 + t28 + j] * (i[k64 + t28 + j] / i_den[k64 + t28 + j]);
        delta3[k64 + t28 + j] = delta[k64 + t28 + j] * i[k64 + t28 + j] * (div2[k64 + t28 + j] * (2 - div2[k64 + t28 + j]));
        delta4[k64 + t28 + j] = ds[k128 + t216 + j] * mul2[k64 + t28 + j] * (o[k64 + t28 + j] / o_den[k64 + t28 + j]);
        delta5[k64 + t28 + j] = delta[k64 + t28 + j] * s[k144 + t216 + j + 8] * (f[k64 + t28 + j] / f_den[k64 + t28 + j]);
      }
    }

    // ds_before = [delta3 * Ug + delta2 * Ui + delta5 * Uf + delta4 * Uo; delta .* f]   [sum over every use of the value: before(s)[:, 1, :] * Uo' with respect to before(s): the other factor times the cotangent]
    for (let j = 0; j < 8; j += 4) {
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k64_2 = k * 64;
        const k64_3 = k64_2 + 64;
        for (let p = 0; p < 8; p++) {
          const delta3_1 = delta3[k64_2 + t28 + p];
          const p8 = p * 8;
          const Ug_1 = Ug[p8 + j];
          const delta3_2 = delta3[k64_3 + t28 + p];
          const Ug_2 = Ug[p8 + j + 1];
          const Ug_3 = Ug[p8 + j + 2];
          const Ug_4 = Ug[p8 + j + 3];
          s11 += delta3_1 * Ug_1;
          s12 += delta3_2 * Ug_1;
          s21 += delta3_1 * Ug_2;
          s22 += delta3_2 * Ug_2;
          s31 += delta3_1 * Ug_3;
          s32 += delta3_2 * Ug_3;
          s41 += delta3_1 * Ug_4;
          s42 += delta3_2 * Ug_4;
        }
        let s11_2 = 0, s12_2 = 0, s21_2 = 0, s22_2 = 0, s31_2 = 0, s32_2 = 0, s41_2 = 0, s42_2 = 0;
        for (let p = 0; p < 8; p++) {
          const delta2_1 = delta2[k64_2 + t28 + p];
          const p8_2 = p * 8;
          const Ui_1 = Ui[p8_2 + j];
          const delta2_2 = delta2[k64_3 + t28 + p];
          const Ui_2 = Ui[p8_2 + j + 1];
          const Ui_3 = Ui[p8_2 + j + 2];
          const Ui_4 = Ui[p8_2 + j + 3];
          s11_2 += delta2_1 * Ui_1;
          s12_2 += delta2_2 * Ui_1;
          s21_2 += delta2_1 * Ui_2;
          s22_2 += delta2_2 * Ui_2;
          s31_2 += delta2_1 * Ui_3;
          s32_2 += delta2_2 * Ui_3;
          s41_2 += delta2_1 * Ui_4;
          s42_2 += delta2_2 * Ui_4;
        }
        let s11_3 = 0, s12_3 = 0, s21_3 = 0, s22_3 = 0, s31_3 = 0, s32_3 = 0, s41_3 = 0, s42_3 = 0;
        for (let p = 0; p < 8; p++) {
          const delta5_1 = delta5[k64_2 + t28 + p];
          const p8_3 = p * 8;
          const Uf_1 = Uf[p8_3 + j];
          const delta5_2 = delta5[k64_3 + t28 + p];
          const Uf_2 = Uf[p8_3 + j + 1];
          const Uf_3 = Uf[p8_3 + j + 2];
          const Uf_4 = Uf[p8_3 + j + 3];
          s11_3 += delta5_1 * Uf_1;
          s12_3 += delta5_2 * Uf_1;
          s21_3 += delta5_1 * Uf_2;
          s22_3 += delta5_2 * Uf_2;
          s31_3 += delta5_1 * Uf_3;
          s32_3 += delta5_2 * Uf_3;
          s41_3 += delta5_1 * Uf_4;
          s42_3 += delta5_2 * Uf_4;
        }
        let s11_4 = 0, s12_4 = 0, s21_4 = 0, s22_4 = 0, s31_4 = 0, s32_4 = 0, s41_4 = 0, s42_4 = 0;
        for (let p = 0; p < 8; p++) {
          const delta4_1 = delta4[k64_2 + t28 + p];
          const p8_4 = p * 8;
          const Uo_1 = Uo[p8_4 + j];
          const delta4_2 = delta4[k64_3 + t28 + p];
          const Uo_2 = Uo[p8_4 + j + 1];
          const Uo_3 = Uo[p8_4 + j + 2];
          const Uo_4 = Uo[p8_4 + j + 3];
          s11_4 += delta4_1 * Uo_1;
          s12_4 += delta4_2 * Uo_1;
          s21_4 += delta4_1 * Uo_2;
          s22_4 += delta4_2 * Uo_2;
          s31_4 += delta4_1 * Uo_3;
          s32_4 += delta4_2 * Uo_3;
          s41_4 += delta4_1 * Uo_4;
          s42_4 += delta4_2 * Uo_4;
        }
        const k144_2 = k * 144;
        ds_before[k144_2 + t216 + j] = s11 + s11_2 + s11_3 + s11_4;
        const k144_3 = k144_2 + 144;
        ds_before[k144_3 + t216 + j] = s12 + s12_2 + s12_3 + s12_4;
        ds_before[k144_2 + t216 + j + 1] = s21 + s21_2 + s21_3 + s21_4;
        ds_before[k144_3 + t216 + j + 1] = s22 + s22_2 + s22_3 + s22_4;
        ds_before[k144_2 + t216 + j + 2] = s31 + s31_2 + s31_3 + s31_4;
        ds_before[k144_3 + t216 + j + 2] = s32 + s32_2 + s32_3 + s32_4;
        ds_before[k144_2 + t216 + j + 3] = s41 + s41_2 + s41_3 + s41_4;
        ds_before[k144_3 + t216 + j + 3] = s42 + s42_2 + s42_3 + s42_4;
      }
    }

    for (let k = 0; k < size; k++) {
      const k64 = k * 64;
      const k144 = k * 144;
      for (let j = 0; j < 8; j++) {
        ds_before[k144 + t216 + j + 8] = delta[k64 + t28 + j] * f[k64 + t28 + j];
      }
    }
  }

  for (let k = 0; k < size; k++) {
    const row = rows[k];
    const row8 = row * 8;
    const k64 = k * 64;

    // dW_sum = Σn concat(sum(delta2 .* reshape(x, [8, 1]), 1), zeros(24))
    for (let j = 0; j < 32; j++) {
      let s2 = 0;
      for (let p = 0; p < 8; p++) {
        s2 += delta2[k64 + p * 8 + j] * (j >= 0 && j < 8 ? x[row8 + p] : 0);
      }
      dW_sum[j] += j >= 0 && j < 8 ? s2 : 0;
    }

    // db_sum = Σn concat(sum(delta2, 1), zeros(24))
    for (let j = 0; j < 32; j++) {
      let s2 = 0;
      for (let p = 0; p < 8; p++) {
        s2 += delta2[k64 + p * 8 + j];
      }
      db_sum[j] += j >= 0 && j < 8 ? s2 : 0;
    }
  }

  // dv = Σn s[:, 1, :]' * sub2   [s[:, 1, :] * v with respect to v: the other factor times the cotangent; line 20]
  for (let j = 0; j < 6; j += 6) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0;
    for (let k = 0; k < size; k++) {
      const k8_2 = k * 8;
      const k144_2 = k * 144;
      for (let p = 0; p < 8; p++) {
        const sub_1 = sub2[k8_2 + p];
        const p16 = p * 16;
        s1 += sub_1 * s[k144_2 + p16 + j + 16];
        s2 += sub_1 * s[k144_2 + p16 + j + 17];
        s3 += sub_1 * s[k144_2 + p16 + j + 18];
        s4 += sub_1 * s[k144_2 + p16 + j + 19];
        s5 += sub_1 * s[k144_2 + p16 + j + 20];
        s6 += sub_1 * s[k144_2 + p16 + j + 21];
      }
    }
    dv[j] += s1;
    dv[j + 1] += s2;
    dv[j + 2] += s3;
    dv[j + 3] += s4;
    dv[j + 4] += s5;
    dv[j + 5] += s6;
  }
  for (let j = 6; j < 8; j += 2) {
    let s1_2 = 0, s2_2 = 0;
    for (let k = 0; k < size; k++) {
      const k8_3 = k * 8;
      const k144_3 = k * 144;
      for (let p = 0; p < 8; p++) {
        const sub_1_2 = sub2[k8_3 + p];
        const p16_2 = p * 16;
        s1_2 += sub_1_2 * s[k144_3 + p16_2 + j + 16];
        s2_2 += sub_1_2 * s[k144_3 + p16_2 + j + 17];
      }
    }
    dv[j] += s1_2;
    dv[j + 1] += s2_2;
  }
}

/** A part of `gradient`: delta6, dW_sum2, grad_Ui, grad_Uf, grad_Uo, grad_Ug, db_sum2. */
function gradientPart3(into: Gradients, size: number): void {
  for (let k = 0; k < size; k++) {
    const k64 = k * 64;
    const k256 = k * 256;

    // delta6 = concat(zeros(8, 24), delta3) + concat(zeros(8, 16), delta4, zeros(8, 8)) + concat(zeros(8, 8), delta5, zeros(8, 16))   [sum over every use of the value: each cotangent goes where the number was read; line 17]
    for (let j = 0; j < 8; j++) {
      const j32 = j * 32;
      for (let p = 0; p < 8; p++) {
        delta6[k256 + j32 + p] = 0;
      }
    }
    for (let j = 0; j < 8; j++) {
      const j8 = j * 8;
      const j32 = j * 32;
      for (let p = 0; p < 8; p++) {
        delta6[k256 + j32 + p + 8] = delta5[k64 + j8 + p];
      }
    }
    for (let j = 0; j < 8; j++) {
      const j8 = j * 8;
      const j32 = j * 32;
      for (let p = 0; p < 8; p++) {
        delta6[k256 + j32 + p + 16] = delta4[k64 + j8 + p];
      }
    }
    for (let j = 0; j < 8; j++) {
      const j8 = j * 8;
      const j32 = j * 32;
      for (let p = 0; p < 8; p++) {
        delta6[k256 + j32 + p + 24] = delta3[k64 + j8 + p];
      }
    }
  }

  // dW_sum2 = Σn sum(delta6 .* reshape(x, [8, 1]), 1)
  for (let j = 0; j < 30; j += 6) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0;
    for (let k = 0; k < size; k++) {
      const k256_2 = k * 256;
      const k8 = k * 8;
      for (let p = 0; p < 8; p++) {
        const p32 = p * 32;
        const x_1 = x_block[k8 + p];
        s1 += delta6[k256_2 + p32 + j] * x_1;
        s2 += delta6[k256_2 + p32 + j + 1] * x_1;
        s3 += delta6[k256_2 + p32 + j + 2] * x_1;
        s4 += delta6[k256_2 + p32 + j + 3] * x_1;
        s5 += delta6[k256_2 + p32 + j + 4] * x_1;
        s6 += delta6[k256_2 + p32 + j + 5] * x_1;
      }
    }
    dW_sum2[j] += s1;
    dW_sum2[j + 1] += s2;
    dW_sum2[j + 2] += s3;
    dW_sum2[j + 3] += s4;
    dW_sum2[j + 4] += s5;
    dW_sum2[j + 5] += s6;
  }
  for (let j = 30; j < 32; j += 2) {
    let s1_2 = 0, s2_2 = 0;
    for (let k = 0; k < size; k++) {
      const k256_3 = k * 256;
      const k8_2 = k * 8;
      for (let p = 0; p < 8; p++) {
        const p32_2 = p * 32;
        const x_1_2 = x_block[k8_2 + p];
        s1_2 += delta6[k256_3 + p32_2 + j] * x_1_2;
        s2_2 += delta6[k256_3 + p32_2 + j + 1] * x_1_2;
      }
    }
    dW_sum2[j] += s1_2;
    dW_sum2[j + 1] += s2_2;
  }

  // dUi = Σn delta2' * before(s)[:, 1, :]   [before(s)[:, 1, :] * Ui' with respect to Ui: the other factor times the cotangent; line 16]
  for (let p = 0; p < 8; p += 4) {
    for (let j = 0; j < 8; j += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k64_2 = k * 64;
        const k144 = k * 144;
        for (let q = 0; q < 8; q++) {
          const q8 = q * 8;
          const delta2_1 = delta2[k64_2 + q8 + j];
          const q16 = q * 16;
          const s_1 = s[k144 + q16 + p];
          const delta2_2 = delta2[k64_2 + q8 + j + 1];
          const s_2 = s[k144 + q16 + p + 1];
          const s_3 = s[k144 + q16 + p + 2];
          const s_4 = s[k144 + q16 + p + 3];
          s11 += delta2_1 * s_1;
          s12 += delta2_2 * s_1;
          s21 += delta2_1 * s_2;
          s22 += delta2_2 * s_2;
          s31 += delta2_1 * s_3;
          s32 += delta2_2 * s_3;
          s41 += delta2_1 * s_4;
          s42 += delta2_2 * s_4;
        }
      }
      const j8 = j * 8;
      into.Ui[j8 + p] += s11;
      const j8_2 = j8 + 8;
      into.Ui[j8_2 + p] += s12;
      into.Ui[j8 + p + 1] += s21;
      into.Ui[j8_2 + p + 1] += s22;
      into.Ui[j8 + p + 2] += s31;
      into.Ui[j8_2 + p + 2] += s32;
      into.Ui[j8 + p + 3] += s41;
      into.Ui[j8_2 + p + 3] += s42;
    }
  }

  // dUf = Σn delta5' * before(s)[:, 1, :]   [before(s)[:, 1, :] * Uf' with respect to Uf: the other factor times the cotangent; line 16]
  for (let p = 0; p < 8; p += 4) {
    for (let j = 0; j < 8; j += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k64_2 = k * 64;
        const k144 = k * 144;
        for (let q = 0; q < 8; q++) {
          const q8 = q * 8;
          const delta5_1 = delta5[k64_2 + q8 + j];
          const q16 = q * 16;
          const s_1 = s[k144 + q16 + p];
          const delta5_2 = delta5[k64_2 + q8 + j + 1];
          const s_2 = s[k144 + q16 + p + 1];
          const s_3 = s[k144 + q16 + p + 2];
          const s_4 = s[k144 + q16 + p + 3];
          s11 += delta5_1 * s_1;
          s12 += delta5_2 * s_1;
          s21 += delta5_1 * s_2;
          s22 += delta5_2 * s_2;
          s31 += delta5_1 * s_3;
          s32 += delta5_2 * s_3;
          s41 += delta5_1 * s_4;
          s42 += delta5_2 * s_4;
        }
      }
      const j8 = j * 8;
      into.Uf[j8 + p] += s11;
      const j8_2 = j8 + 8;
      into.Uf[j8_2 + p] += s12;
      into.Uf[j8 + p + 1] += s21;
      into.Uf[j8_2 + p + 1] += s22;
      into.Uf[j8 + p + 2] += s31;
      into.Uf[j8_2 + p + 2] += s32;
      into.Uf[j8 + p + 3] += s41;
      into.Uf[j8_2 + p + 3] += s42;
    }
  }

  // dUo = Σn delta4' * before(s)[:, 1, :]   [before(s)[:, 1, :] * Uo' with respect to Uo: the other factor times the cotangent; line 16]
  for (let p = 0; p < 8; p += 4) {
    for (let j = 0; j < 8; j += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k64_2 = k * 64;
        const k144 = k * 144;
        for (let q = 0; q < 8; q++) {
          const q8 = q * 8;
          const delta4_1 = delta4[k64_2 + q8 + j];
          const q16 = q * 16;
          const s_1 = s[k144 + q16 + p];
          const delta4_2 = delta4[k64_2 + q8 + j + 1];
          const s_2 = s[k144 + q16 + p + 1];
          const s_3 = s[k144 + q16 + p + 2];
          const s_4 = s[k144 + q16 + p + 3];
          s11 += delta4_1 * s_1;
          s12 += delta4_2 * s_1;
          s21 += delta4_1 * s_2;
          s22 += delta4_2 * s_2;
          s31 += delta4_1 * s_3;
          s32 += delta4_2 * s_3;
          s41 += delta4_1 * s_4;
          s42 += delta4_2 * s_4;
        }
      }
      const j8 = j * 8;
      into.Uo[j8 + p] += s11;
      const j8_2 = j8 + 8;
      into.Uo[j8_2 + p] += s12;
      into.Uo[j8 + p + 1] += s21;
      into.Uo[j8_2 + p + 1] += s22;
      into.Uo[j8 + p + 2] += s31;
      into.Uo[j8_2 + p + 2] += s32;
      into.Uo[j8 + p + 3] += s41;
      into.Uo[j8_2 + p + 3] += s42;
    }
  }

  // dUg = Σn delta3' * before(s)[:, 1, :]   [before(s)[:, 1, :] * Ug' with respect to Ug: the other factor times the cotangent; line 16]
  for (let p = 0; p < 8; p += 4) {
    for (let j = 0; j < 8; j += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k64_2 = k * 64;
        const k144 = k * 144;
        for (let q = 0; q < 8; q++) {
          const q8 = q * 8;
          const delta3_1 = delta3[k64_2 + q8 + j];
          const q16 = q * 16;
          const s_1 = s[k144 + q16 + p];
          const delta3_2 = delta3[k64_2 + q8 + j + 1];
          const s_2 = s[k144 + q16 + p + 1];
          const s_3 = s[k144 + q16 + p + 2];
          const s_4 = s[k144 + q16 + p + 3];
          s11 += delta3_1 * s_1;
          s12 += delta3_2 * s_1;
          s21 += delta3_1 * s_2;
          s22 += delta3_2 * s_2;
          s31 += delta3_1 * s_3;
          s32 += delta3_2 * s_3;
          s41 += delta3_1 * s_4;
          s42 += delta3_2 * s_4;
        }
      }
      const j8 = j * 8;
      into.Ug[j8 + p] += s11;
      const j8_2 = j8 + 8;
      into.Ug[j8_2 + p] += s12;
      into.Ug[j8 + p + 1] += s21;
      into.Ug[j8_2 + p + 1] += s22;
      into.Ug[j8 + p + 2] += s31;
      into.Ug[j8_2 + p + 2] += s32;
      into.Ug[j8 + p + 3] += s41;
      into.Ug[j8_2 + p + 3] += s42;
    }
  }

  // db_sum2 = Σn sum(delta6, 1)
  for (let j = 0; j < 32; j += 4) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
    for (let k = 0; k < size; k++) {
      const k256_2 = k * 256;
      for (let p = 0; p < 8; p++) {
        const p32 = p * 32;
        s1 += delta6[k256_2 + p32 + j];
        s2 += delta6[k256_2 + p32 + j + 1];
        s3 += delta6[k256_2 + p32 + j + 2];
        s4 += delta6[k256_2 + p32 + j + 3];
      }
    }
    db_sum2[j] += s1;
    db_sum2[j + 1] += s2;
    db_sum2[j + 2] += s3;
    db_sum2[j + 3] += s4;
  }
}

/** A part of `gradient`: J, grad_W, grad_b, grad_v, grad_c0, loss. */
function gradientPart4(into: Gradients, m: number): void {
  // J = J_sum / m   [line 21, loss]
  into.losses[0] = J_sum[0] / m;

  // dW = dW_sum + dW_sum2   [sum over every use of the value: the same for all examples: their cotangents add up]
  // db = db_sum + db_sum2   [sum over every use of the value: the same for all examples: their cotangents add up]
  for (let j = 0; j < 32; j++) {
    into.W[j] = dW_sum[j] + dW_sum2[j];
    into.b[j] = db_sum[j] + db_sum2[j];
  }

  // dv = share * dv   [the mean over the batch]
  const t = share[0];
  for (let j = 0; j < 8; j++) {
    into.v[j] = t * dv[j];
  }

  // dc0 = dc0_sum / m   [the same for all examples: their cotangents add up]
  into.c0[0] = dc0_sum[0] / m;

  // loss = J_sum / m   [line 21, loss]
  total[0] = into.losses[0];
}

/** One step of training on the examples `order[from … to)`: forward, backward, update; returns the loss before the update. */
export function step(params: Parameters, state: Floats, data: Examples, clock: Clock, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { x } = data.columns;
  const m = to - from;
  stepPart(clock, m);
  J_sum.fill(0);
  dc0_sum.fill(0);
  dW_sum.fill(0);
  db_sum.fill(0);
  dv.fill(0);
  dW_sum2.fill(0);
  dUi.fill(0);
  dUf.fill(0);
  dUo.fill(0);
  dUg.fill(0);
  db_sum2.fill(0);
  for (let first = from; first < to; first += 64) {
    const size = Math.min(64, to - first);
    for (let k = 0; k < size; k++) {
      const row = order === undefined ? first + k : order[first + k];
      rows[k] = row;
      for (let j = 0; j < 8; j++) x_block[k * 8 + j] = x[row * 8 + j];
    }
    stepPart2(params, data, size);
    stepPart3(size);
  }
  stepPart4(params, state, clock, m);
  return total[0];
}

/** A part of `step`: share, scale, scale2, stepSize, scale3, share2. */
function stepPart(clock: Clock, m: number): void {
  const { t, rate } = clock;

  // share = 1/m
  const share3 = 1 / m;
  share[0] = share3;

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

  // share2 = 0.1 * share
  share2[0] = 0.1 * share3;
}

/** A part of `step`: a, s, o_exp, o_den, o, f_exp, f_den and 29 more. */
function stepPart2(params: Parameters, data: Examples, size: number): void {
  const { W, b, Uo, Uf, Ui, Ug, v, c0 } = params;
  const { x, d } = data.columns;

  for (let k = 0; k < size; k++) {
    const row = rows[k];
    const row8 = row * 8;
    const k144 = k * 144;
    const k256 = k * 256;

    // a = W .* reshape(x, [8, 1]) + b   [lines 16, 17]
    for (let j = 0; j < 8; j++) {
      const t = x[row8 + j];
      const j32 = j * 32;
      for (let p = 0; p < 32; p++) {
        a[k256 + j32 + p] = W[p] * t + b[p];
      }
    }

    // s before the first time step: 0
    for (let j = 0; j < 16; j++) {
      s[k144 + j] = 0;
    }
  }

  for (let t = 0; t < 8; t++) {
    const t8 = t * 8;
    const t16 = t * 16;
    const t32 = t * 32;

    // o_exp = exp(min(a[:, 17:24] + before(s)[:, 1, :] * Uo', 709))
    for (let j = 0; j < 8; j += 4) {
      const j8 = j * 8;
      const j8_2 = j8 + 8;
      const j8_3 = j8 + 16;
      const j8_4 = j8 + 24;
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k144_2 = k * 144;
        const k144_3 = k144_2 + 144;
        for (let p = 0; p < 8; p++) {
          const Uo_1 = Uo[j8 + p];
          const s_1 = s[k144_2 + t16 + p];
          const s_2 = s[k144_3 + t16 + p];
          const Uo_2 = Uo[j8_2 + p];
          const Uo_3 = Uo[j8_3 + p];
          const Uo_4 = Uo[j8_4 + p];
          s11 += Uo_1 * s_1;
          s12 += Uo_1 * s_2;
          s21 += Uo_2 * s_1;
          s22 += Uo_2 * s_2;
          s31 += Uo_3 * s_1;
          s32 += Uo_3 * s_2;
          s41 += Uo_4 * s_1;
          s42 += Uo_4 * s_2;
        }
        const k256_2 = k * 256;
        const k64 = k * 64;
        o_exp[k64 + t8 + j] = Math.exp(Math.min(a[k256_2 + t32 + j + 16] + s11, 709));
        const k256_3 = k256_2 + 256;
        const k64_2 = k64 + 64;
        o_exp[k64_2 + t8 + j] = Math.exp(Math.min(a[k256_3 + t32 + j + 16] + s12, 709));
        o_exp[k64 + t8 + j + 1] = Math.exp(Math.min(a[k256_2 + t32 + j + 17] + s21, 709));
        o_exp[k64_2 + t8 + j + 1] = Math.exp(Math.min(a[k256_3 + t32 + j + 17] + s22, 709));
        o_exp[k64 + t8 + j + 2] = Math.exp(Math.min(a[k256_2 + t32 + j + 18] + s31, 709));
        o_exp[k64_2 + t8 + j + 2] = Math.exp(Math.min(a[k256_3 + t32 + j + 18] + s32, 709));
        o_exp[k64 + t8 + j + 3] = Math.exp(Math.min(a[k256_2 + t32 + j + 19] + s41, 709));
        o_exp[k64_2 + t8 + j + 3] = Math.exp(Math.min(a[k256_3 + t32 + j + 19] + s42, 709));
      }
    }

    for (let k = 0; k < size; k++) {
      const k64 = k * 64;

      // o_den = 1 + o_exp
      // o = o_exp ./ o_den   [lines 14, 15, 16]
      for (let j = 0; j < 8; j++) {
        o_den[k64 + t8 + j] = 1 + o_exp[k64 + t8 + j];
        o[k64 + t8 + j] = o_exp[k64 + t8 + j] / o_den[k64 + t8 + j];
      }
    }

    // f_exp = exp(min(a[:, 9:16] + before(s)[:, 1, :] * Uf', 709))
    for (let j = 0; j < 8; j += 4) {
      const j8 = j * 8;
      const j8_2 = j8 + 8;
      const j8_3 = j8 + 16;
      const j8_4 = j8 + 24;
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k144_2 = k * 144;
        const k144_3 = k144_2 + 144;
        for (let p = 0; p < 8; p++) {
          const Uf_1 = Uf[j8 + p];
          const s_1 = s[k144_2 + t16 + p];
          const s_2 = s[k144_3 + t16 + p];
          const Uf_2 = Uf[j8_2 + p];
          const Uf_3 = Uf[j8_3 + p];
          const Uf_4 = Uf[j8_4 + p];
          s11 += Uf_1 * s_1;
          s12 += Uf_1 * s_2;
          s21 += Uf_2 * s_1;
          s22 += Uf_2 * s_2;
          s31 += Uf_3 * s_1;
          s32 += Uf_3 * s_2;
          s41 += Uf_4 * s_1;
          s42 += Uf_4 * s_2;
        }
        const k256_2 = k * 256;
        const k64_2 = k * 64;
        f_exp[k64_2 + t8 + j] = Math.exp(Math.min(a[k256_2 + t32 + j + 8] + s11, 709));
        const k256_3 = k256_2 + 256;
        const k64_3 = k64_2 + 64;
        f_exp[k64_3 + t8 + j] = Math.exp(Math.min(a[k256_3 + t32 + j + 8] + s12, 709));
        f_exp[k64_2 + t8 + j + 1] = Math.exp(Math.min(a[k256_2 + t32 + j + 9] + s21, 709));
        f_exp[k64_3 + t8 + j + 1] = Math.exp(Math.min(a[k256_3 + t32 + j + 9] + s22, 709));
        f_exp[k64_2 + t8 + j + 2] = Math.exp(Math.min(a[k256_2 + t32 + j + 10] + s31, 709));
        f_exp[k64_3 + t8 + j + 2] = Math.exp(Math.min(a[k256_3 + t32 + j + 10] + s32, 709));
        f_exp[k64_2 + t8 + j + 3] = Math.exp(Math.min(a[k256_2 + t32 + j + 11] + s41, 709));
        f_exp[k64_3 + t8 + j + 3] = Math.exp(Math.min(a[k256_3 + t32 + j + 11] + s42, 709));
      }
    }

    for (let k = 0; k < size; k++) {
      const k64 = k * 64;

      // f_den = 1 + f_exp
      // f = f_exp ./ f_den   [lines 15, 16]
      for (let j = 0; j < 8; j++) {
        f_den[k64 + t8 + j] = 1 + f_exp[k64 + t8 + j];
        f[k64 + t8 + j] = f_exp[k64 + t8 + j] / f_den[k64 + t8 + j];
      }
    }

    // i_exp = exp(min(W[1:8] .* reshape(x, [8, 1]) + b[1:8] + before(s)[:, 1, :] * Ui', 709))
    for (let j = 0; j < 8; j += 4) {
      const j8 = j * 8;
      const j8_2 = j8 + 8;
      const j8_3 = j8 + 16;
      const j8_4 = j8 + 24;
      const W_1 = W[j];
      const b_1 = b[j];
      const W_2 = W[j + 1];
      const b_2 = b[j + 1];
      const W_3 = W[j + 2];
      const b_3 = b[j + 2];
      const W_4 = W[j + 3];
      const b_4 = b[j + 3];
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k144_2 = k * 144;
        const k144_3 = k144_2 + 144;
        for (let p = 0; p < 8; p++) {
          const Ui_1 = Ui[j8 + p];
          const s_1 = s[k144_2 + t16 + p];
          const s_2 = s[k144_3 + t16 + p];
          const Ui_2 = Ui[j8_2 + p];
          const Ui_3 = Ui[j8_3 + p];
          const Ui_4 = Ui[j8_4 + p];
          s11 += Ui_1 * s_1;
          s12 += Ui_1 * s_2;
          s21 += Ui_2 * s_1;
          s22 += Ui_2 * s_2;
          s31 += Ui_3 * s_1;
          s32 += Ui_3 * s_2;
          s41 += Ui_4 * s_1;
          s42 += Ui_4 * s_2;
        }
        const k8 = k * 8;
        const x_1 = x_block[k8 + t];
        const k64_2 = k * 64;
        i_exp[k64_2 + t8 + j] = Math.exp(Math.min(W_1 * x_1 + b_1 + s11, 709));
        const k8_2 = k8 + 8;
        const x_2 = x_block[k8_2 + t];
        const k64_3 = k64_2 + 64;
        i_exp[k64_3 + t8 + j] = Math.exp(Math.min(W_1 * x_2 + b_1 + s12, 709));
        i_exp[k64_2 + t8 + j + 1] = Math.exp(Math.min(W_2 * x_1 + b_2 + s21, 709));
        i_exp[k64_3 + t8 + j + 1] = Math.exp(Math.min(W_2 * x_2 + b_2 + s22, 709));
        i_exp[k64_2 + t8 + j + 2] = Math.exp(Math.min(W_3 * x_1 + b_3 + s31, 709));
        i_exp[k64_3 + t8 + j + 2] = Math.exp(Math.min(W_3 * x_2 + b_3 + s32, 709));
        i_exp[k64_2 + t8 + j + 3] = Math.exp(Math.min(W_4 * x_1 + b_4 + s41, 709));
        i_exp[k64_3 + t8 + j + 3] = Math.exp(Math.min(W_4 * x_2 + b_4 + s42, 709));
      }
    }

    for (let k = 0; k < size; k++) {
      const k64 = k * 64;

      // i_den = 1 + i_exp
      // i = i_exp ./ i_den   [lines 15, 16]
      for (let j = 0; j < 8; j++) {
        i_den[k64 + t8 + j] = 1 + i_exp[k64 + t8 + j];
        i[k64 + t8 + j] = i_exp[k64 + t8 + j] / i_den[k64 + t8 + j];
      }
    }

    // add2 = a[:, 25:32] + before(s)[:, 1, :] * Ug'   [line 16]
    for (let j = 0; j < 8; j += 4) {
      const j8 = j * 8;
      const j8_2 = j8 + 8;
      const j8_3 = j8 + 16;
      const j8_4 = j8 + 24;
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k144_2 = k * 144;
        const k144_3 = k144_2 + 144;
        for (let p = 0; p < 8; p++) {
          const Ug_1 = Ug[j8 + p];
          const s_1 = s[k144_2 + t16 + p];
          const s_2 = s[k144_3 + t16 + p];
          const Ug_2 = Ug[j8_2 + p];
          const Ug_3 = Ug[j8_3 + p];
          const Ug_4 = Ug[j8_4 + p];
          s11 += Ug_1 * s_1;
          s12 += Ug_1 * s_2;
          s21 += Ug_2 * s_1;
          s22 += Ug_2 * s_2;
          s31 += Ug_3 * s_1;
          s32 += Ug_3 * s_2;
          s41 += Ug_4 * s_1;
          s42 += Ug_4 * s_2;
        }
        const k256_2 = k * 256;
        const k64_2 = k * 64;
        add2[k64_2 + t8 + j] = a[k256_2 + t32 + j + 24] + s11;
        const k256_3 = k256_2 + 256;
        const k64_3 = k64_2 + 64;
        add2[k64_3 + t8 + j] = a[k256_3 + t32 + j + 24] + s12;
        add2[k64_2 + t8 + j + 1] = a[k256_2 + t32 + j + 25] + s21;
        add2[k64_3 + t8 + j + 1] = a[k256_3 + t32 + j + 25] + s22;
        add2[k64_2 + t8 + j + 2] = a[k256_2 + t32 + j + 26] + s31;
        add2[k64_3 + t8 + j + 2] = a[k256_3 + t32 + j + 26] + s32;
        add2[k64_2 + t8 + j + 3] = a[k256_2 + t32 + j + 27] + s41;
        add2[k64_3 + t8 + j + 3] = a[k256_3 + t32 + j + 27] + s42;
      }
    }

    for (let k = 0; k < size; k++) {
      const k64 = k * 64;
      const k144 = k * 144;

      // g_expm1 = expm1(min(2 * abs(add2), 709))
      // g_den = 2 + g_expm1
      // g = sign(add2) .* (g_expm1 ./ g_den)   [lines 15, 16]
      // c = f .* before(s)[:, 2, :] + i .* g   [lines 14, 15]
      // expm1 = expm1(min(2 * abs(c), 709))
      // add2_2 = 2 + expm1
      // mul2 = sign(c) .* (expm1 ./ add2_2)   [line 14]
      for (let j = 0; j < 8; j++) {
        const g_expm1 = Math.expm1(Math.min(2 * Math.abs(add2[k64 + t8 + j]), 709));
        g_den[k64 + t8 + j] = 2 + g_expm1;
        g[k64 + t8 + j] = Math.sign(add2[k64 + t8 + j]) * (g_expm1 / g_den[k64 + t8 + j]);
        c[k64 + t8 + j] = f[k64 + t8 + j] * s[k144 + t16 + j + 8] + i[k64 + t8 + j] * g[k64 + t8 + j];
        const expm1 = Math.expm1(Math.min(2 * Math.abs(c[k64 + t8 + j]), 709));
        add2_2[k64 + t8 + j] = 2 + expm1;
        mul2[k64 + t8 + j] = Math.sign(c[k64 + t8 + j]) * (expm1 / add2_2[k64 + t8 + j]);
      }

      // s = [o .* mul2; c]   [line 19]
      for (let j = 0; j < 8; j++) {
        s[k144 + t16 + j + 16] = o[k64 + t8 + j] * mul2[k64 + t8 + j];
      }
      for (let j = 0; j < 8; j++) {
        s[k144 + t16 + j + 24] = c[k64 + t8 + j];
      }
    }
  }

  // y_in = s[:, 1, :] * v + c0   [line 20]
  const c0_1 = c0[0];
  for (let j = 0; j < 8; j++) {
    const j16 = j * 16;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k144_2 = k * 144;
      const k144_3 = k144_2 + 144;
      const k144_4 = k144_2 + 288;
      const k144_5 = k144_2 + 432;
      const k144_6 = k144_2 + 576;
      const k144_7 = k144_2 + 720;
      for (let p = 0; p < 8; p++) {
        const v_1 = v[p];
        s11 += s[k144_2 + j16 + p + 16] * v_1;
        s12 += s[k144_3 + j16 + p + 16] * v_1;
        s13 += s[k144_4 + j16 + p + 16] * v_1;
        s14 += s[k144_5 + j16 + p + 16] * v_1;
        s15 += s[k144_6 + j16 + p + 16] * v_1;
        s16 += s[k144_7 + j16 + p + 16] * v_1;
      }
      const k8 = k * 8;
      y_in[k8 + j] = s11 + c0_1;
      const k8_2 = k8 + 8;
      y_in[k8_2 + j] = s12 + c0_1;
      const k8_3 = k8 + 16;
      y_in[k8_3 + j] = s13 + c0_1;
      const k8_4 = k8 + 24;
      y_in[k8_4 + j] = s14 + c0_1;
      const k8_5 = k8 + 32;
      y_in[k8_5 + j] = s15 + c0_1;
      const k8_6 = k8 + 40;
      y_in[k8_6 + j] = s16 + c0_1;
    }
  }

  for (let k = 0; k < size; k++) {
    const row = rows[k];
    const row8 = row * 8;
    const k8 = k * 8;
    const k64 = k * 64;
    const k144 = k * 144;

    // J_sum = Σn sum(logisticLoss(y_in, d))
    let s2 = 0;
    for (let j = 0; j < 8; j++) {
      s2 += Math.max(y_in[k8 + j], 0) - d[row8 + j] * y_in[k8 + j] + Math.log1p(Math.exp(-Math.abs(y_in[k8 + j])));
    }
    J_sum[0] += s2;

    // y = sigmoid(y_in)   [line 20, output]
    // sub2 = y - d
    for (let j = 0; j < 8; j++) {
      const y = 1 / (1 + Math.exp(-y_in[k8 + j]));
      sub2[k8 + j] = y - d[row8 + j];
    }

    // dc0_sum = Σn sum(sub2)
    let s3 = 0;
    for (let j = 0; j < 8; j++) {
      s3 += sub2[k8 + j];
    }
    dc0_sum[0] += s3;

    // div3 = 2 ./ add2_2
    // div2 = 2 ./ g_den
    for (let j = 0; j < 64; j++) {
      div3[k64 + j] = 2 / add2_2[k64 + j];
      div2[k64 + j] = 2 / g_den[k64 + j];
    }

    // ds_before after the last time step: 0
    for (let j = 0; j < 16; j++) {
      ds_before[k144 + j + 128] = 0;
    }
  }

  for (let t2 = 7; t2 >= 0; t2--) {
    const t28 = t2 * 8;
    const t216 = t2 * 16;

    for (let k = 0; k < size; k++) {
      const k8 = k * 8;
      const k64 = k * 64;
      const k128 = k * 128;
      const k144 = k * 144;

      // ds = share * {[j, 1, k] ↦ sub2[j] * v[k]} + after(ds_before)   [sum over every use of the value: through time: the cotangent of the next step; line 14]
      const t3 = share[0];
      const t4 = sub2[k8 + t2];
      for (let j = 0; j < 8; j++) {
        ds[k128 + t216 + j] = t3 * (t4 * v[j]) + ds_before[k144 + t216 + j + 16];
      }
      for (let j = 0; j < 8; j++) {
        ds[k128 + t216 + j + 8] = ds_before[k144 + t216 + j + 24];
      }

      // delta = ds[:, 2, :] + ds[:, 1, :] .* o .* (div3 .* (2 - div3))   [sum over every use of the value: chain rule through tanh: ∂y/∂x = 1 - square(y); line 15]
      // delta2 = delta .* g .* (i ./ i_den)   [chain rule through sigmoid: ∂y/∂x = y * (1 - y); line 16]
      // delta3 = delta .* i .* (div2 .* (2 - div2))   [chain rule through tanh: ∂y/∂x = 1 - square(y); line 16]
      // delta4 = ds[:, 1, :] .* mul2 .* (o ./ o_den)   [chain rule through sigmoid: ∂y/∂x = y * (1 - y); line 16]
      // delta5 = delta .* before(s)[:, 2, :] .* (f ./ f_den)   [chain rule through sigmoid: ∂y/∂x = y * (1 - y); line 16]
      for (let j = 0; j < 8; j++) {
        delta[k64 + t28 + j] = ds[k128 + t216 + j + 8] + ds[k128 + t216 + j] * o[k64 + t28 + j] * (div3[k64 + t28 + j] * (2 - div3[k64 + t28 + j]));
        delta2[k64 + t28 + j] = delta[k64 + t28 + j] * g[k64 + t28 + j] * (i[k64 + t28 + j] / i_den[k64 + t28 + j]);
        delta3[k64 + t28 + j] = delta[k64 + t28 + j] * i[k64 + t28 + j] * (div2[k64 + t28 + j] * (2 - div2[k64 + t28 + j]));
        delta4[k64 + t28 + j] = ds[k128 + t216 + j] * mul2[k64 + t28 + j] * (o[k64 + t28 + j] / o_den[k64 + t28 + j]);
        delta5[k64 + t28 + j] = delta[k64 + t28 + j] * s[k144 + t216 + j + 8] * (f[k64 + t28 + j] / f_den[k64 + t28 + j]);
      }
    }

    // ds_before = [delta3 * Ug + delta2 * Ui + delta5 * Uf + delta4 * Uo; delta .* f]   [sum over every use of the value: before(s)[:, 1, :] * Uo' with respect to before(s): the other factor times the cotangent]
    for (let j = 0; j < 8; j += 4) {
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k64_2 = k * 64;
        const k64_3 = k64_2 + 64;
        for (let p = 0; p < 8; p++) {
          const delta3_1 = delta3[k64_2 + t28 + p];
          const p8 = p * 8;
          const Ug_1 = Ug[p8 + j];
          const delta3_2 = delta3[k64_3 + t28 + p];
          const Ug_2 = Ug[p8 + j + 1];
          const Ug_3 = Ug[p8 + j + 2];
          const Ug_4 = Ug[p8 + j + 3];
          s11 += delta3_1 * Ug_1;
          s12 += delta3_2 * Ug_1;
          s21 += delta3_1 * Ug_2;
          s22 += delta3_2 * Ug_2;
          s31 += delta3_1 * Ug_3;
          s32 += delta3_2 * Ug_3;
          s41 += delta3_1 * Ug_4;
          s42 += delta3_2 * Ug_4;
        }
        let s11_2 = 0, s12_2 = 0, s21_2 = 0, s22_2 = 0, s31_2 = 0, s32_2 = 0, s41_2 = 0, s42_2 = 0;
        for (let p = 0; p < 8; p++) {
          const delta2_1 = delta2[k64_2 + t28 + p];
          const p8_2 = p * 8;
          const Ui_1 = Ui[p8_2 + j];
          const delta2_2 = delta2[k64_3 + t28 + p];
          const Ui_2 = Ui[p8_2 + j + 1];
          const Ui_3 = Ui[p8_2 + j + 2];
          const Ui_4 = Ui[p8_2 + j + 3];
          s11_2 += delta2_1 * Ui_1;
          s12_2 += delta2_2 * Ui_1;
          s21_2 += delta2_1 * Ui_2;
          s22_2 += delta2_2 * Ui_2;
          s31_2 += delta2_1 * Ui_3;
          s32_2 += delta2_2 * Ui_3;
          s41_2 += delta2_1 * Ui_4;
          s42_2 += delta2_2 * Ui_4;
        }
        let s11_3 = 0, s12_3 = 0, s21_3 = 0, s22_3 = 0, s31_3 = 0, s32_3 = 0, s41_3 = 0, s42_3 = 0;
        for (let p = 0; p < 8; p++) {
          const delta5_1 = delta5[k64_2 + t28 + p];
          const p8_3 = p * 8;
          const Uf_1 = Uf[p8_3 + j];
          const delta5_2 = delta5[k64_3 + t28 + p];
          const Uf_2 = Uf[p8_3 + j + 1];
          const Uf_3 = Uf[p8_3 + j + 2];
          const Uf_4 = Uf[p8_3 + j + 3];
          s11_3 += delta5_1 * Uf_1;
          s12_3 += delta5_2 * Uf_1;
          s21_3 += delta5_1 * Uf_2;
          s22_3 += delta5_2 * Uf_2;
          s31_3 += delta5_1 * Uf_3;
          s32_3 += delta5_2 * Uf_3;
          s41_3 += delta5_1 * Uf_4;
          s42_3 += delta5_2 * Uf_4;
        }
        let s11_4 = 0, s12_4 = 0, s21_4 = 0, s22_4 = 0, s31_4 = 0, s32_4 = 0, s41_4 = 0, s42_4 = 0;
        for (let p = 0; p < 8; p++) {
          const delta4_1 = delta4[k64_2 + t28 + p];
          const p8_4 = p * 8;
          const Uo_1 = Uo[p8_4 + j];
          const delta4_2 = delta4[k64_3 + t28 + p];
          const Uo_2 = Uo[p8_4 + j + 1];
          const Uo_3 = Uo[p8_4 + j + 2];
          const Uo_4 = Uo[p8_4 + j + 3];
          s11_4 += delta4_1 * Uo_1;
          s12_4 += delta4_2 * Uo_1;
          s21_4 += delta4_1 * Uo_2;
          s22_4 += delta4_2 * Uo_2;
          s31_4 += delta4_1 * Uo_3;
          s32_4 += delta4_2 * Uo_3;
          s41_4 += delta4_1 * Uo_4;
          s42_4 += delta4_2 * Uo_4;
        }
        const k144_2 = k * 144;
        ds_before[k144_2 + t216 + j] = s11 + s11_2 + s11_3 + s11_4;
        const k144_3 = k144_2 + 144;
        ds_before[k144_3 + t216 + j] = s12 + s12_2 + s12_3 + s12_4;
        ds_before[k144_2 + t216 + j + 1] = s21 + s21_2 + s21_3 + s21_4;
        ds_before[k144_3 + t216 + j + 1] = s22 + s22_2 + s22_3 + s22_4;
        ds_before[k144_2 + t216 + j + 2] = s31 + s31_2 + s31_3 + s31_4;
        ds_before[k144_3 + t216 + j + 2] = s32 + s32_2 + s32_3 + s32_4;
        ds_before[k144_2 + t216 + j + 3] = s41 + s41_2 + s41_3 + s41_4;
        ds_before[k144_3 + t216 + j + 3] = s42 + s42_2 + s42_3 + s42_4;
      }
    }

    for (let k = 0; k < size; k++) {
      const k64 = k * 64;
      const k144 = k * 144;
      for (let j = 0; j < 8; j++) {
        ds_before[k144 + t216 + j + 8] = delta[k64 + t28 + j] * f[k64 + t28 + j];
      }
    }
  }

  for (let k = 0; k < size; k++) {
    const row = rows[k];
    const row8 = row * 8;
    const k64 = k * 64;

    // dW_sum = Σn concat(sum(delta2 .* reshape(x, [8, 1]), 1), zeros(24))
    for (let j = 0; j < 32; j++) {
      let s2 = 0;
      for (let p = 0; p < 8; p++) {
        s2 += delta2[k64 + p * 8 + j] * (j >= 0 && j < 8 ? x[row8 + p] : 0);
      }
      dW_sum[j] += j >= 0 && j < 8 ? s2 : 0;
    }

    // db_sum = Σn concat(sum(delta2, 1), zeros(24))
    for (let j = 0; j < 32; j++) {
      let s2 = 0;
      for (let p = 0; p < 8; p++) {
        s2 += delta2[k64 + p * 8 + j];
      }
      db_sum[j] += j >= 0 && j < 8 ? s2 : 0;
    }
  }

  // dv = Σn s[:, 1, :]' * sub2   [s[:, 1, :] * v with respect to v: the other factor times the cotangent; line 20]
  for (let j = 0; j < 6; j += 6) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0;
    for (let k = 0; k < size; k++) {
      const k8_2 = k * 8;
      const k144_2 = k * 144;
      for (let p = 0; p < 8; p++) {
        const sub_1 = sub2[k8_2 + p];
        const p16 = p * 16;
        s1 += sub_1 * s[k144_2 + p16 + j + 16];
        s2 += sub_1 * s[k144_2 + p16 + j + 17];
        s3 += sub_1 * s[k144_2 + p16 + j + 18];
        s4 += sub_1 * s[k144_2 + p16 + j + 19];
        s5 += sub_1 * s[k144_2 + p16 + j + 20];
        s6 += sub_1 * s[k144_2 + p16 + j + 21];
      }
    }
    dv[j] += s1;
    dv[j + 1] += s2;
    dv[j + 2] += s3;
    dv[j + 3] += s4;
    dv[j + 4] += s5;
    dv[j + 5] += s6;
  }
  for (let j = 6; j < 8; j += 2) {
    let s1_2 = 0, s2_2 = 0;
    for (let k = 0; k < size; k++) {
      const k8_3 = k * 8;
      const k144_3 = k * 144;
      for (let p = 0; p < 8; p++) {
        const sub_1_2 = sub2[k8_3 + p];
        const p16_2 = p * 16;
        s1_2 += sub_1_2 * s[k144_3 + p16_2 + j + 16];
        s2_2 += sub_1_2 * s[k144_3 + p16_2 + j + 17];
      }
    }
    dv[j] += s1_2;
    dv[j + 1] += s2_2;
  }
}

/** A part of `step`: delta6, dW_sum2, dUi, dUf, dUo, dUg, db_sum2. */
function stepPart3(size: number): void {
  for (let k = 0; k < size; k++) {
    const k64 = k * 64;
    const k256 = k * 256;

    // delta6 = concat(zeros(8, 24), delta3) + concat(zeros(8, 16), delta4, zeros(8, 8)) + concat(zeros(8, 8), delta5, zeros(8, 16))   [sum over every use of the value: each cotangent goes where the number was read; line 17]
    for (let j = 0; j < 8; j++) {
      const j32 = j * 32;
      for (let p = 0; p < 8; p++) {
        delta6[k256 + j32 + p] = 0;
      }
    }
    for (let j = 0; j < 8; j++) {
      const j8 = j * 8;
      const j32 = j * 32;
      for (let p = 0; p < 8; p++) {
        delta6[k256 + j32 + p + 8] = delta5[k64 + j8 + p];
      }
    }
    for (let j = 0; j < 8; j++) {
      const j8 = j * 8;
      const j32 = j * 32;
      for (let p = 0; p < 8; p++) {
        delta6[k256 + j32 + p + 16] = delta4[k64 + j8 + p];
      }
    }
    for (let j = 0; j < 8; j++) {
      const j8 = j * 8;
      const j32 = j * 32;
      for (let p = 0; p < 8; p++) {
        delta6[k256 + j32 + p + 24] = delta3[k64 + j8 + p];
      }
    }
  }

  // dW_sum2 = Σn sum(delta6 .* reshape(x, [8, 1]), 1)
  for (let j = 0; j < 30; j += 6) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0;
    for (let k = 0; k < size; k++) {
      const k256_2 = k * 256;
      const k8 = k * 8;
      for (let p = 0; p < 8; p++) {
        const p32 = p * 32;
        const x_1 = x_block[k8 + p];
        s1 += delta6[k256_2 + p32 + j] * x_1;
        s2 += delta6[k256_2 + p32 + j + 1] * x_1;
        s3 += delta6[k256_2 + p32 + j + 2] * x_1;
        s4 += delta6[k256_2 + p32 + j + 3] * x_1;
        s5 += delta6[k256_2 + p32 + j + 4] * x_1;
        s6 += delta6[k256_2 + p32 + j + 5] * x_1;
      }
    }
    dW_sum2[j] += s1;
    dW_sum2[j + 1] += s2;
    dW_sum2[j + 2] += s3;
    dW_sum2[j + 3] += s4;
    dW_sum2[j + 4] += s5;
    dW_sum2[j + 5] += s6;
  }
  for (let j = 30; j < 32; j += 2) {
    let s1_2 = 0, s2_2 = 0;
    for (let k = 0; k < size; k++) {
      const k256_3 = k * 256;
      const k8_2 = k * 8;
      for (let p = 0; p < 8; p++) {
        const p32_2 = p * 32;
        const x_1_2 = x_block[k8_2 + p];
        s1_2 += delta6[k256_3 + p32_2 + j] * x_1_2;
        s2_2 += delta6[k256_3 + p32_2 + j + 1] * x_1_2;
      }
    }
    dW_sum2[j] += s1_2;
    dW_sum2[j + 1] += s2_2;
  }

  // dUi = Σn delta2' * before(s)[:, 1, :]   [before(s)[:, 1, :] * Ui' with respect to Ui: the other factor times the cotangent; line 16]
  for (let p = 0; p < 8; p += 4) {
    for (let j = 0; j < 8; j += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k64_2 = k * 64;
        const k144 = k * 144;
        for (let q = 0; q < 8; q++) {
          const q8 = q * 8;
          const delta2_1 = delta2[k64_2 + q8 + j];
          const q16 = q * 16;
          const s_1 = s[k144 + q16 + p];
          const delta2_2 = delta2[k64_2 + q8 + j + 1];
          const s_2 = s[k144 + q16 + p + 1];
          const s_3 = s[k144 + q16 + p + 2];
          const s_4 = s[k144 + q16 + p + 3];
          s11 += delta2_1 * s_1;
          s12 += delta2_2 * s_1;
          s21 += delta2_1 * s_2;
          s22 += delta2_2 * s_2;
          s31 += delta2_1 * s_3;
          s32 += delta2_2 * s_3;
          s41 += delta2_1 * s_4;
          s42 += delta2_2 * s_4;
        }
      }
      const j8 = j * 8;
      dUi[j8 + p] += s11;
      const j8_2 = j8 + 8;
      dUi[j8_2 + p] += s12;
      dUi[j8 + p + 1] += s21;
      dUi[j8_2 + p + 1] += s22;
      dUi[j8 + p + 2] += s31;
      dUi[j8_2 + p + 2] += s32;
      dUi[j8 + p + 3] += s41;
      dUi[j8_2 + p + 3] += s42;
    }
  }

  // dUf = Σn delta5' * before(s)[:, 1, :]   [before(s)[:, 1, :] * Uf' with respect to Uf: the other factor times the cotangent; line 16]
  for (let p = 0; p < 8; p += 4) {
    for (let j = 0; j < 8; j += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k64_2 = k * 64;
        const k144 = k * 144;
        for (let q = 0; q < 8; q++) {
          const q8 = q * 8;
          const delta5_1 = delta5[k64_2 + q8 + j];
          const q16 = q * 16;
          const s_1 = s[k144 + q16 + p];
          const delta5_2 = delta5[k64_2 + q8 + j + 1];
          const s_2 = s[k144 + q16 + p + 1];
          const s_3 = s[k144 + q16 + p + 2];
          const s_4 = s[k144 + q16 + p + 3];
          s11 += delta5_1 * s_1;
          s12 += delta5_2 * s_1;
          s21 += delta5_1 * s_2;
          s22 += delta5_2 * s_2;
          s31 += delta5_1 * s_3;
          s32 += delta5_2 * s_3;
          s41 += delta5_1 * s_4;
          s42 += delta5_2 * s_4;
        }
      }
      const j8 = j * 8;
      dUf[j8 + p] += s11;
      const j8_2 = j8 + 8;
      dUf[j8_2 + p] += s12;
      dUf[j8 + p + 1] += s21;
      dUf[j8_2 + p + 1] += s22;
      dUf[j8 + p + 2] += s31;
      dUf[j8_2 + p + 2] += s32;
      dUf[j8 + p + 3] += s41;
      dUf[j8_2 + p + 3] += s42;
    }
  }

  // dUo = Σn delta4' * before(s)[:, 1, :]   [before(s)[:, 1, :] * Uo' with respect to Uo: the other factor times the cotangent; line 16]
  for (let p = 0; p < 8; p += 4) {
    for (let j = 0; j < 8; j += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k64_2 = k * 64;
        const k144 = k * 144;
        for (let q = 0; q < 8; q++) {
          const q8 = q * 8;
          const delta4_1 = delta4[k64_2 + q8 + j];
          const q16 = q * 16;
          const s_1 = s[k144 + q16 + p];
          const delta4_2 = delta4[k64_2 + q8 + j + 1];
          const s_2 = s[k144 + q16 + p + 1];
          const s_3 = s[k144 + q16 + p + 2];
          const s_4 = s[k144 + q16 + p + 3];
          s11 += delta4_1 * s_1;
          s12 += delta4_2 * s_1;
          s21 += delta4_1 * s_2;
          s22 += delta4_2 * s_2;
          s31 += delta4_1 * s_3;
          s32 += delta4_2 * s_3;
          s41 += delta4_1 * s_4;
          s42 += delta4_2 * s_4;
        }
      }
      const j8 = j * 8;
      dUo[j8 + p] += s11;
      const j8_2 = j8 + 8;
      dUo[j8_2 + p] += s12;
      dUo[j8 + p + 1] += s21;
      dUo[j8_2 + p + 1] += s22;
      dUo[j8 + p + 2] += s31;
      dUo[j8_2 + p + 2] += s32;
      dUo[j8 + p + 3] += s41;
      dUo[j8_2 + p + 3] += s42;
    }
  }

  // dUg = Σn delta3' * before(s)[:, 1, :]   [before(s)[:, 1, :] * Ug' with respect to Ug: the other factor times the cotangent; line 16]
  for (let p = 0; p < 8; p += 4) {
    for (let j = 0; j < 8; j += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k64_2 = k * 64;
        const k144 = k * 144;
        for (let q = 0; q < 8; q++) {
          const q8 = q * 8;
          const delta3_1 = delta3[k64_2 + q8 + j];
          const q16 = q * 16;
          const s_1 = s[k144 + q16 + p];
          const delta3_2 = delta3[k64_2 + q8 + j + 1];
          const s_2 = s[k144 + q16 + p + 1];
          const s_3 = s[k144 + q16 + p + 2];
          const s_4 = s[k144 + q16 + p + 3];
          s11 += delta3_1 * s_1;
          s12 += delta3_2 * s_1;
          s21 += delta3_1 * s_2;
          s22 += delta3_2 * s_2;
          s31 += delta3_1 * s_3;
          s32 += delta3_2 * s_3;
          s41 += delta3_1 * s_4;
          s42 += delta3_2 * s_4;
        }
      }
      const j8 = j * 8;
      dUg[j8 + p] += s11;
      const j8_2 = j8 + 8;
      dUg[j8_2 + p] += s12;
      dUg[j8 + p + 1] += s21;
      dUg[j8_2 + p + 1] += s22;
      dUg[j8 + p + 2] += s31;
      dUg[j8_2 + p + 2] += s32;
      dUg[j8 + p + 3] += s41;
      dUg[j8_2 + p + 3] += s42;
    }
  }

  // db_sum2 = Σn sum(delta6, 1)
  for (let j = 0; j < 32; j += 4) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
    for (let k = 0; k < size; k++) {
      const k256_2 = k * 256;
      for (let p = 0; p < 8; p++) {
        const p32 = p * 32;
        s1 += delta6[k256_2 + p32 + j];
        s2 += delta6[k256_2 + p32 + j + 1];
        s3 += delta6[k256_2 + p32 + j + 2];
        s4 += delta6[k256_2 + p32 + j + 3];
      }
    }
    db_sum2[j] += s1;
    db_sum2[j + 1] += s2;
    db_sum2[j + 2] += s3;
    db_sum2[j + 3] += s4;
  }
}

/** A part of `step`: loss, dW, db, dc0, m_W, v_W, W and 21 more. */
function stepPart4(params: Parameters, state: Floats, clock: Clock, m: number): void {
  const { W, Ui, Uf, Uo, Ug, b, v, c0 } = params;
  const { rate } = clock;

  // loss = J_sum / m   [line 21, loss]
  total[0] = J_sum[0] / m;

  // dW = dW_sum + dW_sum2   [sum over every use of the value: the same for all examples: their cotangents add up]
  // db = db_sum + db_sum2   [sum over every use of the value: the same for all examples: their cotangents add up]
  for (let j = 0; j < 32; j++) {
    dW[j] = dW_sum[j] + dW_sum2[j];
    db[j] = db_sum[j] + db_sum2[j];
  }

  // dc0 = dc0_sum / m   [the same for all examples: their cotangents add up]
  const dc0 = dc0_sum[0] / m;

  // m_W⁺ = 0.9 * m_W + 0.1 * dW
  // v_W⁺ = 0.999 * v_W + 0.001 * dW .^ 2
  // W⁺ = W - stepSize * (m_W⁺ ./ (sqrt(scale3 * v_W⁺) + 1e-8))
  const t = stepSize[0];
  const t2 = scale3[0];
  for (let j = 0; j < 32; j++) {
    state[j] = 0.9 * state[j] + 0.1 * dW[j];
    state[32 + j] = 0.999 * state[32 + j] + 0.001 * (dW[j] * dW[j]);
    W[j] -= t * (state[j] / (Math.sqrt(t2 * state[32 + j]) + 1e-8));
  }

  // m_Ui⁺ = 0.9 * m_Ui + 0.1 * dUi
  // v_Ui⁺ = 0.999 * v_Ui + 0.001 * dUi .^ 2
  // Ui⁺ = Ui - stepSize * (m_Ui⁺ ./ (sqrt(scale3 * v_Ui⁺) + 1e-8))
  // m_Uf⁺ = 0.9 * m_Uf + 0.1 * dUf
  // v_Uf⁺ = 0.999 * v_Uf + 0.001 * dUf .^ 2
  // Uf⁺ = Uf - stepSize * (m_Uf⁺ ./ (sqrt(scale3 * v_Uf⁺) + 1e-8))
  // m_Uo⁺ = 0.9 * m_Uo + 0.1 * dUo
  // v_Uo⁺ = 0.999 * v_Uo + 0.001 * dUo .^ 2
  // Uo⁺ = Uo - stepSize * (m_Uo⁺ ./ (sqrt(scale3 * v_Uo⁺) + 1e-8))
  // m_Ug⁺ = 0.9 * m_Ug + 0.1 * dUg
  // v_Ug⁺ = 0.999 * v_Ug + 0.001 * dUg .^ 2
  // Ug⁺ = Ug - stepSize * (m_Ug⁺ ./ (sqrt(scale3 * v_Ug⁺) + 1e-8))
  const t3 = stepSize[0];
  const t4 = scale3[0];
  for (let j = 0; j < 64; j++) {
    state[64 + j] = 0.9 * state[64 + j] + 0.1 * dUi[j];
    state[128 + j] = 0.999 * state[128 + j] + 0.001 * (dUi[j] * dUi[j]);
    Ui[j] -= t3 * (state[64 + j] / (Math.sqrt(t4 * state[128 + j]) + 1e-8));
    state[192 + j] = 0.9 * state[192 + j] + 0.1 * dUf[j];
    state[256 + j] = 0.999 * state[256 + j] + 0.001 * (dUf[j] * dUf[j]);
    Uf[j] -= t3 * (state[192 + j] / (Math.sqrt(t4 * state[256 + j]) + 1e-8));
    state[320 + j] = 0.9 * state[320 + j] + 0.1 * dUo[j];
    state[384 + j] = 0.999 * state[384 + j] + 0.001 * (dUo[j] * dUo[j]);
    Uo[j] -= t3 * (state[320 + j] / (Math.sqrt(t4 * state[384 + j]) + 1e-8));
    state[448 + j] = 0.9 * state[448 + j] + 0.1 * dUg[j];
    state[512 + j] = 0.999 * state[512 + j] + 0.001 * (dUg[j] * dUg[j]);
    Ug[j] -= t3 * (state[448 + j] / (Math.sqrt(t4 * state[512 + j]) + 1e-8));
  }

  // m_b⁺ = 0.9 * m_b + 0.1 * db
  // v_b⁺ = 0.999 * v_b + 0.001 * db .^ 2
  // b⁺ = b - stepSize * (m_b⁺ ./ (sqrt(scale3 * v_b⁺) + 1e-8))
  const t5 = stepSize[0];
  const t6 = scale3[0];
  for (let j = 0; j < 32; j++) {
    state[576 + j] = 0.9 * state[576 + j] + 0.1 * db[j];
    state[608 + j] = 0.999 * state[608 + j] + 0.001 * (db[j] * db[j]);
    b[j] -= t5 * (state[576 + j] / (Math.sqrt(t6 * state[608 + j]) + 1e-8));
  }

  // m_v⁺ = 0.9 * m_v + share2 * dv
  // v_v⁺ = 0.999 * v_v + 0.001 * (share * dv) .^ 2
  // v⁺ = v - stepSize * (m_v⁺ ./ (sqrt(scale3 * v_v⁺) + 1e-8))
  const t7 = share2[0];
  const t8 = share[0];
  const t10 = stepSize[0];
  const t11 = scale3[0];
  for (let j = 0; j < 8; j++) {
    state[640 + j] = 0.9 * state[640 + j] + t7 * dv[j];
    const t9 = t8 * dv[j];
    state[648 + j] = 0.999 * state[648 + j] + 0.001 * (t9 * t9);
    v[j] -= t10 * (state[640 + j] / (Math.sqrt(t11 * state[648 + j]) + 1e-8));
  }

  // m_c0⁺ = 0.9 * m_c0 + 0.1 * dc0
  state[656] = 0.9 * state[656] + 0.1 * dc0;

  // v_c0⁺ = 0.999 * v_c0 + 0.001 * dc0 ^ 2
  state[657] = 0.999 * state[657] + 0.001 * (dc0 * dc0);

  // c0⁺ = c0 - rate * (m_c0⁺ / scale) / (sqrt(v_c0⁺ / scale2) + 1e-8)
  c0[0] -= rate * (state[656] / scale[0]) / (Math.sqrt(state[657] / scale2[0]) + 1e-8);
}

/** The predictions for one example among others. */
export function predict(params: Parameters, data: Examples, row: number, into: Outputs = createOutputs()): Outputs {
  return forward(params, data.columns.x.subarray(row * 8, row * 8 + 8), into);
}
