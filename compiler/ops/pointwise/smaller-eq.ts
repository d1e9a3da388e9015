import type { PointwiseOperation } from "../../ir/op.ts";

/** 1 where a ≤ b, else 0. */
export const smallerEq: PointwiseOperation = {
  kind: "pointwise",
  name: "smallerEq",
  parameters: ["a", "b"],
  value: (a, b) => (a <= b ? 1 : 0),
  partials: ["0", "0"],
  kinks: (a, b) => Math.abs(a - b),
  counts: "compare",
  spelling: { ts: { condition: "<=", of: "values", precedence: 9 } },
  rewrites: ["a <= a -> 1", "-a <= -b -> b <= a"],
  source: "comparison; derivative 0",
  internal: true,
};
