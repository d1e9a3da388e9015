import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { takeTurns, type Life, type Need } from "../../compiler/5-schedule/turns.ts";

const someLives = fc.array(fc.tuple(fc.nat(30), fc.nat(8)).map(([from, more]): Life => ({ from, to: from + more })), { minLength: 1, maxLength: 3 });
const needs = fc.array(fc.tuple(fc.constantFrom("number", "integer"), fc.constantFrom(null, 1, 2, 3), fc.integer({ min: 1, max: 20 }), someLives).map(([kind, stride, length, lives]): Need => ({
  kind, stride, length, lives,
  // One example needs what it has for a part of the time.
  livesOfOne: lives.map(({ from, to }) => ({ from, to: Math.floor((from + to) / 2) })),
})), { maxLength: 25 });

const aliveAt = (lives: readonly Life[], moment: number): boolean => lives.some(({ from, to }) => from <= moment && moment <= to);
/** Whether two are needed at a moment, by one example where they keep its elements in the same place. */
const bothAt = (a: Need, b: Need, moment: number): boolean => {
  const inRows = a.stride !== null && a.stride === b.stride;
  return [a, b].every((need) => aliveAt(inRows ? need.livesOfOne : need.lives, moment));
};
const moments = Array.from({ length: 40 }, (_, moment) => moment);
const longest = (group: readonly Need[]): number => Math.max(...group.map(({ length }) => length));
const total = (lengths: readonly number[]): number => lengths.reduce((a, b) => a + b, 0);

describe("values that take turns in an array", () => {
  it("are each in one array, of their own kind", () => {
    fc.assert(fc.property(needs, (all) => {
      const groups = takeTurns(all);
      expect(new Set(groups.flat())).toEqual(new Set(all));
      expect(groups.flat().length).toBe(all.length);
      for (const group of groups) expect(new Set(group.map(({ kind }) => kind)).size).toBe(1);
    }));
  });

  it("are never needed at the same moment", () => {
    fc.assert(fc.property(needs, (all) => {
      for (const group of takeTurns(all)) for (const [k, a] of group.entries()) for (const b of group.slice(k + 1)) expect(moments.filter((moment) => bothAt(a, b, moment))).toEqual([]);
    }));
  });

  it("take at least what is needed at one moment, and at most what they would one by one", () => {
    fc.assert(fc.property(needs, (all) => {
      const planned = total(takeTurns(all).map(longest));
      for (const moment of moments) expect(planned).toBeGreaterThanOrEqual(total(all.filter(({ livesOfOne }) => aliveAt(livesOfOne, moment)).map(({ length }) => length)));
      expect(planned).toBeLessThanOrEqual(total(all.map(({ length }) => length)));
    }));
  });

  it("need no more than two arrays where each is needed with the next alone", () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 2, maxLength: 30 }), (lengths) => {
      const chain = lengths.map((length, k): Need => ({ kind: "number", stride: null, length, lives: [{ from: k, to: k + 1 }], livesOfOne: [] }));
      const groups = takeTurns(chain);
      expect(total(groups.map(longest))).toBeLessThanOrEqual(3 * Math.max(...lengths));
      expect(takeTurns(chain.map((need) => ({ ...need, length: 7 }))).length).toBe(2);
    }));
  });
});
