/** Milliseconds of work after which others get their turn. */
const betweenPauses = 50;

/** Tells when training should give way to the event loop, and how long its work has taken so far. */
export class Timer {
  /** Steps that may be made before the clock is looked at again. */
  left = 1;
  /** Milliseconds of steps; evaluation, and what callers do between, is left out. */
  step = 0;
  readonly start = performance.now();
  #stride = 1;
  #lap = this.start;
  #looked = this.start;
  #paused = this.start;

  /** Milliseconds since the last lap. */
  lap(): number {
    const before = this.#lap;
    this.#lap = performance.now();
    return this.#lap - before;
  }

  /** Whether a pause is due; finds how many steps take a few milliseconds, so that they are not slowed down by the clock. */
  look(): boolean {
    const before = this.#looked;
    this.#looked = performance.now();
    this.left = this.#stride = Math.ceil(this.#stride * Math.min(2, betweenPauses / 10 / (this.#looked - before)));
    return this.isPauseDue();
  }

  isPauseDue(): boolean {
    return performance.now() - this.#paused > betweenPauses;
  }

  /** Gives way: a macrotask, so that a page is drawn and events arrive. */
  async pause(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.#lap = this.#looked = this.#paused = performance.now();
  }
}
