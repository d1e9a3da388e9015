import { isAccess, sumsExamples } from "../ir/contraction.ts";
import type { Node } from "../ir/node.ts";
import { isBatched, ownShape, sizeOf, type Extent } from "../ir/shape.ts";
import { reachable } from "../ir/space.ts";
import { scatters } from "./solving.ts";

interface Use {
  /** Reading it where it is needed would compute an element more than once. */
  readonly repeats: boolean;
  /** The user is an elementwise operation that reads each element in its place. */
  readonly elementwise: boolean;
}

const ownSize = (box: readonly Extent[]): number => box.reduce<number>((size, extent) => (extent === "n" ? size : size * extent), 1);

/**
 * Which values get memory of their own; all others are computed where they are used. A value is stored where it has a
 * name, is used twice, is what a delay delays, or would be computed twice in a loop of its user.
 */
export function storedNodes(roots: readonly Node[], named: ReadonlySet<Node>): ReadonlySet<Node> {
  const nodes = reachable(roots);
  const uses = new Map<Node, Use[]>(nodes.map((node) => [node, []]));
  const stored = new Set(nodes.flatMap((node) => (node.kind === "delay" ? [node.knot.next as Node] : [])));
  const give = (to: Node, use: Use): void => void uses.get(to)?.push(use);
  for (const node of nodes.toReversed()) {
    const own = uses.get(node) as Use[];
    if (isConstantOrLeaf(node)) continue;
    if (node.kind === "delay") {
      give(node.args[0] as Node, { repeats: false, elementwise: true });
      continue;
    }
    const transparent = isAccess(node) && !stored.has(node);
    if (!transparent && needsStorage(node, own, named)) stored.add(node);
    if (transparent) {
      const [arg] = node.args as readonly [Node];
      const repeats = ownSize(node.box) > sizeOf(ownShape(arg.shape)) || (isBatched(node.box) && !isBatched(arg.shape));
      for (const use of own) give(arg, { repeats: repeats || use.repeats, elementwise: false });
      if (own.length === 0) give(arg, { repeats, elementwise: false });
      for (const leaf of node.args.slice(1)) give(leaf, { repeats: true, elementwise: false });
      continue;
    }
    for (const arg of node.args) give(arg, useBy(node, arg));
    if (node.kind === "view" && !hasItsNumbers(node.args[0] as Node)) stored.add(node.args[0] as Node);
  }
  return stored;
}

const isConstantOrLeaf = (node: Node): boolean => node.kind === "leaf" || node.kind === "fill" || node.kind === "literal";

/** Whether the numbers lie in memory as they are, or one follows from its position alone; the rows of a label do not. */
const hasItsNumbers = (node: Node): boolean => isConstantOrLeaf(node) && !(node.kind === "leaf" && node.role === "label" && ownShape(node.shape).length > 1);

function needsStorage(node: Node, uses: readonly Use[], named: ReadonlySet<Node>): boolean {
  if (node.kind === "view") return false;
  if (named.has(node) || sumsExamples(node) || scatters(node) || uses.length > 1) return true;
  const [use] = uses;
  if (use === undefined) return false;
  return use.repeats || (node.kind !== "pointwise" && !use.elementwise);
}

function useBy(node: Node, arg: Node): Use {
  switch (node.kind) {
    case "pointwise":
      return { repeats: false, elementwise: true };
    case "contraction":
    case "reduction":
      return { repeats: ownSize(node.box) > sizeOf(ownShape(arg.shape)) || (node.box.includes("n") && !isBatched(arg.shape)), elementwise: false };
    case "view":
    case "derived":
    case "delay":
    case "leaf":
    case "fill":
    case "literal":
      return { repeats: true, elementwise: false };
  }
}
