import { derived, pointwise } from "../ops/index.ts";
import { bind, expandDerived } from "../rewrite/expand.ts";
import { Builder } from "../notation/build.ts";
import { build } from "../notation/text.ts";
import type { Rule } from "../rewrite/rewrite.ts";

/**
 * Derived operations replaced by their formula: before differentiation those without a rule of their own, which the
 * chain rule then differentiates through it; before lowering all. Elementwise formulas stay whole until they are lowered.
 */
export function expansionRule(which: "without-vjp" | "all"): Rule {
  return {
    text: "a derived operation is its formula",
    stable: false,
    apply(space, node) {
      if (node.kind === "derived") {
        if (which !== "all" && derived(node.op).vjp !== undefined) return null;
        const formula = expandDerived(space, node);
        // What has no name of its own is called after the operation.
        if (derived(node.op).internal !== true && formula.args.length > 0) space.note(formula, ...space.originsOf(node), { parameter: node.op });
        return formula;
      }
      if (node.kind !== "pointwise" || which === "all") return null;
      const operation = pointwise(node.op);
      if (operation.formula === undefined || (operation.partials ?? operation.cotangents) !== undefined) return null;
      return build(new Builder(space), operation.formula, bind(operation.parameters, node.args));
    },
  };
}
