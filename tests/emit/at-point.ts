import { expect } from "vitest";
import { importModule, type Loaded } from "../../compiler/commands/run-module.ts";
import { compileToJavaScript, type CompileOptions } from "../../compiler/compile.ts";
import { schedule, type Limits } from "../../compiler/5-schedule/schedule.ts";
import { moduleStructure } from "../../compiler/6-emit/ts/module.ts";
import { printJavaScript } from "../../compiler/6-emit/ts/print.ts";
import { rootsOf, type Graph, type Root } from "../../compiler/ir/graph.ts";
import { isBatched } from "../../compiler/ir/shape.ts";
import { evaluate, type Point } from "../../compiler/reference/evaluate.ts";
import { createExamples } from "../../runtime/examples.ts";
import type { Examples } from "../../runtime/model.ts";
import { createFloats, sizeOf } from "../../runtime/values.ts";

/** The compiled spec with other limits of what is written out. */
export const rescheduled = (text: string, options: CompileOptions, limits?: Limits): Promise<Loaded> => importModule(recompiled(text, options, limits));

/** The same before it is imported. */
export const recompiled = (text: string, options: CompileOptions, limits?: Limits): ReturnType<typeof compileToJavaScript> => reschedule(compileToJavaScript(text, options), limits);

/** What is compiled already, with other limits. */
export function reschedule(compiled: ReturnType<typeof compileToJavaScript>, limits?: Limits): ReturnType<typeof compileToJavaScript> {
  if (limits === undefined) return compiled;
  const { emission, programs } = compiled.phases;
  const structure = moduleStructure({ ...emission, schedules: schedule(programs, limits) });
  return { ...compiled, structure, code: printJavaScript(structure) };
}

export const unrolled: Limits = { perFunction: Infinity, perStep: Infinity, tiled: Infinity, block: 64, perPart: Infinity };
export const looped: Limits = { perFunction: 0, perStep: 0, tiled: Infinity, block: 64, perPart: Infinity };
/** Everything in register tiles that can be, over blocks smaller than the batches of the tests. */
export const tiled: Limits = { perFunction: 0, perStep: 0, tiled: 0, block: 3, perPart: Infinity };
/** Divided into as many functions as can be. */
export const divided: Limits = { ...tiled, tiled: 64, perPart: 1 };

/** Which examples of a batch a function is to work on. */
export interface Selection {
  readonly order?: Uint32Array;
  readonly from?: number;
  readonly to?: number;
}

export const rowsOf = ({ order, from = 0, to }: Selection, size: number): readonly number[] => [...(order ?? Array.from({ length: size }, (_, n) => n))].slice(from, to);

/** The examples at some rows, as a batch of their own. */
export function restricted(point: Point, rows: readonly number[]): Point {
  const columns = Object.entries(point.columns).map(([name, values]) => {
    const own = values.length / point.size;
    return [name, rows.flatMap((row) => Array.from({ length: own }, (_, k) => values[row * own + k]!))] as const;
  });
  return { ...point, columns: Object.fromEntries(columns), size: rows.length };
}

/** Numbers of functions, by name. */
export type Values = ReadonlyMap<string, Float64Array>;

/** What the reference gives: total, losses, metrics, outputs and gradients. */
export function wantedAt(parsed: Graph, differentiated: Graph, point: Point): Values {
  const reported = rootsOf(parsed, "loss", "metric", "output");
  const trained = [...rootsOf(parsed, "total"), ...rootsOf(differentiated, "gradient")];
  const roots = [...reported, ...trained];
  // What is reported and predicted is of inference; only the total loss that comes with gradients is of training.
  const { noise: _noise, ...inference } = point;
  const [atInference, inTraining] = [evaluate(reported.map((root) => root.node), inference), evaluate(trained.map((root) => root.node), point)];
  const evaluated = (root: Root): typeof atInference => (trained.includes(root) ? inTraining : atInference);
  const repeated = (root: Root, found: Float64Array): Float64Array => (root.role !== "output" || isBatched(root.node.shape) ? found : Float64Array.from({ length: found.length * point.size }, (_, k) => found[k % found.length]!));
  const valueOf = (root: Root): Float64Array => evaluated(root).get(root.node)!;
  return new Map(roots.map((root) => [`${root.role} ${root.name}`, repeated(root, valueOf(root))]));
}

/** What the module gives for the same, in one array per name. */
export function foundAt({ module, derivatives }: Loaded, point: Point, selection: Selection): Values {
  const { metadata } = module;
  const { precision, losses, metrics, outputs } = metadata;
  const rows = rowsOf(selection, point.size);
  const data = examplesAt(module, point);
  const params = parametersAt(module, point);
  const found = new Map<string, Float64Array>();
  const report = createFloats(precision, losses.length + metrics.length);
  const { order, from, to } = selection;
  const arrays = [order, from, to] as unknown as [undefined, undefined, undefined];
  const total = module.evaluate!(params, data, report, ...arrays, point.hyper);
  found.set("evaluated total", Float64Array.of(total));
  for (const [k, name] of [...losses, ...metrics].entries()) found.set(`${k < losses.length ? "loss" : "metric"} ${name}`, Float64Array.of(report[k]!));
  const room = module.createOutputs?.() ?? {};
  for (const [k, { name, shape }] of outputs.entries()) {
    found.set(`output ${name}`, Float64Array.from(rows.flatMap((row) => {
      module.predict!(params, data, row, room, point.hyper);
      return Array.from(Object.values(room)[k]!).slice(0, sizeOf(shape));
    })));
  }
  if (module.gradient === undefined) return found;
  const into = module.createGradients!(point.size);
  for (const values of Object.values(into)) values.fill(NaN);
  const loss = module.gradient(params, data, into, ...arrays, point.hyper, { t: 0, epoch: 0, rate: 0, seed: 0 });
  found.set("total loss", Float64Array.of(loss));
  for (const [k, name] of losses.entries()) found.set(`trained loss ${name}`, Float64Array.of(into["losses"]![k]!));
  for (const { name, member, shape, perExample } of derivatives) {
    const own = sizeOf(shape);
    found.set(`gradient ${name}`, Float64Array.from(perExample ? rows.flatMap((row) => Array.from(into[member]!.subarray(row * own, (row + 1) * own))) : into[member]!));
  }
  return found;
}

export function parametersAt({ metadata, createParameters }: Loaded["module"], point: Point): ReturnType<Loaded["module"]["createParameters"]> {
  const flat = createFloats(metadata.precision, metadata.parameters.reduce((sum, { shape }) => sum + sizeOf(shape), 0));
  for (const { name, offset } of metadata.parameters) flat.set(point.params[name]!, offset);
  return createParameters(flat);
}

/** The examples of a point as a module takes them. */
export function examplesAt({ metadata }: Loaded["module"], point: Point): Examples {
  const data = createExamples(metadata.columns, point.size, metadata.precision);
  for (const { name } of metadata.columns) data.columns[name]!.set(Array.from(point.columns[name]!));
  return data;
}

/** The largest difference of two arrays as a share of their largest number, or of 1. */
export function difference(found: Float64Array, wanted: Float64Array): number {
  if (found.length !== wanted.length) return NaN;
  const scale = wanted.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
  return wanted.reduce((worst, value, k) => (Object.is(found[k], value) ? worst : Math.max(worst, Math.abs(found[k]! - value) / scale)), 0);
}

export function expectClose(found: Values, wanted: Values, tolerance: number, where: string): void {
  for (const [name, values] of wanted) {
    const actual = found.get(name);
    expect(actual, `${name} is missing: ${where}`).toBeDefined();
    const off = difference(actual!, values);
    if (!(off <= tolerance)) expect.fail(`${name} is off by ${off}: ${[...actual!].slice(0, 12).join()} for ${[...values].slice(0, 12).join()}\n${where}`);
  }
}
