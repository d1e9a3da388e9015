import type { Graph } from "../ir/graph.ts";
import type { Node } from "../ir/node.ts";
import { reachable, type Space } from "../ir/space.ts";
import { retied } from "./retie.ts";

/** One rewrite: what it makes of a node, or null where it does not apply. */
export interface Rule {
  readonly text: string;
  readonly stable: boolean;
  apply(space: Space, node: Node): Node | null;
}

/** A rule, the node it met and what it made of it. */
export interface Application {
  readonly rule: Rule;
  readonly before: Node;
  readonly after: Node;
}

/** More applications than this for one node means that rules undo each other. */
const fuel = 2_000;

/**
 * Rewrites from the leaves up until no rule applies anywhere. Rules look only downwards, so one pass over the old
 * nodes, with each result rewritten in turn, reaches the fixed point.
 */
export class Rewriter {
  readonly #space: Space;
  readonly #rulesFor: (node: Node) => readonly Rule[];
  readonly #done = new Map<Node, Node>();
  readonly applications: Application[] = [];

  constructor(space: Space, rulesFor: (node: Node) => readonly Rule[]) {
    this.#space = space;
    this.#rulesFor = rulesFor;
  }

  /** The nodes in their final form. What goes round is tied anew when all of it is settled, so they are given together. */
  rewrite(roots: readonly Node[]): readonly Node[] {
    for (const root of roots) for (const node of reachable([root])) this.#settle(node, { left: fuel });
    return retied(this.#space, roots.map((root) => this.#done.get(root) as Node), (node) => this.#done.get(node) ?? node);
  }

  #settle(node: Node, budget: { left: number }): Node {
    const known = this.#done.get(node);
    if (known !== undefined) return known;
    if (node.kind === "delay") {
      for (const arg of node.args) this.#settle(arg, budget);
      this.#done.set(node, node);
      return node;
    }
    let current = this.#space.withArgs(node, node.args.map((arg) => this.#settle(arg, budget)));
    if (current !== node) this.#carry(node, current);
    const settled = current === node ? undefined : this.#done.get(current);
    if (settled === undefined) {
      const step = this.#apply(current, budget);
      if (step !== null) current = this.#settle(step, budget);
    } else current = settled;
    this.#done.set(node, current);
    this.#done.set(current, current);
    return current;
  }

  #apply(node: Node, budget: { left: number }): Node | null {
    for (const rule of this.#rulesFor(node)) {
      const result = rule.apply(this.#space, node);
      if (result === null || result === node) continue;
      if (--budget.left < 0) throw new Error(`rewrites do not end; the last was ${rule.text}`);
      this.applications.push({ rule, before: node, after: result });
      this.#carry(node, result);
      return result;
    }
    return null;
  }

  /** What a node comes from, its successor comes from too, and so does what a factor or a sign was put before. */
  #carry(from: Node, to: Node): void {
    const origins = this.#space.originsOf(from);
    for (let part: Node | undefined = to; part !== undefined && part !== from && part.kind !== "leaf" && part.kind !== "fill"; part = withoutFactor(part)) {
      if (this.#space.originsOf(part).length === 0) this.#space.note(part, ...origins);
    }
  }
}

/** The graph with every root in its final form. */
export function rewritten(graph: Graph, rewriter: Rewriter): Graph {
  const nodes = rewriter.rewrite(graph.roots.map((root) => root.node));
  return { ...graph, roots: graph.roots.map((root, k) => ({ ...root, node: nodes[k] as Node })) };
}

/** What a node scales by one number, or negates; undefined for other nodes. */
function withoutFactor(node: Node): Node | undefined {
  if (node.kind !== "pointwise") return undefined;
  const [a, b] = node.args as readonly [Node, Node];
  if (node.op === "neg") return a;
  const isNumber = a.kind === "fill" || a.shape.length === 0 || (a.kind === "contraction" && a.args.length === 1 && a.args[0]?.shape.length === 0);
  return node.op === "mul" && isNumber && node.shape.length > 0 ? b : undefined;
}
