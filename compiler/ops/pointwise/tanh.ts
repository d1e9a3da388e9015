import type { PointwiseOperation } from "../../ir/op.ts";

/** The hyperbolic tangent. */
export const tanh: PointwiseOperation = {
  kind: "pointwise",
  name: "tanh",
  activation: "squashing",
  parameters: ["x"],
  value: (x) => Math.tanh(x),
  partials: ["1 - square(y)"],
  spelling: { ts: { call: "Math.tanh" } },
  rewrites: [
    "tanh(0) -> 0",
    "tanh(-x) -> -tanh(x)",
    "stable: (exp(x) - exp(y)) / (exp(x) + exp(y)) -> tanh(0.5 * (x - y))",
    "stable: sinh(x) / cosh(x) -> tanh(x)",
    "stable: expm1(x) / (1 + exp(x)) -> tanh(0.5 * x)",
    "stable: 2 * sigmoid(x) - 1 -> tanh(0.5 * x)",
    "stable: 1 - 2 * sigmoid(x) -> -tanh(0.5 * x)",
  ],
  saturation: {
    difference: "1 - square(tanh(x))",
    value: "sign(x) * (expm1(min(2 * abs(x), limit)) / (2 + expm1(min(2 * abs(x), limit))))",
    accurate: "2 / (2 + expm1(min(2 * abs(x), limit))) * (2 - 2 / (2 + expm1(min(2 * abs(x), limit))))",
  },
  source: "DLMF §4.34",
};
