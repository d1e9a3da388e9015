import { describe, expect, it } from "vitest";
import { emittedAt } from "../../compiler/commands/emitted-at.ts";
import { check } from "../../compiler/reference/check.ts";
import type { Point } from "../../compiler/reference/evaluate.ts";
import { graphsOf } from "../reference/pipeline.ts";
import { divided, looped, rescheduled, tiled, unrolled } from "./at-point.ts";
import { codeOf } from "./emitted.ts";

/** S18: y_i = Π_l z_l ^ α_li, at exponents that are literal, parameters of one matrix, or parameters of their own. */
const layers = (exponents: readonly (readonly [number, number])[]): readonly (readonly [string, string, Point["params"]])[] => {
  const [[a, b], [c, d]] = exponents as readonly [readonly [number, number], readonly [number, number]];
  const numbers = (...values: readonly number[]): Float64Array => Float64Array.from(values);
  return [
    ["a literal matrix", `z = input(2)\ny = output(prod(z .^ [${a}, ${b}; ${c}, ${d}]', 2))`, {}],
    ["rows of a literal matrix", `z = input(2)\nα = [${a}, ${b}; ${c}, ${d}]\ny = output([z[1]^α[1, 1] * z[2]^α[2, 1], z[1]^α[1, 2] z[2]^α[2, 2]])`, {}],
    ["a parameter", "z = input(2)\nα = param(2, 2)\ny = output(prod(z .^ α', 2))", { α: numbers(a, b, c, d) }],
    ["parameters", "z = input(2)\na = param()\nb = param()\nc = param()\nd = param()\ny = output([z[1]^a * z[2]^c, z[1]^b * z[2]^d])", { a: numbers(a), b: numbers(b), c: numbers(c), d: numbers(d) }],
  ];
};

/** Where, and what y and J are there by the power rule; by hand. */
const places = [
  { exponents: [[2, 1], [0.5, 3]], z: [2, 3], y: [6.928203230275509, 54], jacobian: [6.928203230275509, 1.1547005383792515, 27, 54] },
  { exponents: [[2, 1], [1, 3]], z: [2, 3], y: [12, 54], jacobian: [12, 4, 27, 54] },
  { exponents: [[2, 1], [1, 3]], z: [0, 3], y: [0, 0], jacobian: [0, 0, 27, 0] },
  { exponents: [[2, 1], [1, 3]], z: [-2, 3], y: [12, -54], jacobian: [-12, 4, 27, -54] },
  { exponents: [[2, 1], [1, 3]], z: [-2, 0], y: [0, 0], jacobian: [0, 4, 0, 0] },
  { exponents: [[2, 1], [1, 3]], z: [0, 0], y: [0, 0], jacobian: [0, 0, 0, 0] },
  { exponents: [[1, 0], [1, 1]], z: [0, 0], y: [0, 0], jacobian: [0, 0, 0, 1] },
  { exponents: [[2, -1], [-2, 0]], z: [-2, -3], y: [4 / 9, -0.5], jacobian: [-4 / 9, 8 / 27, -0.25, 0] },
] as const;

const near = (found: ArrayLike<number>, wanted: readonly number[], what: string): void => {
  for (const [k, value] of wanted.entries()) expect(Math.abs(found[k]! - value), `${what} ${k}: ${found[k]} for ${value}`).toBeLessThan(1e-12);
};

describe("S18: products of powers, at zeros and at negative bases", () => {
  it.each(places)("$exponents at $z give $y", async ({ exponents, z, y, jacobian }) => {
    for (const [what, text, params] of layers(exponents)) {
      const wrt = ["z", ...Object.keys(params)];
      const point: Point = { params, hyper: {}, columns: { z }, size: 1 };
      for (const limits of [unrolled, looped, tiled, divided]) {
        const loaded = await rescheduled(text, { wrt }, limits);
        const found = emittedAt(loaded, point);
        near(found.outputs!["y"]!, y, `${what}: y`);
        near(found.gradients["y,z"]!, jacobian, `${what}: J`);
        // Differences step to where a negative base has no power; the reference does not.
        const compared = check(graphsOf(text, wrt), () => found, { points: [{ point, candidate: "given", kinkDistance: Infinity }] });
        for (const row of compared.rows) expect(row.reference, `${what}: ${row.name}`).toBeLessThan(1e-9);
      }
    }
  });

  it("multiply where exponents are whole, and where they are 0 or 1 do nothing", () => {
    const code = codeOf("z = input(4)\ny = output(prod(z .^ [0, 1, 2, 3; -1, 4, 5, 16], 2))\nu = output(z[1]^7)");
    expect(code).not.toMatch(/Math\.(pow|log|exp)/);
    expect(codeOf("z = input(2)\ny = output(z[1]^0.3 * z[2]^17)").match(/Math\.pow/g)).toHaveLength(5);
  });
});

describe("S17: products", () => {
  it.each([
    [[2, 3, 4], [12, 8, 6]],
    [[0, 3, 4], [12, 0, 0]],
    [[0, 3, 0], [0, 0, 0]],
    [[-2, 3, 0], [0, 0, -6]],
  ])("of %j have the gradient %j", async (z, gradient) => {
    for (const text of ["z = input(3)\ny = output(prod(z))", "z = input(3)\ny = output(z[1] z[2] z[3])", "z = input(3)\ny = output(z[1]^1 * prod(z[2:3] .^ 1))"]) {
      for (const limits of [unrolled, looped, tiled, divided]) {
        const found = emittedAt(await rescheduled(text, {}, limits), { params: {}, hyper: {}, columns: { z }, size: 1 });
        near(found.gradients["y,z"]!, gradient, text);
      }
    }
  });

  it("of pairs, a multiplicative layer, hand each factor the other's share", async () => {
    const text = "z = input(4)\nd = target(2)\no = output([z[1] z[2], z[3] z[4]])\nJ = loss(dot(o, d))";
    const loaded = await rescheduled(text, { wrt: ["z"] });
    const found = emittedAt(loaded, { params: {}, hyper: {}, columns: { z: [2, -3, 5, 0.5], d: [1, 2] }, size: 1 });
    near(found.gradients["z"]!, [-3, 2, 1, 10], "ẏ");
  });
});
