import type { Buffer, Program, Section, Step } from "./program.ts";

/** How a program is carried out. Its meaning does not depend on it. */
export interface Schedule {
  readonly program: Program;
  /** Steps written out element by element; the others are loops. */
  readonly unrolled: ReadonlySet<Step>;
  /** Values that live in local variables, one per element; the others live in arrays. */
  readonly locals: ReadonlySet<Buffer>;
  /** Steps that are done for several elements at once. */
  readonly tiles: ReadonlyMap<Step, Tile>;
  /** Elementwise steps that go on in the loop of the step before them, with the indices of that loop. */
  readonly shared: ReadonlyMap<Step, Step>;
  /** How many examples are taken through a section together, one tiled step after the other; null where each goes through alone. */
  readonly block: number | null;
  /** The steps of each section, in order. */
  readonly parts: ReadonlyMap<Section, readonly Part[]>;
  /** Whether each part is a function of its own, which hands values to the next in arrays. */
  readonly divided: boolean;
  /** Scalar operations of each step for one run of its section. */
  readonly operations: ReadonlyMap<Step, number>;
  /** What was chosen for the function as a whole, and why. */
  readonly reason: string;
}

/** Runs that are emitted together. The steps of a run share one loop over the examples. */
export type Part = readonly (readonly Step[])[];

/**
 * A register tile: so many neighbouring elements are computed at once, each in a variable of its own, so that a number
 * once loaded serves all of them that need it.
 */
export interface Tile {
  /** The step with the example, where it runs for each, as an index like the others; a sum over the examples is a sum over that index. */
  readonly step: Step;
  /** The width along each index that has one, by the index's id. */
  readonly widths: ReadonlyMap<number, number>;
}
