/**
 * siamese: compiled by gradc 0.1.0 from siamese.grad. Do not edit: change the spec and compile again.
 *
 * Spec        sha256 ed5bd600f0c686729d98ab0b9fa93ef85d43e5555e7b7271d5054c2a8e30f2b5
 * Parameters  24: w1 vector of 6, b1 vector of 6, W2 (2 × 6)
 * Precision   64-bit
 * Convention  loss and gradients are the mean over the batch; relu'(0) = 0; the gradient of norm is 0 at 0
 * Stable form 1 - square(tanh(x)) -> 2 / (2 + expm1(min(2 * abs(x), 709))) * (2 - 2 / (2 + expm1(min(2 * abs(x), 709))))
 *
 * Operations of gradient, for one example (sums over the batch left out):
 *   forward 176: 65 multiply, 46 add, 13 compare, 12 abs, 12 divide, 12 expm1, 12 sign, 4 subtract
 *   backward 147: 89 multiply, 24 add, 16 subtract, 13 divide, 2 compare, 2 select, 1 sqrt
 *
 * Schedule:
 *   forward  unrolled: 141 scalar operations, at most 2500
 *   evaluate  unrolled: 156 scalar operations, at most 2500
 *   gradient  unrolled: 421 scalar operations, at most 2500
 *   step  unrolled: 764 scalar operations, at most 2500
 *
 * parameters
 *   w1   6       uniform   # line 6
 *   b1   6       zeros     # line 7
 *   W2   2 × 6   glorot    # line 8
 *
 * data
 *   a   scalar   input    # line 2
 *   b   scalar   input    # line 3
 *   d   scalar   target   # line 4
 *
 * forward
 *   margin = 1                                         scalar               # line 9
 *   t1 = tanh(w1 * a + b1)                             6 per example        # line 11
 *   t2 = tanh(w1 * b + b1)                             6 per example        # line 11
 *   t3 = W2 * t1 - W2 * t2                             2 per example        # line 14
 *   D = norm(t3)                                       scalar per example   # line 14, output
 *   J = (1 - d) * sum(t3 .^ 2) + d * relu(1 - D) ^ 2   scalar per example   # line 15, loss
 *   accuracy = (D > 0.5) == d                          scalar per example   # line 17, metric
 *
 * mean over the batch of m examples
 *   J = (Σn J) / m                 scalar   # line 15, loss
 *   accuracy = (Σn accuracy) / m   scalar   # line 17, metric
 *
 * backward
 *   dJ = 1/m                                                           scalar per example   # each term of a sum gets the cotangent of the sum
 *   dD = -(2 * (1/m) * (relu(1 - D) > 0 ? d * relu(1 - D) : 0))        scalar per example   # a difference passes it on with a minus
 *   dD_in = (D > 0 ? (relu(1 - D) > 0 ? d * relu(1 - D) : 0) / D : 0) * t3   2 per example        # chain rule through norm2: dx = (y > 0 ? g ./ y : 0) .* x
 *   δ1 = (1 - d) * t3 - dD_in                                          2 per example        # EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); sum over every use of the value
 *   δ2 = dD_in - (1 - d) * t3                                          2 per example        # EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); a difference passes it on with a minus
 *   t4 = W2' * δ2 .* (1 - t2 .^ 2)                                     6 per example        # chain rule through tanh: ∂y/∂x = 1 - square(y)
 *   t5 = W2' * δ1 .* (1 - t1 .^ 2)                                     6 per example        # chain rule through tanh: ∂y/∂x = 1 - square(y)
 *   dw1 = 2 * (1/m) * Σn (t4 * b + t5 * a)                             6                    # the same for all examples: their cotangents add up
 *   db1 = 2 * (1/m) * Σn (t4 + t5)                                     6                    # the same for all examples: their cotangents add up
 *   dW2 = 2 * (1/m) * (Σn outer(δ2, t2) + Σn outer(δ1, t1))            2 × 6                # EQ4: ∂C/∂w = δ aᵀ; sum over every use of the value: W2 * t1 with respect to W2: outer product of the cotangent and the vector; W2 * t2 with respect to W2: outer product of the cotangent and the vector
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
  readonly w1: Tensor<[6]>;
  readonly b1: Tensor<[6]>;
  readonly W2: Tensor<[2, 6]>;
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
  readonly w1: Tensor<[6]>;
  readonly b1: Tensor<[6]>;
  readonly W2: Tensor<[2, 6]>;
  /** Each loss over the batch. */
  readonly losses: Floats;
}

/** Predictions for one example. */
export type Outputs = { readonly D: Tensor<[]> };

/** What the module is: names, shapes, defaults and data of the spec. */
export const metadata = {
  name: "siamese",
  hash: "ed5bd600f0c686729d98ab0b9fa93ef85d43e5555e7b7271d5054c2a8e30f2b5",
  version: "0.1.0",
  precision: "f64",
  parameters: [
    { name: "w1", shape: [6], offset: 0, initial: { kind: "uniform" } },
    { name: "b1", shape: [6], offset: 6, initial: { kind: "zeros" } },
    { name: "W2", shape: [2, 6], offset: 12, initial: { kind: "glorot" } },
  ],
  columns: [
    { name: "a", role: "input", shape: [] },
    { name: "b", role: "input", shape: [] },
    { name: "d", role: "target", shape: [] },
  ],
  hypers: [],
  losses: ["J"],
  metrics: ["accuracy"],
  outputs: [{ name: "D", shape: [] }],
  reduction: "mean",
  data: { kind: "generator", name: "xor" },
  train: { optimizer: "adam", rate: 0.01, batch: 20, epochs: 60, validation: 0.2, seed: 1 },
} as const;

/** Parameters as views on one flat array, zero where none is given. */
export function createParameters(flat: Floats = new Float64Array(24)): Parameters {
  return {
    flat,
    w1: flat.subarray(0, 6),
    b1: flat.subarray(6, 12),
    W2: flat.subarray(12, 24),
  };
}

/** Initial parameters: the same numbers for the same seed. */
export function initialise(seed: number, params: Parameters = createParameters()): Parameters {
  for (let k = 0; k < 6; k++) params.w1[k] = 0.05 * (2 * uniform(seed, 0, k) - 1);
  params.b1.fill(0);
  for (let k = 0; k < 12; k++) params.W2[k] = 0.8660254037844386 * (2 * uniform(seed, 2, k) - 1);
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
    D: new Float64Array(1),
  };
}

/** Room for gradients. */
export function createGradients(_examples: number = 1): Gradients {
  return {
    w1: new Float64Array(6),
    b1: new Float64Array(6),
    W2: new Float64Array(12),
    losses: new Float64Array(1),
  };
}

/** The state of the update rule, all zeros. */
export function createState(): Floats {
  return new Float64Array(48);
}

/** The predictions for one example. */
export function forward(params: Parameters, a: number, b: number, into: Outputs = createOutputs()): Outputs {
  const { w1, b1, W2 } = params;

  // tanh = tanh(w1 * a + b1)   [line 11]
  const tanh_1 = Math.tanh(w1[0] * a + b1[0]);
  const tanh_2 = Math.tanh(w1[1] * a + b1[1]);
  const tanh_3 = Math.tanh(w1[2] * a + b1[2]);
  const tanh_4 = Math.tanh(w1[3] * a + b1[3]);
  const tanh_5 = Math.tanh(w1[4] * a + b1[4]);
  const tanh_6 = Math.tanh(w1[5] * a + b1[5]);

  // tanh2 = tanh(w1 * b + b1)   [line 11]
  const tanh2_1 = Math.tanh(w1[0] * b + b1[0]);
  const tanh2_2 = Math.tanh(w1[1] * b + b1[1]);
  const tanh2_3 = Math.tanh(w1[2] * b + b1[2]);
  const tanh2_4 = Math.tanh(w1[3] * b + b1[3]);
  const tanh2_5 = Math.tanh(w1[4] * b + b1[4]);
  const tanh2_6 = Math.tanh(w1[5] * b + b1[5]);

  // D = sqrt(sum((W2 * tanh - W2 * tanh2) .^ 2))   [line 14, output]
  const t = W2[0] * tanh_1 + W2[1] * tanh_2 + W2[2] * tanh_3 + W2[3] * tanh_4 + W2[4] * tanh_5 + W2[5] * tanh_6 - (W2[0] * tanh2_1 + W2[1] * tanh2_2 + W2[2] * tanh2_3 + W2[3] * tanh2_4 + W2[4] * tanh2_5 + W2[5] * tanh2_6);
  const t2 = W2[6] * tanh_1 + W2[7] * tanh_2 + W2[8] * tanh_3 + W2[9] * tanh_4 + W2[10] * tanh_5 + W2[11] * tanh_6 - (W2[6] * tanh2_1 + W2[7] * tanh2_2 + W2[8] * tanh2_3 + W2[9] * tanh2_4 + W2[10] * tanh2_5 + W2[11] * tanh2_6);
  into.D[0] = Math.sqrt(t * t + t2 * t2);
  return into;
}

/** Losses, then metrics, over the examples `order[from … to)`, as inference computes them, into `report`; returns the total loss. */
export function evaluate(params: Parameters, data: Examples, report: Report, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { w1, b1, W2 } = params;
  const { a, b, d } = data.columns;
  const m = to - from;
  let J_sum = 0;
  let accuracy_sum = 0;
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];

    // tanh = tanh(w1 * a + b1)   [line 11]
    const a2 = a[row];
    const tanh_1 = Math.tanh(w1[0] * a2 + b1[0]);
    const tanh_2 = Math.tanh(w1[1] * a2 + b1[1]);
    const tanh_3 = Math.tanh(w1[2] * a2 + b1[2]);
    const tanh_4 = Math.tanh(w1[3] * a2 + b1[3]);
    const tanh_5 = Math.tanh(w1[4] * a2 + b1[4]);
    const tanh_6 = Math.tanh(w1[5] * a2 + b1[5]);

    // tanh2 = tanh(w1 * b + b1)   [line 11]
    const b2 = b[row];
    const tanh2_1 = Math.tanh(w1[0] * b2 + b1[0]);
    const tanh2_2 = Math.tanh(w1[1] * b2 + b1[1]);
    const tanh2_3 = Math.tanh(w1[2] * b2 + b1[2]);
    const tanh2_4 = Math.tanh(w1[3] * b2 + b1[3]);
    const tanh2_5 = Math.tanh(w1[4] * b2 + b1[4]);
    const tanh2_6 = Math.tanh(w1[5] * b2 + b1[5]);

    // D_in = sum((W2 * tanh - W2 * tanh2) .^ 2)
    const t = W2[0] * tanh_1 + W2[1] * tanh_2 + W2[2] * tanh_3 + W2[3] * tanh_4 + W2[4] * tanh_5 + W2[5] * tanh_6 - (W2[0] * tanh2_1 + W2[1] * tanh2_2 + W2[2] * tanh2_3 + W2[3] * tanh2_4 + W2[4] * tanh2_5 + W2[5] * tanh2_6);
    const t2 = W2[6] * tanh_1 + W2[7] * tanh_2 + W2[8] * tanh_3 + W2[9] * tanh_4 + W2[10] * tanh_5 + W2[11] * tanh_6 - (W2[6] * tanh2_1 + W2[7] * tanh2_2 + W2[8] * tanh2_3 + W2[9] * tanh2_4 + W2[10] * tanh2_5 + W2[11] * tanh2_6);
    const D_in = t * t + t2 * t2;

    // D = sqrt(D_in)   [line 14, output]
    const D = Math.sqrt(D_in);

    // J = (1 - d) * D_in + d * relu(1 - D) ^ 2   [line 15, loss]
    const d2 = d[row];
    const t3 = Math.max(1 - D, 0);
    const J = (1 - d2) * D_in + d2 * (t3 * t3);

    // J_sum = Σn J
    J_sum += J;

    // accuracy = (D > 0.5) == d   [line 17, metric]
    const accuracy = (D > 0.5 ? 1 : 0) === d2 ? 1 : 0;

    // accuracy_sum = Σn accuracy
    accuracy_sum += accuracy;
  }

  // J2 = J_sum / m   [line 15, loss]
  const J2 = J_sum / m;
  report[0] = J2;

  // accuracy2 = accuracy_sum / m   [line 17, metric]
  report[1] = accuracy_sum / m;
  return J2;
}

/** The loss over the examples `order[from … to)` and its gradients, into `into`; returns the loss. */
export function gradient(params: Parameters, data: Examples, into: Gradients, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { w1, b1, W2 } = params;
  const { a, b, d } = data.columns;
  const m = to - from;
  const share = 2 * (1 / m);
  let J_sum = 0;
  let dW2_sum2_1_1 = 0, dW2_sum2_1_2 = 0, dW2_sum2_1_3 = 0, dW2_sum2_1_4 = 0, dW2_sum2_1_5 = 0, dW2_sum2_1_6 = 0, dW2_sum2_2_1 = 0, dW2_sum2_2_2 = 0;
  let dW2_sum2_2_3 = 0, dW2_sum2_2_4 = 0, dW2_sum2_2_5 = 0, dW2_sum2_2_6 = 0;
  let dW2_sum_1_1 = 0, dW2_sum_1_2 = 0, dW2_sum_1_3 = 0, dW2_sum_1_4 = 0, dW2_sum_1_5 = 0, dW2_sum_1_6 = 0, dW2_sum_2_1 = 0, dW2_sum_2_2 = 0;
  let dW2_sum_2_3 = 0, dW2_sum_2_4 = 0, dW2_sum_2_5 = 0, dW2_sum_2_6 = 0;
  let dw1_1 = 0, dw1_2 = 0, dw1_3 = 0, dw1_4 = 0, dw1_5 = 0, dw1_6 = 0;
  let db1_1 = 0, db1_2 = 0, db1_3 = 0, db1_4 = 0, db1_5 = 0, db1_6 = 0;
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];

    // add = w1 * a + b1
    const a2 = a[row];
    const add_1 = w1[0] * a2 + b1[0];
    const add_2 = w1[1] * a2 + b1[1];
    const add_3 = w1[2] * a2 + b1[2];
    const add_4 = w1[3] * a2 + b1[3];
    const add_5 = w1[4] * a2 + b1[4];
    const add_6 = w1[5] * a2 + b1[5];

    // add2 = w1 * b + b1
    const b2 = b[row];
    const add2_1 = w1[0] * b2 + b1[0];
    const add2_2 = w1[1] * b2 + b1[1];
    const add2_3 = w1[2] * b2 + b1[2];
    const add2_4 = w1[3] * b2 + b1[3];
    const add2_5 = w1[4] * b2 + b1[4];
    const add2_6 = w1[5] * b2 + b1[5];

    // sub = 1 - d
    const d2 = d[row];
    const sub = 1 - d2;

    // expm1 = expm1(min(2 * abs(add), 709))
    const expm1_1 = Math.expm1(Math.min(2 * Math.abs(add_1), 709));
    const expm1_2 = Math.expm1(Math.min(2 * Math.abs(add_2), 709));
    const expm1_3 = Math.expm1(Math.min(2 * Math.abs(add_3), 709));
    const expm1_4 = Math.expm1(Math.min(2 * Math.abs(add_4), 709));
    const expm1_5 = Math.expm1(Math.min(2 * Math.abs(add_5), 709));
    const expm1_6 = Math.expm1(Math.min(2 * Math.abs(add_6), 709));

    // add3 = 2 + expm1
    const add3_1 = 2 + expm1_1;
    const add3_2 = 2 + expm1_2;
    const add3_3 = 2 + expm1_3;
    const add3_4 = 2 + expm1_4;
    const add3_5 = 2 + expm1_5;
    const add3_6 = 2 + expm1_6;

    // mul = sign(add) .* (expm1 ./ add3)   [line 11]
    const mul_1 = Math.sign(add_1) * (expm1_1 / add3_1);
    const mul_2 = Math.sign(add_2) * (expm1_2 / add3_2);
    const mul_3 = Math.sign(add_3) * (expm1_3 / add3_3);
    const mul_4 = Math.sign(add_4) * (expm1_4 / add3_4);
    const mul_5 = Math.sign(add_5) * (expm1_5 / add3_5);
    const mul_6 = Math.sign(add_6) * (expm1_6 / add3_6);

    // expm1_2 = expm1(min(2 * abs(add2), 709))
    const expm1_2_1 = Math.expm1(Math.min(2 * Math.abs(add2_1), 709));
    const expm1_2_2 = Math.expm1(Math.min(2 * Math.abs(add2_2), 709));
    const expm1_2_3 = Math.expm1(Math.min(2 * Math.abs(add2_3), 709));
    const expm1_2_4 = Math.expm1(Math.min(2 * Math.abs(add2_4), 709));
    const expm1_2_5 = Math.expm1(Math.min(2 * Math.abs(add2_5), 709));
    const expm1_2_6 = Math.expm1(Math.min(2 * Math.abs(add2_6), 709));

    // add4 = 2 + expm1_2
    const add4_1 = 2 + expm1_2_1;
    const add4_2 = 2 + expm1_2_2;
    const add4_3 = 2 + expm1_2_3;
    const add4_4 = 2 + expm1_2_4;
    const add4_5 = 2 + expm1_2_5;
    const add4_6 = 2 + expm1_2_6;

    // mul2 = sign(add2) .* (expm1_2 ./ add4)   [line 11]
    const mul2_1 = Math.sign(add2_1) * (expm1_2_1 / add4_1);
    const mul2_2 = Math.sign(add2_2) * (expm1_2_2 / add4_2);
    const mul2_3 = Math.sign(add2_3) * (expm1_2_3 / add4_3);
    const mul2_4 = Math.sign(add2_4) * (expm1_2_4 / add4_4);
    const mul2_5 = Math.sign(add2_5) * (expm1_2_5 / add4_5);
    const mul2_6 = Math.sign(add2_6) * (expm1_2_6 / add4_6);

    // sub2 = W2 * mul - W2 * mul2   [line 14]
    const sub2_1 = W2[0] * mul_1 + W2[1] * mul_2 + W2[2] * mul_3 + W2[3] * mul_4 + W2[4] * mul_5 + W2[5] * mul_6 - (W2[0] * mul2_1 + W2[1] * mul2_2 + W2[2] * mul2_3 + W2[3] * mul2_4 + W2[4] * mul2_5 + W2[5] * mul2_6);
    const sub2_2 = W2[6] * mul_1 + W2[7] * mul_2 + W2[8] * mul_3 + W2[9] * mul_4 + W2[10] * mul_5 + W2[11] * mul_6 - (W2[6] * mul2_1 + W2[7] * mul2_2 + W2[8] * mul2_3 + W2[9] * mul2_4 + W2[10] * mul2_5 + W2[11] * mul2_6);

    // D_in = sum(sub2 .^ 2)
    const D_in = sub2_1 * sub2_1 + sub2_2 * sub2_2;

    // div = 2 ./ add4
    const div_1 = 2 / add4_1;
    const div_2 = 2 / add4_2;
    const div_3 = 2 / add4_3;
    const div_4 = 2 / add4_4;
    const div_5 = 2 / add4_5;
    const div_6 = 2 / add4_6;

    // div2 = 2 ./ add3
    const div2_1 = 2 / add3_1;
    const div2_2 = 2 / add3_2;
    const div2_3 = 2 / add3_3;
    const div2_4 = 2 / add3_4;
    const div2_5 = 2 / add3_5;
    const div2_6 = 2 / add3_6;

    // delta = sub * sub2
    const delta_1 = sub * sub2_1;
    const delta_2 = sub * sub2_2;

    // sqrt = sqrt(D_in)
    const sqrt = Math.sqrt(D_in);

    // J = sub * D_in + d * relu(1 - D) ^ 2   [line 15, loss]
    const t = Math.max(1 - sqrt, 0);
    const J = sub * D_in + d2 * (t * t);

    // J_sum = Σn J
    J_sum += J;

    // select = sqrt > 0 ? (relu > 0 ? d * relu : 0) ./ sqrt : 0
    const select = sqrt > 0 ? (t > 0 ? d2 * t : 0) / sqrt : 0;

    // delta2 = select .* sub2   [chain rule through norm2: dx = (y > 0 ? g ./ y : 0) .* x; line 14]
    const delta2_1 = select * sub2_1;
    const delta2_2 = select * sub2_2;

    // delta3 = delta - delta2   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); line 14]
    const delta3_1 = delta_1 - delta2_1;
    const delta3_2 = delta_2 - delta2_2;

    // dW2_sum2 = Σn outer(delta3, mul)   [line 11]
    dW2_sum2_1_1 += delta3_1 * mul_1;
    dW2_sum2_1_2 += delta3_1 * mul_2;
    dW2_sum2_1_3 += delta3_1 * mul_3;
    dW2_sum2_1_4 += delta3_1 * mul_4;
    dW2_sum2_1_5 += delta3_1 * mul_5;
    dW2_sum2_1_6 += delta3_1 * mul_6;
    dW2_sum2_2_1 += delta3_2 * mul_1;
    dW2_sum2_2_2 += delta3_2 * mul_2;
    dW2_sum2_2_3 += delta3_2 * mul_3;
    dW2_sum2_2_4 += delta3_2 * mul_4;
    dW2_sum2_2_5 += delta3_2 * mul_5;
    dW2_sum2_2_6 += delta3_2 * mul_6;

    // delta4 = delta2 - delta   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); line 14]
    const delta4_1 = delta2_1 - delta_1;
    const delta4_2 = delta2_2 - delta_2;

    // dW2_sum = Σn outer(delta4, mul2)   [line 11]
    dW2_sum_1_1 += delta4_1 * mul2_1;
    dW2_sum_1_2 += delta4_1 * mul2_2;
    dW2_sum_1_3 += delta4_1 * mul2_3;
    dW2_sum_1_4 += delta4_1 * mul2_4;
    dW2_sum_1_5 += delta4_1 * mul2_5;
    dW2_sum_1_6 += delta4_1 * mul2_6;
    dW2_sum_2_1 += delta4_2 * mul2_1;
    dW2_sum_2_2 += delta4_2 * mul2_2;
    dW2_sum_2_3 += delta4_2 * mul2_3;
    dW2_sum_2_4 += delta4_2 * mul2_4;
    dW2_sum_2_5 += delta4_2 * mul2_5;
    dW2_sum_2_6 += delta4_2 * mul2_6;

    // delta5 = W2' * delta4 .* (div .* (2 - div))   [chain rule through tanh: ∂y/∂x = 1 - square(y); line 11]
    const delta5_1 = (delta4_1 * W2[0] + delta4_2 * W2[6]) * (div_1 * (2 - div_1));
    const delta5_2 = (delta4_1 * W2[1] + delta4_2 * W2[7]) * (div_2 * (2 - div_2));
    const delta5_3 = (delta4_1 * W2[2] + delta4_2 * W2[8]) * (div_3 * (2 - div_3));
    const delta5_4 = (delta4_1 * W2[3] + delta4_2 * W2[9]) * (div_4 * (2 - div_4));
    const delta5_5 = (delta4_1 * W2[4] + delta4_2 * W2[10]) * (div_5 * (2 - div_5));
    const delta5_6 = (delta4_1 * W2[5] + delta4_2 * W2[11]) * (div_6 * (2 - div_6));

    // delta6 = W2' * delta3 .* (div2 .* (2 - div2))   [chain rule through tanh: ∂y/∂x = 1 - square(y); line 11]
    const delta6_1 = (delta3_1 * W2[0] + delta3_2 * W2[6]) * (div2_1 * (2 - div2_1));
    const delta6_2 = (delta3_1 * W2[1] + delta3_2 * W2[7]) * (div2_2 * (2 - div2_2));
    const delta6_3 = (delta3_1 * W2[2] + delta3_2 * W2[8]) * (div2_3 * (2 - div2_3));
    const delta6_4 = (delta3_1 * W2[3] + delta3_2 * W2[9]) * (div2_4 * (2 - div2_4));
    const delta6_5 = (delta3_1 * W2[4] + delta3_2 * W2[10]) * (div2_5 * (2 - div2_5));
    const delta6_6 = (delta3_1 * W2[5] + delta3_2 * W2[11]) * (div2_6 * (2 - div2_6));

    // dw1 = Σn (delta5 * b + delta6 * a)   [the same for all examples: their cotangents add up]
    dw1_1 += delta5_1 * b2 + delta6_1 * a2;
    dw1_2 += delta5_2 * b2 + delta6_2 * a2;
    dw1_3 += delta5_3 * b2 + delta6_3 * a2;
    dw1_4 += delta5_4 * b2 + delta6_4 * a2;
    dw1_5 += delta5_5 * b2 + delta6_5 * a2;
    dw1_6 += delta5_6 * b2 + delta6_6 * a2;

    // db1 = Σn (delta5 + delta6)   [the same for all examples: their cotangents add up]
    db1_1 += delta5_1 + delta6_1;
    db1_2 += delta5_2 + delta6_2;
    db1_3 += delta5_3 + delta6_3;
    db1_4 += delta5_4 + delta6_4;
    db1_5 += delta5_5 + delta6_5;
    db1_6 += delta5_6 + delta6_6;
  }

  // J2 = J_sum / m   [line 15, loss]
  const J2 = J_sum / m;
  into.losses[0] = J2;

  // dw1 = share * dw1   [the mean over the batch]
  into.w1[0] = share * dw1_1;
  into.w1[1] = share * dw1_2;
  into.w1[2] = share * dw1_3;
  into.w1[3] = share * dw1_4;
  into.w1[4] = share * dw1_5;
  into.w1[5] = share * dw1_6;

  // db1 = share * db1   [the mean over the batch]
  into.b1[0] = share * db1_1;
  into.b1[1] = share * db1_2;
  into.b1[2] = share * db1_3;
  into.b1[3] = share * db1_4;
  into.b1[4] = share * db1_5;
  into.b1[5] = share * db1_6;

  // dW2 = dW2_sum + dW2_sum2   [EQ4: ∂C/∂w = δ aᵀ]
  const dW2_1_1 = dW2_sum_1_1 + dW2_sum2_1_1;
  const dW2_1_2 = dW2_sum_1_2 + dW2_sum2_1_2;
  const dW2_1_3 = dW2_sum_1_3 + dW2_sum2_1_3;
  const dW2_1_4 = dW2_sum_1_4 + dW2_sum2_1_4;
  const dW2_1_5 = dW2_sum_1_5 + dW2_sum2_1_5;
  const dW2_1_6 = dW2_sum_1_6 + dW2_sum2_1_6;
  const dW2_2_1 = dW2_sum_2_1 + dW2_sum2_2_1;
  const dW2_2_2 = dW2_sum_2_2 + dW2_sum2_2_2;
  const dW2_2_3 = dW2_sum_2_3 + dW2_sum2_2_3;
  const dW2_2_4 = dW2_sum_2_4 + dW2_sum2_2_4;
  const dW2_2_5 = dW2_sum_2_5 + dW2_sum2_2_5;
  const dW2_2_6 = dW2_sum_2_6 + dW2_sum2_2_6;

  // dW2 = share * dW2   [the mean over the batch]
  into.W2[0] = share * dW2_1_1;
  into.W2[1] = share * dW2_1_2;
  into.W2[2] = share * dW2_1_3;
  into.W2[3] = share * dW2_1_4;
  into.W2[4] = share * dW2_1_5;
  into.W2[5] = share * dW2_1_6;
  into.W2[6] = share * dW2_2_1;
  into.W2[7] = share * dW2_2_2;
  into.W2[8] = share * dW2_2_3;
  into.W2[9] = share * dW2_2_4;
  into.W2[10] = share * dW2_2_5;
  into.W2[11] = share * dW2_2_6;
  return J2;
}

/** One step of training on the examples `order[from … to)`: forward, backward, update; returns the loss before the update. */
export function step(params: Parameters, state: Floats, data: Examples, clock: Clock, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { w1, b1, W2 } = params;
  const { a, b, d } = data.columns;
  const { rate, t } = clock;
  const m = to - from;
  const share = 1 / m;
  const share2 = 2 * share;
  const share3 = 0.2 * share;

  // stepSize = rate / (1 - 0.9 ^ t)
  const stepSize = rate / (1 - Math.pow(0.9, t));

  // scale = 1 / (1 - 0.999 ^ t)
  const scale = 1 / (1 - Math.pow(0.999, t));
  let J_sum = 0;
  let dW2_sum2_1_1 = 0, dW2_sum2_1_2 = 0, dW2_sum2_1_3 = 0, dW2_sum2_1_4 = 0, dW2_sum2_1_5 = 0, dW2_sum2_1_6 = 0, dW2_sum2_2_1 = 0, dW2_sum2_2_2 = 0;
  let dW2_sum2_2_3 = 0, dW2_sum2_2_4 = 0, dW2_sum2_2_5 = 0, dW2_sum2_2_6 = 0;
  let dW2_sum_1_1 = 0, dW2_sum_1_2 = 0, dW2_sum_1_3 = 0, dW2_sum_1_4 = 0, dW2_sum_1_5 = 0, dW2_sum_1_6 = 0, dW2_sum_2_1 = 0, dW2_sum_2_2 = 0;
  let dW2_sum_2_3 = 0, dW2_sum_2_4 = 0, dW2_sum_2_5 = 0, dW2_sum_2_6 = 0;
  let dw1_1 = 0, dw1_2 = 0, dw1_3 = 0, dw1_4 = 0, dw1_5 = 0, dw1_6 = 0;
  let db1_1 = 0, db1_2 = 0, db1_3 = 0, db1_4 = 0, db1_5 = 0, db1_6 = 0;
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];

    // add = w1 * a + b1
    const a2 = a[row];
    const add_1 = w1[0] * a2 + b1[0];
    const add_2 = w1[1] * a2 + b1[1];
    const add_3 = w1[2] * a2 + b1[2];
    const add_4 = w1[3] * a2 + b1[3];
    const add_5 = w1[4] * a2 + b1[4];
    const add_6 = w1[5] * a2 + b1[5];

    // add2 = w1 * b + b1
    const b2 = b[row];
    const add2_1 = w1[0] * b2 + b1[0];
    const add2_2 = w1[1] * b2 + b1[1];
    const add2_3 = w1[2] * b2 + b1[2];
    const add2_4 = w1[3] * b2 + b1[3];
    const add2_5 = w1[4] * b2 + b1[4];
    const add2_6 = w1[5] * b2 + b1[5];

    // sub = 1 - d
    const d2 = d[row];
    const sub = 1 - d2;

    // expm1 = expm1(min(2 * abs(add), 709))
    const expm1_1 = Math.expm1(Math.min(2 * Math.abs(add_1), 709));
    const expm1_2 = Math.expm1(Math.min(2 * Math.abs(add_2), 709));
    const expm1_3 = Math.expm1(Math.min(2 * Math.abs(add_3), 709));
    const expm1_4 = Math.expm1(Math.min(2 * Math.abs(add_4), 709));
    const expm1_5 = Math.expm1(Math.min(2 * Math.abs(add_5), 709));
    const expm1_6 = Math.expm1(Math.min(2 * Math.abs(add_6), 709));

    // add3 = 2 + expm1
    const add3_1 = 2 + expm1_1;
    const add3_2 = 2 + expm1_2;
    const add3_3 = 2 + expm1_3;
    const add3_4 = 2 + expm1_4;
    const add3_5 = 2 + expm1_5;
    const add3_6 = 2 + expm1_6;

    // mul = sign(add) .* (expm1 ./ add3)   [line 11]
    const mul_1 = Math.sign(add_1) * (expm1_1 / add3_1);
    const mul_2 = Math.sign(add_2) * (expm1_2 / add3_2);
    const mul_3 = Math.sign(add_3) * (expm1_3 / add3_3);
    const mul_4 = Math.sign(add_4) * (expm1_4 / add3_4);
    const mul_5 = Math.sign(add_5) * (expm1_5 / add3_5);
    const mul_6 = Math.sign(add_6) * (expm1_6 / add3_6);

    // expm1_2 = expm1(min(2 * abs(add2), 709))
    const expm1_2_1 = Math.expm1(Math.min(2 * Math.abs(add2_1), 709));
    const expm1_2_2 = Math.expm1(Math.min(2 * Math.abs(add2_2), 709));
    const expm1_2_3 = Math.expm1(Math.min(2 * Math.abs(add2_3), 709));
    const expm1_2_4 = Math.expm1(Math.min(2 * Math.abs(add2_4), 709));
    const expm1_2_5 = Math.expm1(Math.min(2 * Math.abs(add2_5), 709));
    const expm1_2_6 = Math.expm1(Math.min(2 * Math.abs(add2_6), 709));

    // add4 = 2 + expm1_2
    const add4_1 = 2 + expm1_2_1;
    const add4_2 = 2 + expm1_2_2;
    const add4_3 = 2 + expm1_2_3;
    const add4_4 = 2 + expm1_2_4;
    const add4_5 = 2 + expm1_2_5;
    const add4_6 = 2 + expm1_2_6;

    // mul2 = sign(add2) .* (expm1_2 ./ add4)   [line 11]
    const mul2_1 = Math.sign(add2_1) * (expm1_2_1 / add4_1);
    const mul2_2 = Math.sign(add2_2) * (expm1_2_2 / add4_2);
    const mul2_3 = Math.sign(add2_3) * (expm1_2_3 / add4_3);
    const mul2_4 = Math.sign(add2_4) * (expm1_2_4 / add4_4);
    const mul2_5 = Math.sign(add2_5) * (expm1_2_5 / add4_5);
    const mul2_6 = Math.sign(add2_6) * (expm1_2_6 / add4_6);

    // sub2 = W2 * mul - W2 * mul2   [line 14]
    const sub2_1 = W2[0] * mul_1 + W2[1] * mul_2 + W2[2] * mul_3 + W2[3] * mul_4 + W2[4] * mul_5 + W2[5] * mul_6 - (W2[0] * mul2_1 + W2[1] * mul2_2 + W2[2] * mul2_3 + W2[3] * mul2_4 + W2[4] * mul2_5 + W2[5] * mul2_6);
    const sub2_2 = W2[6] * mul_1 + W2[7] * mul_2 + W2[8] * mul_3 + W2[9] * mul_4 + W2[10] * mul_5 + W2[11] * mul_6 - (W2[6] * mul2_1 + W2[7] * mul2_2 + W2[8] * mul2_3 + W2[9] * mul2_4 + W2[10] * mul2_5 + W2[11] * mul2_6);

    // D_in = sum(sub2 .^ 2)
    const D_in = sub2_1 * sub2_1 + sub2_2 * sub2_2;

    // div = 2 ./ add4
    const div_1 = 2 / add4_1;
    const div_2 = 2 / add4_2;
    const div_3 = 2 / add4_3;
    const div_4 = 2 / add4_4;
    const div_5 = 2 / add4_5;
    const div_6 = 2 / add4_6;

    // div2 = 2 ./ add3
    const div2_1 = 2 / add3_1;
    const div2_2 = 2 / add3_2;
    const div2_3 = 2 / add3_3;
    const div2_4 = 2 / add3_4;
    const div2_5 = 2 / add3_5;
    const div2_6 = 2 / add3_6;

    // delta = sub * sub2
    const delta_1 = sub * sub2_1;
    const delta_2 = sub * sub2_2;

    // sqrt = sqrt(D_in)
    const sqrt = Math.sqrt(D_in);

    // J = sub * D_in + d * relu(1 - D) ^ 2   [line 15, loss]
    const t2 = Math.max(1 - sqrt, 0);
    const J = sub * D_in + d2 * (t2 * t2);

    // J_sum = Σn J
    J_sum += J;

    // select = sqrt > 0 ? (relu > 0 ? d * relu : 0) ./ sqrt : 0
    const select = sqrt > 0 ? (t2 > 0 ? d2 * t2 : 0) / sqrt : 0;

    // delta2 = select .* sub2   [chain rule through norm2: dx = (y > 0 ? g ./ y : 0) .* x; line 14]
    const delta2_1 = select * sub2_1;
    const delta2_2 = select * sub2_2;

    // delta3 = delta - delta2   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); line 14]
    const delta3_1 = delta_1 - delta2_1;
    const delta3_2 = delta_2 - delta2_2;

    // dW2_sum2 = Σn outer(delta3, mul)   [line 11]
    dW2_sum2_1_1 += delta3_1 * mul_1;
    dW2_sum2_1_2 += delta3_1 * mul_2;
    dW2_sum2_1_3 += delta3_1 * mul_3;
    dW2_sum2_1_4 += delta3_1 * mul_4;
    dW2_sum2_1_5 += delta3_1 * mul_5;
    dW2_sum2_1_6 += delta3_1 * mul_6;
    dW2_sum2_2_1 += delta3_2 * mul_1;
    dW2_sum2_2_2 += delta3_2 * mul_2;
    dW2_sum2_2_3 += delta3_2 * mul_3;
    dW2_sum2_2_4 += delta3_2 * mul_4;
    dW2_sum2_2_5 += delta3_2 * mul_5;
    dW2_sum2_2_6 += delta3_2 * mul_6;

    // delta4 = delta2 - delta   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); line 14]
    const delta4_1 = delta2_1 - delta_1;
    const delta4_2 = delta2_2 - delta_2;

    // dW2_sum = Σn outer(delta4, mul2)   [line 11]
    dW2_sum_1_1 += delta4_1 * mul2_1;
    dW2_sum_1_2 += delta4_1 * mul2_2;
    dW2_sum_1_3 += delta4_1 * mul2_3;
    dW2_sum_1_4 += delta4_1 * mul2_4;
    dW2_sum_1_5 += delta4_1 * mul2_5;
    dW2_sum_1_6 += delta4_1 * mul2_6;
    dW2_sum_2_1 += delta4_2 * mul2_1;
    dW2_sum_2_2 += delta4_2 * mul2_2;
    dW2_sum_2_3 += delta4_2 * mul2_3;
    dW2_sum_2_4 += delta4_2 * mul2_4;
    dW2_sum_2_5 += delta4_2 * mul2_5;
    dW2_sum_2_6 += delta4_2 * mul2_6;

    // delta5 = W2' * delta4 .* (div .* (2 - div))   [chain rule through tanh: ∂y/∂x = 1 - square(y); line 11]
    const delta5_1 = (delta4_1 * W2[0] + delta4_2 * W2[6]) * (div_1 * (2 - div_1));
    const delta5_2 = (delta4_1 * W2[1] + delta4_2 * W2[7]) * (div_2 * (2 - div_2));
    const delta5_3 = (delta4_1 * W2[2] + delta4_2 * W2[8]) * (div_3 * (2 - div_3));
    const delta5_4 = (delta4_1 * W2[3] + delta4_2 * W2[9]) * (div_4 * (2 - div_4));
    const delta5_5 = (delta4_1 * W2[4] + delta4_2 * W2[10]) * (div_5 * (2 - div_5));
    const delta5_6 = (delta4_1 * W2[5] + delta4_2 * W2[11]) * (div_6 * (2 - div_6));

    // delta6 = W2' * delta3 .* (div2 .* (2 - div2))   [chain rule through tanh: ∂y/∂x = 1 - square(y); line 11]
    const delta6_1 = (delta3_1 * W2[0] + delta3_2 * W2[6]) * (div2_1 * (2 - div2_1));
    const delta6_2 = (delta3_1 * W2[1] + delta3_2 * W2[7]) * (div2_2 * (2 - div2_2));
    const delta6_3 = (delta3_1 * W2[2] + delta3_2 * W2[8]) * (div2_3 * (2 - div2_3));
    const delta6_4 = (delta3_1 * W2[3] + delta3_2 * W2[9]) * (div2_4 * (2 - div2_4));
    const delta6_5 = (delta3_1 * W2[4] + delta3_2 * W2[10]) * (div2_5 * (2 - div2_5));
    const delta6_6 = (delta3_1 * W2[5] + delta3_2 * W2[11]) * (div2_6 * (2 - div2_6));

    // dw1 = Σn (delta5 * b + delta6 * a)   [the same for all examples: their cotangents add up]
    dw1_1 += delta5_1 * b2 + delta6_1 * a2;
    dw1_2 += delta5_2 * b2 + delta6_2 * a2;
    dw1_3 += delta5_3 * b2 + delta6_3 * a2;
    dw1_4 += delta5_4 * b2 + delta6_4 * a2;
    dw1_5 += delta5_5 * b2 + delta6_5 * a2;
    dw1_6 += delta5_6 * b2 + delta6_6 * a2;

    // db1 = Σn (delta5 + delta6)   [the same for all examples: their cotangents add up]
    db1_1 += delta5_1 + delta6_1;
    db1_2 += delta5_2 + delta6_2;
    db1_3 += delta5_3 + delta6_3;
    db1_4 += delta5_4 + delta6_4;
    db1_5 += delta5_5 + delta6_5;
    db1_6 += delta5_6 + delta6_6;
  }

  // loss = J_sum / m   [line 15, loss]
  const loss = J_sum / m;

  // dW2 = dW2_sum + dW2_sum2   [EQ4: ∂C/∂w = δ aᵀ]
  const dW2_1_1 = dW2_sum_1_1 + dW2_sum2_1_1;
  const dW2_1_2 = dW2_sum_1_2 + dW2_sum2_1_2;
  const dW2_1_3 = dW2_sum_1_3 + dW2_sum2_1_3;
  const dW2_1_4 = dW2_sum_1_4 + dW2_sum2_1_4;
  const dW2_1_5 = dW2_sum_1_5 + dW2_sum2_1_5;
  const dW2_1_6 = dW2_sum_1_6 + dW2_sum2_1_6;
  const dW2_2_1 = dW2_sum_2_1 + dW2_sum2_2_1;
  const dW2_2_2 = dW2_sum_2_2 + dW2_sum2_2_2;
  const dW2_2_3 = dW2_sum_2_3 + dW2_sum2_2_3;
  const dW2_2_4 = dW2_sum_2_4 + dW2_sum2_2_4;
  const dW2_2_5 = dW2_sum_2_5 + dW2_sum2_2_5;
  const dW2_2_6 = dW2_sum_2_6 + dW2_sum2_2_6;

  // m_w1⁺ = 0.9 * m_w1 + share3 * dw1
  const m_w1_1 = 0.9 * state[0] + share3 * dw1_1;
  state[0] = m_w1_1;
  const m_w1_2 = 0.9 * state[1] + share3 * dw1_2;
  state[1] = m_w1_2;
  const m_w1_3 = 0.9 * state[2] + share3 * dw1_3;
  state[2] = m_w1_3;
  const m_w1_4 = 0.9 * state[3] + share3 * dw1_4;
  state[3] = m_w1_4;
  const m_w1_5 = 0.9 * state[4] + share3 * dw1_5;
  state[4] = m_w1_5;
  const m_w1_6 = 0.9 * state[5] + share3 * dw1_6;
  state[5] = m_w1_6;

  // v_w1⁺ = 0.999 * v_w1 + 0.001 * (share2 * dw1) .^ 2
  const t2 = share2 * dw1_1;
  const v_w1_1 = 0.999 * state[6] + 0.001 * (t2 * t2);
  state[6] = v_w1_1;
  const t3 = share2 * dw1_2;
  const v_w1_2 = 0.999 * state[7] + 0.001 * (t3 * t3);
  state[7] = v_w1_2;
  const t4 = share2 * dw1_3;
  const v_w1_3 = 0.999 * state[8] + 0.001 * (t4 * t4);
  state[8] = v_w1_3;
  const t5 = share2 * dw1_4;
  const v_w1_4 = 0.999 * state[9] + 0.001 * (t5 * t5);
  state[9] = v_w1_4;
  const t6 = share2 * dw1_5;
  const v_w1_5 = 0.999 * state[10] + 0.001 * (t6 * t6);
  state[10] = v_w1_5;
  const t7 = share2 * dw1_6;
  const v_w1_6 = 0.999 * state[11] + 0.001 * (t7 * t7);
  state[11] = v_w1_6;

  // w1⁺ = w1 - stepSize * (m_w1⁺ ./ (sqrt(scale * v_w1⁺) + 1e-8))
  w1[0] -= stepSize * (m_w1_1 / (Math.sqrt(scale * v_w1_1) + 1e-8));
  w1[1] -= stepSize * (m_w1_2 / (Math.sqrt(scale * v_w1_2) + 1e-8));
  w1[2] -= stepSize * (m_w1_3 / (Math.sqrt(scale * v_w1_3) + 1e-8));
  w1[3] -= stepSize * (m_w1_4 / (Math.sqrt(scale * v_w1_4) + 1e-8));
  w1[4] -= stepSize * (m_w1_5 / (Math.sqrt(scale * v_w1_5) + 1e-8));
  w1[5] -= stepSize * (m_w1_6 / (Math.sqrt(scale * v_w1_6) + 1e-8));

  // m_b1⁺ = 0.9 * m_b1 + share3 * db1
  const m_b1_1 = 0.9 * state[12] + share3 * db1_1;
  state[12] = m_b1_1;
  const m_b1_2 = 0.9 * state[13] + share3 * db1_2;
  state[13] = m_b1_2;
  const m_b1_3 = 0.9 * state[14] + share3 * db1_3;
  state[14] = m_b1_3;
  const m_b1_4 = 0.9 * state[15] + share3 * db1_4;
  state[15] = m_b1_4;
  const m_b1_5 = 0.9 * state[16] + share3 * db1_5;
  state[16] = m_b1_5;
  const m_b1_6 = 0.9 * state[17] + share3 * db1_6;
  state[17] = m_b1_6;

  // v_b1⁺ = 0.999 * v_b1 + 0.001 * (share2 * db1) .^ 2
  const t8 = share2 * db1_1;
  const v_b1_1 = 0.999 * state[18] + 0.001 * (t8 * t8);
  state[18] = v_b1_1;
  const t9 = share2 * db1_2;
  const v_b1_2 = 0.999 * state[19] + 0.001 * (t9 * t9);
  state[19] = v_b1_2;
  const t10 = share2 * db1_3;
  const v_b1_3 = 0.999 * state[20] + 0.001 * (t10 * t10);
  state[20] = v_b1_3;
  const t11 = share2 * db1_4;
  const v_b1_4 = 0.999 * state[21] + 0.001 * (t11 * t11);
  state[21] = v_b1_4;
  const t12 = share2 * db1_5;
  const v_b1_5 = 0.999 * state[22] + 0.001 * (t12 * t12);
  state[22] = v_b1_5;
  const t13 = share2 * db1_6;
  const v_b1_6 = 0.999 * state[23] + 0.001 * (t13 * t13);
  state[23] = v_b1_6;

  // b1⁺ = b1 - stepSize * (m_b1⁺ ./ (sqrt(scale * v_b1⁺) + 1e-8))
  b1[0] -= stepSize * (m_b1_1 / (Math.sqrt(scale * v_b1_1) + 1e-8));
  b1[1] -= stepSize * (m_b1_2 / (Math.sqrt(scale * v_b1_2) + 1e-8));
  b1[2] -= stepSize * (m_b1_3 / (Math.sqrt(scale * v_b1_3) + 1e-8));
  b1[3] -= stepSize * (m_b1_4 / (Math.sqrt(scale * v_b1_4) + 1e-8));
  b1[4] -= stepSize * (m_b1_5 / (Math.sqrt(scale * v_b1_5) + 1e-8));
  b1[5] -= stepSize * (m_b1_6 / (Math.sqrt(scale * v_b1_6) + 1e-8));

  // m_W2⁺ = 0.9 * m_W2 + share3 * dW2
  const m_W2_1_1 = 0.9 * state[24] + share3 * dW2_1_1;
  state[24] = m_W2_1_1;
  const m_W2_1_2 = 0.9 * state[25] + share3 * dW2_1_2;
  state[25] = m_W2_1_2;
  const m_W2_1_3 = 0.9 * state[26] + share3 * dW2_1_3;
  state[26] = m_W2_1_3;
  const m_W2_1_4 = 0.9 * state[27] + share3 * dW2_1_4;
  state[27] = m_W2_1_4;
  const m_W2_1_5 = 0.9 * state[28] + share3 * dW2_1_5;
  state[28] = m_W2_1_5;
  const m_W2_1_6 = 0.9 * state[29] + share3 * dW2_1_6;
  state[29] = m_W2_1_6;
  const m_W2_2_1 = 0.9 * state[30] + share3 * dW2_2_1;
  state[30] = m_W2_2_1;
  const m_W2_2_2 = 0.9 * state[31] + share3 * dW2_2_2;
  state[31] = m_W2_2_2;
  const m_W2_2_3 = 0.9 * state[32] + share3 * dW2_2_3;
  state[32] = m_W2_2_3;
  const m_W2_2_4 = 0.9 * state[33] + share3 * dW2_2_4;
  state[33] = m_W2_2_4;
  const m_W2_2_5 = 0.9 * state[34] + share3 * dW2_2_5;
  state[34] = m_W2_2_5;
  const m_W2_2_6 = 0.9 * state[35] + share3 * dW2_2_6;
  state[35] = m_W2_2_6;

  // v_W2⁺ = 0.999 * v_W2 + 0.001 * (share2 * dW2) .^ 2
  const t14 = share2 * dW2_1_1;
  const v_W2_1_1 = 0.999 * state[36] + 0.001 * (t14 * t14);
  state[36] = v_W2_1_1;
  const t15 = share2 * dW2_1_2;
  const v_W2_1_2 = 0.999 * state[37] + 0.001 * (t15 * t15);
  state[37] = v_W2_1_2;
  const t16 = share2 * dW2_1_3;
  const v_W2_1_3 = 0.999 * state[38] + 0.001 * (t16 * t16);
  state[38] = v_W2_1_3;
  const t17 = share2 * dW2_1_4;
  const v_W2_1_4 = 0.999 * state[39] + 0.001 * (t17 * t17);
  state[39] = v_W2_1_4;
  const t18 = share2 * dW2_1_5;
  const v_W2_1_5 = 0.999 * state[40] + 0.001 * (t18 * t18);
  state[40] = v_W2_1_5;
  const t19 = share2 * dW2_1_6;
  const v_W2_1_6 = 0.999 * state[41] + 0.001 * (t19 * t19);
  state[41] = v_W2_1_6;
  const t20 = share2 * dW2_2_1;
  const v_W2_2_1 = 0.999 * state[42] + 0.001 * (t20 * t20);
  state[42] = v_W2_2_1;
  const t21 = share2 * dW2_2_2;
  const v_W2_2_2 = 0.999 * state[43] + 0.001 * (t21 * t21);
  state[43] = v_W2_2_2;
  const t22 = share2 * dW2_2_3;
  const v_W2_2_3 = 0.999 * state[44] + 0.001 * (t22 * t22);
  state[44] = v_W2_2_3;
  const t23 = share2 * dW2_2_4;
  const v_W2_2_4 = 0.999 * state[45] + 0.001 * (t23 * t23);
  state[45] = v_W2_2_4;
  const t24 = share2 * dW2_2_5;
  const v_W2_2_5 = 0.999 * state[46] + 0.001 * (t24 * t24);
  state[46] = v_W2_2_5;
  const t25 = share2 * dW2_2_6;
  const v_W2_2_6 = 0.999 * state[47] + 0.001 * (t25 * t25);
  state[47] = v_W2_2_6;

  // W2⁺ = W2 - stepSize * (m_W2⁺ ./ (sqrt(scale * v_W2⁺) + 1e-8))
  W2[0] -= stepSize * (m_W2_1_1 / (Math.sqrt(scale * v_W2_1_1) + 1e-8));
  W2[1] -= stepSize * (m_W2_1_2 / (Math.sqrt(scale * v_W2_1_2) + 1e-8));
  W2[2] -= stepSize * (m_W2_1_3 / (Math.sqrt(scale * v_W2_1_3) + 1e-8));
  W2[3] -= stepSize * (m_W2_1_4 / (Math.sqrt(scale * v_W2_1_4) + 1e-8));
  W2[4] -= stepSize * (m_W2_1_5 / (Math.sqrt(scale * v_W2_1_5) + 1e-8));
  W2[5] -= stepSize * (m_W2_1_6 / (Math.sqrt(scale * v_W2_1_6) + 1e-8));
  W2[6] -= stepSize * (m_W2_2_1 / (Math.sqrt(scale * v_W2_2_1) + 1e-8));
  W2[7] -= stepSize * (m_W2_2_2 / (Math.sqrt(scale * v_W2_2_2) + 1e-8));
  W2[8] -= stepSize * (m_W2_2_3 / (Math.sqrt(scale * v_W2_2_3) + 1e-8));
  W2[9] -= stepSize * (m_W2_2_4 / (Math.sqrt(scale * v_W2_2_4) + 1e-8));
  W2[10] -= stepSize * (m_W2_2_5 / (Math.sqrt(scale * v_W2_2_5) + 1e-8));
  W2[11] -= stepSize * (m_W2_2_6 / (Math.sqrt(scale * v_W2_2_6) + 1e-8));
  return loss;
}

/** The predictions for one example among others. */
export function predict(params: Parameters, data: Examples, row: number, into: Outputs = createOutputs()): Outputs {
  return forward(params, data.columns.a[row], data.columns.b[row], into);
}
