import type { Examples, ExampleStream, Metadata, ParameterViews } from "../../runtime/model.ts";
import type { TrainResult } from "../../runtime/train.ts";
import type { Writer } from "./command.ts";
import { evaluationTable } from "./evaluations.ts";
import { numberText } from "./numbers.ts";
import { fittedCurve } from "./plot.ts";
import { predictionTable } from "./predictions.ts";
import type { Module } from "./run-module.ts";

export type Result = TrainResult<ParameterViews>;

/** What `--json` says of a run. */
export function resultJson({ train, validation, stopped, seed, millisecondsPerStep }: Result): object {
  return { train, validation, stopped, seed, millisecondsPerStep };
}

/** What is printed of a run: losses and metrics, what ended it, and for data in memory what it predicts. */
export function printSummary(result: Result, module: Module, data: Examples | ExampleStream, writer: Writer): void {
  const { stopped, seed, millisecondsPerStep: time } = result;
  const speed = time === null ? "" : `, ${numberText(time, 3)} ms per step`;
  writer.write(`\n${evaluationTable(module.metadata, [["train", result.train], ["validation", result.validation]])}\n\nstopped: ${stopped.reason} (step ${stopped.step}, seed ${seed}${speed})\n`);
  if (stopped.best !== undefined) writer.write(`parameters: those after epoch ${stopped.best.epoch}, which had the least validation loss, ${numberText(stopped.best.loss, 6)}\n`);
  if (!("columns" in data)) return;
  for (const picture of [fittedCurve(module, result, data, writer.columns), predictionTable(module, result, data)]) if (picture !== null) writer.write(`\n${picture}\n`);
}

/** What to try after a run that diverged. */
export function remedy({ stopped }: Result, { train: { rate } }: Metadata): string {
  return stopped.step === 1 ? "no update was made yet, so look at the data and the initial parameters" : `try a smaller rate than ${rate}`;
}
