import type { DerivedOperation } from "../../ir/op.ts";
import { huberLoss } from "../pointwise/huber-loss.ts";

/** Σ of r²/2 where |r| = |y − d| ≤ delta, else delta·(|r| − delta/2). */
export const huber: DerivedOperation = {
  kind: "derived",
  name: "huber",
  parameters: ["y", "d", "delta"],
  scope: "whole",
  result: "reduced",
  value: (y = [], d = [], delta = []) =>
    y.reduce((sum, one, i) => sum + huberLoss.value(one - (d[i] ?? NaN), delta[i] ?? delta[0] ?? NaN), 0),
  formula: "sum(huberLoss(y - d, delta))",
  source: "Huber 1964",
};
