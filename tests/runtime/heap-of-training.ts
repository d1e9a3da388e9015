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

/** Bytes that a run of so many steps puts on the heap, which is large enough that nothing is freed meanwhile. */
async function allocatedBy(steps: number): Promise<number> {
  const before = kept();
  await train(model, data, { epochs: steps / 100 });
  return process.memoryUsage().heapUsed - before;
}

// Compiled code lies on the heap as well: the first run is for the optimiser.
await train(model, data, { epochs: 400 });

const heap: number[] = [];
for await (const { step } of train(model, data, { epochs: 100 })) if (step === 100 || step === 10_000) heap.push(kept());

await allocatedBy(10_000);
const [few, many] = [await allocatedBy(10_000), await allocatedBy(210_000)];
console.log(JSON.stringify({ isLooped: code.includes("for (let i"), growth: heap[1]! - heap[0]!, bytesPerStep: (many - few) / 200_000 }));
