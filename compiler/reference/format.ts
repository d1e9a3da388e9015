import type { CheckResult, CheckRow } from "./check.ts";

/** The result of a check as a table: the largest error of each array against either judge, the points, the verdict. */
export function formatCheck({ rows, points, ok }: CheckResult): string {
  const head = ["", "size", "vs reference", "vs differences", "compared", ""];
  const cells = rows.map((row) => [row.name, String(row.size), scientific(row.reference), Number.isNaN(row.differences) ? "" : scientific(row.differences), comparedIn(row), row.ok ? "ok" : "WRONG"]);
  const widths = head.map((title, k) => Math.max(title.length, ...cells.map((row) => row[k]!.length)));
  const line = (row: readonly string[]): string => row.map((cell, k) => (k === 0 || k === 5 ? cell.padEnd(widths[k]!) : cell.padStart(widths[k]!))).join("  ").trimEnd();
  const tolerance = rows[0]?.tolerance;
  return [
    line(head),
    ...cells.map(line),
    ...points.map(({ candidate, kinkDistance, note, point }, k) => `point ${k + 1}: ${candidate}, ${point.size} example${point.size === 1 ? "" : "s"}${Number.isFinite(kinkDistance) ? `, nearest kink ${scientific(kinkDistance)}` : ""}${note === undefined ? "" : `; ${note}`}`),
    `${ok ? "ok" : "FAILED"}${tolerance === undefined ? "" : `: tolerance ${scientific(tolerance.reference)} against the reference, ${scientific(tolerance.differences)} against differences, or their own uncertainty`}`,
  ].join("\n");
}

const comparedIn = (row: CheckRow): string => (row.compared === 0 ? "" : row.undecided === 0 ? String(row.compared) : `${row.compared} (${row.undecided} unclear)`);

const scientific = (value: number): string => (value === 0 ? "0" : Number.isFinite(value) ? value.toExponential(1) : "∞");
