import type { Floats, Metadata } from "../../runtime/model.ts";
import { readPoint, type Point } from "../../runtime/point.ts";
import { createFloats, encodeJson, nest, type Nested } from "../../runtime/values.ts";
import { readArguments, readHessian, readNames, readPrecision, readSpecPath, readWhole } from "./arguments.ts";
import { CommandError, exitCodes, UsageError, type Command, type Io } from "./command.ts";
import { DataError } from "../../runtime/data-error.ts";
import { readTextFile } from "./files.ts";
import { arrayRows, numberText, shapeText, tableText } from "./numbers.ts";
import { columnsOf } from "./example-columns.ts";
import { hessiansAt, hessiansOfExamples, type Hessians } from "./hessian-at.ts";
import { hessianName } from "../notation/write-lines.ts";
import { rootsOf } from "../ir/graph.ts";
import { readLayout, type Layout } from "./inspect-jacobian.ts";
import { loadModule, type Derivative, type Loaded } from "./run-module.ts";
import { printWarnings } from "./warnings.ts";

type Fields<Value> = { readonly [name: string]: Value };

/** What `--json` prints. A spec without a loss has `outputs` and `jacobians`, any other has all but `jacobians`. */
interface Result {
  readonly loss?: number;
  readonly losses?: Fields<number>;
  readonly metrics?: Fields<number>;
  readonly outputs: readonly Fields<Nested>[];
  readonly gradients?: Fields<Nested>;
  readonly jacobians?: readonly Fields<Fields<Nested>>[];
  /** Second derivatives, where they are asked for; of a spec without a loss those of each example. */
  readonly hessians?: Hessians | readonly Hessians[];
}

export const gradient: Command = {
  name: "gradient",
  summary: "Runs the emitted code of a spec at a point: loss, metrics, outputs and gradients",
  usage: "gradient SPEC [--at POINT.json] [--wrt NAMES] [--hessian J,NAMES] [--seed N] [--precision f32|f64] [--json]",
  help: [
    "  --at POINT.json      the point (below). Default: the rows of the spec's data([...]) as the batch, and its",
    "                       initial parameters",
    "  --wrt NAMES          differentiate with respect to these, between commas: parameters, inputs or any",
    "                       named value. Default: all parameters; of a spec without a loss, all inputs",
    "  --hessian J,NAMES    second derivatives too, of the loss J (or a scalar of a spec without one) with respect to",
    "                       these, all parameters where none is named. With --json they are in hessians: {\"p,q\": …}",
    "  --seed N             seed of initial parameters that the point leaves out, and of random draws. Default 0",
    "  --precision f32|f64  how numbers are stored. Default f64",
    "  --layout LAYOUT      derivative: gradients of matrices and Jacobians with a row for each element of what is",
    "                       differentiated; gradient: the transpose. Default as conventions({layout: …}) say, else gradients",
    "                       in the shape of their variable, and Jacobians in derivative layout. --json is always so",
    "  --json               print one JSON object",
    "",
    'POINT is {"params": {"W1": [[…]], …}, "hyper": {…}, "batch": [{"x": […], "d": […]}, …]}. A missing parameter',
    "takes its initial value, a missing hyperparameter that of the spec, a missing batch the rows of data([...]). A",
    "scalar is a bare number, a matrix a list of rows, a label or index a whole number from 0.",
    "",
    "Loss, losses and metrics are reduced over the batch as in training, and the gradients are those of the",
    "reduced loss; one with respect to something that each example has its own of is a list, an entry per",
    'example. A spec without a loss gives ∂output/∂variable for each example. "NaN", "Infinity" and "-Infinity"',
    "stand for numbers that JSON lacks.",
  ],
  examples: [
    ["gradc gradient specs/usu.grad", "the numbers of the lecture, at the point that the spec itself gives"],
    ["gradc gradient specs/usu.grad --json", "the same for a program"],
    ["gradc gradient specs/usu.grad --wrt a1,z2", "an input and a value on the way"],
    ["gradc gradient specs/usu.grad --at tests/points/usu.json", "at a point of your own"],
  ],
  async run(args, io) {
    const { values, positionals } = readArguments(args, {
      at: { kind: "text" }, wrt: { kind: "texts" }, hessian: { kind: "text" }, seed: { kind: "text" }, layout: { kind: "text" }, precision: { kind: "text" }, json: { kind: "flag" },
    });
    const file = readSpecPath(positionals);
    const layout = readLayout(values.layout);
    const seed = readWhole("--seed", values.seed, 0) ?? 0;
    const options = { file, ...readNames(values.wrt), ...readHessian(values.hessian, values.wrt), ...readPrecision(values.precision) };
    const loaded = await loadModule(readTextFile(file), options);
    printWarnings(loaded.phases.final.warnings, loaded.phases.final.spec.source, io);
    const { module } = loaded;
    const initial = module.initialise(seed).flat;
    const point = values.at === undefined ? pointOfSpec(file, module.metadata, initial) : readPointFile(values.at, module.metadata, initial);
    const result = evaluateAt(loaded, point, seed);
    if (values.json) io.stdout.write(`${encodeJson(result)}\n`);
    else printResult(result, loaded, layout ?? loaded.phases.final.spec.conventions.layout, io);
    return exitCodes.success;
  },
};

/** The point that the spec gives: its rows of data, its initial parameters, its hyperparameters. */
function pointOfSpec(file: string, metadata: Metadata, initial: Floats): Point {
  if (metadata.columns.length > 0 && metadata.data?.kind !== "rows") {
    throw new UsageError(`where is the gradient to be taken? ${file} has no rows of data([...]): write some, or give a point with --at POINT.json`);
  }
  return readPoint({}, metadata, initial);
}

function readPointFile(path: string, metadata: Metadata, initial: Floats): Point {
  const text = readTextFile(path);
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new CommandError(`${path}: is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  try {
    return readPoint(value, metadata, initial);
  } catch (error) {
    if (error instanceof DataError) throw new CommandError(error.message.replace(/^(?!…)/gm, `${path}: `));
    throw error;
  }
}

function evaluateAt(loaded: Loaded, point: Point, seed: number): Result {
  const { module } = loaded;
  const first = module.evaluate === undefined ? jacobiansAt(loaded, point) : gradientsAt(loaded, point, seed);
  if (module.hessian === undefined) return first;
  return { ...first, hessians: module.evaluate === undefined ? hessiansOfExamples(loaded, point) : hessiansAt(loaded, point, seed) };
}

function gradientsAt({ module, derivatives }: Loaded, { params: flat, hyper, batch }: Point, seed: number): Result {
  const { losses, metrics, outputs, precision } = module.metadata;
  const params = module.createParameters(flat);
  const into = module.createGradients!(batch.size);
  const report = createFloats(precision, losses.length + metrics.length);
  const inferred = module.evaluate!(params, batch, report, undefined, undefined, undefined, hyper);
  // A loss of no parameters has no gradient, and so no function for it.
  const loss = module.gradient?.(params, batch, into, undefined, undefined, undefined, hyper, { t: 0, epoch: 0, rate: 0, seed }) ?? inferred;
  const reduced = module.gradient === undefined ? report : into["losses"]!;
  const arrayOf = ({ member, shape, perExample }: Derivative): Nested => nest(into[member]!, perExample ? [batch.size, ...shape] : shape);
  const room = module.createOutputs?.() ?? {};
  const members = Object.values(room);
  const outputsOf = (row: number): Fields<Nested> => {
    if (outputs.length > 0) module.predict!(params, batch, row, room, hyper);
    return Object.fromEntries(outputs.map(({ name, shape }, k) => [name, nest(members[k]!, shape)]));
  };
  return {
    loss,
    losses: Object.fromEntries(losses.map((name, k) => [name, reduced[k]!])),
    metrics: Object.fromEntries(metrics.map((name, k) => [name, report[losses.length + k]!])),
    outputs: Array.from({ length: batch.size }, (_, row) => outputsOf(row)),
    gradients: Object.fromEntries(derivatives.map((derivative) => [derivative.name, arrayOf(derivative)])),
  };
}

function jacobiansAt(loaded: Loaded, { params: flat, hyper, batch }: Point): Result {
  const { module, derivatives } = loaded;
  const params = module.createParameters(flat);
  const into = module.createJacobians?.() ?? module.createOutputs?.() ?? {};
  const members = Object.values(into);
  const results = Array.from({ length: batch.size }, (_, row) => {
    (module.jacobian ?? module.forward)?.(params, ...columnsOf(loaded, batch, row), into, hyper);
    const outputs = Object.fromEntries(module.metadata.outputs.map(({ name, shape }, k) => [name, nest(members[k]!, shape)] as const));
    const jacobians = module.metadata.outputs.map(({ name }) => {
      const own = derivatives.filter((derivative) => derivative.name.startsWith(`${name},`));
      return [name, Object.fromEntries(own.map((derivative) => [derivative.name.slice(name.length + 1), nest(into[derivative.member]!, derivative.shape)]))] as const;
    });
    return { outputs, jacobians: Object.fromEntries(jacobians) };
  });
  return { outputs: results.map(({ outputs }) => outputs), jacobians: results.map(({ jacobians }) => jacobians) };
}

const digits = 10;

function printHessians(hessians: Result["hessians"], { blocks, phases }: Loaded, array: (title: string, value: Nested, shape: readonly number[]) => void): void {
  const names = rootsOf(phases.final, "hessian").map((root) => hessianName(root.name));
  const ofExamples = hessians === undefined ? [] : Array.isArray(hessians) ? (hessians as readonly Hessians[]) : null;
  for (const [k, { name, shape, perExample }] of blocks.entries()) {
    if (ofExamples === null && !perExample) array(names[k]!, (hessians as Hessians)[name]!, shape);
    const list = ofExamples?.map((one) => one[name]!) ?? (perExample ? ((hessians as Hessians)[name] as readonly Nested[]) : []);
    for (const [n, own] of list.slice(0, 20).entries()) array(`${names[k]!} of example ${n + 1}`, own, shape);
  }
}

/** The same for a reader: aligned numbers, large arrays cut. */
function printResult(result: Result, loaded: Loaded, layout: Layout | null, io: Io): void {
  const { metadata } = loaded.module;
  const lines: string[] = [];
  const scalars = [
    ...(result.loss === undefined ? [] : [["loss", numberText(result.loss, digits)]]),
    ...(metadata.losses.length > 1 ? Object.entries(result.losses ?? {}) : []).map(([name, value]) => [`  ${name}`, numberText(value, digits)]),
    ...Object.entries(result.metrics ?? {}).map(([name, value]) => [`metric ${name}`, numberText(value, digits)]),
  ];
  if (scalars.length > 0) lines.push(tableText(scalars), "");
  const array = (title: string, value: Nested, shape: readonly number[]): void => {
    const numbers = (Array.isArray(value) ? value.flat(Infinity) : [value]) as readonly number[];
    lines.push(`${title}   ${shapeText(shape)}`, tableText(arrayRows(numbers, shape, digits), "  ", []), "");
  };
  /** As a matrix with its rows and columns exchanged. */
  const turned = (title: string, value: Nested, shape: readonly number[]): void => {
    if (shape.length !== 2) array(title, value, shape);
    else array(title.includes(" of example") ? title.replace(" of example", "' of example") : `${title}'`, (value as readonly (readonly number[])[])[0]!.map((_, k) => (value as readonly (readonly number[])[]).map((row) => row[k]!)), shape.toReversed());
  };
  const [ofGradients, ofJacobians] = [layout === "derivative" ? turned : array, layout === "gradient" ? turned : array];
  const examples = result.outputs.slice(0, 20);
  for (const [n, outputs] of examples.entries()) {
    for (const { name, shape } of metadata.outputs) array(`${name} of example ${n + 1}`, outputs[name]!, shape);
    for (const { name, shape } of loaded.derivatives) {
      const [output, variable] = [name.slice(0, name.indexOf(",")), name.slice(name.indexOf(",") + 1)];
      const value = result.jacobians?.[n]?.[output]?.[variable];
      if (value !== undefined) ofJacobians(`∂${output}/∂${variable} of example ${n + 1}`, value, shape);
    }
  }
  if (examples.length < result.outputs.length) lines.push(`… and ${result.outputs.length - examples.length} more examples; --json has them all`, "");
  for (const { name, shape, perExample } of result.gradients === undefined ? [] : loaded.derivatives) {
    const value = result.gradients![name]!;
    if (!perExample) ofGradients(`d${name}`, value, shape);
    else for (const [n, own] of (value as readonly Nested[]).slice(0, 20).entries()) ofGradients(`d${name} of example ${n + 1}`, own, shape);
  }
  printHessians(result.hessians, loaded, array);
  io.stdout.write(`${lines.join("\n").trimEnd()}\n`);
}
