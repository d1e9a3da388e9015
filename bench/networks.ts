/**
 * What whole networks take beyond perceptrons: one training step of long short-term memories, of a convolutional network
 * and of a transformer, emitted and written by hand in plain loops over typed arrays, timed in turn in the same process
 * after both have given the same losses. Prints milliseconds per step (median of the windows, with their spread), the ratio
 * of the hand-written to the emitted one, and the emitted one's GFLOP/s, products and sums of products alone counted.
 * `bench/tensorflow.js` times the same steps in TensorFlow.js. Run with `npm run bench:networks`, or with a batch size:
 * `npm run bench:networks -- 8`.
 */
import { readFileSync } from "node:fs";
import type { Examples, Trainable } from "../runtime/model.ts";
import { cnnByHand, cnnFlops } from "./cnn-by-hand.ts";
import { lstmByHand, lstmFlops, type LstmSizes } from "./lstm-by-hand.ts";
import { load, madeUpExamples, median, ratioOf, spread, timeInTurn } from "./measuring.ts";
import { transformerByHand, transformerFlops } from "./transformer-by-hand.ts";
import type { Arrays } from "./updates-by-hand.ts";

const windows = 9;
const windowMs = 250;
const batch = Number(process.argv[2] ?? 32);
const rate = 1e-6;

interface Network {
  readonly name: string;
  readonly text: string;
  readonly flops: number;
  readonly byHand: (weights: Arrays, columns: Examples["columns"]) => () => number;
}

const spec = (name: string): string => readFileSync(`specs/networks/${name}.grad`, "utf8");

/** The adding problem by so many units. */
function lstm({ units, inputs, length }: LstmSizes): Network {
  const text = spec("adding").replaceAll("16", String(units)).replace("input(20, 2)", `input(${length}, ${inputs})`);
  return { name: `LSTM, ${units} units, ${length} steps`, text, flops: lstmFlops({ units, inputs, length }, batch), byHand: (weights, { x, d }) => lstmByHand({ units, inputs, length }, batch, weights, x as Float64Array, d as Float64Array, rate) };
}

const networks: readonly Network[] = [
  lstm({ units: 16, inputs: 2, length: 20 }),
  lstm({ units: 64, inputs: 2, length: 30 }),
  // Its rate is a schedule, of which the first epoch's is 0.06 / 1.3.
  { name: "CNN, cnn-digits", text: spec("cnn-digits"), flops: cnnFlops(batch), byHand: (weights, { x, c }) => cnnByHand(batch, weights, x as Float64Array, c as Int32Array, 0.06 / 1.3) },
  { name: "transformer", text: spec("transformer"), flops: transformerFlops(batch), byHand: (weights, { x, c }) => transformerByHand(batch, weights, x as Int32Array, c as Int32Array, rate) },
];

/** A module's parameters by name. */
const weightsOf = (model: Trainable): Arrays => {
  const { flat, ...arrays } = model.initialise(1) as unknown as { readonly flat: Float64Array; readonly [name: string]: Float64Array };
  return flat.length > 0 ? arrays : {};
};

console.log(`batch ${batch}, milliseconds per step\n${"network".padEnd(24)} ${"emitted".padStart(22)} ${"GFLOP/s".padStart(8)} ${"plain by hand".padStart(22)} ${"ratio".padStart(6)}`);
for (const { name, text, flops, byHand } of networks) {
  const { model } = await load(text);
  const data = madeUpExamples(model, batch);
  const [params, state, clock] = [model.initialise(1), model.createState(), { t: 1, epoch: 1, rate, seed: 0 }];
  const emitted = (): number => model.step(params, state, data, clock);
  const hand = byHand(weightsOf(model), data.columns);
  for (let k = 0; k < 5; k++) {
    const [a, b] = [emitted(), hand()];
    if (!(Math.abs(a - b) <= 1e-9 * Math.abs(a))) throw new Error(`${name}: the emitted step ${k + 1} gives a loss of ${a}, that by hand ${b}`);
  }
  const [a, b] = timeInTurn([() => void emitted(), () => void hand()], windows, windowMs) as [readonly number[], readonly number[]];
  console.log([name.padEnd(24), spread(a, 1e6, 2).padStart(22), (flops / median(a)).toFixed(2).padStart(8), spread(b, 1e6, 2).padStart(22), ratioOf(b, a).toFixed(2).padStart(6)].join(" "));
}
