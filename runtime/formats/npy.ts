import { DataError } from "../data-error.ts";
import { describeValue } from "../values.ts";
import { ArrayReader, type ArrayHeader } from "./array-reader.ts";
import { ByteQueue } from "./byte-queue.ts";
import type { Decoder, Destination } from "./decoder.ts";
import { elements, type Element } from "./elements.ts";

const magic = [0x93, ..."NUMPY"].map((part) => (typeof part === "string" ? part.charCodeAt(0) : part));

/** A header of more bytes than this is damaged: NumPy itself refuses more than 10,000 characters. */
const longestHeader = 2 ** 20;

const types: ReadonlyMap<string, Element> = new Map(Object.entries(elements));

/** Whether a file that begins so is a NumPy array. */
export const isNpy = (head: Uint8Array): boolean => magic.every((byte, i) => head[i] === byte);

/**
 * Reads NPY, NumPy's file of one array (NumPy Enhancement Proposal 1), versions 1 to 3: floats, integers and booleans,
 * in either byte order, in C and Fortran order. The first extent counts the examples.
 */
export class NpyDecoder implements Decoder {
  readonly #to: Destination;
  readonly #queue = new ByteQueue();
  #reader: ArrayReader | null = null;
  #version = 0;
  #headerLength = -1;

  constructor(to: Destination) {
    this.#to = to;
  }

  push(bytes: Uint8Array): void {
    this.#queue.push(bytes);
    if (this.#version === 0 && this.#queue.length >= 8) this.#version = this.#takeVersion();
    if (this.#version > 0 && this.#headerLength < 0 && this.#queue.length >= 4) this.#headerLength = this.#takeLength();
    if (this.#reader === null && this.#headerLength >= 0 && this.#queue.length >= this.#headerLength) {
      const text = new TextDecoder(this.#version === 3 ? "utf-8" : "latin1").decode(this.#queue.take(this.#headerLength));
      this.#reader = new ArrayReader(this.#to, readHeader(text, this.#to.file));
    }
    this.#reader?.take(this.#queue);
  }

  end(): void {
    if (this.#reader === null) throw new DataError([`${this.#to.file}: is cut short at byte ${this.#queue.taken + this.#queue.length}, within its header`]);
    this.#reader.end(this.#queue);
  }

  #takeVersion(): number {
    const head = this.#queue.take(8);
    const [major, minor] = [head[6]!, head[7]!];
    if (!isNpy(head)) throw new DataError([`${this.#to.file}: is no NPY file: it does not begin with the byte 0x93 and NUMPY`]);
    if (major < 1 || major > 3) throw new DataError([`${this.#to.file}: is NPY version ${major}.${minor}; expected 1 to 3`]);
    return major;
  }

  #takeLength(): number {
    const bytes = this.#queue.take(this.#version === 1 ? 2 : 4);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const length = this.#version === 1 ? view.getUint16(0, true) : view.getUint32(0, true);
    if (length > longestHeader) throw new DataError([`${this.#to.file}: its header has ${length} bytes; expected at most ${longestHeader}`]);
    return length;
  }
}

/** Reads the header, a dictionary of Python: `{'descr': '<f8', 'fortran_order': False, 'shape': (3, 4), }`. */
function readHeader(text: string, file: string): ArrayHeader {
  const type = /'descr'\s*:\s*(?:'([^']*)'|(\S.*?)\s*,\s*'(?:fortran_order|shape)')/.exec(text);
  const order = /'fortran_order'\s*:\s*(True|False)/.exec(text);
  const shape = /'shape'\s*:\s*\(([\d\s,L]*)\)/.exec(text);
  if (type === null || order === null || shape === null) throw new DataError([`${file}: expected a header with 'descr', 'fortran_order' and 'shape', found ${describeValue(text.trim())}`]);
  const [, endian = "", code = ""] = /^([<>|=]?)(.*)$/s.exec(type[1] ?? "")!;
  const element = types.get(code);
  if (element === undefined) throw new DataError([`${file}: holds numbers of the type ${type[1] ?? type[2]!}; expected one of ${[...types.keys()].join(", ")}, as with numpy's astype`]);
  const extents = shape[1]!.split(",").map((extent) => extent.trim().replace(/L$/, "")).filter((extent) => extent !== "");
  return { shape: extents.map(Number), element, littleEndian: endian !== ">", firstFastest: order[1] === "True", divisor: 1 };
}
