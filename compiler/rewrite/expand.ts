import { reshapeTo } from "../ops/linear/contract.ts";
import type { Derived, Node } from "../ir/node.ts";
import { isBatched, ownShape } from "../ir/shape.ts";
import type { Space } from "../ir/space.ts";
import { Builder } from "../notation/build.ts";
import { build } from "../notation/text.ts";
import { derived } from "../ops/index.ts";

/** Names of an operation's parameters bound to arguments. */
export function bind(parameters: readonly string[], args: readonly Node[]): Record<string, Node> {
  return Object.fromEntries(args.map((arg, k) => [(parameters[k] as string).replace(/[?*]$/, ""), arg]));
}

/** A value reduced along `dimensions` of something of rank `rank`, with extents of 1 put where they were; leading dimensions stay. */
export function keepDimensions(space: Space, reduced: Node, rank: number, dimensions: readonly number[]): Node {
  const own = [...ownShape(reduced.shape)];
  const lead = own.length - (rank - dimensions.length);
  const kept = Array.from({ length: rank }, (_, k) => (dimensions.includes(k - rank) ? 1 : (own.splice(lead, 1)[0] as number)));
  return reshapeTo(space, reduced, [...own.slice(0, lead), ...kept]);
}

/** What a derived operation stands for. */
export function expandDerived(space: Space, node: Derived): Node {
  const operation = derived(node.op);
  const whole = build(new Builder(space, { along: node.dimensions }), operation.formula, bind(operation.parameters, node.args));
  const result = operation.result === "reduced" ? reshapeTo(space, whole, ownShape(node.shape)) : whole;
  if (isBatched(result.shape) !== isBatched(node.shape)) throw new Error(`${node.op}: its formula changes what depends on the example`);
  return result;
}
