import type { PointwiseOperation } from "../../ir/op.ts";

/** The smallest whole number not below x. */
export const ceil: PointwiseOperation = {
  kind: "pointwise",
  name: "ceil",
  parameters: ["x"],
  value: (x) => Math.ceil(x),
  partials: ["0"],
  kinks: (x) => Math.abs(x - Math.round(x)),
  spelling: { ts: { call: "Math.ceil" } },
  rewrites: ["ceil(ceil(x)) -> ceil(x)", "ceil(floor(x)) -> floor(x)", "ceil(round(x)) -> round(x)"],
  source: "derivative 0",
};
