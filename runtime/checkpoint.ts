import { DataError } from "./data-error.ts";
import { trainingSize } from "./examples.ts";
import type { Tensor, TensorFile } from "./formats/tensor-file.ts";
import type { Floats, Metadata } from "./model.ts";
import type { Snapshot } from "./snapshot.ts";
import { createFloats, describeValue, encodeJson, sizeOf } from "./values.ts";

/** Holds the state of the update rule: no parameter can have a dot in its name. */
const stateName = "optimizer.state";

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

/** Parameters under their own names, the state of the update rule, and what else continues the run as texts of JSON. */
export function encodeCheckpoint({ name, hash, version, precision, parameters }: Metadata, snapshot: Snapshot): TensorFile {
  const { params, state, ...run } = snapshot;
  const texts = Object.entries(run).map(([key, value]) => [key, encodeJson(value)] as const);
  const tensors = parameters.map(({ name: own, shape, offset }): [string, Tensor] => [own, { shape, values: params.subarray(offset, offset + sizeOf(shape)) }]);
  return {
    metadata: new Map([["gradc", version], ["spec", name], ["sha256", hash], ["precision", precision], ...texts]),
    tensors: new Map<string, Tensor>(state.length === 0 ? tensors : [...tensors, [stateName, { shape: [state.length], values: state }]]),
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
  const own = [...file.tensors].filter(([name]) => name !== stateName);
  const hash = file.metadata.get("sha256");
  const fits = own.length === parameters.length && parameters.every(({ name, shape }) => file.tensors.get(name)?.shape.join() === shape.join());
  if (!fits || (hash !== undefined && hash !== metadata.hash)) {
    const title = fits ? `${place}: is not of ${spec} as it is now: names and shapes are the same, but its text was another` : `${place}: is not of ${spec}`;
    throw new DataError([[title, ...sideBySide(new Map(own), hash, metadata, spec)].join("\n")]);
  }
  const params = createFloats(precision, parameters.reduce((sum, { shape }) => sum + sizeOf(shape), 0));
  for (const { name, offset } of parameters) params.set(file.tensors.get(name)!.values, offset);
  if (!file.metadata.has("step")) return { params, run: null };
  const state = createFloats(precision, file.tensors.get(stateName)?.values.length ?? 0);
  state.set(file.tensors.get(stateName)?.values ?? []);
  return { params, run: new RunReader(file, place).read(params, state, metadata) };
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

/** Reads the texts of a file that describe its run, each of which is JSON. */
class RunReader {
  readonly #metadata: TensorFile["metadata"];
  readonly #place: string;

  constructor({ metadata }: TensorFile, place: string) {
    this.#metadata = metadata;
    this.#place = place;
  }

  read(params: Floats, state: Floats, { hypers }: Metadata): Snapshot {
    const given = this.#json("hyper") as { readonly [name: string]: unknown } | null;
    const validation = this.#finite("validation", this.#json("validation"));
    if (validation < 0 || validation >= 1) throw this.#fault("validation", "a share from 0 to less than 1", validation);
    const [epoch, size] = [this.#whole("epoch", 0), this.#whole("size", 1)];
    return {
      params, state,
      hyper: Object.fromEntries(hypers.map(({ name }) => [name, this.#finite(`hyper.${name}`, given?.[name])])),
      step: this.#whole("step", 0), epoch, epochs: this.#whole("epochs", epoch),
      position: this.#whole("position", 0, trainingSize(size, validation) - 1), loss: this.#finite("loss", this.#json("loss")),
      seed: this.#whole("seed", 0), batch: this.#whole("batch", 1), rate: this.rate(),
      validation, size,
    };
  }

  rate(): number | string {
    const rate = this.#json("rate");
    if (typeof rate === "string") return rate;
    if (this.#finite("rate", rate) < 0) throw this.#fault("rate", "a number from 0", rate);
    return rate as number;
  }

  #json(key: string): unknown {
    const text = this.#metadata.get(key);
    try {
      return text === undefined ? undefined : (JSON.parse(text) as unknown);
    } catch {
      throw this.#fault(key, "JSON", text);
    }
  }

  #whole(key: string, least: number, most = Number.MAX_SAFE_INTEGER): number {
    const value = this.#json(key);
    if (Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most) return value as number;
    throw this.#fault(key, `a whole number from ${least}${most === Number.MAX_SAFE_INTEGER ? "" : ` to ${most}`}`, value);
  }

  #finite(key: string, value: unknown): number {
    if (typeof value === "number" && Number.isFinite(value)) return value;
    throw this.#fault(key, "a finite number", value);
  }

  #fault(key: string, expected: string, found: unknown): DataError {
    return new DataError([`${this.#place}: its run cannot be read: ${key}: expected ${expected}, found ${describeValue(found)}`]);
  }
}
