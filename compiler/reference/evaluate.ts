import { at, plainIndex } from "../ir/affine.ts";
import type { Contraction, Delay, Derived, Leaf, Node, Pointwise, Reduction } from "../ir/node.ts";
import { toNumber } from "../ir/rational.ts";
import { timeDimensions } from "../ir/time-dimensions.ts";
import { inRounds, isRound, timeOf, type Item, type Round } from "../ir/rounds.ts";
import { isBatched, ownShape, sizeOf, type Shape } from "../ir/shape.ts";
import { reachable } from "../ir/space.ts";
import { derived, pointwise } from "../ops/index.ts";
import { atInference } from "../ops/inference.ts";
import { stridesOf, Walk } from "./walk.ts";

/** Where a graph is evaluated. Arrays are flat and row-major, one example after the other. */
export interface Point {
  readonly params: { readonly [name: string]: Float64Array };
  readonly hyper: { readonly [name: string]: number };
  /** Inputs and targets `[size, …]`; labels and indexes as whole numbers from 0. */
  readonly columns: { readonly [name: string]: ArrayLike<number> };
  /** How many examples there are. */
  readonly size: number;
  /** What a Hessian is multiplied by, under the names of its leaves; of what each example has its own of `[size, …]`. */
  readonly directions?: { readonly [name: string]: Float64Array };
  readonly state?: { readonly [name: string]: Float64Array };
  readonly clock?: { readonly rate: number; readonly t: number; readonly epoch: number };
  /** The uniform draw in [0, 1) of one element of a noise leaf; without it the point is one of inference: ½, nothing dropped, and running statistics. */
  readonly noise?: (leaf: Leaf, index: number) => number;
}

type Values = ReadonlyMap<Node, Float64Array>;

/**
 * The value of every node that the roots reach, in float64 by the plainest loops: the oracle of `check` and the tests.
 * `known` values are taken as they are.
 */
export function evaluate(roots: readonly Node[], point: Point, known: Values = new Map()): Values {
  const values = new Map(known);
  evaluateItems(inRounds(reachable(roots)), point, values, (node) => known.has(node));
  return values;
}

/** Which time step of a node is evaluated: the position along each dimension that counts one. */
type Moment = ReadonlyMap<number, number>;

/** Gives nodes their values, in order; `isKnown` ones keep theirs. Within a recurrence each gets those of one moment. */
export function evaluateItems(items: readonly Item[], point: Point, values: Map<Node, Float64Array>, isKnown: (node: Node) => boolean = () => false, moments: ReadonlyMap<Node, Moment> = new Map()): void {
  for (const item of items) {
    if (isRound(item)) evaluateRound(item, point, values, isKnown, moments);
    else if (!isKnown(item)) values.set(item, evaluateNode(item, point, values, moments.get(item)));
  }
}

/** What goes round is evaluated time step by time step, in the order in which time runs. */
function evaluateRound(round: Round, point: Point, values: Map<Node, Float64Array>, isKnown: (node: Node) => boolean, outer: ReadonlyMap<Node, Moment>): void {
  const { extent, direction } = timeOf(round);
  const isDelay = new Set<Node>(round.delays);
  const items = round.items.filter((item) => isRound(item) || !isDelay.has(item));
  const dimensions = [...timeDimensions(round)].map(([node, dimension]) => [node, dimension + (isBatched(node.shape) ? 1 : 0)] as const);
  // A recurrence within another one goes on in the arrays that it has.
  for (const [node] of dimensions) if (!outer.has(node) && !isKnown(node)) values.set(node, new Float64Array(sizeAt(node.shape, point)));
  for (let turn = 0; turn < extent; turn++) {
    const t = direction === "forward" ? turn : extent - 1 - turn;
    for (const delay of round.delays) if (!isKnown(delay)) delayInto(values.get(delay)!, delay, point, values, t);
    evaluateItems(items, point, values, isKnown, new Map(dimensions.map(([node, dimension]) => [node, new Map([...(outer.get(node) ?? []), [dimension, t]])])));
  }
}

/** The values of a delay at one time step, given what it delays. */
function delayInto(result: Float64Array, { args, shape, axis, direction, knot }: Delay, point: Point, values: Values, t: number): void {
  const extents = extentsAt(shape, point);
  const time = axis + (isBatched(shape) ? 1 : 0);
  const extent = extents[time]!;
  const inner = sizeOf(extents.slice(time + 1));
  const [init, next] = [values.get(args[0]!)!, values.get(knot.next as Node)!];
  const [first, back] = direction === "forward" ? [0, -1] : [extent - 1, 1];
  for (let outer = 0; outer < sizeOf(extents.slice(0, time)); outer++) {
    for (let k = 0; k < inner; k++) {
      const at = (outer * extent + t) * inner + k;
      result[at] = t === first ? init[outer * inner + k]! : next[at + back * inner]!;
    }
  }
}

/** The value of one node, given those of its arguments; where a moment is given, the rest of it is as it was. */
function evaluateNode(node: Node, point: Point, values: Values, moment?: Moment): Float64Array {
  const args = node.args.map((arg) => values.get(arg)!);
  switch (node.kind) {
    case "leaf":
      return leafValue(node, point);
    case "fill":
      return new Float64Array(sizeAt(node.shape, point)).fill(toNumber(node.value));
    case "literal":
      return Float64Array.from(node.values, toNumber);
    case "pointwise":
      return pointwiseValue(node, args, point, resultFor(node, point, values, moment), moment);
    case "contraction":
      return contractionValue(node, args, point, resultFor(node, point, values, moment), moment);
    case "reduction":
      return reductionValue(node, args, point);
    case "view":
      return args[0]!;
    case "derived":
      return derivedValue(node, args, point);
    case "delay": {
      const result = new Float64Array(sizeAt(node.shape, point));
      for (let t = 0; t < ownShape(node.shape)[node.axis]!; t++) delayInto(result, node, point, values, t);
      return result;
    }
  }
}

/** The extents of a shape, the example index resolved. */
export const extentsAt = (shape: Shape, point: Point): number[] => shape.map((extent) => (extent === "n" ? point.size : extent));

const sizeAt = (shape: Shape, point: Point): number => sizeOf(extentsAt(shape, point));

function leafValue(leaf: Leaf, point: Point): Float64Array {
  const size = sizeAt(leaf.shape, point);
  switch (leaf.role) {
    case "param":
      return given(point.params, leaf.name, size);
    case "state":
      return given(point.state ?? {}, leaf.name, size);
    case "direction":
      return given(point.directions ?? {}, leaf.name, size);
    case "input":
    case "target":
    case "index":
      return given(point.columns, leaf.name, size);
    case "label":
      return oneHot(given(point.columns, leaf.name, size / (ownShape(leaf.shape).at(-1) ?? 1)), ownShape(leaf.shape).at(-1) ?? 1, leaf.name);
    case "hyper":
      return given(Object.fromEntries(Object.entries(point.hyper).map(([name, value]) => [name, [value]])), leaf.name, 1);
    case "clock":
      return given(Object.fromEntries(Object.entries(point.clock ?? {}).map(([name, value]) => [name, [value]])), leaf.name, 1);
    case "count":
      return Float64Array.of(point.size);
    case "bound":
      throw new RangeError("an argument of a function has no value by itself");
    case "noise":
      return Float64Array.from({ length: size }, (_, index) => point.noise?.(leaf, index) ?? 0.5);
  }
}

function given(from: { readonly [name: string]: ArrayLike<number> }, name: string, size: number): Float64Array {
  const found = Object.hasOwn(from, name) ? from[name] : undefined;
  if (found === undefined) throw new RangeError(`the point has no ${name}`);
  if (found.length !== size) throw new RangeError(`the point's ${name} has ${found.length} numbers; ${size} were expected`);
  return Float64Array.from(found);
}

function oneHot(classes: Float64Array, count: number, name: string): Float64Array {
  const rows = new Float64Array(classes.length * count);
  for (const [n, k] of classes.entries()) {
    if (!Number.isInteger(k) || k < 0 || k >= count) throw new RangeError(`the point's ${name} is ${k}; a whole number from 0 to ${count - 1} was expected`);
    rows[n * count + k] = 1;
  }
  return rows;
}

/** The array that a value goes to: that which has the other time steps, or a new one. */
const resultFor = (node: Node, point: Point, values: Values, moment: Moment | undefined): Float64Array => (moment === undefined ? undefined : values.get(node)) ?? new Float64Array(sizeAt(node.shape, point));

function pointwiseValue(node: Pointwise, args: readonly Float64Array[], point: Point, result: Float64Array, moment: Moment | undefined): Float64Array {
  const kept = point.noise === undefined ? atInference(node) : null;
  if (kept !== null) return args[node.args.indexOf(kept)]!;
  const operation = pointwise(node.op);
  const row = args.map(() => 0);
  const compute = (i: number): void => {
    for (let k = 0; k < args.length; k++) row[k] = args[k]![i]!;
    result[i] = operation.value(...row);
  };
  if (moment === undefined) for (let i = 0; i < result.length; i++) compute(i);
  else {
    const walk = new Walk(extentsAt(node.shape, point), moment);
    const here = walk.access(extentsAt(node.shape, point), node.shape.map((_, d) => at(d)), noData);
    walk.each(() => compute(walk.locate(here)));
  }
  return result;
}

const noData = (): { extents: number[]; values: number[] } => ({ extents: [], values: [] });

function contractionValue(node: Contraction, args: readonly Float64Array[], point: Point, result: Float64Array, moment: Moment | undefined): Float64Array {
  const inBox = moment === undefined ? undefined : new Map([...moment].map(([d, t]) => [plainIndex(node.write[d]!)!, t]));
  const walk = new Walk(extentsAt(node.box, point), inBox);
  const datum = (arg: number): { extents: number[]; values: Float64Array } => ({ extents: extentsAt(node.args[arg]!.shape, point), values: args[arg]! });
  const reads = node.reads.map((read, k) => walk.access(extentsAt(node.args[k]!.shape, point), read, datum));
  const write = walk.access(extentsAt(node.shape, point), node.write, datum);
  walk.each(() => {
    let product = 1;
    for (let k = 0; k < reads.length; k++) {
      const at = walk.locate(reads[k]!);
      if (at < 0) return;
      product *= args[k]![at]!;
    }
    const at = walk.locate(write);
    if (at >= 0) result[at]! += product;
  });
  return result;
}

/** Calls `visit` with the flat position in the result, the position among the reduced indices, and the element. */
export function eachReduced(node: Reduction, arg: Float64Array, point: Point, visit: (at: number, position: number, element: number) => void): void {
  const box = extentsAt(node.box, point);
  const group = sizeOf(box.slice(node.shape.length));
  const walk = new Walk(box);
  const read = walk.access(extentsAt(node.args[0]!.shape, point), node.read, noData);
  let count = 0;
  walk.each(() => {
    const at = walk.locate(read);
    if (at < 0) throw new RangeError(`${node.op} reads outside its argument`);
    visit(Math.floor(count / group), count % group, arg[at]!);
    count++;
  });
}

function reductionValue(node: Reduction, [arg]: readonly Float64Array[], point: Point): Float64Array {
  const size = sizeAt(node.shape, point);
  const result = new Float64Array(size);
  const extreme = new Float64Array(size);
  eachReduced(node, arg!, point, (at, position, element) => {
    const first = position === 0;
    switch (node.op) {
      case "prod":
        result[at] = first ? element : result[at]! * element;
        return;
      case "max":
        result[at] = first ? element : Math.max(result[at]!, element);
        return;
      case "min":
        result[at] = first ? element : Math.min(result[at]!, element);
        return;
      case "argmax":
      case "argmin":
        if (first || (node.op === "argmax" ? element > extreme[at]! : element < extreme[at]!)) [result[at], extreme[at]] = [position, element];
    }
  });
  return result;
}

function derivedValue(node: Derived, args: readonly Float64Array[], point: Point): Float64Array {
  const operation = derived(node.op);
  const result = new Float64Array(sizeAt(node.shape, point));
  /** The numbers of argument k for example n. */
  const whole = (k: number, n: number): number[] => {
    const shape = node.args[k]!.shape;
    const own = sizeOf(ownShape(shape));
    return Array.from(isBatched(shape) ? args[k]!.subarray(n * own, (n + 1) * own) : args[k]!);
  };
  if (operation.scope === "whole" && ownShape(node.shape).length === 0) {
    const examples = isBatched(node.shape) ? point.size : 1;
    for (let n = 0; n < examples; n++) result.set([operation.value(...args.map((_, k) => whole(k, n)))].flat(), n);
    return result;
  }
  const first = node.args[0]!.shape;
  const extents = extentsAt(first, point);
  const along = node.dimensions.map((d) => d + extents.length);
  const inner = offsets(extents, (d) => along.includes(d));
  const outer = offsets(extents, (d) => !along.includes(d));
  for (const [ordinal, start] of outer.entries()) {
    const example = isBatched(first) ? Math.floor(start / (args[0]!.length / point.size)) : 0;
    const lines = args.map((values, k) => (values.length === args[0]!.length ? inner.map((offset) => values[start + offset]!) : whole(k, example)));
    const line = [operation.value(...lines)].flat();
    if (operation.result === "same") for (const [i, offset] of inner.entries()) result[start + offset] = line[i]!;
    else result[ordinal] = line[0]!;
  }
  return result;
}

/** Flat offsets of every combination of the chosen dimensions, row-major. */
function offsets(extents: readonly number[], chosen: (dimension: number) => boolean): number[] {
  const strides = stridesOf(extents);
  return extents.reduce<number[]>((all, extent, d) => (chosen(d) ? all.flatMap((offset) => Array.from({ length: extent }, (_, i) => offset + i * strides[d]!)) : all), [0]);
}
