import type { Memory } from "./memory.ts";
import { loadsOf, within, type Buffer, type Program, type Section, type Step } from "./program.ts";

/** How a program is carried out. Its meaning does not depend on it. */
export interface Schedule {
  readonly program: Program;
  /** Steps written out element by element; the others are loops. */
  readonly unrolled: ReadonlySet<Step>;
  /** Values that live in local variables, one per element; the others live in arrays. */
  readonly locals: ReadonlySet<Buffer>;
  /** Values that one loop makes and reads, an element in each turn: they live in a variable of it. */
  readonly carried: ReadonlySet<Buffer>;
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
  /** The arrays that the function works in. */
  readonly memory: Memory;
  /** What was chosen for the function as a whole, and why. */
  readonly reason: string;
}

/** A schedule before its values have their arrays. */
export type UnplacedSchedule = Omit<Schedule, "memory">;

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

/** How many examples go through a section together; rows that examples looked up are updated one example after the other. */
export const blockOf = ({ block, divided }: UnplacedSchedule, { rowsOf }: Section): number | null => (rowsOf === undefined || divided ? block : null);

/** A run of steps in pieces: straight-line code together, and the steps of each loop. */
export function piecesOf({ shared, unrolled }: Pick<Schedule, "shared" | "unrolled">, run: readonly Step[]): readonly (readonly Step[])[] {
  const pieces: Step[][] = [];
  for (const step of run) {
    const last = pieces.at(-1);
    const goesOn = shared.has(step) || (unrolled.has(step) && last !== undefined && unrolled.has(last[0] as Step));
    if (last !== undefined && goesOn) last.push(step);
    else pieces.push([step]);
  }
  return pieces;
}

/** Columns of the data that tiled steps read: they are laid side by side for the examples of a block. */
export function gatheredLeaves({ program, tiles }: UnplacedSchedule, steps: readonly Step[]): readonly Buffer[] {
  if (program.single) return [];
  const loads = steps.filter((step) => tiles.has(step)).flatMap((step) => loadsOf(step).map((load) => load.buffer));
  return [...new Map(loads.filter((buffer) => buffer.kind === "leaf" && buffer.perExample).map((buffer) => [buffer.leaf?.name, buffer])).values()];
}

/** Whether a step that goes through the examples one by one asks which row of the data each is. */
export function readsRow({ tiles }: UnplacedSchedule, step: Step): boolean {
  const isOutside = (buffer: Buffer): boolean => buffer.perExample && buffer.kind !== "value";
  return !tiles.has(step) && (isOutside(step.target) || loadsOf(step).some((load) => isOutside(load.buffer)) || [...within(step.value)].some((part) => part.kind === "draw"));
}
