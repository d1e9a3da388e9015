import type { Column, Examples, Metadata } from "../model.ts";

/** A built-in source of examples, `data("generated/<name>")`: the same seed gives the same ones. */
export interface Generator {
  readonly name: string;
  /** One sentence: what its examples are and how many. */
  readonly summary: string;
  /** Throws a `DataError` for columns that it does not fit. */
  generate(columns: readonly Column[], precision: Metadata["precision"], seed: number): Examples;
}
