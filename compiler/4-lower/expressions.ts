import { indicesOf, type Affine } from "../ir/affine.ts";
import { isAccess } from "../ir/contraction.ts";
import type { Contraction, Leaf, Node, Reduction } from "../ir/node.ts";
import { offsetBounds, sameOffset, type Buffer, type Expression, type Index, type Load, type Offset, type Step, type Test } from "../ir/program.ts";
import { isBatched, ownShape, type Extent } from "../ir/shape.ts";
import { fromNumber } from "../ir/rational.ts";
import { joinIndices } from "./joined-indices.ts";
import { bindAffine, combine, constantOffset, flatten, indexOffset } from "./offsets.ts";
import { scalar } from "./scalar.ts";
import { scatters, solve } from "./solving.ts";

const number = (value: number): Expression => ({ kind: "number", value: fromNumber(value) });

/** How a contraction's result is found from where it is asked for: which points contribute, and under which tests. */
interface Gather {
  readonly bound: readonly Offset[];
  /** Tests that hold or not whatever the point, and tests on indices that are summed over. */
  readonly tests: readonly Test[];
  readonly innerTests: readonly Test[];
  readonly reduced: readonly Index[];
}

/** Turns nodes into scalar expressions at one point, and stored nodes into steps. */
export class Expressions {
  readonly #bufferOf: (node: Node) => Buffer | undefined;
  readonly #leaves = new Map<Node, Buffer>();
  readonly #extents = new Map<number, number>();

  constructor(bufferOf: (node: Node) => Buffer | undefined) {
    this.#bufferOf = bufferOf;
  }

  /** The step that computes a stored node into its buffer. */
  step(node: Node, target: Buffer): Step {
    const moved: boolean = isAccess(node);
    if (node.kind === "contraction" && !moved) {
      if (scatters(node)) return this.#scatter(node, target);
      const indices = ownShape(node.shape).map((extent) => this.#index(extent));
      const gather = this.#gather(node, indices.map((index) => indexOffset(index.id)));
      const accumulate = node.box.includes("n") && !isBatched(node.shape);
      return this.#finish(node, target, indices, this.#product(node, gather), accumulate, gather.tests);
    }
    return this.copy(node, target, true);
  }

  /** A step that writes a node where it is wanted; `own`: computed here rather than read from its buffer. */
  copy(node: Node, target: Buffer, own = false): Step {
    const indices = ownShape(node.shape).map((extent) => this.#index(extent));
    const access = indices.map((index) => indexOffset(index.id));
    const value = own ? this.#compute(node, access) : this.expression(node, access);
    return this.#finish(node, target, indices, value, false, []);
  }

  /** The node's element at an access, one offset per own dimension. */
  expression(node: Node, access: readonly Offset[]): Expression {
    const buffer = this.#bufferOf(node);
    return buffer === undefined ? this.#compute(node, access) : { kind: "load", buffer, offset: flatten(access, buffer.extents) };
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

  #finish(node: Node, target: Buffer, indices: readonly Index[], value: Expression, accumulate: boolean, tests: readonly Test[]): Step {
    const offset = flatten(indices.map((index) => indexOffset(index.id)), target.extents);
    return joinIndices({ target, offset, indices, value: tests.length === 0 ? value : { kind: "guard", tests, value }, accumulate, tests: [], node });
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
      case "view": {
        const [x] = node.args as readonly [Node];
        const flat = flatten(access, ownShape(node.shape));
        if (x.kind === "fill") return { kind: "number", value: x.value };
        const buffer = this.#bufferOf(x) ?? (x.kind === "literal" ? this.#constant(x) : x.kind === "leaf" && x.role !== "label" ? this.#leafBuffer(x) : undefined);
        if (buffer !== undefined) return { kind: "load", buffer, offset: flat };
        if (x.kind === "view") return this.#compute(x, unflatten(flat, ownShape(x.shape)));
        if (x.kind === "leaf") return this.#leaf(x, ownShape(x.shape).length === 1 ? [flat] : access);
        throw new Error("what a view shows is stored");
      }
      case "derived":
        throw new Error(`${node.op} should have been expanded`);
    }
  }

  #leaf(leaf: Leaf, access: readonly Offset[]): Expression {
    if (leaf.role === "noise") {
      const own = ownShape(leaf.shape);
      return { kind: "draw", site: Number(leaf.name.replace(/\D/g, "")), offset: flatten(access, own), size: isBatched(leaf.shape) ? own.reduce((a, b) => a * b, 1) : 0 };
    }
    const buffer = this.#leafBuffer(leaf);
    if (leaf.role === "label") {
      return { kind: "apply", op: "equal", args: [{ kind: "load", buffer, offset: constantOffset(0) }, { kind: "position", offset: access[0] as Offset }] };
    }
    return { kind: "load", buffer, offset: flatten(access, ownShape(leaf.shape)) };
  }

  #leafBuffer(leaf: Leaf): Buffer {
    const known = this.#leaves.get(leaf);
    if (known !== undefined) return known;
    const buffer: Buffer = { name: leaf.name, extents: leaf.role === "label" ? [] : ownShape(leaf.shape), perExample: isBatched(leaf.shape), kind: "leaf", leaf };
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

  #index(extent: number): Index {
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
        solved.push(pivot.index);
      }
    }
    for (const index of node.box.keys()) bound[index] ??= this.#reduce(reduced, node.box[index] as Extent);
    for (const index of solved) tests.push({ offset: bound[index] as Offset, extent: node.box[index] as number });
    const needed = this.#needed(tests);
    const isInner = (test: Test): boolean => test.offset.terms.some((term) => reduced.some((index) => index.id === term.index));
    return { bound: bound as Offset[], tests: needed.filter((test) => !isInner(test)), innerTests: needed.filter(isInner), reduced };
  }

  #reduce(reduced: Index[], extent: Extent): Offset {
    const index = this.#index(extent as number);
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
    const reduced = node.box.slice(rank).map((extent) => this.#index(extent as number));
    const bound = [...(lead === 1 ? [constantOffset(0)] : []), ...access, ...reduced.map((index) => indexOffset(index.id))];
    const value = this.#read(node, node.args[0] as Node, node.read, bound);
    const position = flatten(reduced.map((index) => indexOffset(index.id)), reduced.map((index) => index.extent));
    return { kind: "reduce", op: node.op, indices: reduced, value, ...(node.op.startsWith("arg") ? { position } : {}) };
  }

  /** A step that adds each product where it is written; products that are written at one place are summed before. */
  #scatter(node: Contraction, target: Buffer): Step {
    const indices: Index[] = [];
    const reduced: Index[] = [];
    const written = indicesOf(node.write);
    const bound = node.box.map((extent, position) => {
      if (extent === "n") return constantOffset(0);
      if (!written.has(position)) return this.#reduce(reduced, extent);
      const index = this.#index(extent);
      indices.push(index);
      return indexOffset(index.id);
    });
    const write = (isBatched(node.shape) ? node.write.slice(1) : node.write).map((e) => bindAffine(e, bound, (arg, at) => this.#datum(node.args[arg] as Leaf, at, bound)));
    const tests = this.#needed(write.map((offset, k) => ({ offset, extent: target.extents[k] as number })).filter(({ offset }) => offset.data.length === 0));
    return { target, offset: flatten(write, target.extents), indices, tests, value: this.#product(node, { bound, tests: [], innerTests: [], reduced }), accumulate: true, node };
  }
}

const guard = (tests: readonly Test[], value: Expression): Expression => (tests.length === 0 ? value : { kind: "guard", tests, value });

/** A flat position as an access of the given extents, where it is already one index per dimension. */
function unflatten(flat: Offset, own: readonly number[]): readonly Offset[] {
  if (own.length === 1) return [flat];
  throw new Error(`a view of rank ${own.length} is stored`);
}
