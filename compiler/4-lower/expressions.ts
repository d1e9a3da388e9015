import { indicesOf, plainIndex, type Affine } from "../ir/affine.ts";
import { isAccess } from "../ir/contraction.ts";
import type { Contraction, Delay, Leaf, Node, Reduction, View } from "../ir/node.ts";
import { offsetBounds, sameOffset, type Buffer, type Expression, type Index, type Load, type Offset, type Step, type Test, type TimeLoop } from "../ir/program.ts";
import { isBatched, ownShape, type Extent } from "../ir/shape.ts";
import { fromNumber } from "../ir/rational.ts";
import { joinIndices } from "./joined-indices.ts";
import { bindAffine, combine, constantOffset, flatten, indexOffset } from "./offsets.ts";
import { scalar } from "./scalar.ts";
import { scatters, solve } from "./solving.ts";

const number = (value: number): Expression => ({ kind: "number", value: fromNumber(value) });

/** Where a node's elements are: in a buffer of its shape, or, of what goes through time, of one that holds a time step more. */
export interface Place {
  readonly buffer: Buffer;
  /** By how much positions along a dimension are moved. */
  readonly shift?: { readonly dimension: number; readonly by: number };
}

/** The position in a buffer of an element of a node that lies there. */
export function positionIn({ buffer, shift }: Place, access: readonly Offset[]): Offset {
  return flatten(shift === undefined ? access : access.map((offset, k) => (k === shift.dimension ? combine([{ offset, coefficient: 1 }], shift.by) : offset)), buffer.extents);
}

/** Where a step is in time: its loops, and which index counts the time of which dimension. */
export interface InTime {
  readonly loops: readonly TimeLoop[];
  readonly dimensions: ReadonlyMap<number, Index>;
}

const outsideTime: InTime = { loops: [], dimensions: new Map() };

/** How a contraction's result is found from where it is asked for: which points contribute, and under which tests. */
interface Gather {
  readonly bound: readonly Offset[];
  /** Tests that hold or not whatever the point, and tests on indices that are summed over. */
  readonly tests: readonly Test[];
  readonly innerTests: readonly Test[];
  readonly reduced: readonly Index[];
}

/** Elements of a value that the data point to: for every point of the indices one, as an access. */
export interface Places {
  readonly indices: readonly Index[];
  readonly access: readonly Offset[];
}

/** Turns nodes into scalar expressions at one point, and stored nodes into steps. */
export class Expressions {
  readonly #placeOf: (node: Node) => Place | undefined;
  readonly #leaves = new Map<Node, Buffer>();
  readonly #extents = new Map<number, number>();

  constructor(placeOf: (node: Node) => Place | undefined) {
    this.#placeOf = placeOf;
  }

  /** The step that computes a stored node into its place. */
  step(node: Node, target: Place, time: InTime = outsideTime): Step {
    const moved: boolean = isAccess(node);
    if (node.kind === "contraction" && !moved) {
      if (scatters(node)) return this.#scatter(node, target, time);
      const { indices, access } = this.#box(node, time);
      const gather = this.#gather(node, access);
      const accumulate = node.box.includes("n") && !isBatched(node.shape);
      return this.#finish(node, target, { indices, access, loops: time.loops }, this.#product(node, gather), accumulate, gather.tests);
    }
    return this.copy(node, target, time, true);
  }

  /** A step that writes a node where it is wanted; `own`: computed here rather than read from its place. */
  copy(node: Node, target: Place, time: InTime = outsideTime, own = false): Step {
    const box = this.#box(node, time);
    const value = own ? this.#compute(node, box.access) : this.expression(node, box.access);
    return this.#finish(node, target, { ...box, loops: time.loops }, value, false, []);
  }

  /** The step that writes what a delay begins with into its place: `time` is that of the delay, without its own. */
  begin(delay: Delay, target: Place, time: InTime): Step {
    const [init] = delay.args as readonly [Node];
    const slot = delay.direction === "forward" ? 0 : (ownShape(delay.shape)[delay.axis] as number) - 1;
    const ofInit = { ...time, dimensions: new Map([...time.dimensions].map(([d, index]) => [d > delay.axis ? d - 1 : d, index])) };
    const { indices, access } = this.#box(init, ofInit);
    const whole = [...access.slice(0, delay.axis), constantOffset(slot), ...access.slice(delay.axis)];
    return this.#finish(delay, target, { indices, access: whole, loops: time.loops }, this.expression(init, access), false, []);
  }

  /** An index for each dimension of a node; the time of those that count it stands outside. */
  #box(node: Node, time: InTime): { readonly indices: readonly Index[]; readonly access: readonly Offset[] } {
    const indices: Index[] = [];
    const access = ownShape(node.shape).map((extent, d) => {
      const outer = time.dimensions.get(d);
      if (outer !== undefined) return indexOffset(outer.id);
      const index = this.index(extent);
      indices.push(index);
      return indexOffset(index.id);
    });
    return { indices, access };
  }

  /** The node's element at an access, one offset per own dimension. */
  expression(node: Node, access: readonly Offset[]): Expression {
    const place = this.#placeOf(node);
    return place === undefined ? this.#compute(node, access) : { kind: "load", buffer: place.buffer, offset: positionIn(place, access) };
  }

  /** The elements that a scatter adds to, and their neighbours: dimensions where the data point, the others from end to end. */
  pointedTo(node: Contraction): Places {
    const indices: Index[] = [];
    const over = (extent: Extent): Offset => this.#reduce(indices, extent);
    const pointing = indicesOf(node.write.filter((e) => e.datum !== undefined));
    const bound = node.box.map((extent, k) => (extent !== "n" && pointing.has(k) ? over(extent) : constantOffset(0)));
    const access = node.write.map((e, d) => (e.datum === undefined ? over(node.shape[d] as Extent) : bindAffine(e, bound, (arg, at) => this.#datum(node.args[arg] as Leaf, at, bound))));
    return { indices, access };
  }

  /** A step that writes a node at some of its elements; a target without extents holds the present one. */
  stepAt({ indices, access }: Places, node: Node, target: Buffer, value = this.#compute(node, access)): Step {
    return { target, offset: target.extents.length === 0 ? constantOffset(0) : flatten(access, target.extents), indices, tests: [], value, accumulate: false, loops: [], node };
  }

  /** The leaf that an updated parameter or state replaces. */
  leafNamed(node: Node, role: "parameter" | "state", name: string): Leaf | undefined {
    const wanted = role === "parameter" ? "param" : "state";
    const stack = [node];
    const seen = new Set<Node>();
    while (stack.length > 0) {
      const next = stack.pop() as Node;
      if (next.kind === "leaf" && next.role === wanted && next.name === name) return next;
      if (!seen.has(next)) stack.push(...next.args);
      seen.add(next);
    }
    return undefined;
  }

  #finish(node: Node, target: Place, { indices, access, loops }: { readonly indices: readonly Index[]; readonly access: readonly Offset[]; readonly loops: readonly TimeLoop[] }, value: Expression, accumulate: boolean, tests: readonly Test[]): Step {
    const offset = positionIn(target, access);
    return joinIndices({ target: target.buffer, offset, indices, value: tests.length === 0 ? value : { kind: "guard", tests, value }, accumulate, tests: [], loops, node });
  }

  #compute(node: Node, access: readonly Offset[]): Expression {
    switch (node.kind) {
      case "leaf":
        return this.#leaf(node, access);
      case "fill":
        return { kind: "number", value: node.value };
      case "literal":
        return { kind: "load", buffer: this.#constant(node), offset: flatten(access, ownShape(node.shape)) };
      case "pointwise":
        return scalar(node.op, node.args.map((arg) => this.expression(arg, access)));
      case "contraction": {
        const gather = this.#gather(node, access);
        return guard(gather.tests, this.#product(node, gather));
      }
      case "reduction":
        return this.#reduction(node, access);
      case "view":
        return this.#view(node, access);
      case "delay":
        throw new Error("a delay has a place of its own");
      case "derived":
        throw new Error(`${node.op} should have been expanded`);
    }
  }

  #view(node: View, access: readonly Offset[]): Expression {
    const [x] = node.args as readonly [Node];
    const own = ownShape(x.shape);
    if (x.kind === "fill") return { kind: "number", value: x.value };
    const regrouped = regroup(access, ownShape(node.shape), own);
    if (regrouped !== null) return this.expression(x, regrouped);
    const flat = flatten(access, ownShape(node.shape));
    const place = this.#placeOf(x) ?? (x.kind === "literal" ? { buffer: this.#constant(x) } : x.kind === "leaf" && x.role !== "label" ? { buffer: this.#leafBuffer(x) } : undefined);
    if (place === undefined) throw new Error("what a view shows is stored");
    const { dimension = 0, by = 0 } = place.shift ?? {};
    if (dimension > 0) throw new Error("a view of what goes through an inner time is not one of its rows");
    return { kind: "load", buffer: place.buffer, offset: combine([{ offset: flat, coefficient: 1 }], by * own.slice(1).reduce((a, b) => a * b, 1)) };
  }

  #leaf(leaf: Leaf, access: readonly Offset[]): Expression {
    if (leaf.role === "noise") {
      const own = ownShape(leaf.shape);
      return { kind: "draw", site: Number(leaf.name.replace(/\D/g, "")), offset: flatten(access, own), size: isBatched(leaf.shape) ? own.reduce((a, b) => a * b, 1) : 0 };
    }
    const buffer = this.#leafBuffer(leaf);
    if (leaf.role === "label") {
      return { kind: "apply", op: "equal", args: [{ kind: "load", buffer, offset: flatten(access.slice(0, -1), buffer.extents) }, { kind: "position", offset: access.at(-1) as Offset }] };
    }
    return { kind: "load", buffer, offset: flatten(access, ownShape(leaf.shape)) };
  }

  #leafBuffer(leaf: Leaf): Buffer {
    const known = this.#leaves.get(leaf);
    if (known !== undefined) return known;
    const buffer: Buffer = { name: leaf.name, extents: leaf.role === "label" ? ownShape(leaf.shape).slice(0, -1) : ownShape(leaf.shape), perExample: isBatched(leaf.shape), kind: "leaf", leaf };
    this.#leaves.set(leaf, buffer);
    return buffer;
  }

  #constant(node: Node & { readonly kind: "literal" }): Buffer {
    const known = this.#leaves.get(node);
    if (known !== undefined) return known;
    const buffer: Buffer = { name: `c${[...this.#leaves.values()].filter((b) => b.kind === "constant").length + 1}`, extents: ownShape(node.shape), perExample: false, kind: "constant", values: node.values };
    this.#leaves.set(node, buffer);
    return buffer;
  }

  /** A new index. */
  index(extent: number): Index {
    const index = { id: this.#extents.size, extent };
    this.#extents.set(index.id, extent);
    return index;
  }

  /** Solves write(i) = access for as many box indices as it determines; the others are summed over. */
  #gather(node: Contraction, access: readonly Offset[]): Gather {
    const lead = isBatched(node.shape) ? 1 : 0;
    const bound: (Offset | undefined)[] = node.box.map((extent) => (extent === "n" || extent === 1 ? constantOffset(0) : undefined));
    const solution = solve(node);
    if (solution === null) throw new Error("a scatter needs a buffer of its own");
    const solved: number[] = [];
    const reduced: Index[] = [];
    const tests: Test[] = [];
    for (const { dimension, pivot } of solution.steps) {
      const e = node.write[dimension + lead] as Affine;
      for (const term of e.terms) if (term !== pivot) bound[term.index] ??= this.#reduce(reduced, node.box[term.index] as Extent);
      const others = e.terms.filter((term) => term !== pivot).map((term) => ({ offset: bound[term.index] as Offset, coefficient: -term.coefficient }));
      const rest = combine([{ offset: access[dimension] as Offset, coefficient: 1 }, ...others], -e.constant);
      if (pivot === undefined) tests.push({ offset: rest, extent: 1 });
      else {
        bound[pivot.index] = combine([{ offset: rest, coefficient: pivot.coefficient }]);
        // What the data point to is there: nothing is tested where the whole dimension is written.
        const isWhole = (access[dimension] as Offset).data.length > 0 && plainIndex(e) !== null && node.box[pivot.index] === node.shape[dimension + lead];
        if (!isWhole) solved.push(pivot.index);
      }
    }
    for (const index of node.box.keys()) bound[index] ??= this.#reduce(reduced, node.box[index] as Extent);
    for (const index of solved) tests.push({ offset: bound[index] as Offset, extent: node.box[index] as number });
    const needed = this.#needed(tests);
    const isInner = (test: Test): boolean => test.offset.terms.some((term) => reduced.some((index) => index.id === term.index));
    return { bound: bound as Offset[], tests: needed.filter((test) => !isInner(test)), innerTests: needed.filter(isInner), reduced };
  }

  #reduce(reduced: Index[], extent: Extent): Offset {
    const index = this.index(extent as number);
    reduced.push(index);
    return indexOffset(index.id);
  }

  /** Tests that the extents alone do not settle; one that can never hold stays as it is and folds to 0. */
  #needed(tests: readonly Test[]): readonly Test[] {
    return tests.filter(({ offset, extent }) => {
      const { low, high } = offsetBounds(offset, this.#extents);
      return !(low >= 0 && high < extent);
    });
  }

  #product(node: Contraction, { bound, tests, innerTests, reduced }: Gather): Expression {
    const factors = node.reads.map((read, k) => this.#read(node, node.args[k] as Node, read, bound, tests));
    const value = factors.length === 0 ? number(1) : factors.reduce((a, b) => scalar("mul", [a, b]));
    const guarded = guard(innerTests, value);
    return reduced.length === 0 ? value : { kind: "reduce", op: "sum", indices: reduced, value: guarded };
  }

  /** A factor, 0 where it is read outside; what the tests around it already say is not tested again. */
  #read(node: Contraction | Reduction, x: Node, read: readonly Affine[], bound: readonly Offset[], held: readonly Test[] = []): Expression {
    const own = ownShape(x.shape);
    const access = (isBatched(x.shape) ? read.slice(1) : read).map((e) => bindAffine(e, bound, (arg, at) => this.#datum(node.args[arg] as Leaf, at, bound)));
    const tests = this.#needed(access.map((offset, k) => ({ offset, extent: own[k] as number })).filter(({ offset }) => offset.data.length === 0))
      .filter((test) => !held.some((known) => known.extent <= test.extent && sameOffset(known.offset, test.offset)));
    return guard(tests, this.expression(x, access));
  }

  #datum(leaf: Leaf, at: readonly Affine[], bound: readonly Offset[]): Load {
    const own = (isBatched(leaf.shape) ? at.slice(1) : at).map((e) => bindAffine(e, bound, () => { throw new Error("an index is not indexed by data"); }));
    return { kind: "load", buffer: this.#leafBuffer(leaf), offset: flatten(own, ownShape(leaf.shape)) };
  }

  #reduction(node: Reduction, access: readonly Offset[]): Expression {
    const rank = node.shape.length;
    const lead = isBatched(node.shape) ? 1 : 0;
    const reduced = node.box.slice(rank).map((extent) => this.index(extent as number));
    const bound = [...(lead === 1 ? [constantOffset(0)] : []), ...access, ...reduced.map((index) => indexOffset(index.id))];
    const value = this.#read(node, node.args[0] as Node, node.read, bound);
    const position = flatten(reduced.map((index) => indexOffset(index.id)), reduced.map((index) => index.extent));
    return { kind: "reduce", op: node.op, indices: reduced, value, ...(node.op.startsWith("arg") ? { position } : {}) };
  }

  /** A step that adds each product where it is written; products that are written at one place are summed before. */
  #scatter(node: Contraction, target: Place, time: InTime): Step {
    const indices: Index[] = [];
    const reduced: Index[] = [];
    const written = indicesOf(node.write);
    const timeOf = new Map([...time.dimensions].map(([d, index]) => [plainIndex(node.write[d + (isBatched(node.shape) ? 1 : 0)] as Affine), index]));
    const bound = node.box.map((extent, k) => {
      if (extent === "n") return constantOffset(0);
      const outer = timeOf.get(k);
      if (outer !== undefined) return indexOffset(outer.id);
      if (!written.has(k)) return this.#reduce(reduced, extent);
      const index = this.index(extent);
      indices.push(index);
      return indexOffset(index.id);
    });
    const write = (isBatched(node.shape) ? node.write.slice(1) : node.write).map((e) => bindAffine(e, bound, (arg, at) => this.#datum(node.args[arg] as Leaf, at, bound)));
    const tests = this.#needed(write.map((offset, k) => ({ offset, extent: ownShape(node.shape)[k] as number })).filter(({ offset }) => offset.data.length === 0));
    return { target: target.buffer, offset: positionIn(target, write), indices, tests, loops: time.loops, value: this.#product(node, { bound, tests: [], innerTests: [], reduced }), accumulate: true, node };
  }
}

const guard = (tests: readonly Test[], value: Expression): Expression => (tests.length === 0 ? value : { kind: "guard", tests, value });

/** An access of one shape as one of another that has the same elements; null where a dimension would have to be taken apart. */
function regroup(access: readonly Offset[], from: readonly number[], to: readonly number[]): readonly Offset[] | null {
  const result: Offset[] = [];
  let next = 0;
  for (const extent of to) {
    const start = next;
    let size = 1;
    while (next < from.length && size < extent) size *= from[next++] as number;
    if (size !== extent) return null;
    result.push(flatten(access.slice(start, next), from.slice(start, next)));
  }
  return from.slice(next).every((extent) => extent === 1) ? result : null;
}
