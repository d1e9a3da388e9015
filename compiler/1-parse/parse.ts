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

export interface ParseOptions {
  /** Named values whose gradient is asked for: no rewrite crosses them. */
  readonly wrt?: readonly string[];
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
  let conventions = conventionsOf([]);
  attempt(() => (conventions = conventionsOf(statements)));
  const declarations = new Declarations({
    source,
    builder: new Builder(space, { conventions, located: true }),
    conventions,
    batched: statements.some((statement) => roleOf(statement)?.callee === "loss"),
    wrt: new Set(options.wrt ?? []),
    failed: new Set(failed),
  });
  for (const statement of statements) attempt(() => declare(declarations, statement));
  attempt(() => declarations.checkData());
  if (diagnostics.length > 0) throw new CompileError([...diagnostics].sort((a, b) => a.span.start - b.span.start), source);
  const graph = declarations.graph();
  return graph.spec.batched ? { ...graph, roots: [...graph.roots.filter((root) => root.role !== "loss" && root.role !== "metric"), ...reducedLosses(graph)] } : graph;
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
