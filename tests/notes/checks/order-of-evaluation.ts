import { compileToJavaScript } from "../../../compiler/compile.ts";
import { countOperations, totalOf } from "../../emit/count.ts";
import type { Check, Finding } from "../run-row.ts";

/** The widths p0 … p5 of specs/course/penn-deep.grad. */
const widths = [50, 40, 30, 20, 25, 10];

const spec = "specs/course/penn-deep.grad";

/** A chain of layers of the same width, as long as you like. */
function chain(depth: number, width: number): string {
  const layers = Array.from({ length: depth }, (_, k) => k + 1);
  return [
    `O0 = input(${width})`, `y = target(${width})`, ...layers.map((i) => `X${i} = param(${width}, ${width})`),
    ...layers.map((i) => `O${i} = tanh(X${i} * O${i - 1})`), `l = loss(sum((O${depth} - y) .^ 2) / 2)`,
  ].join("\n");
}

/** What a row vector times a matrix costs at each layer, and what two row vectors take: nothing is a product of matrices. */
export const check: Check = async (commands) => {
  const products = widths.slice(1).reduce((sum, width, i) => sum + width * widths[i]!, 0);
  const units = widths.slice(1).reduce((sum, width) => sum + width, 0);
  const code = (await commands.run(`npx gradc inspect ${spec}`)).stdout;
  const multiplications = countOperations(code, "gradient").example["*"] ?? NaN;
  // Each matrix is used forward, in δ of the layer before (not of the first) and in its own gradient; then a few a unit.
  const most = 3 * products - widths[0]! * widths[1]! + 5 * units;
  const costOf = (depth: number): number => totalOf(countOperations(compileToJavaScript(chain(depth, 24)).code, "gradient").example);
  const [four, five, eight] = [costOf(4), costOf(5), costOf(8)];
  return [
    { what: "multiplications of an example", expected: `≤ 3 Σ pᵢpᵢ₋₁ − p₁p₀ + 5 Σ pᵢ = ${most}`, got: `${multiplications}`, error: null, ok: multiplications <= most && multiplications >= 3 * products - widths[0]! * widths[1]! },
    { what: "operations at depth 8", expected: `${four + 4 * (five - four)}, each layer costing as much as the fifth`, got: `${eight}`, error: Math.abs(eight - four - 4 * (five - four)), ok: eight === four + 4 * (five - four) },
    memory(code),
  ];
};

/**
 * The arrays of the module that hold something of each example: activations; of each unit what its slope is made of, 1 − |tanh|,
 * which is not in the activation any more where that has rounded to 1; and at most two row vectors of cotangents.
 */
function memory(code: string): Finding {
  const block = Number(/^const rows = new Int32Array\((\d+)\);$/m.exec(code)?.[1]);
  const sizes = [...code.matchAll(/^const (\w+) = new Float64Array\((\d+)\);$/gm)].map(([, name, size]) => ({ name: name!, numbers: Number(size) / block }));
  const own = sizes.filter(({ name, numbers }) => !/^dX\d$/.test(name) && Number.isInteger(numbers));
  const total = own.reduce((sum, { numbers }) => sum + numbers, 0);
  const activations = widths.reduce((sum, width) => sum + width, 0);
  const slopes = activations - widths[0]!;
  const most = activations + slopes + 2 * Math.max(...widths);
  return { what: "numbers kept for an example", expected: `≤ activations ${activations} + slopes ${slopes} + 2 max pᵢ = ${most}`, got: `${total} in ${own.map(({ name, numbers }) => `${name} ${numbers}`).join(", ")}`, error: null, ok: total > 0 && total <= most };
}
