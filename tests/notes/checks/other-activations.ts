import { readFileSync } from "node:fs";
import { gradientAt, parameters, run } from "../../emit/emitted.ts";
import { largestError, type Check, type Finding } from "../run-row.ts";

interface Activation {
  readonly text: string;
  readonly f: (z: number) => number;
  readonly slope: (z: number) => number;
}

const activations: readonly Activation[] = [
  { text: "z", f: (z) => z, slope: () => 1 },
  { text: "relu(z)", f: (z) => Math.max(0, z), slope: (z) => (z > 0 ? 1 : 0) },
  { text: "1 ./ (1 + exp(-z))", f: (z) => 1 / (1 + Math.exp(-z)), slope: (z) => 1 / (2 + 2 * Math.cosh(z)) },
  { text: "sin(z) + z .^ 2", f: (z) => Math.sin(z) + z * z, slope: (z) => Math.cos(z) + 2 * z },
];

/** The numbers of specs/course/stu-one-hidden.grad: x, t, and weights by unit, the bias first. */
const [x, t] = [[0.5, -1], [1, 0]];
const v = [[0.1, 1, -1], [-0.2, 0.5, 2], [0.3, -1.5, 0.25]];
const w = [[-0.4, 0.7, -0.3, 1.1], [0.2, -0.6, 0.9, 0.8]];

const through = (weights: readonly (readonly number[])[], inputs: readonly number[]): readonly number[] => weights.map(([bias, ...row]) => row.reduce((sum, weight, i) => sum + weight * inputs[i]!, bias!));

/** The loss, then the gradients by v0, v, w0, w, by hand. */
function byHand(f: Activation, g: Activation): readonly number[] {
  const r = through(v, x);
  const h = r.map(f.f);
  const s = through(w, h);
  const e = s.map((value, k) => g.f(value) - t[k]!);
  const δ = e.map((error, k) => error * g.slope(s[k]!));
  const ε = r.map((value, j) => w.reduce((sum, row, k) => sum + row[j + 1]! * δ[k]!, 0) * f.slope(value));
  return [e.reduce((sum, error) => sum + error * error, 0) / 2, ...ε, ...ε.flatMap((error) => x.map((input) => error * input)), ...δ, ...δ.flatMap((error) => h.map((value) => error * value))];
}

/** The general form with every pair of some f and g. */
export const check: Check = async () => {
  const text = readFileSync("specs/course/stu-one-hidden.grad", "utf8");
  const findings: Finding[] = [];
  for (const f of activations) {
    for (const g of activations) {
      const module = await run(text.replace(/^f\(z\) = .*$/m, `f(z) = ${f.text}`).replace(/^g\(z\) = .*$/m, `g(z) = ${g.text}`));
      const { loss, gradients } = gradientAt(module, parameters(module), [[...x, ...t]]);
      const got = [loss, ...["v0", "v", "w0", "w"].flatMap((name) => gradients[name]!)];
      const expected = byHand(f, g);
      const error = largestError(got, expected);
      findings.push({ what: `loss and gradients with f = ${f.text}, g = ${g.text}`, expected: `${expected[0]}, …`, got: `${got[0]}, …`, error, ok: error <= 1e-12 });
    }
  }
  return findings;
};
