// Run by allocation.test.ts in a process of its own, with --expose-gc: prints what steps leave on the heap, and what they put there.
import { compileToJavaScript } from "../../compiler/compile.ts";
import { createExamples } from "../../runtime/examples.ts";
import type { ParameterViews } from "../../runtime/model.ts";
import { train, type TrainableOf } from "../../runtime/train.ts";

/** A perceptron of these widths, with one output. */
const perceptron = (optimizer: string, ...widths: readonly number[]): string => `
x = input(${widths[0]})
d = target()
${widths.slice(1).map((width, k) => `W${k + 1} = param(${width}, ${widths[k]})\nb${k + 1} = param(${width})\nh${k + 1} = relu(W${k + 1} * ${k === 0 ? "x" : `h${k}`} + b${k + 1})\n`).join("")}
v = param(${widths.at(-1)}, "uniform")
y = output(dot(v, h${widths.length - 1}))
J = loss((y - d) ^ 2)
train({optimizer: "${optimizer}", rate: 0.001, batch: 4})
`;

/** Specs whose steps are written in each way that there is; see compiler/5-schedule/. */
const specs: { readonly [kind: string]: string } = {
  unrolled: perceptron("momentum", 2, 2),
  looped: perceptron("sgd", ...Array.from({ length: 13 }, (_, k) => (k % 2 === 0 ? 3 : 9))),
  tiled: perceptron("momentum", 24, 25),
  divided: perceptron("adam", ...Array.from({ length: 10 }, () => 16)),
  normalised: perceptron("momentum", 8, 24, 24).replaceAll(/relu\((.*)\)$/gm, "relu(batchNorm($1))"),
};

const spec = specs[process.argv[2] ?? ""];
if (spec === undefined) throw new Error(`which of ${Object.keys(specs).join(", ")}?`);
const { code } = compileToJavaScript(spec);
const model = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as TrainableOf<ParameterViews>;
const data = createExamples(model.metadata.columns, 400, "f64");
for (const values of Object.values(data.columns)) values.forEach((_, i) => (values[i] = Math.sin(i + 1)));

/** Bytes on the heap, when everything that can be freed is freed. */
function kept(): number {
  globalThis.gc!();
  return process.memoryUsage().heapUsed;
}

// Compiled code lies on the heap as well: the first run is for the optimiser.
await train(model, data, { epochs: 400 });

const heap: number[] = [];
for await (const { step } of train(model, data, { epochs: 400 })) if (step === 100 || step % 10_000 === 0) heap.push(kept());
// Code that is compiled meanwhile takes room too, but not in each of the windows.
const growth = Math.min(...heap.slice(1).map((bytes, k) => bytes - heap[k]!));

/** Steps made and bytes on the heap, twenty times a second. */
const samples: (readonly [step: number, bytes: number])[] = [];
const controller = new AbortController();
await train(model, data, {
  epochs: Number.MAX_SAFE_INTEGER,
  signal: controller.signal,
  onPause({ step }) {
    samples.push([step, process.memoryUsage().heapUsed]);
    if (samples.length === 12) controller.abort();
  },
});
// The median is not touched by a collection of garbage, nor by what the optimiser does in the beginning.
const bytesPerStep = samples.slice(1).map(([step, bytes], k) => (bytes - samples[k]![1]) / (step - samples[k]![0])).sort((a, b) => a - b)[5]!;
// How the head of the module says that its step is written.
const schedule = /^ \*\s+step\s+(.*)$/m.exec(code)?.[1];
console.log(JSON.stringify({ schedule, growth, bytesPerStep }));
