import type { Stored } from "../ir/memory.ts";
import { bufferSize, loadsOf, sameOffset, type Buffer, type Section, type Step, type TimeLoop } from "../ir/program.ts";
import { spanningValues } from "../ir/spanning.ts";
import { blockOf, gatheredLeaves, piecesOf, readsRow, type UnplacedSchedule } from "../ir/schedule.ts";
import { isElementwise } from "./shared-loops.ts";
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
  /** Whether all examples of the batch keep theirs: then `examples` are those behind the last one that a tile may write. */
  readonly spanning?: true;
  /** Whether each example has its own, and when any one of them needs it. */
  readonly perExample: boolean;
  readonly lifeOfOne: Life;
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

/**
 * A function moment by moment: each piece of straight-line code and each loop nest takes two, within which nothing is before
 * or after anything else. Only a loop that goes elementwise from one value to another reads each element before it writes it.
 */
class Timeline {
  readonly #schedule: UnplacedSchedule;
  readonly #touches = new Map<Buffer, number[]>();
  readonly #momentOf = new Map<Step, number>();
  /** Loops over the examples: around a section, and within the blocks of it around a run of steps. */
  readonly #sectionLoops: Loop[] = [];
  readonly #runLoops: Loop[] = [];
  readonly #timeLoops: Life[] = [];
  readonly #examples: number;
  readonly #spanning: ReadonlySet<Buffer>;
  readonly #end: number;

  constructor(schedule: UnplacedSchedule, start: number) {
    this.#schedule = schedule;
    this.#examples = capacityOf(schedule);
    this.#spanning = spanningValues(schedule.program);
    let moment = start;
    for (const section of schedule.program.sections) moment = this.#section(section, moment);
    this.#end = moment;
  }

  lifetimes(): Lifetimes {
    const kept = [...this.#sectionLoops.flatMap((loop) => this.#ofBlocks(loop)), ...[...this.#touches.keys()].flatMap((buffer) => this.#ofValue(buffer))];
    return { kept: kept.toSorted((a, b) => a.life.from - b.life.from), end: this.#end };
  }

  #section(section: Section, start: number): number {
    const { parts, tiles, program } = this.#schedule;
    const block = blockOf(this.#schedule, section);
    const loops = section.each === "example" && !program.single;
    // At its first moment a section sets sums to zero, and each block gathers what its tiles read.
    let moment = start + 2;
    let time: { readonly loop: TimeLoop | undefined; readonly from: number } = { loop: undefined, from: moment };
    const enter = (loop: TimeLoop | undefined): void => {
      if (loop === time.loop) return;
      if (time.loop !== undefined) this.#timeLoops.push({ from: time.from, to: moment - 1 });
      time = { loop, from: moment };
    };
    for (const run of (parts.get(section) ?? []).flat()) {
      const first = moment;
      for (const piece of piecesOf(this.#schedule, run)) {
        enter(piece[0]?.loops[0]);
        for (const step of piece) this.#touch(step, moment, piece.length === 1);
        moment += 2;
      }
      if (loops && block !== null && !tiles.has(run[0] as Step)) this.#runLoops.push({ from: first, to: moment - 1, section });
    }
    enter(undefined);
    if (loops) this.#sectionLoops.push({ from: start, to: moment - 1, section });
    return moment;
  }

  #touch(step: Step, moment: number, alone: boolean): void {
    this.#momentOf.set(step, moment + 1);
    const loads = loadsOf(step);
    const elementwise = alone && isElementwise(step) && !this.#schedule.unrolled.has(step) && !this.#schedule.tiles.has(step);
    const inPlace = (buffer: Buffer): boolean => elementwise && loads.every((load) => load.buffer !== buffer || sameOffset(load.offset, step.offset));
    const note = (buffer: Buffer, ...moments: readonly number[]): void => void this.#touches.set(buffer, [...(this.#touches.get(buffer) ?? []), ...moments]);
    for (const { buffer } of loads) note(buffer, moment, ...(inPlace(buffer) ? [] : [moment + 1]));
    note(step.target, ...(elementwise ? [] : [moment]), moment + 1);
  }

  #ofValue(buffer: Buffer): readonly Kept[] {
    const { locals, carried, divided } = this.#schedule;
    const { life, lifeOfOne } = this.#livesOf(buffer);
    const kept = { what: { value: buffer }, kind: "number", size: bufferSize(buffer) } as const;
    // The total of a divided function is read again where the function returns it.
    if (divided && buffer.result?.role === "total") return [{ ...kept, name: "total", examples: 1, perExample: false, life: { ...life, to: this.#end }, lifeOfOne }];
    if (buffer.kind !== "value" || locals.has(buffer) || carried.has(buffer)) return [];
    if (this.#spanning.has(buffer)) return [{ ...kept, name: `${buffer.name}_batch`, examples: widestTile(this.#schedule) - 1, spanning: true, perExample: true, life, lifeOfOne }];
    if (buffer.cleared === true) return [{ ...kept, name: buffer.name, examples: 1, perExample: false, life: always, lifeOfOne: always }];
    return [{ ...kept, name: buffer.name, examples: buffer.perExample ? this.#examples : 1, perExample: buffer.perExample, life, lifeOfOne }];
  }

  /**
   * From the first moment that touches a value to the last, and as long as a loop over time takes that does. A loop that does not make the value anew in each turn needs it
   * throughout; for one example alone the loops around runs do not count, whose turns are for other examples.
   */
  #livesOf(buffer: Buffer): { readonly life: Life; readonly lifeOfOne: Life } {
    const touches = this.#touches.get(buffer) as readonly number[];
    const own: Life = { from: Math.min(...touches), to: Math.max(...touches) };
    const around = (loops: readonly Loop[]): readonly Loop[] => loops.filter(({ from, to }) => touches.some((moment) => from <= moment && moment <= to) && !(buffer.perExample && from <= own.from && own.to <= to));
    const inTime = this.#timeLoops.filter(({ from, to }) => touches.some((moment) => from <= moment && moment <= to));
    const ofOne = hull([own, ...around(this.#sectionLoops), ...inTime]);
    return { life: hull([ofOne, ...around(this.#runLoops)]), lifeOfOne: ofOne };
  }

  /** What the blocks of a section keep of the data: what tiles read, until the last of them has, and the rows themselves. */
  #ofBlocks({ section, from, to }: Loop): readonly Kept[] {
    const { steps } = section;
    if (blockOf(this.#schedule, section) === null) return [];
    const columns = gatheredLeaves(this.#schedule, steps).map((leaf): Kept => {
      const name = leaf.leaf?.name as string;
      const readers = steps.filter((step) => gatheredLeaves(this.#schedule, [step]).some((other) => other.leaf?.name === name));
      const last = Math.max(...readers.map((step) => this.#momentOf.get(step) as number));
      const kind = leaf.leaf?.role === "label" || leaf.leaf?.role === "index" ? "integer" : "number";
      return { what: { gathered: name }, name: `${name}_block`, kind, size: bufferSize(leaf), examples: this.#examples, perExample: true, life: { from, to: last }, lifeOfOne: { from, to: last } };
    });
    const asks = steps.some((step) => readsRow(this.#schedule, step));
    return [...columns, ...(asks ? [{ what: "rows" as const, name: "rows", kind: "integer" as const, size: 1, examples: this.#examples, perExample: true, life: { from, to }, lifeOfOne: { from, to } }] : [])];
  }
}

/** What is zero between two steps may hold nothing else. */
const always: Life = { from: 0, to: Infinity };

const hull = (lives: readonly Life[]): Life => ({ from: Math.min(...lives.map(({ from }) => from)), to: Math.max(...lives.map(({ to }) => to)) });

/** How many examples the arrays of a block hold, those that round its last tile up included. */
function capacityOf(schedule: UnplacedSchedule): number {
  const { block } = schedule;
  return block === null ? 1 : Math.max(...exampleWidths(schedule).map((width) => Math.ceil(block / width) * width));
}

/** How many examples tiles take at once; one that is none takes 1. */
const exampleWidths = ({ tiles }: UnplacedSchedule): readonly number[] => [1, ...[...tiles.values()].flatMap(({ step, widths }) => step.indices.filter((index) => index.examples === true).map((index) => widths.get(index.id) ?? 1))];

const widestTile = (schedule: UnplacedSchedule): number => Math.max(...exampleWidths(schedule));
