import type { PointwiseOperation } from "../../ir/op.ts";

/** log(1 + x) without cancellation near 0. */
export const log1p: PointwiseOperation = {
  kind: "pointwise",
  name: "log1p",
  parameters: ["x"],
  value: (x) => Math.log1p(x),
  partials: ["1 / (1 + x)"],
  domain: [[-1, Infinity]],
  spelling: { ts: { call: "Math.log1p" } },
  rewrites: [
    "log1p(0) -> 0",
    "log1p(expm1(x)) -> x",
    "stable: log1p(exp(x)) -> softplus(x)",
    "stable: log1p(-sigmoid(x)) -> -softplus(x)",
  ],
  source: "DLMF §4.2",
};
