import type { PointwiseOperation } from "../../ir/op.ts";

/** The natural logarithm. */
export const log: PointwiseOperation = {
  kind: "pointwise",
  name: "log",
  parameters: ["x"],
  value: (x) => Math.log(x),
  partials: ["1 / x"],
  domain: [[0, Infinity]],
  spelling: { ts: { call: "Math.log" } },
  rewrites: [
    "stable: log(sum(exp(x))) -> logsumexp(x)",
    "log(1) -> 0",
    "stable: log(exp(x)) -> x",
    "stable: log(exp(x) * y) -> x + log(y)",
    "stable: log(exp(x) / y) -> x - log(y)",
    "stable: log(x / exp(y)) -> log(x) - y",
    "stable: log(sigmoid(x)) -> -softplus(-x)",
    "stable: log(1 - sigmoid(x)) -> -softplus(x)",
    "stable: log(1 + exp(x)) -> softplus(x)",
    "stable: log(softmax(x)) -> logSoftmax(x)",
    "stable: log(1 + x) -> log1p(x) | x not constant",
    "stable: log(1 - x) -> log1p(-x) | x not constant",
    "log(1 / x) -> -log(x)",
    "log(sqrt(x)) -> 0.5 * log(x)",
  ],
  source: "DLMF §4.2",
};
