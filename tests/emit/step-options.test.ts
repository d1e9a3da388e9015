import { describe, expect, it } from "vitest";
import { createExamples } from "../../runtime/examples.ts";
import type { Floats } from "../../runtime/model.ts";
import { divided, looped, rescheduled, tiled, unrolled } from "./at-point.ts";

const spec = (more: string): string => `
x = input(4)
t = target(2)
W = param(5, 4)
b = param(5)
V = param(2, 5)
mu = hyper(0.7)
y = output(V * tanh(W * x + b))
J = loss(sum((y - t) .^ 2))
${more}
`;

/** Shape and place of each parameter in the flat array. */
const layout = [{ rows: 5, columns: 4, offset: 0 }, { rows: 1, columns: 5, offset: 20 }, { rows: 2, columns: 5, offset: 25 }] as const;

type After = (w: Float64Array, g: readonly number[], memory: number[], t: number) => void;

/** Ten steps of the emitted code, each against plain loops from the emitted gradient. */
async function hold(text: string, after: After): Promise<void> {
  for (const limits of [unrolled, looped, tiled, divided]) {
    const { module } = await rescheduled(text, {}, limits);
    const examples = createExamples(module.metadata.columns, 6, "f64");
    for (const values of Object.values(examples.columns)) for (const k of values.keys()) values[k] = Math.sin(1.7 * k + values.length);
    const params = module.initialise(3);
    const state: Floats = module.createState!();
    const memory: number[] = [];
    for (let t = 1; t <= 10; t++) {
      const into = module.createGradients!(1);
      const clock = { t, epoch: 2, rate: 0.3, seed: 0 };
      const all = [undefined, undefined, undefined] as unknown as [undefined, undefined, undefined];
      module.gradient!(params, examples, into, ...all, { mu: 0.6 }, clock);
      const expected = Float64Array.from(params.flat);
      after(expected, module.metadata.parameters.flatMap(({ name }) => Array.from(into[name]!)), memory, t);
      module.step!(params, state, examples, clock, ...all, { mu: 0.6 });
      for (const [k, value] of params.flat.entries()) expect(Math.abs(value - expected[k]!), `element ${k} after step ${t}`).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(expected[k]!)));
    }
  }
}

const norm = (values: ArrayLike<number>): number => Math.hypot(...Array.from(values));

const descend: After = (w, g) => g.forEach((slope, k) => (w[k]! -= 0.3 * slope));

/** Scales some elements down to a norm, where theirs is larger. */
function bound(w: Float64Array, from: number, count: number, most: number): boolean {
  const part = w.subarray(from, from + count);
  const size = norm(part);
  if (size <= most) return false;
  for (const k of part.keys()) part[k]! *= most / size;
  return true;
}

describe("a step", () => {
  it("follows the rule that the spec writes, its state and the hypers", () =>
    hold(spec("update(weight, slope, s, q) = [weight - rate * (s + mu slope) / t, mu s + slope ^ 2, q + epoch]"), (w, g, memory, t) => {
      for (const [k, slope] of g.entries()) {
        const s = memory[k] ?? 0;
        w[k]! -= (0.3 * (s + 0.6 * slope)) / t;
        memory[k] = 0.6 * s + slope ** 2;
      }
    }));

  it("has gradients scaled down together to clipNorm, and left alone below it", async () => {
    let clipped = 0;
    await hold(spec("train({clipNorm: 0.8})"), (w, g, memory, t) => {
      const scale = Math.min(1, 0.8 / norm(g));
      if (scale < 1) clipped++;
      descend(w, g.map((slope) => scale * slope), memory, t);
    });
    expect(clipped).toBeGreaterThan(0);
    expect(clipped).toBeLessThan(40);
  });

  it("clips a gradient of zero to itself", () => hold("x = input(1)\nmu = hyper(0.5)\nW = param(5, 4)\nb = param(5)\nV = param(2, 5)\nJ = loss(0 * x[1] + 0 * (sum(W .^ 2) + sum(b) + sum(V)))\ntrain({clipNorm: 1})\n", descend));

  it.each([["all of a parameter", "constrain(norm(V) <= 1.1)", (w: Float64Array) => bound(w, layout[2].offset, 10, 1.1)], ["each row of it", 'constrain(norm(W, "rows") <= 0.7)', (w: Float64Array) => [0, 1, 2, 3, 4].map((row) => bound(w, 4 * row, 4, 0.7)).some(Boolean)], ["a vector", "constrain(norm(b) <= 0.05)", (w: Float64Array) => bound(w, layout[1].offset, 5, 0.05)]])("is projected where the norm of %s is bounded", async (_, statement, project) => {
    let bounded = 0;
    await hold(spec(statement), (w, g, memory, t) => {
      descend(w, g, memory, t);
      if (project(w)) bounded++;
    });
    expect(bounded).toBeGreaterThan(0);
  });
});
