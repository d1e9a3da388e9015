import { evaluateRange, type Evaluation } from "./evaluate.ts";
import type { Floats, ParameterViews } from "./model.ts";
import type { Piece, Pieces } from "./pieces.ts";
import { Random, shuffle } from "./random.ts";
import type { Run } from "./run.ts";
import { Timer } from "./timer.ts";

/** Who watches a run of training, and who may end it. */
export interface Watchers {
  /** Aborting it ends the run after the present step. */
  readonly signal?: AbortSignal | undefined;
  /** Called after each epoch. */
  readonly onEpoch?: ((progress: Progress) => void) | undefined;
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
  readonly kind: "finished" | "diverged" | "aborted";
  /** The reason as a sentence without its full stop. */
  readonly reason: string;
  readonly epoch: number;
  readonly step: number;
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
  /** The time of a step on the average, with shuffling and without evaluation; `null` if none was made. */
  readonly millisecondsPerStep: number | null;
}

/**
 * Training under way: await it for its result, or iterate over its epochs with for await; it starts with the first of
 * these. Leaving the iteration pauses it, awaiting it afterwards continues.
 */
export interface Training<Params extends ParameterViews> extends PromiseLike<TrainResult<Params>>, AsyncIterable<Progress> {}

/** A run of training on pieces of data, which gives way to the event loop. */
export class RunTraining<Params extends ParameterViews> implements Training<Params> {
  readonly #run: Run<Params>;
  readonly #pieces: Pieces;
  readonly #watchers: Watchers;
  readonly #timer = new Timer();
  readonly #random = new Random(0);
  readonly #firstStep: number;
  readonly #firstExample: number;
  /** The training examples of a piece in the order of the present epoch, and which piece it is. */
  #order = new Uint32Array(0);
  #ordered: Piece | null = null;
  /** The loss over the last whole epoch. */
  #loss = 0;
  #stop: Stop | null = null;
  /** Settled when no one is advancing the run: only one does at a time. */
  #turn: Promise<unknown> = Promise.resolve();
  #result: Promise<TrainResult<Params>> | null = null;

  constructor(run: Run<Params>, pieces: Pieces, watchers: Watchers) {
    this.#run = run;
    this.#pieces = pieces;
    this.#watchers = watchers;
    this.#firstStep = run.clock.t;
    this.#firstExample = examplesUsed(run);
  }

  then<Result = TrainResult<Params>, Failure = never>(
    onResult?: ((result: TrainResult<Params>) => Result | PromiseLike<Result>) | null,
    onFailure?: ((reason: unknown) => Failure | PromiseLike<Failure>) | null,
  ): Promise<Result | Failure> {
    this.#result ??= this.#inTurn(() => this.#finish());
    return this.#result.then(onResult, onFailure);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Progress, void, void> {
    for (;;) {
      const progress = await this.#inTurn(() => this.#advance(true));
      if (progress === null) return;
      yield progress;
    }
  }

  #inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const turn = this.#turn.then(work);
    this.#turn = turn;
    return turn;
  }

  /** Goes on to the end of the run, or of the epoch if only one is wanted; `null` at the end of the run. */
  async #advance(isOne: boolean): Promise<Progress | null> {
    const [run, timer, { onEpoch, onStop }] = [this.#run, this.#timer, this.#watchers];
    if (this.#stop !== null) return null;
    timer.lap();
    while (this.#isGoing()) {
      const piece = this.#pieces.at(run.position);
      if (piece instanceof Promise) {
        await piece;
        continue;
      }
      this.#steps(piece);
      if (run.position === run.trainingSize) {
        this.#loss = run.loss;
        run.epoch++;
        run.position = run.loss = 0;
        if (isOne || onEpoch !== undefined) {
          timer.step += timer.lap();
          const progress = this.#progress(run.trainingSize < run.size ? await this.#evaluate(run.trainingSize, run.size) : null);
          onEpoch?.(progress);
          timer.lap();
          if (isOne) return progress;
        }
      }
      if (timer.left <= 0 && timer.look()) {
        timer.step += timer.lap();
        await this.#pause();
      }
    }
    timer.step += timer.lap();
    onStop?.(this.#stop!);
    return null;
  }

  /** Makes steps on a piece: up to where the clock is to be looked at, or one where each is watched. */
  #steps(piece: Piece): void {
    const [run, timer, { onStep }] = [this.#run, this.#timer, this.#watchers];
    const { clock } = run;
    const end = Math.min(piece.data.size, run.trainingSize - piece.first);
    if (piece !== this.#ordered || clock.epoch <= run.epoch) this.#shuffle(piece, end);
    const before = clock.t;
    const loss = this.#stepThrough(piece, end, onStep === undefined ? timer.left : 1);
    timer.left -= clock.t - before;
    if (onStep !== undefined) {
      timer.step += timer.lap();
      onStep({ step: clock.t, epoch: clock.epoch, loss });
      timer.lap();
    }
    if (!Number.isFinite(loss)) this.#end("diverged", `the loss became ${loss} in epoch ${clock.epoch}, step ${clock.t}`);
  }

  /** The loop around `step`; returns the last loss, and stops behind the first that is not finite. Nothing is allocated here. */
  #stepThrough({ data, first }: Piece, end: number, most: number): number {
    const run = this.#run;
    const { model, params, state, hyper, batch, clock, trainingSize } = run;
    const order = this.#order;
    const isMean = model.metadata.reduction === "mean";
    let at = run.position - first;
    let total = run.loss;
    let loss = 0;
    // In local variables: a fraction that is stored in an object may be a new one each time.
    for (; at < end && most > 0; most--) {
      const to = Math.min(at + batch, end);
      clock.t++;
      loss = model.step(params, state, data, clock, order, at, to, hyper);
      if (!Number.isFinite(loss)) break;
      total += loss * (isMean ? (to - at) / trainingSize : 1);
      at = to;
    }
    run.position = first + at;
    run.loss = total;
    return loss;
  }

  /** Puts the training examples of a piece, its first `size`, in an order that seed, epoch and piece determine. */
  #shuffle(piece: Piece, size: number): void {
    const { clock, epoch } = this.#run;
    clock.epoch = epoch + 1;
    if (this.#order.length < size) this.#order = new Uint32Array(size);
    const order = this.#order;
    // From the identity, so that a run that was stopped can be taken up again.
    for (let i = 0; i < size; i++) order[i] = i;
    this.#random.restart(clock.seed, clock.epoch, piece.index);
    shuffle(order, this.#random, size);
    this.#ordered = piece;
  }

  /** Gives way, between two steps or within an evaluation. */
  async #pause(): Promise<void> {
    this.#watchers.onPause?.(this.#progress(null));
    await this.#timer.pause();
  }

  #progress(validation: Evaluation | null): Progress {
    const [run, { step, other }] = [this.#run, this.#timer];
    const { clock, epoch, epochs, position, trainingSize, loss } = run;
    const isOver = clock.epoch === epoch;
    const part = isOver ? 1 : position / trainingSize;
    const used = examplesUsed(run) - this.#firstExample;
    return {
      epoch: clock.epoch,
      epochs,
      part,
      step: clock.t,
      loss: isOver ? this.#loss : run.model.metadata.reduction === "mean" ? loss / part : loss,
      validation,
      // A browser's clock may stand still over a short epoch.
      examplesPerSecond: (1000 * used) / Math.max(step, 1e-3),
      secondsLeft: ((step + other) / used / 1000) * (epochs * trainingSize - examplesUsed(run)),
    };
  }

  /** Evaluates the examples from one to before another. */
  async #evaluate(from: number, to: number): Promise<Evaluation> {
    const timer = this.#timer;
    const evaluation = await evaluateRange(this.#run, this.#pieces, from, to, () => {
      if (!timer.isPauseDue()) return null;
      timer.other += timer.lap();
      return this.#pause();
    });
    timer.other += timer.lap();
    return evaluation;
  }

  async #finish(): Promise<TrainResult<Params>> {
    await this.#advance(false);
    const { params, state, hyper, clock, trainingSize, size } = this.#run;
    const steps = clock.t - this.#firstStep;
    return {
      params,
      state,
      train: await this.#evaluate(0, trainingSize),
      validation: trainingSize < size ? await this.#evaluate(trainingSize, size) : null,
      stopped: this.#stop!,
      seed: clock.seed,
      hyper,
      millisecondsPerStep: steps === 0 ? null : this.#timer.step / steps,
    };
  }

  #isGoing(): boolean {
    const { epoch, epochs, position } = this.#run;
    if (epoch >= epochs) this.#end("finished", `all ${epochs} epochs are done`);
    else if (this.#watchers.signal?.aborted === true) this.#end("aborted", `aborted ${position === 0 ? "after" : "in"} epoch ${this.#run.clock.epoch} of ${epochs}`);
    return this.#stop === null;
  }

  #end(kind: Stop["kind"], reason: string): void {
    this.#stop ??= { kind, reason, epoch: this.#run.clock.epoch, step: this.#run.clock.t };
  }
}

/** Training examples used since the run was started, each as often as it was. */
const examplesUsed = ({ epoch, trainingSize, position }: Run): number => epoch * trainingSize + position;
