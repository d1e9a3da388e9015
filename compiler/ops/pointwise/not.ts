import type { PointwiseOperation } from "../../ir/op.ts";

/** 1 where it is 0, else 0; what jumps is the comparison inside. */
export const not: PointwiseOperation = {
  kind: "pointwise",
  name: "not",
  parameters: ["a"],
  value: (a) => (a === 0 ? 1 : 0),
  partials: ["0"],
  counts: "compare",
  spelling: { ts: { condition: "!", of: "conditions", precedence: 14 } },
  rewrites: ["not (a == b) -> a != b", "not (a != b) -> a == b"],
  source: "logic; derivative 0",
  internal: true,
};
