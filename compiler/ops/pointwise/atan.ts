import type { PointwiseOperation } from "../../ir/op.ts";

/** The angle in (−π/2, π/2) whose tangent is x. */
export const atan: PointwiseOperation = {
  kind: "pointwise",
  name: "atan",
  parameters: ["x"],
  value: (x) => Math.atan(x),
  partials: ["1 / (1 + square(x))"],
  spelling: { ts: { call: "Math.atan" } },
  rewrites: ["atan(0) -> 0", "atan(-x) -> -atan(x)"],
  source: "DLMF §4.24(ii)",
};
