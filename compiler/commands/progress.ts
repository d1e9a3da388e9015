import type { Progress } from "../../runtime/train.ts";
import type { Writer } from "./command.ts";
import { numberText } from "./numbers.ts";

/** Progress on one line of a terminal, or about ten lines in all where no one watches. */
export class Reporter {
  readonly #writer: Writer;
  #last = -Infinity;
  #open = false;
  #isOver = false;

  constructor(writer: Writer) {
    this.#writer = writer;
  }

  /** To be called after each epoch. */
  reportEpoch(progress: Progress): void {
    const isLast = progress.epoch === progress.epochs;
    const every = Math.max(1, Math.ceil(progress.epochs / 10));
    if (this.#writer.isTTY) this.#writeOver(progress, isLast);
    else if (isLast || progress.epoch % every === 0) this.#writer.write(`${progressText(progress)}\n`);
  }

  /** To be called on the way, also while parameters are evaluated. */
  reportPause(progress: Progress): void {
    if (this.#writer.isTTY) this.#writeOver(progress, false);
  }

  #writeOver(progress: Progress, isLast: boolean): void {
    if (this.#isOver || (!isLast && performance.now() - this.#last < 100)) return;
    this.#last = performance.now();
    this.#writer.write(`\r${progressText(progress).slice(0, Math.max(20, this.#writer.columns - 1))}\u001b[K`);
    this.#open = true;
  }

  /** Leaves the line. */
  end(): void {
    this.#isOver = true;
    if (this.#open) this.#writer.write("\n");
  }
}

function progressText({ epoch, epochs: count, part, loss, validation, examplesPerSecond, secondsLeft }: Progress): string {
  const rate = examplesPerSecond >= 1e6 ? `${(examplesPerSecond / 1e6).toFixed(1)}M` : examplesPerSecond >= 1e4 ? `${Math.round(examplesPerSecond / 1e3)}k` : examplesPerSecond.toFixed(0);
  return [
    `epoch ${String(epoch).padStart(String(count).length)}/${count}${part === 1 ? "" : ` ${Math.floor(100 * part)}%`}`,
    `loss ${numberText(loss, 6).padEnd(12)}`,
    ...(validation === null ? [] : [`validation ${numberText(validation.loss, 6).padEnd(12)}`]),
    `${rate} examples/s`,
    `${durationText(secondsLeft)} left`,
  ].join("   ");
}

function durationText(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 120) return `${Math.round(seconds)} s`;
  return seconds < 7200 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
