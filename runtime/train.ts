import { checkExamples, checkOptions, checkStopRules } from "./check-options.ts";
import { evaluateRange, type Evaluation, type Trained } from "./evaluate.ts";
import type { Examples, ExampleStream, ParameterViews, StopRules } from "./model.ts";
import type { Watchers } from "./progress.ts";
import { resumeRun } from "./resume.ts";
import { type RunOptions, startRun, type TrainableOf } from "./run.ts";
import { type Snapshot, snapshotOf } from "./snapshot.ts";
import { Stopping } from "./stopping.ts";
import { piecesOf } from "./stream.ts";
import { Timer } from "./timer.ts";
import { runTraining, type Training } from "./training.ts";

export type { Evaluation, Trained } from "./evaluate.ts";
export type { Progress, StepProgress, Stop, Watchers } from "./progress.ts";
export type { RunOptions, TrainableOf } from "./run.ts";
export type { StopRules } from "./model.ts";
export type { Snapshot, StoppingState } from "./snapshot.ts";
export type { Training, TrainResult } from "./training.ts";

/** What a call of `train` may choose. */
export interface TrainOptions extends RunOptions, Watchers {
  /** Goes on with the run that this was taken of; options beside it must not contradict it, but `epochs` and `stop` may. */
  readonly resume?: Snapshot | undefined;
  /** What ends the run before its epochs are done, in place of what the spec or the resumed run has; `{}` is nothing. */
  readonly stop?: StopRules | undefined;
}

/** Training that can be stopped in one process and resumed in another. */
export interface ResumableTraining<Params extends ParameterViews> extends Training<Params> {
  /** A copy of what it has reached, between two steps: in a callback, in the iteration, or after the end. */
  snapshot(): Snapshot;
}

/**
 * Trains by stochastic gradient descent in shuffled batches, from the model's seeded initial parameters. Of a stream,
 * each piece is shuffled by itself, and no batch reaches from one into the next.
 * Stops early when a step's loss is not finite, a rule of `stop` holds after an epoch, or the signal is aborted, and gives way to the event loop about every 50 ms.
 * Throws a `RangeError` for options out of range at once, before training starts.
 */
export function train<Params extends ParameterViews>(model: TrainableOf<Params>, data: Examples | ExampleStream, options: TrainOptions = {}): ResumableTraining<Params> {
  const { resume } = options;
  checkOptions(model, data.size, resume === undefined ? options : { ...options, rate: undefined });
  const rules = options.stop ?? resume?.stopping?.rules ?? model.metadata.train.stop ?? {};
  checkStopRules(rules);
  if ("columns" in data) checkExamples(model, data);
  const run = resume === undefined ? startRun(model, data.size, options) : resumeRun(model, data.size, options, resume);
  const pieces = piecesOf(data);
  if (Object.values(rules).every((bound) => bound === undefined)) return Object.assign(runTraining(run, pieces, options), { snapshot: () => snapshotOf(run) });
  const stopping = new Stopping(run, pieces, rules, resume?.stopping);
  const watchers: Watchers = {
    ...options,
    async onEpoch(progress) {
      await stopping.look(progress);
      await options.onEpoch?.(progress);
    },
    onStop(stop) {
      stopping.end(stop);
      options.onStop?.(stop);
    },
  };
  return Object.assign(runTraining(run, stopping.pieces, watchers), { snapshot: () => ({ ...snapshotOf(run), params: stopping.present.slice(), stopping: stopping.state }) });
}

/**
 * Losses and metrics of trained parameters over the examples from `from` to before `to`, counted from 0, by default all
 * of them: the same bits that `train` gives for the same part. Gives way to the event loop as `train` does.
 */
export async function evaluate(trained: Trained, data: Examples | ExampleStream, from = 0, to = data.size): Promise<Evaluation> {
  const timer = new Timer();
  const pieces = piecesOf(data);
  try {
    return await evaluateRange(trained, pieces, from, to, () => (timer.isPauseDue() ? timer.pause() : null));
  } finally {
    await pieces.close?.();
  }
}
