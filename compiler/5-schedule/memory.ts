import type { Memory, Stored, WorkArray } from "../ir/memory.ts";
import type { Buffer } from "../ir/program.ts";
import type { Schedule, UnplacedSchedule } from "../ir/schedule.ts";
import { lifetimesOf, type Kept } from "./lifetimes.ts";
import { takeTurns, type Life } from "./turns.ts";

/** A value of the module under construction: the same name and size in several functions is the same value, needed while any of them runs. */
interface Need {
  readonly name: string;
  readonly kind: Stored["kind"];
  length: number;
  stride: number | null;
  /** Of what spans the batch, how many examples more there must be room for. */
  spare: number | null;
  readonly lives: Life[];
  readonly livesOfOne: Life[];
}

/**
 * The functions of a module with the arrays that they work in. Functions do not run at the same time, and hand nothing to
 * one another in arrays, so that their values take turns as well.
 */
export function withMemory(schedules: readonly UnplacedSchedule[]): readonly Schedule[] {
  const needs = new Map<string, Need>();
  const kept: (readonly Kept[])[] = [];
  let moment = 0;
  for (const schedule of schedules) {
    const lifetimes = lifetimesOf(schedule, moment);
    for (const one of lifetimes.kept) add(needs, one);
    kept.push(lifetimes.kept);
    moment = lifetimes.end + 1;
  }
  const stored = new Map<Need, Stored>([...needs.values()].map((need) => [need, { name: need.name, kind: need.kind, length: need.length, ...(need.spare === null ? {} : { spanning: { spare: need.spare } }) }]));
  const rank = new Map([...needs.values()].map((need, k) => [need, k]));
  const [ofBlocks, spanning] = [[...needs.values()].filter(({ spare }) => spare === null), [...needs.values()].filter(({ spare }) => spare !== null)];
  const turns = [...takeTurns(ofBlocks), ...spanning.map((need) => [need])].map((group) => group.toSorted((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0)));
  const arrays = turns.toSorted(([a], [b]) => (rank.get(a as Need) ?? 0) - (rank.get(b as Need) ?? 0)).map((group): WorkArray => {
    const values = group.map((need) => stored.get(need) as Stored);
    const [{ kind, spanning: spans }] = values as [Stored];
    return { kind, length: Math.max(...values.map(({ length }) => length)), values, ...(spans === undefined ? {} : { spanning: spans }) };
  });
  return schedules.map((schedule, k) => ({ ...schedule, memory: memoryOf(kept[k] as readonly Kept[], arrays, (one) => stored.get(needs.get(keyOf(one)) as Need) as Stored) }));
}

const keyOf = ({ what, name, size, spanning }: Kept): string => `${spanning === true ? "spanning " : ""}${what === "rows" || "gathered" in what ? "gathered" : what.value.cleared === true ? "cleared" : what.value.kind} ${name} ${size}`;

function add(needs: Map<string, Need>, kept: Kept): void {
  const stride = kept.perExample ? kept.size : null;
  const need = needs.get(keyOf(kept)) ?? { name: kept.name, kind: kept.kind, length: 0, stride, spare: null, lives: [], livesOfOne: [] };
  needs.set(keyOf(kept), need);
  if (kept.spanning === true) [need.length, need.spare] = [kept.size, Math.max(need.spare ?? 0, kept.examples)];
  else need.length = Math.max(need.length, kept.size * kept.examples);
  if (need.stride !== stride) need.stride = null;
  need.lives.push(kept.life);
  need.livesOfOne.push(kept.lifeOfOne);
}

function memoryOf(kept: readonly Kept[], arrays: readonly WorkArray[], storedFor: (kept: Kept) => Stored): Memory {
  const values = new Map<Buffer, Stored>();
  const gathered = new Map<string, Stored>();
  let rows: Stored | null = null;
  for (const one of kept) {
    if (one.what === "rows") rows = storedFor(one);
    else if ("gathered" in one.what) gathered.set(one.what.gathered, storedFor(one));
    else values.set(one.what.value, storedFor(one));
  }
  const own = new Set(kept.map(storedFor));
  return { values, gathered, rows, arrays: arrays.filter((array) => array.values.some((value) => own.has(value))) };
}
