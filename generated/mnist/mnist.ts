/**
 * mnist: compiled by gradc 0.1.0 from mnist.grad. Do not edit: change the spec and compile again.
 *
 * Spec        sha256 e3502a386cbfb59d03682b6c173c904ae9e61e442a5eed355998be8ca1652046
 * Parameters  101770: W1 (128 × 784), b1 vector of 128, W2 (10 × 128), b2 vector of 10
 * Precision   64-bit
 * Convention  loss and gradients are the mean over the batch; relu'(0) = 0
 * Stable form xlogy(d, softmax(z)) -> d .* logSoftmax(z)
 *
 * Operations of gradient, for one example (sums over the batch left out):
 *   forward 203621: 101790 add, 101642 multiply, 148 compare, 20 subtract, 10 divide, 10 exp, 1 log
 *   backward 104468: 102912 multiply, 1280 add, 138 compare, 128 select, 10 subtract
 *
 * Schedule:
 *   forward  loops: 203580 scalar operations, more than 2500; of 6 steps 2 in register tiles, 4 in plain loops
 *     tiles     h 200960, add 2570
 *     loops     max 10, p_exp 20, sum 10, p 10
 *   evaluate  loops: 203659 scalar operations, more than 2500; of 14 steps 2 in register tiles, 7 in plain loops, 5 of at most 4 operations unrolled; examples in blocks of 64
 *     tiles     h 200960, add 2570
 *     loops     max 10, logSoftmax_in 10, p_exp 10, sum 10, p 10, J_sum 41, accuracy 33
 *     unrolled  log 1, accuracy_sum 1, J 2, accuracy2 1, loss 0
 *   gradient  loops: 511633 scalar operations, more than 2500; of 23 steps 6 in register tiles, 13 in plain loops, 4 of at most 4 operations unrolled; examples in blocks of 64
 *     tiles     h 200960, add 2570, dW2 2560, dh 2560, dW1 200704, db1 128
 *     loops     max 10, logSoftmax_in 10, p_exp 10, sum 10, p 10, J_sum 41, delta 20, db2 10, dh_in 256, grad_W1 100352, grad_b1 128, grad_W2 1280, grad_b2 10
 *     unrolled  share 1, log 1, J 2, loss 0
 *   step  loops: 816943 scalar operations, more than 2500; of 26 steps 6 in register tiles, 17 in plain loops, 3 of at most 4 operations unrolled; examples in blocks of 64
 *     tiles     h 200960, add 2570, dW2 2560, dh 2560, dW1 200704, db1 128
 *     loops     max 10, logSoftmax_in 10, p_exp 10, sum 10, p 10, J_sum 41, delta 20, db2 10, dh_in 256, v_W1 301056, W1 100352, v_b1 384, b1 128, v_W2 3840, W2 1280, v_b2 30, b2 10
 *     unrolled  stepSize 1, log 1, loss 2
 *
 * parameters
 *   W1   128 × 784   he       # line 6
 *   b1   128         zeros    # line 7
 *   W2   10 × 128    glorot   # line 8
 *   b2   10          zeros    # line 9
 *
 * data
 *   x   784   input         # line 3
 *   c   10    label of 10   # line 4
 *
 * forward
 *   h = relu(W1 * x + b1)               128 per example      # line 11
 *   p = softmax(W2 * h + b2)            10 per example       # line 12, output
 *   t1 = c .* logSoftmax(W2 * h + b2)   10 per example
 *   J = -sum(t1)                        scalar per example   # line 13, loss
 *   accuracy = argmax(p) == argmax(c)   scalar per example   # line 15, metric
 *
 * mean over the batch of m examples
 *   J = -((Σn sum(t1)) / m)        scalar   # line 13, loss
 *   accuracy = (Σn accuracy) / m   scalar   # line 15, metric
 *
 * backward (constant factors come in last, with Σn)
 *   δ = p - c                        10 per example    # EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); chain rule through logSoftmax: dx = g - softmax(x) .* sum(g)
 *   dh = W2' * δ                     128 per example   # W2 * h with respect to h: the matrix transposed, times the cotangent
 *   dh_in = h > 0 ? dh : 0           128 per example   # EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); chain rule through relu: dx = y > 0 ? g : 0
 *   dW1 = 1/m * Σn outer(dh_in, x)   128 × 784         # EQ4: ∂C/∂w = δ aᵀ; W1 * x with respect to W1: outer product of the cotangent and the vector
 *   db1 = 1/m * Σn dh_in             128               # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
 *   dW2 = 1/m * Σn outer(δ, h)       10 × 128          # EQ4: ∂C/∂w = δ aᵀ; W2 * h with respect to W2: outer product of the cotangent and the vector
 *   db2 = 1/m * Σn δ                 10                # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
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
  readonly W1: Tensor<[128, 784]>;
  readonly b1: Tensor<[128]>;
  readonly W2: Tensor<[10, 128]>;
  readonly b2: Tensor<[10]>;
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
  readonly W1: Tensor<[128, 784]>;
  readonly b1: Tensor<[128]>;
  readonly W2: Tensor<[10, 128]>;
  readonly b2: Tensor<[10]>;
  /** Each loss over the batch. */
  readonly losses: Floats;
}

/** Predictions for one example. */
export type Outputs = { readonly p: Tensor<[10]> };

/** What the module is: names, shapes, defaults and data of the spec. */
export const metadata = {
  name: "mnist",
  hash: "e3502a386cbfb59d03682b6c173c904ae9e61e442a5eed355998be8ca1652046",
  version: "0.1.0",
  precision: "f64",
  parameters: [
    { name: "W1", shape: [128, 784], offset: 0, initial: { kind: "he" } },
    { name: "b1", shape: [128], offset: 100352, initial: { kind: "zeros" } },
    { name: "W2", shape: [10, 128], offset: 100480, initial: { kind: "glorot" } },
    { name: "b2", shape: [10], offset: 101760, initial: { kind: "zeros" } },
  ],
  columns: [{ name: "x", role: "input", shape: [784] }, { name: "c", role: "label", shape: [], classes: 10 }],
  hypers: [],
  losses: ["J"],
  metrics: ["accuracy"],
  outputs: [{ name: "p", shape: [10] }],
  reduction: "mean",
  data: null,
  train: { optimizer: "momentum", rate: 0.05, batch: 64, epochs: 5, validation: 0.2, seed: 1 },
} as const;

/** Parameters as views on one flat array, zero where none is given. */
export function createParameters(flat: Floats = new Float64Array(101770)): Parameters {
  return {
    flat,
    W1: flat.subarray(0, 100352),
    b1: flat.subarray(100352, 100480),
    W2: flat.subarray(100480, 101760),
    b2: flat.subarray(101760, 101770),
  };
}

/** Initial parameters: the same numbers for the same seed. */
export function initialise(seed: number, params: Parameters = createParameters()): Parameters {
  for (let k = 0; k < 100352; k++) params.W1[k] = 0.050507627227610534 * normal(seed, 0, k);
  params.b1.fill(0);
  for (let k = 0; k < 1280; k++) params.W2[k] = 0.20851441405707477 * (2 * uniform(seed, 2, k) - 1);
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
    W1: new Float64Array(100352),
    b1: new Float64Array(128),
    W2: new Float64Array(1280),
    b2: new Float64Array(10),
    losses: new Float64Array(1),
  };
}

/** The state of the update rule, all zeros. */
export function createState(): Floats {
  return new Float64Array(101770);
}

const h = new Float64Array(8192);

/** Room for add2, dh and dh_in, one after the other. */
const dh = new Float64Array(8192);

const add2 = dh;

const dh_in = dh;

/** Room for p_exp and p, one after the other. */
const p_exp = new Float64Array(640);

const p = p_exp;

const x_block = new Float64Array(50176);

const rows = new Int32Array(64);

/** Room for logSoftmax_in and delta, one after the other. */
const logSoftmax_in = new Float64Array(640);

const delta = logSoftmax_in;

const db2 = new Float64Array(10);

const dW2 = new Float64Array(1280);

const dW1 = new Float64Array(100352);

const db1 = new Float64Array(128);

/** The predictions for one example. */
export function forward(params: Parameters, x: Vector<784>, into: Outputs = createOutputs()): Outputs {
  const { W1, b1, W2, b2 } = params;

  // h = relu(W1 * x + b1)   [line 11]
  for (let i = 0; i < 126; i += 6) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0;
    const i784 = i * 784;
    const i784_2 = i784 + 784;
    const i784_3 = i784 + 1568;
    const i784_4 = i784 + 2352;
    const i784_5 = i784 + 3136;
    const i784_6 = i784 + 3920;
    for (let j = 0; j < 784; j++) {
      const x_1 = x[j];
      s1 += W1[i784 + j] * x_1;
      s2 += W1[i784_2 + j] * x_1;
      s3 += W1[i784_3 + j] * x_1;
      s4 += W1[i784_4 + j] * x_1;
      s5 += W1[i784_5 + j] * x_1;
      s6 += W1[i784_6 + j] * x_1;
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
    const i784_7 = i * 784;
    const i784_8 = i784_7 + 784;
    for (let j = 0; j < 784; j++) {
      const x_1_2 = x[j];
      s1_2 += W1[i784_7 + j] * x_1_2;
      s2_2 += W1[i784_8 + j] * x_1_2;
    }
    h[i] = Math.max(s1_2 + b1[i], 0);
    h[i + 1] = Math.max(s2_2 + b1[i + 1], 0);
  }

  // add2 = W2 * h + b2
  for (let i = 0; i < 10; i += 5) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0;
    const i128 = i * 128;
    const i128_2 = i128 + 128;
    const i128_3 = i128 + 256;
    const i128_4 = i128 + 384;
    const i128_5 = i128 + 512;
    for (let j = 0; j < 128; j++) {
      const h_1 = h[j];
      s1 += W2[i128 + j] * h_1;
      s2 += W2[i128_2 + j] * h_1;
      s3 += W2[i128_3 + j] * h_1;
      s4 += W2[i128_4 + j] * h_1;
      s5 += W2[i128_5 + j] * h_1;
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

  // p = p_exp / sum   [line 12, output]
  for (let i = 0; i < 10; i++) {
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
  for (let first = from; first < to; first += 64) {
    const size = Math.min(64, to - first);
    for (let k = 0; k < size; k++) {
      const row = order === undefined ? first + k : order[first + k];
      rows[k] = row;
      for (let i = 0; i < 784; i++) x_block[k * 784 + i] = x[row * 784 + i];
    }

    // h = relu(W1 * x + b1)   [line 11]
    for (let i = 0; i < 128; i += 4) {
      const i784 = i * 784;
      const i784_2 = i784 + 784;
      const i784_3 = i784 + 1568;
      const i784_4 = i784 + 2352;
      const b1_1 = b1[i];
      const b1_2 = b1[i + 1];
      const b1_3 = b1[i + 2];
      const b1_4 = b1[i + 3];
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k784 = k * 784;
        const k784_2 = k784 + 784;
        for (let j = 0; j < 784; j++) {
          const W1_1 = W1[i784 + j];
          const x_1 = x_block[k784 + j];
          const x_2 = x_block[k784_2 + j];
          const W1_2 = W1[i784_2 + j];
          const W1_3 = W1[i784_3 + j];
          const W1_4 = W1[i784_4 + j];
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
    for (let k = 0; k < size; k += 4) {
      const k128 = k * 128;
      const k128_2 = k128 + 128;
      const k128_3 = k128 + 256;
      const k128_4 = k128 + 384;
      const k10 = k * 10;
      const k10_2 = k10 + 10;
      const k10_3 = k10 + 20;
      const k10_4 = k10 + 30;
      for (let i = 0; i < 10; i += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const i128 = i * 128;
        const i128_2 = i128 + 128;
        for (let j = 0; j < 128; j++) {
          const W2_1 = W2[i128 + j];
          const h_1 = h[k128 + j];
          const W2_2 = W2[i128_2 + j];
          const h_2 = h[k128_2 + j];
          const h_3 = h[k128_3 + j];
          const h_4 = h[k128_4 + j];
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

      // p = p_exp / sum   [line 12, output]
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

      // accuracy = argmax(p) == argmax(c)   [line 15, metric]
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

  // J = -(J_sum / m)   [line 13, loss]
  const J = -(J_sum / m);
  report[0] = J;

  // accuracy2 = accuracy_sum / m   [line 15, metric]
  report[1] = accuracy_sum / m;
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
      for (let i = 0; i < 784; i++) x_block[k * 784 + i] = x[row * 784 + i];
    }

    // h = relu(W1 * x + b1)   [line 11]
    for (let i = 0; i < 128; i += 4) {
      const i784 = i * 784;
      const i784_2 = i784 + 784;
      const i784_3 = i784 + 1568;
      const i784_4 = i784 + 2352;
      const b1_1 = b1[i];
      const b1_2 = b1[i + 1];
      const b1_3 = b1[i + 2];
      const b1_4 = b1[i + 3];
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k784 = k * 784;
        const k784_2 = k784 + 784;
        for (let j = 0; j < 784; j++) {
          const W1_1 = W1[i784 + j];
          const x_1 = x_block[k784 + j];
          const x_2 = x_block[k784_2 + j];
          const W1_2 = W1[i784_2 + j];
          const W1_3 = W1[i784_3 + j];
          const W1_4 = W1[i784_4 + j];
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
    for (let k = 0; k < size; k += 4) {
      const k128 = k * 128;
      const k128_2 = k128 + 128;
      const k128_3 = k128 + 256;
      const k128_4 = k128 + 384;
      const k10 = k * 10;
      const k10_2 = k10 + 10;
      const k10_3 = k10 + 20;
      const k10_4 = k10 + 30;
      for (let i = 0; i < 10; i += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const i128 = i * 128;
        const i128_2 = i128 + 128;
        for (let j = 0; j < 128; j++) {
          const W2_1 = W2[i128 + j];
          const h_1 = h[k128 + j];
          const W2_2 = W2[i128_2 + j];
          const h_2 = h[k128_2 + j];
          const h_3 = h[k128_3 + j];
          const h_4 = h[k128_4 + j];
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

      // p = p_exp / sum   [line 12, output]
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

      // delta = p - c   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); line 12]
      const t2 = c[row];
      for (let i = 0; i < 10; i++) {
        delta[k10 + i] = p[k10 + i] - (t2 === i ? 1 : 0);
      }

      // db2 = Σn delta   [EQ3: ∂C/∂b = δ]
      for (let i = 0; i < 10; i++) {
        db2[i] += delta[k10 + i];
      }
    }

    // dW2 = Σn outer(delta, h)   [EQ4: ∂C/∂w = δ aᵀ; line 12]
    for (let j = 0; j < 128; j += 4) {
      for (let i = 0; i < 10; i += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        for (let k = 0; k < size; k++) {
          const k10_2 = k * 10;
          const delta_1 = delta[k10_2 + i];
          const k128 = k * 128;
          const h_1 = h[k128 + j];
          const delta_2 = delta[k10_2 + i + 1];
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
    }

    // dh = W2' * delta   [W2 * h with respect to h: the matrix transposed, times the cotangent; line 12]
    for (let i = 0; i < 128; i += 4) {
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k10_2 = k * 10;
        const k10_3 = k10_2 + 10;
        for (let j = 0; j < 10; j++) {
          const delta_1 = delta[k10_2 + j];
          const j128 = j * 128;
          const W2_1 = W2[j128 + i];
          const delta_2 = delta[k10_3 + j];
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

      // dh_in = h > 0 ? dh : 0   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 11]
      for (let i = 0; i < 128; i++) {
        dh_in[k128 + i] = h[k128 + i] > 0 ? dh[k128 + i] : 0;
      }
    }

    // dW1 = Σn outer(dh_in, x)   [EQ4: ∂C/∂w = δ aᵀ; line 11]
    for (let j = 0; j < 784; j += 4) {
      for (let i = 0; i < 128; i += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        for (let k = 0; k < size; k++) {
          const k128_2 = k * 128;
          const dh_in_1 = dh_in[k128_2 + i];
          const k784 = k * 784;
          const x_1 = x_block[k784 + j];
          const dh_in_2 = dh_in[k128_2 + i + 1];
          const x_2 = x_block[k784 + j + 1];
          const x_3 = x_block[k784 + j + 2];
          const x_4 = x_block[k784 + j + 3];
          s11 += dh_in_1 * x_1;
          s12 += dh_in_2 * x_1;
          s21 += dh_in_1 * x_2;
          s22 += dh_in_2 * x_2;
          s31 += dh_in_1 * x_3;
          s32 += dh_in_2 * x_3;
          s41 += dh_in_1 * x_4;
          s42 += dh_in_2 * x_4;
        }
        const i784 = i * 784;
        dW1[i784 + j] += s11;
        const i784_2 = i784 + 784;
        dW1[i784_2 + j] += s12;
        dW1[i784 + j + 1] += s21;
        dW1[i784_2 + j + 1] += s22;
        dW1[i784 + j + 2] += s31;
        dW1[i784_2 + j + 2] += s32;
        dW1[i784 + j + 3] += s41;
        dW1[i784_2 + j + 3] += s42;
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

  // J = -(J_sum / m)   [line 13, loss]
  into.losses[0] = -(J_sum / m);

  // dW1 = share * dW1   [the mean over the batch]
  for (let i = 0; i < 100352; i++) {
    into.W1[i] = share * dW1[i];
  }

  // db1 = share * db1   [the mean over the batch]
  for (let i = 0; i < 128; i++) {
    into.b1[i] = share * db1[i];
  }

  // dW2 = share * dW2   [the mean over the batch]
  for (let i = 0; i < 1280; i++) {
    into.W2[i] = share * dW2[i];
  }

  // db2 = share * db2   [the mean over the batch]
  for (let i = 0; i < 10; i++) {
    into.b2[i] = share * db2[i];
  }

  // loss = -(J_sum / m)   [line 13, loss]
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
      for (let i = 0; i < 784; i++) x_block[k * 784 + i] = x[row * 784 + i];
    }

    // h = relu(W1 * x + b1)   [line 11]
    for (let i = 0; i < 128; i += 4) {
      const i784 = i * 784;
      const i784_2 = i784 + 784;
      const i784_3 = i784 + 1568;
      const i784_4 = i784 + 2352;
      const b1_1 = b1[i];
      const b1_2 = b1[i + 1];
      const b1_3 = b1[i + 2];
      const b1_4 = b1[i + 3];
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k784 = k * 784;
        const k784_2 = k784 + 784;
        for (let j = 0; j < 784; j++) {
          const W1_1 = W1[i784 + j];
          const x_1 = x_block[k784 + j];
          const x_2 = x_block[k784_2 + j];
          const W1_2 = W1[i784_2 + j];
          const W1_3 = W1[i784_3 + j];
          const W1_4 = W1[i784_4 + j];
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
    for (let k = 0; k < size; k += 4) {
      const k128 = k * 128;
      const k128_2 = k128 + 128;
      const k128_3 = k128 + 256;
      const k128_4 = k128 + 384;
      const k10 = k * 10;
      const k10_2 = k10 + 10;
      const k10_3 = k10 + 20;
      const k10_4 = k10 + 30;
      for (let i = 0; i < 10; i += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const i128 = i * 128;
        const i128_2 = i128 + 128;
        for (let j = 0; j < 128; j++) {
          const W2_1 = W2[i128 + j];
          const h_1 = h[k128 + j];
          const W2_2 = W2[i128_2 + j];
          const h_2 = h[k128_2 + j];
          const h_3 = h[k128_3 + j];
          const h_4 = h[k128_4 + j];
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

      // p = p_exp / sum   [line 12, output]
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

      // delta = p - c   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); line 12]
      const t2 = c[row];
      for (let i = 0; i < 10; i++) {
        delta[k10 + i] = p[k10 + i] - (t2 === i ? 1 : 0);
      }

      // db2 = Σn delta   [EQ3: ∂C/∂b = δ]
      for (let i = 0; i < 10; i++) {
        db2[i] += delta[k10 + i];
      }
    }

    // dW2 = Σn outer(delta, h)   [EQ4: ∂C/∂w = δ aᵀ; line 12]
    for (let j = 0; j < 128; j += 4) {
      for (let i = 0; i < 10; i += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        for (let k = 0; k < size; k++) {
          const k10_2 = k * 10;
          const delta_1 = delta[k10_2 + i];
          const k128 = k * 128;
          const h_1 = h[k128 + j];
          const delta_2 = delta[k10_2 + i + 1];
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
    }

    // dh = W2' * delta   [W2 * h with respect to h: the matrix transposed, times the cotangent; line 12]
    for (let i = 0; i < 128; i += 4) {
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k10_2 = k * 10;
        const k10_3 = k10_2 + 10;
        for (let j = 0; j < 10; j++) {
          const delta_1 = delta[k10_2 + j];
          const j128 = j * 128;
          const W2_1 = W2[j128 + i];
          const delta_2 = delta[k10_3 + j];
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

      // dh_in = h > 0 ? dh : 0   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 11]
      for (let i = 0; i < 128; i++) {
        dh_in[k128 + i] = h[k128 + i] > 0 ? dh[k128 + i] : 0;
      }
    }

    // dW1 = Σn outer(dh_in, x)   [EQ4: ∂C/∂w = δ aᵀ; line 11]
    for (let j = 0; j < 784; j += 4) {
      for (let i = 0; i < 128; i += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        for (let k = 0; k < size; k++) {
          const k128_2 = k * 128;
          const dh_in_1 = dh_in[k128_2 + i];
          const k784 = k * 784;
          const x_1 = x_block[k784 + j];
          const dh_in_2 = dh_in[k128_2 + i + 1];
          const x_2 = x_block[k784 + j + 1];
          const x_3 = x_block[k784 + j + 2];
          const x_4 = x_block[k784 + j + 3];
          s11 += dh_in_1 * x_1;
          s12 += dh_in_2 * x_1;
          s21 += dh_in_1 * x_2;
          s22 += dh_in_2 * x_2;
          s31 += dh_in_1 * x_3;
          s32 += dh_in_2 * x_3;
          s41 += dh_in_1 * x_4;
          s42 += dh_in_2 * x_4;
        }
        const i784 = i * 784;
        dW1[i784 + j] += s11;
        const i784_2 = i784 + 784;
        dW1[i784_2 + j] += s12;
        dW1[i784 + j + 1] += s21;
        dW1[i784_2 + j + 1] += s22;
        dW1[i784 + j + 2] += s31;
        dW1[i784_2 + j + 2] += s32;
        dW1[i784 + j + 3] += s41;
        dW1[i784_2 + j + 3] += s42;
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

  // loss = -(J_sum / m)   [line 13, loss]
  const loss = -(J_sum / m);

  // v_W1⁺ = 0.9 * v_W1 - stepSize * dW1
  // W1⁺ = W1 + v_W1⁺
  for (let i = 0; i < 100352; i++) {
    state[i] = 0.9 * state[i] - stepSize * dW1[i];
    W1[i] += state[i];
  }

  // v_b1⁺ = 0.9 * v_b1 - stepSize * db1
  // b1⁺ = b1 + v_b1⁺
  for (let i = 0; i < 128; i++) {
    state[100352 + i] = 0.9 * state[100352 + i] - stepSize * db1[i];
    b1[i] += state[100352 + i];
  }

  // v_W2⁺ = 0.9 * v_W2 - stepSize * dW2
  // W2⁺ = W2 + v_W2⁺
  for (let i = 0; i < 1280; i++) {
    state[100480 + i] = 0.9 * state[100480 + i] - stepSize * dW2[i];
    W2[i] += state[100480 + i];
  }

  // v_b2⁺ = 0.9 * v_b2 - stepSize * db2
  // b2⁺ = b2 + v_b2⁺
  for (let i = 0; i < 10; i++) {
    state[101760 + i] = 0.9 * state[101760 + i] - stepSize * db2[i];
    b2[i] += state[101760 + i];
  }
  return loss;
}

/** The predictions for one example among others. */
export function predict(params: Parameters, data: Examples, row: number, into: Outputs = createOutputs()): Outputs {
  return forward(params, data.columns.x.subarray(row * 784, row * 784 + 784), into);
}
