import type { StructuralOperation } from "../../ir/op.ts";
import { sumOver } from "./contract.ts";
import { keepReduced, reducedDimensions } from "./dimensions.ts";

export const sum: StructuralOperation = {
  kind: "structural",
  name: "sum",
  parameters: ["x", "dimension?"],
  source: "language.md, Operations",
  build(space, args, context) {
    const x = args[0] as typeof args[0] & {};
    const dimensions = reducedDimensions(x, args, 1, context);
    return keepReduced(space, sumOver(space, x, dimensions), x, dimensions, context);
  },
};
