import { decodeCheckpoint, modelChoices, type Checkpoint } from "../../runtime/checkpoint.ts";
import type { ParameterViews } from "../../runtime/model.ts";
import type { TrainableOf } from "../../runtime/train.ts";
import { CommandError, type Io } from "./command.ts";
import { readTensorFile } from "./checkpoint-file.ts";
import { readTextFile } from "./files.ts";
import { loadModule, type Module } from "./run-module.ts";
import { printWarnings } from "./warnings.ts";

export type Model = TrainableOf<ParameterViews>;

/** The module as training calls it; throws a `CommandError` that says what the spec lacks. */
export function trainable(module: Module, file: string): Model {
  if (module.evaluate === undefined) throw new CommandError(`${file}: has no loss(…), so there is nothing to train; gradc gradient gives its Jacobians`);
  if (module.step === undefined || module.createState === undefined || module.metadata.parameters.length === 0) {
    throw new CommandError(`${file}: has no param(…), so there is nothing to train`);
  }
  return module as Model;
}

/** A compiled spec with the parameters of a file. */
export interface TrainedModel {
  readonly module: Module;
  readonly model: Model;
  readonly params: ParameterViews;
  readonly hyper: { readonly [name: string]: number };
  readonly checkpoint: Checkpoint;
}

/** Compiles a spec in the precision of a file of parameters, and fills them in. */
export async function loadTrained(file: string, path: string, io: Io): Promise<TrainedModel> {
  const tensors = readTensorFile(path);
  const { precision } = modelChoices(tensors, path);
  const loaded = await loadModule(readTextFile(file), { file, ...(precision === undefined ? {} : { precision }) });
  printWarnings(loaded.phases.final.warnings, loaded.phases.final.spec.source, io);
  const model = trainable(loaded.module, file);
  const checkpoint = decodeCheckpoint(tensors, loaded.module.metadata, path, file);
  return { module: loaded.module, model, params: model.createParameters(checkpoint.params), hyper: { ...model.createHyper(), ...checkpoint.run?.hyper }, checkpoint };
}

