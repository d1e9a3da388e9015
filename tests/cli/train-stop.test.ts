import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Evaluation, Stop } from "../../runtime/train.ts";
import { directoryWith, gradc, lastJson } from "./run.ts";

interface Summary {
  readonly train: Evaluation;
  readonly validation: Evaluation | null;
  readonly stopped: Stop;
  readonly seed: number;
  readonly restarts?: readonly (Summary & { readonly best: boolean })[];
}

const half = "w = param([1])\nJ = loss(w[1] ^ 2 / 2)\ntrain({rate: 0.5, epochs: 100, stop: {gradientNorm: 1e-3}})";

/** Twelve noisy examples and a network that learns them by heart, for which the validation loss has a least. */
const rows = Array.from({ length: 12 }, (_, k) => `${(k / 6 - 1).toFixed(3)}, ${(Math.sin(k) + (k % 3) / 2).toFixed(3)}`).join("; ");
const noisy = `x = input()\nd = target()\nw = param(20, "normal")\nb = param(20)\nv = param(20, "uniform")\ny = output(dot(v, tanh(30 w * x + b)))\nJ = loss((y - d) ^ 2)\ndata([${rows}])\ntrain({optimizer: "adam", rate: 0.05, batch: 4, epochs: 200, validation: 0.25})`;

async function summary(...args: readonly string[]): Promise<Summary> {
  const { code, stdout, stderr } = await gradc(["train", ...args, "--json"]);
  expect({ code, stderr: stderr.replace(/^(epoch|saved|restart|\nthe best) .*\n/gm, "").trim() }).toEqual({ code: 0, stderr: "" });
  return lastJson(stdout) as Summary;
}

describe("train with rules of stopping", () => {
  it("says which rule ended it, and at which step", async () => {
    const { path } = directoryWith({ "h.grad": half });
    expect((await gradc(["train", path("h.grad")])).stdout).toContain("stopped: the gradient has the norm 0.000977 ≤ 0.001 after epoch 10 of 100 (step 10, seed 0, ");
    expect((await summary(path("h.grad"))).stopped).toEqual({ kind: "converged", rule: "gradientNorm", value: 2 ** -10, epoch: 10, step: 10, reason: "the gradient has the norm 0.000977 ≤ 0.001 after epoch 10 of 100" });
  });

  it("takes --stop in place of the spec's rules", async () => {
    const { path } = directoryWith({ "h.grad": half });
    const stopped = async (...rules: readonly string[]): Promise<unknown> => {
      const { stopped: { kind, rule, step } } = await summary(path("h.grad"), ...rules.flatMap((one) => ["--stop", one]));
      return [kind, rule, step];
    };
    expect(await stopped("lossChange=1e-3")).toEqual(["converged", "lossChange", 6]);
    expect(await stopped("gradientNorm=1e-9", "weightChange=1e-2")).toEqual(["converged", "weightChange", 7]);
    expect(await stopped("none")).toEqual(["finished", undefined, 100]);
  });

  it.each([
    [["--stop", "lossChnge=1"], "--stop: there is no rule lossChnge; there is lossChange, weightChange, gradientNorm, patience; did you mean lossChange?"],
    [["--stop", "lossChange"], "--stop needs RULE=NUMBER, as in --stop lossChange=1e-6, not lossChange"],
    [["--stop", "lossChange=no"], "--stop lossChange needs a number from 0, not no"],
    [["--stop", "lossChange=0"], "--stop lossChange needs a number above 0, not 0"],
    [["--stop", "patience=0"], "--stop patience needs a whole number from 1, not 0"],
    [["--stop", "patience=3"], "--stop: patience needs examples for validation, and there are none"],
    [["--stop", "lossChange=1", "--stop", "lossChange=2"], "--stop lossChange is given twice"],
    [["--stop", "none", "--stop", "lossChange=2"], "--stop none leaves no room for another --stop"],
  ])("refuses %j", async (args, message) => {
    const { path } = directoryWith({ "h.grad": half });
    expect(await gradc(["train", path("h.grad"), ...args])).toEqual({ code: 2, stdout: "", stderr: `gradc: ${message}\ngradc train --help shows how it is called\n` });
  });

  it("keeps and saves the parameters of the epoch with the least validation loss", async () => {
    const { path } = directoryWith({ "n.grad": noisy });
    const { stopped, validation } = await summary(path("n.grad"), "--stop", "patience=5", "--save", path("n.safetensors"));
    expect(stopped).toMatchObject({ kind: "early", rule: "patience", value: 5 });
    expect(stopped.best!.epoch).toBe(stopped.epoch - 5);
    expect(validation!.loss).toBe(stopped.best!.loss);
    const plain = await summary(path("n.grad"), "--epochs", String(stopped.epoch));
    expect(plain.validation!.loss).toBeGreaterThan(validation!.loss);
    expect((await summary(path("n.grad"), "--epochs", String(stopped.best!.epoch))).validation).toEqual(validation);
    const { stdout } = await gradc(["eval", path("n.grad"), "--load", path("n.safetensors"), "--json"]);
    expect((lastJson(stdout) as { validation: Evaluation }).validation).toEqual(validation);
    expect((await gradc(["train", path("n.grad"), "--stop", "patience=5"])).stdout).toContain(`parameters: those after epoch ${stopped.best!.epoch}, which had the least validation loss, `);
  });

  it("resumes an interrupted run to the same bytes", async () => {
    const { path } = directoryWith({ "n.grad": noisy });
    const rules = ["--stop", "patience=5", "--stop", "weightChange=1e-9", "--stop", "lossChange=1e-12"];
    const { stopped } = await summary(path("n.grad"), ...rules, "--save", path("whole.safetensors"));
    for (const epochs of [1, stopped.best!.epoch + 2]) {
      await summary(path("n.grad"), ...rules, "--epochs", String(epochs), "--save", path("part.safetensors"));
      expect((await summary(path("n.grad"), "--resume", path("part.safetensors"), "--epochs", "200", "--save", path("end.safetensors"))).stopped).toEqual(stopped);
      expect(readFileSync(path("end.safetensors")).equals(readFileSync(path("whole.safetensors")))).toBe(true);
    }
  });
});

describe("train --restarts", () => {
  it("finds an initialisation with which exclusive or is learned, and reports that run", async () => {
    const { train, seed, restarts } = await summary("specs/xor.grad", "--restarts", "8", "--seed", "0");
    expect(train.loss).toBeLessThan(1e-6);
    expect(restarts!.map((one) => one.seed)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(restarts!.filter(({ best }) => best).map((one) => [one.seed, one.train.loss])).toEqual([[seed, train.loss]]);
    expect(train.loss).toBe(Math.min(...restarts!.map((one) => one.train.loss)));
    for (const one of [restarts![1]!, restarts![3]!]) expect((await summary("specs/xor.grad", "--seed", String(one.seed))).train).toEqual(one.train);
  });

  it("prints a line for each run, then the best", async () => {
    const { code, stdout } = await gradc(["train", "specs/xor.grad", "--restarts", "3", "--seed", "5"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp([
      "^restart 1/3   seed 5   loss 0.125          finished after epoch 2000 of 2000   the best so far",
      "restart 2/3   seed 6   loss 0.0833333      finished after epoch 2000 of 2000   the best so far",
      "restart 3/3   seed 7   loss \\S+e-\\d+ +finished after epoch 2000 of 2000   the best so far",
      "",
      "the best of 3: seed 7\n",
    ].join("\n")));
    expect(stdout).toContain("stopped: finished after epoch 2000 of 2000 (step 2000, seed 7, ");
  });

  it("goes by the validation loss where there is one, on the data that each seed draws, and saves the best", async () => {
    const { path } = directoryWith({ "s.grad": readFileSync("specs/spiral.grad", "utf8") });
    const args = ["--epochs", "3", "--save", path("s.json")];
    const { restarts, validation, seed } = await summary(path("s.grad"), "--restarts", "3", ...args);
    expect(validation!.loss).toBe(Math.min(...restarts!.map((one) => one.validation!.loss)));
    const { stdout } = await gradc(["eval", path("s.grad"), "--load", path("s.json"), "--json"]);
    expect((lastJson(stdout) as { validation: Evaluation }).validation).toEqual(validation);
    const alone = await summary(path("s.grad"), "--seed", String(seed), ...args.slice(0, 2), "--save", path("t.json"));
    expect(alone.validation).toEqual(validation);
    expect(readFileSync(path("t.json"), "utf8")).toBe(readFileSync(path("s.json"), "utf8"));
  });

  it("leaves out runs that diverge, and fails if all do", async () => {
    const { path } = directoryWith({ "w.grad": "w = param([1])\nJ = loss(w[1] ^ 2 / 2)\ntrain({rate: 3, epochs: 2000})" });
    const { code, stdout, stderr } = await gradc(["train", path("w.grad"), "--restarts", "2"]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: "gradc: all of the 2 runs diverged; try a smaller rate\n" });
    expect(stdout).toMatch(/^every parameter has an initial value of its own: .*\nrestart 1\/2 {3}seed 0 {3}the loss became Infinity in epoch \d+, step \d+\nrestart 2\/2 /);
  });

  it("keeps the best so far when it is interrupted", async () => {
    const { path } = directoryWith({ "n.grad": noisy });
    const controller = new AbortController();
    let lines = 0;
    const onStdout = (): void => {
      if (++lines === 2) controller.abort();
    };
    const { code, stdout } = await gradc(["train", path("n.grad"), "--restarts", "5", "--save", path("n.json")], { onStdout, interruption: () => controller.signal });
    expect(code).toBe(130);
    expect(stdout).toMatch(/restart 3\/5 {3}seed 2 .*aborted after epoch 0 of 200\n/);
    expect(stdout).not.toContain("restart 4/5");
    expect(stdout).toMatch(/the best of 3: seed 0\n/);
    expect((await gradc(["eval", path("n.grad"), "--load", path("n.json")])).code).toBe(0);
  });

  it.each([
    [["--restarts", "0"], "--restarts needs a whole number from 1, not 0"],
    [["--restarts", "2", "--resume", "x.json"], "--resume goes on with one run and --restarts makes several new ones: give one of the two"],
    [["--restarts", "2", "--load", "x.json"], "--load gives the initial parameters, which --restarts draws anew for each run: give one of the two"],
  ])("refuses %j", async (args, message) => {
    expect(await gradc(["train", "specs/xor.grad", ...args])).toMatchObject({ code: 2, stderr: `gradc: ${message}\ngradc train --help shows how it is called\n` });
  });
});
