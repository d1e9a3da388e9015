import { describe, expect, it } from "vitest";
import { emittedDraw } from "../../compiler/commands/draws.ts";
import { importModule } from "../../compiler/commands/run-module.ts";
import { readExamples } from "../../compiler/commands/training-data.ts";
import { compileToJavaScript } from "../../compiler/compile.ts";
import { isBatched, ownShape } from "../../compiler/ir/shape.ts";
import type { Point } from "../../compiler/reference/evaluate.ts";
import type { Metadata } from "../../runtime/model.ts";
import { sizeOf } from "../../runtime/values.ts";
import { networkNames, readNetwork } from "../../scripts/networks/network.ts";
import { graphsOf } from "../reference/pipeline.ts";
import { mathjsLoss } from "../reference/points.ts";
import { expectClose, foundAt, looped, reschedule, restricted, rowsOf, wantedAt } from "./at-point.ts";

/** One more than a block, so that a block is left with one example. */
const most = 65;

/** The first examples of a network's own data, as many as the largest batch, from the beginning again where it has fewer; made up where it brings none. */
async function examplesOf(metadata: Metadata, file: string): Promise<Pick<Point, "columns" | "size">> {
  const made = (own: number, classes: number | undefined): number[] => Array.from({ length: most * own }, (_, k) => (classes === undefined ? Math.sin(1.7 * k) ** 2 : (7 * k) % classes));
  if (metadata.data === null) return { columns: Object.fromEntries(metadata.columns.map(({ name, shape, classes }) => [name, made(sizeOf(shape), classes)])), size: most };
  const data = await readExamples(metadata, file, undefined, metadata.train.seed);
  if (!("columns" in data)) throw new Error(`${file}: its examples do not fit in memory`);
  const columns = metadata.columns.map(({ name }) => {
    const values = data.columns[name]!;
    const own = values.length / data.size;
    return [name, Array.from({ length: most * own }, (_, k) => values[k % values.length]!)] as const;
  });
  return { columns: Object.fromEntries(columns), size: most };
}

describe("the networks give what the reference gives, and math.js, for batches in any order", () => {
  it.each(networkNames())("%s", async (name) => {
    const { file, text } = readNetwork(name);
    const { parsed, differentiated } = graphsOf(text);
    const compiled = compileToJavaScript(text, { file });
    const modules = [["as scheduled", await importModule(compiled)], ["looped", await importModule(reschedule(compiled, looped))]] as const;
    const { module } = modules[0][1];
    const { metadata } = module;
    // Near where training begins: at other places what is not in its stable form overflows.
    const initial = module.initialise(1).flat;
    const params = Object.fromEntries(metadata.parameters.map(({ name: own, shape, offset }) => [own, Float64Array.from({ length: sizeOf(shape) }, (_, k) => initial[offset + k]! + 0.03 * Math.sin(3 * k + 1))]));
    const atInference: Point = { params, hyper: Object.fromEntries(metadata.hypers.map(({ name: own, value }) => [own, value])), ...await examplesOf(metadata, file) };
    const point = { ...atInference, noise: emittedDraw };
    for (const size of [1, 3, most]) {
      const rows = Array.from({ length: size }, (_, k) => (7 + 16 * k) % most);
      expect(new Set(rows).size).toBe(size);
      // What is drawn for an example goes by its row in the data.
      const noise: Point["noise"] = (leaf, index) => {
        const own = sizeOf(ownShape(leaf.shape));
        return emittedDraw(leaf, isBatched(leaf.shape) ? rows[Math.floor(index / own)]! * own + (index % own) : index);
      };
      const wanted = wantedAt(parsed, differentiated, { ...restricted(point, rows), noise });
      for (const [how, loaded] of modules) expectClose(foundAt(loaded, point, { order: Uint32Array.from(rows) }), wanted, 1e-9, `${how}, a batch of ${size}: ${file}`);
    }
    const few = { from: 0, to: 3 };
    const second = mathjsLoss(parsed, restricted(atInference, rowsOf(few, most)));
    expect(second, `math.js cannot evaluate ${file}`).not.toBeNull();
    expectClose(foundAt(modules[0][1], point, few), new Map([["evaluated total", Float64Array.of(second!)]]), 1e-9, `math.js: ${file}`);
  });
});
