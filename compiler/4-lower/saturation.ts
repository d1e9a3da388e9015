import type { Graph } from "../ir/graph.ts";
import type { Node, Pointwise } from "../ir/node.ts";
import { reachable, type Space } from "../ir/space.ts";
import { Builder } from "../notation/build.ts";
import { build } from "../notation/text.ts";
import { operations } from "../ops/index.ts";
import { bind } from "../rewrite/expand.ts";
import { textRule } from "../rewrite/pattern.ts";
import { retied } from "../rewrite/retie.ts";

/** A function that saturates: where its difference stands, and how both are computed of one exponential. */
interface Form {
  readonly op: string;
  readonly parameters: readonly string[];
  readonly value: string;
  readonly accurate: string;
  /** As the report lists it. */
  readonly text: string;
  isDifference(space: Space, node: Node): boolean;
}

/** A graph with accurate differences, and the forms that it took. */
interface Accurate {
  readonly graph: Graph;
  readonly stableForms: readonly string[];
}

/** Whole numbers whose exponential, and that plus 2, can be stored. */
const largestExponents = { f64: 709, f32: 88 } as const;

const quotient = textRule("a * (1 / b) -> a / b | a not constant");

/**
 * The graph in which what `roots` need of a saturating function and of its slope is computed of one exponential: 1 - y
 * would be 0 where y has rounded to 1, and would have lost digits long before.
 */
export function accurateWhereSaturated(graph: Graph, roots: readonly Node[], precision: "f64" | "f32"): Accurate {
  const { space } = graph;
  const limit = largestExponents[precision];
  const nodes = reachable(roots);
  const differences = new Map<Node, { readonly form: Form; readonly of: Pointwise }>();
  for (const form of formsOf()) for (const node of nodes) if (form.isDifference(space, node)) differences.set(node, { form, of: innermost(node, form.op) });
  if (differences.size === 0) return { graph, stableForms: [] };
  const values = new Map([...differences.values()].map(({ form, of }) => [of as Node, form]));
  const builder = new Builder(space);
  const done = new Map<Node, Node>();
  const made = (form: Form, of: Pointwise, text: string): Node => build(builder, text, { ...bind(form.parameters, of.args.map((arg) => done.get(arg) as Node)), limit: space.fill(limit) });
  for (const node of reachable(graph.roots.map((root) => root.node))) {
    if (node.kind === "delay") {
      done.set(node, node);
      continue;
    }
    const difference = differences.get(node);
    const form = values.get(node);
    const moved = space.withArgs(node, node.args.map((arg) => done.get(arg) as Node));
    const result = difference !== undefined ? made(difference.form, difference.of, difference.form.accurate) : form !== undefined ? made(form, node as Pointwise, form.value) : ((moved !== node && quotient.root === operationOf(moved) ? quotient.apply(space, moved) : null) ?? moved);
    // A rule of the sweep was applied for the sake of a value that now stands elsewhere.
    space.note(result, ...space.originsOf(node).map((origin) => (origin.primal === undefined ? origin : { ...origin, primal: done.get(origin.primal) ?? origin.primal })));
    done.set(node, result);
  }
  const taken = new Set([...differences.values()].map(({ form }) => form.text.replaceAll("limit", String(limit))));
  const settled = (node: Node): Node => done.get(node) ?? node;
  const results = retied(space, graph.roots.map((root) => settled(root.node)), settled);
  return { graph: { ...graph, roots: graph.roots.map((root, k) => ({ ...root, node: results[k] as Node })) }, stableForms: [...taken] };
}

/** What the operations of the registry state. */
function formsOf(): readonly Form[] {
  return [...operations.values()].flatMap((operation): Form[] => {
    if (operation.kind !== "pointwise" || operation.saturation === undefined) return [];
    const { difference, value, accurate } = operation.saturation;
    const rule = textRule(`${difference} -> 0`);
    return [{ op: operation.name, parameters: operation.parameters, value, accurate, text: `${difference} -> ${accurate}`, isDifference: (space, node) => operationOf(node) === rule.root && rule.apply(space, node) !== null }];
  });
}

const operationOf = (node: Node): string | undefined => (node.kind === "pointwise" ? node.op : undefined);

/** The operation of that name that a difference is of. */
function innermost(node: Node, op: string): Pointwise {
  for (let level: readonly Node[] = [node]; level.length > 0; level = level.flatMap((one) => one.args)) {
    const found = level.find((one): one is Pointwise => one.kind === "pointwise" && one.op === op);
    if (found !== undefined) return found;
  }
  throw new Error(`there is no ${op} in its difference`);
}
