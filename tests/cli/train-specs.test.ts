import { describe, expect, it } from "vitest";
import { gradc, lastJson } from "./run.ts";

interface Validated {
  readonly validation: { readonly loss: number; readonly metrics: { readonly [name: string]: number } };
}

async function validated(...args: readonly string[]): Promise<Validated["validation"]> {
  const { code, stdout, stderr } = await gradc(["train", ...args, "--json"]);
  expect({ code, errors: stderr.split("\n").filter((line) => line !== "" && !line.startsWith("epoch")) }).toEqual({ code: 0, errors: [] });
  return (lastJson(stdout) as Validated).validation;
}

describe("specs on generated data", () => {
  const seeds = [["--seed", "1"], ["--seed", "2"], ["--seed", "3"]];

  it.each(seeds)("spiral tells held-out points apart %s %s", async (...seed) => {
    expect((await validated("specs/spiral.grad", ...seed)).metrics["accuracy"]).toBeGreaterThanOrEqual(0.98);
  });

  it.each(seeds)("circle tells held-out points apart %s %s", async (...seed) => {
    expect((await validated("specs/circle.grad", ...seed)).metrics["accuracy"]).toBeGreaterThanOrEqual(0.98);
  });

  it.each(seeds)("regression comes down to the noise, of variance 0.01 %s %s", async (...seed) => {
    expect((await validated("specs/regression.grad", ...seed)).loss).toBeLessThan(0.02);
  });

  it.each(seeds)("matrix factorisation comes near the noise, whose mean size is 0.16 %s %s", async (...seed) => {
    expect((await validated("specs/networks/matrix-factorisation.grad", ...seed)).metrics["error"]).toBeLessThan(0.2);
  });

  it.each(seeds)("the bag of words tells what held-out documents are about %s %s", async (...seed) => {
    expect((await validated("specs/networks/bag-of-words.grad", ...seed)).metrics["accuracy"]).toBeGreaterThan(0.93);
  });

  it("two epochs of the digits do better than the nearest mean", async () => {
    expect((await validated("specs/digits.grad", "--epochs", "2")).metrics["accuracy"]).toBeGreaterThan(0.88);
    // Nine in ten pictures are no 2, so that a constant answer is right in 90 %.
    expect((await validated("specs/two-or-not-two.grad", "--epochs", "1")).metrics["accuracy"]).toBeGreaterThan(0.95);
  });
});
