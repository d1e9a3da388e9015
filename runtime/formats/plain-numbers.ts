const [TAB, SPACE, QUOTE, PLUS, COMMA, MINUS, DOT, ZERO, NINE, LETTER_E, SMALL_E] = [9, 32, 34, 43, 44, 45, 46, 48, 57, 69, 101] as const;

/** The powers of ten that are exact in 64 bits. */
const powersOfTen = Float64Array.from({ length: 23 }, (_, n) => Number(`1e${n}`));

/**
 * Reads a line of decimal numbers between commas, quoted or not, without making a string of each cell; what it reads is
 * what `Number` reads, bit for bit. Cell i goes to `row[places[i]]`, or is passed over where that is −1.
 * Returns how many cells there are, or −1 for a line with anything else in it (a comment, a word, an infinite number, a
 * quote without an end), which is then to be read with more care; `row` is meaningless in that case.
 */
export function readPlainNumbers(line: string, places: Int32Array, row: Float64Array): number {
  let at = 0;
  let code = codeAt(line, 0);
  for (let cell = 0; ; cell++) {
    const place = cell < places.length ? places[cell]! : -1;
    if (place < 0) {
      at = cell === 0 && /^[ \t]*#/.test(line) ? -1 : afterCell(line, at);
      if (at < 0) return -1;
      code = codeAt(line, at);
    } else {
      const quoted = code === QUOTE;
      if (quoted) code = codeAt(line, ++at);
      while (code === SPACE || code === TAB) code = codeAt(line, ++at);
      const start = at;
      const negative = code === MINUS;
      if (negative || code === PLUS) code = codeAt(line, ++at);
      let mantissa = 0;
      let digits = at;
      for (; code >= ZERO && code <= NINE; code = codeAt(line, ++at)) mantissa = 10 * mantissa + (code - ZERO);
      digits = at - digits;
      let exponent = 0;
      if (code === DOT) {
        const point = at;
        for (code = codeAt(line, ++at); code >= ZERO && code <= NINE; code = codeAt(line, ++at)) mantissa = 10 * mantissa + (code - ZERO);
        exponent = point + 1 - at;
        digits -= exponent;
      }
      if (digits === 0) return -1;
      if (code === LETTER_E || code === SMALL_E) {
        const from = at + 1;
        at = afterExponent(line, from);
        if (at < 0) return -1;
        exponent += Number(line.slice(from, at));
        code = codeAt(line, at);
      }
      const value = mantissa < 2 ** 53 && exponent === 0 ? (negative ? -mantissa : mantissa) : scaled(mantissa, exponent, line, start, at, negative);
      if (value - value !== 0) return -1;
      row[place] = value;
      while (code === SPACE || code === TAB) code = codeAt(line, ++at);
      if (quoted) {
        if (code !== QUOTE) return -1;
        code = codeAt(line, ++at);
      }
    }
    if (code !== COMMA) return at >= line.length ? cell + 1 : -1;
    code = codeAt(line, ++at);
  }
}

/**
 * ±mantissa · 10^exponent, correctly rounded: a whole number below 2^53 and a power of ten up to 10^22 are exact, so
 * their product or quotient is rounded only once (Clinger 1990). Beyond that `Number` reads the text.
 */
function scaled(mantissa: number, exponent: number, line: string, start: number, end: number, negative: boolean): number {
  if (mantissa >= 2 ** 53 || exponent < -22 || exponent > 22) return Number(line.slice(start, end));
  const value = exponent < 0 ? mantissa / powersOfTen[-exponent]! : mantissa * powersOfTen[exponent]!;
  return negative ? -value : value;
}

/** The character as a number, 0 after the end: with NaN there, V8 would calculate every code in floats. */
const codeAt = (line: string, at: number): number => line.charCodeAt(at) | 0;

/** Where a cell of any content ends, −1 if it begins with a quote that has no end on this line. */
function afterCell(line: string, from: number): number {
  if (codeAt(line, from) !== QUOTE) {
    const comma = line.indexOf(",", from);
    return comma < 0 ? line.length : comma;
  }
  let quote = line.indexOf('"', from + 1);
  while (quote >= 0 && codeAt(line, quote + 1) === QUOTE) quote = line.indexOf('"', quote + 2);
  return quote < 0 ? -1 : quote + 1;
}

/** Where the sign and digits of an exponent end, −1 if there are no digits. */
function afterExponent(line: string, from: number): number {
  let at = from;
  if (line.charCodeAt(at) === PLUS || line.charCodeAt(at) === MINUS) at++;
  const digits = at;
  while (line.charCodeAt(at) >= ZERO && line.charCodeAt(at) <= NINE) at++;
  return at === digits ? -1 : at;
}
