import fc from "fast-check";

const name = fc.constantFrom("x", "W1", "ŷ", "W̄", "σ", "e", "i", "E", "phi", "true", "Inf", "𝒙");
// math.js calls no constants.
const callee = name.filter((each) => each !== "true");
const number = fc.constantFrom("0", "1", "2.5", ".5", "3.", "1e-3", "2E5", "10");
const text = fc.constantFrom('"sgd"', "'a # b'", '"a\\"b"');
// Blanks that may stand around any operator; inside brackets even a line end with a comment.
const blank = fc.constantFrom("", " ", "  ", "\t");
const bracketBlank = fc.constantFrom("", "", " ", "\n", " # note\n  ");
const binary = fc.constantFrom("+", "-", "*", "/", "^", ".*", "./", ".^", "==", "!=", "<", "<=", ">", ">=", " and ", " or ");

/** Random expressions of the language as text, none with a pitfall: operands of operators are closed in brackets where it matters. */
export const expression: fc.Arbitrary<string> = fc.letrec<Record<"whole" | "closed" | "subscript", string>>((tie) => ({
  closed: fc.oneof(
    { maxDepth: 5, depthIdentifier: "expression" },
    name,
    number,
    text,
    fc.tuple(bracketBlank, tie("whole"), bracketBlank).map(([a, inner, b]) => `(${a}${inner}${b})`),
    fc.tuple(callee, fc.array(tie("whole"), { maxLength: 3 }), bracketBlank).map(([called, args, gap]) => `${called}(${gap}${args.join(`,${gap}`)})`),
    fc.tuple(name, fc.array(tie("subscript"), { minLength: 1, maxLength: 3 }), blank).map(([object, subscripts, gap]) => `${object}[${subscripts.join(`,${gap}`)}]`),
    fc.tuple(fc.array(fc.tuple(tie("closed"), tie("closed")), { maxLength: 3 }), fc.boolean(), bracketBlank).map(([rows, nested, gap]) =>
      nested ? `[${rows.map((row) => `[${row.join(", ")}]`).join(`,${gap}`)}]` : `[${rows.map((row) => row.join(`,${gap}`)).join(`;${gap}`)}]`),
    fc.tuple(tie("whole"), tie("closed")).map(([a, b]) => `{rate: ${a}, "stop": ${b}}`),
    tie("closed").map((inner) => `${inner}'`),
  ),
  whole: fc.oneof(
    { maxDepth: 5, depthIdentifier: "expression" },
    tie("closed"),
    fc.tuple(tie("closed"), blank, binary, blank, tie("closed")).map((parts) => parts.join("")),
    fc.tuple(tie("closed"), fc.constantFrom(" + ", "-", " * ", "^"), tie("closed"), fc.constantFrom(" - ", "*", "^", " and "), tie("closed")).map((parts) => parts.join("")),
    fc.tuple(fc.constantFrom("-", "+", "not ", "- "), tie("closed")).map((parts) => parts.join("")),
    fc.tuple(fc.constantFrom("2 ", "x ", "3.5", "(a + b) "), name, fc.constantFrom("", "^2", " y", "'")).map((parts) => parts.join("")),
    fc.tuple(tie("closed"), tie("whole"), tie("closed")).map(([test, then, otherwise]) => `${test} ? (${then}) : ${otherwise}`),
  ),
  subscript: fc.oneof(
    tie("closed"),
    fc.constantFrom(":", "end", "end - 1", "2:", ":3", "1:end", "1:2:5", "i:(i + 1)"),
    fc.tuple(tie("closed"), tie("closed")).map(([from, to]) => `${from}:${to}`),
  ),
})).whole;
