import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { importModule, type Loaded } from "../../compiler/commands/run-module.ts";
import { compileToJavaScript, type CompileOptions } from "../../compiler/compile.ts";
import { schedule, type Limits } from "../../compiler/5-schedule/schedule.ts";
import { moduleStructure } from "../../compiler/6-emit/ts/module.ts";
import { printJavaScript } from "../../compiler/6-emit/ts/print.ts";
import { bytesOf, type Stored, type WorkArray } from "../../compiler/ir/memory.ts";
import type { Schedule } from "../../compiler/ir/schedule.ts";
import { createExamples } from "../../runtime/examples.ts";
import { directoryWith, gradc } from "../cli/run.ts";
import { largeSpecs } from "../reference/random-specs.ts";
import { divided, looped, tiled, unrolled } from "./at-point.ts";
import { specs, specText } from "./emitted.ts";

const limits: Readonly<Record<string, Limits | undefined>> = { unrolled, looped, tiled, divided, "as scheduled": undefined };

const arraysOf = (schedules: readonly Schedule[]): ReadonlySet<WorkArray> => new Set(schedules.flatMap(({ memory }) => memory.arrays));

/** The same functions, each value with an array of its own. */
function apart(schedules: readonly Schedule[]): readonly Schedule[] {
  const own = new Map<Stored, WorkArray>([...arraysOf(schedules)].flatMap(({ values, spanning }) => values.map((value) => [value, { kind: value.kind, length: value.length, values: [value], ...(spanning === undefined ? {} : { spanning }) }])));
  return schedules.map((one) => ({ ...one, memory: { ...one.memory, arrays: one.memory.arrays.flatMap(({ values }) => values.map((value) => own.get(value)!)) } }));
}

interface Made extends Loaded {
  readonly code: string;
  readonly schedules: readonly Schedule[];
}

async function made(text: string, options: CompileOptions, within: Limits | undefined, change: typeof apart = (same) => same): Promise<Made> {
  const compiled = compileToJavaScript(text, options);
  const schedules = change(schedule(compiled.phases.programs, within));
  const structure = moduleStructure({ ...compiled.phases.emission, schedules });
  const code = printJavaScript(structure);
  return { ...(await importModule({ ...compiled, structure, code })), code, schedules };
}

/** Everything that the functions of a module compute on made-up examples, over several steps. */
function* computed({ module }: Loaded, sizes: readonly number[]): Generator<number> {
  const { metadata } = module;
  for (const size of sizes) {
    const data = createExamples(metadata.columns, size, metadata.precision);
    for (const { name, classes } of metadata.columns) for (const k of data.columns[name]!.keys()) data.columns[name]![k] = classes === undefined ? Math.sin(1.3 * k + 1) : (7 * k) % classes;
    const reversed = [Uint32Array.from({ length: size }, (_, k) => size - 1 - k), 0, size] as unknown as [undefined, undefined, undefined];
    const [params, state, outputs] = [module.initialise(1), module.createState!(), module.createOutputs!()];
    const into = module.createGradients!(size);
    const report = new Float64Array(metadata.losses.length + metadata.metrics.length);
    const hyper = Object.fromEntries(metadata.hypers.map(({ name, value }) => [name, value]));
    for (let t = 1; t <= 2; t++) {
      const clock = { t, epoch: 1, rate: 0.01, seed: 3 };
      yield module.gradient!(params, data, into, ...reversed, hyper, clock);
      for (const values of Object.values(into)) yield* values;
      yield module.step!(params, state, data, clock, ...reversed, hyper);
      yield module.evaluate!(params, data, report, ...reversed, hyper);
      yield* report;
      module.predict!(params, data, size - 1, outputs, hyper);
      for (const values of Object.values(outputs)) yield* values as Float64Array;
    }
    yield* params.flat;
    yield* state;
  }
}

function expectSame(found: Generator<number>, wanted: Generator<number>, where: string): void {
  for (let k = 0; ; k++) {
    const [a, b] = [found.next(), wanted.next()];
    if (!Object.is(a.value, b.value) || a.done !== b.done) expect.fail(`number ${k} is ${a.value} in shared arrays and ${b.value} in others\n${where}`);
    if (a.done === true) return;
  }
}

/** Bytes of the arrays that a module declares to work in. */
const declared = (code: string): number => [...code.matchAll(/^const \S+ = new (Float64|Float32|Int32)Array\((\d+)\);$/gm)].reduce((sum, [, type, length]) => sum + (type === "Float64" ? 8 : 4) * Number(length), 0);

const deep = ["x = input(9)", "d = target(5)", ...[9, 12, 7, 11, 8, 5].slice(1).flatMap((width, k) => [`W${k} = param(${width}, ${[9, 12, 7, 11, 8][k]})`, `h${k} = tanh(W${k} * ${k === 0 ? "x" : `h${k - 1}`})`]), "y = output(h4 .* 2)", "J = loss(sum((y - d) .^ 2))", 'train({optimizer: "adam"})'].join("\n");

const normalised = ["x = input(9)", "d = target(5)", ...[9, 12, 7, 11].slice(1).flatMap((width, k) => [`W${k} = param(${width}, ${[9, 12, 7][k]})`, `h${k} = tanh(batchNorm(W${k} * ${k === 0 ? "x" : `h${k - 1}`}))`]), "y = output(h2[1:5])", "J = loss(sum((y - d) .^ 2))", 'train({optimizer: "momentum"})'].join("\n");

describe("arrays that values take turns in", () => {
  it.each(Object.keys(limits))("change no bit where values span the batch: %s", async (name) => {
    const [shared, others] = [await made(normalised, {}, limits[name]), await made(normalised, {}, limits[name], apart)];
    expectSame(computed(shared, [1, 5, 131, 2]), computed(others, [1, 5, 131, 2]), name);
  });

  it.each(Object.keys(limits))("change no bit of a deep network: %s", async (name) => {
    const [shared, others] = [await made(deep, {}, limits[name]), await made(deep, {}, limits[name], apart)];
    if (name !== "unrolled") expect(declared(shared.code)).toBeLessThan(declared(others.code));
    expectSame(computed(shared, [1, 5, 131]), computed(others, [1, 5, 131]), name);
  });

  it.each(specs.filter((name) => name !== "mnist" && name !== "cs182"))("change no bit of %s.grad", async (name) => {
    for (const within of [undefined, tiled, divided]) {
      const [shared, others] = [await made(specText(name), {}, within), await made(specText(name), {}, within, apart)];
      expectSame(computed(shared, [5]), computed(others, [5]), name);
    }
  });

  it("change no bit of random specs, however they are scheduled", { timeout: 600_000 }, async () => {
    await fc.assert(fc.asyncProperty(largeSpecs, async ({ text, wrt }) => {
      for (const [name, within] of Object.entries(limits)) {
        const [shared, others] = [await made(text, { wrt }, within), await made(text, { wrt }, within, apart)];
        expectSame(computed(shared, [1, 5]), computed(others, [1, 5]), `${name}\n${text}`);
      }
    }), { numRuns: Number(process.env["RANDOM_SPECS"] ?? 12), seed: Number(process.env["SEED"] ?? 20240607), endOnFailure: process.env["SHRINK"] === undefined });
  });

  it.each(specs.flatMap((name) => (["f64", "f32"] as const).map((precision) => [name, precision] as const)))("are those that %s.grad is planned to have: %s", async (name, precision) => {
    for (const within of [undefined, looped, divided]) {
      const { code, schedules } = await made(specText(name), { precision }, within);
      expect(declared(code)).toBe([...arraysOf(schedules)].reduce((sum, array) => sum + bytesOf(array, precision === "f64" ? 8 : 4), 0));
    }
  });

  it("are printed with the bytes that they take", async () => {
    const directory = directoryWith({ "deep.grad": deep });
    const path = directory.path("deep.grad");
    for (const precision of ["f64", "f32"]) {
      const [text, json, code] = await Promise.all([["--stage", "schedule"], ["--stage", "schedule", "--json"], ["--stage", "emit"]].map(async (args) => (await gradc(["inspect", path, "--precision", precision, ...args])).stdout)) as [string, string, string];
      const functions = JSON.parse(json) as readonly { readonly memory: { readonly bytes: number; readonly arrays: readonly { readonly values: readonly string[]; readonly bytes: number }[] } }[];
      const arrays = new Map(functions.flatMap(({ memory }) => memory.arrays.map((array) => [array.values.join(), array.bytes] as const)));
      expect([...arrays.values()].reduce((a, b) => a + b, 0)).toBe(declared(code));
      for (const { memory } of functions.filter((one) => one.memory.arrays.length > 0)) expect(text).toContain(`arrays of the module: ${memory.bytes} bytes`);
    }
  });
});
