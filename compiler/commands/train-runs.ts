import { trainingSize } from "../../runtime/examples.ts";
import type { Examples, ExampleStream } from "../../runtime/model.ts";
import type { Snapshot, Stop, TrainOptions } from "../../runtime/train.ts";
import { encodeJson } from "../../runtime/values.ts";
import { writeCheckpoint } from "./checkpoint-file.ts";
import { CommandError, exitCodes, type Io, type Writer } from "./command.ts";
import { findingsOf, type Finding } from "./diagnosis-findings.ts";
import { diagnosisText } from "./diagnosis-text.ts";
import { reportsOf, type Reports } from "./diagnosis.ts";
import { restartsJson, runRestarts, type Restart } from "./restarts.ts";
import { Saver } from "./saver.ts";
import { printSummary, remedy, resultJson } from "./train-summary.ts";
import { readExamples } from "./training-data.ts";
import { runTraining, type Keeper } from "./training-run.ts";
import type { Start } from "./training-start.ts";

/** What a command line asks of training. */
export interface Request {
  readonly file: string;
  readonly dataPaths: string | undefined;
  readonly save: string | undefined;
  /** Seconds between two saves. */
  readonly interval: number;
  readonly isJson: boolean;
  readonly isDiagnosed: boolean;
  readonly start: Start;
  readonly run: TrainOptions;
  readonly seed: number;
}

const interruptedText = "interrupted; the metrics follow, unless Ctrl-C is pressed again\n";

/** Makes one run; returns the exit code. */
export async function trainOnce(request: Request, io: Io): Promise<number> {
  const { file, dataPaths, save, interval, isJson, start: { module: { metadata } }, seed } = request;
  const data = await readExamples(metadata, file, dataPaths, seed);
  const progress = isJson ? io.stderr : io.stdout;
  const onEnd = ({ kind }: Stop): void => {
    if (kind === "aborted") progress.write(interruptedText);
    if (kind !== "diverged" && save !== undefined) progress.write(`${savedText(kind, save, file, dataPaths)}\n`);
  };
  const trained = await run(request, data, {}, { saver: save === undefined ? null : new Saver(save, metadata, interval, io.stderr), progress, onEnd, io });
  const { result } = trained;
  await conclude(request, trained, resultJson(result), io);
  if (result.stopped.kind === "diverged") throw new CommandError(`${result.stopped.reason}; ${remedy(result, metadata)}`);
  return result.stopped.kind === "aborted" ? exitCodes.interrupted : exitCodes.success;
}

/** Makes so many runs, from one seed after the other, and keeps the best; returns the exit code. */
export async function trainAgain(request: Request, count: number, io: Io): Promise<number> {
  const { file, dataPaths, save, isJson, start: { module: { metadata } }, seed: first } = request;
  const progress = isJson ? io.stderr : io.stdout;
  // A line a run is enough where no one watches.
  const watched: Writer = progress.isTTY ? progress : { write: () => undefined, isTTY: false, columns: progress.columns };
  const isDrawn = dataPaths === undefined && metadata.data?.kind === "generator";
  let data = await readExamples(metadata, file, dataPaths, first);
  const onEnd = ({ kind }: Stop): void => {
    if (kind === "aborted") progress.write(interruptedText);
  };
  const drawn = new Set(["glorot", "he", "lecun", "orthogonal", "normal", "uniform"]);
  if (!metadata.parameters.some(({ initial }) => drawn.has(initial.kind))) progress.write("every parameter has an initial value of its own: the runs differ in the order of examples and in random draws, if at all\n");
  const restarts = await runRestarts({
    count, seed: first, progress,
    async run(seed) {
      if (isDrawn && seed !== first) data = await readExamples(metadata, file, dataPaths, seed);
      return run(request, data, { seed }, { saver: null, progress: watched, onEnd, io });
    },
    onBest({ snapshot }) {
      if (save !== undefined && snapshot !== null) writeCheckpoint(save, metadata, snapshot);
    },
  });
  const { best, all } = restarts;
  progress.write(`${save === undefined ? "" : `saved ${save}\n`}\nthe best of ${all.length}: seed ${best.result.seed}\n`);
  await conclude(request, best, restartsJson(restarts), io);
  return all.at(-1)?.stopped.kind === "aborted" ? exitCodes.interrupted : exitCodes.success;
}

/** One run, with what it reached. */
async function run({ start: { model }, run: options }: Request, data: Examples | ExampleStream, own: TrainOptions, around: Parameters<typeof runTraining>[3]): Promise<Restart> {
  const reached: { snapshot: Snapshot | null } = { snapshot: null };
  const saver: Keeper = {
    saveIfDue: (snapshot) => around.saver?.saveIfDue(snapshot),
    end(snapshot) {
      reached.snapshot = snapshot;
      around.saver?.end(snapshot);
    },
  };
  const result = await runTraining(model, data, { ...options, ...own }, { ...around, saver });
  return { result, data, snapshot: reached.snapshot };
}

/** Prints what a run gave, and its diagnosis if that is asked for. */
async function conclude(request: Request, trained: Restart, json: object, io: Io): Promise<void> {
  const { result, data } = trained;
  const isDiverged = result.stopped.kind === "diverged";
  if (!request.isJson && !isDiverged) printSummary(result, request.start.module, data, io.stdout);
  const diagnosis = await diagnosisOf(request, trained);
  if (request.isJson) io.stdout.write(`${encodeJson({ ...json, ...(diagnosis === null ? {} : { diagnosis: { ...diagnosis.reports, findings: diagnosis.findings } }) })}\n`);
  else if (diagnosis !== null) io.stdout.write(`\n${diagnosisText(diagnosis.reports, diagnosis.findings)}\n`);
}

/** What ails the network; `null` where that is not asked for, or its numbers are none. */
async function diagnosisOf({ isDiagnosed, file, start: { text, model } }: Request, { result: { params, hyper }, data, snapshot }: Restart): Promise<{ readonly reports: Reports; readonly findings: readonly Finding[] } | null> {
  if (!isDiagnosed || snapshot === null) return null;
  const { size, validation } = snapshot;
  const reports = await reportsOf({ text, options: { file, precision: model.metadata.precision }, model, params, hyper, data, trainingSize: trainingSize(size, validation), snapshot });
  return { reports, findings: findingsOf(reports) };
}

/** Where the run is, and how to go on with it if it was interrupted. */
function savedText(kind: Stop["kind"], save: string, file: string, data: string | undefined): string {
  if (kind !== "aborted") return `saved ${save}`;
  const words = ["gradc", "train", file, ...(data === undefined ? [] : ["--data", data]), "--resume", save, "--save", save];
  return `saved ${save}; this goes on with it:\n  ${words.map((word) => (/^[\w./,:=+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)).join(" ")}`;
}
