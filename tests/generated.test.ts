import { existsSync, readFileSync, readdirSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { compile } from "../compiler/compile.ts";
import { version } from "../compiler/version.ts";
import { networkNames } from "../scripts/networks/network.ts";
import { specs, specText } from "./emit/emitted.ts";

const networks = networkNames().map((name) => `networks/${name}`);

const foldersOf = (folder: string): readonly string[] => readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();

describe("generated/", () => {
  it.each([...specs, ...networks])("holds what %s.grad compiles to now", async (spec) => {
    const name = basename(spec);
    const { files } = await compile(specText(spec), { file: `${name}.grad` });
    expect(files.map((file) => file.name)).toEqual([`${name}.ts`]);
    const path = `generated/${spec}/${name}.ts`;
    expect(existsSync(path), `${path} is missing: run npm run generate`).toBe(true);
    expect(files[0]!.text === readFileSync(path, "utf8"), `${path} is not what compile() gives: run npm run generate`).toBe(true);
  });

  it("holds nothing else", () => {
    expect(foldersOf("generated")).toEqual([...specs, "networks"].sort());
    expect(foldersOf("generated/networks")).toEqual(networkNames());
  });
});

describe("examples/page/", () => {
  const names = readdirSync("examples/page").filter((file) => file.endsWith(".grad")).map((file) => file.slice(0, -".grad".length));

  it.each(names)("holds what %s.grad compiles to now, standalone", async (name) => {
    const { files } = await compile(readFileSync(`examples/page/${name}.grad`, "utf8"), { file: `${name}.grad`, language: "js", standalone: true });
    expect(files[0]!.text === readFileSync(`examples/page/${name}.js`, "utf8"), `examples/page/${name}.js is not what compile() gives: run npm run generate`).toBe(true);
  });
});

describe("the version", () => {
  it("is that of package.json", () => {
    expect(version).toBe((JSON.parse(readFileSync("package.json", "utf8")) as { readonly version: string }).version);
  });
});
