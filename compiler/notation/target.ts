import { type Diagnostic } from "../diagnostics.ts";
import { problem, spanOf } from "./problem.ts";
import { beginsAssignment } from "./split.ts";
import { type Token } from "./tokens.ts";

// math.js gives these a meaning that an assignment cannot change.
const RESERVED: ReadonlySet<string> = new Set(["true", "false", "null", "undefined", "NaN", "Infinity", "end"]);

/** The name that a statement assigns, however wrong the rest of it may be. */
export function assignedName(tokens: readonly Token[]): string | undefined {
  return beginsAssignment(tokens, 0) ? tokens[0]?.text : undefined;
}

/** Complains about `in = 3`: math.js has operators that look like names. */
export function reservedOperator([name, equals]: readonly Token[]): Diagnostic | undefined {
  if (name?.kind !== "operator" || !/^[a-z]/.test(name.text) || equals?.text !== "=") return undefined;
  return problem("reserved-name", name, `${name.text} is a fixed word`, `choose another name, such as ${name.text}_1`);
}

/** Checks what stands left of the `=`: a name, or a function's name with plain, different parameters. */
export function target(tokens: readonly Token[], assignment: number): Diagnostic[] {
  if (assignment <= 0) return [];
  const left = tokens.slice(0, assignment);
  if (!beginsAssignment(tokens, 0)) return [notAssignable(left)];
  const names = left.filter((token) => token.kind === "name");
  return names.flatMap((token, index) => {
    if (RESERVED.has(token.text)) return [problem("reserved-name", token, `${token.text} is a fixed word`, `choose another name, such as ${token.text}_1`)];
    const twice = index > 1 && names.slice(1, index).some((other) => other.text === token.text);
    return twice ? [problem("duplicate-parameter", token, `the parameter ${token.text} is given twice`, "choose another name")] : [];
  });
}

function notAssignable(left: readonly Token[]): Diagnostic {
  const [name, bracket] = left;
  const span = spanOf(left);
  if (name?.kind === "name" && bracket?.text === "[") {
    return problem("assignment-target", span, "an element cannot be assigned", `build the whole value at once: ${name.text} = [...]`);
  }
  if (name?.kind === "name" && bracket?.text === "(") {
    return problem("assignment-target", span, "the parameters of a function are plain names", `write ${name.text}(a, b) = ...`);
  }
  return problem("assignment-target", span, "only a name or a function can be assigned", "write name = ... or f(a, b) = ...; to compare, write ==");
}
