import { Misuse, type StructuralOperation } from "../../ir/op.ts";
import { describeShape, ownShape } from "../../ir/shape.ts";

/** `^`: of scalars. */
export const power: StructuralOperation = {
  kind: "structural",
  name: "power",
  parameters: ["a", "b"],
  internal: true,
  source: "language.md, Shapes",
  build(_space, args, context) {
    const culprit = args.find((arg) => ownShape(arg.shape).length > 0);
    if (culprit !== undefined) throw new Misuse("power-not-scalar", `^ is for scalars, not ${describeShape(culprit.shape)}`, "for elementwise powers write .^");
    return context.apply("pow", ...args);
  },
};
