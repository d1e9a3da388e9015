/**
 * Measured limits of V8 11.3 (Node 20). TurboFan does not optimise a function of more than 61,440 bytes of bytecode
 * (`max_optimized_bytecode_size`): past it straight-line code runs 35–60 times slower. A scalar operation of emitted
 * straight-line code takes about 10 bytes (54–105 bytes per weight of an MLP: forward, backward, update), and a chunk
 * of at most 25 kB optimises soon and without spilling; hence 2,500. `bench/unrolling.ts` repeats the measurement: against
 * loops with register tiles straight-line code of 2,120 operations (8-24-4) takes 0.64 of the time at a batch of 1 and 0.97
 * at 16 and 64, that of 2,816 (8-32-4) 0.68, 1.05 and 1.06, and that of 4,352 (16-32-4) 23 to 28 times as long.
 */
export const unrolledOperationsPerFunction = 2_500;

/**
 * Operations that a function of loops may have as it is written, before it is divided: at some ten bytes of bytecode
 * each, 20 kB. V8 optimises up to 61,440 bytes, but functions well below are ready sooner and no slower: a step of Adam
 * on a batch of 64 for perceptrons of 64 units a layer took 3.0 ms with 5 layers in one function of 23 kB and 2.1 ms
 * divided; with 20 layers 300 ms in one of 96 kB, past the limit, and 8.7 ms divided. Any limit
 * from 500 to 2,000 is as fast (within 1 % for 5, 8 and 20 such layers), and the fewer functions the better they read.
 */
export const writtenOperationsPerFunction = 2_000;

/** In a function of loops, a step this small is still written out: the loop around it would cost more than it saves. */
export const unrolledOperationsPerStep = 4;

/**
 * In a function of loops, a sum with at least so many scalar operations is computed in register tiles. No size was found
 * at which tiles, with the gathering of a block's inputs, lose against plain loops. Plain loops take so many times as long
 * at batches of 1, 4 and 16: for 8-8-4 1.19, 1.90 and 2.30; for 8-16-8 1.31, 2.29 and 2.64; for 32-32-10 1.31, 2.49 and 2.99.
 * With tiles for every smaller sum as well these gain some 5 % more, for much more code.
 */
export const tiledOperationsPerStep = 64;

/**
 * A reduction over so few values is written out, and so is the end of a longer one: the rows of a kernel, the windows of a
 * pooling, the two inputs of a unit. Neighbouring places share what they read, and a sum of products waits less for the one
 * before. The gradient of a convolution of 16 kernels of 8 × 3 × 3 runs at 3.3 GFLOP/s with loops, at 5.1 with rows of three
 * written out, and no faster with all nine; whole steps of `cnn-digits`, `cnn-mnist` (5 × 5) and `adding` take 0.88, 0.86 and 0.97 of
 * the time.
 */
export const writtenTermsPerReduction = 5;

/**
 * Examples that tiled steps take together: enough to spread the loading of weights, few enough that their values stay in
 * cache. Where an example needs little it hardly matters: 16 is 2 to 3 % slower and 128 no faster, for 32-32-10, for 784-128-10
 * and for 8 layers of 64.
 */
export const examplesPerBlock = 64;

/**
 * Where all values of a block take more, it has half as many examples, down to the fewest: some twice the second-level cache of
 * 2 MB, since not all are needed at once. A step on 64 examples of an LSTM of 64 units and 30 steps, 460 kB an example, takes
 * 0.81 of the time in blocks of 16 and 0.82 in blocks of 8. Of the transformer, 85 kB an example, it takes 0.97 and 0.96, but on 32
 * examples 1.07 and 1.09: blocks that tiles of three and six examples do not divide compute some in vain.
 */
export const bytesPerBlock = 2 ** 22;
export const fewestExamplesPerBlock = 8;

/**
 * What one more turn of a tile's inner loop costs, in micro-operations of x86-64 as V8 11.3 writes it: an element loaded
 * is an addition for its position, a comparison and a jump for its bounds, and the load; a product is added in two; the
 * loop itself takes six. The ratios that follow from it agree with measured ones within 10 % (GFLOP/s of 64 × 128 × 784:
 * 1×1 1.2, 1×4 3.2, 2×2 3.8, 2×4 4.8, 3×3 5.3). With its wider side around the other, 2×4 is within 3 % of the best of
 * 15 shapes in each product of 784-128-10 (the other way round up to 7 % slower in the large ones). Of short sums that are
 * written out every element counts once: 3 products of a kernel's row for 4 places and 2 kernels load 12 numbers, not 18.
 */
export const tileCost = { load: 4, multiplyAdd: 2, turn: 6 } as const;

/** Variables of a tile that V8 keeps in registers, of 16: past it the inner loop spills (4×4 runs at 4.4 GFLOP/s, 3×3 at 5.3). */
export const tileRegisters = 15;
