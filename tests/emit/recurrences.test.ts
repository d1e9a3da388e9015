import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { directoryWith, gradc } from "../cli/run.ts";
import { recurrentSpecs } from "../reference/random-recurrences.ts";
import { hold } from "./held.ts";

const runs = { numRuns: Number(process.env["RANDOM_SPECS"] ?? 15), seed: Number(process.env["SEED"] ?? 20240607), endOnFailure: process.env["SHRINK"] === undefined };

/** What `gradc check` says of a spec where it does not pass. */
async function checked(text: string, ...options: readonly string[]): Promise<void> {
  const { code, stdout, stderr } = await gradc(["check", directoryWith({ "spec.grad": text }).path("spec.grad"), ...options]);
  expect(code, `${text}\n${options.join(" ")}\n${stdout}\n${stderr}`).toBe(0);
}

describe("random recurrences, emitted", () => {
  it("give what the reference gives, unrolled, looped and as scheduled, on any examples of a batch", { timeout: 3_600_000 }, async () => {
    let held = 0;
    await fc.assert(fc.asyncProperty(recurrentSpecs(false), async (spec) => {
      const kept = await hold(spec);
      if (kept) held++;
      fc.pre(kept);
    }), { ...runs, maxSkipsPerRun: 1000 });
    expect(held).toBeGreaterThanOrEqual(runs.numRuns);
  });

  it("pass the check with random draws in each time step, and with respect to inputs", { timeout: 3_600_000 }, async () => {
    await fc.assert(fc.asyncProperty(recurrentSpecs(true), ({ text }) => checked(text, "--wrt", "x,B,W,s")), runs);
  });

  it("pass the check of Hessian-vector products, in 32 bits too", { timeout: 3_600_000 }, async () => {
    await fc.assert(fc.asyncProperty(recurrentSpecs(false), async ({ text }) => {
      await checked(text, "--hvp");
      await checked(text, "--precision", "f32");
    }), { ...runs, numRuns: Math.ceil(runs.numRuns / 3) });
  });

  it("pass the check of Jacobians of outputs", { timeout: 3_600_000 }, async () => {
    const withoutLoss = (text: string): string => text.replace(/^(J|far) = .*$/gm, "").replace(/^(conventions|train).*$/gm, "").replace(/target/g, "input");
    await fc.assert(fc.asyncProperty(recurrentSpecs(false), ({ text }) => checked(withoutLoss(text), "--wrt", "x,A,w")), { ...runs, numRuns: Math.ceil(runs.numRuns / 3) });
  });
});
