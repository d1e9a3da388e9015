import { type Diagnostic, type Span } from "../../compiler/diagnostics.ts";
import { type Statement, type Syntax } from "../../compiler/notation/syntax.ts";

/** Syntax as one line: `(+@0:5 a@0:1 b@4:5)`. Without spans where `place` leaves them out. */
export function dumpSyntax(syntax: Syntax, place: (span: Span) => string = at): string {
  const list = (head: string, parts: readonly string[]): string => `(${[head + place(syntax.span), ...parts].join(" ")})`;
  const all = (parts: readonly Syntax[]): string[] => parts.map((part) => dumpSyntax(part, place));
  switch (syntax.kind) {
    case "number": return syntax.text + place(syntax.span);
    case "string": return JSON.stringify(syntax.value) + place(syntax.span);
    case "name": return syntax.name + place(syntax.span);
    case "call": return list("call", [syntax.callee + place(syntax.calleeSpan), ...all(syntax.args)]);
    case "unary": return list(`unary${syntax.operator}`, all([syntax.operand]));
    case "binary": return list(syntax.implicit ? "implicit" : syntax.operator, all([syntax.left, syntax.right]));
    case "conditional": return list("?", all([syntax.test, syntax.then, syntax.otherwise]));
    case "array": return list(syntax.columns ? "rows" : "array", syntax.rows.map((row) => `[${all(row).join(" ")}]`));
    case "index": return list("index", all([syntax.object, ...syntax.subscripts]));
    case "range": {
      const part = (name: string, value: Syntax | undefined): string[] => (value === undefined ? [] : [`${name}=${dumpSyntax(value, place)}`]);
      return list("range", [...part("from", syntax.from), ...part("step", syntax.step), ...part("to", syntax.to)]);
    }
    case "object": return list("object", syntax.entries.map((entry) => `${entry.key}${place(entry.keySpan)}=${dumpSyntax(entry.value, place)}`));
  }
}

/** A statement as one line. */
export function dumpStatement(statement: Statement): string {
  const { kind, span } = statement;
  if (kind === "expression") return `(do${at(span)} ${dumpSyntax(statement.value)})`;
  const name = statement.name + at(statement.nameSpan);
  if (kind === "assign") return `(let${at(span)} ${name} ${dumpSyntax(statement.value)})`;
  const parameters = statement.parameters.map((parameter) => parameter.name + at(parameter.span));
  return `(fun${at(span)} ${name} [${parameters.join(" ")}] ${dumpSyntax(statement.body)})`;
}

/** A diagnostic as two lines: code, place, offending text; message and hint. */
export function dumpDiagnostic({ code, span, message, hint }: Diagnostic, text: string): string {
  return `${code}${at(span)} ${JSON.stringify(text.slice(span.start, span.end))}\n  ${message}${hint === undefined ? "" : ` | ${hint}`}`;
}

function at(span: Span): string {
  return `@${span.start}:${span.end}`;
}
