import { at, shifted } from "../ir/affine.ts";
import type { Delay, Node } from "../ir/node.ts";
import { isBatched, ownShape } from "../ir/shape.ts";
import type { Space } from "../ir/space.ts";
import { Builder } from "../notation/build.ts";
import { contract, placeAt, repeatedOver } from "../ops/linear/contract.ts";

/**
 * Roots after a rewrite that took every delay for itself: where something that a delay is made of has changed, the delay
 * and all that uses it are made anew. `settled` gives what became of a node.
 */
export function retied(space: Space, roots: readonly Node[], settled: (node: Node) => Node): readonly Node[] {
  const nodes = reachableBy(roots, settled);
  const madeOf = (node: Node): readonly Node[] => (node.kind === "delay" ? [settled(node.args[0] as Node), nextOf(node, settled)] : node.args);
  const changed = new Set<Node>(nodes.filter((node) => node.kind === "delay" && (settled(node.args[0] as Node) !== node.args[0] || nextOf(node, settled) !== node.knot.next || nextOf(node, settled) === node || !comesOf(nextOf(node, settled), node, settled))));
  if (changed.size === 0) return roots;
  for (let before = 0; before !== changed.size; ) {
    before = changed.size;
    for (const node of nodes) if (madeOf(node).some((part) => changed.has(part))) changed.add(node);
  }
  const made = new Map<Node, Node>();
  const pending: { readonly delay: Delay; readonly next: Node }[] = [];
  const remake = (node: Node): Node => {
    if (!changed.has(node)) return node;
    const known = made.get(node);
    if (known !== undefined) return known;
    const result = node.kind === "delay" ? remakeDelay(node) : space.withArgs(node, node.args.map(remake));
    made.set(node, result);
    // The delay that one runs against is made anew as well.
    const origins = node.kind === "delay" ? space.originsOf(node).map((origin) => (origin.primal?.kind === "delay" ? { ...origin, primal: remake(origin.primal) } : origin)) : space.originsOf(node);
    if (space.originsOf(result).length === 0) space.note(result, ...origins);
    return result;
  };
  const remakeDelay = (delay: Delay): Node => {
    const next = nextOf(delay, settled);
    const init = remake(settled(delay.args[0] as Node));
    if (next === delay) return repeatedOver(space, init, delay.axis, extentOf(delay));
    if (!comesOf(next, delay, settled)) return shift(space, delay, init, remake(next));
    const again = space.delay(init, delay.direction, delay.axis, extentOf(delay));
    pending.push({ delay: again, next });
    return again;
  };
  const results = roots.map(remake);
  for (let one = pending.pop(); one !== undefined; one = pending.pop()) space.tie(one.delay, remake(one.next));
  return results;
}

const nextOf = (delay: Delay, settled: (node: Node) => Node): Node => settled(delay.knot.next as Node);

const extentOf = ({ shape, axis }: Delay): number => ownShape(shape)[axis] as number;

function reachableBy(roots: readonly Node[], settled: (node: Node) => Node): readonly Node[] {
  const seen = new Set<Node>();
  for (const stack = [...roots]; stack.length > 0; ) {
    const node = stack.pop() as Node;
    if (seen.has(node)) continue;
    seen.add(node);
    stack.push(...(node.kind === "delay" ? [settled(node.args[0] as Node), nextOf(node, settled)] : node.args));
  }
  return [...seen].sort((a, b) => a.id - b.id);
}

/** Whether what a delay delays is made of the delay itself. */
function comesOf(next: Node, delay: Delay, settled: (node: Node) => Node): boolean {
  return reachableBy([next], settled).includes(delay);
}

/** A delay of what does not go round is the same values one place on, behind (or before) what it begins with. */
function shift(space: Space, { direction, axis, shape }: Delay, init: Node, next: Node): Node {
  const lead = isBatched(shape) ? 1 : 0;
  const time = axis + lead;
  const extent = shape[time] as number;
  const back = direction === "forward" ? -1 : 1;
  const moved = contract(space, shape, shape, [next], [shape.map((_, k) => (k === time ? shifted(k, back) : at(k)))], shape.map((_, k) => at(k)));
  const first = placeAt(space, init, ownShape(shape), axis, direction === "forward" ? 0 : extent - 1);
  return new Builder(space).apply("add", [first, moved]);
}

