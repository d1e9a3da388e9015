import { Fault, type Diagnostic, type Source, type Span } from "../diagnostics.ts";
import type { Constraint, Graph, Role, Root, Spec } from "../ir/graph.ts";
import type { Leaf, Node } from "../ir/node.ts";
import { toNumber } from "../ir/rational.ts";
import { reachable, Space } from "../ir/space.ts";
import { describeShape, ownShape, withBatch } from "../ir/shape.ts";
import { Builder, type Scope, type UserFunction } from "../notation/build.ts";
import { readRate } from "../notation/rate.ts";
import { textOf, type Statement, type Syntax } from "../notation/syntax.ts";
import { applyRule, readRule } from "../notation/update-rule.ts";
import type { Column } from "../../runtime/model.ts";
import { constraintOf } from "./constraint.ts";
import { checkRows, dataOf, type Data } from "./data.ts";
import { directive, trainOf, type Attempt } from "./options.ts";
import { dimensions, parameterOf } from "./parameter.ts";
import type { RunningStatistics } from "./running-statistics.ts";
import { directives, isReserved, namesOfRoles, refuseNestedRoles, refuseRoles, roleOf, roles, type RoleCall } from "./roles.ts";

type Assign = Statement & { readonly kind: "assign" };

interface Setting {
  readonly source: Source;
  readonly builder: Builder;
  readonly conventions: Spec["conventions"];
  readonly batched: boolean;
  readonly statistics: RunningStatistics;
  readonly wrt: ReadonlySet<string>;
  /** Names whose statement is wrong: using one is no further mistake. */
  readonly failed: Set<string>;
  readonly attempt: Attempt;
  /** All of them, to say of a name that it comes later. */
  readonly statements: readonly Statement[];
}

/** The names of a spec, statement by statement. */
export class Declarations {
  readonly #setting: Setting;
  readonly #values = new Map<string, Node | UserFunction>();
  readonly #statements = new Map<string, { text: string; line: number; span: Span }>();
  readonly #roots: Root[] = [];
  readonly #parameters: Spec["parameters"][number][] = [];
  readonly #columns: Spec["columns"][number][] = [];
  readonly #hypers: Spec["hypers"][number][] = [];
  readonly #directives: Statement[] = [];
  readonly #warnings: Diagnostic[] = [];
  readonly #constraints: Constraint[] = [];
  /** The update rule that the spec writes itself. */
  #rule: Span | null = null;
  #data: Data | null = null;
  #train: Spec["train"];

  constructor(setting: Setting) {
    this.#setting = setting;
    this.#train = trainOf(undefined, setting.attempt);
  }

  assign(statement: Assign): void {
    this.#claim(statement.name, statement.nameSpan);
    try {
      const role = roleOf(statement);
      const node = role === undefined ? this.#value(statement.value) : this.#role(statement.name, role);
      const kept = this.#setting.wrt.has(statement.name) && node.kind !== "leaf" ? this.#setting.builder.apply("barrier", [node]) : node;
      this.#values.set(statement.name, kept);
      this.#root("definition", statement.name, kept);
      if (role?.callee === "output" || role?.callee === "loss" || role?.callee === "metric") this.#root(role.callee, statement.name, kept);
    } catch (error) {
      this.#setting.failed.add(statement.name);
      throw error;
    }
    this.#record(statement.name, statement);
  }

  define(statement: Statement & { readonly kind: "define" }): void {
    if (statement.name === "update") return this.#defineUpdate(statement);
    this.#claim(statement.name, statement.nameSpan);
    this.#setting.failed.add(statement.name);
    refuseRoles(statement.body);
    const parameters = statement.parameters.map((p) => p.name);
    const scope = this.#scope(new Map(this.#values), statement.name);
    const { space } = this.#setting.builder;
    this.#refuseUnknownNames(statement.body, { ...scope, lookup: (name) => (parameters.includes(name) ? space.fill(0) : scope.lookup(name)), names: [...parameters, ...(scope.names ?? [])] });
    this.#values.set(statement.name, { name: statement.name, parameters, body: statement.body, scope });
    this.#setting.failed.delete(statement.name);
    this.#record(statement.name, statement);
  }

  #defineUpdate(statement: Statement & { readonly kind: "define" }): void {
    if (this.#rule !== null) throw new Fault("assigned-twice", statement.nameSpan, "is stated twice", "keep one of them");
    refuseNestedRoles(statement.body);
    this.#rule = statement.span;
  }

  expression(statement: Statement & { readonly kind: "expression" }): void {
    const { value } = statement;
    if (value.kind !== "call" || !directives.has(value.callee)) {
      const name = value.kind === "call" && isReserved(value.callee) ? namesOfRoles[value.callee] : undefined;
      if (name === undefined) this.#refuseUnknownNames(value, this.#scope(this.#values));
      const text = short(textOf(value, this.#setting.source.text));
      // input(x, 3), as other languages declare: the name is meant to be x.
      const [first, ...sizes] = name !== undefined && value.kind === "call" ? value.args : [];
      const declared = first?.kind === "name" && this.#scope(this.#values).lookup(first.name) === undefined ? `${first.name} = ${value.kind === "call" ? value.callee : ""}(${sizes.map((size) => textOf(size, this.#setting.source.text)).join(", ")})` : undefined;
      throw new Fault("unused-expression", value.span, "nothing is done with this value", `give it a name: ${declared ?? `${name ?? "name"} = ${text}`}`);
    }
    if (value.callee === "update") throw new Fault("bad-update", value.span, "an update rule is a function", "write for example update(w, g, v) = [w + 0.9 v - rate * g, 0.9 v - rate * g]");
    if (value.callee === "constrain") return void this.#constraints.push(constraintOf(value, this.#parameters));
    if (directive(this.#directives, value.callee) !== undefined) throw new Fault("assigned-twice", value.calleeSpan, "is stated twice", "keep one of them");
    this.#directives.push(statement);
    if (value.callee === "data") this.#data = dataOf(value, (item) => this.#number(item));
    if (value.callee === "train") this.#train = trainOf(value, this.#setting.attempt);
  }

  /** Each row of inline data must fill the columns. */
  checkData(): void {
    if (this.#data !== null && this.#setting.failed.size === 0) checkRows(this.#data, this.#columns, this.#setting.attempt);
  }

  /** The schedule of the learning rate, if it is one. */
  checkRate(): void {
    const { rate, rateSpan } = this.#train;
    if (typeof rate !== "string" || rateSpan === null) return;
    // Behind an opening quote, the text is as it was written unless something in it is escaped.
    const exact = rateSpan.end - rateSpan.start === rate.length + 2;
    this.#within(exact ? { start: rateSpan.start + 1, end: rateSpan.end - 1 } : null, rateSpan, "a rate is an expression in t (the step), epoch and hypers", () => void readRate(new Space(), rate, this.#hypersIn(new Space())));
  }

  /** The spec's own update rule, for a parameter of each shape. */
  checkRule(): void {
    const span = this.#rule;
    if (span === null) return;
    this.#within(span, span, undefined, () => {
      const rule = readRule(textOf({ span }, this.#setting.source.text));
      for (const { shape } of this.#parameters) {
        const space = new Space();
        const [weight, gradient, ...states] = [rule.weight, rule.gradient, ...rule.states].map((name) => space.leaf("param", name, shape)) as [Node, Node, ...Node[]];
        const clock = ["rate", "t", "epoch"].map((name) => [name, space.leaf("clock", name, [])] as const);
        applyRule(new Builder(space), rule, weight, gradient, states, new Map([...clock, ...this.#hypersIn(space).map(({ name, node }) => [name, node] as const)]));
      }
    });
  }

  #hypersIn(space: Space): readonly { readonly name: string; readonly node: Node }[] {
    return this.#hypers.map(({ name }) => ({ name, node: space.leaf("hyper", name, []) }));
  }

  /** Work on a text that stands in the spec: its mistakes are shown where it stands. `text` is null where the places do not correspond. */
  #within(text: Span | null, whole: Span, more: string | undefined, work: () => void): void {
    this.#setting.attempt(() => {
      try {
        work();
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
        const { code, span, message, hint } = error.diagnostic;
        const place = text === null ? whole : { start: text.start + span.start, end: text.start + span.end };
        throw new Fault(code, place, message, [hint, more].filter((part) => part !== undefined).join("; ") || undefined);
      }
    });
  }

  graph(): Graph {
    const { source, conventions, builder, batched, statistics } = this.#setting;
    return {
      space: builder.space,
      roots: [...this.#roots, ...statistics.roots],
      warnings: [...this.#warnings, ...this.#doubts()],
      spec: {
        name: (source.file.split(/[\\/]/).pop() ?? "spec").replace(/\.grad$/, ""),
        source, conventions, batched,
        parameters: [...this.#parameters, ...statistics.parameters],
        columns: this.#columns,
        hypers: this.#hypers,
        data: this.#data?.source ?? null,
        train: { ...this.#train, constraints: this.#constraints, ...(this.#rule === null ? {} : { optimizer: "update", rule: textOf({ span: this.#rule }, source.text) }) },
        statements: this.#statements,
      },
    };
  }

  #claim(name: string, span: Span): void {
    if (isReserved(name)) throw new Fault("reserved-word", span, "is a word of the language", "choose another name");
    const known = this.#statements.get(name);
    if (known !== undefined) throw new Fault("assigned-twice", span, `is already assigned on line ${known.line}`, "a name is assigned once; choose another");
  }

  #record(name: string, statement: Statement): void {
    const { source } = this.#setting;
    const span = { start: statement.span.start, end: statement.span.end };
    this.#statements.set(name, { text: textOf({ span }, source.text).replace(/\s*\n\s*/g, " "), line: source.position(span.start).line, span });
  }

  #root(role: Role, name: string, node: Node): void {
    this.#roots.push({ role, name, node });
  }

  #value(syntax: Syntax): Node {
    refuseNestedRoles(syntax);
    const scope = this.#scope(this.#values);
    this.#refuseUnknownNames(syntax, scope);
    return this.#setting.builder.expression(syntax, scope);
  }

  /** Reports all of them, then gives the expression up. */
  #refuseUnknownNames(syntax: Syntax, scope: Scope): void {
    const faults = this.#setting.builder.unknownNames(syntax, scope);
    for (const fault of faults) this.#setting.attempt(() => { throw fault; });
    if (faults.length > 0) throw new Fault(followUp, syntax.span, "");
  }

  #scope(values: ReadonlyMap<string, Node | UserFunction>, defining?: string): Scope {
    return {
      lookup: (name) => values.get(name),
      missing: (name, span) => {
        if (name === defining) return new Fault("recursion", span, "a function cannot use itself", "it sees its parameters and the names above it");
        return this.#setting.failed.has(name) ? new Fault(followUp, span, "") : undefined;
      },
      later: (name) => {
        const statement = this.#setting.statements.find((other) => other.kind !== "expression" && other.name === name);
        return statement === undefined ? undefined : `it is assigned on line ${this.#setting.source.position(statement.span.start).line}, too late: a name is assigned before it is used`;
      },
      where: (span) => `${short(textOf({ span }, this.#setting.source.text))} on line ${this.#setting.source.position(span.start).line}`,
      classesOf: (index) => this.#columns.find((column) => column.name === index)?.classes,
      describe: (name) => {
        const value = values.get(name);
        const statement = this.#statements.get(name);
        if (value === undefined || "body" in value || statement === undefined) return undefined;
        const right = statement.text.slice(statement.text.indexOf("=") + 1).trim();
        return value.kind === "leaf" ? `${name} is ${right}, declared on line ${statement.line}` : `${name} is ${describeShape(value.shape)}, from line ${statement.line}`;
      },
      names: values.keys(),
      statements: [...roles, ...directives],
    };
  }

  #role(name: string, call: RoleCall): Node {
    const { builder } = this.#setting;
    switch (call.callee) {
      case "input":
      case "target":
        return this.#column({ name, role: call.callee, shape: dimensions(call.args, (s) => this.#value(s)) });
      case "label":
      case "index": {
        const [classes, ...shape] = dimensions(call.args, (s) => this.#value(s), call.callee === "label" ? "the number of classes" : "the number of values");
        if (classes === undefined) throw new Fault("argument-count", call.span, call.callee === "label" ? "label takes how many classes there are" : "index takes how many values there are", `write ${call.callee}(10)`);
        return this.#column({ name, role: call.callee, shape, classes });
      }
      case "param": {
        const { shape, initial } = parameterOf(call, (s) => this.#value(s));
        const node = builder.space.leaf("param", name, shape);
        this.#parameters.push({ name, shape, initial, node });
        return node;
      }
      case "hyper": {
        const [argument] = call.args;
        const value = argument === undefined || call.args.length > 1 ? null : this.#number(argument);
        if (value === null || !Number.isFinite(value)) throw new Fault("argument-count", call.span, "hyper takes its default value, a number", "write hyper(0.01)");
        const node = builder.space.leaf("hyper", name, []);
        this.#hypers.push({ name, value, node });
        builder.setDefault(node, value);
        return node;
      }
      default: {
        const [argument] = call.args;
        if (argument === undefined || call.args.length > 1) throw new Fault("argument-count", call.span, `${call.callee} takes one value, not ${call.args.length}`, call.args.length === 0 ? `write for example ${call.callee}(sum(x))` : `write ${call.callee}(…) for each`);
        const node = this.#value(argument);
        if (call.callee !== "output" && ownShape(node.shape).length > 0) throw new Fault("loss-not-scalar", argument.span, `a ${call.callee} is a scalar; this is ${describeShape(node.shape)}`, "reduce it, for example with sum(…) or mean(…)");
        return node;
      }
    }
  }

  #column(column: Column): Leaf {
    const { builder, batched } = this.#setting;
    const own = column.role === "label" ? [...column.shape, column.classes as number] : column.shape;
    const node = builder.space.leaf(column.role, column.name, withBatch(own, batched));
    this.#columns.push({ ...column, node });
    return node;
  }

  #number(syntax: Syntax): number | null {
    const node = this.#value(syntax);
    return node.kind === "fill" && node.shape.length === 0 ? toNumber(node.value) : null;
  }

  /** What is legal and hardly meant. */
  #doubts(): readonly Diagnostic[] {
    const { batched, builder } = this.#setting;
    const warning = (code: string, span: Span, message: string, hint: string): Diagnostic => ({ code, severity: "warning", span, message, hint });
    const spanOf = (name: string): Span => this.#statements.get(name)?.span ?? { start: 0, end: 0 };
    const idle = this.#roots.filter((root) => root.role === "metric" && !batched).map((root) => warning("metric-without-loss", spanOf(root.name), "this metric is never reported", "metrics are reported in training, which takes a loss"));
    const last = this.#roots.at(-1);
    const useless = last === undefined || this.#roots.some((root) => root.role === "output" || root.role === "loss" || root.role === "metric") ? [] : [warning("no-output", spanOf(last.name), "this spec has neither an output nor a loss, so nothing is computed", "write y = output(…) or J = loss(…)")];
    const lost = reachable(this.#roots.map((root) => root.node)).filter((node) => node.kind === "fill" && Number.isNaN(node.value));
    const places = lost.flatMap((node) => builder.space.originsOf(node).flatMap(({ span }) => span ?? []).slice(0, 1));
    return [...idle, ...useless, ...places.map((span) => warning("not-a-number", span, "this is NaN, whatever the data are", "it comes of 0 / 0 or of a function outside its domain, such as log(-1)"))];
  }
}

/** The code of what follows from a mistake that is reported already. */
const followUp = "follow-up";

/** Text of the spec on one line, its end left out where it is long. */
function short(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length <= 40 ? line : `${line.slice(0, 39)}…`;
}
