import type { Spelling } from "../../ir/op.ts";
import { toNumber, type Constant } from "../../ir/rational.ts";
import { pointwise } from "../../ops/index.ts";

/** Code with the precedence of its outermost operator (18: needs no parentheses anywhere). */
export interface Code {
  readonly text: string;
  readonly precedence: number;
  /** Whether it is a JavaScript boolean rather than 0 or 1. */
  readonly test?: boolean;
}

export const atom = (text: string): Code => ({ text, precedence: 18 });

/** A number in shortest round-trip form. */
export function numberCode(value: Constant): Code {
  const number = toNumber(value);
  if (Number.isNaN(number)) return atom("NaN");
  if (!Number.isFinite(number)) return number > 0 ? atom("Infinity") : { text: "-Infinity", precedence: 14 };
  return number < 0 || Object.is(number, -0) ? { text: `-${-number}`, precedence: 14 } : atom(String(number));
}

export const wrap = (code: Code, least: number): string => (code.precedence < least ? `(${code.text})` : code.text);

/** A helper that emitted code calls, with its own body. */
export type Helper = Extract<Spelling, { readonly helper: string }>;

/** A scalar operation as the registry spells it. Helpers that it needs are handed to `use`. */
export function spell(op: string, args: readonly Code[], use: (helper: Helper) => void): Code {
  const spelling = pointwise(op).spelling?.ts;
  if (spelling === undefined) throw new Error(`${op} has no spelling in TypeScript`);
  const values = args.map(asValue);
  const [a, b] = values as [Code, Code];
  if ("infix" in spelling) return { text: `${wrap(a, spelling.precedence)} ${spelling.infix} ${wrap(b, spelling.precedence + 1)}`, precedence: spelling.precedence };
  if ("prefix" in spelling) return { text: `${spelling.prefix}${a.text.startsWith(spelling.prefix) ? `(${a.text})` : wrap(a, 14)}`, precedence: 14 };
  if ("condition" in spelling) return condition(spelling, args);
  if ("choice" in spelling) return { text: `${wrap(asTest(args[0] as Code), 3)} ? ${wrap(values[1] as Code, 3)} : ${wrap(values[2] as Code, 3)}`, precedence: 2 };
  if ("template" in spelling) return { text: spelling.template.replace(/\$(\d)/g, (_, k: string) => wrap(values[Number(k)] as Code, 2)), precedence: spelling.precedence };
  if ("helper" in spelling) use(spelling);
  const name = "helper" in spelling ? spelling.helper : spelling.call;
  const nested = "call" in spelling && spelling.variadic === true && a.text.startsWith(`${name}(`) && a.precedence === 17 && closesAtEnd(a.text);
  const list = nested ? [a.text.slice(name.length + 1, -1), ...values.slice(1).map((v) => v.text)] : values.map((v) => v.text);
  return { text: `${name}(${list.join(", ")})`, precedence: 17 };
}

function condition(spelling: Extract<Spelling, { readonly condition: string }>, args: readonly Code[]): Code {
  const parts = spelling.of === "values" ? args.map(asValue) : args.map(asTest);
  const [a, b] = parts as [Code, Code?];
  const text = b === undefined ? `${spelling.condition}${wrap(a, spelling.precedence)}` : `${wrap(a, spelling.precedence + 1)} ${spelling.condition} ${wrap(b, spelling.precedence + 1)}`;
  return { text, precedence: spelling.precedence, test: true };
}

/** A test as the number 0 or 1. */
export const asValue = (code: Code): Code => (code.test === true ? { text: `${wrap(code, 3)} ? 1 : 0`, precedence: 2 } : code);

const asTest = (code: Code): Code => (code.test === true ? code : { text: `${wrap(code, 9)} !== 0`, precedence: 8, test: true });

/** Whether the first bracket of a call closes at its very end. */
function closesAtEnd(text: string): boolean {
  let depth = 0;
  for (const [k, c] of [...text].entries()) {
    if (c === "(") depth++;
    if (c === ")" && --depth === 0) return k === text.length - 1;
  }
  return false;
}
