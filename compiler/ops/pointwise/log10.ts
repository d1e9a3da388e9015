import type { PointwiseOperation } from "../../ir/op.ts";

/** The logarithm to base 10. */
export const log10: PointwiseOperation = {
  kind: "pointwise",
  name: "log10",
  parameters: ["x"],
  value: (x) => Math.log10(x),
  partials: ["0.4342944819032518 / x"],
  domain: [[0, Infinity]],
  spelling: { ts: { call: "Math.log10" } },
  rewrites: ["log10(1) -> 0"],
  source: "DLMF §4.2; 0.4342944819032518 is log₁₀ e",
};
