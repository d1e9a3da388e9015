import type { PointwiseOperation } from "../../ir/op.ts";

/** Binary cross-entropy of sigmoid(z) against d, in nats, finite for every z. */
export const logisticLoss: PointwiseOperation = {
  kind: "pointwise",
  name: "logisticLoss",
  parameters: ["z", "d"],
  value: (z, d) => Math.max(z, 0) - d * z + Math.log1p(Math.exp(-Math.abs(z))),
  partials: ["sigmoid(z) - d", "-z"],
  formula: "max2(z, 0) - d * z + log1p(exp(-abs(z)))",
  rewrites: [
    "stable: softplus(z) - d * z -> logisticLoss(z, d)",
    "stable: d * softplus(-z) + (1 - d) * softplus(z) -> logisticLoss(z, d)",
    "stable: d * softplus(z) + (1 - d) * softplus(-z) -> logisticLoss(-z, d)",
    "stable: d * softplus(a - b) + (1 - d) * softplus(b - a) -> logisticLoss(b - a, d)",
  ],
  source: "softplus(z) − d z; −d log σ(z) − (1 − d) log(1 − σ(z))",
  internal: true,
};
