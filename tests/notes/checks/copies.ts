import { largestError, type Check, type Finding } from "../run-row.ts";

interface Result {
  readonly loss: number;
  readonly gradients: { readonly W: readonly (readonly number[])[]; readonly b: readonly number[] };
}

const example = { x: [0.3, -1.2], d: [0.5, -0.5] };

/** Of T copies of one example the mean is that example's loss and gradient, and the sum T times that. */
export const check: Check = async (commands) => {
  const numbersOf = async (reduction: string, copies: number): Promise<readonly number[]> => {
    const point = `copies${copies}.json`;
    commands.write(point, JSON.stringify({ batch: Array.from({ length: copies }, () => example) }));
    const { loss, gradients } = JSON.parse((await commands.run(`npx gradc gradient specs/course/cmu-${reduction}.grad --at ${point} --json`)).stdout) as Result;
    return [loss, ...gradients.W.flat(), ...gradients.b];
  };
  const one = await numbersOf("mean", 1);
  const findings: Finding[] = [];
  for (const copies of [2, 3, 7, 32]) {
    for (const [reduction, times] of [["mean", 1], ["sum", copies]] as const) {
      const got = await numbersOf(reduction, copies);
      const expected = one.map((value) => times * value);
      const error = largestError(got, expected);
      findings.push({ what: `loss and gradients of ${copies} copies under ${reduction}`, expected: `${expected[0]}, …`, got: `${got[0]}, …`, error, ok: error <= 1e-14 });
    }
  }
  return findings;
};
