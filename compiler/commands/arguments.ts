import { parseArgs } from "node:util";
import { UsageError } from "./command.ts";
import { suggestion } from "./suggestion.ts";

/** What an option takes: nothing, one text, or a text each time that it is given. */
export type OptionKind = "flag" | "text" | "texts";

/** Options by their long name; `-o` where `short` is `o`. */
export type OptionTable = { readonly [name: string]: { readonly kind: OptionKind; readonly short?: string } };

type ValueOf<Kind extends OptionKind> = Kind extends "flag" ? boolean : Kind extends "texts" ? readonly string[] : string | undefined;

export interface Arguments<Table extends OptionTable> {
  readonly values: { readonly [Name in keyof Table]: ValueOf<Table[Name]["kind"]> };
  readonly positionals: readonly string[];
}

/**
 * Reads options and positionals. Numbers may be negative (`--rate -1`).
 * @throws UsageError for an unknown option, with the nearest known one, and for a value missing or too many.
 */
export function readArguments<const Table extends OptionTable>(args: readonly string[], table: Table): Arguments<Table> {
  const known = Object.entries(table);
  const { tokens } = parseArgs({
    args: joinNegativeNumbers(args, table),
    options: Object.fromEntries(known.map(([name, { kind, short }]) => [name, { type: kind === "flag" ? ("boolean" as const) : ("string" as const), ...(short === undefined ? {} : { short }) }])),
    strict: false,
    tokens: true,
  });
  const values = new Map<string, boolean | string | string[] | undefined>(known.map(([name, { kind }]) => [name, kind === "flag" ? false : kind === "texts" ? [] : undefined]));
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") positionals.push(token.value);
    if (token.kind !== "option") continue;
    const { name, rawName, value } = token;
    const option = Object.hasOwn(table, name) ? table[name] : undefined;
    if (option === undefined) throw new UsageError(`unknown option ${rawName}${suggestion(rawName, known.map(([long]) => `--${long}`))}`);
    if (option.kind === "flag") {
      if (value !== undefined) throw new UsageError(`${rawName} takes no value`);
      values.set(name, true);
      continue;
    }
    if (value === undefined || value === "") throw new UsageError(`${rawName} needs a value`);
    const before = values.get(name);
    if (option.kind === "texts") values.set(name, [...(before as string[]), value]);
    else if (before === undefined) values.set(name, value);
    else throw new UsageError(`${rawName} is given twice`);
  }
  return { values: Object.fromEntries(values) as Arguments<Table>["values"], positionals };
}

/** `parseArgs` takes what begins with `-` for an option: a negative number is joined to the option before it. */
function joinNegativeNumbers(args: readonly string[], table: OptionTable): string[] {
  const joined: string[] = [];
  for (const [k, arg] of args.entries()) {
    const before = joined.at(-1);
    const takesText = before?.startsWith("--") === true && !before.includes("=") && Object.hasOwn(table, before.slice(2)) && table[before.slice(2)]?.kind !== "flag";
    if (takesText && /^-[\d.]/.test(arg) && !args.slice(0, k).includes("--")) joined[joined.length - 1] = `${before}=${arg}`;
    else joined.push(arg);
  }
  return joined;
}

/** The one positional of most commands. */
export function readSpecPath(positionals: readonly string[]): string {
  const [path, ...others] = positionals;
  if (path === undefined) throw new UsageError("which spec? Give the path of a .grad file");
  if (others.length > 0) throw new UsageError(`one spec at a time, please: what is ${others.join(" ")}?`);
  return path;
}

/** The names of `--wrt a,b --wrt c`; `undefined` where there are none, so that the default holds. */
export function readNames(texts: readonly string[]): { readonly wrt?: readonly string[] } {
  if (texts.length === 0) return {};
  const names = texts.flatMap((text) => text.split(",")).map((name) => name.trim().normalize("NFC"));
  if (names.includes("")) throw new UsageError("--wrt needs names between its commas, as in --wrt W1,b1");
  return { wrt: [...new Set(names)] };
}

/** `--hessian J,z`: of what second derivatives are, then with respect to what; the usual variables where nothing follows. */
export function readHessian(text: string | undefined, wrt: readonly string[]): { readonly hessian?: true; readonly of?: string; readonly wrt?: readonly string[] } {
  if (text === undefined) return {};
  const [of, ...variables] = text.split(",").map((name) => name.trim().normalize("NFC")) as [string, ...string[]];
  if (of === "" || variables.includes("")) throw new UsageError("--hessian needs names between its commas, as in --hessian J,z");
  if (wrt.length > 0) throw new UsageError(`--hessian names its own variables, without --wrt: --hessian ${[of, ...wrt].join(",")}`);
  return { hessian: true, of, ...(variables.length === 0 ? {} : { wrt: [...new Set(variables)] }) };
}

/** `f64` or `f32`. */
export function readPrecision(text: string | undefined): { readonly precision?: "f64" | "f32" } {
  if (text === undefined) return {};
  if (text === "f64" || text === "f32") return { precision: text };
  throw new UsageError(`--precision is f64 or f32, not ${text}`);
}

/** A whole number, `undefined` where the option is not given. */
export function readWhole(option: string, text: string | undefined, least: number): number | undefined {
  if (text === undefined) return undefined;
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  if (Number.isSafeInteger(value) && value >= least) return value;
  throw new UsageError(`${option} needs a whole number from ${least}, not ${text}`);
}

/** A finite number, from `least` where there is a least. */
export function readNumber(option: string, text: string | undefined, least = -Infinity): number | undefined {
  if (text === undefined) return undefined;
  const value = text.trim() === "" ? NaN : Number(text);
  if (Number.isFinite(value) && value >= least) return value;
  throw new UsageError(`${option} needs a number${least === -Infinity ? "" : ` from ${least}`}, not ${text}`);
}
