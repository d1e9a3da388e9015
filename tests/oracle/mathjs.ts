/**
 * The second oracle: a spec's forward pass evaluated by math.js itself, one example at a time, with formulas
 * written apart from the compiler's; and its gradients by differences. It shares no code with the compiler.
 * A value may be off by what naive formulas lose: −log(softmax(z)) overflows where the compiler's stable form does not.
 */
import type { EvalFunction, MathNode } from "mathjs";
import { extrapolatedSlope } from "./differences.ts";
import { math, namesIn, rewrite } from "./machine.ts";
import { giveStatistics } from "./networks.ts";
import { entries, filled, isNested, mapPaths, replaced, scalar, shapeOf, toNested } from "./nested.ts";
import type { Nested } from "./nested.ts";

export type { Nested } from "./nested.ts";

export type Reduction = "mean" | "sum";

export interface Point {
  /** May leave out a param whose initial value the spec itself gives. Running statistics are `batchNorm1_mean`, `batchNorm1_variance` … */
  params: Record<string, Nested>;
  hyper?: Record<string, number>;
  /** One record per example: inputs and targets as arrays, labels and indexes as integers from 0. */
  batch: Record<string, Nested>[];
}

export interface Evaluation {
  /** Every named value, per example. A label is its one-hot vector, an index counts from 1. */
  values: Record<string, Nested>[];
  outputs: Record<string, Nested>[];
  /** Reduced over the batch, as are the metrics. */
  losses: Record<string, number>;
  metrics: Record<string, number>;
  /** The sum of `losses`: what training minimises. */
  loss: number;
}

export interface Options {
  reduction?: Reduction;
}

const roles = ["input", "target", "label", "index", "param", "hyper", "output", "loss", "metric"] as const;
type Role = (typeof roles)[number];
const ignored = ["data", "train", "conventions", "update", "constrain"];

interface Statement {
  name: string;
  role: Role | "value" | "function";
  /** The expression's code, or that of each argument of the role. */
  code: EvalFunction[];
}

interface Program {
  statements: Statement[];
  reduction: Reduction;
  /** The names whose values differ between examples. */
  perExample: Set<string>;
}

function read(text: string): Program {
  const program: Program = { statements: [], reduction: "mean", perExample: new Set() };
  const tree = math.parse(text.normalize("NFC").replaceAll("\r\n", "\n"));
  const nodes = math.isBlockNode(tree) ? tree.blocks.map((block) => block.node) : [tree];
  for (const node of nodes) readStatement(node, program);
  return program;
}

function readStatement(node: MathNode, program: Program): void {
  const add = (name: string, role: Statement["role"], parts: MathNode[], reads: Set<string>): void => {
    program.statements.push({ name, role, code: parts.map((part) => rewrite(part).compile()) });
    const fed = role === "input" || role === "target" || role === "label" || role === "index";
    if (fed || [...reads].some((read) => program.perExample.has(read))) program.perExample.add(name);
  };
  if (math.isFunctionAssignmentNode(node)) {
    if (ignored.includes(node.name)) return;
    const reads = namesIn(node.expr);
    for (const parameter of node.params) reads.delete(parameter);
    add(node.name, "function", [node], reads);
  } else if (math.isAssignmentNode(node) && math.isSymbolNode(node.object) && node.index === null) {
    const { value } = node;
    const called = math.isFunctionNode(value) && math.isSymbolNode(value.fn) ? value.fn.name : "";
    const role = roles.find((r) => r === called);
    if (role === undefined) add(node.object.name, "value", [value], namesIn(value));
    else if (math.isFunctionNode(value)) add(node.object.name, role, value.args, namesIn(value));
  } else if (math.isFunctionNode(node) && math.isSymbolNode(node.fn) && ignored.includes(node.fn.name)) {
    if (node.fn.name === "conventions") program.reduction = reductionIn(node.args[0]?.evaluate()) ?? program.reduction;
  } else {
    throw new Error(`oracle: not a statement: ${node.toString()}`);
  }
}

function reductionIn(conventions: unknown): Reduction | undefined {
  if (typeof conventions !== "object" || conventions === null || !("reduction" in conventions)) return undefined;
  const { reduction } = conventions;
  if (reduction === "mean" || reduction === "sum") return reduction;
  throw new Error("oracle: reduction is mean or sum");
}

function given(from: Record<string, Nested>, name: string): Nested | undefined {
  return Object.hasOwn(from, name) ? from[name] : undefined;
}

/** The datum of one example for `name`, whose shape must be the one declared. */
function datum(example: Record<string, Nested>, name: string, shape: number[]): Nested {
  const value = given(example, name);
  if (value === undefined) throw new Error(`oracle: the example has no ${name}`);
  return fitting(value, name, shape);
}

function fitting(value: Nested, name: string, shape: number[]): Nested {
  if (shapeOf(value).join() !== shape.join()) {
    throw new RangeError(`oracle: ${name} is (${shapeOf(value).join(" x ")}), declared (${shape.join(" x ")})`);
  }
  return value;
}

function classNumber(value: Nested, count: number, name: string): number {
  const k = scalar(value, name);
  if (!Number.isInteger(k) || k < 0 || k >= count) {
    throw new RangeError(`oracle: ${name} is ${k}, not one of 0 … ${count - 1}`);
  }
  return k;
}

/** Each class as the row that has a 1 there. */
function oneHot(classes: Nested, count: number, name: string): Nested {
  if (Array.isArray(classes)) return classes.map((row) => oneHot(row, count, name));
  const right = classNumber(classes, count, name);
  return Array.from({ length: count }, (_, k) => (k === right ? 1 : 0));
}

const isExtent = (value: unknown): boolean => typeof value === "number" && Number.isInteger(value) && value > 0;

function declaredShape(args: unknown[]): number[] {
  const last = args.at(-1);
  if (Array.isArray(last) && isNested(last)) return shapeOf(last);
  return args.filter(isExtent).map((extent) => scalar(extent, "an extent"));
}

/** The value that a declaration gives by itself: a literal, a fill, zeros for vectors and scalars. */
function initial(args: unknown[], name: string): Nested {
  const last = args.at(-1);
  if (Array.isArray(last) && isNested(last)) return last;
  const shape = declaredShape(args);
  if (typeof last === "number" && !isExtent(last)) return filled(shape, last);
  if (last === "ones") return filled(shape, 1);
  if (last === "zeros" || (typeof last !== "string" && shape.length < 2)) return filled(shape, 0);
  throw new Error(`oracle: the point has no ${name}, and its initial value is random`);
}

function valueOf(statement: Statement, args: unknown[], point: Point, example: Record<string, Nested>): Nested {
  const { name, role } = statement;
  const numbers = (): number[] => args.map((arg) => scalar(arg, `an argument of ${role}`));
  switch (role) {
    case "input":
    case "target":
      return datum(example, name, numbers());
    case "label": {
      const [count = 0, ...shape] = numbers();
      return oneHot(datum(example, name, shape), count, name);
    }
    case "index": {
      const [count = 0, ...shape] = numbers();
      return mapPaths(datum(example, name, shape), (value) => 1 + classNumber(value, count, name));
    }
    case "param": {
      const value = given(point.params, name);
      return value === undefined ? initial(args, name) : fitting(value, name, declaredShape(args));
    }
    case "hyper":
      return given(point.hyper ?? {}, name) ?? scalar(args[0], name);
    default:
      return toNested(args[0]);
  }
}

function evaluateExample(program: Program, point: Point, example: Record<string, Nested>): Record<string, Nested> {
  giveStatistics(statisticsIn(point));
  const scope = new Map<string, unknown>();
  const values: [string, Nested][] = [];
  for (const statement of program.statements) {
    const args = statement.code.map((code): unknown => code.evaluate(scope));
    if (statement.role === "function") continue; // evaluating its definition has put it in scope
    const value = valueOf(statement, args, point, example);
    scope.set(statement.name, value);
    values.push([statement.name, value]);
  }
  return Object.fromEntries(values);
}

function evaluate(program: Program, point: Point, options: Options): Evaluation {
  const reduction = options.reduction ?? program.reduction;
  const having = (role: Role): string[] => program.statements.filter((s) => s.role === role).map((s) => s.name);
  refuseUnknown(point.params, [...having("param"), ...statisticsIn(point).flatMap((_, k) => statisticNames(k))]);
  refuseUnknown(point.hyper ?? {}, having("hyper"));
  const values = point.batch.map((example) => evaluateExample(program, point, example));
  const reduced = (role: Role): Record<string, number> =>
    Object.fromEntries(
      having(role).map((name) => {
        const each = values.map((example) => scalar(example[name], name));
        if (!program.perExample.has(name)) return [name, each[0] ?? NaN]; // counted once
        const sum = each.reduce((a, b) => a + b, 0);
        return [name, reduction === "sum" ? sum : sum / each.length];
      }),
    );
  const losses = reduced("loss");
  const outputs = values.map((example) =>
    Object.fromEntries(Object.entries(example).filter(([name]) => having("output").includes(name))),
  );
  const loss = Object.values(losses).reduce((a, b) => a + b, 0);
  return { values, outputs, losses, metrics: reduced("metric"), loss };
}

const statisticNames = (use: number): [string, string] => [`batchNorm${use + 1}_mean`, `batchNorm${use + 1}_variance`];

/** The running statistics among the params of a point, by use. */
function statisticsIn({ params }: Point): [Nested, Nested][] {
  const found: [Nested, Nested][] = [];
  for (let use = 0; ; use++) {
    const [mean, variance] = statisticNames(use).map((name) => given(params, name));
    if (mean === undefined || variance === undefined) return found;
    found.push([mean, variance]);
  }
}

function refuseUnknown(from: Record<string, unknown>, declared: string[]): void {
  for (const name of Object.keys(from)) {
    if (!declared.includes(name)) throw new Error(`oracle: the spec declares no ${name}`);
  }
}

export function evaluateSpec(text: string, point: Point, options: Options = {}): Evaluation {
  return evaluate(read(text), point, options);
}

export type Variable = { param: string } | { example: number; name: string };

/**
 * The gradient of the reduced loss with respect to a param, or an example's input or target, in its shape: central
 * differences, extrapolated. Good to about 1e-8 of the loss; no kink or edge of the
 * domain may lie within 1e-5 of the point (at a kink itself, the mean of both slopes).
 * `objective` takes another scalar of the evaluation instead, such as one entry of an output, for Jacobians.
 */
export function differences(
  text: string,
  point: Point,
  of: Variable,
  options: Options & { objective?: (evaluation: Evaluation) => number } = {},
): Nested {
  const program = read(text);
  const objective = options.objective ?? ((evaluation: Evaluation): number => evaluation.loss);
  const start = startOf(evaluate(program, point, options), point, of);
  return mapPaths(start, (value, path) => {
    const along = (moved: number): number =>
      objective(evaluate(program, moveTo(point, of, replaced(start, path, moved)), options));
    return extrapolatedSlope(along, value);
  });
}

function startOf(evaluation: Evaluation, point: Point, of: Variable): Nested {
  const start = "param" in of ? evaluation.values[0]?.[of.param] : point.batch[of.example]?.[of.name];
  if (start === undefined || entries(start).length === 0) {
    throw new Error(`oracle: nothing to vary: ${JSON.stringify(of)}`);
  }
  return start;
}

function moveTo(point: Point, of: Variable, value: Nested): Point {
  if ("param" in of) return { ...point, params: { ...point.params, [of.param]: value } };
  const batch = point.batch.map((example, k) => (k === of.example ? { ...example, [of.name]: value } : example));
  return { ...point, batch };
}
