import { adam, zerosLike, type Arrays } from "./updates-by-hand.ts";

const [length, width, hidden, symbols, heads, layers] = [8, 24, 48, 10, 2, 2] as const;
const headWidth = width / heads;

/** A product and a sum for each product of a layer, forward and for either factor's gradient. */
export const transformerFlops = (batch: number): number =>
  3 * 2 * batch * length * (layers * (3 * width * width + 2 * width * hidden + 2 * length * width) + width * symbols);

/** A training step of `specs/networks/transformer.grad` in plain loops, which gives its loss: `x` and `c` are [batch, 8]; `weights` are named as there. */
export function transformerByHand(batch: number, weights: Arrays, x: Int32Array, c: Int32Array, rate: number): () => number {
  const [gradients, m, v] = [zerosLike(weights), zerosLike(weights), zerosLike(weights)];
  const rows = batch * length;
  const array = (columns: number): Float64Array => new Float64Array(rows * columns);
  const blocks = Array.from({ length: layers }, (_, k) => block(rows, k + 1, weights, gradients));
  const [h0, n, deviations, logits, dn, dh] = [array(width), array(width), array(1), array(symbols), array(width), array(width)];
  const [E, P, W] = [weights["E"]!, weights["P"]!, weights["W"]!];
  return () => {
    for (const gradient of Object.values(gradients)) gradient.fill(0);
    for (let r = 0; r < rows; r++) for (let i = 0; i < width; i++) h0[r * width + i] = E[x[r]! * width + i]! + P[(r % length) * width + i]!;
    const h = blocks.reduce((below, one) => one.forward(below), h0);
    normalise(h, n, deviations);
    multiply(n, W, logits, rows, width, symbols);
    const loss = crossEntropy(logits, c, rows);
    addTransposed(n, logits, gradients["W"]!, rows, width, symbols);
    multiplyTransposed(logits, W, dn, rows, symbols, width);
    dh.fill(0);
    normaliseBackward(dn, n, deviations, dh);
    for (const one of blocks.toReversed()) one.backward(dh);
    for (let r = 0; r < rows; r++) {
      for (let i = 0; i < width; i++) {
        gradients["E"]![x[r]! * width + i]! += dh[r * width + i]!;
        gradients["P"]![(r % length) * width + i]! += dh[r * width + i]!;
      }
    }
    adam(weights, gradients, m, v, { rate, t: 1 });
    return loss;
  };
}

/** A layer: attention and two linear layers, each on normalised rows and added to what passes by. `backward` takes the cotangent of its output and leaves that of its input. */
function block(rows: number, k: number, weights: Arrays, gradients: Arrays): { readonly forward: (h: Float64Array) => Float64Array; readonly backward: (dh: Float64Array) => void } {
  const array = (columns: number): Float64Array => new Float64Array(rows * columns);
  const named = (from: Arrays): readonly Float64Array[] => ["Q", "K", "V", "A", "B"].map((name) => from[`${name}${k}`]!);
  const [Wq, Wk, Wv, A, B] = named(weights) as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
  const [dWq, dWk, dWv, dA, dB] = named(gradients) as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
  const [n1, q, key, value, h1, n2, out] = [array(width), array(width), array(width), array(width), array(width), array(width), array(width)];
  const [dn, dq, dkey, dvalue] = [array(width), array(width), array(width), array(width)];
  const [f, df, shares, s1, s2] = [array(hidden), array(hidden), array(heads * length), array(1), array(1)];
  return {
    forward(h) {
      normalise(h, n1, s1);
      multiply(n1, Wq, q, rows, width, width);
      multiply(n1, Wk, key, rows, width, width);
      multiply(n1, Wv, value, rows, width, width);
      h1.set(h);
      attend(q, key, value, shares, h1, rows);
      normalise(h1, n2, s2);
      multiplyTransposed(n2, A, f, rows, width, hidden);
      for (let i = 0; i < f.length; i++) f[i] = Math.max(f[i]!, 0);
      multiplyTransposed(f, B, out, rows, hidden, width);
      for (let i = 0; i < out.length; i++) out[i]! += h1[i]!;
      return out;
    },
    backward(dh) {
      addTransposed(dh, f, dB, rows, width, hidden);
      multiply(dh, B, df, rows, width, hidden);
      for (let i = 0; i < f.length; i++) if (f[i]! <= 0) df[i] = 0;
      addTransposed(df, n2, dA, rows, hidden, width);
      multiply(df, A, dn, rows, hidden, width);
      normaliseBackward(dn, n2, s2, dh);
      attendBackward(q, key, value, shares, dh, dq, dkey, dvalue, rows);
      dn.fill(0);
      for (const [d, W, dW] of [[dq, Wq, dWq], [dkey, Wk, dWk], [dvalue, Wv, dWv]] as const) {
        addTransposed(n1, d, dW, rows, width, width);
        multiplyTransposed(d, W, dn, rows, width, width, true);
      }
      normaliseBackward(dn, n1, s1, dh);
    },
  };
}

/** Y = X W, X being rows × inputs, W inputs × outputs. */
function multiply(X: Float64Array, W: Float64Array, Y: Float64Array, rows: number, inputs: number, outputs: number): void {
  Y.fill(0);
  for (let r = 0; r < rows; r++) {
    for (let i = 0; i < inputs; i++) {
      const factor = X[r * inputs + i]!;
      for (let j = 0; j < outputs; j++) Y[r * outputs + j]! += factor * W[i * outputs + j]!;
    }
  }
}

/** Y = X Wᵀ, or Y + X Wᵀ, X being rows × inputs, W outputs × inputs. */
function multiplyTransposed(X: Float64Array, W: Float64Array, Y: Float64Array, rows: number, inputs: number, outputs: number, add = false): void {
  for (let r = 0; r < rows; r++) {
    for (let j = 0; j < outputs; j++) {
      let sum = add ? Y[r * outputs + j]! : 0;
      for (let i = 0; i < inputs; i++) sum += X[r * inputs + i]! * W[j * inputs + i]!;
      Y[r * outputs + j] = sum;
    }
  }
}

/** Z = Z + Xᵀ Y, X being rows × inputs, Y rows × outputs. */
function addTransposed(X: Float64Array, Y: Float64Array, Z: Float64Array, rows: number, inputs: number, outputs: number): void {
  for (let r = 0; r < rows; r++) {
    for (let i = 0; i < inputs; i++) {
      const factor = X[r * inputs + i]!;
      for (let j = 0; j < outputs; j++) Z[i * outputs + j]! += factor * Y[r * outputs + j]!;
    }
  }
}

/** Each row less its mean, over its standard deviation. */
function normalise(x: Float64Array, y: Float64Array, deviations: Float64Array): void {
  for (let r = 0; r < deviations.length; r++) {
    let [mean, variance] = [0, 0];
    for (let i = r * width; i < (r + 1) * width; i++) mean += x[i]! / width;
    for (let i = r * width; i < (r + 1) * width; i++) variance += (x[i]! - mean) ** 2 / width;
    deviations[r] = Math.sqrt(variance + 1e-5);
    for (let i = r * width; i < (r + 1) * width; i++) y[i] = (x[i]! - mean) / deviations[r]!;
  }
}

/** Adds to dx what normalising hands back. */
function normaliseBackward(dy: Float64Array, y: Float64Array, deviations: Float64Array, dx: Float64Array): void {
  for (let r = 0; r < deviations.length; r++) {
    let [mean, along] = [0, 0];
    for (let i = r * width; i < (r + 1) * width; i++) {
      mean += dy[i]! / width;
      along += (dy[i]! * y[i]!) / width;
    }
    for (let i = r * width; i < (r + 1) * width; i++) dx[i]! += (dy[i]! - mean - y[i]! * along) / deviations[r]!;
  }
}

/** Adds to each row of h the values of the rows of its example, by their shares: the softmax of queries times keys. */
function attend(q: Float64Array, key: Float64Array, value: Float64Array, shares: Float64Array, h: Float64Array, rows: number): void {
  for (let r = 0; r < rows; r++) {
    const start = r - (r % length);
    for (let head = 0; head < heads; head++) {
      const [own, from] = [(r * heads + head) * length, head * headWidth];
      let [largest, total] = [-Infinity, 0];
      for (let s = 0; s < length; s++) {
        let sum = 0;
        for (let i = from; i < from + headWidth; i++) sum += q[r * width + i]! * key[(start + s) * width + i]!;
        shares[own + s] = sum / Math.sqrt(headWidth);
        largest = Math.max(largest, shares[own + s]!);
      }
      for (let s = 0; s < length; s++) total += shares[own + s] = Math.exp(shares[own + s]! - largest);
      for (let s = 0; s < length; s++) {
        shares[own + s]! /= total;
        for (let i = from; i < from + headWidth; i++) h[r * width + i]! += shares[own + s]! * value[(start + s) * width + i]!;
      }
    }
  }
}

function attendBackward(q: Float64Array, key: Float64Array, value: Float64Array, shares: Float64Array, dh: Float64Array, dq: Float64Array, dkey: Float64Array, dvalue: Float64Array, rows: number): void {
  for (const d of [dq, dkey, dvalue]) d.fill(0);
  const handed = new Float64Array(length);
  for (let r = 0; r < rows; r++) {
    const start = r - (r % length);
    for (let head = 0; head < heads; head++) {
      const [own, from] = [(r * heads + head) * length, head * headWidth];
      let along = 0;
      for (let s = 0; s < length; s++) {
        let sum = 0;
        for (let i = from; i < from + headWidth; i++) {
          sum += dh[r * width + i]! * value[(start + s) * width + i]!;
          dvalue[(start + s) * width + i]! += shares[own + s]! * dh[r * width + i]!;
        }
        handed[s] = sum;
        along += sum * shares[own + s]!;
      }
      for (let s = 0; s < length; s++) {
        const delta = (shares[own + s]! * (handed[s]! - along)) / Math.sqrt(headWidth);
        for (let i = from; i < from + headWidth; i++) {
          dq[r * width + i]! += delta * key[(start + s) * width + i]!;
          dkey[(start + s) * width + i]! += delta * q[r * width + i]!;
        }
      }
    }
  }
}

/** The loss, and in place of the logits its gradient. */
function crossEntropy(logits: Float64Array, c: Int32Array, rows: number): number {
  let loss = 0;
  for (let r = 0; r < rows; r++) {
    let [largest, total] = [-Infinity, 0];
    for (let i = r * symbols; i < (r + 1) * symbols; i++) largest = Math.max(largest, logits[i]!);
    for (let i = r * symbols; i < (r + 1) * symbols; i++) total += Math.exp(logits[i]! - largest);
    loss -= logits[r * symbols + c[r]!]! - largest - Math.log(total);
    for (let i = 0; i < symbols; i++) logits[r * symbols + i] = (Math.exp(logits[r * symbols + i]! - largest) / total - (c[r] === i ? 1 : 0)) / rows;
  }
  return loss / rows;
}
