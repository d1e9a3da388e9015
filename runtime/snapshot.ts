import type { Floats, StopRules } from "./model.ts";
import type { Run } from "./run.ts";

/** A run of training between two steps, as plain data: what `resume` needs to continue it as if it had never stopped. */
export interface Snapshot {
  /** All parameters, in the order of `metadata.parameters`. */
  readonly params: Floats;
  /** The state of the update rule. */
  readonly state: Floats;
  readonly hyper: { readonly [name: string]: number };
  /** Steps made. */
  readonly step: number;
  /** Epochs that are done, and how many there will be. */
  readonly epoch: number;
  readonly epochs: number;
  /** Training examples of the next epoch that it has used already, and what `Run.loss` says of them. */
  readonly position: number;
  readonly loss: number;
  readonly seed: number;
  readonly batch: number;
  /** The learning rate as a number, or the text of the schedule that is compiled into the model. */
  readonly rate: number | string;
  readonly validation: number;
  /** How many examples the data have, those for validation among them. */
  readonly size: number;
  /** What its stopping rules have seen; absent where it has none. */
  readonly stopping?: StoppingState;
}

/** What stopping rules have seen of a run. */
export interface StoppingState {
  readonly rules: StopRules;
  /** The epoch after which they were looked at last, 0 before the first. */
  readonly epoch: number;
  /** With `lossChange`, the loss over the training examples after that epoch. */
  readonly loss: number | null;
  /** With `weightChange`, all parameters after that epoch. */
  readonly weights: Floats | null;
  /** With `patience`, the epoch with the least validation loss so far, and all parameters after it. */
  readonly best: { readonly epoch: number; readonly loss: number; readonly params: Floats } | null;
  /** The rule that ended the run, and the value that it did so by. */
  readonly held: { readonly rule: keyof StopRules; readonly value: number } | null;
}

/** A copy of what a run has reached. */
export function snapshotOf({ model, params, state, hyper, clock, epoch, epochs, position, loss, batch, validation, size }: Run): Snapshot {
  const { rate } = model.metadata.train;
  return {
    params: params.flat.slice(), state: state.slice(), hyper: { ...hyper },
    step: clock.t, epoch, epochs, position, loss,
    seed: clock.seed, batch, rate: typeof rate === "string" ? rate : clock.rate, validation, size,
  };
}
