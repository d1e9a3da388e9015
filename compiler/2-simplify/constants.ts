import type { Affine } from "../ir/affine.ts";
import type { Contraction, Node } from "../ir/node.ts";
import { arithmetic, equals, fromNumber, type Constant } from "../ir/rational.ts";
import { isBatched, ownShape, sizeOf } from "../ir/shape.ts";
import type { Space } from "../ir/space.ts";
import { fold } from "../ops/fold.ts";
import { constantsOf } from "../ops/linear/contract.ts";
import type { Rule } from "../rewrite/rewrite.ts";

/** Larger arrays of numbers stay what they are made of, which is shorter. */
const mostElements = 64;
/** Products that are worth adding up while compiling. */
const mostProducts = 4096;

/** The numbers of a node that nothing at run time can change, row-major; null where it is not one, or too large. */
function knownOf(node: Node): readonly Constant[] | null {
  if (isBatched(node.shape) || sizeOf(ownShape(node.shape)) > mostElements) return null;
  return node.kind === "contraction" ? contracted(node) : constantsOf(node);
}

/** A contraction of known numbers, exact where they are. */
function contracted(node: Contraction): readonly Constant[] | null {
  const box = node.box.filter((extent) => extent !== "n");
  if (box.length < node.box.length || node.args.length > node.reads.length || sizeOf(box) > mostProducts) return null;
  const operands = node.args.map(constantsOf);
  if (operands.some((values) => values === null)) return null;
  const result = new Array<Constant>(sizeOf(ownShape(node.shape))).fill(fromNumber(0));
  const point = box.map(() => 0);
  for (let count = sizeOf(box); count > 0; count--) {
    const to = position(node.write, point, ownShape(node.shape));
    const product = operands.reduce<Constant>((all, values, k) => {
      const from = position(node.reads[k] as readonly Affine[], point, ownShape((node.args[k] as Node).shape));
      return arithmetic("mul", all, from === null ? fromNumber(0) : (values as readonly Constant[])[from] as Constant);
    }, fromNumber(1));
    if (to !== null) result[to] = arithmetic("add", result[to] as Constant, product);
    for (let k = box.length - 1; k >= 0; k--) {
      point[k] = ((point[k] as number) + 1) % (box[k] as number);
      if (point[k] !== 0) break;
    }
  }
  return result;
}

/** The row-major position that an access names at a point of the box; null outside. */
function position(access: readonly Affine[], point: readonly number[], own: readonly number[]): number | null {
  let at = 0;
  for (const [d, e] of access.entries()) {
    const index = e.terms.reduce((sum, { index: k, coefficient }) => sum + coefficient * (point[k] as number), e.constant);
    if (index < 0 || index >= (own[d] as number)) return null;
    at = at * (own[d] as number) + index;
  }
  return at;
}

function constantNode(space: Space, values: readonly Constant[], shape: Node["shape"]): Node {
  const [first] = values;
  return first !== undefined && values.every((value) => equals(value, first)) ? space.fill(first, shape) : space.literal(values, shape);
}

/** What is known when the code is written is computed then, exactly where its numbers are exact. */
export const constantRules: readonly Rule[] = [
  {
    text: "an elementwise operation on known numbers is known",
    stable: false,
    apply(space, node) {
      if (node.kind !== "pointwise" || node.op === "barrier") return null;
      // One value among zeros alone keeps its form, which says where the zeros are.
      if (!node.args.some((arg) => arg.kind === "literal") && !(node.args.every((arg) => arg.kind === "contraction") && node.args.length > 1)) return null;
      const operands = node.args.map(knownOf);
      if (operands.some((values) => values === null)) return null;
      const [first] = operands as [readonly Constant[]];
      return constantNode(space, first.map((_, k) => fold(node.op, operands.map((values) => (values as readonly Constant[])[k] as Constant))), node.shape);
    },
  },
  {
    text: "what is read of known numbers, or added up of their products, is known",
    stable: false,
    apply(space, node) {
      if (node.kind !== "contraction" || !node.args.some((arg) => arg.kind === "literal")) return null;
      const values = knownOf(node);
      return values === null ? null : constantNode(space, values, node.shape);
    },
  },
];
