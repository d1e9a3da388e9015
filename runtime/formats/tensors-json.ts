// Named arrays as JSON: {"metadata": {"key": "text"}, "tensors": {"W1": {"dtype": "F64", "shape": [2, 2], "values": [[…], […]]}}}.
import { DataError } from "../data-error.ts";
import { createFloats, describeValue, flattenOrProblem, sizeOf } from "../values.ts";
import type { Tensor, TensorFile } from "./tensor-file.ts";

/** The text of a file, a line per array. Every number reads back as it was; NaN, Infinity and -Infinity stand as strings. */
export function encodeTensorsJson({ metadata, tensors }: TensorFile): string {
  const lines = [...tensors].map(([name, { shape, values }]) => {
    const dtype = values instanceof Float64Array ? "F64" : "F32";
    return `    ${JSON.stringify(name)}: {"dtype": "${dtype}", "shape": ${JSON.stringify(shape)}, "values": ${nestedText(values, shape, 0)}}`;
  });
  const texts = [...metadata].map(([key, text]) => `    ${JSON.stringify(key)}: ${JSON.stringify(text)}`);
  return `{\n  "metadata": {\n${texts.join(",\n")}\n  },\n  "tensors": {\n${lines.join(",\n")}\n  }\n}\n`;
}

/**
 * Reads the text of a file, which need not be well meant; `file` is what messages call it.
 * Throws a `DataError` for what is not as `encodeTensorsJson` writes it; `metadata` may be left out, and `dtype`, which is F64 then.
 */
export function decodeTensorsJson(text: string, file: string): TensorFile {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw fault(file, `is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!isObject(value) || !isObject(value["tensors"])) throw fault(file, `expected an object with "tensors" in it, found ${isObject(value) ? "none" : describeValue(value)}`);
  const texts = value["metadata"] ?? {};
  if (!isObject(texts)) throw fault(file, `metadata: expected an object of texts, found ${describeValue(texts)}`);
  for (const [key, entry] of Object.entries(texts)) {
    if (typeof entry !== "string") throw fault(file, `metadata.${key}: expected a text, found ${describeValue(entry)}`);
  }
  return {
    metadata: new Map(Object.entries(texts) as [string, string][]),
    tensors: new Map(Object.entries(value["tensors"]).map(([name, entry]) => [name, readTensor(entry, file, `tensors.${name}`)])),
  };
}

function readTensor(value: unknown, file: string, place: string): Tensor {
  if (!isObject(value)) throw fault(file, `${place}: expected an object with shape and values, found ${describeValue(value)}`);
  const { dtype = "F64", shape, values } = value;
  if (dtype !== "F64" && dtype !== "F32") throw fault(file, `${place}: expected the dtype F64 or F32, found ${describeValue(dtype)}`);
  if (!Array.isArray(shape) || !shape.every((extent) => Number.isSafeInteger(extent) && (extent as number) >= 0)) {
    throw fault(file, `${place}: expected a shape of whole numbers, found ${JSON.stringify(shape) ?? "nothing"}`);
  }
  const flat = flattenOrProblem(values, shape as number[]);
  if (typeof flat === "string") throw fault(file, `${place}: ${flat}`);
  const floats = createFloats(dtype === "F64" ? "f64" : "f32", flat.length);
  floats.set(flat);
  return { shape: shape as number[], values: floats };
}

function nestedText(values: ArrayLike<number>, [extent, ...inner]: readonly number[], offset: number): string {
  if (extent === undefined) return numberText(values[offset]!);
  const size = sizeOf(inner);
  return `[${Array.from({ length: extent }, (_, i) => nestedText(values, inner, offset + i * size)).join(", ")}]`;
}

/** The shortest text that reads back as the same number. */
function numberText(value: number): string {
  if (Object.is(value, -0)) return "-0";
  return Number.isFinite(value) ? String(value) : `"${value}"`;
}

const isObject = (value: unknown): value is { readonly [name: string]: unknown } => typeof value === "object" && value !== null && !Array.isArray(value);

const fault = (file: string, problem: string): DataError => new DataError([`${file}: ${problem}`]);
