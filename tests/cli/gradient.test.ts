import { describe, expect, it } from "vitest";
import type { Nested } from "../../runtime/values.ts";
import { directoryWith, gradc, lastJson } from "./run.ts";

interface Result {
  readonly loss: number;
  readonly losses: { readonly [name: string]: number };
  readonly metrics: { readonly [name: string]: number };
  readonly outputs: readonly { readonly [name: string]: Nested }[];
  readonly gradients: { readonly [name: string]: Nested };
  readonly jacobians: readonly { readonly [output: string]: { readonly [variable: string]: Nested } }[];
}

/** The result of `gradient --json` of a spec's text at a point. */
async function at(spec: string, point: unknown, ...args: readonly string[]): Promise<Result> {
  const { path } = directoryWith({ "s.grad": spec, "p.json": JSON.stringify(point) });
  const { code, stdout, stderr } = await gradc(["gradient", path("s.grad"), "--at", path("p.json"), "--json", ...args]);
  expect(stderr).toBe("");
  expect(code).toBe(0);
  expect(stdout.trimEnd()).not.toContain("\n");
  return lastJson(stdout) as Result;
}

const close = (actual: Nested | undefined, expected: Nested, digits = 9): void => {
  const flat = (value: Nested | undefined): number[] => (Array.isArray(value) ? (value.flat(Infinity) as number[]) : [value as number]);
  expect(shape(actual)).toEqual(shape(expected));
  for (const [k, value] of flat(expected).entries()) expect(flat(actual)[k]).toBeCloseTo(value, digits);
};

const shape = (value: Nested | undefined): readonly number[] => (Array.isArray(value) ? [value.length, ...shape(value[0] as Nested)] : []);

describe("gradient of the worked example (course notes S56)", () => {
  const usu = ["gradient", "specs/usu.grad", "--at", "tests/points/usu.json"];

  it("has the lecture's numbers, its slip put right", async () => {
    const { code, stdout, stderr } = await gradc([...usu, "--json"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const result = lastJson(stdout) as Result;
    expect(Object.keys(result)).toEqual(["loss", "losses", "metrics", "outputs", "gradients"]);
    close(result.loss, 0.1255220623);
    expect(result.losses).toEqual({ C: result.loss });
    expect(result.metrics).toEqual({});
    expect(result.outputs).toHaveLength(1);
    close(result.outputs[0]?.["a3"], [0.5700828994, 0.7426764463]);
    expect(Object.keys(result.gradients)).toEqual(["w2", "b2", "w3", "b3"]);
    close(result.gradients["w2"], [[0.0033349247, 0.0033349247], [-0.0054250289, -0.0054250289], [-0.0052827176, -0.0052827176]]);
    close(result.gradients["b2"], [0.0033349247, -0.0054250289, -0.0052827176]);
    close(result.gradients["w3"], [[-0.030891465, -0.0342650168, -0.058195408], [-0.0144174941, -0.0159919796, -0.0271606397]]);
    close(result.gradients["b3"], [-0.1053676888, -0.0491766263]);
  });

  it("differentiates with respect to inputs and named values, an entry per example", async () => {
    const result = lastJson((await gradc([...usu, "--json", "--wrt", "a1", "--wrt", "z2,z3"])).stdout) as Result;
    expect(Object.keys(result.gradients)).toEqual(["a1", "z2", "z3"]);
    close(result.gradients["a1"], [[0.0026463759, 0.0017758896]]);
    close(result.gradients["z2"], [[0.0033349247, -0.0054250289, -0.0052827176]]);
    close(result.gradients["z3"], [[-0.1053676888, -0.0491766263]]);
  });

  it("is the same in a table", async () => {
    const { code, stdout } = await gradc(usu);
    expect(code).toBe(0);
    expect(stdout).toContain("loss  0.1255220623");
    expect(stdout).toContain("-0.03089146498  -0.03426501685  -0.05819540795");
  });
});

describe("the point that a spec gives", () => {
  const text = "x = input()\nd = target()\nw = param(0.5)\nlambda = hyper(2)\ny = output(w * x)\nJ = loss((y - d) ^ 2)\nR = loss(lambda * w ^ 2)\ndata([1, 1; 3, 0])";

  it("is its rows of data, its initial parameters and its hyperparameters", async () => {
    const { path } = directoryWith({ "s.grad": text, "p.json": JSON.stringify({ params: { w: 0.25 } }) });
    const { code, stdout } = await gradc(["gradient", path("s.grad"), "--json"]);
    expect(code).toBe(0);
    expect(lastJson(stdout)).toEqual({ loss: 1.75, losses: { J: 1.25, R: 0.5 }, metrics: {}, outputs: [{ y: 0.5 }, { y: 1.5 }], gradients: { w: 6 } });
    const partly = lastJson((await gradc(["gradient", path("s.grad"), "--at", path("p.json"), "--json"])).stdout);
    expect(partly).toMatchObject({ outputs: [{ y: 0.25 }, { y: 0.75 }], losses: { R: 0.125 } });
  });

  it("takes what is random from the seed", async () => {
    const { path } = directoryWith({ "s.grad": text.replace("param(0.5)", 'param(1, "normal")').replace("w * x)", "w[1] * x)").replace("w ^ 2", "w[1] ^ 2") });
    const [one, two] = [await gradc(["gradient", path("s.grad"), "--seed", "1", "--json"]), await gradc(["gradient", path("s.grad"), "--seed", "2", "--json"])];
    expect({ one: one.code, two: two.code }).toEqual({ one: 0, two: 0 });
    expect(one.stdout).not.toBe(two.stdout);
  });

  it("needs no data where a spec has no columns", async () => {
    const { path } = directoryWith({ "s.grad": "w = param([1, 2])\nJ = loss(sum(w .^ 2))" });
    expect(lastJson((await gradc(["gradient", path("s.grad"), "--json"])).stdout)).toMatchObject({ loss: 5, gradients: { w: [2, 4] } });
  });
});

describe("the contract", () => {
  const spec = [
    "x = input(2)", "s = input()", "c = label(3)", "lambda = hyper(0.5)",
    "W = param(3, 2)", "b = param(3, 0.25)", "k = param()",
    "h = W * x + b", "p = output(softmax(h))", "q = output(k * s)",
    "J = loss(crossEntropy(p, c))", "R = loss(lambda * sum(W .^ 2))", "Q = loss(q ^ 2)",
    "right = metric(argmax(p) == argmax(c))",
  ].join("\n");
  const batch = [{ x: [0, 0], s: 1, c: 0 }, { x: [0, 0], s: 2, c: 2 }];

  it("has bare numbers for rank 0, per-example lists that carry 1/m, and reduced losses and metrics", async () => {
    const result = await at(spec, { params: { W: [[1, 0], [0, 1], [0, 0]], k: 3 }, batch }, "--wrt", "W,b,k,s,x");
    close(result.losses["J"], Math.log(3));
    close(result.losses["R"], 1);
    close(result.losses["Q"], (9 + 36) / 2);
    close(result.loss, Math.log(3) + 1 + 22.5);
    expect(result.metrics).toEqual({ right: 0.5 });
    expect(result.outputs.map((outputs) => outputs["q"])).toEqual([3, 6]);
    close(result.outputs[0]?.["p"], [1 / 3, 1 / 3, 1 / 3]);
    close(result.gradients["W"], [[1, 0], [0, 1], [0, 0]]);
    close(result.gradients["b"], [(1 / 3 - 1 + 1 / 3) / 2, 1 / 3, (1 / 3 + 1 / 3 - 1) / 2]);
    close(result.gradients["k"], (6 + 24) / 2);
    close(result.gradients["s"], [9, 18]);
    expect(shape(result.gradients["x"])).toEqual([2, 2]);
  });

  it("takes hyperparameters from the point, and missing parameters from the seed", async () => {
    expect((await at(spec, { params: { W: [[1, 0], [0, 1], [0, 0]] }, hyper: { lambda: 2 }, batch })).losses["R"]).toBe(4);
    const [zero, none, one] = [await at(spec, { batch }, "--seed", "0"), await at(spec, { batch }), await at(spec, { batch }, "--seed", "1")];
    expect(none).toEqual(zero);
    expect(one.losses["R"]).not.toBe(zero.losses["R"]);
  });

  it("has softmax less label at each position of a sequence, whatever the logits, written with a name or out", async () => {
    for (const loss of ["crossEntropy(softmax(Z, 2), c)", "-sum(c .* log(softmax(Z, 2)))", "-sum(log(sum(c .* softmax(Z, 2), 2)))"]) {
      const result = await at(`x = input()\nc = label(3, 2)\nZ = param(2, 3)\nJ = loss(x * ${loss})`, { params: { Z: [[1000, -1000, 0], [1000, 1000, -1000]] }, batch: [{ x: 1, c: [1, 1] }] });
      close(result.loss, 2000 + Math.log(2));
      close(result.gradients["Z"], [[1, -1, 0], [0.5, -0.5, 0]]);
    }
  });

  it("sums over the batch where the spec says so", async () => {
    const sum = await at(`${spec}\nconventions({reduction: "sum"})`, { params: { W: [[0, 0], [0, 0], [0, 0]], k: 3 }, batch }, "--wrt", "s");
    close(sum.losses["Q"], 45);
    close(sum.gradients["s"], [18, 36]);
  });

  it("spells numbers that JSON lacks, both ways", async () => {
    const result = await at("x = input()\nw = param()\ny = output(w * x)\nJ = loss(exp(y))", { params: { w: 1000 }, batch: [{ x: 1 }, { x: "-Infinity" }] });
    expect(result).toMatchObject({ loss: "Infinity", outputs: [{ y: 1000 }, { y: "-Infinity" }], gradients: { w: "NaN" } });
  });

  it("stores 32-bit numbers on request", async () => {
    const { outputs } = await at("x = input()\nw = param()\ny = output(w * x)\nJ = loss(y)", { params: { w: 0.1 }, batch: [{ x: 1 }] }, "--precision", "f32");
    expect(outputs[0]?.["y"]).toBe(Math.fround(0.1));
  });

  it("gives the Jacobians of a spec without a loss, output's shape first", async () => {
    const result = await at(
      "x = input(2)\ns = input()\nf = output([2 x[1] + s * x[2], x[1] * x[2], s])\ng = output(x[1] - 2 x[2] + s / 4)",
      { batch: [{ x: [3, 2], s: 5 }, { x: [1, 1], s: 0 }] },
    );
    expect(Object.keys(result)).toEqual(["outputs", "jacobians"]);
    expect(result.outputs).toEqual([{ f: [16, 6, 5], g: 0.25 }, { f: [2, 1, 0], g: -1 }]);
    expect(result.jacobians).toEqual([
      { f: { x: [[2, 5], [2, 3], [0, 0]], s: [2, 0, 1] }, g: { x: [1, -2], s: 0.25 } },
      { f: { x: [[2, 0], [1, 1], [0, 0]], s: [1, 0, 1] }, g: { x: [1, -2], s: 0.25 } },
    ]);
  });

  it("has no gradients where there are no parameters", async () => {
    expect(await at("x = input()\nJ = loss(x ^ 2)", { batch: [{ x: 3 }, { x: 1 }] })).toEqual({ loss: 5, losses: { J: 5 }, metrics: {}, outputs: [{}, {}], gradients: {} });
    expect((await at("x = input()\nJ = loss(x ^ 2)", { batch: [{ x: 3 }, { x: 1 }] }, "--wrt", "x")).gradients).toEqual({ x: [3, 1] });
  });

  it("prints matrices transposed in the other layout, and the numbers of --json as ever", async () => {
    const { path } = directoryWith({ "s.grad": "x = input(2)\nf = output([x[1] * x[2], x[1], 2])\ndata([1, 2])", "l.grad": "x = input(2)\nW = param([1, 2; 3, 4; 5, 6])\nJ = loss(sum(W * x))\ndata([1, 2])" });
    const ask = async (...args: readonly string[]): Promise<string> => (await gradc(["gradient", ...args])).stdout;
    expect(await ask(path("s.grad"), "--layout", "gradient")).toContain("∂f/∂x' of example 1   2 × 3\n  2  1  0\n  1  0  0\n");
    expect(await ask(path("s.grad"))).toBe(await ask(path("s.grad"), "--layout", "derivative"));
    expect(await ask(path("l.grad"), "--layout", "derivative")).toContain("dW'   2 × 3\n  1  1  1\n  2  2  2\n");
    expect(await ask(path("l.grad"))).toBe(await ask(path("l.grad"), "--layout", "gradient"));
    expect(await ask(path("l.grad"), "--json", "--layout", "derivative")).toBe(await ask(path("l.grad"), "--json"));
    expect(await gradc(["gradient", path("l.grad"), "--layout", "row"])).toMatchObject({ code: 2, stdout: "" });
  });

  it("gives the outputs of a spec in which nothing varies, and derivatives by parameters where there is no input", async () => {
    const { path } = directoryWith({ "c.grad": "y = output([1, 2] * [3, 4])", "p.grad": "W = param(sin([0, 1]) * 2)\ny = output(sum(W .^ 2))" });
    expect((await gradc(["gradient", path("c.grad")])).stdout).toBe("y of example 1   scalar\n  11\n");
    const { outputs, jacobians } = lastJson((await gradc(["gradient", path("p.grad"), "--json"])).stdout) as { readonly outputs: unknown; readonly jacobians: unknown };
    expect({ outputs, jacobians }).toEqual({ outputs: [{ y: 4 * Math.sin(1) ** 2 }], jacobians: [{ y: { W: [0, 4 * Math.sin(1)] } }] });
  });

  it("refuses a point that does not fit, naming each place", async () => {
    const { path } = directoryWith({ "s.grad": spec, "p.json": JSON.stringify({ params: { V: 1 }, batch: [{ x: [1], s: 0, c: 3 }] }), "bad.json": "{" });
    const wrong = await gradc(["gradient", path("s.grad"), "--at", path("p.json")]);
    expect(wrong).toMatchObject({ code: 1, stdout: "" });
    for (const part of ["params.V: unknown name", "batch[0].x: expected a vector of 2", "batch[0].c: expected a whole number from 0 to 2"]) expect(wrong.stderr).toContain(`${path("p.json")}: ${part}`);
    expect(await gradc(["gradient", path("s.grad"), "--at", path("bad.json")])).toMatchObject({ code: 1, stdout: "" });
    expect(await gradc(["gradient", path("s.grad"), "--at", path("none.json")])).toMatchObject({ code: 1, stderr: `gradc: ${path("none.json")}: no such file\n` });
  });
});
