import type { Examples, ParameterViews } from "./model.ts";
import { inMemory } from "./pieces.ts";
import type { Watchers } from "./progress.ts";
import { type RunOptions, startRun, type TrainableOf } from "./run.ts";
import { runTraining, type Training } from "./training.ts";

/** `train` for data in memory alone and without resuming: what a file that holds model and trainer needs, and no more. */
export function trainInMemory<Params extends ParameterViews>(model: TrainableOf<Params>, data: Examples, options: RunOptions & Watchers = {}): Training<Params> {
  return runTraining(startRun(model, data.size, options), inMemory(data), options);
}
