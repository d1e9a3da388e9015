import type { Node } from "../ir/node.ts";
import { pointwise } from "../ops/index.ts";
import type { Rule } from "../rewrite/rewrite.ts";
import { apply } from "./uniform.ts";

/** Even functions see no sign; a difference under one is turned so that its cotangent needs none either. */
export function signRules(): readonly Rule[] {
  const known = new Map<Node, boolean>();
  /** Whether the value changes in training. */
  const trained = (node: Node): boolean => {
    const before = known.get(node);
    if (before !== undefined) return before;
    const value = (node.kind === "leaf" && node.role === "param") || node.args.some(trained);
    known.set(node, value);
    return value;
  };
  return [
    {
      text: "f(a - b) -> f(b - a) | f even, b is trained, a is not",
      stable: false,
      apply(space, node) {
        const [inner] = node.args;
        if (node.kind !== "pointwise" || pointwise(node.op).even !== true || inner?.kind !== "pointwise" || inner.op !== "sub") return null;
        const [a, b] = inner.args as readonly [Node, Node];
        return trained(b) && !trained(a) ? apply(space, node.op, apply(space, "sub", b, a)) : null;
      },
    },
  ];
}
