import type { Nested } from "../../../runtime/values.ts";
import { largestError, type Check } from "../run-row.ts";

interface Result {
  readonly loss: number;
  readonly gradients: { readonly [name: string]: readonly Nested[] };
}

/** [W b] in one matrix gives the numbers of W and b apart, and costs the same operations. */
export const check: Check = async (commands) => {
  const resultOf = async (spec: string): Promise<Result> => JSON.parse((await commands.run(`npx gradc gradient specs/course/${spec}.grad --json`)).stdout) as Result;
  const operationsOf = async (spec: string): Promise<string> => {
    const { stdout } = await commands.run(`npx gradc inspect specs/course/${spec}.grad`);
    return [...stdout.matchAll(/^ \* {3}((?:forward|backward) \d+: .*)$/gm)].map((match) => match[1]!).join("; ");
  };
  const [augmented, explicit] = [await resultOf("penn-augmented"), await resultOf("penn-explicit")];
  const joined = [1, 2].flatMap((layer) => (explicit.gradients[`W${layer}`] as readonly (readonly number[])[]).flatMap((row, j) => [...row, explicit.gradients[`b${layer}`]![j] as number]));
  const error = largestError([augmented.loss, ...(augmented.gradients["X1"] as number[][]).flat(), ...(augmented.gradients["X2"] as number[][]).flat()], [explicit.loss, ...joined]);
  const [one, two] = [await operationsOf("penn-augmented"), await operationsOf("penn-explicit")];
  return [
    { what: "the loss and dX = [dW db]", expected: `${explicit.loss}, …`, got: `${augmented.loss}, …`, error, ok: error <= 1e-15 },
    { what: "operations of an example", expected: two, got: one, error: null, ok: one === two && one !== "" },
  ];
};
