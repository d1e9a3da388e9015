import { createExamples, isClass } from "../examples.ts";
import { below, Random } from "../random.ts";
import { unfit } from "./fit.ts";
import type { Generator } from "./generator.ts";

const size = 10_000;

/** Sequences to be repeated from the end: nothing of one may be forgotten until all of it is read. */
export const reverse: Generator = {
  name: "reverse",
  summary: "10000 sequences of symbols, each drawn from all k, and the same in reverse order",
  generate(columns, precision, seed) {
    const [read, wanted, ...others] = columns.toSorted((a, b) => Number(a.role === "label") - Number(b.role === "label"));
    const fits = read?.role === "index" && read.shape.length === 1 && wanted !== undefined && isClass(wanted) && wanted.shape.join() === read.shape.join() && wanted.classes === read.classes && others.length === 0;
    if (!fits) throw unfit("reverse", "T symbols as index(k, T) and the same in reverse order as label(k, T), or as a second index(k, T)", columns);
    const [length = 0] = read.shape;
    const examples = createExamples(columns, size, precision);
    const [x, c] = [examples.columns[read.name]!, examples.columns[wanted.name]!];
    const random = new Random(seed);
    for (let row = 0; row < size; row++) {
      for (let t = 0; t < length; t++) {
        const symbol = below(read.classes ?? 1, random);
        x[row * length + t] = symbol;
        c[(row + 1) * length - 1 - t] = symbol;
      }
    }
    return examples;
  },
};
