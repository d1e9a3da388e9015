import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

interface Heap {
  readonly schedule: string;
  readonly growth: number;
  readonly bytesPerStep: number;
}

describe("a step of training", () => {
  it.each([
    ["unrolled", /^unrolled/],
    ["looped", /^loops: (?!.*(tiles|functions))/],
    ["tiled", /^loops: .* in register tiles(?!.*functions)/],
    ["divided", /^loops: .* in register tiles, .* in \d+ functions/],
    ["normalised", /^loops: .* in register tiles/],
  ])("that is %s allocates nothing", async (kind, written) => {
    const flags = ["--expose-gc", "--min-semi-space-size=64", "--max-semi-space-size=64", "--import", "tsx"];
    const { stdout } = await promisify(execFile)(process.execPath, [...flags, "tests/runtime/heap-of-training.ts", kind]);
    const { schedule, growth, bytesPerStep } = JSON.parse(stdout) as Heap;
    expect(schedule).toMatch(written);
    // After 10,000 steps the heap is as after 100, but for what the engine itself keeps: less than a pointer per step.
    expect(growth).toBeLessThan(8 * 9_900);
    // V8 boxes the number that `step` returns, in 16 bytes; the smallest object with a number in it would take 32 more.
    expect(bytesPerStep).toBeLessThan(32);
  });
});
