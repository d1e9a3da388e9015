import { join } from "node:path";
import ts from "typescript";

const strict: ts.CompilerOptions = {
  strict: true, noEmit: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: [], skipDefaultLibCheck: true, allowImportingTsExtensions: true, noUnusedLocals: true, exactOptionalPropertyTypes: true, noImplicitReturns: true, noFallthroughCasesInSwitch: true, isolatedModules: true, verbatimModuleSyntax: true,
};

const root = process.cwd();

/** Files of the disk, read once: they are the platform's. */
const platform = new Map<string, ts.SourceFile | undefined>();

/** What `tsc --strict` says to files that exist in memory only, beside those of the disk; `libraries` are those of the platform, as `lib.dom.d.ts`. */
export function check(files: Readonly<Record<string, string>>, libraries: readonly string[] = []): readonly string[] {
  const options = { ...strict, lib: ["lib.es2022.d.ts", ...libraries] };
  const texts = new Map(Object.entries(files).map(([name, text]) => [join(root, "memory", name), text]));
  const host = ts.createCompilerHost(options);
  const disk = { ...host };
  host.fileExists = (name) => texts.has(name) || disk.fileExists(name);
  host.readFile = (name) => texts.get(name) ?? disk.readFile(name);
  host.getSourceFile = (name, target, ...rest) => {
    const text = texts.get(name);
    if (text !== undefined) return ts.createSourceFile(name, text, target);
    if (!platform.has(name)) platform.set(name, disk.getSourceFile(name, target, ...rest));
    return platform.get(name);
  };
  host.directoryExists = () => true;
  const program = ts.createProgram([...texts.keys()].filter((name) => name.endsWith(".ts")), options, host);
  return ts.getPreEmitDiagnostics(program).map((diagnostic) => {
    const place = diagnostic.file === undefined || diagnostic.start === undefined ? "" : `${diagnostic.file.fileName.slice(root.length + 1)}:${diagnostic.file.getLineAndCharacterOfPosition(diagnostic.start).line + 1} `;
    return `${place}${ts.flattenDiagnosticMessageText(diagnostic.messageText, " ")}`;
  });
}
