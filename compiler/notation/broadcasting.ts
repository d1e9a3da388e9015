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
    const rule = "elementwise operations align trailing dimensions; each pair must be equal, or one of them 1";
    throw new Misuse("shape-mismatch", `shapes do not agree: ${args.map((arg) => describeShape(arg.shape)).join(" and ")}`, [rule, ...alongFirst(args.map((arg) => ownShape(arg.shape)))].join("; "));
  }
  const shape = withBatch(own, args.some((arg) => isBatched(arg.shape)));
  if (args.every((arg): arg is Fill => arg.kind === "fill")) return space.fill(fold(op.name, args.map((arg) => (arg).value)), shape);
  return space.pointwise(op.name, args.map((arg) => broadcast(space, arg, shape)));
}

/** What is meant by a vector as long as the first of several dimensions: one number for each channel of pictures, say. */
function alongFirst(shapes: readonly (readonly number[])[]): readonly string[] {
  const vector = shapes.find((own) => own.length === 1);
  const large = shapes.find((own) => own.length > 2 && own[0] === vector?.[0]);
  return large === undefined ? [] : [`one number for each of the ${large[0]} along the first dimension has the shape [${[large[0], ...large.slice(1).map(() => 1)].join(", ")}]: reshape(b, [${[large[0], ...large.slice(1).map(() => 1)].join(", ")}])`];
}
