import { describe, expect, it } from "vitest";
import { gradc } from "./run.ts";

const spec = "specs/usu.grad";

describe("inspect", () => {
  it.each([
    ["parse", "z2 = w2 * a1 + b2"],
    ["simplify", "a2 = sigmoid(z2)"],
    ["differentiate", "dz2 = "],
    ["lower", "for each example"],
    ["schedule", "unrolled"],
    ["emit", "export function step("],
  ])("--stage %s has a text and a JSON form", async (stage, part) => {
    const { code, stdout, stderr } = await gradc(["inspect", spec, "--stage", stage]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain(part);
    expect(stdout.endsWith("\n")).toBe(true);
    const json = await gradc(["inspect", spec, "--stage", stage, "--json"]);
    expect(json.code).toBe(0);
    expect(JSON.parse(json.stdout)).toBeTypeOf("object");
  });

  it("shows the emitted module without --stage", async () => {
    expect(await gradc(["inspect", spec])).toEqual(await gradc(["compile", spec]));
  });

  it("derives one gradient", async () => {
    const { code, stdout } = await gradc(["inspect", spec, "--of", "dw2"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^dw2 = ∂C\/∂w2/);
    expect(stdout).toContain("EQ4");
    expect(stdout).not.toContain("dw3");
    const json = await gradc(["inspect", spec, "--of", "dw2", "--json"]);
    expect(JSON.parse(json.stdout)).toEqual({ of: "dw2", text: stdout });
  });

  it("derives a gradient that fusing took away", async () => {
    const { code, stdout } = await gradc(["inspect", "specs/softmax.grad", "--of", "dp"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^dp = ∂J\/∂p/);
  });

  it("shows one function of a module", async () => {
    const { stdout } = await gradc(["inspect", spec, "--stage", "emit", "--of", "gradient"]);
    expect(stdout).toMatch(/^\/\*\* The loss over the examples.*\nexport function gradient\(/);
    expect(stdout.match(/function/g)).toHaveLength(1);
    expect((await gradc(["inspect", spec, "--stage", "schedule", "--of", "step"])).stdout).toMatch(/^step\n/);
  });
});
