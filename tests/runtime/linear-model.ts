import type { Examples, Floats, Metadata, ParameterViews, Trainable } from "../../runtime/model.ts";

/** Views on the parameters of `linearModel`. */
export interface LinearParameters extends ParameterViews {
  readonly w: Floats;
  readonly b: Floats;
}

export const linearMetadata: Metadata = {
  name: "linear",
  hash: "",
  version: "",
  precision: "f64",
  parameters: [
    { name: "w", shape: [2], offset: 0, initial: { kind: "zeros" } },
    { name: "b", shape: [], offset: 2, initial: { kind: "zeros" } },
  ],
  columns: [
    { name: "d", role: "target", shape: [] },
    { name: "x", role: "input", shape: [2] },
  ],
  hypers: [{ name: "scale", value: 1 }],
  losses: ["J"],
  metrics: ["worst"],
  outputs: [{ name: "y", shape: [] }],
  reduction: "mean",
  data: null,
  train: { optimizer: "sgd", rate: 0.1, batch: 4, epochs: 50, validation: 0, seed: 7 },
};

/** Linear regression, y = w · x + b with the loss scale · (y − d)² / 2, written as a compiled module would be. */
export function linearModel(changes: Partial<Metadata> = {}): Trainable & { initialise(seed: number): LinearParameters } {
  const metadata: Metadata = { ...linearMetadata, ...changes };
  const views = (flat: Floats): LinearParameters => ({ flat, w: flat.subarray(0, 2), b: flat.subarray(2, 3) });
  const error = (flat: Floats, data: Examples, n: number): number => {
    const x = data.columns["x"]!;
    return flat[0]! * x[2 * n]! + flat[1]! * x[2 * n + 1]! + flat[2]! - data.columns["d"]![n]!;
  };
  return {
    metadata,
    createParameters: (flat = new Float64Array(3)) => views(flat),
    initialise: (seed) => views(new Float64Array([seed / 100, 0, 0])),
    createState: () => new Float64Array(1),
    createHyper: () => ({ scale: 1 }),
    createOutputs: () => ({ y: new Float64Array(1) }),
    predict(params, data, row, into = { y: new Float64Array(1) }) {
      into["y"]![0] = error(params.flat, data, row) + data.columns["d"]![row]!;
    },
    evaluate(params, data, report, order, from = 0, to = data.size, hyper = { scale: 1 }) {
      let loss = 0;
      let worst = 0;
      for (let i = from; i < to; i++) {
        const e = error(params.flat, data, order?.[i] ?? i);
        loss += (hyper["scale"]! * e * e) / 2;
        worst = Math.max(worst, Math.abs(e));
      }
      report[0] = metadata.reduction === "mean" ? loss / (to - from) : loss;
      report[1] = worst;
      return report[0];
    },
    step(params, state, data, clock, order, from = 0, to = data.size, hyper = { scale: 1 }) {
      const { flat } = params;
      const x = data.columns["x"]!;
      const share = metadata.reduction === "mean" ? 1 / (to - from) : 1;
      let loss = 0;
      const gradient = [0, 0, 0];
      for (let i = from; i < to; i++) {
        const n = order?.[i] ?? i;
        const e = error(flat, data, n);
        loss += (hyper["scale"]! * e * e * share) / 2;
        [x[2 * n]!, x[2 * n + 1]!, 1].forEach((slope, p) => (gradient[p]! += hyper["scale"]! * e * slope * share));
      }
      gradient.forEach((g, p) => (flat[p]! -= clock.rate * g));
      state[0]!++;
      return loss;
    },
  };
}

/** Examples of d = 2 x₁ − x₂ + 0.5, without noise. */
export function linearExamples(size: number): Examples {
  const x = Float64Array.from({ length: 2 * size }, (_, i) => Math.sin(i * i + 1));
  const d = Float64Array.from({ length: size }, (_, n) => 2 * x[2 * n]! - x[2 * n + 1]! + 0.5);
  return { size, columns: { x, d } };
}
