import type { StructuralOperation } from "../../ir/op.ts";
import { ownShape } from "../../ir/shape.ts";
import { dimensionMissing, reducedDimensions } from "../linear/dimensions.ts";
import { reduceOver } from "./extremum.ts";

/** The position, from 1, of the first largest element. */
export const argmax: StructuralOperation = {
  kind: "structural",
  name: "argmax",
  parameters: ["x", "dimension?"],
  source: "language.md, Operations",
  build(space, args, context) {
    const x = args[0] as typeof args[0] & {};
    if (args.length < 2 && ownShape(x.shape).length !== 1) throw dimensionMissing("argmax", x);
    return context.apply("add", reduceOver(space, "argmax", x, reducedDimensions(x, args, 1, context)), space.fill(1));
  },
};
