import type { Node } from "../ir/node.ts";
import { isBatched, ownShape, withBatch } from "../ir/shape.ts";
import { reachable, type Space } from "../ir/space.ts";
import { Builder } from "../notation/build.ts";
import { broadcast, sumExamples } from "../ops/linear/contract.ts";
import { pullBack, type Contribution } from "./rules.ts";

/**
 * Reverse mode in one pass: from the last node to the first, each hands its cotangent on to its arguments, where
 * contributions add up. A cotangent has the shape of its primal, with the dimensions of the seed that the output lacks in front.
 * @returns the cotangent of every node between the variables and the output.
 */
export function sweep(space: Space, output: Node, seed: Node, variables: readonly Node[]): ReadonlyMap<Node, Node> {
  const builder = new Builder(space);
  const lead = ownShape(seed.shape).slice(0, seed.shape.length - output.shape.length);
  const wanted = new Set(variables);
  const order = reachable([output]);
  const active = new Set<Node>();
  for (const node of order) if (wanted.has(node) || node.args.some((arg) => active.has(arg))) active.add(node);
  const cotangents = new Map<Node, Node>(active.has(output) ? [[output, seed]] : []);
  const hand = (from: Node, { to, cotangent, rule }: Contribution): void => {
    const fitted = fit(space, cotangent, to, lead);
    const known = cotangents.get(to);
    const sum = known === undefined ? fitted : builder.apply("add", [known, fitted]);
    space.note(fitted, { rule, primal: from });
    if (known !== undefined) space.note(sum, { rule: "sum over every use of the value", primal: to });
    cotangents.set(to, sum);
  };
  for (const node of order.toReversed()) {
    const cotangent = cotangents.get(node);
    if (cotangent === undefined) continue;
    for (const contribution of pullBack(space, node, cotangent, (arg) => active.has(arg))) hand(node, contribution);
  }
  return cotangents;
}

/** A contribution in the shape of the cotangent it adds to: summed over the examples where the primal is the same for all. */
function fit(space: Space, cotangent: Node, to: Node, lead: readonly number[]): Node {
  const summed = isBatched(cotangent.shape) && !isBatched(to.shape) ? sumExamples(space, cotangent) : cotangent;
  return broadcast(space, summed, withBatch([...lead, ...ownShape(to.shape)], isBatched(to.shape)));
}
