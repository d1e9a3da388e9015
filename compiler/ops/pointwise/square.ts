import type { PointwiseOperation } from "../../ir/op.ts";

/** x². */
export const square: PointwiseOperation = {
  kind: "pointwise",
  name: "square",
  parameters: ["x"],
  value: (x) => x * x,
  partials: ["2 * x"],
  formula: "x * x",
  even: true,
  rewrites: [
    "square(0) -> 0",
    "square(1) -> 1",
    "square(-x) -> square(x)",
    "square(abs(x)) -> square(x)",
    "square(sqrt(x)) -> x",
  ],
  source: "power rule",
};
