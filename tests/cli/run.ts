import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { main } from "../../compiler/cli.ts";
import type { Io } from "../../compiler/commands/command.ts";

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one command line in this process. */
export async function gradc(args: readonly string[], { isTTY = false, columns = 80, onStdout, ...io }: { readonly isTTY?: boolean; readonly columns?: number; readonly onStdout?: () => void; readonly interruption?: NonNullable<Io["interruption"]> } = {}): Promise<Outcome> {
  const [out, err]: [string[], string[]] = [[], []];
  const writer = (texts: string[], onWrite?: () => void): Io["stdout"] => ({
    write: (text) => {
      texts.push(text);
      onWrite?.();
    },
    isTTY,
    columns,
  });
  const code = await main(args, { stdout: writer(out, onStdout), stderr: writer(err), ...io });
  return { code, stdout: out.join(""), stderr: err.join("") };
}

/** An empty directory with these files in it, gone after the test. */
export function directoryWith(files: { readonly [name: string]: string } = {}): { readonly path: (name: string) => string; readonly names: () => readonly string[] } {
  const directory = mkdtempSync(join(tmpdir(), "gradc-"));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
  return { path: (name) => join(directory, name), names: () => readdirSync(directory).sort() };
}

/** The last line of an output, as JSON. */
export const lastJson = (text: string): unknown => JSON.parse(text.trimEnd().split("\n").at(-1) ?? "");
