/**
 * matrix-factorisation: compiled by gradc 0.1.0 from matrix-factorisation.grad. Do not edit: change the spec and compile again.
 *
 * Spec        sha256 652bd8292feebbd01910e7adbcc46521b1d455fe96f74ecd6182e8c0d3ee61ff
 * Parameters  801: P (100 × 4), Q (60 × 4), a vector of 100, b vector of 60, μ scalar
 * Precision   64-bit
 * Convention  loss and gradients are the mean over the batch
 * Lookup      a step updates P, Q, a, b only where examples looked them up: where the gradient is 0 the update rule changes nothing
 *
 * Operations of gradient, for one example (sums over the batch left out):
 *   forward 27: 13 add, 13 multiply, 1 subtract
 *   backward 8: 8 multiply
 *
 * Schedule:
 *   forward  unrolled: 11 scalar operations, at most 2500
 *   evaluate  unrolled: 42 scalar operations, at most 2500
 *   gradient  unrolled: 2149 scalar operations, at most 2500
 *   step  unrolled: 173 scalar operations, at most 2500; what examples looked up is updated in loops
 *     loops     dP 12, s_P 8, P 20, dP_sum_rows 0, dP_sum_rows2 0, dQ 12, s_Q 8, Q 20, dQ_sum_rows 0, dQ_sum_rows2 0, s_a 4, a 5, da_rows 0, s_b 4, b 5, db_rows 0
 *     unrolled  share 1, scale 1, stepSize 1, R_sum 18, p 11, dp 1, J_sum 2, dμ_sum 1, dP_sum_rows 8, dP_sum_rows2 4, dQ_sum_rows 8, dQ_sum_rows2 4, da_rows 1, db_rows 1, loss 5, dμ 1, s_μ 2, μ 5
 *
 * parameters
 *   P   100 × 4   normal   # line 7
 *   Q   60 × 4    normal   # line 8
 *   a   100       zeros    # line 9
 *   b   60        zeros    # line 10
 *   μ   scalar    zeros    # line 11
 *
 * data
 *   u   scalar   index of 100   # line 3
 *   i   scalar   index of 60    # line 4
 *   r   scalar   target         # line 5
 *
 * hyperparameters
 *   lambda   scalar   0.01   # line 12
 *
 * forward
 *   p = μ + a[u] + b[i] + dot(P[u, :], Q[i, :])   scalar per example   # line 14, output
 *   J = 0.5 * (p - r) ^ 2                         scalar per example   # line 15, loss
 *   t1 = sum(P[u, :] .^ 2) + sum(Q[i, :] .^ 2)    scalar per example   # line 16
 *   R = 0.5 * lambda * t1                         scalar per example   # line 16, loss
 *   error = abs(p - r)                            scalar per example   # line 17, metric
 *
 * mean over the batch of m examples
 *   t2 = (Σn (p - r) ^ 2) / m   scalar
 *   J = 0.5 * t2                scalar   # line 15, loss
 *   t3 = (lambda * Σn t1) / m   scalar
 *   R = 0.5 * t3                scalar   # line 16, loss
 *   error = (Σn error) / m      scalar   # line 17, metric
 *   loss = 0.5 * (t2 + t3)      scalar   # all losses
 *
 * backward (constant factors come in last, with Σn)
 *   dp = p - r                        scalar per example   # chain rule through square: ∂y/∂x = 2 * x
 *   t4[u, j] += Σn dp * Q[i, j]       100 × 4              # dot(P[u, :], Q[i, :]) with respect to P: the other matrix transposed, times the cotangent
 *   t5[u, i] += Σn P[u, i]            100 × 4              # each cotangent goes where the number was read
 *   dP = 1/m * t4 + lambda / m * t5   100 × 4              # sum over every use of the value
 *   t6[i, j] += Σn dp * P[u, j]       60 × 4               # dot(P[u, :], Q[i, :]) with respect to Q: the other matrix transposed, times the cotangent
 *   t7[i, j] += Σn Q[i, j]            60 × 4               # each cotangent goes where the number was read
 *   dQ = 1/m * t6 + lambda / m * t7   60 × 4               # sum over every use of the value
 *   t8[u] += Σn dp                    100                  # each cotangent goes where the number was read
 *   da = 1/m * t8                     100                  # each cotangent goes where the number was read
 *   t9[i] += Σn dp                    60                   # each cotangent goes where the number was read
 *   db = 1/m * t9                     60                   # each cotangent goes where the number was read
 *   dμ = (Σn dp) / m                  scalar               # the same for all examples: their cotangents add up
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
  readonly P: Tensor<[100, 4]>;
  readonly Q: Tensor<[60, 4]>;
  readonly a: Tensor<[100]>;
  readonly b: Tensor<[60]>;
  readonly μ: Tensor<[]>;
}

/** Numbers that can be changed between steps. */
export type Hyper = { lambda: number };

/** Examples as columns: for each name its values, one example after the other. */
export interface Examples {
  readonly size: number;
  readonly columns: { readonly u: Int32Array; readonly i: Int32Array; readonly r: Floats };
}

/** Numbers that change from step to step: step and epoch count from 1; the seed keys random draws. */
export interface Clock {
  t: number;
  epoch: number;
  rate: number;
  seed: number;
}

/** In order: J, R, error. */
export type Report = Floats;

/** Gradients of the loss. */
export interface Gradients {
  readonly P: Tensor<[100, 4]>;
  readonly Q: Tensor<[60, 4]>;
  readonly a: Tensor<[100]>;
  readonly b: Tensor<[60]>;
  readonly μ: Tensor<[]>;
  /** Each loss over the batch. */
  readonly losses: Floats;
}

/** Predictions for one example. */
export type Outputs = { readonly p: Tensor<[]> };

/** What the module is: names, shapes, defaults and data of the spec. */
export const metadata = {
  name: "matrix-factorisation",
  hash: "652bd8292feebbd01910e7adbcc46521b1d455fe96f74ecd6182e8c0d3ee61ff",
  version: "0.1.0",
  precision: "f64",
  parameters: [
    { name: "P", shape: [100, 4], offset: 0, initial: { kind: "normal" } },
    { name: "Q", shape: [60, 4], offset: 400, initial: { kind: "normal" } },
    { name: "a", shape: [100], offset: 640, initial: { kind: "zeros" } },
    { name: "b", shape: [60], offset: 740, initial: { kind: "zeros" } },
    { name: "μ", shape: [], offset: 800, initial: { kind: "zeros" } },
  ],
  columns: [
    { name: "u", role: "index", shape: [], classes: 100 },
    { name: "i", role: "index", shape: [], classes: 60 },
    { name: "r", role: "target", shape: [] },
  ],
  hypers: [{ name: "lambda", value: 0.01 }],
  losses: ["J", "R"],
  metrics: ["error"],
  outputs: [{ name: "p", shape: [] }],
  reduction: "mean",
  data: { kind: "generator", name: "ratings" },
  train: { optimizer: "adagrad", rate: 0.1, batch: 16, epochs: 40, validation: 0.2, seed: 0 },
} as const;

/** Parameters as views on one flat array, zero where none is given. */
export function createParameters(flat: Floats = new Float64Array(801)): Parameters {
  return {
    flat,
    P: flat.subarray(0, 400),
    Q: flat.subarray(400, 640),
    a: flat.subarray(640, 740),
    b: flat.subarray(740, 800),
    μ: flat.subarray(800, 801),
  };
}

/** Initial parameters: the same numbers for the same seed. */
export function initialise(seed: number, params: Parameters = createParameters()): Parameters {
  for (let k = 0; k < 400; k++) params.P[k] = 0.05 * normal(seed, 0, k);
  for (let k = 0; k < 240; k++) params.Q[k] = 0.05 * normal(seed, 1, k);
  params.a.fill(0);
  params.b.fill(0);
  params.μ.fill(0);
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
  return {
    lambda: 0.01,
  };
}

const defaults: Hyper = createHyper();

/** Room for the predictions of one example. */
export function createOutputs(): Outputs {
  return {
    p: new Float64Array(1),
  };
}

/** Room for gradients. */
export function createGradients(_examples: number = 1): Gradients {
  return {
    P: new Float64Array(400),
    Q: new Float64Array(240),
    a: new Float64Array(100),
    b: new Float64Array(60),
    μ: new Float64Array(1),
    losses: new Float64Array(2),
  };
}

/** The state of the update rule, all zeros. */
export function createState(): Floats {
  return new Float64Array(801);
}

const dP_sum = new Float64Array(400);

const dP_sum2 = new Float64Array(400);

const dQ_sum = new Float64Array(240);

const dQ_sum2 = new Float64Array(240);

const da = new Float64Array(100);

const db = new Float64Array(60);

const dP_sum_rows = new Float64Array(400);

const dP_sum_rows2 = new Float64Array(400);

const dQ_sum_rows = new Float64Array(240);

const dQ_sum_rows2 = new Float64Array(240);

const da_rows = new Float64Array(100);

const db_rows = new Float64Array(60);

/** The predictions for one example. */
export function forward(params: Parameters, u: number, i: number, into: Outputs = createOutputs(), hyper: Hyper = defaults): Outputs {
  const { μ, a, b, P, Q } = params;

  // p = μ + a[u] + b[i] + dot(P[u, :], Q[i, :])   [line 14, output]
  into.p[0] = μ[0] + a[u] + b[i] + (P[u * 4] * Q[i * 4] + P[u * 4 + 1] * Q[i * 4 + 1] + P[u * 4 + 2] * Q[i * 4 + 2] + P[u * 4 + 3] * Q[i * 4 + 3]);
  return into;
}

/** Losses, then metrics, over the examples `order[from … to)`, as inference computes them, into `report`; returns the total loss. */
export function evaluate(params: Parameters, data: Examples, report: Report, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length, hyper: Hyper = defaults): number {
  const { P, Q, μ, a, b } = params;
  const { u, i, r } = data.columns;
  const { lambda } = hyper;
  const m = to - from;
  let R_sum = 0;
  let J_sum = 0;
  let error_sum = 0;
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];

    // R_sum = Σn (sum(P[u, :] .^ 2) + sum(Q[i, :] .^ 2))
    const u2 = u[row];
    const P_1_1 = P[u2 * 4];
    const P_1_2 = P[u2 * 4 + 1];
    const P_1_3 = P[u2 * 4 + 2];
    const P_1_4 = P[u2 * 4 + 3];
    const i2 = i[row];
    const Q_1_1 = Q[i2 * 4];
    const Q_1_2 = Q[i2 * 4 + 1];
    const Q_1_3 = Q[i2 * 4 + 2];
    const Q_1_4 = Q[i2 * 4 + 3];
    R_sum += P_1_1 * P_1_1 + P_1_2 * P_1_2 + P_1_3 * P_1_3 + P_1_4 * P_1_4 + (Q_1_1 * Q_1_1 + Q_1_2 * Q_1_2 + Q_1_3 * Q_1_3 + Q_1_4 * Q_1_4);

    // p = μ + a[u] + b[i] + dot(P[u, :], Q[i, :])   [line 14, output]
    const p = μ[0] + a[u2] + b[i2] + (P_1_1 * Q_1_1 + P_1_2 * Q_1_2 + P_1_3 * Q_1_3 + P_1_4 * Q_1_4);

    // dp = p - r   [chain rule through square: ∂y/∂x = 2 * x]
    const dp = p - r[row];

    // J_sum = Σn dp ^ 2
    J_sum += dp * dp;

    // error = abs(dp)   [line 17, metric]
    const error = Math.abs(dp);

    // error_sum = Σn error
    error_sum += error;
  }
  const scale = J_sum / m;

  // J = 0.5 * scale   [line 15, loss]
  report[0] = 0.5 * scale;
  const scale2 = lambda * R_sum / m;

  // R = 0.5 * scale2   [line 16, loss]
  report[1] = 0.5 * scale2;

  // error2 = error_sum / m   [line 17, metric]
  report[2] = error_sum / m;

  // loss = 0.5 * (scale + scale2)   [all losses]
  const loss = 0.5 * (scale + scale2);
  return loss;
}

/** The loss over the examples `order[from … to)` and its gradients, into `into`; returns the loss. */
export function gradient(params: Parameters, data: Examples, into: Gradients, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length, hyper: Hyper = defaults): number {
  const { P, Q, μ, a, b } = params;
  const { u, i, r } = data.columns;
  const { lambda } = hyper;
  const m = to - from;
  const share = 1 / m;
  const scale3 = lambda / m;
  let R_sum = 0;
  let J_sum = 0;
  dP_sum.fill(0);
  dP_sum2.fill(0);
  dQ_sum.fill(0);
  dQ_sum2.fill(0);
  da.fill(0);
  db.fill(0);
  let dμ_sum = 0;
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];

    // R_sum = Σn (sum(P[u, :] .^ 2) + sum(Q[i, :] .^ 2))
    const u2 = u[row];
    const P_1_1 = P[u2 * 4];
    const P_1_2 = P[u2 * 4 + 1];
    const P_1_3 = P[u2 * 4 + 2];
    const P_1_4 = P[u2 * 4 + 3];
    const i2 = i[row];
    const Q_1_1 = Q[i2 * 4];
    const Q_1_2 = Q[i2 * 4 + 1];
    const Q_1_3 = Q[i2 * 4 + 2];
    const Q_1_4 = Q[i2 * 4 + 3];
    R_sum += P_1_1 * P_1_1 + P_1_2 * P_1_2 + P_1_3 * P_1_3 + P_1_4 * P_1_4 + (Q_1_1 * Q_1_1 + Q_1_2 * Q_1_2 + Q_1_3 * Q_1_3 + Q_1_4 * Q_1_4);

    // p = μ + a[u] + b[i] + dot(P[u, :], Q[i, :])   [line 14, output]
    const p = μ[0] + a[u2] + b[i2] + (P_1_1 * Q_1_1 + P_1_2 * Q_1_2 + P_1_3 * Q_1_3 + P_1_4 * Q_1_4);

    // dp = p - r   [chain rule through square: ∂y/∂x = 2 * x]
    const dp = p - r[row];

    // J_sum = Σn dp ^ 2
    J_sum += dp * dp;

    // dP_sum[u, j] += Σn dp * Q[i, j]   [dot(P[u, :], Q[i, :]) with respect to P: the other matrix transposed, times the cotangent; line 14]
    dP_sum[u2 * 4] += dp * Q_1_1;
    dP_sum[u2 * 4 + 1] += dp * Q_1_2;
    dP_sum[u2 * 4 + 2] += dp * Q_1_3;
    dP_sum[u2 * 4 + 3] += dp * Q_1_4;

    // dP_sum2[u, i] += Σn P[u, i]   [each cotangent goes where the number was read; line 14]
    dP_sum2[u2 * 4] += P_1_1;
    dP_sum2[u2 * 4 + 1] += P_1_2;
    dP_sum2[u2 * 4 + 2] += P_1_3;
    dP_sum2[u2 * 4 + 3] += P_1_4;

    // dQ_sum[i, j] += Σn dp * P[u, j]   [dot(P[u, :], Q[i, :]) with respect to Q: the other matrix transposed, times the cotangent; line 14]
    dQ_sum[i2 * 4] += dp * P_1_1;
    dQ_sum[i2 * 4 + 1] += dp * P_1_2;
    dQ_sum[i2 * 4 + 2] += dp * P_1_3;
    dQ_sum[i2 * 4 + 3] += dp * P_1_4;

    // dQ_sum2[i, j] += Σn Q[i, j]   [each cotangent goes where the number was read; line 14]
    dQ_sum2[i2 * 4] += Q_1_1;
    dQ_sum2[i2 * 4 + 1] += Q_1_2;
    dQ_sum2[i2 * 4 + 2] += Q_1_3;
    dQ_sum2[i2 * 4 + 3] += Q_1_4;

    // da[u] += Σn dp   [each cotangent goes where the number was read; line 14]
    da[u2] += dp;

    // db[i] += Σn dp   [each cotangent goes where the number was read; line 14]
    db[i2] += dp;

    // dμ_sum = Σn dp
    dμ_sum += dp;
  }
  const scale = J_sum / m;

  // J = 0.5 * scale   [line 15, loss]
  into.losses[0] = 0.5 * scale;
  const scale2 = lambda * R_sum / m;

  // R = 0.5 * scale2   [line 16, loss]
  into.losses[1] = 0.5 * scale2;

  // loss = 0.5 * (scale + scale2)   [all losses]
  const loss = 0.5 * (scale + scale2);

  // dP = share * dP_sum + scale3 * dP_sum2   [sum over every use of the value]
  into.P[0] = share * dP_sum[0] + scale3 * dP_sum2[0];
  into.P[1] = share * dP_sum[1] + scale3 * dP_sum2[1];
  into.P[2] = share * dP_sum[2] + scale3 * dP_sum2[2];
  into.P[3] = share * dP_sum[3] + scale3 * dP_sum2[3];
  into.P[4] = share * dP_sum[4] + scale3 * dP_sum2[4];
  into.P[5] = share * dP_sum[5] + scale3 * dP_sum2[5];
  into.P[6] = share * dP_sum[6] + scale3 * dP_sum2[6];
  into.P[7] = share * dP_sum[7] + scale3 * dP_sum2[7];
  into.P[8] = share * dP_sum[8] + scale3 * dP_sum2[8];
  into.P[9] = share * dP_sum[9] + scale3 * dP_sum2[9];
  into.P[10] = share * dP_sum[10] + scale3 * dP_sum2[10];
  into.P[11] = share * dP_sum[11] + scale3 * dP_sum2[11];
  into.P[12] = share * dP_sum[12] + scale3 * dP_sum2[12];
  into.P[13] = share * dP_sum[13] + scale3 * dP_sum2[13];
  into.P[14] = share * dP_sum[14] + scale3 * dP_sum2[14];
  into.P[15] = share * dP_sum[15] + scale3 * dP_sum2[15];
  into.P[16] = share * dP_sum[16] + scale3 * dP_sum2[16];
  into.P[17] = share * dP_sum[17] + scale3 * dP_sum2[17];
  into.P[18] = share * dP_sum[18] + scale3 * dP_sum2[18];
  into.P[19] = share * dP_sum[19] + scale3 * dP_sum2[19];
  into.P[20] = share * dP_sum[20] + scale3 * dP_sum2[20];
  into.P[21] = share * dP_sum[21] + scale3 * dP_sum2[21];
  into.P[22] = share * dP_sum[22] + scale3 * dP_sum2[22];
  into.P[23] = share * dP_sum[23] + scale3 * dP_sum2[23];
  into.P[24] = share * dP_sum[24] + scale3 * dP_sum2[24];
  into.P[25] = share * dP_sum[25] + scale3 * dP_sum2[25];
  into.P[26] = share * dP_sum[26] + scale3 * dP_sum2[26];
  into.P[27] = share * dP_sum[27] + scale3 * dP_sum2[27];
  into.P[28] = share * dP_sum[28] + scale3 * dP_sum2[28];
  into.P[29] = share * dP_sum[29] + scale3 * dP_sum2[29];
  into.P[30] = share * dP_sum[30] + scale3 * dP_sum2[30];
  into.P[31] = share * dP_sum[31] + scale3 * dP_sum2[31];
  into.P[32] = share * dP_sum[32] + scale3 * dP_sum2[32];
  into.P[33] = share * dP_sum[33] + scale3 * dP_sum2[33];
  into.P[34] = share * dP_sum[34] + scale3 * dP_sum2[34];
  into.P[35] = share * dP_sum[35] + scale3 * dP_sum2[35];
  into.P[36] = share * dP_sum[36] + scale3 * dP_sum2[36];
  into.P[37] = share * dP_sum[37] + scale3 * dP_sum2[37];
  into.P[38] = share * dP_sum[38] + scale3 * dP_sum2[38];
  into.P[39] = share * dP_sum[39] + scale3 * dP_sum2[39];
  into.P[40] = share * dP_sum[40] + scale3 * dP_sum2[40];
  into.P[41] = share * dP_sum[41] + scale3 * dP_sum2[41];
  into.P[42] = share * dP_sum[42] + scale3 * dP_sum2[42];
  into.P[43] = share * dP_sum[43] + scale3 * dP_sum2[43];
  into.P[44] = share * dP_sum[44] + scale3 * dP_sum2[44];
  into.P[45] = share * dP_sum[45] + scale3 * dP_sum2[45];
  into.P[46] = share * dP_sum[46] + scale3 * dP_sum2[46];
  into.P[47] = share * dP_sum[47] + scale3 * dP_sum2[47];
  into.P[48] = share * dP_sum[48] + scale3 * dP_sum2[48];
  into.P[49] = share * dP_sum[49] + scale3 * dP_sum2[49];
  into.P[50] = share * dP_sum[50] + scale3 * dP_sum2[50];
  into.P[51] = share * dP_sum[51] + scale3 * dP_sum2[51];
  into.P[52] = share * dP_sum[52] + scale3 * dP_sum2[52];
  into.P[53] = share * dP_sum[53] + scale3 * dP_sum2[53];
  into.P[54] = share * dP_sum[54] + scale3 * dP_sum2[54];
  into.P[55] = share * dP_sum[55] + scale3 * dP_sum2[55];
  into.P[56] = share * dP_sum[56] + scale3 * dP_sum2[56];
  into.P[57] = share * dP_sum[57] + scale3 * dP_sum2[57];
  into.P[58] = share * dP_sum[58] + scale3 * dP_sum2[58];
  into.P[59] = share * dP_sum[59] + scale3 * dP_sum2[59];
  into.P[60] = share * dP_sum[60] + scale3 * dP_sum2[60];
  into.P[61] = share * dP_sum[61] + scale3 * dP_sum2[61];
  into.P[62] = share * dP_sum[62] + scale3 * dP_sum2[62];
  into.P[63] = share * dP_sum[63] + scale3 * dP_sum2[63];
  into.P[64] = share * dP_sum[64] + scale3 * dP_sum2[64];
  into.P[65] = share * dP_sum[65] + scale3 * dP_sum2[65];
  into.P[66] = share * dP_sum[66] + scale3 * dP_sum2[66];
  into.P[67] = share * dP_sum[67] + scale3 * dP_sum2[67];
  into.P[68] = share * dP_sum[68] + scale3 * dP_sum2[68];
  into.P[69] = share * dP_sum[69] + scale3 * dP_sum2[69];
  into.P[70] = share * dP_sum[70] + scale3 * dP_sum2[70];
  into.P[71] = share * dP_sum[71] + scale3 * dP_sum2[71];
  into.P[72] = share * dP_sum[72] + scale3 * dP_sum2[72];
  into.P[73] = share * dP_sum[73] + scale3 * dP_sum2[73];
  into.P[74] = share * dP_sum[74] + scale3 * dP_sum2[74];
  into.P[75] = share * dP_sum[75] + scale3 * dP_sum2[75];
  into.P[76] = share * dP_sum[76] + scale3 * dP_sum2[76];
  into.P[77] = share * dP_sum[77] + scale3 * dP_sum2[77];
  into.P[78] = share * dP_sum[78] + scale3 * dP_sum2[78];
  into.P[79] = share * dP_sum[79] + scale3 * dP_sum2[79];
  into.P[80] = share * dP_sum[80] + scale3 * dP_sum2[80];
  into.P[81] = share * dP_sum[81] + scale3 * dP_sum2[81];
  into.P[82] = share * dP_sum[82] + scale3 * dP_sum2[82];
  into.P[83] = share * dP_sum[83] + scale3 * dP_sum2[83];
  into.P[84] = share * dP_sum[84] + scale3 * dP_sum2[84];
  into.P[85] = share * dP_sum[85] + scale3 * dP_sum2[85];
  into.P[86] = share * dP_sum[86] + scale3 * dP_sum2[86];
  into.P[87] = share * dP_sum[87] + scale3 * dP_sum2[87];
  into.P[88] = share * dP_sum[88] + scale3 * dP_sum2[88];
  into.P[89] = share * dP_sum[89] + scale3 * dP_sum2[89];
  into.P[90] = share * dP_sum[90] + scale3 * dP_sum2[90];
  into.P[91] = share * dP_sum[91] + scale3 * dP_sum2[91];
  into.P[92] = share * dP_sum[92] + scale3 * dP_sum2[92];
  into.P[93] = share * dP_sum[93] + scale3 * dP_sum2[93];
  into.P[94] = share * dP_sum[94] + scale3 * dP_sum2[94];
  into.P[95] = share * dP_sum[95] + scale3 * dP_sum2[95];
  into.P[96] = share * dP_sum[96] + scale3 * dP_sum2[96];
  into.P[97] = share * dP_sum[97] + scale3 * dP_sum2[97];
  into.P[98] = share * dP_sum[98] + scale3 * dP_sum2[98];
  into.P[99] = share * dP_sum[99] + scale3 * dP_sum2[99];
  into.P[100] = share * dP_sum[100] + scale3 * dP_sum2[100];
  into.P[101] = share * dP_sum[101] + scale3 * dP_sum2[101];
  into.P[102] = share * dP_sum[102] + scale3 * dP_sum2[102];
  into.P[103] = share * dP_sum[103] + scale3 * dP_sum2[103];
  into.P[104] = share * dP_sum[104] + scale3 * dP_sum2[104];
  into.P[105] = share * dP_sum[105] + scale3 * dP_sum2[105];
  into.P[106] = share * dP_sum[106] + scale3 * dP_sum2[106];
  into.P[107] = share * dP_sum[107] + scale3 * dP_sum2[107];
  into.P[108] = share * dP_sum[108] + scale3 * dP_sum2[108];
  into.P[109] = share * dP_sum[109] + scale3 * dP_sum2[109];
  into.P[110] = share * dP_sum[110] + scale3 * dP_sum2[110];
  into.P[111] = share * dP_sum[111] + scale3 * dP_sum2[111];
  into.P[112] = share * dP_sum[112] + scale3 * dP_sum2[112];
  into.P[113] = share * dP_sum[113] + scale3 * dP_sum2[113];
  into.P[114] = share * dP_sum[114] + scale3 * dP_sum2[114];
  into.P[115] = share * dP_sum[115] + scale3 * dP_sum2[115];
  into.P[116] = share * dP_sum[116] + scale3 * dP_sum2[116];
  into.P[117] = share * dP_sum[117] + scale3 * dP_sum2[117];
  into.P[118] = share * dP_sum[118] + scale3 * dP_sum2[118];
  into.P[119] = share * dP_sum[119] + scale3 * dP_sum2[119];
  into.P[120] = share * dP_sum[120] + scale3 * dP_sum2[120];
  into.P[121] = share * dP_sum[121] + scale3 * dP_sum2[121];
  into.P[122] = share * dP_sum[122] + scale3 * dP_sum2[122];
  into.P[123] = share * dP_sum[123] + scale3 * dP_sum2[123];
  into.P[124] = share * dP_sum[124] + scale3 * dP_sum2[124];
  into.P[125] = share * dP_sum[125] + scale3 * dP_sum2[125];
  into.P[126] = share * dP_sum[126] + scale3 * dP_sum2[126];
  into.P[127] = share * dP_sum[127] + scale3 * dP_sum2[127];
  into.P[128] = share * dP_sum[128] + scale3 * dP_sum2[128];
  into.P[129] = share * dP_sum[129] + scale3 * dP_sum2[129];
  into.P[130] = share * dP_sum[130] + scale3 * dP_sum2[130];
  into.P[131] = share * dP_sum[131] + scale3 * dP_sum2[131];
  into.P[132] = share * dP_sum[132] + scale3 * dP_sum2[132];
  into.P[133] = share * dP_sum[133] + scale3 * dP_sum2[133];
  into.P[134] = share * dP_sum[134] + scale3 * dP_sum2[134];
  into.P[135] = share * dP_sum[135] + scale3 * dP_sum2[135];
  into.P[136] = share * dP_sum[136] + scale3 * dP_sum2[136];
  into.P[137] = share * dP_sum[137] + scale3 * dP_sum2[137];
  into.P[138] = share * dP_sum[138] + scale3 * dP_sum2[138];
  into.P[139] = share * dP_sum[139] + scale3 * dP_sum2[139];
  into.P[140] = share * dP_sum[140] + scale3 * dP_sum2[140];
  into.P[141] = share * dP_sum[141] + scale3 * dP_sum2[141];
  into.P[142] = share * dP_sum[142] + scale3 * dP_sum2[142];
  into.P[143] = share * dP_sum[143] + scale3 * dP_sum2[143];
  into.P[144] = share * dP_sum[144] + scale3 * dP_sum2[144];
  into.P[145] = share * dP_sum[145] + scale3 * dP_sum2[145];
  into.P[146] = share * dP_sum[146] + scale3 * dP_sum2[146];
  into.P[147] = share * dP_sum[147] + scale3 * dP_sum2[147];
  into.P[148] = share * dP_sum[148] + scale3 * dP_sum2[148];
  into.P[149] = share * dP_sum[149] + scale3 * dP_sum2[149];
  into.P[150] = share * dP_sum[150] + scale3 * dP_sum2[150];
  into.P[151] = share * dP_sum[151] + scale3 * dP_sum2[151];
  into.P[152] = share * dP_sum[152] + scale3 * dP_sum2[152];
  into.P[153] = share * dP_sum[153] + scale3 * dP_sum2[153];
  into.P[154] = share * dP_sum[154] + scale3 * dP_sum2[154];
  into.P[155] = share * dP_sum[155] + scale3 * dP_sum2[155];
  into.P[156] = share * dP_sum[156] + scale3 * dP_sum2[156];
  into.P[157] = share * dP_sum[157] + scale3 * dP_sum2[157];
  into.P[158] = share * dP_sum[158] + scale3 * dP_sum2[158];
  into.P[159] = share * dP_sum[159] + scale3 * dP_sum2[159];
  into.P[160] = share * dP_sum[160] + scale3 * dP_sum2[160];
  into.P[161] = share * dP_sum[161] + scale3 * dP_sum2[161];
  into.P[162] = share * dP_sum[162] + scale3 * dP_sum2[162];
  into.P[163] = share * dP_sum[163] + scale3 * dP_sum2[163];
  into.P[164] = share * dP_sum[164] + scale3 * dP_sum2[164];
  into.P[165] = share * dP_sum[165] + scale3 * dP_sum2[165];
  into.P[166] = share * dP_sum[166] + scale3 * dP_sum2[166];
  into.P[167] = share * dP_sum[167] + scale3 * dP_sum2[167];
  into.P[168] = share * dP_sum[168] + scale3 * dP_sum2[168];
  into.P[169] = share * dP_sum[169] + scale3 * dP_sum2[169];
  into.P[170] = share * dP_sum[170] + scale3 * dP_sum2[170];
  into.P[171] = share * dP_sum[171] + scale3 * dP_sum2[171];
  into.P[172] = share * dP_sum[172] + scale3 * dP_sum2[172];
  into.P[173] = share * dP_sum[173] + scale3 * dP_sum2[173];
  into.P[174] = share * dP_sum[174] + scale3 * dP_sum2[174];
  into.P[175] = share * dP_sum[175] + scale3 * dP_sum2[175];
  into.P[176] = share * dP_sum[176] + scale3 * dP_sum2[176];
  into.P[177] = share * dP_sum[177] + scale3 * dP_sum2[177];
  into.P[178] = share * dP_sum[178] + scale3 * dP_sum2[178];
  into.P[179] = share * dP_sum[179] + scale3 * dP_sum2[179];
  into.P[180] = share * dP_sum[180] + scale3 * dP_sum2[180];
  into.P[181] = share * dP_sum[181] + scale3 * dP_sum2[181];
  into.P[182] = share * dP_sum[182] + scale3 * dP_sum2[182];
  into.P[183] = share * dP_sum[183] + scale3 * dP_sum2[183];
  into.P[184] = share * dP_sum[184] + scale3 * dP_sum2[184];
  into.P[185] = share * dP_sum[185] + scale3 * dP_sum2[185];
  into.P[186] = share * dP_sum[186] + scale3 * dP_sum2[186];
  into.P[187] = share * dP_sum[187] + scale3 * dP_sum2[187];
  into.P[188] = share * dP_sum[188] + scale3 * dP_sum2[188];
  into.P[189] = share * dP_sum[189] + scale3 * dP_sum2[189];
  into.P[190] = share * dP_sum[190] + scale3 * dP_sum2[190];
  into.P[191] = share * dP_sum[191] + scale3 * dP_sum2[191];
  into.P[192] = share * dP_sum[192] + scale3 * dP_sum2[192];
  into.P[193] = share * dP_sum[193] + scale3 * dP_sum2[193];
  into.P[194] = share * dP_sum[194] + scale3 * dP_sum2[194];
  into.P[195] = share * dP_sum[195] + scale3 * dP_sum2[195];
  into.P[196] = share * dP_sum[196] + scale3 * dP_sum2[196];
  into.P[197] = share * dP_sum[197] + scale3 * dP_sum2[197];
  into.P[198] = share * dP_sum[198] + scale3 * dP_sum2[198];
  into.P[199] = share * dP_sum[199] + scale3 * dP_sum2[199];
  into.P[200] = share * dP_sum[200] + scale3 * dP_sum2[200];
  into.P[201] = share * dP_sum[201] + scale3 * dP_sum2[201];
  into.P[202] = share * dP_sum[202] + scale3 * dP_sum2[202];
  into.P[203] = share * dP_sum[203] + scale3 * dP_sum2[203];
  into.P[204] = share * dP_sum[204] + scale3 * dP_sum2[204];
  into.P[205] = share * dP_sum[205] + scale3 * dP_sum2[205];
  into.P[206] = share * dP_sum[206] + scale3 * dP_sum2[206];
  into.P[207] = share * dP_sum[207] + scale3 * dP_sum2[207];
  into.P[208] = share * dP_sum[208] + scale3 * dP_sum2[208];
  into.P[209] = share * dP_sum[209] + scale3 * dP_sum2[209];
  into.P[210] = share * dP_sum[210] + scale3 * dP_sum2[210];
  into.P[211] = share * dP_sum[211] + scale3 * dP_sum2[211];
  into.P[212] = share * dP_sum[212] + scale3 * dP_sum2[212];
  into.P[213] = share * dP_sum[213] + scale3 * dP_sum2[213];
  into.P[214] = share * dP_sum[214] + scale3 * dP_sum2[214];
  into.P[215] = share * dP_sum[215] + scale3 * dP_sum2[215];
  into.P[216] = share * dP_sum[216] + scale3 * dP_sum2[216];
  into.P[217] = share * dP_sum[217] + scale3 * dP_sum2[217];
  into.P[218] = share * dP_sum[218] + scale3 * dP_sum2[218];
  into.P[219] = share * dP_sum[219] + scale3 * dP_sum2[219];
  into.P[220] = share * dP_sum[220] + scale3 * dP_sum2[220];
  into.P[221] = share * dP_sum[221] + scale3 * dP_sum2[221];
  into.P[222] = share * dP_sum[222] + scale3 * dP_sum2[222];
  into.P[223] = share * dP_sum[223] + scale3 * dP_sum2[223];
  into.P[224] = share * dP_sum[224] + scale3 * dP_sum2[224];
  into.P[225] = share * dP_sum[225] + scale3 * dP_sum2[225];
  into.P[226] = share * dP_sum[226] + scale3 * dP_sum2[226];
  into.P[227] = share * dP_sum[227] + scale3 * dP_sum2[227];
  into.P[228] = share * dP_sum[228] + scale3 * dP_sum2[228];
  into.P[229] = share * dP_sum[229] + scale3 * dP_sum2[229];
  into.P[230] = share * dP_sum[230] + scale3 * dP_sum2[230];
  into.P[231] = share * dP_sum[231] + scale3 * dP_sum2[231];
  into.P[232] = share * dP_sum[232] + scale3 * dP_sum2[232];
  into.P[233] = share * dP_sum[233] + scale3 * dP_sum2[233];
  into.P[234] = share * dP_sum[234] + scale3 * dP_sum2[234];
  into.P[235] = share * dP_sum[235] + scale3 * dP_sum2[235];
  into.P[236] = share * dP_sum[236] + scale3 * dP_sum2[236];
  into.P[237] = share * dP_sum[237] + scale3 * dP_sum2[237];
  into.P[238] = share * dP_sum[238] + scale3 * dP_sum2[238];
  into.P[239] = share * dP_sum[239] + scale3 * dP_sum2[239];
  into.P[240] = share * dP_sum[240] + scale3 * dP_sum2[240];
  into.P[241] = share * dP_sum[241] + scale3 * dP_sum2[241];
  into.P[242] = share * dP_sum[242] + scale3 * dP_sum2[242];
  into.P[243] = share * dP_sum[243] + scale3 * dP_sum2[243];
  into.P[244] = share * dP_sum[244] + scale3 * dP_sum2[244];
  into.P[245] = share * dP_sum[245] + scale3 * dP_sum2[245];
  into.P[246] = share * dP_sum[246] + scale3 * dP_sum2[246];
  into.P[247] = share * dP_sum[247] + scale3 * dP_sum2[247];
  into.P[248] = share * dP_sum[248] + scale3 * dP_sum2[248];
  into.P[249] = share * dP_sum[249] + scale3 * dP_sum2[249];
  into.P[250] = share * dP_sum[250] + scale3 * dP_sum2[250];
  into.P[251] = share * dP_sum[251] + scale3 * dP_sum2[251];
  into.P[252] = share * dP_sum[252] + scale3 * dP_sum2[252];
  into.P[253] = share * dP_sum[253] + scale3 * dP_sum2[253];
  into.P[254] = share * dP_sum[254] + scale3 * dP_sum2[254];
  into.P[255] = share * dP_sum[255] + scale3 * dP_sum2[255];
  into.P[256] = share * dP_sum[256] + scale3 * dP_sum2[256];
  into.P[257] = share * dP_sum[257] + scale3 * dP_sum2[257];
  into.P[258] = share * dP_sum[258] + scale3 * dP_sum2[258];
  into.P[259] = share * dP_sum[259] + scale3 * dP_sum2[259];
  into.P[260] = share * dP_sum[260] + scale3 * dP_sum2[260];
  into.P[261] = share * dP_sum[261] + scale3 * dP_sum2[261];
  into.P[262] = share * dP_sum[262] + scale3 * dP_sum2[262];
  into.P[263] = share * dP_sum[263] + scale3 * dP_sum2[263];
  into.P[264] = share * dP_sum[264] + scale3 * dP_sum2[264];
  into.P[265] = share * dP_sum[265] + scale3 * dP_sum2[265];
  into.P[266] = share * dP_sum[266] + scale3 * dP_sum2[266];
  into.P[267] = share * dP_sum[267] + scale3 * dP_sum2[267];
  into.P[268] = share * dP_sum[268] + scale3 * dP_sum2[268];
  into.P[269] = share * dP_sum[269] + scale3 * dP_sum2[269];
  into.P[270] = share * dP_sum[270] + scale3 * dP_sum2[270];
  into.P[271] = share * dP_sum[271] + scale3 * dP_sum2[271];
  into.P[272] = share * dP_sum[272] + scale3 * dP_sum2[272];
  into.P[273] = share * dP_sum[273] + scale3 * dP_sum2[273];
  into.P[274] = share * dP_sum[274] + scale3 * dP_sum2[274];
  into.P[275] = share * dP_sum[275] + scale3 * dP_sum2[275];
  into.P[276] = share * dP_sum[276] + scale3 * dP_sum2[276];
  into.P[277] = share * dP_sum[277] + scale3 * dP_sum2[277];
  into.P[278] = share * dP_sum[278] + scale3 * dP_sum2[278];
  into.P[279] = share * dP_sum[279] + scale3 * dP_sum2[279];
  into.P[280] = share * dP_sum[280] + scale3 * dP_sum2[280];
  into.P[281] = share * dP_sum[281] + scale3 * dP_sum2[281];
  into.P[282] = share * dP_sum[282] + scale3 * dP_sum2[282];
  into.P[283] = share * dP_sum[283] + scale3 * dP_sum2[283];
  into.P[284] = share * dP_sum[284] + scale3 * dP_sum2[284];
  into.P[285] = share * dP_sum[285] + scale3 * dP_sum2[285];
  into.P[286] = share * dP_sum[286] + scale3 * dP_sum2[286];
  into.P[287] = share * dP_sum[287] + scale3 * dP_sum2[287];
  into.P[288] = share * dP_sum[288] + scale3 * dP_sum2[288];
  into.P[289] = share * dP_sum[289] + scale3 * dP_sum2[289];
  into.P[290] = share * dP_sum[290] + scale3 * dP_sum2[290];
  into.P[291] = share * dP_sum[291] + scale3 * dP_sum2[291];
  into.P[292] = share * dP_sum[292] + scale3 * dP_sum2[292];
  into.P[293] = share * dP_sum[293] + scale3 * dP_sum2[293];
  into.P[294] = share * dP_sum[294] + scale3 * dP_sum2[294];
  into.P[295] = share * dP_sum[295] + scale3 * dP_sum2[295];
  into.P[296] = share * dP_sum[296] + scale3 * dP_sum2[296];
  into.P[297] = share * dP_sum[297] + scale3 * dP_sum2[297];
  into.P[298] = share * dP_sum[298] + scale3 * dP_sum2[298];
  into.P[299] = share * dP_sum[299] + scale3 * dP_sum2[299];
  into.P[300] = share * dP_sum[300] + scale3 * dP_sum2[300];
  into.P[301] = share * dP_sum[301] + scale3 * dP_sum2[301];
  into.P[302] = share * dP_sum[302] + scale3 * dP_sum2[302];
  into.P[303] = share * dP_sum[303] + scale3 * dP_sum2[303];
  into.P[304] = share * dP_sum[304] + scale3 * dP_sum2[304];
  into.P[305] = share * dP_sum[305] + scale3 * dP_sum2[305];
  into.P[306] = share * dP_sum[306] + scale3 * dP_sum2[306];
  into.P[307] = share * dP_sum[307] + scale3 * dP_sum2[307];
  into.P[308] = share * dP_sum[308] + scale3 * dP_sum2[308];
  into.P[309] = share * dP_sum[309] + scale3 * dP_sum2[309];
  into.P[310] = share * dP_sum[310] + scale3 * dP_sum2[310];
  into.P[311] = share * dP_sum[311] + scale3 * dP_sum2[311];
  into.P[312] = share * dP_sum[312] + scale3 * dP_sum2[312];
  into.P[313] = share * dP_sum[313] + scale3 * dP_sum2[313];
  into.P[314] = share * dP_sum[314] + scale3 * dP_sum2[314];
  into.P[315] = share * dP_sum[315] + scale3 * dP_sum2[315];
  into.P[316] = share * dP_sum[316] + scale3 * dP_sum2[316];
  into.P[317] = share * dP_sum[317] + scale3 * dP_sum2[317];
  into.P[318] = share * dP_sum[318] + scale3 * dP_sum2[318];
  into.P[319] = share * dP_sum[319] + scale3 * dP_sum2[319];
  into.P[320] = share * dP_sum[320] + scale3 * dP_sum2[320];
  into.P[321] = share * dP_sum[321] + scale3 * dP_sum2[321];
  into.P[322] = share * dP_sum[322] + scale3 * dP_sum2[322];
  into.P[323] = share * dP_sum[323] + scale3 * dP_sum2[323];
  into.P[324] = share * dP_sum[324] + scale3 * dP_sum2[324];
  into.P[325] = share * dP_sum[325] + scale3 * dP_sum2[325];
  into.P[326] = share * dP_sum[326] + scale3 * dP_sum2[326];
  into.P[327] = share * dP_sum[327] + scale3 * dP_sum2[327];
  into.P[328] = share * dP_sum[328] + scale3 * dP_sum2[328];
  into.P[329] = share * dP_sum[329] + scale3 * dP_sum2[329];
  into.P[330] = share * dP_sum[330] + scale3 * dP_sum2[330];
  into.P[331] = share * dP_sum[331] + scale3 * dP_sum2[331];
  into.P[332] = share * dP_sum[332] + scale3 * dP_sum2[332];
  into.P[333] = share * dP_sum[333] + scale3 * dP_sum2[333];
  into.P[334] = share * dP_sum[334] + scale3 * dP_sum2[334];
  into.P[335] = share * dP_sum[335] + scale3 * dP_sum2[335];
  into.P[336] = share * dP_sum[336] + scale3 * dP_sum2[336];
  into.P[337] = share * dP_sum[337] + scale3 * dP_sum2[337];
  into.P[338] = share * dP_sum[338] + scale3 * dP_sum2[338];
  into.P[339] = share * dP_sum[339] + scale3 * dP_sum2[339];
  into.P[340] = share * dP_sum[340] + scale3 * dP_sum2[340];
  into.P[341] = share * dP_sum[341] + scale3 * dP_sum2[341];
  into.P[342] = share * dP_sum[342] + scale3 * dP_sum2[342];
  into.P[343] = share * dP_sum[343] + scale3 * dP_sum2[343];
  into.P[344] = share * dP_sum[344] + scale3 * dP_sum2[344];
  into.P[345] = share * dP_sum[345] + scale3 * dP_sum2[345];
  into.P[346] = share * dP_sum[346] + scale3 * dP_sum2[346];
  into.P[347] = share * dP_sum[347] + scale3 * dP_sum2[347];
  into.P[348] = share * dP_sum[348] + scale3 * dP_sum2[348];
  into.P[349] = share * dP_sum[349] + scale3 * dP_sum2[349];
  into.P[350] = share * dP_sum[350] + scale3 * dP_sum2[350];
  into.P[351] = share * dP_sum[351] + scale3 * dP_sum2[351];
  into.P[352] = share * dP_sum[352] + scale3 * dP_sum2[352];
  into.P[353] = share * dP_sum[353] + scale3 * dP_sum2[353];
  into.P[354] = share * dP_sum[354] + scale3 * dP_sum2[354];
  into.P[355] = share * dP_sum[355] + scale3 * dP_sum2[355];
  into.P[356] = share * dP_sum[356] + scale3 * dP_sum2[356];
  into.P[357] = share * dP_sum[357] + scale3 * dP_sum2[357];
  into.P[358] = share * dP_sum[358] + scale3 * dP_sum2[358];
  into.P[359] = share * dP_sum[359] + scale3 * dP_sum2[359];
  into.P[360] = share * dP_sum[360] + scale3 * dP_sum2[360];
  into.P[361] = share * dP_sum[361] + scale3 * dP_sum2[361];
  into.P[362] = share * dP_sum[362] + scale3 * dP_sum2[362];
  into.P[363] = share * dP_sum[363] + scale3 * dP_sum2[363];
  into.P[364] = share * dP_sum[364] + scale3 * dP_sum2[364];
  into.P[365] = share * dP_sum[365] + scale3 * dP_sum2[365];
  into.P[366] = share * dP_sum[366] + scale3 * dP_sum2[366];
  into.P[367] = share * dP_sum[367] + scale3 * dP_sum2[367];
  into.P[368] = share * dP_sum[368] + scale3 * dP_sum2[368];
  into.P[369] = share * dP_sum[369] + scale3 * dP_sum2[369];
  into.P[370] = share * dP_sum[370] + scale3 * dP_sum2[370];
  into.P[371] = share * dP_sum[371] + scale3 * dP_sum2[371];
  into.P[372] = share * dP_sum[372] + scale3 * dP_sum2[372];
  into.P[373] = share * dP_sum[373] + scale3 * dP_sum2[373];
  into.P[374] = share * dP_sum[374] + scale3 * dP_sum2[374];
  into.P[375] = share * dP_sum[375] + scale3 * dP_sum2[375];
  into.P[376] = share * dP_sum[376] + scale3 * dP_sum2[376];
  into.P[377] = share * dP_sum[377] + scale3 * dP_sum2[377];
  into.P[378] = share * dP_sum[378] + scale3 * dP_sum2[378];
  into.P[379] = share * dP_sum[379] + scale3 * dP_sum2[379];
  into.P[380] = share * dP_sum[380] + scale3 * dP_sum2[380];
  into.P[381] = share * dP_sum[381] + scale3 * dP_sum2[381];
  into.P[382] = share * dP_sum[382] + scale3 * dP_sum2[382];
  into.P[383] = share * dP_sum[383] + scale3 * dP_sum2[383];
  into.P[384] = share * dP_sum[384] + scale3 * dP_sum2[384];
  into.P[385] = share * dP_sum[385] + scale3 * dP_sum2[385];
  into.P[386] = share * dP_sum[386] + scale3 * dP_sum2[386];
  into.P[387] = share * dP_sum[387] + scale3 * dP_sum2[387];
  into.P[388] = share * dP_sum[388] + scale3 * dP_sum2[388];
  into.P[389] = share * dP_sum[389] + scale3 * dP_sum2[389];
  into.P[390] = share * dP_sum[390] + scale3 * dP_sum2[390];
  into.P[391] = share * dP_sum[391] + scale3 * dP_sum2[391];
  into.P[392] = share * dP_sum[392] + scale3 * dP_sum2[392];
  into.P[393] = share * dP_sum[393] + scale3 * dP_sum2[393];
  into.P[394] = share * dP_sum[394] + scale3 * dP_sum2[394];
  into.P[395] = share * dP_sum[395] + scale3 * dP_sum2[395];
  into.P[396] = share * dP_sum[396] + scale3 * dP_sum2[396];
  into.P[397] = share * dP_sum[397] + scale3 * dP_sum2[397];
  into.P[398] = share * dP_sum[398] + scale3 * dP_sum2[398];
  into.P[399] = share * dP_sum[399] + scale3 * dP_sum2[399];

  // dQ = share * dQ_sum + scale3 * dQ_sum2   [sum over every use of the value]
  into.Q[0] = share * dQ_sum[0] + scale3 * dQ_sum2[0];
  into.Q[1] = share * dQ_sum[1] + scale3 * dQ_sum2[1];
  into.Q[2] = share * dQ_sum[2] + scale3 * dQ_sum2[2];
  into.Q[3] = share * dQ_sum[3] + scale3 * dQ_sum2[3];
  into.Q[4] = share * dQ_sum[4] + scale3 * dQ_sum2[4];
  into.Q[5] = share * dQ_sum[5] + scale3 * dQ_sum2[5];
  into.Q[6] = share * dQ_sum[6] + scale3 * dQ_sum2[6];
  into.Q[7] = share * dQ_sum[7] + scale3 * dQ_sum2[7];
  into.Q[8] = share * dQ_sum[8] + scale3 * dQ_sum2[8];
  into.Q[9] = share * dQ_sum[9] + scale3 * dQ_sum2[9];
  into.Q[10] = share * dQ_sum[10] + scale3 * dQ_sum2[10];
  into.Q[11] = share * dQ_sum[11] + scale3 * dQ_sum2[11];
  into.Q[12] = share * dQ_sum[12] + scale3 * dQ_sum2[12];
  into.Q[13] = share * dQ_sum[13] + scale3 * dQ_sum2[13];
  into.Q[14] = share * dQ_sum[14] + scale3 * dQ_sum2[14];
  into.Q[15] = share * dQ_sum[15] + scale3 * dQ_sum2[15];
  into.Q[16] = share * dQ_sum[16] + scale3 * dQ_sum2[16];
  into.Q[17] = share * dQ_sum[17] + scale3 * dQ_sum2[17];
  into.Q[18] = share * dQ_sum[18] + scale3 * dQ_sum2[18];
  into.Q[19] = share * dQ_sum[19] + scale3 * dQ_sum2[19];
  into.Q[20] = share * dQ_sum[20] + scale3 * dQ_sum2[20];
  into.Q[21] = share * dQ_sum[21] + scale3 * dQ_sum2[21];
  into.Q[22] = share * dQ_sum[22] + scale3 * dQ_sum2[22];
  into.Q[23] = share * dQ_sum[23] + scale3 * dQ_sum2[23];
  into.Q[24] = share * dQ_sum[24] + scale3 * dQ_sum2[24];
  into.Q[25] = share * dQ_sum[25] + scale3 * dQ_sum2[25];
  into.Q[26] = share * dQ_sum[26] + scale3 * dQ_sum2[26];
  into.Q[27] = share * dQ_sum[27] + scale3 * dQ_sum2[27];
  into.Q[28] = share * dQ_sum[28] + scale3 * dQ_sum2[28];
  into.Q[29] = share * dQ_sum[29] + scale3 * dQ_sum2[29];
  into.Q[30] = share * dQ_sum[30] + scale3 * dQ_sum2[30];
  into.Q[31] = share * dQ_sum[31] + scale3 * dQ_sum2[31];
  into.Q[32] = share * dQ_sum[32] + scale3 * dQ_sum2[32];
  into.Q[33] = share * dQ_sum[33] + scale3 * dQ_sum2[33];
  into.Q[34] = share * dQ_sum[34] + scale3 * dQ_sum2[34];
  into.Q[35] = share * dQ_sum[35] + scale3 * dQ_sum2[35];
  into.Q[36] = share * dQ_sum[36] + scale3 * dQ_sum2[36];
  into.Q[37] = share * dQ_sum[37] + scale3 * dQ_sum2[37];
  into.Q[38] = share * dQ_sum[38] + scale3 * dQ_sum2[38];
  into.Q[39] = share * dQ_sum[39] + scale3 * dQ_sum2[39];
  into.Q[40] = share * dQ_sum[40] + scale3 * dQ_sum2[40];
  into.Q[41] = share * dQ_sum[41] + scale3 * dQ_sum2[41];
  into.Q[42] = share * dQ_sum[42] + scale3 * dQ_sum2[42];
  into.Q[43] = share * dQ_sum[43] + scale3 * dQ_sum2[43];
  into.Q[44] = share * dQ_sum[44] + scale3 * dQ_sum2[44];
  into.Q[45] = share * dQ_sum[45] + scale3 * dQ_sum2[45];
  into.Q[46] = share * dQ_sum[46] + scale3 * dQ_sum2[46];
  into.Q[47] = share * dQ_sum[47] + scale3 * dQ_sum2[47];
  into.Q[48] = share * dQ_sum[48] + scale3 * dQ_sum2[48];
  into.Q[49] = share * dQ_sum[49] + scale3 * dQ_sum2[49];
  into.Q[50] = share * dQ_sum[50] + scale3 * dQ_sum2[50];
  into.Q[51] = share * dQ_sum[51] + scale3 * dQ_sum2[51];
  into.Q[52] = share * dQ_sum[52] + scale3 * dQ_sum2[52];
  into.Q[53] = share * dQ_sum[53] + scale3 * dQ_sum2[53];
  into.Q[54] = share * dQ_sum[54] + scale3 * dQ_sum2[54];
  into.Q[55] = share * dQ_sum[55] + scale3 * dQ_sum2[55];
  into.Q[56] = share * dQ_sum[56] + scale3 * dQ_sum2[56];
  into.Q[57] = share * dQ_sum[57] + scale3 * dQ_sum2[57];
  into.Q[58] = share * dQ_sum[58] + scale3 * dQ_sum2[58];
  into.Q[59] = share * dQ_sum[59] + scale3 * dQ_sum2[59];
  into.Q[60] = share * dQ_sum[60] + scale3 * dQ_sum2[60];
  into.Q[61] = share * dQ_sum[61] + scale3 * dQ_sum2[61];
  into.Q[62] = share * dQ_sum[62] + scale3 * dQ_sum2[62];
  into.Q[63] = share * dQ_sum[63] + scale3 * dQ_sum2[63];
  into.Q[64] = share * dQ_sum[64] + scale3 * dQ_sum2[64];
  into.Q[65] = share * dQ_sum[65] + scale3 * dQ_sum2[65];
  into.Q[66] = share * dQ_sum[66] + scale3 * dQ_sum2[66];
  into.Q[67] = share * dQ_sum[67] + scale3 * dQ_sum2[67];
  into.Q[68] = share * dQ_sum[68] + scale3 * dQ_sum2[68];
  into.Q[69] = share * dQ_sum[69] + scale3 * dQ_sum2[69];
  into.Q[70] = share * dQ_sum[70] + scale3 * dQ_sum2[70];
  into.Q[71] = share * dQ_sum[71] + scale3 * dQ_sum2[71];
  into.Q[72] = share * dQ_sum[72] + scale3 * dQ_sum2[72];
  into.Q[73] = share * dQ_sum[73] + scale3 * dQ_sum2[73];
  into.Q[74] = share * dQ_sum[74] + scale3 * dQ_sum2[74];
  into.Q[75] = share * dQ_sum[75] + scale3 * dQ_sum2[75];
  into.Q[76] = share * dQ_sum[76] + scale3 * dQ_sum2[76];
  into.Q[77] = share * dQ_sum[77] + scale3 * dQ_sum2[77];
  into.Q[78] = share * dQ_sum[78] + scale3 * dQ_sum2[78];
  into.Q[79] = share * dQ_sum[79] + scale3 * dQ_sum2[79];
  into.Q[80] = share * dQ_sum[80] + scale3 * dQ_sum2[80];
  into.Q[81] = share * dQ_sum[81] + scale3 * dQ_sum2[81];
  into.Q[82] = share * dQ_sum[82] + scale3 * dQ_sum2[82];
  into.Q[83] = share * dQ_sum[83] + scale3 * dQ_sum2[83];
  into.Q[84] = share * dQ_sum[84] + scale3 * dQ_sum2[84];
  into.Q[85] = share * dQ_sum[85] + scale3 * dQ_sum2[85];
  into.Q[86] = share * dQ_sum[86] + scale3 * dQ_sum2[86];
  into.Q[87] = share * dQ_sum[87] + scale3 * dQ_sum2[87];
  into.Q[88] = share * dQ_sum[88] + scale3 * dQ_sum2[88];
  into.Q[89] = share * dQ_sum[89] + scale3 * dQ_sum2[89];
  into.Q[90] = share * dQ_sum[90] + scale3 * dQ_sum2[90];
  into.Q[91] = share * dQ_sum[91] + scale3 * dQ_sum2[91];
  into.Q[92] = share * dQ_sum[92] + scale3 * dQ_sum2[92];
  into.Q[93] = share * dQ_sum[93] + scale3 * dQ_sum2[93];
  into.Q[94] = share * dQ_sum[94] + scale3 * dQ_sum2[94];
  into.Q[95] = share * dQ_sum[95] + scale3 * dQ_sum2[95];
  into.Q[96] = share * dQ_sum[96] + scale3 * dQ_sum2[96];
  into.Q[97] = share * dQ_sum[97] + scale3 * dQ_sum2[97];
  into.Q[98] = share * dQ_sum[98] + scale3 * dQ_sum2[98];
  into.Q[99] = share * dQ_sum[99] + scale3 * dQ_sum2[99];
  into.Q[100] = share * dQ_sum[100] + scale3 * dQ_sum2[100];
  into.Q[101] = share * dQ_sum[101] + scale3 * dQ_sum2[101];
  into.Q[102] = share * dQ_sum[102] + scale3 * dQ_sum2[102];
  into.Q[103] = share * dQ_sum[103] + scale3 * dQ_sum2[103];
  into.Q[104] = share * dQ_sum[104] + scale3 * dQ_sum2[104];
  into.Q[105] = share * dQ_sum[105] + scale3 * dQ_sum2[105];
  into.Q[106] = share * dQ_sum[106] + scale3 * dQ_sum2[106];
  into.Q[107] = share * dQ_sum[107] + scale3 * dQ_sum2[107];
  into.Q[108] = share * dQ_sum[108] + scale3 * dQ_sum2[108];
  into.Q[109] = share * dQ_sum[109] + scale3 * dQ_sum2[109];
  into.Q[110] = share * dQ_sum[110] + scale3 * dQ_sum2[110];
  into.Q[111] = share * dQ_sum[111] + scale3 * dQ_sum2[111];
  into.Q[112] = share * dQ_sum[112] + scale3 * dQ_sum2[112];
  into.Q[113] = share * dQ_sum[113] + scale3 * dQ_sum2[113];
  into.Q[114] = share * dQ_sum[114] + scale3 * dQ_sum2[114];
  into.Q[115] = share * dQ_sum[115] + scale3 * dQ_sum2[115];
  into.Q[116] = share * dQ_sum[116] + scale3 * dQ_sum2[116];
  into.Q[117] = share * dQ_sum[117] + scale3 * dQ_sum2[117];
  into.Q[118] = share * dQ_sum[118] + scale3 * dQ_sum2[118];
  into.Q[119] = share * dQ_sum[119] + scale3 * dQ_sum2[119];
  into.Q[120] = share * dQ_sum[120] + scale3 * dQ_sum2[120];
  into.Q[121] = share * dQ_sum[121] + scale3 * dQ_sum2[121];
  into.Q[122] = share * dQ_sum[122] + scale3 * dQ_sum2[122];
  into.Q[123] = share * dQ_sum[123] + scale3 * dQ_sum2[123];
  into.Q[124] = share * dQ_sum[124] + scale3 * dQ_sum2[124];
  into.Q[125] = share * dQ_sum[125] + scale3 * dQ_sum2[125];
  into.Q[126] = share * dQ_sum[126] + scale3 * dQ_sum2[126];
  into.Q[127] = share * dQ_sum[127] + scale3 * dQ_sum2[127];
  into.Q[128] = share * dQ_sum[128] + scale3 * dQ_sum2[128];
  into.Q[129] = share * dQ_sum[129] + scale3 * dQ_sum2[129];
  into.Q[130] = share * dQ_sum[130] + scale3 * dQ_sum2[130];
  into.Q[131] = share * dQ_sum[131] + scale3 * dQ_sum2[131];
  into.Q[132] = share * dQ_sum[132] + scale3 * dQ_sum2[132];
  into.Q[133] = share * dQ_sum[133] + scale3 * dQ_sum2[133];
  into.Q[134] = share * dQ_sum[134] + scale3 * dQ_sum2[134];
  into.Q[135] = share * dQ_sum[135] + scale3 * dQ_sum2[135];
  into.Q[136] = share * dQ_sum[136] + scale3 * dQ_sum2[136];
  into.Q[137] = share * dQ_sum[137] + scale3 * dQ_sum2[137];
  into.Q[138] = share * dQ_sum[138] + scale3 * dQ_sum2[138];
  into.Q[139] = share * dQ_sum[139] + scale3 * dQ_sum2[139];
  into.Q[140] = share * dQ_sum[140] + scale3 * dQ_sum2[140];
  into.Q[141] = share * dQ_sum[141] + scale3 * dQ_sum2[141];
  into.Q[142] = share * dQ_sum[142] + scale3 * dQ_sum2[142];
  into.Q[143] = share * dQ_sum[143] + scale3 * dQ_sum2[143];
  into.Q[144] = share * dQ_sum[144] + scale3 * dQ_sum2[144];
  into.Q[145] = share * dQ_sum[145] + scale3 * dQ_sum2[145];
  into.Q[146] = share * dQ_sum[146] + scale3 * dQ_sum2[146];
  into.Q[147] = share * dQ_sum[147] + scale3 * dQ_sum2[147];
  into.Q[148] = share * dQ_sum[148] + scale3 * dQ_sum2[148];
  into.Q[149] = share * dQ_sum[149] + scale3 * dQ_sum2[149];
  into.Q[150] = share * dQ_sum[150] + scale3 * dQ_sum2[150];
  into.Q[151] = share * dQ_sum[151] + scale3 * dQ_sum2[151];
  into.Q[152] = share * dQ_sum[152] + scale3 * dQ_sum2[152];
  into.Q[153] = share * dQ_sum[153] + scale3 * dQ_sum2[153];
  into.Q[154] = share * dQ_sum[154] + scale3 * dQ_sum2[154];
  into.Q[155] = share * dQ_sum[155] + scale3 * dQ_sum2[155];
  into.Q[156] = share * dQ_sum[156] + scale3 * dQ_sum2[156];
  into.Q[157] = share * dQ_sum[157] + scale3 * dQ_sum2[157];
  into.Q[158] = share * dQ_sum[158] + scale3 * dQ_sum2[158];
  into.Q[159] = share * dQ_sum[159] + scale3 * dQ_sum2[159];
  into.Q[160] = share * dQ_sum[160] + scale3 * dQ_sum2[160];
  into.Q[161] = share * dQ_sum[161] + scale3 * dQ_sum2[161];
  into.Q[162] = share * dQ_sum[162] + scale3 * dQ_sum2[162];
  into.Q[163] = share * dQ_sum[163] + scale3 * dQ_sum2[163];
  into.Q[164] = share * dQ_sum[164] + scale3 * dQ_sum2[164];
  into.Q[165] = share * dQ_sum[165] + scale3 * dQ_sum2[165];
  into.Q[166] = share * dQ_sum[166] + scale3 * dQ_sum2[166];
  into.Q[167] = share * dQ_sum[167] + scale3 * dQ_sum2[167];
  into.Q[168] = share * dQ_sum[168] + scale3 * dQ_sum2[168];
  into.Q[169] = share * dQ_sum[169] + scale3 * dQ_sum2[169];
  into.Q[170] = share * dQ_sum[170] + scale3 * dQ_sum2[170];
  into.Q[171] = share * dQ_sum[171] + scale3 * dQ_sum2[171];
  into.Q[172] = share * dQ_sum[172] + scale3 * dQ_sum2[172];
  into.Q[173] = share * dQ_sum[173] + scale3 * dQ_sum2[173];
  into.Q[174] = share * dQ_sum[174] + scale3 * dQ_sum2[174];
  into.Q[175] = share * dQ_sum[175] + scale3 * dQ_sum2[175];
  into.Q[176] = share * dQ_sum[176] + scale3 * dQ_sum2[176];
  into.Q[177] = share * dQ_sum[177] + scale3 * dQ_sum2[177];
  into.Q[178] = share * dQ_sum[178] + scale3 * dQ_sum2[178];
  into.Q[179] = share * dQ_sum[179] + scale3 * dQ_sum2[179];
  into.Q[180] = share * dQ_sum[180] + scale3 * dQ_sum2[180];
  into.Q[181] = share * dQ_sum[181] + scale3 * dQ_sum2[181];
  into.Q[182] = share * dQ_sum[182] + scale3 * dQ_sum2[182];
  into.Q[183] = share * dQ_sum[183] + scale3 * dQ_sum2[183];
  into.Q[184] = share * dQ_sum[184] + scale3 * dQ_sum2[184];
  into.Q[185] = share * dQ_sum[185] + scale3 * dQ_sum2[185];
  into.Q[186] = share * dQ_sum[186] + scale3 * dQ_sum2[186];
  into.Q[187] = share * dQ_sum[187] + scale3 * dQ_sum2[187];
  into.Q[188] = share * dQ_sum[188] + scale3 * dQ_sum2[188];
  into.Q[189] = share * dQ_sum[189] + scale3 * dQ_sum2[189];
  into.Q[190] = share * dQ_sum[190] + scale3 * dQ_sum2[190];
  into.Q[191] = share * dQ_sum[191] + scale3 * dQ_sum2[191];
  into.Q[192] = share * dQ_sum[192] + scale3 * dQ_sum2[192];
  into.Q[193] = share * dQ_sum[193] + scale3 * dQ_sum2[193];
  into.Q[194] = share * dQ_sum[194] + scale3 * dQ_sum2[194];
  into.Q[195] = share * dQ_sum[195] + scale3 * dQ_sum2[195];
  into.Q[196] = share * dQ_sum[196] + scale3 * dQ_sum2[196];
  into.Q[197] = share * dQ_sum[197] + scale3 * dQ_sum2[197];
  into.Q[198] = share * dQ_sum[198] + scale3 * dQ_sum2[198];
  into.Q[199] = share * dQ_sum[199] + scale3 * dQ_sum2[199];
  into.Q[200] = share * dQ_sum[200] + scale3 * dQ_sum2[200];
  into.Q[201] = share * dQ_sum[201] + scale3 * dQ_sum2[201];
  into.Q[202] = share * dQ_sum[202] + scale3 * dQ_sum2[202];
  into.Q[203] = share * dQ_sum[203] + scale3 * dQ_sum2[203];
  into.Q[204] = share * dQ_sum[204] + scale3 * dQ_sum2[204];
  into.Q[205] = share * dQ_sum[205] + scale3 * dQ_sum2[205];
  into.Q[206] = share * dQ_sum[206] + scale3 * dQ_sum2[206];
  into.Q[207] = share * dQ_sum[207] + scale3 * dQ_sum2[207];
  into.Q[208] = share * dQ_sum[208] + scale3 * dQ_sum2[208];
  into.Q[209] = share * dQ_sum[209] + scale3 * dQ_sum2[209];
  into.Q[210] = share * dQ_sum[210] + scale3 * dQ_sum2[210];
  into.Q[211] = share * dQ_sum[211] + scale3 * dQ_sum2[211];
  into.Q[212] = share * dQ_sum[212] + scale3 * dQ_sum2[212];
  into.Q[213] = share * dQ_sum[213] + scale3 * dQ_sum2[213];
  into.Q[214] = share * dQ_sum[214] + scale3 * dQ_sum2[214];
  into.Q[215] = share * dQ_sum[215] + scale3 * dQ_sum2[215];
  into.Q[216] = share * dQ_sum[216] + scale3 * dQ_sum2[216];
  into.Q[217] = share * dQ_sum[217] + scale3 * dQ_sum2[217];
  into.Q[218] = share * dQ_sum[218] + scale3 * dQ_sum2[218];
  into.Q[219] = share * dQ_sum[219] + scale3 * dQ_sum2[219];
  into.Q[220] = share * dQ_sum[220] + scale3 * dQ_sum2[220];
  into.Q[221] = share * dQ_sum[221] + scale3 * dQ_sum2[221];
  into.Q[222] = share * dQ_sum[222] + scale3 * dQ_sum2[222];
  into.Q[223] = share * dQ_sum[223] + scale3 * dQ_sum2[223];
  into.Q[224] = share * dQ_sum[224] + scale3 * dQ_sum2[224];
  into.Q[225] = share * dQ_sum[225] + scale3 * dQ_sum2[225];
  into.Q[226] = share * dQ_sum[226] + scale3 * dQ_sum2[226];
  into.Q[227] = share * dQ_sum[227] + scale3 * dQ_sum2[227];
  into.Q[228] = share * dQ_sum[228] + scale3 * dQ_sum2[228];
  into.Q[229] = share * dQ_sum[229] + scale3 * dQ_sum2[229];
  into.Q[230] = share * dQ_sum[230] + scale3 * dQ_sum2[230];
  into.Q[231] = share * dQ_sum[231] + scale3 * dQ_sum2[231];
  into.Q[232] = share * dQ_sum[232] + scale3 * dQ_sum2[232];
  into.Q[233] = share * dQ_sum[233] + scale3 * dQ_sum2[233];
  into.Q[234] = share * dQ_sum[234] + scale3 * dQ_sum2[234];
  into.Q[235] = share * dQ_sum[235] + scale3 * dQ_sum2[235];
  into.Q[236] = share * dQ_sum[236] + scale3 * dQ_sum2[236];
  into.Q[237] = share * dQ_sum[237] + scale3 * dQ_sum2[237];
  into.Q[238] = share * dQ_sum[238] + scale3 * dQ_sum2[238];
  into.Q[239] = share * dQ_sum[239] + scale3 * dQ_sum2[239];

  // da = share * da   [the mean over the batch]
  into.a[0] = share * da[0];
  into.a[1] = share * da[1];
  into.a[2] = share * da[2];
  into.a[3] = share * da[3];
  into.a[4] = share * da[4];
  into.a[5] = share * da[5];
  into.a[6] = share * da[6];
  into.a[7] = share * da[7];
  into.a[8] = share * da[8];
  into.a[9] = share * da[9];
  into.a[10] = share * da[10];
  into.a[11] = share * da[11];
  into.a[12] = share * da[12];
  into.a[13] = share * da[13];
  into.a[14] = share * da[14];
  into.a[15] = share * da[15];
  into.a[16] = share * da[16];
  into.a[17] = share * da[17];
  into.a[18] = share * da[18];
  into.a[19] = share * da[19];
  into.a[20] = share * da[20];
  into.a[21] = share * da[21];
  into.a[22] = share * da[22];
  into.a[23] = share * da[23];
  into.a[24] = share * da[24];
  into.a[25] = share * da[25];
  into.a[26] = share * da[26];
  into.a[27] = share * da[27];
  into.a[28] = share * da[28];
  into.a[29] = share * da[29];
  into.a[30] = share * da[30];
  into.a[31] = share * da[31];
  into.a[32] = share * da[32];
  into.a[33] = share * da[33];
  into.a[34] = share * da[34];
  into.a[35] = share * da[35];
  into.a[36] = share * da[36];
  into.a[37] = share * da[37];
  into.a[38] = share * da[38];
  into.a[39] = share * da[39];
  into.a[40] = share * da[40];
  into.a[41] = share * da[41];
  into.a[42] = share * da[42];
  into.a[43] = share * da[43];
  into.a[44] = share * da[44];
  into.a[45] = share * da[45];
  into.a[46] = share * da[46];
  into.a[47] = share * da[47];
  into.a[48] = share * da[48];
  into.a[49] = share * da[49];
  into.a[50] = share * da[50];
  into.a[51] = share * da[51];
  into.a[52] = share * da[52];
  into.a[53] = share * da[53];
  into.a[54] = share * da[54];
  into.a[55] = share * da[55];
  into.a[56] = share * da[56];
  into.a[57] = share * da[57];
  into.a[58] = share * da[58];
  into.a[59] = share * da[59];
  into.a[60] = share * da[60];
  into.a[61] = share * da[61];
  into.a[62] = share * da[62];
  into.a[63] = share * da[63];
  into.a[64] = share * da[64];
  into.a[65] = share * da[65];
  into.a[66] = share * da[66];
  into.a[67] = share * da[67];
  into.a[68] = share * da[68];
  into.a[69] = share * da[69];
  into.a[70] = share * da[70];
  into.a[71] = share * da[71];
  into.a[72] = share * da[72];
  into.a[73] = share * da[73];
  into.a[74] = share * da[74];
  into.a[75] = share * da[75];
  into.a[76] = share * da[76];
  into.a[77] = share * da[77];
  into.a[78] = share * da[78];
  into.a[79] = share * da[79];
  into.a[80] = share * da[80];
  into.a[81] = share * da[81];
  into.a[82] = share * da[82];
  into.a[83] = share * da[83];
  into.a[84] = share * da[84];
  into.a[85] = share * da[85];
  into.a[86] = share * da[86];
  into.a[87] = share * da[87];
  into.a[88] = share * da[88];
  into.a[89] = share * da[89];
  into.a[90] = share * da[90];
  into.a[91] = share * da[91];
  into.a[92] = share * da[92];
  into.a[93] = share * da[93];
  into.a[94] = share * da[94];
  into.a[95] = share * da[95];
  into.a[96] = share * da[96];
  into.a[97] = share * da[97];
  into.a[98] = share * da[98];
  into.a[99] = share * da[99];

  // db = share * db   [the mean over the batch]
  into.b[0] = share * db[0];
  into.b[1] = share * db[1];
  into.b[2] = share * db[2];
  into.b[3] = share * db[3];
  into.b[4] = share * db[4];
  into.b[5] = share * db[5];
  into.b[6] = share * db[6];
  into.b[7] = share * db[7];
  into.b[8] = share * db[8];
  into.b[9] = share * db[9];
  into.b[10] = share * db[10];
  into.b[11] = share * db[11];
  into.b[12] = share * db[12];
  into.b[13] = share * db[13];
  into.b[14] = share * db[14];
  into.b[15] = share * db[15];
  into.b[16] = share * db[16];
  into.b[17] = share * db[17];
  into.b[18] = share * db[18];
  into.b[19] = share * db[19];
  into.b[20] = share * db[20];
  into.b[21] = share * db[21];
  into.b[22] = share * db[22];
  into.b[23] = share * db[23];
  into.b[24] = share * db[24];
  into.b[25] = share * db[25];
  into.b[26] = share * db[26];
  into.b[27] = share * db[27];
  into.b[28] = share * db[28];
  into.b[29] = share * db[29];
  into.b[30] = share * db[30];
  into.b[31] = share * db[31];
  into.b[32] = share * db[32];
  into.b[33] = share * db[33];
  into.b[34] = share * db[34];
  into.b[35] = share * db[35];
  into.b[36] = share * db[36];
  into.b[37] = share * db[37];
  into.b[38] = share * db[38];
  into.b[39] = share * db[39];
  into.b[40] = share * db[40];
  into.b[41] = share * db[41];
  into.b[42] = share * db[42];
  into.b[43] = share * db[43];
  into.b[44] = share * db[44];
  into.b[45] = share * db[45];
  into.b[46] = share * db[46];
  into.b[47] = share * db[47];
  into.b[48] = share * db[48];
  into.b[49] = share * db[49];
  into.b[50] = share * db[50];
  into.b[51] = share * db[51];
  into.b[52] = share * db[52];
  into.b[53] = share * db[53];
  into.b[54] = share * db[54];
  into.b[55] = share * db[55];
  into.b[56] = share * db[56];
  into.b[57] = share * db[57];
  into.b[58] = share * db[58];
  into.b[59] = share * db[59];

  // dμ = dμ_sum / m   [the same for all examples: their cotangents add up]
  into.μ[0] = dμ_sum / m;
  return loss;
}

/** One step of training on the examples `order[from … to)`: forward, backward, update; returns the loss before the update. */
export function step(params: Parameters, state: Floats, data: Examples, clock: Clock, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length, hyper: Hyper = defaults): number {
  const { P, Q, μ, a, b } = params;
  const { u, i, r } = data.columns;
  const { lambda } = hyper;
  const { rate } = clock;
  const m = to - from;
  const share = 1 / m;
  const scale = lambda / m;
  const stepSize = rate / m;
  let R_sum = 0;
  let J_sum = 0;
  let dμ_sum = 0;
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];

    // R_sum = Σn (sum(P[u, :] .^ 2) + sum(Q[i, :] .^ 2))
    const u2 = u[row];
    const P_1_1 = P[u2 * 4];
    const P_1_2 = P[u2 * 4 + 1];
    const P_1_3 = P[u2 * 4 + 2];
    const P_1_4 = P[u2 * 4 + 3];
    const i2 = i[row];
    const Q_1_1 = Q[i2 * 4];
    const Q_1_2 = Q[i2 * 4 + 1];
    const Q_1_3 = Q[i2 * 4 + 2];
    const Q_1_4 = Q[i2 * 4 + 3];
    R_sum += P_1_1 * P_1_1 + P_1_2 * P_1_2 + P_1_3 * P_1_3 + P_1_4 * P_1_4 + (Q_1_1 * Q_1_1 + Q_1_2 * Q_1_2 + Q_1_3 * Q_1_3 + Q_1_4 * Q_1_4);

    // p = μ + a[u] + b[i] + dot(P[u, :], Q[i, :])   [line 14, output]
    const p = μ[0] + a[u2] + b[i2] + (P_1_1 * Q_1_1 + P_1_2 * Q_1_2 + P_1_3 * Q_1_3 + P_1_4 * Q_1_4);

    // dp = p - r   [chain rule through square: ∂y/∂x = 2 * x]
    const dp = p - r[row];

    // J_sum = Σn dp ^ 2
    J_sum += dp * dp;

    // dμ_sum = Σn dp
    dμ_sum += dp;

    // dP_sum_rows[u, j] += Σn dp * Q[i, j]   [dot(P[u, :], Q[i, :]) with respect to P: the other matrix transposed, times the cotangent; line 14]
    dP_sum_rows[u2 * 4] += dp * Q_1_1;
    dP_sum_rows[u2 * 4 + 1] += dp * Q_1_2;
    dP_sum_rows[u2 * 4 + 2] += dp * Q_1_3;
    dP_sum_rows[u2 * 4 + 3] += dp * Q_1_4;

    // dP_sum_rows2[u, i] += Σn P[u, i]   [each cotangent goes where the number was read; line 14]
    dP_sum_rows2[u2 * 4] += P_1_1;
    dP_sum_rows2[u2 * 4 + 1] += P_1_2;
    dP_sum_rows2[u2 * 4 + 2] += P_1_3;
    dP_sum_rows2[u2 * 4 + 3] += P_1_4;

    // dQ_sum_rows[i, j] += Σn dp * P[u, j]   [dot(P[u, :], Q[i, :]) with respect to Q: the other matrix transposed, times the cotangent; line 14]
    dQ_sum_rows[i2 * 4] += dp * P_1_1;
    dQ_sum_rows[i2 * 4 + 1] += dp * P_1_2;
    dQ_sum_rows[i2 * 4 + 2] += dp * P_1_3;
    dQ_sum_rows[i2 * 4 + 3] += dp * P_1_4;

    // dQ_sum_rows2[i, j] += Σn Q[i, j]   [each cotangent goes where the number was read; line 14]
    dQ_sum_rows2[i2 * 4] += Q_1_1;
    dQ_sum_rows2[i2 * 4 + 1] += Q_1_2;
    dQ_sum_rows2[i2 * 4 + 2] += Q_1_3;
    dQ_sum_rows2[i2 * 4 + 3] += Q_1_4;

    // da_rows[u] += Σn dp   [each cotangent goes where the number was read; line 14]
    da_rows[u2] += dp;

    // db_rows[i] += Σn dp   [each cotangent goes where the number was read; line 14]
    db_rows[i2] += dp;
  }

  // loss = 0.5 * (J_sum / m + lambda * R_sum / m)   [all losses]
  const loss = 0.5 * (J_sum / m + lambda * R_sum / m);

  // dμ = dμ_sum / m   [the same for all examples: their cotangents add up]
  const dμ = dμ_sum / m;

  // s_μ⁺ = s_μ + dμ ^ 2
  const s_μ2 = state[800] + dμ * dμ;
  state[800] = s_μ2;

  // μ⁺ = μ - rate * dμ / (sqrt(s_μ⁺) + 1e-10)
  μ[0] -= rate * dμ / (Math.sqrt(s_μ2) + 1e-10);

  // What the examples looked up in P; the rest is left alone: where its gradient is 0 the update rule changes nothing.
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];

    // dP = share * dP_sum_rows + scale * dP_sum_rows2   [sum over every use of the value]
    // s_P⁺ = s_P + dP .^ 2
    // P⁺ = P - rate * (dP ./ (sqrt(s_P⁺) + 1e-10))
    // dP_sum_rows = 0
    // dP_sum_rows2 = 0
    const u4 = u[row] * 4;
    for (let j = 0; j < 4; j++) {
      const dP = share * dP_sum_rows[u4 + j] + scale * dP_sum_rows2[u4 + j];
      state[u4 + j] += dP * dP;
      P[u4 + j] -= rate * (dP / (Math.sqrt(state[u4 + j]) + 1e-10));
      dP_sum_rows[u4 + j] = 0;
      dP_sum_rows2[u4 + j] = 0;
    }
  }

  // What the examples looked up in Q; the rest is left alone: where its gradient is 0 the update rule changes nothing.
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];

    // dQ = share * dQ_sum_rows + scale * dQ_sum_rows2   [sum over every use of the value]
    // s_Q⁺ = s_Q + dQ .^ 2
    // Q⁺ = Q - rate * (dQ ./ (sqrt(s_Q⁺) + 1e-10))
    // dQ_sum_rows = 0
    // dQ_sum_rows2 = 0
    const i4 = i[row] * 4;
    for (let j = 0; j < 4; j++) {
      const dQ = share * dQ_sum_rows[i4 + j] + scale * dQ_sum_rows2[i4 + j];
      state[400 + i4 + j] += dQ * dQ;
      Q[i4 + j] -= rate * (dQ / (Math.sqrt(state[400 + i4 + j]) + 1e-10));
      dQ_sum_rows[i4 + j] = 0;
      dQ_sum_rows2[i4 + j] = 0;
    }
  }

  // What the examples looked up in a; the rest is left alone: where its gradient is 0 the update rule changes nothing.
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];

    // s_a⁺ = s_a + (share * da_rows) .^ 2
    // a⁺ = a - stepSize * (da_rows ./ (sqrt(s_a⁺) + 1e-10))
    // da_rows = 0
    const t = share * da_rows[u[row]];
    state[640 + u[row]] += t * t;
    a[u[row]] -= stepSize * (da_rows[u[row]] / (Math.sqrt(state[640 + u[row]]) + 1e-10));
    da_rows[u[row]] = 0;
  }

  // What the examples looked up in b; the rest is left alone: where its gradient is 0 the update rule changes nothing.
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];

    // s_b⁺ = s_b + (share * db_rows) .^ 2
    // b⁺ = b - stepSize * (db_rows ./ (sqrt(s_b⁺) + 1e-10))
    // db_rows = 0
    const t = share * db_rows[i[row]];
    state[740 + i[row]] += t * t;
    b[i[row]] -= stepSize * (db_rows[i[row]] / (Math.sqrt(state[740 + i[row]]) + 1e-10));
    db_rows[i[row]] = 0;
  }
  return loss;
}

/** The predictions for one example among others. */
export function predict(params: Parameters, data: Examples, row: number, into: Outputs = createOutputs(), hyper: Hyper = defaults): Outputs {
  return forward(params, data.columns.u[row], data.columns.i[row], into, hyper);
}
