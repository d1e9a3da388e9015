import type { PointwiseOperation } from "../../ir/op.ts";

/** The number itself, of which a statistic is taken: sums over the examples add up what is computed once, rather than compute it anew. */
export const observed: PointwiseOperation = {
  kind: "pointwise",
  name: "observed",
  parameters: ["x"],
  value: (x) => x,
  partials: ["1"],
  cotangents: ["g"],
  formula: "x",
  source: "identity",
  internal: true,
};
