import type { PointwiseOperation } from "../../ir/op.ts";

/** 1 where one of the two is not 0, else 0; what jumps is the comparison inside. */
export const or: PointwiseOperation = {
  kind: "pointwise",
  name: "or",
  parameters: ["a", "b"],
  value: (a, b) => (a !== 0 || b !== 0 ? 1 : 0),
  partials: ["0", "0"],
  commutative: true,
  counts: "compare",
  spelling: { ts: { condition: "||", of: "conditions", precedence: 3 } },
  rewrites: ["a or 1 -> 1"],
  source: "logic; derivative 0",
  internal: true,
};
