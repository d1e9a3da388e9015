import { DataError } from "./data-error.ts";
import type { Tensor, TensorFile } from "./formats/tensor-file.ts";
import type { Floats, Metadata } from "./model.ts";
import { arrayNames, RunReader } from "./run-reader.ts";
import type { Snapshot } from "./snapshot.ts";
import { createFloats, encodeJson, sizeOf } from "./values.ts";

/** What a file of parameters says of the model before its spec is compiled; what it leaves open is absent. */
export interface ModelChoices {
  readonly precision?: "f64" | "f32";
  /** The rate of the run, if it is a number. */
  readonly rate?: number;
}

/** A file of parameters as a model reads it. */
export interface Checkpoint {
  /** All parameters, in the order of `metadata.parameters`. */
  readonly params: Floats;
  /** The run that it was taken of; `null` if the file holds parameters alone. */
  readonly run: Snapshot | null;
}

/** Parameters under their own names (the best ones of a run that keeps them), the state of the update rule, and what else continues the run as texts of JSON. */
export function encodeCheckpoint({ name, hash, version, precision, parameters }: Metadata, snapshot: Snapshot): TensorFile {
  const { params: present, state, stopping, ...run } = snapshot;
  const { weights = null, best = null, ...seen } = stopping ?? {};
  const texts = Object.entries(stopping === undefined ? run : { ...run, stopping: { ...seen, best: best === null ? null : { epoch: best.epoch, loss: best.loss } } });
  const params = best?.params ?? present;
  const flat = (title: string, values: Floats | null): [string, Tensor][] => (values === null || values.length === 0 ? [] : [[title, { shape: [values.length], values }]]);
  return {
    metadata: new Map([["gradc", version], ["spec", name], ["sha256", hash], ["precision", precision], ...texts.map(([key, value]) => [key, encodeJson(value)] as const)]),
    tensors: new Map<string, Tensor>([
      ...parameters.map(({ name: own, shape, offset }): [string, Tensor] => [own, { shape, values: params.subarray(offset, offset + sizeOf(shape)) }]),
      ...flat(arrayNames.state, state), ...flat(arrayNames.present, best === null ? null : present), ...flat(arrayNames.weights, weights),
    ]),
  };
}

/** How the spec is to be compiled, so that the run in the file, if there is one, can go on; throws a `DataError` as `decodeCheckpoint` does. */
export function modelChoices(file: TensorFile, place: string): ModelChoices {
  const precision = file.metadata.get("precision");
  const rate = file.metadata.has("step") ? new RunReader(file, place).rate() : undefined;
  return { ...(precision === "f32" || precision === "f64" ? { precision } : {}), ...(typeof rate === "number" ? { rate } : {}) };
}

/**
 * What a file holds for a model; `place` is what messages call the file, `spec` what they call the model's spec.
 * Throws a `DataError` for a file of another spec, with the names and shapes of both, and for a run that cannot be.
 */
export function decodeCheckpoint(file: TensorFile, metadata: Metadata, place: string, spec: string): Checkpoint {
  const { parameters, precision } = metadata;
  const others: readonly string[] = Object.values(arrayNames);
  const own = [...file.tensors].filter(([name]) => !others.includes(name));
  const hash = file.metadata.get("sha256");
  const fits = own.length === parameters.length && parameters.every(({ name, shape }) => file.tensors.get(name)?.shape.join() === shape.join());
  if (!fits || (hash !== undefined && hash !== metadata.hash)) {
    const title = fits ? `${place}: is not of ${spec} as it is now: names and shapes are the same, but its text was another` : `${place}: is not of ${spec}`;
    throw new DataError([[title, ...sideBySide(new Map(own), hash, metadata, spec)].join("\n")]);
  }
  const params = createFloats(precision, parameters.reduce((sum, { shape }) => sum + sizeOf(shape), 0));
  for (const { name, offset } of parameters) params.set(file.tensors.get(name)!.values, offset);
  if (!file.metadata.has("step")) return { params, run: null };
  return { params, run: new RunReader(file, place).read(params, metadata) };
}

/** Both specs side by side. */
function sideBySide(own: ReadonlyMap<string, Tensor>, hash: string | undefined, { parameters, hash: wanted }: Metadata, spec: string): readonly string[] {
  const shapeText = (shape: readonly number[] | undefined): string => (shape === undefined ? "none" : shape.length === 0 ? "scalar" : shape.join(" × "));
  const names = [...new Set([...parameters.map(({ name }) => name), ...own.keys()])];
  const rows = [["parameter", "file", "spec"], ...names.map((name) => [name, shapeText(own.get(name)?.shape), shapeText(parameters.find((parameter) => parameter.name === name)?.shape)])];
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]!.length)));
  const table = rows.map((row) => `  ${row[0]!.padEnd(widths[0]!)}   ${row[1]!.padEnd(widths[1]!)}   ${row[2]!}`);
  const titles = ["the file's spec", spec];
  const hashes = [hash ?? "not given", wanted].map((text, k) => `  sha256 of ${titles[k]!.padEnd(Math.max(...titles.map((title) => title.length)))}   ${text}`);
  return [...hashes, ...table];
}
