import type { PointwiseOperation } from "../../ir/op.ts";

/** The smaller of two numbers; a tie goes to the first. */
export const min2: PointwiseOperation = {
  kind: "pointwise",
  name: "min2",
  parameters: ["a", "b"],
  value: (a, b) => Math.min(a, b),
  partials: ["a <= b", "a > b"],
  cotangents: ["a <= b ? g : 0", "a <= b ? 0 : g"],
  kinks: (a, b) => Math.abs(a - b),
  counts: "compare",
  spelling: { ts: { call: "Math.min", variadic: true } },
  rewrites: ["min2(a, a) -> a"],
  variants: { convention: "maxTie", split: "min2Split" },
  source: "subgradient of the first minimum; maxTie first",
  internal: true,
};
