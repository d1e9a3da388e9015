import type { PointwiseOperation } from "../../ir/op.ts";

/** 1 where neither is 0, else 0; what jumps is the comparison inside. */
export const and: PointwiseOperation = {
  kind: "pointwise",
  name: "and",
  parameters: ["a", "b"],
  value: (a, b) => (a !== 0 && b !== 0 ? 1 : 0),
  partials: ["0", "0"],
  commutative: true,
  counts: "compare",
  spelling: { ts: { condition: "&&", of: "conditions", precedence: 4 } },
  rewrites: ["a and 0 -> 0"],
  source: "logic; derivative 0",
  internal: true,
};
