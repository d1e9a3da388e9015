import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emittedDraw } from "../../compiler/commands/draws.ts";
import { rootNamed, rootsOf, type Graph } from "../../compiler/ir/graph.ts";
import { evaluate, type Point } from "../../compiler/reference/evaluate.ts";
import { kinkDistance } from "../../compiler/reference/kinks.ts";
import { choosePoints } from "../../compiler/reference/points.ts";
import { graphsOf } from "../reference/pipeline.ts";
import { pictureSpecs } from "../reference/picture-specs.ts";
import { largeSpecs, type LargeSpec } from "../reference/random-specs.ts";
import { examplesAt, expectClose, foundAt, divided, looped, parametersAt, rescheduled, restricted, rowsOf, tiled, unrolled, wantedAt, type Selection } from "./at-point.ts";
import { descend } from "./update-rules.ts";

const selections: readonly Selection[] = [
  {},
  { from: 3, to: 4 },
  { from: 1, to: 3 },
  { order: Uint32Array.of(4, 0, 3, 1, 2) },
  { order: Uint32Array.of(2, 4, 1, 0, 3), from: 1, to: 3 },
  { order: Uint32Array.of(3) },
];

/** Five examples at which nothing is near a kink; null where there are none. */
function pointFor(parsed: Graph, differentiated: Graph, precision: "f64" | "f32"): Point | null {
  const total = rootNamed(parsed, "total", "loss")!;
  const of = rootsOf(differentiated, "gradient").map((root) => rootNamed(parsed, "definition", root.name)!);
  const roots = [...rootsOf(parsed, "total", "metric", "output"), ...rootsOf(differentiated, "gradient")].map((root) => root.node);
  const [one, two] = choosePoints(parsed, { count: 2, precision, of, also: roots, noise: emittedDraw });
  if (one === undefined || two === undefined) return null;
  const columns = Object.entries(one.point.columns).map(([name, values]) => [name, [...Array.from(values), ...Array.from(two.point.columns[name]!)].slice(0, (5 * values.length) / 3)] as const);
  const point: Point = { ...one.point, columns: Object.fromEntries(columns), size: 5 };
  const values = evaluate([...roots, total], point);
  const sane = [...roots, total].every((root) => values.get(root)!.every((value) => Math.abs(value) < 1e3));
  return sane && kinkDistance(roots, point) > 1e-4 ? point : null;
}

/** Everything that one spec is held against. */
async function hold({ text, wrt }: LargeSpec): Promise<boolean> {
  const { parsed, differentiated } = graphsOf(text, wrt);
  const point = pointFor(parsed, differentiated, "f64");
  if (point === null) return false;
  const [written, loops, tiles, parts, usual] = await Promise.all([unrolled, looped, tiled, divided, undefined].map((limits) => rescheduled(text, { wrt }, limits)));
  for (const [k, selection] of selections.entries()) {
    const at = restricted(point, rowsOf(selection, point.size));
    const wanted = new Map(wantedAt(parsed, differentiated, at));
    wanted.set("evaluated total", wanted.get("total loss")!);
    for (const name of parsed.spec.source.text.matchAll(/^(\w+) = loss/gm)) wanted.set(`trained loss ${name[1]}`, wanted.get(`loss ${name[1]}`)!);
    const found = foundAt(written!, point, selection);
    const where = `${text}\nwrt ${wrt.join()}, selection ${k}`;
    expectClose(found, wanted, 1e-9, `unrolled: ${where}`);
    expectClose(foundAt(loops!, point, selection), wanted, 1e-9, `loops: ${where}`);
    expectClose(foundAt(loops!, point, selection), found, 1e-12, `loops and unrolled: ${where}`);
    expectClose(foundAt(tiles!, point, selection), found, 1e-12, `tiles and unrolled: ${where}`);
    expectClose(foundAt(parts!, point, selection), found, 1e-12, `divided and unrolled: ${where}`);
    expectClose(foundAt(usual!, point, selection), found, 1e-12, `as scheduled and unrolled: ${where}`);
  }
  return true;
}

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
});
