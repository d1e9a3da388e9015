import { accessSync, closeSync, constants, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { reasonOf } from "../../runtime/system-error.ts";
import { CommandError } from "./command.ts";

/** The bytes of a file; a message in plain words where it cannot be read. */
export function readBytesFile(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new CommandError(`${path}: ${reasonOf(error)}`);
  }
}

/** The text of a file; a message in plain words where it cannot be read. */
export function readTextFile(path: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readBytesFile(path));
  } catch (error) {
    if (error instanceof TypeError) throw new CommandError(`${path}: is no text in UTF-8`);
    throw error;
  }
}

/**
 * Writes files, all of them or none, and none by halves: each is written beside its place, then all are renamed.
 * Directories that are missing are made.
 */
export function writeFiles(files: readonly { readonly path: string; readonly text: string | Uint8Array }[]): void {
  const prepared = files.map(({ path, text }) => ({ path, text, beside: `${path}.${process.pid}.tmp` }));
  const done: { readonly path: string; readonly before: Buffer | null }[] = [];
  const begun: string[] = [];
  let current = "";
  try {
    for (const { path, text, beside } of prepared) {
      current = path;
      prepare(path);
      begun.push(beside);
      writeFileSync(beside, text);
    }
    for (const { path, beside } of prepared) {
      current = path;
      const before = statSync(path, { throwIfNoEntry: false }) === undefined ? null : readFileSync(path);
      renameSync(beside, path);
      done.push({ path, before });
    }
  } catch (error) {
    for (const beside of begun) rmSync(beside, { force: true });
    for (const { path, before } of done) {
      if (before === null) rmSync(path, { force: true });
      else writeFileSync(path, before);
    }
    throw new CommandError(`${current}: cannot be written, ${reasonOf(error)}`);
  }
}

/** A file that is written bit by bit and appears when it is whole. */
export class GrowingFile {
  readonly #path: string;
  readonly #beside: string;
  readonly #descriptor: number;
  #isOpen = true;

  constructor(path: string) {
    this.#path = path;
    this.#beside = `${path}.${process.pid}.tmp`;
    this.#descriptor = this.#attempt(() => {
      prepare(path);
      return openSync(this.#beside, "w");
    });
  }

  write(text: string): void {
    this.#attempt(() => {
      writeFileSync(this.#descriptor, text);
    });
  }

  /** Puts it in its place. */
  keep(): void {
    this.#attempt(() => {
      this.#close();
      renameSync(this.#beside, this.#path);
    });
  }

  /** Leaves nothing behind. */
  drop(): void {
    this.#close();
    rmSync(this.#beside, { force: true });
  }

  #close(): void {
    if (this.#isOpen) closeSync(this.#descriptor);
    this.#isOpen = false;
  }

  #attempt<Value>(work: () => Value): Value {
    try {
      return work();
    } catch (error) {
      throw new CommandError(`${this.#path}: cannot be written, ${reasonOf(error)}`);
    }
  }
}

/** Throws a `CommandError` where no file could be written at a path, so that whoever has much to do first learns it before. Makes its directories. */
export function checkWritable(path: string): void {
  try {
    prepare(path);
    accessSync(dirname(path), constants.W_OK);
  } catch (error) {
    throw new CommandError(`${path}: cannot be written, ${reasonOf(error)}`);
  }
}

/** Makes the directories of a path at which a file is to appear. */
function prepare(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) throw Object.assign(new Error(), { code: "EISDIR" });
  mkdirSync(dirname(path), { recursive: true });
}
