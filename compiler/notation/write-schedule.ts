import { bytesOf, type WorkArray } from "../ir/memory.ts";
import { bufferSize, type Buffer, type Step } from "../ir/program.ts";
import type { Schedule, Tile } from "../ir/schedule.ts";
import { section } from "./write-graph.ts";
import { headingOf } from "./write-program.ts";

/** How one step of a function is carried out. */
interface Choice {
  readonly target: string;
  readonly extents: readonly number[];
  /** Scalar operations in one run of the section. */
  readonly operations: number;
  readonly as: "unrolled" | "loop" | "tile";
  /** Elements that a tile takes at once along each index that has a width; `n` counts the examples. */
  readonly widths?: { readonly [index: string]: number };
  /** Where the numbers that it makes live. */
  readonly lives: string;
}

export interface ScheduleJson {
  readonly function: string;
  readonly reason: string;
  /** How many examples tiled steps take together; null where each goes through alone. */
  readonly block: number | null;
  /** How many functions it is written as. */
  readonly functions: number;
  readonly sections: readonly { readonly each: "batch" | "example"; readonly rowsOf?: string; readonly steps: readonly Choice[] }[];
  readonly memory: MemoryJson;
}

/** The arrays of the module that a function works in; other functions may work in them too. */
interface MemoryJson {
  readonly bytes: number;
  /** Of arrays that span the batch, for each of its examples. */
  readonly bytesPerExample: number;
  /** What takes turns in each, what other functions keep there included. */
  readonly arrays: readonly { readonly values: readonly string[]; readonly kind: WorkArray["kind"]; readonly length: number; readonly bytes: number; /** Length and bytes are those of one example, and all of a batch have them. */ readonly spanning?: true }[];
}

/** Bytes that a number takes in each precision. */
const bytesPerNumber = { f64: 8, f32: 4 } as const;

type Precision = keyof typeof bytesPerNumber;

/** A schedule as plain data, with the bytes that its arrays take in a precision. */
export function scheduleJson(schedule: Schedule, precision: Precision): ScheduleJson {
  const { program, reason, block, divided, parts } = schedule;
  const arrays = schedule.memory.arrays.map((array) => ({ values: array.values.map(({ name }) => name), kind: array.kind, length: array.length, bytes: bytesOf(array, bytesPerNumber[precision]), ...(array.spanning === undefined ? {} : { spanning: true as const }) }));
  const bytesIn = (some: typeof arrays): number => some.reduce((sum, { bytes }) => sum + bytes, 0);
  const memory = { bytes: bytesIn(arrays.filter(({ spanning }) => spanning === undefined)), bytesPerExample: bytesIn(arrays.filter(({ spanning }) => spanning === true)), arrays };
  return { function: program.name, reason, block, functions: divided ? [...parts.values()].flat().length + 1 : 1, sections: program.sections.map(({ each, rowsOf, steps }) => ({ each, ...(rowsOf === undefined ? {} : { rowsOf }), steps: steps.map((step) => choiceOf(schedule, step)) })), memory };
}

/** What was chosen for a function and each of its steps, and why. */
export function writeSchedule(schedule: Schedule, precision: Precision): string {
  const { function: name, reason, sections, memory } = scheduleJson(schedule, precision);
  const rows = sections.map(({ steps, ...one }) =>
    section(headingOf(one), steps.map(({ target, extents, operations, as, widths, lives }) => [
      target,
      extents.length === 0 ? "scalar" : extents.join(" × "),
      `${operations} operation${operations === 1 ? "" : "s"}`,
      widths === undefined ? as : `tile ${Object.entries(widths).map(([index, width]) => `${index} by ${width}`).join(", ")}`,
      lives,
    ])));
  const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? "" : "s"}`;
  const arrays = memory.arrays.map(({ values, kind, length, bytes, spanning }) => [values.join(", "), counted(length, kind), `${counted(bytes, "byte")}${spanning === true ? " for each example of the batch" : ""}`]);
  const title = `arrays of the module: ${counted(memory.bytes, "byte")}${memory.bytesPerExample === 0 ? "" : `, and ${counted(memory.bytesPerExample, "byte")} for each example of the batch`}${memory.arrays.some(({ values }) => values.length > 1) ? "; values on one line take turns" : ""}`;
  return [`${name}\n  ${reason}`, ...rows, ...(arrays.length === 0 ? [] : [section(title, arrays)])].filter((text) => text !== "").join("\n\n") + "\n";
}

function choiceOf({ unrolled, locals, operations, tiles, block, memory }: Schedule, step: Step): Choice {
  const tile = tiles.get(step);
  return {
    target: step.target.name,
    extents: step.target.extents,
    operations: operations.get(step) ?? 0,
    as: unrolled.has(step) ? "unrolled" : tile === undefined ? "loop" : "tile",
    ...(tile === undefined ? {} : { widths: widthsByName(step, tile) }),
    lives: homeOf(step.target, locals, memory.values.get(step.target)?.spanning !== undefined ? "the batch" : block === null ? null : "a block"),
  };
}

/** Indices are called by their place in the target, `n` the examples. */
function widthsByName({ indices }: Step, { widths }: Tile): { readonly [index: string]: number } {
  const letters = "ijpquvw";
  return Object.fromEntries([...widths].map(([id, width]) => [letters[indices.findIndex((index) => index.id === id)] ?? "n", width]));
}

/** `among`: what has room for all of its examples where a value is one of an example. */
function homeOf(buffer: Buffer, locals: ReadonlySet<Buffer>, among: string | null): string {
  const size = bufferSize(buffer);
  const numbers = `${size} number${size === 1 ? "" : "s"}`;
  if (buffer.kind === "result") return buffer.leaf === undefined ? `handed out as ${buffer.result?.role ?? "result"} ${buffer.result?.name ?? ""}`.trim() : `written over ${buffer.leaf.name} in place`;
  return locals.has(buffer) ? `local variables, ${numbers}` : `an array of the module, ${numbers}${buffer.perExample && among !== null ? ` for each example of ${among}` : ""}`;
}
