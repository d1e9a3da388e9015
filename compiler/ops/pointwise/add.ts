import type { PointwiseOperation } from "../../ir/op.ts";

/** The sum of two numbers. */
export const add: PointwiseOperation = {
  kind: "pointwise",
  name: "add",
  parameters: ["a", "b"],
  value: (a, b) => a + b,
  partials: ["1", "1"],
  cotangents: ["g", "g"],
  commutative: true,
  unit: 0,
  counts: "add",
  spelling: { ts: { infix: "+", precedence: 11 } },
  rewrites: ["a + 0 -> a", "a + a -> 2 * a", "a + -b -> a - b", "(a - b) + b -> a"],
  source: "arithmetic",
  internal: true,
};
