import { dirname, isAbsolute, join } from "node:path";
import { columnsOfRow, createExamples, examplesFromRows } from "../../runtime/examples.ts";
import { openData } from "../../runtime/files.ts";
import { generators } from "../../runtime/generators/index.ts";
import type { Examples, ExampleStream, Metadata } from "../../runtime/model.ts";
import { describeShape } from "../../runtime/values.ts";
import { CommandError, UsageError } from "./command.ts";

/**
 * The examples that `--data` or the spec names: `paths` are files between commas, in place of the spec's, whose own are
 * relative to it. With `needs` "inputs" files may lack targets and labels. A stream is what memory does not hold.
 */
export async function readExamples(metadata: Metadata, file: string, paths: string | undefined, seed: number, needs: "all" | "inputs" = "all"): Promise<Examples | ExampleStream> {
  const { columns, precision, data } = metadata;
  if (paths !== undefined) return openData(columns, precision, pathsOf(paths, (message) => new UsageError(`--data ${message}`)), { needs });
  if (columns.length === 0) return createExamples(columns, 1, precision);
  switch (data?.kind) {
    case "rows":
      return examplesFromRows(columns, data.rows, precision, (row) => `${file}: row ${row + 1} of data`);
    case "generator":
      return generated(metadata, file, data.name, seed);
    case "file":
      return openData(columns, precision, pathsOf(data.path, (message) => new CommandError(`${file}: data("…") ${message}`)).map((path) => (isAbsolute(path) ? path : join(dirname(file), path))), { needs });
    case undefined:
      throw new CommandError(`${file}: has no data(…); give files with --data, each example ${rowText(metadata)}`);
  }
}

/** The paths between commas; `problem` makes the error for where there is none beside a comma. */
function pathsOf(text: string, problem: (message: string) => Error): readonly string[] {
  const paths = text.split(",").map((path) => path.trim());
  if (paths.includes("")) throw problem(`needs a file on both sides of each comma, not ${text}`);
  return paths;
}

function generated({ columns, precision }: Metadata, file: string, name: string, seed: number): Examples {
  const generator = generators.get(name);
  if (generator === undefined) throw new CommandError(`${file}: data("generated/${name}"): there is no such generator; there is ${[...generators.keys()].map((known) => `generated/${known}`).join(", ")}`);
  return generator.generate(columns, precision, seed);
}

const rowText = ({ columns }: Metadata): string =>
  columnsOfRow(columns).map(({ name, role, shape, classes }) => `${name} (${role === "label" || role === "index" ? `${shape.length === 0 ? "" : `${describeShape(shape)}, `}${role}${classes === undefined ? "" : ` 0 … ${classes - 1}`}` : describeShape(shape)})`).join(", then ");
