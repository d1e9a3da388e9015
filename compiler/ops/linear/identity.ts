import { rational } from "../../ir/rational.ts";
import type { StructuralOperation } from "../../ir/op.ts";
import { wholeNumber } from "./dimensions.ts";

export const identity: StructuralOperation = {
  kind: "structural",
  name: "identity",
  parameters: ["size"],
  source: "language.md, Operations",
  build(space, args) {
    const size = wholeNumber(args[0], 0, "a size");
    return space.literal(Array.from({ length: size * size }, (_, k) => rational(k % (size + 1) === 0 ? 1 : 0)), [size, size]);
  },
};
