import type { Node } from "../ir/node.ts";
import type { Builder } from "./build.ts";
import { readExpression } from "./read.ts";
import type { Syntax } from "./syntax.ts";

const parsed = new Map<string, Syntax>();

/** The compiler's own math text, read once. */
export function syntaxOf(text: string): Syntax {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  const syntax = readExpression(text);
  parsed.set(text, syntax);
  return syntax;
}

/** The node of a piece of the compiler's own math text, its names bound to nodes. */
export function build(builder: Builder, text: string, names: Readonly<Record<string, Node>>): Node {
  return builder.expression(syntaxOf(text), { lookup: (name) => (Object.hasOwn(names, name) ? names[name] : undefined) });
}
