// Run by allocation.test.ts in a process of its own, with --expose-gc: prints what steps leave on the heap, and what they put there.
import { compileToJavaScript } from "../../compiler/compile.ts";
import { createExamples } from "../../runtime/examples.ts";
import type { ParameterViews } from "../../runtime/model.ts";
import { train, type TrainableOf } from "../../runtime/train.ts";

const [inputs, hidden] = process.argv.slice(2).map(Number) as [number, number];
const { code } = compileToJavaScript(`
x = input(${inputs})
d = target()
W = param(${hidden}, ${inputs})
v = param(${hidden}, "uniform")
y = output(dot(v, tanh(W * x)))
J = loss((y - d) ^ 2)
train({optimizer: "momentum", rate: 0.001, batch: 4})
`);
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
console.log(JSON.stringify({ isLooped: code.includes("for (let i"), growth, bytesPerStep }));
