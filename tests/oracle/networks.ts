/** Convolution, pooling, normalisation and recurrence by plain loops, as inference computes them. */
import { at, broadcast, entries, filled, mapAlong, rankOf, scalar, toNested } from "./nested.ts";
import type { Nested } from "./nested.ts";
import type { Callable } from "./functions.ts";

function list(x: Nested): Nested[] {
  if (typeof x === "number") throw new RangeError("oracle: too few dimensions");
  return x;
}

const pixel = (image: Nested, row: number, column: number): number =>
  scalar(at(list(at(list(image), row)), column), "a pixel");

function extents(image: Nested): [number, number] {
  const rows = list(image);
  return [rows.length, list(at(rows, 0)).length];
}

const places = (extent: number, size: number, stride: number): number => Math.floor((extent - size) / stride) + 1;

function grid(rows: number, columns: number, f: (row: number, column: number) => number): Nested {
  return Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (_, c) => f(r, c)));
}

function conv2d(x: unknown, kernels: unknown, stride: unknown = 1, padding: unknown = 0): Nested {
  const channels = list(toNested(x));
  const step = scalar(stride, "the stride");
  const margin = scalar(padding, "the padding");
  const [height, width] = extents(at(channels, 0));
  return list(toNested(kernels)).map((kernel) => {
    const [kh, kw] = extents(at(list(kernel), 0));
    return grid(places(height + 2 * margin, kh, step), places(width + 2 * margin, kw, step), (r, c) => {
      let sum = 0;
      channels.forEach((channel, k) => {
        for (let u = 0; u < kh; u++) {
          for (let v = 0; v < kw; v++) {
            const row = r * step + u - margin;
            const column = c * step + v - margin;
            if (row < 0 || row >= height || column < 0 || column >= width) continue;
            sum += pixel(channel, row, column) * pixel(at(list(kernel), k), u, v);
          }
        }
      });
      return sum;
    });
  });
}

function pool(reduce: (values: number[]) => number): Callable {
  return (x, size, stride = size) => {
    const side = scalar(size, "the size");
    const step = scalar(stride, "the stride");
    return list(toNested(x)).map((channel) => {
      const [height, width] = extents(channel);
      return grid(places(height, side, step), places(width, side, step), (r, c) =>
        reduce(
          Array.from({ length: side * side }, (_, k) =>
            pixel(channel, r * step + Math.floor(k / side), c * step + (k % side)),
          ),
        ),
      );
    });
  };
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

function normalised(values: readonly number[]): number[] {
  const middle = mean(values);
  const variance = mean(values.map((v) => (v - middle) ** 2));
  return values.map((v) => (v - middle) / Math.sqrt(variance + 1e-5));
}

/** Over all entries, or along a dimension. */
function layerNorm(x: unknown, dimension?: unknown): Nested {
  const value = toNested(x);
  if (dimension !== undefined) return mapAlong(value, dimension, normalised);
  const all = normalised(entries(value));
  let next = 0;
  return broadcast(() => all[next++] ?? NaN, [value]);
}

/** Mean and variance by channel for each use of batchNorm, in the order in which uses are evaluated, and how many were. */
const running: { statistics: readonly (readonly [mean: Nested, variance: Nested])[]; uses: number } = { statistics: [], uses: 0 };

/** To be called before an example is evaluated. */
export function giveStatistics(statistics: typeof running.statistics): void {
  running.statistics = statistics;
  running.uses = 0;
}

/** By running statistics, as inference does: the oracle evaluates one example at a time. */
function batchNorm(x: unknown): Nested {
  const channels = list(toNested(x));
  const [mean, variance] = running.statistics[running.uses++] ?? [channels.map(() => 0), channels.map(() => 1)];
  return channels.map((channel, c) => broadcast((v, m, s) => (v - m) / Math.sqrt(s + 1e-5), [channel, at(list(mean), c), at(list(variance), c)]));
}

/** All states after `first`, in order. */
function states(f: unknown, first: unknown, rows: unknown): Nested[] {
  if (typeof f !== "function") throw new TypeError("oracle: fold and scan need a function");
  let state = toNested(first);
  return list(toNested(rows)).map((row) => {
    const next: unknown = (f as (...given: unknown[]) => unknown)(state, row);
    state = toNested(next);
    if (rankOf(state) !== rankOf(toNested(first))) throw new RangeError("oracle: the state changed its rank");
    return state;
  });
}

export const networks: Readonly<Record<string, Callable>> = {
  conv2d,
  maxPool2d: pool((values) => Math.max(...values)),
  avgPool2d: pool(mean),
  layerNorm,
  dropout: (x) => x,
  noise: (...extents) => filled(extents.map((extent) => scalar(extent, "an extent")), 0),
  scan: states,
  fold: (f, first, rows) => states(f, first, rows).at(-1) ?? first,
  batchNorm,
};
