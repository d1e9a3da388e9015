import { createExamples, isClass, valueProblem } from "../examples.ts";
import type { Column, Examples, Floats, Metadata } from "../model.ts";
import { sizeOf } from "../values.ts";

/** Writes examples one by one and hands them over in pieces, all of `capacity` examples but the last. */
export class ExampleWriter {
  readonly #columns: readonly Column[];
  readonly #widths: readonly number[];
  /** How many classes each column has, 0 for a column of floats. */
  readonly #classes: readonly number[];
  readonly #precision: Metadata["precision"];
  readonly #most: number;
  #capacity: number;
  #piece: Examples | null = null;
  #arrays: readonly (Floats | Int32Array)[] = [];
  #size = 0;
  #full: Examples[] = [];
  #count = 0;

  /** `most` is how many examples may come as one piece if they are known to be so many; see `expect`. */
  constructor(columns: readonly Column[], precision: Metadata["precision"], capacity: number, most = 0) {
    this.#columns = columns;
    this.#widths = columns.map(({ shape }) => sizeOf(shape));
    this.#classes = columns.map((column) => (isClass(column) ? (column.classes ?? 2 ** 31) : 0));
    this.#precision = precision;
    this.#capacity = capacity;
    this.#most = most;
  }

  /** How many examples have been added. */
  get count(): number {
    return this.#count;
  }

  /** Told before the first example how many there will be, it makes one piece of them if `most` allows. */
  expect(count: number): void {
    if (count <= this.#most) this.#capacity = Math.max(1, count);
  }

  /**
   * Adds an example, the numbers of its columns one after the other. `refuse` is told of each number (counted from 0)
   * that its column or the precision cannot hold, in words that follow a place.
   */
  add(row: ArrayLike<number>, refuse: (number: number, problem: string) => void): void {
    this.#piece ??= this.#begin();
    let start = 0;
    for (let c = 0; c < this.#widths.length; c++) {
      const width = this.#widths[c]!;
      const values = this.#arrays[c]!;
      const classes = this.#classes[c]!;
      for (let i = 0; i < width; i++) {
        const value = row[start + i]!;
        const at = this.#size * width + i;
        values[at] = value;
        const kept = values[at];
        // What an Int32Array gives back unchanged is whole; infinity and NaN less themselves are NaN.
        const fits = classes === 0 ? kept - kept === 0 : kept === value && value >= 0 && value < classes;
        if (!fits) refuse(start + i, valueProblem(this.#columns[c]!, value, this.#precision)!);
      }
      start += width;
    }
    this.#count++;
    if (++this.#size === this.#capacity) this.#full.push(this.#end()!);
  }

  /** The pieces that have become full since the last call. */
  takeFull(): readonly Examples[] {
    const full = this.#full;
    this.#full = [];
    return full;
  }

  /** The examples since the last full piece, to be asked for at the end; `null` if none. */
  takeRest(): Examples | null {
    return this.#end();
  }

  #begin(): Examples {
    const piece = createExamples(this.#columns, this.#capacity, this.#precision);
    this.#arrays = this.#columns.map(({ name }) => piece.columns[name]!);
    return piece;
  }

  #end(): Examples | null {
    const [piece, size] = [this.#piece, this.#size];
    if (piece === null || size === 0) return null;
    this.#piece = null;
    this.#size = 0;
    if (size === piece.size) return piece;
    return { size, columns: Object.fromEntries(this.#columns.map(({ name }, c) => [name, piece.columns[name]!.slice(0, size * this.#widths[c]!)])) };
  }
}
