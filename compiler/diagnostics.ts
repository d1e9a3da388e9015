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

/** Beyond these a text is rather no spec at all. */
const mostShown = 30;
/** Longer lines are shown in part. */
const widest = 110;

/** Thrown with every diagnostic of a phase once the phase is over. */
export class CompileError extends Error {
  readonly diagnostics: readonly Diagnostic[];
  readonly source: Source;

  constructor(diagnostics: readonly Diagnostic[], source: Source) {
    const shown = diagnostics.slice(0, mostShown).map((diagnostic) => renderDiagnostic(diagnostic, source));
    const more = diagnostics.length - shown.length;
    super([...shown, ...(more > 0 ? [`… and ${more} more`] : [])].join("\n\n"));
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

/** Thrown where a standalone module is asked for, but the spec gives training nothing to do. */
export class NothingToTrainError extends RangeError {
  constructor(file: string, missing: "loss" | "param") {
    super(`${file}: has no ${missing}(…), so there is nothing to train and no standalone module`);
    this.name = "NothingToTrainError";
  }
}

/** Thrown where second derivatives are asked for that are none, or too many to be stored. */
export class SecondDerivativeError extends RangeError {
  constructor(message: string) {
    super(message);
    this.name = "SecondDerivativeError";
  }
}

/** A diagnostic as a terminal shows it: place, offending text, message; the line, underlined; the hint. */
export function renderDiagnostic(diagnostic: Diagnostic, source: Source): string {
  const { line, column } = source.position(diagnostic.span.start);
  const offending = source.text.slice(diagnostic.span.start, diagnostic.span.end).split("\n")[0] ?? "";
  const gutter = String(line);
  const excerpt = excerptOf([...source.line(line)], column - 1, [...offending].length);
  const subject = offending.trim() === "" || offending.length > 60 ? "" : `${visible(offending)} : `;
  const prefix = diagnostic.severity === "warning" ? "warning: " : "";
  return [
    `${source.file}:${line}:${column}  ${prefix}${subject}${diagnostic.message}`,
    `  ${gutter} | ${excerpt.text}`,
    `  ${" ".repeat(gutter.length)} | ${excerpt.underline}`,
    ...(diagnostic.hint === undefined ? [] : [`  ${diagnostic.hint}`]),
  ].join("\n");
}

/** A line, or of a long one the part around what is underlined, over its underline. */
function excerptOf(line: readonly string[], start: number, length: number): { readonly text: string; readonly underline: string } {
  const end = start + Math.min(length, Math.floor(widest * 0.7));
  const room = Math.max(0, Math.floor((widest - (end - start)) / 2));
  const whole = line.length <= widest;
  const from = whole ? 0 : Math.max(0, Math.min(start - room, line.length - widest));
  const to = whole ? line.length : Math.min(line.length, from + widest);
  const [before, after] = [from > 0 ? "… " : "", to < line.length ? " …" : ""];
  const shown = (parts: readonly string[]): readonly string[] => parts.filter((part) => !/\p{Mark}/u.test(part));
  const lead = [...before, ...shown(line.slice(from, start))].map((part) => (part === "\t" ? "\t" : " ")).join("");
  const width = Math.max(1, shown(line.slice(start, Math.min(start + length, to))).length);
  return { text: `${before}${visible(line.slice(from, to).join(""))}${after}`, underline: `${lead}${"~".repeat(width)}` };
}

/** Characters that a terminal would hide or obey, as one that it shows. */
const visible = (text: string): string => text.replace(/[^\P{C}\t]/gu, "\uFFFD");
