import type { PointwiseOperation } from "../../ir/op.ts";

/** The angle in [0, π] whose cosine is x. */
export const acos: PointwiseOperation = {
  kind: "pointwise",
  name: "acos",
  parameters: ["x"],
  value: (x) => Math.acos(x),
  partials: ["-1 / sqrt((1 - x) * (1 + x))"],
  domain: [[-1, 1]],
  spelling: { ts: { call: "Math.acos" } },
  source: "DLMF §4.24(ii)",
};
