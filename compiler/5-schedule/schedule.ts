import { loadsOf, type Buffer, type Expression, type Program, type Step } from "../ir/program.ts";
import type { Schedule } from "../ir/schedule.ts";
import { unrolledOperationsPerFunction, unrolledOperationsPerStep } from "./thresholds.ts";

/** How many scalar operations may be written out, in a function and in one step. */
export interface Limits {
  readonly perFunction: number;
  readonly perStep: number;
}

const measured: Limits = { perFunction: unrolledOperationsPerFunction, perStep: unrolledOperationsPerStep };

/** Decides for each step whether it is written out or looped, and where each value lives. */
export function schedule(program: Program, limits: Limits = measured): Schedule {
  const steps = program.sections.flatMap((section) => section.steps);
  const operations = new Map(steps.map((step) => [step, operationsOf(step)]));
  const total = [...operations.values()].reduce((a, b) => a + b, 0);
  const written = steps.reduce((sum, step) => sum + pointsOf(step), 0);
  const small = Math.max(total, written) <= limits.perFunction;
  const unrolled = new Set(steps.filter((step) => small || Math.max(operations.get(step) as number, pointsOf(step)) <= limits.perStep));
  const reason = small
    ? `unrolled: ${total} scalar operations, at most ${limits.perFunction}`
    : `loops: ${total} scalar operations${total <= limits.perFunction ? ` and ${written} elements` : ""}, more than ${limits.perFunction}; ${unrolled.size} of ${steps.length} steps have at most ${limits.perStep} and are unrolled`;
  return { program, unrolled, locals: localsOf(program, steps, unrolled), operations, reason };
}

/** A value can live in local variables if every step that touches it is written out and names its elements. */
function localsOf(program: Program, steps: readonly Step[], unrolled: ReadonlySet<Step>): ReadonlySet<Buffer> {
  const locals = new Set(program.buffers.filter((buffer) => buffer.kind === "value"));
  for (const step of steps) {
    const looked = loadsOf(step).filter((load) => load.offset.data.length > 0).map((load) => load.buffer);
    const written = step.offset.data.length > 0 ? [step.target] : [];
    const moving = loadsOf(step).filter((load) => load.offset.terms.length > 0).map((load) => load.buffer);
    const touched = unrolled.has(step) ? [...looked, ...written] : [...(step.indices.length > 0 || written.length > 0 ? [step.target] : []), ...looked, ...moving];
    for (const buffer of touched) locals.delete(buffer);
  }
  return locals;
}

/** Elements that a step writes. */
const pointsOf = (step: Step): number => step.indices.reduce((product, index) => product * index.extent, 1);

/** Scalar operations of a step as the lowered form has them, before anything is shared or folded. */
function operationsOf(step: Step): number {
  return pointsOf(step) * (countOf(step.value) + (step.accumulate ? 1 : 0));
}

function countOf(expression: Expression): number {
  switch (expression.kind) {
    case "load":
    case "number":
    case "position":
      return 0;
    case "draw":
      return 8;
    case "apply":
      return 1 + expression.args.reduce((sum, arg) => sum + countOf(arg), 0);
    case "guard":
      return countOf(expression.value);
    case "reduce":
      return expression.indices.reduce((product, index) => product * index.extent, 1) * (1 + countOf(expression.value));
  }
}

