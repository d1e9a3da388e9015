import { bufferSize, loadsOf, mapOffsets, within, type Buffer, type Expression, type Index, type Load, type Offset, type Step } from "../ir/program.ts";
import type { Tile } from "../ir/schedule.ts";
import { tileCost, tileRegisters } from "./thresholds.ts";

type Reduce = Expression & { readonly kind: "reduce" };

/**
 * The register tile that suits a step best, null where none pays: the step must add up products, and a number that it
 * loads must serve several elements. `block`: how many examples a step that runs for each of them takes together.
 */
export function tileOf(step: Step, block: number | null): Tile | null {
  // What is handed out for each example lies by its row in the data, which only a loop over the examples knows.
  const byRow = block !== null && [step.target, ...loadsOf(step).map((load) => load.buffer)].some((buffer) => buffer.perExample && buffer.kind === "result");
  if (step.tests.length > 0 || step.offset.data.length > 0 || byRow) return null;
  const whole = block === null ? step : overExamples(step, block);
  const sums = whole === null ? [] : sumsIn(whole.value);
  if (whole === null || sums === null || sums.length === 0) return null;
  const free = whole.indices.filter((index) => index.extent > 1);
  const shapes = free.flatMap((a, k) => [...widthsOf(a).map((width) => [[a, width] as const]), ...free.slice(k + 1).flatMap((b) => widthsOf(a).flatMap((wa) => widthsOf(b).map((wb) => [[a, wa] as const, [b, wb] as const])))]);
  const alone = costOf(sums, []);
  const costs = shapes.map((shape) => ({ shape, cost: costOf(sums, shape) }));
  const best = costs.reduce((a, b) => (b.cost < a.cost ? b : a), { shape: [] as (typeof shapes)[number], cost: alone * 0.9 });
  if (best.shape.length === 0) return null;
  const widths = new Map(best.shape.map(([index, width]) => [index.id, width]));
  // The indices with a width go innermost, so that what one tile has loaded the next finds in cache; the wider one goes around the other, since each of its turns reads again all that the other runs over.
  const widthOf = (index: Index): number => widths.get(index.id) ?? Infinity;
  const indices = [...whole.indices].sort((a, b) => (widthOf(a) === widthOf(b) ? 0 : widthOf(b) - widthOf(a)));
  return { step: { ...whole, indices }, widths };
}

/** Widths that an index may take: wider tiles do not fit the registers. */
const widthsOf = ({ extent, examples }: Index): readonly number[] => [2, 3, 4, 5, 6].filter((width) => examples === true || width <= extent);

/** The index of the examples in a block, for every step the same. */
const exampleIndex = (block: number): Index => ({ id: -1, extent: block, examples: true });

/** A step that runs for each example as one over all examples of a block; null where it draws, or sums what is summed already. */
function overExamples(step: Step, block: number): Step | null {
  const example = exampleIndex(block);
  const move = (offset: Offset, buffer?: Buffer): Offset => (buffer?.perExample === true ? plus(offset, { index: example.id, coefficient: bufferSize(buffer) }) : offset);
  if ([...within(step.value)].some((part) => part.kind === "draw")) return null;
  const value = mapOffsets(step.value, move);
  if (step.target.perExample) return { ...step, indices: [example, ...step.indices], offset: move(step.offset, step.target), value };
  if (value.kind === "reduce" && value.op === "sum") return { ...step, value: { ...value, indices: [example, ...value.indices] } };
  if ([...within(value)].some((part) => part.kind === "reduce")) return null;
  return { ...step, value: { kind: "reduce", op: "sum", indices: [example], value } };
}

const plus = (offset: Offset, term: Offset["terms"][number]): Offset => ({ ...offset, terms: [term, ...offset.terms] });

/** The sums in a value; null where there is another reduction, or a sum in a sum. */
function sumsIn(value: Expression): readonly Reduce[] | null {
  const reduces = [...within(value)].filter((part): part is Reduce => part.kind === "reduce");
  const plain = reduces.every((sum) => sum.op === "sum" && [...within(sum.value)].every((part) => part.kind !== "reduce"));
  return plain ? reduces : null;
}

/** What one product costs in the inner loop of a tile; infinite where its variables do not fit the registers. */
function costOf(sums: readonly Reduce[], shape: readonly (readonly [Index, number])[]): number {
  const lanes = shape.reduce((product, [, width]) => product * width, 1);
  const costs = sums.map((sum) => {
    const inner = new Set(sum.indices.map((index) => index.id));
    const loads = distinct([...within(sum.value)].filter((part): part is Load => part.kind === "load"));
    const copies = loads.map((load) => ({ moves: uses(load.offset, inner), count: shape.reduce((count, [index, width]) => (uses(load.offset, new Set([index.id])) ? count * width : count), 1) }));
    const registers = lanes + copies.reduce((total, { count }) => total + count, 0);
    const loaded = copies.reduce((total, { moves, count }) => (moves ? total + count : total), 0);
    return registers > tileRegisters && lanes > 1 ? Infinity : (loaded * tileCost.load + lanes * tileCost.multiplyAdd + tileCost.turn) / lanes;
  });
  // What is left over of an index takes a tile of its own, so more code and a slower end.
  const leftover = shape.filter(([{ extent, examples }, width]) => examples !== true && extent % width !== 0).length;
  return Math.max(...costs) * 1.1 ** leftover;
}

function distinct(loads: readonly Load[]): readonly Load[] {
  const known = new Map<string, Load>();
  for (const load of loads) known.set(`${load.buffer.kind} ${load.buffer.name} ${load.buffer.leaf?.role ?? ""} ${JSON.stringify(load.offset.terms)}${load.offset.constant} ${load.offset.data.length}`, load);
  return [...known.values()];
}

function uses(offset: Offset, indices: ReadonlySet<number>): boolean {
  return offset.terms.some((term) => indices.has(term.index)) || offset.data.some((datum) => uses(datum.load.offset, indices));
}

/** Leaves of the examples that a step reads: in a block they are laid side by side first. */
export const gathered = (step: Step): readonly Buffer[] => [...new Set(loadsOf(step).map((load) => load.buffer).filter((buffer) => buffer.kind === "leaf" && buffer.perExample))];
