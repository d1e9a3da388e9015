import { affine, at, indicesOf, isIdentity, isPermutation, plainIndex, substitute, type Affine } from "../../ir/affine.ts";
import { isAccess } from "../../ir/contraction.ts";
import type { Contraction, Node } from "../../ir/node.ts";
import { isBatched, sameShape, type Extent } from "../../ir/shape.ts";
import type { Space } from "../../ir/space.ts";
import { contract } from "./contract.ts";

/** A pure sum over own dimensions of one value: which dimensions, counted from the end; null for anything else. */
export function summedDimensions(node: Node): readonly number[] | null {
  if (node.kind !== "contraction" || node.args.length !== 1) return null;
  const [x] = node.args as readonly [Node];
  const [read] = node.reads as readonly [readonly Affine[]];
  if (!isPermutation(read, node.box, x.shape) || read.length !== node.box.length || !isIdentity(node.write)) return null;
  const dimensions = read.flatMap((e, d) => ((plainIndex(e) as number) >= node.write.length ? [d - read.length] : []));
  const kept = read.map((e) => plainIndex(e) as number).filter((index) => index < node.write.length);
  if (kept.some((index, k) => index !== k)) return null;
  return isBatched(x.shape) && dimensions.includes(-read.length) ? null : dimensions;
}

/** What a value repeated along the given own dimensions (from the end) is repeated from; null where it is not. */
export function repeatedAlong(space: Space, node: Node, dimensions: readonly number[]): Node | null {
  if (node.kind === "fill") return space.fill(node.value, keptShape(node, dimensions));
  if (!isAccess(node) || node.args.length !== 1) return null;
  const rank = node.shape.length;
  const [read] = node.reads as readonly [readonly Affine[]];
  const used = indicesOf(read);
  if (dimensions.some((d) => used.has(rank + d))) return null;
  const kept = node.shape.map((_, k) => k).filter((k) => !dimensions.includes(k - rank));
  const renumber = node.shape.map((_, k) => at(Math.max(0, kept.indexOf(k))));
  const shape = kept.map((k) => node.shape[k] as Extent);
  const result = contract(space, shape, shape, node.args, [read.map((e) => substitute(e, renumber))], shape.map((_, k) => at(k)));
  const [x] = node.args as readonly [Node];
  return sameShape(x.shape, shape) && isIdentity((result as Contraction).reads[0] ?? [affine(1, [])]) ? x : result;
}

function keptShape(node: Node, dimensions: readonly number[]): readonly Extent[] {
  return node.shape.filter((_, k) => !dimensions.includes(k - node.shape.length));
}
