import { readFileSync } from "node:fs";
import { gradientAt, parameters, run } from "../../emit/emitted.ts";
import { largestError, type Check, type Finding } from "../run-row.ts";

const spec = "specs/course/cmu-minibatch.grad";

/** The sizes of mini-batches that the lectures name. */
const sizes = [32, 64, 100, 128, 256];

/** The gradient of a mini-batch is the mean of those of its examples; which examples it has is for the seed to say. */
export const check: Check = async (commands) => {
  const module = await run(readFileSync(spec, "utf8"));
  const params = parameters(module);
  const rowOf = (n: number): readonly number[] => Array.from({ length: 9 }, (_, i) => Math.sin(1.7 * n + 0.9 * i));
  const gradientOf = (rows: readonly (readonly number[])[]): readonly number[] => {
    const { loss, gradients } = gradientAt(module, params, rows);
    return [loss, ...Object.entries(gradients).filter(([name]) => name !== "losses").flatMap(([, values]) => values)];
  };
  const findings: Finding[] = sizes.map((size) => {
    const rows = Array.from({ length: size }, (_, n) => rowOf(n));
    const each = rows.map((row) => gradientOf([row]));
    const mean = each[0]!.map((_, k) => each.reduce((sum, one) => sum + one[k]!, 0) / size);
    const got = gradientOf(rows);
    const error = largestError(got, mean);
    return { what: `loss and gradients of ${size} examples`, expected: `${mean[0]}, …`, got: `${got[0]}, …`, error, ok: error <= 1e-12 };
  });
  const trained = async (seed: number, file: string): Promise<string> => {
    await commands.run(`npx gradc train ${spec} --seed ${seed} --save ${file}`);
    return JSON.stringify((JSON.parse(commands.read(file)) as { readonly tensors: unknown }).tensors);
  };
  const [first, again] = [await trained(5, "first.json"), await trained(5, "again.json")];
  return [...findings, { what: "parameters after three epochs, the same seed again", expected: "the same bits", got: first === again ? "the same bits" : "others", error: null, ok: first === again }];
};
