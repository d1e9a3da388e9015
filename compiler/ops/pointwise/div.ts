import type { PointwiseOperation } from "../../ir/op.ts";

/** The quotient of two numbers; both cotangents share one division. */
export const div: PointwiseOperation = {
  kind: "pointwise",
  name: "div",
  parameters: ["a", "b"],
  value: (a, b) => a / b,
  partials: ["1 / b", "-(y / b)"],
  cotangents: ["g / b", "-(g / b * y)"],
  rightUnit: 1,
  counts: "divide",
  spelling: { ts: { infix: "/", precedence: 12 } },
  rewrites: [
    "stable: exp(x) / sum(exp(x)) -> softmax(x)",
    "0 / a -> 0",
    "a / 1 -> a",
    "a / a -> 1",
    "-a / b -> -(a / b)",
    "a / -b -> -(a / b)",
    "(a * b) / b -> a",
    "a / (a * b) -> 1 / b",
    "a / (b / c) -> (a * c) / b",
    "square(a) / a -> a",
    "a / square(a) -> 1 / a",
    "a / sqrt(a) -> sqrt(a)",
    "sqrt(a) / a -> 1 / sqrt(a)",
  ],
  source: "arithmetic; removable singularities take their limit",
  internal: true,
};
