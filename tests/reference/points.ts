import { examplesFromRows } from "../../runtime/examples.ts";
import { nest } from "../../runtime/values.ts";
import { sizeOf } from "../../compiler/ir/shape.ts";
import { emittedDraw } from "../../compiler/commands/draws.ts";
import { rootsOf, type Graph } from "../../compiler/ir/graph.ts";
import type { Node } from "../../compiler/ir/node.ts";
import { reachable } from "../../compiler/ir/space.ts";
import { pointwise } from "../../compiler/ops/index.ts";
import type { Point } from "../../compiler/reference/evaluate.ts";
import type { ChosenPoint } from "../../compiler/reference/points.ts";
import { evaluateSpec, type Point as OraclePoint } from "../oracle/mathjs.ts";
import { toNested } from "../oracle/nested.ts";

/** What makes a point one of training, where a loss takes statistics of the batch; elsewhere points of inference will do, which the second oracle knows. */
export function training(graph: Graph): { readonly noise?: NonNullable<Point["noise"]> } {
  const nodes = reachable(rootsOf(graph, "total").map((root) => root.node));
  const isStatistic = (node: Node): boolean => node.kind === "pointwise" && pointwise(node.op).inference !== undefined && pointwise(node.op).inference?.draw === undefined;
  return nodes.some(isStatistic) ? { noise: emittedDraw } : {};
}

/** The same point at inference. */
export function inferred({ noise: _noise, ...point }: Point): Point {
  return point;
}

/** The spec's own numbers: literal initial parameters and inline data. */
export function initialPoint(graph: Graph): ChosenPoint {
  const { spec } = graph;
  const rows = spec.data?.kind === "rows" ? spec.data.rows : [[]];
  const values = spec.parameters.map(({ name, shape, initial }) => {
    if (initial.kind !== "literal" && initial.kind !== "fill") throw new Error(`${name} has no initial value of its own`);
    return [name, initial.kind === "fill" ? new Float64Array(sizeOf(shape)).fill(initial.value) : Float64Array.from(initial.values)] as const;
  });
  const point: Point = {
    params: Object.fromEntries(values),
    hyper: Object.fromEntries(spec.hypers.map(({ name, value }) => [name, value])),
    columns: examplesFromRows(spec.columns, rows, "f64").columns,
    size: rows.length,
    ...training(graph),
  };
  return { point, candidate: "initial", kinkDistance: Infinity };
}

/** A point as the second oracle takes it. */
export function oraclePoint({ spec }: Graph, point: Point): OraclePoint {
  return {
    params: Object.fromEntries(spec.parameters.map(({ name, shape }) => [name, toNested(nest(point.params[name]!, shape))])),
    hyper: point.hyper,
    batch: Array.from({ length: point.size }, (_, n) => Object.fromEntries(spec.columns.map(({ name, shape }) => [name, toNested(nest(point.columns[name]!, shape, n * sizeOf(shape)))]))),
  };
}

/** What math.js makes of the loss; null where it lacks a function, or has it for fewer kinds of arguments. */
export function mathjsLoss(graph: Graph, point: Point): number | null {
  try {
    return evaluateSpec(graph.spec.source.text, oraclePoint(graph, point), { reduction: graph.spec.conventions.reduction }).loss;
  } catch (error) {
    if (error instanceof Error && /Undefined function|in function|empty vectors/.test(error.message)) return null;
    throw error;
  }
}
