import type { Delay, Node } from "./node.ts";
import { partsOf } from "./space.ts";

/** Nodes that go round: each is made, time step by time step, of the others a step before. */
export interface Round {
  /** What takes values from one time step to the next; all in one direction, along dimensions of one extent. */
  readonly delays: readonly Delay[];
  /** All of them in order of a time step; a recurrence within one is a round of its own. */
  readonly items: readonly Item[];
}

export type Item = Node | Round;

export const isRound = (item: Item): item is Round => "items" in item;

/** The nodes of items, those of rounds included, in order. */
export const nodesIn = (items: readonly Item[]): readonly Node[] => items.flatMap((item) => (isRound(item) ? nodesIn(item.items) : [item]));

/** How many time steps a round takes, and which way. */
export function timeOf({ delays: [delay] }: Round): { readonly extent: number; readonly direction: Delay["direction"] } {
  const { shape, axis, direction } = delay as Delay;
  return { extent: shape[axis + (shape[0] === "n" ? 1 : 0)] as number, direction };
}

/**
 * Nodes in an order in which they can be computed, as near to the given one as may be: `nodes` are everything that some
 * roots reach, arguments before what uses them, except that a delay stands before what it delays.
 */
export const inRounds = (nodes: readonly Node[]): readonly Item[] => arranged(nodes, new Set());

function arranged(nodes: readonly Node[], cut: ReadonlySet<Node>): readonly Item[] {
  const inside = new Set(nodes);
  const parts = (node: Node): readonly Node[] => (cut.has(node) ? node.args : partsOf(node)).filter((part) => inside.has(part));
  const roundOf = new Map<Node, ReadonlySet<Node>>();
  for (const node of nodes) {
    if (node.kind !== "delay" || cut.has(node) || roundOf.has(node)) continue;
    const round = goingRound(node, nodes, parts);
    for (const member of round) roundOf.set(member, round);
  }
  const items: Item[] = [];
  const placed = new Set<Node>();
  const place = (node: Node): void => {
    if (placed.has(node)) return;
    const round = roundOf.get(node);
    const members = round === undefined ? [node] : nodes.filter((member) => round.has(member));
    for (const member of members) placed.add(member);
    for (const member of members) for (const part of parts(member)) place(part);
    items.push(round === undefined ? node : roundWith(members, cut));
  };
  for (const node of nodes) place(node);
  return items;
}

/** The nodes that a delay depends on and that depend on it; none where what it delays does not come of it. */
function goingRound(delay: Node, nodes: readonly Node[], parts: (node: Node) => readonly Node[]): ReadonlySet<Node> {
  const behind = new Set<Node>();
  for (const stack = [delay]; stack.length > 0; ) {
    const node = stack.pop() as Node;
    if (behind.has(node)) continue;
    behind.add(node);
    stack.push(...parts(node));
  }
  const ahead = new Set<Node>([delay]);
  for (let before = 0; before !== ahead.size; ) {
    before = ahead.size;
    for (const node of nodes) if (parts(node).some((part) => ahead.has(part))) ahead.add(node);
  }
  const round = new Set([...behind].filter((node) => ahead.has(node)));
  return round.size > 1 ? round : new Set();
}

/** The outermost time of a round is that of the dimension farthest out. */
function roundWith(members: readonly Node[], cut: ReadonlySet<Node>): Round {
  const all = members.filter((node): node is Delay => node.kind === "delay" && !cut.has(node));
  const outermost = Math.min(...all.map((delay) => delay.axis));
  const delays = all.filter((delay) => delay.axis === outermost);
  return { delays, items: arranged(members, new Set([...cut, ...delays])) };
}
