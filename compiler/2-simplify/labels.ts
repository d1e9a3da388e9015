import { indicesOf, plainIndex, type Affine } from "../ir/affine.ts";
import { isAccess } from "../ir/contraction.ts";
import type { Contraction, Node } from "../ir/node.ts";
import { equals } from "../ir/rational.ts";
import { isBatched, ownShape, withBatch, type Shape } from "../ir/shape.ts";
import type { Space } from "../ir/space.ts";
import { derived } from "../ops/index.ts";
import { broadcast } from "../ops/linear/contract.ts";
import { repeatedAlong, summedDimensions } from "../ops/linear/recognise.ts";
import type { Rule } from "../rewrite/rewrite.ts";
import { apply, factored, isFill } from "./uniform.ts";

const is = (node: Node | undefined, op: string): node is Node => node !== undefined && (node.kind === "pointwise" || node.kind === "derived") && node.op === op;

/** Whether along the last dimension exactly one element is 1 and the others are 0: a label, or such a vector written in the spec. */
const isLabel = (x: Node | undefined): boolean => (x?.kind === "leaf" && x.role === "label") || (x?.kind === "literal" && x.shape.length === 1 && x.values.filter((value) => equals(value, 1)).length === 1 && x.values.every((value) => equals(value, 1) || equals(value, 0)));

/** The dimensions along which the elements are known to add up to 1, none of them negative; null where there are none. */
function ownOfDistribution(x: Node): readonly number[] | null {
  if (isLabel(x)) return [-1];
  const [arg] = x.args;
  if (arg !== undefined && isRepetition(x)) return ownOfDistribution(arg);
  return x.kind === "derived" && derived(x.op).distribution === true ? x.dimensions : null;
}

/** Whether a value is another, whole and in its place, again and again: for each example, say. */
function isRepetition(x: Node): x is Contraction {
  if (!isAccess(x) || x.args.length !== 1) return false;
  const [read] = x.reads;
  return read?.every((e, k) => plainIndex(e) === x.shape.length - read.length + k && x.args[0]?.shape[k] === x.shape[x.shape.length - read.length + k]) === true;
}

const sizeAlong = (x: Node, dimensions: readonly number[]): number => dimensions.reduce((product, d) => product * (x.shape[x.shape.length + d] as number), 1);

const reducedShape = (x: Node, dimensions: readonly number[]): Shape => withBatch(ownShape(x.shape).filter((_, k) => !dimensions.includes(k - ownShape(x.shape).length)), isBatched(x.shape));

/** What the sum along the dimensions is known to be, as a value of the reduced shape; null where it is not known. */
function knownSum(space: Space, x: Node, dimensions: readonly number[]): Node | null {
  const own = ownOfDistribution(x);
  if (own?.every((d) => dimensions.includes(d)) === true) return space.fill(sizeAlong(x, dimensions.filter((d) => !own.includes(d))), reducedShape(x, dimensions));
  const repeated = repeatedAlong(space, x, dimensions);
  if (repeated !== null) {
    return apply(space, "mul", space.fill(sizeAlong(x, dimensions)), repeated);
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
      return pick !== null && ownOfDistribution(pick.values)?.join() === "-1" ? pick.of(apply(space, "log", pick.values)) : null;
    },
  },
  {
    text: "log(p[i]) -> log(p)[i] | p a distribution",
    stable: true,
    apply: (space, node) => (is(node, "log") ? logOfRead(space, node.args[0]) : null),
  },
  {
    text: "xlogy(d, p[i]) -> d .* log(p)[i] | p a distribution",
    stable: true,
    apply(space, node) {
      const [d, read] = node.args;
      const log = is(node, "xlogy") ? logOfRead(space, read) : null;
      return d === undefined || log === null ? null : apply(space, "mul", d, log);
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

/** The logarithm of what is read of a distribution, as the same reading of its logarithm; null where it is no such reading. */
function logOfRead(space: Space, read: Node | undefined): Node | null {
  const [p] = read?.args ?? [];
  if (read === undefined || p?.kind !== "derived" || !isAccess(read) || derived(p.op).distribution !== true) return null;
  return space.withArgs(read, [apply(space, "log", p), ...read.args.slice(1)]);
}

/** A sum of products of a one-hot label with values: the values, and the same sum of others. */
function selection(space: Space, node: Contraction): { readonly values: Node; of(values: Node): Node } | null {
  const k = node.args.findIndex(isLabel);
  if (node.args.length === 2 && node.reads.length === 2 && k >= 0 && sumsOnly(node, node.reads[k]?.at(-1))) {
    return { values: node.args[1 - k] as Node, of: (values) => space.withArgs(node, node.args.map((arg, j) => (j === k ? arg : values))) };
  }
  const [product] = node.args;
  const label = product !== undefined && is(product, "mul") ? product.args.findIndex(isLabel) : -1;
  if (node.args.length !== 1 || product === undefined || label < 0 || summedDimensions(node)?.join() !== "-1") return null;
  return { values: product.args[1 - label] as Node, of: (values) => space.withArgs(node, [apply(space, "mul", product.args[label] as Node, values)]) };
}

/** Whether the box index that the expression is, and no other, is summed over: then a one-hot row that it runs along leaves one term. */
function sumsOnly({ box, write }: Contraction, summed: Affine | undefined): boolean {
  const kept = indicesOf(write);
  const index = summed === undefined ? null : plainIndex(summed);
  return box.every((extent, k) => (k === index ? !kept.has(k) : kept.has(k) || extent === 1));
}
