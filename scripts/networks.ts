// Writes docs/networks.md, and trains the networks whose spec has changed since their run is kept, or those that are named:
// `npm run networks`, `npm run networks -- residual siamese`. One whose spec brings no data is trained where they are given:
// `npm run networks -- cnn-mnist --data images.gz,labels.gz`.
import { existsSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { curveSvg } from "./networks/curve.ts";
import { bringsData, networkNames, readNetwork, sourceHash, type Network } from "./networks/network.ts";
import { framePath, listedNames, pagePath, pageText, readProse, sectionText } from "./networks/page.ts";
import { readRecord, recordText, runNetwork } from "./networks/run.ts";

const { values: { data }, positionals: named } = parseArgs({ options: { data: { type: "string" } }, allowPositionals: true });
const files = data?.split(",").map((path) => resolve(path)).join(",");
process.chdir(resolve(import.meta.dirname, ".."));
const unknown = named.filter((name) => !networkNames().includes(name));
if (unknown.length > 0) throw new Error(`specs/networks/ has no ${unknown.join(", ")}; it has ${networkNames().join(", ")}`);
const unlisted = networkNames().filter((name) => !listedNames().includes(name));
if (unlisted.length > 0) throw new Error(`${framePath} does not list ${unlisted.join(", ")}`);

const isStale = (network: Network): boolean => !existsSync(network.record) || readRecord(network).source !== sourceHash(network);

for (const network of listedNames().map(readNetwork)) {
  if (named.includes(network.name) || isStale(network)) {
    if (!bringsData(network) && files === undefined) throw new Error(`${network.file} brings no data: npm run networks -- ${network.name} --data FILES`);
    process.stdout.write(`training ${network.file}\n`);
    writeFileSync(network.record, recordText(await runNetwork(network, undefined, bringsData(network) ? undefined : files)));
  }
  writeFileSync(network.curve, curveSvg(readProse(network).title, readRecord(network)));
}

const sections = new Map<string, string>();
for (const name of listedNames()) sections.set(name, await sectionText(name));
writeFileSync(pagePath, pageText(sections));
process.stdout.write(`wrote ${pagePath}\n`);
