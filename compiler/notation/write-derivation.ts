import { NameError } from "../diagnostics.ts";
import { trainedParameters, type Graph } from "../ir/graph.ts";
import type { Node } from "../ir/node.ts";
import { backpropagationEquations } from "./backpropagation.ts";
import { givens, headingOf, row, section } from "./write-graph.ts";
import { linesOf, type Heading, type Line } from "./write-lines.ts";

/** Names that a derivation can be asked for: `h`, `dW1`. */
export const derivable = (graph: Graph): readonly string[] => [...new Set([...linesOf(graph).map((line) => line.name), ...trainedParameters(graph.spec).map((p) => p.name), ...graph.spec.columns.map((c) => c.name)])];

/**
 * How one value comes about: only what makes it, in order, each step with the rule that it follows. `of` is a name of the
 * spec, or `d` before one for its gradient.
 * @throws NameError where nothing has that name.
 */
export function writeDerivation(graph: Graph, of: string): string {
  const lines = linesOf(graph);
  const named = (name: string): Line | undefined => lines.find((line) => line.name === name && line.heading !== "loss") ?? lines.find((line) => line.name === name);
  const target = named(of) ?? (of.includes(",") ? named(`d${of.replace(",", "/d")}`) : undefined);
  const leaf = target === undefined ? leafNamed(graph, of) : undefined;
  if (leaf !== undefined) return `${given(graph, (node) => node === leaf)}\n`;
  if (target === undefined) throw new NameError(`${graph.spec.source.file} has no value named ${of}; it has ${derivable(graph).join(", ")}`, of, derivable(graph));
  return `${title(graph, target)}\n\n${writeSteps(graph, lines, [target])}`;
}

/** What makes some lines of a graph, themselves included: what is given, then section by section. */
export function writeSteps(graph: Graph, lines: readonly Line[], targets: readonly Line[]): string {
  const { steps, leaves } = stepsOf(lines, targets);
  const equations = backpropagationEquations(graph);
  const chain = headings.map((heading) => {
    const own = steps.filter((line) => line.heading === heading);
    return section(headingOf(graph, heading, own), own.map((line) => row(graph, line, equations)));
  });
  return [given(graph, (node) => leaves.has(node)), ...chain].filter((text) => text !== "").join("\n\n") + "\n";
}

const headings: readonly Heading[] = ["forward", "loss", "backward", "second", "jacobian", "update"];

const given = (graph: Graph, isUsed: (node: Node) => boolean): string => givens(graph, isUsed).filter((text) => text !== "").join("\n\n");

const leafNamed = (graph: Graph, name: string): Node | undefined => [...graph.spec.parameters, ...graph.spec.columns, ...graph.spec.hypers].find((declared) => declared.name === name)?.node;

function title(graph: Graph, target: Line): string {
  const losses = graph.roots.filter((root) => root.role === "loss").map((root) => root.name).join(" + ");
  if (target.heading === "second") return `${target.name}: a second derivative`;
  if (target.heading === "jacobian") return `${target.name}: the derivative of an output`;
  if (target.heading !== "backward" || target.root === undefined) return target.name;
  return target.root.role === "gradient" ? `${target.name} = ∂${losses.includes("+") ? `(${losses})` : losses}/∂${target.root.name}, the gradient with respect to ${target.root.name}` : `${target.name}: how ${losses} changes with ${target.root.name}`;
}

/** The lines that some are made from, themselves included, and the values given from outside. */
function stepsOf(lines: readonly Line[], targets: readonly Line[]): { readonly steps: readonly Line[]; readonly leaves: ReadonlySet<Node> } {
  const byName = new Map(lines.filter((line) => line.heading !== "loss").map((line) => [line.name, line]));
  const wanted = new Set<Line>(targets);
  const leaves = new Set<Node>();
  const stack: { readonly node: Node; readonly line: Line; readonly root: boolean }[] = targets.map((target) => ({ node: target.node, line: target, root: true }));
  const seen = new Map<Line, Set<Node>>();
  while (stack.length > 0) {
    const { node, line, root } = stack.pop() as (typeof stack)[number];
    const visited = seen.get(line) ?? new Set<Node>();
    seen.set(line, visited);
    if (visited.has(node)) continue;
    visited.add(node);
    if (node.kind === "leaf") leaves.add(node);
    const name = line.names.get(node);
    const other = name === undefined || (root && name === line.name) ? undefined : byName.get(name);
    if (other !== undefined && other !== line) {
      if (!wanted.has(other)) stack.push({ node: other.node, line: other, root: true });
      wanted.add(other);
      continue;
    }
    for (const arg of node.args) stack.push({ node: arg, line, root: false });
  }
  return { steps: lines.filter((line) => wanted.has(line)), leaves };
}
