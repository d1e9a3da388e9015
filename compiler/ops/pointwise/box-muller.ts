import type { PointwiseOperation } from "../../ir/op.ts";

/** The mean plus a standard normal number made of two draws; 1 − u is never 0, and u = 0 gives the mean. At inference the mean. */
export const boxMuller: PointwiseOperation = {
  kind: "pointwise",
  name: "boxMuller",
  parameters: ["mean", "u", "v"],
  value: (mean, u, v) => mean + Math.sqrt(-2 * Math.log1p(-u)) * Math.cos(2 * Math.PI * v),
  partials: ["1", "cos(2 * pi * v) / ((1 - u) * sqrt(-2 * log1p(-u)))", "-2 * pi * sqrt(-2 * log1p(-u)) * sin(2 * pi * v)"],
  domain: [[-Infinity, Infinity], [0, 1], [-Infinity, Infinity]],
  formula: "mean + sqrt(-2 * log1p(-u)) * cos(2 * pi * v)",
  inference: { draw: "u", is: "mean" },
  source: "Box & Muller 1958",
  internal: true,
};
