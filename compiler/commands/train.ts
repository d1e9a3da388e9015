import { encodeJson } from "../../runtime/values.ts";
import type { Snapshot, Stop, TrainOptions } from "../../runtime/train.ts";
import { readArguments, readNumber, readPrecision, readSpecPath, readWhole } from "./arguments.ts";
import { readTensorPath, writeCheckpoint } from "./checkpoint-file.ts";
import { CommandError, exitCodes, UsageError, type Command, type Io } from "./command.ts";
import { checkWritable } from "./files.ts";
import { hyperOf, readAssignment } from "./hyper-options.ts";
import { restartsJson, runRestarts } from "./restarts.ts";
import { Saver } from "./saver.ts";
import { readStopRules } from "./stop-options.ts";
import { printSummary, remedy, resultJson } from "./train-summary.ts";
import { loadStart, type Start } from "./training-start.ts";
import { readExamples } from "./training-data.ts";
import { runTraining } from "./training-run.ts";

const options = {
  data: { kind: "text" }, epochs: { kind: "text" }, rate: { kind: "text" }, batch: { kind: "text" }, seed: { kind: "text" }, validation: { kind: "text" }, set: { kind: "texts" }, stop: { kind: "texts" }, restarts: { kind: "text" },
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
    "  --stop RULE=NUMBER   end before the epochs are done, by what is looked at after each epoch (with one batch an epoch, each",
    "                       step): lossChange=1e-6, weightChange=1e-6, gradientNorm=1e-3 when that is no more, all over the",
    "                       training examples; patience=10 when the validation loss has not improved for so many epochs,",
    "                       and then the parameters of the best epoch are kept. May be repeated; none is none",
    "  --restarts N         train N times, from the seeds S, S + 1, …, each as --seed does alone, and keep the best by the",
    "                       loss on the validation examples, or on all where none are kept",
    "  --set NAME=VALUE     value of a hyperparameter (hyper) of the spec; may be repeated",
    "  --precision f32|f64  how numbers are stored. Default f64",
    "  --save FILE          write parameters and run to x.safetensors or x.json: at the end, on Ctrl-C and on the way",
    "  --save-every SECONDS the least time between two saves on the way. Default 10",
    "  --load FILE          start from the parameters of a file",
    "  --resume FILE        go on with the run of a file as if it had never stopped; --epochs and --stop may change its end",
    "  --json               print one JSON object on the last line; progress goes to standard error",
    "",
    "What is not given is as the spec's train({…}) says. Ctrl-C ends the run after the present step.",
  ],
  examples: [
    ["gradc train specs/xor.grad", "learns exclusive or"],
    ["gradc train specs/logistic.grad --epochs 50 --rate 1 --seed 3", "another run"],
    ["gradc train specs/logistic.grad --set lambda=0.1", "stronger regularisation, without compiling again"],
    ["gradc train specs/xor.grad --restarts 8 --stop lossChange=1e-9", "the best of eight initialisations"],
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
    const request: Request = { file, dataPaths: values.data, save, interval, isJson: values.json, start, run: { ...chosen, hyper: hyperOf(assignments, metadata), ...optionsOf(start) }, seed: start.resume?.seed ?? chosen.seed ?? metadata.train.seed };
    return restarts === undefined ? trainOnce(request, io) : trainAgain(request, restarts, io);
  },
};

/** A command line, read. */
interface Request {
  readonly file: string;
  readonly dataPaths: string | undefined;
  readonly save: string | undefined;
  /** Seconds between two saves. */
  readonly interval: number;
  readonly isJson: boolean;
  readonly start: Start;
  readonly run: TrainOptions;
  readonly seed: number;
}

async function trainOnce({ file, dataPaths, save, interval, isJson, start: { module, model }, run, seed }: Request, io: Io): Promise<number> {
  const { metadata } = module;
  const data = await readExamples(metadata, file, dataPaths, seed);
  const progress = isJson ? io.stderr : io.stdout;
  const onEnd = ({ kind }: Stop): void => {
    if (kind === "aborted") progress.write(interruptedText);
    if (kind !== "diverged" && save !== undefined) progress.write(`${savedText(kind, save, file, dataPaths)}\n`);
  };
  const result = await runTraining(model, data, run, { saver: save === undefined ? null : new Saver(save, metadata, interval, io.stderr), progress, onEnd, io });
  if (isJson) io.stdout.write(`${encodeJson(resultJson(result))}\n`);
  else if (result.stopped.kind !== "diverged") printSummary(result, module, data, io.stdout);
  if (result.stopped.kind === "diverged") throw new CommandError(`${result.stopped.reason}; ${remedy(result, metadata)}`);
  return result.stopped.kind === "aborted" ? exitCodes.interrupted : exitCodes.success;
}

/** Trains from several seeds, and keeps the best. */
async function trainAgain({ file, dataPaths, save, isJson, start: { module, model }, run, seed: first }: Request, count: number, io: Io): Promise<number> {
  const { metadata } = module;
  const progress = isJson ? io.stderr : io.stdout;
  const isDrawn = dataPaths === undefined && metadata.data?.kind === "generator";
  let data = await readExamples(metadata, file, dataPaths, first);
  const restarts = await runRestarts({
    count, seed: first, progress,
    async run(seed) {
      if (isDrawn && seed !== first) data = await readExamples(metadata, file, dataPaths, seed);
      const kept: { snapshot: Snapshot | null } = { snapshot: null };
      const saver = { saveIfDue: () => undefined, end: (snapshot: Snapshot | null) => void (kept.snapshot = snapshot) };
      const onEnd = ({ kind }: Stop): void => {
        if (kind === "aborted") progress.write(interruptedText);
      };
      // A line a run is enough where no one watches.
      const watched = progress.isTTY ? progress : { ...progress, write: () => undefined };
      const result = await runTraining(model, data, { ...run, seed }, { saver, progress: watched, onEnd, io });
      return { result, data, snapshot: kept.snapshot };
    },
    onBest({ snapshot }) {
      if (save !== undefined && snapshot !== null) writeCheckpoint(save, metadata, snapshot);
    },
  });
  const { best, all } = restarts;
  if (save !== undefined) progress.write(`saved ${save}\n`);
  if (isJson) io.stdout.write(`${encodeJson(restartsJson(restarts))}\n`);
  else {
    io.stdout.write(`\nthe best of ${all.length}: seed ${best.result.seed}\n`);
    printSummary(best.result, module, best.data, io.stdout);
  }
  return all.at(-1)?.stopped.kind === "aborted" ? exitCodes.interrupted : exitCodes.success;
}

const interruptedText = "interrupted; the metrics follow, unless Ctrl-C is pressed again\n";

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

/** Where the run is, and how to go on with it if it was interrupted. */
function savedText(kind: Stop["kind"], save: string, file: string, data: string | undefined): string {
  if (kind !== "aborted") return `saved ${save}`;
  const words = ["gradc", "train", file, ...(data === undefined ? [] : ["--data", data]), "--resume", save, "--save", save];
  return `saved ${save}; this goes on with it:\n  ${words.map((word) => (/^[\w./,:=+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)).join(" ")}`;
}
