import { decodeCheckpoint, modelChoices } from "../../runtime/checkpoint.ts";
import type { Floats } from "../../runtime/model.ts";
import type { Snapshot } from "../../runtime/train.ts";
import { readTensorFile } from "./checkpoint-file.ts";
import { CommandError, UsageError, type Io } from "./command.ts";
import { readTextFile } from "./files.ts";
import { loadModule, type Module } from "./run-module.ts";
import { trainable, type Model } from "./trained-model.ts";
import { printWarnings } from "./warnings.ts";

/** What a run starts from. */
export interface Start {
  /** The text of the spec. */
  readonly text: string;
  readonly module: Module;
  readonly model: Model;
  /** The parameters of `--load`. */
  readonly params?: Floats;
  /** The run of `--resume`. */
  readonly resume?: Snapshot;
}

/** What the command line says of it. */
export interface StartChoices {
  readonly load: string | undefined;
  readonly resume: string | undefined;
  readonly rate: number | undefined;
  readonly precision?: "f64" | "f32";
}

/** Compiles the spec, and reads what the run starts from: seeded parameters, those of a file, or a run that was stopped. */
export async function loadStart(file: string, { load, resume, rate, precision }: StartChoices, io: Io): Promise<Start> {
  if (load !== undefined && resume !== undefined) throw new UsageError("--load starts a run and --resume goes on with one: give one of the two");
  const path = load ?? resume;
  const tensors = path === undefined ? undefined : readTensorFile(path);
  const found = resume === undefined ? {} : modelChoices(tensors!, resume);
  if (precision !== undefined && found.precision !== undefined && precision !== found.precision) throw new UsageError(`--precision ${precision}: the run of ${resume} has ${found.precision}`);
  const text = readTextFile(file);
  const { module, phases } = await loadModule(text, { file, ...(rate === undefined ? {} : { rate }), ...(precision === undefined ? {} : { precision }), ...found });
  printWarnings(phases.final.warnings, phases.final.spec.source, io);
  const model = trainable(module, file);
  if (phases.final.warnings.filter(({ code }) => code === "zero-gradient").length === module.metadata.parameters.filter(({ statistic }) => statistic !== true).length) {
    throw new CommandError(`${file}: the loss has no slope in any parameter, so there is nothing that training could follow`);
  }
  if (tensors === undefined) return { text, module, model };
  const { params, run } = decodeCheckpoint(tensors, module.metadata, path!, file);
  if (resume === undefined) return { text, module, model, params };
  if (run === null) throw new CommandError(`${resume}: holds parameters and no run that could go on; start one from them with --load`);
  const expected = model.createState().length;
  if (run.state.length !== expected) throw new CommandError(`${resume}: its run cannot be read: optimizer.state: expected ${expected} numbers, found ${run.state.length}`);
  return { text, module, model, resume: run };
}
