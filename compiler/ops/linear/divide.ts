import { Misuse, type StructuralOperation } from "../../ir/op.ts";
import { describeShape, ownShape } from "../../ir/shape.ts";

/** `/`: by a scalar. */
export const divide: StructuralOperation = {
  kind: "structural",
  name: "divide",
  parameters: ["a", "b"],
  internal: true,
  source: "language.md, Shapes",
  build(_space, args, context) {
    const [a, b] = args as [typeof args[0] & {}, typeof args[0] & {}];
    if (ownShape(b.shape).length > 0) throw new Misuse("divisor-not-scalar", `cannot divide by ${describeShape(b.shape)}`, "to divide elementwise write ./");
    return context.apply("div", a, b);
  },
};
