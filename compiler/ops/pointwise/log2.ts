import type { PointwiseOperation } from "../../ir/op.ts";

/** The logarithm to base 2. */
export const log2: PointwiseOperation = {
  kind: "pointwise",
  name: "log2",
  parameters: ["x"],
  value: (x) => Math.log2(x),
  partials: ["1.4426950408889634 / x"],
  domain: [[0, Infinity]],
  spelling: { ts: { call: "Math.log2" } },
  rewrites: ["log2(1) -> 0"],
  source: "DLMF §4.2; 1.4426950408889634 is log₂ e",
};
