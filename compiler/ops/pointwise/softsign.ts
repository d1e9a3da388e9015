import type { PointwiseOperation } from "../../ir/op.ts";

/** x / (1 + |x|): a sigmoid that approaches ±1 slowly. */
export const softsign: PointwiseOperation = {
  kind: "pointwise",
  name: "softsign",
  activation: "squashing",
  parameters: ["x"],
  value: (x) => x / (1 + Math.abs(x)),
  partials: ["1 / square(1 + abs(x))"],
  formula: "x / (1 + abs(x))",
  source: "Turian, Bergstra & Bengio 2009, Quadratic features and deep architectures for chunking",
};
