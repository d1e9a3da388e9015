import { describe, expect, it } from "vitest";
import { directoryWith, gradc, lastJson } from "./run.ts";
import { slow } from "./slow-spec.ts";

interface Summary {
  readonly train: { readonly loss: number; readonly losses: { readonly [name: string]: number }; readonly metrics: { readonly [name: string]: number } };
  readonly validation: Summary["train"] | null;
  readonly stopped: { readonly reason: string; readonly epoch: number; readonly step: number };
  readonly seed: number;
  readonly millisecondsPerStep: number;
}

const line = "x = input()\nd = target()\nw = param()\nb = param()\ny = output(w * x + b)\nJ = loss((y - d) ^ 2)\n";

async function summary(...args: readonly string[]): Promise<Summary> {
  const { code, stdout } = await gradc(["train", ...args, "--json"]);
  expect(code).toBe(0);
  expect(stdout.trimEnd()).not.toContain("\n");
  return lastJson(stdout) as Summary;
}

describe("train", () => {
  it("learns exclusive or and shows its predictions", async () => {
    const { code, stdout, stderr } = await gradc(["train", "specs/xor.grad"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout.match(/^epoch .* loss .* examples\/s .* left$/gm)).toHaveLength(10);
    expect(stdout).toContain("stopped: finished after epoch 2000 of 2000");
    const rows = stdout.slice(stdout.indexOf("predictions")).trimEnd().split("\n").slice(2);
    expect(rows.map((row) => row.trim().split(/\s+/).map(Number))).toEqual([[0, 0, 0, 0], [0, 1, 1, 1], [1, 0, 1, 1], [1, 1, 0, 0]]);
    expect(stdout).not.toContain("\r");
  });

  it.each([["logistic", "right"], ["softmax", "right"], ["encoder", "right"]])("converges on specs/%s.grad", async (name, metric) => {
    expect((await summary(`specs/${name}.grad`)).train.metrics[metric]).toBe(1);
  });

  it("prints a summary for programs, the same for the same seed", async () => {
    const first = await summary("specs/logistic.grad", "--epochs", "20", "--seed", "7");
    expect(first).toMatchObject({ validation: null, stopped: { reason: "finished after epoch 20 of 20", epoch: 20, step: 60 }, seed: 7 });
    expect(Object.keys(first.train.losses)).toEqual(["J", "R"]);
    expect(first.millisecondsPerStep).toBeGreaterThan(0);
    const again = await summary("specs/logistic.grad", "--epochs", "20", "--seed", "7");
    expect({ ...again, millisecondsPerStep: 0 }).toEqual({ ...first, millisecondsPerStep: 0 });
    expect((await summary("specs/logistic.grad", "--epochs", "20", "--seed", "8")).train).not.toEqual(first.train);
  });

  it("takes options in place of the spec's", async () => {
    const { path } = directoryWith({ "l.grad": `${line}data([1, 2; 2, 4; 3, 6])\ntrain({rate: "0.1 / t", epochs: 3, batch: 3})` });
    const still = await summary(path("l.grad"), "--rate", "0");
    expect((await summary(path("l.grad"))).train.loss).toBeLessThan(still.train.loss);
    expect(still.train.loss).toBeCloseTo((4 + 16 + 36) / 3, 12);
    expect((await summary(path("l.grad"), "--batch", "1", "--epochs", "5")).stopped.step).toBe(15);
    expect((await summary("specs/logistic.grad", "--epochs", "0", "--set", "lambda=0")).train.losses["R"]).toBe(0);
  });

  it("keeps examples for validation", async () => {
    const { path } = directoryWith({ "l.grad": `${line}data([1, 2; 2, 4; 3, 6; 4, 8])\ntrain({validation: 0.25})` });
    expect((await summary(path("l.grad"))).validation).not.toBeNull();
    expect((await gradc(["train", path("l.grad")])).stdout).toMatch(/^epoch .* loss .* validation .*\n[^]*train +validation\nloss /);
    expect((await summary(path("l.grad"), "--validation", "0")).validation).toBeNull();
    expect((await summary(path("l.grad"), "--validation", "0.5", "--batch", "1", "--epochs", "3")).stopped.step).toBe(6);
    expect(await gradc(["train", path("l.grad"), "--validation", "1"])).toMatchObject({ code: 2, stderr: expect.stringContaining("--validation: expected a share from 0 to less than 1, found 1") as string });
  });

  it("reads CSV beside the spec, or where --data says", async () => {
    const { path } = directoryWith({ "l.grad": `${line}data("rows.csv")`, "rows.csv": "x,d\n1,2\n2,4\n", "more.csv": "1,2\n2,4\n3,6\n", "bad.csv": "1,2\n1\n2,x\n" });
    expect((await summary(path("l.grad"), "--batch", "1", "--epochs", "1")).stopped.step).toBe(2);
    expect((await summary(path("l.grad"), "--data", path("more.csv"), "--batch", "1", "--epochs", "1")).stopped.step).toBe(3);
    expect(await gradc(["train", path("l.grad"), "--data", path("bad.csv")])).toMatchObject({ code: 1, stdout: "", stderr: `gradc: ${path("bad.csv")}:2: expected 2 numbers (x 1, d 1), found 1\n${path("bad.csv")}:3:3: expected a finite number, found "x"\n` });
    expect(await gradc(["train", path("l.grad"), "--data", path("none.csv")])).toMatchObject({ code: 1, stderr: `gradc: ${path("none.csv")}: no such file\n` });
  });

  it("says what is missing", async () => {
    const { path } = directoryWith({ "l.grad": line, "j.grad": "x = input(2)\nf = output(2 x)", "p.grad": "x = input()\nJ = loss(x ^ 2)\ndata([1; 2])" });
    const messages = await Promise.all(["l", "j", "p"].map((name) => gradc(["train", path(`${name}.grad`)])));
    expect(messages.map(({ code }) => code)).toEqual([1, 1, 1]);
    expect(messages.map(({ stderr }) => stderr)).toEqual([
      expect.stringContaining("has no data(…); give files with --data, each example x (a number), then d (a number)"),
      expect.stringContaining("has no loss(…)"),
      expect.stringContaining("has no param(…)"),
    ]);
  });

  it("stops with 1 and a remedy when the loss is not finite", async () => {
    const { path } = directoryWith({ "l.grad": `${line}data([1, 2; 2, 4])` });
    const { code, stderr } = await gradc(["train", path("l.grad"), "--rate", "1e200"]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^gradc: the loss became (Infinity|NaN) in epoch \d+, step \d+; try a smaller rate than 1e\+200\n$/);
    const json = await gradc(["train", path("l.grad"), "--rate", "1e200", "--json"]);
    expect(json.code).toBe(1);
    expect(lastJson(json.stdout)).toMatchObject({ stopped: { reason: expect.stringContaining("the loss became") as string } });
  });

  it("writes progress over one line of a terminal, cut to its width", async () => {
    const { stdout } = await gradc(["train", "specs/xor.grad"], { isTTY: true, columns: 40 });
    const progress = stdout.slice(0, stdout.indexOf("\n"));
    expect(progress).toMatch(/^\repoch/);
    for (const text of progress.split("\r")) expect(text.replace("\u001b[K", "").length).toBeLessThan(40);
  });

  it("shows how far an epoch is on a terminal, and ends after the present step when interrupted", async () => {
    const { path } = directoryWith({ "l.grad": slow("adam") });
    const controller = new AbortController();
    const { code, stdout } = await gradc(["train", path("l.grad"), "--save", path("l.safetensors")], { isTTY: true, interruption: () => controller.signal, onStdout: () => controller.abort() });
    expect(code).toBe(130);
    expect(stdout).toMatch(/^\repoch 1\/3 \d+% /);
    expect(stdout).toContain("stopped: aborted in epoch 1 of 3");
    expect(stdout).toContain(`saved ${path("l.safetensors")}; this goes on with it:\n  gradc train ${path("l.grad")} --resume ${path("l.safetensors")} --save ${path("l.safetensors")}\n`);
    const atOnce = await gradc(["train", "specs/xor.grad", "--json"], { interruption: () => AbortSignal.abort() });
    expect(atOnce.code).toBe(130);
    expect(lastJson(atOnce.stdout)).toMatchObject({ stopped: { reason: "aborted after epoch 0 of 2000", epoch: 0, step: 0 }, millisecondsPerStep: null });
  });
});
