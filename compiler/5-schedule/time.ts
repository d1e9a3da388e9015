import { groupsOf, mapOffsets, offsetAt, type Offset, type Program, type Step } from "../ir/program.ts";

/** How often a step is carried out in one run of its section, for all its time steps. */
export const timesOf = (step: Step): number => step.loops.reduce((product, { index }) => product * index.extent, 1);

/** The program with every loop over time written out: its steps again for each time step, in order. */
export const withoutLoops = (program: Program): Program => ({
  ...program,
  sections: program.sections.map((section) => ({ ...section, steps: writtenOut(section.steps, 0) })),
});

function writtenOut(steps: readonly Step[], depth: number): readonly Step[] {
  return groupsOf(steps, (step) => step.loops, depth).flatMap(({ loop, items: own }) => {
    if (loop === null) return own;
    const { index, direction } = loop;
    const forward = Array.from({ length: index.extent }, (_, t) => t);
    const inner = writtenOut(own, depth + 1);
    return (direction === "forward" ? forward : forward.toReversed()).flatMap((t) => inner.map((step) => atTime(step, index.id, t)));
  });
}

/** A step at one time. */
function atTime(step: Step, index: number, t: number): Step {
  const fixed = (offset: Offset): Offset => offsetAt(offset, index, t);
  return {
    ...step, loops: step.loops.filter((loop) => loop.index.id !== index), offset: fixed(step.offset), value: mapOffsets(step.value, fixed),
    tests: step.tests.map((test) => ({ ...test, offset: fixed(test.offset) })),
  };
}
