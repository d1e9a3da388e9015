import { at, type Affine } from "../../ir/affine.ts";
import type { Node } from "../../ir/node.ts";
import { Misuse, type StructuralOperation } from "../../ir/op.ts";
import { describeShape, isBatched, ownShape } from "../../ir/shape.ts";
import { contract, pad } from "../linear/contract.ts";
import { wholeNumber } from "../linear/dimensions.ts";
import { windowBox, windowsOf } from "./windows.ts";

/** Σ over c, p, q of x[c, s i + p, s j + q] K[o, c, p, q]: a cross-correlation, so the kernel is not flipped. */
export const conv2d: StructuralOperation = {
  kind: "structural",
  name: "conv2d",
  parameters: ["x", "K", "stride?", "padding?"],
  source: "LeCun et al. 1998, Proc. IEEE 86; Dumoulin & Visin 2016, arXiv 1603.07285",
  build(space, args) {
    const [x, K] = args as readonly [Node, Node];
    const [stride, padding] = [args[2] === undefined ? 1 : wholeNumber(args[2], 2, "the stride"), args[3] === undefined ? 0 : wholeNumber(args[3], 3, "the padding", 0)];
    const kernels = ownShape(K.shape);
    if (kernels.length !== 4) throw new Misuse("not-kernels", `kernels are out × in × height × width, not ${describeShape(K.shape)}`, "write for example K = param(8, 1, 5, 5): 8 kernels of 5 × 5 for pictures of one channel", 1);
    const [out, channels, ...size] = kernels as unknown as readonly [number, number, number, number];
    const windows = windowsOf(x, size, stride, "kernel", padding);
    const [depth, ...padded] = windows.picture;
    if (depth !== channels) throw new Misuse("shape-mismatch", `the picture has ${counted(depth)}, the kernels are for ${channels}`, `K of ${out} × ${depth} × ${size.join(" × ")} would fit`);
    const picture = padding === 0 ? x : pad(space, x, [depth, ...padded], [0, padding, padding]);
    const { box, shape, pixel, example, first } = windowBox(isBatched(x.shape) || isBatched(K.shape), out, [channels], windows);
    const read = (of: Node, access: readonly Affine[]): readonly Affine[] => (isBatched(of.shape) ? [...example, ...access] : access);
    const reads = [read(x, [at(first + 3), ...pixel]), read(K, [at(first), at(first + 3), at(first + 4), at(first + 5)])];
    return contract(space, shape, box, [picture, K], reads, shape.map((_, k) => at(k)));
  },
};

const counted = (channels: number): string => `${channels} channel${channels === 1 ? "" : "s"}`;
