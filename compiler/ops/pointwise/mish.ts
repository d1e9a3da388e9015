import type { PointwiseOperation } from "../../ir/op.ts";

/** x · tanh(softplus(x)). */
export const mish: PointwiseOperation = {
  kind: "pointwise",
  name: "mish",
  activation: "rectifying",
  parameters: ["x"],
  value: (x) => {
    const t = Math.exp(-Math.abs(x));
    return x > 0 ? (x * (1 + 2 * t)) / (1 + 2 * t + 2 * t * t) : (x * t * (t + 2)) / (t * (t + 2) + 2);
  },
  partials: [
    "tanh(softplus(x)) + x * (1 - square(tanh(softplus(x)))) * ((x > 0 ? 1 : exp(-abs(x))) / (1 + exp(-abs(x))))",
  ],
  formula: "x * tanh(softplus(x))",
  source: "Misra 2019, arXiv:1908.08681",
};
