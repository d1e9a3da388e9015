import { rootsOf, type Graph, type Root } from "../ir/graph.ts";
import type { Node } from "../ir/node.ts";
import { reachable } from "../ir/space.ts";
import { isAccess } from "../ir/contraction.ts";
import { nameNodes } from "./naming.ts";
import { Writer } from "./write-expression.ts";

export type Heading = "forward" | "loss" | "backward" | "jacobian" | "update";

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
  const forwardNames = new Map<Node, string>();
  for (const { heading, node, name } of wanted) if (heading === "forward" && !isAtom(node) && !forwardNames.has(node)) forwardNames.set(node, name);
  const constants = rootsOf(graph, "definition").filter(({ node }) => node.kind === "literal");
  for (const { node, name } of constants) if (!forwardNames.has(node)) forwardNames.set(node, name);
  const laterNames = new Map(forwardNames);
  for (const { heading, node, name } of wanted) if (heading !== "forward" && !isAtom(node) && !laterNames.has(node)) laterNames.set(node, name);
  const parts = sharedParts(graph, wanted, laterNames);
  const isForward = new Set(reachable(wanted.filter((line) => line.heading === "forward" || line.heading === "loss").map((line) => line.node)));
  for (const { node, name } of parts) {
    laterNames.set(node, name);
    if (isForward.has(node)) forwardNames.set(node, name);
  }
  const lines: Line[] = [];
  const pending = new Map<Node, Line>();
  for (const line of wanted) if (line.heading === "backward") pending.set(line.node, { ...line, names: laterNames });
  for (const { node, name } of parts) pending.set(node, { heading: isForward.has(node) ? "forward" : "backward", node, name, names: isForward.has(node) ? forwardNames : laterNames });
  const emit = (line: Line): void => {
    for (const part of reachable(line.node.args)) {
      const before = pending.get(part);
      if (before === undefined || (line.heading !== "backward" && before.heading === "backward")) continue;
      pending.delete(part);
      lines.push(before.heading === "backward" ? before : { ...before, heading: line.heading });
    }
    if (pending.get(line.node)?.name === line.name) pending.delete(line.node);
    lines.push(line);
  };
  const done = (line: Omit<Line, "names">): boolean => lines.some((known) => known.name === line.name && known.node === line.node && known.heading === line.heading);
  for (const line of wanted) if (!done(line)) emit({ ...line, names: line.heading === "forward" || line.heading === "loss" ? forwardNames : laterNames });
  return lines;
}

const isAtom = (node: Node): boolean => node.kind === "leaf" || node.kind === "fill";

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
  const listed = new Set([...lines, ...backward].map((line) => line.name));
  for (const [name, node] of given) if (!listed.has(name)) backward.push({ heading: "backward", name, node });
  lines.push(...backward.sort((a, b) => a.node.id - b.node.id));
  for (const root of rootsOf(graph, "jacobian")) lines.push({ heading: "jacobian", name: `d${root.name.replace(",", "/d")}`, node: root.node, root });
  for (const root of rootsOf(graph, "parameter", "state")) lines.push({ heading: "update", name: `${root.name}⁺`, node: root.node, root });
  return lines;
}

/** Parts that need a name: used more than once and not brief, or only to be written index by index. */
function sharedParts(graph: Graph, wanted: readonly Omit<Line, "names">[], names: ReadonlyMap<Node, string>): readonly { readonly node: Node; readonly name: string }[] {
  const nodes = reachable(wanted.map((line) => line.node));
  const uses = new Map<Node, number>();
  for (const node of nodes.toReversed()) {
    const transparent = isAccess(node) && !names.has(node);
    for (const arg of node.args) uses.set(arg, (uses.get(arg) ?? 0) + (transparent ? (uses.get(node) ?? 1) : 1));
  }
  const taken = new Set([...names.values(), ...graph.roots.map((root) => root.name)]);
  const all = new Map(names);
  const parts: { node: Node; name: string }[] = [];
  let next = 1;
  for (const node of nodes) {
    if (names.has(node) || isAtom(node) || node.kind === "literal") continue;
    const writer = new Writer(all, node);
    const indexed = writer.indexed(node) !== null;
    if (!indexed && ((uses.get(node) ?? 0) < 2 || isAccess(node) || writer.text(node).text.length <= brief)) continue;
    while (taken.has(`t${next}`)) next++;
    const part = { node, name: `t${next++}` };
    all.set(node, part.name);
    parts.push(part);
  }
  return parts;
}
