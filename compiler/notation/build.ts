import { Fault, type Span } from "../diagnostics.ts";
import type { Node } from "../ir/node.ts";
import { Misuse, type BuildContext, type DerivedOperation, type Operation, type RecurrentOperation, type Statistics } from "../ir/op.ts";
import { fromNumber, parseDecimal, toNumber, type Constant } from "../ir/rational.ts";
import { describeShape, isBatched, ownShape, sameShape, withBatch } from "../ir/shape.ts";
import type { Space } from "../ir/space.ts";
import { operations } from "../ops/index.ts";
import { badDimension, dimensionMissing } from "../ops/linear/dimensions.ts";
import { constantsOf, reshapeTo, stack, subscript, type Subscript } from "../ops/linear/contract.ts";
import { recurrence } from "../ops/sequence/recurrence.ts";
import { elementwise } from "./broadcasting.ts";
import { elementwiseOperations, languageOperations } from "./operators.ts";
import { partsOf, type Syntax } from "./syntax.ts";
import { unknownFunction, unknownName } from "./unknown.ts";

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
  /** Words that begin a statement as a function's name begins a call, for suggestions. */
  readonly statements?: Iterable<string>;
  /** Why a name that is not found cannot be used; undefined where there is nothing special about it. */
  missing?(name: string, span: Span): Fault | undefined;
  /** In words, where a name is assigned although it cannot be seen yet. */
  later?(name: string): string | undefined;
  /** In words, what stands at a place of the text. */
  where?(span: Span): string;
  /** How many values an index of the data takes. */
  classesOf?(index: string): number | undefined;
}

export interface Conventions {
  readonly reluAtZero: 0 | 0.5 | 1;
  readonly maxTie: "first" | "split";
}

const builtinConstants = new Map<string, Constant>([
  ["pi", Math.PI], ["e", Math.E], ["tau", 2 * Math.PI], ["phi", (1 + Math.sqrt(5)) / 2],
  ["Inf", Infinity], ["Infinity", Infinity], ["NaN", NaN], ["true", fromNumber(1)], ["false", fromNumber(0)],
]);

/** Calls of a spec's functions are written out, so that functions which call each other twice grow fast. */
const mostInlined = 20_000;
/** How deep expressions and calls of functions may nest together; whoever walks them recurses. */
const deepest = 1_000;

/** Reads expressions into nodes of one space: names, shapes and broadcasting; every mistake is a Fault with its place. */
export class Builder {
  readonly space: Space;
  readonly #conventions: Conventions;
  readonly #along: readonly number[] | undefined;
  readonly #located: boolean;
  readonly #batched: boolean;
  readonly #statistics: Statistics | undefined;
  readonly #defaults = new Map<Node, number>();
  /** The states of each function that is carried along a value, by what it begins with and what it goes through. */
  readonly #recurrences = new Map<UserFunction, Map<string, Node>>();
  /** The call of the text that is being written out, how much calls have grown to, and how deep we are. */
  #outermost: Span | undefined;
  #inlined = 0;
  #depth = 0;
  /** Whether what is read is a function that fold or scan repeats. */
  #repeating = false;

  /** `statistics`: where running statistics of the spec are kept. `along`: the text is a formula whose one-argument reductions work along these dimensions and keep them. `located`: the text is a user's: note where each node comes from, and read `*`, `/` and `^` as linear algebra does. `batched`: what is drawn is each example's own. */
  constructor(space: Space, options: { readonly conventions?: Conventions; readonly along?: readonly number[]; readonly located?: boolean; readonly batched?: boolean; readonly statistics?: Statistics } = {}) {
    this.space = space;
    this.#conventions = options.conventions ?? { reluAtZero: 0, maxTie: "first" };
    this.#along = options.along;
    this.#located = options.located ?? false;
    this.#batched = options.batched ?? false;
    this.#statistics = options.statistics;
  }

  /** Notes the default value of a hyperparameter, for operations that check it. */
  setDefault(hyper: Node, value: number): void {
    this.#defaults.set(hyper, value);
  }

  /** The node of an expression. */
  expression(syntax: Syntax, scope: Scope): Node {
    this.#count();
    this.#depth++;
    const node = finallyDo(() => this.#expression(syntax, scope), () => this.#depth--);
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
    if (operation.kind === "recurrent") throw new Error(`${name} takes a function`);
    const context: BuildContext = { apply: (op, ...operands) => this.apply(op, operands), maxTie: this.#conventions.maxTie, batched: this.#batched, defaultOf: (hyper) => this.#defaults.get(hyper), ...(this.#statistics === undefined || this.#repeating ? {} : { statistics: this.#statistics }), ...(this.#along === undefined ? {} : { along: this.#along }) };
    return operation.build(this.space, args, context);
  }

  /** The names in an expression that mean nothing, each with its place: all of them, while `expression` stops at the first. */
  unknownNames(syntax: Syntax, scope: Scope): readonly Fault[] {
    const faults: Fault[] = [];
    const search = (part: Syntax, subscript: boolean): void => {
      if (part.kind === "name" && !(subscript && part.name === "end")) {
        const fault = scope.lookup(part.name) === undefined && !builtinConstants.has(part.name) && publicOperation(part.name) === undefined ? (scope.missing?.(part.name, part.span) ?? unknownName(part.name, part.span, scope, builtinConstants.keys())) : undefined;
        if (fault !== undefined) faults.push(fault);
      }
      if (part.kind === "call" && scope.lookup(part.callee) === undefined && publicOperation(part.callee) === undefined) faults.push(scope.missing?.(part.callee, part.calleeSpan) ?? unknownFunction(part.callee, part.calleeSpan, scope));
      // What a function is called with where its name alone is meant is no further mistake.
      const repeats = part.kind === "call" && publicOperation(part.callee)?.kind === "recurrent" && scope.lookup(part.callee) === undefined;
      for (const inner of partsOf(part).filter((one) => !repeats || one !== part.args[0] || one.kind !== "call")) search(inner, subscript || (part.kind === "index" && inner !== part.object));
    };
    search(syntax, false);
    return faults;
  }

  #count(): void {
    if (this.#outermost === undefined) return;
    if (this.#depth > deepest) throw new Fault("nested-too-deep", this.#outermost, `the functions that this calls, and those that they call, are more than ${deepest} levels deep`, "give parts of it names of their own");
    if (++this.#inlined <= mostInlined) return;
    // Said once; what comes after it is not to blame.
    if (this.#inlined > mostInlined + 1) throw new Fault("follow-up", this.#outermost, "");
    throw new Fault("too-many-calls", this.#outermost, `the spec's functions, written out at each call, have more than ${mostInlined} operations`, "a function that calls another one twice doubles it, and so does each that calls it twice in turn");
  }

  #expression(syntax: Syntax, scope: Scope): Node {
    switch (syntax.kind) {
      case "number":
        return this.space.fill(parseDecimal(syntax.text));
      case "string":
        throw new Fault("string-in-expression", syntax.span, "text has no place in an expression", "texts stand in data(\"file.csv\"), in param(3, 3, \"he\") and in options");
      case "name":
        return this.#name(syntax, scope);
      case "call":
        return this.#call(syntax, scope);
      case "unary":
        return this.#operator({ "-": "neg", "+": "", not: "not", "'": "transpose" }[syntax.operator], [syntax.operand], syntax.span, scope);
      case "binary":
        return this.#operator((this.#located ? languageOperations : elementwiseOperations)[syntax.operator], [syntax.left, syntax.right], syntax.span, scope);
      case "conditional":
        return this.#operator("select", [syntax.test, syntax.then, syntax.otherwise], syntax.span, scope);
      case "array":
        return this.#array(syntax, scope);
      case "index":
        return this.#index(syntax, scope);
      case "range":
        throw new Fault("range-outside-subscript", syntax.span, "a range can only be used as a subscript", "write for example x[2:3]");
      case "object":
        throw new Fault("object-in-expression", syntax.span, "a set of options has no place in an expression", "options stand in train({…}) and conventions({…})");
    }
  }

  #name(syntax: Syntax & { kind: "name" }, scope: Scope): Node {
    const found = scope.lookup(syntax.name);
    if (found === undefined) {
      const missing = scope.missing?.(syntax.name, syntax.span);
      if (missing !== undefined) throw missing;
      const constant = builtinConstants.get(syntax.name);
      if (constant !== undefined) return this.space.fill(constant);
      if (publicOperation(syntax.name) !== undefined) throw new Fault("function-without-arguments", syntax.span, "is a function", `write ${syntax.name}(…)`);
      throw unknownName(syntax.name, syntax.span, scope, builtinConstants.keys());
    }
    if ("body" in found) throw new Fault("function-without-arguments", syntax.span, "is a function", `write ${syntax.name}(${found.parameters.join(", ")})`);
    return found;
  }

  #call(syntax: Syntax & { kind: "call" }, scope: Scope): Node {
    const user = scope.lookup(syntax.callee);
    if (user !== undefined && "body" in user) return this.#userCall(user, syntax, scope);
    if (user !== undefined) throw new Fault("not-a-function", syntax.calleeSpan, "is a value, not a function", `to multiply, write ${syntax.callee} * (…); to take an element, ${syntax.callee}[…]`);
    const missing = scope.missing?.(syntax.callee, syntax.calleeSpan);
    if (missing !== undefined) throw missing;
    const operation = publicOperation(syntax.callee, this.#along !== undefined || !this.#located);
    if (operation === undefined) throw unknownFunction(syntax.callee, syntax.calleeSpan, scope);
    const parameters = operation.kind === "derived" && operation.scope === "along" ? [...operation.parameters, "dimension?"] : operation.parameters;
    const plain = parameters.filter((p) => !p.endsWith("?") && !p.endsWith("…"));
    const most = parameters.some((p) => p.endsWith("…")) ? Infinity : parameters.length;
    if (syntax.args.length < plain.length || syntax.args.length > most) {
      const forms = plain.length === parameters.length ? [plain] : [plain, parameters.map((p) => p.replace("?", "").replace("…", ", …"))];
      throw argumentCount(syntax.callee, syntax, plain.length, most, forms, operation.kind === "recurrent" && syntax.args.length > most ? severalStates : undefined);
    }
    if (operation.kind === "recurrent") return this.#recurrence(operation, syntax, scope);
    return this.#operator(operation.name, syntax.args, syntax.span, scope);
  }

  #userCall(user: UserFunction, syntax: Syntax & { kind: "call" }, scope: Scope): Node {
    if (syntax.args.length !== user.parameters.length) {
      throw argumentCount(user.name, syntax, user.parameters.length, user.parameters.length, [user.parameters]);
    }
    return this.#applied(user, syntax.args.map((arg) => this.expression(arg, scope)), syntax.span, scope);
  }

  /** The states that a function of the spec carries along a value. One recurrence serves all that is asked of it. */
  #recurrence(operation: RecurrentOperation, syntax: Syntax & { kind: "call" }, scope: Scope): Node {
    const [named, ...operands] = syntax.args as readonly [Syntax, Syntax, Syntax];
    const step = named.kind === "name" ? scope.lookup(named.name) : undefined;
    if (step === undefined || !("body" in step)) {
      const called = named.kind === "call" ? scope.lookup(named.callee) : undefined;
      throw new Fault("not-a-function", named.span, "is no function of the spec", named.kind === "call" && called !== undefined && "body" in called ? `give the function by its name: ${operation.name}(${named.callee}, …)` : `write step(h, x) = … on a line above, and ${operation.name}(step, …)`);
    }
    if (step.parameters.length !== 2) throw new Fault("argument-count", named.span, `${step.name} takes ${step.parameters.length} argument${step.parameters.length === 1 ? "" : "s"}; ${operation.name} gives it 2, the state and a row`, `write ${step.name}(h, x) = …; it sees the names above it as well${step.parameters.length > 2 ? `; ${severalStates}` : ""}`);
    const [init, sequence] = operands.map((operand) => this.expression(operand, scope)) as [Node, Node];
    const known = this.#recurrences.get(step)?.get(`${init.id} ${sequence.id}`);
    const states = known ?? this.#repeatedly(() => placed(syntax.args, syntax.span, scope, () => recurrence(this.space, (state, row) => this.#applied(step, [state, row], syntax.span, scope), init, sequence)));
    this.#recurrences.set(step, (this.#recurrences.get(step) ?? new Map<string, Node>()).set(`${init.id} ${sequence.id}`, states));
    return operation.result === "all" ? states : subscript(this.space, states, ownShape(states.shape).map((count, k) => (k === 0 ? { kind: "at", index: count - 1 } : { kind: "run", start: 0, count })));
  }

  /** Work on a function that is repeated: it has no running statistics of its own. */
  #repeatedly<T>(work: () => T): T {
    const before = this.#repeating;
    this.#repeating = true;
    return finallyDo(work, () => (this.#repeating = before));
  }

  /** A function of the spec on values. */
  #applied(user: UserFunction, args: readonly Node[], span: Span, scope: Scope): Node {
    const values = new Map(user.parameters.map((parameter, k) => [parameter, args[k] as Node]));
    for (const [parameter, value] of values) if (this.#located && value.args.length > 0) this.space.note(value, { parameter });
    const call = scope.where?.(span) ?? `this call of ${user.name}`;
    const first = this.#outermost === undefined;
    this.#outermost ??= span;
    const inner: Scope = {
      ...user.scope,
      lookup: (name) => values.get(name) ?? user.scope.lookup(name),
      describe: (name) => (values.has(name) ? `${name} is ${describeShape((values.get(name) as Node).shape)} in ${call}` : user.scope.describe?.(name)),
      names: [...values.keys(), ...(user.scope.names ?? [])],
    };
    return finallyDo(() => this.expression(user.body, inner), () => first && (this.#outermost = undefined));
  }

  /** Operands are read first, so that their own mistakes come first; a Misuse then gets the place it is about. */
  #operator(name: string, operands: readonly Syntax[], span: Span, scope: Scope): Node {
    const args = operands.map((operand) => this.expression(operand, scope));
    if (name === "") return args[0] as Node;
    if (name === "multiply" && this.#located) refuseOuterProduct(operands, args, span);
    return placed(operands, span, scope, () => this.apply(name, args));
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
      if (differing > 0) throw new Misuse("shape-mismatch", `${operation.name} compares values of one shape, not ${describeShape((args[0] as Node).shape)} and ${describeShape((args[differing] as Node).shape)}`, "reshape(x, [2, 3]) and flatten(x) change a shape");
      const vector = args.findIndex((arg, k) => k >= 2 && ownShape(arg.shape).length > 0);
      if (vector > 0) throw new Misuse("shape-mismatch", `${operation.parameters[vector]} is a scalar, not ${describeShape((args[vector] as Node).shape)}`, "write a number", vector);
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
      if (!sameShape(ownShape(node.shape), ownShape(first.shape))) throw new Fault("ragged-array", item.span, `is ${describeShape(node.shape)}, and the first element ${describeShape(first.shape)}`, "the elements of an array have one shape; to join values of different length, write concat(a, b), and of a scalar [a]: concat(x, [1])");
    }
    const ragged = rows.findIndex((row) => row.length !== rows[0]?.length);
    if (ragged > 0) throw new Fault("ragged-array", syntax.span, `row ${ragged + 1} has ${rows[ragged]?.length} elements, row 1 has ${rows[0]?.length}`, "the rows of an array have one length");
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
      if (own.length === 0) throw new Fault("subscript-count", syntax.span, "a scalar has no elements", "leave the subscript out");
      const name = syntax.object.kind === "name" ? syntax.object.name : "A";
      throw new Fault("subscript-count", syntax.span, `${describeShape(object.shape)} takes ${own.length} subscript${own.length === 1 ? "" : "s"}, not ${syntax.subscripts.length}`, own.length === 1 ? `write ${name}[1]` : `write ${name}[1${", :".repeat(own.length - 1)}] for the first ${own.length === 2 ? "row" : "slice"}`);
    }
    return subscript(this.space, object, syntax.subscripts.map((s, k) => this.#subscript(s, own[k] as number, scope)));
  }

  #subscript(syntax: Syntax, extent: number, scope: Scope): Subscript {
    const inner: Scope = { ...scope, lookup: (name) => (name === "end" ? this.space.fill(extent) : scope.lookup(name)) };
    const position = (part: Syntax): number => {
      const node = this.#expression(part, inner);
      if (node.kind !== "fill" || node.shape.length > 0) throw new Fault("subscript-not-constant", part.span, "a subscript is a whole number known when the spec is compiled, or an index of the data", node.kind === "leaf" && node.role === "label" ? labelHint(node) : "declare i = index(10), say, to look up by numbers of the data");
      const value = toNumber(node.value);
      if (!Number.isInteger(value)) throw new Fault("subscript-out-of-range", part.span, "a subscript is a whole number", "elements are counted from 1");
      if (value < 1 || value > extent) throw new Fault("subscript-out-of-range", part.span, extent === 1 ? "there is only element 1 here" : `there are only the elements 1 to ${extent} here`, "elements are counted from 1, and end is the last");
      return value - 1;
    };
    if (syntax.kind === "range") {
      if (syntax.step !== undefined) throw new Fault("range-with-step", syntax.span, "a range with a step is not supported", "take the elements one by one in brackets");
      const start = syntax.from === undefined ? 0 : position(syntax.from);
      const stop = syntax.to === undefined ? extent - 1 : position(syntax.to);
      if (stop < start) throw new Fault("empty-range", syntax.span, "this range is empty", `a range goes upwards, both ends included: ${stop + 1}:${start + 1}`);
      return { kind: "run", start, count: stop - start + 1 };
    }
    const whole = syntax.kind === "index" ? syntax.object : syntax;
    const named = whole.kind === "name" ? inner.lookup(whole.name) : undefined;
    if (named !== undefined && !("body" in named) && named.kind === "leaf" && named.role === "index") {
      const classes = scope.classesOf?.(named.name) ?? 0;
      if (classes > extent) throw new Fault("subscript-out-of-range", syntax.span, `${named.name} takes ${classes} values, and there ${extent === 1 ? "is only 1 element" : `are only ${extent} elements`} here`, scope.describe?.(named.name));
      return { kind: "datum", leaf: named, of: this.#elementsOf(named, syntax, scope) };
    }
    return { kind: "at", index: position(syntax) };
  }

  /** Which of the integers of an index leaf a subscript takes: all of them, or those of its own subscripts. */
  #elementsOf(leaf: Node, syntax: Syntax, scope: Scope): readonly Exclude<Subscript, { readonly kind: "datum" }>[] {
    const own = ownShape(leaf.shape);
    if (syntax.kind !== "index") return own.map((count) => ({ kind: "run", start: 0, count }));
    if (syntax.subscripts.length !== own.length) throw new Fault("subscript-count", syntax.span, own.length === 0 ? "this index is one number and has no elements" : `this index takes ${own.length} subscript${own.length === 1 ? "" : "s"}, not ${syntax.subscripts.length}`, own.length === 0 ? "leave the subscript out" : "write one for each dimension");
    return syntax.subscripts.map((one, k) => {
      const found = this.#subscript(one, own[k] as number, scope);
      if (found.kind === "datum") throw new Fault("subscript-not-constant", one.span, "an index of the data is taken by a number, not by another one", "write for example E[j[2], :]");
      return found;
    });
  }
}

/** Work on operands: a Misuse gets the place that it is about. */
function placed<T>(operands: readonly Syntax[], span: Span, scope: Scope, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Misuse)) throw error;
    const declared = [...new Set(operands.flatMap((operand) => (operand.kind === "name" ? [scope.describe?.(operand.name)].filter((d) => d !== undefined) : [])))];
    const culprit = error.argument === undefined ? undefined : operands[error.argument];
    throw new Fault(error.code, culprit?.span ?? span, error.message, [declared.join("; "), error.hint].filter((part) => part !== undefined && part !== "").join("; ") || undefined);
  }
}
const labelHint = ({ name, shape }: Node & { readonly kind: "leaf" }): string =>
  ownShape(shape).length === 1 ? `a label is a vector with a single 1: dot(p, ${name}) is the element of p that it names` : `a label of several positions is a matrix with a single 1 in each row: sum(P .* ${name}, ${ownShape(shape).length}) are the elements of P that it names`;

/** A 1-based dimension argument as an offset from the end. */
export function dimensionOf(node: Node, rank: number, argument: number): number {
  const value = node.kind === "fill" ? toNumber(node.value) : NaN;
  if (!Number.isInteger(value) || value < 1 || value > rank) throw badDimension(rank, argument);
  return value - 1 - rank;
}

function defaultDimensions(operation: DerivedOperation, x: Node): readonly number[] {
  const rank = ownShape(x.shape).length;
  if (operation.wants === "anything" || (operation.wants === "array" && rank > 0)) return ownShape(x.shape).map((_, k) => k - rank);
  if (rank !== 1) throw dimensionMissing(operation.name, x);
  return [-1];
}

function publicOperation(name: string, internal = false): Operation | undefined {
  const operation = operations.get(name);
  return operation !== undefined && (internal || operation.internal !== true) ? operation : undefined;
}

function finallyDo<T>(work: () => T, after: () => void): T {
  try {
    return work();
  } finally {
    after();
  }
}

/** For who gives a recurrence more than one state. */
const severalStates = "several vectors are one state: [h; c] stacks them as rows, s[1, :] and s[2, :] take them apart";

function argumentCount(name: string, call: Syntax & { kind: "call" }, least: number, most: number, forms: readonly (readonly string[])[], more?: string): Fault {
  const count = most === Infinity ? `at least ${least}` : most === least ? String(least) : most === least + 1 ? `${least} or ${most}` : `${least} to ${most}`;
  const singular = most === 1 || (most === Infinity && least === 1);
  const hint = `write ${forms.map((form) => `${name}(${form.join(", ")})`).join(" or ")}`;
  return new Fault("argument-count", call.span, `${name} takes ${count} argument${singular ? "" : "s"}, not ${call.args.length}`, [hint, more].filter((part) => part !== undefined).join("; "));
}

/** On paper a column times a row is a matrix; here a vector is neither, and `'` leaves it as it is. */
function refuseOuterProduct([left, right]: readonly Syntax[], args: readonly Node[], span: Span): void {
  if (right?.kind !== "unary" || right.operator !== "'" || args.some((arg) => ownShape(arg.shape).length !== 1)) return;
  const [a, b] = [left, right.operand].map((part, k) => (part?.kind === "name" ? part.name : "ab"[k]));
  throw new Fault("vector-transpose", span, "a vector is neither a column nor a row", `write outer(${a}, ${b}) for the matrix of all products, dot(${a}, ${b}) for their sum`);
}
