import type { StopRules } from "../../runtime/train.ts";
import { readNumber, readWhole } from "./arguments.ts";
import { UsageError } from "./command.ts";
import { suggestion } from "./suggestion.ts";

const names = ["lossChange", "weightChange", "gradientNorm", "patience"] as const;

/** The rules of `--stop RULE=NUMBER`, each given once, or none by `--stop none`; `undefined` where the option is not given. */
export function readStopRules(texts: readonly string[]): StopRules | undefined {
  if (texts.length === 0) return undefined;
  if (texts.includes("none")) {
    if (texts.length > 1) throw new UsageError("--stop none leaves no room for another --stop");
    return {};
  }
  const rules = new Map<string, number>();
  for (const text of texts) {
    const [name, bound] = readRule(text);
    if (rules.has(name)) throw new UsageError(`--stop ${name} is given twice`);
    rules.set(name, bound);
  }
  return Object.fromEntries(rules);
}

function readRule(text: string): readonly [name: string, bound: number] {
  const at = text.indexOf("=");
  const given = (at < 0 ? text : text.slice(0, at)).trim();
  const name = names.find((known) => known === given);
  if (name === undefined) throw new UsageError(`--stop: there is no rule ${given || "without a name"}; there is ${names.join(", ")}${suggestion(given, names)}`);
  if (at < 0) throw new UsageError(`--stop needs RULE=NUMBER, as in --stop ${name}=${name === "patience" ? 10 : "1e-6"}, not ${text}`);
  const bound = name === "patience" ? readWhole("--stop patience", text.slice(at + 1), 1) : readNumber(`--stop ${name}`, text.slice(at + 1), 0);
  if (bound === 0) throw new UsageError(`--stop ${name} needs a number above 0, not ${text.slice(at + 1)}`);
  return [name, bound!];
}
