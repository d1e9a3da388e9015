import type { Node } from "../ir/node.ts";
import { loadsOf, type Program, type Section, type Step } from "../ir/program.ts";
import type { Tile } from "../ir/schedule.ts";
import { reachable } from "../ir/space.ts";
import { sharedLoops } from "./shared-loops.ts";

/** How the steps of a program are written, as far as their order goes. */
interface Writing {
  readonly tiles: ReadonlyMap<Step, Tile>;
  readonly unrolled: ReadonlySet<Step>;
}

/**
 * The program with every sum over the examples right behind the last step that writes what it adds up: the gradient of a
 * layer beside its error, which nobody needs from then on. No loop, run of steps or straight-line code is parted by it,
 * and gradients stay behind the forward pass.
 */
export function ordered(program: Program, writing: Writing): Program {
  const losses = program.sections.flatMap((section) => section.steps).filter(({ target }) => target.result?.role === "loss" || target.result?.role === "total");
  const forward = new Set(reachable(losses.map((step) => step.node)));
  return { ...program, sections: program.sections.map((section) => (section.each === "batch" ? section : { ...section, steps: new Order(section, writing, forward).steps() })) };
}

const isSum = (step: Step): boolean => step.accumulate && !step.target.perExample;

class Order {
  readonly #section: Section;
  readonly #writing: Writing;
  /** The steps that make something of each example. */
  readonly #makers: readonly Step[];
  readonly #shared: ReadonlyMap<Step, Step>;
  readonly #forward: ReadonlySet<Node>;
  readonly #lastForward: number;

  constructor(section: Section, writing: Writing, forward: ReadonlySet<Node>) {
    this.#section = section;
    this.#writing = writing;
    this.#makers = section.steps.filter((step) => !isSum(step));
    this.#forward = forward;
    this.#lastForward = this.#makers.findLastIndex((maker) => forward.has(maker.node));
    this.#shared = sharedLoops([{ ...section, steps: this.#makers }], (step) => !writing.unrolled.has(step) && !writing.tiles.has(step));
  }

  steps(): readonly Step[] {
    const behind = new Map<Step | null, Step[]>();
    for (const sum of this.#section.steps.filter(isSum)) {
      const place = this.#placeOf(sum);
      behind.set(place, [...(behind.get(place) ?? []), sum]);
    }
    return [null, ...this.#makers].flatMap((maker) => [...(maker === null ? [] : [maker]), ...this.#sorted(behind.get(maker) ?? [], maker)]);
  }

  /** The step that a sum goes behind; null where it can be the first. */
  #placeOf(sum: Step): Step | null {
    const { tiles, unrolled } = this.#writing;
    const read = new Set(loadsOf(sum).map((load) => load.buffer));
    let k = Math.max(this.#makers.findLastIndex((maker) => read.has(maker.target)), this.#forward.has(sum.node) ? -1 : this.#lastForward);
    k = this.#endOfTime(k);
    const maker = this.#makers[k];
    if (maker === undefined || (unrolled.has(sum) && unrolled.has(maker))) return maker ?? null;
    const goesOn = (next: Step, last: Step): boolean => tiles.has(sum) ? !tiles.has(last) && !tiles.has(next) : this.#shared.has(next) || (unrolled.has(last) && unrolled.has(next));
    while (k + 1 < this.#makers.length && goesOn(this.#makers[k + 1] as Step, this.#makers[k] as Step)) k++;
    return this.#makers[this.#endOfTime(k)] as Step;
  }

  /** The last maker of the loop over time that one is in; itself where it is in none. */
  #endOfTime(k: number): number {
    const loop = this.#makers[k]?.loops[0];
    return loop === undefined ? k : this.#makers.findLastIndex((maker) => maker.loops[0] === loop);
  }

  /** Sums behind the same step, losses first; tiled ones where they part no run of steps that share the loop over the examples. */
  #sorted(sums: readonly Step[], maker: Step | null): readonly Step[] {
    const { tiles } = this.#writing;
    const tilesFirst = maker !== null && tiles.has(maker);
    const rank = (sum: Step): number => (this.#forward.has(sum.node) ? 0 : tiles.has(sum) === tilesFirst ? 1 : 2);
    return sums.toSorted((a, b) => rank(a) - rank(b));
  }
}
