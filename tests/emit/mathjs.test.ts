import { describe, expect, it } from "vitest";
import { emittedAt } from "../../compiler/commands/emitted-at.ts";
import type { Loaded } from "../../compiler/commands/run-module.ts";
import { trainedParameters, type Graph } from "../../compiler/ir/graph.ts";
import { operations } from "../../compiler/ops/index.ts";
import type { Point } from "../../compiler/reference/evaluate.ts";
import { choosePoints } from "../../compiler/reference/points.ts";
import { differences, evaluateSpec } from "../oracle/mathjs.ts";
import { entries } from "../oracle/nested.ts";
import { graphsOf, read } from "../reference/pipeline.ts";
import { oraclePoint } from "../reference/points.ts";
import { expectClose, foundAt, looped, divided, rescheduled, tiled, unrolled, wantedAt as referenceAt, type Values } from "./at-point.ts";
import { specs, specText } from "./emitted.ts";
import { withLoss, withoutLoss } from "./specs-by-hand.ts";

/** What math.js makes of a spec at a point: losses, metrics, outputs. */
function wantedAt(graph: Graph, point: Point): Values {
  const { source, conventions } = graph.spec;
  const found = evaluateSpec(source.text, oraclePoint(graph, point), { reduction: conventions.reduction });
  const numbers = (role: string, values: Readonly<Record<string, number>>): [string, Float64Array][] => Object.entries(values).map(([name, value]) => [`${role} ${name}`, Float64Array.of(value)]);
  const outputs = Object.keys(found.outputs[0]!).map((name): [string, Float64Array] => [`output ${name}`, Float64Array.from(found.outputs.flatMap((example) => entries(example[name]!)))]);
  return new Map([...numbers("loss", found.losses), ...numbers("metric", found.metrics), ["evaluated total", Float64Array.of(found.loss)], ...outputs]);
}

/** Small enough to be varied element by element. */
const few = 30;

function slopesAt(graph: Graph, point: Point): Values {
  const { source, conventions } = graph.spec;
  const small = trainedParameters(graph.spec).filter(({ name }) => point.params[name]!.length <= few);
  return new Map(small.map(({ name }) => [`gradient ${name}`, Float64Array.from(entries(differences(source.text, oraclePoint(graph, point), { param: name }, { reduction: conventions.reduction })))]));
}

async function bothWays(text: string): Promise<readonly (readonly [string, Loaded])[]> {
  return [["unrolled", await rescheduled(text, {}, unrolled)], ["looped", await rescheduled(text, {}, looped)], ["tiled", await rescheduled(text, {}, tiled)], ["divided", await rescheduled(text, {}, divided)]];
}

/** Too large to be written out whole. */
const isLarge = (graph: Graph): boolean => graph.spec.parameters.some(({ shape }) => shape.reduce((a, b) => a * b, 1) > 10_000);

const whole = Object.fromEntries(specs.map((name) => [`specs/${name}.grad`, specText(name)]));

describe("emitted code gives what math.js gives", () => {
  it.each(Object.entries({ ...whole, ...withLoss }))("%s", async (title, text) => {
    const graph = read(text);
    const large = isLarge(graph);
    const points = choosePoints(graph, { count: large ? 1 : 2 });
    expect(points.map((point) => point.note)).toEqual(points.map(() => undefined));
    const modules = large ? [["as scheduled", await rescheduled(text, {})] as const] : await bothWays(text);
    for (const { point } of points) {
      const wanted = wantedAt(graph, point);
      const slopes = slopesAt(graph, point);
      for (const [how, loaded] of modules) {
        const found = foundAt(loaded, point, {});
        expectClose(found, wanted, 1e-9, `${how}: ${title}`);
        expectClose(found, slopes, 1e-7, `${how}: ${title}`);
      }
    }
  });

  it.each(Object.entries({ ...whole, ...withLoss }).filter(([title]) => !title.includes("cs182") && !title.includes("at random")))("in 32 bits: %s", async (title, text) => {
    const { parsed, differentiated } = graphsOf(text);
    const [chosen] = choosePoints(parsed, { count: 1, precision: "f32" });
    for (const limits of isLarge(parsed) ? [undefined] : [unrolled, looped, tiled, divided]) expectClose(foundAt(await rescheduled(text, { precision: "f32" }, limits), chosen!.point, {}), referenceAt(parsed, differentiated, chosen!.point), 1e-5, title);
  });

  it.each(Object.entries(withoutLoss))("without a loss: %s", async (title, text) => {
    const graph = read(text);
    for (const { point } of choosePoints(graph)) {
      const at = oraclePoint(graph, point);
      const wanted = evaluateSpec(text, at).outputs[0]!;
      for (const [how, loaded] of await bothWays(text)) {
        const found = emittedAt(loaded, point);
        expectClose(new Map(Object.entries(found.outputs!)), new Map(Object.entries(wanted).map(([name, value]) => [name, Float64Array.from(entries(value))])), 1e-9, `${how}: ${title}`);
        for (const [name, values] of Object.entries(found.gradients)) {
          const [output, variable] = name.split(",") as [string, string];
          const columns = entries(wanted[output]!).map((_, entry) => entries(differences(text, at, { example: 0, name: variable }, { objective: ({ outputs }) => entries(outputs[0]![output]!)[entry]! })));
          expectClose(new Map([[name, values]]), new Map([[name, Float64Array.from(columns.flat())]]), 1e-7, `${how}: ${title}`);
        }
      }
    }
  });

  it("for every operation of the language that a spec can call", () => {
    const text = Object.values({ ...withLoss, ...withoutLoss }).join("\n");
    const operators: Readonly<Record<string, string>> = { multiply: "*", divide: "/", power: "^" };
    const absent = [...operations.values()].filter((op) => op.internal !== true && op.name !== "softsign" && operators[op.name] === undefined && !new RegExp(`\\b${op.name}\\(`).test(text));
    expect(absent.map((op) => op.name)).toEqual([]);
  });
});
