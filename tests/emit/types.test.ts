import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { specs, specText } from "./emitted.ts";
import { check } from "./type-check.ts";

async function emitted(name: string, language: "ts" | "js" = "ts", more: Parameters<typeof compile>[1] = {}): Promise<Readonly<Record<string, string>>> {
  const { files } = await compile(specText(name), { file: `${name}.grad`, language, ...more });
  return Object.fromEntries(files.map((file) => [file.name, file.text]));
}

const merged = async (parts: readonly Promise<Readonly<Record<string, string>>>[]): Promise<Readonly<Record<string, string>>> => Object.assign({}, ...(await Promise.all(parts))) as Readonly<Record<string, string>>;

/** A specification with every role, for types that the specs do not have. */
const every = `
X = input(2, 3)
v = input()
t = target(2)
c = label(4)
i = index(5)
js = index(5, 2)
cs = label(3, 2)
E = param(5, 3)
W = param(2, 2, 3, "uniform")
s = param()
A = param(3, 3, "orthogonal")
lambda = hyper(0.1)
e = E[i, :] + A * sum(E[js, :], 1)
h = X * e + v * W[1, :, 1] + s
y = output(tanh(h))
q = output(softmax([h[1], h[2], 1, 2]))
one = output(h[1])
L = loss(squaredError(y, t))
M = loss(crossEntropy(q, c) + lambda * sum(E .^ 2))
N = loss(crossEntropy(softmax(E[js, :] + noise(2, 3), 2), cs))
hit = metric(argmax(q) == argmax(c))
train({optimizer: "momentum"})
`;

describe("tsc --strict", () => {
  it("accepts every module of generated/", () => {
    const files = readdirSync("generated", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
    expect(check(Object.fromEntries(files.map((file) => [file, readFileSync(join("generated", file), "utf8")])))).toEqual([]);
  });

  it("accepts what every spec compiles to now, in both precisions and with gradients of inputs", async () => {
    const f64 = await merged(specs.map((name) => emitted(name)));
    const f32 = await merged(specs.map(async (name) => Object.fromEntries(Object.entries(await emitted(name, "ts", { precision: "f32" })).map(([file, text]) => [`f32/${file}`, text]))));
    expect(Object.keys(f64)).toHaveLength(specs.length);
    expect(check({ ...f64, ...f32 })).toEqual([]);
    for (const text of [...Object.values(f64), ...Object.values(f32)]) expect(text).not.toMatch(/\bany\b(?! (?:one|time|place))/);
  });

  it("accepts specs of every role, without a loss, and with strange names", async () => {
    const texts = {
      "every.ts": (await compile(every, { file: "every.grad" })).files[0]!.text,
      "inputs.ts": (await compile(every, { file: "inputs.grad", wrt: ["X", "v", "h", "E"] })).files[0]!.text,
      "map.ts": (await compile("x = input(3)\nw = param(3)\nf = output([x[1] * x[2], x[3]^2 + w[1]])\n", { file: "map.grad" })).files[0]!.text,
      "constant.ts": (await compile("w = param(2)\nJ = loss(sum(w .^ 2))\n", { file: "constant.grad" })).files[0]!.text,
      "strange.ts": (await compile("class = input(2)\n__proto__ = target(2)\nvar = param(2, 2)\nŷ = param(2)\nthis = hyper(0.5)\nm = output(var * class + ŷ)\ntoString = loss(this * squaredError(m, __proto__))\n", { file: "strange.grad" })).files[0]!.text,
    };
    expect(check(texts)).toEqual([]);
  });

  it("accepts pairs of JavaScript and declarations, which say the same as the TypeScript", async () => {
    const pairs = await merged(specs.map((name) => emitted(name, "js")));
    const uses = specs.map((name) => [`${name}-use.ts`, [
      `import * as model from "./${name}.js";`,
      "const params: model.Parameters = model.initialise(1);",
      `const name: "${name}" = model.metadata.name;`,
      "const outputs: model.Outputs = model.createOutputs();",
      "const loss: number = model.step(params, model.createState(), { size: 0, columns: {} as model.Examples[\"columns\"] }, { t: 1, epoch: 1, rate: 0.1, seed: 0 });",
      "export { name, outputs, loss };",
    ].join("\n")] as const);
    expect(check({ ...pairs, ...Object.fromEntries(uses) })).toEqual([]);
    expect(check({ ...pairs, "wrong.ts": 'import { metadata } from "./usu.js";\nexport const name: "xor" = metadata.name;\n' })).toHaveLength(1);
  });

  it("accepts every module as the runtime's Trainable", async () => {
    const modules = await merged(specs.map((name) => emitted(name)));
    const uses = specs.map((name) => [`${name}-train.ts`, `import * as model from "./${name}.ts";\nimport type { Trainable, Metadata } from "../runtime/model.ts";\nconst metadata: Metadata = model.metadata;\nconst trainable: Trainable = model;\nexport { metadata, trainable };\n`] as const);
    expect(check({ ...modules, ...Object.fromEntries(uses) })).toEqual([]);
  });
});

describe("shapes are types", () => {
  const right = `
const usuParams = usu.initialise(0);
const encoderParams = encoder.initialise(0);
const softmaxParams = softmax.initialise(0);
usu.forward(usuParams, [1, 1]);
usu.forward(usuParams, [1, 1] as const);
usu.forward(usuParams, new Float64Array(2));
usu.forward(usuParams, Float64Array.of(1, 1), usu.createOutputs());
usu.forward(usuParams, usuParams.b3);
encoder.forward(encoderParams, [1, 0, 0, 0, 0, 0, 0, 0]);
softmax.forward(softmaxParams, [5.1, 3.5, 1.4, 0.2]);
const pair: usu.Vector<2> = [1, 2];
usu.forward(usuParams, pair);
const p: usu.Tensor<[2]> = usu.forward(usuParams, pair).a3;
const examples: usu.Examples = { size: 1, columns: { a1: Float64Array.of(1, 1), t: Float64Array.of(1, 1) } };
const loss: number = usu.gradient(usuParams, examples, usu.createGradients());
usu.step(usuParams, usu.createState(), examples, { t: 1, epoch: 1, rate: 0.1, seed: 0 });
export { p, loss };
`;

  const wrong = [
    "usu.forward(usuParams, [1]);",
    "usu.forward(usuParams, [1, 1, 1]);",
    "usu.forward(usuParams, []);",
    "usu.forward(usuParams, [1, 1, 1] as const);",
    "usu.forward(usuParams, usuParams.b2);",
    "usu.forward(usuParams, usuParams.w2);",
    "usu.forward(usuParams, 1);",
    'usu.forward(usuParams, ["1", "1"]);',
    "usu.forward(usuParams, [1, 1].map((x) => x));",
    "usu.forward(usuParams);",
    "usu.forward(encoderParams, [1, 1]);",
    "usu.forward(softmaxParams, [1, 1]);",
    "encoder.forward(usuParams, [1, 0, 0, 0, 0, 0, 0, 0]);",
    "encoder.forward(encoderParams, [1, 0, 0, 0, 0, 0, 0]);",
    "usu.forward(usuParams, [1, 1], encoder.createOutputs());",
    "usu.gradient(usuParams, examples, encoder.createGradients());",
    "usu.gradient(xor.initialise(0), examples, usu.createGradients());",
    "xor.gradient(xor.initialise(0), examples, xor.createGradients());",
    "usu.step(encoderParams, usu.createState(), examples, { t: 1, epoch: 1, rate: 0.1, seed: 0 });",
    "export const q: usu.Tensor<[3]> = usu.forward(usuParams, pair).a3;",
    "export const r: usu.Vector<3> = pair;",
    "usuParams.w2 = usuParams.w3;",
  ];

  const imports = (extension: string): string => ["usu", "encoder", "softmax", "xor"].map((name) => `import * as ${name} from "./${name}.${extension}";`).join("\n");

  it.each(["ts", "js"] as const)("of modules in %s", async (language) => {
    const modules = await merged(["usu", "encoder", "softmax", "xor"].map((name) => emitted(name, language)));
    const use = (lines: readonly string[]): string => `${imports(language)}\n${right}\nvoid xor;\n${lines.map((line) => `// @ts-expect-error\n${line}`).join("\n")}\n`;
    expect(check({ ...modules, "use.ts": use([]) })).toEqual([]);
    // An expected error that does not come is an error itself.
    expect(check({ ...modules, "use.ts": use(wrong) })).toEqual([]);
  });

  it("of networks that have the same names, but other sizes", async () => {
    const net = (hidden: number, file: string): Promise<string> => compile(`x = input(2)\nd = target(1)\nW1 = param(${hidden}, 2)\nW2 = param(1, ${hidden})\ny = output(W2 * tanh(W1 * x))\nJ = loss(squaredError(y, d))\n`, { file }).then(({ files }) => files[0]!.text);
    const modules = { "three.ts": await net(3, "three.grad"), "four.ts": await net(4, "four.grad") };
    const use = 'import * as three from "./three.ts";\nimport * as four from "./four.ts";\nthree.forward(three.initialise(0), [1, 2]);\n// @ts-expect-error\nthree.forward(four.initialise(0), [1, 2]);\n// @ts-expect-error\nfour.forward(three.initialise(0), [1, 2]);\n';
    expect(check({ ...modules, "use.ts": use })).toEqual([]);
  });
});
