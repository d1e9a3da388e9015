import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { minify } from "rolldown/utils";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { NothingToTrainError } from "../../compiler/diagnostics.ts";
import { standaloneRuntime } from "../../compiler/6-emit/ts/standalone-runtime.ts";
import { examplesFromRows } from "../../runtime/examples.ts";
import type { Examples, ParameterViews } from "../../runtime/model.ts";
import { train, type TrainOptions, type TrainResult } from "../../runtime/train.ts";
import { codeOf, load, run, specText, type Emitted } from "./emitted.ts";
import { check } from "./type-check.ts";

interface Standalone extends Emitted {
  train(data: Examples, options?: TrainOptions): ReturnType<typeof train>;
  examples(rows: readonly (readonly number[])[]): Examples;
}

const standalone = async (text: string, options: Parameters<typeof codeOf>[1] = {}): Promise<Standalone> => (await run(text, { ...options, standalone: true })) as Standalone;

/** All that training gives, as numbers. */
async function bitsOf(training: ReturnType<typeof train>): Promise<unknown> {
  const { params, state, train: trained, validation, stopped } = await Promise.resolve<TrainResult<ParameterViews>>(training);
  return { params: [...params.flat], state: [...state], trained, validation, stopped };
}

/** A network whose layers are loops, with momentum, labels, indexes and a hyperparameter; `name` may rename what it declares. */
const looped = (name: (of: string) => string = (of) => of): string => `
${name("xs")} = input(20)
${name("cs")} = label(6)
${name("ix")} = index(7)
${name("A1")} = param(40, 20)
${name("v1")} = param(40, 0.1)
${name("E1")} = param(7, 40)
${name("A2")} = param(6, 40)
${name("lam")} = hyper(0.001)
${name("zs")} = ${name("A1")} * ${name("xs")} + ${name("v1")} + ${name("E1")}[${name("ix")}, :]
${name("hs")} = tanh(${name("zs")})
${name("ss")} = ${name("A2")} * ${name("hs")}
${name("ps")} = output(softmax(${name("ss")}))
${name("L1")} = loss(crossEntropy(${name("ps")}, ${name("cs")}) + ${name("lam")} * sum(${name("A1")} .^ 2))
${name("mt")} = metric(argmax(${name("ps")}) == argmax(${name("cs")}))
train({optimizer: "momentum", rate: 0.05, batch: 4, epochs: 6, validation: 0.2, seed: 3})
`;

const loopedRows = Array.from({ length: 23 }, (_row, r) => [...Array.from({ length: 20 }, (_x, k) => Math.sin(r * 1.7 + 0.3 * k)), r % 6, (r * 3) % 7]);

describe("a standalone module", () => {
  it.each([
    ["straight-line code", specText("xor"), [[0, 0, 0], [0, 1, 1], [1, 0, 1], [1, 1, 0]], { epochs: 150, batch: 2, seed: 4 }],
    ["loops", looped(), loopedRows, { hyper: { lam: 0.01 }, rate: 0.1 }],
  ] as const)("of %s trains to the very same bits as the runtime does with the plain one, in both precisions", async (_of, text, rows, options) => {
    for (const precision of ["f64", "f32"] as const) {
      const plain = await run(text, { precision });
      const alone = await standalone(text, { precision });
      const { columns } = plain.metadata;
      expect(alone.examples(rows)).toEqual(examplesFromRows(columns, rows, precision));
      const bits = await bitsOf(alone.train(alone.examples(rows), options));
      expect(bits).toEqual(await bitsOf(train(plain, examplesFromRows(columns, rows, precision), options)));
      expect(bits).not.toEqual(await bitsOf(alone.train(alone.examples(rows), { ...options, seed: 11 })));
    }
  });

  it("exports all that the plain one exports, with the same meaning, and train and examples", async () => {
    const plain = await run(looped());
    const alone = await standalone(looped());
    expect(Object.keys(alone).sort()).toEqual([...Object.keys(plain), "train", "examples"].sort());
    expect(alone.metadata).toEqual(plain.metadata);
    const [a, b] = [plain.initialise(5), alone.initialise(5)];
    expect([...b.flat]).toEqual([...a.flat]);
    const row = Float64Array.from(loopedRows[0]!.slice(0, 20));
    expect(alone.forward(b, row, loopedRows[0]![21])).toEqual(plain.forward(a, row, loopedRows[0]![21]));
  });

  it("runs from a file in Node, beside which there is nothing", async () => {
    const folder = mkdtempSync(join(tmpdir(), "gradc-alone-"));
    try {
      const path = join(folder, "xor.mjs");
      writeFileSync(path, codeOf(specText("xor"), { standalone: true }));
      const alone = (await import(/* @vite-ignore */ pathToFileURL(path).href)) as Standalone;
      const rows = (alone.metadata.data as { readonly rows: readonly (readonly number[])[] }).rows;
      const { params } = await Promise.resolve<TrainResult<ParameterViews>>(alone.train(alone.examples(rows)));
      for (const [a, b, d] of rows) expect(Math.abs(alone.forward(params, [a, b])["y"]![0]! - d!)).toBeLessThan(0.01);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("says what is wrong with rows and options", async () => {
    const alone = await standalone(looped());
    const row = loopedRows[0]!;
    for (const [rows, problem] of [
      [[row, [1]], "row 2: expected 22 numbers, found 1"],
      [[row, [...row, 1]], "row 2: expected 22 numbers, found 23"],
      [[[...row.slice(0, 20), 6, 0]], "row 1: 6 is no cs"],
      [[[...row.slice(0, 20), 0.5, 0]], "row 1: 0.5 is no cs"],
      [[[...row.slice(0, 20), NaN, 0]], "row 1: NaN is no cs"],
      [[row, row, [NaN, ...row.slice(1)]], "row 3: NaN is no xs"],
    ] as const) expect(() => alone.examples(rows)).toThrow(new RangeError(problem));
    await expect((async () => bitsOf(alone.train(alone.examples(loopedRows), { batch: 0 })))()).rejects.toThrow(/^batch: /);
    await expect((async () => bitsOf(alone.train(alone.examples(loopedRows), { hyper: { mu: 1 } })))()).rejects.toThrow(/^hyper/);
  });

  it("is refused where there is nothing to train", async () => {
    const wrong = [
      ["x = input(2)\nW = param(2)\ny = output(dot(W, x))\n", "f.grad: has no loss(…), so there is nothing to train and no standalone module"],
      ["x = input(2)\nJ = loss(sum(x))\n", "f.grad: has no param(…), so there is nothing to train and no standalone module"],
    ] as const;
    for (const [text, message] of wrong) {
      await expect(compile(text, { file: "f.grad", standalone: true })).rejects.toThrow(NothingToTrainError);
      await expect(compile(text, { file: "f.grad", standalone: true })).rejects.toThrow(message);
    }
  });
});

/** What a text does that a page may not allow, or that needs another file. */
function forbidden(text: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isImportEqualsDeclaration(node) || ts.isImportTypeNode(node) || node.kind === ts.SyntaxKind.ImportKeyword) found.push("import");
    if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) found.push("export from");
    if (ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword) found.push("import.meta");
    if (ts.isIdentifier(node) && /^(eval|Function|WebAssembly|require|process|importScripts|document|window|globalThis|self|constructor)$/.test(node.text)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("module.ts", text, ts.ScriptTarget.ES2022, true));
  return [...new Set(found)];
}

describe("the text of a standalone module", () => {
  const samples = ["import { a } from './a.js';", "const f = await import('x');", "export * from './a.js';", "eval('1');", "new Function('1');", "WebAssembly.compile(b);", "import.meta.url;", "type A = import('a').A;"];

  it("is searched by a test that finds what it looks for", () => {
    for (const sample of samples) expect(forbidden(sample), sample).not.toEqual([]);
  });

  it.each(["xor", "softmax", "cs182", "encoder"])("of %s imports and evaluates nothing", async (name) => {
    for (const language of ["ts", "js"] as const) {
      const { files } = await compile(specText(name), { file: `${name}.grad`, language, standalone: true });
      for (const { text } of files) expect(forbidden(text)).toEqual([]);
    }
  });

  it("takes less than 4 kB for XOR, minified and compressed", async () => {
    const text = codeOf(specText("xor"), { file: "xor.grad", standalone: true });
    const { code, errors } = await minify("xor.js", text, { compress: true, mangle: { toplevel: true }, module: true });
    expect(errors).toEqual([]);
    expect(gzipSync(code, { level: 9 }).length).toBeLessThan(4000);
    const alone = (await load(code)) as Standalone;
    expect(await bitsOf(alone.train(alone.examples([[0, 1, 1], [1, 1, 0]]), { epochs: 20 }))).toEqual(await bitsOf(train(await run(specText("xor")), examplesFromRows(alone.metadata.columns, [[0, 1, 1], [1, 1, 0]], "f64"), { epochs: 20 })));
  });
});

describe("names of the runtime", () => {
  const own = ["xs", "cs", "ix", "A1", "v1", "E1", "A2", "lam", "zs", "hs", "ss", "ps", "L1", "mt"];
  // Words that no spec can give a meaning of its own.
  const names = [...standaloneRuntime.names, "examples", "model"].filter((name) => !["train", "Infinity", "NaN"].includes(name));

  /** The looped network with names from `from` on: of parameters, of the module's arrays, of data, one after the other by `turn`. */
  const renamed = (from: number, turn: number): ((of: string) => string) => (of) => names[(from + ((own.indexOf(of) + turn) % own.length)) % names.length]!;

  it("may be those of anything in a spec", async () => {
    const plain = await standalone(looped());
    const expected = await bitsOf(plain.train(plain.examples(loopedRows), { epochs: 2 }));
    for (let from = 0; from < names.length; from += own.length) {
      for (const turn of [0, 5, 10]) {
        const name = renamed(from, turn);
        const other = await standalone(looped(name));
        const found = JSON.stringify(await bitsOf(other.train(other.examples(loopedRows), { epochs: 2 }))).replaceAll(`"${name("mt")}":`, '"mt":').replaceAll(`"${name("L1")}":`, '"L1":');
        expect(found === JSON.stringify(expected) || found, own.map(name).join()).toBe(true);
      }
    }
  });

  it("do not disturb the types either", async () => {
    const texts: Record<string, string> = {};
    for (let from = 0; from < names.length; from += own.length) {
      const { files } = await compile(looped(renamed(from, 5)), { file: `names${from}.grad`, standalone: true });
      texts[files[0]!.name] = files[0]!.text;
    }
    expect(check(texts, ["lib.webworker.d.ts"])).toEqual([]);
  });
});

const right = `
const data = xor.examples([[0, 0, 0], [0, 1, 1], [1, 0, 1], [1, 1, 0]]);
const read: number[][] = JSON.parse("[]");
const more: xor.Examples = xor.examples(read);
xor.examples(read.map(([a, b]) => [a!, b!, 1]));
xor.examples([]);
xor.train(data);
xor.train(more, { epochs: 10, batch: 2, rate: 0.1, seed: 3, validation: 0.25, signal: new AbortController().signal });
const trained = await xor.train(data);
const params: xor.Parameters = trained.params;
xor.forward(params, [0, 1]);
await logistic.train(logistic.examples([[1, 2, 0]]), { hyper: { lambda: 0.5 } });
await logistic.train(logistic.examples([[1, 2, 0]]), { hyper: {} });
const total: number = trained.train.loss;
export { total };
`;

const wrong = [
  "xor.examples([[0, 0]]);",
  "xor.examples([[0, 0, 0], [0, 1, 1, 1]]);",
  'xor.examples([[0, 0, "0"]]);',
  "xor.examples([0, 0, 0]);",
  "xor.examples();",
  "xor.train([[0, 0, 0]]);",
  "xor.train(softmax.examples([[0, 0, 0, 0, 1]]));",
  'xor.train(data, { epochs: "many" });',
  "xor.train(data, { epoch: 3 });",
  "xor.train(data, { hyper: { lambda: 1 } });",
  "logistic.train(logistic.examples([[1, 2, 0]]), { hyper: { mu: 1 } });",
  'logistic.train(logistic.examples([[1, 2, 0]]), { hyper: { lambda: "1" } });',
  "export const p: softmax.Parameters = (await xor.train(data)).params;",
  "softmax.forward((await xor.train(data)).params, [1, 2, 3, 4]);",
];

describe("types of a standalone module", () => {
  it.each(["ts", "js"] as const)("hold for right uses and not for wrong ones, in %s", async (language) => {
    const compiled = await Promise.all(["xor", "logistic", "softmax"].map((name) => compile(specText(name), { file: `${name}.grad`, language, standalone: true })));
    const modules = Object.fromEntries(compiled.flatMap(({ files }) => files.map(({ name, text }) => [name, text])));
    const use = (lines: readonly string[]): string => `${["xor", "logistic", "softmax"].map((name) => `import * as ${name} from "./${name}.${language}";`).join("\n")}\n${right}\nvoid softmax;\n${lines.map((line) => `// @ts-expect-error\n${line}`).join("\n")}\n`;
    // An expected error that does not come is an error itself.
    expect(check({ ...modules, "use.ts": use(wrong) }, ["lib.webworker.d.ts"])).toEqual([]);
  });

  it("hold in a page and in Node alone", async () => {
    const { files } = await compile(looped(), { file: "looped.grad", precision: "f32", standalone: true });
    const texts = { "looped.ts": files[0]!.text };
    expect(check(texts, ["lib.dom.d.ts"])).toEqual([]);
    expect(check({ ...texts, "node.ts": '/// <reference types="node" />\n' })).toEqual([]);
  });
});
