import { isIdentity } from "./affine.ts";
import type { Contraction, Node } from "./node.ts";
import { isBatched, sameShape } from "./shape.ts";

/** One operand, each element of the result read from one place: broadcast, transpose, slice, lookup. Nothing is computed. */
export const isAccess = (node: Node): node is Contraction => node.kind === "contraction" && node.reads.length === 1 && node.box.length === node.write.length && isIdentity(node.write) && sameShape(node.box, node.shape);

/** Whether a contraction adds up over the examples. */
export const sumsExamples = (node: Node): boolean => node.kind === "contraction" && node.box.includes("n") && !isBatched(node.shape);

/** Whether a contraction adds each example's share where the data say: wherever none of them points, it is 0. */
export const isScatter = (node: Node): node is Contraction => node.kind === "contraction" && sumsExamples(node) && node.write.some((e) => e.datum !== undefined);
