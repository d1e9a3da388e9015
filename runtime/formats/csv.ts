import Papa from "papaparse";
import type { Column } from "../model.ts";
import { describeValue } from "../values.ts";
import { placesByName } from "./csv-header.ts";
import { columnOfPlaces, describeRow, placesOfRow, widthOf, type Decoder, type Destination } from "./decoder.ts";
import { LineReader } from "./line-reader.ts";
import { readPlainNumbers } from "./plain-numbers.ts";

/** A row over several lines, in quotes, may have this many characters: an unclosed quote must not swallow the file. */
const longestQuotedRow = 2 ** 20;

interface OpenRow {
  readonly line: number;
  readonly parts: string[];
  length: number;
}

/**
 * Reads CSV: cells between commas, quoted or not, one example per line; blank lines and lines that begin with `#` are
 * skipped. A first line of names says which cell is what (see `placesByName`); if it names no column of the
 * destination, or is missing, the cells are the columns in their order.
 */
export class CsvDecoder implements Decoder {
  readonly #to: Destination;
  readonly #lines: LineReader;
  /** The numbers of the present row, and which column each is of. */
  readonly #row: Float64Array;
  readonly #columns: readonly Column[];
  #line = 0;
  /** For each cell of a row the number that it is; `null` until the first row that fits. */
  #places: Int32Array | null = null;
  /** Whether the first line, be it names or numbers, has been read. */
  #begun = false;
  /** Whether the first line says which cell is what. */
  #named = false;
  #rows = 0;
  /** A row whose quote is still open, and the lines that have been joined to it so far. */
  #open: OpenRow | null = null;
  /** The present row, and the line that it begins on. */
  #text = "";
  #textLine = 0;

  constructor(to: Destination) {
    this.#to = to;
    this.#lines = new LineReader(to.file);
    this.#row = new Float64Array(widthOf(to.needed));
    this.#columns = columnOfPlaces(to.needed);
  }

  push(bytes: Uint8Array): void {
    for (const line of this.#lines.push(bytes)) this.#take(line);
  }

  end(): void {
    for (const line of this.#lines.end()) this.#take(line);
    while (this.#open !== null) this.#giveUp(this.#open);
    if (this.#rows === 0) this.#to.problems.add(this.#to.file, "expected rows of numbers, found none");
  }

  #take(line: string): void {
    this.#line++;
    if (this.#open !== null) this.#join(this.#open, line);
    else if (this.#places === null || readPlainNumbers(line, this.#places, this.#row) !== this.#places.length) this.#takeWithCare(line, this.#line);
    else this.#add(line, this.#line);
  }

  readonly #refuse = (number: number, problem: string): void => {
    const cell = this.#places!.indexOf(number);
    this.#to.problems.add(`${this.#placeOf(cell)} (${this.#columns[number]!.name})`, problem);
  };

  #add(text: string, line: number): void {
    this.#rows++;
    this.#text = text;
    this.#textLine = line;
    this.#to.writer.add(this.#row, this.#refuse);
  }

  /** A line that is not, or not yet known to be, just the right numbers. */
  #takeWithCare(text: string, line: number): void {
    if (text.trim() === "" || /^[ \t]*#/.test(text)) return;
    const { cells, fault } = readCells(text);
    if (fault === "open" && text.length < longestQuotedRow) this.#open = { line, parts: [text], length: text.length };
    else if (fault !== null) this.#refuseQuotes(line);
    else if (this.#begun || !this.#takeHeader(cells, line)) this.#takeCells(cells, text, line);
  }

  #refuseQuotes(line: number): void {
    this.#rows++;
    this.#to.problems.add(`${this.#to.file}:${line}`, "a quoted cell is not closed properly");
  }

  /** Takes the first line, if it holds names. */
  #takeHeader(cells: readonly string[], line: number): boolean {
    this.#begun = true;
    if (!isHeader(cells)) return false;
    this.#places = placesByName(cells.map((cell) => cell.trim().normalize("NFC")), this.#to, `${this.#to.file}:${line}`);
    this.#named = this.#places !== null;
    return true;
  }

  #takeCells(cells: readonly string[], text: string, line: number): void {
    this.#places ??= placesOfRow(this.#to, cells.length);
    const places = this.#places;
    [this.#text, this.#textLine] = [text, line];
    if (places?.length !== cells.length) {
      this.#rows++;
      const expected = this.#named ? `${places!.length} cells as in the header` : describeRow(this.#to, places?.length);
      const hint = cells.length === 1 && /[;\t|]/.test(text) ? "; cells stand between commas" : "";
      this.#to.problems.add(`${this.#to.file}:${line}`, `expected ${expected}, found ${cells.length}${hint}`);
      return;
    }
    const bad = cells.flatMap((cell, i) => {
      if (places[i]! < 0) return [];
      const value = readNumber(cell);
      this.#row[places[i]!] = value;
      return Number.isFinite(value) ? [] : [i];
    });
    for (const i of bad) this.#to.problems.add(this.#placeOf(i), `expected a finite number, found ${describeValue(cells[i]!.trim())}`);
    if (bad.length === 0) this.#add(text, line);
    else this.#rows++;
  }

  /** Adds a line to a row whose quote is open; only a line with a quote in it can close it. */
  #join(open: OpenRow, line: string): void {
    open.parts.push(line);
    open.length += line.length + 1;
    if (open.length > longestQuotedRow) this.#giveUp(open);
    else if (line.includes('"')) {
      const text = open.parts.join("\n");
      if (readCells(text).fault === "open") return;
      this.#open = null;
      this.#takeWithCare(text, open.line);
    }
  }

  /** An unclosed quote is a problem of its line; the lines after it are read anew. */
  #giveUp({ line, parts }: OpenRow): void {
    this.#open = null;
    this.#refuseQuotes(line);
    this.#line = line;
    for (const part of parts.slice(1)) this.#take(part);
  }

  /** `file:line:column` of cell `index` (from 0) of the present row; columns count characters from 1. */
  #placeOf(index: number): string {
    const text = this.#text;
    let quoted = false;
    let at = 0;
    for (let left = index; left > 0 && at < text.length; at++) {
      if (text[at] === '"') quoted = !quoted;
      else if (text[at] === "," && !quoted) left--;
    }
    while (text[at] === " " || text[at] === "\t") at++;
    const before = text.slice(0, at).split("\n");
    return `${this.#to.file}:${this.#textLine + before.length - 1}:${[...before.at(-1)!].length + 1}`;
  }
}

/** The cells of a row; `fault` is "open" where a quote has no end yet, "bad" where something else follows one. */
function readCells(text: string): { readonly cells: readonly string[]; readonly fault: "open" | "bad" | null } {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: ",", newline: "\n" });
  if (errors.length === 0) return { cells: data[0]!, fault: null };
  return { cells: [], fault: errors.every(({ code }) => code === "MissingQuotes") ? "open" : "bad" };
}

function readNumber(cell: string): number {
  return cell.trim() === "" ? NaN : Number(cell);
}

/** Names and no numbers: a first row of numbers with a slip in it is not taken for a header. */
const isHeader = (cells: readonly string[]): boolean => cells.some(isName) && !cells.some((cell) => Number.isFinite(readNumber(cell)));

/** An empty cell, a spelling of NaN or infinity, or numbers between other marks than commas in the first line are bad numbers and do not make it a header. */
function isName(cell: string): boolean {
  return Number.isNaN(readNumber(cell)) && !/^\s*([+-]?(nan|inf(inity)?))?\s*$/i.test(cell) && !/^[\d\s.e+-]*\d\s*[;\t|][\d\s.e;|+-]*$/i.test(cell);
}
