/**
 * What register tiles gain: one training step with momentum of multilayer perceptrons (ReLU, squared error), emitted as
 * scheduled and in plain loops, beside the same step written by hand in plain loops and in tiles of 4 × 2, all timed in
 * turn in the same process. Prints milliseconds per step (median of the windows, with their spread), the ratio to
 * the scheduled one, and its GFLOP/s: a step has 2 · batch · (2 · first layer's weights + 3 · the other layers')
 * floating-point operations, a product and a sum for each weight forward, for its gradient, and, past the first layer,
 * for the error handed back. Run with `npm run bench:tiles`, or with a batch size: `npm run bench:tiles -- 16`.
 */
import type { Limits } from "../compiler/5-schedule/schedule.ts";
import { examplesPerBlock, unrolledOperationsPerStep, writtenOperationsPerFunction } from "../compiler/5-schedule/thresholds.ts";
import { plain, stepByHand, tiled } from "./by-hand.ts";
import { load, median, perceptron, ratioOf, spread, stepper, timeInTurn } from "./measuring.ts";

const networks = [[64, 64, 10], [256, 64, 10], [784, 128, 10], [1000, 100, 10], Array.from({ length: 9 }, () => 64)];
const windows = 9;
const windowMs = 250;
const batch = Number(process.argv[2] ?? 64);
const loops: Limits = { perFunction: 0, perStep: unrolledOperationsPerStep, tiled: Infinity, block: examplesPerBlock, perPart: writtenOperationsPerFunction };

const flops = (sizes: readonly number[]): number => 2 * batch * sizes.slice(1).reduce((sum, size, k) => sum + (k === 0 ? 2 : 3) * size * (sizes[k] as number), 0);

console.log(`batch ${batch}, milliseconds per step\nnetwork                   scheduled  GFLOP/s          plain loops   ratio        plain by hand   ratio        tiles by hand   ratio`);
for (const network of networks) {
  const spec = perceptron(network, "momentum");
  const emitted = [await load(spec), await load(spec, loops)].map(({ model }) => stepper(model, batch));
  const [scheduled, ...others] = timeInTurn([...emitted, stepByHand(network, batch, plain), stepByHand(network, batch, tiled)], windows, windowMs) as [readonly number[], ...(readonly number[])[]];
  const show = (times: readonly number[]): string => spread(times, 1e6, 2);
  console.log([(network.length > 4 ? `64 × ${network.length - 1} layers` : network.join("-")).padEnd(14), show(scheduled).padStart(20), (flops(network) / median(scheduled)).toFixed(2).padStart(8), ...others.flatMap((times) => [show(times).padStart(20), ratioOf(times, scheduled).toFixed(2).padStart(7)])].join(" "));
}
