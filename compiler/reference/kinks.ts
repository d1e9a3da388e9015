import type { Node, Reduction } from "../ir/node.ts";
import { dependents, reachable } from "../ir/space.ts";
import { pointwise } from "../ops/index.ts";
import { isStep } from "../ops/step.ts";
import { eachReduced, evaluate, type Point } from "./evaluate.ts";

/**
 * How near the values come to a kink or jump: of pointwise operations by what they state, of reductions by the gap between
 * the two most extreme elements. `of`: only nodes that depend on these count. Infinity where nothing kinks.
 */
export function kinkDistance(roots: readonly Node[], point: Point, of?: Iterable<Node>): number {
  const values = evaluate(roots, point);
  const varying = of === undefined ? null : dependents(roots, of);
  let distance = Infinity;
  for (const node of reachable(roots)) {
    if (varying !== null && !varying.has(node)) continue;
    const args = node.args.map((arg) => values.get(arg)!);
    if (node.kind === "reduction" && node.op !== "prod") distance = Math.min(distance, gap(node, args[0]!, point));
    if (node.kind !== "pointwise") continue;
    const operation = pointwise(node.op);
    // Steps jump where they are made, which counts there; between jumps they may well be equal.
    if (operation.kinks === undefined || node.args.every(isStep)) continue;
    for (let i = 0; i < values.get(node)!.length; i++) {
      const found = operation.kinks(...args.map((arg) => arg[i]!));
      if (found < distance) distance = found;
    }
  }
  return distance;
}

/** The smallest gap between the most extreme element and the next, over all elements of the result. */
function gap(node: Reduction, arg: Float64Array, point: Point): number {
  const sign = node.op === "min" || node.op === "argmin" ? -1 : 1;
  let [smallest, best, second] = [Infinity, -Infinity, -Infinity];
  const close = (): void => {
    if (second > -Infinity) smallest = Math.min(smallest, best - second);
  };
  eachReduced(node, arg, point, (_, position, element) => {
    if (position === 0) {
      close();
      [best, second] = [-Infinity, -Infinity];
    }
    const value = sign * element;
    if (value > best) [best, second] = [value, best];
    else if (value > second) second = value;
  });
  close();
  return smallest;
}
