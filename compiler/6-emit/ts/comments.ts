import type { Graph } from "../../ir/graph.ts";
import type { Step } from "../../ir/program.ts";

/** The mathematics of the network, forward and backward, for the head of the module. */
export function mathematics(graph: Graph): readonly string[] {
  return [...graph.spec.statements.values()].map((s) => s.text);
}

/** What a step computes and where it comes from: the spec's line, or the rule. */
export function stepComment(graph: Graph, step: Step): readonly string[] {
  return [`${step.target.name} ${graph.space.originsOf(step.node).map((o) => o.rule ?? "").join(" ")}`];
}
