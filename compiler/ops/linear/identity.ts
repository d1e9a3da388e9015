import { rational } from "../../ir/rational.ts";
import { Misuse, type StructuralOperation } from "../../ir/op.ts";
import { wholeNumber } from "./dimensions.ts";

/** Its elements are written out as constants. */
const largest = 1000;

export const identity: StructuralOperation = {
  kind: "structural",
  name: "identity",
  parameters: ["size"],
  source: "language.md, Operations",
  build(space, args) {
    const size = wholeNumber(args[0], 0, "a size");
    if (size > largest) throw new Misuse("too-large", `the largest identity has ${largest} rows`, "to scale elementwise, multiply without it", 0);
    return space.literal(Array.from({ length: size * size }, (_, k) => rational(k % (size + 1) === 0 ? 1 : 0)), [size, size]);
  },
};
