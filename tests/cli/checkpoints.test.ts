import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { decodeSafetensors } from "../../runtime/formats/safetensors.ts";
import { decodeTensorsJson } from "../../runtime/formats/tensors-json.ts";
import { directoryWith, gradc, lastJson } from "./run.ts";
import { slow } from "./slow-spec.ts";

/** A training run in a process of its own, which can be killed. */
function startGradc(args: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, ["--import", "tsx", "compiler/cli.ts", ...args], { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

const exitOf = (child: ChildProcess): Promise<number | string | null> => new Promise((resolve) => child.on("exit", (code, signal) => resolve(code ?? signal)));

const runOf = (path: string): { readonly [key: string]: string } => Object.fromEntries(decodeSafetensors(readFileSync(path), path).metadata);

describe.each(["momentum", "adam"])("a run with %s that is stopped and resumed ends with the same bytes", (optimizer) => {
  const directory = mkdtempSync(join(tmpdir(), "gradc-"));
  const whole = join(directory, "whole.safetensors");

  beforeAll(async () => {
    writeFileSync(join(directory, "s.grad"), slow(optimizer));
    expect((await gradc(["train", join(directory, "s.grad"), "--save", whole])).code).toBe(0);
  });

  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  async function expectSameEnd(spec: string, part: string, end: string): Promise<void> {
    expect((await gradc(["train", spec, "--resume", part, "--save", end])).code).toBe(0);
    expect(readFileSync(end).equals(readFileSync(whole))).toBe(true);
  }

  it("when it was killed", async () => {
    const { path } = directoryWith({ "s.grad": slow(optimizer) });
    const child = startGradc(["train", path("s.grad"), "--save", path("part.safetensors"), "--save-every", "0"]);
    const exit = exitOf(child);
    while (!existsSync(path("part.safetensors")) && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill("SIGKILL");
    expect(await exit).toBe("SIGKILL");
    expect(Number(runOf(path("part.safetensors"))["step"])).toBeLessThan(3 * 64);
    await expectSameEnd(path("s.grad"), path("part.safetensors"), path("end.safetensors"));
  });

  /** What a run says that is interrupted so many milliseconds after its first epoch, and the position within the epoch that it saved. */
  async function interrupted(spec: string, part: string, delay: number): Promise<{ readonly stdout: string; readonly position: number }> {
    const child = startGradc(["train", spec, "--save", part]);
    const exit = exitOf(child);
    let stdout = "";
    child.stdout!.on("data", (text: Buffer) => {
      stdout += text.toString();
      if (text.toString().includes("epoch 1/3")) setTimeout(() => child.kill("SIGINT"), delay);
    });
    const code = await exit;
    return { stdout, position: code === 130 ? Number(runOf(part)["position"]) : 0 };
  }

  it("when Ctrl-C came in the middle of an epoch", async () => {
    const { path } = directoryWith({ "s.grad": slow(optimizer) });
    const part = path("part.safetensors");
    // How long an epoch takes depends on what else the machine does: the interruption may come between two of them, or too late.
    for (const delay of [30, 20, 50, 10, 80, 5, 120, 0]) {
      const { stdout, position } = await interrupted(path("s.grad"), part, delay);
      if (position === 0) continue;
      const [said, evaluated] = [stdout.indexOf(`--resume ${part} --save ${part}`), stdout.search(/stopped: aborted in epoch [23] of 3/)];
      expect(said).toBeGreaterThan(stdout.indexOf("interrupted; the metrics follow, unless Ctrl-C is pressed again\n"));
      expect(evaluated).toBeGreaterThan(said);
      await expectSameEnd(path("s.grad"), part, path("end.safetensors"));
      return;
    }
    expect.fail("no interruption came in the middle of an epoch");
  });
});

describe("--resume", () => {
  it("goes on in either format, and further than was planned", async () => {
    const { path } = directoryWith();
    const spec = "specs/softmax.grad";
    const train = async (...args: readonly string[]): Promise<void> => {
      expect(await gradc(["train", spec, ...args])).toMatchObject({ code: 0, stderr: "" });
    };
    await train("--epochs", "60", "--validation", "0.2", "--save", path("whole.json"));
    for (const format of ["json", "safetensors"]) {
      await train("--epochs", "25", "--validation", "0.2", "--save", path(`part.${format}`));
      await train("--resume", path(`part.${format}`), "--epochs", "60", "--save", path("end.json"));
      expect(readFileSync(path("end.json"), "utf8")).toBe(readFileSync(path("whole.json"), "utf8"));
    }
  });

  it("keeps a rate in place of a schedule, the precision and hyperparameters", async () => {
    const { path } = directoryWith({ "l.grad": 'x = input()\nd = target()\nw = param()\nk = hyper(0.1)\ny = output(w * x)\nJ = loss((y - d) ^ 2 + k * w ^ 2)\ndata([1, 2; 2, 4; 3, 6])\ntrain({rate: "0.1 / t", epochs: 8, batch: 1})' });
    const options = ["--rate", "0.01", "--precision", "f32", "--set", "k=0.3"];
    await gradc(["train", path("l.grad"), ...options, "--save", path("whole.json")]);
    await gradc(["train", path("l.grad"), ...options, "--save", path("part.json"), "--epochs", "3"]);
    expect((await gradc(["train", path("l.grad"), "--resume", path("part.json"), "--epochs", "8", "--save", path("end.json")])).code).toBe(0);
    expect(readFileSync(path("end.json"), "utf8")).toBe(readFileSync(path("whole.json"), "utf8"));
    expect(readFileSync(path("end.json"), "utf8")).toContain('"dtype": "F32"');
    expect(await gradc(["train", path("l.grad"), "--resume", path("part.json"), "--precision", "f64"])).toMatchObject({ code: 2, stderr: expect.stringContaining("--precision f64: the run of") as string });
  });

  it("refuses options and data that contradict the run, and names them", async () => {
    const { path } = directoryWith({ "two.csv": "1,2,3,4,0\n2,3,4,5,1\n" });
    await gradc(["train", "specs/softmax.grad", "--epochs", "20", "--save", path("s.json")]);
    const resume = (...args: readonly string[]): ReturnType<typeof gradc> => gradc(["train", "specs/softmax.grad", "--resume", path("s.json"), ...args]);
    for (const [option, value, message] of [
      ["--batch", "3", "--batch: the run to be resumed has 5, not 3"],
      ["--seed", "9", "--seed: the run to be resumed has 1, not 9"],
      ["--rate", "0.5", "--rate: the run to be resumed has 0.02, not 0.5"],
      ["--validation", "0.5", "--validation: the run to be resumed has 0, not 0.5"],
      ["--epochs", "19", "--epochs: the run to be resumed has begun epoch 20, so that there cannot be 19"],
    ] as const) {
      const { code, stderr } = await resume(option, value);
      expect({ code, message: stderr.split("\n")[0] }).toEqual({ code: 2, message: `gradc: ${message}` });
    }
    expect(await resume("--data", path("two.csv"))).toMatchObject({ code: 1, stderr: "gradc: the data are others than those of the run to be resumed: it has 15 examples, they have 2\n" });
    expect((await resume("--batch", "5", "--seed", "1", "--epochs", "21")).code).toBe(0);
  });
});

describe("a file of a run that is damaged", () => {
  it("is refused with exit code 1, whatever the damage is", async () => {
    const { path } = directoryWith();
    await gradc(["train", "specs/softmax.grad", "--epochs", "1", "--save", path("s.safetensors")]);
    await gradc(["train", "specs/softmax.grad", "--epochs", "1", "--save", path("s.json")]);
    const [bytes, text] = [readFileSync(path("s.safetensors")), readFileSync(path("s.json"), "utf8")];
    const damages: readonly (readonly [name: string, content: string | Uint8Array, message: string])[] = [
      ["empty.safetensors", "", "is no safetensors file: expected at least 8 bytes, found 0"],
      ["cut.safetensors", bytes.subarray(0, 100), "is cut short: its header should end at byte"],
      ["short.safetensors", bytes.subarray(0, -3), "is cut short: its tensors take"],
      ["longer.safetensors", Buffer.concat([bytes, Buffer.from("x")]), "has 1 bytes that belong to no tensor"],
      ["empty.json", "", "is not JSON: "],
      ["cut.json", text.slice(0, 200), "is not JSON: "],
      ["rate.json", text.replace(/"rate": "[^"]*"/, '"rate": "-1"'), "its run cannot be read: rate: expected a number from 0, found -1"],
      ["position.json", text.replace('"position": "0"', '"position": "99"'), "its run cannot be read: position: expected a whole number from 0 to 14, found 99"],
      ["state.json", text.replace(/"optimizer.state": .*/, '"optimizer.state": {"shape": [1], "values": [0]}'), "its run cannot be read: optimizer.state: expected 15 numbers, found 1"],
    ];
    for (const [name, content, message] of damages) {
      writeFileSync(path(name), content);
      const { code, stdout, stderr } = await gradc(["train", "specs/softmax.grad", "--resume", path(name)]);
      expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
      expect(stderr).toContain(`gradc: ${path(name)}: ${message}`);
      expect(stderr.trimEnd()).not.toContain("\n");
    }
  });
});

describe("--load", () => {
  it("starts from the parameters of a file, which need not be of gradc", async () => {
    const { path } = directoryWith();
    const tensors = { w: { shape: [2], values: [1, -1] }, b: { shape: [], values: 0.5 } };
    writeFileSync(path("p.json"), JSON.stringify({ tensors }));
    const { code, stdout } = await gradc(["train", "specs/logistic.grad", "--load", path("p.json"), "--epochs", "0", "--save", path("q.json"), "--json"]);
    expect(code).toBe(0);
    expect([...decodeTensorsJson(readFileSync(path("q.json"), "utf8"), "q").tensors.values()].map(({ values }) => [...values])).toEqual([[1, -1], [0.5]]);
    const evaluated = await gradc(["eval", "specs/logistic.grad", "--load", path("p.json"), "--json"]);
    expect((lastJson(evaluated.stdout) as { train: object }).train).toEqual((lastJson(stdout) as { train: object }).train);
    const resumed = await gradc(["train", "specs/logistic.grad", "--resume", path("p.json")]);
    expect(resumed).toMatchObject({ code: 1, stderr: `gradc: ${path("p.json")}: holds parameters and no run that could go on; start one from them with --load\n` });
  });

  it("refuses a file of another spec, with both side by side", async () => {
    const { path } = directoryWith();
    await gradc(["train", "specs/xor.grad", "--epochs", "1", "--save", path("xor.safetensors")]);
    const { code, stderr } = await gradc(["train", "specs/softmax.grad", "--load", path("xor.safetensors")]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/is not of specs\/softmax\.grad\n.*sha256.* [0-9a-f]{64}\n.*sha256.* [0-9a-f]{64}\n {2}parameter +file +spec\n {2}W +none +3 × 4\n {2}b +none +3\n {2}W1 +2 × 2 +none\n/);
    expect((await gradc(["train", "specs/softmax.grad", "--load", path("none.json")])).stderr).toBe(`gradc: ${path("none.json")}: no such file\n`);
  });
});

describe("--save", () => {
  it("leaves a file of a diverged run as it was, and nothing beside it", async () => {
    const { path, names } = directoryWith({ "l.grad": "x = input()\nw = param(0.5)\nb = param(2, 2)\ny = output(w * x)\nJ = loss(y ^ 2)\ndata([1; 2])" });
    await gradc(["train", path("l.grad"), "--epochs", "2", "--save", path("l.safetensors")]);
    const before = readFileSync(path("l.safetensors"));
    expect((await gradc(["train", path("l.grad"), "--rate", "1e200", "--save", path("l.safetensors")])).code).toBe(1);
    expect(readFileSync(path("l.safetensors")).equals(before)).toBe(true);
    expect(names()).toEqual(["l.grad", "l.safetensors"]);
  });

  it("says where it cannot write before it trains", async () => {
    const { path } = directoryWith({ file: "" });
    const { code, stdout, stderr } = await gradc(["train", "specs/xor.grad", "--epochs", "1", "--save", path("file/x.json")]);
    expect({ code, stdout, stderr }).toEqual({ code: 1, stdout: "", stderr: `gradc: ${path("file/x.json")}: cannot be written, a part of the path is no directory\n` });
  });
});
