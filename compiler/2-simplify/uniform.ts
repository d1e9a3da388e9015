import { isAccess } from "../ir/contraction.ts";
import type { Fill, Node } from "../ir/node.ts";
import { equals } from "../ir/rational.ts";
import type { Space } from "../ir/space.ts";
import { Builder } from "../notation/build.ts";

/** The one number that a value is everywhere: a constant, a scalar of run time, or such a scalar repeated; null for anything else. */
export function uniform(space: Space, node: Node): Node | null {
  if (node.shape.length === 0) return node;
  if (node.kind === "fill") return space.fill(node.value);
  const [arg] = node.args;
  return isAccess(node) && node.args.length === 1 && arg?.shape.length === 0 ? arg : null;
}

/** A factor times the rest, where a node is such a product and the rest is not itself one number. */
export function factored(space: Space, node: Node): { readonly factor: Node; readonly rest: Node } | null {
  if (node.kind !== "pointwise") return null;
  const [a, b] = node.args as readonly [Node, Node];
  if (node.op === "neg") return { factor: space.fill(-1), rest: a };
  if (node.op !== "mul") return null;
  const factor = uniform(space, a);
  return factor === null || (a.shape.length === 0 && a.kind !== "fill") ? null : { factor, rest: b };
}

export const isFill = (node: Node, value?: number): node is Fill => node.kind === "fill" && (value === undefined || equals(node.value, value));

export const apply = (space: Space, op: string, ...args: Node[]): Node => new Builder(space).apply(op, args);
