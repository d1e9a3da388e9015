import type { PointwiseOperation } from "../../ir/op.ts";

/** −1, 0 or 1. */
export const sign: PointwiseOperation = {
  kind: "pointwise",
  name: "sign",
  parameters: ["x"],
  value: (x) => Math.sign(x),
  partials: ["0"],
  kinks: (x) => Math.abs(x),
  spelling: { ts: { call: "Math.sign" } },
  rewrites: ["sign(-x) -> -sign(x)", "x * sign(x) -> abs(x)", "abs(x) * sign(x) -> x"],
  source: "derivative 0",
};
