import { describe, expect, it } from "vitest";
import { linear, scaleOf } from "../../scripts/networks/axis.ts";
import { curveSvg } from "../../scripts/networks/curve.ts";
import { gradientCode } from "../../scripts/networks/gradient-code.ts";
import { readNetwork, sourceHash } from "../../scripts/networks/network.ts";
import { reachedText } from "../../scripts/networks/page.ts";
import type { RunRecord } from "../../scripts/networks/run.ts";

const record: RunRecord = {
  source: "", epochs: 4, steps: 8, train: { loss: 0.0512, losses: { a: 0.05, b: 0.0012 }, metrics: { accuracy: 0.98765 } }, validation: { loss: -1.25, losses: { a: -1.5, b: 0.25 }, metrics: { accuracy: 1 } },
  losses: [100, 10, 1, 0.1], held: [],
};

describe("an axis", () => {
  it.each([
    [0, 12, [0, 2, 4, 6, 8, 10, 12]], [0, 60, [0, 10, 20, 30, 40, 50, 60]], [-0.95, 0.1, [-1, -0.8, -0.6, -0.4, -0.2, 0, 0.2]], [0.3, 0.3, [0.2, 0.4]],
  ])("from %d to %d has round ticks around them", (least, most, ticks) => expect(linear(least, most).ticks).toEqual(ticks));

  it("is logarithmic where values span much and are positive", () => {
    const scale = scaleOf([0.03, 20]);
    expect({ isLogarithmic: scale.isLogarithmic, ticks: scale.ticks, places: [0.01, 1, 100].map((value) => scale.place(value)) }).toEqual({ isLogarithmic: true, ticks: [0.01, 0.1, 1, 10, 100], places: [0, 0.5, 1] });
    expect(scaleOf([1e-12, 1]).ticks).toEqual([1e-12, 1e-9, 1e-6, 1e-3, 1]);
    expect(scaleOf([0.5, 2]).isLogarithmic).toBe(false);
    expect(scaleOf([-1, 20]).isLogarithmic).toBe(false);
  });
});

describe("a curve", () => {
  const pointsOf = (svg: string): readonly (readonly number[])[] => [...svg.matchAll(/points="([^"]+)"/g)].flatMap(([, points]) => points!.split(" ").map((point) => point.split(",").map(Number)));

  it("falls evenly on a logarithmic axis where the loss is divided by ten in each epoch", () => {
    expect(pointsOf(curveSvg("A", record)).map(([x]) => x)).toEqual([156, 260, 364, 468]);
    const heights = pointsOf(curveSvg("A", record)).map(([, y]) => y!);
    expect(heights).toEqual([26, 80.7, 135.3, 190]);
  });

  it("keeps first and last of many epochs, and stays small", () => {
    const losses = Array.from({ length: 1000 }, (_, k) => 2 - k / 1000);
    const svg = curveSvg("A", { ...record, losses, held: losses });
    const points = pointsOf(svg);
    expect(points.length).toBeLessThanOrEqual(2 * 61);
    expect(points.at(-1)![0]).toBe(468);
    expect(svg.length).toBeLessThan(3500);
    expect(svg).toContain("held out");
  });
});

describe("the gradient of a module", () => {
  const long = Array.from({ length: 130 }, (_, k) => `    const h_${k + 1} = x[${k}];`);

  it("is that function and its parts, whole where they are short", () => {
    const module = "function gradientless() {\n}\nexport function gradient(a: A): number {\n  gradientPart2(a);\n  return 1;\n}\n\nfunction gradientPart2(a: A): void {\n  a.b = 1;\n}\n\nexport function step() {\n}\n";
    expect(gradientCode(module)).toEqual({ code: "export function gradient(a: A): number {\n  gradientPart2(a);\n  return 1;\n}\n\nfunction gradientPart2(a: A): void {\n  a.b = 1;\n}", isShortened: false });
  });

  it("is shortened by rows of like statements where it is long", () => {
    const lines = ["export function gradient(): number {", "  let s = 0;", "  for (const k of rows) {", "    // h = x", ...long, "    s += h_1;", "    s += h_2;", "  }", "  return s;", "}"];
    expect(gradientCode(`${lines.join("\n")}\n`)).toEqual({
      code: ["export function gradient(): number {", "  let s = 0;", "  for (const k of rows) {", "    // h = x", long[0], long[1], "    // … 127 more", long[129], "    s += h_1;", "    s += h_2;", "  }", "  return s;", "}"].join("\n"),
      isShortened: true,
    });
  });
});

describe("a run", () => {
  it("is told in a sentence", () => {
    expect(reachedText(record)).toBe("After 4 epochs: loss 0.0512 (held out −1.25), `a` 0.05 (held out −1.5), `b` 0.0012 (held out 0.25), `accuracy` 0.988 (held out 1).");
    expect(reachedText({ ...record, train: { ...record.train, losses: { a: 0.0512 } }, validation: null })).toBe("After 4 epochs: loss 0.0512, `accuracy` 0.988.");
  });

  it("is another when the spec or its data change", () => {
    const network = readNetwork("mixture-density");
    expect(sourceHash(network)).toMatch(/^[0-9a-f]{64}$/);
    const changed = network.text.replace("seed: 1", "seed: 2");
    const elsewhere = network.text.replace("data/inverse-sine.csv", "mixture-density.grad");
    expect(new Set([network.text, changed, elsewhere].map((text) => sourceHash({ ...network, text }))).size).toBe(3);
  });
});
