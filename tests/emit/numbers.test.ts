import { describe, expect, it } from "vitest";
import { codeOf, deviation, gradientAt, load, losses, parameters, run, specText, type Emitted } from "./emitted.ts";
import { countOperations } from "./count.ts";
import { copyOf, expected } from "./usu.ts";

/** As the table of course-notes.md prints them. */
const printed = 1e-9;

const numbers = (count: number, f: (k: number) => number): number[] => Array.from({ length: count }, (_, k) => f(k));

describe("S56: the worked 2-3-2 example", () => {
  it("has the cost and gradients of the notes", async () => {
    const module = await run(specText("usu"));
    const { loss, gradients } = gradientAt(module, parameters(module), [[1, 1, 1, 1]]);
    expect(loss).toBeCloseTo(expected.loss, 9);
    for (const [name, values] of Object.entries(expected.gradients)) expect(deviation(gradients[name]!, values), name).toBeLessThan(printed);
  });

  it("has the values on the way, and their cotangents", async () => {
    const text = copyOf();
    const expectedOn = { z2: [0.0033349247, -0.0054250289, -0.0052827176], z3: [-0.1053676888, -0.0491766263], a1: [0.0026463759, 0.0017758896] };
    for (const [name, values] of Object.entries(expectedOn)) {
      const module = await run(text, { wrt: [name] });
      expect(deviation(gradientAt(module, parameters(module), [[1, 1, 1, 1]]).gradients[name]!, values), name).toBeLessThan(printed);
    }
    const all = await run(text, { wrt: Object.keys(expectedOn) });
    const { gradients } = gradientAt(all, parameters(all), [[1, 1, 1, 1]]);
    for (const [name, values] of Object.entries(expectedOn)) expect(deviation(gradients[name]!, values), name).toBeLessThan(printed);
    expect(deviation((await run(text)).forward(parameters(all), [1, 1])["a3"]!, [0.5700828994, 0.7426764463])).toBeLessThan(printed);
  });

  it("steps as S7 says", async () => {
    const module = await run(specText("usu"));
    const params = parameters(module);
    losses(module, params, [[1, 1, 1, 1]], 1);
    expect(params["b3"]![0]).toBeCloseTo(0.4353676888, 9);
  });

  it("has the same mean over copies of the example (S1), and in 32 bits nearly", async () => {
    const module = await run(specText("usu"));
    const one = gradientAt(module, parameters(module), [[1, 1, 1, 1]]);
    const four = gradientAt(module, parameters(module), numbers(4, () => 0).map(() => [1, 1, 1, 1]));
    for (const [name, values] of Object.entries(one.gradients)) expect(four.gradients[name]).toEqual(values);
    const single = await run(specText("usu"), { precision: "f32" });
    expect(single.createParameters().flat).toBeInstanceOf(Float32Array);
    const near = gradientAt(single, parameters(single), [[1, 1, 1, 1]]);
    for (const [name, values] of Object.entries(expected.gradients)) expect(deviation(near.gradients[name]!, values), name).toBeLessThan(1e-6);
  });
});

describe("S52: two layers without biases", () => {
  const small = (n: number, d: number, h: number, o: number): string => `
x = input(${d})
y = target(${o})
w1 = param(${h}, ${d})
w2 = param(${o}, ${h})
a = relu(w1 * x)
pred = output(w2 * a)
J = loss(sum((pred - y) .^ 2))
conventions({reduction: "sum", reluAtZero: 1})
train({optimizer: "sgd", rate: 1e-3, batch: ${n}, epochs: 5})
`;
  const [n, d, h, o] = [4, 5, 3, 2] as const;
  const rows = numbers(n, (i) => i).map((i) => [...numbers(d, (j) => Math.sin(0.7 * i + 0.13 * j)), ...numbers(o, (k) => Math.cos(0.3 * i + 0.9 * k))]);
  // The notes multiply rows: w1 is [in, hidden] there and transposed here.
  const w1 = numbers(h * d, (p) => Math.sin(0.11 * (p % d) + 0.17 * Math.floor(p / d) + 1));
  const w2 = numbers(o * h, (p) => Math.cos(0.19 * (p % h) + 0.23 * Math.floor(p / h)));
  const wanted = [716.4957717659, 275.5187392562, 141.8347624096, 81.8514709208, 50.2350309568];

  it("has the five losses of the notes", async () => {
    const module = await run(small(n, d, h, o));
    const found = losses(module, parameters(module, { w1, w2 }), rows, 5);
    expect(found.map((loss) => Number(loss.toFixed(10))), "to ten digits").toEqual(found.map((loss) => Number(loss.toFixed(10))));
    expect(deviation(found, wanted)).toBeLessThan(printed);
  });
});

describe("S29: XOR in two rectified units", () => {
  const text = specText("xor");
  const summed = `${text.trimEnd()}\nconventions({reduction: "sum"})\n`;
  const rows = [[0, 0, 0], [0, 1, 1], [1, 0, 1], [1, 1, 0]];
  const at = { W1: [0.5, -0.4, 0.3, 0.8], W2: [1.2, -0.7], b1: [0.1, -0.2], b2: [0.05] };
  const wanted = { W1: [-0.768, -0.408, 0.448, 1.197], W2: [-0.231, -1.158], b1: [-0.564, 1.407], b2: [-1.84] };

  it("has the loss and nine partials of the notes, summed and as a mean", async () => {
    for (const [spec, scale] of [[summed, 1], [text, 0.25]] as const) {
      const module = await run(spec);
      const { loss, gradients } = gradientAt(module, parameters(module, at), rows);
      expect(loss).toBeCloseTo(1.0557 * scale, 12);
      for (const [name, values] of Object.entries(wanted)) expect(deviation(gradients[name]!, values.map((value) => value * scale)), name).toBeLessThan(1e-12);
    }
  });

  const perfect = { W1: [1, 1, 1, 1], b1: [0, -1], W2: [1, -2], b2: [0] };

  it("has loss 0 at the perfect solution", async () => {
    const module = await run(text);
    expect(gradientAt(module, parameters(module, perfect), rows).loss).toBe(0);
  });

  it.each([[0, 0], [1, -2], [0.5, -1]])("with relu'(0) = %d has ∂ŷ/∂b2 = %d there at (0, 1) (S20)", async (reluAtZero, slope) => {
    const module = await run(`${text.replace(/^J .*$/m, "J = loss(y[1])").trimEnd()}\nconventions({reluAtZero: ${reluAtZero}})\n`);
    const { gradients } = gradientAt(module, parameters(module, perfect), [[0, 1, 1]]);
    expect(gradients["b1"]).toEqual([1, slope]);
    expect(gradients["W2"]).toEqual([1, 0]);
    expect(gradients["W1"]).toEqual([0, 1, 0, slope].map((value) => value + 0));
  });
});

describe("S16: softmax", () => {
  const jacobian = [0.0819250691, -0.0220330445, -0.0598920245, -0.0220330445, 0.1848364465, -0.162803402, -0.0598920245, -0.162803402, 0.2226954265];

  it("has the Jacobian of the notes, whose rows sum to 0", async () => {
    const module = await run("z = input(3)\ny = output(softmax(z))\n");
    const found = module.jacobian(parameters(module), [1, 2, 3], module.createJacobians());
    expect(deviation(found["y"]!, [0.0900305732, 0.2447284711, 0.6652409558])).toBeLessThan(printed);
    expect(deviation(found["dy_dz"]!, jacobian)).toBeLessThan(printed);
    for (const row of [0, 1, 2]) expect(Math.abs([...found["dy_dz"]!.slice(3 * row, 3 * row + 3)].reduce((a, b) => a + b, 0))).toBeLessThan(1e-15);
  });

  it("multiplies a cotangent by it in as many operations as there are elements", async () => {
    const spec = (size: number): string => `z = input(${size})\ng = target(${size})\nJ = loss(dot(g, softmax(z)))\n`;
    const module = await run(spec(3), { wrt: ["z"] });
    for (const k of [0, 1, 2]) {
      const { gradients } = gradientAt(module, parameters(module), [[1, 2, 3, ...numbers(3, (j) => (j === k ? 1 : 0))]]);
      expect(deviation(gradients["z"]!, jacobian.slice(3 * k, 3 * k + 3))).toBeLessThan(printed);
    }
    for (const size of [10, 1000]) {
      const code = codeOf(spec(size), { wrt: ["z"] });
      expect(countOperations(code, "gradient").total).toBeLessThan(12 * size);
      expect(code).not.toContain(`Array(${size * size})`);
    }
  });
});

describe("S3: binary cross-entropy", () => {
  it.each([[1, 0.2231435513, -1.25, -0.2], [0, 1.6094379124, 5, 0.8]])("at Y = 0.8 and d = %d", async (d, value, slope, fused) => {
    const alone = await run("Y = input()\nd = target()\nJ = loss(binaryCrossEntropy(Y, d))\n", { wrt: ["Y"] });
    const at = gradientAt(alone, parameters(alone), [[0.8, d]]);
    expect(at.loss).toBeCloseTo(value, 9);
    expect(at.gradients["Y"]![0]).toBeCloseTo(slope, 9);
    const whole = "z = input()\nd = target()\nY = output(sigmoid(z))\nJ = loss(binaryCrossEntropy(Y, d))\n";
    const module = await run(whole, { wrt: ["z"] });
    const through = gradientAt(module, parameters(module), [[Math.log(4), d]]);
    expect(through.loss).toBeCloseTo(value, 9);
    expect(through.gradients["z"]![0]).toBeCloseTo(fused, 12);
    for (const z of [800, -800]) {
      const far = gradientAt(module, parameters(module), [[z, d]]);
      expect(far).toEqual({ loss: Math.max(z, 0) - d * z, gradients: { z: [(z > 0 ? 1 : 0) - d], losses: [Math.max(z, 0) - d * z] } });
    }
    const barrier = await run(whole, { wrt: ["Y"] });
    expect(gradientAt(barrier, parameters(barrier), [[Math.log(4), d]]).gradients["Y"]![0]).toBeCloseTo(slope, 9);
  });
});

describe("S6: label smoothing", () => {
  const spec = (loss: string): string => `z = input(3)\nc = label(3)\nd = 0.1 + 0.7 * c\np = output(softmax(z))\nJ = loss(${loss})\n`;

  it.each([["kl(d, p)", 0.7685741048], ["crossEntropy(p, d)", 1.4076059644]])("%s at softmax(1, 2, 3)", async (loss, value) => {
    const module = await run(spec(loss), { wrt: ["z"] });
    const at = gradientAt(module, parameters(module), [[1, 2, 3, 1]]);
    expect(at.loss).toBeCloseTo(value, 9);
    expect(deviation(at.gradients["z"]!, [-0.0099694268, -0.5552715289, 0.5652409558])).toBeLessThan(printed);
    const barrier = await run(spec(loss), { wrt: ["p"] });
    expect(deviation(gradientAt(barrier, parameters(barrier), [[1, 2, 3, 1]]).gradients["p"]!, [-1.1107337927, -3.2689290157, -0.1503214724])).toBeLessThan(printed);
  });
});

describe("S40: softmax of the scores 3.2, 5.1, -1.7", () => {
  it("has the loss 2.0403551528 in natural logarithms", async () => {
    const module = await run("s = input(3)\nc = label(3)\np = output(softmax(s))\nJ = loss(crossEntropy(p, c))\n", { wrt: ["s"] });
    const at = gradientAt(module, parameters(module), [[3.2, 5.1, -1.7, 0]]);
    expect(at.loss).toBeCloseTo(2.0403551528, 9);
    expect(deviation(at.gradients["s"]!, [-0.870017461, 0.8690495352, 0.0009679258])).toBeLessThan(printed);
    expect(deviation(module.forward(parameters(module), [3.2, 5.1, -1.7])["p"]!, [0.129982539, 0.8690495352, 0.0009679258])).toBeLessThan(printed);
  });
});

describe("S50: logistic least squares", () => {
  it("has the error signals of the notes", async () => {
    const text = "x = input()\nt = target()\nw = param(1.5)\nb = param(-0.5)\ns = w * x + b\ny = output(sigmoid(s))\nL = loss((y - t)^2 / 2)\n";
    const wanted = { y: -0.07585818, s: -0.0053179403, w: -0.0106358807, b: -0.0053179403 };
    for (const wrt of [["w", "b"], ["y", "s", "w", "b"]]) {
      const module = await run(text, { wrt });
      const at = gradientAt(module, parameters(module), [[2, 1]]);
      expect(at.loss).toBeCloseTo(0.0028772317, 9);
      for (const name of wrt) expect(at.gradients[name]![0], name).toBeCloseTo(wanted[name as keyof typeof wanted], 9);
      expect(module.forward(parameters(module), 2)["y"]![0]).toBeCloseTo(0.92414182, 9);
    }
  });
});

describe("S60: least squares", () => {
  it("has the gradient (m - y) z", async () => {
    for (const model of ["x' * z", "x * z", "dot(x, z)", "sum(x .* z)"]) {
      const module = await run(`z = input(2)\ny = target()\nx = param([1, 2])\nm = output(${model})\ne = m - y\nJ = loss(e^2 / 2)\n`);
      expect(gradientAt(module, parameters(module), [[3, -1, 5]]).gradients["x"], model).toEqual([-12, 4]);
    }
  });
});

/** Σ d log(Σ exp z) − Σ d z, far from overflow. */
function crossEntropy(z: readonly number[], d: readonly number[]): number {
  const largest = Math.max(...z);
  const log = largest + Math.log(z.reduce((sum, entry) => sum + Math.exp(entry - largest), 0));
  return z.reduce((sum, entry, k) => sum + d[k]! * (log - entry), 0);
}

const far: readonly (readonly [number, number, number])[] = [[1000, -1000, 0], [-1000, 1000, 1000], [0, 0, -1000], [-1000, -1000, -1000], [1, 2, 3], [0.1, -0.2, 0.3]];

/** What follows `z = input(3)`: p is softmax(z), and `d` the desired distribution or, of a label, made of `c`. */
const softmaxes: Readonly<Record<string, string>> = {
  "softmax(z)": "softmax(z)",
  "exp(z) / sum(exp(z))": "exp(z) / sum(exp(z))",
  "e / sum(e) with e = exp(z)": "e / sum(e)",
};

const logLosses: Readonly<Record<string, string>> = {
  "crossEntropy(p, d)": "crossEntropy(p, d)",
  "-sum(d .* log(p))": "-sum(d .* log(p))",
  "-d * log(p)": "-d * log(p)",
  "-dot(d, log(p))": "-dot(d, log(p))",
  "sum(-d .* log(p))": "sum(-d .* log(p))",
  "sum(d .* log(1 ./ p))": "sum(d .* log(1 ./ p))",
};

/** Of a one-hot d only. */
const oneHot: Readonly<Record<string, string>> = { "-log(d * p)": "-log(d * p)", "-log(dot(d, p))": "-log(dot(d, p))", "-log(sum(d .* p))": "-log(sum(d .* p))", "log(1 / (d * p))": "log(1 / (d * p))", "kl(d, p)": "kl(d, p)" };

const distributions: Readonly<Record<string, { readonly lines: string; readonly d: (c: number) => readonly number[] }>> = {
  "a label": { lines: "d = label(3)", d: (c) => numbers(3, (k) => (k === c ? 1 : 0)) },
  "a smoothed label": { lines: "c = label(3)\nd = 0.05 + 0.85 * c", d: (c) => numbers(3, (k) => 0.05 + 0.85 * (k === c ? 1 : 0)) },
  "a label smoothed by a constant": { lines: "c = label(3)\neps = 0.12\nd = (1 - eps) * c + eps / 3", d: (c) => numbers(3, (k) => 0.88 * (k === c ? 1 : 0) + 0.04) },
};

describe("softmax with cross-entropy is finite at logits of ±1000", () => {
  const spec = (softmax: string, lines: string, loss: string): string => `z = input(3)\n${lines}\n${softmax.startsWith("e /") ? "e = exp(z)\n" : ""}p = output(${softmax})\nJ = loss(${loss})\n`;

  /** The softmax that the emitted module itself computes for its user, and an exact p·sum(d) − d of it. */
  async function check(text: string, code: string, row: (z: readonly number[], c: number) => readonly number[], d: (c: number) => readonly number[], provable: boolean): Promise<void> {
    const module: Emitted = await load(code);
    const params = parameters(module);
    for (const z of far) {
      for (const c of [0, 1, 2]) {
        const wanted = d(c);
        const total = provable ? 1 : wanted.reduce((a, b) => a + b, 0);
        const { loss, gradients } = gradientAt(module, params, [row(z, c)]);
        const largest = Math.max(...z);
        const exps = z.map((entry) => Math.exp(entry - largest));
        const sum = exps.reduce((a, b) => a + b, 0);
        const slope = exps.map((e, k) => (e / sum) * total - wanted[k]!);
        const where = `${text} at ${JSON.stringify(z)}, ${JSON.stringify(wanted)}`;
        expect(deviation([loss], [crossEntropy(z, wanted)]), `loss of ${where}: ${loss}`).toBeLessThan(1e-12);
        expect(deviation(gradients["z"]!, slope), `slope of ${where}: ${JSON.stringify(gradients["z"])} for ${JSON.stringify(slope)}`).toBeLessThan(2e-15);
        expect(deviation(module.forward(params, z)["p"]!, exps.map((e) => e / sum)), `outputs of ${where}`).toBeLessThan(2e-15);
      }
    }
    const { example, batch } = countOperations(code, "gradient");
    // Beside p itself: p - d is three subtractions, p·sum(d) - d three products more; nothing is divided by p.
    expect(example["/"], `${text}: divisions ${JSON.stringify(example)}`).toBe(3);
    // The entropy of the label in kl takes logarithms of its own.
    if (!text.includes("kl")) expect((example["exp"] ?? 0) + (example["log"] ?? 0), `${text}: ${JSON.stringify(example)}`).toBe(4);
    if (provable && !text.includes("kl")) expect((example["*"] ?? 0) + (batch["*"] ?? 0), `${text}: products ${JSON.stringify({ example, batch })}`).toBeLessThanOrEqual(/0\.85|eps/.test(text) ? 6 : 3);
  }

  describe.each(Object.entries(distributions))("for %s", (which, { lines, d }) => {
    const all = { ...logLosses, ...(which === "a label" ? oneHot : {}) };
    it.each(Object.keys(softmaxes).flatMap((p) => Object.keys(all).map((loss) => [p, loss] as const)))("p = %s, %s", async (p, loss) => {
      const text = spec(softmaxes[p]!, lines, all[loss]!);
      await check(text, codeOf(text, { wrt: ["z"] }), (z, c) => [...z, c], d, true);
    });
  });

  const target = (c: number): readonly number[] => [[0.5, 0.2, 0.1], [0.25, 0.25, 0.5], [3, 0, 1]][c]!;
  it.each(Object.keys(softmaxes).flatMap((p) => Object.keys(logLosses).map((loss) => [p, loss] as const)))("for a target, p = %s, %s", async (p, loss) => {
    const text = spec(softmaxes[p]!, "d = target(3)", logLosses[loss]!);
    await check(text, codeOf(text, { wrt: ["z"] }), (z, c) => [...z, ...target(c)], target, false);
  });

  it("says so in the report and the comments", () => {
    for (const loss of ["crossEntropy(p, d)", "-log(d * p)"]) {
      const code = codeOf(spec("softmax(z)", "d = label(3)", loss), { wrt: ["z"] });
      expect(code).toMatch(/^ \* Stable form /m);
      expect(code).toMatch(/dz = p - d\b/);
    }
    expect(codeOf(spec("softmax(z)", "d = target(3)", "crossEntropy(p, d)"), { wrt: ["z"] })).toMatch(/dz = (1\/m \* \()?sum\(d\) \* p - d\b/);
  });
});

describe("sigmoid with binary cross-entropy is finite at logits of ±1000", () => {
  const sigmoids = { "sigmoid(z)": "sigmoid(z)", "1 / (1 + exp(-z))": "1 / (1 + exp(-z))", "exp(z) / (1 + exp(z))": "exp(z) / (1 + exp(z))" };
  const scalar = {
    "binaryCrossEntropy(y, d)": "binaryCrossEntropy(y, d)",
    "-d * log(y) - (1 - d) * log(1 - y)": "-d * log(y) - (1 - d) * log(1 - y)",
    "-(d * log(y) + (1 - d) * log(1 - y))": "-(d * log(y) + (1 - d) * log(1 - y))",
    "-(1 - d) * log(1 - y) - d * log(y)": "-(1 - d) * log(1 - y) - d * log(y)",
    "(d - 1) * log(1 - y) - log(y) * d": "(d - 1) * log(1 - y) - log(y) * d",
  };
  const vector = {
    "binaryCrossEntropy(y, d)": "binaryCrossEntropy(y, d)",
    "-sum(d .* log(y) + (1 - d) .* log(1 - y))": "-sum(d .* log(y) + (1 - d) .* log(1 - y))",
    "sum(-d .* log(y) - (1 - d) .* log(1 - y))": "sum(-d .* log(y) - (1 - d) .* log(1 - y))",
    "-dot(d, log(y)) - dot(1 - d, log(1 - y))": "-dot(d, log(y)) - dot(1 - d, log(1 - y))",
  };
  const softplus = (z: number): number => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
  const sigmoid = (z: number): number => (z < 0 ? Math.exp(z) / (1 + Math.exp(z)) : 1 / (1 + Math.exp(-z)));
  const points = [1000, -1000, 40, -40, 2.5, -2.5, 0];

  it.each(Object.keys(sigmoids).flatMap((y) => Object.keys(scalar).map((loss) => [y, loss] as const)))("y = %s, %s", async (y, loss) => {
    const text = `z = input()\nd = target()\ny = output(${sigmoids[y as keyof typeof sigmoids]})\nJ = loss(${scalar[loss as keyof typeof scalar]})\n`;
    const module = await run(text, { wrt: ["z"] });
    for (const z of points) {
      for (const d of [0, 1, 0.3]) {
        const at = gradientAt(module, parameters(module), [[z, d]]);
        expect(deviation([at.loss], [softplus(z) - d * z]), `loss of ${text} at ${z}, ${d}: ${at.loss}`).toBeLessThan(1e-13);
        expect(deviation(at.gradients["z"]!, [sigmoid(z) - d]), `slope of ${text} at ${z}, ${d}: ${at.gradients["z"]![0]}`).toBeLessThan(1e-15);
        expect(module.forward(parameters(module), z)["y"]![0]).toBeCloseTo(sigmoid(z), 14);
      }
    }
    // Terms in another order are stable too, though not yet y - d.
    if (!/1 - y\).*log\(y/.test(loss)) expect(codeOf(text, { wrt: ["z"] })).toMatch(/dz = y - d\b/);
  });

  it.each(Object.keys(sigmoids).flatMap((y) => Object.keys(vector).map((loss) => [y, loss] as const)))("of vectors, y = %s, %s", async (y, loss) => {
    const text = `z = input(2)\nd = target(2)\ny = output(${sigmoids[y as keyof typeof sigmoids].replaceAll("/", "./")})\nJ = loss(${vector[loss as keyof typeof vector]})\n`;
    const module = await run(text, { wrt: ["z"] });
    for (const z1 of points) {
      for (const z2 of points) {
        for (const d of [[0, 1], [0.3, 1]] as const) {
          const at = gradientAt(module, parameters(module), [[z1, z2, ...d]]);
          expect(deviation([at.loss], [softplus(z1) - d[0] * z1 + softplus(z2) - d[1] * z2]), `loss of ${text} at ${z1}, ${z2}`).toBeLessThan(1e-13);
          expect(deviation(at.gradients["z"]!, [sigmoid(z1) - d[0], sigmoid(z2) - d[1]]), `slope of ${text} at ${z1}, ${z2}`).toBeLessThan(1e-15);
        }
      }
    }
  });
});
