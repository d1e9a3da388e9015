import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const filesOf = (folder: string): readonly string[] => readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts")).map((file) => join(folder, file)).sort();

const files = [...filesOf("compiler"), ...filesOf("runtime")];
const parsed = new Map(files.map((file) => [file, ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ES2022, true)]));

/** Whether an import or export brings in nothing that is there at run time. */
function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  const clause = node.importClause;
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const bindings = clause.namedBindings;
  return clause.name === undefined && bindings !== undefined && ts.isNamedImports(bindings) && bindings.elements.every((element) => element.isTypeOnly);
}

function importsOf(file: string): readonly Import[] {
  const imports: Import[] = [];
  const add = (specifier: string, typeOnly: boolean): void => void imports.push({ from: file, to: specifier.startsWith(".") ? join(dirname(file), specifier) : specifier, typeOnly });
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier !== undefined && ts.isStringLiteral(node.moduleSpecifier)) add(node.moduleSpecifier.text, isTypeOnly(node));
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) add(node.argument.literal.text, true);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && node.arguments[0] !== undefined && ts.isStringLiteral(node.arguments[0])) add(node.arguments[0].text, false);
    ts.forEachChild(node, visit);
  };
  visit(parsed.get(file)!);
  return imports;
}

const imports = files.flatMap(importsOf);

const phases = ["1-parse", "2-simplify", "3-differentiate", "4-lower", "5-schedule", "6-emit"];

/** The room that a file belongs to: a folder of compiler/, or `cli`, `compile`, `version`, `diagnostics`, `runtime`. */
const roomOf = (file: string): string => (file.startsWith("runtime/") ? "runtime" : file.split("/")[1]!.replace(/\.ts$/, ""));

/** What the files of a room may import from, beside their own room: what lies below it. */
const below: Readonly<Record<string, readonly string[]>> = (() => {
  const bottom = ["diagnostics"];
  const ir = ["ir", ...bottom];
  const ops = ["ops", "updates", ...ir];
  const notation = ["notation", ...ops];
  const rewrite = ["rewrite", ...notation];
  const compile = [...phases, "version", ...rewrite];
  const commands = ["compile", "reference", "runtime", ...compile];
  // The reference evaluator lays points out as the runtime does: by its examples and its generator.
  return {
    cli: ["commands", ...commands], commands, compile: compile, ...Object.fromEntries(phases.map((phase) => [phase, rewrite])),
    reference: ["runtime", ...rewrite], rewrite: notation, notation: ops, ops: ir, updates: ir, ir: bottom, diagnostics: [], version: [], runtime: [],
  };
})();

const show = ({ from, to, typeOnly }: Import): string => `${from} imports ${typeOnly ? "types of " : ""}${to}`;

describe("imports", () => {
  it("lead to files that are there", () => {
    expect(imports.filter(({ to }) => /^(compiler|runtime)\//.test(to) && !parsed.has(to)).map(show)).toEqual([]);
    expect(imports.filter(({ to }) => to.startsWith("..") || /^(tests|specs|generated|scripts|dist)\//.test(to)).map(show)).toEqual([]);
  });

  it("go down only", () => {
    const upward = imports.filter(({ from, to, typeOnly }) => {
      if (!/^(compiler|runtime)\//.test(to) || roomOf(from) === roomOf(to)) return false;
      const modelTypes = to === "runtime/model.ts" && typeOnly && from.startsWith("compiler/");
      return !modelTypes && below[roomOf(from)]?.includes(roomOf(to)) !== true;
    });
    expect(upward.map(show)).toEqual([]);
  });

  it("make no circles", () => {
    const onward = new Map(files.map((file) => [file, imports.filter(({ from, to, typeOnly }) => from === file && !typeOnly && parsed.has(to)).map(({ to }) => to)]));
    const circles: string[] = [];
    const done = new Set<string>();
    const walk = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) return void circles.push([...path.slice(path.indexOf(file)), file].join(" → "));
      if (done.has(file)) return;
      for (const next of onward.get(file)!) walk(next, [...path, file]);
      done.add(file);
    };
    for (const file of files) walk(file, []);
    expect(circles).toEqual([]);
  });

  it("of packages stay where they belong", () => {
    const packages = imports.filter(({ to }) => !/^(compiler|runtime)\//.test(to));
    const allowed = ({ from, to, typeOnly }: Import): boolean => {
      const room = roomOf(from);
      if (room === "runtime") return (from === "runtime/files.ts" && to.startsWith("node:")) || (from === "runtime/formats/csv.ts" && to === "papaparse");
      if (/^mathjs\b/.test(to)) return from === "compiler/notation/read.ts";
      if (/^ts-morph\b/.test(to) || to === "code-block-writer") return from.startsWith("compiler/6-emit/ts/");
      if (to.startsWith("node:") || to === "picocolors") return room === "cli" || room === "commands";
      if (to.startsWith("@noble/hashes/")) return from === "compiler/compile.ts";
      return typeOnly;
    };
    expect(packages.filter((one) => !allowed(one)).map(show)).toEqual([]);
  });

  it("of ts-morph are lazy, so that running a spec loads no TypeScript", () => {
    const eager = imports.filter(({ from, to, typeOnly }) => to === "ts-morph" && !typeOnly && new RegExp('^import .*"ts-morph"|^} from "ts-morph"', "m").test(parsed.get(from)!.text.replace(/^import type .*$/gm, "")));
    expect(eager.map(show)).toEqual([]);
  });
});

describe("modules", () => {
  it("have no variable that changes", () => {
    const changing = files.flatMap((file) => parsed.get(file)!.statements.flatMap((statement) => (ts.isVariableStatement(statement) && (statement.declarationList.flags & ts.NodeFlags.Const) === 0 ? [`${file}: ${statement.getText().split("\n")[0]}`] : [])));
    expect(changing).toEqual([]);
  });

  it("of the phases keep nothing between two runs", () => {
    const kept = files.filter((file) => phases.includes(roomOf(file))).flatMap((file) =>
      parsed.get(file)!.statements.filter(ts.isVariableStatement).flatMap((statement) =>
        statement.declarationList.declarations.filter(({ type, initializer }) => initializer !== undefined && ts.isNewExpression(initializer) && /^(Weak)?(Map|Set)$/.test(initializer.expression.getText()) && !/^Readonly(Map|Set)/.test(type?.getText() ?? "") && (initializer.arguments ?? []).length === 0).map((declaration) => `${file}: ${declaration.name.getText()}`)));
    expect(kept).toEqual([]);
  });

  it("are named for what they export", () => {
    const vague = [...files, ...filesOf("tests")].filter((file) => /^(utils?|helpers?|common|misc|shared|stuff|v\d+)$/.test(basename(file, ".ts").replace(/\.test$/, "")));
    expect(vague).toEqual([]);
    expect(files.filter((file) => !/^[a-z0-9]+(-[a-z0-9]+)*\.ts$/.test(basename(file)))).toEqual([]);
  });

  it("use no `any` and evaluate no text", () => {
    const found = files.flatMap((file) => {
      const places: string[] = [];
      const visit = (node: ts.Node): void => {
        if (node.kind === ts.SyntaxKind.AnyKeyword) places.push(`${file}: any`);
        if (ts.isIdentifier(node) && (node.text === "eval" || node.text === "Function") && (ts.isCallExpression(node.parent) || ts.isNewExpression(node.parent))) places.push(`${file}: ${node.text}`);
        ts.forEachChild(node, visit);
      };
      visit(parsed.get(file)!);
      return places;
    });
    expect(found).toEqual([]);
  });

  it("of math.js only parse", () => {
    const text = readFileSync("compiler/notation/read.ts", "utf8");
    expect(text.match(/\bmath\.(?!parse\b|js\b)\w+/g) ?? []).toEqual([]);
    expect(text).toMatch(/parseDependencies/);
  });
});
