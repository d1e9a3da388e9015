import { createExamples } from "../examples.ts";
import { below, Random, uniform } from "../random.ts";
import { isOneNumber, outcomesOf, unfit } from "./fit.ts";
import type { Generator } from "./generator.ts";

const size = 10_000;

/** The adding problem (Hochreiter & Schmidhuber 1997): to remember two numbers of a sequence and add them. */
export const adding: Generator = {
  name: "adding",
  summary: "10000 sequences of numbers uniform on 0 … 1, each beside its mark, 1 at one place of either half and else 0; the target is the sum of the two marked ones",
  generate(columns, precision, seed) {
    const inputs = columns.filter(({ role }) => role === "input");
    const [input] = inputs;
    const [target, ...others] = outcomesOf(columns);
    const [length = 0, width] = input?.shape ?? [];
    if (input === undefined || inputs.length > 1 || input.shape.length !== 2 || length < 2 || width !== 2 || target === undefined || !isOneNumber(target) || others.length > 0) {
      throw unfit("adding", "a sequence as one input(T, 2), T at least 2, and a target of one number", columns);
    }
    const examples = createExamples(columns, size, precision);
    const [x, d] = [examples.columns[input.name]!, examples.columns[target.name]!];
    const random = new Random(seed);
    const half = Math.floor(length / 2);
    for (let row = 0; row < size; row++) {
      const numbers = Array.from({ length }, () => uniform(random));
      const marked = [below(half, random), half + below(length - half, random)];
      for (const [t, number] of numbers.entries()) {
        x[2 * (row * length + t)] = number;
        x[2 * (row * length + t) + 1] = marked.includes(t) ? 1 : 0;
      }
      d[row] = marked.reduce((sum, t) => sum + numbers[t]!, 0);
    }
    return examples;
  },
};
