import { describe, expect, it } from "vitest";
import { emittedDraw } from "../../compiler/commands/draws.ts";
import { importModule } from "../../compiler/commands/run-module.ts";
import { readExamples } from "../../compiler/commands/training-data.ts";
import { compileToJavaScript } from "../../compiler/compile.ts";
import type { Point } from "../../compiler/reference/evaluate.ts";
import { choosePoints } from "../../compiler/reference/points.ts";
import type { Metadata } from "../../runtime/model.ts";
import { networkNames, readNetwork } from "../../scripts/networks/network.ts";
import { graphsOf } from "../reference/pipeline.ts";
import { mathjsLoss } from "../reference/points.ts";
import { expectClose, foundAt, looped, reschedule, restricted, rowsOf, wantedAt } from "./at-point.ts";

/** One more than a block, so that a block is left with one example. */
const most = 65;

/** The first examples of a network's own data, as many as the largest batch, from the beginning again where it has fewer. */
async function examplesOf(metadata: Metadata, file: string): Promise<Pick<Point, "columns" | "size">> {
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
    const chosen = choosePoints(parsed, { count: 1 })[0]!.point;
    const atInference = { ...chosen, ...await examplesOf(modules[0][1].module.metadata, file) };
    const point = { ...atInference, noise: emittedDraw };
    for (const size of [1, 3, most]) {
      const rows = Array.from({ length: size }, (_, k) => (7 + 16 * k) % most);
      expect(new Set(rows).size).toBe(size);
      const wanted = wantedAt(parsed, differentiated, restricted(point, rows));
      for (const [how, loaded] of modules) expectClose(foundAt(loaded, point, { order: Uint32Array.from(rows) }), wanted, 1e-9, `${how}, a batch of ${size}: ${file}`);
    }
    const few = { from: 0, to: 3 };
    const second = mathjsLoss(parsed, restricted(atInference, rowsOf(few, most)));
    expect(second, `math.js cannot evaluate ${file}`).not.toBeNull();
    expectClose(foundAt(modules[0][1], point, few), new Map([["evaluated total", Float64Array.of(second!)]]), 1e-9, `math.js: ${file}`);
  });
});
