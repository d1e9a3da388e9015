import { rowsText, type Written } from "./write-jacobian.ts";
import { section } from "./write-graph.ts";

/** A derivative under its title: `∂f/∂x`. */
export interface Titled {
  readonly of: string;
  readonly wrt: readonly string[];
  readonly written: Written;
  /** The shape that it has of its only variable, if that is a matrix and the value a scalar. */
  readonly shape: readonly number[] | null;
  /** Whether the value depends on the variables through jumps, at which it has no derivative. */
  readonly steps: boolean;
  /** The line of the spec that gives the value. */
  readonly place: string;
}

/** Rows longer than this stand on lines of their own. */
const longestLine = 96;
/** A matrix that is wider is shown by its general element alone, where it has one. */
const widest = 120;

/** `∂f/∂x`, `∂f/∂(x, y)`; in gradient layout with the sign of the transpose. */
export function titleOf({ of, wrt }: { readonly of: string; readonly wrt: readonly string[] }, byVariable: boolean): string {
  const title = `∂${of}/∂${wrt.length === 1 ? wrt[0] : `(${wrt.join(", ")})`}`;
  return byVariable ? `(${title})'` : title;
}

/** A derivative, its forms and what is known of it, and then the factors of the chain rule whose product it is. */
export function writeChain(whole: Titled, factors: readonly Titled[], byVariable: boolean): string {
  const title = titleOf(whole, byVariable);
  const lines = [...formsOf(title, whole.written, `${title} has no short form; its factors below, or --stage differentiate, say how it is made`), "", `  ${sizeText(whole, byVariable)}`];
  if (factors.length > 0) lines.push("", ...chainText(title, whole, factors, byVariable));
  return `${lines.join("\n")}\n`;
}

/** A block of a Hessian: its forms, its size and what kind of matrix it is. */
export function writeBlock(title: string, written: Written): string {
  const { rows, columns, structure, symmetric, entries } = written;
  const kind = structure === "zero" ? "zero" : symmetric ? "full and symmetric" : structure;
  const forms = formsOf(title, written, `${title} has no short form; below is how it is made`);
  return `${[...forms, "", rows * columns === 1 && entries !== null ? "  a scalar" : `  ${rows} × ${columns}: ${kind}`].join("\n")}\n`;
}

/** A line for each form: the general element, by the names of linear algebra, element by element. */
function formsOf(title: string, { element, algebra, entries }: Written, otherwise: string): readonly string[] {
  const forms: string[] = [];
  const begin = (): string => (forms.length === 0 ? `${title} =` : `${" ".repeat([...title].length)} =`);
  if (algebra !== null) forms.push(`${begin()} ${algebra}`);
  if (entries !== null) {
    const text = rowsText(entries);
    if (text.length <= longestLine) forms.push(`${begin()} ${text}`);
    else if (algebra === null && (element === null || matrixRows(entries).every((row) => row.length <= widest))) forms.push(`${begin()} [`, ...matrixRows(entries), "  ]");
  }
  if (element !== null && (entries === null || entries.length * (entries[0]?.length ?? 0) > 1)) forms.unshift(`${title}[${element.subscripts.join(", ")}] = ${element.text}`);
  return forms.length > 0 ? forms : [otherwise];
}

function matrixRows(entries: readonly (readonly string[])[]): readonly string[] {
  const widths = (entries[0] ?? []).map((_, column) => Math.max(...entries.map((row) => [...(row[column] ?? "")].length)));
  return entries.map((row, k) => `    ${row.map((text, column) => `${text}${column === row.length - 1 ? "" : `,${" ".repeat((widths[column] as number) - [...text].length)}`}`).join(" ")}${k === entries.length - 1 ? "" : ";"}`);
}

/** What its rows and columns are, and what kind of matrix it is. */
function sizeText(whole: Titled, byVariable: boolean): string {
  const { of, wrt, written: { rows, columns, entries } } = whole;
  const layout = byVariable ? "gradient layout" : "derivative layout";
  if (rows * columns === 1 && entries !== null) return propertiesOf(whole);
  if (whole.shape !== null) return `${rows} × ${columns}, as ${wrt[0]}${byVariable ? "" : " transposed"} (${layout}); ${propertiesOf(whole)}`;
  const [down, across] = byVariable ? [wrt.join(", "), of] : [of, wrt.join(", ")];
  const parts = [rows === 1 ? `the row is ${down}'s` : `a row for each element of ${down}`, columns === 1 ? `the column ${across}'s` : `a column for each of ${across}`];
  return `${rows} × ${columns}: ${parts.join(", ")} (${layout}); ${propertiesOf(whole)}`;
}

function propertiesOf({ of, wrt, steps, written: { rows, columns, structure, affine, symmetric } }: Titled): string {
  if (structure === "zero") return steps ? `zero wherever ${of} does not jump` : `zero: ${of} does not change with ${wrt.join(", ")}`;
  const kind = rows * columns === 1 ? "a scalar" : symmetric ? "full and symmetric" : structure;
  return [kind, ...(affine ? [`${of} is ${steps ? "piecewise " : ""}affine in ${wrt.join(", ")}`] : [])].join("; ");
}

function chainText(title: string, whole: Titled, factors: readonly Titled[], byVariable: boolean): readonly string[] {
  const ordered = byVariable ? factors.toReversed() : factors;
  const flattened = whole.shape === null ? "" : `, with ${whole.wrt[0]} as one row of ${whole.written.rows * whole.written.columns}`;
  const lines = [`by the chain rule, ${title} = ${ordered.map((factor) => titleOf(factor, byVariable)).join(" * ")}${flattened}`];
  const product = [...ordered, whole].map(({ written: { entries } }) => (entries === null ? null : rowsText(entries)));
  const fits = [...ordered, whole].every(({ shape }) => shape === null);
  if (fits && product.every((text) => text !== null && text.length <= longestLine / 2) && product.join("").length <= longestLine) lines.push(`  ${product.slice(0, -1).map((text) => asFactor(text as string)).join(" * ")} = ${product.at(-1)}`);
  const rows = ordered.map((factor) => [formOf(factor, titleOf(factor, byVariable)), `${factor.written.rows} × ${factor.written.columns}`, propertiesOf(factor), factor.place]);
  return [...lines, "", ...section("", rows).split("\n").slice(1)];
}

/** A number or formula that is not in brackets already, in parentheses where it is more than one thing. */
const asFactor = (text: string): string => (text.startsWith("[") || !/[ -]/.test(text) ? text : `(${text})`);

/** The one form that says most in a line. */
function formOf({ written: { algebra, element, entries } }: Titled, title: string): string {
  const text = entries === null ? null : rowsText(entries);
  if (algebra !== null) return `${title} = ${algebra}`;
  if (text !== null && (text.length <= 64 || element === null)) return `${title} = ${text}`;
  return element === null ? `${title} = …` : `${title}[${element.subscripts.join(", ")}] = ${element.text}`;
}
