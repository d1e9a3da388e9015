import type { DerivedOperation } from "../../ir/op.ts";

/** The Euclidean norm, with gradient 0 at 0. */
export const norm2: DerivedOperation = {
  kind: "derived",
  name: "norm2",
  parameters: ["x"],
  scope: "along",
  wants: "anything",
  result: "reduced",
  value: (x = []) => Math.hypot(...x),
  formula: "sqrt(sum(square(x)))",
  vjp: ["(y > 0 ? g ./ y : 0) .* x"],
  rewrites: ["norm2(-x) -> norm2(x)", "square(norm2(x)) -> sum(square(x))"],
  atKink: "the gradient of norm is 0 at 0",
  source: "subgradient 0 of the unit ball at 0",
  internal: true,
};
