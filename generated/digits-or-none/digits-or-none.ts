/**
 * digits-or-none: compiled by gradc 0.1.0 from digits-or-none.grad. Do not edit: change the spec and compile again.
 *
 * Spec        sha256 36b3570dbc62674cdb84942f030e603253664d2de76d99de3d589111c4e66396
 * Parameters  34315: W1 (128 × 256), b1 vector of 128, W2 (11 × 128), b2 vector of 11
 * Precision   64-bit
 * Convention  loss and gradients are the mean over the batch; relu'(0) = 0
 * Stable form xlogy(d, softmax(z)) -> d .* logSoftmax(z)
 *
 * Operations of gradient, for one example (sums over the batch left out):
 *   forward 68719: 34337 add, 34187 multiply, 150 compare, 22 subtract, 11 divide, 11 exp, 1 log
 *   backward 37270: 35584 multiply, 1408 add, 139 compare, 128 select, 11 subtract
 *
 * Schedule:
 *   forward  loops: 68674 scalar operations, more than 2500; of 6 steps 2 in register tiles, 4 in plain loops
 *     tiles     h 65792, add 2827
 *     loops     max 11, p_exp 22, sum 11, p 11
 *   evaluate  loops: 68765 scalar operations, more than 2500; of 19 steps 2 in register tiles, 8 in plain loops, 9 of at most 4 operations unrolled; examples in blocks of 64
 *     tiles     h 65792, add 2827
 *     loops     add2 23, max 11, logSoftmax_in 11, p_exp 11, sum 11, p 11, J_sum 45, accuracy_in 12
 *     unrolled  log 1, accuracy 1, accuracy_sum 1, rejection 3, rejection_sum 1, J 2, accuracy2 1, rejection2 1, loss 0
 *   gradient  loops: 174623 scalar operations, more than 2500; of 23 steps 6 in register tiles, 13 in plain loops, 4 of at most 4 operations unrolled; examples in blocks of 64
 *     tiles     h 65792, add 2827, dW2 2816, dh 2816, dW1 65536, db1 128
 *     loops     max 11, logSoftmax_in 11, p_exp 11, sum 11, p 11, J_sum 45, delta 22, db2 11, dh_in 256, grad_W1 32768, grad_b1 128, grad_W2 1408, grad_b2 11
 *     unrolled  share 1, log 1, J 2, loss 0
 *   step  loops: 277568 scalar operations, more than 2500; of 26 steps 6 in register tiles, 17 in plain loops, 3 of at most 4 operations unrolled; examples in blocks of 64
 *     tiles     h 65792, add 2827, dW2 2816, dh 2816, dW1 65536, db1 128
 *     loops     max 11, logSoftmax_in 11, p_exp 11, sum 11, p 11, J_sum 45, delta 22, db2 11, dh_in 256, v_W1 98304, W1 32768, v_b1 384, b1 128, v_W2 4224, W2 1408, v_b2 33, b2 11
 *     unrolled  stepSize 1, log 1, loss 2
 *
 * parameters
 *   W1   128 × 256   he       # line 5
 *   b1   128         zeros    # line 6
 *   W2   11 × 128    glorot   # line 7
 *   b2   11          zeros    # line 8
 *
 * data
 *   x   256   input         # line 2
 *   c   11    label of 11   # line 3
 *
 * forward
 *   h = relu(W1 * x + b1)                                128 per example      # line 10
 *   p = softmax(W2 * h + b2)                             11 per example       # line 11, output
 *   t1 = c .* logSoftmax(W2 * h + b2)                    11 per example
 *   J = -sum(t1)                                         scalar per example   # line 12, loss
 *   accuracy = argmax(p) == argmax(c)                    scalar per example   # line 14, metric
 *   rejection = (argmax(p) == 11) == (argmax(c) == 11)   scalar per example   # line 16, metric
 *
 * mean over the batch of m examples
 *   J = -((Σn sum(t1)) / m)          scalar   # line 12, loss
 *   accuracy = (Σn accuracy) / m     scalar   # line 14, metric
 *   rejection = (Σn rejection) / m   scalar   # line 16, metric
 *
 * backward (constant factors come in last, with Σn)
 *   δ = p - c                        11 per example    # EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); chain rule through logSoftmax: dx = g - softmax(x) .* sum(g)
 *   dh = W2' * δ                     128 per example   # W2 * h with respect to h: the matrix transposed, times the cotangent
 *   dh_in = h > 0 ? dh : 0           128 per example   # EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); chain rule through relu: dx = y > 0 ? g : 0
 *   dW1 = 1/m * Σn outer(dh_in, x)   128 × 256         # EQ4: ∂C/∂w = δ aᵀ; W1 * x with respect to W1: outer product of the cotangent and the vector
 *   db1 = 1/m * Σn dh_in             128               # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
 *   dW2 = 1/m * Σn outer(δ, h)       11 × 128          # EQ4: ∂C/∂w = δ aᵀ; W2 * h with respect to W2: outer product of the cotangent and the vector
 *   db2 = 1/m * Σn δ                 11                # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
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
  readonly W1: Tensor<[128, 256]>;
  readonly b1: Tensor<[128]>;
  readonly W2: Tensor<[11, 128]>;
  readonly b2: Tensor<[11]>;
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

/** In order: J, accuracy, rejection. */
export type Report = Floats;

/** Gradients of the loss. */
export interface Gradients {
  readonly W1: Tensor<[128, 256]>;
  readonly b1: Tensor<[128]>;
  readonly W2: Tensor<[11, 128]>;
  readonly b2: Tensor<[11]>;
  /** Each loss over the batch. */
  readonly losses: Floats;
}

/** Predictions for one example. */
export type Outputs = { readonly p: Tensor<[11]> };

/** What the module is: names, shapes, defaults and data of the spec. */
export const metadata = {
  name: "digits-or-none",
  hash: "36b3570dbc62674cdb84942f030e603253664d2de76d99de3d589111c4e66396",
  version: "0.1.0",
  precision: "f64",
  parameters: [
    { name: "W1", shape: [128, 256], offset: 0, initial: { kind: "he" } },
    { name: "b1", shape: [128], offset: 32768, initial: { kind: "zeros" } },
    { name: "W2", shape: [11, 128], offset: 32896, initial: { kind: "glorot" } },
    { name: "b2", shape: [11], offset: 34304, initial: { kind: "zeros" } },
  ],
  columns: [{ name: "x", role: "input", shape: [256] }, { name: "c", role: "label", shape: [], classes: 11 }],
  hypers: [],
  losses: ["J"],
  metrics: ["accuracy", "rejection"],
  outputs: [{ name: "p", shape: [11] }],
  reduction: "mean",
  data: { kind: "generator", name: "digits-or-none" },
  train: { optimizer: "momentum", rate: 0.1, batch: 32, epochs: 12, validation: 0.2, seed: 1 },
} as const;

/** Parameters as views on one flat array, zero where none is given. */
export function createParameters(flat: Floats = new Float64Array(34315)): Parameters {
  return {
    flat,
    W1: flat.subarray(0, 32768),
    b1: flat.subarray(32768, 32896),
    W2: flat.subarray(32896, 34304),
    b2: flat.subarray(34304, 34315),
  };
}

/** Initial parameters: the same numbers for the same seed. */
export function initialise(seed: number, params: Parameters = createParameters()): Parameters {
  for (let k = 0; k < 32768; k++) params.W1[k] = 0.08838834764831845 * normal(seed, 0, k);
  params.b1.fill(0);
  for (let k = 0; k < 1408; k++) params.W2[k] = 0.20776300831933311 * (2 * uniform(seed, 2, k) - 1);
  params.b2.fill(0);
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
    p: new Float64Array(11),
  };
}

/** Room for gradients. */
export function createGradients(_examples: number = 1): Gradients {
  return {
    W1: new Float64Array(32768),
    b1: new Float64Array(128),
    W2: new Float64Array(1408),
    b2: new Float64Array(11),
    losses: new Float64Array(1),
  };
}

/** The state of the update rule, all zeros. */
export function createState(): Floats {
  return new Float64Array(34315);
}

const h = new Float64Array(8448);

/** Room for add2, dh and dh_in, one after the other. */
const dh = new Float64Array(8448);

const add2 = dh;

const dh_in = dh;

/** Room for p_exp and p, one after the other. */
const p_exp = new Float64Array(726);

const p = p_exp;

const x_block = new Float64Array(16896);

const rows = new Int32Array(66);

/** Room for logSoftmax_in and delta, one after the other. */
const logSoftmax_in = new Float64Array(726);

const delta = logSoftmax_in;

const db2 = new Float64Array(11);

const dW2 = new Float64Array(1408);

const dW1 = new Float64Array(32768);

const db1 = new Float64Array(128);

/** The predictions for one example. */
export function forward(params: Parameters, x: Vector<256>, into: Outputs = createOutputs()): Outputs {
  const { W1, b1, W2, b2 } = params;

  // h = relu(W1 * x + b1)   [line 10]
  for (let i = 0; i < 126; i += 6) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0;
    const i256 = i * 256;
    const i256_2 = i256 + 256;
    const i256_3 = i256 + 512;
    const i256_4 = i256 + 768;
    const i256_5 = i256 + 1024;
    const i256_6 = i256 + 1280;
    for (let j = 0; j < 256; j++) {
      const x_1 = x[j];
      s1 += W1[i256 + j] * x_1;
      s2 += W1[i256_2 + j] * x_1;
      s3 += W1[i256_3 + j] * x_1;
      s4 += W1[i256_4 + j] * x_1;
      s5 += W1[i256_5 + j] * x_1;
      s6 += W1[i256_6 + j] * x_1;
    }
    h[i] = Math.max(s1 + b1[i], 0);
    h[i + 1] = Math.max(s2 + b1[i + 1], 0);
    h[i + 2] = Math.max(s3 + b1[i + 2], 0);
    h[i + 3] = Math.max(s4 + b1[i + 3], 0);
    h[i + 4] = Math.max(s5 + b1[i + 4], 0);
    h[i + 5] = Math.max(s6 + b1[i + 5], 0);
  }
  for (let i = 126; i < 128; i += 2) {
    let s1_2 = 0, s2_2 = 0;
    const i256_7 = i * 256;
    const i256_8 = i256_7 + 256;
    for (let j = 0; j < 256; j++) {
      const x_1_2 = x[j];
      s1_2 += W1[i256_7 + j] * x_1_2;
      s2_2 += W1[i256_8 + j] * x_1_2;
    }
    h[i] = Math.max(s1_2 + b1[i], 0);
    h[i + 1] = Math.max(s2_2 + b1[i + 1], 0);
  }

  // add2 = W2 * h + b2
  for (let i = 0; i < 6; i += 6) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0;
    const i128 = i * 128;
    const i128_2 = i128 + 128;
    const i128_3 = i128 + 256;
    const i128_4 = i128 + 384;
    const i128_5 = i128 + 512;
    const i128_6 = i128 + 640;
    for (let j = 0; j < 128; j++) {
      const h_1 = h[j];
      s1 += W2[i128 + j] * h_1;
      s2 += W2[i128_2 + j] * h_1;
      s3 += W2[i128_3 + j] * h_1;
      s4 += W2[i128_4 + j] * h_1;
      s5 += W2[i128_5 + j] * h_1;
      s6 += W2[i128_6 + j] * h_1;
    }
    add2[i] = s1 + b2[i];
    add2[i + 1] = s2 + b2[i + 1];
    add2[i + 2] = s3 + b2[i + 2];
    add2[i + 3] = s4 + b2[i + 3];
    add2[i + 4] = s5 + b2[i + 4];
    add2[i + 5] = s6 + b2[i + 5];
  }
  for (let i = 6; i < 11; i += 5) {
    let s1_2 = 0, s2_2 = 0, s3_2 = 0, s4_2 = 0, s5_2 = 0;
    const i128_7 = i * 128;
    const i128_8 = i128_7 + 128;
    const i128_9 = i128_7 + 256;
    const i128_10 = i128_7 + 384;
    const i128_11 = i128_7 + 512;
    for (let j = 0; j < 128; j++) {
      const h_1_2 = h[j];
      s1_2 += W2[i128_7 + j] * h_1_2;
      s2_2 += W2[i128_8 + j] * h_1_2;
      s3_2 += W2[i128_9 + j] * h_1_2;
      s4_2 += W2[i128_10 + j] * h_1_2;
      s5_2 += W2[i128_11 + j] * h_1_2;
    }
    add2[i] = s1_2 + b2[i];
    add2[i + 1] = s2_2 + b2[i + 1];
    add2[i + 2] = s3_2 + b2[i + 2];
    add2[i + 3] = s4_2 + b2[i + 3];
    add2[i + 4] = s5_2 + b2[i + 4];
  }

  // max = max(add2)
  let best = -Infinity;
  for (let i = 0; i < 11; i++) {
    best = Math.max(best, add2[i]);
  }
  const max = best;

  // p_exp = exp(add2 - max)
  for (let i = 0; i < 11; i++) {
    p_exp[i] = Math.exp(add2[i] - max);
  }

  // sum = sum(p_exp)
  let s = 0;
  for (let i = 0; i < 11; i++) {
    s += p_exp[i];
  }
  const sum = s;

  // p = p_exp / sum   [line 11, output]
  for (let i = 0; i < 11; i++) {
    into.p[i] = p_exp[i] / sum;
  }
  return into;
}

/** Losses, then metrics, over the examples `order[from … to)`, as inference computes them, into `report`; returns the total loss. */
export function evaluate(params: Parameters, data: Examples, report: Report, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { W1, b1, W2, b2 } = params;
  const { x, c } = data.columns;
  const m = to - from;
  let J_sum = 0;
  let accuracy_sum = 0;
  let rejection_sum = 0;
  for (let first = from; first < to; first += 64) {
    const size = Math.min(64, to - first);
    for (let k = 0; k < size; k++) {
      const row = order === undefined ? first + k : order[first + k];
      rows[k] = row;
      for (let i = 0; i < 256; i++) x_block[k * 256 + i] = x[row * 256 + i];
    }

    // h = relu(W1 * x + b1)   [line 10]
    for (let i = 0; i < 128; i += 4) {
      const i256 = i * 256;
      const i256_2 = i256 + 256;
      const i256_3 = i256 + 512;
      const i256_4 = i256 + 768;
      const b1_1 = b1[i];
      const b1_2 = b1[i + 1];
      const b1_3 = b1[i + 2];
      const b1_4 = b1[i + 3];
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k256 = k * 256;
        const k256_2 = k256 + 256;
        for (let j = 0; j < 256; j++) {
          const W1_1 = W1[i256 + j];
          const x_1 = x_block[k256 + j];
          const x_2 = x_block[k256_2 + j];
          const W1_2 = W1[i256_2 + j];
          const W1_3 = W1[i256_3 + j];
          const W1_4 = W1[i256_4 + j];
          s11 += W1_1 * x_1;
          s12 += W1_1 * x_2;
          s21 += W1_2 * x_1;
          s22 += W1_2 * x_2;
          s31 += W1_3 * x_1;
          s32 += W1_3 * x_2;
          s41 += W1_4 * x_1;
          s42 += W1_4 * x_2;
        }
        const k128 = k * 128;
        h[k128 + i] = Math.max(s11 + b1_1, 0);
        const k128_2 = k128 + 128;
        h[k128_2 + i] = Math.max(s12 + b1_1, 0);
        h[k128 + i + 1] = Math.max(s21 + b1_2, 0);
        h[k128_2 + i + 1] = Math.max(s22 + b1_2, 0);
        h[k128 + i + 2] = Math.max(s31 + b1_3, 0);
        h[k128_2 + i + 2] = Math.max(s32 + b1_3, 0);
        h[k128 + i + 3] = Math.max(s41 + b1_4, 0);
        h[k128_2 + i + 3] = Math.max(s42 + b1_4, 0);
      }
    }

    // add2 = W2 * h + b2
    for (let k = 0; k < size; k += 3) {
      const k128 = k * 128;
      const k128_2 = k128 + 128;
      const k128_3 = k128 + 256;
      const k11 = k * 11;
      const k11_2 = k11 + 11;
      const k11_3 = k11 + 22;
      for (let i = 0; i < 9; i += 3) {
        let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
        const i128 = i * 128;
        const i128_2 = i128 + 128;
        const i128_3 = i128 + 256;
        for (let j = 0; j < 128; j++) {
          const W2_1 = W2[i128 + j];
          const h_1 = h[k128 + j];
          const W2_2 = W2[i128_2 + j];
          const W2_3 = W2[i128_3 + j];
          const h_2 = h[k128_2 + j];
          const h_3 = h[k128_3 + j];
          s11 += W2_1 * h_1;
          s12 += W2_2 * h_1;
          s13 += W2_3 * h_1;
          s21 += W2_1 * h_2;
          s22 += W2_2 * h_2;
          s23 += W2_3 * h_2;
          s31 += W2_1 * h_3;
          s32 += W2_2 * h_3;
          s33 += W2_3 * h_3;
        }
        const b2_1 = b2[i];
        add2[k11 + i] = s11 + b2_1;
        const b2_2 = b2[i + 1];
        add2[k11 + i + 1] = s12 + b2_2;
        const b2_3 = b2[i + 2];
        add2[k11 + i + 2] = s13 + b2_3;
        add2[k11_2 + i] = s21 + b2_1;
        add2[k11_2 + i + 1] = s22 + b2_2;
        add2[k11_2 + i + 2] = s23 + b2_3;
        add2[k11_3 + i] = s31 + b2_1;
        add2[k11_3 + i + 1] = s32 + b2_2;
        add2[k11_3 + i + 2] = s33 + b2_3;
      }
      for (let i = 9; i < 11; i += 2) {
        let s11_2 = 0, s12_2 = 0, s21_2 = 0, s22_2 = 0, s31_2 = 0, s32_2 = 0;
        const i128_4 = i * 128;
        const i128_5 = i128_4 + 128;
        for (let j = 0; j < 128; j++) {
          const W2_1_2 = W2[i128_4 + j];
          const h_1_2 = h[k128 + j];
          const W2_2_2 = W2[i128_5 + j];
          const h_2_2 = h[k128_2 + j];
          const h_3_2 = h[k128_3 + j];
          s11_2 += W2_1_2 * h_1_2;
          s12_2 += W2_2_2 * h_1_2;
          s21_2 += W2_1_2 * h_2_2;
          s22_2 += W2_2_2 * h_2_2;
          s31_2 += W2_1_2 * h_3_2;
          s32_2 += W2_2_2 * h_3_2;
        }
        const b2_1_2 = b2[i];
        add2[k11 + i] = s11_2 + b2_1_2;
        const b2_2_2 = b2[i + 1];
        add2[k11 + i + 1] = s12_2 + b2_2_2;
        add2[k11_2 + i] = s21_2 + b2_1_2;
        add2[k11_2 + i + 1] = s22_2 + b2_2_2;
        add2[k11_3 + i] = s31_2 + b2_1_2;
        add2[k11_3 + i + 1] = s32_2 + b2_2_2;
      }
    }

    for (let k = 0; k < size; k++) {
      const row = rows[k];
      const k11 = k * 11;

      // add2 = argmax(c)
      let best = -Infinity;
      let at = 0;
      const t = c[row];
      for (let i = 0; i < 11; i++) {
        const t2 = t === i ? 1 : 0;
        if (t2 > best) {
          best = t2;
          at = i;
        }
      }
      const add2_2 = at + 1;

      // max = max(add2)
      let best2 = -Infinity;
      for (let i = 0; i < 11; i++) {
        best2 = Math.max(best2, add2[k11 + i]);
      }
      const max = best2;

      // logSoftmax_in = add2 - max
      // p_exp = exp(logSoftmax_in)
      for (let i = 0; i < 11; i++) {
        logSoftmax_in[k11 + i] = add2[k11 + i] - max;
        p_exp[k11 + i] = Math.exp(logSoftmax_in[k11 + i]);
      }

      // sum = sum(p_exp)
      let s = 0;
      for (let i = 0; i < 11; i++) {
        s += p_exp[k11 + i];
      }
      const sum = s;

      // p = p_exp / sum   [line 11, output]
      for (let i = 0; i < 11; i++) {
        p[k11 + i] = p_exp[k11 + i] / sum;
      }

      // log = log(sum)
      const log = Math.log(sum);

      // J_sum = Σn sum(c .* (logSoftmax_in - log))
      let s2 = 0;
      const t2 = c[row];
      for (let i = 0; i < 11; i++) {
        s2 += (t2 === i ? 1 : 0) * (logSoftmax_in[k11 + i] - log);
      }
      J_sum += s2;

      // accuracy_in = argmax(p)
      let best3 = -Infinity;
      let at2 = 0;
      for (let i = 0; i < 11; i++) {
        const t3 = p[k11 + i];
        if (t3 > best3) {
          best3 = t3;
          at2 = i;
        }
      }
      const accuracy_in = at2 + 1;

      // accuracy = accuracy_in == add2   [line 14, metric]
      const accuracy = accuracy_in === add2_2 ? 1 : 0;

      // accuracy_sum = Σn accuracy
      accuracy_sum += accuracy;

      // rejection = (accuracy_in == 11) == (add2 == 11)   [line 16, metric]
      const rejection = (accuracy_in === 11 ? 1 : 0) === (add2_2 === 11 ? 1 : 0) ? 1 : 0;

      // rejection_sum = Σn rejection
      rejection_sum += rejection;
    }
  }

  // J = -(J_sum / m)   [line 12, loss]
  const J = -(J_sum / m);
  report[0] = J;

  // accuracy2 = accuracy_sum / m   [line 14, metric]
  report[1] = accuracy_sum / m;

  // rejection2 = rejection_sum / m   [line 16, metric]
  report[2] = rejection_sum / m;
  return J;
}

/** The loss over the examples `order[from … to)` and its gradients, into `into`; returns the loss. */
export function gradient(params: Parameters, data: Examples, into: Gradients, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { W1, b1, W2, b2 } = params;
  const { x, c } = data.columns;
  const m = to - from;
  const share = 1 / m;
  let J_sum = 0;
  db2.fill(0);
  dW2.fill(0);
  dW1.fill(0);
  db1.fill(0);
  for (let first = from; first < to; first += 64) {
    const size = Math.min(64, to - first);
    for (let k = 0; k < size; k++) {
      const row = order === undefined ? first + k : order[first + k];
      rows[k] = row;
      for (let i = 0; i < 256; i++) x_block[k * 256 + i] = x[row * 256 + i];
    }

    // h = relu(W1 * x + b1)   [line 10]
    for (let i = 0; i < 128; i += 4) {
      const i256 = i * 256;
      const i256_2 = i256 + 256;
      const i256_3 = i256 + 512;
      const i256_4 = i256 + 768;
      const b1_1 = b1[i];
      const b1_2 = b1[i + 1];
      const b1_3 = b1[i + 2];
      const b1_4 = b1[i + 3];
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k256 = k * 256;
        const k256_2 = k256 + 256;
        for (let j = 0; j < 256; j++) {
          const W1_1 = W1[i256 + j];
          const x_1 = x_block[k256 + j];
          const x_2 = x_block[k256_2 + j];
          const W1_2 = W1[i256_2 + j];
          const W1_3 = W1[i256_3 + j];
          const W1_4 = W1[i256_4 + j];
          s11 += W1_1 * x_1;
          s12 += W1_1 * x_2;
          s21 += W1_2 * x_1;
          s22 += W1_2 * x_2;
          s31 += W1_3 * x_1;
          s32 += W1_3 * x_2;
          s41 += W1_4 * x_1;
          s42 += W1_4 * x_2;
        }
        const k128 = k * 128;
        h[k128 + i] = Math.max(s11 + b1_1, 0);
        const k128_2 = k128 + 128;
        h[k128_2 + i] = Math.max(s12 + b1_1, 0);
        h[k128 + i + 1] = Math.max(s21 + b1_2, 0);
        h[k128_2 + i + 1] = Math.max(s22 + b1_2, 0);
        h[k128 + i + 2] = Math.max(s31 + b1_3, 0);
        h[k128_2 + i + 2] = Math.max(s32 + b1_3, 0);
        h[k128 + i + 3] = Math.max(s41 + b1_4, 0);
        h[k128_2 + i + 3] = Math.max(s42 + b1_4, 0);
      }
    }

    // add2 = W2 * h + b2
    for (let k = 0; k < size; k += 3) {
      const k128 = k * 128;
      const k128_2 = k128 + 128;
      const k128_3 = k128 + 256;
      const k11 = k * 11;
      const k11_2 = k11 + 11;
      const k11_3 = k11 + 22;
      for (let i = 0; i < 9; i += 3) {
        let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
        const i128 = i * 128;
        const i128_2 = i128 + 128;
        const i128_3 = i128 + 256;
        for (let j = 0; j < 128; j++) {
          const W2_1 = W2[i128 + j];
          const h_1 = h[k128 + j];
          const W2_2 = W2[i128_2 + j];
          const W2_3 = W2[i128_3 + j];
          const h_2 = h[k128_2 + j];
          const h_3 = h[k128_3 + j];
          s11 += W2_1 * h_1;
          s12 += W2_2 * h_1;
          s13 += W2_3 * h_1;
          s21 += W2_1 * h_2;
          s22 += W2_2 * h_2;
          s23 += W2_3 * h_2;
          s31 += W2_1 * h_3;
          s32 += W2_2 * h_3;
          s33 += W2_3 * h_3;
        }
        const b2_1 = b2[i];
        add2[k11 + i] = s11 + b2_1;
        const b2_2 = b2[i + 1];
        add2[k11 + i + 1] = s12 + b2_2;
        const b2_3 = b2[i + 2];
        add2[k11 + i + 2] = s13 + b2_3;
        add2[k11_2 + i] = s21 + b2_1;
        add2[k11_2 + i + 1] = s22 + b2_2;
        add2[k11_2 + i + 2] = s23 + b2_3;
        add2[k11_3 + i] = s31 + b2_1;
        add2[k11_3 + i + 1] = s32 + b2_2;
        add2[k11_3 + i + 2] = s33 + b2_3;
      }
      for (let i = 9; i < 11; i += 2) {
        let s11_2 = 0, s12_2 = 0, s21_2 = 0, s22_2 = 0, s31_2 = 0, s32_2 = 0;
        const i128_4 = i * 128;
        const i128_5 = i128_4 + 128;
        for (let j = 0; j < 128; j++) {
          const W2_1_2 = W2[i128_4 + j];
          const h_1_2 = h[k128 + j];
          const W2_2_2 = W2[i128_5 + j];
          const h_2_2 = h[k128_2 + j];
          const h_3_2 = h[k128_3 + j];
          s11_2 += W2_1_2 * h_1_2;
          s12_2 += W2_2_2 * h_1_2;
          s21_2 += W2_1_2 * h_2_2;
          s22_2 += W2_2_2 * h_2_2;
          s31_2 += W2_1_2 * h_3_2;
          s32_2 += W2_2_2 * h_3_2;
        }
        const b2_1_2 = b2[i];
        add2[k11 + i] = s11_2 + b2_1_2;
        const b2_2_2 = b2[i + 1];
        add2[k11 + i + 1] = s12_2 + b2_2_2;
        add2[k11_2 + i] = s21_2 + b2_1_2;
        add2[k11_2 + i + 1] = s22_2 + b2_2_2;
        add2[k11_3 + i] = s31_2 + b2_1_2;
        add2[k11_3 + i + 1] = s32_2 + b2_2_2;
      }
    }

    for (let k = 0; k < size; k++) {
      const row = rows[k];
      const k11 = k * 11;

      // max = max(add2)
      let best = -Infinity;
      for (let i = 0; i < 11; i++) {
        best = Math.max(best, add2[k11 + i]);
      }
      const max = best;

      // logSoftmax_in = add2 - max
      // p_exp = exp(logSoftmax_in)
      for (let i = 0; i < 11; i++) {
        logSoftmax_in[k11 + i] = add2[k11 + i] - max;
        p_exp[k11 + i] = Math.exp(logSoftmax_in[k11 + i]);
      }

      // sum = sum(p_exp)
      let s = 0;
      for (let i = 0; i < 11; i++) {
        s += p_exp[k11 + i];
      }
      const sum = s;

      // p = p_exp / sum   [line 11, output]
      for (let i = 0; i < 11; i++) {
        p[k11 + i] = p_exp[k11 + i] / sum;
      }

      // log = log(sum)
      const log = Math.log(sum);

      // J_sum = Σn sum(c .* (logSoftmax_in - log))
      let s2 = 0;
      const t = c[row];
      for (let i = 0; i < 11; i++) {
        s2 += (t === i ? 1 : 0) * (logSoftmax_in[k11 + i] - log);
      }
      J_sum += s2;

      // delta = p - c   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); line 11]
      const t2 = c[row];
      for (let i = 0; i < 11; i++) {
        delta[k11 + i] = p[k11 + i] - (t2 === i ? 1 : 0);
      }

      // db2 = Σn delta   [EQ3: ∂C/∂b = δ]
      for (let i = 0; i < 11; i++) {
        db2[i] += delta[k11 + i];
      }
    }

    // dW2 = Σn outer(delta, h)   [EQ4: ∂C/∂w = δ aᵀ; line 11]
    for (let j = 0; j < 128; j += 4) {
      for (let i = 0; i < 10; i += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        for (let k = 0; k < size; k++) {
          const k11_2 = k * 11;
          const delta_1 = delta[k11_2 + i];
          const k128 = k * 128;
          const h_1 = h[k128 + j];
          const delta_2 = delta[k11_2 + i + 1];
          const h_2 = h[k128 + j + 1];
          const h_3 = h[k128 + j + 2];
          const h_4 = h[k128 + j + 3];
          s11 += delta_1 * h_1;
          s12 += delta_2 * h_1;
          s21 += delta_1 * h_2;
          s22 += delta_2 * h_2;
          s31 += delta_1 * h_3;
          s32 += delta_2 * h_3;
          s41 += delta_1 * h_4;
          s42 += delta_2 * h_4;
        }
        const i128 = i * 128;
        dW2[i128 + j] += s11;
        const i128_2 = i128 + 128;
        dW2[i128_2 + j] += s12;
        dW2[i128 + j + 1] += s21;
        dW2[i128_2 + j + 1] += s22;
        dW2[i128 + j + 2] += s31;
        dW2[i128_2 + j + 2] += s32;
        dW2[i128 + j + 3] += s41;
        dW2[i128_2 + j + 3] += s42;
      }
      for (let i = 10; i < 11; i++) {
        let s11_2 = 0, s21_2 = 0, s31_2 = 0, s41_2 = 0;
        for (let k = 0; k < size; k++) {
          const k11_3 = k * 11;
          const delta_1_2 = delta[k11_3 + i];
          const k128_2 = k * 128;
          s11_2 += delta_1_2 * h[k128_2 + j];
          s21_2 += delta_1_2 * h[k128_2 + j + 1];
          s31_2 += delta_1_2 * h[k128_2 + j + 2];
          s41_2 += delta_1_2 * h[k128_2 + j + 3];
        }
        const i128_3 = i * 128;
        dW2[i128_3 + j] += s11_2;
        dW2[i128_3 + j + 1] += s21_2;
        dW2[i128_3 + j + 2] += s31_2;
        dW2[i128_3 + j + 3] += s41_2;
      }
    }

    // dh = W2' * delta   [W2 * h with respect to h: the matrix transposed, times the cotangent; line 11]
    for (let i = 0; i < 128; i += 4) {
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k11_2 = k * 11;
        const k11_3 = k11_2 + 11;
        for (let j = 0; j < 11; j++) {
          const delta_1 = delta[k11_2 + j];
          const j128 = j * 128;
          const W2_1 = W2[j128 + i];
          const delta_2 = delta[k11_3 + j];
          const W2_2 = W2[j128 + i + 1];
          const W2_3 = W2[j128 + i + 2];
          const W2_4 = W2[j128 + i + 3];
          s11 += delta_1 * W2_1;
          s12 += delta_2 * W2_1;
          s21 += delta_1 * W2_2;
          s22 += delta_2 * W2_2;
          s31 += delta_1 * W2_3;
          s32 += delta_2 * W2_3;
          s41 += delta_1 * W2_4;
          s42 += delta_2 * W2_4;
        }
        const k128 = k * 128;
        dh[k128 + i] = s11;
        const k128_2 = k128 + 128;
        dh[k128_2 + i] = s12;
        dh[k128 + i + 1] = s21;
        dh[k128_2 + i + 1] = s22;
        dh[k128 + i + 2] = s31;
        dh[k128_2 + i + 2] = s32;
        dh[k128 + i + 3] = s41;
        dh[k128_2 + i + 3] = s42;
      }
    }

    for (let k = 0; k < size; k++) {
      const k128 = k * 128;

      // dh_in = h > 0 ? dh : 0   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 10]
      for (let i = 0; i < 128; i++) {
        dh_in[k128 + i] = h[k128 + i] > 0 ? dh[k128 + i] : 0;
      }
    }

    // dW1 = Σn outer(dh_in, x)   [EQ4: ∂C/∂w = δ aᵀ; line 10]
    for (let j = 0; j < 256; j += 4) {
      for (let i = 0; i < 128; i += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        for (let k = 0; k < size; k++) {
          const k128_2 = k * 128;
          const dh_in_1 = dh_in[k128_2 + i];
          const k256 = k * 256;
          const x_1 = x_block[k256 + j];
          const dh_in_2 = dh_in[k128_2 + i + 1];
          const x_2 = x_block[k256 + j + 1];
          const x_3 = x_block[k256 + j + 2];
          const x_4 = x_block[k256 + j + 3];
          s11 += dh_in_1 * x_1;
          s12 += dh_in_2 * x_1;
          s21 += dh_in_1 * x_2;
          s22 += dh_in_2 * x_2;
          s31 += dh_in_1 * x_3;
          s32 += dh_in_2 * x_3;
          s41 += dh_in_1 * x_4;
          s42 += dh_in_2 * x_4;
        }
        const i256 = i * 256;
        dW1[i256 + j] += s11;
        const i256_2 = i256 + 256;
        dW1[i256_2 + j] += s12;
        dW1[i256 + j + 1] += s21;
        dW1[i256_2 + j + 1] += s22;
        dW1[i256 + j + 2] += s31;
        dW1[i256_2 + j + 2] += s32;
        dW1[i256 + j + 3] += s41;
        dW1[i256_2 + j + 3] += s42;
      }
    }

    // db1 = Σn dh_in   [EQ3: ∂C/∂b = δ]
    for (let i = 0; i < 128; i += 4) {
      let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
      for (let k = 0; k < size; k++) {
        const k128_2 = k * 128;
        s1 += dh_in[k128_2 + i];
        s2 += dh_in[k128_2 + i + 1];
        s3 += dh_in[k128_2 + i + 2];
        s4 += dh_in[k128_2 + i + 3];
      }
      db1[i] += s1;
      db1[i + 1] += s2;
      db1[i + 2] += s3;
      db1[i + 3] += s4;
    }
  }

  // J = -(J_sum / m)   [line 12, loss]
  into.losses[0] = -(J_sum / m);

  // dW1 = share * dW1   [the mean over the batch]
  for (let i = 0; i < 32768; i++) {
    into.W1[i] = share * dW1[i];
  }

  // db1 = share * db1   [the mean over the batch]
  for (let i = 0; i < 128; i++) {
    into.b1[i] = share * db1[i];
  }

  // dW2 = share * dW2   [the mean over the batch]
  for (let i = 0; i < 1408; i++) {
    into.W2[i] = share * dW2[i];
  }

  // db2 = share * db2   [the mean over the batch]
  for (let i = 0; i < 11; i++) {
    into.b2[i] = share * db2[i];
  }

  // loss = -(J_sum / m)   [line 12, loss]
  const loss = into.losses[0];
  return loss;
}

/** One step of training on the examples `order[from … to)`: forward, backward, update; returns the loss before the update. */
export function step(params: Parameters, state: Floats, data: Examples, clock: Clock, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { W1, b1, W2, b2 } = params;
  const { x, c } = data.columns;
  const { rate } = clock;
  const m = to - from;
  const stepSize = rate / m;
  let J_sum = 0;
  db2.fill(0);
  dW2.fill(0);
  dW1.fill(0);
  db1.fill(0);
  for (let first = from; first < to; first += 64) {
    const size = Math.min(64, to - first);
    for (let k = 0; k < size; k++) {
      const row = order === undefined ? first + k : order[first + k];
      rows[k] = row;
      for (let i = 0; i < 256; i++) x_block[k * 256 + i] = x[row * 256 + i];
    }

    // h = relu(W1 * x + b1)   [line 10]
    for (let i = 0; i < 128; i += 4) {
      const i256 = i * 256;
      const i256_2 = i256 + 256;
      const i256_3 = i256 + 512;
      const i256_4 = i256 + 768;
      const b1_1 = b1[i];
      const b1_2 = b1[i + 1];
      const b1_3 = b1[i + 2];
      const b1_4 = b1[i + 3];
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k256 = k * 256;
        const k256_2 = k256 + 256;
        for (let j = 0; j < 256; j++) {
          const W1_1 = W1[i256 + j];
          const x_1 = x_block[k256 + j];
          const x_2 = x_block[k256_2 + j];
          const W1_2 = W1[i256_2 + j];
          const W1_3 = W1[i256_3 + j];
          const W1_4 = W1[i256_4 + j];
          s11 += W1_1 * x_1;
          s12 += W1_1 * x_2;
          s21 += W1_2 * x_1;
          s22 += W1_2 * x_2;
          s31 += W1_3 * x_1;
          s32 += W1_3 * x_2;
          s41 += W1_4 * x_1;
          s42 += W1_4 * x_2;
        }
        const k128 = k * 128;
        h[k128 + i] = Math.max(s11 + b1_1, 0);
        const k128_2 = k128 + 128;
        h[k128_2 + i] = Math.max(s12 + b1_1, 0);
        h[k128 + i + 1] = Math.max(s21 + b1_2, 0);
        h[k128_2 + i + 1] = Math.max(s22 + b1_2, 0);
        h[k128 + i + 2] = Math.max(s31 + b1_3, 0);
        h[k128_2 + i + 2] = Math.max(s32 + b1_3, 0);
        h[k128 + i + 3] = Math.max(s41 + b1_4, 0);
        h[k128_2 + i + 3] = Math.max(s42 + b1_4, 0);
      }
    }

    // add2 = W2 * h + b2
    for (let k = 0; k < size; k += 3) {
      const k128 = k * 128;
      const k128_2 = k128 + 128;
      const k128_3 = k128 + 256;
      const k11 = k * 11;
      const k11_2 = k11 + 11;
      const k11_3 = k11 + 22;
      for (let i = 0; i < 9; i += 3) {
        let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
        const i128 = i * 128;
        const i128_2 = i128 + 128;
        const i128_3 = i128 + 256;
        for (let j = 0; j < 128; j++) {
          const W2_1 = W2[i128 + j];
          const h_1 = h[k128 + j];
          const W2_2 = W2[i128_2 + j];
          const W2_3 = W2[i128_3 + j];
          const h_2 = h[k128_2 + j];
          const h_3 = h[k128_3 + j];
          s11 += W2_1 * h_1;
          s12 += W2_2 * h_1;
          s13 += W2_3 * h_1;
          s21 += W2_1 * h_2;
          s22 += W2_2 * h_2;
          s23 += W2_3 * h_2;
          s31 += W2_1 * h_3;
          s32 += W2_2 * h_3;
          s33 += W2_3 * h_3;
        }
        const b2_1 = b2[i];
        add2[k11 + i] = s11 + b2_1;
        const b2_2 = b2[i + 1];
        add2[k11 + i + 1] = s12 + b2_2;
        const b2_3 = b2[i + 2];
        add2[k11 + i + 2] = s13 + b2_3;
        add2[k11_2 + i] = s21 + b2_1;
        add2[k11_2 + i + 1] = s22 + b2_2;
        add2[k11_2 + i + 2] = s23 + b2_3;
        add2[k11_3 + i] = s31 + b2_1;
        add2[k11_3 + i + 1] = s32 + b2_2;
        add2[k11_3 + i + 2] = s33 + b2_3;
      }
      for (let i = 9; i < 11; i += 2) {
        let s11_2 = 0, s12_2 = 0, s21_2 = 0, s22_2 = 0, s31_2 = 0, s32_2 = 0;
        const i128_4 = i * 128;
        const i128_5 = i128_4 + 128;
        for (let j = 0; j < 128; j++) {
          const W2_1_2 = W2[i128_4 + j];
          const h_1_2 = h[k128 + j];
          const W2_2_2 = W2[i128_5 + j];
          const h_2_2 = h[k128_2 + j];
          const h_3_2 = h[k128_3 + j];
          s11_2 += W2_1_2 * h_1_2;
          s12_2 += W2_2_2 * h_1_2;
          s21_2 += W2_1_2 * h_2_2;
          s22_2 += W2_2_2 * h_2_2;
          s31_2 += W2_1_2 * h_3_2;
          s32_2 += W2_2_2 * h_3_2;
        }
        const b2_1_2 = b2[i];
        add2[k11 + i] = s11_2 + b2_1_2;
        const b2_2_2 = b2[i + 1];
        add2[k11 + i + 1] = s12_2 + b2_2_2;
        add2[k11_2 + i] = s21_2 + b2_1_2;
        add2[k11_2 + i + 1] = s22_2 + b2_2_2;
        add2[k11_3 + i] = s31_2 + b2_1_2;
        add2[k11_3 + i + 1] = s32_2 + b2_2_2;
      }
    }

    for (let k = 0; k < size; k++) {
      const row = rows[k];
      const k11 = k * 11;

      // max = max(add2)
      let best = -Infinity;
      for (let i = 0; i < 11; i++) {
        best = Math.max(best, add2[k11 + i]);
      }
      const max = best;

      // logSoftmax_in = add2 - max
      // p_exp = exp(logSoftmax_in)
      for (let i = 0; i < 11; i++) {
        logSoftmax_in[k11 + i] = add2[k11 + i] - max;
        p_exp[k11 + i] = Math.exp(logSoftmax_in[k11 + i]);
      }

      // sum = sum(p_exp)
      let s = 0;
      for (let i = 0; i < 11; i++) {
        s += p_exp[k11 + i];
      }
      const sum = s;

      // p = p_exp / sum   [line 11, output]
      for (let i = 0; i < 11; i++) {
        p[k11 + i] = p_exp[k11 + i] / sum;
      }

      // log = log(sum)
      const log = Math.log(sum);

      // J_sum = Σn sum(c .* (logSoftmax_in - log))
      let s2 = 0;
      const t = c[row];
      for (let i = 0; i < 11; i++) {
        s2 += (t === i ? 1 : 0) * (logSoftmax_in[k11 + i] - log);
      }
      J_sum += s2;

      // delta = p - c   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); line 11]
      const t2 = c[row];
      for (let i = 0; i < 11; i++) {
        delta[k11 + i] = p[k11 + i] - (t2 === i ? 1 : 0);
      }

      // db2 = Σn delta   [EQ3: ∂C/∂b = δ]
      for (let i = 0; i < 11; i++) {
        db2[i] += delta[k11 + i];
      }
    }

    // dW2 = Σn outer(delta, h)   [EQ4: ∂C/∂w = δ aᵀ; line 11]
    for (let j = 0; j < 128; j += 4) {
      for (let i = 0; i < 10; i += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        for (let k = 0; k < size; k++) {
          const k11_2 = k * 11;
          const delta_1 = delta[k11_2 + i];
          const k128 = k * 128;
          const h_1 = h[k128 + j];
          const delta_2 = delta[k11_2 + i + 1];
          const h_2 = h[k128 + j + 1];
          const h_3 = h[k128 + j + 2];
          const h_4 = h[k128 + j + 3];
          s11 += delta_1 * h_1;
          s12 += delta_2 * h_1;
          s21 += delta_1 * h_2;
          s22 += delta_2 * h_2;
          s31 += delta_1 * h_3;
          s32 += delta_2 * h_3;
          s41 += delta_1 * h_4;
          s42 += delta_2 * h_4;
        }
        const i128 = i * 128;
        dW2[i128 + j] += s11;
        const i128_2 = i128 + 128;
        dW2[i128_2 + j] += s12;
        dW2[i128 + j + 1] += s21;
        dW2[i128_2 + j + 1] += s22;
        dW2[i128 + j + 2] += s31;
        dW2[i128_2 + j + 2] += s32;
        dW2[i128 + j + 3] += s41;
        dW2[i128_2 + j + 3] += s42;
      }
      for (let i = 10; i < 11; i++) {
        let s11_2 = 0, s21_2 = 0, s31_2 = 0, s41_2 = 0;
        for (let k = 0; k < size; k++) {
          const k11_3 = k * 11;
          const delta_1_2 = delta[k11_3 + i];
          const k128_2 = k * 128;
          s11_2 += delta_1_2 * h[k128_2 + j];
          s21_2 += delta_1_2 * h[k128_2 + j + 1];
          s31_2 += delta_1_2 * h[k128_2 + j + 2];
          s41_2 += delta_1_2 * h[k128_2 + j + 3];
        }
        const i128_3 = i * 128;
        dW2[i128_3 + j] += s11_2;
        dW2[i128_3 + j + 1] += s21_2;
        dW2[i128_3 + j + 2] += s31_2;
        dW2[i128_3 + j + 3] += s41_2;
      }
    }

    // dh = W2' * delta   [W2 * h with respect to h: the matrix transposed, times the cotangent; line 11]
    for (let i = 0; i < 128; i += 4) {
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k11_2 = k * 11;
        const k11_3 = k11_2 + 11;
        for (let j = 0; j < 11; j++) {
          const delta_1 = delta[k11_2 + j];
          const j128 = j * 128;
          const W2_1 = W2[j128 + i];
          const delta_2 = delta[k11_3 + j];
          const W2_2 = W2[j128 + i + 1];
          const W2_3 = W2[j128 + i + 2];
          const W2_4 = W2[j128 + i + 3];
          s11 += delta_1 * W2_1;
          s12 += delta_2 * W2_1;
          s21 += delta_1 * W2_2;
          s22 += delta_2 * W2_2;
          s31 += delta_1 * W2_3;
          s32 += delta_2 * W2_3;
          s41 += delta_1 * W2_4;
          s42 += delta_2 * W2_4;
        }
        const k128 = k * 128;
        dh[k128 + i] = s11;
        const k128_2 = k128 + 128;
        dh[k128_2 + i] = s12;
        dh[k128 + i + 1] = s21;
        dh[k128_2 + i + 1] = s22;
        dh[k128 + i + 2] = s31;
        dh[k128_2 + i + 2] = s32;
        dh[k128 + i + 3] = s41;
        dh[k128_2 + i + 3] = s42;
      }
    }

    for (let k = 0; k < size; k++) {
      const k128 = k * 128;

      // dh_in = h > 0 ? dh : 0   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 10]
      for (let i = 0; i < 128; i++) {
        dh_in[k128 + i] = h[k128 + i] > 0 ? dh[k128 + i] : 0;
      }
    }

    // dW1 = Σn outer(dh_in, x)   [EQ4: ∂C/∂w = δ aᵀ; line 10]
    for (let j = 0; j < 256; j += 4) {
      for (let i = 0; i < 128; i += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        for (let k = 0; k < size; k++) {
          const k128_2 = k * 128;
          const dh_in_1 = dh_in[k128_2 + i];
          const k256 = k * 256;
          const x_1 = x_block[k256 + j];
          const dh_in_2 = dh_in[k128_2 + i + 1];
          const x_2 = x_block[k256 + j + 1];
          const x_3 = x_block[k256 + j + 2];
          const x_4 = x_block[k256 + j + 3];
          s11 += dh_in_1 * x_1;
          s12 += dh_in_2 * x_1;
          s21 += dh_in_1 * x_2;
          s22 += dh_in_2 * x_2;
          s31 += dh_in_1 * x_3;
          s32 += dh_in_2 * x_3;
          s41 += dh_in_1 * x_4;
          s42 += dh_in_2 * x_4;
        }
        const i256 = i * 256;
        dW1[i256 + j] += s11;
        const i256_2 = i256 + 256;
        dW1[i256_2 + j] += s12;
        dW1[i256 + j + 1] += s21;
        dW1[i256_2 + j + 1] += s22;
        dW1[i256 + j + 2] += s31;
        dW1[i256_2 + j + 2] += s32;
        dW1[i256 + j + 3] += s41;
        dW1[i256_2 + j + 3] += s42;
      }
    }

    // db1 = Σn dh_in   [EQ3: ∂C/∂b = δ]
    for (let i = 0; i < 128; i += 4) {
      let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
      for (let k = 0; k < size; k++) {
        const k128_2 = k * 128;
        s1 += dh_in[k128_2 + i];
        s2 += dh_in[k128_2 + i + 1];
        s3 += dh_in[k128_2 + i + 2];
        s4 += dh_in[k128_2 + i + 3];
      }
      db1[i] += s1;
      db1[i + 1] += s2;
      db1[i + 2] += s3;
      db1[i + 3] += s4;
    }
  }

  // loss = -(J_sum / m)   [line 12, loss]
  const loss = -(J_sum / m);

  // v_W1⁺ = 0.9 * v_W1 - stepSize * dW1
  // W1⁺ = W1 + v_W1⁺
  for (let i = 0; i < 32768; i++) {
    state[i] = 0.9 * state[i] - stepSize * dW1[i];
    W1[i] += state[i];
  }

  // v_b1⁺ = 0.9 * v_b1 - stepSize * db1
  // b1⁺ = b1 + v_b1⁺
  for (let i = 0; i < 128; i++) {
    state[32768 + i] = 0.9 * state[32768 + i] - stepSize * db1[i];
    b1[i] += state[32768 + i];
  }

  // v_W2⁺ = 0.9 * v_W2 - stepSize * dW2
  // W2⁺ = W2 + v_W2⁺
  for (let i = 0; i < 1408; i++) {
    state[32896 + i] = 0.9 * state[32896 + i] - stepSize * dW2[i];
    W2[i] += state[32896 + i];
  }

  // v_b2⁺ = 0.9 * v_b2 - stepSize * db2
  // b2⁺ = b2 + v_b2⁺
  for (let i = 0; i < 11; i++) {
    state[34304 + i] = 0.9 * state[34304 + i] - stepSize * db2[i];
    b2[i] += state[34304 + i];
  }
  return loss;
}

/** The predictions for one example among others. */
export function predict(params: Parameters, data: Examples, row: number, into: Outputs = createOutputs()): Outputs {
  return forward(params, data.columns.x.subarray(row * 256, row * 256 + 256), into);
}
