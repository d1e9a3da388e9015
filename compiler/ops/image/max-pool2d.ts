import { at } from "../../ir/affine.ts";
import type { Node } from "../../ir/node.ts";
import type { StructuralOperation } from "../../ir/op.ts";
import { isBatched } from "../../ir/shape.ts";
import { wholeNumber } from "../linear/dimensions.ts";
import { windowBox, windowsOf } from "./windows.ts";

/** The largest pixel of each window, channel by channel; of equal ones `maxTie` says which gets the gradient. */
export const maxPool2d: StructuralOperation = {
  kind: "structural",
  name: "maxPool2d",
  parameters: ["x", "size", "stride?"],
  source: "Ranzato et al. 2007, CVPR; language.md, Operations",
  build(space, args, context) {
    const x = args[0] as Node;
    const size = wholeNumber(args[1], 1, "the size of a window");
    const stride = args[2] === undefined ? size : wholeNumber(args[2], 2, "the stride");
    const windows = windowsOf(x, [size, size], stride, "window");
    const { box, shape, pixel, example, first } = windowBox(isBatched(x.shape), windows.picture[0], [], windows);
    return space.reduction("max", context.maxTie, shape, box, x, [...example, at(first), ...pixel]);
  },
};
