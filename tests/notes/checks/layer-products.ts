import { compileToJavaScript } from "../../../compiler/compile.ts";
import { countOperations } from "../../emit/count.ts";
import type { Check, Finding } from "../run-row.ts";

function perceptron(widths: readonly number[]): string {
  const layers = widths.slice(1).flatMap((width, k) => [`W${k + 1} = param(${width}, ${widths[k]})`, `b${k + 1} = param(${width})`, `y${k + 1} = sigmoid(W${k + 1} * y${k} + b${k + 1})`]);
  return [`y0 = input(${widths[0]})`, ...layers, `y = output(y${widths.length - 1})`].join("\n");
}

/** The unrolled forward pass of layers of D0, D1, … units multiplies Σ D(k-1) D(k) times. */
export const check: Check = async (commands) => {
  const { stdout } = await commands.run("npx gradc inspect specs/course/cmu-network.grad");
  const codes: readonly (readonly [readonly number[], string])[] = [
    [[2, 3, 2], stdout],
    ...[[1, 1], [3, 4, 2], [5, 4, 3, 2], [6, 5, 6, 5, 6]].map((widths) => [widths, compileToJavaScript(perceptron(widths)).code] as const),
  ];
  return codes.map(([widths, code]): Finding => {
    const expected = widths.slice(1).reduce((sum, width, k) => sum + width * widths[k]!, 0);
    const forward = code.slice(code.indexOf("export function forward"));
    const unrolled = !forward.slice(0, forward.indexOf("\n}\n")).includes("for (");
    const got = countOperations(code, "forward").batch["*"] ?? 0;
    return { what: `multiplications of ${widths.join("-")}, unrolled`, expected: `${expected}`, got: unrolled ? `${got}` : `${got}, in loops`, error: Math.abs(got - expected), ok: got === expected && unrolled };
  });
};
