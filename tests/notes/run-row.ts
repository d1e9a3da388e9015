import { decodeNumber } from "../../runtime/values.ts";
import type { CommandLine, Outcome } from "./command-line.ts";
import type { CommandCase, Expectation, Numbers, Row } from "./row.ts";

/** One thing that was held against what it should be. */
export interface Finding {
  readonly what: string;
  readonly expected: string;
  readonly got: string;
  /** The largest error, absolute up to 1 and relative beyond; `null` for what is no number. */
  readonly error: number | null;
  readonly ok: boolean;
}

/** What a file of checks/ exports as `check`: what a row says that is no number of one command, by the emitted code of its specs. */
export type Check = (commands: CommandLine) => Promise<readonly Finding[]>;

/** Runs the commands and checks of a row. */
export async function runRow(row: Row, commands: CommandLine): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const command of row.commands) findings.push(...(await runCommand(command, commands)));
  for (const name of row.checks) {
    const { check } = (await import(new URL(`./checks/${name}.ts`, import.meta.url).href)) as { readonly check: Check };
    findings.push(...(await check(commands)));
  }
  return findings;
}

async function runCommand({ line, exitCode, expectations }: CommandCase, commands: CommandLine): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const numeric = expectations.filter((one) => one.kind === "numbers");
  const textual = expectations.filter((one) => one.kind === "text");
  const run = async (typed: string): Promise<Outcome | null> => {
    const outcome = await commands.run(typed);
    if (outcome.code === exitCode) return outcome;
    findings.push({ what: typed, expected: `exit code ${exitCode}`, got: `exit code ${outcome.code}: ${outcome.shown.trim()}`, error: null, ok: false });
    return null;
  };
  if (numeric.length > 0) {
    const outcome = await run(line.endsWith(" --json") ? line : `${line} --json`);
    const result = outcome === null ? null : readJson(outcome.stdout);
    if (outcome !== null) findings.push(...numeric.map((one) => compareNumbers(one, result)));
  }
  if (textual.length > 0 || numeric.length === 0) {
    const outcome = await run(line);
    if (outcome !== null) findings.push(...textual.map((one) => compareText(one, outcome.shown)));
    if (outcome !== null && exitCode !== 0) findings.push({ what: line, expected: `exit code ${exitCode}`, got: `exit code ${outcome.code}`, error: null, ok: true });
  }
  return findings;
}

/** One object over several lines, or on the last line. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return JSON.parse(text.trimEnd().split("\n").at(-1) ?? "");
  }
}

function compareText({ text, count }: Extract<Expectation, { readonly kind: "text" }>, shown: string): Finding {
  const narrow = (line: string): string => line.trim().replace(/\s+/g, " ");
  const found = shown.split("\n").filter((line) => narrow(line).includes(narrow(text))).length;
  const ok = count === null ? found > 0 : found === count;
  return { what: "prints", expected: count === null ? text : `${count} × ${text}`, got: ok ? (count === null ? "the same" : `${found}`) : shown.trim(), error: null, ok };
}

function compareNumbers({ path, relation, value, tolerance }: Extract<Expectation, { readonly kind: "numbers" }>, result: unknown): Finding {
  const found = at(result, path);
  const expected = flat(value);
  const got = flat(found);
  const fits = JSON.stringify(shapeOf(found)) === JSON.stringify(shapeOf(value));
  const error = fits ? largestError(got, expected, relation) : Infinity;
  const says = relation === "=" ? "" : `${relation} `;
  return { what: path, expected: `${says}${JSON.stringify(value)}`, got: found === undefined ? "nothing" : JSON.stringify(found), error, ok: error <= (relation === "=" ? tolerance : 0) };
}

/** Absolute up to 1 and relative beyond; of an inequality how far it is from holding. */
export function largestError(got: readonly number[], expected: readonly number[], relation: "=" | ">=" | "<=" = "="): number {
  const errors = expected.map((value, k) => {
    if (got[k] === value) return 0;
    const difference = relation === "=" ? Math.abs(got[k]! - value) : Math.max(0, relation === ">=" ? value - got[k]! : got[k]! - value);
    return Number.isNaN(difference) ? Infinity : difference / Math.max(1, Math.abs(value));
  });
  return Math.max(0, ...errors);
}

/** The value at `outputs[0].a3`, or `gradients["J,z"]`. */
function at(result: unknown, path: string): unknown {
  const keys = [...path.matchAll(/\["([^"]+)"\]|\[(\d+)\]|([^.[\]]+)/g)].map(([, quoted, index, name]) => quoted ?? index ?? name!);
  return keys.reduce<unknown>((value, key) => (typeof value === "object" && value !== null ? (value as { readonly [key: string]: unknown })[key] : undefined), result);
}

const flat = (value: unknown): readonly number[] => (Array.isArray(value) ? value.flatMap(flat) : [decodeNumber(value) ?? NaN]);

const shapeOf = (value: unknown): readonly number[] => (Array.isArray(value) ? [value.length, ...shapeOf(value[0] as Numbers)] : []);
