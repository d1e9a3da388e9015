import { trainingSize } from "./examples.ts";
import type { Clock, Floats, ParameterViews, Trainable } from "./model.ts";
import type { Stop } from "./progress.ts";

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
  /** Why it is to end here, before its epochs are done: its kind and the reason, as in `Stop`. */
  verdict?: readonly [kind: Stop["kind"], reason: string];
}

/** Sets up a run that has not made a step. Throws a `RangeError` that names an option out of range; `checkOptions` tells more. */
export function startRun<Params extends ParameterViews>(model: TrainableOf<Params>, size: number, options: RunOptions = {}): Run<Params> {
  const { rate: fromSpec, ...defaults } = model.metadata.train;
  const { epochs = defaults.epochs, batch = defaults.batch, seed = defaults.seed, validation = defaults.validation, rate = typeof fromSpec === "number" ? fromSpec : 0 } = options;
  const params = model.initialise(seed);
  const given = options.params ?? params.flat;
  const hyper = model.createHyper();
  const isFit = {
    epochs: epochs >= 0,
    batch: batch % 1 === 0 && batch > 0,
    seed: seed >= 0,
    validation: validation >= 0 && validation < 1,
    rate: rate >= 0 && (options.rate === undefined || rate === options.rate && typeof fromSpec === "number"),
    hyper: Object.entries(options.hyper ?? {}).every(([name, value]) => name in hyper && Number.isFinite(value)),
    params: given.length === params.flat.length,
    data: size > 0,
  };
  for (const [option, fits] of Object.entries(isFit)) if (!fits) throw new RangeError(`${option}: out of range`);
  params.flat.set(given);
  return {
    model,
    params,
    state: model.createState(),
    hyper: { ...hyper, ...options.hyper },
    epochs,
    batch,
    validation,
    size,
    trainingSize: trainingSize(size, validation),
    clock: { t: 0, epoch: 0, rate, seed },
    epoch: 0,
    position: 0,
    loss: 0,
  };
}
