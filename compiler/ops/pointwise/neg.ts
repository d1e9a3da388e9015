import type { PointwiseOperation } from "../../ir/op.ts";

/** The number with the other sign. */
export const neg: PointwiseOperation = {
  kind: "pointwise",
  name: "neg",
  parameters: ["a"],
  value: (a) => -a,
  partials: ["-1"],
  cotangents: ["-g"],
  counts: "negate",
  spelling: { ts: { prefix: "-" } },
  rewrites: ["-(-a) -> a", "-(a - b) -> b - a"],
  source: "arithmetic",
  internal: true,
};
