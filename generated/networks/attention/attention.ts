/**
 * attention: compiled by gradc 0.1.0 from attention.grad. Do not edit: change the spec and compile again.
 *
 * Spec        sha256 bfe0d3f6e80394e4e00afd106df66b4d1532aba9c40ea8286a095b0822aad3a9
 * Parameters  20: Wq (2 × 4), Wk (2 × 4), Wv (2 × 2)
 * Precision   64-bit
 * Convention  loss and gradients are the mean over the batch; of equal largest elements the first gets the gradient
 *
 * Operations of gradient, for one example (sums over the batch left out):
 *   forward 512: 255 multiply, 167 add, 39 compare, 21 subtract, 15 divide, 15 exp
 *   backward 508: 294 multiply, 199 add, 15 subtract
 *
 * Schedule:
 *   forward  unrolled: 438 scalar operations, at most 2500
 *   evaluate  unrolled: 926 scalar operations, at most 2500
 *   gradient  unrolled: 1238 scalar operations, at most 2500
 *   step  unrolled: 1528 scalar operations, at most 2500
 *
 * parameters
 *   Wq   2 × 4   glorot   # line 6
 *   Wk   2 × 4   glorot   # line 7
 *   Wv   2 × 2   glorot   # line 8
 *
 * data
 *   queries   3 × 2   input   # line 2
 *   keys      5 × 2   input   # line 3
 *   values    5 × 2   input   # line 4
 *
 * forward
 *   Q = queries * Wq                                        3 × 4 per example    # line 10
 *   K = keys * Wk                                           5 × 4 per example    # line 11
 *   V = values * Wv                                         5 × 2 per example    # line 12
 *   A = softmax(0.5 * (Q * (Wk' * keys')), 2)               3 × 5 per example    # line 13
 *   Y = A * V                                               3 × 2 per example    # line 14, output
 *   S = queries * keys'                                     3 × 5 per example    # line 17
 *   t1 = max(S, [], 2)                                      3 per example        # lines 18, 21
 *   T = (S == reshape(t1, [3, 1])) * values                 3 × 2 per example    # line 18
 *   J = sum((Y - T) .^ 2)                                   scalar per example   # line 19, loss
 *   t2 = (A' == max(A, [], 2)) .* (keys * queries' == t1)   5 × 3 per example    # line 21
 *   right = 1/3 * sum(t2)                                   scalar per example   # line 21, metric
 *
 * mean over the batch of m examples
 *   J = (Σn sum((Y - T) .^ 2)) / m     scalar   # line 19, loss
 *   right = 1/3 * ((Σn sum(t2)) / m)   scalar   # line 21, metric
 *
 * backward (constant factors come in last, with Σn)
 *   dY = Y - T                                             3 × 2 per example   # chain rule through square: ∂y/∂x = 2 * x; a factor 2 * (1/m) comes in later
 *   dA = dY * V'                                           3 × 5 per example   # A * V with respect to A: the other matrix transposed, times the cotangent; a factor 2 * (1/m) comes in later
 *   dA_in = A .* (dA - reshape(sum(dA .* A, 2), [3, 1]))   3 × 5 per example   # chain rule through softmax: dx = y .* (g - sum(g .* y))
 *   dQ = dA_in * (Wk' * keys')'                            3 × 4 per example   # Q * (Wk' * keys') with respect to Q: the other matrix transposed, times the cotangent
 *   dWq = 1/m * Σn queries' * dQ                           2 × 4               # EQ4: ∂C/∂w = δ aᵀ; queries * Wq with respect to Wq: the other matrix transposed, times the cotangent
 *   dWk = 1/m * Σn keys' * (Q' * dA_in)'                   2 × 4               # EQ4: ∂C/∂w = δ aᵀ; Wk' * keys' with respect to Wk: the other matrix transposed, times the cotangent
 *   dV = A' * dY                                           5 × 2 per example   # A * V with respect to V: the other matrix transposed, times the cotangent; a factor 2 * (1/m) comes in later
 *   dWv = 2 * (1/m) * Σn values' * dV                      2 × 2               # EQ4: ∂C/∂w = δ aᵀ; values * Wv with respect to Wv: the other matrix transposed, times the cotangent
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
  readonly Wq: Tensor<[2, 4]>;
  readonly Wk: Tensor<[2, 4]>;
  readonly Wv: Tensor<[2, 2]>;
}

/** The spec has no hyperparameters. */
export type Hyper = Record<string, never>;

/** Examples as columns: for each name its values, one example after the other. */
export interface Examples {
  readonly size: number;
  readonly columns: { readonly queries: Floats; readonly keys: Floats; readonly values: Floats };
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
  readonly Wq: Tensor<[2, 4]>;
  readonly Wk: Tensor<[2, 4]>;
  readonly Wv: Tensor<[2, 2]>;
  /** Each loss over the batch. */
  readonly losses: Floats;
}

/** Predictions for one example. */
export type Outputs = { readonly Y: Tensor<[3, 2]> };

/** What the module is: names, shapes, defaults and data of the spec. */
export const metadata = {
  name: "attention",
  hash: "bfe0d3f6e80394e4e00afd106df66b4d1532aba9c40ea8286a095b0822aad3a9",
  version: "0.1.0",
  precision: "f64",
  parameters: [
    { name: "Wq", shape: [2, 4], offset: 0, initial: { kind: "glorot" } },
    { name: "Wk", shape: [2, 4], offset: 8, initial: { kind: "glorot" } },
    { name: "Wv", shape: [2, 2], offset: 16, initial: { kind: "glorot" } },
  ],
  columns: [
    { name: "queries", role: "input", shape: [3, 2] },
    { name: "keys", role: "input", shape: [5, 2] },
    { name: "values", role: "input", shape: [5, 2] },
  ],
  hypers: [],
  losses: ["J"],
  metrics: ["right"],
  outputs: [{ name: "Y", shape: [3, 2] }],
  reduction: "mean",
  data: { kind: "generator", name: "normal" },
  train: { optimizer: "adam", rate: "0.05 * 0.99 ^ epoch", batch: 8, epochs: 200, validation: 0.25, seed: 1 },
} as const;

/** Parameters as views on one flat array, zero where none is given. */
export function createParameters(flat: Floats = new Float64Array(20)): Parameters {
  return {
    flat,
    Wq: flat.subarray(0, 8),
    Wk: flat.subarray(8, 16),
    Wv: flat.subarray(16, 20),
  };
}

/** Initial parameters: the same numbers for the same seed. */
export function initialise(seed: number, params: Parameters = createParameters()): Parameters {
  for (let k = 0; k < 8; k++) params.Wq[k] = 1 * (2 * uniform(seed, 0, k) - 1);
  for (let k = 0; k < 8; k++) params.Wk[k] = 1 * (2 * uniform(seed, 1, k) - 1);
  for (let k = 0; k < 4; k++) params.Wv[k] = 1.224744871391589 * (2 * uniform(seed, 2, k) - 1);
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
    Y: new Float64Array(6),
  };
}

/** Room for gradients. */
export function createGradients(_examples: number = 1): Gradients {
  return {
    Wq: new Float64Array(8),
    Wk: new Float64Array(8),
    Wv: new Float64Array(4),
    losses: new Float64Array(1),
  };
}

/** The state of the update rule, all zeros. */
export function createState(): Floats {
  return new Float64Array(40);
}

/** The predictions for one example. */
export function forward(params: Parameters, queries: Vector<6>, keys: Vector<10>, values: Vector<10>, into: Outputs = createOutputs()): Outputs {
  const { Wq, Wv, Wk } = params;

  // Q = queries * Wq   [line 10]
  const queries_1_1 = queries[0];
  const queries_1_2 = queries[1];
  const Q_1_1 = queries_1_1 * Wq[0] + queries_1_2 * Wq[4];
  const Q_1_2 = queries_1_1 * Wq[1] + queries_1_2 * Wq[5];
  const Q_1_3 = queries_1_1 * Wq[2] + queries_1_2 * Wq[6];
  const Q_1_4 = queries_1_1 * Wq[3] + queries_1_2 * Wq[7];
  const queries_2_1 = queries[2];
  const queries_2_2 = queries[3];
  const Q_2_1 = queries_2_1 * Wq[0] + queries_2_2 * Wq[4];
  const Q_2_2 = queries_2_1 * Wq[1] + queries_2_2 * Wq[5];
  const Q_2_3 = queries_2_1 * Wq[2] + queries_2_2 * Wq[6];
  const Q_2_4 = queries_2_1 * Wq[3] + queries_2_2 * Wq[7];
  const queries_3_1 = queries[4];
  const queries_3_2 = queries[5];
  const Q_3_1 = queries_3_1 * Wq[0] + queries_3_2 * Wq[4];
  const Q_3_2 = queries_3_1 * Wq[1] + queries_3_2 * Wq[5];
  const Q_3_3 = queries_3_1 * Wq[2] + queries_3_2 * Wq[6];
  const Q_3_4 = queries_3_1 * Wq[3] + queries_3_2 * Wq[7];

  // V = values * Wv   [line 12]
  const values_1_1 = values[0];
  const values_1_2 = values[1];
  const V_1_1 = values_1_1 * Wv[0] + values_1_2 * Wv[2];
  const V_1_2 = values_1_1 * Wv[1] + values_1_2 * Wv[3];
  const values_2_1 = values[2];
  const values_2_2 = values[3];
  const V_2_1 = values_2_1 * Wv[0] + values_2_2 * Wv[2];
  const V_2_2 = values_2_1 * Wv[1] + values_2_2 * Wv[3];
  const values_3_1 = values[4];
  const values_3_2 = values[5];
  const V_3_1 = values_3_1 * Wv[0] + values_3_2 * Wv[2];
  const V_3_2 = values_3_1 * Wv[1] + values_3_2 * Wv[3];
  const values_4_1 = values[6];
  const values_4_2 = values[7];
  const V_4_1 = values_4_1 * Wv[0] + values_4_2 * Wv[2];
  const V_4_2 = values_4_1 * Wv[1] + values_4_2 * Wv[3];
  const values_5_1 = values[8];
  const values_5_2 = values[9];
  const V_5_1 = values_5_1 * Wv[0] + values_5_2 * Wv[2];
  const V_5_2 = values_5_1 * Wv[1] + values_5_2 * Wv[3];

  // sum = Wk' * keys'
  const keys_1_1 = keys[0];
  const keys_1_2 = keys[1];
  const sum_1_1 = keys_1_1 * Wk[0] + keys_1_2 * Wk[4];
  const keys_2_1 = keys[2];
  const keys_2_2 = keys[3];
  const sum_1_2 = keys_2_1 * Wk[0] + keys_2_2 * Wk[4];
  const keys_3_1 = keys[4];
  const keys_3_2 = keys[5];
  const sum_1_3 = keys_3_1 * Wk[0] + keys_3_2 * Wk[4];
  const keys_4_1 = keys[6];
  const keys_4_2 = keys[7];
  const sum_1_4 = keys_4_1 * Wk[0] + keys_4_2 * Wk[4];
  const keys_5_1 = keys[8];
  const keys_5_2 = keys[9];
  const sum_1_5 = keys_5_1 * Wk[0] + keys_5_2 * Wk[4];
  const sum_2_1 = keys_1_1 * Wk[1] + keys_1_2 * Wk[5];
  const sum_2_2 = keys_2_1 * Wk[1] + keys_2_2 * Wk[5];
  const sum_2_3 = keys_3_1 * Wk[1] + keys_3_2 * Wk[5];
  const sum_2_4 = keys_4_1 * Wk[1] + keys_4_2 * Wk[5];
  const sum_2_5 = keys_5_1 * Wk[1] + keys_5_2 * Wk[5];
  const sum_3_1 = keys_1_1 * Wk[2] + keys_1_2 * Wk[6];
  const sum_3_2 = keys_2_1 * Wk[2] + keys_2_2 * Wk[6];
  const sum_3_3 = keys_3_1 * Wk[2] + keys_3_2 * Wk[6];
  const sum_3_4 = keys_4_1 * Wk[2] + keys_4_2 * Wk[6];
  const sum_3_5 = keys_5_1 * Wk[2] + keys_5_2 * Wk[6];
  const sum_4_1 = keys_1_1 * Wk[3] + keys_1_2 * Wk[7];
  const sum_4_2 = keys_2_1 * Wk[3] + keys_2_2 * Wk[7];
  const sum_4_3 = keys_3_1 * Wk[3] + keys_3_2 * Wk[7];
  const sum_4_4 = keys_4_1 * Wk[3] + keys_4_2 * Wk[7];
  const sum_4_5 = keys_5_1 * Wk[3] + keys_5_2 * Wk[7];

  // mul = 0.5 * (Q * sum)   [line 13]
  const mul_1_1 = 0.5 * (Q_1_1 * sum_1_1 + Q_1_2 * sum_2_1 + Q_1_3 * sum_3_1 + Q_1_4 * sum_4_1);
  const mul_1_2 = 0.5 * (Q_1_1 * sum_1_2 + Q_1_2 * sum_2_2 + Q_1_3 * sum_3_2 + Q_1_4 * sum_4_2);
  const mul_1_3 = 0.5 * (Q_1_1 * sum_1_3 + Q_1_2 * sum_2_3 + Q_1_3 * sum_3_3 + Q_1_4 * sum_4_3);
  const mul_1_4 = 0.5 * (Q_1_1 * sum_1_4 + Q_1_2 * sum_2_4 + Q_1_3 * sum_3_4 + Q_1_4 * sum_4_4);
  const mul_1_5 = 0.5 * (Q_1_1 * sum_1_5 + Q_1_2 * sum_2_5 + Q_1_3 * sum_3_5 + Q_1_4 * sum_4_5);
  const mul_2_1 = 0.5 * (Q_2_1 * sum_1_1 + Q_2_2 * sum_2_1 + Q_2_3 * sum_3_1 + Q_2_4 * sum_4_1);
  const mul_2_2 = 0.5 * (Q_2_1 * sum_1_2 + Q_2_2 * sum_2_2 + Q_2_3 * sum_3_2 + Q_2_4 * sum_4_2);
  const mul_2_3 = 0.5 * (Q_2_1 * sum_1_3 + Q_2_2 * sum_2_3 + Q_2_3 * sum_3_3 + Q_2_4 * sum_4_3);
  const mul_2_4 = 0.5 * (Q_2_1 * sum_1_4 + Q_2_2 * sum_2_4 + Q_2_3 * sum_3_4 + Q_2_4 * sum_4_4);
  const mul_2_5 = 0.5 * (Q_2_1 * sum_1_5 + Q_2_2 * sum_2_5 + Q_2_3 * sum_3_5 + Q_2_4 * sum_4_5);
  const mul_3_1 = 0.5 * (Q_3_1 * sum_1_1 + Q_3_2 * sum_2_1 + Q_3_3 * sum_3_1 + Q_3_4 * sum_4_1);
  const mul_3_2 = 0.5 * (Q_3_1 * sum_1_2 + Q_3_2 * sum_2_2 + Q_3_3 * sum_3_2 + Q_3_4 * sum_4_2);
  const mul_3_3 = 0.5 * (Q_3_1 * sum_1_3 + Q_3_2 * sum_2_3 + Q_3_3 * sum_3_3 + Q_3_4 * sum_4_3);
  const mul_3_4 = 0.5 * (Q_3_1 * sum_1_4 + Q_3_2 * sum_2_4 + Q_3_3 * sum_3_4 + Q_3_4 * sum_4_4);
  const mul_3_5 = 0.5 * (Q_3_1 * sum_1_5 + Q_3_2 * sum_2_5 + Q_3_3 * sum_3_5 + Q_3_4 * sum_4_5);

  // max = max(mul, [], 2)
  const max_1 = Math.max(mul_1_1, mul_1_2, mul_1_3, mul_1_4, mul_1_5);
  const max_2 = Math.max(mul_2_1, mul_2_2, mul_2_3, mul_2_4, mul_2_5);
  const max_3 = Math.max(mul_3_1, mul_3_2, mul_3_3, mul_3_4, mul_3_5);

  // A_exp = exp(mul - reshape(max, [3, 1]))
  const A_exp_1_1 = Math.exp(mul_1_1 - max_1);
  const A_exp_1_2 = Math.exp(mul_1_2 - max_1);
  const A_exp_1_3 = Math.exp(mul_1_3 - max_1);
  const A_exp_1_4 = Math.exp(mul_1_4 - max_1);
  const A_exp_1_5 = Math.exp(mul_1_5 - max_1);
  const A_exp_2_1 = Math.exp(mul_2_1 - max_2);
  const A_exp_2_2 = Math.exp(mul_2_2 - max_2);
  const A_exp_2_3 = Math.exp(mul_2_3 - max_2);
  const A_exp_2_4 = Math.exp(mul_2_4 - max_2);
  const A_exp_2_5 = Math.exp(mul_2_5 - max_2);
  const A_exp_3_1 = Math.exp(mul_3_1 - max_3);
  const A_exp_3_2 = Math.exp(mul_3_2 - max_3);
  const A_exp_3_3 = Math.exp(mul_3_3 - max_3);
  const A_exp_3_4 = Math.exp(mul_3_4 - max_3);
  const A_exp_3_5 = Math.exp(mul_3_5 - max_3);

  // sum2 = sum(A_exp, 2)
  const sum2_1 = A_exp_1_1 + A_exp_1_2 + A_exp_1_3 + A_exp_1_4 + A_exp_1_5;
  const sum2_2 = A_exp_2_1 + A_exp_2_2 + A_exp_2_3 + A_exp_2_4 + A_exp_2_5;
  const sum2_3 = A_exp_3_1 + A_exp_3_2 + A_exp_3_3 + A_exp_3_4 + A_exp_3_5;

  // A = A_exp ./ reshape(sum2, [3, 1])   [line 13]
  const A_1_1 = A_exp_1_1 / sum2_1;
  const A_1_2 = A_exp_1_2 / sum2_1;
  const A_1_3 = A_exp_1_3 / sum2_1;
  const A_1_4 = A_exp_1_4 / sum2_1;
  const A_1_5 = A_exp_1_5 / sum2_1;
  const A_2_1 = A_exp_2_1 / sum2_2;
  const A_2_2 = A_exp_2_2 / sum2_2;
  const A_2_3 = A_exp_2_3 / sum2_2;
  const A_2_4 = A_exp_2_4 / sum2_2;
  const A_2_5 = A_exp_2_5 / sum2_2;
  const A_3_1 = A_exp_3_1 / sum2_3;
  const A_3_2 = A_exp_3_2 / sum2_3;
  const A_3_3 = A_exp_3_3 / sum2_3;
  const A_3_4 = A_exp_3_4 / sum2_3;
  const A_3_5 = A_exp_3_5 / sum2_3;

  // Y = A * V   [line 14, output]
  into.Y[0] = A_1_1 * V_1_1 + A_1_2 * V_2_1 + A_1_3 * V_3_1 + A_1_4 * V_4_1 + A_1_5 * V_5_1;
  into.Y[1] = A_1_1 * V_1_2 + A_1_2 * V_2_2 + A_1_3 * V_3_2 + A_1_4 * V_4_2 + A_1_5 * V_5_2;
  into.Y[2] = A_2_1 * V_1_1 + A_2_2 * V_2_1 + A_2_3 * V_3_1 + A_2_4 * V_4_1 + A_2_5 * V_5_1;
  into.Y[3] = A_2_1 * V_1_2 + A_2_2 * V_2_2 + A_2_3 * V_3_2 + A_2_4 * V_4_2 + A_2_5 * V_5_2;
  into.Y[4] = A_3_1 * V_1_1 + A_3_2 * V_2_1 + A_3_3 * V_3_1 + A_3_4 * V_4_1 + A_3_5 * V_5_1;
  into.Y[5] = A_3_1 * V_1_2 + A_3_2 * V_2_2 + A_3_3 * V_3_2 + A_3_4 * V_4_2 + A_3_5 * V_5_2;
  return into;
}

/** Losses, then metrics, over the examples `order[from … to)`, as inference computes them, into `report`; returns the total loss. */
export function evaluate(params: Parameters, data: Examples, report: Report, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { Wq, Wv, Wk } = params;
  const { queries, values, keys } = data.columns;
  const m = to - from;
  let J_sum = 0;
  let right_sum = 0;
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];

    // Q = queries * Wq   [line 10]
    const queries_1_1 = queries[row * 6];
    const queries_1_2 = queries[row * 6 + 1];
    const Q_1_1 = queries_1_1 * Wq[0] + queries_1_2 * Wq[4];
    const Q_1_2 = queries_1_1 * Wq[1] + queries_1_2 * Wq[5];
    const Q_1_3 = queries_1_1 * Wq[2] + queries_1_2 * Wq[6];
    const Q_1_4 = queries_1_1 * Wq[3] + queries_1_2 * Wq[7];
    const queries_2_1 = queries[row * 6 + 2];
    const queries_2_2 = queries[row * 6 + 3];
    const Q_2_1 = queries_2_1 * Wq[0] + queries_2_2 * Wq[4];
    const Q_2_2 = queries_2_1 * Wq[1] + queries_2_2 * Wq[5];
    const Q_2_3 = queries_2_1 * Wq[2] + queries_2_2 * Wq[6];
    const Q_2_4 = queries_2_1 * Wq[3] + queries_2_2 * Wq[7];
    const queries_3_1 = queries[row * 6 + 4];
    const queries_3_2 = queries[row * 6 + 5];
    const Q_3_1 = queries_3_1 * Wq[0] + queries_3_2 * Wq[4];
    const Q_3_2 = queries_3_1 * Wq[1] + queries_3_2 * Wq[5];
    const Q_3_3 = queries_3_1 * Wq[2] + queries_3_2 * Wq[6];
    const Q_3_4 = queries_3_1 * Wq[3] + queries_3_2 * Wq[7];

    // V = values * Wv   [line 12]
    const values_1_1 = values[row * 10];
    const values_1_2 = values[row * 10 + 1];
    const V_1_1 = values_1_1 * Wv[0] + values_1_2 * Wv[2];
    const V_1_2 = values_1_1 * Wv[1] + values_1_2 * Wv[3];
    const values_2_1 = values[row * 10 + 2];
    const values_2_2 = values[row * 10 + 3];
    const V_2_1 = values_2_1 * Wv[0] + values_2_2 * Wv[2];
    const V_2_2 = values_2_1 * Wv[1] + values_2_2 * Wv[3];
    const values_3_1 = values[row * 10 + 4];
    const values_3_2 = values[row * 10 + 5];
    const V_3_1 = values_3_1 * Wv[0] + values_3_2 * Wv[2];
    const V_3_2 = values_3_1 * Wv[1] + values_3_2 * Wv[3];
    const values_4_1 = values[row * 10 + 6];
    const values_4_2 = values[row * 10 + 7];
    const V_4_1 = values_4_1 * Wv[0] + values_4_2 * Wv[2];
    const V_4_2 = values_4_1 * Wv[1] + values_4_2 * Wv[3];
    const values_5_1 = values[row * 10 + 8];
    const values_5_2 = values[row * 10 + 9];
    const V_5_1 = values_5_1 * Wv[0] + values_5_2 * Wv[2];
    const V_5_2 = values_5_1 * Wv[1] + values_5_2 * Wv[3];

    // sum = Wk' * keys'
    const keys_1_1 = keys[row * 10];
    const keys_1_2 = keys[row * 10 + 1];
    const sum_1_1 = keys_1_1 * Wk[0] + keys_1_2 * Wk[4];
    const keys_2_1 = keys[row * 10 + 2];
    const keys_2_2 = keys[row * 10 + 3];
    const sum_1_2 = keys_2_1 * Wk[0] + keys_2_2 * Wk[4];
    const keys_3_1 = keys[row * 10 + 4];
    const keys_3_2 = keys[row * 10 + 5];
    const sum_1_3 = keys_3_1 * Wk[0] + keys_3_2 * Wk[4];
    const keys_4_1 = keys[row * 10 + 6];
    const keys_4_2 = keys[row * 10 + 7];
    const sum_1_4 = keys_4_1 * Wk[0] + keys_4_2 * Wk[4];
    const keys_5_1 = keys[row * 10 + 8];
    const keys_5_2 = keys[row * 10 + 9];
    const sum_1_5 = keys_5_1 * Wk[0] + keys_5_2 * Wk[4];
    const sum_2_1 = keys_1_1 * Wk[1] + keys_1_2 * Wk[5];
    const sum_2_2 = keys_2_1 * Wk[1] + keys_2_2 * Wk[5];
    const sum_2_3 = keys_3_1 * Wk[1] + keys_3_2 * Wk[5];
    const sum_2_4 = keys_4_1 * Wk[1] + keys_4_2 * Wk[5];
    const sum_2_5 = keys_5_1 * Wk[1] + keys_5_2 * Wk[5];
    const sum_3_1 = keys_1_1 * Wk[2] + keys_1_2 * Wk[6];
    const sum_3_2 = keys_2_1 * Wk[2] + keys_2_2 * Wk[6];
    const sum_3_3 = keys_3_1 * Wk[2] + keys_3_2 * Wk[6];
    const sum_3_4 = keys_4_1 * Wk[2] + keys_4_2 * Wk[6];
    const sum_3_5 = keys_5_1 * Wk[2] + keys_5_2 * Wk[6];
    const sum_4_1 = keys_1_1 * Wk[3] + keys_1_2 * Wk[7];
    const sum_4_2 = keys_2_1 * Wk[3] + keys_2_2 * Wk[7];
    const sum_4_3 = keys_3_1 * Wk[3] + keys_3_2 * Wk[7];
    const sum_4_4 = keys_4_1 * Wk[3] + keys_4_2 * Wk[7];
    const sum_4_5 = keys_5_1 * Wk[3] + keys_5_2 * Wk[7];

    // mul = 0.5 * (Q * sum)   [line 13]
    const mul_1_1 = 0.5 * (Q_1_1 * sum_1_1 + Q_1_2 * sum_2_1 + Q_1_3 * sum_3_1 + Q_1_4 * sum_4_1);
    const mul_1_2 = 0.5 * (Q_1_1 * sum_1_2 + Q_1_2 * sum_2_2 + Q_1_3 * sum_3_2 + Q_1_4 * sum_4_2);
    const mul_1_3 = 0.5 * (Q_1_1 * sum_1_3 + Q_1_2 * sum_2_3 + Q_1_3 * sum_3_3 + Q_1_4 * sum_4_3);
    const mul_1_4 = 0.5 * (Q_1_1 * sum_1_4 + Q_1_2 * sum_2_4 + Q_1_3 * sum_3_4 + Q_1_4 * sum_4_4);
    const mul_1_5 = 0.5 * (Q_1_1 * sum_1_5 + Q_1_2 * sum_2_5 + Q_1_3 * sum_3_5 + Q_1_4 * sum_4_5);
    const mul_2_1 = 0.5 * (Q_2_1 * sum_1_1 + Q_2_2 * sum_2_1 + Q_2_3 * sum_3_1 + Q_2_4 * sum_4_1);
    const mul_2_2 = 0.5 * (Q_2_1 * sum_1_2 + Q_2_2 * sum_2_2 + Q_2_3 * sum_3_2 + Q_2_4 * sum_4_2);
    const mul_2_3 = 0.5 * (Q_2_1 * sum_1_3 + Q_2_2 * sum_2_3 + Q_2_3 * sum_3_3 + Q_2_4 * sum_4_3);
    const mul_2_4 = 0.5 * (Q_2_1 * sum_1_4 + Q_2_2 * sum_2_4 + Q_2_3 * sum_3_4 + Q_2_4 * sum_4_4);
    const mul_2_5 = 0.5 * (Q_2_1 * sum_1_5 + Q_2_2 * sum_2_5 + Q_2_3 * sum_3_5 + Q_2_4 * sum_4_5);
    const mul_3_1 = 0.5 * (Q_3_1 * sum_1_1 + Q_3_2 * sum_2_1 + Q_3_3 * sum_3_1 + Q_3_4 * sum_4_1);
    const mul_3_2 = 0.5 * (Q_3_1 * sum_1_2 + Q_3_2 * sum_2_2 + Q_3_3 * sum_3_2 + Q_3_4 * sum_4_2);
    const mul_3_3 = 0.5 * (Q_3_1 * sum_1_3 + Q_3_2 * sum_2_3 + Q_3_3 * sum_3_3 + Q_3_4 * sum_4_3);
    const mul_3_4 = 0.5 * (Q_3_1 * sum_1_4 + Q_3_2 * sum_2_4 + Q_3_3 * sum_3_4 + Q_3_4 * sum_4_4);
    const mul_3_5 = 0.5 * (Q_3_1 * sum_1_5 + Q_3_2 * sum_2_5 + Q_3_3 * sum_3_5 + Q_3_4 * sum_4_5);

    // S = queries * keys'   [line 17]
    const S_1_1 = queries_1_1 * keys_1_1 + queries_1_2 * keys_1_2;
    const S_1_2 = queries_1_1 * keys_2_1 + queries_1_2 * keys_2_2;
    const S_1_3 = queries_1_1 * keys_3_1 + queries_1_2 * keys_3_2;
    const S_1_4 = queries_1_1 * keys_4_1 + queries_1_2 * keys_4_2;
    const S_1_5 = queries_1_1 * keys_5_1 + queries_1_2 * keys_5_2;
    const S_2_1 = queries_2_1 * keys_1_1 + queries_2_2 * keys_1_2;
    const S_2_2 = queries_2_1 * keys_2_1 + queries_2_2 * keys_2_2;
    const S_2_3 = queries_2_1 * keys_3_1 + queries_2_2 * keys_3_2;
    const S_2_4 = queries_2_1 * keys_4_1 + queries_2_2 * keys_4_2;
    const S_2_5 = queries_2_1 * keys_5_1 + queries_2_2 * keys_5_2;
    const S_3_1 = queries_3_1 * keys_1_1 + queries_3_2 * keys_1_2;
    const S_3_2 = queries_3_1 * keys_2_1 + queries_3_2 * keys_2_2;
    const S_3_3 = queries_3_1 * keys_3_1 + queries_3_2 * keys_3_2;
    const S_3_4 = queries_3_1 * keys_4_1 + queries_3_2 * keys_4_2;
    const S_3_5 = queries_3_1 * keys_5_1 + queries_3_2 * keys_5_2;

    // max = max(S, [], 2)   [lines 18, 21]
    const max_1 = Math.max(S_1_1, S_1_2, S_1_3, S_1_4, S_1_5);
    const max_2 = Math.max(S_2_1, S_2_2, S_2_3, S_2_4, S_2_5);
    const max_3 = Math.max(S_3_1, S_3_2, S_3_3, S_3_4, S_3_5);

    // equal = S == reshape(max, [3, 1])
    const equal_1_1 = S_1_1 === max_1 ? 1 : 0;
    const equal_1_2 = S_1_2 === max_1 ? 1 : 0;
    const equal_1_3 = S_1_3 === max_1 ? 1 : 0;
    const equal_1_4 = S_1_4 === max_1 ? 1 : 0;
    const equal_1_5 = S_1_5 === max_1 ? 1 : 0;
    const equal_2_1 = S_2_1 === max_2 ? 1 : 0;
    const equal_2_2 = S_2_2 === max_2 ? 1 : 0;
    const equal_2_3 = S_2_3 === max_2 ? 1 : 0;
    const equal_2_4 = S_2_4 === max_2 ? 1 : 0;
    const equal_2_5 = S_2_5 === max_2 ? 1 : 0;
    const equal_3_1 = S_3_1 === max_3 ? 1 : 0;
    const equal_3_2 = S_3_2 === max_3 ? 1 : 0;
    const equal_3_3 = S_3_3 === max_3 ? 1 : 0;
    const equal_3_4 = S_3_4 === max_3 ? 1 : 0;
    const equal_3_5 = S_3_5 === max_3 ? 1 : 0;

    // T = equal * values   [line 18]
    const T_1_1 = equal_1_1 * values_1_1 + equal_1_2 * values_2_1 + equal_1_3 * values_3_1 + equal_1_4 * values_4_1 + equal_1_5 * values_5_1;
    const T_1_2 = equal_1_1 * values_1_2 + equal_1_2 * values_2_2 + equal_1_3 * values_3_2 + equal_1_4 * values_4_2 + equal_1_5 * values_5_2;
    const T_2_1 = equal_2_1 * values_1_1 + equal_2_2 * values_2_1 + equal_2_3 * values_3_1 + equal_2_4 * values_4_1 + equal_2_5 * values_5_1;
    const T_2_2 = equal_2_1 * values_1_2 + equal_2_2 * values_2_2 + equal_2_3 * values_3_2 + equal_2_4 * values_4_2 + equal_2_5 * values_5_2;
    const T_3_1 = equal_3_1 * values_1_1 + equal_3_2 * values_2_1 + equal_3_3 * values_3_1 + equal_3_4 * values_4_1 + equal_3_5 * values_5_1;
    const T_3_2 = equal_3_1 * values_1_2 + equal_3_2 * values_2_2 + equal_3_3 * values_3_2 + equal_3_4 * values_4_2 + equal_3_5 * values_5_2;

    // max2 = max(mul, [], 2)
    const max2_1 = Math.max(mul_1_1, mul_1_2, mul_1_3, mul_1_4, mul_1_5);
    const max2_2 = Math.max(mul_2_1, mul_2_2, mul_2_3, mul_2_4, mul_2_5);
    const max2_3 = Math.max(mul_3_1, mul_3_2, mul_3_3, mul_3_4, mul_3_5);

    // A_exp = exp(mul - reshape(max2, [3, 1]))
    const A_exp_1_1 = Math.exp(mul_1_1 - max2_1);
    const A_exp_1_2 = Math.exp(mul_1_2 - max2_1);
    const A_exp_1_3 = Math.exp(mul_1_3 - max2_1);
    const A_exp_1_4 = Math.exp(mul_1_4 - max2_1);
    const A_exp_1_5 = Math.exp(mul_1_5 - max2_1);
    const A_exp_2_1 = Math.exp(mul_2_1 - max2_2);
    const A_exp_2_2 = Math.exp(mul_2_2 - max2_2);
    const A_exp_2_3 = Math.exp(mul_2_3 - max2_2);
    const A_exp_2_4 = Math.exp(mul_2_4 - max2_2);
    const A_exp_2_5 = Math.exp(mul_2_5 - max2_2);
    const A_exp_3_1 = Math.exp(mul_3_1 - max2_3);
    const A_exp_3_2 = Math.exp(mul_3_2 - max2_3);
    const A_exp_3_3 = Math.exp(mul_3_3 - max2_3);
    const A_exp_3_4 = Math.exp(mul_3_4 - max2_3);
    const A_exp_3_5 = Math.exp(mul_3_5 - max2_3);

    // sum2 = sum(A_exp, 2)
    const sum2_1 = A_exp_1_1 + A_exp_1_2 + A_exp_1_3 + A_exp_1_4 + A_exp_1_5;
    const sum2_2 = A_exp_2_1 + A_exp_2_2 + A_exp_2_3 + A_exp_2_4 + A_exp_2_5;
    const sum2_3 = A_exp_3_1 + A_exp_3_2 + A_exp_3_3 + A_exp_3_4 + A_exp_3_5;

    // A = A_exp ./ reshape(sum2, [3, 1])   [line 13]
    const A_1_1 = A_exp_1_1 / sum2_1;
    const A_1_2 = A_exp_1_2 / sum2_1;
    const A_1_3 = A_exp_1_3 / sum2_1;
    const A_1_4 = A_exp_1_4 / sum2_1;
    const A_1_5 = A_exp_1_5 / sum2_1;
    const A_2_1 = A_exp_2_1 / sum2_2;
    const A_2_2 = A_exp_2_2 / sum2_2;
    const A_2_3 = A_exp_2_3 / sum2_2;
    const A_2_4 = A_exp_2_4 / sum2_2;
    const A_2_5 = A_exp_2_5 / sum2_2;
    const A_3_1 = A_exp_3_1 / sum2_3;
    const A_3_2 = A_exp_3_2 / sum2_3;
    const A_3_3 = A_exp_3_3 / sum2_3;
    const A_3_4 = A_exp_3_4 / sum2_3;
    const A_3_5 = A_exp_3_5 / sum2_3;

    // Y = A * V   [line 14, output]
    const Y_1_1 = A_1_1 * V_1_1 + A_1_2 * V_2_1 + A_1_3 * V_3_1 + A_1_4 * V_4_1 + A_1_5 * V_5_1;
    const Y_1_2 = A_1_1 * V_1_2 + A_1_2 * V_2_2 + A_1_3 * V_3_2 + A_1_4 * V_4_2 + A_1_5 * V_5_2;
    const Y_2_1 = A_2_1 * V_1_1 + A_2_2 * V_2_1 + A_2_3 * V_3_1 + A_2_4 * V_4_1 + A_2_5 * V_5_1;
    const Y_2_2 = A_2_1 * V_1_2 + A_2_2 * V_2_2 + A_2_3 * V_3_2 + A_2_4 * V_4_2 + A_2_5 * V_5_2;
    const Y_3_1 = A_3_1 * V_1_1 + A_3_2 * V_2_1 + A_3_3 * V_3_1 + A_3_4 * V_4_1 + A_3_5 * V_5_1;
    const Y_3_2 = A_3_1 * V_1_2 + A_3_2 * V_2_2 + A_3_3 * V_3_2 + A_3_4 * V_4_2 + A_3_5 * V_5_2;

    // dY = Y - T   [chain rule through square: ∂y/∂x = 2 * x]
    const dY_1_1 = Y_1_1 - T_1_1;
    const dY_1_2 = Y_1_2 - T_1_2;
    const dY_2_1 = Y_2_1 - T_2_1;
    const dY_2_2 = Y_2_2 - T_2_2;
    const dY_3_1 = Y_3_1 - T_3_1;
    const dY_3_2 = Y_3_2 - T_3_2;

    // J_sum = Σn sum(dY .^ 2)
    J_sum += dY_1_1 * dY_1_1 + dY_1_2 * dY_1_2 + dY_2_1 * dY_2_1 + dY_2_2 * dY_2_2 + dY_3_1 * dY_3_1 + dY_3_2 * dY_3_2;

    // max3 = max(A, [], 2)
    const max3_1 = Math.max(A_1_1, A_1_2, A_1_3, A_1_4, A_1_5);
    const max3_2 = Math.max(A_2_1, A_2_2, A_2_3, A_2_4, A_2_5);
    const max3_3 = Math.max(A_3_1, A_3_2, A_3_3, A_3_4, A_3_5);

    // right_sum = Σn sum((exp(0.5 * (sum' * Q') - max2) ./ sum2 == max3) .* (keys * queries' == max))
    right_sum += (A_1_1 === max3_1 ? 1 : 0) * equal_1_1 + (A_2_1 === max3_2 ? 1 : 0) * equal_2_1 + (A_3_1 === max3_3 ? 1 : 0) * equal_3_1 + (A_1_2 === max3_1 ? 1 : 0) * equal_1_2 + (A_2_2 === max3_2 ? 1 : 0) * equal_2_2 + (A_3_2 === max3_3 ? 1 : 0) * equal_3_2 + (A_1_3 === max3_1 ? 1 : 0) * equal_1_3 + (A_2_3 === max3_2 ? 1 : 0) * equal_2_3 + (A_3_3 === max3_3 ? 1 : 0) * equal_3_3 + (A_1_4 === max3_1 ? 1 : 0) * equal_1_4 + (A_2_4 === max3_2 ? 1 : 0) * equal_2_4 + (A_3_4 === max3_3 ? 1 : 0) * equal_3_4 + (A_1_5 === max3_1 ? 1 : 0) * equal_1_5 + (A_2_5 === max3_2 ? 1 : 0) * equal_2_5 + (A_3_5 === max3_3 ? 1 : 0) * equal_3_5;
  }

  // J = J_sum / m   [line 19, loss]
  const J = J_sum / m;
  report[0] = J;

  // right = 1/3 * (right_sum / m)   [line 21, metric]
  report[1] = 0.3333333333333333 * (right_sum / m);
  return J;
}

/** The loss over the examples `order[from … to)` and its gradients, into `into`; returns the loss. */
export function gradient(params: Parameters, data: Examples, into: Gradients, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { Wq, Wv, Wk } = params;
  const { queries, values, keys } = data.columns;
  const m = to - from;
  const share = 1 / m;
  const share2 = 2 * share;
  let J_sum = 0;
  let dWq_1_1 = 0, dWq_1_2 = 0, dWq_1_3 = 0, dWq_1_4 = 0, dWq_2_1 = 0, dWq_2_2 = 0, dWq_2_3 = 0, dWq_2_4 = 0;
  let dWk_1_1 = 0, dWk_1_2 = 0, dWk_1_3 = 0, dWk_1_4 = 0, dWk_2_1 = 0, dWk_2_2 = 0, dWk_2_3 = 0, dWk_2_4 = 0;
  let dWv_1_1 = 0, dWv_1_2 = 0, dWv_2_1 = 0, dWv_2_2 = 0;
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];

    // Q = queries * Wq   [line 10]
    const queries_1_1 = queries[row * 6];
    const queries_1_2 = queries[row * 6 + 1];
    const Q_1_1 = queries_1_1 * Wq[0] + queries_1_2 * Wq[4];
    const Q_1_2 = queries_1_1 * Wq[1] + queries_1_2 * Wq[5];
    const Q_1_3 = queries_1_1 * Wq[2] + queries_1_2 * Wq[6];
    const Q_1_4 = queries_1_1 * Wq[3] + queries_1_2 * Wq[7];
    const queries_2_1 = queries[row * 6 + 2];
    const queries_2_2 = queries[row * 6 + 3];
    const Q_2_1 = queries_2_1 * Wq[0] + queries_2_2 * Wq[4];
    const Q_2_2 = queries_2_1 * Wq[1] + queries_2_2 * Wq[5];
    const Q_2_3 = queries_2_1 * Wq[2] + queries_2_2 * Wq[6];
    const Q_2_4 = queries_2_1 * Wq[3] + queries_2_2 * Wq[7];
    const queries_3_1 = queries[row * 6 + 4];
    const queries_3_2 = queries[row * 6 + 5];
    const Q_3_1 = queries_3_1 * Wq[0] + queries_3_2 * Wq[4];
    const Q_3_2 = queries_3_1 * Wq[1] + queries_3_2 * Wq[5];
    const Q_3_3 = queries_3_1 * Wq[2] + queries_3_2 * Wq[6];
    const Q_3_4 = queries_3_1 * Wq[3] + queries_3_2 * Wq[7];

    // V = values * Wv   [line 12]
    const values_1_1 = values[row * 10];
    const values_1_2 = values[row * 10 + 1];
    const V_1_1 = values_1_1 * Wv[0] + values_1_2 * Wv[2];
    const V_1_2 = values_1_1 * Wv[1] + values_1_2 * Wv[3];
    const values_2_1 = values[row * 10 + 2];
    const values_2_2 = values[row * 10 + 3];
    const V_2_1 = values_2_1 * Wv[0] + values_2_2 * Wv[2];
    const V_2_2 = values_2_1 * Wv[1] + values_2_2 * Wv[3];
    const values_3_1 = values[row * 10 + 4];
    const values_3_2 = values[row * 10 + 5];
    const V_3_1 = values_3_1 * Wv[0] + values_3_2 * Wv[2];
    const V_3_2 = values_3_1 * Wv[1] + values_3_2 * Wv[3];
    const values_4_1 = values[row * 10 + 6];
    const values_4_2 = values[row * 10 + 7];
    const V_4_1 = values_4_1 * Wv[0] + values_4_2 * Wv[2];
    const V_4_2 = values_4_1 * Wv[1] + values_4_2 * Wv[3];
    const values_5_1 = values[row * 10 + 8];
    const values_5_2 = values[row * 10 + 9];
    const V_5_1 = values_5_1 * Wv[0] + values_5_2 * Wv[2];
    const V_5_2 = values_5_1 * Wv[1] + values_5_2 * Wv[3];

    // sum = Wk' * keys'
    const keys_1_1 = keys[row * 10];
    const keys_1_2 = keys[row * 10 + 1];
    const sum_1_1 = keys_1_1 * Wk[0] + keys_1_2 * Wk[4];
    const keys_2_1 = keys[row * 10 + 2];
    const keys_2_2 = keys[row * 10 + 3];
    const sum_1_2 = keys_2_1 * Wk[0] + keys_2_2 * Wk[4];
    const keys_3_1 = keys[row * 10 + 4];
    const keys_3_2 = keys[row * 10 + 5];
    const sum_1_3 = keys_3_1 * Wk[0] + keys_3_2 * Wk[4];
    const keys_4_1 = keys[row * 10 + 6];
    const keys_4_2 = keys[row * 10 + 7];
    const sum_1_4 = keys_4_1 * Wk[0] + keys_4_2 * Wk[4];
    const keys_5_1 = keys[row * 10 + 8];
    const keys_5_2 = keys[row * 10 + 9];
    const sum_1_5 = keys_5_1 * Wk[0] + keys_5_2 * Wk[4];
    const sum_2_1 = keys_1_1 * Wk[1] + keys_1_2 * Wk[5];
    const sum_2_2 = keys_2_1 * Wk[1] + keys_2_2 * Wk[5];
    const sum_2_3 = keys_3_1 * Wk[1] + keys_3_2 * Wk[5];
    const sum_2_4 = keys_4_1 * Wk[1] + keys_4_2 * Wk[5];
    const sum_2_5 = keys_5_1 * Wk[1] + keys_5_2 * Wk[5];
    const sum_3_1 = keys_1_1 * Wk[2] + keys_1_2 * Wk[6];
    const sum_3_2 = keys_2_1 * Wk[2] + keys_2_2 * Wk[6];
    const sum_3_3 = keys_3_1 * Wk[2] + keys_3_2 * Wk[6];
    const sum_3_4 = keys_4_1 * Wk[2] + keys_4_2 * Wk[6];
    const sum_3_5 = keys_5_1 * Wk[2] + keys_5_2 * Wk[6];
    const sum_4_1 = keys_1_1 * Wk[3] + keys_1_2 * Wk[7];
    const sum_4_2 = keys_2_1 * Wk[3] + keys_2_2 * Wk[7];
    const sum_4_3 = keys_3_1 * Wk[3] + keys_3_2 * Wk[7];
    const sum_4_4 = keys_4_1 * Wk[3] + keys_4_2 * Wk[7];
    const sum_4_5 = keys_5_1 * Wk[3] + keys_5_2 * Wk[7];

    // mul = 0.5 * (Q * sum)   [line 13]
    const mul_1_1 = 0.5 * (Q_1_1 * sum_1_1 + Q_1_2 * sum_2_1 + Q_1_3 * sum_3_1 + Q_1_4 * sum_4_1);
    const mul_1_2 = 0.5 * (Q_1_1 * sum_1_2 + Q_1_2 * sum_2_2 + Q_1_3 * sum_3_2 + Q_1_4 * sum_4_2);
    const mul_1_3 = 0.5 * (Q_1_1 * sum_1_3 + Q_1_2 * sum_2_3 + Q_1_3 * sum_3_3 + Q_1_4 * sum_4_3);
    const mul_1_4 = 0.5 * (Q_1_1 * sum_1_4 + Q_1_2 * sum_2_4 + Q_1_3 * sum_3_4 + Q_1_4 * sum_4_4);
    const mul_1_5 = 0.5 * (Q_1_1 * sum_1_5 + Q_1_2 * sum_2_5 + Q_1_3 * sum_3_5 + Q_1_4 * sum_4_5);
    const mul_2_1 = 0.5 * (Q_2_1 * sum_1_1 + Q_2_2 * sum_2_1 + Q_2_3 * sum_3_1 + Q_2_4 * sum_4_1);
    const mul_2_2 = 0.5 * (Q_2_1 * sum_1_2 + Q_2_2 * sum_2_2 + Q_2_3 * sum_3_2 + Q_2_4 * sum_4_2);
    const mul_2_3 = 0.5 * (Q_2_1 * sum_1_3 + Q_2_2 * sum_2_3 + Q_2_3 * sum_3_3 + Q_2_4 * sum_4_3);
    const mul_2_4 = 0.5 * (Q_2_1 * sum_1_4 + Q_2_2 * sum_2_4 + Q_2_3 * sum_3_4 + Q_2_4 * sum_4_4);
    const mul_2_5 = 0.5 * (Q_2_1 * sum_1_5 + Q_2_2 * sum_2_5 + Q_2_3 * sum_3_5 + Q_2_4 * sum_4_5);
    const mul_3_1 = 0.5 * (Q_3_1 * sum_1_1 + Q_3_2 * sum_2_1 + Q_3_3 * sum_3_1 + Q_3_4 * sum_4_1);
    const mul_3_2 = 0.5 * (Q_3_1 * sum_1_2 + Q_3_2 * sum_2_2 + Q_3_3 * sum_3_2 + Q_3_4 * sum_4_2);
    const mul_3_3 = 0.5 * (Q_3_1 * sum_1_3 + Q_3_2 * sum_2_3 + Q_3_3 * sum_3_3 + Q_3_4 * sum_4_3);
    const mul_3_4 = 0.5 * (Q_3_1 * sum_1_4 + Q_3_2 * sum_2_4 + Q_3_3 * sum_3_4 + Q_3_4 * sum_4_4);
    const mul_3_5 = 0.5 * (Q_3_1 * sum_1_5 + Q_3_2 * sum_2_5 + Q_3_3 * sum_3_5 + Q_3_4 * sum_4_5);

    // S = queries * keys'   [line 17]
    const S_1_1 = queries_1_1 * keys_1_1 + queries_1_2 * keys_1_2;
    const S_1_2 = queries_1_1 * keys_2_1 + queries_1_2 * keys_2_2;
    const S_1_3 = queries_1_1 * keys_3_1 + queries_1_2 * keys_3_2;
    const S_1_4 = queries_1_1 * keys_4_1 + queries_1_2 * keys_4_2;
    const S_1_5 = queries_1_1 * keys_5_1 + queries_1_2 * keys_5_2;
    const S_2_1 = queries_2_1 * keys_1_1 + queries_2_2 * keys_1_2;
    const S_2_2 = queries_2_1 * keys_2_1 + queries_2_2 * keys_2_2;
    const S_2_3 = queries_2_1 * keys_3_1 + queries_2_2 * keys_3_2;
    const S_2_4 = queries_2_1 * keys_4_1 + queries_2_2 * keys_4_2;
    const S_2_5 = queries_2_1 * keys_5_1 + queries_2_2 * keys_5_2;
    const S_3_1 = queries_3_1 * keys_1_1 + queries_3_2 * keys_1_2;
    const S_3_2 = queries_3_1 * keys_2_1 + queries_3_2 * keys_2_2;
    const S_3_3 = queries_3_1 * keys_3_1 + queries_3_2 * keys_3_2;
    const S_3_4 = queries_3_1 * keys_4_1 + queries_3_2 * keys_4_2;
    const S_3_5 = queries_3_1 * keys_5_1 + queries_3_2 * keys_5_2;

    // max = max(S, [], 2)   [lines 18, 21]
    const max_1 = Math.max(S_1_1, S_1_2, S_1_3, S_1_4, S_1_5);
    const max_2 = Math.max(S_2_1, S_2_2, S_2_3, S_2_4, S_2_5);
    const max_3 = Math.max(S_3_1, S_3_2, S_3_3, S_3_4, S_3_5);

    // equal = S == reshape(max, [3, 1])
    const equal_1_1 = S_1_1 === max_1 ? 1 : 0;
    const equal_1_2 = S_1_2 === max_1 ? 1 : 0;
    const equal_1_3 = S_1_3 === max_1 ? 1 : 0;
    const equal_1_4 = S_1_4 === max_1 ? 1 : 0;
    const equal_1_5 = S_1_5 === max_1 ? 1 : 0;
    const equal_2_1 = S_2_1 === max_2 ? 1 : 0;
    const equal_2_2 = S_2_2 === max_2 ? 1 : 0;
    const equal_2_3 = S_2_3 === max_2 ? 1 : 0;
    const equal_2_4 = S_2_4 === max_2 ? 1 : 0;
    const equal_2_5 = S_2_5 === max_2 ? 1 : 0;
    const equal_3_1 = S_3_1 === max_3 ? 1 : 0;
    const equal_3_2 = S_3_2 === max_3 ? 1 : 0;
    const equal_3_3 = S_3_3 === max_3 ? 1 : 0;
    const equal_3_4 = S_3_4 === max_3 ? 1 : 0;
    const equal_3_5 = S_3_5 === max_3 ? 1 : 0;

    // T = equal * values   [line 18]
    const T_1_1 = equal_1_1 * values_1_1 + equal_1_2 * values_2_1 + equal_1_3 * values_3_1 + equal_1_4 * values_4_1 + equal_1_5 * values_5_1;
    const T_1_2 = equal_1_1 * values_1_2 + equal_1_2 * values_2_2 + equal_1_3 * values_3_2 + equal_1_4 * values_4_2 + equal_1_5 * values_5_2;
    const T_2_1 = equal_2_1 * values_1_1 + equal_2_2 * values_2_1 + equal_2_3 * values_3_1 + equal_2_4 * values_4_1 + equal_2_5 * values_5_1;
    const T_2_2 = equal_2_1 * values_1_2 + equal_2_2 * values_2_2 + equal_2_3 * values_3_2 + equal_2_4 * values_4_2 + equal_2_5 * values_5_2;
    const T_3_1 = equal_3_1 * values_1_1 + equal_3_2 * values_2_1 + equal_3_3 * values_3_1 + equal_3_4 * values_4_1 + equal_3_5 * values_5_1;
    const T_3_2 = equal_3_1 * values_1_2 + equal_3_2 * values_2_2 + equal_3_3 * values_3_2 + equal_3_4 * values_4_2 + equal_3_5 * values_5_2;

    // max2 = max(mul, [], 2)
    const max2_1 = Math.max(mul_1_1, mul_1_2, mul_1_3, mul_1_4, mul_1_5);
    const max2_2 = Math.max(mul_2_1, mul_2_2, mul_2_3, mul_2_4, mul_2_5);
    const max2_3 = Math.max(mul_3_1, mul_3_2, mul_3_3, mul_3_4, mul_3_5);

    // A_exp = exp(mul - reshape(max2, [3, 1]))
    const A_exp_1_1 = Math.exp(mul_1_1 - max2_1);
    const A_exp_1_2 = Math.exp(mul_1_2 - max2_1);
    const A_exp_1_3 = Math.exp(mul_1_3 - max2_1);
    const A_exp_1_4 = Math.exp(mul_1_4 - max2_1);
    const A_exp_1_5 = Math.exp(mul_1_5 - max2_1);
    const A_exp_2_1 = Math.exp(mul_2_1 - max2_2);
    const A_exp_2_2 = Math.exp(mul_2_2 - max2_2);
    const A_exp_2_3 = Math.exp(mul_2_3 - max2_2);
    const A_exp_2_4 = Math.exp(mul_2_4 - max2_2);
    const A_exp_2_5 = Math.exp(mul_2_5 - max2_2);
    const A_exp_3_1 = Math.exp(mul_3_1 - max2_3);
    const A_exp_3_2 = Math.exp(mul_3_2 - max2_3);
    const A_exp_3_3 = Math.exp(mul_3_3 - max2_3);
    const A_exp_3_4 = Math.exp(mul_3_4 - max2_3);
    const A_exp_3_5 = Math.exp(mul_3_5 - max2_3);

    // sum2 = sum(A_exp, 2)
    const sum2_1 = A_exp_1_1 + A_exp_1_2 + A_exp_1_3 + A_exp_1_4 + A_exp_1_5;
    const sum2_2 = A_exp_2_1 + A_exp_2_2 + A_exp_2_3 + A_exp_2_4 + A_exp_2_5;
    const sum2_3 = A_exp_3_1 + A_exp_3_2 + A_exp_3_3 + A_exp_3_4 + A_exp_3_5;

    // A = A_exp ./ reshape(sum2, [3, 1])   [line 13]
    const A_1_1 = A_exp_1_1 / sum2_1;
    const A_1_2 = A_exp_1_2 / sum2_1;
    const A_1_3 = A_exp_1_3 / sum2_1;
    const A_1_4 = A_exp_1_4 / sum2_1;
    const A_1_5 = A_exp_1_5 / sum2_1;
    const A_2_1 = A_exp_2_1 / sum2_2;
    const A_2_2 = A_exp_2_2 / sum2_2;
    const A_2_3 = A_exp_2_3 / sum2_2;
    const A_2_4 = A_exp_2_4 / sum2_2;
    const A_2_5 = A_exp_2_5 / sum2_2;
    const A_3_1 = A_exp_3_1 / sum2_3;
    const A_3_2 = A_exp_3_2 / sum2_3;
    const A_3_3 = A_exp_3_3 / sum2_3;
    const A_3_4 = A_exp_3_4 / sum2_3;
    const A_3_5 = A_exp_3_5 / sum2_3;

    // Y = A * V   [line 14, output]
    const Y_1_1 = A_1_1 * V_1_1 + A_1_2 * V_2_1 + A_1_3 * V_3_1 + A_1_4 * V_4_1 + A_1_5 * V_5_1;
    const Y_1_2 = A_1_1 * V_1_2 + A_1_2 * V_2_2 + A_1_3 * V_3_2 + A_1_4 * V_4_2 + A_1_5 * V_5_2;
    const Y_2_1 = A_2_1 * V_1_1 + A_2_2 * V_2_1 + A_2_3 * V_3_1 + A_2_4 * V_4_1 + A_2_5 * V_5_1;
    const Y_2_2 = A_2_1 * V_1_2 + A_2_2 * V_2_2 + A_2_3 * V_3_2 + A_2_4 * V_4_2 + A_2_5 * V_5_2;
    const Y_3_1 = A_3_1 * V_1_1 + A_3_2 * V_2_1 + A_3_3 * V_3_1 + A_3_4 * V_4_1 + A_3_5 * V_5_1;
    const Y_3_2 = A_3_1 * V_1_2 + A_3_2 * V_2_2 + A_3_3 * V_3_2 + A_3_4 * V_4_2 + A_3_5 * V_5_2;

    // dY = Y - T   [chain rule through square: ∂y/∂x = 2 * x]
    const dY_1_1 = Y_1_1 - T_1_1;
    const dY_1_2 = Y_1_2 - T_1_2;
    const dY_2_1 = Y_2_1 - T_2_1;
    const dY_2_2 = Y_2_2 - T_2_2;
    const dY_3_1 = Y_3_1 - T_3_1;
    const dY_3_2 = Y_3_2 - T_3_2;

    // J_sum = Σn sum(dY .^ 2)
    J_sum += dY_1_1 * dY_1_1 + dY_1_2 * dY_1_2 + dY_2_1 * dY_2_1 + dY_2_2 * dY_2_2 + dY_3_1 * dY_3_1 + dY_3_2 * dY_3_2;

    // dA = dY * V'   [softmax(t1, 2) * V with respect to softmax(t1, 2): the other matrix transposed, times the cotangent; line 14]
    const dA_1_1 = dY_1_1 * V_1_1 + dY_1_2 * V_1_2;
    const dA_1_2 = dY_1_1 * V_2_1 + dY_1_2 * V_2_2;
    const dA_1_3 = dY_1_1 * V_3_1 + dY_1_2 * V_3_2;
    const dA_1_4 = dY_1_1 * V_4_1 + dY_1_2 * V_4_2;
    const dA_1_5 = dY_1_1 * V_5_1 + dY_1_2 * V_5_2;
    const dA_2_1 = dY_2_1 * V_1_1 + dY_2_2 * V_1_2;
    const dA_2_2 = dY_2_1 * V_2_1 + dY_2_2 * V_2_2;
    const dA_2_3 = dY_2_1 * V_3_1 + dY_2_2 * V_3_2;
    const dA_2_4 = dY_2_1 * V_4_1 + dY_2_2 * V_4_2;
    const dA_2_5 = dY_2_1 * V_5_1 + dY_2_2 * V_5_2;
    const dA_3_1 = dY_3_1 * V_1_1 + dY_3_2 * V_1_2;
    const dA_3_2 = dY_3_1 * V_2_1 + dY_3_2 * V_2_2;
    const dA_3_3 = dY_3_1 * V_3_1 + dY_3_2 * V_3_2;
    const dA_3_4 = dY_3_1 * V_4_1 + dY_3_2 * V_4_2;
    const dA_3_5 = dY_3_1 * V_5_1 + dY_3_2 * V_5_2;

    // sum3 = sum(dA .* A, 2)
    const sum3_1 = dA_1_1 * A_1_1 + dA_1_2 * A_1_2 + dA_1_3 * A_1_3 + dA_1_4 * A_1_4 + dA_1_5 * A_1_5;
    const sum3_2 = dA_2_1 * A_2_1 + dA_2_2 * A_2_2 + dA_2_3 * A_2_3 + dA_2_4 * A_2_4 + dA_2_5 * A_2_5;
    const sum3_3 = dA_3_1 * A_3_1 + dA_3_2 * A_3_2 + dA_3_3 * A_3_3 + dA_3_4 * A_3_4 + dA_3_5 * A_3_5;

    // delta = A .* (dA - reshape(sum3, [3, 1]))   [chain rule through softmax: dx = y .* (g - sum(g .* y)); line 13]
    const delta_1_1 = A_1_1 * (dA_1_1 - sum3_1);
    const delta_1_2 = A_1_2 * (dA_1_2 - sum3_1);
    const delta_1_3 = A_1_3 * (dA_1_3 - sum3_1);
    const delta_1_4 = A_1_4 * (dA_1_4 - sum3_1);
    const delta_1_5 = A_1_5 * (dA_1_5 - sum3_1);
    const delta_2_1 = A_2_1 * (dA_2_1 - sum3_2);
    const delta_2_2 = A_2_2 * (dA_2_2 - sum3_2);
    const delta_2_3 = A_2_3 * (dA_2_3 - sum3_2);
    const delta_2_4 = A_2_4 * (dA_2_4 - sum3_2);
    const delta_2_5 = A_2_5 * (dA_2_5 - sum3_2);
    const delta_3_1 = A_3_1 * (dA_3_1 - sum3_3);
    const delta_3_2 = A_3_2 * (dA_3_2 - sum3_3);
    const delta_3_3 = A_3_3 * (dA_3_3 - sum3_3);
    const delta_3_4 = A_3_4 * (dA_3_4 - sum3_3);
    const delta_3_5 = A_3_5 * (dA_3_5 - sum3_3);

    // dQ = delta * sum'   [Q * (Wk' * keys') with respect to Q: the other matrix transposed, times the cotangent; line 13]
    const dQ_1_1 = delta_1_1 * sum_1_1 + delta_1_2 * sum_1_2 + delta_1_3 * sum_1_3 + delta_1_4 * sum_1_4 + delta_1_5 * sum_1_5;
    const dQ_1_2 = delta_1_1 * sum_2_1 + delta_1_2 * sum_2_2 + delta_1_3 * sum_2_3 + delta_1_4 * sum_2_4 + delta_1_5 * sum_2_5;
    const dQ_1_3 = delta_1_1 * sum_3_1 + delta_1_2 * sum_3_2 + delta_1_3 * sum_3_3 + delta_1_4 * sum_3_4 + delta_1_5 * sum_3_5;
    const dQ_1_4 = delta_1_1 * sum_4_1 + delta_1_2 * sum_4_2 + delta_1_3 * sum_4_3 + delta_1_4 * sum_4_4 + delta_1_5 * sum_4_5;
    const dQ_2_1 = delta_2_1 * sum_1_1 + delta_2_2 * sum_1_2 + delta_2_3 * sum_1_3 + delta_2_4 * sum_1_4 + delta_2_5 * sum_1_5;
    const dQ_2_2 = delta_2_1 * sum_2_1 + delta_2_2 * sum_2_2 + delta_2_3 * sum_2_3 + delta_2_4 * sum_2_4 + delta_2_5 * sum_2_5;
    const dQ_2_3 = delta_2_1 * sum_3_1 + delta_2_2 * sum_3_2 + delta_2_3 * sum_3_3 + delta_2_4 * sum_3_4 + delta_2_5 * sum_3_5;
    const dQ_2_4 = delta_2_1 * sum_4_1 + delta_2_2 * sum_4_2 + delta_2_3 * sum_4_3 + delta_2_4 * sum_4_4 + delta_2_5 * sum_4_5;
    const dQ_3_1 = delta_3_1 * sum_1_1 + delta_3_2 * sum_1_2 + delta_3_3 * sum_1_3 + delta_3_4 * sum_1_4 + delta_3_5 * sum_1_5;
    const dQ_3_2 = delta_3_1 * sum_2_1 + delta_3_2 * sum_2_2 + delta_3_3 * sum_2_3 + delta_3_4 * sum_2_4 + delta_3_5 * sum_2_5;
    const dQ_3_3 = delta_3_1 * sum_3_1 + delta_3_2 * sum_3_2 + delta_3_3 * sum_3_3 + delta_3_4 * sum_3_4 + delta_3_5 * sum_3_5;
    const dQ_3_4 = delta_3_1 * sum_4_1 + delta_3_2 * sum_4_2 + delta_3_3 * sum_4_3 + delta_3_4 * sum_4_4 + delta_3_5 * sum_4_5;

    // dWq = Σn queries' * dQ   [EQ4: ∂C/∂w = δ aᵀ; line 10]
    dWq_1_1 += dQ_1_1 * queries_1_1 + dQ_2_1 * queries_2_1 + dQ_3_1 * queries_3_1;
    dWq_1_2 += dQ_1_2 * queries_1_1 + dQ_2_2 * queries_2_1 + dQ_3_2 * queries_3_1;
    dWq_1_3 += dQ_1_3 * queries_1_1 + dQ_2_3 * queries_2_1 + dQ_3_3 * queries_3_1;
    dWq_1_4 += dQ_1_4 * queries_1_1 + dQ_2_4 * queries_2_1 + dQ_3_4 * queries_3_1;
    dWq_2_1 += dQ_1_1 * queries_1_2 + dQ_2_1 * queries_2_2 + dQ_3_1 * queries_3_2;
    dWq_2_2 += dQ_1_2 * queries_1_2 + dQ_2_2 * queries_2_2 + dQ_3_2 * queries_3_2;
    dWq_2_3 += dQ_1_3 * queries_1_2 + dQ_2_3 * queries_2_2 + dQ_3_3 * queries_3_2;
    dWq_2_4 += dQ_1_4 * queries_1_2 + dQ_2_4 * queries_2_2 + dQ_3_4 * queries_3_2;

    // delta2 = Q' * delta   [line 13]
    const delta2_1_1 = delta_1_1 * Q_1_1 + delta_2_1 * Q_2_1 + delta_3_1 * Q_3_1;
    const delta2_1_2 = delta_1_2 * Q_1_1 + delta_2_2 * Q_2_1 + delta_3_2 * Q_3_1;
    const delta2_1_3 = delta_1_3 * Q_1_1 + delta_2_3 * Q_2_1 + delta_3_3 * Q_3_1;
    const delta2_1_4 = delta_1_4 * Q_1_1 + delta_2_4 * Q_2_1 + delta_3_4 * Q_3_1;
    const delta2_1_5 = delta_1_5 * Q_1_1 + delta_2_5 * Q_2_1 + delta_3_5 * Q_3_1;
    const delta2_2_1 = delta_1_1 * Q_1_2 + delta_2_1 * Q_2_2 + delta_3_1 * Q_3_2;
    const delta2_2_2 = delta_1_2 * Q_1_2 + delta_2_2 * Q_2_2 + delta_3_2 * Q_3_2;
    const delta2_2_3 = delta_1_3 * Q_1_2 + delta_2_3 * Q_2_2 + delta_3_3 * Q_3_2;
    const delta2_2_4 = delta_1_4 * Q_1_2 + delta_2_4 * Q_2_2 + delta_3_4 * Q_3_2;
    const delta2_2_5 = delta_1_5 * Q_1_2 + delta_2_5 * Q_2_2 + delta_3_5 * Q_3_2;
    const delta2_3_1 = delta_1_1 * Q_1_3 + delta_2_1 * Q_2_3 + delta_3_1 * Q_3_3;
    const delta2_3_2 = delta_1_2 * Q_1_3 + delta_2_2 * Q_2_3 + delta_3_2 * Q_3_3;
    const delta2_3_3 = delta_1_3 * Q_1_3 + delta_2_3 * Q_2_3 + delta_3_3 * Q_3_3;
    const delta2_3_4 = delta_1_4 * Q_1_3 + delta_2_4 * Q_2_3 + delta_3_4 * Q_3_3;
    const delta2_3_5 = delta_1_5 * Q_1_3 + delta_2_5 * Q_2_3 + delta_3_5 * Q_3_3;
    const delta2_4_1 = delta_1_1 * Q_1_4 + delta_2_1 * Q_2_4 + delta_3_1 * Q_3_4;
    const delta2_4_2 = delta_1_2 * Q_1_4 + delta_2_2 * Q_2_4 + delta_3_2 * Q_3_4;
    const delta2_4_3 = delta_1_3 * Q_1_4 + delta_2_3 * Q_2_4 + delta_3_3 * Q_3_4;
    const delta2_4_4 = delta_1_4 * Q_1_4 + delta_2_4 * Q_2_4 + delta_3_4 * Q_3_4;
    const delta2_4_5 = delta_1_5 * Q_1_4 + delta_2_5 * Q_2_4 + delta_3_5 * Q_3_4;

    // dWk = Σn keys' * delta2'   [EQ4: ∂C/∂w = δ aᵀ; line 13]
    dWk_1_1 += delta2_1_1 * keys_1_1 + delta2_1_2 * keys_2_1 + delta2_1_3 * keys_3_1 + delta2_1_4 * keys_4_1 + delta2_1_5 * keys_5_1;
    dWk_1_2 += delta2_2_1 * keys_1_1 + delta2_2_2 * keys_2_1 + delta2_2_3 * keys_3_1 + delta2_2_4 * keys_4_1 + delta2_2_5 * keys_5_1;
    dWk_1_3 += delta2_3_1 * keys_1_1 + delta2_3_2 * keys_2_1 + delta2_3_3 * keys_3_1 + delta2_3_4 * keys_4_1 + delta2_3_5 * keys_5_1;
    dWk_1_4 += delta2_4_1 * keys_1_1 + delta2_4_2 * keys_2_1 + delta2_4_3 * keys_3_1 + delta2_4_4 * keys_4_1 + delta2_4_5 * keys_5_1;
    dWk_2_1 += delta2_1_1 * keys_1_2 + delta2_1_2 * keys_2_2 + delta2_1_3 * keys_3_2 + delta2_1_4 * keys_4_2 + delta2_1_5 * keys_5_2;
    dWk_2_2 += delta2_2_1 * keys_1_2 + delta2_2_2 * keys_2_2 + delta2_2_3 * keys_3_2 + delta2_2_4 * keys_4_2 + delta2_2_5 * keys_5_2;
    dWk_2_3 += delta2_3_1 * keys_1_2 + delta2_3_2 * keys_2_2 + delta2_3_3 * keys_3_2 + delta2_3_4 * keys_4_2 + delta2_3_5 * keys_5_2;
    dWk_2_4 += delta2_4_1 * keys_1_2 + delta2_4_2 * keys_2_2 + delta2_4_3 * keys_3_2 + delta2_4_4 * keys_4_2 + delta2_4_5 * keys_5_2;

    // dV = A' * dY   [softmax(t1, 2) * V with respect to V: the other matrix transposed, times the cotangent; line 14]
    const dV_1_1 = dY_1_1 * A_1_1 + dY_2_1 * A_2_1 + dY_3_1 * A_3_1;
    const dV_1_2 = dY_1_2 * A_1_1 + dY_2_2 * A_2_1 + dY_3_2 * A_3_1;
    const dV_2_1 = dY_1_1 * A_1_2 + dY_2_1 * A_2_2 + dY_3_1 * A_3_2;
    const dV_2_2 = dY_1_2 * A_1_2 + dY_2_2 * A_2_2 + dY_3_2 * A_3_2;
    const dV_3_1 = dY_1_1 * A_1_3 + dY_2_1 * A_2_3 + dY_3_1 * A_3_3;
    const dV_3_2 = dY_1_2 * A_1_3 + dY_2_2 * A_2_3 + dY_3_2 * A_3_3;
    const dV_4_1 = dY_1_1 * A_1_4 + dY_2_1 * A_2_4 + dY_3_1 * A_3_4;
    const dV_4_2 = dY_1_2 * A_1_4 + dY_2_2 * A_2_4 + dY_3_2 * A_3_4;
    const dV_5_1 = dY_1_1 * A_1_5 + dY_2_1 * A_2_5 + dY_3_1 * A_3_5;
    const dV_5_2 = dY_1_2 * A_1_5 + dY_2_2 * A_2_5 + dY_3_2 * A_3_5;

    // dWv = Σn values' * dV   [EQ4: ∂C/∂w = δ aᵀ; line 12]
    dWv_1_1 += dV_1_1 * values_1_1 + dV_2_1 * values_2_1 + dV_3_1 * values_3_1 + dV_4_1 * values_4_1 + dV_5_1 * values_5_1;
    dWv_1_2 += dV_1_2 * values_1_1 + dV_2_2 * values_2_1 + dV_3_2 * values_3_1 + dV_4_2 * values_4_1 + dV_5_2 * values_5_1;
    dWv_2_1 += dV_1_1 * values_1_2 + dV_2_1 * values_2_2 + dV_3_1 * values_3_2 + dV_4_1 * values_4_2 + dV_5_1 * values_5_2;
    dWv_2_2 += dV_1_2 * values_1_2 + dV_2_2 * values_2_2 + dV_3_2 * values_3_2 + dV_4_2 * values_4_2 + dV_5_2 * values_5_2;
  }

  // J = J_sum / m   [line 19, loss]
  const J = J_sum / m;
  into.losses[0] = J;

  // dWq = share * dWq   [the mean over the batch]
  into.Wq[0] = share * dWq_1_1;
  into.Wq[1] = share * dWq_1_2;
  into.Wq[2] = share * dWq_1_3;
  into.Wq[3] = share * dWq_1_4;
  into.Wq[4] = share * dWq_2_1;
  into.Wq[5] = share * dWq_2_2;
  into.Wq[6] = share * dWq_2_3;
  into.Wq[7] = share * dWq_2_4;

  // dWk = share * dWk   [the mean over the batch]
  into.Wk[0] = share * dWk_1_1;
  into.Wk[1] = share * dWk_1_2;
  into.Wk[2] = share * dWk_1_3;
  into.Wk[3] = share * dWk_1_4;
  into.Wk[4] = share * dWk_2_1;
  into.Wk[5] = share * dWk_2_2;
  into.Wk[6] = share * dWk_2_3;
  into.Wk[7] = share * dWk_2_4;

  // dWv = share2 * dWv   [the mean over the batch]
  into.Wv[0] = share2 * dWv_1_1;
  into.Wv[1] = share2 * dWv_1_2;
  into.Wv[2] = share2 * dWv_2_1;
  into.Wv[3] = share2 * dWv_2_2;
  return J;
}

/** One step of training on the examples `order[from … to)`: forward, backward, update; returns the loss before the update. */
export function step(params: Parameters, state: Floats, data: Examples, clock: Clock, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { Wq, Wv, Wk } = params;
  const { queries, values, keys } = data.columns;
  const { epoch, t } = clock;
  const m = to - from;
  const share = 1 / m;
  const share2 = 2 * share;
  const share3 = 0.1 * share;

  // scale = 0.05 * (0.99 ^ epoch / (1 - 0.9 ^ t))
  const scale = 0.05 * (Math.pow(0.99, epoch) / (1 - Math.pow(0.9, t)));

  // scale2 = 1 / (1 - 0.999 ^ t)
  const scale2 = 1 / (1 - Math.pow(0.999, t));
  const share4 = 0.2 * share;
  let J_sum = 0;
  let dWq_1_1 = 0, dWq_1_2 = 0, dWq_1_3 = 0, dWq_1_4 = 0, dWq_2_1 = 0, dWq_2_2 = 0, dWq_2_3 = 0, dWq_2_4 = 0;
  let dWk_1_1 = 0, dWk_1_2 = 0, dWk_1_3 = 0, dWk_1_4 = 0, dWk_2_1 = 0, dWk_2_2 = 0, dWk_2_3 = 0, dWk_2_4 = 0;
  let dWv_1_1 = 0, dWv_1_2 = 0, dWv_2_1 = 0, dWv_2_2 = 0;
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];

    // Q = queries * Wq   [line 10]
    const queries_1_1 = queries[row * 6];
    const queries_1_2 = queries[row * 6 + 1];
    const Q_1_1 = queries_1_1 * Wq[0] + queries_1_2 * Wq[4];
    const Q_1_2 = queries_1_1 * Wq[1] + queries_1_2 * Wq[5];
    const Q_1_3 = queries_1_1 * Wq[2] + queries_1_2 * Wq[6];
    const Q_1_4 = queries_1_1 * Wq[3] + queries_1_2 * Wq[7];
    const queries_2_1 = queries[row * 6 + 2];
    const queries_2_2 = queries[row * 6 + 3];
    const Q_2_1 = queries_2_1 * Wq[0] + queries_2_2 * Wq[4];
    const Q_2_2 = queries_2_1 * Wq[1] + queries_2_2 * Wq[5];
    const Q_2_3 = queries_2_1 * Wq[2] + queries_2_2 * Wq[6];
    const Q_2_4 = queries_2_1 * Wq[3] + queries_2_2 * Wq[7];
    const queries_3_1 = queries[row * 6 + 4];
    const queries_3_2 = queries[row * 6 + 5];
    const Q_3_1 = queries_3_1 * Wq[0] + queries_3_2 * Wq[4];
    const Q_3_2 = queries_3_1 * Wq[1] + queries_3_2 * Wq[5];
    const Q_3_3 = queries_3_1 * Wq[2] + queries_3_2 * Wq[6];
    const Q_3_4 = queries_3_1 * Wq[3] + queries_3_2 * Wq[7];

    // V = values * Wv   [line 12]
    const values_1_1 = values[row * 10];
    const values_1_2 = values[row * 10 + 1];
    const V_1_1 = values_1_1 * Wv[0] + values_1_2 * Wv[2];
    const V_1_2 = values_1_1 * Wv[1] + values_1_2 * Wv[3];
    const values_2_1 = values[row * 10 + 2];
    const values_2_2 = values[row * 10 + 3];
    const V_2_1 = values_2_1 * Wv[0] + values_2_2 * Wv[2];
    const V_2_2 = values_2_1 * Wv[1] + values_2_2 * Wv[3];
    const values_3_1 = values[row * 10 + 4];
    const values_3_2 = values[row * 10 + 5];
    const V_3_1 = values_3_1 * Wv[0] + values_3_2 * Wv[2];
    const V_3_2 = values_3_1 * Wv[1] + values_3_2 * Wv[3];
    const values_4_1 = values[row * 10 + 6];
    const values_4_2 = values[row * 10 + 7];
    const V_4_1 = values_4_1 * Wv[0] + values_4_2 * Wv[2];
    const V_4_2 = values_4_1 * Wv[1] + values_4_2 * Wv[3];
    const values_5_1 = values[row * 10 + 8];
    const values_5_2 = values[row * 10 + 9];
    const V_5_1 = values_5_1 * Wv[0] + values_5_2 * Wv[2];
    const V_5_2 = values_5_1 * Wv[1] + values_5_2 * Wv[3];

    // sum = Wk' * keys'
    const keys_1_1 = keys[row * 10];
    const keys_1_2 = keys[row * 10 + 1];
    const sum_1_1 = keys_1_1 * Wk[0] + keys_1_2 * Wk[4];
    const keys_2_1 = keys[row * 10 + 2];
    const keys_2_2 = keys[row * 10 + 3];
    const sum_1_2 = keys_2_1 * Wk[0] + keys_2_2 * Wk[4];
    const keys_3_1 = keys[row * 10 + 4];
    const keys_3_2 = keys[row * 10 + 5];
    const sum_1_3 = keys_3_1 * Wk[0] + keys_3_2 * Wk[4];
    const keys_4_1 = keys[row * 10 + 6];
    const keys_4_2 = keys[row * 10 + 7];
    const sum_1_4 = keys_4_1 * Wk[0] + keys_4_2 * Wk[4];
    const keys_5_1 = keys[row * 10 + 8];
    const keys_5_2 = keys[row * 10 + 9];
    const sum_1_5 = keys_5_1 * Wk[0] + keys_5_2 * Wk[4];
    const sum_2_1 = keys_1_1 * Wk[1] + keys_1_2 * Wk[5];
    const sum_2_2 = keys_2_1 * Wk[1] + keys_2_2 * Wk[5];
    const sum_2_3 = keys_3_1 * Wk[1] + keys_3_2 * Wk[5];
    const sum_2_4 = keys_4_1 * Wk[1] + keys_4_2 * Wk[5];
    const sum_2_5 = keys_5_1 * Wk[1] + keys_5_2 * Wk[5];
    const sum_3_1 = keys_1_1 * Wk[2] + keys_1_2 * Wk[6];
    const sum_3_2 = keys_2_1 * Wk[2] + keys_2_2 * Wk[6];
    const sum_3_3 = keys_3_1 * Wk[2] + keys_3_2 * Wk[6];
    const sum_3_4 = keys_4_1 * Wk[2] + keys_4_2 * Wk[6];
    const sum_3_5 = keys_5_1 * Wk[2] + keys_5_2 * Wk[6];
    const sum_4_1 = keys_1_1 * Wk[3] + keys_1_2 * Wk[7];
    const sum_4_2 = keys_2_1 * Wk[3] + keys_2_2 * Wk[7];
    const sum_4_3 = keys_3_1 * Wk[3] + keys_3_2 * Wk[7];
    const sum_4_4 = keys_4_1 * Wk[3] + keys_4_2 * Wk[7];
    const sum_4_5 = keys_5_1 * Wk[3] + keys_5_2 * Wk[7];

    // mul = 0.5 * (Q * sum)   [line 13]
    const mul_1_1 = 0.5 * (Q_1_1 * sum_1_1 + Q_1_2 * sum_2_1 + Q_1_3 * sum_3_1 + Q_1_4 * sum_4_1);
    const mul_1_2 = 0.5 * (Q_1_1 * sum_1_2 + Q_1_2 * sum_2_2 + Q_1_3 * sum_3_2 + Q_1_4 * sum_4_2);
    const mul_1_3 = 0.5 * (Q_1_1 * sum_1_3 + Q_1_2 * sum_2_3 + Q_1_3 * sum_3_3 + Q_1_4 * sum_4_3);
    const mul_1_4 = 0.5 * (Q_1_1 * sum_1_4 + Q_1_2 * sum_2_4 + Q_1_3 * sum_3_4 + Q_1_4 * sum_4_4);
    const mul_1_5 = 0.5 * (Q_1_1 * sum_1_5 + Q_1_2 * sum_2_5 + Q_1_3 * sum_3_5 + Q_1_4 * sum_4_5);
    const mul_2_1 = 0.5 * (Q_2_1 * sum_1_1 + Q_2_2 * sum_2_1 + Q_2_3 * sum_3_1 + Q_2_4 * sum_4_1);
    const mul_2_2 = 0.5 * (Q_2_1 * sum_1_2 + Q_2_2 * sum_2_2 + Q_2_3 * sum_3_2 + Q_2_4 * sum_4_2);
    const mul_2_3 = 0.5 * (Q_2_1 * sum_1_3 + Q_2_2 * sum_2_3 + Q_2_3 * sum_3_3 + Q_2_4 * sum_4_3);
    const mul_2_4 = 0.5 * (Q_2_1 * sum_1_4 + Q_2_2 * sum_2_4 + Q_2_3 * sum_3_4 + Q_2_4 * sum_4_4);
    const mul_2_5 = 0.5 * (Q_2_1 * sum_1_5 + Q_2_2 * sum_2_5 + Q_2_3 * sum_3_5 + Q_2_4 * sum_4_5);
    const mul_3_1 = 0.5 * (Q_3_1 * sum_1_1 + Q_3_2 * sum_2_1 + Q_3_3 * sum_3_1 + Q_3_4 * sum_4_1);
    const mul_3_2 = 0.5 * (Q_3_1 * sum_1_2 + Q_3_2 * sum_2_2 + Q_3_3 * sum_3_2 + Q_3_4 * sum_4_2);
    const mul_3_3 = 0.5 * (Q_3_1 * sum_1_3 + Q_3_2 * sum_2_3 + Q_3_3 * sum_3_3 + Q_3_4 * sum_4_3);
    const mul_3_4 = 0.5 * (Q_3_1 * sum_1_4 + Q_3_2 * sum_2_4 + Q_3_3 * sum_3_4 + Q_3_4 * sum_4_4);
    const mul_3_5 = 0.5 * (Q_3_1 * sum_1_5 + Q_3_2 * sum_2_5 + Q_3_3 * sum_3_5 + Q_3_4 * sum_4_5);

    // S = queries * keys'   [line 17]
    const S_1_1 = queries_1_1 * keys_1_1 + queries_1_2 * keys_1_2;
    const S_1_2 = queries_1_1 * keys_2_1 + queries_1_2 * keys_2_2;
    const S_1_3 = queries_1_1 * keys_3_1 + queries_1_2 * keys_3_2;
    const S_1_4 = queries_1_1 * keys_4_1 + queries_1_2 * keys_4_2;
    const S_1_5 = queries_1_1 * keys_5_1 + queries_1_2 * keys_5_2;
    const S_2_1 = queries_2_1 * keys_1_1 + queries_2_2 * keys_1_2;
    const S_2_2 = queries_2_1 * keys_2_1 + queries_2_2 * keys_2_2;
    const S_2_3 = queries_2_1 * keys_3_1 + queries_2_2 * keys_3_2;
    const S_2_4 = queries_2_1 * keys_4_1 + queries_2_2 * keys_4_2;
    const S_2_5 = queries_2_1 * keys_5_1 + queries_2_2 * keys_5_2;
    const S_3_1 = queries_3_1 * keys_1_1 + queries_3_2 * keys_1_2;
    const S_3_2 = queries_3_1 * keys_2_1 + queries_3_2 * keys_2_2;
    const S_3_3 = queries_3_1 * keys_3_1 + queries_3_2 * keys_3_2;
    const S_3_4 = queries_3_1 * keys_4_1 + queries_3_2 * keys_4_2;
    const S_3_5 = queries_3_1 * keys_5_1 + queries_3_2 * keys_5_2;

    // max = max(S, [], 2)   [lines 18, 21]
    const max_1 = Math.max(S_1_1, S_1_2, S_1_3, S_1_4, S_1_5);
    const max_2 = Math.max(S_2_1, S_2_2, S_2_3, S_2_4, S_2_5);
    const max_3 = Math.max(S_3_1, S_3_2, S_3_3, S_3_4, S_3_5);

    // equal = S == reshape(max, [3, 1])
    const equal_1_1 = S_1_1 === max_1 ? 1 : 0;
    const equal_1_2 = S_1_2 === max_1 ? 1 : 0;
    const equal_1_3 = S_1_3 === max_1 ? 1 : 0;
    const equal_1_4 = S_1_4 === max_1 ? 1 : 0;
    const equal_1_5 = S_1_5 === max_1 ? 1 : 0;
    const equal_2_1 = S_2_1 === max_2 ? 1 : 0;
    const equal_2_2 = S_2_2 === max_2 ? 1 : 0;
    const equal_2_3 = S_2_3 === max_2 ? 1 : 0;
    const equal_2_4 = S_2_4 === max_2 ? 1 : 0;
    const equal_2_5 = S_2_5 === max_2 ? 1 : 0;
    const equal_3_1 = S_3_1 === max_3 ? 1 : 0;
    const equal_3_2 = S_3_2 === max_3 ? 1 : 0;
    const equal_3_3 = S_3_3 === max_3 ? 1 : 0;
    const equal_3_4 = S_3_4 === max_3 ? 1 : 0;
    const equal_3_5 = S_3_5 === max_3 ? 1 : 0;

    // T = equal * values   [line 18]
    const T_1_1 = equal_1_1 * values_1_1 + equal_1_2 * values_2_1 + equal_1_3 * values_3_1 + equal_1_4 * values_4_1 + equal_1_5 * values_5_1;
    const T_1_2 = equal_1_1 * values_1_2 + equal_1_2 * values_2_2 + equal_1_3 * values_3_2 + equal_1_4 * values_4_2 + equal_1_5 * values_5_2;
    const T_2_1 = equal_2_1 * values_1_1 + equal_2_2 * values_2_1 + equal_2_3 * values_3_1 + equal_2_4 * values_4_1 + equal_2_5 * values_5_1;
    const T_2_2 = equal_2_1 * values_1_2 + equal_2_2 * values_2_2 + equal_2_3 * values_3_2 + equal_2_4 * values_4_2 + equal_2_5 * values_5_2;
    const T_3_1 = equal_3_1 * values_1_1 + equal_3_2 * values_2_1 + equal_3_3 * values_3_1 + equal_3_4 * values_4_1 + equal_3_5 * values_5_1;
    const T_3_2 = equal_3_1 * values_1_2 + equal_3_2 * values_2_2 + equal_3_3 * values_3_2 + equal_3_4 * values_4_2 + equal_3_5 * values_5_2;

    // max2 = max(mul, [], 2)
    const max2_1 = Math.max(mul_1_1, mul_1_2, mul_1_3, mul_1_4, mul_1_5);
    const max2_2 = Math.max(mul_2_1, mul_2_2, mul_2_3, mul_2_4, mul_2_5);
    const max2_3 = Math.max(mul_3_1, mul_3_2, mul_3_3, mul_3_4, mul_3_5);

    // A_exp = exp(mul - reshape(max2, [3, 1]))
    const A_exp_1_1 = Math.exp(mul_1_1 - max2_1);
    const A_exp_1_2 = Math.exp(mul_1_2 - max2_1);
    const A_exp_1_3 = Math.exp(mul_1_3 - max2_1);
    const A_exp_1_4 = Math.exp(mul_1_4 - max2_1);
    const A_exp_1_5 = Math.exp(mul_1_5 - max2_1);
    const A_exp_2_1 = Math.exp(mul_2_1 - max2_2);
    const A_exp_2_2 = Math.exp(mul_2_2 - max2_2);
    const A_exp_2_3 = Math.exp(mul_2_3 - max2_2);
    const A_exp_2_4 = Math.exp(mul_2_4 - max2_2);
    const A_exp_2_5 = Math.exp(mul_2_5 - max2_2);
    const A_exp_3_1 = Math.exp(mul_3_1 - max2_3);
    const A_exp_3_2 = Math.exp(mul_3_2 - max2_3);
    const A_exp_3_3 = Math.exp(mul_3_3 - max2_3);
    const A_exp_3_4 = Math.exp(mul_3_4 - max2_3);
    const A_exp_3_5 = Math.exp(mul_3_5 - max2_3);

    // sum2 = sum(A_exp, 2)
    const sum2_1 = A_exp_1_1 + A_exp_1_2 + A_exp_1_3 + A_exp_1_4 + A_exp_1_5;
    const sum2_2 = A_exp_2_1 + A_exp_2_2 + A_exp_2_3 + A_exp_2_4 + A_exp_2_5;
    const sum2_3 = A_exp_3_1 + A_exp_3_2 + A_exp_3_3 + A_exp_3_4 + A_exp_3_5;

    // A = A_exp ./ reshape(sum2, [3, 1])   [line 13]
    const A_1_1 = A_exp_1_1 / sum2_1;
    const A_1_2 = A_exp_1_2 / sum2_1;
    const A_1_3 = A_exp_1_3 / sum2_1;
    const A_1_4 = A_exp_1_4 / sum2_1;
    const A_1_5 = A_exp_1_5 / sum2_1;
    const A_2_1 = A_exp_2_1 / sum2_2;
    const A_2_2 = A_exp_2_2 / sum2_2;
    const A_2_3 = A_exp_2_3 / sum2_2;
    const A_2_4 = A_exp_2_4 / sum2_2;
    const A_2_5 = A_exp_2_5 / sum2_2;
    const A_3_1 = A_exp_3_1 / sum2_3;
    const A_3_2 = A_exp_3_2 / sum2_3;
    const A_3_3 = A_exp_3_3 / sum2_3;
    const A_3_4 = A_exp_3_4 / sum2_3;
    const A_3_5 = A_exp_3_5 / sum2_3;

    // Y = A * V   [line 14, output]
    const Y_1_1 = A_1_1 * V_1_1 + A_1_2 * V_2_1 + A_1_3 * V_3_1 + A_1_4 * V_4_1 + A_1_5 * V_5_1;
    const Y_1_2 = A_1_1 * V_1_2 + A_1_2 * V_2_2 + A_1_3 * V_3_2 + A_1_4 * V_4_2 + A_1_5 * V_5_2;
    const Y_2_1 = A_2_1 * V_1_1 + A_2_2 * V_2_1 + A_2_3 * V_3_1 + A_2_4 * V_4_1 + A_2_5 * V_5_1;
    const Y_2_2 = A_2_1 * V_1_2 + A_2_2 * V_2_2 + A_2_3 * V_3_2 + A_2_4 * V_4_2 + A_2_5 * V_5_2;
    const Y_3_1 = A_3_1 * V_1_1 + A_3_2 * V_2_1 + A_3_3 * V_3_1 + A_3_4 * V_4_1 + A_3_5 * V_5_1;
    const Y_3_2 = A_3_1 * V_1_2 + A_3_2 * V_2_2 + A_3_3 * V_3_2 + A_3_4 * V_4_2 + A_3_5 * V_5_2;

    // dY = Y - T   [chain rule through square: ∂y/∂x = 2 * x]
    const dY_1_1 = Y_1_1 - T_1_1;
    const dY_1_2 = Y_1_2 - T_1_2;
    const dY_2_1 = Y_2_1 - T_2_1;
    const dY_2_2 = Y_2_2 - T_2_2;
    const dY_3_1 = Y_3_1 - T_3_1;
    const dY_3_2 = Y_3_2 - T_3_2;

    // J_sum = Σn sum(dY .^ 2)
    J_sum += dY_1_1 * dY_1_1 + dY_1_2 * dY_1_2 + dY_2_1 * dY_2_1 + dY_2_2 * dY_2_2 + dY_3_1 * dY_3_1 + dY_3_2 * dY_3_2;

    // dA = dY * V'   [softmax(t1, 2) * V with respect to softmax(t1, 2): the other matrix transposed, times the cotangent; line 14]
    const dA_1_1 = dY_1_1 * V_1_1 + dY_1_2 * V_1_2;
    const dA_1_2 = dY_1_1 * V_2_1 + dY_1_2 * V_2_2;
    const dA_1_3 = dY_1_1 * V_3_1 + dY_1_2 * V_3_2;
    const dA_1_4 = dY_1_1 * V_4_1 + dY_1_2 * V_4_2;
    const dA_1_5 = dY_1_1 * V_5_1 + dY_1_2 * V_5_2;
    const dA_2_1 = dY_2_1 * V_1_1 + dY_2_2 * V_1_2;
    const dA_2_2 = dY_2_1 * V_2_1 + dY_2_2 * V_2_2;
    const dA_2_3 = dY_2_1 * V_3_1 + dY_2_2 * V_3_2;
    const dA_2_4 = dY_2_1 * V_4_1 + dY_2_2 * V_4_2;
    const dA_2_5 = dY_2_1 * V_5_1 + dY_2_2 * V_5_2;
    const dA_3_1 = dY_3_1 * V_1_1 + dY_3_2 * V_1_2;
    const dA_3_2 = dY_3_1 * V_2_1 + dY_3_2 * V_2_2;
    const dA_3_3 = dY_3_1 * V_3_1 + dY_3_2 * V_3_2;
    const dA_3_4 = dY_3_1 * V_4_1 + dY_3_2 * V_4_2;
    const dA_3_5 = dY_3_1 * V_5_1 + dY_3_2 * V_5_2;

    // sum3 = sum(dA .* A, 2)
    const sum3_1 = dA_1_1 * A_1_1 + dA_1_2 * A_1_2 + dA_1_3 * A_1_3 + dA_1_4 * A_1_4 + dA_1_5 * A_1_5;
    const sum3_2 = dA_2_1 * A_2_1 + dA_2_2 * A_2_2 + dA_2_3 * A_2_3 + dA_2_4 * A_2_4 + dA_2_5 * A_2_5;
    const sum3_3 = dA_3_1 * A_3_1 + dA_3_2 * A_3_2 + dA_3_3 * A_3_3 + dA_3_4 * A_3_4 + dA_3_5 * A_3_5;

    // delta = A .* (dA - reshape(sum3, [3, 1]))   [chain rule through softmax: dx = y .* (g - sum(g .* y)); line 13]
    const delta_1_1 = A_1_1 * (dA_1_1 - sum3_1);
    const delta_1_2 = A_1_2 * (dA_1_2 - sum3_1);
    const delta_1_3 = A_1_3 * (dA_1_3 - sum3_1);
    const delta_1_4 = A_1_4 * (dA_1_4 - sum3_1);
    const delta_1_5 = A_1_5 * (dA_1_5 - sum3_1);
    const delta_2_1 = A_2_1 * (dA_2_1 - sum3_2);
    const delta_2_2 = A_2_2 * (dA_2_2 - sum3_2);
    const delta_2_3 = A_2_3 * (dA_2_3 - sum3_2);
    const delta_2_4 = A_2_4 * (dA_2_4 - sum3_2);
    const delta_2_5 = A_2_5 * (dA_2_5 - sum3_2);
    const delta_3_1 = A_3_1 * (dA_3_1 - sum3_3);
    const delta_3_2 = A_3_2 * (dA_3_2 - sum3_3);
    const delta_3_3 = A_3_3 * (dA_3_3 - sum3_3);
    const delta_3_4 = A_3_4 * (dA_3_4 - sum3_3);
    const delta_3_5 = A_3_5 * (dA_3_5 - sum3_3);

    // dQ = delta * sum'   [Q * (Wk' * keys') with respect to Q: the other matrix transposed, times the cotangent; line 13]
    const dQ_1_1 = delta_1_1 * sum_1_1 + delta_1_2 * sum_1_2 + delta_1_3 * sum_1_3 + delta_1_4 * sum_1_4 + delta_1_5 * sum_1_5;
    const dQ_1_2 = delta_1_1 * sum_2_1 + delta_1_2 * sum_2_2 + delta_1_3 * sum_2_3 + delta_1_4 * sum_2_4 + delta_1_5 * sum_2_5;
    const dQ_1_3 = delta_1_1 * sum_3_1 + delta_1_2 * sum_3_2 + delta_1_3 * sum_3_3 + delta_1_4 * sum_3_4 + delta_1_5 * sum_3_5;
    const dQ_1_4 = delta_1_1 * sum_4_1 + delta_1_2 * sum_4_2 + delta_1_3 * sum_4_3 + delta_1_4 * sum_4_4 + delta_1_5 * sum_4_5;
    const dQ_2_1 = delta_2_1 * sum_1_1 + delta_2_2 * sum_1_2 + delta_2_3 * sum_1_3 + delta_2_4 * sum_1_4 + delta_2_5 * sum_1_5;
    const dQ_2_2 = delta_2_1 * sum_2_1 + delta_2_2 * sum_2_2 + delta_2_3 * sum_2_3 + delta_2_4 * sum_2_4 + delta_2_5 * sum_2_5;
    const dQ_2_3 = delta_2_1 * sum_3_1 + delta_2_2 * sum_3_2 + delta_2_3 * sum_3_3 + delta_2_4 * sum_3_4 + delta_2_5 * sum_3_5;
    const dQ_2_4 = delta_2_1 * sum_4_1 + delta_2_2 * sum_4_2 + delta_2_3 * sum_4_3 + delta_2_4 * sum_4_4 + delta_2_5 * sum_4_5;
    const dQ_3_1 = delta_3_1 * sum_1_1 + delta_3_2 * sum_1_2 + delta_3_3 * sum_1_3 + delta_3_4 * sum_1_4 + delta_3_5 * sum_1_5;
    const dQ_3_2 = delta_3_1 * sum_2_1 + delta_3_2 * sum_2_2 + delta_3_3 * sum_2_3 + delta_3_4 * sum_2_4 + delta_3_5 * sum_2_5;
    const dQ_3_3 = delta_3_1 * sum_3_1 + delta_3_2 * sum_3_2 + delta_3_3 * sum_3_3 + delta_3_4 * sum_3_4 + delta_3_5 * sum_3_5;
    const dQ_3_4 = delta_3_1 * sum_4_1 + delta_3_2 * sum_4_2 + delta_3_3 * sum_4_3 + delta_3_4 * sum_4_4 + delta_3_5 * sum_4_5;

    // dWq = Σn queries' * dQ   [EQ4: ∂C/∂w = δ aᵀ; line 10]
    dWq_1_1 += dQ_1_1 * queries_1_1 + dQ_2_1 * queries_2_1 + dQ_3_1 * queries_3_1;
    dWq_1_2 += dQ_1_2 * queries_1_1 + dQ_2_2 * queries_2_1 + dQ_3_2 * queries_3_1;
    dWq_1_3 += dQ_1_3 * queries_1_1 + dQ_2_3 * queries_2_1 + dQ_3_3 * queries_3_1;
    dWq_1_4 += dQ_1_4 * queries_1_1 + dQ_2_4 * queries_2_1 + dQ_3_4 * queries_3_1;
    dWq_2_1 += dQ_1_1 * queries_1_2 + dQ_2_1 * queries_2_2 + dQ_3_1 * queries_3_2;
    dWq_2_2 += dQ_1_2 * queries_1_2 + dQ_2_2 * queries_2_2 + dQ_3_2 * queries_3_2;
    dWq_2_3 += dQ_1_3 * queries_1_2 + dQ_2_3 * queries_2_2 + dQ_3_3 * queries_3_2;
    dWq_2_4 += dQ_1_4 * queries_1_2 + dQ_2_4 * queries_2_2 + dQ_3_4 * queries_3_2;

    // delta2 = Q' * delta   [line 13]
    const delta2_1_1 = delta_1_1 * Q_1_1 + delta_2_1 * Q_2_1 + delta_3_1 * Q_3_1;
    const delta2_1_2 = delta_1_2 * Q_1_1 + delta_2_2 * Q_2_1 + delta_3_2 * Q_3_1;
    const delta2_1_3 = delta_1_3 * Q_1_1 + delta_2_3 * Q_2_1 + delta_3_3 * Q_3_1;
    const delta2_1_4 = delta_1_4 * Q_1_1 + delta_2_4 * Q_2_1 + delta_3_4 * Q_3_1;
    const delta2_1_5 = delta_1_5 * Q_1_1 + delta_2_5 * Q_2_1 + delta_3_5 * Q_3_1;
    const delta2_2_1 = delta_1_1 * Q_1_2 + delta_2_1 * Q_2_2 + delta_3_1 * Q_3_2;
    const delta2_2_2 = delta_1_2 * Q_1_2 + delta_2_2 * Q_2_2 + delta_3_2 * Q_3_2;
    const delta2_2_3 = delta_1_3 * Q_1_2 + delta_2_3 * Q_2_2 + delta_3_3 * Q_3_2;
    const delta2_2_4 = delta_1_4 * Q_1_2 + delta_2_4 * Q_2_2 + delta_3_4 * Q_3_2;
    const delta2_2_5 = delta_1_5 * Q_1_2 + delta_2_5 * Q_2_2 + delta_3_5 * Q_3_2;
    const delta2_3_1 = delta_1_1 * Q_1_3 + delta_2_1 * Q_2_3 + delta_3_1 * Q_3_3;
    const delta2_3_2 = delta_1_2 * Q_1_3 + delta_2_2 * Q_2_3 + delta_3_2 * Q_3_3;
    const delta2_3_3 = delta_1_3 * Q_1_3 + delta_2_3 * Q_2_3 + delta_3_3 * Q_3_3;
    const delta2_3_4 = delta_1_4 * Q_1_3 + delta_2_4 * Q_2_3 + delta_3_4 * Q_3_3;
    const delta2_3_5 = delta_1_5 * Q_1_3 + delta_2_5 * Q_2_3 + delta_3_5 * Q_3_3;
    const delta2_4_1 = delta_1_1 * Q_1_4 + delta_2_1 * Q_2_4 + delta_3_1 * Q_3_4;
    const delta2_4_2 = delta_1_2 * Q_1_4 + delta_2_2 * Q_2_4 + delta_3_2 * Q_3_4;
    const delta2_4_3 = delta_1_3 * Q_1_4 + delta_2_3 * Q_2_4 + delta_3_3 * Q_3_4;
    const delta2_4_4 = delta_1_4 * Q_1_4 + delta_2_4 * Q_2_4 + delta_3_4 * Q_3_4;
    const delta2_4_5 = delta_1_5 * Q_1_4 + delta_2_5 * Q_2_4 + delta_3_5 * Q_3_4;

    // dWk = Σn keys' * delta2'   [EQ4: ∂C/∂w = δ aᵀ; line 13]
    dWk_1_1 += delta2_1_1 * keys_1_1 + delta2_1_2 * keys_2_1 + delta2_1_3 * keys_3_1 + delta2_1_4 * keys_4_1 + delta2_1_5 * keys_5_1;
    dWk_1_2 += delta2_2_1 * keys_1_1 + delta2_2_2 * keys_2_1 + delta2_2_3 * keys_3_1 + delta2_2_4 * keys_4_1 + delta2_2_5 * keys_5_1;
    dWk_1_3 += delta2_3_1 * keys_1_1 + delta2_3_2 * keys_2_1 + delta2_3_3 * keys_3_1 + delta2_3_4 * keys_4_1 + delta2_3_5 * keys_5_1;
    dWk_1_4 += delta2_4_1 * keys_1_1 + delta2_4_2 * keys_2_1 + delta2_4_3 * keys_3_1 + delta2_4_4 * keys_4_1 + delta2_4_5 * keys_5_1;
    dWk_2_1 += delta2_1_1 * keys_1_2 + delta2_1_2 * keys_2_2 + delta2_1_3 * keys_3_2 + delta2_1_4 * keys_4_2 + delta2_1_5 * keys_5_2;
    dWk_2_2 += delta2_2_1 * keys_1_2 + delta2_2_2 * keys_2_2 + delta2_2_3 * keys_3_2 + delta2_2_4 * keys_4_2 + delta2_2_5 * keys_5_2;
    dWk_2_3 += delta2_3_1 * keys_1_2 + delta2_3_2 * keys_2_2 + delta2_3_3 * keys_3_2 + delta2_3_4 * keys_4_2 + delta2_3_5 * keys_5_2;
    dWk_2_4 += delta2_4_1 * keys_1_2 + delta2_4_2 * keys_2_2 + delta2_4_3 * keys_3_2 + delta2_4_4 * keys_4_2 + delta2_4_5 * keys_5_2;

    // dV = A' * dY   [softmax(t1, 2) * V with respect to V: the other matrix transposed, times the cotangent; line 14]
    const dV_1_1 = dY_1_1 * A_1_1 + dY_2_1 * A_2_1 + dY_3_1 * A_3_1;
    const dV_1_2 = dY_1_2 * A_1_1 + dY_2_2 * A_2_1 + dY_3_2 * A_3_1;
    const dV_2_1 = dY_1_1 * A_1_2 + dY_2_1 * A_2_2 + dY_3_1 * A_3_2;
    const dV_2_2 = dY_1_2 * A_1_2 + dY_2_2 * A_2_2 + dY_3_2 * A_3_2;
    const dV_3_1 = dY_1_1 * A_1_3 + dY_2_1 * A_2_3 + dY_3_1 * A_3_3;
    const dV_3_2 = dY_1_2 * A_1_3 + dY_2_2 * A_2_3 + dY_3_2 * A_3_3;
    const dV_4_1 = dY_1_1 * A_1_4 + dY_2_1 * A_2_4 + dY_3_1 * A_3_4;
    const dV_4_2 = dY_1_2 * A_1_4 + dY_2_2 * A_2_4 + dY_3_2 * A_3_4;
    const dV_5_1 = dY_1_1 * A_1_5 + dY_2_1 * A_2_5 + dY_3_1 * A_3_5;
    const dV_5_2 = dY_1_2 * A_1_5 + dY_2_2 * A_2_5 + dY_3_2 * A_3_5;

    // dWv = Σn values' * dV   [EQ4: ∂C/∂w = δ aᵀ; line 12]
    dWv_1_1 += dV_1_1 * values_1_1 + dV_2_1 * values_2_1 + dV_3_1 * values_3_1 + dV_4_1 * values_4_1 + dV_5_1 * values_5_1;
    dWv_1_2 += dV_1_2 * values_1_1 + dV_2_2 * values_2_1 + dV_3_2 * values_3_1 + dV_4_2 * values_4_1 + dV_5_2 * values_5_1;
    dWv_2_1 += dV_1_1 * values_1_2 + dV_2_1 * values_2_2 + dV_3_1 * values_3_2 + dV_4_1 * values_4_2 + dV_5_1 * values_5_2;
    dWv_2_2 += dV_1_2 * values_1_2 + dV_2_2 * values_2_2 + dV_3_2 * values_3_2 + dV_4_2 * values_4_2 + dV_5_2 * values_5_2;
  }

  // loss = J_sum / m   [line 19, loss]
  const loss = J_sum / m;

  // m_Wq⁺ = 0.9 * m_Wq + share3 * dWq
  const m_Wq_1_1 = 0.9 * state[0] + share3 * dWq_1_1;
  state[0] = m_Wq_1_1;
  const m_Wq_1_2 = 0.9 * state[1] + share3 * dWq_1_2;
  state[1] = m_Wq_1_2;
  const m_Wq_1_3 = 0.9 * state[2] + share3 * dWq_1_3;
  state[2] = m_Wq_1_3;
  const m_Wq_1_4 = 0.9 * state[3] + share3 * dWq_1_4;
  state[3] = m_Wq_1_4;
  const m_Wq_2_1 = 0.9 * state[4] + share3 * dWq_2_1;
  state[4] = m_Wq_2_1;
  const m_Wq_2_2 = 0.9 * state[5] + share3 * dWq_2_2;
  state[5] = m_Wq_2_2;
  const m_Wq_2_3 = 0.9 * state[6] + share3 * dWq_2_3;
  state[6] = m_Wq_2_3;
  const m_Wq_2_4 = 0.9 * state[7] + share3 * dWq_2_4;
  state[7] = m_Wq_2_4;

  // v_Wq⁺ = 0.999 * v_Wq + 0.001 * (share * dWq) .^ 2
  const t2 = share * dWq_1_1;
  const v_Wq_1_1 = 0.999 * state[8] + 0.001 * (t2 * t2);
  state[8] = v_Wq_1_1;
  const t3 = share * dWq_1_2;
  const v_Wq_1_2 = 0.999 * state[9] + 0.001 * (t3 * t3);
  state[9] = v_Wq_1_2;
  const t4 = share * dWq_1_3;
  const v_Wq_1_3 = 0.999 * state[10] + 0.001 * (t4 * t4);
  state[10] = v_Wq_1_3;
  const t5 = share * dWq_1_4;
  const v_Wq_1_4 = 0.999 * state[11] + 0.001 * (t5 * t5);
  state[11] = v_Wq_1_4;
  const t6 = share * dWq_2_1;
  const v_Wq_2_1 = 0.999 * state[12] + 0.001 * (t6 * t6);
  state[12] = v_Wq_2_1;
  const t7 = share * dWq_2_2;
  const v_Wq_2_2 = 0.999 * state[13] + 0.001 * (t7 * t7);
  state[13] = v_Wq_2_2;
  const t8 = share * dWq_2_3;
  const v_Wq_2_3 = 0.999 * state[14] + 0.001 * (t8 * t8);
  state[14] = v_Wq_2_3;
  const t9 = share * dWq_2_4;
  const v_Wq_2_4 = 0.999 * state[15] + 0.001 * (t9 * t9);
  state[15] = v_Wq_2_4;

  // Wq⁺ = Wq - scale * (m_Wq⁺ ./ (sqrt(scale2 * v_Wq⁺) + 1e-8))
  Wq[0] -= scale * (m_Wq_1_1 / (Math.sqrt(scale2 * v_Wq_1_1) + 1e-8));
  Wq[1] -= scale * (m_Wq_1_2 / (Math.sqrt(scale2 * v_Wq_1_2) + 1e-8));
  Wq[2] -= scale * (m_Wq_1_3 / (Math.sqrt(scale2 * v_Wq_1_3) + 1e-8));
  Wq[3] -= scale * (m_Wq_1_4 / (Math.sqrt(scale2 * v_Wq_1_4) + 1e-8));
  Wq[4] -= scale * (m_Wq_2_1 / (Math.sqrt(scale2 * v_Wq_2_1) + 1e-8));
  Wq[5] -= scale * (m_Wq_2_2 / (Math.sqrt(scale2 * v_Wq_2_2) + 1e-8));
  Wq[6] -= scale * (m_Wq_2_3 / (Math.sqrt(scale2 * v_Wq_2_3) + 1e-8));
  Wq[7] -= scale * (m_Wq_2_4 / (Math.sqrt(scale2 * v_Wq_2_4) + 1e-8));

  // m_Wk⁺ = 0.9 * m_Wk + share3 * dWk
  const m_Wk_1_1 = 0.9 * state[16] + share3 * dWk_1_1;
  state[16] = m_Wk_1_1;
  const m_Wk_1_2 = 0.9 * state[17] + share3 * dWk_1_2;
  state[17] = m_Wk_1_2;
  const m_Wk_1_3 = 0.9 * state[18] + share3 * dWk_1_3;
  state[18] = m_Wk_1_3;
  const m_Wk_1_4 = 0.9 * state[19] + share3 * dWk_1_4;
  state[19] = m_Wk_1_4;
  const m_Wk_2_1 = 0.9 * state[20] + share3 * dWk_2_1;
  state[20] = m_Wk_2_1;
  const m_Wk_2_2 = 0.9 * state[21] + share3 * dWk_2_2;
  state[21] = m_Wk_2_2;
  const m_Wk_2_3 = 0.9 * state[22] + share3 * dWk_2_3;
  state[22] = m_Wk_2_3;
  const m_Wk_2_4 = 0.9 * state[23] + share3 * dWk_2_4;
  state[23] = m_Wk_2_4;

  // v_Wk⁺ = 0.999 * v_Wk + 0.001 * (share * dWk) .^ 2
  const t10 = share * dWk_1_1;
  const v_Wk_1_1 = 0.999 * state[24] + 0.001 * (t10 * t10);
  state[24] = v_Wk_1_1;
  const t11 = share * dWk_1_2;
  const v_Wk_1_2 = 0.999 * state[25] + 0.001 * (t11 * t11);
  state[25] = v_Wk_1_2;
  const t12 = share * dWk_1_3;
  const v_Wk_1_3 = 0.999 * state[26] + 0.001 * (t12 * t12);
  state[26] = v_Wk_1_3;
  const t13 = share * dWk_1_4;
  const v_Wk_1_4 = 0.999 * state[27] + 0.001 * (t13 * t13);
  state[27] = v_Wk_1_4;
  const t14 = share * dWk_2_1;
  const v_Wk_2_1 = 0.999 * state[28] + 0.001 * (t14 * t14);
  state[28] = v_Wk_2_1;
  const t15 = share * dWk_2_2;
  const v_Wk_2_2 = 0.999 * state[29] + 0.001 * (t15 * t15);
  state[29] = v_Wk_2_2;
  const t16 = share * dWk_2_3;
  const v_Wk_2_3 = 0.999 * state[30] + 0.001 * (t16 * t16);
  state[30] = v_Wk_2_3;
  const t17 = share * dWk_2_4;
  const v_Wk_2_4 = 0.999 * state[31] + 0.001 * (t17 * t17);
  state[31] = v_Wk_2_4;

  // Wk⁺ = Wk - scale * (m_Wk⁺ ./ (sqrt(scale2 * v_Wk⁺) + 1e-8))
  Wk[0] -= scale * (m_Wk_1_1 / (Math.sqrt(scale2 * v_Wk_1_1) + 1e-8));
  Wk[1] -= scale * (m_Wk_1_2 / (Math.sqrt(scale2 * v_Wk_1_2) + 1e-8));
  Wk[2] -= scale * (m_Wk_1_3 / (Math.sqrt(scale2 * v_Wk_1_3) + 1e-8));
  Wk[3] -= scale * (m_Wk_1_4 / (Math.sqrt(scale2 * v_Wk_1_4) + 1e-8));
  Wk[4] -= scale * (m_Wk_2_1 / (Math.sqrt(scale2 * v_Wk_2_1) + 1e-8));
  Wk[5] -= scale * (m_Wk_2_2 / (Math.sqrt(scale2 * v_Wk_2_2) + 1e-8));
  Wk[6] -= scale * (m_Wk_2_3 / (Math.sqrt(scale2 * v_Wk_2_3) + 1e-8));
  Wk[7] -= scale * (m_Wk_2_4 / (Math.sqrt(scale2 * v_Wk_2_4) + 1e-8));

  // m_Wv⁺ = 0.9 * m_Wv + share4 * dWv
  const m_Wv_1_1 = 0.9 * state[32] + share4 * dWv_1_1;
  state[32] = m_Wv_1_1;
  const m_Wv_1_2 = 0.9 * state[33] + share4 * dWv_1_2;
  state[33] = m_Wv_1_2;
  const m_Wv_2_1 = 0.9 * state[34] + share4 * dWv_2_1;
  state[34] = m_Wv_2_1;
  const m_Wv_2_2 = 0.9 * state[35] + share4 * dWv_2_2;
  state[35] = m_Wv_2_2;

  // v_Wv⁺ = 0.999 * v_Wv + 0.001 * (share2 * dWv) .^ 2
  const t18 = share2 * dWv_1_1;
  const v_Wv_1_1 = 0.999 * state[36] + 0.001 * (t18 * t18);
  state[36] = v_Wv_1_1;
  const t19 = share2 * dWv_1_2;
  const v_Wv_1_2 = 0.999 * state[37] + 0.001 * (t19 * t19);
  state[37] = v_Wv_1_2;
  const t20 = share2 * dWv_2_1;
  const v_Wv_2_1 = 0.999 * state[38] + 0.001 * (t20 * t20);
  state[38] = v_Wv_2_1;
  const t21 = share2 * dWv_2_2;
  const v_Wv_2_2 = 0.999 * state[39] + 0.001 * (t21 * t21);
  state[39] = v_Wv_2_2;

  // Wv⁺ = Wv - scale * (m_Wv⁺ ./ (sqrt(scale2 * v_Wv⁺) + 1e-8))
  Wv[0] -= scale * (m_Wv_1_1 / (Math.sqrt(scale2 * v_Wv_1_1) + 1e-8));
  Wv[1] -= scale * (m_Wv_1_2 / (Math.sqrt(scale2 * v_Wv_1_2) + 1e-8));
  Wv[2] -= scale * (m_Wv_2_1 / (Math.sqrt(scale2 * v_Wv_2_1) + 1e-8));
  Wv[3] -= scale * (m_Wv_2_2 / (Math.sqrt(scale2 * v_Wv_2_2) + 1e-8));
  return loss;
}

/** The predictions for one example among others. */
export function predict(params: Parameters, data: Examples, row: number, into: Outputs = createOutputs()): Outputs {
  return forward(params, data.columns.queries.subarray(row * 6, row * 6 + 6), data.columns.keys.subarray(row * 10, row * 10 + 10), data.columns.values.subarray(row * 10, row * 10 + 10), into);
}
