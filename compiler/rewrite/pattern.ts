import { isAccess } from "../ir/contraction.ts";
import type { Node } from "../ir/node.ts";
import { equals, parseDecimal, toNumber } from "../ir/rational.ts";
import { ownShape } from "../ir/shape.ts";
import type { Space } from "../ir/space.ts";
import { Builder } from "../notation/build.ts";
import { elementwiseOperations } from "../notation/operators.ts";
import type { Syntax } from "../notation/syntax.ts";
import { syntaxOf } from "../notation/text.ts";
import { operation } from "../ops/index.ts";
import { broadcast, reshapeTo } from "../ops/linear/contract.ts";
import { repeatedAlong, summedDimensions } from "../ops/linear/recognise.ts";

/**
 * A rewrite given as math text: `pattern -> replacement`, with conditions behind `|`: `c constant` and `c not constant` for
 * variables that only match known numbers, or none; `c repeated` for what is the same along the dimensions of the derived
 * operations and sums in the pattern. Of such a dimension a sum may stand reduced or repeated back.
 */
export interface TextRule {
  readonly text: string;
  /** It changes rounding or range for the better: reported, with its condition of validity. */
  readonly stable: boolean;
  /** The operation at the root of the pattern. */
  readonly root: string;
  apply(space: Space, node: Node): Node | null;
}

type Pattern =
  | { readonly kind: "any"; readonly name: string; readonly condition: Condition | undefined }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "operation"; readonly op: string; readonly args: readonly Pattern[]; readonly commutative: boolean; /** Whether it drops dimensions. */ readonly reduces: boolean };

type Condition = "constant" | "not constant" | "repeated";

/** Variables with the nodes they stand for, and the dimensions of the derived operations met, which must be the same for all. */
interface Match {
  readonly nodes: Readonly<Record<string, Node>>;
  readonly along: readonly number[] | undefined;
}

/** Reads a rewrite. @throws Error where the text is no rewrite. */
export function textRule(text: string): TextRule {
  const stable = text.startsWith("stable: ");
  const [rule, ...conditions] = text.replace(/^stable: /, "").split(" | ");
  const [left, right] = (rule as string).split(" -> ");
  if (left === undefined || right === undefined) throw new Error(`not a rewrite: ${text}`);
  const conditionsOf = new Map(conditions.join(", ").split(", ").filter((c) => c !== "").map((condition) => {
    const [, name, what] = /^(\w+) (constant|not constant|repeated)$/.exec(condition.trim()) ?? [];
    if (name === undefined) throw new Error(`not a condition: ${condition}`);
    return [name, what as Condition];
  }));
  const pattern = patternOf(syntaxOf(left), conditionsOf);
  if (pattern.kind !== "operation") throw new Error(`a rewrite starts at an operation: ${text}`);
  const replacement = syntaxOf(right);
  return {
    text, stable, root: pattern.op,
    apply(space, node) {
      const [match] = matches(space, pattern, node, { nodes: {}, along: undefined }).flatMap((found) => withRepeated(space, found, conditionsOf) ?? []);
      if (match === undefined) return null;
      const builder = new Builder(space, match.along === undefined ? {} : { along: match.along });
      const built = builder.expression(replacement, { lookup: (name) => match.nodes[name] });
      return ownShape(built.shape).length > ownShape(node.shape).length ? reshapeTo(space, built, ownShape(node.shape)) : broadcast(space, built, node.shape);
    },
  };
}

/** The match with each repeated variable standing for what it repeats, its dimensions kept as extents of 1; null where one is not repeated. */
function withRepeated(space: Space, match: Match, conditions: ReadonlyMap<string, Condition>): Match | null {
  let { nodes } = match;
  for (const [name, condition] of conditions) {
    if (condition !== "repeated") continue;
    const node = nodes[name];
    const once = node === undefined || match.along === undefined ? null : repeatedAlong(space, node, match.along);
    if (node === undefined || once === null) return null;
    const own = ownShape(node.shape);
    nodes = { ...nodes, [name]: reshapeTo(space, once, own.map((extent, k) => (match.along?.includes(k - own.length) === true ? 1 : extent))) };
  }
  return { ...match, nodes };
}

function patternOf(syntax: Syntax, conditions: ReadonlyMap<string, Condition>): Pattern {
  const operationPattern = (op: string, args: readonly Syntax[]): Pattern => {
    const known = operation(op);
    return { kind: "operation", op, args: args.map((arg) => patternOf(arg, conditions)), commutative: known.kind === "pointwise" && known.commutative === true, reduces: known.kind === "structural" || (known.kind === "derived" && known.result === "reduced") };
  };
  switch (syntax.kind) {
    case "number":
      return { kind: "number", value: toNumber(parseDecimal(syntax.text)) };
    case "name":
      return { kind: "any", name: syntax.name, condition: conditions.get(syntax.name) };
    case "call":
      return operationPattern(syntax.callee, syntax.args);
    case "unary": {
      const operand = patternOf(syntax.operand, conditions);
      if (syntax.operator === "-" && operand.kind === "number") return { kind: "number", value: -operand.value };
      return operationPattern(syntax.operator === "not" ? "not" : "neg", [syntax.operand]);
    }
    case "binary":
      return operationPattern(elementwiseOperations[syntax.operator], [syntax.left, syntax.right]);
    case "conditional":
      return operationPattern("select", [syntax.test, syntax.then, syntax.otherwise]);
    default:
      throw new Error(`a pattern has no ${syntax.kind}`);
  }
}

/** Every way in which the node is of the pattern; commutative operations are tried in both orders. */
function matches(space: Space, pattern: Pattern, node: Node, so: Match): readonly Match[] {
  switch (pattern.kind) {
    case "any": {
      const isConstant = node.kind === "fill";
      if ((pattern.condition === "constant" && !isConstant) || (pattern.condition === "not constant" && isConstant)) return [];
      const known = so.nodes[pattern.name];
      if (known !== undefined) return known === node ? [so] : [];
      return [{ ...so, nodes: { ...so.nodes, [pattern.name]: node } }];
    }
    case "number":
      return node.kind === "fill" && equals(node.value, pattern.value) ? [so] : [];
    case "operation": {
      const found = pattern.reduces ? reducedOrRepeated(space, node) : { node, along: node.kind === "derived" ? node.dimensions : undefined };
      if (found === null || operationOf(found.node) !== pattern.op || found.node.args.length !== pattern.args.length) return [];
      if (found.along !== undefined && so.along !== undefined && found.along.join() !== so.along.join()) return [];
      const here: Match = { ...so, along: found.along ?? so.along };
      const { args } = found.node;
      const orders = pattern.commutative && args[0] !== args[1] ? [args, args.toReversed()] : [args];
      return orders.flatMap((order) => order.reduce<readonly Match[]>((partial, arg, k) => partial.flatMap((m) => matches(space, pattern.args[k] as Pattern, arg, m)), [here]));
    }
  }
}

/** The name of the operation that a node is in a pattern: a pure sum over dimensions is `sum`. */
function operationOf(node: Node): string | undefined {
  if (node.kind === "pointwise" || node.kind === "derived") return node.op;
  return node.kind === "contraction" && summedDimensions(node) !== null ? "sum" : undefined;
}

/** A sum or another operation that drops dimensions, given as it is or repeated back along them. */
function reducedOrRepeated(space: Space, node: Node): { readonly node: Node; readonly along: readonly number[] } | null {
  const dimensionsOf = (x: Node | undefined): readonly number[] | null => (x === undefined ? null : x.kind === "derived" ? x.dimensions : summedDimensions(x));
  const own = dimensionsOf(node);
  if (own !== null && own.length > 0) return { node, along: own };
  const [x] = node.args;
  const dropped = isAccess(node) && node.args.length === 1 ? dimensionsOf(x) : null;
  return x !== undefined && dropped !== null && dropped.length > 0 && repeatedAlong(space, node, dropped) === x ? { node: x, along: dropped } : null;
}
