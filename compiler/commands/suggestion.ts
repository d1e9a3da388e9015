/** `; did you mean --json?` for the nearest of some names, nothing where none is near. */
export function suggestion(given: string, names: readonly string[]): string {
  const [best] = names
    .map((name) => ({ name, distance: editDistance(given.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, distance }) => distance <= Math.max(1, Math.floor(name.replace(/^-+/, "").length / 3)) || (given.replace(/^-+/, "").length >= 2 && name.startsWith(given)))
    .sort((a, b) => a.distance - b.distance);
  return best === undefined ? "" : `; did you mean ${best.name}?`;
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
