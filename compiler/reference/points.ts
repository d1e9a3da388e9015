import { columnsOfRow, examplesFromRows } from "../../runtime/examples.ts";
import type { Column } from "../../runtime/model.ts";
import { Random, uniform } from "../../runtime/random.ts";
import { rootsOf, trainedParameters, type Graph, type Spec } from "../ir/graph.ts";
import type { Node } from "../ir/node.ts";
import { sizeOf } from "../ir/shape.ts";
import { evaluate, type Point } from "./evaluate.ts";
import { kinkDistance } from "./kinks.ts";

/** A point that a check is made at, and how it was found. */
export interface ChosenPoint {
  readonly point: Point;
  /** Which of the candidates it is: `perturbed 1`, `positive 2`. */
  readonly candidate: string;
  readonly kinkDistance: number;
  /** What is wrong with it, where nothing better was found. */
  readonly note?: string;
}

export interface PointOptions {
  /** How many points, 2 by default. */
  readonly count?: number;
  readonly seed?: number;
  /** Round every number to float32, so that both precisions see the same point. */
  readonly precision?: "f64" | "f32";
  /** Values whose kinks are to be avoided, beside those of the graph's own loss or outputs. */
  readonly also?: readonly Node[];
  /** What kinks are avoided of: the variables of the derivative; by default every parameter, or every input where there is no loss. */
  readonly of?: readonly Node[];
  readonly noise?: NonNullable<Point["noise"]>;
}

/** How numbers are drawn: `perturbed` near the initial values and in [−1, 1]; the others where a domain asks for them. */
type Family = "perturbed" | "unit" | "positive" | "large" | "mixed";

const families: readonly (readonly [Family, number])[] = [["perturbed", 10], ["unit", 3], ["positive", 3], ["large", 2], ["mixed", 48]];

/** Farther than this from a kink is far enough; nearer than the other is remarked on. */
const [comfortable, tolerable] = [1e-2, 1e-4];

/**
 * Points at which the loss (or the outputs) of a parsed graph is finite and no kink is near: parameters around their
 * initial values but nowhere 0, data from the spec's own rows where it has some. The first candidates that will do are
 * taken, in a fixed order; if too few do, the farthest from a kink.
 */
export function choosePoints(graph: Graph, options: PointOptions = {}): readonly ChosenPoint[] {
  const { spec } = graph;
  const count = options.count ?? 2;
  const roots = checkedRoots(graph);
  const of = options.of ?? (spec.batched ? trainedParameters(spec) : spec.columns.filter((column) => column.role === "input")).map(({ node }) => node);
  const found: ChosenPoint[] = [];
  let good = 0;
  for (const [family, tries] of families) {
    for (let t = 1; t <= tries && good < count; t++) {
      const point = candidate(spec, family, t, options);
      const values = evaluate(roots, point);
      if (!roots.every((root) => values.get(root)!.every(Number.isFinite))) continue;
      const distance = kinkDistance([...roots, ...(options.also ?? [])], point, of);
      found.push({ point, candidate: `${family} ${t}`, kinkDistance: distance });
      if (distance > comfortable) good++;
    }
    if (found.filter((one) => one.kinkDistance > tolerable).length >= count) break;
  }
  if (found.length === 0) return [{ point: candidate(spec, "perturbed", 1, options), candidate: "perturbed 1", kinkDistance: NaN, note: "no point was found where every value is finite" }];
  const best = found.filter((one) => one.kinkDistance > comfortable).slice(0, count);
  const rest = found.filter((one) => !best.includes(one)).sort((a, b) => b.kinkDistance - a.kinkDistance);
  return [...best, ...rest.slice(0, count - best.length)].map((one) => (one.kinkDistance > tolerable ? one : { ...one, note: `a kink is ${one.kinkDistance === 0 ? "met" : `${one.kinkDistance.toExponential(0)} away`}` }));
}

/** What a check is about: the total loss, or the outputs of a spec without one. */
export const checkedRoots = (graph: Graph): readonly Node[] => (graph.spec.batched ? rootsOf(graph, "total") : rootsOf(graph, "output")).map((root) => root.node);

function candidate(spec: Spec, family: Family, attempt: number, options: PointOptions): Point {
  const draws = new Random(options.seed ?? 1, 64 * families.findIndex(([name]) => name === family) + attempt);
  const random = (): number => uniform(draws);
  const cast = options.precision === "f32" ? Math.fround : (x: number): number => x;
  const own = (): Family => (family === "mixed" ? (["perturbed", "unit", "positive", "large"] as const)[Math.floor(4 * random())]! : family);
  const size = spec.batched ? 3 : 1;
  const params = spec.parameters.map((parameter) => {
    const law = own();
    return [parameter.name, Float64Array.from({ length: sizeOf(parameter.shape) }, (_, i) => cast(parameterValue(parameter, i, law, random)))] as const;
  });
  const rows = spec.data?.kind === "rows" && family !== "mixed" && spec.data.rows.length > 0 ? spec.data.rows : null;
  const columns = spec.columns.map((column) => {
    const law = own();
    return [column.name, Array.from({ length: size * sizeOf(column.shape) }, () => columnValue(column, law, random))] as const;
  });
  if (rows !== null) overwrite(columns, spec.columns, rows, size, 3 * (attempt - 1));
  return {
    params: Object.fromEntries(params),
    hyper: Object.fromEntries(spec.hypers.map(({ name, value }) => [name, cast(value)])),
    columns: Object.fromEntries(columns.map(([name, values]) => [name, values.map(cast)])),
    size,
    clock: { rate: 0.1, t: 1, epoch: 1 },
    ...(options.noise === undefined ? {} : { noise: options.noise }),
  };
}

/** The spec's own rows in place of drawn ones, from row `first` on; rows that it lacks stay drawn. */
function overwrite(drawn: readonly (readonly [string, number[]])[], columns: readonly Column[], rows: readonly (readonly number[])[], size: number, first: number): void {
  const taken = rows.length <= size ? rows : Array.from({ length: size }, (_, n) => rows[(first + n) % rows.length]!);
  const examples = examplesFromRows(columnsOfRow(columns), taken, "f64");
  for (const [name, values] of drawn) for (const [i, value] of examples.columns[name]!.entries()) values[i] = value;
}

const signed = (random: () => number, least: number): number => (random() < 0.5 ? -1 : 1) * (least + (1 - least) * random());

function parameterValue({ shape, initial }: Spec["parameters"][number], index: number, law: Family, random: () => number): number {
  const stated = initial.kind === "fill" ? initial.value : initial.kind === "literal" ? initial.values[index]! : initial.kind === "ones" ? 1 : null;
  switch (law) {
    case "unit":
      return 0.1 + 0.8 * random();
    case "large":
      return 1.2 + random();
    case "positive":
      return (stated === null ? 0.2 : Math.abs(stated)) + (0.1 + 0.9 * random()) * (stated === null ? 1 : 0.2 * Math.max(0.2, Math.abs(stated)));
    default: {
      if (stated !== null) return stated + 0.2 * Math.max(0.2, Math.abs(stated)) * signed(random, 0.1);
      const fan = shape.length < 2 ? 12 : shape[0]! + sizeOf(shape.slice(1));
      return Math.min(1, Math.sqrt(6 / fan)) * signed(random, 0.1);
    }
  }
}

function columnValue({ role, classes }: Column, law: Family, random: () => number): number {
  if (role === "label" || role === "index") return Math.floor((classes ?? 1) * random());
  switch (law) {
    case "unit":
      return 0.1 + 0.8 * random();
    case "large":
      return 1.2 + random();
    case "positive":
      return 0.2 + random();
    default:
      return role === "target" ? 0.05 + 0.9 * random() : signed(random, 0.1);
  }
}
