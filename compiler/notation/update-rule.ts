import { Fault } from "../diagnostics.ts";
import type { Node } from "../ir/node.ts";
import { describeShape, sameShape } from "../ir/shape.ts";
import { broadcast } from "../ops/linear/contract.ts";
import type { Builder } from "./build.ts";
import { readStatements } from "./read.ts";
import type { Syntax } from "./syntax.ts";

/** An update rule as `update(w, g, states…) = [w′, states′…]` says it. */
export interface Rule {
  readonly text: string;
  readonly weight: string;
  readonly gradient: string;
  readonly states: readonly string[];
  /** The new weight, then the new states; every one reads the old values. */
  readonly results: readonly Syntax[];
}

const form = "write for example update(w, g, v) = [w + 0.9 v - rate * g, 0.9 v - rate * g]";

/** Reads an update rule. Throws a Fault with places in the text itself. */
export function readRule(text: string): Rule {
  const [definition] = readStatements(text);
  if (definition?.kind !== "define") throw new Fault("bad-update", { start: 0, end: text.length }, "an update rule is a function", form);
  const [weight, gradient, ...states] = definition.parameters.map((parameter) => parameter.name);
  if (weight === undefined || gradient === undefined) throw new Fault("bad-update", definition.nameSpan, "an update rule takes the weight and its gradient, then its states", form);
  const results = definition.body.kind === "array" && !definition.body.columns ? definition.body.rows.flat() : [definition.body];
  if (results.length !== states.length + 1) throw new Fault("bad-update", definition.body.span, `gives ${results.length} value${results.length === 1 ? "" : "s"}, and takes ${states.length} state${states.length === 1 ? "" : "s"}`, `the new ${[weight, ...states].join(", then the new ")}, in brackets`);
  return { text, weight, gradient, states, results };
}

/**
 * The new value of a weight, then of its states, each in the weight's shape. `common`: what the rule may name besides.
 * Throws a Fault with places in the rule's text.
 */
export function applyRule(builder: Builder, rule: Rule, weight: Node, gradient: Node, states: readonly Node[], common: ReadonlyMap<string, Node>): readonly Node[] {
  const names = new Map<string, Node>([...common, [rule.weight, weight], [rule.gradient, gradient], ...rule.states.map((state, k) => [state, states[k] as Node] as const)]);
  return rule.results.map((result, k) => {
    const value = builder.expression(result, { lookup: (name) => names.get(name), names: names.keys() });
    if (value.shape.length > 0 && !sameShape(value.shape, weight.shape)) {
      throw new Fault("bad-update", result.span, `the new ${[rule.weight, ...rule.states][k]} of ${describeShape(weight.shape)} is ${describeShape(value.shape)}`, "a rule works element by element");
    }
    return broadcast(builder.space, value, weight.shape);
  });
}
