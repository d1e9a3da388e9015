import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { CommandError } from "./command.ts";

const reasons: { readonly [code: string]: string } = {
  ENOENT: "no such file",
  EISDIR: "is a directory",
  ENOTDIR: "a part of the path is no directory",
  EACCES: "permission denied",
  EPERM: "not permitted",
  EROFS: "the file system is read-only",
  ENOSPC: "no space left",
  ENAMETOOLONG: "the name is too long",
};

/** The text of a file; a message in plain words where it cannot be read. */
export function readTextFile(path: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    if (error instanceof TypeError) throw new CommandError(`${path}: is no text in UTF-8`);
    throw new CommandError(`${path}: ${reasonOf(error)}`);
  }
}

/**
 * Writes files, all of them or none, and none by halves: each is written beside its place, then all are renamed.
 * Directories that are missing are made.
 */
export function writeFiles(files: readonly { readonly path: string; readonly text: string }[]): void {
  const prepared = files.map(({ path, text }) => ({ path, text, beside: `${path}.${process.pid}.tmp` }));
  const done: { readonly path: string; readonly before: Buffer | null }[] = [];
  let current = "";
  try {
    for (const { path, text, beside } of prepared) {
      current = path;
      if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) throw Object.assign(new Error(), { code: "EISDIR" });
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(beside, text);
    }
    for (const { path, beside } of prepared) {
      current = path;
      const before = statSync(path, { throwIfNoEntry: false }) === undefined ? null : readFileSync(path);
      renameSync(beside, path);
      done.push({ path, before });
    }
  } catch (error) {
    for (const { beside } of prepared) rmSync(beside, { force: true });
    for (const { path, before } of done) {
      if (before === null) rmSync(path, { force: true });
      else writeFileSync(path, before);
    }
    throw new CommandError(`${current}: cannot be written, ${reasonOf(error)}`);
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return reasons[code] ?? (code === "" ? String(error) : code);
}
