import type { Delay, Node } from "../ir/node.ts";
import { isBatched, ownShape, withBatch } from "../ir/shape.ts";
import { dependents, reachable, type Space } from "../ir/space.ts";
import { Builder } from "../notation/build.ts";
import { broadcast, sumExamples } from "../ops/linear/contract.ts";
import { pullBack, type Contribution } from "./rules.ts";

/**
 * Reverse mode in one pass: from the last node to the first, each hands its cotangent on to its arguments, where
 * contributions add up. A cotangent has the shape of its primal, with the dimensions of the seed that the output lacks in front.
 * What a delay delays gets the cotangent of the delay one time step later: a delay that runs the other way.
 * @returns the cotangent of every node between the variables and the output.
 */
export function sweep(space: Space, output: Node, seed: Node, variables: readonly Node[]): ReadonlyMap<Node, Node> {
  const builder = new Builder(space);
  const lead = ownShape(seed.shape).slice(0, seed.shape.length - output.shape.length);
  const order = reachable([output]);
  const active = dependents([output], variables);
  const delays = order.filter((node): node is Delay => node.kind === "delay" && active.has(node));
  const returning = new Map(delays.map((delay) => [delay, later(space, delay, lead)]));
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
    for (const [delay, cotangent] of returning) if (delay.knot.next === node) hand(delay, { to: node, cotangent, rule: "through time: the cotangent of the next step" });
    const cotangent = cotangents.get(node);
    if (cotangent === undefined) continue;
    for (const contribution of pullBack(space, node, cotangent, (arg) => active.has(arg))) hand(node, contribution);
  }
  for (const [delay, back] of returning) space.tie(back, cotangents.get(delay) ?? space.fill(0, back.shape));
  return cotangents;
}

/** The cotangent of a delay one time step later, which is yet to be found; 0 after the last step. */
function later(space: Space, delay: Delay, lead: readonly number[]): Delay {
  const init = delay.args[0] as Node;
  const zero = space.fill(0, withBatch([...lead, ...ownShape(init.shape)], isBatched(init.shape)));
  return space.delay(zero, delay.direction === "forward" ? "backward" : "forward", lead.length + delay.axis, delay.shape[delay.axis + (isBatched(delay.shape) ? 1 : 0)] as number);
}

/** A contribution in the shape of the cotangent it adds to: summed over the examples where the primal is the same for all. */
function fit(space: Space, cotangent: Node, to: Node, lead: readonly number[]): Node {
  const summed = isBatched(cotangent.shape) && !isBatched(to.shape) ? sumExamples(space, cotangent) : cotangent;
  return broadcast(space, summed, withBatch([...lead, ...ownShape(to.shape)], isBatched(to.shape)));
}
