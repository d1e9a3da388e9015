import { bounds, type Affine } from "../ir/affine.ts";

/** An affine number that follows the point of a box. */
interface Lane {
  readonly start: number;
  readonly steps: readonly number[];
}

/** Where an access reads or writes: the lane of its flat offset, and the dimensions that may lie outside or depend on data. */
export interface Access {
  readonly offset: number;
  readonly guarded: readonly { readonly lane: number; readonly extent: number; readonly stride: number; readonly datum: { readonly access: Access; readonly values: ArrayLike<number> } | null }[];
}

/** Every point of a box in row-major order, with affine numbers kept up to date by addition. */
export class Walk {
  readonly #box: readonly number[];
  readonly #fixed: ReadonlyMap<number, number>;
  readonly #lanes: Lane[] = [];
  #positions = new Float64Array(0);

  /** `fixed`: box indices that stay at one value. */
  constructor(box: readonly number[], fixed: ReadonlyMap<number, number> = new Map()) {
    this.#box = box;
    this.#fixed = fixed;
  }

  /** An access to a value of the given extents; `datum` gives shape and numbers of the integer leaves it may read. */
  access(extents: readonly number[], read: readonly Affine[], datum: (arg: number) => { readonly extents: readonly number[]; readonly values: ArrayLike<number> }): Access {
    const strides = stridesOf(extents);
    const guarded = read.flatMap((e, d) => {
      const { low, high } = bounds(e, this.#box);
      const extent = extents[d]!;
      if (e.datum === undefined && low >= 0 && high < extent) return [];
      const leaf = e.datum === undefined ? null : datum(e.datum.arg);
      const source = leaf === null ? null : { access: this.access(leaf.extents, e.datum!.at, datum), values: leaf.values };
      return [{ lane: this.#lane([e], [1]), extent, stride: strides[d]!, datum: source }];
    });
    return { offset: this.#lane(read, strides), guarded };
  }

  /** The flat position of an access at the current point; −1 where it lies outside. */
  locate(access: Access): number {
    let offset = this.#positions[access.offset]!;
    if (access.guarded.length === 0) return offset;
    for (const { lane, extent, stride, datum } of access.guarded) {
      const shift = datum === null ? 0 : datum.values[this.locate(datum.access)]!;
      const index = this.#positions[lane]! + shift;
      if (!(index >= 0 && index < extent)) return -1;
      offset += shift * stride;
    }
    return offset;
  }

  each(visit: () => void): void {
    const box = this.#box.map((extent, k) => (this.#fixed.has(k) ? Math.min(extent, 1) : extent));
    if (box.includes(0)) return;
    const startOf = ({ start, steps }: Lane): number => [...this.#fixed].reduce((sum, [k, value]) => sum + steps[k]! * value, start);
    const positions = (this.#positions = Float64Array.from(this.#lanes, startOf));
    const steps = box.map((_, k) => Float64Array.from(this.#lanes, (lane) => lane.steps[k]!));
    const counters = new Float64Array(box.length);
    for (;;) {
      visit();
      let k = box.length - 1;
      for (; k >= 0; k--) {
        const step = steps[k]!;
        const next = counters[k]! + 1;
        if (next < box[k]!) {
          counters[k] = next;
          for (let l = 0; l < step.length; l++) positions[l]! += step[l]!;
          break;
        }
        for (let l = 0; l < step.length; l++) positions[l]! -= step[l]! * (box[k]! - 1);
        counters[k] = 0;
      }
      if (k < 0) return;
    }
  }

  #lane(read: readonly Affine[], strides: readonly number[]): number {
    const steps = this.#box.map(() => 0);
    let start = 0;
    for (const [d, e] of read.entries()) {
      start += e.constant * strides[d]!;
      for (const { index, coefficient } of e.terms) steps[index]! += coefficient * strides[d]!;
    }
    return this.#lanes.push({ start, steps }) - 1;
  }
}

/** Row-major strides. */
export function stridesOf(extents: readonly number[]): number[] {
  const strides = extents.map(() => 1);
  for (let d = extents.length - 2; d >= 0; d--) strides[d] = strides[d + 1]! * extents[d + 1]!;
  return strides;
}
