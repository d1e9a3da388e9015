// What `gradc compile --standalone` puts into a module, with all that it uses: what is exported here, and nothing else, is called by the module.
import { columnsOfRow, createExamples, isClass } from "./examples.ts";
import type { Examples, Metadata, ParameterViews } from "./model.ts";
import type { RunOptions, TrainableOf } from "./run.ts";
import { trainInMemory } from "./train-in-memory.ts";
import type { Watchers } from "./progress.ts";
import type { Training } from "./training.ts";
import { sizeOf } from "./values.ts";

/** What a call of `train` may choose, with the hyperparameters of this module. */
export type Options<Hyper> = Omit<RunOptions, "hyper"> & Watchers & {
  /** Hyperparameters that differ from the spec, by name. */
  readonly hyper?: Partial<Hyper> | undefined;
};

/** Training, typed by the module that is trained. */
export type Train<Params extends ParameterViews, Data, Hyper> = (data: Data, options?: Options<Hyper>) => Training<Params>;

/** Rows of `Width` numbers. Rows whose lengths TypeScript does not know pass, and are checked when they are read. */
export type Rows<List extends readonly (readonly number[])[], Width extends number> = {
  readonly [Row in keyof List]: number extends List[Row]["length"] ? List[Row] : readonly number[] & { readonly length: Width };
};

/** Reading rows, typed by the module whose examples they are. */
export type FromRows<Data, Width extends number> = <const List extends readonly (readonly number[])[]>(rows: List & Rows<List, Width>) => Data;

/** Trains a module on examples in memory. */
export function trainModel<Params extends ParameterViews, Hyper>(model: TrainableOf<Params>, data: Examples, options: Options<Hyper> = {}): Training<Params> {
  return trainInMemory(model, data, options as RunOptions & Watchers);
}

/** Examples of the module that `metadata` is of. Throws a `RangeError` for the first row of another length, or number that does not fit its column. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the module says which of its types they have
export function readRows<Data extends Examples>(metadata: Metadata, rows: readonly (readonly number[])[]): Data {
  const examples = createExamples(metadata.columns, rows.length, metadata.precision);
  for (const [r, row] of rows.entries()) {
    let at = 0;
    for (const column of columnsOfRow(metadata.columns)) {
      const values = examples.columns[column.name]!;
      for (let i = r * sizeOf(column.shape); i < (r + 1) * sizeOf(column.shape); i++) {
        const value = row[at++]!;
        values[i] = value;
        // A number that is not finite is none, and a class that an array of integers changes was none.
        const isFit = isClass(column) ? values[i] === value && value >= 0 && value < (column.classes ?? Infinity) : Number.isFinite(values[i]);
        if (at <= row.length && !isFit) throw new RangeError(`row ${r + 1}: ${value} is no ${column.name}`);
      }
    }
    if (at !== row.length) throw new RangeError(`row ${r + 1}: expected ${at} numbers, found ${row.length}`);
  }
  return examples as Data;
}
