/**
 * cnn-mnist: compiled by gradc 0.1.0 from cnn-mnist.grad. Do not edit: change the spec and compile again.
 *
 * Spec        sha256 2d4f1aed222f08b1f6cdd4b118ebd314ef0ac3d1a5122a430368435d37c79c59
 * Parameters  5994: K1 (8 × 1 × 5 × 5), b1 (8 × 1 × 1), K2 (16 × 8 × 5 × 5), b2 (16 × 1 × 1), W (10 × 256), b vector of 10
 * Precision   64-bit
 * Convention  loss and gradients are the mean over the batch; relu'(0) = 0; of equal largest elements the first gets the gradient
 * Stable form xlogy(d, softmax(z)) -> d .* logSoftmax(z)
 *
 * Operations of gradient, for one example (sums over the batch left out):
 *   forward 660709: 328222 add, 322570 multiply, 9876 compare, 20 subtract, 10 divide, 10 exp, 1 log
 *   backward 1597716: 791808 multiply, 788992 add, 11274 compare, 5632 select, 10 subtract
 *
 * Schedule:
 *   forward  loops: 662076 scalar operations, more than 2500; of 7 steps 1 in register tiles, 6 in plain loops
 *     tiles     add 5130
 *     loops     h1 244224, h2 412672, max 10, p_exp 20, sum 10, p 10
 *   evaluate  loops: 662155 scalar operations, more than 2500; of 15 steps 1 in register tiles, 9 in plain loops, 5 of at most 4 operations unrolled; examples in blocks of 64
 *     tiles     add 5130
 *     loops     h1 244224, h2 412672, max 10, logSoftmax_in 10, p_exp 10, sum 10, p 10, J_sum 41, accuracy 33
 *     unrolled  log 1, accuracy_sum 1, J 2, accuracy2 1, loss 0
 *   gradient  loops: 2279665 scalar operations, more than 2500; of 38 steps 10 in register tiles, 24 in plain loops, 4 of at most 4 operations unrolled; examples in blocks of 16; in 4 functions of at most 2000 written operations
 *     tiles     relu 239616, relu2 411648, add 5130, dW 5120, delta2 5376, grad_K2 412800, grad_b2 1040, dh1 921600, grad_K1 230600, grad_b1 4616
 *     loops     h1 3456, h2 768, argmax 1024, argmax2 4608, max 10, logSoftmax_in 10, p_exp 10, sum 10, p 10, J_sum 41, delta 20, db 10, dh2_in 3072, delta3 2048, padded 0, padded 0, padded 0, padded2 0, padded2 0, padded2 0, dh1_in 13824, delta4 9216, grad_W 2560, grad_b 10
 *     unrolled  share 1, log 1, J 2, loss 0
 *   step  loops: 2301077 scalar operations, more than 2500; of 50 steps 10 in register tiles, 34 in plain loops, 6 of at most 4 operations unrolled; examples in blocks of 16; in 4 functions of at most 2000 written operations
 *     tiles     relu 239616, relu2 411648, add 5130, dW 5120, delta2 5376, dK2 412800, db2 1040, dh1 921600, dK1 230600, db1 4616
 *     loops     h1 3456, h2 768, argmax 1024, argmax2 4608, max 10, logSoftmax_in 10, p_exp 10, sum 10, p 10, J_sum 41, delta 20, db 10, dh2_in 3072, delta3 2048, padded 0, padded 0, padded 0, padded2 0, padded2 0, padded2 0, dh1_in 13824, delta4 9216, v_K2 9600, K2 3200, v_b2 48, b2 16, v_W 7680, W 2560, v_b 30, b 10, v_K1 600, K1 200, v_b1 24, b1 8
 *     unrolled  share 1, scale 3, scale2 1, scale3 2, log 1, loss 2
 *
 * parameters
 *   K1   8 × 1 × 5 × 5    he       # line 6
 *   b1   8 × 1 × 1        zeros    # line 7
 *   K2   16 × 8 × 5 × 5   he       # line 8
 *   b2   16 × 1 × 1       zeros    # line 9
 *   W    10 × 256         glorot   # line 10
 *   b    10               zeros    # line 11
 *
 * data
 *   x   1 × 28 × 28   input         # line 3
 *   c   10            label of 10   # line 4
 *
 * forward
 *   t1[i, j, k] = Σ l,q,r  x[l, j + q - 1, k + r - 1] * K1[i, l, q, r]   8 × 24 × 24 per example   # line 13
 *   t2 = relu(t1 + b1)                                                 8 × 24 × 24 per example   # line 13
 *   h1[i, j, k] = max l,q  t2[i, 2 j + l - 2, 2 k + q - 2]             8 × 12 × 12 per example   # line 13
 *   t3[i, j, k] = Σ l,q,r  h1[l, j + q - 1, k + r - 1] * K2[i, l, q, r]   16 × 8 × 8 per example    # line 14
 *   t4 = relu(t3 + b2)                                                 16 × 8 × 8 per example    # line 14
 *   h2[i, j, k] = max l,q  t4[i, 2 j + l - 2, 2 k + q - 2]             16 × 4 × 4 per example    # line 14
 *   t5 = W * flatten(h2) + b                                           10 per example            # line 15
 *   p = softmax(t5)                                                    10 per example            # line 15, output
 *   t6 = c .* logSoftmax(t5)                                           10 per example
 *   J = -sum(t6)                                                       scalar per example        # line 16, loss
 *   accuracy = argmax(p) == argmax(c)                                  scalar per example        # line 18, metric
 *
 * mean over the batch of m examples
 *   J = -((Σn sum(t6)) / m)        scalar   # line 16, loss
 *   accuracy = (Σn accuracy) / m   scalar   # line 18, metric
 *
 * backward
 *   δ = p - c                                                          10 per example            # EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); chain rule through logSoftmax: dx = g - softmax(x) .* sum(g)
 *   dh2 = reshape(1/m * (W' * δ), [16, 4, 4])                          16 × 4 × 4 per example    # the same numbers in their old shape
 *   t7[i, j, k] = argmax l,q  t4[i, 2 j + l - 2, 2 k + q - 2]          16 × 4 × 4 per example
 *   dh2_in[i, 2 j + k - 2, 2 l + q - 2] += dh2[i, j, l] * ([0, 1; 2, 3][k, q] == t7[i, j, l])   16 × 8 × 8 per example    # max: the first largest element gets it
 *   t9 = t4 > 0 ? dh2_in : 0                                           16 × 8 × 8 per example    # chain rule through relu: dx = y > 0 ? g : 0
 *   dh1[i, j + k - 1, l + q - 1] += Σ r  t9[r, j, l] * K2[r, i, k, q]   8 × 12 × 12 per example   # a sum of products with respect to h1: the other factor times the cotangent
 *   t8[i, j, k] = argmax l,q  t2[i, 2 j + l - 2, 2 k + q - 2]          8 × 12 × 12 per example
 *   dh1_in[i, 2 j + k - 2, 2 l + q - 2] += dh1[i, j, l] * ([0, 1; 2, 3][k, q] == t8[i, j, l])   8 × 24 × 24 per example   # max: the first largest element gets it
 *   t10 = t2 > 0 ? dh1_in : 0                                          8 × 24 × 24 per example   # chain rule through relu: dx = y > 0 ? g : 0
 *   dK1[i, j, k, l] = Σ n,q,r  t10[i, q, r] * x[j, k + q - 1, l + r - 1]   8 × 1 × 5 × 5             # a sum of products with respect to K1: the other factor times the cotangent
 *   db1[i, 1, 1] = Σ n,j,k  t10[i, j, k]                               8 × 1 × 1                 # the same for all examples: their cotangents add up
 *   dK2[i, j, k, l] = Σ n,q,r  t9[i, q, r] * h1[j, k + q - 1, l + r - 1]   16 × 8 × 5 × 5            # a sum of products with respect to K2: the other factor times the cotangent
 *   db2[i, 1, 1] = Σ n,j,k  t9[i, j, k]                                16 × 1 × 1                # the same for all examples: their cotangents add up
 *   dW = 1/m * Σn outer(δ, flatten(h2))                                10 × 256                  # EQ4: ∂C/∂w = δ aᵀ; W * flatten(h2) with respect to W: outer product of the cotangent and the vector
 *   db = 1/m * Σn δ                                                    10                        # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
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
  readonly K1: Tensor<[8, 1, 5, 5]>;
  readonly b1: Tensor<[8, 1, 1]>;
  readonly K2: Tensor<[16, 8, 5, 5]>;
  readonly b2: Tensor<[16, 1, 1]>;
  readonly W: Tensor<[10, 256]>;
  readonly b: Tensor<[10]>;
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
  readonly K1: Tensor<[8, 1, 5, 5]>;
  readonly b1: Tensor<[8, 1, 1]>;
  readonly K2: Tensor<[16, 8, 5, 5]>;
  readonly b2: Tensor<[16, 1, 1]>;
  readonly W: Tensor<[10, 256]>;
  readonly b: Tensor<[10]>;
  /** Each loss over the batch. */
  readonly losses: Floats;
}

/** Predictions for one example. */
export type Outputs = { readonly p: Tensor<[10]> };

/** What the module is: names, shapes, defaults and data of the spec. */
export const metadata = {
  name: "cnn-mnist",
  hash: "2d4f1aed222f08b1f6cdd4b118ebd314ef0ac3d1a5122a430368435d37c79c59",
  version: "0.1.0",
  precision: "f64",
  parameters: [
    { name: "K1", shape: [8, 1, 5, 5], offset: 0, initial: { kind: "he" } },
    { name: "b1", shape: [8, 1, 1], offset: 200, initial: { kind: "zeros" } },
    { name: "K2", shape: [16, 8, 5, 5], offset: 208, initial: { kind: "he" } },
    { name: "b2", shape: [16, 1, 1], offset: 3408, initial: { kind: "zeros" } },
    { name: "W", shape: [10, 256], offset: 3424, initial: { kind: "glorot" } },
    { name: "b", shape: [10], offset: 5984, initial: { kind: "zeros" } },
  ],
  columns: [{ name: "x", role: "input", shape: [1, 28, 28] }, { name: "c", role: "label", shape: [], classes: 10 }],
  hypers: [],
  losses: ["J"],
  metrics: ["accuracy"],
  outputs: [{ name: "p", shape: [10] }],
  reduction: "mean",
  data: null,
  train: { optimizer: "momentum", rate: "0.06 / (1 + 0.3 epoch)", batch: 32, epochs: 6, validation: 0.2, seed: 1 },
} as const;

/** Parameters as views on one flat array, zero where none is given. */
export function createParameters(flat: Floats = new Float64Array(5994)): Parameters {
  return {
    flat,
    K1: flat.subarray(0, 200),
    b1: flat.subarray(200, 208),
    K2: flat.subarray(208, 3408),
    b2: flat.subarray(3408, 3424),
    W: flat.subarray(3424, 5984),
    b: flat.subarray(5984, 5994),
  };
}

/** Initial parameters: the same numbers for the same seed. */
export function initialise(seed: number, params: Parameters = createParameters()): Parameters {
  for (let k = 0; k < 200; k++) params.K1[k] = 0.282842712474619 * normal(seed, 0, k);
  params.b1.fill(0);
  for (let k = 0; k < 3200; k++) params.K2[k] = 0.1 * normal(seed, 2, k);
  params.b2.fill(0);
  for (let k = 0; k < 2560; k++) params.W[k] = 0.15018785229652765 * (2 * uniform(seed, 4, k) - 1);
  params.b.fill(0);
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
    K1: new Float64Array(200),
    b1: new Float64Array(8),
    K2: new Float64Array(3200),
    b2: new Float64Array(16),
    W: new Float64Array(2560),
    b: new Float64Array(10),
    losses: new Float64Array(1),
  };
}

/** The state of the update rule, all zeros. */
export function createState(): Floats {
  return new Float64Array(5994);
}

/** Numbers of the spec. */
const constant1 = [0, 1, 2, 3];

/** Room for h1 and dh1_in, one after the other. */
const h1 = new Float64Array(73728);

const dh1_in = h1;

/** Room for h2, dh2_in, padded and dh1, one after the other. */
const padded = new Float64Array(32768);

const h2 = padded;

const dh2_in = padded;

const dh1 = padded;

/** Room for add2, p and delta2, one after the other. */
const delta2 = new Float64Array(4096);

const add2 = delta2;

const p = delta2;

/** Room for p_exp and padded2, one after the other. */
const padded2 = new Float64Array(65536);

const p_exp = padded2;

const rows = new Int32Array(64);

/** Room for logSoftmax_in and delta, one after the other. */
const logSoftmax_in = new Float64Array(640);

const delta = logSoftmax_in;

/** Room for share and total, one after the other. */
const share = new Float64Array(1);

const total = share;

const x_block = new Float64Array(12544);

const J_sum = new Float64Array(1);

const db = new Float64Array(10);

const dW = new Float64Array(2560);

/** Room for relu2 and delta4, one after the other. */
const relu2 = new Float64Array(73728);

const delta4 = relu2;

/** Room for relu2_2 and delta3, one after the other. */
const relu2_2 = new Float64Array(16384);

const delta3 = relu2_2;

const argmax2 = new Float64Array(4096);

const argmax2_2 = new Float64Array(18432);

const scale2 = new Float64Array(1);

const scale3 = new Float64Array(1);

const dK2 = new Float64Array(3200);

const db2 = new Float64Array(16);

const dK1 = new Float64Array(200);

const db1 = new Float64Array(8);

/** The predictions for one example. */
export function forward(params: Parameters, x: Vector<784>, into: Outputs = createOutputs()): Outputs {
  const { K1, b1, K2, b2, W, b } = params;

  // h1[s, u, v] = max w,y  relu({[i, j, k] ↦ Σ l,q,r  x[l, j + q - 1, k + r - 1] * K1[i, l, q, r]}[s, 2 u + w - 2, 2 v + y - 2] + b1[s, 1, 1])   [line 13]
  for (let i = 0; i < 8; i++) {
    const i25 = i * 25;
    const t = b1[i];
    const i144 = i * 144;
    for (let j = 0; j < 12; j++) {
      const j56 = j * 56;
      const j12 = j * 12;
      for (let q = 0; q < 12; q++) {
        let best = -Infinity;
        const q2 = q * 2;
        for (let u = 0; u < 2; u++) {
          const u28 = u * 28;
          for (let v = 0; v < 2; v++) {
            let s = 0;
            for (let w = 0; w < 5; w++) {
              s += x[j56 + u28 + q2 + w * 28 + v] * K1[i25 + w * 5] + x[j56 + u28 + q2 + w * 28 + v + 1] * K1[i25 + w * 5 + 1] + x[j56 + u28 + q2 + w * 28 + v + 2] * K1[i25 + w * 5 + 2] + x[j56 + u28 + q2 + w * 28 + v + 3] * K1[i25 + w * 5 + 3] + x[j56 + u28 + q2 + w * 28 + v + 4] * K1[i25 + w * 5 + 4];
            }
            best = Math.max(best, Math.max(s + t, 0));
          }
        }
        h1[i144 + j12 + q] = best;
      }
    }
  }

  // h2[s, u, v] = max w,x  relu({[i, j, k] ↦ Σ l,q,r  h1[l, j + q - 1, k + r - 1] * K2[i, l, q, r]}[s, 2 u + w - 2, 2 v + x - 2] + b2[s, 1, 1])   [line 14]
  for (let i = 0; i < 16; i++) {
    const i200 = i * 200;
    const t = b2[i];
    const i16 = i * 16;
    for (let j = 0; j < 4; j++) {
      const j24 = j * 24;
      const j4 = j * 4;
      for (let q = 0; q < 4; q++) {
        let best = -Infinity;
        const q2 = q * 2;
        for (let u = 0; u < 2; u++) {
          const u12 = u * 12;
          for (let v = 0; v < 2; v++) {
            let s = 0;
            for (let w = 0; w < 8; w++) {
              const w144 = w * 144;
              const w25 = w * 25;
              for (let l = 0; l < 5; l++) {
                s += h1[w144 + j24 + u12 + q2 + l * 12 + v] * K2[i200 + w25 + l * 5] + h1[w144 + j24 + u12 + q2 + l * 12 + v + 1] * K2[i200 + w25 + l * 5 + 1] + h1[w144 + j24 + u12 + q2 + l * 12 + v + 2] * K2[i200 + w25 + l * 5 + 2] + h1[w144 + j24 + u12 + q2 + l * 12 + v + 3] * K2[i200 + w25 + l * 5 + 3] + h1[w144 + j24 + u12 + q2 + l * 12 + v + 4] * K2[i200 + w25 + l * 5 + 4];
              }
            }
            best = Math.max(best, Math.max(s + t, 0));
          }
        }
        h2[i16 + j4 + q] = best;
      }
    }
  }

  // add2 = W * flatten(h2) + b   [line 15]
  for (let i = 0; i < 10; i += 5) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0;
    const i256 = i * 256;
    const i256_2 = i256 + 256;
    const i256_3 = i256 + 512;
    const i256_4 = i256 + 768;
    const i256_5 = i256 + 1024;
    for (let j = 0; j < 256; j++) {
      const h2_1 = h2[j];
      s1 += W[i256 + j] * h2_1;
      s2 += W[i256_2 + j] * h2_1;
      s3 += W[i256_3 + j] * h2_1;
      s4 += W[i256_4 + j] * h2_1;
      s5 += W[i256_5 + j] * h2_1;
    }
    add2[i] = s1 + b[i];
    add2[i + 1] = s2 + b[i + 1];
    add2[i + 2] = s3 + b[i + 2];
    add2[i + 3] = s4 + b[i + 3];
    add2[i + 4] = s5 + b[i + 4];
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

  // p = p_exp / sum   [line 15, output]
  for (let i = 0; i < 10; i++) {
    into.p[i] = p_exp[i] / sum;
  }
  return into;
}

/** Losses, then metrics, over the examples `order[from … to)`, as inference computes them, into `report`; returns the total loss. */
export function evaluate(params: Parameters, data: Examples, report: Report, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { K1, b1, K2, b2, W, b } = params;
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
      const row784 = row * 784;
      const k256 = k * 256;
      const k1152 = k * 1152;

      // h1[s, u, v] = max w,y  relu({[i, j, k] ↦ Σ l,q,r  x[l, j + q - 1, k + r - 1] * K1[i, l, q, r]}[s, 2 u + w - 2, 2 v + y - 2] + b1[s, 1, 1])   [line 13]
      for (let i = 0; i < 8; i++) {
        const i25 = i * 25;
        const t = b1[i];
        const i144 = i * 144;
        for (let j = 0; j < 12; j++) {
          const j56 = j * 56;
          const j12 = j * 12;
          for (let q = 0; q < 12; q++) {
            let best = -Infinity;
            const q2 = q * 2;
            for (let u = 0; u < 2; u++) {
              const u28 = u * 28;
              for (let v = 0; v < 2; v++) {
                let s = 0;
                for (let w = 0; w < 5; w++) {
                  s += x[row784 + j56 + u28 + q2 + w * 28 + v] * K1[i25 + w * 5] + x[row784 + j56 + u28 + q2 + w * 28 + v + 1] * K1[i25 + w * 5 + 1] + x[row784 + j56 + u28 + q2 + w * 28 + v + 2] * K1[i25 + w * 5 + 2] + x[row784 + j56 + u28 + q2 + w * 28 + v + 3] * K1[i25 + w * 5 + 3] + x[row784 + j56 + u28 + q2 + w * 28 + v + 4] * K1[i25 + w * 5 + 4];
                }
                best = Math.max(best, Math.max(s + t, 0));
              }
            }
            h1[k1152 + i144 + j12 + q] = best;
          }
        }
      }

      // h2[s, u, v] = max w,x  relu({[i, j, k] ↦ Σ l,q,r  h1[l, j + q - 1, k + r - 1] * K2[i, l, q, r]}[s, 2 u + w - 2, 2 v + x - 2] + b2[s, 1, 1])   [line 14]
      for (let i = 0; i < 16; i++) {
        const i200 = i * 200;
        const t = b2[i];
        const i16 = i * 16;
        for (let j = 0; j < 4; j++) {
          const j24 = j * 24;
          const j4 = j * 4;
          for (let q = 0; q < 4; q++) {
            let best = -Infinity;
            const q2 = q * 2;
            for (let u = 0; u < 2; u++) {
              const u12 = u * 12;
              for (let v = 0; v < 2; v++) {
                let s = 0;
                for (let w = 0; w < 8; w++) {
                  const w144 = w * 144;
                  const w25 = w * 25;
                  for (let l = 0; l < 5; l++) {
                    s += h1[k1152 + w144 + j24 + u12 + q2 + l * 12 + v] * K2[i200 + w25 + l * 5] + h1[k1152 + w144 + j24 + u12 + q2 + l * 12 + v + 1] * K2[i200 + w25 + l * 5 + 1] + h1[k1152 + w144 + j24 + u12 + q2 + l * 12 + v + 2] * K2[i200 + w25 + l * 5 + 2] + h1[k1152 + w144 + j24 + u12 + q2 + l * 12 + v + 3] * K2[i200 + w25 + l * 5 + 3] + h1[k1152 + w144 + j24 + u12 + q2 + l * 12 + v + 4] * K2[i200 + w25 + l * 5 + 4];
                  }
                }
                best = Math.max(best, Math.max(s + t, 0));
              }
            }
            h2[k256 + i16 + j4 + q] = best;
          }
        }
      }
    }

    // add2 = W * flatten(h2) + b   [line 15]
    for (let k = 0; k < size; k += 4) {
      const k256_2 = k * 256;
      const k256_3 = k256_2 + 256;
      const k256_4 = k256_2 + 512;
      const k256_5 = k256_2 + 768;
      const k10 = k * 10;
      const k10_2 = k10 + 10;
      const k10_3 = k10 + 20;
      const k10_4 = k10 + 30;
      for (let i = 0; i < 10; i += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const i256 = i * 256;
        const i256_2 = i256 + 256;
        for (let j = 0; j < 256; j++) {
          const W_1 = W[i256 + j];
          const h2_1 = h2[k256_2 + j];
          const W_2 = W[i256_2 + j];
          const h2_2 = h2[k256_3 + j];
          const h2_3 = h2[k256_4 + j];
          const h2_4 = h2[k256_5 + j];
          s11 += W_1 * h2_1;
          s12 += W_2 * h2_1;
          s21 += W_1 * h2_2;
          s22 += W_2 * h2_2;
          s31 += W_1 * h2_3;
          s32 += W_2 * h2_3;
          s41 += W_1 * h2_4;
          s42 += W_2 * h2_4;
        }
        const b_1 = b[i];
        add2[k10 + i] = s11 + b_1;
        const b_2 = b[i + 1];
        add2[k10 + i + 1] = s12 + b_2;
        add2[k10_2 + i] = s21 + b_1;
        add2[k10_2 + i + 1] = s22 + b_2;
        add2[k10_3 + i] = s31 + b_1;
        add2[k10_3 + i + 1] = s32 + b_2;
        add2[k10_4 + i] = s41 + b_1;
        add2[k10_4 + i + 1] = s42 + b_2;
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

      // p = p_exp / sum   [line 15, output]
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

      // accuracy = argmax(p) == argmax(c)   [line 18, metric]
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

  // J = -(J_sum / m)   [line 16, loss]
  const J = -(J_sum / m);
  report[0] = J;

  // accuracy2 = accuracy_sum / m   [line 18, metric]
  report[1] = accuracy_sum / m;
  return J;
}

/** The loss over the examples `order[from … to)` and its gradients, into `into`; returns the loss. */
export function gradient(params: Parameters, data: Examples, into: Gradients, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { x } = data.columns;
  const m = to - from;
  gradientPart(m);
  J_sum.fill(0);
  db.fill(0);
  dW.fill(0);
  into.K2.fill(0);
  into.b2.fill(0);
  into.K1.fill(0);
  into.b1.fill(0);
  for (let first = from; first < to; first += 16) {
    const size = Math.min(16, to - first);
    for (let k = 0; k < size; k++) {
      const row = order === undefined ? first + k : order[first + k];
      rows[k] = row;
      for (let i = 0; i < 784; i++) x_block[k * 784 + i] = x[row * 784 + i];
    }
    gradientPart2(params, data, into, size);
    gradientPart3(params, into, size);
  }
  gradientPart4(into, m);
  return total[0];
}

/** A part of `gradient`: share. */
function gradientPart(m: number): void {
  // share = 1/m
  share[0] = 1 / m;
}

/** A part of `gradient`: relu, h1, relu2, h2, add, argmax, argmax2 and 17 more. */
function gradientPart2(params: Parameters, data: Examples, into: Gradients, size: number): void {
  const { K1, b1, K2, b2, W, b } = params;
  const { c } = data.columns;

  // relu2 = relu({[i, j, k] ↦ Σ l,q,r  x[l, j + q - 1, k + r - 1] * K1[i, l, q, r]} + b1)   [line 13]
  for (let k = 0; k < size; k++) {
    const k784 = k * 784;
    const k4608 = k * 4608;
    for (let j = 0; j < 24; j++) {
      const j28 = j * 28;
      const j24 = j * 24;
      for (let q = 0; q < 24; q += 4) {
        for (let i = 0; i < 8; i += 2) {
          let s1111 = 0, s1112 = 0, s1121 = 0, s1122 = 0, s1131 = 0, s1132 = 0, s1141 = 0, s1142 = 0;
          const i25 = i * 25;
          const i25_2 = i25 + 25;
          for (let u = 0; u < 5; u++) {
            const u28 = u * 28;
            const x_1 = x_block[k784 + j28 + u28 + q];
            const u5 = u * 5;
            const K1_1 = K1[i25 + u5];
            const x_2 = x_block[k784 + j28 + u28 + q + 1];
            const K1_2 = K1[i25 + u5 + 1];
            const x_3 = x_block[k784 + j28 + u28 + q + 2];
            const K1_3 = K1[i25 + u5 + 2];
            const x_4 = x_block[k784 + j28 + u28 + q + 3];
            const K1_4 = K1[i25 + u5 + 3];
            const x_5 = x_block[k784 + j28 + u28 + q + 4];
            const K1_5 = K1[i25 + u5 + 4];
            const K1_6 = K1[i25_2 + u5];
            const K1_7 = K1[i25_2 + u5 + 1];
            const K1_8 = K1[i25_2 + u5 + 2];
            const K1_9 = K1[i25_2 + u5 + 3];
            const K1_10 = K1[i25_2 + u5 + 4];
            const x_6 = x_block[k784 + j28 + u28 + q + 5];
            const x_7 = x_block[k784 + j28 + u28 + q + 6];
            const x_8 = x_block[k784 + j28 + u28 + q + 7];
            s1111 += x_1 * K1_1 + x_2 * K1_2 + x_3 * K1_3 + x_4 * K1_4 + x_5 * K1_5;
            s1112 += x_1 * K1_6 + x_2 * K1_7 + x_3 * K1_8 + x_4 * K1_9 + x_5 * K1_10;
            s1121 += x_2 * K1_1 + x_3 * K1_2 + x_4 * K1_3 + x_5 * K1_4 + x_6 * K1_5;
            s1122 += x_2 * K1_6 + x_3 * K1_7 + x_4 * K1_8 + x_5 * K1_9 + x_6 * K1_10;
            s1131 += x_3 * K1_1 + x_4 * K1_2 + x_5 * K1_3 + x_6 * K1_4 + x_7 * K1_5;
            s1132 += x_3 * K1_6 + x_4 * K1_7 + x_5 * K1_8 + x_6 * K1_9 + x_7 * K1_10;
            s1141 += x_4 * K1_1 + x_5 * K1_2 + x_6 * K1_3 + x_7 * K1_4 + x_8 * K1_5;
            s1142 += x_4 * K1_6 + x_5 * K1_7 + x_6 * K1_8 + x_7 * K1_9 + x_8 * K1_10;
          }
          const b1_1 = b1[i];
          const i576 = i * 576;
          relu2[k4608 + i576 + j24 + q] = Math.max(s1111 + b1_1, 0);
          const b1_2 = b1[i + 1];
          relu2[k4608 + i576 + j24 + q + 576] = Math.max(s1112 + b1_2, 0);
          relu2[k4608 + i576 + j24 + q + 1] = Math.max(s1121 + b1_1, 0);
          relu2[k4608 + i576 + j24 + q + 577] = Math.max(s1122 + b1_2, 0);
          relu2[k4608 + i576 + j24 + q + 2] = Math.max(s1131 + b1_1, 0);
          relu2[k4608 + i576 + j24 + q + 578] = Math.max(s1132 + b1_2, 0);
          relu2[k4608 + i576 + j24 + q + 3] = Math.max(s1141 + b1_1, 0);
          relu2[k4608 + i576 + j24 + q + 579] = Math.max(s1142 + b1_2, 0);
        }
      }
    }
  }

  for (let k = 0; k < size; k++) {
    const k1152 = k * 1152;
    const k4608 = k * 4608;

    // h1[i, j, k] = max l,q  relu2[i, 2 j + l - 2, 2 k + q - 2]   [line 13]
    for (let i = 0; i < 96; i++) {
      const i48 = i * 48;
      const i12 = i * 12;
      for (let j = 0; j < 12; j++) {
        h1[k1152 + i12 + j] = Math.max(relu2[k4608 + i48 + j * 2], relu2[k4608 + i48 + j * 2 + 1], relu2[k4608 + i48 + j * 2 + 24], relu2[k4608 + i48 + j * 2 + 25]);
      }
    }
  }

  // relu2_2 = relu({[i, j, k] ↦ Σ l,q,r  h1[l, j + q - 1, k + r - 1] * K2[i, l, q, r]} + b2)   [line 14]
  for (let k = 0; k < size; k++) {
    const k1152_2 = k * 1152;
    const k1024 = k * 1024;
    for (let j = 0; j < 8; j++) {
      const j12 = j * 12;
      const j8 = j * 8;
      for (let q = 0; q < 8; q += 4) {
        for (let i = 0; i < 16; i += 2) {
          let s1111 = 0, s1112 = 0, s1121 = 0, s1122 = 0, s1131 = 0, s1132 = 0, s1141 = 0, s1142 = 0;
          const i200 = i * 200;
          const i200_2 = i200 + 200;
          for (let u = 0; u < 8; u++) {
            const u144 = u * 144;
            const u25 = u * 25;
            for (let v = 0; v < 5; v++) {
              const v12 = v * 12;
              const h1_1 = h1[k1152_2 + u144 + j12 + v12 + q];
              const v5 = v * 5;
              const K2_1 = K2[i200 + u25 + v5];
              const h1_2 = h1[k1152_2 + u144 + j12 + v12 + q + 1];
              const K2_2 = K2[i200 + u25 + v5 + 1];
              const h1_3 = h1[k1152_2 + u144 + j12 + v12 + q + 2];
              const K2_3 = K2[i200 + u25 + v5 + 2];
              const h1_4 = h1[k1152_2 + u144 + j12 + v12 + q + 3];
              const K2_4 = K2[i200 + u25 + v5 + 3];
              const h1_5 = h1[k1152_2 + u144 + j12 + v12 + q + 4];
              const K2_5 = K2[i200 + u25 + v5 + 4];
              const K2_6 = K2[i200_2 + u25 + v5];
              const K2_7 = K2[i200_2 + u25 + v5 + 1];
              const K2_8 = K2[i200_2 + u25 + v5 + 2];
              const K2_9 = K2[i200_2 + u25 + v5 + 3];
              const K2_10 = K2[i200_2 + u25 + v5 + 4];
              const h1_6 = h1[k1152_2 + u144 + j12 + v12 + q + 5];
              const h1_7 = h1[k1152_2 + u144 + j12 + v12 + q + 6];
              const h1_8 = h1[k1152_2 + u144 + j12 + v12 + q + 7];
              s1111 += h1_1 * K2_1 + h1_2 * K2_2 + h1_3 * K2_3 + h1_4 * K2_4 + h1_5 * K2_5;
              s1112 += h1_1 * K2_6 + h1_2 * K2_7 + h1_3 * K2_8 + h1_4 * K2_9 + h1_5 * K2_10;
              s1121 += h1_2 * K2_1 + h1_3 * K2_2 + h1_4 * K2_3 + h1_5 * K2_4 + h1_6 * K2_5;
              s1122 += h1_2 * K2_6 + h1_3 * K2_7 + h1_4 * K2_8 + h1_5 * K2_9 + h1_6 * K2_10;
              s1131 += h1_3 * K2_1 + h1_4 * K2_2 + h1_5 * K2_3 + h1_6 * K2_4 + h1_7 * K2_5;
              s1132 += h1_3 * K2_6 + h1_4 * K2_7 + h1_5 * K2_8 + h1_6 * K2_9 + h1_7 * K2_10;
              s1141 += h1_4 * K2_1 + h1_5 * K2_2 + h1_6 * K2_3 + h1_7 * K2_4 + h1_8 * K2_5;
              s1142 += h1_4 * K2_6 + h1_5 * K2_7 + h1_6 * K2_8 + h1_7 * K2_9 + h1_8 * K2_10;
            }
          }
          const b2_1 = b2[i];
          const i64 = i * 64;
          relu2_2[k1024 + i64 + j8 + q] = Math.max(s1111 + b2_1, 0);
          const b2_2 = b2[i + 1];
          relu2_2[k1024 + i64 + j8 + q + 64] = Math.max(s1112 + b2_2, 0);
          relu2_2[k1024 + i64 + j8 + q + 1] = Math.max(s1121 + b2_1, 0);
          relu2_2[k1024 + i64 + j8 + q + 65] = Math.max(s1122 + b2_2, 0);
          relu2_2[k1024 + i64 + j8 + q + 2] = Math.max(s1131 + b2_1, 0);
          relu2_2[k1024 + i64 + j8 + q + 66] = Math.max(s1132 + b2_2, 0);
          relu2_2[k1024 + i64 + j8 + q + 3] = Math.max(s1141 + b2_1, 0);
          relu2_2[k1024 + i64 + j8 + q + 67] = Math.max(s1142 + b2_2, 0);
        }
      }
    }
  }

  for (let k = 0; k < size; k++) {
    const k256 = k * 256;
    const k1024 = k * 1024;

    // h2[i, j, k] = max l,q  relu2_2[i, 2 j + l - 2, 2 k + q - 2]   [line 14]
    for (let i = 0; i < 64; i++) {
      const i16 = i * 16;
      const i4 = i * 4;
      for (let j = 0; j < 4; j++) {
        h2[k256 + i4 + j] = Math.max(relu2_2[k1024 + i16 + j * 2], relu2_2[k1024 + i16 + j * 2 + 1], relu2_2[k1024 + i16 + j * 2 + 8], relu2_2[k1024 + i16 + j * 2 + 9]);
      }
    }
  }

  // add2 = W * flatten(h2) + b   [line 15]
  for (let k = 0; k < size; k += 4) {
    const k256_2 = k * 256;
    const k256_3 = k256_2 + 256;
    const k256_4 = k256_2 + 512;
    const k256_5 = k256_2 + 768;
    const k10 = k * 10;
    const k10_2 = k10 + 10;
    const k10_3 = k10 + 20;
    const k10_4 = k10 + 30;
    for (let i = 0; i < 10; i += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      const i256 = i * 256;
      const i256_2 = i256 + 256;
      for (let j = 0; j < 256; j++) {
        const W_1 = W[i256 + j];
        const h2_1 = h2[k256_2 + j];
        const W_2 = W[i256_2 + j];
        const h2_2 = h2[k256_3 + j];
        const h2_3 = h2[k256_4 + j];
        const h2_4 = h2[k256_5 + j];
        s11 += W_1 * h2_1;
        s12 += W_2 * h2_1;
        s21 += W_1 * h2_2;
        s22 += W_2 * h2_2;
        s31 += W_1 * h2_3;
        s32 += W_2 * h2_3;
        s41 += W_1 * h2_4;
        s42 += W_2 * h2_4;
      }
      const b_1 = b[i];
      add2[k10 + i] = s11 + b_1;
      const b_2 = b[i + 1];
      add2[k10 + i + 1] = s12 + b_2;
      add2[k10_2 + i] = s21 + b_1;
      add2[k10_2 + i + 1] = s22 + b_2;
      add2[k10_3 + i] = s31 + b_1;
      add2[k10_3 + i + 1] = s32 + b_2;
      add2[k10_4 + i] = s41 + b_1;
      add2[k10_4 + i + 1] = s42 + b_2;
    }
  }

  for (let k = 0; k < size; k++) {
    const row = rows[k];
    const k10 = k * 10;
    const k256 = k * 256;
    const k1024 = k * 1024;
    const k1152 = k * 1152;
    const k4608 = k * 4608;

    // argmax2[i, j, k] = argmax l,q  relu2_2[i, 2 j + l - 2, 2 k + q - 2]
    for (let i = 0; i < 64; i++) {
      const i16 = i * 16;
      const i4 = i * 4;
      for (let j = 0; j < 4; j++) {
        let best = -Infinity;
        let at = 0;
        const j2 = j * 2;
        for (let q = 0; q < 2; q++) {
          const q8 = q * 8;
          for (let u = 0; u < 2; u++) {
            const t = relu2_2[k1024 + i16 + q8 + j2 + u];
            if (t > best) {
              best = t;
              at = q * 2 + u;
            }
          }
        }
        argmax2[k256 + i4 + j] = at;
      }
    }

    // argmax2_2[i, j, k] = argmax l,q  relu2[i, 2 j + l - 2, 2 k + q - 2]
    for (let i = 0; i < 96; i++) {
      const i48 = i * 48;
      const i12 = i * 12;
      for (let j = 0; j < 12; j++) {
        let best = -Infinity;
        let at = 0;
        const j2 = j * 2;
        for (let q = 0; q < 2; q++) {
          const q24 = q * 24;
          for (let u = 0; u < 2; u++) {
            const t = relu2[k4608 + i48 + q24 + j2 + u];
            if (t > best) {
              best = t;
              at = q * 2 + u;
            }
          }
        }
        argmax2_2[k1152 + i12 + j] = at;
      }
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

    // p = p_exp / sum   [line 15, output]
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

    // delta = p - c   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); line 15]
    const t2 = c[row];
    for (let i = 0; i < 10; i++) {
      delta[k10 + i] = p[k10 + i] - (t2 === i ? 1 : 0);
    }

    // db = Σn delta   [EQ3: ∂C/∂b = δ]
    for (let i = 0; i < 10; i++) {
      db[i] += delta[k10 + i];
    }
  }

  // dW = Σn outer(delta, flatten(h2))   [EQ4: ∂C/∂w = δ aᵀ; line 15]
  for (let j = 0; j < 256; j += 4) {
    for (let i = 0; i < 10; i += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k10_2 = k * 10;
        const delta_1 = delta[k10_2 + i];
        const k256_2 = k * 256;
        const h2_1 = h2[k256_2 + j];
        const delta_2 = delta[k10_2 + i + 1];
        const h2_2 = h2[k256_2 + j + 1];
        const h2_3 = h2[k256_2 + j + 2];
        const h2_4 = h2[k256_2 + j + 3];
        s11 += delta_1 * h2_1;
        s12 += delta_2 * h2_1;
        s21 += delta_1 * h2_2;
        s22 += delta_2 * h2_2;
        s31 += delta_1 * h2_3;
        s32 += delta_2 * h2_3;
        s41 += delta_1 * h2_4;
        s42 += delta_2 * h2_4;
      }
      const i256 = i * 256;
      dW[i256 + j] += s11;
      const i256_2 = i256 + 256;
      dW[i256_2 + j] += s12;
      dW[i256 + j + 1] += s21;
      dW[i256_2 + j + 1] += s22;
      dW[i256 + j + 2] += s31;
      dW[i256_2 + j + 2] += s32;
      dW[i256 + j + 3] += s41;
      dW[i256_2 + j + 3] += s42;
    }
  }

  // delta2 = share * (W' * delta)   [line 15]
  const share_1 = share[0];
  for (let i = 0; i < 256; i += 4) {
    for (let k = 0; k < size; k += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      const k10_2 = k * 10;
      const k10_3 = k10_2 + 10;
      for (let j = 0; j < 10; j++) {
        const delta_1 = delta[k10_2 + j];
        const j256 = j * 256;
        const W_1 = W[j256 + i];
        const delta_2 = delta[k10_3 + j];
        const W_2 = W[j256 + i + 1];
        const W_3 = W[j256 + i + 2];
        const W_4 = W[j256 + i + 3];
        s11 += delta_1 * W_1;
        s12 += delta_2 * W_1;
        s21 += delta_1 * W_2;
        s22 += delta_2 * W_2;
        s31 += delta_1 * W_3;
        s32 += delta_2 * W_3;
        s41 += delta_1 * W_4;
        s42 += delta_2 * W_4;
      }
      const k256_2 = k * 256;
      delta2[k256_2 + i] = share_1 * s11;
      const k256_3 = k256_2 + 256;
      delta2[k256_3 + i] = share_1 * s12;
      delta2[k256_2 + i + 1] = share_1 * s21;
      delta2[k256_3 + i + 1] = share_1 * s22;
      delta2[k256_2 + i + 2] = share_1 * s31;
      delta2[k256_3 + i + 2] = share_1 * s32;
      delta2[k256_2 + i + 3] = share_1 * s41;
      delta2[k256_3 + i + 3] = share_1 * s42;
    }
  }

  for (let k = 0; k < size; k++) {
    const k256 = k * 256;
    const k1024 = k * 1024;
    const k2048 = k * 2048;
    const k4096 = k * 4096;
    dh2_in.fill(0, k1024, k1024 + 1024);

    // dh2_in[i, 2 j + k - 2, 2 l + q - 2] += dh2[i, j, l] * ([0, 1; 2, 3][k, q] == argmax2[i, j, l])   [max: the first largest element gets it; line 14]
    for (let i = 0; i < 16; i++) {
      const i16 = i * 16;
      const i64 = i * 64;
      for (let j = 0; j < 4; j++) {
        const j4 = j * 4;
        const j16 = j * 16;
        for (let q = 0; q < 2; q++) {
          const q2 = q * 2;
          const q8 = q * 8;
          for (let u = 0; u < 4; u++) {
            const t = delta2[k256 + i16 + j4 + u];
            const t2 = argmax2[k256 + i16 + j4 + u];
            const u2 = u * 2;
            for (let v = 0; v < 2; v++) {
              dh2_in[k1024 + i64 + j16 + q8 + u2 + v] += t * (constant1[q2 + v] === t2 ? 1 : 0);
            }
          }
        }
      }
    }

    // delta3 = relu2_2 > 0 ? dh2_in : 0   [chain rule through relu: dx = y > 0 ? g : 0; line 14]
    for (let i = 0; i < 1024; i++) {
      delta3[k1024 + i] = relu2_2[k1024 + i] > 0 ? dh2_in[k1024 + i] : 0;
    }

    // padded[i, j + 4, k] = delta3[i, j, k]
    for (let i = 0; i < 16; i++) {
      const i128 = i * 128;
      for (let j = 0; j < 4; j++) {
        const j8 = j * 8;
        for (let q = 0; q < 8; q++) {
          padded[k2048 + i128 + j8 + q] = 0;
        }
      }
    }
    for (let i = 0; i < 16; i++) {
      const i64 = i * 64;
      const i128 = i * 128;
      for (let j = 0; j < 8; j++) {
        const j8 = j * 8;
        for (let q = 0; q < 8; q++) {
          padded[k2048 + i128 + j8 + q + 32] = delta3[k1024 + i64 + j8 + q];
        }
      }
    }
    for (let i = 0; i < 16; i++) {
      const i128 = i * 128;
      for (let j = 0; j < 4; j++) {
        const j8 = j * 8;
        for (let q = 0; q < 8; q++) {
          padded[k2048 + i128 + j8 + q + 96] = 0;
        }
      }
    }

    // padded2 = concat(zeros(16, 16, 4), padded, zeros(16, 16, 4))
    for (let i = 0; i < 256; i++) {
      const i16 = i * 16;
      for (let j = 0; j < 4; j++) {
        padded2[k4096 + i16 + j] = 0;
      }
    }
    for (let i = 0; i < 256; i++) {
      const i8 = i * 8;
      const i16 = i * 16;
      for (let j = 0; j < 8; j++) {
        padded2[k4096 + i16 + j + 4] = padded[k2048 + i8 + j];
      }
    }
    for (let i = 0; i < 256; i++) {
      const i16 = i * 16;
      for (let j = 0; j < 4; j++) {
        padded2[k4096 + i16 + j + 12] = 0;
      }
    }
  }

  // dK2[i, j, k, l] = Σ n,q,r  delta3[i, q, r] * h1[j, k + q - 1, l + r - 1]   [a sum of products with respect to K2: the other factor times the cotangent; line 14]
  for (let q = 0; q < 5; q++) {
    const q12 = q * 12;
    const q5 = q * 5;
    for (let u = 0; u < 5; u++) {
      for (let j = 0; j < 8; j += 4) {
        const j144 = j * 144;
        const j25 = j * 25;
        for (let i = 0; i < 16; i += 2) {
          let s1111 = 0, s1112 = 0, s1121 = 0, s1122 = 0, s1131 = 0, s1132 = 0, s1141 = 0, s1142 = 0;
          const i64 = i * 64;
          for (let k = 0; k < size; k++) {
            const k1024_2 = k * 1024;
            const k1152_2 = k * 1152;
            for (let v = 0; v < 8; v++) {
              const v8 = v * 8;
              const v12 = v * 12;
              for (let w = 0; w < 8; w++) {
                const delta3_1 = delta3[k1024_2 + i64 + v8 + w];
                const h1_1 = h1[k1152_2 + j144 + q12 + v12 + u + w];
                const delta3_2 = delta3[k1024_2 + i64 + v8 + w + 64];
                const h1_2 = h1[k1152_2 + j144 + q12 + v12 + u + w + 144];
                const h1_3 = h1[k1152_2 + j144 + q12 + v12 + u + w + 288];
                const h1_4 = h1[k1152_2 + j144 + q12 + v12 + u + w + 432];
                s1111 += delta3_1 * h1_1;
                s1112 += delta3_2 * h1_1;
                s1121 += delta3_1 * h1_2;
                s1122 += delta3_2 * h1_2;
                s1131 += delta3_1 * h1_3;
                s1132 += delta3_2 * h1_3;
                s1141 += delta3_1 * h1_4;
                s1142 += delta3_2 * h1_4;
              }
            }
          }
          const i200 = i * 200;
          into.K2[i200 + j25 + q5 + u] += s1111;
          const i200_2 = i200 + 200;
          into.K2[i200_2 + j25 + q5 + u] += s1112;
          into.K2[i200 + j25 + q5 + u + 25] += s1121;
          into.K2[i200_2 + j25 + q5 + u + 25] += s1122;
          into.K2[i200 + j25 + q5 + u + 50] += s1131;
          into.K2[i200_2 + j25 + q5 + u + 50] += s1132;
          into.K2[i200 + j25 + q5 + u + 75] += s1141;
          into.K2[i200_2 + j25 + q5 + u + 75] += s1142;
        }
      }
    }
  }

  // db2[i, 1, 1] = Σ n,j,k  delta3[i, j, k]   [the same for all examples: their cotangents add up]
  for (let i = 0; i < 16; i += 4) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
    const i64 = i * 64;
    for (let k = 0; k < size; k++) {
      const k1024_2 = k * 1024;
      for (let j = 0; j < 8; j++) {
        const j8 = j * 8;
        for (let q = 0; q < 8; q++) {
          s1 += delta3[k1024_2 + i64 + j8 + q];
          s2 += delta3[k1024_2 + i64 + j8 + q + 64];
          s3 += delta3[k1024_2 + i64 + j8 + q + 128];
          s4 += delta3[k1024_2 + i64 + j8 + q + 192];
        }
      }
    }
    into.b2[i] += s1;
    into.b2[i + 1] += s2;
    into.b2[i + 2] += s3;
    into.b2[i + 3] += s4;
  }
}

/** A part of `gradient`: dh1, dh1_in, delta4, grad_K1, grad_b1. */
function gradientPart3(params: Parameters, into: Gradients, size: number): void {
  const { K2 } = params;

  // dh1[i, j, k] = Σ l,q,r  padded2[l, j - q + 5, k - r + 5] * K2[l, i, q, r]   [a sum of products with respect to h1: the other factor times the cotangent; line 14]
  for (let k = 0; k < size; k++) {
    const k4096 = k * 4096;
    const k1152 = k * 1152;
    for (let j = 0; j < 12; j++) {
      const j16 = j * 16;
      const j12 = j * 12;
      for (let q = 0; q < 12; q += 4) {
        for (let i = 0; i < 8; i += 2) {
          let s1111 = 0, s1112 = 0, s1121 = 0, s1122 = 0, s1131 = 0, s1132 = 0, s1141 = 0, s1142 = 0;
          const i25 = i * 25;
          for (let u = 0; u < 16; u++) {
            const u256 = u * 256;
            const u200 = u * 200;
            for (let v = 0; v < 5; v++) {
              const v16 = v * -16;
              const padded2_1 = padded2[k4096 + u256 + j16 + v16 + q + 68];
              const v5 = v * 5;
              const K2_1 = K2[u200 + i25 + v5];
              const padded2_2 = padded2[k4096 + u256 + j16 + v16 + q + 67];
              const K2_2 = K2[u200 + i25 + v5 + 1];
              const padded2_3 = padded2[k4096 + u256 + j16 + v16 + q + 66];
              const K2_3 = K2[u200 + i25 + v5 + 2];
              const padded2_4 = padded2[k4096 + u256 + j16 + v16 + q + 65];
              const K2_4 = K2[u200 + i25 + v5 + 3];
              const padded2_5 = padded2[k4096 + u256 + j16 + v16 + q + 64];
              const K2_5 = K2[u200 + i25 + v5 + 4];
              const K2_6 = K2[u200 + i25 + v5 + 25];
              const K2_7 = K2[u200 + i25 + v5 + 26];
              const K2_8 = K2[u200 + i25 + v5 + 27];
              const K2_9 = K2[u200 + i25 + v5 + 28];
              const K2_10 = K2[u200 + i25 + v5 + 29];
              const padded2_6 = padded2[k4096 + u256 + j16 + v16 + q + 69];
              const padded2_7 = padded2[k4096 + u256 + j16 + v16 + q + 70];
              const padded2_8 = padded2[k4096 + u256 + j16 + v16 + q + 71];
              s1111 += padded2_1 * K2_1 + padded2_2 * K2_2 + padded2_3 * K2_3 + padded2_4 * K2_4 + padded2_5 * K2_5;
              s1112 += padded2_1 * K2_6 + padded2_2 * K2_7 + padded2_3 * K2_8 + padded2_4 * K2_9 + padded2_5 * K2_10;
              s1121 += padded2_6 * K2_1 + padded2_1 * K2_2 + padded2_2 * K2_3 + padded2_3 * K2_4 + padded2_4 * K2_5;
              s1122 += padded2_6 * K2_6 + padded2_1 * K2_7 + padded2_2 * K2_8 + padded2_3 * K2_9 + padded2_4 * K2_10;
              s1131 += padded2_7 * K2_1 + padded2_6 * K2_2 + padded2_1 * K2_3 + padded2_2 * K2_4 + padded2_3 * K2_5;
              s1132 += padded2_7 * K2_6 + padded2_6 * K2_7 + padded2_1 * K2_8 + padded2_2 * K2_9 + padded2_3 * K2_10;
              s1141 += padded2_8 * K2_1 + padded2_7 * K2_2 + padded2_6 * K2_3 + padded2_1 * K2_4 + padded2_2 * K2_5;
              s1142 += padded2_8 * K2_6 + padded2_7 * K2_7 + padded2_6 * K2_8 + padded2_1 * K2_9 + padded2_2 * K2_10;
            }
          }
          const i144 = i * 144;
          dh1[k1152 + i144 + j12 + q] = s1111;
          dh1[k1152 + i144 + j12 + q + 144] = s1112;
          dh1[k1152 + i144 + j12 + q + 1] = s1121;
          dh1[k1152 + i144 + j12 + q + 145] = s1122;
          dh1[k1152 + i144 + j12 + q + 2] = s1131;
          dh1[k1152 + i144 + j12 + q + 146] = s1132;
          dh1[k1152 + i144 + j12 + q + 3] = s1141;
          dh1[k1152 + i144 + j12 + q + 147] = s1142;
        }
      }
    }
  }

  for (let k = 0; k < size; k++) {
    const k1152 = k * 1152;
    const k4608 = k * 4608;
    dh1_in.fill(0, k4608, k4608 + 4608);

    // dh1_in[i, 2 j + k - 2, 2 l + q - 2] += dh1[i, j, l] * ([0, 1; 2, 3][k, q] == argmax2_2[i, j, l])   [max: the first largest element gets it; line 13]
    for (let i = 0; i < 8; i++) {
      const i144 = i * 144;
      const i576 = i * 576;
      for (let j = 0; j < 12; j++) {
        const j12 = j * 12;
        const j48 = j * 48;
        for (let q = 0; q < 2; q++) {
          const q2 = q * 2;
          const q24 = q * 24;
          for (let u = 0; u < 12; u++) {
            const t = dh1[k1152 + i144 + j12 + u];
            const t2 = argmax2_2[k1152 + i144 + j12 + u];
            const u2 = u * 2;
            for (let v = 0; v < 2; v++) {
              dh1_in[k4608 + i576 + j48 + q24 + u2 + v] += t * (constant1[q2 + v] === t2 ? 1 : 0);
            }
          }
        }
      }
    }

    // delta4 = relu2 > 0 ? dh1_in : 0   [chain rule through relu: dx = y > 0 ? g : 0; line 13]
    for (let i = 0; i < 4608; i++) {
      delta4[k4608 + i] = relu2[k4608 + i] > 0 ? dh1_in[k4608 + i] : 0;
    }
  }

  // dK1[i, j, k, l] = Σ n,q,r  delta4[i, q, r] * x[j, k + q - 1, l + r - 1]   [a sum of products with respect to K1: the other factor times the cotangent; line 13]
  for (let q = 0; q < 5; q++) {
    for (let j = 0; j < 4; j += 4) {
      const j28 = j * 28;
      const j5 = j * 5;
      for (let i = 0; i < 8; i += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        const i576 = i * 576;
        for (let k = 0; k < size; k++) {
          const k4608_2 = k * 4608;
          const k784 = k * 784;
          for (let u = 0; u < 24; u++) {
            const u24 = u * 24;
            const u28 = u * 28;
            for (let v = 0; v < 24; v++) {
              const delta4_1 = delta4[k4608_2 + i576 + u24 + v];
              const x_1 = x_block[k784 + j28 + u28 + q + v];
              const delta4_2 = delta4[k4608_2 + i576 + u24 + v + 576];
              const x_2 = x_block[k784 + j28 + u28 + q + v + 28];
              const x_3 = x_block[k784 + j28 + u28 + q + v + 56];
              const x_4 = x_block[k784 + j28 + u28 + q + v + 84];
              s111 += delta4_1 * x_1;
              s112 += delta4_2 * x_1;
              s121 += delta4_1 * x_2;
              s122 += delta4_2 * x_2;
              s131 += delta4_1 * x_3;
              s132 += delta4_2 * x_3;
              s141 += delta4_1 * x_4;
              s142 += delta4_2 * x_4;
            }
          }
        }
        const i25 = i * 25;
        into.K1[i25 + j5 + q] += s111;
        const i25_2 = i25 + 25;
        into.K1[i25_2 + j5 + q] += s112;
        into.K1[i25 + j5 + q + 5] += s121;
        into.K1[i25_2 + j5 + q + 5] += s122;
        into.K1[i25 + j5 + q + 10] += s131;
        into.K1[i25_2 + j5 + q + 10] += s132;
        into.K1[i25 + j5 + q + 15] += s141;
        into.K1[i25_2 + j5 + q + 15] += s142;
      }
    }
    for (let j = 4; j < 5; j++) {
      const j28_2 = j * 28;
      const j5_2 = j * 5;
      for (let i = 0; i < 8; i += 2) {
        let s111_2 = 0, s112_2 = 0;
        const i576_2 = i * 576;
        for (let k = 0; k < size; k++) {
          const k4608_3 = k * 4608;
          const k784_2 = k * 784;
          for (let u = 0; u < 24; u++) {
            const u24_2 = u * 24;
            const u28_2 = u * 28;
            for (let v = 0; v < 24; v++) {
              const x_1_2 = x_block[k784_2 + j28_2 + u28_2 + q + v];
              s111_2 += delta4[k4608_3 + i576_2 + u24_2 + v] * x_1_2;
              s112_2 += delta4[k4608_3 + i576_2 + u24_2 + v + 576] * x_1_2;
            }
          }
        }
        const i25_3 = i * 25;
        into.K1[i25_3 + j5_2 + q] += s111_2;
        const i25_4 = i25_3 + 25;
        into.K1[i25_4 + j5_2 + q] += s112_2;
      }
    }
  }

  // db1[i, 1, 1] = Σ n,j,k  delta4[i, j, k]   [the same for all examples: their cotangents add up]
  for (let i = 0; i < 8; i += 4) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
    const i576 = i * 576;
    for (let k = 0; k < size; k++) {
      const k4608_2 = k * 4608;
      for (let j = 0; j < 24; j++) {
        const j24 = j * 24;
        for (let q = 0; q < 24; q++) {
          s1 += delta4[k4608_2 + i576 + j24 + q];
          s2 += delta4[k4608_2 + i576 + j24 + q + 576];
          s3 += delta4[k4608_2 + i576 + j24 + q + 1152];
          s4 += delta4[k4608_2 + i576 + j24 + q + 1728];
        }
      }
    }
    into.b1[i] += s1;
    into.b1[i + 1] += s2;
    into.b1[i + 2] += s3;
    into.b1[i + 3] += s4;
  }
}

/** A part of `gradient`: J, grad_W, grad_b, loss. */
function gradientPart4(into: Gradients, m: number): void {
  // J = -(J_sum / m)   [line 16, loss]
  into.losses[0] = -(J_sum[0] / m);

  // dW = share * dW   [the mean over the batch]
  const t = share[0];
  for (let i = 0; i < 2560; i++) {
    into.W[i] = t * dW[i];
  }

  // db = share * db   [the mean over the batch]
  const t2 = share[0];
  for (let i = 0; i < 10; i++) {
    into.b[i] = t2 * db[i];
  }

  // loss = -(J_sum / m)   [line 16, loss]
  total[0] = into.losses[0];
}

/** One step of training on the examples `order[from … to)`: forward, backward, update; returns the loss before the update. */
export function step(params: Parameters, state: Floats, data: Examples, clock: Clock, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { x } = data.columns;
  const m = to - from;
  stepPart(clock, m);
  J_sum.fill(0);
  db.fill(0);
  dW.fill(0);
  dK2.fill(0);
  db2.fill(0);
  dK1.fill(0);
  db1.fill(0);
  for (let first = from; first < to; first += 16) {
    const size = Math.min(16, to - first);
    for (let k = 0; k < size; k++) {
      const row = order === undefined ? first + k : order[first + k];
      rows[k] = row;
      for (let i = 0; i < 784; i++) x_block[k * 784 + i] = x[row * 784 + i];
    }
    stepPart2(params, data, size);
    stepPart3(params, size);
  }
  stepPart4(params, state, m);
  return total[0];
}

/** A part of `step`: share, scale, scale2, scale3. */
function stepPart(clock: Clock, m: number): void {
  const { epoch } = clock;

  // share = 1/m
  share[0] = 1 / m;
  const scale = 1 / (1 + 0.3 * epoch);

  // scale2 = 0.06 * scale
  scale2[0] = 0.06 * scale;

  // scale3 = 0.06 * (scale / m)
  scale3[0] = 0.06 * (scale / m);
}

/** A part of `step`: relu, h1, relu2, h2, add, argmax, argmax2 and 17 more. */
function stepPart2(params: Parameters, data: Examples, size: number): void {
  const { K1, b1, K2, b2, W, b } = params;
  const { c } = data.columns;

  // relu2 = relu({[i, j, k] ↦ Σ l,q,r  x[l, j + q - 1, k + r - 1] * K1[i, l, q, r]} + b1)   [line 13]
  for (let k = 0; k < size; k++) {
    const k784 = k * 784;
    const k4608 = k * 4608;
    for (let j = 0; j < 24; j++) {
      const j28 = j * 28;
      const j24 = j * 24;
      for (let q = 0; q < 24; q += 4) {
        for (let i = 0; i < 8; i += 2) {
          let s1111 = 0, s1112 = 0, s1121 = 0, s1122 = 0, s1131 = 0, s1132 = 0, s1141 = 0, s1142 = 0;
          const i25 = i * 25;
          const i25_2 = i25 + 25;
          for (let u = 0; u < 5; u++) {
            const u28 = u * 28;
            const x_1 = x_block[k784 + j28 + u28 + q];
            const u5 = u * 5;
            const K1_1 = K1[i25 + u5];
            const x_2 = x_block[k784 + j28 + u28 + q + 1];
            const K1_2 = K1[i25 + u5 + 1];
            const x_3 = x_block[k784 + j28 + u28 + q + 2];
            const K1_3 = K1[i25 + u5 + 2];
            const x_4 = x_block[k784 + j28 + u28 + q + 3];
            const K1_4 = K1[i25 + u5 + 3];
            const x_5 = x_block[k784 + j28 + u28 + q + 4];
            const K1_5 = K1[i25 + u5 + 4];
            const K1_6 = K1[i25_2 + u5];
            const K1_7 = K1[i25_2 + u5 + 1];
            const K1_8 = K1[i25_2 + u5 + 2];
            const K1_9 = K1[i25_2 + u5 + 3];
            const K1_10 = K1[i25_2 + u5 + 4];
            const x_6 = x_block[k784 + j28 + u28 + q + 5];
            const x_7 = x_block[k784 + j28 + u28 + q + 6];
            const x_8 = x_block[k784 + j28 + u28 + q + 7];
            s1111 += x_1 * K1_1 + x_2 * K1_2 + x_3 * K1_3 + x_4 * K1_4 + x_5 * K1_5;
            s1112 += x_1 * K1_6 + x_2 * K1_7 + x_3 * K1_8 + x_4 * K1_9 + x_5 * K1_10;
            s1121 += x_2 * K1_1 + x_3 * K1_2 + x_4 * K1_3 + x_5 * K1_4 + x_6 * K1_5;
            s1122 += x_2 * K1_6 + x_3 * K1_7 + x_4 * K1_8 + x_5 * K1_9 + x_6 * K1_10;
            s1131 += x_3 * K1_1 + x_4 * K1_2 + x_5 * K1_3 + x_6 * K1_4 + x_7 * K1_5;
            s1132 += x_3 * K1_6 + x_4 * K1_7 + x_5 * K1_8 + x_6 * K1_9 + x_7 * K1_10;
            s1141 += x_4 * K1_1 + x_5 * K1_2 + x_6 * K1_3 + x_7 * K1_4 + x_8 * K1_5;
            s1142 += x_4 * K1_6 + x_5 * K1_7 + x_6 * K1_8 + x_7 * K1_9 + x_8 * K1_10;
          }
          const b1_1 = b1[i];
          const i576 = i * 576;
          relu2[k4608 + i576 + j24 + q] = Math.max(s1111 + b1_1, 0);
          const b1_2 = b1[i + 1];
          relu2[k4608 + i576 + j24 + q + 576] = Math.max(s1112 + b1_2, 0);
          relu2[k4608 + i576 + j24 + q + 1] = Math.max(s1121 + b1_1, 0);
          relu2[k4608 + i576 + j24 + q + 577] = Math.max(s1122 + b1_2, 0);
          relu2[k4608 + i576 + j24 + q + 2] = Math.max(s1131 + b1_1, 0);
          relu2[k4608 + i576 + j24 + q + 578] = Math.max(s1132 + b1_2, 0);
          relu2[k4608 + i576 + j24 + q + 3] = Math.max(s1141 + b1_1, 0);
          relu2[k4608 + i576 + j24 + q + 579] = Math.max(s1142 + b1_2, 0);
        }
      }
    }
  }

  for (let k = 0; k < size; k++) {
    const k1152 = k * 1152;
    const k4608 = k * 4608;

    // h1[i, j, k] = max l,q  relu2[i, 2 j + l - 2, 2 k + q - 2]   [line 13]
    for (let i = 0; i < 96; i++) {
      const i48 = i * 48;
      const i12 = i * 12;
      for (let j = 0; j < 12; j++) {
        h1[k1152 + i12 + j] = Math.max(relu2[k4608 + i48 + j * 2], relu2[k4608 + i48 + j * 2 + 1], relu2[k4608 + i48 + j * 2 + 24], relu2[k4608 + i48 + j * 2 + 25]);
      }
    }
  }

  // relu2_2 = relu({[i, j, k] ↦ Σ l,q,r  h1[l, j + q - 1, k + r - 1] * K2[i, l, q, r]} + b2)   [line 14]
  for (let k = 0; k < size; k++) {
    const k1152_2 = k * 1152;
    const k1024 = k * 1024;
    for (let j = 0; j < 8; j++) {
      const j12 = j * 12;
      const j8 = j * 8;
      for (let q = 0; q < 8; q += 4) {
        for (let i = 0; i < 16; i += 2) {
          let s1111 = 0, s1112 = 0, s1121 = 0, s1122 = 0, s1131 = 0, s1132 = 0, s1141 = 0, s1142 = 0;
          const i200 = i * 200;
          const i200_2 = i200 + 200;
          for (let u = 0; u < 8; u++) {
            const u144 = u * 144;
            const u25 = u * 25;
            for (let v = 0; v < 5; v++) {
              const v12 = v * 12;
              const h1_1 = h1[k1152_2 + u144 + j12 + v12 + q];
              const v5 = v * 5;
              const K2_1 = K2[i200 + u25 + v5];
              const h1_2 = h1[k1152_2 + u144 + j12 + v12 + q + 1];
              const K2_2 = K2[i200 + u25 + v5 + 1];
              const h1_3 = h1[k1152_2 + u144 + j12 + v12 + q + 2];
              const K2_3 = K2[i200 + u25 + v5 + 2];
              const h1_4 = h1[k1152_2 + u144 + j12 + v12 + q + 3];
              const K2_4 = K2[i200 + u25 + v5 + 3];
              const h1_5 = h1[k1152_2 + u144 + j12 + v12 + q + 4];
              const K2_5 = K2[i200 + u25 + v5 + 4];
              const K2_6 = K2[i200_2 + u25 + v5];
              const K2_7 = K2[i200_2 + u25 + v5 + 1];
              const K2_8 = K2[i200_2 + u25 + v5 + 2];
              const K2_9 = K2[i200_2 + u25 + v5 + 3];
              const K2_10 = K2[i200_2 + u25 + v5 + 4];
              const h1_6 = h1[k1152_2 + u144 + j12 + v12 + q + 5];
              const h1_7 = h1[k1152_2 + u144 + j12 + v12 + q + 6];
              const h1_8 = h1[k1152_2 + u144 + j12 + v12 + q + 7];
              s1111 += h1_1 * K2_1 + h1_2 * K2_2 + h1_3 * K2_3 + h1_4 * K2_4 + h1_5 * K2_5;
              s1112 += h1_1 * K2_6 + h1_2 * K2_7 + h1_3 * K2_8 + h1_4 * K2_9 + h1_5 * K2_10;
              s1121 += h1_2 * K2_1 + h1_3 * K2_2 + h1_4 * K2_3 + h1_5 * K2_4 + h1_6 * K2_5;
              s1122 += h1_2 * K2_6 + h1_3 * K2_7 + h1_4 * K2_8 + h1_5 * K2_9 + h1_6 * K2_10;
              s1131 += h1_3 * K2_1 + h1_4 * K2_2 + h1_5 * K2_3 + h1_6 * K2_4 + h1_7 * K2_5;
              s1132 += h1_3 * K2_6 + h1_4 * K2_7 + h1_5 * K2_8 + h1_6 * K2_9 + h1_7 * K2_10;
              s1141 += h1_4 * K2_1 + h1_5 * K2_2 + h1_6 * K2_3 + h1_7 * K2_4 + h1_8 * K2_5;
              s1142 += h1_4 * K2_6 + h1_5 * K2_7 + h1_6 * K2_8 + h1_7 * K2_9 + h1_8 * K2_10;
            }
          }
          const b2_1 = b2[i];
          const i64 = i * 64;
          relu2_2[k1024 + i64 + j8 + q] = Math.max(s1111 + b2_1, 0);
          const b2_2 = b2[i + 1];
          relu2_2[k1024 + i64 + j8 + q + 64] = Math.max(s1112 + b2_2, 0);
          relu2_2[k1024 + i64 + j8 + q + 1] = Math.max(s1121 + b2_1, 0);
          relu2_2[k1024 + i64 + j8 + q + 65] = Math.max(s1122 + b2_2, 0);
          relu2_2[k1024 + i64 + j8 + q + 2] = Math.max(s1131 + b2_1, 0);
          relu2_2[k1024 + i64 + j8 + q + 66] = Math.max(s1132 + b2_2, 0);
          relu2_2[k1024 + i64 + j8 + q + 3] = Math.max(s1141 + b2_1, 0);
          relu2_2[k1024 + i64 + j8 + q + 67] = Math.max(s1142 + b2_2, 0);
        }
      }
    }
  }

  for (let k = 0; k < size; k++) {
    const k256 = k * 256;
    const k1024 = k * 1024;

    // h2[i, j, k] = max l,q  relu2_2[i, 2 j + l - 2, 2 k + q - 2]   [line 14]
    for (let i = 0; i < 64; i++) {
      const i16 = i * 16;
      const i4 = i * 4;
      for (let j = 0; j < 4; j++) {
        h2[k256 + i4 + j] = Math.max(relu2_2[k1024 + i16 + j * 2], relu2_2[k1024 + i16 + j * 2 + 1], relu2_2[k1024 + i16 + j * 2 + 8], relu2_2[k1024 + i16 + j * 2 + 9]);
      }
    }
  }

  // add2 = W * flatten(h2) + b   [line 15]
  for (let k = 0; k < size; k += 4) {
    const k256_2 = k * 256;
    const k256_3 = k256_2 + 256;
    const k256_4 = k256_2 + 512;
    const k256_5 = k256_2 + 768;
    const k10 = k * 10;
    const k10_2 = k10 + 10;
    const k10_3 = k10 + 20;
    const k10_4 = k10 + 30;
    for (let i = 0; i < 10; i += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      const i256 = i * 256;
      const i256_2 = i256 + 256;
      for (let j = 0; j < 256; j++) {
        const W_1 = W[i256 + j];
        const h2_1 = h2[k256_2 + j];
        const W_2 = W[i256_2 + j];
        const h2_2 = h2[k256_3 + j];
        const h2_3 = h2[k256_4 + j];
        const h2_4 = h2[k256_5 + j];
        s11 += W_1 * h2_1;
        s12 += W_2 * h2_1;
        s21 += W_1 * h2_2;
        s22 += W_2 * h2_2;
        s31 += W_1 * h2_3;
        s32 += W_2 * h2_3;
        s41 += W_1 * h2_4;
        s42 += W_2 * h2_4;
      }
      const b_1 = b[i];
      add2[k10 + i] = s11 + b_1;
      const b_2 = b[i + 1];
      add2[k10 + i + 1] = s12 + b_2;
      add2[k10_2 + i] = s21 + b_1;
      add2[k10_2 + i + 1] = s22 + b_2;
      add2[k10_3 + i] = s31 + b_1;
      add2[k10_3 + i + 1] = s32 + b_2;
      add2[k10_4 + i] = s41 + b_1;
      add2[k10_4 + i + 1] = s42 + b_2;
    }
  }

  for (let k = 0; k < size; k++) {
    const row = rows[k];
    const k10 = k * 10;
    const k256 = k * 256;
    const k1024 = k * 1024;
    const k1152 = k * 1152;
    const k4608 = k * 4608;

    // argmax2[i, j, k] = argmax l,q  relu2_2[i, 2 j + l - 2, 2 k + q - 2]
    for (let i = 0; i < 64; i++) {
      const i16 = i * 16;
      const i4 = i * 4;
      for (let j = 0; j < 4; j++) {
        let best = -Infinity;
        let at = 0;
        const j2 = j * 2;
        for (let q = 0; q < 2; q++) {
          const q8 = q * 8;
          for (let u = 0; u < 2; u++) {
            const t = relu2_2[k1024 + i16 + q8 + j2 + u];
            if (t > best) {
              best = t;
              at = q * 2 + u;
            }
          }
        }
        argmax2[k256 + i4 + j] = at;
      }
    }

    // argmax2_2[i, j, k] = argmax l,q  relu2[i, 2 j + l - 2, 2 k + q - 2]
    for (let i = 0; i < 96; i++) {
      const i48 = i * 48;
      const i12 = i * 12;
      for (let j = 0; j < 12; j++) {
        let best = -Infinity;
        let at = 0;
        const j2 = j * 2;
        for (let q = 0; q < 2; q++) {
          const q24 = q * 24;
          for (let u = 0; u < 2; u++) {
            const t = relu2[k4608 + i48 + q24 + j2 + u];
            if (t > best) {
              best = t;
              at = q * 2 + u;
            }
          }
        }
        argmax2_2[k1152 + i12 + j] = at;
      }
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

    // p = p_exp / sum   [line 15, output]
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

    // delta = p - c   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); line 15]
    const t2 = c[row];
    for (let i = 0; i < 10; i++) {
      delta[k10 + i] = p[k10 + i] - (t2 === i ? 1 : 0);
    }

    // db = Σn delta   [EQ3: ∂C/∂b = δ]
    for (let i = 0; i < 10; i++) {
      db[i] += delta[k10 + i];
    }
  }

  // dW = Σn outer(delta, flatten(h2))   [EQ4: ∂C/∂w = δ aᵀ; line 15]
  for (let j = 0; j < 256; j += 4) {
    for (let i = 0; i < 10; i += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k10_2 = k * 10;
        const delta_1 = delta[k10_2 + i];
        const k256_2 = k * 256;
        const h2_1 = h2[k256_2 + j];
        const delta_2 = delta[k10_2 + i + 1];
        const h2_2 = h2[k256_2 + j + 1];
        const h2_3 = h2[k256_2 + j + 2];
        const h2_4 = h2[k256_2 + j + 3];
        s11 += delta_1 * h2_1;
        s12 += delta_2 * h2_1;
        s21 += delta_1 * h2_2;
        s22 += delta_2 * h2_2;
        s31 += delta_1 * h2_3;
        s32 += delta_2 * h2_3;
        s41 += delta_1 * h2_4;
        s42 += delta_2 * h2_4;
      }
      const i256 = i * 256;
      dW[i256 + j] += s11;
      const i256_2 = i256 + 256;
      dW[i256_2 + j] += s12;
      dW[i256 + j + 1] += s21;
      dW[i256_2 + j + 1] += s22;
      dW[i256 + j + 2] += s31;
      dW[i256_2 + j + 2] += s32;
      dW[i256 + j + 3] += s41;
      dW[i256_2 + j + 3] += s42;
    }
  }

  // delta2 = share * (W' * delta)   [line 15]
  const share_1 = share[0];
  for (let i = 0; i < 256; i += 4) {
    for (let k = 0; k < size; k += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      const k10_2 = k * 10;
      const k10_3 = k10_2 + 10;
      for (let j = 0; j < 10; j++) {
        const delta_1 = delta[k10_2 + j];
        const j256 = j * 256;
        const W_1 = W[j256 + i];
        const delta_2 = delta[k10_3 + j];
        const W_2 = W[j256 + i + 1];
        const W_3 = W[j256 + i + 2];
        const W_4 = W[j256 + i + 3];
        s11 += delta_1 * W_1;
        s12 += delta_2 * W_1;
        s21 += delta_1 * W_2;
        s22 += delta_2 * W_2;
        s31 += delta_1 * W_3;
        s32 += delta_2 * W_3;
        s41 += delta_1 * W_4;
        s42 += delta_2 * W_4;
      }
      const k256_2 = k * 256;
      delta2[k256_2 + i] = share_1 * s11;
      const k256_3 = k256_2 + 256;
      delta2[k256_3 + i] = share_1 * s12;
      delta2[k256_2 + i + 1] = share_1 * s21;
      delta2[k256_3 + i + 1] = share_1 * s22;
      delta2[k256_2 + i + 2] = share_1 * s31;
      delta2[k256_3 + i + 2] = share_1 * s32;
      delta2[k256_2 + i + 3] = share_1 * s41;
      delta2[k256_3 + i + 3] = share_1 * s42;
    }
  }

  for (let k = 0; k < size; k++) {
    const k256 = k * 256;
    const k1024 = k * 1024;
    const k2048 = k * 2048;
    const k4096 = k * 4096;
    dh2_in.fill(0, k1024, k1024 + 1024);

    // dh2_in[i, 2 j + k - 2, 2 l + q - 2] += dh2[i, j, l] * ([0, 1; 2, 3][k, q] == argmax2[i, j, l])   [max: the first largest element gets it; line 14]
    for (let i = 0; i < 16; i++) {
      const i16 = i * 16;
      const i64 = i * 64;
      for (let j = 0; j < 4; j++) {
        const j4 = j * 4;
        const j16 = j * 16;
        for (let q = 0; q < 2; q++) {
          const q2 = q * 2;
          const q8 = q * 8;
          for (let u = 0; u < 4; u++) {
            const t = delta2[k256 + i16 + j4 + u];
            const t2 = argmax2[k256 + i16 + j4 + u];
            const u2 = u * 2;
            for (let v = 0; v < 2; v++) {
              dh2_in[k1024 + i64 + j16 + q8 + u2 + v] += t * (constant1[q2 + v] === t2 ? 1 : 0);
            }
          }
        }
      }
    }

    // delta3 = relu2_2 > 0 ? dh2_in : 0   [chain rule through relu: dx = y > 0 ? g : 0; line 14]
    for (let i = 0; i < 1024; i++) {
      delta3[k1024 + i] = relu2_2[k1024 + i] > 0 ? dh2_in[k1024 + i] : 0;
    }

    // padded[i, j + 4, k] = delta3[i, j, k]
    for (let i = 0; i < 16; i++) {
      const i128 = i * 128;
      for (let j = 0; j < 4; j++) {
        const j8 = j * 8;
        for (let q = 0; q < 8; q++) {
          padded[k2048 + i128 + j8 + q] = 0;
        }
      }
    }
    for (let i = 0; i < 16; i++) {
      const i64 = i * 64;
      const i128 = i * 128;
      for (let j = 0; j < 8; j++) {
        const j8 = j * 8;
        for (let q = 0; q < 8; q++) {
          padded[k2048 + i128 + j8 + q + 32] = delta3[k1024 + i64 + j8 + q];
        }
      }
    }
    for (let i = 0; i < 16; i++) {
      const i128 = i * 128;
      for (let j = 0; j < 4; j++) {
        const j8 = j * 8;
        for (let q = 0; q < 8; q++) {
          padded[k2048 + i128 + j8 + q + 96] = 0;
        }
      }
    }

    // padded2 = concat(zeros(16, 16, 4), padded, zeros(16, 16, 4))
    for (let i = 0; i < 256; i++) {
      const i16 = i * 16;
      for (let j = 0; j < 4; j++) {
        padded2[k4096 + i16 + j] = 0;
      }
    }
    for (let i = 0; i < 256; i++) {
      const i8 = i * 8;
      const i16 = i * 16;
      for (let j = 0; j < 8; j++) {
        padded2[k4096 + i16 + j + 4] = padded[k2048 + i8 + j];
      }
    }
    for (let i = 0; i < 256; i++) {
      const i16 = i * 16;
      for (let j = 0; j < 4; j++) {
        padded2[k4096 + i16 + j + 12] = 0;
      }
    }
  }

  // dK2[i, j, k, l] = Σ n,q,r  delta3[i, q, r] * h1[j, k + q - 1, l + r - 1]   [a sum of products with respect to K2: the other factor times the cotangent; line 14]
  for (let q = 0; q < 5; q++) {
    const q12 = q * 12;
    const q5 = q * 5;
    for (let u = 0; u < 5; u++) {
      for (let j = 0; j < 8; j += 4) {
        const j144 = j * 144;
        const j25 = j * 25;
        for (let i = 0; i < 16; i += 2) {
          let s1111 = 0, s1112 = 0, s1121 = 0, s1122 = 0, s1131 = 0, s1132 = 0, s1141 = 0, s1142 = 0;
          const i64 = i * 64;
          for (let k = 0; k < size; k++) {
            const k1024_2 = k * 1024;
            const k1152_2 = k * 1152;
            for (let v = 0; v < 8; v++) {
              const v8 = v * 8;
              const v12 = v * 12;
              for (let w = 0; w < 8; w++) {
                const delta3_1 = delta3[k1024_2 + i64 + v8 + w];
                const h1_1 = h1[k1152_2 + j144 + q12 + v12 + u + w];
                const delta3_2 = delta3[k1024_2 + i64 + v8 + w + 64];
                const h1_2 = h1[k1152_2 + j144 + q12 + v12 + u + w + 144];
                const h1_3 = h1[k1152_2 + j144 + q12 + v12 + u + w + 288];
                const h1_4 = h1[k1152_2 + j144 + q12 + v12 + u + w + 432];
                s1111 += delta3_1 * h1_1;
                s1112 += delta3_2 * h1_1;
                s1121 += delta3_1 * h1_2;
                s1122 += delta3_2 * h1_2;
                s1131 += delta3_1 * h1_3;
                s1132 += delta3_2 * h1_3;
                s1141 += delta3_1 * h1_4;
                s1142 += delta3_2 * h1_4;
              }
            }
          }
          const i200 = i * 200;
          dK2[i200 + j25 + q5 + u] += s1111;
          const i200_2 = i200 + 200;
          dK2[i200_2 + j25 + q5 + u] += s1112;
          dK2[i200 + j25 + q5 + u + 25] += s1121;
          dK2[i200_2 + j25 + q5 + u + 25] += s1122;
          dK2[i200 + j25 + q5 + u + 50] += s1131;
          dK2[i200_2 + j25 + q5 + u + 50] += s1132;
          dK2[i200 + j25 + q5 + u + 75] += s1141;
          dK2[i200_2 + j25 + q5 + u + 75] += s1142;
        }
      }
    }
  }

  // db2[i, 1, 1] = Σ n,j,k  delta3[i, j, k]   [the same for all examples: their cotangents add up]
  for (let i = 0; i < 16; i += 4) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
    const i64 = i * 64;
    for (let k = 0; k < size; k++) {
      const k1024_2 = k * 1024;
      for (let j = 0; j < 8; j++) {
        const j8 = j * 8;
        for (let q = 0; q < 8; q++) {
          s1 += delta3[k1024_2 + i64 + j8 + q];
          s2 += delta3[k1024_2 + i64 + j8 + q + 64];
          s3 += delta3[k1024_2 + i64 + j8 + q + 128];
          s4 += delta3[k1024_2 + i64 + j8 + q + 192];
        }
      }
    }
    db2[i] += s1;
    db2[i + 1] += s2;
    db2[i + 2] += s3;
    db2[i + 3] += s4;
  }
}

/** A part of `step`: dh1, dh1_in, delta4, dK1, db1. */
function stepPart3(params: Parameters, size: number): void {
  const { K2 } = params;

  // dh1[i, j, k] = Σ l,q,r  padded2[l, j - q + 5, k - r + 5] * K2[l, i, q, r]   [a sum of products with respect to h1: the other factor times the cotangent; line 14]
  for (let k = 0; k < size; k++) {
    const k4096 = k * 4096;
    const k1152 = k * 1152;
    for (let j = 0; j < 12; j++) {
      const j16 = j * 16;
      const j12 = j * 12;
      for (let q = 0; q < 12; q += 4) {
        for (let i = 0; i < 8; i += 2) {
          let s1111 = 0, s1112 = 0, s1121 = 0, s1122 = 0, s1131 = 0, s1132 = 0, s1141 = 0, s1142 = 0;
          const i25 = i * 25;
          for (let u = 0; u < 16; u++) {
            const u256 = u * 256;
            const u200 = u * 200;
            for (let v = 0; v < 5; v++) {
              const v16 = v * -16;
              const padded2_1 = padded2[k4096 + u256 + j16 + v16 + q + 68];
              const v5 = v * 5;
              const K2_1 = K2[u200 + i25 + v5];
              const padded2_2 = padded2[k4096 + u256 + j16 + v16 + q + 67];
              const K2_2 = K2[u200 + i25 + v5 + 1];
              const padded2_3 = padded2[k4096 + u256 + j16 + v16 + q + 66];
              const K2_3 = K2[u200 + i25 + v5 + 2];
              const padded2_4 = padded2[k4096 + u256 + j16 + v16 + q + 65];
              const K2_4 = K2[u200 + i25 + v5 + 3];
              const padded2_5 = padded2[k4096 + u256 + j16 + v16 + q + 64];
              const K2_5 = K2[u200 + i25 + v5 + 4];
              const K2_6 = K2[u200 + i25 + v5 + 25];
              const K2_7 = K2[u200 + i25 + v5 + 26];
              const K2_8 = K2[u200 + i25 + v5 + 27];
              const K2_9 = K2[u200 + i25 + v5 + 28];
              const K2_10 = K2[u200 + i25 + v5 + 29];
              const padded2_6 = padded2[k4096 + u256 + j16 + v16 + q + 69];
              const padded2_7 = padded2[k4096 + u256 + j16 + v16 + q + 70];
              const padded2_8 = padded2[k4096 + u256 + j16 + v16 + q + 71];
              s1111 += padded2_1 * K2_1 + padded2_2 * K2_2 + padded2_3 * K2_3 + padded2_4 * K2_4 + padded2_5 * K2_5;
              s1112 += padded2_1 * K2_6 + padded2_2 * K2_7 + padded2_3 * K2_8 + padded2_4 * K2_9 + padded2_5 * K2_10;
              s1121 += padded2_6 * K2_1 + padded2_1 * K2_2 + padded2_2 * K2_3 + padded2_3 * K2_4 + padded2_4 * K2_5;
              s1122 += padded2_6 * K2_6 + padded2_1 * K2_7 + padded2_2 * K2_8 + padded2_3 * K2_9 + padded2_4 * K2_10;
              s1131 += padded2_7 * K2_1 + padded2_6 * K2_2 + padded2_1 * K2_3 + padded2_2 * K2_4 + padded2_3 * K2_5;
              s1132 += padded2_7 * K2_6 + padded2_6 * K2_7 + padded2_1 * K2_8 + padded2_2 * K2_9 + padded2_3 * K2_10;
              s1141 += padded2_8 * K2_1 + padded2_7 * K2_2 + padded2_6 * K2_3 + padded2_1 * K2_4 + padded2_2 * K2_5;
              s1142 += padded2_8 * K2_6 + padded2_7 * K2_7 + padded2_6 * K2_8 + padded2_1 * K2_9 + padded2_2 * K2_10;
            }
          }
          const i144 = i * 144;
          dh1[k1152 + i144 + j12 + q] = s1111;
          dh1[k1152 + i144 + j12 + q + 144] = s1112;
          dh1[k1152 + i144 + j12 + q + 1] = s1121;
          dh1[k1152 + i144 + j12 + q + 145] = s1122;
          dh1[k1152 + i144 + j12 + q + 2] = s1131;
          dh1[k1152 + i144 + j12 + q + 146] = s1132;
          dh1[k1152 + i144 + j12 + q + 3] = s1141;
          dh1[k1152 + i144 + j12 + q + 147] = s1142;
        }
      }
    }
  }

  for (let k = 0; k < size; k++) {
    const k1152 = k * 1152;
    const k4608 = k * 4608;
    dh1_in.fill(0, k4608, k4608 + 4608);

    // dh1_in[i, 2 j + k - 2, 2 l + q - 2] += dh1[i, j, l] * ([0, 1; 2, 3][k, q] == argmax2_2[i, j, l])   [max: the first largest element gets it; line 13]
    for (let i = 0; i < 8; i++) {
      const i144 = i * 144;
      const i576 = i * 576;
      for (let j = 0; j < 12; j++) {
        const j12 = j * 12;
        const j48 = j * 48;
        for (let q = 0; q < 2; q++) {
          const q2 = q * 2;
          const q24 = q * 24;
          for (let u = 0; u < 12; u++) {
            const t = dh1[k1152 + i144 + j12 + u];
            const t2 = argmax2_2[k1152 + i144 + j12 + u];
            const u2 = u * 2;
            for (let v = 0; v < 2; v++) {
              dh1_in[k4608 + i576 + j48 + q24 + u2 + v] += t * (constant1[q2 + v] === t2 ? 1 : 0);
            }
          }
        }
      }
    }

    // delta4 = relu2 > 0 ? dh1_in : 0   [chain rule through relu: dx = y > 0 ? g : 0; line 13]
    for (let i = 0; i < 4608; i++) {
      delta4[k4608 + i] = relu2[k4608 + i] > 0 ? dh1_in[k4608 + i] : 0;
    }
  }

  // dK1[i, j, k, l] = Σ n,q,r  delta4[i, q, r] * x[j, k + q - 1, l + r - 1]   [a sum of products with respect to K1: the other factor times the cotangent; line 13]
  for (let q = 0; q < 5; q++) {
    for (let j = 0; j < 4; j += 4) {
      const j28 = j * 28;
      const j5 = j * 5;
      for (let i = 0; i < 8; i += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        const i576 = i * 576;
        for (let k = 0; k < size; k++) {
          const k4608_2 = k * 4608;
          const k784 = k * 784;
          for (let u = 0; u < 24; u++) {
            const u24 = u * 24;
            const u28 = u * 28;
            for (let v = 0; v < 24; v++) {
              const delta4_1 = delta4[k4608_2 + i576 + u24 + v];
              const x_1 = x_block[k784 + j28 + u28 + q + v];
              const delta4_2 = delta4[k4608_2 + i576 + u24 + v + 576];
              const x_2 = x_block[k784 + j28 + u28 + q + v + 28];
              const x_3 = x_block[k784 + j28 + u28 + q + v + 56];
              const x_4 = x_block[k784 + j28 + u28 + q + v + 84];
              s111 += delta4_1 * x_1;
              s112 += delta4_2 * x_1;
              s121 += delta4_1 * x_2;
              s122 += delta4_2 * x_2;
              s131 += delta4_1 * x_3;
              s132 += delta4_2 * x_3;
              s141 += delta4_1 * x_4;
              s142 += delta4_2 * x_4;
            }
          }
        }
        const i25 = i * 25;
        dK1[i25 + j5 + q] += s111;
        const i25_2 = i25 + 25;
        dK1[i25_2 + j5 + q] += s112;
        dK1[i25 + j5 + q + 5] += s121;
        dK1[i25_2 + j5 + q + 5] += s122;
        dK1[i25 + j5 + q + 10] += s131;
        dK1[i25_2 + j5 + q + 10] += s132;
        dK1[i25 + j5 + q + 15] += s141;
        dK1[i25_2 + j5 + q + 15] += s142;
      }
    }
    for (let j = 4; j < 5; j++) {
      const j28_2 = j * 28;
      const j5_2 = j * 5;
      for (let i = 0; i < 8; i += 2) {
        let s111_2 = 0, s112_2 = 0;
        const i576_2 = i * 576;
        for (let k = 0; k < size; k++) {
          const k4608_3 = k * 4608;
          const k784_2 = k * 784;
          for (let u = 0; u < 24; u++) {
            const u24_2 = u * 24;
            const u28_2 = u * 28;
            for (let v = 0; v < 24; v++) {
              const x_1_2 = x_block[k784_2 + j28_2 + u28_2 + q + v];
              s111_2 += delta4[k4608_3 + i576_2 + u24_2 + v] * x_1_2;
              s112_2 += delta4[k4608_3 + i576_2 + u24_2 + v + 576] * x_1_2;
            }
          }
        }
        const i25_3 = i * 25;
        dK1[i25_3 + j5_2 + q] += s111_2;
        const i25_4 = i25_3 + 25;
        dK1[i25_4 + j5_2 + q] += s112_2;
      }
    }
  }

  // db1[i, 1, 1] = Σ n,j,k  delta4[i, j, k]   [the same for all examples: their cotangents add up]
  for (let i = 0; i < 8; i += 4) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
    const i576 = i * 576;
    for (let k = 0; k < size; k++) {
      const k4608_2 = k * 4608;
      for (let j = 0; j < 24; j++) {
        const j24 = j * 24;
        for (let q = 0; q < 24; q++) {
          s1 += delta4[k4608_2 + i576 + j24 + q];
          s2 += delta4[k4608_2 + i576 + j24 + q + 576];
          s3 += delta4[k4608_2 + i576 + j24 + q + 1152];
          s4 += delta4[k4608_2 + i576 + j24 + q + 1728];
        }
      }
    }
    db1[i] += s1;
    db1[i + 1] += s2;
    db1[i + 2] += s3;
    db1[i + 3] += s4;
  }
}

/** A part of `step`: loss, v_K2, K2, v_b2, b2, v_W, W and 6 more. */
function stepPart4(params: Parameters, state: Floats, m: number): void {
  const { K2, b2, W, b, K1, b1 } = params;

  // loss = -(J_sum / m)   [line 16, loss]
  total[0] = -(J_sum[0] / m);

  // v_K2⁺ = 0.9 * v_K2 - scale2 * dK2
  // K2⁺ = K2 + v_K2⁺
  const t = scale2[0];
  for (let i = 0; i < 3200; i++) {
    state[208 + i] = 0.9 * state[208 + i] - t * dK2[i];
    K2[i] += state[208 + i];
  }

  // v_b2⁺ = 0.9 * v_b2 - scale2 * db2
  // b2⁺ = b2 + v_b2⁺
  const t2 = scale2[0];
  for (let i = 0; i < 16; i++) {
    state[3408 + i] = 0.9 * state[3408 + i] - t2 * db2[i];
    b2[i] += state[3408 + i];
  }

  // v_W⁺ = 0.9 * v_W - scale3 * dW
  // W⁺ = W + v_W⁺
  const t3 = scale3[0];
  for (let i = 0; i < 2560; i++) {
    state[3424 + i] = 0.9 * state[3424 + i] - t3 * dW[i];
    W[i] += state[3424 + i];
  }

  // v_b⁺ = 0.9 * v_b - scale3 * db
  // b⁺ = b + v_b⁺
  const t4 = scale3[0];
  for (let i = 0; i < 10; i++) {
    state[5984 + i] = 0.9 * state[5984 + i] - t4 * db[i];
    b[i] += state[5984 + i];
  }

  // v_K1⁺ = 0.9 * v_K1 - scale2 * dK1
  // K1⁺ = K1 + v_K1⁺
  const t5 = scale2[0];
  for (let i = 0; i < 200; i++) {
    state[i] = 0.9 * state[i] - t5 * dK1[i];
    K1[i] += state[i];
  }

  // v_b1⁺ = 0.9 * v_b1 - scale2 * db1
  // b1⁺ = b1 + v_b1⁺
  const t6 = scale2[0];
  for (let i = 0; i < 8; i++) {
    state[200 + i] = 0.9 * state[200 + i] - t6 * db1[i];
    b1[i] += state[200 + i];
  }
}

/** The predictions for one example among others. */
export function predict(params: Parameters, data: Examples, row: number, into: Outputs = createOutputs()): Outputs {
  return forward(params, data.columns.x.subarray(row * 784, row * 784 + 784), into);
}
