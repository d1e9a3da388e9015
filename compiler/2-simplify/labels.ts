import { isAccess } from "../ir/contraction.ts";
import type { Node } from "../ir/node.ts";
import { equals } from "../ir/rational.ts";
import { isBatched, ownShape, withBatch, type Shape } from "../ir/shape.ts";
import type { Space } from "../ir/space.ts";
import { derived } from "../ops/index.ts";
import { broadcast } from "../ops/linear/contract.ts";
import { repeatedAlong, summedDimensions } from "../ops/linear/recognise.ts";
import type { Rule } from "../rewrite/rewrite.ts";
import { apply, factored, isFill } from "./uniform.ts";

const is = (node: Node | undefined, op: string): node is Node => node !== undefined && (node.kind === "pointwise" || node.kind === "derived") && node.op === op;

/** Whether exactly one element is 1 and the others are 0: a label, or such a vector written in the spec. */
const isLabel = (x: Node | undefined): boolean => (x?.kind === "leaf" && x.role === "label") || (x?.kind === "literal" && x.shape.length === 1 && x.values.filter((value) => equals(value, 1)).length === 1 && x.values.every((value) => equals(value, 1) || equals(value, 0)));

/** Whether the elements along the dimensions are known to add up to 1, none of them negative. */
const isDistribution = (x: Node, dimensions: readonly number[]): boolean =>
  isLabel(x) ? dimensions.length === 1 : x.kind === "derived" && derived(x.op).distribution === true && x.dimensions.join() === dimensions.join();

const reducedShape = (x: Node, dimensions: readonly number[]): Shape => withBatch(ownShape(x.shape).filter((_, k) => !dimensions.includes(k - ownShape(x.shape).length)), isBatched(x.shape));

/** What the sum along the dimensions is known to be, as a value of the reduced shape; null where it is not known. */
function knownSum(space: Space, x: Node, dimensions: readonly number[]): Node | null {
  if (isDistribution(x, dimensions)) return space.fill(1, reducedShape(x, dimensions));
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

/** What follows from a one-hot label: text rules cannot say it, because it needs the role of a leaf. */
export const labelRules: readonly Rule[] = [
  {
    text: "log(sum(c .* p)) -> sum(c .* log(p)) | c one-hot, p a distribution",
    stable: true,
    apply(space, node) {
      const [chosen] = node.args;
      if (!is(node, "log") || chosen?.kind !== "contraction") return null;
      const pick = selection(space, chosen);
      return pick !== null && isDistribution(pick.values, [-1]) ? pick.of(apply(space, "log", pick.values)) : null;
    },
  },
  {
    text: "log(p[i]) -> log(p)[i] | p a distribution",
    stable: true,
    apply(space, node) {
      const [read] = node.args;
      const [p] = read?.args ?? [];
      if (!is(node, "log") || read === undefined || p?.kind !== "derived" || !isAccess(read) || derived(p.op).distribution !== true) return null;
      return space.withArgs(read, [apply(space, "log", p), ...read.args.slice(1)]);
    },
  },
  {
    text: "sum(c) -> 1 | c one-hot or a distribution, or made of these by constants",
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
  const k = node.args.findIndex(isLabel);
  if (node.args.length === 2 && node.reads.length === 2 && k >= 0) {
    return { values: node.args[1 - k] as Node, of: (values) => space.withArgs(node, node.args.map((arg, j) => (j === k ? arg : values))) };
  }
  const [product] = node.args;
  const label = product !== undefined && is(product, "mul") ? product.args.findIndex(isLabel) : -1;
  if (node.args.length !== 1 || product === undefined || label < 0 || summedDimensions(node)?.length !== 1) return null;
  return { values: product.args[1 - label] as Node, of: (values) => space.withArgs(node, [apply(space, "mul", product.args[label] as Node, values)]) };
}
