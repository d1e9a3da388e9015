import type { PointwiseOperation } from "../../ir/op.ts";

/** The hyperbolic cosine. */
export const cosh: PointwiseOperation = {
  kind: "pointwise",
  name: "cosh",
  parameters: ["x"],
  value: (x) => Math.cosh(x),
  partials: ["sinh(x)"],
  spelling: { ts: { call: "Math.cosh" } },
  rewrites: ["cosh(0) -> 1", "cosh(-x) -> cosh(x)", "stable: 0.5 * (exp(x) + exp(-x)) -> cosh(x)"],
  overflows: true,
  source: "DLMF §4.34",
};
