import type { Expression } from "../ir/program.ts";
import { parseDecimal } from "../ir/rational.ts";
import { syntaxOf } from "../notation/text.ts";
import { elementwiseOperations } from "../notation/operators.ts";
import type { Syntax } from "../notation/syntax.ts";
import { pointwise } from "../ops/index.ts";

/** A scalar operation in terms that targets spell: its formula stands for it where none does. */
export function scalar(op: string, args: readonly Expression[]): Expression {
  const operation = pointwise(op);
  if (operation.spelling !== undefined) return { kind: "apply", op, args };
  if (operation.formula === undefined) throw new Error(`${op} has neither a spelling nor a formula`);
  const names = new Map(args.map((arg, k) => [(operation.parameters[k] as string).replace("?", ""), arg]));
  return evaluate(syntaxOf(operation.formula), names);
}

function evaluate(syntax: Syntax, names: ReadonlyMap<string, Expression>): Expression {
  const of = (part: Syntax): Expression => evaluate(part, names);
  switch (syntax.kind) {
    case "number":
      return { kind: "number", value: parseDecimal(syntax.text) };
    case "name": {
      const value = names.get(syntax.name);
      if (value !== undefined) return value;
      if (syntax.name === "pi") return { kind: "number", value: Math.PI };
      throw new Error(`unknown name ${syntax.name} in a formula`);
    }
    case "call":
      return scalar(syntax.callee, syntax.args.map(of));
    case "unary":
      return syntax.operator === "+" ? of(syntax.operand) : scalar(syntax.operator === "not" ? "not" : "neg", [of(syntax.operand)]);
    case "binary":
      return scalar(elementwiseOperations[syntax.operator], [of(syntax.left), of(syntax.right)]);
    case "conditional":
      return scalar("select", [of(syntax.test), of(syntax.then), of(syntax.otherwise)]);
    default:
      throw new Error(`a formula has no ${syntax.kind}`);
  }
}
