import type { PointwiseOperation } from "../../ir/op.ts";

/** The inverse hyperbolic cosine, of x ≥ 1. */
export const acosh: PointwiseOperation = {
  kind: "pointwise",
  name: "acosh",
  parameters: ["x"],
  value: (x) => Math.acosh(x),
  partials: ["1 / sqrt((x - 1) * (x + 1))"],
  domain: [[1, Infinity]],
  spelling: { ts: { call: "Math.acosh" } },
  source: "DLMF §4.38(ii)",
};
