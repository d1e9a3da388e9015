/**
 * digits-or-none: compiled by gradc 0.1.0 from digits-or-none.grad. Do not edit: change the spec and compile again.
 *
 * Spec        sha256 ca4ea99e769f346a3ce39a513906d0b7b66deba4db34700289fa7b46fa9f4d4d
 * Parameters  34315: W1 (128 × 256), b1 vector of 128, W2 (11 × 128), b2 vector of 11
 * Precision   64-bit
 * Convention  loss and gradients are the mean over the batch; relu'(0) = 0
 * Stable form xlogy(d, softmax(z)) -> d .* logSoftmax(z)
 *
 * Operations of gradient, for one example (sums over the batch left out):
 *   forward 68719: 34337 add, 34187 multiply, 150 compare, 22 subtract, 11 divide, 11 exp, 1 log
 *   backward 37270: 35584 multiply, 1408 add, 139 compare, 128 select, 11 subtract
 *
 * Schedule:
 *   forward  loops: 68674 scalar operations, more than 2500; 0 of 6 steps have at most 4 and are unrolled
 *     loops     h 65792, add 2827, max 11, p_in 22, sum 11, p 11
 *   evaluate  loops: 68765 scalar operations, more than 2500; 9 of 19 steps have at most 4 and are unrolled
 *     loops     h 65792, add 2827, add2 23, max 11, sub 11, p_in 11, sum 11, p 11, accuracy_in 12, J_sum 45
 *     unrolled  log 1, accuracy 1, rejection 3, accuracy_sum 1, rejection_sum 1, J 2, accuracy2 1, rejection2 1, loss 0
 *   gradient  loops: 174623 scalar operations, more than 2500; 4 of 23 steps have at most 4 and are unrolled
 *     loops     h 65792, add 2827, max 11, sub 11, p_in 11, sum 11, p 11, J_sum 45, delta 22, dh 2816, dh_in 256, dW1 65536, db1 128, dW2 2816, db2 11, grad_W1 32768, grad_b1 128, grad_W2 1408, grad_b2 11
 *     unrolled  scale 1, log 1, J 2, loss 0
 *   step  loops: 277568 scalar operations, more than 2500; 3 of 26 steps have at most 4 and are unrolled
 *     loops     h 65792, add 2827, max 11, sub 11, p_in 11, sum 11, p 11, J_sum 45, delta 22, dh 2816, dh_in 256, dW1 65536, db1 128, dW2 2816, db2 11, v_W1 98304, W1 32768, v_b1 384, b1 128, v_W2 4224, W2 1408, v_b2 33, b2 11
 *     unrolled  scale 1, log 1, loss 2
 *
 * parameters
 *   W1   128 × 256   he       # line 5
 *   b1   128         zeros    # line 6
 *   W2   11 × 128    glorot   # line 7
 *   b2   11          zeros    # line 8
 *
 * data
 *   x   256   input         # line 2
 *   c   11    label of 11   # line 3
 *
 * forward
 *   h = relu(W1 * x + b1)                                128 per example      # line 10
 *   p = softmax(W2 * h + b2)                             11 per example       # line 11, output
 *   t1 = c .* logSoftmax(W2 * h + b2)                    11 per example
 *   J = -sum(t1)                                         scalar per example   # line 12, loss
 *   accuracy = argmax(p) == argmax(c)                    scalar per example   # line 14, metric
 *   rejection = (argmax(p) == 11) == (argmax(c) == 11)   scalar per example   # line 16, metric
 *
 * mean over the batch of m examples
 *   J = -((Σn sum(t1)) / m)          scalar   # line 12, loss
 *   accuracy = (Σn accuracy) / m     scalar   # line 14, metric
 *   rejection = (Σn rejection) / m   scalar   # line 16, metric
 *
 * backward (constant factors come in last, with Σn)
 *   δ = p - c                        11 per example    # EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); chain rule through logSoftmax: dx = g - softmax(x) .* sum(g)
 *   dh = W2' * δ                     128 per example   # W2 * h with respect to h: the matrix transposed, times the cotangent
 *   dh_in = h > 0 ? dh : 0           128 per example   # EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); chain rule through relu: dx = y > 0 ? g : 0
 *   dW1 = 1/m * Σn outer(dh_in, x)   128 × 256         # EQ4: ∂C/∂w = δ aᵀ; W1 * x with respect to W1: outer product of the cotangent and the vector
 *   db1 = 1/m * Σn dh_in             128               # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
 *   dW2 = 1/m * Σn outer(δ, h)       11 × 128          # EQ4: ∂C/∂w = δ aᵀ; W2 * h with respect to W2: outer product of the cotangent and the vector
 *   db2 = 1/m * Σn δ                 11                # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
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
  readonly W1: Tensor<[128, 256]>;
  readonly b1: Tensor<[128]>;
  readonly W2: Tensor<[11, 128]>;
  readonly b2: Tensor<[11]>;
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

/** In order: J, accuracy, rejection. */
export type Report = Floats;

/** Gradients of the loss. */
export interface Gradients {
  readonly W1: Tensor<[128, 256]>;
  readonly b1: Tensor<[128]>;
  readonly W2: Tensor<[11, 128]>;
  readonly b2: Tensor<[11]>;
  /** Each loss over the batch. */
  readonly losses: Floats;
}

/** Predictions for one example. */
export type Outputs = { readonly p: Tensor<[11]> };

/** What the module is: names, shapes, defaults and data of the spec. */
export const metadata = {
  name: "digits-or-none",
  hash: "ca4ea99e769f346a3ce39a513906d0b7b66deba4db34700289fa7b46fa9f4d4d",
  version: "0.1.0",
  precision: "f64",
  parameters: [
    { name: "W1", shape: [128, 256], offset: 0, initial: { kind: "he" } },
    { name: "b1", shape: [128], offset: 32768, initial: { kind: "zeros" } },
    { name: "W2", shape: [11, 128], offset: 32896, initial: { kind: "glorot" } },
    { name: "b2", shape: [11], offset: 34304, initial: { kind: "zeros" } },
  ],
  columns: [{ name: "x", role: "input", shape: [256] }, { name: "c", role: "label", shape: [], classes: 11 }],
  hypers: [],
  losses: ["J"],
  metrics: ["accuracy", "rejection"],
  outputs: [{ name: "p", shape: [11] }],
  reduction: "mean",
  data: { kind: "generator", name: "digits-or-none" },
  train: { optimizer: "momentum", rate: 0.05, batch: 32, epochs: 15, validation: 0.2, seed: 1 },
} as const;

/** Parameters as views on one flat array, zero where none is given. */
export function createParameters(flat: Floats = new Float64Array(34315)): Parameters {
  return {
    flat,
    W1: flat.subarray(0, 32768),
    b1: flat.subarray(32768, 32896),
    W2: flat.subarray(32896, 34304),
    b2: flat.subarray(34304, 34315),
  };
}

/** Initial parameters: the same numbers for the same seed. */
export function initialise(seed: number, params: Parameters = createParameters()): Parameters {
  for (let k = 0; k < 32768; k++) params.W1[k] = 0.08838834764831845 * normal(seed, 0, k);
  params.b1.fill(0);
  for (let k = 0; k < 1408; k++) params.W2[k] = 0.20776300831933311 * (2 * uniform(seed, 2, k) - 1);
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
    p: new Float64Array(11),
  };
}

/** Room for gradients. */
export function createGradients(_examples: number = 1): Gradients {
  return {
    W1: new Float64Array(32768),
    b1: new Float64Array(128),
    W2: new Float64Array(1408),
    b2: new Float64Array(11),
    losses: new Float64Array(1),
  };
}

/** The state of the update rule, all zeros. */
export function createState(): Floats {
  return new Float64Array(34315);
}

const h = new Float64Array(128);

const add2 = new Float64Array(11);

const p_in = new Float64Array(11);

const sub2 = new Float64Array(11);

const p = new Float64Array(11);

const delta = new Float64Array(11);

const dh = new Float64Array(128);

const dh_in = new Float64Array(128);

const dW1 = new Float64Array(32768);

const db1 = new Float64Array(128);

const dW2 = new Float64Array(1408);

const db2 = new Float64Array(11);

/** The predictions for one example. */
export function forward(params: Parameters, x: Vector<256>, into: Outputs = createOutputs()): Outputs {
  const { W1, b1, W2, b2 } = params;

  // h = relu(W1 * x + b1)   [line 10]
  for (let i = 0; i < 128; i++) {
    let s = 0;
    const i256 = i * 256;
    for (let j = 0; j < 256; j++) {
      s += W1[i256 + j] * x[j];
    }
    h[i] = Math.max(s + b1[i], 0);
  }

  // add2 = W2 * h + b2
  for (let i = 0; i < 11; i++) {
    let s2 = 0;
    const i128 = i * 128;
    for (let j = 0; j < 128; j++) {
      s2 += W2[i128 + j] * h[j];
    }
    add2[i] = s2 + b2[i];
  }

  // max = max(add2)
  let best = -Infinity;
  for (let i = 0; i < 11; i++) {
    best = Math.max(best, add2[i]);
  }
  const max = best;

  // p_in = exp(add2 - max)
  for (let i = 0; i < 11; i++) {
    p_in[i] = Math.exp(add2[i] - max);
  }

  // sum = sum(p_in)
  let s3 = 0;
  for (let i = 0; i < 11; i++) {
    s3 += p_in[i];
  }
  const sum = s3;

  // p = p_in / sum   [line 11, output]
  for (let i = 0; i < 11; i++) {
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
  let rejection_sum = 0;
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];
    const row256 = row * 256;

    // h = relu(W1 * x + b1)   [line 10]
    for (let i = 0; i < 128; i++) {
      let s = 0;
      const i256 = i * 256;
      for (let j = 0; j < 256; j++) {
        s += W1[i256 + j] * x[row256 + j];
      }
      h[i] = Math.max(s + b1[i], 0);
    }

    // add2 = W2 * h + b2
    for (let i = 0; i < 11; i++) {
      let s2 = 0;
      const i128 = i * 128;
      for (let j = 0; j < 128; j++) {
        s2 += W2[i128 + j] * h[j];
      }
      add2[i] = s2 + b2[i];
    }

    // add2 = argmax(c)
    let best = -Infinity;
    let at = 0;
    const t = c[row];
    for (let i = 0; i < 11; i++) {
      const t2 = t === i ? 1 : 0;
      if (t2 > best) {
        best = t2;
        at = i;
      }
    }
    const add2_2 = at + 1;

    // max = max(add2)
    let best2 = -Infinity;
    for (let i = 0; i < 11; i++) {
      best2 = Math.max(best2, add2[i]);
    }
    const max = best2;

    // sub2 = add2 - max
    for (let i = 0; i < 11; i++) {
      sub2[i] = add2[i] - max;
    }

    // p_in = exp(sub2)
    for (let i = 0; i < 11; i++) {
      p_in[i] = Math.exp(sub2[i]);
    }

    // sum = sum(p_in)
    let s3 = 0;
    for (let i = 0; i < 11; i++) {
      s3 += p_in[i];
    }
    const sum = s3;

    // p = p_in / sum   [line 11, output]
    for (let i = 0; i < 11; i++) {
      p[i] = p_in[i] / sum;
    }

    // log = log(sum)
    const log = Math.log(sum);

    // accuracy_in = argmax(p)
    let best3 = -Infinity;
    let at2 = 0;
    for (let i = 0; i < 11; i++) {
      const t3 = p[i];
      if (t3 > best3) {
        best3 = t3;
        at2 = i;
      }
    }
    const accuracy_in = at2 + 1;

    // accuracy = accuracy_in == add2   [line 14, metric]
    const accuracy = accuracy_in === add2_2 ? 1 : 0;

    // rejection = (accuracy_in == 11) == (add2 == 11)   [line 16, metric]
    const rejection = (accuracy_in === 11 ? 1 : 0) === (add2_2 === 11 ? 1 : 0) ? 1 : 0;

    // J_sum = Σn sum(c .* (sub2 - log))
    let s4 = 0;
    const t4 = c[row];
    for (let i = 0; i < 11; i++) {
      s4 += (t4 === i ? 1 : 0) * (sub2[i] - log);
    }
    J_sum += s4;

    // accuracy_sum = Σn accuracy
    accuracy_sum += accuracy;

    // rejection_sum = Σn rejection
    rejection_sum += rejection;
  }

  // J = -(J_sum / m)   [line 12, loss]
  const J = -(J_sum / m);
  report[0] = J;

  // accuracy2 = accuracy_sum / m   [line 14, metric]
  report[1] = accuracy_sum / m;

  // rejection2 = rejection_sum / m   [line 16, metric]
  report[2] = rejection_sum / m;
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
    for (let i = 0; i < 128; i++) {
      let s = 0;
      const i256 = i * 256;
      for (let j = 0; j < 256; j++) {
        s += W1[i256 + j] * x[row256 + j];
      }
      h[i] = Math.max(s + b1[i], 0);
    }

    // add2 = W2 * h + b2
    for (let i = 0; i < 11; i++) {
      let s2 = 0;
      const i128 = i * 128;
      for (let j = 0; j < 128; j++) {
        s2 += W2[i128 + j] * h[j];
      }
      add2[i] = s2 + b2[i];
    }

    // max = max(add2)
    let best = -Infinity;
    for (let i = 0; i < 11; i++) {
      best = Math.max(best, add2[i]);
    }
    const max = best;

    // sub2 = add2 - max
    for (let i = 0; i < 11; i++) {
      sub2[i] = add2[i] - max;
    }

    // p_in = exp(sub2)
    for (let i = 0; i < 11; i++) {
      p_in[i] = Math.exp(sub2[i]);
    }

    // sum = sum(p_in)
    let s3 = 0;
    for (let i = 0; i < 11; i++) {
      s3 += p_in[i];
    }
    const sum = s3;

    // p = p_in / sum   [line 11, output]
    for (let i = 0; i < 11; i++) {
      p[i] = p_in[i] / sum;
    }

    // log = log(sum)
    const log = Math.log(sum);

    // J_sum = Σn sum(c .* (sub2 - log))
    let s4 = 0;
    const t = c[row];
    for (let i = 0; i < 11; i++) {
      s4 += (t === i ? 1 : 0) * (sub2[i] - log);
    }
    J_sum += s4;

    // delta = p - c   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); line 11]
    const t2 = c[row];
    for (let i = 0; i < 11; i++) {
      delta[i] = p[i] - (t2 === i ? 1 : 0);
    }

    // dh = W2' * delta   [W2 * h with respect to h: the matrix transposed, times the cotangent; line 11]
    for (let i = 0; i < 128; i++) {
      let s5 = 0;
      for (let j = 0; j < 11; j++) {
        s5 += delta[j] * W2[j * 128 + i];
      }
      dh[i] = s5;
    }

    // dh_in = h > 0 ? dh : 0   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 10]
    for (let i = 0; i < 128; i++) {
      dh_in[i] = h[i] > 0 ? dh[i] : 0;
    }

    // dW1 = Σn outer(dh_in, x)   [EQ4: ∂C/∂w = δ aᵀ; line 10]
    for (let i = 0; i < 128; i++) {
      const t3 = dh_in[i];
      const i256_2 = i * 256;
      for (let j = 0; j < 256; j++) {
        dW1[i256_2 + j] += t3 * x[row256 + j];
      }
    }

    // db1 = Σn dh_in   [EQ3: ∂C/∂b = δ]
    for (let i = 0; i < 128; i++) {
      db1[i] += dh_in[i];
    }

    // dW2 = Σn outer(delta, h)   [EQ4: ∂C/∂w = δ aᵀ; line 11]
    for (let i = 0; i < 11; i++) {
      const t4 = delta[i];
      const i128_2 = i * 128;
      for (let j = 0; j < 128; j++) {
        dW2[i128_2 + j] += t4 * h[j];
      }
    }

    // db2 = Σn delta   [EQ3: ∂C/∂b = δ]
    for (let i = 0; i < 11; i++) {
      db2[i] += delta[i];
    }
  }

  // J = -(J_sum / m)   [line 12, loss]
  into.losses[0] = -(J_sum / m);

  // dW1 = scale * dW1   [the mean over the batch]
  for (let i = 0; i < 128; i++) {
    const i256_3 = i * 256;
    for (let j = 0; j < 256; j++) {
      into.W1[i256_3 + j] = scale * dW1[i256_3 + j];
    }
  }

  // db1 = scale * db1   [the mean over the batch]
  for (let i = 0; i < 128; i++) {
    into.b1[i] = scale * db1[i];
  }

  // dW2 = scale * dW2   [the mean over the batch]
  for (let i = 0; i < 11; i++) {
    const i128_3 = i * 128;
    for (let j = 0; j < 128; j++) {
      into.W2[i128_3 + j] = scale * dW2[i128_3 + j];
    }
  }

  // db2 = scale * db2   [the mean over the batch]
  for (let i = 0; i < 11; i++) {
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
    for (let i = 0; i < 128; i++) {
      let s = 0;
      const i256 = i * 256;
      for (let j = 0; j < 256; j++) {
        s += W1[i256 + j] * x[row256 + j];
      }
      h[i] = Math.max(s + b1[i], 0);
    }

    // add2 = W2 * h + b2
    for (let i = 0; i < 11; i++) {
      let s2 = 0;
      const i128 = i * 128;
      for (let j = 0; j < 128; j++) {
        s2 += W2[i128 + j] * h[j];
      }
      add2[i] = s2 + b2[i];
    }

    // max = max(add2)
    let best = -Infinity;
    for (let i = 0; i < 11; i++) {
      best = Math.max(best, add2[i]);
    }
    const max = best;

    // sub2 = add2 - max
    for (let i = 0; i < 11; i++) {
      sub2[i] = add2[i] - max;
    }

    // p_in = exp(sub2)
    for (let i = 0; i < 11; i++) {
      p_in[i] = Math.exp(sub2[i]);
    }

    // sum = sum(p_in)
    let s3 = 0;
    for (let i = 0; i < 11; i++) {
      s3 += p_in[i];
    }
    const sum = s3;

    // p = p_in / sum   [line 11, output]
    for (let i = 0; i < 11; i++) {
      p[i] = p_in[i] / sum;
    }

    // log = log(sum)
    const log = Math.log(sum);

    // J_sum = Σn sum(c .* (sub2 - log))
    let s4 = 0;
    const t = c[row];
    for (let i = 0; i < 11; i++) {
      s4 += (t === i ? 1 : 0) * (sub2[i] - log);
    }
    J_sum += s4;

    // delta = p - c   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); line 11]
    const t2 = c[row];
    for (let i = 0; i < 11; i++) {
      delta[i] = p[i] - (t2 === i ? 1 : 0);
    }

    // dh = W2' * delta   [W2 * h with respect to h: the matrix transposed, times the cotangent; line 11]
    for (let i = 0; i < 128; i++) {
      let s5 = 0;
      for (let j = 0; j < 11; j++) {
        s5 += delta[j] * W2[j * 128 + i];
      }
      dh[i] = s5;
    }

    // dh_in = h > 0 ? dh : 0   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 10]
    for (let i = 0; i < 128; i++) {
      dh_in[i] = h[i] > 0 ? dh[i] : 0;
    }

    // dW1 = Σn outer(dh_in, x)   [EQ4: ∂C/∂w = δ aᵀ; line 10]
    for (let i = 0; i < 128; i++) {
      const t3 = dh_in[i];
      const i256_2 = i * 256;
      for (let j = 0; j < 256; j++) {
        dW1[i256_2 + j] += t3 * x[row256 + j];
      }
    }

    // db1 = Σn dh_in   [EQ3: ∂C/∂b = δ]
    for (let i = 0; i < 128; i++) {
      db1[i] += dh_in[i];
    }

    // dW2 = Σn outer(delta, h)   [EQ4: ∂C/∂w = δ aᵀ; line 11]
    for (let i = 0; i < 11; i++) {
      const t4 = delta[i];
      const i128_2 = i * 128;
      for (let j = 0; j < 128; j++) {
        dW2[i128_2 + j] += t4 * h[j];
      }
    }

    // db2 = Σn delta   [EQ3: ∂C/∂b = δ]
    for (let i = 0; i < 11; i++) {
      db2[i] += delta[i];
    }
  }

  // loss = -(J_sum / m)   [line 12, loss]
  const loss = -(J_sum / m);

  // new v_W1 = 0.9 * v_W1 - scale * dW1
  for (let i = 0; i < 128; i++) {
    const i256_3 = i * 256;
    for (let j = 0; j < 256; j++) {
      state[i256_3 + j] = 0.9 * state[i256_3 + j] - scale * dW1[i256_3 + j];
    }
  }

  // new W1 = W1 + (0.9 * v_W1 - scale * dW1)
  for (let i = 0; i < 128; i++) {
    const i256_4 = i * 256;
    for (let j = 0; j < 256; j++) {
      W1[i256_4 + j] += state[i256_4 + j];
    }
  }

  // new v_b1 = 0.9 * v_b1 - scale * db1
  for (let i = 0; i < 128; i++) {
    state[32768 + i] = 0.9 * state[32768 + i] - scale * db1[i];
  }

  // new b1 = b1 + (0.9 * v_b1 - scale * db1)
  for (let i = 0; i < 128; i++) {
    b1[i] += state[32768 + i];
  }

  // new v_W2 = 0.9 * v_W2 - scale * dW2
  for (let i = 0; i < 11; i++) {
    const i128_3 = i * 128;
    for (let j = 0; j < 128; j++) {
      state[32896 + i128_3 + j] = 0.9 * state[32896 + i128_3 + j] - scale * dW2[i128_3 + j];
    }
  }

  // new W2 = W2 + (0.9 * v_W2 - scale * dW2)
  for (let i = 0; i < 11; i++) {
    const i128_4 = i * 128;
    for (let j = 0; j < 128; j++) {
      W2[i128_4 + j] += state[32896 + i128_4 + j];
    }
  }

  // new v_b2 = 0.9 * v_b2 - scale * db2
  for (let i = 0; i < 11; i++) {
    state[34304 + i] = 0.9 * state[34304 + i] - scale * db2[i];
  }

  // new b2 = b2 + (0.9 * v_b2 - scale * db2)
  for (let i = 0; i < 11; i++) {
    b2[i] += state[34304 + i];
  }
  return loss;
}

/** The predictions for one example among others. */
export function predict(params: Parameters, data: Examples, row: number, into: Outputs = createOutputs()): Outputs {
  return forward(params, data.columns.x.subarray(row * 256, row * 256 + 256), into);
}
