import type { Graph } from "../ir/graph.ts";
import type { Fill } from "../ir/node.ts";
import { rational } from "../ir/rational.ts";
import { fold } from "../ops/fold.ts";
import { atInference, differAtInference } from "../ops/inference.ts";
import { Rewriter, rewritten, type Rule } from "../rewrite/rewrite.ts";

const asInferred: Rule = { text: "at inference nothing is dropped, and statistics are the running ones", stable: false, apply: (_space, node) => atInference(node) };

const middle: Rule = {
  text: "at inference a draw is its middle",
  stable: false,
  apply: (space, node) => (node.kind === "leaf" && node.role === "noise" ? space.fill(rational(1, 2), node.shape) : null),
};

const folded: Rule = {
  text: "an operation on numbers is a number",
  stable: false,
  apply: (space, node) => (node.kind === "pointwise" && node.args.every((arg): arg is Fill => arg.kind === "fill") ? space.fill(fold(node.op, node.args.map(({ value }) => value)), node.shape) : null),
};

/** The graph as inference computes it, without random draws and statistics of a batch. What draws decide goes first: it is told by them. */
export function inferred(graph: Graph): Graph {
  if (!differAtInference(graph.roots.map((root) => root.node))) return graph;
  return [[asInferred], [middle, folded]].reduce((from, rules) => rewritten(from, new Rewriter(from.space, () => rules)), graph);
}
