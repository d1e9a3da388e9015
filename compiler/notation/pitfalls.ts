import { type Diagnostic, type Span } from "../diagnostics.ts";
import { ACROSS_LINES } from "./explain.ts";
import { problem } from "./problem.ts";
import { partsOf, type Statement, type Syntax } from "./syntax.ts";

/** What the names of a text mean where a statement stands. */
export interface Scope {
  /** Names assigned so far: values and functions of the user. */
  readonly assigned: ReadonlyMap<string, "value" | "function">;
  /** The functions of the language. */
  readonly isFunction: (name: string) => boolean;
}

type Binary = Syntax & { kind: "binary" };

/** Complains about what math.js reads otherwise than the author meant: `sin x`, `x^T`, `1/2 x`, `[a b]` and their like. */
export function pitfalls(statement: Statement, plain: string, text: string, scope: Scope): Diagnostic[] {
  const search = new Search(statement, plain, text, scope);
  search.from(statement.kind === "define" ? statement.body : statement.value);
  return search.diagnostics;
}

class Search {
  readonly diagnostics: Diagnostic[] = [];
  private readonly statement: Statement;
  private readonly plain: string;
  private readonly text: string;
  private readonly scope: Scope;

  /** `plain` is the statement without comments and line ends, `text` the whole text. */
  constructor(statement: Statement, plain: string, text: string, scope: Scope) {
    this.statement = statement;
    this.plain = plain;
    this.text = text;
    this.scope = scope;
  }

  from(root: Syntax): void {
    if (root.kind === "range") this.range(root);
    // A stack of our own, for chains are deep.
    const waiting = [root];
    for (let syntax = waiting.pop(); syntax !== undefined; syntax = waiting.pop()) {
      const children = partsOf(syntax);
      if (syntax.kind !== "index") for (const child of children) if (child.kind === "range") this.range(child);
      if (syntax.kind === "binary") this.binary(syntax);
      if (syntax.kind === "array") this.array(syntax);
      if (syntax.kind === "index") this.subscript(syntax);
      if (syntax.kind === "call") this.bracket(syntax, syntax.calleeSpan.end, "(");
      waiting.push(...children);
    }
  }

  private binary(syntax: Binary): void {
    if (syntax.implicit) this.product(syntax);
    if (syntax.operator === "/" || syntax.operator === "./") this.division(syntax);
    if (syntax.operator === "^") this.power(syntax);
    const { left, operator } = syntax;
    if (left.kind === "unary" && left.operator === "not" && operator !== "and" && operator !== "or" && !this.closed(left)) {
      const hint = `write not (${this.slice({ start: left.operand.span.start, end: syntax.span.end })})`;
      this.report("ambiguous-not", syntax.span, `not applies only to ${this.slice(left.operand.span)} here`, hint);
    }
  }

  private product(syntax: Binary): void {
    const { left, right } = syntax;
    const factor = left.kind === "binary" && left.implicit && !this.closed(left) ? left.right : left;
    if (factor.kind === "name" && !this.closed(factor) && this.isFunction(factor.name)) {
      const span = { start: factor.span.start, end: syntax.span.end };
      this.report("function-without-parentheses", span, "a function's argument stands in parentheses", `write ${factor.name}(${this.slice(right.span)})`);
    } else if (left.kind === "binary" && (left.operator === "/" || left.operator === "./") && !this.closed(left)) {
      const [a, b, c] = [this.side(left, "left"), this.side(left, "right"), this.side(syntax, "right")];
      this.afterDivision(syntax.span, `write (${a} ${left.operator} ${b}) * ${c} or ${a} ${left.operator} (${b} * ${c})`);
    } else if (this.text.slice(left.span.end, right.span.start).includes("\n")) {
      this.report("missing-comma", syntax.span, ...ACROSS_LINES);
    }
  }

  private division(syntax: Binary): void {
    const { right, operator } = syntax;
    if (right.kind !== "binary" || !right.implicit || this.opened(right)) return;
    let first = right;
    while (first.left.kind === "binary" && first.left.implicit && !this.closed(first.left)) first = first.left;
    const [a, b] = [this.side(syntax, "left"), this.side(first, "left")];
    const rest = this.slice({ start: this.end(first.left), end: right.span.end }).trim();
    this.afterDivision(syntax.span, `write ${a} ${operator} (${this.slice(right.span)}) or (${a} ${operator} ${b}) * ${rest}`);
  }

  private afterDivision(span: Span, hint: string): void {
    this.report("product-after-division", span, "it is not clear what is divided by what", hint);
  }

  private power(syntax: Binary): void {
    if (syntax.right.kind !== "name" || syntax.right.name !== "T" || this.meaning("T") !== undefined) return;
    this.report("transpose-power", syntax.span, "^T is a power, not a transpose", `write ${this.side(syntax, "left")}'`);
  }

  private range(syntax: Syntax & { kind: "range" }): void {
    this.report("range-outside-subscript", syntax.span, "a range stands only in a subscript, as in x[2:3]", "to declare a shape, write for instance W = param(3) or x = input(3)");
  }

  private array(syntax: Syntax & { kind: "array" }): void {
    for (const row of syntax.rows) {
      for (const element of row) if (element.kind === "binary" && !this.opened(element)) this.element(element, row.length === 1);
    }
  }

  /** `[2 x, b y]` are products; `[a b]` and `[1 -1]` rather lack a comma. */
  private element(syntax: Binary, alone: boolean): void {
    const gap = this.slice({ start: this.end(syntax.left), end: syntax.right.span.start });
    const sign = syntax.operator === "-" || syntax.operator === "+";
    if (sign && /^\s+[-+]\(?$/.test(gap)) return this.comma(syntax, ` ${syntax.operator} `, syntax.operator);
    if (!syntax.implicit) return;
    let first: Syntax = syntax;
    while (first.kind === "binary" && first.implicit && !this.closed(first)) {
      const transposed = isTransposed(first.right) || isTransposed(first.left);
      if (transposed || (alone && first.left.kind !== "number" && first.left.kind !== "binary")) return this.comma(syntax, " * ", "");
      first = first.left;
    }
  }

  private comma(syntax: Binary, operator: string, sign: string): void {
    const [a, b] = [this.side(syntax, "left"), this.side(syntax, "right")];
    this.report("missing-comma", syntax.span, "a comma is missing between the elements", `write ${a}, ${sign}${b} for two elements, ${a}${operator}${b} for one`);
  }

  private subscript(syntax: Syntax & { kind: "index" }): void {
    if (this.bracket(syntax, this.end(syntax.object), "[")) return;
    if (syntax.object.kind !== "array" || this.closed(syntax.object)) return;
    const [array, rest] = [this.slice(syntax.object.span), this.slice({ start: syntax.object.span.end, end: syntax.span.end }).trim()];
    this.report("missing-comma", syntax.span, "this is read as a subscript of an array", `write ${array}, ${rest} for two arrays, (${array})${rest} for a subscript`);
  }

  /** A bracket on a line of its own was hardly meant for the value on the line before. */
  private bracket(syntax: Syntax, after: number, open: string): boolean {
    const at = this.plain.indexOf(open, after - this.statement.span.start) + this.statement.span.start;
    const apart = this.text.slice(after, at).includes("\n");
    if (apart) this.report("missing-comma", syntax.span, ...ACROSS_LINES);
    return apart;
  }

  private isFunction(name: string): boolean {
    const meaning = this.meaning(name);
    return meaning === undefined ? this.scope.isFunction(name) : meaning === "function";
  }

  private meaning(name: string): "value" | "function" | undefined {
    const parameter = this.statement.kind === "define" && this.statement.parameters.some((other) => other.name === name);
    return parameter ? "value" : this.scope.assigned.get(name);
  }

  /** Whether a parenthesis of its own opens right before. */
  private opened(syntax: Syntax): boolean {
    return this.plain.slice(0, syntax.span.start - this.statement.span.start).trimEnd().endsWith("(");
  }

  /** Whether a parenthesis closes right after: of a left operand, its own. */
  private closed(syntax: Syntax): boolean {
    return /^\s*\)/.test(this.plain.slice(syntax.span.end - this.statement.span.start));
  }

  /** Where an operand ends, with its own parentheses. */
  private end(syntax: Syntax): number {
    const closing = /^(?:\s*\))*/.exec(this.plain.slice(syntax.span.end - this.statement.span.start));
    return syntax.span.end + (closing?.[0].length ?? 0);
  }

  /** The text of an operand with its own parentheses. */
  private side(syntax: Binary, side: "left" | "right"): string {
    return side === "left" ? this.slice({ start: syntax.span.start, end: this.end(syntax.left) }) : this.slice({ start: this.start(syntax), end: syntax.span.end });
  }

  private start(syntax: Binary): number {
    const between = this.slice({ start: this.end(syntax.left), end: syntax.right.span.start });
    return syntax.right.span.start - (/[(\s]*$/.exec(between)?.[0].trimStart().length ?? 0);
  }

  private slice(span: Span): string {
    return this.plain.slice(span.start - this.statement.span.start, span.end - this.statement.span.start);
  }

  private report(code: string, span: Span, message: string, hint: string): void {
    this.diagnostics.push(problem(code, span, message, hint.replace(/\s+/g, " ")));
  }
}

function isTransposed(syntax: Syntax): boolean {
  return syntax.kind === "unary" && syntax.operator === "'";
}
