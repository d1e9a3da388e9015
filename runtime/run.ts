import { trainingSize } from "./examples.ts";
import type { Clock, Examples, Floats, ParameterViews, Trainable } from "./model.ts";

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
}

/** A model whose parameters have the views of `Params`; every generated module with a loss is one. */
export interface TrainableOf<Params extends ParameterViews> extends Trainable {
  initialise(seed: number): Params;
}

/** A run of training between two epochs: all that `epochs` reads and changes, so that it can be paused there. */
export interface Run<Params extends ParameterViews = ParameterViews> {
  readonly model: Trainable;
  readonly data: Examples;
  readonly params: Params;
  readonly state: Floats;
  readonly hyper: { readonly [name: string]: number };
  readonly epochs: number;
  readonly batch: number;
  /** How many examples, from the first, are for training. */
  readonly trainingSize: number;
  /** The training examples in the order of the present epoch. */
  readonly order: Uint32Array;
  /** Steps and epochs done. */
  readonly clock: Clock;
}

/** Checks the options and sets up a run that has not made a step. Throws a `RangeError` that names a bad option. */
export function startRun<Params extends ParameterViews>(
  model: TrainableOf<Params>,
  data: Examples,
  options: RunOptions = {},
): Run<Params> {
  const defaults = model.metadata.train;
  const count = options.epochs ?? defaults.epochs;
  const batch = options.batch ?? defaults.batch;
  const seed = options.seed ?? defaults.seed;
  const share = options.validation ?? defaults.validation;
  checkOption(Number.isSafeInteger(count) && count >= 0, "epochs", "a whole number from 0", count);
  checkOption(Number.isSafeInteger(batch) && batch >= 1, "batch", "a whole number from 1", batch);
  checkOption(Number.isSafeInteger(seed) && seed >= 0, "seed", "a whole number from 0 to 2^53 - 1", seed);
  checkOption(share >= 0 && share < 1, "validation", "a share from 0 to less than 1", share);
  checkOption(data.size >= 1, "data", "at least one example", "none");
  const size = trainingSize(data.size, share);
  return {
    model,
    data,
    params: model.initialise(seed),
    state: model.createState(),
    hyper: chooseHyper(model, options.hyper ?? {}),
    epochs: count,
    batch: Math.min(batch, size),
    trainingSize: size,
    order: new Uint32Array(size),
    clock: { t: 0, epoch: 0, rate: chooseRate(defaults.rate, options.rate), seed },
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
