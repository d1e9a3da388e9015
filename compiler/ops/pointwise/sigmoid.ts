import type { PointwiseOperation } from "../../ir/op.ts";

/** 1 / (1 + exp(−x)). */
export const sigmoid: PointwiseOperation = {
  kind: "pointwise",
  name: "sigmoid",
  activation: "squashing",
  parameters: ["x"],
  value: (x) => {
    const t = Math.exp(-Math.abs(x));
    return x >= 0 ? 1 / (1 + t) : t / (1 + t);
  },
  partials: ["y * (1 - y)"],
  formula: "1 / (1 + exp(-x))",
  rewrites: [
    "stable: exp(x) / (1 + exp(x)) -> sigmoid(x)",
    "stable: a / (1 + exp(x)) -> a * sigmoid(-x)",
    "stable: exp(x) * sigmoid(-x) -> sigmoid(x)",
    "stable: exp(-x) * sigmoid(x) -> sigmoid(-x)",
  ],
  saturation: {
    difference: "1 - sigmoid(x)",
    value: "exp(min(x, limit)) / (1 + exp(min(x, limit)))",
    accurate: "1 / (1 + exp(min(x, limit)))",
  },
  source: "logistic function",
};
