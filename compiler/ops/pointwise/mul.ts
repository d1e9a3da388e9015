import type { PointwiseOperation } from "../../ir/op.ts";

/** The product of two numbers. */
export const mul: PointwiseOperation = {
  kind: "pointwise",
  name: "mul",
  parameters: ["a", "b"],
  value: (a, b) => a * b,
  partials: ["b", "a"],
  commutative: true,
  unit: 1,
  zero: 0,
  counts: "multiply",
  spelling: { ts: { infix: "*", precedence: 12 } },
  rewrites: [
    "a * 0 -> 0",
    "a * 1 -> a",
    "-a * b -> -(a * b)",
    "a * a -> square(a)",
    "(a - b) * (b - a) -> -square(a - b)",
    "a * (1 / b) -> a / b | a not constant",
    "a * (b / a) -> b",
    "(a / b) * (b * c) -> a * c",
  ],
  source: "arithmetic; 0 · x is 0",
  internal: true,
};
