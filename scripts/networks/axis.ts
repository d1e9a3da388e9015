/** Where values lie along one side of a drawing, and which of them are written beside it. */
export interface Scale {
  /** From 0, the least value, to 1, the largest. */
  place(value: number): number;
  readonly ticks: readonly number[];
  readonly isLogarithmic: boolean;
}

/** Values whose ratio is larger than this are told apart on a logarithmic scale only. */
const wide = 10;

/** A scale from the least of the values, or a round number below it, to the largest or one above: logarithmic where they span much and are positive. */
export function scaleOf(values: readonly number[]): Scale {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return least > 0 && most / least > wide ? logarithmic(Math.floor(Math.log10(least)), Math.ceil(Math.log10(most))) : linear(least, most);
}

function logarithmic(low: number, high: number): Scale {
  const every = Math.ceil((high - low) / 5);
  const powers = Array.from({ length: high - low + 1 }, (_, k) => low + k).filter((power) => (high - power) % every === 0);
  return { place: (value) => (Math.log10(value) - low) / (high - low), ticks: powers.map((power) => Number(`1e${power}`)), isLogarithmic: true };
}

/** Ticks at multiples of 1, 2 or 5 times a power of ten, four to eight of them. */
export function linear(least: number, most: number): Scale {
  const span = most - least || 1;
  const power = 10 ** Math.floor(Math.log10(span / 4));
  const step = power * ([1, 2, 5].findLast((factor) => factor * power <= span / 4) ?? 1);
  const [low, high] = [Math.floor(least / step), Math.ceil(most / step)];
  const ticks = Array.from({ length: high - low + 1 }, (_, k) => Number(((low + k) * step).toPrecision(6)));
  return { place: (value) => (value / step - low) / (high - low || 1), ticks, isLogarithmic: false };
}
