export type TokenKind =
  | "number" | "string" | "name" | "operator" | "open" | "close" | "comma" | "semicolon" | "newline" | "unknown";

/** A word of the text with its place; comments and blanks are no tokens. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

// math.js's own letters without × and ÷, which it counts as letters and which would make `a × b` a product of three names.
const LETTERS = "a-zA-Z_$\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02AF\\u0370-\\u03FF\\u1E00-\\u1EFF\\u2100-\\u214F\\u{1D400}-\\u{1D7FF}";
// Hats, bars, tildes and arrows that have no composed form.
const MARKS = "\\u0300-\\u036F\\u20D0-\\u20FF";

const NAMED_OPERATORS: ReadonlySet<string> = new Set(["and", "or", "not", "xor", "mod", "to", "in"]);

// Operators of other languages are tokens too, so that each can be named in a diagnostic.
const OPERATORS = [
  ">>>", "===", "!==", ":=", "**", "&&", "||", "->", "=>", "//", ".*", "./", ".^", ".'", "==", "!=", "~=", "<>", "<=", ">=",
  "<<", ">>", "^|", "??", "+=", "-=", "*=", "/=", "+", "-", "*", "/", "^", "%", "!", "~", "&", "|", "=", ":", "?", "<", ">", ".", "@", "\\",
];

const BLANK = /(?:[^\S\n]|#[^\n]*)+/y;
const NUMBER = /(?:\d+(?:\.(?![*/^])\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const BAD_NUMBER = /0[box][0-9A-Za-z_.]*|(?:\d+(?:\.(?![*/^])\d*)?|\.\d+)[eE](?:[+-](?!\d)|\.(?![*/^])|[+-]?\d+\.(?![*/^]))\d*/y;
const NAME = new RegExp(`[${LETTERS}][${LETTERS}${MARKS}0-9]*`, "uy");
const STRING = /"(?:[^"\\\n]|\\[^\n])*"|'(?:[^'\\\n]|\\[^\n])*'/y;
const UNCLOSED_STRING = /["'][^\n]*/y;
const OPERATOR = new RegExp(`\\?\\.(?!\\d)|${OPERATORS.map((o) => o.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")).join("|")}`, "y");
// A run of raised or lowered characters is one mistake, not several.
const UNKNOWN = /[\u2080-\u209C\u1D62-\u1D6A]+|[\u00B2\u00B3\u00B9\u2070-\u207F\u1D40]+|[^]/uy;
const LETTER = new RegExp(`^[${LETTERS}${MARKS}]$`, "u");

const PUNCTUATION: ReadonlyMap<string, TokenKind> = new Map([
  ["(", "open"], ["[", "open"], ["{", "open"], [")", "close"], ["]", "close"], ["}", "close"],
  [",", "comma"], [";", "semicolon"], ["\n", "newline"],
]);

/** math.js's `isAlpha` as this language has it; looks at UTF-16 units and their neighbours, as math.js does. */
export function isLetter(unit: string, previous: string, next: string): boolean {
  return LETTER.test(unit) || LETTER.test(unit + next) || LETTER.test(previous + unit);
}

/** Whether a value may end with this token, so that a quote after it transposes. */
export function endsValue(token: Token | undefined): boolean {
  if (token === undefined) return false;
  return token.kind === "number" || token.kind === "string" || token.kind === "name" || token.kind === "close" || token.text === "'";
}

/** Whether a value may begin with this token. */
export function beginsValue(token: Token | undefined): boolean {
  if (token === undefined) return false;
  return token.kind === "number" || token.kind === "string" || token.kind === "name" || token.kind === "open";
}

/** Splits a text into tokens, exactly where math.js does; what it could not read becomes `unknown`. Never throws. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let depth = 0;
  let last: Token | undefined;
  let at = matchLength(BLANK, text, 0);
  while (at < text.length) {
    const { kind, length } = scan(text, at, endsValue(last));
    const token: Token = { kind, text: text.slice(at, at + length), start: at, end: at + length };
    tokens.push(token);
    if (kind === "open") depth += 1;
    if (kind === "close") depth = Math.max(0, depth - 1);
    // Inside brackets a line end is a blank, and a quote after it still transposes.
    if (kind !== "newline" || depth === 0) last = token;
    at = token.end + matchLength(BLANK, text, token.end);
  }
  return tokens;
}

function scan(text: string, at: number, afterValue: boolean): { readonly kind: TokenKind; readonly length: number } {
  const character = text.charAt(at);
  const punctuation = PUNCTUATION.get(character);
  if (punctuation !== undefined) return { kind: punctuation, length: 1 };
  if (character === "'" && afterValue) return { kind: "operator", length: 1 };
  for (const [kind, pattern] of PATTERNS) {
    const length = matchLength(pattern, text, at);
    if (length === 0) continue;
    const named = kind === "name" && NAMED_OPERATORS.has(text.slice(at, at + length));
    return { kind: named ? "operator" : kind, length };
  }
  return { kind: "unknown", length: 1 };
}

const PATTERNS: readonly (readonly [TokenKind, RegExp])[] = [
  ["unknown", BAD_NUMBER], ["number", NUMBER], ["name", NAME], ["string", STRING], ["unknown", UNCLOSED_STRING],
  ["operator", OPERATOR], ["unknown", UNKNOWN],
];

function matchLength(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}

/** The text of some tokens at their places, every comment, line end and odd blank between them replaced by spaces. */
export function plainText(tokens: readonly Token[]): string {
  const start = tokens[0]?.start ?? 0;
  let plain = "";
  for (const token of tokens) plain += " ".repeat(token.start - start - plain.length) + token.text;
  return plain;
}

/** Tokens as a person would write them, for hints. */
export function spell(tokens: readonly Token[]): string {
  return tokens.reduce((text, token, index) => {
    const previous = tokens[index - 1];
    const gap = previous !== undefined && (token.start > previous.end || (endsValue(previous) && beginsValue(token) && token.kind !== "open")) ? " " : "";
    return text + gap + token.text;
  }, "");
}
