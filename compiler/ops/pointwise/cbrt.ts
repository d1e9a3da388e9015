import type { PointwiseOperation } from "../../ir/op.ts";

/** The real cube root. */
export const cbrt: PointwiseOperation = {
  kind: "pointwise",
  name: "cbrt",
  parameters: ["x"],
  value: (x) => Math.cbrt(x),
  partials: ["1 / (3 * square(y))"],
  cotangents: ["g / (3 * square(y))"],
  spelling: { ts: { call: "Math.cbrt" } },
  rewrites: ["cbrt(-x) -> -cbrt(x)", "cbrt(cube(x)) -> x"],
  source: "power rule",
};
