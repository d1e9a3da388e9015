import { Fault, type Span } from "../diagnostics.ts";
import type { Node } from "../ir/node.ts";
import { Misuse, type BuildContext, type DerivedOperation, type Operation } from "../ir/op.ts";
import { fromNumber, parseDecimal, toNumber, type Constant } from "../ir/rational.ts";
import { describeShape, isBatched, ownShape, sameShape, withBatch } from "../ir/shape.ts";
import type { Space } from "../ir/space.ts";
import { operations } from "../ops/index.ts";
import { constantsOf, reshapeTo, stack, subscript, type Subscript } from "../ops/linear/contract.ts";
import { elementwise } from "./broadcasting.ts";
import type { Syntax } from "./syntax.ts";

/** A function of the spec: its body is read anew at each call, where it sees its parameters and then `scope`. */
export interface UserFunction {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly body: Syntax;
  readonly scope: Scope;
}

/** What names mean. */
export interface Scope {
  lookup(name: string): Node | UserFunction | undefined;
  /** In words, what a name was declared as and where, for hints. */
  describe?(name: string): string | undefined;
  /** Names that can be seen, for suggestions. */
  readonly names?: Iterable<string>;
}

export interface Conventions {
  readonly reluAtZero: 0 | 0.5 | 1;
  readonly maxTie: "first" | "split";
}

const builtinConstants = new Map<string, Constant>([
  ["pi", Math.PI], ["e", Math.E], ["tau", 2 * Math.PI], ["phi", (1 + Math.sqrt(5)) / 2],
  ["Inf", Infinity], ["Infinity", Infinity], ["NaN", NaN], ["true", fromNumber(1)], ["false", fromNumber(0)],
]);

const operatorNames: Record<string, string> = {
  "+": "add", "-": "sub", "*": "multiply", "/": "divide", "^": "power", ".*": "mul", "./": "div", ".^": "pow",
  "==": "equal", "!=": "unequal", "<": "smaller", "<=": "smallerEq", ">": "larger", ">=": "largerEq", and: "and", or: "or",
};

/** In formulas, partials and rewrites every operation is elementwise. */
const elementwiseNames: Record<string, string> = { "*": "mul", "/": "div", "^": "pow" };

/** Reads expressions into nodes of one space: names, shapes and broadcasting; every mistake is a Fault with its place. */
export class Builder {
  readonly space: Space;
  readonly #conventions: Conventions;
  readonly #along: readonly number[] | undefined;
  readonly #located: boolean;

  /** `along`: the text is a formula whose one-argument reductions work along these dimensions and keep them. `located`: the text is a user's: note where each node comes from, and read `*`, `/` and `^` as linear algebra does. */
  constructor(space: Space, options: { readonly conventions?: Conventions; readonly along?: readonly number[]; readonly located?: boolean } = {}) {
    this.space = space;
    this.#conventions = options.conventions ?? { reluAtZero: 0, maxTie: "first" };
    this.#along = options.along;
    this.#located = options.located ?? false;
  }

  /** The node of an expression. */
  expression(syntax: Syntax, scope: Scope): Node {
    const node = this.#expression(syntax, scope);
    if (node.kind === "leaf" && node.role === "index") {
      throw new Fault("index-outside-subscript", syntax.span, "an index can only be used as a subscript", `write for example E[${syntax.kind === "name" ? syntax.name : "i"}, :]`);
    }
    if (this.#located && node.kind !== "leaf") this.space.note(node, { span: syntax.span });
    return node;
  }

  /** An operation of the registry applied to nodes, as the language would. */
  apply(name: string, args: readonly Node[]): Node {
    const operation = this.#variant(name);
    if (operation.kind === "pointwise") return elementwise(this.space, operation, this.#withDefaults(operation, args));
    if (operation.kind === "derived") return this.#derived(operation, args);
    const context: BuildContext = { apply: (op, ...operands) => this.apply(op, operands), maxTie: this.#conventions.maxTie, ...(this.#along === undefined ? {} : { along: this.#along }) };
    return operation.build(this.space, args, context);
  }

  #expression(syntax: Syntax, scope: Scope): Node {
    switch (syntax.kind) {
      case "number":
        return this.space.fill(parseDecimal(syntax.text));
      case "string":
        throw new Fault("string-in-expression", syntax.span, "a string has no place in an expression");
      case "name":
        return this.#name(syntax, scope);
      case "call":
        return this.#call(syntax, scope);
      case "unary":
        return this.#operator({ "-": "neg", "+": "", not: "not", "'": "transpose" }[syntax.operator], [syntax.operand], syntax.span, scope);
      case "binary":
        return this.#operator(((this.#located ? undefined : elementwiseNames[syntax.operator]) ?? operatorNames[syntax.operator]) as string, [syntax.left, syntax.right], syntax.span, scope);
      case "conditional":
        return this.#operator("select", [syntax.test, syntax.then, syntax.otherwise], syntax.span, scope);
      case "array":
        return this.#array(syntax, scope);
      case "index":
        return this.#index(syntax, scope);
      case "range":
        throw new Fault("range-outside-subscript", syntax.span, "a range can only be used as a subscript", "write for example x[2:3]");
      case "object":
        throw new Fault("object-in-expression", syntax.span, "a set of options has no place in an expression");
    }
  }

  #name(syntax: Syntax & { kind: "name" }, scope: Scope): Node {
    const found = scope.lookup(syntax.name);
    if (found === undefined) {
      const constant = builtinConstants.get(syntax.name);
      if (constant !== undefined) return this.space.fill(constant);
      if (publicOperation(syntax.name) !== undefined) throw new Fault("function-without-arguments", syntax.span, "is a function", `write ${syntax.name}(…)`);
      throw unknown(syntax.name, syntax.span, "name", [...(scope.names ?? []), ...builtinConstants.keys()]);
    }
    if ("body" in found) throw new Fault("function-without-arguments", syntax.span, "is a function", `write ${syntax.name}(${found.parameters.join(", ")})`);
    return found;
  }

  #call(syntax: Syntax & { kind: "call" }, scope: Scope): Node {
    const user = scope.lookup(syntax.callee);
    if (user !== undefined && "body" in user) return this.#userCall(user, syntax, scope);
    if (user !== undefined) throw new Fault("not-a-function", syntax.calleeSpan, "is a value, not a function", `to multiply, write ${syntax.callee} * (…); to take an element, ${syntax.callee}[…]`);
    const operation = publicOperation(syntax.callee, this.#along !== undefined || !this.#located);
    if (operation === undefined) throw unknown(syntax.callee, syntax.calleeSpan, "function", [...(scope.names ?? []), ...[...operations.values()].filter((op) => op.internal !== true).map((op) => op.name)]);
    const least = operation.parameters.filter((p) => !p.endsWith("?") && !p.endsWith("…")).length;
    const most = operation.parameters.some((p) => p.endsWith("…")) ? Infinity : operation.parameters.length + (operation.kind === "derived" && operation.scope === "along" ? 1 : 0);
    if (syntax.args.length < least || syntax.args.length > most) {
      throw new Fault("argument-count", syntax.span, `${syntax.callee} takes ${least === most ? least : `${least} to ${most}`} argument${most === 1 ? "" : "s"}, not ${syntax.args.length}`, `${syntax.callee}(${operation.parameters.join(", ")})`);
    }
    return this.#operator(operation.name, syntax.args, syntax.span, scope);
  }

  #userCall(user: UserFunction, syntax: Syntax & { kind: "call" }, scope: Scope): Node {
    if (syntax.args.length !== user.parameters.length) {
      throw new Fault("argument-count", syntax.span, `${user.name} takes ${user.parameters.length} argument${user.parameters.length === 1 ? "" : "s"}, not ${syntax.args.length}`, `${user.name}(${user.parameters.join(", ")})`);
    }
    const values = new Map(user.parameters.map((parameter, k) => [parameter, this.expression(syntax.args[k] as Syntax, scope)]));
    return this.expression(user.body, {
      lookup: (name) => values.get(name) ?? user.scope.lookup(name),
      describe: (name) => (values.has(name) ? `${describeShape((values.get(name) as Node).shape)} in this call of ${user.name}` : user.scope.describe?.(name)),
      names: [...values.keys(), ...(user.scope.names ?? [])],
    });
  }

  /** Operands are read first, so that their own mistakes come first; a Misuse then gets the place it is about. */
  #operator(name: string, operands: readonly Syntax[], span: Span, scope: Scope): Node {
    const args = operands.map((operand) => this.expression(operand, scope));
    if (name === "") return args[0] as Node;
    try {
      return this.apply(name, args);
    } catch (error) {
      if (!(error instanceof Misuse)) throw error;
      const declared = [...new Set(operands.flatMap((operand) => (operand.kind === "name" ? [scope.describe?.(operand.name)].filter((d) => d !== undefined) : [])))];
      const culprit = error.argument === undefined ? undefined : operands[error.argument];
      throw new Fault(error.code, culprit?.span ?? span, error.message, [declared.join("; "), error.hint].filter((part) => part !== undefined && part !== "").join("; ") || undefined);
    }
  }

  #variant(name: string): Operation {
    const operation = operations.get(name);
    if (operation === undefined) throw new Error(`no operation ${name}`);
    const variant = operation.variants?.[String(this.#conventions[operation.variants.convention])];
    return variant === undefined ? operation : (operations.get(variant) as Operation);
  }

  #withDefaults(operation: Operation & { kind: "pointwise" }, args: readonly Node[]): readonly Node[] {
    const missing = operation.parameters.slice(args.length).map((p) => operation.defaults?.[p.replace("?", "")]);
    return [...args, ...missing.map((text) => this.space.fill(parseDecimal(text as string)))];
  }

  #derived(operation: DerivedOperation, args: readonly Node[]): Node {
    if (operation.scope === "whole") {
      const own = ownShape((args[0] as Node).shape);
      const differing = args.findIndex((arg, k) => !sameShape(ownShape(arg.shape), own) && k < 2);
      if (differing > 0) throw new Misuse("shape-mismatch", `${operation.name} compares values of one shape, not ${describeShape((args[0] as Node).shape)} and ${describeShape((args[differing] as Node).shape)}`);
      const vector = args.findIndex((arg, k) => k >= 2 && ownShape(arg.shape).length > 0);
      if (vector > 0) throw new Misuse("shape-mismatch", `${operation.parameters[vector]} is a scalar, not ${describeShape((args[vector] as Node).shape)}`, undefined, vector);
      const batched = args.some((arg) => isBatched(arg.shape));
      return this.space.derived(operation.name, args, own.map((_, k) => k - own.length), withBatch([], batched));
    }
    const operands = args.slice(0, operation.parameters.length);
    const x = operands[0] as Node;
    const own = ownShape(x.shape);
    const dimensions = args.length > operands.length ? [dimensionOf(args[operands.length] as Node, own.length, operands.length)] : (this.#along ?? defaultDimensions(operation, x));
    const reduced = this.#along === undefined ? own.filter((_, k) => !dimensions.includes(k - own.length)) : own.map((extent, k) => (dimensions.includes(k - own.length) ? 1 : extent));
    if (operation.result === "same" || this.#along === undefined) {
      return this.space.derived(operation.name, operands, dimensions, withBatch(operation.result === "same" ? own : reduced, isBatched(x.shape)));
    }
    const dropped = this.space.derived(operation.name, operands, dimensions, withBatch(own.filter((_, k) => !dimensions.includes(k - own.length)), isBatched(x.shape)));
    return reshapeTo(this.space, dropped, reduced);
  }

  #array(syntax: Syntax & { kind: "array" }, scope: Scope): Node {
    const rows = syntax.rows.map((row) => row.map((item) => this.expression(item, scope)));
    const shapes = syntax.rows.flat().map((item, k) => [item, rows.flat()[k] as Node] as const);
    const first = rows[0]?.[0];
    if (first === undefined) return this.space.literal([], [0]);
    for (const [item, node] of shapes) {
      if (!sameShape(ownShape(node.shape), ownShape(first.shape))) throw new Fault("ragged-array", item.span, `is ${describeShape(node.shape)} among elements that are ${describeShape(first.shape)}`, "the elements of an array have one shape; concat joins along the last dimension");
    }
    const ragged = rows.findIndex((row) => row.length !== rows[0]?.length);
    if (ragged > 0) throw new Fault("ragged-array", syntax.span, `row ${ragged + 1} has ${rows[ragged]?.length} elements, row 1 has ${rows[0]?.length}`);
    const all = rows.flat();
    const own = ownShape(first.shape);
    const column = rows[0]?.length === 1 && own.length > 0;
    const outer = syntax.columns && !column ? [rows.length, rows[0]?.length as number] : [all.length];
    const constants = all.map(constantsOf);
    if (constants.every((c) => c !== null)) return this.space.literal(constants.flat(), [...outer, ...own]);
    const stacked = stack(this.space, all, (a, b) => this.apply("add", [a, b]));
    return reshapeTo(this.space, stacked, [...outer, ...own]);
  }

  #index(syntax: Syntax & { kind: "index" }, scope: Scope): Node {
    const object = this.expression(syntax.object, scope);
    const own = ownShape(object.shape);
    if (syntax.subscripts.length !== own.length) {
      throw new Fault("subscript-count", syntax.span, `${describeShape(object.shape)} takes ${own.length} subscript${own.length === 1 ? "" : "s"}, not ${syntax.subscripts.length}`, own.length === 2 ? "write A[i, :] for row i" : undefined);
    }
    return subscript(this.space, object, syntax.subscripts.map((s, k) => this.#subscript(s, own[k] as number, scope)));
  }

  #subscript(syntax: Syntax, extent: number, scope: Scope): Subscript {
    const inner: Scope = { lookup: (name) => (name === "end" ? this.space.fill(extent) : scope.lookup(name)), ...(scope.names === undefined ? {} : { names: scope.names }) };
    const position = (part: Syntax): number => {
      const node = this.#expression(part, inner);
      if (node.kind !== "fill" || node.shape.length > 0) throw new Fault("subscript-not-constant", part.span, "a subscript is a whole number known when the spec is compiled, or an index of the data", "declare i = index(k) to look rows up by data");
      const value = toNumber(node.value);
      if (!Number.isInteger(value) || value < 1 || value > extent) throw new Fault("subscript-out-of-range", part.span, `subscript ${value} is out of range: whole numbers from 1 to ${extent}`);
      return value - 1;
    };
    if (syntax.kind === "range") {
      if (syntax.step !== undefined) throw new Fault("range-with-step", syntax.span, "a range with a step is not supported", "take the elements one by one in brackets");
      const start = syntax.from === undefined ? 0 : position(syntax.from);
      const stop = syntax.to === undefined ? extent - 1 : position(syntax.to);
      if (stop < start) throw new Fault("empty-range", syntax.span, "the range is empty");
      return { kind: "run", start, count: stop - start + 1 };
    }
    const named = syntax.kind === "name" ? inner.lookup(syntax.name) : undefined;
    if (named !== undefined && !("body" in named) && named.kind === "leaf" && named.role === "index") return { kind: "datum", leaf: named };
    return { kind: "at", index: position(syntax) };
  }
}

/** A 1-based dimension argument as an offset from the end. */
export function dimensionOf(node: Node, rank: number, argument: number): number {
  const value = node.kind === "fill" ? toNumber(node.value) : NaN;
  if (!Number.isInteger(value) || value < 1 || value > rank) {
    throw new Misuse("bad-dimension", rank === 0 ? "a scalar has no dimensions" : `a dimension is a whole number from 1 to ${rank}`, undefined, argument);
  }
  return value - 1 - rank;
}

function defaultDimensions(operation: DerivedOperation, x: Node): readonly number[] {
  const rank = ownShape(x.shape).length;
  if (operation.wants === "anything") return ownShape(x.shape).map((_, k) => k - rank);
  if (rank !== 1) throw new Misuse("dimension-missing", `${operation.name} of ${describeShape(x.shape)} needs a dimension`, rank === 0 ? "it works on a vector" : `write ${operation.name}(x, ${rank})`);
  return [-1];
}

function publicOperation(name: string, internal = false): Operation | undefined {
  const operation = operations.get(name);
  return operation !== undefined && (internal || operation.internal !== true) ? operation : undefined;
}

function unknown(name: string, span: Span, what: string, candidates: readonly string[]): Fault {
  const near = candidates.map((candidate) => [distance(name, candidate), candidate] as const).sort((a, b) => a[0] - b[0])[0];
  const close = near !== undefined && near[0] <= Math.max(1, Math.floor(name.length / 3));
  return new Fault(`unknown-${what}`, span, `unknown ${what}`, close ? `did you mean ${near[1]}?` : what === "name" ? "a name is assigned before it is used" : undefined);
}

/** Edits that turn one word into the other (Levenshtein). */
function distance(a: string, b: string): number {
  let row = [...b, ""].map((_, k) => k);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next.push(Math.min((next[j - 1] as number) + 1, (row[j] as number) + 1, (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length] as number;
}
