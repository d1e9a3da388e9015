import { rational } from "../../ir/rational.ts";
import type { StructuralOperation } from "../../ir/op.ts";
import { ownShape } from "../../ir/shape.ts";
import { sumOver } from "./contract.ts";
import { keepReduced, reducedDimensions } from "./dimensions.ts";

export const mean: StructuralOperation = {
  kind: "structural",
  name: "mean",
  parameters: ["x", "dimension?"],
  source: "language.md, Operations",
  build(space, args, context) {
    const x = args[0] as typeof args[0] & {};
    const dimensions = reducedDimensions(x, args, 1, context);
    const count = dimensions.reduce((product, d) => product * (ownShape(x.shape)[d] as number), 1);
    return keepReduced(space, context.apply("mul", space.fill(rational(1, count)), sumOver(space, x, dimensions)), x, dimensions, context);
  },
};
