import type { CommandLine } from "../command-line.ts";
import { largestError, type Check, type Finding } from "../run-row.ts";

const η = 0.5;

/** The examples (x, y) of specs/course/usu-sgd.grad. */
const examples = [[[1, 1], [1, 1]], [[0, 1], [0, 1]], [[1, 0], [0, 0]], [[-1, 2], [1, 0]]] as const;

interface Weights {
  readonly w2: readonly (readonly number[])[];
  readonly b2: readonly number[];
  readonly w3: readonly (readonly number[])[];
  readonly b3: readonly number[];
}

const initial: Weights = {
  w2: [[-0.81, -0.34], [-1.57, -0.03], [0.6, -0.52]], b2: [0.27, 0.87, 0.13],
  w3: [[0.51, 0.65, -0.74], [-1.42, -0.89, 2.02]], b3: [0.33, 0.65],
};

const σ = (z: number): number => 1 / (1 + Math.exp(-z));
const affine = (w: readonly (readonly number[])[], a: readonly number[], b: readonly number[]): readonly number[] => w.map((row, j) => row.reduce((sum, w_jk, k) => sum + w_jk * a[k]!, b[j]!));

/** δ³ and δ² of one example, by EQ1 and EQ2. */
function errors({ w2, b2, w3, b3 }: Weights, [x, y]: readonly [readonly number[], readonly number[]]): { readonly a2: readonly number[]; readonly δ2: readonly number[]; readonly δ3: readonly number[] } {
  const a2 = affine(w2, x, b2).map(σ);
  const a3 = affine(w3, a2, b3).map(σ);
  const δ3 = a3.map((a, j) => (a - y[j]!) * a * (1 - a));
  const δ2 = a2.map((a, k) => w3.reduce((sum, row, j) => sum + row[k]! * δ3[j]!, 0) * a * (1 - a));
  return { a2, δ2, δ3 };
}

/** w − (η/m) Σ δ aᵀ and b − (η/m) Σ δ, by EQ3 and EQ4. */
function step(weights: Weights, batch: readonly (readonly [readonly number[], readonly number[]])[]): Weights {
  const each = batch.map((example) => ({ x: example[0], ...errors(weights, example) }));
  const less = (value: number, of: (one: (typeof each)[number]) => number): number => value - (η / batch.length) * each.reduce((sum, one) => sum + of(one), 0);
  return {
    w2: weights.w2.map((row, j) => row.map((w, k) => less(w, ({ δ2, x }) => δ2[j]! * x[k]!))),
    b2: weights.b2.map((b, j) => less(b, ({ δ2 }) => δ2[j]!)),
    w3: weights.w3.map((row, j) => row.map((w, k) => less(w, ({ δ3, a2 }) => δ3[j]! * a2[k]!))),
    b3: weights.b3.map((b, j) => less(b, ({ δ3 }) => δ3[j]!)),
  };
}

/** The parameters after `gradc train` with these options. */
async function trained(commands: CommandLine, options: string, file: string): Promise<Weights> {
  await commands.run(`npx gradc train specs/course/usu-sgd.grad ${options} --save ${file}`);
  const { tensors } = JSON.parse(commands.read(file)) as { readonly tensors: { readonly [name: string]: { readonly values: unknown } } };
  return Object.fromEntries(Object.entries(tensors).map(([name, { values }]) => [name, values])) as unknown as Weights;
}

const numbersOf = ({ w2, b2, w3, b3 }: Weights): readonly number[] => [...w2.flat(), ...b2, ...w3.flat(), ...b3];

function found(what: string, got: Weights, expected: Weights): Finding {
  const error = largestError(numbersOf(got), numbersOf(expected));
  return { what, expected: `b3 ${JSON.stringify(expected.b3)}`, got: JSON.stringify(got.b3), error, ok: error <= 1e-12 };
}

/** One step with all four examples, and an epoch of two mini-batches, whose order the seed gives. */
export const check: Check = async (commands) => {
  const whole = await trained(commands, "--batch 4", "step.json");
  const epoch = await trained(commands, "--seed 1", "epoch.json");
  const again = await trained(commands, "--seed 1", "again.json");
  const pairs = [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]] as const;
  const others = (pair: readonly number[]): readonly number[] => [0, 1, 2, 3].filter((k) => !pair.includes(k));
  const orders = pairs.map((pair) => step(step(initial, pair.map((k) => examples[k])), others(pair).map((k) => examples[k]!)));
  const nearest = orders.reduce((best, one) => (largestError(numbersOf(epoch), numbersOf(one)) < largestError(numbersOf(epoch), numbersOf(best)) ? one : best));
  return [
    found("w - (η/m) Σ δ aᵀ over all four", whole, step(initial, examples)),
    found("an epoch of two mini-batches, in one of their orders", epoch, nearest),
    found("the same seed again", again, epoch),
  ];
};
