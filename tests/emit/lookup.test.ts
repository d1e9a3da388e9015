import { describe, expect, it } from "vitest";
import { compileToJavaScript } from "../../compiler/compile.ts";
import { importModule } from "../../compiler/commands/run-module.ts";
import { createExamples } from "../../runtime/examples.ts";
import type { Examples, Floats } from "../../runtime/model.ts";
import { divided, looped, recompiled, reschedule, tiled, unrolled } from "./at-point.ts";
import { descend, type Rule } from "./update-rules.ts";

const ways = { unrolled, looped, tiled, divided, "as scheduled": undefined };

/** Networks that look up, in every way there is, tables of few rows: most batches meet a row twice. */
const networks: Readonly<Record<string, string>> = {
  "a row": "E = param(6, 3)\ny = W * E[i, :]",
  "two rows of one table, and a number of a vector": 'E = param(6, 3, "normal")\nb = param(6)\ny = W * (E[i, :] .* E[j, :]) + b[i]',
  "several rows at once": 'E = param(6, 3, "normal")\ny = W * tanh(mean(E[words, :], 1))',
  "a row that may be among several": 'E = param(6, 3, "normal")\ny = W * (2 * E[words[2], :] - sum(E[words, :], 1) + E[i, :])',
  "part of a row": 'E = param(6, 5, "normal")\ny = W * E[i, 2:4] + E[j, 5]',
  "parts of a table of rank 3": 'T = param(6, 2, 3, "normal")\ny = W * (T[i, 2, :] + sum(T[j, :, :], 1))',
  "a column": 'E = param(3, 6, "normal")\ny = W * E[:, i]',
  "single elements": 'E = param(6, 6, "normal")\ny = W * x * E[i, j]',
  "two tables whose gradients are one": 'E = param(6, 3, "normal")\nF = param(6, 3, "normal")\ny = W * (E[i, :] + F[i, :])',
  "a row whose size is part of the loss": 'E = param(6, 3, "normal")\ny = W * E[i, :]\nR = loss(0.3 * sum(E[i, :] .^ 2))',
  "rows of a slice": 'E = param(8, 3, "normal")\nS = E[3:8, :]\ny = W * S[i, :]',
};

const spec = (network: string, train: string): string => `
x = input(3)
t = target(2)
i = index(6)
j = index(6)
words = index(6, 4)
W = param(2, 3)
${network}
J = loss(sum((y - t) .^ 2))
${train}
`;

const rows = 200;

function examplesFor(columns: Parameters<typeof createExamples>[0], precision: "f64" | "f32"): Examples {
  const examples = createExamples(columns, rows, precision);
  for (const [c, { name, classes }] of columns.entries()) {
    const values = examples.columns[name]!;
    for (const k of values.keys()) values[k] = classes === undefined ? Math.sin(1.3 * k + c) : (k * k + 3 * k + (c === 2 ? 1 : 0)) % classes;
  }
  return examples;
}

/** Steps of the emitted code over batches of many sizes, in and out of order, each against a plain rule on the dense gradient. */
async function hold(text: string, ruleOf: () => Rule, precision: "f64" | "f32" = "f64"): Promise<void> {
  const compiled = compileToJavaScript(text, { precision });
  for (const [way, limits] of Object.entries(ways)) {
    const { module } = await importModule(reschedule(compiled, limits));
    const examples = examplesFor(module.metadata.columns, precision);
    const shuffled = Uint32Array.from({ length: rows }, (_, k) => (k * 77) % rows);
    const params = module.initialise(3);
    const state: Floats = module.createState!();
    const rule = ruleOf();
    for (const [k, size] of [1, 3, 64, 65, 130, 1, 2, 7].entries()) {
      const into = module.createGradients!(1);
      const clock = { t: k + 1, epoch: 1, rate: 0.05, seed: 0 };
      const range = [k % 2 === 0 ? shuffled : undefined, 5 * k, 5 * k + size] as unknown as [undefined, undefined, undefined];
      const loss = module.gradient!(params, examples, into, ...range, {}, clock);
      const expected = Float64Array.from(params.flat);
      rule(expected, module.metadata.parameters.flatMap(({ name }) => Array.from(into[name]!)), clock.rate, clock.t);
      expect(module.step!(params, state, examples, clock, ...range, {})).toBeCloseTo(loss, precision === "f64" ? 12 : 5);
      const tolerance = precision === "f64" ? 1e-12 : 1e-5;
      for (const [at, value] of params.flat.entries()) expect(Math.abs(value - expected[at]!), `element ${at} after step ${clock.t}, ${way}`).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(expected[at]!)));
    }
  }
}

/** The parameters that a step updates only where they were looked up. */
const byRow = (text: string): readonly string[] => [...new Set(compileToJavaScript(text).phases.programs.flatMap(({ sections }) => sections.flatMap(({ rowsOf }) => rowsOf ?? [])))];

/** A rule that needs the old state after it has made the new one, and the old parameter for a state. */
const ownRule = "update(w, g, s, q) = [w - rate * g / (1 + sqrt(s)), s + g ^ 2, q + g * w * s]";

function followOwnRule(): Rule {
  const s: number[] = [];
  return (w, g, rate) => {
    for (const [k, slope] of g.entries()) {
      const before = s[k] ?? 0;
      w[k]! -= (rate * slope) / (1 + Math.sqrt(before));
      s[k] = before + slope ** 2;
    }
  };
}

describe.each(Object.entries(networks))("%s", (name, network) => {
  it.each(["sgd", "adagrad"])("is updated by %s where it was looked up, as if all of it were", async (optimizer) => {
    const text = spec(network, `train({optimizer: "${optimizer}", rate: 0.05})`);
    expect(byRow(text)).toEqual([...network.matchAll(/^(\w) = param/gm)].map(([, table]) => table));
    await hold(text, () => descend(optimizer, {}));
  });

  it("is updated so by a rule of the spec, and with 32-bit numbers", async () => {
    await hold(spec(network, ownRule), followOwnRule);
    await hold(spec(network, 'train({optimizer: "adagrad", epsilon: 0.01})'), () => descend("adagrad", { epsilon: 0.01 }), "f32");
  });

  it("is updated as a whole by momentum", async () => {
    const text = spec(network, 'train({optimizer: "momentum"})');
    expect(byRow(text), name).toEqual([]);
    await hold(text, () => descend("momentum", {}));
  });
});

const table = 'E = param(6, 3, "normal")\ny = W * E[i, :]';

describe("a table is updated as a whole", () => {
  it.each([
    ["under momentum", spec(table, 'train({optimizer: "momentum"})')],
    ["under adam, whose means fade", spec(table, 'train({optimizer: "adam"})')],
    ["under a rule that lets parameters decay", spec(table, "update(w, g) = [0.99 w - rate * g]")],
    ["where a state counts the steps", spec(table, "update(w, g, n) = [w - rate * g / n, n + 1]")],
    ["where all gradients are clipped together", spec(table, "train({clipNorm: 1})")],
    ["where its norm is bounded", spec(table, 'constrain(norm(E, "rows") <= 1)')],
    ["where its size is part of the loss", spec(table, "R = loss(0.1 * sum(E .^ 2))")],
    ["where it is used whole as well", spec(table, "R = loss(sum(E * x))")],
  ])("%s", (_, text) => {
    expect(byRow(text)).toEqual([]);
  });

  it("and in the same step another one only where it was looked up, as the head of the file says", () => {
    const text = spec(`${table}\nF = param(6)\nR = loss(F[i] * sum(E .^ 2))`, "");
    expect(byRow(text)).toEqual(["F"]);
    expect(recompiled(text, {}).code).toContain("\n * Lookup      a step updates F only where examples looked it up: where the gradient is 0 the update rule changes nothing\n");
    expect(recompiled(spec(table, 'train({optimizer: "adam"})'), {}).code).not.toContain("Lookup");
  });
});

describe("a step", () => {
  const stepOf = (tableRows: number, optimizer: string, limits: (typeof ways)[keyof typeof ways]): string => {
    const text = spec('E = param(6, 3, "normal")\nb = param(6)\ny = W * (sum(E[words, :], 1) + E[i, :]) + b[j]', `train({optimizer: "${optimizer}"})`).replaceAll(/(index|param)\(6/g, `$1(${tableRows}`);
    const { code } = recompiled(text, {}, limits);
    return code.slice(code.indexOf("export function step("), code.indexOf("\n}", code.indexOf("export function step(")));
  };

  it.each(Object.entries(ways))("is the same code for a table of few rows and for one of many, %s", (way, limits) => {
    const many = way === "unrolled" ? 50 : 1_000_000;
    expect(stepOf(many, "sgd", limits)).toBe(stepOf(20, "sgd", limits));
    expect(stepOf(many, "adagrad", limits).replaceAll(/state\[\d+/g, "state[")).toBe(stepOf(20, "adagrad", limits).replaceAll(/state\[\d+/g, "state["));
    expect(stepOf(many, "momentum", looped)).not.toBe(stepOf(20, "momentum", looped));
  });
});
