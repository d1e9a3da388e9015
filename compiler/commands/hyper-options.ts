import type { Metadata } from "../../runtime/model.ts";
import { readNumber } from "./arguments.ts";
import { UsageError } from "./command.ts";
import { suggestion } from "./suggestion.ts";

/** One `--set NAME=VALUE`. */
export function readAssignment(text: string): readonly [name: string, value: number] {
  const at = text.indexOf("=");
  if (at < 1) throw new UsageError(`--set needs NAME=VALUE, as in --set lambda=0.1, not ${text}`);
  const name = text.slice(0, at).trim().normalize("NFC");
  return [name, readNumber(`--set ${name}`, text.slice(at + 1))!];
}

/** The hyperparameters that were set, all of which the spec has to have. */
export function hyperOf(assignments: readonly (readonly [string, number])[], { hypers, train: defaults }: Metadata): { readonly [name: string]: number } {
  const names = hypers.map((hyper) => hyper.name);
  for (const [name] of assignments) {
    if (names.includes(name)) continue;
    const option = Object.hasOwn(defaults, name) && ["rate", "batch", "epochs", "seed", "validation"].includes(name) ? `; use --${name}` : suggestion(name, names);
    throw new UsageError(`--set: the spec has no hyper ${name}; it has ${names.join(", ") || "none"}${option}`);
  }
  return Object.fromEntries(assignments);
}
