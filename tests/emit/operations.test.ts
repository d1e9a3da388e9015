import { describe, expect, it } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { identifier } from "../../compiler/6-emit/ts/names.ts";
import { countOperations, totalOf, type FunctionCount } from "./count.ts";
import { deviation, gradientAt, parameters, run, specText } from "./emitted.ts";
import { copyOf, costs, expected, names, shuffledOrder, type Copy } from "./usu.ts";

const emitted = async (text: string): Promise<string> => (await compile(text, { file: "usu.grad" })).files[0]!.text;

/** Code written by hand needs 86, CasADi 87, SymPy 102 (issue 2, show 3); σ' = y / (1 + exp(z)) saves a subtraction per unit. */
const most = 81;

function checkCount(count: FunctionCount): void {
  const both = Object.entries(count.example).concat(Object.entries(count.batch));
  expect(both.map(([operation]) => operation).filter((operation) => !["+", "-", "*", "/", "min", "exp"].includes(operation)), JSON.stringify(count)).toEqual([]);
  expect([count.example["exp"], count.example["min"]]).toEqual([5, 5]);
  expect(count.total, JSON.stringify(count)).toBeLessThanOrEqual(most);
}

async function checkNumbers(text: string, rename: Copy["rename"] = {}): Promise<void> {
  const module = await run(text);
  const at = gradientAt(module, parameters(module), [[1, 1, 1, 1]]);
  expect(at.loss).toBeCloseTo(expected.loss, 9);
  for (const name of ["w2", "b2", "w3", "b3"] as const) expect(deviation(at.gradients[identifier(rename[name] ?? name)]!, expected.gradients[name]!), name).toBeLessThan(1e-10);
}

const renames: Readonly<Record<string, Copy["rename"]>> = {
  Greek: { a1: "α", t: "τ", w2: "Ω", b2: "β", w3: "Ψ", b3: "γ", z2: "ζ", a2: "η", z3: "θ", a3: "ŷ", C: "Λ" },
  "bars and hats": { a1: "x̂", t: "t̄", w2: "W̄", b2: "b̃", w3: "Ŵ", b3: "b̄", z2: "z̄", a2: "ā", z3: "ẑ", a3: "ŷ", C: "C̄" },
  "words of JavaScript": { a1: "class", t: "function", w2: "constructor", b2: "__proto__", w3: "prototype", b3: "new", z2: "var", a2: "await", z3: "eval", a3: "arguments", C: "toString" },
  "words of emitted code": { a1: "m", t: "row", w2: "params", b2: "into", w3: "columns", b3: "flat", z2: "k", a2: "from", z3: "order", a3: "losses", C: "metadata" },
  "functions of the module": { a1: "forward", t: "gradient", w2: "predict", b2: "initialise", w3: "evaluate", b3: "createGradients", z2: "jacobian", a2: "defaults", z3: "start", a3: "Math", C: "Float64Array" },
  "names that emission makes": { a1: "scale", t: "dw2", w2: "w3_1", b2: "dz2_1", w3: "w", b3: "db2", z2: "total", a2: "C_sum", z3: "a2_1", a3: "row2", C: "s" },
  "single letters": { a1: "i", t: "j", w2: "k", b2: "s", w3: "n", b3: "e", z2: "E", a2: "T", z3: "N", a3: "p", C: "J" },
  "types of the module": { a1: "Tensor", t: "Vector", w2: "Parameters", b2: "Hyper", w3: "Examples", b3: "Clock", z2: "Report", a2: "Gradients", z3: "Outputs", a3: "Floats", C: "Jacobians" },
};

describe("operations of the worked 2-3-2 example, loss and 17 gradients of one example", () => {
  it("are at most 81, five of them exp", async () => {
    const code = await emitted(specText("usu"));
    checkCount(countOperations(code, "gradient"));
    expect(code).not.toContain("Math.pow");
  });

  it("are what the report at the head of the file says", async () => {
    const code = await emitted(specText("usu"));
    const { total } = countOperations(code, "gradient");
    const reported = [...code.matchAll(/^ \* {3}(?:forward|backward) (\d+): /gm)].map((match) => Number(match[1]));
    expect(reported).toHaveLength(2);
    // The report counts one example; the factor ½ comes in once per batch.
    expect(reported.reduce((a, b) => a + b, 0)).toBe(total - totalOf(countOperations(code, "gradient").batch));
  });

  it.each(Object.keys(costs))("are as many with the loss as %s", async (cost) => {
    const text = copyOf({ cost });
    await checkNumbers(text);
    checkCount(countOperations(await emitted(text), "gradient"));
  });

  it.each(Object.entries(renames))("are as many with names that are %s", async (_, rename = {}) => {
    for (const cost of ["sum((t - a) .^ 2) / 2", "squaredError(a, t)"]) {
      const text = copyOf({ rename, cost });
      await checkNumbers(text, rename);
      checkCount(countOperations(await emitted(text), "gradient"));
    }
  });

  it("are as many in any order of statements, under any names", async () => {
    const random = generator(1);
    for (let round = 0; round < 30; round++) {
      const shuffled = [...names].map((name) => ({ name, key: random() })).sort((a, b) => a.key - b.key).map(({ name }) => name);
      const rename = Object.fromEntries(names.map((name, k) => [name, shuffled[k]!]));
      const ways = Object.keys(costs);
      const text = copyOf({ rename, order: shuffledOrder(random), cost: ways[Math.floor(random() * ways.length)]! });
      await checkNumbers(text, rename);
      checkCount(countOperations(await emitted(text), "gradient"));
    }
  });
});

/** Numbers from 0 to 1, the same in each run (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A multi-layer perceptron with rectified hidden units and squared error, and how many multiplies a pass through it takes. */
function perceptron(widths: readonly number[], activation = "relu"): { readonly text: string; readonly products: number } {
  const layers = widths.slice(1).flatMap((width, k) => [
    `W${k + 1} = param(${width}, ${widths[k]})`,
    `b${k + 1} = param(${width})`,
    k + 2 < widths.length ? `y${k + 1} = ${activation}(W${k + 1} * y${k} + b${k + 1})` : `y${k + 1} = output(W${k + 1} * y${k} + b${k + 1})`,
  ]);
  const last = widths.length - 1;
  const text = [`y0 = input(${widths[0]})`, `d = target(${widths.at(-1)})`, ...layers, `L = loss(squaredError(y${last}, d))`, ""].join("\n");
  return { text, products: widths.slice(1).reduce((sum, width, k) => sum + width * widths[k]!, 0) };
}

describe("S13: the forward pass of a multi-layer perceptron", () => {
  it.each([[[2, 3]], [[3, 4, 2]], [[3, 4, 4, 2]], [[8, 3, 8]], [[1, 1, 1, 1]], [[5, 7, 6, 4, 3]]])("of widths %j multiplies Σ D(k-1) D(k) times", async (widths) => {
    const { text, products } = perceptron(widths);
    expect(countOperations(await emitted(text), "forward").batch["*"]).toBe(products);
  });

  it("does so with sigmoid units and with loops too", async () => {
    const { text, products } = perceptron([30, 40, 50, 10], "sigmoid");
    const code = await emitted(text);
    expect(code).toMatch(/for \(let \w = 0; \w < 50; \w\+\+\)/);
    expect(countOperations(code, "forward").batch["*"]).toBe(products);
  });
});

describe("S63: operations of loss and gradients", () => {
  it("grow linearly in depth", async () => {
    const counts: number[] = [];
    for (const depth of [2, 3, 4, 5, 6, 7, 8]) counts.push(countOperations(await emitted(perceptron(Array.from({ length: depth + 1 }, () => 4), "sigmoid").text), "gradient").total);
    const steps = counts.slice(1).map((count, k) => count - counts[k]!);
    expect(new Set(steps).size, counts.join(" ")).toBe(1);
  });

  it("are at most three products for each weight, at any width", async () => {
    for (const widths of [[4, 4, 4, 4], [10, 20, 20, 5], [60, 50, 40, 10], [784, 128, 10]]) {
      const { text, products } = perceptron(widths);
      const units = widths.reduce((a, b) => a + b, 0);
      const { example } = countOperations(await emitted(text), "gradient");
      expect(example["*"], widths.join("-")).toBeLessThanOrEqual(3 * products + 4 * units);
      expect(totalOf(example), widths.join("-")).toBeLessThanOrEqual(5 * products + 12 * units);
    }
  });
});
