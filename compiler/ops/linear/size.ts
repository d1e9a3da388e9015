import { rational } from "../../ir/rational.ts";
import { Misuse, type StructuralOperation } from "../../ir/op.ts";
import { ownShape } from "../../ir/shape.ts";
import { wholeNumber } from "./dimensions.ts";

/** The extents of a value, or one of them. */
export const size: StructuralOperation = {
  kind: "structural",
  name: "size",
  parameters: ["x", "dimension?"],
  source: "language.md, Operations",
  build(space, args) {
    const own = ownShape((args[0] as typeof args[0] & {}).shape);
    if (args[1] === undefined) return space.literal(own.map((extent) => rational(extent)), [own.length]);
    const dimension = wholeNumber(args[1], 1, "a dimension");
    if (dimension > own.length) throw new Misuse("bad-dimension", `a dimension is a whole number from 1 to ${own.length}`, undefined, 1);
    return space.fill(own[dimension - 1] as number);
  },
};
