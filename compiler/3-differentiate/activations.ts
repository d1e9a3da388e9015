import { rootsOf, type Graph, type Root } from "../ir/graph.ts";
import type { Node } from "../ir/node.ts";
import type { Operation } from "../ir/op.ts";
import { isBatched, ownShape } from "../ir/shape.ts";
import { reachable } from "../ir/space.ts";
import { Builder } from "../notation/build.ts";
import { operation, operations } from "../ops/index.ts";
import { pullBack } from "./rules.ts";

/** A value that an activation function makes: a layer, each element of which is a unit. */
export interface Activation {
  /** The name that the spec gives it, or its text where it has none. */
  readonly name: string;
  /** From 1. */
  readonly line: number;
  /** The operation, and of which kind it is. */
  readonly op: string;
  readonly kind: NonNullable<Operation["activation"]>;
  /** The shape of one example's value. */
  readonly shape: readonly number[];
  /** Whether no layer comes after it: nothing that depends on it is multiplied by a parameter. */
  readonly isLast: boolean;
  /** Whether the loss goes past it, straight to what it works on, in a stable form: then its derivative is none of training's. */
  readonly isBypassed: boolean;
}

/** A graph whose outputs are the derivatives of activations, in their order. */
export interface Observed {
  readonly graph: Graph;
  readonly activations: readonly Activation[];
}

/**
 * The activations of a simplified graph that a spec names, or has written in what outputs and loss go through (`parsed` tells
 * them from those that stable forms bring in); and for each, in place of the outputs, the derivative of every unit with
 * respect to what it works on: the diagonal of the Jacobian.
 */
export function observeActivations(graph: Graph, parsed: Graph): Observed {
  const definitions = rootsOf(graph, "definition");
  const named = new Set(definitions.map((root) => root.node));
  const inUse = reachable(rootsOf(graph, "output", "total").map((root) => root.node));
  const isWritten = writtenIn(parsed);
  const isLayer = (node: Node): boolean => kindOf(node) !== undefined && isBatched(node.shape) && (named.has(node) || isWritten(node));
  const nodes = reachable([...inUse, ...named]).filter((node) => isLayer(node) && (named.has(node) || inUse.includes(node)));
  const inLoss = new Set(reachable(rootsOf(graph, "total").map((root) => root.node)));
  const activations = nodes.map((node): Activation => ({
    ...placeOf(graph, node), op: spokenName("op" in node ? node.op : ""), kind: kindOf(node)!, shape: ownShape(node.shape),
    isLast: isLast(node, inUse), isBypassed: !inLoss.has(node),
  }));
  const taken = new Set(definitions.map((root) => root.name));
  const outputs = nodes.map((node, k): Root => ({ role: "output", name: freeName(`slope${k + 1}`, taken), node: derivativeOf(graph, node) }));
  return { graph: { ...graph, roots: [...definitions, ...outputs] }, activations };
}

const kindOf = (node: Node): Operation["activation"] => (node.kind === "pointwise" || node.kind === "derived" ? operation(node.op).activation : undefined);

/** Whether a node is where the text has an activation. */
function writtenIn({ space, roots }: Graph): (node: Node) => boolean {
  const placesOf = (node: Node): readonly string[] => space.originsOf(node).flatMap(({ span }) => (span === undefined ? [] : [`${span.start} ${span.end}`]));
  const written = new Set(reachable(roots.map((root) => root.node)).filter((node) => kindOf(node) !== undefined).flatMap(placesOf));
  return (node) => placesOf(node).some((place) => written.has(place));
}

/** What the spec calls an operation that only the compiler writes. */
function spokenName(op: string): string {
  if (operation(op).internal !== true) return op;
  return [...operations.values()].find(({ variants }) => variants !== undefined && Object.values(variants).includes(op))?.name ?? op;
}

function derivativeOf({ space }: Graph, node: Node): Node {
  const [input] = node.args as readonly [Node, ...Node[]];
  const builder = new Builder(space);
  if (node.kind === "pointwise") {
    const slopes = pullBack(space, node, space.fill(1, node.shape), (arg) => arg === input).map(({ cotangent }) => cotangent);
    return slopes.length === 0 ? space.fill(0, node.shape) : slopes.reduce((a, b) => builder.apply("add", [a, b]));
  }
  return builder.apply("mul", [node, builder.apply("sub", [space.fill(1, node.shape), node])]);
}

/** Whether nothing that depends on a node and on the example is multiplied by what depends on a parameter. */
function isLast(node: Node, inUse: readonly Node[]): boolean {
  const dependent = new Set([node]);
  const trained = new Set<Node>();
  for (const each of inUse) {
    if (each.args.some((arg) => dependent.has(arg))) dependent.add(each);
    if ((each.kind === "leaf" && each.role === "param") || each.args.some((arg) => trained.has(arg))) trained.add(each);
  }
  const multiplies = (each: Node): boolean => (each.kind === "contraction" && each.reads.length > 1) || (each.kind === "pointwise" && each.op === "mul");
  return !inUse.some((each) => each !== node && isBatched(each.shape) && multiplies(each) && each.args.some((arg) => dependent.has(arg)) && each.args.some((arg) => !dependent.has(arg) && trained.has(arg)));
}

/** The name of a value and the line of its statement; where it has none its text. */
function placeOf({ spec, space, roots }: Graph, node: Node): { readonly name: string; readonly line: number } {
  const named = roots.find((root) => root.role === "definition" && root.node === node);
  if (named !== undefined) return { name: named.name, line: spec.statements.get(named.name)?.line ?? 1 };
  const span = space.originsOf(node).find((origin) => origin.span !== undefined)?.span ?? { start: 0, end: 0 };
  const text = spec.source.text.slice(span.start, span.end).replace(/\s+/g, " ");
  return { name: text.length > 24 ? `${text.slice(0, 23)}…` : text, line: spec.source.position(span.start).line };
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  return taken.has(name) ? freeName(`${name}_`, taken) : name;
}
