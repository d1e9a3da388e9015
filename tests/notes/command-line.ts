import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "../../compiler/cli.ts";
import type { Io } from "../../compiler/commands/command.ts";
import { wordsOf } from "./row.ts";

export interface Outcome {
  readonly code: number;
  /** What a terminal would show: both streams, in the order in which they were written. */
  readonly shown: string;
  readonly stdout: string;
}

const fileOptions = ["--at", "--data", "--save", "--load", "--resume", "-o"];

/**
 * Runs command lines as a user types them, `npx gradc …`, in this process, each once however often it is asked for. Files
 * that they write and read by a bare name lie in a folder of their own, of which the output says nothing.
 */
export class CommandLine {
  readonly #folder = mkdtempSync(join(tmpdir(), "gradc-notes-"));
  readonly #outcomes = new Map<string, Promise<Outcome>>();

  run(line: string): Promise<Outcome> {
    const known = this.#outcomes.get(line);
    if (known !== undefined) return known;
    const outcome = this.#run(line);
    this.#outcomes.set(line, outcome);
    return outcome;
  }

  /** Writes a file that a command may then name. */
  write(name: string, text: string): void {
    writeFileSync(join(this.#folder, name), text);
  }

  /** Reads a file that a command wrote. */
  read(name: string): string {
    return readFileSync(join(this.#folder, name), "utf8");
  }

  /** Removes the folder. */
  close(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #run(line: string): Promise<Outcome> {
    const [npx, gradc, ...words] = wordsOf(line);
    if (npx !== "npx" || gradc !== "gradc") throw new Error(`expected npx gradc …, found ${line}`);
    const args = words.map((word, k) => (fileOptions.includes(words[k - 1] ?? "") && !word.includes("/") ? join(this.#folder, word) : word));
    const [all, out]: [string[], string[]] = [[], []];
    const writer = (...into: readonly string[][]): Io["stdout"] => ({ write: (text) => { for (const texts of into) texts.push(text); }, isTTY: false, columns: 80 });
    const code = await main(args, { stdout: writer(all, out), stderr: writer(all) });
    const textOf = (texts: readonly string[]): string => texts.join("").replaceAll(`${this.#folder}/`, "");
    return { code, shown: textOf(all), stdout: textOf(out) };
  }
}
