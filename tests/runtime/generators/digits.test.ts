import { describe, expect, it } from "vitest";
import { digitShapes } from "../../../runtime/generators/digit-shapes.ts";
import { generators } from "../../../runtime/generators/index.ts";
import { otherShapes } from "../../../runtime/generators/other-shapes.ts";
import { flattenStroke } from "../../../runtime/generators/stroke.ts";
import type { Examples } from "../../../runtime/model.ts";

const pixels = 256;

const drawn = (name: string, classes: number, seed: number): Examples => generators.get(name)!.generate([{ name: "x", role: "input", shape: [pixels] }, { name: "c", role: "label", shape: [], classes }], "f64", seed);

/** The share of the last fifth whose nearest mean of the first four fifths is that of their class. */
function nearestMeanAccuracy({ size, columns: { x, c } }: Examples, classes: number): number {
  const training = size * 0.8;
  const means = Array.from({ length: classes }, () => new Float64Array(pixels));
  const counts = new Float64Array(classes);
  for (let n = 0; n < training; n++) {
    counts[c![n]!]!++;
    for (let i = 0; i < pixels; i++) means[c![n]!]![i]! += x![n * pixels + i]!;
  }
  means.forEach((mean, kind) => mean.forEach((sum, i) => (mean[i] = sum / counts[kind]!)));
  let right = 0;
  for (let n = training; n < size; n++) {
    const distances = means.map((mean) => mean.reduce((sum, value, i) => sum + (x![n * pixels + i]! - value) ** 2, 0));
    if (distances.indexOf(Math.min(...distances)) === c![n]) right++;
  }
  return right / (size - training);
}

describe.each([["digits", 10], ["digits-or-none", 11]] as const)("%s", (name, classes) => {
  const examples = drawn(name, classes, 1);
  const { size, columns: { x, c } } = examples;

  it("are numbers from 0 to 1, mostly paper, and both ends are reached", () => {
    let [low, high, ink] = [Infinity, -Infinity, 0];
    for (const value of x!) {
      low = Math.min(low, value);
      high = Math.max(high, value);
      ink += value;
    }
    expect([low, high]).toEqual([0, 1]);
    expect(ink / x!.length).toBeGreaterThan(0.05);
    expect(ink / x!.length).toBeLessThan(0.35);
  });

  it("show ink in each digit, and little at the edge of the paper", () => {
    let [edge, all] = [0, 0];
    for (let n = 0; n < size; n++) {
      const picture = x!.subarray(n * pixels, (n + 1) * pixels);
      if (c![n]! < 10) expect(Math.max(...picture)).toBeGreaterThan(0.4);
      picture.forEach((value, i) => {
        all += value;
        if (i < 16 || i >= 240 || i % 16 === 0 || i % 16 === 15) edge += value;
      });
    }
    expect(edge / all).toBeLessThan(0.1);
  });

  it("are not told by the nearest mean", () => {
    for (const seed of [1, 2]) {
      const accuracy = nearestMeanAccuracy(seed === 1 ? examples : drawn(name, classes, seed), classes);
      expect(accuracy).toBeLessThan(0.85);
      expect(accuracy).toBeGreaterThan(0.6);
    }
  });
});

describe("shapes", () => {
  it("fill the box that they are drawn in, and do not leave it by much", () => {
    for (const shape of [...digitShapes.flat(), ...otherShapes]) {
      const points = shape.flatMap((stroke) => flattenStroke(stroke));
      const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
      expect([...xs, ...ys].every((value) => value >= -10 && value <= 110)).toBe(true);
      expect(Math.max(Math.max(...ys) - Math.min(...ys), Math.max(...xs) - Math.min(...xs))).toBeGreaterThan(70);
    }
  });

  it("are there for each digit, in several ways", () => {
    expect(digitShapes).toHaveLength(10);
    for (const shapes of digitShapes) expect(shapes.length).toBeGreaterThan(1);
  });
});
