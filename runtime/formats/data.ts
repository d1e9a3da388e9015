import { DataError, Problems } from "../data-error.ts";
import { columnsOfRow, isClass } from "../examples.ts";
import type { Column, Examples, ExampleStream, Floats, Metadata } from "../model.ts";
import { ByteQueue } from "./byte-queue.ts";
import { widthOf, type Decoder } from "./decoder.ts";
import { ExampleWriter } from "./example-writer.ts";
import { decoderOf, headLength } from "./formats.ts";

/** A file, or anything else whose bytes can be read from the beginning again and again. */
export interface Source {
  /** What messages call it; its ending tells the format. */
  readonly name: string;
  /** The bytes, unpacked, in parts of any size. */
  read(): AsyncIterable<Uint8Array>;
}

/** How data is read. */
export interface ReadOptions {
  /** "inputs" where the model only predicts: targets and labels may then be missing, and are passed over if they are not. */
  readonly needs?: "all" | "inputs" | undefined;
  /** How many bytes of numbers are kept in memory; more become a stream. */
  readonly memory?: number | undefined;
}

/**
 * How many bytes of numbers memory keeps unless told otherwise: the 60,000 training images of MNIST take 359 MiB in 64
 * bits and are best shuffled as a whole, and with twice this much for a moment, when pieces are joined, a machine of
 * 2 GB does not swap.
 */
const defaultMemory = 2 ** 29;

/** A piece of a stream has at most so many numbers (8 MiB in 64 bits), and at most so many examples. */
const [pieceNumbers, pieceExamples] = [2 ** 20, 8192] as const;

/** Columns that a source fills: `all` that its rows may hold, and those of them that are wanted. */
interface Filling {
  readonly source: Source;
  readonly all: readonly Column[];
  readonly needed: readonly Column[];
}

/** How to go through data once. */
interface Pass {
  readonly precision: Metadata["precision"];
  /** Examples in a piece. */
  readonly capacity: number;
  /** As many examples as this come as one piece where a file says beforehand how many it has. */
  readonly most: number;
  readonly memory: number;
  readonly problems: Problems;
}

/**
 * Reads examples from one source whose rows hold all columns in the order of `columnsOfRow`, or from several, one for
 * each column in that order. All of it is read and checked; what memory does not hold comes as a stream, which reads it
 * again. Throws a `DataError` that lists what is wrong, each with its place.
 */
export async function readData(columns: readonly Column[], precision: Metadata["precision"], sources: readonly Source[], options: ReadOptions = {}): Promise<Examples | ExampleStream> {
  const fillings = fill(columns, sources, options.needs ?? "all");
  const memory = options.memory ?? defaultMemory;
  const numbers = widthOf(fillings.flatMap(({ needed }) => needed));
  const capacity = Math.max(1, Math.min(pieceExamples, Math.floor(pieceNumbers / numbers)));
  const problems = new Problems();
  const read: { readonly filling: Filling; readonly size: number }[] = [];
  const held: Examples[][] = [];
  let room = memory;
  for (const filling of fillings) {
    const kept: Examples[] = [];
    let size = 0;
    const most = Math.floor(Math.max(0, room) / bytesOfExample(filling.needed, precision));
    for await (const piece of pieces(filling, { precision, capacity, most, memory, problems })) {
      size += piece.size;
      room -= piece.size * bytesOfExample(filling.needed, precision);
      if (room >= 0) kept.push(piece);
      else for (const before of [...held, kept]) before.length = 0;
    }
    read.push({ filling, size });
    held.push(kept);
  }
  problems.throwIfAny();
  const [first, ...others] = read;
  const other = others.find(({ size }) => size !== first!.size);
  if (other !== undefined) throw new DataError([`${first!.filling.source.name}: has ${first!.size} examples, but ${other.filling.source.name} has ${other.size}`]);
  if (room >= 0) return merge(held.map(join));
  return { size: first!.size, pieces: () => piecesAgain(fillings, first!.size, { precision, capacity, most: 0, memory }) };
}

/** Which source fills which columns. Throws a `DataError` if there are too few or too many. */
function fill(columns: readonly Column[], sources: readonly Source[], needs: ReadOptions["needs"]): readonly Filling[] {
  const all = columnsOfRow(columns);
  const needed = needs === "all" ? all : all.filter(({ role }) => role === "input" || role === "index");
  const names = sources.map(({ name }) => name).join(", ");
  if (needed.length === 0) throw new DataError([`${names}: expected no data, since the model has no ${needs === "all" ? "columns" : "inputs"}`]);
  if (sources.length === 1) return [{ source: sources[0]!, all, needed }];
  const filled = [all, needed].find(({ length }) => length === sources.length);
  if (filled !== undefined) return filled.flatMap((column, i) => (needed.includes(column) ? [{ source: sources[i]!, all: [column], needed: [column] }] : []));
  const list = (some: readonly Column[]): string => `${some.length} (${some.map(({ name }) => name).join(", ")})`;
  const several = [all, needed].filter(({ length }, i, lists) => length > 1 && lists.findIndex((one) => one.length === length) === i).map(list);
  throw new DataError([`${names === "" ? "data" : names}: expected one file${several.length === 0 ? "" : `, or one for each column: ${several.join(" or ")}`}; found ${sources.length}`]);
}

/** The examples of one source. */
async function* pieces({ source, all, needed }: Filling, { precision, capacity, most, memory, problems }: Pass): AsyncGenerator<Examples, void> {
  const writer = new ExampleWriter(needed, precision, capacity, most);
  const head = new ByteQueue();
  let decoder: Decoder | null = null;
  const begin = (): Decoder => {
    const bytes = head.take(head.length);
    const begun = decoderOf(bytes.subarray(0, headLength), { file: source.name, all, needed, writer, problems, memory });
    begun.push(bytes);
    return begun;
  };
  for await (const bytes of source.read()) {
    if (decoder === null) {
      head.push(bytes);
      if (head.length >= headLength) decoder = begin();
    } else decoder.push(bytes);
    yield* writer.takeFull();
  }
  decoder ??= begin();
  decoder.end();
  yield* writer.takeFull();
  const rest = writer.takeRest();
  if (rest !== null) yield rest;
}

/** The examples of several sources side by side, which were `size` when they were checked. */
async function* piecesAgain(fillings: readonly Filling[], size: number, pass: Omit<Pass, "problems">): AsyncGenerator<Examples, void> {
  const problems = new Problems();
  const running = fillings.map((filling) => pieces(filling, { ...pass, problems }));
  let left = size;
  try {
    for (;;) {
      const parts: Examples[] = [];
      for (const [i, one] of running.entries()) {
        const { done, value } = await one.next();
        problems.throwIfAny();
        const found = done === true ? 0 : value.size;
        if (found !== Math.min(left, pass.capacity)) throw new DataError([`${fillings[i]!.source.name}: has changed since it was checked: it had ${size} examples`]);
        if (done !== true) parts.push(value);
      }
      if (left === 0) return;
      yield merge(parts);
      left -= parts[0]!.size;
    }
  } finally {
    for (const one of running) await one.return();
  }
}

/** Examples one after the other; `parts` is emptied on the way, so that little is there twice at any time. */
function join(parts: Examples[]): Examples {
  if (parts.length === 1) return parts[0]!;
  const size = parts.reduce((sum, part) => sum + part.size, 0);
  const arrays = Object.entries(parts[0]!.columns).map(([name, values]) => ({ name, values: emptyLike(values, size * (values.length / parts[0]!.size)) }));
  let at = 0;
  for (let part = parts.shift(); part !== undefined; part = parts.shift()) {
    for (const { name, values } of arrays) values.set(part.columns[name]!, at * (values.length / size));
    at += part.size;
  }
  return { size, columns: Object.fromEntries(arrays.map(({ name, values }) => [name, values])) };
}

const emptyLike = (values: Floats | Int32Array, length: number): Floats | Int32Array => (values instanceof Int32Array ? new Int32Array(length) : values instanceof Float32Array ? new Float32Array(length) : new Float64Array(length));

/** The columns of several examples in one. */
const merge = (parts: readonly Examples[]): Examples => ({ size: parts[0]!.size, columns: Object.assign({}, ...parts.map(({ columns }) => columns)) as Examples["columns"] });

const bytesOfExample = (columns: readonly Column[], precision: Metadata["precision"]): number =>
  columns.reduce((sum, column) => sum + widthOf([column]) * (isClass(column) || precision === "f32" ? 4 : 8), 0);
