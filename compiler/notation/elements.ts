import { affine, at as symbolAt, fixed, plainIndex, substitute, type Affine } from "../ir/affine.ts";
import type { Contraction, Delay, Node, Pointwise, Reduction } from "../ir/node.ts";
import { arithmetic, fromNumber, rational, type Constant } from "../ir/rational.ts";
import { ownShape, sizeOf } from "../ir/shape.ts";
import { fold } from "../ops/fold.ts";
import { add, factorSum, isSame, multiply, numberOf, numberSum, over, power, scale, type Factor, type Sum } from "./terms.ts";

/** Sums and products of no more terms than this are written out. */
const mostTerms = 8;
/** Recurrences of no more time steps are written out, while what an element is of has keys of no more characters: some sixty factors. */
const mostSteps = 16;
const mostOfState = 4_000;
/** Points of a box that are gone through one by one. */
const mostPoints = 512;

/** Elements of the values of one example as sums of products of elements of those that have names: what a lecture writes on the board. */
export class Elements {
  readonly #isNamed: (node: Node) => boolean;
  readonly #known = new Map<string, Sum>();
  #symbols: number;

  /** `symbols`: how many the positions that are asked for have among them. */
  constructor(isNamed: (node: Node) => boolean, symbols: number) {
    this.#isNamed = isNamed;
    this.#symbols = symbols;
  }

  /** The element at a position, from 0, one index expression over the symbols per dimension. */
  of(node: Node, at: readonly Affine[], isTop = true): Sum {
    if (!isTop && this.#isNamed(node) && node.kind !== "fill" && node.kind !== "literal") return this.#element(node, at);
    const key = `${node.id}${JSON.stringify(at)}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const sum = this.#composed(node, at);
    this.#known.set(key, sum);
    return sum;
  }

  #element = (node: Node, at: readonly Affine[]): Sum => factorSum({ kind: "element", node, at });

  #composed(node: Node, at: readonly Affine[]): Sum {
    switch (node.kind) {
      case "leaf":
      case "derived":
        return this.#element(node, at);
      case "delay":
        return this.#delayed(node, at);
      case "fill":
        return numberSum(node.value);
      case "literal":
        return at.every(isFixed) ? numberSum(node.values[flat(at, ownShape(node.shape))] as Constant) : this.#element(node, at);
      case "pointwise":
        return this.#pointwise(node, at);
      case "contraction":
        return this.#contraction(node, at) ?? this.#pointByPoint(node, at) ?? this.#element(node, at);
      case "reduction":
        return this.#reduction(node, at) ?? this.#element(node, at);
      case "view": {
        const [x] = node.args as readonly [Node];
        return at.every(isFixed) ? this.of(x, unflat(flat(at, ownShape(node.shape)), ownShape(x.shape)), false) : this.#element(node, at);
      }
    }
  }

  /** What a delay begins with, or the element of what it delays at the time step before. */
  #delayed(node: Delay, at: readonly Affine[]): Sum {
    const { axis, direction, knot, shape } = node;
    const time = at[axis] as Affine;
    const extent = ownShape(shape)[axis] as number;
    if (!isFixed(time) || extent > mostSteps) return this.#element(node, at);
    const [first, back] = direction === "forward" ? [0, -1] : [extent - 1, 1];
    if (time.constant === first) return this.of(node.args[0] as Node, at.toSpliced(axis, 1), false);
    const before = this.of(knot.next as Node, at.with(axis, fixed(time.constant + back)), false);
    return [...before.keys()].join("").length > mostOfState ? this.#element(node, at) : before;
  }

  #pointwise(node: Pointwise, at: readonly Affine[]): Sum {
    if (node.op === "select") {
      const test = numberOf(this.of(node.args[0] as Node, at, false));
      if (test !== null) return this.of(node.args[equalsZero(test) ? 2 : 1] as Node, at, false);
      const [then, otherwise] = node.args.slice(1).map((arg) => this.of(arg, at, false)) as [Sum, Sum];
      if (isSame(then, otherwise)) return then;
    }
    const args = node.args.map((arg) => this.of(arg, at, false));
    const [a, b] = args as [Sum, Sum];
    switch (node.op) {
      case "barrier":
        return a;
      case "add":
        return add(a, b);
      case "sub":
        return add(a, scale(b, fromNumber(-1)));
      case "neg":
        return scale(a, fromNumber(-1));
      case "mul":
        return multiply(a, b);
      case "div":
        return multiply(a, power(b, fromNumber(-1)));
      case "square":
        return power(a, fromNumber(2));
      case "cube":
        return power(a, fromNumber(3));
      case "sqrt":
        return power(a, rational(1, 2));
      case "exp":
        return exponential(a);
      case "pow": {
        const exponent = numberOf(b);
        if (exponent !== null) return power(a, exponent);
      }
    }
    return this.#applied(node.op, args);
  }

  #applied(op: string, args: readonly Sum[]): Sum {
    const numbers = args.map(numberOf);
    return numbers.every((value) => value !== null) ? numberSum(fold(op, numbers)) : factorSum({ kind: "apply", op, args });
  }

  /** The points of the box that write there, as indices by symbols and as δ between symbols; null where that has no such form. */
  #contraction(node: Contraction, at: readonly Affine[]): Sum | null {
    const indices: (Affine | undefined)[] = node.box.map(() => undefined);
    let factor = numberSum(1);
    for (const [d, e] of node.write.entries()) {
      const where = at[d] as Affine;
      const [term] = e.terms;
      if (e.datum !== undefined || e.terms.length > 1 || (term !== undefined && term.coefficient !== 1)) return null;
      const shifted = affine(where.constant - e.constant, where.terms);
      if (term !== undefined && indices[term.index] === undefined) {
        const extent = node.box[term.index] as number;
        if (isFixed(shifted) ? shifted.constant < 0 || shifted.constant >= extent : extent !== node.shape[d]) return isFixed(shifted) ? numberSum(0) : null;
        indices[term.index] = shifted;
        continue;
      }
      factor = multiply(factor, delta(term === undefined ? fixed(0) : (indices[term.index] as Affine), shifted));
    }
    if (numberOf(factor) !== null && equalsZero(numberOf(factor) as Constant)) return numberSum(0);
    const free = node.box.flatMap((extent, index) => (indices[index] === undefined ? [{ index, extent: extent as number }] : []));
    const total = this.#summed(node, indices, free);
    return total === null ? null : multiply(factor, total);
  }

  /** The sum of what all points of a small box write there, where indices cannot be solved for. */
  #pointByPoint(node: Contraction, at: readonly Affine[]): Sum | null {
    const box = node.box as readonly number[];
    if (!at.every(isFixed) || sizeOf(box) > mostPoints || node.write.some((e) => e.datum !== undefined)) return null;
    let total = numberSum(0);
    for (let k = 0; k < sizeOf(box); k++) {
      const point = unflat(k, box);
      if (!node.write.every((e, d) => substitute(e, point).constant === at[d]?.constant)) continue;
      const product = this.#product(node, point);
      if (product === null) return null;
      total = add(total, product);
    }
    return total;
  }

  /** Σ over what is free, written out where that is short. */
  #summed(node: Contraction, indices: readonly (Affine | undefined)[], free: readonly { readonly index: number; readonly extent: number }[]): Sum | null {
    const [next, ...others] = free;
    const withIndex = (index: number, by: Affine): readonly (Affine | undefined)[] => indices.map((known, k) => (k === index ? by : known));
    if (next === undefined) return this.#product(node, indices as readonly Affine[]);
    if (sizeOf(free.map(({ extent }) => extent)) <= mostTerms && indices.every((e) => e === undefined || isFixed(e))) {
      const terms = Array.from({ length: next.extent }, (_, k) => this.#summed(node, withIndex(next.index, fixed(k)), others));
      return terms.includes(null) ? null : (terms as readonly Sum[]).reduce(add);
    }
    const symbol = this.#symbols++;
    const inner = this.#summed(node, withIndex(next.index, symbolAt(symbol)), others);
    if (inner === null) return null;
    return over(inner, symbol, next.extent);
  }

  #product(node: Contraction, indices: readonly Affine[]): Sum | null {
    let product = numberSum(1);
    for (const [k, read] of node.reads.entries()) {
      const operand = node.args[k] as Node;
      if (read.some((e) => e.datum !== undefined)) return null;
      const position = read.map((e) => substitute(e, indices));
      const outside = position.some((e, d) => isFixed(e) && (e.constant < 0 || e.constant >= (operand.shape[d] as number)));
      if (outside) return numberSum(0);
      const runs = position.every((e, d) => isFixed(e) || (plainIndex(e) !== null && node.box[plainIndex(read[d] as Affine) ?? -1] === operand.shape[d]));
      if (!runs) return null;
      product = multiply(product, this.of(operand, position, false));
    }
    return product;
  }

  #reduction(node: Reduction, at: readonly Affine[]): Sum | null {
    const [x] = node.args as readonly [Node];
    const extents = node.box.slice(node.shape.length) as readonly number[];
    const count = sizeOf(extents);
    const op = ({ prod: "mul", max: "max2", min: "min2" } as Partial<Record<Reduction["op"], string>>)[node.op];
    if (op === undefined || count > mostTerms) return null;
    const items = Array.from({ length: count }, (_, k) => this.of(x, node.read.map((e) => substitute(e, [...at, ...unflat(k, extents)])), false));
    return items.reduce((all, item) => (op === "mul" ? multiply(all, item) : this.#applied(op, [all, item])));
  }
}

/** e to a product with a number is a power, so that exp(x) exp(-x) is 1. */
function exponential(a: Sum): Sum {
  const [term] = a.values();
  if (term === undefined || a.size > 1 || term.factors.size === 0) return numberOf(a) === null ? factorSum({ kind: "apply", op: "exp", args: [a] }) : numberSum(fold("exp", [numberOf(a) as Constant]));
  const base = factorSum({ kind: "apply", op: "exp", args: [scale(a, arithmetic("div", fromNumber(1), term.coefficient))] });
  return power(base, term.coefficient);
}

const isFixed = (e: Affine): boolean => e.terms.length === 0 && e.datum === undefined;

const equalsZero = (value: Constant): boolean => typeof value === "number" ? value === 0 : value.numerator === 0;

/** δ of two index expressions, the one with the earlier symbol first. */
function delta(a: Affine, b: Affine): Sum {
  if (JSON.stringify(a) === JSON.stringify(b)) return numberSum(1);
  if (isFixed(a) && isFixed(b)) return numberSum(0);
  const order = (e: Affine): number => e.terms[0]?.index ?? Infinity;
  const factor: Factor = order(a) <= order(b) ? { kind: "delta", left: a, right: b } : { kind: "delta", left: b, right: a };
  return factorSum(factor);
}

const flat = (at: readonly Affine[], own: readonly number[]): number => at.reduce((position, e, d) => position * (own[d] as number) + e.constant, 0);

/** The position in a shape that has a row-major number. */
export function unflat(position: number, own: readonly number[]): readonly Affine[] {
  const at: Affine[] = [];
  let rest = position;
  for (const extent of own.toReversed()) {
    at.unshift(fixed(rest % extent));
    rest = Math.floor(rest / extent);
  }
  return at;
}
