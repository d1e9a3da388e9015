import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runPhases } from "../../compiler/compile.ts";
import { CompileError, Source } from "../../compiler/diagnostics.ts";
import { rootsOf, type Graph } from "../../compiler/ir/graph.ts";
import type { Node } from "../../compiler/ir/node.ts";
import { ownShape, sizeOf } from "../../compiler/ir/shape.ts";
import { parse } from "../../compiler/1-parse/parse.ts";
import { simplify } from "../../compiler/2-simplify/simplify.ts";
import { differentiate } from "../../compiler/3-differentiate/differentiate.ts";
import { lower } from "../../compiler/4-lower/lower.ts";
import { linesOf } from "../../compiler/notation/write-lines.ts";
import { derivable, graphJson, programJson, write, writeDerivation, writeEquation, writeGraph, writeProgram } from "../../compiler/notation/write.ts";
import { evaluate, type Point } from "../../compiler/reference/evaluate.ts";
import { randomSpec } from "./write-specs.ts";

const CASES = new URL("./write/", import.meta.url);

interface Stages {
  readonly parse: Graph;
  readonly simplify: Graph;
  readonly differentiate: Graph;
  readonly backward: Graph;
  readonly expand: Graph;
}

function stagesOf(text: string): Stages {
  const parsed = parse(new Source(text, "case.grad"));
  const simplified = simplify(parsed, { expand: "without-vjp" }).graph;
  const differentiated = differentiate(simplified);
  const backward = simplify(differentiated).graph;
  return { parse: parsed, simplify: simplified, differentiate: differentiated, backward, expand: simplify(backward, { expand: "all" }).graph };
}

/** What a case shows: a stage, `lower`, or the derivation of a name. */
function shown(text: string, what: string): string {
  const stages = stagesOf(text);
  const [word = "", name = ""] = what.split(" ");
  if (word === "of") return writeDerivation(stages.backward, name);
  if (word === "lower") return lower(stages.expand).filter((program) => program.name === name).map(writeProgram).join("\n");
  return writeGraph(stages[word as keyof Stages]);
}

/** `=== title`, a spec, then for each thing to show `--- what` and the text. Run with UPDATE_CASES=1 to write the texts anew, then read the difference. */
for (const file of readdirSync(CASES)) {
  describe(file, () => {
    const blocks = readFileSync(new URL(file, CASES), "utf8").split(/^=== /m).slice(1).map((block) => {
      const [head = "", ...parts] = block.split(/^--- /m);
      const [title = "", ...spec] = head.split("\n");
      return { title, spec: spec.join("\n"), parts: parts.map((part) => ({ what: part.split("\n")[0] ?? "", expected: part.split("\n").slice(1).join("\n").trimEnd() })) };
    });
    if (process.env["UPDATE_CASES"] !== undefined) {
      writeFileSync(new URL(file, CASES), blocks.map(({ title, spec, parts }) => `=== ${title}\n${spec}${parts.map(({ what }) => `--- ${what}\n${shown(spec, what).trimEnd()}\n\n`).join("")}`).join("").trimEnd() + "\n");
      return;
    }
    for (const { title, spec, parts } of blocks) {
      for (const { what, expected } of parts) it(`${title}: ${what}`, () => expect(shown(spec, what).trimEnd()).toBe(expected));
    }
  });
}

const point: Point = {
  size: 1,
  params: { s: [0.4], a: [-0.7], b: [0.2, -0.9], w: [0.5, 1.1, -0.3], u: [0.8, -0.6, 0.35], A: [0.3, -0.8, 0.55, 1.2, 0.15, -0.45], B: [0.9, -0.2, 0.4, 0.7], C: [0.6, -0.5, 0.25, 0.95, -1.05, 0.1], E: [0.1, 0.2, -0.3, 0.4, -0.5, 0.6, 0.7, 0.8, -0.9, 1.0, -1.1, 1.2] } as unknown as Point["params"],
  hyper: { lambda: 0.05 },
  columns: { x: [0.37, -0.52], X: [0.11, -0.63, 0.29, 0.74, 0.41, -0.18], t: [0.9, -0.1, 0.4], i: [2], k: [3, 1], d: [1] },
};
const params = Object.fromEntries(Object.entries(point.params).map(([name, values]) => [name, Float64Array.from(values)]));

/** What the language cannot say: index notation, one index of several, and operations that only the compiler writes. */
const outside = /[↦…{]|Σ |\bk\[|\b(huberLoss|logisticLoss|argmin)\(/;

/**
 * The text of a graph is a spec again: with one example Σn adds up nothing and m is 1, so every line, gradients included,
 * must give the numbers of the node that it was written from. A line outside the language is given its numbers.
 */
function reread(graph: Graph): void {
  const values = evaluate(graph.roots.map((root) => root.node), { ...point, params });
  const declared = [...graph.spec.columns, ...graph.spec.parameters, ...graph.spec.hypers].map(({ name }) => graph.spec.statements.get(name)?.text ?? "");
  const given: Record<string, Float64Array> = { ...params };
  const wanted: { readonly name: string; readonly node: Node; readonly equation: string }[] = [];
  const statements = linesOf(graph).map((line) => {
    const { left, operator, right } = writeEquation(line.name, line.node, line.names);
    const name = line.heading === "loss" && line.root !== undefined ? `batch_${line.name}` : line.name;
    const own = ownShape(line.node.shape);
    const equation = `${left} ${operator} ${right}`;
    if (left !== line.name || outside.test(right)) {
      given[name] = values.get(line.node)!;
      return `${name} = param(${own.join(", ")})`;
    }
    wanted.push({ name, node: line.node, equation });
    const text = right.replaceAll("Σn ", "");
    return own.length === 0 ? `${name} = ${text}` : `${name} = (${text}) .* ones(${own.join(", ")})`;
  });
  const text = [...declared, "m = 1", ...statements].join("\n");
  const again = ((): Graph => {
    try {
      return parse(new Source(text, "again.grad"));
    } catch (error) {
      throw error instanceof CompileError ? new Error(`${error.message}\n\n${text}`) : error;
    }
  })();
  const second = new Map(rootsOf(again, "definition").map((root) => [root.name, root.node]));
  const numbers = evaluate([...second.values()], { ...point, params: given });
  for (const { name, node, equation } of wanted) {
    const [a, b] = [values.get(node)!, numbers.get(second.get(name)!)!];
    expect(b.length, equation).toBe(sizeOf(ownShape(node.shape)));
    for (const [k, value] of a.entries()) if (Number.isFinite(value)) expect(Math.abs(value - b[k]!), `${equation} at ${k}: ${value}, not ${b[k]}\n${text}`).toBeLessThan(1e-9 * (1 + Math.abs(value)));
  }
}

describe("the text of a graph means what the graph means", () => {
  const specs = fc.array(fc.nat(1000), { minLength: 20, maxLength: 120 }).map(randomSpec);
  for (const stage of ["parse", "simplify", "differentiate", "backward", "expand"] as const) {
    it(stage, () => fc.assert(fc.property(specs, (text) => reread(stagesOf(text)[stage])), { numRuns: Number(process.env["RUNS"] ?? 40), seed: Number(process.env["SEED"] ?? 7) }));
  }
});

describe("nothing that the parser accepts is beyond words", () => {
  const specs = fc.array(fc.nat(1000), { minLength: 20, maxLength: 200 }).map(randomSpec);
  it("graphs, derivations, programs and their JSON", () => {
    fc.assert(
      fc.property(specs, (text) => {
        const { backward, expand } = stagesOf(text);
        for (const graph of [backward, expand]) {
          expect(writeGraph(graph)).not.toMatch(/undefined|NaN|\[object/);
          expect(() => JSON.stringify(graphJson(graph))).not.toThrow();
        }
        for (const name of derivable(backward)) expect(writeDerivation(backward, name)).toContain(name);
        for (const program of lower(expand)) expect(JSON.stringify(programJson(program))).not.toMatch(/undefined/);
      }),
      { numRuns: 40, seed: 11 },
    );
  });

  it("a node without any names, however much is shared in it", () => {
    const chain = `${"f(".repeat(40)}w * x${")".repeat(40)}`;
    const graph = stagesOf(`x = input()\nt = target()\nw = param(0.5)\nf(a) = sin(a) * cos(a)\ny = ${chain}\nL = loss((y - t) ^ 2)`).backward;
    for (const { node } of graph.roots) expect(write(node, new Map()).length).toBeLessThan(10_000);
  });

  it("says which names there are", () => {
    const graph = stagesOf("x = input()\nw = param(0.5)\nL = loss(w * x)").backward;
    expect(() => writeDerivation(graph, "q")).toThrow("no value named q; it has L, dw, w, x");
  });
});

it("the phases of every spec of the repository can be read", () => {
  const specs = new URL("../../specs/", import.meta.url);
  for (const file of readdirSync(specs, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".grad"))) {
    const phases = runPhases(readFileSync(new URL(file, specs), "utf8"), { file });
    for (const graph of [phases.parsed, phases.simplified, phases.differentiated, phases.final]) expect(writeGraph(graph)).not.toMatch(/undefined|\[object/);
    for (const program of phases.programs) expect(writeProgram(program)).not.toMatch(/undefined|\[object/);
  }
});
