import type { Examples, Floats, ParameterViews } from "./model.ts";
import { Random, shuffle } from "./random.ts";
import { type Run, type RunOptions, startRun, type TrainableOf } from "./run.ts";
import { createFloats } from "./values.ts";

/** What a call of `train` may choose. */
export interface TrainOptions extends RunOptions {
  /** Called after each epoch. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Aborting it ends the run before the next epoch. */
  readonly signal?: AbortSignal | undefined;
}

/** How far training is, after an epoch. */
export interface Progress {
  /** The epoch that has just ended, from 1, and how many there will be. */
  readonly epoch: number;
  readonly epochs: number;
  /** Steps so far. */
  readonly step: number;
  /**
   * The loss over the epoch, each batch with the parameters as they were before its step: the mean of the step
   * losses weighted by their examples, or their sum where the model's reduction is "sum".
   */
  readonly loss: number;
  readonly examplesPerSecond: number;
  readonly secondsLeft: number;
}

/** Why, and after which epoch and step, training ended; of a diverged run, where the loss was no longer finite. */
export interface Stop {
  readonly kind: "finished" | "diverged" | "aborted";
  /** The reason as a sentence without its full stop. */
  readonly reason: string;
  readonly epoch: number;
  readonly step: number;
}

/** Losses and metrics over some examples, without training noise, by name; `loss` is the total. */
export interface Evaluation {
  readonly loss: number;
  readonly losses: { readonly [name: string]: number };
  readonly metrics: { readonly [name: string]: number };
}

export interface TrainResult<Params extends ParameterViews> {
  readonly params: Params;
  /** The state of the update rule after the last step. */
  readonly state: Floats;
  readonly train: Evaluation;
  /** `null` if no examples were kept for validation. */
  readonly validation: Evaluation | null;
  readonly stopped: Stop;
  readonly seed: number;
  readonly hyper: { readonly [name: string]: number };
}

/**
 * Trains by stochastic gradient descent in shuffled batches, from the model's seeded initial parameters.
 * Stops early when a step's loss is not finite or the signal is aborted. Throws a `RangeError` for options out of range.
 */
export function train<Params extends ParameterViews>(
  model: TrainableOf<Params>,
  data: Examples,
  options: TrainOptions = {},
): TrainResult<Params> {
  const run = startRun(model, data, options);
  const passes = epochs(run);
  for (;;) {
    if (options.signal?.aborted === true && run.clock.epoch < run.epochs) {
      return finishRun(run, { kind: "aborted", reason: "training was aborted", epoch: run.clock.epoch, step: run.clock.t });
    }
    const pass = passes.next();
    if (pass.done === true) return finishRun(run, pass.value);
    options.onProgress?.(pass.value);
  }
}

/** Trains the epochs that the run still lacks, pausing after each, and returns why it stopped. */
export function* epochs(run: Run): Generator<Progress, Stop, void> {
  const { clock } = run;
  const first = clock.epoch + 1;
  let seconds = 0;
  while (clock.epoch < run.epochs) {
    const start = performance.now();
    const loss = trainEpoch(run);
    // Only the training itself is timed: what the caller does in a pause is not part of the speed.
    seconds += (performance.now() - start) / 1000;
    if (!Number.isFinite(loss)) {
      const reason = `the loss became ${loss} in epoch ${clock.epoch}, step ${clock.t}; ${remedy(run)}`;
      return { kind: "diverged", reason, epoch: clock.epoch, step: clock.t };
    }
    const done = clock.epoch - first + 1;
    yield {
      epoch: clock.epoch,
      epochs: run.epochs,
      step: clock.t,
      loss,
      // A browser's clock may stand still over a short epoch.
      examplesPerSecond: (done * run.trainingSize) / Math.max(seconds, 1e-6),
      secondsLeft: (seconds / done) * (run.epochs - clock.epoch),
    };
  }
  return { kind: "finished", reason: `all ${run.epochs} epochs are done`, epoch: clock.epoch, step: clock.t };
}

/** Evaluates the parameters that a run has reached. */
export function finishRun<Params extends ParameterViews>(run: Run<Params>, stopped: Stop): TrainResult<Params> {
  const { params, state, data, hyper, clock } = run;
  return {
    params,
    state,
    train: evaluate(run, 0, run.trainingSize),
    validation: run.trainingSize < data.size ? evaluate(run, run.trainingSize, data.size) : null,
    stopped,
    seed: clock.seed,
    hyper,
  };
}

/** One pass over the training examples; returns `Progress.loss`, or at once the first step loss that is not finite. */
function trainEpoch({ model, data, params, state, hyper, batch, trainingSize, order, clock }: Run): number {
  clock.epoch++;
  // From the identity, so that the order depends on seed and epoch alone and a paused run can be taken up again.
  for (let i = 0; i < trainingSize; i++) order[i] = i;
  shuffle(order, new Random(clock.seed, clock.epoch));
  const isMean = model.metadata.reduction === "mean";
  let total = 0;
  for (let from = 0; from < trainingSize; from += batch) {
    const to = Math.min(from + batch, trainingSize);
    clock.t++;
    const loss = model.step(params, state, data, clock, order, from, to, hyper);
    if (!Number.isFinite(loss)) return loss;
    total += isMean ? (loss * (to - from)) / trainingSize : loss;
  }
  return total;
}

/** What to try after a loss that is not finite. */
function remedy({ model, clock }: Run): string {
  if (clock.t === 1) return "no update was made yet, so look at the data and the initial parameters";
  const { rate } = model.metadata.train;
  return `try a smaller rate than ${typeof rate === "string" ? rate : clock.rate}`;
}

function evaluate({ model, data, params, hyper }: Run, from: number, to: number): Evaluation {
  const { losses, metrics, precision } = model.metadata;
  const report = createFloats(precision, losses.length + metrics.length);
  const loss = model.evaluate(params, data, report, undefined, from, to, hyper);
  return {
    loss,
    losses: Object.fromEntries(losses.map((name, i) => [name, report[i]!])),
    metrics: Object.fromEntries(metrics.map((name, i) => [name, report[losses.length + i]!])),
  };
}
