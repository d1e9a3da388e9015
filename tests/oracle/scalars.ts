/** Scalar formulas that math.js lacks, or has with another meaning, written from their definitions. */

/** erf by its all-positive series 2/√π · e^(−x²) · Σ 2ⁿ x^(2n+1) / (2n+1)!!, which loses nothing to cancellation. */
function erfSeries(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > Math.abs(sum) * 1e-19; n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

/** erfc for x ≥ 1 by the continued fraction e^(−x²)/√π · 1/(x + (1/2)/(x + 1/(x + (3/2)/(x + …)))). */
function erfcFraction(x: number): number {
  let tail = x;
  for (let n = 200; n >= 1; n--) tail = x + n / 2 / tail;
  const head = Math.fround(x); // x² = head² + (x − head)(x + head), the first exact: no error grows with x²
  return (Math.exp(-head * head) * Math.exp(-(x - head) * (x + head))) / (Math.sqrt(Math.PI) * tail);
}

export function erf(x: number): number {
  if (Number.isNaN(x)) return NaN;
  if (Math.abs(x) > 6) return Math.sign(x);
  if (Math.abs(x) < 2) return erfSeries(x);
  return x > 0 ? 1 - erfcFraction(x) : erfcFraction(-x) - 1;
}

function erfc(x: number): number {
  if (x > 30) return 0;
  return x >= 1 ? erfcFraction(x) : 1 - erf(x);
}

export function sigmoid(x: number): number {
  return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
}

export function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

/** To the nearest whole number, halves away from zero, as math.js does (Math.round sends −2.5 to −2). */
export function round(x: number): number {
  if (!Number.isFinite(x)) return x;
  const whole = Math.trunc(x);
  return Math.abs(x - whole) >= 0.5 ? whole + Math.sign(x) : whole;
}

const truth = (condition: boolean): number => (condition ? 1 : 0);

/** a log b where 0 log 0 is 0. */
export const timesLog = (a: number, b: number): number => (a === 0 ? 0 : a * Math.log(b));

/** Comparisons without tolerance: math.js's own call numbers within 1e-12 of each other equal. */
export const comparisons: Readonly<Record<string, (a: number, b: number) => number>> = {
  smaller: (a, b) => truth(a < b),
  smallerEq: (a, b) => truth(a <= b),
  larger: (a, b) => truth(a > b),
  largerEq: (a, b) => truth(a >= b),
  equal: (a, b) => truth(a === b),
  unequal: (a, b) => truth(a !== b),
};

/** Functions of scalars that work entry by entry on arrays. */
export const elementwise: Readonly<Record<string, (x: number, y: number, z: number) => number>> = {
  ...comparisons,
  and: (a, b) => truth(a !== 0 && b !== 0),
  or: (a, b) => truth(a !== 0 || b !== 0),
  not: (a) => truth(a === 0),
  pow: (x, p) => Math.pow(x, p),
  dotPow: (x, p) => Math.pow(x, p),
  floor: (x) => Math.floor(x),
  ceil: (x) => Math.ceil(x),
  round,
  erf,
  sigmoid,
  softplus,
  relu: (x) => Math.max(x, 0),
  leakyRelu: (x, slope = 0.01) => (x > 0 ? x : slope * x),
  randomLeakyRelu: (x, low, high) => (x > 0 ? x : ((low + high) / 2) * x),
  dropout: (x) => x,
  elu: (x) => (x > 0 ? x : Math.expm1(x)),
  selu: (x) => 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * Math.expm1(x)),
  gelu: (x) => (x === -Infinity ? 0 : (x * erfc(-x / Math.SQRT2)) / 2),
  silu: (x) => x * sigmoid(x),
  mish: (x) => x * Math.tanh(softplus(x)),
  hardtanh: (x) => Math.min(Math.max(x, -1), 1),
  clamp: (x, low, high) => Math.min(Math.max(x, low), high),
  "?:": (condition, a, b) => (condition !== 0 ? a : b),
};

/** math.js has these for scalars; the oracle lifts its own implementation to arrays. */
export const lifted = [
  "exp", "expm1", "log", "log1p", "log2", "log10", "sqrt", "cbrt", "square", "cube", "abs", "sign",
  "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "asinh", "acosh", "atanh",
] as const;
