/** A scalar, vector, matrix … as plain nested arrays; rank is the depth of nesting. */
export type Nested = number | Nested[];

export function isNested(value: unknown): value is Nested {
  return typeof value === "number" || (Array.isArray(value) && value.every(isNested));
}

/** What math.js hands over, as plain numbers: booleans become 0 and 1, complex numbers NaN. */
export function toNested(value: unknown): Nested {
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (Array.isArray(value)) return value.map(toNested);
  if (typeof value === "object" && value !== null) {
    if ("isComplex" in value && value.isComplex === true) return NaN;
    if ("isMatrix" in value && value.isMatrix === true) return toNested(value.valueOf());
  }
  throw new TypeError(`oracle: a number or array was expected, not ${String(value)}`);
}

export function shapeOf(x: Nested): number[] {
  if (typeof x === "number") return [];
  const [first] = x;
  const inner = first === undefined ? [] : shapeOf(first);
  for (const entry of x) {
    if (shapeOf(entry).join() !== inner.join()) throw new RangeError("oracle: a ragged array");
  }
  return [x.length, ...inner];
}

export function rankOf(x: Nested): number {
  return typeof x === "number" ? 0 : 1 + (x[0] === undefined ? 0 : rankOf(x[0]));
}

export function at(list: readonly Nested[], index: number): Nested {
  const entry = list[index];
  if (entry === undefined) throw new RangeError(`oracle: no entry ${index} among ${list.length}`);
  return entry;
}

export function scalar(x: unknown, what: string): number {
  const value = toNested(x);
  if (typeof value !== "number") throw new TypeError(`oracle: ${what} must be a scalar`);
  return value;
}

export function vector(x: unknown, what: string): number[] {
  const value = toNested(x);
  if (typeof value === "number") throw new TypeError(`oracle: ${what} must be a vector`);
  return value.map((entry) => scalar(entry, `an entry of ${what}`));
}

/** All numbers in row-major order. */
export function entries(x: Nested): number[] {
  return typeof x === "number" ? [x] : x.flatMap(entries);
}

export function filled(shape: readonly number[], value: number): Nested {
  const [first, ...rest] = shape;
  return first === undefined ? value : Array.from({ length: first }, () => filled(rest, value));
}

/** Applies `f` entry by entry, aligning trailing dimensions; an extent of 1 repeats. */
export function broadcast(f: (...args: number[]) => number, args: readonly Nested[]): Nested {
  const rank = Math.max(...args.map(rankOf));
  if (rank === 0) return f(...args.map((a) => scalar(a, "an entry")));
  const full = args.filter((a): a is Nested[] => typeof a !== "number" && rankOf(a) === rank);
  const extents = full.map((a) => a.length).filter((n) => n !== 1);
  const extent = extents[0] ?? 1;
  if (extents.some((n) => n !== extent)) {
    throw new RangeError(`oracle: cannot broadcast ${args.map((a) => `(${shapeOf(a).join(" x ")})`).join(" with ")}`);
  }
  return Array.from({ length: extent }, (_, i) => {
    const row = args.map((a) => (typeof a === "number" || rankOf(a) < rank ? a : at(a, a.length === 1 ? 0 : i)));
    return broadcast(f, row);
  });
}

function zip(slices: readonly Nested[], f: (values: number[]) => Nested): Nested {
  const [first] = slices;
  if (first === undefined || typeof first === "number") return f(slices.map((s) => scalar(s, "an entry")));
  return first.map((_, i) => zip(slices.map((s) => (typeof s === "number" ? s : at(s, i))), f));
}

/** Replaces each line of `x` along `axis` (0-based) by what `f` makes of it, where it stood last. */
function lines(x: Nested, axis: number, f: (values: number[]) => Nested): Nested {
  if (typeof x === "number") throw new RangeError("oracle: no such dimension");
  return axis === 0 ? zip(x, f) : x.map((slice) => lines(slice, axis - 1, f));
}

function axisOf(x: Nested, dimension: unknown): number {
  const d = scalar(dimension, "a dimension");
  if (!Number.isInteger(d) || d < 1 || d > rankOf(x)) throw new RangeError(`oracle: there is no dimension ${d}`);
  return d - 1;
}

/** Reduces along a 1-based dimension, which goes. */
export function reduceAlong(x: Nested, dimension: unknown, f: (values: number[]) => number): Nested {
  return lines(x, axisOf(x, dimension), f);
}

/** Maps each line along a 1-based dimension to a line of the same length, which stays where it is. */
export function mapAlong(x: Nested, dimension: unknown, f: (values: number[]) => number[]): Nested {
  const axis = axisOf(x, dimension);
  const place = (y: Nested, depth: number): Nested => {
    if (typeof y === "number") return y;
    if (depth > 0) return y.map((slice) => place(slice, depth - 1));
    // y: the dimensions after `axis`, then the mapped line. Bring the line to the front.
    const length = shapeOf(x)[axis] ?? 0;
    return Array.from({ length }, (_, k) => pickLast(y, k));
  };
  return place(lines(x, axis, f), axis);
}

function pickLast(y: Nested, k: number): Nested {
  if (typeof y === "number") return y;
  return rankOf(y) === 1 ? at(y, k) : y.map((slice) => pickLast(slice, k));
}

/** A copy of `x` with the number at `path` replaced. */
export function replaced(x: Nested, path: readonly number[], value: number): Nested {
  const [first, ...rest] = path;
  if (first === undefined || typeof x === "number") return value;
  return x.map((entry, i) => (i === first ? replaced(entry, rest, value) : entry));
}

/** Calls `f` with the path of every number, and keeps the shape. */
export function mapPaths(x: Nested, f: (value: number, path: number[]) => number, path: number[] = []): Nested {
  return typeof x === "number" ? f(x, path) : x.map((entry, i) => mapPaths(entry, f, [...path, i]));
}
