import { readFileSync, readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Source } from "../compiler/diagnostics.ts";
import type { Graph } from "../compiler/ir/graph.ts";
import { parse } from "../compiler/1-parse/parse.ts";
import { simplify, type SimplifyOptions } from "../compiler/2-simplify/simplify.ts";
import { differentiate } from "../compiler/3-differentiate/differentiate.ts";
import { update } from "../compiler/3-differentiate/update.ts";
import { operations } from "../compiler/ops/index.ts";
import { textRule } from "../compiler/rewrite/pattern.ts";
import { Rewriter, type Rule } from "../compiler/rewrite/rewrite.ts";
import { largeSpecs, specs } from "./reference/random-specs.ts";

/** Simplified twice is simplified once: no rule applies any more, and every root is the very same node. */
function expectFixed(graph: Graph, options?: SimplifyOptions): Graph {
  const once = simplify(graph, options);
  const twice = simplify(once.graph, options);
  expect(twice.applications.map(({ rule, before, after }) => `${rule.text}: ${before.kind} ${before.id} -> ${after.kind} ${after.id}`)).toEqual([]);
  twice.graph.roots.forEach((root, k) => expect(root.node, root.name).toBe(once.graph.roots[k]!.node));
  return once.graph;
}

/** At each place of the compiler where it simplifies. */
function expectFixedThroughout(text: string, wrt?: readonly string[]): void {
  const options = wrt === undefined ? {} : { wrt };
  const stable = expectFixed(parse(new Source(text, "case.grad"), options), { expand: "without-vjp" });
  const backward = expectFixed(differentiate(stable, options));
  expectFixed(expectFixed(update(backward)), { expand: "all" });
}

const folder = (name: string): readonly (readonly [string, string])[] => {
  const url = new URL(name, import.meta.url);
  return readdirSync(url, { recursive: true, encoding: "utf8" }).filter((file) => /\.(grad|txt)$/.test(file)).map((file) => [file, readFileSync(new URL(file, url), "utf8").split(/^--- /m)[0]!]);
};

describe("simplification is idempotent", () => {
  it.each([...folder("../specs/"), ...folder("./phases/")])("%s", (_, text) => expectFixedThroughout(text));

  it("on random specs", { timeout: 300_000 }, () => {
    fc.assert(fc.property(specs, (text) => expectFixedThroughout(text)), { numRuns: Number(process.env["RANDOM_SPECS"] ?? 100), seed: 1 });
  });

  it("on random larger ones", { timeout: 300_000 }, () => {
    fc.assert(fc.property(largeSpecs, ({ text, wrt }) => expectFixedThroughout(text, wrt)), { numRuns: Number(process.env["RANDOM_SPECS"] ?? 20), seed: 1 });
  });
});

describe("rewrites", () => {
  const texts = [...operations.values()].flatMap((operation) => operation.rewrites ?? []);

  it.each(texts)("%s", (text) => {
    const rule = textRule(text);
    expect(operations.has(rule.root)).toBe(true);
    expect(rule.stable).toBe(text.startsWith("stable: "));
  });

  it("are different", () => expect(texts.filter((text, k) => texts.indexOf(text) < k)).toEqual([]));

  it("run out of fuel where they undo each other", () => {
    const graph = parse(new Source("x = input()\ny = output(sin(x) + x)", "case.grad"));
    const turn = (text: string): Rule => textRule(text);
    const rewriter = new Rewriter(graph.space, () => [turn("sin(x) -> sin(x + 1)")]);
    expect(() => rewriter.rewrite([graph.roots.at(-1)!.node])).toThrow("rewrites do not end");
  });

  it.each(["sin(x)", "x -> sin(x)", "sin(x) -> x | x odd", "nothing(x) -> x"])("that are none are refused: %s", (text) => expect(() => textRule(text)).toThrow());
});
