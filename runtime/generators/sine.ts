import { createExamples } from "../examples.ts";
import { Random } from "../random.ts";
import { between, normal } from "./draws.ts";
import { inputNumbers, isOneNumber, outcomesOf, unfit } from "./fit.ts";
import type { Generator } from "./generator.ts";

const size = 200;
const noise = 0.1;

/** Regression in one variable: a sine wave with noise. */
export const sine: Generator = {
  name: "sine",
  summary: "200 numbers uniform on -4 … 4, each with its sine and normal noise of standard deviation 0.1",
  generate(columns, precision, seed) {
    const input = columns.find(({ role }) => role === "input");
    const [target, ...others] = outcomesOf(columns);
    if (input === undefined || inputNumbers(columns) !== 1 || target === undefined || !isOneNumber(target) || others.length > 0) {
      throw unfit("sine", "an input of one number and a target of one number", columns);
    }
    const examples = createExamples(columns, size, precision);
    const random = new Random(seed);
    for (let row = 0; row < size; row++) {
      const x = between(-4, 4, random);
      examples.columns[input.name]![row] = x;
      examples.columns[target.name]![row] = Math.sin(x) + noise * normal(random);
    }
    return examples;
  },
};
