import type { PointwiseOperation } from "../../ir/op.ts";

/** A statistic: that of the batch in training, the running one at inference. Whichever it is gets the cotangent. */
export const statistic: PointwiseOperation = {
  kind: "pointwise",
  name: "statistic",
  parameters: ["batch", "running"],
  value: (batch) => batch,
  partials: ["1", "0"],
  cotangents: ["statistic(g, 0)", "statistic(0, g)"],
  formula: "batch",
  inference: { is: "running" },
  source: "Ioffe & Szegedy 2015, arXiv:1502.03167, algorithm 2",
  internal: true,
};
