import type { Problems } from "../data-error.ts";
import type { Column } from "../model.ts";
import { sizeOf } from "../values.ts";
import type { ExampleWriter } from "./example-writer.ts";

/** Reads the bytes of a file, in parts of any size, as examples. A `DataError` is thrown where the file as a whole is wrong. */
export interface Decoder {
  push(bytes: Uint8Array): void;
  /** To be called after the last bytes. */
  end(): void;
}

/** Where a decoder puts what it reads. */
export interface Destination {
  /** What messages call the file. */
  readonly file: string;
  /** The columns that a row of the file may hold, in its order. */
  readonly all: readonly Column[];
  /** Those of them that are wanted; a row may also hold these alone. */
  readonly needed: readonly Column[];
  readonly writer: ExampleWriter;
  /** Rows that do not fit; the decoder goes on with the next. */
  readonly problems: Problems;
  /** How many bytes a decoder may keep, where a format cannot be read in its order. */
  readonly memory: number;
}

/** How many numbers these columns have together. */
export const widthOf = (columns: readonly Column[]): number => columns.reduce((sum, { shape }) => sum + sizeOf(shape), 0);

/**
 * For each of `width` numbers of a row without names, its place among the numbers of the needed columns, −1 where it
 * is of no use; `null` if rows of this width are not expected.
 */
export function placesOfRow({ all, needed }: Pick<Destination, "all" | "needed">, width: number): Int32Array | null {
  const held = [all, needed].find((columns) => widthOf(columns) === width);
  if (held === undefined) return null;
  const places = new Int32Array(width).fill(-1);
  let from = 0;
  for (const column of held) {
    const size = sizeOf(column.shape);
    if (needed.includes(column)) {
      const to = widthOf(needed.slice(0, needed.indexOf(column)));
      for (let i = 0; i < size; i++) places[from + i] = to + i;
    }
    from += size;
  }
  return places;
}

/**
 * The rows that `placesOfRow` takes, in words: `3 numbers (x 2, d 1)`, or `3 numbers (x 2, d 1) or 2 (x 2)`.
 * `width` is that of the rows before, if there are any: a file does not change it.
 */
export function describeRow({ all, needed }: Pick<Destination, "all" | "needed">, width?: number): string {
  const list = (columns: readonly Column[]): string => `(${columns.map(({ name, shape }) => `${name} ${sizeOf(shape)}`).join(", ")})`;
  const forms = (all.length === needed.length ? [all] : [all, needed]).filter((columns) => width === undefined || widthOf(columns) === width);
  return forms.map((columns, i) => `${widthOf(columns)}${i > 0 ? "" : widthOf(columns) === 1 ? " number" : " numbers"} ${list(columns)}`).join(" or ");
}

/** For each number of the needed columns the column that it belongs to. */
export const columnOfPlaces = (needed: readonly Column[]): readonly Column[] => needed.flatMap((column) => new Array<Column>(sizeOf(column.shape)).fill(column));
