import type { PointwiseOperation } from "../../ir/op.ts";

/** The largest whole number not above x. */
export const floor: PointwiseOperation = {
  kind: "pointwise",
  name: "floor",
  parameters: ["x"],
  value: (x) => Math.floor(x),
  partials: ["0"],
  kinks: (x) => Math.abs(x - Math.round(x)),
  spelling: { ts: { call: "Math.floor" } },
  rewrites: ["floor(floor(x)) -> floor(x)", "floor(ceil(x)) -> ceil(x)", "floor(round(x)) -> round(x)"],
  source: "derivative 0",
};
