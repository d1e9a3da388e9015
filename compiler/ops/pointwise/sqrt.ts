import type { PointwiseOperation } from "../../ir/op.ts";

/** The square root; its derivative at 0 is infinite, as the power rule has it. */
export const sqrt: PointwiseOperation = {
  kind: "pointwise",
  name: "sqrt",
  parameters: ["x"],
  value: (x) => Math.sqrt(x),
  partials: ["1 / (2 * y)"],
  cotangents: ["g / (2 * y)"],
  domain: [[0, Infinity]],
  spelling: { ts: { call: "Math.sqrt" } },
  rewrites: ["sqrt(0) -> 0", "sqrt(1) -> 1", "sqrt(square(x)) -> abs(x)"],
  source: "power rule",
};
