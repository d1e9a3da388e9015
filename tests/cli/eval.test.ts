import { writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { directoryWith, gradc, lastJson } from "./run.ts";

interface Parts {
  readonly all?: object;
  readonly train: object;
  readonly validation: object | null;
}

describe("eval", () => {
  it.each([["softmax", "safetensors", "f64"], ["logistic", "json", "f32"], ["cs182", "safetensors", "f64"]])("of %s gives the numbers that training printed, from %s in %s", async (name, format, precision) => {
    const { path } = directoryWith();
    const file = path(`p.${format}`);
    const trained = await gradc(["train", `specs/${name}.grad`, "--epochs", "5", "--validation", "0.3", "--seed", "4", "--precision", precision, "--save", file, "--json"]);
    const evaluated = await gradc(["eval", `specs/${name}.grad`, "--load", file, "--json"]);
    expect({ code: evaluated.code, stderr: evaluated.stderr }).toEqual({ code: 0, stderr: "" });
    const { train, validation } = lastJson(trained.stdout) as Parts;
    expect(lastJson(evaluated.stdout)).toMatchObject({ train, validation });
    const { stdout } = await gradc(["eval", `specs/${name}.grad`, "--load", file]);
    expect(stdout).toMatch(/^ +all +train +validation\nloss /);
    expect(stdout).toMatch(/\d+ examples, \d+ for training and \d+ for validation\n$/);
  });

  it("takes other data, another share and other hyperparameters", async () => {
    const { path } = directoryWith({ "two.csv": "0.5,1.2,1\n-0.4,-1,0\n" });
    const { stdout } = await gradc(["train", "specs/logistic.grad", "--epochs", "20", "--validation", "0.25", "--set", "lambda=0.1", "--save", path("p.json"), "--json"]);
    const evaluate = async (...args: readonly string[]): Promise<Parts> => lastJson((await gradc(["eval", "specs/logistic.grad", "--load", path("p.json"), "--json", ...args])).stdout) as Parts;
    const whole = await evaluate("--validation", "0");
    expect(whole.validation).toBeNull();
    expect(whole.all).toEqual(whole.train);
    expect(await evaluate()).toMatchObject({ train: (lastJson(stdout) as Parts).train });
    const other = await evaluate("--data", path("two.csv"), "--set", "lambda=0", "--validation", "0");
    expect(other.train).toMatchObject({ losses: { R: 0 }, metrics: { right: 1 } });
  });
});

describe("predict", () => {
  const inputs = "x1,x2,x3,x4\n5.1,3.5,1.4,0.2\n6.4,3.1,5.9,2.3\n";

  it("writes CSV with a header and the class, and JSON lines, to standard output or whole to a file", async () => {
    const { path, names } = directoryWith({ "in.csv": inputs });
    await gradc(["train", "specs/softmax.grad", "--save", path("p.safetensors")]);
    const args = ["predict", "specs/softmax.grad", "--load", path("p.safetensors"), "--data", path("in.csv")];
    const { code, stdout, stderr } = await gradc(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const [head, ...lines] = stdout.trimEnd().split("\n");
    expect(head).toBe("p1,p2,p3,class");
    const rows = lines.map((line) => line.split(",").map(Number));
    expect(rows.map((row) => row[3])).toEqual([0, 2]);
    for (const [a, b, c] of rows) expect(a! + b! + c!).toBeCloseTo(1, 12);
    const json = await gradc([...args, "--json"]);
    expect(json.stdout.trimEnd().split("\n").map((line) => JSON.parse(line) as unknown)).toEqual(rows.map((row) => ({ p: row.slice(0, 3), class: row[3] })));
    expect(await gradc([...args, "-o", path("out/p.csv")])).toMatchObject({ code: 0, stdout: `wrote ${path("out/p.csv")} (2 predictions)\n` });
    expect(names()).toEqual(["in.csv", "out", "p.safetensors"]);
    const interrupted = await gradc([...args, "-o", path("q.csv")], { interruption: () => AbortSignal.abort() });
    expect(interrupted).toMatchObject({ code: 130, stdout: "", stderr: `gradc: interrupted, ${path("q.csv")} was not written\n` });
    expect(names()).toEqual(["in.csv", "out", "p.safetensors"]);
  });

  it("gives the class at each position of a sequence, to a file that lacks the labels", async () => {
    const { path } = directoryWith({ "s.grad": "x = input(2, 3)\nc = label(3, 2)\ns = param(1)\np = output(softmax(s[1] * x, 2))\nJ = loss(crossEntropy(p, c))", "in.jsonl": '{"x": [[0, 9, 0], [1, 1, 2]]}\n{"x": [[5, 0, 0], [0, 0, 0]]}\n' });
    writeFileSync(path("p.json"), JSON.stringify({ tensors: { s: { shape: [1], values: [1000] } } }));
    const args = ["predict", path("s.grad"), "--load", path("p.json"), "--data", path("in.jsonl")];
    expect((await gradc(args)).stdout).toBe(`p1,p2,p3,p4,p5,p6,class1,class2\n0,1,0,0,0,1,1,2\n1,0,0,${`${1 / 3},`.repeat(3)}0,0\n`);
    expect((await gradc([...args, "--json"])).stdout.split("\n")[0]).toBe('{"p":[[0,1,0],[0,0,1]],"class":[1,2]}');
  });

  it("names a single number by its output alone, and numbers others", async () => {
    const { path } = directoryWith({ "l.grad": "x = input(2)\nW = param(2, 2, 1.5)\ny = output(sum(x))\nz = output(W .* outer(x, x))\nJ = loss(y ^ 2)\ndata([1, 2])" });
    writeFileSync(path("p.json"), JSON.stringify({ tensors: { W: { shape: [2, 2], values: [[1, 2], [3, 4]] } } }));
    const csv = await gradc(["predict", path("l.grad"), "--load", path("p.json")]);
    expect(csv.stdout).toBe("y,z1,z2,z3,z4\n3,1,4,6,16\n");
    expect((await gradc(["predict", path("l.grad"), "--load", path("p.json"), "--json"])).stdout).toBe('{"y":3,"z":[[1,4],[6,16]]}\n');
  });

  it("writes all of many examples, in order", async () => {
    const { path } = directoryWith();
    writeFileSync(path("many.csv"), Array.from({ length: 5000 }, (_, k) => `${k},0\n`).join(""));
    writeFileSync(path("l.grad"), "x = input(2)\nw = param(2)\ny = output(dot(w, x))\nJ = loss(y ^ 2)");
    writeFileSync(path("p.json"), JSON.stringify({ tensors: { w: { shape: [2], values: [1, 0] } } }));
    const { stdout } = await gradc(["predict", path("l.grad"), "--load", path("p.json"), "--data", path("many.csv")]);
    expect(stdout).toBe(`y\n${Array.from({ length: 5000 }, (_, k) => `${k}\n`).join("")}`);
  });
});
