/** The first step, as a share of the variable, and how often it is halved: 2^-5 … 2^-17. */
const firstStep = 2 ** -5;
const halvings = 13;
/** Columns of the extrapolation: errors up to h^12 are cancelled. */
const columns = 6;

/**
 * f′(x) by central differences, whose error is a series in h²: Richardson's table cancels its terms one by one, and
 * the entry that differs least from its two predecessors is taken (Ridders 1982). Steps too wide, which cross a
 * kink or leave the domain, disagree with each other or give NaN, and so are passed over. The rounding of f counts
 * as disagreement, since at the finest steps coarse quotients agree by chance.
 */
export function extrapolatedSlope(f: (x: number) => number, x: number): number {
  let best = NaN;
  let bestError = Infinity;
  let previous: number[] = [];
  for (let k = 0; k < halvings; k++) {
    const h = Math.max(1, 2 ** Math.round(Math.log2(Math.abs(x) || 1))) * firstStep * 2 ** -k;
    const [right, left] = [x + h, x - h];
    const [above, below] = [f(right), f(left)];
    const noise = (Number.EPSILON * (Math.abs(above) + Math.abs(below))) / (right - left);
    const row = [(above - below) / (right - left)];
    for (let j = 1; j <= Math.min(k, columns); j++) {
      const finer = row[j - 1] ?? NaN;
      const coarser = previous[j - 1] ?? NaN;
      const extrapolated = finer + (finer - coarser) / (4 ** j - 1);
      row.push(extrapolated);
      const error = noise + Math.max(Math.abs(extrapolated - finer), Math.abs(extrapolated - coarser));
      if (error < bestError) [best, bestError] = [extrapolated, error];
    }
    previous = row;
  }
  return best;
}
