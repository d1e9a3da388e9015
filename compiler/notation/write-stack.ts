import { plainIndex, type Affine } from "../ir/affine.ts";
import type { Contraction, Node } from "../ir/node.ts";
import { isBatched, ownShape } from "../ir/shape.ts";
import { array, call, type Text } from "./write-text.ts";

/** Something put in zeros along one own dimension of a result: from `start`, so many; `drops` where it has no such dimension itself. */
interface Placement {
  readonly item: Node;
  readonly axis: number;
  readonly start: number;
  readonly count: number;
  readonly drops: boolean;
}

/** How a contraction only places its operand; null where it does more. */
export function placementOf(node: Node): Placement | null {
  if (node.kind !== "contraction" || node.reads.length !== 1 || node.args.length !== 1) return null;
  const [item] = node.args as readonly [Node];
  const [read] = node.reads as readonly [readonly Affine[]];
  const lead = isBatched(node.shape) ? 1 : 0;
  if (read.length !== node.box.length || isBatched(item.shape) !== (lead === 1) || !read.every((e, k) => plainIndex(e) === k && node.box[k] === item.shape[k])) return null;
  const write = node.write.slice(lead);
  const own = ownShape(node.shape);
  const moved = write.flatMap((e, d) => (plainIndex(e) !== null && node.box[plainIndex(e) as number] === own[d] ? [] : [d]));
  const [axis] = moved;
  if (moved.length !== 1 || axis === undefined || !inOrder(node, lead)) return null;
  const e = write[axis] as Affine;
  const [term] = e.terms;
  if (e.datum !== undefined || e.terms.length > 1) return null;
  if (term === undefined) return write.length === read.length - lead + 1 ? { item, axis, start: e.constant, count: 1, drops: true } : null;
  const count = node.box[term.index];
  return term.coefficient === 1 && typeof count === "number" && e.constant >= 0 && e.constant + count <= (own[axis] as number) ? { item, axis, start: e.constant, count, drops: false } : null;
}

function inOrder(node: Contraction, lead: number): boolean {
  const used = node.write.slice(lead).flatMap((e) => e.terms.map((term) => term.index));
  return used.every((index, k) => index === k + lead);
}

/** The terms of a sum of two or more, left to right, as the parser builds it. */
function termsOf(node: Node, isNamed: (node: Node) => boolean): readonly Node[] {
  const terms: Node[] = [];
  let current = node;
  while (current.kind === "pointwise" && current.op === "add" && (current === node || !isNamed(current))) {
    terms.unshift(current.args[1] as Node);
    current = current.args[0] as Node;
  }
  return [current, ...terms];
}

/** `[a, b; c, d]` and `concat(a, b)`, which the parser makes sums of placements and, for rows, a view of one; null for other sums. `own`: the shape to show it in. */
export function stackText(node: Node, own: readonly number[], isNamed: (node: Node) => boolean, text: (node: Node) => Text): Text | null {
  const placements = termsOf(node, isNamed).map((term) => (isNamed(term) ? null : placementOf(term)));
  if (placements.some((p) => p === null)) return null;
  const placed = (placements as readonly Placement[]).toSorted((a, b) => a.start - b.start);
  const { axis, drops } = placed[0] as Placement;
  let end = 0;
  for (const p of placed) {
    if (p.axis !== axis || p.drops !== drops || p.start !== end) return null;
    end += p.count;
  }
  const inner = ownShape(node.shape);
  if (end !== inner[axis]) return null;
  const rows = own.length - inner.length;
  if (drops) return axis === 0 && (rows === 0 || rows === 1) && own.slice(rows + 1).join() === inner.slice(1).join() ? { ...array(placed.map((p) => text(p.item).text), own.slice(0, rows + 1)), own } : null;
  return axis === inner.length - 1 && rows === 0 ? call("concat", placed.map((p) => text(p.item)), own) : null;
}

/** One placement alone: zeros around it. */
export function paddedText(node: Contraction, text: (node: Node) => Text): Text | null {
  const placement = placementOf(node);
  const own = ownShape(node.shape);
  if (placement === null || placement.axis !== own.length - 1) return null;
  const { item, start, count, drops } = placement;
  const extent = own.at(-1) as number;
  if (drops && own.length > 1) return null;
  const inner = text(item);
  if (drops && extent <= 6) return array(Array.from({ length: extent }, (_, k) => (k === start ? inner.text : "0")), own);
  const zeros = (length: number): readonly Text[] => (length === 0 ? [] : [call("zeros", [[...own.slice(0, -1), length].join(", ")])]);
  return call("concat", [...zeros(start), drops ? array([inner.text], [1]) : inner, ...zeros(extent - start - count)], own);
}
