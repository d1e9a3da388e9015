import { rootsOf } from "../ir/graph.ts";
import { sizeOf } from "../ir/shape.ts";
import { differAtInference } from "../ops/inference.ts";
import type { Emitted } from "../reference/check.ts";
import type { Direction } from "../reference/check-products.ts";
import type { Point } from "../reference/evaluate.ts";
import { createExamples } from "../../runtime/examples.ts";
import type { Examples, Metadata, ParameterViews } from "../../runtime/model.ts";
import { createFloats } from "../../runtime/values.ts";
import { columnsOf } from "./example-columns.ts";
import type { Loaded } from "./run-module.ts";

/** What the emitted code gives at a point of the reference. */
export function emittedAt(loaded: Loaded, point: Point): Emitted {
  const { module, derivatives } = loaded;
  const { metadata } = module;
  const params = parametersOf(loaded, point);
  const batch = examplesOf(metadata, point);
  const copy = (values: ArrayLike<number>): Float64Array => Float64Array.from(values);
  if (module.evaluate === undefined) {
    const into = module.createJacobians?.() ?? module.createOutputs?.() ?? {};
    (module.jacobian ?? module.forward)?.(params, ...columnsOf(loaded, batch, 0), into, point.hyper);
    const members = Object.values(into);
    return {
      outputs: Object.fromEntries(metadata.outputs.map(({ name }, k) => [name, copy(members[k]!)])),
      gradients: Object.fromEntries(derivatives.map(({ name, member }) => [name, copy(into[member]!)])),
    };
  }
  const into = module.createGradients!(point.size);
  // A loss of no parameters is computed by inference alone.
  const inferred = (): number | null => (lossDiffersAtInference(loaded) ? null : module.evaluate!(params, batch, createFloats(metadata.precision, metadata.losses.length + metadata.metrics.length), undefined, undefined, undefined, point.hyper));
  const loss = module.gradient?.(params, batch, into, undefined, undefined, undefined, point.hyper, start) ?? inferred();
  const room = module.createOutputs?.() ?? {};
  const members = Object.values(room);
  const outputs = metadata.outputs.map(({ name, shape }) => [name, new Float64Array(point.size * sizeOf(shape))] as const);
  for (let row = 0; row < point.size && outputs.length > 0; row++) {
    module.predict!(params, batch, row, room, point.hyper);
    for (const [k, [, values]] of outputs.entries()) values.set(members[k]!, row * members[k]!.length);
  }
  return { loss, outputs: Object.fromEntries(outputs), gradients: Object.fromEntries(derivatives.map(({ name, member }) => [name, copy(into[member]!)])) };
}

/** The emitted Hessian-vector products at a point of the reference. */
export function productsAt(loaded: Loaded, point: Point, direction: Direction): { readonly [variable: string]: Float64Array } {
  const { module, products, secondColumns } = loaded;
  const batch = examplesOf(module.metadata, point);
  const into = module.createProducts!(point.size);
  const along = module.createProducts!(point.size);
  for (const { name, member } of products) along[member]!.set(direction[name]!);
  const params = parametersOf(loaded, point);
  if (module.evaluate === undefined) module.hvp!(params, along, ...columnsOf(loaded, batch, 0, secondColumns.hvp), into, point.hyper);
  else module.hvp!(params, along, batch, into, undefined, undefined, undefined, point.hyper, start);
  return Object.fromEntries(products.map(({ name, member }) => [name, Float64Array.from(into[member]!)]));
}

/** The clock that the emitted draws of a check are keyed by. */
const start = { t: 0, epoch: 0, rate: 0, seed: 0 };

function parametersOf({ module: { metadata, createParameters } }: Loaded, point: Point): ParameterViews {
  const flat = createFloats(metadata.precision, metadata.parameters.reduce((sum, { shape }) => sum + sizeOf(shape), 0));
  for (const { name, offset } of metadata.parameters) flat.set(point.params[name]!, offset);
  return createParameters(flat);
}

const lossDiffersAtInference = ({ phases: { parsed } }: Loaded): boolean => differAtInference(rootsOf(parsed, "total").map((root) => root.node));

function examplesOf({ columns, precision }: Metadata, point: Point): Examples {
  const examples = createExamples(columns, point.size, precision);
  for (const { name } of columns) examples.columns[name]!.set(Array.from(point.columns[name]!));
  return examples;
}
