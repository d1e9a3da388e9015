import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import fc from "fast-check";
import { create, parseDependencies } from "mathjs/number";
import { describe, expect, it } from "vitest";
import { Fault, Source } from "../../compiler/diagnostics.ts";
import { read, readExpression, readStatements } from "../../compiler/notation/read.ts";
import { type Syntax, textOf } from "../../compiler/notation/syntax.ts";
import { isLetter } from "../../compiler/notation/tokens.ts";
import { dumpDiagnostic, dumpStatement, dumpSyntax } from "./dump.ts";
import { expression } from "./grammar.ts";

const CASES = new URL("./cases/", import.meta.url);
const math = create({ parseDependencies: parseDependencies ?? {} });
math.parse.isAlpha = isLetter;

const functions = new Set(["sin", "cos", "log", "abs"]);
const options = { isFunction: (name: string): boolean => functions.has(name) };

/** `=== title`, the input, `---`, the dump. Run with UPDATE_CASES=1 to write the dumps anew, then read the difference. */
function cases(file: string): { readonly title: string; readonly input: string; readonly expected: string }[] {
  const text = readFileSync(new URL(file, CASES), "utf8");
  return text.split(/^=== /m).slice(1).map((block) => {
    const [, title = "", input = "", expected = ""] = /^(.*)\n([^]*?)\n--- *\n([^]*)$/.exec(block) ?? [];
    return { title, input, expected: expected.trim() };
  });
}

function dump(input: string): string {
  const source = new Source(input, "case");
  const { statements, diagnostics } = read(source, options);
  return [...statements.map(dumpStatement), ...diagnostics.map((diagnostic) => dumpDiagnostic(diagnostic, source.text))].join("\n");
}

for (const file of readdirSync(CASES)) {
  describe(file, () => {
    const all = cases(file);
    if (process.env["UPDATE_CASES"] !== undefined) {
      writeFileSync(new URL(file, CASES), all.map(({ title, input }) => `=== ${title}\n${input}\n---\n${dump(input)}\n`).join("\n"));
    }
    for (const { title, input, expected } of cases(file)) {
      it(title, () => expect(dump(input)).toBe(expected));
    }
  });
}

function nodes(syntax: Syntax): Syntax[] {
  const parts: Syntax[] = (() => {
    switch (syntax.kind) {
      case "call": return [...syntax.args];
      case "unary": return [syntax.operand];
      case "binary": return [syntax.left, syntax.right];
      case "conditional": return [syntax.test, syntax.then, syntax.otherwise];
      case "array": return syntax.rows.flat();
      case "index": return [syntax.object, ...syntax.subscripts];
      case "range": return [syntax.from, syntax.step, syntax.to].filter((part) => part !== undefined);
      case "object": return syntax.entries.map((entry) => entry.value);
      default: return [];
    }
  })();
  return [syntax, ...parts.flatMap(nodes)];
}

const meaning = (syntax: Syntax): string => dumpSyntax(syntax, () => "");

describe("spans", () => {
  it("of every node hold text that reads to the same syntax", () => {
    fc.assert(fc.property(expression, (text) => {
      for (const node of nodes(readExpression(text))) {
        const part = textOf(node, text);
        const again = node.kind === "range" ? subscript(readExpression(`q[${part}]`)) : readExpression(part);
        expect(meaning(again)).toBe(meaning(node));
      }
    }), { numRuns: 2000, seed: 1 });
  });

  it("of statements are where they were written", () => {
    fc.assert(fc.property(fc.array(expression, { maxLength: 5 }), (texts) => {
      const lines = texts.map((text, index) => `y${index} = (${text})  # ${index}`);
      const text = lines.join("\n");
      const statements = readStatements(text);
      expect(statements.map((statement) => textOf(statement, text))).toEqual(lines.map((line) => line.replace(/\s*# \d+$/, "")));
    }), { numRuns: 200, seed: 1 });
  });
});

/** How many statements math.js itself finds in a whole text. */
function mathStatements(text: string): number {
  const tree: { readonly type: string; readonly blocks?: readonly unknown[]; readonly value?: unknown } = math.parse(text);
  if (tree.type === "BlockNode") return tree.blocks?.length ?? 0;
  return tree.type === "ConstantNode" && tree.value === undefined ? 0 : 1;
}

function subscript(syntax: Syntax): Syntax {
  const [first] = syntax.kind === "index" ? syntax.subscripts : [];
  if (first === undefined) throw new Error("not a subscript");
  return first;
}

/** Reads without throwing, in order of place, inside the text; and says something wherever it leaves a statement out. */
function readsSafely(text: string): void {
  const source = new Source(text, "garbage");
  const { statements, diagnostics, failed } = read(source, options);
  for (const { span, code } of diagnostics) {
    expect(span.start).toBeGreaterThanOrEqual(0);
    expect(span.end).toBeGreaterThan(span.start);
    expect(span.end).toBeLessThanOrEqual(source.text.length);
    expect(code).not.toBe("unreadable-statement");
  }
  const starts = diagnostics.map(({ span }) => span.start);
  expect(starts).toEqual([...starts].sort((a, b) => a - b));
  // What we read without complaint is a program of math.js, with as many statements.
  if (diagnostics.length === 0 && !/[^\S \n\t\u00A0]/.test(source.text)) expect(mathStatements(source.text)).toBe(statements.length);
  if (failed.length > 0) expect(diagnostics).not.toEqual([]);
  if (statements.length === 0 && /^\s*[a-z]/.test(source.text)) expect(diagnostics).not.toEqual([]);
}

const words = [..."abxTeif_ŷ²₁×|&!%~@$\\.,;:?=+-*/^'\"()[]{}<># \n\t019", "sin", "in", "mod", "not ", " and ", "end", ":=", ".*", "==", "1e", "0x", "true", "\u0304", "𝒙", "a = ", "f(x) = ", "[1, 2]", "{a: 1}"];

describe("garbage", () => {
  it("of words never throws", () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...words), { maxLength: 30 }), (parts) => readsSafely(parts.join(""))), { numRuns: 20_000, seed: 1 });
  });

  it("of characters never throws", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 40 }), readsSafely), { numRuns: 3000, seed: 1 });
  });

  it("of a broken expression never throws", () => {
    fc.assert(fc.property(expression, fc.nat(), fc.constantFrom(...words), (text, place, word) => {
      const at = place % (text.length + 1);
      readsSafely(`${text.slice(0, at)}${word}${text.slice(at)}`);
      readsSafely(`${text.slice(0, at)}${text.slice(at + 1)}`);
    }), { numRuns: 3000, seed: 1 });
  });
});

describe("limits", () => {
  const codes = (text: string): string[] => read(new Source(text, "limit")).diagnostics.map(({ code }) => code);

  it.each([["(", ")"], ["[", "]"], ["f(", ")"], ["{a: ", "}"], ["a[", "]"], ["-(", ")"], ["c ? a : ", ""]])("nesting of %s%s", (open, close) => {
    expect(codes(`${open.repeat(100)}1${close.repeat(100)}`)).toEqual([]);
    for (const depth of [101, 10_000]) expect(codes(`${open.repeat(depth)}1${close.repeat(depth)}`)).toEqual(["nested-too-deep"]);
  });

  it.each([["-", 1999], ["a+", 999], ["a^", 999], ["a^-", 666], ["not ", 1999], ["a ", 1999], ["a.*", 999], ["(a) ", 666]])("chains of %s", (link, times) => {
    expect(codes(`${link.repeat(times)}a`)).toEqual([]);
    expect(codes(`${link.repeat(20_000)}a`)).toEqual(["expression-too-long"]);
  });

  it("wide literals are read whole and fast", () => {
    const rows = Array.from({ length: 20_000 }, (_, row) => `${row}, -1e-3, 2 - 3`).join("; ");
    const started = performance.now();
    expect(codes(`data([${rows}])`)).toEqual([]);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe("trusted text", () => {
  it("may hold line ends anywhere", () => expect(meaning(readExpression("a\n+ b"))).toBe("(+ a b)"));
  it("may begin with a sign", () => expect(meaning(readExpression("-a"))).toBe("(unary- a)"));
  it("throws the first diagnostic", () => expect(() => readExpression("a +")).toThrow(Fault));
  it("is no assignment", () => expect(() => readExpression("a = 1")).toThrow(Fault));
  it("is not empty", () => expect(() => readExpression(" # nothing")).toThrow(Fault));
  it("may be several statements", () => expect(readStatements("a = 1; f(x) = a x").map(dumpStatement)).toHaveLength(2));
  it("throws the first diagnostic of several statements", () => expect(() => readStatements("a = 1; b = |x|")).toThrow(Fault));
});
