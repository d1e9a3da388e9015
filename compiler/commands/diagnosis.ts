import { gradientOver, hasGradient, squareOf } from "../../runtime/gradient.ts";
import type { Examples, ExampleStream, ParameterViews } from "../../runtime/model.ts";
import type { Pieces } from "../../runtime/pieces.ts";
import { piecesOf } from "../../runtime/stream.ts";
import { Timer } from "../../runtime/timer.ts";
import { train, type Snapshot } from "../../runtime/train.ts";
import { sizeOf } from "../../runtime/values.ts";
import type { Activation } from "../3-differentiate/activations.ts";
import { compileActivations, type CompileOptions } from "../compile.ts";
import { importCode } from "./run-module.ts";
import type { Model } from "./trained-model.ts";

/** A derivative below this is as good as none: the unit is saturated, or off. */
const least = 1e-3;

/** The units of one activation over the training examples. */
export interface LayerReport extends Activation {
  readonly units: number;
  /** The share of pairs of a unit and an example where the derivative of the activation is below 1e-3 in size. */
  readonly flat: number;
  /** The units for which that is so at every example, from 1: dead, or saturated for good. */
  readonly alwaysFlat: readonly number[];
  /** For each unit the share of examples. */
  readonly flatByUnit: readonly number[];
}

/** One parameter and how training would go on with it. */
export interface ParameterReport {
  readonly name: string;
  readonly shape: readonly number[];
  /** 2-norms: of its values, and of the gradient of the loss over all training examples. */
  readonly norm: number;
  readonly gradient: number;
  /** The 2-norm of the change that one more step makes, as a share of its own; `null` where that is 0. */
  readonly updateRatio: number | null;
}

/** What units and parameters of a trained spec are like. */
export interface Reports {
  readonly examples: number;
  readonly layers: readonly LayerReport[];
  readonly parameters: readonly ParameterReport[];
}

/** A trained spec. */
export interface Diagnosed {
  readonly text: string;
  readonly options: Pick<CompileOptions, "file" | "precision">;
  readonly model: Model;
  readonly params: ParameterViews;
  readonly hyper: { readonly [name: string]: number };
  readonly data: Examples | ExampleStream;
  readonly trainingSize: number;
  /** What the run reached. */
  readonly snapshot: Snapshot;
}

/** Runs emitted code over the training examples, to see what each layer and each parameter does. Changes nothing of what is diagnosed. */
export async function reportsOf(diagnosed: Diagnosed): Promise<Reports> {
  const pieces = piecesOf(diagnosed.data);
  try {
    const layers = await layerReports(diagnosed, pieces);
    return { examples: diagnosed.trainingSize, layers, parameters: await parameterReports(diagnosed, pieces) };
  } finally {
    await pieces.close?.();
  }
}

async function layerReports({ text, options, params, hyper, trainingSize }: Diagnosed, pieces: Pieces): Promise<readonly LayerReport[]> {
  const { code, activations } = compileActivations(text, options);
  if (activations.length === 0) return [];
  const module = await importCode(code);
  const room = module.createOutputs!();
  const slopes = Object.values(room);
  const counts = slopes.map(({ length }) => new Float64Array(length));
  const timer = new Timer();
  const own = module.createParameters(params.flat);
  for (let at = 0; at < trainingSize; ) {
    const { data, first } = await pieces.at(at);
    const end = Math.min(trainingSize, first + data.size);
    for (; at < end; at++) {
      module.predict!(own, data, at - first, room, hyper);
      slopes.forEach((values, layer) => values.forEach((value, unit) => (counts[layer]![unit]! += Math.abs(value) < least ? 1 : 0)));
      if (at % 64 === 0 && timer.isPauseDue()) await timer.pause();
    }
  }
  return activations.map((activation, layer): LayerReport => {
    const flatByUnit = Array.from(counts[layer]!, (count) => count / trainingSize);
    const units = sizeOf(activation.shape);
    return { ...activation, units, flat: flatByUnit.reduce((sum, share) => sum + share, 0) / units, alwaysFlat: flatByUnit.flatMap((share, unit) => (share === 1 ? [unit + 1] : [])), flatByUnit };
  });
}

async function parameterReports(diagnosed: Diagnosed, pieces: Pieces): Promise<readonly ParameterReport[]> {
  const { model, params, hyper, trainingSize, snapshot } = diagnosed;
  if (!hasGradient(model)) throw new Error("a compiled spec has the gradient of its parameters");
  const timer = new Timer();
  const gradient = await gradientOver({ model, params, hyper }, pieces, 0, trainingSize, snapshot.seed, () => (timer.isPauseDue() ? timer.pause() : null));
  const after = await afterOneStep(diagnosed);
  const norms = [...gradient.values()].map((values) => Math.sqrt(squareOf(values)));
  return model.metadata.parameters.filter(({ statistic }) => statistic !== true).map(({ name, shape, offset }, k): ParameterReport => {
    const values = params.flat.slice(offset, offset + sizeOf(shape));
    const norm = Math.sqrt(squareOf(values));
    const change = Math.sqrt(squareOf(values.map((value, i) => after[offset + i]! - value)));
    return { name, shape, norm, gradient: norms[k]!, updateRatio: norm === 0 ? null : change / norm };
  });
}

/** The parameters after the step that training would make next. */
async function afterOneStep({ model, params, data, snapshot }: Diagnosed): Promise<ArrayLike<number>> {
  const controller = new AbortController();
  const { stopping: _stopping, ...run } = snapshot;
  const epochs = snapshot.epoch + 1;
  const training = train(model, data, { resume: { ...run, params: params.flat.slice(), epochs }, stop: {}, signal: controller.signal, onStep: () => { controller.abort(); } });
  // The iteration makes the steps and, unlike waiting for the end, evaluates nothing after them.
  for await (const _epoch of training) break;
  return training.snapshot().params;
}
