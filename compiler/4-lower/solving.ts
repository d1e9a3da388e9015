import { indicesOf, type Affine } from "../ir/affine.ts";
import { isAccess } from "../ir/contraction.ts";
import type { Contraction, Node } from "../ir/node.ts";
import { isBatched, ownShape, sizeOf, type Extent } from "../ir/shape.ts";

/** How write(i) = access is solved for box indices: own dimension by own dimension, each for one index or for none. */
export interface Solution {
  readonly steps: readonly { readonly dimension: number; readonly pivot: Affine["terms"][number] | undefined }[];
  /** Indices that a dimension is written with and that it does not determine, the others being found from them. */
  readonly searched: readonly number[];
}

/**
 * Solves for as many indices as the write determines, in each dimension for the longest that it can, so that what is left
 * to sum over is short. Null where no index has a coefficient of 1, or the place is read from data.
 */
export function solve({ box, write, shape }: Contraction): Solution | null {
  const own = isBatched(shape) ? write.slice(1) : write;
  if (own.some((e) => e.datum !== undefined)) return null;
  const bound = new Set(box.flatMap((extent, index) => (extent === "n" || extent === 1 ? [index] : [])));
  const open = (dimension: number): Affine["terms"] => (own[dimension] as Affine).terms.filter((term) => !bound.has(term.index));
  const pending = [...own.keys()];
  const steps: Solution["steps"][number][] = [];
  const searched: number[] = [];
  while (pending.length > 0) {
    const dimension = pending.reduce((a, b) => (open(b).length < open(a).length ? b : a));
    pending.splice(pending.indexOf(dimension), 1);
    const unknown = open(dimension);
    const pivot = longest(unknown.filter((term) => Math.abs(term.coefficient) === 1), box);
    if (unknown.length > 0 && pivot === undefined) return null;
    searched.push(...unknown.filter((term) => term !== pivot).map((term) => term.index));
    for (const term of unknown) bound.add(term.index);
    steps.push({ dimension, pivot });
  }
  return { steps, searched };
}

/** The term whose index takes most values, the first of several. */
export const longest = (terms: Affine["terms"], box: readonly Extent[]): Affine["terms"][number] | undefined =>
  terms.reduce<Affine["terms"][number] | undefined>((a, b) => (a === undefined || Number(box[b.index]) > Number(box[a.index]) ? b : a), undefined);

/** Looking for what is written at a place may cost so many times the products that are written, before each is added where it belongs instead. */
const mostSearched = 1.5;

/** Whether a contraction adds each product where it is written, since looking for what is written at each place is impossible or takes far longer. */
export function scatters(node: Node): boolean {
  const moves: boolean = isAccess(node);
  if (node.kind !== "contraction" || moves) return false;
  const solution = solve(node);
  if (solution === null || solution.searched.length === 0) return solution === null;
  const sizeOfBox = (indices: Iterable<number>): number => sizeOf([...indices].map((index) => node.box[index]).filter((extent) => extent !== "n") as readonly number[]);
  const written = indicesOf(node.write);
  return sizeOf(ownShape(node.shape)) * sizeOfBox(solution.searched) > mostSearched * sizeOfBox(written);
}
