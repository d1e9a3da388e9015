import type { DerivedOperation } from "../../ir/op.ts";

/** ½‖y − d‖². */
export const squaredError: DerivedOperation = {
  kind: "derived",
  name: "squaredError",
  parameters: ["y", "d"],
  scope: "whole",
  result: "reduced",
  value: (y = [], d = []) => y.reduce((sum, one, i) => sum + (one - (d[i] ?? NaN)) ** 2, 0) / 2,
  formula: "sum(square(y - d)) / 2",
  source: "L2 divergence; gradient y − d",
};
