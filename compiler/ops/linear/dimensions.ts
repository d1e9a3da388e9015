import { reshapeTo } from "./contract.ts";
import type { Node } from "../../ir/node.ts";
import { Misuse, type BuildContext } from "../../ir/op.ts";
import { toNumber } from "../../ir/rational.ts";
import { isBatched, ownShape } from "../../ir/shape.ts";
import type { Space } from "../../ir/space.ts";

/** The whole number that an argument is, at least `least`. */
export function wholeNumber(node: Node | undefined, argument: number, what: string, least = 1): number {
  const value = node?.kind === "fill" && node.shape.length === 0 ? toNumber(node.value) : NaN;
  if (!Number.isInteger(value) || value < least) throw new Misuse("not-a-whole-number", `${what} is a whole number from ${least}`, undefined, argument);
  return value;
}

/** The own dimensions, from 0, that a reduction of x works along: the one given as argument `argument`, the formula's, or all. */
export function reducedDimensions(x: Node, args: readonly Node[], argument: number, context: BuildContext): readonly number[] {
  const rank = ownShape(x.shape).length;
  const given = args[argument];
  if (given !== undefined) {
    if (rank === 0) throw new Misuse("bad-dimension", "a scalar has no dimensions", undefined, argument);
    const dimension = wholeNumber(given, argument, "a dimension");
    if (dimension > rank) throw new Misuse("bad-dimension", `a dimension is a whole number from 1 to ${rank}`, undefined, argument);
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
