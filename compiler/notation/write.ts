import type { Node } from "../ir/node.ts";
import { Writer } from "./write-expression.ts";

export { writeGraph } from "./write-graph.ts";
export { writeDerivation } from "./write-derivation.ts";

/** A node as mathematics over the nodes that have names; `self`: the node that is being defined, whose own name does not stand for it. */
export function write(node: Node, names: ReadonlyMap<Node, string>, self?: Node): string {
  const writer = new Writer(names, self);
  const text = writer.text(node);
  return text.text;
}
