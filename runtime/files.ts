// The only module of the runtime that needs Node.
import { open, type FileHandle } from "node:fs/promises";
import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { DataError } from "./data-error.ts";
import { readData, type ReadOptions, type Source } from "./formats/data.ts";
import type { Column, Examples, ExampleStream, Metadata } from "./model.ts";
import { reasonOf } from "./system-error.ts";

/** How many bytes are read, or unpacked, at a time. */
const chunkLength = 2 ** 20;

/**
 * Reads examples from files: one whose rows hold all columns in the order of `columnsOfRow` (CSV, JSON lines, NPY), or
 * several, one for each column in that order (IDX and NPY too), each gzipped or not. What is more than memory should
 * hold comes as a stream, which reads the files again, so that they must not change meanwhile.
 * Throws a `DataError` that lists the rows and numbers that do not fit, each with its place.
 */
export async function openData(columns: readonly Column[], precision: Metadata["precision"], paths: readonly string[], options: ReadOptions = {}): Promise<Examples | ExampleStream> {
  const files = paths.map((path) => new FileSource(path));
  const data = await readData(columns, precision, files, options);
  const pipe = files.find(({ isRegular }) => !isRegular);
  if (pipe !== undefined && "pieces" in data) throw new DataError([`${pipe.name}: is no regular file, so that it cannot be read again, and its ${data.size} examples are more than memory should hold`]);
  return data;
}

/** A file whose bytes are the same each time, or a `DataError` is thrown. */
class FileSource implements Source {
  readonly name: string;
  /** Whether it can be read again, which a pipe cannot; known once it has been read. */
  isRegular = true;
  #version: string | null = null;

  constructor(path: string) {
    this.name = path;
  }

  async *read(): AsyncGenerator<Uint8Array, void> {
    const file = await openFile(this.name);
    try {
      const status = await file.stat({ bigint: true });
      const version = `${status.ino} ${status.size} ${status.mtimeNs}`;
      this.isRegular = status.isFile();
      if (this.#version !== null && this.#version !== version) throw new DataError([`${this.name}: has changed since it was checked`]);
      this.#version = version;
      yield* unpacked(chunksOf(file, this.name), this.name);
    } finally {
      await file.close();
    }
  }
}

async function openFile(path: string): Promise<FileHandle> {
  try {
    return await open(path);
  } catch (error) {
    throw fileError(error, path);
  }
}

async function* chunksOf(file: FileHandle, path: string): AsyncGenerator<Uint8Array, void> {
  for (;;) {
    const { bytesRead, buffer } = await file.read(new Uint8Array(chunkLength)).catch((error: unknown) => {
      throw fileError(error, path);
    });
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
  }
}

/** The bytes as they are, or unpacked if they begin as gzip does, whatever the file's name. */
async function* unpacked(chunks: AsyncGenerator<Uint8Array, void>, path: string): AsyncGenerator<Uint8Array, void> {
  const first = await chunks.next();
  if (first.done === true) return;
  const all = continued(first.value, chunks);
  if (first.value[0] !== 0x1f || first.value[1] !== 0x8b) yield* all;
  else {
    try {
      // Errors reach the loop through the stream; the callback is there because the call requires one.
      yield* pipeline(Readable.from(all), createGunzip({ chunkSize: chunkLength }), () => undefined) as AsyncIterable<Uint8Array>;
    } catch (error) {
      if (error instanceof Error && "code" in error && String(error.code).startsWith("Z_")) throw new DataError([`${path}: is damaged or cut short: gzip says "${error.message}"`]);
      throw error;
    }
  }
}

async function* continued(first: Uint8Array, others: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  yield first;
  yield* others;
}

function fileError(error: unknown, path: string): DataError {
  return new DataError([`${path}: ${reasonOf(error)}`]);
}
