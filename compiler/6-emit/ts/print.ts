import type { StatementStructures } from "ts-morph";
import CodeBlockWriter from "code-block-writer";
import { jsonType, type Appendix, type Declaration, type ModuleStructure } from "../structure.ts";

const comment = (lines: readonly string[]): string => `/**\n${lines.map((line) => ` *${line === "" ? "" : ` ${line}`}`.replaceAll("*/", "*\u200b/")).join("\n")}\n */\n`;

const docOf = (declaration: Declaration): readonly string[] => (declaration.doc === undefined ? [] : typeof declaration.doc === "string" ? [declaration.doc] : declaration.doc);

const keywordOf = ({ isReplaced }: Declaration & { readonly kind: "value" }): string => (isReplaced === true ? "let" : "const");

const appended = ({ appendix }: ModuleStructure, language: keyof Omit<Appendix, "title">): string => (appendix === null ? "" : `\n// ${appendix.title}\n\n${appendix[language]}`);

/** Plain JavaScript of a module: its types left out. */
export function printJavaScript(module: ModuleStructure): string {
  const writer = new CodeBlockWriter({ indentNumberOfSpaces: 2 });
  writer.write(comment(module.header));
  for (const declaration of module.declarations) {
    if (declaration.kind === "type" || declaration.kind === "interface") continue;
    writer.newLine();
    const docs = docOf(declaration);
    if (docs.length === 1) writer.writeLine(`/** ${docs[0]} */`);
    else if (docs.length > 1) writer.write(comment(docs));
    writer.write(declaration.exported ? "export " : "");
    if (declaration.kind === "value") writer.write(`${keywordOf(declaration)} ${declaration.name} = ${declaration.value.join("\n")};`).newLine();
    else {
      const parameters = declaration.parameters.map((p) => (p.initial === undefined ? p.name : `${p.name} = ${p.initial}`));
      writer.write(`function ${declaration.name}(${parameters.join(", ")})`).space().inlineBlock(() => writeLines(writer, declaration.body)).newLine();
    }
  }
  return writer.toString() + appended(module, "javascript");
}

/** TypeScript of a module, or its declarations alone for a JavaScript file beside it. */
export async function printTypeScript(module: ModuleStructure, declarationsOnly = false): Promise<string> {
  const { Project, StructureKind } = await import("ts-morph");
  const project = new Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true, manipulationSettings: { indentationText: "  " as never } });
  const kept = declarationsOnly ? module.declarations.filter((d) => d.kind === "type" || d.kind === "interface" || d.exported) : module.declarations;
  const statements = kept.map((declaration): StatementStructures | string => {
    const docs = docOf(declaration).length > 0 ? { docs: [docOf(declaration).length > 1 ? `\n${docOf(declaration).join("\n")}` : (docOf(declaration)[0] as string)] } : {};
    const ambient = declarationsOnly ? { hasDeclareKeyword: true } : {};
    switch (declaration.kind) {
      case "type":
        return { kind: StructureKind.TypeAlias, leadingTrivia: "\n", isExported: true, name: declaration.name, type: declaration.type, ...docs, ...(declaration.typeParameters === undefined ? {} : { typeParameters: [...declaration.typeParameters] }) };
      case "interface":
        return {
          kind: StructureKind.Interface, isExported: true, name: declaration.name, ...docs,
          properties: declaration.properties.map((p) => ({ name: p.name, type: p.type, isReadonly: p.readonly, ...(p.doc === undefined ? {} : { docs: [p.doc] }) })),
        };
      case "value":
        return valueStatement(declaration, declarationsOnly);
      case "function":
        return {
          kind: StructureKind.Function, isExported: declaration.exported, name: declaration.name, returnType: declaration.returns, ...docs, ...ambient,
          parameters: declaration.parameters.map((p) => ({ name: p.name, type: p.type, ...(p.initial === undefined ? {} : declarationsOnly ? { hasQuestionToken: true } : { initializer: p.initial }) })),
          ...(declarationsOnly ? {} : { statements: (writer: { write(text: string): unknown }) => void writer.write(declaration.body.join("\n")) }),
        };
    }
  });
  const file = project.createSourceFile("module.ts", { statements: [comment(module.header).trimEnd(), ...statements] });
  return `${file.getFullText().replace(/\n{3,}/g, "\n\n").trimEnd()}\n${appended(module, declarationsOnly ? "declarations" : "typescript")}`;
}

/** A constant as text: ts-morph would indent the lines of its value once more. */
function valueStatement(declaration: Declaration & { readonly kind: "value" }, ambient: boolean): string {
  const { name, doc, exported, json, value } = declaration;
  const narrow = ambient ? (json === undefined ? "unknown" : jsonType(json)) : undefined;
  const type = declaration.type ?? narrow;
  const head = `\n${doc === undefined ? "" : `/** ${doc} */\n`}${exported ? "export " : ""}${ambient ? "declare " : ""}${keywordOf(declaration)} ${name}${type === undefined ? "" : `: ${type}`}`;
  return ambient ? `${head};` : `${head} = ${value.join("\n")}${json === undefined ? "" : " as const"};`;
}

function writeLines(writer: CodeBlockWriter, lines: readonly string[]): void {
  for (const line of lines) {
    if (line === "") writer.newLine();
    else writer.writeLine(line);
  }
}
