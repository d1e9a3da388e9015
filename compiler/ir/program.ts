import type { Graph } from "./graph.ts";
import type { Constant } from "./rational.ts";
import type { Leaf, Node } from "./node.ts";

/** Where numbers lie when the emitted code runs. Elements are row-major; an example's share only where `perExample`. */
export interface Buffer {
  readonly name: string;
  readonly extents: readonly number[];
  readonly perExample: boolean;
  /** `leaf`: given from outside; `constant`: written in the spec; `value`: computed on the way; `result`: handed out. */
  readonly kind: "leaf" | "constant" | "value" | "result";
  /** The leaf that a `leaf` buffer holds, or that a `result` buffer overwrites in place. */
  readonly leaf?: Leaf;
  readonly values?: readonly Constant[];
  /** A value that is all zeros whenever the function is not running: it clears again what it has added to. */
  readonly cleared?: true;
  /** What a result is, for the targets to place it. */
  readonly result?: { readonly role: "output" | "loss" | "metric" | "total" | "gradient" | "jacobian" | "parameter" | "state" | "hessian" | "product"; readonly name: string };
}

/** A flat position: constant + Σ coefficient · index + Σ coefficient · integer read from data. */
export interface Offset {
  readonly constant: number;
  readonly terms: readonly { readonly index: number; readonly coefficient: number }[];
  readonly data: readonly { readonly load: Load; readonly coefficient: number }[];
}

export interface Load {
  readonly kind: "load";
  readonly buffer: Buffer;
  readonly offset: Offset;
}

/** Holds where 0 ≤ offset < extent. */
export interface Test {
  readonly offset: Offset;
  readonly extent: number;
}

/** A scalar expression at one point of a step's box. */
export type Expression =
  | Load
  | { readonly kind: "number"; readonly value: Constant }
  /** The value of an index expression. */
  | { readonly kind: "position"; readonly offset: Offset }
  /** A uniform draw in [0, 1), keyed by the site and the position within it; `size` is how many an example has of its own, 0 where all share them. */
  | { readonly kind: "draw"; readonly site: number; readonly offset: Offset; readonly size: number }
  | { readonly kind: "apply"; readonly op: string; readonly args: readonly Expression[] }
  /** The value where every test holds, else 0. */
  | { readonly kind: "guard"; readonly tests: readonly Test[]; readonly value: Expression }
  /** The reducer over further indices; `argmax` and `argmin` give `position` where `value` is extreme first. */
  | { readonly kind: "reduce"; readonly op: "sum" | "prod" | "max" | "min" | "argmax" | "argmin"; readonly indices: readonly Index[]; readonly value: Expression; readonly position?: Offset };

/** What a reducer combines two values by. */
export const combines = { sum: "add", prod: "mul", max: "max2", min: "min2" } as const;

export interface Index {
  readonly id: number;
  readonly extent: number;
  /** It counts the examples of a block: the extent is the most there are, the last block may have fewer. */
  readonly examples?: true;
}

/** A loop over time: the steps in it are carried out for one time step after the other, or from the last to the first. */
export interface TimeLoop {
  readonly index: Index;
  readonly direction: "forward" | "backward";
}

/** For every point of the indices: target[offset] = value, or += where it accumulates (over the examples, or a scatter). */
export interface Step {
  readonly target: Buffer;
  readonly offset: Offset;
  readonly indices: readonly Index[];
  /** Points outside are not written. */
  readonly tests: readonly Test[];
  readonly value: Expression;
  readonly accumulate: boolean;
  /** The loops over time that it is in, the outermost first: neighbours in the same loop go through it together. */
  readonly loops: readonly TimeLoop[];
  /** What the step computes, for comments and reports. */
  readonly node: Node;
}

/** Steps that run once a batch, or for each of its examples. */
export interface Section {
  readonly each: "batch" | "example";
  /** The parameter that the steps update only where an example looked it up. All of them are done at one element before the next, which may be the same element again. */
  readonly rowsOf?: string;
  readonly steps: readonly Step[];
}

/** One emitted function's work, in order. Accumulating targets start at zero. */
export interface Program {
  readonly name: "forward" | "evaluate" | "gradient" | "step" | "jacobian" | "hessian" | "hvp";
  /** Whether it works on one example, given as arguments, rather than on examples of a batch. */
  readonly single: boolean;
  readonly sections: readonly Section[];
  readonly buffers: readonly Buffer[];
  /** The graph as this function computes it: without draws at inference, with accurate slopes where it needs them. */
  readonly graph: Graph;
  /** The rewrites that lowering made for the sake of accuracy. */
  readonly stableForms: readonly string[];
}

export const bufferSize = (buffer: Buffer): number => buffer.extents.reduce((a, b) => a * b, 1);

/** Smallest and largest value of an offset over the given extents; anything read from data is unknown. */
export function offsetBounds(offset: Offset, extents: ReadonlyMap<number, number>): { readonly low: number; readonly high: number } {
  let [low, high] = [offset.constant, offset.constant];
  for (const { index, coefficient } of offset.terms) {
    const reach = coefficient * ((extents.get(index) ?? 1) - 1);
    if (reach > 0) high += reach;
    else low += reach;
  }
  return offset.data.length > 0 ? { low: -Infinity, high: Infinity } : { low, high };
}

/** Whether two positions are the same, whatever the data are: the integers in them are read from the same places. */
export function sameOffset(a: Offset, b: Offset): boolean {
  const text = (offset: Offset): string => JSON.stringify([offset.constant, [...offset.terms].sort((p, q) => p.index - q.index), offset.data.map((datum) => datum.coefficient)]);
  return text(a) === text(b) && a.data.every(({ load }, k) => load.buffer === b.data[k]?.load.buffer && sameOffset(load.offset, b.data[k].load.offset));
}

/** The offset with an index at one of its values. */
export function offsetAt(offset: Offset, index: number, value: number): Offset {
  const own = offset.terms.filter((term) => term.index === index);
  return own.length === 0 ? offset : { ...offset, constant: own.reduce((sum, { coefficient }) => sum + coefficient * value, offset.constant), terms: offset.terms.filter((term) => term.index !== index) };
}

/** The expression with every offset in it replaced, those of loads by what they become in their buffer. */
export function mapOffsets(expression: Expression, change: (offset: Offset, buffer?: Buffer) => Offset): Expression {
  const load = (one: Load): Load => ({ ...one, offset: inside(change(one.offset, one.buffer)) });
  const inside = (offset: Offset): Offset => (offset.data.length === 0 ? offset : { ...offset, data: offset.data.map((datum) => ({ ...datum, load: load(datum.load) })) });
  const plain = (offset: Offset): Offset => inside(change(offset));
  switch (expression.kind) {
    case "number":
      return expression;
    case "load":
      return load(expression);
    case "position":
    case "draw":
      return { ...expression, offset: plain(expression.offset) };
    case "apply":
      return { ...expression, args: expression.args.map((arg) => mapOffsets(arg, change)) };
    case "guard":
      return { ...expression, tests: expression.tests.map((test) => ({ ...test, offset: plain(test.offset) })), value: mapOffsets(expression.value, change) };
    case "reduce":
      return { ...expression, value: mapOffsets(expression.value, change), ...(expression.position === undefined ? {} : { position: plain(expression.position) }) };
  }
}

/** Every expression within one, itself included. */
export function* within(expression: Expression): Generator<Expression> {
  yield expression;
  switch (expression.kind) {
    case "apply":
      for (const arg of expression.args) yield* within(arg);
      return;
    case "guard":
    case "reduce":
      yield* within(expression.value);
      return;
    case "load":
    case "number":
    case "position":
    case "draw":
      return;
  }
}

/** The loads in a step, those of index expressions included. */
export function loadsOf(step: Step): readonly Load[] {
  const offsets: Offset[] = [step.offset, ...step.tests.map((test) => test.offset)];
  const loads: Load[] = [];
  for (const part of within(step.value)) {
    if (part.kind === "load") loads.push(part);
    if (part.kind === "load" || part.kind === "position" || part.kind === "draw") offsets.push(part.offset);
    if (part.kind === "guard") offsets.push(...part.tests.map((test) => test.offset));
  }
  return [...loads, ...offsets.flatMap((offset) => offset.data.map((datum) => datum.load))];
}

/** Neighbours that go through one loop over time together; `null` for those that are in none. */
export interface Group<Item> {
  readonly loop: TimeLoop | null;
  readonly items: readonly Item[];
}

/** Steps, or runs of them, in groups by the loop that they are in at a depth. */
export function groupsOf<Item>(items: readonly Item[], loopsOf: (item: Item) => readonly TimeLoop[], depth: number): readonly Group<Item>[] {
  const groups: { loop: TimeLoop | null; items: Item[] }[] = [];
  for (const item of items) {
    const loop = loopsOf(item)[depth] ?? null;
    const last = groups.at(-1);
    if (last?.loop === loop) last.items.push(item);
    else groups.push({ loop, items: [item] });
  }
  return groups;
}

/** Whether two steps are in the same loops over time. */
export const inSameLoops = (a: Step, b: Step): boolean => a.loops.length === b.loops.length && a.loops.every((loop, depth) => loop === b.loops[depth]);
