import type { PointwiseOperation } from "../../ir/op.ts";

/** 0 where the draw u is below p, else s·x; at inference x itself. The cotangent is dropped by the same draw. */
export const dropped: PointwiseOperation = {
  kind: "pointwise",
  name: "dropped",
  parameters: ["x", "u", "p", "s"],
  value: (x, u, p, s) => (u < p ? 0 : s * x),
  partials: ["u < p ? 0 : s", "0", "0", "u < p ? 0 : x"],
  cotangents: ["dropped(g, u, p, s)", "0", "0", "u < p ? 0 : g * x"],
  formula: "u < p ? 0 : s * x",
  inference: { draw: "u", is: "x" },
  source: "Srivastava et al. 2014, scaled in training",
  internal: true,
};
