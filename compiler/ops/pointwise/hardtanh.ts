import type { PointwiseOperation } from "../../ir/op.ts";

/** x cut off at −1 and 1, with derivative 0 at both. */
export const hardtanh: PointwiseOperation = {
  kind: "pointwise",
  name: "hardtanh",
  activation: "squashing",
  parameters: ["x"],
  value: (x) => Math.min(Math.max(x, -1), 1),
  partials: ["abs(x) < 1"],
  cotangents: ["abs(x) < 1 ? g : 0"],
  formula: "clamp(x, -1, 1)",
  kinks: (x) => Math.abs(Math.abs(x) - 1),
  rewrites: ["hardtanh(-x) -> -hardtanh(x)", "hardtanh(hardtanh(x)) -> hardtanh(x)"],
  atKink: "hardtanh' is 0 at -1 and 1",
  source: "Collobert 2004; subgradient 0 at the bounds",
};
