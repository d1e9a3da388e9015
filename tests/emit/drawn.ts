import { emittedDraw } from "../../compiler/commands/draws.ts";
import { choosePoints } from "../../compiler/reference/points.ts";
import { graphsOf } from "../reference/pipeline.ts";
import { divided, expectClose, foundAt, looped, rescheduled, restricted, rowsOf, tiled, unrolled, wantedAt, type Selection } from "./at-point.ts";

const selections: readonly Selection[] = [{}, { from: 1, to: 3 }, { order: Uint32Array.of(2, 0, 1) }];

/** What a spec with random draws computes in every schedule, of all examples and of some: with the reference's draws in training, without any at inference. */
export async function expectReference(text: string): Promise<void> {
  const { parsed, differentiated } = graphsOf(text);
  const [chosen] = choosePoints(parsed, { count: 1, noise: emittedDraw });
  const { point } = chosen!;
  const { params, hyper, columns, size } = point;
  const drawless = { params, hyper, columns, size };
  for (const limits of [unrolled, looped, tiled, divided, undefined]) {
    const module = await rescheduled(text, {}, limits);
    for (const selection of selections) {
      const rows = rowsOf(selection, point.size);
      const at = { ...restricted(point, rows), noise: (leaf: Parameters<typeof emittedDraw>[0], index: number): number => emittedDraw(leaf, drawnAt(leaf.shape, index, rows)) };
      const found = foundAt(module, point, selection);
      const trained = new Map([...wantedAt(parsed, differentiated, at)].filter(([name]) => /^(gradient|total)/.test(name)));
      expectClose(found, trained, 1e-12, "in training");
      const inference = restricted(drawless, rows);
      expectClose(found, new Map([...wantedAt(parsed, differentiated, inference)].filter(([name]) => /^(output|loss)/.test(name))), 1e-12, "at inference");
    }
  }
}

/** Where a draw for an example of a selection lies among those of the whole batch. */
function drawnAt(shape: readonly (number | "n")[], index: number, rows: readonly number[]): number {
  if (shape[0] !== "n") return index;
  const own = shape.slice(1).reduce<number>((size, extent) => size * (extent as number), 1);
  return rows[Math.floor(index / own)]! * own + (index % own);
}
