import { createExamples } from "./examples.ts";
import type { Column, Examples, Metadata } from "./model.ts";
import { below, Random, uniform, type Draws } from "./random.ts";
import { sizeOf } from "./values.ts";

/** A built-in source of examples, `data("generated/<name>")`: the same seed gives the same ones. */
export interface Generator {
  readonly name: string;
  /** One sentence. */
  readonly summary: string;
  generate(columns: readonly Column[], precision: Metadata["precision"], seed: number): Examples;
}

/** A pair of independent standard normal numbers, one of which is kept (Box and Muller 1958). */
function normal(random: Draws): number {
  const radius = Math.sqrt(-2 * Math.log(1 - uniform(random)));
  return radius * Math.cos(2 * Math.PI * uniform(random));
}

/** Examples without any pattern in them, as lecture notes use them to show that a network can learn by heart. */
const normalNumbers: Generator = {
  name: "normal",
  summary: "64 examples of standard normal numbers; labels and indexes uniform",
  generate(columns, precision, seed) {
    const examples = createExamples(columns, 64, precision);
    columns.forEach((column, k) => {
      const random = new Random(seed, k);
      const values = examples.columns[column.name];
      for (let i = 0; values !== undefined && i < 64 * sizeOf(column.shape); i++) values[i] = column.classes === undefined ? normal(random) : below(column.classes, random);
    });
    return examples;
  },
};

/** Every built-in source of examples by its name. */
export const generators: ReadonlyMap<string, Generator> = new Map([normalNumbers].map((generator) => [generator.name, generator]));
