import { type Diagnostic, type Span } from "../diagnostics.ts";
import { type Token } from "./tokens.ts";

/** An error at one place of the text. */
export function problem(code: string, span: Span, message: string, hint?: string): Diagnostic {
  return { code, severity: "error", span: { start: span.start, end: span.end }, message, ...(hint === undefined ? {} : { hint }) };
}

/** The span from the first to the last of some tokens. */
export function spanOf(tokens: readonly Token[]): Span {
  return { start: tokens[0]?.start ?? 0, end: tokens.at(-1)?.end ?? 0 };
}
