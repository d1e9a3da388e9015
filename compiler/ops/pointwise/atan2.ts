import type { PointwiseOperation } from "../../ir/op.ts";

/** The angle in (−π, π] of the point with ordinate a and abscissa b. */
export const atan2: PointwiseOperation = {
  kind: "pointwise",
  name: "atan2",
  parameters: ["a", "b"],
  value: (a, b) => Math.atan2(a, b),
  partials: ["b / (square(a) + square(b))", "-a / (square(a) + square(b))"],
  kinks: (a, b) => (b < 0 ? Math.abs(a) : Math.hypot(a, b)),
  spelling: { ts: { call: "Math.atan2" } },
  source: "DLMF §4.23; jumps across the negative abscissa",
};
