import { rootsOf } from "../../compiler/ir/graph.ts";
import type { DerivedOperation, Operation, PointwiseOperation, StructuralOperation } from "../../compiler/ir/op.ts";
import { check, type Emitted } from "../../compiler/reference/check.ts";
import { evaluate, type Point } from "../../compiler/reference/evaluate.ts";
import { choosePoints } from "../../compiler/reference/points.ts";
import { patched, unlocked, type Sample } from "./generated.ts";
import { evaluated, graphsOf, simplified } from "./pipeline.ts";
import { initialPoint, mathjsLoss } from "./points.ts";

/** One statement of an operation made wrong. */
export interface Spoiling {
  readonly what: string;
  readonly changes: object;
  /** The first stage whose result it changes: what is differentiated, what is expanded for lowering, or only emitted code. */
  readonly stage: "gradient" | "expansion" | "lowering";
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
      return [...rules(op), ...values(op), ...formula(op, "lowering")];
    case "derived":
      return [...rules(op), ...values(op), ...formula(op, op.vjp === undefined ? "gradient" : "expansion")];
    case "structural":
      return [{ what: "build", changes: { build: wronglyBuilt(op) }, stage: "gradient", honestJudges: true }];
  }
}

/** Whether the check, or failing that the second oracle, sees that something is wrong. */
export function detects(op: Operation, { text, exact }: Sample, spoiling: Spoiling, compile: Compile = asGraphs): boolean {
  return unlocked(op, () => {
    const honest = graphsOf(text);
    const points = exact ? [initialPoint(honest.parsed)] : choosePoints(honest.parsed, { count: 1, also: rootsOf(honest.differentiated, "total").map((root) => root.node) });
    return patched(op, spoiling.changes, () => {
      const judged = spoiling.honestJudges ? honest : graphsOf(text);
      if (compile(text).some((emitted) => !check(judged, emitted, { points }).ok)) return true;
      const { point } = points[0]!;
      const second = mathjsLoss(judged.parsed, point);
      const total = rootsOf(judged.parsed, "total")[0]!.node;
      return second !== null && Math.abs(second - evaluate([total], point).get(total)![0]!) > 1e-6;
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
