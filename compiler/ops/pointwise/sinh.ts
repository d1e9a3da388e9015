import type { PointwiseOperation } from "../../ir/op.ts";

/** The hyperbolic sine. */
export const sinh: PointwiseOperation = {
  kind: "pointwise",
  name: "sinh",
  parameters: ["x"],
  value: (x) => Math.sinh(x),
  partials: ["cosh(x)"],
  spelling: { ts: { call: "Math.sinh" } },
  rewrites: ["sinh(0) -> 0", "sinh(-x) -> -sinh(x)", "stable: 0.5 * (exp(x) - exp(-x)) -> sinh(x)"],
  overflows: true,
  source: "DLMF §4.34",
};
