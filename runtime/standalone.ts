// What `gradc compile --standalone` puts into a module, with all that it uses: what is exported here, and nothing else, is called by the module.
import { examplesFromRows } from "./examples.ts";
import type { Examples, Metadata, ParameterViews } from "./model.ts";
import type { RunOptions, TrainableOf } from "./run.ts";
import { trainInMemory } from "./train-in-memory.ts";
import type { Training, Watchers } from "./training.ts";

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

/** Examples of the module that `metadata` is of. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the module says which of its types they have
export function readRows<Data extends Examples>(metadata: Metadata, rows: readonly (readonly number[])[]): Data {
  return examplesFromRows(metadata.columns, rows, metadata.precision) as Data;
}
