import { operations } from "../ops/index.ts";
import { equals, parseDecimal } from "../ir/rational.ts";
import { atom, bracketed, call, choice, constant, infix, levels, negated, number, power, times, together, type Text } from "./write-text.ts";

const comparisons: Readonly<Record<string, string>> = { equal: "==", unequal: "!=", smaller: "<", smallerEq: "<=", larger: ">", largerEq: ">=" };

/** Operations that only the compiler writes, under the name that the reader knows. */
const familiar: Readonly<Record<string, string>> = { max2: "max", min2: "min", max2Split: "max", min2Split: "min", reluOne: "relu", reluHalf: "relu", softplusSlope: "sigmoid" };

export const familiarName = (op: string): string => familiar[op] ?? op;

/** What an operation is called in a sentence: `>`, `the test of ? :`, `sign`. */
export const signOf = (op: string): string => (op === "select" ? "the test of ? :" : (comparisons[op] ?? familiarName(op)));

/** An elementwise operation as it is written: operators infix, others as calls without the arguments that are at their default. */
export function pointwiseText(op: string, args: readonly Text[]): Text {
  const [a = atom("?"), b = atom("?"), c = atom("?")] = args;
  const comparison = comparisons[op];
  if (comparison !== undefined) return infix(comparison, a, b, levels.compare);
  switch (op) {
    case "add":
      return b.level >= levels.series && b.text.startsWith("-") ? infix("-", a, { ...b, text: b.text.slice(1) }, levels.sum) : infix("+", a, b, levels.sum);
    case "sub":
      return infix("-", a, b, levels.sum);
    case "mul":
      return times(a, b);
    case "div":
      return infix(b.own.length === 0 ? "/" : "./", a, b, levels.product);
    case "xlogy":
      return times(a, call("log", [b], b.own));
    case "neg":
      return negated(a);
    case "not":
      return { text: `not ${bracketed(a, levels.sign)}`, level: levels.sign, own: a.own };
    case "and":
    case "or":
      return infix(op, a, b, levels[op]);
    case "pow":
      return power(a, b);
    case "square":
      return power(a, number(2));
    case "cube":
      return power(a, number(3));
    case "select":
      return choice(a, b, c);
    case "barrier":
    case "observed":
      return a;
    case "dropped":
      return call("dropout", [a, c], a.own);
    case "boxMuller":
      return b.text.endsWith("]") ? b : call("noise", b.own.map(String), b.own);
    default:
      return call(familiarName(op), withoutDefaults(op, args), together(args));
  }
}

function withoutDefaults(op: string, args: readonly Text[]): readonly Text[] {
  const operation = operations.get(op);
  const last = args.at(-1);
  if (operation?.kind !== "pointwise" || last === undefined) return args;
  const text = operation.defaults?.[(operation.parameters[args.length - 1] ?? "").replace("?", "")];
  if (text === undefined) return args;
  const value = parseDecimal(text);
  return !equals(value, NaN) && last.text === constant(value).text ? args.slice(0, -1) : args;
}
