/**
 * softmax: compiled by gradc 0.1.0 from softmax.grad. Do not edit: change the spec and compile again.
 *
 * Spec        sha256 fee31976086e4967cc0932cbdfc11caa524f9037aa43bf9ad088d6afc92aa8a5
 * Parameters  15: W (3 × 4), b vector of 3
 * Precision   64-bit
 * Convention  loss and gradients are the mean over the batch
 * Stable form xlogy(d, softmax(z)) -> d .* logSoftmax(z)
 *
 * Operations of gradient, for one example (sums over the batch left out):
 *   forward 49: 16 add, 15 multiply, 6 subtract, 5 compare, 3 divide, 3 exp, 1 log
 *   backward 15: 12 multiply, 3 subtract
 *
 * Schedule:
 *   forward  unrolled: 42 scalar operations, at most 2500
 *   evaluate  unrolled: 72 scalar operations, at most 2500
 *   gradient  unrolled: 107 scalar operations, at most 2500
 *   step  unrolled: 152 scalar operations, at most 2500
 *
 * parameters
 *   W   3 × 4   glorot   # line 5
 *   b   3       zeros    # line 6
 *
 * data
 *   x   4   input        # line 2
 *   c   3   label of 3   # line 3
 *
 * forward
 *   s = W * x + b                    3 per example        # line 8
 *   p = softmax(s)                   3 per example        # line 9, output
 *   t1 = c .* logSoftmax(s)          3 per example
 *   J = -sum(t1)                     scalar per example   # line 10, loss
 *   right = argmax(p) == argmax(c)   scalar per example   # line 12, metric
 *
 * mean over the batch of m examples
 *   J = -((Σn sum(t1)) / m)   scalar   # line 10, loss
 *   right = (Σn right) / m    scalar   # line 12, metric
 *
 * backward (constant factors come in last, with Σn)
 *   ds = p - c                   3 per example   # EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); chain rule through logSoftmax: dx = g - softmax(x) .* sum(g)
 *   dW = 1/m * Σn outer(ds, x)   3 × 4           # EQ4: ∂C/∂w = δ aᵀ; W * x with respect to W: outer product of the cotangent and the vector
 *   db = 1/m * Σn ds             3               # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
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
  readonly W: Tensor<[3, 4]>;
  readonly b: Tensor<[3]>;
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

/** In order: J, right. */
export type Report = Floats;

/** Gradients of the loss. */
export interface Gradients {
  readonly W: Tensor<[3, 4]>;
  readonly b: Tensor<[3]>;
  /** Each loss over the batch. */
  readonly losses: Floats;
}

/** Predictions for one example. */
export type Outputs = { readonly p: Tensor<[3]> };

/** What the module is: names, shapes, defaults and data of the spec. */
export const metadata = {
  name: "softmax",
  hash: "fee31976086e4967cc0932cbdfc11caa524f9037aa43bf9ad088d6afc92aa8a5",
  version: "0.1.0",
  precision: "f64",
  parameters: [
    { name: "W", shape: [3, 4], offset: 0, initial: { kind: "glorot" } },
    { name: "b", shape: [3], offset: 12, initial: { kind: "zeros" } },
  ],
  columns: [{ name: "x", role: "input", shape: [4] }, { name: "c", role: "label", shape: [], classes: 3 }],
  hypers: [],
  losses: ["J"],
  metrics: ["right"],
  outputs: [{ name: "p", shape: [3] }],
  reduction: "mean",
  data: {
    kind: "rows",
    rows: [
      [5.1, 3.5, 1.4, 0.2, 0],
      [4.9, 3, 1.4, 0.2, 0],
      [5, 3.6, 1.3, 0.3, 0],
      [5.4, 3.8, 1.6, 0.4, 0],
      [4.7, 3.2, 1.4, 0.2, 0],
      [6.8, 2.9, 4.6, 1.5, 1],
      [6.3, 3.1, 4.6, 1.4, 1],
      [5.6, 2.7, 4.1, 1.2, 1],
      [6, 2.8, 4.4, 1.3, 1],
      [5.7, 2.9, 4.2, 1.2, 1],
      [6.4, 3.1, 5.9, 2.3, 2],
      [6.9, 3.2, 5.6, 2.4, 2],
      [7.2, 3, 6, 2.1, 2],
      [6.1, 2.9, 5.5, 2, 2],
      [6.6, 3.1, 5.3, 2.2, 2],
    ],
  },
  train: { optimizer: "momentum", rate: 0.02, batch: 5, epochs: 400, validation: 0, seed: 1 },
} as const;

/** Parameters as views on one flat array, zero where none is given. */
export function createParameters(flat: Floats = new Float64Array(15)): Parameters {
  return {
    flat,
    W: flat.subarray(0, 12),
    b: flat.subarray(12, 15),
  };
}

/** Initial parameters: the same numbers for the same seed. */
export function initialise(seed: number, params: Parameters = createParameters()): Parameters {
  for (let k = 0; k < 12; k++) params.W[k] = 0.9258200997725514 * (2 * uniform(seed, 0, k) - 1);
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
    W: new Float64Array(12),
    b: new Float64Array(3),
    losses: new Float64Array(1),
  };
}

/** The state of the update rule, all zeros. */
export function createState(): Floats {
  return new Float64Array(15);
}

/** The predictions for one example. */
export function forward(params: Parameters, x: Vector<4>, into: Outputs = createOutputs()): Outputs {
  const { W, b } = params;

  // s = W * x + b   [line 8]
  const x_1 = x[0];
  const x_2 = x[1];
  const x_3 = x[2];
  const x_4 = x[3];
  const s_1 = W[0] * x_1 + W[1] * x_2 + W[2] * x_3 + W[3] * x_4 + b[0];
  const s_2 = W[4] * x_1 + W[5] * x_2 + W[6] * x_3 + W[7] * x_4 + b[1];
  const s_3 = W[8] * x_1 + W[9] * x_2 + W[10] * x_3 + W[11] * x_4 + b[2];

  // max = max(s)
  const max = Math.max(s_1, s_2, s_3);

  // p_exp = exp(s - max)
  const p_exp_1 = Math.exp(s_1 - max);
  const p_exp_2 = Math.exp(s_2 - max);
  const p_exp_3 = Math.exp(s_3 - max);

  // sum = sum(p_exp)
  const sum = p_exp_1 + p_exp_2 + p_exp_3;

  // p = p_exp / sum   [line 9, output]
  into.p[0] = p_exp_1 / sum;
  into.p[1] = p_exp_2 / sum;
  into.p[2] = p_exp_3 / sum;
  return into;
}

/** Losses, then metrics, over the examples `order[from … to)`, as inference computes them, into `report`; returns the total loss. */
export function evaluate(params: Parameters, data: Examples, report: Report, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { W, b } = params;
  const { x, c } = data.columns;
  const m = to - from;
  let J_sum = 0;
  let right_sum = 0;
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];

    // s = W * x + b   [line 8]
    const x_1 = x[row * 4];
    const x_2 = x[row * 4 + 1];
    const x_3 = x[row * 4 + 2];
    const x_4 = x[row * 4 + 3];
    const s_1 = W[0] * x_1 + W[1] * x_2 + W[2] * x_3 + W[3] * x_4 + b[0];
    const s_2 = W[4] * x_1 + W[5] * x_2 + W[6] * x_3 + W[7] * x_4 + b[1];
    const s_3 = W[8] * x_1 + W[9] * x_2 + W[10] * x_3 + W[11] * x_4 + b[2];

    // max = max(s)
    const max = Math.max(s_1, s_2, s_3);

    // logSoftmax_in = s - max
    const logSoftmax_in_1 = s_1 - max;
    const logSoftmax_in_2 = s_2 - max;
    const logSoftmax_in_3 = s_3 - max;

    // p_exp = exp(logSoftmax_in)
    const p_exp_1 = Math.exp(logSoftmax_in_1);
    const p_exp_2 = Math.exp(logSoftmax_in_2);
    const p_exp_3 = Math.exp(logSoftmax_in_3);

    // sum = sum(p_exp)
    const sum = p_exp_1 + p_exp_2 + p_exp_3;

    // p = p_exp / sum   [line 9, output]
    const p_1 = p_exp_1 / sum;
    const p_2 = p_exp_2 / sum;
    const p_3 = p_exp_3 / sum;

    // log = log(sum)
    const log = Math.log(sum);

    // J_sum = Σn sum(c .* (logSoftmax_in - log))
    const c2 = c[row];
    const t = c2 === 0 ? 1 : 0;
    const t2 = c2 === 1 ? 1 : 0;
    const t3 = c2 === 2 ? 1 : 0;
    J_sum += t * (logSoftmax_in_1 - log) + t2 * (logSoftmax_in_2 - log) + t3 * (logSoftmax_in_3 - log);

    // right = argmax(p) == argmax(c)   [line 12, metric]
    const right = (p_3 > Math.max(p_1, p_2) ? 2 : (p_2 > p_1 ? 1 : 0)) + 1 === (t3 > Math.max(t, t2) ? 2 : (t2 > t ? 1 : 0)) + 1 ? 1 : 0;

    // right_sum = Σn right
    right_sum += right;
  }

  // J = -(J_sum / m)   [line 10, loss]
  const J = -(J_sum / m);
  report[0] = J;

  // right2 = right_sum / m   [line 12, metric]
  report[1] = right_sum / m;
  return J;
}

/** The loss over the examples `order[from … to)` and its gradients, into `into`; returns the loss. */
export function gradient(params: Parameters, data: Examples, into: Gradients, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { W, b } = params;
  const { x, c } = data.columns;
  const m = to - from;
  const share = 1 / m;
  let J_sum = 0;
  let dW_1_1 = 0, dW_1_2 = 0, dW_1_3 = 0, dW_1_4 = 0, dW_2_1 = 0, dW_2_2 = 0, dW_2_3 = 0, dW_2_4 = 0;
  let dW_3_1 = 0, dW_3_2 = 0, dW_3_3 = 0, dW_3_4 = 0;
  let db_1 = 0, db_2 = 0, db_3 = 0;
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];

    // s = W * x + b   [line 8]
    const x_1 = x[row * 4];
    const x_2 = x[row * 4 + 1];
    const x_3 = x[row * 4 + 2];
    const x_4 = x[row * 4 + 3];
    const s_1 = W[0] * x_1 + W[1] * x_2 + W[2] * x_3 + W[3] * x_4 + b[0];
    const s_2 = W[4] * x_1 + W[5] * x_2 + W[6] * x_3 + W[7] * x_4 + b[1];
    const s_3 = W[8] * x_1 + W[9] * x_2 + W[10] * x_3 + W[11] * x_4 + b[2];

    // max = max(s)
    const max = Math.max(s_1, s_2, s_3);

    // logSoftmax_in = s - max
    const logSoftmax_in_1 = s_1 - max;
    const logSoftmax_in_2 = s_2 - max;
    const logSoftmax_in_3 = s_3 - max;

    // p_exp = exp(logSoftmax_in)
    const p_exp_1 = Math.exp(logSoftmax_in_1);
    const p_exp_2 = Math.exp(logSoftmax_in_2);
    const p_exp_3 = Math.exp(logSoftmax_in_3);

    // sum = sum(p_exp)
    const sum = p_exp_1 + p_exp_2 + p_exp_3;

    // p = p_exp / sum   [line 9, output]
    const p_1 = p_exp_1 / sum;
    const p_2 = p_exp_2 / sum;
    const p_3 = p_exp_3 / sum;

    // log = log(sum)
    const log = Math.log(sum);

    // J_sum = Σn sum(c .* (logSoftmax_in - log))
    const c2 = c[row];
    const t = c2 === 0 ? 1 : 0;
    const t2 = c2 === 1 ? 1 : 0;
    const t3 = c2 === 2 ? 1 : 0;
    J_sum += t * (logSoftmax_in_1 - log) + t2 * (logSoftmax_in_2 - log) + t3 * (logSoftmax_in_3 - log);

    // ds = p - c   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); line 8]
    const ds_1 = p_1 - t;
    const ds_2 = p_2 - t2;
    const ds_3 = p_3 - t3;

    // dW = Σn outer(ds, x)   [EQ4: ∂C/∂w = δ aᵀ; line 8]
    dW_1_1 += ds_1 * x_1;
    dW_1_2 += ds_1 * x_2;
    dW_1_3 += ds_1 * x_3;
    dW_1_4 += ds_1 * x_4;
    dW_2_1 += ds_2 * x_1;
    dW_2_2 += ds_2 * x_2;
    dW_2_3 += ds_2 * x_3;
    dW_2_4 += ds_2 * x_4;
    dW_3_1 += ds_3 * x_1;
    dW_3_2 += ds_3 * x_2;
    dW_3_3 += ds_3 * x_3;
    dW_3_4 += ds_3 * x_4;

    // db = Σn ds   [EQ3: ∂C/∂b = δ]
    db_1 += ds_1;
    db_2 += ds_2;
    db_3 += ds_3;
  }

  // J = -(J_sum / m)   [line 10, loss]
  const J = -(J_sum / m);
  into.losses[0] = J;

  // dW = share * dW   [the mean over the batch]
  into.W[0] = share * dW_1_1;
  into.W[1] = share * dW_1_2;
  into.W[2] = share * dW_1_3;
  into.W[3] = share * dW_1_4;
  into.W[4] = share * dW_2_1;
  into.W[5] = share * dW_2_2;
  into.W[6] = share * dW_2_3;
  into.W[7] = share * dW_2_4;
  into.W[8] = share * dW_3_1;
  into.W[9] = share * dW_3_2;
  into.W[10] = share * dW_3_3;
  into.W[11] = share * dW_3_4;

  // db = share * db   [the mean over the batch]
  into.b[0] = share * db_1;
  into.b[1] = share * db_2;
  into.b[2] = share * db_3;
  return J;
}

/** One step of training on the examples `order[from … to)`: forward, backward, update; returns the loss before the update. */
export function step(params: Parameters, state: Floats, data: Examples, clock: Clock, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { W, b } = params;
  const { x, c } = data.columns;
  const { rate } = clock;
  const m = to - from;
  const stepSize = rate / m;
  let J_sum = 0;
  let dW_1_1 = 0, dW_1_2 = 0, dW_1_3 = 0, dW_1_4 = 0, dW_2_1 = 0, dW_2_2 = 0, dW_2_3 = 0, dW_2_4 = 0;
  let dW_3_1 = 0, dW_3_2 = 0, dW_3_3 = 0, dW_3_4 = 0;
  let db_1 = 0, db_2 = 0, db_3 = 0;
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];

    // s = W * x + b   [line 8]
    const x_1 = x[row * 4];
    const x_2 = x[row * 4 + 1];
    const x_3 = x[row * 4 + 2];
    const x_4 = x[row * 4 + 3];
    const s_1 = W[0] * x_1 + W[1] * x_2 + W[2] * x_3 + W[3] * x_4 + b[0];
    const s_2 = W[4] * x_1 + W[5] * x_2 + W[6] * x_3 + W[7] * x_4 + b[1];
    const s_3 = W[8] * x_1 + W[9] * x_2 + W[10] * x_3 + W[11] * x_4 + b[2];

    // max = max(s)
    const max = Math.max(s_1, s_2, s_3);

    // logSoftmax_in = s - max
    const logSoftmax_in_1 = s_1 - max;
    const logSoftmax_in_2 = s_2 - max;
    const logSoftmax_in_3 = s_3 - max;

    // p_exp = exp(logSoftmax_in)
    const p_exp_1 = Math.exp(logSoftmax_in_1);
    const p_exp_2 = Math.exp(logSoftmax_in_2);
    const p_exp_3 = Math.exp(logSoftmax_in_3);

    // sum = sum(p_exp)
    const sum = p_exp_1 + p_exp_2 + p_exp_3;

    // p = p_exp / sum   [line 9, output]
    const p_1 = p_exp_1 / sum;
    const p_2 = p_exp_2 / sum;
    const p_3 = p_exp_3 / sum;

    // log = log(sum)
    const log = Math.log(sum);

    // J_sum = Σn sum(c .* (logSoftmax_in - log))
    const c2 = c[row];
    const t = c2 === 0 ? 1 : 0;
    const t2 = c2 === 1 ? 1 : 0;
    const t3 = c2 === 2 ? 1 : 0;
    J_sum += t * (logSoftmax_in_1 - log) + t2 * (logSoftmax_in_2 - log) + t3 * (logSoftmax_in_3 - log);

    // ds = p - c   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); line 8]
    const ds_1 = p_1 - t;
    const ds_2 = p_2 - t2;
    const ds_3 = p_3 - t3;

    // dW = Σn outer(ds, x)   [EQ4: ∂C/∂w = δ aᵀ; line 8]
    dW_1_1 += ds_1 * x_1;
    dW_1_2 += ds_1 * x_2;
    dW_1_3 += ds_1 * x_3;
    dW_1_4 += ds_1 * x_4;
    dW_2_1 += ds_2 * x_1;
    dW_2_2 += ds_2 * x_2;
    dW_2_3 += ds_2 * x_3;
    dW_2_4 += ds_2 * x_4;
    dW_3_1 += ds_3 * x_1;
    dW_3_2 += ds_3 * x_2;
    dW_3_3 += ds_3 * x_3;
    dW_3_4 += ds_3 * x_4;

    // db = Σn ds   [EQ3: ∂C/∂b = δ]
    db_1 += ds_1;
    db_2 += ds_2;
    db_3 += ds_3;
  }

  // loss = -(J_sum / m)   [line 10, loss]
  const loss = -(J_sum / m);

  // v_W⁺ = 0.9 * v_W - stepSize * dW
  const v_W_1_1 = 0.9 * state[0] - stepSize * dW_1_1;
  state[0] = v_W_1_1;
  const v_W_1_2 = 0.9 * state[1] - stepSize * dW_1_2;
  state[1] = v_W_1_2;
  const v_W_1_3 = 0.9 * state[2] - stepSize * dW_1_3;
  state[2] = v_W_1_3;
  const v_W_1_4 = 0.9 * state[3] - stepSize * dW_1_4;
  state[3] = v_W_1_4;
  const v_W_2_1 = 0.9 * state[4] - stepSize * dW_2_1;
  state[4] = v_W_2_1;
  const v_W_2_2 = 0.9 * state[5] - stepSize * dW_2_2;
  state[5] = v_W_2_2;
  const v_W_2_3 = 0.9 * state[6] - stepSize * dW_2_3;
  state[6] = v_W_2_3;
  const v_W_2_4 = 0.9 * state[7] - stepSize * dW_2_4;
  state[7] = v_W_2_4;
  const v_W_3_1 = 0.9 * state[8] - stepSize * dW_3_1;
  state[8] = v_W_3_1;
  const v_W_3_2 = 0.9 * state[9] - stepSize * dW_3_2;
  state[9] = v_W_3_2;
  const v_W_3_3 = 0.9 * state[10] - stepSize * dW_3_3;
  state[10] = v_W_3_3;
  const v_W_3_4 = 0.9 * state[11] - stepSize * dW_3_4;
  state[11] = v_W_3_4;

  // W⁺ = W + v_W⁺
  W[0] += v_W_1_1;
  W[1] += v_W_1_2;
  W[2] += v_W_1_3;
  W[3] += v_W_1_4;
  W[4] += v_W_2_1;
  W[5] += v_W_2_2;
  W[6] += v_W_2_3;
  W[7] += v_W_2_4;
  W[8] += v_W_3_1;
  W[9] += v_W_3_2;
  W[10] += v_W_3_3;
  W[11] += v_W_3_4;

  // v_b⁺ = 0.9 * v_b - stepSize * db
  const v_b_1 = 0.9 * state[12] - stepSize * db_1;
  state[12] = v_b_1;
  const v_b_2 = 0.9 * state[13] - stepSize * db_2;
  state[13] = v_b_2;
  const v_b_3 = 0.9 * state[14] - stepSize * db_3;
  state[14] = v_b_3;

  // b⁺ = b + v_b⁺
  b[0] += v_b_1;
  b[1] += v_b_2;
  b[2] += v_b_3;
  return loss;
}

/** The predictions for one example among others. */
export function predict(params: Parameters, data: Examples, row: number, into: Outputs = createOutputs()): Outputs {
  return forward(params, data.columns.x.subarray(row * 4, row * 4 + 4), into);
}
