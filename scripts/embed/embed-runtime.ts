import ts from "typescript";
import { EmbeddingError, readDeclarations, type Declaration, type Reference } from "./declarations.ts";
import { declarationText } from "./declaration-text.ts";
import { eraseTypes } from "./erase-types.ts";

/** A runtime as text to append to a module. */
export interface EmbeddedRuntime {
  readonly typescript: string;
  readonly javascript: string;
  /** The types that the entry's exported types are made of, for a file of declarations. */
  readonly declarations: string;
  /** What it declares, and what it uses of the platform: names that no other value beside it may have. */
  readonly names: readonly string[];
}

/**
 * What the exports of `entry` reach, as one text without imports. A name in `taken` is changed: `train` to `runtimeTrain`.
 * @throws EmbeddingError for what cannot be moved: two declarations of one name, default exports, namespaces, effects on loading.
 */
export function embedRuntime(entry: string, taken: ReadonlySet<string>): EmbeddedRuntime {
  const all = readDeclarations(entry);
  const file = [...all.keys()][0]?.getSourceFile();
  const exported = [...all.values()].filter(({ statement }) => statement.getSourceFile() === file && isExported(statement));
  const embedded = reached(all, exported, () => true);
  const running = reached(all, exported.filter(({ isValue }) => isValue), ({ isValue }) => isValue);
  const shown = reached(all, exported.filter(({ isValue }) => !isValue), () => true);
  const value = shown.find(({ isValue }) => isValue);
  if (value !== undefined) throw new EmbeddingError(value.place, `${value.name} is a value, but the exported types are made of it`);

  const names = chooseNames(embedded, taken);
  const print = (declarations: readonly Declaration[], head: (declaration: Declaration) => string): readonly string[] =>
    declarations.map((declaration) => declarationText(declaration, head(declaration), (statement) => names.get(statement)));
  const isShown = new Set(shown);
  return {
    typescript: join(print(inOrder(embedded), (declaration) => (isShown.has(declaration) ? "export " : ""))),
    javascript: join(print(inOrder(running), () => "").map(eraseTypes)),
    declarations: join(print(shown, () => "export ")),
    names: [...new Set([...names.values(), ...running.flatMap(({ globals }) => globals)])].sort(),
  };
}

const join = (texts: readonly string[]): string => texts.map((text) => `${text.trim()}\n`).join("\n");

const isExported = (statement: ts.Statement): boolean => ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword) === true;

/** The declarations that `from` lead to by references which `follow` accepts, in the order of `all`. */
function reached(all: ReadonlyMap<ts.Statement, Declaration>, from: readonly Declaration[], follow: (reference: Reference) => boolean): readonly Declaration[] {
  const found = new Set<Declaration>();
  const visit = (declaration: Declaration): void => {
    if (found.has(declaration)) return;
    found.add(declaration);
    for (const reference of declaration.references) if (follow(reference)) visit(all.get(reference.to) as Declaration);
  };
  from.forEach(visit);
  return [...all.values()].filter((declaration) => found.has(declaration));
}

/** A name for each declaration: its own, or another where that is taken. */
function chooseNames(declarations: readonly Declaration[], taken: ReadonlySet<string>): ReadonlyMap<ts.Statement, string> {
  const used = new Map<string, Declaration>();
  for (const declaration of declarations) {
    const other = used.get(declaration.name);
    if (other !== undefined) throw new EmbeddingError(declaration.place, `${declaration.name} is declared at ${other.place} as well: give one of them another name`);
    used.set(declaration.name, declaration);
  }
  const spoken = new Set(declarations.flatMap(({ statement }) => identifiersOf(statement)));
  return new Map(declarations.map(({ name, statement, place }) => {
    if (!taken.has(name)) return [statement, name];
    const other = /^\p{Lu}/u.test(name) ? `Runtime${name}` : `runtime${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    if (spoken.has(other) || taken.has(other)) throw new EmbeddingError(place, `${name} has to be called ${other} in a module, but that is a name already`);
    return [statement, other];
  }));
}

function identifiersOf(node: ts.Node): readonly string[] {
  const names: string[] = [];
  const visit = (part: ts.Node): void => {
    if (ts.isIdentifier(part)) names.push(part.text);
    ts.forEachChild(part, visit);
  };
  visit(node);
  return names;
}

/** The order in which they can be loaded: what a declaration needs at once comes before it. */
function inOrder(declarations: readonly Declaration[]): readonly Declaration[] {
  const byStatement = new Map(declarations.map((declaration) => [declaration.statement, declaration]));
  const ordered = new Set<Declaration>();
  const add = (declaration: Declaration, path: readonly Declaration[]): void => {
    if (ordered.has(declaration)) return;
    if (path.includes(declaration)) throw new EmbeddingError(declaration.place, `${declaration.name} needs itself while the module is loaded`);
    for (const { to, atLoad, isValue } of declaration.references) {
      const needed = byStatement.get(to);
      if (atLoad && isValue && needed !== undefined && needed !== declaration && !ts.isFunctionDeclaration(to)) add(needed, [...path, declaration]);
    }
    ordered.add(declaration);
  };
  for (const declaration of declarations) add(declaration, []);
  return [...ordered];
}
