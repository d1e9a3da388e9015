import { describe, expect, it } from "vitest";
import { affine, at, fixed } from "../../compiler/ir/affine.ts";
import { rootNamed } from "../../compiler/ir/graph.ts";
import { Space } from "../../compiler/ir/space.ts";
import { fromNumber } from "../../compiler/ir/rational.ts";
import { check } from "../../compiler/reference/check.ts";
import { differences, slopesOf } from "../../compiler/reference/differences.ts";
import { evaluate, type Point } from "../../compiler/reference/evaluate.ts";
import { formatCheck } from "../../compiler/reference/format.ts";
import { kinkDistance } from "../../compiler/reference/kinks.ts";
import { choosePoints } from "../../compiler/reference/points.ts";
import { evaluated, graphsOf, read, simplified } from "./pipeline.ts";

const nowhere: Point = { params: {}, hyper: {}, columns: {}, size: 1 };
const literal = (space: Space, values: readonly number[], shape: readonly number[]) => space.literal(values.map(fromNumber), shape);

describe("evaluation of nodes", () => {
  const space = new Space();
  const x = literal(space, [1, 2, 3, 4], [4]);
  const valueOf = (node: Parameters<typeof evaluate>[0][number], point: Point = nowhere): number[] => [...evaluate([node], point).get(node)!];

  it("adds up products over the box, zero outside", () => {
    // A convolution with padding: y[i] = Σₖ x[i + k − 1] w[k].
    const w = literal(space, [10, 1, 100], [3]);
    const y = space.contraction([4], [4, 3], [x, w], [[affine(-1, [{ index: 0, coefficient: 1 }, { index: 1, coefficient: 1 }])], [at(1)]], [at(0)]);
    expect(valueOf(y)).toEqual([201, 312, 423, 34]);
  });

  it("drops what is written outside, and reads nothing where a factor is outside", () => {
    const away = space.contraction([3], [4], [x], [[at(0)]], [affine(-2, [{ index: 0, coefficient: 1 }])]);
    expect(valueOf(away)).toEqual([3, 4, 0]);
    const infinite = literal(space, [Infinity, 1], [2]);
    const product = space.contraction([2], [2], [infinite, x], [[at(0)], [affine(-1, [{ index: 0, coefficient: 1 }])]], [at(0)]);
    expect(valueOf(product)).toEqual([0, 1]);
  });

  it("reads where data say, and adds up what lands on one element", () => {
    const rows = space.leaf("index", "i", ["n"]);
    const table = literal(space, [1, 2, 10, 20, 100, 200], [3, 2]);
    const datum = affine(0, [], { arg: 1, at: [at(0)] });
    const looked = space.contraction(["n", 2], ["n", 2], [table, rows], [[datum, at(1)]], [at(0), at(1)]);
    const point = { ...nowhere, columns: { i: [2, 0, 2] }, size: 3 };
    expect(valueOf(looked, point)).toEqual([100, 200, 1, 2, 100, 200]);
    const back = space.contraction([3, 2], ["n", 2], [looked, rows], [[at(0), at(1)]], [datum, at(1)]);
    expect(valueOf(back, point)).toEqual([1, 2, 0, 0, 200, 400]);
    expect(() => valueOf(looked, nowhere)).toThrow("no i");
  });

  it("is 1 times the number of points where nothing is read", () => {
    expect(valueOf(space.contraction([2, 2], [2], [], [], [at(0), at(0)]))).toEqual([1, 0, 0, 1]);
    expect(valueOf(space.contraction([], [], [x], [[fixed(2)]], []))).toEqual([3]);
  });

  it("reduces along the last box indices, the first of equal elements winning", () => {
    const m = literal(space, [1, 5, 5, 7, 2, 7], [2, 3]);
    const reduce = (op: "max" | "min" | "prod" | "argmax" | "argmin"): number[] => valueOf(space.reduction(op, "first", [2], [2, 3], m, [at(0), at(1)]));
    expect([reduce("max"), reduce("min"), reduce("prod"), reduce("argmax"), reduce("argmin")]).toEqual([[5, 7], [1, 2], [25, 98], [1, 0], [0, 1]]);
    expect(valueOf(space.reduction("max", "first", [3], [3, 2], m, [at(1), at(0)]))).toEqual([7, 5, 7]);
  });

  it("works along any dimension of a derived operation", () => {
    const m = literal(space, [0, Math.log(3), 0, 0, Math.log(7), 0], [2, 3]);
    const softmax = space.derived("softmax", [m], [-2], [2, 3]);
    expect(valueOf(softmax).map((y) => Math.round(y * 1e9) / 1e9)).toEqual([0.5, 0.3, 0.5, 0.5, 0.7, 0.5]);
    const total = space.derived("logsumexp", [m], [-2, -1], []);
    expect(valueOf(total)[0]).toBeCloseTo(Math.log(14), 12);
  });

  it("knows the batch size, the clock, labels and noise", () => {
    const point: Point = { ...nowhere, columns: { c: [2, 0] }, size: 2, clock: { rate: 0.1, t: 3, epoch: 1 } };
    expect(valueOf(space.leaf("count", "m", []), point)).toEqual([2]);
    expect(valueOf(space.leaf("clock", "t", []), point)).toEqual([3]);
    expect(valueOf(space.leaf("label", "c", ["n", 3]), point)).toEqual([0, 0, 1, 1, 0, 0]);
    expect(valueOf(space.leaf("label", "s", ["n", 2, 3]), { ...point, columns: { s: [2, 0, 1, 1] } })).toEqual([0, 0, 1, 1, 0, 0, 0, 1, 0, 0, 1, 0]);
    expect(valueOf(space.leaf("noise", "noise1", ["n"]), point)).toEqual([0.5, 0.5]);
    expect(valueOf(space.leaf("noise", "noise2", ["n"]), { ...point, noise: (leaf, index) => Number(leaf.name.at(-1)) / 10 + index / 2 })).toEqual([0.2, 0.7]);
    expect(() => valueOf(space.leaf("label", "d", ["n", 2]), { ...point, columns: { d: [0, 2] } })).toThrow("0 to 1");
    expect(() => valueOf(space.leaf("input", "x", ["n", 2]), { ...point, columns: { x: [1, 2, 3] } })).toThrow("4 were expected");
  });
});

describe("kinks", () => {
  it("are as far as the nearest argument", () => {
    const graph = read("w = param([0.5, -0.2])\nv = param([3, 1, 2.6])\nJ = loss(sum(relu(w)) + max(v) + sum(w))");
    const total = rootNamed(graph, "total", "loss")!;
    const point = { ...nowhere, params: { w: Float64Array.of(0.5, -0.2), v: Float64Array.of(3, 1, 2.6) } };
    expect(kinkDistance([total], point)).toBeCloseTo(0.2, 12);
    expect(kinkDistance([total], point, [rootNamed(graph, "definition", "v")!])).toBeCloseTo(0.4, 12);
    expect(kinkDistance([rootNamed(graph, "definition", "w")!], point)).toBe(Infinity);
  });
});

describe("differences", () => {
  it("give their error", () => {
    const [slope] = slopesOf((t) => Float64Array.of(Math.exp(Math.sin(1 + t))));
    expect(Math.abs(slope!.value - Math.cos(1) * Math.exp(Math.sin(1)))).toBeLessThanOrEqual(slope!.error + 1e-15);
    expect(slope!.error).toBeLessThan(1e-11);
  });

  it("are not fooled by kinks that wide steps cross", () => {
    // The clamp's two kinks make wide quotients agree on 0.1867.
    expect(slopesOf((t) => Float64Array.of(Math.min(Math.max(t - 3.1, -3.09), -3.08)), 2 ** -3)[0]!.value).toBe(0);
    for (const near of [0.02, 0.007, -0.013, 0.001]) expect(slopesOf((t) => Float64Array.of(Math.max(near + t, 0)))[0]!.value).toBeCloseTo(near > 0 ? 1 : 0, 9);
    expect(slopesOf((t) => Float64Array.of(Math.log(0.01 + t)))[0]!.value).toBeCloseTo(100, 6);
  });

  it("take every entry of a root, a coordinate or a direction, of a leaf or a named value", () => {
    const graph = read("x = input(2)\nh = x .^ 2\ny = output([h[1] * h[2], h[1]])", ["h"]);
    const point = { ...nowhere, columns: { x: [3, -2] } };
    const y = rootNamed(graph, "output", "y")!;
    const along = (of: string, k: number): number[] => differences(y, rootNamed(graph, "definition", of)!, point).along(k).map(({ value }) => Math.round(value * 1e8) / 1e8);
    expect([along("x", 0), along("x", 1), along("h", 1)]).toEqual([[24, 6], [-36, 0], [9, 0]]);
    const [first] = differences(y, rootNamed(graph, "definition", "h")!, point).toward(Float64Array.of(1, 2));
    expect(first!.value).toBeCloseTo(4 + 18, 8);
  });
});

describe("points", () => {
  it("keep to the spec's rows, and are the same every time", () => {
    const graph = read("x = input()\nt = target()\nw = param()\nJ = loss((w x - t)^2)\ndata([1, 2; 3, 4; 5, 6; 7, 8])");
    const [one, two] = choosePoints(graph);
    expect(one!.point.columns).toEqual({ x: [1, 3, 5], t: [2, 4, 6] });
    expect(two!.point.columns).toEqual({ x: [7, 1, 3], t: [8, 2, 4] });
    expect(choosePoints(graph)).toEqual([one, two]);
    expect(one!.point.params["w"]![0]).not.toBe(0);
  });

  it("go where the domain is", () => {
    for (const text of ["J = loss(sum(log(w)))", "J = loss(sum(acosh(w)))", "J = loss(sum(atanh(w)) + sum(acosh(w + 1)))"]) {
      const [chosen] = choosePoints(read(`w = param(3)\n${text}`));
      expect(chosen!.note, text).toBeUndefined();
    }
    const [mixed] = choosePoints(read("w = param(3)\nv = param(2)\nJ = loss(sum(asin(w)) + sum(acosh(v)))"));
    expect(mixed!.note).toBeUndefined();
    expect(choosePoints(read("w = param(3)\nJ = loss(sum(log(-w .^ 2)))"))[0]!.note).toContain("finite");
  });

  it("stay away from kinks, and say so where they cannot", () => {
    expect(choosePoints(read("x = input(4)\nW = param(20, 4)\nJ = loss(sum(relu(W * x)))"))[0]!.kinkDistance).toBeGreaterThan(1e-3);
    expect(choosePoints(read("w = param(3)\nJ = loss(sum(max(w, w)))"))[0]!.note).toBe("a kink is met");
  });

  it("are rounded where the compiled code is", () => {
    const [chosen] = choosePoints(read("x = input(2)\nW = param(2, 2)\nJ = loss(sum(W * x))"), { precision: "f32" });
    for (const value of [...chosen!.point.params["W"]!, ...Array.from(chosen!.point.columns["x"]!)]) expect(Math.fround(value)).toBe(value);
  });
});

describe("check", () => {
  const text = "x = input(3)\nc = label(2)\nW = param(2, 3)\nb = param(2)\np = output(softmax(W * x + b))\nJ = loss(crossEntropy(p, c))";

  it("accepts what is right, in either precision", () => {
    const graphs = graphsOf(text);
    expect(check(graphs, evaluated(simplified(text))).ok).toBe(true);
    const rounded = (point: Point) => {
      const { loss, gradients } = evaluated(graphs.differentiated)(point);
      return { loss: Math.fround(loss!), gradients: Object.fromEntries(Object.entries(gradients).map(([name, values]) => [name, Float64Array.from(values, (v) => Math.fround(v * (1 + 1e-6)))])) };
    };
    expect(check(graphs, rounded).ok).toBe(false);
    expect(check(graphs, rounded, { precision: "f32" }).ok).toBe(true);
  });

  it("refuses a wrong loss, a wrong, missing or short gradient, NaN and a lost 1/m", () => {
    const graphs = graphsOf(text);
    const right = evaluated(graphs.differentiated);
    const wrong = (change: (gradients: Record<string, Float64Array>) => void, loss = 0) => (point: Point) => {
      const { gradients, loss: exact } = right(point);
      const copies = Object.fromEntries(Object.entries(gradients).map(([name, values]) => [name, values.slice()]));
      change(copies);
      return { loss: exact! + loss, gradients: copies };
    };
    const failing = (emitted: ReturnType<typeof wrong>): string[] => check(graphs, emitted).rows.filter((row) => !row.ok).map((row) => row.name);
    expect(failing(wrong(() => undefined))).toEqual([]);
    expect(failing(wrong(() => undefined, 1e-6))).toEqual(["loss"]);
    expect(failing(wrong((g) => (g["W"]![4]! *= 1 + 1e-5)))).toEqual(["W"]);
    expect(failing(wrong((g) => delete g["b"]))).toEqual(["b"]);
    expect(failing(wrong((g) => (g["b"] = g["b"]!.slice(1))))).toEqual(["b"]);
    expect(failing(wrong((g) => (g["b"]![0] = NaN)))).toEqual(["b"]);
    expect(failing(wrong((g) => Object.values(g).forEach((values) => values.forEach((v, k) => (values[k] = 3 * v)))))).toEqual(["W", "b"]);
  });

  it("does not take a small gradient for none", () => {
    const tiny = graphsOf("x = input(2)\nw = param(2)\nJ = loss(1e-5 * sum(w .* x))");
    const zero = (point: Point) => ({ ...evaluated(tiny.differentiated)(point), gradients: { w: new Float64Array(2) } });
    expect(check(tiny, zero).ok).toBe(false);
  });

  it("checks Jacobians and asked-for values", () => {
    const jacobian = graphsOf("x = input(3)\ns = input()\nf = output(s * x)\ng = output(sum(x) * s)");
    const result = check(jacobian, evaluated(jacobian.differentiated));
    expect(result.rows.map((row) => [row.name, row.size, row.ok])).toEqual([["output f", 3, true], ["output g", 1, true], ["∂f/∂x", 9, true], ["∂f/∂s", 3, true], ["∂g/∂x", 3, true], ["∂g/∂s", 1, true]]);
    const named = graphsOf("x = input(3)\nw = param(3)\nz = w .* x\nJ = loss(sum(tanh(z)))", ["z", "w"]);
    expect(check(named, evaluated(named.differentiated)).rows.map((row) => [row.name, row.size, row.ok])).toEqual([["loss", 1, true], ["z", 9, true], ["w", 3, true]]);
  });

  it("samples large parameters and is done in time", { timeout: 60_000 }, () => {
    const large = "x = input(1000)\nc = label(10)\nW = param(100, 1000)\nb = param(100)\nV = param(10, 100)\nJ = loss(crossEntropy(softmax(V * relu(W * x + b)), c))";
    const graphs = graphsOf(large);
    const result = check(graphs, evaluated(graphs.differentiated), { count: 1, budget: 1e8 });
    expect(result.ok, formatCheck(result)).toBe(true);
    const W = result.rows.find((row) => row.name === "W")!;
    expect(W.compared).toBeGreaterThan(8);
    const shifted = (point: Point) => {
      const { loss, gradients } = evaluated(graphs.differentiated)(point);
      return { loss: loss!, gradients: { ...gradients, W: gradients["W"]!.map((_, k, all) => all[(k + 1) % all.length]!) } };
    };
    expect(check(graphs, shifted, { count: 1, budget: 2e7 }).ok).toBe(false);
  });

  it("prints a table", () => {
    const graphs = graphsOf("w = param([1, 2])\nJ = loss(sum(w .^ 2))");
    const lines = formatCheck(check(graphs, evaluated(graphs.differentiated))).split("\n");
    expect(lines[0]).toMatch(/size +vs reference +vs differences +compared/);
    expect(lines[2]).toMatch(/^w +2 +0 +\S+ +4 +ok$/);
    expect(lines.at(-1)).toMatch(/^ok: /);
    const bad = formatCheck(check(graphs, () => ({ loss: 0, gradients: {} })));
    expect(bad).toContain("WRONG");
    expect(bad).toContain("FAILED");
  });
});
