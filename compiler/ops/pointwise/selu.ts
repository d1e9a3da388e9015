import type { PointwiseOperation } from "../../ir/op.ts";

/** The self-normalising λ·x where positive, else λα·(exp(x) − 1); the derivative at 0 is the left one, λα. */
export const selu: PointwiseOperation = {
  kind: "pointwise",
  name: "selu",
  activation: "rectifying",
  parameters: ["x"],
  value: (x) => (x > 0 ? 1.0507009873554805 * x : 1.7580993408473768 * Math.expm1(x)),
  partials: ["x > 0 ? 1.0507009873554805 : y + 1.7580993408473768"],
  cotangents: ["x > 0 ? 1.0507009873554805 * g : g * (y + 1.7580993408473768)"],
  formula: "x > 0 ? 1.0507009873554805 * x : 1.7580993408473768 * expm1(x)",
  kinks: (x) => Math.abs(x),
  source: "Klambauer et al. 2017, arXiv:1706.02515; λ = 1.0507009873554805, λα = 1.7580993408473768",
};
