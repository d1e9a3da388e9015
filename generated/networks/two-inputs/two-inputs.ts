/**
 * two-inputs: compiled by gradc 0.1.0 from two-inputs.grad. Do not edit: change the spec and compile again.
 *
 * Spec        sha256 60a6c76ca0ad14e1463ccf4c2fb2df22607f9944cf7f4384ec5fedee627ff66e
 * Parameters  6418: W1 (24 × 128), V1 (24 × 128), b1 vector of 24, W2 (10 × 24), b2 vector of 10
 * Precision   64-bit
 * Convention  loss and gradients are the mean over the batch; relu'(0) = 0
 * Stable form xlogy(d, softmax(z)) -> d .* logSoftmax(z)
 *
 * Operations of gradient, for one example (sums over the batch left out):
 *   forward 12941: 6462 add, 6394 multiply, 44 compare, 20 subtract, 10 divide, 10 exp, 1 log
 *   backward 6932: 6624 multiply, 240 add, 34 compare, 24 select, 10 subtract
 *
 * Schedule:
 *   forward  loops: 12900 scalar operations, more than 2500; of 6 steps 2 in register tiles, 4 in plain loops
 *     tiles     h 12360, add 490
 *     loops     max 10, p_exp 20, sum 10, p 10
 *   evaluate  loops: 12979 scalar operations, more than 2500; of 14 steps 2 in register tiles, 7 in plain loops, 5 of at most 4 operations unrolled; examples in blocks of 64
 *     tiles     h 12360, add 490
 *     loops     max 10, logSoftmax_in 10, p_exp 10, sum 10, p 10, J_sum 41, accuracy 33
 *     unrolled  log 1, accuracy_sum 1, J 2, accuracy2 1, loss 0
 *   gradient  loops: 32713 scalar operations, more than 2500; of 25 steps 6 in register tiles, 15 in plain loops, 4 of at most 4 operations unrolled; examples in blocks of 64
 *     tiles     h 12360, add 490, dW2 480, dh 480, dW1 6144, dV1 6144
 *     loops     max 10, logSoftmax_in 10, p_exp 10, sum 10, p 10, J_sum 41, delta 20, db2 10, dh_in 48, db1 24, grad_W1 3072, grad_V1 3072, grad_b1 24, grad_W2 240, grad_b2 10
 *     unrolled  share 1, log 1, J 2, loss 0
 *   step  loops: 51967 scalar operations, more than 2500; of 29 steps 6 in register tiles, 20 in plain loops, 3 of at most 4 operations unrolled; examples in blocks of 64
 *     tiles     h 12360, add 490, dW2 480, dh 480, dW1 6144, dV1 6144
 *     loops     max 10, logSoftmax_in 10, p_exp 10, sum 10, p 10, J_sum 41, delta 20, db2 10, dh_in 48, db1 24, v_W1 9216, W1 3072, v_V1 9216, V1 3072, v_b1 72, b1 24, v_W2 720, W2 240, v_b2 30, b2 10
 *     unrolled  stepSize 1, log 1, loss 2
 *
 * parameters
 *   W1   24 × 128   he       # line 6
 *   V1   24 × 128   he       # line 7
 *   b1   24         zeros    # line 8
 *   W2   10 × 24    glorot   # line 9
 *   b2   10         zeros    # line 10
 *
 * data
 *   top      8 × 16   input         # line 2
 *   bottom   8 × 16   input         # line 3
 *   c        10       label of 10   # line 4
 *
 * forward
 *   t1 = flatten(bottom)                         128 per example      # line 12
 *   h = relu(W1 * flatten(top) + V1 * t1 + b1)   24 per example       # line 12
 *   p = softmax(W2 * h + b2)                     10 per example       # line 13, output
 *   t2 = c .* logSoftmax(W2 * h + b2)            10 per example
 *   J = -sum(t2)                                 scalar per example   # line 14, loss
 *   accuracy = argmax(p) == argmax(c)            scalar per example   # line 16, metric
 *
 * mean over the batch of m examples
 *   J = -((Σn sum(t2)) / m)        scalar   # line 14, loss
 *   accuracy = (Σn accuracy) / m   scalar   # line 16, metric
 *
 * backward (constant factors come in last, with Σn)
 *   δ = p - c                                   10 per example   # EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); chain rule through logSoftmax: dx = g - softmax(x) .* sum(g)
 *   dh = W2' * δ                                24 per example   # W2 * h with respect to h: the matrix transposed, times the cotangent
 *   dh_in = h > 0 ? dh : 0                      24 per example   # EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); chain rule through relu: dx = y > 0 ? g : 0
 *   dW1 = 1/m * Σn outer(dh_in, flatten(top))   24 × 128         # EQ4: ∂C/∂w = δ aᵀ; W1 * flatten(top) with respect to W1: outer product of the cotangent and the vector
 *   dV1 = 1/m * Σn outer(dh_in, t1)             24 × 128         # EQ4: ∂C/∂w = δ aᵀ; V1 * t1 with respect to V1: outer product of the cotangent and the vector
 *   db1 = 1/m * Σn dh_in                        24               # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
 *   dW2 = 1/m * Σn outer(δ, h)                  10 × 24          # EQ4: ∂C/∂w = δ aᵀ; W2 * h with respect to W2: outer product of the cotangent and the vector
 *   db2 = 1/m * Σn δ                            10               # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
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
  readonly W1: Tensor<[24, 128]>;
  readonly V1: Tensor<[24, 128]>;
  readonly b1: Tensor<[24]>;
  readonly W2: Tensor<[10, 24]>;
  readonly b2: Tensor<[10]>;
}

/** The spec has no hyperparameters. */
export type Hyper = Record<string, never>;

/** Examples as columns: for each name its values, one example after the other. */
export interface Examples {
  readonly size: number;
  readonly columns: { readonly top: Floats; readonly bottom: Floats; readonly c: Int32Array };
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
  readonly W1: Tensor<[24, 128]>;
  readonly V1: Tensor<[24, 128]>;
  readonly b1: Tensor<[24]>;
  readonly W2: Tensor<[10, 24]>;
  readonly b2: Tensor<[10]>;
  /** Each loss over the batch. */
  readonly losses: Floats;
}

/** Predictions for one example. */
export type Outputs = { readonly p: Tensor<[10]> };

/** What the module is: names, shapes, defaults and data of the spec. */
export const metadata = {
  name: "two-inputs",
  hash: "60a6c76ca0ad14e1463ccf4c2fb2df22607f9944cf7f4384ec5fedee627ff66e",
  version: "0.1.0",
  precision: "f64",
  parameters: [
    { name: "W1", shape: [24, 128], offset: 0, initial: { kind: "he" } },
    { name: "V1", shape: [24, 128], offset: 3072, initial: { kind: "he" } },
    { name: "b1", shape: [24], offset: 6144, initial: { kind: "zeros" } },
    { name: "W2", shape: [10, 24], offset: 6168, initial: { kind: "glorot" } },
    { name: "b2", shape: [10], offset: 6408, initial: { kind: "zeros" } },
  ],
  columns: [
    { name: "top", role: "input", shape: [8, 16] },
    { name: "bottom", role: "input", shape: [8, 16] },
    { name: "c", role: "label", shape: [], classes: 10 },
  ],
  hypers: [],
  losses: ["J"],
  metrics: ["accuracy"],
  outputs: [{ name: "p", shape: [10] }],
  reduction: "mean",
  data: { kind: "generator", name: "digits" },
  train: { optimizer: "momentum", rate: 0.03, batch: 32, epochs: 12, validation: 0.2, seed: 1 },
} as const;

/** Parameters as views on one flat array, zero where none is given. */
export function createParameters(flat: Floats = new Float64Array(6418)): Parameters {
  return {
    flat,
    W1: flat.subarray(0, 3072),
    V1: flat.subarray(3072, 6144),
    b1: flat.subarray(6144, 6168),
    W2: flat.subarray(6168, 6408),
    b2: flat.subarray(6408, 6418),
  };
}

/** Initial parameters: the same numbers for the same seed. */
export function initialise(seed: number, params: Parameters = createParameters()): Parameters {
  for (let k = 0; k < 3072; k++) params.W1[k] = 0.125 * normal(seed, 0, k);
  for (let k = 0; k < 3072; k++) params.V1[k] = 0.125 * normal(seed, 1, k);
  params.b1.fill(0);
  for (let k = 0; k < 240; k++) params.W2[k] = 0.42008402520840293 * (2 * uniform(seed, 3, k) - 1);
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
    p: new Float64Array(10),
  };
}

/** Room for gradients. */
export function createGradients(_examples: number = 1): Gradients {
  return {
    W1: new Float64Array(3072),
    V1: new Float64Array(3072),
    b1: new Float64Array(24),
    W2: new Float64Array(240),
    b2: new Float64Array(10),
    losses: new Float64Array(1),
  };
}

/** The state of the update rule, all zeros. */
export function createState(): Floats {
  return new Float64Array(6418);
}

const h = new Float64Array(1584);

/** Room for add2, dh and dh_in, one after the other. */
const dh = new Float64Array(1584);

const add2 = dh;

const dh_in = dh;

/** Room for p_exp and p, one after the other. */
const p_exp = new Float64Array(660);

const p = p_exp;

const top_block = new Float64Array(8448);

const bottom_block = new Float64Array(8448);

const rows = new Int32Array(66);

/** Room for logSoftmax_in and delta, one after the other. */
const logSoftmax_in = new Float64Array(660);

const delta = logSoftmax_in;

const db2 = new Float64Array(10);

const dW2 = new Float64Array(240);

const db1 = new Float64Array(24);

const dW1 = new Float64Array(3072);

const dV1 = new Float64Array(3072);

/** The predictions for one example. */
export function forward(params: Parameters, top: Vector<128>, bottom: Vector<128>, into: Outputs = createOutputs()): Outputs {
  const { W1, V1, b1, W2, b2 } = params;

  // h = relu(W1 * flatten(top) + V1 * flatten(bottom) + b1)   [line 12]
  for (let i = 0; i < 24; i += 6) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0;
    const i128 = i * 128;
    const i128_2 = i128 + 128;
    const i128_3 = i128 + 256;
    const i128_4 = i128 + 384;
    const i128_5 = i128 + 512;
    const i128_6 = i128 + 640;
    for (let j = 0; j < 128; j++) {
      const top_1 = top[j];
      s1 += W1[i128 + j] * top_1;
      s2 += W1[i128_2 + j] * top_1;
      s3 += W1[i128_3 + j] * top_1;
      s4 += W1[i128_4 + j] * top_1;
      s5 += W1[i128_5 + j] * top_1;
      s6 += W1[i128_6 + j] * top_1;
    }
    let s1_2 = 0, s2_2 = 0, s3_2 = 0, s4_2 = 0, s5_2 = 0, s6_2 = 0;
    for (let j = 0; j < 128; j++) {
      const bottom_1 = bottom[j];
      s1_2 += V1[i128 + j] * bottom_1;
      s2_2 += V1[i128_2 + j] * bottom_1;
      s3_2 += V1[i128_3 + j] * bottom_1;
      s4_2 += V1[i128_4 + j] * bottom_1;
      s5_2 += V1[i128_5 + j] * bottom_1;
      s6_2 += V1[i128_6 + j] * bottom_1;
    }
    h[i] = Math.max(s1 + s1_2 + b1[i], 0);
    h[i + 1] = Math.max(s2 + s2_2 + b1[i + 1], 0);
    h[i + 2] = Math.max(s3 + s3_2 + b1[i + 2], 0);
    h[i + 3] = Math.max(s4 + s4_2 + b1[i + 3], 0);
    h[i + 4] = Math.max(s5 + s5_2 + b1[i + 4], 0);
    h[i + 5] = Math.max(s6 + s6_2 + b1[i + 5], 0);
  }

  // add2 = W2 * h + b2
  for (let i = 0; i < 10; i += 5) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0;
    const i24 = i * 24;
    const i24_2 = i24 + 24;
    const i24_3 = i24 + 48;
    const i24_4 = i24 + 72;
    const i24_5 = i24 + 96;
    for (let j = 0; j < 24; j++) {
      const h_1 = h[j];
      s1 += W2[i24 + j] * h_1;
      s2 += W2[i24_2 + j] * h_1;
      s3 += W2[i24_3 + j] * h_1;
      s4 += W2[i24_4 + j] * h_1;
      s5 += W2[i24_5 + j] * h_1;
    }
    add2[i] = s1 + b2[i];
    add2[i + 1] = s2 + b2[i + 1];
    add2[i + 2] = s3 + b2[i + 2];
    add2[i + 3] = s4 + b2[i + 3];
    add2[i + 4] = s5 + b2[i + 4];
  }

  // max = max(add2)
  let best = -Infinity;
  for (let i = 0; i < 10; i++) {
    best = Math.max(best, add2[i]);
  }
  const max = best;

  // p_exp = exp(add2 - max)
  for (let i = 0; i < 10; i++) {
    p_exp[i] = Math.exp(add2[i] - max);
  }

  // sum = sum(p_exp)
  let s = 0;
  for (let i = 0; i < 10; i++) {
    s += p_exp[i];
  }
  const sum = s;

  // p = p_exp / sum   [line 13, output]
  for (let i = 0; i < 10; i++) {
    into.p[i] = p_exp[i] / sum;
  }
  return into;
}

/** Losses, then metrics, over the examples `order[from … to)`, as inference computes them, into `report`; returns the total loss. */
export function evaluate(params: Parameters, data: Examples, report: Report, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { W1, V1, b1, W2, b2 } = params;
  const { top, bottom, c } = data.columns;
  const m = to - from;
  let J_sum = 0;
  let accuracy_sum = 0;
  for (let first = from; first < to; first += 64) {
    const size = Math.min(64, to - first);
    for (let k = 0; k < size; k++) {
      const row = order === undefined ? first + k : order[first + k];
      rows[k] = row;
      for (let i = 0; i < 128; i++) top_block[k * 128 + i] = top[row * 128 + i];
      for (let i = 0; i < 128; i++) bottom_block[k * 128 + i] = bottom[row * 128 + i];
    }

    // h = relu(W1 * flatten(top) + V1 * flatten(bottom) + b1)   [line 12]
    for (let k = 0; k < size; k += 3) {
      const k128 = k * 128;
      const k128_2 = k128 + 128;
      const k128_3 = k128 + 256;
      const k24 = k * 24;
      const k24_2 = k24 + 24;
      const k24_3 = k24 + 48;
      for (let i = 0; i < 24; i += 3) {
        let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
        const i128 = i * 128;
        const i128_2 = i128 + 128;
        const i128_3 = i128 + 256;
        for (let j = 0; j < 128; j++) {
          const W1_1 = W1[i128 + j];
          const top_1 = top_block[k128 + j];
          const W1_2 = W1[i128_2 + j];
          const W1_3 = W1[i128_3 + j];
          const top_2 = top_block[k128_2 + j];
          const top_3 = top_block[k128_3 + j];
          s11 += W1_1 * top_1;
          s12 += W1_2 * top_1;
          s13 += W1_3 * top_1;
          s21 += W1_1 * top_2;
          s22 += W1_2 * top_2;
          s23 += W1_3 * top_2;
          s31 += W1_1 * top_3;
          s32 += W1_2 * top_3;
          s33 += W1_3 * top_3;
        }
        let s11_2 = 0, s12_2 = 0, s13_2 = 0, s21_2 = 0, s22_2 = 0, s23_2 = 0, s31_2 = 0, s32_2 = 0, s33_2 = 0;
        for (let j = 0; j < 128; j++) {
          const V1_1 = V1[i128 + j];
          const bottom_1 = bottom_block[k128 + j];
          const V1_2 = V1[i128_2 + j];
          const V1_3 = V1[i128_3 + j];
          const bottom_2 = bottom_block[k128_2 + j];
          const bottom_3 = bottom_block[k128_3 + j];
          s11_2 += V1_1 * bottom_1;
          s12_2 += V1_2 * bottom_1;
          s13_2 += V1_3 * bottom_1;
          s21_2 += V1_1 * bottom_2;
          s22_2 += V1_2 * bottom_2;
          s23_2 += V1_3 * bottom_2;
          s31_2 += V1_1 * bottom_3;
          s32_2 += V1_2 * bottom_3;
          s33_2 += V1_3 * bottom_3;
        }
        const b1_1 = b1[i];
        h[k24 + i] = Math.max(s11 + s11_2 + b1_1, 0);
        const b1_2 = b1[i + 1];
        h[k24 + i + 1] = Math.max(s12 + s12_2 + b1_2, 0);
        const b1_3 = b1[i + 2];
        h[k24 + i + 2] = Math.max(s13 + s13_2 + b1_3, 0);
        h[k24_2 + i] = Math.max(s21 + s21_2 + b1_1, 0);
        h[k24_2 + i + 1] = Math.max(s22 + s22_2 + b1_2, 0);
        h[k24_2 + i + 2] = Math.max(s23 + s23_2 + b1_3, 0);
        h[k24_3 + i] = Math.max(s31 + s31_2 + b1_1, 0);
        h[k24_3 + i + 1] = Math.max(s32 + s32_2 + b1_2, 0);
        h[k24_3 + i + 2] = Math.max(s33 + s33_2 + b1_3, 0);
      }
    }

    // add2 = W2 * h + b2
    for (let k = 0; k < size; k += 4) {
      const k24 = k * 24;
      const k24_2 = k24 + 24;
      const k24_3 = k24 + 48;
      const k24_4 = k24 + 72;
      const k10 = k * 10;
      const k10_2 = k10 + 10;
      const k10_3 = k10 + 20;
      const k10_4 = k10 + 30;
      for (let i = 0; i < 10; i += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const i24 = i * 24;
        const i24_2 = i24 + 24;
        for (let j = 0; j < 24; j++) {
          const W2_1 = W2[i24 + j];
          const h_1 = h[k24 + j];
          const W2_2 = W2[i24_2 + j];
          const h_2 = h[k24_2 + j];
          const h_3 = h[k24_3 + j];
          const h_4 = h[k24_4 + j];
          s11 += W2_1 * h_1;
          s12 += W2_2 * h_1;
          s21 += W2_1 * h_2;
          s22 += W2_2 * h_2;
          s31 += W2_1 * h_3;
          s32 += W2_2 * h_3;
          s41 += W2_1 * h_4;
          s42 += W2_2 * h_4;
        }
        const b2_1 = b2[i];
        add2[k10 + i] = s11 + b2_1;
        const b2_2 = b2[i + 1];
        add2[k10 + i + 1] = s12 + b2_2;
        add2[k10_2 + i] = s21 + b2_1;
        add2[k10_2 + i + 1] = s22 + b2_2;
        add2[k10_3 + i] = s31 + b2_1;
        add2[k10_3 + i + 1] = s32 + b2_2;
        add2[k10_4 + i] = s41 + b2_1;
        add2[k10_4 + i + 1] = s42 + b2_2;
      }
    }

    for (let k = 0; k < size; k++) {
      const row = rows[k];
      const k10 = k * 10;

      // max = max(add2)
      let best = -Infinity;
      for (let i = 0; i < 10; i++) {
        best = Math.max(best, add2[k10 + i]);
      }
      const max = best;

      // logSoftmax_in = add2 - max
      // p_exp = exp(logSoftmax_in)
      for (let i = 0; i < 10; i++) {
        logSoftmax_in[k10 + i] = add2[k10 + i] - max;
        p_exp[k10 + i] = Math.exp(logSoftmax_in[k10 + i]);
      }

      // sum = sum(p_exp)
      let s = 0;
      for (let i = 0; i < 10; i++) {
        s += p_exp[k10 + i];
      }
      const sum = s;

      // p = p_exp / sum   [line 13, output]
      for (let i = 0; i < 10; i++) {
        p[k10 + i] = p_exp[k10 + i] / sum;
      }

      // log = log(sum)
      const log = Math.log(sum);

      // J_sum = Σn sum(c .* (logSoftmax_in - log))
      let s2 = 0;
      const t = c[row];
      for (let i = 0; i < 10; i++) {
        s2 += (t === i ? 1 : 0) * (logSoftmax_in[k10 + i] - log);
      }
      J_sum += s2;

      // accuracy = argmax(p) == argmax(c)   [line 16, metric]
      let best2 = -Infinity;
      let at = 0;
      for (let i = 0; i < 10; i++) {
        const t2 = p[k10 + i];
        if (t2 > best2) {
          best2 = t2;
          at = i;
        }
      }
      let best3 = -Infinity;
      let at2 = 0;
      const t3 = c[row];
      for (let i = 0; i < 10; i++) {
        const t4 = t3 === i ? 1 : 0;
        if (t4 > best3) {
          best3 = t4;
          at2 = i;
        }
      }
      const accuracy = at + 1 === at2 + 1 ? 1 : 0;

      // accuracy_sum = Σn accuracy
      accuracy_sum += accuracy;
    }
  }

  // J = -(J_sum / m)   [line 14, loss]
  const J = -(J_sum / m);
  report[0] = J;

  // accuracy2 = accuracy_sum / m   [line 16, metric]
  report[1] = accuracy_sum / m;
  return J;
}

/** The loss over the examples `order[from … to)` and its gradients, into `into`; returns the loss. */
export function gradient(params: Parameters, data: Examples, into: Gradients, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { W1, V1, b1, W2, b2 } = params;
  const { top, bottom, c } = data.columns;
  const m = to - from;
  const share = 1 / m;
  let J_sum = 0;
  db2.fill(0);
  dW2.fill(0);
  db1.fill(0);
  dW1.fill(0);
  dV1.fill(0);
  for (let first = from; first < to; first += 64) {
    const size = Math.min(64, to - first);
    for (let k = 0; k < size; k++) {
      const row = order === undefined ? first + k : order[first + k];
      rows[k] = row;
      for (let i = 0; i < 128; i++) top_block[k * 128 + i] = top[row * 128 + i];
      for (let i = 0; i < 128; i++) bottom_block[k * 128 + i] = bottom[row * 128 + i];
    }

    // h = relu(W1 * flatten(top) + V1 * flatten(bottom) + b1)   [line 12]
    for (let k = 0; k < size; k += 3) {
      const k128 = k * 128;
      const k128_2 = k128 + 128;
      const k128_3 = k128 + 256;
      const k24 = k * 24;
      const k24_2 = k24 + 24;
      const k24_3 = k24 + 48;
      for (let i = 0; i < 24; i += 3) {
        let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
        const i128 = i * 128;
        const i128_2 = i128 + 128;
        const i128_3 = i128 + 256;
        for (let j = 0; j < 128; j++) {
          const W1_1 = W1[i128 + j];
          const top_1 = top_block[k128 + j];
          const W1_2 = W1[i128_2 + j];
          const W1_3 = W1[i128_3 + j];
          const top_2 = top_block[k128_2 + j];
          const top_3 = top_block[k128_3 + j];
          s11 += W1_1 * top_1;
          s12 += W1_2 * top_1;
          s13 += W1_3 * top_1;
          s21 += W1_1 * top_2;
          s22 += W1_2 * top_2;
          s23 += W1_3 * top_2;
          s31 += W1_1 * top_3;
          s32 += W1_2 * top_3;
          s33 += W1_3 * top_3;
        }
        let s11_2 = 0, s12_2 = 0, s13_2 = 0, s21_2 = 0, s22_2 = 0, s23_2 = 0, s31_2 = 0, s32_2 = 0, s33_2 = 0;
        for (let j = 0; j < 128; j++) {
          const V1_1 = V1[i128 + j];
          const bottom_1 = bottom_block[k128 + j];
          const V1_2 = V1[i128_2 + j];
          const V1_3 = V1[i128_3 + j];
          const bottom_2 = bottom_block[k128_2 + j];
          const bottom_3 = bottom_block[k128_3 + j];
          s11_2 += V1_1 * bottom_1;
          s12_2 += V1_2 * bottom_1;
          s13_2 += V1_3 * bottom_1;
          s21_2 += V1_1 * bottom_2;
          s22_2 += V1_2 * bottom_2;
          s23_2 += V1_3 * bottom_2;
          s31_2 += V1_1 * bottom_3;
          s32_2 += V1_2 * bottom_3;
          s33_2 += V1_3 * bottom_3;
        }
        const b1_1 = b1[i];
        h[k24 + i] = Math.max(s11 + s11_2 + b1_1, 0);
        const b1_2 = b1[i + 1];
        h[k24 + i + 1] = Math.max(s12 + s12_2 + b1_2, 0);
        const b1_3 = b1[i + 2];
        h[k24 + i + 2] = Math.max(s13 + s13_2 + b1_3, 0);
        h[k24_2 + i] = Math.max(s21 + s21_2 + b1_1, 0);
        h[k24_2 + i + 1] = Math.max(s22 + s22_2 + b1_2, 0);
        h[k24_2 + i + 2] = Math.max(s23 + s23_2 + b1_3, 0);
        h[k24_3 + i] = Math.max(s31 + s31_2 + b1_1, 0);
        h[k24_3 + i + 1] = Math.max(s32 + s32_2 + b1_2, 0);
        h[k24_3 + i + 2] = Math.max(s33 + s33_2 + b1_3, 0);
      }
    }

    // add2 = W2 * h + b2
    for (let k = 0; k < size; k += 4) {
      const k24 = k * 24;
      const k24_2 = k24 + 24;
      const k24_3 = k24 + 48;
      const k24_4 = k24 + 72;
      const k10 = k * 10;
      const k10_2 = k10 + 10;
      const k10_3 = k10 + 20;
      const k10_4 = k10 + 30;
      for (let i = 0; i < 10; i += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const i24 = i * 24;
        const i24_2 = i24 + 24;
        for (let j = 0; j < 24; j++) {
          const W2_1 = W2[i24 + j];
          const h_1 = h[k24 + j];
          const W2_2 = W2[i24_2 + j];
          const h_2 = h[k24_2 + j];
          const h_3 = h[k24_3 + j];
          const h_4 = h[k24_4 + j];
          s11 += W2_1 * h_1;
          s12 += W2_2 * h_1;
          s21 += W2_1 * h_2;
          s22 += W2_2 * h_2;
          s31 += W2_1 * h_3;
          s32 += W2_2 * h_3;
          s41 += W2_1 * h_4;
          s42 += W2_2 * h_4;
        }
        const b2_1 = b2[i];
        add2[k10 + i] = s11 + b2_1;
        const b2_2 = b2[i + 1];
        add2[k10 + i + 1] = s12 + b2_2;
        add2[k10_2 + i] = s21 + b2_1;
        add2[k10_2 + i + 1] = s22 + b2_2;
        add2[k10_3 + i] = s31 + b2_1;
        add2[k10_3 + i + 1] = s32 + b2_2;
        add2[k10_4 + i] = s41 + b2_1;
        add2[k10_4 + i + 1] = s42 + b2_2;
      }
    }

    for (let k = 0; k < size; k++) {
      const row = rows[k];
      const k10 = k * 10;

      // max = max(add2)
      let best = -Infinity;
      for (let i = 0; i < 10; i++) {
        best = Math.max(best, add2[k10 + i]);
      }
      const max = best;

      // logSoftmax_in = add2 - max
      // p_exp = exp(logSoftmax_in)
      for (let i = 0; i < 10; i++) {
        logSoftmax_in[k10 + i] = add2[k10 + i] - max;
        p_exp[k10 + i] = Math.exp(logSoftmax_in[k10 + i]);
      }

      // sum = sum(p_exp)
      let s = 0;
      for (let i = 0; i < 10; i++) {
        s += p_exp[k10 + i];
      }
      const sum = s;

      // p = p_exp / sum   [line 13, output]
      for (let i = 0; i < 10; i++) {
        p[k10 + i] = p_exp[k10 + i] / sum;
      }

      // log = log(sum)
      const log = Math.log(sum);

      // J_sum = Σn sum(c .* (logSoftmax_in - log))
      let s2 = 0;
      const t = c[row];
      for (let i = 0; i < 10; i++) {
        s2 += (t === i ? 1 : 0) * (logSoftmax_in[k10 + i] - log);
      }
      J_sum += s2;

      // delta = p - c   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); line 13]
      const t2 = c[row];
      for (let i = 0; i < 10; i++) {
        delta[k10 + i] = p[k10 + i] - (t2 === i ? 1 : 0);
      }

      // db2 = Σn delta   [EQ3: ∂C/∂b = δ]
      for (let i = 0; i < 10; i++) {
        db2[i] += delta[k10 + i];
      }
    }

    // dW2 = Σn outer(delta, h)   [EQ4: ∂C/∂w = δ aᵀ; line 13]
    for (let j = 0; j < 24; j += 4) {
      for (let i = 0; i < 10; i += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        for (let k = 0; k < size; k++) {
          const k10_2 = k * 10;
          const delta_1 = delta[k10_2 + i];
          const k24 = k * 24;
          const h_1 = h[k24 + j];
          const delta_2 = delta[k10_2 + i + 1];
          const h_2 = h[k24 + j + 1];
          const h_3 = h[k24 + j + 2];
          const h_4 = h[k24 + j + 3];
          s11 += delta_1 * h_1;
          s12 += delta_2 * h_1;
          s21 += delta_1 * h_2;
          s22 += delta_2 * h_2;
          s31 += delta_1 * h_3;
          s32 += delta_2 * h_3;
          s41 += delta_1 * h_4;
          s42 += delta_2 * h_4;
        }
        const i24 = i * 24;
        dW2[i24 + j] += s11;
        const i24_2 = i24 + 24;
        dW2[i24_2 + j] += s12;
        dW2[i24 + j + 1] += s21;
        dW2[i24_2 + j + 1] += s22;
        dW2[i24 + j + 2] += s31;
        dW2[i24_2 + j + 2] += s32;
        dW2[i24 + j + 3] += s41;
        dW2[i24_2 + j + 3] += s42;
      }
    }

    // dh = W2' * delta   [W2 * h with respect to h: the matrix transposed, times the cotangent; line 13]
    for (let k = 0; k < size; k += 3) {
      const k10_2 = k * 10;
      const k10_3 = k10_2 + 10;
      const k10_4 = k10_2 + 20;
      const k24 = k * 24;
      const k24_2 = k24 + 24;
      const k24_3 = k24 + 48;
      for (let i = 0; i < 24; i += 3) {
        let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
        for (let j = 0; j < 10; j++) {
          const delta_1 = delta[k10_2 + j];
          const j24 = j * 24;
          const W2_1 = W2[j24 + i];
          const W2_2 = W2[j24 + i + 1];
          const W2_3 = W2[j24 + i + 2];
          const delta_2 = delta[k10_3 + j];
          const delta_3 = delta[k10_4 + j];
          s11 += delta_1 * W2_1;
          s12 += delta_1 * W2_2;
          s13 += delta_1 * W2_3;
          s21 += delta_2 * W2_1;
          s22 += delta_2 * W2_2;
          s23 += delta_2 * W2_3;
          s31 += delta_3 * W2_1;
          s32 += delta_3 * W2_2;
          s33 += delta_3 * W2_3;
        }
        dh[k24 + i] = s11;
        dh[k24 + i + 1] = s12;
        dh[k24 + i + 2] = s13;
        dh[k24_2 + i] = s21;
        dh[k24_2 + i + 1] = s22;
        dh[k24_2 + i + 2] = s23;
        dh[k24_3 + i] = s31;
        dh[k24_3 + i + 1] = s32;
        dh[k24_3 + i + 2] = s33;
      }
    }

    for (let k = 0; k < size; k++) {
      const k24 = k * 24;

      // dh_in = h > 0 ? dh : 0   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 12]
      for (let i = 0; i < 24; i++) {
        dh_in[k24 + i] = h[k24 + i] > 0 ? dh[k24 + i] : 0;
      }

      // db1 = Σn dh_in   [EQ3: ∂C/∂b = δ]
      for (let i = 0; i < 24; i++) {
        db1[i] += dh_in[k24 + i];
      }
    }

    // dW1 = Σn outer(dh_in, flatten(top))   [EQ4: ∂C/∂w = δ aᵀ; line 12]
    for (let j = 0; j < 128; j += 4) {
      for (let i = 0; i < 24; i += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        for (let k = 0; k < size; k++) {
          const k24_2 = k * 24;
          const dh_in_1 = dh_in[k24_2 + i];
          const k128 = k * 128;
          const top_1 = top_block[k128 + j];
          const dh_in_2 = dh_in[k24_2 + i + 1];
          const top_2 = top_block[k128 + j + 1];
          const top_3 = top_block[k128 + j + 2];
          const top_4 = top_block[k128 + j + 3];
          s11 += dh_in_1 * top_1;
          s12 += dh_in_2 * top_1;
          s21 += dh_in_1 * top_2;
          s22 += dh_in_2 * top_2;
          s31 += dh_in_1 * top_3;
          s32 += dh_in_2 * top_3;
          s41 += dh_in_1 * top_4;
          s42 += dh_in_2 * top_4;
        }
        const i128 = i * 128;
        dW1[i128 + j] += s11;
        const i128_2 = i128 + 128;
        dW1[i128_2 + j] += s12;
        dW1[i128 + j + 1] += s21;
        dW1[i128_2 + j + 1] += s22;
        dW1[i128 + j + 2] += s31;
        dW1[i128_2 + j + 2] += s32;
        dW1[i128 + j + 3] += s41;
        dW1[i128_2 + j + 3] += s42;
      }
    }

    // dV1 = Σn outer(dh_in, flatten(bottom))   [EQ4: ∂C/∂w = δ aᵀ; line 12]
    for (let j = 0; j < 128; j += 4) {
      for (let i = 0; i < 24; i += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        for (let k = 0; k < size; k++) {
          const k24_2 = k * 24;
          const dh_in_1 = dh_in[k24_2 + i];
          const k128 = k * 128;
          const bottom_1 = bottom_block[k128 + j];
          const dh_in_2 = dh_in[k24_2 + i + 1];
          const bottom_2 = bottom_block[k128 + j + 1];
          const bottom_3 = bottom_block[k128 + j + 2];
          const bottom_4 = bottom_block[k128 + j + 3];
          s11 += dh_in_1 * bottom_1;
          s12 += dh_in_2 * bottom_1;
          s21 += dh_in_1 * bottom_2;
          s22 += dh_in_2 * bottom_2;
          s31 += dh_in_1 * bottom_3;
          s32 += dh_in_2 * bottom_3;
          s41 += dh_in_1 * bottom_4;
          s42 += dh_in_2 * bottom_4;
        }
        const i128 = i * 128;
        dV1[i128 + j] += s11;
        const i128_2 = i128 + 128;
        dV1[i128_2 + j] += s12;
        dV1[i128 + j + 1] += s21;
        dV1[i128_2 + j + 1] += s22;
        dV1[i128 + j + 2] += s31;
        dV1[i128_2 + j + 2] += s32;
        dV1[i128 + j + 3] += s41;
        dV1[i128_2 + j + 3] += s42;
      }
    }
  }

  // J = -(J_sum / m)   [line 14, loss]
  into.losses[0] = -(J_sum / m);

  // dW1 = share * dW1   [the mean over the batch]
  // dV1 = share * dV1   [the mean over the batch]
  for (let i = 0; i < 3072; i++) {
    into.W1[i] = share * dW1[i];
    into.V1[i] = share * dV1[i];
  }

  // db1 = share * db1   [the mean over the batch]
  for (let i = 0; i < 24; i++) {
    into.b1[i] = share * db1[i];
  }

  // dW2 = share * dW2   [the mean over the batch]
  for (let i = 0; i < 240; i++) {
    into.W2[i] = share * dW2[i];
  }

  // db2 = share * db2   [the mean over the batch]
  for (let i = 0; i < 10; i++) {
    into.b2[i] = share * db2[i];
  }

  // loss = -(J_sum / m)   [line 14, loss]
  const loss = into.losses[0];
  return loss;
}

/** One step of training on the examples `order[from … to)`: forward, backward, update; returns the loss before the update. */
export function step(params: Parameters, state: Floats, data: Examples, clock: Clock, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { W1, V1, b1, W2, b2 } = params;
  const { top, bottom, c } = data.columns;
  const { rate } = clock;
  const m = to - from;
  const stepSize = rate / m;
  let J_sum = 0;
  db2.fill(0);
  dW2.fill(0);
  db1.fill(0);
  dW1.fill(0);
  dV1.fill(0);
  for (let first = from; first < to; first += 64) {
    const size = Math.min(64, to - first);
    for (let k = 0; k < size; k++) {
      const row = order === undefined ? first + k : order[first + k];
      rows[k] = row;
      for (let i = 0; i < 128; i++) top_block[k * 128 + i] = top[row * 128 + i];
      for (let i = 0; i < 128; i++) bottom_block[k * 128 + i] = bottom[row * 128 + i];
    }

    // h = relu(W1 * flatten(top) + V1 * flatten(bottom) + b1)   [line 12]
    for (let k = 0; k < size; k += 3) {
      const k128 = k * 128;
      const k128_2 = k128 + 128;
      const k128_3 = k128 + 256;
      const k24 = k * 24;
      const k24_2 = k24 + 24;
      const k24_3 = k24 + 48;
      for (let i = 0; i < 24; i += 3) {
        let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
        const i128 = i * 128;
        const i128_2 = i128 + 128;
        const i128_3 = i128 + 256;
        for (let j = 0; j < 128; j++) {
          const W1_1 = W1[i128 + j];
          const top_1 = top_block[k128 + j];
          const W1_2 = W1[i128_2 + j];
          const W1_3 = W1[i128_3 + j];
          const top_2 = top_block[k128_2 + j];
          const top_3 = top_block[k128_3 + j];
          s11 += W1_1 * top_1;
          s12 += W1_2 * top_1;
          s13 += W1_3 * top_1;
          s21 += W1_1 * top_2;
          s22 += W1_2 * top_2;
          s23 += W1_3 * top_2;
          s31 += W1_1 * top_3;
          s32 += W1_2 * top_3;
          s33 += W1_3 * top_3;
        }
        let s11_2 = 0, s12_2 = 0, s13_2 = 0, s21_2 = 0, s22_2 = 0, s23_2 = 0, s31_2 = 0, s32_2 = 0, s33_2 = 0;
        for (let j = 0; j < 128; j++) {
          const V1_1 = V1[i128 + j];
          const bottom_1 = bottom_block[k128 + j];
          const V1_2 = V1[i128_2 + j];
          const V1_3 = V1[i128_3 + j];
          const bottom_2 = bottom_block[k128_2 + j];
          const bottom_3 = bottom_block[k128_3 + j];
          s11_2 += V1_1 * bottom_1;
          s12_2 += V1_2 * bottom_1;
          s13_2 += V1_3 * bottom_1;
          s21_2 += V1_1 * bottom_2;
          s22_2 += V1_2 * bottom_2;
          s23_2 += V1_3 * bottom_2;
          s31_2 += V1_1 * bottom_3;
          s32_2 += V1_2 * bottom_3;
          s33_2 += V1_3 * bottom_3;
        }
        const b1_1 = b1[i];
        h[k24 + i] = Math.max(s11 + s11_2 + b1_1, 0);
        const b1_2 = b1[i + 1];
        h[k24 + i + 1] = Math.max(s12 + s12_2 + b1_2, 0);
        const b1_3 = b1[i + 2];
        h[k24 + i + 2] = Math.max(s13 + s13_2 + b1_3, 0);
        h[k24_2 + i] = Math.max(s21 + s21_2 + b1_1, 0);
        h[k24_2 + i + 1] = Math.max(s22 + s22_2 + b1_2, 0);
        h[k24_2 + i + 2] = Math.max(s23 + s23_2 + b1_3, 0);
        h[k24_3 + i] = Math.max(s31 + s31_2 + b1_1, 0);
        h[k24_3 + i + 1] = Math.max(s32 + s32_2 + b1_2, 0);
        h[k24_3 + i + 2] = Math.max(s33 + s33_2 + b1_3, 0);
      }
    }

    // add2 = W2 * h + b2
    for (let k = 0; k < size; k += 4) {
      const k24 = k * 24;
      const k24_2 = k24 + 24;
      const k24_3 = k24 + 48;
      const k24_4 = k24 + 72;
      const k10 = k * 10;
      const k10_2 = k10 + 10;
      const k10_3 = k10 + 20;
      const k10_4 = k10 + 30;
      for (let i = 0; i < 10; i += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const i24 = i * 24;
        const i24_2 = i24 + 24;
        for (let j = 0; j < 24; j++) {
          const W2_1 = W2[i24 + j];
          const h_1 = h[k24 + j];
          const W2_2 = W2[i24_2 + j];
          const h_2 = h[k24_2 + j];
          const h_3 = h[k24_3 + j];
          const h_4 = h[k24_4 + j];
          s11 += W2_1 * h_1;
          s12 += W2_2 * h_1;
          s21 += W2_1 * h_2;
          s22 += W2_2 * h_2;
          s31 += W2_1 * h_3;
          s32 += W2_2 * h_3;
          s41 += W2_1 * h_4;
          s42 += W2_2 * h_4;
        }
        const b2_1 = b2[i];
        add2[k10 + i] = s11 + b2_1;
        const b2_2 = b2[i + 1];
        add2[k10 + i + 1] = s12 + b2_2;
        add2[k10_2 + i] = s21 + b2_1;
        add2[k10_2 + i + 1] = s22 + b2_2;
        add2[k10_3 + i] = s31 + b2_1;
        add2[k10_3 + i + 1] = s32 + b2_2;
        add2[k10_4 + i] = s41 + b2_1;
        add2[k10_4 + i + 1] = s42 + b2_2;
      }
    }

    for (let k = 0; k < size; k++) {
      const row = rows[k];
      const k10 = k * 10;

      // max = max(add2)
      let best = -Infinity;
      for (let i = 0; i < 10; i++) {
        best = Math.max(best, add2[k10 + i]);
      }
      const max = best;

      // logSoftmax_in = add2 - max
      // p_exp = exp(logSoftmax_in)
      for (let i = 0; i < 10; i++) {
        logSoftmax_in[k10 + i] = add2[k10 + i] - max;
        p_exp[k10 + i] = Math.exp(logSoftmax_in[k10 + i]);
      }

      // sum = sum(p_exp)
      let s = 0;
      for (let i = 0; i < 10; i++) {
        s += p_exp[k10 + i];
      }
      const sum = s;

      // p = p_exp / sum   [line 13, output]
      for (let i = 0; i < 10; i++) {
        p[k10 + i] = p_exp[k10 + i] / sum;
      }

      // log = log(sum)
      const log = Math.log(sum);

      // J_sum = Σn sum(c .* (logSoftmax_in - log))
      let s2 = 0;
      const t = c[row];
      for (let i = 0; i < 10; i++) {
        s2 += (t === i ? 1 : 0) * (logSoftmax_in[k10 + i] - log);
      }
      J_sum += s2;

      // delta = p - c   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); line 13]
      const t2 = c[row];
      for (let i = 0; i < 10; i++) {
        delta[k10 + i] = p[k10 + i] - (t2 === i ? 1 : 0);
      }

      // db2 = Σn delta   [EQ3: ∂C/∂b = δ]
      for (let i = 0; i < 10; i++) {
        db2[i] += delta[k10 + i];
      }
    }

    // dW2 = Σn outer(delta, h)   [EQ4: ∂C/∂w = δ aᵀ; line 13]
    for (let j = 0; j < 24; j += 4) {
      for (let i = 0; i < 10; i += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        for (let k = 0; k < size; k++) {
          const k10_2 = k * 10;
          const delta_1 = delta[k10_2 + i];
          const k24 = k * 24;
          const h_1 = h[k24 + j];
          const delta_2 = delta[k10_2 + i + 1];
          const h_2 = h[k24 + j + 1];
          const h_3 = h[k24 + j + 2];
          const h_4 = h[k24 + j + 3];
          s11 += delta_1 * h_1;
          s12 += delta_2 * h_1;
          s21 += delta_1 * h_2;
          s22 += delta_2 * h_2;
          s31 += delta_1 * h_3;
          s32 += delta_2 * h_3;
          s41 += delta_1 * h_4;
          s42 += delta_2 * h_4;
        }
        const i24 = i * 24;
        dW2[i24 + j] += s11;
        const i24_2 = i24 + 24;
        dW2[i24_2 + j] += s12;
        dW2[i24 + j + 1] += s21;
        dW2[i24_2 + j + 1] += s22;
        dW2[i24 + j + 2] += s31;
        dW2[i24_2 + j + 2] += s32;
        dW2[i24 + j + 3] += s41;
        dW2[i24_2 + j + 3] += s42;
      }
    }

    // dh = W2' * delta   [W2 * h with respect to h: the matrix transposed, times the cotangent; line 13]
    for (let k = 0; k < size; k += 3) {
      const k10_2 = k * 10;
      const k10_3 = k10_2 + 10;
      const k10_4 = k10_2 + 20;
      const k24 = k * 24;
      const k24_2 = k24 + 24;
      const k24_3 = k24 + 48;
      for (let i = 0; i < 24; i += 3) {
        let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
        for (let j = 0; j < 10; j++) {
          const delta_1 = delta[k10_2 + j];
          const j24 = j * 24;
          const W2_1 = W2[j24 + i];
          const W2_2 = W2[j24 + i + 1];
          const W2_3 = W2[j24 + i + 2];
          const delta_2 = delta[k10_3 + j];
          const delta_3 = delta[k10_4 + j];
          s11 += delta_1 * W2_1;
          s12 += delta_1 * W2_2;
          s13 += delta_1 * W2_3;
          s21 += delta_2 * W2_1;
          s22 += delta_2 * W2_2;
          s23 += delta_2 * W2_3;
          s31 += delta_3 * W2_1;
          s32 += delta_3 * W2_2;
          s33 += delta_3 * W2_3;
        }
        dh[k24 + i] = s11;
        dh[k24 + i + 1] = s12;
        dh[k24 + i + 2] = s13;
        dh[k24_2 + i] = s21;
        dh[k24_2 + i + 1] = s22;
        dh[k24_2 + i + 2] = s23;
        dh[k24_3 + i] = s31;
        dh[k24_3 + i + 1] = s32;
        dh[k24_3 + i + 2] = s33;
      }
    }

    for (let k = 0; k < size; k++) {
      const k24 = k * 24;

      // dh_in = h > 0 ? dh : 0   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 12]
      for (let i = 0; i < 24; i++) {
        dh_in[k24 + i] = h[k24 + i] > 0 ? dh[k24 + i] : 0;
      }

      // db1 = Σn dh_in   [EQ3: ∂C/∂b = δ]
      for (let i = 0; i < 24; i++) {
        db1[i] += dh_in[k24 + i];
      }
    }

    // dW1 = Σn outer(dh_in, flatten(top))   [EQ4: ∂C/∂w = δ aᵀ; line 12]
    for (let j = 0; j < 128; j += 4) {
      for (let i = 0; i < 24; i += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        for (let k = 0; k < size; k++) {
          const k24_2 = k * 24;
          const dh_in_1 = dh_in[k24_2 + i];
          const k128 = k * 128;
          const top_1 = top_block[k128 + j];
          const dh_in_2 = dh_in[k24_2 + i + 1];
          const top_2 = top_block[k128 + j + 1];
          const top_3 = top_block[k128 + j + 2];
          const top_4 = top_block[k128 + j + 3];
          s11 += dh_in_1 * top_1;
          s12 += dh_in_2 * top_1;
          s21 += dh_in_1 * top_2;
          s22 += dh_in_2 * top_2;
          s31 += dh_in_1 * top_3;
          s32 += dh_in_2 * top_3;
          s41 += dh_in_1 * top_4;
          s42 += dh_in_2 * top_4;
        }
        const i128 = i * 128;
        dW1[i128 + j] += s11;
        const i128_2 = i128 + 128;
        dW1[i128_2 + j] += s12;
        dW1[i128 + j + 1] += s21;
        dW1[i128_2 + j + 1] += s22;
        dW1[i128 + j + 2] += s31;
        dW1[i128_2 + j + 2] += s32;
        dW1[i128 + j + 3] += s41;
        dW1[i128_2 + j + 3] += s42;
      }
    }

    // dV1 = Σn outer(dh_in, flatten(bottom))   [EQ4: ∂C/∂w = δ aᵀ; line 12]
    for (let j = 0; j < 128; j += 4) {
      for (let i = 0; i < 24; i += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        for (let k = 0; k < size; k++) {
          const k24_2 = k * 24;
          const dh_in_1 = dh_in[k24_2 + i];
          const k128 = k * 128;
          const bottom_1 = bottom_block[k128 + j];
          const dh_in_2 = dh_in[k24_2 + i + 1];
          const bottom_2 = bottom_block[k128 + j + 1];
          const bottom_3 = bottom_block[k128 + j + 2];
          const bottom_4 = bottom_block[k128 + j + 3];
          s11 += dh_in_1 * bottom_1;
          s12 += dh_in_2 * bottom_1;
          s21 += dh_in_1 * bottom_2;
          s22 += dh_in_2 * bottom_2;
          s31 += dh_in_1 * bottom_3;
          s32 += dh_in_2 * bottom_3;
          s41 += dh_in_1 * bottom_4;
          s42 += dh_in_2 * bottom_4;
        }
        const i128 = i * 128;
        dV1[i128 + j] += s11;
        const i128_2 = i128 + 128;
        dV1[i128_2 + j] += s12;
        dV1[i128 + j + 1] += s21;
        dV1[i128_2 + j + 1] += s22;
        dV1[i128 + j + 2] += s31;
        dV1[i128_2 + j + 2] += s32;
        dV1[i128 + j + 3] += s41;
        dV1[i128_2 + j + 3] += s42;
      }
    }
  }

  // loss = -(J_sum / m)   [line 14, loss]
  const loss = -(J_sum / m);

  // v_W1⁺ = 0.9 * v_W1 - stepSize * dW1
  // W1⁺ = W1 + v_W1⁺
  // v_V1⁺ = 0.9 * v_V1 - stepSize * dV1
  // V1⁺ = V1 + v_V1⁺
  for (let i = 0; i < 3072; i++) {
    state[i] = 0.9 * state[i] - stepSize * dW1[i];
    W1[i] += state[i];
    state[3072 + i] = 0.9 * state[3072 + i] - stepSize * dV1[i];
    V1[i] += state[3072 + i];
  }

  // v_b1⁺ = 0.9 * v_b1 - stepSize * db1
  // b1⁺ = b1 + v_b1⁺
  for (let i = 0; i < 24; i++) {
    state[6144 + i] = 0.9 * state[6144 + i] - stepSize * db1[i];
    b1[i] += state[6144 + i];
  }

  // v_W2⁺ = 0.9 * v_W2 - stepSize * dW2
  // W2⁺ = W2 + v_W2⁺
  for (let i = 0; i < 240; i++) {
    state[6168 + i] = 0.9 * state[6168 + i] - stepSize * dW2[i];
    W2[i] += state[6168 + i];
  }

  // v_b2⁺ = 0.9 * v_b2 - stepSize * db2
  // b2⁺ = b2 + v_b2⁺
  for (let i = 0; i < 10; i++) {
    state[6408 + i] = 0.9 * state[6408 + i] - stepSize * db2[i];
    b2[i] += state[6408 + i];
  }
  return loss;
}

/** The predictions for one example among others. */
export function predict(params: Parameters, data: Examples, row: number, into: Outputs = createOutputs()): Outputs {
  return forward(params, data.columns.top.subarray(row * 128, row * 128 + 128), data.columns.bottom.subarray(row * 128, row * 128 + 128), into);
}
