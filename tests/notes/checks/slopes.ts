import { compileToJavaScript } from "../../../compiler/compile.ts";
import { countOperations, type Counts } from "../../emit/count.ts";
import type { Check, Finding } from "../run-row.ts";

interface Result {
  readonly jacobians: readonly { readonly s: { readonly z: number }; readonly t: { readonly z: number } }[];
}

const points = Array.from({ length: 141 }, (_, k) => (k - 70) / 2);

/** Backward no exponential is taken, and slopes keep all their digits however near to 0 they are. */
export const check: Check = async (commands) => {
  const { code } = compileToJavaScript("z = input(3)\nW = param(3, 3)\nL = loss(sum(sigmoid(W * z)) + sum(tanh(W * z)))\n");
  const exponentials = (counts: Counts): number => Object.entries(counts).filter(([name]) => /exp|tanh|cosh|pow/.test(name)).reduce((sum, [, count]) => sum + count, 0);
  const [forward, both] = [exponentials(countOperations(code, "evaluate").example), exponentials(countOperations(code, "gradient").example)];
  commands.write("slopes.json", JSON.stringify({ batch: points.map((z) => ({ z })) }));
  const { jacobians } = JSON.parse((await commands.run("npx gradc gradient specs/course/stu-activations.grad --at slopes.json --json")).stdout) as Result;
  const worst = (of: (one: Result["jacobians"][number]) => number, slope: (z: number) => number): number => Math.max(...points.map((z, k) => Math.abs(of(jacobians[k]!) / slope(z) - 1)));
  const finding = (what: string, error: number): Finding => ({ what, expected: "relative error at most 1e-13", got: `${error}`, error, ok: error <= 1e-13 });
  return [
    { what: "exponentials of loss and gradient together", expected: `${forward}, those of the loss`, got: `${both}`, error: Math.abs(both - forward), ok: both === forward && forward > 0 },
    finding("σ' from -35 to 35", worst(({ s }) => s.z, (z) => 1 / (2 + 2 * Math.cosh(z)))),
    finding("tanh' from -35 to 35", worst(({ t }) => t.z, (z) => 1 / Math.cosh(z) ** 2)),
  ];
};
