import { at, substitute, type Affine } from "../ir/affine.ts";
import type { Node } from "../ir/node.ts";
import { arithmetic, equals, fromNumber, toNumber, type Constant } from "../ir/rational.ts";
import { fold } from "../ops/fold.ts";

/** What a term multiplies. Positions count from 0; their indices are symbols, for which a writer has letters. */
export type Factor =
  /** One element of a value that stays as it is. */
  | { readonly kind: "element"; readonly node: Node; readonly at: readonly Affine[] }
  /** Kronecker's δ: 1 where both are the same, else 0. */
  | { readonly kind: "delta"; readonly left: Affine; readonly right: Affine }
  | { readonly kind: "apply"; readonly op: string; readonly args: readonly Sum[] }
  /** A sum in brackets. */
  | { readonly kind: "sum"; readonly of: Sum }
  /** The sum over all values of a symbol. */
  | { readonly kind: "over"; readonly symbol: number; readonly extent: number; readonly of: Sum };

/** A number times factors to powers, by their keys. */
export interface Term {
  readonly coefficient: Constant;
  readonly factors: ReadonlyMap<string, { readonly factor: Factor; readonly exponent: Constant }>;
}

/** Terms by the key of their factors: like terms are one, and none is 0. */
export type Sum = ReadonlyMap<string, Term>;

const one = fromNumber(1);
const none: Term["factors"] = new Map();

const sumOf = (terms: readonly Term[]): Sum => {
  const sum = new Map<string, Term>();
  for (const term of terms) {
    const key = [...term.factors].map(([name, { exponent }]) => `${name}^${toNumber(exponent)}`).sort().join("*");
    const known = sum.get(key);
    const coefficient = known === undefined ? term.coefficient : arithmetic("add", known.coefficient, term.coefficient);
    if (equals(coefficient, 0)) sum.delete(key);
    else sum.set(key, { coefficient, factors: term.factors });
  }
  return sum;
};

const keyOfSum = (sum: Sum): string => [...sum].map(([key, { coefficient }]) => `${toNumber(coefficient)} ${key}`).sort().join(" + ");

function keyOf(factor: Factor): string {
  switch (factor.kind) {
    case "element":
      return `${factor.node.id}${JSON.stringify(factor.at)}`;
    case "delta":
      return `δ${[factor.left, factor.right].map((e) => JSON.stringify(e)).sort().join()}`;
    case "apply":
      return `${factor.op}(${factor.args.map(keyOfSum).join("; ")})`;
    case "sum":
      return `(${keyOfSum(factor.of)})`;
    case "over":
      return `Σ${factor.symbol}(${keyOfSum(factor.of)})`;
  }
}

export const numberSum = (value: Constant | number): Sum => sumOf([{ coefficient: typeof value === "number" ? fromNumber(value) : value, factors: none }]);

export const factorSum = (factor: Factor): Sum => sumOf([{ coefficient: one, factors: new Map([[keyOf(factor), { factor, exponent: one }]]) }]);

/** Whether two sums are of the same terms. */
export const isSame = (a: Sum, b: Sum): boolean => keyOfSum(a) === keyOfSum(b);

/** The number that a sum is; null where it is none. */
export function numberOf(sum: Sum): Constant | null {
  if (sum.size === 0) return fromNumber(0);
  const [term] = sum.values();
  return sum.size === 1 && term?.factors.size === 0 ? term.coefficient : null;
}

export const add = (a: Sum, b: Sum): Sum => sumOf([...a.values(), ...b.values()]);

export const scale = (a: Sum, by: Constant): Sum => sumOf([...a.values()].map(({ coefficient, factors }) => ({ coefficient: arithmetic("mul", coefficient, by), factors })));

/** A product of two terms: exponents of like factors add up. */
function timesTerm(a: Term, b: Term): Term {
  const factors = new Map(a.factors);
  for (const [key, { factor, exponent }] of b.factors) {
    const known = factors.get(key);
    const total = known === undefined ? exponent : arithmetic("add", known.exponent, exponent);
    if (equals(total, 0)) factors.delete(key);
    else factors.set(key, { factor, exponent: factor.kind === "delta" ? one : total });
  }
  return { coefficient: arithmetic("mul", a.coefficient, b.coefficient), factors };
}

/** A sum as one term: itself where it is one, else in brackets, what all its terms have in common before them. */
function asTerm(sum: Sum): Term {
  const [first, ...others] = sum.values();
  if (first === undefined) return { coefficient: fromNumber(0), factors: none };
  if (others.length === 0) return first;
  const common = others.every(({ coefficient }) => equals(coefficient, first.coefficient)) || [...sum.values()].every(({ coefficient }) => toNumber(coefficient) < 0) ? first.coefficient : one;
  const factor: Factor = { kind: "sum", of: scale(sum, arithmetic("div", one, common)) };
  return { coefficient: common, factors: new Map([[keyOf(factor), { factor, exponent: one }]]) };
}

/** Products with numbers, and of one term with a sum that δ takes apart, are multiplied out; other sums stay in brackets. */
export function multiply(a: Sum, b: Sum): Sum {
  const [left, right] = [numberOf(a), numberOf(b)];
  if (left !== null) return scale(b, left);
  if (right !== null) return scale(a, right);
  const [one, many] = a.size === 1 ? [a, b] : [b, a];
  if (one.size === 1 && [...many.values()].some(hasDelta)) return sumOf([...many.values()].map((term) => timesTerm([...one.values()][0] as Term, term)));
  return sumOf([timesTerm(asTerm(a), asTerm(b))]);
}

/** A sum to a power. Of a product each factor is raised only where the power is whole: √(x²) is not x. */
export function power(a: Sum, exponent: Constant): Sum {
  const value = numberOf(a);
  if (value !== null) return numberSum(raised(value, exponent));
  if (equals(exponent, 0)) return numberSum(1);
  const term = asTerm(a);
  const whole = Number.isInteger(toNumber(exponent));
  const [only] = term.factors.values();
  if (!whole && (term.factors.size > 1 || !equals(term.coefficient, 1) || !equals(only?.exponent ?? 0, 1))) {
    return factorSum({ kind: "apply", op: "pow", args: [a, numberSum(exponent)] });
  }
  const factors = [...term.factors].map(([key, part]) => [key, { ...part, exponent: part.factor.kind === "delta" ? part.exponent : arithmetic("mul", part.exponent, exponent) }] as const);
  return sumOf([{ coefficient: raised(term.coefficient, exponent), factors: new Map(factors) }]);
}

/** Σ over all values of a symbol, term by term: δ picks one, what does not depend on the symbol stands before the Σ. */
export function over(sum: Sum, symbol: number, extent: number): Sum {
  const terms = [...sum.values()].map((term): Term => {
    const pick = [...term.factors].find(([, { factor }]) => factor.kind === "delta" && isSymbol(factor.right, symbol));
    if (pick?.[1].factor.kind === "delta") {
      const { left } = pick[1].factor;
      return [...term.factors].filter(([key]) => key !== pick[0]).reduce<Term>((all, [, { factor, exponent }]) => timesTerm(all, of(renamed(factor, symbol, left), exponent)), { coefficient: term.coefficient, factors: none });
    }
    const [inside, outside] = [[...term.factors].filter(([, { factor }]) => dependsOn(factor, symbol)), [...term.factors].filter(([, { factor }]) => !dependsOn(factor, symbol))];
    if (inside.length === 0) return { ...term, coefficient: arithmetic("mul", term.coefficient, fromNumber(extent)) };
    const total: Factor = { kind: "over", symbol, extent, of: sumOf([{ coefficient: one, factors: new Map(inside) }]) };
    return timesTerm({ coefficient: term.coefficient, factors: new Map(outside) }, of(total, one));
  });
  return sumOf(terms);
}

const isSymbol = (e: Affine, symbol: number): boolean => e.constant === 0 && e.terms.length === 1 && e.terms[0]?.index === symbol && e.terms[0].coefficient === 1;

const dependsOn = (factor: Factor, symbol: number): boolean => {
  const places = factor.kind === "element" ? factor.at : factor.kind === "delta" ? [factor.left, factor.right] : [];
  return places.some((e) => e.terms.some((term) => term.index === symbol)) || insideOf(factor).some((sum) => [...sum.values()].some(({ factors }) => [...factors.values()].some((part) => dependsOn(part.factor, symbol))));
};

/** Exact for whole exponents while it fits. */
function raised(value: Constant, exponent: Constant): Constant {
  const times = toNumber(exponent);
  if (!Number.isInteger(times) || Math.abs(times) > 64) return fold("pow", [value, exponent]);
  let result: Constant = one;
  for (let k = 0; k < Math.abs(times); k++) result = arithmetic("mul", result, value);
  return times < 0 ? arithmetic("div", one, result) : result;
}

/** Terms with δ[i, j] written with the index that comes first, and what all terms have in common then put before them. */
export function gathered(sum: Sum): Sum {
  const settled = sumOf([...sum.values()].map(settledTerm));
  const [first, ...others] = settled.values();
  if (first === undefined || others.length === 0 || ![...settled.values()].some(hasDelta)) return settled;
  const common = new Map([...first.factors].filter(([key, { exponent }]) => others.every((term) => equals(term.factors.get(key)?.exponent ?? 0, toNumber(exponent)))));
  if (common.size === 0) return settled;
  const rest = sumOf([...settled.values()].map(({ coefficient, factors }) => ({ coefficient, factors: new Map([...factors].filter(([key]) => !common.has(key))) })));
  return sumOf([timesTerm({ coefficient: one, factors: common }, asTerm(rest))]);
}

const hasDelta = ({ factors }: Term): boolean => [...factors.values()].some(({ factor }) => factor.kind === "delta");

/** δ[i, j] f[j] as δ[i, j] f[i]. */
function settledTerm(term: Term): Term {
  let parts = [...term.factors.values()];
  for (const { factor } of parts) {
    const index = factor.kind === "delta" && factor.right.constant === 0 ? factor.right.terms[0]?.index : undefined;
    if (factor.kind !== "delta" || index === undefined) continue;
    parts = parts.map((part) => (part.factor.kind === "delta" ? part : { ...part, factor: renamed(part.factor, index, factor.left) }));
  }
  return parts.reduce<Term>((all, { factor, exponent }) => timesTerm(all, of(factor, exponent)), { coefficient: term.coefficient, factors: none });
}

/** A symbol replaced wherever it occurs. */
function renamed(factor: Factor, symbol: number, by: Affine): Factor {
  const inSum = (sum: Sum): Sum => sumOf([...sum.values()].map(({ coefficient, factors }) => [...factors.values()].reduce<Term>((all, part) => timesTerm(all, of(renamed(part.factor, symbol, by), part.exponent)), { coefficient, factors: none })));
  const inIndex = (e: Affine): Affine => substitute(e, Array.from({ length: Math.max(symbol, ...e.terms.map((term) => term.index)) + 1 }, (_, k) => (k === symbol ? by : at(k))));
  switch (factor.kind) {
    case "element":
      return { ...factor, at: factor.at.map(inIndex) };
    case "delta":
      return { ...factor, left: inIndex(factor.left), right: inIndex(factor.right) };
    case "apply":
      return { ...factor, args: factor.args.map(inSum) };
    case "sum":
    case "over":
      return { ...factor, of: inSum(factor.of) };
  }
}

const of = (factor: Factor, exponent: Constant): Term => ({ coefficient: one, factors: new Map([[keyOf(factor), { factor, exponent }]]) });

/** Whether the same holds of every factor, those within others included. */
export function everyFactor(sum: Sum, holds: (factor: Factor) => boolean): boolean {
  return [...sum.values()].every(({ factors }) => [...factors.values()].every(({ factor }) => holds(factor) && insideOf(factor).every((inner) => everyFactor(inner, holds))));
}

const insideOf = (factor: Factor): readonly Sum[] => (factor.kind === "apply" ? factor.args : factor.kind === "sum" || factor.kind === "over" ? [factor.of] : []);
