import { loadsOf, sameOffset, type Buffer, type Step } from "../ir/program.ts";

/**
 * Values that need no array: one loop alone makes and reads them, each of its turns an element of its own. `pieces`: the
 * steps of each loop, and of each run of straight-line code, as they are written; `mayCarry`: whether a value may be kept.
 */
export function carriedValues(pieces: readonly (readonly Step[])[], mayCarry: (value: Buffer) => boolean): ReadonlySet<Buffer> {
  const users = new Map<Buffer, Set<readonly Step[]>>();
  for (const piece of pieces) {
    for (const step of piece) {
      for (const buffer of [step.target, ...loadsOf(step).map((load) => load.buffer)]) users.set(buffer, (users.get(buffer) ?? new Set<readonly Step[]>()).add(piece));
    }
  }
  return new Set([...users].flatMap(([buffer, [piece, ...others]]) => (piece !== undefined && others.length === 0 && buffer.kind === "value" && mayCarry(buffer) && isCarried(buffer, piece) ? [buffer] : [])));
}

/** Whether one step of a loop writes a value and the later ones read just what it has written in the same turn. */
function isCarried(buffer: Buffer, loop: readonly Step[]): boolean {
  const k = loop.findIndex((step) => step.target === buffer);
  const writer = loop[k];
  if (writer === undefined || writer.accumulate || loop.findLastIndex((step) => step.target === buffer) > k) return false;
  const reads = loop.flatMap((step, j) => loadsOf(step).filter((load) => load.buffer === buffer).map((load) => ({ load, behind: j > k })));
  return reads.length > 0 && reads.every(({ load, behind }) => behind && sameOffset(load.offset, writer.offset));
}
