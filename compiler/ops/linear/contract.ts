import { affine, at, fixed, indicesOf, shifted, type Affine } from "../../ir/affine.ts";
import type { Node } from "../../ir/node.ts";
import type { Constant } from "../../ir/rational.ts";
import { isBatched, ownShape, sameShape, sizeOf, withBatch, type Extent, type Shape } from "../../ir/shape.ts";
import type { Space } from "../../ir/space.ts";

/**
 * A contraction in canonical form: box indices numbered by first use in the write, then in the reads, so that equal
 * contractions are the same node; indices that nothing uses multiply the result by their extent and stay.
 */
export function contract(space: Space, shape: Shape, box: readonly Extent[], args: readonly Node[], reads: readonly (readonly Affine[])[], write: readonly Affine[]): Node {
  const order = [...new Set([...indicesOf(write), ...reads.flatMap((read) => [...indicesOf(read)]), ...box.keys()])];
  const position = new Map(order.map((index, k) => [index, k]));
  const rename = (e: Affine): Affine =>
    affine(e.constant, e.terms.map(({ index, coefficient }) => ({ index: position.get(index) as number, coefficient })), e.datum && { arg: e.datum.arg, at: e.datum.at.map(rename) });
  return space.contraction(shape, order.map((index) => box[index] as Extent), args, reads.map((read) => read.map(rename)), write.map(rename));
}

/** `x` repeated to a larger shape: trailing dimensions aligned, extents of 1 stretched, the example index added. */
export function broadcast(space: Space, x: Node, shape: Shape): Node {
  if (sameShape(x.shape, shape)) return x;
  if (x.kind === "fill") return space.fill(x.value, shape);
  const own = ownShape(x.shape);
  const read = own.map((extent, k): Affine => {
    const target = shape.length - own.length + k;
    return extent === 1 && shape[target] !== 1 ? fixed(0) : at(target);
  });
  if (isBatched(x.shape)) read.unshift(at(0));
  return contract(space, shape, shape, [x], [read], shape.map((_, k) => at(k)));
}

/** `x` repeated along a new own dimension `axis` of `extent`. */
export function repeatedOver(space: Space, x: Node, axis: number, extent: number): Node {
  const lead = isBatched(x.shape) ? 1 : 0;
  const shape = [...x.shape.slice(0, axis + lead), extent, ...x.shape.slice(axis + lead)];
  if (x.kind === "fill") return space.fill(x.value, shape);
  return contract(space, shape, shape, [x], [x.shape.map((_, k) => at(k < axis + lead ? k : k + 1))], shape.map((_, k) => at(k)));
}

/** The sum over the given own dimensions (from 0), which are dropped. */
export function sumOver(space: Space, x: Node, dimensions: readonly number[]): Node {
  const lead = isBatched(x.shape) ? 1 : 0;
  const kept = x.shape.map((_, k) => k).filter((k) => !dimensions.includes(k - lead));
  return contract(space, kept.map((k) => x.shape[k] as Extent), x.shape, [x], [x.shape.map((_, k) => at(k))], kept.map(at));
}

/** The sum over the examples of the batch. */
export function sumExamples(space: Space, x: Node): Node {
  return contract(space, ownShape(x.shape), x.shape, [x], [x.shape.map((_, k) => at(k))], x.shape.slice(1).map((_, k) => at(k + 1)));
}

/** Own dimensions reordered: dimension k of the result is dimension `order[k]` of x. */
export function permute(space: Space, x: Node, order: readonly number[]): Node {
  const own = ownShape(x.shape);
  const lead = isBatched(x.shape) ? 1 : 0;
  const shape = withBatch(order.map((d) => own[d] as number), lead === 1);
  const read: Affine[] = own.map((_, d) => at(order.indexOf(d) + lead));
  return contract(space, shape, shape, [x], [lead === 1 ? [at(0), ...read] : read], shape.map((_, k) => at(k)));
}

/** One subscript of an own dimension: an index (drops the dimension), a run of `count` from `start`, or integers of the data, those that `of` takes of the leaf. */
export type Subscript = PlainSubscript | { readonly kind: "datum"; readonly leaf: Node; readonly of: readonly PlainSubscript[] };

type PlainSubscript = { readonly kind: "at"; readonly index: number } | { readonly kind: "run"; readonly start: number; readonly count: number };

/** Elements of x: one subscript per own dimension, indices from 0. */
export function subscript(space: Space, x: Node, subscripts: readonly Subscript[]): Node {
  const data = subscripts.flatMap((s) => (s.kind === "datum" ? [s.leaf] : []));
  const batched = isBatched(x.shape) || data.some((leaf) => isBatched(leaf.shape));
  const shape: Extent[] = batched ? ["n"] : [];
  const read: Affine[] = isBatched(x.shape) ? [at(0)] : [];
  let spread: number | null = null;
  for (const s of subscripts) {
    if (s.kind === "at") read.push(fixed(s.index));
    else if (s.kind === "run") read.push(shifted(shape.push(s.count) - 1, s.start));
    else {
      const runs = s.of.filter((one) => one.kind === "run");
      if (runs.length > 0) spread ??= shape.push(...runs.map(({ count }) => count)) - runs.length;
      const where = s.of.map((one) => (one.kind === "at" ? fixed(one.index) : shifted((spread as number) + runs.indexOf(one), one.start)));
      read.push(affine(0, [], { arg: 1 + data.indexOf(s.leaf), at: isBatched(s.leaf.shape) ? [at(0), ...where] : where }));
    }
  }
  return contract(space, shape, shape, [x, ...data], [read], shape.map((_, k) => at(k)));
}

/** x placed in zeros of `shape`, each own dimension k moved by `offset[k]`. */
export function pad(space: Space, x: Node, own: readonly number[], offset: readonly number[]): Node {
  const lead = isBatched(x.shape) ? 1 : 0;
  const write = offset.map((o, k) => shifted(k + lead, o));
  return contract(space, withBatch(own, lead === 1), x.shape, [x], [x.shape.map((_, k) => at(k))], lead === 1 ? [at(0), ...write] : write);
}

/** Several values of one own shape stacked along a new first dimension. */
export function stack(space: Space, items: readonly Node[], add: (a: Node, b: Node) => Node): Node {
  const own = ownShape((items[0] as Node).shape);
  return items.map((item, k) => placeAt(space, item, [items.length, ...own], 0, k)).reduce(add);
}

/** x in zeros, at position `k` of a new dimension `axis`. */
export function placeAt(space: Space, x: Node, own: readonly number[], axis: number, k: number): Node {
  const lead = isBatched(x.shape) ? 1 : 0;
  let next = lead;
  const write = own.map((_, d) => (d === axis ? fixed(k) : at(next++)));
  return contract(space, withBatch(own, lead === 1), x.shape, [x], [x.shape.map((_, d) => at(d))], lead === 1 ? [at(0), ...write] : write);
}

/** Σ over shared indices of a·b, given as own-index letters: product(space, a, "ij", b, "j", "i"). */
export function product(space: Space, a: Node, aIndices: string, b: Node, bIndices: string, result: string): Node {
  const batched = isBatched(a.shape) || isBatched(b.shape);
  const letters = [...new Set(result + aIndices + bIndices)];
  const extents = letters.map((letter) => {
    const k = aIndices.indexOf(letter);
    return k >= 0 ? (ownShape(a.shape)[k] as number) : (ownShape(b.shape)[bIndices.indexOf(letter)] as number);
  });
  const lead = batched ? 1 : 0;
  const access = (indices: string): Affine[] => [...indices].map((letter) => at(letters.indexOf(letter) + lead));
  const read = (x: Node, indices: string): Affine[] => (isBatched(x.shape) ? [at(0), ...access(indices)] : access(indices));
  const own = [...result].map((letter) => extents[letters.indexOf(letter)] as number);
  const box: Extent[] = batched ? ["n", ...extents] : extents;
  return contract(space, withBatch(own, batched), box, [a, b], [read(a, aIndices), read(b, bIndices)], batched ? [at(0), ...access(result)] : access(result));
}

/** Of larger constants the elements are not worth listing. */
const mostConstants = 1_000_000;

/** The numbers of a constant node, row-major; null for anything else. */
export function constantsOf(node: Node): readonly Constant[] | null {
  if (isBatched(node.shape)) return null;
  if (node.kind === "literal") return node.values;
  const size = sizeOf(ownShape(node.shape));
  return node.kind === "fill" && size <= mostConstants ? new Array<Constant>(size).fill(node.value) : null;
}

/** The same numbers in row-major order under another shape. Extents of 1 come and go by access alone, which composes. */
export function reshapeTo(space: Space, x: Node, own: readonly number[]): Node {
  const from = ownShape(x.shape);
  const [wide, narrow] = [from, own].map((shape) => shape.flatMap((extent, k) => (extent === 1 ? [] : [k])));
  if (wide?.map((k) => from[k]).join() !== narrow?.map((k) => own[k]).join()) return space.view(x, own);
  const lead = isBatched(x.shape) ? 1 : 0;
  const shape = withBatch(own, lead === 1);
  const read = from.map((extent, k) => (extent === 1 ? fixed(0) : at((narrow as number[])[(wide as number[]).indexOf(k)] as number + lead)));
  return sameShape(shape, x.shape) ? x : contract(space, shape, shape, [x], [lead === 1 ? [at(0), ...read] : read], shape.map((_, k) => at(k)));
}
