import { Fault } from "../diagnostics.ts";
import type { Spec } from "../ir/graph.ts";
import { parseDecimal, toNumber } from "../ir/rational.ts";
import type { Statement, Syntax } from "../notation/syntax.ts";
import { updates } from "../updates/index.ts";
import type { RoleCall } from "./roles.ts";

type Options = Syntax & { readonly kind: "object" };

/** What `conventions({...})` says, over the defaults. */
export function conventionsOf(statements: readonly Statement[]): Spec["conventions"] {
  const call = directive(statements, "conventions");
  const chosen: Spec["conventions"] = { reluAtZero: 0, maxTie: "first", reduction: "mean", layout: "gradient" };
  if (call === undefined) return chosen;
  const legal: Record<string, readonly (string | number)[]> = { reluAtZero: [0, 1, 0.5], maxTie: ["first", "split"], reduction: ["mean", "sum"], layout: ["gradient", "derivative"] };
  const given = entriesOf(call).map(({ key, keySpan, value }) => {
    const allowed = legal[key];
    if (!Object.hasOwn(legal, key) || allowed === undefined) throw new Fault("unknown-option", keySpan, "is no convention", `the conventions are ${Object.keys(legal).join(", ")}`);
    const read = value.kind === "string" ? value.value : value.kind === "number" ? Number(value.text) : NaN;
    if (!allowed.includes(read)) throw new Fault("bad-option", value.span, `${key} is ${allowed.map((a) => JSON.stringify(a)).join(" or ")}`);
    return [key, read] as const;
  });
  return { ...chosen, ...Object.fromEntries(given) };
}

export function directive(statements: readonly Statement[], name: string): RoleCall | undefined {
  for (const statement of statements) {
    if (statement.kind === "expression" && statement.value.kind === "call" && statement.value.callee === name) return statement.value;
  }
  return undefined;
}

/** The options of `train({...})` over the defaults. */
export function trainOf(call: RoleCall | undefined): Spec["train"] {
  let train: Spec["train"] = { optimizer: "sgd", rate: 0.1, batch: 32, epochs: 100, validation: 0, seed: 0, rateSpan: null, constants: new Map() };
  const entries = call === undefined ? [] : entriesOf(call);
  const named = entries.find((entry) => entry.key === "optimizer");
  if (named !== undefined) train = { ...train, optimizer: optimizer(named.value) };
  const constants = new Map<string, number>();
  const known = Object.keys(updates.get(train.optimizer)?.constants ?? {});
  for (const { key, keySpan, value } of entries) {
    if (key === "optimizer") continue;
    if (key === "rate" && value.kind === "string") train = { ...train, rate: value.value, rateSpan: value.span };
    else if (key === "rate") train = { ...train, rate: number(value, 0, Infinity) };
    else if (key === "batch" || key === "epochs") train = { ...train, [key]: whole(value, 1) };
    else if (key === "seed") train = { ...train, seed: whole(value, 0) };
    else if (key === "validation") train = { ...train, validation: number(value, 0, 0.99) };
    else if (known.includes(key)) constants.set(key, number(value, -Infinity, Infinity));
    else if (key === "stop" || key === "clipNorm") throw new Fault("not-supported", keySpan, "is not supported by this version", "training runs for its epochs, or until Ctrl-C");
    else throw new Fault("unknown-option", keySpan, "is no training option", `the options are optimizer, rate, batch, epochs, validation, seed${known.length > 0 ? ` and for ${train.optimizer} ${known.join(", ")}` : ""}`);
  }
  return { ...train, constants };
}

function optimizer(value: Syntax): string {
  if (value.kind !== "string" || !updates.has(value.value)) throw new Fault("unknown-optimizer", value.span, "is no update rule", `the rules are ${[...updates.keys()].join(", ")}`);
  return value.value;
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

function number(value: Syntax, least: number, most: number): number {
  const read = literalNumber(value);
  if (read === null || read < least || read > most) throw new Fault("bad-option", value.span, least === -Infinity ? "is not a number" : `is not a number from ${least}${most === Infinity ? "" : ` to ${most}`}`);
  return read;
}

function whole(value: Syntax, least: number): number {
  const read = number(value, least, Infinity);
  if (!Number.isInteger(read)) throw new Fault("bad-option", value.span, `is not a whole number from ${least}`);
  return read;
}

