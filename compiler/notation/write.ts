import type { Node } from "../ir/node.ts";
import { Writer } from "./write-expression.ts";

export { writeEquation } from "./write-equation.ts";
export { writeGraph } from "./write-graph.ts";
export { derivable, writeDerivation } from "./write-derivation.ts";
export { writeProgram } from "./write-program.ts";
export { graphJson, programJson } from "./write-json.ts";

/** A node as mathematics over the nodes that have names; `self`: the node that is being defined, whose own name does not stand for it. */
export function write(node: Node, names: ReadonlyMap<Node, string>, self?: Node): string {
  return new Writer(names, self).text(node).text;
}
