import { rational, toNumber } from "../../ir/rational.ts";
import type { StructuralOperation } from "../../ir/op.ts";
import { ownShape } from "../../ir/shape.ts";
import { badDimension } from "./dimensions.ts";

/** The extents of a value, or one of them. */
export const size: StructuralOperation = {
  kind: "structural",
  name: "size",
  parameters: ["x", "dimension?"],
  source: "language.md, Operations",
  build(space, args) {
    const own = ownShape((args[0] as typeof args[0] & {}).shape);
    if (args[1] === undefined) return space.literal(own.map((extent) => rational(extent)), [own.length]);
    const extent = args[1].kind === "fill" ? own[toNumber(args[1].value) - 1] : undefined;
    if (extent === undefined) throw badDimension(own.length, 1);
    return space.fill(extent);
  },
};
