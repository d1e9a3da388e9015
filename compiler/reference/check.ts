import { rootNamed, rootsOf, type Graph, type Root } from "../ir/graph.ts";
import type { Node } from "../ir/node.ts";
import { isBatched, ownShape, sizeOf } from "../ir/shape.ts";
import { Random, uniform } from "../../runtime/random.ts";
import { differences, type Differences } from "./differences.ts";
import { evaluate, type Point } from "./evaluate.ts";
import { checkedRoots, choosePoints, type ChosenPoint, type PointOptions } from "./points.ts";

/** A spec in its two readings. */
export interface CheckedGraphs {
  /** As it was read, before any rewrite: what it means. */
  readonly parsed: Graph;
  /** With cotangents, not simplified; derived operations without a rule of their own stand as their formula. */
  readonly differentiated: Graph;
}

/** What the compiled code gives at a point. */
export interface Emitted {
  /** The reduced loss; a spec without one has none. Null where only inference computes it, which makes no random draws. */
  readonly loss?: number | null;
  /** By parameter (or other variable); of a spec without a loss by `output,variable`, `[…output, …variable]`. */
  readonly gradients: { readonly [name: string]: Float64Array };
  /** Predictions by name, `[…output]` per example, as inference makes them; compared where they are given. */
  readonly outputs?: { readonly [name: string]: Float64Array };
}

export interface CheckOptions extends PointOptions {
  /** Take these points and choose none. */
  readonly points?: readonly ChosenPoint[];
  /** Coordinates to difference per parameter, 200 by default; of larger ones a sample, and two random directions. */
  readonly coordinates?: number;
  /** How many elements may be computed in all to difference, 2e8 by default (some ten seconds); no parameter gets more than 1e8 at a point. */
  readonly budget?: number;
}

/** The gradient of one variable (or the loss, or an output), over all points. Errors are relative to the larger of the value, the largest of its array, and a floor. */
export interface CheckRow {
  readonly name: string;
  readonly size: number;
  /** The largest error against the reference evaluation. */
  readonly reference: number;
  /** The largest error against differences; NaN where there are none to make. */
  readonly differences: number;
  /** How many coordinates and directions were held against differences. */
  readonly compared: number;
  /** How many of them the differences were too uncertain to judge. */
  readonly undecided: number;
  readonly tolerance: { readonly reference: number; readonly differences: number };
  readonly ok: boolean;
}

export interface CheckResult {
  readonly rows: readonly CheckRow[];
  readonly points: readonly ChosenPoint[];
  readonly ok: boolean;
}

interface Tolerances {
  readonly reference: number;
  readonly differences: number;
  /** Uncertainty of a difference, ×10, up to which it still counts. */
  readonly uncertain: number;
  /** Errors of arrays whose numbers are all below this are relative to this. */
  readonly floor: number;
}

/** What an error may be, by how numbers are stored. */
export const tolerances: Readonly<Record<"f64" | "f32", Tolerances>> = {
  f64: { reference: 1e-9, differences: 1e-6, uncertain: 1e-4, floor: 1e-3 },
  f32: { reference: 1e-4, differences: 1e-4, uncertain: 1e-3, floor: 0.1 },
};

/** A row in the making. */
interface Tally {
  name: string;
  size: number;
  reference: number;
  differences: number;
  compared: number;
  undecided: number;
  failed: boolean;
}

/**
 * Holds compiled gradients against two judges: the reference evaluation of the differentiated graph, which knows nothing
 * of rewrites, lowering and emission; and differences of the reference evaluation of the parsed graph, which know nothing of
 * differentiation either.
 */
export function check({ parsed, differentiated }: CheckedGraphs, emitted: (point: Point) => Emitted, options: CheckOptions = {}): CheckResult {
  const roots = [...rootsOf(differentiated, "gradient", "jacobian")];
  const variables = [...new Set(roots.map((root) => variableOf(parsed, root)))];
  const points = options.points ?? choosePoints(parsed, { of: variables, also: checkedRoots(differentiated), ...options });
  const tallies = new Map<string, Tally>();
  for (const { point } of points) comparePoint(parsed, roots, point, emitted(point), tallies, options, Math.min(1e8, (options.budget ?? 2e8) / (roots.length * points.length)));
  const { reference, differences } = tolerances[options.precision ?? "f64"];
  const rows = [...tallies.values()].map(({ failed, ...row }): CheckRow => ({ ...row, tolerance: { reference, differences }, ok: !failed && (Number.isNaN(row.differences) || 2 * row.undecided <= row.compared) }));
  return { rows, points, ok: rows.every((row) => row.ok) && !points.some((one) => Number.isNaN(one.kinkDistance)) };
}

function comparePoint(parsed: Graph, roots: readonly Root[], point: Point, got: Emitted, tallies: Map<string, Tally>, options: CheckOptions, budget: number): void {
  const tolerance = tolerances[options.precision ?? "f64"];
  const outputs = Object.entries(got.outputs ?? {}).map(([name, values]) => ({ name, values, node: namedRoot(parsed, "output", name) }));
  const total = rootsOf(parsed, "total")[0]?.node;
  const values = evaluate([...roots.map((root) => root.node), ...(total === undefined ? [] : [total])], point);
  const { noise: _noise, ...inference } = point;
  const predicted = evaluate(outputs.map(({ node }) => node), inference);
  const tally = (name: string, size: number): Tally => {
    const known = tallies.get(name) ?? { name, size, reference: 0, differences: NaN, compared: 0, undecided: 0, failed: false };
    tallies.set(name, known);
    return known;
  };
  const judge = (row: Tally, actual: Float64Array | undefined, expected: Float64Array, floor: number): void => {
    const error = actual?.length !== expected.length ? Infinity : largestError(actual, expected, floor);
    row.reference = Math.max(row.reference, error);
    if (!(error <= tolerance.reference)) row.failed = true;
  };
  if (total !== undefined && got.loss !== null) judge(tally("loss", 1), Float64Array.of(got.loss ?? NaN), values.get(total)!, 1);
  for (const { name, values: actual, node } of outputs) {
    const own = sizeOf(ownShape(node.shape));
    const expected = predicted.get(node)!;
    judge(tally(`output ${name}`, own), actual, isBatched(node.shape) || actual.length === own ? expected : repeated(expected, point.size), 1);
  }
  for (const root of roots) {
    const variable = variableOf(parsed, root);
    const of = total ?? namedRoot(parsed, "output", outputOf(root));
    const expected = values.get(root.node)!;
    const actual = Object.hasOwn(got.gradients, root.name) ? got.gradients[root.name] : undefined;
    const row = tally(total === undefined ? `∂${outputOf(root)}/∂${root.name.slice(outputOf(root).length + 1)}` : root.name, expected.length);
    judge(row, actual, expected, tolerance.floor);
    if (actual?.length === expected.length) difference(row, actual, of, variable, point, tolerance, options, budget);
    else row.failed = true;
  }
}

/** The emitted derivative of `of`, an array `[…of, …variable]`, against differences. */
function difference(row: Tally, actual: Float64Array, of: Node, variable: Node, point: Point, tolerance: Tolerances, options: CheckOptions, budget: number): void {
  const size = sizeAt(variable, point);
  const floor = Math.max(tolerance.floor, largest(actual));
  const slopes = differences(of, variable, point);
  const compare = (found: ReturnType<Differences["along"]>, given: (entry: number) => number): void => {
    if (Number.isNaN(row.differences)) row.differences = 0;
    for (const [entry, { value, error }] of found.entries()) {
      const scale = Math.max(floor, Math.abs(value));
      const allowed = Math.max(tolerance.differences, (10 * error) / scale);
      row.compared++;
      if (!(allowed <= tolerance.uncertain)) {
        row.undecided++;
        continue;
      }
      const wrong = Math.abs(given(entry) - value) / scale;
      row.differences = Math.max(row.differences, Number.isNaN(wrong) ? Infinity : wrong);
      if (!(wrong <= allowed)) row.failed = true;
    }
  };
  const evaluations = 12;
  const affordable = Math.floor(budget / (slopes.cost * evaluations));
  const limit = Math.max(1, Math.min(options.coordinates ?? 200, affordable));
  for (const coordinate of sample(actual, size, limit)) compare(slopes.along(coordinate), (entry) => actual[entry * size + coordinate]!);
  if (size <= limit) return;
  for (const draw of affordable < 2 ? [1] : [1, 2]) {
    const random = new Random(options.seed ?? 1, draw);
    const direction = Float64Array.from({ length: size }, () => (uniform(random) < 0.5 ? -1 : 1) / Math.sqrt(size));
    compare(slopes.toward(direction), (entry) => direction.reduce((sum, d, k) => sum + d * actual[entry * size + k]!, 0));
  }
}

/** All coordinates; of too many a quarter where the derivative is largest, and the others spread evenly. */
function sample(actual: Float64Array, size: number, limit: number): readonly number[] {
  const all = Array.from({ length: size }, (_, k) => k);
  if (size <= limit) return all;
  const steepest = all.toSorted((a, b) => Math.abs(actual[b]!) - Math.abs(actual[a]!)).slice(0, Math.ceil(limit / 4));
  const random = new Random(1, size % 2 ** 32);
  const spread = Array.from({ length: limit - steepest.length }, (_, k) => Math.floor(((k + uniform(random)) * size) / (limit - steepest.length)));
  return [...new Set([...steepest, ...spread])];
}

/** What a gradient or Jacobian is with respect to. */
function variableOf(parsed: Graph, root: Root): Node {
  return namedRoot(parsed, "definition", root.role === "jacobian" ? root.name.slice(outputOf(root).length + 1) : root.name);
}

const outputOf = (root: Root): string => root.name.slice(0, root.name.indexOf(","));

function namedRoot(graph: Graph, role: Root["role"], name: string): Node {
  const node = rootNamed(graph, role, name);
  if (node === undefined) throw new RangeError(`the spec has no ${role} ${name}`);
  return node;
}

const sizeAt = (node: Node, point: Point): number => sizeOf(ownShape(node.shape)) * (isBatched(node.shape) ? point.size : 1);

/** The largest finite number, without its sign. */
export const largest = (values: Float64Array): number => values.reduce((max, value) => (Number.isFinite(value) ? Math.max(max, Math.abs(value)) : max), 0);

/** The largest difference as a share of the largest number expected, or of the floor. */
export function largestError(actual: Float64Array, expected: Float64Array, floor: number): number {
  const scale = Math.max(floor, largest(expected));
  return expected.reduce((worst, value, k) => {
    if (Object.is(actual[k], value)) return worst;
    const error = Math.abs(actual[k]! - value) / scale;
    return Number.isFinite(error) ? Math.max(worst, error) : Infinity;
  }, 0);
}

function repeated(values: Float64Array, times: number): Float64Array {
  return Float64Array.from({ length: values.length * times }, (_, k) => values[k % values.length]!);
}
