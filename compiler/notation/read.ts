import { create, parseDependencies } from "mathjs/number";
import { type Diagnostic, Fault, type Source } from "../diagnostics.ts";
import { type Brackets, readBrackets } from "./brackets.ts";
import { explain } from "./explain.ts";
import { foreign } from "./foreign.ts";
import { locate } from "./locate.ts";
import { type Scope, pitfalls } from "./pitfalls.ts";
import { problem, spanOf } from "./problem.ts";
import { split } from "./split.ts";
import { type Statement, type Syntax } from "./syntax.ts";
import { assignedName, reservedOperator, target } from "./target.ts";
import { type Token, isLetter, plainText, tokenize } from "./tokens.ts";
import { type Tree } from "./tree.ts";

// An instance of our own, so that its alphabet changes for nobody else. It parses and never evaluates.
const math = create({ parseDependencies: parseDependencies ?? {} });
math.parse.isAlpha = isLetter;

export interface ReadOptions {
  /** Whether a name is a function of the language; needed to notice `sin x`. */
  readonly isFunction?: (name: string) => boolean;
}

export interface Reading {
  /** The statements that are right, in order. */
  readonly statements: Statement[];
  readonly diagnostics: Diagnostic[];
  /** The names that wrong statements would have assigned: whoever goes on can keep quiet about them. */
  readonly failed: readonly string[];
}

interface Outcome {
  readonly statement?: Statement;
  readonly diagnostics: readonly Diagnostic[];
}

/** Parses a spec into located statements. Every wrong statement has diagnostics, in order of place; the others are read all the same. */
export function read(source: Source, options: ReadOptions = {}): Reading {
  return readText(source.text, options);
}

/** Parses one expression of the compiler's own, such as a partial derivative; a line end in it is a blank. Throws a Fault. */
export function readExpression(text: string): Syntax {
  const tokens = tokenize(text).filter((token) => token.kind !== "newline");
  if (tokens.length === 0) throw new Fault("missing-value", { start: 0, end: text.length }, "an expression is missing");
  const { statement, diagnostics } = readStatement(tokens, text, { assigned: new Map(), isFunction: () => false });
  const [first] = diagnostics;
  if (first !== undefined) throw new Fault(first.code, first.span, first.message, first.hint);
  if (statement?.kind !== "expression") throw new Fault("nested-assignment", spanOf(tokens), "an expression was expected, not an assignment");
  return statement.value;
}

/** Parses statements of the compiler's own, such as the formula of a derived operation. Throws a Fault. */
export function readStatements(text: string): Statement[] {
  const { statements, diagnostics } = readText(text, {});
  const [first] = diagnostics;
  if (first !== undefined) throw new Fault(first.code, first.span, first.message, first.hint);
  return statements;
}

function readText(text: string, { isFunction = () => false }: ReadOptions): Reading {
  const reading = { statements: [] as Statement[], diagnostics: [] as Diagnostic[], failed: [] as string[] };
  const assigned = new Map<string, "value" | "function">();
  split(tokenize(text)).forEach((tokens, index) => {
    const leading = index === 0 ? undefined : leadingOperator(tokens);
    const outcome = leading === undefined ? readStatement(tokens, text, { assigned, isFunction }) : { diagnostics: [leading] };
    const name = assignedName(tokens);
    reading.diagnostics.push(...outcome.diagnostics);
    if (outcome.statement !== undefined) reading.statements.push(outcome.statement);
    else if (name !== undefined) reading.failed.push(name);
    if (name !== undefined) assigned.set(name, tokens[1]?.text === "(" ? "function" : "value");
  });
  return reading;
}

/** From the cheap checks to the dear ones; each assumes that those before it found nothing. */
function readStatement(tokens: readonly Token[], text: string, scope: Scope): Outcome {
  const reserved = reservedOperator(tokens);
  if (reserved !== undefined) return { diagnostics: [reserved] };
  const brackets = readBrackets(tokens);
  const early = [...foreign(tokens), ...brackets.diagnostics];
  if (early.length === 0) early.push(...target(tokens, brackets.assignment));
  // A text that is never closed has swallowed the closing brackets.
  const texts = early.some(({ code }) => code === "unclosed-string");
  if (early.length > 0) return { diagnostics: inOrder(early.filter(({ code }) => !texts || code !== "unclosed-bracket")) };
  const plain = plainText(tokens);
  const statement = parse(plain, text, tokens, brackets);
  if (!("kind" in statement)) return { diagnostics: [statement] };
  const late = pitfalls(statement, plain, text, scope);
  return late.length > 0 ? { diagnostics: inOrder(late) } : { statement, diagnostics: [] };
}

function parse(plain: string, text: string, tokens: readonly Token[], brackets: Brackets): Statement | Diagnostic {
  try {
    // The nodes of math.js 15.2.0, which `tree.ts` describes; its own types say little about them.
    return locate(math.parse(plain) as unknown as Tree, tokens, brackets.columns);
  } catch (error) {
    if (error instanceof Fault) return error.diagnostic;
    // Only where the caller has used up most of the stack: the limits of `brackets.ts` keep far from it.
    if (error instanceof RangeError) return problem("expression-too-long", spanOf(tokens), "this expression is too deep", "give parts of it names of their own");
    const column = error instanceof SyntaxError && "char" in error && typeof error.char === "number" ? error.char : 1;
    return explain(error, (tokens[0]?.start ?? 0) + column - 1, tokens, text);
  }
}

/** `+ b` on a line of its own is legal, and never what was meant. */
function leadingOperator(tokens: readonly Token[]): Diagnostic | undefined {
  const first = tokens[0];
  if (first?.kind !== "operator" || first.text === "not") return undefined;
  if (tokens[1]?.text === "=") return undefined;
  return problem("leading-operator", first, "this line is a statement of its own", `end the line before with ${first.text}`);
}

function inOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
