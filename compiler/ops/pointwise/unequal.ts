import type { PointwiseOperation } from "../../ir/op.ts";

/** 1 where they differ at all, else 0. */
export const unequal: PointwiseOperation = {
  kind: "pointwise",
  name: "unequal",
  parameters: ["a", "b"],
  value: (a, b) => (a !== b ? 1 : 0),
  partials: ["0", "0"],
  kinks: (a, b) => Math.abs(a - b),
  commutative: true,
  counts: "compare",
  spelling: { ts: { condition: "!==", of: "values", precedence: 8 } },
  rewrites: ["a != a -> 0"],
  source: "comparison; derivative 0",
  internal: true,
};
