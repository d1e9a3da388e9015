import { mapOffsets, type Index, type Offset, type Step } from "../ir/program.ts";

/** The step with neighbouring indices taken as one where every position in it counts them as one, row by row: a matrix that is changed element by element is then one row of numbers. */
export function joinIndices(step: Step): Step {
  const offsets = [step.offset];
  mapOffsets(step.value, (offset) => {
    offsets.push(offset);
    return offset;
  });
  const joined = new Set<number>();
  const indices: Index[] = [];
  for (const index of [...step.indices].reverse()) {
    const [inner] = indices;
    if (inner !== undefined && offsets.every((offset) => coefficientOf(offset, index) === coefficientOf(offset, inner) * inner.extent)) {
      indices[0] = { ...inner, extent: inner.extent * index.extent };
      joined.add(index.id);
    } else indices.unshift(index);
  }
  if (joined.size === 0) return step;
  const without = (offset: Offset): Offset => ({ ...offset, terms: offset.terms.filter((term) => !joined.has(term.index)) });
  return { ...step, indices, offset: without(step.offset), value: mapOffsets(step.value, without) };
}

const coefficientOf = (offset: Offset, index: Index): number => offset.terms.find((term) => term.index === index.id)?.coefficient ?? 0;
