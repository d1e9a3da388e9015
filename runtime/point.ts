import { Problems } from "./data-error.ts";
import { classProblem, createExamples, examplesFromRows } from "./examples.ts";
import type { Column, Examples, Floats, Metadata } from "./model.ts";
import { describeValue, flattenOrProblem, sizeOf } from "./values.ts";

/** Where a gradient is asked for: parameters, hyperparameters and a batch of examples. */
export interface Point {
  /** The parameters, laid out as `metadata.parameters`. */
  readonly params: Floats;
  /** A value for each hyperparameter of the model. */
  readonly hyper: { readonly [name: string]: number };
  readonly batch: Examples;
}

type Fields = { readonly [name: string]: unknown };

/**
 * A point from parsed JSON, `{"params": {"W1": [[…]], …}, "hyper": {…}, "batch": [{"x": […], "d": …}, …]}`.
 * What `params` and `hyper` leave out keeps its value in `initial` (which is not changed) and in the metadata;
 * `batch` may be left out where the model brings rows of data, or has no columns. Labels and indexes are whole numbers
 * from 0; "NaN", "Infinity" and "-Infinity" are numbers. Throws a `DataError` whose lines begin with the path, as
 * `batch[2].x`.
 */
export function readPoint(value: unknown, metadata: Metadata, initial: Floats): Point {
  const problems = new Problems();
  const fields = readFields(value, "point", ["params", "hyper", "batch"], problems) ?? {};
  const point = {
    params: readParameters(fields["params"], metadata, initial, problems),
    hyper: readHyper(fields["hyper"], metadata, problems),
    batch: readBatch(fields["batch"], metadata, problems),
  };
  problems.throwIfAny();
  return point;
}

function readParameters(value: unknown, metadata: Metadata, initial: Floats, problems: Problems): Floats {
  const params = initial.slice();
  const names = metadata.parameters.map((parameter) => parameter.name);
  const fields = readFields(value ?? {}, "params", names, problems) ?? {};
  for (const { name, shape, offset } of metadata.parameters) {
    if (!Object.hasOwn(fields, name)) continue;
    const values = readArray(fields[name], shape, `params.${name}`, problems);
    if (values !== null) params.set(values, offset);
  }
  return params;
}

function readHyper(value: unknown, metadata: Metadata, problems: Problems): Point["hyper"] {
  const names = metadata.hypers.map((hyper) => hyper.name);
  const fields = readFields(value ?? {}, "hyper", names, problems) ?? {};
  const read = (name: string): number | undefined =>
    Object.hasOwn(fields, name) ? readArray(fields[name], [], `hyper.${name}`, problems)?.[0] : undefined;
  return Object.fromEntries(metadata.hypers.map((hyper) => [hyper.name, read(hyper.name) ?? hyper.value]));
}

function readBatch(value: unknown, metadata: Metadata, problems: Problems): Examples {
  const { columns, precision, data } = metadata;
  if (value === undefined && data?.kind === "rows") return examplesFromRows(columns, data.rows, precision);
  // A loss of parameters alone needs no data, yet its mean is taken over one example.
  if (value === undefined && columns.length === 0) return createExamples(columns, 1, precision);
  if (!Array.isArray(value) || value.length === 0) {
    problems.add("batch", `expected a list of at least one example, found ${describeValue(value)}`);
    return createExamples(columns, 0, precision);
  }
  const examples = createExamples(columns, value.length, precision);
  value.forEach((entry: unknown, n) => readExample(entry, n, columns, examples, problems));
  return examples;
}

function readExample(value: unknown, n: number, columns: readonly Column[], examples: Examples, problems: Problems): void {
  const fields = readFields(value, `batch[${n}]`, columns.map((column) => column.name), problems);
  if (fields === null) return;
  for (const column of columns) {
    const place = `batch[${n}].${column.name}`;
    const given = Object.hasOwn(fields, column.name) ? fields[column.name] : undefined;
    const values = readArray(given, column.shape, place, problems);
    if (values === null) continue;
    const unfit = values.find((number) => classProblem(column, number) !== null);
    if (unfit === undefined) examples.columns[column.name]!.set(values, n * sizeOf(column.shape));
    else problems.add(place, classProblem(column, unfit)!);
  }
}

function readArray(value: unknown, shape: readonly number[], place: string, problems: Problems): number[] | null {
  const flat = flattenOrProblem(value, shape);
  if (typeof flat !== "string") return flat;
  problems.add(place, flat);
  return null;
}

/** The fields of an object of which only `names` may occur; `null` if it is no object. */
function readFields(value: unknown, place: string, names: readonly string[], problems: Problems): Fields | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    problems.add(place, `expected an object, found ${describeValue(value)}`);
    return null;
  }
  for (const name of Object.keys(value)) {
    if (!names.includes(name)) problems.add(`${place}.${name}`, `unknown name; expected ${names.join(", ") || "none"}`);
  }
  return value as Fields;
}
