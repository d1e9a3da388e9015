import { Random, uniform } from "../../runtime/random.ts";
import { rootNamed, rootsOf, type Graph, type Root } from "../ir/graph.ts";
import type { Leaf, Node } from "../ir/node.ts";
import { isBatched, ownShape, sizeOf } from "../ir/shape.ts";
import { largest, largestError, tolerances, type CheckOptions, type CheckResult, type CheckRow, type Emitted } from "./check.ts";
import { differences, slopesOf, type Slope } from "./differences.ts";
import { evaluate, type Point } from "./evaluate.ts";
import { checkedRoots, choosePoints } from "./points.ts";

/** Numbers for each variable: of what each example has its own of, one example after the other. */
export type Direction = { readonly [variable: string]: Float64Array };

/** What is held against each other: derivatives of a spec, and what its compiled code gives. */
export interface CheckedProducts {
  /** As it was read, before any rewrite. */
  readonly parsed: Graph;
  /** With slopes, directions and products, nothing simplified. */
  readonly second: Graph;
  gradients(point: Point): Emitted["gradients"];
  /** Hessian-vector products by variable. */
  products(point: Point, direction: Direction): { readonly [variable: string]: Float64Array };
}

interface Variable {
  readonly name: string;
  readonly node: Node;
  readonly slope: Root;
  readonly product: Node;
  readonly direction: Leaf;
}

export interface ProductOptions extends CheckOptions {
  /** How many directions are tried at each point, 2 by default. */
  readonly directions?: number;
}

/**
 * Holds compiled Hessian-vector products against the reference evaluation of the graph swept twice, and against
 * differences of the compiled gradients along the direction. Where those cannot be had (values on the way have a
 * direction, or numbers are stored in 32 bits) the differences are those of the reference's gradients.
 */
export function checkProducts(checked: CheckedProducts, options: ProductOptions = {}): CheckResult {
  const variables = variablesOf(checked);
  const points = options.points ?? choosePoints(checked.parsed, { of: variables.map(({ node }) => node), also: [...checkedRoots(checked.second), ...variables.map(({ slope }) => slope.node)], ...options });
  const tolerance = tolerances[options.precision ?? "f64"];
  const rows = variables.map(({ name, node }) => ({ name: `(H u)_${name}`, size: sizeOf(ownShape(node.shape)), reference: 0, differences: 0, compared: 0, undecided: 0, failed: false }));
  for (const { point } of points) {
    const known = evaluate(variables.map(({ slope }) => slope.node), point);
    for (let draw = 1; draw <= (options.directions ?? 2); draw++) {
      const direction = directionAt(variables, point, options.seed ?? 1, draw);
      const found = checked.products(point, direction);
      const wanted = evaluate(variables.map(({ product }) => product), { ...point, directions: Object.fromEntries(variables.map((variable) => [variable.direction.name, direction[variable.name]!])) }, known);
      const slopes = slopesAlong(checked, variables, point, direction, options.precision === "f32");
      for (const [k, { name, product }] of variables.entries()) {
        const row = rows[k]!;
        const [actual, expected] = [found[name] ?? new Float64Array(0), wanted.get(product)!];
        const error = actual.length === expected.length ? largestError(actual, expected, tolerance.floor) : Infinity;
        row.reference = Math.max(row.reference, error);
        if (!(error <= tolerance.reference)) row.failed = true;
        if (actual.length === expected.length) compare(row, actual, slopes[k]!, tolerance);
      }
    }
  }
  const finished = rows.map(({ failed, ...row }): CheckRow => ({ ...row, tolerance: { reference: tolerance.reference, differences: tolerance.differences }, ok: !failed && 2 * row.undecided <= row.compared }));
  return { rows: finished, points, ok: finished.every((row) => row.ok) && !points.some((one) => Number.isNaN(one.kinkDistance)) };
}

function variablesOf({ second }: CheckedProducts): readonly Variable[] {
  return rootsOf(second, "slope").map((slope): Variable => {
    const name = slope.name.slice(slope.name.indexOf(",") + 1);
    return { name, slope, node: rootNamed(second, "definition", name)!, product: rootNamed(second, "product", name)!, direction: rootNamed(second, "direction", name) as Leaf };
  });
}

const sizeAt = (node: Node, point: Point): number => sizeOf(ownShape(node.shape)) * (isBatched(node.shape) ? point.size : 1);

/** A direction of length 1, every entry of one size, with signs drawn. */
function directionAt(variables: readonly Variable[], point: Point, seed: number, draw: number): Direction {
  const random = new Random(seed, draw);
  const size = variables.reduce((sum, { node }) => sum + sizeAt(node, point), 0);
  return Object.fromEntries(variables.map(({ name, node }) => [name, Float64Array.from({ length: sizeAt(node, point) }, () => (uniform(random) < 0.5 ? -1 : 1) / Math.sqrt(size))]));
}

/** How the gradient with respect to each variable changes in the direction. */
function slopesAlong(checked: CheckedProducts, variables: readonly Variable[], point: Point, direction: Direction, byReference: boolean): readonly (readonly Slope[])[] {
  if (!byReference && variables.every(({ node }) => node.kind === "leaf")) return slopesOfCompiled(checked, variables, point, direction);
  return variables.map(({ slope }) => {
    const along = variables.map(({ name, node }) => differences(slope.node, node, point).toward(direction[name]!));
    return along.reduce((sum, next) => sum.map(({ value, error }, k) => ({ value: value + next[k]!.value, error: error + next[k]!.error })));
  });
}

function slopesOfCompiled(checked: CheckedProducts, variables: readonly Variable[], point: Point, direction: Direction): readonly (readonly Slope[])[] {
  const { batched } = checked.parsed.spec;
  const at = (t: number): Float64Array => {
    const gradients = checked.gradients(moved(point, variables, direction, t));
    const arrays = variables.map(({ name, slope }) => gradients[batched ? name : slope.name]!);
    const all = new Float64Array(arrays.reduce((sum, { length }) => sum + length, 0));
    arrays.reduce((offset, array) => (all.set(array, offset), offset + array.length), 0);
    return all;
  };
  const slopes = slopesOf(at);
  let offset = 0;
  return variables.map(({ node }) => slopes.slice(offset, (offset += sizeAt(node, point))));
}

/** The point, so far on in the direction; its variables are parameters and columns. */
function moved(point: Point, variables: readonly Variable[], direction: Direction, t: number): Point {
  const change = (name: string, values: ArrayLike<number>): Float64Array => Float64Array.from(values, (value, k) => value + t * (direction[name]?.[k] ?? 0));
  const isVariable = (role: string, name: string): boolean => variables.some(({ node }) => node.kind === "leaf" && (node.role === "param") === (role === "param") && node.name === name);
  return {
    ...point,
    params: Object.fromEntries(Object.entries(point.params).map(([name, values]) => [name, isVariable("param", name) ? change(name, values) : values])),
    columns: Object.fromEntries(Object.entries(point.columns).map(([name, values]) => [name, isVariable("column", name) ? change(name, values) : values])),
  };
}

function compare(row: { differences: number; compared: number; undecided: number; failed: boolean }, actual: Float64Array, slopes: readonly Slope[], tolerance: { readonly differences: number; readonly uncertain: number; readonly floor: number }): void {
  const floor = Math.max(tolerance.floor, largest(actual));
  for (const [k, { value, error }] of slopes.entries()) {
    const scale = Math.max(floor, Math.abs(value));
    const allowed = Math.max(tolerance.differences, (10 * error) / scale);
    row.compared++;
    if (!(allowed <= tolerance.uncertain)) {
      row.undecided++;
      continue;
    }
    const wrong = Math.abs(actual[k]! - value) / scale;
    row.differences = Math.max(row.differences, Number.isNaN(wrong) ? Infinity : wrong);
    if (!(wrong <= allowed)) row.failed = true;
  }
}
