import type { PointwiseOperation } from "../../ir/op.ts";

/** The tangent of x in radians. */
export const tan: PointwiseOperation = {
  kind: "pointwise",
  name: "tan",
  parameters: ["x"],
  value: (x) => Math.tan(x),
  partials: ["1 + square(y)"],
  spelling: { ts: { call: "Math.tan" } },
  rewrites: ["tan(0) -> 0", "tan(-x) -> -tan(x)"],
  source: "DLMF §4.20",
};
