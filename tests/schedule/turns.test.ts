import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { takeTurns, type Life, type Need } from "../../compiler/5-schedule/turns.ts";

const lives = fc.array(fc.tuple(fc.nat(30), fc.nat(8)).map(([from, more]): Life => ({ from, to: from + more })), { minLength: 1, maxLength: 3 });
const needs = fc.array(fc.record<Need>({ kind: fc.constantFrom("number", "integer"), length: fc.integer({ min: 1, max: 20 }), lives }), { maxLength: 25 });

const aliveAt = ({ lives: all }: Need, moment: number): boolean => all.some(({ from, to }) => from <= moment && moment <= to);
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
      for (const group of takeTurns(all)) for (const moment of moments) expect(group.filter((need) => aliveAt(need, moment)).length).toBeLessThanOrEqual(1);
    }));
  });

  it("take at least what is needed at one moment, and at most what they would one by one", () => {
    fc.assert(fc.property(needs, (all) => {
      const planned = total(takeTurns(all).map(longest));
      for (const moment of moments) expect(planned).toBeGreaterThanOrEqual(total(all.filter((need) => aliveAt(need, moment)).map(({ length }) => length)));
      expect(planned).toBeLessThanOrEqual(total(all.map(({ length }) => length)));
    }));
  });

  it("need no more than two arrays where each is needed with the next alone", () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 2, maxLength: 30 }), (lengths) => {
      const chain = lengths.map((length, k): Need => ({ kind: "number", length, lives: [{ from: k, to: k + 1 }] }));
      const groups = takeTurns(chain);
      expect(total(groups.map(longest))).toBeLessThanOrEqual(3 * Math.max(...lengths));
      expect(takeTurns(chain.map((need) => ({ ...need, length: 7 }))).length).toBe(2);
    }));
  });
});
