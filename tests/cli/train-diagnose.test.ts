import { describe, expect, it } from "vitest";
import type { Finding } from "../../compiler/commands/diagnosis-findings.ts";
import type { Reports } from "../../compiler/commands/diagnosis.ts";
import { operations } from "../../compiler/ops/index.ts";
import { directoryWith, gradc, lastJson } from "./run.ts";

type Diagnosis = Reports & { readonly findings: readonly Finding[] };

const rows = "data([0, 1, 0; 1, 1, 1; 1, 0, 1; -1, 2, 0])";

/** A network of one hidden layer of four units. */
const network = (hidden: string, bias = "4", more = ""): string => `x = input(2)
d = target(1)
W1 = param(4, 2)
b1 = param(${bias})
W2 = param(1, 4)
b2 = param(1)
h = ${hidden}
y = output(W2 * h + b2)
J = loss(sum((y - d) .^ 2) / 2)
${rows}
train({rate: 0.01, batch: 4, epochs: 5${more}})`;

async function run(text: string, ...args: readonly string[]): Promise<string> {
  const { path } = directoryWith({ "n.grad": text });
  const { code, stdout, stderr } = await gradc(["train", path("n.grad"), "--diagnose", ...args]);
  expect(code, stderr).toBe(0);
  return stdout;
}

const diagnose = async (text: string, ...args: readonly string[]): Promise<Diagnosis> => (lastJson(await run(text, "--json", ...args)) as { diagnosis: Diagnosis }).diagnosis;

const told = ({ findings }: Diagnosis): readonly string[] => findings.map(({ severity, about, message }) => `${severity}: ${about}: ${message}`);

/** What is said of a run from the text of its report. */
const tail = (stdout: string): string => stdout.slice(stdout.indexOf("diagnosis over"));

describe("train --diagnose", () => {
  it("finds sigmoid units that large weights saturate, which ones, and what helps", async () => {
    const { layers, findings } = await diagnose(network("sigmoid([1000, 0; 0, -1000; 1, 1; 1000, 1000] * x + b1)", "4", ", seed: 1"));
    expect(layers).toEqual([expect.objectContaining({ name: "h", line: 7, op: "sigmoid", units: 4 })]);
    // At 0 the derivative is ¼: of the first unit once, of the second once, of the third always.
    expect(layers[0]!.flatByUnit).toEqual([0.75, 0.75, 0, 1]);
    expect(layers[0]!).toMatchObject({ flat: 0.625, alwaysFlat: [4] });
    expect(findings).toEqual([{ severity: "warning", about: "h", message: "saturated at 62.5 % of units and training examples; 1 of 4 units (4) is so at every one: the derivative is below 1e-3, so that little of the error gets through", remedy: "try smaller initial weights, inputs of mean 0 and variance 1, a smaller rate, or an activation that does not saturate, such as relu" }, ...findings.slice(1)]);
  });

  it.each(["tanh(1000 * W1 * x + 1000)", "1 ./ (1 + exp(-1000 * W1 * x - 5000))", "hardtanh(W1 * x + 5)", "softsign(1000 * W1 * x + 5000)"])("finds units that are saturated for good in %s", async (hidden) => {
    const { layers, findings } = await diagnose(network(hidden), "--epochs", "0");
    expect(layers[0]!).toMatchObject({ name: "h", flat: 1, alwaysFlat: [1, 2, 3, 4] });
    expect(findings[0]).toMatchObject({ severity: "warning", about: "h", message: expect.stringMatching(/^saturated at 100 % .*; all 4 units are so at every one/) as string });
  });

  it("finds dead relu units, and the parameters that get no gradient for it", async () => {
    const some = await diagnose(network("relu(W1 * x + b1)", "[-100, -100, 100, -100]"), "--epochs", "0");
    expect(some.layers[0]!).toMatchObject({ op: "relu", flat: 0.75, alwaysFlat: [1, 2, 4] });
    expect(told(some)[0]).toBe("warning: h: 3 of 4 units (1, 2, 4) are dead: the derivative is 0 at every training example, so that they learn nothing");
    const all = await diagnose(network("relu(W1 * x + b1)", "4, -100.5"));
    expect(all.layers[0]!).toMatchObject({ flat: 1, alwaysFlat: [1, 2, 3, 4] });
    expect(told(all)).toEqual(["warning: h: all 4 units are dead: the derivative is 0 at every training example, so that they learn nothing", expect.stringMatching(/^warning: W1, b1, W2: no gradient: /) as string]);
    expect(all.findings[0]!.remedy).toMatch(/leakyRelu/);
    expect((await diagnose(network("leakyRelu(W1 * x + b1)", "4, -100.5"))).layers[0]!).toMatchObject({ flat: 0, alwaysFlat: [] });
  });

  it("says that a healthy network is healthy", async () => {
    for (const hidden of ["tanh(W1 * x + b1)", "relu(W1 * x + b1 + 1)", "sigmoid(W1 * x + b1)", "elu(W1 * x + b1)"]) {
      const text = tail(await run(network(hidden)));
      expect(text).toMatch(/\nhealthy: no layer full of saturated or dead units, no gradient that vanishes or explodes, no update too large for its weights\n$/);
      expect(text).not.toMatch(/warning|note/);
    }
    expect(tail(await run("w = param([1, 2])\nJ = loss(sum(w .^ 2))\ntrain({rate: 0.01, epochs: 3})"))).toMatch(/\nhealthy: no gradient that vanishes or explodes, no update too large for its weights\n$/);
  });

  it("prints a line for each layer and each parameter", async () => {
    const text = tail(await run("W1 = param([1, 0; 0, 2])\nx = input(2)\nd = target(1)\nW2 = param([1, 2; 3, 4])\nh = relu(W1 * x)\ny = output(sum(tanh(W2 * h)))\nJ = loss((y - d[1]) ^ 2)\ndata([0, 0, 0; 1, 1, 1])\ntrain({rate: 0.01, batch: 2, epochs: 1})", "--rate", "0"));
    expect(text.split("\n").slice(0, 9)).toEqual([
      "diagnosis over 2 training examples",
      "",
      "  layer                       units  σ′ < 1e-3  at every example",
      "  h             line 5  relu      2       50 %  none; by unit 50, 50 %",
      "  tanh(W2 * h)  line 6  tanh      2       50 %  none; by unit 50, 50 %",
      "",
      "  parameter         norm  gradient  update / norm",
      "  W1         2 × 2  2.24  0.000574              0",
      "  W2         2 × 2  5.48  0.000406              0",
    ]);
  });

  it("measures the gradient over all examples, and the next step", async () => {
    const text = "w = param([3])\nv = param([0])\nJ = loss(w[1] ^ 2 / 2 + v[1])\ntrain({rate: 0.5, epochs: 2})";
    const { parameters } = await diagnose(text);
    expect(parameters).toEqual([
      { name: "w", shape: [1], norm: 0.75, gradient: 0.75, updateRatio: 0.5 },
      { name: "v", shape: [1], norm: 1, gradient: 1, updateRatio: 0.5 },
    ]);
    expect((await diagnose(text, "--epochs", "0")).parameters).toMatchObject([{ norm: 3, updateRatio: 0.5 }, { norm: 0, updateRatio: null }]);
  });

  it("tells of gradients that vanish or explode and of steps that are too large or too small", async () => {
    const deep = `x = input(2)\nd = target(1)\n${[1, 2, 3, 4, 5, 6].map((k) => `W${k} = param(4, ${k === 1 ? 2 : 4})`).join("\n")}\nh0 = x\n${[1, 2, 3, 4, 5, 6].map((k) => `h${k} = sigmoid(W${k} * h${k - 1})`).join("\n")}\nJ = loss((sum(h6) - d[1]) ^ 2)\n${rows}\ntrain({rate: 0.001})`;
    expect(told(await diagnose(deep, "--epochs", "0"))[0]).toMatch(/^warning: W1: the gradient vanishes: per element it is \S+e?-?\d* of the largest of any matrix$/);
    const wide = "W = param([1000, 1000; 1000, 1000])\nJ = loss(sum(W .^ 2))\ntrain({rate: 0.1})";
    expect(told(await diagnose(wide, "--epochs", "0"))).toEqual(["warning: W: the gradient is large: its norm is 4000", "warning: W: a step changes it by 0.2 of its norm; some 1e-3 is good"]);
    expect(told(await diagnose(wide, "--epochs", "0", "--rate", "1e-8"))[1]).toMatch(/^note: W: a step changes it by less than 0.00001 of the norm/);
  });

  it("does not mind outputs that the loss goes past", async () => {
    const text = `x = input(2)\nd = target()\nw = param([900, 900])\ny = output(sigmoid(dot(w, x)))\nJ = loss(LOSS)\n${rows}\ntrain({rate: 0.01, batch: 4, epochs: 1})`;
    const fused = await diagnose(text.replace("LOSS", "binaryCrossEntropy(y, d)"));
    expect(fused.layers).toEqual([expect.objectContaining({ name: "y", flat: 1, isLast: true, isBypassed: true })]);
    expect(fused.findings.filter(({ about }) => about === "y")).toEqual([]);
    const squared = await diagnose(text.replace("LOSS", "(y - d) ^ 2"));
    expect(squared.layers).toEqual([expect.objectContaining({ flat: 1, isLast: true, isBypassed: false })]);
    expect(squared.findings[0]).toMatchObject({ severity: "note", about: "y", remedy: expect.stringMatching(/cross-entropy in place of squared error/) as string });
  });

  it("looks at training examples only, and at the best of several runs", async () => {
    const text = network("tanh(W1 * x + b1)");
    expect((await diagnose(text, "--validation", "0.25")).examples).toBe(3);
    const best = lastJson(await run(text, "--json", "--restarts", "3")) as { readonly seed: number; readonly diagnosis: Diagnosis };
    expect(best.diagnosis).toEqual(await diagnose(text, "--seed", String(best.seed)));
  });
});

describe("operations that are activations", () => {
  const tagged = [...operations.values()].filter(({ activation, internal }) => activation !== undefined && internal !== true).map(({ name }) => name);

  it.each(tagged)("%s is found under its name, and its derivative taken", async (name) => {
    const { layers } = await diagnose(network(`${name}(W1 * x + b1)`), "--epochs", "0");
    expect(layers).toEqual([expect.objectContaining({ name: "h", op: name, units: 4, isLast: false, isBypassed: false })]);
    expect(layers[0]!.flat).toBeLessThan(1);
  });

  it("are found under the convention of the spec", async () => {
    for (const at of [0.5, 1]) expect((await diagnose(`${network("relu(W1 * x + b1)")}\nconventions({reluAtZero: ${at}})`)).layers[0]!.op).toBe("relu");
  });
});
