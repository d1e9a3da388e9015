import { at, bounds, indicesOf, isIdentity, isPermutation, plainIndex, substitute, type Affine } from "../ir/affine.ts";
import { isAccess } from "../ir/contraction.ts";
import type { Contraction, Node } from "../ir/node.ts";
import { sameShape, type Extent } from "../ir/shape.ts";
import { reachable, type Space } from "../ir/space.ts";
import { broadcast, contract } from "../ops/linear/contract.ts";
import type { Rule } from "../rewrite/rewrite.ts";
import { apply, factored, isFill, uniform } from "./uniform.ts";

/** Whether every read stays inside its operand, and every write inside the result. */
const staysInside = (access: readonly Affine[], box: readonly Extent[], shape: readonly Extent[]): boolean =>
  access.every((e, k) => {
    const extent = shape[k] as Extent;
    if (extent === "n") return plainIndex(e) !== null;
    const { low, high } = bounds(e, box);
    return e.datum !== undefined ? e.terms.length === 0 && e.constant === 0 : low >= 0 && high < extent;
  });

/** Whether an access reads each element once: dimensions in another order, extents of 1 more or less. */
function movesAll(node: Contraction, x: Node): boolean {
  const read = (node.reads[0] as readonly Affine[]).filter((_, k) => x.shape[k] !== 1);
  const indices = read.map(plainIndex);
  return new Set(indices).size === read.length && !indices.includes(null) && node.box.every((extent, k) => extent === 1 || indices.includes(k));
}

/** The contraction with operand k replaced by `inner`'s operands, its box indices by the given expressions. */
function inline(space: Space, node: Contraction, k: number, inner: Contraction, box: readonly Extent[], indices: readonly Affine[], rebase: readonly Affine[]): Node {
  const count = node.reads.length - 1 + inner.reads.length;
  const operands = [...node.args.slice(0, k), ...inner.args.slice(0, inner.reads.length), ...node.args.slice(k + 1, node.reads.length)];
  const outerLeaves = node.args.slice(node.reads.length);
  const innerLeaves = inner.args.slice(inner.reads.length);
  const fromOuter = (arg: number): number => arg - node.reads.length + count;
  const fromInner = (arg: number): number => arg - inner.reads.length + count + outerLeaves.length;
  const outer = (e: Affine): Affine => substitute(e, rebase, fromOuter);
  const moved = inner.reads.map((read) => read.map((e) => substitute(e, indices.map(outer), fromInner)));
  const reads = [...node.reads.slice(0, k).map((read) => read.map(outer)), ...moved, ...node.reads.slice(k + 1).map((read) => read.map(outer))];
  return contract(space, node.shape, box, [...operands, ...outerLeaves, ...innerLeaves], reads, node.write.map(outer));
}

const contractionRule = (text: string, rule: (space: Space, node: Contraction) => Node | null): Rule => ({ text, stable: false, apply: (space, node) => (node.kind === "contraction" ? rule(space, node) : null) });

/** Contractions compose: what only moves numbers disappears into the reads of what uses it. */
export const contractionRules: readonly Rule[] = [
  contractionRule("reading every element where it is changes nothing", (_space, node) => {
    const [x] = node.args as readonly [Node];
    return isAccess(node) && node.args.length === 1 && isIdentity(node.reads[0] as readonly Affine[]) && sameShape(x.shape, node.shape) ? x : null;
  }),
  contractionRule("moving one number gives that number", (space, node) => {
    const [x] = node.args as readonly [Node];
    return isAccess(node) && node.args.length === 1 && isFill(x) && staysInside(node.reads[0] as readonly Affine[], node.box, x.shape) ? space.fill(x.value, node.shape) : null;
  }),
  contractionRule("a product with 0 is 0", (space, node) => (node.args.slice(0, node.reads.length).some((x) => isFill(x, 0)) ? space.fill(0, node.shape) : null)),
  contractionRule("reading what was only moved reads it where it was", (space, node) => {
    for (const [k, read] of node.reads.entries()) {
      const inner = node.args[k] as Node;
      if (!isAccess(inner) || !staysInside(read, node.box, inner.shape)) continue;
      if (inner.reads[0]?.some((e) => e.datum !== undefined) === true && read.some((e) => e.datum !== undefined)) continue;
      return inline(space, node, k, inner, node.box, read, node.box.map((_, i) => at(i)));
    }
    return null;
  }),
  contractionRule("moving every element of an elementwise result moves its operands", (space, node) => {
    const [x, ...leaves] = node.args as readonly [Node, ...Node[]];
    if (!isAccess(node) || leaves.length > 0 || x.kind !== "pointwise" || x.op === "barrier" || x.shape.length === 0 || !movesAll(node, x)) return null;
    return space.pointwise(x.op, x.args.map((arg) => contract(space, node.shape, node.box, [arg], node.reads, node.write)));
  }),
  contractionRule("moving or adding up the results of products adds up the products", (space, node) => {
    const [inner, ...leaves] = node.args as readonly [Node, ...Node[]];
    const [read] = node.reads;
    if (node.reads.length !== 1 || leaves.length > 0 || read === undefined || inner.kind !== "contraction" || !isPermutation(read, node.box, inner.shape) || read.length !== node.box.length) return null;
    const reduces = indicesOf(node.write).size < node.box.length;
    const innerReduces = indicesOf(inner.write).size < inner.box.length;
    if (reduces && innerReduces && inner.reads.length > 1 && !node.box.includes("n")) return null;
    if (!staysInside(inner.write, inner.box, inner.shape)) return null;
    const rebase = node.box.map((_, i) => inner.write[read.findIndex((e) => plainIndex(e) === i)] as Affine);
    const write = node.write.map((e) => substitute(e, rebase));
    return contract(space, node.shape, inner.box, inner.args, inner.reads, write);
  }),
  contractionRule("Σ x * x -> Σ square(x)", (space, node) => {
    const [a, b] = node.args as readonly [Node, Node];
    if (node.reads.length !== 2 || node.args.length !== 2 || a !== b || JSON.stringify(node.reads[0]) !== JSON.stringify(node.reads[1])) return null;
    return contract(space, node.shape, node.box, [apply(space, "square", a)], [node.reads[0] as readonly Affine[]], node.write);
  }),
  contractionRule("Σ (s * x) * y -> s * Σ x * y | s one number", (space, node) => {
    if (uniform(space, node) !== null && node.shape.length > 0) return null;
    for (let k = 0; k < node.reads.length; k++) {
      const operand = node.args[k] as Node;
      const product = operand.kind === "fill" ? null : factored(space, operand);
      const single = uniform(space, operand);
      if (product !== null) return apply(space, "mul", product.factor, space.withArgs(node, node.args.map((arg, j) => (j === k ? product.rest : arg))));
      if (single === null || operand.shape.length === 0 !== (node.reads[k]?.length === 0) || !staysInside(node.reads[k] as readonly Affine[], node.box, operand.shape)) continue;
      if (node.reads.length > 1) {
        const leaves = node.args.length - node.reads.length;
        if (leaves > 0) continue;
        const rest = contract(space, node.shape, node.box, node.args.filter((_, j) => j !== k), node.reads.filter((_, j) => j !== k), node.write);
        return apply(space, "mul", single, rest);
      }
      const counted = countUnused(space, node, single);
      if (counted !== null) return counted;
      if (operand.kind !== "fill" && isOfTheBatch(single)) return apply(space, "mul", single, space.withArgs(node, node.args.map((arg, j) => (j === k ? space.fill(1, operand.shape) : arg))));
    }
    return null;
  }),
];

/** Whether a number depends on nothing but the size of the batch, such as 1/m. */
const isOfTheBatch = (value: Node): boolean => reachable([value]).every((node) => node.kind !== "leaf" || node.role === "count");

/** A sum of one number: the number times how often it is added. Only for sums that write every element of the result. */
function countUnused(space: Space, node: Contraction, value: Node): Node | null {
  if (!isPermutation(node.write, node.box, node.shape) || !isIdentity(node.write)) return null;
  const reduced = node.box.slice(node.write.length);
  const count = reduced.reduce<Node>((total, extent) => apply(space, "mul", total, extent === "n" ? space.leaf("count", "m", []) : space.fill(extent)), space.fill(1));
  return broadcast(space, apply(space, "mul", count, value), node.shape);
}
