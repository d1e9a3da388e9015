/** Functions of whole vectors and matrices, from their textbook definitions. */
import { broadcast, entries, mapAlong, rankOf, reduceAlong, scalar, toNested, vector } from "./nested.ts";
import type { Nested } from "./nested.ts";
import { comparisons, timesLog } from "./scalars.ts";

export type Callable = (...args: unknown[]) => unknown;

const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const highest = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), -Infinity);
const lowest = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Infinity);

/** f(x) over all entries, f(x, dimension) along one. */
function reduction(f: (values: number[]) => number): Callable {
  return (x, dimension) => {
    const value = toNested(x);
    return dimension === undefined ? f(entries(value)) : reduceAlong(value, dimension, f);
  };
}

/** f(x) of a vector, f(x, dimension) along one. */
function vectorReduction(f: (values: number[]) => number): Callable {
  return (x, dimension) =>
    dimension === undefined ? f(vector(x, "the argument")) : reduceAlong(toNested(x), dimension, f);
}

function vectorMap(f: (values: number[]) => number[]): Callable {
  return (x, dimension) =>
    dimension === undefined ? f(vector(x, "the argument")) : mapAlong(toNested(x), dimension, f);
}

/** One argument: all entries. `(x, [], dimension)`: along a dimension. Several: entry by entry. */
function extreme(pick: (values: readonly number[]) => number): Callable {
  return (...args) => {
    const values = args.map(toNested);
    const [first, second] = values;
    if (first === undefined) throw new TypeError("oracle: max and min need an argument");
    if (values.length === 1) return pick(entries(first));
    if (values.length === 3 && Array.isArray(second) && second.length === 0) return reduceAlong(first, values[2], pick);
    return broadcast((...numbers) => pick(numbers), values);
  };
}

function argmax(values: readonly number[]): number {
  return 1 + values.indexOf(highest(values));
}

export function softmax(z: readonly number[]): number[] {
  const top = highest(z);
  const powers = z.map((v) => Math.exp(v - top));
  const sum = total(powers);
  return powers.map((p) => p / sum);
}

function logsumexp(z: readonly number[]): number {
  const top = highest(z);
  return Number.isFinite(top) ? top + Math.log(total(z.map((v) => Math.exp(v - top)))) : top;
}

function cumsum(values: readonly number[]): number[] {
  return values.map((_, i) => total(values.slice(0, i + 1)));
}

function norm(x: unknown, p: unknown = 2): number {
  const sizes = entries(toNested(x)).map(Math.abs);
  const order = p === "fro" ? 2 : scalar(p, "the order of a norm");
  if (order === Infinity) return Math.max(0, highest(sizes));
  if (order === 1) return total(sizes);
  if (order === 2) return Math.sqrt(total(sizes.map((s) => s * s)));
  return Math.pow(total(sizes.map((s) => Math.pow(s, order))), 1 / order);
}

function outer(a: unknown, b: unknown): number[][] {
  const right = vector(b, "the right side of outer");
  return vector(a, "the left side of outer").map((u) => right.map((v) => u * v));
}

/** Σ of f over the entries of both, broadcast. */
function divergence(f: (a: number, b: number) => number): Callable {
  return (a, b) => total(entries(broadcast(f, [toNested(a), toNested(b)])));
}

function hinge(s: unknown, d: unknown): number {
  const scores = vector(s, "the scores of hinge");
  const right = argmax(vector(d, "the class of hinge")) - 1;
  return total(scores.map((score, j) => (j === right ? 0 : Math.max(0, score - (scores[right] ?? NaN) + 1))));
}

function huber(y: unknown, d: unknown, delta: unknown): number {
  const bound = scalar(delta, "delta of huber");
  const cost = (r: number): number => (Math.abs(r) <= bound ? (r * r) / 2 : bound * (Math.abs(r) - bound / 2));
  return total(entries(broadcast((u, v) => cost(u - v), [toNested(y), toNested(d)])));
}

/** a < b < c, entry by entry; the first argument names the comparisons. */
function chained(names: unknown, ...args: unknown[]): Nested {
  const links = String(names).split(",");
  const values = args.map(toNested);
  return broadcast((...numbers) => {
    const holds = links.every((name, i) => comparisons[name]?.(numbers[i] ?? NaN, numbers[i + 1] ?? NaN) === 1);
    return holds ? 1 : 0;
  }, values);
}

/** `[a; b]`: scalars give a column, vectors stack as rows (math.js alone would nest a third dimension). */
function semicolons(...args: unknown[]): Nested {
  const values = args.map(toNested);
  const allVectors = values.every((v) => rankOf(v) === 1);
  if (allVectors && new Set(values.map((v) => entries(v).length)).size > 1) {
    throw new RangeError("oracle: stacked rows differ in length");
  }
  return allVectors ? values : values.map((v) => [v]);
}

export const functions: Readonly<Record<string, Callable>> = {
  sum: reduction(total),
  mean: reduction((values) => total(values) / values.length),
  prod: reduction((values) => values.reduce((a, b) => a * b, 1)),
  max: extreme(highest),
  min: extreme(lowest),
  argmax: vectorReduction(argmax),
  logsumexp: vectorReduction(logsumexp),
  softmax: vectorMap(softmax),
  logSoftmax: vectorMap((z) => z.map((v) => v - logsumexp(z))),
  cumsum: vectorMap(cumsum),
  norm,
  outer,
  squaredError: divergence((y, d) => (y - d) ** 2 / 2),
  crossEntropy: divergence((p, d) => -timesLog(d, p)),
  binaryCrossEntropy: divergence((p, d) => -timesLog(d, p) - timesLog(1 - d, 1 - p)),
  kl: divergence((d, p) => timesLog(d, d) - timesLog(d, p)),
  hinge,
  huber,
  "<<": chained,
  "[;]": semicolons,
};
