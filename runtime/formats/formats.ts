import { DataError } from "../data-error.ts";
import { CsvDecoder } from "./csv.ts";
import type { Decoder, Destination } from "./decoder.ts";
import { IdxDecoder, isIdx } from "./idx.ts";
import { JsonLinesDecoder } from "./json-lines.ts";
import { isNpy, NpyDecoder } from "./npy.ts";
import { TextWindowDecoder } from "./text.ts";

interface Format {
  /** How messages call it. */
  readonly name: string;
  /** Ends the names of its files, after `.gz` has been taken off. */
  readonly ending: RegExp;
  /** Whether it can hold these columns, where its files' names may also mean another; absent: its name decides. */
  suits?(to: Destination): boolean;
  /** Whether a file whose name says nothing is one, by its first bytes. */
  begins(head: Uint8Array): boolean;
  /** Whether it is text. */
  readonly text: boolean;
  decode(to: Destination): Decoder;
}

/** The formats of data; the first that recognises a file has it. */
const formats: readonly Format[] = [
  { name: "NPY (.npy)", ending: /\.npy$/i, text: false, begins: isNpy, decode: (to) => new NpyDecoder(to) },
  { name: "IDX (.idx, .idx3-ubyte)", ending: /[.-]idx(\d+-\w+)?$/i, text: false, begins: isIdx, decode: (to) => new IdxDecoder(to) },
  { name: "JSON lines (.jsonl, .ndjson)", ending: /\.(jsonl|ndjson)$/i, text: true, begins: (head) => /^\s*[[{]/.test(textOf(head)), decode: (to) => new JsonLinesDecoder(to) },
  { name: "text (.txt)", ending: /\.txt$/i, text: true, suits: ({ all }) => all.some(({ role, shape }) => role === "index" && shape.length === 1), begins: () => false, decode: (to) => new TextWindowDecoder(to) },
  { name: "CSV (.csv)", ending: /\.csv$/i, text: true, begins: (head) => binaryByte(head) < 0, decode: (to) => new CsvDecoder(to) },
];

/** How many of the first bytes are enough to tell the formats apart. */
export const headLength = 512;

/** The decoder of a file, chosen by its name or else by its first bytes. Throws a `DataError` that lists the formats. */
export function decoderOf(head: Uint8Array, to: Destination): Decoder {
  const name = to.file.replace(/\.gz$/i, "");
  const format = formats.find((one) => one.ending.test(name) && one.suits?.(to) !== false) ?? formats.find((one) => one.begins(head));
  if (format === undefined) throw new DataError([`${to.file}: is in no format that can be read; expected ${formats.map((one) => one.name).join(", ")}, each also gzipped`]);
  const at = format.text ? binaryByte(head) : -1;
  if (at >= 0) throw new DataError([`${to.file}: is no text in UTF-8: byte ${at} is 0x${head[at]!.toString(16).padStart(2, "0")}; expected ${format.name}`]);
  return format.decode(to);
}

const textOf = (head: Uint8Array): string => (binaryByte(head) < 0 ? new TextDecoder().decode(head) : "");

/** The first of the bytes that no text has: a control character beside white space; −1 if there is none. */
const binaryByte = (head: Uint8Array): number => head.findIndex((byte) => byte < 32 && !(byte >= 9 && byte <= 13));
