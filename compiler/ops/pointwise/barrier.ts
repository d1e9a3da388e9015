import type { PointwiseOperation } from "../../ir/op.ts";

/** The number itself; a value that no rewrite crosses, since its gradient was asked for. */
export const barrier: PointwiseOperation = {
  kind: "pointwise",
  name: "barrier",
  parameters: ["x"],
  value: (x) => x,
  partials: ["1"],
  cotangents: ["g"],
  formula: "x",
  source: "identity",
  internal: true,
};
