/**
 * usu: compiled by gradc 0.1.0 from usu.grad. Do not edit: change the spec and compile again.
 *
 * Spec        sha256 e41bb1dd4375f9dcdeb98f7bc3dab594d46d68a118cb7b9870c028f1ac8d6b1d
 * Parameters  17: w2 (3 × 2), b2 vector of 3, w3 (2 × 3), b3 vector of 2
 * Precision   64-bit
 * Convention  loss and gradients are the mean over the batch
 * Stable form 1 - sigmoid(x) -> 1 / (1 + exp(min(x, 709)))
 *
 * Operations of gradient, for one example (sums over the batch left out):
 *   forward 49: 18 add, 14 multiply, 5 compare, 5 divide, 5 exp, 2 subtract
 *   backward 31: 23 multiply, 5 divide, 3 add
 *
 * Schedule:
 *   forward  unrolled: 49 scalar operations, at most 2500
 *   evaluate  unrolled: 58 scalar operations, at most 2500
 *   gradient  unrolled: 127 scalar operations, at most 2500
 *   step  unrolled: 144 scalar operations, at most 2500
 *
 * parameters
 *   w2   3 × 2   [-0.81, -0.34; -1.57, -0.03; 0.6, -0.52]   # line 5
 *   b2   3       [0.27, 0.87, 0.13]                         # line 6
 *   w3   2 × 3   [0.51, 0.65, -0.74; -1.42, -0.89, 2.02]    # line 7
 *   b3   2       [0.33, 0.65]                               # line 8
 *
 * data
 *   a1   2   input    # line 2
 *   t    2   target   # line 3
 *
 * forward
 *   z2 = w2 * a1 + b2              3 per example        # line 10
 *   a2 = sigmoid(z2)               3 per example        # line 11
 *   z3 = w3 * a2 + b3              2 per example        # line 12
 *   a3 = sigmoid(z3)               2 per example        # line 13, output
 *   C = 0.5 * sum((a3 - t) .^ 2)   scalar per example   # line 14, loss
 *
 * mean over the batch of m examples
 *   C = 0.5 * ((Σn sum((a3 - t) .^ 2)) / m)   scalar   # line 14, loss
 *
 * backward (constant factors come in last, with Σn)
 *   da3 = a3 - t                    2 per example   # chain rule through square: ∂y/∂x = 2 * x
 *   dz3 = da3 .* (a3 .* (1 - a3))   2 per example   # EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); chain rule through sigmoid: ∂a3/∂z3 = a3 * (1 - a3)
 *   da2 = w3' * dz3                 3 per example   # w3 * a2 with respect to a2: the matrix transposed, times the cotangent
 *   dz2 = da2 .* (a2 .* (1 - a2))   3 per example   # EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); chain rule through sigmoid: ∂a2/∂z2 = a2 * (1 - a2)
 *   dw2 = 1/m * Σn outer(dz2, a1)   3 × 2           # EQ4: ∂C/∂w = δ aᵀ; w2 * a1 with respect to w2: outer product of the cotangent and the vector
 *   db2 = 1/m * Σn dz2              3               # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
 *   dw3 = 1/m * Σn outer(dz3, a2)   2 × 3           # EQ4: ∂C/∂w = δ aᵀ; w3 * a2 with respect to w3: outer product of the cotangent and the vector
 *   db3 = 1/m * Σn dz3              2               # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
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
  readonly w2: Tensor<[3, 2]>;
  readonly b2: Tensor<[3]>;
  readonly w3: Tensor<[2, 3]>;
  readonly b3: Tensor<[2]>;
}

/** The spec has no hyperparameters. */
export type Hyper = Record<string, never>;

/** Examples as columns: for each name its values, one example after the other. */
export interface Examples {
  readonly size: number;
  readonly columns: { readonly a1: Floats; readonly t: Floats };
}

/** Numbers that change from step to step: step and epoch count from 1; the seed keys random draws. */
export interface Clock {
  t: number;
  epoch: number;
  rate: number;
  seed: number;
}

/** In order: C. */
export type Report = Floats;

/** Gradients of the loss. */
export interface Gradients {
  readonly w2: Tensor<[3, 2]>;
  readonly b2: Tensor<[3]>;
  readonly w3: Tensor<[2, 3]>;
  readonly b3: Tensor<[2]>;
  /** Each loss over the batch. */
  readonly losses: Floats;
}

/** Predictions for one example. */
export type Outputs = { readonly a3: Tensor<[2]> };

/** What the module is: names, shapes, defaults and data of the spec. */
export const metadata = {
  name: "usu",
  hash: "e41bb1dd4375f9dcdeb98f7bc3dab594d46d68a118cb7b9870c028f1ac8d6b1d",
  version: "0.1.0",
  precision: "f64",
  parameters: [
    {
      name: "w2",
      shape: [3, 2],
      offset: 0,
      initial: { kind: "literal", values: [-0.81, -0.34, -1.57, -0.03, 0.6, -0.52] },
    },
    { name: "b2", shape: [3], offset: 6, initial: { kind: "literal", values: [0.27, 0.87, 0.13] } },
    {
      name: "w3",
      shape: [2, 3],
      offset: 9,
      initial: { kind: "literal", values: [0.51, 0.65, -0.74, -1.42, -0.89, 2.02] },
    },
    { name: "b3", shape: [2], offset: 15, initial: { kind: "literal", values: [0.33, 0.65] } },
  ],
  columns: [{ name: "a1", role: "input", shape: [2] }, { name: "t", role: "target", shape: [2] }],
  hypers: [],
  losses: ["C"],
  metrics: [],
  outputs: [{ name: "a3", shape: [2] }],
  reduction: "mean",
  data: { kind: "rows", rows: [[1, 1, 1, 1]] },
  train: { optimizer: "sgd", rate: 1, batch: 1, epochs: 100, validation: 0, seed: 0 },
} as const;

/** Parameters as views on one flat array, zero where none is given. */
export function createParameters(flat: Floats = new Float64Array(17)): Parameters {
  return {
    flat,
    w2: flat.subarray(0, 6),
    b2: flat.subarray(6, 9),
    w3: flat.subarray(9, 15),
    b3: flat.subarray(15, 17),
  };
}

/** Initial parameters; nothing in them is drawn by chance. */
export function initialise(_seed: number, params: Parameters = createParameters()): Parameters {
  params.w2.set([-0.81, -0.34, -1.57, -0.03, 0.6, -0.52]);
  params.b2.set([0.27, 0.87, 0.13]);
  params.w3.set([0.51, 0.65, -0.74, -1.42, -0.89, 2.02]);
  params.b3.set([0.33, 0.65]);
  return params;
}

/** Hyperparameters at the values of the spec. */
export function createHyper(): Hyper {
  return {};
}

/** Room for the predictions of one example. */
export function createOutputs(): Outputs {
  return {
    a3: new Float64Array(2),
  };
}

/** Room for gradients. */
export function createGradients(_examples: number = 1): Gradients {
  return {
    w2: new Float64Array(6),
    b2: new Float64Array(3),
    w3: new Float64Array(6),
    b3: new Float64Array(2),
    losses: new Float64Array(1),
  };
}

/** The state of the update rule, all zeros. */
export function createState(): Floats {
  return new Float64Array(0);
}

/** The predictions for one example. */
export function forward(params: Parameters, a1: Vector<2>, into: Outputs = createOutputs()): Outputs {
  const { w2, b2, w3, b3 } = params;

  // z2 = w2 * a1 + b2   [line 10]
  const a1_1 = a1[0];
  const a1_2 = a1[1];
  const z2_1 = w2[0] * a1_1 + w2[1] * a1_2 + b2[0];
  const z2_2 = w2[2] * a1_1 + w2[3] * a1_2 + b2[1];
  const z2_3 = w2[4] * a1_1 + w2[5] * a1_2 + b2[2];

  // a2 = sigmoid(z2)   [line 11]
  const a2_1 = 1 / (1 + Math.exp(-z2_1));
  const a2_2 = 1 / (1 + Math.exp(-z2_2));
  const a2_3 = 1 / (1 + Math.exp(-z2_3));

  // z3 = w3 * a2 + b3   [line 12]
  const z3_1 = w3[0] * a2_1 + w3[1] * a2_2 + w3[2] * a2_3 + b3[0];
  const z3_2 = w3[3] * a2_1 + w3[4] * a2_2 + w3[5] * a2_3 + b3[1];

  // a3 = sigmoid(z3)   [line 13, output]
  into.a3[0] = 1 / (1 + Math.exp(-z3_1));
  into.a3[1] = 1 / (1 + Math.exp(-z3_2));
  return into;
}

/** Losses, then metrics, over the examples `order[from … to)`, as inference computes them, into `report`; returns the total loss. */
export function evaluate(params: Parameters, data: Examples, report: Report, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { w2, b2, w3, b3 } = params;
  const { a1, t } = data.columns;
  const m = to - from;
  let C_sum = 0;
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];

    // z2 = w2 * a1 + b2   [line 10]
    const a1_1 = a1[row * 2];
    const a1_2 = a1[row * 2 + 1];
    const z2_1 = w2[0] * a1_1 + w2[1] * a1_2 + b2[0];
    const z2_2 = w2[2] * a1_1 + w2[3] * a1_2 + b2[1];
    const z2_3 = w2[4] * a1_1 + w2[5] * a1_2 + b2[2];

    // a2 = sigmoid(z2)   [line 11]
    const a2_1 = 1 / (1 + Math.exp(-z2_1));
    const a2_2 = 1 / (1 + Math.exp(-z2_2));
    const a2_3 = 1 / (1 + Math.exp(-z2_3));

    // z3 = w3 * a2 + b3   [line 12]
    const z3_1 = w3[0] * a2_1 + w3[1] * a2_2 + w3[2] * a2_3 + b3[0];
    const z3_2 = w3[3] * a2_1 + w3[4] * a2_2 + w3[5] * a2_3 + b3[1];

    // a3 = sigmoid(z3)   [line 13, output]
    const a3_1 = 1 / (1 + Math.exp(-z3_1));
    const a3_2 = 1 / (1 + Math.exp(-z3_2));

    // da3 = a3 - t   [chain rule through square: ∂y/∂x = 2 * x; line 14]
    const da3_1 = a3_1 - t[row * 2];
    const da3_2 = a3_2 - t[row * 2 + 1];

    // C_sum = Σn sum(da3 .^ 2)
    C_sum += da3_1 * da3_1 + da3_2 * da3_2;
  }

  // C = 0.5 * (C_sum / m)   [line 14, loss]
  const C = 0.5 * (C_sum / m);
  report[0] = C;
  return C;
}

/** The loss over the examples `order[from … to)` and its gradients, into `into`; returns the loss. */
export function gradient(params: Parameters, data: Examples, into: Gradients, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { w2, b2, w3, b3 } = params;
  const { a1, t } = data.columns;
  const m = to - from;
  const share = 1 / m;
  let C_sum = 0;
  let dw3_1_1 = 0, dw3_1_2 = 0, dw3_1_3 = 0, dw3_2_1 = 0, dw3_2_2 = 0, dw3_2_3 = 0;
  let db3_1 = 0, db3_2 = 0;
  let dw2_1_1 = 0, dw2_1_2 = 0, dw2_2_1 = 0, dw2_2_2 = 0, dw2_3_1 = 0, dw2_3_2 = 0;
  let db2_1 = 0, db2_2 = 0, db2_3 = 0;
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];

    // z2 = w2 * a1 + b2   [line 10]
    const a1_1 = a1[row * 2];
    const a1_2 = a1[row * 2 + 1];
    const z2_1 = w2[0] * a1_1 + w2[1] * a1_2 + b2[0];
    const z2_2 = w2[2] * a1_1 + w2[3] * a1_2 + b2[1];
    const z2_3 = w2[4] * a1_1 + w2[5] * a1_2 + b2[2];

    // a2_exp = exp(min(z2, 709))
    const a2_exp_1 = Math.exp(Math.min(z2_1, 709));
    const a2_exp_2 = Math.exp(Math.min(z2_2, 709));
    const a2_exp_3 = Math.exp(Math.min(z2_3, 709));

    // a2_den = 1 + a2_exp
    const a2_den_1 = 1 + a2_exp_1;
    const a2_den_2 = 1 + a2_exp_2;
    const a2_den_3 = 1 + a2_exp_3;

    // a2 = a2_exp ./ a2_den   [line 11]
    const a2_1 = a2_exp_1 / a2_den_1;
    const a2_2 = a2_exp_2 / a2_den_2;
    const a2_3 = a2_exp_3 / a2_den_3;

    // z3 = w3 * a2 + b3   [line 12]
    const z3_1 = w3[0] * a2_1 + w3[1] * a2_2 + w3[2] * a2_3 + b3[0];
    const z3_2 = w3[3] * a2_1 + w3[4] * a2_2 + w3[5] * a2_3 + b3[1];

    // a3_exp = exp(min(z3, 709))
    const a3_exp_1 = Math.exp(Math.min(z3_1, 709));
    const a3_exp_2 = Math.exp(Math.min(z3_2, 709));

    // a3_den = 1 + a3_exp
    const a3_den_1 = 1 + a3_exp_1;
    const a3_den_2 = 1 + a3_exp_2;

    // a3 = a3_exp ./ a3_den   [line 13, output]
    const a3_1 = a3_exp_1 / a3_den_1;
    const a3_2 = a3_exp_2 / a3_den_2;

    // da3 = a3 - t   [chain rule through square: ∂y/∂x = 2 * x; line 14]
    const da3_1 = a3_1 - t[row * 2];
    const da3_2 = a3_2 - t[row * 2 + 1];

    // C_sum = Σn sum(da3 .^ 2)
    C_sum += da3_1 * da3_1 + da3_2 * da3_2;

    // dz3 = da3 .* (a3 ./ a3_den)   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); ∂a3/∂z3 = a3 * (1 - a3); line 13]
    const dz3_1 = da3_1 * (a3_1 / a3_den_1);
    const dz3_2 = da3_2 * (a3_2 / a3_den_2);

    // dw3 = Σn outer(dz3, a2)   [EQ4: ∂C/∂w = δ aᵀ; line 12]
    dw3_1_1 += dz3_1 * a2_1;
    dw3_1_2 += dz3_1 * a2_2;
    dw3_1_3 += dz3_1 * a2_3;
    dw3_2_1 += dz3_2 * a2_1;
    dw3_2_2 += dz3_2 * a2_2;
    dw3_2_3 += dz3_2 * a2_3;

    // db3 = Σn dz3   [EQ3: ∂C/∂b = δ]
    db3_1 += dz3_1;
    db3_2 += dz3_2;

    // da2 = w3' * dz3   [w3 * a2 with respect to a2: the matrix transposed, times the cotangent; line 12]
    const da2_1 = dz3_1 * w3[0] + dz3_2 * w3[3];
    const da2_2 = dz3_1 * w3[1] + dz3_2 * w3[4];
    const da2_3 = dz3_1 * w3[2] + dz3_2 * w3[5];

    // dz2 = da2 .* (a2 ./ a2_den)   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); ∂a2/∂z2 = a2 * (1 - a2); line 11]
    const dz2_1 = da2_1 * (a2_1 / a2_den_1);
    const dz2_2 = da2_2 * (a2_2 / a2_den_2);
    const dz2_3 = da2_3 * (a2_3 / a2_den_3);

    // dw2 = Σn outer(dz2, a1)   [EQ4: ∂C/∂w = δ aᵀ; line 10]
    dw2_1_1 += dz2_1 * a1_1;
    dw2_1_2 += dz2_1 * a1_2;
    dw2_2_1 += dz2_2 * a1_1;
    dw2_2_2 += dz2_2 * a1_2;
    dw2_3_1 += dz2_3 * a1_1;
    dw2_3_2 += dz2_3 * a1_2;

    // db2 = Σn dz2   [EQ3: ∂C/∂b = δ]
    db2_1 += dz2_1;
    db2_2 += dz2_2;
    db2_3 += dz2_3;
  }

  // C = 0.5 * (C_sum / m)   [line 14, loss]
  const C = 0.5 * (C_sum / m);
  into.losses[0] = C;

  // dw2 = share * dw2   [the mean over the batch]
  into.w2[0] = share * dw2_1_1;
  into.w2[1] = share * dw2_1_2;
  into.w2[2] = share * dw2_2_1;
  into.w2[3] = share * dw2_2_2;
  into.w2[4] = share * dw2_3_1;
  into.w2[5] = share * dw2_3_2;

  // db2 = share * db2   [the mean over the batch]
  into.b2[0] = share * db2_1;
  into.b2[1] = share * db2_2;
  into.b2[2] = share * db2_3;

  // dw3 = share * dw3   [the mean over the batch]
  into.w3[0] = share * dw3_1_1;
  into.w3[1] = share * dw3_1_2;
  into.w3[2] = share * dw3_1_3;
  into.w3[3] = share * dw3_2_1;
  into.w3[4] = share * dw3_2_2;
  into.w3[5] = share * dw3_2_3;

  // db3 = share * db3   [the mean over the batch]
  into.b3[0] = share * db3_1;
  into.b3[1] = share * db3_2;
  return C;
}

/** One step of training on the examples `order[from … to)`: forward, backward, update; returns the loss before the update. */
export function step(params: Parameters, state: Floats, data: Examples, clock: Clock, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { w2, b2, w3, b3 } = params;
  const { a1, t } = data.columns;
  const { rate } = clock;
  const m = to - from;
  const stepSize = rate / m;
  let C_sum = 0;
  let dw3_1_1 = 0, dw3_1_2 = 0, dw3_1_3 = 0, dw3_2_1 = 0, dw3_2_2 = 0, dw3_2_3 = 0;
  let db3_1 = 0, db3_2 = 0;
  let dw2_1_1 = 0, dw2_1_2 = 0, dw2_2_1 = 0, dw2_2_2 = 0, dw2_3_1 = 0, dw2_3_2 = 0;
  let db2_1 = 0, db2_2 = 0, db2_3 = 0;
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];

    // z2 = w2 * a1 + b2   [line 10]
    const a1_1 = a1[row * 2];
    const a1_2 = a1[row * 2 + 1];
    const z2_1 = w2[0] * a1_1 + w2[1] * a1_2 + b2[0];
    const z2_2 = w2[2] * a1_1 + w2[3] * a1_2 + b2[1];
    const z2_3 = w2[4] * a1_1 + w2[5] * a1_2 + b2[2];

    // a2_exp = exp(min(z2, 709))
    const a2_exp_1 = Math.exp(Math.min(z2_1, 709));
    const a2_exp_2 = Math.exp(Math.min(z2_2, 709));
    const a2_exp_3 = Math.exp(Math.min(z2_3, 709));

    // a2_den = 1 + a2_exp
    const a2_den_1 = 1 + a2_exp_1;
    const a2_den_2 = 1 + a2_exp_2;
    const a2_den_3 = 1 + a2_exp_3;

    // a2 = a2_exp ./ a2_den   [line 11]
    const a2_1 = a2_exp_1 / a2_den_1;
    const a2_2 = a2_exp_2 / a2_den_2;
    const a2_3 = a2_exp_3 / a2_den_3;

    // z3 = w3 * a2 + b3   [line 12]
    const z3_1 = w3[0] * a2_1 + w3[1] * a2_2 + w3[2] * a2_3 + b3[0];
    const z3_2 = w3[3] * a2_1 + w3[4] * a2_2 + w3[5] * a2_3 + b3[1];

    // a3_exp = exp(min(z3, 709))
    const a3_exp_1 = Math.exp(Math.min(z3_1, 709));
    const a3_exp_2 = Math.exp(Math.min(z3_2, 709));

    // a3_den = 1 + a3_exp
    const a3_den_1 = 1 + a3_exp_1;
    const a3_den_2 = 1 + a3_exp_2;

    // a3 = a3_exp ./ a3_den   [line 13, output]
    const a3_1 = a3_exp_1 / a3_den_1;
    const a3_2 = a3_exp_2 / a3_den_2;

    // da3 = a3 - t   [chain rule through square: ∂y/∂x = 2 * x; line 14]
    const da3_1 = a3_1 - t[row * 2];
    const da3_2 = a3_2 - t[row * 2 + 1];

    // C_sum = Σn sum(da3 .^ 2)
    C_sum += da3_1 * da3_1 + da3_2 * da3_2;

    // dz3 = da3 .* (a3 ./ a3_den)   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); ∂a3/∂z3 = a3 * (1 - a3); line 13]
    const dz3_1 = da3_1 * (a3_1 / a3_den_1);
    const dz3_2 = da3_2 * (a3_2 / a3_den_2);

    // dw3 = Σn outer(dz3, a2)   [EQ4: ∂C/∂w = δ aᵀ; line 12]
    dw3_1_1 += dz3_1 * a2_1;
    dw3_1_2 += dz3_1 * a2_2;
    dw3_1_3 += dz3_1 * a2_3;
    dw3_2_1 += dz3_2 * a2_1;
    dw3_2_2 += dz3_2 * a2_2;
    dw3_2_3 += dz3_2 * a2_3;

    // db3 = Σn dz3   [EQ3: ∂C/∂b = δ]
    db3_1 += dz3_1;
    db3_2 += dz3_2;

    // da2 = w3' * dz3   [w3 * a2 with respect to a2: the matrix transposed, times the cotangent; line 12]
    const da2_1 = dz3_1 * w3[0] + dz3_2 * w3[3];
    const da2_2 = dz3_1 * w3[1] + dz3_2 * w3[4];
    const da2_3 = dz3_1 * w3[2] + dz3_2 * w3[5];

    // dz2 = da2 .* (a2 ./ a2_den)   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); ∂a2/∂z2 = a2 * (1 - a2); line 11]
    const dz2_1 = da2_1 * (a2_1 / a2_den_1);
    const dz2_2 = da2_2 * (a2_2 / a2_den_2);
    const dz2_3 = da2_3 * (a2_3 / a2_den_3);

    // dw2 = Σn outer(dz2, a1)   [EQ4: ∂C/∂w = δ aᵀ; line 10]
    dw2_1_1 += dz2_1 * a1_1;
    dw2_1_2 += dz2_1 * a1_2;
    dw2_2_1 += dz2_2 * a1_1;
    dw2_2_2 += dz2_2 * a1_2;
    dw2_3_1 += dz2_3 * a1_1;
    dw2_3_2 += dz2_3 * a1_2;

    // db2 = Σn dz2   [EQ3: ∂C/∂b = δ]
    db2_1 += dz2_1;
    db2_2 += dz2_2;
    db2_3 += dz2_3;
  }

  // loss = 0.5 * (C_sum / m)   [line 14, loss]
  const loss = 0.5 * (C_sum / m);

  // w2⁺ = w2 - stepSize * dw2
  w2[0] -= stepSize * dw2_1_1;
  w2[1] -= stepSize * dw2_1_2;
  w2[2] -= stepSize * dw2_2_1;
  w2[3] -= stepSize * dw2_2_2;
  w2[4] -= stepSize * dw2_3_1;
  w2[5] -= stepSize * dw2_3_2;

  // b2⁺ = b2 - stepSize * db2
  b2[0] -= stepSize * db2_1;
  b2[1] -= stepSize * db2_2;
  b2[2] -= stepSize * db2_3;

  // w3⁺ = w3 - stepSize * dw3
  w3[0] -= stepSize * dw3_1_1;
  w3[1] -= stepSize * dw3_1_2;
  w3[2] -= stepSize * dw3_1_3;
  w3[3] -= stepSize * dw3_2_1;
  w3[4] -= stepSize * dw3_2_2;
  w3[5] -= stepSize * dw3_2_3;

  // b3⁺ = b3 - stepSize * db3
  b3[0] -= stepSize * db3_1;
  b3[1] -= stepSize * db3_2;
  return loss;
}

/** The predictions for one example among others. */
export function predict(params: Parameters, data: Examples, row: number, into: Outputs = createOutputs()): Outputs {
  return forward(params, data.columns.a1.subarray(row * 2, row * 2 + 2), into);
}
