import type { Floats } from "../model.ts";

/** An array of numbers, row-major. */
export interface Tensor {
  readonly shape: readonly number[];
  readonly values: Floats;
}

/** What a file of named arrays holds, whatever its format: the arrays in their order, and texts that describe them. */
export interface TensorFile {
  readonly metadata: ReadonlyMap<string, string>;
  readonly tensors: ReadonlyMap<string, Tensor>;
}
