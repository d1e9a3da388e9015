import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "../../compiler/1-parse/parse.ts";
import { Source } from "../../compiler/diagnostics.ts";

/** A network of specs/networks/ with what is kept about it in docs/networks/. */
export interface Network {
  readonly name: string;
  /** The spec's path and text. */
  readonly file: string;
  readonly text: string;
  /** The files beside the spec: what the page says of it, the numbers of its run, and the drawing of them. */
  readonly prose: string;
  readonly record: string;
  readonly curve: string;
}

const folder = "specs/networks";

/** Every network by its file name, in alphabetical order. */
export const networkNames = (): readonly string[] => readdirSync(folder).filter((file) => file.endsWith(".grad")).map((file) => file.slice(0, -".grad".length)).sort();

export function readNetwork(name: string): Network {
  const file = `${folder}/${name}.grad`;
  return { name, file, text: readFileSync(file, "utf8"), prose: `docs/networks/${name}.md`, record: `docs/networks/${name}.json`, curve: `docs/networks/${name}.svg` };
}

/** Whether the spec says where its examples come from. */
export const bringsData = ({ file, text }: Network): boolean => parse(new Source(text, file)).spec.data !== null;

/** The hash of all that a run follows from: the text of the spec and of the files that it takes its examples from. */
export function sourceHash({ file, text }: Network): string {
  const { data } = parse(new Source(text, file)).spec;
  const paths = data?.kind === "file" ? data.path.split(",").map((path) => join(dirname(file), path.trim())) : [];
  const hash = createHash("sha256").update(text);
  for (const path of paths) hash.update(readFileSync(path));
  return hash.digest("hex");
}
