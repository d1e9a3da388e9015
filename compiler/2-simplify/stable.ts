import { isAccess } from "../ir/contraction.ts";
import type { Node } from "../ir/node.ts";
import { isBatched, ownShape, withBatch, type Shape } from "../ir/shape.ts";
import type { Space } from "../ir/space.ts";
import { broadcast } from "../ops/linear/contract.ts";
import type { Rule } from "../rewrite/rewrite.ts";
import { repeatedAlong, summedDimensions } from "./contractions.ts";
import { apply, factored, isFill } from "./uniform.ts";

const is = (node: Node | undefined, op: string): node is Node => node !== undefined && (node.kind === "pointwise" || node.kind === "derived") && node.op === op;

const reducedShape = (x: Node, dimensions: readonly number[]): Shape => withBatch(ownShape(x.shape).filter((_, k) => !dimensions.includes(k - ownShape(x.shape).length)), isBatched(x.shape));

/** Whether the value is one number at each example: what its sum along `dimensions` is then known to be, as a value of the reduced shape. */
function knownSum(space: Space, x: Node, dimensions: readonly number[]): Node | null {
  const shape = reducedShape(x, dimensions);
  if (x.kind === "leaf" && x.role === "label") return dimensions.length === 1 ? space.fill(1, shape) : null;
  if (x.kind === "derived" && x.op === "softmax") return dimensions.join() === x.dimensions.join() ? space.fill(1, shape) : null;
  const repeated = repeatedAlong(space, x, dimensions);
  if (repeated !== null) {
    const count = dimensions.reduce((product, d) => product * (x.shape[x.shape.length + d] as number), 1);
    return apply(space, "mul", space.fill(count), repeated);
  }
  if (is(x, "add") || is(x, "sub")) {
    const [a, b] = x.args.map((arg) => knownSum(space, arg, dimensions));
    return a && b ? apply(space, (x as Node & { op: string }).op, a, b) : null;
  }
  const product = factored(space, x);
  const rest = product === null ? null : knownSum(space, product.rest, dimensions);
  return product === null || rest === null ? null : apply(space, "mul", product.factor, rest);
}

/** `exp(z)` without what is the same along the dimensions, which softmax and logsumexp do not see. */
function unshifted(space: Space, z: Node, dimensions: readonly number[]): { readonly z: Node; readonly shift: Node | null } {
  if (!is(z, "sub") && !is(z, "add")) return { z, shift: null };
  const [a, b] = z.args as readonly [Node, Node];
  const shift = repeatedAlong(space, b, dimensions);
  if (shift === null || ownShape(a.shape).length === 0) return { z, shift: null };
  return { z: a, shift: is(z, "sub") ? apply(space, "neg", shift) : shift };
}

/**
 * Naive formulas in their stable form. The text rules of the operations give the elementwise ones; here are those that
 * need to see what a sum runs over. Each holds for all finite arguments.
 */
export const stableRules: readonly Rule[] = [
  {
    text: "exp(z) / sum(exp(z)) -> softmax(z)",
    stable: true,
    apply(space, node) {
      if (!is(node, "div")) return null;
      const [top, bottom] = node.args as readonly [Node, Node];
      if (!is(top, "exp") || !isAccess(bottom)) return null;
      const [total] = bottom.args as readonly [Node];
      const dimensions = summedDimensions(total);
      if (dimensions === null || total.args[0] !== top || repeatedAlong(space, bottom, dimensions) !== total) return null;
      return space.derived("softmax", [unshifted(space, top.args[0] as Node, dimensions).z], dimensions, node.shape);
    },
  },
  {
    text: "log(sum(exp(z))) -> logsumexp(z)",
    stable: true,
    apply(space, node) {
      const [total] = node.args;
      const [terms] = total?.args ?? [];
      if (!is(node, "log") || total === undefined || !is(terms, "exp")) return null;
      const dimensions = summedDimensions(total);
      if (dimensions === null || dimensions.length === 0) return null;
      const { z, shift } = unshifted(space, terms.args[0] as Node, dimensions);
      const value = space.derived("logsumexp", [z], dimensions, node.shape);
      return shift === null ? value : apply(space, "add", shift, value);
    },
  },
  {
    text: "z - logsumexp(z) -> logSoftmax(z)",
    stable: true,
    apply(space, node) {
      if (!is(node, "sub")) return null;
      const [z, b] = node.args as readonly [Node, Node];
      const of = isAccess(b) ? b.args[0] : undefined;
      if (of?.kind !== "derived" || of.op !== "logsumexp" || of.args[0] !== z || repeatedAlong(space, b, of.dimensions) !== of) return null;
      return space.derived("logSoftmax", [z], of.dimensions, node.shape);
    },
  },
  {
    text: "softmax(z - c) -> softmax(z) | c the same along it",
    stable: false,
    apply(space, node) {
      if (node.kind !== "derived" || (node.op !== "softmax" && node.op !== "logSoftmax")) return null;
      const { z, shift } = unshifted(space, node.args[0] as Node, node.dimensions);
      return shift === null ? null : space.derived(node.op, [z], node.dimensions, node.shape);
    },
  },
  {
    text: "log(sum(c .* p)) -> sum(c .* log(p)) | c one-hot, p a softmax",
    stable: true,
    apply(space, node) {
      const [chosen] = node.args;
      if (!is(node, "log") || chosen?.kind !== "contraction") return null;
      const pick = selection(space, chosen);
      if (pick === null || !is(pick.values, "softmax")) return null;
      return pick.of(apply(space, "log", pick.values));
    },
  },
  {
    text: "sum(c) -> 1 | c one-hot or a softmax, or made of these by constants",
    stable: false,
    apply(space, node) {
      const dimensions = summedDimensions(node);
      const [x] = node.args;
      if (dimensions === null || dimensions.length === 0 || x === undefined || isFill(x)) return null;
      const value = knownSum(space, x, dimensions);
      return value === null ? null : broadcast(space, value, node.shape);
    },
  },
];

/** A sum of products of a one-hot label with values: the values, and the same sum of others. */
function selection(space: Space, node: Node & { readonly kind: "contraction" }): { readonly values: Node; of(values: Node): Node } | null {
  const isLabel = (x: Node | undefined): boolean => x?.kind === "leaf" && x.role === "label";
  const k = node.args.findIndex(isLabel);
  if (node.args.length === 2 && node.reads.length === 2 && k >= 0) {
    return { values: node.args[1 - k] as Node, of: (values) => space.withArgs(node, node.args.map((arg, j) => (j === k ? arg : values))) };
  }
  const [product] = node.args;
  const label = product !== undefined && is(product, "mul") ? product.args.findIndex(isLabel) : -1;
  if (node.args.length !== 1 || product === undefined || label < 0 || summedDimensions(node)?.length !== 1) return null;
  return { values: product.args[1 - label] as Node, of: (values) => space.withArgs(node, [apply(space, "mul", product.args[label] as Node, values)]) };
}
