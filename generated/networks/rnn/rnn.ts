/**
 * rnn: compiled by gradc 0.1.0 from rnn.grad. Do not edit: change the spec and compile again.
 *
 * Spec        sha256 51fc21f1905fe0267e44d6a9fef07a6904616ea63b6dcc617f68637a7d67a354
 * Parameters  305: W vector of 16, U (16 × 16), b vector of 16, v vector of 16, c scalar
 * Precision   64-bit
 * Convention  loss and gradients are the mean over the batch
 * Stable form xlogy(d, sigmoid(z)) -> -(d * softplus(-z))
 *             xlogy(d, 1 - sigmoid(z)) -> -(d * softplus(z))
 *             d * softplus(-z) + (1 - d) * softplus(z) -> logisticLoss(z, d)
 *             1 - square(tanh(x)) -> 2 / (2 + expm1(min(2 * abs(x), 709))) * (2 - 2 / (2 + expm1(min(2 * abs(x), 709))))
 *
 * Operations of gradient, for one example (sums over the batch left out):
 *   forward 5872: 2592 add, 2568 multiply, 136 abs, 136 compare, 136 divide, 128 expm1, 128 sign, 16 exp, 16 negate, 8 log1p, 8 subtract
 *   backward 9744: 4864 multiply, 4616 add, 136 subtract, 128 divide
 *
 * Schedule:
 *   forward  loops: 4904 scalar operations, more than 2500; of 4 steps 2 in register tiles, 2 in plain loops; a loop over 8 time steps, first to last
 *     tiles     hs 4608, z 264
 *     loops     hs 0, y 32
 *   evaluate  loops: 5005 scalar operations, more than 2500; of 9 steps 2 in register tiles, 4 in plain loops, 3 of at most 4 operations unrolled; a loop over 8 time steps, first to last; examples in blocks of 64
 *     tiles     hs 4608, z 264
 *     loops     hs 0, J_sum 73, y 32, accuracy_sum 25
 *     unrolled  J 1, accuracy 2, loss 0
 *   gradient  loops: 15941 scalar operations, more than 2500; of 24 steps 7 in register tiles, 13 in plain loops, 4 of at most 4 operations unrolled; a loop over 8 time steps, first to last; a loop over 8 time steps, last to first; examples in blocks of 64
 *     tiles     add 4480, z 264, dhs_before 4096, grad_W 272, grad_U 4352, grad_b 144, dv 272
 *     loops     hs 0, hs_expm1 512, hs_den 128, hs 384, J_sum 73, y 32, dz 8, dc_sum 9, div 128, dhs_before 0, dhs 384, delta 384, grad_v 16
 *     unrolled  share 1, J 1, grad_c 1, loss 0
 *   step  loops: 19930 scalar operations, more than 2500; of 42 steps 7 in register tiles, 25 in plain loops, 10 of at most 4 operations unrolled; a loop over 8 time steps, first to last; a loop over 8 time steps, last to first; examples in blocks of 64
 *     tiles     add 4480, z 264, dhs_before 4096, dW 272, dU 4352, db 144, dv 272
 *     loops     hs 0, hs_expm1 512, hs_den 128, hs 384, J_sum 73, y 32, dz 8, dc_sum 9, div 128, dhs_before 0, dhs 384, delta 384, m_W 48, v_W 64, W 96, m_U 768, v_U 1024, U 1536, m_b 48, v_b 64, b 96, m_v 48, v_v 96, v 96, c 7
 *     unrolled  share 1, scale 2, scale2 2, stepSize 1, scale3 1, share2 1, loss 1, dc 1, m_c 3, v_c 4
 *
 * parameters
 *   W   16        zeros    # line 5
 *   U   16 × 16   glorot   # line 6
 *   b   16        zeros    # line 7
 *   v   16        normal   # line 8
 *   c   scalar    zeros    # line 9
 *
 * data
 *   x   8   input    # line 2
 *   d   8   target   # line 3
 *
 * forward
 *   hs = tanh(W .* reshape(x, [8, 1]) + before(hs) * U' + b)   8 × 16 per example   # line 12
 *   z = hs * v + c                                             8 per example        # line 13
 *   y = sigmoid(z)                                             8 per example        # line 14, output
 *   t1 = logisticLoss(z, d)                                    8 per example
 *   J = sum(t1)                                                scalar per example   # line 15, loss
 *   t2 = (y > 0.5) == d                                        8 per example        # line 17
 *   accuracy = 0.125 * sum(t2)                                 scalar per example   # line 17, metric
 *
 * mean over the batch of m examples
 *   J = (Σn sum(t1)) / m                    scalar   # line 15, loss
 *   accuracy = 0.125 * ((Σn sum(t2)) / m)   scalar   # line 17, metric
 *
 * backward (constant factors come in last, with Σn)
 *   dz = y - d                                     8 per example        # chain rule through logisticLoss: ∂t1/∂z = sigmoid(z) - d
 *   dv = 1/m * Σn hs' * dz                         16                   # hs * v with respect to v: the matrix transposed, times the cotangent
 *   dc = (Σn sum(dz)) / m                          scalar               # the same for all examples: their cotangents add up
 *   dhs = 1/m * outer(dz, v) + after(dhs_before)   8 × 16 per example   # sum over every use of the value: through time: the cotangent of the next step; hs * v with respect to hs: outer product of the cotangent and the vector
 *   dhs_in = dhs .* (1 - hs .^ 2)                  8 × 16 per example   # EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); chain rule through tanh: ∂y/∂x = 1 - square(y)
 *   dhs_before = dhs_in * U                        8 × 16 per example   # before(hs) * U' with respect to before(hs): the other matrix transposed, times the cotangent
 *   dW = Σn sum(dhs_in .* reshape(x, [8, 1]), 1)   16                   # the same for all examples: their cotangents add up
 *   dU = Σn dhs_in' * before(hs)                   16 × 16              # EQ4: ∂C/∂w = δ aᵀ; before(hs) * U' with respect to U: the other matrix transposed, times the cotangent
 *   db = Σn sum(dhs_in, 1)                         16                   # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
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
  readonly W: Tensor<[16]>;
  readonly U: Tensor<[16, 16]>;
  readonly b: Tensor<[16]>;
  readonly v: Tensor<[16]>;
  readonly c: Tensor<[]>;
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
  readonly W: Tensor<[16]>;
  readonly U: Tensor<[16, 16]>;
  readonly b: Tensor<[16]>;
  readonly v: Tensor<[16]>;
  readonly c: Tensor<[]>;
  /** Each loss over the batch. */
  readonly losses: Floats;
}

/** Predictions for one example. */
export type Outputs = { readonly y: Tensor<[8]> };

/** What the module is: names, shapes, defaults and data of the spec. */
export const metadata = {
  name: "rnn",
  hash: "51fc21f1905fe0267e44d6a9fef07a6904616ea63b6dcc617f68637a7d67a354",
  version: "0.1.0",
  precision: "f64",
  parameters: [
    { name: "W", shape: [16], offset: 0, initial: { kind: "zeros" } },
    { name: "U", shape: [16, 16], offset: 16, initial: { kind: "glorot" } },
    { name: "b", shape: [16], offset: 272, initial: { kind: "zeros" } },
    { name: "v", shape: [16], offset: 288, initial: { kind: "normal" } },
    { name: "c", shape: [], offset: 304, initial: { kind: "zeros" } },
  ],
  columns: [{ name: "x", role: "input", shape: [8] }, { name: "d", role: "target", shape: [8] }],
  hypers: [],
  losses: ["J"],
  metrics: ["accuracy"],
  outputs: [{ name: "y", shape: [8] }],
  reduction: "mean",
  data: { kind: "generator", name: "parity" },
  train: { optimizer: "adam", rate: 0.01, batch: 16, epochs: 300, validation: 0, seed: 1 },
} as const;

/** Parameters as views on one flat array, zero where none is given. */
export function createParameters(flat: Floats = new Float64Array(305)): Parameters {
  return {
    flat,
    W: flat.subarray(0, 16),
    U: flat.subarray(16, 272),
    b: flat.subarray(272, 288),
    v: flat.subarray(288, 304),
    c: flat.subarray(304, 305),
  };
}

/** Initial parameters: the same numbers for the same seed. */
export function initialise(seed: number, params: Parameters = createParameters()): Parameters {
  params.W.fill(0);
  for (let k = 0; k < 256; k++) params.U[k] = 0.4330127018922193 * (2 * uniform(seed, 1, k) - 1);
  params.b.fill(0);
  for (let k = 0; k < 16; k++) params.v[k] = 0.05 * normal(seed, 3, k);
  params.c.fill(0);
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
    W: new Float64Array(16),
    U: new Float64Array(256),
    b: new Float64Array(16),
    v: new Float64Array(16),
    c: new Float64Array(1),
    losses: new Float64Array(1),
  };
}

/** The state of the update rule, all zeros. */
export function createState(): Floats {
  return new Float64Array(610);
}

const hs = new Float64Array(9504);

/** Room for z and delta, one after the other. */
const delta = new Float64Array(8448);

const z = delta;

/** Room for x_block and y, one after the other. */
const x_block = new Float64Array(528);

const y = x_block;

const rows = new Int32Array(66);

const dv = new Float64Array(16);

/** Room for add2 and dhs_before, one after the other. */
const dhs_before = new Float64Array(9504);

const add2 = dhs_before;

/** Room for hs_den and div2, one after the other. */
const hs_den = new Float64Array(8448);

const div2 = hs_den;

const dz = new Float64Array(528);

const dW = new Float64Array(16);

const dU = new Float64Array(256);

const db = new Float64Array(16);

/** The predictions for one example. */
export function forward(params: Parameters, x: Vector<8>, into: Outputs = createOutputs()): Outputs {
  const { W, U, b, v, c } = params;

  // hs before the first time step: 0
  for (let i = 0; i < 16; i++) {
    hs[i] = 0;
  }

  for (let t = 0; t < 8; t++) {
    const t16 = t * 16;

    // hs = tanh(W .* reshape(x, [8, 1]) + before(hs) * U' + b)   [line 12]
    const x_1 = x[t];
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
        const hs_1 = hs[t16 + j];
        s1 += U[i16 + j] * hs_1;
        s2 += U[i16_2 + j] * hs_1;
        s3 += U[i16_3 + j] * hs_1;
        s4 += U[i16_4 + j] * hs_1;
        s5 += U[i16_5 + j] * hs_1;
        s6 += U[i16_6 + j] * hs_1;
      }
      hs[t16_2 + i] = Math.tanh(W[i] * x_1 + s1 + b[i]);
      hs[t16_2 + i + 1] = Math.tanh(W[i + 1] * x_1 + s2 + b[i + 1]);
      hs[t16_2 + i + 2] = Math.tanh(W[i + 2] * x_1 + s3 + b[i + 2]);
      hs[t16_2 + i + 3] = Math.tanh(W[i + 3] * x_1 + s4 + b[i + 3]);
      hs[t16_2 + i + 4] = Math.tanh(W[i + 4] * x_1 + s5 + b[i + 4]);
      hs[t16_2 + i + 5] = Math.tanh(W[i + 5] * x_1 + s6 + b[i + 5]);
    }
    for (let i = 12; i < 16; i += 4) {
      let s1_2 = 0, s2_2 = 0, s3_2 = 0, s4_2 = 0;
      const i16_7 = i * 16;
      const i16_8 = i16_7 + 16;
      const i16_9 = i16_7 + 32;
      const i16_10 = i16_7 + 48;
      for (let j = 0; j < 16; j++) {
        const hs_1_2 = hs[t16 + j];
        s1_2 += U[i16_7 + j] * hs_1_2;
        s2_2 += U[i16_8 + j] * hs_1_2;
        s3_2 += U[i16_9 + j] * hs_1_2;
        s4_2 += U[i16_10 + j] * hs_1_2;
      }
      hs[t16_2 + i] = Math.tanh(W[i] * x_1 + s1_2 + b[i]);
      hs[t16_2 + i + 1] = Math.tanh(W[i + 1] * x_1 + s2_2 + b[i + 1]);
      hs[t16_2 + i + 2] = Math.tanh(W[i + 2] * x_1 + s3_2 + b[i + 2]);
      hs[t16_2 + i + 3] = Math.tanh(W[i + 3] * x_1 + s4_2 + b[i + 3]);
    }
  }

  // z = hs * v + c   [line 13]
  const c_1 = c[0];
  for (let i = 0; i < 6; i += 6) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0;
    const i16 = i * 16;
    const i16_2 = i16 + 16;
    const i16_3 = i16 + 32;
    const i16_4 = i16 + 48;
    const i16_5 = i16 + 64;
    const i16_6 = i16 + 80;
    const i16_7 = i16 + 96;
    for (let j = 0; j < 16; j++) {
      const v_1 = v[j];
      s1 += hs[i16_2 + j] * v_1;
      s2 += hs[i16_3 + j] * v_1;
      s3 += hs[i16_4 + j] * v_1;
      s4 += hs[i16_5 + j] * v_1;
      s5 += hs[i16_6 + j] * v_1;
      s6 += hs[i16_7 + j] * v_1;
    }
    z[i] = s1 + c_1;
    z[i + 1] = s2 + c_1;
    z[i + 2] = s3 + c_1;
    z[i + 3] = s4 + c_1;
    z[i + 4] = s5 + c_1;
    z[i + 5] = s6 + c_1;
  }
  for (let i = 6; i < 8; i += 2) {
    let s1_2 = 0, s2_2 = 0;
    const i16_8 = i * 16;
    const i16_9 = i16_8 + 16;
    const i16_10 = i16_8 + 32;
    for (let j = 0; j < 16; j++) {
      const v_1_2 = v[j];
      s1_2 += hs[i16_9 + j] * v_1_2;
      s2_2 += hs[i16_10 + j] * v_1_2;
    }
    z[i] = s1_2 + c_1;
    z[i + 1] = s2_2 + c_1;
  }

  // y = sigmoid(z)   [line 14, output]
  for (let i = 0; i < 8; i++) {
    into.y[i] = 1 / (1 + Math.exp(-z[i]));
  }
  return into;
}

/** Losses, then metrics, over the examples `order[from … to)`, as inference computes them, into `report`; returns the total loss. */
export function evaluate(params: Parameters, data: Examples, report: Report, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { W, U, b, v, c } = params;
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
      const k144 = k * 144;

      // hs before the first time step: 0
      for (let i = 0; i < 16; i++) {
        hs[k144 + i] = 0;
      }
    }

    for (let t = 0; t < 8; t++) {
      const t16 = t * 16;

      // hs = tanh(W .* reshape(x, [8, 1]) + before(hs) * U' + b)   [line 12]
      for (let i = 0; i < 16; i += 4) {
        const i16 = i * 16;
        const i16_2 = i16 + 16;
        const i16_3 = i16 + 32;
        const i16_4 = i16 + 48;
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
          for (let j = 0; j < 16; j++) {
            const U_1 = U[i16 + j];
            const hs_1 = hs[k144_2 + t16 + j];
            const hs_2 = hs[k144_3 + t16 + j];
            const U_2 = U[i16_2 + j];
            const U_3 = U[i16_3 + j];
            const U_4 = U[i16_4 + j];
            s11 += U_1 * hs_1;
            s12 += U_1 * hs_2;
            s21 += U_2 * hs_1;
            s22 += U_2 * hs_2;
            s31 += U_3 * hs_1;
            s32 += U_3 * hs_2;
            s41 += U_4 * hs_1;
            s42 += U_4 * hs_2;
          }
          const k8 = k * 8;
          const x_1 = x_block[k8 + t];
          hs[k144_2 + t16 + i + 16] = Math.tanh(W_1 * x_1 + s11 + b_1);
          const k8_2 = k8 + 8;
          const x_2 = x_block[k8_2 + t];
          hs[k144_3 + t16 + i + 16] = Math.tanh(W_1 * x_2 + s12 + b_1);
          hs[k144_2 + t16 + i + 17] = Math.tanh(W_2 * x_1 + s21 + b_2);
          hs[k144_3 + t16 + i + 17] = Math.tanh(W_2 * x_2 + s22 + b_2);
          hs[k144_2 + t16 + i + 18] = Math.tanh(W_3 * x_1 + s31 + b_3);
          hs[k144_3 + t16 + i + 18] = Math.tanh(W_3 * x_2 + s32 + b_3);
          hs[k144_2 + t16 + i + 19] = Math.tanh(W_4 * x_1 + s41 + b_4);
          hs[k144_3 + t16 + i + 19] = Math.tanh(W_4 * x_2 + s42 + b_4);
        }
      }
    }

    // z = hs * v + c   [line 13]
    const c_1 = c[0];
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
        for (let j = 0; j < 16; j++) {
          const v_1 = v[j];
          s11 += hs[k144_2 + i16 + j + 16] * v_1;
          s12 += hs[k144_3 + i16 + j + 16] * v_1;
          s13 += hs[k144_4 + i16 + j + 16] * v_1;
          s14 += hs[k144_5 + i16 + j + 16] * v_1;
          s15 += hs[k144_6 + i16 + j + 16] * v_1;
          s16 += hs[k144_7 + i16 + j + 16] * v_1;
        }
        const k8 = k * 8;
        z[k8 + i] = s11 + c_1;
        const k8_2 = k8 + 8;
        z[k8_2 + i] = s12 + c_1;
        const k8_3 = k8 + 16;
        z[k8_3 + i] = s13 + c_1;
        const k8_4 = k8 + 24;
        z[k8_4 + i] = s14 + c_1;
        const k8_5 = k8 + 32;
        z[k8_5 + i] = s15 + c_1;
        const k8_6 = k8 + 40;
        z[k8_6 + i] = s16 + c_1;
      }
    }

    for (let k = 0; k < size; k++) {
      const row = rows[k];
      const row8 = row * 8;
      const k8 = k * 8;

      // J_sum = Σn sum(logisticLoss(z, d))
      let s = 0;
      for (let i = 0; i < 8; i++) {
        s += Math.max(z[k8 + i], 0) - d[row8 + i] * z[k8 + i] + Math.log1p(Math.exp(-Math.abs(z[k8 + i])));
      }
      J_sum += s;

      // y = sigmoid(z)   [line 14, output]
      for (let i = 0; i < 8; i++) {
        y[k8 + i] = 1 / (1 + Math.exp(-z[k8 + i]));
      }

      // accuracy_sum = Σn sum((y > 0.5) == d)
      let s2 = 0;
      for (let i = 0; i < 8; i++) {
        s2 += (y[k8 + i] > 0.5 ? 1 : 0) === d[row8 + i] ? 1 : 0;
      }
      accuracy_sum += s2;
    }
  }

  // J = J_sum / m   [line 15, loss]
  const J = J_sum / m;
  report[0] = J;

  // accuracy = 0.125 * (accuracy_sum / m)   [line 17, metric]
  report[1] = 0.125 * (accuracy_sum / m);
  return J;
}

/** The loss over the examples `order[from … to)` and its gradients, into `into`; returns the loss. */
export function gradient(params: Parameters, data: Examples, into: Gradients, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { W, U, b, v, c } = params;
  const { x, d } = data.columns;
  const m = to - from;
  const share = 1 / m;
  let J_sum = 0;
  let dc_sum = 0;
  into.W.fill(0);
  into.U.fill(0);
  into.b.fill(0);
  dv.fill(0);
  for (let first = from; first < to; first += 64) {
    const size = Math.min(64, to - first);
    for (let k = 0; k < size; k++) {
      const row = order === undefined ? first + k : order[first + k];
      rows[k] = row;
      for (let i = 0; i < 8; i++) x_block[k * 8 + i] = x[row * 8 + i];
    }

    for (let k = 0; k < size; k++) {
      const k144 = k * 144;

      // hs before the first time step: 0
      for (let i = 0; i < 16; i++) {
        hs[k144 + i] = 0;
      }
    }

    for (let t = 0; t < 8; t++) {
      const t16 = t * 16;

      // add2 = W .* reshape(x, [8, 1]) + before(hs) * U' + b   [line 11]
      for (let i = 0; i < 16; i += 4) {
        const i16 = i * 16;
        const i16_2 = i16 + 16;
        const i16_3 = i16 + 32;
        const i16_4 = i16 + 48;
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
          for (let j = 0; j < 16; j++) {
            const U_1 = U[i16 + j];
            const hs_1 = hs[k144_2 + t16 + j];
            const hs_2 = hs[k144_3 + t16 + j];
            const U_2 = U[i16_2 + j];
            const U_3 = U[i16_3 + j];
            const U_4 = U[i16_4 + j];
            s11 += U_1 * hs_1;
            s12 += U_1 * hs_2;
            s21 += U_2 * hs_1;
            s22 += U_2 * hs_2;
            s31 += U_3 * hs_1;
            s32 += U_3 * hs_2;
            s41 += U_4 * hs_1;
            s42 += U_4 * hs_2;
          }
          const k8 = k * 8;
          const x_1 = x_block[k8 + t];
          const k128 = k * 128;
          add2[k128 + t16 + i] = W_1 * x_1 + s11 + b_1;
          const k8_2 = k8 + 8;
          const x_2 = x_block[k8_2 + t];
          const k128_2 = k128 + 128;
          add2[k128_2 + t16 + i] = W_1 * x_2 + s12 + b_1;
          add2[k128 + t16 + i + 1] = W_2 * x_1 + s21 + b_2;
          add2[k128_2 + t16 + i + 1] = W_2 * x_2 + s22 + b_2;
          add2[k128 + t16 + i + 2] = W_3 * x_1 + s31 + b_3;
          add2[k128_2 + t16 + i + 2] = W_3 * x_2 + s32 + b_3;
          add2[k128 + t16 + i + 3] = W_4 * x_1 + s41 + b_4;
          add2[k128_2 + t16 + i + 3] = W_4 * x_2 + s42 + b_4;
        }
      }

      for (let k = 0; k < size; k++) {
        const k128 = k * 128;
        const k144 = k * 144;

        // hs_expm1 = expm1(min(2 * abs(add2), 709))
        // hs_den = 2 + hs_expm1
        // hs = sign(add2) .* (hs_expm1 ./ hs_den)   [line 12]
        for (let i = 0; i < 16; i++) {
          const hs_expm1 = Math.expm1(Math.min(2 * Math.abs(add2[k128 + t16 + i]), 709));
          hs_den[k128 + t16 + i] = 2 + hs_expm1;
          hs[k144 + t16 + i + 16] = Math.sign(add2[k128 + t16 + i]) * (hs_expm1 / hs_den[k128 + t16 + i]);
        }
      }
    }

    // z = hs * v + c   [line 13]
    const c_1 = c[0];
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
        for (let j = 0; j < 16; j++) {
          const v_1 = v[j];
          s11 += hs[k144_2 + i16 + j + 16] * v_1;
          s12 += hs[k144_3 + i16 + j + 16] * v_1;
          s13 += hs[k144_4 + i16 + j + 16] * v_1;
          s14 += hs[k144_5 + i16 + j + 16] * v_1;
          s15 += hs[k144_6 + i16 + j + 16] * v_1;
          s16 += hs[k144_7 + i16 + j + 16] * v_1;
        }
        const k8 = k * 8;
        z[k8 + i] = s11 + c_1;
        const k8_2 = k8 + 8;
        z[k8_2 + i] = s12 + c_1;
        const k8_3 = k8 + 16;
        z[k8_3 + i] = s13 + c_1;
        const k8_4 = k8 + 24;
        z[k8_4 + i] = s14 + c_1;
        const k8_5 = k8 + 32;
        z[k8_5 + i] = s15 + c_1;
        const k8_6 = k8 + 40;
        z[k8_6 + i] = s16 + c_1;
      }
    }

    for (let k = 0; k < size; k++) {
      const row = rows[k];
      const row8 = row * 8;
      const k8 = k * 8;
      const k128 = k * 128;
      const k144 = k * 144;

      // J_sum = Σn sum(logisticLoss(z, d))
      let s = 0;
      for (let i = 0; i < 8; i++) {
        s += Math.max(z[k8 + i], 0) - d[row8 + i] * z[k8 + i] + Math.log1p(Math.exp(-Math.abs(z[k8 + i])));
      }
      J_sum += s;

      // y = sigmoid(z)   [line 14, output]
      // dz = y - d   [chain rule through logisticLoss: ∂t1/∂z = sigmoid(z) - d]
      for (let i = 0; i < 8; i++) {
        const y = 1 / (1 + Math.exp(-z[k8 + i]));
        dz[k8 + i] = y - d[row8 + i];
      }

      // dc_sum = Σn sum(dz)
      let s2 = 0;
      for (let i = 0; i < 8; i++) {
        s2 += dz[k8 + i];
      }
      dc_sum += s2;

      // div2 = 2 ./ hs_den
      for (let i = 0; i < 128; i++) {
        div2[k128 + i] = 2 / hs_den[k128 + i];
      }

      // dhs_before after the last time step: 0
      for (let i = 0; i < 16; i++) {
        dhs_before[k144 + i + 128] = 0;
      }
    }

    for (let t2 = 7; t2 >= 0; t2--) {
      const t216 = t2 * 16;

      for (let k = 0; k < size; k++) {
        const k8 = k * 8;
        const k128 = k * 128;
        const k144 = k * 144;

        // dhs = share * outer(dz, v) + after(dhs_before)   [sum over every use of the value: through time: the cotangent of the next step; line 11]
        // delta = dhs .* (div2 .* (2 - div2))   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 11]
        const t3 = dz[k8 + t2];
        for (let i = 0; i < 16; i++) {
          const dhs = share * (t3 * v[i]) + dhs_before[k144 + t216 + i + 16];
          delta[k128 + t216 + i] = dhs * (div2[k128 + t216 + i] * (2 - div2[k128 + t216 + i]));
        }
      }

      // dhs_before = delta * U   [before(hs) * U' with respect to before(hs): the other matrix transposed, times the cotangent; line 11]
      for (let i = 0; i < 16; i += 4) {
        for (let k = 0; k < size; k += 2) {
          let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
          const k128_2 = k * 128;
          const k128_3 = k128_2 + 128;
          for (let j = 0; j < 16; j++) {
            const delta_1 = delta[k128_2 + t216 + j];
            const j16 = j * 16;
            const U_1 = U[j16 + i];
            const delta_2 = delta[k128_3 + t216 + j];
            const U_2 = U[j16 + i + 1];
            const U_3 = U[j16 + i + 2];
            const U_4 = U[j16 + i + 3];
            s11 += delta_1 * U_1;
            s12 += delta_2 * U_1;
            s21 += delta_1 * U_2;
            s22 += delta_2 * U_2;
            s31 += delta_1 * U_3;
            s32 += delta_2 * U_3;
            s41 += delta_1 * U_4;
            s42 += delta_2 * U_4;
          }
          const k144_2 = k * 144;
          dhs_before[k144_2 + t216 + i] = s11;
          const k144_3 = k144_2 + 144;
          dhs_before[k144_3 + t216 + i] = s12;
          dhs_before[k144_2 + t216 + i + 1] = s21;
          dhs_before[k144_3 + t216 + i + 1] = s22;
          dhs_before[k144_2 + t216 + i + 2] = s31;
          dhs_before[k144_3 + t216 + i + 2] = s32;
          dhs_before[k144_2 + t216 + i + 3] = s41;
          dhs_before[k144_3 + t216 + i + 3] = s42;
        }
      }
    }

    // dW = Σn sum(delta .* reshape(x, [8, 1]), 1)   [the same for all examples: their cotangents add up]
    for (let i = 0; i < 12; i += 6) {
      let s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0;
      for (let k = 0; k < size; k++) {
        const k128_2 = k * 128;
        const k8_2 = k * 8;
        for (let j = 0; j < 8; j++) {
          const j16 = j * 16;
          const x_1 = x_block[k8_2 + j];
          s1 += delta[k128_2 + j16 + i] * x_1;
          s2 += delta[k128_2 + j16 + i + 1] * x_1;
          s3 += delta[k128_2 + j16 + i + 2] * x_1;
          s4 += delta[k128_2 + j16 + i + 3] * x_1;
          s5 += delta[k128_2 + j16 + i + 4] * x_1;
          s6 += delta[k128_2 + j16 + i + 5] * x_1;
        }
      }
      into.W[i] += s1;
      into.W[i + 1] += s2;
      into.W[i + 2] += s3;
      into.W[i + 3] += s4;
      into.W[i + 4] += s5;
      into.W[i + 5] += s6;
    }
    for (let i = 12; i < 16; i += 4) {
      let s1_2 = 0, s2_2 = 0, s3_2 = 0, s4_2 = 0;
      for (let k = 0; k < size; k++) {
        const k128_3 = k * 128;
        const k8_3 = k * 8;
        for (let j = 0; j < 8; j++) {
          const j16_2 = j * 16;
          const x_1_2 = x_block[k8_3 + j];
          s1_2 += delta[k128_3 + j16_2 + i] * x_1_2;
          s2_2 += delta[k128_3 + j16_2 + i + 1] * x_1_2;
          s3_2 += delta[k128_3 + j16_2 + i + 2] * x_1_2;
          s4_2 += delta[k128_3 + j16_2 + i + 3] * x_1_2;
        }
      }
      into.W[i] += s1_2;
      into.W[i + 1] += s2_2;
      into.W[i + 2] += s3_2;
      into.W[i + 3] += s4_2;
    }

    // dU = Σn delta' * before(hs)   [EQ4: ∂C/∂w = δ aᵀ; line 11]
    for (let j = 0; j < 16; j += 4) {
      for (let i = 0; i < 16; i += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        for (let k = 0; k < size; k++) {
          const k128_2 = k * 128;
          const k144_2 = k * 144;
          for (let p = 0; p < 8; p++) {
            const p16 = p * 16;
            const delta_1 = delta[k128_2 + p16 + i];
            const hs_1 = hs[k144_2 + p16 + j];
            const delta_2 = delta[k128_2 + p16 + i + 1];
            const hs_2 = hs[k144_2 + p16 + j + 1];
            const hs_3 = hs[k144_2 + p16 + j + 2];
            const hs_4 = hs[k144_2 + p16 + j + 3];
            s11 += delta_1 * hs_1;
            s12 += delta_2 * hs_1;
            s21 += delta_1 * hs_2;
            s22 += delta_2 * hs_2;
            s31 += delta_1 * hs_3;
            s32 += delta_2 * hs_3;
            s41 += delta_1 * hs_4;
            s42 += delta_2 * hs_4;
          }
        }
        const i16 = i * 16;
        into.U[i16 + j] += s11;
        const i16_2 = i16 + 16;
        into.U[i16_2 + j] += s12;
        into.U[i16 + j + 1] += s21;
        into.U[i16_2 + j + 1] += s22;
        into.U[i16 + j + 2] += s31;
        into.U[i16_2 + j + 2] += s32;
        into.U[i16 + j + 3] += s41;
        into.U[i16_2 + j + 3] += s42;
      }
    }

    // db = Σn sum(delta, 1)   [EQ3: ∂C/∂b = δ]
    for (let i = 0; i < 16; i += 4) {
      let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
      for (let k = 0; k < size; k++) {
        const k128_2 = k * 128;
        for (let j = 0; j < 8; j++) {
          const j16 = j * 16;
          s1 += delta[k128_2 + j16 + i];
          s2 += delta[k128_2 + j16 + i + 1];
          s3 += delta[k128_2 + j16 + i + 2];
          s4 += delta[k128_2 + j16 + i + 3];
        }
      }
      into.b[i] += s1;
      into.b[i + 1] += s2;
      into.b[i + 2] += s3;
      into.b[i + 3] += s4;
    }

    // dv = Σn hs' * dz   [hs * v with respect to v: the matrix transposed, times the cotangent; line 13]
    for (let i = 0; i < 12; i += 6) {
      let s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0;
      for (let k = 0; k < size; k++) {
        const k8_2 = k * 8;
        const k144_2 = k * 144;
        for (let j = 0; j < 8; j++) {
          const dz_1 = dz[k8_2 + j];
          const j16 = j * 16;
          s1 += dz_1 * hs[k144_2 + j16 + i + 16];
          s2 += dz_1 * hs[k144_2 + j16 + i + 17];
          s3 += dz_1 * hs[k144_2 + j16 + i + 18];
          s4 += dz_1 * hs[k144_2 + j16 + i + 19];
          s5 += dz_1 * hs[k144_2 + j16 + i + 20];
          s6 += dz_1 * hs[k144_2 + j16 + i + 21];
        }
      }
      dv[i] += s1;
      dv[i + 1] += s2;
      dv[i + 2] += s3;
      dv[i + 3] += s4;
      dv[i + 4] += s5;
      dv[i + 5] += s6;
    }
    for (let i = 12; i < 16; i += 4) {
      let s1_2 = 0, s2_2 = 0, s3_2 = 0, s4_2 = 0;
      for (let k = 0; k < size; k++) {
        const k8_3 = k * 8;
        const k144_3 = k * 144;
        for (let j = 0; j < 8; j++) {
          const dz_1_2 = dz[k8_3 + j];
          const j16_2 = j * 16;
          s1_2 += dz_1_2 * hs[k144_3 + j16_2 + i + 16];
          s2_2 += dz_1_2 * hs[k144_3 + j16_2 + i + 17];
          s3_2 += dz_1_2 * hs[k144_3 + j16_2 + i + 18];
          s4_2 += dz_1_2 * hs[k144_3 + j16_2 + i + 19];
        }
      }
      dv[i] += s1_2;
      dv[i + 1] += s2_2;
      dv[i + 2] += s3_2;
      dv[i + 3] += s4_2;
    }
  }

  // J = J_sum / m   [line 15, loss]
  into.losses[0] = J_sum / m;

  // dv = share * dv   [the mean over the batch]
  for (let i = 0; i < 16; i++) {
    into.v[i] = share * dv[i];
  }

  // dc = dc_sum / m   [the same for all examples: their cotangents add up]
  into.c[0] = dc_sum / m;

  // loss = J_sum / m   [line 15, loss]
  const loss = into.losses[0];
  return loss;
}

/** One step of training on the examples `order[from … to)`: forward, backward, update; returns the loss before the update. */
export function step(params: Parameters, state: Floats, data: Examples, clock: Clock, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { W, U, b, v, c } = params;
  const { x, d } = data.columns;
  const { t, rate } = clock;
  const m = to - from;
  const share = 1 / m;

  // scale = 1 - 0.9 ^ t
  const scale = 1 - Math.pow(0.9, t);

  // scale2 = 1 - 0.999 ^ t
  const scale2 = 1 - Math.pow(0.999, t);
  const stepSize = rate / scale;
  const scale3 = 1 / scale2;
  const share2 = 0.1 * share;
  let J_sum = 0;
  let dc_sum = 0;
  dW.fill(0);
  dU.fill(0);
  db.fill(0);
  dv.fill(0);
  for (let first = from; first < to; first += 64) {
    const size = Math.min(64, to - first);
    for (let k = 0; k < size; k++) {
      const row = order === undefined ? first + k : order[first + k];
      rows[k] = row;
      for (let i = 0; i < 8; i++) x_block[k * 8 + i] = x[row * 8 + i];
    }

    for (let k = 0; k < size; k++) {
      const k144 = k * 144;

      // hs before the first time step: 0
      for (let i = 0; i < 16; i++) {
        hs[k144 + i] = 0;
      }
    }

    for (let t2 = 0; t2 < 8; t2++) {
      const t216 = t2 * 16;

      // add2 = W .* reshape(x, [8, 1]) + before(hs) * U' + b   [line 11]
      for (let i = 0; i < 16; i += 4) {
        const i16 = i * 16;
        const i16_2 = i16 + 16;
        const i16_3 = i16 + 32;
        const i16_4 = i16 + 48;
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
          for (let j = 0; j < 16; j++) {
            const U_1 = U[i16 + j];
            const hs_1 = hs[k144_2 + t216 + j];
            const hs_2 = hs[k144_3 + t216 + j];
            const U_2 = U[i16_2 + j];
            const U_3 = U[i16_3 + j];
            const U_4 = U[i16_4 + j];
            s11 += U_1 * hs_1;
            s12 += U_1 * hs_2;
            s21 += U_2 * hs_1;
            s22 += U_2 * hs_2;
            s31 += U_3 * hs_1;
            s32 += U_3 * hs_2;
            s41 += U_4 * hs_1;
            s42 += U_4 * hs_2;
          }
          const k8 = k * 8;
          const x_1 = x_block[k8 + t2];
          const k128 = k * 128;
          add2[k128 + t216 + i] = W_1 * x_1 + s11 + b_1;
          const k8_2 = k8 + 8;
          const x_2 = x_block[k8_2 + t2];
          const k128_2 = k128 + 128;
          add2[k128_2 + t216 + i] = W_1 * x_2 + s12 + b_1;
          add2[k128 + t216 + i + 1] = W_2 * x_1 + s21 + b_2;
          add2[k128_2 + t216 + i + 1] = W_2 * x_2 + s22 + b_2;
          add2[k128 + t216 + i + 2] = W_3 * x_1 + s31 + b_3;
          add2[k128_2 + t216 + i + 2] = W_3 * x_2 + s32 + b_3;
          add2[k128 + t216 + i + 3] = W_4 * x_1 + s41 + b_4;
          add2[k128_2 + t216 + i + 3] = W_4 * x_2 + s42 + b_4;
        }
      }

      for (let k = 0; k < size; k++) {
        const k128 = k * 128;
        const k144 = k * 144;

        // hs_expm1 = expm1(min(2 * abs(add2), 709))
        // hs_den = 2 + hs_expm1
        // hs = sign(add2) .* (hs_expm1 ./ hs_den)   [line 12]
        for (let i = 0; i < 16; i++) {
          const hs_expm1 = Math.expm1(Math.min(2 * Math.abs(add2[k128 + t216 + i]), 709));
          hs_den[k128 + t216 + i] = 2 + hs_expm1;
          hs[k144 + t216 + i + 16] = Math.sign(add2[k128 + t216 + i]) * (hs_expm1 / hs_den[k128 + t216 + i]);
        }
      }
    }

    // z = hs * v + c   [line 13]
    const c_1 = c[0];
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
        for (let j = 0; j < 16; j++) {
          const v_1 = v[j];
          s11 += hs[k144_2 + i16 + j + 16] * v_1;
          s12 += hs[k144_3 + i16 + j + 16] * v_1;
          s13 += hs[k144_4 + i16 + j + 16] * v_1;
          s14 += hs[k144_5 + i16 + j + 16] * v_1;
          s15 += hs[k144_6 + i16 + j + 16] * v_1;
          s16 += hs[k144_7 + i16 + j + 16] * v_1;
        }
        const k8 = k * 8;
        z[k8 + i] = s11 + c_1;
        const k8_2 = k8 + 8;
        z[k8_2 + i] = s12 + c_1;
        const k8_3 = k8 + 16;
        z[k8_3 + i] = s13 + c_1;
        const k8_4 = k8 + 24;
        z[k8_4 + i] = s14 + c_1;
        const k8_5 = k8 + 32;
        z[k8_5 + i] = s15 + c_1;
        const k8_6 = k8 + 40;
        z[k8_6 + i] = s16 + c_1;
      }
    }

    for (let k = 0; k < size; k++) {
      const row = rows[k];
      const row8 = row * 8;
      const k8 = k * 8;
      const k128 = k * 128;
      const k144 = k * 144;

      // J_sum = Σn sum(logisticLoss(z, d))
      let s = 0;
      for (let i = 0; i < 8; i++) {
        s += Math.max(z[k8 + i], 0) - d[row8 + i] * z[k8 + i] + Math.log1p(Math.exp(-Math.abs(z[k8 + i])));
      }
      J_sum += s;

      // y = sigmoid(z)   [line 14, output]
      // dz = y - d   [chain rule through logisticLoss: ∂t1/∂z = sigmoid(z) - d]
      for (let i = 0; i < 8; i++) {
        const y = 1 / (1 + Math.exp(-z[k8 + i]));
        dz[k8 + i] = y - d[row8 + i];
      }

      // dc_sum = Σn sum(dz)
      let s2 = 0;
      for (let i = 0; i < 8; i++) {
        s2 += dz[k8 + i];
      }
      dc_sum += s2;

      // div2 = 2 ./ hs_den
      for (let i = 0; i < 128; i++) {
        div2[k128 + i] = 2 / hs_den[k128 + i];
      }

      // dhs_before after the last time step: 0
      for (let i = 0; i < 16; i++) {
        dhs_before[k144 + i + 128] = 0;
      }
    }

    for (let t3 = 7; t3 >= 0; t3--) {
      const t316 = t3 * 16;

      for (let k = 0; k < size; k++) {
        const k8 = k * 8;
        const k128 = k * 128;
        const k144 = k * 144;

        // dhs = share * outer(dz, v) + after(dhs_before)   [sum over every use of the value: through time: the cotangent of the next step; line 11]
        // delta = dhs .* (div2 .* (2 - div2))   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 11]
        const t4 = dz[k8 + t3];
        for (let i = 0; i < 16; i++) {
          const dhs = share * (t4 * v[i]) + dhs_before[k144 + t316 + i + 16];
          delta[k128 + t316 + i] = dhs * (div2[k128 + t316 + i] * (2 - div2[k128 + t316 + i]));
        }
      }

      // dhs_before = delta * U   [before(hs) * U' with respect to before(hs): the other matrix transposed, times the cotangent; line 11]
      for (let i = 0; i < 16; i += 4) {
        for (let k = 0; k < size; k += 2) {
          let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
          const k128_2 = k * 128;
          const k128_3 = k128_2 + 128;
          for (let j = 0; j < 16; j++) {
            const delta_1 = delta[k128_2 + t316 + j];
            const j16 = j * 16;
            const U_1 = U[j16 + i];
            const delta_2 = delta[k128_3 + t316 + j];
            const U_2 = U[j16 + i + 1];
            const U_3 = U[j16 + i + 2];
            const U_4 = U[j16 + i + 3];
            s11 += delta_1 * U_1;
            s12 += delta_2 * U_1;
            s21 += delta_1 * U_2;
            s22 += delta_2 * U_2;
            s31 += delta_1 * U_3;
            s32 += delta_2 * U_3;
            s41 += delta_1 * U_4;
            s42 += delta_2 * U_4;
          }
          const k144_2 = k * 144;
          dhs_before[k144_2 + t316 + i] = s11;
          const k144_3 = k144_2 + 144;
          dhs_before[k144_3 + t316 + i] = s12;
          dhs_before[k144_2 + t316 + i + 1] = s21;
          dhs_before[k144_3 + t316 + i + 1] = s22;
          dhs_before[k144_2 + t316 + i + 2] = s31;
          dhs_before[k144_3 + t316 + i + 2] = s32;
          dhs_before[k144_2 + t316 + i + 3] = s41;
          dhs_before[k144_3 + t316 + i + 3] = s42;
        }
      }
    }

    // dW = Σn sum(delta .* reshape(x, [8, 1]), 1)   [the same for all examples: their cotangents add up]
    for (let i = 0; i < 12; i += 6) {
      let s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0;
      for (let k = 0; k < size; k++) {
        const k128_2 = k * 128;
        const k8_2 = k * 8;
        for (let j = 0; j < 8; j++) {
          const j16 = j * 16;
          const x_1 = x_block[k8_2 + j];
          s1 += delta[k128_2 + j16 + i] * x_1;
          s2 += delta[k128_2 + j16 + i + 1] * x_1;
          s3 += delta[k128_2 + j16 + i + 2] * x_1;
          s4 += delta[k128_2 + j16 + i + 3] * x_1;
          s5 += delta[k128_2 + j16 + i + 4] * x_1;
          s6 += delta[k128_2 + j16 + i + 5] * x_1;
        }
      }
      dW[i] += s1;
      dW[i + 1] += s2;
      dW[i + 2] += s3;
      dW[i + 3] += s4;
      dW[i + 4] += s5;
      dW[i + 5] += s6;
    }
    for (let i = 12; i < 16; i += 4) {
      let s1_2 = 0, s2_2 = 0, s3_2 = 0, s4_2 = 0;
      for (let k = 0; k < size; k++) {
        const k128_3 = k * 128;
        const k8_3 = k * 8;
        for (let j = 0; j < 8; j++) {
          const j16_2 = j * 16;
          const x_1_2 = x_block[k8_3 + j];
          s1_2 += delta[k128_3 + j16_2 + i] * x_1_2;
          s2_2 += delta[k128_3 + j16_2 + i + 1] * x_1_2;
          s3_2 += delta[k128_3 + j16_2 + i + 2] * x_1_2;
          s4_2 += delta[k128_3 + j16_2 + i + 3] * x_1_2;
        }
      }
      dW[i] += s1_2;
      dW[i + 1] += s2_2;
      dW[i + 2] += s3_2;
      dW[i + 3] += s4_2;
    }

    // dU = Σn delta' * before(hs)   [EQ4: ∂C/∂w = δ aᵀ; line 11]
    for (let j = 0; j < 16; j += 4) {
      for (let i = 0; i < 16; i += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        for (let k = 0; k < size; k++) {
          const k128_2 = k * 128;
          const k144_2 = k * 144;
          for (let p = 0; p < 8; p++) {
            const p16 = p * 16;
            const delta_1 = delta[k128_2 + p16 + i];
            const hs_1 = hs[k144_2 + p16 + j];
            const delta_2 = delta[k128_2 + p16 + i + 1];
            const hs_2 = hs[k144_2 + p16 + j + 1];
            const hs_3 = hs[k144_2 + p16 + j + 2];
            const hs_4 = hs[k144_2 + p16 + j + 3];
            s11 += delta_1 * hs_1;
            s12 += delta_2 * hs_1;
            s21 += delta_1 * hs_2;
            s22 += delta_2 * hs_2;
            s31 += delta_1 * hs_3;
            s32 += delta_2 * hs_3;
            s41 += delta_1 * hs_4;
            s42 += delta_2 * hs_4;
          }
        }
        const i16 = i * 16;
        dU[i16 + j] += s11;
        const i16_2 = i16 + 16;
        dU[i16_2 + j] += s12;
        dU[i16 + j + 1] += s21;
        dU[i16_2 + j + 1] += s22;
        dU[i16 + j + 2] += s31;
        dU[i16_2 + j + 2] += s32;
        dU[i16 + j + 3] += s41;
        dU[i16_2 + j + 3] += s42;
      }
    }

    // db = Σn sum(delta, 1)   [EQ3: ∂C/∂b = δ]
    for (let i = 0; i < 16; i += 4) {
      let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
      for (let k = 0; k < size; k++) {
        const k128_2 = k * 128;
        for (let j = 0; j < 8; j++) {
          const j16 = j * 16;
          s1 += delta[k128_2 + j16 + i];
          s2 += delta[k128_2 + j16 + i + 1];
          s3 += delta[k128_2 + j16 + i + 2];
          s4 += delta[k128_2 + j16 + i + 3];
        }
      }
      db[i] += s1;
      db[i + 1] += s2;
      db[i + 2] += s3;
      db[i + 3] += s4;
    }

    // dv = Σn hs' * dz   [hs * v with respect to v: the matrix transposed, times the cotangent; line 13]
    for (let i = 0; i < 12; i += 6) {
      let s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0;
      for (let k = 0; k < size; k++) {
        const k8_2 = k * 8;
        const k144_2 = k * 144;
        for (let j = 0; j < 8; j++) {
          const dz_1 = dz[k8_2 + j];
          const j16 = j * 16;
          s1 += dz_1 * hs[k144_2 + j16 + i + 16];
          s2 += dz_1 * hs[k144_2 + j16 + i + 17];
          s3 += dz_1 * hs[k144_2 + j16 + i + 18];
          s4 += dz_1 * hs[k144_2 + j16 + i + 19];
          s5 += dz_1 * hs[k144_2 + j16 + i + 20];
          s6 += dz_1 * hs[k144_2 + j16 + i + 21];
        }
      }
      dv[i] += s1;
      dv[i + 1] += s2;
      dv[i + 2] += s3;
      dv[i + 3] += s4;
      dv[i + 4] += s5;
      dv[i + 5] += s6;
    }
    for (let i = 12; i < 16; i += 4) {
      let s1_2 = 0, s2_2 = 0, s3_2 = 0, s4_2 = 0;
      for (let k = 0; k < size; k++) {
        const k8_3 = k * 8;
        const k144_3 = k * 144;
        for (let j = 0; j < 8; j++) {
          const dz_1_2 = dz[k8_3 + j];
          const j16_2 = j * 16;
          s1_2 += dz_1_2 * hs[k144_3 + j16_2 + i + 16];
          s2_2 += dz_1_2 * hs[k144_3 + j16_2 + i + 17];
          s3_2 += dz_1_2 * hs[k144_3 + j16_2 + i + 18];
          s4_2 += dz_1_2 * hs[k144_3 + j16_2 + i + 19];
        }
      }
      dv[i] += s1_2;
      dv[i + 1] += s2_2;
      dv[i + 2] += s3_2;
      dv[i + 3] += s4_2;
    }
  }

  // loss = J_sum / m   [line 15, loss]
  const loss = J_sum / m;

  // dc = dc_sum / m   [the same for all examples: their cotangents add up]
  const dc = dc_sum / m;

  // m_W⁺ = 0.9 * m_W + 0.1 * dW
  // v_W⁺ = 0.999 * v_W + 0.001 * dW .^ 2
  // W⁺ = W - stepSize * (m_W⁺ ./ (sqrt(scale3 * v_W⁺) + 1e-8))
  for (let i = 0; i < 16; i++) {
    state[i] = 0.9 * state[i] + 0.1 * dW[i];
    state[16 + i] = 0.999 * state[16 + i] + 0.001 * (dW[i] * dW[i]);
    W[i] -= stepSize * (state[i] / (Math.sqrt(scale3 * state[16 + i]) + 1e-8));
  }

  // m_U⁺ = 0.9 * m_U + 0.1 * dU
  // v_U⁺ = 0.999 * v_U + 0.001 * dU .^ 2
  // U⁺ = U - stepSize * (m_U⁺ ./ (sqrt(scale3 * v_U⁺) + 1e-8))
  for (let i = 0; i < 256; i++) {
    state[32 + i] = 0.9 * state[32 + i] + 0.1 * dU[i];
    state[288 + i] = 0.999 * state[288 + i] + 0.001 * (dU[i] * dU[i]);
    U[i] -= stepSize * (state[32 + i] / (Math.sqrt(scale3 * state[288 + i]) + 1e-8));
  }

  // m_b⁺ = 0.9 * m_b + 0.1 * db
  // v_b⁺ = 0.999 * v_b + 0.001 * db .^ 2
  // b⁺ = b - stepSize * (m_b⁺ ./ (sqrt(scale3 * v_b⁺) + 1e-8))
  // m_v⁺ = 0.9 * m_v + share2 * dv
  // v_v⁺ = 0.999 * v_v + 0.001 * (share * dv) .^ 2
  // v⁺ = v - stepSize * (m_v⁺ ./ (sqrt(scale3 * v_v⁺) + 1e-8))
  for (let i = 0; i < 16; i++) {
    state[544 + i] = 0.9 * state[544 + i] + 0.1 * db[i];
    state[560 + i] = 0.999 * state[560 + i] + 0.001 * (db[i] * db[i]);
    b[i] -= stepSize * (state[544 + i] / (Math.sqrt(scale3 * state[560 + i]) + 1e-8));
    state[576 + i] = 0.9 * state[576 + i] + share2 * dv[i];
    const t4 = share * dv[i];
    state[592 + i] = 0.999 * state[592 + i] + 0.001 * (t4 * t4);
    v[i] -= stepSize * (state[576 + i] / (Math.sqrt(scale3 * state[592 + i]) + 1e-8));
  }

  // m_c⁺ = 0.9 * m_c + 0.1 * dc
  state[608] = 0.9 * state[608] + 0.1 * dc;

  // v_c⁺ = 0.999 * v_c + 0.001 * dc ^ 2
  state[609] = 0.999 * state[609] + 0.001 * (dc * dc);

  // c⁺ = c - rate * (m_c⁺ / scale) / (sqrt(v_c⁺ / scale2) + 1e-8)
  c[0] -= rate * (state[608] / scale) / (Math.sqrt(state[609] / scale2) + 1e-8);
  return loss;
}

/** The predictions for one example among others. */
export function predict(params: Parameters, data: Examples, row: number, into: Outputs = createOutputs()): Outputs {
  return forward(params, data.columns.x.subarray(row * 8, row * 8 + 8), into);
}
