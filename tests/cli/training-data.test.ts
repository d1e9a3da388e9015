import { writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readExamples } from "../../compiler/commands/training-data.ts";
import type { Metadata } from "../../runtime/model.ts";
import { columnsOf } from "../runtime/formats/read.ts";
import { directoryWith, gradc } from "./run.ts";

const digits = "x = input(2, 2)\nc = label(3)\nW = param(3, 4)\ny = output(softmax(W * flatten(x)))\nJ = loss(crossEntropy(y, c))\ntrain({epochs: 1, batch: 2})\n";
const images = Uint8Array.of(0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 2, 0, 51, 102, 255, 255, 0, 0, 51);
const labels = Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 2, 2, 1);
const metadata = { columns: [{ name: "c", role: "label", shape: [], classes: 3 }, { name: "x", role: "input", shape: [2, 2] }], precision: "f64", data: null } as const;

describe("the data of a command", () => {
  it("may be a file for each column, where --data says or beside the spec", async () => {
    const { path } = directoryWith({ "a.grad": digits, "b.grad": `${digits}data("images.idx.gz, labels.idx")` });
    writeFileSync(path("images.idx.gz"), gzipSync(images));
    writeFileSync(path("labels.idx"), labels);
    const given = await gradc(["train", path("a.grad"), "--data", `${path("images.idx.gz")},${path("labels.idx")}`]);
    expect(given).toMatchObject({ code: 0, stderr: "" });
    expect(given.stdout).toContain("0 0.2 0.4 1");
    const table = (stdout: string): string => stdout.slice(stdout.indexOf("\n\n")).replace(/[\d.e-]+ ms per step/, "");
    expect(table((await gradc(["train", path("b.grad")])).stdout)).toBe(table(given.stdout));
    const turned = await gradc(["train", path("a.grad"), "--data", `${path("labels.idx")},${path("images.idx.gz")}`]);
    expect(turned).toEqual({ code: 1, stdout: "", stderr: `gradc: ${path("labels.idx")}: expected a 2 × 2 matrix (x) for an example, found a number\n` });
  });

  it("needs a name on both sides of a comma", async () => {
    const { path } = directoryWith({ "a.grad": digits, "b.grad": `${digits}data("images.idx,")` });
    expect(await gradc(["train", path("a.grad"), "--data", "images.idx, "])).toMatchObject({ code: 2, stderr: expect.stringMatching(/^gradc: --data needs a file on both sides of each comma, not images\.idx, \n/) as string });
    expect(await gradc(["train", path("b.grad")])).toEqual({ code: 1, stdout: "", stderr: `gradc: ${path("b.grad")}: data("…") needs a file on both sides of each comma, not images.idx,\n` });
  });

  it("is relative to the spec unless its path is whole", async () => {
    const { path } = directoryWith({ "rows.csv": "c,x1,x2,x3,x4\n2,1,2,3,4\n", "rows.jsonl": '{"x": [[1, 2], [3, 4]], "c": 2}\n' });
    const from = async (file: string): Promise<object> => {
      const data = await readExamples({ ...metadata, data: { kind: "file", path: file } } as unknown as Metadata, path("a.grad"), undefined, 0);
      return "pieces" in data ? {} : columnsOf(data);
    };
    expect(await from("rows.csv")).toEqual({ x: [1, 2, 3, 4], c: [2] });
    expect(await from("rows.jsonl")).toEqual({ x: [1, 2, 3, 4], c: [2] });
    expect(await from(path("rows.csv"))).toEqual({ x: [1, 2, 3, 4], c: [2] });
  });

  it("may be text, to train and to predict by", async () => {
    const spec = "x = index(128, 3)\nc = label(128, 3)\nE = param(128, 128)\np = output(softmax(E[x, :], 2))\nJ = loss(crossEntropy(p, c))\ntrain({rate: 1, epochs: 30})\n";
    const { path } = directoryWith({ "a.grad": spec, "say.txt": "abc" });
    writeFileSync(path("book.txt.gz"), gzipSync("abcabcabcabca"));
    expect(await gradc(["train", path("a.grad"), "--data", path("book.txt.gz"), "--save", path("p.json")])).toMatchObject({ code: 0, stderr: "" });
    const { stdout } = await gradc(["predict", path("a.grad"), "--load", path("p.json"), "--data", path("say.txt"), "--json"]);
    expect((JSON.parse(stdout) as { readonly class: readonly number[] }).class.map((code) => String.fromCharCode(code)).join("")).toBe("bca");
  });

  it("may lack targets and labels where only inputs are needed", async () => {
    const { path } = directoryWith({ "inputs.csv": "1,2,3,4\n" });
    const read = (needs: "all" | "inputs"): ReturnType<typeof readExamples> => readExamples(metadata as unknown as Metadata, "a.grad", path("inputs.csv"), 0, needs);
    expect(await read("inputs")).toEqual({ size: 1, columns: { x: Float64Array.of(1, 2, 3, 4) } });
    await expect(read("all")).rejects.toThrow(`${path("inputs.csv")}:1: expected 5 numbers (x 4, c 1), found 4`);
  });
});
