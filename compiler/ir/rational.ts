/** An exact fraction in lowest terms, denominator positive, both parts within 53 bits. */
export interface Rational {
  readonly numerator: number;
  readonly denominator: number;
}

/** A number the compiler knows: exact while it fits, else the nearest float64. */
export type Constant = Rational | number;

const gcd = (a: number, b: number): number => (b === 0 ? Math.abs(a) : gcd(b, a % b));

/** The fraction numerator/denominator, or the float64 quotient where it does not fit. */
export function rational(numerator: number, denominator = 1): Constant {
  if (denominator === 0 || !Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator)) return numerator / denominator;
  const divisor = gcd(numerator, denominator) * Math.sign(denominator);
  return { numerator: numerator / divisor + 0, denominator: denominator / divisor };
}

/** The exact value of a decimal literal such as `0.1` or `2.5e-3`. */
export function parseDecimal(text: string): Constant {
  if (text.startsWith("-")) return arithmetic("mul", fromNumber(-1), parseDecimal(text.slice(1)));
  const match = /^(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(text);
  if (match === null) return Number(text);
  const digits = Number((match[1] ?? "") + (match[2] ?? ""));
  const exponent = Number(match[3] ?? "0") - (match[2] ?? "").length;
  if (Math.abs(exponent) > 15) return Number(text);
  const exact = exponent >= 0 ? rational(digits * 10 ** exponent) : rational(digits, 10 ** -exponent);
  return typeof exact === "number" ? Number(text) : exact;
}

/** A float64 as a constant: whole numbers become exact. */
export function fromNumber(value: number): Constant {
  return Number.isSafeInteger(value) && !Object.is(value, -0) ? { numerator: value, denominator: 1 } : value;
}

export function toNumber(value: Constant): number {
  return typeof value === "number" ? value : value.numerator / value.denominator;
}

export function equals(a: Constant, b: Constant | number): boolean {
  return toNumber(a) === toNumber(b);
}

/** `a op b`, exact where both are and the result fits. */
export function arithmetic(op: "add" | "sub" | "mul" | "div", a: Constant, b: Constant): Constant {
  if (typeof a === "number" || typeof b === "number" || (op === "div" && b.numerator === 0)) {
    const [x, y] = [toNumber(a), toNumber(b)];
    return op === "add" ? x + y : op === "sub" ? x - y : op === "mul" ? x * y : x / y;
  }
  switch (op) {
    case "add":
      return rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
    case "sub":
      return rational(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator);
    case "mul":
      return rational(a.numerator * b.numerator, a.denominator * b.denominator);
    case "div":
      return rational(a.numerator * b.denominator, a.denominator * b.numerator);
  }
}

/** Math text of a constant: `3`, `3/4`, `0.1`; decimals stay decimals where they are short. */
export function showConstant(value: Constant): string {
  if (typeof value === "number") return String(value);
  if (value.denominator === 1) return String(value.numerator);
  const decimal = String(toNumber(value));
  return decimal.length <= 6 ? decimal : `${value.numerator}/${value.denominator}`;
}
