import { sizeOf } from "../ir/shape.ts";
import { columnsOfRow } from "../../runtime/examples.ts";
import type { Column, Examples, Floats, ParameterViews } from "../../runtime/model.ts";
import { tableText } from "./numbers.ts";
import type { Module } from "./run-module.ts";

/** Data sets up to this size are shown whole after training, larger ones not at all. */
const examplesShown = 20;
/** Values with more numbers than this are cut. */
const numbersShown = 12;

/** What the trained model says of each example, beside what it should say: inputs, outputs, targets. Null where there are too many. */
export function predictionTable(module: Module, { params, hyper }: { readonly params: ParameterViews; readonly hyper: { readonly [name: string]: number } }, data: Examples): string | null {
  const { columns, outputs } = module.metadata;
  if (data.size > examplesShown || outputs.length === 0 || columns.length === 0) return null;
  const room = module.createOutputs!();
  const members = Object.values(room);
  const given = columnsOfRow(columns);
  const cells = (columnsToShow: readonly Column[], row: number): readonly string[] => columnsToShow.map((column) => columnText(column, data, row));
  const [inputs, wanted] = [given.filter((column) => column.role === "input"), given.filter((column) => column.role !== "input")];
  const classified = outputs.map((output) => isClassifier(output, columns));
  const rows = Array.from({ length: data.size }, (_, row) => {
    module.predict!(params, data, row, room, hyper);
    const predicted = outputs.flatMap(({ shape }, k) => {
      const values = members[k]!.subarray(0, sizeOf(shape));
      return [valuesText(values, 3), ...(classified[k] === true ? [valuesText(classesOf(members[k]!, shape), null)] : [])];
    });
    return [...cells(inputs, row), ...predicted, ...cells(wanted, row)];
  });
  const head = [...inputs.map(({ name }) => name), ...outputs.flatMap(({ name }, k) => [name, ...(classified[k] === true ? [`class of ${name}`] : [])]), ...wanted.map(({ name }) => name)];
  return `predictions\n${tableText([head, ...rows].map((row) => row.map((cell) => ` ${cell}`)), " ")}`;
}

/** Whether an output has a number for each class of a label, at each of its positions. */
export function isClassifier({ shape }: { readonly shape: readonly number[] }, columns: readonly Column[]): boolean {
  return columns.some((column) => column.role === "label" && [...column.shape, column.classes].join() === shape.join());
}

/** The class at each position of a classifier's output, from 0: that of the largest number, the first of several. */
export function classesOf(values: Floats, shape: readonly number[]): readonly number[] {
  const count = shape.at(-1) ?? 1;
  return Array.from({ length: sizeOf(shape.slice(0, -1)) }, (_, n) => {
    const row = Array.from(values.subarray(n * count, (n + 1) * count));
    return row.reduce((first, value, at) => (value > row[first]! ? at : first), 0);
  });
}

function columnText(column: Column, data: Examples, row: number): string {
  const size = sizeOf(column.shape);
  return valuesText(data.columns[column.name]!.subarray(row * size, (row + 1) * size), null);
}

/** Numbers in a row; predictions with fixed digits, so that they align. */
function valuesText(values: ArrayLike<number>, decimals: number | null): string {
  const text = (value: number): string => {
    if (decimals === null) return String(Number(value.toPrecision(4)));
    return Math.abs(value) >= 1e6 ? value.toExponential(decimals) : value.toFixed(decimals).replace(/^-(0\.0*)$/, "$1").padStart(decimals + 3);
  };
  const shown = Array.from({ length: Math.min(values.length, numbersShown) }, (_, k) => text(values[k]!));
  return [...shown, ...(values.length > numbersShown ? ["…"] : [])].join(" ");
}
