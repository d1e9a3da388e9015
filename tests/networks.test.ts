import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { curveSvg } from "../scripts/networks/curve.ts";
import { bringsData, networkNames, readNetwork, sourceHash } from "../scripts/networks/network.ts";
import { framePath, listedNames, pagePath, pageText, readProse, sectionText } from "../scripts/networks/page.ts";
import { readRecord, runNetwork } from "../scripts/networks/run.ts";

const page = readFileSync(pagePath, "utf8");
const known = new Map<string, Promise<string>>();

/** The section of a network as it has to be, put together once. */
function sectionOf(name: string): Promise<string> {
  const section = known.get(name) ?? sectionText(name);
  known.set(name, section);
  return section;
}

const again = "run npm run networks";

describe(pagePath, () => {
  it("has every network of specs/networks/, once", () => expect([...listedNames()].sort()).toEqual(networkNames()));

  it.each(listedNames())("says of %s what is so: its words, its spec, the figures of its run, the gradient as it is emitted", async (name) => {
    expect(page.includes(`\n${await sectionOf(name)}\n`), `${pagePath} is not up to date with ${name}: ${again}`).toBe(true);
  });

  it(`has nothing else but the words of ${framePath}`, async () => {
    const sections = new Map<string, string>();
    for (const name of listedNames()) sections.set(name, await sectionOf(name));
    expect(page === pageText(sections), `${pagePath} is not what its parts give: ${again}`).toBe(true);
  });

  it("links to what is there", () => {
    const links = [...page.replace(/^```[\s\S]*?^```$/gm, "").matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!).filter((target) => !target.includes("://"));
    expect(links.filter((link) => !existsSync(join(dirname(pagePath), link)))).toEqual([]);
  });
});

describe("the runs that are kept", () => {
  it.each(listedNames())("of %s is of the spec as it stands, and begins as a run of it does", async (name) => {
    const network = readNetwork(name);
    const record = readRecord(network);
    expect(record.source === sourceHash(network), `${network.file} has changed since its run: ${again}`).toBe(true);
    // What the spec brings no data for is not trained here.
    if (!bringsData(network)) return;
    const { losses, held } = await runNetwork(network, 2);
    const close = (found: readonly number[], kept: readonly number[]): void => found.forEach((value, k) => expect(value / kept[k]!, `epoch ${k + 1} of ${name}: npm run networks -- ${name}`).toBeCloseTo(1, 2));
    expect(record.losses).toHaveLength(record.epochs);
    expect(held).toHaveLength(record.validation === null ? 0 : 2);
    close(losses, record.losses);
    close(held, record.held);
  });

  it("end where a run ends", async () => {
    const network = readNetwork("siamese");
    const { validation } = await runNetwork(network);
    expect(validation!.loss / readRecord(network).validation!.loss).toBeCloseTo(1, 2);
  });

  it.each(listedNames())("of %s is the one that is drawn", (name) => {
    const network = readNetwork(name);
    expect(readFileSync(network.curve, "utf8") === curveSvg(readProse(network).title, readRecord(network)), `${network.curve} is not up to date: ${again}`).toBe(true);
  });

  it("are of networks that there are", () => {
    const names = new Set(readdirSync("docs/networks").filter((file) => file !== "page.md").map((file) => file.replace(/\.\w+$/, "")));
    expect([...names].sort()).toEqual(networkNames());
  });
});
