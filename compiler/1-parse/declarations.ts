import { Fault, type Diagnostic, type Source, type Span } from "../diagnostics.ts";
import type { Graph, Role, Root, Spec } from "../ir/graph.ts";
import type { Leaf, Node } from "../ir/node.ts";
import { toNumber } from "../ir/rational.ts";
import { describeShape, isBatched, ownShape, sizeOf, withBatch } from "../ir/shape.ts";
import type { Builder, Scope, UserFunction } from "../notation/build.ts";
import { textOf, type Statement, type Syntax } from "../notation/syntax.ts";
import type { Column, DataSource } from "../../runtime/model.ts";
import { constantsOf } from "../ops/linear/contract.ts";
import { directive, literalNumber, trainOf } from "./options.ts";
import { dimensions, parameterOf } from "./parameter.ts";
import { directives, isReserved, refuseNestedRoles, roleOf, type RoleCall } from "./roles.ts";

type Assign = Statement & { readonly kind: "assign" };

interface Setting {
  readonly source: Source;
  readonly builder: Builder;
  readonly conventions: Spec["conventions"];
  readonly batched: boolean;
  readonly wrt: ReadonlySet<string>;
  /** Names whose statement is wrong: using one is no further mistake. */
  readonly failed: Set<string>;
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
  #data: { readonly source: DataSource; readonly span: Span } | null = null;
  #train: Spec["train"] = trainOf(undefined);

  constructor(setting: Setting) {
    this.#setting = setting;
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
    this.#claim(statement.name, statement.nameSpan);
    this.#setting.failed.add(statement.name);
    const repeated = statement.parameters.find((parameter, k) => statement.parameters.findIndex((p) => p.name === parameter.name) < k);
    if (repeated !== undefined) throw new Fault("assigned-twice", repeated.span, "names two parameters");
    refuseNestedRoles(statement.body);
    this.#values.set(statement.name, { name: statement.name, parameters: statement.parameters.map((p) => p.name), body: statement.body, scope: this.#scope(new Map(this.#values), statement.name) });
    this.#setting.failed.delete(statement.name);
    this.#record(statement.name, statement);
  }

  expression(statement: Statement & { readonly kind: "expression" }): void {
    const { value } = statement;
    if (value.kind !== "call" || !directives.has(value.callee)) {
      const role = value.kind === "call" && isReserved(value.callee);
      throw new Fault("unused-expression", value.span, "nothing is done with this value", role ? `give it a name: J = ${textOf(value, this.#setting.source.text)}` : "give it a name: name = …");
    }
    if (value.callee === "update" || value.callee === "constrain") throw new Fault("not-supported", value.calleeSpan, "is not supported by this version");
    if (directive(this.#directives, value.callee) !== undefined) throw new Fault("assigned-twice", value.calleeSpan, "is stated twice");
    this.#directives.push(statement);
    if (value.callee === "data") this.#data = { source: this.#dataSource(value), span: value.span };
    if (value.callee === "train") this.#train = trainOf(value);
  }

  /** Each row of inline data must fill the columns. */
  checkData(): void {
    if (this.#data === null || this.#data.source.kind !== "rows" || this.#setting.failed.size > 0) return;
    const order = [...this.#columns.filter((c) => c.role === "input"), ...this.#columns.filter((c) => c.role !== "input")];
    const width = order.reduce((sum, column) => sum + sizeOf(column.shape), 0);
    const wanted = order.map((column) => `${column.name} ${sizeOf(column.shape)}`).join(" + ");
    for (const [k, row] of this.#data.source.rows.entries()) {
      if (row.length !== width) throw new Fault("data-width", this.#data.span, `row ${k + 1} has ${row.length} numbers; ${width} were expected`, `a row holds ${wanted || "nothing: no input is declared"}`);
      let position = 0;
      for (const column of order) {
        for (const value of row.slice(position, (position += sizeOf(column.shape)))) {
          if (column.classes !== undefined && (!Number.isInteger(value) || value < 0 || value >= column.classes)) throw new Fault("data-class", this.#data.span, `row ${k + 1}: ${column.name} is ${value}; a whole number from 0 to ${column.classes - 1} was expected`);
        }
      }
    }
  }

  graph(): Graph {
    const { source, conventions, builder, batched } = this.#setting;
    return {
      space: builder.space,
      roots: this.#roots,
      warnings: this.#warnings,
      spec: {
        name: (source.file.split(/[\\/]/).pop() ?? "spec").replace(/\.grad$/, ""),
        source, conventions, batched,
        parameters: this.#parameters,
        columns: this.#columns,
        hypers: this.#hypers,
        data: this.#data?.source ?? null,
        train: this.#train,
        statements: this.#statements,
      },
    };
  }

  #claim(name: string, span: Span): void {
    if (isReserved(name)) throw new Fault("reserved-word", span, "is a reserved word of the language", "choose another name");
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
    return this.#setting.builder.expression(syntax, this.#scope(this.#values));
  }

  #scope(values: ReadonlyMap<string, Node | UserFunction>, defining?: string): Scope {
    return {
      lookup: (name) => {
        const value = values.get(name);
        if (value === undefined && name === defining) throw new Fault("recursion", this.#statements.get(name)?.span ?? { start: 0, end: 1 }, "a function cannot call itself", "it sees its parameters and the names above it");
        if (value === undefined && this.#setting.failed.has(name)) throw new Fault("follow-up", { start: 0, end: 0 }, name);
        return value;
      },
      describe: (name) => {
        const value = values.get(name);
        const statement = this.#statements.get(name);
        if (value === undefined || "body" in value || statement === undefined) return undefined;
        const right = statement.text.slice(statement.text.indexOf("=") + 1).trim();
        return value.kind === "leaf" ? `${name} is ${right}, declared on line ${statement.line}` : `${name} is ${describeShape(value.shape)}, from line ${statement.line}`;
      },
      names: values.keys(),
    };
  }

  #role(name: string, call: RoleCall): Node {
    const { builder, batched } = this.#setting;
    switch (call.callee) {
      case "input":
      case "target":
        return this.#column({ name, role: call.callee, shape: dimensions(call.args, (s) => this.#value(s)) });
      case "label":
      case "index": {
        const [classes, ...shape] = dimensions(call.args, (s) => this.#value(s));
        if (classes === undefined || (call.callee === "label" && shape.length > 0)) throw new Fault("argument-count", call.span, `${call.callee} takes the number of classes`, `write ${call.callee}(10)`);
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
        if (value === null) throw new Fault("argument-count", call.span, "hyper takes its default value, a number", "write hyper(0.01)");
        const node = builder.space.leaf("hyper", name, []);
        this.#hypers.push({ name, value, node });
        return node;
      }
      default: {
        const [argument] = call.args;
        if (argument === undefined || call.args.length > 1) throw new Fault("argument-count", call.span, `${call.callee} takes one value`);
        const node = this.#value(argument);
        if (call.callee !== "output" && ownShape(node.shape).length > 0) throw new Fault("loss-not-scalar", argument.span, `a ${call.callee} is a scalar; this is ${describeShape(node.shape)}`, "reduce it, for example with sum(…)");
        if (call.callee === "output" || isBatched(node.shape) || !batched) return node;
        return node;
      }
    }
  }

  #column(column: Column): Leaf {
    const { builder, batched } = this.#setting;
    const own = column.role === "label" ? [column.classes as number] : column.shape;
    const node = builder.space.leaf(column.role, column.name, withBatch(own, batched));
    this.#columns.push({ ...column, node });
    return node;
  }

  #number(syntax: Syntax): number | null {
    const node = this.#value(syntax);
    return node.kind === "fill" && node.shape.length === 0 ? toNumber(node.value) : null;
  }

  #dataSource(call: RoleCall): DataSource {
    const [argument] = call.args;
    if (argument?.kind === "string") return argument.value.startsWith("generated/") ? { kind: "generator", name: argument.value.slice("generated/".length) } : { kind: "file", path: argument.value };
    if (argument?.kind !== "array" || call.args.length > 1) throw new Fault("bad-data", call.span, "data takes a matrix of numbers or a file's name", "write data([0, 1; 1, 0]) or data(\"file.csv\")");
    const rows = argument.rows.map((row) =>
      row.map((item) => {
        const value = literalNumber(item) ?? constantsOf(this.#value(item))?.map(toNumber)[0];
        if (value === undefined) throw new Fault("bad-data", item.span, "data are numbers");
        return value;
      }),
    );
    return { kind: "rows", rows };
  }
}
