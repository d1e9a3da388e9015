import { describe, expect, it, vi } from "vitest";
import type { Node } from "../../compiler/ir/node.ts";
import type { Space } from "../../compiler/ir/space.ts";
import { Builder } from "../../compiler/notation/build.ts";
import { operations } from "../../compiler/ops/index.ts";
import { check } from "../../compiler/reference/check.ts";
import { choosePoints } from "../../compiler/reference/points.ts";
import { samplesOf, unlocked } from "./generated.ts";
import { evaluated, graphsOf } from "./pipeline.ts";
import { detects, kindsBetween, spoilings } from "./spoiled.ts";

/** The kind of node whose rule is wrong at the moment. */
const spoiled: { kind: Node["kind"] | null } = { kind: null };

vi.mock(import("../../compiler/3-differentiate/rules.ts"), async (original) => {
  const rules = await original();
  const wrong = (space: Space, cotangent: Node): Node => new Builder(space).apply("mul", [cotangent, space.fill(1.25)]);
  return {
    ...rules,
    pullBack: (space, node, g, active) => rules.pullBack(space, node, g, active).map((one) => (node.kind === spoiled.kind ? { ...one, cotangent: wrong(space, one.cotangent) } : one)),
  };
});

const all = [...operations.values()];
const samplesBy = new Map(all.map((op) => [op, samplesOf(op)]));

// A check that passes whatever the rules say would be worth nothing: each rule in turn is made wrong, and must be caught.
describe.each(all.map((op) => [op.name, op] as const))("%s", (_, op) => {
  const samples = samplesBy.get(op)!;

  // Formulas of elementwise operations and spellings are read by lowering and emission alone: tests/emit/spoiled.test.ts.
  it.each(spoilings(op).filter(({ stage }) => stage !== "lowering" && stage !== "emission").map((spoiling) => [spoiling.what, spoiling] as const))("a wrong %s is caught", (_what, spoiling) => {
    expect(samples.some((sample) => detects(op, sample, spoiling))).toBe(true);
  });
});

describe("the rules of structural kinds", () => {
  const structural = all.filter((op) => op.kind === "structural" || op.kind === "recurrent");

  it.each(structural.map((op) => [op.name, op] as const))("wrong for what %s is made of, they are caught", (_, op) => {
    const [present, caught] = [new Set<string>(), new Set<string>()];
    for (const { text } of samplesBy.get(op)!) {
      unlocked(op, () => {
        const right = graphsOf(text);
        const points = choosePoints(right.parsed, { count: 1 });
        const { gradients } = evaluated(right.differentiated)(points[0]!.point);
        if (!Object.values(gradients).some((gradient) => gradient.some((value) => value !== 0))) return;
        for (const kind of kindsBetween(right.parsed)) {
          present.add(kind);
          if (caught.has(kind)) continue;
          try {
            spoiled.kind = kind;
            const graphs = graphsOf(text);
            if (!check(graphs, evaluated(graphs.differentiated), { points }).ok) caught.add(kind);
          } finally {
            spoiled.kind = null;
          }
        }
      });
    }
    expect([...caught].sort()).toEqual([...present].sort());
  });
});
