import { describe, expect, it } from "vitest";
import type { PointwiseOperation } from "../../compiler/ir/op.ts";
import { derived, operation, operations, pointwise } from "../../compiler/ops/index.ts";
import { samples } from "./samples.ts";

const all = [...operations.values()].filter((op): op is PointwiseOperation => op.kind === "pointwise");
const at = (name: string, ...args: number[]): number => pointwise(name).value(...args);
const grid = Array.from({ length: 161 }, (_, i) => (i - 80) / 10);

function near(actual: number, expected: number, error = 1e-15): void {
  expect(Math.abs(actual - expected), `${actual} for ${expected}`).toBeLessThanOrEqual(error * Math.max(1, Math.abs(expected)));
}

describe("the registry", () => {
  it("finds by name and kind, and refuses what is not there", () => {
    for (const [name, op] of operations) expect(op.name).toBe(name);
    expect(operation("exp").kind).toBe("pointwise");
    expect(() => operation("nothing")).toThrow("nothing");
    expect(() => derived("exp")).toThrow("exp is pointwise");
    expect(() => pointwise("softmax")).toThrow("softmax is derived");
  });

  it.each(all.map((op) => [op.name, op] as const))("%s is complete", (_, op) => {
    expect(op.formula !== undefined || op.spelling !== undefined).toBe(true);
    expect(op.partials ?? op.parameters).toHaveLength(op.parameters.length);
    expect(op.cotangents ?? op.parameters).toHaveLength(op.parameters.length);
    expect(op.domain ?? op.parameters).toHaveLength(op.parameters.length);
    expect(op.source).not.toBe("");
  });
});

describe("pointwise values", () => {
  it.each(all.map((op) => [op.name, op] as const))("%s is finite on its domain", (_, op) => {
    const rows = samples(op);
    expect(rows.length).toBeGreaterThan(3);
    for (const row of rows) expect(Number.isFinite(op.value(...row)), `${op.name}(${row.join(", ")})`).toBe(true);
  });

  it.each(all.filter((op) => op.commutative).map((op) => [op.name, op] as const))("%s is commutative", (_, op) => {
    for (const [a = 0, b = 0] of samples(op)) expect(op.value(a, b)).toBe(op.value(b, a));
  });

  it("saturates where it should, and never overflows", () => {
    expect(at("sigmoid", 800)).toBe(1);
    expect(at("sigmoid", -800)).toBe(0);
    expect(at("sigmoid", -700)).toBe(Math.exp(-700));
    expect(at("softplus", 800)).toBe(800);
    expect(at("softplus", -800)).toBe(0);
    expect(at("mish", 800)).toBe(800);
    near(at("mish", -800), 0);
    expect(at("gelu", -40)).toBe(-0);
    expect(at("gelu", 40)).toBe(40);
    expect(at("logisticLoss", 800, 1)).toBe(0);
    expect(at("logisticLoss", -800, 1)).toBe(800);
    expect(at("logisticLoss", 800, 0)).toBe(800);
    expect(at("xlogy", 0, 0)).toBe(0);
  });

  it("obeys the identities that define it", () => {
    for (const x of grid) {
      near(at("sigmoid", x) + at("sigmoid", -x), 1);
      near(at("softplus", x) - at("softplus", -x), x);
      near(at("softplus", x), -Math.log(at("sigmoid", -x)), 2e-15);
      near(at("erf", x), -at("erf", -x));
      near(at("gelu", x) - at("gelu", -x), x);
      near(at("silu", x) - at("silu", -x), x, 2e-15);
      near(at("mish", x), x * Math.tanh(Math.log1p(Math.exp(x))), 2e-15);
      near(at("tanh", x), 2 * at("sigmoid", 2 * x) - 1, 2e-15);
      near(at("relu", x) - at("relu", -x), x);
      near(at("cube", x), x * at("square", x));
      near(at("sign", x) * at("abs", x), x);
      near(at("hardtanh", x), at("clamp", x, -1, 1));
      near(at("elu", x), x > 0 ? x : Math.exp(x) - 1);
      near(at("selu", x), 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * Math.expm1(x)));
      near(at("logisticLoss", x, 0.3), -0.3 * Math.log(at("sigmoid", x)) - 0.7 * Math.log(at("sigmoid", -x)), 4e-15);
      near(at("huberLoss", x, 1.5), Math.abs(x) <= 1.5 ? (x * x) / 2 : 1.5 * (Math.abs(x) - 0.75));
    }
  });

  it("erf to 1e-15", () => {
    // mpmath at 50 digits
    near(at("erf", 0.1), 0.1124629160182849);
    near(at("erf", 0.5), 0.5204998778130465);
    near(at("erf", 1), 0.8427007929497149);
    near(at("erf", 2), 0.9953222650189527);
    near(at("erf", 3.5), 0.9999992569016276);
    expect(at("erf", 7)).toBe(1);
    expect(at("erf", 1e-300)).toBeCloseTo(1.1283791670955126e-300, 310);
  });

  it("rounds halves away from zero, as math.js does", () => {
    const cases: readonly (readonly [number, number])[] = [[0.5, 1], [-0.5, -1], [1.5, 2], [2.5, 3], [-2.5, -3], [2.4, 2], [-2.6, -3], [0.49999999999999994, 0]];
    for (const [x, y] of cases) expect(at("round", x)).toBe(y);
  });

  it("takes slope 0.01 for leakyRelu when none is given", () => {
    expect(pointwise("leakyRelu").defaults).toEqual({ a: "0.01" });
    expect(at("leakyRelu", -2)).toBe(-0.02);
    expect(at("leakyRelu", -2, 0.2)).toBe(-0.4);
  });

  it("selects the branch taken, whatever the other holds", () => {
    expect(at("select", 1, 2, NaN)).toBe(2);
    expect(at("select", 0, Infinity, 3)).toBe(3);
  });
});

describe("derived values", () => {
  const z = [1, 2, 3];
  const y = [0.0900305732, 0.2447284711, 0.6652409558];
  const lines = (name: string, ...args: number[][]): readonly number[] => [derived(name).value(...args)].flat();

  it("softmax and its logarithm", () => {
    for (const [i, one] of lines("softmax", z).entries()) near(one, y[i] ?? NaN, 1e-10);
    expect(lines("softmax", [800, 0])).toEqual([1, 0]);
    expect(lines("logSoftmax", [800, 0])).toEqual([0, -800]);
    near(lines("logsumexp", [1000, 1000])[0] ?? NaN, 1000 + Math.LN2);
    near(lines("logsumexp", z)[0] ?? NaN, 3 - (lines("logSoftmax", z)[2] ?? NaN));
  });

  it("divergences, by the numbers of the course", () => {
    near(lines("binaryCrossEntropy", [0.8], [1])[0] ?? NaN, 0.2231435513, 1e-10);
    near(lines("binaryCrossEntropy", [0.8], [0])[0] ?? NaN, 1.6094379124, 1e-10);
    expect(lines("binaryCrossEntropy", [1], [1])).toEqual([0]);
    near(lines("crossEntropy", y, [0, 1, 0])[0] ?? NaN, 1.4076059644, 1e-9);
    near(lines("kl", [0, 1, 0], y)[0] ?? NaN, 1.4076059644, 1e-9);
    near((lines("crossEntropy", y, [0.1, 0.8, 0.1])[0] ?? NaN) - (lines("kl", [0.1, 0.8, 0.1], y)[0] ?? NaN), 0.6390318597, 1e-10);
    near(lines("kl", [0.05, 0.9, 0.05], y)[0] ?? NaN, [0.05, 0.9, 0.05].reduce((sum, d, i) => sum + d * Math.log(d / (y[i] ?? NaN)), 0));
    near(lines("hinge", [3.2, 5.1, -1.7], [1, 0, 0])[0] ?? NaN, 2.9);
    expect(lines("squaredError", [1, 2], [3, 2])).toEqual([2]);
    expect(lines("huber", [0.5, 3], [0, 0], [1])).toEqual([2.625]);
    expect(lines("norm2", [3, 4])).toEqual([5]);
  });
});
