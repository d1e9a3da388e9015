import type { Finding } from "./run-row.ts";
import type { Row } from "./row.ts";

/** One line about a row: id, what it is, the expected and the found value of one finding, the largest error of all. */
export function rowLine(row: Row, findings: readonly Finding[]): string {
  const failed = findings.find((finding) => !finding.ok);
  const shown = failed ?? findings.find((finding) => finding.error !== null) ?? findings[0];
  const errors = findings.flatMap(({ error }) => (error === null ? [] : [error]));
  const error = errors.length === 0 || failed?.error === null ? "–" : Math.max(...errors).toExponential(1);
  return [
    row.id.padEnd(3), cut(row.title, 44).padEnd(44), `expected ${cut(`${shown?.what ?? ""} ${shown?.expected ?? "something"}`, 48)}`.padEnd(58), `got ${cut(shown?.got ?? "nothing", 36)}`.padEnd(41),
    `largest error ${error}`.padEnd(21), failed === undefined ? `${findings.length} ok` : "WRONG",
  ].join(" ");
}

const cut = (text: string, width: number): string => {
  const line = text.replace(/\s+/g, " ");
  const characters = [...line];
  return characters.length <= width ? line : `${characters.slice(0, width - 1).join("")}…`;
};
