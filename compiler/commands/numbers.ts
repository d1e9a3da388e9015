/** How many rows or columns of an array are shown before the rest is left out. */
const shown = 12;

/** A number with so many significant digits, without trailing zeros. */
export function numberText(value: number, digits: number): string {
  if (!Number.isFinite(value) || value === 0) return String(value);
  const size = Math.abs(value);
  if (size >= 1e-5 && size < 1e9) return String(Number(value.toPrecision(digits)));
  return value.toExponential(Math.min(digits, 6) - 1).replace(/\.?0+e/, "e");
}

/** Columns aligned, numbers to the right, two spaces between them. */
export function tableText(rows: readonly (readonly string[])[], indent = "", left: readonly number[] = [0]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => [...(row[column] ?? "")].length)));
  const pad = (cell: string, column: number): string => {
    const space = " ".repeat(Math.max(0, (widths[column] ?? 0) - [...cell].length));
    return left.includes(column) ? cell + space : space + cell;
  };
  return rows.map((row) => `${indent}${row.map(pad).join("  ")}`.trimEnd()).join("\n");
}

/** An array as rows of numbers, a matrix as it is written; long ones cut with `…`. Of higher rank the leading dimensions are run together. */
export function arrayRows(values: ArrayLike<number>, shape: readonly number[], digits: number): readonly (readonly string[])[] {
  const width = shape.at(-1) ?? 1;
  const height = shape.length < 2 ? 1 : values.length / width;
  const row = (at: number): readonly string[] => {
    const cells = Array.from({ length: Math.min(width, shown) }, (_, k) => numberText(values[at * width + k]!, digits));
    return width > shown ? [...cells, "…"] : cells;
  };
  const rows = Array.from({ length: Math.min(height, shown) }, (_, k) => row(k));
  return height > shown ? [...rows, rows[0]!.map(() => "…")] : rows;
}

/** `2 × 3`, `3`, `scalar`. */
export const shapeText = (shape: readonly number[]): string => (shape.length === 0 ? "scalar" : shape.join(" × "));
