import { affine, plainIndex, type Affine } from "../ir/affine.ts";
import type { Contraction, Node, Reduction } from "../ir/node.ts";
import { isBatched, sameShape } from "../ir/shape.ts";

/** The own dimensions, from 0, that a reduction drops; null where it does more than drop some. */
export function reducedDimensions(node: Reduction): readonly number[] | null {
  const x = node.args[0] as Node;
  const rank = node.shape.length;
  const indices = node.read.map(plainIndex);
  if (node.read.length !== node.box.length || indices.some((index, d) => index === null || node.box[index] !== x.shape[d])) return null;
  const kept = indices.filter((index) => index !== null && index < rank);
  if (kept.some((index, k) => index !== k)) return null;
  const lead = isBatched(x.shape) ? 1 : 0;
  return indices.flatMap((index, d) => (index !== null && index >= rank ? [d - lead] : []));
}

/** The own dimension along which a contraction is a running sum; null where it is none. */
export function cumulativeDimension(node: Contraction): number | null {
  if (node.args.length !== 1 || node.box.length !== node.shape.length + 1 || !sameShape((node.args[0] as Node).shape, node.shape) || !node.write.every((e, k) => plainIndex(e) === k && node.box[k] === node.shape[k])) return null;
  const back = node.shape.length;
  const [read] = node.reads as readonly [readonly Affine[]];
  const running = read.flatMap((e, k) => (plainIndex(e) === k ? [] : [k]));
  const [k] = running;
  if (running.length !== 1 || k === undefined || node.box[back] !== node.shape[k]) return null;
  const expected = affine(0, [{ index: k, coefficient: 1 }, { index: back, coefficient: -1 }]);
  return JSON.stringify(read[k]) === JSON.stringify(expected) ? k - (isBatched(node.shape) ? 1 : 0) : null;
}
