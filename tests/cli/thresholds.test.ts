import { describe, expect, it } from "vitest";
import { directoryWith, gradc, lastJson, type Outcome } from "./run.ts";

const data = "data([0, 0, 0; 0, 1, 1; 1, 0, 1; 1, 1, 0])\ntrain({rate: 0.1, epochs: 3, batch: 4, seed: 1})";

const command = (text: string, ...args: readonly string[]): Promise<Outcome> => {
  const { path } = directoryWith({ "unit.grad": `${text}\n`, "at.json": '{"params": {"w": [0.3, 0.4]}, "batch": [{"x": [1, 0]}, {"x": [1, 1]}, {"x": [-2, 3]}]}' });
  return gradc([args[0]!, path("unit.grad"), ...args.slice(1).map((arg) => (arg === "at.json" ? path(arg) : arg))]);
};

describe("S36: a threshold unit", () => {
  const units = {
    "? :": "x * w > T ? 1 : 0",
    "a comparison": "x * w > T",
    "the other comparison": "T < dot(w, x)",
    sign: "(sign(x * w - T) + 1) / 2",
    "an angle": "acos(dot(x, w) / (norm(x) * norm(w))) < acos(T / (norm(x) * norm(w)))",
  };

  it.each(Object.entries(units))("written with %s fires where the product is above T", async (_, unit) => {
    const { code, stdout } = await command(`x = input(2)\nw = param(2)\nT = 0.5\ny = output(${unit})`, "gradient", "--at", "at.json", "--json");
    expect(code).toBe(0);
    expect((lastJson(stdout) as { outputs: unknown }).outputs).toEqual([{ y: 0 }, { y: 1 }, { y: 1 }]);
  });

  it.each(Object.entries({ ...units, rounding: "round(x * w)", floor: "floor(x * w + T)" }))("written with %s compiles with a warning, and is not trained alone", async (_, unit) => {
    const text = `x = input(2)\nd = target()\nw = param([0.5, 0.7])\nT = 0.5\ny = output(${unit})\nJ = loss((y - d)^2)\n${data}`;
    const compiled = await command(text, "gradient", "--at", "at.json");
    expect(compiled.stderr).toMatch(/unit\.grad:3:1 {2}warning: w : the loss depends on it only through .*, whose derivative is 0, so training leaves it as it is/);
    const trained = await command(text, "train");
    expect(trained.code).toBe(1);
    expect(trained.stderr).toMatch(/warning: w : the loss depends on it only through[\s\S]*the loss has no slope in any parameter/);
    expect(trained.stdout).toBe("");
  });
});

describe("S38: winner-take-all", () => {
  const winners = { "== max": "z == max(z)", "== argmax": "[1, 2, 3] == argmax(z)" };

  it.each(Object.entries(winners))("written with %s is 1 at the largest, else 0", async (_, winner) => {
    const { path } = directoryWith({ "w.grad": `z = input(3)\ny = output(${winner})\n`, "at.json": '{"batch": [{"z": [1, 5, 2]}, {"z": [-1, -5, -0.5]}]}' });
    const { stdout } = await gradc(["gradient", path("w.grad"), "--at", path("at.json"), "--json"]);
    expect((lastJson(stdout) as { outputs: unknown }).outputs).toEqual([{ y: [0, 1, 0] }, { y: [0, 0, 1] }]);
  });

  it.each(Object.entries(winners))("written with %s inside a network cuts off what is before it, by name, and trains what is behind", async (_, winner) => {
    const text = `x = input(2)\nd = target()\nW = param(3, 2, "normal")\nv = param(3)\nz = W * x\ny = output(dot(v, ${winner}))\nJ = loss((y - d)^2)\n${data}`;
    const { code, stdout, stderr } = await command(text, "train");
    expect(code).toBe(0);
    expect(stderr.match(/warning: (\w+) :/g)).toEqual(["warning: W :"]);
    expect(stderr).toContain("only through ==");
    expect(stdout).toContain("stopped: finished after epoch 3");
  });

  it("keeps quiet where a gradient goes around it", async () => {
    const text = `x = input(2)\nd = target()\nW = param(3, 2, "normal")\nz = W * x\ny = output(sum(z .* (z == max(z))))\nJ = loss((y - d)^2)\n${data}`;
    const { code, stderr } = await command(text, "train");
    expect([code, stderr]).toEqual([0, ""]);
  });
});

it("a parameter that the loss does not use is said to be unused", async () => {
  const { code, stderr } = await command(`x = input(2)\nd = target()\nw = param(2)\nu = param(2)\nJ = loss((w * x - d)^2)\n${data}`, "train");
  expect(code).toBe(0);
  expect(stderr).toContain("warning: u : the loss does not use it, so training leaves it as it is");
});
