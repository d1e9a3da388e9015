import { describe, expect, test } from "vitest";
import { close } from "./close.ts";
import { evaluateSpec } from "./mathjs.ts";
import type { Nested } from "./mathjs.ts";
import { erf } from "./scalars.ts";

/** The value of one expression, after the statements in `before`. */
function value(expression: string, before = ""): Nested | undefined {
  return evaluateSpec(`${before}\nresult = ${expression}`, { params: {}, batch: [{}] }).values[0]?.["result"];
}

describe("shapes", () => {
  const A = "A = [1, 2; 3, 4]\nx = [5, 6]\n";
  test.each<[string, Nested]>([
    ["x * x", 61],
    ["A * x", [17, 39]],
    ["x * A", [23, 34]],
    ["A A", [[7, 10], [15, 22]]],
    ["x' * A * x", 17 * 5 + 39 * 6],
    ["A'", [[1, 3], [2, 4]]],
    ["x'", [5, 6]],
    ["A + x", [[6, 8], [8, 10]]],
    ["[1; 2] .* [10, 20]", [[10, 20], [20, 40]]],
    ["x[2]", 6],
    ["x[1:1]", [5]],
    ["A[1, :]", [1, 2]],
    ["A[:, end]", [2, 4]],
    ["A[1:1, :]", [[1, 2]]],
    ["A[1:1, 2]", [2]],
    ["A[2, 1]", 3],
    ["[x, x]", [[5, 6], [5, 6]]],
    ["[x; x]", [[5, 6], [5, 6]]],
    ["[x]", [[5, 6]]],
    ["[1, 2]", [1, 2]],
    ["[1; 2]", [[1], [2]]],
    ["concat(x, [7])", [5, 6, 7]],
    ["concat(A, A)", [[1, 2, 1, 2], [3, 4, 3, 4]]],
    ["reshape(1:6, [2, 3])", [[1, 2, 3], [4, 5, 6]]],
    ["flatten(A)", [1, 2, 3, 4]],
    ["outer(x, [1, 2])", [[5, 10], [6, 12]]],
    ["diag(x) + identity(2)", [[6, 0], [0, 7]]],
    ["trace(A) + dot(x, x)", 66],
    ["zeros(2) + ones(2, 2)", [[1, 1], [1, 1]]],
    ["size(A)", [2, 2]],
    ["x / 2", [2.5, 3]],
    ["2 ./ [1, 2]", [2, 1]],
    ["-x .^ 2", [-25, -36]],
    ["A[1, :] A", [7, 10]],
  ])("%s", (expression, expected) => {
    close(value(expression, A), expected, 0);
  });
});

describe("functions", () => {
  test.each<[string, Nested]>([
    ["[1, 2] < [2, 2]", [1, 0]],
    ["1 + 1e-15 == 1", 0],
    ["1 < [2, 5] < 3", [1, 0]],
    ["not [0, 1] or [1, 1] and [0, 0]", [1, 0]],
    ["([1, -1] > 0) ? [10, 20] : 0", [10, 0]],
    ["1 > 0 ? 2 : log(-1)", 2],
    ["max([1, 5], 3)", [3, 5]],
    ["max([1, 7; 3, 4])", 7],
    ["max([1, 7; 3, 4], [], 2)", [7, 4]],
    ["min([1, 7; 3, 4], [], 1)", [1, 4]],
    ["sum([1, 2; 3, 4])", 10],
    ["sum([1, 2; 3, 4], 1)", [4, 6]],
    ["mean([1, 2; 3, 4], 2)", [1.5, 3.5]],
    ["prod([1, 2; 3, 4], 2)", [2, 12]],
    ["argmax([3, 9, 9])", 2],
    ["argmax([1, 2; 4, 3], 2)", [2, 1]],
    ["sum(softmax([1, 2; 3, 4], 2), 2)", [1, 1]],
    ["sum(softmax([1, 2; 3, 4], 1), 1)", [1, 1]],
    ["softmax([1, 2; 3, 4], 1)[:, 1]", [1 / (1 + Math.exp(2)), 1 / (1 + Math.exp(-2))]],
    ["exp(logSoftmax([1, 2])) - softmax([1, 2])", [0, 0]],
    ["logsumexp([1000, 1000])", 1000 + Math.log(2)],
    ["cumsum([1, 2, 3])", [1, 3, 6]],
    ["cumsum([1, 2; 3, 4], 1)", [[1, 2], [4, 6]]],
    ["norm([3, -4])", 5],
    ["norm([3, -4], 1)", 7],
    ["norm([3, -4], Inf)", 4],
    ["norm([1, 2; 2, 4])", 5],
    ["log([-1, 1])", [NaN, 0]],
    ["sqrt(-1)", NaN],
    ["(-8) .^ (1 / 3)", NaN],
    ["pow([1, 2], 2)", [1, 4]],
    ["cbrt(-8)", -2],
    ["atan2([1, -1], 0)", [Math.PI / 2, -Math.PI / 2]],
    ["round([2.5, -2.5, 0.49999999999999994])", [3, -3, 0]],
    ["floor(2.9999999999999996)", 2],
    ["ceil(2.0000000000000004)", 3],
    ["clamp([-3, 0.5, 3], -1, 1)", [-1, 0.5, 1]],
    ["hardtanh([-3, 0.5, 3])", [-1, 0.5, 1]],
    ["relu([-1, 0, 2])", [0, 0, 2]],
    ["leakyRelu([-2, 1])", [-0.02, 1]],
    ["leakyRelu([-2, 1], 0.5)", [-1, 1]],
    ["randomLeakyRelu([-2, 1], 0.1, 0.3)", [-0.4, 1]],
    ["elu([-1, 1])", [Math.exp(-1) - 1, 1]],
    ["selu(1)", 1.0507009873554805],
    ["sigmoid([-800, 0, 800])", [0, 0.5, 1]],
    ["softplus([-800, 0, 800])", [0, Math.log(2), 800]],
    ["silu(1)", 1 / (1 + Math.exp(-1))],
    ["mish(0)", 0],
    ["gelu([0, 1])", [0, 0.841344746068543]],
    ["kl([0, 1], [0.5, 0.5])", Math.log(2)],
    ["crossEntropy([0, 1], [0, 1])", 0],
    ["binaryCrossEntropy([1, 0], [1, 0])", 0],
    ["huber([0.5, 3], 0, 1)", 0.125 + 2.5],
    ["f([1, 2]) + g(1)", [4, 7]],
    ["noise(2, 1)", [[0], [0]]],
    ["noise()", 0],
    ["layerNorm([1, 3])", [-1 / Math.sqrt(1 + 1e-5), 1 / Math.sqrt(1 + 1e-5)]],
    ["conv2d(reshape(1:9, [1, 3, 3]), ones(1, 1, 2, 2))", [[[12, 16], [24, 28]]]],
    ["conv2d(reshape(1:9, [1, 3, 3]), ones(1, 1, 3, 3), 2, 1)", [[[12, 16], [24, 28]]]],
    ["maxPool2d(reshape(1:16, [1, 4, 4]), 2)", [[[6, 8], [14, 16]]]],
    ["avgPool2d(reshape(1:9, [1, 3, 3]), 2, 1)", [[[3, 4], [6, 7]]]],
    ["fold(step, [0, 0], [1, 2; 3, 4])", [3.5, 5]],
    ["scan(step, [0, 0], [1, 2; 3, 4])", [[1, 2], [3.5, 5]]],
  ])("%s", (expression, expected) => {
    close(value(expression, "f(a) = a .^ 2 + T\ng(b) = b > 0 ? 2 : 3\nstep(h, r) = h / 2 + r\nT = 1"), expected, 1e-15);
  });

  test("erf: against values of 20 digits, and odd", () => {
    // mpmath, 20 digits
    for (const [x, y] of [[0.5, 0.5204998778130465], [1, 0.8427007929497149], [2.25, 0.9985372834133188], [4, 0.9999999845827421]] as const) {
      expect(Math.abs(erf(x) - y)).toBeLessThanOrEqual(2.3e-16);
      expect(erf(-x)).toBe(-erf(x));
    }
    expect(value("gelu(-6)")).toBeCloseTo(-5.919525870226189e-9, 22);
  });

  test("names of the user shadow math.js's constants, units and functions", () => {
    const spec = "i = 2\nE = [1, 2; 3, 4]\nphi = 3\ne = E[i, :]\nrange = 5\nŷ = 2 e\nW̄ = phi range\nsin2 = i^2";
    const [values] = evaluateSpec(spec, { params: {}, batch: [{}] }).values;
    expect(values).toEqual({ i: 2, E: [[1, 2], [3, 4]], phi: 3, e: [3, 4], range: 5, "ŷ": [6, 8], ["W̄".normalize("NFC")]: 15, sin2: 4 });
  });
});
