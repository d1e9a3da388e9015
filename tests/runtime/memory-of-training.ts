// Run by memory.test.ts in a process of its own: trains on a CSV file, and prints how much memory that took at its peak.
import { compileToJavaScript } from "../../compiler/compile.ts";
import { openData } from "../../runtime/files.ts";
import type { ParameterViews } from "../../runtime/model.ts";
import { train, type TrainableOf } from "../../runtime/train.ts";

const [path, memory, epochs] = process.argv.slice(2) as [string, string, string];
const { code } = compileToJavaScript(`
x = input(19)
d = target()
w = param(19, "uniform")
y = dot(w, x)
J = loss((y - d) ^ 2)
train({optimizer: "sgd", rate: 1e-4, batch: 64, validation: 0.1})
`);
const model = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as TrainableOf<ParameterViews>;

/** The most memory that the process has had at once so far, in bytes. */
const peak = (): number => 1024 * process.resourceUsage().maxRSS;

const before = peak();
const data = await openData(model.metadata.columns, "f64", [path], { needs: "all", memory: Number(memory) });
const { stopped } = await train(model, data, { epochs: Number(epochs) });
console.log(JSON.stringify({ isStream: "pieces" in data, size: data.size, step: stopped.step, before, growth: peak() - before }));
