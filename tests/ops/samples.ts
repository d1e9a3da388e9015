import type { PointwiseOperation } from "../../compiler/ir/op.ts";

/** Points of the operation's domain: every combination of a few numbers per parameter, none of them a kink. */
export function samples(op: PointwiseOperation): number[][] {
  let rows: number[][] = [[]];
  for (const index of op.parameters.keys()) {
    const [lo, hi] = op.domain?.[index] ?? [-Infinity, Infinity];
    const shift = 0.01 * index;
    rows = rows.flatMap((row) => within(lo, hi).map((one) => [...row, one + shift * Math.min(1, hi - one)]));
  }
  return rows.filter((row) => !(op.kinks && op.kinks(...row) < 1e-3)).filter((row) => op.name !== "clamp" || (row[1] ?? 0) <= (row[2] ?? 0));
}

function within(lo: number, hi: number): number[] {
  if (Number.isFinite(hi)) return [0.05, 0.2, 0.45, 0.62, 0.9].map((share) => lo + share * (hi - lo));
  return Number.isFinite(lo) ? [0.01, 0.3, 0.97, 2.2, 4.1].map((step) => lo + step) : [-3.1, -1.3, -0.4, 0.21, 0.9, 2.6];
}
