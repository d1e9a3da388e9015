import ts from "typescript";
import type { Declaration } from "./declarations.ts";

/** A declaration with its comments, `head` in place of `export`, its references under the names that `nameOf` gives. */
export function declarationText({ statement, references }: Declaration, head: string, nameOf: (statement: ts.Statement) => string | undefined): string {
  const source = statement.getSourceFile().text;
  const start = statement.getStart();
  const edits: { readonly from: number; readonly to: number; readonly text: string }[] = [];
  const modifier = ts.canHaveModifiers(statement) ? ts.getModifiers(statement)?.find(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) : undefined;
  edits.push(modifier === undefined ? { from: start, to: start, text: head } : { from: start, to: modifier.end + 1, text: head });
  for (const { identifier, to } of references) {
    const name = nameOf(to);
    if (name === undefined || name === identifier.text) continue;
    const text = ts.isShorthandPropertyAssignment(identifier.parent) ? `${identifier.text}: ${name}` : name;
    edits.push({ from: identifier.getStart(), to: identifier.end, text });
  }
  let text = "";
  let at = start;
  for (const edit of edits.sort((a, b) => a.from - b.from)) {
    text += source.slice(at, edit.from) + edit.text;
    at = edit.to;
  }
  return commentsOf(statement) + text + source.slice(at, statement.end);
}

/** The comments right above a statement; what a blank line separates from it belongs to the file. Notes to the linter stay behind. */
function commentsOf(statement: ts.Statement): string {
  const source = statement.getSourceFile().text;
  const before = source.slice(statement.getFullStart(), statement.getStart());
  const block = before.slice(before.lastIndexOf("\n\n") + 1).trimStart();
  return block.split("\n").filter((line) => !line.startsWith("// eslint-")).join("\n");
}
