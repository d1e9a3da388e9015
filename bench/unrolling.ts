/**
 * Where straight-line code stops paying: one training step of multilayer perceptrons, emitted unrolled and as loops,
 * timed in turn in the same process. Prints nanoseconds per example (median of the windows, with their spread) and the
 * ratio. compiler/5-schedule/thresholds.ts takes its limits from here. Run with `npm run bench`.
 */
import { schedule, type Limits } from "../compiler/5-schedule/schedule.ts";
import { printJavaScript } from "../compiler/6-emit/ts/print.ts";
import { moduleStructure } from "../compiler/6-emit/ts/module.ts";
import { runPhases } from "../compiler/compile.ts";
import { createExamples } from "../runtime/examples.ts";
import type { Trainable } from "../runtime/model.ts";

const networks = [[2, 2, 1], [4, 4, 1], [8, 3, 8], [4, 16, 2], [8, 16, 4], [8, 24, 4], [8, 32, 4], [16, 32, 4], [16, 64, 10]] as const;
const windows = 7;
const windowMs = 250;
const batch = 16;

const spec = ([inputs, hidden, outputs]: readonly [number, number, number]): string => `
x = input(${inputs})
d = target(${outputs})
W1 = param(${hidden}, ${inputs})
b1 = param(${hidden})
W2 = param(${outputs}, ${hidden})
b2 = param(${outputs})
h = relu(W1 * x + b1)
y = output(W2 * h + b2)
J = loss(sum((y - d) .^ 2) / 2)
`;

async function load(text: string, limits: Limits): Promise<{ readonly model: Trainable; readonly operations: number }> {
  const { emission, programs } = runPhases(text);
  const schedules = programs.map((program) => schedule(program, limits));
  const code = printJavaScript(moduleStructure({ ...emission, schedules }));
  const step = schedules.find((s) => s.program.name === "step");
  return { model: (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as Trainable, operations: [...(step?.operations.values() ?? [])].reduce((a, b) => a + b, 0) };
}

function stepper(model: Trainable): () => void {
  const data = createExamples(model.metadata.columns, batch, "f64");
  for (const values of Object.values(data.columns)) for (let i = 0; i < values.length; i++) values[i] = Math.sin(i + 1);
  const params = model.initialise(1);
  const state = model.createState();
  const clock = { t: 1, epoch: 1, rate: 1e-6, seed: 0 };
  return () => void model.step(params, state, data, clock);
}

/** Nanoseconds per example over one window. */
function time(step: () => void): number {
  const start = performance.now();
  let steps = 0;
  while (performance.now() - start < windowMs) for (let k = 0; k < 20; k++, steps++) step();
  return ((performance.now() - start) * 1e6) / steps / batch;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;
const spread = (values: readonly number[]): string => `${median(values).toFixed(0)} (${Math.min(...values).toFixed(0)}–${Math.max(...values).toFixed(0)})`;

console.log("network     weights  operations of step   unrolled ns/example    loops ns/example   unrolled/loops");
for (const network of networks) {
  const [inputs, hidden, outputs] = network;
  const unrolled = await load(spec(network), { perFunction: Infinity, perStep: Infinity, tiled: Infinity, block: 64 });
  const loops = await load(spec(network), { perFunction: 0, perStep: 4, tiled: 512, block: 64 });
  const [a, b] = [stepper(unrolled.model), stepper(loops.model)];
  for (let warm = 0; warm < 3; warm++) for (const step of [a, b]) time(step);
  const times: [number[], number[]] = [[], []];
  for (let k = 0; k < windows; k++) {
    times[0].push(time(a));
    times[1].push(time(b));
  }
  const ratio = median(times[0].map((t, k) => t / (times[1][k] as number)));
  console.log([network.join("-").padEnd(10), String(inputs * hidden + hidden + hidden * outputs + outputs).padStart(8), String(unrolled.operations).padStart(20), spread(times[0]).padStart(21), spread(times[1]).padStart(19), ratio.toFixed(2).padStart(16)].join(" "));
}
