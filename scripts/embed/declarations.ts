import { dirname, relative, resolve } from "node:path";
import ts from "typescript";

/** One name that a file of the runtime declares at its top level. */
export interface Declaration {
  readonly name: string;
  readonly statement: ts.Statement;
  /** Whether it is there at run time: a function, a class or a constant. */
  readonly isValue: boolean;
  /** Identifiers in it that stand for declarations of the runtime, this one included. */
  readonly references: readonly Reference[];
  /** Names of the platform that it uses, as `Math` or `RangeError`. */
  readonly globals: readonly string[];
  /** Where it stands, for messages. */
  readonly place: string;
}

export interface Reference {
  readonly identifier: ts.Identifier;
  readonly to: ts.Statement;
  /** Whether the value is used, and not the type alone. */
  readonly isValue: boolean;
  /** Whether it is needed as soon as the module is loaded, and not only when a function is called. */
  readonly atLoad: boolean;
}

/** Thrown where the runtime is written in a way that cannot be embedded; begins with the place. */
export class EmbeddingError extends Error {
  constructor(place: string, message: string) {
    super(`${place}: ${message}`);
    this.name = "EmbeddingError";
  }
}

/** Every declaration at the top level of a program's own files, by its statement, in the order of the imports from the entry on. */
export function readDeclarations(entry: string): ReadonlyMap<ts.Statement, Declaration> {
  const folder = dirname(resolve(entry));
  const program = ts.createProgram([resolve(entry)], {
    strict: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext,
    allowImportingTsExtensions: true, noEmit: true, skipLibCheck: true, lib: ["lib.es2023.d.ts", "lib.dom.d.ts"], types: [],
  });
  const checker = program.getTypeChecker();
  const files = orderedFiles(program, resolve(entry), folder);
  const statements = new Map<ts.Statement, ts.Identifier>();
  for (const file of files) for (const statement of file.statements) {
    const name = nameOf(statement);
    if (name !== null) statements.set(statement, name);
  }
  const ours = new Set(files);
  return new Map([...statements].map(([statement, name]) => [statement, new Reader(checker, statements, ours).read(statement, name.text)]));
}

/** The files of the runtime as their imports are met, a file before what it imports. */
function orderedFiles(program: ts.Program, entry: string, folder: string): readonly ts.SourceFile[] {
  const ordered = new Set<ts.SourceFile>();
  const add = (path: string): void => {
    const file = program.getSourceFile(path);
    if (file === undefined) throw new EmbeddingError(relative(process.cwd(), path), "no such file");
    if (ordered.has(file)) return;
    ordered.add(file);
    for (const statement of file.statements) {
      if (!ts.isImportDeclaration(statement)) continue;
      const specifier = (statement.moduleSpecifier as ts.StringLiteral).text;
      if (!specifier.startsWith(".")) throw new EmbeddingError(placeOf(statement), `imports ${specifier}; an embedded runtime has nothing but its own files`);
      add(resolve(folder, relative(folder, dirname(file.fileName)), specifier));
    }
  };
  add(entry);
  return [...ordered];
}

/** The one name that a statement declares; `null` for an import. Throws for every statement that cannot be moved to another file. */
function nameOf(statement: ts.Statement): ts.Identifier | null {
  const unfit = (what: string): EmbeddingError => new EmbeddingError(placeOf(statement), `${what} cannot be embedded`);
  if (ts.isImportDeclaration(statement)) {
    const clause = statement.importClause;
    if (clause === undefined) throw unfit("an import for its effects");
    if (clause.name !== undefined) throw unfit("a default import");
    if (clause.namedBindings === undefined || !ts.isNamedImports(clause.namedBindings)) throw unfit("an import of a namespace");
    const renamed = clause.namedBindings.elements.find((element) => element.propertyName !== undefined);
    if (renamed !== undefined) throw unfit(`an import under another name (${renamed.getText()})`);
    return null;
  }
  if (ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some((modifier) => modifier.kind === ts.SyntaxKind.DefaultKeyword) === true) throw unfit("a default export");
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement) || ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) {
    if (statement.name === undefined) throw unfit("a declaration without a name");
    if (ts.isClassDeclaration(statement)) checkClass(statement);
    return statement.name;
  }
  if (!ts.isVariableStatement(statement)) throw unfit(`a statement that is no declaration (${ts.SyntaxKind[statement.kind]})`);
  const [declaration, ...others] = statement.declarationList.declarations;
  if ((statement.declarationList.flags & ts.NodeFlags.Const) === 0) throw unfit("a variable that changes");
  if (declaration === undefined || others.length > 0 || !ts.isIdentifier(declaration.name)) throw unfit("a statement that declares several names");
  if (declaration.initializer !== undefined && !isPure(declaration.initializer)) throw unfit(`the value of ${declaration.name.text}, which is computed while the module is loaded,`);
  return declaration.name;
}

function checkClass(statement: ts.ClassDeclaration): void {
  for (const member of statement.members) {
    const isStatic = ts.isClassStaticBlockDeclaration(member) || (ts.isPropertyDeclaration(member) && ts.getModifiers(member)?.some((modifier) => modifier.kind === ts.SyntaxKind.StaticKeyword) === true);
    if (isStatic) throw new EmbeddingError(placeOf(member), "a static value cannot be embedded");
  }
}

/** Whether computing an expression does nothing but give its value. */
function isPure(node: ts.Expression): boolean {
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isPrefixUnaryExpression(node) || ts.isSpreadElement(node)) return isPure(ts.isPrefixUnaryExpression(node) ? node.operand : node.expression);
  if (ts.isArrayLiteralExpression(node)) return node.elements.every(isPure);
  if (ts.isObjectLiteralExpression(node)) return node.properties.every((property) => ts.isMethodDeclaration(property) || ts.isShorthandPropertyAssignment(property) || (ts.isPropertyAssignment(property) && isPure(property.initializer)));
  if (ts.isBinaryExpression(node)) return node.operatorToken.kind < ts.SyntaxKind.FirstAssignment || node.operatorToken.kind > ts.SyntaxKind.LastAssignment ? isPure(node.left) && isPure(node.right) : false;
  if (ts.isNewExpression(node)) return /^(Map|Set|WeakMap|WeakSet)$/.test(node.expression.getText()) && (node.arguments ?? []).every(isPure);
  return ts.isLiteralExpression(node) || ts.isArrowFunction(node) || ts.isFunctionExpression(node) || ts.isIdentifier(node) || [ts.SyntaxKind.TrueKeyword, ts.SyntaxKind.FalseKeyword, ts.SyntaxKind.NullKeyword].includes(node.kind);
}

/** Finds what one declaration refers to. */
class Reader {
  readonly #checker: ts.TypeChecker;
  readonly #statements: ReadonlyMap<ts.Statement, ts.Identifier>;
  readonly #ours: ReadonlySet<ts.SourceFile>;
  readonly #references: Reference[] = [];
  readonly #globals = new Set<string>();

  constructor(checker: ts.TypeChecker, statements: ReadonlyMap<ts.Statement, ts.Identifier>, ours: ReadonlySet<ts.SourceFile>) {
    this.#checker = checker;
    this.#statements = statements;
    this.#ours = ours;
  }

  read(statement: ts.Statement, name: string): Declaration {
    this.#visit(statement, false, !ts.isFunctionDeclaration(statement));
    const isValue = !ts.isInterfaceDeclaration(statement) && !ts.isTypeAliasDeclaration(statement);
    return { name, statement, isValue, references: this.#references, globals: [...this.#globals], place: placeOf(statement) };
  }

  #visit(node: ts.Node, inType: boolean, atLoad: boolean): void {
    if (ts.isIdentifier(node)) return this.#identifier(node, inType, atLoad);
    const type = inType || (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || (ts.isHeritageClause(node) && node.token === ts.SyntaxKind.ImplementsKeyword);
    const later = ts.isFunctionLike(node) || ts.isPropertyDeclaration(node);
    ts.forEachChild(node, (child) => this.#visit(child, type, atLoad && !later));
  }

  #identifier(identifier: ts.Identifier, inType: boolean, atLoad: boolean): void {
    const { parent } = identifier;
    const symbol = ts.isShorthandPropertyAssignment(parent) ? this.#checker.getShorthandAssignmentValueSymbol(parent) : this.#checker.getSymbolAtLocation(identifier);
    if (symbol === undefined) return;
    const target = (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : this.#checker.getAliasedSymbol(symbol);
    // Of members of objects and of local names nothing is to be known.
    const isMember = (ts.isPropertyAccessExpression(parent) && parent.name === identifier) || (ts.isQualifiedName(parent) && parent.right === identifier);
    for (const declaration of isMember ? [] : (target.declarations ?? [])) {
      const statement = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
      if (this.#statements.get(statement as ts.Statement) !== undefined && this.#isTopLevel(declaration)) this.#references.push({ identifier, to: statement as ts.Statement, isValue: !inType, atLoad });
      else if (!inType && !this.#ours.has(declaration.getSourceFile()) && this.#isTopLevel(declaration)) this.#globals.add(identifier.text);
    }
  }

  /** Whether a declaration is one of its file, and not a member, a parameter or a variable of a function. */
  #isTopLevel(declaration: ts.Declaration): boolean {
    const statement = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
    return ts.isSourceFile(statement.parent) || (ts.isModuleBlock(statement.parent) && !this.#ours.has(declaration.getSourceFile()));
  }
}

export function placeOf(node: ts.Node): string {
  const file = node.getSourceFile();
  const { line } = file.getLineAndCharacterOfPosition(node.getStart());
  return `${relative(process.cwd(), file.fileName)}:${line + 1}`;
}
