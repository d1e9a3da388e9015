import type { PointwiseOperation } from "../../ir/op.ts";

/** d · log(p), and 0 where d is 0, whatever p. */
export const xlogy: PointwiseOperation = {
  kind: "pointwise",
  name: "xlogy",
  parameters: ["d", "p"],
  value: (d, p) => (d === 0 ? 0 : d * Math.log(p)),
  partials: ["(d == 0) and (p == 0) ? 0 : log(p)", "d == 0 ? 0 : d / p"],
  cotangents: ["(d == 0) and (p == 0) ? 0 : g * log(p)", "d == 0 ? 0 : g * d / p"],
  domain: [[-Infinity, Infinity], [0, Infinity]],
  formula: "d == 0 ? 0 : d * log(p)",
  rewrites: [
    "xlogy(0, p) -> 0",
    "xlogy(1, p) -> log(p)",
    "xlogy(d, 1) -> 0",
    "xlogy(-d, p) -> -xlogy(d, p)",
    "stable: xlogy(d, exp(x)) -> d * x",
    "stable: xlogy(d, sigmoid(z)) -> -(d * softplus(-z))",
    "stable: xlogy(d, 1 - sigmoid(z)) -> -(d * softplus(z))",
    "stable: xlogy(d, softmax(z)) -> d .* logSoftmax(z)",
  ],
  source: "the limit of d log p for d → 0",
  internal: true,
};
