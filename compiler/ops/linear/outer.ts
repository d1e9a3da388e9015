import { Misuse, type StructuralOperation } from "../../ir/op.ts";
import { describeShape, ownShape } from "../../ir/shape.ts";
import { product } from "./contract.ts";

export const outer: StructuralOperation = {
  kind: "structural",
  name: "outer",
  parameters: ["a", "b"],
  source: "language.md, Operations",
  build(space, args) {
    const [a, b] = args as [typeof args[0] & {}, typeof args[0] & {}];
    if (ownShape(a.shape).length !== 1 || ownShape(b.shape).length !== 1) throw new Misuse("shape-mismatch", `outer multiplies two vectors, not ${describeShape(a.shape)} and ${describeShape(b.shape)}`, "flatten(A) is the vector of a matrix's elements");
    return product(space, a, "i", b, "j", "ij");
  },
};
