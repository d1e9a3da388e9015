import { at } from "../../ir/affine.ts";
import type { Node } from "../../ir/node.ts";
import { rational } from "../../ir/rational.ts";
import type { StructuralOperation } from "../../ir/op.ts";
import { isBatched } from "../../ir/shape.ts";
import { contract } from "../linear/contract.ts";
import { wholeNumber } from "../linear/dimensions.ts";
import { windowBox, windowsOf } from "./windows.ts";

/** The mean of each window, channel by channel. */
export const avgPool2d: StructuralOperation = {
  kind: "structural",
  name: "avgPool2d",
  parameters: ["x", "size", "stride?"],
  source: "LeCun et al. 1998, Proc. IEEE 86; language.md, Operations",
  build(space, args, context) {
    const x = args[0] as Node;
    const size = wholeNumber(args[1], 1, "the size of a window");
    const stride = args[2] === undefined ? size : wholeNumber(args[2], 2, "the stride");
    const windows = windowsOf(x, [size, size], stride, "window");
    const { box, shape, pixel, example, first } = windowBox(isBatched(x.shape), windows.picture[0], [], windows);
    const total = contract(space, shape, box, [x], [[...example, at(first), ...pixel]], shape.map((_, k) => at(k)));
    return context.apply("mul", space.fill(rational(1, size * size)), total);
  },
};
