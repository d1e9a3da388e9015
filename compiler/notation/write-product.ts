import type { Extent } from "../ir/shape.ts";
import { atom, call, levels, infix, number, times, transposed, type Text } from "./write-text.ts";
import type { Lettered } from "./write-operand.ts";

/** Operands multiplied and added up over the box indices that the result lacks, by the names of linear algebra; null where it has none for it. */
export function productText(operands: readonly Lettered[], result: readonly number[], box: readonly Extent[]): Text | null {
  const scalars = operands.filter((operand) => operand.letters.length === 0);
  const others = operands.filter((operand) => operand.letters.length > 0);
  const used = new Set(others.flatMap((operand) => operand.letters));
  const unused = box.flatMap((extent, k) => (extent === "n" || result.includes(k) || used.has(k) ? [] : [extent]));
  const count = unused.reduce((product, extent) => product * extent, 1);
  const summed = others.map((operand, k) => {
    const elsewhere = new Set(others.flatMap((other, j) => (j === k ? [] : other.letters)));
    return sumAlong(operand, operand.letters.filter((letter) => !result.includes(letter) && !elsewhere.has(letter)));
  });
  const factors = [...(count === 1 ? [] : [number(count)]), ...scalars.map((operand) => operand.text), ...summed.filter((operand) => operand.letters.length === 0).map((operand) => operand.text)];
  const [a, b, ...more] = summed.filter((operand) => operand.letters.length > 0);
  if (more.length > 0) return null;
  const whole = a === undefined ? null : b === undefined ? a : pair(a, b, result);
  if (whole === null && a !== undefined) return null;
  const factor = factors.length === 0 ? null : factors.reduce(times);
  if (whole === null) return factor ?? number(1);
  const reduced = sumAlong(whole, whole.letters.filter((letter) => !result.includes(letter)));
  const placed = arranged(reduced, result, box);
  if (placed === null) return null;
  return factor === null || (factor.text === "1" && factors.length === 1) ? placed : times(factor, placed);
}

/** The sum over some dimensions, which are dropped. */
function sumAlong({ text, letters }: Lettered, along: readonly number[]): Lettered {
  if (along.length === 0) return { text, letters };
  if (along.length === letters.length) {
    const diagonal = /^diag\((\w+)\)$/u.exec(text.text);
    return { text: diagonal === null ? call("sum", [text]) : atom(`trace(${diagonal[1]})`), letters: [] };
  }
  const k = letters.length - 1 - letters.toReversed().findIndex((letter) => along.includes(letter));
  const own = text.own.filter((_, d) => d !== k);
  const rest: Lettered = { text: call("sum", [text, String(k + 1)], own), letters: letters.filter((_, d) => d !== k) };
  return sumAlong(rest, along.filter((letter) => letter !== letters[k]));
}

/** Two operands as one text, over letters that contain those of the result. */
function pair(a: Lettered, b: Lettered, result: readonly number[]): Lettered | null {
  const kept = (letter: number | undefined): letter is number => letter !== undefined && result.includes(letter);
  const [p, q] = a.letters;
  const [r, s] = b.letters;
  const product = (left: Text, right: Text, letters: readonly number[], own: readonly number[]): Lettered => ({ text: { ...infix("*", left, right, levels.product), own }, letters });
  if (a.letters.length === 1 && b.letters.length === 1) {
    if (p === r) return kept(p) ? { text: times(a.text, b.text), letters: a.letters } : { text: call("dot", [a.text, b.text]), letters: [] };
    const [left, right] = result.indexOf(p as number) < result.indexOf(r as number) ? [a, b] : [b, a];
    return { text: call("outer", [left.text, right.text], [...left.text.own, ...right.text.own]), letters: [...left.letters, ...right.letters] };
  }
  if (a.letters.length === 1 && b.letters.length === 2) return pairOfMatrix(b, a, kept) ?? aligned(a, b);
  if (a.letters.length === 2 && b.letters.length === 1) return pairOfMatrix(a, b, kept) ?? aligned(a, b);
  if (a.letters.length === 2 && b.letters.length === 2) {
    const shared = a.letters.filter((letter) => b.letters.includes(letter));
    const [over] = shared;
    if (shared.length === 2) return { text: times(a.text, p === r ? b.text : transposed(b.text)), letters: a.letters };
    if (shared.length === 1 && over !== undefined && !kept(over)) {
      const [u, v] = [p === over ? q : p, r === over ? s : r] as [number, number];
      const first = result.indexOf(u) < result.indexOf(v);
      const [x, y] = first ? [a, b] : [b, a];
      const left = x.letters[1] === over ? x.text : transposed(x.text);
      const right = y.letters[0] === over ? y.text : transposed(y.text);
      return product(left, right, first ? [u, v] : [v, u], [left.own[0] as number, right.own[1] as number]);
    }
    return null;
  }
  return aligned(a, b);
}

/** A matrix and a vector. */
function pairOfMatrix(matrix: Lettered, vector: Lettered, kept: (letter: number | undefined) => letter is number): Lettered | null {
  const [p, q] = matrix.letters as readonly [number, number];
  const [r] = vector.letters as readonly [number];
  if (!kept(r) && (r === q || r === p)) {
    const left = r === q ? matrix.text : transposed(matrix.text);
    return { text: { ...infix("*", left, vector.text, levels.product), own: [left.own[0] as number] }, letters: [r === q ? p : q] };
  }
  if (r === q) return { text: times(matrix.text, vector.text), letters: matrix.letters };
  if (r !== p) return null;
  return { text: { ...infix("*", call("diag", [vector.text], [...vector.text.own, ...vector.text.own]), matrix.text, levels.product), own: matrix.text.own }, letters: matrix.letters };
}

/** Elementwise, where the letters of one are the last letters of the other. */
function aligned(a: Lettered, b: Lettered): Lettered | null {
  const [long, short] = a.letters.length >= b.letters.length ? [a, b] : [b, a];
  const tail = long.letters.slice(long.letters.length - short.letters.length);
  return tail.every((letter, k) => letter === short.letters[k]) ? { text: times(a.text, b.text), letters: long.letters } : null;
}

/** In the order of the result's indices; what is repeated along leading ones needs no sign, along others an extent of 1. */
function arranged({ text, letters }: Lettered, result: readonly number[], box: readonly Extent[]): Text | null {
  const wanted = result.filter((letter) => letters.includes(letter));
  const swapped = letters.length === 2 && wanted[0] === letters[1] && wanted[1] === letters[0];
  if (!swapped && wanted.some((letter, k) => letter !== letters[k])) return null;
  const ordered = swapped ? transposed(text) : text;
  const first = result.length - wanted.length;
  if (wanted.every((letter, k) => letter === result[first + k])) return ordered;
  const shape = result.slice(result.indexOf(wanted[0] as number)).map((letter) => (wanted.includes(letter) ? (box[letter] as number) : 1));
  return call("reshape", [ordered, `[${shape.join(", ")}]`], shape);
}
