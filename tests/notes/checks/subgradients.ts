import type { Check } from "../run-row.ts";

interface Result {
  readonly outputs: readonly { readonly [name: string]: number }[];
  readonly jacobians: readonly { readonly [name: string]: { readonly x: readonly number[] } }[];
}

const values = [-2, -1, 0, 1, 2];
const grid = values.flatMap((a) => values.flatMap((b) => values.map((c) => [a, b, c])));

/** The emitted v at x0 satisfies f(x) - f(x0) ≥ vᵀ(x - x0) for all x0 and x of a grid that holds all kinks. */
export const check: Check = async (commands) => {
  commands.write("grid.json", JSON.stringify({ batch: grid.map((x) => ({ x })) }));
  const { outputs, jacobians } = JSON.parse((await commands.run("npx gradc gradient specs/course/cmu-subgradients.grad --at grid.json --json")).stdout) as Result;
  return [["r", "Σ relu"], ["m", "max"], ["a", "Σ abs"], ["h", "hinge"]].map(([name, title]) => {
    const gaps = grid.flatMap((x0, k) => {
      const v = jacobians[k]![name!]!.x;
      return grid.map((x, l) => outputs[l]![name!]! - outputs[k]![name!]! - v.reduce((sum, slope, i) => sum + slope * (x[i]! - x0[i]!), 0));
    });
    const least = Math.min(...gaps);
    return { what: `least f(x) - f(x0) - vᵀ(x - x0) of ${title}, ${gaps.length} pairs`, expected: "≥ 0", got: `${least}`, error: Math.max(0, -least), ok: least >= 0 };
  });
};
