import type { DerivedOperation } from "../../ir/op.ts";
import { xlogy } from "../pointwise/xlogy.ts";

/** −Σ d log p, in nats; 0 log 0 is 0. */
export const crossEntropy: DerivedOperation = {
  kind: "derived",
  name: "crossEntropy",
  parameters: ["p", "d"],
  scope: "whole",
  result: "reduced",
  value: (p = [], d = []) => d.reduce((sum, one, i) => sum - xlogy.value(one, p[i] ?? NaN), 0),
  formula: "-sum(xlogy(d, p))",
  source: "Shannon 1948; the KL divergence less the entropy of d",
};
