/**
 * layer-norm: compiled by gradc 0.1.0 from layer-norm.grad. Do not edit: change the spec and compile again.
 *
 * Spec        sha256 2e97362877da8ec7b0df5d73b837e7ed40f57bfedd98585bff49eb8ad0b9ec23
 * Parameters  771: W1 (24 × 2), b1 vector of 24, W2 (24 × 24), g2 vector of 24, b2 vector of 24, W3 (3 × 24), b3 vector of 3
 * Precision   64-bit
 * Convention  loss and gradients are the mean over the batch; relu'(0) = 0
 * Stable form xlogy(d, softmax(z)) -> d .* logSoftmax(z)
 *
 * Operations of gradient, for one example (sums over the batch left out):
 *   forward 2768: 1328 add, 1325 multiply, 53 compare, 30 subtract, 27 divide, 3 exp, 1 log, 1 sqrt
 *   backward 2383: 1489 multiply, 672 add, 96 select, 51 compare, 51 subtract, 24 divide
 *
 * Schedule:
 *   forward  loops: 2805 scalar operations, more than 2500; of 11 steps 2 in register tiles, 5 in plain loops, 4 of at most 4 operations unrolled
 *     tiles     layerNorm_in 1200, add 147
 *     loops     h1 120, sum 1152, sum2 48, h2 96, p_exp 6
 *     unrolled  sqrt 3, max 2, sum3 2, p 3
 *   evaluate  loops: 2835 scalar operations, more than 2500; of 19 steps 3 in register tiles, 5 in plain loops, 11 of at most 4 operations unrolled; examples in blocks of 64
 *     tiles     sum 1152, layerNorm_in 1200, add 147
 *     loops     h1 120, sum2 48, h2 96, J_sum 12, accuracy 12
 *     unrolled  sqrt 3, max 2, logSoftmax_in 3, p_exp 3, sum3 2, p 3, log 1, accuracy_sum 1, J 2, accuracy2 1, loss 0
 *   gradient  loops: 6147 scalar operations, more than 2500; of 39 steps 8 in register tiles, 18 in plain loops, 13 of at most 4 operations unrolled; examples in blocks of 64
 *     tiles     sum 1152, layerNorm_in 1200, add 147, grad_W2 1152, dg2 72, dW3 144, dh1 1152, grad_W1 96
 *     loops     h1 120, sum2 48, layerNorm 24, h2 72, J_sum 12, larger 24, delta 6, dh2 120, delta2 48, db2 48, sum4 24, sum5 48, delta3 168, dh1_in 48, grad_b1 24, grad_g2 24, grad_b2 24, grad_W3 72
 *     unrolled  share 1, share2 1, sqrt 3, max 2, logSoftmax_in 3, p_exp 3, sum3 2, p 3, log 1, db3 3, J 2, grad_b3 3, loss 0
 *   step  loops: 16300 scalar operations, more than 2500; of 58 steps 8 in register tiles, 36 in plain loops, 14 of at most 4 operations unrolled; examples in blocks of 64
 *     tiles     sum 1152, layerNorm_in 1200, add 147, dW2 1152, dg2 72, dW3 144, dh1 1152, dW1 96
 *     loops     h1 120, sum2 48, layerNorm 24, h2 72, J_sum 12, larger 24, delta 6, dh2 120, delta2 48, db2 48, sum4 24, sum5 48, delta3 168, dh1_in 48, db1 24, m_W1 144, v_W1 192, W1 288, m_b1 72, v_b1 96, b1 144, m_W2 1728, v_W2 2304, W2 3456, m_g2 72, v_g2 144, g2 144, m_b2 72, v_b2 144, b2 144, m_W3 216, v_W3 432, W3 432, m_b3 9, v_b3 18, b3 18
 *     unrolled  share 1, share2 1, stepSize 3, scale 3, share3 1, sqrt 3, max 2, logSoftmax_in 3, p_exp 3, sum3 2, p 3, log 1, db3 3, loss 2
 *
 * parameters
 *   W1   24 × 2    he       # line 5
 *   b1   24        zeros    # line 6
 *   W2   24 × 24   he       # line 7
 *   g2   24        ones     # line 8
 *   b2   24        zeros    # line 9
 *   W3   3 × 24    glorot   # line 10
 *   b3   3         zeros    # line 11
 *
 * data
 *   x   2   input        # line 2
 *   c   3   label of 3   # line 3
 *
 * forward
 *   h1 = relu(W1 * x + b1)               24 per example       # line 13
 *   t1 = layerNorm(W2 * h1)              24 per example       # line 14
 *   h2 = relu(g2 .* t1 + b2)             24 per example       # line 14
 *   p = softmax(W3 * h2 + b3)            3 per example        # line 15, output
 *   t2 = c .* logSoftmax(W3 * h2 + b3)   3 per example
 *   J = -sum(t2)                         scalar per example   # line 16, loss
 *   accuracy = argmax(p) == argmax(c)    scalar per example   # line 18, metric
 *
 * mean over the batch of m examples
 *   J = -((Σn sum(t2)) / m)        scalar   # line 16, loss
 *   accuracy = (Σn accuracy) / m   scalar   # line 18, metric
 *
 * backward (constant factors come in last, with Σn)
 *   δ1 = p - c                                                         3 per example    # EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); chain rule through logSoftmax: dx = g - softmax(x) .* sum(g)
 *   dh2 = W3' * δ1                                                     24 per example   # W3 * h2 with respect to h2: the matrix transposed, times the cotangent
 *   t3 = h2 > 0 ? dh2 .* g2 : 0                                        24 per example   # chain rule through mul: ∂y/∂b = a
 *   δ2 = (1/m * t3 - 1/24 * (1/m) * sum(t3) - 1/24 * (1/m) * (t1 * sum(t3 .* t1))) / sqrt(1/24 * sum((W2 * h1 - 1/24 * dot(sum(W2, 1), h1)) .^ 2) + 1/100000)   24 per example   # EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); chain rule through layerNorm: dx = (g - mean(g) - y .* mean(g .* y)) ./ sqrt(mean(square(x - mean(x))) + 1e-5)
 *   dh1 = W2' * δ2                                                     24 per example   # W2 * h1 with respect to h1: the matrix transposed, times the cotangent
 *   dh1_in = h1 > 0 ? dh1 : 0                                          24 per example   # EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); chain rule through relu: dx = y > 0 ? g : 0
 *   dW1 = Σn outer(dh1_in, x)                                          24 × 2           # EQ4: ∂C/∂w = δ aᵀ; W1 * x with respect to W1: outer product of the cotangent and the vector
 *   db1 = Σn dh1_in                                                    24               # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
 *   dW2 = Σn outer(δ2, h1)                                             24 × 24          # EQ4: ∂C/∂w = δ aᵀ; W2 * h1 with respect to W2: outer product of the cotangent and the vector
 *   dg2 = 1/m * Σn (h2 > 0 ? dh2 .* t1 : 0)                            24               # the same for all examples: their cotangents add up
 *   dh2_in = h2 > 0 ? dh2 : 0                                          24 per example   # chain rule through relu: dx = y > 0 ? g : 0
 *   db2 = 1/m * Σn dh2_in                                              24               # the same for all examples: their cotangents add up
 *   dW3 = 1/m * Σn outer(δ1, h2)                                       3 × 24           # EQ4: ∂C/∂w = δ aᵀ; W3 * h2 with respect to W3: outer product of the cotangent and the vector
 *   db3 = 1/m * Σn δ1                                                  3                # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
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
  readonly W1: Tensor<[24, 2]>;
  readonly b1: Tensor<[24]>;
  readonly W2: Tensor<[24, 24]>;
  readonly g2: Tensor<[24]>;
  readonly b2: Tensor<[24]>;
  readonly W3: Tensor<[3, 24]>;
  readonly b3: Tensor<[3]>;
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
  readonly W1: Tensor<[24, 2]>;
  readonly b1: Tensor<[24]>;
  readonly W2: Tensor<[24, 24]>;
  readonly g2: Tensor<[24]>;
  readonly b2: Tensor<[24]>;
  readonly W3: Tensor<[3, 24]>;
  readonly b3: Tensor<[3]>;
  /** Each loss over the batch. */
  readonly losses: Floats;
}

/** Predictions for one example. */
export type Outputs = { readonly p: Tensor<[3]> };

/** What the module is: names, shapes, defaults and data of the spec. */
export const metadata = {
  name: "layer-norm",
  hash: "2e97362877da8ec7b0df5d73b837e7ed40f57bfedd98585bff49eb8ad0b9ec23",
  version: "0.1.0",
  precision: "f64",
  parameters: [
    { name: "W1", shape: [24, 2], offset: 0, initial: { kind: "he" } },
    { name: "b1", shape: [24], offset: 48, initial: { kind: "zeros" } },
    { name: "W2", shape: [24, 24], offset: 72, initial: { kind: "he" } },
    { name: "g2", shape: [24], offset: 648, initial: { kind: "ones" } },
    { name: "b2", shape: [24], offset: 672, initial: { kind: "zeros" } },
    { name: "W3", shape: [3, 24], offset: 696, initial: { kind: "glorot" } },
    { name: "b3", shape: [3], offset: 768, initial: { kind: "zeros" } },
  ],
  columns: [{ name: "x", role: "input", shape: [2] }, { name: "c", role: "label", shape: [], classes: 3 }],
  hypers: [],
  losses: ["J"],
  metrics: ["accuracy"],
  outputs: [{ name: "p", shape: [3] }],
  reduction: "mean",
  data: { kind: "generator", name: "spiral" },
  train: { optimizer: "adam", rate: 0.01, batch: 30, epochs: 60, validation: 0.2, seed: 1 },
} as const;

/** Parameters as views on one flat array, zero where none is given. */
export function createParameters(flat: Floats = new Float64Array(771)): Parameters {
  return {
    flat,
    W1: flat.subarray(0, 48),
    b1: flat.subarray(48, 72),
    W2: flat.subarray(72, 648),
    g2: flat.subarray(648, 672),
    b2: flat.subarray(672, 696),
    W3: flat.subarray(696, 768),
    b3: flat.subarray(768, 771),
  };
}

/** Initial parameters: the same numbers for the same seed. */
export function initialise(seed: number, params: Parameters = createParameters()): Parameters {
  for (let k = 0; k < 48; k++) params.W1[k] = 1 * normal(seed, 0, k);
  params.b1.fill(0);
  for (let k = 0; k < 576; k++) params.W2[k] = 0.28867513459481287 * normal(seed, 2, k);
  params.g2.fill(1);
  params.b2.fill(0);
  for (let k = 0; k < 72; k++) params.W3[k] = 0.4714045207910317 * (2 * uniform(seed, 5, k) - 1);
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

/** Room for the predictions of one example. */
export function createOutputs(): Outputs {
  return {
    p: new Float64Array(3),
  };
}

/** Room for gradients. */
export function createGradients(_examples: number = 1): Gradients {
  return {
    W1: new Float64Array(48),
    b1: new Float64Array(24),
    W2: new Float64Array(576),
    g2: new Float64Array(24),
    b2: new Float64Array(24),
    W3: new Float64Array(72),
    b3: new Float64Array(3),
    losses: new Float64Array(1),
  };
}

/** The state of the update rule, all zeros. */
export function createState(): Floats {
  return new Float64Array(1542);
}

const h1 = new Float64Array(1584);

/** Room for layerNorm_in and larger2, one after the other. */
const layerNorm_in = new Float64Array(1584);

const larger2 = layerNorm_in;

const h2 = new Float64Array(1584);

const add2 = new Float64Array(198);

/** Room for p_exp and db1, one after the other. */
const db1 = new Float64Array(24);

const p_exp = db1;

const rows = new Int32Array(66);

/** Room for sum2, p and delta, one after the other. */
const p = new Float64Array(198);

const sum2 = p;

const delta = p;

const x_block = new Float64Array(132);

const db2 = new Float64Array(24);

const dg2 = new Float64Array(24);

const dW3 = new Float64Array(72);

const sqrt2 = new Float64Array(66);

const layerNorm2 = new Float64Array(1584);

/** Room for dh2 and dh1, one after the other. */
const dh2 = new Float64Array(1584);

const dh1 = dh2;

/** Room for delta3, delta2 and dh1_in, one after the other. */
const delta3 = new Float64Array(1584);

const delta2 = delta3;

const dh1_in = delta3;

const db3 = new Float64Array(3);

const dW2 = new Float64Array(576);

const dW1 = new Float64Array(48);

/** The predictions for one example. */
export function forward(params: Parameters, x: Vector<2>, into: Outputs = createOutputs()): Outputs {
  const { W1, b1, W2, g2, b2, W3, b3 } = params;

  // h1 = relu(W1 * x + b1)   [line 13]
  const t = x[0];
  const t2 = x[1];
  for (let i = 0; i < 24; i++) {
    h1[i] = Math.max(W1[i * 2] * t + W1[i * 2 + 1] * t2 + b1[i], 0);
  }

  // sum = dot(sum(W2, 1), h1)
  let s = 0;
  for (let i = 0; i < 24; i++) {
    const i24 = i * 24;
    for (let j = 0; j < 24; j++) {
      s += W2[i24 + j] * h1[j];
    }
  }
  const sum = s;

  // layerNorm_in = W2 * h1 - 1/24 * sum
  const t3 = 0.041666666666666664 * sum;
  for (let i = 0; i < 24; i += 6) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0;
    const i24 = i * 24;
    const i24_2 = i24 + 24;
    const i24_3 = i24 + 48;
    const i24_4 = i24 + 72;
    const i24_5 = i24 + 96;
    const i24_6 = i24 + 120;
    for (let j = 0; j < 24; j++) {
      const h1_1 = h1[j];
      s1 += W2[i24 + j] * h1_1;
      s2 += W2[i24_2 + j] * h1_1;
      s3 += W2[i24_3 + j] * h1_1;
      s4 += W2[i24_4 + j] * h1_1;
      s5 += W2[i24_5 + j] * h1_1;
      s6 += W2[i24_6 + j] * h1_1;
    }
    layerNorm_in[i] = s1 - t3;
    layerNorm_in[i + 1] = s2 - t3;
    layerNorm_in[i + 2] = s3 - t3;
    layerNorm_in[i + 3] = s4 - t3;
    layerNorm_in[i + 4] = s5 - t3;
    layerNorm_in[i + 5] = s6 - t3;
  }

  // sum2 = sum(layerNorm_in .^ 2)
  let s2 = 0;
  for (let i = 0; i < 24; i++) {
    s2 += layerNorm_in[i] * layerNorm_in[i];
  }
  const sum2 = s2;

  // sqrt = sqrt(1/24 * sum2 + 1/100000)
  const sqrt = Math.sqrt(0.041666666666666664 * sum2 + 0.00001);

  // h2 = relu(g2 .* (layerNorm_in ./ sqrt) + b2)   [line 14]
  for (let i = 0; i < 24; i++) {
    h2[i] = Math.max(g2[i] * (layerNorm_in[i] / sqrt) + b2[i], 0);
  }

  // add2 = W3 * h2 + b3
  for (let i = 0; i < 3; i += 3) {
    let s1 = 0, s2_2 = 0, s3 = 0;
    const i24 = i * 24;
    const i24_2 = i24 + 24;
    const i24_3 = i24 + 48;
    for (let j = 0; j < 24; j++) {
      const h2_1 = h2[j];
      s1 += W3[i24 + j] * h2_1;
      s2_2 += W3[i24_2 + j] * h2_1;
      s3 += W3[i24_3 + j] * h2_1;
    }
    add2[i] = s1 + b3[i];
    add2[i + 1] = s2_2 + b3[i + 1];
    add2[i + 2] = s3 + b3[i + 2];
  }

  // max = max(add2)
  const max = Math.max(add2[0], add2[1], add2[2]);

  // p_exp = exp(add2 - max)
  for (let i = 0; i < 3; i++) {
    p_exp[i] = Math.exp(add2[i] - max);
  }

  // sum3 = sum(p_exp)
  const p_exp_1 = p_exp[0];
  const p_exp_2 = p_exp[1];
  const p_exp_3 = p_exp[2];
  const sum3 = p_exp_1 + p_exp_2 + p_exp_3;

  // p = p_exp / sum3   [line 15, output]
  into.p[0] = p_exp_1 / sum3;
  into.p[1] = p_exp_2 / sum3;
  into.p[2] = p_exp_3 / sum3;
  return into;
}

/** Losses, then metrics, over the examples `order[from … to)`, as inference computes them, into `report`; returns the total loss. */
export function evaluate(params: Parameters, data: Examples, report: Report, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { W1, b1, W2, g2, b2, W3, b3 } = params;
  const { x, c } = data.columns;
  const m = to - from;
  let J_sum = 0;
  let accuracy_sum = 0;
  for (let first = from; first < to; first += 64) {
    const size = Math.min(64, to - first);
    for (let k = 0; k < size; k++) {
      const row = order === undefined ? first + k : order[first + k];
      rows[k] = row;
    }

    for (let k = 0; k < size; k++) {
      const row = rows[k];
      const row2 = row * 2;
      const k24 = k * 24;

      // h1 = relu(W1 * x + b1)   [line 13]
      const t = x[row2];
      const t2 = x[row2 + 1];
      for (let i = 0; i < 24; i++) {
        h1[k24 + i] = Math.max(W1[i * 2] * t + W1[i * 2 + 1] * t2 + b1[i], 0);
      }
    }

    // sum2 = dot(sum(W2, 1), h1)
    for (let k = 0; k < size; k += 6) {
      let s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0;
      const k24_2 = k * 24;
      const k24_3 = k24_2 + 24;
      const k24_4 = k24_2 + 48;
      const k24_5 = k24_2 + 72;
      const k24_6 = k24_2 + 96;
      const k24_7 = k24_2 + 120;
      for (let i = 0; i < 24; i++) {
        const i24 = i * 24;
        for (let j = 0; j < 24; j++) {
          const W2_1 = W2[i24 + j];
          s1 += W2_1 * h1[k24_2 + j];
          s2 += W2_1 * h1[k24_3 + j];
          s3 += W2_1 * h1[k24_4 + j];
          s4 += W2_1 * h1[k24_5 + j];
          s5 += W2_1 * h1[k24_6 + j];
          s6 += W2_1 * h1[k24_7 + j];
        }
      }
      sum2[k] = s1;
      sum2[k + 1] = s2;
      sum2[k + 2] = s3;
      sum2[k + 3] = s4;
      sum2[k + 4] = s5;
      sum2[k + 5] = s6;
    }

    // layerNorm_in = W2 * h1 - 1/24 * sum2
    for (let k = 0; k < size; k += 3) {
      const k24_2 = k * 24;
      const k24_3 = k24_2 + 24;
      const k24_4 = k24_2 + 48;
      const t = 0.041666666666666664 * sum2[k];
      const t2 = 0.041666666666666664 * sum2[k + 1];
      const t3 = 0.041666666666666664 * sum2[k + 2];
      for (let i = 0; i < 24; i += 3) {
        let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
        const i24 = i * 24;
        const i24_2 = i24 + 24;
        const i24_3 = i24 + 48;
        for (let j = 0; j < 24; j++) {
          const W2_1 = W2[i24 + j];
          const h1_1 = h1[k24_2 + j];
          const W2_2 = W2[i24_2 + j];
          const W2_3 = W2[i24_3 + j];
          const h1_2 = h1[k24_3 + j];
          const h1_3 = h1[k24_4 + j];
          s11 += W2_1 * h1_1;
          s12 += W2_2 * h1_1;
          s13 += W2_3 * h1_1;
          s21 += W2_1 * h1_2;
          s22 += W2_2 * h1_2;
          s23 += W2_3 * h1_2;
          s31 += W2_1 * h1_3;
          s32 += W2_2 * h1_3;
          s33 += W2_3 * h1_3;
        }
        layerNorm_in[k24_2 + i] = s11 - t;
        layerNorm_in[k24_2 + i + 1] = s12 - t;
        layerNorm_in[k24_2 + i + 2] = s13 - t;
        layerNorm_in[k24_3 + i] = s21 - t2;
        layerNorm_in[k24_3 + i + 1] = s22 - t2;
        layerNorm_in[k24_3 + i + 2] = s23 - t2;
        layerNorm_in[k24_4 + i] = s31 - t3;
        layerNorm_in[k24_4 + i + 1] = s32 - t3;
        layerNorm_in[k24_4 + i + 2] = s33 - t3;
      }
    }

    for (let k = 0; k < size; k++) {
      const k24 = k * 24;

      // sum2 = sum(layerNorm_in .^ 2)
      let s = 0;
      for (let i = 0; i < 24; i++) {
        s += layerNorm_in[k24 + i] * layerNorm_in[k24 + i];
      }
      const sum2_2 = s;

      // sqrt = sqrt(1/24 * sum2 + 1/100000)
      const sqrt = Math.sqrt(0.041666666666666664 * sum2_2 + 0.00001);

      // h2 = relu(g2 .* (layerNorm_in ./ sqrt) + b2)   [line 14]
      for (let i = 0; i < 24; i++) {
        h2[k24 + i] = Math.max(g2[i] * (layerNorm_in[k24 + i] / sqrt) + b2[i], 0);
      }
    }

    // add2 = W3 * h2 + b3
    for (let k = 0; k < size; k += 3) {
      const k24_2 = k * 24;
      const k24_3 = k24_2 + 24;
      const k24_4 = k24_2 + 48;
      const k3 = k * 3;
      const k3_2 = k3 + 3;
      const k3_3 = k3 + 6;
      for (let i = 0; i < 3; i += 3) {
        let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
        const i24 = i * 24;
        const i24_2 = i24 + 24;
        const i24_3 = i24 + 48;
        for (let j = 0; j < 24; j++) {
          const W3_1 = W3[i24 + j];
          const h2_1 = h2[k24_2 + j];
          const W3_2 = W3[i24_2 + j];
          const W3_3 = W3[i24_3 + j];
          const h2_2 = h2[k24_3 + j];
          const h2_3 = h2[k24_4 + j];
          s11 += W3_1 * h2_1;
          s12 += W3_2 * h2_1;
          s13 += W3_3 * h2_1;
          s21 += W3_1 * h2_2;
          s22 += W3_2 * h2_2;
          s23 += W3_3 * h2_2;
          s31 += W3_1 * h2_3;
          s32 += W3_2 * h2_3;
          s33 += W3_3 * h2_3;
        }
        const b3_1 = b3[i];
        add2[k3 + i] = s11 + b3_1;
        const b3_2 = b3[i + 1];
        add2[k3 + i + 1] = s12 + b3_2;
        const b3_3 = b3[i + 2];
        add2[k3 + i + 2] = s13 + b3_3;
        add2[k3_2 + i] = s21 + b3_1;
        add2[k3_2 + i + 1] = s22 + b3_2;
        add2[k3_2 + i + 2] = s23 + b3_3;
        add2[k3_3 + i] = s31 + b3_1;
        add2[k3_3 + i + 1] = s32 + b3_2;
        add2[k3_3 + i + 2] = s33 + b3_3;
      }
    }

    for (let k = 0; k < size; k++) {
      const row = rows[k];
      const k3 = k * 3;

      // max = max(add2)
      const add_1 = add2[k3];
      const add_2 = add2[k3 + 1];
      const add_3 = add2[k3 + 2];
      const max = Math.max(add_1, add_2, add_3);

      // logSoftmax_in = add2 - max
      const logSoftmax_in_1 = add_1 - max;
      const logSoftmax_in_2 = add_2 - max;
      const logSoftmax_in_3 = add_3 - max;

      // p_exp = exp(logSoftmax_in)
      const p_exp_1 = Math.exp(logSoftmax_in_1);
      const p_exp_2 = Math.exp(logSoftmax_in_2);
      const p_exp_3 = Math.exp(logSoftmax_in_3);

      // sum3 = sum(p_exp)
      const sum3 = p_exp_1 + p_exp_2 + p_exp_3;

      // p = p_exp / sum3   [line 15, output]
      p[k3] = p_exp_1 / sum3;
      p[k3 + 1] = p_exp_2 / sum3;
      p[k3 + 2] = p_exp_3 / sum3;

      // log = log(sum3)
      const log = Math.log(sum3);

      // J_sum = Σn sum(c .* (logSoftmax_in - log))
      J_sum += (c[row] === 0 ? 1 : 0) * (logSoftmax_in_1 - log) + (c[row] === 1 ? 1 : 0) * (logSoftmax_in_2 - log) + (c[row] === 2 ? 1 : 0) * (logSoftmax_in_3 - log);

      // accuracy = argmax(p) == argmax(c)   [line 18, metric]
      let best = -Infinity;
      let at = 0;
      for (let i = 0; i < 3; i++) {
        const t = p[k3 + i];
        if (t > best) {
          best = t;
          at = i;
        }
      }
      let best2 = -Infinity;
      let at2 = 0;
      const t2 = c[row];
      for (let i = 0; i < 3; i++) {
        const t3 = t2 === i ? 1 : 0;
        if (t3 > best2) {
          best2 = t3;
          at2 = i;
        }
      }
      const accuracy = at + 1 === at2 + 1 ? 1 : 0;

      // accuracy_sum = Σn accuracy
      accuracy_sum += accuracy;
    }
  }

  // J = -(J_sum / m)   [line 16, loss]
  const J = -(J_sum / m);
  report[0] = J;

  // accuracy2 = accuracy_sum / m   [line 18, metric]
  report[1] = accuracy_sum / m;
  return J;
}

/** The loss over the examples `order[from … to)` and its gradients, into `into`; returns the loss. */
export function gradient(params: Parameters, data: Examples, into: Gradients, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { W1, b1, W2, g2, b2, W3, b3 } = params;
  const { x, c } = data.columns;
  const m = to - from;
  const share = 1 / m;

  // share2 = 1/24 * share
  const share2 = 0.041666666666666664 * share;
  let J_sum = 0;
  let db3_1 = 0, db3_2 = 0, db3_3 = 0;
  db2.fill(0);
  into.W2.fill(0);
  dg2.fill(0);
  dW3.fill(0);
  into.b1.fill(0);
  into.W1.fill(0);
  for (let first = from; first < to; first += 64) {
    const size = Math.min(64, to - first);
    for (let k = 0; k < size; k++) {
      const row = order === undefined ? first + k : order[first + k];
      rows[k] = row;
      for (let i = 0; i < 2; i++) x_block[k * 2 + i] = x[row * 2 + i];
    }

    for (let k = 0; k < size; k++) {
      const row = rows[k];
      const row2 = row * 2;
      const k24 = k * 24;

      // h1 = relu(W1 * x + b1)   [line 13]
      const t = x[row2];
      const t2 = x[row2 + 1];
      for (let i = 0; i < 24; i++) {
        h1[k24 + i] = Math.max(W1[i * 2] * t + W1[i * 2 + 1] * t2 + b1[i], 0);
      }
    }

    // sum2 = dot(sum(W2, 1), h1)
    for (let k = 0; k < size; k += 6) {
      let s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0;
      const k24_2 = k * 24;
      const k24_3 = k24_2 + 24;
      const k24_4 = k24_2 + 48;
      const k24_5 = k24_2 + 72;
      const k24_6 = k24_2 + 96;
      const k24_7 = k24_2 + 120;
      for (let i = 0; i < 24; i++) {
        const i24 = i * 24;
        for (let j = 0; j < 24; j++) {
          const W2_1 = W2[i24 + j];
          s1 += W2_1 * h1[k24_2 + j];
          s2 += W2_1 * h1[k24_3 + j];
          s3 += W2_1 * h1[k24_4 + j];
          s4 += W2_1 * h1[k24_5 + j];
          s5 += W2_1 * h1[k24_6 + j];
          s6 += W2_1 * h1[k24_7 + j];
        }
      }
      sum2[k] = s1;
      sum2[k + 1] = s2;
      sum2[k + 2] = s3;
      sum2[k + 3] = s4;
      sum2[k + 4] = s5;
      sum2[k + 5] = s6;
    }

    // layerNorm_in = W2 * h1 - 1/24 * sum2
    for (let k = 0; k < size; k += 3) {
      const k24_2 = k * 24;
      const k24_3 = k24_2 + 24;
      const k24_4 = k24_2 + 48;
      const t = 0.041666666666666664 * sum2[k];
      const t2 = 0.041666666666666664 * sum2[k + 1];
      const t3 = 0.041666666666666664 * sum2[k + 2];
      for (let i = 0; i < 24; i += 3) {
        let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
        const i24 = i * 24;
        const i24_2 = i24 + 24;
        const i24_3 = i24 + 48;
        for (let j = 0; j < 24; j++) {
          const W2_1 = W2[i24 + j];
          const h1_1 = h1[k24_2 + j];
          const W2_2 = W2[i24_2 + j];
          const W2_3 = W2[i24_3 + j];
          const h1_2 = h1[k24_3 + j];
          const h1_3 = h1[k24_4 + j];
          s11 += W2_1 * h1_1;
          s12 += W2_2 * h1_1;
          s13 += W2_3 * h1_1;
          s21 += W2_1 * h1_2;
          s22 += W2_2 * h1_2;
          s23 += W2_3 * h1_2;
          s31 += W2_1 * h1_3;
          s32 += W2_2 * h1_3;
          s33 += W2_3 * h1_3;
        }
        layerNorm_in[k24_2 + i] = s11 - t;
        layerNorm_in[k24_2 + i + 1] = s12 - t;
        layerNorm_in[k24_2 + i + 2] = s13 - t;
        layerNorm_in[k24_3 + i] = s21 - t2;
        layerNorm_in[k24_3 + i + 1] = s22 - t2;
        layerNorm_in[k24_3 + i + 2] = s23 - t2;
        layerNorm_in[k24_4 + i] = s31 - t3;
        layerNorm_in[k24_4 + i + 1] = s32 - t3;
        layerNorm_in[k24_4 + i + 2] = s33 - t3;
      }
    }

    for (let k = 0; k < size; k++) {
      const k24 = k * 24;

      // sum2 = sum(layerNorm_in .^ 2)
      let s = 0;
      for (let i = 0; i < 24; i++) {
        s += layerNorm_in[k24 + i] * layerNorm_in[k24 + i];
      }
      const sum2_2 = s;

      // sqrt2 = sqrt(1/24 * sum2 + 1/100000)
      sqrt2[k] = Math.sqrt(0.041666666666666664 * sum2_2 + 0.00001);

      // layerNorm2 = layerNorm_in ./ sqrt2
      // h2 = relu(g2 .* layerNorm2 + b2)   [line 14]
      const t = sqrt2[k];
      for (let i = 0; i < 24; i++) {
        layerNorm2[k24 + i] = layerNorm_in[k24 + i] / t;
        h2[k24 + i] = Math.max(g2[i] * layerNorm2[k24 + i] + b2[i], 0);
      }
    }

    // add2 = W3 * h2 + b3
    for (let k = 0; k < size; k += 3) {
      const k24_2 = k * 24;
      const k24_3 = k24_2 + 24;
      const k24_4 = k24_2 + 48;
      const k3 = k * 3;
      const k3_2 = k3 + 3;
      const k3_3 = k3 + 6;
      for (let i = 0; i < 3; i += 3) {
        let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
        const i24 = i * 24;
        const i24_2 = i24 + 24;
        const i24_3 = i24 + 48;
        for (let j = 0; j < 24; j++) {
          const W3_1 = W3[i24 + j];
          const h2_1 = h2[k24_2 + j];
          const W3_2 = W3[i24_2 + j];
          const W3_3 = W3[i24_3 + j];
          const h2_2 = h2[k24_3 + j];
          const h2_3 = h2[k24_4 + j];
          s11 += W3_1 * h2_1;
          s12 += W3_2 * h2_1;
          s13 += W3_3 * h2_1;
          s21 += W3_1 * h2_2;
          s22 += W3_2 * h2_2;
          s23 += W3_3 * h2_2;
          s31 += W3_1 * h2_3;
          s32 += W3_2 * h2_3;
          s33 += W3_3 * h2_3;
        }
        const b3_1 = b3[i];
        add2[k3 + i] = s11 + b3_1;
        const b3_2 = b3[i + 1];
        add2[k3 + i + 1] = s12 + b3_2;
        const b3_3 = b3[i + 2];
        add2[k3 + i + 2] = s13 + b3_3;
        add2[k3_2 + i] = s21 + b3_1;
        add2[k3_2 + i + 1] = s22 + b3_2;
        add2[k3_2 + i + 2] = s23 + b3_3;
        add2[k3_3 + i] = s31 + b3_1;
        add2[k3_3 + i + 1] = s32 + b3_2;
        add2[k3_3 + i + 2] = s33 + b3_3;
      }
    }

    for (let k = 0; k < size; k++) {
      const row = rows[k];
      const k3 = k * 3;
      const k24 = k * 24;

      // max = max(add2)
      const add_1 = add2[k3];
      const add_2 = add2[k3 + 1];
      const add_3 = add2[k3 + 2];
      const max = Math.max(add_1, add_2, add_3);

      // logSoftmax_in = add2 - max
      const logSoftmax_in_1 = add_1 - max;
      const logSoftmax_in_2 = add_2 - max;
      const logSoftmax_in_3 = add_3 - max;

      // p_exp = exp(logSoftmax_in)
      const p_exp_1 = Math.exp(logSoftmax_in_1);
      const p_exp_2 = Math.exp(logSoftmax_in_2);
      const p_exp_3 = Math.exp(logSoftmax_in_3);

      // sum3 = sum(p_exp)
      const sum3 = p_exp_1 + p_exp_2 + p_exp_3;

      // p = p_exp / sum3   [line 15, output]
      p[k3] = p_exp_1 / sum3;
      p[k3 + 1] = p_exp_2 / sum3;
      p[k3 + 2] = p_exp_3 / sum3;

      // log = log(sum3)
      const log = Math.log(sum3);

      // J_sum = Σn sum(c .* (logSoftmax_in - log))
      J_sum += (c[row] === 0 ? 1 : 0) * (logSoftmax_in_1 - log) + (c[row] === 1 ? 1 : 0) * (logSoftmax_in_2 - log) + (c[row] === 2 ? 1 : 0) * (logSoftmax_in_3 - log);

      // larger2 = h2 > 0
      for (let i = 0; i < 24; i++) {
        larger2[k24 + i] = h2[k24 + i] > 0 ? 1 : 0;
      }

      // delta = p - c   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); line 15]
      const t = c[row];
      for (let i = 0; i < 3; i++) {
        delta[k3 + i] = p[k3 + i] - (t === i ? 1 : 0);
      }

      // db3 = Σn delta   [EQ3: ∂C/∂b = δ]
      db3_1 += delta[k3];
      db3_2 += delta[k3 + 1];
      db3_3 += delta[k3 + 2];

      // dh2 = W3' * delta   [W3 * relu(g2 .* layerNorm(W2 * h1) + b2) with respect to relu(g2 .* layerNorm(W2 * h1) + b2): the matrix transposed, times the cotangent; line 15]
      // delta2 = larger2 ? dh2 .* g2 : 0   [chain rule through mul: ∂y/∂b = a; line 14]
      const t2 = delta[k3];
      const t3 = delta[k3 + 1];
      const t4 = delta[k3 + 2];
      for (let i = 0; i < 24; i++) {
        dh2[k24 + i] = t2 * W3[i] + t3 * W3[i + 24] + t4 * W3[i + 48];
        delta2[k24 + i] = larger2[k24 + i] !== 0 ? dh2[k24 + i] * g2[i] : 0;
      }

      // db2 = Σn (larger2 ? dh2 : 0)   [the same for all examples: their cotangents add up]
      for (let i = 0; i < 24; i++) {
        db2[i] += larger2[k24 + i] !== 0 ? dh2[k24 + i] : 0;
      }

      // sum4 = sum(delta2)
      let s = 0;
      for (let i = 0; i < 24; i++) {
        s += delta2[k24 + i];
      }
      const sum4 = s;

      // sum5 = sum(delta2 .* layerNorm2)
      let s2 = 0;
      for (let i = 0; i < 24; i++) {
        s2 += delta2[k24 + i] * layerNorm2[k24 + i];
      }
      const sum5 = s2;

      // delta3 = (share * delta2 - share2 * sum4 - share2 * (layerNorm2 * sum5)) ./ sqrt2   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 14]
      const t5 = share2 * sum4;
      const t6 = sqrt2[k];
      for (let i = 0; i < 24; i++) {
        delta3[k24 + i] = (share * delta2[k24 + i] - t5 - share2 * (layerNorm2[k24 + i] * sum5)) / t6;
      }
    }

    // dW2 = Σn outer(delta3, h1)   [EQ4: ∂C/∂w = δ aᵀ; line 14]
    for (let i = 0; i < 24; i += 3) {
      const i24 = i * 24;
      const i24_2 = i24 + 24;
      const i24_3 = i24 + 48;
      for (let j = 0; j < 24; j += 3) {
        let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
        for (let k = 0; k < size; k++) {
          const k24_2 = k * 24;
          const delta3_1 = delta3[k24_2 + i];
          const h1_1 = h1[k24_2 + j];
          const h1_2 = h1[k24_2 + j + 1];
          const h1_3 = h1[k24_2 + j + 2];
          const delta3_2 = delta3[k24_2 + i + 1];
          const delta3_3 = delta3[k24_2 + i + 2];
          s11 += delta3_1 * h1_1;
          s12 += delta3_1 * h1_2;
          s13 += delta3_1 * h1_3;
          s21 += delta3_2 * h1_1;
          s22 += delta3_2 * h1_2;
          s23 += delta3_2 * h1_3;
          s31 += delta3_3 * h1_1;
          s32 += delta3_3 * h1_2;
          s33 += delta3_3 * h1_3;
        }
        into.W2[i24 + j] += s11;
        into.W2[i24 + j + 1] += s12;
        into.W2[i24 + j + 2] += s13;
        into.W2[i24_2 + j] += s21;
        into.W2[i24_2 + j + 1] += s22;
        into.W2[i24_2 + j + 2] += s23;
        into.W2[i24_3 + j] += s31;
        into.W2[i24_3 + j + 1] += s32;
        into.W2[i24_3 + j + 2] += s33;
      }
    }

    // dg2 = Σn (larger2 ? dh2 .* layerNorm2 : 0)   [the same for all examples: their cotangents add up]
    for (let i = 0; i < 24; i += 3) {
      let s1 = 0, s2 = 0, s3 = 0;
      for (let k = 0; k < size; k++) {
        const k24_2 = k * 24;
        s1 += larger2[k24_2 + i] !== 0 ? dh2[k24_2 + i] * layerNorm2[k24_2 + i] : 0;
        s2 += larger2[k24_2 + i + 1] !== 0 ? dh2[k24_2 + i + 1] * layerNorm2[k24_2 + i + 1] : 0;
        s3 += larger2[k24_2 + i + 2] !== 0 ? dh2[k24_2 + i + 2] * layerNorm2[k24_2 + i + 2] : 0;
      }
      dg2[i] += s1;
      dg2[i + 1] += s2;
      dg2[i + 2] += s3;
    }

    // dW3 = Σn outer(delta, h2)   [EQ4: ∂C/∂w = δ aᵀ; line 15]
    for (let i = 0; i < 3; i += 3) {
      const i24 = i * 24;
      const i24_2 = i24 + 24;
      const i24_3 = i24 + 48;
      for (let j = 0; j < 24; j += 3) {
        let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
        for (let k = 0; k < size; k++) {
          const k3_2 = k * 3;
          const delta_1 = delta[k3_2 + i];
          const k24_2 = k * 24;
          const h2_1 = h2[k24_2 + j];
          const h2_2 = h2[k24_2 + j + 1];
          const h2_3 = h2[k24_2 + j + 2];
          const delta_2 = delta[k3_2 + i + 1];
          const delta_3 = delta[k3_2 + i + 2];
          s11 += delta_1 * h2_1;
          s12 += delta_1 * h2_2;
          s13 += delta_1 * h2_3;
          s21 += delta_2 * h2_1;
          s22 += delta_2 * h2_2;
          s23 += delta_2 * h2_3;
          s31 += delta_3 * h2_1;
          s32 += delta_3 * h2_2;
          s33 += delta_3 * h2_3;
        }
        dW3[i24 + j] += s11;
        dW3[i24 + j + 1] += s12;
        dW3[i24 + j + 2] += s13;
        dW3[i24_2 + j] += s21;
        dW3[i24_2 + j + 1] += s22;
        dW3[i24_2 + j + 2] += s23;
        dW3[i24_3 + j] += s31;
        dW3[i24_3 + j + 1] += s32;
        dW3[i24_3 + j + 2] += s33;
      }
    }

    // dh1 = W2' * delta3   [W2 * h1 with respect to h1: the matrix transposed, times the cotangent; line 14]
    for (let k = 0; k < size; k += 3) {
      const k24_2 = k * 24;
      const k24_3 = k24_2 + 24;
      const k24_4 = k24_2 + 48;
      for (let i = 0; i < 24; i += 3) {
        let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
        for (let j = 0; j < 24; j++) {
          const delta3_1 = delta3[k24_2 + j];
          const j24 = j * 24;
          const W2_1 = W2[j24 + i];
          const W2_2 = W2[j24 + i + 1];
          const W2_3 = W2[j24 + i + 2];
          const delta3_2 = delta3[k24_3 + j];
          const delta3_3 = delta3[k24_4 + j];
          s11 += delta3_1 * W2_1;
          s12 += delta3_1 * W2_2;
          s13 += delta3_1 * W2_3;
          s21 += delta3_2 * W2_1;
          s22 += delta3_2 * W2_2;
          s23 += delta3_2 * W2_3;
          s31 += delta3_3 * W2_1;
          s32 += delta3_3 * W2_2;
          s33 += delta3_3 * W2_3;
        }
        dh1[k24_2 + i] = s11;
        dh1[k24_2 + i + 1] = s12;
        dh1[k24_2 + i + 2] = s13;
        dh1[k24_3 + i] = s21;
        dh1[k24_3 + i + 1] = s22;
        dh1[k24_3 + i + 2] = s23;
        dh1[k24_4 + i] = s31;
        dh1[k24_4 + i + 1] = s32;
        dh1[k24_4 + i + 2] = s33;
      }
    }

    for (let k = 0; k < size; k++) {
      const k24 = k * 24;

      // dh1_in = h1 > 0 ? dh1 : 0   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 13]
      for (let i = 0; i < 24; i++) {
        dh1_in[k24 + i] = h1[k24 + i] > 0 ? dh1[k24 + i] : 0;
      }

      // db1 = Σn dh1_in   [EQ3: ∂C/∂b = δ]
      for (let i = 0; i < 24; i++) {
        into.b1[i] += dh1_in[k24 + i];
      }
    }

    // dW1 = Σn outer(dh1_in, x)   [EQ4: ∂C/∂w = δ aᵀ; line 13]
    for (let i = 0; i < 24; i += 4) {
      const i2 = i * 2;
      const i2_2 = i2 + 2;
      const i2_3 = i2 + 4;
      const i2_4 = i2 + 6;
      for (let j = 0; j < 2; j += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        for (let k = 0; k < size; k++) {
          const k24_2 = k * 24;
          const dh1_in_1 = dh1_in[k24_2 + i];
          const k2 = k * 2;
          const x_1 = x_block[k2 + j];
          const x_2 = x_block[k2 + j + 1];
          const dh1_in_2 = dh1_in[k24_2 + i + 1];
          const dh1_in_3 = dh1_in[k24_2 + i + 2];
          const dh1_in_4 = dh1_in[k24_2 + i + 3];
          s11 += dh1_in_1 * x_1;
          s12 += dh1_in_1 * x_2;
          s21 += dh1_in_2 * x_1;
          s22 += dh1_in_2 * x_2;
          s31 += dh1_in_3 * x_1;
          s32 += dh1_in_3 * x_2;
          s41 += dh1_in_4 * x_1;
          s42 += dh1_in_4 * x_2;
        }
        into.W1[i2 + j] += s11;
        into.W1[i2 + j + 1] += s12;
        into.W1[i2_2 + j] += s21;
        into.W1[i2_2 + j + 1] += s22;
        into.W1[i2_3 + j] += s31;
        into.W1[i2_3 + j + 1] += s32;
        into.W1[i2_4 + j] += s41;
        into.W1[i2_4 + j + 1] += s42;
      }
    }
  }

  // J = -(J_sum / m)   [line 16, loss]
  into.losses[0] = -(J_sum / m);

  // dg2 = share * dg2   [the mean over the batch]
  // db2 = share * db2   [the mean over the batch]
  for (let i = 0; i < 24; i++) {
    into.g2[i] = share * dg2[i];
    into.b2[i] = share * db2[i];
  }

  // dW3 = share * dW3   [the mean over the batch]
  for (let i = 0; i < 72; i++) {
    into.W3[i] = share * dW3[i];
  }

  // db3 = share * db3   [the mean over the batch]
  into.b3[0] = share * db3_1;
  into.b3[1] = share * db3_2;
  into.b3[2] = share * db3_3;

  // loss = -(J_sum / m)   [line 16, loss]
  const loss = into.losses[0];
  return loss;
}

/** One step of training on the examples `order[from … to)`: forward, backward, update; returns the loss before the update. */
export function step(params: Parameters, state: Floats, data: Examples, clock: Clock, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { W1, b1, W2, g2, b2, W3, b3 } = params;
  const { x, c } = data.columns;
  const { rate, t } = clock;
  const m = to - from;
  const share = 1 / m;

  // share2 = 1/24 * share
  const share2 = 0.041666666666666664 * share;

  // stepSize = rate / (1 - 0.9 ^ t)
  const stepSize = rate / (1 - Math.pow(0.9, t));

  // scale = 1 / (1 - 0.999 ^ t)
  const scale = 1 / (1 - Math.pow(0.999, t));
  const share3 = 0.1 * share;
  let J_sum = 0;
  db3.fill(0);
  db2.fill(0);
  dW2.fill(0);
  dg2.fill(0);
  dW3.fill(0);
  db1.fill(0);
  dW1.fill(0);
  for (let first = from; first < to; first += 64) {
    const size = Math.min(64, to - first);
    for (let k = 0; k < size; k++) {
      const row = order === undefined ? first + k : order[first + k];
      rows[k] = row;
      for (let i = 0; i < 2; i++) x_block[k * 2 + i] = x[row * 2 + i];
    }

    for (let k = 0; k < size; k++) {
      const row = rows[k];
      const row2 = row * 2;
      const k24 = k * 24;

      // h1 = relu(W1 * x + b1)   [line 13]
      const t2 = x[row2];
      const t3 = x[row2 + 1];
      for (let i = 0; i < 24; i++) {
        h1[k24 + i] = Math.max(W1[i * 2] * t2 + W1[i * 2 + 1] * t3 + b1[i], 0);
      }
    }

    // sum2 = dot(sum(W2, 1), h1)
    for (let k = 0; k < size; k += 6) {
      let s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0;
      const k24_2 = k * 24;
      const k24_3 = k24_2 + 24;
      const k24_4 = k24_2 + 48;
      const k24_5 = k24_2 + 72;
      const k24_6 = k24_2 + 96;
      const k24_7 = k24_2 + 120;
      for (let i = 0; i < 24; i++) {
        const i24 = i * 24;
        for (let j = 0; j < 24; j++) {
          const W2_1 = W2[i24 + j];
          s1 += W2_1 * h1[k24_2 + j];
          s2 += W2_1 * h1[k24_3 + j];
          s3 += W2_1 * h1[k24_4 + j];
          s4 += W2_1 * h1[k24_5 + j];
          s5 += W2_1 * h1[k24_6 + j];
          s6 += W2_1 * h1[k24_7 + j];
        }
      }
      sum2[k] = s1;
      sum2[k + 1] = s2;
      sum2[k + 2] = s3;
      sum2[k + 3] = s4;
      sum2[k + 4] = s5;
      sum2[k + 5] = s6;
    }

    // layerNorm_in = W2 * h1 - 1/24 * sum2
    for (let k = 0; k < size; k += 3) {
      const k24_2 = k * 24;
      const k24_3 = k24_2 + 24;
      const k24_4 = k24_2 + 48;
      const t2 = 0.041666666666666664 * sum2[k];
      const t3 = 0.041666666666666664 * sum2[k + 1];
      const t4 = 0.041666666666666664 * sum2[k + 2];
      for (let i = 0; i < 24; i += 3) {
        let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
        const i24 = i * 24;
        const i24_2 = i24 + 24;
        const i24_3 = i24 + 48;
        for (let j = 0; j < 24; j++) {
          const W2_1 = W2[i24 + j];
          const h1_1 = h1[k24_2 + j];
          const W2_2 = W2[i24_2 + j];
          const W2_3 = W2[i24_3 + j];
          const h1_2 = h1[k24_3 + j];
          const h1_3 = h1[k24_4 + j];
          s11 += W2_1 * h1_1;
          s12 += W2_2 * h1_1;
          s13 += W2_3 * h1_1;
          s21 += W2_1 * h1_2;
          s22 += W2_2 * h1_2;
          s23 += W2_3 * h1_2;
          s31 += W2_1 * h1_3;
          s32 += W2_2 * h1_3;
          s33 += W2_3 * h1_3;
        }
        layerNorm_in[k24_2 + i] = s11 - t2;
        layerNorm_in[k24_2 + i + 1] = s12 - t2;
        layerNorm_in[k24_2 + i + 2] = s13 - t2;
        layerNorm_in[k24_3 + i] = s21 - t3;
        layerNorm_in[k24_3 + i + 1] = s22 - t3;
        layerNorm_in[k24_3 + i + 2] = s23 - t3;
        layerNorm_in[k24_4 + i] = s31 - t4;
        layerNorm_in[k24_4 + i + 1] = s32 - t4;
        layerNorm_in[k24_4 + i + 2] = s33 - t4;
      }
    }

    for (let k = 0; k < size; k++) {
      const k24 = k * 24;

      // sum2 = sum(layerNorm_in .^ 2)
      let s = 0;
      for (let i = 0; i < 24; i++) {
        s += layerNorm_in[k24 + i] * layerNorm_in[k24 + i];
      }
      const sum2_2 = s;

      // sqrt2 = sqrt(1/24 * sum2 + 1/100000)
      sqrt2[k] = Math.sqrt(0.041666666666666664 * sum2_2 + 0.00001);

      // layerNorm2 = layerNorm_in ./ sqrt2
      // h2 = relu(g2 .* layerNorm2 + b2)   [line 14]
      const t2 = sqrt2[k];
      for (let i = 0; i < 24; i++) {
        layerNorm2[k24 + i] = layerNorm_in[k24 + i] / t2;
        h2[k24 + i] = Math.max(g2[i] * layerNorm2[k24 + i] + b2[i], 0);
      }
    }

    // add2 = W3 * h2 + b3
    for (let k = 0; k < size; k += 3) {
      const k24_2 = k * 24;
      const k24_3 = k24_2 + 24;
      const k24_4 = k24_2 + 48;
      const k3 = k * 3;
      const k3_2 = k3 + 3;
      const k3_3 = k3 + 6;
      for (let i = 0; i < 3; i += 3) {
        let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
        const i24 = i * 24;
        const i24_2 = i24 + 24;
        const i24_3 = i24 + 48;
        for (let j = 0; j < 24; j++) {
          const W3_1 = W3[i24 + j];
          const h2_1 = h2[k24_2 + j];
          const W3_2 = W3[i24_2 + j];
          const W3_3 = W3[i24_3 + j];
          const h2_2 = h2[k24_3 + j];
          const h2_3 = h2[k24_4 + j];
          s11 += W3_1 * h2_1;
          s12 += W3_2 * h2_1;
          s13 += W3_3 * h2_1;
          s21 += W3_1 * h2_2;
          s22 += W3_2 * h2_2;
          s23 += W3_3 * h2_2;
          s31 += W3_1 * h2_3;
          s32 += W3_2 * h2_3;
          s33 += W3_3 * h2_3;
        }
        const b3_1 = b3[i];
        add2[k3 + i] = s11 + b3_1;
        const b3_2 = b3[i + 1];
        add2[k3 + i + 1] = s12 + b3_2;
        const b3_3 = b3[i + 2];
        add2[k3 + i + 2] = s13 + b3_3;
        add2[k3_2 + i] = s21 + b3_1;
        add2[k3_2 + i + 1] = s22 + b3_2;
        add2[k3_2 + i + 2] = s23 + b3_3;
        add2[k3_3 + i] = s31 + b3_1;
        add2[k3_3 + i + 1] = s32 + b3_2;
        add2[k3_3 + i + 2] = s33 + b3_3;
      }
    }

    for (let k = 0; k < size; k++) {
      const row = rows[k];
      const k3 = k * 3;
      const k24 = k * 24;

      // max = max(add2)
      const add_1 = add2[k3];
      const add_2 = add2[k3 + 1];
      const add_3 = add2[k3 + 2];
      const max = Math.max(add_1, add_2, add_3);

      // logSoftmax_in = add2 - max
      const logSoftmax_in_1 = add_1 - max;
      const logSoftmax_in_2 = add_2 - max;
      const logSoftmax_in_3 = add_3 - max;

      // p_exp = exp(logSoftmax_in)
      const p_exp_1 = Math.exp(logSoftmax_in_1);
      const p_exp_2 = Math.exp(logSoftmax_in_2);
      const p_exp_3 = Math.exp(logSoftmax_in_3);

      // sum3 = sum(p_exp)
      const sum3 = p_exp_1 + p_exp_2 + p_exp_3;

      // p = p_exp / sum3   [line 15, output]
      p[k3] = p_exp_1 / sum3;
      p[k3 + 1] = p_exp_2 / sum3;
      p[k3 + 2] = p_exp_3 / sum3;

      // log = log(sum3)
      const log = Math.log(sum3);

      // J_sum = Σn sum(c .* (logSoftmax_in - log))
      J_sum += (c[row] === 0 ? 1 : 0) * (logSoftmax_in_1 - log) + (c[row] === 1 ? 1 : 0) * (logSoftmax_in_2 - log) + (c[row] === 2 ? 1 : 0) * (logSoftmax_in_3 - log);

      // larger2 = h2 > 0
      for (let i = 0; i < 24; i++) {
        larger2[k24 + i] = h2[k24 + i] > 0 ? 1 : 0;
      }

      // delta = p - c   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); line 15]
      const t2 = c[row];
      for (let i = 0; i < 3; i++) {
        delta[k3 + i] = p[k3 + i] - (t2 === i ? 1 : 0);
      }

      // db3 = Σn delta   [EQ3: ∂C/∂b = δ]
      db3[0] += delta[k3];
      db3[1] += delta[k3 + 1];
      db3[2] += delta[k3 + 2];

      // dh2 = W3' * delta   [W3 * relu(g2 .* layerNorm(W2 * h1) + b2) with respect to relu(g2 .* layerNorm(W2 * h1) + b2): the matrix transposed, times the cotangent; line 15]
      // delta2 = larger2 ? dh2 .* g2 : 0   [chain rule through mul: ∂y/∂b = a; line 14]
      const t3 = delta[k3];
      const t4 = delta[k3 + 1];
      const t5 = delta[k3 + 2];
      for (let i = 0; i < 24; i++) {
        dh2[k24 + i] = t3 * W3[i] + t4 * W3[i + 24] + t5 * W3[i + 48];
        delta2[k24 + i] = larger2[k24 + i] !== 0 ? dh2[k24 + i] * g2[i] : 0;
      }

      // db2 = Σn (larger2 ? dh2 : 0)   [the same for all examples: their cotangents add up]
      for (let i = 0; i < 24; i++) {
        db2[i] += larger2[k24 + i] !== 0 ? dh2[k24 + i] : 0;
      }

      // sum4 = sum(delta2)
      let s = 0;
      for (let i = 0; i < 24; i++) {
        s += delta2[k24 + i];
      }
      const sum4 = s;

      // sum5 = sum(delta2 .* layerNorm2)
      let s2 = 0;
      for (let i = 0; i < 24; i++) {
        s2 += delta2[k24 + i] * layerNorm2[k24 + i];
      }
      const sum5 = s2;

      // delta3 = (share * delta2 - share2 * sum4 - share2 * (layerNorm2 * sum5)) ./ sqrt2   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 14]
      const t6 = share2 * sum4;
      const t7 = sqrt2[k];
      for (let i = 0; i < 24; i++) {
        delta3[k24 + i] = (share * delta2[k24 + i] - t6 - share2 * (layerNorm2[k24 + i] * sum5)) / t7;
      }
    }

    // dW2 = Σn outer(delta3, h1)   [EQ4: ∂C/∂w = δ aᵀ; line 14]
    for (let i = 0; i < 24; i += 3) {
      const i24 = i * 24;
      const i24_2 = i24 + 24;
      const i24_3 = i24 + 48;
      for (let j = 0; j < 24; j += 3) {
        let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
        for (let k = 0; k < size; k++) {
          const k24_2 = k * 24;
          const delta3_1 = delta3[k24_2 + i];
          const h1_1 = h1[k24_2 + j];
          const h1_2 = h1[k24_2 + j + 1];
          const h1_3 = h1[k24_2 + j + 2];
          const delta3_2 = delta3[k24_2 + i + 1];
          const delta3_3 = delta3[k24_2 + i + 2];
          s11 += delta3_1 * h1_1;
          s12 += delta3_1 * h1_2;
          s13 += delta3_1 * h1_3;
          s21 += delta3_2 * h1_1;
          s22 += delta3_2 * h1_2;
          s23 += delta3_2 * h1_3;
          s31 += delta3_3 * h1_1;
          s32 += delta3_3 * h1_2;
          s33 += delta3_3 * h1_3;
        }
        dW2[i24 + j] += s11;
        dW2[i24 + j + 1] += s12;
        dW2[i24 + j + 2] += s13;
        dW2[i24_2 + j] += s21;
        dW2[i24_2 + j + 1] += s22;
        dW2[i24_2 + j + 2] += s23;
        dW2[i24_3 + j] += s31;
        dW2[i24_3 + j + 1] += s32;
        dW2[i24_3 + j + 2] += s33;
      }
    }

    // dg2 = Σn (larger2 ? dh2 .* layerNorm2 : 0)   [the same for all examples: their cotangents add up]
    for (let i = 0; i < 24; i += 3) {
      let s1 = 0, s2 = 0, s3 = 0;
      for (let k = 0; k < size; k++) {
        const k24_2 = k * 24;
        s1 += larger2[k24_2 + i] !== 0 ? dh2[k24_2 + i] * layerNorm2[k24_2 + i] : 0;
        s2 += larger2[k24_2 + i + 1] !== 0 ? dh2[k24_2 + i + 1] * layerNorm2[k24_2 + i + 1] : 0;
        s3 += larger2[k24_2 + i + 2] !== 0 ? dh2[k24_2 + i + 2] * layerNorm2[k24_2 + i + 2] : 0;
      }
      dg2[i] += s1;
      dg2[i + 1] += s2;
      dg2[i + 2] += s3;
    }

    // dW3 = Σn outer(delta, h2)   [EQ4: ∂C/∂w = δ aᵀ; line 15]
    for (let i = 0; i < 3; i += 3) {
      const i24 = i * 24;
      const i24_2 = i24 + 24;
      const i24_3 = i24 + 48;
      for (let j = 0; j < 24; j += 3) {
        let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
        for (let k = 0; k < size; k++) {
          const k3_2 = k * 3;
          const delta_1 = delta[k3_2 + i];
          const k24_2 = k * 24;
          const h2_1 = h2[k24_2 + j];
          const h2_2 = h2[k24_2 + j + 1];
          const h2_3 = h2[k24_2 + j + 2];
          const delta_2 = delta[k3_2 + i + 1];
          const delta_3 = delta[k3_2 + i + 2];
          s11 += delta_1 * h2_1;
          s12 += delta_1 * h2_2;
          s13 += delta_1 * h2_3;
          s21 += delta_2 * h2_1;
          s22 += delta_2 * h2_2;
          s23 += delta_2 * h2_3;
          s31 += delta_3 * h2_1;
          s32 += delta_3 * h2_2;
          s33 += delta_3 * h2_3;
        }
        dW3[i24 + j] += s11;
        dW3[i24 + j + 1] += s12;
        dW3[i24 + j + 2] += s13;
        dW3[i24_2 + j] += s21;
        dW3[i24_2 + j + 1] += s22;
        dW3[i24_2 + j + 2] += s23;
        dW3[i24_3 + j] += s31;
        dW3[i24_3 + j + 1] += s32;
        dW3[i24_3 + j + 2] += s33;
      }
    }

    // dh1 = W2' * delta3   [W2 * h1 with respect to h1: the matrix transposed, times the cotangent; line 14]
    for (let k = 0; k < size; k += 3) {
      const k24_2 = k * 24;
      const k24_3 = k24_2 + 24;
      const k24_4 = k24_2 + 48;
      for (let i = 0; i < 24; i += 3) {
        let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
        for (let j = 0; j < 24; j++) {
          const delta3_1 = delta3[k24_2 + j];
          const j24 = j * 24;
          const W2_1 = W2[j24 + i];
          const W2_2 = W2[j24 + i + 1];
          const W2_3 = W2[j24 + i + 2];
          const delta3_2 = delta3[k24_3 + j];
          const delta3_3 = delta3[k24_4 + j];
          s11 += delta3_1 * W2_1;
          s12 += delta3_1 * W2_2;
          s13 += delta3_1 * W2_3;
          s21 += delta3_2 * W2_1;
          s22 += delta3_2 * W2_2;
          s23 += delta3_2 * W2_3;
          s31 += delta3_3 * W2_1;
          s32 += delta3_3 * W2_2;
          s33 += delta3_3 * W2_3;
        }
        dh1[k24_2 + i] = s11;
        dh1[k24_2 + i + 1] = s12;
        dh1[k24_2 + i + 2] = s13;
        dh1[k24_3 + i] = s21;
        dh1[k24_3 + i + 1] = s22;
        dh1[k24_3 + i + 2] = s23;
        dh1[k24_4 + i] = s31;
        dh1[k24_4 + i + 1] = s32;
        dh1[k24_4 + i + 2] = s33;
      }
    }

    for (let k = 0; k < size; k++) {
      const k24 = k * 24;

      // dh1_in = h1 > 0 ? dh1 : 0   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 13]
      for (let i = 0; i < 24; i++) {
        dh1_in[k24 + i] = h1[k24 + i] > 0 ? dh1[k24 + i] : 0;
      }

      // db1 = Σn dh1_in   [EQ3: ∂C/∂b = δ]
      for (let i = 0; i < 24; i++) {
        db1[i] += dh1_in[k24 + i];
      }
    }

    // dW1 = Σn outer(dh1_in, x)   [EQ4: ∂C/∂w = δ aᵀ; line 13]
    for (let i = 0; i < 24; i += 4) {
      const i2 = i * 2;
      const i2_2 = i2 + 2;
      const i2_3 = i2 + 4;
      const i2_4 = i2 + 6;
      for (let j = 0; j < 2; j += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        for (let k = 0; k < size; k++) {
          const k24_2 = k * 24;
          const dh1_in_1 = dh1_in[k24_2 + i];
          const k2 = k * 2;
          const x_1 = x_block[k2 + j];
          const x_2 = x_block[k2 + j + 1];
          const dh1_in_2 = dh1_in[k24_2 + i + 1];
          const dh1_in_3 = dh1_in[k24_2 + i + 2];
          const dh1_in_4 = dh1_in[k24_2 + i + 3];
          s11 += dh1_in_1 * x_1;
          s12 += dh1_in_1 * x_2;
          s21 += dh1_in_2 * x_1;
          s22 += dh1_in_2 * x_2;
          s31 += dh1_in_3 * x_1;
          s32 += dh1_in_3 * x_2;
          s41 += dh1_in_4 * x_1;
          s42 += dh1_in_4 * x_2;
        }
        dW1[i2 + j] += s11;
        dW1[i2 + j + 1] += s12;
        dW1[i2_2 + j] += s21;
        dW1[i2_2 + j + 1] += s22;
        dW1[i2_3 + j] += s31;
        dW1[i2_3 + j + 1] += s32;
        dW1[i2_4 + j] += s41;
        dW1[i2_4 + j + 1] += s42;
      }
    }
  }

  // loss = -(J_sum / m)   [line 16, loss]
  const loss = -(J_sum / m);

  // m_W1⁺ = 0.9 * m_W1 + 0.1 * dW1
  // v_W1⁺ = 0.999 * v_W1 + 0.001 * dW1 .^ 2
  // W1⁺ = W1 - stepSize * (m_W1⁺ ./ (sqrt(scale * v_W1⁺) + 1e-8))
  for (let i = 0; i < 48; i++) {
    state[i] = 0.9 * state[i] + 0.1 * dW1[i];
    state[48 + i] = 0.999 * state[48 + i] + 0.001 * (dW1[i] * dW1[i]);
    W1[i] -= stepSize * (state[i] / (Math.sqrt(scale * state[48 + i]) + 1e-8));
  }

  // m_b1⁺ = 0.9 * m_b1 + 0.1 * db1
  // v_b1⁺ = 0.999 * v_b1 + 0.001 * db1 .^ 2
  // b1⁺ = b1 - stepSize * (m_b1⁺ ./ (sqrt(scale * v_b1⁺) + 1e-8))
  for (let i = 0; i < 24; i++) {
    state[96 + i] = 0.9 * state[96 + i] + 0.1 * db1[i];
    state[120 + i] = 0.999 * state[120 + i] + 0.001 * (db1[i] * db1[i]);
    b1[i] -= stepSize * (state[96 + i] / (Math.sqrt(scale * state[120 + i]) + 1e-8));
  }

  // m_W2⁺ = 0.9 * m_W2 + 0.1 * dW2
  // v_W2⁺ = 0.999 * v_W2 + 0.001 * dW2 .^ 2
  // W2⁺ = W2 - stepSize * (m_W2⁺ ./ (sqrt(scale * v_W2⁺) + 1e-8))
  for (let i = 0; i < 576; i++) {
    state[144 + i] = 0.9 * state[144 + i] + 0.1 * dW2[i];
    state[720 + i] = 0.999 * state[720 + i] + 0.001 * (dW2[i] * dW2[i]);
    W2[i] -= stepSize * (state[144 + i] / (Math.sqrt(scale * state[720 + i]) + 1e-8));
  }

  // m_g2⁺ = 0.9 * m_g2 + share3 * dg2
  // v_g2⁺ = 0.999 * v_g2 + 0.001 * (share * dg2) .^ 2
  // g2⁺ = g2 - stepSize * (m_g2⁺ ./ (sqrt(scale * v_g2⁺) + 1e-8))
  // m_b2⁺ = 0.9 * m_b2 + share3 * db2
  // v_b2⁺ = 0.999 * v_b2 + 0.001 * (share * db2) .^ 2
  // b2⁺ = b2 - stepSize * (m_b2⁺ ./ (sqrt(scale * v_b2⁺) + 1e-8))
  for (let i = 0; i < 24; i++) {
    state[1296 + i] = 0.9 * state[1296 + i] + share3 * dg2[i];
    const t2 = share * dg2[i];
    state[1320 + i] = 0.999 * state[1320 + i] + 0.001 * (t2 * t2);
    g2[i] -= stepSize * (state[1296 + i] / (Math.sqrt(scale * state[1320 + i]) + 1e-8));
    state[1344 + i] = 0.9 * state[1344 + i] + share3 * db2[i];
    const t3 = share * db2[i];
    state[1368 + i] = 0.999 * state[1368 + i] + 0.001 * (t3 * t3);
    b2[i] -= stepSize * (state[1344 + i] / (Math.sqrt(scale * state[1368 + i]) + 1e-8));
  }

  // m_W3⁺ = 0.9 * m_W3 + share3 * dW3
  // v_W3⁺ = 0.999 * v_W3 + 0.001 * (share * dW3) .^ 2
  // W3⁺ = W3 - stepSize * (m_W3⁺ ./ (sqrt(scale * v_W3⁺) + 1e-8))
  for (let i = 0; i < 72; i++) {
    state[1392 + i] = 0.9 * state[1392 + i] + share3 * dW3[i];
    const t2 = share * dW3[i];
    state[1464 + i] = 0.999 * state[1464 + i] + 0.001 * (t2 * t2);
    W3[i] -= stepSize * (state[1392 + i] / (Math.sqrt(scale * state[1464 + i]) + 1e-8));
  }

  // m_b3⁺ = 0.9 * m_b3 + share3 * db3
  // v_b3⁺ = 0.999 * v_b3 + 0.001 * (share * db3) .^ 2
  // b3⁺ = b3 - stepSize * (m_b3⁺ ./ (sqrt(scale * v_b3⁺) + 1e-8))
  for (let i = 0; i < 3; i++) {
    state[1536 + i] = 0.9 * state[1536 + i] + share3 * db3[i];
    const t2 = share * db3[i];
    state[1539 + i] = 0.999 * state[1539 + i] + 0.001 * (t2 * t2);
    b3[i] -= stepSize * (state[1536 + i] / (Math.sqrt(scale * state[1539 + i]) + 1e-8));
  }
  return loss;
}

/** The predictions for one example among others. */
export function predict(params: Parameters, data: Examples, row: number, into: Outputs = createOutputs()): Outputs {
  return forward(params, data.columns.x.subarray(row * 2, row * 2 + 2), into);
}
