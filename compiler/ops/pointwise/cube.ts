import type { PointwiseOperation } from "../../ir/op.ts";

/** x³. */
export const cube: PointwiseOperation = {
  kind: "pointwise",
  name: "cube",
  parameters: ["x"],
  value: (x) => x * x * x,
  partials: ["3 * square(x)"],
  formula: "x * x * x",
  rewrites: ["x * square(x) -> cube(x)", "x * cube(x) -> square(square(x))", "cube(-x) -> -cube(x)", "cube(cbrt(x)) -> x"],
  source: "power rule",
};
