import { Fault } from "../diagnostics.ts";
import type { Statement, Syntax } from "../notation/syntax.ts";

export type RoleCall = Syntax & { readonly kind: "call" };

/** Declare what a name is for, as the whole right side of an assignment. */
export const roles: ReadonlySet<string> = new Set(["input", "target", "label", "index", "param", "hyper", "output", "loss", "metric"]);
/** Statements of their own. */
export const directives: ReadonlySet<string> = new Set(["data", "train", "conventions", "update", "constrain"]);

export const isReserved = (name: string): boolean => roles.has(name) || directives.has(name);

/** The role call that a statement is, if it is one. */
export function roleOf(statement: Statement): RoleCall | undefined {
  const value = statement.kind === "assign" ? statement.value : undefined;
  return value?.kind === "call" && roles.has(value.callee) ? value : undefined;
}

/** Refuses roles and directives anywhere below the top of a statement. */
export function refuseNestedRoles(syntax: Syntax): void {
  for (const part of partsOf(syntax)) {
    if (part.kind === "call" && isReserved(part.callee)) {
      throw new Fault("nested-role", part.calleeSpan, roles.has(part.callee) ? "a role is a statement of its own" : "is a statement of its own", roles.has(part.callee) ? `write name = ${part.callee}(…) on a line of its own, then use the name` : undefined);
    }
    refuseNestedRoles(part);
  }
}

function partsOf(syntax: Syntax): readonly Syntax[] {
  switch (syntax.kind) {
    case "number":
    case "string":
    case "name":
      return [];
    case "call":
      return syntax.args;
    case "unary":
      return [syntax.operand];
    case "binary":
      return [syntax.left, syntax.right];
    case "conditional":
      return [syntax.test, syntax.then, syntax.otherwise];
    case "array":
      return syntax.rows.flat();
    case "index":
      return [syntax.object, ...syntax.subscripts];
    case "range":
      return [syntax.from, syntax.step, syntax.to].filter((part) => part !== undefined);
    case "object":
      return syntax.entries.map((entry) => entry.value);
  }
}
