import { rootsOf, type Graph, type Root } from "../ir/graph.ts";
import type { Node } from "../ir/node.ts";
import { isBatched } from "../ir/shape.ts";
import { reachable } from "../ir/space.ts";
import { isAccess } from "../ir/contraction.ts";
import { backpropagationEquations } from "./backpropagation.ts";
import { nameNodes, parameterOf } from "./naming.ts";
import { Writer } from "./write-expression.ts";
import { termsOf } from "./write-stack.ts";

export type Heading = "forward" | "loss" | "backward" | "second" | "jacobian" | "update";

/** One equation of a graph. */
export interface Line {
  readonly heading: Heading;
  readonly name: string;
  readonly node: Node;
  /** Other names of nodes by which the right side may call its parts. */
  readonly names: ReadonlyMap<Node, string>;
  /** Why the node is kept; a part that only got a name has none. */
  readonly root?: Root;
  /** The value whose cotangent it is. */
  readonly of?: Node;
}

/** An unnamed part that is written so briefly gets no name of its own, however often it is used. */
const brief = 12;

/** Every named value as an equation over others, parts before what uses them. */
export function linesOf(graph: Graph): readonly Line[] {
  const wanted = wantedLines(graph);
  const forwardNames = namesOf(graph, wanted.filter((line) => line.heading === "forward"));
  const laterNames = new Map(forwardNames);
  for (const { heading, node, name } of wanted) if (heading !== "forward" && !isAtom(node) && !laterNames.has(node)) laterNames.set(node, name);
  const isForward = new Set(reachable(wanted.filter(isOfForwardPass).map((line) => line.node)));
  const isFirst = new Set(reachable(wanted.filter((line) => line.heading !== "second").map((line) => line.node)));
  const pending = new Map<Node, Line>();
  for (const line of wanted) {
    const names = isOfForwardPass(line) ? forwardNames : laterNames;
    if (line.heading !== "loss" && names.get(line.node) === line.name) pending.set(line.node, { ...line, names });
  }
  for (const { node, name } of errorsWithoutName(graph, laterNames)) {
    laterNames.set(node, name);
    pending.set(node, { heading: "backward", node, name, names: laterNames });
  }
  for (const { node, name } of sharedParts(graph, wanted, laterNames)) {
    laterNames.set(node, name);
    if (isForward.has(node)) forwardNames.set(node, name);
    pending.set(node, isForward.has(node) ? { heading: "forward", node, name, names: forwardNames } : { heading: isFirst.has(node) ? "backward" : "second", node, name, names: laterNames });
  }
  const lines: Line[] = [];
  const listed = new Set<string>();
  const push = (line: Line): void => {
    const key = `${line.heading} ${line.name}`;
    if (!listed.has(key)) lines.push(line);
    listed.add(key);
  };
  for (const line of wanted) {
    for (const part of reachable(line.node.args)) {
      const before = pending.get(part);
      if (before === undefined || (isOfForwardPass(line) && !isOfForwardPass(before))) continue;
      pending.delete(part);
      push(before.heading === "forward" && before.root === undefined && line.heading === "loss" ? { ...before, heading: "loss" } : before);
    }
    if (pending.get(line.node)?.name === line.name) pending.delete(line.node);
    push({ ...line, names: isOfForwardPass(line) ? forwardNames : laterNames });
  }
  return lines;
}

const isOfForwardPass = (line: { readonly heading: Heading }): boolean => line.heading === "forward" || line.heading === "loss";

/** What is written as briefly as a name: leaves, numbers, and numbers of the batch repeated, such as 1/m. */
function isAtom(node: Node): boolean {
  if (node.kind === "leaf" || node.kind === "fill") return true;
  const [arg] = node.args;
  if (isAccess(node)) return node.args.length === 1 && arg?.shape.length === 0 && isAtom(arg);
  return node.kind === "pointwise" && node.shape.length === 0 && node.args.every((x) => x.kind === "fill" || (x.kind === "leaf" && x.role === "count"));
}

/** Names of the forward pass, those of constants included. */
function namesOf(graph: Graph, lines: readonly Omit<Line, "names">[]): Map<Node, string> {
  const names = new Map<Node, string>();
  for (const { node, name } of lines) if (!isAtom(node) && !names.has(node)) names.set(node, name);
  const isTaken = graph.roots.some((root) => root.role === "definition" && root.name === "m");
  const count = isTaken ? reachable(graph.roots.map((root) => root.node)).find((node) => node.kind === "leaf" && node.role === "count") : undefined;
  if (count !== undefined) names.set(count, "batchSize");
  return names;
}

interface Part {
  readonly node: Node;
  readonly name: string;
}

/** Errors of layers that the spec gives no name to: δ1, δ2 … */
function errorsWithoutName(graph: Graph, names: ReadonlyMap<Node, string>): readonly Part[] {
  const errors = [...backpropagationEquations(graph).keys()].filter((node) => isBatched(node.shape) && !names.has(node) && !isAtom(node) && node.kind !== "literal").sort((a, b) => a.id - b.id);
  const taken = takenNames(graph, names);
  const parts = errors.map((node, k) => ({ node, name: errors.length === 1 ? "δ" : `δ${k + 1}` }));
  return parts.some(({ name }) => taken.has(name)) ? [] : parts;
}

const takenNames = (graph: Graph, names: ReadonlyMap<Node, string>): ReadonlySet<string> => new Set([...names.values(), ...graph.spec.statements.keys(), ...graph.roots.map((root) => root.name)]);

/** What has a name, in the order of the sections. */
function wantedLines(graph: Graph): readonly Omit<Line, "names">[] {
  const lines: Omit<Line, "names">[] = [];
  const given = new Map([...nameNodes(graph)].map(([node, name]) => [name, node]));
  for (const root of rootsOf(graph, "definition")) if (root.node.kind !== "leaf") lines.push({ heading: "forward", name: root.name, node: root.node, root });
  const totals = rootsOf(graph, "total");
  const losses = rootsOf(graph, "loss", "metric");
  for (const root of [...losses, ...totals.filter((total) => !losses.some((loss) => loss.node === total.node))]) if (graph.spec.batched) lines.push({ heading: "loss", name: root.name, node: root.node, root });
  const values = new Map(rootsOf(graph, "definition").map((root) => [root.name, root.node]));
  const backward: Omit<Line, "names">[] = [];
  const gradients = rootsOf(graph, "gradient");
  for (const root of [...rootsOf(graph, "cotangent").filter((r) => !gradients.some((g) => g.name === r.name)), ...gradients]) {
    const name = `d${root.name}`;
    const of = values.get(root.name);
    const node = root.role === "gradient" ? root.node : given.get(name) ?? root.node;
    backward.push({ heading: "backward", name, node, root, ...(of === undefined ? {} : { of }) });
  }
  const second = secondLines(graph, given);
  const listed = new Set([...lines, ...backward, ...second].map((line) => line.name));
  const states = new Set(reachable(rootsOf(graph, "definition").map((root) => root.node)).flatMap((node) => (node.kind === "delay" ? [node.knot.next] : [])));
  for (const [name, node] of given) if (!listed.has(name)) (states.has(node) ? lines : backward).push({ heading: states.has(node) ? "forward" : "backward", name, node });
  lines.push(...backward.sort((a, b) => a.node.id - b.node.id), ...second);
  for (const root of rootsOf(graph, "jacobian")) lines.push({ heading: "jacobian", name: `d${root.name.replace(",", "/d")}`, node: root.node, root });
  for (const root of rootsOf(graph, "parameter", "state")) lines.push({ heading: "update", name: `${root.name}⁺`, node: root.node, root });
  return lines;
}

/** The second sweep: what it passes through, and what it was made for. */
function secondLines(graph: Graph, given: ReadonlyMap<string, Node>): readonly Omit<Line, "names">[] {
  const sensitivities = rootsOf(graph, "sensitivity").flatMap((root) => {
    const node = given.get(root.name);
    return node === undefined ? [] : [{ heading: "second", name: root.name, node, root } as const];
  });
  const blocks = rootsOf(graph, "hessian", "product").map((root) => ({ heading: "second", name: root.role === "hessian" ? hessianName(root.name) : productName(root.name), node: root.node, root }) as const);
  return [...sensitivities.sort((a, b) => a.node.id - b.node.id), ...blocks];
}

/** What the block named `J,p,q` is called: `∂²J/∂p∂q`, `∂²J/∂p²`. */
export function hessianName(name: string): string {
  const [of, p, q] = name.split(",") as [string, string, string];
  const scalar = of.includes("+") ? `(${of.replaceAll("+", " + ")})` : of;
  return p === q ? `∂²${scalar}/∂${p}²` : `∂²${scalar}/∂${p}∂${q}`;
}

/** What the entries of the Hessian-vector product that belong to a variable are called. */
export const productName = (name: string): string => `(H u)_${name}`;

/** Parts that need a name: used more than once and not brief, or only to be written index by index. */
function sharedParts(graph: Graph, wanted: readonly Omit<Line, "names">[], names: ReadonlyMap<Node, string>): readonly Part[] {
  const nodes = reachable(wanted.map((line) => line.node));
  const uses = new Map<Node, number>();
  for (const node of nodes.toReversed()) {
    const transparent = isAccess(node) && !names.has(node);
    for (const arg of node.args) uses.set(arg, (uses.get(arg) ?? 0) + (transparent ? (uses.get(node) ?? 1) : 1));
  }
  const taken = takenNames(graph, names);
  const all = new Map(names);
  const parts: Part[] = [];
  const inArrays = new Set<Node>();
  for (const node of nodes) if (new Writer(names, node).stackTerms(node) !== null) for (const term of termsOf(node, (part) => names.has(part))) inArrays.add(term);
  let next = 1;
  const given = new Set(taken);
  for (const { name } of [...graph.spec.parameters, ...graph.spec.columns, ...graph.spec.hypers]) given.add(name);
  for (const node of nodes) {
    if (names.has(node) || isAtom(node) || node.kind === "literal" || node.kind === "delay") continue;
    const writer = new Writer(all, node);
    const indexed = !inArrays.has(node) && writer.indexed(node) !== null;
    if (!indexed && ((uses.get(node) ?? 0) < 2 || isAccess(node) || writer.text(node).text.length <= brief)) continue;
    while (taken.has(`t${next}`)) next++;
    const called = parameterOf(graph, node);
    const part = { node, name: called !== undefined && !given.has(called) ? called : `t${next++}` };
    given.add(part.name);
    all.set(node, part.name);
    parts.push(part);
  }
  return parts;
}
