import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withShortReductions } from "../../compiler/5-schedule/short-reductions.ts";
import { withoutLoops } from "../../compiler/5-schedule/time.ts";
import { splitByTests } from "../../compiler/5-schedule/split.ts";
import { schedule } from "../../compiler/5-schedule/schedule.ts";
import { runPhases } from "../../compiler/compile.ts";
import { loadsOf, type Section, type Step } from "../../compiler/ir/program.ts";
import type { Schedule } from "../../compiler/ir/schedule.ts";
import { divided, looped, tiled, unrolled } from "../emit/at-point.ts";
import { largeSpecs } from "../reference/random-specs.ts";
import { specText } from "../emit/emitted.ts";

const namesOf = (made: readonly Schedule[], name: string): readonly string[] => made.find(({ program }) => program.name === name)!.program.sections.find(({ each }) => each === "example")!.steps.map(({ target }) => target.name);

const deep = Array.from({ length: 4 }, (_, k) => k + 1);
const network = (width: number): string => [
  `h0 = input(${width})`, `d = target(${width})`, ...deep.flatMap((k) => [`W${k} = param(${width}, ${width})`, `b${k} = param(${width})`, `h${k} = relu(W${k} * h${k - 1} + b${k})`]), "J = loss(sum((h4 - d) .^ 2))",
].join("\n");

/** For each step what of the section it reads and writes is written before it, as text that does not depend on the order. */
function before({ steps }: Section): ReadonlyMap<Step, ReadonlySet<Step>> {
  return new Map(steps.map((step, k) => {
    const touched = new Set(loadsOf(step).map((load) => load.buffer));
    return [step, new Set(steps.slice(0, k).filter((other) => touched.has(other.target)))];
  }));
}

describe("the order of steps", () => {
  it.each([["straight-line code", 2, ["dW", "db"]], ["loops and tiles", 40, ["db", "dW"]]])("has the gradients of a layer beside its error: %s", (_, width, gradients) => {
    const names = namesOf(schedule(runPhases(network(width)).programs), "gradient");
    const errors = deep.map((k) => names.indexOf(`dh${k}_in`));
    expect(errors).toEqual(errors.toSorted((a, b) => b - a));
    for (const k of deep) {
      const end = k === 1 ? names.length : names.indexOf(`dh${k - 1}`);
      expect(names.slice(errors[k - 1]! + 1, end).filter((name) => name !== "J_sum")).toEqual(gradients.map((name) => `${name}${k}`));
    }
  });

  it("has the sums over the examples behind the forward pass, but that of the loss", () => {
    const names = namesOf(schedule(runPhases("x = input(2)\nw = param(2)\nz = w * x\nl = loss(z^2)\n").programs), "gradient");
    expect(names.at(-1)).toMatch(/^dw/);
  });

  it("parts no loop that neighbouring steps share", () => {
    const made = schedule(runPhases(specText("mnist")).programs);
    const { program, shared } = made.find((one) => one.program.name === "step")!;
    expect(program.sections.at(-1)!.steps.filter((step) => shared.has(step)).map(({ target }) => target.name)).toEqual(["W1", "b1", "W2", "b2"]);
  });

  it("is that of the lowered program but for sums over the examples, and every step finds what it reads", { timeout: 60_000 }, () => {
    fc.assert(fc.property(largeSpecs, ({ text, wrt }) => {
      const given = runPhases(text, { wrt }).programs;
      for (const limits of [unrolled, looped, tiled, divided, undefined]) {
        const programs = schedule(given, limits).map(({ reason }, k) => (reason.startsWith("unrolled") ? withoutLoops(given[k]!) : withShortReductions(splitByTests(given[k]!))));
        for (const [k, { program }] of schedule(programs, limits).entries()) {
          for (const [s, section] of program.sections.entries()) {
            const lowered = programs[k]!.sections[s]!;
            const isSum = (step: Step): boolean => step.accumulate && !step.target.perExample;
            expect(new Set(section.steps)).toEqual(new Set(lowered.steps));
            expect(section.steps.filter((step) => !isSum(step))).toEqual(lowered.steps.filter((step) => !isSum(step)));
            const wanted = before(lowered);
            for (const [step, writers] of before(section)) expect(writers).toEqual(wanted.get(step));
          }
        }
      }
    }), { numRuns: 15, seed: 3 });
  });
});
