/**
 * spiral: compiled by gradc 0.1.0 from spiral.grad. Do not edit: change the spec and compile again.
 *
 * Spec        sha256 a5c35353b70a701f861e5aed4c2df2a791ed18977f9ab8bb7e9efa962afc770d
 * Parameters  151: W1 (10 × 2), b1 vector of 10, W2 (10 × 10), b2 vector of 10, w3 vector of 10, b3 scalar
 * Precision   64-bit
 * Convention  loss and gradients are the mean over the batch
 * Stable form xlogy(d, sigmoid(z)) -> -(d * softplus(-z))
 *             xlogy(d, 1 - sigmoid(z)) -> -(d * softplus(z))
 *             d * softplus(-z) + (1 - d) * softplus(z) -> logisticLoss(z, d)
 *             1 - square(tanh(x)) -> 2 / (2 + expm1(min(2 * abs(x), 709))) * (2 - 2 / (2 + expm1(min(2 * abs(x), 709))))
 *
 * Operations of gradient, for one example (sums over the batch left out):
 *   forward 442: 181 multiply, 152 add, 21 abs, 21 compare, 21 divide, 20 expm1, 20 sign, 2 exp, 2 negate, 1 log1p, 1 subtract
 *   backward 411: 280 multiply, 90 add, 21 subtract, 20 divide
 *
 * Schedule:
 *   forward  unrolled: 315 scalar operations, at most 2500
 *   evaluate  unrolled: 329 scalar operations, at most 2500
 *   gradient  unrolled: 1190 scalar operations, at most 2500
 *   step  loops: 3312 scalar operations, more than 2500; of 53 steps 3 in register tiles, 34 in plain loops, 16 of at most 4 operations unrolled; examples in blocks of 64
 *     tiles     add2 210, dW2 200, dh1 200
 *     loops     add 50, h1_expm1 40, h1_den 10, h1 30, h2_expm1 40, h2_den 10, h2 30, z 21, J 8, dw3 20, div 10, div2 10, dh2 10, dh2_in 30, db2 10, dh1_in 30, dW1 40, db1 10, m_W1 60, v_W1 120, W1 120, m_b1 30, v_b1 60, b1 60, m_W2 300, v_W2 600, W2 600, m_b2 30, v_b2 60, b2 60, m_w3 30, v_w3 60, w3 60, b3 7
 *     unrolled  share 1, share2 1, scale 2, scale2 2, share3 1, stepSize 1, scale3 1, share4 1, p 4, J_sum 1, dz 1, db3_sum 1, loss 1, db3 1, m_b3 3, v_b3 4
 *
 * parameters
 *   W1   10 × 2    glorot   # line 5
 *   b1   10        zeros    # line 6
 *   W2   10 × 10   glorot   # line 7
 *   b2   10        zeros    # line 8
 *   w3   10        lecun    # line 9
 *   b3   scalar    zeros    # line 10
 *
 * data
 *   x   2        input    # line 2
 *   d   scalar   target   # line 3
 *
 * forward
 *   h1 = tanh(4 * (W1 * x) + b1)   10 per example       # line 13
 *   h2 = tanh(W2 * h1 + b2)        10 per example       # line 14
 *   z = dot(w3, h2) + b3           scalar per example   # line 15
 *   p = sigmoid(z)                 scalar per example   # line 16, output
 *   J = logisticLoss(z, d)         scalar per example   # line 17, loss
 *   right = (p > 0.5) == d         scalar per example   # line 19, metric
 *
 * mean over the batch of m examples
 *   J = (Σn J) / m           scalar   # line 17, loss
 *   right = (Σn right) / m   scalar   # line 19, metric
 *
 * backward (constant factors come in last, with Σn)
 *   dJ = 1/m                                scalar per example   # each term of a sum gets the cotangent of the sum
 *   dz = p - d                              scalar per example   # chain rule through logisticLoss: ∂J/∂z = sigmoid(z) - d
 *   dh2 = dz * w3                           10 per example       # dot(w3, h2) with respect to h2: the other factor times the cotangent
 *   dh2_in = dh2 .* (1 - h2 .^ 2)           10 per example       # EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); chain rule through tanh: ∂y/∂x = 1 - square(y)
 *   dh1 = W2' * dh2_in                      10 per example       # W2 * h1 with respect to h1: the matrix transposed, times the cotangent
 *   dh1_in = dh1 .* (1 - h1 .^ 2)           10 per example       # EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); chain rule through tanh: ∂y/∂x = 1 - square(y)
 *   dW1 = 4 * (1/m) * Σn outer(dh1_in, x)   10 × 2               # EQ4: ∂C/∂w = δ aᵀ; W1 * x with respect to W1: outer product of the cotangent and the vector
 *   db1 = 1/m * Σn dh1_in                   10                   # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
 *   dW2 = 1/m * Σn outer(dh2_in, h1)        10 × 10              # EQ4: ∂C/∂w = δ aᵀ; W2 * h1 with respect to W2: outer product of the cotangent and the vector
 *   db2 = 1/m * Σn dh2_in                   10                   # EQ3: ∂C/∂b = δ; the same for all examples: their cotangents add up
 *   dw3 = 1/m * Σn dz * h2                  10                   # dot(w3, h2) with respect to w3: the other factor times the cotangent
 *   db3 = (Σn dz) / m                       scalar               # the same for all examples: their cotangents add up
 */

/** What the module is: names, shapes, defaults and data of the spec. */
export const metadata = {
  name: "spiral",
  hash: "a5c35353b70a701f861e5aed4c2df2a791ed18977f9ab8bb7e9efa962afc770d",
  version: "0.1.0",
  precision: "f64",
  parameters: [
    { name: "W1", shape: [10, 2], offset: 0, initial: { kind: "glorot" } },
    { name: "b1", shape: [10], offset: 20, initial: { kind: "zeros" } },
    { name: "W2", shape: [10, 10], offset: 30, initial: { kind: "glorot" } },
    { name: "b2", shape: [10], offset: 130, initial: { kind: "zeros" } },
    { name: "w3", shape: [10], offset: 140, initial: { kind: "lecun" } },
    { name: "b3", shape: [], offset: 150, initial: { kind: "zeros" } },
  ],
  columns: [{ name: "x", role: "input", shape: [2] }, { name: "d", role: "target", shape: [] }],
  hypers: [],
  losses: ["J"],
  metrics: ["right"],
  outputs: [{ name: "p", shape: [] }],
  reduction: "mean",
  data: null,
  train: { optimizer: "adam", rate: 0.01, batch: 20, epochs: 1000, validation: 0, seed: 0 },
};

/** Parameters as views on one flat array, zero where none is given. */
export function createParameters(flat = new Float64Array(151)) {
  return {
    flat,
    W1: flat.subarray(0, 20),
    b1: flat.subarray(20, 30),
    W2: flat.subarray(30, 130),
    b2: flat.subarray(130, 140),
    w3: flat.subarray(140, 150),
    b3: flat.subarray(150, 151),
  };
}

/** Initial parameters: the same numbers for the same seed. */
export function initialise(seed, params = createParameters()) {
  for (let k = 0; k < 20; k++) params.W1[k] = 0.7071067811865476 * (2 * uniform(seed, 0, k) - 1);
  params.b1.fill(0);
  for (let k = 0; k < 100; k++) params.W2[k] = 0.5477225575051661 * (2 * uniform(seed, 2, k) - 1);
  params.b2.fill(0);
  for (let k = 0; k < 10; k++) params.w3[k] = 0.31622776601683794 * normal(seed, 4, k);
  params.b3.fill(0);
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
    W1: new Float64Array(20),
    b1: new Float64Array(10),
    W2: new Float64Array(100),
    b2: new Float64Array(10),
    w3: new Float64Array(10),
    b3: new Float64Array(1),
    losses: new Float64Array(1),
  };
}

/** The state of the update rule, all zeros. */
export function createState() {
  return new Float64Array(302);
}

const rows = new Int32Array(64);

const dw3 = new Float64Array(10);

const db2 = new Float64Array(10);

const dW2 = new Float64Array(100);

const dW1 = new Float64Array(20);

const db1 = new Float64Array(10);

const h1_den = new Float64Array(640);

const h1 = new Float64Array(640);

/** Room for add2 and dh2_in, one after the other. */
const add2 = new Float64Array(640);

const dh2_in = add2;

/** Room for h2_den and dh1, one after the other. */
const h2_den = new Float64Array(640);

const dh1 = h2_den;

/** Room for h2, div2 and dh1_in, one after the other. */
const h2 = new Float64Array(640);

const div2 = h2;

const dh1_in = h2;

/** The predictions for one example. */
export function forward(params, x, into = createOutputs()) {
  const { W1, b1, W2, b2, w3, b3 } = params;

  // h1 = tanh(4 * (W1 * x) + b1)   [line 13]
  const x_1 = x[0];
  const x_2 = x[1];
  const h1_1 = Math.tanh(4 * (W1[0] * x_1 + W1[1] * x_2) + b1[0]);
  const h1_2 = Math.tanh(4 * (W1[2] * x_1 + W1[3] * x_2) + b1[1]);
  const h1_3 = Math.tanh(4 * (W1[4] * x_1 + W1[5] * x_2) + b1[2]);
  const h1_4 = Math.tanh(4 * (W1[6] * x_1 + W1[7] * x_2) + b1[3]);
  const h1_5 = Math.tanh(4 * (W1[8] * x_1 + W1[9] * x_2) + b1[4]);
  const h1_6 = Math.tanh(4 * (W1[10] * x_1 + W1[11] * x_2) + b1[5]);
  const h1_7 = Math.tanh(4 * (W1[12] * x_1 + W1[13] * x_2) + b1[6]);
  const h1_8 = Math.tanh(4 * (W1[14] * x_1 + W1[15] * x_2) + b1[7]);
  const h1_9 = Math.tanh(4 * (W1[16] * x_1 + W1[17] * x_2) + b1[8]);
  const h1_10 = Math.tanh(4 * (W1[18] * x_1 + W1[19] * x_2) + b1[9]);

  // h2 = tanh(W2 * h1 + b2)   [line 14]
  const h2_1 = Math.tanh(W2[0] * h1_1 + W2[1] * h1_2 + W2[2] * h1_3 + W2[3] * h1_4 + W2[4] * h1_5 + W2[5] * h1_6 + W2[6] * h1_7 + W2[7] * h1_8 + W2[8] * h1_9 + W2[9] * h1_10 + b2[0]);
  const h2_2 = Math.tanh(W2[10] * h1_1 + W2[11] * h1_2 + W2[12] * h1_3 + W2[13] * h1_4 + W2[14] * h1_5 + W2[15] * h1_6 + W2[16] * h1_7 + W2[17] * h1_8 + W2[18] * h1_9 + W2[19] * h1_10 + b2[1]);
  const h2_3 = Math.tanh(W2[20] * h1_1 + W2[21] * h1_2 + W2[22] * h1_3 + W2[23] * h1_4 + W2[24] * h1_5 + W2[25] * h1_6 + W2[26] * h1_7 + W2[27] * h1_8 + W2[28] * h1_9 + W2[29] * h1_10 + b2[2]);
  const h2_4 = Math.tanh(W2[30] * h1_1 + W2[31] * h1_2 + W2[32] * h1_3 + W2[33] * h1_4 + W2[34] * h1_5 + W2[35] * h1_6 + W2[36] * h1_7 + W2[37] * h1_8 + W2[38] * h1_9 + W2[39] * h1_10 + b2[3]);
  const h2_5 = Math.tanh(W2[40] * h1_1 + W2[41] * h1_2 + W2[42] * h1_3 + W2[43] * h1_4 + W2[44] * h1_5 + W2[45] * h1_6 + W2[46] * h1_7 + W2[47] * h1_8 + W2[48] * h1_9 + W2[49] * h1_10 + b2[4]);
  const h2_6 = Math.tanh(W2[50] * h1_1 + W2[51] * h1_2 + W2[52] * h1_3 + W2[53] * h1_4 + W2[54] * h1_5 + W2[55] * h1_6 + W2[56] * h1_7 + W2[57] * h1_8 + W2[58] * h1_9 + W2[59] * h1_10 + b2[5]);
  const h2_7 = Math.tanh(W2[60] * h1_1 + W2[61] * h1_2 + W2[62] * h1_3 + W2[63] * h1_4 + W2[64] * h1_5 + W2[65] * h1_6 + W2[66] * h1_7 + W2[67] * h1_8 + W2[68] * h1_9 + W2[69] * h1_10 + b2[6]);
  const h2_8 = Math.tanh(W2[70] * h1_1 + W2[71] * h1_2 + W2[72] * h1_3 + W2[73] * h1_4 + W2[74] * h1_5 + W2[75] * h1_6 + W2[76] * h1_7 + W2[77] * h1_8 + W2[78] * h1_9 + W2[79] * h1_10 + b2[7]);
  const h2_9 = Math.tanh(W2[80] * h1_1 + W2[81] * h1_2 + W2[82] * h1_3 + W2[83] * h1_4 + W2[84] * h1_5 + W2[85] * h1_6 + W2[86] * h1_7 + W2[87] * h1_8 + W2[88] * h1_9 + W2[89] * h1_10 + b2[8]);
  const h2_10 = Math.tanh(W2[90] * h1_1 + W2[91] * h1_2 + W2[92] * h1_3 + W2[93] * h1_4 + W2[94] * h1_5 + W2[95] * h1_6 + W2[96] * h1_7 + W2[97] * h1_8 + W2[98] * h1_9 + W2[99] * h1_10 + b2[9]);

  // z = dot(w3, h2) + b3   [line 15]
  const z = w3[0] * h2_1 + w3[1] * h2_2 + w3[2] * h2_3 + w3[3] * h2_4 + w3[4] * h2_5 + w3[5] * h2_6 + w3[6] * h2_7 + w3[7] * h2_8 + w3[8] * h2_9 + w3[9] * h2_10 + b3[0];

  // p = sigmoid(z)   [line 16, output]
  into.p[0] = 1 / (1 + Math.exp(-z));
  return into;
}

/** Losses, then metrics, over the examples `order[from … to)`, as inference computes them, into `report`; returns the total loss. */
export function evaluate(params, data, report, order = undefined, from = 0, to = order === undefined ? data.size : order.length) {
  const { W1, b1, W2, b2, w3, b3 } = params;
  const { x, d } = data.columns;
  const m = to - from;
  let J_sum = 0;
  let right_sum = 0;
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];

    // h1 = tanh(4 * (W1 * x) + b1)   [line 13]
    const x_1 = x[row * 2];
    const x_2 = x[row * 2 + 1];
    const h1_1 = Math.tanh(4 * (W1[0] * x_1 + W1[1] * x_2) + b1[0]);
    const h1_2 = Math.tanh(4 * (W1[2] * x_1 + W1[3] * x_2) + b1[1]);
    const h1_3 = Math.tanh(4 * (W1[4] * x_1 + W1[5] * x_2) + b1[2]);
    const h1_4 = Math.tanh(4 * (W1[6] * x_1 + W1[7] * x_2) + b1[3]);
    const h1_5 = Math.tanh(4 * (W1[8] * x_1 + W1[9] * x_2) + b1[4]);
    const h1_6 = Math.tanh(4 * (W1[10] * x_1 + W1[11] * x_2) + b1[5]);
    const h1_7 = Math.tanh(4 * (W1[12] * x_1 + W1[13] * x_2) + b1[6]);
    const h1_8 = Math.tanh(4 * (W1[14] * x_1 + W1[15] * x_2) + b1[7]);
    const h1_9 = Math.tanh(4 * (W1[16] * x_1 + W1[17] * x_2) + b1[8]);
    const h1_10 = Math.tanh(4 * (W1[18] * x_1 + W1[19] * x_2) + b1[9]);

    // h2 = tanh(W2 * h1 + b2)   [line 14]
    const h2_1 = Math.tanh(W2[0] * h1_1 + W2[1] * h1_2 + W2[2] * h1_3 + W2[3] * h1_4 + W2[4] * h1_5 + W2[5] * h1_6 + W2[6] * h1_7 + W2[7] * h1_8 + W2[8] * h1_9 + W2[9] * h1_10 + b2[0]);
    const h2_2 = Math.tanh(W2[10] * h1_1 + W2[11] * h1_2 + W2[12] * h1_3 + W2[13] * h1_4 + W2[14] * h1_5 + W2[15] * h1_6 + W2[16] * h1_7 + W2[17] * h1_8 + W2[18] * h1_9 + W2[19] * h1_10 + b2[1]);
    const h2_3 = Math.tanh(W2[20] * h1_1 + W2[21] * h1_2 + W2[22] * h1_3 + W2[23] * h1_4 + W2[24] * h1_5 + W2[25] * h1_6 + W2[26] * h1_7 + W2[27] * h1_8 + W2[28] * h1_9 + W2[29] * h1_10 + b2[2]);
    const h2_4 = Math.tanh(W2[30] * h1_1 + W2[31] * h1_2 + W2[32] * h1_3 + W2[33] * h1_4 + W2[34] * h1_5 + W2[35] * h1_6 + W2[36] * h1_7 + W2[37] * h1_8 + W2[38] * h1_9 + W2[39] * h1_10 + b2[3]);
    const h2_5 = Math.tanh(W2[40] * h1_1 + W2[41] * h1_2 + W2[42] * h1_3 + W2[43] * h1_4 + W2[44] * h1_5 + W2[45] * h1_6 + W2[46] * h1_7 + W2[47] * h1_8 + W2[48] * h1_9 + W2[49] * h1_10 + b2[4]);
    const h2_6 = Math.tanh(W2[50] * h1_1 + W2[51] * h1_2 + W2[52] * h1_3 + W2[53] * h1_4 + W2[54] * h1_5 + W2[55] * h1_6 + W2[56] * h1_7 + W2[57] * h1_8 + W2[58] * h1_9 + W2[59] * h1_10 + b2[5]);
    const h2_7 = Math.tanh(W2[60] * h1_1 + W2[61] * h1_2 + W2[62] * h1_3 + W2[63] * h1_4 + W2[64] * h1_5 + W2[65] * h1_6 + W2[66] * h1_7 + W2[67] * h1_8 + W2[68] * h1_9 + W2[69] * h1_10 + b2[6]);
    const h2_8 = Math.tanh(W2[70] * h1_1 + W2[71] * h1_2 + W2[72] * h1_3 + W2[73] * h1_4 + W2[74] * h1_5 + W2[75] * h1_6 + W2[76] * h1_7 + W2[77] * h1_8 + W2[78] * h1_9 + W2[79] * h1_10 + b2[7]);
    const h2_9 = Math.tanh(W2[80] * h1_1 + W2[81] * h1_2 + W2[82] * h1_3 + W2[83] * h1_4 + W2[84] * h1_5 + W2[85] * h1_6 + W2[86] * h1_7 + W2[87] * h1_8 + W2[88] * h1_9 + W2[89] * h1_10 + b2[8]);
    const h2_10 = Math.tanh(W2[90] * h1_1 + W2[91] * h1_2 + W2[92] * h1_3 + W2[93] * h1_4 + W2[94] * h1_5 + W2[95] * h1_6 + W2[96] * h1_7 + W2[97] * h1_8 + W2[98] * h1_9 + W2[99] * h1_10 + b2[9]);

    // z = dot(w3, h2) + b3   [line 15]
    const z = w3[0] * h2_1 + w3[1] * h2_2 + w3[2] * h2_3 + w3[3] * h2_4 + w3[4] * h2_5 + w3[5] * h2_6 + w3[6] * h2_7 + w3[7] * h2_8 + w3[8] * h2_9 + w3[9] * h2_10 + b3[0];

    // p = sigmoid(z)   [line 16, output]
    const p = 1 / (1 + Math.exp(-z));

    // J = logisticLoss(z, d)   [line 17, loss]
    const d2 = d[row];
    const J = Math.max(z, 0) - d2 * z + Math.log1p(Math.exp(-Math.abs(z)));

    // J_sum = Σn J
    J_sum += J;

    // right = (p > 0.5) == d   [line 19, metric]
    const right = (p > 0.5 ? 1 : 0) === d2 ? 1 : 0;

    // right_sum = Σn right
    right_sum += right;
  }

  // J2 = J_sum / m   [line 17, loss]
  const J2 = J_sum / m;
  report[0] = J2;

  // right2 = right_sum / m   [line 19, metric]
  report[1] = right_sum / m;
  return J2;
}

/** The loss over the examples `order[from … to)` and its gradients, into `into`; returns the loss. */
export function gradient(params, data, into, order = undefined, from = 0, to = order === undefined ? data.size : order.length) {
  const { W1, b1, W2, b2, w3, b3 } = params;
  const { x, d } = data.columns;
  const m = to - from;
  const share = 1 / m;
  const share2 = 4 * share;
  let J_sum = 0;
  let dw3_1 = 0, dw3_2 = 0, dw3_3 = 0, dw3_4 = 0, dw3_5 = 0, dw3_6 = 0, dw3_7 = 0, dw3_8 = 0;
  let dw3_9 = 0, dw3_10 = 0;
  let db3_sum = 0;
  let dW2_1_1 = 0, dW2_1_2 = 0, dW2_1_3 = 0, dW2_1_4 = 0, dW2_1_5 = 0, dW2_1_6 = 0, dW2_1_7 = 0, dW2_1_8 = 0;
  let dW2_1_9 = 0, dW2_1_10 = 0, dW2_2_1 = 0, dW2_2_2 = 0, dW2_2_3 = 0, dW2_2_4 = 0, dW2_2_5 = 0, dW2_2_6 = 0;
  let dW2_2_7 = 0, dW2_2_8 = 0, dW2_2_9 = 0, dW2_2_10 = 0, dW2_3_1 = 0, dW2_3_2 = 0, dW2_3_3 = 0, dW2_3_4 = 0;
  let dW2_3_5 = 0, dW2_3_6 = 0, dW2_3_7 = 0, dW2_3_8 = 0, dW2_3_9 = 0, dW2_3_10 = 0, dW2_4_1 = 0, dW2_4_2 = 0;
  let dW2_4_3 = 0, dW2_4_4 = 0, dW2_4_5 = 0, dW2_4_6 = 0, dW2_4_7 = 0, dW2_4_8 = 0, dW2_4_9 = 0, dW2_4_10 = 0;
  let dW2_5_1 = 0, dW2_5_2 = 0, dW2_5_3 = 0, dW2_5_4 = 0, dW2_5_5 = 0, dW2_5_6 = 0, dW2_5_7 = 0, dW2_5_8 = 0;
  let dW2_5_9 = 0, dW2_5_10 = 0, dW2_6_1 = 0, dW2_6_2 = 0, dW2_6_3 = 0, dW2_6_4 = 0, dW2_6_5 = 0, dW2_6_6 = 0;
  let dW2_6_7 = 0, dW2_6_8 = 0, dW2_6_9 = 0, dW2_6_10 = 0, dW2_7_1 = 0, dW2_7_2 = 0, dW2_7_3 = 0, dW2_7_4 = 0;
  let dW2_7_5 = 0, dW2_7_6 = 0, dW2_7_7 = 0, dW2_7_8 = 0, dW2_7_9 = 0, dW2_7_10 = 0, dW2_8_1 = 0, dW2_8_2 = 0;
  let dW2_8_3 = 0, dW2_8_4 = 0, dW2_8_5 = 0, dW2_8_6 = 0, dW2_8_7 = 0, dW2_8_8 = 0, dW2_8_9 = 0, dW2_8_10 = 0;
  let dW2_9_1 = 0, dW2_9_2 = 0, dW2_9_3 = 0, dW2_9_4 = 0, dW2_9_5 = 0, dW2_9_6 = 0, dW2_9_7 = 0, dW2_9_8 = 0;
  let dW2_9_9 = 0, dW2_9_10 = 0, dW2_10_1 = 0, dW2_10_2 = 0, dW2_10_3 = 0, dW2_10_4 = 0, dW2_10_5 = 0, dW2_10_6 = 0;
  let dW2_10_7 = 0, dW2_10_8 = 0, dW2_10_9 = 0, dW2_10_10 = 0;
  let db2_1 = 0, db2_2 = 0, db2_3 = 0, db2_4 = 0, db2_5 = 0, db2_6 = 0, db2_7 = 0, db2_8 = 0;
  let db2_9 = 0, db2_10 = 0;
  let dW1_1_1 = 0, dW1_1_2 = 0, dW1_2_1 = 0, dW1_2_2 = 0, dW1_3_1 = 0, dW1_3_2 = 0, dW1_4_1 = 0, dW1_4_2 = 0;
  let dW1_5_1 = 0, dW1_5_2 = 0, dW1_6_1 = 0, dW1_6_2 = 0, dW1_7_1 = 0, dW1_7_2 = 0, dW1_8_1 = 0, dW1_8_2 = 0;
  let dW1_9_1 = 0, dW1_9_2 = 0, dW1_10_1 = 0, dW1_10_2 = 0;
  let db1_1 = 0, db1_2 = 0, db1_3 = 0, db1_4 = 0, db1_5 = 0, db1_6 = 0, db1_7 = 0, db1_8 = 0;
  let db1_9 = 0, db1_10 = 0;
  for (let k = from; k < to; k++) {
    const row = order === undefined ? k : order[k];

    // add = 4 * (W1 * x) + b1   [line 13]
    const x_1 = x[row * 2];
    const x_2 = x[row * 2 + 1];
    const add_1 = 4 * (W1[0] * x_1 + W1[1] * x_2) + b1[0];
    const add_2 = 4 * (W1[2] * x_1 + W1[3] * x_2) + b1[1];
    const add_3 = 4 * (W1[4] * x_1 + W1[5] * x_2) + b1[2];
    const add_4 = 4 * (W1[6] * x_1 + W1[7] * x_2) + b1[3];
    const add_5 = 4 * (W1[8] * x_1 + W1[9] * x_2) + b1[4];
    const add_6 = 4 * (W1[10] * x_1 + W1[11] * x_2) + b1[5];
    const add_7 = 4 * (W1[12] * x_1 + W1[13] * x_2) + b1[6];
    const add_8 = 4 * (W1[14] * x_1 + W1[15] * x_2) + b1[7];
    const add_9 = 4 * (W1[16] * x_1 + W1[17] * x_2) + b1[8];
    const add_10 = 4 * (W1[18] * x_1 + W1[19] * x_2) + b1[9];

    // h1_expm1 = expm1(min(2 * abs(add), 709))
    const h1_expm1_1 = Math.expm1(Math.min(2 * Math.abs(add_1), 709));
    const h1_expm1_2 = Math.expm1(Math.min(2 * Math.abs(add_2), 709));
    const h1_expm1_3 = Math.expm1(Math.min(2 * Math.abs(add_3), 709));
    const h1_expm1_4 = Math.expm1(Math.min(2 * Math.abs(add_4), 709));
    const h1_expm1_5 = Math.expm1(Math.min(2 * Math.abs(add_5), 709));
    const h1_expm1_6 = Math.expm1(Math.min(2 * Math.abs(add_6), 709));
    const h1_expm1_7 = Math.expm1(Math.min(2 * Math.abs(add_7), 709));
    const h1_expm1_8 = Math.expm1(Math.min(2 * Math.abs(add_8), 709));
    const h1_expm1_9 = Math.expm1(Math.min(2 * Math.abs(add_9), 709));
    const h1_expm1_10 = Math.expm1(Math.min(2 * Math.abs(add_10), 709));

    // h1_den = 2 + h1_expm1
    const h1_den_1 = 2 + h1_expm1_1;
    const h1_den_2 = 2 + h1_expm1_2;
    const h1_den_3 = 2 + h1_expm1_3;
    const h1_den_4 = 2 + h1_expm1_4;
    const h1_den_5 = 2 + h1_expm1_5;
    const h1_den_6 = 2 + h1_expm1_6;
    const h1_den_7 = 2 + h1_expm1_7;
    const h1_den_8 = 2 + h1_expm1_8;
    const h1_den_9 = 2 + h1_expm1_9;
    const h1_den_10 = 2 + h1_expm1_10;

    // h1 = sign(add) .* (h1_expm1 ./ h1_den)   [line 13]
    const h1_1 = Math.sign(add_1) * (h1_expm1_1 / h1_den_1);
    const h1_2 = Math.sign(add_2) * (h1_expm1_2 / h1_den_2);
    const h1_3 = Math.sign(add_3) * (h1_expm1_3 / h1_den_3);
    const h1_4 = Math.sign(add_4) * (h1_expm1_4 / h1_den_4);
    const h1_5 = Math.sign(add_5) * (h1_expm1_5 / h1_den_5);
    const h1_6 = Math.sign(add_6) * (h1_expm1_6 / h1_den_6);
    const h1_7 = Math.sign(add_7) * (h1_expm1_7 / h1_den_7);
    const h1_8 = Math.sign(add_8) * (h1_expm1_8 / h1_den_8);
    const h1_9 = Math.sign(add_9) * (h1_expm1_9 / h1_den_9);
    const h1_10 = Math.sign(add_10) * (h1_expm1_10 / h1_den_10);

    // add2 = W2 * h1 + b2
    const add2_1 = W2[0] * h1_1 + W2[1] * h1_2 + W2[2] * h1_3 + W2[3] * h1_4 + W2[4] * h1_5 + W2[5] * h1_6 + W2[6] * h1_7 + W2[7] * h1_8 + W2[8] * h1_9 + W2[9] * h1_10 + b2[0];
    const add2_2 = W2[10] * h1_1 + W2[11] * h1_2 + W2[12] * h1_3 + W2[13] * h1_4 + W2[14] * h1_5 + W2[15] * h1_6 + W2[16] * h1_7 + W2[17] * h1_8 + W2[18] * h1_9 + W2[19] * h1_10 + b2[1];
    const add2_3 = W2[20] * h1_1 + W2[21] * h1_2 + W2[22] * h1_3 + W2[23] * h1_4 + W2[24] * h1_5 + W2[25] * h1_6 + W2[26] * h1_7 + W2[27] * h1_8 + W2[28] * h1_9 + W2[29] * h1_10 + b2[2];
    const add2_4 = W2[30] * h1_1 + W2[31] * h1_2 + W2[32] * h1_3 + W2[33] * h1_4 + W2[34] * h1_5 + W2[35] * h1_6 + W2[36] * h1_7 + W2[37] * h1_8 + W2[38] * h1_9 + W2[39] * h1_10 + b2[3];
    const add2_5 = W2[40] * h1_1 + W2[41] * h1_2 + W2[42] * h1_3 + W2[43] * h1_4 + W2[44] * h1_5 + W2[45] * h1_6 + W2[46] * h1_7 + W2[47] * h1_8 + W2[48] * h1_9 + W2[49] * h1_10 + b2[4];
    const add2_6 = W2[50] * h1_1 + W2[51] * h1_2 + W2[52] * h1_3 + W2[53] * h1_4 + W2[54] * h1_5 + W2[55] * h1_6 + W2[56] * h1_7 + W2[57] * h1_8 + W2[58] * h1_9 + W2[59] * h1_10 + b2[5];
    const add2_7 = W2[60] * h1_1 + W2[61] * h1_2 + W2[62] * h1_3 + W2[63] * h1_4 + W2[64] * h1_5 + W2[65] * h1_6 + W2[66] * h1_7 + W2[67] * h1_8 + W2[68] * h1_9 + W2[69] * h1_10 + b2[6];
    const add2_8 = W2[70] * h1_1 + W2[71] * h1_2 + W2[72] * h1_3 + W2[73] * h1_4 + W2[74] * h1_5 + W2[75] * h1_6 + W2[76] * h1_7 + W2[77] * h1_8 + W2[78] * h1_9 + W2[79] * h1_10 + b2[7];
    const add2_9 = W2[80] * h1_1 + W2[81] * h1_2 + W2[82] * h1_3 + W2[83] * h1_4 + W2[84] * h1_5 + W2[85] * h1_6 + W2[86] * h1_7 + W2[87] * h1_8 + W2[88] * h1_9 + W2[89] * h1_10 + b2[8];
    const add2_10 = W2[90] * h1_1 + W2[91] * h1_2 + W2[92] * h1_3 + W2[93] * h1_4 + W2[94] * h1_5 + W2[95] * h1_6 + W2[96] * h1_7 + W2[97] * h1_8 + W2[98] * h1_9 + W2[99] * h1_10 + b2[9];

    // h2_expm1 = expm1(min(2 * abs(add2), 709))
    const h2_expm1_1 = Math.expm1(Math.min(2 * Math.abs(add2_1), 709));
    const h2_expm1_2 = Math.expm1(Math.min(2 * Math.abs(add2_2), 709));
    const h2_expm1_3 = Math.expm1(Math.min(2 * Math.abs(add2_3), 709));
    const h2_expm1_4 = Math.expm1(Math.min(2 * Math.abs(add2_4), 709));
    const h2_expm1_5 = Math.expm1(Math.min(2 * Math.abs(add2_5), 709));
    const h2_expm1_6 = Math.expm1(Math.min(2 * Math.abs(add2_6), 709));
    const h2_expm1_7 = Math.expm1(Math.min(2 * Math.abs(add2_7), 709));
    const h2_expm1_8 = Math.expm1(Math.min(2 * Math.abs(add2_8), 709));
    const h2_expm1_9 = Math.expm1(Math.min(2 * Math.abs(add2_9), 709));
    const h2_expm1_10 = Math.expm1(Math.min(2 * Math.abs(add2_10), 709));

    // h2_den = 2 + h2_expm1
    const h2_den_1 = 2 + h2_expm1_1;
    const h2_den_2 = 2 + h2_expm1_2;
    const h2_den_3 = 2 + h2_expm1_3;
    const h2_den_4 = 2 + h2_expm1_4;
    const h2_den_5 = 2 + h2_expm1_5;
    const h2_den_6 = 2 + h2_expm1_6;
    const h2_den_7 = 2 + h2_expm1_7;
    const h2_den_8 = 2 + h2_expm1_8;
    const h2_den_9 = 2 + h2_expm1_9;
    const h2_den_10 = 2 + h2_expm1_10;

    // h2 = sign(add2) .* (h2_expm1 ./ h2_den)   [line 14]
    const h2_1 = Math.sign(add2_1) * (h2_expm1_1 / h2_den_1);
    const h2_2 = Math.sign(add2_2) * (h2_expm1_2 / h2_den_2);
    const h2_3 = Math.sign(add2_3) * (h2_expm1_3 / h2_den_3);
    const h2_4 = Math.sign(add2_4) * (h2_expm1_4 / h2_den_4);
    const h2_5 = Math.sign(add2_5) * (h2_expm1_5 / h2_den_5);
    const h2_6 = Math.sign(add2_6) * (h2_expm1_6 / h2_den_6);
    const h2_7 = Math.sign(add2_7) * (h2_expm1_7 / h2_den_7);
    const h2_8 = Math.sign(add2_8) * (h2_expm1_8 / h2_den_8);
    const h2_9 = Math.sign(add2_9) * (h2_expm1_9 / h2_den_9);
    const h2_10 = Math.sign(add2_10) * (h2_expm1_10 / h2_den_10);

    // z = dot(w3, h2) + b3   [line 15]
    const z = w3[0] * h2_1 + w3[1] * h2_2 + w3[2] * h2_3 + w3[3] * h2_4 + w3[4] * h2_5 + w3[5] * h2_6 + w3[6] * h2_7 + w3[7] * h2_8 + w3[8] * h2_9 + w3[9] * h2_10 + b3[0];

    // p = sigmoid(z)   [line 16, output]
    const p = 1 / (1 + Math.exp(-z));

    // J = logisticLoss(z, d)   [line 17, loss]
    const d2 = d[row];
    const J = Math.max(z, 0) - d2 * z + Math.log1p(Math.exp(-Math.abs(z)));

    // J_sum = Σn J
    J_sum += J;

    // dz = p - d   [chain rule through logisticLoss: ∂J/∂z = sigmoid(z) - d]
    const dz = p - d2;

    // dw3 = Σn dz * h2   [dot(w3, h2) with respect to w3: the other factor times the cotangent; line 15]
    dw3_1 += dz * h2_1;
    dw3_2 += dz * h2_2;
    dw3_3 += dz * h2_3;
    dw3_4 += dz * h2_4;
    dw3_5 += dz * h2_5;
    dw3_6 += dz * h2_6;
    dw3_7 += dz * h2_7;
    dw3_8 += dz * h2_8;
    dw3_9 += dz * h2_9;
    dw3_10 += dz * h2_10;

    // db3_sum = Σn dz
    db3_sum += dz;

    // div = 2 ./ h2_den
    const div_1 = 2 / h2_den_1;
    const div_2 = 2 / h2_den_2;
    const div_3 = 2 / h2_den_3;
    const div_4 = 2 / h2_den_4;
    const div_5 = 2 / h2_den_5;
    const div_6 = 2 / h2_den_6;
    const div_7 = 2 / h2_den_7;
    const div_8 = 2 / h2_den_8;
    const div_9 = 2 / h2_den_9;
    const div_10 = 2 / h2_den_10;

    // div2 = 2 ./ h1_den
    const div2_1 = 2 / h1_den_1;
    const div2_2 = 2 / h1_den_2;
    const div2_3 = 2 / h1_den_3;
    const div2_4 = 2 / h1_den_4;
    const div2_5 = 2 / h1_den_5;
    const div2_6 = 2 / h1_den_6;
    const div2_7 = 2 / h1_den_7;
    const div2_8 = 2 / h1_den_8;
    const div2_9 = 2 / h1_den_9;
    const div2_10 = 2 / h1_den_10;

    // dh2 = dz * w3   [dot(w3, h2) with respect to h2: the other factor times the cotangent; line 15]
    const dh2_1 = dz * w3[0];
    const dh2_2 = dz * w3[1];
    const dh2_3 = dz * w3[2];
    const dh2_4 = dz * w3[3];
    const dh2_5 = dz * w3[4];
    const dh2_6 = dz * w3[5];
    const dh2_7 = dz * w3[6];
    const dh2_8 = dz * w3[7];
    const dh2_9 = dz * w3[8];
    const dh2_10 = dz * w3[9];

    // dh2_in = dh2 .* (div .* (2 - div))   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 14]
    const dh2_in_1 = dh2_1 * (div_1 * (2 - div_1));
    const dh2_in_2 = dh2_2 * (div_2 * (2 - div_2));
    const dh2_in_3 = dh2_3 * (div_3 * (2 - div_3));
    const dh2_in_4 = dh2_4 * (div_4 * (2 - div_4));
    const dh2_in_5 = dh2_5 * (div_5 * (2 - div_5));
    const dh2_in_6 = dh2_6 * (div_6 * (2 - div_6));
    const dh2_in_7 = dh2_7 * (div_7 * (2 - div_7));
    const dh2_in_8 = dh2_8 * (div_8 * (2 - div_8));
    const dh2_in_9 = dh2_9 * (div_9 * (2 - div_9));
    const dh2_in_10 = dh2_10 * (div_10 * (2 - div_10));

    // dW2 = Σn outer(dh2_in, h1)   [EQ4: ∂C/∂w = δ aᵀ; line 14]
    dW2_1_1 += dh2_in_1 * h1_1;
    dW2_1_2 += dh2_in_1 * h1_2;
    dW2_1_3 += dh2_in_1 * h1_3;
    dW2_1_4 += dh2_in_1 * h1_4;
    dW2_1_5 += dh2_in_1 * h1_5;
    dW2_1_6 += dh2_in_1 * h1_6;
    dW2_1_7 += dh2_in_1 * h1_7;
    dW2_1_8 += dh2_in_1 * h1_8;
    dW2_1_9 += dh2_in_1 * h1_9;
    dW2_1_10 += dh2_in_1 * h1_10;
    dW2_2_1 += dh2_in_2 * h1_1;
    dW2_2_2 += dh2_in_2 * h1_2;
    dW2_2_3 += dh2_in_2 * h1_3;
    dW2_2_4 += dh2_in_2 * h1_4;
    dW2_2_5 += dh2_in_2 * h1_5;
    dW2_2_6 += dh2_in_2 * h1_6;
    dW2_2_7 += dh2_in_2 * h1_7;
    dW2_2_8 += dh2_in_2 * h1_8;
    dW2_2_9 += dh2_in_2 * h1_9;
    dW2_2_10 += dh2_in_2 * h1_10;
    dW2_3_1 += dh2_in_3 * h1_1;
    dW2_3_2 += dh2_in_3 * h1_2;
    dW2_3_3 += dh2_in_3 * h1_3;
    dW2_3_4 += dh2_in_3 * h1_4;
    dW2_3_5 += dh2_in_3 * h1_5;
    dW2_3_6 += dh2_in_3 * h1_6;
    dW2_3_7 += dh2_in_3 * h1_7;
    dW2_3_8 += dh2_in_3 * h1_8;
    dW2_3_9 += dh2_in_3 * h1_9;
    dW2_3_10 += dh2_in_3 * h1_10;
    dW2_4_1 += dh2_in_4 * h1_1;
    dW2_4_2 += dh2_in_4 * h1_2;
    dW2_4_3 += dh2_in_4 * h1_3;
    dW2_4_4 += dh2_in_4 * h1_4;
    dW2_4_5 += dh2_in_4 * h1_5;
    dW2_4_6 += dh2_in_4 * h1_6;
    dW2_4_7 += dh2_in_4 * h1_7;
    dW2_4_8 += dh2_in_4 * h1_8;
    dW2_4_9 += dh2_in_4 * h1_9;
    dW2_4_10 += dh2_in_4 * h1_10;
    dW2_5_1 += dh2_in_5 * h1_1;
    dW2_5_2 += dh2_in_5 * h1_2;
    dW2_5_3 += dh2_in_5 * h1_3;
    dW2_5_4 += dh2_in_5 * h1_4;
    dW2_5_5 += dh2_in_5 * h1_5;
    dW2_5_6 += dh2_in_5 * h1_6;
    dW2_5_7 += dh2_in_5 * h1_7;
    dW2_5_8 += dh2_in_5 * h1_8;
    dW2_5_9 += dh2_in_5 * h1_9;
    dW2_5_10 += dh2_in_5 * h1_10;
    dW2_6_1 += dh2_in_6 * h1_1;
    dW2_6_2 += dh2_in_6 * h1_2;
    dW2_6_3 += dh2_in_6 * h1_3;
    dW2_6_4 += dh2_in_6 * h1_4;
    dW2_6_5 += dh2_in_6 * h1_5;
    dW2_6_6 += dh2_in_6 * h1_6;
    dW2_6_7 += dh2_in_6 * h1_7;
    dW2_6_8 += dh2_in_6 * h1_8;
    dW2_6_9 += dh2_in_6 * h1_9;
    dW2_6_10 += dh2_in_6 * h1_10;
    dW2_7_1 += dh2_in_7 * h1_1;
    dW2_7_2 += dh2_in_7 * h1_2;
    dW2_7_3 += dh2_in_7 * h1_3;
    dW2_7_4 += dh2_in_7 * h1_4;
    dW2_7_5 += dh2_in_7 * h1_5;
    dW2_7_6 += dh2_in_7 * h1_6;
    dW2_7_7 += dh2_in_7 * h1_7;
    dW2_7_8 += dh2_in_7 * h1_8;
    dW2_7_9 += dh2_in_7 * h1_9;
    dW2_7_10 += dh2_in_7 * h1_10;
    dW2_8_1 += dh2_in_8 * h1_1;
    dW2_8_2 += dh2_in_8 * h1_2;
    dW2_8_3 += dh2_in_8 * h1_3;
    dW2_8_4 += dh2_in_8 * h1_4;
    dW2_8_5 += dh2_in_8 * h1_5;
    dW2_8_6 += dh2_in_8 * h1_6;
    dW2_8_7 += dh2_in_8 * h1_7;
    dW2_8_8 += dh2_in_8 * h1_8;
    dW2_8_9 += dh2_in_8 * h1_9;
    dW2_8_10 += dh2_in_8 * h1_10;
    dW2_9_1 += dh2_in_9 * h1_1;
    dW2_9_2 += dh2_in_9 * h1_2;
    dW2_9_3 += dh2_in_9 * h1_3;
    dW2_9_4 += dh2_in_9 * h1_4;
    dW2_9_5 += dh2_in_9 * h1_5;
    dW2_9_6 += dh2_in_9 * h1_6;
    dW2_9_7 += dh2_in_9 * h1_7;
    dW2_9_8 += dh2_in_9 * h1_8;
    dW2_9_9 += dh2_in_9 * h1_9;
    dW2_9_10 += dh2_in_9 * h1_10;
    dW2_10_1 += dh2_in_10 * h1_1;
    dW2_10_2 += dh2_in_10 * h1_2;
    dW2_10_3 += dh2_in_10 * h1_3;
    dW2_10_4 += dh2_in_10 * h1_4;
    dW2_10_5 += dh2_in_10 * h1_5;
    dW2_10_6 += dh2_in_10 * h1_6;
    dW2_10_7 += dh2_in_10 * h1_7;
    dW2_10_8 += dh2_in_10 * h1_8;
    dW2_10_9 += dh2_in_10 * h1_9;
    dW2_10_10 += dh2_in_10 * h1_10;

    // db2 = Σn dh2_in   [EQ3: ∂C/∂b = δ]
    db2_1 += dh2_in_1;
    db2_2 += dh2_in_2;
    db2_3 += dh2_in_3;
    db2_4 += dh2_in_4;
    db2_5 += dh2_in_5;
    db2_6 += dh2_in_6;
    db2_7 += dh2_in_7;
    db2_8 += dh2_in_8;
    db2_9 += dh2_in_9;
    db2_10 += dh2_in_10;

    // dh1 = W2' * dh2_in   [W2 * h1 with respect to h1: the matrix transposed, times the cotangent; line 14]
    const dh1_1 = dh2_in_1 * W2[0] + dh2_in_2 * W2[10] + dh2_in_3 * W2[20] + dh2_in_4 * W2[30] + dh2_in_5 * W2[40] + dh2_in_6 * W2[50] + dh2_in_7 * W2[60] + dh2_in_8 * W2[70] + dh2_in_9 * W2[80] + dh2_in_10 * W2[90];
    const dh1_2 = dh2_in_1 * W2[1] + dh2_in_2 * W2[11] + dh2_in_3 * W2[21] + dh2_in_4 * W2[31] + dh2_in_5 * W2[41] + dh2_in_6 * W2[51] + dh2_in_7 * W2[61] + dh2_in_8 * W2[71] + dh2_in_9 * W2[81] + dh2_in_10 * W2[91];
    const dh1_3 = dh2_in_1 * W2[2] + dh2_in_2 * W2[12] + dh2_in_3 * W2[22] + dh2_in_4 * W2[32] + dh2_in_5 * W2[42] + dh2_in_6 * W2[52] + dh2_in_7 * W2[62] + dh2_in_8 * W2[72] + dh2_in_9 * W2[82] + dh2_in_10 * W2[92];
    const dh1_4 = dh2_in_1 * W2[3] + dh2_in_2 * W2[13] + dh2_in_3 * W2[23] + dh2_in_4 * W2[33] + dh2_in_5 * W2[43] + dh2_in_6 * W2[53] + dh2_in_7 * W2[63] + dh2_in_8 * W2[73] + dh2_in_9 * W2[83] + dh2_in_10 * W2[93];
    const dh1_5 = dh2_in_1 * W2[4] + dh2_in_2 * W2[14] + dh2_in_3 * W2[24] + dh2_in_4 * W2[34] + dh2_in_5 * W2[44] + dh2_in_6 * W2[54] + dh2_in_7 * W2[64] + dh2_in_8 * W2[74] + dh2_in_9 * W2[84] + dh2_in_10 * W2[94];
    const dh1_6 = dh2_in_1 * W2[5] + dh2_in_2 * W2[15] + dh2_in_3 * W2[25] + dh2_in_4 * W2[35] + dh2_in_5 * W2[45] + dh2_in_6 * W2[55] + dh2_in_7 * W2[65] + dh2_in_8 * W2[75] + dh2_in_9 * W2[85] + dh2_in_10 * W2[95];
    const dh1_7 = dh2_in_1 * W2[6] + dh2_in_2 * W2[16] + dh2_in_3 * W2[26] + dh2_in_4 * W2[36] + dh2_in_5 * W2[46] + dh2_in_6 * W2[56] + dh2_in_7 * W2[66] + dh2_in_8 * W2[76] + dh2_in_9 * W2[86] + dh2_in_10 * W2[96];
    const dh1_8 = dh2_in_1 * W2[7] + dh2_in_2 * W2[17] + dh2_in_3 * W2[27] + dh2_in_4 * W2[37] + dh2_in_5 * W2[47] + dh2_in_6 * W2[57] + dh2_in_7 * W2[67] + dh2_in_8 * W2[77] + dh2_in_9 * W2[87] + dh2_in_10 * W2[97];
    const dh1_9 = dh2_in_1 * W2[8] + dh2_in_2 * W2[18] + dh2_in_3 * W2[28] + dh2_in_4 * W2[38] + dh2_in_5 * W2[48] + dh2_in_6 * W2[58] + dh2_in_7 * W2[68] + dh2_in_8 * W2[78] + dh2_in_9 * W2[88] + dh2_in_10 * W2[98];
    const dh1_10 = dh2_in_1 * W2[9] + dh2_in_2 * W2[19] + dh2_in_3 * W2[29] + dh2_in_4 * W2[39] + dh2_in_5 * W2[49] + dh2_in_6 * W2[59] + dh2_in_7 * W2[69] + dh2_in_8 * W2[79] + dh2_in_9 * W2[89] + dh2_in_10 * W2[99];

    // dh1_in = dh1 .* (div2 .* (2 - div2))   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 13]
    const dh1_in_1 = dh1_1 * (div2_1 * (2 - div2_1));
    const dh1_in_2 = dh1_2 * (div2_2 * (2 - div2_2));
    const dh1_in_3 = dh1_3 * (div2_3 * (2 - div2_3));
    const dh1_in_4 = dh1_4 * (div2_4 * (2 - div2_4));
    const dh1_in_5 = dh1_5 * (div2_5 * (2 - div2_5));
    const dh1_in_6 = dh1_6 * (div2_6 * (2 - div2_6));
    const dh1_in_7 = dh1_7 * (div2_7 * (2 - div2_7));
    const dh1_in_8 = dh1_8 * (div2_8 * (2 - div2_8));
    const dh1_in_9 = dh1_9 * (div2_9 * (2 - div2_9));
    const dh1_in_10 = dh1_10 * (div2_10 * (2 - div2_10));

    // dW1 = Σn outer(dh1_in, x)   [EQ4: ∂C/∂w = δ aᵀ; line 13]
    dW1_1_1 += dh1_in_1 * x_1;
    dW1_1_2 += dh1_in_1 * x_2;
    dW1_2_1 += dh1_in_2 * x_1;
    dW1_2_2 += dh1_in_2 * x_2;
    dW1_3_1 += dh1_in_3 * x_1;
    dW1_3_2 += dh1_in_3 * x_2;
    dW1_4_1 += dh1_in_4 * x_1;
    dW1_4_2 += dh1_in_4 * x_2;
    dW1_5_1 += dh1_in_5 * x_1;
    dW1_5_2 += dh1_in_5 * x_2;
    dW1_6_1 += dh1_in_6 * x_1;
    dW1_6_2 += dh1_in_6 * x_2;
    dW1_7_1 += dh1_in_7 * x_1;
    dW1_7_2 += dh1_in_7 * x_2;
    dW1_8_1 += dh1_in_8 * x_1;
    dW1_8_2 += dh1_in_8 * x_2;
    dW1_9_1 += dh1_in_9 * x_1;
    dW1_9_2 += dh1_in_9 * x_2;
    dW1_10_1 += dh1_in_10 * x_1;
    dW1_10_2 += dh1_in_10 * x_2;

    // db1 = Σn dh1_in   [EQ3: ∂C/∂b = δ]
    db1_1 += dh1_in_1;
    db1_2 += dh1_in_2;
    db1_3 += dh1_in_3;
    db1_4 += dh1_in_4;
    db1_5 += dh1_in_5;
    db1_6 += dh1_in_6;
    db1_7 += dh1_in_7;
    db1_8 += dh1_in_8;
    db1_9 += dh1_in_9;
    db1_10 += dh1_in_10;
  }

  // J2 = J_sum / m   [line 17, loss]
  const J2 = J_sum / m;
  into.losses[0] = J2;

  // dW1 = share2 * dW1   [the mean over the batch]
  into.W1[0] = share2 * dW1_1_1;
  into.W1[1] = share2 * dW1_1_2;
  into.W1[2] = share2 * dW1_2_1;
  into.W1[3] = share2 * dW1_2_2;
  into.W1[4] = share2 * dW1_3_1;
  into.W1[5] = share2 * dW1_3_2;
  into.W1[6] = share2 * dW1_4_1;
  into.W1[7] = share2 * dW1_4_2;
  into.W1[8] = share2 * dW1_5_1;
  into.W1[9] = share2 * dW1_5_2;
  into.W1[10] = share2 * dW1_6_1;
  into.W1[11] = share2 * dW1_6_2;
  into.W1[12] = share2 * dW1_7_1;
  into.W1[13] = share2 * dW1_7_2;
  into.W1[14] = share2 * dW1_8_1;
  into.W1[15] = share2 * dW1_8_2;
  into.W1[16] = share2 * dW1_9_1;
  into.W1[17] = share2 * dW1_9_2;
  into.W1[18] = share2 * dW1_10_1;
  into.W1[19] = share2 * dW1_10_2;

  // db1 = share * db1   [the mean over the batch]
  into.b1[0] = share * db1_1;
  into.b1[1] = share * db1_2;
  into.b1[2] = share * db1_3;
  into.b1[3] = share * db1_4;
  into.b1[4] = share * db1_5;
  into.b1[5] = share * db1_6;
  into.b1[6] = share * db1_7;
  into.b1[7] = share * db1_8;
  into.b1[8] = share * db1_9;
  into.b1[9] = share * db1_10;

  // dW2 = share * dW2   [the mean over the batch]
  into.W2[0] = share * dW2_1_1;
  into.W2[1] = share * dW2_1_2;
  into.W2[2] = share * dW2_1_3;
  into.W2[3] = share * dW2_1_4;
  into.W2[4] = share * dW2_1_5;
  into.W2[5] = share * dW2_1_6;
  into.W2[6] = share * dW2_1_7;
  into.W2[7] = share * dW2_1_8;
  into.W2[8] = share * dW2_1_9;
  into.W2[9] = share * dW2_1_10;
  into.W2[10] = share * dW2_2_1;
  into.W2[11] = share * dW2_2_2;
  into.W2[12] = share * dW2_2_3;
  into.W2[13] = share * dW2_2_4;
  into.W2[14] = share * dW2_2_5;
  into.W2[15] = share * dW2_2_6;
  into.W2[16] = share * dW2_2_7;
  into.W2[17] = share * dW2_2_8;
  into.W2[18] = share * dW2_2_9;
  into.W2[19] = share * dW2_2_10;
  into.W2[20] = share * dW2_3_1;
  into.W2[21] = share * dW2_3_2;
  into.W2[22] = share * dW2_3_3;
  into.W2[23] = share * dW2_3_4;
  into.W2[24] = share * dW2_3_5;
  into.W2[25] = share * dW2_3_6;
  into.W2[26] = share * dW2_3_7;
  into.W2[27] = share * dW2_3_8;
  into.W2[28] = share * dW2_3_9;
  into.W2[29] = share * dW2_3_10;
  into.W2[30] = share * dW2_4_1;
  into.W2[31] = share * dW2_4_2;
  into.W2[32] = share * dW2_4_3;
  into.W2[33] = share * dW2_4_4;
  into.W2[34] = share * dW2_4_5;
  into.W2[35] = share * dW2_4_6;
  into.W2[36] = share * dW2_4_7;
  into.W2[37] = share * dW2_4_8;
  into.W2[38] = share * dW2_4_9;
  into.W2[39] = share * dW2_4_10;
  into.W2[40] = share * dW2_5_1;
  into.W2[41] = share * dW2_5_2;
  into.W2[42] = share * dW2_5_3;
  into.W2[43] = share * dW2_5_4;
  into.W2[44] = share * dW2_5_5;
  into.W2[45] = share * dW2_5_6;
  into.W2[46] = share * dW2_5_7;
  into.W2[47] = share * dW2_5_8;
  into.W2[48] = share * dW2_5_9;
  into.W2[49] = share * dW2_5_10;
  into.W2[50] = share * dW2_6_1;
  into.W2[51] = share * dW2_6_2;
  into.W2[52] = share * dW2_6_3;
  into.W2[53] = share * dW2_6_4;
  into.W2[54] = share * dW2_6_5;
  into.W2[55] = share * dW2_6_6;
  into.W2[56] = share * dW2_6_7;
  into.W2[57] = share * dW2_6_8;
  into.W2[58] = share * dW2_6_9;
  into.W2[59] = share * dW2_6_10;
  into.W2[60] = share * dW2_7_1;
  into.W2[61] = share * dW2_7_2;
  into.W2[62] = share * dW2_7_3;
  into.W2[63] = share * dW2_7_4;
  into.W2[64] = share * dW2_7_5;
  into.W2[65] = share * dW2_7_6;
  into.W2[66] = share * dW2_7_7;
  into.W2[67] = share * dW2_7_8;
  into.W2[68] = share * dW2_7_9;
  into.W2[69] = share * dW2_7_10;
  into.W2[70] = share * dW2_8_1;
  into.W2[71] = share * dW2_8_2;
  into.W2[72] = share * dW2_8_3;
  into.W2[73] = share * dW2_8_4;
  into.W2[74] = share * dW2_8_5;
  into.W2[75] = share * dW2_8_6;
  into.W2[76] = share * dW2_8_7;
  into.W2[77] = share * dW2_8_8;
  into.W2[78] = share * dW2_8_9;
  into.W2[79] = share * dW2_8_10;
  into.W2[80] = share * dW2_9_1;
  into.W2[81] = share * dW2_9_2;
  into.W2[82] = share * dW2_9_3;
  into.W2[83] = share * dW2_9_4;
  into.W2[84] = share * dW2_9_5;
  into.W2[85] = share * dW2_9_6;
  into.W2[86] = share * dW2_9_7;
  into.W2[87] = share * dW2_9_8;
  into.W2[88] = share * dW2_9_9;
  into.W2[89] = share * dW2_9_10;
  into.W2[90] = share * dW2_10_1;
  into.W2[91] = share * dW2_10_2;
  into.W2[92] = share * dW2_10_3;
  into.W2[93] = share * dW2_10_4;
  into.W2[94] = share * dW2_10_5;
  into.W2[95] = share * dW2_10_6;
  into.W2[96] = share * dW2_10_7;
  into.W2[97] = share * dW2_10_8;
  into.W2[98] = share * dW2_10_9;
  into.W2[99] = share * dW2_10_10;

  // db2 = share * db2   [the mean over the batch]
  into.b2[0] = share * db2_1;
  into.b2[1] = share * db2_2;
  into.b2[2] = share * db2_3;
  into.b2[3] = share * db2_4;
  into.b2[4] = share * db2_5;
  into.b2[5] = share * db2_6;
  into.b2[6] = share * db2_7;
  into.b2[7] = share * db2_8;
  into.b2[8] = share * db2_9;
  into.b2[9] = share * db2_10;

  // dw3 = share * dw3   [the mean over the batch]
  into.w3[0] = share * dw3_1;
  into.w3[1] = share * dw3_2;
  into.w3[2] = share * dw3_3;
  into.w3[3] = share * dw3_4;
  into.w3[4] = share * dw3_5;
  into.w3[5] = share * dw3_6;
  into.w3[6] = share * dw3_7;
  into.w3[7] = share * dw3_8;
  into.w3[8] = share * dw3_9;
  into.w3[9] = share * dw3_10;

  // db3 = db3_sum / m   [the same for all examples: their cotangents add up]
  into.b3[0] = db3_sum / m;
  return J2;
}

/** One step of training on the examples `order[from … to)`: forward, backward, update; returns the loss before the update. */
export function step(params, state, data, clock, order = undefined, from = 0, to = order === undefined ? data.size : order.length) {
  const { W1, b1, W2, b2, w3, b3 } = params;
  const { x, d } = data.columns;
  const { t, rate } = clock;
  const m = to - from;
  const share = 1 / m;
  const share2 = 4 * share;

  // scale = 1 - 0.9 ^ t
  const scale = 1 - Math.pow(0.9, t);

  // scale2 = 1 - 0.999 ^ t
  const scale2 = 1 - Math.pow(0.999, t);
  const share3 = 0.4 * share;
  const stepSize = rate / scale;
  const scale3 = 1 / scale2;
  const share4 = 0.1 * share;
  let J_sum = 0;
  dw3.fill(0);
  let db3_sum = 0;
  db2.fill(0);
  dW2.fill(0);
  dW1.fill(0);
  db1.fill(0);
  for (let first = from; first < to; first += 64) {
    const size = Math.min(64, to - first);
    for (let k = 0; k < size; k++) {
      const row = order === undefined ? first + k : order[first + k];
      rows[k] = row;
    }

    for (let k = 0; k < size; k++) {
      const row = rows[k];
      const row2 = row * 2;
      const k10 = k * 10;

      // add = 4 * (W1 * x) + b1   [line 13]
      // h1_expm1 = expm1(min(2 * abs(add), 709))
      // h1_den = 2 + h1_expm1
      // h1 = sign(add) .* (h1_expm1 ./ h1_den)   [line 13]
      const t2 = x[row2];
      const t3 = x[row2 + 1];
      for (let i = 0; i < 10; i++) {
        const add = 4 * (W1[i * 2] * t2 + W1[i * 2 + 1] * t3) + b1[i];
        const h1_expm1 = Math.expm1(Math.min(2 * Math.abs(add), 709));
        h1_den[k10 + i] = 2 + h1_expm1;
        h1[k10 + i] = Math.sign(add) * (h1_expm1 / h1_den[k10 + i]);
      }
    }

    // add2 = W2 * h1 + b2
    for (let k = 0; k < size; k += 4) {
      const k10_2 = k * 10;
      const k10_3 = k10_2 + 10;
      const k10_4 = k10_2 + 20;
      const k10_5 = k10_2 + 30;
      for (let i = 0; i < 10; i += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const i10 = i * 10;
        const i10_2 = i10 + 10;
        for (let j = 0; j < 10; j++) {
          const W2_1 = W2[i10 + j];
          const h1_1 = h1[k10_2 + j];
          const W2_2 = W2[i10_2 + j];
          const h1_2 = h1[k10_3 + j];
          const h1_3 = h1[k10_4 + j];
          const h1_4 = h1[k10_5 + j];
          s11 += W2_1 * h1_1;
          s12 += W2_2 * h1_1;
          s21 += W2_1 * h1_2;
          s22 += W2_2 * h1_2;
          s31 += W2_1 * h1_3;
          s32 += W2_2 * h1_3;
          s41 += W2_1 * h1_4;
          s42 += W2_2 * h1_4;
        }
        const b2_1 = b2[i];
        add2[k10_2 + i] = s11 + b2_1;
        const b2_2 = b2[i + 1];
        add2[k10_2 + i + 1] = s12 + b2_2;
        add2[k10_3 + i] = s21 + b2_1;
        add2[k10_3 + i + 1] = s22 + b2_2;
        add2[k10_4 + i] = s31 + b2_1;
        add2[k10_4 + i + 1] = s32 + b2_2;
        add2[k10_5 + i] = s41 + b2_1;
        add2[k10_5 + i + 1] = s42 + b2_2;
      }
    }

    for (let k = 0; k < size; k++) {
      const row = rows[k];
      const k10 = k * 10;

      // h2_expm1 = expm1(min(2 * abs(add2), 709))
      // h2_den = 2 + h2_expm1
      // h2 = sign(add2) .* (h2_expm1 ./ h2_den)   [line 14]
      for (let i = 0; i < 10; i++) {
        const h2_expm1 = Math.expm1(Math.min(2 * Math.abs(add2[k10 + i]), 709));
        h2_den[k10 + i] = 2 + h2_expm1;
        h2[k10 + i] = Math.sign(add2[k10 + i]) * (h2_expm1 / h2_den[k10 + i]);
      }

      // z = dot(w3, h2) + b3   [line 15]
      let s = 0;
      for (let i = 0; i < 10; i++) {
        s += w3[i] * h2[k10 + i];
      }
      const z = s + b3[0];

      // p = sigmoid(z)   [line 16, output]
      const p = 1 / (1 + Math.exp(-z));

      // J = logisticLoss(z, d)   [line 17, loss]
      const J = Math.max(z, 0) - d[row] * z + Math.log1p(Math.exp(-Math.abs(z)));

      // J_sum = Σn J
      J_sum += J;

      // dz = p - d   [chain rule through logisticLoss: ∂J/∂z = sigmoid(z) - d]
      const dz = p - d[row];

      // dw3 = Σn dz * h2   [dot(w3, h2) with respect to w3: the other factor times the cotangent; line 15]
      for (let i = 0; i < 10; i++) {
        dw3[i] += dz * h2[k10 + i];
      }

      // db3_sum = Σn dz
      db3_sum += dz;

      // div = 2 ./ h2_den
      // div2 = 2 ./ h1_den
      // dh2 = dz * w3   [dot(w3, h2) with respect to h2: the other factor times the cotangent; line 15]
      // dh2_in = dh2 .* (div .* (2 - div))   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 14]
      for (let i = 0; i < 10; i++) {
        const div = 2 / h2_den[k10 + i];
        div2[k10 + i] = 2 / h1_den[k10 + i];
        const dh2 = dz * w3[i];
        dh2_in[k10 + i] = dh2 * (div * (2 - div));
      }

      // db2 = Σn dh2_in   [EQ3: ∂C/∂b = δ]
      for (let i = 0; i < 10; i++) {
        db2[i] += dh2_in[k10 + i];
      }
    }

    // dW2 = Σn outer(dh2_in, h1)   [EQ4: ∂C/∂w = δ aᵀ; line 14]
    for (let j = 0; j < 8; j += 4) {
      for (let i = 0; i < 10; i += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        for (let k = 0; k < size; k++) {
          const k10_2 = k * 10;
          const dh2_in_1 = dh2_in[k10_2 + i];
          const h1_1 = h1[k10_2 + j];
          const dh2_in_2 = dh2_in[k10_2 + i + 1];
          const h1_2 = h1[k10_2 + j + 1];
          const h1_3 = h1[k10_2 + j + 2];
          const h1_4 = h1[k10_2 + j + 3];
          s11 += dh2_in_1 * h1_1;
          s12 += dh2_in_2 * h1_1;
          s21 += dh2_in_1 * h1_2;
          s22 += dh2_in_2 * h1_2;
          s31 += dh2_in_1 * h1_3;
          s32 += dh2_in_2 * h1_3;
          s41 += dh2_in_1 * h1_4;
          s42 += dh2_in_2 * h1_4;
        }
        const i10 = i * 10;
        dW2[i10 + j] += s11;
        const i10_2 = i10 + 10;
        dW2[i10_2 + j] += s12;
        dW2[i10 + j + 1] += s21;
        dW2[i10_2 + j + 1] += s22;
        dW2[i10 + j + 2] += s31;
        dW2[i10_2 + j + 2] += s32;
        dW2[i10 + j + 3] += s41;
        dW2[i10_2 + j + 3] += s42;
      }
    }
    for (let j = 8; j < 10; j += 2) {
      for (let i = 0; i < 10; i += 2) {
        let s11_2 = 0, s12_2 = 0, s21_2 = 0, s22_2 = 0;
        for (let k = 0; k < size; k++) {
          const k10_3 = k * 10;
          const dh2_in_1_2 = dh2_in[k10_3 + i];
          const h1_1_2 = h1[k10_3 + j];
          const dh2_in_2_2 = dh2_in[k10_3 + i + 1];
          const h1_2_2 = h1[k10_3 + j + 1];
          s11_2 += dh2_in_1_2 * h1_1_2;
          s12_2 += dh2_in_2_2 * h1_1_2;
          s21_2 += dh2_in_1_2 * h1_2_2;
          s22_2 += dh2_in_2_2 * h1_2_2;
        }
        const i10_3 = i * 10;
        dW2[i10_3 + j] += s11_2;
        const i10_4 = i10_3 + 10;
        dW2[i10_4 + j] += s12_2;
        dW2[i10_3 + j + 1] += s21_2;
        dW2[i10_4 + j + 1] += s22_2;
      }
    }

    // dh1 = W2' * dh2_in   [W2 * h1 with respect to h1: the matrix transposed, times the cotangent; line 14]
    for (let k = 0; k < size; k += 4) {
      const k10_2 = k * 10;
      const k10_3 = k10_2 + 10;
      const k10_4 = k10_2 + 20;
      const k10_5 = k10_2 + 30;
      for (let i = 0; i < 10; i += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        for (let j = 0; j < 10; j++) {
          const dh2_in_1 = dh2_in[k10_2 + j];
          const j10 = j * 10;
          const W2_1 = W2[j10 + i];
          const W2_2 = W2[j10 + i + 1];
          const dh2_in_2 = dh2_in[k10_3 + j];
          const dh2_in_3 = dh2_in[k10_4 + j];
          const dh2_in_4 = dh2_in[k10_5 + j];
          s11 += dh2_in_1 * W2_1;
          s12 += dh2_in_1 * W2_2;
          s21 += dh2_in_2 * W2_1;
          s22 += dh2_in_2 * W2_2;
          s31 += dh2_in_3 * W2_1;
          s32 += dh2_in_3 * W2_2;
          s41 += dh2_in_4 * W2_1;
          s42 += dh2_in_4 * W2_2;
        }
        dh1[k10_2 + i] = s11;
        dh1[k10_2 + i + 1] = s12;
        dh1[k10_3 + i] = s21;
        dh1[k10_3 + i + 1] = s22;
        dh1[k10_4 + i] = s31;
        dh1[k10_4 + i + 1] = s32;
        dh1[k10_5 + i] = s41;
        dh1[k10_5 + i + 1] = s42;
      }
    }

    for (let k = 0; k < size; k++) {
      const row = rows[k];
      const row2 = row * 2;
      const k10 = k * 10;

      // dh1_in = dh1 .* (div2 .* (2 - div2))   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 13]
      for (let i = 0; i < 10; i++) {
        dh1_in[k10 + i] = dh1[k10 + i] * (div2[k10 + i] * (2 - div2[k10 + i]));
      }

      // dW1 = Σn outer(dh1_in, x)   [EQ4: ∂C/∂w = δ aᵀ; line 13]
      for (let i = 0; i < 10; i++) {
        const t2 = dh1_in[k10 + i];
        const i2 = i * 2;
        for (let j = 0; j < 2; j++) {
          dW1[i2 + j] += t2 * x[row2 + j];
        }
      }

      // db1 = Σn dh1_in   [EQ3: ∂C/∂b = δ]
      for (let i = 0; i < 10; i++) {
        db1[i] += dh1_in[k10 + i];
      }
    }
  }

  // loss = J_sum / m   [line 17, loss]
  const loss = J_sum / m;

  // db3 = db3_sum / m   [the same for all examples: their cotangents add up]
  const db3 = db3_sum / m;

  // m_b3⁺ = 0.9 * m_b3 + 0.1 * db3
  state[300] = 0.9 * state[300] + 0.1 * db3;

  // m_W1⁺ = 0.9 * m_W1 + share3 * dW1
  // v_W1⁺ = 0.999 * v_W1 + 0.001 * (share2 * dW1) .^ 2
  // W1⁺ = W1 - stepSize * (m_W1⁺ ./ (sqrt(scale3 * v_W1⁺) + 1e-8))
  for (let i = 0; i < 20; i++) {
    state[i] = 0.9 * state[i] + share3 * dW1[i];
    const t2 = share2 * dW1[i];
    state[20 + i] = 0.999 * state[20 + i] + 0.001 * (t2 * t2);
    W1[i] -= stepSize * (state[i] / (Math.sqrt(scale3 * state[20 + i]) + 1e-8));
  }

  // m_b1⁺ = 0.9 * m_b1 + share4 * db1
  // v_b1⁺ = 0.999 * v_b1 + 0.001 * (share * db1) .^ 2
  // b1⁺ = b1 - stepSize * (m_b1⁺ ./ (sqrt(scale3 * v_b1⁺) + 1e-8))
  for (let i = 0; i < 10; i++) {
    state[40 + i] = 0.9 * state[40 + i] + share4 * db1[i];
    const t2 = share * db1[i];
    state[50 + i] = 0.999 * state[50 + i] + 0.001 * (t2 * t2);
    b1[i] -= stepSize * (state[40 + i] / (Math.sqrt(scale3 * state[50 + i]) + 1e-8));
  }

  // m_W2⁺ = 0.9 * m_W2 + share4 * dW2
  // v_W2⁺ = 0.999 * v_W2 + 0.001 * (share * dW2) .^ 2
  // W2⁺ = W2 - stepSize * (m_W2⁺ ./ (sqrt(scale3 * v_W2⁺) + 1e-8))
  for (let i = 0; i < 100; i++) {
    state[60 + i] = 0.9 * state[60 + i] + share4 * dW2[i];
    const t2 = share * dW2[i];
    state[160 + i] = 0.999 * state[160 + i] + 0.001 * (t2 * t2);
    W2[i] -= stepSize * (state[60 + i] / (Math.sqrt(scale3 * state[160 + i]) + 1e-8));
  }

  // m_b2⁺ = 0.9 * m_b2 + share4 * db2
  // v_b2⁺ = 0.999 * v_b2 + 0.001 * (share * db2) .^ 2
  // b2⁺ = b2 - stepSize * (m_b2⁺ ./ (sqrt(scale3 * v_b2⁺) + 1e-8))
  // m_w3⁺ = 0.9 * m_w3 + share4 * dw3
  // v_w3⁺ = 0.999 * v_w3 + 0.001 * (share * dw3) .^ 2
  // w3⁺ = w3 - stepSize * (m_w3⁺ ./ (sqrt(scale3 * v_w3⁺) + 1e-8))
  for (let i = 0; i < 10; i++) {
    state[260 + i] = 0.9 * state[260 + i] + share4 * db2[i];
    const t2 = share * db2[i];
    state[270 + i] = 0.999 * state[270 + i] + 0.001 * (t2 * t2);
    b2[i] -= stepSize * (state[260 + i] / (Math.sqrt(scale3 * state[270 + i]) + 1e-8));
    state[280 + i] = 0.9 * state[280 + i] + share4 * dw3[i];
    const t3 = share * dw3[i];
    state[290 + i] = 0.999 * state[290 + i] + 0.001 * (t3 * t3);
    w3[i] -= stepSize * (state[280 + i] / (Math.sqrt(scale3 * state[290 + i]) + 1e-8));
  }

  // v_b3⁺ = 0.999 * v_b3 + 0.001 * db3 ^ 2
  state[301] = 0.999 * state[301] + 0.001 * (db3 * db3);

  // b3⁺ = b3 - rate * (m_b3⁺ / scale) / (sqrt(v_b3⁺ / scale2) + 1e-8)
  b3[0] -= rate * (state[300] / scale) / (Math.sqrt(state[301] / scale2) + 1e-8);
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
