import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { CommandLine } from "./command-line.ts";
import { holds, pagePath, readPage } from "./page.ts";
import { rowCount, readRows, specsOf } from "./row.ts";
import { runRow } from "./run-row.ts";

const commands = new CommandLine();
afterAll(() => { commands.close(); });

const rows = readRows();
const page = readPage();

describe("the rows of the course notes", () => {
  it(`are S1 to S${rowCount}`, () => expect(rows.map((row) => row.id)).toEqual(Array.from({ length: rowCount }, (_, k) => `S${k + 1}`)));

  it.each(rows.map((row) => [`${row.id} (${row.lectures.join(", ")}): ${row.title}`, row] as const))("%s", async (_, row) => {
    const findings = await runRow(row, commands);
    expect(findings.length, "it asserts nothing").toBeGreaterThan(0);
    expect(findings.filter((finding) => !finding.ok)).toEqual([]);
  });
});

describe(pagePath, () => {
  const linked = page.links.filter((link) => !link.startsWith("#") && !link.includes("://")).map((link) => join(dirname(pagePath), link));

  it.each(rows.map((row) => [row.id, row] as const))("has %s, its specs and its commands", (_, row) => {
    expect(page.text).toContain(`| [${row.id}](#${row.id.toLowerCase()}) | ${row.lectures.join(", ")} | ${row.title} |`);
    expect(page.anchors).toContain(`#${row.id.toLowerCase()}`);
    expect(specsOf(row).filter((spec) => !linked.includes(spec))).toEqual([]);
    for (const { line } of row.commands) expect(page.commands.map((command) => command.line)).toContain(line);
  });

  it.each(page.commands.map(({ line, parts }) => [line, parts] as const))("shows what %s prints", async (line, parts) => {
    const { shown } = await commands.run(line);
    expect(holds(shown, parts), `${line} prints\n${shown}\nthe page has\n${parts.join("\n…\n")}`).toBe(true);
  });

  const specs = readdirSync("specs", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".grad")).map((file) => join("specs", file));

  it("quotes specs as they are", () => {
    const texts = specs.map((file) => readFileSync(file, "utf8"));
    expect(page.specs.filter((parts) => !texts.some((text) => holds(text, parts)))).toEqual([]);
  });

  it("mentions every spec of specs/course/", () => {
    expect(specs.filter((file) => file.startsWith("specs/course/") && !linked.includes(file))).toEqual([]);
  });

  it("links to what is there", () => {
    expect(page.links.filter((link) => link.startsWith("#") && !page.anchors.includes(link))).toEqual([]);
    expect(linked.filter((path) => !existsSync(path))).toEqual([]);
  });
});
