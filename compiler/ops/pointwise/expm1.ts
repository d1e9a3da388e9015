import type { PointwiseOperation } from "../../ir/op.ts";

/** exp(x) − 1 without cancellation near 0. */
export const expm1: PointwiseOperation = {
  kind: "pointwise",
  name: "expm1",
  parameters: ["x"],
  value: (x) => Math.expm1(x),
  partials: ["y + 1"],
  spelling: { ts: { call: "Math.expm1" } },
  rewrites: [
    "stable: exp(x) - 1 -> expm1(x)",
    "stable: 1 - exp(x) -> -expm1(x)",
    "expm1(0) -> 0",
    "expm1(log1p(x)) -> x",
    "expm1(log(x)) -> x - 1",
  ],
  overflows: true,
  source: "DLMF §4.2",
};
