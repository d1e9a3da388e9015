import { Fault } from "../diagnostics.ts";
import type { Node } from "../ir/node.ts";
import { toNumber } from "../ir/rational.ts";
import { ownShape } from "../ir/shape.ts";
import type { Syntax } from "../notation/syntax.ts";
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

/** Arguments that must all be dimensions. */
export function dimensions(args: readonly Syntax[], evaluate: Evaluate): readonly number[] {
  return args.map((arg) => {
    const extent = dimensionOf(arg, evaluate);
    if (extent === null) throw new Fault("not-a-whole-number", arg.span, "a dimension is a positive whole number");
    return extent;
  });
}

/** Shape and initial value of `param(...)`: dimensions, then perhaps an initialiser, a fill or a literal. */
export function parameterOf(call: RoleCall, evaluate: Evaluate): { readonly shape: readonly number[]; readonly initial: Initial } {
  const last = call.args.at(-1);
  const before = call.args.slice(0, -1);
  if (last?.kind === "string") {
    const kind = initialisers.find((name) => name === last.value);
    if (kind === undefined) throw new Fault("unknown-initialiser", last.span, "is no initialiser", `the initialisers are ${initialisers.join(", ")}`);
    const shape = dimensions(before, evaluate);
    if (kind === "orthogonal" && shape.length < 2) throw new Fault("unknown-initialiser", last.span, "needs a matrix", "write param(3, 3, \"orthogonal\")");
    return { shape, initial: { kind } };
  }
  if (last !== undefined && dimensionOf(last, evaluate) === null) {
    const node = evaluate(last);
    const values = constantsOf(node)?.map(toNumber);
    if (values === undefined) throw new Fault("initial-not-constant", last.span, "an initial value is a constant");
    const own = ownShape(node.shape);
    if (own.length > 0 && before.length > 0) throw new Fault("initial-with-shape", last.span, "a literal initial value gives the shape itself", "leave the dimensions out");
    if (own.length > 0) return { shape: own, initial: { kind: "literal", values } };
    return { shape: dimensions(before, evaluate), initial: { kind: "fill", value: values[0] as number } };
  }
  const shape = dimensions(call.args, evaluate);
  return { shape, initial: { kind: shape.length >= 2 ? "glorot" : "zeros" } };
}
