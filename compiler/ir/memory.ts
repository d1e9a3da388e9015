import type { Buffer } from "./program.ts";

/** A value that functions of a module keep in an array. */
export interface Stored {
  readonly name: string;
  /** Integers are rows of the data, and the classes in them. */
  readonly kind: "number" | "integer";
  /** Elements, those of all examples of a block included; the most that any function needs. */
  readonly length: number;
  readonly spanning?: Spanning;
}

/**
 * Of what all examples of a batch keep: `length` is then that of one example, and the array is as long as the largest batch
 * so far asks for, with room for `spare` examples that are not there, so that the last tile may be a whole one.
 */
export interface Spanning {
  readonly spare: number;
}

/** An array of the module. The values in it take turns: no element holds what two of them need at the same time. */
export interface WorkArray {
  readonly kind: Stored["kind"];
  readonly length: number;
  /** In the order in which they are first needed; what spans the batch is alone. */
  readonly values: readonly Stored[];
  readonly spanning?: Spanning;
}

/** What one function keeps in arrays of its module. */
export interface Memory {
  /** The arrays that it works in; other functions may work in them too. */
  readonly arrays: readonly WorkArray[];
  /** Values that do not live in local variables, and the total loss of a function that is divided. */
  readonly values: ReadonlyMap<Buffer, Stored>;
  /** Columns of the data whose numbers are laid side by side for a block of examples, by name. */
  readonly gathered: ReadonlyMap<string, Stored>;
  /** Which rows of the data a block's examples are; null where nobody asks again. */
  readonly rows: Stored | null;
}

/** Bytes of an array whose numbers take so many each; of one that spans the batch, for each example. */
export const bytesOf = ({ kind, length }: WorkArray, perNumber: number): number => length * (kind === "integer" ? 4 : perNumber);
