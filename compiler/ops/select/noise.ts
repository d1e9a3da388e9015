import type { StructuralOperation } from "../../ir/op.ts";
import { withBatch } from "../../ir/shape.ts";
import { wholeNumber } from "../linear/dimensions.ts";

/** Standard normal numbers of a shape, drawn anew for each example in each step of training; 0 at inference. */
export const noise: StructuralOperation = {
  kind: "structural",
  name: "noise",
  parameters: ["extents…"],
  source: "language.md, Operations; the input ε of Kingma & Welling 2014, arXiv:1312.6114",
  build(space, args, context) {
    const shape = withBatch(args.map((arg, k) => wholeNumber(arg, k, "an extent")), context.batched === true);
    return context.apply("boxMuller", space.fill(0, shape), space.noise(shape), space.noise(shape));
  },
};
