import { rootsOf, trainedParameters, type Graph, type Spec } from "../ir/graph.ts";
import type { Node } from "../ir/node.ts";
import type { Program, Step } from "../ir/program.ts";
import type { Schedule } from "../ir/schedule.ts";
import { describeShape, sizeOf } from "../ir/shape.ts";
import { reachable } from "../ir/space.ts";
import { operations, pointwise } from "../ops/index.ts";
import { isDrawn } from "../ops/inference.ts";
import type { Emission } from "./target.ts";

/** Operations written into the emitted functions, counted as they are written. */
export class OperationCount {
  readonly #counts = new Map<string, Map<string, number>>();
  readonly #forward = new Map<Graph, ReadonlySet<Node>>();

  add(program: Program, step: Step, op: string, times: number): void {
    if (program.name === "forward" || program.name === "evaluate" || program.name === "step") return;
    const half = program.name !== "gradient" ? program.name : this.#isForward(program.graph, step.node) ? "forward" : "backward";
    const counts = this.#counts.get(half) ?? new Map<string, number>();
    this.#counts.set(half, counts);
    const kind = pointwise(op).counts ?? op;
    counts.set(kind, (counts.get(kind) ?? 0) + times);
  }

  #isForward(graph: Graph, node: Node): boolean {
    const known = this.#forward.get(graph) ?? new Set(reachable(rootsOf(graph, "loss", "metric", "total", "output").map((root) => root.node)));
    this.#forward.set(graph, known);
    return known.has(node);
  }

  /** `forward 50: 17 multiply, 15 add, …`, or null where the function is absent. */
  line(half: string): string | null {
    const counts = this.#counts.get(half);
    if (counts === undefined) return null;
    const total = [...counts.values()].reduce((a, b) => a + b, 0);
    const kinds = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([kind, count]) => `${count} ${kind}`);
    return `${total}: ${kinds.join(", ")}`;
  }
}

/** The comment at the head of an emitted module: what it is, what it costs, what was decided, and the mathematics. */
export function report(emission: Emission, counts: OperationCount, mathematics: readonly string[]): readonly string[] {
  const { graph, schedules, hash, version, precision } = emission;
  const stableForms = new Set([...emission.stableForms, ...schedules.flatMap(({ program }) => program.stableForms)]);
  const { spec } = graph;
  const rows = [...new Set(schedules.flatMap(({ program }) => program.sections.flatMap(({ rowsOf }) => (rowsOf === undefined ? [] : [rowsOf]))))];
  const trained = trainedParameters(spec);
  const statistics = spec.parameters.filter((parameter) => !trained.includes(parameter));
  const { reluAtZero, maxTie, reduction } = spec.conventions;
  const follows = (convention: string): boolean => conventionsUsed(emission.derivation).has(convention);
  const conventions = [
    ...(spec.batched ? [`loss and gradients are the ${reduction === "mean" ? "mean" : "sum"} over the batch`] : []),
    ...(follows("reluAtZero") ? [`relu'(0) = ${reluAtZero}`] : []),
    ...(follows("maxTie") ? [maxTie === "first" ? "of equal largest elements the first gets the gradient" : "equal largest elements share the gradient"] : []),
    ...kinksOf(emission.derivation),
  ];
  const operations = [["forward", "forward"], ["backward", "backward"], ["jacobian", "outputs and Jacobians"]].flatMap(([half, title]) => {
    const line = counts.line(half as string);
    return line === null ? [] : [`  ${title} ${line}`];
  });
  const second = [["hvp", "a Hessian-vector product"], ["hessian", "the Hessian"]].flatMap(([name, title]) => {
    const line = counts.line(name as string);
    return line === null ? [] : [`Operations of ${title}${spec.batched ? ", for one example" : ""}${name === "hvp" ? " (both sweeps)" : ""}: ${line}`, ""];
  });
  return [
    `${spec.name}: compiled by gradc ${version} from ${spec.name}.grad. Do not edit: change the spec and compile again.`,
    "",
    `Spec        sha256 ${hash}`,
    `Parameters  ${trained.length === 0 ? "none" : listed(trained)}`,
    ...(statistics.length === 0 ? [] : [`Statistics  ${listed(statistics)}; kept beside the parameters: a step normalises by those of its batch, and moves these toward them`]),
    `Precision   ${precision === "f64" ? "64-bit" : "32-bit storage, 64-bit arithmetic"}`,
    ...(conventions.length === 0 ? [] : [`Convention  ${conventions.join("; ")}`]),
    ...(rootsOf(emission.derivation, "total", "output").some(({ node }) => isDrawn(node)) ? [`Random      ${random}`] : []),
    ...(rows.length === 0 ? [] : [`Lookup      a step updates ${rows.join(", ")} only where examples looked ${rows.length === 1 ? "it" : "them"} up: where the gradient is 0 the update rule changes nothing`]),
    ...[...stableForms].map((form, k) => `${k === 0 ? "Stable form" : "           "} ${form}`),
    "",
    ...(operations.length === 0 ? [] : [`Operations of ${spec.batched ? "gradient, for one example" : "jacobian"} (sums over the batch left out):`, ...operations, ""]),
    ...second,
    "Schedule:",
    ...schedules.flatMap(scheduleLines),
    "",
    ...mathematics,
  ];
}

/** How many numbers some parameters have in all, and each with its shape. */
function listed(parameters: Spec["parameters"]): string {
  const total = parameters.reduce((sum, parameter) => sum + sizeOf(parameter.shape), 0);
  return `${total}: ${parameters.map((parameter) => `${parameter.name} ${describeShape(parameter.shape).replace(/^a /, "")}`).join(", ")}`;
}

/** What was decided for a function, and for its steps where they differ: each with its scalar operations. */
function scheduleLines({ program, unrolled, tiles, operations, reason }: Schedule): readonly string[] {
  const steps = program.sections.flatMap((section) => section.steps);
  const line = (how: string, some: readonly Step[]): readonly string[] => (some.length === 0 ? [] : [`    ${how.padEnd(10)}${some.map((step) => `${step.target.name} ${operations.get(step) ?? 0}`).join(", ")}`]);
  if (steps.every((step) => unrolled.has(step))) return [`  ${program.name}  ${reason}`];
  return [
    `  ${program.name}  ${reason}`,
    ...line("tiles", steps.filter((step) => tiles.has(step))),
    ...line("loops", steps.filter((step) => !unrolled.has(step) && !tiles.has(step))),
    ...line("unrolled", steps.filter((step) => unrolled.has(step))),
  ];
}

/** The conventions that the gradient of a network depends on: those that choose between variants of an operation in it. */
function conventionsUsed(graph: Graph): ReadonlySet<string> {
  const byOperation = new Map<string, string>();
  for (const { name, variants } of operations.values()) {
    if (variants !== undefined) for (const variant of [name, ...Object.values(variants)]) byOperation.set(variant, variants.convention);
  }
  const nodes = reachable(rootsOf(graph, "total", "output").map((root) => root.node));
  return new Set(nodes.flatMap((node) => (node.kind === "reduction" && (node.op === "max" || node.op === "min") ? ["maxTie"] : node.kind === "pointwise" ? (byOperation.get(node.op) ?? []) : [])));
}

/** The subgradients that operations of a network take where no convention chooses. */
const kinksOf = (graph: Graph): readonly string[] => [
  ...new Set(reachable(rootsOf(graph, "total", "output").map((root) => root.node)).flatMap((node) => ("op" in node ? (operations.get(node.op)?.atKink ?? []) : []))),
];

const random = "in training each element draws anew in each step; at inference nothing is dropped, noise is 0, and slopes are the middle of their range";

/** Where a loss or metric stands in a report: losses first, in order of declaration. */
export function reportPosition(graph: Graph, role: string, name: string): number {
  const names = graph.roots.filter((root) => root.role === "loss" || root.role === "metric").sort((a, b) => (a.role === b.role ? 0 : a.role === "loss" ? -1 : 1));
  return names.findIndex((root) => root.role === role && root.name === name);
}
