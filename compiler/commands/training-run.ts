import type { Examples, ExampleStream, ParameterViews } from "../../runtime/model.ts";
import { train, type Snapshot, type Stop, type TrainOptions, type TrainResult } from "../../runtime/train.ts";
import { CommandError, UsageError, type Io, type Writer } from "./command.ts";
import { Reporter } from "./progress.ts";
import type { Model } from "./trained-model.ts";

/** Who keeps what a run has reached. */
export interface Keeper {
  /** Called now and then. */
  saveIfDue(snapshot: () => Snapshot): void;
  /** Called at the end, with `null` if the numbers are of no use. */
  end(snapshot: Snapshot | null): void;
}

/** Where a run is reported and saved. */
export interface Around {
  readonly saver: Keeper | null;
  readonly progress: Writer;
  /** Called when the last step is made and what it led to is saved; evaluation, which may take long, comes after. */
  readonly onEnd: (stop: Stop) => void;
  readonly io: Io;
}

/** Trains until the end or until the user interrupts. */
export async function runTraining(model: Model, data: Examples | ExampleStream, options: TrainOptions, { saver, progress, onEnd, io }: Around): Promise<TrainResult<ParameterViews>> {
  if (options.resume !== undefined && options.resume.size !== data.size) {
    throw new CommandError(`the data are others than those of the run to be resumed: it has ${options.resume.size} examples, they have ${data.size}`);
  }
  const reporter = new Reporter(progress);
  const training = start(model, data, {
    ...options,
    signal: io.interruption?.(),
    onEpoch(epoch) {
      reporter.reportEpoch(epoch);
    },
    onPause(present) {
      reporter.reportPause(present);
      saver?.saveIfDue(() => training.snapshot());
    },
    onStop(stop) {
      reporter.end();
      saver?.end(stop.kind === "diverged" ? null : training.snapshot());
      onEnd(stop);
    },
  });
  return training;
}

/** Options out of range, or that contradict the run to be resumed, are the command line's fault. */
function start(...args: Parameters<typeof train<ParameterViews>>): ReturnType<typeof train<ParameterViews>> {
  try {
    return train(...args);
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(`--${error.message}`);
    throw error;
  }
}
