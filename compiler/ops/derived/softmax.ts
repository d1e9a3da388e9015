import type { DerivedOperation } from "../../ir/op.ts";

/** exp(x) scaled to sum 1 along its dimensions. */
export const softmax: DerivedOperation = {
  kind: "derived",
  name: "softmax",
  activation: "distribution",
  parameters: ["x"],
  scope: "along",
  result: "same",
  distribution: true,
  value: (x = []) => {
    const largest = Math.max(...x);
    const powers = x.map((one) => Math.exp(one - largest));
    const total = powers.reduce((sum, one) => sum + one, 0);
    return powers.map((one) => one / total);
  },
  formula: "exp(x - max(x)) ./ sum(exp(x - max(x)))",
  vjp: ["y .* (g - sum(g .* y))"],
  rewrites: ["softmax(logSoftmax(x)) -> softmax(x)", "softmax(x - c) -> softmax(x) | c repeated", "softmax(x + c) -> softmax(x) | c repeated"],
  source: "Bridle 1990; ∂yᵢ/∂xⱼ = yᵢ(δᵢⱼ − yⱼ), never formed",
};
