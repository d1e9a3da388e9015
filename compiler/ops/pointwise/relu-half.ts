import type { PointwiseOperation } from "../../ir/op.ts";

/** max(x, 0) with derivative ½ at 0. */
export const reluHalf: PointwiseOperation = {
  kind: "pointwise",
  name: "reluHalf",
  activation: "rectifying",
  parameters: ["x"],
  value: (x) => Math.max(x, 0),
  partials: ["x > 0 ? 1 : (x == 0 ? 0.5 : 0)"],
  cotangents: ["x > 0 ? g : (x == 0 ? 0.5 * g : 0)"],
  kinks: (x) => Math.abs(x),
  counts: "compare",
  spelling: { ts: { template: "Math.max($0, 0)", precedence: 17 } },
  rewrites: [
    "reluHalf(exp(x)) -> exp(x)",
    "reluHalf(sigmoid(x)) -> sigmoid(x)",
    "reluHalf(softplus(x)) -> softplus(x)",
    "reluHalf(square(x)) -> square(x)",
    "reluHalf(abs(x)) -> abs(x)",
  ],
  source: "Nair & Hinton 2010; reluAtZero 0.5",
  internal: true,
};
