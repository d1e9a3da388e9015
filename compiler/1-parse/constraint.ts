import { Fault } from "../diagnostics.ts";
import type { Constraint, Spec } from "../ir/graph.ts";
import { describeShape } from "../ir/shape.ts";
import { literalNumber } from "./options.ts";
import type { RoleCall } from "./roles.ts";

const form = 'write constrain(norm(W) <= 3), or constrain(norm(W, "rows") <= 3) for each row';

/** What `constrain(norm(W) <= 3)` says. */
export function constraintOf(call: RoleCall, parameters: Spec["parameters"]): Constraint {
  const [condition] = call.args;
  if (condition?.kind !== "binary" || condition.operator !== "<=" || call.args.length > 1) throw new Fault("bad-constraint", condition?.span ?? call.span, "a constraint is an upper bound of a norm", form);
  const { left, right } = condition;
  if (left.kind !== "call" || left.callee !== "norm") throw new Fault("bad-constraint", left.span, "is no norm of a parameter", form);
  const [name, rows] = left.args;
  const parameter = name?.kind === "name" ? parameters.find((one) => one.name === name.name) : undefined;
  if (parameter === undefined) throw new Fault("bad-constraint", name?.span ?? left.span, "is no parameter declared above", form);
  if (left.args.length > 2 || (rows !== undefined && (rows.kind !== "string" || rows.value !== "rows"))) throw new Fault("bad-constraint", rows?.span ?? left.span, "is not \"rows\"", form);
  if (rows !== undefined && parameter.shape.length !== 2) throw new Fault("bad-constraint", left.span, `${parameter.name} is ${describeShape(parameter.shape)} and has no rows`, form);
  const most = literalNumber(right);
  if (most === null || !(most > 0)) throw new Fault("bad-constraint", right.span, "is no number above 0", form);
  return { parameter: parameter.name, of: rows === undefined ? "all" : "rows", most };
}
