import { readArguments, readNumber, readPrecision, readSpecPath, readWhole } from "./arguments.ts";
import { readTensorPath } from "./checkpoint-file.ts";
import { UsageError, type Command } from "./command.ts";
import { checkWritable } from "./files.ts";
import { hyperOf, readAssignment } from "./hyper-options.ts";
import { readStopRules } from "./stop-options.ts";
import { trainAgain, trainOnce, type Request } from "./train-runs.ts";
import { loadStart, type Start } from "./training-start.ts";

const options = {
  data: { kind: "text" }, epochs: { kind: "text" }, rate: { kind: "text" }, batch: { kind: "text" }, seed: { kind: "text" }, validation: { kind: "text" }, set: { kind: "texts" }, stop: { kind: "texts" }, restarts: { kind: "text" }, diagnose: { kind: "flag" },
  precision: { kind: "text" }, save: { kind: "text" }, "save-every": { kind: "text" }, load: { kind: "text" }, resume: { kind: "text" }, json: { kind: "flag" },
} as const;

export const train: Command = {
  name: "train",
  summary: "Compiles a spec, trains it with the emitted code, and prints losses, metrics and predictions",
  usage: "train SPEC [--data FILES] [--save FILE] [--load FILE | --resume FILE | --restarts N] [--diagnose] [--json] …",
  help: [
    "  --data FILES         examples in place of the spec's data(…): one file (CSV, JSON lines, NPY) whose rows hold the",
    "                       inputs, then targets, labels and indexes, or by name under a header; or, between commas, a",
    "                       file for each (IDX, NPY, CSV, JSON lines), as images,labels; or text (.txt), for a",
    "                       spec with x = index(128, n); gzipped or not",
    "  --epochs N           passes over the examples",
    "  --rate R             learning rate; a schedule of the spec gives way to it",
    "  --batch N            examples per step",
    "  --seed N             seed of generated data, initial parameters, order of examples and random draws: the same, the same bits",
    "  --validation SHARE   share of the examples, from the end, that only test what was learned",
    "  --stop RULE=NUMBER   end before the epochs are done, in place of the spec's stop. Looked at after each epoch, which with",
    "                       one batch an epoch is each step: lossChange=1e-6, weightChange=1e-6 (since the epoch before) and",
    "                       gradientNorm=1e-3, over all training examples, end it when they are no more than that;",
    "                       patience=10 when the validation loss has not improved for 10 epochs: the best epoch's parameters",
    "                       are then kept. May be repeated: the first that holds ends it. --stop none: no rule",
    "  --restarts N         train N times, from the seeds S, S + 1, …, each as --seed alone would; keep (and --save) the best",
    "                       by the loss on the validation examples, or where none are kept on the training examples",
    "  --set NAME=VALUE     value of a hyperparameter (hyper) of the spec; may be repeated",
    "  --precision f32|f64  how numbers are stored. Default f64",
    "  --save FILE          write parameters and run to x.safetensors or x.json: at the end, on Ctrl-C and on the way",
    "  --save-every SECONDS the least time between two saves on the way. Default 10",
    "  --load FILE          start from the parameters of a file",
    "  --resume FILE        go on with the run of a file as if it had never stopped; --epochs and --stop may change its end",
    "  --diagnose           then tell which units of each layer are saturated or dead, how large gradients and updates of",
    "                       each parameter are, and what to do about it; with --epochs 0, of the initial parameters",
    "  --json               print one JSON object on the last line; progress goes to standard error",
    "",
    "What is not given is as the spec's train({…}) says. Ctrl-C ends the run after the present step.",
  ],
  examples: [
    ["gradc train specs/xor.grad", "learns exclusive or"],
    ["gradc train specs/logistic.grad --epochs 50 --rate 1 --seed 3", "another run"],
    ["gradc train specs/logistic.grad --set lambda=0.1", "stronger regularisation, without compiling again"],
    ["gradc train specs/xor.grad --restarts 8 --stop lossChange=1e-9", "the best of eight initialisations"],
    ["gradc train specs/spiral.grad --diagnose", "are units saturated, are updates of a good size?"],
    ["gradc train specs/cs182.grad --data digits.csv --json", "own data; the result for a program"],
    ["gradc train specs/softmax.grad --validation 0.2 --save s.safetensors", "metrics on both parts; keep what was learned"],
    ["gradc train specs/softmax.grad --resume s.safetensors --epochs 800", "go on with it, longer"],
  ],
  async run(args, io) {
    const { values, positionals } = readArguments(args, options);
    const file = readSpecPath(positionals);
    const chosen = {
      epochs: readWhole("--epochs", values.epochs, 0), batch: readWhole("--batch", values.batch, 1), seed: readWhole("--seed", values.seed, 0),
      rate: readNumber("--rate", values.rate, 0), validation: readNumber("--validation", values.validation, 0), stop: readStopRules(values.stop),
    };
    const restarts = readRestarts(values);
    const save = readTensorPath("--save", values.save);
    const interval = readNumber("--save-every", values["save-every"], 0) ?? 10;
    const assignments = values.set.map(readAssignment);
    if (save !== undefined) checkWritable(save);
    const start = await loadStart(file, { load: readTensorPath("--load", values.load), resume: readTensorPath("--resume", values.resume), rate: chosen.rate, ...readPrecision(values.precision) }, io);
    const { metadata } = start.module;
    const request: Request = { file, dataPaths: values.data, save, interval, isJson: values.json, isDiagnosed: values.diagnose, start, run: { ...chosen, hyper: hyperOf(assignments, metadata), ...optionsOf(start) }, seed: start.resume?.seed ?? chosen.seed ?? metadata.train.seed };
    return restarts === undefined ? trainOnce(request, io) : trainAgain(request, restarts, io);
  },
};

/** How many runs `--restarts` asks for; throws a `UsageError` where there is but one to make. */
function readRestarts({ restarts, load, resume }: { readonly restarts: string | undefined; readonly load: string | undefined; readonly resume: string | undefined }): number | undefined {
  const count = readWhole("--restarts", restarts, 1);
  if (count !== undefined && resume !== undefined) throw new UsageError("--resume goes on with one run and --restarts makes several new ones: give one of the two");
  if (count !== undefined && load !== undefined) throw new UsageError("--load gives the initial parameters, which --restarts draws anew for each run: give one of the two");
  return count;
}

/** What training takes of its start. A rate for a new run is compiled into the module already. */
function optionsOf({ params, resume }: Start): object {
  return resume === undefined ? { params, rate: undefined } : { resume };
}
