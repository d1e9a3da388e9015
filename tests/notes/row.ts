import { readdirSync, readFileSync } from "node:fs";

/** A number, or an array of them to any depth, as a row writes it. */
export type Numbers = number | readonly Numbers[];

/** What the output of a command must be like. */
export type Expectation =
  /** Numbers at a path of what the command prints with --json. */
  | { readonly kind: "numbers"; readonly path: string; readonly relation: "=" | ">=" | "<="; readonly value: Numbers; readonly tolerance: number }
  /** Part of a line that it prints, any white space counting as one space; where `count` is not null, of so many lines. */
  | { readonly kind: "text"; readonly text: string; readonly count: number | null };

export interface CommandCase {
  /** As a user types it: `npx gradc gradient specs/course/usu-worked.grad`. */
  readonly line: string;
  readonly exitCode: number;
  readonly expectations: readonly Expectation[];
}

/** A row of the course notes. */
export interface Row {
  /** `S1` to `S64`. */
  readonly id: string;
  /** The lectures that have it: CMU, WPI, STU, USU, PENN. */
  readonly lectures: readonly string[];
  readonly title: string;
  readonly commands: readonly CommandCase[];
  /** Files of checks/ whose `check` must hold, for what is no number of one command. */
  readonly checks: readonly string[];
}

/** How many rows the course notes have. */
export const rowCount = 64;

const folder = new URL("./rows/", import.meta.url);

/** The error that numbers may have where a row names none, absolute up to 1 and relative beyond. */
const defaultTolerance = 1e-9;

/** All rows, in order. */
export function readRows(): readonly Row[] {
  return readdirSync(folder).map((file) => readRow(readFileSync(new URL(file, folder), "utf8"), file)).sort((a, b) => numberOf(a) - numberOf(b));
}

export const numberOf = ({ id }: Row): number => Number(id.slice(1));

/** The specs that a row's commands name, each once. */
export const specsOf = ({ commands }: Row): readonly string[] => [...new Set(commands.flatMap(({ line }) => wordsOf(line).filter((word) => word.endsWith(".grad"))))];

/** The words of a command line; quotes hold one together. */
export const wordsOf = (line: string): readonly string[] => [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, double, single, plain]) => double ?? single ?? plain!);

/**
 * Reads a row:
 *
 *     S2 (CMU, STU): squared error
 *     # a remark
 *     $ npx gradc gradient specs/course/cmu-squared.grad
 *     loss = 2.245
 *     gradients.y = [[-0.7, -2]] ± 1e-12
 *     > a line of what it prints has this in it, however wide the spaces
 *     2> and two have this, or with 0> none
 *     exit 1
 *     check some-check
 *
 * `path = value`, `>=` and `<=` speak of the same command with --json; a value may go on in indented lines.
 */
export function readRow(text: string, file: string): Row {
  const [head = "", ...lines] = text.replace(/\n[ \t]+/g, " ").split("\n").map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
  const [, id, lectures, title] = /^(S\d+) \(([A-Z, ]+)\): (.+)$/.exec(head) ?? [];
  if (id === undefined || `${id}.txt` !== file.replace(/^S0/, "S")) throw new Error(`${file}: begins with "${head}"; expected S1 (CMU, WPI): title, with the number of the file`);
  const commands: { line: string; exitCode: number; expectations: Expectation[] }[] = [];
  const checks: string[] = [];
  for (const line of lines) {
    const current = commands.at(-1);
    if (line.startsWith("$ ")) commands.push({ line: line.slice(2), exitCode: 0, expectations: [] });
    else if (line.startsWith("check ")) checks.push(line.slice("check ".length));
    else if (current === undefined) throw new Error(`${file}: no command before "${line}"`);
    else if (line.startsWith("exit ")) current.exitCode = Number(line.slice("exit ".length));
    else current.expectations.push(readExpectation(line, file));
  }
  if (commands.length === 0) throw new Error(`${file}: has no command`);
  return { id, lectures: lectures!.split(", "), title: title!, commands, checks };
}

function readExpectation(line: string, file: string): Expectation {
  const [, count, text] = /^(\d*)> (.+)$/.exec(line) ?? [];
  if (text !== undefined) return { kind: "text", text, count: count === "" ? null : Number(count) };
  const [, path, relation, value, tolerance] = /^(\S+) (=|>=|<=) (.+?)(?: ± (\S+))?$/.exec(line) ?? [];
  if (path === undefined) throw new Error(`${file}: cannot read "${line}"`);
  return { kind: "numbers", path, relation: relation as "=" | ">=" | "<=", value: JSON.parse(value!) as Numbers, tolerance: tolerance === undefined ? defaultTolerance : Number(tolerance) };
}
