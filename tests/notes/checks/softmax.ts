import { compileToJavaScript } from "../../../compiler/compile.ts";
import { countOperations, totalOf } from "../../emit/count.ts";
import type { Check } from "../run-row.ts";

interface LoweredFunction {
  readonly name: string;
  readonly buffers: readonly { readonly name: string; readonly extents: readonly number[] }[];
}

const spec = (K: number): string => `z = input(${K})\nd = label(${K})\ny = output(softmax(z))\nDiv = loss(sum((y - d) .^ 2) / 2)\n`;

/** Rows of the Jacobian sum to 0; the product with it takes work and memory in proportion to K, not to K². */
export const check: Check = async (commands) => {
  const { jacobians } = JSON.parse((await commands.run("npx gradc gradient specs/course/cmu-softmax.grad --json")).stdout) as { readonly jacobians: readonly { readonly y: { readonly z: readonly (readonly number[])[] } }[] };
  const worst = Math.max(...jacobians[0]!.y.z.map((row) => Math.abs(row.reduce((sum, value) => sum + value, 0))));
  const { stdout } = await commands.run("npx gradc inspect specs/course/cmu-softmax-l2.grad --wrt z --stage lower --json");
  const buffers = (JSON.parse(stdout) as readonly LoweredFunction[]).flatMap((one) => one.buffers);
  const largest = Math.max(...buffers.map(({ extents }) => extents.reduce((product, extent) => product * extent, 1)));
  const costOf = (K: number): number => totalOf(countOperations(compileToJavaScript(spec(K), { wrt: ["z"] }).code, "gradient").example);
  const [one, two, three] = [costOf(200), costOf(400), costOf(600)];
  return [
    { what: "sums of the rows", expected: "0", got: `at most ${worst}`, error: worst, ok: worst <= 1e-15 },
    { what: "numbers in the largest array, K = 100", expected: "≤ 100", got: `${largest}`, error: null, ok: largest <= 100 },
    { what: "operations at K = 600", expected: `${2 * two - one}, as many more as from 200 to 400`, got: `${three}`, error: Math.abs(three - 2 * two + one), ok: three === 2 * two - one },
  ];
};
