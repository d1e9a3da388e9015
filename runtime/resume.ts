import type { ParameterViews } from "./model.ts";
import { type Run, type RunOptions, startRun, type TrainableOf } from "./run.ts";
import type { Snapshot } from "./snapshot.ts";

/**
 * Sets up the run that a snapshot was taken of, so that it goes on as if it had never stopped; `epochs` may be changed.
 * Throws a `RangeError` that names an option, or the data's size, that differs from the run's.
 */
export function resumeRun<Params extends ParameterViews>(model: TrainableOf<Params>, size: number, options: RunOptions, snapshot: Snapshot): Run<Params> {
  const { batch, seed, validation, hyper, epoch, position, step, loss, params } = snapshot;
  for (const [name, chosen, found] of optionsOf(options, snapshot)) {
    if (chosen !== undefined && chosen !== found) throw new RangeError(`${name}: the run to be resumed has ${found ?? "none"}, not ${chosen}`);
  }
  if (options.params !== undefined) throw new RangeError("params: a run that is resumed has its own");
  if (size !== snapshot.size) throw new RangeError(`data: the run to be resumed has ${snapshot.size} examples, not ${size}`);
  const epochs = options.epochs ?? snapshot.epochs;
  const least = epoch + (position > 0 ? 1 : 0);
  if (epochs < least) throw new RangeError(`epochs: the run to be resumed has begun epoch ${least}, so that there cannot be ${epochs}`);
  const rate = typeof snapshot.rate === "number" ? { rate: snapshot.rate } : {};
  const run = startRun(model, size, { epochs, batch, seed, validation, hyper, params, ...rate });
  if (position >= run.trainingSize) throw new RangeError(`position: the run to be resumed has ${run.trainingSize} training examples, so that ${position} of an epoch cannot be done`);
  if (snapshot.state.length !== run.state.length) throw new RangeError(`state: expected ${run.state.length} numbers, found ${snapshot.state.length}`);
  run.state.set(snapshot.state);
  Object.assign(run.clock, { t: step, epoch: least });
  return Object.assign(run, { epoch, position, loss });
}

/** What both a snapshot and the options say. */
function optionsOf({ batch, seed, validation, rate, hyper = {} }: RunOptions, snapshot: Snapshot): readonly (readonly [name: string, chosen: number | undefined, found: number | string | undefined])[] {
  return [
    ["batch", batch, snapshot.batch],
    ["seed", seed, snapshot.seed],
    ["validation", validation, snapshot.validation],
    ["rate", rate, snapshot.rate],
    ...Object.entries(hyper).map(([name, value]) => [`hyper.${name}`, value, snapshot.hyper[name]] as const),
  ];
}
