import { expansionRule } from "../2-simplify/expansion.ts";
import { differentiate } from "../3-differentiate/differentiate.ts";
import { withSecondDerivatives, withSlopes, type SecondOptions } from "../3-differentiate/second.ts";
import type { Graph } from "../ir/graph.ts";
import { Rewriter, rewritten } from "../rewrite/rewrite.ts";

/** A parsed graph with cotangents and nothing simplified; only operations without a rule of their own stand as their formula. */
export const unsimplified = (parsed: Graph, wrt: { readonly wrt?: readonly string[] } = {}): Graph => differentiate(expanded(parsed), wrt);

/** The same with second derivatives. */
export const unsimplifiedTwice = (parsed: Graph, options: SecondOptions): Graph => withSecondDerivatives(expanded(withSlopes(unsimplified(parsed, options), options)), options);

function expanded(graph: Graph): Graph {
  const rewriter = new Rewriter(graph.space, () => [expansionRule("without-vjp")]);
  return rewritten(graph, rewriter);
}
