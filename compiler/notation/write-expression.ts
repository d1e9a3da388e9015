import { plainIndex, type Affine } from "../ir/affine.ts";
import type { Contraction, Delay, Derived, Node, Reduction, View } from "../ir/node.ts";
import { equals } from "../ir/rational.ts";
import { isBatched, ownShape, sizeOf } from "../ir/shape.ts";
import { operations } from "../ops/index.ts";
import { cumulativeDimension, reducedDimensions } from "./write-dimensions.ts";
import { contractionIndices, reductionIndices, type Indexed } from "./write-indices.ts";
import { operandText, ownAccess, type Lettered, type NodeWriter } from "./write-operand.ts";
import { pointwiseText } from "./write-pointwise.ts";
import { productText } from "./write-product.ts";
import { repeatedText } from "./write-repeated.ts";
import { paddedText, placementOf, stackText, termsOf, type Placed } from "./write-stack.ts";
import { array, atom, call, constant, infix, levels, number, prefixed, subscripted, withShape, type Text } from "./write-text.ts";

/** Writes nodes as mathematics over the nodes that have names. */
export class Writer implements NodeWriter {
  readonly #names: ReadonlyMap<Node, string>;
  readonly #self: Node | undefined;
  readonly #taken: ReadonlySet<string>;
  readonly #texts = new Map<Node, Text>();

  constructor(names: ReadonlyMap<Node, string>, self?: Node) {
    this.#names = names;
    this.#self = self;
    this.#taken = new Set(names.values());
  }

  /** The node as it reads best: what is repeated to a larger shape is written once. */
  text(node: Node): Text {
    const name = node === this.#self ? undefined : this.#names.get(node);
    if (name !== undefined) return atom(name, ownShape(node.shape));
    const known = this.#texts.get(node);
    if (known !== undefined) return known;
    const text = this.#compose(node);
    this.#texts.set(node, text);
    return text;
  }

  /** The node with exactly its own shape, for where that matters. */
  whole(node: Node): Text {
    return withShape(this.text(node), ownShape(node.shape));
  }

  /** In index notation, where no name of linear algebra fits what the node does; null where one does. */
  indexed(node: Node): Indexed | null {
    if (node.kind === "contraction" && this.#recognised(node) === null) return contractionIndices(this, node, this.#taken);
    if (node.kind === "reduction" && reducedDimensions(node) === null) return reductionIndices(this, node, this.#taken);
    return null;
  }

  #compose(node: Node): Text {
    switch (node.kind) {
      case "leaf":
        return atom(node.name, ownShape(node.shape));
      case "fill":
        return equals(node.value, Math.PI) && this.#taken.has("pi") ? number(Math.PI) : constant(node.value);
      case "literal":
        return array(node.values.map((value) => constant(value).text), ownShape(node.shape));
      case "pointwise":
        return this.#pointwise(node);
      case "contraction":
        return this.#recognised(node) ?? this.#inBraces(contractionIndices(this, node, this.#taken), node);
      case "reduction":
        return this.#reduction(node);
      case "view":
        return this.#view(node);
      case "derived":
        return this.#derived(node);
      case "delay":
        return this.#delay(node);
    }
  }

  /** `before(h)`: each time step's predecessor; what there is before the first is 0 where nothing is said. */
  #delay({ args, direction, knot, shape }: Delay): Text {
    const [init] = args as readonly [Node];
    const next = knot.next === undefined ? undefined : this.#names.get(knot.next);
    return call(direction === "forward" ? "before" : "after", [next ?? "…", ...(init.kind === "fill" && equals(init.value, 0) ? [] : [this.text(init)])], ownShape(shape));
  }

  #inBraces({ left, operator, right }: Indexed, node: Node): Text {
    return atom(`{${left === "" ? "" : `${left} ${operator === "=" ? "↦" : "+↦"} `}${right}}`, ownShape(node.shape));
  }

  /** Whether a node, other than the one that is written, has a name. */
  readonly isNamed = (node: Node): boolean => node !== this.#self && this.#names.has(node);

  #pointwise(node: Node & { readonly kind: "pointwise" }): Text {
    const [a, b] = node.args;
    if (node.op === "add" && a !== undefined && b !== undefined) {
      const stacked = this.#stack(node, ownShape(node.shape));
      if (stacked !== null) return stacked;
      if (b.kind === "fill" && equals(b.value, 1) && a.kind === "reduction" && isPosition(a) && !this.isNamed(a)) return this.#position(a);
    }
    return pointwiseText(node.op, node.args.map((arg) => this.text(arg)));
  }

  /** By name; null where only index notation will do. */
  #recognised(node: Contraction): Text | null {
    const overExamples = node.box.includes("n") && !isBatched(node.shape);
    const cumulative = cumulativeDimension(node);
    if (cumulative !== null) return this.#along("cumsum", this.whole(node.args[0] as Node), cumulative, ownShape(node.shape));
    const repeated = repeatedText(this, node, this.isNamed);
    if (repeated !== null) return repeated;
    const write = ownAccess(node.write, isBatched(node.shape), node.box);
    const operands = this.#operands(node);
    if (write === null || operands === null) return null;
    const text = this.#written(node, write, operands);
    return text !== null && overExamples ? prefixed("Σn", text) : text;
  }

  /** Where the result is a diagonal or lies among zeros, what is written there, and the zeros. */
  #written(node: Contraction, write: readonly Affine[], operands: readonly Lettered[]): Text | null {
    const own = ownShape(node.shape);
    const indices = write.map((e, d) => (plainIndex(e) !== null && node.box[plainIndex(e) as number] === own[d] ? (plainIndex(e) as number) : null));
    if (indices.every((index) => index !== null)) {
      if (new Set(indices).size === indices.length) return productText(operands, indices, node.box);
      const [i, j] = indices;
      const diagonal = indices.length === 2 && i === j && i !== undefined ? productText(operands, [i], node.box) : null;
      if (diagonal === null) return null;
      if (diagonal.text === "1") return call("identity", [String(own[0])], own);
      return call("diag", [withShape(diagonal, [own[0] as number])], own);
    }
    const placed = this.#placed(node, operands);
    return placed === null ? null : paddedText(placed, own);
  }

  /** What a contraction places among zeros; null where it does not. */
  #placed(node: Contraction, operands: readonly Lettered[]): Placed | null {
    const placement = placementOf(node);
    const item = placement === null ? null : productText(operands, placement.letters, node.box);
    return placement === null || item === null ? null : { ...placement, item: withShape(item, placement.letters.map((letter) => node.box[letter] as number)) };
  }

  /** A sum of placements that together fill the result: the parts of an array or of `concat`; null for anything else. */
  stackTerms(node: Node): readonly Placed[] | null {
    if (node.kind !== "pointwise" || node.op !== "add") return null;
    const terms: Placed[] = [];
    for (const term of termsOf(node, this.isNamed)) {
      if (term.kind !== "contraction" || this.isNamed(term) || (term.box.includes("n") && !isBatched(term.shape))) return null;
      const operands = this.#operands(term);
      const placed = operands === null ? null : this.#placed(term, operands);
      if (placed === null) return null;
      terms.push(placed);
    }
    return terms;
  }

  #stack(node: Node, own: readonly number[]): Text | null {
    const terms = this.stackTerms(node);
    return terms === null ? null : stackText(terms, ownShape(node.shape), own);
  }

  #operands(node: Contraction): readonly Lettered[] | null {
    const operands = node.reads.map((read, k) => operandText(this, node.args[k] as Node, read, node.box, node.args));
    return operands.some((operand) => operand === null) ? null : (operands as readonly Lettered[]);
  }

  /** A call with the dimension that it works along, from 0, where a vector's only one would not do. */
  #along(name: string, x: Text, dimension: number, own: readonly number[]): Text {
    return call(name, x.own.length === 1 ? [x] : [x, String(dimension + 1)], own);
  }

  #reduction(node: Reduction): Text {
    if (isPosition(node)) return reducedDimensions(node) === null ? this.#inBraces(reductionIndices(this, node, this.#taken), node) : infix("-", this.#position(node), number(1), levels.sum);
    const dimensions = reducedDimensions(node);
    const x = node.args[0] as Node;
    const own = ownShape(node.shape);
    if (dimensions === null || (dimensions.length > 1 && own.length > 0)) return this.#inBraces(reductionIndices(this, node, this.#taken), node);
    const text = this.whole(x);
    const empty = node.op === "prod" ? [] : ["[]"];
    return own.length === 0 ? call(node.op, [text], own) : call(node.op, [text, ...empty, String((dimensions[0] ?? 0) + 1)], own);
  }

  /** `argmax`, which counts from 1. */
  #position(node: Reduction): Text {
    const dimensions = reducedDimensions(node) ?? [];
    const text = this.whole(node.args[0] as Node);
    if (text.own.length !== 1 && dimensions.length === text.own.length) return call(node.op, [call("flatten", [text])]);
    return text.own.length === 1 || dimensions.length !== 1 ? call(node.op, [text], ownShape(node.shape)) : call(node.op, [text, String((dimensions[0] as number) + 1)], ownShape(node.shape));
  }

  #view(node: View): Text {
    const x = node.args[0] as Node;
    const own = ownShape(node.shape);
    const stacked = this.isNamed(x) ? null : this.#stack(x, own);
    if (stacked !== null) return stacked;
    const text = this.whole(x);
    if (own.length === 0) return subscripted(text, text.own.map(() => "1"), own);
    if (own.length === 1 && text.own.length === 0) return array([text.text], own);
    return own.length === 1 && sizeOf(own) > 1 ? call("flatten", [text], own) : call("reshape", [text, `[${own.join(", ")}]`], own);
  }

  #derived(node: Derived): Text {
    const operation = operations.get(node.op);
    const args = node.args.map((arg) => this.whole(arg));
    const own = ownShape(node.shape);
    const name = node.op === "norm2" ? "norm" : node.op;
    const rank = ownShape((node.args[0] as Node).shape).length;
    const all = node.dimensions.length === rank;
    if (operation?.kind !== "derived" || operation.scope === "whole" || (all && (rank === 1 || operation.wants === "anything"))) return call(name, args, own);
    const dimensions = node.dimensions.map((d) => String(rank + d + 1));
    return call(name, [...args, dimensions.length === 1 ? (dimensions[0] as string) : `[${dimensions.join(", ")}]`], own);
  }
}

const isPosition = (node: Reduction): boolean => node.op === "argmax" || node.op === "argmin";
