/**
 * cs182: compiled by gradc 0.1.0 from cs182.grad. Do not edit: change the spec and compile again.
 *
 * Spec        sha256 50fd65e2f8a3c8e68d65b7beea36e3401b3516c75b8013dc7d0e5585b1c0bc36
 * Parameters  101000: w1 (100 × 1000), w2 (10 × 100)
 * Precision   64-bit
 * Convention  loss and gradients are the sum over the batch; relu'(0) = 1
 *
 * Operations of gradient, for one example (sums over the batch left out):
 *   forward 202130: 101010 add, 101010 multiply, 100 compare, 10 subtract
 *   backward 103200: 102000 multiply, 1000 add, 100 compare, 100 select
 *
 * Schedule:
 *   forward  loops: 202100 scalar operations, more than 2500; of 2 steps 2 in register tiles
 *     tiles     h 200100, pred 2000
 *   evaluate  loops: 202131 scalar operations, more than 2500; of 5 steps 2 in register tiles, 2 in plain loops, 1 of at most 4 operations unrolled; examples in blocks of 64
 *     tiles     h 200100, pred 2000
 *     loops     dpred 10, loss 21
 *     unrolled  J 0
 *   gradient  loops: 507331 scalar operations, more than 2500; of 12 steps 5 in register tiles, 6 in plain loops, 1 of at most 4 operations unrolled; examples in blocks of 64
 *     tiles     h_in 200000, pred 2000, dw2 2000, dh 2000, dw1 200000
 *     loops     h 100, dpred 10, loss 21, dh_in 200, grad_w1 100000, grad_w2 1000
 *     unrolled  J 0
 *   step  loops: 608332 scalar operations, more than 2500; of 12 steps 5 in register tiles, 6 in plain loops, 1 of at most 4 operations unrolled; examples in blocks of 64
 *     tiles     h_in 200000, pred 2000, dw2 2000, dh 2000, dw1 200000
 *     loops     h 100, dpred 10, loss 21, dh_in 200, w1 200000, w2 2000
 *     unrolled  stepSize 1
 *
 * parameters
 *   w1   100 × 1000   normal   # line 5
 *   w2   10 × 100     normal   # line 6
 *
 * data
 *   x   1000   input    # line 2
 *   y   10     target   # line 3
 *
 * forward
 *   h = relu(w1 * x)           100 per example      # line 8
 *   pred = w2 * h              10 per example       # line 9, output
 *   J = sum((pred - y) .^ 2)   scalar per example   # line 10, loss
 *
 * sum over the batch of m examples
 *   J = Σn sum((pred - y) .^ 2)   scalar   # line 10, loss
 *
 * backward (constant factors come in last, with Σn)
 *   dpred = pred - y               10 per example    # EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); chain rule through square: ∂y/∂x = 2 * x; a factor 2 comes in later
 *   dh = w2' * dpred               100 per example   # w2 * h with respect to h: the matrix transposed, times the cotangent; a factor 2 comes in later
 *   dh_in = w1 * x >= 0 ? dh : 0   100 per example   # EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); chain rule through relu: dx = x >= 0 ? g : 0
 *   dw1 = 2 * Σn outer(dh_in, x)   100 × 1000        # EQ4: ∂C/∂w = δ aᵀ; w1 * x with respect to w1: outer product of the cotangent and the vector
 *   dw2 = 2 * Σn outer(dpred, h)   10 × 100          # EQ4: ∂C/∂w = δ aᵀ; w2 * h with respect to w2: outer product of the cotangent and the vector
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
  readonly w1: Tensor<[100, 1000]>;
  readonly w2: Tensor<[10, 100]>;
}

/** The spec has no hyperparameters. */
export type Hyper = Record<string, never>;

/** Examples as columns: for each name its values, one example after the other. */
export interface Examples {
  readonly size: number;
  readonly columns: { readonly x: Floats; readonly y: Floats };
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
  readonly w1: Tensor<[100, 1000]>;
  readonly w2: Tensor<[10, 100]>;
  /** Each loss over the batch. */
  readonly losses: Floats;
}

/** Predictions for one example. */
export type Outputs = { readonly pred: Tensor<[10]> };

/** What the module is: names, shapes, defaults and data of the spec. */
export const metadata = {
  name: "cs182",
  hash: "50fd65e2f8a3c8e68d65b7beea36e3401b3516c75b8013dc7d0e5585b1c0bc36",
  version: "0.1.0",
  precision: "f64",
  parameters: [
    { name: "w1", shape: [100, 1000], offset: 0, initial: { kind: "normal" } },
    { name: "w2", shape: [10, 100], offset: 100000, initial: { kind: "normal" } },
  ],
  columns: [{ name: "x", role: "input", shape: [1000] }, { name: "y", role: "target", shape: [10] }],
  hypers: [],
  losses: ["J"],
  metrics: [],
  outputs: [{ name: "pred", shape: [10] }],
  reduction: "sum",
  data: { kind: "generator", name: "normal" },
  train: { optimizer: "sgd", rate: 0.000001, batch: 64, epochs: 500, validation: 0, seed: 0 },
} as const;

/** Parameters as views on one flat array, zero where none is given. */
export function createParameters(flat: Floats = new Float64Array(101000)): Parameters {
  return {
    flat,
    w1: flat.subarray(0, 100000),
    w2: flat.subarray(100000, 101000),
  };
}

/** Initial parameters: the same numbers for the same seed. */
export function initialise(seed: number, params: Parameters = createParameters()): Parameters {
  for (let k = 0; k < 100000; k++) params.w1[k] = 0.05 * normal(seed, 0, k);
  for (let k = 0; k < 1000; k++) params.w2[k] = 0.05 * normal(seed, 1, k);
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
    pred: new Float64Array(10),
  };
}

/** Room for gradients. */
export function createGradients(_examples: number = 1): Gradients {
  return {
    w1: new Float64Array(100000),
    w2: new Float64Array(1000),
    losses: new Float64Array(1),
  };
}

/** The state of the update rule, all zeros. */
export function createState(): Floats {
  return new Float64Array(0);
}

/** Room for h and dh, one after the other. */
const h = new Float64Array(6400);

const dh = h;

const x_block = new Float64Array(64000);

const rows = new Int32Array(64);

/** Room for pred and dpred, one after the other. */
const pred = new Float64Array(640);

const dpred = pred;

const dw2 = new Float64Array(1000);

const dw1 = new Float64Array(100000);

/** Room for h_in and dh_in, one after the other. */
const h_in = new Float64Array(6400);

const dh_in = h_in;

/** The predictions for one example. */
export function forward(params: Parameters, x: Vector<1000>, into: Outputs = createOutputs()): Outputs {
  const { w1, w2 } = params;

  // h = relu(w1 * x)   [line 8]
  for (let i = 0; i < 100; i += 5) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0;
    const i1000 = i * 1000;
    const i1000_2 = i1000 + 1000;
    const i1000_3 = i1000 + 2000;
    const i1000_4 = i1000 + 3000;
    const i1000_5 = i1000 + 4000;
    for (let j = 0; j < 1000; j++) {
      const x_1 = x[j];
      s1 += w1[i1000 + j] * x_1;
      s2 += w1[i1000_2 + j] * x_1;
      s3 += w1[i1000_3 + j] * x_1;
      s4 += w1[i1000_4 + j] * x_1;
      s5 += w1[i1000_5 + j] * x_1;
    }
    h[i] = Math.max(s1, 0);
    h[i + 1] = Math.max(s2, 0);
    h[i + 2] = Math.max(s3, 0);
    h[i + 3] = Math.max(s4, 0);
    h[i + 4] = Math.max(s5, 0);
  }

  // pred = w2 * h   [line 9, output]
  for (let i = 0; i < 10; i += 5) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0;
    const i100 = i * 100;
    const i100_2 = i100 + 100;
    const i100_3 = i100 + 200;
    const i100_4 = i100 + 300;
    const i100_5 = i100 + 400;
    for (let j = 0; j < 100; j++) {
      const h_1 = h[j];
      s1 += w2[i100 + j] * h_1;
      s2 += w2[i100_2 + j] * h_1;
      s3 += w2[i100_3 + j] * h_1;
      s4 += w2[i100_4 + j] * h_1;
      s5 += w2[i100_5 + j] * h_1;
    }
    into.pred[i] = s1;
    into.pred[i + 1] = s2;
    into.pred[i + 2] = s3;
    into.pred[i + 3] = s4;
    into.pred[i + 4] = s5;
  }
  return into;
}

/** Losses, then metrics, over the examples `order[from … to)`, as inference computes them, into `report`; returns the total loss. */
export function evaluate(params: Parameters, data: Examples, report: Report, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { w1, w2 } = params;
  const { x, y } = data.columns;
  let loss = 0;
  for (let first = from; first < to; first += 64) {
    const size = Math.min(64, to - first);
    for (let k = 0; k < size; k++) {
      const row = order === undefined ? first + k : order[first + k];
      rows[k] = row;
      for (let i = 0; i < 1000; i++) x_block[k * 1000 + i] = x[row * 1000 + i];
    }

    // h = relu(w1 * x)   [line 8]
    for (let i = 0; i < 100; i += 4) {
      const i1000 = i * 1000;
      const i1000_2 = i1000 + 1000;
      const i1000_3 = i1000 + 2000;
      const i1000_4 = i1000 + 3000;
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k1000 = k * 1000;
        const k1000_2 = k1000 + 1000;
        for (let j = 0; j < 1000; j++) {
          const w1_1 = w1[i1000 + j];
          const x_1 = x_block[k1000 + j];
          const x_2 = x_block[k1000_2 + j];
          const w1_2 = w1[i1000_2 + j];
          const w1_3 = w1[i1000_3 + j];
          const w1_4 = w1[i1000_4 + j];
          s11 += w1_1 * x_1;
          s12 += w1_1 * x_2;
          s21 += w1_2 * x_1;
          s22 += w1_2 * x_2;
          s31 += w1_3 * x_1;
          s32 += w1_3 * x_2;
          s41 += w1_4 * x_1;
          s42 += w1_4 * x_2;
        }
        const k100 = k * 100;
        h[k100 + i] = Math.max(s11, 0);
        const k100_2 = k100 + 100;
        h[k100_2 + i] = Math.max(s12, 0);
        h[k100 + i + 1] = Math.max(s21, 0);
        h[k100_2 + i + 1] = Math.max(s22, 0);
        h[k100 + i + 2] = Math.max(s31, 0);
        h[k100_2 + i + 2] = Math.max(s32, 0);
        h[k100 + i + 3] = Math.max(s41, 0);
        h[k100_2 + i + 3] = Math.max(s42, 0);
      }
    }

    // pred = w2 * h   [line 9, output]
    for (let k = 0; k < size; k += 4) {
      const k100 = k * 100;
      const k100_2 = k100 + 100;
      const k100_3 = k100 + 200;
      const k100_4 = k100 + 300;
      const k10 = k * 10;
      const k10_2 = k10 + 10;
      const k10_3 = k10 + 20;
      const k10_4 = k10 + 30;
      for (let i = 0; i < 10; i += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const i100 = i * 100;
        const i100_2 = i100 + 100;
        for (let j = 0; j < 100; j++) {
          const w2_1 = w2[i100 + j];
          const h_1 = h[k100 + j];
          const w2_2 = w2[i100_2 + j];
          const h_2 = h[k100_2 + j];
          const h_3 = h[k100_3 + j];
          const h_4 = h[k100_4 + j];
          s11 += w2_1 * h_1;
          s12 += w2_2 * h_1;
          s21 += w2_1 * h_2;
          s22 += w2_2 * h_2;
          s31 += w2_1 * h_3;
          s32 += w2_2 * h_3;
          s41 += w2_1 * h_4;
          s42 += w2_2 * h_4;
        }
        pred[k10 + i] = s11;
        pred[k10 + i + 1] = s12;
        pred[k10_2 + i] = s21;
        pred[k10_2 + i + 1] = s22;
        pred[k10_3 + i] = s31;
        pred[k10_3 + i + 1] = s32;
        pred[k10_4 + i] = s41;
        pred[k10_4 + i + 1] = s42;
      }
    }

    for (let k = 0; k < size; k++) {
      const row = rows[k];
      const row10 = row * 10;
      const k10 = k * 10;

      // dpred = pred - y   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z)]
      for (let i = 0; i < 10; i++) {
        dpred[k10 + i] = pred[k10 + i] - y[row10 + i];
      }

      // loss = Σn sum(dpred .^ 2)   [line 10, loss]
      let s = 0;
      for (let i = 0; i < 10; i++) {
        s += dpred[k10 + i] * dpred[k10 + i];
      }
      loss += s;
    }
  }

  // J = Σn sum(dpred .^ 2)   [line 10, loss]
  report[0] = loss;
  return loss;
}

/** The loss over the examples `order[from … to)` and its gradients, into `into`; returns the loss. */
export function gradient(params: Parameters, data: Examples, into: Gradients, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { w1, w2 } = params;
  const { x, y } = data.columns;
  let loss = 0;
  dw2.fill(0);
  dw1.fill(0);
  for (let first = from; first < to; first += 64) {
    const size = Math.min(64, to - first);
    for (let k = 0; k < size; k++) {
      const row = order === undefined ? first + k : order[first + k];
      rows[k] = row;
      for (let i = 0; i < 1000; i++) x_block[k * 1000 + i] = x[row * 1000 + i];
    }

    // h_in = w1 * x
    for (let i = 0; i < 100; i += 4) {
      const i1000 = i * 1000;
      const i1000_2 = i1000 + 1000;
      const i1000_3 = i1000 + 2000;
      const i1000_4 = i1000 + 3000;
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k1000 = k * 1000;
        const k1000_2 = k1000 + 1000;
        for (let j = 0; j < 1000; j++) {
          const w1_1 = w1[i1000 + j];
          const x_1 = x_block[k1000 + j];
          const x_2 = x_block[k1000_2 + j];
          const w1_2 = w1[i1000_2 + j];
          const w1_3 = w1[i1000_3 + j];
          const w1_4 = w1[i1000_4 + j];
          s11 += w1_1 * x_1;
          s12 += w1_1 * x_2;
          s21 += w1_2 * x_1;
          s22 += w1_2 * x_2;
          s31 += w1_3 * x_1;
          s32 += w1_3 * x_2;
          s41 += w1_4 * x_1;
          s42 += w1_4 * x_2;
        }
        const k100 = k * 100;
        h_in[k100 + i] = s11;
        const k100_2 = k100 + 100;
        h_in[k100_2 + i] = s12;
        h_in[k100 + i + 1] = s21;
        h_in[k100_2 + i + 1] = s22;
        h_in[k100 + i + 2] = s31;
        h_in[k100_2 + i + 2] = s32;
        h_in[k100 + i + 3] = s41;
        h_in[k100_2 + i + 3] = s42;
      }
    }

    for (let k = 0; k < size; k++) {
      const k100 = k * 100;

      // h = relu(h_in)   [line 8]
      for (let i = 0; i < 100; i++) {
        h[k100 + i] = Math.max(h_in[k100 + i], 0);
      }
    }

    // pred = w2 * h   [line 9, output]
    for (let k = 0; k < size; k += 4) {
      const k100_2 = k * 100;
      const k100_3 = k100_2 + 100;
      const k100_4 = k100_2 + 200;
      const k100_5 = k100_2 + 300;
      const k10 = k * 10;
      const k10_2 = k10 + 10;
      const k10_3 = k10 + 20;
      const k10_4 = k10 + 30;
      for (let i = 0; i < 10; i += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const i100 = i * 100;
        const i100_2 = i100 + 100;
        for (let j = 0; j < 100; j++) {
          const w2_1 = w2[i100 + j];
          const h_1 = h[k100_2 + j];
          const w2_2 = w2[i100_2 + j];
          const h_2 = h[k100_3 + j];
          const h_3 = h[k100_4 + j];
          const h_4 = h[k100_5 + j];
          s11 += w2_1 * h_1;
          s12 += w2_2 * h_1;
          s21 += w2_1 * h_2;
          s22 += w2_2 * h_2;
          s31 += w2_1 * h_3;
          s32 += w2_2 * h_3;
          s41 += w2_1 * h_4;
          s42 += w2_2 * h_4;
        }
        pred[k10 + i] = s11;
        pred[k10 + i + 1] = s12;
        pred[k10_2 + i] = s21;
        pred[k10_2 + i + 1] = s22;
        pred[k10_3 + i] = s31;
        pred[k10_3 + i + 1] = s32;
        pred[k10_4 + i] = s41;
        pred[k10_4 + i + 1] = s42;
      }
    }

    for (let k = 0; k < size; k++) {
      const row = rows[k];
      const row10 = row * 10;
      const k10 = k * 10;

      // dpred = pred - y   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z)]
      for (let i = 0; i < 10; i++) {
        dpred[k10 + i] = pred[k10 + i] - y[row10 + i];
      }

      // loss = Σn sum(dpred .^ 2)   [line 10, loss]
      let s = 0;
      for (let i = 0; i < 10; i++) {
        s += dpred[k10 + i] * dpred[k10 + i];
      }
      loss += s;
    }

    // dw2 = Σn outer(dpred, h)   [EQ4: ∂C/∂w = δ aᵀ; line 9]
    for (let j = 0; j < 100; j += 4) {
      for (let i = 0; i < 10; i += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        for (let k = 0; k < size; k++) {
          const k10_2 = k * 10;
          const dpred_1 = dpred[k10_2 + i];
          const k100_2 = k * 100;
          const h_1 = h[k100_2 + j];
          const dpred_2 = dpred[k10_2 + i + 1];
          const h_2 = h[k100_2 + j + 1];
          const h_3 = h[k100_2 + j + 2];
          const h_4 = h[k100_2 + j + 3];
          s11 += dpred_1 * h_1;
          s12 += dpred_2 * h_1;
          s21 += dpred_1 * h_2;
          s22 += dpred_2 * h_2;
          s31 += dpred_1 * h_3;
          s32 += dpred_2 * h_3;
          s41 += dpred_1 * h_4;
          s42 += dpred_2 * h_4;
        }
        const i100 = i * 100;
        dw2[i100 + j] += s11;
        const i100_2 = i100 + 100;
        dw2[i100_2 + j] += s12;
        dw2[i100 + j + 1] += s21;
        dw2[i100_2 + j + 1] += s22;
        dw2[i100 + j + 2] += s31;
        dw2[i100_2 + j + 2] += s32;
        dw2[i100 + j + 3] += s41;
        dw2[i100_2 + j + 3] += s42;
      }
    }

    // dh = w2' * dpred   [w2 * h with respect to h: the matrix transposed, times the cotangent; line 9]
    for (let i = 0; i < 100; i += 4) {
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k10_2 = k * 10;
        const k10_3 = k10_2 + 10;
        for (let j = 0; j < 10; j++) {
          const dpred_1 = dpred[k10_2 + j];
          const j100 = j * 100;
          const w2_1 = w2[j100 + i];
          const dpred_2 = dpred[k10_3 + j];
          const w2_2 = w2[j100 + i + 1];
          const w2_3 = w2[j100 + i + 2];
          const w2_4 = w2[j100 + i + 3];
          s11 += dpred_1 * w2_1;
          s12 += dpred_2 * w2_1;
          s21 += dpred_1 * w2_2;
          s22 += dpred_2 * w2_2;
          s31 += dpred_1 * w2_3;
          s32 += dpred_2 * w2_3;
          s41 += dpred_1 * w2_4;
          s42 += dpred_2 * w2_4;
        }
        const k100_2 = k * 100;
        dh[k100_2 + i] = s11;
        const k100_3 = k100_2 + 100;
        dh[k100_3 + i] = s12;
        dh[k100_2 + i + 1] = s21;
        dh[k100_3 + i + 1] = s22;
        dh[k100_2 + i + 2] = s31;
        dh[k100_3 + i + 2] = s32;
        dh[k100_2 + i + 3] = s41;
        dh[k100_3 + i + 3] = s42;
      }
    }

    for (let k = 0; k < size; k++) {
      const k100 = k * 100;

      // dh_in = h_in >= 0 ? dh : 0   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 8]
      for (let i = 0; i < 100; i++) {
        dh_in[k100 + i] = h_in[k100 + i] >= 0 ? dh[k100 + i] : 0;
      }
    }

    // dw1 = Σn outer(dh_in, x)   [EQ4: ∂C/∂w = δ aᵀ; line 8]
    for (let j = 0; j < 1000; j += 4) {
      for (let i = 0; i < 100; i += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        for (let k = 0; k < size; k++) {
          const k100_2 = k * 100;
          const dh_in_1 = dh_in[k100_2 + i];
          const k1000 = k * 1000;
          const x_1 = x_block[k1000 + j];
          const dh_in_2 = dh_in[k100_2 + i + 1];
          const x_2 = x_block[k1000 + j + 1];
          const x_3 = x_block[k1000 + j + 2];
          const x_4 = x_block[k1000 + j + 3];
          s11 += dh_in_1 * x_1;
          s12 += dh_in_2 * x_1;
          s21 += dh_in_1 * x_2;
          s22 += dh_in_2 * x_2;
          s31 += dh_in_1 * x_3;
          s32 += dh_in_2 * x_3;
          s41 += dh_in_1 * x_4;
          s42 += dh_in_2 * x_4;
        }
        const i1000 = i * 1000;
        dw1[i1000 + j] += s11;
        const i1000_2 = i1000 + 1000;
        dw1[i1000_2 + j] += s12;
        dw1[i1000 + j + 1] += s21;
        dw1[i1000_2 + j + 1] += s22;
        dw1[i1000 + j + 2] += s31;
        dw1[i1000_2 + j + 2] += s32;
        dw1[i1000 + j + 3] += s41;
        dw1[i1000_2 + j + 3] += s42;
      }
    }
  }

  // dw1 = 2 * dw1   [the sum over the batch]
  for (let i = 0; i < 100000; i++) {
    into.w1[i] = 2 * dw1[i];
  }

  // dw2 = 2 * dw2   [the sum over the batch]
  for (let i = 0; i < 1000; i++) {
    into.w2[i] = 2 * dw2[i];
  }

  // J = Σn sum(dpred .^ 2)   [line 10, loss]
  into.losses[0] = loss;
  return loss;
}

/** One step of training on the examples `order[from … to)`: forward, backward, update; returns the loss before the update. */
export function step(params: Parameters, state: Floats, data: Examples, clock: Clock, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const { w1, w2 } = params;
  const { x, y } = data.columns;
  const { rate } = clock;
  const stepSize = 2 * rate;
  let loss = 0;
  dw2.fill(0);
  dw1.fill(0);
  for (let first = from; first < to; first += 64) {
    const size = Math.min(64, to - first);
    for (let k = 0; k < size; k++) {
      const row = order === undefined ? first + k : order[first + k];
      rows[k] = row;
      for (let i = 0; i < 1000; i++) x_block[k * 1000 + i] = x[row * 1000 + i];
    }

    // h_in = w1 * x
    for (let i = 0; i < 100; i += 4) {
      const i1000 = i * 1000;
      const i1000_2 = i1000 + 1000;
      const i1000_3 = i1000 + 2000;
      const i1000_4 = i1000 + 3000;
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k1000 = k * 1000;
        const k1000_2 = k1000 + 1000;
        for (let j = 0; j < 1000; j++) {
          const w1_1 = w1[i1000 + j];
          const x_1 = x_block[k1000 + j];
          const x_2 = x_block[k1000_2 + j];
          const w1_2 = w1[i1000_2 + j];
          const w1_3 = w1[i1000_3 + j];
          const w1_4 = w1[i1000_4 + j];
          s11 += w1_1 * x_1;
          s12 += w1_1 * x_2;
          s21 += w1_2 * x_1;
          s22 += w1_2 * x_2;
          s31 += w1_3 * x_1;
          s32 += w1_3 * x_2;
          s41 += w1_4 * x_1;
          s42 += w1_4 * x_2;
        }
        const k100 = k * 100;
        h_in[k100 + i] = s11;
        const k100_2 = k100 + 100;
        h_in[k100_2 + i] = s12;
        h_in[k100 + i + 1] = s21;
        h_in[k100_2 + i + 1] = s22;
        h_in[k100 + i + 2] = s31;
        h_in[k100_2 + i + 2] = s32;
        h_in[k100 + i + 3] = s41;
        h_in[k100_2 + i + 3] = s42;
      }
    }

    for (let k = 0; k < size; k++) {
      const k100 = k * 100;

      // h = relu(h_in)   [line 8]
      for (let i = 0; i < 100; i++) {
        h[k100 + i] = Math.max(h_in[k100 + i], 0);
      }
    }

    // pred = w2 * h   [line 9, output]
    for (let k = 0; k < size; k += 4) {
      const k100_2 = k * 100;
      const k100_3 = k100_2 + 100;
      const k100_4 = k100_2 + 200;
      const k100_5 = k100_2 + 300;
      const k10 = k * 10;
      const k10_2 = k10 + 10;
      const k10_3 = k10 + 20;
      const k10_4 = k10 + 30;
      for (let i = 0; i < 10; i += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const i100 = i * 100;
        const i100_2 = i100 + 100;
        for (let j = 0; j < 100; j++) {
          const w2_1 = w2[i100 + j];
          const h_1 = h[k100_2 + j];
          const w2_2 = w2[i100_2 + j];
          const h_2 = h[k100_3 + j];
          const h_3 = h[k100_4 + j];
          const h_4 = h[k100_5 + j];
          s11 += w2_1 * h_1;
          s12 += w2_2 * h_1;
          s21 += w2_1 * h_2;
          s22 += w2_2 * h_2;
          s31 += w2_1 * h_3;
          s32 += w2_2 * h_3;
          s41 += w2_1 * h_4;
          s42 += w2_2 * h_4;
        }
        pred[k10 + i] = s11;
        pred[k10 + i + 1] = s12;
        pred[k10_2 + i] = s21;
        pred[k10_2 + i + 1] = s22;
        pred[k10_3 + i] = s31;
        pred[k10_3 + i + 1] = s32;
        pred[k10_4 + i] = s41;
        pred[k10_4 + i + 1] = s42;
      }
    }

    for (let k = 0; k < size; k++) {
      const row = rows[k];
      const row10 = row * 10;
      const k10 = k * 10;

      // dpred = pred - y   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z)]
      for (let i = 0; i < 10; i++) {
        dpred[k10 + i] = pred[k10 + i] - y[row10 + i];
      }

      // loss = Σn sum(dpred .^ 2)   [line 10, loss]
      let s = 0;
      for (let i = 0; i < 10; i++) {
        s += dpred[k10 + i] * dpred[k10 + i];
      }
      loss += s;
    }

    // dw2 = Σn outer(dpred, h)   [EQ4: ∂C/∂w = δ aᵀ; line 9]
    for (let j = 0; j < 100; j += 4) {
      for (let i = 0; i < 10; i += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        for (let k = 0; k < size; k++) {
          const k10_2 = k * 10;
          const dpred_1 = dpred[k10_2 + i];
          const k100_2 = k * 100;
          const h_1 = h[k100_2 + j];
          const dpred_2 = dpred[k10_2 + i + 1];
          const h_2 = h[k100_2 + j + 1];
          const h_3 = h[k100_2 + j + 2];
          const h_4 = h[k100_2 + j + 3];
          s11 += dpred_1 * h_1;
          s12 += dpred_2 * h_1;
          s21 += dpred_1 * h_2;
          s22 += dpred_2 * h_2;
          s31 += dpred_1 * h_3;
          s32 += dpred_2 * h_3;
          s41 += dpred_1 * h_4;
          s42 += dpred_2 * h_4;
        }
        const i100 = i * 100;
        dw2[i100 + j] += s11;
        const i100_2 = i100 + 100;
        dw2[i100_2 + j] += s12;
        dw2[i100 + j + 1] += s21;
        dw2[i100_2 + j + 1] += s22;
        dw2[i100 + j + 2] += s31;
        dw2[i100_2 + j + 2] += s32;
        dw2[i100 + j + 3] += s41;
        dw2[i100_2 + j + 3] += s42;
      }
    }

    // dh = w2' * dpred   [w2 * h with respect to h: the matrix transposed, times the cotangent; line 9]
    for (let i = 0; i < 100; i += 4) {
      for (let k = 0; k < size; k += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        const k10_2 = k * 10;
        const k10_3 = k10_2 + 10;
        for (let j = 0; j < 10; j++) {
          const dpred_1 = dpred[k10_2 + j];
          const j100 = j * 100;
          const w2_1 = w2[j100 + i];
          const dpred_2 = dpred[k10_3 + j];
          const w2_2 = w2[j100 + i + 1];
          const w2_3 = w2[j100 + i + 2];
          const w2_4 = w2[j100 + i + 3];
          s11 += dpred_1 * w2_1;
          s12 += dpred_2 * w2_1;
          s21 += dpred_1 * w2_2;
          s22 += dpred_2 * w2_2;
          s31 += dpred_1 * w2_3;
          s32 += dpred_2 * w2_3;
          s41 += dpred_1 * w2_4;
          s42 += dpred_2 * w2_4;
        }
        const k100_2 = k * 100;
        dh[k100_2 + i] = s11;
        const k100_3 = k100_2 + 100;
        dh[k100_3 + i] = s12;
        dh[k100_2 + i + 1] = s21;
        dh[k100_3 + i + 1] = s22;
        dh[k100_2 + i + 2] = s31;
        dh[k100_3 + i + 2] = s32;
        dh[k100_2 + i + 3] = s41;
        dh[k100_3 + i + 3] = s42;
      }
    }

    for (let k = 0; k < size; k++) {
      const k100 = k * 100;

      // dh_in = h_in >= 0 ? dh : 0   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 8]
      for (let i = 0; i < 100; i++) {
        dh_in[k100 + i] = h_in[k100 + i] >= 0 ? dh[k100 + i] : 0;
      }
    }

    // dw1 = Σn outer(dh_in, x)   [EQ4: ∂C/∂w = δ aᵀ; line 8]
    for (let j = 0; j < 1000; j += 4) {
      for (let i = 0; i < 100; i += 2) {
        let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
        for (let k = 0; k < size; k++) {
          const k100_2 = k * 100;
          const dh_in_1 = dh_in[k100_2 + i];
          const k1000 = k * 1000;
          const x_1 = x_block[k1000 + j];
          const dh_in_2 = dh_in[k100_2 + i + 1];
          const x_2 = x_block[k1000 + j + 1];
          const x_3 = x_block[k1000 + j + 2];
          const x_4 = x_block[k1000 + j + 3];
          s11 += dh_in_1 * x_1;
          s12 += dh_in_2 * x_1;
          s21 += dh_in_1 * x_2;
          s22 += dh_in_2 * x_2;
          s31 += dh_in_1 * x_3;
          s32 += dh_in_2 * x_3;
          s41 += dh_in_1 * x_4;
          s42 += dh_in_2 * x_4;
        }
        const i1000 = i * 1000;
        dw1[i1000 + j] += s11;
        const i1000_2 = i1000 + 1000;
        dw1[i1000_2 + j] += s12;
        dw1[i1000 + j + 1] += s21;
        dw1[i1000_2 + j + 1] += s22;
        dw1[i1000 + j + 2] += s31;
        dw1[i1000_2 + j + 2] += s32;
        dw1[i1000 + j + 3] += s41;
        dw1[i1000_2 + j + 3] += s42;
      }
    }
  }

  // w1⁺ = w1 - stepSize * dw1
  for (let i = 0; i < 100000; i++) {
    w1[i] -= stepSize * dw1[i];
  }

  // w2⁺ = w2 - stepSize * dw2
  for (let i = 0; i < 1000; i++) {
    w2[i] -= stepSize * dw2[i];
  }
  return loss;
}

/** The predictions for one example among others. */
export function predict(params: Parameters, data: Examples, row: number, into: Outputs = createOutputs()): Outputs {
  return forward(params, data.columns.x.subarray(row * 1000, row * 1000 + 1000), into);
}
