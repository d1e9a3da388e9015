import { sizeOf } from "../ir/shape.ts";
import type { Examples, Floats, ParameterViews } from "../../runtime/model.ts";
import { encodeJson, nest } from "../../runtime/values.ts";
import { classesOf, isClassifier } from "./predictions.ts";
import type { Module } from "./run-module.ts";

/** One output of a model. */
interface Output {
  readonly name: string;
  readonly shape: readonly number[];
  /** Where `predict` puts it. */
  readonly values: Floats;
  /** What its class is called; `null` if it is no classifier. */
  readonly className: string | null;
}

/** Predictions as lines of text. */
export class PredictionWriter {
  /** What comes before the first line. */
  readonly head: string;
  readonly #module: Module;
  readonly #params: ParameterViews;
  readonly #hyper: { readonly [name: string]: number };
  readonly #room: { readonly [name: string]: Floats };
  readonly #outputs: readonly Output[];
  readonly #format: "csv" | "json";

  constructor(module: Module, params: ParameterViews, hyper: { readonly [name: string]: number }, format: "csv" | "json") {
    const { outputs, columns } = module.metadata;
    [this.#module, this.#params, this.#hyper, this.#format] = [module, params, hyper, format];
    this.#room = module.createOutputs!();
    const members = Object.values(this.#room);
    const isPlain = outputs.filter((output) => isClassifier(output, columns)).length === 1 && outputs.every(({ name }) => name !== "class");
    this.#outputs = outputs.map((output, k) => ({ ...output, values: members[k]!, className: isClassifier(output, columns) ? (isPlain ? "class" : `class_${output.name}`) : null }));
    this.head = format === "csv" ? `${this.#outputs.flatMap(headings).join(",")}\n` : "";
  }

  /** The line of one example. */
  line(data: Examples, row: number): string {
    this.#module.predict!(this.#params, data, row, this.#room, this.#hyper);
    if (this.#format === "csv") return `${this.#outputs.map(({ values, shape, className }) => (className === null ? values.join() : `${values.join()},${classesOf(values, shape).join()}`)).join(",")}\n`;
    const fields = this.#outputs.flatMap(({ name, shape, values, className }) => [[name, nest(values, shape)], ...(className === null ? [] : [[className, nest(classesOf(values, shape), shape.slice(0, -1))]])]);
    return `${encodeJson(Object.fromEntries(fields))}\n`;
  }
}

function headings({ name, shape, className }: Output): readonly string[] {
  return [...numbered(name, sizeOf(shape)), ...(className === null ? [] : numbered(className, sizeOf(shape.slice(0, -1))))];
}

const numbered = (name: string, size: number): readonly string[] => (size === 1 ? [name] : Array.from({ length: size }, (_, k) => `${name}${k + 1}`));
