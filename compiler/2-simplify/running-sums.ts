import { isIdentity, plainIndex, type Affine } from "../ir/affine.ts";
import type { Contraction, Delay, Node } from "../ir/node.ts";
import { isBatched, ownShape, sameShape } from "../ir/shape.ts";
import type { Space } from "../ir/space.ts";
import type { Rule } from "../rewrite/rewrite.ts";
import { apply } from "./uniform.ts";

/** Which dimension of the shape a contraction adds up along, and from which end. */
interface Running {
  readonly dimension: number;
  readonly direction: Delay["direction"];
}

/** Of `own + k` and `own - k`, the term of k; null for any other index expression. */
function besideOwn(e: Affine, own: number): Affine["terms"][number] | null {
  const other = e.terms.find((term) => term.index !== own);
  const isSum = e.datum === undefined && e.constant === 0 && e.terms.length === 2 && e.terms.some((term) => term.index === own && term.coefficient === 1);
  return isSum && other !== undefined && Math.abs(other.coefficient) === 1 ? other : null;
}

/** Σₖ x[i − k] and Σₖ x[i + k] over a whole dimension, written at i, or x[i] written at i + k and i − k. */
function runningAlong(node: Contraction): Running | null {
  const [x] = node.args as readonly [Node];
  const [read] = node.reads;
  if (node.args.length !== 1 || read === undefined || node.box.length !== node.shape.length + 1 || !sameShape(x.shape, node.shape)) return null;
  const [moved, plain] = isIdentity(node.write) ? [read, node.write] : [node.write, read];
  const dimension = moved.findIndex((e, d) => plainIndex(e) !== plainIndex(plain[d] as Affine));
  if (dimension < 0) return null;
  const own = plainIndex(plain[dimension] as Affine);
  const back = own === null ? null : besideOwn(moved[dimension] as Affine, own);
  const isPlain = plain.every((e) => plainIndex(e) !== null) && new Set(plain.map(plainIndex)).size === plain.length && moved.every((e, d) => d === dimension || plainIndex(e) === plainIndex(plain[d] as Affine));
  const whole = (index: number): boolean => node.box[index] === node.shape[dimension];
  if (own === null || back === null || !isPlain || !whole(back.index) || !whole(own)) return null;
  return { dimension, direction: (back.coefficient < 0) === isIdentity(node.write) ? "forward" : "backward" };
}

/** Each sum adds one number to the sum before: as many additions as numbers, where the sums by themselves take half their square. */
function runningSum(space: Space, node: Contraction): Node | null {
  const found = runningAlong(node);
  if (found === null || node.shape[found.dimension] === "n") return null;
  const axis = found.dimension - (isBatched(node.shape) ? 1 : 0);
  const extent = ownShape(node.shape)[axis] as number;
  if (extent < 2) return null;
  const init = space.fill(0, node.shape.filter((_, d) => d !== found.dimension));
  const before = space.delay(init, found.direction, axis, extent);
  const sums = apply(space, "add", before, node.args[0] as Node);
  space.tie(before, sums);
  return sums;
}

export const runningSumRule: Rule = {
  text: "Σ of x[i - k] over all k from 0 -> the sum before, and x[i]",
  stable: false,
  apply: (space, node) => (node.kind === "contraction" ? runningSum(space, node) : null),
};
