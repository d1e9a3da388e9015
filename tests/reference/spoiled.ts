import { emittedDraw } from "../../compiler/commands/draws.ts";
import { rootsOf, type Graph } from "../../compiler/ir/graph.ts";
import type { Node } from "../../compiler/ir/node.ts";
import { reachable } from "../../compiler/ir/space.ts";
import type { DerivedOperation, Operation, PointwiseOperation, Spelling, StructuralOperation } from "../../compiler/ir/op.ts";
import { check, type Emitted } from "../../compiler/reference/check.ts";
import { evaluate, type Point } from "../../compiler/reference/evaluate.ts";
import { dependents } from "../../compiler/ir/space.ts";
import { choosePoints, type ChosenPoint } from "../../compiler/reference/points.ts";
import { patched, unlocked, type Sample } from "./generated.ts";
import { evaluated, graphsOf, simplified } from "./pipeline.ts";
import { inferred, initialPoint, mathjsLoss, training } from "./points.ts";

/** One statement of an operation made wrong. */
export interface Spoiling {
  readonly what: string;
  readonly changes: object;
  /** The first stage whose result it changes: what is differentiated, what is expanded, what is lowered, or only emitted code. */
  readonly stage: "gradient" | "expansion" | "lowering" | "emission";
  /** Whether the judges keep the right operation: wrong ways of building cannot be told from other right ones. */
  readonly honestJudges: boolean;
}

/** What is compiled from a text: evaluated once per point, under the spoiled registry. */
export type Compile = (text: string) => readonly ((point: Point) => Emitted)[];

/** Until code is emitted: the differentiated graph as it is, and as lowering gets it. */
export const asGraphs: Compile = (text) => [evaluated(graphsOf(text).differentiated), evaluated(simplified(text))];

/** Every way in which an operation can state something wrong. */
export function spoilings(op: Operation): readonly Spoiling[] {
  switch (op.kind) {
    case "pointwise":
      return [...rules(op), ...values(op), ...formula(op, "lowering"), ...saturation(op), ...spelling(op)];
    case "derived":
      return [...rules(op), ...values(op), ...formula(op, op.vjp === undefined ? "gradient" : "expansion")];
    case "structural":
      return [{ what: "build", changes: { build: wronglyBuilt(op) }, stage: "gradient", honestJudges: true }];
    case "recurrent":
      return [{ what: "result", changes: { result: op.result === "all" ? "last" : "all" }, stage: "gradient", honestJudges: true }];
  }
}

/** The one point at which a sample is checked; `draws` as emitted code makes them, or the middle of all random numbers. */
export function pointOf({ text, exact }: Sample, draws = false): readonly ChosenPoint[] {
  const { parsed, differentiated } = graphsOf(text);
  return exact ? [initialPoint(parsed)] : choosePoints(parsed, { count: 1, also: rootsOf(differentiated, "total").map((root) => root.node), ...(draws ? { noise: emittedDraw } : training(parsed)) });
}

/** Whether the check, or failing that the second oracle, sees that something is wrong. */
export function detects(op: Operation, sample: Sample, spoiling: Spoiling, compile: Compile = asGraphs, draws = false): boolean {
  return unlocked(op, () => {
    const { text } = sample;
    const honest = graphsOf(text);
    const points = pointOf(sample, draws);
    return patched(op, spoiling.changes, () => {
      const judged = spoiling.honestJudges ? honest : graphsOf(text);
      if (compile(text).some((emitted) => !check(judged, emitted, { points }).ok)) return true;
      const { point } = points[0]!;
      // The second oracle knows only the middle of random draws.
      if (draws && parsedDraws(judged.parsed)) return false;
      const second = mathjsLoss(judged.parsed, point);
      const total = rootsOf(judged.parsed, "total")[0]!.node;
      return second !== null && Math.abs(second - evaluate([total], inferred(point)).get(total)![0]!) > 1e-6;
    });
  });
}

/** The rule of each parameter in turn; where there are two, the one that differentiation takes. */
function rules(op: PointwiseOperation | DerivedOperation): readonly Spoiling[] {
  const [field, texts, offset] = op.kind === "derived" ? (["vjp", op.vjp, "0.125"] as const) : op.cotangents !== undefined ? (["cotangents", op.cotangents, "0.125 * g"] as const) : (["partials", op.partials, "0.125"] as const);
  return (texts ?? []).map((text, k): Spoiling => ({ what: `${field} of ${op.parameters[k]}`, changes: { [field]: texts!.with(k, `1.25 * (${text}) + ${offset}`) }, stage: "gradient", honestJudges: false }));
}

function values(op: PointwiseOperation | DerivedOperation): readonly Spoiling[] {
  return [{ what: "value", changes: { value: op.kind === "pointwise" ? wrongScalar(op) : wrongLine(op) }, stage: "gradient", honestJudges: false }];
}

const wrong = (y: number): number => 1.25 * y + 0.125;

function wrongScalar(op: PointwiseOperation): PointwiseOperation["value"] {
  const right = op.value.bind(op);
  return (...args) => wrong(right(...args));
}

function wrongLine(op: DerivedOperation): DerivedOperation["value"] {
  const right = op.value.bind(op);
  return (...lines) => {
    const y = right(...lines);
    return typeof y === "number" ? wrong(y) : y.map(wrong);
  };
}

function wronglyBuilt(op: StructuralOperation): StructuralOperation["build"] {
  const right = op.build.bind(op);
  return (space, args, context) => context.apply("add", context.apply("mul", right(space, args, context), space.fill(1.25)), space.fill(0.125));
}

const formula = (op: PointwiseOperation | DerivedOperation, stage: Spoiling["stage"]): readonly Spoiling[] => (op.formula === undefined ? [] : [{ what: "formula", changes: { formula: `1.25 * (${op.formula}) + 0.125` }, stage, honestJudges: false }]);

/** What value and slope are of one exponential. */
function saturation({ saturation: right }: PointwiseOperation): readonly Spoiling[] {
  if (right === undefined) return [];
  return (["value", "accurate"] as const).map((field) => ({ what: `${field} where saturated`, changes: { saturation: { ...right, [field]: `1.25 * (${right[field]}) + 0.125` } }, stage: "lowering", honestJudges: false }));
}

/** Other code for the operation: another operator, function, helper body, or test. */
function spelling(op: PointwiseOperation): readonly Spoiling[] {
  const right = op.spelling?.ts;
  if (right === undefined) return [];
  const made = (what: string, ts: Spelling): Spoiling => ({ what, changes: { spelling: { ts } }, stage: "emission", honestJudges: false });
  if ("infix" in right) return [made("operator", { ...right, infix: right.infix === "-" ? "+" : "-" })];
  if ("prefix" in right) return [made("operator", { prefix: "+" })];
  if ("call" in right) {
    const one = op.parameters.length === 1;
    return [made("function", { call: !one ? "Math.hypot" : right.call === "Math.cos" ? "Math.sin" : "Math.cos" })];
  }
  if ("template" in right) return [made("template", { template: `(1.25 * ${right.template} + 0.125)`, precedence: 18 })];
  if ("condition" in right) return [made("condition", { ...right, condition: otherTest[right.condition]! })];
  if ("choice" in right) return [made("choice", { template: "($0 ? $2 : $1)", precedence: 18 })];
  return right.body.flatMap((line, k) => (line.includes("return ") ? [made(`line ${k + 1} of its helper`, { ...right, body: right.body.with(k, line.replace(/return (.*);$/, "return 0.125 + ($1);").replace(/return (.*)\($/, "return 0.125 + $1(")) })] : []));
}

const otherTest: Readonly<Record<string, string>> = { "<": ">=", "<=": ">", ">": "<=", ">=": "<", "===": "!==", "!==": "===", "&&": "||", "||": "&&", "!": "" };

const parsedDraws = (graph: Graph): boolean => reachable(rootsOf(graph, "total").map((root) => root.node)).some((node) => node.kind === "leaf" && node.role === "noise");

/** The structural kinds that cotangents pass through on their way to the parameters. */
export function kindsBetween(graph: Graph): readonly Node["kind"][] {
  const total = rootsOf(graph, "total").map((root) => root.node);
  const between = dependents(total, graph.spec.parameters.map(({ node }) => node));
  return (["contraction", "reduction", "view", "delay"] as const).filter((kind) => [...between].some((node) => node.kind === kind && !("op" in node && node.op.startsWith("arg"))));
}
