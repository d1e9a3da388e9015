import { rootNamed, type Graph, type Root } from "../ir/graph.ts";
import type { Node } from "../ir/node.ts";
import { Builder } from "../notation/build.ts";
import { readRate } from "../notation/rate.ts";
import { readStatements } from "../notation/read.ts";
import { parseDecimal } from "../ir/rational.ts";
import { broadcast } from "../ops/linear/contract.ts";
import { updates } from "../updates/index.ts";

/** The graph with each parameter's value after one step of the update rule, and the states of the rule. */
export function update(graph: Graph): Graph {
  const { space, spec } = graph;
  const rule = updates.get(spec.train.optimizer);
  if (rule === undefined || !spec.batched || spec.parameters.length === 0) return graph;
  const [definition] = readStatements(rule.text);
  if (definition?.kind !== "define" || definition.body.kind !== "array") throw new Error(`${rule.name}: not an update rule`);
  const [weight, gradient, ...states] = definition.parameters.map((parameter) => parameter.name);
  const results = definition.body.rows.flat();
  const builder = new Builder(space);
  const common = new Map<string, Node>([["t", space.leaf("clock", "t", [])], ["epoch", space.leaf("clock", "epoch", [])], ["rate", rateOf(graph)]]);
  for (const [name, value] of Object.entries(rule.constants)) common.set(name, space.fill(parseDecimal(String(spec.train.constants.get(name) ?? value))));
  const roots = spec.parameters.flatMap(({ name, node: parameter }): Root[] => {
    const node = rootNamed(graph, "cotangent", name) ?? space.fill(0, parameter.shape);
    const own = states.map((state) => space.leaf("state", `${state}_${name}`, parameter.shape));
    const names = new Map<string, Node>([...common, [weight as string, parameter], [gradient as string, node], ...states.map((state, k) => [state, own[k] as Node] as const)]);
    const values = results.map((result) => {
      const value = broadcast(space, builder.expression(result, { lookup: (id) => names.get(id) }), parameter.shape);
      space.note(value, { rule: `${rule.name}: ${rule.text.slice(result.span.start, result.span.end)}`, primal: parameter });
      return value;
    });
    return [{ role: "parameter", name, node: values[0] as Node }, ...own.map((leaf, k): Root => ({ role: "state", name: leaf.name, node: values[k + 1] as Node }))];
  });
  return { ...graph, roots: [...graph.roots, ...roots] };
}

/** The learning rate: a number of run time, or the spec's schedule. */
function rateOf({ space, spec }: Graph): Node {
  return typeof spec.train.rate === "number" ? space.leaf("clock", "rate", []) : readRate(space, spec.train.rate, spec.hypers);
}
