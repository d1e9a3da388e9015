import { NameError } from "../diagnostics.ts";
import { rootsOf, trainedParameters, type Graph } from "../ir/graph.ts";
import type { Node } from "../ir/node.ts";

/** What a name of the spec stands for. @throws NameError where nothing has it. */
export function valueNamed(graph: Graph, name: string): Node {
  const named = new Map(rootsOf(graph, "definition").map((root) => [root.name, root.node]));
  const node = named.get(name);
  if (node === undefined && graph.spec.statements.has(name)) throw new NameError(`${name} is a function of ${graph.spec.source.file}; name a value that is made with it`, name, []);
  if (node === undefined) throw new NameError(`${graph.spec.source.file} has no value named ${name}`, name, [...named.keys()]);
  return node;
}

/**
 * What a name of the spec stands for, as something to differentiate with respect to.
 * @throws NameError where nothing has the name, or what has it is whole numbers of the data.
 */
export function variableNamed(graph: Graph, name: string): Node {
  const node = valueNamed(graph, name);
  if (node.kind === "leaf" && (node.role === "label" || node.role === "index")) throw new NameError(`${name} is whole numbers of the data; nothing can be differentiated with respect to it`, name, []);
  return node;
}

/** What is differentiated with respect to where nothing else is asked for: every parameter, or every input where there is no loss but an input. */
export function usualVariables({ spec }: Graph): readonly string[] {
  const inputs = spec.batched ? [] : spec.columns.filter((column) => column.role === "input");
  return (inputs.length > 0 ? inputs : trainedParameters(spec)).map(({ name }) => name);
}
