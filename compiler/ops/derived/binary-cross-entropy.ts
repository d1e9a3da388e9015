import type { DerivedOperation } from "../../ir/op.ts";
import { xlogy } from "../pointwise/xlogy.ts";

/** −Σ d log p + (1 − d) log(1 − p), in nats. */
export const binaryCrossEntropy: DerivedOperation = {
  kind: "derived",
  name: "binaryCrossEntropy",
  parameters: ["p", "d"],
  scope: "whole",
  result: "reduced",
  value: (p = [], d = []) =>
    d.reduce((sum, one, i) => sum - xlogy.value(one, p[i] ?? NaN) - xlogy.value(1 - one, 1 - (p[i] ?? NaN)), 0),
  formula: "-sum(xlogy(d, p) + xlogy(1 - d, 1 - p))",
  source: "cross-entropy of Bernoulli variables",
};
