import { updates } from "../../../compiler/updates/index.ts";
import { losses, parameters, run } from "../../emit/emitted.ts";
import { descend } from "../../emit/update-rules.ts";
import { largestError, type Check, type Finding } from "../run-row.ts";

/** Least squares: gradients by hand are the means of (w·x - d) x. */
const rows = [[1, 2, 3], [2, -1, 0], [-1, 1, 1]] as const;

const spec = (optimizer: string): string => `x = input(2)\nd = target()\nw = param([3, -2])\nL = loss((dot(w, x) - d) ^ 2 / 2)\ntrain({optimizer: "${optimizer}", rate: 0.1})\n`;

const gradientOf = (w: Float64Array): readonly number[] => [0, 1].map((k) => rows.reduce((sum, [x1, x2, d]) => sum + ((w[0]! * x1 + w[1]! * x2 - d) * [x1, x2][k]!) / rows.length, 0));

/** After ten steps of each rule, weights are those of the table's rule written as a loop, with gradients by hand. */
export const check: Check = async () => {
  const findings: Finding[] = [];
  for (const optimizer of updates.keys()) {
    const module = await run(spec(optimizer));
    const params = parameters(module);
    losses(module, params, rows, 10);
    const w = Float64Array.of(3, -2);
    const rule = descend(optimizer, {});
    for (let t = 1; t <= 10; t++) rule(w, gradientOf(w), 0.1, t);
    const got = Array.from(params["w"]!);
    const error = largestError(got, Array.from(w));
    findings.push({ what: `w after ten steps of ${optimizer}`, expected: w.join(", "), got: got.join(", "), error, ok: error <= 1e-12 });
  }
  return findings;
};
