import { setImmediate as nextTurn } from "node:timers/promises";
import type { Examples, ExampleStream } from "../../runtime/model.ts";
import { readArguments, readSpecPath } from "./arguments.ts";
import { readTensorPath } from "./checkpoint-file.ts";
import { CommandError, exitCodes, UsageError, type Command, type Io } from "./command.ts";
import { GrowingFile } from "./files.ts";
import { hyperOf, readAssignment } from "./hyper-options.ts";
import { PredictionWriter } from "./prediction-writer.ts";
import { loadTrained } from "./trained-model.ts";
import { readExamples } from "./training-data.ts";

/** How many predictions are written at a time. */
const chunk = 1024;

export const predict: Command = {
  name: "predict",
  summary: "Writes what trained parameters predict for each example of data",
  usage: "predict SPEC --load FILE [--data FILE] [-o FILE] [--csv | --json] [--set NAME=VALUE]…",
  help: [
    "  --load FILE        the parameters, as gradc train --save wrote them: x.safetensors or x.json",
    "  --data FILE        the inputs from a file, in place of the spec's data(…); targets and labels need not be in it",
    "  -o, --output FILE  write there, whole or not at all. Default: standard output",
    "  --csv              a line per example under a header: y, or y1,y2,… row-major; of a classifier also the class.",
    "                     This is the default",
    "  --json             a JSON object per line: arrays as lists within lists, of a classifier also the class",
    "  --set NAME=VALUE   value of a hyperparameter (hyper) of the spec. Default: as in the run",
    "",
    "A classifier is an output with a number for each class of a label, a row at each position of a label that has",
    "several; the class, from 0, is that of the largest.",
  ],
  examples: [
    ["gradc predict specs/softmax.grad --load s.safetensors --data flowers.csv", "a line per flower"],
    ["gradc predict specs/softmax.grad --load s.safetensors --data flowers.csv --json -o p.jsonl", "for a program, into a file"],
  ],
  async run(args, io) {
    const { values, positionals } = readArguments(args, {
      load: { kind: "text" }, data: { kind: "text" }, output: { kind: "text", short: "o" }, csv: { kind: "flag" }, json: { kind: "flag" }, set: { kind: "texts" },
    });
    const file = readSpecPath(positionals);
    const path = readTensorPath("--load", values.load);
    if (path === undefined) throw new UsageError("--load FILE is missing: which parameters?");
    if (values.csv && values.json) throw new UsageError("--csv or --json, one of the two");
    const assignments = values.set.map(readAssignment);
    const { module, params, hyper, checkpoint: { run } } = await loadTrained(file, path, io);
    const { metadata } = module;
    if (module.predict === undefined) throw new CommandError(`${file}: has no output(…), so there is nothing to predict`);
    const writer = new PredictionWriter(module, params, { ...hyper, ...hyperOf(assignments, metadata) }, values.json ? "json" : "csv");
    const data = await readExamples(metadata, file, values.data, run?.seed ?? metadata.train.seed, "inputs");
    if (values.output !== undefined) return writeFile(writer, data, values.output, io);
    for await (const text of textOf(writer, data)) {
      io.stdout.write(text);
      await io.stdout.drained?.();
    }
    return exitCodes.success;
  },
};

/** Returns the exit code; where the user interrupts, no file appears. */
async function writeFile(writer: PredictionWriter, data: Examples | ExampleStream, path: string, io: Io): Promise<number> {
  const interruption = io.interruption?.();
  const file = new GrowingFile(path);
  try {
    for await (const text of textOf(writer, data)) {
      file.write(text);
      await nextTurn();
      if (interruption?.aborted !== true) continue;
      file.drop();
      io.stderr.write(`gradc: interrupted, ${path} was not written\n`);
      return exitCodes.interrupted;
    }
    file.keep();
  } catch (error) {
    file.drop();
    throw error;
  }
  io.stdout.write(`wrote ${path} (${data.size} prediction${data.size === 1 ? "" : "s"})\n`);
  return exitCodes.success;
}

/** The predictions in the order of the data, some lines at a time. */
async function* textOf(writer: PredictionWriter, data: Examples | ExampleStream): AsyncGenerator<string, void, void> {
  let text = writer.head;
  for await (const piece of "pieces" in data ? data.pieces() : [data]) {
    for (let row = 0; row < piece.size; row++) {
      text += writer.line(piece, row);
      if ((row + 1) % chunk !== 0) continue;
      yield text;
      text = "";
    }
  }
  yield text;
}
