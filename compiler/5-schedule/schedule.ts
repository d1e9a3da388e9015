import { loadsOf, type Buffer, type Expression, type Program, type Section, type Step } from "../ir/program.ts";
import type { Schedule, Tile } from "../ir/schedule.ts";
import { examplesPerBlock, tiledOperationsPerStep, unrolledOperationsPerFunction, unrolledOperationsPerStep } from "./thresholds.ts";
import { tileOf } from "./tiles.ts";

/** How many scalar operations may be written out, in a function and in one step; from how many on a step is tiled, and over how many examples. */
export interface Limits {
  readonly perFunction: number;
  readonly perStep: number;
  readonly tiled: number;
  readonly block: number;
}

const measured: Limits = { perFunction: unrolledOperationsPerFunction, perStep: unrolledOperationsPerStep, tiled: tiledOperationsPerStep, block: examplesPerBlock };

/** Decides for each step whether it is written out, looped or tiled, and where each value lives. */
export function schedule(program: Program, limits: Limits = measured): Schedule {
  const steps = program.sections.flatMap((section) => section.steps);
  const operations = new Map(steps.map((step) => [step, operationsOf(step)]));
  const total = [...operations.values()].reduce((a, b) => a + b, 0);
  const written = steps.reduce((sum, step) => sum + pointsOf(step), 0);
  const small = Math.max(total, written) <= limits.perFunction;
  const unrolled = new Set(steps.filter((step) => small || Math.max(operations.get(step) as number, pointsOf(step)) <= limits.perStep));
  const { tiles, block } = tilesOf(program, limits, (step) => !unrolled.has(step) && (operations.get(step) as number) >= limits.tiled);
  const runs = new Map(program.sections.map((section) => [section, runsOf(section, section.each === "example" && block !== null ? tiles : new Map())]));
  const loops = steps.length - unrolled.size - tiles.size;
  const reason = small
    ? `unrolled: ${total} scalar operations, at most ${limits.perFunction}`
    : `loops: ${total} scalar operations${total <= limits.perFunction ? ` and ${written} elements` : ""}, more than ${limits.perFunction}; of ${steps.length} steps ${[`${tiles.size} in register tiles${block === null ? "" : ` over blocks of ${block} examples`}`, `${loops} in plain loops`, `${unrolled.size} of at most ${limits.perStep} operations unrolled`].filter((part) => !part.startsWith("0 ")).join(", ")}`;
  return { program, unrolled, locals: localsOf(program, steps, unrolled, runs), tiles, block, runs, operations, reason };
}

/** Tiles, and the size of the blocks where a step over the examples has one. A function of one example has no blocks. */
function tilesOf(program: Program, limits: Limits, isLarge: (step: Step) => boolean): { readonly tiles: ReadonlyMap<Step, Tile>; readonly block: number | null } {
  const single = program.name === "forward" || program.name === "jacobian";
  const inBlocks = (section: Section): boolean => section.each === "example" && !single;
  const tiles = new Map<Step, Tile>();
  let block: number | null = null;
  for (const section of program.sections) {
    for (const step of section.steps) {
      const tile = isLarge(step) ? tileOf(step, inBlocks(section) ? limits.block : null) : null;
      if (tile === null) continue;
      tiles.set(step, tile);
      if (inBlocks(section)) block = limits.block;
    }
  }
  return { tiles, block };
}

/** A tiled step runs over all examples of a block by itself; the steps between two of them share one loop over the examples. */
function runsOf(section: Section, tiles: ReadonlyMap<Step, Tile>): readonly (readonly Step[])[] {
  const runs: Step[][] = [];
  let open: Step[] | null = null;
  for (const step of section.steps) {
    if (tiles.has(step)) {
      runs.push([step]);
      open = null;
    } else if (open === null) runs.push((open = [step]));
    else open.push(step);
  }
  return runs;
}

/** A value can live in local variables if every step that touches it is written out, names its elements, and shares the loop over the examples. */
function localsOf(program: Program, steps: readonly Step[], unrolled: ReadonlySet<Step>, runs: Schedule["runs"]): ReadonlySet<Buffer> {
  const locals = new Set(program.buffers.filter((buffer) => buffer.kind === "value"));
  const home = new Map<Buffer, readonly Step[]>();
  for (const run of [...runs.values()].flat()) {
    for (const buffer of run.flatMap((step) => [step.target, ...loadsOf(step).map((load) => load.buffer)])) {
      if (buffer.perExample && (home.get(buffer) ?? run) !== run) locals.delete(buffer);
      home.set(buffer, run);
    }
  }
  for (const step of steps) {
    const looked = loadsOf(step).filter((load) => load.offset.data.length > 0).map((load) => load.buffer);
    const written = step.offset.data.length > 0 ? [step.target] : [];
    const moving = loadsOf(step).filter((load) => load.offset.terms.length > 0).map((load) => load.buffer);
    const touched = unrolled.has(step) ? [...looked, ...written] : [...(step.indices.length > 0 || written.length > 0 ? [step.target] : []), ...looked, ...moving];
    for (const buffer of touched) locals.delete(buffer);
  }
  return locals;
}

/** Elements that a step writes. */
const pointsOf = (step: Step): number => step.indices.reduce((product, index) => product * index.extent, 1);

/** Scalar operations of a step as the lowered form has them, before anything is shared or folded. */
function operationsOf(step: Step): number {
  return pointsOf(step) * (countOf(step.value) + (step.accumulate ? 1 : 0));
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
