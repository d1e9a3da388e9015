import { createExamples } from "../examples.ts";
import { below, Random } from "../random.ts";
import { sizeOf } from "../values.ts";
import { normal } from "./draws.ts";
import type { Generator } from "./generator.ts";

const size = 64;

/** Examples without any pattern in them, as lecture notes use them to show that a network can learn by heart. */
export const normalNumbers: Generator = {
  name: "normal",
  summary: "64 examples of standard normal numbers for any columns; labels and indexes uniform",
  generate(columns, precision, seed) {
    const examples = createExamples(columns, size, precision);
    columns.forEach(({ name, shape, classes }, k) => {
      const random = new Random(seed, k);
      const values = examples.columns[name]!;
      for (let i = 0; i < size * sizeOf(shape); i++) values[i] = classes === undefined ? normal(random) : below(classes, random);
    });
    return examples;
  },
};
