/**
 * radial-basis: compiled by gradc 0.1.0 from radial-basis.grad. Do not edit: change the spec and compile again.
 *
 * Spec        sha256 54df736d9a0fd2abedd14586c49a081843cd91f9f81bdb4ef009a9426dbad55a
 * Parameters  37: centre vector of 12, width vector of 12, w vector of 12, b scalar
 * Precision   64-bit
 * Convention  loss and gradients are the mean over the batch
 *
 * Operations of gradient, for one example (sums over the batch left out):
 *   forward 86: 37 multiply, 13 subtract, 12 add, 12 divide, 12 exp
 *   backward 72: 60 multiply, 12 divide
 *
 * Schedule:
 *   forward  unrolled: 109 scalar operations, at most 2500
 *   evaluate  unrolled: 113 scalar operations, at most 2500
 *   gradient  unrolled: 238 scalar operations, at most 2500
 *   step  unrolled: 766 scalar operations, at most 2500
 *
 * parameters
 *   centre   12       [-3.6, -3, -2.4, -1.8, …, 3, 3.6]   # line 5
 *   width    12       0.5                                 # line 6
 *   w        12       zeros                               # line 7
 *   b        scalar   zeros                               # line 8
 *
 * data
 *   x   scalar   input    # line 2
 *   d   scalar   target   # line 3
 *
 * forward
 *   t1 = (x - centre) ./ width   12 per example       # line 10
 *   phi = exp(-0.5 * t1 .^ 2)    12 per example       # line 10
 *   y = dot(w, phi) + b          scalar per example   # line 11, output
 *   J = (y - d) ^ 2              scalar per example   # line 12, loss
 *
 * mean over the batch of m examples
 *   J = (Σn J) / m   scalar   # line 12, loss
 *
 * backward (constant factors come in last, with Σn)
 *   dy = y - d                         scalar per example   # chain rule through square: ∂J/∂dy = 2 * dy; a factor 2 * (1/m) comes in later
 *   dJ = 1/m                           scalar per example   # each term of a sum gets the cotangent of the sum
 *   dphi = dy * w                      12 per example       # dot(w, phi) with respect to phi: the other factor times the cotangent; a factor 2 * (1/m) comes in later
 *   dphi_in = dphi .* phi              12 per example       # chain rule through exp: ∂y/∂x = y
 *   t2 = dphi_in .* t1 ./ width        12 per example       # chain rule through div: da = g / b
 *   dcentre = 2 * (1/m) * Σn t2        12                   # the same for all examples: their cotangents add up
 *   dwidth = 2 * (1/m) * Σn t2 .* t1   12                   # the same for all examples: their cotangents add up
 *   dw = 2 * (1/m) * Σn dy * phi       12                   # dot(w, phi) with respect to w: the other factor times the cotangent
 *   db = 2 * ((Σn dy) / m)             scalar               # the same for all examples: their cotangents add up
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
  readonly centre: Tensor<[12]>;
  readonly width: Tensor<[12]>;
  readonly w: Tensor<[12]>;
  readonly b: Tensor<[]>;
}

/** The spec has no hyperparameters. */
export type Hyper = Record<string, never>;

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

/** In order: J. */
export type Report = Floats;

/** Gradients of the loss. */
export interface Gradients {
  readonly centre: Tensor<[12]>;
  readonly width: Tensor<[12]>;
  readonly w: Tensor<[12]>;
  readonly b: Tensor<[]>;
  /** Each loss over the batch. */
  readonly losses: Floats;
}

/** Predictions for one example. */
export type Outputs = { readonly y: Tensor<[]> };

/** What the module is: names, shapes, defaults and data of the spec. */
export const metadata = {
  name: "radial-basis",
  hash: "54df736d9a0fd2abedd14586c49a081843cd91f9f81bdb4ef009a9426dbad55a",
  version: "0.1.0",
  precision: "f64",
  parameters: [
    {
      name: "centre",
      shape: [12],
      offset: 0,
      initial: { kind: "literal", values: [-3.6, -3, -2.4, -1.8, -1.2, -0.6, 0.6, 1.2, 1.8, 2.4, 3, 3.6] },
    },
    { name: "width", shape: [12], offset: 12, initial: { kind: "fill", value: 0.5 } },
    { name: "w", shape: [12], offset: 24, initial: { kind: "zeros" } },
    { name: "b", shape: [], offset: 36, initial: { kind: "zeros" } },
  ],
  columns: [{ name: "x", role: "input", shape: [] }, { name: "d", role: "target", shape: [] }],
  hypers: [],
  losses: ["J"],
  metrics: [],
  outputs: [{ name: "y", shape: [] }],
  reduction: "mean",
  data: { kind: "generator", name: "sine" },
  train: { optimizer: "adam", rate: "0.05 * 0.98 ^ epoch", batch: 10, epochs: 120, validation: 0.2, seed: 1 },
} as const;

/** Parameters as views on one flat array, zero where none is given. */
export function createParameters(flat: Floats = new Float64Array(37)): Parameters {
  return {
    flat,
    centre: flat.subarray(0, 12),
    width: flat.subarray(12, 24),
    w: flat.subarray(24, 36),
    b: flat.subarray(36, 37),
  };
}

/** Initial parameters; nothing in them is drawn by chance. */
export function initialise(_seed: number, params: Parameters = createParameters()): Parameters {
  params.centre.set([-3.6, -3, -2.4, -1.8, -1.2, -0.6, 0.6, 1.2, 1.8, 2.4, 3, 3.6]);
  params.width.fill(0.5);
  params.w.fill(0);
  params.b.fill(0);
  return params;
}

/** Hyperparameters at the values of the spec. */
export function createHyper(): Hyper {
  return {};
}

/** Room for the predictions of one example. */
export function createOutputs(): Outputs {
  return {
    y: new Float64Array(1),
  };
}

/** Room for gradients. */
export function createGradients(_examples: number = 1): Gradients {
  return {
    centre: new Float64Array(12),
    width: new Float64Array(12),
    w: new Float64Array(12),
    b: new Float64Array(1),
    losses: new Float64Array(1),
  };
}

/** The state of the update rule, all zeros. */
export function createState(): Floats {
  return new Float64Array(74);
}

/** The predictions for one example. */
export function forward(params: Parameters, x: number, into: Outputs = createOutputs()): Outputs {
  const { centre, width, w, b } = params;

  // phi = exp(-0.5 * ((x - centre) ./ width) .^ 2)   [line 10]
  const t = (x - centre[0]) / width[0];
  const phi_1 = Math.exp(-0.5 * (t * t));
  const t2 = (x - centre[1]) / width[1];
  const phi_2 = Math.exp(-0.5 * (t2 * t2));
  const t3 = (x - centre[2]) / width[2];
  const phi_3 = Math.exp(-0.5 * (t3 * t3));
  const t4 = (x - centre[3]) / width[3];
  const phi_4 = Math.exp(-0.5 * (t4 * t4));
  const t5 = (x - centre[4]) / width[4];
  const phi_5 = Math.exp(-0.5 * (t5 * t5));
  const t6 = (x - centre[5]) / width[5];
  const phi_6 = Math.exp(-0.5 * (t6 * t6));
  const t7 = (x - centre[6]) / width[6];
  const phi_7 = Math.exp(-0.5 * (t7 * t7));
  const t8 = (x - centre[7]) / width[7];
  const phi_8 = Math.exp(-0.5 * (t8 * t8));
  const t9 = (x - centre[8]) / width[8];
  const phi_9 = Math.exp(-0.5 * (t9 * t9));
  const t10 = (x - centre[9]) / width[9];
  const phi_10 = Math.exp(-0.5 * (t10 * t10));
  const t11 = (x - centre[10]) / width[10];
  const phi_11 = Math.exp(-0.5 * (t11 * t11));
  const t12 = (x - centre[11]) / width[11];
  const phi_12 = Math.exp(-0.5 * (t12 * t12));

  // y = dot(w, phi) + b   [line 11, output]
  into.y[0] = w[0] * phi_1 + w[1] * phi_2 + w[2] * phi_3 + w[3] * phi_4 + w[4] * phi_5 + w[5] * phi_6 + w[6] * phi_7 + w[7] * phi_8 + w[8] * phi_9 + w[9] * phi_10 + w[10] * phi_11 + w[11] * phi_12 + b[0];
  return into;
}

/** Losses, then metrics, over the examples `order[from … to)`, as inference computes them, into `report`; returns the total loss. */
export function evaluate(params: Parameters, data: Examples, report: Report, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { centre, width, w, b } = params;
  const { x, d } = data.columns;
  const m = to - from;
  let J_sum = 0;
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];

    // phi = exp(-0.5 * ((x - centre) ./ width) .^ 2)   [line 10]
    const x2 = x[row];
    const t = (x2 - centre[0]) / width[0];
    const phi_1 = Math.exp(-0.5 * (t * t));
    const t2 = (x2 - centre[1]) / width[1];
    const phi_2 = Math.exp(-0.5 * (t2 * t2));
    const t3 = (x2 - centre[2]) / width[2];
    const phi_3 = Math.exp(-0.5 * (t3 * t3));
    const t4 = (x2 - centre[3]) / width[3];
    const phi_4 = Math.exp(-0.5 * (t4 * t4));
    const t5 = (x2 - centre[4]) / width[4];
    const phi_5 = Math.exp(-0.5 * (t5 * t5));
    const t6 = (x2 - centre[5]) / width[5];
    const phi_6 = Math.exp(-0.5 * (t6 * t6));
    const t7 = (x2 - centre[6]) / width[6];
    const phi_7 = Math.exp(-0.5 * (t7 * t7));
    const t8 = (x2 - centre[7]) / width[7];
    const phi_8 = Math.exp(-0.5 * (t8 * t8));
    const t9 = (x2 - centre[8]) / width[8];
    const phi_9 = Math.exp(-0.5 * (t9 * t9));
    const t10 = (x2 - centre[9]) / width[9];
    const phi_10 = Math.exp(-0.5 * (t10 * t10));
    const t11 = (x2 - centre[10]) / width[10];
    const phi_11 = Math.exp(-0.5 * (t11 * t11));
    const t12 = (x2 - centre[11]) / width[11];
    const phi_12 = Math.exp(-0.5 * (t12 * t12));

    // y = dot(w, phi) + b   [line 11, output]
    const y = w[0] * phi_1 + w[1] * phi_2 + w[2] * phi_3 + w[3] * phi_4 + w[4] * phi_5 + w[5] * phi_6 + w[6] * phi_7 + w[7] * phi_8 + w[8] * phi_9 + w[9] * phi_10 + w[10] * phi_11 + w[11] * phi_12 + b[0];

    // dy = y - d   [chain rule through square: ∂J/∂dy = 2 * dy]
    const dy = y - d[row];

    // J = dy ^ 2   [line 12, loss]
    const J = dy * dy;

    // J_sum = Σn J
    J_sum += J;
  }

  // J2 = J_sum / m   [line 12, loss]
  const J2 = J_sum / m;
  report[0] = J2;
  return J2;
}

/** The loss over the examples `order[from … to)` and its gradients, into `into`; returns the loss. */
export function gradient(params: Parameters, data: Examples, into: Gradients, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { centre, width, w, b } = params;
  const { x, d } = data.columns;
  const m = to - from;
  const share = 2 * (1 / m);
  let J_sum = 0;
  let dw_1 = 0, dw_2 = 0, dw_3 = 0, dw_4 = 0, dw_5 = 0, dw_6 = 0, dw_7 = 0, dw_8 = 0;
  let dw_9 = 0, dw_10 = 0, dw_11 = 0, dw_12 = 0;
  let db_sum = 0;
  let dcentre_1 = 0, dcentre_2 = 0, dcentre_3 = 0, dcentre_4 = 0, dcentre_5 = 0, dcentre_6 = 0, dcentre_7 = 0, dcentre_8 = 0;
  let dcentre_9 = 0, dcentre_10 = 0, dcentre_11 = 0, dcentre_12 = 0;
  let dwidth_1 = 0, dwidth_2 = 0, dwidth_3 = 0, dwidth_4 = 0, dwidth_5 = 0, dwidth_6 = 0, dwidth_7 = 0, dwidth_8 = 0;
  let dwidth_9 = 0, dwidth_10 = 0, dwidth_11 = 0, dwidth_12 = 0;
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];

    // div = (x - centre) ./ width   [line 10]
    const x2 = x[row];
    const div_1 = (x2 - centre[0]) / width[0];
    const div_2 = (x2 - centre[1]) / width[1];
    const div_3 = (x2 - centre[2]) / width[2];
    const div_4 = (x2 - centre[3]) / width[3];
    const div_5 = (x2 - centre[4]) / width[4];
    const div_6 = (x2 - centre[5]) / width[5];
    const div_7 = (x2 - centre[6]) / width[6];
    const div_8 = (x2 - centre[7]) / width[7];
    const div_9 = (x2 - centre[8]) / width[8];
    const div_10 = (x2 - centre[9]) / width[9];
    const div_11 = (x2 - centre[10]) / width[10];
    const div_12 = (x2 - centre[11]) / width[11];

    // phi = exp(-0.5 * div .^ 2)   [line 10]
    const phi_1 = Math.exp(-0.5 * (div_1 * div_1));
    const phi_2 = Math.exp(-0.5 * (div_2 * div_2));
    const phi_3 = Math.exp(-0.5 * (div_3 * div_3));
    const phi_4 = Math.exp(-0.5 * (div_4 * div_4));
    const phi_5 = Math.exp(-0.5 * (div_5 * div_5));
    const phi_6 = Math.exp(-0.5 * (div_6 * div_6));
    const phi_7 = Math.exp(-0.5 * (div_7 * div_7));
    const phi_8 = Math.exp(-0.5 * (div_8 * div_8));
    const phi_9 = Math.exp(-0.5 * (div_9 * div_9));
    const phi_10 = Math.exp(-0.5 * (div_10 * div_10));
    const phi_11 = Math.exp(-0.5 * (div_11 * div_11));
    const phi_12 = Math.exp(-0.5 * (div_12 * div_12));

    // y = dot(w, phi) + b   [line 11, output]
    const y = w[0] * phi_1 + w[1] * phi_2 + w[2] * phi_3 + w[3] * phi_4 + w[4] * phi_5 + w[5] * phi_6 + w[6] * phi_7 + w[7] * phi_8 + w[8] * phi_9 + w[9] * phi_10 + w[10] * phi_11 + w[11] * phi_12 + b[0];

    // dy = y - d   [chain rule through square: ∂J/∂dy = 2 * dy]
    const dy = y - d[row];

    // J = dy ^ 2   [line 12, loss]
    const J = dy * dy;

    // J_sum = Σn J
    J_sum += J;

    // dw = Σn dy * phi   [dot(w, phi) with respect to w: the other factor times the cotangent; line 11]
    dw_1 += dy * phi_1;
    dw_2 += dy * phi_2;
    dw_3 += dy * phi_3;
    dw_4 += dy * phi_4;
    dw_5 += dy * phi_5;
    dw_6 += dy * phi_6;
    dw_7 += dy * phi_7;
    dw_8 += dy * phi_8;
    dw_9 += dy * phi_9;
    dw_10 += dy * phi_10;
    dw_11 += dy * phi_11;
    dw_12 += dy * phi_12;

    // db_sum = Σn dy
    db_sum += dy;

    // dphi = dy * w   [dot(w, phi) with respect to phi: the other factor times the cotangent; line 11]
    const dphi_1 = dy * w[0];
    const dphi_2 = dy * w[1];
    const dphi_3 = dy * w[2];
    const dphi_4 = dy * w[3];
    const dphi_5 = dy * w[4];
    const dphi_6 = dy * w[5];
    const dphi_7 = dy * w[6];
    const dphi_8 = dy * w[7];
    const dphi_9 = dy * w[8];
    const dphi_10 = dy * w[9];
    const dphi_11 = dy * w[10];
    const dphi_12 = dy * w[11];

    // dphi_in = dphi .* phi   [chain rule through exp: ∂y/∂x = y; line 10]
    const dphi_in_1 = dphi_1 * phi_1;
    const dphi_in_2 = dphi_2 * phi_2;
    const dphi_in_3 = dphi_3 * phi_3;
    const dphi_in_4 = dphi_4 * phi_4;
    const dphi_in_5 = dphi_5 * phi_5;
    const dphi_in_6 = dphi_6 * phi_6;
    const dphi_in_7 = dphi_7 * phi_7;
    const dphi_in_8 = dphi_8 * phi_8;
    const dphi_in_9 = dphi_9 * phi_9;
    const dphi_in_10 = dphi_10 * phi_10;
    const dphi_in_11 = dphi_11 * phi_11;
    const dphi_in_12 = dphi_12 * phi_12;

    // delta = dphi_in .* div ./ width   [chain rule through div: da = g / b; line 10]
    const delta_1 = dphi_in_1 * div_1 / width[0];
    const delta_2 = dphi_in_2 * div_2 / width[1];
    const delta_3 = dphi_in_3 * div_3 / width[2];
    const delta_4 = dphi_in_4 * div_4 / width[3];
    const delta_5 = dphi_in_5 * div_5 / width[4];
    const delta_6 = dphi_in_6 * div_6 / width[5];
    const delta_7 = dphi_in_7 * div_7 / width[6];
    const delta_8 = dphi_in_8 * div_8 / width[7];
    const delta_9 = dphi_in_9 * div_9 / width[8];
    const delta_10 = dphi_in_10 * div_10 / width[9];
    const delta_11 = dphi_in_11 * div_11 / width[10];
    const delta_12 = dphi_in_12 * div_12 / width[11];

    // dcentre = Σn delta   [the same for all examples: their cotangents add up]
    dcentre_1 += delta_1;
    dcentre_2 += delta_2;
    dcentre_3 += delta_3;
    dcentre_4 += delta_4;
    dcentre_5 += delta_5;
    dcentre_6 += delta_6;
    dcentre_7 += delta_7;
    dcentre_8 += delta_8;
    dcentre_9 += delta_9;
    dcentre_10 += delta_10;
    dcentre_11 += delta_11;
    dcentre_12 += delta_12;

    // dwidth = Σn delta .* div   [the same for all examples: their cotangents add up]
    dwidth_1 += delta_1 * div_1;
    dwidth_2 += delta_2 * div_2;
    dwidth_3 += delta_3 * div_3;
    dwidth_4 += delta_4 * div_4;
    dwidth_5 += delta_5 * div_5;
    dwidth_6 += delta_6 * div_6;
    dwidth_7 += delta_7 * div_7;
    dwidth_8 += delta_8 * div_8;
    dwidth_9 += delta_9 * div_9;
    dwidth_10 += delta_10 * div_10;
    dwidth_11 += delta_11 * div_11;
    dwidth_12 += delta_12 * div_12;
  }

  // J2 = J_sum / m   [line 12, loss]
  const J2 = J_sum / m;
  into.losses[0] = J2;

  // dcentre = share * dcentre   [the mean over the batch]
  into.centre[0] = share * dcentre_1;
  into.centre[1] = share * dcentre_2;
  into.centre[2] = share * dcentre_3;
  into.centre[3] = share * dcentre_4;
  into.centre[4] = share * dcentre_5;
  into.centre[5] = share * dcentre_6;
  into.centre[6] = share * dcentre_7;
  into.centre[7] = share * dcentre_8;
  into.centre[8] = share * dcentre_9;
  into.centre[9] = share * dcentre_10;
  into.centre[10] = share * dcentre_11;
  into.centre[11] = share * dcentre_12;

  // dwidth = share * dwidth   [the mean over the batch]
  into.width[0] = share * dwidth_1;
  into.width[1] = share * dwidth_2;
  into.width[2] = share * dwidth_3;
  into.width[3] = share * dwidth_4;
  into.width[4] = share * dwidth_5;
  into.width[5] = share * dwidth_6;
  into.width[6] = share * dwidth_7;
  into.width[7] = share * dwidth_8;
  into.width[8] = share * dwidth_9;
  into.width[9] = share * dwidth_10;
  into.width[10] = share * dwidth_11;
  into.width[11] = share * dwidth_12;

  // dw = share * dw   [the mean over the batch]
  into.w[0] = share * dw_1;
  into.w[1] = share * dw_2;
  into.w[2] = share * dw_3;
  into.w[3] = share * dw_4;
  into.w[4] = share * dw_5;
  into.w[5] = share * dw_6;
  into.w[6] = share * dw_7;
  into.w[7] = share * dw_8;
  into.w[8] = share * dw_9;
  into.w[9] = share * dw_10;
  into.w[10] = share * dw_11;
  into.w[11] = share * dw_12;

  // db = 2 * (db_sum / m)   [the same for all examples: their cotangents add up]
  into.b[0] = 2 * (db_sum / m);
  return J2;
}

/** One step of training on the examples `order[from … to)`: forward, backward, update; returns the loss before the update. */
export function step(params: Parameters, state: Floats, data: Examples, clock: Clock, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { centre, width, w, b } = params;
  const { x, d } = data.columns;
  const { epoch, t } = clock;
  const m = to - from;
  const share = 1 / m;
  const share2 = 2 * share;

  // scale2 = 0.98 ^ epoch
  const scale2 = Math.pow(0.98, epoch);

  // scale3 = 1 - 0.9 ^ t
  const scale3 = 1 - Math.pow(0.9, t);

  // scale4 = 1 - 0.999 ^ t
  const scale4 = 1 - Math.pow(0.999, t);
  const share3 = 0.2 * share;
  const scale5 = 0.05 * (scale2 / scale3);
  const scale6 = 1 / scale4;
  let J_sum = 0;
  let dw_1 = 0, dw_2 = 0, dw_3 = 0, dw_4 = 0, dw_5 = 0, dw_6 = 0, dw_7 = 0, dw_8 = 0;
  let dw_9 = 0, dw_10 = 0, dw_11 = 0, dw_12 = 0;
  let db_sum = 0;
  let dcentre_1 = 0, dcentre_2 = 0, dcentre_3 = 0, dcentre_4 = 0, dcentre_5 = 0, dcentre_6 = 0, dcentre_7 = 0, dcentre_8 = 0;
  let dcentre_9 = 0, dcentre_10 = 0, dcentre_11 = 0, dcentre_12 = 0;
  let dwidth_1 = 0, dwidth_2 = 0, dwidth_3 = 0, dwidth_4 = 0, dwidth_5 = 0, dwidth_6 = 0, dwidth_7 = 0, dwidth_8 = 0;
  let dwidth_9 = 0, dwidth_10 = 0, dwidth_11 = 0, dwidth_12 = 0;
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];

    // div = (x - centre) ./ width   [line 10]
    const x2 = x[row];
    const div_1 = (x2 - centre[0]) / width[0];
    const div_2 = (x2 - centre[1]) / width[1];
    const div_3 = (x2 - centre[2]) / width[2];
    const div_4 = (x2 - centre[3]) / width[3];
    const div_5 = (x2 - centre[4]) / width[4];
    const div_6 = (x2 - centre[5]) / width[5];
    const div_7 = (x2 - centre[6]) / width[6];
    const div_8 = (x2 - centre[7]) / width[7];
    const div_9 = (x2 - centre[8]) / width[8];
    const div_10 = (x2 - centre[9]) / width[9];
    const div_11 = (x2 - centre[10]) / width[10];
    const div_12 = (x2 - centre[11]) / width[11];

    // phi = exp(-0.5 * div .^ 2)   [line 10]
    const phi_1 = Math.exp(-0.5 * (div_1 * div_1));
    const phi_2 = Math.exp(-0.5 * (div_2 * div_2));
    const phi_3 = Math.exp(-0.5 * (div_3 * div_3));
    const phi_4 = Math.exp(-0.5 * (div_4 * div_4));
    const phi_5 = Math.exp(-0.5 * (div_5 * div_5));
    const phi_6 = Math.exp(-0.5 * (div_6 * div_6));
    const phi_7 = Math.exp(-0.5 * (div_7 * div_7));
    const phi_8 = Math.exp(-0.5 * (div_8 * div_8));
    const phi_9 = Math.exp(-0.5 * (div_9 * div_9));
    const phi_10 = Math.exp(-0.5 * (div_10 * div_10));
    const phi_11 = Math.exp(-0.5 * (div_11 * div_11));
    const phi_12 = Math.exp(-0.5 * (div_12 * div_12));

    // y = dot(w, phi) + b   [line 11, output]
    const y = w[0] * phi_1 + w[1] * phi_2 + w[2] * phi_3 + w[3] * phi_4 + w[4] * phi_5 + w[5] * phi_6 + w[6] * phi_7 + w[7] * phi_8 + w[8] * phi_9 + w[9] * phi_10 + w[10] * phi_11 + w[11] * phi_12 + b[0];

    // dy = y - d   [chain rule through square: ∂J/∂dy = 2 * dy]
    const dy = y - d[row];

    // J = dy ^ 2   [line 12, loss]
    const J = dy * dy;

    // J_sum = Σn J
    J_sum += J;

    // dw = Σn dy * phi   [dot(w, phi) with respect to w: the other factor times the cotangent; line 11]
    dw_1 += dy * phi_1;
    dw_2 += dy * phi_2;
    dw_3 += dy * phi_3;
    dw_4 += dy * phi_4;
    dw_5 += dy * phi_5;
    dw_6 += dy * phi_6;
    dw_7 += dy * phi_7;
    dw_8 += dy * phi_8;
    dw_9 += dy * phi_9;
    dw_10 += dy * phi_10;
    dw_11 += dy * phi_11;
    dw_12 += dy * phi_12;

    // db_sum = Σn dy
    db_sum += dy;

    // dphi = dy * w   [dot(w, phi) with respect to phi: the other factor times the cotangent; line 11]
    const dphi_1 = dy * w[0];
    const dphi_2 = dy * w[1];
    const dphi_3 = dy * w[2];
    const dphi_4 = dy * w[3];
    const dphi_5 = dy * w[4];
    const dphi_6 = dy * w[5];
    const dphi_7 = dy * w[6];
    const dphi_8 = dy * w[7];
    const dphi_9 = dy * w[8];
    const dphi_10 = dy * w[9];
    const dphi_11 = dy * w[10];
    const dphi_12 = dy * w[11];

    // dphi_in = dphi .* phi   [chain rule through exp: ∂y/∂x = y; line 10]
    const dphi_in_1 = dphi_1 * phi_1;
    const dphi_in_2 = dphi_2 * phi_2;
    const dphi_in_3 = dphi_3 * phi_3;
    const dphi_in_4 = dphi_4 * phi_4;
    const dphi_in_5 = dphi_5 * phi_5;
    const dphi_in_6 = dphi_6 * phi_6;
    const dphi_in_7 = dphi_7 * phi_7;
    const dphi_in_8 = dphi_8 * phi_8;
    const dphi_in_9 = dphi_9 * phi_9;
    const dphi_in_10 = dphi_10 * phi_10;
    const dphi_in_11 = dphi_11 * phi_11;
    const dphi_in_12 = dphi_12 * phi_12;

    // delta = dphi_in .* div ./ width   [chain rule through div: da = g / b; line 10]
    const delta_1 = dphi_in_1 * div_1 / width[0];
    const delta_2 = dphi_in_2 * div_2 / width[1];
    const delta_3 = dphi_in_3 * div_3 / width[2];
    const delta_4 = dphi_in_4 * div_4 / width[3];
    const delta_5 = dphi_in_5 * div_5 / width[4];
    const delta_6 = dphi_in_6 * div_6 / width[5];
    const delta_7 = dphi_in_7 * div_7 / width[6];
    const delta_8 = dphi_in_8 * div_8 / width[7];
    const delta_9 = dphi_in_9 * div_9 / width[8];
    const delta_10 = dphi_in_10 * div_10 / width[9];
    const delta_11 = dphi_in_11 * div_11 / width[10];
    const delta_12 = dphi_in_12 * div_12 / width[11];

    // dcentre = Σn delta   [the same for all examples: their cotangents add up]
    dcentre_1 += delta_1;
    dcentre_2 += delta_2;
    dcentre_3 += delta_3;
    dcentre_4 += delta_4;
    dcentre_5 += delta_5;
    dcentre_6 += delta_6;
    dcentre_7 += delta_7;
    dcentre_8 += delta_8;
    dcentre_9 += delta_9;
    dcentre_10 += delta_10;
    dcentre_11 += delta_11;
    dcentre_12 += delta_12;

    // dwidth = Σn delta .* div   [the same for all examples: their cotangents add up]
    dwidth_1 += delta_1 * div_1;
    dwidth_2 += delta_2 * div_2;
    dwidth_3 += delta_3 * div_3;
    dwidth_4 += delta_4 * div_4;
    dwidth_5 += delta_5 * div_5;
    dwidth_6 += delta_6 * div_6;
    dwidth_7 += delta_7 * div_7;
    dwidth_8 += delta_8 * div_8;
    dwidth_9 += delta_9 * div_9;
    dwidth_10 += delta_10 * div_10;
    dwidth_11 += delta_11 * div_11;
    dwidth_12 += delta_12 * div_12;
  }

  // loss = J_sum / m   [line 12, loss]
  const loss = J_sum / m;
  const scale = db_sum / m;

  // db = 2 * scale   [the same for all examples: their cotangents add up]
  const db = 2 * scale;

  // m_centre⁺ = 0.9 * m_centre + share3 * dcentre
  const m_centre_1 = 0.9 * state[0] + share3 * dcentre_1;
  state[0] = m_centre_1;
  const m_centre_2 = 0.9 * state[1] + share3 * dcentre_2;
  state[1] = m_centre_2;
  const m_centre_3 = 0.9 * state[2] + share3 * dcentre_3;
  state[2] = m_centre_3;
  const m_centre_4 = 0.9 * state[3] + share3 * dcentre_4;
  state[3] = m_centre_4;
  const m_centre_5 = 0.9 * state[4] + share3 * dcentre_5;
  state[4] = m_centre_5;
  const m_centre_6 = 0.9 * state[5] + share3 * dcentre_6;
  state[5] = m_centre_6;
  const m_centre_7 = 0.9 * state[6] + share3 * dcentre_7;
  state[6] = m_centre_7;
  const m_centre_8 = 0.9 * state[7] + share3 * dcentre_8;
  state[7] = m_centre_8;
  const m_centre_9 = 0.9 * state[8] + share3 * dcentre_9;
  state[8] = m_centre_9;
  const m_centre_10 = 0.9 * state[9] + share3 * dcentre_10;
  state[9] = m_centre_10;
  const m_centre_11 = 0.9 * state[10] + share3 * dcentre_11;
  state[10] = m_centre_11;
  const m_centre_12 = 0.9 * state[11] + share3 * dcentre_12;
  state[11] = m_centre_12;

  // v_centre⁺ = 0.999 * v_centre + 0.001 * (share2 * dcentre) .^ 2
  const t2 = share2 * dcentre_1;
  const v_centre_1 = 0.999 * state[12] + 0.001 * (t2 * t2);
  state[12] = v_centre_1;
  const t3 = share2 * dcentre_2;
  const v_centre_2 = 0.999 * state[13] + 0.001 * (t3 * t3);
  state[13] = v_centre_2;
  const t4 = share2 * dcentre_3;
  const v_centre_3 = 0.999 * state[14] + 0.001 * (t4 * t4);
  state[14] = v_centre_3;
  const t5 = share2 * dcentre_4;
  const v_centre_4 = 0.999 * state[15] + 0.001 * (t5 * t5);
  state[15] = v_centre_4;
  const t6 = share2 * dcentre_5;
  const v_centre_5 = 0.999 * state[16] + 0.001 * (t6 * t6);
  state[16] = v_centre_5;
  const t7 = share2 * dcentre_6;
  const v_centre_6 = 0.999 * state[17] + 0.001 * (t7 * t7);
  state[17] = v_centre_6;
  const t8 = share2 * dcentre_7;
  const v_centre_7 = 0.999 * state[18] + 0.001 * (t8 * t8);
  state[18] = v_centre_7;
  const t9 = share2 * dcentre_8;
  const v_centre_8 = 0.999 * state[19] + 0.001 * (t9 * t9);
  state[19] = v_centre_8;
  const t10 = share2 * dcentre_9;
  const v_centre_9 = 0.999 * state[20] + 0.001 * (t10 * t10);
  state[20] = v_centre_9;
  const t11 = share2 * dcentre_10;
  const v_centre_10 = 0.999 * state[21] + 0.001 * (t11 * t11);
  state[21] = v_centre_10;
  const t12 = share2 * dcentre_11;
  const v_centre_11 = 0.999 * state[22] + 0.001 * (t12 * t12);
  state[22] = v_centre_11;
  const t13 = share2 * dcentre_12;
  const v_centre_12 = 0.999 * state[23] + 0.001 * (t13 * t13);
  state[23] = v_centre_12;

  // centre⁺ = centre - scale5 * (m_centre⁺ ./ (sqrt(scale6 * v_centre⁺) + 1e-8))
  centre[0] -= scale5 * (m_centre_1 / (Math.sqrt(scale6 * v_centre_1) + 1e-8));
  centre[1] -= scale5 * (m_centre_2 / (Math.sqrt(scale6 * v_centre_2) + 1e-8));
  centre[2] -= scale5 * (m_centre_3 / (Math.sqrt(scale6 * v_centre_3) + 1e-8));
  centre[3] -= scale5 * (m_centre_4 / (Math.sqrt(scale6 * v_centre_4) + 1e-8));
  centre[4] -= scale5 * (m_centre_5 / (Math.sqrt(scale6 * v_centre_5) + 1e-8));
  centre[5] -= scale5 * (m_centre_6 / (Math.sqrt(scale6 * v_centre_6) + 1e-8));
  centre[6] -= scale5 * (m_centre_7 / (Math.sqrt(scale6 * v_centre_7) + 1e-8));
  centre[7] -= scale5 * (m_centre_8 / (Math.sqrt(scale6 * v_centre_8) + 1e-8));
  centre[8] -= scale5 * (m_centre_9 / (Math.sqrt(scale6 * v_centre_9) + 1e-8));
  centre[9] -= scale5 * (m_centre_10 / (Math.sqrt(scale6 * v_centre_10) + 1e-8));
  centre[10] -= scale5 * (m_centre_11 / (Math.sqrt(scale6 * v_centre_11) + 1e-8));
  centre[11] -= scale5 * (m_centre_12 / (Math.sqrt(scale6 * v_centre_12) + 1e-8));

  // m_width⁺ = 0.9 * m_width + share3 * dwidth
  const m_width_1 = 0.9 * state[24] + share3 * dwidth_1;
  state[24] = m_width_1;
  const m_width_2 = 0.9 * state[25] + share3 * dwidth_2;
  state[25] = m_width_2;
  const m_width_3 = 0.9 * state[26] + share3 * dwidth_3;
  state[26] = m_width_3;
  const m_width_4 = 0.9 * state[27] + share3 * dwidth_4;
  state[27] = m_width_4;
  const m_width_5 = 0.9 * state[28] + share3 * dwidth_5;
  state[28] = m_width_5;
  const m_width_6 = 0.9 * state[29] + share3 * dwidth_6;
  state[29] = m_width_6;
  const m_width_7 = 0.9 * state[30] + share3 * dwidth_7;
  state[30] = m_width_7;
  const m_width_8 = 0.9 * state[31] + share3 * dwidth_8;
  state[31] = m_width_8;
  const m_width_9 = 0.9 * state[32] + share3 * dwidth_9;
  state[32] = m_width_9;
  const m_width_10 = 0.9 * state[33] + share3 * dwidth_10;
  state[33] = m_width_10;
  const m_width_11 = 0.9 * state[34] + share3 * dwidth_11;
  state[34] = m_width_11;
  const m_width_12 = 0.9 * state[35] + share3 * dwidth_12;
  state[35] = m_width_12;

  // v_width⁺ = 0.999 * v_width + 0.001 * (share2 * dwidth) .^ 2
  const t14 = share2 * dwidth_1;
  const v_width_1 = 0.999 * state[36] + 0.001 * (t14 * t14);
  state[36] = v_width_1;
  const t15 = share2 * dwidth_2;
  const v_width_2 = 0.999 * state[37] + 0.001 * (t15 * t15);
  state[37] = v_width_2;
  const t16 = share2 * dwidth_3;
  const v_width_3 = 0.999 * state[38] + 0.001 * (t16 * t16);
  state[38] = v_width_3;
  const t17 = share2 * dwidth_4;
  const v_width_4 = 0.999 * state[39] + 0.001 * (t17 * t17);
  state[39] = v_width_4;
  const t18 = share2 * dwidth_5;
  const v_width_5 = 0.999 * state[40] + 0.001 * (t18 * t18);
  state[40] = v_width_5;
  const t19 = share2 * dwidth_6;
  const v_width_6 = 0.999 * state[41] + 0.001 * (t19 * t19);
  state[41] = v_width_6;
  const t20 = share2 * dwidth_7;
  const v_width_7 = 0.999 * state[42] + 0.001 * (t20 * t20);
  state[42] = v_width_7;
  const t21 = share2 * dwidth_8;
  const v_width_8 = 0.999 * state[43] + 0.001 * (t21 * t21);
  state[43] = v_width_8;
  const t22 = share2 * dwidth_9;
  const v_width_9 = 0.999 * state[44] + 0.001 * (t22 * t22);
  state[44] = v_width_9;
  const t23 = share2 * dwidth_10;
  const v_width_10 = 0.999 * state[45] + 0.001 * (t23 * t23);
  state[45] = v_width_10;
  const t24 = share2 * dwidth_11;
  const v_width_11 = 0.999 * state[46] + 0.001 * (t24 * t24);
  state[46] = v_width_11;
  const t25 = share2 * dwidth_12;
  const v_width_12 = 0.999 * state[47] + 0.001 * (t25 * t25);
  state[47] = v_width_12;

  // width⁺ = width - scale5 * (m_width⁺ ./ (sqrt(scale6 * v_width⁺) + 1e-8))
  width[0] -= scale5 * (m_width_1 / (Math.sqrt(scale6 * v_width_1) + 1e-8));
  width[1] -= scale5 * (m_width_2 / (Math.sqrt(scale6 * v_width_2) + 1e-8));
  width[2] -= scale5 * (m_width_3 / (Math.sqrt(scale6 * v_width_3) + 1e-8));
  width[3] -= scale5 * (m_width_4 / (Math.sqrt(scale6 * v_width_4) + 1e-8));
  width[4] -= scale5 * (m_width_5 / (Math.sqrt(scale6 * v_width_5) + 1e-8));
  width[5] -= scale5 * (m_width_6 / (Math.sqrt(scale6 * v_width_6) + 1e-8));
  width[6] -= scale5 * (m_width_7 / (Math.sqrt(scale6 * v_width_7) + 1e-8));
  width[7] -= scale5 * (m_width_8 / (Math.sqrt(scale6 * v_width_8) + 1e-8));
  width[8] -= scale5 * (m_width_9 / (Math.sqrt(scale6 * v_width_9) + 1e-8));
  width[9] -= scale5 * (m_width_10 / (Math.sqrt(scale6 * v_width_10) + 1e-8));
  width[10] -= scale5 * (m_width_11 / (Math.sqrt(scale6 * v_width_11) + 1e-8));
  width[11] -= scale5 * (m_width_12 / (Math.sqrt(scale6 * v_width_12) + 1e-8));

  // m_w⁺ = 0.9 * m_w + share3 * dw
  const m_w_1 = 0.9 * state[48] + share3 * dw_1;
  state[48] = m_w_1;
  const m_w_2 = 0.9 * state[49] + share3 * dw_2;
  state[49] = m_w_2;
  const m_w_3 = 0.9 * state[50] + share3 * dw_3;
  state[50] = m_w_3;
  const m_w_4 = 0.9 * state[51] + share3 * dw_4;
  state[51] = m_w_4;
  const m_w_5 = 0.9 * state[52] + share3 * dw_5;
  state[52] = m_w_5;
  const m_w_6 = 0.9 * state[53] + share3 * dw_6;
  state[53] = m_w_6;
  const m_w_7 = 0.9 * state[54] + share3 * dw_7;
  state[54] = m_w_7;
  const m_w_8 = 0.9 * state[55] + share3 * dw_8;
  state[55] = m_w_8;
  const m_w_9 = 0.9 * state[56] + share3 * dw_9;
  state[56] = m_w_9;
  const m_w_10 = 0.9 * state[57] + share3 * dw_10;
  state[57] = m_w_10;
  const m_w_11 = 0.9 * state[58] + share3 * dw_11;
  state[58] = m_w_11;
  const m_w_12 = 0.9 * state[59] + share3 * dw_12;
  state[59] = m_w_12;

  // v_w⁺ = 0.999 * v_w + 0.001 * (share2 * dw) .^ 2
  const t26 = share2 * dw_1;
  const v_w_1 = 0.999 * state[60] + 0.001 * (t26 * t26);
  state[60] = v_w_1;
  const t27 = share2 * dw_2;
  const v_w_2 = 0.999 * state[61] + 0.001 * (t27 * t27);
  state[61] = v_w_2;
  const t28 = share2 * dw_3;
  const v_w_3 = 0.999 * state[62] + 0.001 * (t28 * t28);
  state[62] = v_w_3;
  const t29 = share2 * dw_4;
  const v_w_4 = 0.999 * state[63] + 0.001 * (t29 * t29);
  state[63] = v_w_4;
  const t30 = share2 * dw_5;
  const v_w_5 = 0.999 * state[64] + 0.001 * (t30 * t30);
  state[64] = v_w_5;
  const t31 = share2 * dw_6;
  const v_w_6 = 0.999 * state[65] + 0.001 * (t31 * t31);
  state[65] = v_w_6;
  const t32 = share2 * dw_7;
  const v_w_7 = 0.999 * state[66] + 0.001 * (t32 * t32);
  state[66] = v_w_7;
  const t33 = share2 * dw_8;
  const v_w_8 = 0.999 * state[67] + 0.001 * (t33 * t33);
  state[67] = v_w_8;
  const t34 = share2 * dw_9;
  const v_w_9 = 0.999 * state[68] + 0.001 * (t34 * t34);
  state[68] = v_w_9;
  const t35 = share2 * dw_10;
  const v_w_10 = 0.999 * state[69] + 0.001 * (t35 * t35);
  state[69] = v_w_10;
  const t36 = share2 * dw_11;
  const v_w_11 = 0.999 * state[70] + 0.001 * (t36 * t36);
  state[70] = v_w_11;
  const t37 = share2 * dw_12;
  const v_w_12 = 0.999 * state[71] + 0.001 * (t37 * t37);
  state[71] = v_w_12;

  // w⁺ = w - scale5 * (m_w⁺ ./ (sqrt(scale6 * v_w⁺) + 1e-8))
  w[0] -= scale5 * (m_w_1 / (Math.sqrt(scale6 * v_w_1) + 1e-8));
  w[1] -= scale5 * (m_w_2 / (Math.sqrt(scale6 * v_w_2) + 1e-8));
  w[2] -= scale5 * (m_w_3 / (Math.sqrt(scale6 * v_w_3) + 1e-8));
  w[3] -= scale5 * (m_w_4 / (Math.sqrt(scale6 * v_w_4) + 1e-8));
  w[4] -= scale5 * (m_w_5 / (Math.sqrt(scale6 * v_w_5) + 1e-8));
  w[5] -= scale5 * (m_w_6 / (Math.sqrt(scale6 * v_w_6) + 1e-8));
  w[6] -= scale5 * (m_w_7 / (Math.sqrt(scale6 * v_w_7) + 1e-8));
  w[7] -= scale5 * (m_w_8 / (Math.sqrt(scale6 * v_w_8) + 1e-8));
  w[8] -= scale5 * (m_w_9 / (Math.sqrt(scale6 * v_w_9) + 1e-8));
  w[9] -= scale5 * (m_w_10 / (Math.sqrt(scale6 * v_w_10) + 1e-8));
  w[10] -= scale5 * (m_w_11 / (Math.sqrt(scale6 * v_w_11) + 1e-8));
  w[11] -= scale5 * (m_w_12 / (Math.sqrt(scale6 * v_w_12) + 1e-8));

  // m_b⁺ = 0.9 * m_b + 0.2 * scale
  const m_b2 = 0.9 * state[72] + 0.2 * scale;
  state[72] = m_b2;

  // v_b⁺ = 0.999 * v_b + 0.001 * db ^ 2
  const v_b2 = 0.999 * state[73] + 0.001 * (db * db);
  state[73] = v_b2;

  // b⁺ = b - 0.05 * (scale2 * (m_b⁺ / scale3) / (sqrt(v_b⁺ / scale4) + 1e-8))
  b[0] -= 0.05 * (scale2 * (m_b2 / scale3) / (Math.sqrt(v_b2 / scale4) + 1e-8));
  return loss;
}

/** The predictions for one example among others. */
export function predict(params: Parameters, data: Examples, row: number, into: Outputs = createOutputs()): Outputs {
  return forward(params, data.columns.x[row], into);
}
