import type { PointwiseOperation } from "../../ir/op.ts";

/** x where positive, else exp(x) − 1. */
export const elu: PointwiseOperation = {
  kind: "pointwise",
  name: "elu",
  activation: "rectifying",
  parameters: ["x"],
  value: (x) => (x > 0 ? x : Math.expm1(x)),
  partials: ["x > 0 ? 1 : y + 1"],
  cotangents: ["x > 0 ? g : g * (y + 1)"],
  formula: "x > 0 ? x : expm1(x)",
  source: "Clevert, Unterthiner & Hochreiter 2015, arXiv:1511.07289, α = 1",
};
