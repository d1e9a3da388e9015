// Safetensors: eight bytes with the length of a header in JSON, little-endian, the header, and the numbers of all arrays
// without gaps. Source: huggingface/safetensors, README, "Format".
import { DataError } from "../data-error.ts";
import type { Floats } from "../model.ts";
import { describeValue, sizeOf } from "../values.ts";
import type { Tensor, TensorFile } from "./tensor-file.ts";

/** The longest header that the format allows, in bytes. */
const longestHeader = 100_000_000;

interface Entry extends Pick<Tensor, "shape"> {
  readonly name: string;
  readonly dtype: "F64" | "F32";
  readonly begin: number;
  readonly end: number;
}

/** The bytes of a file: data start at a multiple of eight bytes, 64-bit arrays before 32-bit ones so that each is aligned. */
export function encodeSafetensors({ metadata, tensors }: TensorFile): Uint8Array<ArrayBuffer> {
  if (tensors.has("__metadata__")) throw new DataError(["the name __metadata__ has another meaning in safetensors files: save as JSON"]);
  const ordered = [...tensors].sort(([, a], [, b]) => b.values.BYTES_PER_ELEMENT - a.values.BYTES_PER_ELEMENT);
  let size = 0;
  const entries = ordered.map(([name, { shape, values }]) => {
    const begin = size;
    size += values.byteLength;
    return [name, { dtype: values instanceof Float64Array ? "F64" : "F32", shape, data_offsets: [begin, size] }] as const;
  });
  const texts = metadata.size === 0 ? [] : [["__metadata__", Object.fromEntries(metadata)] as const];
  const json = new TextEncoder().encode(JSON.stringify(Object.fromEntries<unknown>([...texts, ...entries])));
  const start = 8 + Math.ceil(json.length / 8) * 8;
  const bytes = new Uint8Array(start + size).fill(0x20, 8, start);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt(start - 8), true);
  bytes.set(json, 8);
  let at = start;
  for (const [, { values }] of ordered) {
    for (const value of values) {
      if (values instanceof Float64Array) view.setFloat64(at, value, true);
      else view.setFloat32(at, value, true);
      at += values.BYTES_PER_ELEMENT;
    }
  }
  return bytes;
}

/**
 * Reads the bytes of a file, which need not be well meant; `file` is what messages call it.
 * Throws a `DataError` for a file that breaks the format's rules, and for arrays of other numbers than F64 and F32.
 */
export function decodeSafetensors(bytes: Uint8Array, file: string): TensorFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { header, start } = readHeader(bytes, view, file);
  const { __metadata__: texts, ...described } = header;
  const metadata = readTexts(texts, file);
  const entries = Object.entries(described).map(([name, value]) => readEntry(name, value, file));
  checkOffsets(entries, bytes.length - start, file);
  const tensors = entries.map(({ name, dtype, shape, begin }): readonly [string, Tensor] => {
    const values: Floats = dtype === "F64" ? new Float64Array(sizeOf(shape)) : new Float32Array(sizeOf(shape));
    for (let i = 0; i < values.length; i++) values[i] = dtype === "F64" ? view.getFloat64(start + begin + 8 * i, true) : view.getFloat32(start + begin + 4 * i, true);
    return [name, { shape, values }];
  });
  return { metadata, tensors: new Map(tensors) };
}

function readHeader(bytes: Uint8Array, view: DataView, file: string): { readonly header: { readonly [name: string]: unknown }; readonly start: number } {
  if (bytes.length < 8) throw fault(file, `is no safetensors file: expected at least 8 bytes, found ${bytes.length}`);
  const length = view.getBigUint64(0, true);
  if (length > longestHeader) throw fault(file, `is no safetensors file: its header would have ${length} bytes, more than the ${longestHeader} allowed`);
  const start = 8 + Number(length);
  if (start > bytes.length) throw fault(file, `is cut short: its header should end at byte ${start}, the file has ${bytes.length}`);
  let header: unknown;
  try {
    header = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(8, start)));
  } catch (error) {
    throw fault(file, `is no safetensors file: its header is not JSON (${error instanceof Error ? error.message : String(error)})`);
  }
  if (!isObject(header)) throw fault(file, `is no safetensors file: expected an object as its header, found ${describeValue(header)}`);
  return { header, start };
}

function readTexts(value: unknown, file: string): ReadonlyMap<string, string> {
  if (value === undefined) return new Map();
  if (!isObject(value)) throw fault(file, `__metadata__: expected an object of texts, found ${describeValue(value)}`);
  return new Map(
    Object.entries(value).map(([key, text]) => {
      if (typeof text !== "string") throw fault(file, `__metadata__.${key}: expected a text, found ${describeValue(text)}`);
      return [key, text];
    }),
  );
}

function readEntry(name: string, value: unknown, file: string): Entry {
  const place = `tensor ${name}`;
  if (!isObject(value)) throw fault(file, `${place}: expected dtype, shape and data_offsets, found ${describeValue(value)}`);
  const { dtype, shape, data_offsets: offsets } = value;
  if (dtype !== "F64" && dtype !== "F32") throw fault(file, `${place}: expected the dtype F64 or F32, found ${describeValue(dtype)}`);
  if (!areWhole(shape)) throw fault(file, `${place}: expected a shape of whole numbers, found ${JSON.stringify(shape) ?? "nothing"}`);
  if (!areWhole(offsets) || offsets.length !== 2) throw fault(file, `${place}: expected data_offsets of two whole numbers, found ${JSON.stringify(offsets) ?? "nothing"}`);
  const [begin, end] = offsets as [number, number];
  const size = sizeOf(shape) * (dtype === "F64" ? 8 : 4);
  if (end - begin !== size) throw fault(file, `${place}: its shape ${JSON.stringify(shape)} of ${dtype} takes ${size} bytes, its data_offsets [${begin}, ${end}] hold ${end - begin}`);
  return { name, dtype, shape, begin, end };
}

/** The format allows neither gaps nor overlaps, so that each byte has one meaning. */
function checkOffsets(entries: readonly Entry[], size: number, file: string): void {
  let [end, before] = [0, "the start of the data"];
  for (const entry of [...entries].sort((a, b) => a.begin - b.begin || a.end - b.end)) {
    if (entry.begin !== end) throw fault(file, `tensor ${entry.name}: its data begin at byte ${entry.begin}, ${entry.begin < end ? "inside" : "with a gap after"} ${before}, which ends at ${end}`);
    [end, before] = [entry.end, `tensor ${entry.name}`];
  }
  if (end > size) throw fault(file, `is cut short: its tensors take ${end} bytes, the file has ${size} after its header`);
  if (end < size) throw fault(file, `has ${size - end} bytes that belong to no tensor`);
}

const isObject = (value: unknown): value is { readonly [name: string]: unknown } => typeof value === "object" && value !== null && !Array.isArray(value);

const areWhole = (value: unknown): value is readonly number[] => Array.isArray(value) && value.every((entry) => Number.isSafeInteger(entry) && (entry as number) >= 0);

const fault = (file: string, problem: string): DataError => new DataError([`${file}: ${problem}`]);
