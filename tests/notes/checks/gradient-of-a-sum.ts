import { largestError, type Check } from "../run-row.ts";

/** The examples of specs/course/penn-sum.grad. */
const examples = [{ z: [3, -1], y: 5 }, { z: [1, 1], y: 2 }, { z: [0, 2], y: 7 }];

/** The gradient of the sum is the sum of the gradients of its terms, at a point of its own. */
export const check: Check = async (commands) => {
  const gradientOf = async (batch: readonly unknown[], name: string): Promise<readonly number[]> => {
    commands.write(name, JSON.stringify({ params: { x: [0.3, -1.7] }, batch }));
    const { stdout } = await commands.run(`npx gradc gradient specs/course/penn-sum.grad --at ${name} --json`);
    return (JSON.parse(stdout) as { readonly gradients: { readonly x: readonly number[] } }).gradients.x;
  };
  const all = await gradientOf(examples, "all.json");
  const each: (readonly number[])[] = [];
  for (const [k, example] of examples.entries()) each.push(await gradientOf([example], `term${k}.json`));
  const sum = [0, 1].map((j) => each.reduce((total, gradient) => total + gradient[j]!, 0));
  const error = largestError(all, sum);
  return [{ what: "∇Σ fᵢ = Σ ∇fᵢ at another point", expected: JSON.stringify(sum), got: JSON.stringify(all), error, ok: error <= 1e-12 }];
};
