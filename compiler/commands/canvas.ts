/** The bits of a Braille character, U+2800 and up, by row and column of its dots. */
const braille = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]] as const;

/** Lines of a curve, and the same in bold: level, upright, and the corners by the two sides that they join. */
const strokes = { level: "─━", upright: "│┃", leftDown: "╮┓", leftUp: "╯┛", rightDown: "╭┏", rightUp: "╰┗" } as const;

/** A field of characters with a curve, one line wide, and points, eight places a character; heights are from 0 (below) to 1. */
export class Canvas {
  readonly #columns: number;
  readonly #rows: number;
  readonly #dots: Uint8Array;
  readonly #lines: (keyof typeof strokes | null)[];

  constructor(columns: number, rows: number) {
    this.#columns = columns;
    this.#rows = rows;
    this.#dots = new Uint8Array(columns * rows);
    this.#lines = new Array<null>(columns * rows).fill(null);
  }

  /** A point at `across`, from 0 (left) to 1, and `height`; one that lies outside is left out. */
  point(across: number, height: number): void {
    if (!(across >= 0 && across <= 1 && height >= 0 && height <= 1)) return;
    const x = Math.min(this.#columns * 2 - 1, Math.floor(across * this.#columns * 2));
    const y = Math.min(this.#rows * 4 - 1, Math.floor((1 - height) * this.#rows * 4));
    const at = (y >> 2) * this.#columns + (x >> 1);
    this.#dots[at] = this.#dots[at]! | braille[y & 3]![x & 1]!;
  }

  /** A curve from its heights at the edges of the columns, one more than there are; a height that is not finite makes a gap. */
  curve(heights: readonly number[]): void {
    for (let column = 0; column < this.#columns; column++) {
      const [from, to] = [this.rowAt(heights[column]!), this.rowAt(heights[column + 1]!)];
      if (!Number.isFinite(from) || !Number.isFinite(to)) continue;
      if (from === to) this.#draw(column, from, "level");
      else {
        this.#draw(column, from, to > from ? "leftDown" : "leftUp");
        this.#draw(column, to, to > from ? "rightUp" : "rightDown");
        for (let row = Math.min(from, to) + 1; row < Math.max(from, to); row++) this.#draw(column, row, "upright");
      }
    }
  }

  /** The row, from the top, at a height; not finite where the height is not. */
  rowAt(height: number): number {
    return height === 0 ? this.#rows - 1 : Math.floor((1 - height) * this.#rows);
  }

  /** The rows from the top, each as wide as the field. The curve is bold where it covers points. */
  rows(): readonly string[] {
    const character = (at: number): string => {
      const [line, dots] = [this.#lines[at] ?? null, this.#dots[at]!];
      if (line !== null) return strokes[line][dots === 0 ? 0 : 1]!;
      return dots === 0 ? " " : String.fromCodePoint(0x2800 + dots);
    };
    return Array.from({ length: this.#rows }, (_, row) => Array.from({ length: this.#columns }, (_, column) => character(row * this.#columns + column)).join(""));
  }

  #draw(column: number, row: number, line: keyof typeof strokes): void {
    if (row >= 0 && row < this.#rows) this.#lines[row * this.#columns + column] = line;
  }
}
