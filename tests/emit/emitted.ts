import { readFileSync, readdirSync } from "node:fs";
import { compileToJavaScript, type CompileOptions } from "../../compiler/compile.ts";
import { examplesFromRows } from "../../runtime/examples.ts";
import type { Clock, Examples, Floats, Metadata, ParameterViews, Trainable } from "../../runtime/model.ts";

/** Arrays by name, as emitted modules take and fill them. */
export type Arrays = { readonly [name: string]: Floats };

/** An emitted module that a spec with a loss gives. */
export interface Emitted extends Trainable {
  readonly metadata: Metadata;
  createGradients(examples?: number): Arrays;
  gradient(params: ParameterViews, data: Examples, into: Arrays, order?: Uint32Array, from?: number, to?: number, ...rest: readonly unknown[]): number;
  forward(params: ParameterViews, ...columns: readonly unknown[]): Arrays;
  createJacobians(): Arrays;
  jacobian(params: ParameterViews, ...columns: readonly unknown[]): Arrays;
}

export const specs: readonly string[] = readdirSync("specs").filter((file) => file.endsWith(".grad")).map((file) => file.slice(0, -".grad".length)).sort();

export const specText = (name: string): string => readFileSync(`specs/${name}.grad`, "utf8");

/** The JavaScript that a spec compiles to. */
export const codeOf = (text: string, options: CompileOptions = {}): string => compileToJavaScript(text, options).code;

/** A spec compiled, and the emitted JavaScript imported: it imports nothing itself. */
export const run = async (text: string, options: CompileOptions = {}): Promise<Emitted> => load(codeOf(text, options));

export const load = async (code: string): Promise<Emitted> => (await import(/* @vite-ignore */ `data:text/javascript;charset=utf-8,${encodeURIComponent(code)}`)) as Emitted;

/** Parameters of the spec's own initial values, with some of them replaced. */
export function parameters(module: Emitted, values: { readonly [name: string]: readonly number[] } = {}): ParameterViews & Arrays {
  const params = module.initialise(0) as ParameterViews & Arrays;
  for (const [name, numbers] of Object.entries(values)) params[name]!.set(numbers);
  return params;
}

export interface Gradient {
  readonly loss: number;
  readonly gradients: { readonly [name: string]: readonly number[] };
}

/** The loss and gradients over rows of data, by the emitted `gradient`. */
export function gradientAt(module: Emitted, params: ParameterViews, rows: readonly (readonly number[])[]): Gradient {
  const { columns, precision } = module.metadata;
  const data = examplesFromRows(columns, rows, precision);
  const into = module.createGradients(rows.length);
  const loss = module.gradient(params, data, into);
  return { loss, gradients: Object.fromEntries(Object.entries(into).map(([name, values]) => [name, [...values]])) };
}

/** The losses that `step` returns, each before its update, on all rows at once. */
export function losses(module: Emitted, params: ParameterViews, rows: readonly (readonly number[])[], steps: number, clock: Partial<Clock> = {}): readonly number[] {
  const { columns, precision, train } = module.metadata;
  const data = examplesFromRows(columns, rows, precision);
  const state = module.createState();
  const rate = typeof train.rate === "number" ? train.rate : 0;
  return Array.from({ length: steps }, (_, k) => module.step(params, state, data, { t: k + 1, epoch: k + 1, rate, seed: 0, ...clock }));
}

/** The largest difference, absolute up to 1 and relative beyond; NaN where a value is not finite. */
export function deviation(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (actual.length !== expected.length) return NaN;
  let worst = 0;
  for (let k = 0; k < actual.length; k++) {
    const difference = Math.abs(actual[k]! - expected[k]!) / Math.max(1, Math.abs(expected[k]!));
    if (!(difference <= worst)) worst = difference;
  }
  return worst;
}
