import { gradientAt, parameters, run } from "../../emit/emitted.ts";
import type { CommandLine } from "../command-line.ts";
import { largestError, type Check, type Finding } from "../run-row.ts";

const [graphs, size, h] = [25, 12, 1e-4];

/** Whole numbers in a row that repeats only after 2³² (a linear congruential generator). */
function choices(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Smooth functions of two values, bounded where products could grow. */
const joins: readonly ((a: string, b: string) => string)[] = [
  (a, b) => `${a} + ${b}`, (a, b) => `${a} - 2 * ${b}`, (a, b) => `tanh(${a} * ${b})`, (a, b) => `sin(${a}) * ${b}`, (a, b) => `sigmoid(${a}) - ${b}`, (a, b) => `${a} / (1 + ${b} ^ 2)`, (a, b) => `exp(-${a} ^ 2) * ${b}`,
];

/** A graph in which each value is made of any two before it, so that most reach the loss in many ways. */
function randomGraph(seed: number): string {
  const choose = choices(seed);
  const names = ["p[1]", "p[2]", "p[3]", "x[1]", "x[2]"];
  const lines = Array.from({ length: size }, (_, k) => {
    const any = (): string => names[choose(names.length)]!;
    const line = `v${k} = ${joins[choose(joins.length)]!(any(), any())}`;
    names.push(`v${k}`);
    return line;
  });
  return ["x = input(2)", "p = param([0.7, -0.4, 1.1])", ...lines, `L = loss(v${size - 1} + 0.5 * v${size - 2} * p[1] + 0.1 * sum(p .^ 2))`].join("\n");
}

/** Gradients of random graphs against differences, of fourth order, of their losses. */
async function differences(): Promise<Finding> {
  const errors: number[] = [];
  for (let seed = 1; seed <= graphs; seed++) {
    const module = await run(randomGraph(seed));
    const lossAt = (k: number, shift: number): number => {
      const p = [0.7, -0.4, 1.1];
      p[k]! += shift;
      return gradientAt(module, parameters(module, { p }), [[0.3, -0.8], [1.2, 0.5]]).loss;
    };
    const { gradients } = gradientAt(module, parameters(module), [[0.3, -0.8], [1.2, 0.5]]);
    const expected = [0, 1, 2].map((k) => (8 * (lossAt(k, h) - lossAt(k, -h)) - lossAt(k, 2 * h) + lossAt(k, -2 * h)) / (12 * h));
    errors.push(largestError(gradients["p"]!, expected));
  }
  const error = Math.max(...errors);
  return { what: `gradients of ${graphs} random graphs of ${size} values against differences`, expected: "error at most 1e-9", got: error.toExponential(1), error, ok: error <= 1e-9 };
}

/** Whether every value is made, forward and backward, before it is used. */
async function order(commands: CommandLine): Promise<Finding> {
  const { stdout } = await commands.run("npx gradc inspect specs/course/stu-dag.grad --stage differentiate");
  const lines = [...stdout.matchAll(/^ {2}(\w+) = (.*?) {2,}/gm)].map(([, name, made]) => ({ name: name!, uses: made!.match(/\b[A-Za-z]\w*\b/g) ?? [] }));
  const early = lines.flatMap(({ name, uses }, k) => uses.filter((used) => lines.some((line, l) => l >= k && line.name === used)).map((used) => `${used} in ${name}`));
  return { what: `values used before they are made, of ${lines.length}`, expected: "none", got: early.join(", ") || "none", error: null, ok: early.length === 0 && lines.length > 6 };
}

export const check: Check = async (commands) => [await differences(), await order(commands)];
