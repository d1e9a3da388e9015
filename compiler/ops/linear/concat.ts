import { Misuse, type StructuralOperation } from "../../ir/op.ts";
import { describeShape, ownShape } from "../../ir/shape.ts";
import { constantsOf, pad } from "./contract.ts";

/** Values joined along their last dimension. */
export const concat: StructuralOperation = {
  kind: "structural",
  name: "concat",
  parameters: ["a", "b…"],
  source: "language.md, Shapes",
  build(space, args, context) {
    const first = ownShape((args[0] as typeof args[0] & {}).shape);
    args.forEach((arg, k) => {
      const own = ownShape(arg.shape);
      if (own.length === 0) throw new Misuse("shape-mismatch", "concat joins vectors or larger; this is a scalar", "put the scalar in brackets: [a]", k);
      if (own.length !== first.length || own.slice(0, -1).some((extent, d) => extent !== first[d])) throw new Misuse("shape-mismatch", `cannot join ${describeShape(arg.shape)} to ${describeShape((args[0] as typeof args[0] & {}).shape)}`, "all but the last dimension must agree", k);
    });
    const last = args.map((arg) => ownShape(arg.shape).at(-1) as number);
    const whole = [...first.slice(0, -1), last.reduce((a, b) => a + b, 0)];
    const constants = args.map(constantsOf);
    if (first.length === 1 && constants.every((c) => c !== null)) return space.literal(constants.flat(), whole);
    return args
      .map((arg, k) => pad(space, arg, whole, [...first.slice(0, -1).map(() => 0), last.slice(0, k).reduce((a, b) => a + b, 0)]))
      .reduce((a, b) => context.apply("add", a, b));
  },
};
