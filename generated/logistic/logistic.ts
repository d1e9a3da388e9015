/**
 * logistic: compiled by gradc 0.1.0 from logistic.grad. Do not edit: change the spec and compile again.
 *
 * Spec        sha256 5772c0fbe6bedc2f691e2fb2143b8e8b69bba5b1c718e5f262a4afdc64095b3a
 * Parameters  3: w vector of 2, b scalar
 * Precision   64-bit
 * Convention  loss and gradients are the mean over the batch
 * Stable form xlogy(d, sigmoid(z)) -> -(d * softplus(-z))
 *             xlogy(d, 1 - sigmoid(z)) -> -(d * softplus(z))
 *             d * softplus(-z) + (1 - d) * softplus(z) -> logisticLoss(z, d)
 *
 * Operations of gradient, for one example (sums over the batch left out):
 *   forward 16: 4 add, 3 multiply, 2 exp, 2 negate, 1 abs, 1 compare, 1 divide, 1 log1p, 1 subtract
 *   backward 3: 2 multiply, 1 subtract
 *
 * Schedule:
 *   forward  unrolled: 9 scalar operations, at most 2500
 *   evaluate  unrolled: 29 scalar operations, at most 2500
 *   gradient  unrolled: 40 scalar operations, at most 2500
 *   step  unrolled: 46 scalar operations, at most 2500
 *
 * parameters
 *   w   2        zeros   # line 5
 *   b   scalar   zeros   # line 6
 *
 * data
 *   x   2        input    # line 2
 *   d   scalar   target   # line 3
 *
 * hyperparameters
 *   lambda   scalar   0.001   # line 7
 *
 * forward
 *   t1 = dot(w, x) + b         scalar per example   # line 9
 *   y = sigmoid(t1)            scalar per example   # line 9, output
 *   J = logisticLoss(t1, d)    scalar per example   # line 10, loss
 *   R = lambda * sum(w .^ 2)   scalar               # line 11, loss
 *   right = (y > 0.5) == d     scalar per example   # line 13, metric
 *
 * mean over the batch of m examples
 *   J = (Σn J) / m             scalar   # line 10, loss
 *   R = lambda * sum(w .^ 2)   scalar   # line 11, loss
 *   right = (Σn right) / m     scalar   # line 13, metric
 *   loss = (Σn J) / m + R      scalar   # all losses
 *
 * backward
 *   dR = 1                                       scalar               # a sum passes it on
 *   dJ = 1/m                                     scalar per example   # each term of a sum gets the cotangent of the sum
 *   dw = 2 * lambda * w + 1/m * Σn (y - d) * x   2                    # sum over every use of the value: dot(w, x) with respect to w: the other factor times the cotangent
 *   db = (Σn (y - d)) / m                        scalar               # the same for all examples: their cotangents add up
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
  readonly w: Tensor<[2]>;
  readonly b: Tensor<[]>;
}

/** Numbers that can be changed between steps. */
export type Hyper = { lambda: number };

/** Examples as columns: for each name its values, one example after the other. */
export interface Examples {
  readonly size: number;
  readonly columns: { readonly x: Floats; readonly d: Floats };
}

/** Numbers that change from step to step: step and epoch count from 1; the seed keys random draws. */
export interface Clock {
  t: number;
  epoch: number;
  rate: number;
  seed: number;
}

/** In order: J, R, right. */
export type Report = Floats;

/** Gradients of the loss. */
export interface Gradients {
  readonly w: Tensor<[2]>;
  readonly b: Tensor<[]>;
  /** Each loss over the batch. */
  readonly losses: Floats;
}

/** Predictions for one example. */
export type Outputs = { readonly y: Tensor<[]> };

/** What the module is: names, shapes, defaults and data of the spec. */
export const metadata = {
  name: "logistic",
  hash: "5772c0fbe6bedc2f691e2fb2143b8e8b69bba5b1c718e5f262a4afdc64095b3a",
  version: "0.1.0",
  precision: "f64",
  parameters: [
    { name: "w", shape: [2], offset: 0, initial: { kind: "zeros" } },
    { name: "b", shape: [], offset: 2, initial: { kind: "zeros" } },
  ],
  columns: [{ name: "x", role: "input", shape: [2] }, { name: "d", role: "target", shape: [] }],
  hypers: [{ name: "lambda", value: 0.001 }],
  losses: ["J", "R"],
  metrics: ["right"],
  outputs: [{ name: "y", shape: [] }],
  reduction: "mean",
  data: {
    kind: "rows",
    rows: [
      [0.5, 1.2, 1],
      [1.5, 0.3, 1],
      [2, 1, 1],
      [0.8, 0.9, 1],
      [1.1, 2, 1],
      [0.2, 1.9, 1],
      [-0.4, -1, 0],
      [-1.2, 0.1, 0],
      [-0.7, -0.8, 0],
      [-2, -0.3, 0],
      [-0.1, -1.6, 0],
      [-1, -1.4, 0],
    ],
  },
  train: { optimizer: "sgd", rate: 0.5, batch: 4, epochs: 200, validation: 0, seed: 1 },
} as const;

/** Parameters as views on one flat array, zero where none is given. */
export function createParameters(flat: Floats = new Float64Array(3)): Parameters {
  return {
    flat,
    w: flat.subarray(0, 2),
    b: flat.subarray(2, 3),
  };
}

/** Initial parameters; nothing in them is drawn by chance. */
export function initialise(_seed: number, params: Parameters = createParameters()): Parameters {
  params.w.fill(0);
  params.b.fill(0);
  return params;
}

/** Hyperparameters at the values of the spec. */
export function createHyper(): Hyper {
  return {
    lambda: 0.001,
  };
}

const defaults: Hyper = createHyper();

/** Room for the predictions of one example. */
export function createOutputs(): Outputs {
  return {
    y: new Float64Array(1),
  };
}

/** Room for gradients. */
export function createGradients(_examples: number = 1): Gradients {
  return {
    w: new Float64Array(2),
    b: new Float64Array(1),
    losses: new Float64Array(2),
  };
}

/** The state of the update rule, all zeros. */
export function createState(): Floats {
  return new Float64Array(0);
}

/** The predictions for one example. */
export function forward(params: Parameters, x: Vector<2>, into: Outputs = createOutputs(), hyper: Hyper = defaults): Outputs {
  const { w, b } = params;

  // y = sigmoid(dot(w, x) + b)   [line 9, output]
  into.y[0] = 1 / (1 + Math.exp(-(w[0] * x[0] + w[1] * x[1] + b[0])));
  return into;
}

/** Losses, then metrics, over the examples `order[from … to)`, as inference computes them, into `report`; returns the total loss. */
export function evaluate(params: Parameters, data: Examples, report: Report, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length, hyper: Hyper = defaults): number {
  const { w, b } = params;
  const { x, d } = data.columns;
  const { lambda } = hyper;
  const m = to - from;

  // R = lambda * sum(w .^ 2)   [line 11, loss]
  report[1] = lambda * (w[0] * w[0] + w[1] * w[1]);
  let J_sum = 0;
  let right_sum = 0;
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];

    // y_in = dot(w, x) + b   [line 9]
    const y_in = w[0] * x[row * 2] + w[1] * x[row * 2 + 1] + b[0];

    // y = sigmoid(y_in)   [line 9, output]
    const y = 1 / (1 + Math.exp(-y_in));

    // right = (y > 0.5) == d   [line 13, metric]
    const d2 = d[row];
    const right = (y > 0.5 ? 1 : 0) === d2 ? 1 : 0;

    // J = logisticLoss(y_in, d)   [line 10, loss]
    const J = Math.max(y_in, 0) - d2 * y_in + Math.log1p(Math.exp(-Math.abs(y_in)));

    // J_sum = Σn J
    J_sum += J;

    // right_sum = Σn right
    right_sum += right;
  }

  // J2 = J_sum / m   [line 10, loss]
  const J2 = J_sum / m;
  report[0] = J2;

  // right2 = right_sum / m   [line 13, metric]
  report[2] = right_sum / m;

  // loss = J_sum / m + R   [all losses]
  const loss = J2 + report[1];
  return loss;
}

/** The loss over the examples `order[from … to)` and its gradients, into `into`; returns the loss. */
export function gradient(params: Parameters, data: Examples, into: Gradients, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length, hyper: Hyper = defaults): number {
  const { w, b } = params;
  const { x, d } = data.columns;
  const { lambda } = hyper;
  const m = to - from;
  const share = 1 / m;

  // R = lambda * sum(w .^ 2)   [line 11, loss]
  into.losses[1] = lambda * (w[0] * w[0] + w[1] * w[1]);
  const scale = 2 * lambda;
  let J_sum = 0;
  let dw_sum_1 = 0, dw_sum_2 = 0;
  let db_sum = 0;
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];

    // y_in = dot(w, x) + b   [line 9]
    const x_1 = x[row * 2];
    const x_2 = x[row * 2 + 1];
    const y_in = w[0] * x_1 + w[1] * x_2 + b[0];

    // y = sigmoid(y_in)   [line 9, output]
    const y = 1 / (1 + Math.exp(-y_in));

    // J = logisticLoss(y_in, d)   [line 10, loss]
    const d2 = d[row];
    const J = Math.max(y_in, 0) - d2 * y_in + Math.log1p(Math.exp(-Math.abs(y_in)));

    // J_sum = Σn J
    J_sum += J;

    // sub = y - d
    const sub = y - d2;

    // dw_sum = Σn sub * x   [line 9]
    dw_sum_1 += sub * x_1;
    dw_sum_2 += sub * x_2;

    // db_sum = Σn sub
    db_sum += sub;
  }

  // J2 = J_sum / m   [line 10, loss]
  const J2 = J_sum / m;
  into.losses[0] = J2;

  // loss = J_sum / m + R   [all losses]
  const loss = J2 + into.losses[1];

  // dw = scale * w + share * dw_sum   [sum over every use of the value: dot(w, x) with respect to w: the other factor times the cotangent]
  into.w[0] = scale * w[0] + share * dw_sum_1;
  into.w[1] = scale * w[1] + share * dw_sum_2;

  // db = db_sum / m   [the same for all examples: their cotangents add up]
  into.b[0] = db_sum / m;
  return loss;
}

/** One step of training on the examples `order[from … to)`: forward, backward, update; returns the loss before the update. */
export function step(params: Parameters, state: Floats, data: Examples, clock: Clock, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length, hyper: Hyper = defaults): number {
  const { w, b } = params;
  const { x, d } = data.columns;
  const { lambda } = hyper;
  const { rate } = clock;
  const m = to - from;
  const share = 1 / m;

  // R = lambda * sum(w .^ 2)   [line 11, loss]
  const R = lambda * (w[0] * w[0] + w[1] * w[1]);
  const scale = 2 * lambda;
  let J_sum = 0;
  let dw_sum_1 = 0, dw_sum_2 = 0;
  let db_sum = 0;
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];

    // y_in = dot(w, x) + b   [line 9]
    const x_1 = x[row * 2];
    const x_2 = x[row * 2 + 1];
    const y_in = w[0] * x_1 + w[1] * x_2 + b[0];

    // y = sigmoid(y_in)   [line 9, output]
    const y = 1 / (1 + Math.exp(-y_in));

    // J = logisticLoss(y_in, d)   [line 10, loss]
    const d2 = d[row];
    const J = Math.max(y_in, 0) - d2 * y_in + Math.log1p(Math.exp(-Math.abs(y_in)));

    // J_sum = Σn J
    J_sum += J;

    // sub = y - d
    const sub = y - d2;

    // dw_sum = Σn sub * x   [line 9]
    dw_sum_1 += sub * x_1;
    dw_sum_2 += sub * x_2;

    // db_sum = Σn sub
    db_sum += sub;
  }

  // loss = J_sum / m + R   [all losses]
  const loss = J_sum / m + R;

  // dw = scale * w + share * dw_sum   [sum over every use of the value: dot(w, x) with respect to w: the other factor times the cotangent]
  const dw_1 = scale * w[0] + share * dw_sum_1;
  const dw_2 = scale * w[1] + share * dw_sum_2;

  // db = db_sum / m   [the same for all examples: their cotangents add up]
  const db = db_sum / m;

  // w⁺ = w - rate * dw
  w[0] -= rate * dw_1;
  w[1] -= rate * dw_2;

  // b⁺ = b - rate * db
  b[0] -= rate * db;
  return loss;
}

/** The predictions for one example among others. */
export function predict(params: Parameters, data: Examples, row: number, into: Outputs = createOutputs(), hyper: Hyper = defaults): Outputs {
  return forward(params, data.columns.x.subarray(row * 2, row * 2 + 2), into, hyper);
}
