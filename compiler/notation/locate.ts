import { Fault, type Span } from "../diagnostics.ts";
import { spanOf } from "./problem.ts";
import { type BinaryOperator, type Statement, type Syntax } from "./syntax.ts";
import { type Token, spell } from "./tokens.ts";
import { type Tree } from "./tree.ts";

const BINARY: readonly BinaryOperator[] = ["+", "-", "*", "/", "^", ".*", "./", ".^", "==", "!=", "<", "<=", ">", ">=", "and", "or"];

/**
 * Gives every node of a math.js tree its place: walks the tree in the order of the text and consumes the tokens that each node was made of.
 * `columns` holds the opening brackets of arrays with a `;`, which the tree alone does not tell from nested arrays.
 */
export function locate(tree: Tree, tokens: readonly Token[], columns: ReadonlySet<Token>): Statement {
  const walk = new Walk(tokens, columns);
  const statement = walk.statement(tree);
  walk.finish();
  return statement;
}

class Walk {
  private readonly tokens: readonly Token[];
  private readonly columns: ReadonlySet<Token>;
  private next = 0;

  constructor(tokens: readonly Token[], columns: ReadonlySet<Token>) {
    this.tokens = tokens;
    this.columns = columns;
  }

  statement(tree: Tree): Statement {
    const span = spanOf(this.tokens);
    if (tree.type === "AssignmentNode") {
      const name = this.take();
      this.take("=");
      return { kind: "assign", span, name: name.text, nameSpan: spanOf([name]), value: this.syntax(tree.value) };
    }
    if (tree.type !== "FunctionAssignmentNode") return { kind: "expression", span, value: this.syntax(tree) };
    const name = this.take();
    const parameters = this.list("(", tree.params, ")", () => {
      const parameter = this.take();
      return { name: parameter.text, span: spanOf([parameter]) };
    });
    this.take("=");
    return { kind: "define", span, name: name.text, nameSpan: spanOf([name]), parameters, body: this.syntax(tree.expr) };
  }

  finish(): void {
    if (this.next !== this.tokens.length) this.lost();
  }

  private syntax(tree: Tree): Syntax {
    switch (tree.type) {
      case "ConstantNode": return this.constant(tree.value);
      case "SymbolNode": return this.name();
      case "OperatorNode": return this.operator(tree);
      case "FunctionNode": return this.call(tree);
      case "AccessorNode": return this.index(tree);
      case "ArrayNode": return this.array(tree);
      case "ParenthesisNode": {
        this.take("(");
        const content = this.syntax(tree.content);
        this.take(")");
        return content;
      }
      case "ConditionalNode": return this.conditional(tree);
      case "RangeNode": return this.range(tree);
      case "ObjectNode": return this.object(tree);
      case "RelationalNode": return this.chain(tree);
      case "AssignmentNode":
      case "FunctionAssignmentNode": return this.lost();
      default: return this.lost(tree);
    }
  }

  private constant(value: unknown): Syntax {
    const token = this.peek();
    // true, false, NaN and the like are constants to math.js, names to us.
    if (token?.kind === "name") return this.name();
    this.next += 1;
    if (token?.kind === "number") return { kind: "number", span: spanOf([token]), text: token.text };
    if (token?.kind === "string" && typeof value === "string") return { kind: "string", span: spanOf([token]), value };
    return this.lost();
  }

  private name(): Syntax {
    const token = this.take();
    const span = spanOf([token]);
    // math.js reads `and` without a left side as a name.
    if (token.kind === "operator") throw new Fault("missing-value", span, `a value is missing before ${token.text}`, `write a ${token.text} b`);
    if (token.kind !== "name") return this.lost();
    return { kind: "name", span, name: token.text };
  }

  private operator(tree: Tree & { type: "OperatorNode" }): Syntax {
    const from = this.next;
    const [first, second] = tree.args;
    if (first === undefined) return this.lost();
    if (second !== undefined) return this.binary(tree, first, second);
    if (tree.op === "'") {
      const operand = this.syntax(first);
      this.take("'");
      return { kind: "unary", span: this.since(from), operator: "'", operand };
    }
    const operator = tree.op;
    if (operator !== "-" && operator !== "+" && operator !== "not") return this.lost();
    this.take(operator);
    const operand = this.syntax(first);
    return { kind: "unary", span: this.since(from), operator, operand };
  }

  private binary(tree: Tree & { type: "OperatorNode" }, first: Tree, second: Tree): Syntax {
    const from = this.next;
    const operator = BINARY.find((known) => known === tree.op);
    if (operator === undefined) return this.lost();
    const left = this.syntax(first);
    if (!tree.implicit) this.take(operator);
    const right = this.syntax(second);
    return { kind: "binary", span: this.since(from), operator, implicit: tree.implicit, left, right };
  }

  private call(tree: Tree & { type: "FunctionNode" }): Syntax {
    const from = this.next;
    if (tree.fn.type !== "SymbolNode") {
      const { span } = this.syntax(tree.fn);
      throw new Fault("call-of-subscript", span, "a subscripted value is no function", "write * before ( to multiply");
    }
    const callee = this.name();
    if (callee.kind !== "name") return this.lost();
    const args = this.list("(", tree.args, ")", (argument) => this.syntax(argument));
    return { kind: "call", span: this.since(from), callee: callee.name, calleeSpan: callee.span, args };
  }

  private index(tree: Tree & { type: "AccessorNode" }): Syntax {
    const from = this.next;
    const object = this.syntax(tree.object);
    const subscripts = this.list("[", tree.index.dimensions, "]", (subscript) => this.syntax(subscript));
    return { kind: "index", span: this.since(from), object, subscripts };
  }

  private array(tree: Tree & { type: "ArrayNode" }): Syntax {
    const from = this.next;
    const open = this.peek();
    if (open === undefined || !this.columns.has(open)) {
      const row = this.list("[", tree.items, "]", (item) => this.syntax(item));
      return { kind: "array", span: this.since(from), rows: row.length === 0 ? [] : [row], columns: false };
    }
    this.take("[");
    const rows = tree.items.map((row): Syntax[] => {
      const items = row.type === "ArrayNode" ? this.items(row.items, (item) => this.syntax(item)) : this.lost();
      this.skip(";");
      return items;
    });
    this.take("]");
    return { kind: "array", span: this.since(from), rows, columns: true };
  }

  private conditional(tree: Tree & { type: "ConditionalNode" }): Syntax {
    const from = this.next;
    const test = this.syntax(tree.condition);
    this.take("?");
    const then = this.syntax(tree.trueExpr);
    this.take(":");
    const otherwise = this.syntax(tree.falseExpr);
    return { kind: "conditional", span: this.since(from), test, then, otherwise };
  }

  /** math.js puts `1` and `end` where an end of a range was left out. */
  private range(tree: Tree & { type: "RangeNode" }): Syntax {
    const first = this.next;
    const from = this.peek()?.text === ":" ? undefined : this.syntax(tree.start);
    this.take(":");
    const step = tree.step === null ? undefined : this.syntax(tree.step);
    if (step !== undefined) this.take(":");
    const after = this.peek();
    const absent = after === undefined || after.kind === "close" || after.kind === "comma";
    const to = absent ? undefined : this.syntax(tree.end);
    const span = this.since(first);
    return { kind: "range", span, ...(from && { from }), ...(step && { step }), ...(to && { to }) };
  }

  private object(tree: Tree & { type: "ObjectNode" }): Syntax {
    const first = this.next;
    const entries = this.list("{", Object.values(tree.properties), "}", () => {
      const token = this.take();
      const key = token.kind === "string" ? token.text.slice(1, -1) : token.text;
      this.take(":");
      const value = tree.properties[key];
      return { key, keySpan: spanOf([token]), value: value === undefined ? this.lost() : this.syntax(value) };
    });
    return { kind: "object", span: this.since(first), entries };
  }

  private chain(tree: Tree & { type: "RelationalNode" }): never {
    const first = this.next;
    const operators: string[] = [];
    const sides = tree.params.map((side, index) => {
      if (index > 0) operators.push(this.take().text);
      const from = this.next;
      this.syntax(side);
      return spell(this.tokens.slice(from, this.next));
    });
    const pairs = operators.map((operator, index) => `${sides[index] ?? ""} ${operator} ${sides[index + 1] ?? ""}`);
    throw new Fault("chained-comparison", this.since(first), "comparisons do not chain", `write ${pairs.join(" and ")}`);
  }

  /** Elements between brackets; a comma may follow the last. */
  private list<From, To>(open: string, sources: readonly From[], close: string, read: (source: From) => To): To[] {
    this.take(open);
    const items = this.items(sources, read);
    this.take(close);
    return items;
  }

  private items<From, To>(sources: readonly From[], read: (source: From) => To): To[] {
    return sources.map((source) => {
      const item = read(source);
      this.skip(",");
      return item;
    });
  }

  private peek(): Token | undefined {
    return this.tokens[this.next];
  }

  private skip(text: string): void {
    if (this.peek()?.text === text) this.next += 1;
  }

  private take(text?: string): Token {
    const token = this.peek();
    if (token === undefined || (text !== undefined && token.text !== text)) return this.lost();
    this.next += 1;
    return token;
  }

  private since(first: number): Span {
    return { start: this.tokens[first]?.start ?? 0, end: this.tokens[this.next - 1]?.end ?? 0 };
  }

  /** Tree and tokens disagree, which the tests have never seen: better one vague message than a wrong place. */
  private lost(_unknown?: never): never {
    throw new Fault("unreadable-statement", spanOf(this.tokens), "cannot make out this statement", "split it into simpler ones");
  }
}
