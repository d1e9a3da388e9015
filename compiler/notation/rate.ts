import { Fault } from "../diagnostics.ts";
import type { Node } from "../ir/node.ts";
import type { Space } from "../ir/space.ts";
import { Builder } from "./build.ts";
import { readExpression } from "./read.ts";

/** A learning rate given as math text in `t` (the step), `epoch` and the hypers. Throws a Fault with places in the text itself. */
export function readRate(space: Space, text: string, hypers: readonly { readonly name: string; readonly node: Node }[]): Node {
  const syntax = readExpression(text);
  const names = new Map<string, Node>([["t", space.leaf("clock", "t", [])], ["epoch", space.leaf("clock", "epoch", [])], ...hypers.map((hyper) => [hyper.name, hyper.node] as const)]);
  const node = new Builder(space).expression(syntax, { lookup: (name) => names.get(name), names: names.keys() });
  if (node.shape.length > 0) throw new Fault("bad-option", syntax.span, "a rate is a scalar");
  return node;
}
