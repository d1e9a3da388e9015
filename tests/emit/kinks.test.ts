import { describe, expect, it } from "vitest";
import type { PointwiseOperation } from "../../compiler/ir/op.ts";
import { operations } from "../../compiler/ops/index.ts";
import { unlocked } from "../reference/generated.ts";
import { rescheduled, looped, unrolled } from "./at-point.ts";
import { codeOf, gradientAt, load, parameters, run, type Emitted } from "./emitted.ts";

const steps = [-3, -2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 3];

/** Every combination of `count` numbers. */
const combinations = (count: number, from: readonly number[]): readonly (readonly number[])[] =>
  Array.from({ length: count }).reduce<readonly (readonly number[])[]>((rows) => rows.flatMap((row) => from.map((one) => [...row, one])), [[]]);

const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, one, k) => sum + one * b[k]!, 0);

/** Whether the points of a grid leave a function convex: no chord is below it in the middle. */
const isConvex = (f: (...args: number[]) => number, points: readonly (readonly number[])[]): boolean =>
  points.every((p) => points.every((q) => f(...p.map((one, k) => (one + q[k]!) / 2)) <= (f(...p) + f(...q)) / 2 + 1e-12));

const kinked = [...operations.values()].filter((op): op is PointwiseOperation => op.kind === "pointwise" && op.kinks !== undefined && op.parameters.length <= 2 && op.domain === undefined);

describe("S22: f(x) - f(x0) >= v (x - x0) for the emitted v, at kinks too", () => {
  const convex = kinked.map((op) => ({ op, points: combinations(op.parameters.filter((name) => !name.endsWith("?")).length, steps) })).filter(({ op, points }) => isConvex((...args) => op.value(...args), points));

  it("is tested of every kink that is convex", () => {
    expect(convex.map(({ op }) => op.name)).toEqual(expect.arrayContaining(["relu", "reluOne", "reluHalf", "abs", "max2", "max2Split", "leakyRelu"]));
    expect(convex.map(({ op }) => op.name)).not.toContain("min2");
  });

  it.each(convex.map(({ op, points }) => [op.name, op, points] as const))("%s", async (_, op, points) => {
    const names = points[0]!.map((_one, k) => `w${k}`);
    const text = `${names.map((name, k) => `${name} = param([${points.map((point) => point[k]).join(", ")}])`).join("\n")}\nx = input()\nJ = loss(sum(${op.name}(${names.join(", ")})) + 0 * x)`;
    const module = await load(unlocked(op, () => codeOf(text)));
    const { gradients } = gradientAt(module, parameters(module), [[0]]);
    for (const [k, at] of points.entries()) {
      const v = names.map((name) => gradients[name]![k]!);
      for (const to of points) expect(op.value(...to) - op.value(...at), `from ${at.join()} to ${to.join()}, v = ${v.join()}`).toBeGreaterThanOrEqual(dot(v, to.map((one, i) => one - at[i]!)) - 1e-12);
    }
  });

  const wholes = [
    ["max", "max(w)"], ["a pool", "max(w[1:2]) + 2 * max(w[2:3])"], ["hinge", "hinge(w, [0, 1, 0])"], ["norm", "norm(w)"], ["norm 1", "norm(w, 1)"], ["norm Inf", "norm(w, Inf)"],
    ["relu of a sum", "relu(w[1] - w[2]) + abs(w[2] + w[3])"], ["max of several", "max(w[1], w[2], w[3], 0)"],
  ] as const;
  it.each(wholes.flatMap(([name, f]) => ["first", "split"].flatMap((tie) => [0, 0.5, 1].map((slope) => [name, tie, slope, f] as const))))("%s, maxTie %s, reluAtZero %d", async (_name, tie, slope, f) => {
    const module = await run(`w = param(3)\nx = input()\nJ = loss(${f} + 0 * x)\nconventions({maxTie: "${tie}", reluAtZero: ${slope}})`);
    const points = combinations(3, [-1, 0, 0.5, 1]);
    const found = points.map((w) => gradientAt(module, parameters(module, { w }), [[0]]));
    for (const [k, at] of points.entries()) {
      const { loss, gradients } = found[k]!;
      for (const [j, to] of points.entries()) expect(found[j]!.loss - loss, `from ${at.join()} to ${to.join()}`).toBeGreaterThanOrEqual(dot(gradients["w"]!, to.map((one, i) => one - at[i]!)) - 1e-12);
    }
  });
});

describe("S23: the largest of overlapping subsets", () => {
  const text = (tie: string): string => `z = input(4)\ng = target(3)\ny = output([max(z[1:2]), max(z[2:3]), max(z[3:4])])\nJ = loss(dot(y, g))\nconventions({maxTie: "${tie}"})`;

  it.each([
    ["first", [0, 110, 1000, 0], "of equal largest elements the first gets the gradient"],
    ["split", [0, 60, 1050, 0], "equal largest elements share the gradient"],
  ] as const)("maxTie %s: contributions add up, and the code says which tie rule it follows", async (tie, wanted, said) => {
    for (const limits of [unrolled, looped]) {
      const { module, derivatives } = await rescheduled(text(tie), { wrt: ["z"] }, limits);
      expect(derivatives.map(({ member }) => member)).toEqual(["z"]);
      const emitted = module as unknown as Emitted;
      const { loss, gradients } = gradientAt(emitted, parameters(emitted), [[1, 5, 5, 2, 10, 100, 1000]]);
      expect(loss).toBe(5 * 1110);
      expect(gradients["z"]).toEqual(wanted);
    }
    expect(codeOf(text(tie))).toContain(said);
  });
});

describe("the largest of several numbers", () => {
  it("is split evenly, however many are equal", async () => {
    const module = await run("x = input(3)\nm = output(max(x[1], x[2], x[3]))\nn = output(min(x, 0.5, x[1]))\nconventions({maxTie: \"split\"})");
    const into = module.createJacobians();
    module.jacobian(module.createParameters(), [0, 0, 0], into);
    for (const slope of into["dm_dx"]!) expect(slope).toBeCloseTo(1 / 3, 15);
    expect([...into["dn_dx"]!]).toEqual([1, 0, 0, 0.5, 0.5, 0, 0.5, 0, 0.5]);
  });
});

describe("S21: leaky and randomised leaky ReLU", () => {
  it("has slope 0.01 below 0, and says what it has at 0", async () => {
    const text = "x = input(3)\ny = output(leakyRelu(x))";
    const module = await run(text);
    const into = module.createJacobians();
    module.jacobian(module.createParameters(), [-2, 0, 3], into);
    expect([...into["y"]!]).toEqual([-0.02, 0, 3]);
    expect([...into["dy_dx"]!]).toEqual([0.01, 0, 0, 0, 0.01, 0, 0, 0, 1]);
    expect(codeOf(text)).toContain("leakyRelu'(0) is the slope below 0");
  });

  it("draws its slope in training, in its range and by the seed, and uses the middle at inference", async () => {
    const text = "x = input()\nw = param()\ny = output(randomLeakyRelu(w * x, 0.1, 0.3))\nJ = loss(y)";
    const module = await run(text);
    const params = parameters(module, { w: [1] });
    const slopes = Array.from({ length: 400 }, (_, seed) => {
      const into = module.createGradients(1);
      const loss = module.gradient(params, { size: 1, columns: { x: new Float64Array([-2]) } }, into, undefined, 0, 1, {}, { t: 1, epoch: 1, rate: 0, seed: seed % 200 });
      expect(into["w"]![0]).toBe(loss);
      return loss / -2;
    });
    expect(slopes.slice(0, 200)).toEqual(slopes.slice(200));
    expect(new Set(slopes).size).toBe(200);
    expect(Math.min(...slopes)).toBeGreaterThanOrEqual(0.1);
    expect(Math.max(...slopes)).toBeLessThan(0.3);
    expect(Math.abs(slopes.reduce((a, b) => a + b, 0) / slopes.length - 0.2)).toBeLessThan(0.02);
    expect(module.forward(params, -2)["y"]![0]).toBe(-0.4);
    expect(codeOf(text)).toMatch(/Random {6}in training/);
  });
});
