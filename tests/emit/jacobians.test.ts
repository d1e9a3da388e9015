import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emittedAt } from "../../compiler/commands/emitted-at.ts";
import { check } from "../../compiler/reference/check.ts";
import { evaluate } from "../../compiler/reference/evaluate.ts";
import { formatCheck } from "../../compiler/reference/format.ts";
import { checkedRoots, choosePoints } from "../../compiler/reference/points.ts";
import { graphsOf } from "../reference/pipeline.ts";
import { Choices, expression, type Leaves, type Rank } from "../reference/random-specs.ts";
import { looped, rescheduled, tiled, unrolled } from "./at-point.ts";

const leaves: Leaves = {
  scalar: ["s", "x[2]", "0.3", "M[1, 3]", "lambda", "A[2, 2]"],
  vector: ["x", "x", "v", "M[2, :]", "M[:, 1]", "[0.2, -0.4, 0.9]", "[s, x[1], 0.5]", "E[i, :]"],
  matrix: ["M", "M", "A", "M'", "outer(x, v)", "[x, v, d]", "identity(3)"],
};

const preamble = ["x = input(3)", "s = input()", "M = input(3, 3)", "d = input(3)", "c = label(3)", "i = index(4)", "v = param([0.6, -0.3, 1.1])", "A = param(3, 3)", "E = param(4, 3)", "lambda = hyper(0.3)", "f(a, b) = tanh(a .* b) + 0.1 a"];
const ranks: readonly Rank[] = ["scalar", "vector", "matrix"];

const specs = fc.tuple(fc.array(fc.nat(1000), { minLength: 6, maxLength: 50 }), fc.integer({ min: 1, max: 3 })).map(([numbers, depth]) => {
  const choose = new Choices(numbers);
  const one = (deep: number): string => expression(choose, choose.of(ranks), deep, leaves);
  return { text: [...preamble, `h = ${one(1)}`, `y = output(${one(depth)})`, `z = output(sin(h) + ${expression(choose, "scalar", depth, leaves)})`].join("\n"), wrt: choose.of([undefined, ["x"], ["x", "h"], ["v", "M"]]) };
});

const runs = { numRuns: Number(process.env["RANDOM_SPECS"] ?? 40), seed: Number(process.env["SEED"] ?? 20240607), endOnFailure: process.env["SHRINK"] === undefined, maxSkipsPerRun: 1000 };

describe("random specs without a loss", () => {
  it("have the outputs and Jacobians of the reference and of differences", { timeout: 3_600_000 }, async () => {
    await fc.assert(fc.asyncProperty(specs, async ({ text, wrt }) => {
      const graphs = graphsOf(text, wrt);
      const points = choosePoints(graphs.parsed, { count: 1 });
      const values = evaluate(checkedRoots(graphs.parsed), points[0]!.point);
      fc.pre(points.every((point) => point.note === undefined) && [...values.values()].every((array) => array.every((value) => Math.abs(value) < 1e3)));
      for (const limits of [unrolled, looped, tiled]) {
        const loaded = await rescheduled(text, wrt === undefined ? {} : { wrt }, limits);
        const result = check(graphs, (point) => emittedAt(loaded, point), { points });
        fc.pre(result.rows.every((row) => row.undecided === 0));
        expect(result.ok, `${text}\nwrt ${wrt?.join()}\n${formatCheck(result)}`).toBe(true);
      }
    }), runs);
  });
});
