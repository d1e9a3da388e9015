import type { PointwiseOperation } from "../../ir/op.ts";

/** a where c is not 0, else b; the cotangent reaches the branch taken and never mixes with the other. */
export const select: PointwiseOperation = {
  kind: "pointwise",
  name: "select",
  parameters: ["c", "a", "b"],
  value: (c, a, b) => (c !== 0 ? a : b),
  partials: ["0", "c ? 1 : 0", "c ? 0 : 1"],
  cotangents: ["0", "c ? g : 0", "c ? 0 : g"],
  counts: "select",
  spelling: { ts: { choice: true } },
  rewrites: [
    "select(0, a, b) -> b",
    "select(c, a, b) -> a | c constant",
    "select(c, a, a) -> a",
    "select(not c, a, b) -> select(c, b, a)",
    "select(c, select(c, a, b), d) -> select(c, a, d)",
    "select(c, a, select(c, b, d)) -> select(c, a, d)",
    "select(c, -a, 0) -> -select(c, a, 0)",
    "select(c, 0, -a) -> -select(c, 0, a)",
    "select(c, -a, -b) -> -select(c, a, b)",
    "select(c, a, 0) + select(c, b, 0) -> select(c, a + b, 0)",
    "select(c, a, 0) + select(c, 0, b) -> select(c, a, b)",
    "select(c, 0, a) + select(c, 0, b) -> select(c, 0, a + b)",
  ],
  source: "the derivative of the branch taken",
  internal: true,
};
