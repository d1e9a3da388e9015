import { Fault } from "../diagnostics.ts";
import { partsOf, type Statement, type Syntax } from "../notation/syntax.ts";

export type RoleCall = Syntax & { readonly kind: "call" };

/** Declare what a name is for, as the whole right side of an assignment. */
export const roles: ReadonlySet<string> = new Set(["input", "target", "label", "index", "param", "hyper", "output", "loss", "metric"]);
/** Statements of their own. */
export const directives: ReadonlySet<string> = new Set(["data", "train", "conventions", "update", "constrain"]);

/** A name that suits what a role declares, for hints. */
export const namesOfRoles: Readonly<Record<string, string>> = { input: "x", target: "d", label: "c", index: "i", param: "W", hyper: "lambda", output: "y", loss: "J", metric: "M" };

export const isReserved = (name: string): boolean => roles.has(name) || directives.has(name);

/** The role call that a statement is, if it is one. */
export function roleOf(statement: Statement): RoleCall | undefined {
  const value = statement.kind === "assign" ? statement.value : undefined;
  return value?.kind === "call" && roles.has(value.callee) ? value : undefined;
}

/** Refuses roles and directives anywhere below the top of a statement. */
export function refuseNestedRoles(syntax: Syntax): void {
  for (const part of partsOf(syntax)) refuseRoles(part);
}

/** Refuses roles and directives anywhere in what is part of a statement. */
export function refuseRoles(part: Syntax): void {
  if (part.kind === "call" && isReserved(part.callee)) {
    const hint = roles.has(part.callee) ? `write ${namesOfRoles[part.callee]} = ${part.callee}(…) on a line of its own, then use the name` : "put it on a line of its own";
    throw new Fault("nested-role", part.calleeSpan, "stands at the beginning of a statement, not inside an expression", hint);
  }
  refuseNestedRoles(part);
}
