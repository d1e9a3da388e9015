import type { PointwiseOperation } from "../../ir/op.ts";

/** The sine of x in radians. */
export const sin: PointwiseOperation = {
  kind: "pointwise",
  name: "sin",
  parameters: ["x"],
  value: (x) => Math.sin(x),
  partials: ["cos(x)"],
  spelling: { ts: { call: "Math.sin" } },
  rewrites: ["sin(0) -> 0", "sin(-x) -> -sin(x)"],
  source: "DLMF §4.20",
};
