import type { PointwiseOperation } from "../../ir/op.ts";

/** The inverse hyperbolic tangent, of −1 < x < 1. */
export const atanh: PointwiseOperation = {
  kind: "pointwise",
  name: "atanh",
  parameters: ["x"],
  value: (x) => Math.atanh(x),
  partials: ["1 / ((1 - x) * (1 + x))"],
  domain: [[-1, 1]],
  spelling: { ts: { call: "Math.atanh" } },
  rewrites: ["atanh(0) -> 0", "atanh(-x) -> -atanh(x)"],
  source: "DLMF §4.38(ii)",
};
