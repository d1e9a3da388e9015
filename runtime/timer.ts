/** Milliseconds of work after which others get their turn. */
const betweenPauses = 50;

/** Tells when training should give way to the event loop, and how long its work has taken so far. */
export class Timer {
  /** Steps that may be made before the clock is looked at again. */
  left = 1;
  /** Milliseconds of steps, and of evaluation; what callers do between is in neither. */
  step = 0;
  other = 0;
  #stride = 1;
  #lap = performance.now();
  #looked = this.#lap;
  #paused = this.#lap;

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
    if (this.#looked - before < betweenPauses / 10) this.#stride *= 2;
    else if (this.#looked - before > betweenPauses / 4) this.#stride = Math.ceil(this.#stride / 2);
    this.left = this.#stride;
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
