import type { PointwiseOperation } from "../../ir/op.ts";

/** 1 where both are exactly equal, else 0. */
export const equal: PointwiseOperation = {
  kind: "pointwise",
  name: "equal",
  parameters: ["a", "b"],
  value: (a, b) => (a === b ? 1 : 0),
  partials: ["0", "0"],
  kinks: (a, b) => Math.abs(a - b),
  commutative: true,
  counts: "compare",
  spelling: { ts: { condition: "===", of: "values", precedence: 8 } },
  rewrites: ["a == a -> 1"],
  source: "comparison; derivative 0",
  internal: true,
};
