import type { PointwiseOperation } from "../../ir/op.ts";

/** The sigmoid, written so that it shares the exponential of softplus; one operation, since it is smooth where its parts are not. */
export const softplusSlope: PointwiseOperation = {
  kind: "pointwise",
  name: "softplusSlope",
  parameters: ["x"],
  value: (x) => {
    const t = Math.exp(-Math.abs(x));
    return (x > 0 ? 1 : t) / (1 + t);
  },
  partials: ["y * (1 - y)"],
  formula: "(x > 0 ? 1 : exp(-abs(x))) / (1 + exp(-abs(x)))",
  source: "derivative of softplus",
  internal: true,
};
