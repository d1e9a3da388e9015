import { bufferSize, combines, loadsOf, mapOffsets, within, type Buffer, type Expression, type Index, type Load, type Offset, type Step } from "../ir/program.ts";
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
  const lanes = shape.reduce<readonly Lane[]>((all, [{ id }, width]) => all.flatMap((lane) => Array.from({ length: width }, (_, k) => [...lane, [id, k] as const])), [[]]);
  const costs = sums.map((sum) => {
    const inner = new Set(sum.indices.map((index) => index.id));
    const terms = termsOf(sum.value).map(loadsIn);
    const registers = lanes.length + Math.max(...terms.map((loads) => elements(loads, lanes).size));
    const loaded = elements(terms.flat().filter((load) => uses(load.offset, inner)), lanes).size;
    const products = lanes.length * terms.length;
    return registers > tileRegisters && lanes.length > 1 ? Infinity : (loaded * tileCost.load + products * tileCost.multiplyAdd + tileCost.turn) / products;
  });
  // What is left over of an index takes a tile of its own, so more code and a slower end.
  const leftover = shape.filter(([{ extent, examples }, width]) => examples !== true && extent % width !== 0).length;
  return Math.max(...costs) * 1.1 ** leftover;
}

/** How far along indices, by their id, an element of a tile is. */
type Lane = readonly (readonly [number, number])[];

/** The products that a turn adds up: one, or those of a short sum that is written out. */
const termsOf = (value: Expression): readonly Expression[] => (value.kind === "apply" && value.op === combines.sum ? value.args.flatMap(termsOf) : [value]);

const loadsIn = (value: Expression): readonly Load[] => [...within(value)].filter((part): part is Load => part.kind === "load");

/** The different elements that loads in all lanes take. */
function elements(loads: readonly Load[], lanes: readonly Lane[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { buffer, offset } of loads) {
    const line = `${buffer.kind} ${buffer.name} ${buffer.leaf?.role ?? ""} ${JSON.stringify(offset.terms)} ${offset.data.length}`;
    for (const lane of lanes) {
      const moved = offset.terms.reduce((sum, { index, coefficient }) => sum + coefficient * (lane.find(([id]) => id === index)?.[1] ?? 0), offset.constant);
      const byData = lane.filter(([id]) => offset.data.some((datum) => uses(datum.load.offset, new Set([id]))));
      found.add(`${line} ${moved} ${byData.join()}`);
    }
  }
  return found;
}

function uses(offset: Offset, indices: ReadonlySet<number>): boolean {
  return offset.terms.some((term) => indices.has(term.index)) || offset.data.some((datum) => uses(datum.load.offset, indices));
}

/** Leaves of the examples that a step reads: in a block they are laid side by side first. */
export const gathered = (step: Step): readonly Buffer[] => [...new Set(loadsOf(step).map((load) => load.buffer).filter((buffer) => buffer.kind === "leaf" && buffer.perExample))];
