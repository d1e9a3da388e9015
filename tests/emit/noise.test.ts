import { describe, expect, it } from "vitest";
import { pointwise } from "../../compiler/ops/index.ts";
import { examplesFromRows } from "../../runtime/examples.ts";
import { expectReference } from "./drawn.ts";
import { codeOf, run } from "./emitted.ts";

/** A variational autoencoder of so many hidden numbers. */
const autoencoder = (hidden: number): string => `x = input(5)
W = param(${hidden}, 5)
S = param(${hidden}, 5)
V = param(5, ${hidden})
mu = W * x
s = S * x
y = output(V * (mu + exp(s / 2) .* noise(${hidden})))
J = loss(squaredError(y, x))
K = loss(0.5 * sum(exp(s) + mu .^ 2 - 1 - s))
R = loss(sum(square(V[1, 1:2] * (noise(2, 3) + noise()))))
`;

describe("noise", () => {
  it.each([3, 40])("of %d numbers is the reference's, in every schedule, and 0 at inference", (hidden) => expectReference(autoencoder(hidden)));

  it("is standard normal, other numbers for each seed, step, example, element and call", async () => {
    const module = await run("x = input()\na = param(10)\nb = param(10)\nJ = loss(x + a * noise(10) + b * noise(10))");
    const data = examplesFromRows(module.metadata.columns, [[0], [0]], "f64");
    const into = module.createGradients(2);
    const numbers = Array.from({ length: 2000 }, (_, k) => k).flatMap((k) => [0, 1].flatMap((row) => {
      module.gradient(module.createParameters(), data, into, undefined, row, row + 1, {}, { seed: k % 40, t: 1 + Math.floor(k / 40), epoch: 1, rate: 0 });
      return [...into["a"]!, ...into["b"]!];
    }));
    expect(new Set(numbers).size).toBeGreaterThan(0.999 * numbers.length);
    const moment = (power: number): number => numbers.reduce((sum, one) => sum + one ** power, 0) / numbers.length;
    // Four standard errors of the mean of zⁿ, whose variance is that of the normal distribution.
    for (const [power, mean, variance] of [[1, 0, 1], [2, 1, 2], [3, 0, 15], [4, 3, 96]] as const) {
      expect(Math.abs(moment(power) - mean), `power ${power}`).toBeLessThan(4 * Math.sqrt(variance / numbers.length));
    }
  });

  it("is finite for every draw, 0 and the largest included", () => {
    const largest = 1 - 2 ** -32;
    for (const u of [0, 2 ** -32, largest]) for (const v of [0, 0.5, largest]) expect(Math.abs(pointwise("boxMuller").value(0, u, v))).toBeLessThan(7);
  });

  it("is not in the forward function, nor anywhere in a spec without a loss", () => {
    expect(/export function forward\([\s\S]*?\n}/.exec(codeOf(autoencoder(3)))![0]).not.toMatch(/draw\(|log1p/);
    expect(codeOf("x = input(3)\nz = output(x .* noise(3) + noise())")).not.toMatch(/draw\(|log1p/);
  });
});
