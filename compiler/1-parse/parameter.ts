import { Fault } from "../diagnostics.ts";
import type { Node } from "../ir/node.ts";
import { toNumber, type Constant } from "../ir/rational.ts";
import { ownShape, sizeOf } from "../ir/shape.ts";
import { nearest } from "../notation/nearest.ts";
import type { Syntax } from "../notation/syntax.ts";
import { fold } from "../ops/fold.ts";
import { constantsOf } from "../ops/linear/contract.ts";
import type { Initial } from "../../runtime/model.ts";
import type { RoleCall } from "./roles.ts";

const initialisers = ["glorot", "he", "lecun", "orthogonal", "normal", "uniform", "zeros", "ones"] as const;

type Evaluate = (syntax: Syntax) => Node;

function dimensionOf(syntax: Syntax, evaluate: Evaluate): number | null {
  const node = evaluate(syntax);
  const value = node.kind === "fill" && ownShape(node.shape).length === 0 ? toNumber(node.value) : NaN;
  return Number.isInteger(value) && value >= 1 ? value : null;
}

/** Positions in a value are counted in 31 bits. */
const mostElements = 2 ** 31 - 1;

/** Arguments that must all be dimensions. */
export function dimensions(args: readonly Syntax[], evaluate: Evaluate, what = "a dimension"): readonly number[] {
  const extents = args.map((arg) => {
    const extent = arg.kind === "string" ? null : dimensionOf(arg, evaluate);
    if (extent === null) throw new Fault("not-a-whole-number", arg.span, `${what} is a whole number, 1 or more`, arg.kind === "string" ? "an initialiser stands last, as in param(3, 2, \"he\")" : "write for example 3");
    return extent;
  });
  const [first, last] = [args[0], args.at(-1)];
  if (first !== undefined && last !== undefined && sizeOf(extents) > mostElements) throw new Fault("too-large", { start: first.span.start, end: last.span.end }, `a value has at most ${mostElements} elements`, "make it smaller");
  return extents;
}

/** The numbers of a value that nothing at run time can change, as far as it is made element by element; null for any other. */
function knownNumbers(node: Node): readonly Constant[] | null {
  if (node.kind !== "pointwise") return constantsOf(node);
  const args = node.args.map(knownNumbers);
  if (args.some((values) => values === null)) return null;
  const [first] = args as [readonly Constant[]];
  return first.map((_, k) => fold(node.op, args.map((values) => (values as readonly Constant[])[k] as Constant)));
}

/** Shape and initial value of `param(...)`: dimensions, then perhaps an initialiser, a fill or a literal. */
export function parameterOf(call: RoleCall, evaluate: Evaluate): { readonly shape: readonly number[]; readonly initial: Initial } {
  const last = call.args.at(-1);
  const before = call.args.slice(0, -1);
  if (last?.kind === "string") {
    const kind = initialisers.find((name) => name === last.value);
    const near = nearest(last.value, initialisers);
    if (kind === undefined) throw new Fault("unknown-initialiser", last.span, "is no initialiser", near !== undefined ? `did you mean "${near}"?` : `the initialisers are ${initialisers.join(", ")}`);
    const shape = dimensions(before, evaluate);
    if (kind === "orthogonal" && shape.length < 2) throw new Fault("unknown-initialiser", last.span, "is for matrices", "write for example param(3, 3, \"orthogonal\")");
    return { shape, initial: { kind } };
  }
  if (last !== undefined && dimensionOf(last, evaluate) === null) {
    const node = evaluate(last);
    const values = knownNumbers(node)?.map(toNumber);
    if (values === undefined) throw new Fault("initial-not-constant", last.span, "an initial value is a constant", "it is a number, an array of numbers, or a name for one");
    if (!values.every(Number.isFinite)) throw new Fault("initial-not-constant", last.span, "an initial value is a finite number", "write for example param(3, 0.5)");
    const own = ownShape(node.shape);
    if (own.length > 0 && before.length > 0) throw new Fault("initial-with-shape", last.span, "an array of initial values has a shape already", "leave the dimensions out");
    if (own.length > 0) return { shape: own, initial: { kind: "literal", values } };
    return { shape: dimensions(before, evaluate), initial: { kind: "fill", value: values[0] as number } };
  }
  const shape = dimensions(call.args, evaluate);
  return { shape, initial: { kind: shape.length >= 2 ? "glorot" : "zeros" } };
}
