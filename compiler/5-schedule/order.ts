import { bufferSize, loadsOf, type Program, type Section, type Step } from "../ir/program.ts";
import type { Tile } from "../ir/schedule.ts";
import { sharedLoops } from "./shared-loops.ts";

/** How the steps of a program are written, as far as their order goes. */
interface Writing {
  readonly tiles: ReadonlyMap<Step, Tile>;
  readonly unrolled: ReadonlySet<Step>;
}

/**
 * The program with every sum over the examples right behind the last step that writes what it adds up: the gradient of a
 * layer beside its error, which nobody needs from then on. No loop, run of steps or straight-line code is parted by it.
 */
export function ordered(program: Program, writing: Writing): Program {
  return { ...program, sections: program.sections.map((section) => (section.each === "batch" ? section : { ...section, steps: new Order(section, writing).steps() })) };
}

const isSum = (step: Step): boolean => step.accumulate && !step.target.perExample;

class Order {
  readonly #section: Section;
  readonly #writing: Writing;
  /** The steps that make something of each example. */
  readonly #makers: readonly Step[];
  readonly #shared: ReadonlyMap<Step, Step>;

  constructor(section: Section, writing: Writing) {
    this.#section = section;
    this.#writing = writing;
    this.#makers = section.steps.filter((step) => !isSum(step));
    this.#shared = sharedLoops([{ ...section, steps: this.#makers }], (step) => !writing.unrolled.has(step) && !writing.tiles.has(step));
  }

  steps(): readonly Step[] {
    const behind = new Map<Step | null, Step[]>();
    let before: Step | null = null;
    for (const step of this.#section.steps) {
      if (!isSum(step)) before = step;
      else {
        const place = this.#placeOf(step) ?? before;
        behind.set(place, [...(behind.get(place) ?? []), step]);
      }
    }
    return [null, ...this.#makers].flatMap((maker) => [...(maker === null ? [] : [maker]), ...this.#sorted(behind.get(maker) ?? [], maker)]);
  }

  /** The step that a sum goes behind; null where no step of the section writes what it adds up. */
  #placeOf(sum: Step): Step | null {
    const { tiles, unrolled } = this.#writing;
    const read = new Set(loadsOf(sum).map((load) => load.buffer));
    let k = this.#makers.findLastIndex((maker) => read.has(maker.target));
    const writer = this.#makers[k];
    if (writer === undefined || (unrolled.has(sum) && unrolled.has(writer))) return writer ?? null;
    const goesOn = (next: Step, last: Step): boolean => tiles.has(sum) ? !tiles.has(last) && !tiles.has(next) : this.#shared.has(next) || (unrolled.has(last) && unrolled.has(next));
    while (k + 1 < this.#makers.length && goesOn(this.#makers[k + 1] as Step, this.#makers[k] as Step)) k++;
    return this.#makers[k] as Step;
  }

  /** Sums behind the same step, small ones first; tiled ones where they part no run of steps that share the loop over the examples. */
  #sorted(sums: readonly Step[], maker: Step | null): readonly Step[] {
    const { tiles } = this.#writing;
    const smallFirst = sums.toSorted((a, b) => bufferSize(a.target) - bufferSize(b.target));
    const [tiled, others] = [smallFirst.filter((sum) => tiles.has(sum)), smallFirst.filter((sum) => !tiles.has(sum))];
    return maker !== null && tiles.has(maker) ? [...tiled, ...others] : [...others, ...tiled];
  }
}
