import { reshapeTo } from "./contract.ts";
import type { StructuralOperation } from "../../ir/op.ts";
import { ownShape, sizeOf } from "../../ir/shape.ts";

export const flatten: StructuralOperation = {
  kind: "structural",
  name: "flatten",
  parameters: ["x"],
  source: "language.md, Shapes",
  build(space, args) {
    const x = args[0] as typeof args[0] & {};
    return reshapeTo(space, x, [sizeOf(ownShape(x.shape))]);
  },
};
