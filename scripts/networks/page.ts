import { readFileSync } from "node:fs";
import { compile } from "../../compiler/compile.ts";
import { gradientCode } from "./gradient-code.ts";
import { bringsData, readNetwork, type Network } from "./network.ts";
import { readRecord, type RunRecord } from "./run.ts";

export const pagePath = "docs/networks.md";

/** The words around the networks, and their order: a line `- name` for each. */
export const framePath = "docs/networks/page.md";

const place = /^- ([a-z0-9-]+)$/gm;

/** The networks of the page, in its order. */
export const listedNames = (): readonly string[] => [...readFileSync(framePath, "utf8").matchAll(place)].map(([, name]) => name!);

/** The page, of the sections by the names of their networks. */
export const pageText = (sections: ReadonlyMap<string, string>): string => readFileSync(framePath, "utf8").replace(place, (_, name: string) => sections.get(name)!);

/** What the page says of a network: words, equations, what a run reaches, its curve, and the gradient as it is emitted now. */
export async function sectionText(name: string): Promise<string> {
  const network = readNetwork(name);
  const { title, words } = readProse(network);
  const { files } = await compile(network.text, { file: `${name}.grad` });
  const { code, isShortened } = gradientCode(files[0]!.text);
  const generated = `generated/networks/${name}/${name}.ts`;
  return [
    `### ${title}`, words, "```gradc", network.text.trimEnd(), "```", "",
    "```", `npx gradc train ${network.file}${bringsData(network) ? "" : " --data t10k-images-idx3-ubyte.gz,t10k-labels-idx1-ubyte.gz"}`, "```", "", reachedText(readRecord(network)), "",
    `![${title}: loss by epochs](networks/${name}.svg)`, "",
    "<details>", `<summary>The gradient as it is emitted${isShortened ? ", rows of like statements shortened" : ""}</summary>`, "",
    "```ts", code, "```", "", `The whole module: [${generated}](../${generated})`, "", "</details>",
  ].join("\n");
}

/** The title of a network, the first line of what is written about it, and the rest. */
export function readProse({ prose }: Network): { readonly title: string; readonly words: string } {
  const text = readFileSync(prose, "utf8");
  const [first = "", ...rest] = text.split("\n");
  if (!first.startsWith("# ")) throw new Error(`${prose}: begins with "# " and the title, not with ${JSON.stringify(first)}`);
  return { title: first.slice(2).trim(), words: rest.join("\n") };
}

/** One sentence: what the parameters of a run give. */
export function reachedText({ epochs, train, validation }: RunRecord): string {
  const several = Object.keys(train.losses).length > 1;
  const figures = [["loss", train.loss, validation?.loss] as const, ...(several ? ["losses", "metrics"] as const : ["metrics"] as const).flatMap((kind) => Object.entries(train[kind]).map(([name, value]) => [`\`${name}\``, value, validation?.[kind][name]] as const))];
  const shown = figures.map(([name, value, held]) => `${name} ${numberText(value)}${held === undefined ? "" : ` (held out ${numberText(held)})`}`);
  return `After ${epochs} epochs: ${shown.join(", ")}.`;
}

const numberText = (value: number): string => String(Number(value.toPrecision(3))).replace("-", "−");
