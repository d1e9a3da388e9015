/** A half-open range of offsets into a source text, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What is wrong (or doubtful) at one place of a spec. */
export interface Diagnostic {
  /** A stable kebab-case name of the kind of problem; `tests/errors/<code>.grad` holds a sample of each. */
  readonly code: string;
  readonly severity: "error" | "warning";
  readonly span: Span;
  /** What is wrong, on one line: `cannot multiply (2 × 3) by a vector of 2`. */
  readonly message: string;
  /** What was expected or probably meant. */
  readonly hint?: string;
}

/** A spec's text under the name that diagnostics call it by. Line ends are normalised to `\n` and text to NFC. */
export class Source {
  readonly file: string;
  readonly text: string;

  constructor(text: string, file: string) {
    this.file = file;
    this.text = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n").normalize("NFC");
  }

  /** Line and column of an offset, both from 1; columns count code points. */
  position(offset: number): { readonly line: number; readonly column: number } {
    const before = this.text.slice(0, offset);
    const start = before.lastIndexOf("\n") + 1;
    return { line: before.split("\n").length, column: [...before.slice(start)].length + 1 };
  }

  /** The text of one line, counted from 1, without its line end. */
  line(number: number): string {
    return this.text.split("\n")[number - 1] ?? "";
  }
}

/** Thrown with every diagnostic of a phase once the phase is over. */
export class CompileError extends Error {
  readonly diagnostics: readonly Diagnostic[];
  readonly source: Source;

  constructor(diagnostics: readonly Diagnostic[], source: Source) {
    super(diagnostics.map((diagnostic) => renderDiagnostic(diagnostic, source)).join("\n\n"));
    this.name = "CompileError";
    this.diagnostics = diagnostics;
    this.source = source;
  }
}

/** Thrown where one expression goes wrong; whoever walks the statements catches it, keeps the diagnostic and goes on. */
export class Fault extends Error {
  readonly diagnostic: Diagnostic;

  constructor(code: string, span: Span, message: string, hint?: string) {
    super(message);
    this.name = "Fault";
    this.diagnostic = { code, severity: "error", span, message, ...(hint === undefined ? {} : { hint }) };
  }
}

/** Thrown where a caller asks for a value that the spec does not have, or that cannot be differentiated with respect to. */
export class NameError extends RangeError {
  /** The name asked for, and those that could be. */
  readonly asked: string;
  readonly known: readonly string[];

  constructor(message: string, asked: string, known: readonly string[]) {
    super(message);
    this.name = "NameError";
    this.asked = asked;
    this.known = known;
  }
}

/** A diagnostic as a terminal shows it: place, offending text, message; the line, underlined; the hint. */
export function renderDiagnostic(diagnostic: Diagnostic, source: Source): string {
  const { line, column } = source.position(diagnostic.span.start);
  const text = source.line(line);
  const offending = source.text.slice(diagnostic.span.start, diagnostic.span.end).split("\n")[0] ?? "";
  const width = Math.max(1, [...offending].filter((c) => !/\p{Mark}/u.test(c)).length);
  const gutter = String(line);
  const lead = [...text].slice(0, column - 1).filter((c) => !/\p{Mark}/u.test(c));
  const indent = lead.map((c) => (c === "\t" ? "\t" : " ")).join("");
  const subject = offending.trim() === "" || offending.length > 60 ? "" : `${offending} : `;
  const prefix = diagnostic.severity === "warning" ? "warning: " : "";
  return [
    `${source.file}:${line}:${column}  ${prefix}${subject}${diagnostic.message}`,
    `  ${gutter} | ${text}`,
    `  ${" ".repeat(gutter.length)} | ${indent}${"~".repeat(width)}`,
    ...(diagnostic.hint === undefined ? [] : [`  ${diagnostic.hint}`]),
  ].join("\n");
}
