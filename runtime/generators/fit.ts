import { DataError } from "../data-error.ts";
import { describeColumns } from "../examples.ts";
import type { Column, Examples } from "../model.ts";
import { sizeOf } from "../values.ts";

/** How many numbers the inputs of one example hold in all. */
export function inputNumbers(columns: readonly Column[]): number {
  return inputsOf(columns).reduce((sum, { shape }) => sum + sizeOf(shape), 0);
}

/** The columns beside the inputs. */
export function outcomesOf(columns: readonly Column[]): readonly Column[] {
  return columns.filter(({ role }) => role !== "input");
}

/** Whether the column is a target of one number: a scalar, a vector of one, and so on. */
export function isOneNumber({ role, shape }: Column): boolean {
  return role === "target" && sizeOf(shape) === 1;
}

/** The error of a generator that does not fit: what it `gives`, and what the spec asks for instead. */
export function unfit(name: string, gives: string, columns: readonly Column[]): DataError {
  return new DataError([`data("generated/${name}"): gives ${gives}; the spec asks for ${describeColumns(columns)}`]);
}

/** Writes the numbers of one example's inputs, in order of declaration. */
export function writeInputs(columns: readonly Column[], examples: Examples, row: number, numbers: Float64Array): void {
  let start = 0;
  for (const { name, shape } of inputsOf(columns)) {
    const width = sizeOf(shape);
    examples.columns[name]!.set(numbers.subarray(start, start + width), row * width);
    start += width;
  }
}

const inputsOf = (columns: readonly Column[]): readonly Column[] => columns.filter(({ role }) => role === "input");
