import { Fault, type Span } from "../diagnostics.ts";
import type { StopRules } from "../../runtime/model.ts";
import type { Spec } from "../ir/graph.ts";
import { parseDecimal, toNumber } from "../ir/rational.ts";
import { nearest } from "../notation/nearest.ts";
import type { Statement, Syntax } from "../notation/syntax.ts";
import { updates } from "../updates/index.ts";
import type { RoleCall } from "./roles.ts";

/** Does some work and keeps its mistake, so that what comes after it is looked at too. */
export type Attempt = (work: () => void) => void;

type Options = Syntax & { readonly kind: "object" };

/** What `conventions({...})` says, over the defaults. */
export function conventionsOf(statements: readonly Statement[], attempt: Attempt): Spec["conventions"] {
  const call = directive(statements, "conventions");
  let chosen: Spec["conventions"] = { reluAtZero: 0, maxTie: "first", reduction: "mean", layout: null };
  const legal = new Map<string, readonly (string | number)[]>([["reluAtZero", [0, 1, 0.5]], ["maxTie", ["first", "split"]], ["reduction", ["mean", "sum"]], ["layout", ["gradient", "derivative"]]]);
  const read = ({ key, keySpan, value }: Options["entries"][number]): void => {
    const allowed = legal.get(key);
    if (allowed === undefined) throw unknownOption(keySpan, "is no convention", key, "conventions", [...legal.keys()]);
    const given = value.kind === "string" ? value.value : value.kind === "number" ? Number(value.text) : NaN;
    if (!allowed.includes(given)) throw new Fault("bad-option", value.span, `${key} is ${anyOf(allowed.map((one) => JSON.stringify(one)))}`, `write for example ${key}: ${JSON.stringify(allowed[0])}`);
    chosen = { ...chosen, [key]: given };
  };
  attempt(() => call !== undefined && entriesOf(call).forEach((entry) => attempt(() => read(entry))));
  return chosen;
}

export function directive(statements: readonly Statement[], name: string): RoleCall | undefined {
  for (const statement of statements) {
    if (statement.kind === "expression" && statement.value.kind === "call" && statement.value.callee === name) return statement.value;
  }
  return undefined;
}

/** The options of `train({...})` over the defaults. */
export function trainOf(call: RoleCall | undefined, attempt: Attempt): Spec["train"] {
  let train: Spec["train"] = { optimizer: "sgd", rate: 0.1, batch: 32, epochs: 100, validation: 0, seed: 0, rateSpan: null, constants: new Map(), clipNorm: null, rule: null, constraints: [] };
  const constants = new Map<string, number>();
  /** Where the rule itself is wrong, any constant may be one of it. */
  let rules = ["sgd"];
  const read = ({ key, keySpan, value }: Options["entries"][number]): void => {
    const owners = [...updates.values()].filter((rule) => Object.hasOwn(rule.constants, key)).map((rule) => rule.name);
    if (key === "rate" && value.kind === "string") train = { ...train, rate: value.value, rateSpan: value.span };
    else if (key === "rate") train = { ...train, rate: number(key, value, 0) };
    else if (key === "batch" || key === "epochs") train = { ...train, [key]: whole(key, value, 1) };
    else if (key === "seed") train = { ...train, seed: whole(key, value, 0) };
    else if (key === "validation") train = { ...train, validation: number(key, value, 0, 0.99) };
    else if (owners.some((rule) => rules.includes(rule))) constants.set(key, number(key, value, -Infinity));
    else if (owners.length > 0) throw new Fault("unknown-option", keySpan, `belongs to ${anyOf(owners)}, and the optimizer is ${train.optimizer}`, `write for example optimizer: "${owners[0]}"`);
    else if (key === "clipNorm") train = { ...train, clipNorm: positive(key, value) };
    else if (key === "stop") train = { ...train, stop: stopRules(value, attempt) };
    else throw unknownOption(keySpan, "is no training option", key, "options", ["optimizer", "rate", "batch", "epochs", "validation", "stop", "clipNorm", "seed", ...Object.keys(updates.get(train.optimizer)?.constants ?? {})]);
  };
  attempt(() => {
    const entries = call === undefined ? [] : entriesOf(call);
    const named = entries.find((entry) => entry.key === "optimizer");
    if (named !== undefined) {
      rules = [...updates.keys()];
      attempt(() => {
        train = { ...train, optimizer: optimizer(named.value) };
        rules = [train.optimizer];
      });
    }
    for (const entry of entries) if (entry !== named) attempt(() => read(entry));
    const stop = entries.find((entry) => entry.key === "stop")?.value;
    const patience = stop?.kind === "object" ? stop.entries.find((entry) => entry.key === "patience") : undefined;
    const isKept = entries.some((entry) => entry.key === "validation") && train.validation !== 0;
    if (patience !== undefined && !isKept) throw new Fault("bad-option", patience.keySpan, "needs examples that are kept for validation", "write for example validation: 0.2 beside stop");
  });
  return { ...train, constants };
}

function unknownOption(span: Span, message: string, key: string, what: string, known: readonly string[]): Fault {
  const near = nearest(key, known);
  return new Fault("unknown-option", span, message, near === undefined ? `the ${what} are ${known.join(", ")}` : `did you mean ${near}?`);
}

const anyOf = (words: readonly string[]): string => (words.length < 2 ? words.join() : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`);

function optimizer(value: Syntax): string {
  const known = [...updates.keys()];
  if (value.kind === "string" && updates.has(value.value)) return value.value;
  const near = value.kind === "string" ? nearest(value.value, known) : undefined;
  const quoted = value.kind === "name" && updates.has(value.name) ? `write it in quotes: "${value.name}"` : undefined;
  throw new Fault("unknown-optimizer", value.span, "is no update rule", near === undefined ? (quoted ?? `the rules are ${known.join(", ")}`) : `did you mean "${near}"?`);
}

function entriesOf(call: RoleCall): Options["entries"] {
  const [options] = call.args;
  if (call.args.length !== 1 || options?.kind !== "object") throw new Fault("bad-option", call.span, `${call.callee} takes one set of options`, `write ${call.callee}({name: value, …})`);
  return options.entries;
}

/** A signed number literal. */
export function literalNumber(value: Syntax): number | null {
  if (value.kind === "number") return toNumber(parseDecimal(value.text));
  if (value.kind !== "unary" || (value.operator !== "-" && value.operator !== "+")) return null;
  const inner = literalNumber(value.operand);
  return inner === null ? null : value.operator === "-" ? -inner : inner;
}

function number(key: string, value: Syntax, least: number, most = Infinity): number {
  const read = literalNumber(value);
  if (read !== null && read >= least && read <= most) return read;
  throw new Fault("bad-option", value.span, `${key} is a number${least === -Infinity ? "" : most === Infinity ? `, ${least} or more` : ` from ${least} to ${most}`}`, key === "rate" ? "or a schedule in quotes, such as \"0.1 / (1 + 0.01 t)\"" : `write for example ${key}: ${least === -Infinity || least > 0 ? 0.9 : 0.2}`);
}

/** The rules of `stop: {...}`. */
function stopRules(value: Syntax, attempt: Attempt): StopRules {
  const known = ["lossChange", "weightChange", "gradientNorm", "patience"];
  if (value.kind !== "object" || value.entries.length === 0) throw new Fault("bad-option", value.span, "stop is one or several rules", "write for example stop: {lossChange: 1e-6}");
  const rules = new Map<string, number>();
  for (const { key, keySpan, value: bound } of value.entries) {
    attempt(() => {
      if (!known.includes(key)) throw unknownOption(keySpan, "is no stopping rule", key, "rules", known);
      rules.set(key, key === "patience" ? whole(key, bound, 1) : positive(key, bound));
    });
  }
  return Object.fromEntries(rules);
}

function positive(key: string, value: Syntax): number {
  const read = literalNumber(value);
  if (read !== null && read > 0) return read;
  throw new Fault("bad-option", value.span, `${key} is a number above 0`, `write for example ${key}: ${key === "clipNorm" ? 5 : "1e-6"}`);
}

function whole(key: string, value: Syntax, least: number): number {
  const read = literalNumber(value);
  if (read === null || !Number.isSafeInteger(read) || read < least) throw new Fault("bad-option", value.span, `${key} is a whole number, ${least} or more`, `write for example ${key}: ${{ batch: 32, epochs: 100, patience: 10 }[key] ?? 1}`);
  return read;
}
