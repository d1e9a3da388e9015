import type { PointwiseOperation } from "../../ir/op.ts";
import { erfc } from "./erf.ts";

/** x · Φ(x), Φ the normal distribution function. */
export const gelu: PointwiseOperation = {
  kind: "pointwise",
  name: "gelu",
  activation: "rectifying",
  parameters: ["x"],
  value: (x) => (x * erfc(-x * Math.SQRT1_2)) / 2,
  partials: ["(1 + erf(x / sqrt(2))) / 2 + 0.3989422804014327 * x * exp(-square(x) / 2)"],
  formula: "x * ((1 + erf(x / sqrt(2))) / 2)",
  source: "Hendrycks & Gimpel 2016, arXiv:1606.08415; 0.3989422804014327 is 1/√(2π)",
};
