import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { axisOver, labelsOf, widened } from "../../compiler/commands/axis.ts";
import { Canvas } from "../../compiler/commands/canvas.ts";
import { fittedCurve } from "../../compiler/commands/plot.ts";
import { loadModule } from "../../compiler/commands/run-module.ts";
import { examplesFromRows } from "../../runtime/examples.ts";

async function plot(text: string, rows: readonly (readonly number[])[], width = 44, hyper: { readonly [name: string]: number } = {}): Promise<string | null> {
  const { module } = await loadModule(text, { file: "plotted.grad" });
  return fittedCurve(module, { params: module.initialise(0), hyper: { ...module.createHyper(), ...hyper } }, examplesFromRows(module.metadata.columns, rows, module.metadata.precision), width);
}

const parabola = "x = input()\nd = target()\nw = param(0.5)\ny = output(w * x^2)\nJ = loss((y - d)^2)";

describe("fittedCurve", () => {
  it("draws axes, the curve, the examples, and where they meet", async () => {
    expect(await plot(parabola, [[-2, 2], [-1, 1.5], [0, 0], [1, 0.5], [2, 1], [1.5, -0.4]])).toBe(`\
y over x   ⠢ d   ─ y   ━ both
   2 ┤┓                                    ╭
     │╰╮                                  ╭╯
 1.5 ┤ ╰╮      ⢀                         ╭╯
     │  ╰╮                              ╭╯
     │   ╰╮                            ╭╯
     │    ╰╮                          ╭╯
   1 ┤     ╰╮                        ╭╯    ⠈
     │      ╰─╮                    ╭─╯
     │        ╰╮                  ╭╯
 0.5 ┤         ╰─╮              ╭─┛
     │           ╰─╮          ╭─╯
     │             ╰────╮╭────╯
   0 ┤                  ╰┛
     │
-0.5 ┤                                 ⠂
     └┬───┬────┬────┬────┬───┬────┬────┬───┬
     -2 -1.5  -1  -0.5   0  0.5   1   1.5  2`);
  });

  it("draws the curve alone where there is no one number to compare", async () => {
    const text = await plot("x = input()\nw = param(2.5)\ny = output(tanh(w * x))\nJ = loss(y^2)", [[-1], [3]], 40);
    expect(text!.split("\n")[0]).toBe("y over x");
    expect(text).not.toMatch(/[\u2800-\u28ff━┃]/);
    expect(text).toContain("╭");
  });

  it("uses the hyperparameters of the run, and leaves a gap where there is no finite number", async () => {
    const text = "x = input(1)\nc = label(2)\nk = hyper(1)\nw = param(1)\ny = output(log(k * x + w[1]))\nJ = loss(sum((y - c[1]) .^ 2))";
    const rows = [[-1, 0], [1, 1], [0.5, 0]];
    const [right, left] = [await plot(text, rows), await plot(text, rows, 44, { k: -1 })].map((drawn) => drawn!.split("\n").slice(1, 16).map((row) => /[╭╮╰╯─┏┓┗┛━]/.exec(row.slice(6))?.index ?? Infinity));
    expect(Math.min(...right!)).toBeGreaterThan(15);
    expect(Math.min(...left!)).toBeLessThan(3);
  });

  it("is nothing for specs of another form", async () => {
    const rest = "w = param(3)\nJ = loss(sum(y) * sum(w))";
    const others = ["x = input(2)\ny = output(x[1])", "x = input()\ny = output([x, x])", "x = input()\nu = input()\ny = output(x + u)", "x = input()\ni = index(3)\ny = output(x + w[i])", "x = input()\ny = output(x)\nz = output(2 x)", "x = input()\ny = 3 x", "x = input()\ny = output(log(-1 - x^2))"];
    for (const text of others) expect(await plot(text.includes("index") ? `w = param(3)\n${text}\nJ = loss(y)` : `${text}\n${rest}`, text.includes("input(2)") || text.includes("u =") || text.includes("index") ? [[1, 2]] : [[1], [2]])).toBeNull();
  });

  it("keeps within its width, and draws for widths out of reason too", async () => {
    for (const [width, widest] of [[44, 44], [80, 80], [5, 40], [1000, 100]] as const) {
      const lines = (await plot(parabola, [[-200, 1e-7], [3, 1e6]], width))!.split("\n");
      expect(lines).toHaveLength(18);
      expect(Math.max(...lines.slice(1).map((line) => [...line].length))).toBe(widest);
    }
  });

  it("draws where all examples are the same", async () => {
    const lines = (await plot("x = input()\nd = target()\nw = param(2.5)\ny = output(w)\nJ = loss((y - d)^2)", [[3, 2.5], [3, 2.5]]))!.split("\n");
    expect(lines.filter((line) => /│─+━─+$|┤─+━─+$/.test(line))).toHaveLength(1);
    expect(lines.filter((line) => /[\u2800-\u28ff]/.test(line))).toHaveLength(1);
  });
});

describe("Canvas", () => {
  it("has eight places for points in a character, and none outside", () => {
    const canvas = new Canvas(2, 1);
    for (const [x, y] of [[0, 1], [0.99, 0], [0.6, 0.6], [-0.1, 0.5], [0.5, 1.1], [NaN, 0], [1, 1]] as const) canvas.point(x, y);
    expect(canvas.rows()).toEqual([String.fromCodePoint(0x2800 + 0x01, 0x2800 + 0x80 + 0x02 + 0x08)]);
  });

  it("joins a curve from column to column, whatever its heights", () => {
    const height = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(fc.property(fc.array(height, { minLength: 2, maxLength: 20 }), fc.integer({ min: 1, max: 9 }), (heights, count) => {
      const canvas = new Canvas(heights.length - 1, count);
      canvas.curve(heights);
      const drawn = canvas.rows();
      expect(drawn.map((row) => row.length)).toEqual(new Array(count).fill(heights.length - 1));
      for (let column = 0; column < heights.length - 1; column++) {
        const from = Math.min(canvas.rowAt(heights[column]!), canvas.rowAt(heights[column + 1]!));
        const to = Math.max(canvas.rowAt(heights[column]!), canvas.rowAt(heights[column + 1]!));
        drawn.forEach((row, at) => expect(row[column] !== " ").toBe(at >= from && at <= to));
      }
    }));
  });
});

describe("axes", () => {
  const texts = (values: readonly number[], count: number): readonly string[] => labelsOf(widened(axisOver(values, count))).map(({ text }) => text);

  it("are labelled with round numbers", () => {
    expect(texts([-1.2, 1.1], 6)).toEqual(["-1.5", "-1", "-0.5", "0", "0.5", "1", "1.5"]);
    expect(texts([0, 0.3], 6)).toEqual(["0", "0.05", "0.1", "0.15", "0.2", "0.25", "0.3"]);
    expect(texts([17, 1.2e6, NaN], 4)).toEqual(["0", "500000", "1000000", "1500000"]);
    expect(texts([0, 0], 2)).toEqual(["-1", "0", "1"]);
  });

  it("begin and end with a label when widened, and hold all values", () => {
    const value = fc.double({ min: -1e12, max: 1e12, noNaN: true });
    fc.assert(fc.property(fc.array(value, { minLength: 1, maxLength: 5 }), fc.integer({ min: 2, max: 8 }), (values, count) => {
      const axis = widened(axisOver(values, count));
      const slack = (axis.high - axis.low) * 1e-5;
      for (const one of values) expect(one >= axis.low - slack && one <= axis.high + slack).toBe(true);
      const places = labelsOf(axis).map(({ place }) => place);
      expect(places.length).toBeGreaterThan(1);
      expect(places.length).toBeLessThanOrEqual(count + 3);
      expect(places[0]).toBeCloseTo(0, 6);
      expect(places.at(-1)).toBeCloseTo(1, 6);
      expect(new Set(labelsOf(axis).map(({ text }) => text)).size).toBe(places.length);
    }));
  });
});
