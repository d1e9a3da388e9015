/**
 * Measured limits of V8 11.3 (Node 20). TurboFan does not optimise a function of more than 61,440 bytes of bytecode
 * (`max_optimized_bytecode_size`): past it straight-line code runs 35–60 times slower. A scalar operation of emitted
 * straight-line code takes about 10 bytes (54–105 bytes per weight of an MLP: forward, backward, update), and a chunk
 * of at most 25 kB optimises soon and without spilling; hence 2,500. `bench/unrolling.ts` repeats the measurement.
 */
export const unrolledOperationsPerFunction = 2_500;

/** In a function of loops, a step this small is still written out: the loop around it would cost more than it saves. */
export const unrolledOperationsPerStep = 4;
