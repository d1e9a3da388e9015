import { Misuse, type StructuralOperation } from "../../ir/op.ts";
import { describeShape, ownShape } from "../../ir/shape.ts";
import { product } from "./contract.ts";

export const dot: StructuralOperation = {
  kind: "structural",
  name: "dot",
  parameters: ["a", "b"],
  source: "language.md, Operations",
  build(space, args) {
    const [a, b] = args as [typeof args[0] & {}, typeof args[0] & {}];
    const [p, q] = [ownShape(a.shape), ownShape(b.shape)];
    if (p.length !== 1 || q.length !== 1 || p[0] !== q[0]) throw new Misuse("shape-mismatch", `dot multiplies two vectors of one length, not ${describeShape(a.shape)} and ${describeShape(b.shape)}`, "for a matrix times a vector write A * x");
    return product(space, a, "i", b, "i", "");
  },
};
