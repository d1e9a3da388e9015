import type { Evaluation } from "./evaluate.ts";
import type { StopRules } from "./model.ts";

/** Who watches a run of training, and who may end it. */
export interface Watchers {
  /** Aborting it ends the run after the present step. */
  readonly signal?: AbortSignal | undefined;
  /** Called after each epoch; a promise that it returns is waited for. */
  readonly onEpoch?: ((progress: Progress) => unknown) | undefined;
  /** Called after each step. */
  readonly onStep?: ((step: StepProgress) => void) | undefined;
  /** Called before each of the pauses, some 20 a second, in which training gives way to the event loop. */
  readonly onPause?: ((progress: Progress) => void) | undefined;
  /** Called when the last step is made, before the parameters are evaluated. */
  readonly onStop?: ((stop: Stop) => void) | undefined;
}

/** One step of training. */
export interface StepProgress {
  /** From 1. */
  readonly step: number;
  readonly epoch: number;
  /** The reduced loss of the step's batch, before the update. */
  readonly loss: number;
}

/** How far training is. */
export interface Progress {
  /** The epoch under way or the one that has just ended, from 1, and how many there will be. */
  readonly epoch: number;
  readonly epochs: number;
  /** The share of this epoch that is done: 1 after it. */
  readonly part: number;
  /** Steps so far. */
  readonly step: number;
  /**
   * The loss over this epoch so far, each batch with the parameters as they were before its step: the mean of the
   * step losses weighted by their examples, or their sum where the model's reduction is "sum".
   */
  readonly loss: number;
  /** Losses and metrics on the validation examples; `null` if there are none, and within an epoch. */
  readonly validation: Evaluation | null;
  readonly examplesPerSecond: number;
  readonly secondsLeft: number;
}

/** Why, and in which epoch and after which step, training ended; of a diverged run, where the loss was no longer finite. */
export interface Stop {
  /** `converged` by one of the rules for that, `early` because the validation loss no longer improved. */
  readonly kind: "finished" | "diverged" | "aborted" | "converged" | "early";
  /** The reason as a sentence without its full stop. */
  readonly reason: string;
  readonly epoch: number;
  readonly step: number;
  /** Of a run that a rule ended, which, and the value that it was ended by: a change, a norm, or a number of epochs. */
  readonly rule?: keyof StopRules;
  readonly value?: number;
  /** With `patience`, the epoch whose parameters are given back, and its validation loss; absent if none was done. */
  readonly best?: { readonly epoch: number; readonly loss: number };
}
