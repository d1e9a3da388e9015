import { Problems } from "./data-error.ts";
import type { Column, Examples, Floats, Metadata } from "./model.ts";
import { createFloats, describeShape, sizeOf } from "./values.ts";

/** The columns as a row of data has them: the inputs, then targets, labels and indexes together, in order of declaration. */
export function columnsOfRow(columns: readonly Column[]): readonly Column[] {
  const isInput = (column: Column): boolean => column.role === "input";
  return [...columns.filter(isInput), ...columns.filter((column) => !isInput(column))];
}

/** Room for `size` examples, all zeros: per column an array of `[size, ...shape]`. */
export function createExamples(columns: readonly Column[], size: number, precision: Metadata["precision"]): Examples {
  const room = (column: Column): Floats | Int32Array => {
    const length = size * sizeOf(column.shape);
    return isClass(column) ? new Int32Array(length) : createFloats(precision, length);
  };
  return { size, columns: Object.fromEntries(columns.map((column) => [column.name, room(column)])) };
}

/** Why `value` cannot be an entry of a label or index column, in words that follow a place; `null` if it can or `column` is neither. */
export function classProblem(column: Column, value: number): string | null {
  if (!isClass(column)) return null;
  const classes = column.classes ?? 2 ** 31;
  if (Number.isInteger(value) && value >= 0 && value < classes) return null;
  const range = column.classes === undefined ? "from 0" : `from 0 to ${classes - 1}`;
  return `expected a whole number ${range}, found ${value}`;
}

/** Why `value` cannot be an entry of a column, in words that follow a place; `null` if it can. */
export function valueProblem(column: Column, value: number, precision: Metadata["precision"]): string | null {
  return classProblem(column, value) ?? floatProblem(value, precision);
}

/**
 * Examples from rows of numbers, one row each, its columns ordered as `columnsOfRow` says.
 * `place(row)` names a row, counted from 0, in messages; without it, the first is "row 1".
 * Throws a `DataError` that lists the rows of wrong length, numbers that are not finite (in the given
 * precision), and labels and indexes that are no whole number in range.
 */
export function examplesFromRows(
  columns: readonly Column[],
  rows: readonly (readonly number[])[],
  precision: Metadata["precision"],
  place: (row: number) => string = (row) => `row ${row + 1}`,
): Examples {
  const ordered = columnsOfRow(columns);
  const widths = ordered.map((column) => sizeOf(column.shape));
  const rowLength = widths.reduce((sum, width) => sum + width, 0);
  const expected = `${rowLength} numbers (${ordered.map((column, i) => `${column.name} ${widths[i]}`).join(", ")})`;
  const examples = createExamples(columns, rows.length, precision);
  const problems = new Problems();

  rows.forEach((row, r) => {
    if (row.length !== rowLength) {
      problems.add(place(r), `expected ${expected}, found ${row.length}`);
      return;
    }
    let start = 0;
    ordered.forEach((column, c) => {
      const width = widths[c]!;
      const values = examples.columns[column.name]!;
      for (let i = 0; i < width; i++) {
        const value = row[start + i]!;
        const problem = valueProblem(column, value, precision);
        if (problem === null) values[r * width + i] = value;
        else problems.add(`${place(r)}, number ${start + i + 1} (${column.name})`, problem);
      }
      start += width;
    });
  });
  problems.throwIfAny();
  return examples;
}

/**
 * How many of `size` examples, counted from the first, are for training; the others, at the end, validate.
 * A share above 0 keeps at least one example for either, if there are two.
 */
export function trainingSize(size: number, share: number): number {
  if (share === 0 || size < 2) return size;
  return size - Math.min(size - 1, Math.max(1, Math.round(size * share)));
}

/** Whether a column holds whole numbers from 0, and not numbers to calculate with. */
export function isClass(column: Column): boolean {
  return column.role === "label" || column.role === "index";
}

/** Columns in words: `the input x (a vector of 2), the label c (of 3 classes)`. */
export const describeColumns = (columns: readonly Column[]): string => columns.map(describeColumn).join(", ") || "nothing";

function describeColumn({ name, role, shape, classes }: Column): string {
  const parts = [...(role === "label" && shape.length === 0 ? [] : [describeShape(shape)]), ...(role === "label" || (role === "index" && shape.length > 0) ? [`of ${classes ?? "some"} classes`] : [])];
  return `the ${role} ${name} (${parts.join(", ")})`;
}

function floatProblem(value: number, precision: Metadata["precision"]): string | null {
  if (!Number.isFinite(value)) return `expected a finite number, found ${typeof value === "number" ? value : JSON.stringify(value)}`;
  if (precision === "f32" && !Number.isFinite(Math.fround(value))) return `${value} is too large for 32 bits`;
  return null;
}
