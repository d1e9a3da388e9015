import { evaluateRange, type Evaluation } from "./evaluate.ts";
import type { Floats, ParameterViews } from "./model.ts";
import type { Piece, Pieces } from "./pieces.ts";
import type { Progress, Stop, Watchers } from "./progress.ts";
import { Random, shuffle } from "./random.ts";
import type { Run } from "./run.ts";
import { Timer } from "./timer.ts";

/** What training gives. */
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
export function runTraining<Params extends ParameterViews>(run: Run<Params>, pieces: Pieces, { signal, onEpoch, onStep, onPause, onStop }: Watchers): Training<Params> {
  const { model, params, state, hyper, epochs, batch, size, trainingSize, clock } = run;
  const isMean = model.metadata.reduction === "mean";
  const timer = new Timer();
  const random = new Random(0);
  const firstStep = clock.t;
  const firstExample = examplesUsed(run);
  /** The training examples of a piece in the order of the present epoch, and which piece it is. */
  let order = new Uint32Array(0);
  let ordered: Piece | null = null;
  /** The loss over the last whole epoch. */
  let epochLoss = 0;
  let stopped: Stop | null = null;
  /** Settled when no one is advancing the run: only one does at a time. */
  let turn: Promise<unknown> = Promise.resolve();
  let result: Promise<TrainResult<Params>> | null = null;

  function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const next = turn.then(work);
    turn = next;
    return next;
  }

  function stop(kind: Stop["kind"], reason: string): void {
    stopped ??= { kind, reason, epoch: clock.epoch, step: clock.t };
  }

  function isGoing(): boolean {
    if (run.verdict !== undefined) stop(...run.verdict);
    const kind = run.epoch >= epochs ? "finished" : signal?.aborted === true ? "aborted" : null;
    if (kind !== null) stop(kind, `${kind} ${run.position === 0 ? "after" : "in"} epoch ${clock.epoch} of ${epochs}`);
    return stopped === null;
  }

  /** Goes on to the end of the run, or of the epoch if only one is wanted; `null` at the end of the run. */
  async function advance(isOne: boolean): Promise<Progress | null> {
    if (stopped !== null) return null;
    timer.lap();
    while (isGoing()) {
      const piece = pieces.at(run.position);
      if (piece instanceof Promise) {
        await piece;
        continue;
      }
      makeSteps(piece);
      if (run.position === trainingSize) {
        epochLoss = run.loss;
        run.epoch++;
        run.position = run.loss = 0;
        if (isOne || onEpoch !== undefined) {
          timer.step += timer.lap();
          const progress = progressWith(trainingSize < size ? await evaluate(trainingSize, size) : null);
          await onEpoch?.(progress);
          timer.lap();
          if (isOne) return progress;
        }
      }
      if (timer.left <= 0 && timer.look()) {
        timer.step += timer.lap();
        await pause();
      }
    }
    timer.step += timer.lap();
    onStop?.(stopped!);
    return null;
  }

  /** Makes steps on a piece: up to where the clock is to be looked at, or one where each is watched. */
  function makeSteps(piece: Piece): void {
    const end = Math.min(piece.data.size, trainingSize - piece.first);
    if (piece !== ordered || clock.epoch <= run.epoch) shufflePiece(piece, end);
    const before = clock.t;
    const loss = stepThrough(piece, end, onStep === undefined ? timer.left : 1);
    timer.left -= clock.t - before;
    onStep?.({ step: clock.t, epoch: clock.epoch, loss });
    if (!Number.isFinite(loss)) stop("diverged", `the loss became ${loss} in epoch ${clock.epoch}, step ${clock.t}`);
  }

  /** The loop around `step`; returns the last loss, and stops behind the first that is not finite. Nothing is allocated here. */
  function stepThrough({ data, first }: Piece, end: number, most: number): number {
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

  /** Puts the training examples of a piece, its first `count`, in an order that seed, epoch and piece determine. */
  function shufflePiece(piece: Piece, count: number): void {
    clock.epoch = run.epoch + 1;
    if (order.length < count) order = new Uint32Array(count);
    // From the identity, so that a run that was stopped can be taken up again.
    for (let i = 0; i < count; i++) order[i] = i;
    random.restart(clock.seed, clock.epoch, piece.index);
    shuffle(order, random, count);
    ordered = piece;
  }

  /** Gives way, between two steps or within an evaluation. */
  function pause(): Promise<void> {
    onPause?.(progressWith(null));
    return timer.pause();
  }

  function progressWith(validation: Evaluation | null): Progress {
    const isOver = clock.epoch === run.epoch;
    const part = isOver ? 1 : run.position / trainingSize;
    const used = examplesUsed(run) - firstExample;
    return {
      epoch: clock.epoch,
      epochs,
      part,
      step: clock.t,
      loss: isOver ? epochLoss : isMean ? run.loss / part : run.loss,
      validation,
      // A browser's clock may stand still over a short epoch.
      examplesPerSecond: (1000 * used) / Math.max(timer.step, 1e-3),
      secondsLeft: ((performance.now() - timer.start) / used / 1000) * (epochs * trainingSize - examplesUsed(run)),
    };
  }

  /** Evaluates the examples from one to before another. */
  function evaluate(from: number, to: number): Promise<Evaluation> {
    return evaluateRange(run, pieces, from, to, () => (timer.isPauseDue() ? pause() : null));
  }

  async function finish(): Promise<TrainResult<Params>> {
    await advance(false);
    const steps = clock.t - firstStep;
    const end = {
      params,
      state,
      train: await evaluate(0, trainingSize),
      validation: trainingSize < size ? await evaluate(trainingSize, size) : null,
      stopped: stopped!,
      seed: clock.seed,
      hyper,
      millisecondsPerStep: steps === 0 ? null : timer.step / steps,
    };
    await pieces.close?.();
    return end;
  }

  return {
    then(onResult, onFailure) {
      result ??= inTurn(finish);
      return result.then(onResult, onFailure);
    },
    async *[Symbol.asyncIterator]() {
      try {
        for (;;) {
          const progress = await inTurn(() => advance(true));
          if (progress === null) return;
          yield progress;
        }
      } finally {
        await inTurn(async () => pieces.close?.());
      }
    },
  };
}

/** Training examples used since the run was started, each as often as it was. */
const examplesUsed = ({ epoch, trainingSize, position }: Run): number => epoch * trainingSize + position;
