import type { Check } from "../run-row.ts";

/** The examples of specs/course/cmu-random-leaky-relu.grad; the loss is their mean, so each gradient is half a slope. */
const examples = [[-2, 3, -1], [-2, -2, 0.5]];

/** Slopes lie between 0.1 and 0.3, 1 above 0; the same seed draws the same ones, another others. */
export const check: Check = async (commands) => {
  const slopes = async (seed: number): Promise<readonly number[]> => {
    const { stdout } = await commands.run(`npx gradc gradient specs/course/cmu-random-leaky-relu.grad --wrt z --seed ${seed} --json`);
    return (JSON.parse(stdout) as { readonly gradients: { readonly z: readonly (readonly number[])[] } }).gradients.z.flat().map((gradient) => examples.length * gradient);
  };
  const drawn = await Promise.all(Array.from({ length: 20 }, (_, seed) => slopes(seed)));
  const negative = drawn.flatMap((own) => own.filter((_, k) => examples.flat()[k]! < 0));
  const positive = drawn.flatMap((own) => own.filter((_, k) => examples.flat()[k]! > 0));
  const [least, most] = [Math.min(...negative), Math.max(...negative)];
  const different = new Set(negative).size;
  const [first, again] = [await commands.run("npx gradc gradient specs/course/cmu-random-leaky-relu.grad --wrt z --seed 7 --json"), await commands.run("npx gradc gradient specs/course/cmu-random-leaky-relu.grad --seed 7 --wrt z --json")];
  const same = first.stdout === again.stdout;
  return [
    { what: "slopes below 0", expected: "from 0.1 to 0.3, both ends nearly reached", got: `${least} to ${most}`, error: null, ok: least >= 0.1 && least < 0.12 && most <= 0.3 && most > 0.28 },
    { what: "slopes above 0", expected: "1", got: `${Math.min(...positive)} to ${Math.max(...positive)}`, error: Math.max(...positive.map((slope) => Math.abs(slope - 1))), ok: positive.every((slope) => slope === 1) },
    { what: "different slopes of 20 seeds", expected: `${negative.length}, one for each unit, example and seed`, got: `${different}`, error: null, ok: different === negative.length },
    { what: "the same seed again", expected: "the same", got: same ? "the same" : "others", error: null, ok: same },
  ];
};
