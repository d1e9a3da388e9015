import type { Node } from "../ir/node.ts";
import { equals, parseDecimal, toNumber } from "../ir/rational.ts";
import type { Space } from "../ir/space.ts";
import { Builder } from "../notation/build.ts";
import { readExpression } from "../notation/read.ts";
import type { Syntax } from "../notation/syntax.ts";
import { operation } from "../ops/index.ts";
import { broadcast } from "../ops/linear/contract.ts";

/** A rewrite given as math text: `pattern -> replacement`, with `| c constant` or `| c not constant` for variables that only match known numbers, or none. */
export interface TextRule {
  readonly text: string;
  /** It changes rounding or range for the better: reported, with its condition of validity. */
  readonly stable: boolean;
  /** The operation at the root of the pattern. */
  readonly root: string;
  apply(space: Space, node: Node): Node | null;
}

type Pattern =
  | { readonly kind: "any"; readonly name: string; /** Whether it only matches constants, or only what is none. */ readonly constant: boolean | undefined }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "operation"; readonly op: string; readonly args: readonly Pattern[]; readonly commutative: boolean };

/** Variables with the nodes they stand for, and the dimensions of the derived operations met, which must be the same for all. */
interface Match {
  readonly nodes: Readonly<Record<string, Node>>;
  readonly along: readonly number[] | undefined;
}

const operators: Record<string, string> = { "+": "add", "-": "sub", "*": "mul", ".*": "mul", "/": "div", "./": "div", "^": "pow", ".^": "pow", "==": "equal", "!=": "unequal", "<": "smaller", "<=": "smallerEq", ">": "larger", ">=": "largerEq", and: "and", or: "or" };

/** Reads a rewrite. @throws Error where the text is no rewrite. */
export function textRule(text: string): TextRule {
  const stable = text.startsWith("stable: ");
  const [rule, ...conditions] = text.replace(/^stable: /, "").split(" | ");
  const [left, right] = (rule as string).split(" -> ");
  if (left === undefined || right === undefined) throw new Error(`not a rewrite: ${text}`);
  const constants = new Map(conditions.join(", ").split(", ").filter((c) => c !== "").map((condition) => {
    const [, name, not] = /^(\w+)( not)? constant$/.exec(condition.trim()) ?? [];
    if (name === undefined) throw new Error(`not a condition: ${condition}`);
    return [name, not === undefined];
  }));
  const pattern = patternOf(readExpression(left), constants);
  if (pattern.kind !== "operation") throw new Error(`a rewrite starts at an operation: ${text}`);
  const replacement = readExpression(right);
  return {
    text, stable, root: pattern.op,
    apply(space, node) {
      const match = matches(pattern, node, { nodes: {}, along: undefined })[0];
      if (match === undefined) return null;
      const builder = new Builder(space, match.along === undefined ? {} : { along: match.along });
      const built = builder.expression(replacement, { lookup: (name) => match.nodes[name] });
      return broadcast(space, built, node.shape);
    },
  };
}

function patternOf(syntax: Syntax, constants: ReadonlyMap<string, boolean>): Pattern {
  const operationPattern = (op: string, args: readonly Syntax[]): Pattern => {
    const known = operation(op);
    return { kind: "operation", op, args: args.map((arg) => patternOf(arg, constants)), commutative: known.kind === "pointwise" && known.commutative === true };
  };
  switch (syntax.kind) {
    case "number":
      return { kind: "number", value: toNumber(parseDecimal(syntax.text)) };
    case "name":
      return { kind: "any", name: syntax.name, constant: constants.get(syntax.name) };
    case "call":
      return operationPattern(syntax.callee, syntax.args);
    case "unary": {
      const operand = patternOf(syntax.operand, constants);
      if (syntax.operator === "-" && operand.kind === "number") return { kind: "number", value: -operand.value };
      return operationPattern(syntax.operator === "not" ? "not" : "neg", [syntax.operand]);
    }
    case "binary":
      return operationPattern(operators[syntax.operator] as string, [syntax.left, syntax.right]);
    case "conditional":
      return operationPattern("select", [syntax.test, syntax.then, syntax.otherwise]);
    default:
      throw new Error(`a pattern has no ${syntax.kind}`);
  }
}

/** Every way in which the node is of the pattern; commutative operations are tried in both orders. */
function matches(pattern: Pattern, node: Node, so: Match): readonly Match[] {
  switch (pattern.kind) {
    case "any": {
      if (pattern.constant !== undefined && pattern.constant !== (node.kind === "fill")) return [];
      const known = so.nodes[pattern.name];
      if (known !== undefined) return known === node ? [so] : [];
      return [{ ...so, nodes: { ...so.nodes, [pattern.name]: node } }];
    }
    case "number":
      return node.kind === "fill" && equals(node.value, pattern.value) ? [so] : [];
    case "operation": {
      if ((node.kind !== "pointwise" && node.kind !== "derived") || node.op !== pattern.op || node.args.length !== pattern.args.length) return [];
      if (node.kind === "derived" && so.along !== undefined && node.dimensions.join() !== so.along.join()) return [];
      const here: Match = node.kind === "derived" ? { ...so, along: node.dimensions } : so;
      const orders = pattern.commutative && node.args[0] !== node.args[1] ? [node.args, node.args.toReversed()] : [node.args];
      return orders.flatMap((args) => args.reduce<readonly Match[]>((found, arg, k) => found.flatMap((m) => matches(pattern.args[k] as Pattern, arg, m)), [here]));
    }
  }
}
