import { readdirSync } from "node:fs";
import { describe, expect, it, onTestFinished } from "vitest";
import { operations } from "../../compiler/ops/index.ts";
import { directoryWith, gradc, lastJson } from "./run.ts";

const logits = "c = label(2)\nz = param([0.5, 0.5])\nunused = param(1)\nJ = loss(crossEntropy(softmax(z), c))\nR = loss(sum(z))";
const onTheWay = "x = input(2)\nc = label(2)\nz = x * 1\nJ = loss(crossEntropy(softmax(z), c))";
const outputs = "x = input(2)\nA = [1, 2; 5, 3]\nf = output(x * (A * x))\ng = output(A * x)";

const files = (spec: string, point: unknown = {}): { readonly spec: string; readonly point: string; readonly path: (name: string) => string } => {
  const { path } = directoryWith({ "s.grad": spec, "p.json": JSON.stringify(point) });
  return { spec: path("s.grad"), point: path("p.json"), path };
};

/** The result of `gradient --json` of a spec's text at a point. */
async function at(text: string, batch: readonly unknown[], ...args: readonly string[]): Promise<{ readonly [field: string]: unknown }> {
  const { spec, point } = files(text, { batch });
  const { code, stdout, stderr } = await gradc(["gradient", spec, "--at", point, "--json", ...args]);
  expect(code, stderr).toBe(0);
  return lastJson(stdout) as { readonly [field: string]: unknown };
}

describe("gradient --hessian", () => {
  it("has the numbers of one block, or of all", async () => {
    expect((await at(logits, [{ c: 0 }], "--hessian", "J,z"))["hessians"]).toEqual({ "z,z": [[0.25, -0.25], [-0.25, 0.25]] });
    expect((await at(logits, [{ c: 0 }], "--hessian", "J"))["hessians"]).toEqual({ "z,z": [[0.25, -0.25], [-0.25, 0.25]], "z,unused": [[0], [0]], "unused,z": [[0, 0]], "unused,unused": [[0]] });
    expect((await at(logits, [{ c: 0 }], "--hessian", "R,z"))["hessians"]).toEqual({ "z,z": [[0, 0], [0, 0]] });
  });

  it("gives an entry per example of what each has its own of, and of outputs", async () => {
    expect((await at(onTheWay, [{ x: [1, 1], c: 0 }, { x: [0, 0], c: 1 }], "--hessian", "J,z"))["hessians"]).toEqual({ "z,z": [[[0.125, -0.125], [-0.125, 0.125]], [[0.125, -0.125], [-0.125, 0.125]]] });
    expect((await at(outputs, [{ x: [1, 2] }, { x: [3, 4] }], "--hessian", "f,x"))["hessians"]).toEqual([{ "x,x": [[2, 7], [7, 6]] }, { "x,x": [[2, 7], [7, 6]] }]);
  });

  it("prints them as tables", async () => {
    const { spec, point } = files(onTheWay, { batch: [{ x: [1, 1], c: 0 }] });
    const { code, stdout } = await gradc(["gradient", spec, "--at", point, "--hessian", "J,z"]);
    expect(code).toBe(0);
    expect(stdout).toContain("∂²J/∂z² of example 1   2 × 2\n   0.25  -0.25\n  -0.25   0.25\n");
    const other = files(outputs, { batch: [{ x: [1, 2] }] });
    expect((await gradc(["gradient", other.spec, "--at", other.point, "--hessian", "f,x"])).stdout).toContain("∂²f/∂x² of example 1   2 × 2\n  2  7\n  7  6\n");
  });
});

describe("inspect --hessian", () => {
  it("prints the blocks, and as JSON", async () => {
    const { spec } = files(logits);
    const { code, stdout } = await gradc(["inspect", spec, "--hessian", "J"]);
    expect(code).toBe(0);
    expect(stdout).toContain("∂²J/∂z² = ");
    expect(stdout).toContain("J does not depend on unused");
    const json = await gradc(["inspect", spec, "--hessian", "J", "--json"]);
    const { hessian, blocks, text } = JSON.parse(json.stdout) as { readonly hessian: string; readonly blocks: readonly object[]; readonly text: string };
    expect(hessian).toBe("J");
    expect(blocks).toContainEqual(expect.objectContaining({ of: "J", wrt: ["unused", "unused"], structure: "zero" }));
    expect(stdout.endsWith(text)).toBe(true);
  });

  it.each([
    [["--hessian", "z"], "z is a vector of 2; second derivatives are of a loss, here J, R\n"],
    [["--hessian", "JJ,z"], "has no value named JJ; did you mean J?\n"],
    [["--hessian", "J,zz"], "has no value named zz; did you mean z?\n"],
    [["--hessian", "J,"], "--hessian needs names between its commas, as in --hessian J,z\n"],
    [["--hessian", "J", "--wrt", "z"], "--hessian names its own variables, without --wrt: --hessian J,z\n"],
    [["--hessian", "J", "--stage", "emit"], "--hessian prints the second derivatives alone; leave --stage out\n"],
  ] as const)("refuses %j", async (args, message) => {
    const { spec } = files(logits);
    const { code, stdout, stderr } = await gradc(["inspect", spec, ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(message);
  });

  it("refuses a Hessian that would not fit, and says how large", async () => {
    const { code, stderr } = await gradc(["inspect", "specs/mnist.grad", "--hessian", "J"]);
    expect(code).toBe(1);
    expect(stderr).toContain("101,770 × 101,770 = 10,357,132,900 numbers");
    expect(stderr).toContain("--hvp");
  });
});

describe("compile --hessian --hvp", () => {
  it("adds functions to a module that is otherwise the same", async () => {
    const plain = (await gradc(["compile", "specs/xor.grad"])).stdout;
    const { code, stdout } = await gradc(["compile", "specs/xor.grad", "--hessian", "--hvp"]);
    expect(code).toBe(0);
    for (const name of ["hessian", "hvp", "createHessians", "createProducts"]) {
      expect(stdout).toContain(`export function ${name}(`);
      expect(plain).not.toContain(`export function ${name}(`);
    }
    expect(stdout).toContain(`second: { of: "J", wrt: ["W1", "b1", "W2", "b2"] }`);
    for (const name of ["forward", "evaluate", "gradient", "step"]) {
      const body = (text: string): string => text.slice(text.indexOf(`export function ${name}(`)).split("\n}\n")[0]!;
      expect(body(stdout)).toBe(body(plain));
    }
  });

  it("says of which output, and refuses where none is scalar", async () => {
    const { spec } = files("x = input(2)\nf = output(sum(x .^ 2))\ng = output(prod(x))");
    expect((await gradc(["compile", spec, "--hvp", "--of", "g"])).code).toBe(0);
    expect(await gradc(["compile", spec, "--hvp"])).toMatchObject({ code: 1, stdout: "" });
    expect(await gradc(["compile", spec, "--of", "g"])).toMatchObject({ code: 2, stdout: "" });
  });
});

describe("check --hvp", () => {
  it.each(readdirSync("specs").filter((name) => name.endsWith(".grad") && !/^(mnist|cs182|digits)/.test(name)))("passes on specs/%s", async (name) => {
    const { code, stdout, stderr } = await gradc(["check", `specs/${name}`, "--hvp"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("(H u)_");
  });

  it("passes in 32 bits, for inputs and values on the way, for outputs, and where slopes are drawn", async () => {
    expect(await gradc(["check", "specs/softmax.grad", "--hvp", "--precision", "f32"])).toMatchObject({ code: 0 });
    expect(await gradc(["check", "specs/xor.grad", "--hvp", "--wrt", "x,h,W1"])).toMatchObject({ code: 0 });
    expect(await gradc(["check", files(outputs).spec, "--hvp"])).toMatchObject({ code: 0 });
    expect(await gradc(["check", files("x = input(2)\nW = param(3, 2)\ny = output(randomLeakyRelu(W * x, 0.1, 0.3))\nJ = loss(sum(y .^ 4))").spec, "--hvp"])).toMatchObject({ code: 0 });
  });

  it("exits 1 where the second derivative of a rule is wrong", async () => {
    const tanh = operations.get("tanh") as { partials: readonly string[] };
    const { partials } = tanh;
    onTestFinished(() => void (tanh.partials = partials));
    tanh.partials = ["1 - square(y) + 0.001 * square(y)"];
    const { code, stdout } = await gradc(["check", "specs/regression.grad", "--hvp"]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/\(H u\)_\w+ .* WRONG/);
  });
});
