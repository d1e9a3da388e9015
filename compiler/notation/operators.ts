import type { BinaryOperator } from "./syntax.ts";

/** The operation behind each operator where everything is elementwise: in formulas, partials and rewrites. */
export const elementwiseOperations: Readonly<Record<BinaryOperator, string>> = {
  "+": "add", "-": "sub", "*": "mul", "/": "div", "^": "pow", ".*": "mul", "./": "div", ".^": "pow",
  "==": "equal", "!=": "unequal", "<": "smaller", "<=": "smallerEq", ">": "larger", ">=": "largerEq", and: "and", or: "or",
};

/** The operation behind each operator in a spec, where `*`, `/` and `^` are those of linear algebra. */
export const languageOperations: Readonly<Record<BinaryOperator, string>> = { ...elementwiseOperations, "*": "multiply", "/": "divide", "^": "power" };
