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

  /** A name that a hoisted value takes too, a state that stays, one that is forgotten, one step, a row of rank 2, nested ones, a picture. */
  it.each([
    ["near(h, r) = tanh(h - d[3])", "fold(near, w, B)"],
    ["still(h, r) = h", "scan(still, d, x)"],
    ["almost(h, r) = 1 * h + 0 * r", "fold(almost, w .* x, M)"],
    ["forget(h, r) = w .* r", "scan(forget, 0 * x, M)"],
    ["once(h, r) = tanh(softmax(x ./ (1.5 + h .^ 2)) + r)", "scan(once, w, M[2:2, :])"],
    ["turn(h, r) = tanh(h' * r + norm(h) * A)", "scan(turn, identity(3), B)"],
    ["inner(g, q) = tanh(s * g + q)\nouter3(h, r) = scan(inner, max(h), r) + A * h", "scan(outer3, w, M)"],
    ["inner(g, q) = sin(g + A * q)\nouter3(h, r) = 0.5 * fold(inner, h, r) + h", "fold(outer3, x, B)"],
    ["walk(h, r) = E[i, :] .* h + r", "scan(walk, w, scan(walk, x, M))"],
    // Views of states of an inner time, and running sums.
    ["inner(g, q) = flatten(tanh(reshape(g, [3, 1]) .* reshape(q, [3, 1])))\nouter3(h, r) = flatten(scan(inner, w, r))[2:4] + h", "scan(outer3, x, B)"],
    ["drift(h, r) = cumsum(h .* r) + r", "cumsum(scan(drift, w, M), 1)"],
    ["keep(h, r) = flatten(cumsum(A .* r, 2))[3:5] + sin(h)", "scan(keep, w, M)"],
    ["gate(h, r) = r > 0 ? h + r : lambda * h", "scan(gate, s, x)"],
    ["pool(h) = avgPool2d(maxPool2d(conv2d(reshape(h, [1, 3, 3]), reshape(A[1:2, 1:2], [1, 1, 2, 2]), 1, 2), 3, 1), 2, 1)\nshrink(h, r) = tanh(reshape(pool(h), [3, 3]) + A .* r) + layerNorm(h, 2) / 4", "fold(shrink, A, M)"],
  ])("%s; %s", async (lines, call) => {
    const leaves = "x = input(3)\nM = input(3, 3)\nB = input(4, 3, 3)\nd = target(3)\ni = index(4)\nA = param(3, 3)\nE = param(4, 3)\nw = param(3)\ns = param(0.3)\nt = param(0.7)\nlambda = hyper(0.3)";
    const text = `${leaves}\n${lines}\nhs = ${call}\ny = output(t * hs)\nJ = loss(sum(sin(y)))`;
    for (const wrt of [["A", "E", "w", "s", "t"], ["w", "x", "M", "hs"]]) expect(await hold({ text, wrt })).toBe(true);
  });
});
