import { reshapeTo } from "./contract.ts";
import type { Node } from "../../ir/node.ts";
import { Misuse, type BuildContext } from "../../ir/op.ts";
import { toNumber } from "../../ir/rational.ts";
import { describeShape, isBatched, ownShape } from "../../ir/shape.ts";
import type { Space } from "../../ir/space.ts";

/** The whole number that an argument is, at least `least`. */
export function wholeNumber(node: Node | undefined, argument: number, what: string, least = 1): number {
  const value = node?.kind === "fill" && node.shape.length === 0 ? toNumber(node.value) : NaN;
  if (!Number.isInteger(value) || value < least) throw new Misuse("not-a-whole-number", `${what} is a whole number, ${least} or more`, "it is known when the spec is compiled: write for example 3", argument);
  return value;
}

/** For a dimension that a value of that rank does not have. */
export function badDimension(rank: number, argument: number): Misuse {
  const message = ["a scalar has no dimensions", "a vector has only dimension 1", "a matrix has the dimensions 1 and 2"][rank] ?? `the dimensions are 1 to ${rank}`;
  return new Misuse("bad-dimension", message, ["leave it out", "leave it out", "1 goes down the columns, 2 along the rows"][rank] ?? "the last dimension runs along the innermost numbers", argument);
}

/** For an operation along one dimension that is not told which. */
export function dimensionMissing(name: string, x: Node): Misuse {
  const rank = ownShape(x.shape).length;
  if (rank === 0) return new Misuse("dimension-missing", `${name} works on a vector, not on a scalar`, "write [a, b] for a vector of scalars");
  const hint = rank === 2 ? `write ${name}(A, 1) to go down the columns, ${name}(A, 2) along the rows` : `write ${name}(A, ${rank}) for the last one`;
  return new Misuse("dimension-missing", `${name} of ${describeShape(x.shape)} needs a dimension`, hint);
}

/** The own dimensions, from 0, that a reduction of x works along: the one given as argument `argument`, the formula's, or all. */
export function reducedDimensions(x: Node, args: readonly Node[], argument: number, context: BuildContext): readonly number[] {
  const rank = ownShape(x.shape).length;
  const given = args[argument];
  if (given !== undefined) {
    const dimension = given.kind === "fill" ? toNumber(given.value) : NaN;
    if (!Number.isInteger(dimension) || dimension < 1 || dimension > rank) throw badDimension(rank, argument);
    return [dimension - 1];
  }
  return context.along?.map((d) => d + rank) ?? ownShape(x.shape).map((_, k) => k);
}

/** In a formula a reduced dimension stays, with extent 1. */
export function keepReduced(space: Space, reduced: Node, x: Node, dimensions: readonly number[], context: BuildContext): Node {
  if (context.along === undefined) return reduced;
  return reshapeTo(space, reduced, ownShape(x.shape).map((extent, k) => (dimensions.includes(k) ? 1 : extent)));
}

/** Batch dimension included: positions in the shape of own dimensions. */
export const withLead = (x: Node, dimensions: readonly number[]): readonly number[] => dimensions.map((d) => d + (isBatched(x.shape) ? 1 : 0));
