import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

interface Heap {
  readonly isLooped: boolean;
  readonly growth: number;
  readonly bytesPerStep: number;
}

describe("a step of training", () => {
  it.each([
    ["unrolled", 2, 2],
    ["looped", 12, 25],
  ])("that is %s allocates nothing", async (kind, inputs, hidden) => {
    const flags = ["--expose-gc", "--min-semi-space-size=64", "--max-semi-space-size=64", "--import", "tsx"];
    const { stdout } = await promisify(execFile)(process.execPath, [...flags, "tests/runtime/heap-of-training.ts", String(inputs), String(hidden)]);
    const { isLooped, growth, bytesPerStep } = JSON.parse(stdout) as Heap;
    expect(isLooped).toBe(kind === "looped");
    // After 10,000 steps the heap is as after 100, but for code that was compiled meanwhile: less than a pointer per step.
    expect(growth).toBeLessThan(8 * 9_900);
    // V8 boxes the number that `step` returns, in 16 bytes; the smallest object with a number in it would take 32 more.
    expect(bytesPerStep).toBeLessThan(32);
  });
});
