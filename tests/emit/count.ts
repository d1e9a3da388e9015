import ts from "typescript";

/** How often each kind of operation is carried out: `+`, `-`, `*`, `/`, `negate`, `exp` and other calls by name, `?:` and comparisons. */
export type Counts = { readonly [operation: string]: number };

/** Where to count: in one run of the loop over the examples and in what stands around it, or in a whole function. */
export interface FunctionCount {
  /** One run of the body of the loop over examples; of a function without that loop, nothing. */
  readonly example: Counts;
  /** What is done once per batch, the factor 1/m left out; of a function without a loop over examples, all. */
  readonly batch: Counts;
  readonly total: number;
}

export const totalOf = (counts: Counts): number => Object.values(counts).reduce((a, b) => a + b, 0);

/**
 * The operations of an exported function of an emitted module, helpers that it calls included, read off its syntax.
 * Loops count as often as their constant bounds say. Left out: arithmetic in square brackets and in the variables that
 * hold positions (`row`, `row1000`, `i1000`), `+=` onto what outlives the example, and 1/m. Where examples go through in
 * blocks, a loop over the examples of a block counts as once, one that takes w of them at a time as 1/w.
 */
export function countOperations(code: string, name: string): FunctionCount {
  const file = ts.createSourceFile("module.ts", code, ts.ScriptTarget.ES2022, true);
  const functions = new Map<string, ts.FunctionDeclaration>();
  for (const statement of file.statements) if (ts.isFunctionDeclaration(statement) && statement.name !== undefined) functions.set(statement.name.text, statement);
  const main = functions.get(name);
  if (main?.body === undefined) throw new Error(`the module has no function ${name}`);
  const loop = main.body.statements.find((statement): statement is ts.ForStatement => ts.isForStatement(statement) && ["k < to", "first < to"].includes(statement.condition?.getText(file) ?? ""));
  const free = factors(main.body);
  const example = new Counter(functions, free);
  if (loop !== undefined) example.visit(loop.statement, 1);
  const batch = new Counter(functions, free);
  for (const statement of main.body.statements) if (statement !== loop) batch.visit(statement, 1);
  const whole = (counts: Counts): Counts => Object.fromEntries(Object.entries(counts).map(([operation, count]) => [operation, Number(count.toFixed(6))]));
  const [each, once] = [whole(example.counts), whole(batch.counts)];
  return { example: each, batch: once, total: totalOf(each) + totalOf(once) };
}

/** Variables that hold m and what numbers, the rate and m alone make: gradients are multiplied by them once per batch. */
function factors(body: ts.Block): ReadonlySet<string> {
  const names = new Set(["m", "rate"]);
  const made = (node: ts.Expression): boolean => {
    if (ts.isNumericLiteral(node)) return true;
    if (ts.isIdentifier(node)) return names.has(node.text);
    if (ts.isParenthesizedExpression(node)) return made(node.expression);
    if (ts.isPrefixUnaryExpression(node)) return made(node.operand);
    return ts.isBinaryExpression(node) && made(node.left) && made(node.right);
  };
  for (const statement of body.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) if (initializer !== undefined && ts.isIdentifier(name) && made(initializer)) names.add(name.text);
  }
  names.delete("rate");
  return names;
}

const binary: Readonly<Partial<Record<ts.SyntaxKind, string>>> = {
  [ts.SyntaxKind.PlusToken]: "+",
  [ts.SyntaxKind.MinusToken]: "-",
  [ts.SyntaxKind.AsteriskToken]: "*",
  [ts.SyntaxKind.SlashToken]: "/",
  [ts.SyntaxKind.AsteriskAsteriskToken]: "**",
  [ts.SyntaxKind.PercentToken]: "%",
  [ts.SyntaxKind.PlusEqualsToken]: "+",
  [ts.SyntaxKind.MinusEqualsToken]: "-",
  [ts.SyntaxKind.AsteriskEqualsToken]: "*",
  [ts.SyntaxKind.SlashEqualsToken]: "/",
};

class Counter {
  readonly counts: Record<string, number> = {};
  readonly #functions: ReadonlyMap<string, ts.FunctionDeclaration>;
  readonly #free: ReadonlySet<string>;
  readonly #declared = new Set<string>();
  readonly #accumulated = new Set<string>();
  /** What was declared before the present loop over examples. */
  #outlives: ReadonlySet<string> = new Set();

  constructor(functions: ReadonlyMap<string, ts.FunctionDeclaration>, free: ReadonlySet<string> = new Set()) {
    this.#functions = functions;
    this.#free = free;
  }

  visit(node: ts.Node, times: number): void {
    const inside = (): void => ts.forEachChild(node, (child) => this.visit(child, times));
    if (ts.isElementAccessExpression(node)) return this.visit(node.expression, times);
    if (ts.isForStatement(node)) {
      const before = this.#outlives;
      if (overExamples.test(node.condition?.getText() ?? "")) this.#outlives = new Set(this.#declared);
      this.visit(node.statement, times * extentOf(node));
      this.#outlives = before;
      return;
    }
    if (ts.isVariableDeclaration(node)) {
      if (ts.isIdentifier(node.name)) this.#declared.add(node.name.text);
      return isPosition(node) ? undefined : inside();
    }
    if (ts.isBinaryExpression(node)) {
      if (!this.#accumulates(node) && !this.#isFree(node.left) && !this.#isFree(node.right)) this.#add(binary[node.operatorToken.kind], times);
      return inside();
    }
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken && !ts.isNumericLiteral(node.operand)) this.#add("negate", times);
    if (ts.isConditionalExpression(node)) this.#add("?:", times);
    if (ts.isCallExpression(node)) return this.#call(node, times);
    inside();
  }

  #add(operation: string | undefined, times: number): void {
    if (operation !== undefined) this.counts[operation] = (this.counts[operation] ?? 0) + times;
  }

  /** The first `+=` onto something that was not declared within what is counted: a second one in the same example is work of its own. */
  #accumulates(node: ts.BinaryExpression): boolean {
    if (node.operatorToken.kind !== ts.SyntaxKind.PlusEqualsToken && node.operatorToken.kind !== ts.SyntaxKind.MinusEqualsToken) return false;
    const target = node.left.getText();
    if (this.#outlives.has(target)) return true;
    if (this.#declared.has(target) || this.#accumulated.has(target)) return false;
    this.#accumulated.add(target);
    return true;
  }

  #isFree(node: ts.Node): boolean {
    return ts.isIdentifier(node) && this.#free.has(node.text);
  }

  #call(node: ts.CallExpression, times: number): void {
    for (const argument of node.arguments) this.visit(argument, times);
    const callee = node.expression;
    if (ts.isPropertyAccessExpression(callee)) {
      const owner = callee.expression.getText();
      // A maximum of n numbers is n - 1 operations; filling an array is none.
      if (owner === "Math") this.#add(callee.name.text, times * Math.max(1, node.arguments.length - 1));
      else if (!["fill", "set", "subarray"].includes(callee.name.text)) throw new Error(`who is ${callee.getText()}?`);
      return;
    }
    const helper = this.#functions.get(callee.getText());
    if (helper?.body === undefined) throw new Error(`who is ${callee.getText()}?`);
    this.visit(helper.body, times);
  }
}

/** A loop over the examples of a block. */
const overExamples = /^k < size\d*$/;

/** `row`, `m`, `size`, and what is an integer times a row or a loop's index, or one of those moved by an integer. */
function isPosition({ name, initializer }: ts.VariableDeclaration): boolean {
  const text = initializer?.getText() ?? "";
  return ["row", "m", "size"].includes(name.getText()) || /^(row|[a-z]) \* \d+$/.test(text) || /^[a-z]\d+(_\d+)? \+ \d+$/.test(text);
}

/** How often a loop with constant bounds runs, or one over examples for each of them. */
function extentOf(node: ts.ForStatement): number {
  const start = node.initializer?.getText().match(/^let \w+ = (\d+)$/)?.[1];
  const end = node.condition?.getText().match(/^\w+ < (\d+)$/)?.[1];
  const step = Number(node.incrementor?.getText().match(/^\w+ \+= (\d+)$/)?.[1] ?? 1);
  if (overExamples.test(node.condition?.getText() ?? "")) return 1 / step;
  if (start === undefined || end === undefined) throw new Error(`a loop of unknown length: ${node.getText().slice(0, 80)}`);
  return (Number(end) - Number(start)) / step;
}
