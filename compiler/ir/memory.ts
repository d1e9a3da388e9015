import type { Buffer } from "./program.ts";

/** A value that functions of a module keep in an array. */
export interface Stored {
  readonly name: string;
  /** Integers are rows of the data, and the classes in them. */
  readonly kind: "number" | "integer";
  /** Elements, those of all examples of a block included; the most that any function needs. */
  readonly length: number;
}

/** An array of the module. The values in it take turns: no element holds what two of them need at the same time. */
export interface WorkArray {
  readonly kind: Stored["kind"];
  readonly length: number;
  /** In the order in which they are first needed. */
  readonly values: readonly Stored[];
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

/** Bytes of an array whose numbers take so many each. */
export const bytesOf = ({ kind, length }: WorkArray, perNumber: number): number => length * (kind === "integer" ? 4 : perNumber);
