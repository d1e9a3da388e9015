import { createExamples } from "../examples.ts";
import type { Examples } from "../model.ts";
import { below, Random, type Draws } from "../random.ts";
import { textColumns, TextWindows } from "../text-windows.ts";
import { unfit } from "./fit.ts";
import type { Generator } from "./generator.ts";

/** How many characters the text has at least: it ends with a whole sentence. */
const leastCharacters = 20_000;

const words = {
  noun: "cat dog bird horse child farmer teacher sailor baker river garden window letter boat tree mountain lantern road",
  adjective: "old small quiet happy bright tall cold green patient broken golden early",
  action: "sees follows finds paints remembers carries watches helps loves forgets",
  movement: "sleeps sings waits walks laughs stays falls returns",
  place: "near under behind above beside",
  link: "and but while because",
};
const manners = ["slowly", "again", "today", "well", "alone", "at night", "in silence", "by chance"] as const;

/** English-like sentences of a small grammar, character by character: what follows is partly certain and partly free. */
export const sentences: Generator = {
  name: "sentences",
  summary: "some 20000 characters of sentences of a small grammar, cut into windows: the codes of their characters, and those of the next ones",
  generate(columns, precision, seed) {
    const found = textColumns(columns);
    if (found === null || (found.read.classes ?? 0) < 128) throw unfit("sentences", "characters as index(128, n) and the next ones as label(128, n), or the one behind them as label(128), more than 128 being fine", columns);
    const windows = new TextWindows(found, found.next !== undefined);
    const rows = Array.from(textOf(new Random(seed)), (character) => windows.take(character.charCodeAt(0))).filter((window) => window !== null);
    const examples: Examples = createExamples(columns, rows.length, precision);
    for (const column of columns) examples.columns[column.name]!.set(rows.flatMap((window) => window(column)));
    return examples;
  },
};

function textOf(random: Draws): string {
  let text = "";
  while (text.length < leastCharacters) text += `${sentence(random)}${below(6, random) === 0 ? "\n" : " "}`;
  return text;
}

function sentence(random: Draws): string {
  const first = clause(random);
  const whole = below(3, random) === 0 ? `${first}, ${pick("link", random)} ${clause(random)}` : first;
  return `${whole.charAt(0).toUpperCase()}${whole.slice(1)}${below(8, random) === 0 ? "!" : "."}`;
}

function clause(random: Draws): string {
  const subject = thing(random);
  if (below(2, random) === 0) return `${subject} ${pick("action", random)} ${thing(random)}`;
  const where = below(2, random) === 0 ? ` ${pick("place", random)} ${thing(random)}` : ` ${manners[below(manners.length, random)]!}`;
  return `${subject} ${pick("movement", random)}${where}`;
}

function thing(random: Draws): string {
  const described = below(3, random) === 0 ? `${pick("adjective", random)} ${pick("noun", random)}` : pick("noun", random);
  if (below(2, random) === 0) return `the ${described}`;
  return `${/^[aeiou]/.test(described) ? "an" : "a"} ${described}`;
}

function pick(kind: keyof typeof words, random: Draws): string {
  const all = words[kind].split(" ");
  return all[below(all.length, random)]!;
}
