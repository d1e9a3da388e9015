import { groupsOf, inSameLoops, type Expression, type Program, type Section, type Step } from "../ir/program.ts";
import type { Part, Tile } from "../ir/schedule.ts";

/** How the steps of a program are written, as far as the length of the code goes. */
interface Writing {
  readonly tiles: ReadonlyMap<Step, Tile>;
  readonly unrolled: ReadonlySet<Step>;
  /** Scalar operations of each step. */
  readonly operations: ReadonlyMap<Step, number>;
}

/** Scalar operations that the code of a step has, a loop counted as what it takes to write it. */
export function writtenOperations(step: Step, { tiles, unrolled, operations }: Writing): number {
  if (unrolled.has(step)) return operations.get(step) as number;
  const lanes = [...(tiles.get(step)?.widths.values() ?? [])].reduce((product, width) => product * width, 1);
  return lanes * (lengthOf(step.value) + elementLength) + (step.indices.length + 1) * loopLength;
}

/** What writing an element or reading one, and a loop, take beside: measured in bytecode, an operation being some ten bytes. */
const elementLength = 3;
const loopLength = 3;

function lengthOf(expression: Expression): number {
  switch (expression.kind) {
    case "number":
    case "position":
      return 1;
    case "load":
      return elementLength;
    case "draw":
      return 8;
    case "apply":
      return expression.args.reduce((sum, arg) => sum + lengthOf(arg), 1);
    case "guard":
      return expression.tests.length * 2 + lengthOf(expression.value);
    case "reduce":
      return expression.indices.length * loopLength + 1 + lengthOf(expression.value);
  }
}

/**
 * The steps of each section in runs and parts. A tiled step runs over all examples of a block by itself; the steps
 * between two of them share one loop over the examples. No part has more than `most` written operations, unless one
 * step alone has; in a section that cannot be divided, where an example goes through all steps alone, it is one part.
 */
export function partsOf(program: Program, writing: Writing, inBlocks: boolean, most: number): ReadonlyMap<Section, readonly Part[]> {
  return new Map(program.sections.map((section) => [section, pack(runsOf(section, writing, inBlocks, most), writing, most)]));
}

function runsOf(section: Section, writing: Writing, inBlocks: boolean, most: number): readonly (readonly Step[])[] {
  if (section.rowsOf !== undefined) return [section.steps];
  const runs: Step[][] = [];
  let room = -1;
  const blocks = section.each === "example" && inBlocks;
  for (const step of section.steps) {
    const alone = blocks && writing.tiles.has(step);
    const length = writtenOperations(step, writing);
    const before = runs.at(-1)?.at(-1);
    const elsewhere = blocks && before !== undefined && !inSameLoops(before, step);
    // Within a loop over time only blocks, which take it up again, begin a run.
    const together = before !== undefined && step.loops[0] !== undefined && step.loops[0] === before.loops[0];
    const full = length > room && (blocks || !together);
    if (alone || elsewhere || full) runs.push([step]);
    else (runs.at(-1) as Step[]).push(step);
    room = alone ? -1 : (length > room || elsewhere ? most : room) - length;
  }
  return runs;
}

function pack(runs: readonly (readonly Step[])[], writing: Writing, most: number): readonly Part[] {
  const parts: (readonly Step[])[][] = [];
  let room = -1;
  // A loop over time is in one part, however long it is.
  const units = groupsOf(runs, ([step]) => (step as Step).loops, 0).flatMap(({ loop, items }) => (loop === null ? items.map((run) => [run]) : [items]));
  for (const items of units) {
    const length = items.flat().reduce((sum, step) => sum + writtenOperations(step, writing), 0);
    if (length > room) parts.push([...items]);
    else (parts.at(-1) as (readonly Step[])[]).push(...items);
    room = (length > room ? most : room) - length;
  }
  return parts;
}
