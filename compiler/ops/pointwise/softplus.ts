import type { PointwiseOperation } from "../../ir/op.ts";

/** log(1 + exp(x)) without overflow; its derivative, the sigmoid, shares the exponential. */
export const softplus: PointwiseOperation = {
  kind: "pointwise",
  name: "softplus",
  activation: "rectifying",
  parameters: ["x"],
  value: (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
  partials: ["softplusSlope(x)"],
  formula: "max2(x, 0) + log1p(exp(-abs(x)))",
  rewrites: [
    "stable: softplus(x) - x -> softplus(-x)",
    "stable: x + softplus(-x) -> softplus(x)",
    "stable: relu(x) + softplus(-abs(x)) -> softplus(x)",
    "stable: (relu(x) - y) + softplus(-abs(x)) -> softplus(x) - y",
  ],
  source: "Dugas et al. 2001",
};
