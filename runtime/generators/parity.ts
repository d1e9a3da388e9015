import { createExamples } from "../examples.ts";
import type { Column } from "../model.ts";
import { below, Random, shuffle } from "../random.ts";
import { sizeOf } from "../values.ts";
import { outcomesOf, unfit } from "./fit.ts";
import type { Generator } from "./generator.ts";

/** Up to so many bits there is every sequence, 1,024 of them, and of longer ones so many drawn. */
const [mostOfAll, drawn] = [10, 5000] as const;

/** Parity at each step: to keep one bit, and change it whenever a 1 is read. */
export const parity: Generator = {
  name: "parity",
  summary: "every sequence of up to 10 bits once, 256 of 8, in random order, or 5000 longer ones, each with the parity of the bits so far at every position",
  generate(columns, precision, seed) {
    const inputs = columns.filter(({ role }) => role === "input");
    const [input] = inputs;
    const [outcome, ...others] = outcomesOf(columns);
    if (input === undefined || inputs.length > 1 || !isSequence(input) || outcome === undefined || !isSequence(outcome) || sizeOf(outcome.shape) !== sizeOf(input.shape) || !takesBits(outcome) || others.length > 0) {
      throw unfit("parity", "T bits as one input(T) or input(T, 1) and the parity so far as target(T), target(T, 1) or label(2, T)", columns);
    }
    const length = sizeOf(input.shape);
    const random = new Random(seed);
    const sequences = length > mostOfAll ? Array.from({ length: drawn }, () => Array.from({ length }, () => below(2, random))) : everySequence(length, random);
    const examples = createExamples(columns, sequences.length, precision);
    const [x, d] = [examples.columns[input.name]!, examples.columns[outcome.name]!];
    for (const [row, bits] of sequences.entries()) {
      let odd = 0;
      for (const [t, bit] of bits.entries()) {
        odd = bit === 1 ? 1 - odd : odd;
        x[row * length + t] = bit;
        d[row * length + t] = odd;
      }
    }
    return examples;
  },
};

/** A vector, or a matrix of one column. */
const isSequence = ({ shape }: Column): boolean => shape.length === 1 || (shape.length === 2 && shape[1] === 1);

const takesBits = ({ role, classes }: Column): boolean => role === "target" || (role === "label" && classes === 2);

function everySequence(length: number, random: Random): readonly (readonly number[])[] {
  const order = Uint32Array.from({ length: 2 ** length }, (_, k) => k);
  shuffle(order, random);
  return Array.from(order, (k) => Array.from({ length }, (_, t) => (k >> t) & 1));
}
