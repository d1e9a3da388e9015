import { createExamples } from "../examples.ts";
import type { Column } from "../model.ts";
import { Random, shuffle } from "../random.ts";
import { sizeOf } from "../values.ts";
import { inputNumbers, isOneNumber, outcomesOf, unfit, writeInputs } from "./fit.ts";
import type { Generator } from "./generator.ts";

/** A source of inputs that each belong to a class. */
export interface ClassifiedSource {
  readonly name: string;
  readonly summary: string;
  /** How many numbers one input has, and what they are, as in "a point of 2 numbers". */
  readonly numbers: number;
  readonly input: string;
  /** How many classes there are; `null` where the label says it, and a target means two. */
  readonly classes: number | null;
  /** How many examples, for so many classes. */
  size(classes: number): number;
  /** Draws one input of class `kind` into `numbers`, which come as the last draw left them. */
  sampler(classes: number, random: Random): (kind: number, numbers: Float64Array) => void;
}

/**
 * A generator of examples of all classes, as many of each, give or take one, in random order, so that any share is a
 * fair sample. The inputs together hold the numbers; the class is one label, or a target of one number where there
 * can be two classes, or is left out by a spec that learns from the inputs alone.
 */
export function classified(source: ClassifiedSource): Generator {
  const { name, summary } = source;
  return {
    name,
    summary,
    generate(columns, precision, seed) {
      const outcome = fit(source, columns);
      const classes = source.classes ?? outcome?.classes ?? 2;
      const size = source.size(classes);
      const random = new Random(seed);
      const sample = source.sampler(classes, random);
      const examples = createExamples(columns, size, precision);
      const order = Uint32Array.from({ length: size }, (_, row) => row % classes);
      shuffle(order, random);
      const numbers = new Float64Array(source.numbers);
      order.forEach((kind, row) => {
        sample(kind, numbers);
        writeInputs(columns, examples, row, numbers);
        if (outcome !== undefined) examples.columns[outcome.name]![row] = kind;
      });
      return examples;
    },
  };
}

/** The column of the class, if there is one. Throws a `DataError` where the columns do not fit. */
function fit(source: ClassifiedSource, columns: readonly Column[]): Column | undefined {
  const { name, numbers, input, classes } = source;
  const [outcome, ...others] = outcomesOf(columns);
  if (inputNumbers(columns) === numbers && others.length === 0 && (outcome === undefined || takesClass(source, outcome))) return outcome;
  const kinds = classes === 2 || classes === null ? `label(${classes ?? "k"}) or a target of one number, 0 or 1` : `label(${classes})`;
  throw unfit(name, `${input} and its class as one ${kinds}`, columns);
}

function takesClass({ classes }: ClassifiedSource, column: Column): boolean {
  if (column.role === "label") return sizeOf(column.shape) === 1 && (classes === null || column.classes === classes);
  return (classes === null || classes === 2) && isOneNumber(column);
}
