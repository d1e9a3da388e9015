import { at, type Affine } from "../../ir/affine.ts";
import type { Node, Reduction } from "../../ir/node.ts";
import { Misuse, type BuildContext, type StructuralOperation } from "../../ir/op.ts";
import { broadcastShapes, isBatched, ownShape, withBatch, type Extent } from "../../ir/shape.ts";
import type { Space } from "../../ir/space.ts";
import { broadcast, constantsOf, stack } from "../linear/contract.ts";
import { keepReduced, reducedDimensions } from "../linear/dimensions.ts";

/** A reducer over the given own dimensions (from 0), which are dropped. */
export function reduceOver(space: Space, op: Reduction["op"], x: Node, dimensions: readonly number[], tie: Reduction["tie"] = "first"): Node {
  const lead = isBatched(x.shape) ? 1 : 0;
  const all = x.shape.map((_, k) => k);
  const kept = all.filter((k) => k < lead || !dimensions.includes(k - lead));
  const order = [...kept, ...all.filter((k) => !kept.includes(k))];
  const box = order.map((k) => x.shape[k] as Extent);
  const read: Affine[] = all.map((k) => at(order.indexOf(k)));
  return space.reduction(op, tie, box.slice(0, kept.length), box, x, read);
}

/** Values repeated to their common shape, along a new first dimension. */
function stacked(space: Space, args: readonly Node[], context: BuildContext): Node {
  const own = broadcastShapes(args.map((arg) => ownShape(arg.shape)));
  if (own === null) return args.reduce((a, b) => context.apply("add", a, b));
  const shape = withBatch(own, args.some((arg) => isBatched(arg.shape)));
  return stack(space, args.map((arg) => broadcast(space, arg, shape)), (a, b) => context.apply("add", a, b));
}

/** `max` and `min`: of one argument over everything, of several elementwise, `max(Z, [], 2)` along a dimension. */
export function extremum(name: "max" | "min", ofTwo: (a: Node, b: Node, context: BuildContext) => Node): StructuralOperation {
  return {
    kind: "structural",
    name,
    parameters: ["a", "b…"],
    source: "language.md, Operations and Subgradients",
    build(space, args, context) {
      const x = args[0] as Node;
      const empty = args[1] !== undefined && constantsOf(args[1])?.length === 0;
      // Of three that are equal, two at a time would give the last one half.
      if (args.length > 2 && !empty && context.maxTie === "split") return reduceOver(space, name, stacked(space, args, context), [0], "split");
      if (args.length > 1 && !empty) return args.reduce((a, b) => ofTwo(a, b, context));
      if (empty && args.length !== 3) throw new Misuse("bad-dimension", "a dimension is missing", `write ${name}(Z, [], 2)`, 1);
      const dimensions = reducedDimensions(x, args, 2, context);
      return keepReduced(space, reduceOver(space, name, x, dimensions, context.maxTie), x, dimensions, context);
    },
  };
}
