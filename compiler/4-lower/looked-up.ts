import { isScatter } from "../ir/contraction.ts";
import { updatesOf, type Graph, type Root } from "../ir/graph.ts";
import type { Contraction, Node } from "../ir/node.ts";
import { reachable } from "../ir/space.ts";

/** A parameter that a step updates only where its examples looked it up. */
export interface LookedUp {
  readonly parameter: string;
  /** What becomes of it and of its states: at each element of them alone. */
  readonly update: readonly Root[];
  /** What the examples add up for the update, and the scatters that each of these sums has. */
  readonly sums: ReadonlyMap<Node, readonly Contraction[]>;
  /** What is computed at an element on the way. */
  readonly parts: readonly Node[];
  /** What the update reads besides: the same at every element. */
  readonly common: readonly Node[];
}

/**
 * The parameters that need be updated only where an example looked them up: an update leaves them alone elsewhere, it
 * works element by element, and nothing else asks for what the examples scatter, as a norm of all gradients would.
 */
export function lookedUp(graph: Graph, roots: readonly Root[], leftAlone: ReadonlySet<string>): readonly LookedUp[] {
  let found = updatesOf(graph).filter(([{ name }]) => leftAlone.has(name)).flatMap((update) => readingOf(update) ?? []);
  for (;;) {
    const needed = new Set(neededBeside(found, roots));
    const alone = found.filter(({ sums }) => [...sums.values()].flat().every((scatter) => !needed.has(scatter)));
    if (alone.length === found.length) return alone;
    found = alone;
  }
}

/** Every node that a function computes beside the sums and updates of what is looked up, arguments first. */
export function neededBeside(found: readonly LookedUp[], roots: readonly Root[]): readonly Node[] {
  const apart = new Set(found.flatMap(({ update }) => update));
  const others = roots.filter((root) => !apart.has(root)).map((root) => root.node);
  return reachable([...others, ...found.flatMap(({ sums, common }) => [...common, ...[...sums.values()].flat().flatMap((scatter) => scatter.args)])]);
}

/** What an update reads; null where it does more than work element by element on its own numbers, on scatters and on common ones. */
function readingOf(update: readonly [Root, ...Root[]]): LookedUp | null {
  const own = new Set(update.map((root) => root.name));
  const results = new Set(update.map((root) => root.node));
  const parts = new Set<Node>();
  const sums = new Map<Node, readonly Contraction[]>();
  const common = new Set<Node>();
  const seen = new Set<Node>();
  const reads = (node: Node): boolean => {
    if (seen.has(node)) return true;
    seen.add(node);
    const scatters = scattersOf(node);
    if (scatters !== null) sums.set(node, scatters);
    else if (isCommon(node)) common.add(node);
    else if (node.kind === "leaf") return own.has(node.name);
    else {
      if (!results.has(node)) parts.add(node);
      return node.kind === "pointwise" && node.args.every(reads);
    }
    return true;
  };
  return update.every((root) => reads(root.node)) && sums.size > 0 ? { parameter: update[0].name, update, sums, parts: [...parts], common: [...common] } : null;
}

/** Whether a value is as it is before the update: it depends on no parameter, no state and no scatter. */
const isCommon = (node: Node): boolean => reachable([node]).every((part) => !isScatter(part) && !(part.kind === "leaf" && (part.role === "param" || part.role === "state")));

/** The scatters that a value is the sum of; null for any other value. */
function scattersOf(node: Node): readonly Contraction[] | null {
  if (isScatter(node)) return [node];
  if (node.kind !== "pointwise" || node.op !== "add") return null;
  const parts = node.args.map(scattersOf);
  return parts.every((part) => part !== null) ? parts.flat() : null;
}
