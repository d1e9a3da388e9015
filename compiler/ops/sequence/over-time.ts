import { Fault } from "../../diagnostics.ts";
import { at, type Affine } from "../../ir/affine.ts";
import type { Contraction, Delay, Derived, Node, Reduction } from "../../ir/node.ts";
import { Misuse } from "../../ir/op.ts";
import { isBatched, ownShape, withBatch, type Extent } from "../../ir/shape.ts";
import { reachable, type Space } from "../../ir/space.ts";
import { broadcast, contract } from "../linear/contract.ts";
import { derived } from "../index.ts";

/**
 * The values of one time step for all time steps at once: `given` says what stands for a function's arguments, with time as
 * the first own dimension, `extent` how many steps there are. What does not depend on time stays as it is.
 */
export function overTime(space: Space, body: Node, given: ReadonlyMap<Node, Node>, extent: number): Node {
  const first = Math.min(...[...given.keys()].map((node) => node.id));
  const over = new OverTime(space, given, extent, (node) => node.kind === "leaf" && node.role === "noise" && node.id > first);
  for (const node of reachable([body])) over.add(node);
  over.tieDelays();
  return over.of(body);
}

class OverTime {
  readonly #space: Space;
  readonly #extent: number;
  readonly #isDrawnInside: (node: Node) => boolean;
  /** What depends on time, with its time dimension. */
  readonly #made: Map<Node, Node>;
  readonly #delays: Delay[] = [];

  constructor(space: Space, given: ReadonlyMap<Node, Node>, extent: number, isDrawnInside: (node: Node) => boolean) {
    this.#space = space;
    this.#extent = extent;
    this.#isDrawnInside = isDrawnInside;
    this.#made = new Map(given);
  }

  of(node: Node): Node {
    return this.#made.get(node) ?? node;
  }

  /** Arguments are added before what uses them. */
  add(node: Node): void {
    if (this.#made.has(node)) return;
    const varies = this.#isDrawnInside(node) || node.args.some((arg) => this.#made.has(arg)) || (node.kind === "delay" && this.#variesThrough(node));
    if (!varies) return;
    const made = this.#lifted(node);
    this.#space.note(made, ...this.#space.originsOf(node));
    this.#made.set(node, made);
  }

  tieDelays(): void {
    for (const delay of this.#delays) this.#space.tie(this.#made.get(delay) as Delay, this.#whole(delay.knot.next as Node));
  }

  /** Whether a recurrence within the step uses what varies from step to step. */
  #variesThrough(delay: Delay): boolean {
    return reachable([delay]).some((node) => this.#made.has(node) || this.#isDrawnInside(node));
  }

  #shape(node: Node): readonly Extent[] {
    return withBatch([this.#extent, ...ownShape(node.shape)], isBatched(node.shape));
  }

  /** A value with its time dimension, repeated along it where it does not vary. */
  #whole(node: Node): Node {
    return this.#made.get(node) ?? broadcast(this.#space, node, this.#shape(node));
  }

  #lifted(node: Node): Node {
    const space = this.#space;
    switch (node.kind) {
      case "leaf":
        return space.noise(this.#shape(node));
      case "fill":
      case "literal":
        throw new Error("a constant does not vary");
      case "pointwise":
        return space.pointwise(node.op, node.args.map((arg) => broadcast(space, this.of(arg), this.#shape(node))));
      case "contraction":
        return this.#contraction(node);
      case "reduction":
        return this.#reduction(node);
      case "view":
        return space.view(this.#whole(node.args[0] as Node), [this.#extent, ...ownShape(node.shape)]);
      case "derived":
        return this.#derived(node);
      case "delay": {
        this.#delays.push(node);
        return space.delay(this.#whole(node.args[0] as Node), node.direction, node.axis + 1, ownShape(node.shape)[node.axis] as number);
      }
    }
  }

  #contraction(node: Contraction): Node {
    if (node.box.includes("n") && !isBatched(node.shape)) throw this.#fault("across-examples", node, "reads the other examples of the batch, which a repeated step cannot do", "do it before the recurrence, or after it");
    const time = at(node.box.length);
    const withTime = (access: readonly Affine[], batched: boolean): readonly Affine[] => (batched ? [access[0] as Affine, time, ...access.slice(1)] : [time, ...access]);
    if (node.args.slice(node.reads.length).some((leaf) => this.#made.has(leaf))) throw new Error("an index of the data does not vary with time");
    const reads = node.reads.map((read, k) => (this.#made.has(node.args[k] as Node) ? withTime(read, isBatched((node.args[k] as Node).shape)) : read));
    return contract(this.#space, this.#shape(node), [...node.box, this.#extent], node.args.map((arg) => this.of(arg)), reads, withTime(node.write, isBatched(node.shape)));
  }

  #reduction(node: Reduction): Node {
    const lead = isBatched(node.shape) ? 1 : 0;
    const moved = (e: Affine): Affine => ({ ...e, terms: e.terms.map((term) => ({ ...term, index: term.index < lead ? term.index : term.index + 1 })) });
    const read = node.read.map(moved);
    const box = [...node.box.slice(0, lead), this.#extent, ...node.box.slice(lead)];
    return this.#space.reduction(node.op, node.tie, this.#shape(node), box, this.of(node.args[0] as Node), [...read.slice(0, lead), at(lead), ...read.slice(lead)]);
  }

  /** A mistake in the text of the step, at its place. */
  #fault(code: string, node: Node, message: string, hint: string): Error {
    const span = this.#space.originsOf(node).find((origin) => origin.span !== undefined)?.span;
    return span === undefined ? new Misuse(code, message, hint) : new Fault(code, span, message, hint);
  }

  #derived(node: Derived): Node {
    const { scope, parameters } = derived(node.op);
    const [x] = node.args as readonly [Node, ...Node[]];
    const args = node.args.map((arg, k) => {
      if (k < 2 || !this.#made.has(arg)) return k < 2 ? broadcast(this.#space, this.of(arg), scope === "whole" ? withBatch([this.#extent, ...ownShape(x.shape)], isBatched(node.shape)) : this.#shape(arg)) : arg;
      throw this.#fault("varies-over-time", node, `${parameters[k]} of ${node.op} is another number in each time step`, "take one number for all of them");
    });
    return this.#space.derived(node.op, args, node.dimensions, this.#shape(node));
  }
}
