/**
 * vae: compiled by gradc 0.1.0 from vae.grad. Do not edit: change the spec and compile again.
 *
 * Spec        sha256 c94b04860749a63043749b5d09dba0ac878d8d87083bd8b25d0769a920852cf6
 * Parameters  34704: W1 (64 × 256), b1 vector of 64, Wm (8 × 64), bm vector of 8, Ws (8 × 64), bs vector of 8, W2 (64 × 8), b2 vector of 64, W3 (256 × 64), b3 vector of 256
 * Precision   64-bit
 * Convention  loss and gradients are the mean over the batch; relu'(0) = 0
 * Random      in training each element draws anew in each step; at inference nothing is dropped, noise is 0, and slopes are the middle of their range
 * Stable form xlogy(d, sigmoid(z)) -> -(d * softplus(-z))
 *             xlogy(d, 1 - sigmoid(z)) -> -(d * softplus(z))
 *             d * softplus(-z) + (1 - d) * softplus(z) -> logisticLoss(z, d)
 *
 * Operations of gradient, for one example (sums over the batch left out):
 *   forward 72610: 35504 add, 34609 multiply, 528 exp, 521 negate, 384 compare, 272 subtract, 264 log1p, 256 abs, 256 divide, 8 cos, 8 sqrt
 *   backward 71352: 52320 multiply, 18008 add, 640 select, 256 subtract, 128 compare
 *
 * Schedule:
 *   forward  loops: 70192 scalar operations, more than 2500; of 6 steps 5 in register tiles, 1 in plain loops
 *     tiles     h 32896, mu 1032, s 1032, relu 1152, y 34048
 *     loops     code 32
 *   evaluate  loops: 137574 scalar operations, more than 2500; of 10 steps 4 in register tiles, 3 in plain loops, 3 of at most 4 operations unrolled; examples in blocks of 64
 *     tiles     h 32896, mu 1032, s 1032, relu 1152
 *     loops     prior_sum 49, code 32, shown_sum 101377
 *     unrolled  prior 2, shown 1, loss 1
 *   gradient  loops: 196553 scalar operations, more than 2500; of 44 steps 16 in register tiles, 22 in plain loops, 6 of at most 4 operations unrolled; examples in blocks of 64; in 4 functions of at most 2000 written operations
 *     tiles     h 32896, mu 1032, s 1032, relu 1152, y_in 33024, dW3 32768, db3 256, delta 32768, dW2 1536, db2 64, dcode 1024, dWm 1024, grad_Ws 1024, dh 2176, grad_W1 32768, grad_b1 64
 *     loops     code_boxMuller 208, exp 8, code_exp 16, code 16, prior_sum 41, shown_sum 2305, y 1024, sub 256, larger 64, delta2 64, dmu 8, ds_in 32, ds 16, dbm 8, grad_bs 8, dh_in 128, grad_Wm 512, grad_bm 8, grad_W2 512, grad_b2 64, grad_W3 16384, grad_b3 256
 *     unrolled  share 1, share2 1, share3 1, shown 1, prior 2, loss 1
 *   step  loops: 665448 scalar operations, more than 2500; of 69 steps 16 in register tiles, 46 in plain loops, 7 of at most 4 operations unrolled; examples in blocks of 64; in 4 functions of at most 2000 written operations
 *     tiles     h 32896, mu 1032, s 1032, relu 1152, y_in 33024, dW3 32768, db3 256, delta 32768, dW2 1536, db2 64, dcode 1024, dWm 1024, dWs 1024, dh 2176, dW1 32768, db1 64
 *     loops     code_boxMuller 208, exp 8, code_exp 16, code 16, prior_sum 41, shown_sum 2305, y 1024, sub 256, larger 64, delta2 64, dmu 8, ds_in 32, ds 16, dbm 8, dbs 8, dh_in 128, m_W1 49152, m_b1 192, m_Ws 1536, m_bs 24, v_W1 65536, W1 98304, v_b1 256, b1 384, m_Wm 1536, v_Wm 3072, Wm 3072, m_bm 24, v_bm 48, bm 48, v_Ws 2048, Ws 3072, v_bs 32, bs 48, m_W2 1536, v_W2 3072, W2 3072, m_b2 192, v_b2 384, b2 384, m_W3 49152, v_W3 98304, W3 98304, m_b3 768, v_b3 1536, b3 1536
 *     unrolled  share 1, share2 1, share3 1, stepSize 3, scale 3, share4 1, loss 4
 *
 * parameters
 *   W1   64 × 256   he       # line 5
 *   b1   64         zeros    # line 6
 *   Wm   8 × 64     glorot   # line 7
 *   bm   8          zeros    # line 8
 *   Ws   8 × 64     glorot   # line 9
 *   bs   8          zeros    # line 10
 *   W2   64 × 8     he       # line 11
 *   b2   64         zeros    # line 12
 *   W3   256 × 64   glorot   # line 13
 *   b3   256        zeros    # line 14
 *
 * data
 *   x   256   input         # line 2
 *   c   10    label of 10   # line 3
 *
 * forward
 *   h = relu(W1 * x + b1)                  64 per example       # line 16
 *   mu = Wm * h + bm                       8 per example        # line 17
 *   s = Ws * h + bs                        8 per example        # line 18
 *   code = mu + exp(0.5 * s) .* noise(8)   8 per example        # line 19
 *   t1 = relu(W2 * code + b2)              64 per example       # line 20
 *   y = sigmoid(W3 * t1 + b3)              256 per example      # line 20, output
 *   t2 = logisticLoss(W3 * t1 + b3, x)     256 per example
 *   shown = sum(t2)                        scalar per example   # line 21, loss
 *   t3 = exp(s) + mu .^ 2 - 1 - s          8 per example        # line 22
 *   prior = 0.5 * sum(t3)                  scalar per example   # line 22, loss
 *
 * mean over the batch of m examples
 *   shown = (Σn sum(t2)) / m                             scalar   # line 21, loss
 *   prior = 0.5 * ((Σn sum(t3)) / m)                     scalar   # line 22, loss
 *   loss = (Σn sum(t2)) / m + 0.5 * ((Σn sum(t3)) / m)   scalar   # all losses
 *
 * backward (constant factors come in last, with Σn)
 *   δ = y - x                                                          256 per example   # EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z)
 *   t4 = t1 > 0 ? W3' * δ : 0                                          64 per example    # chain rule through relu: dx = y > 0 ? g : 0
 *   dcode = W2' * t4                                                   8 per example     # W2 * code with respect to code: the matrix transposed, times the cotangent
 *   dmu = mu + dcode                                                   8 per example     # EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); sum over every use of the value
 *   ds_in = -0.5 * (1/m) + 0.5 * (1/m) * (dcode .* noise(8) .* exp(0.5 * s))   8 per example     # sum over every use of the value: chain rule through exp: ∂y/∂x = y; a difference passes it on with a minus
 *   ds = ds_in + 0.5 * (1/m) * exp(s)                                  8 per example     # EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); sum over every use of the value: chain rule through exp: ∂y/∂x = y; a difference passes it on with a minus
 *   dh = Ws' * ds + 1/m * (Wm' * dmu)                                  64 per example    # sum over every use of the value: Wm * h with respect to h: the matrix transposed, times the cotangent; Ws * h with respect to h: the matrix transposed, times the cotangent
 *   dh_in = h > 0 ? dh : 0                                             64 per example    # EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); chain rule through relu: dx = y > 0 ? g : 0
 *   dW1 = Σn outer(dh_in, x)                                           64 × 256          # EQ4: ∂C/∂w = δ aᵀ; W1 * x with respect to W1: outer product of the cotangent and the vector
 *   db1 = Σn dh_in                                                     64                # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
 *   dWm = 1/m * Σn outer(dmu, h)                                       8 × 64            # EQ4: ∂C/∂w = δ aᵀ; Wm * h with respect to Wm: outer product of the cotangent and the vector
 *   dbm = 1/m * Σn dmu                                                 8                 # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
 *   dWs = Σn outer(ds, h)                                              8 × 64            # EQ4: ∂C/∂w = δ aᵀ; Ws * h with respect to Ws: outer product of the cotangent and the vector
 *   dbs = Σn ds                                                        8                 # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
 *   dW2 = 1/m * Σn (reshape(t1 > 0, [64, 1]) ? outer(W3' * δ, code) : 0)   64 × 8            # W2 * code with respect to W2: outer product of the cotangent and the vector
 *   db2 = 1/m * Σn t4                                                  64                # the same for all examples: their cotangents add up
 *   dW3 = 1/m * Σn outer(δ, t1)                                        256 × 64          # EQ4: ∂C/∂w = δ aᵀ; W3 * t1 with respect to W3: outer product of the cotangent and the vector
 *   db3 = 1/m * Σn δ                                                   256               # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
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
  readonly Wm: Tensor<[8, 64]>;
  readonly bm: Tensor<[8]>;
  readonly Ws: Tensor<[8, 64]>;
  readonly bs: Tensor<[8]>;
  readonly W2: Tensor<[64, 8]>;
  readonly b2: Tensor<[64]>;
  readonly W3: Tensor<[256, 64]>;
  readonly b3: Tensor<[256]>;
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

/** In order: shown, prior. */
export type Report = Floats;

/** Gradients of the loss. */
export interface Gradients {
  readonly W1: Tensor<[64, 256]>;
  readonly b1: Tensor<[64]>;
  readonly Wm: Tensor<[8, 64]>;
  readonly bm: Tensor<[8]>;
  readonly Ws: Tensor<[8, 64]>;
  readonly bs: Tensor<[8]>;
  readonly W2: Tensor<[64, 8]>;
  readonly b2: Tensor<[64]>;
  readonly W3: Tensor<[256, 64]>;
  readonly b3: Tensor<[256]>;
  /** Each loss over the batch. */
  readonly losses: Floats;
}

/** Predictions for one example. */
export type Outputs = { readonly y: Tensor<[256]> };

/** What the module is: names, shapes, defaults and data of the spec. */
export const metadata = {
  name: "vae",
  hash: "c94b04860749a63043749b5d09dba0ac878d8d87083bd8b25d0769a920852cf6",
  version: "0.1.0",
  precision: "f64",
  parameters: [
    { name: "W1", shape: [64, 256], offset: 0, initial: { kind: "he" } },
    { name: "b1", shape: [64], offset: 16384, initial: { kind: "zeros" } },
    { name: "Wm", shape: [8, 64], offset: 16448, initial: { kind: "glorot" } },
    { name: "bm", shape: [8], offset: 16960, initial: { kind: "zeros" } },
    { name: "Ws", shape: [8, 64], offset: 16968, initial: { kind: "glorot" } },
    { name: "bs", shape: [8], offset: 17480, initial: { kind: "zeros" } },
    { name: "W2", shape: [64, 8], offset: 17488, initial: { kind: "he" } },
    { name: "b2", shape: [64], offset: 18000, initial: { kind: "zeros" } },
    { name: "W3", shape: [256, 64], offset: 18064, initial: { kind: "glorot" } },
    { name: "b3", shape: [256], offset: 34448, initial: { kind: "zeros" } },
  ],
  columns: [{ name: "x", role: "input", shape: [256] }, { name: "c", role: "label", shape: [], classes: 10 }],
  hypers: [],
  losses: ["shown", "prior"],
  metrics: [],
  outputs: [{ name: "y", shape: [256] }],
  reduction: "mean",
  data: { kind: "generator", name: "digits" },
  train: { optimizer: "adam", rate: 0.002, batch: 64, epochs: 6, validation: 0.1, seed: 1 },
} as const;

/** Parameters as views on one flat array, zero where none is given. */
export function createParameters(flat: Floats = new Float64Array(34704)): Parameters {
  return {
    flat,
    W1: flat.subarray(0, 16384),
    b1: flat.subarray(16384, 16448),
    Wm: flat.subarray(16448, 16960),
    bm: flat.subarray(16960, 16968),
    Ws: flat.subarray(16968, 17480),
    bs: flat.subarray(17480, 17488),
    W2: flat.subarray(17488, 18000),
    b2: flat.subarray(18000, 18064),
    W3: flat.subarray(18064, 34448),
    b3: flat.subarray(34448, 34704),
  };
}

/** Initial parameters: the same numbers for the same seed. */
export function initialise(seed: number, params: Parameters = createParameters()): Parameters {
  for (let k = 0; k < 16384; k++) params.W1[k] = 0.08838834764831845 * normal(seed, 0, k);
  params.b1.fill(0);
  for (let k = 0; k < 512; k++) params.Wm[k] = 0.28867513459481287 * (2 * uniform(seed, 2, k) - 1);
  params.bm.fill(0);
  for (let k = 0; k < 512; k++) params.Ws[k] = 0.28867513459481287 * (2 * uniform(seed, 4, k) - 1);
  params.bs.fill(0);
  for (let k = 0; k < 512; k++) params.W2[k] = 0.5 * normal(seed, 6, k);
  params.b2.fill(0);
  for (let k = 0; k < 16384; k++) params.W3[k] = 0.13693063937629152 * (2 * uniform(seed, 8, k) - 1);
  params.b3.fill(0);
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

const defaults: Hyper = createHyper();

/** Room for the predictions of one example. */
export function createOutputs(): Outputs {
  return {
    y: new Float64Array(256),
  };
}

/** Room for gradients. */
export function createGradients(_examples: number = 1): Gradients {
  return {
    W1: new Float64Array(16384),
    b1: new Float64Array(64),
    Wm: new Float64Array(512),
    bm: new Float64Array(8),
    Ws: new Float64Array(512),
    bs: new Float64Array(8),
    W2: new Float64Array(512),
    b2: new Float64Array(64),
    W3: new Float64Array(16384),
    b3: new Float64Array(256),
    losses: new Float64Array(2),
  };
}

/** The state of the update rule, all zeros. */
export function createState(): Floats {
  return new Float64Array(69408);
}

const start: Clock = { t: 0, epoch: 0, rate: 0, seed: 0 };

const h = new Float64Array(4096);

const mu = new Float64Array(512);

/** Room for s, larger2, delta2, dh and dh_in, one after the other. */
const larger2 = new Float64Array(4096);

const s = larger2;

const delta2 = larger2;

const dh = larger2;

const dh_in = larger2;

/** Room for code and dcode, one after the other. */
const code = new Float64Array(512);

const dcode = code;

/** Room for relu2, delta and dmu, one after the other. */
const relu2 = new Float64Array(4096);

const delta = relu2;

const dmu = relu2;

const x_block = new Float64Array(16384);

const rows = new Int32Array(64);

const share = new Float64Array(1);

const share2 = new Float64Array(1);

/** Room for share3 and total, one after the other. */
const share3 = new Float64Array(1);

const total = share3;

const prior_sum = new Float64Array(1);

const shown_sum = new Float64Array(1);

const dW3 = new Float64Array(16384);

const db3 = new Float64Array(256);

const dW2 = new Float64Array(512);

const db2 = new Float64Array(64);

const dbm = new Float64Array(8);

const dWm = new Float64Array(512);

const code_boxMuller = new Float64Array(512);

const exp2 = new Float64Array(512);

const code_exp = new Float64Array(512);

const y_in = new Float64Array(16384);

/** Room for sub2 and ds, one after the other. */
const sub2 = new Float64Array(16384);

const ds = sub2;

const stepSize = new Float64Array(1);

const scale = new Float64Array(1);

const share4 = new Float64Array(1);

const dbs = new Float64Array(8);

const dWs = new Float64Array(512);

const dW1 = new Float64Array(16384);

const db1 = new Float64Array(64);

/** The predictions for one example. */
export function forward(params: Parameters, x: Vector<256>, into: Outputs = createOutputs()): Outputs {
  const { W1, b1, Wm, bm, Ws, bs, W2, b2, W3, b3 } = params;

  // h = relu(W1 * x + b1)   [line 16]
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

  // mu = Wm * h + bm   [line 17]
  for (let i = 0; i < 6; i += 6) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0;
    const i64 = i * 64;
    const i64_2 = i64 + 64;
    const i64_3 = i64 + 128;
    const i64_4 = i64 + 192;
    const i64_5 = i64 + 256;
    const i64_6 = i64 + 320;
    for (let j = 0; j < 64; j++) {
      const h_1 = h[j];
      s1 += Wm[i64 + j] * h_1;
      s2 += Wm[i64_2 + j] * h_1;
      s3 += Wm[i64_3 + j] * h_1;
      s4 += Wm[i64_4 + j] * h_1;
      s5 += Wm[i64_5 + j] * h_1;
      s6 += Wm[i64_6 + j] * h_1;
    }
    mu[i] = s1 + bm[i];
    mu[i + 1] = s2 + bm[i + 1];
    mu[i + 2] = s3 + bm[i + 2];
    mu[i + 3] = s4 + bm[i + 3];
    mu[i + 4] = s5 + bm[i + 4];
    mu[i + 5] = s6 + bm[i + 5];
  }
  for (let i = 6; i < 8; i += 2) {
    let s1_2 = 0, s2_2 = 0;
    const i64_7 = i * 64;
    const i64_8 = i64_7 + 64;
    for (let j = 0; j < 64; j++) {
      const h_1_2 = h[j];
      s1_2 += Wm[i64_7 + j] * h_1_2;
      s2_2 += Wm[i64_8 + j] * h_1_2;
    }
    mu[i] = s1_2 + bm[i];
    mu[i + 1] = s2_2 + bm[i + 1];
  }

  // s = Ws * h + bs   [line 18]
  for (let i = 0; i < 6; i += 6) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0;
    const i64 = i * 64;
    const i64_2 = i64 + 64;
    const i64_3 = i64 + 128;
    const i64_4 = i64 + 192;
    const i64_5 = i64 + 256;
    const i64_6 = i64 + 320;
    for (let j = 0; j < 64; j++) {
      const h_1 = h[j];
      s1 += Ws[i64 + j] * h_1;
      s2 += Ws[i64_2 + j] * h_1;
      s3 += Ws[i64_3 + j] * h_1;
      s4 += Ws[i64_4 + j] * h_1;
      s5 += Ws[i64_5 + j] * h_1;
      s6 += Ws[i64_6 + j] * h_1;
    }
    s[i] = s1 + bs[i];
    s[i + 1] = s2 + bs[i + 1];
    s[i + 2] = s3 + bs[i + 2];
    s[i + 3] = s4 + bs[i + 3];
    s[i + 4] = s5 + bs[i + 4];
    s[i + 5] = s6 + bs[i + 5];
  }
  for (let i = 6; i < 8; i += 2) {
    let s1_2 = 0, s2_2 = 0;
    const i64_7 = i * 64;
    const i64_8 = i64_7 + 64;
    for (let j = 0; j < 64; j++) {
      const h_1_2 = h[j];
      s1_2 += Ws[i64_7 + j] * h_1_2;
      s2_2 += Ws[i64_8 + j] * h_1_2;
    }
    s[i] = s1_2 + bs[i];
    s[i + 1] = s2_2 + bs[i + 1];
  }

  // code = mu + exp(0.5 * s) * 0   [line 19]
  for (let i = 0; i < 8; i++) {
    code[i] = mu[i] + Math.exp(0.5 * s[i]) * 0;
  }

  // relu2 = relu(W2 * code + b2)   [line 20]
  for (let i = 0; i < 60; i += 6) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0;
    const i8 = i * 8;
    const i8_2 = i8 + 8;
    const i8_3 = i8 + 16;
    const i8_4 = i8 + 24;
    const i8_5 = i8 + 32;
    const i8_6 = i8 + 40;
    for (let j = 0; j < 8; j++) {
      const code_1 = code[j];
      s1 += W2[i8 + j] * code_1;
      s2 += W2[i8_2 + j] * code_1;
      s3 += W2[i8_3 + j] * code_1;
      s4 += W2[i8_4 + j] * code_1;
      s5 += W2[i8_5 + j] * code_1;
      s6 += W2[i8_6 + j] * code_1;
    }
    relu2[i] = Math.max(s1 + b2[i], 0);
    relu2[i + 1] = Math.max(s2 + b2[i + 1], 0);
    relu2[i + 2] = Math.max(s3 + b2[i + 2], 0);
    relu2[i + 3] = Math.max(s4 + b2[i + 3], 0);
    relu2[i + 4] = Math.max(s5 + b2[i + 4], 0);
    relu2[i + 5] = Math.max(s6 + b2[i + 5], 0);
  }
  for (let i = 60; i < 64; i += 4) {
    let s1_2 = 0, s2_2 = 0, s3_2 = 0, s4_2 = 0;
    const i8_7 = i * 8;
    const i8_8 = i8_7 + 8;
    const i8_9 = i8_7 + 16;
    const i8_10 = i8_7 + 24;
    for (let j = 0; j < 8; j++) {
      const code_1_2 = code[j];
      s1_2 += W2[i8_7 + j] * code_1_2;
      s2_2 += W2[i8_8 + j] * code_1_2;
      s3_2 += W2[i8_9 + j] * code_1_2;
      s4_2 += W2[i8_10 + j] * code_1_2;
    }
    relu2[i] = Math.max(s1_2 + b2[i], 0);
    relu2[i + 1] = Math.max(s2_2 + b2[i + 1], 0);
    relu2[i + 2] = Math.max(s3_2 + b2[i + 2], 0);
    relu2[i + 3] = Math.max(s4_2 + b2[i + 3], 0);
  }

  // y = sigmoid(W3 * relu2 + b3)   [line 20, output]
  for (let i = 0; i < 252; i += 6) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0;
    const i64 = i * 64;
    const i64_2 = i64 + 64;
    const i64_3 = i64 + 128;
    const i64_4 = i64 + 192;
    const i64_5 = i64 + 256;
    const i64_6 = i64 + 320;
    for (let j = 0; j < 64; j++) {
      const relu_1 = relu2[j];
      s1 += W3[i64 + j] * relu_1;
      s2 += W3[i64_2 + j] * relu_1;
      s3 += W3[i64_3 + j] * relu_1;
      s4 += W3[i64_4 + j] * relu_1;
      s5 += W3[i64_5 + j] * relu_1;
      s6 += W3[i64_6 + j] * relu_1;
    }
    into.y[i] = 1 / (1 + Math.exp(-(s1 + b3[i])));
    into.y[i + 1] = 1 / (1 + Math.exp(-(s2 + b3[i + 1])));
    into.y[i + 2] = 1 / (1 + Math.exp(-(s3 + b3[i + 2])));
    into.y[i + 3] = 1 / (1 + Math.exp(-(s4 + b3[i + 3])));
    into.y[i + 4] = 1 / (1 + Math.exp(-(s5 + b3[i + 4])));
    into.y[i + 5] = 1 / (1 + Math.exp(-(s6 + b3[i + 5])));
  }
  for (let i = 252; i < 256; i += 4) {
    let s1_2 = 0, s2_2 = 0, s3_2 = 0, s4_2 = 0;
    const i64_7 = i * 64;
    const i64_8 = i64_7 + 64;
    const i64_9 = i64_7 + 128;
    const i64_10 = i64_7 + 192;
    for (let j = 0; j < 64; j++) {
      const relu_1_2 = relu2[j];
      s1_2 += W3[i64_7 + j] * relu_1_2;
      s2_2 += W3[i64_8 + j] * relu_1_2;
      s3_2 += W3[i64_9 + j] * relu_1_2;
      s4_2 += W3[i64_10 + j] * relu_1_2;
    }
    into.y[i] = 1 / (1 + Math.exp(-(s1_2 + b3[i])));
    into.y[i + 1] = 1 / (1 + Math.exp(-(s2_2 + b3[i + 1])));
    into.y[i + 2] = 1 / (1 + Math.exp(-(s3_2 + b3[i + 2])));
    into.y[i + 3] = 1 / (1 + Math.exp(-(s4_2 + b3[i + 3])));
  }
  return into;
}

/** Losses, then metrics, over the examples `order[from … to)`, as inference computes them, into `report`; returns the total loss. */
export function evaluate(params: Parameters, data: Examples, report: Report, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { W1, b1, Wm, bm, Ws, bs, W2, b2, W3, b3 } = params;
  const { x } = data.columns;
  const m = to - from;
  let prior_sum = 0;
  let shown_sum = 0;
  for (let first = from; first < to; first += 64) {
    const size = Math.min(64, to - first);
    for (let k = 0; k < size; k++) {
      const row = order === undefined ? first + k : order[first + k];
      rows[k] = row;
      for (let i = 0; i < 256; i++) x_block[k * 256 + i] = x[row * 256 + i];
    }

    // h = relu(W1 * x + b1)   [line 16]
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

    // mu = Wm * h + bm   [line 17]
    for (let i = 0; i < 8; i += 4) {
      const i64 = i * 64;
      const i64_2 = i64 + 64;
      const i64_3 = i64 + 128;
      const i64_4 = i64 + 192;
      const bm_1 = bm[i];
      const bm_2 = bm[i + 1];
      const bm_3 = bm[i + 2];
      const bm_4 = bm[i + 3];
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k64 = k * 64;
        const k64_2 = k64 + 64;
        for (let j = 0; j < 64; j++) {
          const Wm_1 = Wm[i64 + j];
          const h_1 = h[k64 + j];
          const h_2 = h[k64_2 + j];
          const Wm_2 = Wm[i64_2 + j];
          const Wm_3 = Wm[i64_3 + j];
          const Wm_4 = Wm[i64_4 + j];
          s11 += Wm_1 * h_1;
          s12 += Wm_1 * h_2;
          s21 += Wm_2 * h_1;
          s22 += Wm_2 * h_2;
          s31 += Wm_3 * h_1;
          s32 += Wm_3 * h_2;
          s41 += Wm_4 * h_1;
          s42 += Wm_4 * h_2;
        }
        const k8 = k * 8;
        mu[k8 + i] = s11 + bm_1;
        const k8_2 = k8 + 8;
        mu[k8_2 + i] = s12 + bm_1;
        mu[k8 + i + 1] = s21 + bm_2;
        mu[k8_2 + i + 1] = s22 + bm_2;
        mu[k8 + i + 2] = s31 + bm_3;
        mu[k8_2 + i + 2] = s32 + bm_3;
        mu[k8 + i + 3] = s41 + bm_4;
        mu[k8_2 + i + 3] = s42 + bm_4;
      }
    }

    // s = Ws * h + bs   [line 18]
    for (let i = 0; i < 8; i += 4) {
      const i64 = i * 64;
      const i64_2 = i64 + 64;
      const i64_3 = i64 + 128;
      const i64_4 = i64 + 192;
      const bs_1 = bs[i];
      const bs_2 = bs[i + 1];
      const bs_3 = bs[i + 2];
      const bs_4 = bs[i + 3];
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k64 = k * 64;
        const k64_2 = k64 + 64;
        for (let j = 0; j < 64; j++) {
          const Ws_1 = Ws[i64 + j];
          const h_1 = h[k64 + j];
          const h_2 = h[k64_2 + j];
          const Ws_2 = Ws[i64_2 + j];
          const Ws_3 = Ws[i64_3 + j];
          const Ws_4 = Ws[i64_4 + j];
          s11 += Ws_1 * h_1;
          s12 += Ws_1 * h_2;
          s21 += Ws_2 * h_1;
          s22 += Ws_2 * h_2;
          s31 += Ws_3 * h_1;
          s32 += Ws_3 * h_2;
          s41 += Ws_4 * h_1;
          s42 += Ws_4 * h_2;
        }
        const k8 = k * 8;
        s[k8 + i] = s11 + bs_1;
        const k8_2 = k8 + 8;
        s[k8_2 + i] = s12 + bs_1;
        s[k8 + i + 1] = s21 + bs_2;
        s[k8_2 + i + 1] = s22 + bs_2;
        s[k8 + i + 2] = s31 + bs_3;
        s[k8_2 + i + 2] = s32 + bs_3;
        s[k8 + i + 3] = s41 + bs_4;
        s[k8_2 + i + 3] = s42 + bs_4;
      }
    }

    for (let k = 0; k < size; k++) {
      const k8 = k * 8;

      // prior_sum = Σn sum(exp(s) + mu .^ 2 - 1 - s)
      let s2 = 0;
      for (let i = 0; i < 8; i++) {
        s2 += Math.exp(s[k8 + i]) + mu[k8 + i] * mu[k8 + i] - 1 - s[k8 + i];
      }
      prior_sum += s2;

      // code = mu + exp(0.5 * s) * 0   [line 19]
      for (let i = 0; i < 8; i++) {
        code[k8 + i] = mu[k8 + i] + Math.exp(0.5 * s[k8 + i]) * 0;
      }
    }

    // relu2 = relu(W2 * code + b2)   [line 20]
    for (let i = 0; i < 64; i += 4) {
      const i8 = i * 8;
      const i8_2 = i8 + 8;
      const i8_3 = i8 + 16;
      const i8_4 = i8 + 24;
      const b2_1 = b2[i];
      const b2_2 = b2[i + 1];
      const b2_3 = b2[i + 2];
      const b2_4 = b2[i + 3];
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k8_2 = k * 8;
        const k8_3 = k8_2 + 8;
        for (let j = 0; j < 8; j++) {
          const W2_1 = W2[i8 + j];
          const code_1 = code[k8_2 + j];
          const code_2 = code[k8_3 + j];
          const W2_2 = W2[i8_2 + j];
          const W2_3 = W2[i8_3 + j];
          const W2_4 = W2[i8_4 + j];
          s11 += W2_1 * code_1;
          s12 += W2_1 * code_2;
          s21 += W2_2 * code_1;
          s22 += W2_2 * code_2;
          s31 += W2_3 * code_1;
          s32 += W2_3 * code_2;
          s41 += W2_4 * code_1;
          s42 += W2_4 * code_2;
        }
        const k64 = k * 64;
        relu2[k64 + i] = Math.max(s11 + b2_1, 0);
        const k64_2 = k64 + 64;
        relu2[k64_2 + i] = Math.max(s12 + b2_1, 0);
        relu2[k64 + i + 1] = Math.max(s21 + b2_2, 0);
        relu2[k64_2 + i + 1] = Math.max(s22 + b2_2, 0);
        relu2[k64 + i + 2] = Math.max(s31 + b2_3, 0);
        relu2[k64_2 + i + 2] = Math.max(s32 + b2_3, 0);
        relu2[k64 + i + 3] = Math.max(s41 + b2_4, 0);
        relu2[k64_2 + i + 3] = Math.max(s42 + b2_4, 0);
      }
    }

    for (let k = 0; k < size; k++) {
      const row = rows[k];
      const row256 = row * 256;
      const k64 = k * 64;

      // shown_sum = Σn sum(logisticLoss(W3 * relu2 + b3, x))
      let s2 = 0;
      for (let i = 0; i < 256; i++) {
        let s3 = 0;
        const i64 = i * 64;
        for (let j = 0; j < 64; j++) {
          s3 += W3[i64 + j] * relu2[k64 + j];
        }
        const t = s3 + b3[i];
        s2 += Math.max(t, 0) - x[row256 + i] * t + Math.log1p(Math.exp(-Math.abs(t)));
      }
      shown_sum += s2;
    }
  }

  // prior = 0.5 * (prior_sum / m)   [line 22, loss]
  const prior = 0.5 * (prior_sum / m);
  report[1] = prior;

  // shown = shown_sum / m   [line 21, loss]
  const shown = shown_sum / m;
  report[0] = shown;

  // loss = shown_sum / m + 0.5 * (prior_sum / m)   [all losses]
  const loss = shown + prior;
  return loss;
}

/** The loss over the examples `order[from … to)` and its gradients, into `into`; returns the loss. */
export function gradient(params: Parameters, data: Examples, into: Gradients, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length, _hyper: Hyper = defaults, clock: Clock = start): number {
  const { x } = data.columns;
  const m = to - from;
  gradientPart(m);
  prior_sum.fill(0);
  shown_sum.fill(0);
  dW3.fill(0);
  db3.fill(0);
  dW2.fill(0);
  db2.fill(0);
  dbm.fill(0);
  into.bs.fill(0);
  dWm.fill(0);
  into.Ws.fill(0);
  into.W1.fill(0);
  into.b1.fill(0);
  for (let first = from; first < to; first += 64) {
    const size = Math.min(64, to - first);
    for (let k = 0; k < size; k++) {
      const row = order === undefined ? first + k : order[first + k];
      rows[k] = row;
      for (let i = 0; i < 256; i++) x_block[k * 256 + i] = x[row * 256 + i];
    }
    gradientPart2(params, data, into, clock, size);
    gradientPart3(into, size);
  }
  gradientPart4(into, m);
  return total[0];
}

/** A part of `gradient`: share, share2, share3. */
function gradientPart(m: number): void {
  // share = 1/m
  const share4 = 1 / m;
  share[0] = share4;

  // share2 = 0.5 * share
  share2[0] = 0.5 * share4;

  // share3 = -0.5 * share
  share3[0] = -0.5 * share4;
}

/** A part of `gradient`: h, mu, s, code_boxMuller, exp, code_exp, code and 23 more. */
function gradientPart2(params: Parameters, data: Examples, into: Gradients, clock: Clock, size: number): void {
  const { W1, b1, Wm, bm, Ws, bs, W2, b2, W3, b3 } = params;
  const { x } = data.columns;

  // h = relu(W1 * x + b1)   [line 16]
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

  // mu = Wm * h + bm   [line 17]
  for (let i = 0; i < 8; i += 4) {
    const i64 = i * 64;
    const i64_2 = i64 + 64;
    const i64_3 = i64 + 128;
    const i64_4 = i64 + 192;
    const bm_1 = bm[i];
    const bm_2 = bm[i + 1];
    const bm_3 = bm[i + 2];
    const bm_4 = bm[i + 3];
    for (let k = 0; k < size; k += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      const k64 = k * 64;
      const k64_2 = k64 + 64;
      for (let j = 0; j < 64; j++) {
        const Wm_1 = Wm[i64 + j];
        const h_1 = h[k64 + j];
        const h_2 = h[k64_2 + j];
        const Wm_2 = Wm[i64_2 + j];
        const Wm_3 = Wm[i64_3 + j];
        const Wm_4 = Wm[i64_4 + j];
        s11 += Wm_1 * h_1;
        s12 += Wm_1 * h_2;
        s21 += Wm_2 * h_1;
        s22 += Wm_2 * h_2;
        s31 += Wm_3 * h_1;
        s32 += Wm_3 * h_2;
        s41 += Wm_4 * h_1;
        s42 += Wm_4 * h_2;
      }
      const k8 = k * 8;
      mu[k8 + i] = s11 + bm_1;
      const k8_2 = k8 + 8;
      mu[k8_2 + i] = s12 + bm_1;
      mu[k8 + i + 1] = s21 + bm_2;
      mu[k8_2 + i + 1] = s22 + bm_2;
      mu[k8 + i + 2] = s31 + bm_3;
      mu[k8_2 + i + 2] = s32 + bm_3;
      mu[k8 + i + 3] = s41 + bm_4;
      mu[k8_2 + i + 3] = s42 + bm_4;
    }
  }

  // s = Ws * h + bs   [line 18]
  for (let i = 0; i < 8; i += 4) {
    const i64 = i * 64;
    const i64_2 = i64 + 64;
    const i64_3 = i64 + 128;
    const i64_4 = i64 + 192;
    const bs_1 = bs[i];
    const bs_2 = bs[i + 1];
    const bs_3 = bs[i + 2];
    const bs_4 = bs[i + 3];
    for (let k = 0; k < size; k += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      const k64 = k * 64;
      const k64_2 = k64 + 64;
      for (let j = 0; j < 64; j++) {
        const Ws_1 = Ws[i64 + j];
        const h_1 = h[k64 + j];
        const h_2 = h[k64_2 + j];
        const Ws_2 = Ws[i64_2 + j];
        const Ws_3 = Ws[i64_3 + j];
        const Ws_4 = Ws[i64_4 + j];
        s11 += Ws_1 * h_1;
        s12 += Ws_1 * h_2;
        s21 += Ws_2 * h_1;
        s22 += Ws_2 * h_2;
        s31 += Ws_3 * h_1;
        s32 += Ws_3 * h_2;
        s41 += Ws_4 * h_1;
        s42 += Ws_4 * h_2;
      }
      const k8 = k * 8;
      s[k8 + i] = s11 + bs_1;
      const k8_2 = k8 + 8;
      s[k8_2 + i] = s12 + bs_1;
      s[k8 + i + 1] = s21 + bs_2;
      s[k8_2 + i + 1] = s22 + bs_2;
      s[k8 + i + 2] = s31 + bs_3;
      s[k8_2 + i + 2] = s32 + bs_3;
      s[k8 + i + 3] = s41 + bs_4;
      s[k8_2 + i + 3] = s42 + bs_4;
    }
  }

  for (let k = 0; k < size; k++) {
    const row = rows[k];
    const k8 = k * 8;

    // code_boxMuller = noise(8)
    // exp2 = exp(s)
    // code_exp = exp(0.5 * s)
    // code = mu + code_exp .* code_boxMuller   [line 19]
    const t = -2;
    const t2 = 2 * 3.141592653589793;
    for (let i = 0; i < 8; i++) {
      code_boxMuller[k8 + i] = 0 + Math.sqrt(t * Math.log1p(-draw(clock.seed, clock.t, 1, row * 8 + i))) * Math.cos(t2 * draw(clock.seed, clock.t, 2, row * 8 + i));
      exp2[k8 + i] = Math.exp(s[k8 + i]);
      code_exp[k8 + i] = Math.exp(0.5 * s[k8 + i]);
      code[k8 + i] = mu[k8 + i] + code_exp[k8 + i] * code_boxMuller[k8 + i];
    }

    // prior_sum = Σn sum(exp2 + mu .^ 2 - 1 - s)
    let s2 = 0;
    for (let i = 0; i < 8; i++) {
      s2 += exp2[k8 + i] + mu[k8 + i] * mu[k8 + i] - 1 - s[k8 + i];
    }
    prior_sum[0] += s2;
  }

  // relu2 = relu(W2 * code + b2)   [line 20]
  for (let i = 0; i < 64; i += 4) {
    const i8 = i * 8;
    const i8_2 = i8 + 8;
    const i8_3 = i8 + 16;
    const i8_4 = i8 + 24;
    const b2_1 = b2[i];
    const b2_2 = b2[i + 1];
    const b2_3 = b2[i + 2];
    const b2_4 = b2[i + 3];
    for (let k = 0; k < size; k += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      const k8_2 = k * 8;
      const k8_3 = k8_2 + 8;
      for (let j = 0; j < 8; j++) {
        const W2_1 = W2[i8 + j];
        const code_1 = code[k8_2 + j];
        const code_2 = code[k8_3 + j];
        const W2_2 = W2[i8_2 + j];
        const W2_3 = W2[i8_3 + j];
        const W2_4 = W2[i8_4 + j];
        s11 += W2_1 * code_1;
        s12 += W2_1 * code_2;
        s21 += W2_2 * code_1;
        s22 += W2_2 * code_2;
        s31 += W2_3 * code_1;
        s32 += W2_3 * code_2;
        s41 += W2_4 * code_1;
        s42 += W2_4 * code_2;
      }
      const k64 = k * 64;
      relu2[k64 + i] = Math.max(s11 + b2_1, 0);
      const k64_2 = k64 + 64;
      relu2[k64_2 + i] = Math.max(s12 + b2_1, 0);
      relu2[k64 + i + 1] = Math.max(s21 + b2_2, 0);
      relu2[k64_2 + i + 1] = Math.max(s22 + b2_2, 0);
      relu2[k64 + i + 2] = Math.max(s31 + b2_3, 0);
      relu2[k64_2 + i + 2] = Math.max(s32 + b2_3, 0);
      relu2[k64 + i + 3] = Math.max(s41 + b2_4, 0);
      relu2[k64_2 + i + 3] = Math.max(s42 + b2_4, 0);
    }
  }

  // y_in = W3 * relu2 + b3
  for (let i = 0; i < 256; i += 4) {
    const i64 = i * 64;
    const i64_2 = i64 + 64;
    const i64_3 = i64 + 128;
    const i64_4 = i64 + 192;
    const b3_1 = b3[i];
    const b3_2 = b3[i + 1];
    const b3_3 = b3[i + 2];
    const b3_4 = b3[i + 3];
    for (let k = 0; k < size; k += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      const k64 = k * 64;
      const k64_2 = k64 + 64;
      for (let j = 0; j < 64; j++) {
        const W3_1 = W3[i64 + j];
        const relu_1 = relu2[k64 + j];
        const relu_2 = relu2[k64_2 + j];
        const W3_2 = W3[i64_2 + j];
        const W3_3 = W3[i64_3 + j];
        const W3_4 = W3[i64_4 + j];
        s11 += W3_1 * relu_1;
        s12 += W3_1 * relu_2;
        s21 += W3_2 * relu_1;
        s22 += W3_2 * relu_2;
        s31 += W3_3 * relu_1;
        s32 += W3_3 * relu_2;
        s41 += W3_4 * relu_1;
        s42 += W3_4 * relu_2;
      }
      const k256 = k * 256;
      y_in[k256 + i] = s11 + b3_1;
      const k256_2 = k256 + 256;
      y_in[k256_2 + i] = s12 + b3_1;
      y_in[k256 + i + 1] = s21 + b3_2;
      y_in[k256_2 + i + 1] = s22 + b3_2;
      y_in[k256 + i + 2] = s31 + b3_3;
      y_in[k256_2 + i + 2] = s32 + b3_3;
      y_in[k256 + i + 3] = s41 + b3_4;
      y_in[k256_2 + i + 3] = s42 + b3_4;
    }
  }

  for (let k = 0; k < size; k++) {
    const row = rows[k];
    const row256 = row * 256;
    const k64 = k * 64;
    const k256 = k * 256;

    // shown_sum = Σn sum(logisticLoss(y_in, x))
    let s2 = 0;
    for (let i = 0; i < 256; i++) {
      s2 += Math.max(y_in[k256 + i], 0) - x[row256 + i] * y_in[k256 + i] + Math.log1p(Math.exp(-Math.abs(y_in[k256 + i])));
    }
    shown_sum[0] += s2;

    // y = sigmoid(y_in)   [line 20, output]
    // sub2 = y - x   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z)]
    for (let i = 0; i < 256; i++) {
      const y = 1 / (1 + Math.exp(-y_in[k256 + i]));
      sub2[k256 + i] = y - x[row256 + i];
    }

    // larger2 = relu2 > 0
    for (let i = 0; i < 64; i++) {
      larger2[k64 + i] = relu2[k64 + i] > 0 ? 1 : 0;
    }
  }

  // dW3 = Σn outer(sub2, relu2)   [EQ4: ∂C/∂w = δ aᵀ; line 20]
  for (let j = 0; j < 64; j += 4) {
    for (let i = 0; i < 256; i += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k256_2 = k * 256;
        const sub_1 = sub2[k256_2 + i];
        const k64_2 = k * 64;
        const relu_1 = relu2[k64_2 + j];
        const sub_2 = sub2[k256_2 + i + 1];
        const relu_2 = relu2[k64_2 + j + 1];
        const relu_3 = relu2[k64_2 + j + 2];
        const relu_4 = relu2[k64_2 + j + 3];
        s11 += sub_1 * relu_1;
        s12 += sub_2 * relu_1;
        s21 += sub_1 * relu_2;
        s22 += sub_2 * relu_2;
        s31 += sub_1 * relu_3;
        s32 += sub_2 * relu_3;
        s41 += sub_1 * relu_4;
        s42 += sub_2 * relu_4;
      }
      const i64 = i * 64;
      dW3[i64 + j] += s11;
      const i64_2 = i64 + 64;
      dW3[i64_2 + j] += s12;
      dW3[i64 + j + 1] += s21;
      dW3[i64_2 + j + 1] += s22;
      dW3[i64 + j + 2] += s31;
      dW3[i64_2 + j + 2] += s32;
      dW3[i64 + j + 3] += s41;
      dW3[i64_2 + j + 3] += s42;
    }
  }

  // db3 = Σn sub2   [EQ3: ∂C/∂b = δ]
  for (let i = 0; i < 256; i += 4) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
    for (let k = 0; k < size; k++) {
      const k256_2 = k * 256;
      s1 += sub2[k256_2 + i];
      s2 += sub2[k256_2 + i + 1];
      s3 += sub2[k256_2 + i + 2];
      s4 += sub2[k256_2 + i + 3];
    }
    db3[i] += s1;
    db3[i + 1] += s2;
    db3[i + 2] += s3;
    db3[i + 3] += s4;
  }

  // delta = W3' * sub2   [line 20]
  for (let i = 0; i < 64; i += 4) {
    for (let k = 0; k < size; k += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      const k256_2 = k * 256;
      const k256_3 = k256_2 + 256;
      for (let j = 0; j < 256; j++) {
        const sub_1 = sub2[k256_2 + j];
        const j64 = j * 64;
        const W3_1 = W3[j64 + i];
        const sub_2 = sub2[k256_3 + j];
        const W3_2 = W3[j64 + i + 1];
        const W3_3 = W3[j64 + i + 2];
        const W3_4 = W3[j64 + i + 3];
        s11 += sub_1 * W3_1;
        s12 += sub_2 * W3_1;
        s21 += sub_1 * W3_2;
        s22 += sub_2 * W3_2;
        s31 += sub_1 * W3_3;
        s32 += sub_2 * W3_3;
        s41 += sub_1 * W3_4;
        s42 += sub_2 * W3_4;
      }
      const k64_2 = k * 64;
      delta[k64_2 + i] = s11;
      const k64_3 = k64_2 + 64;
      delta[k64_3 + i] = s12;
      delta[k64_2 + i + 1] = s21;
      delta[k64_3 + i + 1] = s22;
      delta[k64_2 + i + 2] = s31;
      delta[k64_3 + i + 2] = s32;
      delta[k64_2 + i + 3] = s41;
      delta[k64_3 + i + 3] = s42;
    }
  }

  // dW2 = Σn (reshape(larger2, [64, 1]) ? outer(delta, code) : 0)   [W2 * code with respect to W2: outer product of the cotangent and the vector; line 20]
  for (let j = 0; j < 6; j += 3) {
    for (let i = 0; i < 64; i += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0;
      for (let k = 0; k < size; k++) {
        const k64_2 = k * 64;
        const larger_1 = larger2[k64_2 + i];
        const delta_1 = delta[k64_2 + i];
        const k8_2 = k * 8;
        const code_1 = code[k8_2 + j];
        const larger_2 = larger2[k64_2 + i + 1];
        const delta_2 = delta[k64_2 + i + 1];
        const code_2 = code[k8_2 + j + 1];
        const code_3 = code[k8_2 + j + 2];
        s11 += larger_1 !== 0 ? delta_1 * code_1 : 0;
        s12 += larger_2 !== 0 ? delta_2 * code_1 : 0;
        s21 += larger_1 !== 0 ? delta_1 * code_2 : 0;
        s22 += larger_2 !== 0 ? delta_2 * code_2 : 0;
        s31 += larger_1 !== 0 ? delta_1 * code_3 : 0;
        s32 += larger_2 !== 0 ? delta_2 * code_3 : 0;
      }
      const i8 = i * 8;
      dW2[i8 + j] += s11;
      const i8_2 = i8 + 8;
      dW2[i8_2 + j] += s12;
      dW2[i8 + j + 1] += s21;
      dW2[i8_2 + j + 1] += s22;
      dW2[i8 + j + 2] += s31;
      dW2[i8_2 + j + 2] += s32;
    }
  }
  for (let j = 6; j < 8; j += 2) {
    for (let i = 0; i < 64; i += 2) {
      let s11_2 = 0, s12_2 = 0, s21_2 = 0, s22_2 = 0;
      for (let k = 0; k < size; k++) {
        const k64_3 = k * 64;
        const larger_1_2 = larger2[k64_3 + i];
        const delta_1_2 = delta[k64_3 + i];
        const k8_3 = k * 8;
        const code_1_2 = code[k8_3 + j];
        const larger_2_2 = larger2[k64_3 + i + 1];
        const delta_2_2 = delta[k64_3 + i + 1];
        const code_2_2 = code[k8_3 + j + 1];
        s11_2 += larger_1_2 !== 0 ? delta_1_2 * code_1_2 : 0;
        s12_2 += larger_2_2 !== 0 ? delta_2_2 * code_1_2 : 0;
        s21_2 += larger_1_2 !== 0 ? delta_1_2 * code_2_2 : 0;
        s22_2 += larger_2_2 !== 0 ? delta_2_2 * code_2_2 : 0;
      }
      const i8_3 = i * 8;
      dW2[i8_3 + j] += s11_2;
      const i8_4 = i8_3 + 8;
      dW2[i8_4 + j] += s12_2;
      dW2[i8_3 + j + 1] += s21_2;
      dW2[i8_4 + j + 1] += s22_2;
    }
  }

  for (let k = 0; k < size; k++) {
    const k64 = k * 64;

    // delta2 = larger2 ? delta : 0   [chain rule through relu: dx = y > 0 ? g : 0; line 20]
    for (let i = 0; i < 64; i++) {
      delta2[k64 + i] = larger2[k64 + i] !== 0 ? delta[k64 + i] : 0;
    }
  }

  // db2 = Σn delta2   [the same for all examples: their cotangents add up]
  for (let i = 0; i < 64; i += 4) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
    for (let k = 0; k < size; k++) {
      const k64_2 = k * 64;
      s1 += delta2[k64_2 + i];
      s2 += delta2[k64_2 + i + 1];
      s3 += delta2[k64_2 + i + 2];
      s4 += delta2[k64_2 + i + 3];
    }
    db2[i] += s1;
    db2[i + 1] += s2;
    db2[i + 2] += s3;
    db2[i + 3] += s4;
  }

  // dcode = W2' * delta2   [W2 * code with respect to code: the matrix transposed, times the cotangent; line 20]
  for (let i = 0; i < 8; i += 4) {
    for (let k = 0; k < size; k += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      const k64_2 = k * 64;
      const k64_3 = k64_2 + 64;
      for (let j = 0; j < 64; j++) {
        const delta2_1 = delta2[k64_2 + j];
        const j8 = j * 8;
        const W2_1 = W2[j8 + i];
        const delta2_2 = delta2[k64_3 + j];
        const W2_2 = W2[j8 + i + 1];
        const W2_3 = W2[j8 + i + 2];
        const W2_4 = W2[j8 + i + 3];
        s11 += delta2_1 * W2_1;
        s12 += delta2_2 * W2_1;
        s21 += delta2_1 * W2_2;
        s22 += delta2_2 * W2_2;
        s31 += delta2_1 * W2_3;
        s32 += delta2_2 * W2_3;
        s41 += delta2_1 * W2_4;
        s42 += delta2_2 * W2_4;
      }
      const k8_2 = k * 8;
      dcode[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      dcode[k8_3 + i] = s12;
      dcode[k8_2 + i + 1] = s21;
      dcode[k8_3 + i + 1] = s22;
      dcode[k8_2 + i + 2] = s31;
      dcode[k8_3 + i + 2] = s32;
      dcode[k8_2 + i + 3] = s41;
      dcode[k8_3 + i + 3] = s42;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;

    // dmu = mu + dcode   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 17]
    // ds_in = share3 + share2 * (dcode .* code_boxMuller .* code_exp)   [sum over every use of the value: chain rule through exp: ∂y/∂x = y; line 18]
    // ds = ds_in + share2 * exp2   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 18]
    const t = share3[0];
    const t2 = share2[0];
    for (let i = 0; i < 8; i++) {
      dmu[k8 + i] = mu[k8 + i] + dcode[k8 + i];
      const ds_in = t + t2 * (dcode[k8 + i] * code_boxMuller[k8 + i] * code_exp[k8 + i]);
      ds[k8 + i] = ds_in + t2 * exp2[k8 + i];
    }

    // dbm = Σn dmu   [EQ3: ∂C/∂b = δ]
    for (let i = 0; i < 8; i++) {
      dbm[i] += dmu[k8 + i];
    }

    // dbs = Σn ds   [EQ3: ∂C/∂b = δ]
    for (let i = 0; i < 8; i++) {
      into.bs[i] += ds[k8 + i];
    }
  }

  // dWm = Σn outer(dmu, h)   [EQ4: ∂C/∂w = δ aᵀ; line 17]
  for (let j = 0; j < 64; j += 4) {
    for (let i = 0; i < 8; i += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k8_2 = k * 8;
        const dmu_1 = dmu[k8_2 + i];
        const k64_2 = k * 64;
        const h_1 = h[k64_2 + j];
        const dmu_2 = dmu[k8_2 + i + 1];
        const h_2 = h[k64_2 + j + 1];
        const h_3 = h[k64_2 + j + 2];
        const h_4 = h[k64_2 + j + 3];
        s11 += dmu_1 * h_1;
        s12 += dmu_2 * h_1;
        s21 += dmu_1 * h_2;
        s22 += dmu_2 * h_2;
        s31 += dmu_1 * h_3;
        s32 += dmu_2 * h_3;
        s41 += dmu_1 * h_4;
        s42 += dmu_2 * h_4;
      }
      const i64 = i * 64;
      dWm[i64 + j] += s11;
      const i64_2 = i64 + 64;
      dWm[i64_2 + j] += s12;
      dWm[i64 + j + 1] += s21;
      dWm[i64_2 + j + 1] += s22;
      dWm[i64 + j + 2] += s31;
      dWm[i64_2 + j + 2] += s32;
      dWm[i64 + j + 3] += s41;
      dWm[i64_2 + j + 3] += s42;
    }
  }

  // dWs = Σn outer(ds, h)   [EQ4: ∂C/∂w = δ aᵀ; line 18]
  for (let j = 0; j < 64; j += 4) {
    for (let i = 0; i < 8; i += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k8_2 = k * 8;
        const ds_1 = ds[k8_2 + i];
        const k64_2 = k * 64;
        const h_1 = h[k64_2 + j];
        const ds_2 = ds[k8_2 + i + 1];
        const h_2 = h[k64_2 + j + 1];
        const h_3 = h[k64_2 + j + 2];
        const h_4 = h[k64_2 + j + 3];
        s11 += ds_1 * h_1;
        s12 += ds_2 * h_1;
        s21 += ds_1 * h_2;
        s22 += ds_2 * h_2;
        s31 += ds_1 * h_3;
        s32 += ds_2 * h_3;
        s41 += ds_1 * h_4;
        s42 += ds_2 * h_4;
      }
      const i64 = i * 64;
      into.Ws[i64 + j] += s11;
      const i64_2 = i64 + 64;
      into.Ws[i64_2 + j] += s12;
      into.Ws[i64 + j + 1] += s21;
      into.Ws[i64_2 + j + 1] += s22;
      into.Ws[i64 + j + 2] += s31;
      into.Ws[i64_2 + j + 2] += s32;
      into.Ws[i64 + j + 3] += s41;
      into.Ws[i64_2 + j + 3] += s42;
    }
  }

  // dh = Ws' * ds + share * (Wm' * dmu)   [sum over every use of the value: Wm * h with respect to h: the matrix transposed, times the cotangent; line 16]
  const share_1 = share[0];
  for (let i = 0; i < 64; i += 4) {
    for (let k = 0; k < size; k += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      const k8_2 = k * 8;
      const k8_3 = k8_2 + 8;
      for (let j = 0; j < 8; j++) {
        const ds_1 = ds[k8_2 + j];
        const j64 = j * 64;
        const Ws_1 = Ws[j64 + i];
        const ds_2 = ds[k8_3 + j];
        const Ws_2 = Ws[j64 + i + 1];
        const Ws_3 = Ws[j64 + i + 2];
        const Ws_4 = Ws[j64 + i + 3];
        s11 += ds_1 * Ws_1;
        s12 += ds_2 * Ws_1;
        s21 += ds_1 * Ws_2;
        s22 += ds_2 * Ws_2;
        s31 += ds_1 * Ws_3;
        s32 += ds_2 * Ws_3;
        s41 += ds_1 * Ws_4;
        s42 += ds_2 * Ws_4;
      }
      let s11_2 = 0, s12_2 = 0, s21_2 = 0, s22_2 = 0, s31_2 = 0, s32_2 = 0, s41_2 = 0, s42_2 = 0;
      for (let j = 0; j < 8; j++) {
        const dmu_1 = dmu[k8_2 + j];
        const j64_2 = j * 64;
        const Wm_1 = Wm[j64_2 + i];
        const dmu_2 = dmu[k8_3 + j];
        const Wm_2 = Wm[j64_2 + i + 1];
        const Wm_3 = Wm[j64_2 + i + 2];
        const Wm_4 = Wm[j64_2 + i + 3];
        s11_2 += dmu_1 * Wm_1;
        s12_2 += dmu_2 * Wm_1;
        s21_2 += dmu_1 * Wm_2;
        s22_2 += dmu_2 * Wm_2;
        s31_2 += dmu_1 * Wm_3;
        s32_2 += dmu_2 * Wm_3;
        s41_2 += dmu_1 * Wm_4;
        s42_2 += dmu_2 * Wm_4;
      }
      const k64_2 = k * 64;
      dh[k64_2 + i] = s11 + share_1 * s11_2;
      const k64_3 = k64_2 + 64;
      dh[k64_3 + i] = s12 + share_1 * s12_2;
      dh[k64_2 + i + 1] = s21 + share_1 * s21_2;
      dh[k64_3 + i + 1] = s22 + share_1 * s22_2;
      dh[k64_2 + i + 2] = s31 + share_1 * s31_2;
      dh[k64_3 + i + 2] = s32 + share_1 * s32_2;
      dh[k64_2 + i + 3] = s41 + share_1 * s41_2;
      dh[k64_3 + i + 3] = s42 + share_1 * s42_2;
    }
  }

  for (let k = 0; k < size; k++) {
    const k64 = k * 64;

    // dh_in = h > 0 ? dh : 0   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 16]
    for (let i = 0; i < 64; i++) {
      dh_in[k64 + i] = h[k64 + i] > 0 ? dh[k64 + i] : 0;
    }
  }
}

/** A part of `gradient`: grad_W1, grad_b1. */
function gradientPart3(into: Gradients, size: number): void {
  // dW1 = Σn outer(dh_in, x)   [EQ4: ∂C/∂w = δ aᵀ; line 16]
  for (let j = 0; j < 256; j += 4) {
    for (let i = 0; i < 64; i += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k64 = k * 64;
        const dh_in_1 = dh_in[k64 + i];
        const k256 = k * 256;
        const x_1 = x_block[k256 + j];
        const dh_in_2 = dh_in[k64 + i + 1];
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
      into.W1[i256 + j] += s11;
      const i256_2 = i256 + 256;
      into.W1[i256_2 + j] += s12;
      into.W1[i256 + j + 1] += s21;
      into.W1[i256_2 + j + 1] += s22;
      into.W1[i256 + j + 2] += s31;
      into.W1[i256_2 + j + 2] += s32;
      into.W1[i256 + j + 3] += s41;
      into.W1[i256_2 + j + 3] += s42;
    }
  }

  // db1 = Σn dh_in   [EQ3: ∂C/∂b = δ]
  for (let i = 0; i < 64; i += 4) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
    for (let k = 0; k < size; k++) {
      const k64 = k * 64;
      s1 += dh_in[k64 + i];
      s2 += dh_in[k64 + i + 1];
      s3 += dh_in[k64 + i + 2];
      s4 += dh_in[k64 + i + 3];
    }
    into.b1[i] += s1;
    into.b1[i + 1] += s2;
    into.b1[i + 2] += s3;
    into.b1[i + 3] += s4;
  }
}

/** A part of `gradient`: shown, prior, loss, grad_Wm, grad_bm, grad_W2, grad_b2 and 2 more. */
function gradientPart4(into: Gradients, m: number): void {
  // shown = shown_sum / m   [line 21, loss]
  const shown = shown_sum[0] / m;
  into.losses[0] = shown;

  // prior = 0.5 * (prior_sum / m)   [line 22, loss]
  const prior = 0.5 * (prior_sum[0] / m);
  into.losses[1] = prior;

  // loss = shown_sum / m + 0.5 * (prior_sum / m)   [all losses]
  total[0] = shown + prior;

  // dWm = share * dWm   [the mean over the batch]
  const t = share[0];
  for (let i = 0; i < 512; i++) {
    into.Wm[i] = t * dWm[i];
  }

  // dbm = share * dbm   [the mean over the batch]
  const t2 = share[0];
  for (let i = 0; i < 8; i++) {
    into.bm[i] = t2 * dbm[i];
  }

  // dW2 = share * dW2   [the mean over the batch]
  const t3 = share[0];
  for (let i = 0; i < 512; i++) {
    into.W2[i] = t3 * dW2[i];
  }

  // db2 = share * db2   [the mean over the batch]
  const t4 = share[0];
  for (let i = 0; i < 64; i++) {
    into.b2[i] = t4 * db2[i];
  }

  // dW3 = share * dW3   [the mean over the batch]
  const t5 = share[0];
  for (let i = 0; i < 16384; i++) {
    into.W3[i] = t5 * dW3[i];
  }

  // db3 = share * db3   [the mean over the batch]
  const t6 = share[0];
  for (let i = 0; i < 256; i++) {
    into.b3[i] = t6 * db3[i];
  }
}

/** One step of training on the examples `order[from … to)`: forward, backward, update; returns the loss before the update. */
export function step(params: Parameters, state: Floats, data: Examples, clock: Clock, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { x } = data.columns;
  const m = to - from;
  stepPart(clock, m);
  prior_sum.fill(0);
  shown_sum.fill(0);
  dW3.fill(0);
  db3.fill(0);
  dW2.fill(0);
  db2.fill(0);
  dbm.fill(0);
  dbs.fill(0);
  dWm.fill(0);
  dWs.fill(0);
  dW1.fill(0);
  db1.fill(0);
  for (let first = from; first < to; first += 64) {
    const size = Math.min(64, to - first);
    for (let k = 0; k < size; k++) {
      const row = order === undefined ? first + k : order[first + k];
      rows[k] = row;
      for (let i = 0; i < 256; i++) x_block[k * 256 + i] = x[row * 256 + i];
    }
    stepPart2(params, data, clock, size);
    stepPart3(size);
  }
  stepPart4(params, state, m);
  return total[0];
}

/** A part of `step`: share, share2, share3, stepSize, scale, share4. */
function stepPart(clock: Clock, m: number): void {
  const { rate, t } = clock;

  // share = 1/m
  const share5 = 1 / m;
  share[0] = share5;

  // share2 = 0.5 * share
  share2[0] = 0.5 * share5;

  // share3 = -0.5 * share
  share3[0] = -0.5 * share5;

  // stepSize = rate / (1 - 0.9 ^ t)
  stepSize[0] = rate / (1 - Math.pow(0.9, t));

  // scale = 1 / (1 - 0.999 ^ t)
  scale[0] = 1 / (1 - Math.pow(0.999, t));

  // share4 = 0.1 * share
  share4[0] = 0.1 * share5;
}

/** A part of `step`: h, mu, s, code_boxMuller, exp, code_exp, code and 23 more. */
function stepPart2(params: Parameters, data: Examples, clock: Clock, size: number): void {
  const { W1, b1, Wm, bm, Ws, bs, W2, b2, W3, b3 } = params;
  const { x } = data.columns;

  // h = relu(W1 * x + b1)   [line 16]
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

  // mu = Wm * h + bm   [line 17]
  for (let i = 0; i < 8; i += 4) {
    const i64 = i * 64;
    const i64_2 = i64 + 64;
    const i64_3 = i64 + 128;
    const i64_4 = i64 + 192;
    const bm_1 = bm[i];
    const bm_2 = bm[i + 1];
    const bm_3 = bm[i + 2];
    const bm_4 = bm[i + 3];
    for (let k = 0; k < size; k += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      const k64 = k * 64;
      const k64_2 = k64 + 64;
      for (let j = 0; j < 64; j++) {
        const Wm_1 = Wm[i64 + j];
        const h_1 = h[k64 + j];
        const h_2 = h[k64_2 + j];
        const Wm_2 = Wm[i64_2 + j];
        const Wm_3 = Wm[i64_3 + j];
        const Wm_4 = Wm[i64_4 + j];
        s11 += Wm_1 * h_1;
        s12 += Wm_1 * h_2;
        s21 += Wm_2 * h_1;
        s22 += Wm_2 * h_2;
        s31 += Wm_3 * h_1;
        s32 += Wm_3 * h_2;
        s41 += Wm_4 * h_1;
        s42 += Wm_4 * h_2;
      }
      const k8 = k * 8;
      mu[k8 + i] = s11 + bm_1;
      const k8_2 = k8 + 8;
      mu[k8_2 + i] = s12 + bm_1;
      mu[k8 + i + 1] = s21 + bm_2;
      mu[k8_2 + i + 1] = s22 + bm_2;
      mu[k8 + i + 2] = s31 + bm_3;
      mu[k8_2 + i + 2] = s32 + bm_3;
      mu[k8 + i + 3] = s41 + bm_4;
      mu[k8_2 + i + 3] = s42 + bm_4;
    }
  }

  // s = Ws * h + bs   [line 18]
  for (let i = 0; i < 8; i += 4) {
    const i64 = i * 64;
    const i64_2 = i64 + 64;
    const i64_3 = i64 + 128;
    const i64_4 = i64 + 192;
    const bs_1 = bs[i];
    const bs_2 = bs[i + 1];
    const bs_3 = bs[i + 2];
    const bs_4 = bs[i + 3];
    for (let k = 0; k < size; k += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      const k64 = k * 64;
      const k64_2 = k64 + 64;
      for (let j = 0; j < 64; j++) {
        const Ws_1 = Ws[i64 + j];
        const h_1 = h[k64 + j];
        const h_2 = h[k64_2 + j];
        const Ws_2 = Ws[i64_2 + j];
        const Ws_3 = Ws[i64_3 + j];
        const Ws_4 = Ws[i64_4 + j];
        s11 += Ws_1 * h_1;
        s12 += Ws_1 * h_2;
        s21 += Ws_2 * h_1;
        s22 += Ws_2 * h_2;
        s31 += Ws_3 * h_1;
        s32 += Ws_3 * h_2;
        s41 += Ws_4 * h_1;
        s42 += Ws_4 * h_2;
      }
      const k8 = k * 8;
      s[k8 + i] = s11 + bs_1;
      const k8_2 = k8 + 8;
      s[k8_2 + i] = s12 + bs_1;
      s[k8 + i + 1] = s21 + bs_2;
      s[k8_2 + i + 1] = s22 + bs_2;
      s[k8 + i + 2] = s31 + bs_3;
      s[k8_2 + i + 2] = s32 + bs_3;
      s[k8 + i + 3] = s41 + bs_4;
      s[k8_2 + i + 3] = s42 + bs_4;
    }
  }

  for (let k = 0; k < size; k++) {
    const row = rows[k];
    const k8 = k * 8;

    // code_boxMuller = noise(8)
    // exp2 = exp(s)
    // code_exp = exp(0.5 * s)
    // code = mu + code_exp .* code_boxMuller   [line 19]
    const t = -2;
    const t2 = 2 * 3.141592653589793;
    for (let i = 0; i < 8; i++) {
      code_boxMuller[k8 + i] = 0 + Math.sqrt(t * Math.log1p(-draw(clock.seed, clock.t, 1, row * 8 + i))) * Math.cos(t2 * draw(clock.seed, clock.t, 2, row * 8 + i));
      exp2[k8 + i] = Math.exp(s[k8 + i]);
      code_exp[k8 + i] = Math.exp(0.5 * s[k8 + i]);
      code[k8 + i] = mu[k8 + i] + code_exp[k8 + i] * code_boxMuller[k8 + i];
    }

    // prior_sum = Σn sum(exp2 + mu .^ 2 - 1 - s)
    let s2 = 0;
    for (let i = 0; i < 8; i++) {
      s2 += exp2[k8 + i] + mu[k8 + i] * mu[k8 + i] - 1 - s[k8 + i];
    }
    prior_sum[0] += s2;
  }

  // relu2 = relu(W2 * code + b2)   [line 20]
  for (let i = 0; i < 64; i += 4) {
    const i8 = i * 8;
    const i8_2 = i8 + 8;
    const i8_3 = i8 + 16;
    const i8_4 = i8 + 24;
    const b2_1 = b2[i];
    const b2_2 = b2[i + 1];
    const b2_3 = b2[i + 2];
    const b2_4 = b2[i + 3];
    for (let k = 0; k < size; k += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      const k8_2 = k * 8;
      const k8_3 = k8_2 + 8;
      for (let j = 0; j < 8; j++) {
        const W2_1 = W2[i8 + j];
        const code_1 = code[k8_2 + j];
        const code_2 = code[k8_3 + j];
        const W2_2 = W2[i8_2 + j];
        const W2_3 = W2[i8_3 + j];
        const W2_4 = W2[i8_4 + j];
        s11 += W2_1 * code_1;
        s12 += W2_1 * code_2;
        s21 += W2_2 * code_1;
        s22 += W2_2 * code_2;
        s31 += W2_3 * code_1;
        s32 += W2_3 * code_2;
        s41 += W2_4 * code_1;
        s42 += W2_4 * code_2;
      }
      const k64 = k * 64;
      relu2[k64 + i] = Math.max(s11 + b2_1, 0);
      const k64_2 = k64 + 64;
      relu2[k64_2 + i] = Math.max(s12 + b2_1, 0);
      relu2[k64 + i + 1] = Math.max(s21 + b2_2, 0);
      relu2[k64_2 + i + 1] = Math.max(s22 + b2_2, 0);
      relu2[k64 + i + 2] = Math.max(s31 + b2_3, 0);
      relu2[k64_2 + i + 2] = Math.max(s32 + b2_3, 0);
      relu2[k64 + i + 3] = Math.max(s41 + b2_4, 0);
      relu2[k64_2 + i + 3] = Math.max(s42 + b2_4, 0);
    }
  }

  // y_in = W3 * relu2 + b3
  for (let i = 0; i < 256; i += 4) {
    const i64 = i * 64;
    const i64_2 = i64 + 64;
    const i64_3 = i64 + 128;
    const i64_4 = i64 + 192;
    const b3_1 = b3[i];
    const b3_2 = b3[i + 1];
    const b3_3 = b3[i + 2];
    const b3_4 = b3[i + 3];
    for (let k = 0; k < size; k += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      const k64 = k * 64;
      const k64_2 = k64 + 64;
      for (let j = 0; j < 64; j++) {
        const W3_1 = W3[i64 + j];
        const relu_1 = relu2[k64 + j];
        const relu_2 = relu2[k64_2 + j];
        const W3_2 = W3[i64_2 + j];
        const W3_3 = W3[i64_3 + j];
        const W3_4 = W3[i64_4 + j];
        s11 += W3_1 * relu_1;
        s12 += W3_1 * relu_2;
        s21 += W3_2 * relu_1;
        s22 += W3_2 * relu_2;
        s31 += W3_3 * relu_1;
        s32 += W3_3 * relu_2;
        s41 += W3_4 * relu_1;
        s42 += W3_4 * relu_2;
      }
      const k256 = k * 256;
      y_in[k256 + i] = s11 + b3_1;
      const k256_2 = k256 + 256;
      y_in[k256_2 + i] = s12 + b3_1;
      y_in[k256 + i + 1] = s21 + b3_2;
      y_in[k256_2 + i + 1] = s22 + b3_2;
      y_in[k256 + i + 2] = s31 + b3_3;
      y_in[k256_2 + i + 2] = s32 + b3_3;
      y_in[k256 + i + 3] = s41 + b3_4;
      y_in[k256_2 + i + 3] = s42 + b3_4;
    }
  }

  for (let k = 0; k < size; k++) {
    const row = rows[k];
    const row256 = row * 256;
    const k64 = k * 64;
    const k256 = k * 256;

    // shown_sum = Σn sum(logisticLoss(y_in, x))
    let s2 = 0;
    for (let i = 0; i < 256; i++) {
      s2 += Math.max(y_in[k256 + i], 0) - x[row256 + i] * y_in[k256 + i] + Math.log1p(Math.exp(-Math.abs(y_in[k256 + i])));
    }
    shown_sum[0] += s2;

    // y = sigmoid(y_in)   [line 20, output]
    // sub2 = y - x   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z)]
    for (let i = 0; i < 256; i++) {
      const y = 1 / (1 + Math.exp(-y_in[k256 + i]));
      sub2[k256 + i] = y - x[row256 + i];
    }

    // larger2 = relu2 > 0
    for (let i = 0; i < 64; i++) {
      larger2[k64 + i] = relu2[k64 + i] > 0 ? 1 : 0;
    }
  }

  // dW3 = Σn outer(sub2, relu2)   [EQ4: ∂C/∂w = δ aᵀ; line 20]
  for (let j = 0; j < 64; j += 4) {
    for (let i = 0; i < 256; i += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k256_2 = k * 256;
        const sub_1 = sub2[k256_2 + i];
        const k64_2 = k * 64;
        const relu_1 = relu2[k64_2 + j];
        const sub_2 = sub2[k256_2 + i + 1];
        const relu_2 = relu2[k64_2 + j + 1];
        const relu_3 = relu2[k64_2 + j + 2];
        const relu_4 = relu2[k64_2 + j + 3];
        s11 += sub_1 * relu_1;
        s12 += sub_2 * relu_1;
        s21 += sub_1 * relu_2;
        s22 += sub_2 * relu_2;
        s31 += sub_1 * relu_3;
        s32 += sub_2 * relu_3;
        s41 += sub_1 * relu_4;
        s42 += sub_2 * relu_4;
      }
      const i64 = i * 64;
      dW3[i64 + j] += s11;
      const i64_2 = i64 + 64;
      dW3[i64_2 + j] += s12;
      dW3[i64 + j + 1] += s21;
      dW3[i64_2 + j + 1] += s22;
      dW3[i64 + j + 2] += s31;
      dW3[i64_2 + j + 2] += s32;
      dW3[i64 + j + 3] += s41;
      dW3[i64_2 + j + 3] += s42;
    }
  }

  // db3 = Σn sub2   [EQ3: ∂C/∂b = δ]
  for (let i = 0; i < 256; i += 4) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
    for (let k = 0; k < size; k++) {
      const k256_2 = k * 256;
      s1 += sub2[k256_2 + i];
      s2 += sub2[k256_2 + i + 1];
      s3 += sub2[k256_2 + i + 2];
      s4 += sub2[k256_2 + i + 3];
    }
    db3[i] += s1;
    db3[i + 1] += s2;
    db3[i + 2] += s3;
    db3[i + 3] += s4;
  }

  // delta = W3' * sub2   [line 20]
  for (let i = 0; i < 64; i += 4) {
    for (let k = 0; k < size; k += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      const k256_2 = k * 256;
      const k256_3 = k256_2 + 256;
      for (let j = 0; j < 256; j++) {
        const sub_1 = sub2[k256_2 + j];
        const j64 = j * 64;
        const W3_1 = W3[j64 + i];
        const sub_2 = sub2[k256_3 + j];
        const W3_2 = W3[j64 + i + 1];
        const W3_3 = W3[j64 + i + 2];
        const W3_4 = W3[j64 + i + 3];
        s11 += sub_1 * W3_1;
        s12 += sub_2 * W3_1;
        s21 += sub_1 * W3_2;
        s22 += sub_2 * W3_2;
        s31 += sub_1 * W3_3;
        s32 += sub_2 * W3_3;
        s41 += sub_1 * W3_4;
        s42 += sub_2 * W3_4;
      }
      const k64_2 = k * 64;
      delta[k64_2 + i] = s11;
      const k64_3 = k64_2 + 64;
      delta[k64_3 + i] = s12;
      delta[k64_2 + i + 1] = s21;
      delta[k64_3 + i + 1] = s22;
      delta[k64_2 + i + 2] = s31;
      delta[k64_3 + i + 2] = s32;
      delta[k64_2 + i + 3] = s41;
      delta[k64_3 + i + 3] = s42;
    }
  }

  // dW2 = Σn (reshape(larger2, [64, 1]) ? outer(delta, code) : 0)   [W2 * code with respect to W2: outer product of the cotangent and the vector; line 20]
  for (let j = 0; j < 6; j += 3) {
    for (let i = 0; i < 64; i += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0;
      for (let k = 0; k < size; k++) {
        const k64_2 = k * 64;
        const larger_1 = larger2[k64_2 + i];
        const delta_1 = delta[k64_2 + i];
        const k8_2 = k * 8;
        const code_1 = code[k8_2 + j];
        const larger_2 = larger2[k64_2 + i + 1];
        const delta_2 = delta[k64_2 + i + 1];
        const code_2 = code[k8_2 + j + 1];
        const code_3 = code[k8_2 + j + 2];
        s11 += larger_1 !== 0 ? delta_1 * code_1 : 0;
        s12 += larger_2 !== 0 ? delta_2 * code_1 : 0;
        s21 += larger_1 !== 0 ? delta_1 * code_2 : 0;
        s22 += larger_2 !== 0 ? delta_2 * code_2 : 0;
        s31 += larger_1 !== 0 ? delta_1 * code_3 : 0;
        s32 += larger_2 !== 0 ? delta_2 * code_3 : 0;
      }
      const i8 = i * 8;
      dW2[i8 + j] += s11;
      const i8_2 = i8 + 8;
      dW2[i8_2 + j] += s12;
      dW2[i8 + j + 1] += s21;
      dW2[i8_2 + j + 1] += s22;
      dW2[i8 + j + 2] += s31;
      dW2[i8_2 + j + 2] += s32;
    }
  }
  for (let j = 6; j < 8; j += 2) {
    for (let i = 0; i < 64; i += 2) {
      let s11_2 = 0, s12_2 = 0, s21_2 = 0, s22_2 = 0;
      for (let k = 0; k < size; k++) {
        const k64_3 = k * 64;
        const larger_1_2 = larger2[k64_3 + i];
        const delta_1_2 = delta[k64_3 + i];
        const k8_3 = k * 8;
        const code_1_2 = code[k8_3 + j];
        const larger_2_2 = larger2[k64_3 + i + 1];
        const delta_2_2 = delta[k64_3 + i + 1];
        const code_2_2 = code[k8_3 + j + 1];
        s11_2 += larger_1_2 !== 0 ? delta_1_2 * code_1_2 : 0;
        s12_2 += larger_2_2 !== 0 ? delta_2_2 * code_1_2 : 0;
        s21_2 += larger_1_2 !== 0 ? delta_1_2 * code_2_2 : 0;
        s22_2 += larger_2_2 !== 0 ? delta_2_2 * code_2_2 : 0;
      }
      const i8_3 = i * 8;
      dW2[i8_3 + j] += s11_2;
      const i8_4 = i8_3 + 8;
      dW2[i8_4 + j] += s12_2;
      dW2[i8_3 + j + 1] += s21_2;
      dW2[i8_4 + j + 1] += s22_2;
    }
  }

  for (let k = 0; k < size; k++) {
    const k64 = k * 64;

    // delta2 = larger2 ? delta : 0   [chain rule through relu: dx = y > 0 ? g : 0; line 20]
    for (let i = 0; i < 64; i++) {
      delta2[k64 + i] = larger2[k64 + i] !== 0 ? delta[k64 + i] : 0;
    }
  }

  // db2 = Σn delta2   [the same for all examples: their cotangents add up]
  for (let i = 0; i < 64; i += 4) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
    for (let k = 0; k < size; k++) {
      const k64_2 = k * 64;
      s1 += delta2[k64_2 + i];
      s2 += delta2[k64_2 + i + 1];
      s3 += delta2[k64_2 + i + 2];
      s4 += delta2[k64_2 + i + 3];
    }
    db2[i] += s1;
    db2[i + 1] += s2;
    db2[i + 2] += s3;
    db2[i + 3] += s4;
  }

  // dcode = W2' * delta2   [W2 * code with respect to code: the matrix transposed, times the cotangent; line 20]
  for (let i = 0; i < 8; i += 4) {
    for (let k = 0; k < size; k += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      const k64_2 = k * 64;
      const k64_3 = k64_2 + 64;
      for (let j = 0; j < 64; j++) {
        const delta2_1 = delta2[k64_2 + j];
        const j8 = j * 8;
        const W2_1 = W2[j8 + i];
        const delta2_2 = delta2[k64_3 + j];
        const W2_2 = W2[j8 + i + 1];
        const W2_3 = W2[j8 + i + 2];
        const W2_4 = W2[j8 + i + 3];
        s11 += delta2_1 * W2_1;
        s12 += delta2_2 * W2_1;
        s21 += delta2_1 * W2_2;
        s22 += delta2_2 * W2_2;
        s31 += delta2_1 * W2_3;
        s32 += delta2_2 * W2_3;
        s41 += delta2_1 * W2_4;
        s42 += delta2_2 * W2_4;
      }
      const k8_2 = k * 8;
      dcode[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      dcode[k8_3 + i] = s12;
      dcode[k8_2 + i + 1] = s21;
      dcode[k8_3 + i + 1] = s22;
      dcode[k8_2 + i + 2] = s31;
      dcode[k8_3 + i + 2] = s32;
      dcode[k8_2 + i + 3] = s41;
      dcode[k8_3 + i + 3] = s42;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;

    // dmu = mu + dcode   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 17]
    // ds_in = share3 + share2 * (dcode .* code_boxMuller .* code_exp)   [sum over every use of the value: chain rule through exp: ∂y/∂x = y; line 18]
    // ds = ds_in + share2 * exp2   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 18]
    const t = share3[0];
    const t2 = share2[0];
    for (let i = 0; i < 8; i++) {
      dmu[k8 + i] = mu[k8 + i] + dcode[k8 + i];
      const ds_in = t + t2 * (dcode[k8 + i] * code_boxMuller[k8 + i] * code_exp[k8 + i]);
      ds[k8 + i] = ds_in + t2 * exp2[k8 + i];
    }

    // dbm = Σn dmu   [EQ3: ∂C/∂b = δ]
    for (let i = 0; i < 8; i++) {
      dbm[i] += dmu[k8 + i];
    }

    // dbs = Σn ds   [EQ3: ∂C/∂b = δ]
    for (let i = 0; i < 8; i++) {
      dbs[i] += ds[k8 + i];
    }
  }

  // dWm = Σn outer(dmu, h)   [EQ4: ∂C/∂w = δ aᵀ; line 17]
  for (let j = 0; j < 64; j += 4) {
    for (let i = 0; i < 8; i += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k8_2 = k * 8;
        const dmu_1 = dmu[k8_2 + i];
        const k64_2 = k * 64;
        const h_1 = h[k64_2 + j];
        const dmu_2 = dmu[k8_2 + i + 1];
        const h_2 = h[k64_2 + j + 1];
        const h_3 = h[k64_2 + j + 2];
        const h_4 = h[k64_2 + j + 3];
        s11 += dmu_1 * h_1;
        s12 += dmu_2 * h_1;
        s21 += dmu_1 * h_2;
        s22 += dmu_2 * h_2;
        s31 += dmu_1 * h_3;
        s32 += dmu_2 * h_3;
        s41 += dmu_1 * h_4;
        s42 += dmu_2 * h_4;
      }
      const i64 = i * 64;
      dWm[i64 + j] += s11;
      const i64_2 = i64 + 64;
      dWm[i64_2 + j] += s12;
      dWm[i64 + j + 1] += s21;
      dWm[i64_2 + j + 1] += s22;
      dWm[i64 + j + 2] += s31;
      dWm[i64_2 + j + 2] += s32;
      dWm[i64 + j + 3] += s41;
      dWm[i64_2 + j + 3] += s42;
    }
  }

  // dWs = Σn outer(ds, h)   [EQ4: ∂C/∂w = δ aᵀ; line 18]
  for (let j = 0; j < 64; j += 4) {
    for (let i = 0; i < 8; i += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k8_2 = k * 8;
        const ds_1 = ds[k8_2 + i];
        const k64_2 = k * 64;
        const h_1 = h[k64_2 + j];
        const ds_2 = ds[k8_2 + i + 1];
        const h_2 = h[k64_2 + j + 1];
        const h_3 = h[k64_2 + j + 2];
        const h_4 = h[k64_2 + j + 3];
        s11 += ds_1 * h_1;
        s12 += ds_2 * h_1;
        s21 += ds_1 * h_2;
        s22 += ds_2 * h_2;
        s31 += ds_1 * h_3;
        s32 += ds_2 * h_3;
        s41 += ds_1 * h_4;
        s42 += ds_2 * h_4;
      }
      const i64 = i * 64;
      dWs[i64 + j] += s11;
      const i64_2 = i64 + 64;
      dWs[i64_2 + j] += s12;
      dWs[i64 + j + 1] += s21;
      dWs[i64_2 + j + 1] += s22;
      dWs[i64 + j + 2] += s31;
      dWs[i64_2 + j + 2] += s32;
      dWs[i64 + j + 3] += s41;
      dWs[i64_2 + j + 3] += s42;
    }
  }

  // dh = Ws' * ds + share * (Wm' * dmu)   [sum over every use of the value: Wm * h with respect to h: the matrix transposed, times the cotangent; line 16]
  const share_1 = share[0];
  for (let i = 0; i < 64; i += 4) {
    for (let k = 0; k < size; k += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      const k8_2 = k * 8;
      const k8_3 = k8_2 + 8;
      for (let j = 0; j < 8; j++) {
        const ds_1 = ds[k8_2 + j];
        const j64 = j * 64;
        const Ws_1 = Ws[j64 + i];
        const ds_2 = ds[k8_3 + j];
        const Ws_2 = Ws[j64 + i + 1];
        const Ws_3 = Ws[j64 + i + 2];
        const Ws_4 = Ws[j64 + i + 3];
        s11 += ds_1 * Ws_1;
        s12 += ds_2 * Ws_1;
        s21 += ds_1 * Ws_2;
        s22 += ds_2 * Ws_2;
        s31 += ds_1 * Ws_3;
        s32 += ds_2 * Ws_3;
        s41 += ds_1 * Ws_4;
        s42 += ds_2 * Ws_4;
      }
      let s11_2 = 0, s12_2 = 0, s21_2 = 0, s22_2 = 0, s31_2 = 0, s32_2 = 0, s41_2 = 0, s42_2 = 0;
      for (let j = 0; j < 8; j++) {
        const dmu_1 = dmu[k8_2 + j];
        const j64_2 = j * 64;
        const Wm_1 = Wm[j64_2 + i];
        const dmu_2 = dmu[k8_3 + j];
        const Wm_2 = Wm[j64_2 + i + 1];
        const Wm_3 = Wm[j64_2 + i + 2];
        const Wm_4 = Wm[j64_2 + i + 3];
        s11_2 += dmu_1 * Wm_1;
        s12_2 += dmu_2 * Wm_1;
        s21_2 += dmu_1 * Wm_2;
        s22_2 += dmu_2 * Wm_2;
        s31_2 += dmu_1 * Wm_3;
        s32_2 += dmu_2 * Wm_3;
        s41_2 += dmu_1 * Wm_4;
        s42_2 += dmu_2 * Wm_4;
      }
      const k64_2 = k * 64;
      dh[k64_2 + i] = s11 + share_1 * s11_2;
      const k64_3 = k64_2 + 64;
      dh[k64_3 + i] = s12 + share_1 * s12_2;
      dh[k64_2 + i + 1] = s21 + share_1 * s21_2;
      dh[k64_3 + i + 1] = s22 + share_1 * s22_2;
      dh[k64_2 + i + 2] = s31 + share_1 * s31_2;
      dh[k64_3 + i + 2] = s32 + share_1 * s32_2;
      dh[k64_2 + i + 3] = s41 + share_1 * s41_2;
      dh[k64_3 + i + 3] = s42 + share_1 * s42_2;
    }
  }

  for (let k = 0; k < size; k++) {
    const k64 = k * 64;

    // dh_in = h > 0 ? dh : 0   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 16]
    for (let i = 0; i < 64; i++) {
      dh_in[k64 + i] = h[k64 + i] > 0 ? dh[k64 + i] : 0;
    }
  }
}

/** A part of `step`: dW1, db1. */
function stepPart3(size: number): void {
  // dW1 = Σn outer(dh_in, x)   [EQ4: ∂C/∂w = δ aᵀ; line 16]
  for (let j = 0; j < 256; j += 4) {
    for (let i = 0; i < 64; i += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k64 = k * 64;
        const dh_in_1 = dh_in[k64 + i];
        const k256 = k * 256;
        const x_1 = x_block[k256 + j];
        const dh_in_2 = dh_in[k64 + i + 1];
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
      const k64 = k * 64;
      s1 += dh_in[k64 + i];
      s2 += dh_in[k64 + i + 1];
      s3 += dh_in[k64 + i + 2];
      s4 += dh_in[k64 + i + 3];
    }
    db1[i] += s1;
    db1[i + 1] += s2;
    db1[i + 2] += s3;
    db1[i + 3] += s4;
  }
}

/** A part of `step`: loss, m_W1, m_b1, m_Ws, m_bs, v_W1, W1 and 24 more. */
function stepPart4(params: Parameters, state: Floats, m: number): void {
  const { W1, b1, Wm, bm, Ws, bs, W2, b2, W3, b3 } = params;

  // loss = shown_sum / m + 0.5 * (prior_sum / m)   [all losses]
  total[0] = shown_sum[0] / m + 0.5 * (prior_sum[0] / m);

  // m_W1⁺ = 0.9 * m_W1 + 0.1 * dW1
  for (let i = 0; i < 16384; i++) {
    state[i] = 0.9 * state[i] + 0.1 * dW1[i];
  }

  // m_b1⁺ = 0.9 * m_b1 + 0.1 * db1
  for (let i = 0; i < 64; i++) {
    state[32768 + i] = 0.9 * state[32768 + i] + 0.1 * db1[i];
  }

  // m_Ws⁺ = 0.9 * m_Ws + 0.1 * dWs
  for (let i = 0; i < 512; i++) {
    state[33936 + i] = 0.9 * state[33936 + i] + 0.1 * dWs[i];
  }

  // m_bs⁺ = 0.9 * m_bs + 0.1 * dbs
  for (let i = 0; i < 8; i++) {
    state[34960 + i] = 0.9 * state[34960 + i] + 0.1 * dbs[i];
  }

  // v_W1⁺ = 0.999 * v_W1 + 0.001 * dW1 .^ 2
  // W1⁺ = W1 - stepSize * (m_W1⁺ ./ (sqrt(scale * v_W1⁺) + 1e-8))
  const t = stepSize[0];
  const t2 = scale[0];
  for (let i = 0; i < 16384; i++) {
    state[16384 + i] = 0.999 * state[16384 + i] + 0.001 * (dW1[i] * dW1[i]);
    W1[i] -= t * (state[i] / (Math.sqrt(t2 * state[16384 + i]) + 1e-8));
  }

  // v_b1⁺ = 0.999 * v_b1 + 0.001 * db1 .^ 2
  // b1⁺ = b1 - stepSize * (m_b1⁺ ./ (sqrt(scale * v_b1⁺) + 1e-8))
  const t3 = stepSize[0];
  const t4 = scale[0];
  for (let i = 0; i < 64; i++) {
    state[32832 + i] = 0.999 * state[32832 + i] + 0.001 * (db1[i] * db1[i]);
    b1[i] -= t3 * (state[32768 + i] / (Math.sqrt(t4 * state[32832 + i]) + 1e-8));
  }

  // m_Wm⁺ = 0.9 * m_Wm + share4 * dWm
  // v_Wm⁺ = 0.999 * v_Wm + 0.001 * (share * dWm) .^ 2
  // Wm⁺ = Wm - stepSize * (m_Wm⁺ ./ (sqrt(scale * v_Wm⁺) + 1e-8))
  const t5 = share4[0];
  const t6 = share[0];
  const t8 = stepSize[0];
  const t9 = scale[0];
  for (let i = 0; i < 512; i++) {
    state[32896 + i] = 0.9 * state[32896 + i] + t5 * dWm[i];
    const t7 = t6 * dWm[i];
    state[33408 + i] = 0.999 * state[33408 + i] + 0.001 * (t7 * t7);
    Wm[i] -= t8 * (state[32896 + i] / (Math.sqrt(t9 * state[33408 + i]) + 1e-8));
  }

  // m_bm⁺ = 0.9 * m_bm + share4 * dbm
  // v_bm⁺ = 0.999 * v_bm + 0.001 * (share * dbm) .^ 2
  // bm⁺ = bm - stepSize * (m_bm⁺ ./ (sqrt(scale * v_bm⁺) + 1e-8))
  const t7 = share4[0];
  const t10 = share[0];
  const t12 = stepSize[0];
  const t13 = scale[0];
  for (let i = 0; i < 8; i++) {
    state[33920 + i] = 0.9 * state[33920 + i] + t7 * dbm[i];
    const t11 = t10 * dbm[i];
    state[33928 + i] = 0.999 * state[33928 + i] + 0.001 * (t11 * t11);
    bm[i] -= t12 * (state[33920 + i] / (Math.sqrt(t13 * state[33928 + i]) + 1e-8));
  }

  // v_Ws⁺ = 0.999 * v_Ws + 0.001 * dWs .^ 2
  // Ws⁺ = Ws - stepSize * (m_Ws⁺ ./ (sqrt(scale * v_Ws⁺) + 1e-8))
  const t11 = stepSize[0];
  const t14 = scale[0];
  for (let i = 0; i < 512; i++) {
    state[34448 + i] = 0.999 * state[34448 + i] + 0.001 * (dWs[i] * dWs[i]);
    Ws[i] -= t11 * (state[33936 + i] / (Math.sqrt(t14 * state[34448 + i]) + 1e-8));
  }

  // v_bs⁺ = 0.999 * v_bs + 0.001 * dbs .^ 2
  // bs⁺ = bs - stepSize * (m_bs⁺ ./ (sqrt(scale * v_bs⁺) + 1e-8))
  const t15 = stepSize[0];
  const t16 = scale[0];
  for (let i = 0; i < 8; i++) {
    state[34968 + i] = 0.999 * state[34968 + i] + 0.001 * (dbs[i] * dbs[i]);
    bs[i] -= t15 * (state[34960 + i] / (Math.sqrt(t16 * state[34968 + i]) + 1e-8));
  }

  // m_W2⁺ = 0.9 * m_W2 + share4 * dW2
  // v_W2⁺ = 0.999 * v_W2 + 0.001 * (share * dW2) .^ 2
  // W2⁺ = W2 - stepSize * (m_W2⁺ ./ (sqrt(scale * v_W2⁺) + 1e-8))
  const t17 = share4[0];
  const t18 = share[0];
  const t20 = stepSize[0];
  const t21 = scale[0];
  for (let i = 0; i < 512; i++) {
    state[34976 + i] = 0.9 * state[34976 + i] + t17 * dW2[i];
    const t19 = t18 * dW2[i];
    state[35488 + i] = 0.999 * state[35488 + i] + 0.001 * (t19 * t19);
    W2[i] -= t20 * (state[34976 + i] / (Math.sqrt(t21 * state[35488 + i]) + 1e-8));
  }

  // m_b2⁺ = 0.9 * m_b2 + share4 * db2
  // v_b2⁺ = 0.999 * v_b2 + 0.001 * (share * db2) .^ 2
  // b2⁺ = b2 - stepSize * (m_b2⁺ ./ (sqrt(scale * v_b2⁺) + 1e-8))
  const t19 = share4[0];
  const t22 = share[0];
  const t24 = stepSize[0];
  const t25 = scale[0];
  for (let i = 0; i < 64; i++) {
    state[36000 + i] = 0.9 * state[36000 + i] + t19 * db2[i];
    const t23 = t22 * db2[i];
    state[36064 + i] = 0.999 * state[36064 + i] + 0.001 * (t23 * t23);
    b2[i] -= t24 * (state[36000 + i] / (Math.sqrt(t25 * state[36064 + i]) + 1e-8));
  }

  // m_W3⁺ = 0.9 * m_W3 + share4 * dW3
  // v_W3⁺ = 0.999 * v_W3 + 0.001 * (share * dW3) .^ 2
  // W3⁺ = W3 - stepSize * (m_W3⁺ ./ (sqrt(scale * v_W3⁺) + 1e-8))
  const t23 = share4[0];
  const t26 = share[0];
  const t28 = stepSize[0];
  const t29 = scale[0];
  for (let i = 0; i < 16384; i++) {
    state[36128 + i] = 0.9 * state[36128 + i] + t23 * dW3[i];
    const t27 = t26 * dW3[i];
    state[52512 + i] = 0.999 * state[52512 + i] + 0.001 * (t27 * t27);
    W3[i] -= t28 * (state[36128 + i] / (Math.sqrt(t29 * state[52512 + i]) + 1e-8));
  }

  // m_b3⁺ = 0.9 * m_b3 + share4 * db3
  // v_b3⁺ = 0.999 * v_b3 + 0.001 * (share * db3) .^ 2
  // b3⁺ = b3 - stepSize * (m_b3⁺ ./ (sqrt(scale * v_b3⁺) + 1e-8))
  const t27 = share4[0];
  const t30 = share[0];
  const t32 = stepSize[0];
  const t33 = scale[0];
  for (let i = 0; i < 256; i++) {
    state[68896 + i] = 0.9 * state[68896 + i] + t27 * db3[i];
    const t31 = t30 * db3[i];
    state[69152 + i] = 0.999 * state[69152 + i] + 0.001 * (t31 * t31);
    b3[i] -= t32 * (state[68896 + i] / (Math.sqrt(t33 * state[69152 + i]) + 1e-8));
  }
}

/** The predictions for one example among others. */
export function predict(params: Parameters, data: Examples, row: number, into: Outputs = createOutputs()): Outputs {
  return forward(params, data.columns.x.subarray(row * 256, row * 256 + 256), into);
}

/** The random number of one element at one step. */
function draw(seed: number, t: number, site: number, position: number): number {
  return uniform(seed, t * 64 + site, position);
}
