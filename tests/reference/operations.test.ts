import { describe, expect, it } from "vitest";
import { rootsOf } from "../../compiler/ir/graph.ts";
import { operations } from "../../compiler/ops/index.ts";
import { check } from "../../compiler/reference/check.ts";
import { evaluate } from "../../compiler/reference/evaluate.ts";
import { formatCheck } from "../../compiler/reference/format.ts";
import { choosePoints } from "../../compiler/reference/points.ts";
import { samplesOf, unlocked } from "./generated.ts";
import { evaluated, graphsOf, read, simplified } from "./pipeline.ts";
import { inferred, initialPoint, mathjsLoss, training } from "./points.ts";

// Every operation of the registry in specs made from its own entry: a new one is tested by being there.
describe.each([...operations.values()].map((op) => [op.name, op] as const))("%s", (_, op) => {
  const samples = samplesOf(op);
  let compared = 0;

  it("can be used", () => expect(samples.length).toBeGreaterThan(0));

  it.each(samples.map((sample) => [sample.title, sample] as const))("%s", (_title, { text, exact, comparable }) =>
    unlocked(op, () => {
      const graphs = graphsOf(text);
      const points = exact ? [initialPoint(graphs.parsed)] : choosePoints(graphs.parsed, { count: 1, also: rootsOf(graphs.differentiated, "total").map((root) => root.node), ...training(graphs.parsed) });
      for (const graph of [graphs.differentiated, simplified(text)]) {
        const result = check(graphs, evaluated(graph), { points });
        expect(result.ok, `${text}\n${formatCheck(result)}`).toBe(true);
        expect(result.rows.every((row) => row.undecided === 0), formatCheck(result)).toBe(true);
      }
      if (!comparable) return;
      const { point } = points[0]!;
      const total = rootsOf(graphs.parsed, "total")[0]!.node;
      const second = mathjsLoss(graphs.parsed, point);
      if (second === null) return;
      expect(second, text).toBeCloseTo(evaluate([total], inferred(point)).get(total)![0]!, 9);
      compared++;
    }));

  // An operation that is not math.js's and has no stand-in in tests/oracle is stated twice by itself: value and formula.
  it.skipIf(op.internal === true)("has a second oracle", () => expect(compared > 0 || ((op.kind === "pointwise" || op.kind === "derived") && op.formula !== undefined)).toBe(true));

  it("is finite at points found without help", () => {
    for (const { text } of samples.slice(0, 2)) {
      const [chosen] = unlocked(op, () => choosePoints(read(text)));
      expect(chosen?.note, text).toBeUndefined();
    }
  });
});
