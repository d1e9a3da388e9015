import { describe, expect, it } from "vitest";
import { identifier } from "../../compiler/6-emit/ts/names.ts";
import { run, gradientAt, parameters, losses, type Emitted } from "./emitted.ts";

// Two layers in loops, with a hyperparameter, a label and values of every kind under names that the emitted code may want for itself.
const plain = ["xs", "cs", "A1", "v1", "A2", "v2", "lam", "zs", "hs", "ss", "ps", "L1", "L2", "mt"] as const;
const spec = (n: (name: (typeof plain)[number]) => string, widths: readonly [number, number, number]): string => `
${n("xs")} = input(${widths[0]})
${n("cs")} = label(${widths[2]})
${n("A1")} = param(${widths[1]}, ${widths[0]})
${n("v1")} = param(${widths[1]}, 0.1)
${n("A2")} = param(${widths[2]}, ${widths[1]})
${n("v2")} = param(${widths[2]})
${n("lam")} = hyper(0.01)
${n("zs")} = ${n("A1")} * ${n("xs")} + ${n("v1")}
${n("hs")} = tanh(${n("zs")})
${n("ss")} = ${n("A2")} * ${n("hs")} + ${n("v2")}
${n("ps")} = output(softmax(${n("ss")}))
${n("L1")} = loss(crossEntropy(${n("ps")}, ${n("cs")}))
${n("L2")} = loss(${n("lam")} * sum(${n("A1")} .^ 2))
${n("mt")} = metric(argmax(${n("ps")}) == argmax(${n("cs")}))
train({optimizer: "momentum", rate: 0.1})
`;

const lists: readonly string[] = [
  "i j k p q u v w l r g row m n",
  "row2 row3 row30 row50 row10 i30 i50 j30 total losses scale s s2 t",
  "params into clock order from flat losses columns size state report metadata",
  "rate epoch seed t draw uniform normal orthogonal start defaults hash length shape",
  "forward evaluate gradient step predict initialise createParameters createHyper createOutputs createGradients createState jacobian createJacobians subarray",
  "Floats Tensor Vector Parameters Hyper Examples Clock Report Gradients Outputs Record Math Float64Array Uint32Array",
  "dA1 A1_1 dzs zs_1 hs_in dhs_in max sub log exp sub2 p_in constant1",
  "class function constructor __proto__ prototype new var await eval arguments toString valueOf hasOwnProperty void",
  "m_ row_ params_ k_ into_ from_ data_ class_ m__ m row params k into",
  "α β γ δ ε ζ η θ ŷ ẑ x̄ W̃ ẋ σ",
  "$ $a a$ _ __ _1 a_1 a_ A a aa Aa aA $$",
];

const widthsOf = { unrolled: [3, 5, 2], loops: [30, 50, 10] } as const;

describe.each(Object.entries(widthsOf))("%s, with any names a spec may choose", (_, widths) => {
  const rows = Array.from({ length: 4 }, (_row, r) => [...Array.from({ length: widths[0] }, (_x, k) => Math.sin(r + 0.3 * k)), r % 2]);

  async function outcome(name: (of: (typeof plain)[number]) => string): Promise<readonly (readonly number[])[]> {
    const module: Emitted = await run(spec(name, widths));
    const { gradients, loss } = gradientAt(module, parameters(module), rows);
    const params = parameters(module);
    const trained = losses(module, params, rows, 3);
    const outputs = module.forward(params, Float64Array.from(rows[0]!.slice(0, widths[0])));
    return [[loss], gradients["losses"]!, ...(["A1", "v1", "A2", "v2"] as const).map((p) => gradients[identifier(name(p))]!), trained, [...params.flat], [...outputs[identifier(name("ps"))]!]];
  }

  it.each(lists)("%s", async (list) => {
    const expected = await outcome((name) => name);
    const chosen = [...new Set([...list.split(" "), ...plain.map((name) => `${name}_`)])].slice(0, plain.length);
    // Each name in every place once.
    for (let turn = 0; turn < chosen.length; turn++) {
      const name = (of: (typeof plain)[number]): string => chosen[(plain.indexOf(of) + turn) % chosen.length]!;
      const found = await outcome(name).catch((error: unknown) => String(error));
      expect(JSON.stringify(found) === JSON.stringify(expected) || JSON.stringify(found).slice(0, 500), spec(name, widths)).toBe(true);
    }
  });
});
