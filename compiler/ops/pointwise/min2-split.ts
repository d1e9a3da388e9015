import type { PointwiseOperation } from "../../ir/op.ts";

/** The smaller of two numbers; a tie is shared. */
export const min2Split: PointwiseOperation = {
  kind: "pointwise",
  name: "min2Split",
  parameters: ["a", "b"],
  value: (a, b) => Math.min(a, b),
  partials: ["a < b ? 1 : (a == b ? 0.5 : 0)", "b < a ? 1 : (a == b ? 0.5 : 0)"],
  cotangents: ["a < b ? g : (a == b ? 0.5 * g : 0)", "b < a ? g : (a == b ? 0.5 * g : 0)"],
  kinks: (a, b) => Math.abs(a - b),
  commutative: true,
  counts: "compare",
  spelling: { ts: { call: "Math.min" } },
  rewrites: ["min2Split(a, a) -> a"],
  source: "the mean of the subgradients; maxTie split",
  internal: true,
};
