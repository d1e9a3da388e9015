import { DataError } from "../data-error.ts";
import { textColumns, textColumnsWanted, TextWindows } from "../text-windows.ts";
import type { Decoder, Destination } from "./decoder.ts";

/** What a decoder gives for bytes that are no UTF-8. */
const replacement = 0xfffd;

/** Reads text in UTF-8 as windows of Unicode code points; `\r\n` is `\n`, and a byte order mark is dropped. */
export class TextWindowDecoder implements Decoder {
  readonly #to: Destination;
  readonly #utf8 = new TextDecoder();
  readonly #windows: TextWindows;
  /** How many codes the columns take. */
  readonly #codes: number;
  #line = 1;
  #column = 0;
  #characters = 0;
  /** A part ended in `\r`, which may be half of a line end. */
  #afterReturn = false;
  /** Characters that were refused: each is reported once, where it stands first. */
  readonly #refused = new Set<number>();

  constructor(to: Destination) {
    const columns = textColumns(to.all);
    if (columns === null) throw new DataError([`${to.file}: ${textColumnsWanted(to.all)}`]);
    this.#to = to;
    this.#windows = new TextWindows(columns, columns.next !== undefined && to.needed.includes(columns.next));
    this.#codes = columns.read.classes ?? Infinity;
  }

  push(bytes: Uint8Array): void {
    this.#read(this.#utf8.decode(bytes, { stream: true }));
  }

  end(): void {
    this.#read(this.#utf8.decode());
    if (this.#afterReturn) this.#take(13);
    if (this.#characters < this.#windows.length) this.#to.problems.add(this.#to.file, `has ${this.#characters} characters, and one example takes ${this.#windows.length}`);
  }

  #read(text: string): void {
    for (const character of text) {
      const code = character.codePointAt(0)!;
      if (this.#afterReturn && code !== 10) this.#take(13);
      this.#afterReturn = code === 13;
      if (!this.#afterReturn) this.#take(code);
    }
  }

  #take(code: number): void {
    this.#characters++;
    this.#column++;
    if (code >= this.#codes) this.#refuse(code);
    const window = this.#windows.take(code < this.#codes ? code : 0);
    if (window !== null) this.#to.writer.add(this.#to.needed.flatMap(window), (_, problem) => this.#to.problems.add(this.#to.file, problem));
    if (code !== 10) return;
    this.#line++;
    this.#column = 0;
  }

  #refuse(code: number): void {
    if (this.#refused.has(code)) return;
    this.#refused.add(code);
    const [index] = this.#to.all.filter(({ role }) => role === "index");
    const least = 2 ** Math.ceil(Math.log2(code + 1));
    const problem = code === replacement ? "is no text in UTF-8 here" : `${JSON.stringify(String.fromCodePoint(code))} has the code ${code}, and ${index!.name} takes 0 to ${this.#codes - 1}; write ${this.#to.all.map(({ role, shape }) => `${role}(${[least, ...shape].join(", ")})`).join(" and ")}, or take it out of the text`;
    this.#to.problems.add(`${this.#to.file}:${this.#line}:${this.#column}`, problem);
  }
}
