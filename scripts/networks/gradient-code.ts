/** Lines that are quoted whole. */
const whole = 120;

/** Statements in a row that are quoted whole where a function is shortened. */
const kept = 4;

export interface GradientCode {
  readonly code: string;
  readonly isShortened: boolean;
}

/**
 * The function `gradient` of an emitted module, with those that it is divided into. Where they are long, of a row of like
 * statements the first two and the last are left, so that each step of the derivation is still there with its equation.
 */
export function gradientCode(module: string): GradientCode {
  const functions = [...module.matchAll(/^(?:export )?function (\w+)\([^]*?^}$/gm)].filter(([, name]) => /^gradient(Part\d*)?$/.test(name!)).map(([text]) => text.split("\n"));
  const isShortened = functions.reduce((sum, lines) => sum + lines.length, 0) > whole;
  return { code: functions.map((lines) => (isShortened ? shortened(lines) : lines).join("\n")).join("\n\n"), isShortened };
}

function shortened(lines: readonly string[]): readonly string[] {
  const result: string[] = [];
  let row: string[] = [];
  const end = (): void => {
    const left = row.length > kept ? [...row.slice(0, 2), `${/^ */.exec(row[0]!)![0]}// … ${row.length - 3} more`, row.at(-1)!] : row;
    result.push(...left);
    row = [];
  };
  for (const line of lines) {
    if (row.length > 0 && !(isStatement(line) && startOf(line) === startOf(row[0]!))) end();
    if (isStatement(line)) row.push(line);
    else result.push(line);
  }
  end();
  return result;
}

const isStatement = (line: string): boolean => /^ +[^/}\s].*;$/.test(line);

/** What like statements have in common: how far they are indented, and whether they declare. */
const startOf = (line: string): string => /^ *(const |let )?/.exec(line)![0];
