import { DataError } from "../data-error.ts";
import type { Column } from "../model.ts";
import { sizeOf } from "../values.ts";
import { describeRow, placesOfRow, type Destination } from "./decoder.ts";

/** So many names are listed in a message. */
const listed = 12;

/**
 * What the names of a header say: for each cell its place among the numbers of the needed columns, −1 for a cell of no
 * use. A column's numbers are its name, as often as it has numbers, or its name with subscripts from 1, as `x2`, `x_2`,
 * `x.2`, `x[2]`, and for arrays also `x_1_2`, `x.1.2`, `x[1,2]`. Names of no column are passed over.
 * `null` if all are, so that positions have to say it. Throws a `DataError` that begins with `place` if some columns
 * are named and others are not, or not as often as they should be, or if not even positions can say it.
 */
export function placesByName(header: readonly string[], to: Pick<Destination, "all" | "needed">, place: string): Int32Array | null {
  const cells = new Map<string, number[]>();
  header.forEach((name, cell) => {
    const before = cells.get(name);
    if (before === undefined) cells.set(name, [cell]);
    else before.push(cell);
  });
  const found = new Map(to.all.map((column) => [column, cellsOf(column, cells, to.all)]));
  if ([...found.values()].every((entries) => entries.every((entry) => entry.length === 0))) {
    // A single cell may be a title, which does not say how many numbers a row has.
    if (header.length === 1 || placesOfRow(to, header.length) !== null) return null;
    throw new DataError([`${place}: the header names no column; expected ${list(to.all.map(({ name }) => name))}, or ${describeRow(to)} in this order; found ${list(header)}`]);
  }

  const entries = to.needed.flatMap((column) => found.get(column)!.map((at, i) => ({ name: entryName(column, i), at })));
  const missing = entries.filter(({ at }) => at.length === 0).map(({ name }) => name);
  const places = new Int32Array(header.length).fill(-1);
  const doubtful = new Set<string>();
  entries.forEach(({ at }, k) => {
    for (const cell of at) {
      if (at.length > 1 || places[cell] !== -1) doubtful.add(header[cell]!);
      places[cell] = k;
    }
  });
  const faults = [...(missing.length === 0 ? [] : [`has no ${list(missing)}`]), ...(doubtful.size === 0 ? [] : [`names more than one cell, or one cell for several columns, with ${list([...doubtful])}`])];
  if (faults.length > 0) throw new DataError([`${place}: the header ${faults.join(" and ")}; found ${list(header)}`]);
  return places;
}

/** For each number of a column the cells that are named for it. */
function cellsOf(column: Column, cells: ReadonlyMap<string, readonly number[]>, all: readonly Column[]): readonly (readonly number[])[] {
  const numbers = Array.from({ length: sizeOf(column.shape) }, (_, i) => i);
  const own = cells.get(column.name) ?? [];
  // What is too many of a name is left with its last number, which is then doubtful.
  if (own.length > 0) return numbers.map((i) => (i === numbers.length - 1 ? own.slice(i) : own.slice(i, i + 1)));
  if (column.shape.length === 0) return [[]];
  const isName = (text: string): boolean => all.some(({ name }) => name === text);
  return numbers.map((i) => spellings(column, i).flatMap((text) => (isName(text) ? [] : (cells.get(text) ?? []))));
}

/** The ways to write number `i` (from 0) of a column that is no scalar. */
function spellings({ name, shape }: Column, i: number): readonly string[] {
  const flat = [`${name}${i + 1}`, `${name}_${i + 1}`, `${name}.${i + 1}`, `${name}[${i + 1}]`];
  if (shape.length < 2) return flat;
  const subscripts = shape.map((extent, d) => (Math.floor(i / sizeOf(shape.slice(d + 1))) % extent) + 1);
  return [...flat, `${name}_${subscripts.join("_")}`, `${name}.${subscripts.join(".")}`, `${name}[${subscripts.join(",")}]`];
}

const entryName = ({ name, shape }: Column, i: number): string => (shape.length === 0 ? name : `${name}${i + 1}`);

const list = (names: readonly string[]): string => `${names.slice(0, listed).join(", ")}${names.length > listed ? `, … (${names.length} in all)` : ""}`;
