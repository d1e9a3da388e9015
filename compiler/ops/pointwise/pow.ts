import type { PointwiseOperation } from "../../ir/op.ts";

/** x to the power n; ∂/∂x by the power rule, so that base 0 and negative bases with whole exponents are right. */
export const pow: PointwiseOperation = {
  kind: "pointwise",
  name: "pow",
  parameters: ["x", "n"],
  value: (x, n) => Math.pow(x, n),
  partials: ["n == 0 ? 0 : n * pow(x, n - 1)", "x > 0 ? y * log(x) : 0"],
  cotangents: ["n == 0 ? 0 : g * (n * pow(x, n - 1))", "x > 0 ? g * (y * log(x)) : 0"],
  domain: [[0, Infinity], [-Infinity, Infinity]],
  spelling: { ts: { call: "Math.pow" } },
  rewrites: [
    "pow(x, 0) -> 1",
    "pow(x, 1) -> x",
    "pow(x, 2) -> square(x)",
    "pow(x, 3) -> cube(x)",
    "pow(x, 4) -> square(square(x))",
    "pow(x, -1) -> 1 / x",
    "pow(x, -2) -> 1 / square(x)",
    "pow(x, 0.5) -> sqrt(x)",
    "pow(x, -0.5) -> 1 / sqrt(x)",
    "pow(1, n) -> 1",
    "stable: pow(2.718281828459045, x) -> exp(x)",
  ],
  repeats: { by: "mul", inverse: "div" },
  overflows: true,
  source: "power rule; ∂/∂n is 0 where x ≤ 0, since the power is defined there for whole n only",
};
