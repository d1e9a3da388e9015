import { emittedDraw } from "../../compiler/commands/draws.ts";
import { rootNamed, rootsOf, type Graph } from "../../compiler/ir/graph.ts";
import { evaluate, type Point } from "../../compiler/reference/evaluate.ts";
import { kinkDistance } from "../../compiler/reference/kinks.ts";
import { choosePoints } from "../../compiler/reference/points.ts";
import { graphsOf } from "../reference/pipeline.ts";
import type { LargeSpec } from "../reference/random-specs.ts";
import { divided, expectClose, foundAt, looped, rescheduled, restricted, rowsOf, tiled, unrolled, wantedAt, type Selection } from "./at-point.ts";

const selections: readonly Selection[] = [
  {},
  { from: 3, to: 4 },
  { from: 1, to: 3 },
  { order: Uint32Array.of(4, 0, 3, 1, 2) },
  { order: Uint32Array.of(2, 4, 1, 0, 3), from: 1, to: 3 },
  { order: Uint32Array.of(3) },
];

/** Five examples at which nothing is near a kink; null where there are none. */
export function pointFor(parsed: Graph, differentiated: Graph, precision: "f64" | "f32"): Point | null {
  const total = rootNamed(parsed, "total", "loss")!;
  const of = rootsOf(differentiated, "gradient").map((root) => rootNamed(parsed, "definition", root.name)!);
  const roots = [...rootsOf(parsed, "total", "metric", "output"), ...rootsOf(differentiated, "gradient")].map((root) => root.node);
  const [one, two] = choosePoints(parsed, { count: 2, precision, of, also: roots, noise: emittedDraw });
  if (one === undefined || two === undefined) return null;
  const columns = Object.entries(one.point.columns).map(([name, values]) => [name, [...Array.from(values), ...Array.from(two.point.columns[name]!)].slice(0, (5 * values.length) / 3)] as const);
  const point: Point = { ...one.point, columns: Object.fromEntries(columns), size: 5 };
  const values = evaluate([...roots, total], point);
  const sane = [...roots, total].every((root) => values.get(root)!.every((value) => Math.abs(value) < 1e3));
  return sane && kinkDistance(roots, point) > 1e-4 ? point : null;
}

/** Everything that one spec is held against. */
export async function hold({ text, wrt }: LargeSpec): Promise<boolean> {
  const { parsed, differentiated } = graphsOf(text, wrt);
  const point = pointFor(parsed, differentiated, "f64");
  if (point === null) return false;
  const [written, loops, tiles, parts, usual] = await Promise.all([unrolled, looped, tiled, divided, undefined].map((limits) => rescheduled(text, { wrt }, limits)));
  for (const [k, selection] of selections.entries()) {
    const at = restricted(point, rowsOf(selection, point.size));
    const wanted = new Map(wantedAt(parsed, differentiated, at));
    wanted.set("evaluated total", wanted.get("total loss")!);
    for (const name of parsed.spec.source.text.matchAll(/^(\w+) = loss/gm)) wanted.set(`trained loss ${name[1]}`, wanted.get(`loss ${name[1]}`)!);
    const found = foundAt(written!, point, selection);
    const where = `${text}\nwrt ${wrt.join()}, selection ${k}`;
    expectClose(found, wanted, 1e-9, `unrolled: ${where}`);
    expectClose(foundAt(loops!, point, selection), wanted, 1e-9, `loops: ${where}`);
    expectClose(foundAt(loops!, point, selection), found, 1e-12, `loops and unrolled: ${where}`);
    expectClose(foundAt(tiles!, point, selection), found, 1e-12, `tiles and unrolled: ${where}`);
    expectClose(foundAt(parts!, point, selection), found, 1e-12, `divided and unrolled: ${where}`);
    expectClose(foundAt(usual!, point, selection), found, 1e-12, `as scheduled and unrolled: ${where}`);
  }
  return true;
}
