/**
 * cnn-digits: compiled by gradc 0.1.0 from cnn-digits.grad. Do not edit: change the spec and compile again.
 *
 * Spec        sha256 4266b9a53cf1d11ff0de9a4c5b4bd0d3e40c3bff46999d53f0aa192d869057f5
 * Parameters  2698: K1 (8 × 1 × 3 × 3), b1 (8 × 1 × 1), K2 (16 × 8 × 3 × 3), b2 (16 × 1 × 1), W (10 × 144), b vector of 10
 * Precision   64-bit
 * Convention  loss and gradients are the mean over the batch; relu'(0) = 0; of equal largest elements the first gets the gradient
 * Stable form xlogy(d, softmax(z)) -> d .* logSoftmax(z)
 *
 * Operations of gradient, for one example (sums over the batch left out):
 *   forward 130005: 63998 add, 61354 multiply, 4612 compare, 20 subtract, 10 divide, 10 exp, 1 log
 *   backward 284868: 139280 multiply, 137696 add, 5258 compare, 2624 select, 10 subtract
 *
 * Schedule:
 *   forward  loops: 130620 scalar operations, more than 2500; of 8 steps 1 in register tiles, 7 in plain loops
 *     tiles     add 2890
 *     loops     padded 0, h1 43008, h2 84672, max 10, p_exp 20, sum 10, p 10
 *   evaluate  loops: 130699 scalar operations, more than 2500; of 16 steps 1 in register tiles, 10 in plain loops, 5 of at most 4 operations unrolled; examples in blocks of 64
 *     tiles     add 2890
 *     loops     padded 0, h1 43008, h2 84672, max 10, logSoftmax_in 10, p_exp 10, sum 10, p 10, J_sum 41, accuracy 33
 *     unrolled  log 1, accuracy_sum 1, J 2, accuracy2 1, loss 0
 *   gradient  loops: 424929 scalar operations, more than 2500; of 39 steps 10 in register tiles, 25 in plain loops, 4 of at most 4 operations unrolled; examples in blocks of 32; in 4 functions of at most 2000 written operations
 *     tiles     relu 40960, relu2 84096, add 2890, dW 2880, delta2 3024, grad_K2 84096, grad_b2 592, dh1 147456, grad_K1 36936, grad_b1 2056
 *     loops     padded 0, h1 1536, h2 432, argmax 576, argmax2 2048, max 10, logSoftmax_in 10, p_exp 10, sum 10, p 10, J_sum 41, delta 20, db 10, dh2_in 1728, delta3 1152, padded2 0, padded2 0, padded2 0, padded3 0, padded3 0, padded3 0, dh1_in 6144, delta4 4096, grad_W 1440, grad_b 10
 *     unrolled  share 1, log 1, J 2, loss 0
 *   step  loops: 434277 scalar operations, more than 2500; of 51 steps 10 in register tiles, 35 in plain loops, 6 of at most 4 operations unrolled; examples in blocks of 32; in 4 functions of at most 2000 written operations
 *     tiles     relu 40960, relu2 84096, add 2890, dW 2880, delta2 3024, dK2 84096, db2 592, dh1 147456, dK1 36936, db1 2056
 *     loops     padded 0, h1 1536, h2 432, argmax 576, argmax2 2048, max 10, logSoftmax_in 10, p_exp 10, sum 10, p 10, J_sum 41, delta 20, db 10, dh2_in 1728, delta3 1152, padded2 0, padded2 0, padded2 0, padded3 0, padded3 0, padded3 0, dh1_in 6144, delta4 4096, v_K2 3456, K2 1152, v_b2 48, b2 16, v_W 4320, W 1440, v_b 30, b 10, v_K1 216, K1 72, v_b1 24, b1 8
 *     unrolled  share 1, scale 3, scale2 1, scale3 2, log 1, loss 2
 *
 * parameters
 *   K1   8 × 1 × 3 × 3    he       # line 5
 *   b1   8 × 1 × 1        zeros    # line 6
 *   K2   16 × 8 × 3 × 3   he       # line 7
 *   b2   16 × 1 × 1       zeros    # line 8
 *   W    10 × 144         glorot   # line 9
 *   b    10               zeros    # line 10
 *
 * data
 *   x   1 × 16 × 16   input         # line 2
 *   c   10            label of 10   # line 3
 *
 * forward
 *   t1[i, j + 1, k + 1] = x[i, j, k]                                   1 × 18 × 18 per example
 *   t2[i, j, k] = Σ l,q,r  t1[l, j + q - 1, k + r - 1] * K1[i, l, q, r]   8 × 16 × 16 per example   # line 12
 *   t3 = relu(t2 + b1)                                                 8 × 16 × 16 per example   # line 12
 *   h1[i, j, k] = max l,q  t3[i, 2 j + l - 2, 2 k + q - 2]             8 × 8 × 8 per example     # line 12
 *   t4[i, j, k] = Σ l,q,r  h1[l, j + q - 1, k + r - 1] * K2[i, l, q, r]   16 × 6 × 6 per example    # line 13
 *   t5 = relu(t4 + b2)                                                 16 × 6 × 6 per example    # line 13
 *   h2[i, j, k] = max l,q  t5[i, 2 j + l - 2, 2 k + q - 2]             16 × 3 × 3 per example    # line 13
 *   t6 = W * flatten(h2) + b                                           10 per example            # line 14
 *   p = softmax(t6)                                                    10 per example            # line 14, output
 *   t7 = c .* logSoftmax(t6)                                           10 per example
 *   J = -sum(t7)                                                       scalar per example        # line 15, loss
 *   accuracy = argmax(p) == argmax(c)                                  scalar per example        # line 17, metric
 *
 * mean over the batch of m examples
 *   J = -((Σn sum(t7)) / m)        scalar   # line 15, loss
 *   accuracy = (Σn accuracy) / m   scalar   # line 17, metric
 *
 * backward
 *   δ = p - c                                                          10 per example            # EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); chain rule through logSoftmax: dx = g - softmax(x) .* sum(g)
 *   dh2 = reshape(1/m * (W' * δ), [16, 3, 3])                          16 × 3 × 3 per example    # the same numbers in their old shape
 *   t8[i, j, k] = argmax l,q  t5[i, 2 j + l - 2, 2 k + q - 2]          16 × 3 × 3 per example
 *   dh2_in[i, 2 j + k - 2, 2 l + q - 2] += dh2[i, j, l] * ([0, 1; 2, 3][k, q] == t8[i, j, l])   16 × 6 × 6 per example    # max: the first largest element gets it
 *   t10 = t5 > 0 ? dh2_in : 0                                          16 × 6 × 6 per example    # chain rule through relu: dx = y > 0 ? g : 0
 *   dh1[i, j + k - 1, l + q - 1] += Σ r  t10[r, j, l] * K2[r, i, k, q]   8 × 8 × 8 per example     # a sum of products with respect to h1: the other factor times the cotangent
 *   t9[i, j, k] = argmax l,q  t3[i, 2 j + l - 2, 2 k + q - 2]          8 × 8 × 8 per example
 *   dh1_in[i, 2 j + k - 2, 2 l + q - 2] += dh1[i, j, l] * ([0, 1; 2, 3][k, q] == t9[i, j, l])   8 × 16 × 16 per example   # max: the first largest element gets it
 *   t11 = t3 > 0 ? dh1_in : 0                                          8 × 16 × 16 per example   # chain rule through relu: dx = y > 0 ? g : 0
 *   dK1[i, j, k, l] = Σ n,q,r  t11[i, q, r] * t1[j, k + q - 1, l + r - 1]   8 × 1 × 3 × 3             # a sum of products with respect to K1: the other factor times the cotangent
 *   db1[i, 1, 1] = Σ n,j,k  t11[i, j, k]                               8 × 1 × 1                 # the same for all examples: their cotangents add up
 *   dK2[i, j, k, l] = Σ n,q,r  t10[i, q, r] * h1[j, k + q - 1, l + r - 1]   16 × 8 × 3 × 3            # a sum of products with respect to K2: the other factor times the cotangent
 *   db2[i, 1, 1] = Σ n,j,k  t10[i, j, k]                               16 × 1 × 1                # the same for all examples: their cotangents add up
 *   dW = 1/m * Σn outer(δ, flatten(h2))                                10 × 144                  # EQ4: ∂C/∂w = δ aᵀ; W * flatten(h2) with respect to W: outer product of the cotangent and the vector
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
  readonly K1: Tensor<[8, 1, 3, 3]>;
  readonly b1: Tensor<[8, 1, 1]>;
  readonly K2: Tensor<[16, 8, 3, 3]>;
  readonly b2: Tensor<[16, 1, 1]>;
  readonly W: Tensor<[10, 144]>;
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
  readonly K1: Tensor<[8, 1, 3, 3]>;
  readonly b1: Tensor<[8, 1, 1]>;
  readonly K2: Tensor<[16, 8, 3, 3]>;
  readonly b2: Tensor<[16, 1, 1]>;
  readonly W: Tensor<[10, 144]>;
  readonly b: Tensor<[10]>;
  /** Each loss over the batch. */
  readonly losses: Floats;
}

/** Predictions for one example. */
export type Outputs = { readonly p: Tensor<[10]> };

/** What the module is: names, shapes, defaults and data of the spec. */
export const metadata = {
  name: "cnn-digits",
  hash: "4266b9a53cf1d11ff0de9a4c5b4bd0d3e40c3bff46999d53f0aa192d869057f5",
  version: "0.1.0",
  precision: "f64",
  parameters: [
    { name: "K1", shape: [8, 1, 3, 3], offset: 0, initial: { kind: "he" } },
    { name: "b1", shape: [8, 1, 1], offset: 72, initial: { kind: "zeros" } },
    { name: "K2", shape: [16, 8, 3, 3], offset: 80, initial: { kind: "he" } },
    { name: "b2", shape: [16, 1, 1], offset: 1232, initial: { kind: "zeros" } },
    { name: "W", shape: [10, 144], offset: 1248, initial: { kind: "glorot" } },
    { name: "b", shape: [10], offset: 2688, initial: { kind: "zeros" } },
  ],
  columns: [{ name: "x", role: "input", shape: [1, 16, 16] }, { name: "c", role: "label", shape: [], classes: 10 }],
  hypers: [],
  losses: ["J"],
  metrics: ["accuracy"],
  outputs: [{ name: "p", shape: [10] }],
  reduction: "mean",
  data: { kind: "generator", name: "digits" },
  train: { optimizer: "momentum", rate: "0.06 / (1 + 0.3 epoch)", batch: 32, epochs: 10, validation: 0.2, seed: 1 },
} as const;

/** Parameters as views on one flat array, zero where none is given. */
export function createParameters(flat: Floats = new Float64Array(2698)): Parameters {
  return {
    flat,
    K1: flat.subarray(0, 72),
    b1: flat.subarray(72, 80),
    K2: flat.subarray(80, 1232),
    b2: flat.subarray(1232, 1248),
    W: flat.subarray(1248, 2688),
    b: flat.subarray(2688, 2698),
  };
}

/** Initial parameters: the same numbers for the same seed. */
export function initialise(seed: number, params: Parameters = createParameters()): Parameters {
  for (let k = 0; k < 72; k++) params.K1[k] = 0.4714045207910317 * normal(seed, 0, k);
  params.b1.fill(0);
  for (let k = 0; k < 1152; k++) params.K2[k] = 0.16666666666666666 * normal(seed, 2, k);
  params.b2.fill(0);
  for (let k = 0; k < 1440; k++) params.W[k] = 0.19738550848793068 * (2 * uniform(seed, 4, k) - 1);
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
    K1: new Float64Array(72),
    b1: new Float64Array(8),
    K2: new Float64Array(1152),
    b2: new Float64Array(16),
    W: new Float64Array(1440),
    b: new Float64Array(10),
    losses: new Float64Array(1),
  };
}

/** The state of the update rule, all zeros. */
export function createState(): Floats {
  return new Float64Array(2698);
}

/** Numbers of the spec. */
const constant1 = [0, 1, 2, 3];

const padded = new Float64Array(20736);

const h1 = new Float64Array(32768);

/** Room for h2, dh2_in and padded2, one after the other. */
const padded2 = new Float64Array(31680);

const h2 = padded2;

const dh2_in = padded2;

/** Room for add2, p and delta2, one after the other. */
const delta2 = new Float64Array(4752);

const add2 = delta2;

const p = delta2;

/** Room for p_exp, padded3, dh1_in and delta4, one after the other. */
const dh1_in = new Float64Array(67584);

const p_exp = dh1_in;

const padded3 = dh1_in;

const delta4 = dh1_in;

const rows = new Int32Array(64);

/** Room for logSoftmax_in and delta, one after the other. */
const logSoftmax_in = new Float64Array(640);

const delta = logSoftmax_in;

/** Room for share and total, one after the other. */
const share = new Float64Array(1);

const total = share;

const J_sum = new Float64Array(1);

const db = new Float64Array(10);

const dW = new Float64Array(1440);

const relu2 = new Float64Array(67584);

/** Room for relu2_2, delta3 and dh1, one after the other. */
const relu2_2 = new Float64Array(19008);

const delta3 = relu2_2;

const dh1 = relu2_2;

const argmax2 = new Float64Array(4752);

const argmax2_2 = new Float64Array(16896);

const scale2 = new Float64Array(1);

const scale3 = new Float64Array(1);

const dK2 = new Float64Array(1152);

const db2 = new Float64Array(16);

const dK1 = new Float64Array(72);

const db1 = new Float64Array(8);

/** The predictions for one example. */
export function forward(params: Parameters, x: Vector<256>, into: Outputs = createOutputs()): Outputs {
  const { K1, b1, K2, b2, W, b } = params;

  // padded[i, j + 1, k + 1] = x[i, j, k]
  for (let i = 0; i < 18; i++) {
    const i16 = i * 16;
    const i18 = i * 18;
    for (let j = 0; j < 18; j++) {
      padded[i18 + j] = i - 1 >= 0 && i - 1 < 16 && j - 1 >= 0 && j - 1 < 16 ? x[i16 + j - 17] : 0;
    }
  }

  // h1[s, u, v] = max w,x  relu({[i, j, k] ↦ Σ l,q,r  padded[l, j + q - 1, k + r - 1] * K1[i, l, q, r]}[s, 2 u + w - 2, 2 v + x - 2] + b1[s, 1,  …   [line 12]
  for (let i = 0; i < 8; i++) {
    const i9 = i * 9;
    const t = b1[i];
    const i64 = i * 64;
    for (let j = 0; j < 8; j++) {
      const j36 = j * 36;
      const j8 = j * 8;
      for (let q = 0; q < 8; q++) {
        let best = -Infinity;
        const q2 = q * 2;
        for (let u = 0; u < 2; u++) {
          const u18 = u * 18;
          for (let v = 0; v < 2; v++) {
            let s = 0;
            for (let w = 0; w < 3; w++) {
              s += padded[j36 + u18 + q2 + w * 18 + v] * K1[i9 + w * 3] + padded[j36 + u18 + q2 + w * 18 + v + 1] * K1[i9 + w * 3 + 1] + padded[j36 + u18 + q2 + w * 18 + v + 2] * K1[i9 + w * 3 + 2];
            }
            best = Math.max(best, Math.max(s + t, 0));
          }
        }
        h1[i64 + j8 + q] = best;
      }
    }
  }

  // h2[s, u, v] = max w,x  relu({[i, j, k] ↦ Σ l,q,r  h1[l, j + q - 1, k + r - 1] * K2[i, l, q, r]}[s, 2 u + w - 2, 2 v + x - 2] + b2[s, 1, 1])   [line 13]
  for (let i = 0; i < 16; i++) {
    const i72 = i * 72;
    const t = b2[i];
    const i9 = i * 9;
    for (let j = 0; j < 3; j++) {
      const j16 = j * 16;
      const j3 = j * 3;
      for (let q = 0; q < 3; q++) {
        let best = -Infinity;
        const q2 = q * 2;
        for (let u = 0; u < 2; u++) {
          const u8 = u * 8;
          for (let v = 0; v < 2; v++) {
            let s = 0;
            for (let w = 0; w < 8; w++) {
              const w64 = w * 64;
              const w9 = w * 9;
              for (let l = 0; l < 3; l++) {
                s += h1[w64 + j16 + u8 + q2 + l * 8 + v] * K2[i72 + w9 + l * 3] + h1[w64 + j16 + u8 + q2 + l * 8 + v + 1] * K2[i72 + w9 + l * 3 + 1] + h1[w64 + j16 + u8 + q2 + l * 8 + v + 2] * K2[i72 + w9 + l * 3 + 2];
              }
            }
            best = Math.max(best, Math.max(s + t, 0));
          }
        }
        h2[i9 + j3 + q] = best;
      }
    }
  }

  // add2 = W * flatten(h2) + b   [line 14]
  for (let i = 0; i < 10; i += 5) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0;
    const i144 = i * 144;
    const i144_2 = i144 + 144;
    const i144_3 = i144 + 288;
    const i144_4 = i144 + 432;
    const i144_5 = i144 + 576;
    for (let j = 0; j < 144; j++) {
      const h2_1 = h2[j];
      s1 += W[i144 + j] * h2_1;
      s2 += W[i144_2 + j] * h2_1;
      s3 += W[i144_3 + j] * h2_1;
      s4 += W[i144_4 + j] * h2_1;
      s5 += W[i144_5 + j] * h2_1;
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

  // p = p_exp / sum   [line 14, output]
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
      const row256 = row * 256;
      const k144 = k * 144;
      const k324 = k * 324;
      const k512 = k * 512;

      // padded[i, j + 1, k + 1] = x[i, j, k]
      for (let i = 0; i < 18; i++) {
        const i16 = i * 16;
        const i18 = i * 18;
        for (let j = 0; j < 18; j++) {
          padded[k324 + i18 + j] = i - 1 >= 0 && i - 1 < 16 && j - 1 >= 0 && j - 1 < 16 ? x[row256 + i16 + j - 17] : 0;
        }
      }

      // h1[s, u, v] = max w,x  relu({[i, j, k] ↦ Σ l,q,r  padded[l, j + q - 1, k + r - 1] * K1[i, l, q, r]}[s, 2 u + w - 2, 2 v + x - 2] + b1[s, 1,  …   [line 12]
      for (let i = 0; i < 8; i++) {
        const i9 = i * 9;
        const t = b1[i];
        const i64 = i * 64;
        for (let j = 0; j < 8; j++) {
          const j36 = j * 36;
          const j8 = j * 8;
          for (let q = 0; q < 8; q++) {
            let best = -Infinity;
            const q2 = q * 2;
            for (let u = 0; u < 2; u++) {
              const u18 = u * 18;
              for (let v = 0; v < 2; v++) {
                let s = 0;
                for (let w = 0; w < 3; w++) {
                  s += padded[k324 + j36 + u18 + q2 + w * 18 + v] * K1[i9 + w * 3] + padded[k324 + j36 + u18 + q2 + w * 18 + v + 1] * K1[i9 + w * 3 + 1] + padded[k324 + j36 + u18 + q2 + w * 18 + v + 2] * K1[i9 + w * 3 + 2];
                }
                best = Math.max(best, Math.max(s + t, 0));
              }
            }
            h1[k512 + i64 + j8 + q] = best;
          }
        }
      }

      // h2[s, u, v] = max w,x  relu({[i, j, k] ↦ Σ l,q,r  h1[l, j + q - 1, k + r - 1] * K2[i, l, q, r]}[s, 2 u + w - 2, 2 v + x - 2] + b2[s, 1, 1])   [line 13]
      for (let i = 0; i < 16; i++) {
        const i72 = i * 72;
        const t = b2[i];
        const i9 = i * 9;
        for (let j = 0; j < 3; j++) {
          const j16 = j * 16;
          const j3 = j * 3;
          for (let q = 0; q < 3; q++) {
            let best = -Infinity;
            const q2 = q * 2;
            for (let u = 0; u < 2; u++) {
              const u8 = u * 8;
              for (let v = 0; v < 2; v++) {
                let s = 0;
                for (let w = 0; w < 8; w++) {
                  const w64 = w * 64;
                  const w9 = w * 9;
                  for (let l = 0; l < 3; l++) {
                    s += h1[k512 + w64 + j16 + u8 + q2 + l * 8 + v] * K2[i72 + w9 + l * 3] + h1[k512 + w64 + j16 + u8 + q2 + l * 8 + v + 1] * K2[i72 + w9 + l * 3 + 1] + h1[k512 + w64 + j16 + u8 + q2 + l * 8 + v + 2] * K2[i72 + w9 + l * 3 + 2];
                  }
                }
                best = Math.max(best, Math.max(s + t, 0));
              }
            }
            h2[k144 + i9 + j3 + q] = best;
          }
        }
      }
    }

    // add2 = W * flatten(h2) + b   [line 14]
    for (let k = 0; k < size; k += 4) {
      const k144_2 = k * 144;
      const k144_3 = k144_2 + 144;
      const k144_4 = k144_2 + 288;
      const k144_5 = k144_2 + 432;
      const k10 = k * 10;
      const k10_2 = k10 + 10;
      const k10_3 = k10 + 20;
      const k10_4 = k10 + 30;
      for (let i = 0; i < 10; i += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const i144 = i * 144;
        const i144_2 = i144 + 144;
        for (let j = 0; j < 144; j++) {
          const W_1 = W[i144 + j];
          const h2_1 = h2[k144_2 + j];
          const W_2 = W[i144_2 + j];
          const h2_2 = h2[k144_3 + j];
          const h2_3 = h2[k144_4 + j];
          const h2_4 = h2[k144_5 + j];
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

      // p = p_exp / sum   [line 14, output]
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

      // accuracy = argmax(p) == argmax(c)   [line 17, metric]
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

  // J = -(J_sum / m)   [line 15, loss]
  const J = -(J_sum / m);
  report[0] = J;

  // accuracy2 = accuracy_sum / m   [line 17, metric]
  report[1] = accuracy_sum / m;
  return J;
}

/** The loss over the examples `order[from … to)` and its gradients, into `into`; returns the loss. */
export function gradient(params: Parameters, data: Examples, into: Gradients, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const m = to - from;
  gradientPart(m);
  J_sum.fill(0);
  db.fill(0);
  dW.fill(0);
  into.K2.fill(0);
  into.b2.fill(0);
  into.K1.fill(0);
  into.b1.fill(0);
  for (let first = from; first < to; first += 32) {
    const size = Math.min(32, to - first);
    for (let k = 0; k < size; k++) {
      const row = order === undefined ? first + k : order[first + k];
      rows[k] = row;
    }
    gradientPart2(params, data, into, size);
    gradientPart3(into, size);
  }
  gradientPart4(into, m);
  return total[0];
}

/** A part of `gradient`: share. */
function gradientPart(m: number): void {
  // share = 1/m
  share[0] = 1 / m;
}

/** A part of `gradient`: padded, relu, h1, relu2, h2, add, argmax and 21 more. */
function gradientPart2(params: Parameters, data: Examples, into: Gradients, size: number): void {
  const { K1, b1, K2, b2, W, b } = params;
  const { x, c } = data.columns;

  for (let k = 0; k < size; k++) {
    const row = rows[k];
    const row256 = row * 256;
    const k324 = k * 324;

    // padded[i, j + 1, k + 1] = x[i, j, k]
    for (let i = 0; i < 18; i++) {
      const i16 = i * 16;
      const i18 = i * 18;
      for (let j = 0; j < 18; j++) {
        padded[k324 + i18 + j] = i - 1 >= 0 && i - 1 < 16 && j - 1 >= 0 && j - 1 < 16 ? x[row256 + i16 + j - 17] : 0;
      }
    }
  }

  // relu2 = relu({[i, j, k] ↦ Σ l,q,r  padded[l, j + q - 1, k + r - 1] * K1[i, l, q, r]} + b1)   [line 12]
  for (let k = 0; k < size; k++) {
    const k324_2 = k * 324;
    const k2048 = k * 2048;
    for (let j = 0; j < 16; j++) {
      const j18 = j * 18;
      const j16 = j * 16;
      for (let q = 0; q < 16; q += 4) {
        for (let i = 0; i < 8; i += 2) {
          let s1111 = 0, s1112 = 0, s1121 = 0, s1122 = 0, s1131 = 0, s1132 = 0, s1141 = 0, s1142 = 0;
          const i9 = i * 9;
          const i9_2 = i9 + 9;
          for (let u = 0; u < 3; u++) {
            const u18 = u * 18;
            const padded_1 = padded[k324_2 + j18 + u18 + q];
            const u3 = u * 3;
            const K1_1 = K1[i9 + u3];
            const padded_2 = padded[k324_2 + j18 + u18 + q + 1];
            const K1_2 = K1[i9 + u3 + 1];
            const padded_3 = padded[k324_2 + j18 + u18 + q + 2];
            const K1_3 = K1[i9 + u3 + 2];
            const K1_4 = K1[i9_2 + u3];
            const K1_5 = K1[i9_2 + u3 + 1];
            const K1_6 = K1[i9_2 + u3 + 2];
            const padded_4 = padded[k324_2 + j18 + u18 + q + 3];
            const padded_5 = padded[k324_2 + j18 + u18 + q + 4];
            const padded_6 = padded[k324_2 + j18 + u18 + q + 5];
            s1111 += padded_1 * K1_1 + padded_2 * K1_2 + padded_3 * K1_3;
            s1112 += padded_1 * K1_4 + padded_2 * K1_5 + padded_3 * K1_6;
            s1121 += padded_2 * K1_1 + padded_3 * K1_2 + padded_4 * K1_3;
            s1122 += padded_2 * K1_4 + padded_3 * K1_5 + padded_4 * K1_6;
            s1131 += padded_3 * K1_1 + padded_4 * K1_2 + padded_5 * K1_3;
            s1132 += padded_3 * K1_4 + padded_4 * K1_5 + padded_5 * K1_6;
            s1141 += padded_4 * K1_1 + padded_5 * K1_2 + padded_6 * K1_3;
            s1142 += padded_4 * K1_4 + padded_5 * K1_5 + padded_6 * K1_6;
          }
          const b1_1 = b1[i];
          const i256 = i * 256;
          relu2[k2048 + i256 + j16 + q] = Math.max(s1111 + b1_1, 0);
          const b1_2 = b1[i + 1];
          relu2[k2048 + i256 + j16 + q + 256] = Math.max(s1112 + b1_2, 0);
          relu2[k2048 + i256 + j16 + q + 1] = Math.max(s1121 + b1_1, 0);
          relu2[k2048 + i256 + j16 + q + 257] = Math.max(s1122 + b1_2, 0);
          relu2[k2048 + i256 + j16 + q + 2] = Math.max(s1131 + b1_1, 0);
          relu2[k2048 + i256 + j16 + q + 258] = Math.max(s1132 + b1_2, 0);
          relu2[k2048 + i256 + j16 + q + 3] = Math.max(s1141 + b1_1, 0);
          relu2[k2048 + i256 + j16 + q + 259] = Math.max(s1142 + b1_2, 0);
        }
      }
    }
  }

  for (let k = 0; k < size; k++) {
    const k512 = k * 512;
    const k2048 = k * 2048;

    // h1[i, j, k] = max l,q  relu2[i, 2 j + l - 2, 2 k + q - 2]   [line 12]
    for (let i = 0; i < 64; i++) {
      const i32 = i * 32;
      const i8 = i * 8;
      for (let j = 0; j < 8; j++) {
        h1[k512 + i8 + j] = Math.max(relu2[k2048 + i32 + j * 2], relu2[k2048 + i32 + j * 2 + 1], relu2[k2048 + i32 + j * 2 + 16], relu2[k2048 + i32 + j * 2 + 17]);
      }
    }
  }

  // relu2_2 = relu({[i, j, k] ↦ Σ l,q,r  h1[l, j + q - 1, k + r - 1] * K2[i, l, q, r]} + b2)   [line 13]
  for (let k = 0; k < size; k++) {
    const k512_2 = k * 512;
    const k576 = k * 576;
    for (let j = 0; j < 6; j++) {
      const j8 = j * 8;
      const j6 = j * 6;
      for (let q = 0; q < 4; q += 4) {
        for (let i = 0; i < 16; i += 2) {
          let s1111 = 0, s1112 = 0, s1121 = 0, s1122 = 0, s1131 = 0, s1132 = 0, s1141 = 0, s1142 = 0;
          const i72 = i * 72;
          const i72_2 = i72 + 72;
          for (let u = 0; u < 8; u++) {
            const u64 = u * 64;
            const u9 = u * 9;
            for (let v = 0; v < 3; v++) {
              const v8 = v * 8;
              const h1_1 = h1[k512_2 + u64 + j8 + v8 + q];
              const v3 = v * 3;
              const K2_1 = K2[i72 + u9 + v3];
              const h1_2 = h1[k512_2 + u64 + j8 + v8 + q + 1];
              const K2_2 = K2[i72 + u9 + v3 + 1];
              const h1_3 = h1[k512_2 + u64 + j8 + v8 + q + 2];
              const K2_3 = K2[i72 + u9 + v3 + 2];
              const K2_4 = K2[i72_2 + u9 + v3];
              const K2_5 = K2[i72_2 + u9 + v3 + 1];
              const K2_6 = K2[i72_2 + u9 + v3 + 2];
              const h1_4 = h1[k512_2 + u64 + j8 + v8 + q + 3];
              const h1_5 = h1[k512_2 + u64 + j8 + v8 + q + 4];
              const h1_6 = h1[k512_2 + u64 + j8 + v8 + q + 5];
              s1111 += h1_1 * K2_1 + h1_2 * K2_2 + h1_3 * K2_3;
              s1112 += h1_1 * K2_4 + h1_2 * K2_5 + h1_3 * K2_6;
              s1121 += h1_2 * K2_1 + h1_3 * K2_2 + h1_4 * K2_3;
              s1122 += h1_2 * K2_4 + h1_3 * K2_5 + h1_4 * K2_6;
              s1131 += h1_3 * K2_1 + h1_4 * K2_2 + h1_5 * K2_3;
              s1132 += h1_3 * K2_4 + h1_4 * K2_5 + h1_5 * K2_6;
              s1141 += h1_4 * K2_1 + h1_5 * K2_2 + h1_6 * K2_3;
              s1142 += h1_4 * K2_4 + h1_5 * K2_5 + h1_6 * K2_6;
            }
          }
          const b2_1 = b2[i];
          const i36 = i * 36;
          relu2_2[k576 + i36 + j6 + q] = Math.max(s1111 + b2_1, 0);
          const b2_2 = b2[i + 1];
          relu2_2[k576 + i36 + j6 + q + 36] = Math.max(s1112 + b2_2, 0);
          relu2_2[k576 + i36 + j6 + q + 1] = Math.max(s1121 + b2_1, 0);
          relu2_2[k576 + i36 + j6 + q + 37] = Math.max(s1122 + b2_2, 0);
          relu2_2[k576 + i36 + j6 + q + 2] = Math.max(s1131 + b2_1, 0);
          relu2_2[k576 + i36 + j6 + q + 38] = Math.max(s1132 + b2_2, 0);
          relu2_2[k576 + i36 + j6 + q + 3] = Math.max(s1141 + b2_1, 0);
          relu2_2[k576 + i36 + j6 + q + 39] = Math.max(s1142 + b2_2, 0);
        }
      }
      for (let q = 4; q < 6; q += 2) {
        for (let i = 0; i < 16; i += 2) {
          let s1111_2 = 0, s1112_2 = 0, s1121_2 = 0, s1122_2 = 0;
          const i72_3 = i * 72;
          const i72_4 = i72_3 + 72;
          for (let u = 0; u < 8; u++) {
            const u64_2 = u * 64;
            const u9_2 = u * 9;
            for (let v = 0; v < 3; v++) {
              const v8_2 = v * 8;
              const h1_1_2 = h1[k512_2 + u64_2 + j8 + v8_2 + q];
              const v3_2 = v * 3;
              const K2_1_2 = K2[i72_3 + u9_2 + v3_2];
              const h1_2_2 = h1[k512_2 + u64_2 + j8 + v8_2 + q + 1];
              const K2_2_2 = K2[i72_3 + u9_2 + v3_2 + 1];
              const h1_3_2 = h1[k512_2 + u64_2 + j8 + v8_2 + q + 2];
              const K2_3_2 = K2[i72_3 + u9_2 + v3_2 + 2];
              const K2_4_2 = K2[i72_4 + u9_2 + v3_2];
              const K2_5_2 = K2[i72_4 + u9_2 + v3_2 + 1];
              const K2_6_2 = K2[i72_4 + u9_2 + v3_2 + 2];
              const h1_4_2 = h1[k512_2 + u64_2 + j8 + v8_2 + q + 3];
              s1111_2 += h1_1_2 * K2_1_2 + h1_2_2 * K2_2_2 + h1_3_2 * K2_3_2;
              s1112_2 += h1_1_2 * K2_4_2 + h1_2_2 * K2_5_2 + h1_3_2 * K2_6_2;
              s1121_2 += h1_2_2 * K2_1_2 + h1_3_2 * K2_2_2 + h1_4_2 * K2_3_2;
              s1122_2 += h1_2_2 * K2_4_2 + h1_3_2 * K2_5_2 + h1_4_2 * K2_6_2;
            }
          }
          const b2_1_2 = b2[i];
          const i36_2 = i * 36;
          relu2_2[k576 + i36_2 + j6 + q] = Math.max(s1111_2 + b2_1_2, 0);
          const b2_2_2 = b2[i + 1];
          relu2_2[k576 + i36_2 + j6 + q + 36] = Math.max(s1112_2 + b2_2_2, 0);
          relu2_2[k576 + i36_2 + j6 + q + 1] = Math.max(s1121_2 + b2_1_2, 0);
          relu2_2[k576 + i36_2 + j6 + q + 37] = Math.max(s1122_2 + b2_2_2, 0);
        }
      }
    }
  }

  for (let k = 0; k < size; k++) {
    const k144 = k * 144;
    const k576 = k * 576;

    // h2[i, j, k] = max l,q  relu2_2[i, 2 j + l - 2, 2 k + q - 2]   [line 13]
    for (let i = 0; i < 48; i++) {
      const i12 = i * 12;
      const i3 = i * 3;
      for (let j = 0; j < 3; j++) {
        h2[k144 + i3 + j] = Math.max(relu2_2[k576 + i12 + j * 2], relu2_2[k576 + i12 + j * 2 + 1], relu2_2[k576 + i12 + j * 2 + 6], relu2_2[k576 + i12 + j * 2 + 7]);
      }
    }
  }

  // add2 = W * flatten(h2) + b   [line 14]
  for (let k = 0; k < size; k += 4) {
    const k144_2 = k * 144;
    const k144_3 = k144_2 + 144;
    const k144_4 = k144_2 + 288;
    const k144_5 = k144_2 + 432;
    const k10 = k * 10;
    const k10_2 = k10 + 10;
    const k10_3 = k10 + 20;
    const k10_4 = k10 + 30;
    for (let i = 0; i < 10; i += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      const i144 = i * 144;
      const i144_2 = i144 + 144;
      for (let j = 0; j < 144; j++) {
        const W_1 = W[i144 + j];
        const h2_1 = h2[k144_2 + j];
        const W_2 = W[i144_2 + j];
        const h2_2 = h2[k144_3 + j];
        const h2_3 = h2[k144_4 + j];
        const h2_4 = h2[k144_5 + j];
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
    const k144 = k * 144;
    const k512 = k * 512;
    const k576 = k * 576;
    const k2048 = k * 2048;

    // argmax2[i, j, k] = argmax l,q  relu2_2[i, 2 j + l - 2, 2 k + q - 2]
    for (let i = 0; i < 48; i++) {
      const i12 = i * 12;
      const i3 = i * 3;
      for (let j = 0; j < 3; j++) {
        let best = -Infinity;
        let at = 0;
        const j2 = j * 2;
        for (let q = 0; q < 2; q++) {
          const q6 = q * 6;
          for (let u = 0; u < 2; u++) {
            const t = relu2_2[k576 + i12 + q6 + j2 + u];
            if (t > best) {
              best = t;
              at = q * 2 + u;
            }
          }
        }
        argmax2[k144 + i3 + j] = at;
      }
    }

    // argmax2_2[i, j, k] = argmax l,q  relu2[i, 2 j + l - 2, 2 k + q - 2]
    for (let i = 0; i < 64; i++) {
      const i32 = i * 32;
      const i8 = i * 8;
      for (let j = 0; j < 8; j++) {
        let best = -Infinity;
        let at = 0;
        const j2 = j * 2;
        for (let q = 0; q < 2; q++) {
          const q16 = q * 16;
          for (let u = 0; u < 2; u++) {
            const t = relu2[k2048 + i32 + q16 + j2 + u];
            if (t > best) {
              best = t;
              at = q * 2 + u;
            }
          }
        }
        argmax2_2[k512 + i8 + j] = at;
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

    // p = p_exp / sum   [line 14, output]
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

    // delta = p - c   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); line 14]
    const t2 = c[row];
    for (let i = 0; i < 10; i++) {
      delta[k10 + i] = p[k10 + i] - (t2 === i ? 1 : 0);
    }

    // db = Σn delta   [EQ3: ∂C/∂b = δ]
    for (let i = 0; i < 10; i++) {
      db[i] += delta[k10 + i];
    }
  }

  // dW = Σn outer(delta, flatten(h2))   [EQ4: ∂C/∂w = δ aᵀ; line 14]
  for (let j = 0; j < 144; j += 4) {
    for (let i = 0; i < 10; i += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k10_2 = k * 10;
        const delta_1 = delta[k10_2 + i];
        const k144_2 = k * 144;
        const h2_1 = h2[k144_2 + j];
        const delta_2 = delta[k10_2 + i + 1];
        const h2_2 = h2[k144_2 + j + 1];
        const h2_3 = h2[k144_2 + j + 2];
        const h2_4 = h2[k144_2 + j + 3];
        s11 += delta_1 * h2_1;
        s12 += delta_2 * h2_1;
        s21 += delta_1 * h2_2;
        s22 += delta_2 * h2_2;
        s31 += delta_1 * h2_3;
        s32 += delta_2 * h2_3;
        s41 += delta_1 * h2_4;
        s42 += delta_2 * h2_4;
      }
      const i144 = i * 144;
      dW[i144 + j] += s11;
      const i144_2 = i144 + 144;
      dW[i144_2 + j] += s12;
      dW[i144 + j + 1] += s21;
      dW[i144_2 + j + 1] += s22;
      dW[i144 + j + 2] += s31;
      dW[i144_2 + j + 2] += s32;
      dW[i144 + j + 3] += s41;
      dW[i144_2 + j + 3] += s42;
    }
  }

  // delta2 = share * (W' * delta)   [line 14]
  const share_1 = share[0];
  for (let k = 0; k < size; k += 3) {
    const k10_2 = k * 10;
    const k10_3 = k10_2 + 10;
    const k10_4 = k10_2 + 20;
    const k144_2 = k * 144;
    const k144_3 = k144_2 + 144;
    const k144_4 = k144_2 + 288;
    for (let i = 0; i < 144; i += 3) {
      let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
      for (let j = 0; j < 10; j++) {
        const delta_1 = delta[k10_2 + j];
        const j144 = j * 144;
        const W_1 = W[j144 + i];
        const W_2 = W[j144 + i + 1];
        const W_3 = W[j144 + i + 2];
        const delta_2 = delta[k10_3 + j];
        const delta_3 = delta[k10_4 + j];
        s11 += delta_1 * W_1;
        s12 += delta_1 * W_2;
        s13 += delta_1 * W_3;
        s21 += delta_2 * W_1;
        s22 += delta_2 * W_2;
        s23 += delta_2 * W_3;
        s31 += delta_3 * W_1;
        s32 += delta_3 * W_2;
        s33 += delta_3 * W_3;
      }
      delta2[k144_2 + i] = share_1 * s11;
      delta2[k144_2 + i + 1] = share_1 * s12;
      delta2[k144_2 + i + 2] = share_1 * s13;
      delta2[k144_3 + i] = share_1 * s21;
      delta2[k144_3 + i + 1] = share_1 * s22;
      delta2[k144_3 + i + 2] = share_1 * s23;
      delta2[k144_4 + i] = share_1 * s31;
      delta2[k144_4 + i + 1] = share_1 * s32;
      delta2[k144_4 + i + 2] = share_1 * s33;
    }
  }

  for (let k = 0; k < size; k++) {
    const k144 = k * 144;
    const k576 = k * 576;
    const k960 = k * 960;
    const k1600 = k * 1600;
    dh2_in.fill(0, k576, k576 + 576);

    // dh2_in[i, 2 j + k - 2, 2 l + q - 2] += dh2[i, j, l] * ([0, 1; 2, 3][k, q] == argmax2[i, j, l])   [max: the first largest element gets it; line 13]
    for (let i = 0; i < 16; i++) {
      const i9 = i * 9;
      const i36 = i * 36;
      for (let j = 0; j < 3; j++) {
        const j3 = j * 3;
        const j12 = j * 12;
        for (let q = 0; q < 2; q++) {
          const q2 = q * 2;
          const q6 = q * 6;
          for (let u = 0; u < 3; u++) {
            const t = delta2[k144 + i9 + j3 + u];
            const t2 = argmax2[k144 + i9 + j3 + u];
            const u2 = u * 2;
            for (let v = 0; v < 2; v++) {
              dh2_in[k576 + i36 + j12 + q6 + u2 + v] += t * (constant1[q2 + v] === t2 ? 1 : 0);
            }
          }
        }
      }
    }

    // delta3 = relu2_2 > 0 ? dh2_in : 0   [chain rule through relu: dx = y > 0 ? g : 0; line 13]
    for (let i = 0; i < 576; i++) {
      delta3[k576 + i] = relu2_2[k576 + i] > 0 ? dh2_in[k576 + i] : 0;
    }

    // padded2[i, j + 2, k] = delta3[i, j, k]
    for (let i = 0; i < 16; i++) {
      const i60 = i * 60;
      for (let j = 0; j < 2; j++) {
        const j6 = j * 6;
        for (let q = 0; q < 6; q++) {
          padded2[k960 + i60 + j6 + q] = 0;
        }
      }
    }
    for (let i = 0; i < 16; i++) {
      const i36 = i * 36;
      const i60 = i * 60;
      for (let j = 0; j < 6; j++) {
        const j6 = j * 6;
        for (let q = 0; q < 6; q++) {
          padded2[k960 + i60 + j6 + q + 12] = delta3[k576 + i36 + j6 + q];
        }
      }
    }
    for (let i = 0; i < 16; i++) {
      const i60 = i * 60;
      for (let j = 0; j < 2; j++) {
        const j6 = j * 6;
        for (let q = 0; q < 6; q++) {
          padded2[k960 + i60 + j6 + q + 48] = 0;
        }
      }
    }

    // padded3 = concat(zeros(16, 10, 2), padded2, zeros(16, 10, 2))
    for (let i = 0; i < 160; i++) {
      const i10 = i * 10;
      for (let j = 0; j < 2; j++) {
        padded3[k1600 + i10 + j] = 0;
      }
    }
    for (let i = 0; i < 160; i++) {
      const i6 = i * 6;
      const i10 = i * 10;
      for (let j = 0; j < 6; j++) {
        padded3[k1600 + i10 + j + 2] = padded2[k960 + i6 + j];
      }
    }
    for (let i = 0; i < 160; i++) {
      const i10 = i * 10;
      for (let j = 0; j < 2; j++) {
        padded3[k1600 + i10 + j + 8] = 0;
      }
    }
  }

  // dK2[i, j, k, l] = Σ n,q,r  delta3[i, q, r] * h1[j, k + q - 1, l + r - 1]   [a sum of products with respect to K2: the other factor times the cotangent; line 13]
  for (let q = 0; q < 3; q++) {
    const q8 = q * 8;
    const q3 = q * 3;
    for (let u = 0; u < 3; u++) {
      for (let j = 0; j < 8; j += 4) {
        const j64 = j * 64;
        const j9 = j * 9;
        for (let i = 0; i < 16; i += 2) {
          let s1111 = 0, s1112 = 0, s1121 = 0, s1122 = 0, s1131 = 0, s1132 = 0, s1141 = 0, s1142 = 0;
          const i36 = i * 36;
          for (let k = 0; k < size; k++) {
            const k576_2 = k * 576;
            const k512_2 = k * 512;
            for (let v = 0; v < 6; v++) {
              const v6 = v * 6;
              const v8 = v * 8;
              for (let w = 0; w < 6; w++) {
                const delta3_1 = delta3[k576_2 + i36 + v6 + w];
                const h1_1 = h1[k512_2 + j64 + q8 + v8 + u + w];
                const delta3_2 = delta3[k576_2 + i36 + v6 + w + 36];
                const h1_2 = h1[k512_2 + j64 + q8 + v8 + u + w + 64];
                const h1_3 = h1[k512_2 + j64 + q8 + v8 + u + w + 128];
                const h1_4 = h1[k512_2 + j64 + q8 + v8 + u + w + 192];
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
          const i72 = i * 72;
          into.K2[i72 + j9 + q3 + u] += s1111;
          const i72_2 = i72 + 72;
          into.K2[i72_2 + j9 + q3 + u] += s1112;
          into.K2[i72 + j9 + q3 + u + 9] += s1121;
          into.K2[i72_2 + j9 + q3 + u + 9] += s1122;
          into.K2[i72 + j9 + q3 + u + 18] += s1131;
          into.K2[i72_2 + j9 + q3 + u + 18] += s1132;
          into.K2[i72 + j9 + q3 + u + 27] += s1141;
          into.K2[i72_2 + j9 + q3 + u + 27] += s1142;
        }
      }
    }
  }

  // db2[i, 1, 1] = Σ n,j,k  delta3[i, j, k]   [the same for all examples: their cotangents add up]
  for (let i = 0; i < 16; i += 4) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
    const i36 = i * 36;
    for (let k = 0; k < size; k++) {
      const k576_2 = k * 576;
      for (let j = 0; j < 6; j++) {
        const j6 = j * 6;
        for (let q = 0; q < 6; q++) {
          s1 += delta3[k576_2 + i36 + j6 + q];
          s2 += delta3[k576_2 + i36 + j6 + q + 36];
          s3 += delta3[k576_2 + i36 + j6 + q + 72];
          s4 += delta3[k576_2 + i36 + j6 + q + 108];
        }
      }
    }
    into.b2[i] += s1;
    into.b2[i + 1] += s2;
    into.b2[i + 2] += s3;
    into.b2[i + 3] += s4;
  }

  // dh1[i, j, k] = Σ l,q,r  padded3[l, j - q + 3, k - r + 3] * K2[l, i, q, r]   [a sum of products with respect to h1: the other factor times the cotangent; line 13]
  for (let k = 0; k < size; k++) {
    const k1600_2 = k * 1600;
    const k512_2 = k * 512;
    for (let j = 0; j < 8; j++) {
      const j10 = j * 10;
      const j8 = j * 8;
      for (let q = 0; q < 8; q += 4) {
        for (let i = 0; i < 8; i += 2) {
          let s1111 = 0, s1112 = 0, s1121 = 0, s1122 = 0, s1131 = 0, s1132 = 0, s1141 = 0, s1142 = 0;
          const i9 = i * 9;
          for (let u = 0; u < 16; u++) {
            const u100 = u * 100;
            const u72 = u * 72;
            for (let v = 0; v < 3; v++) {
              const v10 = v * -10;
              const padded3_1 = padded3[k1600_2 + u100 + j10 + v10 + q + 22];
              const v3 = v * 3;
              const K2_1 = K2[u72 + i9 + v3];
              const padded3_2 = padded3[k1600_2 + u100 + j10 + v10 + q + 21];
              const K2_2 = K2[u72 + i9 + v3 + 1];
              const padded3_3 = padded3[k1600_2 + u100 + j10 + v10 + q + 20];
              const K2_3 = K2[u72 + i9 + v3 + 2];
              const K2_4 = K2[u72 + i9 + v3 + 9];
              const K2_5 = K2[u72 + i9 + v3 + 10];
              const K2_6 = K2[u72 + i9 + v3 + 11];
              const padded3_4 = padded3[k1600_2 + u100 + j10 + v10 + q + 23];
              const padded3_5 = padded3[k1600_2 + u100 + j10 + v10 + q + 24];
              const padded3_6 = padded3[k1600_2 + u100 + j10 + v10 + q + 25];
              s1111 += padded3_1 * K2_1 + padded3_2 * K2_2 + padded3_3 * K2_3;
              s1112 += padded3_1 * K2_4 + padded3_2 * K2_5 + padded3_3 * K2_6;
              s1121 += padded3_4 * K2_1 + padded3_1 * K2_2 + padded3_2 * K2_3;
              s1122 += padded3_4 * K2_4 + padded3_1 * K2_5 + padded3_2 * K2_6;
              s1131 += padded3_5 * K2_1 + padded3_4 * K2_2 + padded3_1 * K2_3;
              s1132 += padded3_5 * K2_4 + padded3_4 * K2_5 + padded3_1 * K2_6;
              s1141 += padded3_6 * K2_1 + padded3_5 * K2_2 + padded3_4 * K2_3;
              s1142 += padded3_6 * K2_4 + padded3_5 * K2_5 + padded3_4 * K2_6;
            }
          }
          const i64 = i * 64;
          dh1[k512_2 + i64 + j8 + q] = s1111;
          dh1[k512_2 + i64 + j8 + q + 64] = s1112;
          dh1[k512_2 + i64 + j8 + q + 1] = s1121;
          dh1[k512_2 + i64 + j8 + q + 65] = s1122;
          dh1[k512_2 + i64 + j8 + q + 2] = s1131;
          dh1[k512_2 + i64 + j8 + q + 66] = s1132;
          dh1[k512_2 + i64 + j8 + q + 3] = s1141;
          dh1[k512_2 + i64 + j8 + q + 67] = s1142;
        }
      }
    }
  }

  for (let k = 0; k < size; k++) {
    const k512 = k * 512;
    const k2048 = k * 2048;
    dh1_in.fill(0, k2048, k2048 + 2048);

    // dh1_in[i, 2 j + k - 2, 2 l + q - 2] += dh1[i, j, l] * ([0, 1; 2, 3][k, q] == argmax2_2[i, j, l])   [max: the first largest element gets it; line 12]
    for (let i = 0; i < 8; i++) {
      const i64 = i * 64;
      const i256 = i * 256;
      for (let j = 0; j < 8; j++) {
        const j8 = j * 8;
        const j32 = j * 32;
        for (let q = 0; q < 2; q++) {
          const q2 = q * 2;
          const q16 = q * 16;
          for (let u = 0; u < 8; u++) {
            const t = dh1[k512 + i64 + j8 + u];
            const t2 = argmax2_2[k512 + i64 + j8 + u];
            const u2 = u * 2;
            for (let v = 0; v < 2; v++) {
              dh1_in[k2048 + i256 + j32 + q16 + u2 + v] += t * (constant1[q2 + v] === t2 ? 1 : 0);
            }
          }
        }
      }
    }

    // delta4 = relu2 > 0 ? dh1_in : 0   [chain rule through relu: dx = y > 0 ? g : 0; line 12]
    for (let i = 0; i < 2048; i++) {
      delta4[k2048 + i] = relu2[k2048 + i] > 0 ? dh1_in[k2048 + i] : 0;
    }
  }
}

/** A part of `gradient`: grad_K1, grad_b1. */
function gradientPart3(into: Gradients, size: number): void {
  // dK1[i, j, k, l] = Σ n,q,r  delta4[i, q, r] * padded[j, k + q - 1, l + r - 1]   [a sum of products with respect to K1: the other factor times the cotangent; line 12]
  for (let q = 0; q < 3; q++) {
    for (let i = 0; i < 6; i += 3) {
      const i256 = i * 256;
      const i9 = i * 9;
      const i9_2 = i9 + 9;
      const i9_3 = i9 + 18;
      for (let j = 0; j < 3; j += 3) {
        let s111 = 0, s112 = 0, s113 = 0, s121 = 0, s122 = 0, s123 = 0, s131 = 0, s132 = 0, s133 = 0;
        const j18 = j * 18;
        for (let k = 0; k < size; k++) {
          const k2048 = k * 2048;
          const k324 = k * 324;
          for (let u = 0; u < 16; u++) {
            const u16 = u * 16;
            const u18 = u * 18;
            for (let v = 0; v < 16; v++) {
              const delta4_1 = delta4[k2048 + i256 + u16 + v];
              const padded_1 = padded[k324 + j18 + u18 + q + v];
              const padded_2 = padded[k324 + j18 + u18 + q + v + 18];
              const padded_3 = padded[k324 + j18 + u18 + q + v + 36];
              const delta4_2 = delta4[k2048 + i256 + u16 + v + 256];
              const delta4_3 = delta4[k2048 + i256 + u16 + v + 512];
              s111 += delta4_1 * padded_1;
              s112 += delta4_1 * padded_2;
              s113 += delta4_1 * padded_3;
              s121 += delta4_2 * padded_1;
              s122 += delta4_2 * padded_2;
              s123 += delta4_2 * padded_3;
              s131 += delta4_3 * padded_1;
              s132 += delta4_3 * padded_2;
              s133 += delta4_3 * padded_3;
            }
          }
        }
        const j3 = j * 3;
        into.K1[i9 + j3 + q] += s111;
        into.K1[i9 + j3 + q + 3] += s112;
        into.K1[i9 + j3 + q + 6] += s113;
        into.K1[i9_2 + j3 + q] += s121;
        into.K1[i9_2 + j3 + q + 3] += s122;
        into.K1[i9_2 + j3 + q + 6] += s123;
        into.K1[i9_3 + j3 + q] += s131;
        into.K1[i9_3 + j3 + q + 3] += s132;
        into.K1[i9_3 + j3 + q + 6] += s133;
      }
    }
    for (let i = 6; i < 8; i += 2) {
      const i256_2 = i * 256;
      const i9_4 = i * 9;
      const i9_5 = i9_4 + 9;
      for (let j = 0; j < 3; j += 3) {
        let s111_2 = 0, s112_2 = 0, s113_2 = 0, s121_2 = 0, s122_2 = 0, s123_2 = 0;
        const j18_2 = j * 18;
        for (let k = 0; k < size; k++) {
          const k2048_2 = k * 2048;
          const k324_2 = k * 324;
          for (let u = 0; u < 16; u++) {
            const u16_2 = u * 16;
            const u18_2 = u * 18;
            for (let v = 0; v < 16; v++) {
              const delta4_1_2 = delta4[k2048_2 + i256_2 + u16_2 + v];
              const padded_1_2 = padded[k324_2 + j18_2 + u18_2 + q + v];
              const padded_2_2 = padded[k324_2 + j18_2 + u18_2 + q + v + 18];
              const padded_3_2 = padded[k324_2 + j18_2 + u18_2 + q + v + 36];
              const delta4_2_2 = delta4[k2048_2 + i256_2 + u16_2 + v + 256];
              s111_2 += delta4_1_2 * padded_1_2;
              s112_2 += delta4_1_2 * padded_2_2;
              s113_2 += delta4_1_2 * padded_3_2;
              s121_2 += delta4_2_2 * padded_1_2;
              s122_2 += delta4_2_2 * padded_2_2;
              s123_2 += delta4_2_2 * padded_3_2;
            }
          }
        }
        const j3_2 = j * 3;
        into.K1[i9_4 + j3_2 + q] += s111_2;
        into.K1[i9_4 + j3_2 + q + 3] += s112_2;
        into.K1[i9_4 + j3_2 + q + 6] += s113_2;
        into.K1[i9_5 + j3_2 + q] += s121_2;
        into.K1[i9_5 + j3_2 + q + 3] += s122_2;
        into.K1[i9_5 + j3_2 + q + 6] += s123_2;
      }
    }
  }

  // db1[i, 1, 1] = Σ n,j,k  delta4[i, j, k]   [the same for all examples: their cotangents add up]
  for (let i = 0; i < 8; i += 4) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
    const i256 = i * 256;
    for (let k = 0; k < size; k++) {
      const k2048 = k * 2048;
      for (let j = 0; j < 16; j++) {
        const j16 = j * 16;
        for (let q = 0; q < 16; q++) {
          s1 += delta4[k2048 + i256 + j16 + q];
          s2 += delta4[k2048 + i256 + j16 + q + 256];
          s3 += delta4[k2048 + i256 + j16 + q + 512];
          s4 += delta4[k2048 + i256 + j16 + q + 768];
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
  // J = -(J_sum / m)   [line 15, loss]
  into.losses[0] = -(J_sum[0] / m);

  // dW = share * dW   [the mean over the batch]
  const t = share[0];
  for (let i = 0; i < 1440; i++) {
    into.W[i] = t * dW[i];
  }

  // db = share * db   [the mean over the batch]
  const t2 = share[0];
  for (let i = 0; i < 10; i++) {
    into.b[i] = t2 * db[i];
  }

  // loss = -(J_sum / m)   [line 15, loss]
  total[0] = into.losses[0];
}

/** One step of training on the examples `order[from … to)`: forward, backward, update; returns the loss before the update. */
export function step(params: Parameters, state: Floats, data: Examples, clock: Clock, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const m = to - from;
  stepPart(clock, m);
  J_sum.fill(0);
  db.fill(0);
  dW.fill(0);
  dK2.fill(0);
  db2.fill(0);
  dK1.fill(0);
  db1.fill(0);
  for (let first = from; first < to; first += 32) {
    const size = Math.min(32, to - first);
    for (let k = 0; k < size; k++) {
      const row = order === undefined ? first + k : order[first + k];
      rows[k] = row;
    }
    stepPart2(params, data, size);
    stepPart3(size);
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

/** A part of `step`: padded, relu, h1, relu2, h2, add, argmax and 21 more. */
function stepPart2(params: Parameters, data: Examples, size: number): void {
  const { K1, b1, K2, b2, W, b } = params;
  const { x, c } = data.columns;

  for (let k = 0; k < size; k++) {
    const row = rows[k];
    const row256 = row * 256;
    const k324 = k * 324;

    // padded[i, j + 1, k + 1] = x[i, j, k]
    for (let i = 0; i < 18; i++) {
      const i16 = i * 16;
      const i18 = i * 18;
      for (let j = 0; j < 18; j++) {
        padded[k324 + i18 + j] = i - 1 >= 0 && i - 1 < 16 && j - 1 >= 0 && j - 1 < 16 ? x[row256 + i16 + j - 17] : 0;
      }
    }
  }

  // relu2 = relu({[i, j, k] ↦ Σ l,q,r  padded[l, j + q - 1, k + r - 1] * K1[i, l, q, r]} + b1)   [line 12]
  for (let k = 0; k < size; k++) {
    const k324_2 = k * 324;
    const k2048 = k * 2048;
    for (let j = 0; j < 16; j++) {
      const j18 = j * 18;
      const j16 = j * 16;
      for (let q = 0; q < 16; q += 4) {
        for (let i = 0; i < 8; i += 2) {
          let s1111 = 0, s1112 = 0, s1121 = 0, s1122 = 0, s1131 = 0, s1132 = 0, s1141 = 0, s1142 = 0;
          const i9 = i * 9;
          const i9_2 = i9 + 9;
          for (let u = 0; u < 3; u++) {
            const u18 = u * 18;
            const padded_1 = padded[k324_2 + j18 + u18 + q];
            const u3 = u * 3;
            const K1_1 = K1[i9 + u3];
            const padded_2 = padded[k324_2 + j18 + u18 + q + 1];
            const K1_2 = K1[i9 + u3 + 1];
            const padded_3 = padded[k324_2 + j18 + u18 + q + 2];
            const K1_3 = K1[i9 + u3 + 2];
            const K1_4 = K1[i9_2 + u3];
            const K1_5 = K1[i9_2 + u3 + 1];
            const K1_6 = K1[i9_2 + u3 + 2];
            const padded_4 = padded[k324_2 + j18 + u18 + q + 3];
            const padded_5 = padded[k324_2 + j18 + u18 + q + 4];
            const padded_6 = padded[k324_2 + j18 + u18 + q + 5];
            s1111 += padded_1 * K1_1 + padded_2 * K1_2 + padded_3 * K1_3;
            s1112 += padded_1 * K1_4 + padded_2 * K1_5 + padded_3 * K1_6;
            s1121 += padded_2 * K1_1 + padded_3 * K1_2 + padded_4 * K1_3;
            s1122 += padded_2 * K1_4 + padded_3 * K1_5 + padded_4 * K1_6;
            s1131 += padded_3 * K1_1 + padded_4 * K1_2 + padded_5 * K1_3;
            s1132 += padded_3 * K1_4 + padded_4 * K1_5 + padded_5 * K1_6;
            s1141 += padded_4 * K1_1 + padded_5 * K1_2 + padded_6 * K1_3;
            s1142 += padded_4 * K1_4 + padded_5 * K1_5 + padded_6 * K1_6;
          }
          const b1_1 = b1[i];
          const i256 = i * 256;
          relu2[k2048 + i256 + j16 + q] = Math.max(s1111 + b1_1, 0);
          const b1_2 = b1[i + 1];
          relu2[k2048 + i256 + j16 + q + 256] = Math.max(s1112 + b1_2, 0);
          relu2[k2048 + i256 + j16 + q + 1] = Math.max(s1121 + b1_1, 0);
          relu2[k2048 + i256 + j16 + q + 257] = Math.max(s1122 + b1_2, 0);
          relu2[k2048 + i256 + j16 + q + 2] = Math.max(s1131 + b1_1, 0);
          relu2[k2048 + i256 + j16 + q + 258] = Math.max(s1132 + b1_2, 0);
          relu2[k2048 + i256 + j16 + q + 3] = Math.max(s1141 + b1_1, 0);
          relu2[k2048 + i256 + j16 + q + 259] = Math.max(s1142 + b1_2, 0);
        }
      }
    }
  }

  for (let k = 0; k < size; k++) {
    const k512 = k * 512;
    const k2048 = k * 2048;

    // h1[i, j, k] = max l,q  relu2[i, 2 j + l - 2, 2 k + q - 2]   [line 12]
    for (let i = 0; i < 64; i++) {
      const i32 = i * 32;
      const i8 = i * 8;
      for (let j = 0; j < 8; j++) {
        h1[k512 + i8 + j] = Math.max(relu2[k2048 + i32 + j * 2], relu2[k2048 + i32 + j * 2 + 1], relu2[k2048 + i32 + j * 2 + 16], relu2[k2048 + i32 + j * 2 + 17]);
      }
    }
  }

  // relu2_2 = relu({[i, j, k] ↦ Σ l,q,r  h1[l, j + q - 1, k + r - 1] * K2[i, l, q, r]} + b2)   [line 13]
  for (let k = 0; k < size; k++) {
    const k512_2 = k * 512;
    const k576 = k * 576;
    for (let j = 0; j < 6; j++) {
      const j8 = j * 8;
      const j6 = j * 6;
      for (let q = 0; q < 4; q += 4) {
        for (let i = 0; i < 16; i += 2) {
          let s1111 = 0, s1112 = 0, s1121 = 0, s1122 = 0, s1131 = 0, s1132 = 0, s1141 = 0, s1142 = 0;
          const i72 = i * 72;
          const i72_2 = i72 + 72;
          for (let u = 0; u < 8; u++) {
            const u64 = u * 64;
            const u9 = u * 9;
            for (let v = 0; v < 3; v++) {
              const v8 = v * 8;
              const h1_1 = h1[k512_2 + u64 + j8 + v8 + q];
              const v3 = v * 3;
              const K2_1 = K2[i72 + u9 + v3];
              const h1_2 = h1[k512_2 + u64 + j8 + v8 + q + 1];
              const K2_2 = K2[i72 + u9 + v3 + 1];
              const h1_3 = h1[k512_2 + u64 + j8 + v8 + q + 2];
              const K2_3 = K2[i72 + u9 + v3 + 2];
              const K2_4 = K2[i72_2 + u9 + v3];
              const K2_5 = K2[i72_2 + u9 + v3 + 1];
              const K2_6 = K2[i72_2 + u9 + v3 + 2];
              const h1_4 = h1[k512_2 + u64 + j8 + v8 + q + 3];
              const h1_5 = h1[k512_2 + u64 + j8 + v8 + q + 4];
              const h1_6 = h1[k512_2 + u64 + j8 + v8 + q + 5];
              s1111 += h1_1 * K2_1 + h1_2 * K2_2 + h1_3 * K2_3;
              s1112 += h1_1 * K2_4 + h1_2 * K2_5 + h1_3 * K2_6;
              s1121 += h1_2 * K2_1 + h1_3 * K2_2 + h1_4 * K2_3;
              s1122 += h1_2 * K2_4 + h1_3 * K2_5 + h1_4 * K2_6;
              s1131 += h1_3 * K2_1 + h1_4 * K2_2 + h1_5 * K2_3;
              s1132 += h1_3 * K2_4 + h1_4 * K2_5 + h1_5 * K2_6;
              s1141 += h1_4 * K2_1 + h1_5 * K2_2 + h1_6 * K2_3;
              s1142 += h1_4 * K2_4 + h1_5 * K2_5 + h1_6 * K2_6;
            }
          }
          const b2_1 = b2[i];
          const i36 = i * 36;
          relu2_2[k576 + i36 + j6 + q] = Math.max(s1111 + b2_1, 0);
          const b2_2 = b2[i + 1];
          relu2_2[k576 + i36 + j6 + q + 36] = Math.max(s1112 + b2_2, 0);
          relu2_2[k576 + i36 + j6 + q + 1] = Math.max(s1121 + b2_1, 0);
          relu2_2[k576 + i36 + j6 + q + 37] = Math.max(s1122 + b2_2, 0);
          relu2_2[k576 + i36 + j6 + q + 2] = Math.max(s1131 + b2_1, 0);
          relu2_2[k576 + i36 + j6 + q + 38] = Math.max(s1132 + b2_2, 0);
          relu2_2[k576 + i36 + j6 + q + 3] = Math.max(s1141 + b2_1, 0);
          relu2_2[k576 + i36 + j6 + q + 39] = Math.max(s1142 + b2_2, 0);
        }
      }
      for (let q = 4; q < 6; q += 2) {
        for (let i = 0; i < 16; i += 2) {
          let s1111_2 = 0, s1112_2 = 0, s1121_2 = 0, s1122_2 = 0;
          const i72_3 = i * 72;
          const i72_4 = i72_3 + 72;
          for (let u = 0; u < 8; u++) {
            const u64_2 = u * 64;
            const u9_2 = u * 9;
            for (let v = 0; v < 3; v++) {
              const v8_2 = v * 8;
              const h1_1_2 = h1[k512_2 + u64_2 + j8 + v8_2 + q];
              const v3_2 = v * 3;
              const K2_1_2 = K2[i72_3 + u9_2 + v3_2];
              const h1_2_2 = h1[k512_2 + u64_2 + j8 + v8_2 + q + 1];
              const K2_2_2 = K2[i72_3 + u9_2 + v3_2 + 1];
              const h1_3_2 = h1[k512_2 + u64_2 + j8 + v8_2 + q + 2];
              const K2_3_2 = K2[i72_3 + u9_2 + v3_2 + 2];
              const K2_4_2 = K2[i72_4 + u9_2 + v3_2];
              const K2_5_2 = K2[i72_4 + u9_2 + v3_2 + 1];
              const K2_6_2 = K2[i72_4 + u9_2 + v3_2 + 2];
              const h1_4_2 = h1[k512_2 + u64_2 + j8 + v8_2 + q + 3];
              s1111_2 += h1_1_2 * K2_1_2 + h1_2_2 * K2_2_2 + h1_3_2 * K2_3_2;
              s1112_2 += h1_1_2 * K2_4_2 + h1_2_2 * K2_5_2 + h1_3_2 * K2_6_2;
              s1121_2 += h1_2_2 * K2_1_2 + h1_3_2 * K2_2_2 + h1_4_2 * K2_3_2;
              s1122_2 += h1_2_2 * K2_4_2 + h1_3_2 * K2_5_2 + h1_4_2 * K2_6_2;
            }
          }
          const b2_1_2 = b2[i];
          const i36_2 = i * 36;
          relu2_2[k576 + i36_2 + j6 + q] = Math.max(s1111_2 + b2_1_2, 0);
          const b2_2_2 = b2[i + 1];
          relu2_2[k576 + i36_2 + j6 + q + 36] = Math.max(s1112_2 + b2_2_2, 0);
          relu2_2[k576 + i36_2 + j6 + q + 1] = Math.max(s1121_2 + b2_1_2, 0);
          relu2_2[k576 + i36_2 + j6 + q + 37] = Math.max(s1122_2 + b2_2_2, 0);
        }
      }
    }
  }

  for (let k = 0; k < size; k++) {
    const k144 = k * 144;
    const k576 = k * 576;

    // h2[i, j, k] = max l,q  relu2_2[i, 2 j + l - 2, 2 k + q - 2]   [line 13]
    for (let i = 0; i < 48; i++) {
      const i12 = i * 12;
      const i3 = i * 3;
      for (let j = 0; j < 3; j++) {
        h2[k144 + i3 + j] = Math.max(relu2_2[k576 + i12 + j * 2], relu2_2[k576 + i12 + j * 2 + 1], relu2_2[k576 + i12 + j * 2 + 6], relu2_2[k576 + i12 + j * 2 + 7]);
      }
    }
  }

  // add2 = W * flatten(h2) + b   [line 14]
  for (let k = 0; k < size; k += 4) {
    const k144_2 = k * 144;
    const k144_3 = k144_2 + 144;
    const k144_4 = k144_2 + 288;
    const k144_5 = k144_2 + 432;
    const k10 = k * 10;
    const k10_2 = k10 + 10;
    const k10_3 = k10 + 20;
    const k10_4 = k10 + 30;
    for (let i = 0; i < 10; i += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      const i144 = i * 144;
      const i144_2 = i144 + 144;
      for (let j = 0; j < 144; j++) {
        const W_1 = W[i144 + j];
        const h2_1 = h2[k144_2 + j];
        const W_2 = W[i144_2 + j];
        const h2_2 = h2[k144_3 + j];
        const h2_3 = h2[k144_4 + j];
        const h2_4 = h2[k144_5 + j];
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
    const k144 = k * 144;
    const k512 = k * 512;
    const k576 = k * 576;
    const k2048 = k * 2048;

    // argmax2[i, j, k] = argmax l,q  relu2_2[i, 2 j + l - 2, 2 k + q - 2]
    for (let i = 0; i < 48; i++) {
      const i12 = i * 12;
      const i3 = i * 3;
      for (let j = 0; j < 3; j++) {
        let best = -Infinity;
        let at = 0;
        const j2 = j * 2;
        for (let q = 0; q < 2; q++) {
          const q6 = q * 6;
          for (let u = 0; u < 2; u++) {
            const t = relu2_2[k576 + i12 + q6 + j2 + u];
            if (t > best) {
              best = t;
              at = q * 2 + u;
            }
          }
        }
        argmax2[k144 + i3 + j] = at;
      }
    }

    // argmax2_2[i, j, k] = argmax l,q  relu2[i, 2 j + l - 2, 2 k + q - 2]
    for (let i = 0; i < 64; i++) {
      const i32 = i * 32;
      const i8 = i * 8;
      for (let j = 0; j < 8; j++) {
        let best = -Infinity;
        let at = 0;
        const j2 = j * 2;
        for (let q = 0; q < 2; q++) {
          const q16 = q * 16;
          for (let u = 0; u < 2; u++) {
            const t = relu2[k2048 + i32 + q16 + j2 + u];
            if (t > best) {
              best = t;
              at = q * 2 + u;
            }
          }
        }
        argmax2_2[k512 + i8 + j] = at;
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

    // p = p_exp / sum   [line 14, output]
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

    // delta = p - c   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); line 14]
    const t2 = c[row];
    for (let i = 0; i < 10; i++) {
      delta[k10 + i] = p[k10 + i] - (t2 === i ? 1 : 0);
    }

    // db = Σn delta   [EQ3: ∂C/∂b = δ]
    for (let i = 0; i < 10; i++) {
      db[i] += delta[k10 + i];
    }
  }

  // dW = Σn outer(delta, flatten(h2))   [EQ4: ∂C/∂w = δ aᵀ; line 14]
  for (let j = 0; j < 144; j += 4) {
    for (let i = 0; i < 10; i += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k10_2 = k * 10;
        const delta_1 = delta[k10_2 + i];
        const k144_2 = k * 144;
        const h2_1 = h2[k144_2 + j];
        const delta_2 = delta[k10_2 + i + 1];
        const h2_2 = h2[k144_2 + j + 1];
        const h2_3 = h2[k144_2 + j + 2];
        const h2_4 = h2[k144_2 + j + 3];
        s11 += delta_1 * h2_1;
        s12 += delta_2 * h2_1;
        s21 += delta_1 * h2_2;
        s22 += delta_2 * h2_2;
        s31 += delta_1 * h2_3;
        s32 += delta_2 * h2_3;
        s41 += delta_1 * h2_4;
        s42 += delta_2 * h2_4;
      }
      const i144 = i * 144;
      dW[i144 + j] += s11;
      const i144_2 = i144 + 144;
      dW[i144_2 + j] += s12;
      dW[i144 + j + 1] += s21;
      dW[i144_2 + j + 1] += s22;
      dW[i144 + j + 2] += s31;
      dW[i144_2 + j + 2] += s32;
      dW[i144 + j + 3] += s41;
      dW[i144_2 + j + 3] += s42;
    }
  }

  // delta2 = share * (W' * delta)   [line 14]
  const share_1 = share[0];
  for (let k = 0; k < size; k += 3) {
    const k10_2 = k * 10;
    const k10_3 = k10_2 + 10;
    const k10_4 = k10_2 + 20;
    const k144_2 = k * 144;
    const k144_3 = k144_2 + 144;
    const k144_4 = k144_2 + 288;
    for (let i = 0; i < 144; i += 3) {
      let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
      for (let j = 0; j < 10; j++) {
        const delta_1 = delta[k10_2 + j];
        const j144 = j * 144;
        const W_1 = W[j144 + i];
        const W_2 = W[j144 + i + 1];
        const W_3 = W[j144 + i + 2];
        const delta_2 = delta[k10_3 + j];
        const delta_3 = delta[k10_4 + j];
        s11 += delta_1 * W_1;
        s12 += delta_1 * W_2;
        s13 += delta_1 * W_3;
        s21 += delta_2 * W_1;
        s22 += delta_2 * W_2;
        s23 += delta_2 * W_3;
        s31 += delta_3 * W_1;
        s32 += delta_3 * W_2;
        s33 += delta_3 * W_3;
      }
      delta2[k144_2 + i] = share_1 * s11;
      delta2[k144_2 + i + 1] = share_1 * s12;
      delta2[k144_2 + i + 2] = share_1 * s13;
      delta2[k144_3 + i] = share_1 * s21;
      delta2[k144_3 + i + 1] = share_1 * s22;
      delta2[k144_3 + i + 2] = share_1 * s23;
      delta2[k144_4 + i] = share_1 * s31;
      delta2[k144_4 + i + 1] = share_1 * s32;
      delta2[k144_4 + i + 2] = share_1 * s33;
    }
  }

  for (let k = 0; k < size; k++) {
    const k144 = k * 144;
    const k576 = k * 576;
    const k960 = k * 960;
    const k1600 = k * 1600;
    dh2_in.fill(0, k576, k576 + 576);

    // dh2_in[i, 2 j + k - 2, 2 l + q - 2] += dh2[i, j, l] * ([0, 1; 2, 3][k, q] == argmax2[i, j, l])   [max: the first largest element gets it; line 13]
    for (let i = 0; i < 16; i++) {
      const i9 = i * 9;
      const i36 = i * 36;
      for (let j = 0; j < 3; j++) {
        const j3 = j * 3;
        const j12 = j * 12;
        for (let q = 0; q < 2; q++) {
          const q2 = q * 2;
          const q6 = q * 6;
          for (let u = 0; u < 3; u++) {
            const t = delta2[k144 + i9 + j3 + u];
            const t2 = argmax2[k144 + i9 + j3 + u];
            const u2 = u * 2;
            for (let v = 0; v < 2; v++) {
              dh2_in[k576 + i36 + j12 + q6 + u2 + v] += t * (constant1[q2 + v] === t2 ? 1 : 0);
            }
          }
        }
      }
    }

    // delta3 = relu2_2 > 0 ? dh2_in : 0   [chain rule through relu: dx = y > 0 ? g : 0; line 13]
    for (let i = 0; i < 576; i++) {
      delta3[k576 + i] = relu2_2[k576 + i] > 0 ? dh2_in[k576 + i] : 0;
    }

    // padded2[i, j + 2, k] = delta3[i, j, k]
    for (let i = 0; i < 16; i++) {
      const i60 = i * 60;
      for (let j = 0; j < 2; j++) {
        const j6 = j * 6;
        for (let q = 0; q < 6; q++) {
          padded2[k960 + i60 + j6 + q] = 0;
        }
      }
    }
    for (let i = 0; i < 16; i++) {
      const i36 = i * 36;
      const i60 = i * 60;
      for (let j = 0; j < 6; j++) {
        const j6 = j * 6;
        for (let q = 0; q < 6; q++) {
          padded2[k960 + i60 + j6 + q + 12] = delta3[k576 + i36 + j6 + q];
        }
      }
    }
    for (let i = 0; i < 16; i++) {
      const i60 = i * 60;
      for (let j = 0; j < 2; j++) {
        const j6 = j * 6;
        for (let q = 0; q < 6; q++) {
          padded2[k960 + i60 + j6 + q + 48] = 0;
        }
      }
    }

    // padded3 = concat(zeros(16, 10, 2), padded2, zeros(16, 10, 2))
    for (let i = 0; i < 160; i++) {
      const i10 = i * 10;
      for (let j = 0; j < 2; j++) {
        padded3[k1600 + i10 + j] = 0;
      }
    }
    for (let i = 0; i < 160; i++) {
      const i6 = i * 6;
      const i10 = i * 10;
      for (let j = 0; j < 6; j++) {
        padded3[k1600 + i10 + j + 2] = padded2[k960 + i6 + j];
      }
    }
    for (let i = 0; i < 160; i++) {
      const i10 = i * 10;
      for (let j = 0; j < 2; j++) {
        padded3[k1600 + i10 + j + 8] = 0;
      }
    }
  }

  // dK2[i, j, k, l] = Σ n,q,r  delta3[i, q, r] * h1[j, k + q - 1, l + r - 1]   [a sum of products with respect to K2: the other factor times the cotangent; line 13]
  for (let q = 0; q < 3; q++) {
    const q8 = q * 8;
    const q3 = q * 3;
    for (let u = 0; u < 3; u++) {
      for (let j = 0; j < 8; j += 4) {
        const j64 = j * 64;
        const j9 = j * 9;
        for (let i = 0; i < 16; i += 2) {
          let s1111 = 0, s1112 = 0, s1121 = 0, s1122 = 0, s1131 = 0, s1132 = 0, s1141 = 0, s1142 = 0;
          const i36 = i * 36;
          for (let k = 0; k < size; k++) {
            const k576_2 = k * 576;
            const k512_2 = k * 512;
            for (let v = 0; v < 6; v++) {
              const v6 = v * 6;
              const v8 = v * 8;
              for (let w = 0; w < 6; w++) {
                const delta3_1 = delta3[k576_2 + i36 + v6 + w];
                const h1_1 = h1[k512_2 + j64 + q8 + v8 + u + w];
                const delta3_2 = delta3[k576_2 + i36 + v6 + w + 36];
                const h1_2 = h1[k512_2 + j64 + q8 + v8 + u + w + 64];
                const h1_3 = h1[k512_2 + j64 + q8 + v8 + u + w + 128];
                const h1_4 = h1[k512_2 + j64 + q8 + v8 + u + w + 192];
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
          const i72 = i * 72;
          dK2[i72 + j9 + q3 + u] += s1111;
          const i72_2 = i72 + 72;
          dK2[i72_2 + j9 + q3 + u] += s1112;
          dK2[i72 + j9 + q3 + u + 9] += s1121;
          dK2[i72_2 + j9 + q3 + u + 9] += s1122;
          dK2[i72 + j9 + q3 + u + 18] += s1131;
          dK2[i72_2 + j9 + q3 + u + 18] += s1132;
          dK2[i72 + j9 + q3 + u + 27] += s1141;
          dK2[i72_2 + j9 + q3 + u + 27] += s1142;
        }
      }
    }
  }

  // db2[i, 1, 1] = Σ n,j,k  delta3[i, j, k]   [the same for all examples: their cotangents add up]
  for (let i = 0; i < 16; i += 4) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
    const i36 = i * 36;
    for (let k = 0; k < size; k++) {
      const k576_2 = k * 576;
      for (let j = 0; j < 6; j++) {
        const j6 = j * 6;
        for (let q = 0; q < 6; q++) {
          s1 += delta3[k576_2 + i36 + j6 + q];
          s2 += delta3[k576_2 + i36 + j6 + q + 36];
          s3 += delta3[k576_2 + i36 + j6 + q + 72];
          s4 += delta3[k576_2 + i36 + j6 + q + 108];
        }
      }
    }
    db2[i] += s1;
    db2[i + 1] += s2;
    db2[i + 2] += s3;
    db2[i + 3] += s4;
  }

  // dh1[i, j, k] = Σ l,q,r  padded3[l, j - q + 3, k - r + 3] * K2[l, i, q, r]   [a sum of products with respect to h1: the other factor times the cotangent; line 13]
  for (let k = 0; k < size; k++) {
    const k1600_2 = k * 1600;
    const k512_2 = k * 512;
    for (let j = 0; j < 8; j++) {
      const j10 = j * 10;
      const j8 = j * 8;
      for (let q = 0; q < 8; q += 4) {
        for (let i = 0; i < 8; i += 2) {
          let s1111 = 0, s1112 = 0, s1121 = 0, s1122 = 0, s1131 = 0, s1132 = 0, s1141 = 0, s1142 = 0;
          const i9 = i * 9;
          for (let u = 0; u < 16; u++) {
            const u100 = u * 100;
            const u72 = u * 72;
            for (let v = 0; v < 3; v++) {
              const v10 = v * -10;
              const padded3_1 = padded3[k1600_2 + u100 + j10 + v10 + q + 22];
              const v3 = v * 3;
              const K2_1 = K2[u72 + i9 + v3];
              const padded3_2 = padded3[k1600_2 + u100 + j10 + v10 + q + 21];
              const K2_2 = K2[u72 + i9 + v3 + 1];
              const padded3_3 = padded3[k1600_2 + u100 + j10 + v10 + q + 20];
              const K2_3 = K2[u72 + i9 + v3 + 2];
              const K2_4 = K2[u72 + i9 + v3 + 9];
              const K2_5 = K2[u72 + i9 + v3 + 10];
              const K2_6 = K2[u72 + i9 + v3 + 11];
              const padded3_4 = padded3[k1600_2 + u100 + j10 + v10 + q + 23];
              const padded3_5 = padded3[k1600_2 + u100 + j10 + v10 + q + 24];
              const padded3_6 = padded3[k1600_2 + u100 + j10 + v10 + q + 25];
              s1111 += padded3_1 * K2_1 + padded3_2 * K2_2 + padded3_3 * K2_3;
              s1112 += padded3_1 * K2_4 + padded3_2 * K2_5 + padded3_3 * K2_6;
              s1121 += padded3_4 * K2_1 + padded3_1 * K2_2 + padded3_2 * K2_3;
              s1122 += padded3_4 * K2_4 + padded3_1 * K2_5 + padded3_2 * K2_6;
              s1131 += padded3_5 * K2_1 + padded3_4 * K2_2 + padded3_1 * K2_3;
              s1132 += padded3_5 * K2_4 + padded3_4 * K2_5 + padded3_1 * K2_6;
              s1141 += padded3_6 * K2_1 + padded3_5 * K2_2 + padded3_4 * K2_3;
              s1142 += padded3_6 * K2_4 + padded3_5 * K2_5 + padded3_4 * K2_6;
            }
          }
          const i64 = i * 64;
          dh1[k512_2 + i64 + j8 + q] = s1111;
          dh1[k512_2 + i64 + j8 + q + 64] = s1112;
          dh1[k512_2 + i64 + j8 + q + 1] = s1121;
          dh1[k512_2 + i64 + j8 + q + 65] = s1122;
          dh1[k512_2 + i64 + j8 + q + 2] = s1131;
          dh1[k512_2 + i64 + j8 + q + 66] = s1132;
          dh1[k512_2 + i64 + j8 + q + 3] = s1141;
          dh1[k512_2 + i64 + j8 + q + 67] = s1142;
        }
      }
    }
  }

  for (let k = 0; k < size; k++) {
    const k512 = k * 512;
    const k2048 = k * 2048;
    dh1_in.fill(0, k2048, k2048 + 2048);

    // dh1_in[i, 2 j + k - 2, 2 l + q - 2] += dh1[i, j, l] * ([0, 1; 2, 3][k, q] == argmax2_2[i, j, l])   [max: the first largest element gets it; line 12]
    for (let i = 0; i < 8; i++) {
      const i64 = i * 64;
      const i256 = i * 256;
      for (let j = 0; j < 8; j++) {
        const j8 = j * 8;
        const j32 = j * 32;
        for (let q = 0; q < 2; q++) {
          const q2 = q * 2;
          const q16 = q * 16;
          for (let u = 0; u < 8; u++) {
            const t = dh1[k512 + i64 + j8 + u];
            const t2 = argmax2_2[k512 + i64 + j8 + u];
            const u2 = u * 2;
            for (let v = 0; v < 2; v++) {
              dh1_in[k2048 + i256 + j32 + q16 + u2 + v] += t * (constant1[q2 + v] === t2 ? 1 : 0);
            }
          }
        }
      }
    }

    // delta4 = relu2 > 0 ? dh1_in : 0   [chain rule through relu: dx = y > 0 ? g : 0; line 12]
    for (let i = 0; i < 2048; i++) {
      delta4[k2048 + i] = relu2[k2048 + i] > 0 ? dh1_in[k2048 + i] : 0;
    }
  }
}

/** A part of `step`: dK1, db1. */
function stepPart3(size: number): void {
  // dK1[i, j, k, l] = Σ n,q,r  delta4[i, q, r] * padded[j, k + q - 1, l + r - 1]   [a sum of products with respect to K1: the other factor times the cotangent; line 12]
  for (let q = 0; q < 3; q++) {
    for (let i = 0; i < 6; i += 3) {
      const i256 = i * 256;
      const i9 = i * 9;
      const i9_2 = i9 + 9;
      const i9_3 = i9 + 18;
      for (let j = 0; j < 3; j += 3) {
        let s111 = 0, s112 = 0, s113 = 0, s121 = 0, s122 = 0, s123 = 0, s131 = 0, s132 = 0, s133 = 0;
        const j18 = j * 18;
        for (let k = 0; k < size; k++) {
          const k2048 = k * 2048;
          const k324 = k * 324;
          for (let u = 0; u < 16; u++) {
            const u16 = u * 16;
            const u18 = u * 18;
            for (let v = 0; v < 16; v++) {
              const delta4_1 = delta4[k2048 + i256 + u16 + v];
              const padded_1 = padded[k324 + j18 + u18 + q + v];
              const padded_2 = padded[k324 + j18 + u18 + q + v + 18];
              const padded_3 = padded[k324 + j18 + u18 + q + v + 36];
              const delta4_2 = delta4[k2048 + i256 + u16 + v + 256];
              const delta4_3 = delta4[k2048 + i256 + u16 + v + 512];
              s111 += delta4_1 * padded_1;
              s112 += delta4_1 * padded_2;
              s113 += delta4_1 * padded_3;
              s121 += delta4_2 * padded_1;
              s122 += delta4_2 * padded_2;
              s123 += delta4_2 * padded_3;
              s131 += delta4_3 * padded_1;
              s132 += delta4_3 * padded_2;
              s133 += delta4_3 * padded_3;
            }
          }
        }
        const j3 = j * 3;
        dK1[i9 + j3 + q] += s111;
        dK1[i9 + j3 + q + 3] += s112;
        dK1[i9 + j3 + q + 6] += s113;
        dK1[i9_2 + j3 + q] += s121;
        dK1[i9_2 + j3 + q + 3] += s122;
        dK1[i9_2 + j3 + q + 6] += s123;
        dK1[i9_3 + j3 + q] += s131;
        dK1[i9_3 + j3 + q + 3] += s132;
        dK1[i9_3 + j3 + q + 6] += s133;
      }
    }
    for (let i = 6; i < 8; i += 2) {
      const i256_2 = i * 256;
      const i9_4 = i * 9;
      const i9_5 = i9_4 + 9;
      for (let j = 0; j < 3; j += 3) {
        let s111_2 = 0, s112_2 = 0, s113_2 = 0, s121_2 = 0, s122_2 = 0, s123_2 = 0;
        const j18_2 = j * 18;
        for (let k = 0; k < size; k++) {
          const k2048_2 = k * 2048;
          const k324_2 = k * 324;
          for (let u = 0; u < 16; u++) {
            const u16_2 = u * 16;
            const u18_2 = u * 18;
            for (let v = 0; v < 16; v++) {
              const delta4_1_2 = delta4[k2048_2 + i256_2 + u16_2 + v];
              const padded_1_2 = padded[k324_2 + j18_2 + u18_2 + q + v];
              const padded_2_2 = padded[k324_2 + j18_2 + u18_2 + q + v + 18];
              const padded_3_2 = padded[k324_2 + j18_2 + u18_2 + q + v + 36];
              const delta4_2_2 = delta4[k2048_2 + i256_2 + u16_2 + v + 256];
              s111_2 += delta4_1_2 * padded_1_2;
              s112_2 += delta4_1_2 * padded_2_2;
              s113_2 += delta4_1_2 * padded_3_2;
              s121_2 += delta4_2_2 * padded_1_2;
              s122_2 += delta4_2_2 * padded_2_2;
              s123_2 += delta4_2_2 * padded_3_2;
            }
          }
        }
        const j3_2 = j * 3;
        dK1[i9_4 + j3_2 + q] += s111_2;
        dK1[i9_4 + j3_2 + q + 3] += s112_2;
        dK1[i9_4 + j3_2 + q + 6] += s113_2;
        dK1[i9_5 + j3_2 + q] += s121_2;
        dK1[i9_5 + j3_2 + q + 3] += s122_2;
        dK1[i9_5 + j3_2 + q + 6] += s123_2;
      }
    }
  }

  // db1[i, 1, 1] = Σ n,j,k  delta4[i, j, k]   [the same for all examples: their cotangents add up]
  for (let i = 0; i < 8; i += 4) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
    const i256 = i * 256;
    for (let k = 0; k < size; k++) {
      const k2048 = k * 2048;
      for (let j = 0; j < 16; j++) {
        const j16 = j * 16;
        for (let q = 0; q < 16; q++) {
          s1 += delta4[k2048 + i256 + j16 + q];
          s2 += delta4[k2048 + i256 + j16 + q + 256];
          s3 += delta4[k2048 + i256 + j16 + q + 512];
          s4 += delta4[k2048 + i256 + j16 + q + 768];
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

  // loss = -(J_sum / m)   [line 15, loss]
  total[0] = -(J_sum[0] / m);

  // v_K2⁺ = 0.9 * v_K2 - scale2 * dK2
  // K2⁺ = K2 + v_K2⁺
  const t = scale2[0];
  for (let i = 0; i < 1152; i++) {
    state[80 + i] = 0.9 * state[80 + i] - t * dK2[i];
    K2[i] += state[80 + i];
  }

  // v_b2⁺ = 0.9 * v_b2 - scale2 * db2
  // b2⁺ = b2 + v_b2⁺
  const t2 = scale2[0];
  for (let i = 0; i < 16; i++) {
    state[1232 + i] = 0.9 * state[1232 + i] - t2 * db2[i];
    b2[i] += state[1232 + i];
  }

  // v_W⁺ = 0.9 * v_W - scale3 * dW
  // W⁺ = W + v_W⁺
  const t3 = scale3[0];
  for (let i = 0; i < 1440; i++) {
    state[1248 + i] = 0.9 * state[1248 + i] - t3 * dW[i];
    W[i] += state[1248 + i];
  }

  // v_b⁺ = 0.9 * v_b - scale3 * db
  // b⁺ = b + v_b⁺
  const t4 = scale3[0];
  for (let i = 0; i < 10; i++) {
    state[2688 + i] = 0.9 * state[2688 + i] - t4 * db[i];
    b[i] += state[2688 + i];
  }

  // v_K1⁺ = 0.9 * v_K1 - scale2 * dK1
  // K1⁺ = K1 + v_K1⁺
  const t5 = scale2[0];
  for (let i = 0; i < 72; i++) {
    state[i] = 0.9 * state[i] - t5 * dK1[i];
    K1[i] += state[i];
  }

  // v_b1⁺ = 0.9 * v_b1 - scale2 * db1
  // b1⁺ = b1 + v_b1⁺
  const t6 = scale2[0];
  for (let i = 0; i < 8; i++) {
    state[72 + i] = 0.9 * state[72 + i] - t6 * db1[i];
    b1[i] += state[72 + i];
  }
}

/** The predictions for one example among others. */
export function predict(params: Parameters, data: Examples, row: number, into: Outputs = createOutputs()): Outputs {
  return forward(params, data.columns.x.subarray(row * 256, row * 256 + 256), into);
}
