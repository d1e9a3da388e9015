import * as math from "mathjs";
import { describe, expect, it } from "vitest";
import type { DerivedOperation, PointwiseOperation } from "../../compiler/ir/op.ts";
import { operations } from "../../compiler/ops/index.ts";
import { updates } from "../../compiler/updates/index.ts";
import { samples } from "./samples.ts";

// What the operations say of themselves, evaluated by math.js and held against their values.
type Value = number | number[];
type Scope = Readonly<Record<string, unknown>>;

const pointwise = [...operations.values()].filter((op): op is PointwiseOperation => op.kind === "pointwise");
const derived = [...operations.values()].filter((op): op is DerivedOperation => op.kind === "derived");
const functions: Scope = Object.fromEntries([
  ...pointwise.map((op) => [op.name, lifted(op)] as const),
  ...derived.map((op) => [op.name, (...lines: Value[]) => op.value(...lines.map((line) => [line].flat()))] as const),
]);

function lifted(op: PointwiseOperation): (...args: Value[]) => Value {
  return (...args) => {
    const length = args.find((arg) => Array.isArray(arg))?.length;
    const scalars = (i: number): number[] => args.map((arg) => Number(Array.isArray(arg) ? arg[i] : arg));
    return length === undefined ? op.value(...scalars(0)) : Array.from({ length }, (_, i) => op.value(...scalars(i)));
  };
}

function evaluate(text: string, scope: Scope): Value {
  const found: unknown = math.parse(text).compile().evaluate({ ...functions, ...scope });
  const result: unknown = math.isMatrix(found) ? found.toArray() : found;
  if (Array.isArray(result)) return result.map(Number);
  return typeof result === "number" || typeof result === "boolean" ? Number(result) : NaN;
}

/** The central difference, extrapolated once. */
function slope(f: (x: number) => number, x: number): number {
  const central = (step: number): number => (f(x + step) - f(x - step)) / (2 * step);
  const step = 1e-4 * Math.max(0.1, Math.abs(x));
  return (4 * central(step / 2) - central(step)) / 3;
}

function close(actual: number, expected: number, error: number, where: string): void {
  expect(Math.abs(actual - expected), `${where}: ${actual} for ${expected}`).toBeLessThanOrEqual(error * Math.max(1, Math.abs(expected)));
}

function scopeOf(op: PointwiseOperation, row: readonly number[]): Scope {
  return Object.fromEntries([...op.parameters.map((name, i) => [name.replace("?", ""), row[i]] as const), ["y", op.value(...row)], ["g", 1.7]]);
}

describe("pointwise texts", () => {
  it.each(pointwise.map((op) => [op.name, op] as const))("the partials of %s are its slopes", (_, op) => {
    for (const row of samples(op)) {
      for (const [i, x] of row.entries()) {
        if (op.parameters[i] === "c") continue;
        const expected = slope((one) => op.value(...row.with(i, one)), x);
        const where = `∂${op.name}(${row.join(", ")})/∂${op.parameters[i]}`;
        if (op.partials) close(Number(evaluate(op.partials[i] ?? "", scopeOf(op, row))), expected, 1e-7, where);
        if (op.cotangents) close(Number(evaluate(op.cotangents[i] ?? "", scopeOf(op, row))), 1.7 * expected, 2e-7, where);
      }
    }
  });

  it.each(pointwise.filter((op) => op.formula !== undefined).map((op) => [op.name, op] as const))("the formula of %s gives its value", (_, op) => {
    for (const row of samples(op)) close(Number(evaluate(op.formula ?? "", scopeOf(op, row))), op.value(...row), 1e-14, `${op.name}(${row.join(", ")})`);
  });

  it("helpers give the value", () => {
    for (const op of pointwise) {
      const spelling = op.spelling?.ts;
      if (spelling === undefined || !("helper" in spelling)) continue;
      const helper = new Function(...spelling.parameters, spelling.body.join("\n")) as (...args: number[]) => number;
      for (let x = -7; x <= 7; x += 0.01) close(helper(x), op.value(x), 1e-15, `${op.name}(${x})`);
      for (const x of [0, 1, -1, 0.5, -0.5, 6.2, 1e-300, Infinity, -Infinity]) close(helper(x) - op.value(x) || 0, 0, 1e-15, `${op.name}(${x})`);
      expect(helper(NaN)).toBeNaN();
    }
  });

  it.each([
    ["relu", { x: 0 }, [0]],
    ["reluOne", { x: 0 }, [1]],
    ["reluHalf", { x: 0 }, [0.5]],
    ["abs", { x: 0 }, [0]],
    ["hardtanh", { x: 1 }, [0]],
    ["hardtanh", { x: -1 }, [0]],
    ["clamp", { x: 2, lo: 0, hi: 2 }, [0, 0, 0]],
    ["clamp", { x: 0, lo: 0, hi: 2 }, [0, 0, 0]],
    ["max2", { a: 3, b: 3 }, [1, 0]],
    ["min2", { a: 3, b: 3 }, [1, 0]],
    ["max2Split", { a: 3, b: 3 }, [0.5, 0.5]],
    ["min2Split", { a: 3, b: 3 }, [0.5, 0.5]],
    ["pow", { x: 0, n: 2 }, [0, 0]],
    ["pow", { x: 0, n: 1 }, [1, 0]],
    ["pow", { x: 0, n: 0 }, [0, 0]],
    ["pow", { x: 0, n: 0.5 }, [Infinity, 0]],
    ["pow", { x: -2, n: 3 }, [12, 0]],
    ["sqrt", { x: 0 }, [Infinity]],
    ["xlogy", { d: 0, p: 0 }, [0, 0]],
  ] as const)("the convention of %s at %o", (name, at, expected) => {
    const op = pointwise.find((one) => one.name === name);
    const scope = { ...at, y: op?.value(...Object.values(at)), g: 1 };
    if (op?.partials) expect(op.partials.map((text) => Number(evaluate(text, scope)) + 0)).toEqual(expected);
    if (op?.cotangents) expect(op.cotangents.map((text) => Number(evaluate(text, scope)) + 0)).toEqual(expected);
  });

  it("select lets no NaN through from the branch not taken", () => {
    const [, first = "", second = ""] = pointwise.find((op) => op.name === "select")?.cotangents ?? [];
    expect([evaluate(first, { c: 0, g: NaN }), evaluate(second, { c: 1, g: NaN })]).toEqual([0, 0]);
  });
});

describe("rewrites", () => {
  const rules = [...operations.values()].flatMap((op) => (op.rewrites ?? []).map((text) => [text] as const));
  const points = [0, 1, -1, 2, 0.5, -0.5, 0.3, -1.7, 2.4];

  it.each(rules)("%s", (rule) => {
    const [left = "", right = ""] = rule.replace(/^stable: /, "").replace(/ \| .*$/, "").split(" -> ");
    const named = new Set<string>();
    math.parse(left).traverse((node, path) => {
      if (node instanceof math.SymbolNode && path !== "fn") named.add(node.name);
    });
    const line = /softmax|norm2/i.test(rule);
    const names = [...named];
    let held = 0;
    for (let draw = 0; draw < points.length ** Math.max(1, names.length) && draw < 800; draw++) {
      const pick = (k: number, shift: number): number => points[(Math.floor(draw / points.length ** k) + shift) % points.length] ?? 0;
      const scope = Object.fromEntries(names.map((name, k) => [name, line && !rule.includes(`${name} repeated`) ? [pick(k, 0), pick(k, 3), pick(k, 5)] : pick(k, 0)]));
      if (rule.endsWith("| c constant") && scope["c"] === 0 && left.startsWith("select")) continue;
      const [actual, expected] = [[evaluate(right, scope)].flat(), [evaluate(left, scope)].flat()];
      for (const [i, one] of expected.entries()) {
        if (!Number.isFinite(one)) continue;
        held++;
        close(actual[i] ?? NaN, one, 1e-12, `${rule} at ${JSON.stringify(scope)}`);
      }
    }
    expect(held).toBeGreaterThan(0);
  });

  it("no rule is there twice, and none is undone by another", () => {
    const texts = rules.map(([rule]) => rule.replace(/^stable: /, "").replace(/ \| .*$/, ""));
    expect(new Set(texts).size).toBe(texts.length);
    for (const text of texts) {
      const [left = "", right = ""] = text.split(" -> ");
      expect(texts).not.toContain(`${right} -> ${left}`);
    }
  });
});

describe("derived texts", () => {
  const numbers = [0.3, 0.11, 0.59];
  const argument = (name: string): number[] => (name === "delta" ? [0.25] : name === "d" ? [0, 1, 0] : numbers);
  const scopeAt = (op: DerivedOperation, lines: readonly number[][]): Scope =>
    Object.fromEntries(op.parameters.map((name, i) => [name, name === "delta" ? lines[i]?.[0] : lines[i]]));

  it.each(derived.map((op) => [op.name, op] as const))("the formula of %s gives its value", (_, op) => {
    const lines = op.parameters.map(argument);
    const [actual, expected] = [[evaluate(op.formula, scopeAt(op, lines))].flat(), [op.value(...lines)].flat()];
    for (const [i, one] of expected.entries()) close(actual[i] ?? NaN, one, 1e-14, op.name);
  });

  it.each(derived.filter((op) => op.vjp).map((op) => [op.name, op] as const))("the vjp of %s is its slope", (_, op) => {
    const x = numbers;
    const y = op.value(x);
    const g = op.result === "same" ? [1.3, -0.4, 0.7] : 1.3;
    const actual = [evaluate(op.vjp?.[0] ?? "", { x, y, g })].flat();
    const against = (line: readonly number[]): number => [op.value(line)].flat().reduce((sum, one, i) => sum + one * ([g].flat()[i] ?? NaN), 0);
    for (const [i, one] of x.entries()) close(actual[i] ?? NaN, slope((moved) => against(x.with(i, moved)), one), 1e-8, op.name);
  });

  it("the norm has gradient 0 at 0", () => {
    expect(evaluate(derived.find((op) => op.name === "norm2")?.vjp?.[0] ?? "", { x: [0, 0], y: 0, g: 1 })).toEqual([0, 0]);
  });
});

describe("update rules", () => {
  it.each([...updates.values()].map((rule) => [rule.name, rule] as const))("%s is a function of w, g and its states", (name, rule) => {
    expect(rule.name).toBe(name);
    const match = /^update\((w, g[a-z, ]*)\) = (\[.*\])$/.exec(rule.text);
    const parameters = (match?.[1] ?? "").split(", ");
    const values = evaluate(match?.[2] ?? "", { ...rule.constants, ...Object.fromEntries(parameters.map((one) => [one, 0])), g: 0.5, rate: 0.1, t: 1, epoch: 1, w: 2 });
    expect(values).toHaveLength(parameters.length - 1);
    expect([values].flat().every(Number.isFinite)).toBe(true);
  });

  const step = (name: string, state: Scope): Value => {
    const rule = updates.get(name);
    return evaluate(rule?.text.replace(/^.* = /, "") ?? "", { ...rule?.constants, rate: 0.1, t: 2, w: 2, g: 0.5, ...state });
  };

  it.each([
    ["sgd", {}, [1.95]],
    ["momentum", { v: 0.2 }, [2.13, 0.13]],
    ["nesterov", { v: 0.2 }, [2 + 0.9 * 0.13 - 0.05, 0.13]],
    ["adagrad", { s: 0.11 }, [2 - 0.05 / 0.6, 0.36]],
    ["rmsprop", { s: 0.1 }, [2 - 0.05 / (Math.sqrt(0.115) + 1e-8), 0.115]],
    ["adam", { m: 0.2, v: 0.1 }, [2 - (0.1 * (0.23 / 0.19)) / (Math.sqrt(0.10015 / (1 - 0.998001)) + 1e-8), 0.23, 0.10015]],
    ["adamw", { m: 0.2, v: 0.1 }, [2 - (0.1 * (0.23 / 0.19)) / (Math.sqrt(0.10015 / (1 - 0.998001)) + 1e-8) - 0.002, 0.23, 0.10015]],
  ] as const)("%s as the table of language.md has it", (name, state, expected) => {
    for (const [i, one] of [step(name, state)].flat().entries()) close(one, expected[i] ?? NaN, 1e-9, name);
  });
});
