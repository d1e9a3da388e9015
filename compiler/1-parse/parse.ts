import { CompileError, Fault, type Diagnostic, type Source } from "../diagnostics.ts";
import type { Graph } from "../ir/graph.ts";
import { Space } from "../ir/space.ts";
import { Builder } from "../notation/build.ts";
import { read } from "../notation/read.ts";
import type { Statement } from "../notation/syntax.ts";
import { isKnownFunction } from "../ops/index.ts";
import { Declarations } from "./declarations.ts";
import { conventionsOf } from "./options.ts";
import { reducedLosses } from "./reduce-loss.ts";
import { roleOf } from "./roles.ts";
import { RunningStatistics } from "./running-statistics.ts";

export interface ParseOptions {
  /** Named values whose gradient is asked for: no rewrite crosses them. */
  readonly wrt?: readonly string[];
  /** Whether the spec is read as functions of one example even where it has a loss: nothing is batched or reduced. */
  readonly oneExample?: boolean;
}

/**
 * Text to graph: every value with its shape and place, examples batched, losses and metrics reduced.
 * @throws CompileError with everything that is wrong.
 */
export function parse(source: Source, options: ParseOptions = {}): Graph {
  const { statements, diagnostics: syntaxErrors, failed } = read(source, { isFunction: isKnownFunction });
  const diagnostics: Diagnostic[] = [...syntaxErrors];
  const attempt = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      if (error.diagnostic.code !== "follow-up") diagnostics.push(error.diagnostic);
    }
  };
  const space = new Space();
  const conventions = conventionsOf(statements, attempt);
  const batched = options.oneExample !== true && statements.some((statement) => roleOf(statement)?.callee === "loss");
  const statistics = new RunningStatistics(space, batched, statements);
  const declarations = new Declarations({
    source,
    builder: new Builder(space, { conventions, located: true, batched, statistics }),
    conventions,
    batched,
    statistics,
    wrt: new Set(options.wrt ?? []),
    failed: new Set(failed),
    attempt,
    statements,
  });
  for (const statement of statements) attempt(() => declare(declarations, statement));
  declarations.checkData();
  declarations.checkRate();
  declarations.checkRule();
  if (statements.length === 0 && diagnostics.length === 0) diagnostics.push({ code: "empty-spec", severity: "error", span: { start: 0, end: 0 }, message: "this spec has no statements", hint: "begin with x = input(2), say, and y = output(sum(x))" });
  if (diagnostics.length > 0) throw new CompileError(inOrder(diagnostics), source);
  const graph = declarations.graph();
  return graph.spec.batched ? { ...graph, roots: [...graph.roots.filter((root) => root.role !== "loss" && root.role !== "metric"), ...reducedLosses(graph)] } : graph;
}

/** In order of place; what several calls of one function say of its body, once. */
function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const different = new Map(diagnostics.map((diagnostic) => [`${diagnostic.code} ${diagnostic.span.start} ${diagnostic.span.end} ${diagnostic.message}`, diagnostic]));
  return [...different.values()].sort((a, b) => a.span.start - b.span.start);
}

function declare(declarations: Declarations, statement: Statement): void {
  switch (statement.kind) {
    case "assign":
      return declarations.assign(statement);
    case "define":
      return declarations.define(statement);
    case "expression":
      return declarations.expression(statement);
  }
}
