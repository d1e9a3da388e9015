import type { PointwiseOperation } from "../../ir/op.ts";

/** The larger of two numbers; a tie goes to the first. */
export const max2: PointwiseOperation = {
  kind: "pointwise",
  name: "max2",
  parameters: ["a", "b"],
  value: (a, b) => Math.max(a, b),
  partials: ["a >= b", "a < b"],
  cotangents: ["a >= b ? g : 0", "a >= b ? 0 : g"],
  kinks: (a, b) => Math.abs(a - b),
  counts: "compare",
  spelling: { ts: { call: "Math.max", variadic: true } },
  rewrites: ["max2(a, a) -> a"],
  variants: { convention: "maxTie", split: "max2Split" },
  source: "subgradient of the first maximum; maxTie first",
  internal: true,
};
