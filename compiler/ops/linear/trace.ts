import type { StructuralOperation } from "../../ir/op.ts";
import { Misuse } from "../../ir/op.ts";
import { describeShape, ownShape } from "../../ir/shape.ts";

export const trace: StructuralOperation = {
  kind: "structural",
  name: "trace",
  parameters: ["x"],
  source: "language.md, Operations",
  build(_space, args, context) {
    const x = args[0] as typeof args[0] & {};
    const own = ownShape(x.shape);
    if (own.length !== 2 || own[0] !== own[1]) throw new Misuse("shape-mismatch", `trace takes a square matrix, not ${describeShape(x.shape)}`, "a matrix is square if it has as many rows as columns");
    return context.apply("sum", context.apply("diag", x));
  },
};
