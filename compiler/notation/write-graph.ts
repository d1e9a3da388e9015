import { rootNamed, rootsOf, trainedParameters, type Graph } from "../ir/graph.ts";
import type { Initial } from "../../runtime/model.ts";
import { equals } from "../ir/rational.ts";
import type { Node } from "../ir/node.ts";
import { isBatched, ownShape } from "../ir/shape.ts";
import { backpropagationEquations } from "./backpropagation.ts";
import { writeEquation } from "./write-equation.ts";
import { Writer } from "./write-expression.ts";
import { linesOf, type Heading, type Line } from "./write-lines.ts";
import { rulesOf } from "./write-rules.ts";
import { array } from "./write-text.ts";

/** Columns wider than this do not push the next one further. */
const widest = 64;

const headings: Readonly<Record<Heading, string>> = {
  forward: "forward",
  loss: "over the batch",
  backward: "backward",
  second: "second derivatives",
  jacobian: "derivatives of the outputs",
  update: "update",
};

/** Every named value of a graph as mathematics, a line each: what is given, the forward pass, the batch, the backward pass. */
export function writeGraph(graph: Graph): string {
  const lines = linesOf(graph);
  const equations = backpropagationEquations(graph);
  const sections = (Object.keys(headings) as Heading[]).map((heading) => {
    const own = lines.filter((line) => line.heading === heading);
    return section(headingOf(graph, heading, own), own.map((line) => row(graph, line, equations)));
  });
  return [...givens(graph), ...sections].filter((text) => text !== "").join("\n\n") + "\n";
}

/** A cotangent whose constant factors come in later, in the sum over the examples, is that of one example. */
export function headingOf(graph: Graph, heading: Heading, lines: readonly Line[]): string {
  const { batched, conventions } = graph.spec;
  if (heading === "loss") return `${conventions.reduction} over the batch of m examples`;
  const scaled = lines.some(({ node, root }) => root?.role === "cotangent" && root.node !== node);
  return heading === "backward" && batched && scaled ? "backward (constant factors come in last, with Σn)" : headings[heading];
}

/** A heading and its rows in columns. */
export function section(heading: string, rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "";
  const width = (column: number): number => Math.min(widest, Math.max(0, ...rows.map((cells) => [...(cells[column] ?? "")].length)));
  const widths = (rows[0] ?? []).map((_, column) => width(column));
  const aligned = rows.map((cells) => cells.map((cell, column) => (column === cells.length - 1 ? cell : cell + " ".repeat(Math.max(0, (widths[column] ?? 0) - [...cell].length)))).join("   ").trimEnd());
  return [heading, ...aligned.map((line) => `  ${line}`)].join("\n");
}

/** What comes from outside: parameters, columns of the data, hyperparameters. */
export function givens(graph: Graph, isUsed: (node: Node) => boolean = () => true): readonly string[] {
  const { columns, hypers, statements } = graph.spec;
  const trained = trainedParameters(graph.spec);
  const statistics = graph.spec.parameters.filter((parameter) => !trained.includes(parameter));
  const line = (name: string): string => lineOf(statements.get(name)?.line);
  return [
    section("parameters", trained.filter(({ node }) => isUsed(node)).map(({ name, shape, initial }) => [name, shapeText(shape), initialText(initial, shape), line(name)])),
    section("running statistics", statistics.filter(({ node }) => isUsed(node)).map(({ name, shape, initial }) => [name, shapeText(shape), initialText(initial, shape)])),
    section("data", columns.filter(({ node }) => isUsed(node)).map(({ name, role, node, classes }) => [name, shapeText(ownShape(node.shape)), classes === undefined ? role : `${role} of ${classes}`, line(name)])),
    section("hyperparameters", hypers.filter(({ node }) => isUsed(node)).map(({ name, value }) => [name, shapeText([]), String(value), line(name)])),
  ];
}

const shapeText = (own: readonly number[]): string => (own.length === 0 ? "scalar" : own.join(" × "));

function initialText(initial: Initial, shape: readonly number[]): string {
  if (initial.kind === "fill") return String(initial.value);
  return initial.kind === "literal" ? array(initial.values.map(String), shape).text : initial.kind;
}

export const lineOf = (line: number | undefined): string => (line === undefined ? "" : `# line ${line}`);

/** The equation, its shape, and where it comes from. In derivative layout the gradient of a matrix stands transposed. */
export function row(graph: Graph, line: Line, equations: ReadonlyMap<Node, string>): readonly string[] {
  const { left, operator, right } = writeEquation(line.name, line.node, line.names);
  const perExample = graph.spec.batched && isBatched(line.node.shape) ? " per example" : "";
  const own = ownShape(line.node.shape);
  const turned = graph.spec.conventions.layout === "derivative" && line.root?.role === "gradient" && own.length === 2;
  const losses = rootsOf(graph, "loss");
  const equation = turned ? `∂${losses.length === 1 ? losses[0]!.name : "loss"}/∂${line.root.name} ${operator} (${right})'` : `${left} ${operator} ${right}`;
  return [equation, `${shapeText(turned ? own.toReversed() : own)}${perExample}`, comment(graph, line, equations)];
}

function comment(graph: Graph, line: Line, equations: ReadonlyMap<Node, string>): string {
  const statement = graph.spec.statements.get(line.name);
  if (line.heading === "forward" && line.root !== undefined) {
    const roles = rootsOf(graph, "output", "loss", "metric").filter((root) => root.name === line.name).map((root) => root.role);
    return [lineOf(statement?.line), ...new Set(roles)].filter((part) => part !== "").join(", ");
  }
  if (line.heading === "loss" && line.root !== undefined) return line.root.role === "total" ? "# all losses" : `${lineOf(statement?.line)}, ${line.root.role}`;
  if (line.root?.role === "hessian" && line.node.kind === "fill") return `# ${zeroReason(graph, line.root.name)}`;
  const reasons = line.heading === "backward" || line.heading === "second" ? [equations.get(line.node) ?? "", ...rulesOf(graph, line), lateFactor(line)].filter((part) => part !== "") : [];
  return reasons.length > 0 ? `# ${reasons.join("; ")}` : placesOf(graph, line.node);
}

/** Why a block of a Hessian is one number everywhere. */
function zeroReason(graph: Graph, name: string): string {
  const [of, ...variables] = name.split(",") as [string, string, string];
  const slope = (variable: string): Node | undefined => rootNamed(graph, "slope", `${of},${variable}`);
  const absent = variables.find((variable) => { const node = slope(variable); return node?.kind === "fill" && equals(node.value, 0); });
  return absent === undefined ? `∂${of}/∂${variables[0]} does not change with ${variables[1]}` : `${of} does not depend on ${absent}`;
}

/** A constant that a cotangent still lacks, where it is more than the 1/m of the mean. */
function lateFactor({ node, root, names }: Line): string {
  if (root?.role !== "cotangent" || root.node === node || root.node.kind !== "pointwise" || root.node.op !== "mul" || root.node.args[1] !== node) return "";
  const { text } = new Writer(names).text(root.node.args[0] as Node);
  return text === "1/m" || text === "1" ? "" : `a factor ${text} comes in later`;
}

/** The lines of the spec that a part comes from. */
function placesOf(graph: Graph, node: Node): string {
  const numbers = graph.space.originsOf(node).flatMap(({ span }) => (span === undefined ? [] : [graph.spec.source.position(span.start).line]));
  const distinct = [...new Set(numbers)].sort((a, b) => a - b);
  return distinct.length === 0 ? "" : `# line${distinct.length > 1 ? "s" : ""} ${distinct.slice(0, 4).join(", ")}${distinct.length > 4 ? " …" : ""}`;
}

/** Where a line comes from, in words, without the mark of a comment. */
export const reasonOf = (graph: Graph, line: Line, equations: ReadonlyMap<Node, string>): string => comment(graph, line, equations).replace(/^# /, "");
