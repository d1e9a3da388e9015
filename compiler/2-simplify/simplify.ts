import type { Graph } from "../ir/graph.ts";
import { operations } from "../ops/index.ts";
import { textRule, type TextRule } from "../rewrite/pattern.ts";
import { Rewriter, type Application, type Rule } from "../rewrite/rewrite.ts";
import { constantRules } from "./constants.ts";
import { contractionRules } from "./contractions.ts";
import { expansionRule } from "./expansion.ts";
import { factorRules } from "./factors.ts";
import { signRules } from "./signs.ts";
import { sparseRules } from "./sparse.ts";
import { labelRules } from "./labels.ts";

/*
 * What the algebra may assume. Values are real and finite: identities of real numbers hold. Sums may be reordered, and
 * a factor moved across a sum, within rounding (1e-12 relative on the specs of this repository). 0·x is 0. At a kink the
 * subgradient is the one that conventions({...}) chose. A rule that needs more says so after `|`. A rule that changes
 * rounding or range for the better is marked stable and listed by `simplified.applications`.
 */

export interface Simplified {
  readonly graph: Graph;
  /** Every rewrite that was applied, in order. */
  readonly applications: readonly Application[];
}

export interface SimplifyOptions {
  /** Which derived operations to replace by their formula: those without a rule of their own (before differentiation), or all. */
  readonly expand?: "without-vjp" | "all";
}

/** The graph rewritten until nothing changes. */
export function simplify(graph: Graph, options: SimplifyOptions = {}): Simplified {
  const rules = rulesByOperation(options);
  const algebra: readonly Rule[] = [...contractionRules, ...factorRules, ...sparseRules, ...constantRules, ...signRules()];
  const general = options.expand === undefined ? [...labelRules, ...algebra] : [...(options.expand === "all" ? [] : labelRules), ...algebra, expansionRule(options.expand)];
  const rewriter = new Rewriter(graph.space, (node) => [...(("op" in node ? rules.get(node.op) : undefined) ?? []), ...general]);
  const roots = graph.roots.map((root) => ({ ...root, node: rewriter.rewrite(root.node) }));
  return { graph: { ...graph, roots }, applications: rewriter.applications };
}

/**
 * The text rules of every operation, by the operation at the root of their pattern. When everything is expanded barriers
 * go, and stable forms are no longer looked for: they would undo the expansion.
 */
function rulesByOperation(options: SimplifyOptions): ReadonlyMap<string, readonly TextRule[]> {
  const texts = [...operations.values()].flatMap((operation) => operation.rewrites ?? []);
  const rules = [...texts, ...(options.expand === "all" ? ["barrier(x) -> x"] : [])].map(textRule).filter((rule) => !rule.stable || options.expand !== "all");
  const byRoot = new Map<string, TextRule[]>();
  for (const rule of rules) byRoot.set(rule.root, [...(byRoot.get(rule.root) ?? []), rule]);
  return byRoot;
}
