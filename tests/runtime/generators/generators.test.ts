import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { generators } from "../../../runtime/generators/index.ts";
import type { Column, Examples } from "../../../runtime/model.ts";

const input = (...shape: readonly number[]): Column => ({ name: "x", role: "input", shape });
const target = (...shape: readonly number[]): Column => ({ name: "d", role: "target", shape });
const label = (classes: number): Column => ({ name: "c", role: "label", shape: [], classes });
const index = (classes: number, ...shape: readonly number[]): Column => ({ name: "i", role: "index", shape, classes });

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

  it.each(Object.entries(fitting).filter(([, columns]) => columns.length === 2 && columns[1]!.name !== "d"))("%s gives as many of each class, in the whole and about so in the last fifth", (name, columns) => {
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
      expect([size, each].some((count) => new RegExp(`\\b${count}\\b`).test(summary)), `${summary}: ${size}`).toBe(true);
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

describe("examples to look up", () => {
  it("ratings are of low rank with noise: what is left of a rating when its user's and its item's mean are taken away is not noise alone", () => {
    const { size, columns: { u, i, d } } = generate("ratings", fitting["ratings"]!, 2);
    const overall = Array.from(d!).reduce((sum, rating) => sum + rating, 0) / size;
    const means = (of: ArrayLike<number>): readonly number[] => {
      const [sums, count] = [new Float64Array(30), new Float64Array(30)];
      for (let n = 0; n < size; n++) {
        sums[of[n]!]! += d![n]! - overall;
        count[of[n]!]!++;
      }
      return Array.from(sums, (sum, k) => sum / count[k]!);
    };
    const [users, items] = [means(u!), means(i!)];
    const seen = new Map<number, number[]>();
    let left = 0;
    for (let n = 0; n < size; n++) {
      left += (d![n]! - overall - users[u![n]!]! - items[i![n]!]!) ** 2 / size;
      const pair = 20 * u![n]! + i![n]!;
      seen.set(pair, [...(seen.get(pair) ?? []), d![n]!]);
    }
    expect(Math.sqrt(left)).toBeGreaterThan(0.4);
    const spreads = [...seen.values()].filter((all) => all.length > 1).map((all) => all.reduce((sum, rating) => sum + (rating - all.reduce((a, b) => a + b) / all.length) ** 2, 0) / (all.length - 1));
    expect(Math.sqrt(spreads.reduce((a, b) => a + b) / spreads.length)).toBeCloseTo(0.2, 1);
  });

  it("topics are told by how often each class uses their words", () => {
    const { size, columns: { i, c } } = generate("topics", fitting["topics"]!, 2);
    const uses = Array.from({ length: 4 }, () => new Float64Array(200).fill(0.5));
    const training = size * 0.8;
    for (let n = 0; n < training * 12; n++) uses[c![Math.floor(n / 12)]!]![i![n]!]!++;
    const right = Array.from({ length: size - training }, (_, k) => training + k).filter((n) => {
      const likelihoods = uses.map((of) => Array.from(i!.subarray(n * 12, n * 12 + 12)).reduce((sum, word) => sum + Math.log(of[word]!), 0));
      return likelihoods.indexOf(Math.max(...likelihoods)) === c![n];
    });
    expect(right.length / (size - training)).toBeGreaterThan(0.85);
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
    ["gaussians", [index(2), label(2)], 'data("generated/gaussians"): gives a point of 2 numbers and its class as one label(k) or a target of one number, 0 or 1; the spec asks for the index i (a number), the label c (of 2 classes)'],
    ["ratings", [index(4), target()], 'data("generated/ratings"): gives an index of users, an index of items and a target of one number; the spec asks for the index i (a number), the target d (a number)'],
    ["ratings", [index(4, 2), { ...index(4), name: "j" }, target()], 'data("generated/ratings"): gives an index of users, an index of items and a target of one number; the spec asks for the index i (a vector of 2), the index j (a number), the target d (a number)'],
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
