import { createExamples } from "../examples.ts";
import { Random, shuffle, uniform } from "../random.ts";
import { sizeOf } from "../values.ts";
import { normal } from "./draws.ts";
import { unfit } from "./fit.ts";
import type { Generator } from "./generator.ts";

const documentsPerClass = 300;
/** How many words of a document all classes use alike. */
const shared = 0.5;
/** Standard deviation of the logarithm of how often a word is used. */
const spread = 1.5;

/** Documents whose words tell what they are about, whatever their order. */
export const topics: Generator = {
  name: "topics",
  summary: "300 documents a class, each the numbers of its words: half are drawn from what all classes use, half from what its own uses",
  generate(columns, precision, seed) {
    const [words, label, ...others] = [...columns].sort((a, b) => Number(a.role === "label") - Number(b.role === "label"));
    if (words?.role !== "index" || words.classes === undefined || label?.classes === undefined || label.role !== "label" || others.length > 0) {
      throw unfit("topics", "the words of a document as one index(k, n) and its class as one label(c)", columns);
    }
    const random = new Random(seed);
    const size = documentsPerClass * label.classes;
    const [common, ...own] = Array.from({ length: 1 + label.classes }, () => usage(words.classes as number, random));
    const order = Uint32Array.from({ length: size }, (_, row) => row % own.length);
    shuffle(order, random);
    const examples = createExamples(columns, size, precision);
    const length = sizeOf(words.shape);
    order.forEach((kind, row) => {
      examples.columns[label.name]![row] = kind;
      for (let k = 0; k < length; k++) examples.columns[words.name]![row * length + k] = wordOf(uniform(random) < shared ? common! : own[kind]!, random);
    });
    return examples;
  },
};

/** How often each word is used, added up from the first to each. */
function usage(words: number, random: Random): Float64Array {
  let total = 0;
  return Float64Array.from({ length: words }, () => (total += Math.exp(spread * normal(random))));
}

/** A word, drawn by how often each is used: the first that reaches a share of the total. */
function wordOf(upTo: Float64Array, random: Random): number {
  const wanted = uniform(random) * upTo.at(-1)!;
  let [low, high] = [0, upTo.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (upTo[middle]! > wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}
