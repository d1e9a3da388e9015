/** math.js itself, with the functions that the spec language defines otherwise replaced. */
import { all, create } from "mathjs";
import type { MathNode } from "mathjs";
import { functions } from "./functions.ts";
import type { Callable } from "./functions.ts";
import { broadcast, toNested } from "./nested.ts";
import { networks } from "./networks.ts";
import { elementwise, lifted } from "./scalars.ts";

if (all === undefined) throw new Error("oracle: mathjs is incomplete");
export const math = create(all, { matrix: "Array" });

/**
 * What stays math.js's own. math.js builds a function when it is first asked for, out of the functions it has by
 * then: so these, and those to be replaced, are asked for before any is replaced.
 */
const kept = [
  "add", "subtract", "multiply", "divide", "dotMultiply", "dotDivide", "unaryMinus", "unaryPlus", "mod", "dot",
  "transpose", "ctranspose", "index", "subset", "range", "size", "reshape", "flatten", "concat", "diag", "trace",
  "zeros", "ones", "identity", "xor",
];

function own(name: string): (...args: number[]) => unknown {
  const value: unknown = Reflect.get(math, name);
  if (typeof value !== "function") throw new Error(`oracle: math.js has no ${name}`);
  return (...args): unknown => Reflect.apply(value as (...given: number[]) => unknown, math, args);
}

function entrywise(f: (...args: number[]) => number): Callable {
  return (...args) => broadcast(f, args.map(toNested));
}

/** math.js's function for numbers, entry by entry; what leaves the real numbers is NaN. */
function lift(name: string): Callable {
  const scalarFunction = own(name);
  return entrywise((...numbers) => {
    const result = scalarFunction(...numbers);
    return typeof result === "number" ? result : NaN;
  });
}

const overrides: Record<string, unknown> = { Inf: Infinity, ...functions, ...networks };
for (const name of lifted) overrides[name] = lift(name);
for (const [name, f] of Object.entries(elementwise)) overrides[name] = entrywise(f);
for (const name of [...kept, ...Object.keys(overrides)]) Reflect.get(math, name);
math.import(overrides, { override: true });

const ordinaryAlpha = math.parse.isAlpha.bind(math.parse);
math.parse.isAlpha = (c, previous, next) => ordinaryAlpha(c, previous, next) || /^\p{M}$/u.test(c);

/** `c ? a : b` and `a < b < c` entry by entry, `[a; b]` by rows: math.js has these for scalars only. */
export function rewrite(node: MathNode): MathNode {
  if (math.isArrayNode(node) && node.items.length > 0) {
    const rows = node.items.map((item) => (math.isArrayNode(item) && item.items.length === 1 ? item.items[0] : undefined));
    const single = rows.filter((row) => row !== undefined);
    if (single.length === rows.length) return call("[;]", single.map(rewrite));
  }
  const inner = node.map((child) => rewrite(child));
  if (math.isConditionalNode(inner)) return call("?:", [inner.condition, inner.trueExpr, inner.falseExpr]);
  if (math.isRelationalNode(inner)) {
    return call("<<", [new math.ConstantNode(inner.conditionals.join(",")), ...inner.params]);
  }
  return inner;
}

/** A call by a name that no spec can spell, so that no name of a user shadows it. */
function call(name: string, args: MathNode[]): MathNode {
  return new math.FunctionNode(new math.SymbolNode(name), args);
}

/** The names that an expression reads, called functions included. */
export function namesIn(node: MathNode): Set<string> {
  const names = new Set<string>();
  node.traverse((child) => {
    if (math.isSymbolNode(child)) names.add(child.name);
    if (math.isFunctionNode(child) && math.isSymbolNode(child.fn)) names.add(child.fn.name);
  });
  return names;
}
