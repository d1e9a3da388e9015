import { dirname, join } from "node:path";
import { columnsOfRow, createExamples, examplesFromRows } from "../../runtime/examples.ts";
import { readCsv } from "../../runtime/files.ts";
import { generators } from "../../runtime/generators.ts";
import type { Examples, ExampleStream, Metadata } from "../../runtime/model.ts";
import { describeShape, sizeOf } from "../../runtime/values.ts";
import { CommandError } from "./command.ts";

/** The examples that `--data` or the spec names; with their inputs and indexes alone where no more is needed. */
export async function readExamples(metadata: Metadata, file: string, path: string | undefined, seed: number, needs: "all" | "inputs" = "all"): Promise<Examples | ExampleStream> {
  const { columns, precision, data } = metadata;
  if (path === undefined && columns.length === 0) return createExamples(columns, 1, precision);
  if (path === undefined && data?.kind === "rows") return examplesFromRows(columns, data.rows, precision, (row) => `${file}: row ${row + 1} of data`);
  if (path === undefined && data?.kind === "generator") return generated(metadata, file, data.name, seed);
  if (path === undefined && data === null) throw new CommandError(`${file}: has no data(…); give a CSV file with --data, each row ${rowText(metadata)}`);
  const csv = readCsv(path ?? join(dirname(file), (data as { readonly path: string }).path));
  const inputs = columns.filter(({ role }) => role === "input" || role === "index");
  const width = inputs.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
  return examplesFromRows(needs === "inputs" && csv.rows[0]?.length === width ? inputs : columns, csv.rows, precision, (row) => csv.place(row));
}

function generated({ columns, precision }: Metadata, file: string, name: string, seed: number): Examples {
  const generator = generators.get(name);
  if (generator === undefined) throw new CommandError(`${file}: data("generated/${name}"): there is no such generator; there is ${[...generators.keys()].map((known) => `generated/${known}`).join(", ")}`);
  return generator.generate(columns, precision, seed);
}

const rowText = ({ columns }: Metadata): string =>
  columnsOfRow(columns).map(({ name, role, shape, classes }) => `${name} (${role === "label" || role === "index" ? `${role}${classes === undefined ? "" : ` 0 … ${classes - 1}`}` : describeShape(shape)})`).join(", then ");
