import type { Extent, Shape } from "./shape.ts";

/**
 * An index expression over a box: constant + Σ coefficient · box index (+ an integer read from data).
 * Box indices are named by their position in the box.
 */
export interface Affine {
  readonly constant: number;
  readonly terms: readonly { readonly index: number; readonly coefficient: number }[];
  /** An integer of the data: argument `arg` of the contraction, read at `at`. */
  readonly datum?: { readonly arg: number; readonly at: readonly Affine[] };
}

export const at = (index: number): Affine => ({ constant: 0, terms: [{ index, coefficient: 1 }] });
export const fixed = (constant: number): Affine => ({ constant, terms: [] });

export function affine(constant: number, terms: Affine["terms"], datum?: Affine["datum"]): Affine {
  const sums = new Map<number, number>();
  for (const { index, coefficient } of terms) sums.set(index, (sums.get(index) ?? 0) + coefficient);
  const kept = [...sums].filter(([, c]) => c !== 0).sort((a, b) => a[0] - b[0]);
  return { constant, terms: kept.map(([index, coefficient]) => ({ index, coefficient })), ...(datum === undefined ? {} : { datum }) };
}

export const shifted = (index: number, constant: number): Affine => affine(constant, [{ index, coefficient: 1 }]);

/** The expression with every box index `k` replaced by `by[k]`, and data arguments renumbered. */
export function substitute(e: Affine, by: readonly Affine[], renumber: (arg: number) => number = (arg) => arg): Affine {
  let constant = e.constant;
  let datum: Affine["datum"] = e.datum === undefined ? undefined : { arg: renumber(e.datum.arg), at: e.datum.at.map((a) => substitute(a, by, renumber)) };
  const terms: { index: number; coefficient: number }[] = [];
  for (const { index, coefficient } of e.terms) {
    const replacement = by[index] as Affine;
    constant += coefficient * replacement.constant;
    for (const term of replacement.terms) terms.push({ index: term.index, coefficient: coefficient * term.coefficient });
    if (replacement.datum !== undefined) {
      if (datum !== undefined || coefficient !== 1) throw new Error("an index expression holds at most one datum, with coefficient 1");
      datum = replacement.datum;
    }
  }
  return affine(constant, terms, datum);
}

/** The box index that the expression is, alone and unscaled; null for anything else. */
export function plainIndex(e: Affine): number | null {
  const term = e.terms[0];
  return e.datum === undefined && e.constant === 0 && e.terms.length === 1 && term?.coefficient === 1 ? term.index : null;
}

export const isIdentity = (access: readonly Affine[]): boolean => access.every((e, k) => plainIndex(e) === k);

/** Whether the access names distinct box indices, one per dimension, each as long as the dimension. */
export function isPermutation(access: readonly Affine[], box: readonly Extent[], shape: Shape): boolean {
  const seen = access.map(plainIndex);
  return new Set(seen).size === access.length && seen.every((index, k) => index !== null && box[index] === shape[k]);
}

/** The smallest and largest value over the box; data are assumed legal for the dimension they index. */
export function bounds(e: Affine, box: readonly Extent[]): { readonly low: number; readonly high: number } {
  let [low, high] = [e.constant, e.constant];
  for (const { index, coefficient } of e.terms) {
    const extent = box[index] as Extent;
    const reach = coefficient * ((extent === "n" ? Infinity : extent) - 1);
    if (reach > 0) high += reach;
    else low += reach;
  }
  return { low, high };
}

/** Box indices that the expressions use. */
export function indicesOf(access: readonly Affine[]): Set<number> {
  const used = new Set<number>();
  for (const e of access) {
    for (const term of e.terms) used.add(term.index);
    if (e.datum !== undefined) for (const index of indicesOf(e.datum.at)) used.add(index);
  }
  return used;
}
