import type { Graph } from "../../ir/graph.ts";
import type { Node } from "../../ir/node.ts";
import type { Step } from "../../ir/program.ts";
import { nameNodes } from "../../notation/naming.ts";
import { backpropagationEquations } from "../../notation/backpropagation.ts";
import { writeEquation } from "../../notation/write-equation.ts";
import { reasonOf, writeGraph } from "../../notation/write-graph.ts";
import { linesOf } from "../../notation/write-lines.ts";

/** The mathematics of the network, forward and backward, for the head of the module. */
export const mathematics = (graph: Graph): readonly string[] => writeGraph(graph).trimEnd().split("\n");

/** Longer formulas are cut: the code below them says the same. */
const widest = 140;

/** For each step what it computes and where that comes from: the spec's line, or the rule of differentiation. */
export function stepComments(graph: Graph): (step: Step) => readonly string[] {
  const names = nameNodes(graph);
  const equations = backpropagationEquations(graph);
  const reasons = new Map<Node, string>();
  for (const line of linesOf(graph)) if (!reasons.has(line.node)) reasons.set(line.node, reasonOf(graph, line, equations));
  return ({ node, target }) => {
    const { role, name } = target.result ?? {};
    const label = names.get(node) ?? (role === "gradient" ? `d${name}` : role === "parameter" || role === "state" ? `new ${name}` : target.name);
    const { left, operator, right } = writeEquation(label, node, names);
    const equation = [...`${left} ${operator} ${right}`];
    const text = equation.length > widest ? `${equation.slice(0, widest).join("")} …` : equation.join("");
    const why = (reasons.get(node) ?? "").split("; ")[0] as string;
    return [why === "" ? text : `${text}   [${why}]`];
  };
}
