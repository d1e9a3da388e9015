import { affine, at, indicesOf, plainIndex, substitute, type Affine } from "../ir/affine.ts";
import type { Graph } from "../ir/graph.ts";
import type { Contraction, Node } from "../ir/node.ts";
import { isBatched, ownShape, type Extent } from "../ir/shape.ts";
import type { Space } from "../ir/space.ts";
import { contract, pad } from "../ops/linear/contract.ts";
import { runningSumRule } from "./running-sums.ts";
import { Rewriter, rewritten, type Rule } from "../rewrite/rewrite.ts";

/** A dimension that is written at i + p, and the operand that is read at i and so says where the products end. */
interface Gathered {
  readonly dimension: number;
  readonly pivot: number;
  readonly operand: number;
  /** Of the operand: the dimension that is read at i. */
  readonly along: number;
}

/** So many times the products that are written may be added up at each place of a dimension. */
const mostGathered = 2;

/** An index that a dimension is written with, nearly as long as it, if the index can be solved for and one operand alone is read at it. */
function gatheredAt({ box, reads, args, write, shape }: Contraction, dimension: number): Gathered | null {
  const e = write[dimension] as Affine;
  if (e.terms.length < 2 || e.datum !== undefined || e.terms.some((term) => Math.abs(term.coefficient) !== 1)) return null;
  const candidates = e.terms.filter(({ index, coefficient }) => coefficient === 1 && (shape[dimension] as number) <= mostGathered * (box[index] as number) && write.every((other, d) => d === dimension || !indicesOf([other]).has(index)));
  for (const { index } of candidates.toSorted((a, b) => Number(box[b.index]) - Number(box[a.index]))) {
    const users = reads.flatMap((read, k) => (indicesOf(read).has(index) ? [k] : []));
    const [operand] = users;
    if (users.length !== 1 || operand === undefined) continue;
    const read = reads[operand] as readonly Affine[];
    const along = read.findIndex((one) => plainIndex(one) === index);
    const isWhole = along >= 0 && (args[operand] as Node).shape[along] === box[index] && read.every((one, d) => d === along || !indicesOf([one]).has(index));
    if (isWhole) return { dimension, pivot: index, operand, along };
  }
  return null;
}

/**
 * Σ of g[i] K[p] written at i + p, as Σ of g[y − p] K[p] written at y, where g is read among zeros as far as y − p goes: no
 * product is left that needs a test.
 */
function gather(space: Space, node: Contraction): Node | null {
  // Where nothing is multiplied the tests cost less than the copy.
  if (node.reads.length < 2 || node.args.length > node.reads.length) return null;
  const found = node.write.flatMap((_, dimension) => gatheredAt(node, dimension) ?? []);
  if (found.length === 0) return null;
  const box: Extent[] = [...node.box];
  const by: Affine[] = node.box.map((_, k) => at(k));
  const write = [...node.write];
  const args = [...node.args];
  const reads = node.reads.map((read) => [...read]);
  for (const { dimension, pivot, operand, along } of found) {
    const e = node.write[dimension] as Affine;
    const others = e.terms.filter((term) => term.index !== pivot);
    const extent = node.shape[dimension] as number;
    // i = y − the others − the constant, which goes from −before to its own extent − 1 + after.
    const i = affine(-e.constant, [{ index: pivot, coefficient: 1 }, ...others.map(({ index, coefficient }) => ({ index, coefficient: -coefficient }))]);
    const reach = others.map(({ index, coefficient }) => coefficient * ((node.box[index] as number) - 1));
    const before = Math.max(0, e.constant + reach.reduce((sum, by) => sum + Math.max(0, by), 0));
    const last = extent - 1 - e.constant - reach.reduce((sum, by) => sum + Math.min(0, by), 0);
    const x = args[operand] as Node;
    const lead = isBatched(x.shape) ? 1 : 0;
    const size = Math.max(node.box[pivot] as number, last + 1) + before;
    const own = ownShape(x.shape).map((one, d) => (d === along - lead ? size : one));
    if (size > (node.box[pivot] as number)) args[operand] = pad(space, x, own, own.map((_, d) => (d === along - lead ? before : 0)));
    (reads[operand] as Affine[])[along] = affine(before, [{ index: pivot, coefficient: 1 }]);
    box[pivot] = extent;
    by[pivot] = i;
    write[dimension] = at(pivot);
  }
  const moved = reads.map((read) => read.map((e) => substitute(e, by)));
  return contract(space, node.shape, box, args, moved, write);
}

const gatherRule: Rule = {
  text: "Σ x[i] * y[p] written at i + p -> Σ x[i - p] * y[p] written at i, x among zeros",
  stable: false,
  apply: (space, node) => (node.kind === "contraction" ? gather(space, node) : null),
};

/**
 * The graph in its last form: how a cotangent reads best is not how it is computed best. A step of its own, since the
 * rules of the algebra would move what is copied among zeros back into the products.
 */
export function withGathers(graph: Graph): Graph {
  return rewritten(graph, new Rewriter(graph.space, () => [gatherRule, runningSumRule]));
}
