import { isScatter } from "../ir/contraction.ts";
import { rootsOf, updatesOf, type Graph } from "../ir/graph.ts";
import { reachable } from "../ir/space.ts";
import { Rewriter, rewritten, type Rule } from "../rewrite/rewrite.ts";

const nothing: Rule = {
  text: "where no example points, what the examples scatter is 0",
  stable: false,
  apply: (space, node) => (isScatter(node) ? space.fill(0, node.shape) : null),
};

/** The graph with parameters and states as an update leaves them where no example looked them up; empty where none is looked up. */
export function atRest(graph: Graph): Graph {
  const roots = rootsOf(graph, "parameter", "state");
  if (!reachable(roots.map((root) => root.node)).some(isScatter)) return { ...graph, roots: [] };
  return rewritten({ ...graph, roots }, new Rewriter(graph.space, () => [nothing]));
}

/** Of a simplified graph at rest: the parameters that an update leaves alone, and their states with them. */
export const leftAlone = (rested: Graph): ReadonlySet<string> =>
  new Set(updatesOf(rested).filter((update) => update.every(({ node, name }) => node.kind === "leaf" && node.name === name)).map(([{ name }]) => name));
