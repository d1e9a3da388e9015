import { inSameLoops, loadsOf, mapOffsets, sameOffset, within, type Buffer, type Offset, type Section, type Step } from "../ir/program.ts";

/**
 * Elementwise steps that go on in the loop of the step before them, each with the indices of that loop: they run over
 * as many elements, and of what another step of the loop writes each reads its own element alone. What updates rows
 * that examples looked up is one loop.
 */
export function sharedLoops(sections: readonly Section[], isLoop: (step: Step) => boolean): ReadonlyMap<Step, Step> {
  const shared = new Map<Step, Step>();
  for (const { steps, rowsOf } of sections) {
    if (rowsOf !== undefined) {
      for (const step of steps.slice(1)) shared.set(step, step);
      continue;
    }
    let loop: Step[] = [];
    for (const step of steps) {
      const [first] = loop;
      const moved = first === undefined || !isLoop(step) || !inSameLoops(first, step) ? null : over(first, step);
      if (moved !== null && loop.every((before) => areIndependent(before, moved))) {
        shared.set(step, moved);
        loop.push(moved);
      } else loop = isLoop(step) && isElementwise(step) ? [step] : [];
    }
  }
  return shared;
}

/** Whether a loop computes each element of a step by itself, with no sums in it. */
export const isElementwise = (step: Step): boolean =>
  step.indices.length > 0 && !step.accumulate && step.tests.length === 0 && step.offset.data.length === 0 && [...within(step.value)].every((part) => part.kind !== "reduce");

/** A step over the indices of another; null where they are not the same box, or it is not elementwise. */
function over({ indices }: Step, step: Step): Step | null {
  if (!isElementwise(step) || step.indices.length !== indices.length || step.indices.some((index, k) => index.extent !== indices[k]?.extent)) return null;
  const ids = new Map(step.indices.map((index, k) => [index.id, indices[k]?.id]));
  const move = (offset: Offset): Offset => ({ ...offset, terms: offset.terms.map((term) => ({ ...term, index: ids.get(term.index) ?? term.index })) });
  return { ...step, indices, offset: move(step.offset), value: mapOffsets(step.value, move) };
}

/** Whether two steps over the same indices may take turns: where one writes what the other reads, it is the same element. */
function areIndependent(a: Step, b: Step): boolean {
  const touches = (reader: Step, writer: Step): boolean => loadsOf(reader).some((load) => isSame(load.buffer, writer.target) && !sameOffset(load.offset, writer.offset));
  return !isSame(a.target, b.target) && !touches(a, b) && !touches(b, a);
}

const isSame = (a: Buffer, b: Buffer): boolean => a === b || (a.leaf !== undefined && a.leaf === b.leaf);
