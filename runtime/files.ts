// The only module of the runtime that needs Node.
import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { DataError, Problems } from "./data-error.ts";
import { describeValue } from "./values.ts";

/** The numbers of a CSV file. */
export interface CsvRows {
  /** The names in the first line, `null` if it holds numbers already. */
  readonly header: readonly string[] | null;
  readonly rows: readonly (readonly number[])[];
  /** Where a row of `rows` (from 0) stands: `file:line`. */
  readonly place: (row: number) => string;
}

/**
 * Reads a CSV file of numbers: cells between commas, quoted or not; blank lines and lines that begin with `#`
 * are skipped, and so is a first line that holds names. Rows may differ in length.
 * Throws a `DataError` that lists the cells that are no finite numbers as `file:line:column`.
 */
export function readCsv(path: string): CsvRows {
  return parseCsv(readText(path), path);
}

/** `readCsv` of a text; `file` is what messages call it. */
export function parseCsv(text: string, file: string): CsvRows {
  // Comments become blank lines, so that Papa Parse sees every line and its cursor tells the line number.
  const source = `${text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n").replace(/^[ \t]*#.*$/gm, "")}\n`;
  const rows: number[][] = [];
  const lines: number[] = [];
  const problems = new Problems();
  let header: string[] | null = null;
  let start = 0;
  let line = 1;

  const readRow = (cells: readonly string[]): void => {
    if (cells.length === 1 && cells[0]!.trim() === "") return;
    if (header === null && rows.length === 0 && isHeader(cells)) {
      header = cells.map((cell) => cell.trim());
      return;
    }
    const row = cells.map(readNumber);
    row.forEach((value, i) => {
      if (Number.isFinite(value)) return;
      const column = columnOf(source.slice(start, source.indexOf("\n", start)), i);
      problems.add(`${file}:${line}:${column}`, `expected a finite number, found ${describeValue(cells[i]!.trim())}`);
    });
    rows.push(row);
    lines.push(line);
  };

  Papa.parse<string[]>(source, {
    delimiter: ",",
    newline: "\n",
    step: ({ data, errors, meta }) => {
      // An unclosed quote swallows the rest of the file: naming its cells would bury the cause.
      if (errors.length > 0) problems.add(`${file}:${line}`, "a quoted cell is not closed properly");
      else readRow(data);
      for (; start < meta.cursor; start++) if (source[start] === "\n") line++;
    },
  });
  problems.throwIfAny();
  if (rows.length === 0) throw new DataError([`${file}: expected rows of numbers, found none`]);
  return { header, rows, place: (row) => `${file}:${lines[row]}` };
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : error;
    throw new DataError([code === "ENOENT" ? `${path}: no such file` : `${path}: cannot be read (${String(code)})`]);
  }
}

function readNumber(cell: string): number {
  return cell.trim() === "" ? NaN : Number(cell);
}

/** Names and no numbers: a first row of numbers with a slip in it is not taken for a header. */
const isHeader = (cells: readonly string[]): boolean => cells.some(isName) && !cells.some((cell) => Number.isFinite(readNumber(cell)));

/** An empty cell, or a spelling of NaN or infinity, in the first line is a bad number and does not make it a header. */
function isName(cell: string): boolean {
  return Number.isNaN(readNumber(cell)) && !/^\s*([+-]?(nan|inf(inity)?))?\s*$/i.test(cell);
}

/** Where cell `index` (from 0) of a line begins, counted in characters from 1. */
function columnOf(line: string, index: number): number {
  let quoted = false;
  let at = 0;
  for (let left = index; left > 0 && at < line.length; at++) {
    if (line[at] === '"') quoted = !quoted;
    else if (line[at] === "," && !quoted) left--;
  }
  while (line[at] === " " || line[at] === "\t") at++;
  return [...line.slice(0, at)].length + 1;
}
