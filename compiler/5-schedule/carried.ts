import { loadsOf, sameOffset, type Buffer, type Program, type Step } from "../ir/program.ts";

/**
 * Values that need no array: one loop alone makes and reads them, each of its turns an element of its own. `shared`:
 * the steps that go on in the loop of the step before them; `isLoop`: those that may keep what they make in it.
 */
export function carriedValues(program: Program, shared: ReadonlyMap<Step, Step>, isLoop: (step: Step) => boolean): ReadonlySet<Buffer> {
  const users = new Map<Buffer, Set<readonly Step[]>>();
  for (const { steps } of program.sections) {
    let loop: Step[] = [];
    for (const step of steps) {
      const moved = shared.get(step);
      if (moved === undefined) loop = [];
      loop.push(moved ?? step);
      for (const buffer of [step.target, ...loadsOf(step).map((load) => load.buffer)]) users.set(buffer, (users.get(buffer) ?? new Set<readonly Step[]>()).add(loop));
    }
  }
  return new Set([...users].flatMap(([buffer, [loop, ...others]]) => (loop !== undefined && others.length === 0 && buffer.kind === "value" && loop.every((step) => step.target !== buffer || isLoop(step)) && isCarried(buffer, loop) ? [buffer] : [])));
}

/** Whether one step of a loop writes a value and the later ones read just what it has written in the same turn. */
function isCarried(buffer: Buffer, loop: readonly Step[]): boolean {
  const k = loop.findIndex((step) => step.target === buffer);
  const writer = loop[k];
  if (writer === undefined || writer.accumulate || loop.findLastIndex((step) => step.target === buffer) > k) return false;
  const reads = loop.flatMap((step, j) => loadsOf(step).filter((load) => load.buffer === buffer).map((load) => ({ load, behind: j > k })));
  return reads.length > 0 && reads.every(({ load, behind }) => behind && sameOffset(load.offset, writer.offset));
}
