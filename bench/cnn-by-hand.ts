import { momentum, zerosLike, type Arrays } from "./updates-by-hand.ts";

/** A layer of kernels with ReLU and pooling over 2 × 2: channels in and out, the side of what it reads, of its kernels, and the zeros around. */
interface Layer {
  readonly inputs: number;
  readonly outputs: number;
  readonly side: number;
  readonly kernel: number;
  readonly padding: number;
}

const layers: readonly Layer[] = [{ inputs: 1, outputs: 8, side: 16, kernel: 3, padding: 1 }, { inputs: 8, outputs: 16, side: 8, kernel: 3, padding: 0 }];
const [features, classes] = [144, 10];

const widthOf = ({ side, kernel, padding }: Layer): number => side + 2 * padding - kernel + 1;

/** A product and a sum for each weight and place it is used at: forward, for its gradient and, past the first layer, for the error handed back. */
export const cnnFlops = (batch: number): number =>
  2 * batch * (3 * features * classes + layers.reduce((sum, layer, k) => sum + (k === 0 ? 2 : 3) * layer.inputs * layer.outputs * layer.kernel ** 2 * widthOf(layer) ** 2, 0));

/** A training step of `specs/networks/cnn-digits.grad` in plain loops, which gives its loss: `x` is [batch, 1, 16, 16], `c` [batch]; `weights` are named as there. */
export function cnnByHand(batch: number, weights: Arrays, x: Float64Array, c: Int32Array, rate: number): () => number {
  const [gradients, speeds] = [zerosLike(weights), zerosLike(weights)];
  const made = layers.map((layer, k) => {
    const size = layer.outputs * widthOf(layer) ** 2;
    return { layer, K: weights[`K${k + 1}`]!, b: weights[`b${k + 1}`]!, dK: gradients[`K${k + 1}`]!, db: gradients[`b${k + 1}`]!, relu: new Float64Array(batch * size), dRelu: new Float64Array(batch * size), pooled: new Float64Array((batch * size) / 4), dPooled: new Float64Array((batch * size) / 4), place: new Int32Array((batch * size) / 4) };
  });
  const [first, second] = made as [(typeof made)[number], (typeof made)[number]];
  const logits = new Float64Array(batch * classes);
  return () => {
    for (const gradient of Object.values(gradients)) gradient.fill(0);
    for (const [values, { layer, K, b, relu, pooled, place }] of [[x, first], [first.pooled, second]] as const) {
      convolve(layer, batch, values, K, b, relu);
      pool(relu, pooled, place, widthOf(layer));
    }
    const loss = classify(batch, weights, gradients, second.pooled, c, logits, second.dPooled);
    for (const [values, handedBack, { layer, K, dK, db, relu, dRelu, dPooled, place }] of [[first.pooled, first.dPooled, second], [x, null, first]] as const) {
      dRelu.fill(0);
      for (let k = 0; k < place.length; k++) if (relu[place[k]!]! > 0) dRelu[place[k]!] = dPooled[k]!;
      handedBack?.fill(0);
      convolveBackward(layer, batch, values, K, dRelu, dK, db, handedBack);
    }
    momentum(weights, gradients, speeds, rate);
    return loss;
  };
}

function convolve(layer: Layer, batch: number, x: Float64Array, K: Float64Array, b: Float64Array, y: Float64Array): void {
  const { inputs, outputs, side, kernel, padding } = layer;
  const width = widthOf(layer);
  for (let n = 0, at = 0; n < batch; n++) {
    for (let o = 0; o < outputs; o++) {
      for (let i = 0; i < width; i++) {
        for (let j = 0; j < width; j++, at++) {
          let sum = b[o]!;
          for (let l = 0; l < inputs; l++) {
            for (let p = Math.max(0, padding - i); p < Math.min(kernel, side + padding - i); p++) {
              const row = ((n * inputs + l) * side + i + p - padding) * side + j - padding;
              for (let q = Math.max(0, padding - j); q < Math.min(kernel, side + padding - j); q++) sum += x[row + q]! * K[((o * inputs + l) * kernel + p) * kernel + q]!;
            }
          }
          y[at] = Math.max(sum, 0);
        }
      }
    }
  }
}

function convolveBackward(layer: Layer, batch: number, x: Float64Array, K: Float64Array, dy: Float64Array, dK: Float64Array, db: Float64Array, dx: Float64Array | null): void {
  const { inputs, outputs, side, kernel, padding } = layer;
  const width = widthOf(layer);
  for (let n = 0, at = 0; n < batch; n++) {
    for (let o = 0; o < outputs; o++) {
      for (let i = 0; i < width; i++) {
        for (let j = 0; j < width; j++, at++) {
          const delta = dy[at]!;
          // Three of four places were not the largest of their window.
          if (delta === 0) continue;
          db[o]! += delta;
          for (let l = 0; l < inputs; l++) {
            for (let p = Math.max(0, padding - i); p < Math.min(kernel, side + padding - i); p++) {
              const [row, from] = [((n * inputs + l) * side + i + p - padding) * side + j - padding, ((o * inputs + l) * kernel + p) * kernel];
              for (let q = Math.max(0, padding - j); q < Math.min(kernel, side + padding - j); q++) {
                dK[from + q]! += delta * x[row + q]!;
                if (dx !== null) dx[row + q]! += delta * K[from + q]!;
              }
            }
          }
        }
      }
    }
  }
}

/** The largest of each 2 × 2, and where it lies. */
function pool(x: Float64Array, y: Float64Array, place: Int32Array, width: number): void {
  const half = width / 2;
  for (let k = 0; k < y.length; k++) {
    const j = k % half;
    const start = 2 * width * ((k - j) / half) + 2 * j;
    let best = start;
    if (x[start + 1]! > x[best]!) best = start + 1;
    if (x[start + width]! > x[best]!) best = start + width;
    if (x[start + width + 1]! > x[best]!) best = start + width + 1;
    y[k] = x[best]!;
    place[k] = best;
  }
}

/** The linear layer with softmax and cross-entropy, forward and backward. */
function classify(batch: number, weights: Arrays, gradients: Arrays, h: Float64Array, c: Int32Array, logits: Float64Array, dh: Float64Array): number {
  const [W, b, dW, db] = [weights["W"]!, weights["b"]!, gradients["W"]!, gradients["b"]!];
  let loss = 0;
  for (let n = 0; n < batch; n++) {
    let [largest, total] = [-Infinity, 0];
    for (let i = 0; i < classes; i++) {
      let sum = b[i]!;
      for (let j = 0; j < features; j++) sum += W[i * features + j]! * h[n * features + j]!;
      logits[n * classes + i] = sum;
      largest = Math.max(largest, sum);
    }
    for (let i = 0; i < classes; i++) total += Math.exp(logits[n * classes + i]! - largest);
    loss -= logits[n * classes + c[n]!]! - largest - Math.log(total);
    dh.fill(0, n * features, (n + 1) * features);
    for (let i = 0; i < classes; i++) {
      const delta = (Math.exp(logits[n * classes + i]! - largest) / total - (c[n] === i ? 1 : 0)) / batch;
      db[i]! += delta;
      for (let j = 0; j < features; j++) {
        dW[i * features + j]! += delta * h[n * features + j]!;
        dh[n * features + j]! += delta * W[i * features + j]!;
      }
    }
  }
  return loss / batch;
}
