import type { Column } from "../model.ts";
import { decodeNumber, describeValue, flattenOrProblem } from "../values.ts";
import { columnOfPlaces, describeRow, placesOfRow, type Decoder, type Destination } from "./decoder.ts";
import { LineReader } from "./line-reader.ts";

/**
 * Reads JSON lines: one example per line, either an object that has the columns' values under their names, as lists
 * within lists of the column's shape, or an array of the row's numbers. Other names and blank lines are passed over.
 */
export class JsonLinesDecoder implements Decoder {
  readonly #to: Destination;
  readonly #lines: LineReader;
  /** Which column each number of a row is of. */
  readonly #columns: readonly Column[];
  #line = 0;
  #rows = 0;
  /** For each number of an array its place; `null` until the first one that fits. */
  #places: Int32Array | null = null;

  constructor(to: Destination) {
    this.#to = to;
    this.#lines = new LineReader(to.file);
    this.#columns = columnOfPlaces(to.needed);
  }

  push(bytes: Uint8Array): void {
    for (const line of this.#lines.push(bytes)) this.#take(line);
  }

  end(): void {
    for (const line of this.#lines.end()) this.#take(line);
    if (this.#rows === 0) this.#to.problems.add(this.#to.file, "expected lines of JSON, found none");
  }

  #take(line: string): void {
    this.#line++;
    if (line.trim() === "") return;
    this.#rows++;
    const value = parseJson(line);
    if (value instanceof SyntaxError) this.#problem(`is no JSON: ${value.message}; expected one whole example on each line`);
    else if (Array.isArray(value)) this.#takeArray(value);
    else if (typeof value === "object" && value !== null) this.#takeObject(new Map(Object.entries(value).map(([name, entry]) => [name.normalize("NFC"), entry])));
    else this.#problem(`expected an object with ${this.#to.needed.map(({ name }) => name).join(", ")}, or an array of ${describeRow(this.#to)}, found ${describeValue(value)}`);
  }

  #problem(problem: string, column = ""): void {
    this.#to.problems.add(`${this.#to.file}:${this.#line}${column}`, problem);
  }

  #takeArray(values: readonly unknown[]): void {
    this.#places ??= placesOfRow(this.#to, values.length);
    const places = this.#places;
    if (places?.length !== values.length) {
      const hint = values.every((value) => typeof value === "object") ? "; each line holds one example, not a list of them" : "";
      this.#problem(`expected ${describeRow(this.#to, places?.length)}, found ${values.length}${hint}`);
      return;
    }
    const row = new Array<number>(this.#columns.length);
    const place = (i: number): string => `, number ${i + 1} (${this.#columns[places[i]!]!.name})`;
    const bad = values.filter((value, i) => {
      if (places[i]! < 0) return false;
      const number = decodeNumber(value);
      if (number === undefined) this.#problem(`expected a number, found ${describeValue(value)}`, place(i));
      else row[places[i]!] = number;
      return number === undefined;
    });
    if (bad.length === 0) this.#add(row, (number) => place(places.indexOf(number)));
  }

  #takeObject(object: ReadonlyMap<string, unknown>): void {
    const row: number[] = [];
    let bad = false;
    for (const { name, shape } of this.#to.needed) {
      const numbers = object.has(name) ? flattenOrProblem(object.get(name), shape) : `is missing, found only ${[...object.keys()].slice(0, 12).join(", ") || "an empty object"}`;
      if (typeof numbers === "string") {
        bad = true;
        this.#problem(numbers, ` (${name})`);
      } else for (const number of numbers) row.push(number);
    }
    if (!bad) this.#add(row, (number) => ` (${this.#columns[number]!.name})`);
  }

  #add(row: readonly number[], place: (number: number) => string): void {
    this.#to.writer.add(row, (number, problem) => this.#problem(problem, place(number)));
  }
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    return error;
  }
}
