/** Milliseconds of work after which others get their turn. */
const betweenPauses = 50;

/** Tells when training should give way to the event loop, and how long its work has taken so far. */
export class Timer {
  /** Steps that may be made before the clock is looked at again, which takes about as long as a small step. */
  left = 1;
  /** Milliseconds of steps, and of evaluation and of waiting for data; what callers do between is in neither. */
  step = 0;
  other = 0;
  #stride = 1;
  #lap = performance.now();
  #looked = this.#lap;
  #paused = this.#lap;

  /** Books the time since the last lap as one or the other, or as neither. */
  lap(kind: "step" | "other" | null): void {
    const now = performance.now();
    if (kind !== null) this[kind] += now - this.#lap;
    this.#lap = now;
  }

  /** Whether a pause is due; finds how many steps take a few milliseconds. */
  look(): boolean {
    const now = performance.now();
    const passed = now - this.#looked;
    this.#looked = now;
    if (passed < betweenPauses / 10) this.#stride *= 2;
    else if (passed > betweenPauses / 4 && this.#stride > 1) this.#stride /= 2;
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
