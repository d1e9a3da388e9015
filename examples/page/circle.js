/**
 * circle: compiled by gradc 0.1.0 from circle.grad. Do not edit: change the spec and compile again.
 *
 * Spec        sha256 cc0a4aef69662c3ea263804bdf481dd58decf3660672ca7f14dfcbb805d32c44
 * Parameters  25: W1 (6 × 2), b1 vector of 6, w2 vector of 6, b2 scalar
 * Precision   64-bit
 * Convention  loss and gradients are the mean over the batch
 * Stable form xlogy(d, sigmoid(z)) -> -(d * softplus(-z))
 *             xlogy(d, 1 - sigmoid(z)) -> -(d * softplus(z))
 *             d * softplus(-z) + (1 - d) * softplus(z) -> logisticLoss(z, d)
 *             1 - square(tanh(x)) -> 2 / (2 + expm1(min(2 * abs(x), 709))) * (2 - 2 / (2 + expm1(min(2 * abs(x), 709))))
 *
 * Operations of gradient, for one example (sums over the batch left out):
 *   forward 96: 31 multiply, 26 add, 7 abs, 7 compare, 7 divide, 6 expm1, 6 sign, 2 exp, 2 negate, 1 log1p, 1 subtract
 *   backward 49: 36 multiply, 7 subtract, 6 divide
 *
 * Schedule:
 *   forward  unrolled: 53 scalar operations, at most 2500
 *   evaluate  unrolled: 67 scalar operations, at most 2500
 *   gradient  unrolled: 205 scalar operations, at most 2500
 *   step  unrolled: 281 scalar operations, at most 2500
 *
 * parameters
 *   W1   6 × 2    glorot   # line 5
 *   b1   6        zeros    # line 6
 *   w2   6        lecun    # line 7
 *   b2   scalar   zeros    # line 8
 *
 * data
 *   x   2        input    # line 2
 *   d   scalar   target   # line 3
 *
 * forward
 *   h = tanh(W1 * x + b1)    6 per example        # line 10
 *   z = dot(w2, h) + b2      scalar per example   # line 11
 *   p = sigmoid(z)           scalar per example   # line 12, output
 *   J = logisticLoss(z, d)   scalar per example   # line 13, loss
 *   right = (p > 0.5) == d   scalar per example   # line 15, metric
 *
 * mean over the batch of m examples
 *   J = (Σn J) / m           scalar   # line 13, loss
 *   right = (Σn right) / m   scalar   # line 15, metric
 *
 * backward (constant factors come in last, with Σn)
 *   dJ = 1/m                         scalar per example   # each term of a sum gets the cotangent of the sum
 *   dz = p - d                       scalar per example   # chain rule through logisticLoss: ∂J/∂z = sigmoid(z) - d
 *   dh = dz * w2                     6 per example        # dot(w2, h) with respect to h: the other factor times the cotangent
 *   dh_in = dh .* (1 - h .^ 2)       6 per example        # EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); chain rule through tanh: ∂y/∂x = 1 - square(y)
 *   dW1 = 1/m * Σn outer(dh_in, x)   6 × 2                # EQ4: ∂C/∂w = δ aᵀ; W1 * x with respect to W1: outer product of the cotangent and the vector
 *   db1 = 1/m * Σn dh_in             6                    # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
 *   dw2 = 1/m * Σn dz * h            6                    # dot(w2, h) with respect to w2: the other factor times the cotangent
 *   db2 = (Σn dz) / m                scalar               # the same for all examples: their cotangents add up
 */

/** What the module is: names, shapes, defaults and data of the spec. */
export const metadata = {
  name: "circle",
  hash: "cc0a4aef69662c3ea263804bdf481dd58decf3660672ca7f14dfcbb805d32c44",
  version: "0.1.0",
  precision: "f64",
  parameters: [
    { name: "W1", shape: [6, 2], offset: 0, initial: { kind: "glorot" } },
    { name: "b1", shape: [6], offset: 12, initial: { kind: "zeros" } },
    { name: "w2", shape: [6], offset: 18, initial: { kind: "lecun" } },
    { name: "b2", shape: [], offset: 24, initial: { kind: "zeros" } },
  ],
  columns: [{ name: "x", role: "input", shape: [2] }, { name: "d", role: "target", shape: [] }],
  hypers: [],
  losses: ["J"],
  metrics: ["right"],
  outputs: [{ name: "p", shape: [] }],
  reduction: "mean",
  data: null,
  train: { optimizer: "momentum", rate: 0.05, batch: 10, epochs: 500, validation: 0, seed: 0 },
};

/** Parameters as views on one flat array, zero where none is given. */
export function createParameters(flat = new Float64Array(25)) {
  return {
    flat,
    W1: flat.subarray(0, 12),
    b1: flat.subarray(12, 18),
    w2: flat.subarray(18, 24),
    b2: flat.subarray(24, 25),
  };
}

/** Initial parameters: the same numbers for the same seed. */
export function initialise(seed, params = createParameters()) {
  for (let k = 0; k < 12; k++) params.W1[k] = 0.8660254037844386 * (2 * uniform(seed, 0, k) - 1);
  params.b1.fill(0);
  for (let k = 0; k < 6; k++) params.w2[k] = 0.408248290463863 * normal(seed, 2, k);
  params.b2.fill(0);
  return params;
}

/** A uniform number in [0, 1) that depends on its seed, stream and position alone. */
function uniform(seed, stream, position) {
  let h = 0;
  for (const word of [seed, seed / 4294967296, stream, position]) {
    h = Math.imul(h ^ word, 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35) + 0x9e3779b9;
    h ^= h >>> 16;
  }
  return (h >>> 0) / 4294967296;
}

/** A number of the standard normal distribution (Box and Muller 1958). */
function normal(seed, stream, position) {
  const radius = Math.sqrt(-2 * Math.log(1 - uniform(seed, stream, 2 * position)));
  return radius * Math.cos(2 * Math.PI * uniform(seed, stream, 2 * position + 1));
}

/** Hyperparameters at the values of the spec. */
export function createHyper() {
  return {};
}

/** Room for the predictions of one example. */
export function createOutputs() {
  return {
    p: new Float64Array(1),
  };
}

/** Room for gradients. */
export function createGradients(_examples = 1) {
  return {
    W1: new Float64Array(12),
    b1: new Float64Array(6),
    w2: new Float64Array(6),
    b2: new Float64Array(1),
    losses: new Float64Array(1),
  };
}

/** The state of the update rule, all zeros. */
export function createState() {
  return new Float64Array(25);
}

/** The predictions for one example. */
export function forward(params, x, into = createOutputs()) {
  const { W1, b1, w2, b2 } = params;

  // h = tanh(W1 * x + b1)   [line 10]
  const x_1 = x[0];
  const x_2 = x[1];
  const h_1 = Math.tanh(W1[0] * x_1 + W1[1] * x_2 + b1[0]);
  const h_2 = Math.tanh(W1[2] * x_1 + W1[3] * x_2 + b1[1]);
  const h_3 = Math.tanh(W1[4] * x_1 + W1[5] * x_2 + b1[2]);
  const h_4 = Math.tanh(W1[6] * x_1 + W1[7] * x_2 + b1[3]);
  const h_5 = Math.tanh(W1[8] * x_1 + W1[9] * x_2 + b1[4]);
  const h_6 = Math.tanh(W1[10] * x_1 + W1[11] * x_2 + b1[5]);

  // z = dot(w2, h) + b2   [line 11]
  const z = w2[0] * h_1 + w2[1] * h_2 + w2[2] * h_3 + w2[3] * h_4 + w2[4] * h_5 + w2[5] * h_6 + b2[0];

  // p = sigmoid(z)   [line 12, output]
  into.p[0] = 1 / (1 + Math.exp(-z));
  return into;
}

/** Losses, then metrics, over the examples `order[from … to)`, as inference computes them, into `report`; returns the total loss. */
export function evaluate(params, data, report, order = undefined, from = 0, to = order === undefined ? data.size : order.length) {
  const { W1, b1, w2, b2 } = params;
  const { x, d } = data.columns;
  const m = to - from;
  let J_sum = 0;
  let right_sum = 0;
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];

    // h = tanh(W1 * x + b1)   [line 10]
    const x_1 = x[row * 2];
    const x_2 = x[row * 2 + 1];
    const h_1 = Math.tanh(W1[0] * x_1 + W1[1] * x_2 + b1[0]);
    const h_2 = Math.tanh(W1[2] * x_1 + W1[3] * x_2 + b1[1]);
    const h_3 = Math.tanh(W1[4] * x_1 + W1[5] * x_2 + b1[2]);
    const h_4 = Math.tanh(W1[6] * x_1 + W1[7] * x_2 + b1[3]);
    const h_5 = Math.tanh(W1[8] * x_1 + W1[9] * x_2 + b1[4]);
    const h_6 = Math.tanh(W1[10] * x_1 + W1[11] * x_2 + b1[5]);

    // z = dot(w2, h) + b2   [line 11]
    const z = w2[0] * h_1 + w2[1] * h_2 + w2[2] * h_3 + w2[3] * h_4 + w2[4] * h_5 + w2[5] * h_6 + b2[0];

    // p = sigmoid(z)   [line 12, output]
    const p = 1 / (1 + Math.exp(-z));

    // right = (p > 0.5) == d   [line 15, metric]
    const d2 = d[row];
    const right = (p > 0.5 ? 1 : 0) === d2 ? 1 : 0;

    // J = logisticLoss(z, d)   [line 13, loss]
    const J = Math.max(z, 0) - d2 * z + Math.log1p(Math.exp(-Math.abs(z)));

    // J_sum = Σn J
    J_sum += J;

    // right_sum = Σn right
    right_sum += right;
  }

  // J2 = J_sum / m   [line 13, loss]
  const J2 = J_sum / m;
  report[0] = J2;

  // right2 = right_sum / m   [line 15, metric]
  report[1] = right_sum / m;
  return J2;
}

/** The loss over the examples `order[from … to)` and its gradients, into `into`; returns the loss. */
export function gradient(params, data, into, order = undefined, from = 0, to = order === undefined ? data.size : order.length) {
  const { W1, b1, w2, b2 } = params;
  const { x, d } = data.columns;
  const m = to - from;
  const share = 1 / m;
  let J_sum = 0;
  let dw2_1 = 0, dw2_2 = 0, dw2_3 = 0, dw2_4 = 0, dw2_5 = 0, dw2_6 = 0;
  let db2_sum = 0;
  let dW1_1_1 = 0, dW1_1_2 = 0, dW1_2_1 = 0, dW1_2_2 = 0, dW1_3_1 = 0, dW1_3_2 = 0, dW1_4_1 = 0, dW1_4_2 = 0;
  let dW1_5_1 = 0, dW1_5_2 = 0, dW1_6_1 = 0, dW1_6_2 = 0;
  let db1_1 = 0, db1_2 = 0, db1_3 = 0, db1_4 = 0, db1_5 = 0, db1_6 = 0;
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];

    // add = W1 * x + b1
    const x_1 = x[row * 2];
    const x_2 = x[row * 2 + 1];
    const add_1 = W1[0] * x_1 + W1[1] * x_2 + b1[0];
    const add_2 = W1[2] * x_1 + W1[3] * x_2 + b1[1];
    const add_3 = W1[4] * x_1 + W1[5] * x_2 + b1[2];
    const add_4 = W1[6] * x_1 + W1[7] * x_2 + b1[3];
    const add_5 = W1[8] * x_1 + W1[9] * x_2 + b1[4];
    const add_6 = W1[10] * x_1 + W1[11] * x_2 + b1[5];

    // h_expm1 = expm1(min(2 * abs(add), 709))
    const h_expm1_1 = Math.expm1(Math.min(2 * Math.abs(add_1), 709));
    const h_expm1_2 = Math.expm1(Math.min(2 * Math.abs(add_2), 709));
    const h_expm1_3 = Math.expm1(Math.min(2 * Math.abs(add_3), 709));
    const h_expm1_4 = Math.expm1(Math.min(2 * Math.abs(add_4), 709));
    const h_expm1_5 = Math.expm1(Math.min(2 * Math.abs(add_5), 709));
    const h_expm1_6 = Math.expm1(Math.min(2 * Math.abs(add_6), 709));

    // h_den = 2 + h_expm1
    const h_den_1 = 2 + h_expm1_1;
    const h_den_2 = 2 + h_expm1_2;
    const h_den_3 = 2 + h_expm1_3;
    const h_den_4 = 2 + h_expm1_4;
    const h_den_5 = 2 + h_expm1_5;
    const h_den_6 = 2 + h_expm1_6;

    // h = sign(add) .* (h_expm1 ./ h_den)   [line 10]
    const h_1 = Math.sign(add_1) * (h_expm1_1 / h_den_1);
    const h_2 = Math.sign(add_2) * (h_expm1_2 / h_den_2);
    const h_3 = Math.sign(add_3) * (h_expm1_3 / h_den_3);
    const h_4 = Math.sign(add_4) * (h_expm1_4 / h_den_4);
    const h_5 = Math.sign(add_5) * (h_expm1_5 / h_den_5);
    const h_6 = Math.sign(add_6) * (h_expm1_6 / h_den_6);

    // z = dot(w2, h) + b2   [line 11]
    const z = w2[0] * h_1 + w2[1] * h_2 + w2[2] * h_3 + w2[3] * h_4 + w2[4] * h_5 + w2[5] * h_6 + b2[0];

    // p = sigmoid(z)   [line 12, output]
    const p = 1 / (1 + Math.exp(-z));

    // J = logisticLoss(z, d)   [line 13, loss]
    const d2 = d[row];
    const J = Math.max(z, 0) - d2 * z + Math.log1p(Math.exp(-Math.abs(z)));

    // J_sum = Σn J
    J_sum += J;

    // dz = p - d   [chain rule through logisticLoss: ∂J/∂z = sigmoid(z) - d]
    const dz = p - d2;

    // dw2 = Σn dz * h   [dot(w2, h) with respect to w2: the other factor times the cotangent; line 11]
    dw2_1 += dz * h_1;
    dw2_2 += dz * h_2;
    dw2_3 += dz * h_3;
    dw2_4 += dz * h_4;
    dw2_5 += dz * h_5;
    dw2_6 += dz * h_6;

    // db2_sum = Σn dz
    db2_sum += dz;

    // div = 2 ./ h_den
    const div_1 = 2 / h_den_1;
    const div_2 = 2 / h_den_2;
    const div_3 = 2 / h_den_3;
    const div_4 = 2 / h_den_4;
    const div_5 = 2 / h_den_5;
    const div_6 = 2 / h_den_6;

    // dh = dz * w2   [dot(w2, h) with respect to h: the other factor times the cotangent; line 11]
    const dh_1 = dz * w2[0];
    const dh_2 = dz * w2[1];
    const dh_3 = dz * w2[2];
    const dh_4 = dz * w2[3];
    const dh_5 = dz * w2[4];
    const dh_6 = dz * w2[5];

    // dh_in = dh .* (div .* (2 - div))   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 10]
    const dh_in_1 = dh_1 * (div_1 * (2 - div_1));
    const dh_in_2 = dh_2 * (div_2 * (2 - div_2));
    const dh_in_3 = dh_3 * (div_3 * (2 - div_3));
    const dh_in_4 = dh_4 * (div_4 * (2 - div_4));
    const dh_in_5 = dh_5 * (div_5 * (2 - div_5));
    const dh_in_6 = dh_6 * (div_6 * (2 - div_6));

    // dW1 = Σn outer(dh_in, x)   [EQ4: ∂C/∂w = δ aᵀ; line 10]
    dW1_1_1 += dh_in_1 * x_1;
    dW1_1_2 += dh_in_1 * x_2;
    dW1_2_1 += dh_in_2 * x_1;
    dW1_2_2 += dh_in_2 * x_2;
    dW1_3_1 += dh_in_3 * x_1;
    dW1_3_2 += dh_in_3 * x_2;
    dW1_4_1 += dh_in_4 * x_1;
    dW1_4_2 += dh_in_4 * x_2;
    dW1_5_1 += dh_in_5 * x_1;
    dW1_5_2 += dh_in_5 * x_2;
    dW1_6_1 += dh_in_6 * x_1;
    dW1_6_2 += dh_in_6 * x_2;

    // db1 = Σn dh_in   [EQ3: ∂C/∂b = δ]
    db1_1 += dh_in_1;
    db1_2 += dh_in_2;
    db1_3 += dh_in_3;
    db1_4 += dh_in_4;
    db1_5 += dh_in_5;
    db1_6 += dh_in_6;
  }

  // J2 = J_sum / m   [line 13, loss]
  const J2 = J_sum / m;
  into.losses[0] = J2;

  // dW1 = share * dW1   [the mean over the batch]
  into.W1[0] = share * dW1_1_1;
  into.W1[1] = share * dW1_1_2;
  into.W1[2] = share * dW1_2_1;
  into.W1[3] = share * dW1_2_2;
  into.W1[4] = share * dW1_3_1;
  into.W1[5] = share * dW1_3_2;
  into.W1[6] = share * dW1_4_1;
  into.W1[7] = share * dW1_4_2;
  into.W1[8] = share * dW1_5_1;
  into.W1[9] = share * dW1_5_2;
  into.W1[10] = share * dW1_6_1;
  into.W1[11] = share * dW1_6_2;

  // db1 = share * db1   [the mean over the batch]
  into.b1[0] = share * db1_1;
  into.b1[1] = share * db1_2;
  into.b1[2] = share * db1_3;
  into.b1[3] = share * db1_4;
  into.b1[4] = share * db1_5;
  into.b1[5] = share * db1_6;

  // dw2 = share * dw2   [the mean over the batch]
  into.w2[0] = share * dw2_1;
  into.w2[1] = share * dw2_2;
  into.w2[2] = share * dw2_3;
  into.w2[3] = share * dw2_4;
  into.w2[4] = share * dw2_5;
  into.w2[5] = share * dw2_6;

  // db2 = db2_sum / m   [the same for all examples: their cotangents add up]
  into.b2[0] = db2_sum / m;
  return J2;
}

/** One step of training on the examples `order[from … to)`: forward, backward, update; returns the loss before the update. */
export function step(params, state, data, clock, order = undefined, from = 0, to = order === undefined ? data.size : order.length) {
  const { W1, b1, w2, b2 } = params;
  const { x, d } = data.columns;
  const { rate } = clock;
  const m = to - from;
  const stepSize = rate / m;
  let J_sum = 0;
  let dw2_1 = 0, dw2_2 = 0, dw2_3 = 0, dw2_4 = 0, dw2_5 = 0, dw2_6 = 0;
  let db2_sum = 0;
  let dW1_1_1 = 0, dW1_1_2 = 0, dW1_2_1 = 0, dW1_2_2 = 0, dW1_3_1 = 0, dW1_3_2 = 0, dW1_4_1 = 0, dW1_4_2 = 0;
  let dW1_5_1 = 0, dW1_5_2 = 0, dW1_6_1 = 0, dW1_6_2 = 0;
  let db1_1 = 0, db1_2 = 0, db1_3 = 0, db1_4 = 0, db1_5 = 0, db1_6 = 0;
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];

    // add = W1 * x + b1
    const x_1 = x[row * 2];
    const x_2 = x[row * 2 + 1];
    const add_1 = W1[0] * x_1 + W1[1] * x_2 + b1[0];
    const add_2 = W1[2] * x_1 + W1[3] * x_2 + b1[1];
    const add_3 = W1[4] * x_1 + W1[5] * x_2 + b1[2];
    const add_4 = W1[6] * x_1 + W1[7] * x_2 + b1[3];
    const add_5 = W1[8] * x_1 + W1[9] * x_2 + b1[4];
    const add_6 = W1[10] * x_1 + W1[11] * x_2 + b1[5];

    // h_expm1 = expm1(min(2 * abs(add), 709))
    const h_expm1_1 = Math.expm1(Math.min(2 * Math.abs(add_1), 709));
    const h_expm1_2 = Math.expm1(Math.min(2 * Math.abs(add_2), 709));
    const h_expm1_3 = Math.expm1(Math.min(2 * Math.abs(add_3), 709));
    const h_expm1_4 = Math.expm1(Math.min(2 * Math.abs(add_4), 709));
    const h_expm1_5 = Math.expm1(Math.min(2 * Math.abs(add_5), 709));
    const h_expm1_6 = Math.expm1(Math.min(2 * Math.abs(add_6), 709));

    // h_den = 2 + h_expm1
    const h_den_1 = 2 + h_expm1_1;
    const h_den_2 = 2 + h_expm1_2;
    const h_den_3 = 2 + h_expm1_3;
    const h_den_4 = 2 + h_expm1_4;
    const h_den_5 = 2 + h_expm1_5;
    const h_den_6 = 2 + h_expm1_6;

    // h = sign(add) .* (h_expm1 ./ h_den)   [line 10]
    const h_1 = Math.sign(add_1) * (h_expm1_1 / h_den_1);
    const h_2 = Math.sign(add_2) * (h_expm1_2 / h_den_2);
    const h_3 = Math.sign(add_3) * (h_expm1_3 / h_den_3);
    const h_4 = Math.sign(add_4) * (h_expm1_4 / h_den_4);
    const h_5 = Math.sign(add_5) * (h_expm1_5 / h_den_5);
    const h_6 = Math.sign(add_6) * (h_expm1_6 / h_den_6);

    // z = dot(w2, h) + b2   [line 11]
    const z = w2[0] * h_1 + w2[1] * h_2 + w2[2] * h_3 + w2[3] * h_4 + w2[4] * h_5 + w2[5] * h_6 + b2[0];

    // p = sigmoid(z)   [line 12, output]
    const p = 1 / (1 + Math.exp(-z));

    // J = logisticLoss(z, d)   [line 13, loss]
    const d2 = d[row];
    const J = Math.max(z, 0) - d2 * z + Math.log1p(Math.exp(-Math.abs(z)));

    // J_sum = Σn J
    J_sum += J;

    // dz = p - d   [chain rule through logisticLoss: ∂J/∂z = sigmoid(z) - d]
    const dz = p - d2;

    // dw2 = Σn dz * h   [dot(w2, h) with respect to w2: the other factor times the cotangent; line 11]
    dw2_1 += dz * h_1;
    dw2_2 += dz * h_2;
    dw2_3 += dz * h_3;
    dw2_4 += dz * h_4;
    dw2_5 += dz * h_5;
    dw2_6 += dz * h_6;

    // db2_sum = Σn dz
    db2_sum += dz;

    // div = 2 ./ h_den
    const div_1 = 2 / h_den_1;
    const div_2 = 2 / h_den_2;
    const div_3 = 2 / h_den_3;
    const div_4 = 2 / h_den_4;
    const div_5 = 2 / h_den_5;
    const div_6 = 2 / h_den_6;

    // dh = dz * w2   [dot(w2, h) with respect to h: the other factor times the cotangent; line 11]
    const dh_1 = dz * w2[0];
    const dh_2 = dz * w2[1];
    const dh_3 = dz * w2[2];
    const dh_4 = dz * w2[3];
    const dh_5 = dz * w2[4];
    const dh_6 = dz * w2[5];

    // dh_in = dh .* (div .* (2 - div))   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 10]
    const dh_in_1 = dh_1 * (div_1 * (2 - div_1));
    const dh_in_2 = dh_2 * (div_2 * (2 - div_2));
    const dh_in_3 = dh_3 * (div_3 * (2 - div_3));
    const dh_in_4 = dh_4 * (div_4 * (2 - div_4));
    const dh_in_5 = dh_5 * (div_5 * (2 - div_5));
    const dh_in_6 = dh_6 * (div_6 * (2 - div_6));

    // dW1 = Σn outer(dh_in, x)   [EQ4: ∂C/∂w = δ aᵀ; line 10]
    dW1_1_1 += dh_in_1 * x_1;
    dW1_1_2 += dh_in_1 * x_2;
    dW1_2_1 += dh_in_2 * x_1;
    dW1_2_2 += dh_in_2 * x_2;
    dW1_3_1 += dh_in_3 * x_1;
    dW1_3_2 += dh_in_3 * x_2;
    dW1_4_1 += dh_in_4 * x_1;
    dW1_4_2 += dh_in_4 * x_2;
    dW1_5_1 += dh_in_5 * x_1;
    dW1_5_2 += dh_in_5 * x_2;
    dW1_6_1 += dh_in_6 * x_1;
    dW1_6_2 += dh_in_6 * x_2;

    // db1 = Σn dh_in   [EQ3: ∂C/∂b = δ]
    db1_1 += dh_in_1;
    db1_2 += dh_in_2;
    db1_3 += dh_in_3;
    db1_4 += dh_in_4;
    db1_5 += dh_in_5;
    db1_6 += dh_in_6;
  }

  // loss = J_sum / m   [line 13, loss]
  const loss = J_sum / m;

  // db2 = db2_sum / m   [the same for all examples: their cotangents add up]
  const db2 = db2_sum / m;

  // v_b2⁺ = 0.9 * v_b2 - rate * db2
  const v_b2_2 = 0.9 * state[24] - rate * db2;
  state[24] = v_b2_2;

  // b2⁺ = b2 + v_b2⁺
  b2[0] += v_b2_2;

  // v_W1⁺ = 0.9 * v_W1 - stepSize * dW1
  const v_W1_1_1 = 0.9 * state[0] - stepSize * dW1_1_1;
  state[0] = v_W1_1_1;
  const v_W1_1_2 = 0.9 * state[1] - stepSize * dW1_1_2;
  state[1] = v_W1_1_2;
  const v_W1_2_1 = 0.9 * state[2] - stepSize * dW1_2_1;
  state[2] = v_W1_2_1;
  const v_W1_2_2 = 0.9 * state[3] - stepSize * dW1_2_2;
  state[3] = v_W1_2_2;
  const v_W1_3_1 = 0.9 * state[4] - stepSize * dW1_3_1;
  state[4] = v_W1_3_1;
  const v_W1_3_2 = 0.9 * state[5] - stepSize * dW1_3_2;
  state[5] = v_W1_3_2;
  const v_W1_4_1 = 0.9 * state[6] - stepSize * dW1_4_1;
  state[6] = v_W1_4_1;
  const v_W1_4_2 = 0.9 * state[7] - stepSize * dW1_4_2;
  state[7] = v_W1_4_2;
  const v_W1_5_1 = 0.9 * state[8] - stepSize * dW1_5_1;
  state[8] = v_W1_5_1;
  const v_W1_5_2 = 0.9 * state[9] - stepSize * dW1_5_2;
  state[9] = v_W1_5_2;
  const v_W1_6_1 = 0.9 * state[10] - stepSize * dW1_6_1;
  state[10] = v_W1_6_1;
  const v_W1_6_2 = 0.9 * state[11] - stepSize * dW1_6_2;
  state[11] = v_W1_6_2;

  // W1⁺ = W1 + v_W1⁺
  W1[0] += v_W1_1_1;
  W1[1] += v_W1_1_2;
  W1[2] += v_W1_2_1;
  W1[3] += v_W1_2_2;
  W1[4] += v_W1_3_1;
  W1[5] += v_W1_3_2;
  W1[6] += v_W1_4_1;
  W1[7] += v_W1_4_2;
  W1[8] += v_W1_5_1;
  W1[9] += v_W1_5_2;
  W1[10] += v_W1_6_1;
  W1[11] += v_W1_6_2;

  // v_b1⁺ = 0.9 * v_b1 - stepSize * db1
  const v_b1_1 = 0.9 * state[12] - stepSize * db1_1;
  state[12] = v_b1_1;
  const v_b1_2 = 0.9 * state[13] - stepSize * db1_2;
  state[13] = v_b1_2;
  const v_b1_3 = 0.9 * state[14] - stepSize * db1_3;
  state[14] = v_b1_3;
  const v_b1_4 = 0.9 * state[15] - stepSize * db1_4;
  state[15] = v_b1_4;
  const v_b1_5 = 0.9 * state[16] - stepSize * db1_5;
  state[16] = v_b1_5;
  const v_b1_6 = 0.9 * state[17] - stepSize * db1_6;
  state[17] = v_b1_6;

  // b1⁺ = b1 + v_b1⁺
  b1[0] += v_b1_1;
  b1[1] += v_b1_2;
  b1[2] += v_b1_3;
  b1[3] += v_b1_4;
  b1[4] += v_b1_5;
  b1[5] += v_b1_6;

  // v_w2⁺ = 0.9 * v_w2 - stepSize * dw2
  const v_w2_1 = 0.9 * state[18] - stepSize * dw2_1;
  state[18] = v_w2_1;
  const v_w2_2 = 0.9 * state[19] - stepSize * dw2_2;
  state[19] = v_w2_2;
  const v_w2_3 = 0.9 * state[20] - stepSize * dw2_3;
  state[20] = v_w2_3;
  const v_w2_4 = 0.9 * state[21] - stepSize * dw2_4;
  state[21] = v_w2_4;
  const v_w2_5 = 0.9 * state[22] - stepSize * dw2_5;
  state[22] = v_w2_5;
  const v_w2_6 = 0.9 * state[23] - stepSize * dw2_6;
  state[23] = v_w2_6;

  // w2⁺ = w2 + v_w2⁺
  w2[0] += v_w2_1;
  w2[1] += v_w2_2;
  w2[2] += v_w2_3;
  w2[3] += v_w2_4;
  w2[4] += v_w2_5;
  w2[5] += v_w2_6;
  return loss;
}

/** The predictions for one example among others. */
export function predict(params, data, row, into = createOutputs()) {
  return forward(params, data.columns.x.subarray(row * 2, row * 2 + 2), into);
}

/** This module, as what runs it takes it. */
const model = { metadata, createParameters, initialise, createState, createHyper, evaluate, step };

/** Trains by stochastic gradient descent in shuffled batches, from the seeded initial parameters; what the options leave out is as the spec says. Throws a `RangeError` for options out of range. */
export const train = (data, options) => trainModel(model, data, options);

/** Examples from rows of 3 numbers (x 2, d 1). Throws an error that lists what is wrong, row by row. */
export const examples = (rows) => readRows(metadata, rows);

// What runs it

/** Trains a module on examples in memory. */
function trainModel(model, data, options = {}) {
  return trainInMemory(model, data, options);
}

/** Examples of the module that `metadata` is of. Throws a `RangeError` for the first row of another length, or number that does not fit its column. */
function readRows(metadata, rows) {
  const examples = createExamples(metadata.columns, rows.length, metadata.precision);
  for (const [r, row] of rows.entries()) {
    let at = 0;
    for (const column of columnsOfRow(metadata.columns)) {
      const values = examples.columns[column.name];
      for (let i = r * sizeOf(column.shape); i < (r + 1) * sizeOf(column.shape); i++) {
        const value = row[at++];
        values[i] = value;
        // A number that is not finite is none, and a class that an array of integers changes was none.
        const isFit = isClass(column) ? values[i] === value && value >= 0 && value < (column.classes ?? Infinity) : Number.isFinite(values[i]);
        if (at <= row.length && !isFit) throw new RangeError(`row ${r + 1}: ${value} is no ${column.name}`);
      }
    }
    if (at !== row.length) throw new RangeError(`row ${r + 1}: expected ${at} numbers, found ${row.length}`);
  }
  return examples;
}

/** The columns as a row of data has them: the inputs, then targets, labels and indexes together, in order of declaration. */
function columnsOfRow(columns) {
  const isInput = (column) => column.role === "input";
  return [...columns.filter(isInput), ...columns.filter((column) => !isInput(column))];
}

/** Room for `size` examples, all zeros: per column an array of `[size, ...shape]`. */
function createExamples(columns, size, precision) {
  const room = (column) => {
    const length = size * sizeOf(column.shape);
    return isClass(column) ? new Int32Array(length) : createFloats(precision, length);
  };
  return { size, columns: Object.fromEntries(columns.map((column) => [column.name, room(column)])) };
}

/**
 * How many of `size` examples, counted from the first, are for training; the others, at the end, validate.
 * A share above 0 keeps at least one example for either, if there are two.
 */
function trainingSize(size, share) {
  if (share === 0 || size < 2) return size;
  return size - Math.min(size - 1, Math.max(1, Math.round(size * share)));
}

/** Whether a column holds whole numbers from 0, and not numbers to calculate with. */
function isClass(column) {
  return column.role === "label" || column.role === "index";
}

/** How many numbers an array of this shape has; `[]`, the shape of a number, has 1. */
function sizeOf(shape) {
  return shape.reduce((size, extent) => size * extent, 1);
}

/** An array of zeros in the model's precision. */
function createFloats(precision, length) {
  return precision === "f32" ? new Float32Array(length) : new Float64Array(length);
}

/** Sets up a run that has not made a step. Throws a `RangeError` that names an option out of range; `checkOptions` tells more. */
function startRun(model, size, options = {}) {
  const { rate: fromSpec, ...defaults } = model.metadata.train;
  const { epochs = defaults.epochs, batch = defaults.batch, seed = defaults.seed, validation = defaults.validation, rate = typeof fromSpec === "number" ? fromSpec : 0 } = options;
  const params = model.initialise(seed);
  const given = options.params ?? params.flat;
  const hyper = model.createHyper();
  const isFit = {
    epochs: epochs >= 0,
    batch: batch % 1 === 0 && batch > 0,
    seed: seed >= 0,
    validation: validation >= 0 && validation < 1,
    rate: rate >= 0 && (options.rate === undefined || rate === options.rate && typeof fromSpec === "number"),
    hyper: Object.entries(options.hyper ?? {}).every(([name, value]) => name in hyper && Number.isFinite(value)),
    params: given.length === params.flat.length,
    data: size > 0,
  };
  for (const [option, fits] of Object.entries(isFit)) if (!fits) throw new RangeError(`${option}: out of range`);
  params.flat.set(given);
  return {
    model,
    params,
    state: model.createState(),
    hyper: { ...hyper, ...options.hyper },
    epochs,
    batch,
    validation,
    size,
    trainingSize: trainingSize(size, validation),
    clock: { t: 0, epoch: 0, rate, seed },
    epoch: 0,
    position: 0,
    loss: 0,
  };
}

/** Examples evaluated in one call: fixed, so that the rounding of the result does not depend on the speed of the machine. */
const chunk = 64;

/**
 * Evaluates the examples from `from` to before `to`, counted over all data, a chunk at a time, a mean over none being NaN; `rest` is called after
 * each and may give way to others. What a loss counts once per batch is counted once.
 */
async function evaluateRange({ model, params, hyper }, pieces, from, to, rest) {
  const { losses, metrics, precision, reduction } = model.metadata;
  const report = createFloats(precision, losses.length + metrics.length);
  // Weights are in chunks, divided by at the end: those of whole chunks are exact, so that a mean of ones is 1.
  const isSum = reduction === "sum";
  const unit = Math.min(chunk, to - from);
  const divisor = isSum ? 1 : (to - from) / unit;
  let sums = [0, ...report];
  for (let at = from; at < to; ) {
    const { data, first } = await pieces.at(at);
    const end = Math.min(to, first + data.size, at + chunk);
    const over = (stop) => [model.evaluate(params, data, report, undefined, at - first, stop - first, hyper), ...report];
    const values = over(end);
    // A sum over no examples consists of what is counted once: each chunk after the first is taken without it. A mean
    // of means weighted by examples counts that once by itself.
    const once = isSum && at > from ? over(at) : [];
    sums = sums.map((sum, k) => sum + (isSum ? values[k] - (once[k] ?? 0) : (values[k] * (end - at)) / unit));
    at = end;
    await rest();
  }
  const named = (names, offset) => Object.fromEntries(names.map((name, k) => [name, sums[offset + k] / divisor]));
  return { loss: sums[0] / divisor, losses: named(losses, 1), metrics: named(metrics, 1 + losses.length) };
}

/** Data in memory as their one piece. */
function inMemory(data) {
  const piece = { data, index: 0, first: 0 };
  return { size: data.size, at: () => piece };
}

/** `train` for data in memory alone and without resuming: what a file that holds model and trainer needs, and no more. */
function trainInMemory(model, data, options = {}) {
  return runTraining(startRun(model, data.size, options), inMemory(data), options);
}

/** A run of training on pieces of data, which gives way to the event loop. */
function runTraining(run, pieces, { signal, onEpoch, onStep, onPause, onStop }) {
  const { model, params, state, hyper, epochs, batch, size, trainingSize, clock } = run;
  const isMean = model.metadata.reduction === "mean";
  const timer = new Timer();
  const random = new Random(0);
  const firstStep = clock.t;
  const firstExample = examplesUsed(run);
  /** The training examples of a piece in the order of the present epoch, and which piece it is. */
  let order = new Uint32Array(0);
  let ordered = null;
  /** The loss over the last whole epoch. */
  let epochLoss = 0;
  let stopped = null;
  /** Settled when no one is advancing the run: only one does at a time. */
  let turn = Promise.resolve();
  let result = null;

  function inTurn(work) {
    const next = turn.then(work);
    turn = next;
    return next;
  }

  function stop(kind, reason) {
    stopped ??= { kind, reason, epoch: clock.epoch, step: clock.t };
  }

  function isGoing() {
    if (run.verdict !== undefined) stop(...run.verdict);
    const kind = run.epoch >= epochs ? "finished" : signal?.aborted === true ? "aborted" : null;
    if (kind !== null) stop(kind, `${kind} ${run.position === 0 ? "after" : "in"} epoch ${clock.epoch} of ${epochs}`);
    return stopped === null;
  }

  /** Goes on to the end of the run, or of the epoch if only one is wanted; `null` at the end of the run. */
  async function advance(isOne) {
    if (stopped !== null) return null;
    timer.lap();
    while (isGoing()) {
      const piece = pieces.at(run.position);
      if (piece instanceof Promise) {
        await piece;
        continue;
      }
      makeSteps(piece);
      if (run.position === trainingSize) {
        epochLoss = run.loss;
        run.epoch++;
        run.position = run.loss = 0;
        if (isOne || onEpoch !== undefined) {
          timer.step += timer.lap();
          const progress = progressWith(trainingSize < size ? await evaluate(trainingSize, size) : null);
          await onEpoch?.(progress);
          timer.lap();
          if (isOne) return progress;
        }
      }
      if (timer.left <= 0 && timer.look()) {
        timer.step += timer.lap();
        await pause();
      }
    }
    timer.step += timer.lap();
    onStop?.(stopped);
    return null;
  }

  /** Makes steps on a piece: up to where the clock is to be looked at, or one where each is watched. */
  function makeSteps(piece) {
    const end = Math.min(piece.data.size, trainingSize - piece.first);
    if (piece !== ordered || clock.epoch <= run.epoch) shufflePiece(piece, end);
    const before = clock.t;
    const loss = stepThrough(piece, end, onStep === undefined ? timer.left : 1);
    timer.left -= clock.t - before;
    onStep?.({ step: clock.t, epoch: clock.epoch, loss });
    if (!Number.isFinite(loss)) stop("diverged", `the loss became ${loss} in epoch ${clock.epoch}, step ${clock.t}`);
  }

  /** The loop around `step`; returns the last loss, and stops behind the first that is not finite. Nothing is allocated here. */
  function stepThrough({ data, first }, end, most) {
    let at = run.position - first;
    let total = run.loss;
    let loss = 0;
    // In local variables: a fraction that is stored in an object may be a new one each time.
    for (; at < end && most > 0; most--) {
      const to = Math.min(at + batch, end);
      clock.t++;
      loss = model.step(params, state, data, clock, order, at, to, hyper);
      if (!Number.isFinite(loss)) break;
      total += loss * (isMean ? (to - at) / trainingSize : 1);
      at = to;
    }
    run.position = first + at;
    run.loss = total;
    return loss;
  }

  /** Puts the training examples of a piece, its first `count`, in an order that seed, epoch and piece determine. */
  function shufflePiece(piece, count) {
    clock.epoch = run.epoch + 1;
    if (order.length < count) order = new Uint32Array(count);
    // From the identity, so that a run that was stopped can be taken up again.
    for (let i = 0; i < count; i++) order[i] = i;
    random.restart(clock.seed, clock.epoch, piece.index);
    shuffle(order, random, count);
    ordered = piece;
  }

  /** Gives way, between two steps or within an evaluation. */
  function pause() {
    onPause?.(progressWith(null));
    return timer.pause();
  }

  function progressWith(validation) {
    const isOver = clock.epoch === run.epoch;
    const part = isOver ? 1 : run.position / trainingSize;
    const used = examplesUsed(run) - firstExample;
    return {
      epoch: clock.epoch,
      epochs,
      part,
      step: clock.t,
      loss: isOver ? epochLoss : isMean ? run.loss / part : run.loss,
      validation,
      // A browser's clock may stand still over a short epoch.
      examplesPerSecond: (1000 * used) / Math.max(timer.step, 1e-3),
      secondsLeft: ((performance.now() - timer.start) / used / 1000) * (epochs * trainingSize - examplesUsed(run)),
    };
  }

  /** Evaluates the examples from one to before another. */
  function evaluate(from, to) {
    return evaluateRange(run, pieces, from, to, () => (timer.isPauseDue() ? pause() : null));
  }

  async function finish() {
    await advance(false);
    const steps = clock.t - firstStep;
    const end = {
      params,
      state,
      train: await evaluate(0, trainingSize),
      validation: trainingSize < size ? await evaluate(trainingSize, size) : null,
      stopped: stopped,
      seed: clock.seed,
      hyper,
      millisecondsPerStep: steps === 0 ? null : timer.step / steps,
    };
    await pieces.close?.();
    return end;
  }

  return {
    then(onResult, onFailure) {
      result ??= inTurn(finish);
      return result.then(onResult, onFailure);
    },
    async *[Symbol.asyncIterator]() {
      try {
        for (;;) {
          const progress = await inTurn(() => advance(true));
          if (progress === null) return;
          yield progress;
        }
      } finally {
        await inTurn(async () => pieces.close?.());
      }
    },
  };
}

/** Training examples used since the run was started, each as often as it was. */
const examplesUsed = ({ epoch, trainingSize, position }) => epoch * trainingSize + position;

/**
 * A generator whose draws depend on `seed` (a whole number, 0 … 2⁵³ − 1), `stream` and `part` (0 … 2³² − 1) only.
 * The algorithm is sfc32, three words of state and a counter; not for cryptography.
 * Source: Chris Doty-Humphrey, PractRand, `sfc.cpp` (public domain), seeded as its `seed(s1, s2, s3)` with the
 * words stream, low and high half of the seed, the counter `part` further on, and 15 draws discarded.
 */
class Random {
  // Fields that start as numbers: seeding and shuffling four takes 75 ns on Node 20, and 500 with variables of a closure.
  #a = 0;
  #b = 0;
  #c = 0;
  #counter = 1;

  constructor(seed, stream = 0, part = 0) {
    this.restart(seed, stream, part);
  }

  /** Makes this the generator of other numbers, without making an object. */
  restart(seed, stream = 0, part = 0) {
    this.#a = stream | 0;
    this.#b = seed | 0;
    this.#c = Math.floor(seed / 2 ** 32) | 0;
    this.#counter = (1 + part) | 0;
    for (let i = 0; i < 15; i++) this.next();
  }

  /** A whole number uniform on 0 … 2³² − 1. */
  next() {
    const drawn = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + drawn) | 0;
    return drawn >>> 0;
  }
}

/** A whole number uniform on 0 … `bound` − 1, for `bound` up to 2³². */
function below(bound, random) {
  // Cut to the bits that `bound` needs and drawn again if too large: unbiased, and quicker than a remainder.
  const mask = 0xffff_ffff >>> Math.clz32((bound - 1) | 1);
  for (;;) {
    const drawn = (random.next() & mask) >>> 0;
    if (drawn < bound) return drawn;
  }
}

/** Permutes the first `size` of `order` in place, every permutation equally likely (Fisher and Yates, as in Durstenfeld 1964). */
function shuffle(order, random, size = order.length) {
  for (let last = size - 1; last > 0; last--) {
    const other = below(last + 1, random);
    const moved = order[last];
    order[last] = order[other];
    order[other] = moved;
  }
}

/** Milliseconds of work after which others get their turn. */
const betweenPauses = 50;

/** Tells when training should give way to the event loop, and how long its work has taken so far. */
class Timer {
  /** Steps that may be made before the clock is looked at again. */
  left = 1;
  /** Milliseconds of steps; evaluation, and what callers do between, is left out. */
  step = 0;
  start = performance.now();
  #stride = 1;
  #lap = this.start;
  #looked = this.start;
  #paused = this.start;

  /** Milliseconds since the last lap. */
  lap() {
    const before = this.#lap;
    this.#lap = performance.now();
    return this.#lap - before;
  }

  /** Whether a pause is due; finds how many steps take a few milliseconds, so that they are not slowed down by the clock. */
  look() {
    const before = this.#looked;
    this.#looked = performance.now();
    this.left = this.#stride = Math.ceil(this.#stride * Math.min(2, betweenPauses / 10 / (this.#looked - before)));
    return this.isPauseDue();
  }

  isPauseDue() {
    return performance.now() - this.#paused > betweenPauses;
  }

  /** Gives way: a macrotask, so that a page is drawn and events arrive. */
  async pause() {
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.#lap = this.#looked = this.#paused = performance.now();
  }
}
