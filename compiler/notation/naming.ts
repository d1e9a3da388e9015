import type { Graph, Root } from "../ir/graph.ts";
import { isAccess } from "../ir/contraction.ts";
import type { Delay, Node } from "../ir/node.ts";
import { isBatched } from "../ir/shape.ts";
import { reachable } from "../ir/space.ts";
import { pointwise } from "../ops/index.ts";

/** A value without the scalar that it is multiplied by. */
function unscaled(node: Node): Node {
  if (node.kind !== "pointwise" || node.op !== "mul") return node;
  const [factor, rest] = node.args as readonly [Node, Node];
  const scalar = factor.kind === "fill" || (factor.kind === "contraction" && factor.args.length === 1 && factor.args[0]?.shape.length === 0);
  return scalar && node.shape.length > 0 ? rest : node;
}

/** Whether a root is there for the sake of second derivatives alone. */
export const isOfSecondSweep = ({ role }: Root): boolean => role === "slope" || role === "sensitivity" || role === "hessian" || role === "product";

/** Names as the spec gives them, `dx` for the cotangent of x, `dx_in` for that of the operand of x's last operation. */
export function nameNodes(graph: Graph): ReadonlyMap<Node, string> {
  const names = new Map<Node, string>();
  const taken = new Set<string>();
  const give = (node: Node, name: string): void => {
    if (names.has(node) || node.kind === "leaf" || node.kind === "fill" || node.kind === "literal" || taken.has(name)) return;
    names.set(node, name);
    taken.add(name);
  };
  const primals = new Map<Node, string>();
  for (const { role, name, node } of graph.roots) {
    if (role === "definition") primals.set(node, name);
    if (role === "definition") give(node, name);
  }
  for (const { next, name } of statesOf(graph, primals)) give(next, name);
  for (const { role, name, node } of graph.roots) if (role === "cotangent") give(unscaled(node), `d${name}`);
  for (const { role, name, node } of graph.roots) if (role === "sensitivity") give(unscaled(node), name);
  for (const node of reachable(graph.roots.filter((root) => !isOfSecondSweep(root)).map((root) => root.node))) {
    const through = graph.space.originsOf(node).find((origin) => origin.rule !== undefined && origin.primal !== undefined && origin.primal.kind !== "leaf" && primals.has(origin.primal));
    if (through !== undefined) give(unscaled(node), `d${primals.get(through.primal as Node)}_in`);
  }
  return names;
}

/** What delays delay, where the spec gives it no name: after the value that is the last or first of it. */
function statesOf(graph: Graph, names: ReadonlyMap<Node, string>): readonly { readonly next: Node; readonly name: string }[] {
  const delays = reachable(graph.roots.map((root) => root.node)).filter((node): node is Delay => node.kind === "delay");
  const known = new Map(names);
  const taken = new Set(names.values());
  const free = (name: string, k = 2): string => (!taken.has(name) ? name : !taken.has(`${name}${k}`) ? `${name}${k}` : free(name, k + 1));
  return delays.flatMap((delay) => {
    const { next } = delay.knot;
    if (next === undefined || known.has(next)) return [];
    const primal = graph.space.originsOf(delay).find((origin) => origin.primal?.kind === "delay")?.primal as Delay | undefined;
    const of = [...names].find(([node]) => isAccess(node) && node.args[0] === next)?.[1];
    const states = primal === undefined ? undefined : known.get(primal.knot.next as Node);
    const name = free(of !== undefined ? `${of}_states` : states !== undefined ? `d${states}_before` : next.kind === "pointwise" && next.op === "add" && next.args.includes(delay) ? "sums" : "states");
    known.set(next, name);
    taken.add(name);
    return [{ next, name }];
  });
}

/** What a function of the spec calls a value that has no name of its own. */
export const parameterOf = ({ space }: Graph, node: Node): string | undefined => space.originsOf(node).find((origin) => origin.parameter !== undefined)?.parameter;

/** A number of the whole batch: how far a step goes, an example's share of the loss, or another factor. */
function scalarHint(node: Node): string {
  const leaves = reachable([node]).filter((part) => part.kind === "leaf");
  if (leaves.some((leaf) => leaf.role === "clock" && leaf.name === "rate")) return "stepSize";
  return leaves.every((leaf) => leaf.role === "count") ? "share" : "scale";
}

/**
 * Names for values that have none but whose place says what they are: what a function calls its argument, `h_in` is what h's last operation works on,
 * `J_sum` what is added up over the examples for J, `stepSize`, `share` and `scale` a number of the whole batch, `delta` a cotangent.
 */
export function hintNames(graph: Graph, names: ReadonlyMap<Node, string>): ReadonlyMap<Node, string> {
  const hints = new Map<Node, string>();
  const hint = (node: Node, name: string): void => {
    if (!names.has(node) && !hints.has(node) && node.args.length > 0) hints.set(node, name);
  };
  const sums = (node: Node, name: string, seen = new Set<Node>()): void => {
    if (seen.has(node)) return;
    seen.add(node);
    if (node.kind === "contraction" && node.box.includes("n") && !isBatched(node.shape)) return hint(node, name);
    if (node.kind === "pointwise" || node.kind === "view") for (const arg of node.args) sums(arg, name, seen);
  };
  /** What a formula is made of: its denominators and exponentials by what they are, its first argument else. */
  const visited = new Set<Node>();
  const partsOf = (node: Node, name: string, isTop = true): void => {
    if (node.kind !== "pointwise" || (!isTop && visited.has(node))) return;
    if (!isTop) visited.add(node);
    for (const [k, arg] of node.args.entries()) {
      if (names.has(arg)) continue;
      const isCall = arg.kind === "pointwise" && pointwise(arg.op).counts === undefined;
      if (isCall && arg.op !== "min2") hint(arg, `${name}_${arg.op}`);
      else if (node.op === "div" && k === 1) hint(arg, `${name}_den`);
      else if (isTop && k === 0) hint(arg, `${name}_in`);
      partsOf(arg, name, false);
    }
  };
  const nodes = reachable(graph.roots.map((root) => root.node));
  for (const { role, name, node } of graph.roots) {
    if (role === "definition") partsOf(node, name);
    if (role === "loss" || role === "metric" || role === "statistic") sums(node, `${name}_sum`);
    if (role === "gradient") sums(node, `d${name}_sum`);
  }
  for (const node of nodes) {
    const called = parameterOf(graph, node);
    if (called === undefined) continue;
    hint(node, called);
    partsOf(node, called);
  }
  for (const node of nodes) {
    if (node.kind === "pointwise" && node.shape.length === 0) hint(node, scalarHint(node));
    else if (graph.space.originsOf(node).some((origin) => origin.rule !== undefined && origin.primal !== undefined)) hint(node, "delta");
  }
  return hints;
}
