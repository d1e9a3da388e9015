import { Fault, type Span } from "../diagnostics.ts";
import { sizeOf } from "../ir/shape.ts";
import type { Syntax } from "../notation/syntax.ts";
import type { Column, DataSource } from "../../runtime/model.ts";
import { literalNumber, type Attempt } from "./options.ts";
import type { RoleCall } from "./roles.ts";

/** One number of inline data. */
interface Datum {
  readonly span: Span;
  readonly value: number;
}

/** What `data(...)` says. */
export interface Data {
  readonly source: DataSource;
  readonly span: Span;
  /** Of inline data. */
  readonly rows: readonly (readonly Datum[])[] | null;
}

/** Reads `data(...)`; `constant` gives the number that an expression is, or null. */
export function dataOf(call: RoleCall, constant: (item: Syntax) => number | null): Data {
  const { span } = call;
  const [argument] = call.args;
  if (call.args.length === 1 && argument?.kind === "string") {
    const source: DataSource = argument.value.startsWith("generated/") ? { kind: "generator", name: argument.value.slice("generated/".length) } : { kind: "file", path: argument.value };
    return { source, span, rows: null };
  }
  if (argument?.kind !== "array" || call.args.length > 1) throw new Fault("bad-data", span, "data takes an array of numbers or a file's name", "write data([0, 1; 1, 0]) or data(\"file.csv\")");
  const rows = rowsOf(argument).map((row) => row.map((item): Datum => ({ span: item.span, value: literalNumber(item) ?? datum(item, constant) })));
  return { source: { kind: "rows", rows: rows.map((row) => row.map(({ value }) => value)) }, span, rows };
}

/** A number given as a constant expression. */
function datum(item: Syntax, constant: (item: Syntax) => number | null): number {
  const value = item.kind === "string" || item.kind === "array" ? null : constant(item);
  if (value === null || !Number.isFinite(value)) throw new Fault("bad-data", item.span, "is no number", "data are numbers; a row ends with a ;");
  return value;
}

/** `[1, 2; 3, 4]` and `[[1, 2], [3, 4]]` are the same rows. */
function rowsOf(array: Syntax & { readonly kind: "array" }): readonly (readonly Syntax[])[] {
  const nested = array.rows.length === 1 ? (array.rows[0] ?? []) : [];
  return nested.length > 0 && nested.every((item) => item.kind === "array" && item.rows.length === 1) ? nested.flatMap((item) => (item as typeof array).rows) : array.rows;
}

/** Each row of inline data must fill the columns: the inputs, then the others, in order of declaration. */
export function checkRows({ rows, span }: Data, columns: readonly Column[], attempt: Attempt): void {
  if (rows === null) return;
  const order = [...columns.filter((c) => c.role === "input"), ...columns.filter((c) => c.role !== "input")];
  const owners = order.flatMap((column) => Array<Column>(sizeOf(column.shape)).fill(column));
  if (owners.length === 0) return attempt(() => { throw new Fault("data-width", span, "nothing says what a row of the data holds", "declare it, for example x = input(2)"); });
  const wanted = order.map((column) => `${column.name} ${sizeOf(column.shape)}`).join(" + ");
  for (const [k, row] of rows.entries()) {
    if (row.length === owners.length) row.forEach((item, c) => attempt(() => checkDatum(item, owners[c] as Column)));
    else {
      const whole = { start: row[0]?.span.start ?? span.start, end: row.at(-1)?.span.end ?? span.end };
      attempt(() => { throw new Fault("data-width", whole, `row ${k + 1} has ${numbers(row.length)}, and ${owners.length} ${owners.length === 1 ? "was" : "were"} expected`, `a row holds ${wanted}`); });
    }
  }
}

function checkDatum({ span, value }: Datum, { name, role, shape, classes }: Column): void {
  if (classes === undefined || (Number.isInteger(value) && value >= 0 && value < classes)) return;
  throw new Fault("data-class", span, `${name} is ${classes === 1 ? "0" : `a whole number from 0 to ${classes - 1}`}`, `${name} is ${role}(${[classes, ...shape].join(", ")}); in the data it is counted from 0`);
}

const numbers = (count: number): string => `${count} number${count === 1 ? "" : "s"}`;
