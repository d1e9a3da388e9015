import { broadcastShapes } from "../ir/shape.ts";
import { showConstant, toNumber, type Constant } from "../ir/rational.ts";

/** A piece of math text, how tightly its outermost operator binds, and the shape that the text, read as it stands, has. */
export interface Text {
  readonly text: string;
  readonly level: number;
  readonly own: readonly number[];
}

/** math.js's precedences; a series `Σn …` takes in products, and what follows a product in it. */
export const levels = { choice: 1, or: 2, and: 4, compare: 8, sum: 12, series: 12.5, product: 13, sign: 15, power: 16, transpose: 17, atom: 18 } as const;

/** Texts longer than this are cut: whoever has so much to say gives names to parts. */
const longest = 4000;

const made = (text: string, level: number, own: readonly number[]): Text => (text.length > longest ? { text: "…", level: levels.atom, own } : { text, level, own });

export const atom = (text: string, own: readonly number[] = []): Text => made(text, levels.atom, own);
export const number = (value: number): Text => atom(String(value));

/** In brackets where it binds less tightly than asked. */
export const bracketed = (part: Text, level: number): string => (part.level < level ? `(${part.text})` : part.text);

export const call = (name: string, parts: readonly (Text | string)[], own: readonly number[] = []): Text => atom(`${name}(${parts.map((part) => (typeof part === "string" ? part : part.text)).join(", ")})`, own);

export const together = (parts: readonly Text[]): readonly number[] => broadcastShapes(parts.map((part) => part.own)) ?? parts.find((part) => part.own.length > 0)?.own ?? [];

/** A left-associative operator. */
export function infix(operator: string, left: Text, right: Text, level: number): Text {
  const own = together([left, right]);
  const compact = operator === "/" && /^\d+$/.test(left.text) && /^[\p{L}\d]+$/u.test(right.text);
  if (level === levels.product && right.level === levels.series) return made(`${bracketed(left, level)} ${operator} ${right.text}`, levels.series, own);
  const tight = level === levels.compare ? levels.compare + 1 : level;
  return made([bracketed(left, tight), operator, bracketed(right, level + 0.1)].join(compact ? "" : " "), level, own);
}

export function negated(part: Text): Text {
  if (part.level === levels.series) return made(`-${part.text}`, levels.series, part.own);
  if (part.level === levels.product && !part.text.includes(" ") && !part.text.startsWith("-")) return made(`-${part.text}`, levels.product, part.own);
  return made(`-${bracketed(part, levels.sign + 0.1)}`, levels.sign, part.own);
}

export const times = (a: Text, b: Text): Text => infix(a.own.length === 0 || b.own.length === 0 ? "*" : ".*", a, b, levels.product);

export const power = (a: Text, b: Text): Text => made(`${bracketed(a, levels.transpose)} ${a.own.length + b.own.length === 0 ? "^" : ".^"} ${bracketed(b, levels.sign)}`, levels.power, together([a, b]));

export const transposed = (part: Text): Text => {
  if (part.level === levels.transpose && part.text.endsWith("'")) return made(part.text.slice(0, -1), levels.atom, part.own.toReversed());
  return made(`${bracketed(part, levels.transpose)}'`, levels.transpose, part.own.toReversed());
};

export const choice = (test: Text, then: Text, otherwise: Text): Text =>
  made(`${bracketed(test, levels.or)} ? ${bracketed(then, levels.or)} : ${bracketed(otherwise, levels.or)}`, levels.choice, together([test, then, otherwise]));

export const prefixed = (sign: string, body: Text): Text => made(`${sign} ${body.level === levels.series ? body.text : bracketed(body, levels.product)}`, levels.series, body.own);

export const subscripted = (part: Text, subscripts: readonly string[], own: readonly number[]): Text => atom(`${part.text.startsWith("[") ? `(${part.text})` : bracketed(part, levels.atom)}[${subscripts.join(", ")}]`, own);

export function constant(value: Constant): Text {
  const text = toNumber(value) === Math.PI ? "pi" : showConstant(value).replace("Infinity", "Inf");
  return { text, level: text.startsWith("-") ? levels.sign : text.includes("/") ? levels.product : levels.atom, own: [] };
}

/** Numbers in brackets, rows as rows; in the middle of many there are dots. */
export function array(items: readonly string[], own: readonly number[]): Text {
  return atom(nested(items, own), own);
}

function nested(items: readonly string[], own: readonly number[]): string {
  const [rows = 0, columns = 1, ...deeper] = own;
  const row = (list: readonly string[]): string => shortened(list).join(", ");
  if (own.length <= 1) return `[${row(items)}]`;
  const size = items.length / Math.max(rows, 1);
  const parts = Array.from({ length: rows }, (_, k) => items.slice(k * size, (k + 1) * size));
  if (deeper.length > 0 || rows === 1) return `[${shortened(parts.map((part) => nested(part, [columns, ...deeper]))).join(", ")}]`;
  return `[${shortened(parts.map(row)).join("; ")}]`;
}

const shortened = (list: readonly string[]): readonly string[] => (list.length <= 8 ? list : [...list.slice(0, 4), "…", ...list.slice(-2)]);

/** The text made to have exactly a shape, which it has but for repetition. */
export function withShape(text: Text, own: readonly number[]): Text {
  if (text.own.length === own.length && text.own.every((extent, d) => extent === own[d])) return text;
  const ones = call(text.text === "0" ? "zeros" : "ones", own.map(String), own);
  return text.text === "0" || text.text === "1" ? ones : times(text, ones);
}
