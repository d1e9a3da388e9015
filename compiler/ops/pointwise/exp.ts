import type { PointwiseOperation } from "../../ir/op.ts";

/** e to the power x. */
export const exp: PointwiseOperation = {
  kind: "pointwise",
  name: "exp",
  parameters: ["x"],
  value: (x) => Math.exp(x),
  partials: ["y"],
  spelling: { ts: { call: "Math.exp" } },
  rewrites: [
    "exp(0) -> 1",
    "exp(log(x)) -> x",
    "exp(log1p(x)) -> 1 + x",
    "1 / exp(x) -> exp(-x)",
    "stable: exp(logSoftmax(x)) -> softmax(x)",
    "stable: exp(-softplus(x)) -> sigmoid(-x)",
  ],
  overflows: true,
  source: "DLMF §4.2",
};
