import type { Affine } from "./affine.ts";
import type { Contraction, Delay, Derived, Fill, Leaf, Literal, Node, Origin, Pointwise, Reduction } from "./node.ts";
import { fromNumber, type Constant } from "./rational.ts";
import { isBatched, ownShape, sameShape, sizeOf, withBatch, type Extent, type Shape } from "./shape.ts";

/** A node without what the space adds; distributes over the union. */
type Draft<N> = N extends Node ? Omit<N, "id"> : never;

/** Makes the nodes of one compilation. Equal expressions are the same object, so common subexpressions cannot exist. */
export class Space {
  readonly #interned = new Map<string, Node>();
  #draws = 0;
  #bound = 0;
  readonly #origins = new Map<Node, Origin[]>();

  leaf(role: Leaf["role"], name: string, shape: Shape): Leaf {
    return this.#intern({ kind: "leaf", role, name, shape, args: [] }) as Leaf;
  }

  /** Fresh uniform draws: no two calls give the same ones. */
  noise(shape: Shape): Leaf {
    return this.leaf("noise", `noise${++this.#draws}`, shape);
  }

  /** An argument of a function that is about to be repeated: no other leaf is the same. */
  bound(shape: Shape): Leaf {
    return this.leaf("bound", `bound${++this.#bound}`, shape);
  }

  /** A delay of `extent` time steps along the own dimension `axis`, which begins with `init`; what it delays is tied to it later. */
  delay(init: Node, direction: Delay["direction"], axis: number, extent: number): Delay {
    const own = ownShape(init.shape);
    const shape = withBatch([...own.slice(0, axis), extent, ...own.slice(axis)], isBatched(init.shape));
    // Two delays are never the same: what tells them apart is tied only once they are there.
    const delay: Delay = Object.freeze({ kind: "delay", args: [init], shape, direction, axis, knot: {}, id: this.#interned.size });
    this.#interned.set(`delay ${delay.id}`, delay);
    return delay;
  }

  /** Says what a delay delays. */
  tie(delay: Delay, next: Node): void {
    if (delay.knot.next !== undefined || !sameShape(delay.shape, next.shape)) throw new Error("a delay delays one value of its own shape");
    delay.knot.next = next;
  }

  fill(value: Constant | number, shape: Shape = []): Fill {
    return this.#intern({ kind: "fill", value: typeof value === "number" ? fromNumber(value) : value, shape, args: [] }) as Fill;
  }

  literal(values: readonly Constant[], shape: Shape): Literal {
    if (values.length !== sizeOf(ownShape(shape))) throw new Error("a literal needs one value per element");
    return this.#intern({ kind: "literal", values, shape, args: [] }) as Literal;
  }

  pointwise(op: string, args: readonly Node[]): Pointwise {
    const shape = (args[0] as Node).shape;
    if (!args.every((arg) => sameShape(arg.shape, shape))) throw new Error(`${op}: pointwise arguments differ in shape`);
    return this.#intern({ kind: "pointwise", op, args, shape }) as Pointwise;
  }

  contraction(shape: Shape, box: readonly Extent[], args: readonly Node[], reads: readonly (readonly Affine[])[], write: readonly Affine[]): Contraction {
    return this.#intern({ kind: "contraction", shape, box, args, reads, write }) as Contraction;
  }

  reduction(op: Reduction["op"], tie: Reduction["tie"], shape: Shape, box: readonly Extent[], arg: Node, read: readonly Affine[]): Reduction {
    return this.#intern({ kind: "reduction", op, tie, shape, box, args: [arg], read }) as Reduction;
  }

  view(arg: Node, own: readonly number[]): Node {
    const shape: Shape = isBatched(arg.shape) ? ["n", ...own] : own;
    if (sameShape(shape, arg.shape)) return arg;
    if (sizeOf(own) !== sizeOf(ownShape(arg.shape))) throw new Error("a view has as many elements as what it shows");
    return this.#intern({ kind: "view", args: [arg], shape });
  }

  derived(op: string, args: readonly Node[], dimensions: readonly number[], shape: Shape): Derived {
    return this.#intern({ kind: "derived", op, args, dimensions, shape }) as Derived;
  }

  /** The node with other arguments of the same shapes. */
  withArgs(node: Node, args: readonly Node[]): Node {
    if (args.every((arg, k) => arg === node.args[k])) return node;
    if (node.kind === "delay") throw new Error("a delay is not made anew without what it delays");
    const { id: _id, ...rest } = node;
    return this.#intern({ ...rest, args });
  }

  /** Remembers where a node comes from; a node may come from several places. */
  note(node: Node, ...origins: readonly Origin[]): void {
    const known = this.#origins.get(node) ?? [];
    for (const origin of origins) {
      if (!known.some((o) => o.span?.start === origin.span?.start && o.span?.end === origin.span?.end && o.parameter === origin.parameter && o.rule === origin.rule && o.primal === origin.primal)) known.push(origin);
    }
    this.#origins.set(node, known);
  }

  originsOf(node: Node): readonly Origin[] {
    return this.#origins.get(node) ?? [];
  }

  #intern(draft: Draft<Node>): Node {
    const { args, ...rest } = draft;
    const key = `${args.map((arg) => arg.id).join(",")}|${JSON.stringify(rest, (_, value: unknown) => (typeof value === "number" && !Number.isFinite(value) ? String(value) : value))}`;
    const known = this.#interned.get(key);
    if (known !== undefined) return known;
    const node = Object.freeze({ ...draft, id: this.#interned.size }) as Node;
    this.#interned.set(key, node);
    return node;
  }
}

/** What a node is made of: its arguments, and what a delay delays. */
export const partsOf = (node: Node): readonly Node[] => (node.kind === "delay" && node.knot.next !== undefined ? [...node.args, node.knot.next] : node.args);

/** Every node that the roots reach, arguments before what uses them; a delay comes before what it delays. */
export function reachable(roots: Iterable<Node>): Node[] {
  const seen = new Set<Node>();
  const stack = [...roots];
  while (stack.length > 0) {
    const node = stack.pop() as Node;
    if (seen.has(node)) continue;
    seen.add(node);
    stack.push(...partsOf(node));
  }
  return [...seen].sort((a, b) => a.id - b.id);
}

/** Every node under the roots whose value changes with one of the variables, themselves included, arguments first. */
export function dependents(roots: readonly Node[], variables: Iterable<Node>): ReadonlySet<Node> {
  const nodes = reachable(roots);
  const varying = new Set(variables);
  const spread = (): number => {
    for (const node of nodes) if (partsOf(node).some((part) => varying.has(part))) varying.add(node);
    return varying.size;
  };
  // A delay varies with what it delays, which comes after it.
  const isRound = nodes.some((node) => node.kind === "delay");
  for (let size = spread(); isRound; ) {
    const grown = spread();
    if (grown === size) break;
    size = grown;
  }
  // Arguments first: a delay may have been found late.
  return isRound ? new Set([...varying].sort((a, b) => a.id - b.id)) : varying;
}
