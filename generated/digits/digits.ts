/**
 * digits: compiled by gradc 0.1.0 from digits.grad. Do not edit: change the spec and compile again.
 *
 * Spec        sha256 ba2e7fa957fa0ce6fd1e1683aa8bd08b5d9fc7743fea2625259a199fe4c1f89b
 * Parameters  17098: W1 (64 × 256), b1 vector of 64, W2 (10 × 64), b2 vector of 10
 * Precision   64-bit
 * Convention  loss and gradients are the mean over the batch; relu'(0) = 0
 * Stable form xlogy(d, softmax(z)) -> d .* logSoftmax(z)
 *
 * Operations of gradient, for one example (sums over the batch left out):
 *   forward 34277: 17118 add, 17034 multiply, 84 compare, 20 subtract, 10 divide, 10 exp, 1 log
 *   backward 18452: 17664 multiply, 640 add, 74 compare, 64 select, 10 subtract
 *
 * Schedule:
 *   forward  loops: 34236 scalar operations, more than 2500; 0 of 6 steps have at most 4 and are unrolled
 *     loops     h 32896, add 1290, max 10, p_in 20, sum 10, p 10
 *   evaluate  loops: 34315 scalar operations, more than 2500; 5 of 14 steps have at most 4 and are unrolled
 *     loops     h 32896, add 1290, max 10, sub 10, p_in 10, sum 10, p 10, accuracy 33, J_sum 41
 *     unrolled  log 1, accuracy_sum 1, J 2, accuracy2 1, loss 0
 *   gradient  loops: 86929 scalar operations, more than 2500; 4 of 23 steps have at most 4 and are unrolled
 *     loops     h 32896, add 1290, max 10, sub 10, p_in 10, sum 10, p 10, J_sum 41, delta 20, dh 1280, dh_in 128, dW1 32768, db1 64, dW2 1280, db2 10, grad_W1 16384, grad_b1 64, grad_W2 640, grad_b2 10
 *     unrolled  scale 1, log 1, J 2, loss 0
 *   step  loops: 138223 scalar operations, more than 2500; 3 of 26 steps have at most 4 and are unrolled
 *     loops     h 32896, add 1290, max 10, sub 10, p_in 10, sum 10, p 10, J_sum 41, delta 20, dh 1280, dh_in 128, dW1 32768, db1 64, dW2 1280, db2 10, v_W1 49152, W1 16384, v_b1 192, b1 64, v_W2 1920, W2 640, v_b2 30, b2 10
 *     unrolled  scale 1, log 1, loss 2
 *
 * parameters
 *   W1   64 × 256   he       # line 5
 *   b1   64         zeros    # line 6
 *   W2   10 × 64    glorot   # line 7
 *   b2   10         zeros    # line 8
 *
 * data
 *   x   256   input         # line 2
 *   c   10    label of 10   # line 3
 *
 * forward
 *   h = relu(W1 * x + b1)               64 per example       # line 10
 *   p = softmax(W2 * h + b2)            10 per example       # line 11, output
 *   t1 = c .* logSoftmax(W2 * h + b2)   10 per example
 *   J = -sum(t1)                        scalar per example   # line 12, loss
 *   accuracy = argmax(p) == argmax(c)   scalar per example   # line 14, metric
 *
 * mean over the batch of m examples
 *   J = -((Σn sum(t1)) / m)        scalar   # line 12, loss
 *   accuracy = (Σn accuracy) / m   scalar   # line 14, metric
 *
 * backward (constant factors come in last, with Σn)
 *   δ = p - c                        10 per example   # EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); chain rule through logSoftmax: dx = g - softmax(x) .* sum(g)
 *   dh = W2' * δ                     64 per example   # W2 * h with respect to h: the matrix transposed, times the cotangent
 *   dh_in = h > 0 ? dh : 0           64 per example   # EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); chain rule through relu: dx = y > 0 ? g : 0
 *   dW1 = 1/m * Σn outer(dh_in, x)   64 × 256         # EQ4: ∂C/∂w = δ aᵀ; W1 * x with respect to W1: outer product of the cotangent and the vector
 *   db1 = 1/m * Σn dh_in             64               # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
 *   dW2 = 1/m * Σn outer(δ, h)       10 × 64          # EQ4: ∂C/∂w = δ aᵀ; W2 * h with respect to W2: outer product of the cotangent and the vector
 *   db2 = 1/m * Σn δ                 10               # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
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
  readonly W2: Tensor<[10, 64]>;
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
  readonly W1: Tensor<[64, 256]>;
  readonly b1: Tensor<[64]>;
  readonly W2: Tensor<[10, 64]>;
  readonly b2: Tensor<[10]>;
  /** Each loss over the batch. */
  readonly losses: Floats;
}

/** Predictions for one example. */
export type Outputs = { readonly p: Tensor<[10]> };

/** What the module is: names, shapes, defaults and data of the spec. */
export const metadata = {
  name: "digits",
  hash: "ba2e7fa957fa0ce6fd1e1683aa8bd08b5d9fc7743fea2625259a199fe4c1f89b",
  version: "0.1.0",
  precision: "f64",
  parameters: [
    { name: "W1", shape: [64, 256], offset: 0, initial: { kind: "he" } },
    { name: "b1", shape: [64], offset: 16384, initial: { kind: "zeros" } },
    { name: "W2", shape: [10, 64], offset: 16448, initial: { kind: "glorot" } },
    { name: "b2", shape: [10], offset: 17088, initial: { kind: "zeros" } },
  ],
  columns: [{ name: "x", role: "input", shape: [256] }, { name: "c", role: "label", shape: [], classes: 10 }],
  hypers: [],
  losses: ["J"],
  metrics: ["accuracy"],
  outputs: [{ name: "p", shape: [10] }],
  reduction: "mean",
  data: { kind: "generator", name: "digits" },
  train: { optimizer: "momentum", rate: 0.05, batch: 32, epochs: 20, validation: 0.2, seed: 1 },
} as const;

/** Parameters as views on one flat array, zero where none is given. */
export function createParameters(flat: Floats = new Float64Array(17098)): Parameters {
  return {
    flat,
    W1: flat.subarray(0, 16384),
    b1: flat.subarray(16384, 16448),
    W2: flat.subarray(16448, 17088),
    b2: flat.subarray(17088, 17098),
  };
}

/** Initial parameters: the same numbers for the same seed. */
export function initialise(seed: number, params: Parameters = createParameters()): Parameters {
  for (let k = 0; k < 16384; k++) params.W1[k] = 0.08838834764831845 * normal(seed, 0, k);
  params.b1.fill(0);
  for (let k = 0; k < 640; k++) params.W2[k] = 0.2847473987257497 * (2 * uniform(seed, 2, k) - 1);
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
    W1: new Float64Array(16384),
    b1: new Float64Array(64),
    W2: new Float64Array(640),
    b2: new Float64Array(10),
    losses: new Float64Array(1),
  };
}

/** The state of the update rule, all zeros. */
export function createState(): Floats {
  return new Float64Array(17098);
}

const h = new Float64Array(64);

const add2 = new Float64Array(10);

const p_in = new Float64Array(10);

const sub2 = new Float64Array(10);

const p = new Float64Array(10);

const delta = new Float64Array(10);

const dh = new Float64Array(64);

const dh_in = new Float64Array(64);

const dW1 = new Float64Array(16384);

const db1 = new Float64Array(64);

const dW2 = new Float64Array(640);

const db2 = new Float64Array(10);

/** The predictions for one example. */
export function forward(params: Parameters, x: Vector<256>, into: Outputs = createOutputs()): Outputs {
  const { W1, b1, W2, b2 } = params;

  // h = relu(W1 * x + b1)   [line 10]
  for (let i = 0; i < 64; i++) {
    let s = 0;
    const i256 = i * 256;
    for (let j = 0; j < 256; j++) {
      s += W1[i256 + j] * x[j];
    }
    h[i] = Math.max(s + b1[i], 0);
  }

  // add2 = W2 * h + b2
  for (let i = 0; i < 10; i++) {
    let s2 = 0;
    const i64 = i * 64;
    for (let j = 0; j < 64; j++) {
      s2 += W2[i64 + j] * h[j];
    }
    add2[i] = s2 + b2[i];
  }

  // max = max(add2)
  let best = -Infinity;
  for (let i = 0; i < 10; i++) {
    best = Math.max(best, add2[i]);
  }
  const max = best;

  // p_in = exp(add2 - max)
  for (let i = 0; i < 10; i++) {
    p_in[i] = Math.exp(add2[i] - max);
  }

  // sum = sum(p_in)
  let s3 = 0;
  for (let i = 0; i < 10; i++) {
    s3 += p_in[i];
  }
  const sum = s3;

  // p = p_in / sum   [line 11, output]
  for (let i = 0; i < 10; i++) {
    into.p[i] = p_in[i] / sum;
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
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];
    const row256 = row * 256;

    // h = relu(W1 * x + b1)   [line 10]
    for (let i = 0; i < 64; i++) {
      let s = 0;
      const i256 = i * 256;
      for (let j = 0; j < 256; j++) {
        s += W1[i256 + j] * x[row256 + j];
      }
      h[i] = Math.max(s + b1[i], 0);
    }

    // add2 = W2 * h + b2
    for (let i = 0; i < 10; i++) {
      let s2 = 0;
      const i64 = i * 64;
      for (let j = 0; j < 64; j++) {
        s2 += W2[i64 + j] * h[j];
      }
      add2[i] = s2 + b2[i];
    }

    // max = max(add2)
    let best = -Infinity;
    for (let i = 0; i < 10; i++) {
      best = Math.max(best, add2[i]);
    }
    const max = best;

    // sub2 = add2 - max
    for (let i = 0; i < 10; i++) {
      sub2[i] = add2[i] - max;
    }

    // p_in = exp(sub2)
    for (let i = 0; i < 10; i++) {
      p_in[i] = Math.exp(sub2[i]);
    }

    // sum = sum(p_in)
    let s3 = 0;
    for (let i = 0; i < 10; i++) {
      s3 += p_in[i];
    }
    const sum = s3;

    // p = p_in / sum   [line 11, output]
    for (let i = 0; i < 10; i++) {
      p[i] = p_in[i] / sum;
    }

    // log = log(sum)
    const log = Math.log(sum);

    // accuracy = argmax(p) == argmax(c)   [line 14, metric]
    let best2 = -Infinity;
    let at = 0;
    for (let i = 0; i < 10; i++) {
      const t = p[i];
      if (t > best2) {
        best2 = t;
        at = i;
      }
    }
    let best3 = -Infinity;
    let at2 = 0;
    const t2 = c[row];
    for (let i = 0; i < 10; i++) {
      const t3 = t2 === i ? 1 : 0;
      if (t3 > best3) {
        best3 = t3;
        at2 = i;
      }
    }
    const accuracy = at + 1 === at2 + 1 ? 1 : 0;

    // J_sum = Σn sum(c .* (sub2 - log))
    let s4 = 0;
    const t4 = c[row];
    for (let i = 0; i < 10; i++) {
      s4 += (t4 === i ? 1 : 0) * (sub2[i] - log);
    }
    J_sum += s4;

    // accuracy_sum = Σn accuracy
    accuracy_sum += accuracy;
  }

  // J = -(J_sum / m)   [line 12, loss]
  const J = -(J_sum / m);
  report[0] = J;

  // accuracy2 = accuracy_sum / m   [line 14, metric]
  report[1] = accuracy_sum / m;
  return J;
}

/** The loss over the examples `order[from … to)` and its gradients, into `into`; returns the loss. */
export function gradient(params: Parameters, data: Examples, into: Gradients, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { W1, b1, W2, b2 } = params;
  const { x, c } = data.columns;
  const m = to - from;

  // scale = 1/m
  const scale = 1 / m;
  let J_sum = 0;
  dW1.fill(0);
  db1.fill(0);
  dW2.fill(0);
  db2.fill(0);
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];
    const row256 = row * 256;

    // h = relu(W1 * x + b1)   [line 10]
    for (let i = 0; i < 64; i++) {
      let s = 0;
      const i256 = i * 256;
      for (let j = 0; j < 256; j++) {
        s += W1[i256 + j] * x[row256 + j];
      }
      h[i] = Math.max(s + b1[i], 0);
    }

    // add2 = W2 * h + b2
    for (let i = 0; i < 10; i++) {
      let s2 = 0;
      const i64 = i * 64;
      for (let j = 0; j < 64; j++) {
        s2 += W2[i64 + j] * h[j];
      }
      add2[i] = s2 + b2[i];
    }

    // max = max(add2)
    let best = -Infinity;
    for (let i = 0; i < 10; i++) {
      best = Math.max(best, add2[i]);
    }
    const max = best;

    // sub2 = add2 - max
    for (let i = 0; i < 10; i++) {
      sub2[i] = add2[i] - max;
    }

    // p_in = exp(sub2)
    for (let i = 0; i < 10; i++) {
      p_in[i] = Math.exp(sub2[i]);
    }

    // sum = sum(p_in)
    let s3 = 0;
    for (let i = 0; i < 10; i++) {
      s3 += p_in[i];
    }
    const sum = s3;

    // p = p_in / sum   [line 11, output]
    for (let i = 0; i < 10; i++) {
      p[i] = p_in[i] / sum;
    }

    // log = log(sum)
    const log = Math.log(sum);

    // J_sum = Σn sum(c .* (sub2 - log))
    let s4 = 0;
    const t = c[row];
    for (let i = 0; i < 10; i++) {
      s4 += (t === i ? 1 : 0) * (sub2[i] - log);
    }
    J_sum += s4;

    // delta = p - c   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); line 11]
    const t2 = c[row];
    for (let i = 0; i < 10; i++) {
      delta[i] = p[i] - (t2 === i ? 1 : 0);
    }

    // dh = W2' * delta   [W2 * h with respect to h: the matrix transposed, times the cotangent; line 11]
    for (let i = 0; i < 64; i++) {
      let s5 = 0;
      for (let j = 0; j < 10; j++) {
        s5 += delta[j] * W2[j * 64 + i];
      }
      dh[i] = s5;
    }

    // dh_in = h > 0 ? dh : 0   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 10]
    for (let i = 0; i < 64; i++) {
      dh_in[i] = h[i] > 0 ? dh[i] : 0;
    }

    // dW1 = Σn outer(dh_in, x)   [EQ4: ∂C/∂w = δ aᵀ; line 10]
    for (let i = 0; i < 64; i++) {
      const t3 = dh_in[i];
      const i256_2 = i * 256;
      for (let j = 0; j < 256; j++) {
        dW1[i256_2 + j] += t3 * x[row256 + j];
      }
    }

    // db1 = Σn dh_in   [EQ3: ∂C/∂b = δ]
    for (let i = 0; i < 64; i++) {
      db1[i] += dh_in[i];
    }

    // dW2 = Σn outer(delta, h)   [EQ4: ∂C/∂w = δ aᵀ; line 11]
    for (let i = 0; i < 10; i++) {
      const t4 = delta[i];
      const i64_2 = i * 64;
      for (let j = 0; j < 64; j++) {
        dW2[i64_2 + j] += t4 * h[j];
      }
    }

    // db2 = Σn delta   [EQ3: ∂C/∂b = δ]
    for (let i = 0; i < 10; i++) {
      db2[i] += delta[i];
    }
  }

  // J = -(J_sum / m)   [line 12, loss]
  into.losses[0] = -(J_sum / m);

  // dW1 = scale * dW1   [the mean over the batch]
  for (let i = 0; i < 64; i++) {
    const i256_3 = i * 256;
    for (let j = 0; j < 256; j++) {
      into.W1[i256_3 + j] = scale * dW1[i256_3 + j];
    }
  }

  // db1 = scale * db1   [the mean over the batch]
  for (let i = 0; i < 64; i++) {
    into.b1[i] = scale * db1[i];
  }

  // dW2 = scale * dW2   [the mean over the batch]
  for (let i = 0; i < 10; i++) {
    const i64_3 = i * 64;
    for (let j = 0; j < 64; j++) {
      into.W2[i64_3 + j] = scale * dW2[i64_3 + j];
    }
  }

  // db2 = scale * db2   [the mean over the batch]
  for (let i = 0; i < 10; i++) {
    into.b2[i] = scale * db2[i];
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

  // scale = rate / m
  const scale = rate / m;
  let J_sum = 0;
  dW1.fill(0);
  db1.fill(0);
  dW2.fill(0);
  db2.fill(0);
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];
    const row256 = row * 256;

    // h = relu(W1 * x + b1)   [line 10]
    for (let i = 0; i < 64; i++) {
      let s = 0;
      const i256 = i * 256;
      for (let j = 0; j < 256; j++) {
        s += W1[i256 + j] * x[row256 + j];
      }
      h[i] = Math.max(s + b1[i], 0);
    }

    // add2 = W2 * h + b2
    for (let i = 0; i < 10; i++) {
      let s2 = 0;
      const i64 = i * 64;
      for (let j = 0; j < 64; j++) {
        s2 += W2[i64 + j] * h[j];
      }
      add2[i] = s2 + b2[i];
    }

    // max = max(add2)
    let best = -Infinity;
    for (let i = 0; i < 10; i++) {
      best = Math.max(best, add2[i]);
    }
    const max = best;

    // sub2 = add2 - max
    for (let i = 0; i < 10; i++) {
      sub2[i] = add2[i] - max;
    }

    // p_in = exp(sub2)
    for (let i = 0; i < 10; i++) {
      p_in[i] = Math.exp(sub2[i]);
    }

    // sum = sum(p_in)
    let s3 = 0;
    for (let i = 0; i < 10; i++) {
      s3 += p_in[i];
    }
    const sum = s3;

    // p = p_in / sum   [line 11, output]
    for (let i = 0; i < 10; i++) {
      p[i] = p_in[i] / sum;
    }

    // log = log(sum)
    const log = Math.log(sum);

    // J_sum = Σn sum(c .* (sub2 - log))
    let s4 = 0;
    const t = c[row];
    for (let i = 0; i < 10; i++) {
      s4 += (t === i ? 1 : 0) * (sub2[i] - log);
    }
    J_sum += s4;

    // delta = p - c   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); line 11]
    const t2 = c[row];
    for (let i = 0; i < 10; i++) {
      delta[i] = p[i] - (t2 === i ? 1 : 0);
    }

    // dh = W2' * delta   [W2 * h with respect to h: the matrix transposed, times the cotangent; line 11]
    for (let i = 0; i < 64; i++) {
      let s5 = 0;
      for (let j = 0; j < 10; j++) {
        s5 += delta[j] * W2[j * 64 + i];
      }
      dh[i] = s5;
    }

    // dh_in = h > 0 ? dh : 0   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 10]
    for (let i = 0; i < 64; i++) {
      dh_in[i] = h[i] > 0 ? dh[i] : 0;
    }

    // dW1 = Σn outer(dh_in, x)   [EQ4: ∂C/∂w = δ aᵀ; line 10]
    for (let i = 0; i < 64; i++) {
      const t3 = dh_in[i];
      const i256_2 = i * 256;
      for (let j = 0; j < 256; j++) {
        dW1[i256_2 + j] += t3 * x[row256 + j];
      }
    }

    // db1 = Σn dh_in   [EQ3: ∂C/∂b = δ]
    for (let i = 0; i < 64; i++) {
      db1[i] += dh_in[i];
    }

    // dW2 = Σn outer(delta, h)   [EQ4: ∂C/∂w = δ aᵀ; line 11]
    for (let i = 0; i < 10; i++) {
      const t4 = delta[i];
      const i64_2 = i * 64;
      for (let j = 0; j < 64; j++) {
        dW2[i64_2 + j] += t4 * h[j];
      }
    }

    // db2 = Σn delta   [EQ3: ∂C/∂b = δ]
    for (let i = 0; i < 10; i++) {
      db2[i] += delta[i];
    }
  }

  // loss = -(J_sum / m)   [line 12, loss]
  const loss = -(J_sum / m);

  // new v_W1 = 0.9 * v_W1 - scale * dW1
  for (let i = 0; i < 64; i++) {
    const i256_3 = i * 256;
    for (let j = 0; j < 256; j++) {
      state[i256_3 + j] = 0.9 * state[i256_3 + j] - scale * dW1[i256_3 + j];
    }
  }

  // new W1 = W1 + (0.9 * v_W1 - scale * dW1)
  for (let i = 0; i < 64; i++) {
    const i256_4 = i * 256;
    for (let j = 0; j < 256; j++) {
      W1[i256_4 + j] += state[i256_4 + j];
    }
  }

  // new v_b1 = 0.9 * v_b1 - scale * db1
  for (let i = 0; i < 64; i++) {
    state[16384 + i] = 0.9 * state[16384 + i] - scale * db1[i];
  }

  // new b1 = b1 + (0.9 * v_b1 - scale * db1)
  for (let i = 0; i < 64; i++) {
    b1[i] += state[16384 + i];
  }

  // new v_W2 = 0.9 * v_W2 - scale * dW2
  for (let i = 0; i < 10; i++) {
    const i64_3 = i * 64;
    for (let j = 0; j < 64; j++) {
      state[16448 + i64_3 + j] = 0.9 * state[16448 + i64_3 + j] - scale * dW2[i64_3 + j];
    }
  }

  // new W2 = W2 + (0.9 * v_W2 - scale * dW2)
  for (let i = 0; i < 10; i++) {
    const i64_4 = i * 64;
    for (let j = 0; j < 64; j++) {
      W2[i64_4 + j] += state[16448 + i64_4 + j];
    }
  }

  // new v_b2 = 0.9 * v_b2 - scale * db2
  for (let i = 0; i < 10; i++) {
    state[17088 + i] = 0.9 * state[17088 + i] - scale * db2[i];
  }

  // new b2 = b2 + (0.9 * v_b2 - scale * db2)
  for (let i = 0; i < 10; i++) {
    b2[i] += state[17088 + i];
  }
  return loss;
}

/** The predictions for one example among others. */
export function predict(params: Parameters, data: Examples, row: number, into: Outputs = createOutputs()): Outputs {
  return forward(params, data.columns.x.subarray(row * 256, row * 256 + 256), into);
}
