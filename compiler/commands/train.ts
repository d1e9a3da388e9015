import { setImmediate as nextTurn } from "node:timers/promises";
import type { Examples, Metadata, ParameterViews } from "../../runtime/model.ts";
import { startRun, type TrainableOf } from "../../runtime/run.ts";
import { epochs, finishRun, type Evaluation, type Stop, type TrainResult } from "../../runtime/train.ts";
import { encodeJson } from "../../runtime/values.ts";
import { readArguments, readNumber, readSpecPath, readWhole } from "./arguments.ts";
import { CommandError, exitCodes, UsageError, type Command, type Io, type Writer } from "./command.ts";
import { readTextFile } from "./files.ts";
import { numberText, tableText } from "./numbers.ts";
import { predictionTable } from "./predictions.ts";
import { Reporter } from "./progress.ts";
import { loadModule, type Module } from "./run-module.ts";
import { suggestion } from "./suggestion.ts";
import { readExamples } from "./training-data.ts";
import { printWarnings } from "./warnings.ts";

type Model = TrainableOf<ParameterViews>;
type Result = TrainResult<ParameterViews>;

export const train: Command = {
  name: "train",
  summary: "Compiles a spec, trains it with the emitted code, and prints losses, metrics and predictions",
  usage: "train SPEC [--data FILE] [--epochs N] [--rate R] [--batch N] [--seed N] [--set NAME=VALUE]… [--json]",
  help: [
    "  --data FILE       rows of examples from a CSV file, in place of the spec's data(…): the columns of the",
    "                    inputs, then of the targets, labels and indexes, in order of declaration",
    "  --epochs N        passes over the examples",
    "  --rate R          learning rate; a schedule of the spec gives way to it",
    "  --batch N         examples per step",
    "  --seed N          seed of initial parameters, order of examples and random draws: the same seed, the same bits",
    "  --set NAME=VALUE  value of a hyperparameter (hyper) of the spec; may be repeated",
    "  --json            print one JSON object on the last line; progress goes to standard error",
    "",
    "What is not given is as the spec's train({…}) says. Ctrl-C ends the run after the present epoch.",
  ],
  examples: [
    ["gradc train specs/xor.grad", "learns exclusive or"],
    ["gradc train specs/logistic.grad --epochs 50 --rate 1 --seed 3", "another run"],
    ["gradc train specs/logistic.grad --set lambda=0.1", "stronger regularisation, without compiling again"],
    ["gradc train specs/cs182.grad --data digits.csv --json", "own data; the result for a program"],
  ],
  async run(args, io) {
    const { values, positionals } = readArguments(args, {
      data: { kind: "text" }, epochs: { kind: "text" }, rate: { kind: "text" }, batch: { kind: "text" }, seed: { kind: "text" }, set: { kind: "texts" }, json: { kind: "flag" },
    });
    const file = readSpecPath(positionals);
    const rate = readNumber("--rate", values.rate, 0);
    const chosen = { epochs: readWhole("--epochs", values.epochs, 0), batch: readWhole("--batch", values.batch, 1), seed: readWhole("--seed", values.seed, 0) };
    const assignments = values.set.map(readAssignment);
    const { module, phases } = await loadModule(readTextFile(file), { file, ...(rate === undefined ? {} : { rate }) });
    const { warnings, spec } = phases.final;
    printWarnings(warnings, spec.source, io);
    const model = trainable(module, file);
    const hyper = hyperOf(assignments, module.metadata);
    const data = await readExamples(module.metadata, file, values.data, chosen.seed ?? module.metadata.train.seed);
    if ("pieces" in data) throw new CommandError(`${file}: its ${data.size} examples are more than memory holds at once, and training reads no streams`);
    const result = await runTraining(model, data, { ...chosen, hyper }, values.json ? io.stderr : io.stdout, io);
    if (values.json) io.stdout.write(`${encodeJson(resultJson(result))}\n`);
    else if (result.stopped.kind !== "diverged") printSummary(result, module, data, io.stdout);
    if (result.stopped.kind === "diverged") throw new CommandError(result.stopped.reason);
    return result.stopped.kind === "aborted" ? exitCodes.interrupted : exitCodes.success;
  },
};

function readAssignment(text: string): readonly [name: string, value: number] {
  const at = text.indexOf("=");
  if (at < 1) throw new UsageError(`--set needs NAME=VALUE, as in --set lambda=0.1, not ${text}`);
  const name = text.slice(0, at).trim().normalize("NFC");
  return [name, readNumber(`--set ${name}`, text.slice(at + 1))!];
}

function hyperOf(assignments: readonly (readonly [string, number])[], { hypers, train: defaults }: Metadata): { readonly [name: string]: number } {
  const names = hypers.map((hyper) => hyper.name);
  for (const [name] of assignments) {
    if (names.includes(name)) continue;
    const option = Object.hasOwn(defaults, name) && ["rate", "batch", "epochs", "seed"].includes(name) ? `; use --${name}` : suggestion(name, names);
    throw new UsageError(`--set: the spec has no hyper ${name}; it has ${names.join(", ") || "none"}${option}`);
  }
  return Object.fromEntries(assignments);
}

function trainable(module: Module, file: string): Model {
  if (module.evaluate === undefined) throw new CommandError(`${file}: has no loss(…), so there is nothing to train; gradc gradient gives its Jacobians`);
  if (module.step === undefined || module.createState === undefined || module.metadata.parameters.length === 0) {
    throw new CommandError(`${file}: has no param(…), so there is nothing to train`);
  }
  return module as Model;
}

interface Choices {
  readonly epochs: number | undefined;
  readonly batch: number | undefined;
  readonly seed: number | undefined;
  readonly hyper: { readonly [name: string]: number };
}

/** Trains, gives way to the event loop now and then so that an interruption gets through, and reports progress. */
async function runTraining(model: Model, data: Examples, choices: Choices, progress: Writer, io: Io): Promise<Result> {
  const run = startRun(model, data, choices);
  const interruption = io.interruption?.();
  const reporter = new Reporter(progress);
  const passes = epochs(run);
  let stopped: Stop | null = null;
  let last = performance.now();
  while (stopped === null) {
    const pass = passes.next();
    if (pass.done === true) stopped = pass.value;
    else {
      reporter.report(pass.value);
      if (performance.now() - last > 50) {
        await nextTurn();
        last = performance.now();
      }
      if (interruption?.aborted === true) stopped = { kind: "aborted", reason: `interrupted after epoch ${run.clock.epoch} of ${run.epochs}`, epoch: run.clock.epoch, step: run.clock.t };
    }
  }
  reporter.end();
  return finishRun(run, stopped);
}

function resultJson({ train: trained, validation, stopped, seed }: Result): object {
  const { reason, epoch, step } = stopped;
  return { train: trained, validation, stopped: { reason, epoch, step, kind: stopped.kind }, seed };
}

function printSummary(result: Result, module: Module, data: Examples, writer: Writer): void {
  const { metadata } = module;
  const columns: readonly (readonly [string, Evaluation])[] = [["train", result.train], ...(result.validation === null ? [] : [["validation", result.validation] as const])];
  const row = (title: string, of: (evaluation: Evaluation) => number): readonly string[] => [title, ...columns.map(([, evaluation]) => numberText(of(evaluation), 6))];
  const rows = [
    ...(columns.length > 1 ? [["", ...columns.map(([title]) => title)]] : []),
    row("loss", (evaluation) => evaluation.loss),
    ...(metadata.losses.length > 1 ? metadata.losses : []).map((name) => row(`  ${name}`, (evaluation) => evaluation.losses[name]!)),
    ...metadata.metrics.map((name) => row(name, (evaluation) => evaluation.metrics[name]!)),
  ];
  writer.write(`\n${tableText(rows)}\n\nstopped: ${result.stopped.reason} (step ${result.stopped.step}, seed ${result.seed})\n`);
  const table = predictionTable(module, result, data);
  if (table !== null) writer.write(`\n${table}\n`);
}
