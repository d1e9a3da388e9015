import { expansionRule } from "../2-simplify/expansion.ts";
import { differentiate } from "../3-differentiate/differentiate.ts";
import type { Emitted } from "../reference/check.ts";
import type { Point } from "../reference/evaluate.ts";
import { Rewriter } from "../rewrite/rewrite.ts";
import { rootsOf, type Graph } from "../ir/graph.ts";
import { reachable } from "../ir/space.ts";
import { sizeOf } from "../ir/shape.ts";
import { createExamples } from "../../runtime/examples.ts";
import type { Examples, Metadata } from "../../runtime/model.ts";
import { createFloats } from "../../runtime/values.ts";
import { readArguments, readNames, readPrecision, readSpecPath } from "./arguments.ts";
import { exitCodes, type Command } from "./command.ts";
import { readTextFile } from "./files.ts";
import { emittedDraw } from "./draws.ts";
import { columnsOf } from "./gradient.ts";
import { loadModule, type Loaded } from "./run-module.ts";
import { printWarnings } from "./warnings.ts";

export const check: Command = {
  name: "check",
  summary: "Holds the emitted gradients of a spec against a reference evaluator and against differences",
  usage: "check SPEC [--precision f32|f64] [--wrt NAMES]",
  help: [
    "  --precision f32|f64  how numbers are stored. Default f64",
    "  --wrt NAMES          check gradients with respect to these, between commas. Default: all parameters; of a spec",
    "                       without a loss, all inputs",
    "",
    "The points are the same at each call and keep clear of kinks. The reference evaluates the spec as it was read,",
    "in 64 bits, with nothing rewritten, lowered or emitted; the differences know nothing of differentiation either.",
    "The exit code is 1 where an error is beyond its tolerance.",
  ],
  examples: [
    ["gradc check specs/usu.grad", "the largest error per parameter"],
    ["gradc check specs/softmax.grad --precision f32", "the same in 32 bits"],
    ["gradc check specs/xor.grad --wrt x,h,W1", "an input and a value on the way as well"],
  ],
  async run(args, io) {
    const { values, positionals } = readArguments(args, { precision: { kind: "text" }, wrt: { kind: "texts" } });
    const file = readSpecPath(positionals);
    const [wrt, precision] = [readNames(values.wrt), readPrecision(values.precision)];
    const loaded = await loadModule(readTextFile(file), { file, ...wrt, ...precision });
    const { parsed, final } = loaded.phases;
    printWarnings(final.warnings, final.spec.source, io);
    const reference = await import("../reference/check.ts");
    const { formatCheck } = await import("../reference/format.ts");
    const result = reference.check({ parsed, differentiated: unsimplified(parsed, wrt) }, (point) => emittedAt(loaded, point), { ...precision, ...(parsed.spec.batched ? { noise: emittedDraw } : {}) });
    io.stdout.write(`${formatCheck(result)}\n`);
    return result.ok ? exitCodes.success : exitCodes.wrong;
  },
};

/** The graph as it was read, with cotangents; only operations without a rule of their own stand as their formula. */
function unsimplified(parsed: Graph, wrt: { readonly wrt?: readonly string[] }): Graph {
  const rewriter = new Rewriter(parsed.space, () => [expansionRule("without-vjp")]);
  return differentiate({ ...parsed, roots: parsed.roots.map((root) => ({ ...root, node: rewriter.rewrite(root.node) })) }, wrt);
}

/** What the emitted code gives at a point of the reference. */
function emittedAt(loaded: Loaded, point: Point): Emitted {
  const { module, derivatives } = loaded;
  const { metadata } = module;
  const flat = createFloats(metadata.precision, metadata.parameters.reduce((sum, { shape }) => sum + sizeOf(shape), 0));
  for (const { name, offset } of metadata.parameters) flat.set(point.params[name]!, offset);
  const params = module.createParameters(flat);
  const batch = examplesOf(metadata, point);
  const copy = (values: ArrayLike<number>): Float64Array => Float64Array.from(values);
  if (module.evaluate === undefined) {
    const into = module.createJacobians?.() ?? {};
    module.jacobian?.(params, ...columnsOf(loaded, batch, 0), into, point.hyper);
    const members = Object.values(into);
    return {
      outputs: Object.fromEntries(metadata.outputs.map(({ name }, k) => [name, copy(members[k]!)])),
      gradients: Object.fromEntries(derivatives.map(({ name, member }) => [name, copy(into[member]!)])),
    };
  }
  const into = module.createGradients!(point.size);
  const loss = module.gradient?.(params, batch, into, undefined, undefined, undefined, point.hyper, { t: 0, epoch: 0, rate: 0, seed: 0 }) ??
    module.evaluate(params, batch, createFloats(metadata.precision, metadata.losses.length + metadata.metrics.length), undefined, undefined, undefined, point.hyper);
  const room = module.createOutputs?.() ?? {};
  const members = Object.values(room);
  // Inference takes the middle of every random draw, which the reference cannot do at the same point.
  const outputs = (hasDraws(loaded) ? [] : metadata.outputs).map(({ name, shape }) => [name, new Float64Array(point.size * sizeOf(shape))] as const);
  for (let row = 0; row < point.size && outputs.length > 0; row++) {
    module.predict!(params, batch, row, room, point.hyper);
    for (const [k, [, values]] of outputs.entries()) values.set(members[k]!, row * members[k]!.length);
  }
  return { loss, outputs: Object.fromEntries(outputs), gradients: Object.fromEntries(derivatives.map(({ name, member }) => [name, copy(into[member]!)])) };
}

const hasDraws = ({ phases: { parsed } }: Loaded): boolean =>
  reachable(rootsOf(parsed, "output").map((root) => root.node)).some((node) => node.kind === "leaf" && node.role === "noise");

function examplesOf({ columns, precision }: Metadata, point: Point): Examples {
  const examples = createExamples(columns, point.size, precision);
  for (const { name } of columns) examples.columns[name]!.set(Array.from(point.columns[name]!));
  return examples;
}
