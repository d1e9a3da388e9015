import { Fault, type Span } from "../diagnostics.ts";
import { isKnownFunction, operations } from "../ops/index.ts";
import type { Scope } from "./build.ts";
import { nearest } from "./nearest.ts";

/** What other languages and books call the functions of this one. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ["ln", "log"], ["logistic", "sigmoid"], ["logit", "sigmoid"], ["sigma", "sigmoid"], ["rect", "relu"], ["ramp", "relu"], ["swish", "silu"],
  ["arcsin", "asin"], ["arccos", "acos"], ["arctan", "atan"], ["arctan2", "atan2"], ["arsinh", "asinh"], ["arcosh", "acosh"], ["artanh", "atanh"], ["tg", "tan"],
  ["sgn", "sign"], ["average", "mean"], ["avg", "mean"], ["maximum", "max"], ["minimum", "min"], ["product", "prod"], ["power", "pow"], ["clip", "clamp"],
  ["eye", "identity"], ["tr", "trace"], ["mse", "squaredError"], ["sse", "squaredError"], ["bce", "binaryCrossEntropy"], ["nll", "crossEntropy"],
  ["lse", "logsumexp"], ["norm2", "norm"], ["inner", "dot"], ["vdot", "dot"], ["cat", "concat"], ["hstack", "concat"], ["diagonal", "diag"],
]);

/** The fault of a name that nothing has, with what was probably meant. */
export function unknownName(name: string, span: Span, scope: Scope, constants: Iterable<string>): Fault {
  if (name === "end") return new Fault("unknown-name", span, "stands only in a subscript", "write for example x[end] for the last element");
  const values = [...(scope.names ?? [])].filter((known) => !isFunction(scope, known));
  return unknown("name", span, nearest(name, [...values, ...constants]), scope.later?.(name) ?? "a name is assigned before it is used");
}

/** The fault of a function that nothing has. */
export function unknownFunction(name: string, span: Span, scope: Scope): Fault {
  const functions = [...(scope.names ?? [])].filter((known) => isFunction(scope, known));
  const other = otherNames.get(name.toLowerCase().replaceAll("_", ""));
  const near = other ?? nearest(name.replaceAll("_", ""), [...functions, ...[...operations.keys()].filter(isKnownFunction), ...(scope.statements ?? [])]);
  return unknown("function", span, near, scope.later?.(name) ?? `a function is defined before it is used: ${name}(x) = …`);
}

const isFunction = (scope: Scope, name: string): boolean => {
  const found = scope.lookup(name);
  return found !== undefined && "body" in found;
};

function unknown(what: "name" | "function", span: Span, near: string | undefined, otherwise: string): Fault {
  return new Fault(`unknown-${what}`, span, `unknown ${what}`, near === undefined ? otherwise : `did you mean ${near}?`);
}
