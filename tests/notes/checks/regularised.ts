import { largestError, type Check } from "../run-row.ts";

interface Result {
  readonly gradients: { readonly [name: string]: unknown };
}

const W = [1, -2, 0.5, 0, -1, 1.5];

/** λ adds 2 λ W to dW, and nothing to the gradients of biases, of the input and of what lies between. */
export const check: Check = async (commands) => {
  const gradientsAt = async (λ: number): Promise<{ readonly [name: string]: readonly number[] }> => {
    commands.write(`lambda${λ}.json`, JSON.stringify({ hyper: { λ } }));
    const { stdout } = await commands.run(`npx gradc gradient specs/course/stu-regularised.grad --wrt W,b,x,p --at lambda${λ}.json --json`);
    return Object.fromEntries(Object.entries((JSON.parse(stdout) as Result).gradients).map(([name, values]) => [name, [values].flat(3) as readonly number[]]));
  };
  const [without, strong] = [await gradientsAt(0), await gradientsAt(0.75)];
  const expected = without["W"]!.map((value, k) => value + 2 * 0.75 * W[k]!);
  const error = largestError(strong["W"]!, expected);
  const others = ["b", "x", "p"].map((name) => largestError(strong[name]!, without[name]!));
  return [
    { what: "dW at λ = 0.75", expected: JSON.stringify(expected), got: JSON.stringify(strong["W"]), error, ok: error <= 1e-15 },
    { what: "what λ changes in db, dx, dp", expected: "0", got: `${Math.max(...others)}`, error: Math.max(...others), ok: Math.max(...others) === 0 },
  ];
};
