import { schedule, type Limits } from "../compiler/5-schedule/schedule.ts";
import { printJavaScript } from "../compiler/6-emit/ts/print.ts";
import { moduleStructure } from "../compiler/6-emit/ts/module.ts";
import { runPhases } from "../compiler/compile.ts";
import { createExamples } from "../runtime/examples.ts";
import type { Examples, Trainable } from "../runtime/model.ts";

// The measurements are bundled to plain JavaScript and run without a loader: tsx detaches an ArrayBuffer on its way, and
// in a process that ever did so V8 checks at each access to a typed array that its buffer is still there, which makes
// loops a fifth slower (7.2 ms against 5.9 for a step of 784-128-10).

/** The spec of a perceptron with ReLU in its hidden layers and squared error; `sizes`: inputs, hidden units …, outputs. */
export function perceptron(sizes: readonly number[], optimizer = "sgd"): string {
  const layers = sizes.slice(1);
  const value = (k: number): string => (k === 0 ? "x" : `h${k}`);
  return [
    `x = input(${sizes[0]})`,
    `d = target(${sizes.at(-1)})`,
    ...layers.flatMap((size, k) => [`W${k + 1} = param(${size}, ${sizes[k]}, "he")`, `b${k + 1} = param(${size})`]),
    ...layers.slice(0, -1).map((_, k) => `${value(k + 1)} = relu(W${k + 1} * ${value(k)} + b${k + 1})`),
    `y = output(W${layers.length} * ${value(layers.length - 1)} + b${layers.length})`,
    "J = loss(sum((y - d) .^ 2) / 2)",
    `train({optimizer: "${optimizer}", rate: 0.01})`,
  ].join("\n");
}

export const weightsOf = (sizes: readonly number[]): number => sizes.slice(1).reduce((sum, size, k) => sum + size * ((sizes[k] as number) + 1), 0);

/** The module of a spec, scheduled within the limits, and how many scalar operations its step has as lowered. */
export async function load(text: string, limits?: Limits): Promise<{ readonly model: Trainable; readonly operations: number }> {
  const { emission, programs } = runPhases(text);
  const schedules = schedule(programs, limits);
  const code = printJavaScript(moduleStructure({ ...emission, schedules }));
  const step = schedules.find(({ program }) => program.name === "step");
  return { model: (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as Trainable, operations: [...(step?.operations.values() ?? [])].reduce((a, b) => a + b, 0) };
}

/** Examples for a module: sines, and classes in turn. */
export function madeUpExamples({ metadata }: Trainable, size: number): Examples {
  const data = createExamples(metadata.columns, size, "f64");
  for (const { name, classes } of metadata.columns) {
    const values = data.columns[name]!;
    for (let i = 0; i < values.length; i++) values[i] = classes === undefined ? Math.sin(i + 1) : (7 * i + 3) % classes;
  }
  return data;
}

/** One training step of a module on a batch of made-up examples, the rate so small that the numbers stay as they are. */
export function stepper(model: Trainable, batch: number): () => void {
  const data = madeUpExamples(model, batch);
  const params = model.initialise(1);
  const state = model.createState();
  const clock = { t: 1, epoch: 1, rate: 1e-6, seed: 0 };
  return () => void model.step(params, state, data, clock);
}

/** Nanoseconds per step in each of so many windows, of one step after the other in turn so that all meet the same disturbances; warmed before. */
export function timeInTurn(steps: readonly (() => void)[], windows: number, windowMs: number): readonly (readonly number[])[] {
  for (let warm = 0; warm < 3; warm++) for (const step of steps) timeWindow(step, windowMs);
  const times: number[][] = steps.map(() => []);
  for (let k = 0; k < windows; k++) for (const [n, step] of steps.entries()) (times[n] as number[]).push(timeWindow(step, windowMs));
  return times;
}

function timeWindow(step: () => void, windowMs: number): number {
  const start = performance.now();
  let [steps, some, elapsed] = [0, 1, 0];
  while (elapsed < windowMs) {
    for (let k = 0; k < some; k++) step();
    steps += some;
    elapsed = performance.now() - start;
    // As many at a time as take a tenth of a window, so that reading the clock costs nothing.
    some = Math.max(1, Math.min(1000, Math.floor((windowMs / 10 / elapsed) * steps)));
  }
  return (elapsed * 1e6) / steps;
}

export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;

/** Median of the ratios of two steps timed in turn. */
export const ratioOf = (a: readonly number[], b: readonly number[]): number => median(a.map((time, k) => time / (b[k] as number)));

/** Median and range of times divided by a unit. */
export function spread(times: readonly number[], unit = 1, digits = 0): string {
  const show = (time: number): string => (time / unit).toFixed(digits);
  return `${show(median(times))} (${show(Math.min(...times))}–${show(Math.max(...times))})`;
}
