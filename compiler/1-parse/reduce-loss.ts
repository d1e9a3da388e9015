import { rootsOf, type Graph, type Root } from "../ir/graph.ts";
import type { Node } from "../ir/node.ts";
import { isBatched } from "../ir/shape.ts";
import { Builder } from "../notation/build.ts";
import { sumExamples } from "../ops/linear/contract.ts";

/** Operations that a sum over the examples passes through term by term. */
const sums: ReadonlySet<string> = new Set(["add", "sub", "neg"]);

/** Losses and metrics reduced over the batch, and their total. */
export function reducedLosses(graph: Graph): readonly Root[] {
  const { space, spec } = graph;
  const builder = new Builder(space);
  const apply = (name: string, ...args: Node[]): Node => builder.apply(name, args);
  const share = apply("div", space.fill(1), space.leaf("count", "m", []));
  const overBatch = (x: Node): Node => {
    const total = sumExamples(space, x);
    return spec.conventions.reduction === "sum" ? total : apply("mul", share, total);
  };
  /** The value of what does not depend on the example, without the example index. */
  const invariant = (x: Node): Node | null => {
    if (x.kind === "fill") return space.fill(x.value);
    const [arg] = x.args;
    return x.kind === "contraction" && x.box.length === 1 && x.args.length === 1 && arg?.shape.length === 0 ? arg : null;
  };
  const hasInvariantTerm = (x: Node): boolean => invariant(x) !== null || (x.kind === "pointwise" && sums.has(x.op) && x.args.some(hasInvariantTerm));
  /** Terms that do not depend on the example are counted once, whatever the reduction. */
  const reduce = (x: Node): Node => {
    if (!isBatched(x.shape)) return x;
    const once = invariant(x);
    if (once !== null) return once;
    return x.kind === "pointwise" && hasInvariantTerm(x) ? apply(x.op, ...x.args.map(reduce)) : overBatch(x);
  };
  const reduced = rootsOf(graph, "loss", "metric").map((root): Root => ({ ...root, node: reduce(root.node) }));
  const losses = reduced.filter((root) => root.role === "loss");
  const total = losses.map((root) => root.node).reduce((a, b) => apply("add", a, b));
  return [...reduced, { role: "total", name: "loss", node: total }];
}
