import { rootsOf, type Graph } from "../../ir/graph.ts";
import type { Node } from "../../ir/node.ts";
import { ownShape } from "../../ir/shape.ts";
import type { Program, Step } from "../../ir/program.ts";
import { nameNodes } from "../../notation/naming.ts";
import { backpropagationEquations } from "../../notation/backpropagation.ts";
import { writeEquation } from "../../notation/write-equation.ts";
import { reasonOf, writeGraph } from "../../notation/write-graph.ts";
import { writeEntries } from "../../notation/write-jacobian.ts";
import { hessianName, linesOf, productName } from "../../notation/write-lines.ts";

/** The mathematics of the network, forward and backward, for the head of the module. */
export const mathematics = (graph: Graph): readonly string[] => writeGraph(graph).trimEnd().split("\n");

/** Longer formulas are cut: the code below them says the same. */
const widest = 140;

/** What is known of the values of a graph: their names, and why each is computed. */
interface Known {
  readonly named: ReadonlyMap<Node, string>;
  readonly reasons: ReadonlyMap<Node | string, string>;
}

/** Of a function's own reading of the graph, with the reasons of the common one, which still has every name. */
function knownOf(graph: Graph, common: Graph): Known {
  const reasons = new Map<Node | string, string>();
  for (const read of graph === common ? [common] : [common, graph]) reasonsOf(read, reasons);
  return { named: nameNodes(graph), reasons };
}

function reasonsOf(graph: Graph, reasons: Map<Node | string, string>): void {
  const equations = backpropagationEquations(graph);
  for (const line of linesOf(graph)) {
    const reason = reasonOf(graph, line, equations);
    for (const key of [line.node, line.name]) if (!reasons.has(key)) reasons.set(key, reason);
  }
}

/** For each step what it computes and where that comes from: the spec's line, or the rule of differentiation. */
export function stepComments(common: Graph): (step: Step, program: Program, called: (step: Step) => string) => readonly string[] {
  const known = new Map<Graph, Known>();
  return (step, program, called) => {
    const { graph } = program;
    const { named, reasons } = known.get(graph) ?? knownOf(graph, common);
    known.set(graph, { named, reasons });
    const { node, target } = step;
    const { role, name } = target.result ?? {};
    const all = program.sections.flatMap((section) => section.steps);
    // A delay is written as what it is, and not by the array that it shares.
    const stored = all.filter((other) => other.target.kind === "value" && other.node.kind !== "delay");
    const cleared = stored.filter((other) => other.target.cleared === true && !other.accumulate);
    if (cleared.includes(step)) return [`${called(step)} = 0`];
    const states = all.flatMap((other) => (other.target.result?.role === "state" ? [[other.node, `${other.target.result.name}⁺`] as const] : []));
    const blocks = rootsOf(graph, "hessian").flatMap((root) => (root.node !== node && root.node.args.length > 0 ? [[root.node, hessianName(root.name)] as const] : []));
    const isUpdate = role === "parameter" || role === "state";
    const names = new Map([...(role === "hessian" ? blocks : []), ...stored.map((other) => [other.node, called(other)] as const), ...states, ...named, ...cleared.map((other) => [other.node, called(other)] as const)]);
    const copied = isUpdate ? stored.find((other) => other.node === node) : undefined;
    if (copied !== undefined) return [`${labelOf(role, name ?? "") ?? target.name} = ${called(copied)}`];
    if (node.kind === "delay") {
      const [init] = node.args as readonly [Node];
      return [`${names.get(node.knot.next as Node) ?? target.name} ${node.direction === "forward" ? "before the first" : "after the last"} time step: ${writeEquation("", init, names).right}`];
    }
    const label = names.get(node) ?? labelOf(role, name ?? "") ?? target.name;
    const jacobian = role === "jacobian" ? jacobianText(graph, name ?? "", node) : null;
    const { left, operator, right } = jacobian === null ? writeEquation(label, node, names) : { left: label, operator: "=", right: jacobian };
    const equation = [...`${left} ${operator} ${right}`];
    const text = equation.length > widest ? `${equation.slice(0, widest).join("")} …` : equation.join("");
    const reduced = role === "gradient" && !named.has(node) ? `the ${graph.spec.conventions.reduction} over the batch` : undefined;
    const reason = reduced ?? reasons.get(names.get(node) ?? "") ?? reasons.get(node) ?? "";
    const [first = "", second = ""] = reason.split("; ");
    // Of a value without a name the rule has only its own letters, y and x.
    const slope = first.startsWith("EQ") ? (/^chain rule through \w+: (?!∂y\/∂x)(∂.*)$/u.exec(second)?.[1] ?? "") : "";
    const why = [first, slope, ...(reduced === undefined ? linesBehind(graph, node) : [])].filter((part) => part !== "");
    return [why.length === 0 ? text : `${text}   [${why.join("; ")}]`];
  };
}

/** What a result without a name is called in a comment. */
function labelOf(role: string | undefined, name: string): string | null {
  switch (role) {
    case "jacobian":
      return name.replace(/(.*),(.*)/, "d$1/d$2");
    case "gradient":
      return `d${name}`;
    case "parameter":
    case "state":
      return `${name}⁺`;
    case "hessian":
      return hessianName(name);
    case "product":
      return productName(name);
    default:
      return null;
  }
}

/** A small Jacobian element by element, which says more than how the backward pass came by it. */
function jacobianText({ roots }: Graph, name: string, block: Node): string | null {
  const definitions = roots.filter((root) => root.role === "definition");
  const [of, by] = [name.slice(0, name.indexOf(",")), name.slice(name.indexOf(",") + 1)];
  const [value, variable] = [of, by].map((wanted) => definitions.find((root) => root.name === wanted)?.node);
  if (value === undefined || variable === undefined) return null;
  return writeEntries({ of, own: ownShape(value.shape), wrt: [{ name: by, node: variable, block }] }, new Map(definitions.map((root) => [root.node, root.name])), widest);
}

/** The line of the spec whose derivative a part of the backward pass is; the forward pass says its own. */
function linesBehind(graph: Graph, node: Node): readonly string[] {
  const primals = graph.space.originsOf(node).flatMap(({ primal }) => (primal === undefined ? [] : [primal]));
  const spans = primals.flatMap((primal) => graph.space.originsOf(primal).flatMap(({ span }) => (span === undefined ? [] : [span])));
  const [line] = spans.map((span) => graph.spec.source.position(span.start).line);
  return line === undefined ? [] : [`line ${line}`];
}
