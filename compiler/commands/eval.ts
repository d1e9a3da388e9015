import { trainingSize } from "../../runtime/examples.ts";
import type { Metadata } from "../../runtime/model.ts";
import { evaluate, type Evaluation } from "../../runtime/train.ts";
import { encodeJson } from "../../runtime/values.ts";
import { readArguments, readNumber, readSpecPath } from "./arguments.ts";
import { readTensorPath } from "./checkpoint-file.ts";
import { exitCodes, UsageError, type Command } from "./command.ts";
import { evaluationTable } from "./evaluations.ts";
import { hyperOf, readAssignment } from "./hyper-options.ts";
import { loadTrained } from "./trained-model.ts";
import { readExamples } from "./training-data.ts";

/** What `--json` prints: `validation` is null where the share is 0. */
interface Result {
  readonly all: Evaluation;
  readonly train: Evaluation;
  readonly validation: Evaluation | null;
}

export const evalCommand: Command = {
  name: "eval",
  summary: "Prints losses and metrics of trained parameters over data",
  usage: "eval SPEC --load FILE [--data FILE] [--validation SHARE] [--set NAME=VALUE]… [--json]",
  help: [
    "  --load FILE         the parameters, as gradc train --save wrote them: x.safetensors or x.json",
    "  --data FILE         examples from a file, in place of the spec's data(…)",
    "  --validation SHARE  share of the examples, from the end, that is also shown by itself, and so are the others.",
    "                      Default: that of the run in the file, or else of the spec",
    "  --set NAME=VALUE    value of a hyperparameter (hyper) of the spec. Default: as in the run",
    "  --json              print one JSON object",
    "",
    "With the data of the run, the two parts have the numbers that gradc train printed at its end.",
  ],
  examples: [
    ["gradc eval specs/softmax.grad --load s.safetensors", "on the data that it learned from"],
    ["gradc eval specs/softmax.grad --load s.safetensors --data test.csv --validation 0", "and on others"],
  ],
  async run(args, io) {
    const { values, positionals } = readArguments(args, { load: { kind: "text" }, data: { kind: "text" }, validation: { kind: "text" }, set: { kind: "texts" }, json: { kind: "flag" } });
    const file = readSpecPath(positionals);
    const path = readTensorPath("--load", values.load);
    if (path === undefined) throw new UsageError("--load FILE is missing: which parameters?");
    const chosen = readNumber("--validation", values.validation, 0);
    if (chosen !== undefined && chosen >= 1) throw new UsageError(`--validation needs a share from 0 to less than 1, not ${chosen}`);
    const assignments = values.set.map(readAssignment);
    const { model, params, hyper, checkpoint: { run } } = await loadTrained(file, path, io);
    const { metadata } = model;
    const trained = { model, params, hyper: { ...hyper, ...hyperOf(assignments, metadata) } };
    const data = await readExamples(metadata, file, values.data, run?.seed ?? metadata.train.seed);
    const split = trainingSize(data.size, chosen ?? run?.validation ?? metadata.train.validation);
    const result = split === data.size
      ? await evaluate(trained, data).then((all): Result => ({ all, train: all, validation: null }))
      : { all: await evaluate(trained, data), train: await evaluate(trained, data, 0, split), validation: await evaluate(trained, data, split) };
    io.stdout.write(values.json ? `${encodeJson(result)}\n` : `${resultText(result, metadata, data.size, split)}\n`);
    return exitCodes.success;
  },
};

function resultText({ all, train, validation }: Result, metadata: Metadata, size: number, split: number): string {
  const examples = (count: number): string => `${count} example${count === 1 ? "" : "s"}`;
  if (validation === null) return `${evaluationTable(metadata, [["all", all]])}\n\n${examples(size)}`;
  return `${evaluationTable(metadata, [["all", all], ["train", train], ["validation", validation]])}\n\n${examples(size)}, ${split} for training and ${size - split} for validation`;
}
