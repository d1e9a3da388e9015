import type { Stored } from "../ir/memory.ts";
import { bufferSize, loadsOf, type Buffer, type Section, type Step } from "../ir/program.ts";
import { gatheredLeaves, isSingle, piecesOf, readsRow, type UnplacedSchedule } from "../ir/schedule.ts";
import type { Life } from "./turns.ts";

/** What a function keeps in an array, and when. */
export interface Kept {
  readonly what: { readonly value: Buffer } | { readonly gathered: string } | "rows";
  readonly name: string;
  readonly kind: Stored["kind"];
  /** Elements of one example, or of the batch, and for how many examples. */
  readonly size: number;
  readonly examples: number;
  readonly life: Life;
}

/** Everything that a function keeps in arrays, in the order in which it is needed, and the moment at which the function ends. */
export interface Lifetimes {
  readonly kept: readonly Kept[];
  readonly end: number;
}

/** When a function, which begins at moment `start`, needs what it keeps in arrays. */
export function lifetimesOf(schedule: UnplacedSchedule, start: number): Lifetimes {
  return new Timeline(schedule, start).lifetimes();
}

/** Code that runs again and again between two moments, both included. */
interface Loop extends Life {
  readonly section: Section;
}

/** A function moment by moment: each piece of straight-line code and each loop nest is one, within which nothing is before or after anything else. */
class Timeline {
  readonly #schedule: UnplacedSchedule;
  readonly #touches = new Map<Buffer, number[]>();
  readonly #momentOf = new Map<Step, number>();
  /** Loops over the examples: around a section, and within the blocks of it around a run of steps. */
  readonly #sectionLoops: Loop[] = [];
  readonly #runLoops: Loop[] = [];
  readonly #examples: number;
  readonly #end: number;

  constructor(schedule: UnplacedSchedule, start: number) {
    this.#schedule = schedule;
    this.#examples = capacityOf(schedule);
    let moment = start;
    for (const section of schedule.program.sections) moment = this.#section(section, moment);
    this.#end = moment;
  }

  lifetimes(): Lifetimes {
    const kept = [...this.#sectionLoops.flatMap((loop) => this.#ofBlocks(loop)), ...[...this.#touches.keys()].flatMap((buffer) => this.#ofValue(buffer))];
    return { kept: kept.toSorted((a, b) => a.life.from - b.life.from), end: this.#end };
  }

  #section(section: Section, start: number): number {
    const { parts, block, tiles, program } = this.#schedule;
    const loops = section.each === "example" && !isSingle(program);
    // At its first moment a section sets sums to zero, and each block gathers what its tiles read.
    let moment = start + 1;
    for (const run of (parts.get(section) ?? []).flat()) {
      const first = moment;
      for (const piece of piecesOf(this.#schedule, run)) {
        for (const step of piece) this.#touch(step, moment);
        moment++;
      }
      if (loops && block !== null && !tiles.has(run[0] as Step)) this.#runLoops.push({ from: first, to: moment - 1, section });
    }
    if (loops) this.#sectionLoops.push({ from: start, to: moment - 1, section });
    return moment;
  }

  #touch(step: Step, moment: number): void {
    this.#momentOf.set(step, moment);
    for (const buffer of [step.target, ...loadsOf(step).map((load) => load.buffer)]) this.#touches.set(buffer, [...(this.#touches.get(buffer) ?? []), moment]);
  }

  #ofValue(buffer: Buffer): readonly Kept[] {
    const { locals, divided } = this.#schedule;
    const [what, size] = [{ value: buffer }, bufferSize(buffer)];
    const life = this.#lifeOf(buffer);
    // The total of a divided function is read again where the function returns it.
    if (divided && buffer.result?.role === "total") return [{ what, name: "total", kind: "number", size, examples: 1, life: { ...life, to: this.#end } }];
    if (buffer.kind !== "value" || locals.has(buffer)) return [];
    return [{ what, name: buffer.name, kind: "number", size, examples: buffer.perExample ? this.#examples : 1, life }];
  }

  /** From the first moment that touches a value to the last. A loop that does not make the value anew in each turn needs it throughout. */
  #lifeOf(buffer: Buffer): Life {
    const touches = this.#touches.get(buffer) as readonly number[];
    const own: Life = { from: Math.min(...touches), to: Math.max(...touches) };
    const around = [...this.#sectionLoops, ...this.#runLoops].filter(({ from, to }) => touches.some((moment) => from <= moment && moment <= to) && !(buffer.perExample && from <= own.from && own.to <= to));
    return { from: Math.min(own.from, ...around.map(({ from }) => from)), to: Math.max(own.to, ...around.map(({ to }) => to)) };
  }

  /** What the blocks of a section keep of the data: what tiles read, until the last of them has, and the rows themselves. */
  #ofBlocks({ section: { steps }, from, to }: Loop): readonly Kept[] {
    if (this.#schedule.block === null) return [];
    const columns = gatheredLeaves(this.#schedule, steps).map((leaf): Kept => {
      const name = leaf.leaf?.name as string;
      const readers = steps.filter((step) => gatheredLeaves(this.#schedule, [step]).some((other) => other.leaf?.name === name));
      const last = Math.max(...readers.map((step) => this.#momentOf.get(step) as number));
      const kind = leaf.leaf?.role === "label" || leaf.leaf?.role === "index" ? "integer" : "number";
      return { what: { gathered: name }, name: `${name}_block`, kind, size: bufferSize(leaf), examples: this.#examples, life: { from, to: last } };
    });
    const asks = steps.some((step) => readsRow(this.#schedule, step));
    return [...columns, ...(asks ? [{ what: "rows" as const, name: "rows", kind: "integer" as const, size: 1, examples: this.#examples, life: { from, to } }] : [])];
  }
}

/** How many examples the arrays of a block hold, those that round its last tile up included. */
function capacityOf({ block, tiles }: UnplacedSchedule): number {
  if (block === null) return 1;
  const widths = [...tiles.values()].flatMap(({ step, widths: all }) => step.indices.filter((index) => index.examples === true).map((index) => all.get(index.id) ?? 1));
  return Math.max(block, ...widths.map((width) => Math.ceil(block / width) * width));
}
