import { at, fixed, indicesOf, plainIndex, substitute, type Affine } from "../ir/affine.ts";
import type { Contraction, Node, Pointwise } from "../ir/node.ts";
import type { Extent } from "../ir/shape.ts";
import type { Space } from "../ir/space.ts";
import { broadcast, contract } from "../ops/linear/contract.ts";
import type { Rule } from "../rewrite/rewrite.ts";
import { apply, isFill, uniform } from "./uniform.ts";

/** A diagonal, or a value at some places among zeros: each point of the box is written to a place of its own. */
function isSparse(node: Node | undefined): node is Contraction {
  if (node?.kind !== "contraction" || node.reads.length > 1 || node.args.length > node.reads.length) return false;
  if (!node.write.every((e) => e.datum === undefined && (e.terms.length === 0 || (e.terms.length === 1 && e.terms[0]?.coefficient === 1)))) return false;
  const indices = indicesOf(node.write);
  const covered = new Set(node.write.map((e, d) => (plainIndex(e) !== null && node.box[plainIndex(e) as number] === node.shape[d] ? plainIndex(e) : node.shape[d] === 1 ? `1 at ${d}` : null)));
  covered.delete(null);
  return indices.size === node.box.length && covered.size < node.shape.length;
}

const identity = (box: readonly Extent[]): Affine[] => box.map((_, k) => at(k));

/** `op` of a sparse argument `k` and others, computed only where something is written: elsewhere it is 0. */
function whereWritten(space: Space, node: Pointwise, k: number): Node {
  const { box, write, args: [value], reads: [read] } = node.args[k] as Contraction;
  const over = (x: Node, access: readonly Affine[]): Node => (x.kind === "fill" ? space.fill(x.value, box) : contract(space, box, box, [x], [access], identity(box)));
  const inside = value === undefined ? space.fill(1, box) : over(value, read as readonly Affine[]);
  const result = apply(space, node.op, ...node.args.map((arg, j) => (j === k ? inside : over(arg, write))));
  return contract(space, node.shape, box, [broadcast(space, result, box)], [identity(box)], write);
}

/** The points at which a read of a sparse value meets what is written: the box indices of both, over those that are kept. */
interface Meeting {
  readonly kept: readonly number[];
  readonly sparse: readonly Affine[];
  readonly node: readonly Affine[];
}

/** Solves write = read for box indices; "nowhere" if they never meet, null where the solution is not one of plain indices. */
function meetingOf(node: Contraction, read: readonly Affine[], sparse: Contraction): Meeting | "nowhere" | null {
  const inner: (Affine | undefined)[] = sparse.box.map(() => undefined);
  let outer: readonly Affine[] = identity(node.box);
  for (const [d, written] of sparse.write.entries()) {
    const where = substitute(read[d] as Affine, outer);
    const index = plainIndex(written);
    if (where.datum !== undefined || (index === null && written.terms.length > 0)) return null;
    const reached = plainIndex(where) === null ? null : node.box[plainIndex(where) as number];
    const isOne = where.terms.length === 0 && where.constant >= 0 && where.constant < Number(sparse.shape[d]);
    if (!isOne && reached !== sparse.shape[d]) return null;
    if (index !== null && sparse.box[index] !== sparse.shape[d]) return null;
    const here = index === null ? fixed(written.constant) : inner[index];
    if (here === undefined) {
      inner[index as number] = where;
      continue;
    }
    const known = substitute(here, outer);
    const [from, to] = plainIndex(where) !== null ? [plainIndex(where), known] : [plainIndex(known), where];
    if (from === null) {
      if (known.constant !== where.constant) return "nowhere";
    } else outer = outer.map((e) => substitute(e, node.box.map((_, k) => (k === from ? to : at(k)))));
  }
  const kept = node.box.map((_, k) => k).filter((k) => outer.some((e) => plainIndex(e) === k));
  const renumber = node.box.map((_, k) => (kept.includes(k) ? at(kept.indexOf(k)) : fixed(0)));
  const final = outer.map((e) => substitute(e, renumber));
  return { kept, sparse: inner.map((e) => substitute(e as Affine, final)), node: final };
}

/** A contraction of a sparse operand `k`, as one of what is written in it: over fewer indices, and never over the zeros. */
function throughSparse(space: Space, node: Contraction, k: number): Node | null {
  const sparse = node.args[k] as Contraction;
  const meeting = meetingOf(node, node.reads[k] as readonly Affine[], sparse);
  if (meeting === null) return null;
  if (meeting === "nowhere") return space.fill(0, node.shape);
  const count = node.reads.length - 1 + sparse.reads.length;
  const moved = (e: Affine): Affine => substitute(e, meeting.node, (arg) => arg - node.reads.length + count);
  const reads = node.reads.flatMap((read, j) => (j === k ? sparse.reads.map((own) => own.map((e) => substitute(e, meeting.sparse))) : [read.map(moved)]));
  return contract(space, node.shape, meeting.kept.map((index) => node.box[index] as Extent), [...node.args.slice(0, k), ...sparse.args, ...node.args.slice(k + 1)], reads, node.write.map(moved));
}

/** The arguments of an elementwise operation that, where they are 0, make it 0 whatever the others are. */
function vanishing(node: Pointwise): readonly number[] {
  const [, then, otherwise] = node.args as readonly [Node, Node, Node];
  switch (node.op) {
    case "mul":
      return [0, 1];
    case "div":
      return [0];
    case "select":
      return isFill(otherwise, 0) ? [1] : isFill(then, 0) ? [2] : [];
    default:
      return [];
  }
}

/** Diagonals and values among zeros stay what they are: nothing is computed, and nothing stored, where the zeros are. */
export const sparseRules: readonly Rule[] = [
  {
    text: "diag(x) .* y -> diag(x .* diag(y)), and so for other values among zeros",
    stable: false,
    apply(space, node) {
      if (node.kind !== "pointwise" || node.shape.length === 0) return null;
      const k = vanishing(node).find((argument) => isSparse(node.args[argument]));
      const others = node.args.filter((_, j) => j !== k);
      return k === undefined || (node.op !== "select" && others.some((x) => uniform(space, x) !== null)) ? null : whereWritten(space, node, k);
    },
  },
  {
    text: "diag(x) * A -> x .* A by rows, and so for other values among zeros",
    stable: false,
    apply(space, node) {
      if (node.kind !== "contraction") return null;
      for (let k = 0; k < node.reads.length; k++) {
        const result = isSparse(node.args[k]) ? throughSparse(space, node, k) : null;
        if (result !== null) return result;
      }
      return null;
    },
  },
];
