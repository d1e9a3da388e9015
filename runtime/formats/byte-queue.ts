/** Bytes that come in parts of any size and are taken in parts of any other. */
export class ByteQueue {
  #parts: Uint8Array[] = [];
  #length = 0;
  #taken = 0;

  /** How many bytes are there to take. */
  get length(): number {
    return this.#length;
  }

  /** How many bytes have been taken. */
  get taken(): number {
    return this.#taken;
  }

  push(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#parts.push(bytes);
    this.#length += bytes.length;
  }

  /** The next `length` bytes, in one piece; at most as many as are there. They are copied only where parts meet. */
  take(length: number): Uint8Array {
    const first = this.#parts[0] ?? new Uint8Array(0);
    this.#length -= length;
    this.#taken += length;
    if (first.length > length) {
      this.#parts[0] = first.subarray(length);
      return first.subarray(0, length);
    }
    if (first.length === length) {
      this.#parts.shift();
      return first;
    }
    const whole = new Uint8Array(length);
    let at = 0;
    let used = 0;
    while (at < length) {
      const part = this.#parts[used]!;
      const here = part.subarray(0, length - at);
      whole.set(here, at);
      at += here.length;
      if (here.length < part.length) this.#parts[used] = part.subarray(here.length);
      else used++;
    }
    this.#parts.splice(0, used);
    return whole;
  }
}
