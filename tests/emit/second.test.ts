import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emittedDraw } from "../../compiler/commands/draws.ts";
import { productsAt } from "../../compiler/commands/emitted-at.ts";
import { hessiansAt, hessiansOfExamples } from "../../compiler/commands/hessian-at.ts";
import { importModule, loadModule, type Loaded } from "../../compiler/commands/run-module.ts";
import { compileToJavaScript, type CompileOptions } from "../../compiler/compile.ts";
import { NameError, SecondDerivativeError } from "../../compiler/diagnostics.ts";
import { operations } from "../../compiler/ops/index.ts";
import { rootsOf } from "../../compiler/ir/graph.ts";
import { checkProducts, type Direction } from "../../compiler/reference/check-products.ts";
import { evaluate, type Point } from "../../compiler/reference/evaluate.ts";
import { formatCheck } from "../../compiler/reference/format.ts";
import type { ChosenPoint } from "../../compiler/reference/points.ts";
import { readPoint } from "../../runtime/point.ts";
import { sizeOf, type Nested } from "../../runtime/values.ts";
import { productsOf, smoothPoints } from "../reference/products.ts";
import { largeSpecs, specs } from "../reference/random-specs.ts";
import { difference, divided, examplesAt, looped, parametersAt, reschedule, tiled, unrolled } from "./at-point.ts";

const files = readdirSync("specs", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".grad")).sort();

/** What second derivatives of a spec are asked of, where it has no loss and several scalar outputs: each in turn. */
function scalarsOf(text: string): readonly ({ readonly of?: string } | null)[] {
  const { phases } = compileToJavaScript(text);
  const { spec } = phases.parsed;
  if (spec.batched) return spec.parameters.length > 0 ? [{}] : [null];
  const scalars = rootsOf(phases.parsed, "output").filter(({ node }) => node.shape.length === 0 && node.kind !== "leaf");
  const hasInputs = spec.columns.some((column) => column.role === "input");
  return scalars.length === 0 || !hasInputs ? [null] : scalars.map(({ name }) => ({ of: name }));
}

describe.each(files)("%s", (file) => {
  const text = readFileSync(`specs/${file}`, "utf8");

  it("has the Hessian-vector products of the reference and of differences of its gradients", { timeout: 120_000 }, async () => {
    for (const of of scalarsOf(text)) {
      // A spec without anything to differentiate has no products.
      if (of === null) return;
      const loaded = await loadModule(text, { hvp: true, ...of });
      const result = checkProducts(productsOf(text, loaded, of), { count: 1, directions: 1, noise: emittedDraw });
      expect(result.ok, formatCheck(result)).toBe(true);
    }
  });
});

const runs = { numRuns: Number(process.env["RANDOM_SPECS"] ?? 12), seed: Number(process.env["SEED"] ?? 20240607), endOnFailure: process.env["SHRINK"] === undefined, maxSkipsPerRun: 1000 };

/** Products of a random spec, by every schedule, against the reference and differences. */
async function hold(text: string, wrt?: readonly string[]): Promise<void> {
  const options = wrt === undefined ? {} : { wrt };
  const compiled = compileToJavaScript(text, { hvp: true, ...options });
  const usual = await importModule(compiled);
  const checked = productsOf(text, usual, options);
  const points = smoothPoints(checked);
  const slopes = rootsOf(checked.second, "slope", "total").map(({ node }) => node);
  fc.pre(points.every(({ note }) => note === undefined) && [...evaluate(slopes, points[0]!.point).values()].every((values) => values.every((value) => Math.abs(value) < 1e3)));
  const result = checkProducts(checked, { points });
  fc.pre(result.rows.every((row) => row.undecided === 0));
  expect(result.ok, `${text}\nwrt ${wrt?.join()}\n${formatCheck(result)}`).toBe(true);
  const [{ point }] = points as [ChosenPoint];
  const direction = directionAt(usual, point);
  const wanted = productsAt(usual, point, direction);
  for (const limits of schedules) {
    const found = productsAt(await importModule(reschedule(compiled, limits)), point, direction);
    for (const [name, values] of Object.entries(wanted)) expect(difference(found[name]!, values), `${name} with ${JSON.stringify(limits)}\n${text}\nwrt ${wrt?.join()}`).toBeLessThanOrEqual(1e-11);
  }
}

const schedules = [unrolled, looped, tiled, divided];

const directionAt = ({ products }: Loaded, point: Point): Direction =>
  Object.fromEntries(products.map(({ name, shape, perExample }, v) => [name, Float64Array.from({ length: sizeOf(shape) * (perExample ? point.size : 1) }, (_, k) => Math.sin(1 + k + v))]));

describe("random specs", () => {
  it("have the Hessian-vector products of differences, however they are scheduled", { timeout: 3_600_000 }, async () => {
    await fc.assert(fc.asyncProperty(specs, (text) => hold(text)), runs);
  });

  it("have them with respect to inputs and values on the way", { timeout: 3_600_000 }, async () => {
    await fc.assert(fc.asyncProperty(largeSpecs, ({ text, wrt }) => hold(text, wrt)), { ...runs, numRuns: Math.ceil(runs.numRuns / 4) });
  });
});

const flat = (value: Nested): readonly number[] => (Array.isArray(value) ? value.flat(Infinity) : [value]) as readonly number[];

async function hessian(text: string, at: unknown, options: CompileOptions = {}): Promise<{ readonly [block: string]: readonly number[] }> {
  const loaded = await loadModule(text, { hessian: true, ...options });
  const point = readPoint(at, loaded.module.metadata, loaded.module.initialise(0).flat);
  const found = loaded.module.evaluate === undefined ? hessiansOfExamples(loaded, point)[0]! : hessiansAt(loaded, point, 0);
  return Object.fromEntries(Object.entries(found).map(([name, value]) => [name, flat(value)]));
}

function expectNumbers(found: readonly number[] | undefined, wanted: readonly number[]): void {
  expect(found).toHaveLength(wanted.length);
  for (const [k, value] of wanted.entries()) expect(found![k]).toBeCloseTo(value, 12);
}

describe("a check of products", () => {
  it("tells a wrong one", async () => {
    const text = "x = input(2)\nW = param(2, 2)\nJ = loss(sum(tanh(W * x)))";
    const checked = productsOf(text, await loadModule(text, { hvp: true }));
    const spoiled = { ...checked, products: (...args: Parameters<typeof checked.products>) => ({ W: checked.products(...args)["W"]!.map((value, k) => (k === 3 ? value * 1.0001 : value)) }) };
    expect(checkProducts(checked).ok).toBe(true);
    const [row] = checkProducts(spoiled).rows;
    expect(row!.ok).toBe(false);
    expect(Math.min(row!.reference, row!.differences)).toBeGreaterThan(1e-6);
  });
});

describe("hessian", () => {
  it("of softmax and cross-entropy at equal logits is ±1/4", async () => {
    const quarter = [0.25, -0.25, -0.25, 0.25];
    expectNumbers((await hessian("c = label(2)\nz = param([0.5, 0.5])\nJ = loss(crossEntropy(softmax(z), c))", { batch: [{ c: 1 }] }))["z,z"], quarter);
    const onTheWay = "x = input(2)\nc = label(2)\nz = x * 1\nJ = loss(crossEntropy(softmax(z), c))";
    expectNumbers((await hessian(onTheWay, { batch: [{ x: [0.5, 0.5], c: 1 }] }, { wrt: ["z"] }))["z,z"], quarter);
  });

  it("of values that each example has its own of is that of each example, of the mean", async () => {
    const text = "x = input(2)\nc = label(2)\nz = x * 1\nJ = loss(crossEntropy(softmax(z), c))";
    const p = 1 / (1 + Math.exp(-1));
    const own = (p * (1 - p)) / 2;
    expectNumbers((await hessian(text, { batch: [{ x: [0, 0], c: 1 }, { x: [1, 0], c: 0 }] }, { wrt: ["z"] }))["z,z"], [1 / 8, -1 / 8, -1 / 8, 1 / 8, own, -own, -own, own]);
  });

  it("of x'Ax is A + A'", async () => {
    expectNumbers((await hessian("x = input(3)\nA = [1, 2, 3; 4, 5, 6; 7, 8, 10]\nf = output(x * (A * x))", { batch: [{ x: [0.3, -1, 2] }] }))["x,x"], [2, 6, 10, 6, 10, 14, 10, 14, 20]);
  });

  it("of logistic regression is σ'(z) x x'", async () => {
    const text = "x = input(2)\nd = target()\nw = param([0.4, -0.7])\nb = param(0.2)\nJ = loss(binaryCrossEntropy(sigmoid(w * x + b), d))";
    const [x1, x2] = [1.5, 0.8];
    const s = 1 / (1 + Math.exp(-(0.4 * x1 - 0.7 * x2 + 0.2)));
    const g = s * (1 - s);
    const found = await hessian(text, { batch: [{ x: [x1, x2], d: 1 }] });
    expectNumbers(found["w,w"], [g * x1 * x1, g * x1 * x2, g * x1 * x2, g * x2 * x2]);
    expectNumbers(found["w,b"], [g * x1, g * x2]);
    expectNumbers(found["b,w"], [g * x1, g * x2]);
    expectNumbers(found["b,b"], [g]);
  });

  const h = 1e-3;
  // With a second derivative at 0, from either side the same.
  const smooth = [...operations.values()].flatMap((op) => {
    if (op.kind !== "pointwise" || op.internal === true || op.parameters.length !== 1 || (op.domain?.[0] ?? [-Infinity])[0] >= 0) return [];
    const [a, b, c, d, e] = [-2, -1, 0, 1, 2].map((k) => op.value(k * h)) as [number, number, number, number, number];
    return Math.abs(a - 2 * b + c - (c - 2 * d + e)) < 0.1 * h * h && Math.abs(b - 2 * c + d) < 10 * h * h ? [{ name: op.name, second: (b - 2 * c + d) / (h * h) }] : [];
  });

  it.each(smooth)("of $name at 0 is its second difference: smooth functions have no kinks inside", async ({ name, second }) => {
    const found = (await hessian(`x = input()\nf = output(${name}(x))`, { batch: [{ x: 0 }] }))["x,x"]!;
    expect(found).toHaveLength(1);
    expect(found[0]).toBeCloseTo(second, 4);
  });

  it("of relu is 0 where it does not kink, and 0 of what the loss does not depend on", async () => {
    const found = await hessian("x = input()\nw = param(0.5)\nv = param(3)\nJ = loss(relu(w * x) + 0 * sum(v))", { batch: [{ x: 2 }, { x: -1 }] });
    expectNumbers(found["w,w"], [0]);
    expectNumbers(found["w,v"], [0, 0, 0]);
  });

  it("of one of several losses leaves the others out", async () => {
    const text = "x = input()\nw = param(0.5)\nJ = loss((w * x - 1)^2)\nR = loss(w^4)";
    expectNumbers((await hessian(text, { batch: [{ x: 3 }] }, { of: "R" }))["w,w"], [12 * 0.25]);
    expectNumbers((await hessian(text, { batch: [{ x: 3 }] }))["w,w"], [18 + 3]);
  });
});

/** Blocks of the Hessian times a direction, against the products. */
async function holdBlocks(text: string, wrt: readonly string[]): Promise<void> {
  const compiled = compileToJavaScript(text, { hessian: true, hvp: true, wrt });
  const all = await Promise.all(schedules.map((limits) => importModule(reschedule(compiled, limits))));
  const checked = productsOf(text, all[0]!, { wrt });
  const [{ point }] = smoothPoints(checked) as [ChosenPoint];
  const direction = directionAt(all[0]!, point);
  const wanted = checked.products(point, direction);
  const scale = Math.max(1e-3, ...Object.values(wanted).flatMap((values) => [...values].map(Math.abs)));
  fc.pre(scale < 1e3);
  for (const loaded of all) {
    const blocks = blocksAt(loaded, point);
    for (const p of loaded.products) {
      const found = new Float64Array(wanted[p.name]!.length);
      for (const q of loaded.products) addProduct(found, p, q, blocks, direction[q.name]!, point.size);
      for (const [k, value] of wanted[p.name]!.entries()) expect(Math.abs(found[k]! - value) / scale, `${p.name}[${k}] of\n${text}`).toBeLessThanOrEqual(1e-9);
    }
  }
}

function blocksAt(loaded: Loaded, point: Point): ReadonlyMap<string, ArrayLike<number>> {
  const into = loaded.module.createHessians!(point.size);
  for (const arrays of Object.values(into)) for (const values of Object.values(arrays)) values.fill(NaN);
  loaded.module.hessian!(parametersAt(loaded.module, point), examplesAt(loaded.module, point), into, undefined, undefined, undefined, point.hyper, { t: 0, epoch: 0, rate: 0, seed: 0 });
  return new Map(loaded.blocks.map(({ name, members: [p, q] }) => [name, into[p]![q]!]));
}

type Product = Loaded["products"][number];

/** Adds ∂²J/∂p∂q · u_q. Where both are per example, examples do not mix; where one is, the block has an entry per example. */
function addProduct(into: Float64Array, p: Product, q: Product, blocks: ReadonlyMap<string, ArrayLike<number>>, u: Float64Array, examples: number): void {
  const [rows, columns] = [sizeOf(p.shape), sizeOf(q.shape)];
  const block = blocks.get(`${p.name},${q.name}`)!;
  for (let n = 0; n < (p.perExample || q.perExample ? examples : 1); n++) {
    for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) into[(p.perExample ? n * rows : 0) + i]! += block[(n * rows + i) * columns + j]! * u[(q.perExample ? n * columns : 0) + j]!;
  }
}

describe("blocks of the Hessian", () => {
  const one = "x = input(3)\nc = label(2)\nd = target(2)\nW = param(2, 3)\nb = param(2)\nV = param(2, 2)\nh = tanh(W * x + b)\nz = V * h\nJ = loss(crossEntropy(softmax(z), c) + squaredError(z, d))\nR = loss(sum(W .^ 4))";

  it.each([[["W", "b", "V"]], [["z", "W"]], [["W", "z", "x"]], [["x"]], [["h", "z", "b"]]])("times a direction are the products, in any schedule, with respect to %j", (wrt) => holdBlocks(one, wrt));

  const normalised = "x = input(3)\nd = target(2)\nW = param(4, 3)\nb = param(4, 0.3)\nV = param(2, 4)\nh = tanh(batchNorm(W * x) + b)\nz = batchNorm(V * h)\nJ = loss(sum((z - d) .^ 4))";

  it.each([[["W", "b", "V"]], [["V", "z"]]])("are so through the statistics of a batch, with respect to %j", (wrt) => holdBlocks(normalised, wrt));

  it("are no blocks for each example where examples act on each other", () => {
    expect(() => compileToJavaScript(normalised, { hessian: true, wrt: ["b", "x"] })).toThrow("spec.grad: through the statistics of the batch each example's x acts on the loss of all others, so its Hessian is no block for each example; name parameters, or let gradc compile --hvp emit products with a direction");
  });

  it("of random specs do too", { timeout: 600_000 }, async () => {
    await fc.assert(fc.asyncProperty(specs, (text) => holdBlocks(text, ["w", "s", "t", "x"])), { ...runs, numRuns: Math.ceil(runs.numRuns / 3) });
  });
});

describe("second derivatives that cannot be had", () => {
  const text = "x = input(2)\nc = label(2)\nW = param(2, 2)\ny = output(W * x)\nJ = loss(crossEntropy(softmax(y), c))";

  it.each([
    ["of a vector", text, { of: "y" }, NameError, "y is a vector of 2; second derivatives are of a loss, here J"],
    ["of nothing", text, { of: "K" }, NameError, "spec.grad has no value named K"],
    ["with respect to nothing", text, { wrt: ["WW"] }, NameError, "spec.grad has no value named WW"],
    ["with respect to a class", text, { wrt: ["c"] }, NameError, "c is whole numbers of the data; nothing can be differentiated with respect to it"],
    ["of several outputs", "x = input()\nf = output(x^2)\ng = output(x^3)", {}, SecondDerivativeError, "spec.grad: second derivatives are of a scalar, and the spec has no loss(…) and several scalar outputs, f, g: --of says of which"],
    ["of no scalar", "x = input(2)\nf = output(x .^ 2)", {}, SecondDerivativeError, "spec.grad: second derivatives are of a scalar, and the spec has no loss(…) and no scalar output(…)"],
    ["without parameters and inputs", "d = target(2)\nJ = loss(sum(d))", {}, SecondDerivativeError, "spec.grad: has no param(…) and no input(…), so there are no second derivatives of J; name what they are with respect to, as in --wrt x"],
    ["too many", "W = param(64, 65)\nJ = loss(sum(W .^ 3))", {}, SecondDerivativeError, "the Hessian of J with respect to W has 4,160 × 4,160 = 17,305,600 numbers, more than 16,777,216; name fewer variables, or let gradc compile --hvp emit its products with a direction, which store nothing of it"],
  ] as const)("%s", (_title, spec, options, type, message) => {
    const attempt = (): unknown => compileToJavaScript(spec, { hessian: true, ...options });
    expect(attempt).toThrow(type);
    expect(attempt).toThrow(message);
  });
});
