import { DataError } from "./data-error.ts";
import type { Examples, ExampleStream } from "./model.ts";
import { inMemory, type Piece, type Pieces } from "./pieces.ts";

/** Data of either kind as training reads them. */
export const piecesOf = (data: Examples | ExampleStream): Pieces => ("pieces" in data ? streamed(data) : inMemory(data));

/** A stream as training reads it: forwards, one piece in memory at a time, and from the beginning again where an earlier one is asked for. */
function streamed(stream: ExampleStream): Pieces {
  const reader = new Reader(stream);
  return { size: stream.size, at: (example) => reader.at(example), close: () => reader.close() };
}

class Reader {
  readonly #stream: ExampleStream;
  #pieces: AsyncIterator<Examples> | null = null;
  #piece: Piece | null = null;

  constructor(stream: ExampleStream) {
    this.#stream = stream;
  }

  at(example: number): Piece | Promise<Piece> {
    const piece = this.#piece;
    return piece !== null && example >= piece.first && example < piece.first + piece.data.size ? piece : this.#find(example);
  }

  async close(): Promise<void> {
    const pieces = this.#pieces;
    this.#pieces = this.#piece = null;
    await pieces?.return?.();
  }

  /** @throws DataError where the stream does not hold as many examples as it says. */
  async #find(example: number): Promise<Piece> {
    if (this.#piece !== null && example < this.#piece.first) await this.close();
    this.#pieces ??= this.#stream.pieces()[Symbol.asyncIterator]();
    for (;;) {
      const before = this.#piece;
      const [first, index] = before === null ? [0, 0] : [before.first + before.data.size, before.index + 1];
      const next = await this.#pieces.next();
      if (next.done === true) throw new DataError([`the data have ${first} examples instead of the ${this.#stream.size} that they should have`]);
      this.#piece = { data: next.value, index, first };
      if (example < first + next.value.size) return this.#piece;
    }
  }
}
