import type { Leaf } from "../ir/node.ts";

/**
 * The random draw that emitted code makes for one element of a noise leaf with seed 0 at step 0, written a second time:
 * MurmurHash3's mixer (Appleby 2011, public domain) over seed, site and position.
 */
export function emittedDraw({ name }: Leaf, position: number): number {
  const site = Number(name.replace(/\D/g, ""));
  let h = 0;
  for (const word of [0, 0, site, position]) {
    h = Math.imul(h ^ word, 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35) + 0x9e3779b9;
    h ^= h >>> 16;
  }
  return (h >>> 0) / 4294967296;
}
