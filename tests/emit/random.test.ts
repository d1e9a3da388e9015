import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { graphsOf } from "../reference/pipeline.ts";
import { pictureSpecs } from "../reference/picture-specs.ts";
import { largeSpecs } from "../reference/random-specs.ts";
import { divided, examplesAt, looped, parametersAt, rescheduled, tiled, unrolled } from "./at-point.ts";
import { hold, pointFor } from "./held.ts";
import { descend } from "./update-rules.ts";

/** Steps by the emitted code, and by the table of language.md from the emitted gradient. */
async function holdSteps(text: string): Promise<boolean> {
  const { parsed, differentiated } = graphsOf(text);
  const point = pointFor(parsed, differentiated, "f64");
  if (point === null) return false;
  for (const limits of [unrolled, looped, tiled, divided]) {
    const { module } = await rescheduled(text, {}, limits);
    const { metadata } = module;
    const data = examplesAt(module, point);
    const params = parametersAt(module, point);
    const own = parametersAt(module, point);
    const rule = descend(metadata.train.optimizer, {});
    const state = module.createState!();
    for (let t = 1; t <= 3; t++) {
      const scheduled = typeof metadata.train.rate === "string";
      const rate = typeof metadata.train.rate === "number" ? metadata.train.rate : 0.1 / (t + 1);
      const into = module.createGradients!(point.size);
      const order = Uint32Array.of(4, 2, 1, 0, 3);
      const [from, to] = [t - 1, t + 2];
      const arrays = [order, from, to] as unknown as [undefined, undefined, undefined];
      const wanted = module.gradient!(own, data, into, ...arrays, point.hyper, { t, epoch: 1, rate, seed: 0 });
      const loss = module.step!(params, state, data, { t, epoch: 1, rate: scheduled ? NaN : rate, seed: 0 }, order, from, to, point.hyper);
      expect(Math.abs(loss - wanted), `loss of step ${t}: ${text}`).toBeLessThanOrEqual(1e-11 * Math.max(1, Math.abs(wanted)));
      const gradient: readonly number[] = metadata.parameters.flatMap(({ name }) => Array.from(into[name]!));
      rule(own.flat, gradient, rate, t);
      // Adaptive rules divide by the size of the gradient, so that of one near 0 only the rounding counts.
      const adaptive = /ada|rms/.test(metadata.train.optimizer);
      const scale = Math.max(1, ...gradient.map(Math.abs));
      for (const [k, value] of own.flat.entries()) {
        if (adaptive && Math.abs(gradient[k]!) < 1e-4 * scale && gradient[k] !== 0) own.flat[k] = params.flat[k]!;
        else if (!(Math.abs(params.flat[k]! - value) <= 1e-11 * Math.max(1, Math.abs(value)))) expect.fail(`element ${k} after step ${t}: ${params.flat[k]} for ${value}\n${text}`);
      }
      // The next gradient is taken where the module is, not where rounding has led the plain rule.
      own.flat.set(params.flat);
    }
  }
  return true;
}

const runs = { numRuns: Number(process.env["RANDOM_SPECS"] ?? 30), seed: Number(process.env["SEED"] ?? 20240607), endOnFailure: process.env["SHRINK"] === undefined };

describe("random specs, emitted", () => {
  it.each([["of many roles", largeSpecs], ["of pictures", pictureSpecs]])("give what the reference gives, unrolled, looped and as scheduled, on any examples of a batch: %s", { timeout: 3_600_000 }, async (_, kind) => {
    let held = 0;
    await fc.assert(fc.asyncProperty(kind, async (spec) => {
      const kept = await hold(spec);
      if (kept) held++;
      fc.pre(kept);
    }), { ...runs, maxSkipsPerRun: 1000 });
    expect(held).toBeGreaterThanOrEqual(runs.numRuns);
  });

  it("step as the table of update rules says of their gradients", { timeout: 3_600_000 }, async () => {
    await fc.assert(fc.asyncProperty(largeSpecs, async ({ text }) => fc.pre(await holdSteps(text))), { ...runs, maxSkipsPerRun: 1000 });
  });

  it("sum over the examples what is handed out for each of them", async () => {
    expect(await hold({ text: 'x = input(100)\nw = param(100)\nh = w + x\nJ = loss(sum(sin(h)))\nconventions({reduction: "sum"})', wrt: ["w", "h"] })).toBe(true);
  });
});
