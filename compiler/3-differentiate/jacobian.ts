import { at } from "../ir/affine.ts";
import { rootsOf, type Graph, type Root } from "../ir/graph.ts";
import type { Node } from "../ir/node.ts";
import { ownShape } from "../ir/shape.ts";
import { reachable, type Space } from "../ir/space.ts";
import { sweep } from "./sweep.ts";
import { valueNamed, variableNamed } from "./variables.ts";

/** One derivative by names: its nodes are the graph's roots `of,variable` in the role "jacobian". */
export interface Derivative {
  readonly of: string;
  readonly wrt: readonly string[];
}

/** The identity over the elements of a value: row-major, the value's dimensions twice. */
function identitySeed(space: Space, node: Node): Node {
  const own = ownShape(node.shape);
  return own.length === 0 ? space.fill(1) : space.contraction([...own, ...own], own, [], [], [...own.map((_, k) => at(k)), ...own.map((_, k) => at(k))]);
}

/** The graph of one example with ∂value/∂variable for each variable, shaped as the value and then as the variable. */
export function withJacobian(graph: Graph, { of, wrt }: Derivative): Graph {
  return { ...graph, roots: [...graph.roots, ...jacobianRoots(graph.space, { name: of, node: valueNamed(graph, of) }, wrt.map((name) => ({ name, node: variableNamed(graph, name) })))] };
}

/** The steps of the chain rule whose product is a derivative, between named values that all paths pass through; none where there are no such values. */
export function chainOf(graph: Graph, { of, wrt }: Derivative): readonly Derivative[] {
  const stations = [of, ...stationsBetween(graph, valueNamed(graph, of), wrt.map((name) => variableNamed(graph, name))).map(({ name }) => name)];
  return stations.length === 1 ? [] : stations.map((station, k) => ({ of: station, wrt: stations[k + 1] === undefined ? wrt : [stations[k + 1] as string] }));
}

interface Named {
  readonly name: string;
  readonly node: Node;
}

/** ∂value/∂variable for each variable, as roots. */
export function jacobianRoots(space: Space, value: Named, variables: readonly Named[]): readonly Root[] {
  const cotangents = sweep(space, value.node, identitySeed(space, value.node), variables.map(({ node }) => node));
  return variables.map(({ name, node }): Root => ({ role: "jacobian", name: `${value.name},${name}`, node: cotangents.get(node) ?? space.fill(0, [...ownShape(value.node.shape), ...ownShape(node.shape)]) }));
}

/** Named values that every path from a variable to the value passes through, from the value down. */
function stationsBetween(graph: Graph, value: Node, variables: readonly Node[]): readonly Named[] {
  const all = reachable([value]);
  const active = activeNodes(all, variables);
  const named = new Map<Node, string>();
  const definitions = rootsOf(graph, "definition");
  // What is named later is another value, though it may be equal to a part of this one.
  for (const { name, node } of definitions.slice(0, definitions.findIndex((root) => root.node === value))) if (!named.has(node)) named.set(node, name);
  const candidates = all.filter((node) => named.has(node) && active.has(node) && node !== value && !variables.includes(node));
  return candidates.filter((node) => !activeNodes(all.filter((other) => other !== node), variables).has(value)).toReversed().map((node) => ({ name: named.get(node) as string, node }));
}

/** Of the nodes given, in order, those that depend on a variable through one another. */
function activeNodes(nodes: readonly Node[], variables: readonly Node[]): ReadonlySet<Node> {
  const active = new Set<Node>();
  for (const node of nodes) if (variables.includes(node) || node.args.some((arg) => active.has(arg))) active.add(node);
  return active;
}
