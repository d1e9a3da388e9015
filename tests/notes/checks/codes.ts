import type { Check } from "../run-row.ts";

interface Prediction {
  readonly outputs: readonly { readonly h: readonly number[]; readonly y: readonly number[] }[];
}

const patterns = Array.from({ length: 8 }, (_, k) => Array.from({ length: 8 }, (_, j) => (j === k ? 1 : 0)));

/** The eight hidden codes of the trained encoder are different numbers of three bits. The table in the notes is another run's. */
export const check: Check = async (commands) => {
  await commands.run("npx gradc train specs/course/stu-encoder.grad --save encoder.json");
  const { tensors } = JSON.parse(commands.read("encoder.json")) as { readonly tensors: { readonly [name: string]: { readonly values: unknown } } };
  commands.write("patterns.json", JSON.stringify({ params: Object.fromEntries(["W1", "b1", "W2", "b2"].map((name) => [name, tensors[name]!.values])), batch: patterns.map((x) => ({ x })) }));
  const { outputs } = JSON.parse((await commands.run("npx gradc gradient specs/course/stu-encoder.grad --at patterns.json --json")).stdout) as Prediction;
  const codes = outputs.map(({ h }) => h.map(Math.round).join(""));
  const wrong = outputs.filter(({ y }, k) => y.indexOf(Math.max(...y)) !== k || y.some((value, j) => Math.round(value) !== patterns[k]![j]));
  return [
    { what: "codes of 10000000, 01000000, …", expected: "8 different ones", got: codes.join(" "), error: null, ok: new Set(codes).size === 8 },
    { what: "patterns that come out wrong", expected: "0", got: `${wrong.length}`, error: null, ok: wrong.length === 0 },
  ];
};
