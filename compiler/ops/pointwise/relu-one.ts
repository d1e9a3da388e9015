import type { PointwiseOperation } from "../../ir/op.ts";

/** max(x, 0) with derivative 1 at 0. */
export const reluOne: PointwiseOperation = {
  kind: "pointwise",
  name: "reluOne",
  activation: "rectifying",
  parameters: ["x"],
  value: (x) => Math.max(x, 0),
  partials: ["x >= 0"],
  cotangents: ["x >= 0 ? g : 0"],
  kinks: (x) => Math.abs(x),
  counts: "compare",
  spelling: { ts: { template: "Math.max($0, 0)", precedence: 17 } },
  rewrites: [
    "select(x >= 0, x, 0) -> reluOne(x)",
    "x * (x >= 0) -> reluOne(x)",
    "reluOne(reluOne(x)) -> reluOne(x)",
    "reluOne(exp(x)) -> exp(x)",
    "reluOne(sigmoid(x)) -> sigmoid(x)",
    "reluOne(softplus(x)) -> softplus(x)",
    "reluOne(square(x)) -> square(x)",
    "reluOne(abs(x)) -> abs(x)",
  ],
  source: "Nair & Hinton 2010; reluAtZero 1",
  internal: true,
};
