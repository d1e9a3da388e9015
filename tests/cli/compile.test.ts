import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { writeFiles } from "../../compiler/commands/files.ts";
import { directoryWith, gradc } from "./run.ts";

const spec = "specs/xor.grad";

describe("compile", () => {
  it("prints the module without -o", async () => {
    const { code, stdout, stderr } = await gradc(["compile", spec]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^\/\*\*\n \* xor: compiled by gradc/);
    expect(stdout).toContain("export function gradient(params: Parameters");
  });

  it("writes the same text, making directories, and leaves nothing beside it", async () => {
    const directory = directoryWith();
    const file = directory.path("new/other.ts");
    expect(await gradc(["compile", spec, "-o", file])).toMatchObject({ code: 0, stderr: "" });
    expect(readFileSync(file, "utf8")).toBe((await gradc(["compile", spec])).stdout);
    expect(directory.names()).toEqual(["new"]);
  });

  it("writes JavaScript with its declarations", async () => {
    const directory = directoryWith();
    const { code, stdout } = await gradc(["compile", spec, "--output", directory.path("x.js"), "--precision", "f32"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^wrote .*x\.js \(.* kB\)\nwrote .*x\.d\.ts \(.* kB\)\n$/);
    expect(directory.names()).toEqual(["x.d.ts", "x.js"]);
    expect(readFileSync(directory.path("x.js"), "utf8")).toContain("new Float32Array(9)");
    expect(readFileSync(directory.path("x.d.ts"), "utf8")).toContain("export declare function step(");
  });

  it("takes gradients with respect to what is asked for", async () => {
    const { stdout } = await gradc(["compile", spec, "--wrt", "x,W1"]);
    expect(stdout).toMatch(/interface Gradients \{\s+readonly x: Tensor<\[2\]>;\s+readonly W1: Tensor<\[2, 2\]>;/);
  });

  it("puts what trains it into a standalone module", async () => {
    const directory = directoryWith({ "map.grad": "x = input(2)\ny = output(2 * x)\n" });
    expect(await gradc(["compile", spec, "--standalone", "-o", directory.path("x.js")])).toMatchObject({ code: 0, stderr: "" });
    expect(readFileSync(directory.path("x.js"), "utf8")).toContain("export const train = (data, options) =>");
    expect(readFileSync(directory.path("x.d.ts"), "utf8")).toContain("export declare const train: Train<Parameters, Examples, Hyper>;");
    const map = directory.path("map.grad");
    expect(await gradc(["compile", map, "--standalone", "-o", directory.path("map.ts")])).toMatchObject({ code: 1, stderr: `gradc: ${map}: has no loss(…), so there is nothing to train and no standalone module\n` });
    expect(directory.names()).toEqual(["map.grad", "x.d.ts", "x.js"]);
  });

  it("sends warnings to standard error and compiles all the same", async () => {
    const directory = directoryWith({ "w.grad": "x = input(2)\nW = param(2)\nb = param()\nJ = loss(dot(W, x) ^ 2)\n" });
    const { code, stdout, stderr } = await gradc(["compile", directory.path("w.grad")]);
    expect(code).toBe(0);
    expect(stderr).toContain("warning: b : the loss does not use it");
    expect(stdout).not.toContain("warning");
  });

  it("says in words where a file cannot be written", async () => {
    const directory = directoryWith({ plain: "" });
    mkdirSync(directory.path("x.ts"));
    expect(await gradc(["compile", spec, "-o", directory.path("x.ts")])).toMatchObject({ code: 1, stderr: `gradc: ${directory.path("x.ts")}: cannot be written, is a directory\n` });
    expect(await gradc(["compile", spec, "-o", directory.path("plain/x.ts")])).toMatchObject({ code: 1 });
    expect(directory.names()).toEqual(["plain", "x.ts"]);
  });
});

describe("writeFiles", () => {
  it("writes both or neither", () => {
    const directory = directoryWith({ "x.js": "old" });
    mkdirSync(directory.path("x.d.ts"));
    const files = [{ path: directory.path("x.js"), text: "new" }, { path: directory.path("x.d.ts"), text: "new" }];
    expect(() => writeFiles(files)).toThrow("is a directory");
    expect(readFileSync(directory.path("x.js"), "utf8")).toBe("old");
    expect(directory.names()).toEqual(["x.d.ts", "x.js"]);
  });

  it("replaces what is there", () => {
    const directory = directoryWith();
    writeFileSync(directory.path("x.ts"), "a much longer text than the new one");
    writeFiles([{ path: directory.path("x.ts"), text: "new" }]);
    expect(readFileSync(directory.path("x.ts"), "utf8")).toBe("new");
  });
});
