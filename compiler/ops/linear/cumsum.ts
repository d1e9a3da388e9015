import { affine, at } from "../../ir/affine.ts";
import type { StructuralOperation } from "../../ir/op.ts";
import { isBatched, ownShape, type Extent } from "../../ir/shape.ts";
import { contract } from "./contract.ts";
import { dimensionMissing, reducedDimensions } from "./dimensions.ts";

/** Running sums: yᵢ = Σₖ x₍ᵢ₋ₖ₎, where reading before the first element gives 0. */
export const cumsum: StructuralOperation = {
  kind: "structural",
  name: "cumsum",
  parameters: ["x", "dimension?"],
  source: "language.md, Operations",
  build(space, args, context) {
    const x = args[0] as typeof args[0] & {};
    const own = ownShape(x.shape);
    if (own.length !== 1 && args.length < 2) throw dimensionMissing("cumsum", x);
    const dimension = (reducedDimensions(x, args, 1, context)[0] as number) + (isBatched(x.shape) ? 1 : 0);
    const back = x.shape.length;
    const box: readonly Extent[] = [...x.shape, x.shape[dimension] as Extent];
    const read = x.shape.map((_, k) => (k === dimension ? affine(0, [{ index: k, coefficient: 1 }, { index: back, coefficient: -1 }]) : at(k)));
    return contract(space, x.shape, box, [x], [read], x.shape.map((_, k) => at(k)));
  },
};
