import { DataError } from "../data-error.ts";
import { isClass } from "../examples.ts";
import { describeShape, sizeOf } from "../values.ts";
import type { ByteQueue } from "./byte-queue.ts";
import { columnOfPlaces, describeRow, placesOfRow, widthOf, type Destination } from "./decoder.ts";
import type { Element } from "./elements.ts";

/** What the header of a binary file says of the numbers after it. */
export interface ArrayHeader {
  /** The first extent counts the examples. */
  readonly shape: readonly number[];
  readonly element: Element;
  readonly littleEndian: boolean;
  /** Whether the first subscript varies fastest, as in Fortran, and not the last. */
  readonly firstFastest: boolean;
  /** What a number of a float column is divided by. */
  readonly divisor: number;
}

/** Reads the numbers of a binary file, one array whose first subscript counts the examples. */
export class ArrayReader {
  readonly #to: Destination;
  readonly #header: ArrayHeader;
  readonly #count: number;
  /** How many numbers an example has in the file, and where each goes. */
  readonly #width: number;
  readonly #places: Int32Array;
  /** Where each number stands, in bytes from the first of its example. */
  readonly #offsets: Float64Array;
  readonly #row: Float64Array;
  /** What each number of `row` is divided by. */
  readonly #divisors: Float64Array;

  /** Throws a `DataError` if the header does not fit the columns. */
  constructor(to: Destination, header: ArrayHeader) {
    const [count, ...shape] = header.shape;
    if (count === undefined) throw new DataError([`${to.file}: holds a single number; expected an array whose first extent counts the examples`]);
    if (count === 0) throw new DataError([`${to.file}: holds no examples`]);
    this.#to = to;
    this.#header = header;
    this.#count = count;
    this.#width = sizeOf(shape);
    this.#places = placesOfArray(to, shape);
    this.#row = new Float64Array(widthOf(to.needed));
    this.#divisors = Float64Array.from(columnOfPlaces(to.needed), (column) => (isClass(column) ? 1 : header.divisor));
    if (this.#isTransposed && this.#size > to.memory) {
      throw new DataError([`${to.file}: is in Fortran order, so that its first example is complete only at its end, and takes ${this.#size} bytes; save it in C order (numpy.ascontiguousarray)`]);
    }
    this.#offsets = this.#isTransposed ? this.#transposedOffsets(count, shape) : Float64Array.from({ length: this.#width }, (_, j) => j * header.element.bytes);
    to.writer.expect(count);
  }

  get #size(): number {
    return this.#count * this.#width * this.#header.element.bytes;
  }

  /** The only example, or the only number of each, is the same in either order. */
  get #isTransposed(): boolean {
    return this.#header.firstFastest && this.#header.shape.filter((extent) => extent !== 1).length > 1;
  }

  /** Reads the examples that are whole. `queue` has had nothing but this file's numbers pushed since its header was taken. */
  take(queue: ByteQueue): void {
    const { bytes } = this.#header.element;
    if (this.#isTransposed) {
      if (queue.length >= this.#size && this.#to.writer.count === 0) this.#read(queue.take(this.#size), this.#count, bytes);
      return;
    }
    const left = this.#count - this.#to.writer.count;
    const whole = Math.min(left, Math.floor(queue.length / (this.#width * bytes)));
    if (whole > 0) this.#read(queue.take(whole * this.#width * bytes), whole, this.#width * bytes);
  }

  /** Throws a `DataError` if the file ends too early or too late. */
  end(queue: ByteQueue): void {
    const { shape, element } = this.#header;
    const read = this.#to.writer.count * this.#width * element.bytes;
    const found = read + queue.length;
    if (found === this.#size) return;
    const begin = queue.taken - read;
    const says = `its header says ${shape.join(" × ")} ${element.name}`;
    throw new DataError([
      found < this.#size
        ? `${this.#to.file}: is cut short at byte ${begin + found}; ${says}, which end at byte ${begin + this.#size}`
        : `${this.#to.file}: goes on after byte ${begin + this.#size}, where it should end: ${says}`,
    ]);
  }

  /** Example r begins at `r * stride`. */
  #read(bytes: Uint8Array, count: number, stride: number): void {
    const { element, littleEndian } = this.#header;
    const [places, offsets, row, divisors, { file, problems, writer }] = [this.#places, this.#offsets, this.#row, this.#divisors, this.#to];
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const refuse = (number: number, problem: string): void =>
      problems.add(`${file}: example ${writer.count + 1}, number ${places.indexOf(number) + 1} (${columnOfPlaces(this.#to.needed)[number]!.name})`, problem);
    for (let r = 0; r < count; r++) {
      for (let j = 0; j < places.length; j++) {
        const place = places[j]!;
        if (place >= 0) row[place] = element.read(view, r * stride + offsets[j]!, littleEndian) / divisors[place]!;
      }
      writer.add(row, refuse);
    }
  }

  /** Where the numbers of an example stand, in the order of C, if the first subscript varies fastest. */
  #transposedOffsets(count: number, shape: readonly number[]): Float64Array {
    return Float64Array.from({ length: this.#width }, (_, j) => {
      let stride = count;
      let offset = 0;
      shape.forEach((extent, d) => {
        offset += stride * (Math.floor(j / sizeOf(shape.slice(d + 1))) % extent);
        stride *= extent;
      });
      return offset * this.#header.element.bytes;
    });
  }
}

/** Where the numbers of an example of this shape go: to the one column of such a shape, or to several as a row. */
function placesOfArray(to: Destination, shape: readonly number[]): Int32Array {
  const forms = to.all.length === to.needed.length ? [to.all] : [to.all, to.needed];
  const single = forms.find((columns) => columns.length === 1);
  const places = placesOfRow(to, sizeOf(shape));
  if (places !== null && (shape.length < 2 || (single !== undefined && areSameNumbers(single[0]!.shape, shape)))) return places;
  const expected = forms.map((columns) => (columns.length === 1 ? `${describeShape(columns[0]!.shape)} (${columns[0]!.name})` : describeRow({ all: columns, needed: columns }))).join(" or ");
  throw new DataError([`${to.file}: expected ${expected} for an example, found ${describeShape(shape)}`]);
}

/** Whether one of two shapes comes from the other by joining neighbouring dimensions (28 × 28 and 784), or by extents of 1. */
function areSameNumbers(a: readonly number[], b: readonly number[]): boolean {
  const boundaries = (shape: readonly number[]): ReadonlySet<number> => new Set(shape.map((_, d) => sizeOf(shape.slice(d))));
  const [ofA, ofB] = [boundaries(a), boundaries(b)];
  const includes = (outer: ReadonlySet<number>, inner: ReadonlySet<number>): boolean => [...inner].every((size) => size === 1 || outer.has(size));
  return sizeOf(a) === sizeOf(b) && (includes(ofA, ofB) || includes(ofB, ofA));
}
