import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { embedRuntime, type EmbeddedRuntime } from "../../scripts/embed/embed-runtime.ts";
import { eraseTypes } from "../../scripts/embed/erase-types.ts";
import { standaloneRuntimeFile, standaloneRuntimePath } from "../../scripts/embed/standalone-runtime-file.ts";

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

/** What is embedded of some files, the first of which is the entry. */
function embed(files: Readonly<Record<string, string>>, taken: readonly string[] = []): EmbeddedRuntime {
  const folder = mkdtempSync(join(tmpdir(), "gradc-embed-"));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return embedRuntime(join(folder, Object.keys(files)[0]!), new Set(taken));
}

describe("the runtime in the compiler", () => {
  it("is the one of runtime/", () => {
    expect(readFileSync(standaloneRuntimePath, "utf8") === standaloneRuntimeFile(), `${standaloneRuntimePath} is not up to date: run npm run generate`).toBe(true);
  });
});

describe("embedding", () => {
  it("keeps what the entry reaches, with its comments, and nothing else", () => {
    const { typescript, javascript, declarations, names } = embed({
      "entry.ts": 'import { twice } from "./numbers.ts";\nimport type { Pair } from "./pair.ts";\n\n/** Four times. */\nexport function four(pair: Pair): number {\n  return twice(twice(pair.a)); // exactly\n}\n\nfunction unused(): void {\n  four({ a: 1 });\n}\n',
      "numbers.ts": "// The file's own comment.\nconst two = 2;\n\n/** Twice. */\nexport const twice = (x: number): number => Math.abs(two * x);\n\nexport const never = new Map([[1, 2]]);\n",
      "pair.ts": "/** A pair. */\nexport interface Pair {\n  readonly a: number;\n  readonly b?: Deep;\n}\n\ninterface Deep {\n  readonly c: Pair[];\n}\n",
    });
    expect(typescript).toBe(
      "/** Four times. */\nfunction four(pair: Pair): number {\n  return twice(twice(pair.a)); // exactly\n}\n\n// The file's own comment.\nconst two = 2;\n\n/** Twice. */\nconst twice = (x: number): number => Math.abs(two * x);\n\n" +
        "/** A pair. */\ninterface Pair {\n  readonly a: number;\n  readonly b?: Deep;\n}\n\ninterface Deep {\n  readonly c: Pair[];\n}\n",
    );
    expect(javascript).toBe("/** Four times. */\nfunction four(pair) {\n  return twice(twice(pair.a)); // exactly\n}\n\n// The file's own comment.\nconst two = 2;\n\n/** Twice. */\nconst twice = (x) => Math.abs(two * x);\n");
    expect(declarations).toBe("");
    expect(names).toEqual(["Deep", "Math", "Pair", "four", "twice", "two"]);
  });

  it("shows the types that exported types are made of", () => {
    const { typescript, declarations } = embed({ "entry.ts": "export type Outer = Inner[];\ninterface Inner {\n  readonly a: number;\n}\nexport const f = (x: Hidden): Outer => [{ a: x }];\ntype Hidden = number;\n" });
    expect(declarations).toBe("export type Outer = Inner[];\n\nexport interface Inner {\n  readonly a: number;\n}\n");
    expect(typescript).toContain("export interface Inner");
    expect(typescript).toMatch(/^type Hidden/m);
  });

  it("renames what is taken, and only that", () => {
    const { typescript, javascript } = embed(
      { "entry.ts": "export function step(step: number, model: { step: number }): object {\n  return { step, other, at: model.step, Row: other(2) };\n}\nfunction other(x: number): Row {\n  return { step: x, of: step };\n}\ninterface Row {\n  step: number;\n  of: typeof step;\n}\n" },
      ["step", "other", "Row"],
    );
    expect(typescript).toBe("function runtimeStep(step: number, model: { step: number }): object {\n  return { step, other: runtimeOther, at: model.step, Row: runtimeOther(2) };\n}\n\nfunction runtimeOther(x: number): RuntimeRow {\n  return { step: x, of: runtimeStep };\n}\n\ninterface RuntimeRow {\n  step: number;\n  of: typeof runtimeStep;\n}\n");
    expect(javascript).toContain("return { step, other: runtimeOther, at: model.step, Row: runtimeOther(2) };");
    expect(() => embed({ "entry.ts": "export function step(runtimeStep: number): number {\n  return runtimeStep;\n}\n" }, ["step"])).toThrow("step has to be called runtimeStep in a module, but that is a name already");
  });

  it("puts first what has to be loaded first", () => {
    const { javascript } = embed({ "entry.ts": "export class Last extends Middle {}\nclass Middle extends Error {\n  readonly limit = base;\n}\nconst base = { of: () => table };\nconst table = [first];\nconst first = 1;\n" });
    expect(javascript.match(/(?:class|const) (\w+)/g)).toEqual(["class Middle", "class Last", "const base", "const first", "const table"]);
  });

  it.each([
    ["two of one name", { "a.ts": 'import { f } from "./b.ts";\nconst one = 1;\nexport const g = (): number => f() + one;\n', "b.ts": "const one = 1;\nexport const f = (): number => one;\n" }, /b\.ts:1: one is declared at .*a\.ts:2 as well/],
    ["a default export", { "a.ts": "export default function f(): void {}\n" }, /a\.ts:1: a default export cannot be embedded/],
    ["a default import", { "a.ts": 'import f from "./b.ts";\nexport const g = f;\n', "b.ts": "export default 1;\n" }, /a\.ts:1: a default import cannot be embedded/],
    ["a namespace import", { "a.ts": 'import * as b from "./b.ts";\nexport const g = (): number => b.one;\n', "b.ts": "export const one = 1;\n" }, /a\.ts:1: an import of a namespace/],
    ["another name", { "a.ts": 'import { one as two } from "./b.ts";\nexport const g = (): number => two;\n', "b.ts": "export const one = 1;\n" }, /a\.ts:1: an import under another name \(one as two\)/],
    ["an import for its effects", { "a.ts": 'import "./b.ts";\n', "b.ts": "export const one = 1;\n" }, /a\.ts:1: an import for its effects/],
    ["a package", { "a.ts": 'import { readFileSync } from "node:fs";\nexport const g = (): unknown => readFileSync("a");\n' }, /a\.ts:1: imports node:fs/],
    ["an effect", { "a.ts": "export const one = 1;\nconsole.log(one);\n" }, /a\.ts:2: a statement that is no declaration \(ExpressionStatement\)/],
    ["a computed value", { "a.ts": "\nexport const now = Date.now();\n" }, /a\.ts:2: the value of now, which is computed while the module is loaded,/],
    ["an assignment", { "a.ts": "const box = { a: 1 };\nexport const now = (box.a = 2);\n" }, /a\.ts:2: the value of now/],
    ["a variable that changes", { "a.ts": "export let count = 0;\n" }, /a\.ts:1: a variable that changes/],
    ["a namespace", { "a.ts": "export namespace A {\n  export const a = 1;\n}\n" }, /a\.ts:1: a statement that is no declaration \(ModuleDeclaration\)/],
    ["an enumeration", { "a.ts": "export enum A {\n  B,\n}\n" }, /a\.ts:1: a statement that is no declaration \(EnumDeclaration\)/],
    ["a static value", { "a.ts": "export class A {\n  static count = 0;\n}\n" }, /a\.ts:2: a static value/],
    ["a pattern", { "a.ts": "export const { a } = { a: 1 };\n" }, /a\.ts:1: a statement that declares several names/],
    ["a value in the exported types", { "a.ts": "export type F = typeof f;\nfunction f(): void {}\n" }, /a\.ts:2: f is a value, but the exported types are made of it/],
    ["a circle of loading", { "a.ts": "export const a: unknown = [b];\nconst b: unknown = [a];\n" }, /a\.ts:1: a needs itself while the module is loaded/],
  ])("refuses %s", (_what, files, message) => {
    expect(() => embed(files)).toThrow(message);
  });
});

describe("erasing types", () => {
  it.each([
    ["function f<T extends { a: number }>(x: T, y?: number, ...z: readonly string[]): x is T & { b: 1 } {\n  return g<T>(x)!.a as unknown as boolean; // kept\n}\n", "function f(x, y, ...z) {\n  return g(x).a; // kept\n}\n"],
    ["const f = async <T,>(x: T): Promise<T> => x ? x : (await x satisfies T);\n", "const f = async (x) => x ? x : (await x);\n"],
    ["class A<T> extends B<T> implements C, D {\n  readonly #a: number = 1;\n  private static readonly b?: string;\n  constructor(a: number);\n  constructor(a: unknown) {\n    super();\n  }\n}\n", "class A extends B {\n  #a = 1;\n  static b;\n  constructor(a) {\n    super();\n  }\n}\n"],
    ["const f = (a: A): B => -(a as number) * ((a + 1) as number);\n", "const f = (a) => -(a) * ((a + 1));\n"],
    ["function* f(a: A | null = null): Generator<A, B, void> {\n  for (const b of a?.c ?? ([] as A[])) yield b;\n}\n", "function* f(a = null) {\n  for (const b of a?.c ?? ([])) yield b;\n}\n"],
  ])("leaves the rest of %j as it is", (typescript, javascript) => {
    expect(eraseTypes(typescript)).toBe(javascript);
  });
});
