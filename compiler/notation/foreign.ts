import { type Diagnostic } from "../diagnostics.ts";
import { problem } from "./problem.ts";
import { type Token, endsValue, spell } from "./tokens.ts";

const OPERATORS: ReadonlySet<string> = new Set([
  "+", "-", "*", "/", "^", ".*", "./", ".^", "==", "!=", "<", "<=", ">", ">=", "and", "or", "not", "'", "=", "?", ":",
]);

/** What to write instead of an operator or a sign of other notations. */
const INSTEAD: ReadonlyMap<string, string> = new Map([
  [":=", "="], ["←", "="], ["**", "^"], ["&&", "and"], ["&", "and"], ["∧", "and"], ["||", "or"], ["|", "or"], ["∨", "or"], ["¬", "not"],
  ["===", "=="], ["!==", "!="], ["~=", "!="], ["<>", "!="], ["≠", "!="], ["≤", "<="], ["≥", ">="], ["xor", "!="],
  ["@", "*"], ["×", "*"], ["·", "*"], ["⋅", "*"], ["∗", "*"], ["∙", "*"], ["•", "*"], ["÷", "/"], ["//", "/"], ["∕", "/"], ["\\", "/"],
  ["⊙", ".*"], ["∘", ".*"], ["⊘", "./"], ["−", "-"], ["–", "-"], ["—", "-"], ["′", "'"], ["ᵀ", "'"], ["⊤", "'"], [".'", "'"],
  ["∞", "Inf"], ["“", '"'], ["”", '"'], ["„", '"'], ["‘", '"'], ["’", '"'], ["…", ":"],
]);

/** Where a single sign does not do. */
const ADVICE: ReadonlyMap<string, string> = new Map([
  ["%", "write a - b * floor(a / b) for the remainder; comments begin with #"],
  ["mod", "write a - b * floor(a / b) for the remainder"],
  ["->", "a function is written f(x) = ..."], ["=>", "a function is written f(x) = ..."],
  ["to", "there are no units"], ["in", "there are no units"], ["??", "every value is a number"],
  ["<<", "write a * 2^n"], [">>", "write floor(a / 2^n)"], [">>>", "write floor(a / 2^n)"],
  ["√", "write sqrt(x)"], ["∑", "write sum(x)"], ["∏", "write prod(x)"], ["∇", "gradients are computed, not written"], ["∂", "gradients are computed, not written"],
  ["½", "write 1/2"], ["⊗", "write outer(a, b)"],
]);

const NORMAL: ReadonlyMap<string, string> = new Map(
  [..."₀₁₂₃₄₅₆₇₈₉⁰¹²³⁴⁵⁶⁷⁸⁹"].map((digit, index) => [digit, String(index % 10)]),
);

/** Complains about operators and characters that the language does not have, `|x|` and `×` among them, and says what to write. */
export function foreign(tokens: readonly Token[]): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined) break;
    if (token.kind === "operator" && !OPERATORS.has(token.text)) {
      const end = barsEnd(tokens, index);
      diagnostics.push(end > index ? bars(tokens, index, end) : unsupported(tokens, index, token));
      index = Math.max(index, end);
    } else if (token.kind === "unknown") {
      const end = barsEnd(tokens, index);
      diagnostics.push(end > index ? bars(tokens, index, end) : unknown(tokens, index, token));
      index = Math.max(index, end);
    }
  }
  return diagnostics;
}

/** Where `|x|`, `||x||` or `‖x‖` that opens here ends, or −1: a bar opens where no value has ended, or rather clings to the next, as in `2 |x|`. */
function barsEnd(tokens: readonly Token[], index: number): number {
  const [before, bar, after] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (bar === undefined || !["|", "||", "‖"].includes(bar.text)) return -1;
  const clings = before !== undefined && before.end < bar.start && after?.start === bar.end;
  if (endsValue(before) && !clings) return -1;
  return tokens.findIndex((token, other) => other > index && token.text === bar.text);
}

function bars(tokens: readonly Token[], index: number, end: number): Diagnostic {
  const callee = tokens[index]?.text === "|" ? "abs" : "norm";
  const inside = spell(tokens.slice(index + 1, end));
  const span = { start: tokens[index]?.start ?? 0, end: tokens[end]?.end ?? 0 };
  return problem("unsupported-operator", span, "bars are not an operator here", `write ${callee}(${inside})`);
}

function unsupported(tokens: readonly Token[], index: number, token: Token): Diagnostic {
  if (token.text === "." || token.text === "?.") {
    return problem("property-access", token, "values have no properties", "write x[1] for an element; a decimal number has a digit beside its point");
  }
  return problem("unsupported-operator", token, `${token.text} is not an operator here`, operatorHint(tokens, index, token));
}

function operatorHint(tokens: readonly Token[], index: number, token: Token): string | undefined {
  const [before, after] = [tokens[index - 1], tokens[index + 1]];
  if (token.text === "!" || token.text === "~") {
    if (endsValue(before)) return token.text === "!" ? "there is no factorial" : "to negate a condition, write not before it";
    return after?.kind === "name" ? `write not ${after.text}` : "write not";
  }
  if (/^[-+*/]=$/.test(token.text)) return "a name is assigned once: give the new value a name of its own";
  const instead = INSTEAD.get(token.text);
  return instead === undefined ? (ADVICE.get(token.text) ?? "the operators are + - * / ^ ' .* ./ .^ and comparisons") : replacement(tokens, index, instead);
}

/** The corrected text where both neighbours are single words, else just the sign. */
function replacement(tokens: readonly Token[], index: number, instead: string): string {
  const [before, after] = [tokens[index - 1], tokens[index + 1]];
  const simple = (token: Token | undefined): token is Token => token?.kind === "name" || token?.kind === "number";
  if (instead === "'") return before?.kind === "name" ? `write ${before.text}'` : "write '";
  if (simple(before) && simple(after) && tokens[index + 2]?.kind !== "open") return `write ${before.text} ${instead} ${after.text}`;
  return `write ${instead}`;
}

function unknown(tokens: readonly Token[], index: number, token: Token): Diagnostic {
  const before = tokens[index - 1];
  if (/^["']/.test(token.text)) return problem("unclosed-string", token, "this text is never closed", `close it with ${token.text.charAt(0)} on the same line`);
  if (/^[.0-9]/.test(token.text)) return problem("unsupported-number", token, "this is not a number", "write decimal digits, as in 0.5 or 1e-3");
  const digits = [...token.text].map((character) => NORMAL.get(character) ?? "").join("");
  const base = before?.end === token.start ? before.text : "x";
  if (/^[\u2080-\u209C\u1D62-\u1D6A]/u.test(token.text)) {
    const hint = digits === "" ? "write a name such as x_i, or x[i] for an element" : `write ${base}[${digits}] for an element, or ${base}_${digits} as a name`;
    return problem("unknown-character", token, `${token.text} is not read as a subscript`, hint);
  }
  if (digits !== "") return problem("unknown-character", token, `${token.text} is not read as a power`, `write ${base}^${digits}`);
  const instead = INSTEAD.get(token.text);
  const hint = instead === undefined ? ADVICE.get(token.text) : replacement(tokens, index, instead);
  if (instead !== undefined && !/["I]/.test(instead)) return problem("unsupported-operator", token, `${token.text} is not an operator here`, hint);
  return problem("unknown-character", token, `${describe(token.text)} has no meaning here`, hint ?? "remove it; names have letters, digits and _");
}

function describe(character: string): string {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
  return /^[\p{L}\p{N}\p{P}\p{S}]/u.test(character) ? `the character ${character}` : `the character ${code}`;
}
