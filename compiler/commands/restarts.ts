import type { Examples, ExampleStream } from "../../runtime/model.ts";
import type { Snapshot } from "../../runtime/train.ts";
import { CommandError, type Writer } from "./command.ts";
import { numberText } from "./numbers.ts";
import { resultJson, type Result } from "./train-summary.ts";

/** One of several runs, on the data that its seed gives. */
export interface Restart {
  readonly result: Result;
  readonly data: Examples | ExampleStream;
  /** What it reached; `null` if it diverged. */
  readonly snapshot: Snapshot | null;
}

/** What several runs gave. */
export interface Restarts {
  readonly best: Restart;
  readonly all: readonly Result[];
}

/** How several runs are made and told of. */
export interface RestartPlan {
  readonly count: number;
  /** Of the first run; each other has the next one. */
  readonly seed: number;
  readonly run: (seed: number) => Promise<Restart>;
  /** Called with each run that is better than all before. */
  readonly onBest: (best: Restart) => void;
  readonly progress: Writer;
}

/**
 * Trains from several initialisations, and keeps the best by the loss on the validation examples, or on all where none are
 * kept. An interruption ends the run under way, which counts if it is the only one, and leaves out the others. Throws a `CommandError` where all diverged.
 */
export async function runRestarts({ count, seed, run, onBest, progress }: RestartPlan): Promise<Restarts> {
  const all: Result[] = [];
  let best: Restart | null = null;
  for (let k = 0; k < count; k++) {
    const present = await run(seed + k);
    const { result } = present;
    all.push(result);
    const isAborted = result.stopped.kind === "aborted";
    const isBest = present.snapshot !== null && (best === null || (!isAborted && lossOf(result) < lossOf(best.result)));
    progress.write(`${lineOf(result, k, count, seed)}${isBest ? "   the best so far" : ""}\n`);
    if (isBest) {
      best = present;
      onBest(present);
    }
    if (isAborted) break;
  }
  if (best === null) throw new CommandError(`all of the ${count} runs diverged; try a smaller rate`);
  return { best, all };
}

/** What `--json` says: the best run, and each in order. */
export const restartsJson = ({ best, all }: Restarts): object => ({ ...resultJson(best.result), restarts: all.map((result) => ({ ...resultJson(result), best: result === best.result })) });

/** By which runs are compared; what is no number is worse than any. */
function lossOf({ train, validation }: Result): number {
  const { loss } = validation ?? train;
  return Number.isNaN(loss) ? Infinity : loss;
}

function lineOf({ train, validation, stopped, seed }: Result, k: number, count: number, first: number): string {
  const width = (most: number): number => String(most).length;
  const title = `restart ${String(k + 1).padStart(width(count))}/${count}   seed ${String(seed).padStart(width(first + count - 1))}`;
  if (stopped.kind === "diverged") return `${title}   ${stopped.reason}`;
  const held = validation === null ? "" : `   validation ${numberText(validation.loss, 6).padEnd(12)}`;
  return `${title}   loss ${numberText(train.loss, 6).padEnd(12)}${held}   ${stopped.reason}`;
}
