import type { PointwiseOperation } from "../../ir/op.ts";

/** The cosine of x in radians. */
export const cos: PointwiseOperation = {
  kind: "pointwise",
  name: "cos",
  parameters: ["x"],
  value: (x) => Math.cos(x),
  partials: ["-sin(x)"],
  spelling: { ts: { call: "Math.cos" } },
  rewrites: ["cos(0) -> 1", "cos(-x) -> cos(x)"],
  source: "DLMF §4.20",
};
