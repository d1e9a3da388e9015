import { describeColumns, isClass } from "./examples.ts";
import type { Column } from "./model.ts";

/** The columns that text fills. */
export interface TextColumns {
  /** The characters of a window: an index(k, n). */
  readonly read: Column;
  /** The next character at each position, a label(k, n) or index(k, n), or the one behind the window, a label(k); absent where nothing is to be foretold. */
  readonly next: Column | undefined;
}

/** Which column is what of text; `null` where the columns are others. */
export function textColumns(columns: readonly Column[]): TextColumns | null {
  const label = columns.find(({ role }) => role === "label");
  const [read, other, ...more] = columns.filter((column) => column !== label);
  const next = label ?? other;
  if (read?.role !== "index" || read.shape.length !== 1 || more.length > 0 || (label !== undefined && other !== undefined)) return null;
  if (next === undefined) return { read, next };
  const fits = isClass(next) && next.classes === read.classes && (next.shape.join() === read.shape.join() || (next.role === "label" && next.shape.length === 0));
  return fits ? { read, next } : null;
}

/** For messages: what columns text takes, and which there are. */
export const textColumnsWanted = (columns: readonly Column[]): string =>
  `text goes to x = index(k, n), the codes of n characters, and c = label(k, n), those of the next ones, or c = label(k), that of the one behind them; the spec asks for ${describeColumns(columns)}`;

/**
 * Cuts characters, given one by one, into windows of n: side by side, so that each is read once, or, where one label is
 * the character behind a window, starting at each. What is left over at the end and fills no window is dropped.
 */
export class TextWindows {
  /** How many characters one window takes. */
  readonly length: number;
  readonly #columns: TextColumns;
  readonly #step: number;
  readonly #held: number[] = [];

  /** `foretold`: whether the next characters are wanted too, not only those of the windows. */
  constructor(columns: TextColumns, foretold: boolean) {
    const [size = 0] = columns.read.shape;
    this.#columns = columns;
    this.length = foretold && columns.next !== undefined ? size + 1 : size;
    this.#step = columns.next?.shape.length === 0 ? 1 : size;
  }

  /** Takes one character and gives the window that it completes, its numbers by column; `null` if it completes none. */
  take(code: number): ((column: Column) => readonly number[]) | null {
    this.#held.push(code);
    if (this.#held.length < this.length) return null;
    const window = this.#held.slice();
    this.#held.splice(0, this.#step);
    const [size = 0] = this.#columns.read.shape;
    return (column) => (column.name === this.#columns.read.name ? window.slice(0, size) : column.shape.length === 0 ? window.slice(size) : window.slice(1));
  }
}
