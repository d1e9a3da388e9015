import type { Examples, Floats } from "../../runtime/model.ts";
import { sizeOf } from "../ir/shape.ts";
import type { Loaded } from "./run-module.ts";

/** One example's values as `jacobian` (or another function, with other names of columns) takes them: labels and scalars as numbers, the others as arrays. */
export function columnsOf({ module, jacobianColumns }: Loaded, batch: Examples, row: number, names = jacobianColumns): readonly (number | Floats | Int32Array)[] {
  return names.map((name) => {
    const { shape } = module.metadata.columns.find((column) => column.name === name)!;
    const values = batch.columns[name]!;
    const size = sizeOf(shape);
    return shape.length === 0 ? values[row]! : values.subarray(row * size, (row + 1) * size);
  });
}
