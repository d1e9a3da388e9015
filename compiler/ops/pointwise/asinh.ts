import type { PointwiseOperation } from "../../ir/op.ts";

/** The inverse hyperbolic sine. */
export const asinh: PointwiseOperation = {
  kind: "pointwise",
  name: "asinh",
  parameters: ["x"],
  value: (x) => Math.asinh(x),
  partials: ["1 / sqrt(1 + square(x))"],
  spelling: { ts: { call: "Math.asinh" } },
  rewrites: ["asinh(0) -> 0", "asinh(-x) -> -asinh(x)"],
  source: "DLMF §4.38(ii)",
};
