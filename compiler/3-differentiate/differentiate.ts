import type { Diagnostic } from "../diagnostics.ts";
import { rootsOf, trainedParameters, type Graph, type Root } from "../ir/graph.ts";
import type { Node } from "../ir/node.ts";
import { withJacobian } from "./jacobian.ts";
import { sweep } from "./sweep.ts";
import { unreached } from "./unreached.ts";
import { usualVariables, variableNamed } from "./variables.ts";

export interface DifferentiateOptions {
  /** Parameters, inputs or named values; by default every parameter, or every input where there is no loss. */
  readonly wrt?: readonly string[];
}

/** The graph with the cotangents of the loss, or with the Jacobians of the outputs where there is no loss. */
export function differentiate(graph: Graph, options: DifferentiateOptions = {}): Graph {
  const { space, spec } = graph;
  const variable = (name: string): Node => variableNamed(graph, name);
  const wrt = options.wrt ?? usualVariables(graph);
  if (!spec.batched) return rootsOf(graph, "output").reduce((made, { name }) => withJacobian(made, { of: name, wrt }), graph);
  const total = rootsOf(graph, "total")[0]?.node as Node;
  const all = [...new Set([...wrt, ...trainedParameters(spec).map((parameter) => parameter.name)])];
  const cotangents = sweep(space, total, space.fill(1), all.map(variable));
  const warnings: Diagnostic[] = [];
  const gradients = wrt.map((name): Root => {
    const node = variable(name);
    const cotangent = cotangents.get(node);
    if (cotangent === undefined) warnings.push(unreached(graph, name, node, total, cotangents));
    return { role: "gradient", name, node: cotangent ?? space.fill(0, node.shape) };
  });
  const names = rootsOf(graph, "definition").flatMap(({ name, node }): Root[] => (cotangents.has(node) && node !== total ? [{ role: "cotangent", name, node: cotangents.get(node) as Node }] : []));
  return { ...graph, roots: [...graph.roots, ...names, ...gradients], warnings: [...graph.warnings, ...warnings] };
}
