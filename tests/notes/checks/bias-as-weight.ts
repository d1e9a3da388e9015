import { largestError, type Check } from "../run-row.ts";

type Matrix = readonly (readonly number[])[];

/** One step of descent on the network of S56: with its biases apart, and with each as the weight of an input that is 1. */
export const check: Check = async (commands) => {
  const trained = async (spec: string): Promise<{ readonly [name: string]: unknown }> => {
    await commands.run(`npx gradc train specs/course/${spec}.grad --save ${spec}.json`);
    const { tensors } = JSON.parse(commands.read(`${spec}.json`)) as { readonly tensors: { readonly [name: string]: { readonly values: unknown } } };
    return Object.fromEntries(Object.entries(tensors).map(([name, { values }]) => [name, values]));
  };
  const apart = await trained("cmu-network");
  const [b1, b2] = [apart["b1"] as readonly number[], apart["b2"] as readonly number[]];
  const joined = [...(apart["W1"] as Matrix).flatMap((row, j) => [b1[j]!, ...row]), ...(apart["W2"] as Matrix).flatMap((row, j) => [b2[j]!, ...row])];
  const weights = await trained("cmu-bias-as-weight");
  const numbers = [...(weights["W1"] as Matrix).flat(), ...(weights["W2"] as Matrix).flat()];
  const error = largestError(numbers, joined);
  const expected = 0.33 - -0.1053676888;
  return [
    { what: "b2[0] after a step", expected: `${expected}`, got: `${b2[0]}`, error: Math.abs(b2[0]! - expected), ok: Math.abs(b2[0]! - expected) <= 1e-9 },
    { what: "the bias as a weight", expected: `${b2[0]}, …`, got: `${(weights["W2"] as Matrix)[0]![0]}, …`, error, ok: error <= 1e-15 },
  ];
};
