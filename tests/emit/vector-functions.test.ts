import { describe, expect, it } from "vitest";
import { emittedAt } from "../../compiler/commands/emitted-at.ts";
import { check } from "../../compiler/reference/check.ts";
import { formatCheck } from "../../compiler/reference/format.ts";
import { graphsOf } from "../reference/pipeline.ts";
import { divided, rescheduled, unrolled } from "./at-point.ts";
import { countOperations } from "./count.ts";
import { codeOf, gradientAt, losses, parameters, run } from "./emitted.ts";

const polynomial = "f(z) = [z[1]^2 + 3 z[1] z[2], z[2]^3]";

/** Functions of vectors, and how many numbers they take and give. */
const functions = {
  "as many outputs as inputs": [2, polynomial, 2],
  "fewer outputs than inputs": [3, "f(z) = [z[1]^2 + 3 z[2] z[3], z[2]^3]", 2],
  "more outputs than inputs": [2, "f(z) = [z[1] z[2], z[1]^2 - z[2], sin(z[2])]", 3],
  "one output": [3, "f(z) = [sum(z .^ 2) / 2]", 1],
  "ranges and reductions": [4, "f(z) = concat(z[2:4] .* z[1:3], [mean(z), max(z[1:2]), norm(z)])", 6],
  "a polynomial elementwise": [3, "f(z) = 1 + 2 z + 3 z .^ 2 - 0.5 z .^ 3", 3],
  "a linear combination": [2, "A = [1, 2; 3, 4; 5, 6]\nf(z) = A * z", 3],
  "functions within": [3, "g(u) = u[1:2] .* u[2:3]\nf(z) = concat(g(z), g(tanh(z)))", 4],
} as const;

describe("S15, S19: activations that are functions of vectors", () => {
  it.each(Object.entries(functions))("with %s differentiate, written out and in loops, alone and in a network", async (_, [inputs, f, outputs]) => {
    const network = `x = input(3)\nd = target(${outputs})\nW = param(${inputs}, 3)\nb = param(${inputs}, 0.3)\n${f}\na = output(f(W * x + b))\nJ = loss(squaredError(a, d))`;
    for (const text of [network, `z = input(${inputs})\n${f}\ny = output(f(z))`]) {
      for (const limits of [unrolled, divided]) {
        const loaded = await rescheduled(text, {}, limits);
        const result = check(graphsOf(text), (point) => emittedAt(loaded, point));
        expect(result.ok, `${text}\n${formatCheck(result)}`).toBe(true);
      }
    }
  });

  it("S19: y = (z1² + 3 z1 z2, z2³) has the Jacobian [[2 z1 + 3 z2, 3 z1], [0, 3 z2²]]", async () => {
    const loaded = await rescheduled(`z = input(2)\n${polynomial}\ny = output(f(z))`, {});
    for (const [a, b] of [[1.3, -0.7], [0, 0], [-2, 5]] as const) {
      const { gradients } = emittedAt(loaded, { params: {}, hyper: {}, columns: { z: [a, b] }, size: 1 });
      expect([...gradients["y,z"]!].map((value, k) => Math.abs(value - [2 * a + 3 * b, 3 * a, 0, 3 * b * b][k]!)).every((error) => error < 1e-14)).toBe(true);
    }
  });

  it("train: a polynomial layer learns a parabola", async () => {
    const text = "x = input()\nd = target()\nw = param(2, 0.1)\nc = param(3)\nf(z) = [z[1]^2, z[1] z[2], z[2]]\ny = output(dot(c, f(w * x + [0.5, -0.5])) + c[1])\nJ = loss(squaredError(y, d))\ntrain({rate: 0.2})";
    const rows = [-1, -0.5, 0, 0.5, 1].map((x) => [x, x * x + 0.2]);
    const module = await run(text);
    const found = losses(module, module.initialise(1), rows, 4000);
    expect(found.at(-1)!).toBeLessThan(1e-3 * found[0]!);
  });
});

describe("S62: the bias as a column of the weights", () => {
  const apart = "x = input(2)\nd = target(2)\nW = param([-0.81, -0.34; -1.57, -0.03; 0.60, -0.52])\nb = param([0.27, 0.87, 0.13])\nV = param([0.51, 0.65, -0.74; -1.42, -0.89, 2.02])\nc = param([0.33, 0.65])\nh = sigmoid(W * x + b)\ny = output(sigmoid(V * h + c))\nJ = loss(squaredError(y, d))";
  const augmented = (row: (x: string) => string): string => `x = input(2)\nd = target(2)\nW = param([-0.81, -0.34, 0.27; -1.57, -0.03, 0.87; 0.60, -0.52, 0.13])\nV = param([0.51, 0.65, -0.74, 0.33; -1.42, -0.89, 2.02, 0.65])\nh = sigmoid(W * ${row("x")})\ny = output(sigmoid(V * ${row("h")}))\nJ = loss(squaredError(y, d))`;
  const joined = augmented((x) => `concat(${x}, [1])`);
  const sliced = joined.replace("W * concat(x, [1])", "W[:, 1:2] * x + W[:, 3]").replace("V * concat(h, [1])", "V[:, 1:3] * h + V[:, 4]");

  it.each([["joined", joined], ["as slices", sliced]])("costs the same operations and gives the same numbers, %s", async (_, text) => {
    expect(countOperations(codeOf(text), "gradient").example).toEqual(countOperations(codeOf(apart), "gradient").example);
    const [one, other] = [await run(apart), await run(text)];
    const [a, b] = [gradientAt(one, parameters(one), [[1, 1, 1, 1], [0.5, -2, 0, 1]]), gradientAt(other, parameters(other), [[1, 1, 1, 1], [0.5, -2, 0, 1]])];
    expect(b.loss).toBe(a.loss);
    const rows = (weights: readonly number[], bias: readonly number[]): readonly number[] => bias.flatMap((value, k) => [...weights.slice((k * weights.length) / bias.length, ((k + 1) * weights.length) / bias.length), value]);
    for (const [whole, weights, bias] of [["W", "W", "b"], ["V", "V", "c"]] as const) {
      const expected = rows(a.gradients[weights]!, a.gradients[bias]!);
      for (const [k, value] of b.gradients[whole]!.entries()) expect(Math.abs(value - expected[k]!)).toBeLessThanOrEqual(1e-15);
    }
  });
});
