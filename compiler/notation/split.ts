import { type Token } from "./tokens.ts";

const OPENING: ReadonlyMap<string, string> = new Map([[")", "("], ["]", "["], ["}", "{"]]);
// These end a value, so a line may end with them.
const POSTFIX: ReadonlySet<string> = new Set(["'", "!", "%"]);

/**
 * Splits a spec's tokens into those of its statements, without line ends.
 * A bracket that is never closed would swallow the rest of the file: then a line that begins like an assignment ends the statement.
 */
export function split(tokens: readonly Token[]): Token[][] {
  const statements: Token[][] = [];
  let guarded = false;
  let from = 0;
  while (from < tokens.length) {
    let end = statementEnd(tokens, from, guarded);
    if (end.unclosed && !guarded) {
      guarded = true;
      end = statementEnd(tokens, from, guarded);
    }
    const statement = tokens.slice(from, end.index).filter((token) => token.kind !== "newline");
    if (statement.length > 0) statements.push(statement);
    from = end.index + 1;
  }
  return statements;
}

/** Closes the bracket that this token ends: the innermost of its kind, else, the token being wrong, the innermost of any kind. */
export function closeBracket<T extends { readonly token: Token }>(open: T[], token: Token): { readonly closed: T | undefined; readonly unclosed: readonly T[] } {
  const wanted = OPENING.get(token.text);
  let index = open.length - 1;
  while (index >= 0 && open[index]?.token.text !== wanted) index -= 1;
  if (index < 0) return { closed: open.pop(), unclosed: [] };
  const unclosed = open.splice(index + 1);
  return { closed: open.pop(), unclosed };
}

function statementEnd(tokens: readonly Token[], from: number, guarded: boolean): { readonly index: number; readonly unclosed: boolean } {
  const open: { readonly token: Token }[] = [];
  let last: Token | undefined;
  for (let index = from; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined) break;
    if (token.kind === "open") open.push({ token });
    else if (token.kind === "close") closeBracket(open, token);
    else if (token.kind === "semicolon" && open.length === 0) return { index, unclosed: false };
    else if (token.kind === "newline") {
      const continues = open.length > 0 ? !(guarded && beginsAssignment(tokens, index + 1)) : continuesAfter(last) && !beginsAssignment(tokens, index + 1);
      if (!continues) return { index, unclosed: open.length > 0 };
      continue;
    }
    last = token;
  }
  return { index: tokens.length, unclosed: open.length > 0 };
}

function continuesAfter(last: Token | undefined): boolean {
  return last?.kind === "operator" && !POSTFIX.has(last.text);
}

/** Whether `name =` or `name(a, b) =` stands here. */
export function beginsAssignment(tokens: readonly Token[], index: number): boolean {
  if (tokens[index]?.kind !== "name") return false;
  let next = index + 1;
  if (tokens[next]?.text === "(") {
    next += 1;
    while (tokens[next]?.kind === "name" || tokens[next]?.kind === "comma") next += 1;
    if (tokens[next]?.text !== ")") return false;
    next += 1;
  }
  return tokens[next]?.text === "=";
}
