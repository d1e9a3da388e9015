import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { generators } from "../../../runtime/generators/index.ts";
import type { Column, Examples } from "../../../runtime/model.ts";

const input = (...shape: readonly number[]): Column => ({ name: "x", role: "input", shape });
const target = (...shape: readonly number[]): Column => ({ name: "d", role: "target", shape });
const label = (classes: number): Column => ({ name: "c", role: "label", shape: [], classes });
const index = (classes: number, ...shape: readonly number[]): Column => ({ name: "i", role: "index", shape, classes });

const symbols = (classes: number, ...shape: readonly number[]): Column => ({ name: "x", role: "index", shape, classes });
const labels = (classes: number, ...shape: readonly number[]): Column => ({ ...label(classes), shape });

const generate = (name: string, columns: readonly Column[], seed = 0, precision: "f64" | "f32" = "f64"): Examples => generators.get(name)!.generate(columns, precision, seed);

/** Columns that each generator fits. */
const fitting: Readonly<Record<string, readonly Column[]>> = {
  normal: [input(3), target(2, 2), label(4), index(7)],
  xor: [input(2), target()],
  circle: [input(2), label(2)],
  gaussians: [input(2), label(4)],
  spiral: [input(2), label(3)],
  sine: [input(), target(1)],
  digits: [input(16, 16), label(10)],
  "digits-or-none": [input(256), label(11)],
  ratings: [{ ...index(30), name: "u" }, index(20), target()],
  topics: [index(200, 12), label(4)],
  adding: [input(6, 2), target()],
  parity: [input(8), target(8, 1)],
  reverse: [labels(5, 4), symbols(5, 4)],
  sentences: [symbols(128, 16), labels(128, 16)],
};

/** Whether two arrays hold the same numbers; `toEqual` takes seconds for a million. */
const same = (left: ArrayLike<number>, right: ArrayLike<number>): boolean => left.length === right.length && Array.prototype.every.call(left, (value, i) => Object.is(value, right[i]));

/** How many examples of each class. */
function counts(classes: ArrayLike<number>): readonly number[] {
  const found: number[] = [];
  for (const kind of Array.from(classes)) found[kind] = (found[kind] ?? 0) + 1;
  return found;
}

describe("every generator", () => {
  it("is tested here, by its own name", () => {
    expect([...generators.keys()]).toEqual(Object.keys(fitting));
    expect([...generators.values()].map(({ name }) => name)).toEqual(Object.keys(fitting));
  });

  it.each(Object.entries(fitting))("%s gives the same for the same seed, finite numbers, and others for another", (name, columns) => {
    const [first, again, other] = [generate(name, columns, 5), generate(name, columns, 5), generate(name, columns, 6)].map((examples) => examples.columns);
    for (const { name: column } of columns) {
      expect(same(first![column]!, again![column]!)).toBe(true);
      expect(same(first![column]!, other![column]!)).toBe(false);
      expect(first![column]!.every(Number.isFinite)).toBe(true);
    }
  });

  const numbersOf = (columns: readonly Column[]): Column | undefined => columns.find(({ classes }) => classes === undefined);

  it.each(Object.entries(fitting).filter(([, columns]) => numbersOf(columns) !== undefined))("%s gives 32-bit numbers to a 32-bit model, the same but for rounding", (name, columns) => {
    const [x32, x64] = [generate(name, columns, 1, "f32"), generate(name, columns, 1)].map((examples) => examples.columns[numbersOf(columns)!.name]!);
    expect(same(x32!, Float32Array.from(x64!))).toBe(true);
  });

  it.each(Object.entries(fitting).filter(([, columns]) => columns.length === 2 && columns[1]!.role === "label" && columns[1]!.shape.length === 0))("%s gives as many of each class, in the whole and about so in the last fifth", (name, columns) => {
    const { size, columns: { c } } = generate(name, columns);
    const classes = columns[1]!.classes!;
    expect(counts(c!)).toEqual(new Array<number>(classes).fill(size / classes));
    const expected = size / classes / 5;
    for (const count of counts(c!.subarray(size - size / 5))) expect(Math.abs(count - expected)).toBeLessThan(4.5 * Math.sqrt(expected));
  });

  it("says in its summary how many there are", () => {
    for (const [name, columns] of Object.entries(fitting)) {
      const { size } = generate(name, columns);
      const { summary } = generators.get(name)!;
      const each = size / (columns.find(({ role }) => role === "label")?.classes ?? size);
      const characters = 1000 * Math.round((size * (columns[0]!.shape[0] ?? 1)) / 1000);
      expect([size, each, ...(name === "sentences" ? [characters] : [])].some((count) => new RegExp(`\\b${count}\\b`).test(summary)), `${summary}: ${size}`).toBe(true);
    }
  });
});

describe("points of the plane", () => {
  const points = (name: string, columns: readonly Column[]): readonly (readonly [x: number, y: number, kind: number])[] => {
    const { size, columns: values } = generate(name, columns, 3);
    return Array.from({ length: size }, (_, n) => [values["x"]![2 * n]!, values["x"]![2 * n + 1]!, values[columns[1]!.name]![n]!]);
  };
  const share = (all: readonly unknown[], right: number): number => right / all.length;

  it("xor tells classes by their signs", () => {
    const all = points("xor", [input(2), target()]);
    expect(share(all, all.filter(([x, y, kind]) => (x * y < 0 ? 1 : 0) === kind).length)).toBeGreaterThan(0.99);
    for (const sign of [-1, 1]) expect(share(all, all.filter(([x]) => x * sign > 0).length)).toBeGreaterThan(0.4);
  });

  it("circle tells classes by the distance from the middle", () => {
    for (const [x, y, kind] of points("circle", [input(2), label(2)])) expect(Math.hypot(x, y) < 0.85 ? 1 : 0).toBe(kind);
  });

  it("gaussians tells classes by the nearest mean, of as many classes as the label has", () => {
    for (const classes of [2, 3, 7]) {
      const all = points("gaussians", [input(2), label(classes)]);
      const nearest = (x: number, y: number): number => (Math.round((Math.atan2(y, x) / (2 * Math.PI)) * classes) + classes) % classes;
      expect(share(all, all.filter(([x, y, kind]) => nearest(x, y) === kind).length)).toBeGreaterThan(0.96);
    }
  });

  it("spiral tells classes by the angle that the distance leaves", () => {
    for (const columns of [[input(2), target(1)], [input(2), label(3)], [input(2), label(5)]] as const) {
      const classes = columns[1].classes ?? 2;
      const all = points("spiral", columns);
      const arm = (x: number, y: number): number => Math.round((Math.atan2(y, x) / (2 * Math.PI) - (Math.hypot(x, y) - 0.1) / 0.9 + 9) * classes) % classes;
      expect(share(all, all.filter(([x, y, kind]) => arm(x, y) === kind).length)).toBeGreaterThan(0.97);
    }
  });

  it("sine is one with noise", () => {
    const { size, columns: { x, d } } = generate("sine", fitting["sine"]!);
    const errors = Array.from({ length: size }, (_, n) => d![n]! - Math.sin(x![n]!));
    expect(Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / size)).toBeCloseTo(0.1, 1);
    expect([Math.min(...x!) < -3.8, Math.max(...x!) > 3.8, Math.max(...Array.from(x!, Math.abs)) <= 4]).toEqual([true, true, true]);
  });
});

describe("sequences", () => {
  it("adding marks a number of either half, and gives their sum", () => {
    for (const length of [2, 3, 10]) {
      const { size, columns: { x, d } } = generate("adding", [input(length, 2), target()]);
      const places = new Set<number>();
      const wrong = Array.from({ length: size }, (_, n) => n).filter((n) => {
        const steps = Array.from({ length }, (_, t) => [x![2 * (n * length + t)]!, x![2 * (n * length + t) + 1]!] as const);
        const marked = steps.flatMap(([, mark], t) => (mark === 1 ? [t] : []));
        for (const t of marked) places.add(t);
        const sum = steps.reduce((total, [number, mark]) => total + number * mark, 0);
        return marked.length !== 2 || marked[0]! >= Math.floor(length / 2) || marked[1]! < Math.floor(length / 2) || d![n] !== sum;
      });
      expect(wrong).toEqual([]);
      expect(places.size).toBe(length);
      expect(x!.every((one) => one >= 0 && one <= 1)).toBe(true);
    }
  });

  it("parity has every short sequence once, in random order, and many long ones, with the parity so far", () => {
    for (const [length, count] of [[1, 2], [8, 256], [20, 5000]] as const) {
      for (const outcome of [target(length), target(length, 1), labels(2, length)]) {
        const { size, columns } = generate("parity", [input(length, 1), outcome]);
        const lines = (values: ArrayLike<number>): number[][] => Array.from({ length: size }, (_, n) => Array.from({ length }, (__, t) => values[n * length + t]!));
        const bits = lines(columns["x"]!);
        expect([size, new Set(bits.map(String)).size > 0.99 * size]).toEqual([count, true]);
        expect(lines(columns[outcome.name]!)).toEqual(bits.map((line) => line.map((_, t) => line.slice(0, t + 1).reduce((a, b) => a + b) % 2)));
      }
    }
  });

  it("reverse gives the symbols from the end, as labels or as an index", () => {
    for (const outcome of [labels(4, 6), { ...symbols(4, 6), name: "c" }]) {
      const { size, columns: { x, c } } = generate("reverse", [symbols(4, 6), outcome]);
      expect(size).toBe(10_000);
      expect(Array.from(c!).every((one, k) => one === x![6 * Math.floor(k / 6) + 5 - (k % 6)])).toBe(true);
      for (const count of counts(x!)) expect(Math.abs(count - 15_000)).toBeLessThan(4.5 * Math.sqrt(15_000));
    }
  });

  it("sentences are text, its windows side by side, or one at each character where one label is foretold", () => {
    const { size, columns: { x, c } } = generate("sentences", [symbols(128, 20), labels(128, 20)]);
    const text = String.fromCharCode(...x!);
    expect(String.fromCharCode(...c!.subarray(0, size * 20 - 1))).toBe(text.slice(1));
    expect(text).toMatch(/^([A-Z][a-z]*( [a-z]+)+(, [a-z]+( [a-z]+)+)?[.!][ \n])+[A-Za-z, .!]*$/);
    const single = generate("sentences", [symbols(200, 20), label(200)]).columns;
    for (const n of [0, 1, 500]) {
      expect(String.fromCharCode(...single["x"]!.subarray(20 * n, 20 * n + 20))).toBe(text.slice(n, n + 20));
      expect(String.fromCharCode(single["c"]![n]!)).toBe(text[n + 20]);
    }
    expect(generate("sentences", [symbols(128, 20)]).columns["x"]!.subarray(0, 20 * size)).toEqual(x);
  });
});

describe("columns", () => {
  it("take the numbers of inputs in order, in any shape, and need no class", () => {
    const whole = generate("circle", [input(2), label(2)]).columns;
    const parted = generate("circle", [{ name: "u", role: "input", shape: [] }, target(1, 1), { name: "v", role: "input", shape: [1] }]).columns;
    expect(Array.from(parted["u"]!, (u, n) => [u, parted["v"]![n]]).flat()).toEqual([...whole["x"]!]);
    expect([...parted["d"]!]).toEqual([...whole["c"]!]);
    expect(generate("circle", [input(1, 2)]).columns).toEqual({ x: whole["x"] });
  });

  it.each([
    ["xor", [input(3), target(2)], 'data("generated/xor"): gives a point of 2 numbers and its class as one label(2) or a target of one number, 0 or 1; the spec asks for the input x (a vector of 3), the target d (a vector of 2)'],
    ["circle", [input(2), label(3)], 'data("generated/circle"): gives a point of 2 numbers and its class as one label(2) or a target of one number, 0 or 1; the spec asks for the input x (a vector of 2), the label c (of 3 classes)'],
    ["spiral", [input(2), label(3), target()], 'data("generated/spiral"): gives a point of 2 numbers and its class as one label(k) or a target of one number, 0 or 1; the spec asks for the input x (a vector of 2), the label c (of 3 classes), the target d (a number)'],
    ["sine", [input(), label(2)], 'data("generated/sine"): gives an input of one number and a target of one number; the spec asks for the input x (a number), the label c (of 2 classes)'],
    ["digits", [input(16, 15), target(10)], 'data("generated/digits"): gives a picture of 16 × 16, that is 256 numbers in any shape, and its class as one label(10); the spec asks for the input x (a 16 × 15 matrix), the target d (a vector of 10)'],
    ["digits-or-none", [], 'data("generated/digits-or-none"): gives a picture of 16 × 16, that is 256 numbers in any shape, and its class as one label(11); the spec asks for nothing'],
    ["circle", [input(2), labels(2, 3)], 'data("generated/circle"): gives a point of 2 numbers and its class as one label(2) or a target of one number, 0 or 1; the spec asks for the input x (a vector of 2), the label c (a vector of 3, of 2 classes)'],
    ["adding", [input(6), target()], 'data("generated/adding"): gives a sequence as one input(T, 2), T at least 2, and a target of one number; the spec asks for the input x (a vector of 6), the target d (a number)'],
    ["parity", [input(8), target(7)], 'data("generated/parity"): gives T bits as one input(T) or input(T, 1) and the parity so far as target(T), target(T, 1) or label(2, T); the spec asks for the input x (a vector of 8), the target d (a vector of 7)'],
    ["reverse", [symbols(5, 4), labels(6, 4)], 'data("generated/reverse"): gives T symbols as index(k, T) and the same in reverse order as label(k, T), or as a second index(k, T); the spec asks for the index x (a vector of 4, of 5 classes), the label c (a vector of 4, of 6 classes)'],
    ["sentences", [symbols(100, 4), label(100)], 'data("generated/sentences"): gives characters as index(128, n) and the next ones as label(128, n), or the one behind them as label(128), more than 128 being fine; the spec asks for the index x (a vector of 4, of 100 classes), the label c (of 100 classes)'],
    ["gaussians", [index(2), label(2)], 'data("generated/gaussians"): gives a point of 2 numbers and its class as one label(k) or a target of one number, 0 or 1; the spec asks for the index i (a number), the label c (of 2 classes)'],
    ["ratings", [index(4), target()], 'data("generated/ratings"): gives an index of users, an index of items and a target of one number; the spec asks for the index i (a number), the target d (a number)'],
    ["ratings", [index(4, 2), { ...index(4), name: "j" }, target()], 'data("generated/ratings"): gives an index of users, an index of items and a target of one number; the spec asks for the index i (a vector of 2, of 4 classes), the index j (a number), the target d (a number)'],
    ["topics", [input(2), label(2)], 'data("generated/topics"): gives the words of a document as one index(k, n) and its class as one label(c); the spec asks for the input x (a vector of 2), the label c (of 2 classes)'],
  ] as const)("that do not fit %s are refused", (name, columns, message) => {
    expect(() => generate(name, columns)).toThrow(expect.objectContaining({ name: "DataError", message }));
  });

  it("are either filled or refused, whatever they are", () => {
    const extent = fc.constantFrom(1, 2, 10, 16, 256);
    const column = fc.oneof(fc.array(extent, { maxLength: 2 }).map((shape) => input(...shape)), fc.array(extent, { maxLength: 1 }).map((shape) => target(...shape)), fc.constantFrom(2, 3, 10, 11).map(label), fc.constantFrom(index(3), { ...index(4), name: "u" }, index(5, 6)));
    const columns = fc.uniqueArray(column, { selector: ({ name }) => name, maxLength: 3 });
    fc.assert(fc.property(fc.constantFrom(...generators.keys()), columns, (name, chosen) => {
      let examples: Examples;
      try {
        examples = generate(name, chosen);
      } catch (error) {
        expect(error).toMatchObject({ name: "DataError" });
        return;
      }
      for (const { name: own } of chosen) expect(examples.columns[own]!.some((value) => value !== 0)).toBe(true);
    }), { numRuns: 60 });
  });
});
