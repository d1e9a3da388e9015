import { Misuse, type PointwiseOperation } from "../ir/op.ts";
import type { Fill, Node } from "../ir/node.ts";
import { broadcastShapes, describeShape, isBatched, ownShape, withBatch } from "../ir/shape.ts";
import type { Space } from "../ir/space.ts";
import { fold } from "../ops/fold.ts";
import { broadcast } from "../ops/linear/contract.ts";

/** An elementwise operation on operands of compatible shapes; on constants, its value. */
export function elementwise(space: Space, op: PointwiseOperation, args: readonly Node[]): Node {
  const own = broadcastShapes(args.map((arg) => ownShape(arg.shape)));
  if (own === null) {
    throw new Misuse("shape-mismatch", `shapes do not agree: ${args.map((arg) => describeShape(arg.shape)).join(" and ")}`, "elementwise operations align trailing dimensions; each pair must be equal, or one of them 1");
  }
  const shape = withBatch(own, args.some((arg) => isBatched(arg.shape)));
  if (args.every((arg): arg is Fill => arg.kind === "fill")) return space.fill(fold(op.name, args.map((arg) => (arg).value)), shape);
  return space.pointwise(op.name, args.map((arg) => broadcast(space, arg, shape)));
}
