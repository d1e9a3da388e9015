import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { directoryWith, gradc } from "./cli/run.ts";

const CASES = new URL("./phases/", import.meta.url);

interface Case {
  readonly spec: string;
  readonly sections: readonly { readonly shown: string; readonly expected: string }[];
}

/** A spec, then for each thing to show `--- STAGE [FUNCTION] [--wrt NAMES] [--hvp]` or `--- hessian J,NAMES` and the text. Run with UPDATE_CASES=1 to write the texts anew, then read the difference. */
function readCase(file: string): Case {
  const [spec = "", ...sections] = readFileSync(new URL(file, CASES), "utf8").split(/^--- /m);
  return { spec: spec.trim(), sections: sections.map((section) => ({ shown: section.split("\n")[0]!, expected: section.slice(section.indexOf("\n") + 1).trimEnd() })) };
}

/** What `gradc inspect` prints of a spec. */
async function inspected(spec: string, shown: string): Promise<string> {
  const directory = directoryWith({ "case.grad": `${spec}\n` });
  const [, stage = "", only, wrt, hvp] = /^(\w+)(?: (\w+))?(?: --wrt (\S+))?( --hvp)?$/.exec(shown) ?? [];
  const form = shown.startsWith("hessian ") ? ["--hessian", shown.slice("hessian ".length)] : ["--stage", stage, ...(hvp === undefined ? [] : ["--hvp"])];
  const { code, stdout, stderr } = await gradc(["inspect", directory.path("case.grad"), ...form, ...(only === undefined ? [] : ["--of", only]), ...(wrt === undefined ? [] : ["--wrt", wrt])]);
  expect(code, stderr).toBe(0);
  return stdout.trimEnd();
}

describe.each(readdirSync(CASES))("%s", (file) => {
  const { spec, sections } = readCase(file);
  const made = new Map<string, string>();
  it.each(sections)("$shown", async ({ shown, expected }) => {
    const text = await inspected(spec, shown);
    made.set(shown, text);
    if (process.env["UPDATE_CASES"] === undefined) expect(text).toBe(expected);
    else if (made.size === sections.length) writeFileSync(new URL(file, CASES), `${spec}\n${sections.map((section) => `\n--- ${section.shown}\n${made.get(section.shown)}\n`).join("")}`);
  });
});

describe("ARCHITECTURE.md, on three operations", () => {
  const [, section = ""] = /^## Three operations through the rooms$(.*?)^## /ms.exec(readFileSync(new URL("../ARCHITECTURE.md", import.meta.url), "utf8")) ?? [];
  const rows = section.split("\n").filter((line) => line.startsWith("|")).slice(2).map((line) => line.split(" | "));
  const collapsed = (text: string): string => text.replace(/ +/g, " ");

  it.each(["matmul.txt", "conv2d.txt", "max-pooling.txt"].map((file, k) => [file, k + 1] as const))("quotes %s as it is", (file, column) => {
    const shown = collapsed(readFileSync(new URL(file, CASES), "utf8"));
    const quotes = rows.flatMap((row) => [...row[column]!.matchAll(/`([^`]+)`/g)].map((match) => match[1]!));
    expect(quotes.length).toBeGreaterThanOrEqual(rows.length);
    expect(quotes.filter((quote) => !shown.includes(collapsed(quote)))).toEqual([]);
  });

  it("needs no more of a case for the others than for a matrix", () => {
    const lines = (file: string): number => readFileSync(new URL(file, CASES), "utf8").split("\n").length;
    for (const file of ["conv2d.txt", "max-pooling.txt"]) expect(lines(file), file).toBeLessThanOrEqual(lines("matmul.txt"));
  });
});
