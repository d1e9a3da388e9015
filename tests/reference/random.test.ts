import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rootsOf } from "../../compiler/ir/graph.ts";
import { check } from "../../compiler/reference/check.ts";
import { evaluate } from "../../compiler/reference/evaluate.ts";
import { formatCheck } from "../../compiler/reference/format.ts";
import { choosePoints, type ChosenPoint } from "../../compiler/reference/points.ts";
import { evaluated, graphsOf, simplified } from "./pipeline.ts";
import { mathjsLoss } from "./points.ts";
import { pictureSpecs } from "./picture-specs.ts";
import { recurrentSpecs } from "./random-recurrences.ts";
import { leaves, preamble, specs } from "./random-specs.ts";

function hold(text: string): void {
  const graphs = graphsOf(text);
  const total = rootsOf(graphs.parsed, "total")[0]!.node;
  const [chosen] = choosePoints(graphs.parsed, { count: 1, also: rootsOf(graphs.differentiated, "total").map((root) => root.node) }) as [ChosenPoint];
  const loss = evaluate([total], chosen.point).get(total)![0]!;
  fc.pre(Number.isFinite(loss) && Math.abs(loss) < 1e3);
  // The slope of a cube root is infinite at 0, where a matrix may well be 0 by its making.
  const { gradients } = evaluated(graphs.differentiated)(chosen.point);
  fc.pre(!text.includes("cbrt") || Object.values(gradients).every((gradient) => gradient.every(Number.isFinite)));
  for (const graph of [graphs.differentiated, simplified(text)]) {
    const result = check(graphs, evaluated(graph), { points: [chosen] });
    fc.pre(result.rows.every((row) => row.undecided === 0));
    expect(result.ok, `${text}\n${formatCheck(result)}`).toBe(true);
  }
  // Under sum the compiler counts a term without examples once, the oracle a whole loss.
  if (graphs.parsed.spec.conventions.reduction === "sum") return;
  const second = mathjsLoss(graphs.parsed, chosen.point);
  expect(second, text).not.toBeNull();
  expect(Math.abs(second! - loss), text).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(loss)));
}

describe("random specs", () => {
  it("agree with differences and with math.js, differentiated and simplified", { timeout: 600_000 }, () => {
    fc.assert(fc.property(specs, hold), { numRuns: Number(process.env["RANDOM_SPECS"] ?? 150), seed: Number(process.env["SEED"] ?? 20240607) });
  });

  it("of pictures do so too", { timeout: 600_000 }, () => {
    fc.assert(fc.property(pictureSpecs, ({ text }) => hold(text)), { numRuns: Number(process.env["RANDOM_SPECS"] ?? 50), seed: Number(process.env["SEED"] ?? 20240607) });
  });

  it("agree so with recurrences in them", { timeout: 600_000 }, () => {
    const runs = Math.ceil(Number(process.env["RANDOM_SPECS"] ?? 150) / 3);
    fc.assert(fc.property(recurrentSpecs(false).map(({ text }) => text), hold), { numRuns: runs, seed: Number(process.env["SEED"] ?? 20240607) });
  });

  it.each([...new Set(Object.values(leaves).flat())])("%s can be written", (leaf) => hold(`${preamble}\nJ = loss(sum(sin(${leaf}) .* tanh(w[1] * (${leaf}))))`));
});
