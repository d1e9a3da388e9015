import { Source } from "../../compiler/diagnostics.ts";
import { rootsOf, type Graph } from "../../compiler/ir/graph.ts";
import { parse } from "../../compiler/1-parse/parse.ts";
import { expansionRule } from "../../compiler/2-simplify/expansion.ts";
import { simplify } from "../../compiler/2-simplify/simplify.ts";
import { differentiate } from "../../compiler/3-differentiate/differentiate.ts";
import type { CheckedGraphs, Emitted } from "../../compiler/reference/check.ts";
import { evaluate, type Point } from "../../compiler/reference/evaluate.ts";
import { Rewriter, rewritten } from "../../compiler/rewrite/rewrite.ts";

export const read = (text: string, wrt: readonly string[] = []): Graph => parse(new Source(text, "test.grad"), { wrt });

/** Both readings of a spec that `check` wants: nothing simplified. */
export function graphsOf(text: string, wrt?: readonly string[]): CheckedGraphs {
  const parsed = read(text, wrt);
  const rewriter = new Rewriter(parsed.space, () => [expansionRule("without-vjp")]);
  const expanded = rewritten(parsed, rewriter);
  return { parsed, differentiated: differentiate(expanded, wrt === undefined ? {} : { wrt }) };
}

/** The graph that lowering would get: simplified at every stage. */
export function simplified(text: string): Graph {
  const whole = simplify(read(text), { expand: "without-vjp" }).graph;
  return simplify(simplify(differentiate(whole)).graph, { expand: "all" }).graph;
}

/** In place of emitted code: a graph's loss, outputs and derivatives by the reference evaluator. */
export function evaluated(graph: Graph): (point: Point) => Emitted {
  return (point) => {
    const roots = rootsOf(graph, "total", "gradient", "jacobian");
    const { noise: _noise, ...inference } = point;
    const values = evaluate(roots.map((root) => root.node), point);
    const predicted = evaluate(rootsOf(graph, "output").map((root) => root.node), inference);
    const named = (from: typeof values, ...roles: Parameters<typeof rootsOf>[1][]): Record<string, Float64Array> => Object.fromEntries(rootsOf(graph, ...roles).map((root) => [root.name, from.get(root.node)!]));
    const total = rootsOf(graph, "total")[0];
    return { gradients: named(values, "gradient", "jacobian"), outputs: named(predicted, "output"), ...(total === undefined ? {} : { loss: values.get(total.node)![0]! }) };
  };
}
