import { bufferSize, type Buffer, type Step } from "../ir/program.ts";
import type { Schedule } from "../ir/schedule.ts";
import { section } from "./write-graph.ts";

/** How one step of a function is carried out. */
interface Choice {
  readonly target: string;
  readonly extents: readonly number[];
  /** Scalar operations in one run of the section. */
  readonly operations: number;
  readonly as: "unrolled" | "loop";
  /** Where the numbers that it makes live. */
  readonly lives: string;
}

export interface ScheduleJson {
  readonly function: string;
  readonly reason: string;
  readonly sections: readonly { readonly each: "batch" | "example"; readonly steps: readonly Choice[] }[];
}

/** A schedule as plain data. */
export function scheduleJson(schedule: Schedule): ScheduleJson {
  const { program, reason } = schedule;
  return { function: program.name, reason, sections: program.sections.map(({ each, steps }) => ({ each, steps: steps.map((step) => choiceOf(schedule, step)) })) };
}

/** What was chosen for a function and each of its steps, and why. */
export function writeSchedule(schedule: Schedule): string {
  const { function: name, reason, sections } = scheduleJson(schedule);
  const rows = sections.map(({ each, steps }) =>
    section(each === "batch" ? "once a batch" : "for each example", steps.map(({ target, extents, operations, as, lives }) => [
      target,
      extents.length === 0 ? "scalar" : extents.join(" × "),
      `${operations} operation${operations === 1 ? "" : "s"}`,
      as,
      lives,
    ])));
  return [`${name}\n  ${reason}`, ...rows].filter((text) => text !== "").join("\n\n") + "\n";
}

function choiceOf({ unrolled, locals, operations }: Schedule, step: Step): Choice {
  return {
    target: step.target.name,
    extents: step.target.extents,
    operations: operations.get(step) ?? 0,
    as: unrolled.has(step) ? "unrolled" : "loop",
    lives: homeOf(step.target, locals),
  };
}

function homeOf(buffer: Buffer, locals: ReadonlySet<Buffer>): string {
  const size = bufferSize(buffer);
  const numbers = `${size} number${size === 1 ? "" : "s"}`;
  if (buffer.kind === "result") return buffer.leaf === undefined ? `handed out as ${buffer.result?.role ?? "result"} ${buffer.result?.name ?? ""}`.trim() : `written over ${buffer.leaf.name} in place`;
  return locals.has(buffer) ? `local variables, ${numbers}` : `an array of the module, ${numbers}`;
}
