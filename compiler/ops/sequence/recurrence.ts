import type { Node } from "../../ir/node.ts";
import { Misuse } from "../../ir/op.ts";
import { describeShape, isBatched, ownShape, sameShape, withBatch } from "../../ir/shape.ts";
import type { Space } from "../../ir/space.ts";
import { broadcast, repeatedOver } from "../linear/contract.ts";
import { overTime } from "./over-time.ts";

/**
 * The states h[t] = step(h[t − 1], X[t]) for all t, along a new first dimension: `init` stands for the state before the first,
 * X[t] is row t of `sequence`. Every value of the step is one value over time, so that what does not need the state
 * before is computed for all time steps at once; the state before is a delay.
 */
export function recurrence(space: Space, step: (state: Node, row: Node) => Node, init: Node, sequence: Node): Node {
  const [extent, ...row] = ownShape(sequence.shape);
  if (extent === undefined) throw new Misuse("shape-mismatch", "a scalar has no rows to go through", "take a vector, whose elements arrive one by one, or a matrix, whose rows do", 2);
  const own = ownShape(init.shape);
  const element = space.bound(withBatch(row, isBatched(sequence.shape)));
  let state = space.bound(withBatch(own, isBatched(init.shape) || isBatched(sequence.shape)));
  let result = step(state, element);
  if (isBatched(result.shape) && !isBatched(state.shape)) {
    state = space.bound(withBatch(own, true));
    result = step(state, element);
  }
  if (!sameShape(ownShape(result.shape), own)) throw new Misuse("state-shape", `the state is ${describeShape(init.shape)} at first and ${describeShape(result.shape)} after a step`, `the function has to give a state of the shape that it takes; where the first one is at fault, begin with ${zerosOf(ownShape(result.shape))}`, 1);
  // Before the only step, and wherever it stays as it is, the state is what it begins with.
  const first = repeatedOver(space, broadcast(space, init, state.shape), 0, extent);
  if (result === state) return first;
  if (extent === 1) return broadcast(space, overTime(space, result, new Map([[state, first], [element, sequence]]), extent), first.shape);
  const delay = space.delay(broadcast(space, init, state.shape), "forward", 0, extent);
  const next = broadcast(space, overTime(space, result, new Map([[state, delay], [element, sequence]]), extent), delay.shape);
  space.tie(delay, next);
  return next;
}

const zerosOf = (own: readonly number[]): string => (own.length === 0 ? "0" : `zeros(${own.join(", ")})`);
