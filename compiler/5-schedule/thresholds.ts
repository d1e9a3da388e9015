/**
 * Measured limits of V8 11.3 (Node 20). TurboFan does not optimise a function of more than 61,440 bytes of bytecode
 * (`max_optimized_bytecode_size`): past it straight-line code runs 35–60 times slower. A scalar operation of emitted
 * straight-line code takes about 10 bytes (54–105 bytes per weight of an MLP: forward, backward, update), and a chunk
 * of at most 25 kB optimises soon and without spilling; hence 2,500. `bench/unrolling.ts` repeats the measurement.
 */
export const unrolledOperationsPerFunction = 2_500;

/** In a function of loops, a step this small is still written out: the loop around it would cost more than it saves. */
export const unrolledOperationsPerStep = 4;

/** In a function of loops, a sum of products with at least so many scalar operations is computed in register tiles. */
export const tiledOperationsPerStep = 512;

/** Examples that tiled steps take together: enough to spread the loading of weights, few enough that their values stay in cache. */
export const examplesPerBlock = 64;

/**
 * What one more turn of a tile's inner loop costs, in micro-operations of x86-64 as V8 11.3 writes it: an element loaded
 * is an addition for its position, a comparison and a jump for its bounds, and the load; a product is added in two; the
 * loop itself takes six. The ratios that follow from it agree with measured ones within 10 % (GFLOP/s of 64 × 128 × 784:
 * 1×1 1.2, 1×4 3.2, 2×2 3.8, 2×4 4.8, 3×3 5.3).
 */
export const tileCost = { load: 4, multiplyAdd: 2, turn: 6 } as const;

/** Variables of a tile that V8 keeps in registers, of 16: past it the inner loop spills (4×4 runs at 4.4 GFLOP/s, 3×3 at 5.3). */
export const tileRegisters = 15;
