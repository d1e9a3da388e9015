/**
 * autoencoder: compiled by gradc 0.1.0 from autoencoder.grad. Do not edit: change the spec and compile again.
 *
 * Spec        sha256 33dcc1e84bb73ab7364e8caef185cc9a6f47bee303c981a9bcdc9a22728ea52e
 * Parameters  6424: W (24 × 256), b vector of 24, a vector of 256
 * Precision   64-bit
 * Convention  loss and gradients are the mean over the batch
 * Stable form xlogy(d, sigmoid(z)) -> -(d * softplus(-z))
 *             xlogy(d, 1 - sigmoid(z)) -> -(d * softplus(z))
 *             d * softplus(-z) + (1 - d) * softplus(z) -> logisticLoss(z, d)
 *             1 - sigmoid(x) -> 1 / (1 + exp(min(x, 709)))
 *
 * Operations of gradient, for one example (sums over the batch left out):
 *   forward 28536: 13360 add, 12544 multiply, 536 exp, 512 negate, 512 subtract, 280 compare, 280 divide, 256 abs, 256 log1p
 *   backward 24624: 18456 multiply, 6144 add, 24 divide
 *
 * Schedule:
 *   forward  loops: 25976 scalar operations, more than 2500; of 2 steps 2 in register tiles
 *     tiles     h 12408, y 13568
 *   evaluate  loops: 29309 scalar operations, more than 2500; of 8 steps 2 in register tiles, 3 in plain loops, 3 of at most 4 operations unrolled; examples in blocks of 64
 *     tiles     h 12408, y_in 12544
 *     loops     J_sum 2305, y 1024, error_sum 1025
 *     unrolled  J 1, error 2, loss 0
 *   gradient  loops: 78299 scalar operations, more than 2500; of 20 steps 6 in register tiles, 11 in plain loops, 3 of at most 4 operations unrolled; examples in blocks of 64
 *     tiles     h_exp 12360, y_in 12544, dW_sum 12288, da 256, dh 12288, dW_sum2 12288
 *     loops     h_den 24, h 24, J_sum 2305, y 1024, sub 256, dh_in 48, db 24, dW 6144, grad_W 6144, grad_b 24, grad_a 256
 *     unrolled  share 1, J 1, loss 0
 *   step  loops: 168242 scalar operations, more than 2500; of 28 steps 6 in register tiles, 17 in plain loops, 5 of at most 4 operations unrolled; examples in blocks of 64
 *     tiles     h_exp 12360, y_in 12544, dW_sum 12288, da 256, dh 12288, dW_sum2 12288
 *     loops     h_den 24, h 24, J_sum 2305, y 1024, sub 256, dh_in 48, db 24, dW 6144, m_W 18432, v_W 36864, W 36864, m_b 72, v_b 144, b 144, m_a 768, v_a 1536, a 1536
 *     unrolled  share 1, share2 1, stepSize 3, scale 3, loss 1
 *
 * parameters
 *   W   24 × 256   glorot   # line 5
 *   b   24         zeros    # line 6
 *   a   256        zeros    # line 7
 *
 * data
 *   x   256   input         # line 2
 *   c   10    label of 10   # line 3
 *
 * forward
 *   h = sigmoid(W * x + b)              24 per example       # line 9
 *   y = sigmoid(W' * h + a)             256 per example      # line 10, output
 *   t1 = logisticLoss(W' * h + a, x)    256 per example
 *   J = sum(t1)                         scalar per example   # line 11, loss
 *   error = 1/256 * sum((y - x) .^ 2)   scalar per example   # line 13, metric
 *
 * mean over the batch of m examples
 *   J = (Σn sum(t1)) / m                           scalar   # line 11, loss
 *   error = 1/256 * ((Σn sum((y - x) .^ 2)) / m)   scalar   # line 13, metric
 *
 * backward (constant factors come in last, with Σn)
 *   δ = y - x                                          256 per example   # EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z)
 *   dh = W * δ                                         24 per example    # W' * h with respect to h: the matrix transposed, times the cotangent
 *   dh_in = dh .* (h .* (1 - h))                       24 per example    # EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); chain rule through sigmoid: ∂y/∂x = y * (1 - y)
 *   dW = 1/m * (Σn outer(h, δ) + Σn outer(dh_in, x))   24 × 256          # EQ4: ∂C/∂w = δ aᵀ; sum over every use of the value: W * x with respect to W: outer product of the cotangent and the vector; W' * h with respect to W: outer product of the cotangent and the vector
 *   db = 1/m * Σn dh_in                                24                # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
 *   da = 1/m * Σn δ                                    256               # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
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
  readonly W: Tensor<[24, 256]>;
  readonly b: Tensor<[24]>;
  readonly a: Tensor<[256]>;
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

/** In order: J, error. */
export type Report = Floats;

/** Gradients of the loss. */
export interface Gradients {
  readonly W: Tensor<[24, 256]>;
  readonly b: Tensor<[24]>;
  readonly a: Tensor<[256]>;
  /** Each loss over the batch. */
  readonly losses: Floats;
}

/** Predictions for one example. */
export type Outputs = { readonly y: Tensor<[256]> };

/** What the module is: names, shapes, defaults and data of the spec. */
export const metadata = {
  name: "autoencoder",
  hash: "33dcc1e84bb73ab7364e8caef185cc9a6f47bee303c981a9bcdc9a22728ea52e",
  version: "0.1.0",
  precision: "f64",
  parameters: [
    { name: "W", shape: [24, 256], offset: 0, initial: { kind: "glorot" } },
    { name: "b", shape: [24], offset: 6144, initial: { kind: "zeros" } },
    { name: "a", shape: [256], offset: 6168, initial: { kind: "zeros" } },
  ],
  columns: [{ name: "x", role: "input", shape: [256] }, { name: "c", role: "label", shape: [], classes: 10 }],
  hypers: [],
  losses: ["J"],
  metrics: ["error"],
  outputs: [{ name: "y", shape: [256] }],
  reduction: "mean",
  data: { kind: "generator", name: "digits" },
  train: { optimizer: "adam", rate: 0.003, batch: 32, epochs: 12, validation: 0.2, seed: 1 },
} as const;

/** Parameters as views on one flat array, zero where none is given. */
export function createParameters(flat: Floats = new Float64Array(6424)): Parameters {
  return {
    flat,
    W: flat.subarray(0, 6144),
    b: flat.subarray(6144, 6168),
    a: flat.subarray(6168, 6424),
  };
}

/** Initial parameters: the same numbers for the same seed. */
export function initialise(seed: number, params: Parameters = createParameters()): Parameters {
  for (let k = 0; k < 6144; k++) params.W[k] = 0.14638501094227999 * (2 * uniform(seed, 0, k) - 1);
  params.b.fill(0);
  params.a.fill(0);
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
    y: new Float64Array(256),
  };
}

/** Room for gradients. */
export function createGradients(_examples: number = 1): Gradients {
  return {
    W: new Float64Array(6144),
    b: new Float64Array(24),
    a: new Float64Array(256),
    losses: new Float64Array(1),
  };
}

/** The state of the update rule, all zeros. */
export function createState(): Floats {
  return new Float64Array(12848);
}

const h = new Float64Array(1584);

const x_block = new Float64Array(16896);

const rows = new Int32Array(66);

/** Room for y_in, y and dh, one after the other. */
const y_in = new Float64Array(16896);

const y = y_in;

const dh = y_in;

const dW_sum = new Float64Array(6144);

const da = new Float64Array(256);

const db = new Float64Array(24);

const dW_sum2 = new Float64Array(6144);

/** Room for h_exp and sub2, one after the other. */
const sub2 = new Float64Array(16896);

const h_exp = sub2;

/** Room for h_den and dh_in, one after the other. */
const h_den = new Float64Array(1584);

const dh_in = h_den;

/** The predictions for one example. */
export function forward(params: Parameters, x: Vector<256>, into: Outputs = createOutputs()): Outputs {
  const { W, b, a } = params;

  // h = sigmoid(W * x + b)   [line 9]
  for (let i = 0; i < 24; i += 6) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0;
    const i256 = i * 256;
    const i256_2 = i256 + 256;
    const i256_3 = i256 + 512;
    const i256_4 = i256 + 768;
    const i256_5 = i256 + 1024;
    const i256_6 = i256 + 1280;
    for (let j = 0; j < 256; j++) {
      const x_1 = x[j];
      s1 += W[i256 + j] * x_1;
      s2 += W[i256_2 + j] * x_1;
      s3 += W[i256_3 + j] * x_1;
      s4 += W[i256_4 + j] * x_1;
      s5 += W[i256_5 + j] * x_1;
      s6 += W[i256_6 + j] * x_1;
    }
    h[i] = 1 / (1 + Math.exp(-(s1 + b[i])));
    h[i + 1] = 1 / (1 + Math.exp(-(s2 + b[i + 1])));
    h[i + 2] = 1 / (1 + Math.exp(-(s3 + b[i + 2])));
    h[i + 3] = 1 / (1 + Math.exp(-(s4 + b[i + 3])));
    h[i + 4] = 1 / (1 + Math.exp(-(s5 + b[i + 4])));
    h[i + 5] = 1 / (1 + Math.exp(-(s6 + b[i + 5])));
  }

  // y = sigmoid(W' * h + a)   [line 10, output]
  for (let i = 0; i < 252; i += 6) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0;
    for (let j = 0; j < 24; j++) {
      const j256 = j * 256;
      const h_1 = h[j];
      s1 += W[j256 + i] * h_1;
      s2 += W[j256 + i + 1] * h_1;
      s3 += W[j256 + i + 2] * h_1;
      s4 += W[j256 + i + 3] * h_1;
      s5 += W[j256 + i + 4] * h_1;
      s6 += W[j256 + i + 5] * h_1;
    }
    into.y[i] = 1 / (1 + Math.exp(-(s1 + a[i])));
    into.y[i + 1] = 1 / (1 + Math.exp(-(s2 + a[i + 1])));
    into.y[i + 2] = 1 / (1 + Math.exp(-(s3 + a[i + 2])));
    into.y[i + 3] = 1 / (1 + Math.exp(-(s4 + a[i + 3])));
    into.y[i + 4] = 1 / (1 + Math.exp(-(s5 + a[i + 4])));
    into.y[i + 5] = 1 / (1 + Math.exp(-(s6 + a[i + 5])));
  }
  for (let i = 252; i < 256; i += 4) {
    let s1_2 = 0, s2_2 = 0, s3_2 = 0, s4_2 = 0;
    for (let j = 0; j < 24; j++) {
      const j256_2 = j * 256;
      const h_1_2 = h[j];
      s1_2 += W[j256_2 + i] * h_1_2;
      s2_2 += W[j256_2 + i + 1] * h_1_2;
      s3_2 += W[j256_2 + i + 2] * h_1_2;
      s4_2 += W[j256_2 + i + 3] * h_1_2;
    }
    into.y[i] = 1 / (1 + Math.exp(-(s1_2 + a[i])));
    into.y[i + 1] = 1 / (1 + Math.exp(-(s2_2 + a[i + 1])));
    into.y[i + 2] = 1 / (1 + Math.exp(-(s3_2 + a[i + 2])));
    into.y[i + 3] = 1 / (1 + Math.exp(-(s4_2 + a[i + 3])));
  }
  return into;
}

/** Losses, then metrics, over the examples `order[from … to)`, as inference computes them, into `report`; returns the total loss. */
export function evaluate(params: Parameters, data: Examples, report: Report, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { W, b, a } = params;
  const { x } = data.columns;
  const m = to - from;
  let J_sum = 0;
  let error_sum = 0;
  for (let first = from; first < to; first += 64) {
    const size = Math.min(64, to - first);
    for (let k = 0; k < size; k++) {
      const row = order === undefined ? first + k : order[first + k];
      rows[k] = row;
      for (let i = 0; i < 256; i++) x_block[k * 256 + i] = x[row * 256 + i];
    }

    // h = sigmoid(W * x + b)   [line 9]
    for (let k = 0; k < size; k += 3) {
      const k256 = k * 256;
      const k256_2 = k256 + 256;
      const k256_3 = k256 + 512;
      const k24 = k * 24;
      const k24_2 = k24 + 24;
      const k24_3 = k24 + 48;
      for (let i = 0; i < 24; i += 3) {
        let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
        const i256 = i * 256;
        const i256_2 = i256 + 256;
        const i256_3 = i256 + 512;
        for (let j = 0; j < 256; j++) {
          const W_1 = W[i256 + j];
          const x_1 = x_block[k256 + j];
          const W_2 = W[i256_2 + j];
          const W_3 = W[i256_3 + j];
          const x_2 = x_block[k256_2 + j];
          const x_3 = x_block[k256_3 + j];
          s11 += W_1 * x_1;
          s12 += W_2 * x_1;
          s13 += W_3 * x_1;
          s21 += W_1 * x_2;
          s22 += W_2 * x_2;
          s23 += W_3 * x_2;
          s31 += W_1 * x_3;
          s32 += W_2 * x_3;
          s33 += W_3 * x_3;
        }
        const b_1 = b[i];
        h[k24 + i] = 1 / (1 + Math.exp(-(s11 + b_1)));
        const b_2 = b[i + 1];
        h[k24 + i + 1] = 1 / (1 + Math.exp(-(s12 + b_2)));
        const b_3 = b[i + 2];
        h[k24 + i + 2] = 1 / (1 + Math.exp(-(s13 + b_3)));
        h[k24_2 + i] = 1 / (1 + Math.exp(-(s21 + b_1)));
        h[k24_2 + i + 1] = 1 / (1 + Math.exp(-(s22 + b_2)));
        h[k24_2 + i + 2] = 1 / (1 + Math.exp(-(s23 + b_3)));
        h[k24_3 + i] = 1 / (1 + Math.exp(-(s31 + b_1)));
        h[k24_3 + i + 1] = 1 / (1 + Math.exp(-(s32 + b_2)));
        h[k24_3 + i + 2] = 1 / (1 + Math.exp(-(s33 + b_3)));
      }
    }

    // y_in = W' * h + a
    for (let i = 0; i < 256; i += 4) {
      const a_1 = a[i];
      const a_2 = a[i + 1];
      const a_3 = a[i + 2];
      const a_4 = a[i + 3];
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k24 = k * 24;
        const k24_2 = k24 + 24;
        for (let j = 0; j < 24; j++) {
          const j256 = j * 256;
          const W_1 = W[j256 + i];
          const h_1 = h[k24 + j];
          const h_2 = h[k24_2 + j];
          const W_2 = W[j256 + i + 1];
          const W_3 = W[j256 + i + 2];
          const W_4 = W[j256 + i + 3];
          s11 += W_1 * h_1;
          s12 += W_1 * h_2;
          s21 += W_2 * h_1;
          s22 += W_2 * h_2;
          s31 += W_3 * h_1;
          s32 += W_3 * h_2;
          s41 += W_4 * h_1;
          s42 += W_4 * h_2;
        }
        const k256 = k * 256;
        y_in[k256 + i] = s11 + a_1;
        const k256_2 = k256 + 256;
        y_in[k256_2 + i] = s12 + a_1;
        y_in[k256 + i + 1] = s21 + a_2;
        y_in[k256_2 + i + 1] = s22 + a_2;
        y_in[k256 + i + 2] = s31 + a_3;
        y_in[k256_2 + i + 2] = s32 + a_3;
        y_in[k256 + i + 3] = s41 + a_4;
        y_in[k256_2 + i + 3] = s42 + a_4;
      }
    }

    for (let k = 0; k < size; k++) {
      const row = rows[k];
      const row256 = row * 256;
      const k256 = k * 256;

      // J_sum = Σn sum(logisticLoss(y_in, x))
      let s = 0;
      for (let i = 0; i < 256; i++) {
        s += Math.max(y_in[k256 + i], 0) - x[row256 + i] * y_in[k256 + i] + Math.log1p(Math.exp(-Math.abs(y_in[k256 + i])));
      }
      J_sum += s;

      // y = sigmoid(y_in)   [line 10, output]
      for (let i = 0; i < 256; i++) {
        y[k256 + i] = 1 / (1 + Math.exp(-y_in[k256 + i]));
      }

      // error_sum = Σn sum((y - x) .^ 2)
      let s2 = 0;
      for (let i = 0; i < 256; i++) {
        const t = y[k256 + i] - x[row256 + i];
        s2 += t * t;
      }
      error_sum += s2;
    }
  }

  // J = J_sum / m   [line 11, loss]
  const J = J_sum / m;
  report[0] = J;

  // error = 1/256 * (error_sum / m)   [line 13, metric]
  report[1] = 0.00390625 * (error_sum / m);
  return J;
}

/** The loss over the examples `order[from … to)` and its gradients, into `into`; returns the loss. */
export function gradient(params: Parameters, data: Examples, into: Gradients, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { W, b, a } = params;
  const { x } = data.columns;
  const m = to - from;
  const share = 1 / m;
  let J_sum = 0;
  dW_sum.fill(0);
  da.fill(0);
  db.fill(0);
  dW_sum2.fill(0);
  for (let first = from; first < to; first += 64) {
    const size = Math.min(64, to - first);
    for (let k = 0; k < size; k++) {
      const row = order === undefined ? first + k : order[first + k];
      rows[k] = row;
      for (let i = 0; i < 256; i++) x_block[k * 256 + i] = x[row * 256 + i];
    }

    // h_exp = exp(min(W * x + b, 709))
    for (let k = 0; k < size; k += 3) {
      const k256 = k * 256;
      const k256_2 = k256 + 256;
      const k256_3 = k256 + 512;
      const k24 = k * 24;
      const k24_2 = k24 + 24;
      const k24_3 = k24 + 48;
      for (let i = 0; i < 24; i += 3) {
        let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
        const i256 = i * 256;
        const i256_2 = i256 + 256;
        const i256_3 = i256 + 512;
        for (let j = 0; j < 256; j++) {
          const W_1 = W[i256 + j];
          const x_1 = x_block[k256 + j];
          const W_2 = W[i256_2 + j];
          const W_3 = W[i256_3 + j];
          const x_2 = x_block[k256_2 + j];
          const x_3 = x_block[k256_3 + j];
          s11 += W_1 * x_1;
          s12 += W_2 * x_1;
          s13 += W_3 * x_1;
          s21 += W_1 * x_2;
          s22 += W_2 * x_2;
          s23 += W_3 * x_2;
          s31 += W_1 * x_3;
          s32 += W_2 * x_3;
          s33 += W_3 * x_3;
        }
        const b_1 = b[i];
        h_exp[k24 + i] = Math.exp(Math.min(s11 + b_1, 709));
        const b_2 = b[i + 1];
        h_exp[k24 + i + 1] = Math.exp(Math.min(s12 + b_2, 709));
        const b_3 = b[i + 2];
        h_exp[k24 + i + 2] = Math.exp(Math.min(s13 + b_3, 709));
        h_exp[k24_2 + i] = Math.exp(Math.min(s21 + b_1, 709));
        h_exp[k24_2 + i + 1] = Math.exp(Math.min(s22 + b_2, 709));
        h_exp[k24_2 + i + 2] = Math.exp(Math.min(s23 + b_3, 709));
        h_exp[k24_3 + i] = Math.exp(Math.min(s31 + b_1, 709));
        h_exp[k24_3 + i + 1] = Math.exp(Math.min(s32 + b_2, 709));
        h_exp[k24_3 + i + 2] = Math.exp(Math.min(s33 + b_3, 709));
      }
    }

    for (let k = 0; k < size; k++) {
      const k24 = k * 24;

      // h_den = 1 + h_exp
      // h = h_exp ./ h_den   [line 9]
      for (let i = 0; i < 24; i++) {
        h_den[k24 + i] = 1 + h_exp[k24 + i];
        h[k24 + i] = h_exp[k24 + i] / h_den[k24 + i];
      }
    }

    // y_in = W' * h + a
    for (let i = 0; i < 256; i += 4) {
      const a_1 = a[i];
      const a_2 = a[i + 1];
      const a_3 = a[i + 2];
      const a_4 = a[i + 3];
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k24_2 = k * 24;
        const k24_3 = k24_2 + 24;
        for (let j = 0; j < 24; j++) {
          const j256 = j * 256;
          const W_1 = W[j256 + i];
          const h_1 = h[k24_2 + j];
          const h_2 = h[k24_3 + j];
          const W_2 = W[j256 + i + 1];
          const W_3 = W[j256 + i + 2];
          const W_4 = W[j256 + i + 3];
          s11 += W_1 * h_1;
          s12 += W_1 * h_2;
          s21 += W_2 * h_1;
          s22 += W_2 * h_2;
          s31 += W_3 * h_1;
          s32 += W_3 * h_2;
          s41 += W_4 * h_1;
          s42 += W_4 * h_2;
        }
        const k256 = k * 256;
        y_in[k256 + i] = s11 + a_1;
        const k256_2 = k256 + 256;
        y_in[k256_2 + i] = s12 + a_1;
        y_in[k256 + i + 1] = s21 + a_2;
        y_in[k256_2 + i + 1] = s22 + a_2;
        y_in[k256 + i + 2] = s31 + a_3;
        y_in[k256_2 + i + 2] = s32 + a_3;
        y_in[k256 + i + 3] = s41 + a_4;
        y_in[k256_2 + i + 3] = s42 + a_4;
      }
    }

    for (let k = 0; k < size; k++) {
      const row = rows[k];
      const row256 = row * 256;
      const k256 = k * 256;

      // J_sum = Σn sum(logisticLoss(y_in, x))
      let s = 0;
      for (let i = 0; i < 256; i++) {
        s += Math.max(y_in[k256 + i], 0) - x[row256 + i] * y_in[k256 + i] + Math.log1p(Math.exp(-Math.abs(y_in[k256 + i])));
      }
      J_sum += s;

      // y = sigmoid(y_in)   [line 10, output]
      // sub2 = y - x   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z)]
      for (let i = 0; i < 256; i++) {
        const y = 1 / (1 + Math.exp(-y_in[k256 + i]));
        sub2[k256 + i] = y - x[row256 + i];
      }
    }

    // dW_sum = Σn outer(h, sub2)   [line 10]
    for (let j = 0; j < 256; j += 4) {
      for (let i = 0; i < 24; i += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        for (let k = 0; k < size; k++) {
          const k256_2 = k * 256;
          const sub_1 = sub2[k256_2 + j];
          const k24_2 = k * 24;
          const h_1 = h[k24_2 + i];
          const h_2 = h[k24_2 + i + 1];
          const sub_2 = sub2[k256_2 + j + 1];
          const sub_3 = sub2[k256_2 + j + 2];
          const sub_4 = sub2[k256_2 + j + 3];
          s11 += sub_1 * h_1;
          s12 += sub_1 * h_2;
          s21 += sub_2 * h_1;
          s22 += sub_2 * h_2;
          s31 += sub_3 * h_1;
          s32 += sub_3 * h_2;
          s41 += sub_4 * h_1;
          s42 += sub_4 * h_2;
        }
        const i256 = i * 256;
        dW_sum[i256 + j] += s11;
        const i256_2 = i256 + 256;
        dW_sum[i256_2 + j] += s12;
        dW_sum[i256 + j + 1] += s21;
        dW_sum[i256_2 + j + 1] += s22;
        dW_sum[i256 + j + 2] += s31;
        dW_sum[i256_2 + j + 2] += s32;
        dW_sum[i256 + j + 3] += s41;
        dW_sum[i256_2 + j + 3] += s42;
      }
    }

    // da = Σn sub2   [EQ3: ∂C/∂b = δ]
    for (let i = 0; i < 256; i += 4) {
      let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
      for (let k = 0; k < size; k++) {
        const k256_2 = k * 256;
        s1 += sub2[k256_2 + i];
        s2 += sub2[k256_2 + i + 1];
        s3 += sub2[k256_2 + i + 2];
        s4 += sub2[k256_2 + i + 3];
      }
      da[i] += s1;
      da[i + 1] += s2;
      da[i + 2] += s3;
      da[i + 3] += s4;
    }

    // dh = W * sub2   [W' * h with respect to h: the matrix transposed, times the cotangent; line 10]
    for (let k = 0; k < size; k += 3) {
      const k256_2 = k * 256;
      const k256_3 = k256_2 + 256;
      const k256_4 = k256_2 + 512;
      const k24_2 = k * 24;
      const k24_3 = k24_2 + 24;
      const k24_4 = k24_2 + 48;
      for (let i = 0; i < 24; i += 3) {
        let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
        const i256 = i * 256;
        const i256_2 = i256 + 256;
        const i256_3 = i256 + 512;
        for (let j = 0; j < 256; j++) {
          const sub_1 = sub2[k256_2 + j];
          const W_1 = W[i256 + j];
          const W_2 = W[i256_2 + j];
          const W_3 = W[i256_3 + j];
          const sub_2 = sub2[k256_3 + j];
          const sub_3 = sub2[k256_4 + j];
          s11 += sub_1 * W_1;
          s12 += sub_1 * W_2;
          s13 += sub_1 * W_3;
          s21 += sub_2 * W_1;
          s22 += sub_2 * W_2;
          s23 += sub_2 * W_3;
          s31 += sub_3 * W_1;
          s32 += sub_3 * W_2;
          s33 += sub_3 * W_3;
        }
        dh[k24_2 + i] = s11;
        dh[k24_2 + i + 1] = s12;
        dh[k24_2 + i + 2] = s13;
        dh[k24_3 + i] = s21;
        dh[k24_3 + i + 1] = s22;
        dh[k24_3 + i + 2] = s23;
        dh[k24_4 + i] = s31;
        dh[k24_4 + i + 1] = s32;
        dh[k24_4 + i + 2] = s33;
      }
    }

    for (let k = 0; k < size; k++) {
      const k24 = k * 24;

      // dh_in = dh .* (h ./ h_den)   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 9]
      for (let i = 0; i < 24; i++) {
        dh_in[k24 + i] = dh[k24 + i] * (h[k24 + i] / h_den[k24 + i]);
      }

      // db = Σn dh_in   [EQ3: ∂C/∂b = δ]
      for (let i = 0; i < 24; i++) {
        db[i] += dh_in[k24 + i];
      }
    }

    // dW_sum2 = Σn outer(dh_in, x)   [line 9]
    for (let j = 0; j < 256; j += 4) {
      for (let i = 0; i < 24; i += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        for (let k = 0; k < size; k++) {
          const k24_2 = k * 24;
          const dh_in_1 = dh_in[k24_2 + i];
          const k256_2 = k * 256;
          const x_1 = x_block[k256_2 + j];
          const dh_in_2 = dh_in[k24_2 + i + 1];
          const x_2 = x_block[k256_2 + j + 1];
          const x_3 = x_block[k256_2 + j + 2];
          const x_4 = x_block[k256_2 + j + 3];
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
        dW_sum2[i256 + j] += s11;
        const i256_2 = i256 + 256;
        dW_sum2[i256_2 + j] += s12;
        dW_sum2[i256 + j + 1] += s21;
        dW_sum2[i256_2 + j + 1] += s22;
        dW_sum2[i256 + j + 2] += s31;
        dW_sum2[i256_2 + j + 2] += s32;
        dW_sum2[i256 + j + 3] += s41;
        dW_sum2[i256_2 + j + 3] += s42;
      }
    }
  }

  // J = J_sum / m   [line 11, loss]
  into.losses[0] = J_sum / m;

  // dW = dW_sum + dW_sum2   [EQ4: ∂C/∂w = δ aᵀ]
  // dW = share * dW   [the mean over the batch]
  for (let i = 0; i < 6144; i++) {
    const dW = dW_sum[i] + dW_sum2[i];
    into.W[i] = share * dW;
  }

  // db = share * db   [the mean over the batch]
  for (let i = 0; i < 24; i++) {
    into.b[i] = share * db[i];
  }

  // da = share * da   [the mean over the batch]
  for (let i = 0; i < 256; i++) {
    into.a[i] = share * da[i];
  }

  // loss = J_sum / m   [line 11, loss]
  const loss = into.losses[0];
  return loss;
}

/** One step of training on the examples `order[from … to)`: forward, backward, update; returns the loss before the update. */
export function step(params: Parameters, state: Floats, data: Examples, clock: Clock, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { W, b, a } = params;
  const { x } = data.columns;
  const { rate, t } = clock;
  const m = to - from;
  const share = 1 / m;
  const share2 = 0.1 * share;

  // stepSize = rate / (1 - 0.9 ^ t)
  const stepSize = rate / (1 - Math.pow(0.9, t));

  // scale = 1 / (1 - 0.999 ^ t)
  const scale = 1 / (1 - Math.pow(0.999, t));
  let J_sum = 0;
  dW_sum.fill(0);
  da.fill(0);
  db.fill(0);
  dW_sum2.fill(0);
  for (let first = from; first < to; first += 64) {
    const size = Math.min(64, to - first);
    for (let k = 0; k < size; k++) {
      const row = order === undefined ? first + k : order[first + k];
      rows[k] = row;
      for (let i = 0; i < 256; i++) x_block[k * 256 + i] = x[row * 256 + i];
    }

    // h_exp = exp(min(W * x + b, 709))
    for (let k = 0; k < size; k += 3) {
      const k256 = k * 256;
      const k256_2 = k256 + 256;
      const k256_3 = k256 + 512;
      const k24 = k * 24;
      const k24_2 = k24 + 24;
      const k24_3 = k24 + 48;
      for (let i = 0; i < 24; i += 3) {
        let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
        const i256 = i * 256;
        const i256_2 = i256 + 256;
        const i256_3 = i256 + 512;
        for (let j = 0; j < 256; j++) {
          const W_1 = W[i256 + j];
          const x_1 = x_block[k256 + j];
          const W_2 = W[i256_2 + j];
          const W_3 = W[i256_3 + j];
          const x_2 = x_block[k256_2 + j];
          const x_3 = x_block[k256_3 + j];
          s11 += W_1 * x_1;
          s12 += W_2 * x_1;
          s13 += W_3 * x_1;
          s21 += W_1 * x_2;
          s22 += W_2 * x_2;
          s23 += W_3 * x_2;
          s31 += W_1 * x_3;
          s32 += W_2 * x_3;
          s33 += W_3 * x_3;
        }
        const b_1 = b[i];
        h_exp[k24 + i] = Math.exp(Math.min(s11 + b_1, 709));
        const b_2 = b[i + 1];
        h_exp[k24 + i + 1] = Math.exp(Math.min(s12 + b_2, 709));
        const b_3 = b[i + 2];
        h_exp[k24 + i + 2] = Math.exp(Math.min(s13 + b_3, 709));
        h_exp[k24_2 + i] = Math.exp(Math.min(s21 + b_1, 709));
        h_exp[k24_2 + i + 1] = Math.exp(Math.min(s22 + b_2, 709));
        h_exp[k24_2 + i + 2] = Math.exp(Math.min(s23 + b_3, 709));
        h_exp[k24_3 + i] = Math.exp(Math.min(s31 + b_1, 709));
        h_exp[k24_3 + i + 1] = Math.exp(Math.min(s32 + b_2, 709));
        h_exp[k24_3 + i + 2] = Math.exp(Math.min(s33 + b_3, 709));
      }
    }

    for (let k = 0; k < size; k++) {
      const k24 = k * 24;

      // h_den = 1 + h_exp
      // h = h_exp ./ h_den   [line 9]
      for (let i = 0; i < 24; i++) {
        h_den[k24 + i] = 1 + h_exp[k24 + i];
        h[k24 + i] = h_exp[k24 + i] / h_den[k24 + i];
      }
    }

    // y_in = W' * h + a
    for (let i = 0; i < 256; i += 4) {
      const a_1 = a[i];
      const a_2 = a[i + 1];
      const a_3 = a[i + 2];
      const a_4 = a[i + 3];
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k24_2 = k * 24;
        const k24_3 = k24_2 + 24;
        for (let j = 0; j < 24; j++) {
          const j256 = j * 256;
          const W_1 = W[j256 + i];
          const h_1 = h[k24_2 + j];
          const h_2 = h[k24_3 + j];
          const W_2 = W[j256 + i + 1];
          const W_3 = W[j256 + i + 2];
          const W_4 = W[j256 + i + 3];
          s11 += W_1 * h_1;
          s12 += W_1 * h_2;
          s21 += W_2 * h_1;
          s22 += W_2 * h_2;
          s31 += W_3 * h_1;
          s32 += W_3 * h_2;
          s41 += W_4 * h_1;
          s42 += W_4 * h_2;
        }
        const k256 = k * 256;
        y_in[k256 + i] = s11 + a_1;
        const k256_2 = k256 + 256;
        y_in[k256_2 + i] = s12 + a_1;
        y_in[k256 + i + 1] = s21 + a_2;
        y_in[k256_2 + i + 1] = s22 + a_2;
        y_in[k256 + i + 2] = s31 + a_3;
        y_in[k256_2 + i + 2] = s32 + a_3;
        y_in[k256 + i + 3] = s41 + a_4;
        y_in[k256_2 + i + 3] = s42 + a_4;
      }
    }

    for (let k = 0; k < size; k++) {
      const row = rows[k];
      const row256 = row * 256;
      const k256 = k * 256;

      // J_sum = Σn sum(logisticLoss(y_in, x))
      let s = 0;
      for (let i = 0; i < 256; i++) {
        s += Math.max(y_in[k256 + i], 0) - x[row256 + i] * y_in[k256 + i] + Math.log1p(Math.exp(-Math.abs(y_in[k256 + i])));
      }
      J_sum += s;

      // y = sigmoid(y_in)   [line 10, output]
      // sub2 = y - x   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z)]
      for (let i = 0; i < 256; i++) {
        const y = 1 / (1 + Math.exp(-y_in[k256 + i]));
        sub2[k256 + i] = y - x[row256 + i];
      }
    }

    // dW_sum = Σn outer(h, sub2)   [line 10]
    for (let j = 0; j < 256; j += 4) {
      for (let i = 0; i < 24; i += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        for (let k = 0; k < size; k++) {
          const k256_2 = k * 256;
          const sub_1 = sub2[k256_2 + j];
          const k24_2 = k * 24;
          const h_1 = h[k24_2 + i];
          const h_2 = h[k24_2 + i + 1];
          const sub_2 = sub2[k256_2 + j + 1];
          const sub_3 = sub2[k256_2 + j + 2];
          const sub_4 = sub2[k256_2 + j + 3];
          s11 += sub_1 * h_1;
          s12 += sub_1 * h_2;
          s21 += sub_2 * h_1;
          s22 += sub_2 * h_2;
          s31 += sub_3 * h_1;
          s32 += sub_3 * h_2;
          s41 += sub_4 * h_1;
          s42 += sub_4 * h_2;
        }
        const i256 = i * 256;
        dW_sum[i256 + j] += s11;
        const i256_2 = i256 + 256;
        dW_sum[i256_2 + j] += s12;
        dW_sum[i256 + j + 1] += s21;
        dW_sum[i256_2 + j + 1] += s22;
        dW_sum[i256 + j + 2] += s31;
        dW_sum[i256_2 + j + 2] += s32;
        dW_sum[i256 + j + 3] += s41;
        dW_sum[i256_2 + j + 3] += s42;
      }
    }

    // da = Σn sub2   [EQ3: ∂C/∂b = δ]
    for (let i = 0; i < 256; i += 4) {
      let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
      for (let k = 0; k < size; k++) {
        const k256_2 = k * 256;
        s1 += sub2[k256_2 + i];
        s2 += sub2[k256_2 + i + 1];
        s3 += sub2[k256_2 + i + 2];
        s4 += sub2[k256_2 + i + 3];
      }
      da[i] += s1;
      da[i + 1] += s2;
      da[i + 2] += s3;
      da[i + 3] += s4;
    }

    // dh = W * sub2   [W' * h with respect to h: the matrix transposed, times the cotangent; line 10]
    for (let k = 0; k < size; k += 3) {
      const k256_2 = k * 256;
      const k256_3 = k256_2 + 256;
      const k256_4 = k256_2 + 512;
      const k24_2 = k * 24;
      const k24_3 = k24_2 + 24;
      const k24_4 = k24_2 + 48;
      for (let i = 0; i < 24; i += 3) {
        let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
        const i256 = i * 256;
        const i256_2 = i256 + 256;
        const i256_3 = i256 + 512;
        for (let j = 0; j < 256; j++) {
          const sub_1 = sub2[k256_2 + j];
          const W_1 = W[i256 + j];
          const W_2 = W[i256_2 + j];
          const W_3 = W[i256_3 + j];
          const sub_2 = sub2[k256_3 + j];
          const sub_3 = sub2[k256_4 + j];
          s11 += sub_1 * W_1;
          s12 += sub_1 * W_2;
          s13 += sub_1 * W_3;
          s21 += sub_2 * W_1;
          s22 += sub_2 * W_2;
          s23 += sub_2 * W_3;
          s31 += sub_3 * W_1;
          s32 += sub_3 * W_2;
          s33 += sub_3 * W_3;
        }
        dh[k24_2 + i] = s11;
        dh[k24_2 + i + 1] = s12;
        dh[k24_2 + i + 2] = s13;
        dh[k24_3 + i] = s21;
        dh[k24_3 + i + 1] = s22;
        dh[k24_3 + i + 2] = s23;
        dh[k24_4 + i] = s31;
        dh[k24_4 + i + 1] = s32;
        dh[k24_4 + i + 2] = s33;
      }
    }

    for (let k = 0; k < size; k++) {
      const k24 = k * 24;

      // dh_in = dh .* (h ./ h_den)   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 9]
      for (let i = 0; i < 24; i++) {
        dh_in[k24 + i] = dh[k24 + i] * (h[k24 + i] / h_den[k24 + i]);
      }

      // db = Σn dh_in   [EQ3: ∂C/∂b = δ]
      for (let i = 0; i < 24; i++) {
        db[i] += dh_in[k24 + i];
      }
    }

    // dW_sum2 = Σn outer(dh_in, x)   [line 9]
    for (let j = 0; j < 256; j += 4) {
      for (let i = 0; i < 24; i += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        for (let k = 0; k < size; k++) {
          const k24_2 = k * 24;
          const dh_in_1 = dh_in[k24_2 + i];
          const k256_2 = k * 256;
          const x_1 = x_block[k256_2 + j];
          const dh_in_2 = dh_in[k24_2 + i + 1];
          const x_2 = x_block[k256_2 + j + 1];
          const x_3 = x_block[k256_2 + j + 2];
          const x_4 = x_block[k256_2 + j + 3];
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
        dW_sum2[i256 + j] += s11;
        const i256_2 = i256 + 256;
        dW_sum2[i256_2 + j] += s12;
        dW_sum2[i256 + j + 1] += s21;
        dW_sum2[i256_2 + j + 1] += s22;
        dW_sum2[i256 + j + 2] += s31;
        dW_sum2[i256_2 + j + 2] += s32;
        dW_sum2[i256 + j + 3] += s41;
        dW_sum2[i256_2 + j + 3] += s42;
      }
    }
  }

  // loss = J_sum / m   [line 11, loss]
  const loss = J_sum / m;

  // dW = dW_sum + dW_sum2   [EQ4: ∂C/∂w = δ aᵀ]
  // m_W⁺ = 0.9 * m_W + share2 * dW
  // v_W⁺ = 0.999 * v_W + 0.001 * (share * dW) .^ 2
  // W⁺ = W - stepSize * (m_W⁺ ./ (sqrt(scale * v_W⁺) + 1e-8))
  for (let i = 0; i < 6144; i++) {
    const dW = dW_sum[i] + dW_sum2[i];
    state[i] = 0.9 * state[i] + share2 * dW;
    const t2 = share * dW;
    state[6144 + i] = 0.999 * state[6144 + i] + 0.001 * (t2 * t2);
    W[i] -= stepSize * (state[i] / (Math.sqrt(scale * state[6144 + i]) + 1e-8));
  }

  // m_b⁺ = 0.9 * m_b + share2 * db
  // v_b⁺ = 0.999 * v_b + 0.001 * (share * db) .^ 2
  // b⁺ = b - stepSize * (m_b⁺ ./ (sqrt(scale * v_b⁺) + 1e-8))
  for (let i = 0; i < 24; i++) {
    state[12288 + i] = 0.9 * state[12288 + i] + share2 * db[i];
    const t2 = share * db[i];
    state[12312 + i] = 0.999 * state[12312 + i] + 0.001 * (t2 * t2);
    b[i] -= stepSize * (state[12288 + i] / (Math.sqrt(scale * state[12312 + i]) + 1e-8));
  }

  // m_a⁺ = 0.9 * m_a + share2 * da
  // v_a⁺ = 0.999 * v_a + 0.001 * (share * da) .^ 2
  // a⁺ = a - stepSize * (m_a⁺ ./ (sqrt(scale * v_a⁺) + 1e-8))
  for (let i = 0; i < 256; i++) {
    state[12336 + i] = 0.9 * state[12336 + i] + share2 * da[i];
    const t2 = share * da[i];
    state[12592 + i] = 0.999 * state[12592 + i] + 0.001 * (t2 * t2);
    a[i] -= stepSize * (state[12336 + i] / (Math.sqrt(scale * state[12592 + i]) + 1e-8));
  }
  return loss;
}

/** The predictions for one example among others. */
export function predict(params: Parameters, data: Examples, row: number, into: Outputs = createOutputs()): Outputs {
  return forward(params, data.columns.x.subarray(row * 256, row * 256 + 256), into);
}
