import type { PointwiseOperation } from "../../ir/op.ts";

/** The angle in [−π/2, π/2] whose sine is x. */
export const asin: PointwiseOperation = {
  kind: "pointwise",
  name: "asin",
  parameters: ["x"],
  value: (x) => Math.asin(x),
  partials: ["1 / sqrt((1 - x) * (1 + x))"],
  domain: [[-1, 1]],
  spelling: { ts: { call: "Math.asin" } },
  rewrites: ["asin(0) -> 0", "asin(-x) -> -asin(x)"],
  source: "DLMF §4.24(ii)",
};
