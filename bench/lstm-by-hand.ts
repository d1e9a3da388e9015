import { adam, zerosLike, type Arrays } from "./updates-by-hand.ts";

/** Units, numbers of an input, time steps. */
export interface LstmSizes {
  readonly units: number;
  readonly inputs: number;
  readonly length: number;
}

const gates = ["i", "f", "o", "g"] as const;

/** A product and a sum for each weight and time step: forward, for its gradient and, of recurrent ones, for the state handed back. */
export const lstmFlops = ({ units, inputs, length }: LstmSizes, batch: number): number => 2 * batch * length * 4 * units * (2 * (inputs + units) + units);

/** A training step of `specs/networks/adding.grad` in plain loops, which gives its loss: `x` is [batch, length, inputs], `d` [batch]; `weights` are named as there. */
export function lstmByHand({ units, inputs, length }: LstmSizes, batch: number, weights: Arrays, x: Float64Array, d: Float64Array, rate: number): () => number {
  const [gradients, m, v] = [zerosLike(weights), zerosLike(weights), zerosLike(weights)];
  const ofTime = (): Float64Array => new Float64Array(length * batch * units);
  const [y, dz] = [gates.map(ofTime), gates.map(() => new Float64Array(batch * units))];
  const [h, c] = [new Float64Array((length + 1) * batch * units), new Float64Array((length + 1) * batch * units)];
  const [tanhC, dh, dc, error] = [ofTime(), new Float64Array(batch * units), new Float64Array(batch * units), new Float64Array(batch)];
  const [W, U, b] = [gates.map((gate) => weights[`W${gate}`]!), gates.map((gate) => weights[`U${gate}`]!), gates.map((gate) => weights[`b${gate}`]!)];
  const [dW, dU, db] = [gates.map((gate) => gradients[`W${gate}`]!), gates.map((gate) => gradients[`U${gate}`]!), gates.map((gate) => gradients[`b${gate}`]!)];
  const size = batch * units;

  const forward = (t: number): void => {
    for (let gate = 0; gate < 4; gate++) gateForward(W[gate]!, U[gate]!, b[gate]!, y[gate]!, t, gate === 3);
    const [i, f, o, g] = y as [Float64Array, Float64Array, Float64Array, Float64Array];
    for (let k = 0, at = t * size; k < size; k++, at++) {
      c[at + size] = f[at]! * c[at]! + i[at]! * g[at]!;
      tanhC[at] = Math.tanh(c[at + size]!);
      h[at + size] = o[at]! * tanhC[at]!;
    }
  };
  const gateForward = (W: Float64Array, U: Float64Array, b: Float64Array, y: Float64Array, t: number, isTanh: boolean): void => {
    for (let n = 0; n < batch; n++) {
      const [xAt, hAt] = [(n * length + t) * inputs, (t * batch + n) * units];
      for (let u = 0; u < units; u++) {
        let sum = b[u]!;
        for (let j = 0; j < inputs; j++) sum += W[u * inputs + j]! * x[xAt + j]!;
        for (let j = 0; j < units; j++) sum += U[u * units + j]! * h[hAt + j]!;
        y[hAt + u] = isTanh ? Math.tanh(sum) : 1 / (1 + Math.exp(-sum));
      }
    }
  };
  const backward = (t: number): void => {
    const [i, f, o, g] = y as [Float64Array, Float64Array, Float64Array, Float64Array];
    const [di, df, dO, dg] = dz as [Float64Array, Float64Array, Float64Array, Float64Array];
    for (let k = 0, at = t * size; k < size; k++, at++) {
      const cell = dc[k]! + dh[k]! * o[at]! * (1 - tanhC[at]! * tanhC[at]!);
      di[k] = cell * g[at]! * i[at]! * (1 - i[at]!);
      df[k] = cell * c[at]! * f[at]! * (1 - f[at]!);
      dO[k] = dh[k]! * tanhC[at]! * o[at]! * (1 - o[at]!);
      dg[k] = cell * i[at]! * (1 - g[at]! * g[at]!);
      dc[k] = cell * f[at]!;
    }
    dh.fill(0);
    for (let gate = 0; gate < 4; gate++) gateBackward(U[gate]!, dz[gate]!, dW[gate]!, dU[gate]!, db[gate]!, t);
  };
  const gateBackward = (U: Float64Array, dz: Float64Array, dW: Float64Array, dU: Float64Array, db: Float64Array, t: number): void => {
    for (let n = 0; n < batch; n++) {
      const [xAt, hAt] = [(n * length + t) * inputs, (t * batch + n) * units];
      for (let u = 0; u < units; u++) {
        const delta = dz[n * units + u]!;
        db[u]! += delta;
        for (let j = 0; j < inputs; j++) dW[u * inputs + j]! += delta * x[xAt + j]!;
        for (let j = 0; j < units; j++) {
          dU[u * units + j]! += delta * h[hAt + j]!;
          dh[n * units + j]! += delta * U[u * units + j]!;
        }
      }
    }
  };
  const output = (): number => {
    const [w, c0, dw, dc0] = [weights["v"]!, weights["c0"]!, gradients["v"]!, gradients["c0"]!];
    let loss = 0;
    for (let n = 0; n < batch; n++) {
      const last = length * size + n * units;
      let sum = c0[0]! - d[n]!;
      for (let u = 0; u < units; u++) sum += w[u]! * h[last + u]!;
      loss += sum * sum;
      error[n] = (2 * sum) / batch;
      dc0[0]! += error[n]!;
      for (let u = 0; u < units; u++) {
        dw[u]! += error[n]! * h[last + u]!;
        dh[n * units + u] = error[n]! * w[u]!;
      }
    }
    return loss / batch;
  };
  return () => {
    for (const gradient of Object.values(gradients)) gradient.fill(0);
    for (let t = 0; t < length; t++) forward(t);
    dc.fill(0);
    const loss = output();
    for (let t = length - 1; t >= 0; t--) backward(t);
    adam(weights, gradients, m, v, { rate, t: 1, clip: 1 });
    return loss;
  };
}
