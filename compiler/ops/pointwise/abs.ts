import type { PointwiseOperation } from "../../ir/op.ts";

/** The absolute value, with derivative 0 at 0. */
export const abs: PointwiseOperation = {
  kind: "pointwise",
  name: "abs",
  parameters: ["x"],
  value: (x) => Math.abs(x),
  partials: ["sign(x)"],
  kinks: (x) => Math.abs(x),
  spelling: { ts: { call: "Math.abs" } },
  even: true,
  rewrites: [
    "abs(-x) -> abs(x)",
    "abs(abs(x)) -> abs(x)",
    "abs(square(x)) -> square(x)",
    "abs(sqrt(x)) -> sqrt(x)",
    "abs(exp(x)) -> exp(x)",
    "abs(sigmoid(x)) -> sigmoid(x)",
    "abs(softplus(x)) -> softplus(x)",
    "abs(relu(x)) -> relu(x)",
  ],
  atKink: "abs'(0) = 0",
  source: "subgradient 0 of [−1, 1] at 0",
};
