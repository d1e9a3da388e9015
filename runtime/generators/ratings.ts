import { createExamples } from "../examples.ts";
import { below, Random } from "../random.ts";
import { normal } from "./draws.ts";
import { isOneNumber, unfit } from "./fit.ts";
import type { Generator } from "./generator.ts";

const size = 6000;
const rank = 2;
/** Standard deviations: of what a user or an item adds to every rating, of each factor, and of the noise. */
const spread = { bias: 0.4, factor: 0.7, noise: 0.2 };
const average = 3.5;

/** Ratings as factorisation finds them: a matrix of low rank, some of whose elements are known. */
export const ratings: Generator = {
  name: "ratings",
  summary: "6000 ratings of items by users, both drawn evenly: a matrix of rank 2, what each user and item adds to it, and normal noise of standard deviation 0.2 about 3.5",
  generate(columns, precision, seed) {
    const [users, items, ...more] = columns.filter(({ role, shape }) => role === "index" && shape.length === 0);
    const rating = columns.find(isOneNumber);
    if (users?.classes === undefined || items?.classes === undefined || rating === undefined || more.length > 0 || columns.length > 3) {
      throw unfit("ratings", "an index of users, an index of items and a target of one number", columns);
    }
    const random = new Random(seed);
    const [user, item] = [users.classes, items.classes].map((count) => Array.from({ length: count }, () => tasteOf(random))) as [Taste[], Taste[]];
    const examples = createExamples(columns, size, precision);
    for (let row = 0; row < size; row++) {
      const [u, i] = [below(user.length, random), below(item.length, random)];
      examples.columns[users.name]![row] = u;
      examples.columns[items.name]![row] = i;
      examples.columns[rating.name]![row] = average + together(user[u]!, item[i]!) + spread.noise * normal(random);
    }
    return examples;
  },
};

/** What a user or an item adds to its ratings, and its factors. */
interface Taste {
  readonly bias: number;
  readonly factors: readonly number[];
}

const tasteOf = (random: Random): Taste => ({ bias: spread.bias * normal(random), factors: Array.from({ length: rank }, () => spread.factor * normal(random)) });

const together = (a: Taste, b: Taste): number => a.bias + b.bias + a.factors.reduce((sum, factor, k) => sum + factor * b.factors[k]!, 0);
