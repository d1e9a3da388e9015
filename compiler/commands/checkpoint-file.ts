import { extname } from "node:path";
import { encodeCheckpoint } from "../../runtime/checkpoint.ts";
import { decodeSafetensors, encodeSafetensors } from "../../runtime/formats/safetensors.ts";
import type { TensorFile } from "../../runtime/formats/tensor-file.ts";
import { decodeTensorsJson, encodeTensorsJson } from "../../runtime/formats/tensors-json.ts";
import type { Metadata } from "../../runtime/model.ts";
import type { Snapshot } from "../../runtime/snapshot.ts";
import { UsageError } from "./command.ts";
import { readBytesFile, readTextFile, writeFiles } from "./files.ts";

/** The path of an option whose file's format its extension tells. */
export function readTensorPath(option: string, path: string | undefined): string | undefined {
  if (path === undefined || [".safetensors", ".json"].includes(extname(path))) return path;
  throw new UsageError(`${option} needs a name that ends in .safetensors or .json, not ${path}`);
}

/** Reads named arrays from a file; throws a `DataError` that says what is wrong with it. */
export function readTensorFile(path: string): TensorFile {
  return extname(path) === ".json" ? decodeTensorsJson(readTextFile(path), path) : decodeSafetensors(readBytesFile(path), path);
}

/** Writes what a run has reached; the file appears whole or not at all. */
export function writeCheckpoint(path: string, metadata: Metadata, snapshot: Snapshot): void {
  const file = encodeCheckpoint(metadata, snapshot);
  writeFiles([{ path, text: extname(path) === ".json" ? encodeTensorsJson(file) : encodeSafetensors(file) }]);
}
