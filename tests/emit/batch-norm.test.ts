import { describe, expect, it } from "vitest";
import { emittedDraw } from "../../compiler/commands/draws.ts";
import type { Loaded } from "../../compiler/commands/run-module.ts";
import { rootsOf } from "../../compiler/ir/graph.ts";
import type { CheckedGraphs } from "../../compiler/reference/check.ts";
import { evaluate, type Point } from "../../compiler/reference/evaluate.ts";
import { choosePoints } from "../../compiler/reference/points.ts";
import { graphsOf } from "../reference/pipeline.ts";
import { divided, examplesAt, expectClose, foundAt, looped, parametersAt, rescheduled, restricted, rowsOf, tiled, unrolled, wantedAt, type Selection } from "./at-point.ts";
import { losses, parameters, run } from "./emitted.ts";

/** Statistics of vectors and of channels, in a function called twice, one on top of the other, beside what does without. */
const network = `x = input(5)
X = input(2, 3, 2)
c = label(3)
W = param(6, 5)
b = param(6, 0.2)
g = param(2, 0.7)
V = param(6, 6)
Q = param(3, 6)
layer(z) = tanh(batchNorm(z) + b)
h = layer(V * layer(W * x))
channels = batchNorm(X .* reshape(g, [2, 1, 1]) .^ 2 + X .^ 2)
y = output(softmax(Q * h + sum(channels[:, 2, 1]) * b[1:3]))
J = loss(crossEntropy(y, c))
R = loss(0.01 * sum(W .^ 2) + 0.1 * sum(channels .^ 3))
right = metric(argmax(y) == argmax(c))
`;

/** Widths whose sums are tiled as the compiler schedules them by itself. */
const wide = `x = input(12)
d = target(3)
W = param(20, 12)
V = param(16, 20)
Q = param(3, 16)
h = relu(batchNorm(W * x) + 0.1)
y = output(Q * tanh(batchNorm(V * h)))
J = loss(squaredError(y, d))
`;

const schedules = { unrolled, looped, tiled, divided, "as scheduled": undefined };

/** A point with so many examples, no two alike. */
function pointOf({ parsed }: CheckedGraphs, size: number, precision: "f64" | "f32" = "f64"): Point {
  const [chosen] = choosePoints(parsed, { count: 1, precision, noise: emittedDraw });
  const columns = parsed.spec.columns.map(({ name, classes, shape }) => {
    const own = shape.reduce((a, b) => a * b, 1);
    return [name, Array.from({ length: size * own }, (_, k) => (classes === undefined ? Math.fround(Math.sin(1.7 * k + 0.3 * Math.floor(k / own) ** 2)) : (5 * k) % classes))] as const;
  });
  return { ...chosen!.point, columns: Object.fromEntries(columns), size };
}

/** Training's numbers are those of the batch's statistics, inference's those of the running ones. */
function hold(module: Loaded, { parsed, differentiated }: CheckedGraphs, point: Point, selection: Selection, tolerance = 1e-11): void {
  const found = foundAt(module, point, selection);
  const at = restricted(point, rowsOf(selection, point.size));
  const { noise: _noise, ...inference } = at;
  const some = (from: ReturnType<typeof wantedAt>, names: RegExp): ReturnType<typeof wantedAt> => new Map([...from].filter(([name]) => names.test(name)));
  expectClose(found, some(wantedAt(parsed, differentiated, at), /^(gradient|total)/), tolerance, "in training");
  expectClose(found, some(wantedAt(parsed, differentiated, inference), /^(output|loss|metric)/), tolerance, "at inference");
}

describe("gradients through the statistics of a batch", () => {
  const wrt = ["W", "b", "g", "V", "Q", "x", "h"];
  const graphs = graphsOf(network, wrt);
  const points = [1, 2, 3, 7, 65].map((size) => pointOf(graphs, size));
  it.each(Object.keys(schedules) as (keyof typeof schedules)[])("are the reference's for batches of any size and order: %s", async (schedule) => {
    const module = await rescheduled(network, { wrt }, schedules[schedule]);
    // From a large batch to small ones and back: arrays that have grown serve again.
    for (const point of [...points, ...points.toReversed()]) {
      const { size } = point;
      const order = Uint32Array.from({ length: size }, (_, k) => (k + Math.ceil(size / 2)) % size);
      for (const selection of [{}, { order, from: Math.floor(size / 3), to: size }] satisfies Selection[]) hold(module, graphs, point, selection);
    }
  });

  it.each([1, 2, 63, 64, 65, 130])("are the reference's where tiles take blocks of 64, for %d examples", async (size) => {
    const wanted = ["W", "V", "Q", "x"];
    const of = graphsOf(wide, wanted);
    for (const limits of [undefined, { ...divided, block: 64 }, { ...tiled, block: 64 }]) {
      const module = await rescheduled(wide, { wrt: wanted }, limits);
      for (const selection of [{}, { order: Uint32Array.from({ length: size }, (_, k) => size - 1 - k) }]) hold(module, of, pointOf(of, size), selection);
    }
  });

  it("are so in 32 bits, within their precision", async () => {
    for (const text of [network, wide]) {
      const module = await rescheduled(text, { precision: "f32" });
      const of = graphsOf(text);
      for (const size of [3, 70]) hold(module, of, pointOf(of, size, "f32"), {}, 2e-5);
    }
  });
});

describe("a step", () => {
  /** The parameters after one step on some rows. */
  function after({ module }: Loaded, point: Point, selection: Selection): ReadonlyMap<string, Float64Array> {
    const params = parametersAt(module, point);
    const arrays = [selection.order, selection.from, selection.to] as unknown as [undefined, undefined, undefined];
    module.step!(params, module.createState!(), examplesAt(module, point), { t: 1, epoch: 1, rate: 0.1, seed: 0 }, ...arrays, point.hyper);
    return new Map(module.metadata.parameters.map(({ name, shape, offset }) => [name, Float64Array.from(params.flat.subarray(offset, offset + shape.reduce((a, b) => a * b, 1)))]));
  }

  it.each(Object.keys(schedules) as (keyof typeof schedules)[])("moves each statistic a tenth of the way to the batch's: %s", async (schedule) => {
    for (const text of [network, wide, `${network}conventions({reduction: "sum"})`]) {
      const of = graphsOf(text);
      const module = await rescheduled(text, {}, schedules[schedule]);
      const statistics = rootsOf(of.parsed, "statistic");
      for (const [size, selection] of [[1, {}], [5, { from: 1, to: 4 }], [66, { order: Uint32Array.from({ length: 66 }, (_, k) => 65 - k) }]] as const) {
        const point = pointOf(of, size);
        const values = evaluate(statistics.map(({ node }) => node), restricted(point, rowsOf(selection, size)));
        expectClose(after(module, point, selection), new Map(statistics.map(({ name, node }) => [name, values.get(node)!])), 1e-12, `${schedule}, ${size} examples`);
      }
    }
  });

  it("sets statistics that it does not train: they have no gradient and no state", async () => {
    const module = await run(`${network}train({optimizer: "adam", clipNorm: 0.5})`);
    expect(Object.keys(module.createGradients(1))).toEqual(["W", "b", "g", "V", "Q", "losses"]);
    expect(module.createState()).toHaveLength(2 * (30 + 6 + 2 + 36 + 18));
    const { parameters: layout } = module.metadata;
    expect(layout.filter(({ statistic }) => statistic === true).map(({ name }) => name)).toEqual([1, 2, 3].flatMap((k) => [`batchNorm${k}_mean`, `batchNorm${k}_variance`]));
    expect(layout.findIndex(({ statistic }) => statistic === true)).toBe(5);
  });

  it("takes no name that the spec has", async () => {
    const module = await run("x = input(2)\nbatchNorm1_mean = param(2, 0.5)\nJ = loss(sum(batchNorm(x .* batchNorm1_mean) .^ 2))");
    expect(module.metadata.parameters.map(({ name }) => name)).toEqual(["batchNorm1_mean", "batchNorm1_mean_", "batchNorm1_variance"]);
  });
});

describe("a batch of one example", () => {
  it("is normalised to 0, so that nothing before it has a slope", async () => {
    const module = await run("x = input(2)\nd = target(2)\nw = param(2, 0.5)\ny = output(batchNorm(w .* x))\nJ = loss(squaredError(y, d))");
    const params = parameters(module);
    expect(losses(module, params, [[3, -4, 1, 2]], 3)).toEqual([2.5, 2.5, 2.5]);
    expect([...params["w"]!]).toEqual([0.5, 0.5]);
  });
});

describe("without a loss", () => {
  it("running statistics normalise, mean 0 and variance 1 at first", async () => {
    const module = await run("x = input(2)\ny = output(batchNorm(x))");
    const into = module.createJacobians();
    const params = module.initialise(0);
    module.jacobian(params, [1, -2], into);
    const scale = 1 / Math.sqrt(1 + 1e-5);
    expectClose(new Map(Object.entries(into).map(([name, values]) => [name, Float64Array.from(values)])), new Map([["y", Float64Array.of(scale, -2 * scale)], ["dy_dx", Float64Array.of(scale, 0, 0, scale)]]), 1e-15, "at first");
    (params as unknown as Record<string, Float64Array>)["batchNorm1_mean"]!.set([1, 2]);
    (params as unknown as Record<string, Float64Array>)["batchNorm1_variance"]!.fill(4);
    module.jacobian(params, [5, -2], into);
    expectClose(new Map(Object.entries(into).map(([name, values]) => [name, Float64Array.from(values)])), new Map([["y", Float64Array.of(4 / Math.sqrt(4 + 1e-5), -4 / Math.sqrt(4 + 1e-5))]]), 1e-15, "later");
  });
});
