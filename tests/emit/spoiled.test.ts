import { describe, expect, it, vi } from "vitest";
import { emittedAt } from "../../compiler/commands/emitted-at.ts";
import { importModule, type Loaded } from "../../compiler/commands/run-module.ts";
import { compileToJavaScript } from "../../compiler/compile.ts";
import type { Node } from "../../compiler/ir/node.ts";
import type { Operation } from "../../compiler/ir/op.ts";
import type { Space } from "../../compiler/ir/space.ts";
import { Builder } from "../../compiler/notation/build.ts";
import { operations, pointwise } from "../../compiler/ops/index.ts";
import { check, type CheckResult } from "../../compiler/reference/check.ts";
import { formatCheck } from "../../compiler/reference/format.ts";
import { patched, samplesOf, unlocked, type Sample } from "../reference/generated.ts";
import { graphsOf } from "../reference/pipeline.ts";
import { detects, kindsBetween, pointOf, spoilings, type Spoiling } from "../reference/spoiled.ts";

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

function underSpoiledRule<T>(kind: Node["kind"], work: () => T): T {
  spoiled.kind = kind;
  try {
    return work();
  } finally {
    spoiled.kind = null;
  }
}

/** The module that a sample compiles to while `changes` are made to the registry; it is imported when they are no more. */
const emitted = (op: Operation, { text }: Sample, changes: object = {}): Promise<Loaded> => importModule(unlocked(op, () => patched(op, changes, () => compileToJavaScript(text))));

/** `gradc check` of a sample. */
const checked = (op: Operation, sample: Sample, loaded: Loaded): CheckResult => unlocked(op, () => check(graphsOf(sample.text), (point) => emittedAt(loaded, point), { points: pointOf(sample, true) }));

async function caught(op: Operation, samples: readonly Sample[], spoiling: Spoiling): Promise<boolean> {
  for (const sample of samples) {
    const loaded = await emitted(op, sample, spoiling.changes);
    if (detects(op, sample, spoiling, () => [(point) => emittedAt(loaded, point)], true)) return true;
  }
  return false;
}

/** At most `count` of them, from beginning to end. */
const spread = <T>(all: readonly T[], count: number): readonly T[] => all.filter((_, k) => k % Math.ceil(all.length / count) === 0);

/** What is read by nobody, and so cannot be caught. */
const unread: readonly (readonly [string, string, string])[] = [["barrier", "formula", "simplification takes barriers out before anything is lowered"]];

const all = [...operations.values()];
const samplesBy = new Map(all.map((op) => [op, samplesOf(op)]));

// Issue 2, show 5: a check that passed whatever the registry says would be worth nothing.
describe.each(all.map((op) => [op.name, op] as const))("%s", (_, op) => {
  const samples = samplesBy.get(op)!;

  it("is emitted right", async () => {
    for (const sample of spread(samples, 6)) {
      const result = checked(op, sample, await emitted(op, sample));
      expect(result.ok, `${sample.text}\n${formatCheck(result)}`).toBe(true);
    }
  });

  it.each(spoilings(op).map((spoiling) => [spoiling.what, spoiling] as const))("with a wrong %s fails the check", async (_what, spoiling) => {
    const reason = unread.find(([name, what]) => name === op.name && what === spoiling.what)?.[2];
    expect(await caught(op, samples, spoiling), reason).toBe(reason === undefined);
  });
});

describe("the precedence of an operator", () => {
  // The right operand of a product may be a quotient without brackets, and a quotient by a quotient is rewritten.
  it.each([["add", "+"], ["sub", "-"], ["mul", "*"]])("of %s, too high, fails the check", async (name, sign) => {
    const op = pointwise(name);
    const text = `a = param(0.7)\nb = param(-1.2)\nc = param(0.4)\nJ = loss(exp(a) / floor(1 / (b ${sign} exp(c))))`;
    const sample: Sample = { operation: name, title: text, text, exact: true, comparable: true };
    const changes = { spelling: { ts: { ...op.spelling!.ts, precedence: 14 } } };
    expect(checked(op, sample, await emitted(op, sample)).ok).toBe(true);
    expect(await caught(op, [sample], { what: "precedence", changes, stage: "emission", honestJudges: false })).toBe(true);
  });
});

describe("the rules of structural kinds", () => {
  const structural = all.filter((op) => op.kind === "structural");

  it.each(structural.map((op) => [op.name, op] as const))("wrong for what %s is made of, fail the check", async (_, op) => {
    const [present, caught] = [new Set<string>(), new Set<string>()];
    for (const sample of samplesBy.get(op)!) {
      for (const kind of unlocked(op, () => kindsBetween(graphsOf(sample.text).parsed))) {
        if (caught.has(kind)) continue;
        const { gradients } = emittedAt(await emitted(op, sample), unlocked(op, () => pointOf(sample, true))[0]!.point);
        if (!Object.values(gradients).some((gradient) => gradient.some((value) => value !== 0))) continue;
        const loaded = await importModule(unlocked(op, () => underSpoiledRule(kind, () => compileToJavaScript(sample.text))));
        const result = underSpoiledRule(kind, () => checked(op, sample, loaded));
        present.add(kind);
        if (!result.ok) caught.add(kind);
      }
    }
    expect([...caught].sort()).toEqual([...present].sort());
  });
});
