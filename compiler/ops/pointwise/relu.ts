import type { PointwiseOperation } from "../../ir/op.ts";

/** max(x, 0) with derivative 0 at 0. */
export const relu: PointwiseOperation = {
  kind: "pointwise",
  name: "relu",
  activation: "rectifying",
  parameters: ["x"],
  value: (x) => Math.max(x, 0),
  partials: ["y > 0"],
  cotangents: ["y > 0 ? g : 0"],
  kinks: (x) => Math.abs(x),
  counts: "compare",
  spelling: { ts: { template: "Math.max($0, 0)", precedence: 17 } },
  rewrites: [
    "select(x > 0, x, 0) -> relu(x)",
    "x * (x > 0) -> relu(x)",
    "relu(relu(x)) -> relu(x)",
    "relu(exp(x)) -> exp(x)",
    "relu(sigmoid(x)) -> sigmoid(x)",
    "relu(softplus(x)) -> softplus(x)",
    "relu(square(x)) -> square(x)",
    "relu(abs(x)) -> abs(x)",
  ],
  variants: { convention: "reluAtZero", "1": "reluOne", "0.5": "reluHalf" },
  source: "Nair & Hinton 2010; reluAtZero 0",
};
