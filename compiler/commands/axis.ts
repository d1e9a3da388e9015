import { numberText } from "./numbers.ts";

/** A range of numbers, and the distance of the round ones in it that are labelled: 1, 2 or 5 times a power of ten. */
export interface Axis {
  readonly low: number;
  readonly high: number;
  readonly step: number;
}

/** An axis from the least to the greatest of `values`, of which one at least is finite, with about `ticks` labels. Values that are not finite do not count. */
export function axisOver(values: Iterable<number>, ticks: number): Axis {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  // A range that is next to nothing beside its numbers would be labelled with equal texts.
  const size = Math.max(Math.abs(low), Math.abs(high));
  if (size < 1e-300) [low, high] = [-1, 1];
  else if (high - low <= size * 1e-4) [low, high] = [low - size / 2, high + size / 2];
  return { low, high, step: stepOf(high - low, ticks) };
}

/** The axis made longer, so that it begins and ends with labels. */
export function widened({ low, high, step }: Axis): Axis {
  return { low: Math.floor(low / step + 1e-6) * step, high: Math.ceil(high / step - 1e-6) * step, step };
}

/** Where a value lies on the axis: 0 is its low end, 1 its high end. */
export function placeOn({ low, high }: Axis, value: number): number {
  return (value - low) / (high - low);
}

/** The labels of the axis, from its low end, each with its place. */
export function labelsOf(axis: Axis): readonly { readonly place: number; readonly text: string }[] {
  const [first, last] = [Math.ceil(axis.low / axis.step - 1e-6), Math.floor(axis.high / axis.step + 1e-6)];
  return Array.from({ length: last - first + 1 }, (_, k) => {
    const value = (first + k) * axis.step;
    return { place: placeOn(axis, value), text: numberText(value, 6) };
  });
}

/** The smallest such step of which at most `count` fit into the span. */
function stepOf(span: number, count: number): number {
  const power = 10 ** Math.floor(Math.log10(span / count));
  return ([1, 2, 5].find((factor) => factor * power * count >= span * (1 - 1e-9)) ?? 10) * power;
}
