import { plainIndex, type Affine } from "../ir/affine.ts";
import type { Contraction, Node } from "../ir/node.ts";
import { isBatched, ownShape } from "../ir/shape.ts";
import { array, atom, call, infix, levels, type Text } from "./write-text.ts";

/** Where a contraction writes if that is one run along one own dimension, with zeros around it. */
export interface Placement {
  readonly axis: number;
  readonly start: number;
  readonly count: number;
  /** What is placed lacks the dimension. */
  readonly drops: boolean;
  /** The box indices of what is placed, one per own dimension of it. */
  readonly letters: readonly number[];
}

/** A placement and what is placed. */
export interface Placed extends Placement {
  readonly item: Text;
}

/** How a contraction places its terms; null where it writes everywhere, or in more than one direction. */
export function placementOf(node: Contraction): Placement | null {
  const own = ownShape(node.shape);
  const write = isBatched(node.shape) ? node.write.slice(1) : node.write;
  const whole = (e: Affine, d: number): boolean => plainIndex(e) !== null && node.box[plainIndex(e) as number] === own[d];
  const moved = write.flatMap((e, d) => (whole(e, d) ? [] : [d]));
  const letters = write.flatMap((e) => e.terms.map((term) => term.index));
  const [axis] = moved;
  if (moved.length !== 1 || axis === undefined || new Set(letters).size < letters.length) return null;
  const e = write[axis] as Affine;
  const [term] = e.terms;
  if (e.datum !== undefined || e.terms.length > 1) return null;
  const count = term === undefined ? 1 : node.box[term.index];
  if (typeof count !== "number" || (term?.coefficient ?? 1) !== 1 || e.constant < 0 || e.constant + count > (own[axis] as number)) return null;
  return { axis, start: e.constant, count, drops: term === undefined, letters };
}

/** The terms of a sum of two or more, left to right, as the parser builds it. */
export function termsOf(node: Node, isNamed: (node: Node) => boolean): readonly Node[] {
  const terms: Node[] = [];
  let current = node;
  while (current.kind === "pointwise" && current.op === "add" && (current === node || !isNamed(current))) {
    terms.unshift(current.args[1] as Node);
    current = current.args[0] as Node;
  }
  return [current, ...terms];
}

/** `[a, b; c, d]` and `concat(a, b)`, which the parser makes sums of placements and, for rows, a view of one; null for other sums. `own`: the shape to show it in. */
export function stackText(terms: readonly (Placed | null)[], inner: readonly number[], own: readonly number[]): Text | null {
  if (terms.length < 2 || terms.some((placed) => placed === null)) return null;
  const mixed = inner.length === 1 && terms.some((p) => p?.drops === false);
  const placed = together((terms as readonly Placed[]).map((p): Placed => (mixed && p.drops ? { ...p, drops: false, item: array([p.item.text], [1]) } : p))).toSorted((a, b) => a.start - b.start);
  const { axis, drops } = placed[0] as Placed;
  let end = 0;
  for (const p of placed) {
    if (p.axis !== axis || p.drops !== drops || p.start !== end) return null;
    end += p.count;
  }
  if (end !== inner[axis]) return null;
  const rows = own.length - inner.length;
  // Rows in each of several matrices, such as those of all time steps.
  if (drops && axis > 0) return rows === 0 && axis < inner.length - 1 ? atom(`[${placed.map((p) => p.item.text).join("; ")}]`, own) : null;
  if (drops) return axis === 0 && (rows === 0 || rows === 1) && own.slice(rows + 1).join() === inner.slice(1).join() ? { ...array(placed.map((p) => p.item.text), own.slice(0, rows + 1)), own } : null;
  return axis === inner.length - 1 && rows === 0 ? call("concat", placed.map((p) => p.item), own) : null;
}

/** Placements with those in the same place added up. */
function together(placed: readonly Placed[]): readonly Placed[] {
  const byPlace = new Map<string, Placed>();
  for (const one of placed) {
    const key = `${one.axis} ${one.start} ${one.count} ${one.drops}`;
    const known = byPlace.get(key);
    byPlace.set(key, known === undefined ? one : { ...known, item: infix("+", known.item, one.item, levels.sum) });
  }
  return [...byPlace.values()];
}

/** One placement alone: zeros around it. */
export function paddedText({ axis, start, count, drops, item }: Placed, own: readonly number[]): Text | null {
  const extent = own[axis] as number;
  if (axis !== own.length - 1 || (drops && own.length > 1)) return null;
  if (drops && extent <= 6) return array(Array.from({ length: extent }, (_, k) => (k === start ? item.text : "0")), own);
  const zeros = (length: number): readonly Text[] => (length === 0 ? [] : [call("zeros", [[...own.slice(0, -1), length].join(", ")])]);
  return call("concat", [...zeros(start), drops ? array([item.text], [1]) : item, ...zeros(extent - start - count)], own);
}
