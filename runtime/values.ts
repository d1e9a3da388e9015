import { DataError } from "./data-error.ts";
import type { Floats, Metadata } from "./model.ts";

/** A number, or lists of lists … of numbers: an array as JSON writes it. */
export type Nested = number | readonly Nested[];

/** How many numbers an array of this shape has; `[]`, the shape of a number, has 1. */
export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((size, extent) => size * extent, 1);
}

/** An array of zeros in the model's precision. */
export function createFloats(precision: Metadata["precision"], length: number): Floats {
  return precision === "f32" ? new Float32Array(length) : new Float64Array(length);
}

/** The shape in words: `a number`, `a vector of 3`, `a 2 × 3 matrix`, `a 2 × 3 × 4 array`. */
export function describeShape(shape: readonly number[]): string {
  if (shape.length === 0) return "a number";
  if (shape.length === 1) return `a vector of ${shape[0]}`;
  return `a ${shape.join(" × ")} ${shape.length === 2 ? "matrix" : "array"}`;
}

/** The value in a few words, for error messages. */
export function describeValue(value: unknown): string {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === "object" && value !== null) return "an object";
  if (typeof value === "number" || typeof value === "boolean" || value === null) return String(value);
  if (typeof value !== "string") return `a ${typeof value}`;
  return JSON.stringify(value.length > 30 ? `${value.slice(0, 30)}…` : value);
}

/** The numbers of `values` from `offset`, row-major, as lists within lists of the given shape. */
export function nest(values: ArrayLike<number>, shape: readonly number[], offset = 0): Nested {
  if (offset + sizeOf(shape) > values.length) {
    throw new RangeError(`${describeShape(shape)} does not fit in ${values.length - offset} numbers`);
  }
  const [extent, ...inner] = shape;
  if (extent === undefined) return values[offset]!;
  const size = sizeOf(inner);
  return Array.from({ length: extent }, (_, i) => nest(values, inner, offset + i * size));
}

/**
 * The numbers of nested lists, row-major; the inverse of `nest`. The strings of `encodeJson` count as numbers.
 * Throws a `DataError` that begins with `place` where `value` does not have the shape.
 */
export function flatten(value: unknown, shape: readonly number[], place: string): number[] {
  const flat = flattenOrProblem(value, shape);
  if (typeof flat === "string") throw new DataError([`${place}: ${flat}`]);
  return flat;
}

/** `flatten` for callers that collect problems: the numbers, or what is wrong in words that follow a place. */
export function flattenOrProblem(value: unknown, shape: readonly number[]): number[] | string {
  const flat: number[] = [];
  const mismatch = (part: unknown, path: string): string =>
    `expected ${describeShape(shape)}, found ${describeValue(part)}${path === "" ? "" : ` at ${path}`}`;

  const visit = (part: unknown, depth: number, path: string): string | null => {
    const extent = shape[depth];
    if (extent === undefined) {
      const number = decodeNumber(part);
      if (number === undefined) return mismatch(part, path);
      flat.push(number);
      return null;
    }
    if (!Array.isArray(part) || part.length !== extent) return mismatch(part, path);
    for (let i = 0; i < extent; i++) {
      const problem = visit(part[i], depth + 1, `${path}[${i}]`);
      if (problem !== null) return problem;
    }
    return null;
  };
  return visit(value, 0, "") ?? flat;
}

/** JSON text in which numbers that JSON lacks stand as the strings "NaN", "Infinity" and "-Infinity". */
export function encodeJson(value: unknown, indent?: number): string {
  const encode = (_key: string, part: unknown): unknown =>
    typeof part === "number" && !Number.isFinite(part) ? String(part) : part;
  return JSON.stringify(value, encode, indent);
}

/** The number that a parsed JSON value stands for, `undefined` if none. */
export function decodeNumber(value: unknown): number | undefined {
  if (typeof value === "number") return value;
  return value === "NaN" || value === "Infinity" || value === "-Infinity" ? Number(value) : undefined;
}
