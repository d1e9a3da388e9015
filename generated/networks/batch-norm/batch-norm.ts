/**
 * batch-norm: compiled by gradc 0.1.0 from batch-norm.grad. Do not edit: change the spec and compile again.
 *
 * Spec        sha256 e3631828fb0d12b68227d0872f703427c664b8ffe06cef3f576438868b890363
 * Parameters  18954: W1 (64 × 256), g1 vector of 64, b1 vector of 64, W2 (32 × 64), g2 vector of 32, b2 vector of 32, W3 (10 × 32), b3 vector of 10
 * Statistics  192: batchNorm1_mean vector of 64, batchNorm1_variance vector of 64, batchNorm2_mean vector of 32, batchNorm2_variance vector of 32; kept beside the parameters: a step normalises by those of its batch, and moves these toward them
 * Precision   64-bit
 * Convention  loss and gradients are the mean over the batch; relu'(0) = 0
 * Stable form xlogy(d, softmax(z)) -> d .* logSoftmax(z)
 *
 * Operations of gradient, for one example (sums over the batch left out):
 *   forward 38181: 18954 multiply, 18878 add, 116 compare, 116 subtract, 106 divide, 10 exp, 1 log
 *   backward 24980: 21728 multiply, 2464 add, 384 select, 202 subtract, 106 compare, 96 divide
 *
 * Schedule:
 *   forward  loops: 38236 scalar operations, more than 2500; of 9 steps 3 in register tiles, 6 in plain loops
 *     tiles     h1 33088, h2 4256, add 650
 *     loops     sqrt 128, sqrt2 64, max 10, p_exp 20, sum 10, p 10
 *   evaluate  loops: 38315 scalar operations, more than 2500; of 17 steps 3 in register tiles, 9 in plain loops, 5 of at most 4 operations unrolled; examples in blocks of 64
 *     tiles     h1 33088, h2 4256, add 650
 *     loops     sqrt 128, sqrt2 64, max 10, logSoftmax_in 10, p_exp 10, sum 10, p 10, J_sum 41, accuracy 33
 *     unrolled  log 1, accuracy_sum 1, J 2, accuracy2 1, loss 0
 *   gradient  loops: 83476 scalar operations, more than 2500; of 62 steps 18 in register tiles, 38 in plain loops, 6 of at most 4 operations unrolled; examples in blocks of 64
 *     tiles     h1_observed 32768, batchNorm1_mean_sum 64, batchNorm1_variance_sum 128, h2_observed 4096, batchNorm2_variance_sum 64, add 650, dW3 640, dh2 640, dg2 96, delta3 96, delta6 64, grad_W2 4096, dh1 4096, grad_g1 192, delta9 192, grad_b1 64, delta12 128, grad_W1 32768
 *     loops     statistic 64, sub 64, sqrt 192, div 64, h1 192, batchNorm2_mean_sum 32, larger2 64, statistic2 32, sub2 32, sqrt2 96, div2 32, h2 96, larger 32, max 10, logSoftmax_in 10, p_exp 10, sum 10, p 10, J_sum 41, delta 20, db3 10, div3 64, delta2 64, dh2_in 32, db2 32, delta4 64, grad_g2 32, grad_b2 32, grad_W3 320, grad_b3 10, delta5 64, delta7 96, div4 128, delta8 64, dh1_in 64, delta10 128, delta11 128, delta13 192
 *     unrolled  share 1, share2 2, share3 1, log 1, J 2, loss 0
 *   step  loops: 159476 scalar operations, more than 2500; of 79 steps 18 in register tiles, 54 in plain loops, 7 of at most 4 operations unrolled; examples in blocks of 64; in 17 functions of at most 2000 written operations
 *     tiles     h1_observed 32768, batchNorm1_mean_sum 64, batchNorm1_variance_sum 128, h2_observed 4096, batchNorm2_variance_sum 64, add 650, dW3 640, dh2 640, dg2 96, delta3 96, delta6 64, dW2 4096, dh1 4096, dg1 192, delta9 192, db1 64, delta12 128, dW1 32768
 *     loops     statistic 64, sub 64, sqrt 192, div 64, h1 192, batchNorm2_mean_sum 32, larger2 64, statistic2 32, sub2 32, sqrt2 96, div2 32, h2 96, larger 32, max 10, logSoftmax_in 10, p_exp 10, sum 10, p 10, J_sum 41, delta 20, db3 10, div3 64, delta2 64, dh2_in 32, db2 32, delta4 64, delta5 64, delta7 96, div4 128, delta8 64, dh1_in 64, delta10 128, delta11 128, delta13 192, batchNorm1_mean 192, batchNorm1_variance 192, batchNorm2_mean 96, batchNorm2_variance 96, v_W1 49152, W1 16384, v_g1 192, g1 64, v_b1 192, b1 64, v_W2 6144, W2 2048, v_g2 96, g2 32, v_b2 96, b2 32, v_W3 960, W3 320, v_b3 30, b3 10
 *     unrolled  share 1, share2 1, share3 2, share4 1, stepSize 1, log 1, loss 2
 *
 * parameters
 *   W1   64 × 256   he       # line 5
 *   g1   64         ones     # line 6
 *   b1   64         zeros    # line 7
 *   W2   32 × 64    he       # line 8
 *   g2   32         ones     # line 9
 *   b2   32         zeros    # line 10
 *   W3   10 × 32    glorot   # line 11
 *   b3   10         zeros    # line 12
 *
 * running statistics
 *   batchNorm1_mean       64   0
 *   batchNorm1_variance   64   1
 *   batchNorm2_mean       32   0
 *   batchNorm2_variance   32   1
 *
 * data
 *   x   256   input         # line 2
 *   c   10    label of 10   # line 3
 *
 * forward
 *   t1 = W1 * x - statistic(1/m * Σn W1 * x, batchNorm1_mean)          64 per example
 *   t2 = sqrt(statistic(1/m * Σn t1 .^ 2, batchNorm1_variance) + 1/100000)   64
 *   h1 = relu(g1 .* (t1 ./ t2) + b1)                                   64 per example       # line 16
 *   t3 = W2 * h1 - statistic(1/m * Σn W2 * h1, batchNorm2_mean)        32 per example
 *   t4 = sqrt(statistic(1/m * Σn t3 .^ 2, batchNorm2_variance) + 1/100000)   32
 *   h2 = relu(g2 .* (t3 ./ t4) + b2)                                   32 per example       # line 17
 *   p = softmax(W3 * h2 + b3)                                          10 per example       # line 18, output
 *   t5 = c .* logSoftmax(W3 * h2 + b3)                                 10 per example
 *   J = -sum(t5)                                                       scalar per example   # line 19, loss
 *   accuracy = argmax(p) == argmax(c)                                  scalar per example   # line 21, metric
 *
 * mean over the batch of m examples
 *   J = -((Σn sum(t5)) / m)        scalar   # line 19, loss
 *   accuracy = (Σn accuracy) / m   scalar   # line 21, metric
 *
 * backward (constant factors come in last, with Σn)
 *   δ1 = p - c                                                         10 per example   # EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); chain rule through logSoftmax: dx = g - softmax(x) .* sum(g)
 *   dh2 = W3' * δ1                                                     32 per example   # W3 * h2 with respect to h2: the matrix transposed, times the cotangent
 *   t6 = dh2 .* g2 ./ t4                                               32 per example
 *   t7 = 1/m * (h2 > 0 ? t6 : 0)                                       32 per example   # chain rule through div: da = g / b
 *   t8 = 2 * (1/m) ^ 2 * ((Σn (h2 > 0 ? t6 .* (t3 ./ t4) : 0)) ./ (2 * t4) .* t3)   32 per example   # chain rule through square: ∂y/∂x = 2 * x
 *   δ2 = t7 - t8 + 1/m * Σn (t8 - t7)                                  32 per example   # EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); sum over every use of the value: each term of a sum gets the cotangent of the sum
 *   dh1 = W2' * δ2                                                     64 per example   # W2 * h1 with respect to h1: the matrix transposed, times the cotangent
 *   t9 = dh1 .* g1 ./ t2                                               64 per example
 *   t10 = h1 > 0 ? t9 : 0                                              64 per example   # chain rule through div: da = g / b
 *   t11 = 2 * (1/m) * ((Σn (h1 > 0 ? t9 .* (t1 ./ t2) : 0)) ./ (2 * t2) .* t1)   64 per example   # chain rule through square: ∂y/∂x = 2 * x
 *   δ3 = t10 - t11 + 1/m * Σn (t11 - t10)                              64 per example   # EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); sum over every use of the value: each term of a sum gets the cotangent of the sum
 *   dW1 = Σn outer(δ3, x)                                              64 × 256         # EQ4: ∂C/∂w = δ aᵀ; W1 * x with respect to W1: outer product of the cotangent and the vector
 *   dg1 = Σn (h1 > 0 ? dh1 .* (t1 ./ t2) : 0)                          64               # the same for all examples: their cotangents add up
 *   dh1_in = h1 > 0 ? dh1 : 0                                          64 per example   # chain rule through relu: dx = y > 0 ? g : 0
 *   db1 = Σn dh1_in                                                    64               # the same for all examples: their cotangents add up
 *   dW2 = Σn outer(δ2, h1)                                             32 × 64          # EQ4: ∂C/∂w = δ aᵀ; W2 * h1 with respect to W2: outer product of the cotangent and the vector
 *   dg2 = 1/m * Σn (h2 > 0 ? dh2 .* (t3 ./ t4) : 0)                    32               # the same for all examples: their cotangents add up
 *   dh2_in = h2 > 0 ? dh2 : 0                                          32 per example   # chain rule through relu: dx = y > 0 ? g : 0
 *   db2 = 1/m * Σn dh2_in                                              32               # the same for all examples: their cotangents add up
 *   dW3 = 1/m * Σn outer(δ1, h2)                                       10 × 32          # EQ4: ∂C/∂w = δ aᵀ; W3 * h2 with respect to W3: outer product of the cotangent and the vector
 *   db3 = 1/m * Σn δ1                                                  10               # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
 */

/** The arrays that hold numbers. */
export type Floats = Float64Array;

/** Row-major numbers. The mark, never set, carries the shape, so that a 2-vector is not a 3-vector. */
export type Tensor<Shape extends readonly number[]> = Floats & { readonly shape?: Shape };

/** N numbers, row-major: an array literal of that length, or a typed array. */
export type Vector<N extends number> = Tensor<[N]> | (readonly number[] & { readonly length: N });

/** Trainable numbers, and running statistics, which steps set: views on one flat array. */
export interface Parameters {
  /** All of them, one parameter after the other. */
  readonly flat: Floats;
  readonly W1: Tensor<[64, 256]>;
  readonly g1: Tensor<[64]>;
  readonly b1: Tensor<[64]>;
  readonly W2: Tensor<[32, 64]>;
  readonly g2: Tensor<[32]>;
  readonly b2: Tensor<[32]>;
  readonly W3: Tensor<[10, 32]>;
  readonly b3: Tensor<[10]>;
  readonly batchNorm1_mean: Tensor<[64]>;
  readonly batchNorm1_variance: Tensor<[64]>;
  readonly batchNorm2_mean: Tensor<[32]>;
  readonly batchNorm2_variance: Tensor<[32]>;
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
  readonly g1: Tensor<[64]>;
  readonly b1: Tensor<[64]>;
  readonly W2: Tensor<[32, 64]>;
  readonly g2: Tensor<[32]>;
  readonly b2: Tensor<[32]>;
  readonly W3: Tensor<[10, 32]>;
  readonly b3: Tensor<[10]>;
  /** Each loss over the batch. */
  readonly losses: Floats;
}

/** Predictions for one example. */
export type Outputs = { readonly p: Tensor<[10]> };

/** What the module is: names, shapes, defaults and data of the spec. */
export const metadata = {
  name: "batch-norm",
  hash: "e3631828fb0d12b68227d0872f703427c664b8ffe06cef3f576438868b890363",
  version: "0.1.0",
  precision: "f64",
  parameters: [
    { name: "W1", shape: [64, 256], offset: 0, initial: { kind: "he" } },
    { name: "g1", shape: [64], offset: 16384, initial: { kind: "ones" } },
    { name: "b1", shape: [64], offset: 16448, initial: { kind: "zeros" } },
    { name: "W2", shape: [32, 64], offset: 16512, initial: { kind: "he" } },
    { name: "g2", shape: [32], offset: 18560, initial: { kind: "ones" } },
    { name: "b2", shape: [32], offset: 18592, initial: { kind: "zeros" } },
    { name: "W3", shape: [10, 32], offset: 18624, initial: { kind: "glorot" } },
    { name: "b3", shape: [10], offset: 18944, initial: { kind: "zeros" } },
    {
      name: "batchNorm1_mean",
      shape: [64],
      offset: 18954,
      initial: { kind: "fill", value: 0 },
      statistic: true,
    },
    {
      name: "batchNorm1_variance",
      shape: [64],
      offset: 19018,
      initial: { kind: "fill", value: 1 },
      statistic: true,
    },
    {
      name: "batchNorm2_mean",
      shape: [32],
      offset: 19082,
      initial: { kind: "fill", value: 0 },
      statistic: true,
    },
    {
      name: "batchNorm2_variance",
      shape: [32],
      offset: 19114,
      initial: { kind: "fill", value: 1 },
      statistic: true,
    },
  ],
  columns: [{ name: "x", role: "input", shape: [256] }, { name: "c", role: "label", shape: [], classes: 10 }],
  hypers: [],
  losses: ["J"],
  metrics: ["accuracy"],
  outputs: [{ name: "p", shape: [10] }],
  reduction: "mean",
  data: { kind: "generator", name: "digits" },
  train: { optimizer: "momentum", rate: 0.05, batch: 32, epochs: 8, validation: 0.2, seed: 1 },
} as const;

/** Parameters as views on one flat array, zero where none is given. */
export function createParameters(flat: Floats = new Float64Array(19146)): Parameters {
  return {
    flat,
    W1: flat.subarray(0, 16384),
    g1: flat.subarray(16384, 16448),
    b1: flat.subarray(16448, 16512),
    W2: flat.subarray(16512, 18560),
    g2: flat.subarray(18560, 18592),
    b2: flat.subarray(18592, 18624),
    W3: flat.subarray(18624, 18944),
    b3: flat.subarray(18944, 18954),
    batchNorm1_mean: flat.subarray(18954, 19018),
    batchNorm1_variance: flat.subarray(19018, 19082),
    batchNorm2_mean: flat.subarray(19082, 19114),
    batchNorm2_variance: flat.subarray(19114, 19146),
  };
}

/** Initial parameters: the same numbers for the same seed. */
export function initialise(seed: number, params: Parameters = createParameters()): Parameters {
  for (let k = 0; k < 16384; k++) params.W1[k] = 0.08838834764831845 * normal(seed, 0, k);
  params.g1.fill(1);
  params.b1.fill(0);
  for (let k = 0; k < 2048; k++) params.W2[k] = 0.1767766952966369 * normal(seed, 3, k);
  params.g2.fill(1);
  params.b2.fill(0);
  for (let k = 0; k < 320; k++) params.W3[k] = 0.3779644730092272 * (2 * uniform(seed, 6, k) - 1);
  params.b3.fill(0);
  params.batchNorm1_mean.fill(0);
  params.batchNorm1_variance.fill(1);
  params.batchNorm2_mean.fill(0);
  params.batchNorm2_variance.fill(1);
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
    W1: new Float64Array(16384),
    g1: new Float64Array(64),
    b1: new Float64Array(64),
    W2: new Float64Array(2048),
    g2: new Float64Array(32),
    b2: new Float64Array(32),
    W3: new Float64Array(320),
    b3: new Float64Array(10),
    losses: new Float64Array(1),
  };
}

/** The state of the update rule, all zeros. */
export function createState(): Floats {
  return new Float64Array(18954);
}

/** Room for sqrt2, statistic2 and delta10, one after the other. */
const sqrt2 = new Float64Array(64);

const statistic2 = sqrt2;

const delta10 = sqrt2;

/** Room for sqrt2_2, statistic2_2 and db1, one after the other. */
const db1 = new Float64Array(64);

const sqrt2_2 = db1;

const statistic2_2 = db1;

/** Room for h1, div2, dh1 and dW1, one after the other. */
const dW1 = new Float64Array(16384);

const h1 = dW1;

const div2 = dW1;

const dh1 = dW1;

/** Room for h2, dh2, dh1_in and delta13, one after the other. */
const dh1_in = new Float64Array(4096);

const h2 = dh1_in;

const dh2 = dh1_in;

const delta13 = dh1_in;

/** Room for add2, p, dh2_in and delta7, one after the other. */
const dh2_in = new Float64Array(2048);

const add2 = dh2_in;

const p = dh2_in;

const delta7 = dh2_in;

/** Room for p_exp, div3 and dW2, one after the other. */
const div3 = new Float64Array(2048);

const p_exp = div3;

const dW2 = div3;

/** Room for x_block, larger2 and div4, one after the other. */
const x_block = new Float64Array(16384);

const larger2 = x_block;

const div4 = x_block;

const rows = new Int32Array(64);

/** Room for logSoftmax_in, delta, delta4, delta9 and delta12, one after the other. */
const logSoftmax_in = new Float64Array(640);

const delta = logSoftmax_in;

const delta4 = logSoftmax_in;

const delta9 = logSoftmax_in;

const delta12 = logSoftmax_in;

/** All examples of a batch, one after the other: made longer where a batch is larger than those before. */
let h1_observed_batch = new Float64Array(0);

const batchNorm1_mean_sum = new Float64Array(64);

/** All examples of a batch, one after the other: made longer where a batch is larger than those before. */
let sub_batch = new Float64Array(0);

const batchNorm1_variance_sum = new Float64Array(64);

/** All examples of a batch, one after the other: made longer where a batch is larger than those before. */
let div_batch = new Float64Array(0);

/** All examples of a batch, one after the other: made longer where a batch is larger than those before. */
let h1_batch = new Float64Array(0);

/** All examples of a batch, one after the other: made longer where a batch is larger than those before. */
let h2_observed_batch = new Float64Array(0);

const batchNorm2_mean_sum = new Float64Array(32);

/** All examples of a batch, one after the other: made longer where a batch is larger than those before. */
let larger2_batch = new Float64Array(0);

/** All examples of a batch, one after the other: made longer where a batch is larger than those before. */
let sub2_batch = new Float64Array(0);

const batchNorm2_variance_sum = new Float64Array(32);

const db3 = new Float64Array(10);

const dW3 = new Float64Array(320);

const dg2 = new Float64Array(32);

/** All examples of a batch, one after the other: made longer where a batch is larger than those before. */
let delta2_batch = new Float64Array(0);

const db2 = new Float64Array(32);

/** Room for delta3 and dg1, one after the other. */
const dg1 = new Float64Array(64);

const delta3 = dg1;

/** All examples of a batch, one after the other: made longer where a batch is larger than those before. */
let delta5_batch = new Float64Array(0);

/** Room for delta6 and J_sum, one after the other. */
const delta6 = new Float64Array(32);

const J_sum = delta6;

/** All examples of a batch, one after the other: made longer where a batch is larger than those before. */
let delta8_batch = new Float64Array(0);

/** All examples of a batch, one after the other: made longer where a batch is larger than those before. */
let delta11_batch = new Float64Array(0);

const share = new Float64Array(1);

const share2 = new Float64Array(1);

const share3 = new Float64Array(1);

const share4 = new Float64Array(1);

const stepSize = new Float64Array(1);

const total = new Float64Array(1);

/** The predictions for one example. */
export function forward(params: Parameters, x: Vector<256>, into: Outputs = createOutputs()): Outputs {
  const { batchNorm1_variance, batchNorm2_variance, g1, W1, batchNorm1_mean, b1, g2, W2, batchNorm2_mean, b2, W3, b3 } = params;

  // sqrt2 = sqrt(batchNorm1_variance + 1/100000)
  for (let i = 0; i < 64; i++) {
    sqrt2[i] = Math.sqrt(batchNorm1_variance[i] + 0.00001);
  }

  // sqrt2_2 = sqrt(batchNorm2_variance + 1/100000)
  for (let i = 0; i < 32; i++) {
    sqrt2_2[i] = Math.sqrt(batchNorm2_variance[i] + 0.00001);
  }

  // h1 = relu(g1 .* ((W1 * x - batchNorm1_mean) ./ sqrt2) + b1)   [line 16]
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
    h1[i] = Math.max(g1[i] * ((s1 - batchNorm1_mean[i]) / sqrt2[i]) + b1[i], 0);
    h1[i + 1] = Math.max(g1[i + 1] * ((s2 - batchNorm1_mean[i + 1]) / sqrt2[i + 1]) + b1[i + 1], 0);
    h1[i + 2] = Math.max(g1[i + 2] * ((s3 - batchNorm1_mean[i + 2]) / sqrt2[i + 2]) + b1[i + 2], 0);
    h1[i + 3] = Math.max(g1[i + 3] * ((s4 - batchNorm1_mean[i + 3]) / sqrt2[i + 3]) + b1[i + 3], 0);
    h1[i + 4] = Math.max(g1[i + 4] * ((s5 - batchNorm1_mean[i + 4]) / sqrt2[i + 4]) + b1[i + 4], 0);
    h1[i + 5] = Math.max(g1[i + 5] * ((s6 - batchNorm1_mean[i + 5]) / sqrt2[i + 5]) + b1[i + 5], 0);
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
    h1[i] = Math.max(g1[i] * ((s1_2 - batchNorm1_mean[i]) / sqrt2[i]) + b1[i], 0);
    h1[i + 1] = Math.max(g1[i + 1] * ((s2_2 - batchNorm1_mean[i + 1]) / sqrt2[i + 1]) + b1[i + 1], 0);
    h1[i + 2] = Math.max(g1[i + 2] * ((s3_2 - batchNorm1_mean[i + 2]) / sqrt2[i + 2]) + b1[i + 2], 0);
    h1[i + 3] = Math.max(g1[i + 3] * ((s4_2 - batchNorm1_mean[i + 3]) / sqrt2[i + 3]) + b1[i + 3], 0);
  }

  // h2 = relu(g2 .* ((W2 * h1 - batchNorm2_mean) ./ sqrt2_2) + b2)   [line 17]
  for (let i = 0; i < 30; i += 6) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0;
    const i64 = i * 64;
    const i64_2 = i64 + 64;
    const i64_3 = i64 + 128;
    const i64_4 = i64 + 192;
    const i64_5 = i64 + 256;
    const i64_6 = i64 + 320;
    for (let j = 0; j < 64; j++) {
      const h1_1 = h1[j];
      s1 += W2[i64 + j] * h1_1;
      s2 += W2[i64_2 + j] * h1_1;
      s3 += W2[i64_3 + j] * h1_1;
      s4 += W2[i64_4 + j] * h1_1;
      s5 += W2[i64_5 + j] * h1_1;
      s6 += W2[i64_6 + j] * h1_1;
    }
    h2[i] = Math.max(g2[i] * ((s1 - batchNorm2_mean[i]) / sqrt2_2[i]) + b2[i], 0);
    h2[i + 1] = Math.max(g2[i + 1] * ((s2 - batchNorm2_mean[i + 1]) / sqrt2_2[i + 1]) + b2[i + 1], 0);
    h2[i + 2] = Math.max(g2[i + 2] * ((s3 - batchNorm2_mean[i + 2]) / sqrt2_2[i + 2]) + b2[i + 2], 0);
    h2[i + 3] = Math.max(g2[i + 3] * ((s4 - batchNorm2_mean[i + 3]) / sqrt2_2[i + 3]) + b2[i + 3], 0);
    h2[i + 4] = Math.max(g2[i + 4] * ((s5 - batchNorm2_mean[i + 4]) / sqrt2_2[i + 4]) + b2[i + 4], 0);
    h2[i + 5] = Math.max(g2[i + 5] * ((s6 - batchNorm2_mean[i + 5]) / sqrt2_2[i + 5]) + b2[i + 5], 0);
  }
  for (let i = 30; i < 32; i += 2) {
    let s1_2 = 0, s2_2 = 0;
    const i64_7 = i * 64;
    const i64_8 = i64_7 + 64;
    for (let j = 0; j < 64; j++) {
      const h1_1_2 = h1[j];
      s1_2 += W2[i64_7 + j] * h1_1_2;
      s2_2 += W2[i64_8 + j] * h1_1_2;
    }
    h2[i] = Math.max(g2[i] * ((s1_2 - batchNorm2_mean[i]) / sqrt2_2[i]) + b2[i], 0);
    h2[i + 1] = Math.max(g2[i + 1] * ((s2_2 - batchNorm2_mean[i + 1]) / sqrt2_2[i + 1]) + b2[i + 1], 0);
  }

  // add2 = W3 * h2 + b3
  for (let i = 0; i < 10; i += 5) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0;
    const i32 = i * 32;
    const i32_2 = i32 + 32;
    const i32_3 = i32 + 64;
    const i32_4 = i32 + 96;
    const i32_5 = i32 + 128;
    for (let j = 0; j < 32; j++) {
      const h2_1 = h2[j];
      s1 += W3[i32 + j] * h2_1;
      s2 += W3[i32_2 + j] * h2_1;
      s3 += W3[i32_3 + j] * h2_1;
      s4 += W3[i32_4 + j] * h2_1;
      s5 += W3[i32_5 + j] * h2_1;
    }
    add2[i] = s1 + b3[i];
    add2[i + 1] = s2 + b3[i + 1];
    add2[i + 2] = s3 + b3[i + 2];
    add2[i + 3] = s4 + b3[i + 3];
    add2[i + 4] = s5 + b3[i + 4];
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

  // p = p_exp / sum   [line 18, output]
  for (let i = 0; i < 10; i++) {
    into.p[i] = p_exp[i] / sum;
  }
  return into;
}

/** Losses, then metrics, over the examples `order[from … to)`, as inference computes them, into `report`; returns the total loss. */
export function evaluate(params: Parameters, data: Examples, report: Report, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { batchNorm1_variance, batchNorm2_variance, g1, W1, batchNorm1_mean, b1, g2, W2, batchNorm2_mean, b2, W3, b3 } = params;
  const { x, c } = data.columns;
  const m = to - from;

  // sqrt2 = sqrt(batchNorm1_variance + 1/100000)
  for (let i = 0; i < 64; i++) {
    sqrt2[i] = Math.sqrt(batchNorm1_variance[i] + 0.00001);
  }

  // sqrt2_2 = sqrt(batchNorm2_variance + 1/100000)
  for (let i = 0; i < 32; i++) {
    sqrt2_2[i] = Math.sqrt(batchNorm2_variance[i] + 0.00001);
  }
  let J_sum = 0;
  let accuracy_sum = 0;
  for (let first = from; first < to; first += 64) {
    const size = Math.min(64, to - first);
    for (let k = 0; k < size; k++) {
      const row = order === undefined ? first + k : order[first + k];
      rows[k] = row;
      for (let i = 0; i < 256; i++) x_block[k * 256 + i] = x[row * 256 + i];
    }

    // h1 = relu(g1 .* ((W1 * x - batchNorm1_mean) ./ sqrt2) + b1)   [line 16]
    for (let i = 0; i < 64; i += 4) {
      const i256 = i * 256;
      const i256_2 = i256 + 256;
      const i256_3 = i256 + 512;
      const i256_4 = i256 + 768;
      const g1_1 = g1[i];
      const batchNorm1_mean_1 = batchNorm1_mean[i];
      const sqrt_1 = sqrt2[i];
      const b1_1 = b1[i];
      const g1_2 = g1[i + 1];
      const batchNorm1_mean_2 = batchNorm1_mean[i + 1];
      const sqrt_2 = sqrt2[i + 1];
      const b1_2 = b1[i + 1];
      const g1_3 = g1[i + 2];
      const batchNorm1_mean_3 = batchNorm1_mean[i + 2];
      const sqrt_3 = sqrt2[i + 2];
      const b1_3 = b1[i + 2];
      const g1_4 = g1[i + 3];
      const batchNorm1_mean_4 = batchNorm1_mean[i + 3];
      const sqrt_4 = sqrt2[i + 3];
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
        h1[k64 + i] = Math.max(g1_1 * ((s11 - batchNorm1_mean_1) / sqrt_1) + b1_1, 0);
        const k64_2 = k64 + 64;
        h1[k64_2 + i] = Math.max(g1_1 * ((s12 - batchNorm1_mean_1) / sqrt_1) + b1_1, 0);
        h1[k64 + i + 1] = Math.max(g1_2 * ((s21 - batchNorm1_mean_2) / sqrt_2) + b1_2, 0);
        h1[k64_2 + i + 1] = Math.max(g1_2 * ((s22 - batchNorm1_mean_2) / sqrt_2) + b1_2, 0);
        h1[k64 + i + 2] = Math.max(g1_3 * ((s31 - batchNorm1_mean_3) / sqrt_3) + b1_3, 0);
        h1[k64_2 + i + 2] = Math.max(g1_3 * ((s32 - batchNorm1_mean_3) / sqrt_3) + b1_3, 0);
        h1[k64 + i + 3] = Math.max(g1_4 * ((s41 - batchNorm1_mean_4) / sqrt_4) + b1_4, 0);
        h1[k64_2 + i + 3] = Math.max(g1_4 * ((s42 - batchNorm1_mean_4) / sqrt_4) + b1_4, 0);
      }
    }

    // h2 = relu(g2 .* ((W2 * h1 - batchNorm2_mean) ./ sqrt2_2) + b2)   [line 17]
    for (let i = 0; i < 32; i += 4) {
      const i64 = i * 64;
      const i64_2 = i64 + 64;
      const i64_3 = i64 + 128;
      const i64_4 = i64 + 192;
      const g2_1 = g2[i];
      const batchNorm2_mean_1 = batchNorm2_mean[i];
      const sqrt2_1 = sqrt2_2[i];
      const b2_1 = b2[i];
      const g2_2 = g2[i + 1];
      const batchNorm2_mean_2 = batchNorm2_mean[i + 1];
      const sqrt2_2_2 = sqrt2_2[i + 1];
      const b2_2 = b2[i + 1];
      const g2_3 = g2[i + 2];
      const batchNorm2_mean_3 = batchNorm2_mean[i + 2];
      const sqrt2_3 = sqrt2_2[i + 2];
      const b2_3 = b2[i + 2];
      const g2_4 = g2[i + 3];
      const batchNorm2_mean_4 = batchNorm2_mean[i + 3];
      const sqrt2_4 = sqrt2_2[i + 3];
      const b2_4 = b2[i + 3];
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k64 = k * 64;
        const k64_2 = k64 + 64;
        for (let j = 0; j < 64; j++) {
          const W2_1 = W2[i64 + j];
          const h1_1 = h1[k64 + j];
          const h1_2 = h1[k64_2 + j];
          const W2_2 = W2[i64_2 + j];
          const W2_3 = W2[i64_3 + j];
          const W2_4 = W2[i64_4 + j];
          s11 += W2_1 * h1_1;
          s12 += W2_1 * h1_2;
          s21 += W2_2 * h1_1;
          s22 += W2_2 * h1_2;
          s31 += W2_3 * h1_1;
          s32 += W2_3 * h1_2;
          s41 += W2_4 * h1_1;
          s42 += W2_4 * h1_2;
        }
        const k32 = k * 32;
        h2[k32 + i] = Math.max(g2_1 * ((s11 - batchNorm2_mean_1) / sqrt2_1) + b2_1, 0);
        const k32_2 = k32 + 32;
        h2[k32_2 + i] = Math.max(g2_1 * ((s12 - batchNorm2_mean_1) / sqrt2_1) + b2_1, 0);
        h2[k32 + i + 1] = Math.max(g2_2 * ((s21 - batchNorm2_mean_2) / sqrt2_2_2) + b2_2, 0);
        h2[k32_2 + i + 1] = Math.max(g2_2 * ((s22 - batchNorm2_mean_2) / sqrt2_2_2) + b2_2, 0);
        h2[k32 + i + 2] = Math.max(g2_3 * ((s31 - batchNorm2_mean_3) / sqrt2_3) + b2_3, 0);
        h2[k32_2 + i + 2] = Math.max(g2_3 * ((s32 - batchNorm2_mean_3) / sqrt2_3) + b2_3, 0);
        h2[k32 + i + 3] = Math.max(g2_4 * ((s41 - batchNorm2_mean_4) / sqrt2_4) + b2_4, 0);
        h2[k32_2 + i + 3] = Math.max(g2_4 * ((s42 - batchNorm2_mean_4) / sqrt2_4) + b2_4, 0);
      }
    }

    // add2 = W3 * h2 + b3
    for (let k = 0; k < size; k += 4) {
      const k32 = k * 32;
      const k32_2 = k32 + 32;
      const k32_3 = k32 + 64;
      const k32_4 = k32 + 96;
      const k10 = k * 10;
      const k10_2 = k10 + 10;
      const k10_3 = k10 + 20;
      const k10_4 = k10 + 30;
      for (let i = 0; i < 10; i += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const i32 = i * 32;
        const i32_2 = i32 + 32;
        for (let j = 0; j < 32; j++) {
          const W3_1 = W3[i32 + j];
          const h2_1 = h2[k32 + j];
          const W3_2 = W3[i32_2 + j];
          const h2_2 = h2[k32_2 + j];
          const h2_3 = h2[k32_3 + j];
          const h2_4 = h2[k32_4 + j];
          s11 += W3_1 * h2_1;
          s12 += W3_2 * h2_1;
          s21 += W3_1 * h2_2;
          s22 += W3_2 * h2_2;
          s31 += W3_1 * h2_3;
          s32 += W3_2 * h2_3;
          s41 += W3_1 * h2_4;
          s42 += W3_2 * h2_4;
        }
        const b3_1 = b3[i];
        add2[k10 + i] = s11 + b3_1;
        const b3_2 = b3[i + 1];
        add2[k10 + i + 1] = s12 + b3_2;
        add2[k10_2 + i] = s21 + b3_1;
        add2[k10_2 + i + 1] = s22 + b3_2;
        add2[k10_3 + i] = s31 + b3_1;
        add2[k10_3 + i + 1] = s32 + b3_2;
        add2[k10_4 + i] = s41 + b3_1;
        add2[k10_4 + i + 1] = s42 + b3_2;
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

      // p = p_exp / sum   [line 18, output]
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

      // accuracy = argmax(p) == argmax(c)   [line 21, metric]
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

  // J = -(J_sum / m)   [line 19, loss]
  const J = -(J_sum / m);
  report[0] = J;

  // accuracy2 = accuracy_sum / m   [line 21, metric]
  report[1] = accuracy_sum / m;
  return J;
}

/** The loss over the examples `order[from … to)` and its gradients, into `into`; returns the loss. */
export function gradient(params: Parameters, data: Examples, into: Gradients, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { W1, g1, b1, W2, g2, b2, W3, b3 } = params;
  const { x, c } = data.columns;
  const m = to - from;
  if (h1_observed_batch.length < (m + 3) * 64) h1_observed_batch = new Float64Array((m + 3) * 64);
  if (sub_batch.length < (m + 3) * 64) sub_batch = new Float64Array((m + 3) * 64);
  if (div_batch.length < (m + 3) * 64) div_batch = new Float64Array((m + 3) * 64);
  if (h1_batch.length < (m + 3) * 64) h1_batch = new Float64Array((m + 3) * 64);
  if (h2_observed_batch.length < (m + 3) * 32) h2_observed_batch = new Float64Array((m + 3) * 32);
  if (larger2_batch.length < (m + 3) * 64) larger2_batch = new Float64Array((m + 3) * 64);
  if (sub2_batch.length < (m + 3) * 32) sub2_batch = new Float64Array((m + 3) * 32);
  if (delta2_batch.length < (m + 3) * 32) delta2_batch = new Float64Array((m + 3) * 32);
  if (delta5_batch.length < (m + 3) * 32) delta5_batch = new Float64Array((m + 3) * 32);
  if (delta8_batch.length < (m + 3) * 64) delta8_batch = new Float64Array((m + 3) * 64);
  if (delta11_batch.length < (m + 3) * 64) delta11_batch = new Float64Array((m + 3) * 64);
  const h1_observed = h1_observed_batch;
  const sub = sub_batch;
  const div = div_batch;
  const h1 = h1_batch;
  const h2_observed = h2_observed_batch;
  const larger2_2 = larger2_batch;
  const sub2 = sub2_batch;
  const delta2 = delta2_batch;
  const delta5 = delta5_batch;
  const delta8 = delta8_batch;
  const delta11 = delta11_batch;
  const share = 1 / m;

  // share2 = 2 * share ^ 2
  const share2 = 2 * (share * share);
  const share3 = 2 * share;
  batchNorm1_mean_sum.fill(0);
  for (let first = from; first < to; first += 64) {
    const size = Math.min(64, to - first);
    const begin = first - from;
    const begin64 = begin * 64;
    for (let k = 0; k < size; k++) {
      const row = order === undefined ? first + k : order[first + k];
      for (let i = 0; i < 256; i++) x_block[k * 256 + i] = x[row * 256 + i];
    }

    // h1_observed = W1 * x
    for (let i = 0; i < 64; i += 4) {
      const i256 = i * 256;
      const i256_2 = i256 + 256;
      const i256_3 = i256 + 512;
      const i256_4 = i256 + 768;
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
        h1_observed[begin64 + k64 + i] = s11;
        const k64_2 = k64 + 64;
        h1_observed[begin64 + k64_2 + i] = s12;
        h1_observed[begin64 + k64 + i + 1] = s21;
        h1_observed[begin64 + k64_2 + i + 1] = s22;
        h1_observed[begin64 + k64 + i + 2] = s31;
        h1_observed[begin64 + k64_2 + i + 2] = s32;
        h1_observed[begin64 + k64 + i + 3] = s41;
        h1_observed[begin64 + k64_2 + i + 3] = s42;
      }
    }

    // batchNorm1_mean_sum = Σn h1_observed
    for (let i = 0; i < 64; i += 4) {
      let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
      for (let k = 0; k < size; k++) {
        const k64 = k * 64;
        s1 += h1_observed[begin64 + k64 + i];
        s2 += h1_observed[begin64 + k64 + i + 1];
        s3 += h1_observed[begin64 + k64 + i + 2];
        s4 += h1_observed[begin64 + k64 + i + 3];
      }
      batchNorm1_mean_sum[i] += s1;
      batchNorm1_mean_sum[i + 1] += s2;
      batchNorm1_mean_sum[i + 2] += s3;
      batchNorm1_mean_sum[i + 3] += s4;
    }
  }

  // statistic2 = statistic(share * batchNorm1_mean_sum, batchNorm1_mean)
  for (let i = 0; i < 64; i++) {
    statistic2[i] = share * batchNorm1_mean_sum[i];
  }
  batchNorm1_variance_sum.fill(0);
  for (let first = from; first < to; first += 64) {
    const size = Math.min(64, to - first);
    const begin = first - from;
    const begin64 = begin * 64;

    for (let k = 0; k < size; k++) {
      const place = begin + k;
      const place64 = place * 64;

      // sub = h1_observed - statistic2
      for (let i = 0; i < 64; i++) {
        sub[place64 + i] = h1_observed[place64 + i] - statistic2[i];
      }
    }

    // batchNorm1_variance_sum = Σn sub .^ 2
    for (let i = 0; i < 64; i += 4) {
      let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
      for (let k = 0; k < size; k++) {
        const k64 = k * 64;
        const sub_1 = sub[begin64 + k64 + i];
        const sub_2 = sub[begin64 + k64 + i + 1];
        const sub_3 = sub[begin64 + k64 + i + 2];
        const sub_4 = sub[begin64 + k64 + i + 3];
        s1 += sub_1 * sub_1;
        s2 += sub_2 * sub_2;
        s3 += sub_3 * sub_3;
        s4 += sub_4 * sub_4;
      }
      batchNorm1_variance_sum[i] += s1;
      batchNorm1_variance_sum[i + 1] += s2;
      batchNorm1_variance_sum[i + 2] += s3;
      batchNorm1_variance_sum[i + 3] += s4;
    }
  }

  // sqrt2 = sqrt(statistic(share * batchNorm1_variance_sum, batchNorm1_variance) + 1/100000)
  for (let i = 0; i < 64; i++) {
    sqrt2[i] = Math.sqrt(share * batchNorm1_variance_sum[i] + 0.00001);
  }
  batchNorm2_mean_sum.fill(0);
  for (let first = from; first < to; first += 64) {
    const size = Math.min(64, to - first);
    const begin = first - from;
    const begin32 = begin * 32;
    const begin64 = begin * 64;

    for (let k = 0; k < size; k++) {
      const place = begin + k;
      const place64 = place * 64;

      // div = sub ./ sqrt2
      // h1 = relu(g1 .* div + b1)   [line 16]
      for (let i = 0; i < 64; i++) {
        div[place64 + i] = sub[place64 + i] / sqrt2[i];
        h1[place64 + i] = Math.max(g1[i] * div[place64 + i] + b1[i], 0);
      }
    }

    // h2_observed = W2 * h1
    for (let i = 0; i < 32; i += 4) {
      const i64 = i * 64;
      const i64_2 = i64 + 64;
      const i64_3 = i64 + 128;
      const i64_4 = i64 + 192;
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k64 = k * 64;
        const k64_2 = k64 + 64;
        for (let j = 0; j < 64; j++) {
          const W2_1 = W2[i64 + j];
          const h1_1 = h1[begin64 + k64 + j];
          const h1_2 = h1[begin64 + k64_2 + j];
          const W2_2 = W2[i64_2 + j];
          const W2_3 = W2[i64_3 + j];
          const W2_4 = W2[i64_4 + j];
          s11 += W2_1 * h1_1;
          s12 += W2_1 * h1_2;
          s21 += W2_2 * h1_1;
          s22 += W2_2 * h1_2;
          s31 += W2_3 * h1_1;
          s32 += W2_3 * h1_2;
          s41 += W2_4 * h1_1;
          s42 += W2_4 * h1_2;
        }
        const k32 = k * 32;
        h2_observed[begin32 + k32 + i] = s11;
        const k32_2 = k32 + 32;
        h2_observed[begin32 + k32_2 + i] = s12;
        h2_observed[begin32 + k32 + i + 1] = s21;
        h2_observed[begin32 + k32_2 + i + 1] = s22;
        h2_observed[begin32 + k32 + i + 2] = s31;
        h2_observed[begin32 + k32_2 + i + 2] = s32;
        h2_observed[begin32 + k32 + i + 3] = s41;
        h2_observed[begin32 + k32_2 + i + 3] = s42;
      }
    }

    for (let k = 0; k < size; k++) {
      const place = begin + k;
      const place32 = place * 32;
      const place64 = place * 64;

      // batchNorm2_mean_sum = Σn h2_observed
      for (let i = 0; i < 32; i++) {
        batchNorm2_mean_sum[i] += h2_observed[place32 + i];
      }

      // larger2_2 = h1 > 0
      for (let i = 0; i < 64; i++) {
        larger2_2[place64 + i] = h1[place64 + i] > 0 ? 1 : 0;
      }
    }
  }

  // statistic2_2 = statistic(share * batchNorm2_mean_sum, batchNorm2_mean)
  for (let i = 0; i < 32; i++) {
    statistic2_2[i] = share * batchNorm2_mean_sum[i];
  }
  batchNorm2_variance_sum.fill(0);
  for (let first = from; first < to; first += 64) {
    const size = Math.min(64, to - first);
    const begin = first - from;
    const begin32 = begin * 32;

    for (let k = 0; k < size; k++) {
      const place = begin + k;
      const place32 = place * 32;

      // sub2 = h2_observed - statistic2_2
      for (let i = 0; i < 32; i++) {
        sub2[place32 + i] = h2_observed[place32 + i] - statistic2_2[i];
      }
    }

    // batchNorm2_variance_sum = Σn sub2 .^ 2
    for (let i = 0; i < 32; i += 4) {
      let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
      for (let k = 0; k < size; k++) {
        const k32 = k * 32;
        const sub2_1 = sub2[begin32 + k32 + i];
        const sub2_2 = sub2[begin32 + k32 + i + 1];
        const sub2_3 = sub2[begin32 + k32 + i + 2];
        const sub2_4 = sub2[begin32 + k32 + i + 3];
        s1 += sub2_1 * sub2_1;
        s2 += sub2_2 * sub2_2;
        s3 += sub2_3 * sub2_3;
        s4 += sub2_4 * sub2_4;
      }
      batchNorm2_variance_sum[i] += s1;
      batchNorm2_variance_sum[i + 1] += s2;
      batchNorm2_variance_sum[i + 2] += s3;
      batchNorm2_variance_sum[i + 3] += s4;
    }
  }

  // sqrt2_2 = sqrt(statistic(share * batchNorm2_variance_sum, batchNorm2_variance) + 1/100000)
  for (let i = 0; i < 32; i++) {
    sqrt2_2[i] = Math.sqrt(share * batchNorm2_variance_sum[i] + 0.00001);
  }
  let J_sum = 0;
  db3.fill(0);
  dW3.fill(0);
  dg2.fill(0);
  db2.fill(0);
  delta3.fill(0);
  for (let first = from; first < to; first += 64) {
    const size = Math.min(64, to - first);
    const begin = first - from;
    for (let k = 0; k < size; k++) {
      const row = order === undefined ? first + k : order[first + k];
      rows[k] = row;
    }

    for (let k = 0; k < size; k++) {
      const place = begin + k;
      const place32 = place * 32;
      const k32 = k * 32;

      // div2 = sub2 ./ sqrt2_2
      // h2 = relu(g2 .* div2 + b2)   [line 17]
      for (let i = 0; i < 32; i++) {
        div2[k32 + i] = sub2[place32 + i] / sqrt2_2[i];
        h2[k32 + i] = Math.max(g2[i] * div2[k32 + i] + b2[i], 0);
      }
    }

    // add2 = W3 * h2 + b3
    for (let k = 0; k < size; k += 4) {
      const k32_2 = k * 32;
      const k32_3 = k32_2 + 32;
      const k32_4 = k32_2 + 64;
      const k32_5 = k32_2 + 96;
      const k10 = k * 10;
      const k10_2 = k10 + 10;
      const k10_3 = k10 + 20;
      const k10_4 = k10 + 30;
      for (let i = 0; i < 10; i += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const i32 = i * 32;
        const i32_2 = i32 + 32;
        for (let j = 0; j < 32; j++) {
          const W3_1 = W3[i32 + j];
          const h2_1 = h2[k32_2 + j];
          const W3_2 = W3[i32_2 + j];
          const h2_2 = h2[k32_3 + j];
          const h2_3 = h2[k32_4 + j];
          const h2_4 = h2[k32_5 + j];
          s11 += W3_1 * h2_1;
          s12 += W3_2 * h2_1;
          s21 += W3_1 * h2_2;
          s22 += W3_2 * h2_2;
          s31 += W3_1 * h2_3;
          s32 += W3_2 * h2_3;
          s41 += W3_1 * h2_4;
          s42 += W3_2 * h2_4;
        }
        const b3_1 = b3[i];
        add2[k10 + i] = s11 + b3_1;
        const b3_2 = b3[i + 1];
        add2[k10 + i + 1] = s12 + b3_2;
        add2[k10_2 + i] = s21 + b3_1;
        add2[k10_2 + i + 1] = s22 + b3_2;
        add2[k10_3 + i] = s31 + b3_1;
        add2[k10_3 + i + 1] = s32 + b3_2;
        add2[k10_4 + i] = s41 + b3_1;
        add2[k10_4 + i + 1] = s42 + b3_2;
      }
    }

    for (let k = 0; k < size; k++) {
      const row = rows[k];
      const k10 = k * 10;
      const k32 = k * 32;

      // larger2 = h2 > 0
      for (let i = 0; i < 32; i++) {
        larger2[k32 + i] = h2[k32 + i] > 0 ? 1 : 0;
      }

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

      // p = p_exp / sum   [line 18, output]
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

      // delta = p - c   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); line 18]
      const t2 = c[row];
      for (let i = 0; i < 10; i++) {
        delta[k10 + i] = p[k10 + i] - (t2 === i ? 1 : 0);
      }

      // db3 = Σn delta   [EQ3: ∂C/∂b = δ]
      for (let i = 0; i < 10; i++) {
        db3[i] += delta[k10 + i];
      }
    }

    // dW3 = Σn outer(delta, h2)   [EQ4: ∂C/∂w = δ aᵀ; line 18]
    for (let j = 0; j < 32; j += 4) {
      for (let i = 0; i < 10; i += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        for (let k = 0; k < size; k++) {
          const k10_2 = k * 10;
          const delta_1 = delta[k10_2 + i];
          const k32_2 = k * 32;
          const h2_1 = h2[k32_2 + j];
          const delta_2 = delta[k10_2 + i + 1];
          const h2_2 = h2[k32_2 + j + 1];
          const h2_3 = h2[k32_2 + j + 2];
          const h2_4 = h2[k32_2 + j + 3];
          s11 += delta_1 * h2_1;
          s12 += delta_2 * h2_1;
          s21 += delta_1 * h2_2;
          s22 += delta_2 * h2_2;
          s31 += delta_1 * h2_3;
          s32 += delta_2 * h2_3;
          s41 += delta_1 * h2_4;
          s42 += delta_2 * h2_4;
        }
        const i32 = i * 32;
        dW3[i32 + j] += s11;
        const i32_2 = i32 + 32;
        dW3[i32_2 + j] += s12;
        dW3[i32 + j + 1] += s21;
        dW3[i32_2 + j + 1] += s22;
        dW3[i32 + j + 2] += s31;
        dW3[i32_2 + j + 2] += s32;
        dW3[i32 + j + 3] += s41;
        dW3[i32_2 + j + 3] += s42;
      }
    }

    // dh2 = W3' * delta   [W3 * h2 with respect to h2: the matrix transposed, times the cotangent; line 18]
    for (let i = 0; i < 32; i += 4) {
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k10_2 = k * 10;
        const k10_3 = k10_2 + 10;
        for (let j = 0; j < 10; j++) {
          const delta_1 = delta[k10_2 + j];
          const j32 = j * 32;
          const W3_1 = W3[j32 + i];
          const delta_2 = delta[k10_3 + j];
          const W3_2 = W3[j32 + i + 1];
          const W3_3 = W3[j32 + i + 2];
          const W3_4 = W3[j32 + i + 3];
          s11 += delta_1 * W3_1;
          s12 += delta_2 * W3_1;
          s21 += delta_1 * W3_2;
          s22 += delta_2 * W3_2;
          s31 += delta_1 * W3_3;
          s32 += delta_2 * W3_3;
          s41 += delta_1 * W3_4;
          s42 += delta_2 * W3_4;
        }
        const k32_2 = k * 32;
        dh2[k32_2 + i] = s11;
        const k32_3 = k32_2 + 32;
        dh2[k32_3 + i] = s12;
        dh2[k32_2 + i + 1] = s21;
        dh2[k32_3 + i + 1] = s22;
        dh2[k32_2 + i + 2] = s31;
        dh2[k32_3 + i + 2] = s32;
        dh2[k32_2 + i + 3] = s41;
        dh2[k32_3 + i + 3] = s42;
      }
    }

    // dg2 = Σn (larger2 ? dh2 .* div2 : 0)   [the same for all examples: their cotangents add up]
    for (let i = 0; i < 32; i += 2) {
      let s1 = 0, s2 = 0;
      for (let k = 0; k < size; k++) {
        const k32_2 = k * 32;
        s1 += larger2[k32_2 + i] !== 0 ? dh2[k32_2 + i] * div2[k32_2 + i] : 0;
        s2 += larger2[k32_2 + i + 1] !== 0 ? dh2[k32_2 + i + 1] * div2[k32_2 + i + 1] : 0;
      }
      dg2[i] += s1;
      dg2[i + 1] += s2;
    }

    for (let k = 0; k < size; k++) {
      const place = begin + k;
      const place32 = place * 32;
      const k32 = k * 32;

      // div3 = dh2 .* g2 ./ sqrt2_2
      // delta2 = share * (larger2 ? div3 : 0)   [chain rule through div: da = g / b; line 14]
      // dh2_in = larger2 ? dh2 : 0   [chain rule through relu: dx = y > 0 ? g : 0; line 14]
      for (let i = 0; i < 32; i++) {
        div3[k32 + i] = dh2[k32 + i] * g2[i] / sqrt2_2[i];
        delta2[place32 + i] = share * (larger2[k32 + i] !== 0 ? div3[k32 + i] : 0);
        dh2_in[k32 + i] = larger2[k32 + i] !== 0 ? dh2[k32 + i] : 0;
      }

      // db2 = Σn dh2_in   [the same for all examples: their cotangents add up]
      for (let i = 0; i < 32; i++) {
        db2[i] += dh2_in[k32 + i];
      }
    }

    // delta3 = Σn (larger2 ? div3 .* div2 : 0)
    for (let i = 0; i < 32; i += 2) {
      let s1 = 0, s2 = 0;
      for (let k = 0; k < size; k++) {
        const k32_2 = k * 32;
        s1 += larger2[k32_2 + i] !== 0 ? div3[k32_2 + i] * div2[k32_2 + i] : 0;
        s2 += larger2[k32_2 + i + 1] !== 0 ? div3[k32_2 + i + 1] * div2[k32_2 + i + 1] : 0;
      }
      delta3[i] += s1;
      delta3[i + 1] += s2;
    }
  }

  // J = -(J_sum / m)   [line 19, loss]
  into.losses[0] = -(J_sum / m);

  // delta4 = delta3 ./ (2 * sqrt2_2)
  // dg2 = share * dg2   [the mean over the batch]
  // db2 = share * db2   [the mean over the batch]
  for (let i = 0; i < 32; i++) {
    delta4[i] = delta3[i] / (2 * sqrt2_2[i]);
    into.g2[i] = share * dg2[i];
    into.b2[i] = share * db2[i];
  }

  // dW3 = share * dW3   [the mean over the batch]
  for (let i = 0; i < 320; i++) {
    into.W3[i] = share * dW3[i];
  }

  // db3 = share * db3   [the mean over the batch]
  for (let i = 0; i < 10; i++) {
    into.b3[i] = share * db3[i];
  }
  delta6.fill(0);
  for (let first = from; first < to; first += 64) {
    const size = Math.min(64, to - first);
    const begin = first - from;
    const begin32 = begin * 32;

    for (let k = 0; k < size; k++) {
      const place = begin + k;
      const place32 = place * 32;

      // delta5 = share2 * (delta4 .* sub2)   [chain rule through square: ∂y/∂x = 2 * x]
      for (let i = 0; i < 32; i++) {
        delta5[place32 + i] = share2 * (delta4[i] * sub2[place32 + i]);
      }
    }

    // delta6 = Σn (delta5 - delta2)
    for (let i = 0; i < 32; i += 4) {
      let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
      for (let k = 0; k < size; k++) {
        const k32_2 = k * 32;
        s1 += delta5[begin32 + k32_2 + i] - delta2[begin32 + k32_2 + i];
        s2 += delta5[begin32 + k32_2 + i + 1] - delta2[begin32 + k32_2 + i + 1];
        s3 += delta5[begin32 + k32_2 + i + 2] - delta2[begin32 + k32_2 + i + 2];
        s4 += delta5[begin32 + k32_2 + i + 3] - delta2[begin32 + k32_2 + i + 3];
      }
      delta6[i] += s1;
      delta6[i + 1] += s2;
      delta6[i + 2] += s3;
      delta6[i + 3] += s4;
    }
  }
  into.W2.fill(0);
  into.g1.fill(0);
  delta9.fill(0);
  into.b1.fill(0);
  for (let first = from; first < to; first += 64) {
    const size = Math.min(64, to - first);
    const begin = first - from;
    const begin64 = begin * 64;

    for (let k = 0; k < size; k++) {
      const place = begin + k;
      const place32 = place * 32;
      const k32 = k * 32;

      // delta7 = delta2 - delta5 + share * delta6   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z)]
      for (let i = 0; i < 32; i++) {
        delta7[k32 + i] = delta2[place32 + i] - delta5[place32 + i] + share * delta6[i];
      }
    }

    // dW2 = Σn outer(delta7, h1)   [EQ4: ∂C/∂w = δ aᵀ; line 17]
    for (let j = 0; j < 64; j += 4) {
      for (let i = 0; i < 32; i += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        for (let k = 0; k < size; k++) {
          const k32_2 = k * 32;
          const delta7_1 = delta7[k32_2 + i];
          const k64 = k * 64;
          const h1_1 = h1[begin64 + k64 + j];
          const delta7_2 = delta7[k32_2 + i + 1];
          const h1_2 = h1[begin64 + k64 + j + 1];
          const h1_3 = h1[begin64 + k64 + j + 2];
          const h1_4 = h1[begin64 + k64 + j + 3];
          s11 += delta7_1 * h1_1;
          s12 += delta7_2 * h1_1;
          s21 += delta7_1 * h1_2;
          s22 += delta7_2 * h1_2;
          s31 += delta7_1 * h1_3;
          s32 += delta7_2 * h1_3;
          s41 += delta7_1 * h1_4;
          s42 += delta7_2 * h1_4;
        }
        const i64 = i * 64;
        into.W2[i64 + j] += s11;
        const i64_2 = i64 + 64;
        into.W2[i64_2 + j] += s12;
        into.W2[i64 + j + 1] += s21;
        into.W2[i64_2 + j + 1] += s22;
        into.W2[i64 + j + 2] += s31;
        into.W2[i64_2 + j + 2] += s32;
        into.W2[i64 + j + 3] += s41;
        into.W2[i64_2 + j + 3] += s42;
      }
    }

    // dh1 = W2' * delta7   [W2 * h1 with respect to h1: the matrix transposed, times the cotangent; line 17]
    for (let i = 0; i < 64; i += 4) {
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k32_2 = k * 32;
        const k32_3 = k32_2 + 32;
        for (let j = 0; j < 32; j++) {
          const delta7_1 = delta7[k32_2 + j];
          const j64 = j * 64;
          const W2_1 = W2[j64 + i];
          const delta7_2 = delta7[k32_3 + j];
          const W2_2 = W2[j64 + i + 1];
          const W2_3 = W2[j64 + i + 2];
          const W2_4 = W2[j64 + i + 3];
          s11 += delta7_1 * W2_1;
          s12 += delta7_2 * W2_1;
          s21 += delta7_1 * W2_2;
          s22 += delta7_2 * W2_2;
          s31 += delta7_1 * W2_3;
          s32 += delta7_2 * W2_3;
          s41 += delta7_1 * W2_4;
          s42 += delta7_2 * W2_4;
        }
        const k64 = k * 64;
        dh1[k64 + i] = s11;
        const k64_2 = k64 + 64;
        dh1[k64_2 + i] = s12;
        dh1[k64 + i + 1] = s21;
        dh1[k64_2 + i + 1] = s22;
        dh1[k64 + i + 2] = s31;
        dh1[k64_2 + i + 2] = s32;
        dh1[k64 + i + 3] = s41;
        dh1[k64_2 + i + 3] = s42;
      }
    }

    // dg1 = Σn (larger2_2 ? dh1 .* div : 0)   [the same for all examples: their cotangents add up]
    for (let i = 0; i < 64; i += 2) {
      let s1 = 0, s2 = 0;
      for (let k = 0; k < size; k++) {
        const k64 = k * 64;
        s1 += larger2_2[begin64 + k64 + i] !== 0 ? dh1[k64 + i] * div[begin64 + k64 + i] : 0;
        s2 += larger2_2[begin64 + k64 + i + 1] !== 0 ? dh1[k64 + i + 1] * div[begin64 + k64 + i + 1] : 0;
      }
      into.g1[i] += s1;
      into.g1[i + 1] += s2;
    }

    for (let k = 0; k < size; k++) {
      const place = begin + k;
      const place64 = place * 64;
      const k64 = k * 64;

      // div4 = dh1 .* g1 ./ sqrt2
      // delta8 = larger2_2 ? div4 : 0   [chain rule through div: da = g / b; line 14]
      // dh1_in = larger2_2 ? dh1 : 0   [chain rule through relu: dx = y > 0 ? g : 0; line 14]
      for (let i = 0; i < 64; i++) {
        div4[k64 + i] = dh1[k64 + i] * g1[i] / sqrt2[i];
        delta8[place64 + i] = larger2_2[place64 + i] !== 0 ? div4[k64 + i] : 0;
        dh1_in[k64 + i] = larger2_2[place64 + i] !== 0 ? dh1[k64 + i] : 0;
      }
    }

    // delta9 = Σn (larger2_2 ? div4 .* div : 0)
    for (let i = 0; i < 64; i += 2) {
      let s1 = 0, s2 = 0;
      for (let k = 0; k < size; k++) {
        const k64_2 = k * 64;
        s1 += larger2_2[begin64 + k64_2 + i] !== 0 ? div4[k64_2 + i] * div[begin64 + k64_2 + i] : 0;
        s2 += larger2_2[begin64 + k64_2 + i + 1] !== 0 ? div4[k64_2 + i + 1] * div[begin64 + k64_2 + i + 1] : 0;
      }
      delta9[i] += s1;
      delta9[i + 1] += s2;
    }

    // db1 = Σn dh1_in   [the same for all examples: their cotangents add up]
    for (let i = 0; i < 64; i += 4) {
      let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
      for (let k = 0; k < size; k++) {
        const k64_2 = k * 64;
        s1 += dh1_in[k64_2 + i];
        s2 += dh1_in[k64_2 + i + 1];
        s3 += dh1_in[k64_2 + i + 2];
        s4 += dh1_in[k64_2 + i + 3];
      }
      into.b1[i] += s1;
      into.b1[i + 1] += s2;
      into.b1[i + 2] += s3;
      into.b1[i + 3] += s4;
    }
  }

  // delta10 = delta9 ./ (2 * sqrt2)
  for (let i = 0; i < 64; i++) {
    delta10[i] = delta9[i] / (2 * sqrt2[i]);
  }
  delta12.fill(0);
  for (let first = from; first < to; first += 64) {
    const size = Math.min(64, to - first);
    const begin = first - from;
    const begin64 = begin * 64;

    for (let k = 0; k < size; k++) {
      const place = begin + k;
      const place64 = place * 64;

      // delta11 = share3 * (delta10 .* sub)   [chain rule through square: ∂y/∂x = 2 * x]
      for (let i = 0; i < 64; i++) {
        delta11[place64 + i] = share3 * (delta10[i] * sub[place64 + i]);
      }
    }

    // delta12 = Σn (delta11 - delta8)
    for (let i = 0; i < 64; i += 4) {
      let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
      for (let k = 0; k < size; k++) {
        const k64_2 = k * 64;
        s1 += delta11[begin64 + k64_2 + i] - delta8[begin64 + k64_2 + i];
        s2 += delta11[begin64 + k64_2 + i + 1] - delta8[begin64 + k64_2 + i + 1];
        s3 += delta11[begin64 + k64_2 + i + 2] - delta8[begin64 + k64_2 + i + 2];
        s4 += delta11[begin64 + k64_2 + i + 3] - delta8[begin64 + k64_2 + i + 3];
      }
      delta12[i] += s1;
      delta12[i + 1] += s2;
      delta12[i + 2] += s3;
      delta12[i + 3] += s4;
    }
  }
  into.W1.fill(0);
  for (let first = from; first < to; first += 64) {
    const size = Math.min(64, to - first);
    const begin = first - from;
    for (let k = 0; k < size; k++) {
      const row = order === undefined ? first + k : order[first + k];
      for (let i = 0; i < 256; i++) x_block[k * 256 + i] = x[row * 256 + i];
    }

    for (let k = 0; k < size; k++) {
      const place = begin + k;
      const place64 = place * 64;
      const k64 = k * 64;

      // delta13 = delta8 - delta11 + share * delta12   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z)]
      for (let i = 0; i < 64; i++) {
        delta13[k64 + i] = delta8[place64 + i] - delta11[place64 + i] + share * delta12[i];
      }
    }

    // dW1 = Σn outer(delta13, x)   [EQ4: ∂C/∂w = δ aᵀ; line 16]
    for (let j = 0; j < 256; j += 4) {
      for (let i = 0; i < 64; i += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        for (let k = 0; k < size; k++) {
          const k64_2 = k * 64;
          const delta13_1 = delta13[k64_2 + i];
          const k256 = k * 256;
          const x_1 = x_block[k256 + j];
          const delta13_2 = delta13[k64_2 + i + 1];
          const x_2 = x_block[k256 + j + 1];
          const x_3 = x_block[k256 + j + 2];
          const x_4 = x_block[k256 + j + 3];
          s11 += delta13_1 * x_1;
          s12 += delta13_2 * x_1;
          s21 += delta13_1 * x_2;
          s22 += delta13_2 * x_2;
          s31 += delta13_1 * x_3;
          s32 += delta13_2 * x_3;
          s41 += delta13_1 * x_4;
          s42 += delta13_2 * x_4;
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
  }

  // loss = -(J_sum / m)   [line 19, loss]
  const loss = into.losses[0];
  return loss;
}

/** One step of training on the examples `order[from … to)`: forward, backward, update; returns the loss before the update. */
export function step(params: Parameters, state: Floats, data: Examples, clock: Clock, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { x } = data.columns;
  const m = to - from;
  if (h1_observed_batch.length < (m + 3) * 64) h1_observed_batch = new Float64Array((m + 3) * 64);
  if (sub_batch.length < (m + 3) * 64) sub_batch = new Float64Array((m + 3) * 64);
  if (div_batch.length < (m + 3) * 64) div_batch = new Float64Array((m + 3) * 64);
  if (h1_batch.length < (m + 3) * 64) h1_batch = new Float64Array((m + 3) * 64);
  if (h2_observed_batch.length < (m + 3) * 32) h2_observed_batch = new Float64Array((m + 3) * 32);
  if (larger2_batch.length < (m + 3) * 64) larger2_batch = new Float64Array((m + 3) * 64);
  if (sub2_batch.length < (m + 3) * 32) sub2_batch = new Float64Array((m + 3) * 32);
  if (delta2_batch.length < (m + 3) * 32) delta2_batch = new Float64Array((m + 3) * 32);
  if (delta5_batch.length < (m + 3) * 32) delta5_batch = new Float64Array((m + 3) * 32);
  if (delta8_batch.length < (m + 3) * 64) delta8_batch = new Float64Array((m + 3) * 64);
  if (delta11_batch.length < (m + 3) * 64) delta11_batch = new Float64Array((m + 3) * 64);
  stepPart(clock, m);
  batchNorm1_mean_sum.fill(0);
  for (let first = from; first < to; first += 64) {
    const size = Math.min(64, to - first);
    const begin = first - from;
    for (let k = 0; k < size; k++) {
      const row = order === undefined ? first + k : order[first + k];
      for (let i = 0; i < 256; i++) x_block[k * 256 + i] = x[row * 256 + i];
    }
    stepPart2(params, size, begin);
  }
  stepPart3();
  batchNorm1_variance_sum.fill(0);
  for (let first = from; first < to; first += 64) {
    const size = Math.min(64, to - first);
    const begin = first - from;
    stepPart4(size, begin);
  }
  stepPart5();
  batchNorm2_mean_sum.fill(0);
  for (let first = from; first < to; first += 64) {
    const size = Math.min(64, to - first);
    const begin = first - from;
    stepPart6(params, size, begin);
  }
  stepPart7();
  batchNorm2_variance_sum.fill(0);
  for (let first = from; first < to; first += 64) {
    const size = Math.min(64, to - first);
    const begin = first - from;
    stepPart8(size, begin);
  }
  stepPart9();
  J_sum.fill(0);
  db3.fill(0);
  dW3.fill(0);
  dg2.fill(0);
  db2.fill(0);
  delta3.fill(0);
  for (let first = from; first < to; first += 64) {
    const size = Math.min(64, to - first);
    const begin = first - from;
    for (let k = 0; k < size; k++) {
      const row = order === undefined ? first + k : order[first + k];
      rows[k] = row;
    }
    stepPart10(params, data, size, begin);
  }
  stepPart11(m);
  delta6.fill(0);
  for (let first = from; first < to; first += 64) {
    const size = Math.min(64, to - first);
    const begin = first - from;
    stepPart12(size, begin);
  }
  dW2.fill(0);
  dg1.fill(0);
  delta9.fill(0);
  db1.fill(0);
  for (let first = from; first < to; first += 64) {
    const size = Math.min(64, to - first);
    const begin = first - from;
    stepPart13(params, size, begin);
  }
  stepPart14();
  delta12.fill(0);
  for (let first = from; first < to; first += 64) {
    const size = Math.min(64, to - first);
    const begin = first - from;
    stepPart15(size, begin);
  }
  dW1.fill(0);
  for (let first = from; first < to; first += 64) {
    const size = Math.min(64, to - first);
    const begin = first - from;
    for (let k = 0; k < size; k++) {
      const row = order === undefined ? first + k : order[first + k];
      for (let i = 0; i < 256; i++) x_block[k * 256 + i] = x[row * 256 + i];
    }
    stepPart16(size, begin);
  }
  stepPart17(params, state, clock);
  return total[0];
}

/** A part of `step`: share, share2, share3, share4, stepSize. */
function stepPart(clock: Clock, m: number): void {
  const { rate } = clock;

  // share = 1/m
  const share5 = 1 / m;
  share[0] = share5;

  // share2 = 0.1 * share
  share2[0] = 0.1 * share5;

  // share3 = 2 * share ^ 2
  share3[0] = 2 * (share5 * share5);

  // share4 = 2 * share
  share4[0] = 2 * share5;

  // stepSize = rate / m
  stepSize[0] = rate / m;
}

/** A part of `step`: h1_observed, batchNorm1_mean_sum. */
function stepPart2(params: Parameters, size: number, begin: number): void {
  const { W1 } = params;
  const h1_observed = h1_observed_batch;
  const begin64 = begin * 64;

  // h1_observed = W1 * x
  for (let i = 0; i < 64; i += 4) {
    const i256 = i * 256;
    const i256_2 = i256 + 256;
    const i256_3 = i256 + 512;
    const i256_4 = i256 + 768;
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
      h1_observed[begin64 + k64 + i] = s11;
      const k64_2 = k64 + 64;
      h1_observed[begin64 + k64_2 + i] = s12;
      h1_observed[begin64 + k64 + i + 1] = s21;
      h1_observed[begin64 + k64_2 + i + 1] = s22;
      h1_observed[begin64 + k64 + i + 2] = s31;
      h1_observed[begin64 + k64_2 + i + 2] = s32;
      h1_observed[begin64 + k64 + i + 3] = s41;
      h1_observed[begin64 + k64_2 + i + 3] = s42;
    }
  }

  // batchNorm1_mean_sum = Σn h1_observed
  for (let i = 0; i < 64; i += 4) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
    for (let k = 0; k < size; k++) {
      const k64 = k * 64;
      s1 += h1_observed[begin64 + k64 + i];
      s2 += h1_observed[begin64 + k64 + i + 1];
      s3 += h1_observed[begin64 + k64 + i + 2];
      s4 += h1_observed[begin64 + k64 + i + 3];
    }
    batchNorm1_mean_sum[i] += s1;
    batchNorm1_mean_sum[i + 1] += s2;
    batchNorm1_mean_sum[i + 2] += s3;
    batchNorm1_mean_sum[i + 3] += s4;
  }
}

/** A part of `step`: statistic. */
function stepPart3(): void {
  // statistic2 = statistic(share * batchNorm1_mean_sum, batchNorm1_mean)
  const t = share[0];
  for (let i = 0; i < 64; i++) {
    statistic2[i] = t * batchNorm1_mean_sum[i];
  }
}

/** A part of `step`: sub, batchNorm1_variance_sum. */
function stepPart4(size: number, begin: number): void {
  const sub = sub_batch;
  const h1_observed = h1_observed_batch;
  const begin64 = begin * 64;

  for (let k = 0; k < size; k++) {
    const place = begin + k;
    const place64 = place * 64;

    // sub = h1_observed - statistic2
    for (let i = 0; i < 64; i++) {
      sub[place64 + i] = h1_observed[place64 + i] - statistic2[i];
    }
  }

  // batchNorm1_variance_sum = Σn sub .^ 2
  for (let i = 0; i < 64; i += 4) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
    for (let k = 0; k < size; k++) {
      const k64 = k * 64;
      const sub_1 = sub[begin64 + k64 + i];
      const sub_2 = sub[begin64 + k64 + i + 1];
      const sub_3 = sub[begin64 + k64 + i + 2];
      const sub_4 = sub[begin64 + k64 + i + 3];
      s1 += sub_1 * sub_1;
      s2 += sub_2 * sub_2;
      s3 += sub_3 * sub_3;
      s4 += sub_4 * sub_4;
    }
    batchNorm1_variance_sum[i] += s1;
    batchNorm1_variance_sum[i + 1] += s2;
    batchNorm1_variance_sum[i + 2] += s3;
    batchNorm1_variance_sum[i + 3] += s4;
  }
}

/** A part of `step`: sqrt. */
function stepPart5(): void {
  // sqrt2 = sqrt(statistic(share * batchNorm1_variance_sum, batchNorm1_variance) + 1/100000)
  const t = share[0];
  for (let i = 0; i < 64; i++) {
    sqrt2[i] = Math.sqrt(t * batchNorm1_variance_sum[i] + 0.00001);
  }
}

/** A part of `step`: div, h1, h2_observed, batchNorm2_mean_sum, larger2. */
function stepPart6(params: Parameters, size: number, begin: number): void {
  const { g1, b1, W2 } = params;
  const div = div_batch;
  const sub = sub_batch;
  const h1 = h1_batch;
  const h2_observed = h2_observed_batch;
  const larger2 = larger2_batch;
  const begin32 = begin * 32;
  const begin64 = begin * 64;

  for (let k = 0; k < size; k++) {
    const place = begin + k;
    const place64 = place * 64;

    // div = sub ./ sqrt2
    // h1 = relu(g1 .* div + b1)   [line 16]
    for (let i = 0; i < 64; i++) {
      div[place64 + i] = sub[place64 + i] / sqrt2[i];
      h1[place64 + i] = Math.max(g1[i] * div[place64 + i] + b1[i], 0);
    }
  }

  // h2_observed = W2 * h1
  for (let i = 0; i < 32; i += 4) {
    const i64 = i * 64;
    const i64_2 = i64 + 64;
    const i64_3 = i64 + 128;
    const i64_4 = i64 + 192;
    for (let k = 0; k < size; k += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      const k64 = k * 64;
      const k64_2 = k64 + 64;
      for (let j = 0; j < 64; j++) {
        const W2_1 = W2[i64 + j];
        const h1_1 = h1[begin64 + k64 + j];
        const h1_2 = h1[begin64 + k64_2 + j];
        const W2_2 = W2[i64_2 + j];
        const W2_3 = W2[i64_3 + j];
        const W2_4 = W2[i64_4 + j];
        s11 += W2_1 * h1_1;
        s12 += W2_1 * h1_2;
        s21 += W2_2 * h1_1;
        s22 += W2_2 * h1_2;
        s31 += W2_3 * h1_1;
        s32 += W2_3 * h1_2;
        s41 += W2_4 * h1_1;
        s42 += W2_4 * h1_2;
      }
      const k32 = k * 32;
      h2_observed[begin32 + k32 + i] = s11;
      const k32_2 = k32 + 32;
      h2_observed[begin32 + k32_2 + i] = s12;
      h2_observed[begin32 + k32 + i + 1] = s21;
      h2_observed[begin32 + k32_2 + i + 1] = s22;
      h2_observed[begin32 + k32 + i + 2] = s31;
      h2_observed[begin32 + k32_2 + i + 2] = s32;
      h2_observed[begin32 + k32 + i + 3] = s41;
      h2_observed[begin32 + k32_2 + i + 3] = s42;
    }
  }

  for (let k = 0; k < size; k++) {
    const place = begin + k;
    const place32 = place * 32;
    const place64 = place * 64;

    // batchNorm2_mean_sum = Σn h2_observed
    for (let i = 0; i < 32; i++) {
      batchNorm2_mean_sum[i] += h2_observed[place32 + i];
    }

    // larger2 = h1 > 0
    for (let i = 0; i < 64; i++) {
      larger2[place64 + i] = h1[place64 + i] > 0 ? 1 : 0;
    }
  }
}

/** A part of `step`: statistic2. */
function stepPart7(): void {
  // statistic2_2 = statistic(share * batchNorm2_mean_sum, batchNorm2_mean)
  const t = share[0];
  for (let i = 0; i < 32; i++) {
    statistic2_2[i] = t * batchNorm2_mean_sum[i];
  }
}

/** A part of `step`: sub2, batchNorm2_variance_sum. */
function stepPart8(size: number, begin: number): void {
  const sub2 = sub2_batch;
  const h2_observed = h2_observed_batch;
  const begin32 = begin * 32;

  for (let k = 0; k < size; k++) {
    const place = begin + k;
    const place32 = place * 32;

    // sub2 = h2_observed - statistic2_2
    for (let i = 0; i < 32; i++) {
      sub2[place32 + i] = h2_observed[place32 + i] - statistic2_2[i];
    }
  }

  // batchNorm2_variance_sum = Σn sub2 .^ 2
  for (let i = 0; i < 32; i += 4) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
    for (let k = 0; k < size; k++) {
      const k32 = k * 32;
      const sub2_1 = sub2[begin32 + k32 + i];
      const sub2_2 = sub2[begin32 + k32 + i + 1];
      const sub2_3 = sub2[begin32 + k32 + i + 2];
      const sub2_4 = sub2[begin32 + k32 + i + 3];
      s1 += sub2_1 * sub2_1;
      s2 += sub2_2 * sub2_2;
      s3 += sub2_3 * sub2_3;
      s4 += sub2_4 * sub2_4;
    }
    batchNorm2_variance_sum[i] += s1;
    batchNorm2_variance_sum[i + 1] += s2;
    batchNorm2_variance_sum[i + 2] += s3;
    batchNorm2_variance_sum[i + 3] += s4;
  }
}

/** A part of `step`: sqrt2. */
function stepPart9(): void {
  // sqrt2_2 = sqrt(statistic(share * batchNorm2_variance_sum, batchNorm2_variance) + 1/100000)
  const t = share[0];
  for (let i = 0; i < 32; i++) {
    sqrt2_2[i] = Math.sqrt(t * batchNorm2_variance_sum[i] + 0.00001);
  }
}

/** A part of `step`: div2, h2, add, larger, max, logSoftmax_in, p_exp and 14 more. */
function stepPart10(params: Parameters, data: Examples, size: number, begin: number): void {
  const { g2, b2, W3, b3 } = params;
  const { c } = data.columns;
  const sub2 = sub2_batch;
  const delta2 = delta2_batch;

  for (let k = 0; k < size; k++) {
    const place = begin + k;
    const place32 = place * 32;
    const k32 = k * 32;

    // div2 = sub2 ./ sqrt2_2
    // h2 = relu(g2 .* div2 + b2)   [line 17]
    for (let i = 0; i < 32; i++) {
      div2[k32 + i] = sub2[place32 + i] / sqrt2_2[i];
      h2[k32 + i] = Math.max(g2[i] * div2[k32 + i] + b2[i], 0);
    }
  }

  // add2 = W3 * h2 + b3
  for (let k = 0; k < size; k += 4) {
    const k32_2 = k * 32;
    const k32_3 = k32_2 + 32;
    const k32_4 = k32_2 + 64;
    const k32_5 = k32_2 + 96;
    const k10 = k * 10;
    const k10_2 = k10 + 10;
    const k10_3 = k10 + 20;
    const k10_4 = k10 + 30;
    for (let i = 0; i < 10; i += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      const i32 = i * 32;
      const i32_2 = i32 + 32;
      for (let j = 0; j < 32; j++) {
        const W3_1 = W3[i32 + j];
        const h2_1 = h2[k32_2 + j];
        const W3_2 = W3[i32_2 + j];
        const h2_2 = h2[k32_3 + j];
        const h2_3 = h2[k32_4 + j];
        const h2_4 = h2[k32_5 + j];
        s11 += W3_1 * h2_1;
        s12 += W3_2 * h2_1;
        s21 += W3_1 * h2_2;
        s22 += W3_2 * h2_2;
        s31 += W3_1 * h2_3;
        s32 += W3_2 * h2_3;
        s41 += W3_1 * h2_4;
        s42 += W3_2 * h2_4;
      }
      const b3_1 = b3[i];
      add2[k10 + i] = s11 + b3_1;
      const b3_2 = b3[i + 1];
      add2[k10 + i + 1] = s12 + b3_2;
      add2[k10_2 + i] = s21 + b3_1;
      add2[k10_2 + i + 1] = s22 + b3_2;
      add2[k10_3 + i] = s31 + b3_1;
      add2[k10_3 + i + 1] = s32 + b3_2;
      add2[k10_4 + i] = s41 + b3_1;
      add2[k10_4 + i + 1] = s42 + b3_2;
    }
  }

  for (let k = 0; k < size; k++) {
    const row = rows[k];
    const k10 = k * 10;
    const k32 = k * 32;

    // larger2 = h2 > 0
    for (let i = 0; i < 32; i++) {
      larger2[k32 + i] = h2[k32 + i] > 0 ? 1 : 0;
    }

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

    // p = p_exp / sum   [line 18, output]
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
    J_sum[0] += s2;

    // delta = p - c   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); line 18]
    const t2 = c[row];
    for (let i = 0; i < 10; i++) {
      delta[k10 + i] = p[k10 + i] - (t2 === i ? 1 : 0);
    }

    // db3 = Σn delta   [EQ3: ∂C/∂b = δ]
    for (let i = 0; i < 10; i++) {
      db3[i] += delta[k10 + i];
    }
  }

  // dW3 = Σn outer(delta, h2)   [EQ4: ∂C/∂w = δ aᵀ; line 18]
  for (let j = 0; j < 32; j += 4) {
    for (let i = 0; i < 10; i += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k10_2 = k * 10;
        const delta_1 = delta[k10_2 + i];
        const k32_2 = k * 32;
        const h2_1 = h2[k32_2 + j];
        const delta_2 = delta[k10_2 + i + 1];
        const h2_2 = h2[k32_2 + j + 1];
        const h2_3 = h2[k32_2 + j + 2];
        const h2_4 = h2[k32_2 + j + 3];
        s11 += delta_1 * h2_1;
        s12 += delta_2 * h2_1;
        s21 += delta_1 * h2_2;
        s22 += delta_2 * h2_2;
        s31 += delta_1 * h2_3;
        s32 += delta_2 * h2_3;
        s41 += delta_1 * h2_4;
        s42 += delta_2 * h2_4;
      }
      const i32 = i * 32;
      dW3[i32 + j] += s11;
      const i32_2 = i32 + 32;
      dW3[i32_2 + j] += s12;
      dW3[i32 + j + 1] += s21;
      dW3[i32_2 + j + 1] += s22;
      dW3[i32 + j + 2] += s31;
      dW3[i32_2 + j + 2] += s32;
      dW3[i32 + j + 3] += s41;
      dW3[i32_2 + j + 3] += s42;
    }
  }

  // dh2 = W3' * delta   [W3 * h2 with respect to h2: the matrix transposed, times the cotangent; line 18]
  for (let i = 0; i < 32; i += 4) {
    for (let k = 0; k < size; k += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      const k10_2 = k * 10;
      const k10_3 = k10_2 + 10;
      for (let j = 0; j < 10; j++) {
        const delta_1 = delta[k10_2 + j];
        const j32 = j * 32;
        const W3_1 = W3[j32 + i];
        const delta_2 = delta[k10_3 + j];
        const W3_2 = W3[j32 + i + 1];
        const W3_3 = W3[j32 + i + 2];
        const W3_4 = W3[j32 + i + 3];
        s11 += delta_1 * W3_1;
        s12 += delta_2 * W3_1;
        s21 += delta_1 * W3_2;
        s22 += delta_2 * W3_2;
        s31 += delta_1 * W3_3;
        s32 += delta_2 * W3_3;
        s41 += delta_1 * W3_4;
        s42 += delta_2 * W3_4;
      }
      const k32_2 = k * 32;
      dh2[k32_2 + i] = s11;
      const k32_3 = k32_2 + 32;
      dh2[k32_3 + i] = s12;
      dh2[k32_2 + i + 1] = s21;
      dh2[k32_3 + i + 1] = s22;
      dh2[k32_2 + i + 2] = s31;
      dh2[k32_3 + i + 2] = s32;
      dh2[k32_2 + i + 3] = s41;
      dh2[k32_3 + i + 3] = s42;
    }
  }

  // dg2 = Σn (larger2 ? dh2 .* div2 : 0)   [the same for all examples: their cotangents add up]
  for (let i = 0; i < 32; i += 2) {
    let s1 = 0, s2 = 0;
    for (let k = 0; k < size; k++) {
      const k32_2 = k * 32;
      s1 += larger2[k32_2 + i] !== 0 ? dh2[k32_2 + i] * div2[k32_2 + i] : 0;
      s2 += larger2[k32_2 + i + 1] !== 0 ? dh2[k32_2 + i + 1] * div2[k32_2 + i + 1] : 0;
    }
    dg2[i] += s1;
    dg2[i + 1] += s2;
  }

  for (let k = 0; k < size; k++) {
    const place = begin + k;
    const place32 = place * 32;
    const k32 = k * 32;

    // div3 = dh2 .* g2 ./ sqrt2_2
    // delta2 = share * (larger2 ? div3 : 0)   [chain rule through div: da = g / b; line 14]
    // dh2_in = larger2 ? dh2 : 0   [chain rule through relu: dx = y > 0 ? g : 0; line 14]
    const t = share[0];
    for (let i = 0; i < 32; i++) {
      div3[k32 + i] = dh2[k32 + i] * g2[i] / sqrt2_2[i];
      delta2[place32 + i] = t * (larger2[k32 + i] !== 0 ? div3[k32 + i] : 0);
      dh2_in[k32 + i] = larger2[k32 + i] !== 0 ? dh2[k32 + i] : 0;
    }

    // db2 = Σn dh2_in   [the same for all examples: their cotangents add up]
    for (let i = 0; i < 32; i++) {
      db2[i] += dh2_in[k32 + i];
    }
  }

  // delta3 = Σn (larger2 ? div3 .* div2 : 0)
  for (let i = 0; i < 32; i += 2) {
    let s1 = 0, s2 = 0;
    for (let k = 0; k < size; k++) {
      const k32_2 = k * 32;
      s1 += larger2[k32_2 + i] !== 0 ? div3[k32_2 + i] * div2[k32_2 + i] : 0;
      s2 += larger2[k32_2 + i + 1] !== 0 ? div3[k32_2 + i + 1] * div2[k32_2 + i + 1] : 0;
    }
    delta3[i] += s1;
    delta3[i + 1] += s2;
  }
}

/** A part of `step`: loss, delta4. */
function stepPart11(m: number): void {
  // loss = -(J_sum / m)   [line 19, loss]
  total[0] = -(J_sum[0] / m);

  // delta4 = delta3 ./ (2 * sqrt2_2)
  for (let i = 0; i < 32; i++) {
    delta4[i] = delta3[i] / (2 * sqrt2_2[i]);
  }
}

/** A part of `step`: delta5, delta6. */
function stepPart12(size: number, begin: number): void {
  const delta5 = delta5_batch;
  const sub2 = sub2_batch;
  const delta2 = delta2_batch;
  const begin32 = begin * 32;

  for (let k = 0; k < size; k++) {
    const place = begin + k;
    const place32 = place * 32;

    // delta5 = share3 * (delta4 .* sub2)   [chain rule through square: ∂y/∂x = 2 * x]
    const t = share3[0];
    for (let i = 0; i < 32; i++) {
      delta5[place32 + i] = t * (delta4[i] * sub2[place32 + i]);
    }
  }

  // delta6 = Σn (delta5 - delta2)
  for (let i = 0; i < 32; i += 4) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
    for (let k = 0; k < size; k++) {
      const k32 = k * 32;
      s1 += delta5[begin32 + k32 + i] - delta2[begin32 + k32 + i];
      s2 += delta5[begin32 + k32 + i + 1] - delta2[begin32 + k32 + i + 1];
      s3 += delta5[begin32 + k32 + i + 2] - delta2[begin32 + k32 + i + 2];
      s4 += delta5[begin32 + k32 + i + 3] - delta2[begin32 + k32 + i + 3];
    }
    delta6[i] += s1;
    delta6[i + 1] += s2;
    delta6[i + 2] += s3;
    delta6[i + 3] += s4;
  }
}

/** A part of `step`: delta7, dW2, dh1, dg1, div4, delta8, dh1_in and 2 more. */
function stepPart13(params: Parameters, size: number, begin: number): void {
  const { W2, g1 } = params;
  const delta2 = delta2_batch;
  const delta5 = delta5_batch;
  const h1 = h1_batch;
  const larger2 = larger2_batch;
  const div = div_batch;
  const delta8 = delta8_batch;
  const begin64 = begin * 64;

  for (let k = 0; k < size; k++) {
    const place = begin + k;
    const place32 = place * 32;
    const k32 = k * 32;

    // delta7 = delta2 - delta5 + share * delta6   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z)]
    const t = share[0];
    for (let i = 0; i < 32; i++) {
      delta7[k32 + i] = delta2[place32 + i] - delta5[place32 + i] + t * delta6[i];
    }
  }

  // dW2 = Σn outer(delta7, h1)   [EQ4: ∂C/∂w = δ aᵀ; line 17]
  for (let j = 0; j < 64; j += 4) {
    for (let i = 0; i < 32; i += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k32_2 = k * 32;
        const delta7_1 = delta7[k32_2 + i];
        const k64 = k * 64;
        const h1_1 = h1[begin64 + k64 + j];
        const delta7_2 = delta7[k32_2 + i + 1];
        const h1_2 = h1[begin64 + k64 + j + 1];
        const h1_3 = h1[begin64 + k64 + j + 2];
        const h1_4 = h1[begin64 + k64 + j + 3];
        s11 += delta7_1 * h1_1;
        s12 += delta7_2 * h1_1;
        s21 += delta7_1 * h1_2;
        s22 += delta7_2 * h1_2;
        s31 += delta7_1 * h1_3;
        s32 += delta7_2 * h1_3;
        s41 += delta7_1 * h1_4;
        s42 += delta7_2 * h1_4;
      }
      const i64 = i * 64;
      dW2[i64 + j] += s11;
      const i64_2 = i64 + 64;
      dW2[i64_2 + j] += s12;
      dW2[i64 + j + 1] += s21;
      dW2[i64_2 + j + 1] += s22;
      dW2[i64 + j + 2] += s31;
      dW2[i64_2 + j + 2] += s32;
      dW2[i64 + j + 3] += s41;
      dW2[i64_2 + j + 3] += s42;
    }
  }

  // dh1 = W2' * delta7   [W2 * h1 with respect to h1: the matrix transposed, times the cotangent; line 17]
  for (let i = 0; i < 64; i += 4) {
    for (let k = 0; k < size; k += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      const k32_2 = k * 32;
      const k32_3 = k32_2 + 32;
      for (let j = 0; j < 32; j++) {
        const delta7_1 = delta7[k32_2 + j];
        const j64 = j * 64;
        const W2_1 = W2[j64 + i];
        const delta7_2 = delta7[k32_3 + j];
        const W2_2 = W2[j64 + i + 1];
        const W2_3 = W2[j64 + i + 2];
        const W2_4 = W2[j64 + i + 3];
        s11 += delta7_1 * W2_1;
        s12 += delta7_2 * W2_1;
        s21 += delta7_1 * W2_2;
        s22 += delta7_2 * W2_2;
        s31 += delta7_1 * W2_3;
        s32 += delta7_2 * W2_3;
        s41 += delta7_1 * W2_4;
        s42 += delta7_2 * W2_4;
      }
      const k64 = k * 64;
      dh1[k64 + i] = s11;
      const k64_2 = k64 + 64;
      dh1[k64_2 + i] = s12;
      dh1[k64 + i + 1] = s21;
      dh1[k64_2 + i + 1] = s22;
      dh1[k64 + i + 2] = s31;
      dh1[k64_2 + i + 2] = s32;
      dh1[k64 + i + 3] = s41;
      dh1[k64_2 + i + 3] = s42;
    }
  }

  // dg1 = Σn (larger2 ? dh1 .* div : 0)   [the same for all examples: their cotangents add up]
  for (let i = 0; i < 64; i += 2) {
    let s1 = 0, s2 = 0;
    for (let k = 0; k < size; k++) {
      const k64 = k * 64;
      s1 += larger2[begin64 + k64 + i] !== 0 ? dh1[k64 + i] * div[begin64 + k64 + i] : 0;
      s2 += larger2[begin64 + k64 + i + 1] !== 0 ? dh1[k64 + i + 1] * div[begin64 + k64 + i + 1] : 0;
    }
    dg1[i] += s1;
    dg1[i + 1] += s2;
  }

  for (let k = 0; k < size; k++) {
    const place = begin + k;
    const place64 = place * 64;
    const k64 = k * 64;

    // div4 = dh1 .* g1 ./ sqrt2
    // delta8 = larger2 ? div4 : 0   [chain rule through div: da = g / b; line 14]
    // dh1_in = larger2 ? dh1 : 0   [chain rule through relu: dx = y > 0 ? g : 0; line 14]
    for (let i = 0; i < 64; i++) {
      div4[k64 + i] = dh1[k64 + i] * g1[i] / sqrt2[i];
      delta8[place64 + i] = larger2[place64 + i] !== 0 ? div4[k64 + i] : 0;
      dh1_in[k64 + i] = larger2[place64 + i] !== 0 ? dh1[k64 + i] : 0;
    }
  }

  // delta9 = Σn (larger2 ? div4 .* div : 0)
  for (let i = 0; i < 64; i += 2) {
    let s1 = 0, s2 = 0;
    for (let k = 0; k < size; k++) {
      const k64_2 = k * 64;
      s1 += larger2[begin64 + k64_2 + i] !== 0 ? div4[k64_2 + i] * div[begin64 + k64_2 + i] : 0;
      s2 += larger2[begin64 + k64_2 + i + 1] !== 0 ? div4[k64_2 + i + 1] * div[begin64 + k64_2 + i + 1] : 0;
    }
    delta9[i] += s1;
    delta9[i + 1] += s2;
  }

  // db1 = Σn dh1_in   [the same for all examples: their cotangents add up]
  for (let i = 0; i < 64; i += 4) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
    for (let k = 0; k < size; k++) {
      const k64_2 = k * 64;
      s1 += dh1_in[k64_2 + i];
      s2 += dh1_in[k64_2 + i + 1];
      s3 += dh1_in[k64_2 + i + 2];
      s4 += dh1_in[k64_2 + i + 3];
    }
    db1[i] += s1;
    db1[i + 1] += s2;
    db1[i + 2] += s3;
    db1[i + 3] += s4;
  }
}

/** A part of `step`: delta10. */
function stepPart14(): void {
  // delta10 = delta9 ./ (2 * sqrt2)
  for (let i = 0; i < 64; i++) {
    delta10[i] = delta9[i] / (2 * sqrt2[i]);
  }
}

/** A part of `step`: delta11, delta12. */
function stepPart15(size: number, begin: number): void {
  const delta11 = delta11_batch;
  const sub = sub_batch;
  const delta8 = delta8_batch;
  const begin64 = begin * 64;

  for (let k = 0; k < size; k++) {
    const place = begin + k;
    const place64 = place * 64;

    // delta11 = share4 * (delta10 .* sub)   [chain rule through square: ∂y/∂x = 2 * x]
    const t = share4[0];
    for (let i = 0; i < 64; i++) {
      delta11[place64 + i] = t * (delta10[i] * sub[place64 + i]);
    }
  }

  // delta12 = Σn (delta11 - delta8)
  for (let i = 0; i < 64; i += 4) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
    for (let k = 0; k < size; k++) {
      const k64 = k * 64;
      s1 += delta11[begin64 + k64 + i] - delta8[begin64 + k64 + i];
      s2 += delta11[begin64 + k64 + i + 1] - delta8[begin64 + k64 + i + 1];
      s3 += delta11[begin64 + k64 + i + 2] - delta8[begin64 + k64 + i + 2];
      s4 += delta11[begin64 + k64 + i + 3] - delta8[begin64 + k64 + i + 3];
    }
    delta12[i] += s1;
    delta12[i + 1] += s2;
    delta12[i + 2] += s3;
    delta12[i + 3] += s4;
  }
}

/** A part of `step`: delta13, dW1. */
function stepPart16(size: number, begin: number): void {
  const delta8 = delta8_batch;
  const delta11 = delta11_batch;

  for (let k = 0; k < size; k++) {
    const place = begin + k;
    const place64 = place * 64;
    const k64 = k * 64;

    // delta13 = delta8 - delta11 + share * delta12   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z)]
    const t = share[0];
    for (let i = 0; i < 64; i++) {
      delta13[k64 + i] = delta8[place64 + i] - delta11[place64 + i] + t * delta12[i];
    }
  }

  // dW1 = Σn outer(delta13, x)   [EQ4: ∂C/∂w = δ aᵀ; line 16]
  for (let j = 0; j < 256; j += 4) {
    for (let i = 0; i < 64; i += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k64_2 = k * 64;
        const delta13_1 = delta13[k64_2 + i];
        const k256 = k * 256;
        const x_1 = x_block[k256 + j];
        const delta13_2 = delta13[k64_2 + i + 1];
        const x_2 = x_block[k256 + j + 1];
        const x_3 = x_block[k256 + j + 2];
        const x_4 = x_block[k256 + j + 3];
        s11 += delta13_1 * x_1;
        s12 += delta13_2 * x_1;
        s21 += delta13_1 * x_2;
        s22 += delta13_2 * x_2;
        s31 += delta13_1 * x_3;
        s32 += delta13_2 * x_3;
        s41 += delta13_1 * x_4;
        s42 += delta13_2 * x_4;
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
}

/** A part of `step`: batchNorm1_mean, batchNorm1_variance, batchNorm2_mean, batchNorm2_variance, v_W1, W1, v_g1 and 13 more. */
function stepPart17(params: Parameters, state: Floats, clock: Clock): void {
  const { batchNorm1_mean, batchNorm1_variance, batchNorm2_mean, batchNorm2_variance, W1, g1, b1, W2, g2, b2, W3, b3 } = params;
  const { rate } = clock;

  // batchNorm1_mean⁺ = 0.9 * batchNorm1_mean + share2 * batchNorm1_mean_sum
  // batchNorm1_variance⁺ = 0.9 * batchNorm1_variance + share2 * batchNorm1_variance_sum
  const t = share2[0];
  for (let i = 0; i < 64; i++) {
    batchNorm1_mean[i] = 0.9 * batchNorm1_mean[i] + t * batchNorm1_mean_sum[i];
    batchNorm1_variance[i] = 0.9 * batchNorm1_variance[i] + t * batchNorm1_variance_sum[i];
  }

  // batchNorm2_mean⁺ = 0.9 * batchNorm2_mean + share2 * batchNorm2_mean_sum
  // batchNorm2_variance⁺ = 0.9 * batchNorm2_variance + share2 * batchNorm2_variance_sum
  const t2 = share2[0];
  for (let i = 0; i < 32; i++) {
    batchNorm2_mean[i] = 0.9 * batchNorm2_mean[i] + t2 * batchNorm2_mean_sum[i];
    batchNorm2_variance[i] = 0.9 * batchNorm2_variance[i] + t2 * batchNorm2_variance_sum[i];
  }

  // v_W1⁺ = 0.9 * v_W1 - rate * dW1
  // W1⁺ = W1 + v_W1⁺
  for (let i = 0; i < 16384; i++) {
    state[i] = 0.9 * state[i] - rate * dW1[i];
    W1[i] += state[i];
  }

  // v_g1⁺ = 0.9 * v_g1 - rate * dg1
  // g1⁺ = g1 + v_g1⁺
  // v_b1⁺ = 0.9 * v_b1 - rate * db1
  // b1⁺ = b1 + v_b1⁺
  for (let i = 0; i < 64; i++) {
    state[16384 + i] = 0.9 * state[16384 + i] - rate * dg1[i];
    g1[i] += state[16384 + i];
    state[16448 + i] = 0.9 * state[16448 + i] - rate * db1[i];
    b1[i] += state[16448 + i];
  }

  // v_W2⁺ = 0.9 * v_W2 - rate * dW2
  // W2⁺ = W2 + v_W2⁺
  for (let i = 0; i < 2048; i++) {
    state[16512 + i] = 0.9 * state[16512 + i] - rate * dW2[i];
    W2[i] += state[16512 + i];
  }

  // v_g2⁺ = 0.9 * v_g2 - stepSize * dg2
  // g2⁺ = g2 + v_g2⁺
  // v_b2⁺ = 0.9 * v_b2 - stepSize * db2
  // b2⁺ = b2 + v_b2⁺
  const t3 = stepSize[0];
  for (let i = 0; i < 32; i++) {
    state[18560 + i] = 0.9 * state[18560 + i] - t3 * dg2[i];
    g2[i] += state[18560 + i];
    state[18592 + i] = 0.9 * state[18592 + i] - t3 * db2[i];
    b2[i] += state[18592 + i];
  }

  // v_W3⁺ = 0.9 * v_W3 - stepSize * dW3
  // W3⁺ = W3 + v_W3⁺
  const t4 = stepSize[0];
  for (let i = 0; i < 320; i++) {
    state[18624 + i] = 0.9 * state[18624 + i] - t4 * dW3[i];
    W3[i] += state[18624 + i];
  }

  // v_b3⁺ = 0.9 * v_b3 - stepSize * db3
  // b3⁺ = b3 + v_b3⁺
  const t5 = stepSize[0];
  for (let i = 0; i < 10; i++) {
    state[18944 + i] = 0.9 * state[18944 + i] - t5 * db3[i];
    b3[i] += state[18944 + i];
  }
}

/** The predictions for one example among others. */
export function predict(params: Parameters, data: Examples, row: number, into: Outputs = createOutputs()): Outputs {
  return forward(params, data.columns.x.subarray(row * 256, row * 256 + 256), into);
}
