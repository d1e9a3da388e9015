import { describe, expect, it } from "vitest";
import { loadModule } from "../../compiler/commands/run-module.ts";
import type { Operation } from "../../compiler/ir/op.ts";
import { operations } from "../../compiler/ops/index.ts";
import { checkProducts } from "../../compiler/reference/check-products.ts";
import { formatCheck } from "../../compiler/reference/format.ts";
import { samplesOf, unlocked, type Sample } from "./generated.ts";
import { initialPoint } from "./points.ts";
import { productsOf, smoothPoints } from "./products.ts";

/** Of the many shapes that an operation takes, so many; all of them take ten times as long. */
const most = Number(process.env["SAMPLES"] ?? 6);

function chosenFor(op: Operation): readonly Sample[] {
  const samples = samplesOf(op).filter(({ text }) => text.includes("param("));
  return samples.filter((_, k) => k % Math.ceil(samples.length / most) === 0);
}

// Every operation of the registry that takes numbers, differentiated twice: a new one is tested by being there.
describe.each([...operations.values()].filter((op) => op.parameters.length > 0 && chosenFor(op).length > 0).map((op) => [op.name, op] as const))("%s", (_, op) => {
  it.each(chosenFor(op).map((sample) => [sample.title, sample] as const))("has the second derivatives of differences, %s", async (_title, { text, exact }) => {
    const compiled = unlocked(op, () => loadModule(text, { hvp: true }));
    const loaded = await compiled;
    unlocked(op, () => {
      const checked = productsOf(text, loaded);
      const result = checkProducts(checked, { points: exact ? [initialPoint(checked.parsed)] : smoothPoints(checked) });
      expect(result.ok, `${text}\n${formatCheck(result)}`).toBe(true);
      expect(result.rows.every((row) => row.undecided === 0), formatCheck(result)).toBe(true);
    });
  });
});
