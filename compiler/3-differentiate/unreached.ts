import type { Diagnostic } from "../diagnostics.ts";
import type { Graph } from "../ir/graph.ts";
import type { Node } from "../ir/node.ts";
import { reachable } from "../ir/space.ts";
import { signOf } from "../notation/write-pointwise.ts";

/** The warning that the loss has no slope in a variable: it is not used, or only through operations whose derivative is 0. */
export function unreached(graph: Graph, name: string, variable: Node, total: Node, cotangents: ReadonlyMap<Node, Node>): Diagnostic {
  const { source, statements } = graph.spec;
  const line = statements.get(name)?.line ?? 1;
  const start = source.text.split("\n").slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
  const through = cuts(variable, total, cotangents);
  const because = through.length === 0
    ? { message: "the loss does not use it, so training leaves it as it is", hint: "leave it out, or use it in what the loss is of" }
    : { message: `the loss depends on it only through ${listed(through)}, whose derivative is 0, so training leaves it as it is`, hint: "to train it, put something smooth in the place: sigmoid for a threshold, softmax for the largest" };
  return { code: "zero-gradient", severity: "warning", span: { start, end: start + name.length }, ...because };
}

/** The operations between a variable and the loss that have a cotangent and hand none on. */
function cuts(variable: Node, total: Node, cotangents: ReadonlyMap<Node, Node>): readonly string[] {
  const dependent = new Set([variable]);
  const found = new Set<string>();
  for (const node of reachable([total])) {
    const args = node.args.filter((arg) => dependent.has(arg));
    if (args.length === 0) continue;
    dependent.add(node);
    if (cotangents.has(node) && args.every((arg) => !cotangents.has(arg))) found.add(node.kind === "pointwise" ? signOf(node.op) : node.kind === "reduction" ? node.op : node.kind);
  }
  return [...found];
}

const listed = (names: readonly string[]): string => (names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`);
