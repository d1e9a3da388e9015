import { type Draws, uniform } from "../random.ts";

/** A standard normal number: of a pair of independent ones, the first (Box and Muller 1958). */
export function normal(random: Draws): number {
  const radius = Math.sqrt(-2 * Math.log(1 - uniform(random)));
  return radius * Math.cos(2 * Math.PI * uniform(random));
}

/** A number uniform on [`low`, `high`). */
export function between(low: number, high: number, random: Draws): number {
  return low + (high - low) * uniform(random);
}
