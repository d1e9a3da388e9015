import { toNumber } from "../../ir/rational.ts";
import { Misuse, type StructuralOperation } from "../../ir/op.ts";
import { describeShape, ownShape, sizeOf } from "../../ir/shape.ts";
import { constantsOf, reshapeTo } from "./contract.ts";

/** The same numbers in row-major order under another shape. */
export const reshape: StructuralOperation = {
  kind: "structural",
  name: "reshape",
  parameters: ["x", "shape"],
  source: "language.md, Shapes",
  build(space, args) {
    const [x, shape] = args as [typeof args[0] & {}, typeof args[0] & {}];
    const own = constantsOf(shape)?.map(toNumber);
    if (own === undefined || own.some((extent) => !Number.isInteger(extent) || extent < 1)) throw new Misuse("not-a-shape", "a shape is a list of positive whole numbers", "write reshape(x, [2, 3])", 1);
    if (sizeOf(own) !== sizeOf(ownShape(x.shape))) throw new Misuse("shape-mismatch", `cannot reshape ${describeShape(x.shape)} to ${describeShape(own)}: ${sizeOf(ownShape(x.shape))} elements are not ${sizeOf(own)}`, "the numbers stay the same, row by row");
    return reshapeTo(space, x, own);
  },
};
