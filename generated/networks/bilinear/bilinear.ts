/**
 * bilinear: compiled by gradc 0.1.0 from bilinear.grad. Do not edit: change the spec and compile again.
 *
 * Spec        sha256 c05d9176204e26578b3bcf75be231f36d1ea42b86af46c372d260adaff48f084
 * Parameters  22: p vector of 3, q vector of 3, r vector of 3, s vector of 3, A (3 × 3), c scalar
 * Precision   64-bit
 * Convention  loss and gradients are the mean over the batch
 * Stable form xlogy(d, sigmoid(z)) -> -(d * softplus(-z))
 *             xlogy(d, 1 - sigmoid(z)) -> -(d * softplus(z))
 *             d * softplus(-z) + (1 - d) * softplus(z) -> logisticLoss(z, d)
 *             1 - square(tanh(x)) -> 2 / (2 + expm1(min(2 * abs(x), 709))) * (2 - 2 / (2 + expm1(min(2 * abs(x), 709))))
 *
 * Operations of gradient, for one example (sums over the batch left out):
 *   forward 93: 31 multiply, 23 add, 7 abs, 7 compare, 7 divide, 6 expm1, 6 sign, 2 exp, 2 negate, 1 log1p, 1 subtract
 *   backward 61: 42 multiply, 7 subtract, 6 add, 6 divide
 *
 * Schedule:
 *   forward  unrolled: 47 scalar operations, at most 2500
 *   evaluate  unrolled: 61 scalar operations, at most 2500
 *   gradient  unrolled: 208 scalar operations, at most 2500
 *   step  unrolled: 523 scalar operations, at most 2500
 *
 * parameters
 *   p   3        normal   # line 6
 *   q   3        zeros    # line 7
 *   r   3        normal   # line 8
 *   s   3        zeros    # line 9
 *   A   3 × 3    glorot   # line 10
 *   c   scalar   zeros    # line 11
 *
 * data
 *   a   scalar   input    # line 2
 *   b   scalar   input    # line 3
 *   d   scalar   target   # line 4
 *
 * forward
 *   u = tanh(p * a + q)         3 per example        # line 13
 *   v = tanh(r * b + s)         3 per example        # line 14
 *   t1 = dot(A' * u, v) + c     scalar per example   # line 15
 *   y = sigmoid(t1)             scalar per example   # line 15, output
 *   J = logisticLoss(t1, d)     scalar per example   # line 16, loss
 *   accuracy = (y > 0.5) == d   scalar per example   # line 18, metric
 *
 * mean over the batch of m examples
 *   J = (Σn J) / m                 scalar   # line 16, loss
 *   accuracy = (Σn accuracy) / m   scalar   # line 18, metric
 *
 * backward (constant factors come in last, with Σn)
 *   dJ = 1/m                     scalar per example   # each term of a sum gets the cotangent of the sum
 *   δ = (y - d) * v              3 per example        # EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); dot(A' * u, v) with respect to A' * u: the other factor times the cotangent
 *   du = A * δ                   3 per example        # A' * u with respect to u: the matrix transposed, times the cotangent
 *   du_in = du .* (1 - u .^ 2)   3 per example        # chain rule through tanh: ∂y/∂x = 1 - square(y)
 *   dp = 1/m * Σn du_in * a      3                    # the same for all examples: their cotangents add up
 *   dq = 1/m * Σn du_in          3                    # the same for all examples: their cotangents add up
 *   dv = (y - d) * (A' * u)      3 per example        # dot(A' * u, v) with respect to v: the other factor times the cotangent
 *   dv_in = dv .* (1 - v .^ 2)   3 per example        # chain rule through tanh: ∂y/∂x = 1 - square(y)
 *   dr = 1/m * Σn dv_in * b      3                    # the same for all examples: their cotangents add up
 *   ds = 1/m * Σn dv_in          3                    # the same for all examples: their cotangents add up
 *   dA = 1/m * Σn outer(u, δ)    3 × 3                # EQ4: ∂C/∂w = δ aᵀ; A' * u with respect to A: outer product of the cotangent and the vector
 *   dc = (Σn (y - d)) / m        scalar               # the same for all examples: their cotangents add up
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
  readonly p: Tensor<[3]>;
  readonly q: Tensor<[3]>;
  readonly r: Tensor<[3]>;
  readonly s: Tensor<[3]>;
  readonly A: Tensor<[3, 3]>;
  readonly c: Tensor<[]>;
}

/** The spec has no hyperparameters. */
export type Hyper = Record<string, never>;

/** Examples as columns: for each name its values, one example after the other. */
export interface Examples {
  readonly size: number;
  readonly columns: { readonly a: Floats; readonly b: Floats; readonly d: Floats };
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
  readonly p: Tensor<[3]>;
  readonly q: Tensor<[3]>;
  readonly r: Tensor<[3]>;
  readonly s: Tensor<[3]>;
  readonly A: Tensor<[3, 3]>;
  readonly c: Tensor<[]>;
  /** Each loss over the batch. */
  readonly losses: Floats;
}

/** Predictions for one example. */
export type Outputs = { readonly y: Tensor<[]> };

/** What the module is: names, shapes, defaults and data of the spec. */
export const metadata = {
  name: "bilinear",
  hash: "c05d9176204e26578b3bcf75be231f36d1ea42b86af46c372d260adaff48f084",
  version: "0.1.0",
  precision: "f64",
  parameters: [
    { name: "p", shape: [3], offset: 0, initial: { kind: "normal" } },
    { name: "q", shape: [3], offset: 3, initial: { kind: "zeros" } },
    { name: "r", shape: [3], offset: 6, initial: { kind: "normal" } },
    { name: "s", shape: [3], offset: 9, initial: { kind: "zeros" } },
    { name: "A", shape: [3, 3], offset: 12, initial: { kind: "glorot" } },
    { name: "c", shape: [], offset: 21, initial: { kind: "zeros" } },
  ],
  columns: [
    { name: "a", role: "input", shape: [] },
    { name: "b", role: "input", shape: [] },
    { name: "d", role: "target", shape: [] },
  ],
  hypers: [],
  losses: ["J"],
  metrics: ["accuracy"],
  outputs: [{ name: "y", shape: [] }],
  reduction: "mean",
  data: { kind: "generator", name: "xor" },
  train: { optimizer: "adam", rate: 0.02, batch: 20, epochs: 40, validation: 0.2, seed: 1 },
} as const;

/** Parameters as views on one flat array, zero where none is given. */
export function createParameters(flat: Floats = new Float64Array(22)): Parameters {
  return {
    flat,
    p: flat.subarray(0, 3),
    q: flat.subarray(3, 6),
    r: flat.subarray(6, 9),
    s: flat.subarray(9, 12),
    A: flat.subarray(12, 21),
    c: flat.subarray(21, 22),
  };
}

/** Initial parameters: the same numbers for the same seed. */
export function initialise(seed: number, params: Parameters = createParameters()): Parameters {
  for (let k = 0; k < 3; k++) params.p[k] = 0.05 * normal(seed, 0, k);
  params.q.fill(0);
  for (let k = 0; k < 3; k++) params.r[k] = 0.05 * normal(seed, 2, k);
  params.s.fill(0);
  for (let k = 0; k < 9; k++) params.A[k] = 1 * (2 * uniform(seed, 4, k) - 1);
  params.c.fill(0);
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
    y: new Float64Array(1),
  };
}

/** Room for gradients. */
export function createGradients(_examples: number = 1): Gradients {
  return {
    p: new Float64Array(3),
    q: new Float64Array(3),
    r: new Float64Array(3),
    s: new Float64Array(3),
    A: new Float64Array(9),
    c: new Float64Array(1),
    losses: new Float64Array(1),
  };
}

/** The state of the update rule, all zeros. */
export function createState(): Floats {
  return new Float64Array(44);
}

/** The predictions for one example. */
export function forward(params: Parameters, a: number, b: number, into: Outputs = createOutputs()): Outputs {
  const { p, q, r, s, A, c } = params;

  // u = tanh(p * a + q)   [line 13]
  const u_1 = Math.tanh(p[0] * a + q[0]);
  const u_2 = Math.tanh(p[1] * a + q[1]);
  const u_3 = Math.tanh(p[2] * a + q[2]);

  // v = tanh(r * b + s)   [line 14]
  const v_1 = Math.tanh(r[0] * b + s[0]);
  const v_2 = Math.tanh(r[1] * b + s[1]);
  const v_3 = Math.tanh(r[2] * b + s[2]);

  // sum = A' * u
  const sum_1 = u_1 * A[0] + u_2 * A[3] + u_3 * A[6];
  const sum_2 = u_1 * A[1] + u_2 * A[4] + u_3 * A[7];
  const sum_3 = u_1 * A[2] + u_2 * A[5] + u_3 * A[8];

  // y = sigmoid(dot(sum, v) + c)   [line 15, output]
  into.y[0] = 1 / (1 + Math.exp(-(sum_1 * v_1 + sum_2 * v_2 + sum_3 * v_3 + c[0])));
  return into;
}

/** Losses, then metrics, over the examples `order[from … to)`, as inference computes them, into `report`; returns the total loss. */
export function evaluate(params: Parameters, data: Examples, report: Report, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { p, q, r, s, A, c } = params;
  const { a, b, d } = data.columns;
  const m = to - from;
  let J_sum = 0;
  let accuracy_sum = 0;
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];

    // u = tanh(p * a + q)   [line 13]
    const a2 = a[row];
    const u_1 = Math.tanh(p[0] * a2 + q[0]);
    const u_2 = Math.tanh(p[1] * a2 + q[1]);
    const u_3 = Math.tanh(p[2] * a2 + q[2]);

    // v = tanh(r * b + s)   [line 14]
    const b2 = b[row];
    const v_1 = Math.tanh(r[0] * b2 + s[0]);
    const v_2 = Math.tanh(r[1] * b2 + s[1]);
    const v_3 = Math.tanh(r[2] * b2 + s[2]);

    // sum = A' * u
    const sum_1 = u_1 * A[0] + u_2 * A[3] + u_3 * A[6];
    const sum_2 = u_1 * A[1] + u_2 * A[4] + u_3 * A[7];
    const sum_3 = u_1 * A[2] + u_2 * A[5] + u_3 * A[8];

    // y_in = dot(sum, v) + c   [line 15]
    const y_in = sum_1 * v_1 + sum_2 * v_2 + sum_3 * v_3 + c[0];

    // y = sigmoid(y_in)   [line 15, output]
    const y = 1 / (1 + Math.exp(-y_in));

    // accuracy = (y > 0.5) == d   [line 18, metric]
    const d2 = d[row];
    const accuracy = (y > 0.5 ? 1 : 0) === d2 ? 1 : 0;

    // J = logisticLoss(y_in, d)   [line 16, loss]
    const J = Math.max(y_in, 0) - d2 * y_in + Math.log1p(Math.exp(-Math.abs(y_in)));

    // J_sum = Σn J
    J_sum += J;

    // accuracy_sum = Σn accuracy
    accuracy_sum += accuracy;
  }

  // J2 = J_sum / m   [line 16, loss]
  const J2 = J_sum / m;
  report[0] = J2;

  // accuracy2 = accuracy_sum / m   [line 18, metric]
  report[1] = accuracy_sum / m;
  return J2;
}

/** The loss over the examples `order[from … to)` and its gradients, into `into`; returns the loss. */
export function gradient(params: Parameters, data: Examples, into: Gradients, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { p, q, r, s, A, c } = params;
  const { a, b, d } = data.columns;
  const m = to - from;
  const share = 1 / m;
  let J_sum = 0;
  let dc_sum = 0;
  let dA_1_1 = 0, dA_1_2 = 0, dA_1_3 = 0, dA_2_1 = 0, dA_2_2 = 0, dA_2_3 = 0, dA_3_1 = 0, dA_3_2 = 0;
  let dA_3_3 = 0;
  let dp_1 = 0, dp_2 = 0, dp_3 = 0;
  let dq_1 = 0, dq_2 = 0, dq_3 = 0;
  let dr_1 = 0, dr_2 = 0, dr_3 = 0;
  let ds_1 = 0, ds_2 = 0, ds_3 = 0;
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];

    // add = p * a + q
    const a2 = a[row];
    const add_1 = p[0] * a2 + q[0];
    const add_2 = p[1] * a2 + q[1];
    const add_3 = p[2] * a2 + q[2];

    // add2 = r * b + s
    const b2 = b[row];
    const add2_1 = r[0] * b2 + s[0];
    const add2_2 = r[1] * b2 + s[1];
    const add2_3 = r[2] * b2 + s[2];

    // u_expm1 = expm1(min(2 * abs(add), 709))
    const u_expm1_1 = Math.expm1(Math.min(2 * Math.abs(add_1), 709));
    const u_expm1_2 = Math.expm1(Math.min(2 * Math.abs(add_2), 709));
    const u_expm1_3 = Math.expm1(Math.min(2 * Math.abs(add_3), 709));

    // u_den = 2 + u_expm1
    const u_den_1 = 2 + u_expm1_1;
    const u_den_2 = 2 + u_expm1_2;
    const u_den_3 = 2 + u_expm1_3;

    // u = sign(add) .* (u_expm1 ./ u_den)   [line 13]
    const u_1 = Math.sign(add_1) * (u_expm1_1 / u_den_1);
    const u_2 = Math.sign(add_2) * (u_expm1_2 / u_den_2);
    const u_3 = Math.sign(add_3) * (u_expm1_3 / u_den_3);

    // v_expm1 = expm1(min(2 * abs(add2), 709))
    const v_expm1_1 = Math.expm1(Math.min(2 * Math.abs(add2_1), 709));
    const v_expm1_2 = Math.expm1(Math.min(2 * Math.abs(add2_2), 709));
    const v_expm1_3 = Math.expm1(Math.min(2 * Math.abs(add2_3), 709));

    // v_den = 2 + v_expm1
    const v_den_1 = 2 + v_expm1_1;
    const v_den_2 = 2 + v_expm1_2;
    const v_den_3 = 2 + v_expm1_3;

    // v = sign(add2) .* (v_expm1 ./ v_den)   [line 14]
    const v_1 = Math.sign(add2_1) * (v_expm1_1 / v_den_1);
    const v_2 = Math.sign(add2_2) * (v_expm1_2 / v_den_2);
    const v_3 = Math.sign(add2_3) * (v_expm1_3 / v_den_3);

    // sum = A' * u
    const sum_1 = u_1 * A[0] + u_2 * A[3] + u_3 * A[6];
    const sum_2 = u_1 * A[1] + u_2 * A[4] + u_3 * A[7];
    const sum_3 = u_1 * A[2] + u_2 * A[5] + u_3 * A[8];

    // y_in = dot(sum, v) + c   [line 15]
    const y_in = sum_1 * v_1 + sum_2 * v_2 + sum_3 * v_3 + c[0];

    // y = sigmoid(y_in)   [line 15, output]
    const y = 1 / (1 + Math.exp(-y_in));

    // J = logisticLoss(y_in, d)   [line 16, loss]
    const d2 = d[row];
    const J = Math.max(y_in, 0) - d2 * y_in + Math.log1p(Math.exp(-Math.abs(y_in)));

    // J_sum = Σn J
    J_sum += J;

    // sub = y - d
    const sub = y - d2;

    // dc_sum = Σn sub
    dc_sum += sub;

    // div = 2 ./ v_den
    const div_1 = 2 / v_den_1;
    const div_2 = 2 / v_den_2;
    const div_3 = 2 / v_den_3;

    // div2 = 2 ./ u_den
    const div2_1 = 2 / u_den_1;
    const div2_2 = 2 / u_den_2;
    const div2_3 = 2 / u_den_3;

    // delta = sub * v   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); line 15]
    const delta_1 = sub * v_1;
    const delta_2 = sub * v_2;
    const delta_3 = sub * v_3;

    // dA = Σn outer(u, delta)   [EQ4: ∂C/∂w = δ aᵀ; line 15]
    dA_1_1 += delta_1 * u_1;
    dA_1_2 += delta_2 * u_1;
    dA_1_3 += delta_3 * u_1;
    dA_2_1 += delta_1 * u_2;
    dA_2_2 += delta_2 * u_2;
    dA_2_3 += delta_3 * u_2;
    dA_3_1 += delta_1 * u_3;
    dA_3_2 += delta_2 * u_3;
    dA_3_3 += delta_3 * u_3;

    // du = A * delta   [A' * u with respect to u: the matrix transposed, times the cotangent; line 15]
    const du_1 = delta_1 * A[0] + delta_2 * A[1] + delta_3 * A[2];
    const du_2 = delta_1 * A[3] + delta_2 * A[4] + delta_3 * A[5];
    const du_3 = delta_1 * A[6] + delta_2 * A[7] + delta_3 * A[8];

    // du_in = du .* (div2 .* (2 - div2))   [chain rule through tanh: ∂y/∂x = 1 - square(y); line 13]
    const du_in_1 = du_1 * (div2_1 * (2 - div2_1));
    const du_in_2 = du_2 * (div2_2 * (2 - div2_2));
    const du_in_3 = du_3 * (div2_3 * (2 - div2_3));

    // dp = Σn du_in * a   [the same for all examples: their cotangents add up]
    dp_1 += du_in_1 * a2;
    dp_2 += du_in_2 * a2;
    dp_3 += du_in_3 * a2;

    // dq = Σn du_in   [the same for all examples: their cotangents add up]
    dq_1 += du_in_1;
    dq_2 += du_in_2;
    dq_3 += du_in_3;

    // dv = sub * sum   [dot(A' * u, v) with respect to v: the other factor times the cotangent; line 15]
    const dv_1 = sub * sum_1;
    const dv_2 = sub * sum_2;
    const dv_3 = sub * sum_3;

    // dv_in = dv .* (div .* (2 - div))   [chain rule through tanh: ∂y/∂x = 1 - square(y); line 14]
    const dv_in_1 = dv_1 * (div_1 * (2 - div_1));
    const dv_in_2 = dv_2 * (div_2 * (2 - div_2));
    const dv_in_3 = dv_3 * (div_3 * (2 - div_3));

    // dr = Σn dv_in * b   [the same for all examples: their cotangents add up]
    dr_1 += dv_in_1 * b2;
    dr_2 += dv_in_2 * b2;
    dr_3 += dv_in_3 * b2;

    // ds = Σn dv_in   [the same for all examples: their cotangents add up]
    ds_1 += dv_in_1;
    ds_2 += dv_in_2;
    ds_3 += dv_in_3;
  }

  // J2 = J_sum / m   [line 16, loss]
  const J2 = J_sum / m;
  into.losses[0] = J2;

  // dp = share * dp   [the mean over the batch]
  into.p[0] = share * dp_1;
  into.p[1] = share * dp_2;
  into.p[2] = share * dp_3;

  // dq = share * dq   [the mean over the batch]
  into.q[0] = share * dq_1;
  into.q[1] = share * dq_2;
  into.q[2] = share * dq_3;

  // dr = share * dr   [the mean over the batch]
  into.r[0] = share * dr_1;
  into.r[1] = share * dr_2;
  into.r[2] = share * dr_3;

  // ds = share * ds   [the mean over the batch]
  into.s[0] = share * ds_1;
  into.s[1] = share * ds_2;
  into.s[2] = share * ds_3;

  // dA = share * dA   [the mean over the batch]
  into.A[0] = share * dA_1_1;
  into.A[1] = share * dA_1_2;
  into.A[2] = share * dA_1_3;
  into.A[3] = share * dA_2_1;
  into.A[4] = share * dA_2_2;
  into.A[5] = share * dA_2_3;
  into.A[6] = share * dA_3_1;
  into.A[7] = share * dA_3_2;
  into.A[8] = share * dA_3_3;

  // dc = dc_sum / m   [the same for all examples: their cotangents add up]
  into.c[0] = dc_sum / m;
  return J2;
}

/** One step of training on the examples `order[from … to)`: forward, backward, update; returns the loss before the update. */
export function step(params: Parameters, state: Floats, data: Examples, clock: Clock, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { p, q, r, s, A, c } = params;
  const { a, b, d } = data.columns;
  const { t, rate } = clock;
  const m = to - from;
  const share = 1 / m;

  // scale = 1 - 0.9 ^ t
  const scale = 1 - Math.pow(0.9, t);

  // scale2 = 1 - 0.999 ^ t
  const scale2 = 1 - Math.pow(0.999, t);
  const share2 = 0.1 * share;
  const stepSize = rate / scale;
  const scale3 = 1 / scale2;
  let J_sum = 0;
  let dc_sum = 0;
  let dA_1_1 = 0, dA_1_2 = 0, dA_1_3 = 0, dA_2_1 = 0, dA_2_2 = 0, dA_2_3 = 0, dA_3_1 = 0, dA_3_2 = 0;
  let dA_3_3 = 0;
  let dp_1 = 0, dp_2 = 0, dp_3 = 0;
  let dq_1 = 0, dq_2 = 0, dq_3 = 0;
  let dr_1 = 0, dr_2 = 0, dr_3 = 0;
  let ds_1 = 0, ds_2 = 0, ds_3 = 0;
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];

    // add = p * a + q
    const a2 = a[row];
    const add_1 = p[0] * a2 + q[0];
    const add_2 = p[1] * a2 + q[1];
    const add_3 = p[2] * a2 + q[2];

    // add2 = r * b + s
    const b2 = b[row];
    const add2_1 = r[0] * b2 + s[0];
    const add2_2 = r[1] * b2 + s[1];
    const add2_3 = r[2] * b2 + s[2];

    // u_expm1 = expm1(min(2 * abs(add), 709))
    const u_expm1_1 = Math.expm1(Math.min(2 * Math.abs(add_1), 709));
    const u_expm1_2 = Math.expm1(Math.min(2 * Math.abs(add_2), 709));
    const u_expm1_3 = Math.expm1(Math.min(2 * Math.abs(add_3), 709));

    // u_den = 2 + u_expm1
    const u_den_1 = 2 + u_expm1_1;
    const u_den_2 = 2 + u_expm1_2;
    const u_den_3 = 2 + u_expm1_3;

    // u = sign(add) .* (u_expm1 ./ u_den)   [line 13]
    const u_1 = Math.sign(add_1) * (u_expm1_1 / u_den_1);
    const u_2 = Math.sign(add_2) * (u_expm1_2 / u_den_2);
    const u_3 = Math.sign(add_3) * (u_expm1_3 / u_den_3);

    // v_expm1 = expm1(min(2 * abs(add2), 709))
    const v_expm1_1 = Math.expm1(Math.min(2 * Math.abs(add2_1), 709));
    const v_expm1_2 = Math.expm1(Math.min(2 * Math.abs(add2_2), 709));
    const v_expm1_3 = Math.expm1(Math.min(2 * Math.abs(add2_3), 709));

    // v_den = 2 + v_expm1
    const v_den_1 = 2 + v_expm1_1;
    const v_den_2 = 2 + v_expm1_2;
    const v_den_3 = 2 + v_expm1_3;

    // v = sign(add2) .* (v_expm1 ./ v_den)   [line 14]
    const v_1 = Math.sign(add2_1) * (v_expm1_1 / v_den_1);
    const v_2 = Math.sign(add2_2) * (v_expm1_2 / v_den_2);
    const v_3 = Math.sign(add2_3) * (v_expm1_3 / v_den_3);

    // sum = A' * u
    const sum_1 = u_1 * A[0] + u_2 * A[3] + u_3 * A[6];
    const sum_2 = u_1 * A[1] + u_2 * A[4] + u_3 * A[7];
    const sum_3 = u_1 * A[2] + u_2 * A[5] + u_3 * A[8];

    // y_in = dot(sum, v) + c   [line 15]
    const y_in = sum_1 * v_1 + sum_2 * v_2 + sum_3 * v_3 + c[0];

    // y = sigmoid(y_in)   [line 15, output]
    const y = 1 / (1 + Math.exp(-y_in));

    // J = logisticLoss(y_in, d)   [line 16, loss]
    const d2 = d[row];
    const J = Math.max(y_in, 0) - d2 * y_in + Math.log1p(Math.exp(-Math.abs(y_in)));

    // J_sum = Σn J
    J_sum += J;

    // sub = y - d
    const sub = y - d2;

    // dc_sum = Σn sub
    dc_sum += sub;

    // div = 2 ./ v_den
    const div_1 = 2 / v_den_1;
    const div_2 = 2 / v_den_2;
    const div_3 = 2 / v_den_3;

    // div2 = 2 ./ u_den
    const div2_1 = 2 / u_den_1;
    const div2_2 = 2 / u_den_2;
    const div2_3 = 2 / u_den_3;

    // delta = sub * v   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); line 15]
    const delta_1 = sub * v_1;
    const delta_2 = sub * v_2;
    const delta_3 = sub * v_3;

    // dA = Σn outer(u, delta)   [EQ4: ∂C/∂w = δ aᵀ; line 15]
    dA_1_1 += delta_1 * u_1;
    dA_1_2 += delta_2 * u_1;
    dA_1_3 += delta_3 * u_1;
    dA_2_1 += delta_1 * u_2;
    dA_2_2 += delta_2 * u_2;
    dA_2_3 += delta_3 * u_2;
    dA_3_1 += delta_1 * u_3;
    dA_3_2 += delta_2 * u_3;
    dA_3_3 += delta_3 * u_3;

    // du = A * delta   [A' * u with respect to u: the matrix transposed, times the cotangent; line 15]
    const du_1 = delta_1 * A[0] + delta_2 * A[1] + delta_3 * A[2];
    const du_2 = delta_1 * A[3] + delta_2 * A[4] + delta_3 * A[5];
    const du_3 = delta_1 * A[6] + delta_2 * A[7] + delta_3 * A[8];

    // du_in = du .* (div2 .* (2 - div2))   [chain rule through tanh: ∂y/∂x = 1 - square(y); line 13]
    const du_in_1 = du_1 * (div2_1 * (2 - div2_1));
    const du_in_2 = du_2 * (div2_2 * (2 - div2_2));
    const du_in_3 = du_3 * (div2_3 * (2 - div2_3));

    // dp = Σn du_in * a   [the same for all examples: their cotangents add up]
    dp_1 += du_in_1 * a2;
    dp_2 += du_in_2 * a2;
    dp_3 += du_in_3 * a2;

    // dq = Σn du_in   [the same for all examples: their cotangents add up]
    dq_1 += du_in_1;
    dq_2 += du_in_2;
    dq_3 += du_in_3;

    // dv = sub * sum   [dot(A' * u, v) with respect to v: the other factor times the cotangent; line 15]
    const dv_1 = sub * sum_1;
    const dv_2 = sub * sum_2;
    const dv_3 = sub * sum_3;

    // dv_in = dv .* (div .* (2 - div))   [chain rule through tanh: ∂y/∂x = 1 - square(y); line 14]
    const dv_in_1 = dv_1 * (div_1 * (2 - div_1));
    const dv_in_2 = dv_2 * (div_2 * (2 - div_2));
    const dv_in_3 = dv_3 * (div_3 * (2 - div_3));

    // dr = Σn dv_in * b   [the same for all examples: their cotangents add up]
    dr_1 += dv_in_1 * b2;
    dr_2 += dv_in_2 * b2;
    dr_3 += dv_in_3 * b2;

    // ds = Σn dv_in   [the same for all examples: their cotangents add up]
    ds_1 += dv_in_1;
    ds_2 += dv_in_2;
    ds_3 += dv_in_3;
  }

  // loss = J_sum / m   [line 16, loss]
  const loss = J_sum / m;

  // dc = dc_sum / m   [the same for all examples: their cotangents add up]
  const dc = dc_sum / m;

  // m_c⁺ = 0.9 * m_c + 0.1 * dc
  const m_c2 = 0.9 * state[42] + 0.1 * dc;
  state[42] = m_c2;

  // m_p⁺ = 0.9 * m_p + share2 * dp
  const m_p_1 = 0.9 * state[0] + share2 * dp_1;
  state[0] = m_p_1;
  const m_p_2 = 0.9 * state[1] + share2 * dp_2;
  state[1] = m_p_2;
  const m_p_3 = 0.9 * state[2] + share2 * dp_3;
  state[2] = m_p_3;

  // v_p⁺ = 0.999 * v_p + 0.001 * (share * dp) .^ 2
  const t2 = share * dp_1;
  const v_p_1 = 0.999 * state[3] + 0.001 * (t2 * t2);
  state[3] = v_p_1;
  const t3 = share * dp_2;
  const v_p_2 = 0.999 * state[4] + 0.001 * (t3 * t3);
  state[4] = v_p_2;
  const t4 = share * dp_3;
  const v_p_3 = 0.999 * state[5] + 0.001 * (t4 * t4);
  state[5] = v_p_3;

  // p⁺ = p - stepSize * (m_p⁺ ./ (sqrt(scale3 * v_p⁺) + 1e-8))
  p[0] -= stepSize * (m_p_1 / (Math.sqrt(scale3 * v_p_1) + 1e-8));
  p[1] -= stepSize * (m_p_2 / (Math.sqrt(scale3 * v_p_2) + 1e-8));
  p[2] -= stepSize * (m_p_3 / (Math.sqrt(scale3 * v_p_3) + 1e-8));

  // m_q⁺ = 0.9 * m_q + share2 * dq
  const m_q_1 = 0.9 * state[6] + share2 * dq_1;
  state[6] = m_q_1;
  const m_q_2 = 0.9 * state[7] + share2 * dq_2;
  state[7] = m_q_2;
  const m_q_3 = 0.9 * state[8] + share2 * dq_3;
  state[8] = m_q_3;

  // v_q⁺ = 0.999 * v_q + 0.001 * (share * dq) .^ 2
  const t5 = share * dq_1;
  const v_q_1 = 0.999 * state[9] + 0.001 * (t5 * t5);
  state[9] = v_q_1;
  const t6 = share * dq_2;
  const v_q_2 = 0.999 * state[10] + 0.001 * (t6 * t6);
  state[10] = v_q_2;
  const t7 = share * dq_3;
  const v_q_3 = 0.999 * state[11] + 0.001 * (t7 * t7);
  state[11] = v_q_3;

  // q⁺ = q - stepSize * (m_q⁺ ./ (sqrt(scale3 * v_q⁺) + 1e-8))
  q[0] -= stepSize * (m_q_1 / (Math.sqrt(scale3 * v_q_1) + 1e-8));
  q[1] -= stepSize * (m_q_2 / (Math.sqrt(scale3 * v_q_2) + 1e-8));
  q[2] -= stepSize * (m_q_3 / (Math.sqrt(scale3 * v_q_3) + 1e-8));

  // m_r⁺ = 0.9 * m_r + share2 * dr
  const m_r_1 = 0.9 * state[12] + share2 * dr_1;
  state[12] = m_r_1;
  const m_r_2 = 0.9 * state[13] + share2 * dr_2;
  state[13] = m_r_2;
  const m_r_3 = 0.9 * state[14] + share2 * dr_3;
  state[14] = m_r_3;

  // v_r⁺ = 0.999 * v_r + 0.001 * (share * dr) .^ 2
  const t8 = share * dr_1;
  const v_r_1 = 0.999 * state[15] + 0.001 * (t8 * t8);
  state[15] = v_r_1;
  const t9 = share * dr_2;
  const v_r_2 = 0.999 * state[16] + 0.001 * (t9 * t9);
  state[16] = v_r_2;
  const t10 = share * dr_3;
  const v_r_3 = 0.999 * state[17] + 0.001 * (t10 * t10);
  state[17] = v_r_3;

  // r⁺ = r - stepSize * (m_r⁺ ./ (sqrt(scale3 * v_r⁺) + 1e-8))
  r[0] -= stepSize * (m_r_1 / (Math.sqrt(scale3 * v_r_1) + 1e-8));
  r[1] -= stepSize * (m_r_2 / (Math.sqrt(scale3 * v_r_2) + 1e-8));
  r[2] -= stepSize * (m_r_3 / (Math.sqrt(scale3 * v_r_3) + 1e-8));

  // m_s⁺ = 0.9 * m_s + share2 * ds
  const m_s_1 = 0.9 * state[18] + share2 * ds_1;
  state[18] = m_s_1;
  const m_s_2 = 0.9 * state[19] + share2 * ds_2;
  state[19] = m_s_2;
  const m_s_3 = 0.9 * state[20] + share2 * ds_3;
  state[20] = m_s_3;

  // v_s⁺ = 0.999 * v_s + 0.001 * (share * ds) .^ 2
  const t11 = share * ds_1;
  const v_s_1 = 0.999 * state[21] + 0.001 * (t11 * t11);
  state[21] = v_s_1;
  const t12 = share * ds_2;
  const v_s_2 = 0.999 * state[22] + 0.001 * (t12 * t12);
  state[22] = v_s_2;
  const t13 = share * ds_3;
  const v_s_3 = 0.999 * state[23] + 0.001 * (t13 * t13);
  state[23] = v_s_3;

  // s⁺ = s - stepSize * (m_s⁺ ./ (sqrt(scale3 * v_s⁺) + 1e-8))
  s[0] -= stepSize * (m_s_1 / (Math.sqrt(scale3 * v_s_1) + 1e-8));
  s[1] -= stepSize * (m_s_2 / (Math.sqrt(scale3 * v_s_2) + 1e-8));
  s[2] -= stepSize * (m_s_3 / (Math.sqrt(scale3 * v_s_3) + 1e-8));

  // m_A⁺ = 0.9 * m_A + share2 * dA
  const m_A_1_1 = 0.9 * state[24] + share2 * dA_1_1;
  state[24] = m_A_1_1;
  const m_A_1_2 = 0.9 * state[25] + share2 * dA_1_2;
  state[25] = m_A_1_2;
  const m_A_1_3 = 0.9 * state[26] + share2 * dA_1_3;
  state[26] = m_A_1_3;
  const m_A_2_1 = 0.9 * state[27] + share2 * dA_2_1;
  state[27] = m_A_2_1;
  const m_A_2_2 = 0.9 * state[28] + share2 * dA_2_2;
  state[28] = m_A_2_2;
  const m_A_2_3 = 0.9 * state[29] + share2 * dA_2_3;
  state[29] = m_A_2_3;
  const m_A_3_1 = 0.9 * state[30] + share2 * dA_3_1;
  state[30] = m_A_3_1;
  const m_A_3_2 = 0.9 * state[31] + share2 * dA_3_2;
  state[31] = m_A_3_2;
  const m_A_3_3 = 0.9 * state[32] + share2 * dA_3_3;
  state[32] = m_A_3_3;

  // v_A⁺ = 0.999 * v_A + 0.001 * (share * dA) .^ 2
  const t14 = share * dA_1_1;
  const v_A_1_1 = 0.999 * state[33] + 0.001 * (t14 * t14);
  state[33] = v_A_1_1;
  const t15 = share * dA_1_2;
  const v_A_1_2 = 0.999 * state[34] + 0.001 * (t15 * t15);
  state[34] = v_A_1_2;
  const t16 = share * dA_1_3;
  const v_A_1_3 = 0.999 * state[35] + 0.001 * (t16 * t16);
  state[35] = v_A_1_3;
  const t17 = share * dA_2_1;
  const v_A_2_1 = 0.999 * state[36] + 0.001 * (t17 * t17);
  state[36] = v_A_2_1;
  const t18 = share * dA_2_2;
  const v_A_2_2 = 0.999 * state[37] + 0.001 * (t18 * t18);
  state[37] = v_A_2_2;
  const t19 = share * dA_2_3;
  const v_A_2_3 = 0.999 * state[38] + 0.001 * (t19 * t19);
  state[38] = v_A_2_3;
  const t20 = share * dA_3_1;
  const v_A_3_1 = 0.999 * state[39] + 0.001 * (t20 * t20);
  state[39] = v_A_3_1;
  const t21 = share * dA_3_2;
  const v_A_3_2 = 0.999 * state[40] + 0.001 * (t21 * t21);
  state[40] = v_A_3_2;
  const t22 = share * dA_3_3;
  const v_A_3_3 = 0.999 * state[41] + 0.001 * (t22 * t22);
  state[41] = v_A_3_3;

  // A⁺ = A - stepSize * (m_A⁺ ./ (sqrt(scale3 * v_A⁺) + 1e-8))
  A[0] -= stepSize * (m_A_1_1 / (Math.sqrt(scale3 * v_A_1_1) + 1e-8));
  A[1] -= stepSize * (m_A_1_2 / (Math.sqrt(scale3 * v_A_1_2) + 1e-8));
  A[2] -= stepSize * (m_A_1_3 / (Math.sqrt(scale3 * v_A_1_3) + 1e-8));
  A[3] -= stepSize * (m_A_2_1 / (Math.sqrt(scale3 * v_A_2_1) + 1e-8));
  A[4] -= stepSize * (m_A_2_2 / (Math.sqrt(scale3 * v_A_2_2) + 1e-8));
  A[5] -= stepSize * (m_A_2_3 / (Math.sqrt(scale3 * v_A_2_3) + 1e-8));
  A[6] -= stepSize * (m_A_3_1 / (Math.sqrt(scale3 * v_A_3_1) + 1e-8));
  A[7] -= stepSize * (m_A_3_2 / (Math.sqrt(scale3 * v_A_3_2) + 1e-8));
  A[8] -= stepSize * (m_A_3_3 / (Math.sqrt(scale3 * v_A_3_3) + 1e-8));

  // v_c⁺ = 0.999 * v_c + 0.001 * dc ^ 2
  const v_c2 = 0.999 * state[43] + 0.001 * (dc * dc);
  state[43] = v_c2;

  // c⁺ = c - rate * (m_c⁺ / scale) / (sqrt(v_c⁺ / scale2) + 1e-8)
  c[0] -= rate * (m_c2 / scale) / (Math.sqrt(v_c2 / scale2) + 1e-8);
  return loss;
}

/** The predictions for one example among others. */
export function predict(params: Parameters, data: Examples, row: number, into: Outputs = createOutputs()): Outputs {
  return forward(params, data.columns.a[row], data.columns.b[row], into);
}
