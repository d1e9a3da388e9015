/** How many values an index takes; `"n"` is the example index, whose extent is the batch size. */
export type Extent = number | "n";

/** The extents of a value, outermost first. What depends on the example has `"n"` first, and only first. */
export type Shape = readonly Extent[];

export const isBatched = (shape: Shape): boolean => shape[0] === "n";

/** The shape of one example's value: without the example index. */
export function ownShape(shape: Shape): readonly number[] {
  return (isBatched(shape) ? shape.slice(1) : shape) as readonly number[];
}

export function withBatch(own: readonly number[], batched: boolean): Shape {
  return batched ? ["n", ...own] : own;
}

export const sizeOf = (own: readonly number[]): number => own.reduce((product, extent) => product * extent, 1);

export const sameShape = (a: Shape, b: Shape): boolean => a.length === b.length && a.every((extent, k) => extent === b[k]);

/** A shape in words, as messages show it: `a scalar`, `a vector of 3`, `(2 × 3)`. */
export function describeShape(shape: Shape): string {
  const own = ownShape(shape);
  if (own.length === 0) return "a scalar";
  return own.length === 1 ? `a vector of ${own[0]}` : `(${own.join(" × ")})`;
}

/** The common own shape of elementwise operands, trailing dimensions aligned, extents of 1 stretched; null where they disagree. */
export function broadcastShapes(shapes: readonly (readonly number[])[]): readonly number[] | null {
  const rank = Math.max(0, ...shapes.map((shape) => shape.length));
  const result: number[] = new Array<number>(rank).fill(1);
  for (const shape of shapes) {
    for (let k = 1; k <= shape.length; k++) {
      const extent = shape[shape.length - k] as number;
      const seen = result[rank - k] as number;
      if (seen !== extent && seen !== 1 && extent !== 1) return null;
      if (extent !== 1) result[rank - k] = extent;
    }
  }
  return result;
}
