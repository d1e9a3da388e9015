import ts from "typescript";

/**
 * JavaScript of a declaration: its text with the types cut out, otherwise as it is written.
 * TypeScript itself is asked whether the rest means the same; throws where it does not.
 */
export function eraseTypes(text: string): string {
  const file = ts.createSourceFile("declaration.ts", text, ts.ScriptTarget.ES2022, true);
  const cuts: (readonly [from: number, to: number])[] = [];
  const visit = (node: ts.Node): void => {
    cuts.push(...cutsOf(node));
    ts.forEachChild(node, visit);
  };
  visit(file);
  const erased = cut(text, cuts);
  if (!isSame(transpile(erased), transpile(text))) throw new Error(`the types cannot be cut out of\n${text}`);
  return erased;
}

/** What of a node, without its children, is there for types alone. */
function cutsOf(node: ts.Node): readonly (readonly [from: number, to: number])[] {
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isNonNullExpression(node)) return [[node.expression.end, node.end]];
  if (ts.isHeritageClause(node) && node.token === ts.SyntaxKind.ImplementsKeyword) return [[node.pos, node.end]];
  if (ts.isFunctionLike(node) && "body" in node && node.body === undefined) return [[node.pos, node.end]];
  const cuts: (readonly [number, number])[] = [];
  const { type, questionToken, exclamationToken, typeParameters, typeArguments, modifiers } = node as ts.Node & {
    readonly type?: ts.TypeNode; readonly questionToken?: ts.Node; readonly exclamationToken?: ts.Node;
    readonly typeParameters?: ts.NodeArray<ts.Node>; readonly typeArguments?: ts.NodeArray<ts.Node>; readonly modifiers?: ts.NodeArray<ts.ModifierLike>;
  };
  // A type begins after its colon, a list of types after its bracket.
  if (type !== undefined && !ts.isTypeNode(node)) cuts.push([type.pos - 1, type.end]);
  for (const mark of [questionToken, exclamationToken]) if (mark !== undefined && !ts.isConditionalExpression(node)) cuts.push([mark.pos, mark.end]);
  for (const list of [typeParameters, typeArguments]) if (list !== undefined) cuts.push([list.pos - 1, list.end + 1]);
  for (const modifier of modifiers ?? []) {
    if ([ts.SyntaxKind.ReadonlyKeyword, ts.SyntaxKind.PrivateKeyword, ts.SyntaxKind.ProtectedKeyword, ts.SyntaxKind.PublicKeyword, ts.SyntaxKind.OverrideKeyword].includes(modifier.kind)) cuts.push([modifier.getStart(), modifier.end + 1]);
  }
  return cuts;
}

function cut(text: string, cuts: readonly (readonly [from: number, to: number])[]): string {
  let rest = "";
  let at = 0;
  for (const [from, to] of [...cuts].sort((a, b) => a[0] - b[0])) {
    if (from > at) rest += text.slice(at, from);
    at = Math.max(at, to);
  }
  return rest + text.slice(at);
}

function transpile(text: string): ts.SourceFile {
  const { outputText } = ts.transpileModule(text, { compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, removeComments: true } });
  return ts.createSourceFile("declaration.js", outputText, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS);
}

/** Whether two trees are the same but for brackets, which TypeScript takes away with the types in them. */
function isSame(one: ts.Node, other: ts.Node): boolean {
  const [a, b] = [withoutBrackets(one), withoutBrackets(other)];
  const [within, beside] = [childrenOf(a), childrenOf(b)];
  const declared = ts.NodeFlags.Let | ts.NodeFlags.Const;
  if (a.kind !== b.kind || within.length !== beside.length || (a.flags & declared) !== (b.flags & declared)) return false;
  if ((ts.isPrefixUnaryExpression(a) || ts.isPostfixUnaryExpression(a)) && a.operator !== (b as typeof a).operator) return false;
  return within.length === 0 ? a.getText() === b.getText() : within.every((child, k) => isSame(child, beside[k] as ts.Node));
}

const withoutBrackets = (node: ts.Node): ts.Node => (ts.isParenthesizedExpression(node) ? withoutBrackets(node.expression) : node);

function childrenOf(node: ts.Node): readonly ts.Node[] {
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  return children;
}
