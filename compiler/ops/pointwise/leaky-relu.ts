import type { PointwiseOperation } from "../../ir/op.ts";

/** z where positive, else a·z; the derivative at 0 is a. */
export const leakyRelu: PointwiseOperation = {
  kind: "pointwise",
  name: "leakyRelu",
  activation: "rectifying",
  parameters: ["z", "a?"],
  defaults: { a: "0.01" },
  value: (z, a = 0.01) => (z > 0 ? z : a * z),
  partials: ["z > 0 ? 1 : a", "z > 0 ? 0 : z"],
  cotangents: ["z > 0 ? g : a * g", "z > 0 ? 0 : g * z"],
  formula: "z > 0 ? z : a * z",
  kinks: (z) => Math.abs(z),
  rewrites: ["leakyRelu(z, 1) -> z"],
  atKink: "leakyRelu'(0) is the slope below 0",
  source: "Maas, Hannun & Ng 2013; the left derivative at 0",
};
