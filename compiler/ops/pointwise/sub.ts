import type { PointwiseOperation } from "../../ir/op.ts";

/** The difference of two numbers. */
export const sub: PointwiseOperation = {
  kind: "pointwise",
  name: "sub",
  parameters: ["a", "b"],
  value: (a, b) => a - b,
  partials: ["1", "-1"],
  cotangents: ["g", "-g"],
  rightUnit: 0,
  leftUnit: { value: 0, op: "neg" },
  counts: "subtract",
  spelling: { ts: { infix: "-", precedence: 11 } },
  rewrites: [
    "stable: x - logsumexp(x) -> logSoftmax(x)",
    "a - 0 -> a",
    "0 - a -> -a",
    "a - a -> 0",
    "a - -b -> a + b",
    "-a - b -> -(a + b)",
    "(a + b) - b -> a",
    "a - (a + b) -> -b",
    "a - (a - b) -> b",
    "(a - b) - a -> -b",
  ],
  source: "arithmetic",
  internal: true,
};
