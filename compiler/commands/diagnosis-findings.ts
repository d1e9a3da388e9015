import type { LayerReport, ParameterReport, Reports } from "./diagnosis.ts";
import { numberText } from "./numbers.ts";

/** Something that the reports show; a warning is of what keeps a network from learning. */
export interface Finding {
  readonly severity: "warning" | "note";
  /** The layer or parameter that it is about. */
  readonly about: string;
  /** What is so, and below it what to do about it. */
  readonly message: string;
  readonly remedy: string;
}

/** From so many of a layer's units on, or pairs of a unit and an example, what ails it is worth a warning, or a note. */
const manyUnits = 0.2;
const manyPairs = { warning: 0.75, note: 0.4 } as const;
/** Updates are good at some 1e-3 of the weights; this far off, up and down, they are told of. */
const ratios = { most: 0.1, least: 1e-5 } as const;
/** The gradient of a matrix, per element, against the largest of any matrix: below this it vanishes. */
const vanishing = 1e-3;
/** More than this a gradient explodes. */
const exploding = 1e3;

const remedies = {
  saturated: "try smaller initial weights, inputs of mean 0 and variance 1, a smaller rate, or an activation that does not saturate, such as relu",
  answer: "if answers are wrong, try cross-entropy in place of squared error, whose gradient does not vanish where the answer is wrong and the unit saturated; smaller initial weights; a smaller rate",
  dead: "try leakyRelu in place of relu, a smaller rate, initial biases that are not far below 0, or another seed (--restarts)",
  vanishing: "try relu in place of sigmoid and tanh, initial weights by \"he\" or \"glorot\", or fewer layers",
  exploding: "try a smaller rate, clipNorm in train({…}), or smaller initial weights",
  nothing: "look at the units of the layers, and at whether the loss depends on it",
  fast: "try a smaller rate",
  slow: "fine if training is done; if not, try a larger rate",
} as const;

/** What is worth telling of the reports, layers first. */
export function findingsOf({ layers, parameters }: Reports): readonly Finding[] {
  return [...layers.flatMap(ofLayer), ...gradientFindings(parameters), ...updateFindings(parameters)];
}

function ofLayer(layer: LayerReport): readonly Finding[] {
  return layer.kind === "rectifying" ? ofRectifying(layer) : ofSquashing(layer);
}

function ofRectifying({ name, units, alwaysFlat }: LayerReport): readonly Finding[] {
  if (alwaysFlat.length === 0) return [];
  const message = `${countText(alwaysFlat, units)} dead: the derivative is 0 at every training example, so that ${alwaysFlat.length === 1 ? "it learns" : "they learn"} nothing`;
  return [{ severity: alwaysFlat.length >= manyUnits * units ? "warning" : "note", about: name, message, remedy: remedies.dead }];
}

function ofSquashing({ name, units, flat, alwaysFlat, isLast, isBypassed }: LayerReport): readonly Finding[] {
  const isMuch = flat >= manyPairs.warning || alwaysFlat.length >= manyUnits * units;
  if ((flat < manyPairs.note && alwaysFlat.length === 0) || isBypassed) return [];
  const always = alwaysFlat.length === 0 ? "" : `; ${countText(alwaysFlat, units)} so at every one`;
  const message = `saturated at ${percent(flat)} of units and training examples${always}: the derivative is below 1e-3, so that little of the error gets through`;
  // An answer that is right and sure is saturated as it should be.
  if (isLast) return [{ severity: "note", about: name, message: `${message}. Where the answer is right that is as it should be`, remedy: remedies.answer }];
  return [{ severity: isMuch ? "warning" : "note", about: name, message, remedy: remedies.saturated }];
}

function gradientFindings(parameters: readonly ParameterReport[]): readonly Finding[] {
  const perElement = ({ gradient, shape }: ParameterReport): number => gradient / Math.sqrt(Math.max(1, shape.reduce((a, b) => a * b, 1)));
  const matrices = parameters.filter(({ shape }) => shape.length > 1);
  const largest = Math.max(0, ...matrices.map(perElement));
  const none = parameters.filter(({ gradient }) => gradient === 0);
  const nothing: Finding = {
    severity: "warning", about: namesOf(none), remedy: remedies.nothing,
    message: `no gradient: over the training examples it is 0, so that ${none.length === 1 ? "it stays" : "they stay"} as ${none.length === 1 ? "it is" : "they are"}`,
  };
  return [
    ...parameters.filter(({ gradient }) => gradient > exploding).map(({ name, gradient }): Finding => ({ severity: "warning", about: name, message: `the gradient is large: its norm is ${numberText(gradient, 3)}`, remedy: remedies.exploding })),
    ...matrices.filter((matrix) => matrix.gradient > 0 && perElement(matrix) < vanishing * largest).map((matrix): Finding => ({ severity: "warning", about: matrix.name, message: `the gradient vanishes: per element it is ${numberText(perElement(matrix) / largest, 2)} of the largest of any matrix`, remedy: remedies.vanishing })),
    // Where all is 0, the loss is at its least.
    ...(none.length === 0 || none.length === parameters.length ? [] : [nothing]),
  ];
}

const namesOf = (parameters: readonly ParameterReport[]): string => parameters.map(({ name }) => name).join(", ");

function updateFindings(parameters: readonly ParameterReport[]): readonly Finding[] {
  // Biases begin at 0, and change by much of what they are without harm. What does not change at all has no gradient.
  const changing = parameters.filter(({ shape, updateRatio }) => shape.length > 1 && updateRatio !== null && updateRatio > 0);
  const slow = changing.filter(({ updateRatio }) => updateRatio! < ratios.least);
  return [
    ...changing.filter(({ updateRatio }) => updateRatio! > ratios.most).map(({ name, updateRatio }): Finding => ({ severity: "warning", about: name, message: `a step changes it by ${numberText(updateRatio!, 2)} of its norm; some 1e-3 is good`, remedy: remedies.fast })),
    ...(slow.length === 0 ? [] : [{ severity: "note", about: namesOf(slow), message: `a step changes ${slow.length === 1 ? "it" : "them"} by less than ${ratios.least} of the norm; some 1e-3 is good while there is much to learn`, remedy: remedies.slow } as const]),
  ];
}

/** `2 of 64 units (3, 17) are`. */
function countText(which: readonly number[], units: number): string {
  if (units === 1) return "the one unit is";
  const names = which.length === units ? "" : which.length <= 12 ? ` (${which.join(", ")})` : ` (${which.slice(0, 12).join(", ")}, …)`;
  return which.length === units ? `all ${units} units are` : `${which.length} of ${units} units${names} ${which.length === 1 ? "is" : "are"}`;
}

/** A share in percent, with a digit behind the point where that tells it from none or all. */
export const percent = (share: number): string => `${numberText(100 * share, 3)} %`;
