import { Misuse, type StructuralOperation } from "../../ir/op.ts";
import { describeShape, ownShape } from "../../ir/shape.ts";
import { permute } from "./contract.ts";

/** `'`: rows become columns; a vector or a scalar stays what it is. */
export const transpose: StructuralOperation = {
  kind: "structural",
  name: "transpose",
  parameters: ["x"],
  source: "language.md, Shapes",
  build(space, args) {
    const x = args[0] as typeof args[0] & {};
    const rank = ownShape(x.shape).length;
    if (rank > 2) throw new Misuse("shape-mismatch", `cannot transpose ${describeShape(x.shape)}`, "transpose works on matrices");
    return rank === 2 ? permute(space, x, [1, 0]) : x;
  },
};
