import { DataError } from "../data-error.ts";
import { ArrayReader } from "./array-reader.ts";
import { ByteQueue } from "./byte-queue.ts";
import type { Decoder, Destination } from "./decoder.ts";
import { elements, type Element } from "./elements.ts";

/** The third byte of an IDX file. */
const types: ReadonlyMap<number, Element> = new Map([[0x08, elements.u1], [0x09, elements.i1], [0x0b, elements.i2], [0x0c, elements.i4], [0x0d, elements.f4], [0x0e, elements.f8]]);

/** Whether a file that begins so is an IDX file: two zeros, a type, and how many extents follow. */
export const isIdx = (head: Uint8Array): boolean => head[0] === 0 && head[1] === 0 && types.has(head[2] ?? 0) && (head[3] ?? 0) > 0;

/**
 * Reads IDX, the format of MNIST (http://yann.lecun.com/exdb/mnist): two zeros, the type of the numbers, the number of
 * extents, the extents as 32-bit integers, the numbers; all big-endian. The first extent counts the examples.
 * Unsigned bytes are brightnesses where they fill floats, and become 0 … 1.
 */
export class IdxDecoder implements Decoder {
  readonly #to: Destination;
  readonly #queue = new ByteQueue();
  #reader: ArrayReader | null = null;
  #head: Uint8Array | null = null;

  constructor(to: Destination) {
    this.#to = to;
  }

  push(bytes: Uint8Array): void {
    this.#queue.push(bytes);
    this.#head ??= this.#queue.length < 4 ? null : this.#takeHead();
    if (this.#head !== null && this.#reader === null && this.#queue.length >= 4 * this.#head[3]!) this.#reader = this.#takeExtents(this.#head);
    this.#reader?.take(this.#queue);
  }

  end(): void {
    if (this.#reader === null) throw new DataError([`${this.#to.file}: is cut short at byte ${this.#queue.taken + this.#queue.length}, within its header; expected the four bytes 0, 0, type, rank and an extent of four bytes for each of the rank`]);
    this.#reader.end(this.#queue);
  }

  #takeHead(): Uint8Array {
    const head = this.#queue.take(4);
    if (isIdx(head)) return head;
    const found = Array.from(head, (byte) => `0x${byte.toString(16).padStart(2, "0")}`).join(" ");
    throw new DataError([`${this.#to.file}: is no IDX file: expected the bytes 0x00 0x00, a type (0x08, 0x09, 0x0b … 0x0e) and a rank from 1, found ${found}`]);
  }

  #takeExtents(head: Uint8Array): ArrayReader {
    const bytes = this.#queue.take(4 * head[3]!);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const shape = Array.from({ length: head[3]! }, (_, i) => view.getUint32(4 * i));
    return new ArrayReader(this.#to, { shape, element: types.get(head[2]!)!, littleEndian: false, firstFastest: false, divisor: head[2] === 0x08 ? 255 : 1 });
  }
}
