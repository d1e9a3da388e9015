import { describe, expect, it } from "vitest";
import { updates } from "../../compiler/updates/index.ts";
import { looped, recompiled, unrolled } from "./at-point.ts";

const spec = (optimizer: string, rows: number): string => `
x = input(${rows})
w = param(${rows})
J = loss(square(sum(w .* x) - 1) / 2)
train({optimizer: "${optimizer}", rate: 0.1})
`;

/** The lines of step that are not of the gradient: numbers of the whole batch before the examples, and what follows the loss. */
function updateLines(code: string): { readonly code: readonly string[]; readonly comments: readonly string[] } {
  const step = code.slice(code.indexOf("export function step("));
  const lines = step.slice(0, step.indexOf("\n}")).split("\n").map((line) => line.trim());
  const before = lines.slice(lines.findIndex((line) => line.startsWith("const m =")) + 1, lines.findIndex((line) => line.startsWith("let ")));
  const after = lines.slice(lines.findIndex((line) => line.startsWith("const loss =")) + 1);
  const own = [...before, ...after].filter((line) => line !== "" && !line.startsWith("return"));
  return { code: own.filter((line) => !line.startsWith("//")), comments: own.filter((line) => line.startsWith("//")) };
}

describe("the update of a step, as it is emitted", () => {
  it.each([...updates.keys()])("%s reads like an algorithm box of fewer than 15 lines, in a loop and written out", (optimizer) => {
    for (const [rows, limits] of [[40, looped], [1, unrolled]] as const) {
      const { code } = recompiled(spec(optimizer, rows), {}, limits);
      const { code: lines, comments } = updateLines(code);
      expect(lines.length, lines.join("\n")).toBeGreaterThan(0);
      expect(lines.length, lines.join("\n")).toBeLessThan(15);
      const states = ((/^update\((.*?)\)/.exec(updates.get(optimizer)!.text))?.[1] ?? "").split(", ").slice(2);
      for (const name of ["w", ...states.map((state) => `${state}_w`)]) expect(comments.filter((line) => line.startsWith(`// ${name}⁺ = `)), comments.join("\n")).toHaveLength(1);
    }
  });
});
