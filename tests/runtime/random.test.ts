import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { below, Random, shuffle, uniform } from "../../runtime/random.ts";

const seeds = fc.maxSafeNat();

function shuffled(length: number, seed: number, stream: number): number[] {
  const order = Uint32Array.from({ length }, (_, i) => i);
  shuffle(order, new Random(seed, stream));
  return [...order];
}

describe("Random", () => {
  // sfc32 of PractRand; its one-word seeding discards 12 draws where the three-word one discards 15.
  it.each([
    [0, [4216505632, 947923937, 2491578854, 3964400089, 2091952393]],
    [1, [1779833415, 2026416846, 1661539736, 2729060721, 4156309426]],
    [42, [1251167922, 656401615, 478193053, 3278332503, 1360198844]],
  ])("draws what the reference sfc32 draws for seed %i", (seed, expected) => {
    const random = new Random(seed);
    expect(expected.map(() => random.next())).toEqual(expected);
  });

  it("uses all 53 bits of the seed and the stream", () => {
    const firsts = [new Random(5), new Random(5 + 2 ** 32), new Random(5 + 2 ** 52), new Random(5, 1)].map((random) => random.next());
    expect(new Set(firsts).size).toBe(4);
  });

  it("fills [0, 1) evenly", () => {
    const random = new Random(1);
    const counts = new Array<number>(10).fill(0);
    for (let i = 0; i < 100_000; i++) counts[Math.floor(10 * uniform(random))]!++;
    // Chi-square of 9 degrees of freedom exceeds 27.9 once in a thousand.
    expect(counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)).toBeLessThan(27.9);
  });

  it("keeps bounded draws below the bound", () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 2 ** 32 }), (seed, bound) => {
        const drawn = below(bound, new Random(seed));
        return Number.isInteger(drawn) && drawn >= 0 && drawn < bound;
      }),
    );
  });

  it("draws again rather than favour small numbers", () => {
    const draws = [2 ** 32 - 1, 5, 8 + 4];
    expect(below(5, { next: () => draws.shift()! })).toBe(4);
  });

  it("draws 0 for bound 1 and anything for bound 2^32", () => {
    const draws = [3, 2, 2 ** 32 - 1];
    expect([below(1, { next: () => draws.shift()! }), below(2 ** 32, { next: () => draws.shift()! })]).toEqual([0, 2 ** 32 - 1]);
  });
});

describe("shuffle", () => {
  it("permutes, and depends on the seed and stream alone", () => {
    fc.assert(
      fc.property(fc.nat(200), seeds, fc.nat(1000), (length, seed, stream) => {
        const order = shuffled(length, seed, stream);
        expect(order).toEqual(shuffled(length, seed, stream));
        expect([...order].sort((a, b) => a - b)).toEqual(order.map((_, i) => i));
      }),
    );
  });

  it("differs from seed to seed and from stream to stream", () => {
    expect(shuffled(50, 1, 1)).not.toEqual(shuffled(50, 2, 1));
    expect(shuffled(50, 1, 1)).not.toEqual(shuffled(50, 1, 2));
  });

  it("gives every permutation of three about equally often", () => {
    const counts = new Map<string, number>();
    for (let stream = 0; stream < 12_000; stream++) {
      const key = shuffled(3, 3, stream).join("");
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    // Chi-square of 5 degrees of freedom exceeds 20.5 once in a thousand.
    expect([...counts.values()].reduce((sum, count) => sum + (count - 2000) ** 2 / 2000, 0)).toBeLessThan(20.5);
  });
});
