import { sizeOf } from "../ir/shape.ts";
import { createExamples } from "../../runtime/examples.ts";
import type { Column, Examples, ParameterViews } from "../../runtime/model.ts";
import { axisOver, labelsOf, placeOn, widened, type Axis } from "./axis.ts";
import { Canvas } from "./canvas.ts";
import type { Module } from "./run-module.ts";

/** Rows of the plot without its axis, and the least and greatest width with it. */
const rows = 15;
const narrowest = 40;
const widest = 100;
/** At how many places the curve is looked at to find its range. */
const surveyed = 400;

interface Trained {
  readonly params: ParameterViews;
  readonly hyper: { readonly [name: string]: number };
}

/** The columns and the output that a plot shows. */
interface Plotted {
  readonly input: Column;
  readonly output: string;
  /** The target or class, where there is just one number of that kind. */
  readonly observed: Column | null;
}

/**
 * A plot of what the trained model predicts over the range of its input, and of the examples, `width` characters wide
 * but not less than 40 nor more than 100. Null where the spec is not of one number in and one number out.
 */
export function fittedCurve(module: Module, trained: Trained, data: Examples, width: number): string | null {
  const plotted = plottedOf(module);
  if (plotted === null) return null;
  const { input, output, observed } = plotted;
  const xs = data.columns[input.name]!;
  const ys = observed === null ? [] : data.columns[observed.name]!;
  const across = axisOver(xs, 8);
  const curve = (columns: number): readonly number[] => predictions(module, trained, input, Array.from({ length: columns + 1 }, (_, edge) => across.low + ((across.high - across.low) * edge) / columns));
  const survey = curve(surveyed);
  if (!survey.some(Number.isFinite)) return null;
  const up = widened(axisOver([...survey, ...ys], 6));
  const margin = Math.max(...labelsOf(up).map(({ text }) => text.length));
  const columns = Math.max(narrowest, Math.min(width, widest)) - margin - 2;
  const canvas = new Canvas(columns, rows);
  canvas.curve(curve(columns).map((y) => placeOn(up, y)));
  for (let n = 0; n < ys.length; n++) canvas.point(placeOn(across, xs[n]!), placeOn(up, ys[n]!));
  const legend = observed === null ? "" : `   ⠢ ${observed.name}   ─ ${output}   ━ both`;
  return [`${output} over ${input.name}${legend}`, ...withUpAxis(canvas, up, margin), ...acrossAxis(across, margin, columns)].join("\n");
}

function plottedOf({ metadata: { columns, outputs } }: Module): Plotted | null {
  const isOneNumber = ({ shape }: { readonly shape: readonly number[] }): boolean => sizeOf(shape) === 1;
  const given = columns.filter(({ role }) => role === "input" || role === "index");
  const [input, output] = [given[0], outputs[0]];
  if (given.length !== 1 || input?.role !== "input" || !isOneNumber(input)) return null;
  if (outputs.length !== 1 || output === undefined || !isOneNumber(output)) return null;
  const wanted = columns.filter((column) => !given.includes(column));
  return { input, output: output.name, observed: wanted.length === 1 && isOneNumber(wanted[0]!) ? wanted[0]! : null };
}

function predictions(module: Module, { params, hyper }: Trained, input: Column, xs: readonly number[]): readonly number[] {
  const { columns, precision } = module.metadata;
  const examples = createExamples(columns, xs.length, precision);
  examples.columns[input.name]!.set(xs);
  const room = module.createOutputs!();
  const values = Object.values(room)[0]!;
  return xs.map((_, row) => {
    module.predict!(params, examples, row, room, hyper);
    return values[0]!;
  });
}

/** The rows of the canvas behind the upright axis and its labels, which take `margin` characters. */
function withUpAxis(canvas: Canvas, axis: Axis, margin: number): readonly string[] {
  const labels = new Map(labelsOf(axis).map(({ place, text }) => [canvas.rowAt(place), text]));
  return canvas.rows().map((row, at) => `${(labels.get(at) ?? "").padStart(margin)} ${labels.has(at) ? "┤" : "│"}${row}`.trimEnd());
}

/** The level axis below the canvas, and the line of its labels. */
function acrossAxis(axis: Axis, margin: number, columns: number): readonly string[] {
  const line = Array.from({ length: columns }, () => "─");
  let labels = "";
  for (const { place, text } of labelsOf(axis)) {
    const at = Math.min(columns - 1, Math.floor(place * columns));
    line[at] = "┬";
    const start = Math.min(margin + 2 + at - (text.length >> 1), margin + 2 + columns - text.length);
    if (start > labels.length) labels = labels.padEnd(start) + text;
  }
  return [`${" ".repeat(margin)} └${line.join("")}`, labels];
}
