import type { Node } from "../ir/node.ts";
import { Writer } from "./write-expression.ts";

/** `h = relu(W1 * x + b1)`; what has no name in linear algebra is defined index by index: `y[i] = Σ j  x[i + j - 1] * k[j]`. */
export function writeEquation(name: string, node: Node, names: ReadonlyMap<Node, string>): { readonly left: string; readonly operator: string; readonly right: string } {
  const writer = new Writer(names, node);
  const indexed = writer.indexed(node);
  if (indexed !== null) return { ...indexed, left: `${name}${indexed.left}` };
  const text = writer.text(node);
  return { left: name, operator: "=", right: (text.own.length === 0 ? text : writer.whole(node)).text };
}
