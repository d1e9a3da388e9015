import { rootNamed, rootsOf, trainedParameters, type Constraint, type Graph, type Root } from "../ir/graph.ts";
import type { Node } from "../ir/node.ts";
import { Builder } from "../notation/build.ts";
import { readRate } from "../notation/rate.ts";
import { readExpression } from "../notation/read.ts";
import { applyRule, readRule } from "../notation/update-rule.ts";
import { fromNumber, parseDecimal } from "../ir/rational.ts";
import { updates } from "../updates/index.ts";

/** The graph with each parameter's value after one step of the update rule, and the states of the rule; running statistics have rules of their own. */
export function update(graph: Graph): Graph {
  const { space, spec } = graph;
  const builtIn = updates.get(spec.train.optimizer);
  const text = spec.train.rule ?? builtIn?.text;
  const trained = trainedParameters(spec);
  if (text === undefined || !spec.batched || trained.length === 0) return graph;
  const rule = readRule(text);
  const name = spec.train.rule === null ? spec.train.optimizer : "update";
  const builder = new Builder(space);
  const common = new Map<string, Node>([["t", space.leaf("clock", "t", [])], ["epoch", space.leaf("clock", "epoch", [])], ["rate", rateOf(graph)]]);
  if (spec.train.rule !== null) for (const hyper of spec.hypers) common.set(hyper.name, hyper.node);
  else for (const [constant, value] of Object.entries(builtIn?.constants ?? {})) common.set(constant, space.fill(parseDecimal(String(spec.train.constants.get(constant) ?? value))));
  const gradients = clipped(graph, builder, trained.map((parameter) => rootNamed(graph, "cotangent", parameter.name) ?? space.fill(0, parameter.shape)));
  const roots = trained.flatMap(({ name: parameter, node }, k): Root[] => {
    const own = rule.states.map((state) => space.leaf("state", `${state}_${parameter}`, node.shape));
    const values = applyRule(builder, rule, node, gradients[k] as Node, own, common);
    for (const [r, value] of values.entries()) {
      const { start, end } = rule.results[r]?.span ?? { start: 0, end: 0 };
      space.note(value, { rule: `${name}: ${rule.text.slice(start, end)}`, primal: node });
    }
    const [weight, ...states] = values as [Node, ...Node[]];
    const bound = spec.train.constraints.filter((constraint) => constraint.parameter === parameter).reduce((value, constraint) => projected(builder, value, constraint, node), weight);
    return [{ role: "parameter", name: parameter, node: bound }, ...own.map((leaf, s): Root => ({ role: "state", name: leaf.name, node: states[s] as Node }))];
  });
  const statistics = rootsOf(graph, "statistic").map((root): Root => ({ ...root, role: "parameter" }));
  return { ...graph, roots: [...graph.roots, ...roots, ...statistics] };
}

/** The gradients, scaled down together where their norm is larger than the spec allows. */
function clipped({ space, spec }: Graph, builder: Builder, gradients: readonly Node[]): readonly Node[] {
  const { clipNorm } = spec.train;
  if (clipNorm === null) return gradients;
  const apply = (op: string, ...args: readonly Node[]): Node => builder.apply(op, args);
  const square = gradients.map((gradient) => apply("sum", apply("square", gradient))).reduce((a, b) => apply("add", a, b));
  const scale = apply("min", space.fill(1), apply("div", space.fill(fromNumber(clipNorm)), apply("sqrt", square)));
  return trainedParameters(spec).map((parameter, k) => {
    const gradient = builder.apply("mul", [scale, gradients[k] as Node]);
    space.note(gradient, { rule: `clipNorm: all gradients together have a norm of at most ${clipNorm}`, primal: parameter.node });
    return gradient;
  });
}

/** A value brought back to where a constraint allows it, in the direction of the origin. */
function projected(builder: Builder, value: Node, { of, most }: Constraint, parameter: Node): Node {
  const { space } = builder;
  const text = of === "all" ? "w * min(1, most / norm(w))" : `w .* reshape(min(1, most ./ sqrt(sum(w .^ 2, 2))), [${parameter.shape[0]}, 1])`;
  const names = new Map<string, Node>([["w", value], ["most", space.fill(fromNumber(most))]]);
  const bound = builder.expression(readExpression(text), { lookup: (name) => names.get(name) });
  space.note(bound, { rule: `constrain: the norm ${of === "rows" ? "of each row " : ""}is at most ${most}`, primal: parameter });
  return bound;
}

/** The learning rate: a number of run time, or the spec's schedule. */
function rateOf({ space, spec }: Graph): Node {
  return typeof spec.train.rate === "number" ? space.leaf("clock", "rate", []) : readRate(space, spec.train.rate, spec.hypers);
}
