import { trainingSize } from "./examples.ts";
import type { Clock, Floats, ParameterViews, Trainable } from "./model.ts";

/** What a run of training may choose; what is absent is as the spec's `train({...})` says. */
export interface RunOptions {
  /** Passes over the training examples, from 0. */
  readonly epochs?: number | undefined;
  /** Examples per step, from 1; more than there are means all of them. */
  readonly batch?: number | undefined;
  /** The learning rate. Not for a spec whose rate is a schedule, which is compiled into the step. */
  readonly rate?: number | undefined;
  /** A whole number from 0; the same seed gives the same bits. */
  readonly seed?: number | undefined;
  /** Hyperparameters that differ from the spec, by name. */
  readonly hyper?: { readonly [name: string]: number } | undefined;
  /** The share of the examples, 0 ≤ share < 1, kept for validation; taken from the end. */
  readonly validation?: number | undefined;
  /** All parameters to start from, in the order of `metadata.parameters`, in place of the seeded ones. They are copied. */
  readonly params?: ArrayLike<number> | undefined;
}

/** A model whose parameters have the views of `Params`; every generated module with a loss is one. */
export interface TrainableOf<Params extends ParameterViews> extends Trainable {
  initialise(seed: number): Params;
}

/** A run of training between two steps: all that they read and change, so that it can be paused there. */
export interface Run<Params extends ParameterViews = ParameterViews> {
  readonly model: Trainable;
  readonly params: Params;
  readonly state: Floats;
  readonly hyper: { readonly [name: string]: number };
  readonly epochs: number;
  readonly batch: number;
  readonly validation: number;
  /** How many examples there are, and how many of them, from the first, are for training. */
  readonly size: number;
  readonly trainingSize: number;
  /** The step and epoch under way, or the last ones. */
  readonly clock: Clock;
  /** Epochs that are done. */
  epoch: number;
  /** Training examples of the next epoch that it has used already. */
  position: number;
  /** The losses of these steps, weighted as `Progress.loss` says. */
  loss: number;
}

/** Checks the options and sets up a run that has not made a step. Throws a `RangeError` that names a bad option. */
export function startRun<Params extends ParameterViews>(model: TrainableOf<Params>, size: number, options: RunOptions = {}): Run<Params> {
  const { rate, ...defaults } = model.metadata.train;
  const { epochs = defaults.epochs, batch = defaults.batch, seed = defaults.seed, validation = defaults.validation } = options;
  checkOption(Number.isSafeInteger(epochs) && epochs >= 0, "epochs", "a whole number from 0", epochs);
  checkOption(Number.isSafeInteger(batch) && batch >= 1, "batch", "a whole number from 1", batch);
  checkOption(Number.isSafeInteger(seed) && seed >= 0, "seed", "a whole number from 0 to 2^53 - 1", seed);
  checkOption(validation >= 0 && validation < 1, "validation", "a share from 0 to less than 1", validation);
  checkOption(size >= 1, "data", "at least one example", "none");
  const params = model.initialise(seed);
  if (options.params !== undefined) {
    checkOption(options.params.length === params.flat.length, "params", `${params.flat.length} numbers`, options.params.length);
    params.flat.set(options.params);
  }
  return {
    model,
    params,
    state: model.createState(),
    hyper: chooseHyper(model, options.hyper ?? {}),
    epochs,
    batch,
    validation,
    size,
    trainingSize: trainingSize(size, validation),
    clock: { t: 0, epoch: 0, rate: chooseRate(rate, options.rate), seed },
    epoch: 0,
    position: 0,
    loss: 0,
  };
}

function chooseRate(fromSpec: number | string, chosen: number | undefined): number {
  if (typeof fromSpec === "string") {
    if (chosen === undefined) return 0;
    throw new RangeError(`rate cannot be set: the spec gives the schedule ${fromSpec}, which is compiled into the model`);
  }
  const rate = chosen ?? fromSpec;
  checkOption(Number.isFinite(rate) && rate >= 0, "rate", "a finite number from 0", rate);
  return rate;
}

function chooseHyper(model: Trainable, chosen: { readonly [name: string]: number }): { [name: string]: number } {
  const hyper = model.createHyper();
  for (const [name, value] of Object.entries(chosen)) {
    const names = Object.keys(hyper).join(", ") || "none";
    if (!Object.hasOwn(hyper, name)) throw new RangeError(`hyper has no ${name}; expected ${names}`);
    checkOption(Number.isFinite(value), `hyper.${name}`, "a finite number", value);
    hyper[name] = value;
  }
  return hyper;
}

function checkOption(condition: boolean, option: string, expected: string, found: number | string): void {
  if (!condition) throw new RangeError(`${option}: expected ${expected}, found ${found}`);
}
