import type { PointwiseOperation } from "../../ir/op.ts";
import { sigmoid } from "./sigmoid.ts";

/** x · sigmoid(x), also called swish. */
export const silu: PointwiseOperation = {
  kind: "pointwise",
  name: "silu",
  activation: "rectifying",
  parameters: ["x"],
  value: (x) => x * sigmoid.value(x),
  partials: ["sigmoid(x) + y * (1 - sigmoid(x))"],
  formula: "x * sigmoid(x)",
  source: "Elfwing, Uchibe & Doya 2017, arXiv:1702.03118",
};
