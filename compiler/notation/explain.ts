import { type Diagnostic } from "../diagnostics.ts";
import { problem, spanOf } from "./problem.ts";
import { type Token, beginsValue, endsValue } from "./tokens.ts";

/** Message and hint where a line ends between two values, so that they would be multiplied, or worse. */
export const ACROSS_LINES = ["there is only a line end between two values", "end the line with an operator, a comma or, in an array, a ;"] as const;

const STATEMENTS = "a statement is name = expression, f(x) = expression, or data(…) and its like";

/** Says in words of the language why math.js could not parse a statement; `offset` is where it gave up. */
export function explain(error: unknown, offset: number, tokens: readonly Token[], text: string): Diagnostic {
  const message = error instanceof Error ? error.message : "";
  const index = tokens.findIndex((token) => token.end > offset);
  const current = tokens[index];
  const previous = index < 0 ? tokens.at(-1) : tokens[index - 1];
  if (message.startsWith("False part")) return elseMissing(tokens, index);
  if (previous?.kind === "operator" && previous.text !== "'" && !beginsValue(current)) {
    const after = current === undefined ? `after ${previous.text}` : `between ${previous.text} and ${current.text}`;
    return problem("missing-value", spanOf(current === undefined ? [previous] : [previous, current]), `a value is missing ${after}`, current === undefined ? `write what follows, or remove the ${previous.text}` : "write it, or remove one of the two");
  }
  if (current?.kind === "string" && /escape|unicode/.test(message)) return problem("unknown-escape", current, "a backslash here begins no known sign", "write \\\\ for a backslash");
  if (current === undefined || previous === undefined) return unexpected(current, tokens);
  if (endsValue(previous) && beginsValue(current)) return missingOperator(previous, current, text.slice(previous.end, current.start));
  if (current.kind === "comma" && endsValue(previous)) return problem("unexpected-comma", current, "a comma stands only between brackets", "write one statement per line");
  if (current.kind === "semicolon") return problem("unexpected-semicolon", current, "a ; inside brackets stands only between the rows of an array", "write a , between arguments");
  if (message.startsWith("Value expected")) return problem("missing-value", current, `a value is missing before ${current.text}`, `write it, or remove the ${current.text}`);
  return unexpected(current, tokens);
}

function elseMissing(tokens: readonly Token[], index: number): Diagnostic {
  const questions = tokens.slice(0, index < 0 ? tokens.length : index).filter((token) => token.text === "?");
  const question = questions.at(-1);
  return problem("missing-else", question ?? spanOf(tokens), "this choice has no other case", "write c ? a : b");
}

function missingOperator(previous: Token, current: Token, gap: string): Diagnostic {
  if (gap.includes("\n")) return problem("missing-comma", spanOf([previous, current]), ...ACROSS_LINES);
  if (gap === "" && previous.kind === "number" && current.kind === "number") {
    return problem("unsupported-number", spanOf([previous, current]), "this is not a number", "write decimal digits, as in 0.5 or 1e-3");
  }
  const simple = previous.kind !== "close" && current.kind !== "open";
  const hint = simple ? `write ${previous.text} * ${current.text}, or ${previous.text}, ${current.text} between brackets` : "write * between them to multiply";
  return problem("missing-operator", spanOf([previous, current]), "an operator or a comma is missing between these", hint);
}

function unexpected(current: Token | undefined, tokens: readonly Token[]): Diagnostic {
  if (current === undefined) return problem("syntax-error", spanOf(tokens), "this statement is not complete", STATEMENTS);
  return problem("syntax-error", current, `${current.text} is not expected here`, STATEMENTS);
}
