import type { DerivedOperation } from "../../ir/op.ts";

/** x with its mean along its dimensions taken off, over the root of its variance (biased, plus 1e-5). */
export const layerNorm: DerivedOperation = {
  kind: "derived",
  name: "layerNorm",
  parameters: ["x"],
  scope: "along",
  wants: "array",
  result: "same",
  value: (x = []) => {
    const mean = x.reduce((sum, one) => sum + one, 0) / x.length;
    const variance = x.reduce((sum, one) => sum + (one - mean) ** 2, 0) / x.length;
    return x.map((one) => (one - mean) / Math.sqrt(variance + 1e-5));
  },
  formula: "(x - mean(x)) ./ sqrt(mean(square(x - mean(x))) + 1e-5)",
  vjp: ["(g - mean(g) - y .* mean(g .* y)) ./ sqrt(mean(square(x - mean(x))) + 1e-5)"],
  source: "Ba, Kiros & Hinton 2016, arXiv:1607.06450; what changes mean or variance is projected out of g, so that nothing cancels",
};
