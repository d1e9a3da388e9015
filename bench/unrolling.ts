/**
 * Where straight-line code stops paying: one training step of multilayer perceptrons, emitted unrolled and as loops,
 * timed in turn in the same process. Prints nanoseconds per example (median of the windows, with their spread) and the
 * ratio. compiler/5-schedule/thresholds.ts takes its limits from here. Run with `npm run bench`, or with a batch size:
 * `npm run bench -- 64`.
 */
import { examplesPerBlock, tiledOperationsPerStep, unrolledOperationsPerStep } from "../compiler/5-schedule/thresholds.ts";
import { load, perceptron, ratioOf, spread, stepper, timeInTurn, weightsOf } from "./measuring.ts";

const networks = [[2, 2, 1], [4, 4, 1], [8, 3, 8], [4, 16, 2], [8, 16, 4], [8, 24, 4], [8, 32, 4], [16, 32, 4], [16, 64, 10]] as const;
const windows = 7;
const windowMs = 250;
const batch = Number(process.argv[2] ?? 16);

console.log(`batch ${batch}\nnetwork     weights  operations of step   unrolled ns/example    loops ns/example   unrolled/loops`);
for (const network of networks) {
  const unrolled = await load(perceptron(network), { perFunction: Infinity, perStep: Infinity, tiled: Infinity, block: examplesPerBlock, perPart: Infinity });
  const loops = await load(perceptron(network), { perFunction: 0, perStep: unrolledOperationsPerStep, tiled: tiledOperationsPerStep, block: examplesPerBlock, perPart: Infinity });
  const [a, b] = timeInTurn([stepper(unrolled.model, batch), stepper(loops.model, batch)], windows, windowMs) as [readonly number[], readonly number[]];
  console.log([network.join("-").padEnd(10), String(weightsOf(network)).padStart(8), String(unrolled.operations).padStart(20), spread(a, batch).padStart(21), spread(b, batch).padStart(19), ratioOf(a, b).toFixed(2).padStart(16)].join(" "));
}
