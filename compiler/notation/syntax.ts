import type { Span } from "../diagnostics.ts";

/** The operators of the spec language, spelled as in the text. */
export type BinaryOperator =
  | "+" | "-" | "*" | "/" | "^" | ".*" | "./" | ".^"
  | "==" | "!=" | "<" | "<=" | ">" | ">=" | "and" | "or";
export type UnaryOperator = "-" | "+" | "not" | "'";

/** One expression of a spec, every part with its place in the text. */
export type Syntax =
  | { readonly kind: "number"; readonly span: Span; /** The decimal digits as written. */ readonly text: string }
  | { readonly kind: "string"; readonly span: Span; readonly value: string }
  | { readonly kind: "name"; readonly span: Span; readonly name: string }
  | { readonly kind: "call"; readonly span: Span; readonly callee: string; readonly calleeSpan: Span; readonly args: readonly Syntax[] }
  | { readonly kind: "unary"; readonly span: Span; readonly operator: UnaryOperator; readonly operand: Syntax }
  | { readonly kind: "binary"; readonly span: Span; readonly operator: BinaryOperator; readonly implicit: boolean; readonly left: Syntax; readonly right: Syntax }
  | { readonly kind: "conditional"; readonly span: Span; readonly test: Syntax; readonly then: Syntax; readonly otherwise: Syntax }
  /** `[a, b]` is one row; `[a, b; c, d]` two. `columns` is true where a `;` was written, so that `[a; b]` and `[[a], [b]]` differ from `[a, b]`. */
  | { readonly kind: "array"; readonly span: Span; readonly rows: readonly (readonly Syntax[])[]; readonly columns: boolean }
  | { readonly kind: "index"; readonly span: Span; readonly object: Syntax; readonly subscripts: readonly Syntax[] }
  /** `a:b` or a bare `:` (both ends absent), as a subscript. */
  | { readonly kind: "range"; readonly span: Span; readonly from?: Syntax; readonly step?: Syntax; readonly to?: Syntax }
  | { readonly kind: "object"; readonly span: Span; readonly entries: readonly { readonly key: string; readonly keySpan: Span; readonly value: Syntax }[] };

/** One statement of a spec. */
export type Statement =
  | { readonly kind: "assign"; readonly span: Span; readonly name: string; readonly nameSpan: Span; readonly value: Syntax }
  | { readonly kind: "define"; readonly span: Span; readonly name: string; readonly nameSpan: Span; readonly parameters: readonly { readonly name: string; readonly span: Span }[]; readonly body: Syntax }
  | { readonly kind: "expression"; readonly span: Span; readonly value: Syntax };

/** The expressions that an expression is made of. */
export function partsOf(syntax: Syntax): readonly Syntax[] {
  switch (syntax.kind) {
    case "number":
    case "string":
    case "name":
      return [];
    case "call":
      return syntax.args;
    case "unary":
      return [syntax.operand];
    case "binary":
      return [syntax.left, syntax.right];
    case "conditional":
      return [syntax.test, syntax.then, syntax.otherwise];
    case "array":
      return syntax.rows.flat();
    case "index":
      return [syntax.object, ...syntax.subscripts];
    case "range":
      return [syntax.from, syntax.step, syntax.to].filter((part) => part !== undefined);
    case "object":
      return syntax.entries.map((entry) => entry.value);
  }
}

/** The source text of a part of a spec. */
export function textOf(part: { readonly span: Span }, text: string): string {
  return text.slice(part.span.start, part.span.end);
}
