import type { StructuralOperation } from "../../ir/op.ts";
import { keepReduced, reducedDimensions } from "../linear/dimensions.ts";
import { reduceOver } from "./extremum.ts";

export const prod: StructuralOperation = {
  kind: "structural",
  name: "prod",
  parameters: ["x", "dimension?"],
  source: "language.md, Operations",
  build(space, args, context) {
    const x = args[0] as typeof args[0] & {};
    const dimensions = reducedDimensions(x, args, 1, context);
    return keepReduced(space, reduceOver(space, "prod", x, dimensions), x, dimensions, context);
  },
};
