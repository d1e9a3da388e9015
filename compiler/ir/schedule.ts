import type { Buffer, Program, Step } from "./program.ts";

/** How a program is carried out. Its meaning does not depend on it. */
export interface Schedule {
  readonly program: Program;
  /** Steps written out element by element; the others are loops. */
  readonly unrolled: ReadonlySet<Step>;
  /** Values that live in local variables, one per element; the others live in arrays. */
  readonly locals: ReadonlySet<Buffer>;
  /** Scalar operations of each step for one run of its section. */
  readonly operations: ReadonlyMap<Step, number>;
  /** What was chosen for the function as a whole, and why. */
  readonly reason: string;
}
