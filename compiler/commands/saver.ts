import type { Metadata } from "../../runtime/model.ts";
import type { Snapshot } from "../../runtime/snapshot.ts";
import { writeCheckpoint } from "./checkpoint-file.ts";
import { CommandError, type Writer } from "./command.ts";
import type { Keeper } from "./training-run.ts";

/** Writes what a run has reached now and then, and at its end. */
export class Saver implements Keeper {
  readonly path: string;
  readonly #metadata: Metadata;
  readonly #interval: number;
  readonly #warnings: Writer;
  #last = performance.now();
  #isOver = false;

  /** `seconds` is the least time between two saves. */
  constructor(path: string, metadata: Metadata, seconds: number, warnings: Writer) {
    this.path = path;
    this.#metadata = metadata;
    this.#interval = 1000 * seconds;
    this.#warnings = warnings;
  }

  /** Saves if enough time went by; a full disk is no reason to end a run, so that failure is only told. */
  saveIfDue(snapshot: () => Snapshot): void {
    if (this.#isOver || performance.now() - this.#last < this.#interval) return;
    try {
      writeCheckpoint(this.path, this.#metadata, snapshot());
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      this.#warnings.write(`gradc: warning: ${error.message}; training goes on\n`);
    }
    this.#last = performance.now();
  }

  /** Saves for the last time, unless the numbers are of no use. */
  end(snapshot: Snapshot | null): void {
    this.#isOver = true;
    if (snapshot !== null) writeCheckpoint(this.path, this.#metadata, snapshot);
  }
}
