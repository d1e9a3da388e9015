/**
 * two-or-not-two: compiled by gradc 0.1.0 from two-or-not-two.grad. Do not edit: change the spec and compile again.
 *
 * Spec        sha256 72c25c0c03c09b89b673952eae5dd8edfef51003a78197dec422eed346e616bb
 * Parameters  16513: W1 (64 × 256), b1 vector of 64, w2 vector of 64, b2 scalar
 * Precision   64-bit
 * Convention  loss and gradients are the mean over the batch; relu'(0) = 0
 * Stable form xlogy(d, sigmoid(z)) -> -(d * softplus(-z))
 *             xlogy(d, 1 - sigmoid(z)) -> -(d * softplus(z))
 *
 * Operations of gradient, for one example (sums over the batch left out):
 *   forward 33054: 16518 add, 16452 multiply, 70 compare, 3 negate, 2 abs, 2 exp, 2 log, 2 log1p, 2 select, 1 subtract
 *   backward 16658: 16514 multiply, 67 compare, 66 select, 2 abs, 2 add, 2 divide, 2 exp, 2 negate, 1 subtract
 *
 * Schedule:
 *   forward  loops: 33029 scalar operations, more than 2500; of 2 steps 1 in register tiles, 1 in plain loops
 *     tiles     h 32896
 *     loops     y 133
 *   evaluate  loops: 33069 scalar operations, more than 2500; of 11 steps 2 in register tiles, 1 in plain loops, 8 of at most 4 operations unrolled; examples in blocks of 64
 *     tiles     h 32896, y_in 129
 *     loops     J 31
 *     unrolled  y 4, sub 2, accuracy 3, J_sum 1, accuracy_sum 1, J2 1, accuracy2 1, loss 0
 *   gradient  loops: 82750 scalar operations, more than 2500; of 20 steps 5 in register tiles, 7 in plain loops, 8 of at most 4 operations unrolled; examples in blocks of 64
 *     tiles     h 32896, y_in 129, dW1 32768, db1 64, dw2 128
 *     loops     J 29, delta 24, dh 64, dh_in 128, grad_W1 16384, grad_b1 64, grad_w2 64
 *     unrolled  share 1, sub 2, neg 1, J_sum 1, db2_sum 1, J2 1, grad_b2 1, loss 0
 *   step  loops: 132290 scalar operations, more than 2500; of 24 steps 5 in register tiles, 10 in plain loops, 9 of at most 4 operations unrolled; examples in blocks of 64
 *     tiles     h 32896, y_in 129, dW1 32768, db1 64, dw2 128
 *     loops     J 29, delta 24, dh 64, dh_in 128, v_W1 49152, W1 16384, v_b1 192, b1 64, v_w2 192, w2 64
 *     unrolled  stepSize 1, sub 2, neg 1, J_sum 1, db2_sum 1, loss 1, db2 1, v_b2 3, b2 1
 *
 * parameters
 *   W1   64 × 256   he       # line 6
 *   b1   64         zeros    # line 7
 *   w2   64         normal   # line 8
 *   b2   scalar     zeros    # line 9
 *
 * data
 *   x   256   input         # line 3
 *   c   10    label of 10   # line 4
 *
 * forward
 *   h = relu(W1 * x + b1)                                              64 per example       # line 11
 *   t1 = dot(w2, h) + b2                                               scalar per example   # line 12
 *   y = sigmoid(t1)                                                    scalar per example   # line 12, output
 *   d = c[3]                                                           scalar per example   # line 15
 *   J = d * log(d) + d * softplus(-t1) + ((1 - d) * log(1 - d) + (1 - d) * softplus(t1))   scalar per example   # line 16, loss
 *   accuracy = (y > 0.5) == d                                          scalar per example   # line 18, metric
 *
 * mean over the batch of m examples
 *   J = (Σn J) / m                 scalar   # line 16, loss
 *   accuracy = (Σn accuracy) / m   scalar   # line 18, metric
 *
 * backward (constant factors come in last, with Σn)
 *   dJ = 1/m                                        scalar per example   # each term of a sum gets the cotangent of the sum
 *   t2 = (1 - d) * sigmoid(t1) - d * sigmoid(-t1)   scalar per example   # sum over every use of the value
 *   dh = t2 * w2                                    64 per example       # dot(w2, h) with respect to h: the other factor times the cotangent
 *   dh_in = h > 0 ? dh : 0                          64 per example       # EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); chain rule through relu: dx = y > 0 ? g : 0
 *   dW1 = 1/m * Σn outer(dh_in, x)                  64 × 256             # EQ4: ∂C/∂w = δ aᵀ; W1 * x with respect to W1: outer product of the cotangent and the vector
 *   db1 = 1/m * Σn dh_in                            64                   # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
 *   dw2 = 1/m * Σn t2 * h                           64                   # dot(w2, h) with respect to w2: the other factor times the cotangent
 *   db2 = (Σn t2) / m                               scalar               # the same for all examples: their cotangents add up
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
  readonly W1: Tensor<[64, 256]>;
  readonly b1: Tensor<[64]>;
  readonly w2: Tensor<[64]>;
  readonly b2: Tensor<[]>;
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
  readonly W1: Tensor<[64, 256]>;
  readonly b1: Tensor<[64]>;
  readonly w2: Tensor<[64]>;
  readonly b2: Tensor<[]>;
  /** Each loss over the batch. */
  readonly losses: Floats;
}

/** Predictions for one example. */
export type Outputs = { readonly y: Tensor<[]> };

/** What the module is: names, shapes, defaults and data of the spec. */
export const metadata = {
  name: "two-or-not-two",
  hash: "72c25c0c03c09b89b673952eae5dd8edfef51003a78197dec422eed346e616bb",
  version: "0.1.0",
  precision: "f64",
  parameters: [
    { name: "W1", shape: [64, 256], offset: 0, initial: { kind: "he" } },
    { name: "b1", shape: [64], offset: 16384, initial: { kind: "zeros" } },
    { name: "w2", shape: [64], offset: 16448, initial: { kind: "normal" } },
    { name: "b2", shape: [], offset: 16512, initial: { kind: "zeros" } },
  ],
  columns: [{ name: "x", role: "input", shape: [256] }, { name: "c", role: "label", shape: [], classes: 10 }],
  hypers: [],
  losses: ["J"],
  metrics: ["accuracy"],
  outputs: [{ name: "y", shape: [] }],
  reduction: "mean",
  data: { kind: "generator", name: "digits" },
  train: { optimizer: "momentum", rate: 0.02, batch: 32, epochs: 15, validation: 0.2, seed: 1 },
} as const;

/** Parameters as views on one flat array, zero where none is given. */
export function createParameters(flat: Floats = new Float64Array(16513)): Parameters {
  return {
    flat,
    W1: flat.subarray(0, 16384),
    b1: flat.subarray(16384, 16448),
    w2: flat.subarray(16448, 16512),
    b2: flat.subarray(16512, 16513),
  };
}

/** Initial parameters: the same numbers for the same seed. */
export function initialise(seed: number, params: Parameters = createParameters()): Parameters {
  for (let k = 0; k < 16384; k++) params.W1[k] = 0.08838834764831845 * normal(seed, 0, k);
  params.b1.fill(0);
  for (let k = 0; k < 64; k++) params.w2[k] = 0.05 * normal(seed, 2, k);
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
    y: new Float64Array(1),
  };
}

/** Room for gradients. */
export function createGradients(_examples: number = 1): Gradients {
  return {
    W1: new Float64Array(16384),
    b1: new Float64Array(64),
    w2: new Float64Array(64),
    b2: new Float64Array(1),
    losses: new Float64Array(1),
  };
}

/** The state of the update rule, all zeros. */
export function createState(): Floats {
  return new Float64Array(16513);
}

const h = new Float64Array(4224);

const x_block = new Float64Array(16896);

const rows = new Int32Array(66);

const y_in = new Float64Array(66);

const dW1 = new Float64Array(16384);

const db1 = new Float64Array(64);

const dw2 = new Float64Array(64);

const delta = new Float64Array(66);

const dh_in = new Float64Array(4224);

/** The predictions for one example. */
export function forward(params: Parameters, x: Vector<256>, into: Outputs = createOutputs()): Outputs {
  const { W1, b1, w2, b2 } = params;

  // h = relu(W1 * x + b1)   [line 11]
  for (let i = 0; i < 60; i += 6) {
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
  for (let i = 60; i < 64; i += 4) {
    let s1_2 = 0, s2_2 = 0, s3_2 = 0, s4_2 = 0;
    const i256_7 = i * 256;
    const i256_8 = i256_7 + 256;
    const i256_9 = i256_7 + 512;
    const i256_10 = i256_7 + 768;
    for (let j = 0; j < 256; j++) {
      const x_1_2 = x[j];
      s1_2 += W1[i256_7 + j] * x_1_2;
      s2_2 += W1[i256_8 + j] * x_1_2;
      s3_2 += W1[i256_9 + j] * x_1_2;
      s4_2 += W1[i256_10 + j] * x_1_2;
    }
    h[i] = Math.max(s1_2 + b1[i], 0);
    h[i + 1] = Math.max(s2_2 + b1[i + 1], 0);
    h[i + 2] = Math.max(s3_2 + b1[i + 2], 0);
    h[i + 3] = Math.max(s4_2 + b1[i + 3], 0);
  }

  // y = sigmoid(dot(w2, h) + b2)   [line 12, output]
  let s = 0;
  for (let i = 0; i < 64; i++) {
    s += w2[i] * h[i];
  }
  into.y[0] = 1 / (1 + Math.exp(-(s + b2[0])));
  return into;
}

/** Losses, then metrics, over the examples `order[from … to)`, as inference computes them, into `report`; returns the total loss. */
export function evaluate(params: Parameters, data: Examples, report: Report, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { W1, b1, w2, b2 } = params;
  const { x, c } = data.columns;
  const m = to - from;
  let J_sum = 0;
  let accuracy_sum = 0;
  for (let first = from; first < to; first += 64) {
    const size = Math.min(64, to - first);
    for (let k = 0; k < size; k++) {
      const row = order === undefined ? first + k : order[first + k];
      rows[k] = row;
      for (let i = 0; i < 256; i++) x_block[k * 256 + i] = x[row * 256 + i];
    }

    // h = relu(W1 * x + b1)   [line 11]
    for (let i = 0; i < 64; i += 4) {
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
        const k64 = k * 64;
        h[k64 + i] = Math.max(s11 + b1_1, 0);
        const k64_2 = k64 + 64;
        h[k64_2 + i] = Math.max(s12 + b1_1, 0);
        h[k64 + i + 1] = Math.max(s21 + b1_2, 0);
        h[k64_2 + i + 1] = Math.max(s22 + b1_2, 0);
        h[k64 + i + 2] = Math.max(s31 + b1_3, 0);
        h[k64_2 + i + 2] = Math.max(s32 + b1_3, 0);
        h[k64 + i + 3] = Math.max(s41 + b1_4, 0);
        h[k64_2 + i + 3] = Math.max(s42 + b1_4, 0);
      }
    }

    // y_in = dot(w2, h) + b2   [line 12]
    const b2_1 = b2[0];
    for (let k = 0; k < size; k += 6) {
      let s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0;
      const k64 = k * 64;
      const k64_2 = k64 + 64;
      const k64_3 = k64 + 128;
      const k64_4 = k64 + 192;
      const k64_5 = k64 + 256;
      const k64_6 = k64 + 320;
      for (let i = 0; i < 64; i++) {
        const w2_1 = w2[i];
        s1 += w2_1 * h[k64 + i];
        s2 += w2_1 * h[k64_2 + i];
        s3 += w2_1 * h[k64_3 + i];
        s4 += w2_1 * h[k64_4 + i];
        s5 += w2_1 * h[k64_5 + i];
        s6 += w2_1 * h[k64_6 + i];
      }
      y_in[k] = s1 + b2_1;
      y_in[k + 1] = s2 + b2_1;
      y_in[k + 2] = s3 + b2_1;
      y_in[k + 3] = s4 + b2_1;
      y_in[k + 4] = s5 + b2_1;
      y_in[k + 5] = s6 + b2_1;
    }

    for (let k = 0; k < size; k++) {
      const row = rows[k];

      // y = sigmoid(y_in)   [line 12, output]
      const y = 1 / (1 + Math.exp(-y_in[k]));

      // sub = 1 - d
      const t = c[row] === 2 ? 1 : 0;
      const sub = 1 - t;

      // accuracy = (y > 0.5) == d   [line 18, metric]
      const accuracy = (y > 0.5 ? 1 : 0) === t ? 1 : 0;

      // J = d * log(d) + d * softplus(-y_in) + (sub * log(sub) + sub * softplus(y_in))   [line 16, loss]
      const t2 = c[row] === 2 ? 1 : 0;
      const t3 = -y_in[k];
      const J = (t2 === 0 ? 0 : t2 * Math.log(t2)) + t2 * (Math.max(t3, 0) + Math.log1p(Math.exp(-Math.abs(t3)))) + ((sub === 0 ? 0 : sub * Math.log(sub)) + sub * (Math.max(y_in[k], 0) + Math.log1p(Math.exp(-Math.abs(y_in[k])))));

      // J_sum = Σn J
      J_sum += J;

      // accuracy_sum = Σn accuracy
      accuracy_sum += accuracy;
    }
  }

  // J2 = J_sum / m   [line 16, loss]
  const J2 = J_sum / m;
  report[0] = J2;

  // accuracy2 = accuracy_sum / m   [line 18, metric]
  report[1] = accuracy_sum / m;
  return J2;
}

/** The loss over the examples `order[from … to)` and its gradients, into `into`; returns the loss. */
export function gradient(params: Parameters, data: Examples, into: Gradients, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { W1, b1, w2, b2 } = params;
  const { x, c } = data.columns;
  const m = to - from;
  const share = 1 / m;
  let J_sum = 0;
  let db2_sum = 0;
  dW1.fill(0);
  db1.fill(0);
  dw2.fill(0);
  for (let first = from; first < to; first += 64) {
    const size = Math.min(64, to - first);
    for (let k = 0; k < size; k++) {
      const row = order === undefined ? first + k : order[first + k];
      rows[k] = row;
      for (let i = 0; i < 256; i++) x_block[k * 256 + i] = x[row * 256 + i];
    }

    // h = relu(W1 * x + b1)   [line 11]
    for (let i = 0; i < 64; i += 4) {
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
        const k64 = k * 64;
        h[k64 + i] = Math.max(s11 + b1_1, 0);
        const k64_2 = k64 + 64;
        h[k64_2 + i] = Math.max(s12 + b1_1, 0);
        h[k64 + i + 1] = Math.max(s21 + b1_2, 0);
        h[k64_2 + i + 1] = Math.max(s22 + b1_2, 0);
        h[k64 + i + 2] = Math.max(s31 + b1_3, 0);
        h[k64_2 + i + 2] = Math.max(s32 + b1_3, 0);
        h[k64 + i + 3] = Math.max(s41 + b1_4, 0);
        h[k64_2 + i + 3] = Math.max(s42 + b1_4, 0);
      }
    }

    // y_in = dot(w2, h) + b2   [line 12]
    const b2_1 = b2[0];
    for (let k = 0; k < size; k += 6) {
      let s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0;
      const k64 = k * 64;
      const k64_2 = k64 + 64;
      const k64_3 = k64 + 128;
      const k64_4 = k64 + 192;
      const k64_5 = k64 + 256;
      const k64_6 = k64 + 320;
      for (let i = 0; i < 64; i++) {
        const w2_1 = w2[i];
        s1 += w2_1 * h[k64 + i];
        s2 += w2_1 * h[k64_2 + i];
        s3 += w2_1 * h[k64_3 + i];
        s4 += w2_1 * h[k64_4 + i];
        s5 += w2_1 * h[k64_5 + i];
        s6 += w2_1 * h[k64_6 + i];
      }
      y_in[k] = s1 + b2_1;
      y_in[k + 1] = s2 + b2_1;
      y_in[k + 2] = s3 + b2_1;
      y_in[k + 3] = s4 + b2_1;
      y_in[k + 4] = s5 + b2_1;
      y_in[k + 5] = s6 + b2_1;
    }

    for (let k = 0; k < size; k++) {
      const row = rows[k];
      const k64 = k * 64;

      // sub = 1 - d
      const sub = 1 - (c[row] === 2 ? 1 : 0);

      // neg = -y_in
      const neg = -y_in[k];

      // J = d * log(d) + d * softplus(neg) + (sub * log(sub) + sub * softplus(y_in))   [line 16, loss]
      const t = c[row] === 2 ? 1 : 0;
      const J = (t === 0 ? 0 : t * Math.log(t)) + t * (Math.max(neg, 0) + Math.log1p(Math.exp(-Math.abs(neg)))) + ((sub === 0 ? 0 : sub * Math.log(sub)) + sub * (Math.max(y_in[k], 0) + Math.log1p(Math.exp(-Math.abs(y_in[k])))));

      // J_sum = Σn J
      J_sum += J;

      // delta = sub * sigmoid(y_in) - d * sigmoid(neg)   [sum over every use of the value; line 12]
      const t2 = Math.exp(-Math.abs(y_in[k]));
      const t3 = Math.exp(-Math.abs(neg));
      delta[k] = sub * ((y_in[k] > 0 ? 1 : t2) / (1 + t2)) - (c[row] === 2 ? 1 : 0) * ((neg > 0 ? 1 : t3) / (1 + t3));

      // db2_sum = Σn delta
      db2_sum += delta[k];

      // dh = delta * w2   [dot(w2, h) with respect to h: the other factor times the cotangent; line 12]
      // dh_in = h > 0 ? dh : 0   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 11]
      const t4 = delta[k];
      for (let i = 0; i < 64; i++) {
        const dh = t4 * w2[i];
        dh_in[k64 + i] = h[k64 + i] > 0 ? dh : 0;
      }
    }

    // dW1 = Σn outer(dh_in, x)   [EQ4: ∂C/∂w = δ aᵀ; line 11]
    for (let j = 0; j < 256; j += 4) {
      for (let i = 0; i < 64; i += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        for (let k = 0; k < size; k++) {
          const k64_2 = k * 64;
          const dh_in_1 = dh_in[k64_2 + i];
          const k256 = k * 256;
          const x_1 = x_block[k256 + j];
          const dh_in_2 = dh_in[k64_2 + i + 1];
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
    for (let i = 0; i < 64; i += 4) {
      let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
      for (let k = 0; k < size; k++) {
        const k64_2 = k * 64;
        s1 += dh_in[k64_2 + i];
        s2 += dh_in[k64_2 + i + 1];
        s3 += dh_in[k64_2 + i + 2];
        s4 += dh_in[k64_2 + i + 3];
      }
      db1[i] += s1;
      db1[i + 1] += s2;
      db1[i + 2] += s3;
      db1[i + 3] += s4;
    }

    // dw2 = Σn delta * h   [dot(w2, h) with respect to w2: the other factor times the cotangent; line 12]
    for (let i = 0; i < 60; i += 6) {
      let s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0;
      for (let k = 0; k < size; k++) {
        const delta_1 = delta[k];
        const k64_2 = k * 64;
        s1 += delta_1 * h[k64_2 + i];
        s2 += delta_1 * h[k64_2 + i + 1];
        s3 += delta_1 * h[k64_2 + i + 2];
        s4 += delta_1 * h[k64_2 + i + 3];
        s5 += delta_1 * h[k64_2 + i + 4];
        s6 += delta_1 * h[k64_2 + i + 5];
      }
      dw2[i] += s1;
      dw2[i + 1] += s2;
      dw2[i + 2] += s3;
      dw2[i + 3] += s4;
      dw2[i + 4] += s5;
      dw2[i + 5] += s6;
    }
    for (let i = 60; i < 64; i += 4) {
      let s1_2 = 0, s2_2 = 0, s3_2 = 0, s4_2 = 0;
      for (let k = 0; k < size; k++) {
        const delta_1_2 = delta[k];
        const k64_3 = k * 64;
        s1_2 += delta_1_2 * h[k64_3 + i];
        s2_2 += delta_1_2 * h[k64_3 + i + 1];
        s3_2 += delta_1_2 * h[k64_3 + i + 2];
        s4_2 += delta_1_2 * h[k64_3 + i + 3];
      }
      dw2[i] += s1_2;
      dw2[i + 1] += s2_2;
      dw2[i + 2] += s3_2;
      dw2[i + 3] += s4_2;
    }
  }

  // J2 = J_sum / m   [line 16, loss]
  into.losses[0] = J_sum / m;

  // dW1 = share * dW1   [the mean over the batch]
  for (let i = 0; i < 16384; i++) {
    into.W1[i] = share * dW1[i];
  }

  // db1 = share * db1   [the mean over the batch]
  // dw2 = share * dw2   [the mean over the batch]
  for (let i = 0; i < 64; i++) {
    into.b1[i] = share * db1[i];
    into.w2[i] = share * dw2[i];
  }

  // db2 = db2_sum / m   [the same for all examples: their cotangents add up]
  into.b2[0] = db2_sum / m;

  // loss = J_sum / m   [line 16, loss]
  const loss = into.losses[0];
  return loss;
}

/** One step of training on the examples `order[from … to)`: forward, backward, update; returns the loss before the update. */
export function step(params: Parameters, state: Floats, data: Examples, clock: Clock, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { W1, b1, w2, b2 } = params;
  const { x, c } = data.columns;
  const { rate } = clock;
  const m = to - from;
  const stepSize = rate / m;
  let J_sum = 0;
  let db2_sum = 0;
  dW1.fill(0);
  db1.fill(0);
  dw2.fill(0);
  for (let first = from; first < to; first += 64) {
    const size = Math.min(64, to - first);
    for (let k = 0; k < size; k++) {
      const row = order === undefined ? first + k : order[first + k];
      rows[k] = row;
      for (let i = 0; i < 256; i++) x_block[k * 256 + i] = x[row * 256 + i];
    }

    // h = relu(W1 * x + b1)   [line 11]
    for (let i = 0; i < 64; i += 4) {
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
        const k64 = k * 64;
        h[k64 + i] = Math.max(s11 + b1_1, 0);
        const k64_2 = k64 + 64;
        h[k64_2 + i] = Math.max(s12 + b1_1, 0);
        h[k64 + i + 1] = Math.max(s21 + b1_2, 0);
        h[k64_2 + i + 1] = Math.max(s22 + b1_2, 0);
        h[k64 + i + 2] = Math.max(s31 + b1_3, 0);
        h[k64_2 + i + 2] = Math.max(s32 + b1_3, 0);
        h[k64 + i + 3] = Math.max(s41 + b1_4, 0);
        h[k64_2 + i + 3] = Math.max(s42 + b1_4, 0);
      }
    }

    // y_in = dot(w2, h) + b2   [line 12]
    const b2_1 = b2[0];
    for (let k = 0; k < size; k += 6) {
      let s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0;
      const k64 = k * 64;
      const k64_2 = k64 + 64;
      const k64_3 = k64 + 128;
      const k64_4 = k64 + 192;
      const k64_5 = k64 + 256;
      const k64_6 = k64 + 320;
      for (let i = 0; i < 64; i++) {
        const w2_1 = w2[i];
        s1 += w2_1 * h[k64 + i];
        s2 += w2_1 * h[k64_2 + i];
        s3 += w2_1 * h[k64_3 + i];
        s4 += w2_1 * h[k64_4 + i];
        s5 += w2_1 * h[k64_5 + i];
        s6 += w2_1 * h[k64_6 + i];
      }
      y_in[k] = s1 + b2_1;
      y_in[k + 1] = s2 + b2_1;
      y_in[k + 2] = s3 + b2_1;
      y_in[k + 3] = s4 + b2_1;
      y_in[k + 4] = s5 + b2_1;
      y_in[k + 5] = s6 + b2_1;
    }

    for (let k = 0; k < size; k++) {
      const row = rows[k];
      const k64 = k * 64;

      // sub = 1 - d
      const sub = 1 - (c[row] === 2 ? 1 : 0);

      // neg = -y_in
      const neg = -y_in[k];

      // J = d * log(d) + d * softplus(neg) + (sub * log(sub) + sub * softplus(y_in))   [line 16, loss]
      const t = c[row] === 2 ? 1 : 0;
      const J = (t === 0 ? 0 : t * Math.log(t)) + t * (Math.max(neg, 0) + Math.log1p(Math.exp(-Math.abs(neg)))) + ((sub === 0 ? 0 : sub * Math.log(sub)) + sub * (Math.max(y_in[k], 0) + Math.log1p(Math.exp(-Math.abs(y_in[k])))));

      // J_sum = Σn J
      J_sum += J;

      // delta = sub * sigmoid(y_in) - d * sigmoid(neg)   [sum over every use of the value; line 12]
      const t2 = Math.exp(-Math.abs(y_in[k]));
      const t3 = Math.exp(-Math.abs(neg));
      delta[k] = sub * ((y_in[k] > 0 ? 1 : t2) / (1 + t2)) - (c[row] === 2 ? 1 : 0) * ((neg > 0 ? 1 : t3) / (1 + t3));

      // db2_sum = Σn delta
      db2_sum += delta[k];

      // dh = delta * w2   [dot(w2, h) with respect to h: the other factor times the cotangent; line 12]
      // dh_in = h > 0 ? dh : 0   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 11]
      const t4 = delta[k];
      for (let i = 0; i < 64; i++) {
        const dh = t4 * w2[i];
        dh_in[k64 + i] = h[k64 + i] > 0 ? dh : 0;
      }
    }

    // dW1 = Σn outer(dh_in, x)   [EQ4: ∂C/∂w = δ aᵀ; line 11]
    for (let j = 0; j < 256; j += 4) {
      for (let i = 0; i < 64; i += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        for (let k = 0; k < size; k++) {
          const k64_2 = k * 64;
          const dh_in_1 = dh_in[k64_2 + i];
          const k256 = k * 256;
          const x_1 = x_block[k256 + j];
          const dh_in_2 = dh_in[k64_2 + i + 1];
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
    for (let i = 0; i < 64; i += 4) {
      let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
      for (let k = 0; k < size; k++) {
        const k64_2 = k * 64;
        s1 += dh_in[k64_2 + i];
        s2 += dh_in[k64_2 + i + 1];
        s3 += dh_in[k64_2 + i + 2];
        s4 += dh_in[k64_2 + i + 3];
      }
      db1[i] += s1;
      db1[i + 1] += s2;
      db1[i + 2] += s3;
      db1[i + 3] += s4;
    }

    // dw2 = Σn delta * h   [dot(w2, h) with respect to w2: the other factor times the cotangent; line 12]
    for (let i = 0; i < 60; i += 6) {
      let s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0;
      for (let k = 0; k < size; k++) {
        const delta_1 = delta[k];
        const k64_2 = k * 64;
        s1 += delta_1 * h[k64_2 + i];
        s2 += delta_1 * h[k64_2 + i + 1];
        s3 += delta_1 * h[k64_2 + i + 2];
        s4 += delta_1 * h[k64_2 + i + 3];
        s5 += delta_1 * h[k64_2 + i + 4];
        s6 += delta_1 * h[k64_2 + i + 5];
      }
      dw2[i] += s1;
      dw2[i + 1] += s2;
      dw2[i + 2] += s3;
      dw2[i + 3] += s4;
      dw2[i + 4] += s5;
      dw2[i + 5] += s6;
    }
    for (let i = 60; i < 64; i += 4) {
      let s1_2 = 0, s2_2 = 0, s3_2 = 0, s4_2 = 0;
      for (let k = 0; k < size; k++) {
        const delta_1_2 = delta[k];
        const k64_3 = k * 64;
        s1_2 += delta_1_2 * h[k64_3 + i];
        s2_2 += delta_1_2 * h[k64_3 + i + 1];
        s3_2 += delta_1_2 * h[k64_3 + i + 2];
        s4_2 += delta_1_2 * h[k64_3 + i + 3];
      }
      dw2[i] += s1_2;
      dw2[i + 1] += s2_2;
      dw2[i + 2] += s3_2;
      dw2[i + 3] += s4_2;
    }
  }

  // loss = J_sum / m   [line 16, loss]
  const loss = J_sum / m;

  // db2 = db2_sum / m   [the same for all examples: their cotangents add up]
  const db2 = db2_sum / m;

  // v_b2⁺ = 0.9 * v_b2 - rate * db2
  const v_b2_2 = 0.9 * state[16512] - rate * db2;
  state[16512] = v_b2_2;

  // b2⁺ = b2 + v_b2⁺
  b2[0] += v_b2_2;

  // v_W1⁺ = 0.9 * v_W1 - stepSize * dW1
  // W1⁺ = W1 + v_W1⁺
  for (let i = 0; i < 16384; i++) {
    state[i] = 0.9 * state[i] - stepSize * dW1[i];
    W1[i] += state[i];
  }

  // v_b1⁺ = 0.9 * v_b1 - stepSize * db1
  // b1⁺ = b1 + v_b1⁺
  // v_w2⁺ = 0.9 * v_w2 - stepSize * dw2
  // w2⁺ = w2 + v_w2⁺
  for (let i = 0; i < 64; i++) {
    state[16384 + i] = 0.9 * state[16384 + i] - stepSize * db1[i];
    b1[i] += state[16384 + i];
    state[16448 + i] = 0.9 * state[16448 + i] - stepSize * dw2[i];
    w2[i] += state[16448 + i];
  }
  return loss;
}

/** The predictions for one example among others. */
export function predict(params: Parameters, data: Examples, row: number, into: Outputs = createOutputs()): Outputs {
  return forward(params, data.columns.x.subarray(row * 256, row * 256 + 256), into);
}
