import { describe, expect, it } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { specs, specText } from "./emitted.ts";
import { check } from "./type-check.ts";

const all = { hessian: true, hvp: true } as const;
const large = ["mnist", "cs182", "digits", "digits-or-none", "two-or-not-two"];

const module = async (text: string, name: string, more: Parameters<typeof compile>[1] = {}): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries((await compile(text, { file: `${name}.grad`, ...more })).files.map((file) => [file.name, file.text]));

const net = "x = input(2)\nc = label(2)\nW = param(3, 2)\nb = param(3)\nV = param(2, 3)\nlambda = hyper(0.1)\nz = V * tanh(W * x + b)\ny = output(softmax(z))\nJ = loss(crossEntropy(y, c))\nR = loss(lambda * sum(W .^ 2))";

describe("tsc --strict of second derivatives", () => {
  it("accepts those of small specs, products of a large one, both languages and precisions", async () => {
    const small = specs.filter((name) => !large.includes(name));
    const modules = await Promise.all([...small.map((name) => module(specText(name), name, all)), module(specText("digits"), "digits", { hvp: true, precision: "f32" }), module(specText("usu"), "usu-js", { ...all, language: "js" })]);
    expect(check(Object.assign({}, ...modules) as Record<string, string>)).toEqual([]);
  });

  it("accepts inputs, values on the way, outputs, strange names and draws", async () => {
    const modules = await Promise.all([
      module(net, "way", { ...all, wrt: ["z", "W", "x"] }),
      module("x = input(3)\ns = input()\nw = param(3)\nf = output(sum(x .* w) * s^2)", "map", all),
      module("class = input(2)\ndirection = param(2)\nvar = param(2)\nu_var = param(2)\nthis = hyper(0.5)\ns = output(sum(direction .* class) + sum(var .* u_var))\nhessian = loss(this * s^4)", "strange", all),
      module("x = input(2)\nw = param(2)\nJ = loss(sum(randomLeakyRelu(w .* x, 0.1, 0.2) .^ 2))", "draws", all),
    ]);
    expect(check(Object.assign({}, ...modules) as Record<string, string>)).toEqual([]);
    expect(check(await module(net, "standalone", { ...all, standalone: true }), ["lib.dom.d.ts"])).toEqual([]);
  });

  it("says of which shapes blocks and directions are", async () => {
    const files = { ...(await module(net, "net", all)), ...(await module(net.replaceAll("3", "4"), "other", all)) };
    const use = [
      'import * as net from "./net.ts";',
      'import * as other from "./other.ts";',
      "const params = net.initialise(0);",
      "const examples: net.Examples = { size: 1, columns: { x: Float64Array.of(1, 1), c: Int32Array.of(1) } };",
      "const products = net.hvp(params, params, examples, net.createProducts());",
      "net.hvp(params, products, examples, net.createProducts(), Uint32Array.of(0), 0, 1, net.createHyper());",
      "const blocks: net.Hessians = net.hessian(params, examples, net.createHessians());",
      "const block: net.Tensor<[3, 2, 3]> = blocks.W.b;",
      "// @ts-expect-error",
      "const wrong: net.Tensor<[3, 3, 2]> = blocks.W.b;",
      "// @ts-expect-error",
      "net.hvp(params, other.initialise(0), examples, net.createProducts());",
      "// @ts-expect-error",
      "net.hessian(params, examples, other.createHessians());",
      "export { block, wrong };",
    ].join("\n");
    expect(check({ ...files, "use.ts": use })).toEqual([]);
  });
});
