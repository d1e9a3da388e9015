import type { PointwiseOperation } from "../../ir/op.ts";

/** A statistic: that of the batch in training, the running one at inference. Gradients are of training. */
export const statistic: PointwiseOperation = {
  kind: "pointwise",
  name: "statistic",
  parameters: ["batch", "running"],
  value: (batch) => batch,
  partials: ["1", "0"],
  formula: "batch",
  inference: { is: "running" },
  source: "Ioffe & Szegedy 2015, arXiv:1502.03167, algorithm 2",
  internal: true,
};
