import { describe, expect, it } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { createFloats } from "../../runtime/values.ts";
import { divided, looped, rescheduled, tiled, unrolled } from "./at-point.ts";
import { countOperations } from "./count.ts";

/** From where both have long saturated to where both are nearly linear. */
const grid = [...Array.from({ length: 4321 }, (_, k) => (k - 2160) * 0.37), 0, 1e-300, -1e-300, 1e-9, -1e-9, 36, 37, 38, 709, 710, -709, -710, 745, -745, 1e6, -1e6, Infinity, -Infinity];

/** Of these as many as are worth writing out. */
const few = grid.filter((_, k) => k % 16 === 0 || k > 4300);

/** Of an exponential that cannot overflow: exact but for rounding. */
const exact = {
  sigmoid: { value: (z: number) => (z < 0 ? Math.exp(z) / (1 + Math.exp(z)) : 1 / (1 + Math.exp(-z))), slope: (z: number) => Math.exp(-Math.abs(z)) / (1 + Math.exp(-Math.abs(z))) ** 2 },
  tanh: { value: (z: number) => Math.tanh(z), slope: (z: number) => (4 * Math.exp(-2 * Math.abs(z))) / (1 + Math.exp(-2 * Math.abs(z))) ** 2 },
};

/** Beyond, the exponential is held at the largest that can be stored; what is missing then is smaller than this. */
const negligible = { f64: 5e-308, f32: 4e-38 };

const schedules = { unrolled, looped, tiled, divided };

/** The values and slopes that the emitted gradient computes at each z. */
async function emittedAt(op: string, at: readonly number[], limits: keyof typeof schedules, precision: "f64" | "f32"): Promise<{ readonly values: ArrayLike<number>; readonly slopes: ArrayLike<number> }> {
  const { module } = await rescheduled(`z = param(${at.length})\nw = param(${at.length})\ns = input()\nJ = loss(dot(w, ${op}(z)) + 0 * s)`, { precision }, schedules[limits]);
  const into = module.createGradients!(1);
  const flat = createFloats(precision, 2 * at.length).map((_, k) => at[k] ?? 1);
  module.gradient!(module.createParameters(flat), { size: 1, columns: { s: createFloats(precision, 1) } }, into, undefined, undefined, undefined, {}, { t: 0, epoch: 0, rate: 0, seed: 0 });
  return { values: into["w"]!, slopes: into["z"]! };
}

describe.each(["sigmoid", "tanh"] as const)("S37: %s and its slope", (op) => {
  it.each(Object.keys(schedules) as (keyof typeof schedules)[])("are accurate where it saturates and where it does not, %s", async (limits) => {
    const at = limits === "unrolled" ? few : grid;
    const found = await emittedAt(op, at, limits, "f64");
    for (const [k, z] of at.entries()) {
      const [value, slope] = [exact[op].value(z), exact[op].slope(z)];
      expect(Math.abs(found.values[k]! - value), `value at ${z}: ${found.values[k]} for ${value}`).toBeLessThanOrEqual(1e-15 * Math.abs(value) + negligible.f64);
      expect(Math.abs(found.slopes[k]! - slope), `slope at ${z}: ${found.slopes[k]} for ${slope}`).toBeLessThanOrEqual(1.5e-15 * slope + negligible.f64);
    }
  });

  it.each(["unrolled", "looped", "tiled"] as const)("are finite in 32 bits, %s", async (limits) => {
    const at = few.map(Math.fround);
    const { slopes } = await emittedAt(op, at, limits, "f32");
    for (const [k, z] of at.entries()) expect(Math.abs(slopes[k]! - exact[op].slope(z)), `slope at ${z}: ${slopes[k]}`).toBeLessThanOrEqual(1e-6 * exact[op].slope(z) + negligible.f32);
  });

  it("come from one exponential", async () => {
    for (const units of [3, 200]) {
      const { files } = await compile(`x = input(4)\nd = target(${units})\nW = param(${units}, 4)\nJ = loss(squaredError(${op}(W * x), d))`);
      const { example } = countOperations(files[0]!.text, "gradient");
      expect((example["exp"] ?? 0) + (example["expm1"] ?? 0) + (example["tanh"] ?? 0)).toBe(units);
    }
  });
});
