import type { DerivedOperation } from "../../ir/op.ts";
import { xlogy } from "../pointwise/xlogy.ts";

/** The Kullback–Leibler divergence Σ d log(d / p), in nats; 0 log 0 is 0. */
export const kl: DerivedOperation = {
  kind: "derived",
  name: "kl",
  parameters: ["d", "p"],
  scope: "whole",
  result: "reduced",
  value: (d = [], p = []) => d.reduce((sum, one, i) => sum + xlogy.value(one, one) - xlogy.value(one, p[i] ?? NaN), 0),
  formula: "sum(xlogy(d, d) - xlogy(d, p))",
  source: "Kullback & Leibler 1951",
};
