import type { Check, Finding } from "../run-row.ts";

interface Result {
  readonly loss: number;
  readonly gradients: { readonly x: number };
}

/** y(x + Δx) = y + dy/dx Δx + ½ y″ Δx² + …: of y = sin(x²) at 1.3 what the linear term leaves is ½ y″ Δx², up to 10 Δx³. */
export const check: Check = async (commands) => {
  const x = 1.3;
  const half = Math.cos(x * x) - 2 * x * x * Math.sin(x * x);
  const at = async (value: number): Promise<Result> => {
    commands.write(`x${value}.json`, JSON.stringify({ params: { x: value } }));
    return JSON.parse((await commands.run(`npx gradc gradient specs/course/cmu-chain.grad --at x${value}.json --json`)).stdout) as Result;
  };
  const { loss, gradients } = await at(x);
  const findings: Finding[] = [];
  for (const Δx of [1e-1, 1e-2, 1e-3]) {
    const got = ((await at(x + Δx)).loss - loss - gradients.x * Δx) / Δx ** 2;
    const error = Math.abs(got - half);
    findings.push({ what: `(Δy - dy/dx Δx) / Δx² at Δx = ${Δx}`, expected: `${half}, up to ${10 * Δx}`, got: `${got}`, error: null, ok: error <= 10 * Δx });
  }
  return findings;
};
