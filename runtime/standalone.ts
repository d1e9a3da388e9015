// What `gradc compile --standalone` puts into a module, with all that it uses: what is exported here, and nothing else, is called by the module.
import { examplesFromRows } from "./examples.ts";
import type { Examples, Metadata, ParameterViews } from "./model.ts";
import type { TrainableOf } from "./run.ts";
import { train, type TrainOptions, type TrainResult } from "./train.ts";

/** What a call of `train` may choose, with the hyperparameters of this module. */
export type Options<Hyper> = Omit<TrainOptions, "hyper"> & {
  /** Hyperparameters that differ from the spec, by name. */
  readonly hyper?: Partial<Hyper> | undefined;
};

/** Training, typed by the module that is trained. */
export type Train<Params extends ParameterViews, Data, Hyper> = (data: Data, options?: Options<Hyper>) => TrainResult<Params>;

/** Rows of `Width` numbers. Rows whose lengths TypeScript does not know pass, and are checked when they are read. */
export type Rows<List extends readonly (readonly number[])[], Width extends number> = {
  readonly [Row in keyof List]: number extends List[Row]["length"] ? List[Row] : readonly number[] & { readonly length: Width };
};

/** Reading rows, typed by the module whose examples they are. */
export type FromRows<Data, Width extends number> = <const List extends readonly (readonly number[])[]>(rows: List & Rows<List, Width>) => Data;

/** Trains a module. */
export function trainModel<Params extends ParameterViews, Hyper>(model: TrainableOf<Params>, data: Examples, options?: Options<Hyper>): TrainResult<Params> {
  return train(model, data, options as TrainOptions | undefined);
}

/** Examples of the module that `metadata` is of. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the module says which of its types they have
export function readRows<Data extends Examples>(metadata: Metadata, rows: readonly (readonly number[])[]): Data {
  return examplesFromRows(metadata.columns, rows, metadata.precision) as Data;
}
