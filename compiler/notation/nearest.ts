/** The name that was probably meant, or undefined where none is near: one mistake in three letters, and never another word of one letter. */
export function nearest(given: string, names: Iterable<string>): string | undefined {
  const limit = Math.max(1, Math.floor(given.length / 3));
  const near = [...new Set(names)]
    .map((name) => ({ name, distance: name === given ? 0 : editDistance(given.toLowerCase(), name.toLowerCase()) + (name.startsWith(given.charAt(0)) ? 0 : 0.1) }))
    .filter(({ name, distance }) => distance < limit + 1 && distance < Math.max(given.length, name.length))
    .sort((a, b) => a.distance - b.distance);
  return near[0]?.name;
}

/** Insertions, deletions, substitutions and swaps of neighbours from one text to another (Damerau 1964, restricted). */
export function editDistance(from: string, to: string): number {
  let [before, last] = [[] as number[], Array.from({ length: to.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1] ? 0 : 1;
      const swap = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1] ? before[j - 2]! + 1 : Infinity;
      row.push(Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + same, swap));
    }
    [before, last] = [last, row];
  }
  return last[to.length]!;
}
