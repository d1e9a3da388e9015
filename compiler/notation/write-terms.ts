import type { Affine } from "../ir/affine.ts";
import { arithmetic, equals, fromNumber, toNumber, type Constant } from "../ir/rational.ts";
import { ownShape } from "../ir/shape.ts";
import { pointwiseText } from "./write-pointwise.ts";
import { scale, type Factor, type Sum, type Term } from "./terms.ts";
import type { NodeWriter } from "./write-operand.ts";
import { atom, call, infix, levels, negated, power, prefixed, subscripted, times, type Text } from "./write-text.ts";

/** A sum as mathematics, its numbers as fractions: `3 * z[1] / 4 - z[2] ^ 2`. `letters` are the names of its symbols. */
export function sumText(sum: Sum, writer: NodeWriter, letters: readonly string[]): Text {
  const terms = inOrder([...sum.values()]);
  const start = terms.findIndex(({ coefficient }) => toNumber(coefficient) > 0);
  const ordered = start > 0 ? [terms[start] as Term, ...terms.slice(0, start), ...terms.slice(start + 1)] : terms;
  const [first, ...others] = ordered;
  if (first === undefined) return atom("0");
  return others.reduce((text, term) => (toNumber(term.coefficient) < 0 ? infix("-", text, termText(opposite(term), writer, letters), levels.sum) : infix("+", text, termText(term, writer, letters), levels.sum)), termText(first, writer, letters));
}

type Part = { readonly factor: Factor; readonly exponent: Constant };

/** Which values' elements a term multiplies, and to what power in all, whatever their positions. */
const signatureOf = ({ factors }: Term): string => [...factors.values()].map(({ factor, exponent }) => `${factor.kind === "element" ? factor.node.id : factor.kind}^${toNumber(exponent)}`).sort().join("*");

const positionsOf = (parts: Iterable<Part>): readonly number[] => [...parts].flatMap(({ factor }) => (factor.kind === "element" ? factor.at.map((e) => e.constant) : []));

const byPosition = (a: readonly number[], b: readonly number[]): number => a.map((value, k) => value - (b[k] ?? 0)).find((difference) => difference !== 0) ?? 0;

/** Terms as they came, but those that differ only in positions by these: `2 * z[1] + 3 * z[2]`. */
function inOrder(terms: readonly Term[]): readonly Term[] {
  const groups = new Map<string, Term[]>();
  for (const term of terms) groups.set(signatureOf(term), [...(groups.get(signatureOf(term)) ?? []), term]);
  return [...groups.values()].flatMap((group) => group.toSorted((a, b) => byPosition(positionsOf(partsOf(a)), positionsOf(partsOf(b)))));
}

/** The factors as they came, but elements of one value by their positions. */
function partsOf({ factors }: Term): readonly Part[] {
  const groups = new Map<string, Part[]>();
  for (const [key, part] of factors) {
    const group = part.factor.kind === "element" ? String(part.factor.node.id) : key;
    groups.set(group, [...(groups.get(group) ?? []), part]);
  }
  return [...groups.values()].flatMap((group) => group.toSorted((a, b) => byPosition(positionsOf([a]), positionsOf([b]))));
}

const opposite = (term: Term): Term => ({ ...term, coefficient: arithmetic("mul", fromNumber(-1), term.coefficient) });

function termText(term: Term, writer: NodeWriter, letters: readonly string[]): Text {
  if (toNumber(term.coefficient) < 0) {
    const { text, level, own } = termText(opposite(term), writer, letters);
    return level >= levels.product ? { text: `-${text}`, level: Math.min(level, levels.sign), own } : negated({ text, level, own });
  }
  const { coefficient } = term;
  const [over, under]: [Text[], Text[]] = [[], []];
  const [above, below] = typeof coefficient === "number" ? [coefficient, 1] : [coefficient.numerator, coefficient.denominator];
  if (above !== 1) over.push(atom(String(above)));
  if (below !== 1) under.push(atom(String(below)));
  for (const { factor, exponent } of partsOf(term)) {
    if (factor.kind === "apply" && factor.op === "exp") {
      over.push(call("exp", [sumText(scale(factor.args[0] as Sum, exponent), writer, letters)]));
      continue;
    }
    const isUnder = toNumber(exponent) < 0;
    (isUnder ? under : over).push(powerText(factorText(factor, writer, letters), isUnder ? arithmetic("mul", fromNumber(-1), exponent) : exponent));
  }
  const numerator = over.length === 0 ? atom("1") : over.reduce(times);
  if (under.length === 0) return numerator;
  return over.length === 0 && term.factors.size === 0 ? atom(`${above}/${below}`) : infix("/", numerator, under.reduce(times), levels.product);
}

function powerText(base: Text, exponent: Constant): Text {
  if (equals(exponent, 1)) return base;
  if (equals(exponent, 0.5)) return call("sqrt", [base]);
  const whole = typeof exponent === "number" || exponent.denominator === 1;
  return power(base, { text: fraction(exponent), level: whole ? levels.atom : levels.product, own: [] });
}

/** An exact number as a fraction. */
export const fraction = (value: Constant): string => (typeof value === "number" ? String(value) : value.denominator === 1 ? String(value.numerator) : `${value.numerator}/${value.denominator}`);

function factorText(factor: Factor, writer: NodeWriter, letters: readonly string[]): Text {
  switch (factor.kind) {
    case "element": {
      const text = ownShape(factor.node.shape).length === 0 ? writer.text(factor.node) : writer.whole(factor.node);
      return factor.at.length === 0 ? text : subscripted(text, factor.at.map((e) => indexText(e, letters)), []);
    }
    case "delta":
      return atom(`δ[${indexText(factor.left, letters)}, ${indexText(factor.right, letters)}]`);
    case "apply":
      return pointwiseText(factor.op, factor.args.map((arg) => sumText(arg, writer, letters)));
    case "sum":
      return sumText(factor.of, writer, letters);
    case "over":
      return prefixed(`Σ ${letters[factor.symbol] ?? "?"} `, sumText(factor.of, writer, letters));
  }
}

/** A position counted from 1. */
function indexText(e: Affine, letters: readonly string[]): string {
  const [term] = e.terms;
  if (term === undefined) return String(e.constant + 1);
  const letter = letters[term.index] ?? "?";
  return e.constant === 0 ? letter : `${letter} ${e.constant > 0 ? "+" : "-"} ${Math.abs(e.constant)}`;
}

