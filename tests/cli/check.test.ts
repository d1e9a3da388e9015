import { readdirSync } from "node:fs";
import { describe, expect, it, onTestFinished } from "vitest";
import { operations } from "../../compiler/ops/index.ts";
import { directoryWith, gradc } from "./run.ts";

describe("check", () => {
  it.each(readdirSync("specs", { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".grad")))("passes on specs/%s", async (name) => {
    const { code, stdout, stderr } = await gradc(["check", `specs/${name}`]);
    expect(code, stderr).toBe(0);
    expect(stdout).toMatch(/^ok/m);
    // Some examples of the course notes are there to show a warning.
    if (!name.startsWith("course/")) expect(stderr).toBe("");
  });

  it("passes in 32 bits, for inputs and named values, and where slopes are drawn", async () => {
    expect(await gradc(["check", "specs/softmax.grad", "--precision", "f32"])).toMatchObject({ code: 0 });
    expect(await gradc(["check", "specs/xor.grad", "--wrt", "x,h,W1"])).toMatchObject({ code: 0 });
    const { path } = directoryWith({ "r.grad": "x = input(2)\nW = param(3, 2)\nb = param(3)\nq = randomLeakyRelu(b - 0.5, 0.1, 0.3)\ny = output(randomLeakyRelu(W * x, 0.1, 0.3))\nJ = loss(sum((y + q) .^ 2))" });
    expect(await gradc(["check", path("r.grad")])).toMatchObject({ code: 0 });
  });

  it("passes on Jacobians", async () => {
    const { path } = directoryWith({ "j.grad": "x = input(2)\nA = input(2, 2)\ns = input()\nc = label(2)\np = param(2)\nf = output(A * x + s * p + c)" });
    const { code, stdout } = await gradc(["check", path("j.grad")]);
    expect(code).toBe(0);
    expect(stdout).toContain("∂f/∂A");
  });

  it("exits 1 where a rule is wrong", async () => {
    const sigmoid = operations.get("sigmoid") as { partials: readonly string[] };
    const { partials } = sigmoid;
    onTestFinished(() => void (sigmoid.partials = partials));
    sigmoid.partials = ["y"];
    const { code, stdout } = await gradc(["check", "specs/usu.grad"]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/w2 .*WRONG/);
    expect(stdout).toMatch(/^FAILED/m);
  });
});
