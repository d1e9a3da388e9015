import { bufferSize, loadsOf, type Buffer, type Expression, type Program, type Step } from "../ir/program.ts";
import { piecesOf, type Schedule, type Tile, type UnplacedSchedule } from "../ir/schedule.ts";
import { carriedValues } from "./carried.ts";
import { withMemory } from "./memory.ts";
import { ordered } from "./order.ts";
import { partsOf, writtenOperations } from "./parts.ts";
import { sharedLoops } from "./shared-loops.ts";
import { bytesPerBlock, examplesPerBlock, fewestExamplesPerBlock, tiledOperationsPerStep, unrolledOperationsPerFunction, unrolledOperationsPerStep, writtenOperationsPerFunction } from "./thresholds.ts";
import { withShortReductions } from "./short-reductions.ts";
import { splitByTests } from "./split.ts";
import { tileOf } from "./tiles.ts";
import { timesOf, withoutLoops } from "./time.ts";

/** How many scalar operations may be written out, in a function and in one step; from how many on a step is tiled, and over how many examples; how long a function may be. */
export interface Limits {
  readonly perFunction: number;
  readonly perStep: number;
  readonly tiled: number;
  readonly block: number;
  /** How many written operations one function of loops may have before it is divided. */
  readonly perPart: number;
}

const measured: Limits = { perFunction: unrolledOperationsPerFunction, perStep: unrolledOperationsPerStep, tiled: tiledOperationsPerStep, block: examplesPerBlock, perPart: writtenOperationsPerFunction };

/** Decides for each step of a module's functions whether it is written out, looped or tiled, and where each value lives. */
export const schedule = (programs: readonly Program[], limits: Limits = measured): readonly Schedule[] => withMemory(programs.map((program) => scheduleOne(program, limits)));

function scheduleOne(given: Program, limits: Limits): UnplacedSchedule {
  const rolled = stepsOf(given);
  const total = rolled.reduce((sum, step) => sum + operationsOf(step), 0);
  const written = rolled.reduce((sum, step) => sum + pointsOf(step) * timesOf(step), 0);
  const small = Math.max(total, written) <= limits.perFunction;
  const lowered = small ? withoutLoops(given) : withShortReductions(splitByTests(given));
  const steps = stepsOf(lowered);
  const operations = new Map(steps.map((step) => [step, operationsOf(step)]));
  const byRow = new Set(lowered.sections.flatMap((section) => (section.rowsOf === undefined ? [] : section.steps)));
  const unrolled = new Set(steps.filter((step) => !byRow.has(step)).filter((step) => small || (step.loops.length === 0 && Math.max(operations.get(step) as number, pointsOf(step)) <= limits.perStep)));
  const { single } = lowered;
  const size = blockSize(lowered, limits.block);
  const tiled = tilesOf(lowered, single ? null : size, (step) => !unrolled.has(step) && !byRow.has(step) && (operations.get(step) as number) >= limits.tiled);
  const program = ordered(lowered, { tiles: tiled.tiles, unrolled });
  const writing = { tiles: tiled.tiles, unrolled, operations };
  const length = steps.reduce((sum, step) => sum + writtenOperations(step, writing), 0);
  const long = !small && steps.length > 1 && length > limits.perPart;
  // Values that one function hands to the next lie in arrays, so examples that go through several functions do so in blocks.
  const block = long && !single && program.sections.some((section) => section.each === "example") ? size : tiled.block;
  const parts = partsOf(program, writing, block !== null, long ? limits.perPart : Infinity);
  const divided = long && [...parts.values()].flat().length > 1;
  const { tiles } = tiled;
  const shared = sharedLoops(program.sections, (step) => !unrolled.has(step) && !tiles.has(step));
  const locals = localsOf(program, unrolled, byRow, parts, divided);
  const elsewhere = new Set(steps.flatMap((step) => (unrolled.has(step) || tiles.has(step) ? [step.target] : [])));
  const pieces = [...parts.values()].flat(2).flatMap((run) => piecesOf({ shared, unrolled }, run)).map((piece) => piece.map((step) => shared.get(step) ?? step));
  const carried = carriedValues(pieces, (value) => !elsewhere.has(value) && !locals.has(value));
  const loops = steps.length - unrolled.size - tiles.size;
  const ways = [`${tiles.size} in register tiles`, `${loops} in plain loops`, `${unrolled.size} of at most ${limits.perStep} operations unrolled`].filter((part) => !part.startsWith("0 "));
  const reason = small
    ? `unrolled: ${total} scalar operations, at most ${limits.perFunction}${byRow.size === 0 ? "" : "; what examples looked up is updated in loops"}`
    : [
        `loops: ${total} scalar operations${total <= limits.perFunction ? ` and ${written} elements` : ""}, more than ${limits.perFunction}`,
        `of ${steps.length} steps ${ways.join(", ")}`,
        ...[...new Set(steps.flatMap((step) => step.loops))].map(({ index, direction }) => `a loop over ${index.extent} time steps, ${direction === "forward" ? "first to last" : "last to first"}`),
        ...(block === null ? [] : [`examples in blocks of ${block}`]),
        ...(divided ? [`in ${[...parts.values()].flat().length} functions of at most ${limits.perPart} written operations`] : []),
      ].join("; ");
  return { program, unrolled, locals, carried, tiles, shared, block, parts, divided, operations, reason };
}

/** How many examples a block has: at most so many, and of such as need much memory fewer, down to `fewestExamplesPerBlock`. */
function blockSize({ buffers }: Program, most: number): number {
  const bytes = 8 * buffers.filter((buffer) => buffer.kind === "value" && buffer.perExample).reduce((sum, buffer) => sum + bufferSize(buffer), 0);
  let size = most;
  while (size * bytes > bytesPerBlock && size / 2 >= fewestExamplesPerBlock) size /= 2;
  return size;
}

/** Tiles, and the size of the blocks where a step over the examples has one. A function of one example has no blocks. */
function tilesOf(program: Program, size: number | null, isLarge: (step: Step) => boolean): { readonly tiles: ReadonlyMap<Step, Tile>; readonly block: number | null } {
  const tiles = new Map<Step, Tile>();
  let block: number | null = null;
  for (const section of program.sections) {
    const over = section.each === "example" ? size : null;
    for (const step of section.steps) {
      const tile = isLarge(step) ? tileOf(step, over) : null;
      if (tile === null) continue;
      tiles.set(step, tile);
      block = over ?? block;
    }
  }
  return { tiles, block };
}

/**
 * A value can live in local variables if every step that touches it is written out, names its elements, and shares the function
 * and the loop over the examples. So can one number that is kept aside while an element is updated.
 */
function localsOf(program: Program, unrolled: ReadonlySet<Step>, byRow: ReadonlySet<Step>, parts: Schedule["parts"], divided: boolean): ReadonlySet<Buffer> {
  const locals = new Set(program.buffers.filter((buffer) => buffer.kind === "value"));
  const isAside = (step: Step): boolean => byRow.has(step) && step.target.extents.length === 0;
  const home = new Map<Buffer, unknown>();
  const all = [...parts.values()].flat();
  for (const part of all) {
    for (const run of part) {
      for (const buffer of run.flatMap((step) => [step.target, ...loadsOf(step).map((load) => load.buffer)])) {
        const here = buffer.perExample ? run : divided ? part : all;
        if ((home.get(buffer) ?? here) !== here) locals.delete(buffer);
        home.set(buffer, here);
      }
      // A sum over the examples begins outside of what adds to it.
      if (divided) for (const step of run) if (step.accumulate) locals.delete(step.target);
    }
  }
  for (const step of program.sections.flatMap((section) => section.steps)) {
    const looked = loadsOf(step).filter((load) => load.offset.data.length > 0).map((load) => load.buffer);
    const written = step.offset.data.length > 0 ? [step.target] : [];
    const moving = loadsOf(step).filter((load) => load.offset.terms.length > 0).map((load) => load.buffer);
    const touched = unrolled.has(step) ? [...looked, ...written] : [...((step.indices.length > 0 && !isAside(step)) || step.offset.terms.length > 0 || written.length > 0 ? [step.target] : []), ...looked, ...moving];
    for (const buffer of touched) locals.delete(buffer);
  }
  return locals;
}

const stepsOf = (program: Program): readonly Step[] => program.sections.flatMap((section) => section.steps);

/** Elements that a step writes, in a time step where it is in time. */
const pointsOf = (step: Step): number => step.indices.reduce((product, index) => product * index.extent, 1);

/** Scalar operations of a step as the lowered form has them, before anything is shared or folded. */
function operationsOf(step: Step): number {
  return timesOf(step) * pointsOf(step) * (countOf(step.value) + (step.accumulate ? 1 : 0));
}

function countOf(expression: Expression): number {
  switch (expression.kind) {
    case "load":
    case "number":
    case "position":
      return 0;
    case "draw":
      return 8;
    case "apply":
      return 1 + expression.args.reduce((sum, arg) => sum + countOf(arg), 0);
    case "guard":
      return countOf(expression.value);
    case "reduce":
      return expression.indices.reduce((product, index) => product * index.extent, 1) * (1 + countOf(expression.value));
  }
}
