import { readFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { importModule } from "../../compiler/commands/run-module.ts";
import { compileToJavaScript } from "../../compiler/compile.ts";
import { bytesOf } from "../../compiler/ir/memory.ts";
import { createExamples } from "../../runtime/examples.ts";

/** The functions of a module that work on examples, without comments. */
const functionsOf = (text: string): string => compileToJavaScript(text).code.replace(/\/\*\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "").replace(/^[\s\S]*?(?=export function forward)/, "");

/** Code with every number, and every name made of one, the same. */
const shapeOf = (code: string): string => code.replace(/\d+/g, "0");

const linesOf = (code: string): number => code.split("\n").filter((line) => line.trim() !== "").length;

/** The long short-term memory of the adding problem, for sequences of another length. */
const lstm = (length: number): string => readFileSync("specs/networks/adding.grad", "utf8").replace("x = input(20, 2)", `x = input(${length}, 2)`);

/** Layers of attention and feed-forward over eight symbols. */
const transformer = (layers: number): string => {
  const each = Array.from({ length: layers }, (_, k) => k + 1);
  return [
    "x = index(10, 8)", "c = label(10, 8)", "E = param(10, 16)", "W = param(16, 10)",
    ...each.flatMap((k) => [..."QKV"].map((name) => `${name}${k} = param(16, 16)`).concat(`A${k} = param(32, 16)`, `B${k} = param(16, 32)`)),
    "attend(X, q, k, v) = X + softmax((layerNorm(X, 2) * q) * (layerNorm(X, 2) * k)' / 4, 2) * (X * v)",
    "feed(X, a, b) = X + relu(layerNorm(X, 2) * a') * b'",
    "H0 = E[x, :]",
    ...each.map((k) => `H${k} = feed(attend(H${k - 1}, Q${k}, K${k}, V${k}), A${k}, B${k})`),
    `p = output(softmax(H${layers} * W, 2))`, "J = loss(crossEntropy(p, c))", 'train({optimizer: "adam"})',
  ].join("\n");
};

const perceptron = (width: number): string => [
  `x = input(${width})`, "d = target(4)", `W1 = param(${width}, ${width})`, `b1 = param(${width})`, `W2 = param(4, ${width})`, "y = output(W2 * tanh(W1 * x + b1))", "J = loss(sum((y - d) .^ 2))", 'train({optimizer: "adam"})',
].join("\n");

const network = { lstm: lstm(24), transformer: transformer(2), perceptron: perceptron(48), cnn: readFileSync("specs/networks/cnn-digits.grad", "utf8"), "batch-norm": readFileSync("specs/networks/batch-norm.grad", "utf8") } as const;

describe("emitted code", () => {
  it("of a recurrence is the same for every length, but for its numbers", () => {
    const shapes = [20, 40, 400].map((length) => shapeOf(functionsOf(lstm(length))));
    expect(new Set(shapes).size).toBe(1);
  });

  it("of a recurrence is written out where it is short", () => {
    const short = functionsOf("x = input(4)\nw = param()\nu = param()\nb = param()\nstep(h, v) = tanh(w * v + u * h + b)\ny = output(fold(step, 0, x))\nJ = loss(y^2)");
    expect(short).not.toMatch(/for \(let t/);
    expect(short.match(/Math\.expm1/g)?.length).toBeGreaterThan(4);
  });

  it("of a transformer grows by the same for each layer", () => {
    const lines = [1, 2, 3, 4, 5, 6].map((layers) => linesOf(functionsOf(transformer(layers))));
    const growth = lines.slice(1).map((count, k) => count - lines[k]!);
    const mean = growth.reduce((a, b) => a + b, 0) / growth.length;
    for (const one of growth) expect(Math.abs(one - mean) / mean, lines.join(", ")).toBeLessThan(0.15);
  });

  it("of a perceptron does not grow with its widths past the unrolling threshold", () => {
    const shapes = [96, 192, 960].map((width) => shapeOf(functionsOf(perceptron(width))));
    expect(new Set(shapes).size).toBe(1);
    // Of widths that no tile divides what is left over takes narrower loops, and no more.
    const odd = [95, 191, 959].map((width) => linesOf(functionsOf(perceptron(width))));
    expect(Math.max(...odd) / Math.min(...odd), odd.join(", ")).toBeLessThan(1.15);
  });
});

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

describe("memory", () => {
  const planned = (text: string): { readonly fixed: number; readonly perExample: number } => {
    const arrays = [...new Set(compileToJavaScript(text).phases.schedules.flatMap(({ memory }) => memory.arrays))];
    const bytes = (spanning: boolean): number => arrays.filter((array) => (array.spanning !== undefined) === spanning).reduce((sum, array) => sum + bytesOf(array, 8), 0);
    return { fixed: bytes(false), perExample: bytes(true) };
  };

  it("of a recurrence grows by the same for each time step", () => {
    // Of lengths that all go through in the smallest blocks.
    const [short, middle, long] = [1000, 2000, 4000].map((length) => planned(lstm(length)).fixed) as [number, number, number];
    expect(long - middle).toBe(2 * (middle - short));
    expect(long).toBeLessThan(4.1 * short);
  });

  it.each(Object.entries(network))("that a module takes at its peak is what is planned: %s", async (_, text) => {
    const compiled = compileToJavaScript(text);
    const { metadata } = (await importModule(compiled)).module;
    const batch = 128;
    const data = createExamples(metadata.columns, batch, metadata.precision);
    for (const { name, classes } of metadata.columns) for (const k of data.columns[name]!.keys()) data.columns[name]![k] = classes === undefined ? Math.sin(k) : k % classes;
    collectGarbage();
    const before = process.memoryUsage().arrayBuffers;
    // Another instance of the same code: its arrays are made when it is loaded, and grow at most in its first calls.
    const { module } = await importModule({ ...compiled, code: `${compiled.code}\n// another\n` });
    const [params, state, into] = [module.initialise(1), module.createState!(), module.createGradients!(batch)];
    const report = new Float64Array(metadata.losses.length + metadata.metrics.length);
    for (let t = 1; t <= 3; t++) {
      module.step!(params, state, data, { t, epoch: 1, rate: 0.01, seed: 0 });
      module.gradient!(params, data, into, undefined, undefined, undefined, {}, { t, epoch: 1, rate: 0.01, seed: 0 });
      module.evaluate!(params, data, report);
    }
    collectGarbage();
    const taken = process.memoryUsage().arrayBuffers - before;
    const given = [params.flat, state, report, ...(Object.values(into) as Float64Array[])].reduce((sum, array) => sum + array.byteLength, 0);
    const { fixed, perExample } = planned(text);
    // Values that span the batch have room for a last tile beside; constants of the spec and small results come on top.
    const plan = fixed + perExample * (batch + 8) + given;
    expect(taken).toBeLessThanOrEqual(1.02 * plan + 16_384);
    expect(taken).toBeGreaterThan(0.9 * (fixed + perExample * batch + given));
  });
});
