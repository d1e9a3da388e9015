import { describe, expect, it } from "vitest";
import { updates } from "../../compiler/updates/index.ts";
import { createExamples } from "../../runtime/examples.ts";
import type { Examples } from "../../runtime/model.ts";
import { looped, divided, rescheduled, tiled, unrolled } from "./at-point.ts";
import { specText } from "./emitted.ts";
import { descend } from "./update-rules.ts";

const text = (train: string): string => `
x = input(4)
t = target(2)
W = param(5, 4)
b = param(5)
V = param(2, 5)
s = param()
lambda = hyper(0.01)
y = output(V * tanh(W * x + b) + s)
J = loss(sum((y - t) .^ 2))
R = loss(lambda * (sum(W .^ 2) + sum(V .^ 2)))
train(${train})
`;

const constants: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  momentum: { mu: 0.7 }, nesterov: { mu: 0.7 }, adagrad: { epsilon: 1e-3 }, rmsprop: { rho: 0.6, epsilon: 1e-4 }, adam: { beta1: 0.8, beta2: 0.95, epsilon: 1e-5 }, adamw: { beta1: 0.8, beta2: 0.95, epsilon: 1e-5, decay: 0.1 },
};

const rows = 6;

function data(columns: Parameters<typeof createExamples>[0], precision: "f64" | "f32"): Examples {
  const examples = createExamples(columns, rows, precision);
  for (const [name, values] of Object.entries(examples.columns)) for (const k of values.keys()) values[k] = Math.sin(1.3 * k + name.length + name.charCodeAt(0));
  return examples;
}

const optimizers = [...updates.keys()].flatMap((name) => [[name, {}] as const, ...(constants[name] === undefined ? [] : [[name, constants[name]] as const])]);

describe.each(optimizers)("%s with %j", (optimizer, own) => {
  it.each([["a number", 0.05], ["a schedule", "0.3 / (2 + t + epoch)"]] as const)("steps by its row of the table, the rate %s", async (_, rate) => {
    const options = { optimizer, rate, ...own };
    for (const [precision, tolerance] of [["f64", 1e-12], ["f32", 1e-5]] as const) {
      for (const limits of [unrolled, looped, tiled, divided]) {
        const { module } = await rescheduled(text(JSON.stringify(options).replaceAll(/"(\w+)":/g, "$1: ")), { precision }, limits);
        const examples = data(module.metadata.columns, precision);
        const params = module.initialise(3);
        const state = module.createState!();
        const expected = Float64Array.from(params.flat);
        const rule = descend(optimizer, own);
        for (let t = 1; t <= 12; t++) {
          const epoch = Math.ceil(t / 3);
          const now = typeof rate === "number" ? rate : 0.3 / (2 + t + epoch);
          const [from, to] = [t % 3, 4 + (t % 3)];
          const into = module.createGradients!(1);
          const range = [undefined, from, to] as unknown as [undefined, undefined, undefined];
          const loss = module.gradient!(params, examples, into, ...range, { lambda: 0.02 }, { t, epoch, rate: now, seed: 0 });
          const gradient = module.metadata.parameters.flatMap(({ name }) => Array.from(into[name]!));
          expect(module.step!(params, state, examples, { t, epoch, rate: now, seed: 0 }, ...range, { lambda: 0.02 })).toBeCloseTo(loss, precision === "f64" ? 13 : 6);
          rule(expected, gradient, now, t);
          for (const [k, value] of params.flat.entries()) expect(Math.abs(value - expected[k]!), `element ${k} after step ${t}`).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(expected[k]!)));
          // The next gradient is taken where the module is, not where rounding has led the plain rule.
          expected.set(params.flat);
        }
      }
    }
  });
});

describe("a seed", () => {
  const drawn = "x = input(6)\nW = param(5, 6, \"he\")\nQ = param(4, 4, \"orthogonal\")\nz = W * x\nJ = loss(sum(randomLeakyRelu(z, 0.1, 0.4) .^ 2) + sum(Q .^ 3))\ntrain({optimizer: \"adam\", rate: 0.01})";
  const trained = async (seed: number): Promise<string> => {
    const { module } = await rescheduled(drawn, {});
    const params = module.initialise(seed);
    const state = module.createState!();
    const examples = data(module.metadata.columns, "f64");
    const losses = Array.from({ length: 20 }, (_, k) => module.step!(params, state, examples, { t: k + 1, epoch: 1, rate: 0.01, seed }));
    return [...params.flat, ...losses].join();
  };
  it("gives the same bits each time, and others than another seed", async () => {
    expect(await trained(4)).toBe(await trained(4));
    expect(await trained(4)).not.toBe(await trained(5));
  });
});

describe("a step", () => {
  it.each([["unrolled", unrolled], ["looped", looped], ["tiled", tiled], ["divided", divided]])("reads old parameters where each gradient is the other one, %s", async (_, limits) => {
    const { module } = await rescheduled('p = param([1, 2])\nq = param([3, 5])\nJ = loss(sum(p .* q))\ntrain({optimizer: "sgd", rate: 0.1})', {}, limits);
    const params = module.initialise(0);
    module.step!(params, module.createState!(), createExamples(module.metadata.columns, 1, "f64"), { t: 1, epoch: 1, rate: 0.1, seed: 0 });
    for (const [k, value] of [0.7, 1.5, 2.9, 4.8].entries()) expect(params.flat[k]).toBeCloseTo(value, 12);
  });

  it.each([["unrolled", unrolled], ["looped", looped], ["tiled", tiled], ["divided", divided]])("allocates nothing, %s", async (_, limits) => {
    const { module } = await rescheduled(specText("xor"), {}, limits);
    const params = module.initialise(1);
    const state = module.createState!();
    const examples = createExamples(module.metadata.columns, 4, "f64");
    const clock = { t: 1, epoch: 1, rate: 1e-3, seed: 0 };
    const order = Uint32Array.of(2, 0, 3, 1);
    const run = (): void => {
      for (let k = 0; k < 20_000; k++) module.step!(params, state, examples, clock, order, 0, 4);
    };
    for (let warm = 0; warm < 5; warm++) run();
    // A heap number a step would be 320,000 bytes; the quietest of several rounds counts, since others may be at work.
    const grown = Array.from({ length: 9 }, () => {
      const before = process.memoryUsage().heapUsed;
      run();
      return process.memoryUsage().heapUsed - before;
    }).filter((bytes) => bytes >= 0);
    expect(Math.min(...grown)).toBeLessThan(60_000);
  });
});
