import { encodeJson } from "../../runtime/values.ts";
import type { Examples, ExampleStream, Metadata, ParameterViews } from "../../runtime/model.ts";
import type { Stop, TrainResult } from "../../runtime/train.ts";
import { readArguments, readNumber, readPrecision, readSpecPath, readWhole } from "./arguments.ts";
import { readTensorPath } from "./checkpoint-file.ts";
import { CommandError, exitCodes, type Command, type Writer } from "./command.ts";
import { evaluationTable } from "./evaluations.ts";
import { checkWritable } from "./files.ts";
import { hyperOf, readAssignment } from "./hyper-options.ts";
import { numberText } from "./numbers.ts";
import { fittedCurve } from "./plot.ts";
import { predictionTable } from "./predictions.ts";
import type { Module } from "./run-module.ts";
import { Saver } from "./saver.ts";
import { loadStart, type Start } from "./training-start.ts";
import { readExamples } from "./training-data.ts";
import { runTraining } from "./training-run.ts";

type Result = TrainResult<ParameterViews>;

const options = {
  data: { kind: "text" }, epochs: { kind: "text" }, rate: { kind: "text" }, batch: { kind: "text" }, seed: { kind: "text" }, validation: { kind: "text" }, set: { kind: "texts" },
  precision: { kind: "text" }, save: { kind: "text" }, "save-every": { kind: "text" }, load: { kind: "text" }, resume: { kind: "text" }, json: { kind: "flag" },
} as const;

export const train: Command = {
  name: "train",
  summary: "Compiles a spec, trains it with the emitted code, and prints losses, metrics and predictions",
  usage: "train SPEC [--data FILES] [--epochs N] [--rate R] [--save FILE] [--load FILE | --resume FILE] [--json] …",
  help: [
    "  --data FILES         examples in place of the spec's data(…): one file (CSV, JSON lines, NPY) whose rows hold the",
    "                       inputs, then targets, labels and indexes, or by name under a header; or, between commas, a",
    "                       file for each (IDX, NPY, CSV, JSON lines), as images,labels; gzipped or not",
    "  --epochs N           passes over the examples",
    "  --rate R             learning rate; a schedule of the spec gives way to it",
    "  --batch N            examples per step",
    "  --seed N             seed of generated data, initial parameters, order of examples and random draws: the same, the same bits",
    "  --validation SHARE   share of the examples, from the end, that only test what was learned",
    "  --set NAME=VALUE     value of a hyperparameter (hyper) of the spec; may be repeated",
    "  --precision f32|f64  how numbers are stored. Default f64",
    "  --save FILE          write parameters and run to x.safetensors or x.json: at the end, on Ctrl-C and on the way",
    "  --save-every SECONDS the least time between two saves on the way. Default 10",
    "  --load FILE          start from the parameters of a file",
    "  --resume FILE        go on with the run of a file as if it had never stopped; --epochs may change its end",
    "  --json               print one JSON object on the last line; progress goes to standard error",
    "",
    "What is not given is as the spec's train({…}) says. Ctrl-C ends the run after the present step.",
  ],
  examples: [
    ["gradc train specs/xor.grad", "learns exclusive or"],
    ["gradc train specs/logistic.grad --epochs 50 --rate 1 --seed 3", "another run"],
    ["gradc train specs/logistic.grad --set lambda=0.1", "stronger regularisation, without compiling again"],
    ["gradc train specs/cs182.grad --data digits.csv --json", "own data; the result for a program"],
    ["gradc train specs/softmax.grad --validation 0.2 --save s.safetensors", "metrics on both parts; keep what was learned"],
    ["gradc train specs/softmax.grad --resume s.safetensors --epochs 800", "go on with it, longer"],
  ],
  async run(args, io) {
    const { values, positionals } = readArguments(args, options);
    const file = readSpecPath(positionals);
    const chosen = {
      epochs: readWhole("--epochs", values.epochs, 0), batch: readWhole("--batch", values.batch, 1), seed: readWhole("--seed", values.seed, 0),
      rate: readNumber("--rate", values.rate, 0), validation: readNumber("--validation", values.validation, 0),
    };
    const save = readTensorPath("--save", values.save);
    const interval = readNumber("--save-every", values["save-every"], 0) ?? 10;
    const assignments = values.set.map(readAssignment);
    if (save !== undefined) checkWritable(save);
    const start = await loadStart(file, { load: readTensorPath("--load", values.load), resume: readTensorPath("--resume", values.resume), rate: chosen.rate, ...readPrecision(values.precision) }, io);
    const { module, model } = start;
    const { metadata } = module;
    const hyper = hyperOf(assignments, metadata);
    const data = await readExamples(metadata, file, values.data, start.resume?.seed ?? chosen.seed ?? metadata.train.seed);
    const saver = save === undefined ? null : new Saver(save, metadata, interval, io.stderr);
    const progress = values.json ? io.stderr : io.stdout;
    const onEnd = ({ kind }: Stop): void => {
      if (kind === "aborted") progress.write("interrupted; the metrics follow, unless Ctrl-C is pressed again\n");
      if (kind !== "diverged" && save !== undefined) progress.write(`${savedText(kind, save, file, values.data)}\n`);
    };
    const result = await runTraining(model, data, { ...chosen, hyper, ...optionsOf(start) }, { saver, progress, onEnd, io });
    if (values.json) io.stdout.write(`${encodeJson(resultJson(result))}\n`);
    else if (result.stopped.kind !== "diverged") printSummary(result, module, data, io.stdout);
    if (result.stopped.kind === "diverged") throw new CommandError(`${result.stopped.reason}; ${remedy(result, metadata)}`);
    return result.stopped.kind === "aborted" ? exitCodes.interrupted : exitCodes.success;
  },
};

/** What training takes of its start. A rate for a new run is compiled into the module already. */
function optionsOf({ params, resume }: Start): object {
  return resume === undefined ? { params, rate: undefined } : { resume };
}

function resultJson({ train: trained, validation, stopped, seed, millisecondsPerStep }: Result): object {
  const { reason, epoch, step, kind } = stopped;
  return { train: trained, validation, stopped: { reason, epoch, step, kind }, seed, millisecondsPerStep };
}

function printSummary(result: Result, module: Module, data: Examples | ExampleStream, writer: Writer): void {
  const { stopped, seed, millisecondsPerStep: time } = result;
  const speed = time === null ? "" : `, ${numberText(time, 3)} ms per step`;
  writer.write(`\n${evaluationTable(module.metadata, [["train", result.train], ["validation", result.validation]])}\n\nstopped: ${stopped.reason} (step ${stopped.step}, seed ${seed}${speed})\n`);
  if (!("columns" in data)) return;
  for (const picture of [fittedCurve(module, result, data, writer.columns), predictionTable(module, result, data)]) if (picture !== null) writer.write(`\n${picture}\n`);
}

/** What to try after a run that diverged. */
function remedy({ stopped }: Result, { train: { rate } }: Metadata): string {
  return stopped.step === 1 ? "no update was made yet, so look at the data and the initial parameters" : `try a smaller rate than ${rate}`;
}

/** Where the run is, and how to go on with it if it was interrupted. */
function savedText(kind: Stop["kind"], save: string, file: string, data: string | undefined): string {
  if (kind !== "aborted") return `saved ${save}`;
  const words = ["gradc", "train", file, ...(data === undefined ? [] : ["--data", data]), "--resume", save, "--save", save];
  return `saved ${save}; this goes on with it:\n  ${words.map((word) => (/^[\w./,:=+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)).join(" ")}`;
}
