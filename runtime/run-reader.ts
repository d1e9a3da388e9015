import { DataError } from "./data-error.ts";
import { trainingSize } from "./examples.ts";
import type { TensorFile } from "./formats/tensor-file.ts";
import type { Floats, Metadata, StopRules } from "./model.ts";
import type { Snapshot, StoppingState } from "./snapshot.ts";
import { createFloats, decodeNumber, describeValue } from "./values.ts";

/** Arrays of a checkpoint that are no parameters, none of which can have a dot in its name. */
export const arrayNames = {
  /** The state of the update rule. */
  state: "optimizer.state",
  /** Of a run whose best parameters are kept, those that it goes on with. */
  present: "run.params",
  /** The parameters after the last epoch, which a stopping rule compares with. */
  weights: "stop.weights",
} as const;

type Fields = { readonly [name: string]: unknown };

/** Reads the texts of a file that describe its run, each of which is JSON, and the arrays that belong to it. */
export class RunReader {
  readonly #file: TensorFile;
  readonly #place: string;

  constructor(file: TensorFile, place: string) {
    this.#file = file;
    this.#place = place;
  }

  /** The run, for a file whose parameters are `params`; throws a `DataError` for what cannot be. */
  read(params: Floats, { hypers, precision }: Metadata): Snapshot {
    const given = this.#json("hyper") as Fields | null;
    const validation = this.#finite("validation", this.#json("validation"));
    if (validation < 0 || validation >= 1) throw this.#fault("validation", "a share from 0 to less than 1", validation);
    const [epoch, size] = [this.#whole("epoch", 0), this.#whole("size", 1)];
    const stopping = this.#stopping(params, epoch, precision);
    return {
      params: this.#array(arrayNames.present, params.length, precision) ?? params,
      state: this.#array(arrayNames.state, null, precision) ?? createFloats(precision, 0),
      hyper: Object.fromEntries(hypers.map(({ name }) => [name, this.#finite(`hyper.${name}`, given?.[name])])),
      step: this.#whole("step", 0), epoch, epochs: this.#whole("epochs", epoch),
      position: this.#whole("position", 0, trainingSize(size, validation) - 1), loss: this.#finite("loss", this.#json("loss")),
      seed: this.#whole("seed", 0), batch: this.#whole("batch", 1), rate: this.rate(),
      validation, size,
      ...(stopping === null ? {} : { stopping }),
    };
  }

  rate(): number | string {
    const rate = this.#json("rate");
    if (typeof rate === "string") return rate;
    if (this.#finite("rate", rate) < 0) throw this.#fault("rate", "a number from 0", rate);
    return rate as number;
  }

  /** What stopping rules have seen; `null` for a run without any. */
  #stopping(params: Floats, epochs: number, precision: Metadata["precision"]): StoppingState | null {
    if (!this.#file.metadata.has("stopping")) return null;
    const fields = this.#fields("stopping", this.#json("stopping"));
    const best = fields["best"] === null ? null : this.#fields("stopping.best", fields["best"]);
    const held = fields["held"] === null ? null : this.#fields("stopping.held", fields["held"]);
    return {
      rules: this.#rules(this.#fields("stopping.rules", fields["rules"])),
      epoch: this.#wholeOf("stopping.epoch", fields["epoch"], 0, epochs),
      loss: fields["loss"] === null ? null : this.#number("stopping.loss", fields["loss"]),
      weights: this.#array(arrayNames.weights, params.length, precision),
      best: best && { epoch: this.#wholeOf("stopping.best.epoch", best["epoch"], 1, epochs), loss: this.#finite("stopping.best.loss", best["loss"]), params },
      held: held && { rule: this.#rule("stopping.held.rule", held["rule"]), value: this.#finite("stopping.held.value", held["value"]) },
    };
  }

  #rules(fields: Fields): StopRules {
    return Object.fromEntries(Object.entries(fields).map(([name, bound]) => {
      const rule = this.#rule("stopping.rules", name);
      return [rule, rule === "patience" ? this.#wholeOf(`stopping.rules.${rule}`, bound, 1) : this.#finite(`stopping.rules.${rule}`, bound)];
    }));
  }

  #rule(key: string, name: unknown): keyof StopRules {
    const found = (["lossChange", "weightChange", "gradientNorm", "patience"] as const).find((rule) => rule === name);
    if (found === undefined) throw this.#fault(key, "a stopping rule", name);
    return found;
  }

  #fields(key: string, value: unknown): Fields {
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Fields;
    throw this.#fault(key, "an object", value);
  }

  /** An array of the file, of `length` numbers where that is known; `null` where there is none. */
  #array(name: string, length: number | null, precision: Metadata["precision"]): Floats | null {
    const tensor = this.#file.tensors.get(name);
    if (tensor === undefined) return null;
    if (length !== null && tensor.values.length !== length) throw this.#fault(name, `${length} numbers`, tensor.values.length);
    const values = createFloats(precision, tensor.values.length);
    values.set(tensor.values);
    return values;
  }

  #json(key: string): unknown {
    const text = this.#file.metadata.get(key);
    try {
      return text === undefined ? undefined : (JSON.parse(text) as unknown);
    } catch {
      throw this.#fault(key, "JSON", text);
    }
  }

  #whole(key: string, least: number, most?: number): number {
    return this.#wholeOf(key, this.#json(key), least, most);
  }

  #wholeOf(key: string, value: unknown, least: number, most = Number.MAX_SAFE_INTEGER): number {
    if (Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most) return value as number;
    throw this.#fault(key, `a whole number from ${least}${most === Number.MAX_SAFE_INTEGER ? "" : ` to ${most}`}`, value);
  }

  #finite(key: string, value: unknown): number {
    if (typeof value === "number" && Number.isFinite(value)) return value;
    throw this.#fault(key, "a finite number", value);
  }

  /** A number that need not be finite, as the loss of parameters that overflow. */
  #number(key: string, value: unknown): number {
    const number = decodeNumber(value);
    if (number === undefined) throw this.#fault(key, "a number", value);
    return number;
  }

  #fault(key: string, expected: string, found: unknown): DataError {
    return new DataError([`${this.#place}: its run cannot be read: ${key}: expected ${expected}, found ${describeValue(found)}`]);
  }
}
