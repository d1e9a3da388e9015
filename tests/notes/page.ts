import { readFileSync } from "node:fs";

export const pagePath = "docs/course-notes.md";

/** A command that the page shows with the parts of its output that it shows. */
export interface ShownCommand {
  readonly line: string;
  readonly parts: readonly string[];
}

/** What of docs/course-notes.md can be wrong. */
export interface Page {
  readonly text: string;
  /** The commands of its `console` blocks. */
  readonly commands: readonly ShownCommand[];
  /** Its `gradc` blocks, each in the parts that `…` leaves. */
  readonly specs: readonly (readonly string[])[];
  /** Where its links lead: paths, and `#anchors` of its own. */
  readonly links: readonly string[];
  /** Where a link into it may lead: its headings, and `<a id="s56">`. */
  readonly anchors: readonly string[];
}

export function readPage(): Page {
  const text = readFileSync(pagePath, "utf8");
  const blocks = [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, language, body]) => ({ language, body: body! }));
  const prose = text.replace(/^```[\s\S]*?^```$/gm, "");
  return {
    text,
    commands: blocks.filter(({ language }) => language === "console").flatMap(({ body }) => body.split(/^\$ /m).filter((part) => part.trim() !== "").map(readCommand)),
    specs: blocks.filter(({ language }) => language === "gradc").map(({ body }) => partsOf(body)),
    links: [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!),
    anchors: [
      ...[...prose.matchAll(/^#+ (.+)$/gm)].map(([, title]) => `#${anchorOf(title!)}`),
      ...[...prose.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => `#${id!}`),
    ],
  };
}

/** The anchor that GitHub gives a heading. */
const anchorOf = (title: string): string => title.replace(/<[^>]*>/g, "").toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, "").replaceAll(" ", "-");

function readCommand(text: string): ShownCommand {
  const end = text.indexOf("\n");
  return { line: text.slice(0, end), parts: partsOf(text.slice(end + 1)) };
}

/** The texts between lines that are only `…`. */
const partsOf = (text: string): readonly string[] => text.split(/^[ \t]*…\n/m).map(trimLines).filter((part) => part !== "");

/** Whether the parts come one after another in a text, each as whole lines. */
export function holds(text: string, parts: readonly string[]): boolean {
  let rest = `\n${trimLines(text)}\n`;
  for (const part of parts) {
    const at = rest.indexOf(`\n${part}\n`);
    if (at < 0) return false;
    rest = rest.slice(at + 1 + part.length);
  }
  return true;
}

const trimLines = (text: string): string => text.replace(/[ \t]+$/gm, "").replace(/^\n+|\n+$/g, "");
