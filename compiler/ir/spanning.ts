import { loadsOf, type Buffer, type Program, type Section } from "./program.ts";

/**
 * Values of an example that another section reads than the one which makes them: it comes after a sum over the examples,
 * so each example of the batch has to keep its own.
 */
export function spanningValues({ single, sections }: Program): ReadonlySet<Buffer> {
  const home = new Map<Buffer, Section>();
  const spanning = new Set<Buffer>();
  if (single) return spanning;
  for (const section of sections) {
    for (const buffer of section.steps.flatMap((step) => [step.target, ...loadsOf(step).map((load) => load.buffer)])) {
      if (!buffer.perExample || buffer.kind !== "value") continue;
      if ((home.get(buffer) ?? section) !== section) spanning.add(buffer);
      home.set(buffer, section);
    }
  }
  return spanning;
}
