import { DataError } from "../data-error.ts";

/** A longer line than this, in UTF-16 units, is taken for a mistake: it would hold some ten million numbers. */
const longestLine = 2 ** 26;

/** Cuts UTF-8 text that comes in parts into lines; `\n`, `\r\n` and `\r` end one, and a byte order mark is dropped. */
export class LineReader {
  readonly #file: string;
  readonly #decoder = new TextDecoder();
  /** The line that has no end yet: kept in parts, so that a long one is put together only once. */
  #open: string[] = [];
  #openLength = 0;
  /** A part that ended in `\r`, which may be half of a line end. */
  #endsInReturn = false;

  /** `file` is what messages call the text. */
  constructor(file: string) {
    this.#file = file;
  }

  /** The lines that end within these bytes. */
  push(bytes: Uint8Array): Generator<string, void> {
    return this.#cut(this.#decoder.decode(bytes, { stream: true }));
  }

  /** The last line, if it has no end. */
  *end(): Generator<string, void> {
    yield* this.#cut(`${this.#decoder.decode()}${this.#endsInReturn ? "\n" : ""}`);
    if (this.#open.length > 0) yield this.#takeOpen();
  }

  *#cut(decoded: string): Generator<string, void> {
    const text = this.#withPlainEnds(decoded);
    let start = 0;
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", start)) {
      const line = text.slice(start, end);
      start = end + 1;
      yield this.#open.length === 0 ? line : `${this.#takeOpen()}${line}`;
    }
    if (start === text.length) return;
    this.#open.push(text.slice(start));
    this.#openLength += text.length - start;
    if (this.#openLength > longestLine) throw new DataError([`${this.#file}: has a line of more than ${longestLine} characters; expected one example per line`]);
  }

  #withPlainEnds(decoded: string): string {
    const began = this.#endsInReturn && decoded !== "" ? `\r${decoded}` : decoded;
    if (began !== "") this.#endsInReturn = false;
    if (!began.includes("\r")) return began;
    this.#endsInReturn = began.endsWith("\r");
    return (this.#endsInReturn ? began.slice(0, -1) : began).replace(/\r\n?/g, "\n");
  }

  #takeOpen(): string {
    const line = this.#open.join("");
    this.#open = [];
    this.#openLength = 0;
    return line;
  }
}
