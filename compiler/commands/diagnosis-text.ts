import type { Finding } from "./diagnosis-findings.ts";
import { percent } from "./diagnosis-findings.ts";
import type { LayerReport, Reports } from "./diagnosis.ts";
import { numberText, shapeText, tableText } from "./numbers.ts";

/** Of so many units at most each is told of. */
const most = 8;

/** A diagnosis for people: a line for each layer and each parameter, then what is wrong and what to do about it. */
export function diagnosisText({ examples, layers, parameters }: Reports, findings: readonly Finding[]): string {
  const units = layers.map((layer) => [layer.name, `line ${layer.line}`, layer.op, String(layer.units), percent(layer.flat), unitsText(layer)]);
  const learning = parameters.map(({ name, shape, norm, gradient, updateRatio }) => [name, shapeText(shape), numberText(norm, 3), numberText(gradient, 3), updateRatio === null ? "–" : numberText(updateRatio, 2)]);
  return [
    `diagnosis over ${examples} training example${examples === 1 ? "" : "s"}`,
    ...(layers.length === 0 ? [] : ["", tableText([["layer", "", "", "units", "σ′ < 1e-3", "at every example"], ...units], "  ", [0, 1, 2, 5])]),
    "",
    tableText([["parameter", "", "norm", "gradient", "update / norm"], ...learning], "  ", [0, 1]),
    "",
    ...findings.map(({ severity, about, message, remedy }) => `${severity}: ${about}: ${message}\n  ${remedy}`),
    ...(findings.some(({ severity }) => severity === "warning") ? [] : [healthyText(layers, findings)]),
  ].join("\n");
}

/** The units whose derivative is small at every example, and of few units at what share of the examples each one's is. */
function unitsText({ kind, flat, flatByUnit, alwaysFlat, units, isBypassed }: LayerReport): string {
  const which = alwaysFlat.length === units ? "all" : alwaysFlat.length > most ? `${alwaysFlat.length} units` : alwaysFlat.join(", ");
  const always = alwaysFlat.length === 0 ? "none" : `${which} ${kind === "rectifying" ? "dead" : "saturated"}`;
  const shares = units > 1 && units <= most && flat > 0 && flat < 1 ? `; by unit ${flatByUnit.map((share) => numberText(100 * share, 3)).join(", ")} %` : "";
  return `${always}${shares}${isBypassed ? "; fused with the loss into a stable form, whose gradient does not vanish" : ""}`;
}

function healthyText(layers: readonly LayerReport[], findings: readonly Finding[]): string {
  const isNoted = layers.some(({ name }) => findings.some(({ about }) => about === name));
  const units = layers.length === 0 ? "" : "no layer full of saturated or dead units, ";
  return `healthy${isNoted ? " but for what the notes say" : ""}: ${units}no gradient that vanishes or explodes, no update too large for its weights`;
}
