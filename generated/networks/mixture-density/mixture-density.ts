/**
 * mixture-density: compiled by gradc 0.1.0 from mixture-density.grad. Do not edit: change the spec and compile again.
 *
 * Spec        sha256 350d6b7fe5316cdcfe6bd6e9d038b2546e95d2fa6ba96a1fe9464e622d3545d6
 * Parameters  97: W1 vector of 8, b1 vector of 8, Wa (3 × 8), ba vector of 3, Wm (3 × 8), bm vector of 3, Ws (3 × 8), bs vector of 3
 * Precision   64-bit
 * Convention  loss and gradients are the mean over the batch
 * Stable form log(softmax(x)) -> logSoftmax(x)
 *             1 - square(tanh(x)) -> 2 / (2 + expm1(min(2 * abs(x), 709))) * (2 - 2 / (2 + expm1(min(2 * abs(x), 709))))
 *
 * Operations of gradient, for one example (sums over the batch left out):
 *   forward 277: 102 multiply, 96 add, 18 subtract, 14 divide, 12 compare, 9 exp, 8 abs, 8 expm1, 8 sign, 2 log
 *   backward 269: 177 multiply, 56 add, 22 subtract, 14 divide
 *
 * Schedule:
 *   forward  unrolled: 195 scalar operations, at most 2500
 *   evaluate  unrolled: 240 scalar operations, at most 2500
 *   gradient  unrolled: 808 scalar operations, at most 2500
 *   step  unrolled: 2148 scalar operations, at most 2500
 *
 * parameters
 *   W1   8       uniform           # line 5
 *   b1   8       zeros             # line 6
 *   Wa   3 × 8   glorot            # line 7
 *   ba   3       zeros             # line 8
 *   Wm   3 × 8   glorot            # line 9
 *   bm   3       [0.2, 0.5, 0.8]   # line 10
 *   Ws   3 × 8   glorot            # line 11
 *   bs   3       -1.5              # line 12
 *
 * data
 *   x   scalar   input    # line 2
 *   t   scalar   target   # line 3
 *
 * forward
 *   h = tanh(W1 * x + b1)                            8 per example        # line 14
 *   alpha = softmax(Wa * h + ba)                     3 per example        # line 15, output
 *   mu = Wm * h + bm                                 3 per example        # line 16, output
 *   s = Ws * h + bs                                  3 per example        # line 17
 *   sigma = exp(s)                                   3 per example        # line 18, output
 *   t1 = (t - mu) ./ sigma                           3 per example        # line 21
 *   logN = -0.5 * t1 .^ 2 - s - 0.9189385332046727   3 per example        # line 21
 *   t2 = logSoftmax(Wa * h + ba) + logN              3 per example        # line 22
 *   t3 = logsumexp(t2)                               scalar per example   # line 22
 *   J = -t3                                          scalar per example   # line 22, loss
 *
 * mean over the batch of m examples
 *   J = -((Σn t3) / m)   scalar   # line 22, loss
 *
 * backward (constant factors come in last, with Σn)
 *   dlogN_in = softmax(t2)          3 per example   # chain rule through logsumexp: dx = g .* softmax(x)
 *   dlogN = -(1/m * dlogN_in)       3 per example   # chain rule through logsumexp: dx = g .* softmax(x)
 *   δ2 = dlogN_in .* t1 ./ sigma    3 per example   # EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); chain rule through div: da = g / b
 *   dsigma = -(1/m * (δ2 .* t1))    3 per example   # chain rule through div: db = -(g / b * y)
 *   dmu = -(1/m * δ2)               3 per example   # a difference passes it on with a minus
 *   dsigma_in = δ2 .* t1 .* sigma   3 per example   # chain rule through exp: ∂sigma/∂s = sigma
 *   ds = dlogN_in - dsigma_in       3 per example   # EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); sum over every use of the value
 *   dh_in = Ws' * ds - Wm' * δ2     8 per example   # sum over every use of the value
 *   δ1 = alpha - dlogN_in           3 per example   # EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); chain rule through logSoftmax: dx = g - softmax(x) .* sum(g)
 *   dh = dh_in + Wa' * δ1           8 per example   # sum over every use of the value: Wa * h with respect to h: the matrix transposed, times the cotangent
 *   t4 = dh .* (1 - h .^ 2)         8 per example   # chain rule through tanh: ∂y/∂x = 1 - square(y)
 *   dW1 = 1/m * Σn t4 * x           8               # the same for all examples: their cotangents add up
 *   db1 = 1/m * Σn t4               8               # the same for all examples: their cotangents add up
 *   dWa = 1/m * Σn outer(δ1, h)     3 × 8           # EQ4: ∂C/∂w = δ aᵀ; Wa * h with respect to Wa: outer product of the cotangent and the vector
 *   dba = 1/m * Σn δ1               3               # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
 *   dWm = -1/m * Σn outer(δ2, h)    3 × 8           # EQ4: ∂C/∂w = δ aᵀ; Wm * h with respect to Wm: outer product of the cotangent and the vector
 *   dbm = -1/m * Σn δ2              3               # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
 *   dWs = 1/m * Σn outer(ds, h)     3 × 8           # EQ4: ∂C/∂w = δ aᵀ; Ws * h with respect to Ws: outer product of the cotangent and the vector
 *   dbs = 1/m * Σn ds               3               # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
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
  readonly W1: Tensor<[8]>;
  readonly b1: Tensor<[8]>;
  readonly Wa: Tensor<[3, 8]>;
  readonly ba: Tensor<[3]>;
  readonly Wm: Tensor<[3, 8]>;
  readonly bm: Tensor<[3]>;
  readonly Ws: Tensor<[3, 8]>;
  readonly bs: Tensor<[3]>;
}

/** The spec has no hyperparameters. */
export type Hyper = Record<string, never>;

/** Examples as columns: for each name its values, one example after the other. */
export interface Examples {
  readonly size: number;
  readonly columns: { readonly x: Floats; readonly t: Floats };
}

/** Numbers that change from step to step: step and epoch count from 1; the seed keys random draws. */
export interface Clock {
  t: number;
  epoch: number;
  rate: number;
  seed: number;
}

/** In order: J. */
export type Report = Floats;

/** Gradients of the loss. */
export interface Gradients {
  readonly W1: Tensor<[8]>;
  readonly b1: Tensor<[8]>;
  readonly Wa: Tensor<[3, 8]>;
  readonly ba: Tensor<[3]>;
  readonly Wm: Tensor<[3, 8]>;
  readonly bm: Tensor<[3]>;
  readonly Ws: Tensor<[3, 8]>;
  readonly bs: Tensor<[3]>;
  /** Each loss over the batch. */
  readonly losses: Floats;
}

/** Predictions for one example. */
export type Outputs = { readonly alpha: Tensor<[3]>; readonly mu: Tensor<[3]>; readonly sigma: Tensor<[3]> };

/** What the module is: names, shapes, defaults and data of the spec. */
export const metadata = {
  name: "mixture-density",
  hash: "350d6b7fe5316cdcfe6bd6e9d038b2546e95d2fa6ba96a1fe9464e622d3545d6",
  version: "0.1.0",
  precision: "f64",
  parameters: [
    { name: "W1", shape: [8], offset: 0, initial: { kind: "uniform" } },
    { name: "b1", shape: [8], offset: 8, initial: { kind: "zeros" } },
    { name: "Wa", shape: [3, 8], offset: 16, initial: { kind: "glorot" } },
    { name: "ba", shape: [3], offset: 40, initial: { kind: "zeros" } },
    { name: "Wm", shape: [3, 8], offset: 43, initial: { kind: "glorot" } },
    { name: "bm", shape: [3], offset: 67, initial: { kind: "literal", values: [0.2, 0.5, 0.8] } },
    { name: "Ws", shape: [3, 8], offset: 70, initial: { kind: "glorot" } },
    { name: "bs", shape: [3], offset: 94, initial: { kind: "fill", value: -1.5 } },
  ],
  columns: [{ name: "x", role: "input", shape: [] }, { name: "t", role: "target", shape: [] }],
  hypers: [],
  losses: ["J"],
  metrics: [],
  outputs: [{ name: "alpha", shape: [3] }, { name: "mu", shape: [3] }, { name: "sigma", shape: [3] }],
  reduction: "mean",
  data: { kind: "file", path: "data/inverse-sine.csv" },
  train: { optimizer: "adam", rate: "0.03 * 0.99 ^ epoch", batch: 20, epochs: 200, validation: 0.2, seed: 1 },
} as const;

/** Parameters as views on one flat array, zero where none is given. */
export function createParameters(flat: Floats = new Float64Array(97)): Parameters {
  return {
    flat,
    W1: flat.subarray(0, 8),
    b1: flat.subarray(8, 16),
    Wa: flat.subarray(16, 40),
    ba: flat.subarray(40, 43),
    Wm: flat.subarray(43, 67),
    bm: flat.subarray(67, 70),
    Ws: flat.subarray(70, 94),
    bs: flat.subarray(94, 97),
  };
}

/** Initial parameters: the same numbers for the same seed. */
export function initialise(seed: number, params: Parameters = createParameters()): Parameters {
  for (let k = 0; k < 8; k++) params.W1[k] = 0.05 * (2 * uniform(seed, 0, k) - 1);
  params.b1.fill(0);
  for (let k = 0; k < 24; k++) params.Wa[k] = 0.7385489458759964 * (2 * uniform(seed, 2, k) - 1);
  params.ba.fill(0);
  for (let k = 0; k < 24; k++) params.Wm[k] = 0.7385489458759964 * (2 * uniform(seed, 4, k) - 1);
  params.bm.set([0.2, 0.5, 0.8]);
  for (let k = 0; k < 24; k++) params.Ws[k] = 0.7385489458759964 * (2 * uniform(seed, 6, k) - 1);
  params.bs.fill(-1.5);
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
    alpha: new Float64Array(3),
    mu: new Float64Array(3),
    sigma: new Float64Array(3),
  };
}

/** Room for gradients. */
export function createGradients(_examples: number = 1): Gradients {
  return {
    W1: new Float64Array(8),
    b1: new Float64Array(8),
    Wa: new Float64Array(24),
    ba: new Float64Array(3),
    Wm: new Float64Array(24),
    bm: new Float64Array(3),
    Ws: new Float64Array(24),
    bs: new Float64Array(3),
    losses: new Float64Array(1),
  };
}

/** The state of the update rule, all zeros. */
export function createState(): Floats {
  return new Float64Array(194);
}

/** The predictions for one example. */
export function forward(params: Parameters, x: number, into: Outputs = createOutputs()): Outputs {
  const { W1, b1, Wa, ba, Wm, bm, Ws, bs } = params;

  // h = tanh(W1 * x + b1)   [line 14]
  const h_1 = Math.tanh(W1[0] * x + b1[0]);
  const h_2 = Math.tanh(W1[1] * x + b1[1]);
  const h_3 = Math.tanh(W1[2] * x + b1[2]);
  const h_4 = Math.tanh(W1[3] * x + b1[3]);
  const h_5 = Math.tanh(W1[4] * x + b1[4]);
  const h_6 = Math.tanh(W1[5] * x + b1[5]);
  const h_7 = Math.tanh(W1[6] * x + b1[6]);
  const h_8 = Math.tanh(W1[7] * x + b1[7]);

  // add = Wa * h + ba
  const add_1 = Wa[0] * h_1 + Wa[1] * h_2 + Wa[2] * h_3 + Wa[3] * h_4 + Wa[4] * h_5 + Wa[5] * h_6 + Wa[6] * h_7 + Wa[7] * h_8 + ba[0];
  const add_2 = Wa[8] * h_1 + Wa[9] * h_2 + Wa[10] * h_3 + Wa[11] * h_4 + Wa[12] * h_5 + Wa[13] * h_6 + Wa[14] * h_7 + Wa[15] * h_8 + ba[1];
  const add_3 = Wa[16] * h_1 + Wa[17] * h_2 + Wa[18] * h_3 + Wa[19] * h_4 + Wa[20] * h_5 + Wa[21] * h_6 + Wa[22] * h_7 + Wa[23] * h_8 + ba[2];

  // mu = Wm * h + bm   [line 16, output]
  into.mu[0] = Wm[0] * h_1 + Wm[1] * h_2 + Wm[2] * h_3 + Wm[3] * h_4 + Wm[4] * h_5 + Wm[5] * h_6 + Wm[6] * h_7 + Wm[7] * h_8 + bm[0];
  into.mu[1] = Wm[8] * h_1 + Wm[9] * h_2 + Wm[10] * h_3 + Wm[11] * h_4 + Wm[12] * h_5 + Wm[13] * h_6 + Wm[14] * h_7 + Wm[15] * h_8 + bm[1];
  into.mu[2] = Wm[16] * h_1 + Wm[17] * h_2 + Wm[18] * h_3 + Wm[19] * h_4 + Wm[20] * h_5 + Wm[21] * h_6 + Wm[22] * h_7 + Wm[23] * h_8 + bm[2];

  // s = Ws * h + bs   [line 17]
  const s_1 = Ws[0] * h_1 + Ws[1] * h_2 + Ws[2] * h_3 + Ws[3] * h_4 + Ws[4] * h_5 + Ws[5] * h_6 + Ws[6] * h_7 + Ws[7] * h_8 + bs[0];
  const s_2 = Ws[8] * h_1 + Ws[9] * h_2 + Ws[10] * h_3 + Ws[11] * h_4 + Ws[12] * h_5 + Ws[13] * h_6 + Ws[14] * h_7 + Ws[15] * h_8 + bs[1];
  const s_3 = Ws[16] * h_1 + Ws[17] * h_2 + Ws[18] * h_3 + Ws[19] * h_4 + Ws[20] * h_5 + Ws[21] * h_6 + Ws[22] * h_7 + Ws[23] * h_8 + bs[2];

  // sigma = exp(s)   [line 18, output]
  into.sigma[0] = Math.exp(s_1);
  into.sigma[1] = Math.exp(s_2);
  into.sigma[2] = Math.exp(s_3);

  // max = max(add)
  const max = Math.max(add_1, add_2, add_3);

  // alpha_exp = exp(add - max)
  const alpha_exp_1 = Math.exp(add_1 - max);
  const alpha_exp_2 = Math.exp(add_2 - max);
  const alpha_exp_3 = Math.exp(add_3 - max);

  // sum = sum(alpha_exp)
  const sum = alpha_exp_1 + alpha_exp_2 + alpha_exp_3;

  // alpha = alpha_exp / sum   [line 15, output]
  into.alpha[0] = alpha_exp_1 / sum;
  into.alpha[1] = alpha_exp_2 / sum;
  into.alpha[2] = alpha_exp_3 / sum;
  return into;
}

/** Losses, then metrics, over the examples `order[from … to)`, as inference computes them, into `report`; returns the total loss. */
export function evaluate(params: Parameters, data: Examples, report: Report, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { W1, b1, Wa, ba, Wm, bm, Ws, bs } = params;
  const { x, t } = data.columns;
  const m = to - from;
  let J_sum = 0;
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];

    // h = tanh(W1 * x + b1)   [line 14]
    const x2 = x[row];
    const h_1 = Math.tanh(W1[0] * x2 + b1[0]);
    const h_2 = Math.tanh(W1[1] * x2 + b1[1]);
    const h_3 = Math.tanh(W1[2] * x2 + b1[2]);
    const h_4 = Math.tanh(W1[3] * x2 + b1[3]);
    const h_5 = Math.tanh(W1[4] * x2 + b1[4]);
    const h_6 = Math.tanh(W1[5] * x2 + b1[5]);
    const h_7 = Math.tanh(W1[6] * x2 + b1[6]);
    const h_8 = Math.tanh(W1[7] * x2 + b1[7]);

    // add = Wa * h + ba
    const add_1 = Wa[0] * h_1 + Wa[1] * h_2 + Wa[2] * h_3 + Wa[3] * h_4 + Wa[4] * h_5 + Wa[5] * h_6 + Wa[6] * h_7 + Wa[7] * h_8 + ba[0];
    const add_2 = Wa[8] * h_1 + Wa[9] * h_2 + Wa[10] * h_3 + Wa[11] * h_4 + Wa[12] * h_5 + Wa[13] * h_6 + Wa[14] * h_7 + Wa[15] * h_8 + ba[1];
    const add_3 = Wa[16] * h_1 + Wa[17] * h_2 + Wa[18] * h_3 + Wa[19] * h_4 + Wa[20] * h_5 + Wa[21] * h_6 + Wa[22] * h_7 + Wa[23] * h_8 + ba[2];

    // mu = Wm * h + bm   [line 16, output]
    const mu_1 = Wm[0] * h_1 + Wm[1] * h_2 + Wm[2] * h_3 + Wm[3] * h_4 + Wm[4] * h_5 + Wm[5] * h_6 + Wm[6] * h_7 + Wm[7] * h_8 + bm[0];
    const mu_2 = Wm[8] * h_1 + Wm[9] * h_2 + Wm[10] * h_3 + Wm[11] * h_4 + Wm[12] * h_5 + Wm[13] * h_6 + Wm[14] * h_7 + Wm[15] * h_8 + bm[1];
    const mu_3 = Wm[16] * h_1 + Wm[17] * h_2 + Wm[18] * h_3 + Wm[19] * h_4 + Wm[20] * h_5 + Wm[21] * h_6 + Wm[22] * h_7 + Wm[23] * h_8 + bm[2];

    // s = Ws * h + bs   [line 17]
    const s_1 = Ws[0] * h_1 + Ws[1] * h_2 + Ws[2] * h_3 + Ws[3] * h_4 + Ws[4] * h_5 + Ws[5] * h_6 + Ws[6] * h_7 + Ws[7] * h_8 + bs[0];
    const s_2 = Ws[8] * h_1 + Ws[9] * h_2 + Ws[10] * h_3 + Ws[11] * h_4 + Ws[12] * h_5 + Ws[13] * h_6 + Ws[14] * h_7 + Ws[15] * h_8 + bs[1];
    const s_3 = Ws[16] * h_1 + Ws[17] * h_2 + Ws[18] * h_3 + Ws[19] * h_4 + Ws[20] * h_5 + Ws[21] * h_6 + Ws[22] * h_7 + Ws[23] * h_8 + bs[2];

    // sigma = exp(s)   [line 18, output]
    const sigma_1 = Math.exp(s_1);
    const sigma_2 = Math.exp(s_2);
    const sigma_3 = Math.exp(s_3);

    // logN = -0.5 * ((t - mu) ./ sigma) .^ 2 - s - 0.9189385332046727   [line 21]
    const t3 = t[row];
    const t2 = (t3 - mu_1) / sigma_1;
    const logN_1 = -0.5 * (t2 * t2) - s_1 - 0.9189385332046727;
    const t4 = (t3 - mu_2) / sigma_2;
    const logN_2 = -0.5 * (t4 * t4) - s_2 - 0.9189385332046727;
    const t5 = (t3 - mu_3) / sigma_3;
    const logN_3 = -0.5 * (t5 * t5) - s_3 - 0.9189385332046727;

    // max = max(add)
    const max = Math.max(add_1, add_2, add_3);

    // logSoftmax_in = add - max
    const logSoftmax_in_1 = add_1 - max;
    const logSoftmax_in_2 = add_2 - max;
    const logSoftmax_in_3 = add_3 - max;

    // sum = sum(exp(logSoftmax_in))
    const sum = Math.exp(logSoftmax_in_1) + Math.exp(logSoftmax_in_2) + Math.exp(logSoftmax_in_3);

    // log = log(sum)
    const log = Math.log(sum);

    // add2 = logSoftmax_in - log + logN   [line 22]
    const add2_1 = logSoftmax_in_1 - log + logN_1;
    const add2_2 = logSoftmax_in_2 - log + logN_2;
    const add2_3 = logSoftmax_in_3 - log + logN_3;

    // logsumexp_in = max(add2)
    const logsumexp_in = Math.max(add2_1, add2_2, add2_3);

    // J_sum = Σn (logsumexp_in + log(sum(exp(add2 - logsumexp_in))))
    J_sum += logsumexp_in + Math.log(Math.exp(add2_1 - logsumexp_in) + Math.exp(add2_2 - logsumexp_in) + Math.exp(add2_3 - logsumexp_in));
  }

  // J = -(J_sum / m)   [line 22, loss]
  const J = -(J_sum / m);
  report[0] = J;
  return J;
}

/** The loss over the examples `order[from … to)` and its gradients, into `into`; returns the loss. */
export function gradient(params: Parameters, data: Examples, into: Gradients, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { W1, b1, Wa, ba, Wm, bm, Ws, bs } = params;
  const { x, t } = data.columns;
  const m = to - from;
  const share = 1 / m;
  let J_sum = 0;
  let dWa_1_1 = 0, dWa_1_2 = 0, dWa_1_3 = 0, dWa_1_4 = 0, dWa_1_5 = 0, dWa_1_6 = 0, dWa_1_7 = 0, dWa_1_8 = 0;
  let dWa_2_1 = 0, dWa_2_2 = 0, dWa_2_3 = 0, dWa_2_4 = 0, dWa_2_5 = 0, dWa_2_6 = 0, dWa_2_7 = 0, dWa_2_8 = 0;
  let dWa_3_1 = 0, dWa_3_2 = 0, dWa_3_3 = 0, dWa_3_4 = 0, dWa_3_5 = 0, dWa_3_6 = 0, dWa_3_7 = 0, dWa_3_8 = 0;
  let dba_1 = 0, dba_2 = 0, dba_3 = 0;
  let dWm_sum_1_1 = 0, dWm_sum_1_2 = 0, dWm_sum_1_3 = 0, dWm_sum_1_4 = 0, dWm_sum_1_5 = 0, dWm_sum_1_6 = 0, dWm_sum_1_7 = 0, dWm_sum_1_8 = 0;
  let dWm_sum_2_1 = 0, dWm_sum_2_2 = 0, dWm_sum_2_3 = 0, dWm_sum_2_4 = 0, dWm_sum_2_5 = 0, dWm_sum_2_6 = 0, dWm_sum_2_7 = 0, dWm_sum_2_8 = 0;
  let dWm_sum_3_1 = 0, dWm_sum_3_2 = 0, dWm_sum_3_3 = 0, dWm_sum_3_4 = 0, dWm_sum_3_5 = 0, dWm_sum_3_6 = 0, dWm_sum_3_7 = 0, dWm_sum_3_8 = 0;
  let dbm_sum_1 = 0, dbm_sum_2 = 0, dbm_sum_3 = 0;
  let dWs_1_1 = 0, dWs_1_2 = 0, dWs_1_3 = 0, dWs_1_4 = 0, dWs_1_5 = 0, dWs_1_6 = 0, dWs_1_7 = 0, dWs_1_8 = 0;
  let dWs_2_1 = 0, dWs_2_2 = 0, dWs_2_3 = 0, dWs_2_4 = 0, dWs_2_5 = 0, dWs_2_6 = 0, dWs_2_7 = 0, dWs_2_8 = 0;
  let dWs_3_1 = 0, dWs_3_2 = 0, dWs_3_3 = 0, dWs_3_4 = 0, dWs_3_5 = 0, dWs_3_6 = 0, dWs_3_7 = 0, dWs_3_8 = 0;
  let dbs_1 = 0, dbs_2 = 0, dbs_3 = 0;
  let dW1_1 = 0, dW1_2 = 0, dW1_3 = 0, dW1_4 = 0, dW1_5 = 0, dW1_6 = 0, dW1_7 = 0, dW1_8 = 0;
  let db1_1 = 0, db1_2 = 0, db1_3 = 0, db1_4 = 0, db1_5 = 0, db1_6 = 0, db1_7 = 0, db1_8 = 0;
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];

    // add = W1 * x + b1
    const x2 = x[row];
    const add_1 = W1[0] * x2 + b1[0];
    const add_2 = W1[1] * x2 + b1[1];
    const add_3 = W1[2] * x2 + b1[2];
    const add_4 = W1[3] * x2 + b1[3];
    const add_5 = W1[4] * x2 + b1[4];
    const add_6 = W1[5] * x2 + b1[5];
    const add_7 = W1[6] * x2 + b1[6];
    const add_8 = W1[7] * x2 + b1[7];

    // h_expm1 = expm1(min(2 * abs(add), 709))
    const h_expm1_1 = Math.expm1(Math.min(2 * Math.abs(add_1), 709));
    const h_expm1_2 = Math.expm1(Math.min(2 * Math.abs(add_2), 709));
    const h_expm1_3 = Math.expm1(Math.min(2 * Math.abs(add_3), 709));
    const h_expm1_4 = Math.expm1(Math.min(2 * Math.abs(add_4), 709));
    const h_expm1_5 = Math.expm1(Math.min(2 * Math.abs(add_5), 709));
    const h_expm1_6 = Math.expm1(Math.min(2 * Math.abs(add_6), 709));
    const h_expm1_7 = Math.expm1(Math.min(2 * Math.abs(add_7), 709));
    const h_expm1_8 = Math.expm1(Math.min(2 * Math.abs(add_8), 709));

    // h_den = 2 + h_expm1
    const h_den_1 = 2 + h_expm1_1;
    const h_den_2 = 2 + h_expm1_2;
    const h_den_3 = 2 + h_expm1_3;
    const h_den_4 = 2 + h_expm1_4;
    const h_den_5 = 2 + h_expm1_5;
    const h_den_6 = 2 + h_expm1_6;
    const h_den_7 = 2 + h_expm1_7;
    const h_den_8 = 2 + h_expm1_8;

    // h = sign(add) .* (h_expm1 ./ h_den)   [line 14]
    const h_1 = Math.sign(add_1) * (h_expm1_1 / h_den_1);
    const h_2 = Math.sign(add_2) * (h_expm1_2 / h_den_2);
    const h_3 = Math.sign(add_3) * (h_expm1_3 / h_den_3);
    const h_4 = Math.sign(add_4) * (h_expm1_4 / h_den_4);
    const h_5 = Math.sign(add_5) * (h_expm1_5 / h_den_5);
    const h_6 = Math.sign(add_6) * (h_expm1_6 / h_den_6);
    const h_7 = Math.sign(add_7) * (h_expm1_7 / h_den_7);
    const h_8 = Math.sign(add_8) * (h_expm1_8 / h_den_8);

    // add2 = Wa * h + ba
    const add2_1 = Wa[0] * h_1 + Wa[1] * h_2 + Wa[2] * h_3 + Wa[3] * h_4 + Wa[4] * h_5 + Wa[5] * h_6 + Wa[6] * h_7 + Wa[7] * h_8 + ba[0];
    const add2_2 = Wa[8] * h_1 + Wa[9] * h_2 + Wa[10] * h_3 + Wa[11] * h_4 + Wa[12] * h_5 + Wa[13] * h_6 + Wa[14] * h_7 + Wa[15] * h_8 + ba[1];
    const add2_3 = Wa[16] * h_1 + Wa[17] * h_2 + Wa[18] * h_3 + Wa[19] * h_4 + Wa[20] * h_5 + Wa[21] * h_6 + Wa[22] * h_7 + Wa[23] * h_8 + ba[2];

    // mu = Wm * h + bm   [line 16, output]
    const mu_1 = Wm[0] * h_1 + Wm[1] * h_2 + Wm[2] * h_3 + Wm[3] * h_4 + Wm[4] * h_5 + Wm[5] * h_6 + Wm[6] * h_7 + Wm[7] * h_8 + bm[0];
    const mu_2 = Wm[8] * h_1 + Wm[9] * h_2 + Wm[10] * h_3 + Wm[11] * h_4 + Wm[12] * h_5 + Wm[13] * h_6 + Wm[14] * h_7 + Wm[15] * h_8 + bm[1];
    const mu_3 = Wm[16] * h_1 + Wm[17] * h_2 + Wm[18] * h_3 + Wm[19] * h_4 + Wm[20] * h_5 + Wm[21] * h_6 + Wm[22] * h_7 + Wm[23] * h_8 + bm[2];

    // s = Ws * h + bs   [line 17]
    const s_1 = Ws[0] * h_1 + Ws[1] * h_2 + Ws[2] * h_3 + Ws[3] * h_4 + Ws[4] * h_5 + Ws[5] * h_6 + Ws[6] * h_7 + Ws[7] * h_8 + bs[0];
    const s_2 = Ws[8] * h_1 + Ws[9] * h_2 + Ws[10] * h_3 + Ws[11] * h_4 + Ws[12] * h_5 + Ws[13] * h_6 + Ws[14] * h_7 + Ws[15] * h_8 + bs[1];
    const s_3 = Ws[16] * h_1 + Ws[17] * h_2 + Ws[18] * h_3 + Ws[19] * h_4 + Ws[20] * h_5 + Ws[21] * h_6 + Ws[22] * h_7 + Ws[23] * h_8 + bs[2];

    // sigma = exp(s)   [line 18, output]
    const sigma_1 = Math.exp(s_1);
    const sigma_2 = Math.exp(s_2);
    const sigma_3 = Math.exp(s_3);

    // div = (t - mu) ./ sigma   [line 21]
    const t2 = t[row];
    const div_1 = (t2 - mu_1) / sigma_1;
    const div_2 = (t2 - mu_2) / sigma_2;
    const div_3 = (t2 - mu_3) / sigma_3;

    // logN = -0.5 * div .^ 2 - s - 0.9189385332046727   [line 21]
    const logN_1 = -0.5 * (div_1 * div_1) - s_1 - 0.9189385332046727;
    const logN_2 = -0.5 * (div_2 * div_2) - s_2 - 0.9189385332046727;
    const logN_3 = -0.5 * (div_3 * div_3) - s_3 - 0.9189385332046727;

    // div2 = 2 ./ h_den
    const div2_1 = 2 / h_den_1;
    const div2_2 = 2 / h_den_2;
    const div2_3 = 2 / h_den_3;
    const div2_4 = 2 / h_den_4;
    const div2_5 = 2 / h_den_5;
    const div2_6 = 2 / h_den_6;
    const div2_7 = 2 / h_den_7;
    const div2_8 = 2 / h_den_8;

    // max = max(add2)
    const max = Math.max(add2_1, add2_2, add2_3);

    // logSoftmax_in = add2 - max
    const logSoftmax_in_1 = add2_1 - max;
    const logSoftmax_in_2 = add2_2 - max;
    const logSoftmax_in_3 = add2_3 - max;

    // alpha_exp = exp(logSoftmax_in)
    const alpha_exp_1 = Math.exp(logSoftmax_in_1);
    const alpha_exp_2 = Math.exp(logSoftmax_in_2);
    const alpha_exp_3 = Math.exp(logSoftmax_in_3);

    // sum = sum(alpha_exp)
    const sum = alpha_exp_1 + alpha_exp_2 + alpha_exp_3;

    // alpha = alpha_exp / sum   [line 15, output]
    const alpha_1 = alpha_exp_1 / sum;
    const alpha_2 = alpha_exp_2 / sum;
    const alpha_3 = alpha_exp_3 / sum;

    // log = log(sum)
    const log = Math.log(sum);

    // add3 = logSoftmax_in - log + logN   [line 22]
    const add3_1 = logSoftmax_in_1 - log + logN_1;
    const add3_2 = logSoftmax_in_2 - log + logN_2;
    const add3_3 = logSoftmax_in_3 - log + logN_3;

    // logsumexp_in = max(add3)
    const logsumexp_in = Math.max(add3_1, add3_2, add3_3);

    // softmax_exp = exp(add3 - logsumexp_in)
    const softmax_exp_1 = Math.exp(add3_1 - logsumexp_in);
    const softmax_exp_2 = Math.exp(add3_2 - logsumexp_in);
    const softmax_exp_3 = Math.exp(add3_3 - logsumexp_in);

    // sum2 = sum(softmax_exp)
    const sum2 = softmax_exp_1 + softmax_exp_2 + softmax_exp_3;

    // J_sum = Σn (logsumexp_in + log(sum2))
    J_sum += logsumexp_in + Math.log(sum2);

    // dlogN_in = softmax_exp / sum2   [chain rule through logsumexp: dx = g .* softmax(x); line 22]
    const dlogN_in_1 = softmax_exp_1 / sum2;
    const dlogN_in_2 = softmax_exp_2 / sum2;
    const dlogN_in_3 = softmax_exp_3 / sum2;

    // delta = alpha - dlogN_in   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); line 22]
    const delta_1 = alpha_1 - dlogN_in_1;
    const delta_2 = alpha_2 - dlogN_in_2;
    const delta_3 = alpha_3 - dlogN_in_3;

    // dWa = Σn outer(delta, h)   [EQ4: ∂C/∂w = δ aᵀ; line 15]
    dWa_1_1 += delta_1 * h_1;
    dWa_1_2 += delta_1 * h_2;
    dWa_1_3 += delta_1 * h_3;
    dWa_1_4 += delta_1 * h_4;
    dWa_1_5 += delta_1 * h_5;
    dWa_1_6 += delta_1 * h_6;
    dWa_1_7 += delta_1 * h_7;
    dWa_1_8 += delta_1 * h_8;
    dWa_2_1 += delta_2 * h_1;
    dWa_2_2 += delta_2 * h_2;
    dWa_2_3 += delta_2 * h_3;
    dWa_2_4 += delta_2 * h_4;
    dWa_2_5 += delta_2 * h_5;
    dWa_2_6 += delta_2 * h_6;
    dWa_2_7 += delta_2 * h_7;
    dWa_2_8 += delta_2 * h_8;
    dWa_3_1 += delta_3 * h_1;
    dWa_3_2 += delta_3 * h_2;
    dWa_3_3 += delta_3 * h_3;
    dWa_3_4 += delta_3 * h_4;
    dWa_3_5 += delta_3 * h_5;
    dWa_3_6 += delta_3 * h_6;
    dWa_3_7 += delta_3 * h_7;
    dWa_3_8 += delta_3 * h_8;

    // dba = Σn delta   [EQ3: ∂C/∂b = δ]
    dba_1 += delta_1;
    dba_2 += delta_2;
    dba_3 += delta_3;

    // delta2 = dlogN_in .* div ./ sigma   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); line 21]
    const delta2_1 = dlogN_in_1 * div_1 / sigma_1;
    const delta2_2 = dlogN_in_2 * div_2 / sigma_2;
    const delta2_3 = dlogN_in_3 * div_3 / sigma_3;

    // dWm_sum = Σn outer(delta2, h)   [Wm * h with respect to Wm: outer product of the cotangent and the vector; line 16]
    dWm_sum_1_1 += delta2_1 * h_1;
    dWm_sum_1_2 += delta2_1 * h_2;
    dWm_sum_1_3 += delta2_1 * h_3;
    dWm_sum_1_4 += delta2_1 * h_4;
    dWm_sum_1_5 += delta2_1 * h_5;
    dWm_sum_1_6 += delta2_1 * h_6;
    dWm_sum_1_7 += delta2_1 * h_7;
    dWm_sum_1_8 += delta2_1 * h_8;
    dWm_sum_2_1 += delta2_2 * h_1;
    dWm_sum_2_2 += delta2_2 * h_2;
    dWm_sum_2_3 += delta2_2 * h_3;
    dWm_sum_2_4 += delta2_2 * h_4;
    dWm_sum_2_5 += delta2_2 * h_5;
    dWm_sum_2_6 += delta2_2 * h_6;
    dWm_sum_2_7 += delta2_2 * h_7;
    dWm_sum_2_8 += delta2_2 * h_8;
    dWm_sum_3_1 += delta2_3 * h_1;
    dWm_sum_3_2 += delta2_3 * h_2;
    dWm_sum_3_3 += delta2_3 * h_3;
    dWm_sum_3_4 += delta2_3 * h_4;
    dWm_sum_3_5 += delta2_3 * h_5;
    dWm_sum_3_6 += delta2_3 * h_6;
    dWm_sum_3_7 += delta2_3 * h_7;
    dWm_sum_3_8 += delta2_3 * h_8;

    // dbm_sum = Σn delta2
    dbm_sum_1 += delta2_1;
    dbm_sum_2 += delta2_2;
    dbm_sum_3 += delta2_3;

    // dsigma_in = delta2 .* div .* sigma   [chain rule through exp: ∂sigma/∂s = sigma; line 18]
    const dsigma_in_1 = delta2_1 * div_1 * sigma_1;
    const dsigma_in_2 = delta2_2 * div_2 * sigma_2;
    const dsigma_in_3 = delta2_3 * div_3 * sigma_3;

    // ds = dlogN_in - dsigma_in   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); line 17]
    const ds_1 = dlogN_in_1 - dsigma_in_1;
    const ds_2 = dlogN_in_2 - dsigma_in_2;
    const ds_3 = dlogN_in_3 - dsigma_in_3;

    // dWs = Σn outer(ds, h)   [EQ4: ∂C/∂w = δ aᵀ; line 17]
    dWs_1_1 += ds_1 * h_1;
    dWs_1_2 += ds_1 * h_2;
    dWs_1_3 += ds_1 * h_3;
    dWs_1_4 += ds_1 * h_4;
    dWs_1_5 += ds_1 * h_5;
    dWs_1_6 += ds_1 * h_6;
    dWs_1_7 += ds_1 * h_7;
    dWs_1_8 += ds_1 * h_8;
    dWs_2_1 += ds_2 * h_1;
    dWs_2_2 += ds_2 * h_2;
    dWs_2_3 += ds_2 * h_3;
    dWs_2_4 += ds_2 * h_4;
    dWs_2_5 += ds_2 * h_5;
    dWs_2_6 += ds_2 * h_6;
    dWs_2_7 += ds_2 * h_7;
    dWs_2_8 += ds_2 * h_8;
    dWs_3_1 += ds_3 * h_1;
    dWs_3_2 += ds_3 * h_2;
    dWs_3_3 += ds_3 * h_3;
    dWs_3_4 += ds_3 * h_4;
    dWs_3_5 += ds_3 * h_5;
    dWs_3_6 += ds_3 * h_6;
    dWs_3_7 += ds_3 * h_7;
    dWs_3_8 += ds_3 * h_8;

    // dbs = Σn ds   [EQ3: ∂C/∂b = δ]
    dbs_1 += ds_1;
    dbs_2 += ds_2;
    dbs_3 += ds_3;

    // dh_in = Ws' * ds - Wm' * delta2   [sum over every use of the value; line 14]
    const dh_in_1 = ds_1 * Ws[0] + ds_2 * Ws[8] + ds_3 * Ws[16] - (delta2_1 * Wm[0] + delta2_2 * Wm[8] + delta2_3 * Wm[16]);
    const dh_in_2 = ds_1 * Ws[1] + ds_2 * Ws[9] + ds_3 * Ws[17] - (delta2_1 * Wm[1] + delta2_2 * Wm[9] + delta2_3 * Wm[17]);
    const dh_in_3 = ds_1 * Ws[2] + ds_2 * Ws[10] + ds_3 * Ws[18] - (delta2_1 * Wm[2] + delta2_2 * Wm[10] + delta2_3 * Wm[18]);
    const dh_in_4 = ds_1 * Ws[3] + ds_2 * Ws[11] + ds_3 * Ws[19] - (delta2_1 * Wm[3] + delta2_2 * Wm[11] + delta2_3 * Wm[19]);
    const dh_in_5 = ds_1 * Ws[4] + ds_2 * Ws[12] + ds_3 * Ws[20] - (delta2_1 * Wm[4] + delta2_2 * Wm[12] + delta2_3 * Wm[20]);
    const dh_in_6 = ds_1 * Ws[5] + ds_2 * Ws[13] + ds_3 * Ws[21] - (delta2_1 * Wm[5] + delta2_2 * Wm[13] + delta2_3 * Wm[21]);
    const dh_in_7 = ds_1 * Ws[6] + ds_2 * Ws[14] + ds_3 * Ws[22] - (delta2_1 * Wm[6] + delta2_2 * Wm[14] + delta2_3 * Wm[22]);
    const dh_in_8 = ds_1 * Ws[7] + ds_2 * Ws[15] + ds_3 * Ws[23] - (delta2_1 * Wm[7] + delta2_2 * Wm[15] + delta2_3 * Wm[23]);

    // dh = dh_in + Wa' * delta   [sum over every use of the value: Wa * h with respect to h: the matrix transposed, times the cotangent; line 14]
    const dh_1 = dh_in_1 + (delta_1 * Wa[0] + delta_2 * Wa[8] + delta_3 * Wa[16]);
    const dh_2 = dh_in_2 + (delta_1 * Wa[1] + delta_2 * Wa[9] + delta_3 * Wa[17]);
    const dh_3 = dh_in_3 + (delta_1 * Wa[2] + delta_2 * Wa[10] + delta_3 * Wa[18]);
    const dh_4 = dh_in_4 + (delta_1 * Wa[3] + delta_2 * Wa[11] + delta_3 * Wa[19]);
    const dh_5 = dh_in_5 + (delta_1 * Wa[4] + delta_2 * Wa[12] + delta_3 * Wa[20]);
    const dh_6 = dh_in_6 + (delta_1 * Wa[5] + delta_2 * Wa[13] + delta_3 * Wa[21]);
    const dh_7 = dh_in_7 + (delta_1 * Wa[6] + delta_2 * Wa[14] + delta_3 * Wa[22]);
    const dh_8 = dh_in_8 + (delta_1 * Wa[7] + delta_2 * Wa[15] + delta_3 * Wa[23]);

    // delta3 = dh .* (div2 .* (2 - div2))   [chain rule through tanh: ∂y/∂x = 1 - square(y); line 14]
    const delta3_1 = dh_1 * (div2_1 * (2 - div2_1));
    const delta3_2 = dh_2 * (div2_2 * (2 - div2_2));
    const delta3_3 = dh_3 * (div2_3 * (2 - div2_3));
    const delta3_4 = dh_4 * (div2_4 * (2 - div2_4));
    const delta3_5 = dh_5 * (div2_5 * (2 - div2_5));
    const delta3_6 = dh_6 * (div2_6 * (2 - div2_6));
    const delta3_7 = dh_7 * (div2_7 * (2 - div2_7));
    const delta3_8 = dh_8 * (div2_8 * (2 - div2_8));

    // dW1 = Σn delta3 * x   [the same for all examples: their cotangents add up]
    dW1_1 += delta3_1 * x2;
    dW1_2 += delta3_2 * x2;
    dW1_3 += delta3_3 * x2;
    dW1_4 += delta3_4 * x2;
    dW1_5 += delta3_5 * x2;
    dW1_6 += delta3_6 * x2;
    dW1_7 += delta3_7 * x2;
    dW1_8 += delta3_8 * x2;

    // db1 = Σn delta3   [the same for all examples: their cotangents add up]
    db1_1 += delta3_1;
    db1_2 += delta3_2;
    db1_3 += delta3_3;
    db1_4 += delta3_4;
    db1_5 += delta3_5;
    db1_6 += delta3_6;
    db1_7 += delta3_7;
    db1_8 += delta3_8;
  }

  // J = -(J_sum / m)   [line 22, loss]
  const J = -(J_sum / m);
  into.losses[0] = J;

  // dW1 = share * dW1   [the mean over the batch]
  into.W1[0] = share * dW1_1;
  into.W1[1] = share * dW1_2;
  into.W1[2] = share * dW1_3;
  into.W1[3] = share * dW1_4;
  into.W1[4] = share * dW1_5;
  into.W1[5] = share * dW1_6;
  into.W1[6] = share * dW1_7;
  into.W1[7] = share * dW1_8;

  // db1 = share * db1   [the mean over the batch]
  into.b1[0] = share * db1_1;
  into.b1[1] = share * db1_2;
  into.b1[2] = share * db1_3;
  into.b1[3] = share * db1_4;
  into.b1[4] = share * db1_5;
  into.b1[5] = share * db1_6;
  into.b1[6] = share * db1_7;
  into.b1[7] = share * db1_8;

  // dWa = share * dWa   [the mean over the batch]
  into.Wa[0] = share * dWa_1_1;
  into.Wa[1] = share * dWa_1_2;
  into.Wa[2] = share * dWa_1_3;
  into.Wa[3] = share * dWa_1_4;
  into.Wa[4] = share * dWa_1_5;
  into.Wa[5] = share * dWa_1_6;
  into.Wa[6] = share * dWa_1_7;
  into.Wa[7] = share * dWa_1_8;
  into.Wa[8] = share * dWa_2_1;
  into.Wa[9] = share * dWa_2_2;
  into.Wa[10] = share * dWa_2_3;
  into.Wa[11] = share * dWa_2_4;
  into.Wa[12] = share * dWa_2_5;
  into.Wa[13] = share * dWa_2_6;
  into.Wa[14] = share * dWa_2_7;
  into.Wa[15] = share * dWa_2_8;
  into.Wa[16] = share * dWa_3_1;
  into.Wa[17] = share * dWa_3_2;
  into.Wa[18] = share * dWa_3_3;
  into.Wa[19] = share * dWa_3_4;
  into.Wa[20] = share * dWa_3_5;
  into.Wa[21] = share * dWa_3_6;
  into.Wa[22] = share * dWa_3_7;
  into.Wa[23] = share * dWa_3_8;

  // dba = share * dba   [the mean over the batch]
  into.ba[0] = share * dba_1;
  into.ba[1] = share * dba_2;
  into.ba[2] = share * dba_3;

  // dWm = -(share * dWm_sum)   [EQ4: ∂C/∂w = δ aᵀ; line 16]
  into.Wm[0] = -(share * dWm_sum_1_1);
  into.Wm[1] = -(share * dWm_sum_1_2);
  into.Wm[2] = -(share * dWm_sum_1_3);
  into.Wm[3] = -(share * dWm_sum_1_4);
  into.Wm[4] = -(share * dWm_sum_1_5);
  into.Wm[5] = -(share * dWm_sum_1_6);
  into.Wm[6] = -(share * dWm_sum_1_7);
  into.Wm[7] = -(share * dWm_sum_1_8);
  into.Wm[8] = -(share * dWm_sum_2_1);
  into.Wm[9] = -(share * dWm_sum_2_2);
  into.Wm[10] = -(share * dWm_sum_2_3);
  into.Wm[11] = -(share * dWm_sum_2_4);
  into.Wm[12] = -(share * dWm_sum_2_5);
  into.Wm[13] = -(share * dWm_sum_2_6);
  into.Wm[14] = -(share * dWm_sum_2_7);
  into.Wm[15] = -(share * dWm_sum_2_8);
  into.Wm[16] = -(share * dWm_sum_3_1);
  into.Wm[17] = -(share * dWm_sum_3_2);
  into.Wm[18] = -(share * dWm_sum_3_3);
  into.Wm[19] = -(share * dWm_sum_3_4);
  into.Wm[20] = -(share * dWm_sum_3_5);
  into.Wm[21] = -(share * dWm_sum_3_6);
  into.Wm[22] = -(share * dWm_sum_3_7);
  into.Wm[23] = -(share * dWm_sum_3_8);

  // dbm = -(share * dbm_sum)   [EQ3: ∂C/∂b = δ]
  into.bm[0] = -(share * dbm_sum_1);
  into.bm[1] = -(share * dbm_sum_2);
  into.bm[2] = -(share * dbm_sum_3);

  // dWs = share * dWs   [the mean over the batch]
  into.Ws[0] = share * dWs_1_1;
  into.Ws[1] = share * dWs_1_2;
  into.Ws[2] = share * dWs_1_3;
  into.Ws[3] = share * dWs_1_4;
  into.Ws[4] = share * dWs_1_5;
  into.Ws[5] = share * dWs_1_6;
  into.Ws[6] = share * dWs_1_7;
  into.Ws[7] = share * dWs_1_8;
  into.Ws[8] = share * dWs_2_1;
  into.Ws[9] = share * dWs_2_2;
  into.Ws[10] = share * dWs_2_3;
  into.Ws[11] = share * dWs_2_4;
  into.Ws[12] = share * dWs_2_5;
  into.Ws[13] = share * dWs_2_6;
  into.Ws[14] = share * dWs_2_7;
  into.Ws[15] = share * dWs_2_8;
  into.Ws[16] = share * dWs_3_1;
  into.Ws[17] = share * dWs_3_2;
  into.Ws[18] = share * dWs_3_3;
  into.Ws[19] = share * dWs_3_4;
  into.Ws[20] = share * dWs_3_5;
  into.Ws[21] = share * dWs_3_6;
  into.Ws[22] = share * dWs_3_7;
  into.Ws[23] = share * dWs_3_8;

  // dbs = share * dbs   [the mean over the batch]
  into.bs[0] = share * dbs_1;
  into.bs[1] = share * dbs_2;
  into.bs[2] = share * dbs_3;
  return J;
}

/** One step of training on the examples `order[from … to)`: forward, backward, update; returns the loss before the update. */
export function step(params: Parameters, state: Floats, data: Examples, clock: Clock, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { W1, b1, Wa, ba, Wm, bm, Ws, bs } = params;
  const { x, t } = data.columns;
  const { epoch, t: t2 } = clock;
  const m = to - from;
  const share = 1 / m;
  const share2 = 0.1 * share;

  // scale = 0.03 * (0.99 ^ epoch / (1 - 0.9 ^ t))
  const scale = 0.03 * (Math.pow(0.99, epoch) / (1 - Math.pow(0.9, t2)));

  // scale2 = 1 / (1 - 0.999 ^ t)
  const scale2 = 1 / (1 - Math.pow(0.999, t2));
  let J_sum = 0;
  let dWa_1_1 = 0, dWa_1_2 = 0, dWa_1_3 = 0, dWa_1_4 = 0, dWa_1_5 = 0, dWa_1_6 = 0, dWa_1_7 = 0, dWa_1_8 = 0;
  let dWa_2_1 = 0, dWa_2_2 = 0, dWa_2_3 = 0, dWa_2_4 = 0, dWa_2_5 = 0, dWa_2_6 = 0, dWa_2_7 = 0, dWa_2_8 = 0;
  let dWa_3_1 = 0, dWa_3_2 = 0, dWa_3_3 = 0, dWa_3_4 = 0, dWa_3_5 = 0, dWa_3_6 = 0, dWa_3_7 = 0, dWa_3_8 = 0;
  let dba_1 = 0, dba_2 = 0, dba_3 = 0;
  let dWm_sum_1_1 = 0, dWm_sum_1_2 = 0, dWm_sum_1_3 = 0, dWm_sum_1_4 = 0, dWm_sum_1_5 = 0, dWm_sum_1_6 = 0, dWm_sum_1_7 = 0, dWm_sum_1_8 = 0;
  let dWm_sum_2_1 = 0, dWm_sum_2_2 = 0, dWm_sum_2_3 = 0, dWm_sum_2_4 = 0, dWm_sum_2_5 = 0, dWm_sum_2_6 = 0, dWm_sum_2_7 = 0, dWm_sum_2_8 = 0;
  let dWm_sum_3_1 = 0, dWm_sum_3_2 = 0, dWm_sum_3_3 = 0, dWm_sum_3_4 = 0, dWm_sum_3_5 = 0, dWm_sum_3_6 = 0, dWm_sum_3_7 = 0, dWm_sum_3_8 = 0;
  let dbm_sum_1 = 0, dbm_sum_2 = 0, dbm_sum_3 = 0;
  let dWs_1_1 = 0, dWs_1_2 = 0, dWs_1_3 = 0, dWs_1_4 = 0, dWs_1_5 = 0, dWs_1_6 = 0, dWs_1_7 = 0, dWs_1_8 = 0;
  let dWs_2_1 = 0, dWs_2_2 = 0, dWs_2_3 = 0, dWs_2_4 = 0, dWs_2_5 = 0, dWs_2_6 = 0, dWs_2_7 = 0, dWs_2_8 = 0;
  let dWs_3_1 = 0, dWs_3_2 = 0, dWs_3_3 = 0, dWs_3_4 = 0, dWs_3_5 = 0, dWs_3_6 = 0, dWs_3_7 = 0, dWs_3_8 = 0;
  let dbs_1 = 0, dbs_2 = 0, dbs_3 = 0;
  let dW1_1 = 0, dW1_2 = 0, dW1_3 = 0, dW1_4 = 0, dW1_5 = 0, dW1_6 = 0, dW1_7 = 0, dW1_8 = 0;
  let db1_1 = 0, db1_2 = 0, db1_3 = 0, db1_4 = 0, db1_5 = 0, db1_6 = 0, db1_7 = 0, db1_8 = 0;
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];

    // add = W1 * x + b1
    const x2 = x[row];
    const add_1 = W1[0] * x2 + b1[0];
    const add_2 = W1[1] * x2 + b1[1];
    const add_3 = W1[2] * x2 + b1[2];
    const add_4 = W1[3] * x2 + b1[3];
    const add_5 = W1[4] * x2 + b1[4];
    const add_6 = W1[5] * x2 + b1[5];
    const add_7 = W1[6] * x2 + b1[6];
    const add_8 = W1[7] * x2 + b1[7];

    // h_expm1 = expm1(min(2 * abs(add), 709))
    const h_expm1_1 = Math.expm1(Math.min(2 * Math.abs(add_1), 709));
    const h_expm1_2 = Math.expm1(Math.min(2 * Math.abs(add_2), 709));
    const h_expm1_3 = Math.expm1(Math.min(2 * Math.abs(add_3), 709));
    const h_expm1_4 = Math.expm1(Math.min(2 * Math.abs(add_4), 709));
    const h_expm1_5 = Math.expm1(Math.min(2 * Math.abs(add_5), 709));
    const h_expm1_6 = Math.expm1(Math.min(2 * Math.abs(add_6), 709));
    const h_expm1_7 = Math.expm1(Math.min(2 * Math.abs(add_7), 709));
    const h_expm1_8 = Math.expm1(Math.min(2 * Math.abs(add_8), 709));

    // h_den = 2 + h_expm1
    const h_den_1 = 2 + h_expm1_1;
    const h_den_2 = 2 + h_expm1_2;
    const h_den_3 = 2 + h_expm1_3;
    const h_den_4 = 2 + h_expm1_4;
    const h_den_5 = 2 + h_expm1_5;
    const h_den_6 = 2 + h_expm1_6;
    const h_den_7 = 2 + h_expm1_7;
    const h_den_8 = 2 + h_expm1_8;

    // h = sign(add) .* (h_expm1 ./ h_den)   [line 14]
    const h_1 = Math.sign(add_1) * (h_expm1_1 / h_den_1);
    const h_2 = Math.sign(add_2) * (h_expm1_2 / h_den_2);
    const h_3 = Math.sign(add_3) * (h_expm1_3 / h_den_3);
    const h_4 = Math.sign(add_4) * (h_expm1_4 / h_den_4);
    const h_5 = Math.sign(add_5) * (h_expm1_5 / h_den_5);
    const h_6 = Math.sign(add_6) * (h_expm1_6 / h_den_6);
    const h_7 = Math.sign(add_7) * (h_expm1_7 / h_den_7);
    const h_8 = Math.sign(add_8) * (h_expm1_8 / h_den_8);

    // add2 = Wa * h + ba
    const add2_1 = Wa[0] * h_1 + Wa[1] * h_2 + Wa[2] * h_3 + Wa[3] * h_4 + Wa[4] * h_5 + Wa[5] * h_6 + Wa[6] * h_7 + Wa[7] * h_8 + ba[0];
    const add2_2 = Wa[8] * h_1 + Wa[9] * h_2 + Wa[10] * h_3 + Wa[11] * h_4 + Wa[12] * h_5 + Wa[13] * h_6 + Wa[14] * h_7 + Wa[15] * h_8 + ba[1];
    const add2_3 = Wa[16] * h_1 + Wa[17] * h_2 + Wa[18] * h_3 + Wa[19] * h_4 + Wa[20] * h_5 + Wa[21] * h_6 + Wa[22] * h_7 + Wa[23] * h_8 + ba[2];

    // mu = Wm * h + bm   [line 16, output]
    const mu_1 = Wm[0] * h_1 + Wm[1] * h_2 + Wm[2] * h_3 + Wm[3] * h_4 + Wm[4] * h_5 + Wm[5] * h_6 + Wm[6] * h_7 + Wm[7] * h_8 + bm[0];
    const mu_2 = Wm[8] * h_1 + Wm[9] * h_2 + Wm[10] * h_3 + Wm[11] * h_4 + Wm[12] * h_5 + Wm[13] * h_6 + Wm[14] * h_7 + Wm[15] * h_8 + bm[1];
    const mu_3 = Wm[16] * h_1 + Wm[17] * h_2 + Wm[18] * h_3 + Wm[19] * h_4 + Wm[20] * h_5 + Wm[21] * h_6 + Wm[22] * h_7 + Wm[23] * h_8 + bm[2];

    // s = Ws * h + bs   [line 17]
    const s_1 = Ws[0] * h_1 + Ws[1] * h_2 + Ws[2] * h_3 + Ws[3] * h_4 + Ws[4] * h_5 + Ws[5] * h_6 + Ws[6] * h_7 + Ws[7] * h_8 + bs[0];
    const s_2 = Ws[8] * h_1 + Ws[9] * h_2 + Ws[10] * h_3 + Ws[11] * h_4 + Ws[12] * h_5 + Ws[13] * h_6 + Ws[14] * h_7 + Ws[15] * h_8 + bs[1];
    const s_3 = Ws[16] * h_1 + Ws[17] * h_2 + Ws[18] * h_3 + Ws[19] * h_4 + Ws[20] * h_5 + Ws[21] * h_6 + Ws[22] * h_7 + Ws[23] * h_8 + bs[2];

    // sigma = exp(s)   [line 18, output]
    const sigma_1 = Math.exp(s_1);
    const sigma_2 = Math.exp(s_2);
    const sigma_3 = Math.exp(s_3);

    // div = (t - mu) ./ sigma   [line 21]
    const t3 = t[row];
    const div_1 = (t3 - mu_1) / sigma_1;
    const div_2 = (t3 - mu_2) / sigma_2;
    const div_3 = (t3 - mu_3) / sigma_3;

    // logN = -0.5 * div .^ 2 - s - 0.9189385332046727   [line 21]
    const logN_1 = -0.5 * (div_1 * div_1) - s_1 - 0.9189385332046727;
    const logN_2 = -0.5 * (div_2 * div_2) - s_2 - 0.9189385332046727;
    const logN_3 = -0.5 * (div_3 * div_3) - s_3 - 0.9189385332046727;

    // div2 = 2 ./ h_den
    const div2_1 = 2 / h_den_1;
    const div2_2 = 2 / h_den_2;
    const div2_3 = 2 / h_den_3;
    const div2_4 = 2 / h_den_4;
    const div2_5 = 2 / h_den_5;
    const div2_6 = 2 / h_den_6;
    const div2_7 = 2 / h_den_7;
    const div2_8 = 2 / h_den_8;

    // max = max(add2)
    const max = Math.max(add2_1, add2_2, add2_3);

    // logSoftmax_in = add2 - max
    const logSoftmax_in_1 = add2_1 - max;
    const logSoftmax_in_2 = add2_2 - max;
    const logSoftmax_in_3 = add2_3 - max;

    // alpha_exp = exp(logSoftmax_in)
    const alpha_exp_1 = Math.exp(logSoftmax_in_1);
    const alpha_exp_2 = Math.exp(logSoftmax_in_2);
    const alpha_exp_3 = Math.exp(logSoftmax_in_3);

    // sum = sum(alpha_exp)
    const sum = alpha_exp_1 + alpha_exp_2 + alpha_exp_3;

    // alpha = alpha_exp / sum   [line 15, output]
    const alpha_1 = alpha_exp_1 / sum;
    const alpha_2 = alpha_exp_2 / sum;
    const alpha_3 = alpha_exp_3 / sum;

    // log = log(sum)
    const log = Math.log(sum);

    // add3 = logSoftmax_in - log + logN   [line 22]
    const add3_1 = logSoftmax_in_1 - log + logN_1;
    const add3_2 = logSoftmax_in_2 - log + logN_2;
    const add3_3 = logSoftmax_in_3 - log + logN_3;

    // logsumexp_in = max(add3)
    const logsumexp_in = Math.max(add3_1, add3_2, add3_3);

    // softmax_exp = exp(add3 - logsumexp_in)
    const softmax_exp_1 = Math.exp(add3_1 - logsumexp_in);
    const softmax_exp_2 = Math.exp(add3_2 - logsumexp_in);
    const softmax_exp_3 = Math.exp(add3_3 - logsumexp_in);

    // sum2 = sum(softmax_exp)
    const sum2 = softmax_exp_1 + softmax_exp_2 + softmax_exp_3;

    // J_sum = Σn (logsumexp_in + log(sum2))
    J_sum += logsumexp_in + Math.log(sum2);

    // dlogN_in = softmax_exp / sum2   [chain rule through logsumexp: dx = g .* softmax(x); line 22]
    const dlogN_in_1 = softmax_exp_1 / sum2;
    const dlogN_in_2 = softmax_exp_2 / sum2;
    const dlogN_in_3 = softmax_exp_3 / sum2;

    // delta = alpha - dlogN_in   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); line 22]
    const delta_1 = alpha_1 - dlogN_in_1;
    const delta_2 = alpha_2 - dlogN_in_2;
    const delta_3 = alpha_3 - dlogN_in_3;

    // dWa = Σn outer(delta, h)   [EQ4: ∂C/∂w = δ aᵀ; line 15]
    dWa_1_1 += delta_1 * h_1;
    dWa_1_2 += delta_1 * h_2;
    dWa_1_3 += delta_1 * h_3;
    dWa_1_4 += delta_1 * h_4;
    dWa_1_5 += delta_1 * h_5;
    dWa_1_6 += delta_1 * h_6;
    dWa_1_7 += delta_1 * h_7;
    dWa_1_8 += delta_1 * h_8;
    dWa_2_1 += delta_2 * h_1;
    dWa_2_2 += delta_2 * h_2;
    dWa_2_3 += delta_2 * h_3;
    dWa_2_4 += delta_2 * h_4;
    dWa_2_5 += delta_2 * h_5;
    dWa_2_6 += delta_2 * h_6;
    dWa_2_7 += delta_2 * h_7;
    dWa_2_8 += delta_2 * h_8;
    dWa_3_1 += delta_3 * h_1;
    dWa_3_2 += delta_3 * h_2;
    dWa_3_3 += delta_3 * h_3;
    dWa_3_4 += delta_3 * h_4;
    dWa_3_5 += delta_3 * h_5;
    dWa_3_6 += delta_3 * h_6;
    dWa_3_7 += delta_3 * h_7;
    dWa_3_8 += delta_3 * h_8;

    // dba = Σn delta   [EQ3: ∂C/∂b = δ]
    dba_1 += delta_1;
    dba_2 += delta_2;
    dba_3 += delta_3;

    // delta2 = dlogN_in .* div ./ sigma   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); line 21]
    const delta2_1 = dlogN_in_1 * div_1 / sigma_1;
    const delta2_2 = dlogN_in_2 * div_2 / sigma_2;
    const delta2_3 = dlogN_in_3 * div_3 / sigma_3;

    // dWm_sum = Σn outer(delta2, h)   [Wm * h with respect to Wm: outer product of the cotangent and the vector; line 16]
    dWm_sum_1_1 += delta2_1 * h_1;
    dWm_sum_1_2 += delta2_1 * h_2;
    dWm_sum_1_3 += delta2_1 * h_3;
    dWm_sum_1_4 += delta2_1 * h_4;
    dWm_sum_1_5 += delta2_1 * h_5;
    dWm_sum_1_6 += delta2_1 * h_6;
    dWm_sum_1_7 += delta2_1 * h_7;
    dWm_sum_1_8 += delta2_1 * h_8;
    dWm_sum_2_1 += delta2_2 * h_1;
    dWm_sum_2_2 += delta2_2 * h_2;
    dWm_sum_2_3 += delta2_2 * h_3;
    dWm_sum_2_4 += delta2_2 * h_4;
    dWm_sum_2_5 += delta2_2 * h_5;
    dWm_sum_2_6 += delta2_2 * h_6;
    dWm_sum_2_7 += delta2_2 * h_7;
    dWm_sum_2_8 += delta2_2 * h_8;
    dWm_sum_3_1 += delta2_3 * h_1;
    dWm_sum_3_2 += delta2_3 * h_2;
    dWm_sum_3_3 += delta2_3 * h_3;
    dWm_sum_3_4 += delta2_3 * h_4;
    dWm_sum_3_5 += delta2_3 * h_5;
    dWm_sum_3_6 += delta2_3 * h_6;
    dWm_sum_3_7 += delta2_3 * h_7;
    dWm_sum_3_8 += delta2_3 * h_8;

    // dbm_sum = Σn delta2
    dbm_sum_1 += delta2_1;
    dbm_sum_2 += delta2_2;
    dbm_sum_3 += delta2_3;

    // dsigma_in = delta2 .* div .* sigma   [chain rule through exp: ∂sigma/∂s = sigma; line 18]
    const dsigma_in_1 = delta2_1 * div_1 * sigma_1;
    const dsigma_in_2 = delta2_2 * div_2 * sigma_2;
    const dsigma_in_3 = delta2_3 * div_3 * sigma_3;

    // ds = dlogN_in - dsigma_in   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); line 17]
    const ds_1 = dlogN_in_1 - dsigma_in_1;
    const ds_2 = dlogN_in_2 - dsigma_in_2;
    const ds_3 = dlogN_in_3 - dsigma_in_3;

    // dWs = Σn outer(ds, h)   [EQ4: ∂C/∂w = δ aᵀ; line 17]
    dWs_1_1 += ds_1 * h_1;
    dWs_1_2 += ds_1 * h_2;
    dWs_1_3 += ds_1 * h_3;
    dWs_1_4 += ds_1 * h_4;
    dWs_1_5 += ds_1 * h_5;
    dWs_1_6 += ds_1 * h_6;
    dWs_1_7 += ds_1 * h_7;
    dWs_1_8 += ds_1 * h_8;
    dWs_2_1 += ds_2 * h_1;
    dWs_2_2 += ds_2 * h_2;
    dWs_2_3 += ds_2 * h_3;
    dWs_2_4 += ds_2 * h_4;
    dWs_2_5 += ds_2 * h_5;
    dWs_2_6 += ds_2 * h_6;
    dWs_2_7 += ds_2 * h_7;
    dWs_2_8 += ds_2 * h_8;
    dWs_3_1 += ds_3 * h_1;
    dWs_3_2 += ds_3 * h_2;
    dWs_3_3 += ds_3 * h_3;
    dWs_3_4 += ds_3 * h_4;
    dWs_3_5 += ds_3 * h_5;
    dWs_3_6 += ds_3 * h_6;
    dWs_3_7 += ds_3 * h_7;
    dWs_3_8 += ds_3 * h_8;

    // dbs = Σn ds   [EQ3: ∂C/∂b = δ]
    dbs_1 += ds_1;
    dbs_2 += ds_2;
    dbs_3 += ds_3;

    // dh_in = Ws' * ds - Wm' * delta2   [sum over every use of the value; line 14]
    const dh_in_1 = ds_1 * Ws[0] + ds_2 * Ws[8] + ds_3 * Ws[16] - (delta2_1 * Wm[0] + delta2_2 * Wm[8] + delta2_3 * Wm[16]);
    const dh_in_2 = ds_1 * Ws[1] + ds_2 * Ws[9] + ds_3 * Ws[17] - (delta2_1 * Wm[1] + delta2_2 * Wm[9] + delta2_3 * Wm[17]);
    const dh_in_3 = ds_1 * Ws[2] + ds_2 * Ws[10] + ds_3 * Ws[18] - (delta2_1 * Wm[2] + delta2_2 * Wm[10] + delta2_3 * Wm[18]);
    const dh_in_4 = ds_1 * Ws[3] + ds_2 * Ws[11] + ds_3 * Ws[19] - (delta2_1 * Wm[3] + delta2_2 * Wm[11] + delta2_3 * Wm[19]);
    const dh_in_5 = ds_1 * Ws[4] + ds_2 * Ws[12] + ds_3 * Ws[20] - (delta2_1 * Wm[4] + delta2_2 * Wm[12] + delta2_3 * Wm[20]);
    const dh_in_6 = ds_1 * Ws[5] + ds_2 * Ws[13] + ds_3 * Ws[21] - (delta2_1 * Wm[5] + delta2_2 * Wm[13] + delta2_3 * Wm[21]);
    const dh_in_7 = ds_1 * Ws[6] + ds_2 * Ws[14] + ds_3 * Ws[22] - (delta2_1 * Wm[6] + delta2_2 * Wm[14] + delta2_3 * Wm[22]);
    const dh_in_8 = ds_1 * Ws[7] + ds_2 * Ws[15] + ds_3 * Ws[23] - (delta2_1 * Wm[7] + delta2_2 * Wm[15] + delta2_3 * Wm[23]);

    // dh = dh_in + Wa' * delta   [sum over every use of the value: Wa * h with respect to h: the matrix transposed, times the cotangent; line 14]
    const dh_1 = dh_in_1 + (delta_1 * Wa[0] + delta_2 * Wa[8] + delta_3 * Wa[16]);
    const dh_2 = dh_in_2 + (delta_1 * Wa[1] + delta_2 * Wa[9] + delta_3 * Wa[17]);
    const dh_3 = dh_in_3 + (delta_1 * Wa[2] + delta_2 * Wa[10] + delta_3 * Wa[18]);
    const dh_4 = dh_in_4 + (delta_1 * Wa[3] + delta_2 * Wa[11] + delta_3 * Wa[19]);
    const dh_5 = dh_in_5 + (delta_1 * Wa[4] + delta_2 * Wa[12] + delta_3 * Wa[20]);
    const dh_6 = dh_in_6 + (delta_1 * Wa[5] + delta_2 * Wa[13] + delta_3 * Wa[21]);
    const dh_7 = dh_in_7 + (delta_1 * Wa[6] + delta_2 * Wa[14] + delta_3 * Wa[22]);
    const dh_8 = dh_in_8 + (delta_1 * Wa[7] + delta_2 * Wa[15] + delta_3 * Wa[23]);

    // delta3 = dh .* (div2 .* (2 - div2))   [chain rule through tanh: ∂y/∂x = 1 - square(y); line 14]
    const delta3_1 = dh_1 * (div2_1 * (2 - div2_1));
    const delta3_2 = dh_2 * (div2_2 * (2 - div2_2));
    const delta3_3 = dh_3 * (div2_3 * (2 - div2_3));
    const delta3_4 = dh_4 * (div2_4 * (2 - div2_4));
    const delta3_5 = dh_5 * (div2_5 * (2 - div2_5));
    const delta3_6 = dh_6 * (div2_6 * (2 - div2_6));
    const delta3_7 = dh_7 * (div2_7 * (2 - div2_7));
    const delta3_8 = dh_8 * (div2_8 * (2 - div2_8));

    // dW1 = Σn delta3 * x   [the same for all examples: their cotangents add up]
    dW1_1 += delta3_1 * x2;
    dW1_2 += delta3_2 * x2;
    dW1_3 += delta3_3 * x2;
    dW1_4 += delta3_4 * x2;
    dW1_5 += delta3_5 * x2;
    dW1_6 += delta3_6 * x2;
    dW1_7 += delta3_7 * x2;
    dW1_8 += delta3_8 * x2;

    // db1 = Σn delta3   [the same for all examples: their cotangents add up]
    db1_1 += delta3_1;
    db1_2 += delta3_2;
    db1_3 += delta3_3;
    db1_4 += delta3_4;
    db1_5 += delta3_5;
    db1_6 += delta3_6;
    db1_7 += delta3_7;
    db1_8 += delta3_8;
  }

  // loss = -(J_sum / m)   [line 22, loss]
  const loss = -(J_sum / m);

  // m_W1⁺ = 0.9 * m_W1 + share2 * dW1
  const m_W1_1 = 0.9 * state[0] + share2 * dW1_1;
  state[0] = m_W1_1;
  const m_W1_2 = 0.9 * state[1] + share2 * dW1_2;
  state[1] = m_W1_2;
  const m_W1_3 = 0.9 * state[2] + share2 * dW1_3;
  state[2] = m_W1_3;
  const m_W1_4 = 0.9 * state[3] + share2 * dW1_4;
  state[3] = m_W1_4;
  const m_W1_5 = 0.9 * state[4] + share2 * dW1_5;
  state[4] = m_W1_5;
  const m_W1_6 = 0.9 * state[5] + share2 * dW1_6;
  state[5] = m_W1_6;
  const m_W1_7 = 0.9 * state[6] + share2 * dW1_7;
  state[6] = m_W1_7;
  const m_W1_8 = 0.9 * state[7] + share2 * dW1_8;
  state[7] = m_W1_8;

  // v_W1⁺ = 0.999 * v_W1 + 0.001 * (share * dW1) .^ 2
  const t3 = share * dW1_1;
  const v_W1_1 = 0.999 * state[8] + 0.001 * (t3 * t3);
  state[8] = v_W1_1;
  const t4 = share * dW1_2;
  const v_W1_2 = 0.999 * state[9] + 0.001 * (t4 * t4);
  state[9] = v_W1_2;
  const t5 = share * dW1_3;
  const v_W1_3 = 0.999 * state[10] + 0.001 * (t5 * t5);
  state[10] = v_W1_3;
  const t6 = share * dW1_4;
  const v_W1_4 = 0.999 * state[11] + 0.001 * (t6 * t6);
  state[11] = v_W1_4;
  const t7 = share * dW1_5;
  const v_W1_5 = 0.999 * state[12] + 0.001 * (t7 * t7);
  state[12] = v_W1_5;
  const t8 = share * dW1_6;
  const v_W1_6 = 0.999 * state[13] + 0.001 * (t8 * t8);
  state[13] = v_W1_6;
  const t9 = share * dW1_7;
  const v_W1_7 = 0.999 * state[14] + 0.001 * (t9 * t9);
  state[14] = v_W1_7;
  const t10 = share * dW1_8;
  const v_W1_8 = 0.999 * state[15] + 0.001 * (t10 * t10);
  state[15] = v_W1_8;

  // W1⁺ = W1 - scale * (m_W1⁺ ./ (sqrt(scale2 * v_W1⁺) + 1e-8))
  W1[0] -= scale * (m_W1_1 / (Math.sqrt(scale2 * v_W1_1) + 1e-8));
  W1[1] -= scale * (m_W1_2 / (Math.sqrt(scale2 * v_W1_2) + 1e-8));
  W1[2] -= scale * (m_W1_3 / (Math.sqrt(scale2 * v_W1_3) + 1e-8));
  W1[3] -= scale * (m_W1_4 / (Math.sqrt(scale2 * v_W1_4) + 1e-8));
  W1[4] -= scale * (m_W1_5 / (Math.sqrt(scale2 * v_W1_5) + 1e-8));
  W1[5] -= scale * (m_W1_6 / (Math.sqrt(scale2 * v_W1_6) + 1e-8));
  W1[6] -= scale * (m_W1_7 / (Math.sqrt(scale2 * v_W1_7) + 1e-8));
  W1[7] -= scale * (m_W1_8 / (Math.sqrt(scale2 * v_W1_8) + 1e-8));

  // m_b1⁺ = 0.9 * m_b1 + share2 * db1
  const m_b1_1 = 0.9 * state[16] + share2 * db1_1;
  state[16] = m_b1_1;
  const m_b1_2 = 0.9 * state[17] + share2 * db1_2;
  state[17] = m_b1_2;
  const m_b1_3 = 0.9 * state[18] + share2 * db1_3;
  state[18] = m_b1_3;
  const m_b1_4 = 0.9 * state[19] + share2 * db1_4;
  state[19] = m_b1_4;
  const m_b1_5 = 0.9 * state[20] + share2 * db1_5;
  state[20] = m_b1_5;
  const m_b1_6 = 0.9 * state[21] + share2 * db1_6;
  state[21] = m_b1_6;
  const m_b1_7 = 0.9 * state[22] + share2 * db1_7;
  state[22] = m_b1_7;
  const m_b1_8 = 0.9 * state[23] + share2 * db1_8;
  state[23] = m_b1_8;

  // v_b1⁺ = 0.999 * v_b1 + 0.001 * (share * db1) .^ 2
  const t11 = share * db1_1;
  const v_b1_1 = 0.999 * state[24] + 0.001 * (t11 * t11);
  state[24] = v_b1_1;
  const t12 = share * db1_2;
  const v_b1_2 = 0.999 * state[25] + 0.001 * (t12 * t12);
  state[25] = v_b1_2;
  const t13 = share * db1_3;
  const v_b1_3 = 0.999 * state[26] + 0.001 * (t13 * t13);
  state[26] = v_b1_3;
  const t14 = share * db1_4;
  const v_b1_4 = 0.999 * state[27] + 0.001 * (t14 * t14);
  state[27] = v_b1_4;
  const t15 = share * db1_5;
  const v_b1_5 = 0.999 * state[28] + 0.001 * (t15 * t15);
  state[28] = v_b1_5;
  const t16 = share * db1_6;
  const v_b1_6 = 0.999 * state[29] + 0.001 * (t16 * t16);
  state[29] = v_b1_6;
  const t17 = share * db1_7;
  const v_b1_7 = 0.999 * state[30] + 0.001 * (t17 * t17);
  state[30] = v_b1_7;
  const t18 = share * db1_8;
  const v_b1_8 = 0.999 * state[31] + 0.001 * (t18 * t18);
  state[31] = v_b1_8;

  // b1⁺ = b1 - scale * (m_b1⁺ ./ (sqrt(scale2 * v_b1⁺) + 1e-8))
  b1[0] -= scale * (m_b1_1 / (Math.sqrt(scale2 * v_b1_1) + 1e-8));
  b1[1] -= scale * (m_b1_2 / (Math.sqrt(scale2 * v_b1_2) + 1e-8));
  b1[2] -= scale * (m_b1_3 / (Math.sqrt(scale2 * v_b1_3) + 1e-8));
  b1[3] -= scale * (m_b1_4 / (Math.sqrt(scale2 * v_b1_4) + 1e-8));
  b1[4] -= scale * (m_b1_5 / (Math.sqrt(scale2 * v_b1_5) + 1e-8));
  b1[5] -= scale * (m_b1_6 / (Math.sqrt(scale2 * v_b1_6) + 1e-8));
  b1[6] -= scale * (m_b1_7 / (Math.sqrt(scale2 * v_b1_7) + 1e-8));
  b1[7] -= scale * (m_b1_8 / (Math.sqrt(scale2 * v_b1_8) + 1e-8));

  // m_Wa⁺ = 0.9 * m_Wa + share2 * dWa
  const m_Wa_1_1 = 0.9 * state[32] + share2 * dWa_1_1;
  state[32] = m_Wa_1_1;
  const m_Wa_1_2 = 0.9 * state[33] + share2 * dWa_1_2;
  state[33] = m_Wa_1_2;
  const m_Wa_1_3 = 0.9 * state[34] + share2 * dWa_1_3;
  state[34] = m_Wa_1_3;
  const m_Wa_1_4 = 0.9 * state[35] + share2 * dWa_1_4;
  state[35] = m_Wa_1_4;
  const m_Wa_1_5 = 0.9 * state[36] + share2 * dWa_1_5;
  state[36] = m_Wa_1_5;
  const m_Wa_1_6 = 0.9 * state[37] + share2 * dWa_1_6;
  state[37] = m_Wa_1_6;
  const m_Wa_1_7 = 0.9 * state[38] + share2 * dWa_1_7;
  state[38] = m_Wa_1_7;
  const m_Wa_1_8 = 0.9 * state[39] + share2 * dWa_1_8;
  state[39] = m_Wa_1_8;
  const m_Wa_2_1 = 0.9 * state[40] + share2 * dWa_2_1;
  state[40] = m_Wa_2_1;
  const m_Wa_2_2 = 0.9 * state[41] + share2 * dWa_2_2;
  state[41] = m_Wa_2_2;
  const m_Wa_2_3 = 0.9 * state[42] + share2 * dWa_2_3;
  state[42] = m_Wa_2_3;
  const m_Wa_2_4 = 0.9 * state[43] + share2 * dWa_2_4;
  state[43] = m_Wa_2_4;
  const m_Wa_2_5 = 0.9 * state[44] + share2 * dWa_2_5;
  state[44] = m_Wa_2_5;
  const m_Wa_2_6 = 0.9 * state[45] + share2 * dWa_2_6;
  state[45] = m_Wa_2_6;
  const m_Wa_2_7 = 0.9 * state[46] + share2 * dWa_2_7;
  state[46] = m_Wa_2_7;
  const m_Wa_2_8 = 0.9 * state[47] + share2 * dWa_2_8;
  state[47] = m_Wa_2_8;
  const m_Wa_3_1 = 0.9 * state[48] + share2 * dWa_3_1;
  state[48] = m_Wa_3_1;
  const m_Wa_3_2 = 0.9 * state[49] + share2 * dWa_3_2;
  state[49] = m_Wa_3_2;
  const m_Wa_3_3 = 0.9 * state[50] + share2 * dWa_3_3;
  state[50] = m_Wa_3_3;
  const m_Wa_3_4 = 0.9 * state[51] + share2 * dWa_3_4;
  state[51] = m_Wa_3_4;
  const m_Wa_3_5 = 0.9 * state[52] + share2 * dWa_3_5;
  state[52] = m_Wa_3_5;
  const m_Wa_3_6 = 0.9 * state[53] + share2 * dWa_3_6;
  state[53] = m_Wa_3_6;
  const m_Wa_3_7 = 0.9 * state[54] + share2 * dWa_3_7;
  state[54] = m_Wa_3_7;
  const m_Wa_3_8 = 0.9 * state[55] + share2 * dWa_3_8;
  state[55] = m_Wa_3_8;

  // v_Wa⁺ = 0.999 * v_Wa + 0.001 * (share * dWa) .^ 2
  const t19 = share * dWa_1_1;
  const v_Wa_1_1 = 0.999 * state[56] + 0.001 * (t19 * t19);
  state[56] = v_Wa_1_1;
  const t20 = share * dWa_1_2;
  const v_Wa_1_2 = 0.999 * state[57] + 0.001 * (t20 * t20);
  state[57] = v_Wa_1_2;
  const t21 = share * dWa_1_3;
  const v_Wa_1_3 = 0.999 * state[58] + 0.001 * (t21 * t21);
  state[58] = v_Wa_1_3;
  const t22 = share * dWa_1_4;
  const v_Wa_1_4 = 0.999 * state[59] + 0.001 * (t22 * t22);
  state[59] = v_Wa_1_4;
  const t23 = share * dWa_1_5;
  const v_Wa_1_5 = 0.999 * state[60] + 0.001 * (t23 * t23);
  state[60] = v_Wa_1_5;
  const t24 = share * dWa_1_6;
  const v_Wa_1_6 = 0.999 * state[61] + 0.001 * (t24 * t24);
  state[61] = v_Wa_1_6;
  const t25 = share * dWa_1_7;
  const v_Wa_1_7 = 0.999 * state[62] + 0.001 * (t25 * t25);
  state[62] = v_Wa_1_7;
  const t26 = share * dWa_1_8;
  const v_Wa_1_8 = 0.999 * state[63] + 0.001 * (t26 * t26);
  state[63] = v_Wa_1_8;
  const t27 = share * dWa_2_1;
  const v_Wa_2_1 = 0.999 * state[64] + 0.001 * (t27 * t27);
  state[64] = v_Wa_2_1;
  const t28 = share * dWa_2_2;
  const v_Wa_2_2 = 0.999 * state[65] + 0.001 * (t28 * t28);
  state[65] = v_Wa_2_2;
  const t29 = share * dWa_2_3;
  const v_Wa_2_3 = 0.999 * state[66] + 0.001 * (t29 * t29);
  state[66] = v_Wa_2_3;
  const t30 = share * dWa_2_4;
  const v_Wa_2_4 = 0.999 * state[67] + 0.001 * (t30 * t30);
  state[67] = v_Wa_2_4;
  const t31 = share * dWa_2_5;
  const v_Wa_2_5 = 0.999 * state[68] + 0.001 * (t31 * t31);
  state[68] = v_Wa_2_5;
  const t32 = share * dWa_2_6;
  const v_Wa_2_6 = 0.999 * state[69] + 0.001 * (t32 * t32);
  state[69] = v_Wa_2_6;
  const t33 = share * dWa_2_7;
  const v_Wa_2_7 = 0.999 * state[70] + 0.001 * (t33 * t33);
  state[70] = v_Wa_2_7;
  const t34 = share * dWa_2_8;
  const v_Wa_2_8 = 0.999 * state[71] + 0.001 * (t34 * t34);
  state[71] = v_Wa_2_8;
  const t35 = share * dWa_3_1;
  const v_Wa_3_1 = 0.999 * state[72] + 0.001 * (t35 * t35);
  state[72] = v_Wa_3_1;
  const t36 = share * dWa_3_2;
  const v_Wa_3_2 = 0.999 * state[73] + 0.001 * (t36 * t36);
  state[73] = v_Wa_3_2;
  const t37 = share * dWa_3_3;
  const v_Wa_3_3 = 0.999 * state[74] + 0.001 * (t37 * t37);
  state[74] = v_Wa_3_3;
  const t38 = share * dWa_3_4;
  const v_Wa_3_4 = 0.999 * state[75] + 0.001 * (t38 * t38);
  state[75] = v_Wa_3_4;
  const t39 = share * dWa_3_5;
  const v_Wa_3_5 = 0.999 * state[76] + 0.001 * (t39 * t39);
  state[76] = v_Wa_3_5;
  const t40 = share * dWa_3_6;
  const v_Wa_3_6 = 0.999 * state[77] + 0.001 * (t40 * t40);
  state[77] = v_Wa_3_6;
  const t41 = share * dWa_3_7;
  const v_Wa_3_7 = 0.999 * state[78] + 0.001 * (t41 * t41);
  state[78] = v_Wa_3_7;
  const t42 = share * dWa_3_8;
  const v_Wa_3_8 = 0.999 * state[79] + 0.001 * (t42 * t42);
  state[79] = v_Wa_3_8;

  // Wa⁺ = Wa - scale * (m_Wa⁺ ./ (sqrt(scale2 * v_Wa⁺) + 1e-8))
  Wa[0] -= scale * (m_Wa_1_1 / (Math.sqrt(scale2 * v_Wa_1_1) + 1e-8));
  Wa[1] -= scale * (m_Wa_1_2 / (Math.sqrt(scale2 * v_Wa_1_2) + 1e-8));
  Wa[2] -= scale * (m_Wa_1_3 / (Math.sqrt(scale2 * v_Wa_1_3) + 1e-8));
  Wa[3] -= scale * (m_Wa_1_4 / (Math.sqrt(scale2 * v_Wa_1_4) + 1e-8));
  Wa[4] -= scale * (m_Wa_1_5 / (Math.sqrt(scale2 * v_Wa_1_5) + 1e-8));
  Wa[5] -= scale * (m_Wa_1_6 / (Math.sqrt(scale2 * v_Wa_1_6) + 1e-8));
  Wa[6] -= scale * (m_Wa_1_7 / (Math.sqrt(scale2 * v_Wa_1_7) + 1e-8));
  Wa[7] -= scale * (m_Wa_1_8 / (Math.sqrt(scale2 * v_Wa_1_8) + 1e-8));
  Wa[8] -= scale * (m_Wa_2_1 / (Math.sqrt(scale2 * v_Wa_2_1) + 1e-8));
  Wa[9] -= scale * (m_Wa_2_2 / (Math.sqrt(scale2 * v_Wa_2_2) + 1e-8));
  Wa[10] -= scale * (m_Wa_2_3 / (Math.sqrt(scale2 * v_Wa_2_3) + 1e-8));
  Wa[11] -= scale * (m_Wa_2_4 / (Math.sqrt(scale2 * v_Wa_2_4) + 1e-8));
  Wa[12] -= scale * (m_Wa_2_5 / (Math.sqrt(scale2 * v_Wa_2_5) + 1e-8));
  Wa[13] -= scale * (m_Wa_2_6 / (Math.sqrt(scale2 * v_Wa_2_6) + 1e-8));
  Wa[14] -= scale * (m_Wa_2_7 / (Math.sqrt(scale2 * v_Wa_2_7) + 1e-8));
  Wa[15] -= scale * (m_Wa_2_8 / (Math.sqrt(scale2 * v_Wa_2_8) + 1e-8));
  Wa[16] -= scale * (m_Wa_3_1 / (Math.sqrt(scale2 * v_Wa_3_1) + 1e-8));
  Wa[17] -= scale * (m_Wa_3_2 / (Math.sqrt(scale2 * v_Wa_3_2) + 1e-8));
  Wa[18] -= scale * (m_Wa_3_3 / (Math.sqrt(scale2 * v_Wa_3_3) + 1e-8));
  Wa[19] -= scale * (m_Wa_3_4 / (Math.sqrt(scale2 * v_Wa_3_4) + 1e-8));
  Wa[20] -= scale * (m_Wa_3_5 / (Math.sqrt(scale2 * v_Wa_3_5) + 1e-8));
  Wa[21] -= scale * (m_Wa_3_6 / (Math.sqrt(scale2 * v_Wa_3_6) + 1e-8));
  Wa[22] -= scale * (m_Wa_3_7 / (Math.sqrt(scale2 * v_Wa_3_7) + 1e-8));
  Wa[23] -= scale * (m_Wa_3_8 / (Math.sqrt(scale2 * v_Wa_3_8) + 1e-8));

  // m_ba⁺ = 0.9 * m_ba + share2 * dba
  const m_ba_1 = 0.9 * state[80] + share2 * dba_1;
  state[80] = m_ba_1;
  const m_ba_2 = 0.9 * state[81] + share2 * dba_2;
  state[81] = m_ba_2;
  const m_ba_3 = 0.9 * state[82] + share2 * dba_3;
  state[82] = m_ba_3;

  // v_ba⁺ = 0.999 * v_ba + 0.001 * (share * dba) .^ 2
  const t43 = share * dba_1;
  const v_ba_1 = 0.999 * state[83] + 0.001 * (t43 * t43);
  state[83] = v_ba_1;
  const t44 = share * dba_2;
  const v_ba_2 = 0.999 * state[84] + 0.001 * (t44 * t44);
  state[84] = v_ba_2;
  const t45 = share * dba_3;
  const v_ba_3 = 0.999 * state[85] + 0.001 * (t45 * t45);
  state[85] = v_ba_3;

  // ba⁺ = ba - scale * (m_ba⁺ ./ (sqrt(scale2 * v_ba⁺) + 1e-8))
  ba[0] -= scale * (m_ba_1 / (Math.sqrt(scale2 * v_ba_1) + 1e-8));
  ba[1] -= scale * (m_ba_2 / (Math.sqrt(scale2 * v_ba_2) + 1e-8));
  ba[2] -= scale * (m_ba_3 / (Math.sqrt(scale2 * v_ba_3) + 1e-8));

  // m_Wm⁺ = 0.9 * m_Wm - share2 * dWm_sum
  const m_Wm_1_1 = 0.9 * state[86] - share2 * dWm_sum_1_1;
  state[86] = m_Wm_1_1;
  const m_Wm_1_2 = 0.9 * state[87] - share2 * dWm_sum_1_2;
  state[87] = m_Wm_1_2;
  const m_Wm_1_3 = 0.9 * state[88] - share2 * dWm_sum_1_3;
  state[88] = m_Wm_1_3;
  const m_Wm_1_4 = 0.9 * state[89] - share2 * dWm_sum_1_4;
  state[89] = m_Wm_1_4;
  const m_Wm_1_5 = 0.9 * state[90] - share2 * dWm_sum_1_5;
  state[90] = m_Wm_1_5;
  const m_Wm_1_6 = 0.9 * state[91] - share2 * dWm_sum_1_6;
  state[91] = m_Wm_1_6;
  const m_Wm_1_7 = 0.9 * state[92] - share2 * dWm_sum_1_7;
  state[92] = m_Wm_1_7;
  const m_Wm_1_8 = 0.9 * state[93] - share2 * dWm_sum_1_8;
  state[93] = m_Wm_1_8;
  const m_Wm_2_1 = 0.9 * state[94] - share2 * dWm_sum_2_1;
  state[94] = m_Wm_2_1;
  const m_Wm_2_2 = 0.9 * state[95] - share2 * dWm_sum_2_2;
  state[95] = m_Wm_2_2;
  const m_Wm_2_3 = 0.9 * state[96] - share2 * dWm_sum_2_3;
  state[96] = m_Wm_2_3;
  const m_Wm_2_4 = 0.9 * state[97] - share2 * dWm_sum_2_4;
  state[97] = m_Wm_2_4;
  const m_Wm_2_5 = 0.9 * state[98] - share2 * dWm_sum_2_5;
  state[98] = m_Wm_2_5;
  const m_Wm_2_6 = 0.9 * state[99] - share2 * dWm_sum_2_6;
  state[99] = m_Wm_2_6;
  const m_Wm_2_7 = 0.9 * state[100] - share2 * dWm_sum_2_7;
  state[100] = m_Wm_2_7;
  const m_Wm_2_8 = 0.9 * state[101] - share2 * dWm_sum_2_8;
  state[101] = m_Wm_2_8;
  const m_Wm_3_1 = 0.9 * state[102] - share2 * dWm_sum_3_1;
  state[102] = m_Wm_3_1;
  const m_Wm_3_2 = 0.9 * state[103] - share2 * dWm_sum_3_2;
  state[103] = m_Wm_3_2;
  const m_Wm_3_3 = 0.9 * state[104] - share2 * dWm_sum_3_3;
  state[104] = m_Wm_3_3;
  const m_Wm_3_4 = 0.9 * state[105] - share2 * dWm_sum_3_4;
  state[105] = m_Wm_3_4;
  const m_Wm_3_5 = 0.9 * state[106] - share2 * dWm_sum_3_5;
  state[106] = m_Wm_3_5;
  const m_Wm_3_6 = 0.9 * state[107] - share2 * dWm_sum_3_6;
  state[107] = m_Wm_3_6;
  const m_Wm_3_7 = 0.9 * state[108] - share2 * dWm_sum_3_7;
  state[108] = m_Wm_3_7;
  const m_Wm_3_8 = 0.9 * state[109] - share2 * dWm_sum_3_8;
  state[109] = m_Wm_3_8;

  // v_Wm⁺ = 0.999 * v_Wm + 0.001 * (share * dWm_sum) .^ 2
  const t46 = share * dWm_sum_1_1;
  const v_Wm_1_1 = 0.999 * state[110] + 0.001 * (t46 * t46);
  state[110] = v_Wm_1_1;
  const t47 = share * dWm_sum_1_2;
  const v_Wm_1_2 = 0.999 * state[111] + 0.001 * (t47 * t47);
  state[111] = v_Wm_1_2;
  const t48 = share * dWm_sum_1_3;
  const v_Wm_1_3 = 0.999 * state[112] + 0.001 * (t48 * t48);
  state[112] = v_Wm_1_3;
  const t49 = share * dWm_sum_1_4;
  const v_Wm_1_4 = 0.999 * state[113] + 0.001 * (t49 * t49);
  state[113] = v_Wm_1_4;
  const t50 = share * dWm_sum_1_5;
  const v_Wm_1_5 = 0.999 * state[114] + 0.001 * (t50 * t50);
  state[114] = v_Wm_1_5;
  const t51 = share * dWm_sum_1_6;
  const v_Wm_1_6 = 0.999 * state[115] + 0.001 * (t51 * t51);
  state[115] = v_Wm_1_6;
  const t52 = share * dWm_sum_1_7;
  const v_Wm_1_7 = 0.999 * state[116] + 0.001 * (t52 * t52);
  state[116] = v_Wm_1_7;
  const t53 = share * dWm_sum_1_8;
  const v_Wm_1_8 = 0.999 * state[117] + 0.001 * (t53 * t53);
  state[117] = v_Wm_1_8;
  const t54 = share * dWm_sum_2_1;
  const v_Wm_2_1 = 0.999 * state[118] + 0.001 * (t54 * t54);
  state[118] = v_Wm_2_1;
  const t55 = share * dWm_sum_2_2;
  const v_Wm_2_2 = 0.999 * state[119] + 0.001 * (t55 * t55);
  state[119] = v_Wm_2_2;
  const t56 = share * dWm_sum_2_3;
  const v_Wm_2_3 = 0.999 * state[120] + 0.001 * (t56 * t56);
  state[120] = v_Wm_2_3;
  const t57 = share * dWm_sum_2_4;
  const v_Wm_2_4 = 0.999 * state[121] + 0.001 * (t57 * t57);
  state[121] = v_Wm_2_4;
  const t58 = share * dWm_sum_2_5;
  const v_Wm_2_5 = 0.999 * state[122] + 0.001 * (t58 * t58);
  state[122] = v_Wm_2_5;
  const t59 = share * dWm_sum_2_6;
  const v_Wm_2_6 = 0.999 * state[123] + 0.001 * (t59 * t59);
  state[123] = v_Wm_2_6;
  const t60 = share * dWm_sum_2_7;
  const v_Wm_2_7 = 0.999 * state[124] + 0.001 * (t60 * t60);
  state[124] = v_Wm_2_7;
  const t61 = share * dWm_sum_2_8;
  const v_Wm_2_8 = 0.999 * state[125] + 0.001 * (t61 * t61);
  state[125] = v_Wm_2_8;
  const t62 = share * dWm_sum_3_1;
  const v_Wm_3_1 = 0.999 * state[126] + 0.001 * (t62 * t62);
  state[126] = v_Wm_3_1;
  const t63 = share * dWm_sum_3_2;
  const v_Wm_3_2 = 0.999 * state[127] + 0.001 * (t63 * t63);
  state[127] = v_Wm_3_2;
  const t64 = share * dWm_sum_3_3;
  const v_Wm_3_3 = 0.999 * state[128] + 0.001 * (t64 * t64);
  state[128] = v_Wm_3_3;
  const t65 = share * dWm_sum_3_4;
  const v_Wm_3_4 = 0.999 * state[129] + 0.001 * (t65 * t65);
  state[129] = v_Wm_3_4;
  const t66 = share * dWm_sum_3_5;
  const v_Wm_3_5 = 0.999 * state[130] + 0.001 * (t66 * t66);
  state[130] = v_Wm_3_5;
  const t67 = share * dWm_sum_3_6;
  const v_Wm_3_6 = 0.999 * state[131] + 0.001 * (t67 * t67);
  state[131] = v_Wm_3_6;
  const t68 = share * dWm_sum_3_7;
  const v_Wm_3_7 = 0.999 * state[132] + 0.001 * (t68 * t68);
  state[132] = v_Wm_3_7;
  const t69 = share * dWm_sum_3_8;
  const v_Wm_3_8 = 0.999 * state[133] + 0.001 * (t69 * t69);
  state[133] = v_Wm_3_8;

  // Wm⁺ = Wm - scale * (m_Wm⁺ ./ (sqrt(scale2 * v_Wm⁺) + 1e-8))
  Wm[0] -= scale * (m_Wm_1_1 / (Math.sqrt(scale2 * v_Wm_1_1) + 1e-8));
  Wm[1] -= scale * (m_Wm_1_2 / (Math.sqrt(scale2 * v_Wm_1_2) + 1e-8));
  Wm[2] -= scale * (m_Wm_1_3 / (Math.sqrt(scale2 * v_Wm_1_3) + 1e-8));
  Wm[3] -= scale * (m_Wm_1_4 / (Math.sqrt(scale2 * v_Wm_1_4) + 1e-8));
  Wm[4] -= scale * (m_Wm_1_5 / (Math.sqrt(scale2 * v_Wm_1_5) + 1e-8));
  Wm[5] -= scale * (m_Wm_1_6 / (Math.sqrt(scale2 * v_Wm_1_6) + 1e-8));
  Wm[6] -= scale * (m_Wm_1_7 / (Math.sqrt(scale2 * v_Wm_1_7) + 1e-8));
  Wm[7] -= scale * (m_Wm_1_8 / (Math.sqrt(scale2 * v_Wm_1_8) + 1e-8));
  Wm[8] -= scale * (m_Wm_2_1 / (Math.sqrt(scale2 * v_Wm_2_1) + 1e-8));
  Wm[9] -= scale * (m_Wm_2_2 / (Math.sqrt(scale2 * v_Wm_2_2) + 1e-8));
  Wm[10] -= scale * (m_Wm_2_3 / (Math.sqrt(scale2 * v_Wm_2_3) + 1e-8));
  Wm[11] -= scale * (m_Wm_2_4 / (Math.sqrt(scale2 * v_Wm_2_4) + 1e-8));
  Wm[12] -= scale * (m_Wm_2_5 / (Math.sqrt(scale2 * v_Wm_2_5) + 1e-8));
  Wm[13] -= scale * (m_Wm_2_6 / (Math.sqrt(scale2 * v_Wm_2_6) + 1e-8));
  Wm[14] -= scale * (m_Wm_2_7 / (Math.sqrt(scale2 * v_Wm_2_7) + 1e-8));
  Wm[15] -= scale * (m_Wm_2_8 / (Math.sqrt(scale2 * v_Wm_2_8) + 1e-8));
  Wm[16] -= scale * (m_Wm_3_1 / (Math.sqrt(scale2 * v_Wm_3_1) + 1e-8));
  Wm[17] -= scale * (m_Wm_3_2 / (Math.sqrt(scale2 * v_Wm_3_2) + 1e-8));
  Wm[18] -= scale * (m_Wm_3_3 / (Math.sqrt(scale2 * v_Wm_3_3) + 1e-8));
  Wm[19] -= scale * (m_Wm_3_4 / (Math.sqrt(scale2 * v_Wm_3_4) + 1e-8));
  Wm[20] -= scale * (m_Wm_3_5 / (Math.sqrt(scale2 * v_Wm_3_5) + 1e-8));
  Wm[21] -= scale * (m_Wm_3_6 / (Math.sqrt(scale2 * v_Wm_3_6) + 1e-8));
  Wm[22] -= scale * (m_Wm_3_7 / (Math.sqrt(scale2 * v_Wm_3_7) + 1e-8));
  Wm[23] -= scale * (m_Wm_3_8 / (Math.sqrt(scale2 * v_Wm_3_8) + 1e-8));

  // m_bm⁺ = 0.9 * m_bm - share2 * dbm_sum
  const m_bm_1 = 0.9 * state[134] - share2 * dbm_sum_1;
  state[134] = m_bm_1;
  const m_bm_2 = 0.9 * state[135] - share2 * dbm_sum_2;
  state[135] = m_bm_2;
  const m_bm_3 = 0.9 * state[136] - share2 * dbm_sum_3;
  state[136] = m_bm_3;

  // v_bm⁺ = 0.999 * v_bm + 0.001 * (share * dbm_sum) .^ 2
  const t70 = share * dbm_sum_1;
  const v_bm_1 = 0.999 * state[137] + 0.001 * (t70 * t70);
  state[137] = v_bm_1;
  const t71 = share * dbm_sum_2;
  const v_bm_2 = 0.999 * state[138] + 0.001 * (t71 * t71);
  state[138] = v_bm_2;
  const t72 = share * dbm_sum_3;
  const v_bm_3 = 0.999 * state[139] + 0.001 * (t72 * t72);
  state[139] = v_bm_3;

  // bm⁺ = bm - scale * (m_bm⁺ ./ (sqrt(scale2 * v_bm⁺) + 1e-8))
  bm[0] -= scale * (m_bm_1 / (Math.sqrt(scale2 * v_bm_1) + 1e-8));
  bm[1] -= scale * (m_bm_2 / (Math.sqrt(scale2 * v_bm_2) + 1e-8));
  bm[2] -= scale * (m_bm_3 / (Math.sqrt(scale2 * v_bm_3) + 1e-8));

  // m_Ws⁺ = 0.9 * m_Ws + share2 * dWs
  const m_Ws_1_1 = 0.9 * state[140] + share2 * dWs_1_1;
  state[140] = m_Ws_1_1;
  const m_Ws_1_2 = 0.9 * state[141] + share2 * dWs_1_2;
  state[141] = m_Ws_1_2;
  const m_Ws_1_3 = 0.9 * state[142] + share2 * dWs_1_3;
  state[142] = m_Ws_1_3;
  const m_Ws_1_4 = 0.9 * state[143] + share2 * dWs_1_4;
  state[143] = m_Ws_1_4;
  const m_Ws_1_5 = 0.9 * state[144] + share2 * dWs_1_5;
  state[144] = m_Ws_1_5;
  const m_Ws_1_6 = 0.9 * state[145] + share2 * dWs_1_6;
  state[145] = m_Ws_1_6;
  const m_Ws_1_7 = 0.9 * state[146] + share2 * dWs_1_7;
  state[146] = m_Ws_1_7;
  const m_Ws_1_8 = 0.9 * state[147] + share2 * dWs_1_8;
  state[147] = m_Ws_1_8;
  const m_Ws_2_1 = 0.9 * state[148] + share2 * dWs_2_1;
  state[148] = m_Ws_2_1;
  const m_Ws_2_2 = 0.9 * state[149] + share2 * dWs_2_2;
  state[149] = m_Ws_2_2;
  const m_Ws_2_3 = 0.9 * state[150] + share2 * dWs_2_3;
  state[150] = m_Ws_2_3;
  const m_Ws_2_4 = 0.9 * state[151] + share2 * dWs_2_4;
  state[151] = m_Ws_2_4;
  const m_Ws_2_5 = 0.9 * state[152] + share2 * dWs_2_5;
  state[152] = m_Ws_2_5;
  const m_Ws_2_6 = 0.9 * state[153] + share2 * dWs_2_6;
  state[153] = m_Ws_2_6;
  const m_Ws_2_7 = 0.9 * state[154] + share2 * dWs_2_7;
  state[154] = m_Ws_2_7;
  const m_Ws_2_8 = 0.9 * state[155] + share2 * dWs_2_8;
  state[155] = m_Ws_2_8;
  const m_Ws_3_1 = 0.9 * state[156] + share2 * dWs_3_1;
  state[156] = m_Ws_3_1;
  const m_Ws_3_2 = 0.9 * state[157] + share2 * dWs_3_2;
  state[157] = m_Ws_3_2;
  const m_Ws_3_3 = 0.9 * state[158] + share2 * dWs_3_3;
  state[158] = m_Ws_3_3;
  const m_Ws_3_4 = 0.9 * state[159] + share2 * dWs_3_4;
  state[159] = m_Ws_3_4;
  const m_Ws_3_5 = 0.9 * state[160] + share2 * dWs_3_5;
  state[160] = m_Ws_3_5;
  const m_Ws_3_6 = 0.9 * state[161] + share2 * dWs_3_6;
  state[161] = m_Ws_3_6;
  const m_Ws_3_7 = 0.9 * state[162] + share2 * dWs_3_7;
  state[162] = m_Ws_3_7;
  const m_Ws_3_8 = 0.9 * state[163] + share2 * dWs_3_8;
  state[163] = m_Ws_3_8;

  // v_Ws⁺ = 0.999 * v_Ws + 0.001 * (share * dWs) .^ 2
  const t73 = share * dWs_1_1;
  const v_Ws_1_1 = 0.999 * state[164] + 0.001 * (t73 * t73);
  state[164] = v_Ws_1_1;
  const t74 = share * dWs_1_2;
  const v_Ws_1_2 = 0.999 * state[165] + 0.001 * (t74 * t74);
  state[165] = v_Ws_1_2;
  const t75 = share * dWs_1_3;
  const v_Ws_1_3 = 0.999 * state[166] + 0.001 * (t75 * t75);
  state[166] = v_Ws_1_3;
  const t76 = share * dWs_1_4;
  const v_Ws_1_4 = 0.999 * state[167] + 0.001 * (t76 * t76);
  state[167] = v_Ws_1_4;
  const t77 = share * dWs_1_5;
  const v_Ws_1_5 = 0.999 * state[168] + 0.001 * (t77 * t77);
  state[168] = v_Ws_1_5;
  const t78 = share * dWs_1_6;
  const v_Ws_1_6 = 0.999 * state[169] + 0.001 * (t78 * t78);
  state[169] = v_Ws_1_6;
  const t79 = share * dWs_1_7;
  const v_Ws_1_7 = 0.999 * state[170] + 0.001 * (t79 * t79);
  state[170] = v_Ws_1_7;
  const t80 = share * dWs_1_8;
  const v_Ws_1_8 = 0.999 * state[171] + 0.001 * (t80 * t80);
  state[171] = v_Ws_1_8;
  const t81 = share * dWs_2_1;
  const v_Ws_2_1 = 0.999 * state[172] + 0.001 * (t81 * t81);
  state[172] = v_Ws_2_1;
  const t82 = share * dWs_2_2;
  const v_Ws_2_2 = 0.999 * state[173] + 0.001 * (t82 * t82);
  state[173] = v_Ws_2_2;
  const t83 = share * dWs_2_3;
  const v_Ws_2_3 = 0.999 * state[174] + 0.001 * (t83 * t83);
  state[174] = v_Ws_2_3;
  const t84 = share * dWs_2_4;
  const v_Ws_2_4 = 0.999 * state[175] + 0.001 * (t84 * t84);
  state[175] = v_Ws_2_4;
  const t85 = share * dWs_2_5;
  const v_Ws_2_5 = 0.999 * state[176] + 0.001 * (t85 * t85);
  state[176] = v_Ws_2_5;
  const t86 = share * dWs_2_6;
  const v_Ws_2_6 = 0.999 * state[177] + 0.001 * (t86 * t86);
  state[177] = v_Ws_2_6;
  const t87 = share * dWs_2_7;
  const v_Ws_2_7 = 0.999 * state[178] + 0.001 * (t87 * t87);
  state[178] = v_Ws_2_7;
  const t88 = share * dWs_2_8;
  const v_Ws_2_8 = 0.999 * state[179] + 0.001 * (t88 * t88);
  state[179] = v_Ws_2_8;
  const t89 = share * dWs_3_1;
  const v_Ws_3_1 = 0.999 * state[180] + 0.001 * (t89 * t89);
  state[180] = v_Ws_3_1;
  const t90 = share * dWs_3_2;
  const v_Ws_3_2 = 0.999 * state[181] + 0.001 * (t90 * t90);
  state[181] = v_Ws_3_2;
  const t91 = share * dWs_3_3;
  const v_Ws_3_3 = 0.999 * state[182] + 0.001 * (t91 * t91);
  state[182] = v_Ws_3_3;
  const t92 = share * dWs_3_4;
  const v_Ws_3_4 = 0.999 * state[183] + 0.001 * (t92 * t92);
  state[183] = v_Ws_3_4;
  const t93 = share * dWs_3_5;
  const v_Ws_3_5 = 0.999 * state[184] + 0.001 * (t93 * t93);
  state[184] = v_Ws_3_5;
  const t94 = share * dWs_3_6;
  const v_Ws_3_6 = 0.999 * state[185] + 0.001 * (t94 * t94);
  state[185] = v_Ws_3_6;
  const t95 = share * dWs_3_7;
  const v_Ws_3_7 = 0.999 * state[186] + 0.001 * (t95 * t95);
  state[186] = v_Ws_3_7;
  const t96 = share * dWs_3_8;
  const v_Ws_3_8 = 0.999 * state[187] + 0.001 * (t96 * t96);
  state[187] = v_Ws_3_8;

  // Ws⁺ = Ws - scale * (m_Ws⁺ ./ (sqrt(scale2 * v_Ws⁺) + 1e-8))
  Ws[0] -= scale * (m_Ws_1_1 / (Math.sqrt(scale2 * v_Ws_1_1) + 1e-8));
  Ws[1] -= scale * (m_Ws_1_2 / (Math.sqrt(scale2 * v_Ws_1_2) + 1e-8));
  Ws[2] -= scale * (m_Ws_1_3 / (Math.sqrt(scale2 * v_Ws_1_3) + 1e-8));
  Ws[3] -= scale * (m_Ws_1_4 / (Math.sqrt(scale2 * v_Ws_1_4) + 1e-8));
  Ws[4] -= scale * (m_Ws_1_5 / (Math.sqrt(scale2 * v_Ws_1_5) + 1e-8));
  Ws[5] -= scale * (m_Ws_1_6 / (Math.sqrt(scale2 * v_Ws_1_6) + 1e-8));
  Ws[6] -= scale * (m_Ws_1_7 / (Math.sqrt(scale2 * v_Ws_1_7) + 1e-8));
  Ws[7] -= scale * (m_Ws_1_8 / (Math.sqrt(scale2 * v_Ws_1_8) + 1e-8));
  Ws[8] -= scale * (m_Ws_2_1 / (Math.sqrt(scale2 * v_Ws_2_1) + 1e-8));
  Ws[9] -= scale * (m_Ws_2_2 / (Math.sqrt(scale2 * v_Ws_2_2) + 1e-8));
  Ws[10] -= scale * (m_Ws_2_3 / (Math.sqrt(scale2 * v_Ws_2_3) + 1e-8));
  Ws[11] -= scale * (m_Ws_2_4 / (Math.sqrt(scale2 * v_Ws_2_4) + 1e-8));
  Ws[12] -= scale * (m_Ws_2_5 / (Math.sqrt(scale2 * v_Ws_2_5) + 1e-8));
  Ws[13] -= scale * (m_Ws_2_6 / (Math.sqrt(scale2 * v_Ws_2_6) + 1e-8));
  Ws[14] -= scale * (m_Ws_2_7 / (Math.sqrt(scale2 * v_Ws_2_7) + 1e-8));
  Ws[15] -= scale * (m_Ws_2_8 / (Math.sqrt(scale2 * v_Ws_2_8) + 1e-8));
  Ws[16] -= scale * (m_Ws_3_1 / (Math.sqrt(scale2 * v_Ws_3_1) + 1e-8));
  Ws[17] -= scale * (m_Ws_3_2 / (Math.sqrt(scale2 * v_Ws_3_2) + 1e-8));
  Ws[18] -= scale * (m_Ws_3_3 / (Math.sqrt(scale2 * v_Ws_3_3) + 1e-8));
  Ws[19] -= scale * (m_Ws_3_4 / (Math.sqrt(scale2 * v_Ws_3_4) + 1e-8));
  Ws[20] -= scale * (m_Ws_3_5 / (Math.sqrt(scale2 * v_Ws_3_5) + 1e-8));
  Ws[21] -= scale * (m_Ws_3_6 / (Math.sqrt(scale2 * v_Ws_3_6) + 1e-8));
  Ws[22] -= scale * (m_Ws_3_7 / (Math.sqrt(scale2 * v_Ws_3_7) + 1e-8));
  Ws[23] -= scale * (m_Ws_3_8 / (Math.sqrt(scale2 * v_Ws_3_8) + 1e-8));

  // m_bs⁺ = 0.9 * m_bs + share2 * dbs
  const m_bs_1 = 0.9 * state[188] + share2 * dbs_1;
  state[188] = m_bs_1;
  const m_bs_2 = 0.9 * state[189] + share2 * dbs_2;
  state[189] = m_bs_2;
  const m_bs_3 = 0.9 * state[190] + share2 * dbs_3;
  state[190] = m_bs_3;

  // v_bs⁺ = 0.999 * v_bs + 0.001 * (share * dbs) .^ 2
  const t97 = share * dbs_1;
  const v_bs_1 = 0.999 * state[191] + 0.001 * (t97 * t97);
  state[191] = v_bs_1;
  const t98 = share * dbs_2;
  const v_bs_2 = 0.999 * state[192] + 0.001 * (t98 * t98);
  state[192] = v_bs_2;
  const t99 = share * dbs_3;
  const v_bs_3 = 0.999 * state[193] + 0.001 * (t99 * t99);
  state[193] = v_bs_3;

  // bs⁺ = bs - scale * (m_bs⁺ ./ (sqrt(scale2 * v_bs⁺) + 1e-8))
  bs[0] -= scale * (m_bs_1 / (Math.sqrt(scale2 * v_bs_1) + 1e-8));
  bs[1] -= scale * (m_bs_2 / (Math.sqrt(scale2 * v_bs_2) + 1e-8));
  bs[2] -= scale * (m_bs_3 / (Math.sqrt(scale2 * v_bs_3) + 1e-8));
  return loss;
}

/** The predictions for one example among others. */
export function predict(params: Parameters, data: Examples, row: number, into: Outputs = createOutputs()): Outputs {
  return forward(params, data.columns.x[row], into);
}
