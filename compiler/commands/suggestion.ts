import { editDistance } from "../notation/nearest.ts";

export { editDistance };

/** `; did you mean --json?` for the nearest of some names, nothing where none is near. */
export function suggestion(given: string, names: readonly string[]): string {
  const [best] = names
    .map((name) => ({ name, distance: editDistance(given.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, distance }) => distance <= Math.max(1, Math.floor(name.replace(/^-+/, "").length / 3)) || (given.replace(/^-+/, "").length >= 2 && name.startsWith(given)))
    .sort((a, b) => a.distance - b.distance);
  return best === undefined ? "" : `; did you mean ${best.name}?`;
}
